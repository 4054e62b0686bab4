/* notice.h - a quiet bar across the window that tells something and offers two answers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_NOTICE (tl_notice_get_type ())
G_DECLARE_FINAL_TYPE (TlNotice, tl_notice, TL, NOTICE, GtkWidget)

/* Signal "answer" (TlNotice *, const char *id): the id of the answer that was chosen; the
 * bar is gone by then. */

typedef struct {
  const char *id;
  const char *label;     /* with a mnemonic */
} TlNoticeAnswer;

/* Replaces what it told before. */
void        tl_notice_show  (TlNotice             *self,
                             const char           *id,
                             const char           *text,
                             const TlNoticeAnswer *first,
                             const TlNoticeAnswer *second);
/* What it tells now: the id given; NULL = nothing. */
const char *tl_notice_get   (TlNotice             *self);
/* Lent; for tests. */
const char *tl_notice_get_text (TlNotice          *self);
/* Hides it if that is what it tells; @id NULL: whatever it tells. */
void        tl_notice_hide  (TlNotice             *self,
                             const char           *id);

G_END_DECLS
