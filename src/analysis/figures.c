/* figures.c - every figure of a chart, worked out together. */
#include "analysis/figures.h"

#include <stdlib.h>

static void
figure_failure (TlFigures       *figures,
                const TlFailure *failure)
{
  const TlEconomics *economics = tl_economics (figures->chart);
  TlFailureFigures *f = &figures->failures[figures->n_failures++];

  f->failure = failure;
  f->recovery = tl_recovery_of (figures->chart, figures->recoveries, failure->head.id);
  f->covered = tl_recovery_covers (figures->recoveries, failure->head.id);
  f->before = tl_rated_before (failure);
  f->after = tl_rated_after (failure);
  f->rate = tl_flow_rate (figures->clean, figures->graph, failure);
  f->rating_of_rate = isnan (f->rate) ? 0 : tl_rating_of_rate (f->rate);
  f->cases = economics != NULL ? f->rate * economics->cases : NAN;
  f->stakes = tl_stakes (figures->chart, failure, f->recovery);
  f->cost_a_year = f->cases * tl_stakes_case (&f->stakes);
}

static void
count_standards (TlFigures *figures)
{
  for (guint i = 0; i < tl_chart_n (figures->chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (figures->chart, STANDARD, TlStandard, i);
    TlMeasured measured = tl_measure (figures->chart, standard);

    figures->standards[measured.verdict]++;
    figures->standards_due += tl_measure_is_due (standard, &measured, figures->today);
  }
  for (guint i = 0; i < tl_chart_n (figures->chart, TL_RECORD_EXPECTATION); i++) {
    const TlExpectation *expectation = TL_CHART_NTH (figures->chart, EXPECTATION, TlExpectation,
                                                     i);

    figures->expectations[tl_category_of_expectation (figures->chart, expectation)]++;
  }
}

static void
count_items (TlFigures *figures)
{
  for (guint i = 0; i < tl_chart_n (figures->chart, TL_RECORD_ITEM); i++) {
    const TlItem *item = TL_CHART_NTH (figures->chart, ITEM, TlItem, i);
    gboolean is_open = item->status == TL_ITEM_OPEN || item->status == TL_ITEM_DOING;

    figures->items_open += is_open;
    figures->items_overdue += is_open && item->due != 0 && item->due < figures->today;
  }
}

static gboolean
is_house (const TlRole *role)
{
  return role != NULL && (role->kind == TL_ROLE_STAFF || role->kind == TL_ROLE_SYSTEM);
}

static gboolean
is_customers (const TlChart *chart,
              TlId           step)
{
  const TlStep *s = TL_CHART_GET (chart, STEP, TlStep, step);

  return TL_CHART_GET (chart, LANE, TlLane, s->lane)->band == TL_BAND_CUSTOMER;
}

/* Both after Shostack 1987: a count each, no judgement. */
static void
count_crossings (TlFigures *figures)
{
  const TlChart *chart = figures->chart;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    TlId from = TL_CHART_GET (chart, STEP, TlStep, connector->from)->role;
    TlId to = TL_CHART_GET (chart, STEP, TlStep, connector->to)->role;

    figures->hand_overs += connector->kind == TL_CONNECTOR_FLOW && from != to &&
                           is_house (TL_CHART_GET (chart, ROLE, TlRole, from)) &&
                           is_house (TL_CHART_GET (chart, ROLE, TlRole, to));
    figures->contacts += is_customers (chart, connector->from) !=
                         is_customers (chart, connector->to);
  }
}

TlFigures *
tl_figures_new (const TlChart *chart,
                TlDate         today)
{
  TlFigures *figures = g_new0 (TlFigures, 1);
  guint n = tl_chart_n (chart, TL_RECORD_FAILURE);

  figures->chart = chart;
  figures->today = today;
  figures->recoveries = tl_recovery_index_new (chart);
  figures->graph = tl_graph_new (chart);
  figures->clean = tl_flow_new (figures->graph, figures->recoveries, FALSE);
  figures->withfail = tl_flow_new (figures->graph, figures->recoveries, TRUE);
  figures->path = tl_happy_path_new (figures->graph);
  figures->first_time_right = tl_flow_first_time_right (figures->graph, &figures->why_not_right);
  figures->coverage = tl_recovery_coverage (chart, figures->recoveries);
  figures->servqual = tl_survey_servqual (chart);
  figures->failures = g_new0 (TlFailureFigures, n + 1);
  for (guint i = 0; i < n; i++)
    figure_failure (figures, TL_CHART_NTH (chart, FAILURE, TlFailure, i));
  count_standards (figures);
  count_items (figures);
  count_crossings (figures);
  return figures;
}

void
tl_figures_free (TlFigures *figures)
{
  if (figures == NULL)
    return;

  tl_flow_free (figures->clean);
  tl_flow_free (figures->withfail);
  tl_happy_path_free (figures->path);
  tl_graph_free (figures->graph);
  tl_recovery_index_free (figures->recoveries);
  g_free (figures->failures);
  g_free (figures->why_not_right);
  g_free (figures);
}

const TlFailureFigures *
tl_figures_of_failure (const TlFigures *figures,
                       TlId             failure)
{
  guint index = TL_CHART_GET (figures->chart, FAILURE, TlFailure, failure) != NULL
                  ? tl_chart_index (figures->chart, failure) : G_MAXUINT;

  return index < figures->n_failures ? &figures->failures[index] : NULL;
}

/* They stand in one array in document order, so where they stand settles the rest. */
static int
compare_costs (const void *a,
               const void *b)
{
  const TlFailureFigures *x = *(const TlFailureFigures *const *) a;
  const TlFailureFigures *y = *(const TlFailureFigures *const *) b;
  double cost_x = isnan (x->cost_a_year) ? -1 : x->cost_a_year;
  double cost_y = isnan (y->cost_a_year) ? -1 : y->cost_a_year;

  if (cost_x != cost_y)
    return cost_x > cost_y ? -1 : 1;
  if (x->before.rpn != y->before.rpn)
    return x->before.rpn > y->before.rpn ? -1 : 1;
  return x < y ? -1 : x > y;
}

const TlFailureFigures **
tl_figures_rank (const TlFigures *figures)
{
  const TlFailureFigures **ranked = g_new (const TlFailureFigures *, figures->n_failures + 1);

  for (guint i = 0; i < figures->n_failures; i++)
    ranked[i] = &figures->failures[i];
  qsort (ranked, figures->n_failures, sizeof *ranked, compare_costs);
  return ranked;
}

double
tl_figures_profit (const TlFigures *figures,
                   const TlTier    *tier)
{
  const TlEconomics *economics = tl_economics (figures->chart);

  if (figures->clean->why_not != NULL || tier->price == TL_NO_MONEY)
    return NAN;
  return (double) tier->price - figures->clean->cost -
         (economics != NULL ? (double) economics->overhead : 0);
}
