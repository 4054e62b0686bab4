/* xml-foreign.c - writes foreign content back into text while it is parsed. */
#include "document/xml-foreign.h"

#include <string.h>

#include "document/xml-write.h"

typedef struct {
  char *prefix;   /* NULL = the default namespace */
  char *uri;      /* "" = none */
  guint depth;    /* of the element that declares it */
} Scope;

struct _TlXmlForeign {
  GString *text;
  GString *scratch;
  GArray  *scopes;      /* Scope, innermost last */
  guint    depth;       /* open elements */
  gboolean in_tag;      /* the start tag still lacks its > */
  gsize    taken;
};

static void
scope_clear (gpointer data)
{
  Scope *scope = data;

  g_free (scope->prefix);
  g_free (scope->uri);
}

TlXmlForeign *
tl_xml_foreign_new (void)
{
  TlXmlForeign *foreign = g_new0 (TlXmlForeign, 1);

  foreign->text = g_string_new (NULL);
  foreign->scratch = g_string_new (NULL);
  foreign->scopes = g_array_new (FALSE, FALSE, sizeof (Scope));
  g_array_set_clear_func (foreign->scopes, scope_clear);
  return foreign;
}

void
tl_xml_foreign_free (TlXmlForeign *foreign)
{
  if (foreign == NULL)
    return;

  g_string_free (foreign->text, TRUE);
  g_string_free (foreign->scratch, TRUE);
  g_array_unref (foreign->scopes);
  g_free (foreign);
}

gboolean
tl_xml_foreign_is_open (const TlXmlForeign *foreign)
{
  return foreign->depth > 0;
}

gsize
tl_xml_foreign_size (const TlXmlForeign *foreign)
{
  return foreign->taken + foreign->text->len;
}

static const char *
scope_uri (const TlXmlForeign *foreign,
           const char         *prefix)
{
  for (guint i = foreign->scopes->len; i > 0; i--) {
    const Scope *scope = &g_array_index (foreign->scopes, Scope, i - 1);

    if (g_strcmp0 (scope->prefix, prefix) == 0)
      return scope->uri;
  }
  return prefix == NULL ? TL_XML_NAMESPACE : NULL;
}

/* Declares @prefix unless it already means @uri here. */
static void
need (TlXmlForeign  *foreign,
      const xmlChar *prefix,
      const xmlChar *uri)
{
  const char *name = (const char *) prefix;
  const char *value = uri != NULL ? (const char *) uri : "";
  Scope scope = { g_strdup (name), g_strdup (value), foreign->depth };

  if (g_strcmp0 (scope_uri (foreign, name), value) == 0 || g_strcmp0 (name, "xml") == 0) {
    scope_clear (&scope);
    return;
  }
  g_string_append (foreign->text, name != NULL ? " xmlns:" : " xmlns");
  if (name != NULL)
    g_string_append (foreign->text, name);
  g_string_append (foreign->text, "=\"");
  tl_xml_append_attribute (foreign->text, value);
  g_string_append_c (foreign->text, '"');
  g_array_append_val (foreign->scopes, scope);
}

static void
append_name (TlXmlForeign  *foreign,
             const xmlChar *prefix,
             const xmlChar *name)
{
  if (prefix != NULL) {
    g_string_append (foreign->text, (const char *) prefix);
    g_string_append_c (foreign->text, ':');
  }
  g_string_append (foreign->text, (const char *) name);
}

static void
append_attribute (TlXmlForeign   *foreign,
                  const xmlChar **attribute)
{
  g_string_append_c (foreign->text, ' ');
  append_name (foreign, attribute[1], attribute[0]);
  g_string_append (foreign->text, "=\"");
  g_string_truncate (foreign->scratch, 0);
  g_string_append_len (foreign->scratch, (const char *) attribute[3], attribute[4] - attribute[3]);
  tl_xml_append_attribute (foreign->text, foreign->scratch->str);
  g_string_append_c (foreign->text, '"');
}

static void
close_tag (TlXmlForeign *foreign)
{
  if (foreign->in_tag)
    g_string_append_c (foreign->text, '>');
  foreign->in_tag = FALSE;
}

