/* register.c - lists of what a chart records. */
#include "analysis/register.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/register-rows.h"
#include "model/units.h"

static const TlRegisterPlan *const plans[TL_N_REGISTERS] = {
  [TL_REGISTER_FAILURES] = &tl_register_failures,
  [TL_REGISTER_RECOVERIES] = &tl_register_recoveries,
  [TL_REGISTER_GAPS] = &tl_register_gaps,
  [TL_REGISTER_ITEMS] = &tl_register_items,
  [TL_REGISTER_STANDARDS] = &tl_register_standards,
};

TlRegister *
tl_register_new (const TlFigures *figures,
                 TlRegisterKind   kind)
{
  TlRegister *reg;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TlRegisterRow));

  g_return_val_if_fail (kind < TL_N_REGISTERS, NULL);

  reg = g_new0 (TlRegister, 1);
  reg->figures = figures;
  reg->columns = plans[kind]->columns;
  reg->n_columns = plans[kind]->n_columns;
  reg->order = tl_order_new (figures->chart);
  if (kind == TL_REGISTER_GAPS)
    reg->findings = tl_findings_new (figures->chart,
                                     &(TlFindingsOptions) { .today = figures->today });
  plans[kind]->list (reg, rows);
  reg->n_rows = rows->len;
  reg->rows = (TlRegisterRow *) (void *) g_array_free (g_steal_pointer (&rows), FALSE);
  return reg;
}

void
tl_register_free (TlRegister *reg)
{
  if (reg == NULL)
    return;

  tl_order_free (reg->order);
  tl_findings_free (reg->findings);
  g_free (reg->rows);
  g_free (reg);
}

TlEntry
tl_register_entry (const TlRegister *reg,
                   guint             row,
                   guint             column)
{
  TlEntry entry = { .type = TL_ENTRY_NONE, .number = NAN };

  g_return_val_if_fail (row < reg->n_rows && column < reg->n_columns, entry);

  if (reg->columns[column].fill != NULL)
    reg->columns[column].fill (reg, &reg->rows[row], &entry);
  else
    tl_entry_set_field (&entry, reg->figures->chart,
                        tl_chart_get (reg->figures->chart, reg->rows[row].record),
                        reg->columns[column].key);
  return entry;
}

const char *
tl_column_label (const TlColumn *column)
{
  if (column->label != NULL)
    return _(column->label);
  return _(tl_class_find_field (tl_class_get (column->kind), column->key)->label);
}

const char *
tl_register_word (TlRegisterKind kind)
{
  g_return_val_if_fail (kind < TL_N_REGISTERS, NULL);

  return plans[kind]->word;
}

