/* test-findings.c - the list of findings: its order, what is accepted, what is left out,
 * and that it depends on nothing but the chart. */
#include <string.h>

#include "chart-maker.h"
#include "charts.h"
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "findings.h"
#include "full-chart.h"
#include "model/ops.h"

#define ACCEPT(id) \
  "+item=" id "; " id ".text=So be it; " id ".status=accepted; " id ".reason=Small shop; " id

/* What accepts what.  The flaws: two steps without touchpoints, nobody to stand in for two,
 * two dimensions without expectations, no wish known at a moment of truth. */
#define FLAWS "-s7#0; -s2#0; cl.backup=-; bo.backup=-; -e4; -e5; e1.steps="

static const struct {
  const char *rule;
  const char *edit;
  const char *expected;
} acceptances[] = {
  { "F14", FLAWS, "advice s2, advice s7" },
  { "F14", ACCEPT ("x") ".rule=F14; x.about=s7; " FLAWS, "advice s2, advice s7 (accepted)" },
  { "F14", ACCEPT ("x") ".rule=F14; x.about=e1,s7,s2; " FLAWS,
    "advice s2 (accepted), advice s7 (accepted)" },
  { "F14", ACCEPT ("x") ".rule=F14; " FLAWS, "advice s2 (accepted), advice s7 (accepted)" },
  { "G30", ACCEPT ("x") ".rule=F14; " FLAWS, "advice cl, advice bo" },
  /* An item that is open, or says no rule, accepts nothing. */
  { "F14", ACCEPT ("x") ".rule=F14; x.status=open; " FLAWS, "advice s2, advice s7" },
  { "F14", ACCEPT ("x") ".about=s7; " FLAWS, "advice s2, advice s7" },
  /* Of dimensions one, or all. */
  { "G04", ACCEPT ("x") ".rule=G04; x.dimension=empathy; " FLAWS,
    "advice assurance, advice empathy (accepted)" },
  { "G04", ACCEPT ("x") ".rule=G04; " FLAWS, "advice assurance (accepted), advice empathy (accepted)" },
  /* Warnings about elements are accepted one by one only. */
  { "G28", ACCEPT ("x") ".rule=G28; cl.trained=-; bo.trained=-", "warning cl, warning bo" },
  { "G28", ACCEPT ("x") ".rule=G28; x.about=bo; cl.trained=-; bo.trained=-",
    "warning cl, warning bo (accepted)" },
  /* What concerns the whole chart is about nothing. */
  { "F01", ACCEPT ("x") ".rule=F01; -s1", "error chart (accepted)" },
  { "G01", ACCEPT ("x") ".rule=G01; x.about=s4; -e1; -e2; -e3; -e4; -e5",
    "warning chart, advice s4 (accepted)" },
  /* What was accepted of a step goes with it, and is not accepted of all. */
  { "F14", ACCEPT ("x") ".rule=F14; x.about=s11; -s11; " FLAWS, "advice s2, advice s7" },
};

static void
test_acceptances (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (acceptances); i++) {
    g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
    g_autoptr (TlFindings) findings = NULL;
    g_autofree char *got = NULL;

    tl_test_change (chart, acceptances[i].edit);
    tl_test_valid (chart);
    findings = tl_test_find_all (chart);
    got = tl_test_said (chart, findings, acceptances[i].rule);
    g_test_message ("%s", acceptances[i].edit);
    g_assert_cmpstr (got, ==, acceptances[i].expected);
  }
}

