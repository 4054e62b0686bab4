/* xml-reader.c - reporting, lines, and the values of attributes. */
#include "document/xml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/xml-guard.h"
#include "document/xml-value.h"
#include "model/check.h"

#define MAX_REFS 20000   /* ids in one list */

int
tl_xml_reader_current_line (const TlXmlReader *reader)
{
  return reader->parser->input != NULL ? reader->parser->input->line : 0;
}

/* Reporting. */

void
tl_xml_reader_add_problem (GPtrArray  *problems,
                           const char *file,
                           int         line,
                           const char *rule,
                           char       *message)
{
  TlReadProblem *problem = g_new (TlReadProblem, 1);

  problem->file = g_strdup (file);
  problem->line = line;
  problem->rule = rule;
  problem->message = message;
  g_ptr_array_add (problems, problem);
}

void
tl_xml_reader_report (TlXmlReader *reader,
                      int          line,
                      const char  *rule,
                      const char  *format,
                      ...)
{
  va_list arguments;

  if (reader->n_problems++ == TL_XML_MAX_PROBLEMS)
    tl_xml_reader_refuse (reader, line, "X02",
                          _("More than %d problems; the rest of the file was not looked at. Mend "
                            "these first."),
                          TL_XML_MAX_PROBLEMS);
  if (reader->n_problems > TL_XML_MAX_PROBLEMS)
    return;
  va_start (arguments, format);
  tl_xml_reader_add_problem (reader->problems, reader->file, line, rule,
                             g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
tl_xml_reader_refuse (TlXmlReader *reader,
                      int          line,
                      const char  *rule,
                      const char  *format,
                      ...)
{
  va_list arguments;

  va_start (arguments, format);
  tl_xml_reader_add_problem (reader->problems, reader->file, line, rule,
                             g_strdup_vprintf (format, arguments));
  va_end (arguments);
  reader->stopped = TRUE;
  xmlStopParser (reader->parser);
}

void
tl_xml_reader_tell_field (TlXmlReader    *reader,
                          const TlRecord *record,
                          const TlField  *field,
                          int             line)
{
  TlXmlPlace place = { record->id, field, line };

  g_array_append_val (reader->told, place);
}

/* Lines. */

/* How many lines before the parser's the text at @at begins. */
static int
lines_back (const TlXmlReader *reader,
            const xmlChar     *at)
{
  const xmlParserInput *input = reader->parser->input;
  int n = 0;

  if (at == NULL || at < input->base || at >= input->cur)
    return 0;
  while ((at = memchr (at, '\n', (gsize) (input->cur - at))) != NULL) {
    n++;
    at++;
  }
  return n;
}

/* The line on which the start tag begins whose end the parser has come to. */
int
tl_xml_reader_tag_line (const TlXmlReader *reader)
{
  const xmlParserInput *input = reader->parser->input;
  const xmlChar *tag = memrchr (input->base, '<', (gsize) (input->cur - input->base));

  return input->line - lines_back (reader, tag);
}

void
tl_xml_reader_note_line (TlXmlReader    *reader,
                         const TlRecord *record,
                         int             line)
{
  if (record->id >= reader->lines->len)
    g_array_set_size (reader->lines, 2 * record->id + 256);
  g_array_index (reader->lines, int, record->id) = line;
}

void
tl_xml_reader_note_place (TlXmlReader    *reader,
                          const TlRecord *record,
                          const TlField  *field,
                          int             line)
{
  TlXmlPlace place = { record->id, field, line };

  if (line != g_array_index (reader->lines, int, record->id))
    g_array_append_val (reader->places, place);
}

/* Values. */

char *
tl_xml_reader_value_text (TlXmlReader    *reader,
                          const xmlChar **attribute)
{
  gsize length = (gsize) (attribute[4] - attribute[3]);

  if (length >= reader->scratch->allocated_len)
    g_string_set_size (reader->scratch, length);
  memcpy (reader->scratch->str, attribute[3], length);
  reader->scratch->str[length] = '\0';
  reader->scratch->len = length;
  return reader->scratch->str;
}

static void
keep_for_later (TlXmlReader   *reader,
                TlRecord      *record,
                const TlField *field,
                guint          index,
                const char    *name,
                int            line)
{
  TlXmlPending pending = { record, field, index, g_strdup (name), line };

  g_array_append_val (reader->pending, pending);
}

static void
report_value (TlXmlReader   *reader,
              TlRecord      *record,
              const TlField *field,
              const char    *text,
              int            line)
{
  g_autofree char *element = tl_record_describe (reader->chart, record);
  g_autofree char *message = tl_xml_value_explain (reader->chart, field, element, text);

  tl_xml_reader_report (reader, line, "X04", "%s", message);
  tl_xml_reader_tell_field (reader, record, field, line);
}

static void
take_refs (TlXmlReader   *reader,
           TlRecord      *record,
           const TlField *field,
           char          *text,
           int            line)
{
  GArray *ids = reader->refs;
  TlIdList *list = &TL_FIELD_AT (record, field, TlIdList);
  char *rest = text;

  g_array_set_size (ids, 0);
  for (char *word = strtok_r (rest, " \t\n\r", &rest); word != NULL;
       word = strtok_r (NULL, " \t\n\r", &rest)) {
    TlId id = tl_chart_find (reader->chart, word);

    if (ids->len == MAX_REFS) {
      tl_xml_reader_report (reader, line, "X02",
                            _("“%s” holds more than %d ids. Remove those it does not need."),
                            field->xml, MAX_REFS);
      break;
    }
    if (id == TL_ID_NONE && !tl_xml_is_name (word)) {
      report_value (reader, record, field, word, line);
      continue;
    }
    if (id == TL_ID_NONE)
      keep_for_later (reader, record, field, ids->len, word, line);
    g_array_append_val (ids, id);
  }
  tl_id_list_clear (list);
  list->n = ids->len;
  list->ids = g_memdup2 (ids->data, ids->len * sizeof (TlId));
}

static void
take_value (TlXmlReader   *reader,
            TlRecord      *record,
            const TlField *field,
            char          *text,
            int            line)
{
  if (field->type == TL_FIELD_REFS) {
    take_refs (reader, record, field, text, line);
    return;
  }
  switch (tl_xml_value_take (reader->chart, field, record, text)) {
  case TL_XML_VALUE_TAKEN:
    break;
  case TL_XML_VALUE_BAD:
    report_value (reader, record, field, text, line);
    break;
  case TL_XML_VALUE_LATER:
    keep_for_later (reader, record, field, 0, tl_xml_strip (text), line);
    break;
  }
}

/* Attributes. */

gboolean
tl_xml_reader_is_foreign (const TlXmlReader *reader,
                          const xmlChar    **attribute)
{
  return attribute[1] != NULL && attribute[2] != reader->ns;
}

void
tl_xml_reader_report_attribute (TlXmlReader   *reader,
                                const char    *element,
                                const xmlChar *name,
                                int            line)
{
  tl_xml_reader_report (reader, line, "X03",
                        _("%s has no attribute “%s”. Remove it, or give it a namespace of its "
                          "own."), element, (const char *) name);
}

/* Attributes come mostly in the order of the table, so look on from the last. */
const TlField *
tl_xml_reader_find_field (const TlXmlReader *reader,
                          const TlClass     *klass,
                          const xmlChar     *name,
                          guint             *at)
{
  for (guint i = 0; i < klass->n_fields; i++) {
    guint index = *at + i < klass->n_fields ? *at + i : *at + i - klass->n_fields;

    if (reader->field_names[klass->kind][index] == name) {
      *at = index + 1 < klass->n_fields ? index + 1 : 0;
      return &klass->fields[index];
    }
  }
  return NULL;
}

void
tl_xml_reader_take_attributes (TlXmlReader    *reader,
                               TlXmlLevel     *level,
                               int             n_attributes,
                               const xmlChar **attributes)
{
  TlRecord *record = level->record;
  gboolean one_line = level->line == tl_xml_reader_current_line (reader);
  guint at = 0;
  guint n_foreign = 0;

  for (int i = 0; i < n_attributes; i++) {
    const xmlChar **attribute = &attributes[5 * i];
    const TlField *field;
    int line = level->line;

    if (!one_line)
      line = tl_xml_reader_current_line (reader) - lines_back (reader, attribute[3]);
    if (tl_xml_reader_is_foreign (reader, attribute)) {
      tl_xml_foreign_attribute (reader->foreign, attribute);
      n_foreign++;
      continue;
    }
    if (attribute[1] == NULL && attribute[0] == reader->id_name && level->klass->has_name)
      continue;
    if (attribute[1] == NULL && attribute[0] == reader->format_name && reader->n_levels == 1)
      continue;
    field = attribute[1] != NULL
            ? NULL : tl_xml_reader_find_field (reader, level->klass, attribute[0], &at);
    if (field == NULL || (field->flags & (TL_FIELD_ELEMENT | TL_FIELD_CONTENT))) {
      g_autofree char *element = tl_record_describe (reader->chart, record);

      tl_xml_reader_report_attribute (reader, element, attribute[0], line);
      continue;
    }
    if (line != level->line)
      tl_xml_reader_note_place (reader, record, field, line);
    if (!tl_xml_value_take_usual (reader->chart, field, record, (const char *) attribute[3],
                                  (gsize) (attribute[4] - attribute[3])))
      take_value (reader, record, field, tl_xml_reader_value_text (reader, attribute), line);
  }
  if (n_foreign > 0 || reader->n_levels == 1) {
    g_autoptr (GString) text = g_string_new (NULL);

    tl_xml_foreign_take (reader->foreign, text);
    if (text->len > 0)
      record->foreign_attributes = g_strdup (text->str);
  }
}
