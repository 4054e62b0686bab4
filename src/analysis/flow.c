/* flow.c - what is to be expected of a journey.
 *
 * States of the chain: 0..n-1 are the places of steps, then one for each implicit
 * failure, then one for the customers who are lost to a failure.  The steps inside a
 * plain split have a state that nothing leads to; the fork stands for them all.  States
 * that are not to be had, over ways of probability 0 only or not at all, just leave, so
 * that a corner nobody comes to cannot spoil the rest.
 */
#include "analysis/flow.h"

#include <glib/gi18n-lib.h>

#include "analysis/chain.h"
#include "analysis/knots.h"

#define SECONDS_AN_HOUR 3600.0

typedef enum {
  FAILURES_OFF,
  FAILURES_ON,
  FAILURES_END_IT   /* whoever meets one is lost: what is left was right first time */
} Mode;

typedef struct {
  guint  from, to;
  double probability;
} Move;

typedef struct {
  const TlGraph         *graph;
  const TlRecoveryIndex *recoveries;   /* NULL unless failures are on */
  Mode                   mode;
  guint                  n_states;
  guint                  lost;         /* the state of being lost to a failure */
  double                *time;         /* by state: what one visit takes */
  gboolean              *is_had;       /* by state: customers come there */
  GArray                *moves;        /* Move, in order of from */
  char                  *why_not;
} Build;

static void
build_init (Build                 *build,
            const TlGraph         *graph,
            const TlRecoveryIndex *recoveries,
            Mode                   mode)
{
  *build = (Build) { .graph = graph, .recoveries = recoveries, .mode = mode };
  build->lost = graph->n + graph->first_failure[graph->n];
  build->n_states = build->lost + 1;
  build->time = g_new0 (double, build->n_states);
  build->is_had = g_new0 (gboolean, build->n_states);
  build->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  build->why_not = tl_graph_why_not (graph);
}

static void
build_clear (Build *build)
{
  g_free (build->time);
  g_free (build->is_had);
  g_array_unref (build->moves);
  g_free (build->why_not);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Build, build_clear)

static void
add_move (Build *build,
          guint  from,
          guint  to,
          double probability)
{
  Move move = { from, to, probability };

  if (probability > 0)
    g_array_append_val (build->moves, move);
}

/* What a failure does to those who meet it: how long it takes and who stays. */
static double
meet (const Build     *build,
      const TlFailure *failure,
      double          *stay)
{
  const TlChart *chart = build->graph->chart;
  const TlRecovery *recovery;

  *stay = 0;
  if (build->mode == FAILURES_END_IT)
    return 0;
  recovery = tl_recovery_of (chart, build->recoveries, failure->head.id);
  *stay = tl_stakes (chart, failure, recovery).success;
  return recovery != NULL ? tl_recovery_time (chart, recovery) : 0;
}

/* Out of a step the usual way, @share of the customers. */
static void
move_on (Build *build,
         guint  state,
         guint  place,
         double share)
{
  const TlGraph *graph = build->graph;

  for (guint i = graph->first_way[place]; i < graph->first_way[place + 1]; i++) {
    const TlGraphWay *way = &graph->ways[i];
    gboolean fails = build->mode == FAILURES_END_IT && way->fails;

    add_move (build, state, fails ? build->lost : way->to, share * way->share);
  }
}

/* What the failures of a place do to those who pass it inside a split. */
typedef struct {
  double time, alive, lost;
} Passage;

static void
lose (Passage *passage,
      double   chance)
{
  passage->lost += passage->alive * chance;
  passage->alive *= 1 - chance;
}

/* Of a fork, those on @way only.  To be right first time a step must meet none of its
 * failures, which exclude each other; otherwise each is come through on its own. */
static void
pass_failures (const Build      *build,
               guint             place,
               const TlGraphWay *way,
               Passage          *passage)
{
  const TlGraph *graph = build->graph;
  double any = 0;

  if (build->mode == FAILURES_OFF)
    return;
  for (guint i = graph->first_failure[place]; i < graph->first_failure[place + 1]; i++) {
    const TlFailure *failure = graph->failures[i];
    double chance = tl_failure_chance (failure), stay;

    if (way != NULL && failure->at != way->connector->head.id)
      continue;
    any += chance;
    passage->time += chance * meet (build, failure, &stay);
    if (build->mode == FAILURES_ON)
      lose (passage, chance * (1 - stay));
  }
  if (build->mode == FAILURES_END_IT)
    lose (passage, MIN (any, 1));
}

