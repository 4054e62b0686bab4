/* sheets.c - a scene cut into tiles, to be glued into one picture.
 *
 * Across and down are cut alike and apart from each other.  A thing from a to b is
 * whole on one sheet or the other unless the cut lies after a and before b less the
 * overlap.  These intervals are merged, and each cut is the last place before the end of
 * the sheet that lies in none of them.  In a crowded chart there may be no such place;
 * then steps and evidence stay whole, and labels and badges are cut.
 */
#include "layout/sheets.h"

/* No sheet is left emptier than this for the sake of a better place to cut. */
#define LEAST_FILL   0.4
#define LEAST_BETTER 0.7

/* Above and below the names of the phases, and around what must stay whole. */
#define AIR 4.0

typedef struct {
  double start, end;
} Span;

typedef struct {
  GArray  *steps;     /* Span: of steps and evidence; merged, in order */
  GArray  *all;       /* Span: of everything else as well */
  GArray  *better;    /* double: places where a cut is best, in order; may be empty */
  double   overlap;
  gboolean across;
} Axis;

static void
axis_clear (Axis *axis)
{
  g_clear_pointer (&axis->steps, g_array_unref);
  g_clear_pointer (&axis->all, g_array_unref);
  g_clear_pointer (&axis->better, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Axis, axis_clear)

static void
add_box (Axis  *axis,
         TlBox  box)
{
  double start = axis->across ? box.x : box.y, length = axis->across ? box.w : box.h;
  Span span = { start - AIR, start + length + AIR - axis->overlap };

  if (length > 0 && span.end > span.start)
    g_array_append_val (axis->all, span);
}

static void
add_step (Axis  *axis,
          TlBox  box)
{
  guint n = axis->all->len;

  add_box (axis, box);
  if (axis->all->len > n)
    g_array_append_val (axis->steps, g_array_index (axis->all, Span, n));
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *one = a, *two = b;

  return (one->start > two->start) - (one->start < two->start);
}

static void
merge (GArray *spans)
{
  guint n = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++) {
    Span span = g_array_index (spans, Span, i);
    Span *last = n > 0 ? &g_array_index (spans, Span, n - 1) : NULL;

    if (last != NULL && span.start < last->end)
      last->end = MAX (last->end, span.end);
    else
      g_array_index (spans, Span, n++) = span;
  }
  g_array_set_size (spans, n);
}

static void
add_words (Axis        *axis,
           TlSceneText  text)
{
  if (text.text != NULL)
    add_box (axis, text.box);
}

/* Names of lanes stand left of the grid, where no cut goes across; a cut down must
 * spare them. */
static void
add_frame (Axis          *axis,
           const TlScene *scene)
{
  add_words (axis, scene->title);
  add_words (axis, scene->subtitle);
  add_words (axis, scene->totals);
  for (guint i = 0; i < scene->n_keys; i++)
    add_box (axis, tl_box_union (scene->keys[i].box, scene->keys[i].text.box));
  for (guint i = 0; i < scene->n_lines; i++)
    add_words (axis, scene->lines[i].name);
  for (guint i = 0; i < scene->n_phases; i++)
    add_box (axis, axis->across ? scene->phases[i].name.box : scene->phases[i].box);
  if (!axis->across) {
    for (guint i = 0; i < scene->n_bands; i++)
      add_words (axis, scene->bands[i].name);
    add_words (axis, scene->curve_top);
    add_words (axis, scene->curve_bottom);
  }
}

static void
axis_init (Axis          *axis,
           const TlScene *scene,
           gboolean       across,
           double         overlap)
{
  axis->across = across;
  axis->overlap = overlap;
  axis->steps = g_array_new (FALSE, FALSE, sizeof (Span));
  axis->all = g_array_new (FALSE, FALSE, sizeof (Span));
  axis->better = g_array_new (FALSE, FALSE, sizeof (double));
  add_frame (axis, scene);
  for (guint i = 0; i < scene->n_steps; i++) {
    add_step (axis, scene->steps[i].box);
    add_words (axis, scene->steps[i].label);
  }
  for (guint i = 0; i < scene->n_evidence; i++)
    add_step (axis, scene->evidence[i].box);
  for (guint i = 0; i < scene->n_badges; i++)
    add_box (axis, scene->badges[i].box);
  for (guint i = 0; i < scene->n_connectors; i++)
    add_box (axis, scene->connectors[i].label_box);
  merge (axis->steps);
  merge (axis->all);
}

/* The last place up to @high that lies in no span.  Merged spans do not overlap, so that only
 * the last one that begins before @high can hold it. */
static double
last_free (const GArray *spans,
           double        high)
{
  guint n = 0;   /* spans that begin before */
  const Span *last;

  for (guint end = spans->len; n < end;) {
    guint middle = n + (end - n) / 2;

    if (g_array_index (spans, Span, middle).start < high)
      n = middle + 1;
    else
      end = middle;
  }
  if (n == 0)
    return high;
  last = &g_array_index (spans, Span, n - 1);
  return high < last->end ? last->start : high;
}

