/* test-check.c - every invariant: what breaks it, what just does not.
 *
 * Records are written to without any check, as a bad file or a faulty operation
 * would; each row says which one problem must be found, or that none may be.
 */
#include "model/check.h"

#include <stdlib.h>
#include <string.h>

#include "charts.h"
#include "model/ops.h"
#include "model/units.h"

#define NOBODY ((TlId) 99999)   /* a handle that was never given out */

/* A chart with one of everything.  Names as in charts.h; besides them: ro a role, ti a
 * tier, ex an expectation, pr a promise, st a standard with a measurement, ra a
 * rating, it an item, se a session; economics and weights. */

static gpointer
add (TlChart     *chart,
     TlRecordKind kind,
     const char  *name,
     TlId         parent)
{
  TlRecord *record = tl_record_new (kind);

  record->name = g_strdup (name);
  return tl_chart_edit (chart, tl_chart_insert (chart, record, parent, G_MAXUINT));
}

static void
add_people (TlChart *chart)
{
  TlRole *role = add (chart, TL_RECORD_ROLE, "ro", TL_ID_NONE);
  TlTier *tier = add (chart, TL_RECORD_TIER, "ti", TL_ID_NONE);
  TlEconomics *economics = add (chart, TL_RECORD_ECONOMICS, NULL, TL_ID_NONE);
  TlWeights *weights = add (chart, TL_RECORD_WEIGHTS, NULL, TL_ID_NONE);
  TlTouchpoint *sheet = add (chart, TL_RECORD_TOUCHPOINT, NULL, tl_test_id (chart, "b"));
  TlSafeguard *guard = add (chart, TL_RECORD_SAFEGUARD, NULL, tl_test_id (chart, "f"));
  TlAction *action = add (chart, TL_RECORD_ACTION, NULL, tl_test_id (chart, "r"));

  tl_text_set (&role->name, "Clerk");
  role->kind = TL_ROLE_STAFF;
  tl_text_set (&tier->name, "Gold");
  economics->cases = 100;
  weights->reliability = weights->assurance = weights->tangibles = weights->empathy = 20;
  weights->responsiveness = 20;
  sheet->channel = TL_CHANNEL_PRINT;
  tl_text_set (&sheet->name, "Form");
  guard->type = TL_SAFEGUARD_PREVENT;
  guard->status = TL_SAFEGUARD_IDEA;
  tl_text_set (&guard->text, "Check list");
  action->kind = TL_ACTION_APOLOGISE;
  action->role = role->head.id;
  tl_text_set (&action->text, "Say sorry");
}

static void
add_quality (TlChart *chart)
{
  TlExpectation *expectation = add (chart, TL_RECORD_EXPECTATION, "ex", TL_ID_NONE);
  TlPromise *promise = add (chart, TL_RECORD_PROMISE, "pr", TL_ID_NONE);
  TlStandard *standard = add (chart, TL_RECORD_STANDARD, "st", TL_ID_NONE);
  TlMeasurement *measurement = add (chart, TL_RECORD_MEASUREMENT, NULL, standard->head.id);
  TlRating *rating = add (chart, TL_RECORD_RATING, "ra", TL_ID_NONE);
  TlItem *item = add (chart, TL_RECORD_ITEM, "it", TL_ID_NONE);
  TlSession *session = add (chart, TL_RECORD_SESSION, "se", TL_ID_NONE);

  tl_text_set (&expectation->text, "Be quick");
  expectation->dimension = TL_DIMENSION_RELIABILITY;
  expectation->source = TL_SOURCE_SURVEY;
  expectation->unit = TL_UNIT_SECONDS;
  expectation->better = TL_BETTER_LOWER;
  expectation->adequate = 300;
  expectation->desired = 120;
  tl_text_set (&promise->text, "In two minutes");
  promise->medium = TL_MEDIUM_WEBSITE;
  promise->dimension = TL_DIMENSION_RELIABILITY;
  tl_text_set (&standard->name, "Answers");
  standard->type = TL_STANDARD_SOFT;
  standard->dimension = TL_DIMENSION_EMPATHY;
  standard->unit = TL_UNIT_SCORE;
  standard->better = TL_BETTER_HIGHER;
  standard->target = 4;
  measurement->date = 739000;
  measurement->value = 4.25;
  measurement->n = 80;
  rating->dimension = TL_DIMENSION_EMPATHY;
  rating->expected = 4;
  rating->perceived = 3.5;
  rating->n = 10;
  tl_text_set (&item->text, "Look again");
  session->date = 739000;
}

