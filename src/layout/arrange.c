/* arrange.c - cells from the flow: layers become columns, sweeps choose rows.
 *
 * In four stages, each O(n log n) or better:
 *   1. the happy path, by the most probable ways out that carry no failure;
 *   2. connectors that lead back are found by a depth-first walk, happy path first,
 *      so that a rework loop is the one reversed and not the main line;
 *   3. layers: the longest way from the beginning of the phase (arrange-layers.c);
 *   4. rows: where several steps share a cell of lane and column, median sweeps
 *      order them, and the best of the orders seen is kept (arrange-rows.c).
 * Then what came of it is judged by the connectors it makes, mended, and compared
 * with the cells there were (arrange-judge.c).
 *
 * Everything is by index: steps, lanes and phases in document order.
 */
#include "layout/arrange.h"

#include <stdlib.h>
#include <string.h>

#include "layout/arrange-plan.h"

#define NONE G_MAXUINT

static guint *
positions (const TlChart *chart,
           TlRecordKind   kind)
{
  guint *position = g_new (guint, tl_chart_id_limit (chart));

  memset (position, 0xff, tl_chart_id_limit (chart) * sizeof (guint));
  for (guint i = 0; i < tl_chart_n (chart, kind); i++)
    position[tl_chart_nth (chart, kind, i)->id] = i;
  return position;
}

static void
build_fan (TlPlanFan    *fan,
           const TlPlan *plan,
           gboolean      outward)
{
  fan->first = g_new0 (guint, plan->n_steps + 2);
  fan->list = g_new (guint, plan->n_edges + 1);
  for (guint i = 0; i < plan->n_edges; i++)
    fan->first[(outward ? plan->edges[i].from : plan->edges[i].to) + 2]++;
  for (guint i = 2; i < plan->n_steps + 2; i++)
    fan->first[i] += fan->first[i - 1];
  for (guint i = 0; i < plan->n_edges; i++)
    fan->list[fan->first[(outward ? plan->edges[i].from : plan->edges[i].to) + 1]++] = i;
}

static void
gather_edges (TlPlan      *plan,
              const guint *steps)
{
  const TlChart *chart = plan->chart;
  guint n = tl_chart_n (chart, TL_RECORD_CONNECTOR);
  g_autofree guint8 *fails = g_malloc0 (tl_chart_id_limit (chart));

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++)
    fails[TL_CHART_NTH (chart, FAILURE, TlFailure, i)->at] = 1;

  plan->edges = g_new (TlPlanEdge, n + 1);
  for (guint i = 0; i < n; i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    guint from = steps[connector->from], to = steps[connector->to];

    if (from == NONE || to == NONE)
      continue;
    plan->edges[plan->n_edges++] = (TlPlanEdge) {
      from, to, connector->probability, connector->kind == TL_CONNECTOR_FLOW,
      fails[connector->head.id], FALSE,
    };
  }
}

static void
gather (TlPlan *plan)
{
  const TlChart *chart = plan->chart;
  g_autofree guint *steps = positions (chart, TL_RECORD_STEP);
  g_autofree guint *lanes = positions (chart, TL_RECORD_LANE);
  g_autofree guint *phases = positions (chart, TL_RECORD_PHASE);
  guint n = tl_chart_n (chart, TL_RECORD_STEP);

  plan->n_steps = n;
  plan->n_lanes = tl_chart_n (chart, TL_RECORD_LANE);
  plan->n_phases = tl_chart_n (chart, TL_RECORD_PHASE);
  plan->ids = g_new (TlId, n + 1);
  plan->lane = g_new (guint, n + 1);
  plan->phase = g_new (guint, n + 1);
  plan->kind = g_new (guint, n + 1);
  plan->happy = g_new0 (gboolean, n + 1);
  plan->layer = g_new0 (guint, n + 1);
  plan->row = g_new0 (guint, n + 1);
  plan->columns = g_new0 (guint, plan->n_phases + 1);
  plan->start = g_new0 (guint, plan->n_phases + 1);
  for (guint i = 0; i < n; i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    plan->ids[i] = step->head.id;
    plan->lane[i] = lanes[step->lane];
    plan->phase[i] = phases[step->phase];
    plan->kind[i] = step->kind;
  }
  gather_edges (plan, steps);
  build_fan (&plan->out, plan, TRUE);
  build_fan (&plan->in, plan, FALSE);
}

