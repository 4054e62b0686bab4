/* plot-view.h - a picture of the chart's numbers, drawn as large as there is room.
 *
 * A click selects what a bar, a row or a point shows; the arrow keys go from one to the
 * next; a double click or Enter goes to it.  Pointing at one tells its numbers in full,
 * and screen readers are told the same.  Put it into a scrolled window.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"
#include "render/plot.h"

G_BEGIN_DECLS

#define TL_TYPE_PLOT_VIEW (tl_plot_view_get_type ())
G_DECLARE_FINAL_TYPE (TlPlotView, tl_plot_view, TL, PLOT_VIEW, GtkWidget)

/* Signals: "activated" (TlPlotView *, guint id): a person wants to go to the record.
 * "remade" (TlPlotView *): the picture is not what it was. */

GtkWidget    *tl_plot_view_new        (void);
void          tl_plot_view_set_editor (TlPlotView          *self,
                                       TlEditor            *editor);
/* Which picture: kind, choice and standard count. */
void          tl_plot_view_show       (TlPlotView          *self,
                                       const TlPlotOptions *options);
/* As it is drawn now; NULL without an editor.  Lent until the next change. */
const TlPlot *tl_plot_view_get_plot   (TlPlotView          *self);
/* Where the spot is in the widget. */
void          tl_plot_view_get_place  (TlPlotView          *self,
                                       guint                spot,
                                       GdkRectangle        *place);
/* Where the keyboard is; FALSE when it is on nothing. */
gboolean      tl_plot_view_get_current (TlPlotView         *self,
                                       GdkRectangle        *place);
/* The picture by itself, titled, as a file. */
GBytes       *tl_plot_view_export     (TlPlotView          *self,
                                       TlExportFormat       format,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
