/* test-figures.c - all figures of a chart together: money, ranks, keys, reasons, sizes. */
#include "analysis/figures.h"

#include <string.h>

#include "chart-maker.h"
#include "charts.h"
#include "full-chart.h"
#include "xml-support.h"

static void
assert_rounded (double found,
                double wanted,
                double step)
{
  if (!(fabs (found - wanted) <= step / 2 * (1 + 1e-6)))
    g_error ("%.10g does not round to %.10g", found, wanted);
}

/* Failures in numbers, as they were worked out elsewhere: rates to a millionth, cases to
 * a tenth, money to the cent. */
static void
test_failures (void)
{
  static const struct {
    const char *example, *failure;
    double      rate;
    int         rating_of_rate;
    double      cases, loss, break_even, cost_a_year;   /* NaN = no recovery */
  } rows[] = {
    { "corner-shoeshine", "f1", 0.030928, 7, 309.3, 3.05, 2.75, 125.26 },
    { "hotel-check-in", "f1", 0.010000, 6, 52.0, 439.20, 366.00, 4066.40 },
    { "hotel-check-in", "f2", 0.050000, 8, 260.0, 439.20, 366.00, 19812.00 },
    { "hotel-check-in", "f3", 0.020000, 7, 104.0, 439.20, 366.00, 8236.80 },
    { "hotel-check-in", "f4", 0.080000, 8, 416.0, 439.20, 366.00, 35443.20 },
    { "hotel-check-in", "f5", 0.003000, 4, 15.6, 695.40, 329.40, 8673.60 },
    { "hotel-check-in", "f6", 0.004985, 4, 25.9, 439.20, 417.24, 672.94 },
    { "hotel-check-in", "f7", 0.019940, 6, 103.7, 439.20, 402.60, 4313.42 },
    { "hotel-check-in", "f8", 0.063638, 8, 330.9, 439.20, 329.40, 42291.47 },
    { "hotel-check-in", "f9", 0.019940, 6, 103.7, 439.20, NAN, 45539.77 },
    { "hotel-check-in", "f10", 0.020000, 7, 104.0, 439.20, 366.00, 7820.80 },
    { "appliance-repair", "f1", 0.060000, 8, 108.0, 380.38, 103.74, 30201.12 },
    { "appliance-repair", "f2", 0.080000, 8, 144.0, 380.38, 311.22, 10535.04 },
    { "appliance-repair", "f3", 0.066099, 8, 119.0, 380.38, 276.64, 14960.30 },
    { "appliance-repair", "f4", 0.028328, 7, 51.0, 380.38, 311.22, 4138.40 },
    { "appliance-repair", "f5", 0.091594, 8, 164.9, 380.38, 207.48, 30978.99 },
    { "appliance-repair", "f6", 0.194638, 9, 350.3, 380.38, 276.64, 43352.04 },
    { "appliance-repair", "f7", 0.049695, 7, 89.5, 380.38, 242.06, 17292.57 },
    { "appliance-repair", "f8", 0.035942, 7, 64.7, 380.38, 207.48, 17008.49 },
    { "appliance-repair", "f9", 0.004141, 4, 7.5, 380.38, 242.06, 2074.66 },
    { "appliance-repair", "f10", 0.015571, 6, 28.0, 380.38, 359.63, 665.60 },
    { "appliance-repair", "f11", 0.014660, 6, 26.4, 380.38, NAN, 10037.43 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_read_example (rows[i].example);
    g_autoptr (TlFigures) figures = tl_figures_new (chart, 0);
    const TlFailureFigures *f = tl_figures_of_failure (figures, tl_test_id (chart,
                                                                            rows[i].failure));

    g_test_message ("%s %s", rows[i].example, rows[i].failure);
    assert_rounded (f->rate, rows[i].rate, 1e-6);
    g_assert_cmpint (f->rating_of_rate, ==, rows[i].rating_of_rate);
    assert_rounded (f->cases, rows[i].cases, 0.1);
    assert_rounded (tl_stakes_unrecovered (&f->stakes) / 100, rows[i].loss, 0.01);
    g_assert_cmpint (f->recovery != NULL, ==, !isnan (rows[i].break_even));
    if (f->recovery != NULL)
      assert_rounded (tl_stakes_break_even (&f->stakes) / 100, rows[i].break_even, 0.01);
    assert_rounded (f->cost_a_year / 100, rows[i].cost_a_year, 0.01);
  }
}

/* Price less expected cost less overhead. */
static void
test_profit (void)
{
  g_autoptr (TlChart) chart = tl_test_read_example ("corner-shoeshine");
  g_autoptr (TlFigures) figures = tl_figures_new (chart, 0);
  const TlTier *tier = TL_CHART_NTH (chart, TIER, TlTier, 0);

  assert_rounded (tl_figures_profit (figures, tier) / 100, 0.175206, 1e-6);
  tl_test_change (chart, "t1.price=-");
  g_assert_true (isnan (tl_figures_profit (figures, TL_CHART_NTH (chart, TIER, TlTier, 0))));
}

static void
test_rank (void)
{
  static const char *const wanted[] = { "f9", "f8", "f4", "f2", "f5", "f3", "f10", "f7", "f1",
                                        "f6" };
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  g_autoptr (TlFigures) figures = tl_figures_new (chart, 0);
  g_autofree const TlFailureFigures **ranked = tl_figures_rank (figures);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (ranked[i]->failure->head.name, ==, wanted[i]);
}

/* What is not known comes last, and of these what is rated higher comes first. */
static void
test_rank_unknown (void)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  g_autoptr (TlFigures) figures = NULL;
  g_autofree const TlFailureFigures **ranked = NULL;

  tl_test_change (chart, "economics.value=1000; h.S=5; h.O=5; h.D=5; f.S=6; f.O=5; f.D=5; "
                         "f.p=-; d-x.probability=0; d-w.probability=1");
  figures = tl_figures_new (chart, 0);
  ranked = tl_figures_rank (figures);
  g_assert_cmpstr (ranked[0]->failure->head.name, ==, "g");
  g_assert_cmpfloat (ranked[0]->cost_a_year, ==, 0);
  g_assert_cmpstr (ranked[1]->failure->head.name, ==, "f");
  g_assert_cmpstr (ranked[2]->failure->head.name, ==, "h");
  g_assert_null (tl_figures_of_failure (figures, tl_test_id (chart, "e")));
}

