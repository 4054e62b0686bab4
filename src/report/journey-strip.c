/* journey-strip.c - the service as customers go through it, for those who are new.
 *
 * A column is a moment: what stands in one column of the chart.  Below each other stand
 * how customers feel, what they do, whom they meet, what they see and hold, and what they
 * are told; nothing from behind the line of visibility.  Moments that do not fit beside
 * each other go on in the next strip. */
#include <glib/gi18n-lib.h>

#include "report/grid.h"

#define LABELS_SHARE 0.115   /* of the width, for the names of the rows */
#define MOMENT_LEAST 92.0    /* points */
#define MOMENTS_MOST 12      /* in one strip, on the widest paper */
#define MOOD_HEIGHT  52.0
#define MOOD_EDGE    11.0    /* above delighted and below dissatisfied */

typedef struct {
  TlId     phase;
  GString *does, *meets, *sees, *told;   /* a line each; never NULL */
  int      emotion;                      /* or TL_NO_INT */
} Moment;

static void
moment_clear (gpointer data)
{
  Moment *moment = data;

  g_string_free (moment->does, TRUE);
  g_string_free (moment->meets, TRUE);
  g_string_free (moment->sees, TRUE);
  g_string_free (moment->told, TRUE);
}

static void
add_line (GString    *to,
          const char *line)
{
  g_string_append_printf (to, to->len > 0 ? "\n%s" : "%s", line);
}

/* What customers see, hear and hold there, and what they are told. */
static void
add_evidence (TlPages      *pages,
              Moment       *moment,
              const TlStep *step)
{
  for (guint i = 0; i < step->head.children.n; i++) {
    const TlTouchpoint *touchpoint =
      TL_CHART_GET (pages->chart, TOUCHPOINT, TlTouchpoint, step->head.children.ids[i]);
    g_autofree char *line =
      /* Translators: a channel and what there is of it, "Email: confirmation". */
      g_strdup_printf (_("%1$s: %2$s"),
                       tl_compose_word (TL_RECORD_TOUCHPOINT, "channel", touchpoint->channel),
                       touchpoint->name);

    add_line (moment->sees, line);
  }
  if (step->tell != NULL) {
    g_autofree char *words = tl_compose_words (step->tell);

    add_line (moment->told, words);
  }
}

static void
add_step (TlPages      *pages,
          Moment       *moment,
          const TlStep *step)
{
  const TlLane *lane = TL_CHART_GET (pages->chart, LANE, TlLane, step->lane);

  if (step->kind == TL_STEP_FORK || step->kind == TL_STEP_JOIN)
    return;
  if (lane->band == TL_BAND_CUSTOMER) {
    add_line (moment->does, step->label);
    if (moment->emotion == TL_NO_INT)
      moment->emotion = step->emotion;
  } else if (lane->band == TL_BAND_ONSTAGE && step->kind != TL_STEP_DECISION) {
    add_line (moment->meets, step->label);
  }
  add_evidence (pages, moment, step);
}

static gboolean
is_empty (const Moment *moment)
{
  return moment->does->len + moment->meets->len + moment->sees->len + moment->told->len == 0;
}

/* Moment, in the order of the journey. */
static GArray *
collect (TlPages *pages)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  TlId phase = TL_ID_NONE;
  int column = -1;

  g_array_set_clear_func (moments, moment_clear);
  for (guint i = 0; i < pages->order->n_steps; i++) {
    const TlStep *step = TL_CHART_GET (pages->chart, STEP, TlStep, pages->order->steps[i]);
    Moment *last = moments->len > 0 ? &g_array_index (moments, Moment, moments->len - 1) : NULL;

    if (last == NULL || step->phase != phase || step->column != column) {
      Moment moment = { step->phase, g_string_new (NULL), g_string_new (NULL), g_string_new (NULL),
                        g_string_new (NULL), TL_NO_INT };

      if (last != NULL && is_empty (last))
        g_array_set_size (moments, moments->len - 1);
      g_array_append_val (moments, moment);
      last = &g_array_index (moments, Moment, moments->len - 1);
    }
    phase = step->phase;
    column = step->column;
    add_step (pages, last, step);
  }
  if (moments->len > 0 && is_empty (&g_array_index (moments, Moment, moments->len - 1)))
    g_array_set_size (moments, moments->len - 1);
  return moments;
}

