/* row-list.h - the rows of a list model as an array: telling what became of them, and sharing
 * the selection of the window.
 *
 * A list model that keeps plain rows and makes an object only for those that are looked at
 * works its rows out anew when the chart changes.  Widgets must hear of as little as possible:
 * each row that is told of is made again.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/selection.h"

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

/* Of a model that lists records: TL_ID_NONE and G_MAXUINT for what it does not list. */
typedef TlId     (*TlGetRowId)    (gpointer       model,
                                   guint          position);
typedef guint    (*TlFindRowId)   (gpointer       model,
                                   TlId           id);

/* Selects in the window what is selected in the list. */
void              tl_row_list_tell_selection   (GtkSelectionModel *rows,
                                                gpointer           model,
                                                TlGetRowId         get_id,
                                                TlSelection       *selection);
/* Selects in the list what is selected in the window.  Returns the row of what was selected
 * last, or G_MAXUINT. */
guint             tl_row_list_follow_selection (GtkSelectionModel *rows,
                                                gpointer           model,
                                                TlFindRowId        find_id,
                                                TlSelection       *selection);

G_END_DECLS
