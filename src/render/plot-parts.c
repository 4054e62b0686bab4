/* plot-parts.c - what the pictures are put together from. */
#include "render/plot-private.h"

#include <string.h>

/* Samples in the row of keys. */
#define KEY_LINE  26.0
#define KEY_BAR   16.0
#define KEY_POINT 10.0
#define KEY_SPACE  18.0
#define LINE_APART 26.0   /* between the ticks of an upright axis, at least */

/* Texts are broken at widths that are multiples of this: the measurer keeps what it ever
 * measured, and a pane takes any width while it is dragged. */
#define WIDTH_GRAIN 8.0

#define POINT_SIZE 9.0

/* Texts. */

const TlText *
tl_plot_words (TlPlotter   *plotter,
               TlTextStyle  style,
               const char  *text)
{
  return tl_measure_layout (plotter->measure, style, text, 0);
}

/* @text up to @length bytes, without blanks at its end, and an ellipsis. */
static char *
cut (const char *text,
     gsize       length)
{
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  return g_strdup_printf ("%.*s…", (int) length, text);
}

const TlText *
tl_plot_fit (TlPlotter   *plotter,
             TlTextStyle  style,
             const char  *text,
             double       width,
             guint        most)
{
  const TlText *whole, *fitting;
  const char *end;

  width = MAX (floor (width / WIDTH_GRAIN), 1) * WIDTH_GRAIN;
  whole = tl_measure_layout (plotter->measure, style, text, width);
  if (whole->n_lines <= most)
    return whole;
  end = text + whole->lines[most - 1].start + whole->lines[most - 1].length;
  do {
    g_autofree char *shorter = cut (text, (gsize) (end - text));

    fitting = tl_measure_layout (plotter->measure, style, shorter, width);
    end = g_utf8_find_prev_char (text, end);
  } while (fitting->n_lines > most && end != NULL && end > text);
  return fitting;
}

static TlSceneText
place (const TlText *text,
       double        x,
       double        y,
       TlAlign       align)
{
  if (align == TL_ALIGN_CENTRE)
    x -= text->width / 2;
  else if (align == TL_ALIGN_END)
    x -= text->width;
  return (TlSceneText) { text, { x, y, text->width, text->height }, align };
}

static void
add (TlPlotter *plotter,
     TlPlotMark     mark)
{
  mark.spot = plotter->spot;
  g_array_append_val (plotter->plot->marks, mark);
}

void
tl_plot_text (TlPlotter    *plotter,
              const TlText *text,
              TlInk        ink,
              double        x,
              double        y,
              TlAlign       align)
{
  TlSceneText placed = place (text, x, y, align);

  if (text->n_lines > 0)
    add (plotter, (TlPlotMark) { .kind = TL_MARK_TEXT, .ink = ink, .box = placed.box,
                             .text = placed });
}

static gboolean
is_free (const TlPlotter *plotter,
         TlBox            box)
{
  const TlPlot *plot = plotter->plot;
  TlBox wide = { box.x - 2, box.y, box.w + 4, box.h };

  if (box.x < 0 || box.y < 0 || box.x + box.w > plot->width || box.y + box.h > plot->height)
    return FALSE;
  for (guint i = plotter->from; i < plot->marks->len; i++) {
    const TlPlotMark *mark = &g_array_index (plot->marks, TlPlotMark, i);

    if (mark->kind == TL_MARK_TEXT && tl_box_overlaps (mark->box, wide))
      return FALSE;
  }
  return TRUE;
}

gboolean
tl_plot_text_if_free (TlPlotter    *plotter,
                      const TlText *text,
                      TlInk        ink,
                      double        x,
                      double        y,
                      TlAlign       align,
                      gboolean      backed)
{
  TlBox box = place (text, x, y, align).box;

  if (text->n_lines == 0 || !is_free (plotter, box))
    return FALSE;
  if (backed)
    tl_plot_bar (plotter, TL_INK_PAGE, TL_HATCH_FULL,
                 (TlBox) { box.x - 2, box.y, box.w + 4, box.h });
  tl_plot_text (plotter, text, ink, x, y, align);
  return TRUE;
}

/* Marks. */

