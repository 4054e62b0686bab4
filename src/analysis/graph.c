/* graph.c - the flow of a chart as numbers can be worked out from it. */
#include "analysis/graph.h"

#include <glib/gi18n-lib.h>

/* Shares may miss 1 by this much, as people round: so it is no finding either. */
#define SHARES_MISS 0.001

/* Arrays of arrays: in @first the ends are counted, then become where each begins. */
static guint *
counts_new (guint n)
{
  return g_new0 (guint, (gsize) n + 2);
}

static void
counts_to_starts (guint *first,
                  guint  n)
{
  for (guint i = 0; i <= n; i++)
    first[i + 1] += first[i];
}

static void
place_steps (TlGraph *graph)
{
  const TlChart *chart = graph->chart;

  graph->n = tl_chart_n (chart, TL_RECORD_STEP);
  graph->n_place = tl_chart_id_limit (chart);
  graph->steps = g_new0 (const TlStep *, graph->n + 1);
  graph->place = g_new (guint, graph->n_place + 1);
  graph->start = TL_NOWHERE;
  for (guint i = 0; i < graph->n_place; i++)
    graph->place[i] = TL_NOWHERE;
  for (guint i = 0; i < graph->n; i++) {
    graph->steps[i] = TL_CHART_NTH (chart, STEP, TlStep, i);
    graph->place[graph->steps[i]->head.id] = i;
    if (graph->steps[i]->kind == TL_STEP_START && graph->n_starts++ == 0)
      graph->start = i;
  }
}

static void
lead_ways (TlGraph *graph)
{
  const TlChart *chart = graph->chart;
  guint n = tl_chart_n (chart, TL_RECORD_CONNECTOR);

  graph->first_way = counts_new (graph->n);
  graph->first_help = counts_new (graph->n);
  graph->n_entries = counts_new (graph->n);
  for (guint i = 0; i < n; i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    guint from = graph->place[connector->from], to = graph->place[connector->to];

    if (connector->kind == TL_CONNECTOR_SUPPORT) {
      graph->first_help[from + 2]++;
      continue;
    }
    graph->first_way[from + 2]++;
    graph->n_entries[to]++;
  }
  counts_to_starts (graph->first_way, graph->n);
  counts_to_starts (graph->first_help, graph->n);

  graph->ways = g_new0 (TlGraphWay, graph->first_way[graph->n + 1] + 1);
  graph->helps = g_new0 (guint, graph->first_help[graph->n + 1] + 1);
  for (guint i = 0; i < n; i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    guint from = graph->place[connector->from], to = graph->place[connector->to];

    if (connector->kind == TL_CONNECTOR_SUPPORT)
      graph->helps[graph->first_help[from + 1]++] = to;
    else
      graph->ways[graph->first_way[from + 1]++] =
        (TlGraphWay) { .from = from, .to = to, .connector = connector };
  }
}

static gboolean
is_explicit (const TlGraph     *graph,
             const TlConnector *connector)
{
  return connector != NULL && connector->kind == TL_CONNECTOR_FLOW &&
         graph->steps[graph->place[connector->from]]->kind == TL_STEP_DECISION;
}

/* The step that @failure is an implicit failure of; TL_NOWHERE when it is explicit, or
 * beside the flow. */
static guint
step_of_failure (const TlGraph   *graph,
                 const TlFailure *failure)
{
  const TlConnector *connector = TL_CHART_GET (graph->chart, CONNECTOR, TlConnector,
                                               failure->at);

  if (connector == NULL)
    return graph->place[failure->at];
  if (connector->kind == TL_CONNECTOR_SUPPORT || is_explicit (graph, connector))
    return TL_NOWHERE;
  return graph->place[connector->from];
}

static void
mark_explicit (TlGraph         *graph,
               const TlFailure *failure)
{
  const TlConnector *connector = TL_CHART_GET (graph->chart, CONNECTOR, TlConnector,
                                               failure->at);
  guint from;

  if (!is_explicit (graph, connector))
    return;
  from = graph->place[connector->from];
  for (guint i = graph->first_way[from]; i < graph->first_way[from + 1]; i++) {
    if (graph->ways[i].connector == connector)
      graph->ways[i].fails = TRUE;
  }
}