/* Accepted ones stay in the list with their reason, and out of the counts. */
static void
test_counts (void)
{
  g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
  g_autoptr (TlFindings) findings = NULL;

  tl_test_change (chart, ACCEPT ("x") ".rule=F14; x.about=s7; cl.trained=-; pr1.value=249; "
                         FLAWS);
  findings = tl_test_find_all (chart);
  g_assert_cmpuint (findings->n_open[TL_SEVERITY_ERROR], ==, 1);     /* G14 */
  g_assert_cmpuint (findings->n_open[TL_SEVERITY_WARNING], ==, 2);   /* G13, G28 */
  g_assert_cmpuint (findings->n_open[TL_SEVERITY_ADVICE], ==, 6);
  g_assert_cmpuint (findings->n_accepted, ==, 1);
  g_assert_cmpuint (findings->n_left_out, ==, 0);
  g_assert_cmpuint (findings->n, ==, 10);
  g_assert_cmpuint (tl_findings_n_open (findings, "F14"), ==, 1);
  g_assert_cmpuint (tl_findings_n_open (findings, "F15"), ==, 0);
  for (guint i = 0; i < findings->n; i++) {
    TlFixKind kinds[TL_FINDING_FIXES];

    if (findings->rows[i].item == TL_ID_NONE) {
      g_assert_null (findings->rows[i].accepted);
      continue;
    }
    g_assert_cmpstr (findings->rows[i].accepted, ==, "Small shop");
    g_assert_cmpuint (findings->rows[i].item, ==, tl_test_id (chart, "x"));
    g_assert_cmpuint (tl_finding_fixes (&findings->rows[i], kinds), ==, 1);
    g_assert_cmpint (kinds[0], ==, TL_FIX_TAKE_BACK);
  }
}

/* Advice alone can be switched off, and how much that is stays known. */
static void
test_left_out (void)
{
  static const char *const without[] = { "F14", "G28", NULL };
  g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
  const struct {
    TlFindingsOptions options;
    guint n_advice, n_left_out;
  } rows[] = {
    { { .without = without }, 5, 2 },
    { { .without_advice = TRUE }, 0, 7 },
    { { .without_advice = TRUE, .without = without }, 0, 7 },
    { { 0 }, 7, 0 },
  };

  tl_test_change (chart, "cl.trained=-; " FLAWS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlFindings) findings = tl_findings_new (chart, &rows[i].options);

    g_assert_cmpuint (findings->n_open[TL_SEVERITY_ADVICE], ==, rows[i].n_advice);
    g_assert_cmpuint (findings->n_left_out, ==, rows[i].n_left_out);
    g_assert_cmpuint (findings->n_open[TL_SEVERITY_WARNING], ==, 1);
    g_assert_cmpuint (findings->n, ==, rows[i].n_advice + 1);
  }
}

/* Without a day nothing is too old, and nothing overdue. */
static void
test_no_day (void)
{
  g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
  g_autoptr (TlFindings) findings = NULL;

  tl_test_change (chart, "e3.confirmed=2001-01-01; st2.every=1; i1.due=2001-01-01; "
                         "i1.opened=2001-01-01");
  findings = tl_findings_new (chart, NULL);
  g_assert_cmpuint (findings->n, ==, 0);
}

/* One line a finding. */
static char *
list (const TlChart    *chart,
      const TlFindings *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->n; i++) {
    const TlFinding *finding = &findings->rows[i];

    g_string_append_printf (text, "%s %s %s: %s (%s)\n", tl_severity_word (finding->severity),
                            finding->rule->id, tl_finding_element (chart, finding),
                            finding->text, finding->accepted != NULL ? finding->accepted : "");
  }
  return g_string_free (text, FALSE);
}

/* Sorted by severity, then by rule; and never the same twice. */
static void
check_order (const TlChart    *chart,
             const TlFindings *findings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->n; i++) {
    const TlFinding *one = &findings->rows[i];
    const TlFinding *before = i > 0 ? one - 1 : one;

    g_assert_cmpint (before->severity, >=, one->severity);
    if (before->severity == one->severity)
      g_assert_true (before->rule <= one->rule);
    g_assert_nonnull (tl_chart_get (chart, one->record));
    g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s %u %u %d %s", one->rule->id,
                                                            one->record, one->other,
                                                            (int) one->dimension, one->text)));
  }
}

