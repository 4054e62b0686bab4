/* sniff.h - what the first bytes of a file say about it; endings of names lie.
 *
 * Text is brought to UTF-8, gzip is opened, and of XML the root element is looked
 * at, all within the first 64 KB and without a parser.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *data;      /* borrowed: the bytes as they are */
  gsize       length;
  char       *text;      /* the beginning as UTF-8; NULL when it is no text */
  char       *root;      /* local name of the XML root element; NULL = no XML */
  char       *ns;        /* its namespace; never NULL, empty = none */
  char       *tag;       /* the root's start tag, as it stands */
  char       *word;      /* first word that is no comment or front matter; never NULL */
  gboolean    html;
} TlSniff;

/* @data must outlive @sniff. */
void     tl_sniff_init     (TlSniff    *sniff,
                            const char *data,
                            gsize       length);
void     tl_sniff_clear    (TlSniff    *sniff);
gboolean tl_sniff_begins   (const TlSniff *sniff,
                            const char *magic,
                            gsize       length);
/* Whether the bytes as they are hold @part within the first 64 KB. */
gboolean tl_sniff_holds    (const TlSniff *sniff,
                            const char *part);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlSniff, tl_sniff_clear)

G_END_DECLS