static void
place_failures (TlGraph *graph)
{
  guint n = tl_chart_n (graph->chart, TL_RECORD_FAILURE);

  graph->first_failure = counts_new (graph->n);
  for (guint i = 0; i < n; i++) {
    const TlFailure *failure = TL_CHART_NTH (graph->chart, FAILURE, TlFailure, i);
    guint step = step_of_failure (graph, failure);

    mark_explicit (graph, failure);
    if (step != TL_NOWHERE)
      graph->first_failure[step + 2]++;
  }
  counts_to_starts (graph->first_failure, graph->n);
  graph->failures = g_new0 (const TlFailure *, n + 1);
  for (guint i = 0; i < n; i++) {
    const TlFailure *failure = TL_CHART_NTH (graph->chart, FAILURE, TlFailure, i);
    guint step = step_of_failure (graph, failure);

    if (step != TL_NOWHERE)
      graph->failures[graph->first_failure[step + 1]++] = failure;
  }
}

static void
share_out (TlGraph *graph,
           guint    place)
{
  TlGraphWay *ways = graph->ways + graph->first_way[place];
  guint n = graph->first_way[place + 1] - graph->first_way[place];
  gboolean is_decision = graph->steps[place]->kind == TL_STEP_DECISION;
  guint given = 0;
  double sum = 0;

  for (guint i = 0; i < n; i++) {
    if (!isnan (ways[i].connector->probability)) {
      given++;
      sum += ways[i].connector->probability;
    }
  }
  for (guint i = 0; i < n; i++) {
    if (given == 0)
      ways[i].share = n == 1 || is_decision ? 1.0 / n : NAN;
    else if (given == n && fabs (sum - 1) <= SHARES_MISS)
      ways[i].share = ways[i].connector->probability / sum;
    else
      ways[i].share = NAN;
  }
}

static void
mark_reached (TlGraph *graph)
{
  g_autofree guint *todo = g_new (guint, graph->n + 1);
  guint n = 0;

  graph->reached = g_new0 (guint8, graph->n + 1);
  if (graph->start == TL_NOWHERE)
    return;
  todo[n++] = graph->start;
  graph->reached[graph->start] = TRUE;
  while (n > 0) {
    guint at = todo[--n];

    for (guint i = graph->first_way[at]; i < graph->first_way[at + 1]; i++) {
      guint to = graph->ways[i].to;

      if (!graph->reached[to]) {
        graph->reached[to] = TRUE;
        todo[n++] = to;
      }
    }
  }
}

/* Appends the steps of the branch that begins with @way and returns the join it leads
 * to; TL_NOWHERE when it is not plain. */
static guint
follow_branch (const TlGraph    *graph,
               const TlGraphWay *way,
               GArray           *steps)
{
  guint at = way->to;

  while (graph->steps[at]->kind == TL_STEP_ACTION || graph->steps[at]->kind == TL_STEP_WAIT) {
    guint first = graph->first_way[at];

    /* One way in also means that no row of steps is followed twice or for ever. */
    if (graph->n_entries[at] != 1 || graph->first_way[at + 1] != first + 1)
      return TL_NOWHERE;
    g_array_append_val (steps, at);
    at = graph->ways[first].to;
  }
  return graph->steps[at]->kind == TL_STEP_JOIN ? at : TL_NOWHERE;
}

static gboolean
find_split (const TlGraph *graph,
            guint          fork,
            TlSplit       *split)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = graph->first_way[fork + 1] - graph->first_way[fork];
  guint join = TL_NOWHERE;

  for (guint i = 0; i < n; i++) {
    guint end;

    g_array_append_val (first, steps->len);
    end = follow_branch (graph, &graph->ways[graph->first_way[fork] + i], steps);
    if (end == TL_NOWHERE || (join != TL_NOWHERE && end != join))
      return FALSE;
    join = end;
  }
  if (n < 2 || graph->n_entries[join] != n)
    return FALSE;
  g_array_append_val (first, steps->len);
  *split = (TlSplit) { .fork = fork, .join = join, .n_branches = n };
  split->first = (guint *) (void *) g_array_free (g_steal_pointer (&first), FALSE);
  split->steps = (guint *) (void *) g_array_free (g_steal_pointer (&steps), FALSE);
  return TRUE;
}

static void
find_splits (TlGraph *graph)
{
  g_autoptr (GArray) splits = g_array_new (FALSE, FALSE, sizeof (TlSplit));

  graph->split = g_new (guint, graph->n + 1);
  for (guint i = 0; i < graph->n; i++)
    graph->split[i] = TL_NOWHERE;
  for (guint i = 0; i < graph->n; i++) {
    TlSplit split;

    if (graph->steps[i]->kind != TL_STEP_FORK || !find_split (graph, i, &split))
      continue;
    graph->split[i] = splits->len;
    for (guint k = 0; k < split.first[split.n_branches]; k++)
      graph->split[split.steps[k]] = splits->len;
    g_array_append_val (splits, split);
  }
  graph->n_splits = splits->len;
  graph->splits = (TlSplit *) (void *) g_array_free (g_steal_pointer (&splits), FALSE);
}

