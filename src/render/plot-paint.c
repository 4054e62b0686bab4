/* plot-paint.c - a picture of numbers through a sink. */
#include "render/plot.h"

#include <math.h>

#define STRIPE_APART 5.0
#define HALO         3.0    /* of the page's colour, beside lines that cross bars */
#define OVERHANG     8.0    /* of strokes, out of the boxes of marks */

static const double dashes[] = { 6, 4 };

typedef struct {
  /* Borrowed */
  const TlPlot      *plot;
  TlSink            *sink;
  const TlPlotPaint *paint;
  const TlTheme     *theme;

  /* Owned */
  GArray            *pieces;   /* TlPathPiece */
  GHashTable        *named;    /* ids that a group has already: they are unique */
} Painter;

/* On paper without colour everything is black: its paints fill with white. */
static TlColour
colour_of (const TlTheme *theme,
           TlInk         ink)
{
  gboolean plain = theme->hatched;

  switch (ink) {
  case TL_INK_MUTED:
  case TL_INK_NONE:
    return theme->muted;
  case TL_INK_GRID:
    return plain ? theme->curve_zero : theme->separator;
  case TL_INK_AXIS:
  case TL_INK_LINE:
    return theme->rule;
  case TL_INK_PAGE:
    return theme->page;
  case TL_INK_HIGH:
  case TL_INK_MISSED:
    return plain ? theme->text : theme->failure[TL_PRIORITY_HIGH].fill;
  case TL_INK_MEDIUM:
    return plain ? theme->text : theme->failure[TL_PRIORITY_MEDIUM].fill;
  case TL_INK_LOW:
    return plain ? theme->text : theme->failure[TL_PRIORITY_LOW].fill;
  case TL_INK_DRAWN:
    return theme->curve;
  case TL_INK_MEASURED:
    return theme->bands[TL_BAND_CUSTOMER].edge;
  case TL_INK_MET:
    return theme->bands[TL_BAND_ONSTAGE].edge;
  case TL_INK_TEXT:
  case TL_N_INKS:
  default:
    return theme->text;
  }
}

static void
draw_path (Painter      *painter,
           const TlPath *path,
           TlColour      fill,
           const TlPen  *pen)
{
  painter->sink->klass->path (painter->sink, path->pieces, path->n, fill, pen);
}

static void
draw_pieces (Painter     *painter,
             const TlPen *pen)
{
  if (painter->pieces->len > 0)
    painter->sink->klass->path (painter->sink,
                                (const TlPathPiece *) (const void *) painter->pieces->data,
                                painter->pieces->len, TL_NO_COLOUR, pen);
}

static void
add_piece (Painter  *painter,
           TlPathOp  op,
           TlPoint   to)
{
  TlPathPiece piece = { op, { to } };

  g_array_append_val (painter->pieces, piece);
}

static void
draw_line (Painter      *painter,
           const TlPlotMark *mark)
{
  TlPen pen = { colour_of (painter->theme, mark->ink), mark->width,
                mark->dashed ? dashes : NULL, mark->dashed ? G_N_ELEMENTS (dashes) : 0 };
  TlPen halo = { painter->theme->page, mark->width + HALO, NULL, 0 };

  /* What is no tint must be thin, or it hides what stands on it. */
  if (mark->ink == TL_INK_GRID && painter->theme->hatched)
    pen.width = mark->width / 2;
  g_array_set_size (painter->pieces, 0);
  for (guint i = 0; i < mark->n_points; i++)
    add_piece (painter, i == 0 ? TL_PATH_MOVE : TL_PATH_LINE,
               g_array_index (painter->plot->points, TlPoint, mark->first + i));
  if (mark->n_points > 2)
    draw_pieces (painter, &halo);
  draw_pieces (painter, &pen);
}

/* Rising stripes, each cut off at the edges of the box. */
static void
draw_stripes (Painter     *painter,
              TlBox        box,
              const TlPen *pen)
{
  g_array_set_size (painter->pieces, 0);
  for (double at = STRIPE_APART; at < box.w + box.h; at += STRIPE_APART) {
    double from = MIN (at, box.h), to = MIN (at, box.w);

    add_piece (painter, TL_PATH_MOVE, (TlPoint) { box.x + at - from, box.y + from });
    add_piece (painter, TL_PATH_LINE, (TlPoint) { box.x + to, box.y + at - to });
  }
  draw_pieces (painter, pen);
}

static void
draw_bar (Painter      *painter,
          const TlPlotMark *mark)
{
  TlColour colour = colour_of (painter->theme, mark->ink);
  TlPen edge = { colour, 1.4, NULL, 0 }, stripe = { colour, 1.4, NULL, 0 };
  TlPath path = { 0 };

  tl_path_box (&path, mark->box);
  draw_path (painter, &path, mark->hatch == TL_HATCH_FULL ? colour : painter->theme->page,
             mark->ink == TL_INK_PAGE ? NULL : &edge);
  if (mark->hatch == TL_HATCH_STRIPES)
    draw_stripes (painter, mark->box, &stripe);
}

