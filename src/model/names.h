/* names.h - which record has which XML id.  For the chart's own files only.
 *
 * A name belongs to one handle, and to the first that asked for it.  Names are lent: one
 * must live, unchanged, until it is taken away again.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

typedef struct _TlNames TlNames;

TlNames  *tl_names_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void      tl_names_free  (TlNames       *names);

guint     tl_names_n     (const TlNames *names);
/* TL_ID_NONE when nobody has it.  @name need not be NUL-terminated. */
TlId      tl_names_find  (const TlNames *names,
                          const char    *name,
                          gsize          length);
/* Does nothing when somebody has it. */
void      tl_names_add   (TlNames       *names,
                          const char    *name,
                          TlId           id);
/* Does nothing when it is not @id that has it. */
void      tl_names_take  (TlNames       *names,
                          const char    *name,
                          TlId           id);

G_END_DECLS
