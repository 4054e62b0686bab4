/* field-text.c - a field's value as a person writes it. */
#include "app/field-row.h"

#include <math.h>

#include "model/units.h"

static char *
number_text (const TlField *field,
             double         value)
{
  char buffer[TL_UNITS_SIZE];

  if (isnan (value))
    return g_strdup ("");
  if (field->max == 1.0)
    return g_strdup_printf ("%s %%", tl_number_write (round (value * 1e6) / 1e4, buffer));
  return g_strdup (tl_number_write (value, buffer));
}

static char *
name_of (const TlChart *chart,
         TlId           id)
{
  const TlRecord *record = tl_chart_get (chart, id);

  return g_strdup (record != NULL && record->name != NULL ? record->name : "");
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
  case TL_FIELD_INT: {
    int value = TL_FIELD_AT (record, field, int);

    return value == TL_NO_INT ? g_strdup ("") : g_strdup_printf ("%d", value);
  }
  case TL_FIELD_SECONDS: {
    int value = TL_FIELD_AT (record, field, int);

    return value == TL_NO_INT ? g_strdup ("") : tl_duration_exact (value);
  }
  case TL_FIELD_MONEY: {
    TlMoney value = TL_FIELD_AT (record, field, TlMoney);

    if (value == TL_NO_MONEY)
      return g_strdup ("");
    return g_strdup (tl_money_write (value, tl_chart_currency_digits (chart), buffer));
  }
  case TL_FIELD_NUMBER:
    return number_text (field, TL_FIELD_AT (record, field, double));
  case TL_FIELD_BOOL:
    return g_strdup (TL_FIELD_AT (record, field, gboolean) ? "true" : "false");
  case TL_FIELD_DATE: {
    TlDate date = TL_FIELD_AT (record, field, TlDate);

    return g_strdup (date == 0 ? "" : tl_date_write (date, buffer));
  }
  case TL_FIELD_REF:
    return name_of (chart, TL_FIELD_AT (record, field, TlId));
  case TL_FIELD_RESUME: {
    TlResume resume = TL_FIELD_AT (record, field, TlResume);

    if (resume.how == TL_RESUME_STEP)
      return name_of (chart, resume.step);
    return g_strdup (resume.how == TL_RESUME_REDO ? "redo" : "next");
  }
  case TL_FIELD_REFS:
  case TL_FIELD_INTS:
    break;
  }
  return g_strdup ("");
}
