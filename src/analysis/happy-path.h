/* happy-path.h - the happy path, and what it takes when nothing goes wrong.
 *
 * From first contact, at each decision the most probable way out that no failure sits on
 * (the most probable one when failures sit on all; the first in the document of equals),
 * at a split every branch, to an end.
 *
 * Times are seconds.  The critical path is CPM on the happy path: only the branches of a
 * split can have slack, and all steps of a branch have the same.
 */
#pragma once

#include "analysis/graph.h"

G_BEGIN_DECLS

typedef struct {
  char   *why_not;      /* translated: why there is no happy path; NULL = there is one */
  guint   n;
  TlId   *steps;        /* in order; of a split branch by branch, in document order */
  double *earliest;     /* by index: when the step can begin */
  double *slack;        /* by index: how much later without the end being later; 0 = critical */
  double  time;         /* lead time: how long it takes, splits by their slowest branch */
  double  touch;        /* working time of all its steps, branches beside each other too */
  double  yield;        /* rolled throughput yield: the product of 1 - what may fail */
} TlHappyPath;

TlHappyPath *tl_happy_path_new  (const TlGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
void         tl_happy_path_free (TlHappyPath   *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHappyPath, tl_happy_path_free)

G_END_DECLS
