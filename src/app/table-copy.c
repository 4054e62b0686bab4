/* table-copy.c - rows of a table for spreadsheets and documents. */
#include "app/table-copy.h"

#include "app/copy-cells.h"
#include "app/table-data.h"

static void
add_cell (TlCopy       *copy,
          TlTableModel *model,
          guint         position,
          guint         column)
{
  g_autofree char *text = tl_table_model_get_text (model, position, column);

  tl_copy_add_cell (copy, text);
}

static TlCopy *
copy_rows (const TlTable *table,
           TlTableModel  *model,
           GtkBitset     *positions)
{
  TlCopy *copy = tl_copy_new ();
  int group = tl_table_model_get_group (model);
  GtkBitsetIter iter;
  guint position;
  gboolean more;

  if (group >= 0)
    tl_copy_add_title (copy, tl_table_column_title (table, (guint) group));
  for (guint i = 0; i < table->n_columns; i++) {
    if ((int) i != group)
      tl_copy_add_title (copy, tl_table_column_title (table, i));
  }
  for (more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    if (tl_table_model_is_head (model, position))
      continue;
    tl_copy_add_row (copy);
    if (group >= 0)
      add_cell (copy, model, position, (guint) group);
    for (guint i = 0; i < table->n_columns; i++) {
      if ((int) i != group)
        add_cell (copy, model, position, i);
    }
  }
  return copy;
}

char *
tl_table_copy_tsv (const TlTable *table,
                   TlTableModel  *model,
                   GtkBitset     *positions)
{
  g_autoptr (TlCopy) copy = copy_rows (table, model, positions);

  return tl_copy_tsv (copy);
}

char *
tl_table_copy_html (const TlTable *table,
                    TlTableModel  *model,
                    GtkBitset     *positions)
{
  g_autoptr (TlCopy) copy = copy_rows (table, model, positions);

  return tl_copy_html (copy);
}

GdkContentProvider *
tl_table_copy_provider (const TlTable *table,
                        TlTableModel  *model,
                        GtkBitset     *positions)
{
  g_autoptr (TlCopy) copy = copy_rows (table, model, positions);

  return tl_copy_provider (copy);
}
