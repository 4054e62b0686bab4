/* test-rules.c - every rule: what makes it speak, and what just does not. */
#include <string.h>

#include "charts.h"
#include "findings.h"
#include "full-chart.h"

typedef struct {
  const char *rule;
  const char *edit;       /* of the chart that no rule has anything to say about */
  const char *expected;   /* "warning s3, advice s4" */
} Row;

#define PROMISE \
  "+promise=p9; p9.text=Soon; p9.medium=website; p9.dimension=empathy; p9.owner=cl; " \
  "p9.from=2026-06-01; p9.staff-told=2026-05-01"
#define STANDARD \
  "+standard=s99; s99.name=Soon; s99.type=hard; s99.dimension=empathy; s99.owner=cl; " \
  "s99.method=count; +measurement=s99; s99#0.date=2026-11-01; s99#0.value=5; s99#0.n=40"
#define FAILURE \
  "+failure=f9; f9.title=Rude; f9.at=s7; f9.actor=server; f9.error=treatment; " \
  "f9.dimension=empathy"
#define STEP \
  "+step=x; x.label=New; x.kind=action; x.lane=l2; x.phase=p1; x.column=8; x.role=cl; " \
  "+touchpoint=x; x#0.channel=print; x#0.name=card"
#define FLOW(id, a, b) "+connector=" id "; " id ".from=" a "; " id ".to=" b

