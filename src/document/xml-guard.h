/* xml-guard.h - looks at the bytes of a document before the parser sees them.
 *
 * The parser's time grows with the square of the attributes of one element, and
 * it calls us only after the last of them; so giant tags are found beforehand.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_XML_MAX_BYTES      (64 * 1024 * 1024)
#define TL_XML_MAX_ATTRIBUTES 64      /* of one element */
#define TL_XML_MAX_DEPTH      64
#define TL_XML_MAX_ELEMENTS   1000000
#define TL_XML_MAX_NAMESPACES 256     /* declared around one element */
#define TL_XML_MAX_NAMES      20000   /* that differ; the parser's dictionary is slow with more */
#define TL_XML_MAX_TEXT_MB    1       /* of one text or value */
#define TL_XML_MAX_TEXT       (TL_XML_MAX_TEXT_MB * 1024 * 1024)
#define TL_XML_MAX_FOREIGN_MB 16      /* of foreign content */
#define TL_XML_MAX_FOREIGN    (TL_XML_MAX_FOREIGN_MB * 1024 * 1024)
#define TL_XML_MAX_PROBLEMS   1000

typedef enum {
  TL_XML_GUARD_FINE,
  TL_XML_GUARD_NOT_TEXT,         /* X01: NUL bytes, half characters */
  TL_XML_GUARD_TOO_LARGE         /* X02 */
} TlXmlGuard;

/**
 * tl_xml_guard:
 * @text: the bytes as they came
 * @length: how many
 * @converted: (out): the same as UTF-8 when they were UTF-16, else %NULL
 * @converted_length: (out): length of @converted
 * @line: (out): where the trouble is; 0 = the whole
 * @message: (out): what it is, unless all is fine
 */
TlXmlGuard tl_xml_guard (const char  *text,
                         gsize        length,
                         char       **converted,
                         gsize       *converted_length,
                         int         *line,
                         char       **message);

G_END_DECLS
