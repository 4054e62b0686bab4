/* test-fix.c - what is offered to settle a finding settles it, in one step. */
#include "analysis/finding.h"

#include <string.h>

#include "charts.h"
#include "findings.h"
#include "full-chart.h"

typedef struct {
  const char *rule;
  const char *edit;      /* of the chart that no rule has anything to say about */
  TlFixKind   kind;
  const char *text;      /* what a person writes */
  const char *after;     /* what the rule still says */
} Row;

#define PROMISE \
  "+promise=p9; p9.text=Soon; p9.medium=website; p9.dimension=empathy; p9.owner=cl; " \
  "p9.from=2026-06-01; p9.staff-told=2026-05-01; p9.unit=percent; p9.better=higher; p9.value=90"

#define LOOSE \
  "+step=x; x.label=Sits down; x.kind=action; x.lane=l1; x.phase=p1; x.column=8; x.row=1; " \
  "x.role=cu"
#define ACCEPTED(rule, about) \
  "+item=x; x.text=Bare; x.rule=" rule "; x.about=" about "; x.status=accepted; x.reason=No"

static const Row rows[] = {
  { "F06", "c6.label=-", TL_FIX_ADD_LABEL, "no", "" },
  { "F07", "c6.probability=-", TL_FIX_SHARE_EVENLY, NULL, "" },
  { "F07", "c5.probability=-; c6.probability=-", TL_FIX_SHARE_EVENLY, NULL, "" },
  { "F07", "c6.probability=0.4", TL_FIX_SHARE_EVENLY, NULL, "" },
  { "F07", "c5.probability=1; c6.probability=-", TL_FIX_SHARE_EVENLY, NULL, "" },
  { "F12", "s3.tell=-", TL_FIX_ADD_TELL, "Ten minutes", "" },
  { "F14", "-s7#0", TL_FIX_ADD_TOUCHPOINT, "Receipt", "" },
  { "F15", "-f1", TL_FIX_ADD_FAILURE, "Too worn", "" },
  { "G01", "-e1", TL_FIX_ADD_EXPECTATION, "A clear price", "" },
  { "G03", "e3.confirmed=2020-01-01", TL_FIX_ASKED_TODAY, NULL, "" },
  { "G04", "-e5", TL_FIX_ADD_EXPECTATION, "They smile", "" },
  { "G05", "st2.meets=pr2", TL_FIX_ADD_STANDARD, "Polished", "" },
  { "G06", "st1.target=601", TL_FIX_TAKE_TARGET, NULL, "advice e1" },
  { "G06", "st1.target=301", TL_FIX_TAKE_TARGET, NULL, "" },
  { "G12", PROMISE, TL_FIX_ADD_STANDARD, "Nine of ten", "" },
  { "G13", "pr1.value=299", TL_FIX_TAKE_TARGET, NULL, "" },
  { "G15", "pr1.staff-told=-", TL_FIX_SET_TOLD, "2026-05-31", "" },
  { "G16", "pr2.tier=-", TL_FIX_ADD_PROMISE, "Coffee while you wait", "" },
  { "G20", "-r1", TL_FIX_ADD_RECOVERY, NULL, "error f1" },   /* nothing in it yet */
  { "G21", "f1#0.status=planned", TL_FIX_ADD_SAFEGUARD, "Second look", "" },
  { "G21", "f1#0.status=planned", TL_FIX_ADD_ITEM, "Buy a scale", "" },
  { "G22", "r1.compensation-max=20001", TL_FIX_LOWER_MAXIMUM, NULL, "" },
  { "G23", "r1#0.say=-", TL_FIX_ADD_APOLOGY, "I am sorry.", "" },
  { "G23", "-r1#2", TL_FIX_ADD_FOLLOW_UP, NULL, "" },
  { "G26", "f2#0.status=planned; -i1", TL_FIX_ADD_SAFEGUARD, "Price list", "" },
  { "G27", "f2.O=5", TL_FIX_TAKE_OCCURRENCE, NULL, "" },
  { "G28", "cl.trained=-", TL_FIX_TRAINED_TODAY, NULL, "" },
  { "G29", "r1.rehearsed=-", TL_FIX_REHEARSED_TODAY, NULL, "" },
  { "G31", "chart.complaint-policy=-", TL_FIX_NAME_POLICY, "Same day", "" },
  { "G32", "i1.owner=-", TL_FIX_SET_OWNER, "Clerk", "" },
  { "G32", "i1.due=-", TL_FIX_SET_DUE, "2026-12-24", "" },
  { "G32", "i1.due=2026-01-01", TL_FIX_CLOSE_ITEM, NULL, "" },

  { "F01", "-s1", TL_FIX_ADD_START, "Comes in", "" },
  { "F02", "s10.outcome=referred; -c7", TL_FIX_ADD_END, "Comes back content", "" },
  { "F03", "-c7", TL_FIX_CONNECT_BEFORE, NULL, "" },
  { "F03", LOOSE, TL_FIX_DELETE, NULL, "" },
  { "F04", "-c7", TL_FIX_LEAD_TO_END, NULL, "" },
  { "F04", "-c7; s10.outcome=referred", TL_FIX_LEAD_TO_END, NULL, "" },
  { "F05", "+connector=y; y.from=s4; y.to=s11", TL_FIX_MAKE_DECISION, NULL, "" },
  { "F05", "-c6", TL_FIX_MAKE_ACTION, NULL, "" },
  { "F05", "-c9", TL_FIX_MAKE_ACTION, NULL, "" },
  { "F05", "-c11", TL_FIX_MAKE_ACTION, NULL, "" },
  { "F09", "s7.role=-", TL_FIX_NAME_ROLE, "clerk", "" },
  { "F09", "s7.role=-", TL_FIX_NAME_ROLE, "Cashier", "" },
  { "F09", "s2.role=-", TL_FIX_NAME_ROLE, "Passer-by", "" },
  { "G07", "st1.target=-; st1.owner=-", TL_FIX_SET_TARGET, "300", "warning st1" },
  { "G07", "st1.method=-; st1.owner=-", TL_FIX_SET_METHOD, "timing", "warning st1" },
  { "G07", "st1.owner=-", TL_FIX_SET_OWNER, "Clerk", "" },
  { "G08", "s4.touch=301", TL_FIX_ALLOW_PLAN, NULL, "" },
  { "G09", "st1#1.value=301", TL_FIX_ADD_MEASUREMENT, "280", "" },
  { "G10", "-st2#0", TL_FIX_ADD_MEASUREMENT, "4.5", "" },
  { "G10", "st2.every=20", TL_FIX_ADD_MEASUREMENT, "4.5", "" },
  { "G13", "pr1.value=299", TL_FIX_PROMISE_STANDARD, NULL, "" },
  { "G14", "pr1.value=249", TL_FIX_PROMISE_MEASURED, NULL, "" },
  { "G22", "r1.compensation-max=20001", TL_FIX_RAISE_AUTHORITY, NULL, "" },
  { "G24", "r2#0.within=301", TL_FIX_SPEAK_IN_TIME, NULL, "" },
  { "G30", "cl.backup=-", TL_FIX_NAME_STAND_IN, "Shoemaker", "" },
  { "F12", "s3.tell=-; " ACCEPTED ("F12", "s3"), TL_FIX_TAKE_BACK, NULL, "warning s3" },
  { "F14", "-s7#0; -s2#0; +item=x; x.text=Bare; x.rule=F14; x.status=accepted; x.reason=No",
    TL_FIX_TAKE_BACK, NULL, "advice s2, advice s7" },

  { "F01", "-s1", TL_FIX_ACCEPT, "A sketch", "error chart (accepted)" },
  { "F12", "s3.tell=-", TL_FIX_ACCEPT, "They see the clock", "warning s3 (accepted)" },
  { "F14", "-s7#0; -s2#0", TL_FIX_ACCEPT, "Nothing to see", "advice s2 (accepted), advice s7" },
  { "F14", "-s7#0; -s2#0", TL_FIX_DO_WITHOUT, "Nothing to see",
    "advice s2 (accepted), advice s7 (accepted)" },
  { "G01", "-e1; s7.moment-of-truth=1", TL_FIX_DO_WITHOUT, "We know",
    "advice s4 (accepted), advice s7 (accepted)" },
  { "G04", "-e5; e3.dimension=assurance", TL_FIX_DO_WITHOUT, "Not asked",
    "advice reliability (accepted), advice empathy (accepted)" },
  { "G04", "-e5; e3.dimension=assurance", TL_FIX_ACCEPT, "Not asked",
    "advice reliability (accepted), advice empathy" },
  { "G13", "pr1.value=299", TL_FIX_ACCEPT, "Until June", "warning pr1 (accepted)" },
};

