/* test-format.c - telling files by their contents, and reading foreign XML safely. */
#include <string.h>
#include <time.h>

#include "document/xml-write.h"
#include "exchange/bpmn.h"
#include "exchange/dom.h"
#include "exchange/format.h"

#define BPMN_NS "http://www.omg.org/spec/BPMN/20100524/MODEL"

static const struct {
  const char *id;      /* NULL = unknown */
  const char *text;
} kinds[] = {
  { "throughline", "<?xml version='1.0'?>\n<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\"/>" },
  { "throughline", "\xef\xbb\xbf<!-- mine --><t:chart xmlns:t = 'urn:throughline:chart:2'/>" },
  { "bpmn", "<definitions xmlns=\"" BPMN_NS "\"/>" },
  { "bpmn", "<!DOCTYPE x [<!ENTITY a '>'>]>\n<b:definitions a='>' xmlns:b=\"" BPMN_NS "\">" },
  { "xml", "<definitions xmlns=\"urn:else\" xmlns:b=\"" BPMN_NS "\">" },
  { "cmmn", "<cmmn:definitions xmlns:cmmn=\"http://www.omg.org/spec/CMMN/20151109/MODEL\"/>" },
  { "dmn", "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/>" },
  { "drawio", "<mxfile host=\"x\"><diagram/></mxfile>" },
  { "drawio", "<mxGraphModel><root/></mxGraphModel>" },
  { "drawio", "<svg xmlns=\"http://www.w3.org/2000/svg\" content=\"&lt;mxfile>\"/>" },
  { "mxlibrary", "<mxlibrary>[]</mxlibrary>" },
  { "svg", "<svg><metadata><chart xmlns=\"urn:throughline:chart:1\"/></metadata></svg>" },
  { "svg-picture", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>" },
  { "graphml", "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"/>" },
  { "dia", "<dia:diagram xmlns:dia=\"http://www.lysator.liu.se/~alla/dia/\"/>" },
  { "xes", "<log xes.version=\"1.0\"><trace/></log>" },
  { "dcr", "<dcrgraph><specification/></dcrgraph>" },
  { "xpdl", "<Package xmlns=\"http://www.wfmc.org/2008/XPDL2.1\"/>" },
  { "html", "<!DOCTYPE html>\n<html><body/></html>" },
  { "gliffy", "{\"contentType\":\"application/gliffy+json\"}" },
  { "json", "  [1, 2]" },
  { "sbp", "version: 1\nkind: cjm\n" },
  { "mermaid", "---\ntitle: A\n---\n%% note\nflowchart LR\n a --> b" },
  { "mermaid", "graph TD\n a --> b" },
  { "mermaid", "swimlane-beta LR\n" },
  { "mermaid-other", "sequenceDiagram\n A->>B: hello" },
  { "mermaid-other", "journey\n title X" },
  { "dot", "// a comment\nstrict digraph G {\n a -> b }" },
  { "dot", "graph LR {\n a -- b\n}" },
  { "plantuml", "@startuml\nstart\n@enduml" },
  { "markdown", "# Title\n\n```mermaid\nflowchart LR\n```\n" },
  { "csv", "Step;Lane\nCall;Clerk\n" },
  { "csv", "# label: %name%\nid,name\n1,a\n" },
  { "pdf", "%PDF-1.7" },
  { NULL, "Dear Sir or Madam" },
  { NULL, "   \n" },
};

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const TlFormat *format = tl_format_for_data (kinds[i].text, strlen (kinds[i].text));

    g_test_message ("%.40s", kinds[i].text);
    g_assert_cmpstr (format != NULL ? format->id : NULL, ==, kinds[i].id);
  }
}

