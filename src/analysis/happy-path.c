/* happy-path.c - the happy path, and what it takes when nothing goes wrong. */
#include "analysis/happy-path.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const TlGraph *graph;
  TlHappyPath   *path;
  GArray        *steps;      /* TlId */
  GArray        *earliest;   /* double */
  GArray        *slack;      /* double */
} Walk;

static void
pass (Walk  *walk,
      guint  place,
      double earliest,
      double slack)
{
  const TlStep *step = walk->graph->steps[place];

  g_array_append_val (walk->steps, step->head.id);
  g_array_append_val (walk->earliest, earliest);
  g_array_append_val (walk->slack, slack);
  walk->path->touch += step->touch;
  walk->path->yield *= tl_graph_yield (walk->graph, place);
}

static double
branch_time (const TlGraph *graph,
             const TlSplit *split,
             guint          branch)
{
  double time = 0;

  for (guint i = split->first[branch]; i < split->first[branch + 1]; i++)
    time += tl_step_elapsed (graph->steps[split->steps[i]]);
  return time;
}

/* Walks all branches, and leaves the path's time when the slowest is through. */
static void
pass_split (Walk          *walk,
            const TlSplit *split)
{
  const TlGraph *graph = walk->graph;
  double slowest = 0, begun = walk->path->time;

  for (guint b = 0; b < split->n_branches; b++)
    slowest = MAX (slowest, branch_time (graph, split, b));
  for (guint b = 0; b < split->n_branches; b++) {
    double slack = slowest - branch_time (graph, split, b), at = begun;

    for (guint i = split->first[b]; i < split->first[b + 1]; i++) {
      pass (walk, split->steps[i], at, slack);
      at += tl_step_elapsed (graph->steps[split->steps[i]]);
    }
  }
  walk->path->time = begun + slowest;
}

/* Whether @way is to be had rather than @best. */
static gboolean
is_happier (const TlGraphWay *way,
            const TlGraphWay *best)
{
  if (way->fails != best->fails)
    return best->fails;
  return way->share > best->share;
}

static guint
happiest (const TlGraph *graph,
          guint          place)
{
  const TlGraphWay *best = &graph->ways[graph->first_way[place]];

  for (const TlGraphWay *way = best + 1; way < graph->ways + graph->first_way[place + 1]; way++) {
    if (is_happier (way, best))
      best = way;
  }
  return best->to;
}

static void
walk_all (Walk *walk)
{
  const TlGraph *graph = walk->graph;
  g_autofree gboolean *seen = g_new0 (gboolean, graph->n + 1);
  char **why_not = &walk->path->why_not;
  guint at = graph->start;

  *why_not = tl_graph_why_not_begin (graph);
  if (*why_not != NULL)
    return;
  while (graph->steps[at]->kind != TL_STEP_END) {
    *why_not = seen[at] ? g_strdup_printf (_("The usual way leads back to “%s” and never to an "
                                             "end."), graph->steps[at]->label)
                        : tl_graph_why_not_at (graph, at);
    if (*why_not != NULL)
      return;
    seen[at] = TRUE;
    pass (walk, at, walk->path->time, 0);
    walk->path->time += tl_step_elapsed (graph->steps[at]);
    if (graph->split[at] != TL_NOWHERE) {
      pass_split (walk, &graph->splits[graph->split[at]]);
      at = graph->splits[graph->split[at]].join;
    } else {
      at = happiest (graph, at);
    }
  }
  pass (walk, at, walk->path->time, 0);
}

TlHappyPath *
tl_happy_path_new (const TlGraph *graph)
{
  TlHappyPath *path = g_new0 (TlHappyPath, 1);
  Walk walk = {
    .graph = graph, .path = path, .steps = g_array_new (FALSE, FALSE, sizeof (TlId)),
    .earliest = g_array_new (FALSE, FALSE, sizeof (double)),
    .slack = g_array_new (FALSE, FALSE, sizeof (double)),
  };

  path->yield = 1;
  walk_all (&walk);
  path->n = walk.steps->len;
  path->steps = (TlId *) (void *) g_array_free (walk.steps, FALSE);
  path->earliest = (double *) (void *) g_array_free (walk.earliest, FALSE);
  path->slack = (double *) (void *) g_array_free (walk.slack, FALSE);
  return path;
}

void
tl_happy_path_free (TlHappyPath *path)
{
  if (path == NULL)
    return;

  g_free (path->why_not);
  g_free (path->steps);
  g_free (path->earliest);
  g_free (path->slack);
  g_free (path);
}
