/* test-chart-edges.c - transactions at their edges: names that change hands, moves that cancel. */
#include "model/chart.h"

#include "charts.h"

static void
count_notice (TlChart    *chart,
              const TlId *touched,
              guint       n_touched,
              gpointer    data)
{
  (*(guint *) data)++;
}

/* Two records exchange ids; undo and redo keep both findable. */
static void
test_names_swap (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a b");
  TlId a = tl_test_id (chart, "a"), b = tl_test_id (chart, "b");

  tl_chart_begin (chart, "Swap");
  tl_chart_rename (chart, a, "c");
  tl_chart_rename (chart, b, "a");
  tl_chart_rename (chart, a, "b");
  g_assert_true (tl_chart_commit (chart, NULL));
  for (guint i = 0; i < 2; i++) {
    g_assert_cmpuint (tl_chart_find (chart, "a"), ==, b);
    g_assert_cmpuint (tl_chart_find (chart, "b"), ==, a);
    tl_chart_undo (chart);
    g_assert_cmpuint (tl_chart_find (chart, "a"), ==, a);
    g_assert_cmpuint (tl_chart_find (chart, "b"), ==, b);
    g_assert_cmpuint (tl_chart_find (chart, "c"), ==, TL_ID_NONE);
    tl_chart_redo (chart);
  }
}

/* One takes over another's id before that one is gone. */
static void
test_name_passes_on (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a b");
  TlId a = tl_test_id (chart, "a"), heir;
  TlStep *copy = (TlStep *) (void *) tl_record_copy (tl_chart_get (chart, a));

  tl_chart_begin (chart, "Replace");
  copy->row = 1;
  heir = tl_chart_insert (chart, &copy->head, TL_ID_NONE, G_MAXUINT);
  tl_chart_remove (chart, a);
  g_assert_true (tl_chart_commit (chart, NULL));
  g_assert_cmpuint (tl_chart_find (chart, "a"), ==, heir);
  tl_chart_undo (chart);
  g_assert_cmpuint (tl_chart_find (chart, "a"), ==, a);
  tl_chart_redo (chart);
  g_assert_cmpuint (tl_chart_find (chart, "a"), ==, heir);
}

/* What comes to nothing leaves no history and tells nobody. */
static void
test_nothing (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a b c\nO: d\nO2: .");
  TlId lane = tl_test_id (chart, "O2"), a = tl_test_id (chart, "a");
  guint64 version = tl_chart_version (chart);
  guint n_notices = 0;
  TlStep *step;
  char *label;

  tl_chart_set_notify (chart, count_notice, &n_notices);
  tl_chart_begin (chart, "There and back");
  tl_chart_reorder (chart, lane, 1);
  tl_chart_reorder (chart, lane, 2);
  tl_chart_reorder (chart, a, 2);
  tl_chart_remove (chart, tl_chart_insert (chart, tl_record_new (TL_RECORD_TIER), TL_ID_NONE, 0));
  tl_chart_reorder (chart, a, 0);
  step = tl_chart_edit (chart, a);
  label = g_strdup (step->label);
  tl_text_set (&step->label, "x");
  tl_text_set (&step->label, label);
  g_free (label);
  g_assert_true (tl_chart_commit (chart, NULL));
  g_assert_false (tl_chart_can_undo (chart));
  g_assert_cmpuint (n_notices, ==, 0);
  g_assert_cmpuint (tl_chart_version (chart), ==, version);

  tl_chart_begin (chart, "There");
  tl_chart_reorder (chart, lane, 1);
  g_assert_true (tl_chart_commit (chart, NULL));
  g_assert_true (tl_chart_can_undo (chart));
  g_assert_cmpuint (n_notices, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-edges/names-swap", test_names_swap);
  g_test_add_func ("/chart-edges/name-passes-on", test_name_passes_on);
  g_test_add_func ("/chart-edges/nothing", test_nothing);
  return g_test_run ();
}
