/* dom.h - reading other people's XML safely, and walking it.
 *
 * No network, no external entities, no document type at all; limits on size,
 * depth and number of attributes.  Foreign files are often broken, so what stands
 * before a fault is kept and the fault is told; see tl_dom_load().
 *
 * Elements are matched by namespace URI and local name, never by prefix.
 */
#pragma once

#include <libxml/tree.h>

#include "exchange/report.h"

G_BEGIN_DECLS

#define TL_DOM_ERROR (tl_dom_error_quark ())
typedef enum {
  TL_DOM_ERROR_EMPTY,      /* nothing in it */
  TL_DOM_ERROR_UNSAFE,     /* document type, or beyond a limit */
  TL_DOM_ERROR_BROKEN      /* not XML, or broken before its content began */
} TlDomError;
GQuark    tl_dom_error_quark (void);

/* The tree of @data.  Two mends are made and reported: bytes that are not what
 * the declared encoding says (Windows-1252 under a UTF-8 declaration, and the
 * reverse), and a file that breaks off or has a wrong tag, which gives the tree up
 * to the fault.  A document type, or an entity that is not declared, is
 * refused with its line. */
xmlDoc   *tl_dom_load        (const char    *data,
                              gsize          length,
                              TlReport      *report,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* @ns NULL matches any namespace. */
gboolean  tl_dom_is          (const xmlNode *node,
                              const char    *ns,
                              const char    *name);
/* The first child element of that name. */
xmlNode  *tl_dom_child       (const xmlNode *node,
                              const char    *ns,
                              const char    *name);
/* The attribute without a namespace; NULL when it is absent.  Owned by the caller. */
char     *tl_dom_get         (const xmlNode *node,
                              const char    *name) G_GNUC_WARN_UNUSED_RESULT;
/* All text inside, white space at the ends trimmed; never NULL. */
char     *tl_dom_text        (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
double    tl_dom_get_number  (const xmlNode *node,
                              const char    *name,
                              double         fallback);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
