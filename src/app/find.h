/* find.h - where in a chart a text is written: steps, failure points, procedures,
 * standards and all else that has words.
 */
#pragma once

#include "app/editor.h"

G_BEGIN_DECLS

typedef struct {
  TlId           id;      /* what holds the text; of a child, its parent */
  TlId           place;   /* what of the picture it belongs to, or TL_ID_NONE */
  const TlField *field;   /* the first that holds it; NULL = its number, such as "F3" */
} TlHit;

/* Each record once, in reading order, then the others in the order of their kinds.
 * Letter case does not matter.  "" finds nothing. */
GArray  *tl_find               (TlEditor   *editor,
                                const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @text holds @folded, which is case folded. */
gboolean tl_find_text_holds    (const char *text,
                                const char *folded);

G_END_DECLS
