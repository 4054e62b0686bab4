/* knots.h - the strongly connected sets of a graph: whatever leads to each other.
 *
 * Nodes are 0..n-1.  A node that leads back to nothing is a knot of its own.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint  n;         /* how many knots */
  guint *nodes;     /* all nodes, knot by knot */
  guint *first;     /* by knot: where it begins in @nodes; one more marks the end */
  guint *knot;      /* by node: which it is in.  What a knot leads to comes before it. */
} TlKnots;

/* @first: by node, where its ways begin in @to; one more marks the end.
 * @to: where they lead. */
TlKnots *tl_knots_new  (guint        n_nodes,
                        const guint *first,
                        const guint *to) G_GNUC_WARN_UNUSED_RESULT;
void     tl_knots_free (TlKnots     *knots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlKnots, tl_knots_free)

G_END_DECLS