TlGraph *
tl_graph_new (const TlChart *chart)
{
  TlGraph *graph = g_new0 (TlGraph, 1);

  graph->chart = chart;
  place_steps (graph);
  lead_ways (graph);
  place_failures (graph);
  for (guint i = 0; i < graph->n; i++)
    share_out (graph, i);
  mark_reached (graph);
  find_splits (graph);
  return graph;
}

void
tl_graph_free (TlGraph *graph)
{
  if (graph == NULL)
    return;

  for (guint i = 0; i < graph->n_splits; i++) {
    g_free (graph->splits[i].first);
    g_free (graph->splits[i].steps);
  }
  g_free (graph->splits);
  g_free (graph->split);
  g_free (graph->steps);
  g_free (graph->place);
  g_free (graph->ways);
  g_free (graph->first_way);
  g_free (graph->n_entries);
  g_free (graph->helps);
  g_free (graph->first_help);
  g_free (graph->failures);
  g_free (graph->first_failure);
  g_free (graph->reached);
  g_free (graph);
}

guint
tl_graph_place (const TlGraph *graph,
                TlId           id)
{
  const TlConnector *connector = TL_CHART_GET (graph->chart, CONNECTOR, TlConnector, id);

  if (connector != NULL)
    id = connector->from;
  return id < graph->n_place ? graph->place[id] : TL_NOWHERE;
}

gboolean
tl_graph_is_inside (const TlGraph *graph,
                    guint          place)
{
  return graph->split[place] != TL_NOWHERE && graph->steps[place]->kind != TL_STEP_FORK;
}

int
tl_step_elapsed (const TlStep *step)
{
  return step->touch + step->wait;
}

double
tl_failure_chance (const TlFailure *failure)
{
  return isnan (failure->p) ? 0 : failure->p;
}

double
tl_graph_yield (const TlGraph *graph,
                guint          place)
{
  double yield = 1;

  for (guint i = graph->first_failure[place]; i < graph->first_failure[place + 1]; i++)
    yield -= tl_failure_chance (graph->failures[i]);
  return MAX (yield, 0);
}

char *
tl_graph_why_not_at (const TlGraph *graph,
                     guint          place)
{
  const TlStep *step = graph->steps[place];
  const TlGraphWay *ways = graph->ways + graph->first_way[place];
  guint n = graph->first_way[place + 1] - graph->first_way[place];
  double sum = 0;

  if (step->kind == TL_STEP_END)
    return NULL;
  if (n == 0)
    return g_strdup_printf (_("From “%s” the customer never gets out: it leads nowhere."),
                            step->label);
  if (step->kind == TL_STEP_FORK)
    return graph->split[place] != TL_NOWHERE
             ? NULL
             : g_strdup_printf (_("Times are not computed across the split “%s”: its branches "
                                  "must be rows of actions and waits that meet in one join."),
                                step->label);
  if (!isnan (ways[0].share))
    return NULL;
  if (step->kind != TL_STEP_DECISION)
    return g_strdup_printf (_("“%s” has %u ways out but is no decision."), step->label, n);

  for (guint i = 0; i < n; i++) {
    if (isnan (ways[i].connector->probability))
      return g_strdup_printf (_("Some ways out of “%s” have a percentage and some have none."),
                              step->label);
    sum += ways[i].connector->probability;
  }
  return g_strdup_printf (_("The ways out of “%s” add up to %.4g %%, not to 100 %%."),
                          step->label, 100 * sum);
}

char *
tl_graph_why_not_begin (const TlGraph *graph)
{
  if (graph->n_starts == 0)
    return g_strdup (_("The chart has no first contact to begin with."));
  if (graph->n_starts > 1)
    return g_strdup_printf (_("The chart has %u first contacts; use one start and a decision."),
                            graph->n_starts);
  return NULL;
}

char *
tl_graph_why_not (const TlGraph *graph)
{
  char *why = tl_graph_why_not_begin (graph);

  for (guint i = 0; i < graph->n && why == NULL; i++)
    why = graph->reached[i] ? tl_graph_why_not_at (graph, i) : NULL;
  return why;
}
