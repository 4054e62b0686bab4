/* test-xml-write.c - the same chart gives the same bytes, a small change a small difference. */
#include "xml-support.h"

#include <string.h>

#include "document/xml-write.h"
#include "locales.h"

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

/* A locale with a decimal comma changes nothing. */
static void
test_locale (void)
{
  g_autofree char *text = tl_test_every_field ();

  if (!tl_test_begin_locale ("de_DE"))
    return;
  {
    g_autoptr (TlChart) chart = tl_test_read (text);
    g_autofree char *written = tl_xml_write (chart, NULL);

    g_assert_cmpstr (written, ==, text);
  }
  tl_test_end_locale ();
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
  { "no-namespace-inside", "", "", "<a:z xmlns:a='u'><y xmlns='' k='&lt;&amp;&quot;&#10;'/></a:z>",
    { "<a:z xmlns:a=\"u\"><y xmlns=\"\" k=\"&lt;&amp;&quot;&#10;\"/></a:z>", "" } },
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

/* The same on texts, in the order of the fields. */
static const struct {
  const char *name;
  const char *root;       /* attributes of the root */
  const char *content;    /* of the step */
  const char *expected;   /* lines of the step */
} on_texts[] = {
  { "attributes", "", "<label xmlns:a='urn:a' a:x='1' xml:lang='en'>L</label>",
    "    <label xmlns:a=\"urn:a\" a:x=\"1\" xml:lang=\"en\">L</label>\n  </step>" },
  { "elements", "", "<label>L<z xmlns='urn:z'><y/>t</z></label>",
    "    <label>L<z xmlns=\"urn:z\"><y/>t</z></label>\n  </step>" },
  { "after-the-text", "", "<label xmlns:a='u'>L<a:one/>\" &amp;<a:two><!--d--></a:two> M</label>",
    "    <label>L\" &amp; M<a:one xmlns:a=\"u\"/><a:two xmlns:a=\"u\"><!--d--></a:two></label>\n" },
  { "remarks", "", "<label><!-- > c -->L<?do it > now?></label>",
    "    <label>L<!-- > c --><?do it > now?></label>\n  </step>" },
  { "without-text", "", "<label>L</label><how xmlns:a='u' a:x='1'/><tell><a:z xmlns:a='u'/></tell>",
    "    <tell><a:z xmlns:a=\"u\"/></tell>\n"
    "    <how xmlns:a=\"u\" a:x=\"1\"></how>\n  </step>" },
  { "in-order-of-fields", " xmlns:a='u'",
    "<how a:x='3'>H</how><label a:x='1'>L</label><tell a:x='2'>T</tell>",
    "    <label a:x=\"1\">L</label>\n    <tell a:x=\"2\">T</tell>\n"
    "    <how a:x=\"3\">H</how>\n  </step>" },
  { "declared-at-root", " xmlns:a='u'", "<label a:x='1'>L<a:z/></label>",
    "    <label a:x=\"1\">L<a:z/></label>\n  </step>" },
  { "prefix-with-two-meanings", " xmlns:a='u'",
    "<label xmlns:a='w' a:x='1'>L<z xmlns='z' xmlns:a='u' a:q='1'/></label><how a:x='1'>H</how>",
    "    <label xmlns:a=\"w\" a:x=\"1\">L<z xmlns=\"z\" xmlns:a=\"u\" a:q=\"1\"/></label>\n"
    "    <how a:x=\"1\">H</how>\n" },
  { "beside-the-record's", " xmlns:a='u'", "<a:y/><label a:x='1'>L</label><touchpoint channel='web' "
    "name='W'/><a:z/>",
    "    <label a:x=\"1\">L</label>\n    <touchpoint channel=\"web\" name=\"W\"/>\n"
    "    <a:y/>\n    <a:z/>\n  </step>" },
};

static char *
write_on_text (guint i)
{
  g_autofree char *text =
    g_strdup_printf ("<chart xmlns='urn:throughline:chart:1'%s format='1.0' title='T' service='S' "
                     "currency='EUR'><lane id='l' name='L' band='onstage'/><phase id='p' name='P'/>"
                     "<step id='s' kind='action' lane='l' phase='p'>%s</step></chart>",
                     on_texts[i].root, on_texts[i].content);
  g_autoptr (TlChart) chart = tl_test_read (text);

  return tl_xml_write (chart, NULL);
}

static void
test_on_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (on_texts); i++) {
    g_autofree char *once = write_on_text (i);
    g_autoptr (TlChart) again = tl_test_read (once);
    g_autofree char *twice = tl_xml_write (again, NULL);

    g_test_message ("%s: %s", on_texts[i].name, once);
    g_assert_nonnull (strstr (once, on_texts[i].expected));
    g_assert_cmpstr (once, ==, twice);
  }
}

