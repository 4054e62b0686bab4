/* series.c - figures in a row, as pictures show them. */
#include "analysis/series.h"

#define BEST_MOOD 2.0

/* Pareto */

static double
value_of (const TlFailureFigures *f,
          TlParetoBy              by)
{
  return by == TL_PARETO_COST ? f->cost_a_year : f->before.rpn;
}

static int
compare_bars (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const TlParetoBar *x = a, *y = b;
  TlParetoBy by = GPOINTER_TO_UINT (data);

  if (by == TL_PARETO_PRIORITY && x->failure->before.priority != y->failure->before.priority)
    return x->failure->before.priority > y->failure->before.priority ? -1 : 1;
  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  return x->failure < y->failure ? -1 : x->failure > y->failure;   /* document order */
}

GArray *
tl_series_pareto (const TlFigures *figures,
                  TlParetoBy       by)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (TlParetoBar));
  double all = 0, sum = 0;

  for (guint i = 0; i < figures->n_failures; i++) {
    TlParetoBar bar = { .failure = &figures->failures[i] };

    bar.value = value_of (bar.failure, by);
    if (!(bar.value > 0) || bar.failure->failure->accepted != NULL)
      continue;
    all += bar.value;
    g_array_append_val (bars, bar);
  }
  g_array_sort_with_data (bars, compare_bars, GUINT_TO_POINTER (by));
  for (guint i = 0; i < bars->len; i++) {
    TlParetoBar *bar = &g_array_index (bars, TlParetoBar, i);

    sum += bar->value;
    bar->sum = i + 1 < bars->len ? sum / all : 1;
  }
  return bars;
}

/* Standards over time */

GArray *
tl_series_standard (const TlChart    *chart,
                    const TlStandard *standard)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TlSeriesPoint));

  for (guint i = 0; i < standard->head.children.n; i++) {
    const TlMeasurement *one = TL_CHART_GET (chart, MEASUREMENT, TlMeasurement,
                                             standard->head.children.ids[i]);
    TlSeriesPoint point;
    guint at = points->len;

    if (one == NULL)
      continue;
    point = (TlSeriesPoint) { one->date, one->value, one->share, one->n,
                              tl_measure_judge (standard, one) };
    /* Mostly they were measured in this order, so it goes to the end. */
    while (at > 0 && g_array_index (points, TlSeriesPoint, at - 1).date > point.date)
      at--;
    g_array_insert_val (points, at, point);
  }
  return points;
}

/* Mood */

/* NaN for what is no answer of customers. */
static double
mood_of (const TlChart    *chart,
         const TlStandard *standard)
{
  const TlMeasurement *last = tl_measure (chart, standard).last;
  double worst, best, place;

  if (standard->type != TL_STANDARD_SOFT || last == NULL)
    return NAN;
  switch (standard->unit) {
  case TL_UNIT_SCORE:
    worst = 1;
    best = tl_chart_info (chart)->scale;
    break;
  case TL_UNIT_PERCENT:
    worst = 0;
    best = 100;
    break;
  case TL_UNIT_NPS:
    worst = -100;
    best = 100;
    break;
  case TL_UNIT_NONE:
  case TL_UNIT_SECONDS:
  case TL_UNIT_COUNT:
  case TL_UNIT_MONEY:
  default:
    return NAN;
  }
  place = (last->value - worst) / (best - worst);
  if (standard->better == TL_BETTER_LOWER)
    place = 1 - place;
  return CLAMP ((2 * place - 1) * BEST_MOOD, -BEST_MOOD, BEST_MOOD);
}

/* Adds up, by handle of a step, the moods of the standards that name it. */
static void
add_moods (const TlChart *chart,
           double        *sums,
           guint         *n)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, i);
    double mood = mood_of (chart, standard);

    for (guint k = 0; k < standard->steps.n && !isnan (mood); k++) {
      sums[standard->steps.ids[k]] += mood;
      n[standard->steps.ids[k]]++;
    }
  }
}

GArray *
tl_series_mood (const TlChart *chart,
                const TlOrder *order)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TlMoodPoint));
  g_autofree double *sums = g_new0 (double, tl_chart_id_limit (chart));
  g_autofree guint *n = g_new0 (guint, tl_chart_id_limit (chart));

  add_moods (chart, sums, n);
  for (guint i = 0; i < order->n_steps; i++) {
    const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, order->steps[i]);
    TlId id = step->head.id;
    TlMoodPoint point = {
      .step = id,
      .drawn = step->emotion != TL_NO_INT ? step->emotion : NAN,
      .measured = n[id] > 0 ? sums[id] / n[id] : NAN,
    };

    if (TL_CHART_GET (chart, LANE, TlLane, step->lane)->band == TL_BAND_CUSTOMER &&
        (!isnan (point.drawn) || !isnan (point.measured)))
      g_array_append_val (points, point);
  }
  return points;
}
