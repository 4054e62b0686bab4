/* shape.c - outlines, one function and one table row each. */
#include "layout/shape.h"

#include <math.h>

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

/* How far the outline's left and right ends lie inside the box @dy from its middle. */
static double
side_inset (TlStepKind kind,
            TlBox      box,
            double     dy)
{
  double half = box.h / 2, radius;

  if (half <= 0)
    return 0;
  switch (kind) {
  case TL_STEP_DECISION:
    return MIN (TL_SHAPE_POINT, box.w / 2) * MIN (1, fabs (dy) / half);
  case TL_STEP_START:
  case TL_STEP_END:
    radius = MIN (half, box.w / 2);
    dy = MIN (radius, MAX (0, fabs (dy) - (half - radius)));
    return radius - sqrt (radius * radius - dy * dy);
  case TL_STEP_ACTION:
  case TL_STEP_WAIT:
  case TL_STEP_FORK:
  case TL_STEP_JOIN:
  default:
    return 0;
  }
}

/* How far the outline's top and bottom lie inside the box @dx from its middle. */
static double
end_inset (TlStepKind kind,
           TlBox      box,
           double     dx)
{
  double radius = MIN (box.h, box.w) / 2;
  double beyond = fabs (dx) - (box.w / 2 - radius);

  switch (kind) {
  case TL_STEP_DECISION:
    beyond = fabs (dx) - (box.w / 2 - MIN (TL_SHAPE_POINT, box.w / 2));
    return beyond <= 0 ? 0 : box.h / 2 * MIN (1, beyond / TL_SHAPE_POINT);
  case TL_STEP_START:
  case TL_STEP_END:
    beyond = MIN (radius, beyond);
    return beyond <= 0 ? 0 : radius - sqrt (radius * radius - beyond * beyond);
  case TL_STEP_ACTION:
  case TL_STEP_WAIT:
  case TL_STEP_FORK:
  case TL_STEP_JOIN:
  default:
    return 0;
  }
}

TlPoint
tl_shape_end (TlStepKind kind,
              TlBox      box,
              TlSide     side,
              double     offset)
{
  TlPoint centre = tl_box_centre (box);

  switch (side) {
  case TL_SIDE_RIGHT:
    return (TlPoint) { box.x + box.w - side_inset (kind, box, offset), centre.y + offset };
  case TL_SIDE_LEFT:
    return (TlPoint) { box.x + side_inset (kind, box, offset), centre.y + offset };
  case TL_SIDE_TOP:
    return (TlPoint) { centre.x + offset, box.y + end_inset (kind, box, offset) };
  case TL_SIDE_BOTTOM:
    return (TlPoint) { centre.x + offset, box.y + box.h - end_inset (kind, box, offset) };
  case TL_N_SIDES:
  default:
    g_return_val_if_reached (centre);
  }
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
