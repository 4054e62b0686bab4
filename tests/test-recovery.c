/* test-recovery.c - complete procedures, coverage, and what failure and recovery cost. */
#include "analysis/recovery.h"

#include "charts.h"
#include "full-chart.h"

static const TlRecovery *
recovery_of (const TlChart *chart,
             const char    *name)
{
  return TL_CHART_GET (chart, RECOVERY, TlRecovery, tl_test_id (chart, name));
}

static void
add_action (TlChart     *chart,
            const char  *recovery,
            TlActionKind kind,
            int          within,
            const char  *say)
{
  TlAction *action = tl_test_add (chart, TL_RECORD_ACTION, NULL, tl_test_id (chart, recovery));

  action->kind = kind;
  action->within = within;
  action->role = tl_test_id (chart, "ro");
  tl_text_set (&action->text, "Do it");
  tl_text_set (&action->say, say);
}

static void
test_complete (void)
{
  static const struct {
    struct { TlActionKind kind; int within; const char *say; } actions[3];
    gboolean complete;
    int      time;
  } rows[] = {
    { { { TL_ACTION_APOLOGISE, 30, "Sorry" }, { TL_ACTION_FIX, 60, NULL } }, TRUE, 60 },
    { { { TL_ACTION_INFORM, 30, NULL }, { TL_ACTION_COMPENSATE, 90, "Have it" } }, TRUE, 90 },
    { { { TL_ACTION_ACKNOWLEDGE, 30, "I see" }, { TL_ACTION_FIX, 60, NULL },
        { TL_ACTION_FOLLOW_UP, 9000, NULL } }, TRUE, 60 },
    { { { TL_ACTION_ACKNOWLEDGE, 30, "I see" }, { TL_ACTION_FIX, 60, NULL },
        { TL_ACTION_RECORD, 9000, NULL } }, TRUE, 60 },
    { { { TL_ACTION_ACKNOWLEDGE, 30, "I see" }, { TL_ACTION_FIX, 60, NULL },
        { TL_ACTION_ESCALATE, 900, NULL } }, TRUE, 900 },
    /* No words; no deadline; nothing put right; nothing said; nothing at all. */
    { { { TL_ACTION_APOLOGISE, 30, NULL }, { TL_ACTION_FIX, 60, NULL } }, FALSE, 60 },
    { { { TL_ACTION_APOLOGISE, TL_NO_INT, "Sorry" }, { TL_ACTION_FIX, 60, NULL } }, FALSE, 60 },
    { { { TL_ACTION_APOLOGISE, 30, "Sorry" }, { TL_ACTION_ASSESS, 60, NULL } }, FALSE, 60 },
    { { { TL_ACTION_ASSESS, 30, "Let me see" }, { TL_ACTION_FIX, 60, NULL } }, FALSE, 60 },
    { { { 0 } }, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_full_chart ();

    tl_chart_begin (chart, "Act");
    tl_chart_remove (chart, recovery_of (chart, "r")->head.children.ids[0]);
    for (guint k = 0; k < 3 && rows[i].actions[k].kind != 0; k++)
      add_action (chart, "r", rows[i].actions[k].kind, rows[i].actions[k].within,
                  rows[i].actions[k].say);
    tl_chart_settle (chart);
    g_test_message ("row %u", i);
    g_assert_cmpint (tl_recovery_is_complete (chart, recovery_of (chart, "r")), ==,
                     rows[i].complete);
    g_assert_cmpint (tl_recovery_time (chart, recovery_of (chart, "r")), ==, rows[i].time);
  }
}

/* Failure points f, g and h; r for f and g, made complete; a bare q for f and h. */
static TlChart *
make_covered (const char *script)
{
  TlChart *chart = tl_test_full_chart ();
  TlRecovery *bare;

  tl_chart_begin (chart, "Cover");
  add_action (chart, "r", TL_ACTION_FIX, 60, "There you are");
  bare = tl_test_add (chart, TL_RECORD_RECOVERY, "q", TL_ID_NONE);
  tl_id_list_append (&bare->failures, tl_test_id (chart, "f"));
  tl_id_list_append (&bare->failures, tl_test_id (chart, "h"));
  ((TlAction *) tl_chart_edit (chart, recovery_of (chart, "r")->head.children.ids[0]))->within = 5;
  tl_chart_settle (chart);
  tl_test_change (chart, script);
  return chart;
}

static void
test_coverage (void)
{
  static const struct {
    const char *script;
    TlCoverage  wanted;
  } rows[] = {
    { "", { 2, 3, 0, 0, 0, 0 } },
    { "f.S=8; f.O=7; f.D=6; h.S=2; h.O=3; h.D=4", { 2, 3, 336, 360, 1, 1 } },
    { "f.S=8; f.O=7; f.D=6; h.S=9; h.O=9; h.D=9", { 2, 3, 336, 336 + 729, 1, 2 } },
    /* Lived with: in neither number, covered or not. */
    { "f.S=8; f.O=7; f.D=6; h.S=9; h.O=9; h.D=9; h.accepted=rare", { 2, 2, 336, 336, 1, 1 } },
    { "f.S=8; f.O=7; f.D=6; f.accepted=rare", { 1, 2, 0, 0, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = make_covered (rows[i].script);
    g_autoptr (TlRecoveryIndex) index = tl_recovery_index_new (chart);
    TlCoverage found = tl_recovery_coverage (chart, index);

    g_test_message ("%s", rows[i].script);
    g_assert_cmpuint (found.n_covered, ==, rows[i].wanted.n_covered);
    g_assert_cmpuint (found.n, ==, rows[i].wanted.n);
    g_assert_cmpint (found.rpn_covered, ==, rows[i].wanted.rpn_covered);
    g_assert_cmpint (found.rpn, ==, rows[i].wanted.rpn);
    g_assert_cmpuint (found.n_high_covered, ==, rows[i].wanted.n_high_covered);
    g_assert_cmpuint (found.n_high, ==, rows[i].wanted.n_high);
  }
}

/* Numbers use the first procedure, coverage any that is complete. */
static void
test_first (void)
{
  g_autoptr (TlChart) chart = make_covered ("");
  g_autoptr (TlRecoveryIndex) index = NULL;

  tl_chart_begin (chart, "Swap");
  tl_chart_reorder (chart, tl_test_id (chart, "q"), 0);
  tl_chart_settle (chart);
  index = tl_recovery_index_new (chart);
  g_assert_true (tl_recovery_of (chart, index, tl_test_id (chart, "f")) ==
                 recovery_of (chart, "q"));
  g_assert_true (tl_recovery_covers (index, tl_test_id (chart, "f")));
  g_assert_false (tl_recovery_covers (index, tl_test_id (chart, "h")));
  g_assert_null (tl_recovery_of (chart, index, tl_test_id (chart, "e")));
  g_assert_null (tl_recovery_of (chart, index, G_MAXUINT32));
}

static void
test_break_even (void)
{
  /* Value 400.00, told 11 of whom 2 % are lost: 488.00 at stake. */
  static const struct {
    const char *script;
    double      value, unrecovered, break_even, needed, one_case;
  } rows[] = {
    { "f.loss=0.81; r.success=0.82; r.cost=6000",
      48800, 39528, 30744, 0.31295081967213115, 6000 + 0.18 * 48800 },
    { "economics.loss=0.81; r.success=0.82; r.cost=6000",
      48800, 39528, 30744, 0.31295081967213115, 6000 + 0.18 * 48800 },
    /* The format's default, and a procedure that says nothing of its success. */
    { "r.cost=0", 48800, 0.63 * 48800, 0, 0.37, 0.63 * 48800 },
    { "economics.told-loss=0.25; f.loss=1; r.success=1", 150000, 150000, 150000, 0, 0 },
    { "f.loss=0.5; r.success=0.4", 48800, 24400, -4880, 0.5, 0.6 * 48800 },
    { "economics.value=0", 0, 0, 0, NAN, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_full_chart ();
    const TlFailure *failure;
    TlStakes stakes, bare;

    tl_test_change (chart, "economics.value=40000");
    tl_test_change (chart, rows[i].script);
    failure = TL_CHART_GET (chart, FAILURE, TlFailure, tl_test_id (chart, "f"));
    stakes = tl_stakes (chart, failure, recovery_of (chart, "r"));
    bare = tl_stakes (chart, failure, NULL);
    g_test_message ("%s", rows[i].script);
    g_assert_cmpfloat_with_epsilon (stakes.value, rows[i].value, 1e-9);
    g_assert_cmpfloat_with_epsilon (tl_stakes_unrecovered (&stakes), rows[i].unrecovered, 1e-9);
    g_assert_cmpfloat_with_epsilon (tl_stakes_break_even (&stakes), rows[i].break_even, 1e-9);
    g_assert_cmpfloat_with_epsilon (tl_stakes_case (&stakes), rows[i].one_case, 1e-9);
    g_assert_cmpfloat_with_epsilon (tl_stakes_case (&bare), rows[i].unrecovered, 1e-9);
    g_assert_cmpint (isnan (tl_stakes_needed (&stakes)), ==, isnan (rows[i].needed));
    if (!isnan (rows[i].needed))
      g_assert_cmpfloat_with_epsilon (tl_stakes_needed (&stakes), rows[i].needed, 1e-9);
  }
}

/* 120 cases a year at 247.44 saved each. */
static void
test_a_year (void)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  const TlFailure *failure;
  TlStakes with, without;

  tl_test_change (chart, "economics.value=40000; f.loss=0.81; r.success=0.82; r.cost=6000");
  failure = TL_CHART_GET (chart, FAILURE, TlFailure, tl_test_id (chart, "f"));
  with = tl_stakes (chart, failure, recovery_of (chart, "r"));
  without = tl_stakes (chart, failure, NULL);
  g_assert_cmpfloat_with_epsilon (tl_stakes_break_even (&with) - with.cost, 24744, 1e-9);
  g_assert_cmpfloat_with_epsilon (6000 * 0.02 * (tl_stakes_case (&without) - tl_stakes_case (&with)),
                                  2969280, 1e-6);
}

static void
test_no_economics (void)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  const TlFailure *failure;

  tl_chart_begin (chart, "Forget");
  tl_chart_remove (chart, tl_test_find (chart, "economics"));
  tl_chart_settle (chart);
  failure = TL_CHART_GET (chart, FAILURE, TlFailure, tl_test_id (chart, "f"));
  g_assert_null (tl_economics (chart));
  g_assert_cmpfloat (tl_failure_loss (chart, failure), ==, 0.63);
  g_assert_cmpfloat (tl_stakes (chart, failure, NULL).value, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery/complete", test_complete);
  g_test_add_func ("/recovery/coverage", test_coverage);
  g_test_add_func ("/recovery/first", test_first);
  g_test_add_func ("/recovery/break-even", test_break_even);
  g_test_add_func ("/recovery/a-year", test_a_year);
  g_test_add_func ("/recovery/no-economics", test_no_economics);
  return g_test_run ();
}