static TlChart *
full_chart (void)
{
  TlChart *chart = tl_test_chart ("C: a( b d? | w~ e)\n"
                                  "C+: . . x | . .\n"
                                  "O: k{ j} o | . .\n"
                                  "a>b b>d d>w@0.7 d>x@0.3 x>w w>e k>j k>o o>j w.>b\n"
                                  "f!b g!d>x h!b>d r*f,g");

  tl_chart_begin (chart, "Fill");
  add_people (chart);
  add_quality (chart);
  tl_chart_settle (chart);
  tl_test_valid (chart);
  return chart;
}

/* Writing without looking. */

static TlId
find (const TlChart *chart,
      const char    *name)
{
  const TlClass *klass = tl_class_find (name);

  if (strcmp (name, "nobody") == 0)
    return NOBODY;
  if (klass != NULL && !klass->has_name)
    return tl_chart_nth (chart, klass->kind, 0)->id;
  return tl_test_id (chart, name);
}

static void
write_list (TlChart    *chart,
            TlIdList   *list,
            const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  tl_id_list_clear (list);
  for (char **word = words; *word != NULL; word++)
    tl_id_list_append (list, find (chart, *word));
}

static void
write_counts (TlIntList  *list,
              const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  g_clear_pointer (&list->values, g_free);
  list->n = g_strv_length (words);
  list->values = g_new0 (int, list->n + 1);
  for (guint i = 0; i < list->n; i++)
    list->values[i] = atoi (words[i]);
}

static int
number_or_word (const TlField *field,
                const char    *value)
{
  return g_ascii_isalpha (value[0]) ? tl_enum_find_word (field->rows, value)->value
                                    : atoi (value);
}

/* "-" is the type's "not given". */
static void
write_field (TlChart       *chart,
             TlRecord      *record,
             const TlField *field,
             const char    *value)
{
  gboolean none = strcmp (value, "-") == 0;

  switch (field->type) {
  case TL_FIELD_TEXT:
    g_free (TL_FIELD_AT (record, field, char *));
    TL_FIELD_AT (record, field, char *) = none ? NULL : g_strcompress (value);
    break;
  case TL_FIELD_ENUM:
  case TL_FIELD_BOOL:
    TL_FIELD_AT (record, field, int) = none ? 0 : number_or_word (field, value);
    break;
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS:
    TL_FIELD_AT (record, field, int) = none ? TL_NO_INT : atoi (value);
    break;
  case TL_FIELD_MONEY:
    TL_FIELD_AT (record, field, TlMoney) = none ? TL_NO_MONEY : atoi (value);
    break;
  case TL_FIELD_NUMBER:
    TL_FIELD_AT (record, field, double) = none ? NAN : g_ascii_strtod (value, NULL);
    break;
  case TL_FIELD_DATE:
    TL_FIELD_AT (record, field, TlDate) = none ? 0 : (TlDate) atoi (value);
    break;
  case TL_FIELD_REF:
    TL_FIELD_AT (record, field, TlId) = none ? TL_ID_NONE : find (chart, value);
    break;
  case TL_FIELD_REFS:
    write_list (chart, &TL_FIELD_AT (record, field, TlIdList), value);
    break;
  case TL_FIELD_INTS:
    write_counts (&TL_FIELD_AT (record, field, TlIntList), value);
    break;
  case TL_FIELD_RESUME: {
    TlResume *resume = &TL_FIELD_AT (record, field, TlResume);

    *resume = (TlResume) { TL_RESUME_STEP, find (chart, value) };
    break;
  }
  }
}

