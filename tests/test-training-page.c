/* test-training-page.c - the page of HTML: whole, strict, and safe whatever a chart says. */
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>

#include "report/training-page.h"
#include "xml-support.h"

#define DOCTYPE "<!DOCTYPE html>\n"

static char *
page_of (const TlChart *chart)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_training_page (chart, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static xmlDocPtr
parse (const char *page)
{
  xmlDocPtr document;

  g_assert_true (g_str_has_prefix (page, DOCTYPE));
  page += strlen (DOCTYPE);
  document = xmlReadMemory (page, (int) strlen (page), "page.html", NULL, XML_PARSE_NONET);
  g_assert_nonnull (document);
  return document;
}

static guint
count (xmlDocPtr   document,
       const char *path)
{
  xmlXPathContextPtr context = xmlXPathNewContext (document);
  xmlXPathObjectPtr found = xmlXPathEvalExpression (BAD_CAST path, context);
  guint n;

  g_assert_nonnull (found);
  n = found->nodesetval != NULL ? (guint) found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return n;
}

/* The text of the first. */
static char *
text_at (xmlDocPtr   document,
         const char *path)
{
  xmlXPathContextPtr context = xmlXPathNewContext (document);
  xmlXPathObjectPtr found = xmlXPathEvalExpression (BAD_CAST path, context);
  xmlChar *content;
  char *text;

  g_assert_true (found != NULL && found->nodesetval != NULL && found->nodesetval->nodeNr > 0);
  content = xmlNodeGetContent (found->nodesetval->nodeTab[0]);
  text = g_strdup ((const char *) content);
  xmlFree (content);
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return text;
}

static void
assert_lets_in (const char *policy,
                const char *what,
                const char *text)
{
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *base64 = NULL, *clause = NULL;

  g_checksum_update (sum, (const guchar *) text, -1);
  g_checksum_get_digest (sum, digest, &length);
  base64 = g_base64_encode (digest, length);
  clause = g_strdup_printf ("%s 'sha256-%s';", what, base64);
  g_assert_nonnull (strstr (policy, clause));
}

/* Every id once, every link to one of them. */
static void
check_links (xmlNodePtr  node,
             GHashTable *ids,
             GPtrArray  *links)
{
  for (; node != NULL; node = node->next) {
    for (xmlAttrPtr attribute = node->type == XML_ELEMENT_NODE ? node->properties : NULL;
         attribute != NULL; attribute = attribute->next) {
      const char *name = (const char *) attribute->name;
      xmlChar *value = xmlNodeGetContent ((xmlNodePtr) attribute);

      g_assert_false (g_str_has_prefix (name, "on"));
      g_assert_cmpstr (name, !=, "style");
      g_assert_cmpstr (name, !=, "src");
      if (g_str_equal (name, "id"))
        g_assert_true (g_hash_table_add (ids, g_strdup ((const char *) value)));
      if (g_str_equal (name, "href"))
        g_ptr_array_add (links, g_strdup ((const char *) value));
      xmlFree (value);
    }
    check_links (node->children, ids, links);
  }
}

static void
check_page (const TlChart *chart)
{
  g_autofree char *page = page_of (chart), *policy = NULL, *style = NULL, *script = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  xmlDocPtr document = parse (page);

  policy = text_at (document, "//meta[@http-equiv='Content-Security-Policy']/@content");
  style = text_at (document, "/html/head/style");
  script = text_at (document, "/html/body/script");
  g_assert_true (g_str_has_prefix (policy, "default-src 'none';"));
  g_assert_null (strstr (policy, "unsafe"));
  assert_lets_in (policy, "script-src", script);
  assert_lets_in (policy, "style-src", style);
  g_assert_cmpuint (count (document, "//script"), ==, 1);
  g_assert_cmpuint (count (document, "//style"), ==, 1);
  g_assert_cmpuint (count (document, "//*[local-name()='svg']"), ==, 1);
  g_assert_cmpuint (count (document, "//img | //link | //iframe | //object | //base"), ==, 0);
  g_assert_cmpuint (count (document, "//article"), ==, tl_chart_n (chart, TL_RECORD_STEP));
  check_links (xmlDocGetRootElement (document), ids, links);
  for (guint i = 0; i < links->len; i++) {
    const char *link = links->pdata[i];

    g_assert_true (*link == '#' && g_hash_table_contains (ids, link + 1));
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const char *id = TL_CHART_NTH (chart, STEP, TlStep, i)->head.name;
    g_autofree char *card = g_strconcat ("card:", id, NULL);

    g_assert_true (g_hash_table_contains (ids, id));
    g_assert_true (g_hash_table_contains (ids, card));
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    g_autofree char *id =
      g_strconcat ("failure:", TL_CHART_NTH (chart, FAILURE, TlFailure, i)->head.name, NULL);

    g_assert_true (g_hash_table_contains (ids, id));
  }
  xmlFreeDoc (document);
}

static void
test_example (gconstpointer name)
{
  g_autoptr (TlChart) chart = tl_test_read_example (name);
  g_autofree char *page = page_of (chart);
  xmlDocPtr document = parse (page);

  check_page (chart);
  g_assert_cmpuint (count (document, "//header/p[starts-with(., ../h1)]"), ==, 0);
  xmlFreeDoc (document);
}

/* What a chart says stays words, wherever it stands. */
static void
test_hostile (void)
{
  static const char nasty[] = "</script></title></style><img src=x onerror='go()'>\"'&amp;{n}";
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  g_autofree char *page = NULL, *title = NULL, *label = NULL;
  g_autoptr (GError) error = NULL;
  xmlDocPtr document;
  guint n = 0;

  tl_chart_begin (chart, "Fill");
  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get (kind);

    for (guint i = 0; i < tl_chart_n (chart, kind); i++) {
      TlId id = tl_chart_nth (chart, kind, i)->id;

      for (guint k = 0; k < klass->n_fields; k++) {
        const TlField *field = &klass->fields[k];
        gpointer record;

        if (field->type != TL_FIELD_TEXT || (gsize) field->max < strlen (nasty) ||
            g_str_equal (field->xml, "currency") || g_str_equal (field->xml, "rule"))
          continue;
        record = tl_chart_edit (chart, id);
        if (TL_FIELD_AT (record, field, char *) != NULL)
          tl_text_set (&TL_FIELD_AT (record, field, char *), nasty);
        n++;
      }
    }
  }
  tl_chart_commit (chart, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 40);
  check_page (chart);
  page = page_of (chart);
  document = parse (page);
  title = text_at (document, "/html/head/title");
  label = text_at (document, "//article/h2/text()");
  g_assert_cmpstr (title, ==, nasty);
  g_assert_cmpstr (label, ==, nasty);
  xmlFreeDoc (document);
}

/* The same chart makes the same bytes. */
static void
test_same (void)
{
  g_autoptr (TlChart) chart = tl_test_read_example ("online-order");
  g_autofree char *once = page_of (chart), *twice = page_of (chart);

  g_assert_cmpstr (once, ==, twice);
}

int
main (int    argc,
      char **argv)
{
  static const char * const examples[] = {
    "appliance-repair", "corner-shoeshine", "hotel-check-in", "online-order",
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    g_autofree char *path = g_strconcat ("/training-page/example/", examples[i], NULL);

    g_test_add_data_func (path, examples[i], test_example);
  }
  g_test_add_func ("/training-page/hostile", test_hostile);
  g_test_add_func ("/training-page/same", test_same);
  return g_test_run ();
}
