/* test-schema.c - the schema and the model agree on which documents are well made.
 *
 * Documents are made from the chart that uses every field by one change each.
 * They are compared by structure only: what the schema is not meant to know (see
 * schema.h) does not count against the model.
 */
#include "document/schema.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "document/xml-value.h"
#include "xml-support.h"

/* What the model says of one value or one element alone. */
static const char *const structural_messages[] = {
  "is empty; fill it in", "invisible control character", "shorten it to", "” must lie between",
  "” cannot be less than 0, or beyond", "has only one of this", "The id must begin with",
};

static gboolean
is_structural (const TlReadProblem *problem)
{
  if (g_str_equal (problem->rule, "S01") || problem->rule[0] == 'X')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (structural_messages); i++) {
    if (strstr (problem->message, structural_messages[i]) != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
model_accepts (const char *text)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = tl_xml_read (text, strlen (text), "mutant", problems);

  for (guint i = 0; i < problems->len; i++) {
    if (is_structural (g_ptr_array_index (problems, i)))
      return FALSE;
  }
  return TRUE;
}

/* libxml2 follows every subset of the optional attributes an element has, so what
 * it is asked about has few of them; the independent validator sees them all. */
static const char light[] =
  "<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\" title=\"T\" service=\"S\" "
  "currency=\"EUR\" scale=\"7\">\n"
  "  <note>N</note>\n"
  "  <weights reliability=\"32\" assurance=\"19\" tangibles=\"11\" empathy=\"16\" "
  "responsiveness=\"22\"/>\n"
  "  <tier id=\"t1\" name=\"T\" price=\"12.50\"/>\n"
  "  <role id=\"r\" name=\"R\" kind=\"staff\" trained=\"2026-09-02\"><skills>P</skills></role>\n"
  "  <lane id=\"l\" name=\"L\" band=\"onstage\"/>\n"
  "  <phase id=\"p\" name=\"P\" columns=\"4\"/>\n"
  "  <step id=\"a\" kind=\"action\" lane=\"l\" phase=\"p\" touch=\"45\" moment-of-truth=\"true\">\n"
  "    <label>A</label>\n"
  "    <touchpoint channel=\"web\" name=\"W\"/>\n"
  "  </step>\n"
  "  <step id=\"b\" kind=\"decision\" lane=\"l\" phase=\"p\" column=\"1\" emotion=\"1\">\n"
  "    <label>B</label>\n"
  "  </step>\n"
  "  <connector id=\"c\" from=\"b\" to=\"a\" probability=\"0.5\"><label>yes</label></connector>\n"
  "  <standard id=\"st\" type=\"soft\" dimension=\"empathy\" steps=\"a b\">\n"
  "    <name>N</name>\n"
  "  </standard>\n"
  "  <failure id=\"f\" at=\"c\" actor=\"server\" dimension=\"empathy\" S=\"6\">\n"
  "    <title>F</title>\n"
  "    <safeguard type=\"prevent\" status=\"idea\">Text</safeguard>\n"
  "  </failure>\n"
  "  <recovery id=\"v\" for=\"f\" cost=\"1.20\" resume=\"a\"><name>V</name>\n"
  "    <action kind=\"fix\" role=\"r\" within=\"10\"><text>T</text></action>\n"
  "  </recovery>\n"
  "  <session id=\"m\" date=\"2026-11-01\"/>\n"
  "</chart>\n";

/* The mutants.  Each is the text with the bytes from..to replaced. */
typedef struct {
  GPtrArray *texts;   /* char * */
  GPtrArray *names;   /* char *: what was changed */
} Mutants;

static void
add_mutant (Mutants    *mutants,
            const char *text,
            const char *from,
            const char *to,
            const char *insert,
            const char *name)
{
  g_autofree char *head = g_strndup (text, (gsize) (from - text));

  g_ptr_array_add (mutants->texts, g_strconcat (head, insert, to, NULL));
  g_ptr_array_add (mutants->names, g_strdup (name));
}

static const char *const values[] = {
  "", " ", "x", "-1", "0", "1.5", ".5", "1e3", "99999999999", "a b", "2026-02-30", "0000-01-01",
  "2026-01-02Z", "true", "1", "next", "-3", "8", "11", "100.5", "x\177y", "é:b", "9a", "+4",
  "customer", "1 2 3", " 5 ", "a&#9;b", "a&#10;b", "2.0", "a&#13;b", "&#x2003;&#160;",
};

static const char *
end_of_element (const char *tag)
{
  int depth = 0;

  for (const char *c = tag; *c != '\0'; c++) {
    const char *close = strchr (c, '>');

    c = strchr (c, '<');
    close = strchr (c, '>');
    if (c[1] == '/')
      depth--;
    else if (close[-1] != '/' && c[1] != '!')
      depth++;
    c = close;
    if (depth == 0)
      return close + 1;
  }
  g_assert_not_reached ();
}

/* Changes to the attribute that begins, after a blank, at @at. */
static void
mutate_attribute (Mutants    *mutants,
                  const char *text,
                  const char *at,
                  guint      *dice)
{
  const char *equals = strchr (at, '=');
  const char *open = equals + 1;
  const char *close = strchr (open + 1, '"');
  g_autofree char *name = g_strndup (at, (gsize) (equals - at));
  g_autofree char *dropped = g_strdup_printf ("drop %s", name);
  g_autofree char *renamed = g_strdup_printf ("rename %s", name);

  if (g_str_has_prefix (name, "xmlns"))
    return;
  add_mutant (mutants, text, at, close + 1, "", dropped);
  add_mutant (mutants, text, equals, equals, "x", renamed);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *what = g_strdup_printf ("%s=“%s”", name, values[i]);

    *dice = *dice * 1103515245u + 12345u;
    if ((*dice >> 16) % 5 == 0)
      add_mutant (mutants, text, open + 1, close, values[i], what);
  }
}

