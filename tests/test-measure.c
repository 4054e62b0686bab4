/* test-measure.c - standards met or missed, ratings of failure points, and their texts. */
#include "analysis/measure.h"

#include "analysis/residual.h"
#include "charts.h"
#include "full-chart.h"

static const TlStandard *
standard_of (const TlChart *chart)
{
  return TL_CHART_GET (chart, STANDARD, TlStandard, tl_test_id (chart, "st"));
}

static void
test_verdict (void)
{
  static const struct {
    const char *script;
    TlVerdict   verdict;
  } rows[] = {
    { "st.unit=s; st.better=lower; st.target=300; measurement.value=300", TL_VERDICT_MET },
    { "st.unit=s; st.better=lower; st.target=300; measurement.value=301", TL_VERDICT_MISSED },
    { "st.unit=percent; st.better=higher; st.target=95; measurement.value=95", TL_VERDICT_MET },
    { "st.unit=percent; st.better=higher; st.target=95; measurement.value=92", TL_VERDICT_MISSED },
    /* The mean is well inside the target, but too few cases are. */
    { "st.unit=s; st.better=lower; st.target=60; st.share=90; measurement.value=48; "
      "measurement.share=84", TL_VERDICT_MISSED },
    { "st.unit=s; st.better=lower; st.target=60; st.share=90; measurement.value=99; "
      "measurement.share=90", TL_VERDICT_MET },
    { "st.share=90; measurement.share=-", TL_VERDICT_UNCLEAR },
    { "st.target=-", TL_VERDICT_UNCLEAR },
    { "st.better=-", TL_VERDICT_UNCLEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_full_chart ();

    tl_test_change (chart, rows[i].script);
    g_test_message ("%s", rows[i].script);
    g_assert_cmpint (tl_measure (chart, standard_of (chart)).verdict, ==, rows[i].verdict);
  }
}

static void
add_measurement (TlChart *chart,
                 TlDate   date,
                 double   value,
                 double   share)
{
  TlMeasurement *measurement;

  tl_chart_begin (chart, "Measure");
  measurement = tl_test_add (chart, TL_RECORD_MEASUREMENT, NULL, tl_test_id (chart, "st"));
  measurement->date = date;
  measurement->value = value;
  measurement->share = share;
  measurement->n = 1;
  tl_chart_settle (chart);
}

static void
test_trend (void)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  TlMeasured measured = tl_measure (chart, standard_of (chart));

  g_assert_nonnull (measured.last);
  g_assert_null (measured.before);
  g_assert_true (isnan (measured.trend));

  /* Dates count, not places: the first in the document stays between these. */
  add_measurement (chart, 739100, 4.5, 80);
  add_measurement (chart, 738000, 1, 10);
  measured = tl_measure (chart, standard_of (chart));
  g_assert_cmpfloat (measured.last->value, ==, 4.5);
  g_assert_cmpfloat (measured.before->value, ==, 4.25);
  g_assert_cmpfloat_with_epsilon (measured.trend, 0.25, 1e-9);
  g_assert_true (isnan (measured.share_trend));

  /* Of one day, the later in the document. */
  add_measurement (chart, 739100, 4.0, 75);
  measured = tl_measure (chart, standard_of (chart));
  g_assert_cmpfloat (measured.last->value, ==, 4.0);
  g_assert_cmpfloat_with_epsilon (measured.trend, -0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (measured.share_trend, -5, 1e-9);

  /* Less is better now, and more of the cases still is. */
  tl_test_change (chart, "st.better=lower");
  measured = tl_measure (chart, standard_of (chart));
  g_assert_cmpfloat_with_epsilon (measured.trend, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (measured.share_trend, -5, 1e-9);

  tl_chart_begin (chart, "Forget");
  while (standard_of (chart)->head.children.n > 0)
    tl_chart_remove (chart, standard_of (chart)->head.children.ids[0]);
  tl_chart_settle (chart);
  g_assert_cmpint (tl_measure (chart, standard_of (chart)).verdict, ==, TL_VERDICT_NEVER);
}

static void
test_of_expectation (void)
{
  static const struct {
    const char *script;
    gboolean    found;
  } rows[] = {
    { "st.meets=ex; st.unit=s; st.better=lower", TRUE },
    { "st.meets=pr; st.unit=s; st.better=lower", FALSE },
    { "st.meets=ex; st.unit=percent; st.better=lower", FALSE },
    { "st.meets=ex; st.unit=s; st.better=higher", FALSE },
    { "st.meets=ex; st.unit=-; ex.unit=-; st.better=lower", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_full_chart ();
    const TlStandard *standard = NULL;
    const TlMeasurement *last;

    tl_test_change (chart, rows[i].script);
    last = tl_measure_of_expectation (chart, TL_CHART_GET (chart, EXPECTATION, TlExpectation,
                                                           tl_test_id (chart, "ex")), &standard);
    g_assert_cmpint (last != NULL, ==, rows[i].found);
    g_assert_cmpint (standard != NULL, ==, rows[i].found);
  }
}

static void
test_texts (void)
{
  static const struct {
    TlUnit      unit;
    double      value;
    const char *text;
  } rows[] = {
    { TL_UNIT_SECONDS, 295, "4 min 55 s" },   { TL_UNIT_SECONDS, 172800, "2 d" },
    { TL_UNIT_SECONDS, 0.4, "0 s" },          { TL_UNIT_SECONDS, -5, "-5" },
    { TL_UNIT_PERCENT, 93.75, "93.75 %" },    { TL_UNIT_PERCENT, 92, "92 %" },
    { TL_UNIT_COUNT, 0.5, "0.5" },            { TL_UNIT_MONEY, 12.5, "12.50 EUR" },
    { TL_UNIT_SCORE, 4.25, "4.25" },          { TL_UNIT_NPS, 50, "+50" },
    { TL_UNIT_NPS, -7, "-7" },
  };
  g_autoptr (TlChart) chart = tl_test_full_chart ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = tl_measure_text (chart, rows[i].unit, rows[i].value);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
test_rating (void)
{
  static const struct {
    const char *script;
    int         before, after;
    TlPriority  priority_before, priority_after;
    gboolean    has_after;
  } rows[] = {
    { "f.S=8; f.O=7; f.D=6", 336, 336, TL_PRIORITY_HIGH, TL_PRIORITY_HIGH, FALSE },
    /* A small product, and still high. */
    { "f.S=9; f.O=4; f.D=2", 72, 72, TL_PRIORITY_HIGH, TL_PRIORITY_HIGH, FALSE },
    { "f.S=8; f.O=7; f.D=6; f.O2=2; f.D2=3", 336, 48, TL_PRIORITY_HIGH, TL_PRIORITY_LOW, TRUE },
    { "f.S=8; f.O=7", 0, 0, TL_PRIORITY_NONE, TL_PRIORITY_NONE, FALSE },
    { "f.O=-", 0, 0, TL_PRIORITY_NONE, TL_PRIORITY_NONE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_full_chart ();
    const TlFailure *failure;

    tl_test_change (chart, rows[i].script);
    failure = TL_CHART_GET (chart, FAILURE, TlFailure, tl_test_id (chart, "f"));
    g_assert_cmpint (tl_rated_before (failure).rpn, ==, rows[i].before);
    g_assert_cmpint (tl_rated_after (failure).rpn, ==, rows[i].after);
    g_assert_cmpint (tl_rated_before (failure).priority, ==, rows[i].priority_before);
    g_assert_cmpint (tl_rated_after (failure).priority, ==, rows[i].priority_after);
    g_assert_cmpint (tl_rated_has_after (failure), ==, rows[i].has_after);
  }
}

/* Of the products of three ratings there are 120. */
static void
test_products (void)
{
  gboolean seen[1001] = { FALSE };
  guint n = 0;

  for (int s = 1; s <= 10; s++) {
    for (int o = 1; o <= 10; o++) {
      for (int d = 1; d <= 10; d++)
        seen[tl_rated_before (&(TlFailure) { .s = s, .o = o, .d = d }).rpn] = TRUE;
    }
  }
  for (guint i = 1; i <= 1000; i++)
    n += seen[i];
  g_assert_cmpuint (n, ==, 120);
  g_assert_false (seen[0]);
}

static void
test_rate (void)
{
  static const struct {
    double rate;
    int    rating;
  } rows[] = {
    { 0.25, 10 },   { 0.2, 10 },    { 0.10, 9 },   { 0.0499, 7 }, { 0.05, 8 },
    { 0.019, 6 },   { 0.0002, 2 },  { 0.0001, 1 }, { 0, 1 },      { 1.1, 10 },
    { 0.1 * 0.2, 7 }, { 0.7 * 0.1 / 0.7, 9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tl_rating_of_rate (rows[i].rate), ==, rows[i].rating);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (tl_rating_anchors[i].rating, ==, 10 - (int) i);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/verdict", test_verdict);
  g_test_add_func ("/measure/trend", test_trend);
  g_test_add_func ("/measure/of-expectation", test_of_expectation);
  g_test_add_func ("/measure/texts", test_texts);
  g_test_add_func ("/residual/rating", test_rating);
  g_test_add_func ("/residual/products", test_products);
  g_test_add_func ("/residual/rate", test_rate);
  return g_test_run ();
}
