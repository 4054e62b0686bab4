/* sink-cairo.c - draws on a cairo context. */
#include "render/sink-cairo.h"

typedef struct {
  TlSink          sink;

  /* Borrowed */
  cairo_t        *cr;
  TlTextMeasurer *measurer;

  TlTextQuality   quality;
} CairoSink;

static void
set_colour (cairo_t  *cr,
            TlColour  colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
open_group (TlSink     *sink G_GNUC_UNUSED,
            const char *id G_GNUC_UNUSED,
            const char *kind G_GNUC_UNUSED,
            const char *title G_GNUC_UNUSED)
{
}

static void
close_group (TlSink *sink G_GNUC_UNUSED)
{
}

/* Returns whether the path is made of level and upright runs only. */
static gboolean
trace (cairo_t           *cr,
       const TlPathPiece *pieces,
       guint              n_pieces)
{
  gboolean straight = TRUE;

  cairo_new_path (cr);
  for (guint i = 0; i < n_pieces; i++) {
    const TlPoint *p = pieces[i].p;

    if (pieces[i].op == TL_PATH_CURVE)
      straight = FALSE;
    else if (pieces[i].op == TL_PATH_LINE && straight && i > 0)
      straight = pieces[i - 1].p[0].x == p[0].x || pieces[i - 1].p[0].y == p[0].y;

    switch (pieces[i].op) {
    case TL_PATH_MOVE:
      cairo_move_to (cr, p[0].x, p[0].y);
      break;
    case TL_PATH_LINE:
      cairo_line_to (cr, p[0].x, p[0].y);
      break;
    case TL_PATH_CURVE:
      cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
      break;
    case TL_PATH_CLOSE:
      cairo_close_path (cr);
      break;
    default:
      g_assert_not_reached ();
    }
  }
  return straight;
}

static void
draw_path (TlSink            *sink,
           const TlPathPiece *pieces,
           guint              n_pieces,
           TlColour           fill,
           const TlPen       *pen)
{
  cairo_t *cr = ((CairoSink *) sink)->cr;
  gboolean straight = trace (cr, pieces, n_pieces);

  if (fill != TL_NO_COLOUR) {
    set_colour (cr, fill);
    cairo_fill_preserve (cr);
  }
  if (pen != NULL) {
    set_colour (cr, pen->colour);
    cairo_set_line_width (cr, pen->width);
    /* Straight runs with sharp corners are what cairo strokes fastest, by far. */
    cairo_set_line_join (cr, straight ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash (cr, pen->dashes, pen->dashes != NULL ? (int) pen->n_dashes : 0, 0);
    cairo_stroke (cr);
  } else {
    cairo_new_path (cr);
  }
}

static void
draw_text (TlSink            *sink,
           const TlSceneText *text,
           TlColour           colour)
{
  CairoSink *self = (CairoSink *) sink;

  set_colour (self->cr, colour);
  for (guint i = 0; i < text->text->n_lines; i++) {
    double x, baseline;

    tl_sink_line_place (text, i, &x, &baseline);
    tl_text_draw_line (self->measurer, self->cr, text->text, i, x, baseline, self->quality);
  }
}

static void
free_sink (TlSink *sink)
{
  g_free (sink);
}

static const TlSinkClass cairo_sink = {
  open_group, close_group, draw_path, draw_text, free_sink,
};

TlSink *
tl_sink_cairo_new (cairo_t        *cr,
                   TlTextMeasurer *measurer,
                   TlTextQuality   quality)
{
  CairoSink *self = g_new0 (CairoSink, 1);

  self->sink.klass = &cairo_sink;
  self->cr = cr;
  self->measurer = measurer;
  self->quality = quality;
  return &self->sink;
}
