/* start-page.h - what a window shows before there is a chart: examples and recent charts. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_START_PAGE (tl_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TlStartPage, tl_start_page, TL, START_PAGE, GtkWidget)

/* Signals "open-template" and "open-recent" (TlStartPage *, const char *path). */

G_END_DECLS