/* A strip. */

typedef struct {
  TlPages      *pages;
  TlGalley     *galley;
  const Moment *moments;
  guint         n, room;       /* moments of it, and that fit beside each other */
  TlGridColumn  columns[MOMENTS_MOST + 1];
} Strip;

static void
put_phases (const Strip *strip)
{
  TlGrid *grid = tl_grid_new (strip->galley, strip->columns, strip->room + 1);
  guint end;

  tl_grid_text (grid, NULL);
  for (guint i = 0; i < strip->n; i = end) {
    const TlPhase *phase =
      TL_CHART_GET (strip->pages->chart, PHASE, TlPhase, strip->moments[i].phase);

    for (end = i + 1; end < strip->n && strip->moments[end].phase == phase->head.id;)
      end++;
    tl_grid_cell (grid, &(TlGridCell) { .text = phase->name, .face = TL_FACE_STRONG,
                                        .span = end - i });
  }
  if (strip->n < strip->room)
    tl_grid_cell (grid, &(TlGridCell) { .span = strip->room - strip->n });
  tl_grid_set (grid);
  tl_galley_keep (strip->galley);
}

/* The middle of a moment's column, at its height on the curve. */
static TlPoint
mood_at (const Strip *strip,
         guint        i)
{
  double width = strip->galley->width, zoom = strip->galley->zoom;
  double step = (MOOD_HEIGHT - 2 * MOOD_EDGE) / 4;

  return (TlPoint) {
    width * (LABELS_SHARE + (i + 0.5) * strip->columns[1].share),
    (MOOD_EDGE + (2 - strip->moments[i].emotion) * step) * zoom,
  };
}

/* "+1", "0", "−2". */
static char *
mood_text (int emotion)
{
  return g_strdup_printf ("%s%d", emotion > 0 ? "+" : emotion < 0 ? "−" : "", ABS (emotion));
}

static void
put_curve (const Strip *strip)
{
  const TlTheme *theme = strip->pages->theme;
  double width = strip->galley->width, zoom = strip->galley->zoom;
  double height = MOOD_HEIGHT * zoom, middle = height / 2;
  TlPage *page = tl_galley_figure (strip->galley, height);
  guint before = G_MAXUINT;

  tl_page_text (page, TL_FACE_SMALL, theme->muted, tl_page_spot (4 * zoom, 1), TL_ALIGN_START,
                _("Delighted"));
  tl_page_text (page, TL_FACE_LABEL, theme->text, tl_page_spot (4 * zoom, middle - 6 * zoom),
                TL_ALIGN_START, _("Feels"));
  tl_page_text (page, TL_FACE_SMALL, theme->muted, tl_page_spot (4 * zoom, height - 13 * zoom),
                TL_ALIGN_START, _("Dissatisfied"));
  tl_page_line (page, (TlPoint) { width * LABELS_SHARE, middle }, (TlPoint) { width, middle },
                theme->curve_zero, 0.6, 3);
  for (guint i = 0; i < strip->n; i++) {
    if (strip->moments[i].emotion == TL_NO_INT)
      continue;
    if (before != G_MAXUINT)
      tl_page_line (page, mood_at (strip, before), mood_at (strip, i), theme->curve, 1.6, 0);
    before = i;
  }
  for (guint i = 0; i < strip->n; i++) {
    g_autofree char *value = NULL;
    TlPoint at;

    if (strip->moments[i].emotion == TL_NO_INT)
      continue;
    at = mood_at (strip, i);
    value = mood_text (strip->moments[i].emotion);
    tl_page_circle (page, at, 3, theme->page, theme->curve, 1.6);
    /* On the side that the line in the middle does not run through. */
    tl_page_text (page, TL_FACE_SMALL, theme->text,
                  tl_page_spot (at.x + 6 * zoom,
                                at.y + (strip->moments[i].emotion < 0 ? 0 : -12) * zoom),
                  TL_ALIGN_START, value);
  }
  tl_galley_keep (strip->galley);
}

