/* arrange-layers.c - the third stage of arranging: which column a step takes.
 *
 * A step stands to the right of all that lead to it in its own lane.  Handed on to
 * another lane it stands in the same column, above or under the one that hands on,
 * where nothing is in the way: the connector is then straight, and what happens
 * together reads together.  Steps that the journey does not walk through stand
 * beside what they serve.
 */
#include <stdlib.h>
#include <string.h>

#include "layout/arrange-plan.h"

#define NONE G_MAXUINT

gboolean
tl_plan_has_entry (const TlPlan *plan,
                   guint         step)
{
  for (guint k = plan->in.first[step]; k < plan->in.first[step + 1]; k++) {
    if (plan->edges[plan->in.list[k]].flow)
      return TRUE;
  }
  return FALSE;
}

/* Steps in an order in which all forward connectors lead on. */
static guint *
forward_order (const TlPlan *plan)
{
  g_autofree guint *waiting = g_new0 (guint, plan->n_steps + 1);
  guint *order = g_new (guint, plan->n_steps + 1);
  guint n = 0;

  for (guint i = 0; i < plan->n_edges; i++)
    waiting[plan->edges[i].to] += tl_plan_is_forward (plan, &plan->edges[i]);
  for (guint i = 0; i < plan->n_steps; i++) {
    if (waiting[i] == 0)
      order[n++] = i;
  }
  for (guint i = 0; i < n; i++) {
    for (guint k = plan->out.first[order[i]]; k < plan->out.first[order[i] + 1]; k++) {
      const TlPlanEdge *edge = &plan->edges[plan->out.list[k]];

      if (tl_plan_is_forward (plan, edge) && --waiting[edge->to] == 0)
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
  if (tl_plan_has_entry (plan, step) || plan->kind[step] == TL_STEP_START)
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
    if (from != NONE || !tl_plan_is_forward (plan, edge) ||
        plan->kind[edge->from] != TL_STEP_DECISION)
      return NONE;
    from = edge->from;
  }
  return n_back > 0 ? from : NONE;
}

/* Columns that hold a chain of steps handed on from lane to lane. */
typedef struct {
  GHashTable *taken;          /* places with a step or a connector straight through them */
  guint      *low, *high;     /* by step: the lanes of its chain */
} Chains;

static gpointer
place_key (const TlPlan *plan,
           guint         phase,
           guint         layer,
           guint         lane)
{
  return GSIZE_TO_POINTER (((guint64) phase * (plan->n_steps + 1) + layer) * plan->n_lanes +
                           lane + 1);
}

/* Whether @step can stand in the column of @from: its chain goes on outward and nothing
 * stands between the two. */
static gboolean
can_join (const TlPlan *plan,
          const Chains *chains,
          guint         from,
          guint         step)
{
  guint a = plan->lane[from], b = plan->lane[step];
  gboolean down = b > a;

  if (a == b || a != (down ? chains->high[from] : chains->low[from]))
    return FALSE;
  for (guint lane = down ? a + 1 : b; lane <= (down ? b : a - 1); lane++) {
    if (g_hash_table_contains (chains->taken, place_key (plan, plan->phase[step],
                                                         plan->layer[from], lane)))
      return FALSE;
  }
  return TRUE;
}

/* The last column of those that lead to @step; FALSE when none does. */
static gboolean
last_before (const TlPlan *plan,
             guint         step,
             guint        *last)
{
  gboolean any = FALSE;

  *last = 0;
  for (guint k = plan->in.first[step]; k < plan->in.first[step + 1]; k++) {
    const TlPlanEdge *edge = &plan->edges[plan->in.list[k]];

    if (tl_plan_is_forward (plan, edge)) {
      *last = MAX (*last, plan->layer[edge->from]);
      any = TRUE;
    }
  }
  return any;
}

/* The column of @step, given those of all that lead to it, and its part in a chain. */
static void
place_in_chain (TlPlan *plan,
                Chains *chains,
                guint   step)
{
  guint last, low = plan->lane[step], high = low;
  gboolean joins = last_before (plan, step, &last);

  if (joins) {
    for (guint k = plan->in.first[step]; k < plan->in.first[step + 1] && joins; k++) {
      const TlPlanEdge *edge = &plan->edges[plan->in.list[k]];

      if (!tl_plan_is_forward (plan, edge) || plan->layer[edge->from] < last)
        continue;
      joins = plan->hands_on && can_join (plan, chains, edge->from, step);
      low = MIN (low, chains->low[edge->from]);
      high = MAX (high, chains->high[edge->from]);
    }
    if (!joins) {
      last++;
      low = high = plan->lane[step];
    }
  }
  plan->layer[step] = last;
  chains->low[step] = low;
  chains->high[step] = high;
  if (!plan->hands_on)
    return;
  for (guint k = low; k <= high; k++)
    g_hash_table_add (chains->taken, place_key (plan, plan->phase[step], last, k));
}

static void
layer_flow (TlPlan *plan)
{
  g_autofree guint *order = forward_order (plan);
  g_autofree guint *low = g_new0 (guint, plan->n_steps + 1);
  g_autofree guint *high = g_new0 (guint, plan->n_steps + 1);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  Chains chains = { taken, low, high };

  for (guint i = 0; i < plan->n_steps; i++)
    place_in_chain (plan, &chains, order[i]);
  /* What nothing leads to stands just before what it leads to. */
  for (guint i = plan->n_steps; i > 0; i--) {
    guint step = order[i - 1], nearest = NONE;

    if (tl_plan_has_entry (plan, step) || plan->kind[step] == TL_STEP_START)
      continue;
    for (guint k = plan->out.first[step]; k < plan->out.first[step + 1]; k++) {
      const TlPlanEdge *edge = &plan->edges[plan->out.list[k]];

      if (tl_plan_is_forward (plan, edge))
        nearest = MIN (nearest, plan->layer[edge->to]);
    }
    if (nearest != NONE && nearest > plan->layer[step])
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
layer_rest (TlPlan *plan)
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

void
tl_plan_choose_layers (TlPlan *plan)
{
  memset (plan->layer, 0, plan->n_steps * sizeof *plan->layer);
  memset (plan->row, 0, plan->n_steps * sizeof *plan->row);
  memset (plan->columns, 0, plan->n_phases * sizeof *plan->columns);
  layer_flow (plan);
  layer_rest (plan);
}
