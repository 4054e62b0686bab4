/* order.h - reading order, and the numbers F1.. and R1.. that follow from it.
 *
 * Reading order is phase by phase, column by column, lane by lane, row by row: the
 * order in which the chart is read aloud.  A connector reads with the step it
 * leaves, after that step and its own failures.  Failure points are numbered in reading order of where they sit
 * (document order within one place); recovery procedures in order of the first
 * failure they serve, those that serve none last.  Numbers are derived, never
 * stored, and the same in the chart, the registers, and on paper.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

typedef struct {
  TlId  *steps;       /* n_steps, in reading order */
  guint  n_steps;
  TlId  *failures;    /* failures[i] is F(i+1) */
  guint  n_failures;
  TlId  *recoveries;  /* recoveries[i] is R(i+1) */
  guint  n_recoveries;
  guint *number;      /* by handle: 1.. of a failure or recovery, position + 1 of a step; 0 = none */
  guint  n_number;
} TlOrder;

TlOrder *tl_order_new    (const TlChart *chart) G_GNUC_WARN_UNUSED_RESULT;
void     tl_order_free   (TlOrder       *order);
guint    tl_order_number (const TlOrder *order,
                          TlId           id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOrder, tl_order_free)

G_END_DECLS