/* What stands on a text stays when the text changes, and goes along with its record. */
static void
test_on_text_of_changed (void)
{
  g_autofree char *once = write_on_text (0);
  g_autofree char *other = tl_test_replace (once, "a:x=\"1\"", "a:x=\"2\"");
  g_autoptr (TlChart) chart = tl_test_read (once);
  g_autoptr (TlChart) differs = tl_test_read (other);
  g_autoptr (TlRecord) copy = tl_record_copy (tl_chart_nth (chart, TL_RECORD_STEP, 0));
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;
  TlStep *step;

  g_assert_false (tl_chart_equal (chart, differs));
  g_assert_true (tl_record_equal (copy, tl_chart_nth (chart, TL_RECORD_STEP, 0)));
  g_assert_false (tl_record_equal (copy, tl_chart_nth (differs, TL_RECORD_STEP, 0)));

  tl_chart_begin (chart, "Relabel");
  step = tl_chart_edit (chart, tl_chart_find (chart, "s"));
  tl_text_set (&step->label, "New");
  tl_text_set (&step->head.foreign_texts, NULL);
  tl_chart_abort (chart);
  tl_chart_begin (chart, "Relabel");
  step = tl_chart_edit (chart, tl_chart_find (chart, "s"));
  tl_text_set (&step->label, "New");
  g_assert_true (tl_chart_commit (chart, NULL));
  changed = tl_xml_write (chart, NULL);
  g_assert_nonnull (strstr (changed, "    <label xmlns:a=\"urn:a\" a:x=\"1\" xml:lang=\"en\">New<"));
  tl_chart_undo (chart);
  undone = tl_xml_write (chart, NULL);
  g_assert_cmpstr (undone, ==, once);
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

/* A record may give a prefix of the root another meaning, also for what is in its text. */
static void
test_two_meanings_in_content (void)
{
  g_autofree char *text = tl_test_every_field ();
  g_autofree char *changed = tl_test_replace (text, "Second desk at noon</safeguard>",
                                              "Second desk<z xmlns=\"urn:z\" xmlns:v=\""
                                              "urn:example:view\" v:q=\"1\"/></safeguard>");
  g_autofree char *twice = tl_test_replace (changed, "<safeguard type=\"prevent\"",
                                            "<safeguard xmlns:v=\"urn:v\" v:p=\"1\" "
                                            "type=\"prevent\"");
  g_autoptr (TlChart) chart = tl_test_read (twice);
  g_autofree char *written = tl_xml_write (chart, NULL);
  g_autoptr (TlChart) again = tl_test_read (written);

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
  g_test_add_func ("/xml-write/foreign-on-texts", test_on_texts);
  g_test_add_func ("/xml-write/foreign-on-text-of-changed", test_on_text_of_changed);
  g_test_add_func ("/xml-write/foreign-in-content", test_foreign_in_content);
  g_test_add_func ("/xml-write/two-meanings-in-content", test_two_meanings_in_content);
  return g_test_run ();
}
