/* xml-value.h - one value of the file into the member of a record. */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

typedef enum {
  TL_XML_VALUE_TAKEN,   /* stored */
  TL_XML_VALUE_BAD,     /* not of the field's type; nothing stored */
  TL_XML_VALUE_LATER    /* well-formed, but names a record the chart does not have yet */
} TlXmlValue;

/**
 * tl_xml_value_take:
 * @chart: where references lead; its currency says how amounts of money look
 * @field: a field of @record, not of type %TL_FIELD_REFS
 * @text: the value, NUL-terminated; blanks around it are cut off in place, except
 *   from texts
 *
 * Values out of range are stored, for the model to report.
 */
TlXmlValue  tl_xml_value_take     (const TlChart *chart,
                                   const TlField *field,
                                   TlRecord      *record,
                                   char          *text);

/**
 * tl_xml_value_take_usual:
 * @text: the value where the parser has it, not NUL-terminated
 * @length: of @text, in bytes
 *
 * The same for the usual values of the usual types, without a copy of the text.
 *
 * Returns: whether the value was stored; if not, it is one for tl_xml_value_take()
 */
gboolean    tl_xml_value_take_usual (const TlChart *chart,
                                     const TlField *field,
                                     TlRecord      *record,
                                     const char    *text,
                                     gsize          length);

/* Why the value is bad: a whole sentence. */
char       *tl_xml_value_explain  (const TlChart *chart,
                                   const TlField *field,
                                   const char    *element,
                                   const char    *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @text may be an id: a letter or _ first, then also digits, . and -. */
gboolean    tl_xml_is_name        (const char    *text);

/* Turns each tab into a space, for a text of a chart holds no tabs. */
void tl_xml_blank_tabs (char *text);

/* g_strndup() for a text known to be as long: without looking for its end. */
char *tl_xml_dup (const char *text,
                  gsize       length) G_GNUC_WARN_UNUSED_RESULT;

/* @text as a message quotes it: only its beginning when it is long. */
char *tl_xml_value_shorten (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* White space of XML, cut off in place at both ends. */
char       *tl_xml_strip          (char          *text);

G_END_DECLS
