/* print-preview.h - the pages that will be printed: thumbnails with what is on them, and
 * one page large.
 *
 * Actions, of the dialog around it: print.zoom-in, print.zoom-out, print.zoom-fit,
 * print.previous-page, print.next-page.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/printout.h"

G_BEGIN_DECLS

#define TL_TYPE_PRINT_PREVIEW (tl_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintPreview, tl_print_preview, TL, PRINT_PREVIEW, GtkWidget)

/* The page that was shown stays in view if there still is one at its place.  NULL =
 * nothing to show. */
void       tl_print_preview_set_printout (TlPrintPreview *self,
                                          TlPrintout     *printout);
/* From 0. */
guint      tl_print_preview_get_page     (TlPrintPreview *self);
void       tl_print_preview_set_page     (TlPrintPreview *self,
                                          guint           page);
/* -1 smaller, 1 larger, 0 as large as there is room. */
void       tl_print_preview_zoom         (TlPrintPreview *self,
                                          int             way);
double     tl_print_preview_get_zoom     (TlPrintPreview *self);
/* Whether all pages in view are drawn. */
gboolean   tl_print_preview_is_settled   (TlPrintPreview *self);
/* Whether the large page is, whatever becomes of the thumbnails. */
gboolean   tl_print_preview_is_page_drawn (TlPrintPreview *self);

G_END_DECLS