void
tl_plot_line (TlPlotter     *plotter,
              TlInk         ink,
              double         width,
              gboolean       dashed,
              const TlPoint *points,
              guint          n_points)
{
  TlPlotMark mark = { .kind = TL_MARK_LINE, .ink = ink, .width = width, .dashed = dashed,
                  .first = plotter->plot->points->len, .n_points = n_points };

  if (n_points < 2)
    return;
  g_array_append_vals (plotter->plot->points, points, n_points);
  add (plotter, mark);
}

void
tl_plot_level (TlPlotter *plotter,
               TlInk     ink,
               double     width,
               gboolean   dashed,
               double     x0,
               double     x1,
               double     y)
{
  const TlPoint points[] = { { x0, y }, { x1, y } };

  tl_plot_line (plotter, ink, width, dashed, points, 2);
}

void
tl_plot_bar (TlPlotter *plotter,
             TlInk     ink,
             TlHatch    hatch,
             TlBox      box)
{
  add (plotter, (TlPlotMark) { .kind = TL_MARK_BAR, .ink = ink, .hatch = hatch, .box = box });
}

void
tl_plot_point (TlPlotter *plotter,
               TlInk     ink,
               TlMarker   marker,
               TlPoint    at)
{
  TlBox box = { at.x - POINT_SIZE / 2, at.y - POINT_SIZE / 2, POINT_SIZE, POINT_SIZE };

  add (plotter, (TlPlotMark) { .kind = TL_MARK_POINT, .ink = ink, .marker = marker, .box = box });
}

/* Spots. */

guint
tl_plot_spot_begin (TlPlotter *plotter,
                    TlId       id,
                    TlBox      box,
                    char      *text)
{
  TlPlotSpot spot = { plotter->plot->ids->len, 0, box, FALSE, text };

  plotter->spot = plotter->plot->spots->len;
  g_array_append_val (plotter->plot->spots, spot);
  tl_plot_spot_add (plotter, id);
  return plotter->spot;
}

void
tl_plot_spot_add (TlPlotter *plotter,
                  TlId       id)
{
  if (id == TL_ID_NONE)
    return;
  g_array_append_val (plotter->plot->ids, id);
  g_array_index (plotter->plot->spots, TlPlotSpot, plotter->spot).n_ids++;
}

void
tl_plot_spot_end (TlPlotter *plotter)
{
  plotter->spot = G_MAXUINT;
}

/* The table. */

void
tl_plot_column (TlPlotter  *plotter,
                const char *title,
                gboolean    number)
{
  TlPlotColumn column = { g_strdup (title), number };

  g_array_append_val (plotter->plot->columns, column);
}

void
tl_plot_add_cell (TlPlotter *plotter,
                  char      *text)
{
  g_ptr_array_add (plotter->plot->cells, text != NULL ? text : g_strdup (""));
}

/* The head. */

static double
sample_width (const TlPlotKey *key)
{
  if (key->kind == TL_MARK_LINE || key->line)
    return KEY_LINE;
  return key->kind == TL_MARK_BAR ? KEY_BAR : KEY_POINT;
}

static void
put_sample (TlPlotter       *plotter,
            const TlPlotKey *key,
            double           x,
            double           middle)
{
  double width = sample_width (key);

  if (key->kind == TL_MARK_BAR)
    tl_plot_bar (plotter, key->ink, key->hatch, (TlBox) { x, middle - 5, width, 10 });
  if (key->kind == TL_MARK_LINE || key->line)
    tl_plot_level (plotter, key->ink, 2, key->dashed, x, x + width, middle);
  if (key->kind == TL_MARK_POINT)
    tl_plot_point (plotter, key->ink, key->marker, (TlPoint) { x + width / 2, middle });
}

static double
key_width (TlPlotter       *plotter,
           const TlPlotKey *key)
{
  return sample_width (key) + TL_PLOT_GAP +
         tl_plot_words (plotter, TL_TEXT_LINE, key->label)->width;
}

/* Keys follow each other from @x on, in rows to the end of the area. */
static double
put_keys (TlPlotter       *plotter,
          const TlPlotKey *keys,
          guint            n_keys,
          double           x,
          double           y)
{
  double right = plotter->area.x + plotter->area.w, height = 0;

  for (guint i = 0; i < n_keys; i++) {
    const TlText *label = tl_plot_words (plotter, TL_TEXT_LINE, keys[i].label);
    double width = key_width (plotter, &keys[i]);

    if (x > plotter->area.x && x + width > right + 1) {
      x = plotter->area.x;
      y += height;
    }
    height = label->height + 2;
    put_sample (plotter, &keys[i], x, y + label->height / 2);
    tl_plot_text (plotter, label, TL_INK_MUTED, x + sample_width (&keys[i]) + TL_PLOT_GAP, y,
                  TL_ALIGN_START);
    x += width + KEY_SPACE;
  }
  return y + height;
}

