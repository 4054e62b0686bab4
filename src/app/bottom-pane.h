/* bottom-pane.h - tables and pictures under the chart; one shown at a time.
 *
 * Stands in a vertical GtkPaned and remembers its height and which table was shown.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"
#include "app/plot-page.h"
#include "app/guide.h"
#include "app/table-view.h"

G_BEGIN_DECLS

#define TL_TYPE_BOTTOM_PANE (tl_bottom_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlBottomPane, tl_bottom_pane, TL, BOTTOM_PANE, GtkWidget)

/* Signal "activated" (TlBottomPane *, guint id): a person wants to go to the record. */

void         tl_bottom_pane_set_editor (TlBottomPane *self,
                                        TlEditor     *editor);
/* @name: of a TlTable; NULL when there is no such table. */
TlTableView *tl_bottom_pane_get_view   (TlBottomPane *self,
                                        const char   *name);
/* Lent. */
TlPlotPage  *tl_bottom_pane_get_pictures (TlBottomPane *self);
void         tl_bottom_pane_show       (TlBottomPane *self,
                                        const char   *name);
/* Shows the findings and leads through them; when the guide is closed, all is as it was
 * before. */
void         tl_bottom_pane_lead       (TlBottomPane *self,
                                        TlSeries      series,
                                        guint         index);
/* Lent. */
TlGuide     *tl_bottom_pane_get_guide  (TlBottomPane *self);

G_END_DECLS