/* Changes to the text, at @at, of an element that holds nothing else. */
static void
mutate_text (Mutants    *mutants,
             const char *text,
             const char *name,
             const char *at)
{
  g_autofree char *long_text = g_strnfill (2001, 'x');
  const struct {
    const char *insert;
    gboolean    replaces;   /* the text, rather than stand before it */
    const char *what;
  } changes[] = {
    { " ", TRUE, "empty" },
    { "&#x2003;\n", TRUE, "blanks of all sorts" },
    { long_text, TRUE, "2001 characters" },
    { "\xc2\x85", FALSE, "control character" },
    { "&#13;", FALSE, "carriage return" },
    { "<v:b xmlns:v='urn:v'>t<c xmlns=''/></v:b>", FALSE, "foreign element" },
    { "<!-- remark --><?do this?>", FALSE, "comment and instruction" },
    { "<b>t</b>", FALSE, "unknown element" },
    { "<b xmlns=''>t</b>", FALSE, "element without namespace" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *what = g_strdup_printf ("%s in <%s>", changes[i].what, name);

    add_mutant (mutants, text, at, changes[i].replaces ? strchr (at, '<') : at, changes[i].insert,
                what);
  }
}

static void
mutate_element (Mutants    *mutants,
                const char *text,
                const char *tag,
                guint      *dice)
{
  gsize length = strcspn (tag + 1, " />\n");
  g_autofree char *name = g_strndup (tag + 1, length);
  const char *end = end_of_element (tag);
  g_autofree char *copy = g_strndup (tag, (gsize) (end - tag));
  g_autofree char *dropped = g_strdup_printf ("drop <%s>", name);
  g_autofree char *doubled = g_strdup_printf ("double <%s>", name);
  g_autofree char *stray = g_strdup_printf ("stray attribute in <%s>", name);
  g_autofree char *theirs = g_strdup_printf ("foreign attribute in <%s>", name);
  g_autofree char *before = g_strdup_printf ("unknown element before <%s>", name);
  g_autofree char *beside = g_strdup_printf ("foreign element before <%s>", name);
  g_autofree char *nobodys = g_strdup_printf ("element without namespace before <%s>", name);
  g_autofree char *said = g_strdup_printf ("text before <%s>", name);
  const char *name_end = tag + 1 + length;
  const char *tag_end = strchr (tag, '>');

  if (strcmp (name, "chart") != 0) {
    add_mutant (mutants, text, tag, end, "", dropped);
    add_mutant (mutants, text, tag, tag, copy, doubled);
    add_mutant (mutants, text, tag, tag, "<unknown/>", before);
    add_mutant (mutants, text, tag, tag, "<z xmlns='urn:z' q='1'><y>t</y></z>", beside);
    add_mutant (mutants, text, tag, tag, "<step xmlns=''/>", nobodys);
    add_mutant (mutants, text, tag, tag, "words", said);
  }
  add_mutant (mutants, text, name_end, name_end, " stray='1'", stray);
  add_mutant (mutants, text, name_end, name_end, " xmlns:q='urn:q' q:s='1'", theirs);
  for (const char *at = name_end; at < tag_end && *at != '/' && *at != '>';) {
    at += strspn (at, " \n");
    mutate_attribute (mutants, text, at, dice);
    at = strchr (strchr (at, '"') + 1, '"') + 1;
  }
  if (tag_end[-1] != '/' && strchr (tag_end, '<')[1] == '/')
    mutate_text (mutants, text, name, tag_end + 1);
}

static Mutants
make_mutants (const char *text)
{
  Mutants mutants = { g_ptr_array_new_with_free_func (g_free),
                      g_ptr_array_new_with_free_func (g_free) };
  guint dice = 1;

  for (const char *tag = strstr (text, "<chart"); tag != NULL; tag = strchr (tag + 1, '<')) {
    if (tag[1] != '/' && tag[1] != '!' && !g_str_has_prefix (tag, "<v:"))
      mutate_element (&mutants, text, tag, &dice);
  }
  return mutants;
}

static void
clear_mutants (Mutants *mutants)
{
  g_ptr_array_unref (mutants->texts);
  g_ptr_array_unref (mutants->names);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError ValidError;
#else
typedef xmlError ValidError;
#endif

static void
ignore_cb (void       *data,
           ValidError *error)
{
}

static xmlRelaxNG *
parse_schema (void)
{
  g_autofree char *text = tl_schema_write ();
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt (text, (int) strlen (text));
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);

  xmlRelaxNGFreeParserCtxt (parser);
  g_assert_nonnull (schema);
  return schema;
}

static gboolean
schema_accepts (xmlRelaxNG *schema,
                const char *text)
{
  xmlDoc *doc = xmlReadMemory (text, (int) strlen (text), "mutant.xml", NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlRelaxNGValidCtxt *valid;
  int result;

  if (doc == NULL)
    return FALSE;
  valid = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (valid, ignore_cb, NULL);
  result = xmlRelaxNGValidateDoc (valid, doc);
  xmlRelaxNGFreeValidCtxt (valid);
  xmlFreeDoc (doc);
  return result == 0;
}

static void
test_committed (void)
{
  g_autofree char *written = tl_schema_write ();
  g_autofree char *committed = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("TL_SCHEMA"), &committed, NULL, NULL));
  if (strcmp (written, committed) != 0)
    g_error ("data/throughline.rng is not what the tables say; write “tline schema” over it");
}