/* Keys are there once, groups stand together, and whatever is no number says why. */
static void
check_table (const TlChart *chart)
{
  g_autoptr (TlFigures) figures = tl_figures_new (chart, 740000);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  const char *group = NULL;

  for (guint i = 0; i < tl_n_figures (); i++) {
    const TlFigure *figure = tl_figure_nth (i);
    g_autofree char *why_not = tl_figure_why_not (figures, figure);
    g_autofree char *text = tl_figure_text (figures, figure);

    g_assert_true (tl_figure_find (figure->key) == figure);
    if (g_strcmp0 (group, figure->group) != 0)
      g_assert_true (g_hash_table_add (groups, (gpointer) figure->group));
    group = figure->group;
    g_test_message ("%s: %s, %s", figure->key, text, why_not);
    g_assert_cmpint (why_not == NULL, ==, isfinite (tl_figure_number (figures, figure)));
    g_assert_true (why_not == NULL || why_not[0] != '\0');
    g_assert_cmpint (strcmp (text, "–") == 0, ==, why_not != NULL);
  }
}

static void
test_table (void)
{
  static const char *const drawings[] = {
    "C: a(", "C: a( e)\na>e", "C: a( b d? | w~ e)\na>b b>d d>w@0.7 d>b@0.2 w>e",
    "C: s( k{ A B e)\ns>k k>A k>B A>e B>e", "C: b",
  };
  g_autoptr (TlChart) full = tl_test_full_chart ();

  check_table (full);
  tl_test_change (full, "f.accepted=so; g.accepted=so; h.accepted=so; e.outcome=lost");
  check_table (full);
  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++) {
    g_autoptr (TlChart) chart = tl_test_chart (drawings[i]);

    check_table (chart);
  }
  g_assert_null (tl_figure_find ("no.such.figure"));
}

