/* geometry.h - points and boxes in chart units.
 *
 * One chart unit is 1/96 inch; x grows to the right, y grows downward.  Plain
 * values, no GObject, nothing here allocates.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double x, y;
} TlPoint;

typedef struct {
  double x, y;   /* top left corner */
  double w, h;   /* never negative: see tl_box_from_corners() */
} TlBox;

TlBox    tl_box_from_corners  (TlPoint a,
                               TlPoint b);
TlBox    tl_box_union         (TlBox   a,
                               TlBox   b);
TlBox    tl_box_grow          (TlBox   box,
                               double  by);
TlPoint  tl_box_centre        (TlBox   box);

/* Touching edges do not overlap. */
gboolean tl_box_overlaps      (TlBox   a,
                               TlBox   b);
gboolean tl_box_contains      (TlBox   box,
                               TlPoint point);

/* Whether the straight run from @a to @b (horizontal or vertical) enters the
 * inside of @box; running along an edge does not count. */
gboolean tl_box_cut_by_run    (TlBox   box,
                               TlPoint a,
                               TlPoint b);

G_END_DECLS
