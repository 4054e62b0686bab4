/* facts.c - what several rules ask of a chart, worked out once.
 *
 * An index is filled in two passes over its pairs: count, then place.  That keeps
 * document order and costs no allocation per record.
 */
#include "analysis/facts.h"

typedef struct {
  TlId        key;
  const void *row;
} Pair;

static void
build_index (TlIndex *index,
             GArray  *pairs,
             guint    limit)
{
  g_autofree guint *next = g_new0 (guint, limit + 1);

  for (guint i = 0; i < pairs->len; i++)
    next[g_array_index (pairs, Pair, i).key + 1]++;
  for (guint i = 0; i < limit; i++)
    next[i + 1] += next[i];
  index->first = g_memdup2 (next, (limit + 1) * sizeof *next);
  index->rows = g_new (const void *, pairs->len + 1);
  for (guint i = 0; i < pairs->len; i++) {
    const Pair *pair = &g_array_index (pairs, Pair, i);

    index->rows[next[pair->key]++] = pair->row;
  }
  g_array_set_size (pairs, 0);
}

static void
add_pair (GArray     *pairs,
          TlId        key,
          const void *row)
{
  Pair pair = { key, row };

  g_array_append_vals (pairs, &pair, 1);
}

static void
index_connectors (TlFacts *facts,
                  GArray  *pairs)
{
  g_autoptr (GArray) supports = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < tl_chart_n (facts->chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (facts->chart, CONNECTOR, TlConnector, i);

    add_pair (connector->kind == TL_CONNECTOR_FLOW ? pairs : supports, connector->to, connector);
  }
  build_index (&facts->entries, pairs, facts->limit);
  build_index (&facts->suppliers, supports, facts->limit);
}

static void
index_failures (TlFacts *facts,
                GArray  *pairs)
{
  const TlChart *chart = facts->chart;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);

    add_pair (pairs, failure->at, failure);
  }
  build_index (&facts->failures, pairs, facts->limit);
}

static void
index_standards (TlFacts *facts,
                 GArray  *pairs)
{
  const TlChart *chart = facts->chart;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, i);

    for (guint k = 0; k < standard->meets.n; k++)
      add_pair (pairs, standard->meets.ids[k], standard);
  }
  build_index (&facts->standards, pairs, facts->limit);
}

static void
mark_all (TlFacts        *facts,
          const TlIdList *ids,
          TlFact          fact)
{
  for (guint i = 0; i < ids->n; i++)
    facts->facts[ids->ids[i]] |= fact;
}

static void
mark (TlFacts *facts,
      GArray  *todo,
      TlId     id,
      TlFact   fact)
{
  if (tl_facts_has (facts, id, fact))
    return;
  facts->facts[id] |= fact;
  g_array_append_val (todo, id);
}

/* Marks what leads along @index to the @todo that is marked already; all that is marked is
 * in it then. */
static void
spread_back (TlFacts       *facts,
             GArray        *todo,
             const TlIndex *index,
             TlFact         fact)
{
  for (guint i = 0; i < todo->len; i++) {
    TlId at = g_array_index (todo, TlId, i);

    for (guint k = 0; k < tl_index_n (index, at); k++)
      mark (facts, todo, ((const TlConnector *) tl_index_nth (index, at, k))->from, fact);
  }
}

/* From every start, for a chart with several is told so once and not again for each step
 * that follows from the others. */
static void
spread_reached (TlFacts *facts,
                GArray  *todo)
{
  for (guint i = 0; i < todo->len; i++) {
    guint n;
    const TlGraphWay *ways = tl_facts_ways (facts, g_array_index (todo, TlId, i), &n);

    for (guint k = 0; k < n; k++)
      mark (facts, todo, ways[k].connector->to, TL_FACT_REACHED);
  }
}

static void
walk_flow (TlFacts *facts)
{
  g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autoptr (GArray) ending = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; i < facts->graph->n; i++) {
    const TlStep *step = facts->graph->steps[i];

    if (step->kind == TL_STEP_START)
      mark (facts, reached, step->head.id, TL_FACT_REACHED);
    if (step->kind == TL_STEP_END)
      mark (facts, ending, step->head.id, TL_FACT_ENDS);
  }
  spread_reached (facts, reached);
  spread_back (facts, ending, &facts->entries, TL_FACT_ENDS);
  for (guint i = 0; i < reached->len; i++)
    facts->facts[g_array_index (reached, TlId, i)] |= TL_FACT_HELPS;
  spread_back (facts, reached, &facts->suppliers, TL_FACT_HELPS);
}

