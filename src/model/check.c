/* check.c - the invariants that follow from the class tables, for every record
 * alike: references (S03), ranges (S09), texts and dates (S16).  The others are
 * in check-rules.c and check-chart.c.
 *
 * Which rule speaks where the catalogue leaves it open:
 *   - something required that is missing is "empty" (S16), whatever its type;
 *   - a value that is none of its enumeration's is out of range (S09), and so are
 *     a column beyond its phase and two steps in one cell;
 *   - a second economics or weights record is a second bearer of one identity (S02).
 */
#include "model/check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/check-rules.h"

#define SHOWN_CHARACTERS 60        /* of a person's text in a message */
#define LAST_DAY         3652059u  /* Julian day of 9999-12-31: more does not fit the file */

/* The beginning of @text on one line, fit for a message. */
static char *
shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_strdelimit (g_strstrip (valid), "\n\r\t", ' ');
  if (g_utf8_strlen (valid, -1) <= SHOWN_CHARACTERS)
    return g_steal_pointer (&valid);

  *g_utf8_offset_to_pointer (valid, SHOWN_CHARACTERS - 1) = '\0';
  return g_strconcat (valid, "…", NULL);
}

const char *
tl_record_label (const TlRecord *record)
{
  static const char *const xml[] = { "label", "title", "name", "text" };
  const TlClass *klass = tl_class_get (record->kind);

  for (guint i = 0; i < G_N_ELEMENTS (xml); i++) {
    const TlField *field = tl_class_find_field (klass, xml[i]);

    if (field != NULL && field->type == TL_FIELD_TEXT)
      return TL_FIELD_AT (record, field, const char *);
  }
  return NULL;
}

char *
tl_record_describe (const TlChart  *chart,
                    const TlRecord *record)
{
  const char *kind = _(tl_class_get (record->kind)->label);
  const char *text = tl_record_label (record);
  const TlRecord *parent = record->parent != TL_ID_NONE ? tl_chart_get (chart, record->parent)
                                                        : NULL;
  g_autofree char *shown = text != NULL ? shorten (text) : NULL;

  if (parent != NULL) {
    g_autofree char *whose = tl_record_describe (chart, parent);

    if (shown != NULL && *shown != '\0')
      /* Translators: Action “Say sorry” of Recovery procedure “Late room” (r1) */
      return g_strdup_printf (_("%s “%s” of %s"), kind, shown, whose);
    /* Translators: Measurement of Standard “Wait” (st1) */
    return g_strdup_printf (_("%s of %s"), kind, whose);
  }
  if (shown != NULL && *shown != '\0' && record->name != NULL)
    /* Translators: Step “Pay the bill” (s4) */
    return g_strdup_printf (_("%s “%s” (%s)"), kind, shown, record->name);
  if (shown != NULL && *shown != '\0')
    return g_strdup_printf (_("%s “%s”"), kind, shown);
  if (record->name != NULL)
    return g_strdup_printf ("%s %s", kind, record->name);
  return g_strdup (kind);
}

GPtrArray *
tl_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tl_problem_free);
}

void
tl_problem_free (TlProblem *problem)
{
  if (problem == NULL)
    return;

  g_free (problem->message);
  g_free (problem);
}

void
tl_check_report (const TlCheck  *check,
                 const char     *rule,
                 const TlRecord *record,
                 const char     *field,
                 char           *message)
{
  g_autofree char *sentence = message;
  g_autofree char *who = tl_record_describe (check->chart, record);
  TlProblem *problem = g_new0 (TlProblem, 1);

  problem->rule = rule;
  problem->id = record->id;
  problem->field = field;
  /* Translators: who is wrong, and the sentence that says what is wrong */
  problem->message = g_strdup_printf (_("%s: %s"), who, sentence);
  g_ptr_array_add (check->problems, problem);
}

/* What is wrong with a field, in words.  Hundreds of thousands of fields are looked at
 * for each one that needs them, so they are kept out of the way of those who look. */

static G_GNUC_NO_INLINE char *
empty_message (const TlField *field)
{
  return g_strdup_printf (_("“%s” is empty; fill it in."), _(field->label));
}

static G_GNUC_NO_INLINE char *
unknown_message (const TlField *field)
{
  return g_strdup_printf (_("“%s” is set to something unknown; choose one from the list."),
                          _(field->label));
}

static G_GNUC_NO_INLINE char *
day_message (const TlField *field)
{
  return g_strdup_printf (_("“%s” is not a day of the calendar; write it as 2026-11-22."),
                          _(field->label));
}

static G_GNUC_NO_INLINE char *
range_message (const TlField *field,
               double         divisor)
{
  double max = field->max / divisor;

  if (field->min == 0 && field->max >= G_MAXINT)
    return g_strdup_printf (_("“%s” cannot be less than 0, or beyond %.15g."), _(field->label),
                            max);
  return g_strdup_printf (_("“%s” must lie between %.15g and %.15g."), _(field->label),
                          field->min / divisor, max);
}