static void
pass_split (Build *build,
            guint  fork)
{
  const TlGraph *graph = build->graph;
  const TlSplit *split = &graph->splits[graph->split[fork]];
  Passage passage = { .alive = 1 };
  double slowest = 0;

  for (guint b = 0; b < split->n_branches; b++) {
    passage.time = 0;
    pass_failures (build, fork, &graph->ways[graph->first_way[fork] + b], &passage);
    for (guint k = split->first[b]; k < split->first[b + 1]; k++) {
      passage.time += tl_step_elapsed (graph->steps[split->steps[k]]);
      pass_failures (build, split->steps[k], NULL, &passage);
    }
    slowest = MAX (slowest, passage.time);
  }
  build->time[fork] = slowest;
  add_move (build, fork, split->join, passage.alive);
  add_move (build, fork, build->lost, passage.lost);
}

static void
pass_step (Build *build,
           guint  place)
{
  const TlGraph *graph = build->graph;

  build->time[place] = tl_step_elapsed (graph->steps[place]);
  if (build->mode == FAILURES_OFF) {
    move_on (build, place, place, 1);
    return;
  }
  for (guint i = graph->first_failure[place]; i < graph->first_failure[place + 1]; i++)
    add_move (build, place, build->mode == FAILURES_ON ? graph->n + i : build->lost,
              tl_failure_chance (graph->failures[i]));
  move_on (build, place, place, tl_graph_yield (graph, place));
}

static void
refuse_resume (Build            *build,
               const TlRecovery *recovery,
               guint             to)
{
  if (build->why_not == NULL)
    build->why_not =
      g_strdup_printf (_("“%s” lets the customer go on inside a split, at “%s”; times are not "
                         "computed there."), recovery->name, build->graph->steps[to]->label);
}

/* The state of an implicit failure: index in the graph's list, at the step @place. */
static void
pass_failure (Build *build,
              guint  index,
              guint  place)
{
  const TlGraph *graph = build->graph;
  const TlFailure *failure = graph->failures[index];
  const TlRecovery *recovery = tl_recovery_of (graph->chart, build->recoveries,
                                               failure->head.id);
  guint state = graph->n + index, to;
  double stay;

  build->time[state] = meet (build, failure, &stay);
  add_move (build, state, build->lost, 1 - stay);
  if (recovery == NULL || recovery->resume.how == TL_RESUME_NEXT) {
    move_on (build, state, place, stay);
    return;
  }
  to = recovery->resume.how == TL_RESUME_REDO ? place : graph->place[recovery->resume.step];
  if (tl_graph_is_inside (graph, to))
    refuse_resume (build, recovery, to);
  else
    add_move (build, state, to, stay);
}

static gboolean
has_moves (const TlGraph *graph,
           guint          place)
{
  guint first = graph->first_way[place];

  if (tl_graph_is_inside (graph, place) || first == graph->first_way[place + 1])
    return FALSE;
  return graph->split[place] != TL_NOWHERE || !isnan (graph->ways[first].share);
}

static void
build_moves (Build *build)
{
  const TlGraph *graph = build->graph;

  for (guint i = 0; i < graph->n; i++) {
    if (has_moves (graph, i) && graph->split[i] != TL_NOWHERE)
      pass_split (build, i);
    else if (has_moves (graph, i))
      pass_step (build, i);
  }
  for (guint i = 0; i < graph->n && build->mode == FAILURES_ON; i++) {
    if (!has_moves (graph, i) || graph->split[i] != TL_NOWHERE)
      continue;
    for (guint k = graph->first_failure[i]; k < graph->first_failure[i + 1]; k++) {
      if (tl_failure_chance (graph->failures[k]) > 0)
        pass_failure (build, k, i);
    }
  }
}

static const Move *
nth_move (const Build *build,
          guint        index)
{
  return &g_array_index (build->moves, Move, index);
}

