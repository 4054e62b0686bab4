/* arrange.h - choosing the cells of a chart that has none, or tidying those it has.
 *
 * Lanes and phases are what people decided and stay as they are; columns and rows
 * are chosen anew.  Time runs left to right: inside a phase a step stands to the
 * right of all that lead to it in its lane, and no column before those of other
 * lanes, except where the flow loops back.  Connectors that cross count first, then
 * bends, then length.
 *
 * Cells that say something are kept or mended where nothing better is found, so
 * that tidying never makes a chart worse.  No font has a say, and arranging twice
 * is arranging once.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

/* @chart: with an open transaction.  Sets column and row of every step and the
 * columns of every phase. */
void tl_arrange (TlChart *chart);

G_END_DECLS
