/* xml-read.c - parses a document, then resolves references and asks the model. */
#include "document/xml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/xml-guard.h"
#include "document/xml-place.h"
#include "document/xml-write.h"
#include "model/check.h"

/* NOENT, a risk elsewhere, has nothing to expand here: a DOCTYPE is refused before
 * its first declaration, and the handler knows no entities but the predefined.
 * Without it an & in an attribute comes as "&#38;". */
#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOENT)

static void
resolve (TlXmlReader        *reader,
         const TlXmlPending *pending)
{
  TlId id = tl_chart_find (reader->chart, pending->name);
  g_autofree char *element = NULL;

  if (id == TL_ID_NONE) {
    element = tl_record_describe (reader->chart, pending->record);
    tl_xml_reader_report (reader, pending->line, "S03",
                          _("%s refers to %s, which does not exist."), element, pending->name);
    tl_xml_reader_tell_field (reader, pending->record, pending->field, pending->line);
  } else if (pending->field->type == TL_FIELD_REFS) {
    TL_FIELD_AT (pending->record, pending->field, TlIdList).ids[pending->index] = id;
  } else if (pending->field->type == TL_FIELD_RESUME) {
    TL_FIELD_AT (pending->record, pending->field, TlResume).step = id;
  } else {
    TL_FIELD_AT (pending->record, pending->field, TlId) = id;
  }
}

/* A list of references is a set: an id that comes again says nothing new, but whoever
 * takes it out of the list would have to know. */
static void
drop_repeats (TlIdList *list,
              guint    *met,
              guint     serial)
{
  guint kept = 0;

  for (guint i = 0; i < list->n; i++) {
    if (met[list->ids[i]] != serial)
      list->ids[kept++] = list->ids[i];
    met[list->ids[i]] = serial;
  }
  list->n = kept;
}

static void
drop_all_repeats (TlXmlReader *reader)
{
  g_autofree guint *met = g_new0 (guint, tl_chart_id_limit (reader->chart));
  guint serial = 0;

  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get (kind);

    for (guint f = 0; f < klass->n_fields; f++) {
      if (klass->fields[f].type != TL_FIELD_REFS)
        continue;
      for (guint i = 0; i < tl_chart_n (reader->chart, kind); i++) {
        TlRecord *record = tl_chart_edit (reader->chart, tl_chart_nth (reader->chart, kind, i)->id);

        drop_repeats (&TL_FIELD_AT (record, &klass->fields[f], TlIdList), met, ++serial);
      }
    }
  }
}

static int
line_of_problem (const TlXmlReader *reader,
                 const TlProblem   *problem)
{
  for (guint i = 0; i < reader->places->len && problem->field != NULL; i++) {
    const TlXmlPlace *place = &g_array_index (reader->places, TlXmlPlace, i);

    if (place->id == problem->id && strcmp (place->field->xml, problem->field) == 0)
      return place->line;
  }
  return problem->id < reader->lines->len ? g_array_index (reader->lines, int, problem->id) : 0;
}