/* Marks the states that customers come to. */
static void
mark_had (Build *build)
{
  g_autofree guint *first = g_new0 (guint, build->n_states + 1);
  g_autofree guint *todo = g_new (guint, build->n_states);
  guint n = 0;

  for (guint i = 0; i < build->moves->len; i++)
    first[nth_move (build, i)->from + 1]++;
  for (guint i = 0; i < build->n_states; i++)
    first[i + 1] += first[i];

  todo[n++] = build->graph->start;
  build->is_had[build->graph->start] = TRUE;
  while (n > 0) {
    guint at = todo[--n];

    for (guint i = first[at]; i < first[at + 1]; i++) {
      guint to = nth_move (build, i)->to;

      if (!build->is_had[to]) {
        build->is_had[to] = TRUE;
        todo[n++] = to;
      }
    }
  }
}

static gboolean
is_end (const Build *build,
        guint        state)
{
  return state == build->lost || (state < build->graph->n &&
                                  build->graph->steps[state]->kind == TL_STEP_END);
}

/* NULL, and why in the build, when there is nothing to expect. */
static TlChain *
build_chain (Build *build)
{
  g_autoptr (TlChain) chain = NULL;
  guint stuck;

  if (build->why_not == NULL)
    build_moves (build);
  if (build->why_not != NULL)
    return NULL;

  mark_had (build);
  chain = tl_chain_new (build->n_states);
  for (guint i = 0; i < build->moves->len; i++) {
    const Move *move = nth_move (build, i);

    if (build->is_had[move->from])
      tl_chain_add (chain, move->from, move->to, move->probability);
  }
  for (guint i = 0; i < build->n_states; i++) {
    if (!build->is_had[i] || is_end (build, i))
      tl_chain_leave (chain, i, 1);
  }
  if (tl_chain_settle (chain, &stuck))
    return g_steal_pointer (&chain);

  /* A failure that is never got out of leads back to its step. */
  if (stuck >= build->graph->n)
    stuck = tl_graph_place (build->graph, build->graph->failures[stuck - build->graph->n]->at);
  build->why_not = g_strdup_printf (_("From “%s” the customer never gets out: no end can be "
                                      "reached."), build->graph->steps[stuck]->label);
  return NULL;
}

/* The probability of being resolved, from each state on. */
static double *
expect_resolved (const Build   *build,
                 const TlChain *chain)
{
  double *values = g_new0 (double, build->n_states);

  for (guint i = 0; i < build->graph->n; i++)
    values[i] = build->graph->steps[i]->outcome == TL_OUTCOME_RESOLVED;
  tl_chain_expect (chain, values);
  return values;
}

static double
expect_time_resolved (const Build   *build,
                      const TlChain *chain)
{
  g_autofree double *resolved = expect_resolved (build, chain);
  g_autofree double *values = g_new0 (double, build->n_states);

  for (guint i = 0; i < build->n_states; i++)
    values[i] = build->time[i] * resolved[i];
  tl_chain_expect (chain, values);
  return resolved[build->graph->start] > 0
           ? values[build->graph->start] / resolved[build->graph->start] : NAN;
}

/* Steps beside the flow count as often as what they support.  What a knot supports comes
 * before it; a circle of support is a knot of several, and counts nothing of its own. */
static void
count_helpers (const Build *build,
               double      *visits)
{
  const TlGraph *graph = build->graph;
  g_autoptr (TlKnots) knots = tl_knots_new (graph->n, graph->first_help, graph->helps);

  for (guint i = 0; i < graph->n; i++) {
    guint place = knots->nodes[i];

    if (graph->reached[place] || build->is_had[place])
      continue;
    for (guint k = graph->first_help[place]; k < graph->first_help[place + 1]; k++) {
      if (knots->knot[graph->helps[k]] != knots->knot[place])
        visits[place] += visits[graph->helps[k]];
    }
  }
}

static void
count_split (const TlGraph *graph,
             double        *visits)
{
  for (guint i = 0; i < graph->n_splits; i++) {
    const TlSplit *split = &graph->splits[i];

    for (guint k = 0; k < split->first[split->n_branches]; k++)
      visits[split->steps[k]] = visits[split->fork];
  }
}

static void
add_step_costs (TlFlow        *flow,
                const TlGraph *graph,
                const double  *visits)
{
  for (guint i = 0; i < graph->n; i++) {
    const TlStep *step = graph->steps[i];
    const TlRole *role = TL_CHART_GET (graph->chart, ROLE, TlRole, step->role);
    double cost = (double) step->cost;

    if (role != NULL) {
      cost += step->touch / SECONDS_AN_HOUR * (double) role->hourly;
      flow->touch += role->kind == TL_ROLE_STAFF ? visits[i] * step->touch : 0;
    }
    flow->cost += visits[i] * cost;
  }
}

