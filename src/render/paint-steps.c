/* paint-steps.c - steps and the evidence sheets. */
#include "layout/shape.h"
#include "render/paint.h"

/* Between the two outlines of a moment of truth, middle to middle. */
#define DOUBLE_GAP 3.6

static const struct {
  const char *kind;    /* in the picture's groups */
  double      width;   /* of the outline */
} looks[] = {
  [TL_STEP_START]    = { "step start", 1.6 },
  [TL_STEP_ACTION]   = { "step action", 1.4 },
  [TL_STEP_DECISION] = { "step decision", 1.6 },
  [TL_STEP_WAIT]     = { "step wait", 1.4 },
  [TL_STEP_FORK]     = { "step fork", 1.4 },
  [TL_STEP_JOIN]     = { "step join", 1.4 },
  [TL_STEP_END]      = { "step end", 3 },
};

static void
paint_step (TlPainter         *painter,
            const TlSceneStep *step)
{
  gboolean is_bar = step->kind == TL_STEP_FORK || step->kind == TL_STEP_JOIN;
  const TlOverlayMark *mark = tl_paint_mark (painter, step->id);
  TlPen pen = { .width = looks[step->kind].width };
  TlPath path = { 0 };

  tl_paint_fade (painter, step->id);
  pen.colour = painter->theme->bands[step->band].edge;
  tl_shape_step (step->kind, step->box, &path);
  tl_paint_open_record (painter, step->id, looks[step->kind].kind,
                        tl_paint_step_title (painter, step));
  tl_paint_path (painter, &path, is_bar ? pen.colour
                                 : mark != NULL ? tl_paint_hue (painter, mark)->fill
                                                : painter->theme->sheet, &pen);
  if (step->moment_of_truth && !is_bar) {
    TlPath inner = { 0 };

    pen.width = 1.2;
    tl_shape_step (step->kind, tl_box_grow (step->box, -DOUBLE_GAP), &inner);
    tl_paint_path (painter, &inner, TL_NO_COLOUR, &pen);
  }
  tl_paint_text (painter, &step->label, painter->theme->text);
  tl_paint_close (painter);
  tl_paint_unfade (painter);
}

/* Too small for frames and patterns: the whole step has its colour. */
static void
paint_plain_hue (TlPainter *painter,
                  TlHue     hue)
{
  const TlScene *scene = painter->scene;

  tl_paint_begin_path (painter);
  for (guint i = 0; i < scene->n_steps; i++) {
    const TlOverlayMark *mark = tl_paint_mark (painter, scene->steps[i].id);

    if (mark != NULL && tl_paint_is_visible (painter, scene->steps[i].box) &&
        tl_overlay_class (painter->options->marks->overlay->kind, mark->level)->hue == hue)
      tl_paint_box_to (painter, scene->steps[i].box);
  }
  if (painter->pieces->len > 0)
    tl_paint_end_path (painter, painter->theme->hues[hue].edge, NULL);
}

/* All boxes of a band in one path: at a zoom where a whole chart is in view, the
 * number of calls is what costs. */
static void
paint_plain_steps (TlPainter *painter)
{
  const TlScene *scene = painter->scene;

  const TlTheme *theme = painter->options->marks != NULL ? &painter->faded : painter->theme;

  for (guint band = 0; band <= TL_BAND_SUPPORT; band++) {
    TlPen pen = { theme->bands[band].edge, 2, NULL, 0 };

    tl_paint_begin_path (painter);
    for (guint i = 0; i < scene->n_steps; i++) {
      if (scene->steps[i].band == band && tl_paint_is_visible (painter, scene->steps[i].box))
        tl_paint_box_to (painter, scene->steps[i].box);
    }
    if (painter->pieces->len > 0)
      tl_paint_end_path (painter, theme->sheet, &pen);
  }
  for (TlHue hue = 0; painter->options->marks != NULL && hue < TL_N_HUES; hue++)
    paint_plain_hue (painter, hue);
}

static TlBox
step_extent (const TlSceneStep *step)
{
  return step->label.text != NULL ? tl_box_union (step->box, step->label.box) : step->box;
}

void
tl_paint_steps (TlPainter *painter)
{
  const TlScene *scene = painter->scene;

  tl_paint_open_layer (painter, "steps");
  if (painter->options->simplified)
    paint_plain_steps (painter);
  for (guint i = 0; !painter->options->simplified && i < scene->n_steps; i++) {
    if (tl_paint_is_visible (painter, step_extent (&scene->steps[i])))
      paint_step (painter, &scene->steps[i]);
  }
  tl_paint_close (painter);
}

static void
paint_sheet (TlPainter             *painter,
             const TlSceneEvidence *sheet)
{
  TlPen pen = { .width = 1.3 };
  TlPath outline = { 0 }, fold = { 0 };

  tl_paint_fade (painter, sheet->step);
  pen.colour = painter->theme->evidence.edge;
  tl_shape_sheet (sheet->box, &outline);
  tl_shape_fold (sheet->box, &fold);
  tl_paint_path (painter, &outline, painter->theme->sheet, &pen);
  tl_paint_path (painter, &fold, TL_NO_COLOUR, &pen);
  tl_paint_text (painter, &sheet->text, painter->theme->text);
  tl_paint_unfade (painter);
}

static void
paint_plain_sheets (TlPainter *painter)
{
  const TlScene *scene = painter->scene;
  TlPen pen = { painter->theme->evidence.edge, 2, NULL, 0 };

  tl_paint_begin_path (painter);
  for (guint i = 0; i < scene->n_evidence; i++) {
    if (tl_paint_is_visible (painter, scene->evidence[i].box))
      tl_paint_box_to (painter, scene->evidence[i].box);
  }
  if (painter->pieces->len > 0)
    tl_paint_end_path (painter, painter->theme->sheet, &pen);
}

void
tl_paint_evidence (TlPainter *painter)
{
  const TlScene *scene = painter->scene;

  if (scene->n_evidence == 0)
    return;

  tl_paint_open_layer (painter, "evidence");
  if (painter->options->simplified)
    paint_plain_sheets (painter);
  for (guint i = 0; !painter->options->simplified && i < scene->n_evidence; i++) {
    if (tl_paint_is_visible (painter, scene->evidence[i].box))
      paint_sheet (painter, &scene->evidence[i]);
  }
  tl_paint_close (painter);
}
