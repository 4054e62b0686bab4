/* field-text.c - a field's value as a person writes it. */
#include "app/field-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/units.h"

const char *
tl_field_label (const TlField *field)
{
  return g_dgettext (GETTEXT_PACKAGE, field->label);
}

/* Whether the field counts in the unit that its record, or the record above, names. */
static gboolean
has_unit (const TlField *field)
{
  static const char * const counted[] = { "adequate", "desired", "target", "value" };

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++) {
    if (field->type == TL_FIELD_NUMBER && strcmp (counted[i], field->xml) == 0)
      return TRUE;
  }
  return FALSE;
}

static TlUnit
unit_of (const TlChart  *chart,
         const TlRecord *record,
         const TlField  *field)
{
  const TlField *unit;

  if (!has_unit (field))
    return TL_UNIT_NONE;
  if (record->kind == TL_RECORD_MEASUREMENT)
    record = tl_chart_get (chart, record->parent);
  unit = tl_class_find_field (tl_class_get (record->kind), "unit");
  return (TlUnit) TL_FIELD_AT (record, unit, int);
}

static char *
number_text (const TlChart *chart,
             const TlField *field,
             TlUnit         unit,
             double         value)
{
  char buffer[TL_UNITS_SIZE];

  if (isnan (value))
    return g_strdup ("");
  if (field->max == 1.0)
    return g_strdup_printf ("%s %%", tl_number_text (round (value * 1e6) / 1e4, buffer));
  if (unit == TL_UNIT_SECONDS && value >= 0 && value < G_MAXINT && value == floor (value))
    return tl_duration_exact ((int) value);
  if (unit == TL_UNIT_PERCENT || field->max == 100.0)
    return g_strdup_printf ("%s %%", tl_number_text (value, buffer));
  if (unit == TL_UNIT_MONEY && fabs (value) < 1e12) {
    guint digits = tl_chart_currency_digits (chart);
    double minor = value * pow (10, digits);

    /* An amount finer than the currency is shown as the number it is. */
    if (fabs (minor - round (minor)) < 1e-6)
      return g_strdup (tl_money_text ((TlMoney) llround (minor), digits, buffer));
  }
  return g_strdup (tl_number_text (value, buffer));
}

static char *
name_of (const TlChart *chart,
         TlId           id)
{
  const TlRecord *record = tl_chart_get (chart, id);

  return g_strdup (record != NULL && record->name != NULL ? record->name : "");
}

