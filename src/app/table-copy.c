/* table-copy.c - rows of a table for spreadsheets and documents. */
#include "app/table-copy.h"

#include "app/copy-cells.h"
#include "app/table-data.h"

static TlCopy *
copy_rows (const TlTable *table,
           TlTableModel  *model,
           GtkBitset     *positions)
{
  TlCopy *copy = tl_copy_new ();
  GtkBitsetIter iter;
  guint position;
  gboolean more;

  for (guint i = 0; i < table->n_columns; i++)
    tl_copy_add_title (copy, tl_table_column_title (table, i));
  for (more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    if (tl_table_model_is_head (model, position))
      continue;
    tl_copy_add_row (copy);
    for (guint i = 0; i < table->n_columns; i++) {
      g_autofree char *text = tl_table_model_get_text (model, position, i);

      tl_copy_add_cell (copy, text);
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
