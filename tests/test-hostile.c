/* test-hostile.c - bytes meant to do harm, or just damaged: a clear message, at once. */
#include "xml-support.h"

#include <string.h>
#include <time.h>

#include "document/xml-write.h"

#define ROOT \
  "<chart xmlns='urn:throughline:chart:1' format='1.0' title='T' service='S' currency='EUR'>"
#define LIMIT_SECONDS 2.0

/* Reads, and fails the test when it takes too long or says nothing. */
static char *
refused (const char *text,
         gsize       length)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  clock_t start = clock ();   /* not the wall's: the machine may be busy */
  g_autoptr (TlChart) chart = tl_xml_read (text, length, "bad", problems);
  double seconds = (double) (clock () - start) / CLOCKS_PER_SEC;

  g_assert_null (chart);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpuint (problems->len, <=, 1001);
  g_assert_cmpfloat (seconds, <, LIMIT_SECONDS);
  for (guint i = 0; i < problems->len; i++) {
    const TlReadProblem *problem = g_ptr_array_index (problems, i);

    g_assert_true (g_utf8_validate (problem->message, -1, NULL));
    g_assert_null (strchr (problem->message, '\n'));
    if (g_str_equal (problem->rule, "X02"))   /* what is wrong, then what to do */
      g_assert_nonnull (strstr (problem->message, ". "));
  }
  return tl_test_problems (problems, TRUE);
}

typedef struct {
  const char *name;
  const char *text;
  const char *message;   /* how the first problem begins, after "bad:" */
} Row;

static const Row rows[] = {
  { "empty", "", " X01: The file is empty" },
  { "not-xml", "PK\003\004 something", "1: X01:" },
  { "blanks", "  \n ", "2: X01:" },
  { "html", "<html><body>Hello</body></html>", "1: S01: This is not a service flowchart" },
  { "doctype", "<!DOCTYPE chart>\n" ROOT "</chart>", "1: X02: The file declares a document type" },
  { "doctype-public", "<!DOCTYPE chart PUBLIC '-//X' 'http://localhost:9/x.dtd'>" ROOT "</chart>",
    "1: X02:" },
  { "external-entity", "<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" ROOT "&x;</chart>",
    "1: X02:" },
  { "parameter-entity", "<!DOCTYPE c [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]>" ROOT
    "</chart>", "1: X02:" },
  { "billion-laughs", "<!DOCTYPE c [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>"
    "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;'>]>\n"
    "<chart xmlns='urn:throughline:chart:1' format='1.0' title='&f;'>&f;</chart>", "1: X02:" },
  { "entity-without-doctype", ROOT "&laugh;</chart>", "1: X01:" },
  { "entity-in-attribute", "<chart title='&laugh;'/>", "1: X01:" },
  { "invalid-utf8", ROOT "\n<note>\xc3\x28</note></chart>", "2: X01: There are bytes here" },
  { "invalid-utf8-attribute", "<chart title='\xff\xfe'/>", "1: X01: There are bytes here" },
  { "overlong-utf8", ROOT "<note>\xc0\xaf</note></chart>", "1: X01: There are bytes here" },
  { "surrogate-in-utf8", ROOT "<note>\xed\xa0\x80</note></chart>", "1: X01:" },
  { "control-character", ROOT "<note>\001</note></chart>", "1: X01:" },
  { "control-reference", ROOT "<note>&#1;</note></chart>", "1: X01:" },
  { "latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?>" ROOT "</chart>",
    "1: X01: The file is in the encoding ISO-8859-1" },
  { "unknown-encoding", "<?xml version='1.0' encoding='KLINGON'?>" ROOT "</chart>", "1: X01:" },
  { "utf-7", "<?xml version='1.0' encoding='UTF-7'?>" ROOT "</chart>", "1: X01:" },
  { "says-utf16-is-utf8", "<?xml version='1.0' encoding='UTF-16'?>" ROOT "</chart>", "1: X01:" },
  { "two-roots", ROOT "</chart><chart/>", "1: X01:" },
  { "text-after", ROOT "</chart>\ntrailing", "2: X01:" },
  { "attribute-twice", "<chart title='a' title='b'/>", "1: X01:" },
  { "xinclude", ROOT "<include xmlns='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>"
    "</chart>", "1: S04:" },   /* foreign content like any other: kept, not followed */
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *list = refused (row->text, strlen (row->text));
  g_autofree char *expected = g_strconcat ("bad:", row->message, NULL);

  g_test_message ("%s", list);
  g_assert_cmpstr (list, !=, "");
  if (!g_str_has_prefix (list, expected))
    g_error ("expected “%s”, got “%s”", expected, list);
  g_assert_null (strstr (list, "root:"));   /* of /etc/passwd */
}

static void
test_nul (void)
{
  static const char text[] = ROOT "\n<note>a\0b</note></chart>";
  g_autofree char *list = refused (text, sizeof text - 1);

  g_assert_true (g_str_has_prefix (list, "bad:2: X01: There is a zero byte"));
}

