/* find-bar.h - finds a text anywhere in the chart, and walks from place to place. */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"

G_BEGIN_DECLS

#define TL_TYPE_FIND_BAR (tl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlFindBar, tl_find_bar, TL, FIND_BAR, GtkWidget)

/* Signal "found" (TlFindBar *, guint place): something is selected now; @place is what of
 * the picture it belongs to, TL_ID_NONE = nothing. */

void       tl_find_bar_set_editor (TlFindBar  *self,
                                   TlEditor   *editor);
/* Shows the bar with the cursor in it. */
void       tl_find_bar_open       (TlFindBar  *self);
void       tl_find_bar_close      (TlFindBar  *self);
/* To the next place, or the one before; begins again at the end. */
void       tl_find_bar_walk       (TlFindBar  *self,
                                   gboolean    forward);
/* What it says: "2 of 5: Standard"; for tests. */
const char *tl_find_bar_get_status (TlFindBar *self);

G_END_DECLS
