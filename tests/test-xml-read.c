/* test-xml-read.c - what is read, and what is said about files that cannot be. */
#include "xml-support.h"

#include <glib/gstdio.h>
#include <string.h>

#include "document/xml-write.h"

/* Each row changes one or two places of the chart that uses every field. */
typedef struct {
  const char *name;
  const char *from, *to;
  const char *from2, *to2;
  const char *expected;    /* "LINE RULE\n" for each problem */
  const char *message;     /* part of the first message */
} Row;

static const Row rows[] = {
  { "unknown-attribute", "kind=\"wait\"", "kind=\"wait\" colour=\"red\"", NULL, NULL,
    "36 X03\n", "no attribute “colour”" },
  { "unknown-element", "    <how>Use", "    <why>?</why>\n    <how>Use", NULL, NULL,
    "42 X03\n", "cannot hold <why>" },
  { "field-as-element", "    <how>Use", "    <row>1</row>\n    <how>Use", NULL, NULL,
    "42 X03\n", "cannot hold <row>" },
  { "element-as-attribute", "kind=\"decision\"", "kind=\"decision\" how=\"x\"", NULL, NULL,
    "48 X03\n", "no attribute “how”" },
  { "our-prefix", "xmlns:v=", "xmlns:t=\"urn:throughline:chart:1\" t:note=\"x\" xmlns:v=",
    NULL, NULL, "14 X03\n", "no attribute “note”" },
  { "misplaced-child", "  <tier id=\"t1\"", "  <action/>\n  <tier id=\"t1\"", NULL, NULL, "21 X03\n", "cannot hold <action>" },
  { "element-twice", "    <effect>", "    <effect>One</effect>\n    <effect>", NULL, NULL,
    "86 X03\n", "for the second time" },
  { "attributes-on-text", "<effect>", "<effect lang=\"en\" v:a=\"1\" xml:lang=\"en\" b=\"2\">", NULL,
    NULL, "85 X03\n85 X03\n", "has no attribute “lang”" },
  { "attribute-on-text", "<effect>", "<effect lang=\"en\">", NULL, NULL, "85 X03\n",
    "<effect> has no attribute “lang”. Remove" },
  { "element-in-text", "Customer leaves", "Customer <b>leaves</b>", NULL, NULL, "85 X03\n",
    "write < as &lt;" },
  { "no-namespace", "    <effect>", "    <step xmlns=\"\"><id/></step>\n    <effect>", NULL, NULL,
    "85 X03\n", "cannot hold <step>, which has no namespace. Remove xmlns=\"\"" },
  { "no-namespace-in-text", "Customer leaves", "Customer <b xmlns=\"\">leaves</b>", NULL, NULL,
    "85 X03\n", "cannot hold <b>, which has no namespace" },
  { "nothing-but-foreign-in-text", "Paper missing", "<v:b>Paper missing</v:b>", NULL, NULL,
    "91 S16\n", NULL },
  { "stray-text", "    <effect>", "    stray\n    <effect>", NULL, NULL, "86 X03\n",
    "text outside of its elements" },
  { "bad-word", "kind=\"wait\"", "kind=\"wayt\"", NULL, NULL, "36 X04\n",
    "start, action, decision" },
  { "bad-seconds", "touch=\"45\"", "touch=\"45s\"", NULL, NULL, "40 X04\n",
    "whole number of seconds" },
  { "bad-int", "gap=\"3\"", "gap=\"high\"", NULL, NULL, "83 X04\n", "whole number" },
  { "huge-int", "touch=\"45\"", "touch=\"99999999999\"", NULL, NULL, "40 X04\n", "whole number" },
  { "bad-money", "cost=\"0.35\"", "cost=\"0.355\"", NULL, NULL, "40 X04\n", "at most 2 digits" },
  { "bad-number", "p=\"0.02\"", "p=\"2e-2\"", NULL, NULL, "83 X04\n", "such as 0.25" },
  { "decimal-comma", "p=\"0.02\"", "p=\"0,02\"", NULL, NULL, "83 X04\n", "such as 0.25" },
  { "bad-bool", "moment-of-truth=\"true\"", "moment-of-truth=\"yes\"", NULL, NULL, "40 X04\n",
    "true or false" },
  { "bad-date", "revised=\"2026-09-01\"", "revised=\"2026-02-30\"", NULL, NULL, "13 X04\n",
    "such as 2026-11-22" },
  { "bad-list", "counts=\"0 0 0 0 1 2 1\"", "counts=\"0 0 0 0 1 2 x\"", NULL, NULL, "78 X04\n",
    "whole numbers" },
  { "bad-reference", "at=\"c5\"", "at=\"5 5\"", NULL, NULL, "90 X04\n", "must be an id" },
  { "no-id", "<step id=\"s2\" kind=\"wait\"", "<step kind=\"wait\"", NULL, NULL,
    "36 X05\n54 S03\n55 S03\n63 S03\n64 S03\n70 S03\n", "no id" },
  { "bad-id", "<item id=\"i1\"", "<item id=\"1 i\"", NULL, NULL, "105 S02\n", NULL },
  { "id-twice", "<item id=\"i1\"", "<item id=\"r1\"", NULL, NULL, "105 S02\n", "r1" },
  { "second-economics", "  <weights", "  <economics cases=\"1\"/>\n  <weights", NULL, NULL,
    "20 S02\n", NULL },
  { "nothing-there", "lane=\"l-desk\" phase=\"p1\" column=\"3\"",
    "lane=\"l-desc\" phase=\"p1\" column=\"3\"", NULL, NULL, "48 S03\n",
    "refers to l-desc, which does not exist" },
  { "nothing-in-list", "steps=\"s2 s3\"", "steps=\"s2 s33 s3\"", NULL, NULL, "64 S03\n", "s33" },
  { "wrong-kind", "at=\"c5\"", "at=\"t1\"", NULL, NULL, "90 S03\n", NULL },
  { "no-outcome", " outcome=\"resolved\"", "", NULL, NULL, "51 S05\n", NULL },
  { "out-of-range", "S=\"6\"", "S=\"11\"", NULL, NULL, "83 S09\n", "between 1 and 10" },
  { "attribute-line", "scale=\"7\"", "scale=\"6\"", "tolerance=\"600\"", "tolerance=\"-1\"",
    "9 S09\n10 S09\n78 S14\n", NULL },
  { "element-line", "<effect>Customer leaves", "<effect>Bell \xe2\x80\xa8\x7f", NULL, NULL,
    "85 S16\n", NULL },
  { "empty-title", "<title>Paper missing</title>", "<title/>", NULL, NULL, "91 S16\n", NULL },
  { "several", "kind=\"wait\"", "kind=\"wayt\"", "p=\"0.02\"", "p=\"x\"",
    "36 X04\n83 X04\n", NULL },
  { "broken-after-others", "kind=\"wait\"", "kind=\"wayt\"", "    <how>Use", "    <hw>Use",
    "36 X04\n42 X03\n43 X01\n", NULL },
  { "prefix-not-declared", "    <how>Use", "    <x:y/>\n    <how>Use", NULL, NULL,
    "42 X01\n", "x" },
  { "newer", "format=\"1.0\"", "format=\"2.0\"", NULL, NULL, "2 S01\n", "newer version" },
  { "older", "format=\"1.0\"", "format=\"0.9\"", NULL, NULL, "2 S01\n", "older version" },
  { "no-format", " format=\"1.0\"", "", NULL, NULL, "2 S01\n", "does not say its format" },
  { "strange-format", "format=\"1.0\"", "format=\"one\"", NULL, NULL, "2 S01\n",
    "“one”, cannot be understood" },
  { "other-namespace", "urn:throughline:chart:1", "urn:throughline:chart:7", NULL, NULL,
    "2 S01\n", "not a service flowchart" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *text = tl_test_every_field ();
  g_autofree char *once = tl_test_replace (text, row->from, row->to);
  g_autofree char *twice = row->from2 != NULL ? tl_test_replace (once, row->from2, row->to2)
                                              : g_strdup (once);
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autofree char *found = NULL;
  g_autofree char *messages = NULL;

  g_assert_null (tl_xml_read (twice, strlen (twice), "a.throughline", problems));
  found = tl_test_problems (problems, FALSE);
  messages = tl_test_problems (problems, TRUE);
  g_test_message ("%s", messages);
  g_assert_cmpstr (found, ==, row->expected);
  if (row->message != NULL)
    g_assert_nonnull (strstr (messages, row->message));
  g_assert_true (g_str_has_prefix (messages, "a.throughline:"));
}

static void
test_good (void)
{
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (TlChart) chart = tl_test_read (text);
  const TlChartInfo *info = tl_chart_info (chart);
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, tl_chart_find (chart, "s3"));
  const TlRecovery *recovery = TL_CHART_NTH (chart, RECOVERY, TlRecovery, 0);

  g_assert_cmpstr (info->title, ==, "Every field");
  g_assert_cmpstr (info->service, ==, "Tests & trials");
  g_assert_cmpstr (info->note, ==, "Two lines\nof a note");
  g_assert_cmpstr (step->label, ==, "Greets <and> asks");
  g_assert_cmpint (step->cost, ==, 35);
  g_assert_cmpuint (step->head.children.n, ==, 2);
  g_assert_cmpstr (step->head.foreign_attributes, ==,
                   " xmlns:v=\"urn:example:view\" v:colour=\"blue\"");
  g_assert_cmpuint (recovery->failures.n, ==, 2);
  g_assert_cmpint (recovery->resume.how, ==, TL_RESUME_STEP);
  g_assert_cmpuint (recovery->resume.step, ==, step->head.id);
  g_assert_false (tl_chart_is_open (chart));
  g_assert_false (tl_chart_can_undo (chart));
}

