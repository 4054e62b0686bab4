/* ops-set.c - one field set from what a person wrote.
 *
 * The field is written and the record's invariants are asked at once; if one is
 * broken, what was there comes back.  Nobody has to type a "valid in between".
 */
#include "model/ops.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/check.h"
#include "model/ops-cells.h"
#include "model/units.h"

/* Words. */

static gboolean
same_word (const char *a,
           const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return strcmp (x, y) == 0;
}

static gboolean
parse_enum (const TlField *field,
            const char    *text,
            int           *value)
{
  for (const TlEnumRow *row = field->rows; row->word != NULL; row++) {
    if (same_word (row->word, text) || same_word (_(row->label), text)) {
      *value = row->value;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
parse_bool (const char *text,
            gboolean   *value)
{
  static const char *const yes[] = { "true", "yes", "1", N_("yes") };
  static const char *const no[] = { "false", "no", "0", N_("no") };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++) {
    if (same_word (text, yes[i]) || same_word (text, _(yes[i]))) {
      *value = TRUE;
      return TRUE;
    }
    if (same_word (text, no[i]) || same_word (text, _(no[i]))) {
      *value = FALSE;
      return TRUE;
    }
  }
  return FALSE;
}

/* Numbers. */

/* "92 %" is 0.92 where probabilities are asked, and 92 where percents are. */
static gboolean
parse_number (const TlField *field,
              const char    *text,
              double        *value)
{
  g_autofree char *copy = tl_with_point (text);
  gboolean percent = g_str_has_suffix (copy, "%");

  if (percent) {
    copy[strlen (copy) - 1] = '\0';
    g_strchomp (copy);
  }
  if (!tl_number_parse (copy, value))
    return FALSE;
  if (percent && field->max == 1)
    *value /= 100;
  return TRUE;
}

/* "12,50", "12.50", "EUR 12", "12 EUR". */
static gboolean
parse_money (const TlChart *chart,
             const char    *text,
             TlMoney       *value)
{
  g_autofree char *copy = tl_with_point (text);
  const char *currency = tl_chart_info (chart)->currency;
  char *at = copy;

  if (currency != NULL && g_str_has_prefix (at, currency))
    at = g_strchug (at + strlen (currency));
  if (currency != NULL && g_str_has_suffix (at, currency)) {
    at[strlen (at) - strlen (currency)] = '\0';
    g_strchomp (at);
  }
  return tl_money_parse (at, tl_chart_currency_digits (chart), value);
}

static gboolean
parse_ints (const char *text,
            TlIntList  *list)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;", -1);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (int));

  for (char **word = words; *word != NULL; word++) {
    int value;

    if (**word == '\0')
      continue;
    if (!tl_int_parse (*word, &value))
      return FALSE;
    g_array_append_val (values, value);
  }
  list->n = values->len;
  list->values = values->len > 0 ? g_memdup2 (values->data, values->len * sizeof (int)) : NULL;
  return TRUE;
}

/* References: by XML id, or by the text a person gave if only one has it. */

static const char *
given_text (const TlRecord *record)
{
  static const char *const xml[] = { "label", "title", "name", "text" };
  const TlClass *klass = tl_class_get (record->kind);

  for (guint i = 0; i < G_N_ELEMENTS (xml); i++) {
    const TlField *field = tl_class_find_field (klass, xml[i]);

    if (field != NULL)
      return TL_FIELD_AT (record, field, const char *);
  }
  return NULL;
}

static TlId
find_record (const TlChart *chart,
             guint32        kinds,
             const char    *text)
{
  TlId found = tl_chart_find (chart, text);

  if (found != TL_ID_NONE && (kinds & (1u << tl_chart_get (chart, found)->kind)) != 0)
    return found;

  found = TL_ID_NONE;
  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    for (guint i = 0; (kinds & (1u << kind)) != 0 && i < tl_chart_n (chart, kind); i++) {
      const TlRecord *record = tl_chart_nth (chart, kind, i);
      const char *given = given_text (record);

      if (given == NULL || !same_word (given, text))
        continue;
      if (found != TL_ID_NONE)
        return TL_ID_NONE;
      found = record->id;
    }
  }
  return found;
}

