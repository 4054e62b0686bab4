/* outline.h - the chart as a list that can be walked, searched and read aloud. */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE (tl_outline_get_type ())
G_DECLARE_FINAL_TYPE (TlOutline, tl_outline, TL, OUTLINE, GtkWidget)

/* Signal "activated" (TlOutline *, guint id): a row was chosen to be looked at. */

void       tl_outline_set_editor (TlOutline *self,
                                  TlEditor  *editor);
/* Puts the cursor in the find box. */
void       tl_outline_find       (TlOutline *self);
GtkWidget *tl_outline_get_search (TlOutline *self);

G_END_DECLS