/* A value that could not be read is missing now; saying that too helps nobody. */
static gboolean
is_told (const TlXmlReader *reader,
         const TlProblem   *problem)
{
  for (guint i = 0; i < reader->told->len && problem->field != NULL; i++) {
    const TlXmlPlace *place = &g_array_index (reader->told, TlXmlPlace, i);

    if (place->id == problem->id && strcmp (place->field->xml, problem->field) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
check_model (TlXmlReader *reader)
{
  g_autoptr (GPtrArray) found = tl_problems_new ();

  tl_check_chart (reader->chart, found);
  for (guint i = 0; i < found->len && !reader->stopped; i++) {
    TlProblem *problem = g_ptr_array_index (found, i);

    if (!is_told (reader, problem))
      tl_xml_reader_report (reader, line_of_problem (reader, problem), problem->rule, "%s",
                            problem->message);
  }
}

static gint
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TlReadProblem *x = *(TlReadProblem *const *) a;
  const TlReadProblem *y = *(TlReadProblem *const *) b;

  return x->line - y->line;
}

static void
finish (TlXmlReader *reader)
{
  if (reader->stopped || reader->broken)
    return;
  if (reader->in_picture && reader->root_line == 0) {
    tl_xml_reader_refuse (reader, 1, "S01",
                          _("This picture carries no chart; only an SVG that was exported from "
                            "one does."));
    return;
  }
  for (guint i = 0; i < reader->pending->len && !reader->stopped; i++)
    resolve (reader, &g_array_index (reader->pending, TlXmlPending, i));
  drop_all_repeats (reader);
  for (guint i = 0; i < reader->n_migrations; i++) {
    if (reader->migrations[i].chart != NULL)
      reader->migrations[i].chart (reader->chart);
  }
  tl_xml_place_steps (reader->chart);
  tl_chart_settle (reader->chart);
  if (reader->stopped)
    return;
  check_model (reader);
}

/* Beginning and end of a reader. */

static void
pending_clear (gpointer data)
{
  g_free (((TlXmlPending *) data)->name);
}

static void
look_up_names (TlXmlReader *reader)
{
  xmlDict *dict = reader->parser->dict;

  reader->ns = xmlDictLookup (dict, (const xmlChar *) TL_XML_NAMESPACE, -1);
  reader->id_name = xmlDictLookup (dict, (const xmlChar *) "id", -1);
  reader->format_name = xmlDictLookup (dict, (const xmlChar *) "format", -1);
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get ((TlRecordKind) kind);

    g_assert (klass->n_fields <= TL_XML_MAX_FIELDS);
    reader->class_names[kind] = xmlDictLookup (dict, (const xmlChar *) klass->xml, -1);
    for (guint i = klass->n_fields; i > 0; i--) {
      const TlField *field = &klass->fields[i - 1];

      reader->field_names[kind][i - 1] = xmlDictLookup (dict, (const xmlChar *) field->xml, -1);
      if (field->flags & TL_FIELD_CONTENT)
        reader->contents[kind] = field;
      if (field->flags & TL_FIELD_ELEMENT)
        reader->first_elements[kind] = i - 1;
    }
  }
}

static void
reader_open (TlXmlReader          *reader,
             const char           *text,
             gsize                 length,
             const char           *file_name,
             const TlXmlMigration *migrations,
             guint                 n_migrations,
             GPtrArray            *problems)
{
  reader->parser = xmlCreateMemoryParserCtxt (text, (int) length);
  *reader->parser->sax = *tl_xml_reader_handler ();
  reader->parser->userData = reader;
  xmlCtxtUseOptions (reader->parser, PARSE_OPTIONS);
  reader->chart = tl_chart_new ();
  tl_chart_begin_loading (reader->chart);
  reader->foreign = tl_xml_foreign_new ();
  reader->text = g_string_new (NULL);
  reader->scratch = g_string_new (NULL);
  reader->refs = g_array_new (FALSE, FALSE, sizeof (TlId));
  reader->lines = g_array_new (FALSE, TRUE, sizeof (int));
  reader->places = g_array_new (FALSE, FALSE, sizeof (TlXmlPlace));
  reader->pending = g_array_new (FALSE, FALSE, sizeof (TlXmlPending));
  g_array_set_clear_func (reader->pending, pending_clear);
  reader->told = g_array_new (FALSE, FALSE, sizeof (TlXmlPlace));
  reader->problems = problems;
  reader->file = file_name;
  reader->migrations = migrations;
  reader->n_migrations = n_migrations;
  reader->last_kind = TL_RECORD_CHART + 1;
  look_up_names (reader);
}

static void
reader_close (TlXmlReader *reader)
{
  for (guint i = 0; i < reader->n_levels; i++) {
    if (reader->levels[i].foreign != NULL)
      g_string_free (reader->levels[i].foreign, TRUE);
  }
  for (guint i = 0; i < TL_N_RECORD_KINDS; i++)
    tl_record_free (reader->blanks[i]);
  tl_chart_free (reader->chart);
  xmlFreeDoc (reader->parser->myDoc);   /* the parser may make one, but never frees it */
  xmlFreeParserCtxt (reader->parser);
  tl_xml_foreign_free (reader->foreign);
  g_string_free (reader->text, TRUE);
  g_string_free (reader->scratch, TRUE);
  g_array_unref (reader->refs);
  g_array_unref (reader->lines);
  g_array_unref (reader->places);
  g_array_unref (reader->pending);
  g_array_unref (reader->told);
}

static TlChart *
parse (const char           *text,
       gsize                 length,
       gboolean              converted,
       const char           *file_name,
       const TlXmlMigration *migrations,
       guint                 n_migrations,
       GPtrArray            *problems)
{
  guint n_before = problems->len;
  TlXmlReader reader = { 0 };
  TlChart *chart = NULL;

  reader_open (&reader, text, length, file_name, migrations, n_migrations, problems);
  if (converted)   /* what the text says about its encoding is no longer true */
    xmlCtxtUseOptions (reader.parser, PARSE_OPTIONS | XML_PARSE_IGNORE_ENC);
  xmlParseDocument (reader.parser);
  finish (&reader);
  if (problems->len == n_before)
    chart = g_steal_pointer (&reader.chart);
  if (n_before == 0)
    g_ptr_array_sort (problems, compare_lines);
  reader_close (&reader);
  return chart;
}

TlChart *
tl_xml_read_with (const char           *text,
                  gsize                 length,
                  const char           *file_name,
                  const TlXmlMigration *migrations,
                  guint                 n_migrations,
                  GPtrArray            *problems)
{
  g_autofree char *converted = NULL;
  g_autofree char *message = NULL;
  gsize converted_length;
  int line;
  TlXmlGuard guard;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  guard = tl_xml_guard (text, length, &converted, &converted_length, &line, &message);
  if (guard != TL_XML_GUARD_FINE) {
    tl_xml_reader_add_problem (problems, file_name, line,
                               guard == TL_XML_GUARD_NOT_TEXT ? "X01" : "X02",
                               g_steal_pointer (&message));
    return NULL;
  }
  if (converted != NULL)
    return parse (converted, converted_length, TRUE, file_name, migrations, n_migrations, problems);
  return parse (text, length, FALSE, file_name, migrations, n_migrations, problems);
}

TlChart *
tl_xml_read (const char *text,
             gsize       length,
             const char *file_name,
             GPtrArray  *problems)
{
  return tl_xml_read_with (text, length, file_name, NULL, 0, problems);
}