/* Ids with blanks between them, or ids and names with commas. */
static gboolean
parse_refs (const TlChart *chart,
            const TlField *field,
            const char    *text,
            TlIdList      *list)
{
  g_auto (GStrv) words = g_strsplit (text, strchr (text, ',') != NULL ? "," : " ", -1);
  TlId whole = find_record (chart, field->kinds, text);

  if (whole != TL_ID_NONE) {
    tl_id_list_append (list, whole);
    return TRUE;
  }
  for (char **word = words; *word != NULL; word++) {
    TlId id;

    if (*g_strstrip (*word) == '\0')
      continue;
    id = find_record (chart, field->kinds, *word);
    if (id == TL_ID_NONE) {
      tl_id_list_clear (list);
      return FALSE;
    }
    if (tl_id_list_index (list, id) == G_MAXUINT)
      tl_id_list_append (list, id);
  }
  return TRUE;
}

static gboolean
parse_resume (const TlChart *chart,
              const TlField *field,
              const char    *text,
              TlResume      *resume)
{
  int how;

  if (parse_enum (field, text, &how)) {
    *resume = (TlResume) { (TlResumeHow) how, TL_ID_NONE };
    return TRUE;
  }
  *resume = (TlResume) { TL_RESUME_STEP, find_record (chart, field->kinds, text) };
  return resume->step != TL_ID_NONE;
}

/* Reads @text into @field of @record, which has the field unset. */
static gboolean
parse_field (const TlChart *chart,
             const TlField *field,
             const char    *text,
             TlRecord      *record)
{
  switch (field->type) {
  case TL_FIELD_TEXT:
    tl_text_set (&TL_FIELD_AT (record, field, char *), text);
    return TRUE;
  case TL_FIELD_ENUM:
    return parse_enum (field, text, &TL_FIELD_AT (record, field, int));
  case TL_FIELD_INT:
    return tl_int_parse (text, &TL_FIELD_AT (record, field, int));
  case TL_FIELD_SECONDS:
    return tl_duration_parse (text, &TL_FIELD_AT (record, field, int));
  case TL_FIELD_MONEY:
    return parse_money (chart, text, &TL_FIELD_AT (record, field, TlMoney));
  case TL_FIELD_NUMBER:
    return parse_number (field, text, &TL_FIELD_AT (record, field, double));
  case TL_FIELD_BOOL:
    return parse_bool (text, &TL_FIELD_AT (record, field, gboolean));
  case TL_FIELD_DATE:
    return tl_date_read (text, &TL_FIELD_AT (record, field, TlDate));
  case TL_FIELD_REF: {
    TlId *id = &TL_FIELD_AT (record, field, TlId);

    *id = find_record (chart, field->kinds, text);
    return *id != TL_ID_NONE;
  }
  case TL_FIELD_REFS:
    return parse_refs (chart, field, text, &TL_FIELD_AT (record, field, TlIdList));
  case TL_FIELD_INTS:
    return parse_ints (text, &TL_FIELD_AT (record, field, TlIntList));
  case TL_FIELD_RESUME:
    return parse_resume (chart, field, text, &TL_FIELD_AT (record, field, TlResume));
  }
  g_assert_not_reached ();
}

/* Exchanges the field's value between two records of one kind. */
static void
swap_field (const TlField *field,
            TlRecord      *a,
            TlRecord      *b)
{
  static const gsize sizes[] = {
    [TL_FIELD_TEXT] = sizeof (char *),     [TL_FIELD_ENUM] = sizeof (int),
    [TL_FIELD_INT] = sizeof (int),         [TL_FIELD_SECONDS] = sizeof (int),
    [TL_FIELD_MONEY] = sizeof (TlMoney),   [TL_FIELD_NUMBER] = sizeof (double),
    [TL_FIELD_BOOL] = sizeof (gboolean),   [TL_FIELD_DATE] = sizeof (TlDate),
    [TL_FIELD_REF] = sizeof (TlId),        [TL_FIELD_REFS] = sizeof (TlIdList),
    [TL_FIELD_INTS] = sizeof (TlIntList),  [TL_FIELD_RESUME] = sizeof (TlResume),
  };
  guint8 other[sizeof (TlIntList)];
  guint8 *x = (guint8 *) a + field->offset;
  guint8 *y = (guint8 *) b + field->offset;
  gsize size = sizes[field->type];

  memcpy (other, x, size);
  memcpy (x, y, size);
  memcpy (y, other, size);
}

