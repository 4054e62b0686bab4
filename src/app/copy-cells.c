/* copy-cells.c - rows of cells for spreadsheets and documents. */
#include "app/copy-cells.h"

#include <string.h>

struct _TlCopy {
  GString  *tsv, *html;
  gboolean  begun;   /* the line has a cell */
};

TlCopy *
tl_copy_new (void)
{
  TlCopy *copy = g_new0 (TlCopy, 1);

  copy->tsv = g_string_new (NULL);
  copy->html = g_string_new (NULL);
  return copy;
}

void
tl_copy_free (TlCopy *copy)
{
  if (copy == NULL)
    return;
  g_string_free (copy->tsv, TRUE);
  g_string_free (copy->html, TRUE);
  g_free (copy);
}

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
add_cell (TlCopy     *copy,
          const char *tag,
          const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (copy->begun)
    g_string_append_c (copy->tsv, '\t');
  append_safe (copy->tsv, text);
  g_string_append_printf (copy->html, "%s<%s>", copy->begun ? "" : "<tr>", tag);
  append_safe (copy->html, escaped);
  g_string_append_printf (copy->html, "</%s>", tag);
  copy->begun = TRUE;
}

void
tl_copy_add_title (TlCopy     *copy,
                   const char *text)
{
  add_cell (copy, "th", text);
}

void
tl_copy_add_row (TlCopy *copy)
{
  if (copy->begun) {
    g_string_append_c (copy->tsv, '\n');
    g_string_append (copy->html, "</tr>\n");
  }
  copy->begun = FALSE;
}

void
tl_copy_add_cell (TlCopy     *copy,
                  const char *text)
{
  add_cell (copy, "td", text);
}

char *
tl_copy_tsv (const TlCopy *copy)
{
  return g_strconcat (copy->tsv->str, copy->begun ? "\n" : "", NULL);
}

char *
tl_copy_html (const TlCopy *copy)
{
  return g_strconcat ("<html><head><meta charset=\"utf-8\"></head><body><table>\n",
                      copy->html->str, copy->begun ? "</tr>\n" : "",
                      "</table></body></html>\n", NULL);
}

GdkContentProvider *
tl_copy_provider (const TlCopy *copy)
{
  g_autofree char *tsv = tl_copy_tsv (copy);
  g_autofree char *html = tl_copy_html (copy);
  g_autoptr (GBytes) html_bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GBytes) tsv_bytes = g_bytes_new (tsv, strlen (tsv));
  GdkContentProvider *forms[] = {
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
    gdk_content_provider_new_for_bytes ("text/tab-separated-values", tsv_bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
  };

  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}
