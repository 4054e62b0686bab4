/* xml-element.c - the beginning of each element of ours, the root before all others. */
#include "document/xml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/xml-value.h"
#include "document/xml-write.h"
#include "model/check.h"

/* Elements. */

static char *
find_id (TlXmlReader    *reader,
         int             n_attributes,
         const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++) {
    const xmlChar **attribute = &attributes[5 * i];

    if (attribute[0] == reader->id_name && attribute[1] == NULL) {
      const char *text = (const char *) attribute[3];
      gsize length = (gsize) (attribute[4] - attribute[3]);

      if (length > 0 && text[0] > ' ' && text[length - 1] > ' ')   /* as it nearly always is */
        return tl_xml_dup (text, length);
      return g_strdup (tl_xml_strip (tl_xml_reader_value_text (reader, attribute)));
    }
  }
  return NULL;
}

static TlXmlLevel *
push_level (TlXmlReader   *reader,
            TlRecord      *record,
            const TlClass *klass,
            int            line)
{
  TlXmlLevel *level = &reader->levels[reader->n_levels++];

  g_assert (reader->n_levels <= TL_XML_MAX_LEVELS);
  *level = (TlXmlLevel) { .record = record, .klass = klass, .line = line };
  level->content = reader->contents[klass->kind];
  if (level->content != NULL)
    g_string_truncate (reader->text, 0);
  return level;
}

/* A new record owns nothing but itself, so its bytes can be copied: cheaper, for the many
 * of a kind, than to ask every field for its default again. */
static TlRecord *
new_record (TlXmlReader   *reader,
            const TlClass *klass)
{
  TlRecord **blank = &reader->blanks[klass->kind];

  if (*blank == NULL)
    *blank = tl_record_new (klass->kind);
  return g_memdup2 (*blank, klass->size);
}

static void
start_record (TlXmlReader    *reader,
              const TlClass  *klass,
              int             n_attributes,
              const xmlChar **attributes)
{
  const TlXmlLevel *around = &reader->levels[reader->n_levels - 1];
  TlRecord *record = new_record (reader, klass);
  gboolean top = klass->parent == TL_N_RECORD_KINDS;
  int line = tl_xml_reader_tag_line (reader);

  if (klass->has_name)
    record->name = find_id (reader, n_attributes, attributes);
  if (klass->has_name && record->name == NULL) {
    tl_xml_reader_report (reader, line, "X05",
                          _("This <%s> has no id; give it one that no other element has."),
                          klass->xml);
    record->name = g_strdup_printf ("line-%d", line);   /* for further messages about it */
  }
  tl_chart_insert (reader->chart, record, top ? TL_ID_NONE : around->record->id, G_MAXUINT);
  tl_xml_reader_note_line (reader, record, line);
  tl_xml_reader_take_attributes (reader, push_level (reader, record, klass, line), n_attributes,
                                 attributes);
}

static void
take_text_attributes (TlXmlReader    *reader,
                      TlXmlLevel     *level,
                      int             n_attributes,
                      const xmlChar **attributes)
{
  g_autofree char *element = g_strdup_printf ("<%s>", level->text->xml);

  for (int i = 0; i < n_attributes; i++) {
    if (tl_xml_reader_is_foreign (reader, &attributes[5 * i]))
      tl_xml_foreign_attribute (reader->foreign, &attributes[5 * i]);
    else
      tl_xml_reader_report_attribute (reader, element, attributes[5 * i], level->line);
  }
  level->foreign = g_string_new (NULL);
  tl_xml_foreign_take (reader->foreign, level->foreign);
  g_string_append_c (level->foreign, '>');
}

static void
start_text (TlXmlReader    *reader,
            const TlField  *field,
            int             n_attributes,
            const xmlChar **attributes)
{
  const TlXmlLevel *around = &reader->levels[reader->n_levels - 1];
  guint index = (guint) (field - around->klass->fields);
  int line = tl_xml_reader_tag_line (reader);
  TlXmlLevel *level;

  if (around->seen & (1u << index))
    tl_xml_reader_report (reader, line, "X03",
                          _("“%s” stands here for the second time; keep one of them."), field->xml);
  reader->levels[reader->n_levels - 1].seen |= 1u << index;
  tl_xml_reader_note_place (reader, around->record, field, line);
  level = push_level (reader, around->record, around->klass, line);
  level->text = field;
  level->content = NULL;
  g_string_truncate (reader->text, 0);
  if (n_attributes > 0)
    take_text_attributes (reader, level, n_attributes, attributes);
}