/* What a step's kind brings with it. */

static void
clear_shares (TlChart *chart,
              TlId     step)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    if (connector->from == step && !isnan (connector->probability))
      ((TlConnector *) tl_chart_edit (chart, connector->head.id))->probability = TL_NO_NUMBER;
  }
}

static void
clear_chances (TlChart *chart,
               TlId     step)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);
    const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, failure->at);

    if (connector != NULL && connector->from == step &&
        connector->kind == TL_CONNECTOR_FLOW && !isnan (failure->p))
      ((TlFailure *) tl_chart_edit (chart, failure->head.id))->p = TL_NO_NUMBER;
  }
}

static void
follow_kind (TlStep *step)
{
  gboolean takes_time = step->kind == TL_STEP_ACTION || step->kind == TL_STEP_DECISION;

  if (step->kind != TL_STEP_END)
    step->outcome = TL_OUTCOME_NONE;
  else if (step->outcome == TL_OUTCOME_NONE)
    step->outcome = TL_OUTCOME_RESOLVED;
  if (step->kind == TL_STEP_WAIT) {
    step->wait = (int) MIN ((gint64) step->wait + step->touch, G_MAXINT);
    step->touch = 0;
  } else if (!takes_time) {
    step->touch = 0;
    step->wait = 0;
    step->cost = 0;
  }
}

/* The first problem of the change of @id, if any. */
static char *
first_problem (const TlChart *chart,
               TlId           id)
{
  g_autoptr (GPtrArray) problems = tl_problems_new ();

  tl_check_touched (chart, &id, 1, problems);
  return problems->len > 0
           ? g_strdup (((const TlProblem *) g_ptr_array_index (problems, 0))->message)
           : NULL;
}

/* As set_plain(), with what the kind brings.  Percentages and probabilities on the
 * ways out go last, when all else stands, so until then they are no reason to
 * refuse. */
static gboolean
set_kind (TlChart        *chart,
          TlId            id,
          const TlRecord *probe,
          GError        **error)
{
  TlStep *step = tl_chart_edit (chart, id);
  TlStep before = *step;
  g_autoptr (GPtrArray) problems = tl_problems_new ();

  step->kind = ((const TlStep *) (const void *) probe)->kind;
  follow_kind (step);
  tl_check_touched (chart, &id, 1, problems);
  for (guint i = 0; i < problems->len; i++) {
    const TlProblem *problem = g_ptr_array_index (problems, i);

    if (g_strcmp0 (problem->field, "probability") == 0 || g_strcmp0 (problem->field, "p") == 0)
      continue;
    *step = before;   /* no text was touched, so nothing is owned twice */
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED, problem->message);
  }
  if (step->kind == TL_STEP_DECISION)
    clear_chances (chart, id);
  else
    clear_shares (chart, id);
  return TRUE;
}

static gboolean
set_plain (TlChart       *chart,
           TlId           id,
           const TlField *field,
           TlRecord      *probe,
           GError       **error)
{
  TlRecord *live = tl_chart_edit (chart, id);
  g_autofree char *message = NULL;

  swap_field (field, live, probe);
  message = first_problem (chart, id);
  if (message == NULL)
    return TRUE;
  swap_field (field, live, probe);
  return tl_ops_fail (error, TL_OPS_ERROR_REFUSED, message);
}

