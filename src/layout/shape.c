/* shape.c - outlines, one function and one table row each. */
#include "layout/shape.h"

/* Between an outline and the text inside it. */
#define PADDING 8.0

typedef struct {
  void (*outline) (TlBox   box,
                   TlPath *path);
  double inset;   /* of the label from the left and right ends, padding included */
} Shape;

static void
outline_rounded (TlBox   box,
                 TlPath *path)
{
  tl_path_rounded (path, box, TL_SHAPE_RADIUS);
}

static void
outline_pill (TlBox   box,
              TlPath *path)
{
  tl_path_rounded (path, box, box.h / 2);
}

/* The points stay where they are however tall the box grows: ports on the top
 * and bottom keep their room. */
static void
outline_hexagon (TlBox   box,
                 TlPath *path)
{
  double point = MIN (TL_SHAPE_POINT, box.w / 2);
  double right = box.x + box.w, middle = box.y + box.h / 2;

  tl_path_start (path, (TlPoint) { box.x + point, box.y });
  tl_path_line (path, (TlPoint) { right - point, box.y });
  tl_path_line (path, (TlPoint) { right, middle });
  tl_path_line (path, (TlPoint) { right - point, box.y + box.h });
  tl_path_line (path, (TlPoint) { box.x + point, box.y + box.h });
  tl_path_line (path, (TlPoint) { box.x, middle });
  tl_path_close (path);
}

static void
outline_bar (TlBox   box,
             TlPath *path)
{
  tl_path_rounded (path, box, 2);
}

static void
outline_tag (TlBox   box,
             TlPath *path)
{
  tl_path_rounded (path, box, 5);
}

static const Shape steps[] = {
  [TL_STEP_START]    = { outline_pill,    PADDING + 6 },
  [TL_STEP_ACTION]   = { outline_rounded, PADDING },
  [TL_STEP_DECISION] = { outline_hexagon, PADDING + 8 },
  [TL_STEP_WAIT]     = { outline_rounded, PADDING },
  [TL_STEP_FORK]     = { outline_bar,     0 },
  [TL_STEP_JOIN]     = { outline_bar,     0 },
  [TL_STEP_END]      = { outline_pill,    PADDING + 6 },
};

static const Shape badges[] = {
  [TL_BADGE_FAILURE]  = { outline_pill, 0 },
  [TL_BADGE_RECOVERY] = { outline_tag,  0 },
  [TL_BADGE_WAIT]     = { outline_pill, 0 },
};

void
tl_shape_step (TlStepKind  kind,
               TlBox       box,
               TlPath     *path)
{
  g_return_if_fail (kind >= TL_STEP_START && kind <= TL_STEP_END);

  steps[kind].outline (box, path);
}

TlBox
tl_shape_text_box (TlStepKind kind,
                   TlBox      box)
{
  double inset, drop;

  g_return_val_if_fail (kind >= TL_STEP_START && kind <= TL_STEP_END, box);

  inset = MIN (steps[kind].inset, box.w / 2);
  drop = MIN (MIN (steps[kind].inset, PADDING), box.h / 2);
  return (TlBox) { box.x + inset, box.y + drop, box.w - 2 * inset, box.h - 2 * drop };
}

void
tl_shape_badge (TlBadgeKind kind,
                TlBox       box,
                TlPath     *path)
{
  g_return_if_fail (kind <= TL_BADGE_WAIT);

  badges[kind].outline (box, path);
}

void
tl_shape_sheet (TlBox   box,
                TlPath *path)
{
  double ear = MIN (TL_SHAPE_EAR, MIN (box.w, box.h) / 2);
  double right = box.x + box.w;

  tl_path_start (path, (TlPoint) { box.x, box.y });
  tl_path_line (path, (TlPoint) { right - ear, box.y });
  tl_path_line (path, (TlPoint) { right, box.y + ear });
  tl_path_line (path, (TlPoint) { right, box.y + box.h });
  tl_path_line (path, (TlPoint) { box.x, box.y + box.h });
  tl_path_close (path);
}

void
tl_shape_fold (TlBox   box,
               TlPath *path)
{
  double ear = MIN (TL_SHAPE_EAR, MIN (box.w, box.h) / 2);
  double fold = box.x + box.w - ear;

  tl_path_start (path, (TlPoint) { fold, box.y });
  tl_path_line (path, (TlPoint) { fold, box.y + ear });
  tl_path_line (path, (TlPoint) { fold + ear, box.y + ear });
}

void
tl_shape_chevron (TlBox     box,
                  gboolean  notched,
                  TlPath   *path)
{
  double arrow = MIN (TL_SHAPE_ARROW, box.w / 2);
  double right = box.x + box.w, bottom = box.y + box.h, middle = box.y + box.h / 2;

  tl_path_start (path, (TlPoint) { box.x, box.y });
  tl_path_line (path, (TlPoint) { right - arrow, box.y });
  tl_path_line (path, (TlPoint) { right, middle });
  tl_path_line (path, (TlPoint) { right - arrow, bottom });
  tl_path_line (path, (TlPoint) { box.x, bottom });
  if (notched)
    tl_path_line (path, (TlPoint) { box.x + arrow, middle });
  tl_path_close (path);
}
