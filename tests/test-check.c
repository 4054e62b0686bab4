/* test-check.c - every invariant: what breaks it, what just does not.
 *
 * Records are written to without any check, as a bad file or a faulty operation
 * would; each row says which one problem must be found, or that none may be.
 */
#include "model/check.h"

#include <string.h>

#include "charts.h"
#include "full-chart.h"
#include "model/ops.h"

static char *
list_problems (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    const TlProblem *problem = g_ptr_array_index (problems, i);

    g_string_append_printf (text, "%s %u %s\n", problem->rule, problem->id,
                            problem->field != NULL ? problem->field : "-");
  }
  return g_string_free (text, FALSE);
}

typedef struct {
  const char *script;
  const char *rule;    /* NULL = nothing is wrong */
  const char *where;   /* RECORD or RECORD.FIELD */
} Row;

/* Exactly this problem is found, by both ways of looking; its message begins with the
 * record's name; and the commit refuses and puts everything back. */
static void
check_row (const Row *row)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  g_autoptr (TlChart) before = tl_test_full_chart ();
  g_autoptr (GPtrArray) all = tl_problems_new ();
  g_autoptr (GPtrArray) some = tl_problems_new ();
  g_autoptr (GArray) touched = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) where = g_strsplit (row->where != NULL ? row->where : "", ".", 2);
  g_autofree char *found = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *again = NULL;
  TlId culprit;

  tl_chart_begin (chart, "Break");
  touched = tl_test_write (chart, row->script);
  culprit = row->rule != NULL ? tl_test_find (chart, where[0]) : TL_ID_NONE;
  tl_check_chart (chart, all);
  tl_check_touched (chart, (const TlId *) (gpointer) touched->data, touched->len, some);
  found = list_problems (all);
  again = list_problems (some);
  wanted = row->rule == NULL ? g_strdup ("")
                             : g_strdup_printf ("%s %u %s\n", row->rule, culprit,
                                                where[1] != NULL ? where[1] : "-");
  if (strcmp (found, wanted) != 0 || strcmp (again, wanted) != 0)
    g_error ("%s: found\n%s, by touch\n%s, not\n%s", row->script, found, again, wanted);

  if (row->rule == NULL) {
    g_assert_true (tl_chart_commit (chart, &error));
    return;
  }
  {
    const TlProblem *problem = g_ptr_array_index (all, 0);
    g_autofree char *who = tl_record_describe (chart, tl_chart_get (chart, culprit));

    g_assert_true (g_str_has_prefix (problem->message, who));
    g_assert_true (g_str_has_suffix (problem->message, "."));
    g_assert_false (tl_chart_commit (chart, &error));
    g_assert_error (error, TL_CHART_ERROR, TL_CHART_ERROR_INVALID);
    g_assert_cmpstr (error->message, ==, problem->message);
  }
  g_assert_true (tl_chart_equal (chart, before));
  g_assert_false (tl_chart_can_undo (chart));
}