/* Why @text is no value of @field, with an example of one. */
static const char *
how_to_write (const TlField *field)
{
  switch (field->type) {
  case TL_FIELD_ENUM:
    return _("choose one from the list");
  case TL_FIELD_INT:
    return _("write a whole number, such as 5");
  case TL_FIELD_SECONDS:
    return _("write a length of time, such as 4 min, 1:30 or 2 d");
  case TL_FIELD_MONEY:
    return _("write an amount, such as 12.50");
  case TL_FIELD_NUMBER:
    return _("write a number, such as 0.25 or 25 %");
  case TL_FIELD_BOOL:
    return _("write yes or no");
  case TL_FIELD_DATE:
    return _("write a day as 2026-11-22");
  case TL_FIELD_REF:
  case TL_FIELD_REFS:
  case TL_FIELD_RESUME:
    return _("write the id or the full name of what is meant, with commas between several");
  case TL_FIELD_INTS:
    return _("write whole numbers with blanks between them");
  case TL_FIELD_TEXT:
    return _("write a text");
  }
  g_assert_not_reached ();
}

/* The field called @xml of @record, or %NULL with @error set. */
static const TlField *
find_field (const TlRecord *record,
            const char     *xml,
            GError        **error)
{
  const TlField *field;

  if (record == NULL) {
    tl_ops_fail (error, TL_OPS_ERROR_MISSING,
                 _("That is not in the chart any more; choose again."));
    return NULL;
  }
  field = tl_class_find_field (tl_class_get (record->kind), xml);
  if (field == NULL)
    g_set_error (error, TL_OPS_ERROR, TL_OPS_ERROR_MISSING,
                 _("“%s” is not something this has; choose another field."), xml);
  return field;
}

gboolean
tl_ops_read_value (const TlChart *chart,
                   const TlField *field,
                   const char    *value,
                   TlRecord      *probe,
                   GError       **error)
{
  g_autofree char *text = g_strdup (value != NULL ? value : "");

  if (field->type != TL_FIELD_TEXT)
    g_strstrip (text);
  if (*text == '\0' || parse_field (chart, field, text, probe))
    return TRUE;
  g_set_error (error, TL_OPS_ERROR, TL_OPS_ERROR_VALUE, _("“%s” cannot be “%s”: %s."),
               _(field->label), text, how_to_write (field));
  return FALSE;
}

gboolean
tl_ops_set (TlChart    *chart,
            TlId        id,
            const char *xml,
            const char *value,
            GError    **error)
{
  const TlRecord *record = id != TL_ID_NONE ? tl_chart_get (chart, id) : NULL;
  const TlField *field;
  g_autoptr (TlRecord) probe = NULL;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  field = find_field (record, xml, error);
  if (field == NULL)
    return FALSE;
  probe = tl_record_new (record->kind);
  if (!tl_ops_read_value (chart, field, value, probe, error))
    return FALSE;
  if (record->kind == TL_RECORD_STEP && strcmp (xml, "kind") == 0)
    return set_kind (chart, id, probe, error);
  return set_plain (chart, id, field, probe, error);
}

gboolean
tl_ops_set_several (TlChart            *chart,
                    TlId                id,
                    const char * const *xml,
                    const char * const *values,
                    guint               n,
                    GError            **error)
{
  const TlRecord *record = id != TL_ID_NONE ? tl_chart_get (chart, id) : NULL;
  g_autoptr (TlRecord) probe = NULL;
  g_autofree const TlField **fields = g_new0 (const TlField *, n);
  g_autofree char *message = NULL;
  TlRecord *live;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  for (guint i = 0; i < n; i++) {
    fields[i] = find_field (record, xml[i], error);
    if (fields[i] == NULL)
      return FALSE;
    g_return_val_if_fail (record->kind != TL_RECORD_STEP || strcmp (xml[i], "kind") != 0, FALSE);
    if (probe == NULL)
      probe = tl_record_new (record->kind);
    if (!tl_ops_read_value (chart, fields[i], values[i], probe, error))
      return FALSE;
  }
  live = tl_chart_edit (chart, id);
  for (guint i = 0; i < n; i++)
    swap_field (fields[i], live, probe);
  message = first_problem (chart, id);
  if (message == NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    swap_field (fields[i], live, probe);
  return tl_ops_fail (error, TL_OPS_ERROR_REFUSED, message);
}