/* An id that a list names again counts once, whether its record came already or not. */
static void
test_repeated_ids (void)
{
  static const char text[] =
    "<chart xmlns='urn:throughline:chart:1' format='1.0' title='T' service='S' currency='EUR'>"
    "<expectation id='e' dimension='empathy' source='survey' importance='3' steps='b a b b a'>"
    "<text>T</text></expectation>"
    "<lane id='l' name='L' band='onstage'/><phase id='p' name='P' columns='2'/>"
    "<step id='a' kind='action' lane='l' phase='p'><label>A</label></step>"
    "<step id='b' kind='action' lane='l' phase='p' column='1'><label>B</label></step>"
    "<item id='i' about='a a b l a'><text>T</text></item></chart>";
  g_autoptr (TlChart) chart = tl_test_read (text);
  g_autofree char *written = tl_xml_write (chart, NULL);

  g_assert_nonnull (strstr (written, "steps=\"b a\""));
  g_assert_nonnull (strstr (written, "about=\"a b l\""));
}

/* Every field of every class is used by the test chart, so nothing goes untested. */
static void
test_covers_all (void)
{
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (TlChart) chart = tl_test_read (text);

  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get ((TlRecordKind) kind);

    for (guint i = 0; i < klass->n_fields; i++) {
      gboolean used = FALSE;

      for (guint n = 0; n < tl_chart_n (chart, (TlRecordKind) kind); n++)
        used |= !tl_field_is_unset (&klass->fields[i],
                                    tl_chart_nth (chart, (TlRecordKind) kind, n));
      if (!used)
        g_error ("%s of %s is not used", klass->fields[i].xml, klass->xml);
    }
  }
}