void
tl_xml_reader_report_element (TlXmlReader   *reader,
                              const xmlChar *name,
                              const xmlChar *uri)
{
  const TlXmlLevel *around = &reader->levels[reader->n_levels - 1];
  g_autofree char *element = tl_record_describe (reader->chart, around->record);

  tl_xml_reader_report (reader, tl_xml_reader_tag_line (reader), "X03",
                        uri == NULL
                        ? _("%s cannot hold <%s>, which has no namespace. Remove xmlns=\"\", or "
                            "begin its name like those of the elements around it.")
                        : around->text != NULL
                        ? _("%s: the text here cannot hold <%s>; write < as &lt; where you mean "
                            "the sign.")
                        : _("%s cannot hold <%s>. Remove it, or give it a namespace of its own."),
                        element, (const char *) name);
}

static const TlClass *
find_class (TlXmlReader   *reader,
            const TlClass *around,
            const xmlChar *name)
{
  if (around->kind != TL_RECORD_CHART) {
    if (around->child == TL_N_RECORD_KINDS || reader->class_names[around->child] != name)
      return NULL;
    return tl_class_get (around->child);
  }
  if (reader->class_names[reader->last_kind] == name)
    return tl_class_get (reader->last_kind);
  for (TlRecordKind kind = TL_RECORD_CHART + 1; kind < TL_N_RECORD_KINDS; kind++) {
    if (reader->class_names[kind] == name && tl_class_get (kind)->parent == TL_N_RECORD_KINDS) {
      reader->last_kind = kind;
      return tl_class_get (kind);
    }
  }
  return NULL;
}

static void
start_ours (TlXmlReader    *reader,
            const xmlChar  *name,
            int             n_attributes,
            const xmlChar **attributes)
{
  const TlXmlLevel *around = &reader->levels[reader->n_levels - 1];
  const TlClass *klass = around->text == NULL ? find_class (reader, around->klass, name) : NULL;
  const TlField *field = NULL;
  guint at = reader->first_elements[around->klass->kind];

  if (klass != NULL) {
    start_record (reader, klass, n_attributes, attributes);
    return;
  }
  if (around->text == NULL)
    field = tl_xml_reader_find_field (reader, around->klass, name, &at);
  if (field != NULL && (field->flags & TL_FIELD_ELEMENT)) {
    start_text (reader, field, n_attributes, attributes);
    return;
  }
  tl_xml_reader_report_element (reader, name, reader->ns);
  reader->skip = 1;
}

/* The root. */

static gboolean
parse_format (const char *text,
              int        *major,
              int        *minor)
{
  char *end;
  guint64 number;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  number = g_ascii_strtoull (text, &end, 10);
  *major = (int) MIN (number, 1000000);
  *minor = 0;
  if (*end == '\0')
    return TRUE;
  if (*end != '.' || !g_ascii_isdigit (end[1]))
    return FALSE;
  number = g_ascii_strtoull (end + 1, &end, 10);
  *minor = (int) MIN (number, 1000000);
  return *end == '\0';
}

/* Keeps only the migrations that lead from the file's format to ours. */
static gboolean
choose_migrations (TlXmlReader *reader,
                   int          major,
                   int          minor)
{
  while (reader->n_migrations > 0 &&
         (reader->migrations->major < major ||
          (reader->migrations->major == major && reader->migrations->minor < minor))) {
    reader->migrations++;
    reader->n_migrations--;
  }
  return major == TL_XML_FORMAT_MAJOR ||
         (reader->n_migrations > 0 && reader->migrations->major == major);
}

static gboolean
check_format (TlXmlReader    *reader,
              int             n_attributes,
              const xmlChar **attributes)
{
  const char *format = NULL;
  int major, minor;

  for (int i = 0; i < n_attributes && format == NULL; i++) {
    if (attributes[5 * i] == reader->format_name && attributes[5 * i + 1] == NULL)
      format = tl_xml_strip (tl_xml_reader_value_text (reader, &attributes[5 * i]));
  }
  if (format == NULL) {
    tl_xml_reader_refuse (reader, reader->root_line, "S01",
                          _("This chart does not say its format. Add format=\"%d.%d\" to "
                            "<chart>."), TL_XML_FORMAT_MAJOR, TL_XML_FORMAT_MINOR);
    return FALSE;
  }
  if (!parse_format (format, &major, &minor)) {
    g_autofree char *shown = tl_xml_value_shorten (format);

    tl_xml_reader_refuse (reader, reader->root_line, "S01",
                          _("The format of this chart, “%s”, cannot be understood. Write "
                            "format=\"%d.%d\"."), shown, TL_XML_FORMAT_MAJOR, TL_XML_FORMAT_MINOR);
    return FALSE;
  }
  if (major > TL_XML_FORMAT_MAJOR) {
    tl_xml_reader_refuse (reader, reader->root_line, "S01",
                          _("This file was made by a newer version (format %s) and cannot be "
                            "opened safely."), format);
    return FALSE;
  }
  if (!choose_migrations (reader, major, minor)) {
    tl_xml_reader_refuse (reader, reader->root_line, "S01",
                          _("This file was made by an older version (format %s) that cannot be "
                            "read any more."), format);
    return FALSE;
  }
  return TRUE;
}