static double
put_title (TlPlotter *plotter)
{
  const TlText *title = tl_plot_fit (plotter, TL_TEXT_TITLE, plotter->plot->title,
                                     plotter->area.w, 3);
  const TlText *chart = tl_plot_fit (plotter, TL_TEXT_SUBTITLE,
                                     tl_chart_info (plotter->chart)->title, plotter->area.w, 2);
  double y = plotter->area.y;

  tl_plot_text (plotter, title, TL_INK_TEXT, plotter->area.x, y, TL_ALIGN_START);
  y += title->height + 2;
  tl_plot_text (plotter, chart, TL_INK_MUTED, plotter->area.x, y, TL_ALIGN_START);
  return y + chart->height + 10;
}

void
tl_plot_head (TlPlotter       *plotter,
              const TlPlotKey *keys,
              guint            n_keys)
{
  double y = plotter->options->titled ? put_title (plotter) : plotter->area.y;
  const TlText *summary = tl_plot_fit (plotter, TL_TEXT_FOOTER, plotter->plot->summary,
                                       plotter->area.w, 6);
  double used = summary->n_lines > 1 ? plotter->area.w : summary->width + 2 * KEY_SPACE;
  double all = -KEY_SPACE;

  for (guint i = 0; i < n_keys; i++)
    all += key_width (plotter, &keys[i]) + KEY_SPACE;
  tl_plot_text (plotter, summary, TL_INK_TEXT, plotter->area.x, y, TL_ALIGN_START);
  if (used + all <= plotter->area.w) {
    put_keys (plotter, keys, n_keys, plotter->area.x + plotter->area.w - all, y + 1);
    y += summary->height + 2;
  } else {
    y += summary->height + (summary->n_lines > 0 ? 4 : 0);
    y = put_keys (plotter, keys, n_keys, plotter->area.x, y);
  }
  y += 6;
  plotter->area.h -= y - plotter->area.y;
  plotter->area.y = y;
}

/* Axes. */

TlTicks
tl_plot_ticks_upright (double     low,
                       double     high,
                       double     length,
                       TlTickUnit unit)
{
  return tl_ticks_new (low, high, (guint) CLAMP (length / LINE_APART + 1, 2, 9), unit);
}

double
tl_plot_axis_width (TlPlotter      *plotter,
                    const TlTicks  *ticks,
                    TlPlotTickText  text,
                    gconstpointer   data)
{
  double widest = 0;

  for (guint i = 0; i < ticks->n; i++) {
    g_autofree char *label = text (plotter, tl_ticks_nth (ticks, i), data);

    widest = MAX (widest, tl_plot_words (plotter, TL_TEXT_LINE, label)->width);
  }
  return widest;
}

double
tl_plot_y (const TlTicks *ticks,
           TlBox          area,
           double         value)
{
  double all = tl_ticks_highest (ticks) - ticks->lowest;

  return area.y + area.h * (1 - (value - ticks->lowest) / all);
}

void
tl_plot_axis (TlPlotter      *plotter,
              const TlTicks  *ticks,
              TlBox           area,
              TlPlotTickText  text,
              gconstpointer   data)
{
  for (guint i = 0; i < ticks->n; i++) {
    double y = tl_plot_y (ticks, area, tl_ticks_nth (ticks, i));
    g_autofree char *label = text (plotter, tl_ticks_nth (ticks, i), data);
    const TlText *words = tl_plot_words (plotter, TL_TEXT_LINE, label);

    tl_plot_level (plotter, i == 0 ? TL_INK_AXIS : TL_INK_GRID, 1, FALSE, area.x,
                   area.x + area.w, y);
    tl_plot_text_if_free (plotter, words, TL_INK_MUTED, area.x - TL_PLOT_GAP,
                          y - words->height / 2, TL_ALIGN_END, FALSE);
  }
}