static void
add_recovery_costs (TlFlow       *flow,
                    const Build  *build,
                    const double *visits)
{
  const TlGraph *graph = build->graph;

  for (guint i = 0; i < graph->n; i++) {
    for (guint k = graph->first_failure[i]; k < graph->first_failure[i + 1]; k++) {
      const TlFailure *failure = graph->failures[k];
      const TlRecovery *recovery = tl_recovery_of (graph->chart, build->recoveries,
                                                   failure->head.id);
      double met = graph->split[i] != TL_NOWHERE ? visits[i] * tl_failure_chance (failure)
                                                 : visits[graph->n + k];

      if (recovery != NULL)
        flow->cost += met * (double) recovery->cost;
    }
  }
}

static void
fill_flow (TlFlow        *flow,
           const Build   *build,
           const TlChain *chain)
{
  const TlGraph *graph = build->graph;
  g_autofree double *visits = g_new0 (double, build->n_states);

  visits[graph->start] = 1;
  tl_chain_visits (chain, visits);
  for (guint i = 0; i < build->n_states; i++)
    flow->time += visits[i] * build->time[i];
  flow->time_resolved = expect_time_resolved (build, chain);
  flow->given_up = flow->outcome[TL_OUTCOME_LOST] = visits[build->lost];
  for (guint i = 0; i < graph->n; i++)
    flow->outcome[graph->steps[i]->outcome] += graph->steps[i]->outcome != TL_OUTCOME_NONE
                                                 ? visits[i] : 0;

  count_split (graph, visits);
  count_helpers (build, visits);
  add_step_costs (flow, graph, visits);
  if (build->mode == FAILURES_ON)
    add_recovery_costs (flow, build, visits);

  flow->n_visits = graph->n_place;
  flow->visits = g_new0 (double, flow->n_visits);
  for (guint i = 0; i < graph->n; i++)
    flow->visits[graph->steps[i]->head.id] = visits[i];
  for (guint i = 0; i < graph->first_failure[graph->n]; i++)
    flow->visits[graph->failures[i]->head.id] = visits[graph->n + i];
}

TlFlow *
tl_flow_new (const TlGraph         *graph,
             const TlRecoveryIndex *recoveries,
             gboolean               with_failures)
{
  g_auto (Build) build = { 0 };
  g_autoptr (TlChain) chain = NULL;
  TlFlow *flow = g_new0 (TlFlow, 1);

  build_init (&build, graph, recoveries, with_failures ? FAILURES_ON : FAILURES_OFF);
  chain = build_chain (&build);
  if (chain != NULL)
    fill_flow (flow, &build, chain);
  else
    flow->why_not = g_steal_pointer (&build.why_not);
  return flow;
}

void
tl_flow_free (TlFlow *flow)
{
  if (flow == NULL)
    return;

  g_free (flow->why_not);
  g_free (flow->visits);
  g_free (flow);
}

double
tl_flow_visits (const TlFlow *flow,
                TlId          id)
{
  if (flow->why_not != NULL)
    return NAN;
  return id < flow->n_visits ? flow->visits[id] : 0;
}

double
tl_flow_rate (const TlFlow    *flow,
              const TlGraph   *graph,
              const TlFailure *failure)
{
  guint place = tl_graph_place (graph, failure->at);
  double visits = tl_flow_visits (flow, graph->steps[place]->head.id);

  for (guint i = graph->first_way[place]; i < graph->first_way[place + 1]; i++) {
    if (graph->ways[i].fails && graph->ways[i].connector->head.id == failure->at)
      return visits > 0 ? visits * graph->ways[i].share : visits;
  }
  return visits * failure->p;
}

double
tl_flow_first_time_right (const TlGraph *graph,
                          char         **why_not)
{
  g_auto (Build) build = { 0 };
  g_autoptr (TlChain) chain = NULL;
  g_autofree double *resolved = NULL;

  build_init (&build, graph, NULL, FAILURES_END_IT);
  chain = build_chain (&build);
  if (chain == NULL) {
    *why_not = g_steal_pointer (&build.why_not);
    return NAN;
  }
  resolved = expect_resolved (&build, chain);
  return resolved[graph->start];
}
