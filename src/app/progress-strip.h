/* progress-strip.h - the seven steps in one line across the window, each with its state.
 *
 * A button each; they activate "win.progress-step" with their index.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"

G_BEGIN_DECLS

#define TL_TYPE_PROGRESS_STRIP (tl_progress_strip_get_type ())
G_DECLARE_FINAL_TYPE (TlProgressStrip, tl_progress_strip, TL, PROGRESS_STRIP, GtkWidget)

void       tl_progress_strip_set_editor  (TlProgressStrip *self,
                                          TlEditor        *editor);
/* The step whose findings are listed now; -1 = none. */
void       tl_progress_strip_set_current (TlProgressStrip *self,
                                          int              index);
/* For tests; lent. */
GtkWidget *tl_progress_strip_get_button  (TlProgressStrip *self,
                                          guint            index);
/* What it says, such as "2 open"; lent until the chart changes. */
const char *tl_progress_strip_get_state  (TlProgressStrip *self,
                                          guint            index);

G_END_DECLS
