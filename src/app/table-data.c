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

  if (data->index == NULL || tl_chart_get (data->chart, row.id) == NULL)
    return g_strdup ("");
  if (table->columns[column].entry != NULL) {
    g_auto (TlEntry) entry = tl_register_entry (data->reg, row.index, data->entries[column]);

    return tl_entry_text (data->chart, &entry);
  }
  text = table->columns[column].text (data, row);
  return text != NULL ? text : g_strdup ("");
}