gboolean
tl_register_parse (const char     *word,
                   TlRegisterKind *kind)
{
  for (guint i = 0; i < TL_N_REGISTERS; i++) {
    if (strcmp (plans[i]->word, word) == 0) {
      *kind = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* Entries. */

void
tl_entry_clear (TlEntry *entry)
{
  g_clear_pointer (&entry->text, g_free);
  g_clear_pointer (&entry->word, g_free);
  entry->type = TL_ENTRY_NONE;
}

char *
tl_entry_text (const TlChart *chart,
               const TlEntry *entry)
{
  char date[TL_UNITS_SIZE];

  switch (entry->type) {
  case TL_ENTRY_TEXT:
    return g_strdup (entry->text);
  case TL_ENTRY_NUMBER:
    return tl_measure_text (chart, TL_UNIT_COUNT, entry->number);
  case TL_ENTRY_SECONDS:
    return tl_measure_text (chart, TL_UNIT_SECONDS, entry->number);
  case TL_ENTRY_MONEY:
    return tl_measure_money_text (chart, entry->number);
  case TL_ENTRY_SHARE:
    return tl_measure_text (chart, TL_UNIT_PERCENT, 100 * entry->number);
  case TL_ENTRY_DATE:
    return g_strdup (tl_date_text ((TlDate) entry->number, date));
  case TL_ENTRY_YES_NO:
    return g_strdup (entry->number != 0 ? _("yes") : _("no"));
  case TL_ENTRY_MEASURE:
    return tl_measure_text (chart, entry->unit, entry->number);
  case TL_ENTRY_NONE:
  default:
    return g_strdup ("");
  }
}

char *
tl_entry_write (const TlChart *chart,
                const TlEntry *entry)
{
  char text[TL_UNITS_SIZE];

  switch (entry->type) {
  case TL_ENTRY_TEXT:
    return g_strdup (entry->word != NULL ? entry->word : entry->text);
  case TL_ENTRY_DATE:
    return g_strdup (tl_date_write ((TlDate) entry->number, text));
  case TL_ENTRY_YES_NO:
    return g_strdup (entry->number != 0 ? "yes" : "no");
  case TL_ENTRY_MONEY:
    return g_strdup (tl_number_write (entry->number / tl_money_unit (chart), text));
  case TL_ENTRY_NUMBER:
  case TL_ENTRY_SECONDS:
  case TL_ENTRY_SHARE:
  case TL_ENTRY_MEASURE:
    return g_strdup (tl_number_write (entry->number, text));
  case TL_ENTRY_NONE:
  default:
    return g_strdup ("");
  }
}

int
tl_entry_compare (const TlEntry *a,
                  const TlEntry *b)
{
  if (a->type == TL_ENTRY_NONE || b->type == TL_ENTRY_NONE)
    return (a->type == TL_ENTRY_NONE) - (b->type == TL_ENTRY_NONE);
  if (a->type == TL_ENTRY_TEXT && b->type == TL_ENTRY_TEXT)
    return g_utf8_collate (a->text, b->text);
  if (a->type == TL_ENTRY_TEXT || b->type == TL_ENTRY_TEXT)
    return (a->type == TL_ENTRY_TEXT) - (b->type == TL_ENTRY_TEXT);
  return (a->number > b->number) - (a->number < b->number);
}

/* For the registers. */

void
tl_rows_add (GArray *rows,
             TlId    record,
             TlId    other)
{
  TlRegisterRow row = { record, other };

  g_array_append_val (rows, row);
}

void
tl_rows_add_all (const TlRegister *reg,
                 TlRecordKind      kind,
                 GArray           *rows)
{
  for (guint i = 0; i < tl_chart_n (reg->figures->chart, kind); i++)
    tl_rows_add (rows, tl_chart_nth (reg->figures->chart, kind, i)->id, TL_ID_NONE);
}

void
tl_entry_take_text (TlEntry *entry,
                    char   *text)
{
  tl_entry_clear (entry);
  if (text == NULL || text[0] == '\0') {
    g_free (text);
    return;
  }
  entry->type = TL_ENTRY_TEXT;
  entry->text = text;
}

void
tl_entry_set_text (TlEntry    *entry,
                   const char *text)
{
  tl_entry_take_text (entry, g_strdup (text));
}

void
tl_entry_set_word (TlEntry    *entry,
                   const char *word)
{
  g_free (entry->word);
  entry->word = entry->type == TL_ENTRY_TEXT ? g_strdup (word) : NULL;
}

void
tl_entry_set_enum (TlEntry     *entry,
                   TlRecordKind kind,
                   const char  *field,
                   int          value)
{
  const TlEnumRow *row = tl_enum_find_value (tl_class_find_field (tl_class_get (kind), field)->rows,
                                             value);

  if (row == NULL)
    return;
  tl_entry_set_text (entry, _(row->label));
  tl_entry_set_word (entry, row->word);
}

void
tl_entry_set (TlEntry   *entry,
              TlEntryType type,
              double     number)
{
  if (!isfinite (number))
    return;
  entry->type = type;
  entry->number = number;
}

void
tl_entry_set_int (TlEntry   *entry,
                  TlEntryType type,
                  int        number)
{
  if (number != TL_NO_INT)
    tl_entry_set (entry, type, number);
}

void
tl_entry_set_date (TlEntry *entry,
                   TlDate  date)
{
  if (date != 0)
    tl_entry_set (entry, TL_ENTRY_DATE, date);
}

void
tl_entry_set_measure (TlEntry *entry,
                      TlUnit  unit,
                      double  number)
{
  tl_entry_set (entry, TL_ENTRY_MEASURE, number);
  entry->unit = unit;
}

static void
set_ref (TlEntry       *entry,
         const TlChart *chart,
         TlId           id)
{
  TlIdList one = { &id, 1 };

  if (id != TL_ID_NONE)
    tl_entry_set_titles (entry, chart, &one);
}

void
tl_entry_set_field (TlEntry        *entry,
                    const TlChart  *chart,
                    const TlRecord *record,
                    const char     *name)
{
  const TlField *field = tl_class_find_field (tl_class_get (record->kind), name);

  switch (field->type) {
  case TL_FIELD_TEXT:
    tl_entry_set_text (entry, TL_FIELD_AT (record, field, const char *));
    break;
  case TL_FIELD_ENUM:
    tl_entry_set_enum (entry, record->kind, name, TL_FIELD_AT (record, field, int));
    break;
  case TL_FIELD_INT:
    tl_entry_set_int (entry, TL_ENTRY_NUMBER, TL_FIELD_AT (record, field, int));
    break;
  case TL_FIELD_SECONDS:
    tl_entry_set_int (entry, TL_ENTRY_SECONDS, TL_FIELD_AT (record, field, int));
    break;
  case TL_FIELD_MONEY:
    if (TL_FIELD_AT (record, field, TlMoney) != TL_NO_MONEY)
      tl_entry_set (entry, TL_ENTRY_MONEY, (double) TL_FIELD_AT (record, field, TlMoney));
    break;
  case TL_FIELD_NUMBER:
    tl_entry_set (entry, field->min == 0 && field->max == 1 ? TL_ENTRY_SHARE : TL_ENTRY_NUMBER,
                  TL_FIELD_AT (record, field, double));
    break;
  case TL_FIELD_BOOL:
    tl_entry_set (entry, TL_ENTRY_YES_NO, TL_FIELD_AT (record, field, gboolean));
    break;
  case TL_FIELD_DATE:
    tl_entry_set_date (entry, TL_FIELD_AT (record, field, TlDate));
    break;
  case TL_FIELD_REF:
    set_ref (entry, chart, TL_FIELD_AT (record, field, TlId));
    break;
  case TL_FIELD_REFS:
    tl_entry_set_titles (entry, chart, &TL_FIELD_AT (record, field, const TlIdList));
    break;
  case TL_FIELD_RESUME: {
    const TlResume *resume = &TL_FIELD_AT (record, field, const TlResume);

    if (resume->how == TL_RESUME_STEP)
      set_ref (entry, chart, resume->step);
    else
      tl_entry_set_enum (entry, record->kind, name, resume->how);
    break;
  }
  case TL_FIELD_INTS:
  default:
    break;
  }
}

void
tl_fill_id (const TlRegister    *reg,
            const TlRegisterRow *row,
            TlEntry             *entry)
{
  tl_entry_set_text (entry, tl_chart_get (reg->figures->chart, row->record)->name);
}

/* In the order in which a class may have them. */
const char *
tl_row_title (const TlChart *chart,
              TlId           id)
{
  static const char *const fields[] = { "label", "title", "name", "text" };
  const TlRecord *record = id != TL_ID_NONE ? tl_chart_get (chart, id) : NULL;

  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (fields); i++) {
    const TlField *field = tl_class_find_field (tl_class_get (record->kind), fields[i]);

    if (field != NULL && TL_FIELD_AT (record, field, const char *) != NULL)
      return TL_FIELD_AT (record, field, const char *);
  }
  return record != NULL ? record->name : NULL;
}

void
tl_entry_set_titles (TlEntry        *entry,
                     const TlChart  *chart,
                     const TlIdList *ids)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ids->n; i++) {
    const TlRecord *record = tl_chart_get (chart, ids->ids[i]);

    if (record == NULL)
      continue;
    g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "",
                            tl_row_title (chart, record->id));
    g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", record->name);
  }
  tl_entry_set_text (entry, titles->str);
  tl_entry_set_word (entry, names->str);
}