static void
mark_roles (TlFacts *facts)
{
  const TlChart *chart = facts->chart;

  for (guint i = 0; i < facts->graph->n; i++) {
    const TlStep *step = facts->graph->steps[i];
    TlBand band = tl_facts_band (facts, step);

    if (step->role == TL_ID_NONE)
      continue;
    facts->facts[step->role] |= TL_FACT_ACTS;
    if (band == TL_BAND_ONSTAGE || band == TL_BAND_BACKSTAGE)
      facts->facts[step->role] |= TL_FACT_SERVES;
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ACTION); i++) {
    const TlAction *action = TL_CHART_NTH (chart, ACTION, TlAction, i);

    facts->facts[action->role] |= TL_FACT_ACTS;
  }
}

static void
mark_requirements (TlFacts *facts)
{
  const TlChart *chart = facts->chart;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_EXPECTATION); i++)
    mark_all (facts, &TL_CHART_NTH (chart, EXPECTATION, TlExpectation, i)->steps,
              TL_FACT_EXPECTED);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_PROMISE); i++) {
    const TlPromise *promise = TL_CHART_NTH (chart, PROMISE, TlPromise, i);

    facts->facts[promise->tier] |= TL_FACT_NAMED;
  }
}

/* What stands between a failure point and the customer. */
static void
mark_failures (TlFacts *facts)
{
  const TlChart *chart = facts->chart;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_SAFEGUARD); i++) {
    const TlSafeguard *safeguard = TL_CHART_NTH (chart, SAFEGUARD, TlSafeguard, i);

    if (safeguard->status == TL_SAFEGUARD_IN_PLACE)
      facts->facts[safeguard->head.parent] |= TL_FACT_GUARDED;
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ITEM); i++) {
    const TlItem *item = TL_CHART_NTH (chart, ITEM, TlItem, i);

    if (item->status == TL_ITEM_OPEN || item->status == TL_ITEM_DOING)
      mark_all (facts, &item->about, TL_FACT_WORKED_ON);
  }
}

TlFacts *
tl_facts_new (const TlChart *chart,
              TlDate         today)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  TlFacts *facts = g_new0 (TlFacts, 1);

  facts->chart = chart;
  facts->today = today;
  facts->limit = tl_chart_id_limit (chart);
  facts->facts = g_new0 (guint16, facts->limit);
  facts->graph = tl_graph_new (chart);
  facts->procedures = tl_recovery_index_new (chart);
  facts->flow = tl_flow_new (facts->graph, facts->procedures, FALSE);
  facts->path = tl_happy_path_new (facts->graph);
  facts->servqual = tl_survey_servqual (chart);
  index_connectors (facts, pairs);
  index_failures (facts, pairs);
  index_standards (facts, pairs);
  walk_flow (facts);
  mark_roles (facts);
  mark_requirements (facts);
  mark_failures (facts);
  return facts;
}

static void
clear_index (TlIndex *index)
{
  g_free (index->first);
  g_free (index->rows);
}

void
tl_facts_free (TlFacts *facts)
{
  if (facts == NULL)
    return;

  clear_index (&facts->entries);
  clear_index (&facts->suppliers);
  clear_index (&facts->failures);
  clear_index (&facts->standards);
  g_free (facts->facts);
  tl_happy_path_free (facts->path);
  tl_flow_free (facts->flow);
  tl_recovery_index_free (facts->procedures);
  tl_graph_free (facts->graph);
  g_free (facts);
}

const TlStep *
tl_facts_step (const TlFacts *facts,
               TlId           id)
{
  return id != TL_ID_NONE ? TL_CHART_GET (facts->chart, STEP, TlStep, id) : NULL;
}

const TlRole *
tl_facts_role (const TlFacts *facts,
               TlId           id)
{
  return id != TL_ID_NONE ? TL_CHART_GET (facts->chart, ROLE, TlRole, id) : NULL;
}

TlBand
tl_facts_band (const TlFacts *facts,
               const TlStep  *step)
{
  return TL_CHART_GET (facts->chart, LANE, TlLane, step->lane)->band;
}
