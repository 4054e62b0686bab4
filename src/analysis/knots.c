/* knots.c - the strongly connected sets of a graph.
 *
 * Tarjan's walk.  It keeps its own stacks, for a journey may be deeper than the
 * program's stack.  A node's low mark is the earliest open node it leads back to; when
 * that is itself, all that was opened since is one knot.
 */
#include "analysis/knots.h"

#define NOT_YET G_MAXUINT

typedef struct {
  TlKnots     *knots;
  const guint *first, *to;
  guint       *opened;    /* by node: its turn, or NOT_YET */
  guint       *low;
  guint       *next;      /* by node: the next of its ways to walk */
  guint       *open, *path;
  guint        n_opened, n_open, n_path, n_done;
} Walk;

static void
enter (Walk *walk,
       guint node)
{
  walk->opened[node] = walk->low[node] = walk->n_opened++;
  walk->next[node] = walk->first[node];
  walk->open[walk->n_open++] = node;
  walk->path[walk->n_path++] = node;
}

static void
close_knot (Walk *walk,
            guint node)
{
  TlKnots *knots = walk->knots;
  guint member;

  do {
    member = walk->open[--walk->n_open];
    knots->knot[member] = knots->n;
    knots->nodes[walk->n_done++] = member;
  } while (member != node);
  knots->first[++knots->n] = walk->n_done;
}

static void
leave (Walk *walk)
{
  guint node = walk->path[--walk->n_path];

  if (walk->low[node] == walk->opened[node])
    close_knot (walk, node);
  if (walk->n_path > 0) {
    guint before = walk->path[walk->n_path - 1];

    walk->low[before] = MIN (walk->low[before], walk->low[node]);
  }
}

static void
walk_from (Walk *walk,
           guint start)
{
  enter (walk, start);
  while (walk->n_path > 0) {
    guint node = walk->path[walk->n_path - 1];
    guint to;

    if (walk->next[node] == walk->first[node + 1]) {
      leave (walk);
      continue;
    }
    to = walk->to[walk->next[node]++];
    if (walk->opened[to] == NOT_YET)
      enter (walk, to);
    else if (walk->knots->knot[to] == NOT_YET)
      walk->low[node] = MIN (walk->low[node], walk->opened[to]);
  }
}

TlKnots *
tl_knots_new (guint        n_nodes,
              const guint *first,
              const guint *to)
{
  gsize n = n_nodes;
  TlKnots *knots = g_new0 (TlKnots, 1);
  g_autofree guint *memory = g_new (guint, 5 * n + 1);
  Walk walk = {
    .knots = knots, .first = first, .to = to, .opened = memory, .low = memory + n,
    .next = memory + 2 * n, .open = memory + 3 * n, .path = memory + 4 * n,
  };

  knots->nodes = g_new (guint, n + 1);
  knots->first = g_new0 (guint, n + 1);
  knots->knot = g_new (guint, n + 1);
  for (guint i = 0; i < n_nodes; i++)
    walk.opened[i] = knots->knot[i] = NOT_YET;
  for (guint i = 0; i < n_nodes; i++) {
    if (walk.opened[i] == NOT_YET)
      walk_from (&walk, i);
  }
  return knots;
}

void
tl_knots_free (TlKnots *knots)
{
  if (knots == NULL)
    return;

  g_free (knots->nodes);
  g_free (knots->first);
  g_free (knots->knot);
  g_free (knots);
}