/* "b.touch=5; w.kind=action": fields of records; the field "id" is the XML id. */
static GArray *
write_all (TlChart    *chart,
           const char *script)
{
  g_auto (GStrv) parts = g_strsplit (script, "; ", -1);
  GArray *touched = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (char **part = parts; *part != NULL && **part != '\0'; part++) {
    g_auto (GStrv) sides = g_strsplit (*part, "=", 2);
    g_auto (GStrv) place = g_strsplit (sides[0], ".", 2);
    TlId id = find (chart, place[0]);
    TlRecord *record = tl_chart_edit (chart, id);

    g_array_append_val (touched, id);
    if (strcmp (place[1], "id") == 0)
      tl_chart_rename (chart, id, sides[1]);
    else
      write_field (chart, record,
                   tl_class_find_field (tl_class_get (record->kind), place[1]), sides[1]);
  }
  return touched;
}

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
  g_autoptr (TlChart) chart = full_chart ();
  g_autoptr (TlChart) before = full_chart ();
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
  touched = write_all (chart, row->script);
  culprit = row->rule != NULL ? find (chart, where[0]) : TL_ID_NONE;
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
    g_autoptr (TlChart) chart = full_chart ();
    g_autoptr (GPtrArray) problems = tl_problems_new ();
    TlId id = tl_chart_nth (chart, kind, 0)->id;
    g_autofree char *alone = NULL;

    if (tries[i].value == NULL)
      continue;
    tl_chart_begin (chart, "Break");
    write_field (chart, tl_chart_edit (chart, id), field, tries[i].value);
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
      TlRecord *record = add (chart, cases[i].add, NULL, TL_ID_NONE);

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
  tier = add (chart, TL_RECORD_TIER, "a", TL_ID_NONE);
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
  g_autoptr (TlChart) chart = full_chart ();
  g_autofree char *label = g_strnfill (100, 'x');
  g_autofree char *described = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = tl_record_describe (chart,
                                                 tl_chart_get (chart,
                                                               find (chart, cases[i].name)));

    g_assert_cmpstr (found, ==, cases[i].described);
  }
  tl_chart_begin (chart, "Long");
  g_assert_true (tl_ops_set (chart, find (chart, "b"), "label", label, NULL));
  described = tl_record_describe (chart, tl_chart_get (chart, find (chart, "b")));
  g_assert_cmpint (g_utf8_strlen (described, -1), <, 80);
  tl_chart_abort (chart);
}

/* Random changes of a valid chart: looking at what was touched finds just what looking
 * at everything finds. */

static const TlRecord *
random_record (TlChart *chart,
               GRand   *rand)
{
  for (;;) {
    TlRecordKind kind = g_rand_int_range (rand, 0, TL_N_RECORD_KINDS);
    guint n = tl_chart_n (chart, kind);

    if (n > 0)
      return tl_chart_nth (chart, kind, g_rand_int_range (rand, 0, (int) n));
  }
}

static TlId
random_target (TlChart *chart,
               GRand   *rand,
               guint32  kinds)
{
  int dice = g_rand_int_range (rand, 0, 12);

  if (dice < 2)
    return dice == 0 ? TL_ID_NONE : NOBODY;
  for (guint i = 0; i < 100; i++) {
    const TlRecord *record = random_record (chart, rand);

    if (dice == 2 || (kinds & (1u << record->kind)) != 0)
      return record->id;
  }
  return TL_ID_NONE;
}

static void
random_write (TlChart       *chart,
              GRand         *rand,
              TlRecord      *record,
              const TlField *field)
{
  static const char *const texts[] = { "-", "x", "y", "\\t", " ", "EUR", "1" };
  static const char *const numbers[] = { "-", "0", "1", "2", "3", "0.5", "0.6", "5", "7", "-1" };
  static const char *const dates[] = { "-", "739000", "739001", "9999999" };

  if (field->type == TL_FIELD_TEXT)
    write_field (chart, record, field, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
  else if (field->type == TL_FIELD_DATE)
    write_field (chart, record, field, dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))]);
  else if (field->type == TL_FIELD_REF)
    TL_FIELD_AT (record, field, TlId) = random_target (chart, rand, field->kinds);
  else if (field->type == TL_FIELD_REFS)
    tl_id_list_append (&TL_FIELD_AT (record, field, TlIdList),
                       random_target (chart, rand, field->kinds));
  else if (field->type == TL_FIELD_RESUME)
    TL_FIELD_AT (record, field, TlResume) = (TlResume) {
      g_rand_int_range (rand, 0, 5), random_target (chart, rand, field->kinds)
    };
  else if (field->type == TL_FIELD_INTS)
    write_field (chart, record, field, g_rand_boolean (rand) ? "2,3,9,25,41" : "1,2");
  else
    write_field (chart, record, field,
                 numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))]);
}

static void
touch_with_children (GArray         *touched,
                     const TlRecord *record)
{
  g_array_append_val (touched, record->id);
  g_array_append_vals (touched, record->children.ids, record->children.n);
  if (record->parent != TL_ID_NONE)
    g_array_append_val (touched, record->parent);
}