static void
test_bytes (void)
{
  static const struct {
    const char *id, *bytes;
    gsize       length;
  } rows[] = {
    { "vsdx", "PK\x03\x04....visio/document.xml", 26 },
    { "xlsx", "PK\x03\x04....xl/workbook.xml", 22 },
    { "zip", "PK\x03\x04\0\0\0", 7 },
    { "visio-old", "\xd0\xcf\x11\xe0\xa1\xb1", 6 },
    { "picture", "\x89PNG\r\n\x1a\n", 8 },
    { "xml", "\xff\xfe<\0a\0/\0>\0", 10 },
    { NULL, "\x01\x02\x03\x04", 4 },
    { NULL, "\x1f\x8b", 2 },
    { NULL, "\x1f\x8b\x08\x00garbage after the mark", 26 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TlFormat *format = tl_format_for_data (rows[i].bytes, rows[i].length);

    g_assert_cmpstr (format != NULL ? format->id : NULL, ==, rows[i].id);
  }
}

/* Refusals name the file and say what it is. */
static void
test_refusals (void)
{
  static const struct {
    const char *text;
    int         code;
    const char *part;
  } rows[] = {
    { "", TL_FORMAT_ERROR_EMPTY, "a.xml: the file is empty" },
    { "x", TL_FORMAT_ERROR_EMPTY, "empty" },
    { "<mxfile/>", TL_FORMAT_ERROR_NOT_READ, "draw.io drawing" },
    { "{\"contentType\":\"application/gliffy+json\"}", TL_FORMAT_ERROR_NOT_READ, "Gliffy drawing" },
    { "What is this?", TL_FORMAT_ERROR_UNKNOWN, "a.xml" },
    { "<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\"/>", TL_FORMAT_ERROR_INVALID, "a.xml:1" },
    { "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata xmlns:x=\"urn:throughline:chart:1\"/></svg>",
      TL_FORMAT_ERROR_INVALID, "carries no chart" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlReport) report = tl_report_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (TlChart) chart = tl_format_read_data (rows[i].text, strlen (rows[i].text), "in/a.xml",
                                                     report, &error);

    g_assert_null (chart);
    g_assert_error (error, TL_FORMAT_ERROR, rows[i].code);
    g_assert_nonnull (strstr (error->message, rows[i].part));
  }
}

static void
test_files (void)
{
  g_autoptr (TlReport) report = tl_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_format_read_file ("no-such-file.bpmn", report, &error));
  g_assert_error (error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_FILE);
  g_clear_error (&error);
  g_assert_null (tl_format_for_file (".", &error));
  g_assert_error (error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_FILE);

  g_assert_cmpstr (tl_format_for_writing ("a.b/new.THROUGHLINE")->id, ==, "throughline");
  g_assert_null (tl_format_for_writing ("new.bpmn"));
  g_assert_null (tl_format_for_writing ("new"));
}

static void
test_rows (void)
{
  for (guint i = 0; i < tl_format_n (); i++)
    g_assert_true (tl_format_find (tl_format_nth (i)->id) == tl_format_nth (i));
  g_assert_null (tl_format_find ("nothing"));
}

/* A chart goes out and comes back, alone or inside a picture. */
static void
test_own (void)
{
  static const char snippet[] =
    "<definitions xmlns=\"" BPMN_NS "\"><process id=\"p\" name=\"Shop\"><startEvent id=\"a\"/>"
    "<task id=\"b\" name=\"Pay &amp; go\"/><sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"b\"/>"
    "</process></definitions>";
  g_autoptr (TlReport) report = tl_report_new ();
  g_autoptr (TlChart) chart = NULL;
  g_autoptr (TlChart) again = NULL;
  g_autoptr (TlChart) inside = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *svg = NULL;
  const char *text;
  gsize length;

  chart = tl_format_read_data (snippet, strlen (snippet), "shop.xml", report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_chart_info (chart)->title, ==, "shop");

  bytes = tl_format_find ("throughline")->write (chart, &error);
  text = g_bytes_get_data (bytes, &length);
  again = tl_format_read_data (text, length, "shop.throughline", report, &error);
  g_assert_no_error (error);
  g_assert_true (tl_chart_equal (chart, again));

  text = strstr (text, "<chart");
  svg = g_strdup_printf ("<svg xmlns=\"http://www.w3.org/2000/svg\"><g/><metadata>%.*s</metadata></svg>",
                         (int) length, text);
  inside = tl_format_read_data (svg, strlen (svg), "shop.svg", report, &error);
  g_assert_no_error (error);
  g_assert_true (tl_chart_equal (chart, inside));
}

