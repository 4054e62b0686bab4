/* table-copy.h - rows of a table for spreadsheets and documents. */
#pragma once

#include "app/table-model.h"

G_BEGIN_DECLS

/* With a line of titles; @positions in the order they stand; of a grouped table the first column
 * says of each row which group it is in, so that it can be sorted and filtered elsewhere.
 * Cells that a spreadsheet would take for a formula begin with an apostrophe. */
char               *tl_table_copy_tsv      (const TlTable *table,
                                            TlTableModel  *model,
                                            GtkBitset     *positions) G_GNUC_WARN_UNUSED_RESULT;
char               *tl_table_copy_html     (const TlTable *table,
                                            TlTableModel  *model,
                                            GtkBitset     *positions) G_GNUC_WARN_UNUSED_RESULT;
/* Both, for the clipboard. */
GdkContentProvider *tl_table_copy_provider (const TlTable *table,
                                            TlTableModel  *model,
                                            GtkBitset     *positions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