/* The last place that cuts nothing, in the part of @length from @start; its end when
 * there is none. */
static double
find_cut (const Axis *axis,
          double      start,
          double      length)
{
  double low = start + length * LEAST_FILL, high = start + length, cut;

  for (guint i = axis->better->len; i > 0; i--) {
    double place = g_array_index (axis->better, double, i - 1);

    if (place > start + length * LEAST_BETTER && place <= high)
      return place;
  }
  cut = last_free (axis->all, high);
  if (cut <= low)
    cut = last_free (axis->steps, high);
  return cut > low ? cut : high;
}

/* Cuts @from..@to into parts: the first at most @first long, the others at most @rest,
 * all but the last shorter by the overlap.  Returns the ends. */
static GArray *
cut_axis (const Axis *axis,
          double      from,
          double      to,
          double      first,
          double      rest)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (double));
  double start = from;

  for (double length = first; start + length < to; length = rest) {
    double end = find_cut (axis, start, length - axis->overlap);

    g_array_append_val (ends, end);
    start = end;
  }
  g_array_append_val (ends, to);
  return ends;
}

static TlBox
phases_box (const TlScene *scene)
{
  TlBox box = { 0 };

  for (guint i = 0; i < scene->n_phases; i++)
    box = i == 0 ? scene->phases[i].box : tl_box_union (box, scene->phases[i].box);
  return scene->n_phases > 0 ? tl_box_grow (box, AIR) : box;
}

/* Bands from top to bottom; the page where there are none. */
static Span
bands_span (const TlScene *scene)
{
  const TlSceneBand *last;

  if (scene->n_bands == 0)
    return (Span) { scene->page.y, scene->page.y + scene->page.h };

  last = &scene->bands[scene->n_bands - 1];
  return (Span) { scene->bands[0].box.y, last->box.y + last->box.h };
}

static TlBox
from_to (double x0,
         double y0,
         double x1,
         double y1)
{
  return (TlBox) { x0, y0, x1 - x0, y1 - y0 };
}

/* The part of the lanes' names that stands left of @shown. */
static TlBox
names_box (const TlScene *scene,
           TlBox          shown,
           double         width)
{
  Span bands = bands_span (scene);
  double top = CLAMP (bands.start, shown.y, shown.y + shown.h);
  double bottom = CLAMP (bands.end, top, shown.y + shown.h);

  return (TlBox) { scene->page.x, top, bottom > top ? width : 0, bottom - top };
}

GArray *
tl_sheets_tile (const TlScene     *scene,
                const TlSheetSize *size)
{
  GArray *sheets = g_array_new (FALSE, FALSE, sizeof (TlSheet));
  g_auto (Axis) across = { 0 }, down = { 0 };
  g_autoptr (GArray) rights = NULL;
  g_autoptr (GArray) bottoms = NULL;
  TlBox page = scene->page, phases = phases_box (scene);
  double names = scene->grid.x - page.x;
  double right = page.x + page.w, bottom = page.y + page.h;
  double y = page.y;

  axis_init (&across, scene, TRUE, size->overlap);
  axis_init (&down, scene, FALSE, size->overlap);
  rights = cut_axis (&across, page.x, right, size->width, size->width - names);
  bottoms = cut_axis (&down, page.y, bottom, size->height - size->less, size->height - phases.h);

  for (guint row = 0; row < bottoms->len; row++) {
    double y1 = g_array_index (bottoms, double, row), x = page.x;

    for (guint column = 0; column < rights->len; column++) {
      double x1 = g_array_index (rights, double, column);
      TlBox shown = from_to (x, y, MIN (x1 + size->overlap, right),
                             MIN (y1 + size->overlap, bottom));
      TlSheet sheet = {
        .row = row, .column = column, .own = from_to (x, y, x1, y1), .shown = shown,
        .names = names_box (scene, shown, column > 0 ? names : 0),
        .phases = { shown.x, phases.y, shown.w, row > 0 ? phases.h : 0 },
      };

      g_array_append_val (sheets, sheet);
      x = x1;
    }
    y = y1;
  }
  return sheets;
}

GArray *
tl_sheets_columns (const TlScene *scene,
                   double         length)
{
  g_auto (Axis) across = { 0 };

  axis_init (&across, scene, TRUE, 0);
  for (guint i = 1; i < scene->n_phases; i++)
    g_array_append_val (across.better, scene->phases[i].box.x);
  return cut_axis (&across, scene->grid.x, scene->page.x + scene->page.w, length, length);
}

char *
tl_sheet_code (const TlSheet *sheet)
{
  GString *code = g_string_new (NULL);

  for (guint left = sheet->row + 1; left > 0; left = (left - 1) / 26)
    g_string_prepend_c (code, 'A' + (left - 1) % 26);
  g_string_append_printf (code, "%u", sheet->column + 1);
  return g_string_free (code, FALSE);
}
