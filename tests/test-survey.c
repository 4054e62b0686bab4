/* test-survey.c - answers on scales, gaps between expected and perceived, categories. */
#include "analysis/survey.h"

#include "charts.h"
#include "full-chart.h"
#include "model/answers.h"

static void
assert_same (double found,
             double wanted)
{
  g_assert_cmpint (isnan (found), ==, isnan (wanted));
  if (!isnan (wanted))
    g_assert_cmpfloat_with_epsilon (found, wanted, 1e-9);
}

static void
test_answers (void)
{
  static const struct {
    int    counts[11];
    guint  n;
    double mean, top, nps;
  } rows[] = {
    { { 2, 3, 9, 25, 41 }, 5, 4.25, 82.5, NAN },
    { { 0, 1, 4, 20, 55 }, 5, 4.6125, 93.75, NAN },
    { { 1, 1, 3, 5, 10, 20, 10 }, 7, 5.44, 80, NAN },
    { { 1, 0, 1, 0, 2, 3, 3, 10, 20, 30, 30 }, 11, 9.43, 60, 50 },
    { { 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0 }, 11, 7, 0, -100 },
    { { 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0 }, 11, 8, 0, 0 },
    { { 0, 0, 0, 0, 0 }, 5, NAN, NAN, NAN },
    { { 4 }, 1, 1, 100, NAN },
    { { 0 }, 0, NAN, NAN, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlIntList counts = { (int *) rows[i].counts, rows[i].n };

    assert_same (tl_answers_mean (&counts), rows[i].mean);
    assert_same (tl_answers_top (&counts), rows[i].top);
    assert_same (tl_answers_nps (&counts), rows[i].nps);
    assert_same (tl_answers_value (&counts, TL_UNIT_SCORE), rows[i].mean);
    assert_same (tl_answers_value (&counts, TL_UNIT_PERCENT), rows[i].top);
    assert_same (tl_answers_value (&counts, TL_UNIT_NPS), rows[i].nps);
    assert_same (tl_answers_value (&counts, TL_UNIT_SECONDS), NAN);
  }
}

/* A chart with a rating for each number that is not NaN. */
static TlChart *
make_rated (const double *expected,
            const double *perceived,
            int           scale)
{
  TlChart *chart = tl_test_chart ("C: a( e)\na>e");

  tl_chart_begin (chart, "Rate");
  ((TlChartInfo *) tl_chart_edit (chart, tl_chart_info (chart)->head.id))->scale = scale;
  for (int i = 0; i < 5; i++) {
    g_autofree char *name = g_strdup_printf ("ra%d", i);
    TlRating *rating;

    if (isnan (expected[i]))
      continue;
    rating = tl_test_add (chart, TL_RECORD_RATING, name, TL_ID_NONE);
    rating->dimension = TL_DIMENSION_RELIABILITY + i;
    rating->expected = expected[i];
    rating->perceived = perceived[i];
    rating->n = 80;
  }
  tl_chart_settle (chart);
  return chart;
}

/* In the order of dimensions: reliability, assurance, tangibles, empathy, responsiveness. */
static void
test_servqual (void)
{
  static const struct {
    double      expected[5], perceived[5];
    double      score, weighted;
    TlDimension missing;
    TlCategory  category[5];
  } rows[] = {
    { { 4.6, 4.3, 4.5, 4.0, 4.4 }, { 4.1, 4.5, 4.2, 4.4, 4.2 }, -0.08, -0.135, 0,
      { TL_CATEGORY_DISSATISFIED, TL_CATEGORY_SATISFIED, TL_CATEGORY_DISSATISFIED,
        TL_CATEGORY_DELIGHTED, TL_CATEGORY_SATISFIED } },
    /* Published gaps. */
    { { 5, 5, 5, 5, 5 }, { 3.90, 4.30, 4.35, 3.99, 4.17 }, -0.858, -0.9007, 0,
      { TL_CATEGORY_DISSATISFIED, TL_CATEGORY_DISSATISFIED, TL_CATEGORY_DISSATISFIED,
        TL_CATEGORY_DISSATISFIED, TL_CATEGORY_DISSATISFIED } },
    { { 5, 5, 5, NAN, 5 }, { 5, 5, 5, NAN, 5 }, NAN, NAN, TL_DIMENSION_EMPATHY,
      { TL_CATEGORY_SATISFIED, TL_CATEGORY_SATISFIED, TL_CATEGORY_SATISFIED, TL_CATEGORY_NONE,
        TL_CATEGORY_SATISFIED } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = make_rated (rows[i].expected, rows[i].perceived, 5);
    TlServqual found = tl_survey_servqual (chart);

    assert_same (found.score, rows[i].score);
    assert_same (found.weighted, rows[i].weighted);
    g_assert_cmpint (found.missing, ==, rows[i].missing);
    for (guint k = 0; k < 5; k++) {
      g_assert_cmpint (found.category[TL_DIMENSION_RELIABILITY + k], ==, rows[i].category[k]);
      assert_same (found.gap[TL_DIMENSION_RELIABILITY + k],
                   rows[i].perceived[k] - rows[i].expected[k]);
    }
  }
}

static void
test_items (void)
{
  static const double expected[] = { 4, 4, 4, 4, 4 }, perceived[] = { 3, 4, 4, 4, 4 };
  g_autoptr (TlChart) chart = make_rated (expected, perceived, 5);
  TlWeights *weights;
  TlServqual found;

  tl_chart_begin (chart, "Rate again");
  ((TlRating *) tl_test_add (chart, TL_RECORD_RATING, "more", TL_ID_NONE))->dimension =
    TL_DIMENSION_RELIABILITY;
  weights = tl_test_add (chart, TL_RECORD_WEIGHTS, NULL, TL_ID_NONE);
  weights->reliability = 60;
  weights->empathy = 40;
  weights->assurance = weights->tangibles = weights->responsiveness = 0;
  tl_chart_settle (chart);
  tl_test_change (chart, "more.expected=3; more.perceived=4.5");

  /* -1 and +1.5 of two items; own weights. */
  found = tl_survey_servqual (chart);
  g_assert_cmpuint (found.n_items[TL_DIMENSION_RELIABILITY], ==, 2);
  assert_same (found.gap[TL_DIMENSION_RELIABILITY], 0.25);
  g_assert_cmpint (found.category[TL_DIMENSION_RELIABILITY], ==, TL_CATEGORY_DELIGHTED);
  assert_same (found.score, 0.05);
  assert_same (found.weighted, 0.15);
}

static void
test_bands (void)
{
  static const struct {
    double     gap;
    int        scale;
    TlCategory category;
  } rows[] = {
    { 0.25, 5, TL_CATEGORY_DELIGHTED },      { 0.24, 5, TL_CATEGORY_SATISFIED },
    { -0.24, 5, TL_CATEGORY_SATISFIED },     { -0.25, 5, TL_CATEGORY_DISSATISFIED },
    { 4.3 - 4.55, 5, TL_CATEGORY_DISSATISFIED },
    { 4.55 - 4.3, 5, TL_CATEGORY_DELIGHTED }, { 0.39, 7, TL_CATEGORY_SATISFIED },
    { 0.4, 7, TL_CATEGORY_DELIGHTED },       { -0.4, 7, TL_CATEGORY_DISSATISFIED },
    { NAN, 5, TL_CATEGORY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tl_category_of_gap (rows[i].gap, rows[i].scale), ==, rows[i].category);
}

static void
test_zone (void)
{
  static const struct {
    TlBetter   better;
    double     adequate, desired, value;
    TlCategory category;
  } rows[] = {
    { TL_BETTER_LOWER, 300, 120, 100, TL_CATEGORY_DELIGHTED },
    { TL_BETTER_LOWER, 300, 120, 120, TL_CATEGORY_SATISFIED },
    { TL_BETTER_LOWER, 300, 120, 210, TL_CATEGORY_SATISFIED },
    { TL_BETTER_LOWER, 300, 120, 300, TL_CATEGORY_SATISFIED },
    { TL_BETTER_LOWER, 300, 120, 301, TL_CATEGORY_DISSATISFIED },
    { TL_BETTER_HIGHER, 90, 100, 92, TL_CATEGORY_SATISFIED },
    { TL_BETTER_HIGHER, 90, 95, 96, TL_CATEGORY_DELIGHTED },
    { TL_BETTER_HIGHER, 90, 95, 89, TL_CATEGORY_DISSATISFIED },
    { TL_BETTER_HIGHER, 90, 95, NAN, TL_CATEGORY_NONE },
    { TL_BETTER_NONE, NAN, NAN, 89, TL_CATEGORY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlExpectation expectation = {
      .better = rows[i].better, .adequate = rows[i].adequate, .desired = rows[i].desired,
    };

    g_assert_cmpint (tl_category_of_value (&expectation, rows[i].value), ==, rows[i].category);
  }
}

static void
test_words (void)
{
  g_assert_cmpstr (tl_dimension_word (TL_DIMENSION_EMPATHY), ==, "empathy");
  g_assert_cmpstr (tl_dimension_text (TL_DIMENSION_EMPATHY), ==, "Empathy");
  g_assert_cmpstr (tl_dimension_text (TL_DIMENSION_NONE), ==, "");
  g_assert_null (tl_category_word (TL_CATEGORY_NONE));
  g_assert_cmpstr (tl_category_text (TL_CATEGORY_NONE), ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/survey/answers", test_answers);
  g_test_add_func ("/survey/servqual", test_servqual);
  g_test_add_func ("/survey/items", test_items);
  g_test_add_func ("/survey/bands", test_bands);
  g_test_add_func ("/survey/zone", test_zone);
  g_test_add_func ("/survey/words", test_words);
  return g_test_run ();
}