static void
test_agree (void)
{
  xmlRelaxNG *schema = parse_schema ();
  Mutants mutants = make_mutants (light);
  guint n_accepted = 0, n_different = 0;

  g_assert_true (model_accepts (light));
  g_assert_true (schema_accepts (schema, light));
  for (guint i = 0; i < mutants.texts->len; i++) {
    const char *mutant = g_ptr_array_index (mutants.texts, i);
    gboolean model = model_accepts (mutant);

    n_accepted += model;
    if (model != schema_accepts (schema, mutant)) {
      g_test_message ("%s: the model %s it, the schema does not",
                      (const char *) g_ptr_array_index (mutants.names, i),
                      model ? "accepts" : "refuses");
      n_different++;
    }
  }
  g_test_message ("%u documents, %u accepted by both", mutants.texts->len, n_accepted);
  g_assert_cmpuint (mutants.texts->len, >=, 600);
  g_assert_cmpuint (n_accepted, >=, 100);
  g_assert_cmpuint (mutants.texts->len - n_accepted, >=, 300);
  g_assert_cmpuint (n_different, ==, 0);
  clear_mutants (&mutants);
  xmlRelaxNGFree (schema);
}

/* The names of the files that an independent validator finds fault with. */
static char *
run_validator (const char *folder,
               GPtrArray  *paths)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autofree char *program = g_find_program_in_path ("jing");
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_ptr_array_add (command, program);
  g_ptr_array_add (command, (gpointer) g_getenv ("TL_SCHEMA"));
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (command, g_ptr_array_index (paths, i));
  g_ptr_array_add (command, NULL);
  g_spawn_sync (folder, (char **) command->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &output, NULL, NULL, &error);
  g_assert_no_error (error);
  return output;
}

static void
test_independent (void)
{
  g_autofree char *program = g_find_program_in_path ("jing");
  g_autofree char *text = tl_test_every_field ();
  g_autofree char *folder = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  Mutants mutants;
  guint n_different = 0;

  if (program == NULL) {
    g_test_skip ("jing is not installed");
    return;
  }
  mutants = make_mutants (text);
  folder = g_dir_make_tmp ("tl-schema-XXXXXX", NULL);
  for (guint i = 0; i < mutants.texts->len; i++) {
    g_autofree char *name = g_strdup_printf ("m%04u.xml", i);
    char *path = g_build_filename (folder, name, NULL);

    g_assert_true (g_file_set_contents (path, g_ptr_array_index (mutants.texts, i), -1, NULL));
    g_ptr_array_add (paths, path);
  }
  output = run_validator (folder, paths);
  for (guint i = 0; i < paths->len; i++) {
    const char *mutant = g_ptr_array_index (mutants.texts, i);
    const char *path = g_ptr_array_index (paths, i);
    gboolean accepted = strstr (output, path) == NULL;

    if (accepted != model_accepts (mutant)) {
      g_test_message ("%s: jing %s it, the model does not",
                      (const char *) g_ptr_array_index (mutants.names, i),
                      accepted ? "accepts" : "refuses");
      n_different++;
    }
    g_unlink (path);
  }
  g_rmdir (folder);
  g_assert_cmpuint (n_different, ==, 0);
  clear_mutants (&mutants);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/committed", test_committed);
  g_test_add_func ("/schema/agree", test_agree);
  g_test_add_func ("/schema/independent", test_independent);
  status = g_test_run ();
  xmlRelaxNGCleanupTypes ();
  return status;
}
