/* page-view.h - a printed page as a widget, drawn off the main thread.
 *
 * All views of a window share a TlPageQueue, which lets one page after another be drawn:
 * the large one first, then thumbnails in the order in which they were wanted.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/printout.h"

G_BEGIN_DECLS

typedef struct _TlPageQueue TlPageQueue;

TlPageQueue *tl_page_queue_new    (void) G_GNUC_WARN_UNUSED_RESULT;
TlPageQueue *tl_page_queue_ref    (TlPageQueue *queue);
void         tl_page_queue_unref  (TlPageQueue *queue);
gboolean     tl_page_queue_is_idle (TlPageQueue *queue);

#define TL_TYPE_PAGE_VIEW (tl_page_view_get_type ())
G_DECLARE_FINAL_TYPE (TlPageView, tl_page_view, TL, PAGE_VIEW, GtkWidget)

/* @thumbnail: the side of the square it fits into, widget pixels; 0 = a large view. */
GtkWidget   *tl_page_view_new      (TlPageQueue *queue,
                                    int          thumbnail) G_GNUC_WARN_UNUSED_RESULT;
/* @printout: NULL = nothing. */
void         tl_page_view_set_page (TlPageView  *self,
                                    TlPrintout  *printout,
                                    guint        index);
/* Of a large view: 1 = as large as on paper; 0 = as large as there is room. */
void         tl_page_view_set_zoom (TlPageView  *self,
                                    double       zoom);
/* As it is shown now, never 0 while there is a page. */
double       tl_page_view_get_zoom (TlPageView  *self);
/* Whether what it shows is the page it should. */
gboolean     tl_page_view_is_drawn (TlPageView  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPageQueue, tl_page_queue_unref)

G_END_DECLS
