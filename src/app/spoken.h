/* spoken.h - names for screen readers where GTK and libadwaita give poor ones.
 *
 * Buttons with a letter to press are read with its underscore, what drop-downs, split
 * buttons and tables are made of by the name of its class, and rows that unfold not at all.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Mends all there is in @root now.  What is made later asks for itself. */
void       tl_spoken_mend           (GtkWidget  *root);
/* Mends every window of the program when it is shown. */
void       tl_spoken_follow_windows (void);
/* A button with a letter to press after the underscore in @label. */
GtkWidget *tl_spoken_button_new     (const char *label);

G_END_DECLS
