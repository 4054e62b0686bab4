/* tooltip.h - tooltips of widgets that change often, or come by the hundred.
 *
 * Whenever GTK is given the text of a tooltip it asks the display where the pointer is, and
 * waits for the answer.  For each cell of a table that takes longer than all else.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As gtk_widget_set_tooltip_text(), when the text is another than before. */
void tl_tooltip_set   (GtkWidget  *widget,
                       const char *text);
/* The widget has @text for a tooltip; GTK is told when it asks.  NULL: none. */
void tl_tooltip_hold  (GtkWidget  *widget,
                       const char *text);
/* The whole text, whenever the label has to cut it short. */
void tl_tooltip_whole (GtkWidget  *label);

G_END_DECLS