/* The fixes of things nobody wrote, or wrote wrongly. */
static const Row refused[] = {
  { "F06", "c6.label=-", TL_FIX_ADD_LABEL, NULL, NULL },
  { "F06", "c6.label=-", TL_FIX_ADD_LABEL, "", NULL },
  { "F14", "-s7#0", TL_FIX_ADD_TOUCHPOINT, " ", NULL },
  { "F15", "-f1", TL_FIX_ADD_FAILURE, "", NULL },
  { "G01", "-e1", TL_FIX_ADD_EXPECTATION, "", NULL },
  { "G05", "st2.meets=pr2", TL_FIX_ADD_STANDARD, NULL, NULL },
  { "G15", "pr1.staff-told=-", TL_FIX_SET_TOLD, "yesterday", NULL },
  { "G23", "r1#0.say=-", TL_FIX_ADD_APOLOGY, "", NULL },
  { "G32", "i1.due=-", TL_FIX_SET_DUE, "soon", NULL },
  { "F01", "-s1", TL_FIX_ADD_START, "", NULL },
  { "F02", "s10.outcome=referred; -c7", TL_FIX_ADD_END, NULL, NULL },
  { "F02", "s10.outcome=referred", TL_FIX_ADD_END, "Home", NULL },   /* nothing is loose */
  { "F03", LOOSE, TL_FIX_CONNECT_BEFORE, NULL, NULL },
  { "F09", "s7.role=-", TL_FIX_NAME_ROLE, " ", NULL },
  { "G07", "st1.owner=-", TL_FIX_SET_OWNER, "Nobody we know", NULL },
  { "G10", "-st2#0", TL_FIX_ADD_MEASUREMENT, "", NULL },
  { "G10", "-st2#0", TL_FIX_ADD_MEASUREMENT, "many", NULL },
  { "G22", "r1.compensation-max=20001; -r1#1", TL_FIX_RAISE_AUTHORITY, NULL, NULL },
  { "F12", "s3.tell=-", TL_FIX_ACCEPT, "", NULL },
  { "F12", "s3.tell=-", TL_FIX_ACCEPT, " \n", NULL },
  { "F12", "s3.tell=-", TL_FIX_ADD_ITEM, NULL, NULL },
};

