/* table-data.c - what the cells of a table are made from. */
#include "app/table-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/register.h"
#include "app/today.h"

/* Where the register has each column of the table. */
static void
find_entries (TlTableData   *data,
              const TlTable *table)
{
  data->entries = g_new0 (guint, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++) {
    for (guint k = 0; table->columns[i].entry != NULL && k < data->reg->n_columns; k++) {
      if (strcmp (data->reg->columns[k].key, table->columns[i].entry) == 0)
        data->entries[i] = k;
    }
  }
}

void
tl_table_data_fill (TlTableData   *data,
                    const TlTable *table)
{
  tl_table_data_clear (data);
  data->order = tl_editor_get_order (data->editor);
  if ((table->needs & TL_TABLE_NEEDS_INDEX) != 0)
    data->index = tl_chart_index_new (data->editor);
  if ((table->needs & TL_TABLE_NEEDS_REGISTER) != 0) {
    data->figures = tl_figures_new (data->chart, tl_today ());
    data->reg = tl_register_new (data->figures, (TlRegisterKind) table->reg);
    find_entries (data, table);
  }
  if ((table->needs & TL_TABLE_NEEDS_FINDINGS) != 0)
    data->findings = tl_editor_get_findings (data->editor);
}

void
tl_table_data_clear (TlTableData *data)
{
  data->findings = NULL;
  g_clear_pointer (&data->entries, g_free);
  g_clear_pointer (&data->reg, tl_register_free);
  if (data->figures != NULL)
    tl_figures_free (data->figures);
  data->figures = NULL;
  g_clear_pointer (&data->index, tl_chart_index_free);
  data->order = NULL;
}

const char *
tl_table_column_title (const TlTable *table,
                       guint          column)
{
  return g_dgettext (GETTEXT_PACKAGE, table->columns[column].title);
}

char *
tl_table_data_text (const TlTableData *data,
                    const TlTable     *table,
                    TlTableRow         row,
                    guint              column)
{
  char *text;

  if (data->order == NULL || tl_chart_get (data->chart, row.id) == NULL)
    return g_strdup ("");
  if (table->columns[column].entry != NULL) {
    g_auto (TlEntry) entry = tl_register_entry (data->reg, row.index, data->entries[column]);

    return tl_entry_text (data->chart, &entry);
  }
  text = table->columns[column].text (data, row);
  return text != NULL ? text : g_strdup ("");
}

/* Of lists of steps or failure points the first. */
static TlId
first_of (const TlIdList *ids)
{
  return ids->n > 0 ? ids->ids[0] : TL_ID_NONE;
}

/* The record that @record hangs on, nearer to a step; none when there is no such. */
static TlId
nearer (const TlRecord *record)
{
  gconstpointer typed = record;

  switch (record->kind) {
  case TL_RECORD_CONNECTOR:
    return ((const TlConnector *) typed)->from;
  case TL_RECORD_FAILURE:
    return ((const TlFailure *) typed)->at;
  case TL_RECORD_RECOVERY:
    return first_of (&((const TlRecovery *) typed)->failures);
  case TL_RECORD_EXPECTATION:
    return first_of (&((const TlExpectation *) typed)->steps);
  case TL_RECORD_PROMISE:
    return first_of (&((const TlPromise *) typed)->steps);
  case TL_RECORD_STANDARD:
    return first_of (&((const TlStandard *) typed)->steps);
  case TL_RECORD_ITEM:
    return first_of (&((const TlItem *) typed)->about);
  case TL_RECORD_TOUCHPOINT:
  case TL_RECORD_MEASUREMENT:
  case TL_RECORD_SAFEGUARD:
  case TL_RECORD_ACTION:
    return record->parent;
  case TL_RECORD_CHART:
  case TL_RECORD_ECONOMICS:
  case TL_RECORD_WEIGHTS:
  case TL_RECORD_TIER:
  case TL_RECORD_ROLE:
  case TL_RECORD_LANE:
  case TL_RECORD_PHASE:
  case TL_RECORD_STEP:
  case TL_RECORD_RATING:
  case TL_RECORD_SESSION:
  case TL_N_RECORD_KINDS:
  default:
    return TL_ID_NONE;
  }
}

static TlId
phase_of (const TlTableData *data,
          TlTableRow         row)
{
  const TlRecord *record = tl_chart_get (data->chart, row.id);

  /* An item may be about an item. */
  for (guint i = 0; i < 8 && record != NULL && record->kind != TL_RECORD_STEP; i++)
    record = tl_chart_get (data->chart, nearer (record));
  return record != NULL && record->kind == TL_RECORD_STEP
           ? ((const TlStep *) (gconstpointer) record)->phase : TL_ID_NONE;
}

char *
tl_table_phase_text (const TlTableData *data,
                     TlTableRow         row)
{
  const TlPhase *phase = TL_CHART_GET (data->chart, PHASE, TlPhase, phase_of (data, row));

  return phase != NULL ? g_strdup (phase->name) : NULL;
}

double
tl_table_phase_key (const TlTableData *data,
                    TlTableRow         row)
{
  TlId phase = phase_of (data, row);

  return phase != TL_ID_NONE ? tl_chart_index (data->chart, phase) : G_MAXUINT;
}

const char *
tl_table_severity_style (TlSeverity severity)
{
  static const char * const styles[TL_N_SEVERITIES] = {
    [TL_SEVERITY_ADVICE] = "low", [TL_SEVERITY_WARNING] = "medium", [TL_SEVERITY_ERROR] = "high",
  };

  return styles[severity];
}