/* Tabs of texts become spaces, wherever a text stands and however they are written. */
static void
test_tabs (void)
{
  g_autofree char *text = tl_test_every_field ();
  g_autofree char *titled = tl_test_replace (text, "title=\"Every field\"",
                                             "title=\"Every\tfield&#9;&amp;&#9;more\"");
  g_autofree char *tabbed = tl_test_replace (titled, "<label>Greets &lt;and",
                                             "<label>\tGreets\t\t&#9;&lt;and");
  g_autoptr (TlChart) chart = tl_test_read (tabbed);
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, tl_chart_find (chart, "s3"));

  g_assert_cmpstr (tl_chart_info (chart)->title, ==, "Every field & more");
  g_assert_cmpstr (step->label, ==, " Greets   <and> asks");
}

/* References may lead forward, in any order of the elements. */
static void
test_any_order (void)
{
  static const char text[] =
    "<c:chart xmlns:c='urn:throughline:chart:1' format='1.0' title='T' service='S' currency='EUR'>"
    "<c:connector id='c' from='b' to='a'/>"
    "<c:step id='b' kind='action' lane='l' phase='p' column=' 1 '><c:label>B</c:label></c:step>"
    "<c:step id='a' kind='action' lane='l' phase='p'><c:label>A</c:label></c:step>"
    "<c:phase id='p' name='P' columns='2'/><c:lane id='l' name='L' band='onstage'/></c:chart>";
  g_autoptr (TlChart) chart = tl_test_read (text);
  const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, 0);

  g_assert_cmpuint (connector->from, ==, tl_chart_find (chart, "b"));
  g_assert_cmpuint (connector->to, ==, tl_chart_find (chart, "a"));
  g_assert_cmpint (TL_CHART_NTH (chart, STEP, TlStep, 0)->column, ==, 1);
}