static const TlFinding *
first_of (const TlFindings *findings,
          const char       *rule)
{
  for (guint i = 0; i < findings->n; i++) {
    if (strcmp (findings->rows[i].rule->id, rule) == 0)
      return &findings->rows[i];
  }
  g_error ("nothing found by %s", rule);
}

/* Applies the fix that the first finding of the row's rule offers. */
static gboolean
apply (TlChart   *chart,
       const Row *row,
       TlId      *touched,
       GError   **error)
{
  g_autoptr (TlFindings) findings = tl_test_find_all (chart);
  const TlFinding *finding = first_of (findings, row->rule);
  TlFixKind kinds[TL_FINDING_FIXES];
  guint n = tl_finding_fixes (finding, kinds);
  gboolean is_offered = FALSE;
  TlFix fix = tl_finding_fix (finding, row->kind, tl_test_today ());

  for (guint i = 0; i < n; i++)
    is_offered = is_offered || kinds[i] == row->kind;
  g_assert_true (is_offered);
  g_assert_cmpint (kinds[n - 1], ==, finding->accepted != NULL ? TL_FIX_TAKE_BACK
                                     : finding->severity == TL_SEVERITY_ADVICE
                                       ? TL_FIX_DO_WITHOUT : TL_FIX_ACCEPT);
  fix.text = row->text;
  tl_chart_begin (chart, tl_fix_label (row->kind));
  if (tl_fix_apply (chart, &fix, touched, error))
    return tl_chart_commit (chart, error);
  tl_chart_abort (chart);
  return FALSE;
}