/* What must be refused, or mended and told, by the reader of foreign XML. */
static void
test_dom (void)
{
  static const struct {
    const char *text;
    int         code;      /* of TL_DOM_ERROR; -1 = read */
    const char *line;      /* in the message or, when read, in the report; NULL = nothing to tell */
  } rows[] = {
    { "", TL_DOM_ERROR_EMPTY, "empty" },
    { "no XML", TL_DOM_ERROR_BROKEN, "line 1" },
    { "<a>\n<b/>\n</a>", -1, NULL },
    { "<a>\n<b/>\n<c", -1, "line 3" },
    { "<a>\n<b/>\n</c>", -1, "line 3" },
    { "<a>\n<b x='&nope;'/></a>", TL_DOM_ERROR_BROKEN, "line 2" },
    { "<!DOCTYPE a SYSTEM 'http://localhost/x.dtd'>\n<a/>", TL_DOM_ERROR_UNSAFE, "line 1" },
    { "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", TL_DOM_ERROR_UNSAFE, "DOCTYPE" },
    { "<?xml version='1.0' encoding='UTF-8'?><a><b n='Stra\xdf" "e'/></a>", -1, "Windows-1252" },
    { "<?xml version='1.0' encoding='ISO-8859-1'?><a><b n='Stra\xdf" "e'/></a>", -1, NULL },
    { "<?xml version='1.0' encoding='ISO-8859-1'?><a><b n='Stra\xc3\x9f" "e'/></a>", -1, "in UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlReport) report = tl_report_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (xmlDoc) doc = tl_dom_load (rows[i].text, strlen (rows[i].text), report, &error);
    g_autofree char *told = tl_report_text (report);

    g_test_message ("row %u", i);
    if (rows[i].code >= 0) {
      g_assert_null (doc);
      g_assert_error (error, TL_DOM_ERROR, rows[i].code);
      g_assert_nonnull (strstr (error->message, rows[i].line));
      continue;
    }
    g_assert_no_error (error);
    g_assert_nonnull (doc);
    if (rows[i].line == NULL)
      g_assert_cmpstr (told, ==, "");
    else
      g_assert_nonnull (strstr (told, rows[i].line));
    if (strstr (rows[i].text, "Stra") != NULL) {
      g_autofree char *street = tl_dom_get (xmlDocGetRootElement (doc)->children, "n");

      g_assert_cmpstr (street, ==, "Straße");
    }
  }
}

/* Attribute, depth and element bombs are refused at once. */
static void
test_bombs (void)
{
  g_autoptr (GString) wide = g_string_new ("<a>\n<b");
  g_autoptr (GString) deep = g_string_new (NULL);
  clock_t start = clock ();   /* not the wall's: the machine may be busy */

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (wide, " a%u=''", i);
  g_string_append (wide, "/></a>");
  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "<a>");

  for (int i = 0; i < 2; i++) {
    const GString *bomb = i == 0 ? wide : deep;
    g_autoptr (TlReport) report = tl_report_new ();
    g_autoptr (GError) error = NULL;

    g_assert_null (tl_dom_load (bomb->str, bomb->len, report, &error));
    g_assert_error (error, TL_DOM_ERROR, TL_DOM_ERROR_UNSAFE);
  }
  g_assert_cmpint (clock () - start, <, 5 * CLOCKS_PER_SEC);
}

static void
test_report (void)
{
  g_autoptr (TlReport) report = tl_report_new ();
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;

  tl_report_add (report, TL_REPORT_LEFT_OUT, "group", "no place", "A \"b\"");
  tl_report_add (report, TL_REPORT_LEFT_OUT, "group", "no place", NULL);
  tl_report_read (report, "tasks", 3);
  tl_report_read (report, "pools", 0);
  text = tl_report_text (report);
  json = tl_report_json (report);

  g_assert_cmpuint (tl_report_n_entries (report), ==, 2);
  g_assert_cmpuint (tl_report_total (report, TL_REPORT_LEFT_OUT), ==, 2);
  g_assert_cmpstr (text, ==, "Read from the file\n  tasks: 3\n\nLeft out\n"
                             "  2 × group – no place: “A \"b\"”\n");
  g_assert_cmpstr (json, ==,
                   "{\n\"read\":[\n  {\"what\":\"tasks\",\"count\":3,\"names\":[]}],\n\"turned\":[],\n"
                   "\"assumed\":[],\n\"mended\":[],\n\"left-out\":[\n  {\"what\":\"group\",\"note\":"
                   "\"no place\",\"count\":2,\"names\":[\"A \\\"b\\\"\"]}]\n}\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/kinds", test_kinds);
  g_test_add_func ("/format/bytes", test_bytes);
  g_test_add_func ("/format/refusals", test_refusals);
  g_test_add_func ("/format/files", test_files);
  g_test_add_func ("/format/rows", test_rows);
  g_test_add_func ("/format/own", test_own);
  g_test_add_func ("/format/dom", test_dom);
  g_test_add_func ("/format/bombs", test_bombs);
  g_test_add_func ("/format/report", test_report);

  return g_test_run ();
}