static void
test_reasons (void)
{
  static const struct {
    const char *script, *key;
    const char *why;          /* NULL = it is worked out */
  } rows[] = {
    { "", "clean.T", NULL },
    { "", "failure-cost", NULL },
    { "g.p=-; h.p=-; f.p=-; d-x.probability=-; d-w.probability=-", "failure-cost", NULL },
    { "", "coverage", NULL },
    { "", "coverage-rpn", "No failure point is rated." },
    { "f.S=2; f.O=2; f.D=2", "coverage-high", "No failure point has high Action Priority." },
    { "f.accepted=a; g.accepted=b; h.accepted=c", "coverage",
      "All failure points are accepted as they are." },
    { "e.outcome=referred", "clean.Tres", "No journey is resolved." },
    { "", "servqual.weighted", "There is no rating for Reliability." },
    { "d-x.probability=0.2", "withfail.C",
      "The ways out of “d” add up to 90 %, not to 100 %." },
    { "d-x.probability=0.2", "failure-cost",
      "The ways out of “d” add up to 90 %, not to 100 %." },
    { "d-x.probability=0.2", "FTR", "The ways out of “d” add up to 90 %, not to 100 %." },
    { "d-x.probability=0.2", "happyT", "The ways out of “d” add up to 90 %, not to 100 %." },
    { "w.wait=0", "touch-share", "The happy path takes no time." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_full_chart ();
    g_autoptr (TlFigures) figures = NULL;
    g_autofree char *why_not = NULL;

    tl_test_change (chart, "f.p=0.1");
    tl_test_change (chart, rows[i].script);
    figures = tl_figures_new (chart, 0);
    why_not = tl_figure_why_not (figures, tl_figure_find (rows[i].key));
    g_test_message ("%s: %s", rows[i].script, rows[i].key);
    g_assert_cmpstr (why_not, ==, rows[i].why);
  }
}

/* Hand-overs are between staff and systems, contacts between the customer and anybody. */
static void
test_counts (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("Cu: s( A e)\nOn: p q .\nBa: t u .\n"
                                             "s>A A>p p>q q>t t>e u.>A");
  g_autoptr (TlFigures) figures = NULL;

  tl_chart_begin (chart, "Roles");
  ((TlRole *) tl_test_add (chart, TL_RECORD_ROLE, "x", TL_ID_NONE))->kind = TL_ROLE_STAFF;
  ((TlRole *) tl_test_add (chart, TL_RECORD_ROLE, "y", TL_ID_NONE))->kind = TL_ROLE_SYSTEM;
  ((TlRole *) tl_test_add (chart, TL_RECORD_ROLE, "z", TL_ID_NONE))->kind = TL_ROLE_PARTNER;
  tl_chart_settle (chart);
  figures = tl_figures_new (chart, 0);
  g_assert_cmpuint (figures->contacts, ==, 3);   /* A to p, t to e, u for A */
  g_assert_cmpuint (figures->hand_overs, ==, 0);
  g_clear_pointer (&figures, tl_figures_free);

  tl_test_change (chart, "p.role=x; q.role=y; t.role=z; u.role=y; A.role=x");
  figures = tl_figures_new (chart, 0);
  g_assert_cmpuint (figures->hand_overs, ==, 1);   /* x to y; not to a partner, not support */
}

/* A chart as large as any: everything is worked out, and adds up. */
static void
test_large (void)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (10000);
  g_autoptr (TlChart) chart = NULL;
  g_autoptr (TlFigures) figures = NULL;
  gint64 begun;

  plan.fork_every = 0;   /* the made splits do not come together again in one join */
  chart = tl_chart_make (&plan);
  begun = g_get_monotonic_time ();
  figures = tl_figures_new (chart, 740000);
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - begun) / 1000);

  g_assert_null (figures->clean->why_not);
  g_assert_null (figures->withfail->why_not);
  for (guint i = 0; i < 2; i++) {
    const TlFlow *flow = i == 0 ? figures->clean : figures->withfail;
    double sum = flow->outcome[TL_OUTCOME_RESOLVED] + flow->outcome[TL_OUTCOME_LOST] +
                 flow->outcome[TL_OUTCOME_REFERRED];

    g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
    g_assert_cmpfloat (flow->time, >, 0);
  }
  g_assert_cmpfloat (figures->withfail->outcome[TL_OUTCOME_RESOLVED], <,
                     figures->clean->outcome[TL_OUTCOME_RESOLVED]);
  g_assert_cmpfloat (figures->first_time_right, <=, figures->path->yield);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/failures", test_failures);
  g_test_add_func ("/figures/profit", test_profit);
  g_test_add_func ("/figures/rank", test_rank);
  g_test_add_func ("/figures/rank-unknown", test_rank_unknown);
  g_test_add_func ("/figures/table", test_table);
  g_test_add_func ("/figures/reasons", test_reasons);
  g_test_add_func ("/figures/counts", test_counts);
  g_test_add_func ("/figures/large", test_large);
  return g_test_run ();
}