static char *
say (const TlChart *chart,
     const char    *rule)
{
  g_autoptr (TlFindings) findings = tl_test_find_all (chart);

  return tl_test_said (chart, findings, rule);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
  g_autofree char *before = NULL, *after = NULL, *undone = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  TlId touched = TL_ID_NONE;

  tl_test_change (chart, row->edit);
  before = say (chart, row->rule);
  done = apply (chart, row, &touched, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_true ((tl_chart_get (chart, touched) != NULL) == (row->kind != TL_FIX_DELETE));
  after = say (chart, row->rule);
  g_assert_cmpstr (after, ==, row->after);

  tl_chart_undo (chart);
  g_assert_false (tl_chart_can_undo (chart));
  undone = say (chart, row->rule);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_refused (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
  g_autoptr (TlChart) untouched = tl_test_read ("cli/faultless.throughline");
  g_autoptr (GError) error = NULL;

  tl_test_change (chart, row->edit);
  tl_test_change (untouched, row->edit);
  g_assert_false (apply (chart, row, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (strlen (error->message), >, 10);
  g_assert_true (tl_chart_equal (chart, untouched));
  g_assert_false (tl_chart_can_undo (chart));
}

/* Every fix that a rule offers has a row above. */
static void
test_all_fixes_have_rows (void)
{
  for (guint kind = TL_FIX_ACCEPT; kind < TL_N_FIXES; kind++) {
    guint n = 0;

    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      n += rows[i].kind == (TlFixKind) kind;
    g_test_message ("%s", tl_fix_label ((TlFixKind) kind));
    g_assert_cmpuint (n, >, 0);
    g_assert_cmpint (tl_fix_asks ((TlFixKind) kind) != NULL, ==,
                     g_str_has_suffix (tl_fix_label ((TlFixKind) kind), "…"));
  }
}

/* What is known of a promise goes into the standard that is to keep it. */
static void
test_standard (void)
{
  g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
  Row row = { "G12", NULL, TL_FIX_ADD_STANDARD, "Nine of ten", NULL };
  const TlStandard *standard;
  TlId touched;

  tl_test_change (chart, PROMISE);
  g_assert_true (apply (chart, &row, &touched, NULL));
  standard = TL_CHART_GET (chart, STANDARD, TlStandard, touched);
  g_assert_cmpstr (standard->name, ==, "Nine of ten");
  g_assert_cmpint (standard->unit, ==, TL_UNIT_PERCENT);
  g_assert_cmpint (standard->better, ==, TL_BETTER_HIGHER);
  g_assert_cmpfloat (standard->target, ==, 90);
  g_assert_cmpuint (standard->owner, ==, tl_test_id (chart, "cl"));
}

/* What is shared are the hundredths of a percent, and they come to exactly 1. */
static void
test_shares (void)
{
  g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
  Row row = { "F07", NULL, TL_FIX_SHARE_EVENLY, NULL, NULL };
  double sum = 0;

  tl_test_change (chart, "c5.probability=-; c6.probability=-; +connector=y; y.from=s5; "
                         "y.to=s2; y.label=later");
  g_assert_true (apply (chart, &row, NULL, NULL));
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *way = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    if (way->from == tl_test_id (chart, "s5"))
      sum += way->probability;
  }
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fix/all-have-rows", test_all_fixes_have_rows);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/fix/%s/%u", rows[i].rule, i);

    g_test_add_data_func (path, &rows[i], test_row);
  }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autofree char *path = g_strdup_printf ("/fix/refused/%s/%u", refused[i].rule, i);

    g_test_add_data_func (path, &refused[i], test_refused);
  }
  g_test_add_func ("/fix/standard", test_standard);
  g_test_add_func ("/fix/shares", test_shares);
  return g_test_run ();
}