/* Migration. */

static void
free_attribute (gpointer data)
{
  TlXmlAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
  g_free (attribute);
}

static const char *
around_name (const TlXmlReader *reader)
{
  if (reader->n_levels == 0)
    return NULL;
  return reader->levels[reader->n_levels - 1].klass->xml;
}

/* Lets the migrations change the element.  Returns what they made of its
 * attributes, as the parser would have given them; the values live in @list. */
static GPtrArray *
migrate (TlXmlReader    *reader,
         const xmlChar **name,
         int             n_attributes,
         const xmlChar **attributes,
         GPtrArray      *list)
{
  GPtrArray *tuples = g_ptr_array_new ();
  TlXmlElement element = { around_name (reader), g_strdup ((const char *) *name), list };

  for (int i = 0; i < n_attributes; i++) {
    if (attributes[5 * i + 1] == NULL)
      tl_xml_element_add (&element, (const char *) attributes[5 * i],
                          tl_xml_reader_value_text (reader, &attributes[5 * i]));
    for (int k = 0; k < 5 && attributes[5 * i + 1] != NULL; k++)
      g_ptr_array_add (tuples, (gpointer) attributes[5 * i + k]);
  }
  for (guint i = 0; i < reader->n_migrations && element.name != NULL; i++) {
    if (reader->migrations[i].element != NULL)
      reader->migrations[i].element (&element);
  }
  for (guint i = 0; i < list->len; i++) {
    const TlXmlAttribute *attribute = g_ptr_array_index (list, i);

    g_ptr_array_add (tuples, (gpointer) xmlDictLookup (reader->parser->dict,
                                                       (const xmlChar *) attribute->name, -1));
    g_ptr_array_add (tuples, NULL);
    g_ptr_array_add (tuples, NULL);
    g_ptr_array_add (tuples, attribute->value);
    g_ptr_array_add (tuples, attribute->value + strlen (attribute->value));
  }
  *name = element.name == NULL
          ? NULL : xmlDictLookup (reader->parser->dict, (const xmlChar *) element.name, -1);
  g_free (element.name);
  return tuples;
}

static void
start_any (TlXmlReader    *reader,
           const xmlChar  *name,
           int             n_attributes,
           const xmlChar **attributes)
{
  const TlClass *klass = tl_class_get (TL_RECORD_CHART);
  TlRecord *info;

  if (reader->n_levels > 0) {
    start_ours (reader, name, n_attributes, attributes);
    return;
  }
  info = tl_chart_edit (reader->chart, tl_chart_info (reader->chart)->head.id);
  tl_xml_reader_take_attributes (reader, push_level (reader, info, klass, reader->root_line),
                                 n_attributes, attributes);
}

static void
start_migrated (TlXmlReader    *reader,
                const xmlChar  *name,
                int             n_attributes,
                const xmlChar **attributes)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_attribute);
  g_autoptr (GPtrArray) tuples = migrate (reader, &name, n_attributes, attributes, list);

  if (name == NULL)
    reader->skip = 1;
  else
    start_any (reader, name, (int) tuples->len / 5, (const xmlChar **) tuples->pdata);
}

void
tl_xml_reader_start_element (TlXmlReader    *reader,
                             const xmlChar  *name,
                             int             n_attributes,
                             const xmlChar **attributes)
{
  if (reader->n_migrations == 0)
    start_any (reader, name, n_attributes, attributes);
  else
    start_migrated (reader, name, n_attributes, attributes);
}

void
tl_xml_reader_start_root (TlXmlReader    *reader,
                          const xmlChar  *name,
                          const xmlChar  *uri,
                          int             n_namespaces,
                          const xmlChar **namespaces,
                          int             n_attributes,
                          const xmlChar **attributes)
{
  reader->root_line = tl_xml_reader_tag_line (reader);
  if (uri != reader->ns || name != reader->class_names[TL_RECORD_CHART]) {
    tl_xml_reader_refuse (reader, reader->root_line, "S01",
                          _("This is not a service flowchart: it should begin with <chart "
                            "xmlns=\"%s\">."), TL_XML_NAMESPACE);
    return;
  }
  if (!check_format (reader, n_attributes, attributes))
    return;
  tl_xml_reader_note_line (reader, &tl_chart_info (reader->chart)->head, reader->root_line);
  for (int i = 0; i < n_namespaces; i++)
    tl_xml_foreign_declare (reader->foreign, namespaces[2 * i], namespaces[2 * i + 1]);
  tl_xml_reader_start_element (reader, name, n_attributes, attributes);
}