/* A planted older format, in which steps were boxes and lanes had no band. */
static void
migrate_element (TlXmlElement *element)
{
  if (strcmp (element->name, "box") == 0) {
    TlXmlAttribute *column = tl_xml_element_find (element, "x");

    g_assert_cmpstr (element->parent, ==, "chart");
    g_free (element->name);
    element->name = g_strdup ("step");
    g_free (column->name);
    column->name = g_strdup ("column");
    tl_xml_element_drop (element, "colour");
  } else if (strcmp (element->name, "lane") == 0) {
    tl_xml_element_add (element, "band", "customer");
  } else if (strcmp (element->name, "viewport") == 0) {
    g_clear_pointer (&element->name, g_free);
  } else if (strcmp (element->name, "chart") == 0) {
    g_assert_null (element->parent);
    tl_xml_element_add (element, "currency", "EUR");
  }
}

static void
migrate_chart (TlChart *chart)
{
  TlLane *lane = tl_chart_edit (chart, tl_chart_find (chart, "l"));

  lane->band = TL_BAND_BACKSTAGE;
}

static void
must_not_run (TlXmlElement *element)
{
  g_assert_not_reached ();
}

static void
test_migration (void)
{
  static const char text[] =
    "<chart xmlns='urn:throughline:chart:1' xmlns:v='urn:v' format='0.9' title='T' service='S'>\n"
    "<viewport><x/></viewport><lane id='l' name='L'/><phase id='p' name='P' columns='9'/>\n"
    "<box id='a' kind='action' lane='l' phase='p' x='4' colour='red' v:k='1'>"
    "<label>A</label></box>\n"
    "</chart>";
  static const TlXmlMigration migrations[] = {
    { 0, 8, must_not_run, NULL },
    { 0, 9, migrate_element, NULL },
    { 0, 10, NULL, migrate_chart },
  };
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = tl_xml_read_with (text, strlen (text), "test", migrations,
                                                G_N_ELEMENTS (migrations), problems);
  g_autofree char *list = tl_test_problems (problems, TRUE);
  const TlStep *step;

  g_assert_cmpstr (list, ==, "");
  g_assert_nonnull (chart);
  step = TL_CHART_NTH (chart, STEP, TlStep, 0);
  g_assert_cmpint (step->column, ==, 4);
  g_assert_cmpstr (step->label, ==, "A");
  g_assert_cmpstr (step->head.foreign_attributes, ==, " xmlns:v=\"urn:v\" v:k=\"1\"");
  g_assert_cmpint (TL_CHART_NTH (chart, LANE, TlLane, 0)->band, ==, TL_BAND_BACKSTAGE);
  g_assert_cmpstr (tl_chart_info (chart)->currency, ==, "EUR");
}

