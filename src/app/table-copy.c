/* table-copy.c - rows of a table for spreadsheets and documents. */
#include "app/table-copy.h"

#include <string.h>

#include "app/table-data.h"

/* Writes one cell, of column @column of a row. */
typedef void (*WriteCell) (GString    *all,
                           const char *text,
                           guint       column);

typedef struct {
  const char *begin, *end;            /* of all */
  const char *row_begin, *row_end;
  WriteCell   title, cell;
} Form;

/* What spreadsheets take for a formula; a number with a sign is none. */
static gboolean
is_formula (const char *text)
{
  if (strchr ("=+-@\t\r", text[0]) == NULL || text[0] == '\0')
    return FALSE;
  return strspn (text, "+-0123456789.,% ") != strlen (text);
}

static void
append_safe (GString    *all,
             const char *text)
{
  if (is_formula (text))
    g_string_append_c (all, '\'');
  for (; *text != '\0'; text++)
    g_string_append_c (all, *text == '\t' || *text == '\n' || *text == '\r' ? ' ' : *text);
}

static void
write_tsv (GString    *all,
           const char *text,
           guint       column)
{
  if (column > 0)
    g_string_append_c (all, '\t');
  append_safe (all, text);
}

static void
write_tag (GString    *all,
           const char *tag,
           const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (all, "<%s>", tag);
  append_safe (all, escaped);
  g_string_append_printf (all, "</%s>", tag);
}

static void
write_th (GString    *all,
          const char *text,
          guint       column)
{
  write_tag (all, "th", text);
}

static void
write_td (GString    *all,
          const char *text,
          guint       column)
{
  write_tag (all, "td", text);
}

static char *
write_all (const TlTable *table,
           TlTableModel  *model,
           GtkBitset     *positions,
           const Form    *form)
{
  g_autoptr (GString) all = g_string_new (form->begin);
  GtkBitsetIter iter;
  guint position;
  gboolean more;

  g_string_append (all, form->row_begin);
  for (guint i = 0; i < table->n_columns; i++)
    form->title (all, tl_table_column_title (table, i), i);
  g_string_append (all, form->row_end);
  for (more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    if (tl_table_model_is_head (model, position))
      continue;
    g_string_append (all, form->row_begin);
    for (guint i = 0; i < table->n_columns; i++) {
      g_autofree char *text = tl_table_model_get_text (model, position, i);

      form->cell (all, text, i);
    }
    g_string_append (all, form->row_end);
  }
  g_string_append (all, form->end);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

char *
tl_table_copy_tsv (const TlTable *table,
                   TlTableModel  *model,
                   GtkBitset     *positions)
{
  const Form form = { "", "", "", "\n", write_tsv, write_tsv };

  return write_all (table, model, positions, &form);
}

char *
tl_table_copy_html (const TlTable *table,
                    TlTableModel  *model,
                    GtkBitset     *positions)
{
  const Form form = {
    "<html><head><meta charset=\"utf-8\"></head><body><table>\n", "</table></body></html>\n",
    "<tr>", "</tr>\n", write_th, write_td,
  };

  return write_all (table, model, positions, &form);
}

GdkContentProvider *
tl_table_copy_provider (const TlTable *table,
                        TlTableModel  *model,
                        GtkBitset     *positions)
{
  g_autofree char *tsv = tl_table_copy_tsv (table, model, positions);
  g_autofree char *html = tl_table_copy_html (table, model, positions);
  g_autoptr (GBytes) html_bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GBytes) tsv_bytes = g_bytes_new (tsv, strlen (tsv));
  GdkContentProvider *forms[] = {
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
    gdk_content_provider_new_for_bytes ("text/tab-separated-values", tsv_bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
  };

  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}
