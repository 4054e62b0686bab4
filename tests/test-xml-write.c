/* test-xml-write.c - the same chart gives the same bytes, a small change a small difference. */
#include "xml-support.h"

#include <locale.h>
#include <string.h>

#include "document/xml-write.h"

static void
test_canonical (void)
{
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (TlChart) chart = tl_test_read (text);
  gsize length;
  g_autofree char *once = tl_xml_write (chart, &length);
  g_autofree char *twice = tl_xml_write (chart, NULL);
  g_autoptr (TlChart) again = NULL;

  g_assert_cmpstr (once, ==, text);
  g_assert_cmpuint (length, ==, strlen (text));
  g_assert_cmpstr (once, ==, twice);
  again = tl_test_read (once);
  g_assert_true (tl_chart_equal (chart, again));
}

/* Another way to write the same chart is not kept: one form, whatever came in. */
static void
test_normalised (void)
{
  static const char text[] =
    "<?xml version='1.0'?><!-- lost --><chart format='1.0' xmlns='urn:throughline:chart:1' "
    "service='S&#9;&quot;&gt;' title='T' state='as-is' scale='5' currency='JPY'>"
    "<phase name='P' id='p' columns='1'/><lane band='onstage' id='l' name='L'/>"
    "<step kind='action' touch='007' cost='+12' phase='p' lane='l' id='s'>\n\n"
    "<how><![CDATA[a<b&c]]> &#13;</how><label> L </label></step></chart>";
  static const char expected[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\"\n"
    "       title=\"T\"\n"
    "       service=\"S \"\"\n"
    "       currency=\"JPY\">\n"
    "  <lane id=\"l\" name=\"L\" band=\"onstage\"/>\n"
    "  <phase id=\"p\" name=\"P\"/>\n"
    "  <step id=\"s\" kind=\"action\" lane=\"l\" phase=\"p\" touch=\"7\" cost=\"12\">\n"
    "    <label> L </label>\n"
    "    <how>a&lt;b&amp;c </how>\n"
    "  </step>\n"
    "</chart>\n";
  g_autofree char *no_tab = tl_test_replace (text, "S&#9;&quot;&gt;", "S &quot;&gt;");
  g_autofree char *no_return = tl_test_replace (no_tab, "&#13;", "");
  g_autofree char *quoted = tl_test_replace (expected, "S \"\"", "S &quot;&gt;\"");
  g_autoptr (TlChart) chart = tl_test_read (no_return);
  g_autofree char *written = tl_xml_write (chart, NULL);

  g_assert_cmpstr (written, ==, quoted);
}

/* Lines that differ between two texts of as many lines; or -1. */
static int
n_different_lines (const char *a,
                   const char *b)
{
  g_auto (GStrv) x = g_strsplit (a, "\n", -1);
  g_auto (GStrv) y = g_strsplit (b, "\n", -1);
  int n = 0;

  if (g_strv_length (x) != g_strv_length (y))
    return -1;
  for (guint i = 0; x[i] != NULL; i++)
    n += strcmp (x[i], y[i]) != 0;
  return n;
}

static void
test_small_differences (void)
{
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (TlChart) chart = tl_test_read (text);
  g_autofree char *moved = NULL;
  g_autofree char *relabelled = NULL;
  g_autofree char *retitled = NULL;
  TlChartInfo *info;
  TlStep *step;

  tl_chart_begin (chart, "Move");
  step = tl_chart_edit (chart, tl_chart_find (chart, "s3"));
  step->row = 0;
  g_assert_true (tl_chart_commit (chart, NULL));
  moved = tl_xml_write (chart, NULL);
  g_assert_cmpint (n_different_lines (text, moved), ==, 1);

  tl_chart_begin (chart, "Relabel");
  step = tl_chart_edit (chart, tl_chart_find (chart, "s3"));
  tl_text_set (&step->label, "Smiles & asks");
  g_assert_true (tl_chart_commit (chart, NULL));
  relabelled = tl_xml_write (chart, NULL);
  g_assert_cmpint (n_different_lines (moved, relabelled), ==, 1);

  tl_chart_begin (chart, "Retitle");
  info = tl_chart_edit (chart, tl_chart_info (chart)->head.id);
  tl_text_set (&info->title, "New");
  g_assert_true (tl_chart_commit (chart, NULL));
  retitled = tl_xml_write (chart, NULL);
  g_assert_cmpint (n_different_lines (relabelled, retitled), ==, 1);

  tl_chart_undo (chart);
  tl_chart_undo (chart);
  tl_chart_undo (chart);
  g_clear_pointer (&retitled, g_free);
  retitled = tl_xml_write (chart, NULL);
  g_assert_cmpstr (retitled, ==, text);
}

/* A locale with a decimal comma changes nothing; skipped where there is none. */
static void
test_locale (void)
{
  static const char *const names[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "da_DK.UTF-8" };
  g_autofree char *text = tl_test_every_field ();
  const char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && found == NULL; i++)
    found = setlocale (LC_NUMERIC, names[i]);
  if (found == NULL) {
    g_test_skip ("no locale with a decimal comma is installed");
    return;
  }
  {
    g_autoptr (TlChart) chart = tl_test_read (text);
    g_autofree char *written = tl_xml_write (chart, NULL);

    g_assert_cmpstr (written, ==, text);
  }
  setlocale (LC_NUMERIC, "C");
}

