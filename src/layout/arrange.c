/* arrange.c - cells from the flow: layers become columns, sweeps choose rows.
 *
 * In four stages, each O(n log n) or better:
 *   1. the happy path, by the most probable ways out that carry no failure;
 *   2. connectors that lead back are found by a depth-first walk, happy path first,
 *      so that a rework loop is the one reversed and not the main line;
 *   3. layers: the longest way from the beginning of the phase.  Steps the journey
 *      does not walk through stand beside what they serve;
 *   4. rows: where several steps share a cell of lane and column, median sweeps
 *      order them, and the best of the orders seen is kept (arrange-rows.c).
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

static gboolean
has_entry (const TlPlan *plan,
           guint         step)
{
  for (guint k = plan->in.first[step]; k < plan->in.first[step + 1]; k++) {
    if (plan->edges[plan->in.list[k]].flow)
      return TRUE;
  }
  return FALSE;
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
          (round == 2 || (round == 1 && !has_entry (plan, i)) ||
           (round == 0 && plan->kind[i] == TL_STEP_START)))
        walk_from (plan, i, state, stack);
    }
  }
}

/* Stage 3. */

/* Whether @edge makes its end stand to the right of its beginning. */
static gboolean
is_forward (const TlPlan     *plan,
            const TlPlanEdge *edge)
{
  return edge->flow && !edge->back && plan->phase[edge->from] == plan->phase[edge->to];
}

/* Steps in an order in which all forward connectors lead on. */
static guint *
forward_order (const TlPlan *plan)
{
  g_autofree guint *waiting = g_new0 (guint, plan->n_steps + 1);
  guint *order = g_new (guint, plan->n_steps + 1);
  guint n = 0;

  for (guint i = 0; i < plan->n_edges; i++)
    waiting[plan->edges[i].to] += is_forward (plan, &plan->edges[i]);
  for (guint i = 0; i < plan->n_steps; i++) {
    if (waiting[i] == 0)
      order[n++] = i;
  }
  for (guint i = 0; i < n; i++) {
    for (guint k = plan->out.first[order[i]]; k < plan->out.first[order[i] + 1]; k++) {
      const TlPlanEdge *edge = &plan->edges[plan->out.list[k]];

      if (is_forward (plan, edge) && --waiting[edge->to] == 0)
        order[n++] = edge->to;
    }
  }
  g_assert (n == plan->n_steps);   /* no loop is left among forward connectors */
  return order;
}

static gboolean
is_on_flow (const TlPlan *plan,
            guint         step)
{
  if (has_entry (plan, step) || plan->kind[step] == TL_STEP_START)
    return TRUE;
  for (guint k = plan->out.first[step]; k < plan->out.first[step + 1]; k++) {
    if (plan->edges[plan->out.list[k]].flow)
      return TRUE;
  }
  return FALSE;
}

/* The decision that alone leads to @step, when all that @step does is lead back: rework,
 * which reads best right above or under what sent it there.  Else NONE. */
static guint
rework_of (const TlPlan *plan,
           guint         step)
{
  guint from = NONE, n_back = 0;

  if (plan->happy[step])
    return NONE;
  for (guint k = plan->out.first[step]; k < plan->out.first[step + 1]; k++) {
    const TlPlanEdge *edge = &plan->edges[plan->out.list[k]];

    if (edge->flow && !edge->back)
      return NONE;
    n_back += edge->flow;
  }
  for (guint k = plan->in.first[step]; k < plan->in.first[step + 1]; k++) {
    const TlPlanEdge *edge = &plan->edges[plan->in.list[k]];

    if (!edge->flow)
      continue;
    if (from != NONE || !is_forward (plan, edge) || plan->kind[edge->from] != TL_STEP_DECISION)
      return NONE;
    from = edge->from;
  }
  return n_back > 0 ? from : NONE;
}

static void
layer_flow (TlPlan *plan)
{
  g_autofree guint *order = forward_order (plan);

  for (guint i = 0; i < plan->n_steps; i++) {
    guint step = order[i];

    for (guint k = plan->out.first[step]; k < plan->out.first[step + 1]; k++) {
      const TlPlanEdge *edge = &plan->edges[plan->out.list[k]];

      if (is_forward (plan, edge))
        plan->layer[edge->to] = MAX (plan->layer[edge->to], plan->layer[step] + 1);
    }
  }
  /* What nothing leads to stands just before what it leads to. */
  for (guint i = plan->n_steps; i > 0; i--) {
    guint step = order[i - 1], nearest = NONE;

    if (has_entry (plan, step) || plan->kind[step] == TL_STEP_START)
      continue;
    for (guint k = plan->out.first[step]; k < plan->out.first[step + 1]; k++) {
      const TlPlanEdge *edge = &plan->edges[plan->out.list[k]];

      if (is_forward (plan, edge))
        nearest = MIN (nearest, plan->layer[edge->to]);
    }
    if (nearest != NONE)
      plan->layer[step] = nearest - 1;
  }
  for (guint i = 0; i < plan->n_steps; i++) {
    guint from = rework_of (plan, i);

    if (from != NONE)
      plan->layer[i] = plan->layer[from];
  }
}

/* Cells with a step in them, to find free ones. */

static gpointer
cell_key (const TlPlan *plan,
          guint         step,
          guint         layer)
{
  guint64 cell = ((guint64) (plan->start[plan->phase[step]] + layer) * plan->n_lanes +
                  plan->lane[step]) + 1;

  return GSIZE_TO_POINTER (cell);
}