/* Texts made of a head, a part repeated n times, and a tail. */
typedef struct {
  const char *name;
  const char *head, *part, *tail;
  guint       n;
  const char *message;
} Repeated;

static const Repeated repeated[] = {
  { "attributes-of-an-element", ROOT "<step", " a%u='1'", "/></chart>", 60000,
    "1: X02: The element that begins here has more than 64 attributes" },
  { "attributes-with-angle", ROOT "<step b='>'", " a%u='1'", "/></chart>", 60000, "1: X02:" },
  { "attributes-of-ours", ROOT "<step", " a%u='1'", "/></chart>", 65,
    "1: X02: This element has more than 64 attributes" },
  { "attributes-of-many-elements", ROOT, "<step a='%u' b='' c='' d='' e='' f=''/>", "</chart>",
    60000, "1: X" },
  { "namespaces-of-an-element", ROOT "<x", " xmlns:a%u='u'", "/></chart>", 60000, "1: X02:" },
  { "namespaces-nested", ROOT, "<x xmlns='z' xmlns:a%u='u'>", "", 400, "1: X02:" },
  { "nested-foreign", ROOT, "<x xmlns='y%u'>", "", 10000, "1: X02: Elements stand inside" },
  { "nested-ours", ROOT, "<step id='s%u'>", "", 10000, "1: X" },
  { "nested-nothing", "", "<a%u>", "", 10000, "1: S01:" },
  { "many-names", ROOT "<x xmlns='y'>", "<a%u/>", "</x></chart>", 1200000,
    "1: X02: More than 20000 different names" },
  { "many-elements", ROOT "<x xmlns='y'>", "<a b='%u'/>", "</x></chart>", 1200000,
    "1: X02: The file holds more than 1000000 elements" },
  { "many-unknown-elements", ROOT, "<a%u/>", "</chart>", 300000, "1: X03:" },
  { "text-of-11-mb", ROOT "<note>", "eleven %07u ", "</note></chart>", 750000,
    "1: X02: This text is longer than 1 MB" },
  { "foreign-text-of-20-mb", ROOT "<x xmlns='y'>", "twenty %07u ", "</x></chart>", 1400000,
    "1: X02: More than 16 MB" },
  { "attribute-of-11-mb", "<chart title='", "eleven %07u ", "'/>", 750000, "1: X" },
  { "name-of-11-mb", "<chart", "eleven%07u", "/>", 750000, "1: X01:" },
  { "comment-of-20-mb", ROOT "<!--", "twenty %07u ", "--></chart>", 1400000, "1: X" },
  { "many-ids", ROOT "<item id='i' about='", "x%u ", "'><text>T</text></item></chart>", 100000,
    "1: " },
  { "many-instructions", ROOT, "<?a%u?>", "</chart>", 400000, "1: X02" },
  { "many-comments", ROOT, "<!--%u-->", "</chart>", 400000, "1: S04" },
  { "quotes", ROOT "<x xmlns='y'>", "\"'%u='\"", "</x></chart>", 200000, "1: S04" },
  { "open-angles", "<", "<%u", "", 1000000, "1: X01:" },
};

static void
test_repeated (gconstpointer data)
{
  const Repeated *row = data;
  g_autoptr (GString) text = g_string_new (row->head);
  g_auto (GStrv) parts = g_strsplit (row->part, "%", 2);
  g_autofree char *list = NULL;
  g_autofree char *expected = g_strconcat ("bad:", row->message, NULL);

  for (guint i = 0; i < row->n; i++) {
    g_string_append (text, parts[0]);
    if (g_str_has_prefix (parts[1], "07u"))
      g_string_append_printf (text, "%07u%s", i, parts[1] + 3);
    else
      g_string_append_printf (text, "%u%s", i, parts[1] + 1);
  }
  g_string_append (text, row->tail);
  list = refused (text->str, text->len);
  if (!g_str_has_prefix (list, expected))
    g_error ("expected “%s”, got “%.300s”", expected, list);
}

