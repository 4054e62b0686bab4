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
  const TlChart *chart = facts->chart;
  guint n = tl_chart_n (chart, TL_RECORD_CONNECTOR);
  struct {
    TlIndex        *index;
    TlConnectorKind kind;
  } wanted[] = {
    { &facts->entries, TL_CONNECTOR_FLOW },
    { &facts->suppliers, TL_CONNECTOR_SUPPORT },
  };

  for (guint w = 0; w < G_N_ELEMENTS (wanted); w++) {
    for (guint i = 0; i < n; i++) {
      const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

      if (connector->kind == wanted[w].kind)
        add_pair (pairs, connector->to, connector);
    }
    build_index (wanted[w].index, pairs, facts->limit);
  }
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

/* Marks what can be walked to from the @todo that is marked already, along @index
 * backward. */
static void
spread_back (TlFacts       *facts,
             GArray        *todo,
             const TlIndex *index,
             TlFact         fact)
{
  for (guint i = 0; i < todo->len; i++) {
    TlId at = g_array_index (todo, TlId, i);

    for (guint k = 0; k < tl_index_n (index, at); k++) {
      TlId before = ((const TlConnector *) tl_index_nth (index, at, k))->from;

      if (!tl_facts_has (facts, before, fact)) {
        facts->facts[before] |= fact;
        g_array_append_val (todo, before);
      }
    }
  }
  g_array_set_size (todo, 0);
}

/* From every start, for a chart with several is told so once and not again for each step
 * that follows from the others. */
static void
spread_reached (TlFacts *facts,
                GArray  *todo)
{
  for (guint i = 0; i < todo->len; i++) {
    guint n;
    const TlWay *ways = tl_facts_ways (facts, g_array_index (todo, TlId, i), &n);

    for (guint k = 0; k < n; k++) {
      TlId next = ways[k].connector->to;

      if (!tl_facts_has (facts, next, TL_FACT_REACHED)) {
        facts->facts[next] |= TL_FACT_REACHED;
        g_array_append_val (todo, next);
      }
    }
  }
  g_array_set_size (todo, 0);
}

/* Steps of @kind, or with @given already, become the first to have @fact. */
static void
begin_with (TlFacts   *facts,
            GArray    *todo,
            TlStepKind kind,
            TlFact     given,
            TlFact     fact)
{
  for (guint i = 0; i < tl_chart_n (facts->chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (facts->chart, STEP, TlStep, i);

    if (step->kind == kind || tl_facts_has (facts, step->head.id, given)) {
      facts->facts[step->head.id] |= fact;
      g_array_append_val (todo, step->head.id);
    }
  }
}

static void
walk_flow (TlFacts *facts)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (TlId));

  begin_with (facts, todo, TL_STEP_START, 0, TL_FACT_REACHED);
  spread_reached (facts, todo);
  begin_with (facts, todo, TL_STEP_END, 0, TL_FACT_ENDS);
  spread_back (facts, todo, &facts->entries, TL_FACT_ENDS);
  begin_with (facts, todo, 0, TL_FACT_REACHED, TL_FACT_HELPS);
  spread_back (facts, todo, &facts->suppliers, TL_FACT_HELPS);
}

static void
mark_roles (TlFacts *facts)
{
  const TlChart *chart = facts->chart;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);
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

/* The mean over the statements of a dimension. */
static void
compare_ratings (TlFacts *facts)
{
  guint n[G_N_ELEMENTS (facts->dimension_gap)] = { 0 };
  double sum[G_N_ELEMENTS (facts->dimension_gap)] = { 0 };

  for (guint i = 0; i < tl_chart_n (facts->chart, TL_RECORD_RATING); i++) {
    const TlRating *rating = TL_CHART_NTH (facts->chart, RATING, TlRating, i);

    n[rating->dimension]++;
    sum[rating->dimension] += rating->perceived - rating->expected;
  }
  for (guint d = 0; d < G_N_ELEMENTS (n); d++)
    facts->dimension_gap[d] = n[d] > 0 ? sum[d] / n[d] : TL_NO_NUMBER;
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
  facts->path = tl_path_new (facts->graph);
  index_connectors (facts, pairs);
  index_failures (facts, pairs);
  index_standards (facts, pairs);
  walk_flow (facts);
  mark_roles (facts);
  mark_requirements (facts);
  mark_failures (facts);
  compare_ratings (facts);
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
  tl_path_free (facts->path);
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