static int
compare_guints (const void *a,
                const void *b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* The middle layer of what @step serves or is served by and is placed already; NONE
 * when there is nothing. */
static guint
served_layer (const TlPlan *plan,
              guint         step,
              const guint8 *placed)
{
  g_autoptr (GArray) layers = g_array_new (FALSE, FALSE, sizeof (guint));
  const TlPlanFan *fans[] = { &plan->out, &plan->in };

  for (guint side = 0; side < 2; side++) {
    for (guint k = fans[side]->first[step]; k < fans[side]->first[step + 1]; k++) {
      const TlPlanEdge *edge = &plan->edges[fans[side]->list[k]];
      guint other = side == 0 ? edge->to : edge->from;
      guint last = MAX (plan->columns[plan->phase[step]], 1) - 1;
      guint layer = plan->phase[other] == plan->phase[step] ? plan->layer[other]
                    : plan->phase[other] > plan->phase[step] ? last : 0;

      if (placed[other])
        g_array_append_val (layers, layer);
    }
  }
  if (layers->len == 0)
    return NONE;
  qsort (layers->data, layers->len, sizeof (guint), compare_guints);
  return g_array_index (layers, guint, (layers->len - 1) / 2);
}

/* Places a step of no flow: as near to @layer as its lane has a cell free inside the
 * phase, but not farther than one column; else above or under the step there. */
static void
place_beside (TlPlan     *plan,
              GHashTable *taken,
              guint       step,
              guint       layer)
{
  guint columns = MAX (plan->columns[plan->phase[step]], layer + 1);
  guint tries[] = { layer, layer + 1, layer > 0 ? layer - 1 : layer };
  guint best = layer;

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++) {
    if (tries[i] < columns && !g_hash_table_contains (taken, cell_key (plan, step, tries[i]))) {
      best = tries[i];
      break;
    }
  }
  plan->layer[step] = best;
  g_hash_table_add (taken, cell_key (plan, step, best));
}

/* A step joined to nothing: the lanes read as lists, one column after the other. */
static void
place_alone (TlPlan     *plan,
             GHashTable *taken,
             guint       step,
             guint      *next)
{
  guint layer = next[plan->phase[step]];

  while (g_hash_table_contains (taken, cell_key (plan, step, layer)))
    layer++;
  plan->layer[step] = layer;
  next[plan->phase[step]] = layer + 1;
  g_hash_table_add (taken, cell_key (plan, step, layer));
}

/* Counts columns, and says where each phase begins. */
static void
count_columns (TlPlan       *plan,
               const guint8 *placed)
{
  memset (plan->columns, 0, plan->n_phases * sizeof (guint));
  for (guint i = 0; i < plan->n_steps; i++) {
    guint *columns = &plan->columns[plan->phase[i]];

    if (placed == NULL || placed[i])
      *columns = MAX (*columns, plan->layer[i] + 1);
  }
  for (guint i = 0, column = 0; i < plan->n_phases; i++) {
    plan->start[i] = column;
    /* While steps are still to come, room for all of them keeps cell keys apart. */
    column += placed != NULL ? plan->columns[i] + plan->n_steps : MAX (plan->columns[i], 1);
  }
}

static void
layer_the_rest (TlPlan *plan)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autofree guint8 *placed = g_malloc0 (plan->n_steps + 1);
  g_autofree guint *next = g_new0 (guint, plan->n_phases + 1);
  gboolean more = TRUE;

  for (guint i = 0; i < plan->n_steps; i++)
    placed[i] = is_on_flow (plan, i);
  count_columns (plan, placed);
  for (guint i = 0; i < plan->n_steps; i++) {
    if (placed[i])
      g_hash_table_add (taken, cell_key (plan, i, plan->layer[i]));
  }
  /* Support of support follows what it supports, so look again until no more is placed;
   * chains of support are short, and a few rounds bound the cost. */
  for (guint round = 0; more && round < 8; round++) {
    more = FALSE;
    for (guint i = 0; i < plan->n_steps; i++) {
      guint layer = placed[i] ? NONE : served_layer (plan, i, placed);

      if (layer == NONE)
        continue;
      place_beside (plan, taken, i, layer);
      placed[i] = 1;
      more = TRUE;
    }
  }
  for (guint i = 0; i < plan->n_steps; i++) {
    if (!placed[i])
      place_alone (plan, taken, i, next);
  }
  count_columns (plan, NULL);
}

/* Writes only what differs, so that tidying a tidy chart touches nothing. */
static void
write_cells (const TlPlan *plan)
{
  TlChart *chart = plan->chart;

  for (guint i = 0; i < plan->n_steps; i++) {
    const TlStep *lent = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (lent->column != (int) plan->layer[i] || lent->row != (int) plan->row[i]) {
      TlStep *step = tl_chart_edit (chart, plan->ids[i]);

      step->column = (int) plan->layer[i];
      step->row = (int) plan->row[i];
    }
  }
  for (guint i = 0; i < plan->n_phases; i++) {
    const TlPhase *lent = TL_CHART_NTH (chart, PHASE, TlPhase, i);
    int columns = (int) MAX (plan->columns[i], 1);

    if (lent->columns != columns)
      ((TlPhase *) tl_chart_edit (chart, lent->head.id))->columns = columns;
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
  layer_flow (&plan);
  layer_the_rest (&plan);
  tl_plan_choose_rows (&plan);
  write_cells (&plan);
  plan_clear (&plan);
}
