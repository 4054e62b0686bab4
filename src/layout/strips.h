/* strips.h - a journey folded like a text, into strips one under the other.
 *
 * A strip holds some columns of the scene.  What is empty in those columns is left out:
 * a strip is a pile of slices, and between two slices nothing is but the ground of
 * lanes and connectors that run straight down, which go on as if nothing were missing.
 *
 * Invariants (tests/test-strips measures them):
 *   (1) slices are in order, do not overlap, and hold every step, sheet of evidence,
 *       badge, label and level run of a connector in the strip's columns;
 *   (2) what is left out is the ground of one lane, so that every lane and every line
 *       between lanes is in every strip;
 *   (3) no strip is wider than it may be.
 */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

typedef struct {
  double y0, y1;         /* chart units */
} TlSlice;

typedef struct {
  double  x0, x1;        /* the columns, chart units */
  TlSlice *slices;       /* owned */
  guint   n_slices;
  double  height;        /* of all slices */
} TlStrip;

/* Elements are TlStrip.  @width: chart units right of the lanes' names. */
GArray *tl_strips_new    (const TlScene *scene,
                          double         width) G_GNUC_WARN_UNUSED_RESULT;

/* How far below the strip's top the scene's @y is; of what is left out, where it was. */
double  tl_strip_place   (const TlStrip *strip,
                          double         y);

G_END_DECLS