static const Row rows[] = {
  { "F01", "-s1", "error chart" },
  { "F01", "+step=x; x.label=Calls; x.kind=start; x.lane=l1; x.phase=p1; x.row=1; x.role=cu; "
    FLOW ("y", "x", "s2"), "error x" },
  { "F01", "s1.label=Calls", "" },

  { "F02", "s10.outcome=referred", "error chart" },
  { "F02", "s12.outcome=resolved; s10.outcome=lost", "" },

  { "F03", STEP, "error x" },
  { "F03", STEP "; " FLOW ("y", "x", "s7"), "error x" },
  { "F03", STEP "; " FLOW ("y", "x", "s7") "; y.kind=support", "" },
  { "F03", STEP "; " FLOW ("y", "x", "s13") "; y.kind=support", "" },
  { "F03", STEP "; " FLOW ("y", "s11", "x"), "" },
  /* Without a start nothing is reached, and F01 says why. */
  { "F03", "-s1", "" },

  { "F04", "-c7", "error s11" },
  { "F04", "-c7; " FLOW ("y", "s11", "s2"), "" },
  { "F04", STEP, "" },   /* not reached, so nobody is trapped */

  { "F05", "-c6", "error s5" },
  { "F05", FLOW ("y", "s4", "s11"), "error s4" },
  { "F05", "-c9", "error s6" },
  { "F05", "-c11", "error s9" },
  { "F05", FLOW ("y", "s4", "s11") "; y.kind=support", "" },
  { "F05", FLOW ("y", "s5", "s2") "; y.label=later; y.probability=0", "" },

  { "F06", "c6.label=-", "warning c6" },
  { "F06", "c7.label=-", "" },

  { "F07", "c6.probability=-", "error s5" },
  { "F07", "c6.probability=0.0985", "error s5" },
  { "F07", "c6.probability=0.1009", "" },
  { "F07", "c5.probability=-; c6.probability=-", "advice s5" },

  { "F08", "s8.kind=decision; " FLOW ("y", "s8", "s10") "; y.label=late; y.probability=0.5; "
    "c11.probability=0.5", "warning s6" },
  { "F08", "-c11; " FLOW ("y", "s8", "s10"), "warning s6" },
  { "F08", STEP "; -c11; " FLOW ("y", "s8", "x") "; " FLOW ("z", "x", "s9"), "" },

  { "F09", "s7.role=-", "warning s7" },
  { "F09", "s5.role=-", "warning s5" },
  { "F09", "s3.role=cl", "warning s3" },
  { "F09", "s7.role=cu", "warning s7" },
  { "F09", "s6.role=-; s9.role=-; s1.role=-; s10.role=-", "" },
  { "F09", "s7.role=sy", "" },

  { "F10", "c6.to=s2; c6.probability=0.51; c5.probability=0.49",
    "warning s2, warning s3, warning s4" },
  { "F10", "c6.to=s2; c6.probability=0.49; c5.probability=0.51", "" },
  /* Nothing can be expected of a journey whose percentages do not add up. */
  { "F10", "c6.to=s2; c6.probability=0.6; c5.probability=0.6", "" },

  { "F11", "s4.role=sy; s5.role=sy; s6.role=sy; s11.role=sy; -c7; " FLOW ("y", "s11", "s4"),
    "warning s4" },
  /* A person one step beyond, or in the loop. */
  { "F11", "s4.role=sy; s5.role=sy; s11.role=sy; s6.role=cl; -c7; " FLOW ("y", "s11", "s4"),
    "" },
  { "F11", "s7.role=sy; s5.role=sy; s6.role=sy; s11.role=sy; -c7; " FLOW ("y", "s11", "s4"), "" },
  /* Somebody backstage is nobody a customer can find. */
  { "F11", "s4.role=sy; s5.role=sy; s11.role=bo; s11.lane=l3; s11.column=5; s6.role=sy; -c7; "
    FLOW ("y", "s11", "s4"), "warning s4" },

  { "F12", "s3.tell=-", "warning s3" },
  { "F12", "s3.tell=-; s3.wait=599", "" },
  { "F12", "s3.tell=-; s3.kind=action", "" },

  { "F13", "s3.wait=901", "warning s3" },
  { "F13", "s3.wait=900", "" },
  { "F13", "chart.tolerance=1079", "warning chart" },
  { "F13", "chart.tolerance=1080", "" },
  { "F13", "chart.tolerance=1079; -c12", "" },

  { "F14", "-s7#0", "advice s7" },
  { "F14", "-s2#0", "advice s2" },
  { "F14", "-s7#0; s7.lane=l3; s7.row=1", "" },
  { "F14", "s10.label=Goes", "" },

  { "F15", "-f1", "advice s12" },
  { "F15", "f1.at=s11", "" },
  { "F15", "f1.at=c7", "" },
  { "F15", "-f1; s12.outcome=referred", "" },
  { "F15", "f1.at=s5; f1.p=0.1", "advice s12" },   /* beyond the decision */

  { "G01", "-e1", "advice s4" },
  { "G01", "-e1; -e2; -e3; -e4; -e5", "warning chart, advice s4" },
  { "G01", "-e1; s4.moment-of-truth=-", "" },
  { "G01", "-e1; e2.steps=s4", "" },

  { "G02", "e1.source=competitor", "advice chart" },
  { "G02", "e1.source=word-of-mouth", "advice chart" },
  { "G02", "e1.source=past-experience", "" },
  { "G02", "-e1; -e2; -e3; -e4; -e5", "" },

  { "G03", "e3.confirmed=2025-11-21", "advice e3" },
  { "G03", "e3.confirmed=2025-11-22", "" },
  { "G03", "e3.confirmed=-", "" },

  { "G04", "-e5", "advice empathy" },
  { "G04", "e5.dimension=assurance; e3.dimension=assurance",
    "advice reliability, advice empathy" },
  { "G04", "-e1; -e2; -e3; -e4; -e5", "" },

  { "G05", "st2.meets=pr2", "warning e2" },
  { "G05", "st2.meets=pr2; e2.importance=3", "" },

  { "G06", "st1.target=601", "warning e1" },
  { "G06", "st1.target=600", "advice e1" },
  { "G06", "st1.target=301", "advice e1" },
  { "G06", "st1.target=300", "" },
  { "G06", "st1.target=601; st1.better=higher", "" },
  { "G06", "st1.target=601; st1.unit=count", "" },
  { "G06", "st1.better=higher; e1.better=higher; e1.adequate=200; e1.desired=301", "advice e1" },

  { "G07", "st1.owner=-", "warning st1" },
  { "G07", "st1.unit=-; st1.target=-; st1.method=-; st1.owner=-", "warning st1" },
  { "G07", "st1.every=-; st1.measure=-", "" },

  { "G08", "s4.touch=301", "warning st1" },
  { "G08", "s4.touch=300", "" },
  { "G08", "s4.touch=301; st1.steps=", "" },
  { "G08", "s4.touch=301; st1.unit=count", "" },

  { "G09", "st1#1.value=301", "warning st1" },
  { "G09", "st1#1.value=300", "" },
  { "G09", "st1#0.value=301", "" },   /* it was, but is not any more */
  { "G09", "st1.share=90; st1#0.share=90; st1#1.share=89; st1#1.value=1", "warning st1" },
  { "G09", "st1.share=90; st1#0.share=90; st1#1.share=90; st1#1.value=999", "" },

  { "G10", "-st2#0", "warning st2" },
  { "G10", "st2.every=20", "advice st2" },
  { "G10", "st2.every=21", "" },
  { "G10", "st2.every=-; st2#0.date=2020-01-01", "" },

  { "G11", "st2#0.n=29", "advice st2" },
  { "G11", "st1#1.n=29", "" },

  { "G12", PROMISE, "warning p9" },
  { "G12", PROMISE "; p9.to=2026-11-22", "warning p9" },
  { "G12", PROMISE "; p9.to=2026-11-21", "" },
  { "G12", PROMISE "; st1.meets=e1,pr1,p9", "" },

  { "G13", "pr1.value=299", "warning pr1" },
  { "G13", "pr1.value=300", "" },
  { "G13", "pr1.value=299; pr1.unit=count", "" },
  { "G13", "pr1.value=299; st1.better=higher", "" },
  { "G13", "pr1.value=299; pr1.to=2026-11-21", "" },

  { "G14", "pr1.value=249", "error pr1" },
  { "G14", "pr1.value=250", "" },
  { "G14", "pr1.value=249; st1.meets=e1", "" },
  { "G14", "pr1.value=249; -st1#0; -st1#0", "" },
  { "G14", "pr1.value=249; pr1.to=2026-11-21", "" },

  { "G15", "pr1.staff-told=-", "warning pr1" },
  { "G15", "pr1.staff-told=2026-06-02", "warning pr1" },
  { "G15", "pr1.staff-told=2026-06-01", "" },
  { "G15", "pr1.from=-", "" },

  { "G16", "pr2.tier=-", "advice t2" },
  { "G16", "pr2.tier=t1", "" },
  { "G16", "pr2.tier=-; t2.price=1000", "" },
  { "G16", "pr2.tier=-; +tier=t3; t3.name=Gold; t3.price=3000", "advice t2, advice t3" },

  { "G17", "g2.perceived=3.75", "warning assurance" },
  { "G17", "g2.perceived=3.76", "advice assurance" },
  { "G17", "g2.perceived=4", "" },
  { "G17", "chart.scale=7; g2.perceived=3.61", "advice assurance" },
  { "G17", "chart.scale=7; g2.perceived=3.6", "warning assurance" },

  { "G18", "g1.perceived=3.9; g2.perceived=4.1", "advice reliability" },
  { "G18", "g1.perceived=4; g2.perceived=4.1", "" },
  { "G18", "g1.perceived=3.9; g2.perceived=4", "" },

  { "G19", "f1.D=-", "advice f1" },
  { "G19", "f1.D=1", "" },

  { "G20", "-r1", "error f1" },
  { "G20", "-r2", "warning f2" },
  { "G20", "-r2; f2.S=1", "advice f2" },
  { "G20", "-r2; f2.S=-", "advice f2" },
  { "G20", "r1#1.within=-", "error f1" },
  { "G20", "r1#1.kind=assess", "error f1" },
  { "G20", "-r1; f1.accepted=Rare", "" },
  { "G20", "-r1; r2.for=f1,f2", "" },

  { "G21", "f1#0.status=planned", "warning f1" },
  { "G21", "f2#0.status=planned; i1.about=pr1", "" },
  { "G21", "f1#0.status=planned; f1.accepted=Rare", "" },
  { "G21", "f1#0.status=planned; i1.about=f1", "" },
  { "G21", "f1#0.status=planned; i1.about=f1; i1.status=done", "warning f1" },

  { "G22", "r1.compensation-max=20001", "warning r1" },
  { "G22", "r1.compensation-max=20000", "" },
  { "G22", "r2#0.role=bo; r2.compensation-max=5001", "warning r2" },   /* informing is no giving */

  { "G23", "r1#0.say=-", "warning r1" },
  { "G23", "r1#0.kind=assess", "warning r1" },
  { "G23", "-r1#2", "advice r1" },
  { "G23", "-r1#2; f1.S=6", "" },

  { "G24", "r2#0.within=301", "advice r2" },
  { "G24", "r2#0.within=300", "" },
  { "G24", "r2#0.within=301; s4.tolerance=-", "" },

  /* loss 0.5, success 0.9, value 100.00, k 1.22: break-even 48.80 */
  { "G25", "r1.cost=4881", "advice r1" },
  { "G25", "r1.cost=4879", "" },
  { "G25", "r1.cost=4881; r1.success=-", "" },

  { "G26", "f2#0.status=planned; -i1", "warning f2" },
  { "G26", "f2#0.status=planned; -i1; f2.reports=2", "" },
  { "G26", "f2#0.status=planned", "" },
  { "G26", "-i1", "" },

  { "G27", "f2.O=5", "advice f2" },
  { "G27", "f2.O=9; f1.O=7", "advice f1, advice f2" },
  { "G27", "f2.O=8; f1.O=8", "" },
  { "G27", "f2.O=1; f2.p=-", "" },
  { "G27", "f2.O=-; f2.D=-", "" },

  { "G28", "cl.trained=-", "warning cl" },
  { "G28", "cl.trained=2026-04-30", "warning cl" },
  { "G28", "cl.trained=2026-05-01", "" },
  { "G28", "+role=x; x.name=Cook; x.kind=staff", "" },
  { "G28", "+role=x; x.name=Cook; x.kind=staff; r1#2.role=x", "warning x" },

  { "G29", "r1.rehearsed=2026-04-30", "advice r1" },
  { "G29", "r1.rehearsed=-", "advice r1" },
  { "G29", "r2.rehearsed=-; r2#0.role=sy; r2#1.role=sy", "" },

  { "G30", "cl.backup=-", "advice cl" },
  { "G30", "sy.backup=-", "" },
  { "G30", "+role=x; x.name=Cook; x.kind=staff; x.trained=2026-06-01; r1#2.role=x", "" },

  { "G31", "chart.complaint-policy=-", "advice chart" },
  { "G31", "chart.complaint-policy=See the wall", "" },

  { "G32", "i1.due=2026-11-21", "warning i1" },
  { "G32", "i1.due=2026-11-22", "" },
  { "G32", "i1.due=-", "warning i1" },
  { "G32", "i1.owner=-; i1.status=doing", "warning i1" },
  { "G32", "i1.owner=-; i1.due=-; i1.status=done", "" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
  g_autoptr (TlFindings) findings = NULL;
  g_autofree char *got = NULL;

  tl_test_change (chart, row->edit);
  tl_test_valid (chart);
  findings = tl_test_find_all (chart);
  got = tl_test_said (chart, findings, row->rule);
  if (strcmp (got, row->expected) != 0)
    g_test_message ("%s: %s", row->rule, row->edit);
  g_assert_cmpstr (got, ==, row->expected);
}

/* The worked examples, whose findings were worked out by hand; more than those, or less, is
 * wrong. */
static void
test_example (gconstpointer data)
{
  const char *name = data;
  g_autofree char *file = g_strconcat (name, ".throughline", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("TL_EXAMPLES"), file, NULL);
  g_autofree char *list = g_build_filename (g_getenv ("TL_TEST_DATA"), "findings.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (TlChart) chart = tl_test_read (path);
  g_autoptr (TlFindings) findings = tl_test_find_all (chart);
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (list, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    if (g_str_has_prefix (*line, name))
      g_hash_table_add (expected, g_strdup (*line + strlen (name) + 1));
  }
  g_assert_cmpuint (g_hash_table_size (expected), >, 0);
  for (guint i = 0; i < findings->n; i++) {
    const TlFinding *finding = &findings->rows[i];
    g_autofree char *got = g_strdup_printf ("%s %s %s", tl_severity_word (finding->severity),
                                            finding->rule->id,
                                            tl_finding_element (chart, finding));

    g_test_message ("%s", got);
    g_assert_true (g_hash_table_remove (expected, got));
  }
  g_assert_cmpuint (g_hash_table_size (expected), ==, 0);
}

static void
test_faultless (void)
{
  g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
  g_autoptr (TlFindings) findings = tl_test_find_all (chart);
  g_autofree char *got = tl_test_said (chart, findings, NULL);

  g_assert_cmpstr (got, ==, "");
}

/* A rule that no row makes speak, or that no row keeps silent, is not tested. */
static void
test_all_rules_have_rows (void)
{
  for (guint i = 0; i < tl_n_rules (); i++) {
    const TlRule *rule = tl_rule_nth (i);
    guint n_speaking = 0, n_silent = 0;

    for (guint k = 0; k < G_N_ELEMENTS (rows); k++) {
      if (strcmp (rows[k].rule, rule->id) != 0)
        continue;
      n_speaking += *rows[k].expected != '\0';
      n_silent += *rows[k].expected == '\0';
    }
    g_test_message ("%s", rule->id);
    g_assert_cmpuint (n_speaking, >, 0);
    g_assert_cmpuint (n_silent, >, 0);
  }
}

static void
test_table (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (tl_n_rules (), ==, 15 + 32);
  for (guint i = 0; i < tl_n_rules (); i++) {
    const TlRule *rule = tl_rule_nth (i);

    g_assert_true (g_hash_table_add (ids, (gpointer) rule->id));
    g_assert_true (tl_rule_find (rule->id) == rule);
    g_assert_cmpuint (strlen (rule->title), >, 5);
    g_assert_cmpuint (strlen (rule->why), >, 30);
  }
  g_assert_null (tl_rule_find ("F16"));
  g_assert_null (tl_rule_find (""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/table", test_table);
  g_test_add_func ("/rules/all-have-rows", test_all_rules_have_rows);
  g_test_add_func ("/rules/faultless", test_faultless);
  g_test_add_data_func ("/rules/example/shoeshine", "corner-shoeshine", test_example);
  g_test_add_data_func ("/rules/example/hotel", "hotel-check-in", test_example);
  g_test_add_data_func ("/rules/example/repair", "appliance-repair", test_example);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/rules/%s/%u", rows[i].rule, i);

    g_test_add_data_func (path, &rows[i], test_row);
  }
  return g_test_run ();
}
