/* table-filter.h - a button that shows only rows of one owner, gap, priority and such. */
#pragma once

#include "app/table-view-private.h"

G_BEGIN_DECLS

/* For the columns of @view that rows can be chosen by. */
GtkWidget *tl_table_filter_new   (TlTableView *view);
/* All rows again, as for a table of another chart. */
void       tl_table_filter_clear (TlTableView *view);

G_END_DECLS