/* Looking. */

/* What XML 1.0 cannot hold, and what no line of text needs. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) || c == 0xfffe || c == 0xffff;
}

/* Nearly every text is plain, and this is where checking spends its time. */
static gboolean
is_plain (const char *text,
          double      max)
{
  const char *at = text;

  while ((guchar) (*at - 0x20) < 0x7f - 0x20)
    at++;
  return *at == '\0' && *text > ' ' && at - text <= max;
}

static G_GNUC_NO_INLINE char *
check_unusual_text (const TlField *field,
                    const char    *text)
{
  gboolean blank = TRUE;
  glong length = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup_printf (_("“%s” is not readable text (UTF-8); type it again."),
                            _(field->label));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), length++) {
    gunichar c = g_utf8_get_char (at);

    if (is_forbidden (c))
      return g_strdup_printf (_("“%s” holds an invisible control character (U+%04X); remove it."),
                              _(field->label), c);
    blank = blank && g_unichar_isspace (c);
  }
  if (blank && (field->flags & TL_FIELD_REQUIRED) != 0)
    return empty_message (field);
  if (length > field->max)
    return g_strdup_printf (_("“%s” has %ld characters; shorten it to %.0f."), _(field->label),
                            length, field->max);
  return NULL;
}

static char *
check_text (const TlField *field,
            const char    *text)
{
  if (text == NULL)
    return (field->flags & TL_FIELD_REQUIRED) != 0 ? empty_message (field) : NULL;
  return is_plain (text, field->max) ? NULL : check_unusual_text (field, text);
}

/* A number is missing when it holds its type's "not given"; a field with a default
 * always has a number. */
static char *
check_number (const TlField *field,
              gboolean       missing,
              double         value,
              double         divisor,
              const char   **rule)
{
  if (missing && isnan (field->standard)) {
    *rule = "S16";
    return (field->flags & TL_FIELD_REQUIRED) != 0 ? empty_message (field) : NULL;
  }
  if (!missing && value >= field->min && value <= field->max)
    return NULL;

  *rule = "S09";
  return range_message (field, divisor);
}

static char *
check_money (const TlChart *chart,
             const TlField *field,
             TlMoney        value,
             const char   **rule)
{
  if ((double) value >= field->min && (double) value <= field->max)
    return NULL;   /* before asking what the currency looks like */
  return check_number (field, value == TL_NO_MONEY, (double) value,
                       pow (10, tl_chart_currency_digits (chart)), rule);
}

static char *
check_enum (const TlField *field,
            int            value,
            const char   **rule)
{
  if (value == 0 && isnan (field->standard)) {
    *rule = "S16";
    return (field->flags & TL_FIELD_REQUIRED) != 0 ? empty_message (field) : NULL;
  }
  if (tl_enum_find_value (field->rows, value) != NULL)
    return NULL;

  *rule = "S09";
  return unknown_message (field);
}

static char *
check_date (const TlField *field,
            TlDate         date,
            const char   **rule)
{
  *rule = "S16";
  if (date == 0)
    return (field->flags & TL_FIELD_REQUIRED) != 0 ? empty_message (field) : NULL;
  if (date <= LAST_DAY)
    return NULL;
  return day_message (field);
}

static char *
check_ints (const TlField   *field,
            const TlIntList *list)
{
  for (guint i = 0; i < list->n; i++) {
    if (list->values[i] < field->min || list->values[i] > field->max)
      return range_message (field, 1);
  }
  return NULL;
}

static char *
check_resume (const TlField  *field,
              const TlResume *resume,
              const char    **rule)
{
  gboolean has_step = resume->step != TL_ID_NONE;

  if ((unsigned) resume->how - TL_RESUME_NEXT > TL_RESUME_STEP - TL_RESUME_NEXT) {
    *rule = "S09";
    return unknown_message (field);
  }
  *rule = "S16";
  if (resume->how == TL_RESUME_STEP && !has_step)
    return g_strdup (_("The customer goes on at a step, but none is named; choose the step."));
  if (resume->how != TL_RESUME_STEP && has_step)
    return g_strdup (_("A step to go on at is named but not used; take it away or use it."));
  return NULL;
}