void
tl_xml_foreign_start (TlXmlForeign   *foreign,
                      const xmlChar  *name,
                      const xmlChar  *prefix,
                      const xmlChar  *uri,
                      int             n_namespaces,
                      const xmlChar **namespaces,
                      int             n_attributes,
                      const xmlChar **attributes)
{
  close_tag (foreign);
  foreign->depth++;
  g_string_append_c (foreign->text, '<');
  append_name (foreign, prefix, name);
  need (foreign, prefix, uri);
  /* What nothing seems to use may still be used by a value, as in xsi:type. */
  for (int i = 0; i < n_namespaces; i++)
    need (foreign, namespaces[2 * i], namespaces[2 * i + 1]);
  for (int i = 0; i < n_attributes; i++) {
    if (attributes[5 * i + 1] != NULL)
      need (foreign, attributes[5 * i + 1], attributes[5 * i + 2]);
  }
  for (int i = 0; i < n_attributes; i++)
    append_attribute (foreign, &attributes[5 * i]);
  foreign->in_tag = TRUE;
}

static void
drop_scopes (TlXmlForeign *foreign)
{
  guint n = foreign->scopes->len;

  while (n > 0 && g_array_index (foreign->scopes, Scope, n - 1).depth >= foreign->depth)
    n--;
  g_array_set_size (foreign->scopes, n);
}

void
tl_xml_foreign_end (TlXmlForeign  *foreign,
                    const xmlChar *name,
                    const xmlChar *prefix)
{
  if (foreign->in_tag) {
    g_string_append (foreign->text, "/>");
    foreign->in_tag = FALSE;
  } else {
    g_string_append (foreign->text, "</");
    append_name (foreign, prefix, name);
    g_string_append_c (foreign->text, '>');
  }
  drop_scopes (foreign);
  foreign->depth--;
}

void
tl_xml_foreign_characters (TlXmlForeign *foreign,
                           const char   *text,
                           gsize         length)
{
  close_tag (foreign);
  for (gsize i = 0; i < length; i++) {
    if (text[i] == '"')   /* so that a quote in the text always ends an attribute */
      g_string_append (foreign->text, "&quot;");
    else if (text[i] == '&')
      g_string_append (foreign->text, "&amp;");
    else if (text[i] == '<')
      g_string_append (foreign->text, "&lt;");
    else if (text[i] == '>')
      g_string_append (foreign->text, "&gt;");
    else if (text[i] == '\r')
      g_string_append (foreign->text, "&#13;");
    else
      g_string_append_c (foreign->text, text[i]);
  }
}

void
tl_xml_foreign_comment (TlXmlForeign *foreign,
                        const char   *text)
{
  close_tag (foreign);
  g_string_append_printf (foreign->text, "<!--%s-->", text);
}

void
tl_xml_foreign_instruction (TlXmlForeign *foreign,
                            const char   *target,
                            const char   *data)
{
  close_tag (foreign);
  if (data != NULL && *data != '\0')
    g_string_append_printf (foreign->text, "<?%s %s?>", target, data);
  else
    g_string_append_printf (foreign->text, "<?%s?>", target);
}

void
tl_xml_foreign_attribute (TlXmlForeign   *foreign,
                          const xmlChar **attribute)
{
  need (foreign, attribute[1], attribute[2]);
  append_attribute (foreign, attribute);
}

void
tl_xml_foreign_declare (TlXmlForeign  *foreign,
                        const xmlChar *prefix,
                        const xmlChar *uri)
{
  if (prefix != NULL && strcmp ((const char *) uri, TL_XML_NAMESPACE) != 0)
    need (foreign, prefix, uri);
}

void
tl_xml_foreign_take (TlXmlForeign *foreign,
                     GString      *out)
{
  g_string_append_len (out, foreign->text->str, (gssize) foreign->text->len);
  foreign->taken += foreign->text->len;
  g_string_truncate (foreign->text, 0);
  g_array_set_size (foreign->scopes, 0);
}
