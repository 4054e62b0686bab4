/* table-view.h - one table of the bottom pane: a column view, and its tools.
 *
 * The selection is the window's; a double click or Enter goes to the record; F2 writes in
 * the row, Tab goes on to the next cell that can be written in; Ctrl+C copies.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/table.h"
#include "app/table-model.h"

G_BEGIN_DECLS

#define TL_TYPE_TABLE_VIEW (tl_table_view_get_type ())
G_DECLARE_FINAL_TYPE (TlTableView, tl_table_view, TL, TABLE_VIEW, GtkWidget)

GtkWidget    *tl_table_view_new        (const TlTable *table);

/* Signal "activated" (TlTableView *, guint id): a person wants to go to the record. */

void          tl_table_view_set_editor (TlTableView   *self,
                                        TlEditor      *editor);
/* The box to filter with, the choice of groups, and copying; for the pane's toolbar. */
GtkWidget    *tl_table_view_get_tools  (TlTableView   *self);
GtkWidget    *tl_table_view_get_search (TlTableView   *self);
GtkWidget    *tl_table_view_get_list   (TlTableView   *self);
/* Of a table of findings: what settles one, at its row; else NULL. */
GtkWidget    *tl_table_view_get_row_menu (TlTableView *self);
/* Findings that a step or a question is about; NULL = all. */
void          tl_table_view_set_topic  (TlTableView   *self,
                                        const TlProgressTest *topic);
/* NULL without an editor, and until the table is first seen.  Lent. */
TlTableModel *tl_table_view_get_model  (TlTableView   *self);
void          tl_table_view_copy       (TlTableView   *self);
/* Opens the first cell of the selected row that can be written in. */
void          tl_table_view_edit       (TlTableView   *self);
gboolean      tl_table_view_is_editing (TlTableView   *self);

G_END_DECLS