static void
plan_clear (TlPlan *plan)
{
  g_free (plan->ids);
  g_free (plan->lane);
  g_free (plan->phase);
  g_free (plan->kind);
  g_free (plan->edges);
  g_free (plan->out.first);
  g_free (plan->out.list);
  g_free (plan->in.first);
  g_free (plan->in.list);
  g_free (plan->happy);
  g_free (plan->layer);
  g_free (plan->row);
  g_free (plan->columns);
  g_free (plan->start);
}

static guint
first_start (const TlPlan *plan)
{
  for (guint i = 0; i < plan->n_steps; i++) {
    if (plan->kind[i] == TL_STEP_START)
      return i;
  }
  return NONE;
}

/* Stage 1. */

/* Ways out are better without a failure, then when more probable, then when earlier. */
static gboolean
is_better_exit (const TlPlanEdge *edge,
                const TlPlanEdge *best)
{
  if (best == NULL || edge->fails != best->fails)
    return best == NULL || best->fails;
  if (isnan (edge->probability) || isnan (best->probability))
    return !isnan (edge->probability);
  return edge->probability > best->probability;
}

static void
find_happy_path (TlPlan *plan)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  guint start = first_start (plan);

  if (start == NONE)
    return;
  g_array_append_val (stack, start);
  while (stack->len > 0) {
    guint step = g_array_index (stack, guint, stack->len - 1);
    const TlPlanEdge *best = NULL;

    g_array_set_size (stack, stack->len - 1);
    plan->happy[step] = TRUE;
    for (guint k = plan->out.first[step]; k < plan->out.first[step + 1]; k++) {
      const TlPlanEdge *edge = &plan->edges[plan->out.list[k]];

      if (!edge->flow || plan->happy[edge->to])
        continue;
      if (plan->kind[step] == TL_STEP_FORK)
        g_array_append_val (stack, edge->to);
      else if (is_better_exit (edge, best))
        best = edge;
    }
    if (best != NULL)
      g_array_append_val (stack, best->to);
  }
}

/* Stage 2. */

typedef struct {
  guint    step, next;        /* next way out to look at */
  gboolean happy;             /* in the first of two rounds: along the happy path */
} Visit;

enum { UNSEEN, OPEN, DONE };

static void
walk_from (TlPlan *plan,
           guint   root,
           guint8 *state,
           GArray *stack)
{
  Visit visit = { root, plan->out.first[root], TRUE };

  state[root] = OPEN;
  g_array_append_val (stack, visit);
  while (stack->len > 0) {
    Visit *top = &g_array_index (stack, Visit, stack->len - 1);
    TlPlanEdge *edge;

    if (top->next == plan->out.first[top->step + 1]) {
      if (top->happy) {
        top->happy = FALSE;
        top->next = plan->out.first[top->step];
      } else {
        state[top->step] = DONE;
        g_array_set_size (stack, stack->len - 1);
      }
      continue;
    }
    edge = &plan->edges[plan->out.list[top->next++]];
    if (!edge->flow || (plan->happy[edge->from] && plan->happy[edge->to]) != top->happy)
      continue;
    edge->back = state[edge->to] == OPEN || plan->phase[edge->to] < plan->phase[edge->from];
    if (!edge->back && state[edge->to] == UNSEEN) {
      visit = (Visit) { edge->to, plan->out.first[edge->to], TRUE };
      state[edge->to] = OPEN;
      g_array_append_val (stack, visit);
    }
  }
}

/* A walk begins at first contact, then wherever nothing leads, then anywhere. */
static void
find_ways_back (TlPlan *plan)
{
  g_autofree guint8 *state = g_malloc0 (plan->n_steps + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Visit));

  for (guint round = 0; round < 3; round++) {
    for (guint i = 0; i < plan->n_steps; i++) {
      if (state[i] == UNSEEN &&
          (round == 2 || (round == 1 && !tl_plan_has_entry (plan, i)) ||
           (round == 0 && plan->kind[i] == TL_STEP_START)))
        walk_from (plan, i, state, stack);
    }
  }
}

void
tl_arrange (TlChart *chart)
{
  TlPlan plan = { .chart = chart };

  g_return_if_fail (tl_chart_is_open (chart));

  gather (&plan);
  find_happy_path (&plan);
  find_ways_back (&plan);
  tl_plan_judge (&plan);
  plan_clear (&plan);
}