/* Quotes that are nobody's attributes, however many stand between one < and the next. */
static void
test_quotes_allowed (void)
{
  static const struct {
    const char *begin, *end;
  } marks[] = {
    { "<!-- ", " -->" }, { "<!-- <a> ", " -->" }, { "<?tool ", " ?>" },
    { "<x xmlns='y'><![CDATA[ ", " ]]></x>" }, { "<x xmlns='y'>", "</x>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autoptr (GPtrArray) problems = tl_read_problems_new ();
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *chart = tl_test_every_field ();
    g_autofree char *whole = NULL;
    g_autofree char *list = NULL;
    g_autofree char *bomb = NULL;
    g_autoptr (TlChart) read = NULL;

    g_string_append (text, marks[i].begin);
    for (guint k = 0; k < 5000; k++)
      g_string_append_printf (text, "key%u=\"value\" ", k);
    g_string_append_printf (text, "%s</chart>", marks[i].end);
    whole = tl_test_replace (chart, "</chart>", text->str);
    read = tl_xml_read (whole, strlen (whole), "quotes", problems);
    list = tl_test_problems (problems, TRUE);
    g_assert_cmpstr (list, ==, "");
    g_assert_nonnull (read);

    /* Behind them a giant tag is found all the same. */
    g_string_replace (text, marks[i].begin, "<step ", 1);
    bomb = tl_test_replace (whole, "</chart>", text->str);
    g_clear_pointer (&list, g_free);
    list = refused (bomb, strlen (bomb));
    g_assert_nonnull (strstr (list, ": X02: The element that begins here has more than 64"));
  }
}

/* Cut short after any number of bytes: refused, except that the last newline and
 * nothing else may be missing. */
static void
test_truncated (void)
{
  g_autofree char *text = tl_test_every_field ();
  gsize length = strlen (text);

  for (gsize n = 0; n < length - 1; n++) {
    g_autoptr (GPtrArray) problems = tl_read_problems_new ();
    g_autofree char *cut = g_memdup2 (text, n + 1);   /* so that a byte too far is noticed */
    g_autoptr (TlChart) chart = tl_xml_read (cut, n, "cut", problems);

    g_assert_null (chart);
    g_assert_cmpuint (problems->len, >, 0);
  }
}

/* One byte changed anywhere: read or refused, but never a crash; and what is read
 * can be written and read again. */
static void
test_flipped (void)
{
  g_autofree char *text = tl_test_every_field ();
  gsize length = strlen (text);
  guint n_read = 0;

  for (gsize i = 0; i < length; i++) {
    g_autoptr (GPtrArray) problems = tl_read_problems_new ();
    g_autoptr (TlChart) chart = NULL;
    char old = text[i];

    text[i] = (char) (old ^ (1 << (i % 8)));
    chart = tl_xml_read (text, length, "flipped", problems);
    g_assert_true ((chart != NULL) == (problems->len == 0));
    if (chart != NULL) {
      g_autofree char *written = tl_xml_write (chart, NULL);
      g_autoptr (TlChart) again = tl_test_read (written);

      g_assert_true (tl_chart_equal (chart, again));
      n_read++;
    }
    text[i] = old;
  }
  g_assert_cmpuint (n_read, >, 0);
}

static void
assert_reads_as (const char    *bytes,
                 gsize          length,
                 const TlChart *expected)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = tl_xml_read (bytes, length, "encoded", problems);
  g_autofree char *list = tl_test_problems (problems, TRUE);

  g_assert_cmpstr (list, ==, "");
  g_assert_true (tl_chart_equal (chart, expected));
}

/* Ways of writing text that other editors use. */
static void
test_encodings (void)
{
  g_autofree char *plain = tl_test_every_field ();
  g_autofree char *text = tl_test_replace (plain, "Use the name once.", "Größe 名前 😀");
  g_autoptr (TlChart) chart = tl_test_read (text);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *crlf = g_strjoinv ("\r\n", lines);
  g_autofree char *bom = g_strconcat ("\xef\xbb\xbf", text, NULL);
  g_autofree char *no_head = g_strdup (strchr (text, '\n') + 1);
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };

  assert_reads_as (crlf, strlen (crlf), chart);
  assert_reads_as (bom, strlen (bom), chart);
  assert_reads_as (no_head, strlen (no_head), chart);
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++) {
    g_autofree char *said = tl_test_replace (text, "encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
    g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", said, NULL);
    gsize length;
    g_autofree char *wide = g_convert (said, -1, charsets[i], "UTF-8", NULL, &length, NULL);
    g_autofree char *wide_marked = NULL;

    assert_reads_as (wide, length, chart);
    wide_marked = g_convert (marked, -1, charsets[i], "UTF-8", NULL, &length, NULL);
    assert_reads_as (wide_marked, length, chart);
    {
      g_autofree char *list = refused (wide_marked, length - 1);   /* half a character */

      g_assert_true (g_str_has_prefix (list, "bad: X01: The file begins as UTF-16"));
    }
  }
}

static void
test_too_large (void)
{
  gsize length = 64 * 1024 * 1024 + 1;
  g_autofree char *text = g_strnfill (length, ' ');
  g_autofree char *list = refused (text, length);

  g_assert_true (g_str_has_prefix (list, "bad: X02: The file is larger than 64 MB"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/hostile/", rows[i].name, NULL);

    g_test_add_data_func (path, &rows[i], test_row);
  }
  g_test_add_func ("/hostile/nul", test_nul);
  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++) {
    g_autofree char *path = g_strconcat ("/hostile/repeated/", repeated[i].name, NULL);

    g_test_add_data_func (path, &repeated[i], test_repeated);
  }
  g_test_add_func ("/hostile/quotes-allowed", test_quotes_allowed);
  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/flipped", test_flipped);
  g_test_add_func ("/hostile/encodings", test_encodings);
  g_test_add_func ("/hostile/too-large", test_too_large);
  return g_test_run ();
}