char *
tl_field_text_of_ids (const TlChart  *chart,
                      const TlIdList *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->n; i++) {
    g_autofree char *name = name_of (chart, list->ids[i]);

    if (text->len > 0)
      g_string_append_c (text, ' ');
    g_string_append (text, name);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
ints_text (const TlIntList *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->n; i++)
    g_string_append_printf (text, i > 0 ? " %d" : "%d", list->values[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
resume_text (const TlChart *chart,
             TlResume       resume)
{
  if (resume.how == TL_RESUME_STEP)
    return name_of (chart, resume.step);
  return g_strdup (resume.how == TL_RESUME_REDO ? "redo" : "next");
}

/* Whole numbers and what is written like them. */
static char *
int_text (const TlField *field,
          int            value)
{
  if (value == TL_NO_INT)
    return g_strdup ("");
  return field->type == TL_FIELD_SECONDS ? tl_duration_exact (value)
                                         : g_strdup_printf ("%d", value);
}

char *
tl_field_text (const TlChart  *chart,
               const TlRecord *record,
               const TlField  *field)
{
  char buffer[TL_UNITS_SIZE];

  switch (field->type) {
  case TL_FIELD_TEXT: {
    const char *text = TL_FIELD_AT (record, field, char *);

    return g_strdup (text != NULL ? text : "");
  }
  case TL_FIELD_ENUM: {
    const TlEnumRow *row = tl_enum_find_value (field->rows, TL_FIELD_AT (record, field, int));

    return g_strdup (row != NULL ? row->word : "");
  }
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS:
    return int_text (field, TL_FIELD_AT (record, field, int));
  case TL_FIELD_MONEY: {
    TlMoney value = TL_FIELD_AT (record, field, TlMoney);

    if (value == TL_NO_MONEY)
      return g_strdup ("");
    return g_strdup (tl_money_text (value, tl_chart_currency_digits (chart), buffer));
  }
  case TL_FIELD_NUMBER:
    return number_text (chart, field, unit_of (chart, record, field),
                        TL_FIELD_AT (record, field, double));
  case TL_FIELD_BOOL:
    return g_strdup (TL_FIELD_AT (record, field, gboolean) ? "true" : "false");
  case TL_FIELD_DATE: {
    TlDate date = TL_FIELD_AT (record, field, TlDate);

    return g_strdup (date == 0 ? "" : tl_date_text (date, buffer));
  }
  case TL_FIELD_REF:
    return name_of (chart, TL_FIELD_AT (record, field, TlId));
  case TL_FIELD_REFS:
    return tl_field_text_of_ids (chart, &TL_FIELD_AT (record, field, TlIdList));
  case TL_FIELD_INTS:
    return ints_text (&TL_FIELD_AT (record, field, TlIntList));
  case TL_FIELD_RESUME:
    return resume_text (chart, TL_FIELD_AT (record, field, TlResume));
  }
  g_assert_not_reached ();
}

char *
tl_field_plain (const TlChart  *chart,
                const TlRecord *record,
                const TlField  *field,
                const char     *text)
{
  g_autofree char *copy = NULL;
  const char *currency = tl_chart_info (chart)->currency;
  double number;
  int seconds;

  if (!has_unit (field))
    return g_strdup (text);
  copy = tl_with_point (text);
  /* The unit may be about to be set, so a time is read as one even before. */
  if ((unit_of (chart, record, field) == TL_UNIT_SECONDS || !tl_number_parse (copy, &number)) &&
      tl_duration_parse (copy, &seconds))
    return g_strdup_printf ("%d", seconds);
  if (currency != NULL && g_str_has_suffix (copy, currency)) {
    copy[strlen (copy) - strlen (currency)] = '\0';
    g_strchomp (copy);
  }
  return g_steal_pointer (&copy);
}

char *
tl_field_shown (const TlChart  *chart,
                const TlRecord *record,
                const TlField  *field)
{
  g_autofree char *text = NULL;

  if (field->type == TL_FIELD_ENUM) {
    const TlEnumRow *row = tl_enum_find_value (field->rows, TL_FIELD_AT (record, field, int));

    return g_strdup (row != NULL ? g_dgettext (GETTEXT_PACKAGE, row->label) : "");
  }
  if (field->type == TL_FIELD_SECONDS && TL_FIELD_AT (record, field, int) != TL_NO_INT)
    return tl_duration_text (TL_FIELD_AT (record, field, int));
  text = tl_field_text (chart, record, field);
  if (*text != '\0' &&
      (field->type == TL_FIELD_MONEY || unit_of (chart, record, field) == TL_UNIT_MONEY)) {
    const char *currency = tl_chart_info (chart)->currency;

    return g_strdup_printf ("%s %s", text, currency != NULL ? currency : "");
  }
  return g_steal_pointer (&text);
}

char *
tl_field_shown_of (const TlChart *chart,
                   TlId           id,
                   const char    *xml)
{
  const TlRecord *record = tl_chart_get (chart, id);
  const TlField *field =
    record != NULL ? tl_class_find_field (tl_class_get (record->kind), xml) : NULL;
  const TlRecord *target;

  if (field == NULL)
    return g_strdup ("");
  if (field->type != TL_FIELD_REF)
    return tl_field_shown (chart, record, field);
  target = tl_chart_get (chart, TL_FIELD_AT (record, field, TlId));
  if (target == NULL)
    return g_strdup ("");
  for (guint i = 0; i < tl_class_get (target->kind)->n_fields; i++) {
    const TlField *name = &tl_class_get (target->kind)->fields[i];

    if (strcmp (name->xml, "name") == 0 || strcmp (name->xml, "label") == 0)
      return tl_field_shown (chart, target, name);
  }
  return g_strdup (target->name);
}
