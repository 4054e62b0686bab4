/* full-chart.c - a chart with one of everything, and writing to it without looking. */
#include "full-chart.h"

#include <stdlib.h>
#include <string.h>

#include "charts.h"
#include "model/ops.h"
#include "model/units.h"

gpointer
tl_test_add (TlChart     *chart,
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
  TlRole *role = tl_test_add (chart, TL_RECORD_ROLE, "ro", TL_ID_NONE);
  TlTier *tier = tl_test_add (chart, TL_RECORD_TIER, "ti", TL_ID_NONE);
  TlEconomics *economics = tl_test_add (chart, TL_RECORD_ECONOMICS, NULL, TL_ID_NONE);
  TlWeights *weights = tl_test_add (chart, TL_RECORD_WEIGHTS, NULL, TL_ID_NONE);
  TlTouchpoint *sheet = tl_test_add (chart, TL_RECORD_TOUCHPOINT, NULL, tl_test_id (chart, "b"));
  TlSafeguard *guard = tl_test_add (chart, TL_RECORD_SAFEGUARD, NULL, tl_test_id (chart, "f"));
  TlAction *action = tl_test_add (chart, TL_RECORD_ACTION, NULL, tl_test_id (chart, "r"));

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
  TlExpectation *expectation = tl_test_add (chart, TL_RECORD_EXPECTATION, "ex", TL_ID_NONE);
  TlPromise *promise = tl_test_add (chart, TL_RECORD_PROMISE, "pr", TL_ID_NONE);
  TlStandard *standard = tl_test_add (chart, TL_RECORD_STANDARD, "st", TL_ID_NONE);
  TlMeasurement *measurement = tl_test_add (chart, TL_RECORD_MEASUREMENT, NULL, standard->head.id);
  TlRating *rating = tl_test_add (chart, TL_RECORD_RATING, "ra", TL_ID_NONE);
  TlItem *item = tl_test_add (chart, TL_RECORD_ITEM, "it", TL_ID_NONE);
  TlSession *session = tl_test_add (chart, TL_RECORD_SESSION, "se", TL_ID_NONE);

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

TlChart *
tl_test_full_chart (void)
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

TlId
tl_test_find (const TlChart *chart,
              const char    *name)
{
  const TlClass *klass = tl_class_find (name);
  const char *child = strchr (name, '#');

  if (strcmp (name, "nobody") == 0)
    return TL_TEST_NOBODY;
  if (child != NULL) {
    g_autofree char *parent = g_strndup (name, (gsize) (child - name));
    const TlRecord *record = tl_chart_get (chart, tl_test_id (chart, parent));
    guint index = (guint) atoi (child + 1);

    g_assert_cmpuint (index, <, record->children.n);
    return record->children.ids[index];
  }
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
    tl_id_list_append (list, tl_test_find (chart, *word));
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

void
tl_test_write_field (TlChart       *chart,
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
    if (!tl_date_parse (value, &TL_FIELD_AT (record, field, TlDate)))
      TL_FIELD_AT (record, field, TlDate) = none ? 0 : (TlDate) atoi (value);
    break;
  case TL_FIELD_REF:
    TL_FIELD_AT (record, field, TlId) = none ? TL_ID_NONE : tl_test_find (chart, value);
    break;
  case TL_FIELD_REFS:
    write_list (chart, &TL_FIELD_AT (record, field, TlIdList), value);
    break;
  case TL_FIELD_INTS:
    write_counts (&TL_FIELD_AT (record, field, TlIntList), value);
    break;
  case TL_FIELD_RESUME: {
    TlResume *resume = &TL_FIELD_AT (record, field, TlResume);

    *resume = (TlResume) { TL_RESUME_STEP, tl_test_find (chart, value) };
    break;
  }
  }
}

/* "+promise=p9", "+touchpoint=s2", "-p9". */
static TlId
add_or_delete (TlChart    *chart,
               const char *part)
{
  g_auto (GStrv) sides = g_strsplit (part + 1, "=", 2);
  TlId id;

  if (*part == '-') {
    id = tl_test_find (chart, sides[0]);
    g_assert_true (tl_ops_delete (chart, &id, 1, NULL));
    return id;
  }
  if (tl_class_find (sides[0])->has_name)
    return ((TlRecord *) tl_test_add (chart, tl_class_find (sides[0])->kind, sides[1],
                                      TL_ID_NONE))->id;
  return ((TlRecord *) tl_test_add (chart, tl_class_find (sides[0])->kind, NULL,
                                    sides[1] != NULL ? tl_test_find (chart, sides[1])
                                                     : TL_ID_NONE))->id;
}

GArray *
tl_test_write (TlChart    *chart,
               const char *script)
{
  g_auto (GStrv) parts = g_strsplit (script, "; ", -1);
  GArray *touched = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (char **part = parts; *part != NULL && **part != '\0'; part++) {
    g_auto (GStrv) sides = g_strsplit (*part, "=", 2);
    g_auto (GStrv) place = g_strsplit (sides[0], ".", 2);
    gboolean edits = strchr ("+-", **part) == NULL;
    TlId id = edits ? tl_test_find (chart, place[0]) : add_or_delete (chart, *part);
    TlRecord *record = edits ? tl_chart_edit (chart, id) : NULL;

    g_array_append_val (touched, id);
    if (!edits)
      continue;
    if (strcmp (place[1], "id") == 0)
      tl_chart_rename (chart, id, sides[1]);
    else
      tl_test_write_field (chart, record,
                           tl_class_find_field (tl_class_get (record->kind), place[1]),
                           sides[1]);
  }
  return touched;
}

void
tl_test_change (TlChart    *chart,
                const char *script)
{
  g_autoptr (GArray) touched = NULL;

  tl_chart_begin (chart, "Write");
  touched = tl_test_write (chart, script);
  tl_chart_settle (chart);
}
