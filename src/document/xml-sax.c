/* xml-sax.c - what the parser calls. */
#include "document/xml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/append.h"
#include "document/xml-guard.h"
#include "document/xml-value.h"
#include "model/check.h"

#if LIBXML_VERSION >= 21200
typedef const xmlError SaxError;   /* the handler's argument became const */
#else
typedef xmlError SaxError;
#endif

static gboolean
within_limits (TlXmlReader *reader,
               int          n_attributes)
{
  if (++reader->n_elements > TL_XML_MAX_ELEMENTS)
    tl_xml_reader_refuse (reader, tl_xml_reader_current_line (reader), "X02",
                          _("The file holds more than %d elements, which no chart does. Remove "
                            "what other programs added."),
                          TL_XML_MAX_ELEMENTS);
  else if (++reader->depth > TL_XML_MAX_DEPTH)
    tl_xml_reader_refuse (reader, tl_xml_reader_current_line (reader), "X02",
                          _("Elements stand inside each other more than %d deep here. Take them "
                            "out of each other."),
                          TL_XML_MAX_DEPTH);
  else if (n_attributes > TL_XML_MAX_ATTRIBUTES)
    tl_xml_reader_refuse (reader, tl_xml_reader_current_line (reader), "X02",
                          _("This element has more than %d attributes. Remove those it does not "
                            "need."), TL_XML_MAX_ATTRIBUTES);
  else if (reader->parser->nsNr > 2 * TL_XML_MAX_NAMESPACES)
    tl_xml_reader_refuse (reader, tl_xml_reader_current_line (reader), "X02",
                          _("More than %d namespaces are declared here. Remove those that are not "
                            "used."), TL_XML_MAX_NAMESPACES);
  else if (xmlDictSize (reader->parser->dict) > TL_XML_MAX_NAMES)
    tl_xml_reader_refuse (reader, tl_xml_reader_current_line (reader), "X02",
                          _("More than %d different names are used up to here. Remove what other "
                            "programs added."),
                          TL_XML_MAX_NAMES);
  return !reader->stopped;
}

/* A picture that was made of a chart carries it in its metadata: what is drawn is
 * passed over until there.  Returns whether the element is none of the chart's. */
static gboolean
pass_over_picture (TlXmlReader   *reader,
                   const xmlChar *name,
                   const xmlChar *uri)
{
  if (reader->depth == 1)
    reader->in_picture = xmlStrEqual (name, BAD_CAST "svg") &&
                         xmlStrEqual (uri, BAD_CAST "http://www.w3.org/2000/svg");
  return reader->in_picture &&
         (reader->root_line != 0 || uri != reader->ns ||
          name != reader->class_names[TL_RECORD_CHART]);
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  TlXmlReader *reader = data;

  if (reader->stopped || !within_limits (reader, n_attributes))
    return;
  if (tl_xml_foreign_is_open (reader->foreign)) {
    tl_xml_foreign_start (reader->foreign, name, prefix, uri, n_namespaces, namespaces,
                          n_attributes, attributes);
  } else if (reader->skip > 0) {
    reader->skip++;
  } else if (reader->n_levels == 0 && pass_over_picture (reader, name, uri)) {
    return;
  } else if (reader->n_levels == 0) {
    tl_xml_reader_start_root (reader, name, uri, n_namespaces, namespaces, n_attributes,
                              attributes);
  } else if (uri == reader->ns) {
    tl_xml_reader_start_element (reader, name, n_attributes, attributes);
  } else if (uri == NULL && prefix == NULL) {   /* hardly another program's, rather a slip */
    tl_xml_reader_report_element (reader, name, uri);
    reader->skip = 1;
  } else {
    tl_xml_foreign_start (reader->foreign, name, prefix, uri, n_namespaces, namespaces,
                          n_attributes, attributes);
  }
}

/* Hands finished foreign content to the record or the text around it. */
static void
keep_foreign (TlXmlReader *reader)
{
  TlXmlLevel *level = &reader->levels[reader->n_levels - 1];

  if (level->foreign == NULL)
    level->foreign = g_string_new (level->text != NULL ? ">" : NULL);
  tl_xml_foreign_take (reader->foreign, level->foreign);
}

/* As tl_text_set(), with the length known. */
static void
set_text (char    **text,
          GString  *value)
{
  g_free (*text);
  tl_xml_blank_tabs (value->str);
  *text = value->len > 0 ? g_memdup2 (value->str, value->len + 1) : NULL;
}

static void
end_level (TlXmlReader *reader)
{
  TlXmlLevel *level = &reader->levels[reader->n_levels - 1];
  const TlField *field = level->text != NULL ? level->text : level->content;

  if (field != NULL)
    set_text (&TL_FIELD_AT (level->record, field, char *), reader->text);
  if (level->foreign != NULL && level->text != NULL)
    tl_xml_items_add_text (level->record, level->text, level->foreign->str);
  else if (level->foreign != NULL)
    level->record->foreign_elements = g_strdup (level->foreign->str);
  if (level->foreign != NULL)
    g_string_free (g_steal_pointer (&level->foreign), TRUE);
  reader->n_levels--;
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  TlXmlReader *reader = data;

  if (reader->stopped)
    return;
  reader->depth--;
  if (tl_xml_foreign_is_open (reader->foreign)) {
    tl_xml_foreign_end (reader->foreign, name, prefix);
    if (!tl_xml_foreign_is_open (reader->foreign))
      keep_foreign (reader);
  } else if (reader->skip > 0) {
    reader->skip--;
  } else if (reader->n_levels > 0) {
    end_level (reader);
  }
}

static gboolean
is_white (const xmlChar *text,
          int            length)
{
  for (int i = 0; i < length; i++) {
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r')
      return FALSE;
  }
  return TRUE;
}

