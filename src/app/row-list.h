/* row-list.h - the rows of a list model as an array, and telling what became of them.
 *
 * A list model that keeps plain rows and makes an object only for those that are looked at
 * works its rows out anew when the chart changes.  Widgets must hear of as little as possible:
 * each row that is told of is made again.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef gboolean (*TlSameRow)     (gconstpointer a,
                                   gconstpointer b);

/**
 * tl_row_list_take:
 * @list: answers from the array that @rows points to
 * @rows: (inout): what was listed; replaced by @now, and freed
 * @now: (transfer full): rows of the same kind
 *
 * Tells of the part between what stayed the same at both ends; of a row that only went to
 * another place, of that row alone.
 */
void              tl_row_list_take (GListModel    *list,
                                    GArray       **rows,
                                    GArray        *now,
                                    TlSameRow      same);

G_END_DECLS