static void
put_rows (const Strip *strip)
{
  const struct { const char *label; gsize offset; TlFace face; } rows[] = {
    { _("The customer"), G_STRUCT_OFFSET (Moment, does), TL_FACE_LABEL },
    { _("Sees us"), G_STRUCT_OFFSET (Moment, meets), TL_FACE_SMALL },
    { _("Sees and holds"), G_STRUCT_OFFSET (Moment, sees), TL_FACE_SMALL },
    { _("Hears from us"), G_STRUCT_OFFSET (Moment, told), TL_FACE_SMALL },
  };
  TlGrid *grid = tl_grid_new (strip->galley, strip->columns, strip->room + 1);

  for (guint row = 0; row < G_N_ELEMENTS (rows); row++) {
    if (row > 0)
      tl_grid_keep (grid);
    tl_grid_cell (grid, &(TlGridCell) { .text = rows[row].label, .face = TL_FACE_LABEL });
    for (guint i = 0; i < strip->room; i++) {
      GString *text = i < strip->n
                      ? G_STRUCT_MEMBER (GString *, &strip->moments[i], rows[row].offset) : NULL;

      tl_grid_cell (grid, &(TlGridCell) { .text = text != NULL ? text->str : NULL,
                                          .face = rows[row].face });
    }
  }
  tl_grid_set (grid);
}

static gboolean
has_mood (const Moment *moments,
          guint         n)
{
  for (guint i = 0; i < n; i++) {
    if (moments[i].emotion != TL_NO_INT)
      return TRUE;
  }
  return FALSE;
}

static void
put_strips (TlPages      *pages,
            TlGalley     *galley,
            const GArray *moments)
{
  double least = MOMENT_LEAST * galley->zoom;
  guint most = (guint) CLAMP (galley->width * (1 - LABELS_SHARE) / least, 1, MOMENTS_MOST);
  guint n_strips = (moments->len + most - 1) / most;
  Strip strip = { .pages = pages, .galley = galley };

  strip.room = (moments->len + n_strips - 1) / n_strips;
  strip.columns[0].share = LABELS_SHARE;
  for (guint i = 1; i <= strip.room; i++)
    strip.columns[i].share = (1 - LABELS_SHARE) / strip.room;
  for (guint first = 0; first < moments->len; first += strip.room) {
    strip.moments = &g_array_index (moments, Moment, first);
    strip.n = MIN (strip.room, moments->len - first);
    put_phases (&strip);
    if (has_mood (strip.moments, strip.n))
      put_curve (&strip);
    put_rows (&strip);
    tl_galley_space (galley, 14);
  }
}

static TlGalley *
write_strips (TlPages *pages,
              double   zoom)
{
  g_autoptr (GArray) moments = collect (pages);
  g_autoptr (TlGalley) galley = tl_galley_new_zoomed (pages, TRUE, zoom);
  g_autofree char *subject = tl_compose_subject (pages);

  if (moments->len == 0)
    return NULL;
  tl_galley_outline (galley, 0, tl_print_title (TL_PRINT_JOURNEY));
  tl_galley_title (galley, NULL, tl_print_title (TL_PRINT_JOURNEY), subject);
  if (!has_mood (&g_array_index (moments, Moment, 0), moments->len))
    tl_galley_lacks (galley, _("nobody has said how customers feel on the way"));
  put_strips (pages, galley, moments);
  return g_steal_pointer (&galley);
}

gboolean
tl_print_journey (TlPages  *pages,
                  GError  **error)
{
  return tl_galley_set_large (pages, write_strips) ||
         tl_compose_any (pages, TL_PRINT_JOURNEY, 0, error);
}
