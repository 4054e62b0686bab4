/* geometry.c - points and boxes in chart units. */
#include "geometry/geometry.h"

TlBox
tl_box_from_corners (TlPoint a,
                     TlPoint b)
{
  return (TlBox) { MIN (a.x, b.x), MIN (a.y, b.y), ABS (a.x - b.x), ABS (a.y - b.y) };
}

TlBox
tl_box_union (TlBox a,
              TlBox b)
{
  return tl_box_from_corners ((TlPoint) { MIN (a.x, b.x), MIN (a.y, b.y) },
                              (TlPoint) { MAX (a.x + a.w, b.x + b.w),
                                          MAX (a.y + a.h, b.y + b.h) });
}

TlBox
tl_box_grow (TlBox  box,
             double by)
{
  return (TlBox) { box.x - by, box.y - by, MAX (0, box.w + 2 * by), MAX (0, box.h + 2 * by) };
}

TlPoint
tl_box_centre (TlBox box)
{
  return (TlPoint) { box.x + box.w / 2, box.y + box.h / 2 };
}

gboolean
tl_box_overlaps (TlBox a,
                 TlBox b)
{
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

gboolean
tl_box_contains (TlBox   box,
                 TlPoint point)
{
  return point.x >= box.x && point.x <= box.x + box.w &&
         point.y >= box.y && point.y <= box.y + box.h;
}

gboolean
tl_box_cut_by_run (TlBox   box,
                   TlPoint a,
                   TlPoint b)
{
  TlBox run = tl_box_from_corners (a, b);

  return run.x < box.x + box.w && run.x + run.w > box.x &&
         run.y < box.y + box.h && run.y + run.h > box.y;
}