/* What other programs put in comes out again, in the place of its record. */
typedef struct {
  const char *name;
  const char *attributes;   /* of the root */
  const char *step;         /* attributes of the step */
  const char *content;      /* in the step, after the label */
  const char *expected[2];  /* both stand in what is written */
} Foreign;

static const Foreign foreign[] = {
  { "declared-at-root", " xmlns:a='urn:a' a:x='1'", " a:y='2'", "<a:z/>",
    { "       xmlns:a=\"urn:a\" a:x=\"1\">", "phase=\"p\" a:y=\"2\">" } },
  { "declared-inside", "", " xmlns:a='urn:a' a:y='2'", "<b xmlns='urn:b'><c/></b>",
    { "phase=\"p\" xmlns:a=\"urn:a\" a:y=\"2\">", "    <b xmlns=\"urn:b\"><c/></b>\n" } },
  { "prefix-with-two-meanings", " xmlns:a='urn:a'", " xmlns:a='urn:b' a:y='2'",
    "<a:z/><x xmlns='urn:x' xmlns:a='urn:a' a:q='1'/>",
    { "phase=\"p\" xmlns:a=\"urn:b\" a:y=\"2\">", "<a:z xmlns:a=\"urn:b\"/>" } },
  { "no-namespace", "", "", "<z xmlns=''><y k='&lt;&amp;&quot;&#10;'/></z>",
    { "<z xmlns=\"\"><y k=\"&lt;&amp;&quot;&#10;\"/></z>", "" } },
  { "ours-inside", "", "", "<z xmlns='urn:z'><step xmlns='urn:throughline:chart:1'/></z>",
    { "<z xmlns=\"urn:z\"><step xmlns=\"urn:throughline:chart:1\"/></z>", "" } },
  { "xml-prefix", "", " xml:lang='en'", "", { "phase=\"p\" xml:lang=\"en\">", "" } },
  { "text", "", "", "<a:z xmlns:a='u'>  \"q\" <![CDATA[<]]>&gt;\n</a:z>",
    { "<a:z xmlns:a=\"u\">  &quot;q&quot; &lt;&gt;\n</a:z>", "" } },
  { "comment-and-instruction", "", "",
    "<!-- > c --><?do it > now?><a:z xmlns:a='u'><!--d--><?e?></a:z>",
    { "    <!-- > c -->\n    <?do it > now?>\n", "    <a:z xmlns:a=\"u\"><!--d--><?e?></a:z>\n" } },
  { "value-that-names-a-prefix", " xmlns:t='urn:t'", "", "<a:z xmlns:a='u' a:type='t:thing'/>",
    { "       xmlns:t=\"urn:t\">", "<a:z xmlns:a=\"u\" a:type=\"t:thing\"/>" } },
};

static void
test_foreign (gconstpointer data)
{
  const Foreign *row = data;
  g_autofree char *text =
    g_strdup_printf ("<chart xmlns='urn:throughline:chart:1'%s format='1.0' title='T' service='S' "
                     "currency='EUR'><lane id='l' name='L' band='onstage'/><phase id='p' name='P'/>"
                     "<step id='s' kind='action' lane='l' phase='p'%s><label>L</label>%s"
                     "<touchpoint channel='web' name='W'/></step></chart>",
                     row->attributes, row->step, row->content);
  g_autoptr (TlChart) chart = tl_test_read (text);
  g_autofree char *once = tl_xml_write (chart, NULL);
  g_autoptr (TlChart) again = tl_test_read (once);
  g_autofree char *twice = tl_xml_write (again, NULL);

  g_test_message ("%s", once);
  g_assert_cmpstr (once, ==, twice);
  g_assert_true (tl_chart_equal (chart, again));
  for (guint i = 0; i < 2; i++)
    g_assert_nonnull (strstr (once, row->expected[i]));
}

/* Content of a record that is itself text stays beside the text. */
static void
test_foreign_in_content (void)
{
  g_autofree char *text = tl_test_every_field ();
  g_autofree char *changed = tl_test_replace (text, "Second desk at noon",
                                              "Second desk<v:mark at=\"1\"/> at noon");
  g_autoptr (TlChart) chart = tl_test_read (changed);
  g_autofree char *once = tl_xml_write (chart, NULL);
  g_autoptr (TlChart) again = tl_test_read (once);

  g_assert_nonnull (strstr (once, ">Second desk at noon<v:mark at=\"1\"/></safeguard>\n"));
  g_assert_true (tl_chart_equal (chart, again));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-write/canonical", test_canonical);
  g_test_add_func ("/xml-write/normalised", test_normalised);
  g_test_add_func ("/xml-write/small-differences", test_small_differences);
  g_test_add_func ("/xml-write/locale", test_locale);
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++) {
    g_autofree char *path = g_strconcat ("/xml-write/foreign/", foreign[i].name, NULL);

    g_test_add_data_func (path, &foreign[i], test_foreign);
  }
  g_test_add_func ("/xml-write/foreign-in-content", test_foreign_in_content);
  return g_test_run ();
}
