/* arrange.h - choosing the cells of a chart that has none, or tidying those it has.
 *
 * Lanes and phases are what people decided and stay as they are; columns and rows
 * are chosen anew.  Time runs left to right: inside a phase a step stands to the
 * right of all that lead to it, except where the flow loops back.  The happy path
 * keeps to the first row of its lanes.  The choice depends on the flow and on
 * document order only, never on the cells there were, so arranging twice is
 * arranging once.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

/* @chart: with an open transaction.  Sets column and row of every step and the
 * columns of every phase. */
void tl_arrange (TlChart *chart);

G_END_DECLS
