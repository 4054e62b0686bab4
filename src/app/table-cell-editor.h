/* table-cell-editor.h - a popover to write a field of a record in, over a cell. */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"

G_BEGIN_DECLS

#define TL_TYPE_TABLE_CELL_EDITOR (tl_table_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlTableCellEditor, tl_table_cell_editor, TL, TABLE_CELL_EDITOR, GtkPopover)

GtkWidget *tl_table_cell_editor_new  (void);

/* Signal "step" (TlTableCellEditor *, int by): what was written is set; Tab asks for the
 * next cell (1) or, with Shift, the one before (-1). */

void       tl_table_cell_editor_open (TlTableCellEditor *self,
                                      TlEditor          *editor,
                                      TlId               id,
                                      const char        *xml);

G_END_DECLS