/* Any change that a person may make; refused ones are as good as others. */
static void
change_somehow (TlChart *chart,
                TlDice  *dice)
{
  static const struct {
    TlRecordKind kind;
    const char  *field, *values[3];
  } edits[] = {
    { TL_RECORD_STEP, "wait", { "0", "700", "30" } },
    { TL_RECORD_STEP, "role", { "", "Clerk", "" } },
    { TL_RECORD_STEP, "kind", { "action", "decision", "fork" } },
    { TL_RECORD_STEP, "moment-of-truth", { "true", "false", "true" } },
    { TL_RECORD_CONNECTOR, "label", { "yes", "", "no" } },
    { TL_RECORD_CONNECTOR, "probability", { "0.5", "", "1" } },
    { TL_RECORD_FAILURE, "S", { "9", "", "1" } },
    { TL_RECORD_FAILURE, "reports", { "5", "", "2" } },
    { TL_RECORD_RECOVERY, "rehearsed", { "2026-01-01", "", "2026-09-09" } },
    { TL_RECORD_ROLE, "trained", { "2026-01-01", "", "2026-09-09" } },
  };
  guint what = tl_dice_roll (dice, 12);
  guint n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  TlId step = tl_chart_nth (chart, TL_RECORD_STEP, tl_dice_roll (dice, n_steps))->id;
  TlId other = tl_chart_nth (chart, TL_RECORD_STEP, tl_dice_roll (dice, n_steps))->id;

  if (what == 0 && tl_chart_can_undo (chart)) {
    tl_chart_undo (chart);
    return;
  }
  tl_chart_begin (chart, "Change");
  if (what == 1) {
    tl_ops_connect (chart, TL_CONNECTOR_FLOW, step, other, NULL);
  } else if (what == 2) {
    tl_ops_next_step (chart, step, TL_STEP_ACTION, "More", NULL);
  } else if (what == 3) {
    tl_ops_delete (chart, &step, 1, NULL);
  } else if (what == 4) {
    tl_ops_add_failure (chart, step, "Trouble", NULL);
  } else {
    guint row = tl_dice_roll (dice, G_N_ELEMENTS (edits));
    guint n = tl_chart_n (chart, edits[row].kind);

    if (n > 0)
      tl_ops_set (chart, tl_chart_nth (chart, edits[row].kind, tl_dice_roll (dice, n))->id,
                  edits[row].field, edits[row].values[tl_dice_roll (dice, 3)], NULL);
  }
  tl_chart_commit (chart, NULL);
}

/* After any history the findings are those of the same chart read anew. */
static void
test_walk (void)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (60);
  g_autoptr (TlChart) chart = tl_chart_make (&plan);
  TlDice dice = { 7 };

  for (guint i = 0; i < 400; i++) {
    g_autoptr (GPtrArray) problems = tl_read_problems_new ();
    g_autoptr (TlFindings) findings = NULL, again = NULL;
    g_autoptr (TlChart) cold = NULL;
    g_autofree char *text = NULL, *warm_list = NULL, *cold_list = NULL;
    gsize length = 0;

    change_somehow (chart, &dice);
    text = tl_xml_write (chart, &length);
    cold = tl_xml_read (text, length, "walk", problems);
    g_assert_nonnull (cold);
    findings = tl_test_find_all (chart);
    again = tl_test_find_all (cold);
    check_order (chart, findings);
    warm_list = list (chart, findings);
    cold_list = list (cold, again);
    g_assert_cmpstr (warm_list, ==, cold_list);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/findings/acceptances", test_acceptances);
  g_test_add_func ("/findings/counts", test_counts);
  g_test_add_func ("/findings/left-out", test_left_out);
  g_test_add_func ("/findings/no-day", test_no_day);
  g_test_add_func ("/findings/walk", test_walk);
  return g_test_run ();
}
