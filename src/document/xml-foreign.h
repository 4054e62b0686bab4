/* xml-foreign.h - content of other namespaces, kept as XML text.
 *
 * The text declares every namespace it uses, so that it means the same wherever
 * a record goes.  It is canonical: one blank between attributes, declarations
 * first, values in double quotes, every < > & " escaped.  Its default namespace
 * is ours until it says otherwise.
 */
#pragma once

#include <libxml/tree.h>

#include "model/record.h"

G_BEGIN_DECLS

typedef struct _TlXmlForeign TlXmlForeign;

TlXmlForeign *tl_xml_foreign_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void          tl_xml_foreign_free       (TlXmlForeign   *foreign);

/* Whether an element has begun that has not ended. */
gboolean      tl_xml_foreign_is_open    (const TlXmlForeign *foreign);
/* Bytes gathered since the beginning. */
gsize         tl_xml_foreign_size       (const TlXmlForeign *foreign);

/* What the SAX callbacks of the same names got. */
void          tl_xml_foreign_start      (TlXmlForeign   *foreign,
                                         const xmlChar  *name,
                                         const xmlChar  *prefix,
                                         const xmlChar  *uri,
                                         int             n_namespaces,
                                         const xmlChar **namespaces,
                                         int             n_attributes,
                                         const xmlChar **attributes);
void          tl_xml_foreign_end        (TlXmlForeign   *foreign,
                                         const xmlChar  *name,
                                         const xmlChar  *prefix);
void          tl_xml_foreign_characters (TlXmlForeign   *foreign,
                                         const char     *text,
                                         gsize           length);
void          tl_xml_foreign_comment    (TlXmlForeign   *foreign,
                                         const char     *text);
void          tl_xml_foreign_instruction (TlXmlForeign  *foreign,
                                          const char    *target,
                                          const char    *data);

/* One attribute of a record of ours, and a declaration on the root. */
void          tl_xml_foreign_attribute  (TlXmlForeign   *foreign,
                                         const xmlChar **attribute);
void          tl_xml_foreign_declare    (TlXmlForeign   *foreign,
                                         const xmlChar  *prefix,
                                         const xmlChar  *uri);

/* Appends what was gathered to @out and begins anew. */
void          tl_xml_foreign_take       (TlXmlForeign   *foreign,
                                         GString        *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlXmlForeign, tl_xml_foreign_free)

G_END_DECLS
