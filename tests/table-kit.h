/* table-kit.h - what tests of the tables under the chart do again and again. */
#pragma once

#include "app/bottom-pane.h"
#include "window-kit.h"

G_BEGIN_DECLS

/* The label with this text under @widget that can be seen; NULL = none. */
GtkWidget   *tl_kit_find_label  (GtkWidget   *widget,
                                 const char  *text);
/* Clicks in the middle of a widget. */
void         tl_kit_click_widget (GtkWidget  *widget);

/* By its name, such as "findings". */
TlTableView *tl_kit_show_table  (TlWindow    *window,
                                 const char  *name);
void         tl_kit_hide_tables (TlWindow    *window);
char        *tl_kit_cell        (TlTableView *view,
                                 guint        row,
                                 guint        column) G_GNUC_WARN_UNUSED_RESULT;
guint        tl_kit_n_rows      (TlTableView *view);
/* Clicks at what a cell of the table says. */
void         tl_kit_click_label (TlWindow    *window,
                                 TlTableView *view,
                                 const char  *text);

G_END_DECLS