static void
trace_marker (TlMarker  marker,
              TlBox     b,
              TlPath   *path)
{
  double x = b.x + b.w / 2, y = b.y + b.h / 2;

  switch (marker) {
  case TL_MARKER_DISC:
  case TL_MARKER_RING:
  default:
    tl_path_rounded (path, b, b.w / 2);
    break;
  case TL_MARKER_SQUARE:
    tl_path_box (path, tl_box_grow (b, -0.5));
    break;
  case TL_MARKER_CROSS:
    tl_path_start (path, (TlPoint) { b.x, b.y });
    tl_path_line (path, (TlPoint) { b.x + b.w, b.y + b.h });
    tl_path_start (path, (TlPoint) { b.x + b.w, b.y });
    tl_path_line (path, (TlPoint) { b.x, b.y + b.h });
    break;
  case TL_MARKER_DIAMOND:
    tl_path_start (path, (TlPoint) { x, b.y - 1 });
    tl_path_line (path, (TlPoint) { b.x + b.w + 1, y });
    tl_path_line (path, (TlPoint) { x, b.y + b.h + 1 });
    tl_path_line (path, (TlPoint) { b.x - 1, y });
    tl_path_close (path);
    break;
  }
}

static void
draw_point (Painter      *painter,
            const TlPlotMark *mark)
{
  TlColour colour = colour_of (painter->theme, mark->ink);
  TlPen pen = { colour, mark->marker == TL_MARKER_CROSS ? 2.6 : 2, NULL, 0 };
  TlColour fill = mark->marker == TL_MARKER_CROSS ? TL_NO_COLOUR
                : mark->marker == TL_MARKER_RING ? painter->theme->page : colour;
  TlPath path = { 0 };

  trace_marker (mark->marker, mark->box, &path);
  draw_path (painter, &path, fill, &pen);
}

/* Lines are not told from their box: those that are long cross the whole picture. */
static gboolean
is_visible (const Painter    *painter,
            const TlPlotMark *mark)
{
  return painter->paint->clip.w <= 0 || mark->kind == TL_MARK_LINE ||
         tl_box_overlaps (tl_box_grow (mark->box, OVERHANG), painter->paint->clip);
}

static void
draw_mark (Painter      *painter,
           const TlPlotMark *mark)
{
  switch (mark->kind) {
  case TL_MARK_TEXT:
    painter->sink->klass->text (painter->sink, &mark->text,
                                colour_of (painter->theme, mark->ink));
    break;
  case TL_MARK_LINE:
    draw_line (painter, mark);
    break;
  case TL_MARK_BAR:
    draw_bar (painter, mark);
    break;
  case TL_MARK_POINT:
  default:
    draw_point (painter, mark);
    break;
  }
}

static gboolean
is_selected (const Painter *painter,
             guint          spot)
{
  for (guint i = 0; i < painter->paint->n_selected; i++) {
    if (tl_plot_spot_shows (painter->plot, spot, painter->paint->selected[i]))
      return TRUE;
  }
  return FALSE;
}

/* Under everything, so that no number is hidden by it. */
static void
draw_selected (Painter *painter)
{
  TlPen pen = { painter->paint->accent, 2, NULL, 0 };

  for (guint i = 0; i < painter->plot->spots->len; i++) {
    TlPath path = { 0 };

    if (g_array_index (painter->plot->spots, TlPlotSpot, i).quiet || !is_selected (painter, i))
      continue;
    tl_path_rounded (&path, g_array_index (painter->plot->spots, TlPlotSpot, i).box, 5);
    draw_path (painter, &path, TL_NO_COLOUR, &pen);
  }
}

static void
open_spot (Painter *painter,
           guint    index)
{
  const TlPlotSpot *spot = &g_array_index (painter->plot->spots, TlPlotSpot, index);
  TlId id = spot->n_ids > 0 ? g_array_index (painter->plot->ids, TlId, spot->first_id)
                            : TL_ID_NONE;
  const TlRecord *record = painter->paint->chart != NULL && id != TL_ID_NONE
                             ? tl_chart_get (painter->paint->chart, id) : NULL;
  const char *name = record != NULL && g_hash_table_add (painter->named, GUINT_TO_POINTER (id))
                       ? record->name : NULL;

  painter->sink->klass->open_group (painter->sink, name, "value", spot->text);
}

void
tl_plot_paint (const TlPlot      *plot,
               TlSink            *sink,
               const TlPlotPaint *paint)
{
  Painter painter = { plot, sink, paint, paint->theme, NULL, NULL };
  guint open = G_MAXUINT;

  painter.pieces = g_array_new (FALSE, FALSE, sizeof (TlPathPiece));
  painter.named = g_hash_table_new (NULL, NULL);
  draw_selected (&painter);
  for (guint i = 0; i < plot->marks->len; i++) {
    const TlPlotMark *mark = &g_array_index (plot->marks, TlPlotMark, i);

    if (!is_visible (&painter, mark))
      continue;
    if (mark->spot != open && open != G_MAXUINT)
      sink->klass->close_group (sink);
    if (mark->spot != open && mark->spot != G_MAXUINT)
      open_spot (&painter, mark->spot);
    open = mark->spot;
    draw_mark (&painter, mark);
  }
  if (open != G_MAXUINT)
    sink->klass->close_group (sink);
  g_hash_table_unref (painter.named);
  g_array_unref (painter.pieces);
}

static void
paint_cb (gconstpointer  data,
          TlSink        *sink,
          const TlTheme *theme,
          const TlChart *chart)
{
  const TlPlotPaint paint = { .theme = theme, .chart = chart };

  tl_plot_paint (data, sink, &paint);
}

TlDrawing
tl_plot_drawing (const TlPlot *plot)
{
  return (TlDrawing) { { 0, 0, plot->width, plot->height }, paint_cb, plot };
}