/* A migration leaves files of today's format alone. */
static void
test_migration_not_needed (void)
{
  static const TlXmlMigration migrations[] = { { 0, 9, must_not_run, NULL } };
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = tl_xml_read_with (text, strlen (text), "test", migrations, 1,
                                                problems);

  g_assert_nonnull (chart);
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-read-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = NULL;
  g_autofree char *found = NULL;
  TlFileStamp stamp, now;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  chart = tl_xml_read_file (path, &stamp, problems);
  g_assert_nonnull (chart);
  g_assert_true (tl_file_stamp_read (path, &now, NULL));
  g_assert_true (tl_file_stamp_equal (&stamp, &now));
  g_unlink (path);

  g_assert_null (tl_xml_read_file (path, NULL, problems));
  g_assert_null (tl_xml_read_file (folder, NULL, problems));
  g_assert_null (tl_xml_read_file ("/dev/null", NULL, problems));
  found = tl_test_problems (problems, FALSE);
  g_assert_cmpstr (found, ==, "0 X00\n0 X00\n0 X01\n");
  g_rmdir (folder);
}

/* Steps of a small chart, cells given or not, and the columns they come to stand in. */
static void
test_no_cells (void)
{
  static const struct {
    const char *columns, *first, *second, *third;   /* of the phase, and attributes of steps */
    const char *found;                              /* columns of the steps, or a rule */
  } cells[] = {
    { "", "lane=\"a\"", "lane=\"a\"", "lane=\"b\"", "0 1 2 of 3" },
    { " columns=\"7\"", "lane=\"a\"", "lane=\"a\"", "lane=\"b\"", "0 1 2 of 7" },
    /* No two would share a cell: nothing needs to be done. */
    { "", "lane=\"a\"", "lane=\"b\"", "lane=\"c\"", "0 0 0 of 1" },
    /* One cell is given, so the file means what it says. */
    { " columns=\"2\"", "lane=\"a\"", "lane=\"a\"", "lane=\"b\" column=\"1\"", "S09" },
    { " columns=\"2\"", "lane=\"a\"", "lane=\"a\" row=\"1\"", "lane=\"b\"", "0 0 0 of 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *text = g_strdup_printf (
      "<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\" title=\"T\" service=\"S\" "
      "currency=\"EUR\"><lane id=\"a\" name=\"A\" band=\"customer\"/>"
      "<lane id=\"b\" name=\"B\" band=\"onstage\"/><lane id=\"c\" name=\"C\" band=\"support\"/>"
      "<phase id=\"p\" name=\"P\"%s/>"
      "<step id=\"s1\" kind=\"action\" phase=\"p\" %s><label>1</label></step>"
      "<step id=\"s2\" kind=\"action\" phase=\"p\" %s><label>2</label></step>"
      "<step id=\"s3\" kind=\"action\" phase=\"p\" %s><label>3</label></step></chart>",
      cells[i].columns, cells[i].first, cells[i].second, cells[i].third);
    g_autoptr (GPtrArray) problems = tl_read_problems_new ();
    g_autoptr (TlChart) chart = tl_xml_read (text, strlen (text), "a", problems);
    g_autofree char *found = NULL;

    if (chart == NULL)
      found = g_strdup (((TlReadProblem *) g_ptr_array_index (problems, 0))->rule);
    else
      found = g_strdup_printf ("%d %d %d of %d", TL_CHART_NTH (chart, STEP, TlStep, 0)->column,
                               TL_CHART_NTH (chart, STEP, TlStep, 1)->column,
                               TL_CHART_NTH (chart, STEP, TlStep, 2)->column,
                               TL_CHART_NTH (chart, PHASE, TlPhase, 0)->columns);
    g_assert_cmpstr (found, ==, cells[i].found);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-read/good", test_good);
  g_test_add_func ("/xml-read/repeated-ids", test_repeated_ids);
  g_test_add_func ("/xml-read/covers-all", test_covers_all);
  g_test_add_func ("/xml-read/tabs", test_tabs);
  g_test_add_func ("/xml-read/any-order", test_any_order);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/xml-read/refused/", rows[i].name, NULL);

    g_test_add_data_func (path, &rows[i], test_row);
  }
  g_test_add_func ("/xml-read/migration", test_migration);
  g_test_add_func ("/xml-read/migration-not-needed", test_migration_not_needed);
  g_test_add_func ("/xml-read/file", test_file);
  g_test_add_func ("/xml-read/no-cells", test_no_cells);
  return g_test_run ();
}
