/* shape.h - the outline of everything that has one.
 *
 * One shape is one outline function: drawing, picking, connector ends and export
 * all ask it, so that what is seen is what is hit.  Paths are appended to, in
 * chart units, closed, clockwise.
 */
#pragma once

#include "geometry/path.h"
#include "layout/scene.h"

G_BEGIN_DECLS

#define TL_SHAPE_RADIUS 9.0    /* corners of an action or wait */
#define TL_SHAPE_POINT  14.0   /* how far a decision's left and right points reach in */
#define TL_SHAPE_EAR    16.0   /* folded corner of an evidence sheet */
#define TL_SHAPE_ARROW  10.0   /* how far a phase chevron points */

void  tl_shape_step     (TlStepKind  kind,
                         TlBox       box,
                         TlPath     *path);
/* Sides of a box. */
typedef enum {
  TL_SIDE_RIGHT, TL_SIDE_LEFT, TL_SIDE_TOP, TL_SIDE_BOTTOM, TL_N_SIDES
} TlSide;

/* Where a connector that comes straight at @side ends: on the outline, @offset
 * from the middle of that side (rightward or downward). */
TlPoint tl_shape_end  (TlStepKind  kind,
                       TlBox       box,
                       TlSide      side,
                       double      offset);

/* The part of @box that a label may use without touching the outline. */
TlBox tl_shape_text_box (TlStepKind  kind,
                         TlBox       box);
void  tl_shape_badge    (TlBadgeKind kind,
                         TlBox       box,
                         TlPath     *path);
/* A sheet with its top right corner folded, and the fold itself (not closed). */
void  tl_shape_sheet    (TlBox       box,
                         TlPath     *path);
void  tl_shape_fold     (TlBox       box,
                         TlPath     *path);
/* A phase's arrow; @notched where another phase points into it from the left. */
void  tl_shape_chevron  (TlBox       box,
                         gboolean    notched,
                         TlPath     *path);

G_END_DECLS
