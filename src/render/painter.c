/* painter.c - the order of painting, and what its parts share. */
#include "render/painter.h"

#include <math.h>

#include "render/paint.h"

/* Strokes, halos and ticks reach this far out of the boxes of the scene. */
#define OVERHANG 8.0

gboolean
tl_paint_is_visible (const TlPainter *painter,
                     TlBox            box)
{
  TlBox clip = painter->options->clip;

  return clip.w <= 0 || tl_box_overlaps (tl_box_grow (box, OVERHANG), clip);
}

void
tl_paint_path (TlPainter    *painter,
               const TlPath *path,
               TlColour      fill,
               const TlPen  *pen)
{
  painter->sink->klass->path (painter->sink, path->pieces, path->n, fill, pen);
}

void
tl_paint_level (TlPainter   *painter,
                double       x0,
                double       x1,
                double       y,
                const TlPen *pen)
{
  TlBox clip = painter->options->clip;
  TlPen plain = *pen;
  double period = 0;
  TlPath path = { 0 };

  if (painter->options->simplified)
    plain.dashes = NULL;   /* too fine to be seen */
  for (guint i = 0; plain.dashes != NULL && i < plain.n_dashes; i++)
    period += plain.dashes[i];

  if (clip.w > 0) {
    double hidden = clip.x - OVERHANG - x0;

    x1 = MIN (x1, clip.x + clip.w + OVERHANG);
    if (hidden > 0)
      x0 += period > 0 ? floor (hidden / period) * period : hidden;
  }
  if (x1 <= x0)
    return;

  tl_path_start (&path, (TlPoint) { x0, y });
  tl_path_line (&path, (TlPoint) { x1, y });
  tl_paint_path (painter, &path, TL_NO_COLOUR, &plain);
}

void
tl_paint_text (TlPainter         *painter,
               const TlSceneText *text,
               TlColour           colour)
{
  if (text->text != NULL && !painter->options->simplified)
    painter->sink->klass->text (painter->sink, text, colour);
}

void
tl_paint_open_layer (TlPainter  *painter,
                     const char *kind)
{
  painter->sink->klass->open_group (painter->sink, NULL, kind, NULL);
}

/* Swallows @title. */
void
tl_paint_open_record (TlPainter  *painter,
                      TlId        id,
                      const char *kind,
                      char       *title)
{
  const TlChart *chart = painter->options->chart;
  const TlRecord *record = chart != NULL && id != TL_ID_NONE ? tl_chart_get (chart, id) : NULL;

  painter->sink->klass->open_group (painter->sink, record != NULL ? record->name : NULL, kind,
                                    title);
  g_free (title);
}

void
tl_paint_close (TlPainter *painter)
{
  painter->sink->klass->close_group (painter->sink);
}

static void
append (TlPainter   *painter,
        TlPathPiece  piece)
{
  g_array_append_val (painter->pieces, piece);
}

void
tl_paint_begin_path (TlPainter *painter)
{
  g_array_set_size (painter->pieces, 0);
}

void
tl_paint_move_to (TlPainter *painter,
                  TlPoint    to)
{
  append (painter, (TlPathPiece) { TL_PATH_MOVE, { to } });
}

void
tl_paint_line_to (TlPainter *painter,
                  TlPoint    to)
{
  append (painter, (TlPathPiece) { TL_PATH_LINE, { to } });
}

void
tl_paint_curve_to (TlPainter *painter,
                   TlPoint    handle1,
                   TlPoint    handle2,
                   TlPoint    to)
{
  append (painter, (TlPathPiece) { TL_PATH_CURVE, { handle1, handle2, to } });
}

/* A whole closed box. */
void
tl_paint_box_to (TlPainter *painter,
                 TlBox      box)
{
  TlPath path = { 0 };

  tl_path_box (&path, box);
  g_array_append_vals (painter->pieces, path.pieces, path.n);
}

void
tl_paint_end_path (TlPainter   *painter,
                   TlColour     fill,
                   const TlPen *pen)
{
  painter->sink->klass->path (painter->sink, (const TlPathPiece *) (void *) painter->pieces->data,
                              painter->pieces->len, fill, pen);
}

void
tl_paint_scene (const TlScene        *scene,
                TlSink               *sink,
                const TlPaintOptions *options)
{
  TlPainter painter = { .scene = scene, .sink = sink, .options = options, .theme = options->theme };

  if (options->marks != NULL)
    painter.faded = tl_theme_faded (options->theme);
  painter.pieces = g_array_new (FALSE, FALSE, sizeof (TlPathPiece));
  tl_paint_bands (&painter);
  tl_paint_headings (&painter);
  tl_paint_curve (&painter);
  tl_paint_evidence (&painter);
  tl_paint_frames (&painter);
  tl_paint_connectors (&painter);
  tl_paint_steps (&painter);
  tl_paint_badges (&painter);
  tl_paint_tags (&painter);
  tl_paint_footer (&painter);
  tl_paint_legend (&painter);
  g_array_unref (painter.pieces);
}
