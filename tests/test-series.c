/* test-series.c - rows of figures for pictures. */
#include "analysis/series.h"

#include "charts.h"
#include "full-chart.h"
#include "xml-support.h"

static void
test_pareto (void)
{
  static const struct {
    TlParetoBy  by;
    const char *order;
    double      first, second;   /* sums, as shares of all */
  } rows[] = {
    { TL_PARETO_RPN, "f3 f8 f10 f1 f7 f2 f6 f9 f4 f5 ", 336.0 / 2151, 616.0 / 2151 },
    { TL_PARETO_PRIORITY, "f3 f8 f5 f10 f1 f7 f2 f6 f4 f9 ", 336.0 / 2151, 616.0 / 2151 },
    { TL_PARETO_COST, "f9 f8 f4 f2 f5 f3 f10 f7 f1 f6 ", 0.25747582, 0.4965846 },
  };
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  g_autoptr (TlFigures) figures = tl_figures_new (chart, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) bars = tl_series_pareto (figures, rows[i].by);
    g_autoptr (GString) order = g_string_new (NULL);

    for (guint k = 0; k < bars->len; k++)
      g_string_append_printf (order, "%s ", g_array_index (bars, TlParetoBar, k).failure->failure
                                              ->head.name);
    g_assert_cmpstr (order->str, ==, rows[i].order);
    g_assert_cmpfloat_with_epsilon (g_array_index (bars, TlParetoBar, 0).sum, rows[i].first, 1e-6);
    g_assert_cmpfloat_with_epsilon (g_array_index (bars, TlParetoBar, 1).sum, rows[i].second,
                                    1e-6);
    g_assert_cmpfloat (g_array_index (bars, TlParetoBar, bars->len - 1).sum, ==, 1);
  }
}

/* Without a value, or lived with: no bar. */
static void
test_pareto_left_out (void)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  g_autoptr (TlFigures) figures = NULL;
  g_autoptr (GArray) bars = NULL, costs = NULL;

  tl_test_change (chart, "f.S=2; f.O=3; f.D=4; g.S=5; g.O=5; g.D=5; g.accepted=rare");
  figures = tl_figures_new (chart, 0);
  bars = tl_series_pareto (figures, TL_PARETO_RPN);
  costs = tl_series_pareto (figures, TL_PARETO_COST);
  g_assert_cmpuint (bars->len, ==, 1);
  g_assert_cmpfloat (g_array_index (bars, TlParetoBar, 0).value, ==, 24);
  g_assert_cmpuint (costs->len, ==, 0);
}

static void
test_standard (void)
{
  static const struct { TlDate date; double value; } added[] = {
    { 739200, 3 }, { 738000, 1 }, { 739100, 2 }, { 739200, 4 },
  };
  static const double wanted[] = { 1, 4.25, 2, 3, 4 };
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  g_autoptr (GArray) points = NULL;

  tl_chart_begin (chart, "Measure");
  for (guint i = 0; i < G_N_ELEMENTS (added); i++) {
    TlMeasurement *one = tl_test_add (chart, TL_RECORD_MEASUREMENT, NULL,
                                      tl_test_id (chart, "st"));

    one->date = added[i].date;
    one->value = added[i].value;
  }
  tl_chart_settle (chart);
  points = tl_series_standard (chart, TL_CHART_GET (chart, STANDARD, TlStandard,
                                                    tl_test_id (chart, "st")));
  g_assert_cmpuint (points->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < points->len; i++)
    g_assert_cmpfloat (g_array_index (points, TlSeriesPoint, i).value, ==, wanted[i]);
}

static void
test_mood (void)
{
  static const struct {
    const char *script;
    double      drawn, measured;   /* both NaN = no point */
  } rows[] = {
    { "", NAN, NAN },
    { "b.emotion=-1", -1, NAN },
    { "st.steps=b; measurement.value=4.25", NAN, 1.25 },
    { "st.steps=b; measurement.value=1; b.emotion=2", 2, -2 },
    { "st.steps=b; st.unit=percent; measurement.value=75", NAN, 1 },
    { "st.steps=b; st.unit=percent; st.better=lower; measurement.value=75", NAN, -1 },
    { "st.steps=b; st.unit=nps; measurement.value=50", NAN, 1 },
    { "st.steps=b; st.unit=count; measurement.value=3", NAN, NAN },
    { "st.steps=b; st.type=hard; st.unit=percent; measurement.value=75", NAN, NAN },
    /* Not the customer's step. */
    { "st.steps=o; o.emotion=1", NAN, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_full_chart ();
    g_autoptr (TlOrder) order = NULL;
    g_autoptr (GArray) points = NULL;
    const TlMoodPoint *point;

    tl_test_change (chart, rows[i].script);
    order = tl_order_new (chart);
    points = tl_series_mood (chart, order);
    g_test_message ("%s", rows[i].script);
    if (isnan (rows[i].drawn) && isnan (rows[i].measured)) {
      g_assert_cmpuint (points->len, ==, 0);
      continue;
    }
    g_assert_cmpuint (points->len, ==, 1);
    point = &g_array_index (points, TlMoodPoint, 0);
    g_assert_cmpuint (point->step, ==, tl_test_id (chart, "b"));
    g_assert_cmpint (isnan (point->drawn), ==, isnan (rows[i].drawn));
    g_assert_cmpint (isnan (point->measured), ==, isnan (rows[i].measured));
    g_assert_true (isnan (point->drawn) || point->drawn == rows[i].drawn);
    g_assert_true (isnan (point->measured) || fabs (point->measured - rows[i].measured) < 1e-9);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/pareto", test_pareto);
  g_test_add_func ("/series/pareto-left-out", test_pareto_left_out);
  g_test_add_func ("/series/standard", test_standard);
  g_test_add_func ("/series/mood", test_mood);
  return g_test_run ();
}
