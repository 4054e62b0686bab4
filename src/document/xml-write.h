/* xml-write.h - a chart as XML text: the same chart gives the same bytes.
 *
 * One record begins on each line, its attributes on that line in the order of
 * the tables in class.c; each longer text is an element on a line of its own.
 * The attributes of the chart itself, which are many, stand one on a line.  So a
 * changed field is a change of one line.  What equals its default is left out.
 * Numbers do not depend on the locale.  Content of other namespaces follows the
 * record's or the text's own; declarations that the root repeats are made there only.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

#define TL_XML_NAMESPACE    "urn:throughline:chart:1"
#define TL_XML_FORMAT_MAJOR 1
#define TL_XML_FORMAT_MINOR 0

/* The whole document, ending in a newline. */
char *tl_xml_write            (const TlChart  *chart,
                               gsize          *length) G_GNUC_WARN_UNUSED_RESULT;

/* @text as the value of an attribute in double quotes, or between tags. */
void  tl_xml_append_attribute (GString        *out,
                               const char     *text);
void  tl_xml_append_text      (GString        *out,
                               const char     *text);

G_END_DECLS