static void
random_change (TlChart *chart,
               GRand   *rand,
               GArray  *touched)
{
  const TlRecord *record = random_record (chart, rand);
  const TlClass *klass = tl_class_get (record->kind);
  int dice = g_rand_int_range (rand, 0, 20);

  touch_with_children (touched, record);
  if (dice == 0 && record->kind != TL_RECORD_CHART) {
    tl_chart_remove (chart, record->id);
  } else if (dice <= 2 && record->kind != TL_RECORD_CHART) {
    TlRecord *copy = tl_record_copy (record);
    TlId id;

    g_clear_pointer (&copy->name, g_free);
    tl_id_list_clear (&copy->children);
    if (copy->kind == TL_RECORD_STEP && g_rand_boolean (rand))
      ((TlStep *) (void *) copy)->row += 7;
    id = tl_chart_insert (chart, copy, record->parent, G_MAXUINT);
    g_array_append_val (touched, id);
  } else {
    random_write (chart, rand, tl_chart_edit (chart, record->id),
                  &klass->fields[g_rand_int_range (rand, 0, (int) klass->n_fields)]);
  }
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const TlProblem *x = *(const TlProblem *const *) a;
  const TlProblem *y = *(const TlProblem *const *) b;
  int order = strcmp (x->rule, y->rule);

  if (order == 0)
    order = x->id < y->id ? -1 : x->id > y->id;
  if (order == 0)
    order = g_strcmp0 (x->field, y->field);
  return order != 0 ? order : strcmp (x->message, y->message);
}

static void
test_touched_like_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  g_autoptr (TlChart) chart = full_chart ();
  guint n_valid = 0, n_invalid = 0;

  for (guint round = 0; round < 6000; round++) {
    g_autoptr (GPtrArray) all = tl_problems_new ();
    g_autoptr (GPtrArray) some = tl_problems_new ();
    g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (TlId));
    g_autofree char *x = NULL;
    g_autofree char *y = NULL;
    int n = g_rand_int_range (rand, 1, 4);

    if (round % 300 == 0) {   /* before it has been pulled to pieces */
      tl_chart_free (g_steal_pointer (&chart));
      chart = full_chart ();
    }
    tl_chart_begin (chart, "Random");
    for (int i = 0; i < n; i++)
      random_change (chart, rand, touched);
    tl_check_chart (chart, all);
    tl_check_touched (chart, (const TlId *) (gpointer) touched->data, touched->len, some);
    g_ptr_array_sort (all, compare_problems);
    g_ptr_array_sort (some, compare_problems);
    x = list_problems (all);
    y = list_problems (some);
    if (strcmp (x, y) != 0)
      g_error ("round %u: all\n%stouched\n%s", round, x, y);

    g_assert_cmpint (tl_chart_commit (chart, NULL), ==, all->len == 0);
    if (all->len == 0)
      n_valid++;
    else
      n_invalid++;
  }
  g_test_message ("%u valid, %u invalid", n_valid, n_invalid);
  g_assert_cmpuint (n_valid, >, 500);
  g_assert_cmpuint (n_invalid, >, 500);
}

/* 10,000 steps in a row of pairs, checked whole and after one edit. */
static void
test_speed (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a(");
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  TlId last = tl_test_id (chart, "a"), lane = tl_test_id (chart, "C");
  TlId phase = tl_test_id (chart, "P1");
  gint64 start, whole, touched;

  tl_chart_begin (chart, "Grow");
  ((TlPhase *) tl_chart_edit (chart, phase))->columns = 10000;
  for (int i = 1; i < 10000; i++) {
    TlStep *step = add (chart, TL_RECORD_STEP, NULL, TL_ID_NONE);
    TlConnector *connector = add (chart, TL_RECORD_CONNECTOR, NULL, TL_ID_NONE);

    step->kind = TL_STEP_ACTION;
    step->lane = lane;
    step->phase = phase;
    step->column = i;
    tl_text_set (&step->label, "Some step of this long chart");
    connector->from = last;
    connector->to = last = step->head.id;
    if (i % 4 == 0)
      tl_ops_add_failure (chart, last, "Something fails", NULL);
  }
  tl_chart_settle (chart);

  start = g_get_monotonic_time ();
  tl_check_chart (chart, problems);
  whole = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  tl_check_touched (chart, &last, 1, problems);
  touched = g_get_monotonic_time () - start;
  g_assert_cmpuint (problems->len, ==, 0);
  g_test_message ("10,000 steps: whole chart %" G_GINT64_FORMAT " us, one step %"
                  G_GINT64_FORMAT " us", whole, touched);
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
  g_test_add_func ("/check/touched-like-all", test_touched_like_all);
  g_test_add_func ("/check/speed", test_speed);
  return g_test_run ();
}