static void
report_stray_text (TlXmlReader *reader,
                   TlXmlLevel  *level)
{
  g_autofree char *element = NULL;

  if (level->told_text)
    return;
  level->told_text = TRUE;
  element = tl_record_describe (reader->chart, level->record);
  tl_xml_reader_report (reader, tl_xml_reader_current_line (reader), "X03",
                        _("%s holds text outside of its elements. Move it into one of them."),
                        element);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  TlXmlReader *reader = data;
  TlXmlLevel *level;

  if (reader->stopped || reader->skip > 0 || reader->n_levels == 0)
    return;
  level = &reader->levels[reader->n_levels - 1];
  if (tl_xml_foreign_is_open (reader->foreign)) {
    tl_xml_foreign_characters (reader->foreign, (const char *) text, (gsize) length);
    if (tl_xml_foreign_size (reader->foreign) > TL_XML_MAX_FOREIGN)
      tl_xml_reader_refuse (reader, tl_xml_reader_current_line (reader), "X02",
                            _("More than %d MB of this file come from other programs. Remove what "
                              "they added."),
                            TL_XML_MAX_FOREIGN_MB);
  } else if (level->text != NULL || level->content != NULL) {
    tl_append_len (reader->text, (const char *) text, (gsize) length);
    if (reader->text->len > TL_XML_MAX_TEXT)
      tl_xml_reader_refuse (reader, tl_xml_reader_current_line (reader), "X02",
                            _("This text is longer than %d MB. Shorten it."),
                            TL_XML_MAX_TEXT_MB);
  } else if (!is_white (text, length)) {
    report_stray_text (reader, level);
  }
}

/* Comments and instructions are kept with the foreign content of what they stand in. */
static gboolean
keeps_remarks (const TlXmlReader *reader)
{
  return !reader->stopped && reader->skip == 0 && reader->n_levels > 0 &&
         tl_xml_foreign_size (reader->foreign) <= TL_XML_MAX_FOREIGN;
}

static void
comment_cb (void          *data,
            const xmlChar *text)
{
  TlXmlReader *reader = data;

  if (!keeps_remarks (reader))
    return;
  tl_xml_foreign_comment (reader->foreign, (const char *) text);
  if (!tl_xml_foreign_is_open (reader->foreign))
    keep_foreign (reader);
}

static void
instruction_cb (void          *data,
                const xmlChar *target,
                const xmlChar *text)
{
  TlXmlReader *reader = data;

  if (!keeps_remarks (reader) || !within_limits (reader, 0))
    return;
  reader->depth--;   /* an instruction holds nothing */
  tl_xml_foreign_instruction (reader->foreign, (const char *) target, (const char *) text);
  if (!tl_xml_foreign_is_open (reader->foreign))
    keep_foreign (reader);
}

static void
doctype_cb (void          *data,
            const xmlChar *name,
            const xmlChar *public_id,
            const xmlChar *system_id)
{
  TlXmlReader *reader = data;

  if (!reader->stopped)
    tl_xml_reader_refuse (reader, tl_xml_reader_current_line (reader), "X02",
                          _("The file declares a document type (DOCTYPE), which a chart does "
                            "not need and which is not safe. Remove the declaration."));
}

static xmlEntityPtr
entity_cb (void          *data,
           const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static void
start_document_cb (void *data)
{
  static const char *const known[] = { "UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE",
                                       "US-ASCII", "ASCII" };
  TlXmlReader *reader = data;
  const char *encoding = (const char *) reader->parser->encoding;

  if (encoding == NULL)
    encoding = (const char *) reader->parser->input->encoding;
  if (encoding == NULL || reader->stopped)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    if (g_ascii_strcasecmp (encoding, known[i]) == 0)
      return;
  }
  tl_xml_reader_refuse (reader, tl_xml_reader_current_line (reader), "X01",
                        _("The file is in the encoding %s, which is not read. Save it as UTF-8."),
                        encoding);
}

static char *
explain_error (SaxError *error)
{
  g_autofree char *text = g_utf8_make_valid (error->message != NULL ? error->message : "", -1);

  g_strdelimit (g_strstrip (text), "\n\r\t", ' ');
  switch (error->code) {
  case XML_ERR_INVALID_ENCODING:
  case XML_ERR_INVALID_CHAR:
  case XML_I18N_CONV_FAILED:
    return g_strdup_printf (_("There are bytes here that are not UTF-8 text or not allowed in XML "
                              "(%s). Save the file as UTF-8."), text);
  case XML_ERR_DOCUMENT_END:
  case XML_ERR_TAG_NOT_FINISHED:
  case XML_ERR_DOCUMENT_EMPTY:
    return g_strdup_printf (_("The file ends too early, or is no XML (%s). It may have been cut "
                              "short; restore it from a copy."), text);
  default:
    return g_strdup_printf (_("This is not well-formed XML: %s. What follows was not read."), text);
  }
}

static void
error_cb (void     *data,
          SaxError *error)
{
  TlXmlReader *reader = data;
  g_autofree char *message = NULL;

  if (reader->stopped || reader->broken || error->level < XML_ERR_ERROR)
    return;
  reader->broken = error->level == XML_ERR_FATAL;
  message = explain_error (error);
  tl_xml_reader_report (reader, error->line, "X01", "%s", message);
  if (reader->broken)   /* else it goes on, even through a DOCTYPE, without telling us */
    xmlStopParser (reader->parser);
}

const xmlSAXHandler *
tl_xml_reader_handler (void)
{
  static const xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startDocument = start_document_cb,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
    .cdataBlock = characters_cb,
    .comment = comment_cb,
    .processingInstruction = instruction_cb,
    .internalSubset = doctype_cb,
    .getEntity = entity_cb,
    .serror = error_cb,
  };

  return &handler;
}
