/* plot-page.h - the pictures under the chart: which one, what it goes by, and what can be
 * done with it.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"
#include "app/plot-view.h"

G_BEGIN_DECLS

/* Its name among the tables of the bottom pane. */
#define TL_PLOT_PAGE_NAME "pictures"

#define TL_TYPE_PLOT_PAGE (tl_plot_page_get_type ())
G_DECLARE_FINAL_TYPE (TlPlotPage, tl_plot_page, TL, PLOT_PAGE, GtkWidget)

/* Signal "activated" (TlPlotPage *, guint id): a person wants to go to the record. */

GtkWidget  *tl_plot_page_new        (void);
void        tl_plot_page_set_editor (TlPlotPage *self,
                                     TlEditor   *editor);
/* The choosers and the menu; for the pane's toolbar. */
GtkWidget  *tl_plot_page_get_tools  (TlPlotPage *self);
TlPlotView *tl_plot_page_get_view   (TlPlotPage *self);
/* What is said in place of a picture that has nothing to show; NULL: there is one. */
const char *tl_plot_page_get_empty  (TlPlotPage *self);
/* The choosers: of the picture, and of what it goes by, which may be hidden. */
GtkWidget  *tl_plot_page_get_kinds  (TlPlotPage *self);
GtkWidget  *tl_plot_page_get_choices (TlPlotPage *self);
/* Makes the picture a file; a word on it is said in the window. */
void        tl_plot_page_save       (TlPlotPage *self,
                                     const char *path);

G_END_DECLS