static const Row rows[] = {
  { "b.id=b2", NULL, NULL },
  { "b.id=_ä-1.x", NULL, NULL },
  { "b.id=1b", "S02", "1b" },
  { "b.id=b:c", "S02", "b:c" },
  { "b.id=-b", "S02", "-b" },
  { "b.id=b c", "S02", "b c" },

  { "b.role=ro", NULL, NULL },
  { "b.role=nobody", "S03", "b.role" },
  { "b.role=x", "S03", "b.role" },
  { "b.lane=nobody", "S03", "b.lane" },
  { "b.lane=P1", "S03", "b.lane" },
  { "b.phase=nobody", "S03", "b.phase" },
  { "b-d.to=nobody", "S03", "b-d.to" },
  { "f.at=ro", "S03", "f.at" },
  { "r.for=f,nobody", "S03", "r.for" },
  { "r.for=f,b", "S03", "r.for" },
  { "r.resume=nobody", "S03", "r.resume" },
  { "st.meets=ex,pr", NULL, NULL },
  { "st.meets=ex,st", "S03", "st.meets" },
  { "it.about=f,st,ro,C,P1,ra,se,it", NULL, NULL },
  { "it.about=nobody", "S03", "it.about" },
  { "it.session=it", "S03", "it.session" },
  { "ro.backup=ro", NULL, NULL },

  { "C.band=onstage", NULL, NULL },
  { "C.band=support", "S04", "O.band" },
  { "O.band=customer", NULL, NULL },

  { "e.outcome=lost", NULL, NULL },
  { "e.outcome=-", "S05", "e.outcome" },
  { "b.outcome=lost", "S05", "b.outcome" },

  { "b-d.to=a", "S06", "b-d.to" },
  { "w_b.to=a", NULL, NULL },
  { "w_b.from=e", NULL, NULL },
  { "k-o.from=e", "S06", "k-o.from" },
  { "x.kind=start", "S06", "d-x.to" },

  { "b-d.to=b", "S07", "b-d.to" },
  { "k-o.to=j", "S07", "k-o" },
  { "w_b.kind=flow", NULL, NULL },
  { "w_b.from=b; w_b.to=d", NULL, NULL },

  { "d-w.probability=0", NULL, NULL },
  { "d-w.probability=1", NULL, NULL },
  { "d-w.probability=-", NULL, NULL },
  { "d-w.probability=1.01", "S09", "d-w.probability" },
  { "d-w.probability=-0.01", "S09", "d-w.probability" },
  { "b-d.probability=0.5", "S08", "b-d.probability" },
  { "d-w.kind=support", "S08", "d-w.probability" },

  { "b.touch=-1", "S09", "b.touch" },
  { "b.touch=-", "S09", "b.touch" },
  { "b.cost=-1", "S09", "b.cost" },
  { "b.emotion=-2", NULL, NULL },
  { "b.emotion=-3", "S09", "b.emotion" },
  { "b.emotion=2", NULL, NULL },
  { "b.emotion=3", "S09", "b.emotion" },
  { "b.kind=99", "S09", "b.kind" },
  { "b.moment-of-truth=2", "S09", "b.moment-of-truth" },
  { "b.row=1", NULL, NULL },
  { "b.row=-1", "S09", "b.row" },
  { "b.column=3", "S09", "b.column" },
  { "P1.columns=4; b.column=3", NULL, NULL },
  { "P2.columns=1", "S09", "e.column" },
  { "P1.columns=0", "S09", "P1.columns" },
  { "d.column=1", "S09", "d.column" },
  { "x.row=0", "S09", "x.column" },
  { "f.S=10; f.S2=1", NULL, NULL },
  { "f.S2=1", "S09", "f.S2" },
  { "f.S=1; f.O2=1", "S09", "f.O2" },
  { "f.D=11", "S09", "f.D" },
  { "f.D=0", "S09", "f.D" },
  { "f.gap=5", "S09", "f.gap" },
  { "ex.importance=0", "S09", "ex.importance" },
  { "ex.importance=6", "S09", "ex.importance" },
  { "ex.adequate=-1; ex.desired=-2", "S09", "ex.adequate" },
  { "ex.desired=-1", "S09", "ex.desired" },
  { "chart.scale=7", NULL, NULL },
  { "chart.scale=6", "S09", "chart.scale" },
  { "chart.scale=8", "S09", "chart.scale" },
  { "st.target=5.5", "S09", "st.target" },
  { "chart.scale=7; st.target=5.5", NULL, NULL },
  { "st.unit=nps; st.target=-100; measurement.value=-100", NULL, NULL },
  { "st.unit=nps; st.target=-101; measurement.value=0", "S09", "st.target" },
  { "measurement.value=5.01", "S09", "measurement.value" },
  { "measurement.value=1", NULL, NULL },
  { "ra.expected=5", NULL, NULL },
  { "ra.expected=5.1", "S09", "ra.expected" },
  { "chart.scale=7; ra.expected=5.1", NULL, NULL },
  { "ra.perceived=0.9", "S09", "ra.perceived" },
  { "ra.n=0", "S09", "ra.n" },
  { "economics.loss=1.1", "S09", "economics.loss" },
  { "pr.unit=percent; pr.better=higher; pr.value=100", NULL, NULL },
  { "pr.unit=percent; pr.better=higher; pr.value=100.5", "S09", "pr.value" },

  { "b.touch=5; b.wait=5; b.cost=5", NULL, NULL },
  { "w.wait=5; w.cost=5", NULL, NULL },
  { "w.touch=1", "S10", "w.touch" },
  { "a.touch=1", "S10", "a.touch" },
  { "e.wait=1", "S10", "e.wait" },
  { "k.cost=1", "S10", "k.cost" },
  { "j.wait=1", "S10", "j.wait" },
  { "a.tolerance=9", NULL, NULL },

  { "f.at=w", NULL, NULL },
  { "f.at=d", NULL, NULL },
  { "f.at=w_b", NULL, NULL },
  { "f.at=a", "S11", "f.at" },
  { "f.at=k", "S11", "f.at" },
  { "g.p=0.1", "S11", "g.p" },
  { "h.p=0.1", NULL, NULL },
  { "f.p=0.6; h.p=0.4", NULL, NULL },
  { "f.p=0.6; h.p=0.5", "S11", "b" },
  { "f.at=k-o; f.p=0.6; h.at=k-o; h.p=0.6", NULL, NULL },
  { "k-o.to=j; k-j.from=o; o-j.from=b; f.at=k-o; f.p=0.6; h.at=k-o; h.p=0.6", "S11", "k" },
  { "f.error=-", "S11", "f.error" },
  { "f.error=encounter", "S11", "f.error" },
  { "f.actor=customer; f.error=encounter", NULL, NULL },
  { "f.actor=customer", "S11", "f.error" },
  { "f.actor=external; f.error=-", NULL, NULL },
  { "f.actor=external", "S11", "f.error" },
  { "b.kind=decision; h.p=0.1", "S11", "h.p" },

  { "it.status=accepted; it.reason=Too dear", NULL, NULL },
  { "it.status=accepted", "S12", "it.reason" },
  { "it.status=accepted; it.reason= \\n", "S12", "it.reason" },
  { "r.resume=d", NULL, NULL },
  { "r.resume=a", "S12", "r.resume" },
  { "r.resume=e", "S12", "r.resume" },

  { "ex.unit=-; ex.better=-; ex.adequate=-; ex.desired=-", NULL, NULL },
  { "ex.unit=-", "S13", "ex" },
  { "ex.desired=-", "S13", "ex" },
  { "ex.desired=300", NULL, NULL },
  { "ex.desired=301", "S13", "ex.desired" },
  { "ex.better=higher; ex.desired=400", NULL, NULL },
  { "ex.better=higher", "S13", "ex.desired" },
  { "pr.unit=s; pr.better=lower; pr.value=5", NULL, NULL },
  { "pr.unit=s", "S13", "pr" },
  { "pr.value=5", "S13", "pr" },

  { "measurement.n=0", "S09", "measurement.n" },
  { "measurement.share=50", "S14", "measurement.share" },
  { "st.share=99", "S14", "measurement.share" },
  { "st.share=99; measurement.share=50", NULL, NULL },
  { "measurement.counts=2,3,9,25,41", NULL, NULL },
  { "measurement.counts=2,3,9,25,41; measurement.value=4.254", NULL, NULL },
  { "measurement.counts=2,3,9,25,41; measurement.value=4.256", "S14", "measurement.value" },
  { "measurement.counts=2,3,9,25,40", "S14", "measurement.counts" },
  { "measurement.counts=2,3,9,66", "S14", "measurement.counts" },
  { "measurement.counts=-1,4,9,27,41", "S09", "measurement.counts" },
  { "chart.scale=7; measurement.counts=2,3,9,25,41", "S14", "measurement.counts" },
  { "st.unit=percent; measurement.counts=2,3,9,25,41; measurement.value=82.5", NULL, NULL },
  { "st.unit=count; measurement.counts=2,3,9,25,41", "S14", "measurement.counts" },
  { "st.unit=nps; measurement.counts=1,0,1,0,2,3,3,10,20,30,30; measurement.n=100; "
    "measurement.value=50", NULL, NULL },
  { "st.unit=nps; measurement.counts=1,0,1,0,2,3,3,10,20,30,30; measurement.n=100; "
    "measurement.value=49", "S14", "measurement.value" },
  { "chart.scale=7; measurement.counts=1,1,3,5,10,20,10; measurement.n=50; "
    "measurement.value=5.44", NULL, NULL },
  { "chart.scale=7; st.unit=percent; st.target=80; measurement.counts=1,1,3,5,10,20,10; "
    "measurement.n=50; measurement.value=80", NULL, NULL },

  { "weights.empathy=21; weights.assurance=19", NULL, NULL },
  { "weights.empathy=0; weights.assurance=40", NULL, NULL },
  { "weights.empathy=21", "S15", "weights" },
  { "weights.empathy=-1; weights.assurance=41", "S09", "weights.empathy" },
  { "weights.empathy=-", "S16", "weights.empathy" },

  { "b.label=-", "S16", "b.label" },
  { "b.label= \\n ", "S16", "b.label" },
  { "b.label=two\\nlines", NULL, NULL },
  { "b.label=a\\tb", "S16", "b.label" },
  { "b.label=a\\001b", "S16", "b.label" },
  { "b.label=a\\177b", "S16", "b.label" },
  { "b.label=a\\302\\205b", "S16", "b.label" },
  { "b.label=a\\357\\277\\276b", "S16", "b.label" },
  { "b.label=a\\377b", "S16", "b.label" },
  { "b.label=شكرا 谢谢 🙂", NULL, NULL },
  { "b.tell=-", NULL, NULL },
  { "b.tell=a\\rb", "S16", "b.tell" },
  { "b.kind=-", "S16", "b.kind" },
  { "b.lane=-", "S16", "b.lane" },
  { "ex.source=-", "S16", "ex.source" },
  { "economics.cases=-", "S16", "economics.cases" },
  { "action.role=-", "S16", "action.role" },
  { "safeguard.text=-", "S16", "safeguard.text" },
  { "touchpoint.name=-", "S16", "touchpoint.name" },
  { "measurement.date=-", "S16", "measurement.date" },
  { "measurement.value=-", "S16", "measurement.value" },
  { "se.date=3652059", NULL, NULL },
  { "se.date=3652060", "S16", "se.date" },
  { "pr.from=739000; pr.to=739000", NULL, NULL },
  { "pr.from=739001; pr.to=739000", "S16", "pr.to" },
  { "pr.to=739000", NULL, NULL },
  { "it.opened=739000; it.closed=739000", NULL, NULL },
  { "it.opened=739001; it.closed=739000", "S16", "it.closed" },
  { "chart.title=-", "S16", "chart.title" },
  { "chart.currency=JPY", NULL, NULL },
  { "chart.currency=eur", "S16", "chart.currency" },
  { "chart.currency=EURO", "S16", "chart.currency" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (&rows[i]);
}

/* 120 characters are a label, 121 are not; characters, not bytes. */
static void
test_length (void)
{
  for (guint length = 119; length <= 122; length++) {
    g_autoptr (GString) text = g_string_new ("b.label=");
    g_autofree char *script = NULL;
    Row row = { .rule = length > 120 ? "S16" : NULL, .where = length > 120 ? "b.label" : NULL };

    for (guint i = 0; i < length; i++)
      g_string_append (text, "\\303\\244");
    row.script = text->str;
    check_row (&row);
  }
}

static gboolean
has_problem (GPtrArray  *problems,
             const char *rule,
             TlId        id,
             const char *field)
{
  for (guint i = 0; i < problems->len; i++) {
    const TlProblem *problem = g_ptr_array_index (problems, i);

    if (strcmp (problem->rule, rule) == 0 && problem->id == id &&
        g_strcmp0 (problem->field, field) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Every field of every class: what is required is missed, what refers is followed, what
 * is a number is measured. */
static void
check_one_field (TlRecordKind   kind,
                 const TlField *field)
{
  struct {
    const char *value, *rule;
  } tries[2] = { { NULL, NULL } };
  g_autofree char *below = g_strdup_printf ("%.0f", field->min - 1);
  g_autofree char *above = g_strdup_printf ("%.0f", field->max + 1);
  gboolean number = field->type == TL_FIELD_INT || field->type == TL_FIELD_NUMBER ||
                    field->type == TL_FIELD_SECONDS;

  if ((field->flags & TL_FIELD_REQUIRED) != 0)
    tries[0].value = "-", tries[0].rule = "S16";
  else if (number)
    tries[0].value = below, tries[0].rule = "S09";
  if (field->kinds != 0)
    tries[1].value = "nobody", tries[1].rule = "S03";
  else if (number && (field->max < G_MAXINT || field->type == TL_FIELD_NUMBER))
    tries[1].value = above, tries[1].rule = "S09";

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++) {
    g_autoptr (TlChart) chart = tl_test_full_chart ();
    g_autoptr (GPtrArray) problems = tl_problems_new ();
    TlId id = tl_chart_nth (chart, kind, 0)->id;
    g_autofree char *alone = NULL;

    if (tries[i].value == NULL)
      continue;
    tl_chart_begin (chart, "Break");
    tl_test_write_field (chart, tl_chart_edit (chart, id), field, tries[i].value);
    tl_check_touched (chart, &id, 1, problems);
    if (!has_problem (problems, tries[i].rule, id, field->xml))
      g_error ("%s.%s = %s passes %s", tl_class_get (kind)->xml, field->xml, tries[i].value,
               tries[i].rule);
    alone = tl_check_field (chart, tl_chart_get (chart, id), field);
    g_assert_cmpint (alone == NULL, ==, strcmp (tries[i].rule, "S03") == 0);
    tl_chart_abort (chart);
    tl_test_valid (chart);
  }
}

static void
test_every_field (void)
{
  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get (kind);

    for (guint i = 0; i < klass->n_fields; i++)
      check_one_field (kind, &klass->fields[i]);
  }
}

/* What there may be only one of, and what must be there. */
static void
test_numbers_of_records (void)
{
  static const struct {
    TlRecordKind add, drop;
    const char *rule;
  } cases[] = {
    { TL_RECORD_ECONOMICS, TL_N_RECORD_KINDS, "S02" },
    { TL_RECORD_WEIGHTS, TL_N_RECORD_KINDS, "S02" },
    { TL_N_RECORD_KINDS, TL_RECORD_LANE, "S04" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TlChart) chart = tl_test_chart ("C: .");
    g_autoptr (GPtrArray) problems = tl_problems_new ();
    g_autoptr (GError) error = NULL;

    tl_chart_begin (chart, "Break");
    if (cases[i].drop != TL_N_RECORD_KINDS)
      tl_chart_remove (chart, tl_chart_nth (chart, cases[i].drop, 0)->id);
    for (guint k = 0; cases[i].add != TL_N_RECORD_KINDS && k < 2; k++) {
      TlRecord *record = tl_test_add (chart, cases[i].add, NULL, TL_ID_NONE);

      if (record->kind == TL_RECORD_ECONOMICS)
        ((TlEconomics *) (void *) record)->cases = 1;
      else
        *(TlWeights *) (void *) record = (TlWeights) { *record, 20, 20, 20, 20, 20 };
    }
    tl_check_chart (chart, problems);
    g_assert_cmpuint (problems->len, ==, 1);
    g_assert_cmpstr (((TlProblem *) problems->pdata[0])->rule, ==, cases[i].rule);
    g_assert_false (tl_chart_commit (chart, &error));
    g_assert_nonnull (error);
    tl_test_valid (chart);
  }
}

/* Two that bear one id: the second is told of, whichever kind it is. */
static void
test_shared_id (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a b");
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  TlTier *tier;
  TlId id;

  tl_chart_begin (chart, "Break");
  tier = tl_test_add (chart, TL_RECORD_TIER, "a", TL_ID_NONE);
  tl_text_set (&tier->name, "Gold");
  id = tier->head.id;
  tl_check_chart (chart, problems);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (has_problem (problems, "S02", id, NULL));
  tl_check_touched (chart, &id, 1, problems);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_false (tl_chart_commit (chart, NULL));
  tl_test_valid (chart);
}

static void
test_describe (void)
{
  static const struct {
    const char *name, *described;
  } cases[] = {
    { "b", "Step “b” (b)" },
    { "a-b", "Connector a-b" },
    { "f", "Failure point “f” (f)" },
    { "ex", "Expectation “Be quick” (ex)" },
    { "chart", "Chart “Test”" },
    { "weights", "Weights" },
    { "action", "Action “Say sorry” of Recovery procedure “r” (r)" },
    { "measurement", "Measurement of Standard “Answers” (st)" },
  };
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  g_autofree char *label = g_strnfill (100, 'x');
  g_autofree char *described = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    TlId id = tl_test_find (chart, cases[i].name);
    g_autofree char *found = tl_record_describe (chart, tl_chart_get (chart, id));

    g_assert_cmpstr (found, ==, cases[i].described);
  }
  tl_chart_begin (chart, "Long");
  g_assert_true (tl_ops_set (chart, tl_test_find (chart, "b"), "label", label, NULL));
  described = tl_record_describe (chart, tl_chart_get (chart, tl_test_find (chart, "b")));
  g_assert_cmpint (g_utf8_strlen (described, -1), <, 80);
  tl_chart_abort (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/rows", test_rows);
  g_test_add_func ("/check/length", test_length);
  g_test_add_func ("/check/every-field", test_every_field);
  g_test_add_func ("/check/numbers-of-records", test_numbers_of_records);
  g_test_add_func ("/check/shared-id", test_shared_id);
  g_test_add_func ("/check/describe", test_describe);
  return g_test_run ();
}