static char *
check_field (const TlChart  *chart,
             const TlRecord *record,
             const TlField  *field,
             const char    **rule)
{
  switch (field->type) {
  case TL_FIELD_TEXT:
    *rule = "S16";
    return check_text (field, TL_FIELD_AT (record, field, char *));
  case TL_FIELD_ENUM:
    return check_enum (field, TL_FIELD_AT (record, field, int), rule);
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS: {
    int value = TL_FIELD_AT (record, field, int);

    return check_number (field, value == TL_NO_INT, value, 1, rule);
  }
  case TL_FIELD_MONEY:
    return check_money (chart, field, TL_FIELD_AT (record, field, TlMoney), rule);
  case TL_FIELD_NUMBER: {
    double value = TL_FIELD_AT (record, field, double);

    return check_number (field, isnan (value), value, 1, rule);
  }
  case TL_FIELD_BOOL:
    *rule = "S09";
    return (guint) TL_FIELD_AT (record, field, int) <= 1 ? NULL : range_message (field, 1);
  case TL_FIELD_DATE:
    return check_date (field, TL_FIELD_AT (record, field, TlDate), rule);
  case TL_FIELD_REF:
    *rule = "S16";
    return (field->flags & TL_FIELD_REQUIRED) != 0 &&
           TL_FIELD_AT (record, field, TlId) == TL_ID_NONE ? empty_message (field) : NULL;
  case TL_FIELD_REFS:
    return NULL;
  case TL_FIELD_INTS:
    *rule = "S09";
    return check_ints (field, &TL_FIELD_AT (record, field, TlIntList));
  case TL_FIELD_RESUME:
    return check_resume (field, &TL_FIELD_AT (record, field, TlResume), rule);
  }
  g_assert_not_reached ();
}

char *
tl_check_field (const TlChart  *chart,
                const TlRecord *record,
                const TlField  *field)
{
  const char *rule;

  return check_field (chart, record, field, &rule);
}

/* S03 for one reference. */
static void
check_target (const TlCheck  *check,
              const TlRecord *record,
              const TlField  *field,
              TlId            id)
{
  const TlRecord *target = id != TL_ID_NONE ? tl_chart_get (check->chart, id) : NULL;

  if (target == NULL) {
    tl_check_report (check, "S03", record, field->xml,
                     g_strdup_printf (_("“%s” refers to something that does not exist; "
                                        "choose another or clear it."), _(field->label)));
  } else if ((field->kinds & (1u << target->kind)) == 0) {
    g_autofree char *what = tl_record_describe (check->chart, target);

    tl_check_report (check, "S03", record, field->xml,
                     g_strdup_printf (_("“%s” cannot refer to %s; choose something of the "
                                        "right kind."), _(field->label), what));
  }
}

static void
check_references (const TlCheck  *check,
                  const TlRecord *record,
                  const TlField  *field)
{
  if (field->type == TL_FIELD_REF || field->type == TL_FIELD_RESUME) {
    TlId id = field->type == TL_FIELD_REF ? TL_FIELD_AT (record, field, TlId)
                                          : TL_FIELD_AT (record, field, TlResume).step;

    if (id != TL_ID_NONE)
      check_target (check, record, field, id);
  } else if (field->type == TL_FIELD_REFS) {
    const TlIdList *list = &TL_FIELD_AT (record, field, TlIdList);

    for (guint i = 0; i < list->n; i++)
      check_target (check, record, field, list->ids[i]);
  }
}

/* Of two that share an id the chart finds the first; the second is the twin. */
static void
check_name_is_its_own (const TlCheck  *check,
                       const TlRecord *record)
{
  TlId owner = tl_chart_find (check->chart, record->name);

  if (owner != record->id && owner != TL_ID_NONE)
    tl_check_report (check, "S02", record, NULL,
                     g_strdup_printf (_("Two elements share the id %s; give one of them another."),
                                      record->name));
}

void
tl_check_record (const TlCheck  *check,
              const TlRecord *record)
{
  const TlClass *klass = tl_class_get (record->kind);

  if (klass->has_name && (record->name == NULL || !tl_check_is_ncname (record->name)))
    tl_check_report (check, "S02", record, NULL,
                     g_strdup (_("The id must begin with a letter or “_” and go on with letters, "
                                 "digits, “.”, “-” or “_”; change it.")));
  if (klass->has_name && record->name != NULL && !check->names_differ)
    check_name_is_its_own (check, record);
  for (guint i = 0; i < klass->n_fields; i++) {
    const char *rule = NULL;
    char *message = check_field (check->chart, record, &klass->fields[i], &rule);

    if (message != NULL)
      tl_check_report (check, rule, record, klass->fields[i].xml, message);
    if (klass->fields[i].kinds != 0)
      check_references (check, record, &klass->fields[i]);
  }
  tl_check_record_rules (check, record);
}

void
tl_check_chart (const TlChart *chart,
                GPtrArray     *problems)
{
  TlCheck check = { chart, problems, NULL, 0, tl_chart_names_differ (chart) };

  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    guint n = tl_chart_n (chart, kind);

    for (guint i = 0; i < n; i++)
      tl_check_record (&check, tl_chart_nth (chart, kind, i));
  }
  tl_check_chart_rules (&check, G_MAXUINT32);
}
