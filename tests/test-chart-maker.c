/* test-chart-maker.c - made charts are valid, as large as asked, and always the same. */
#include "chart-maker.h"
#include "model/check.h"

static void
assert_valid (const TlChart *chart)
{
  g_autoptr (GPtrArray) problems = tl_problems_new ();

  tl_check_chart (chart, problems);
  for (guint i = 0; i < problems->len; i++) {
    const TlProblem *problem = g_ptr_array_index (problems, i);

    g_test_message ("%s %s: %s", problem->rule, problem->field, problem->message);
  }
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_valid (void)
{
  static const guint sizes[] = { 2, 3, 5, 17, 100, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    for (guint lanes = 1; lanes <= 12; lanes += i < 4 ? 1 : 5) {
      for (guint arranged = 0; arranged < 2; arranged++) {
        TlChartPlan plan = TL_CHART_PLAN_USUAL (sizes[i]);
        g_autoptr (TlChart) chart = NULL;

        plan.n_lanes = lanes;
        plan.arranged = arranged;
        plan.seed = 7 * i + lanes;
        chart = tl_chart_make (&plan);
        assert_valid (chart);
        g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, sizes[i]);
        g_assert_false (tl_chart_can_undo (chart));
      }
    }
  }
}

static void
test_usual (void)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (1000);
  g_autoptr (TlChart) chart = tl_chart_make (&plan);
  guint n_decisions = 0, n_back = 0;

  for (guint i = 0; i < 1000; i++)
    n_decisions += TL_CHART_NTH (chart, STEP, TlStep, i)->kind == TL_STEP_DECISION;
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    n_back += connector->kind == TL_CONNECTOR_FLOW && connector->to < connector->from;
  }
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_LANE), ==, 5);
  g_assert_cmpuint (n_decisions, >=, 100);
  g_assert_cmpuint (n_decisions, <=, 130);
  g_assert_cmpuint (n_back, >=, 20);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_CONNECTOR), >=, 1250);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_CONNECTOR), <=, 1350);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_FAILURE), >=, 220);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_RECOVERY), ==,
                    tl_chart_n (chart, TL_RECORD_FAILURE));
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_ACTION), >=,
                    3 * tl_chart_n (chart, TL_RECORD_FAILURE));
}

static void
test_same (void)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (300);
  g_autoptr (TlChart) a = tl_chart_make (&plan);
  g_autoptr (TlChart) b = tl_chart_make (&plan);
  g_autoptr (TlChart) c = NULL;

  g_assert_true (tl_chart_equal (a, b));
  plan.seed++;
  c = tl_chart_make (&plan);
  g_assert_false (tl_chart_equal (a, c));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-maker/valid", test_valid);
  g_test_add_func ("/chart-maker/usual", test_usual);
  g_test_add_func ("/chart-maker/same", test_same);
  return g_test_run ();
}
