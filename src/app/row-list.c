/* row-list.c - the rows of a list model as an array. */
#include "app/row-list.h"

static gconstpointer
row_at (const GArray *rows,
        guint         index)
{
  return rows->data + (gsize) index * g_array_get_element_size ((GArray *) rows);
}

static gboolean
is_same (const GArray *a,
         guint         i,
         const GArray *b,
         guint         k,
         TlSameRow     same)
{
  return same (row_at (a, i), row_at (b, k));
}

/* A rating sorts its row to another place: that one row is told of, and not all between,
 * which would be made anew.  @n: rows from @start on that differ, in @old and @now. */
static gboolean
tell_moved (GListModel *list,
            GArray    **rows,
            GArray     *old,
            GArray     *now,
            guint       start,
            guint       n,
            TlSameRow   same)
{
  gboolean down = TRUE, up = TRUE;

  for (guint i = start; i + 1 < start + n && (down || up); i++) {
    down = down && is_same (old, i + 1, now, i, same);
    up = up && is_same (old, i, now, i + 1, same);
  }
  if (n < 2 || (!down && !up))
    return FALSE;
  g_array_remove_index (old, down ? start : start + n - 1);
  *rows = old;
  g_list_model_items_changed (list, down ? start : start + n - 1, 1, 0);
  *rows = now;
  g_list_model_items_changed (list, down ? start + n - 1 : start, 0, 1);
  return TRUE;
}

void
tl_row_list_take (GListModel *list,
                  GArray    **rows,
                  GArray     *now,
                  TlSameRow   same)
{
  g_autoptr (GArray) old = *rows;
  guint start = 0, end = 0, n_old, n_now;

  *rows = now;
  while (start < old->len && start < now->len && is_same (old, start, now, start, same))
    start++;
  while (end < old->len - start && end < now->len - start &&
         is_same (old, old->len - 1 - end, now, now->len - 1 - end, same))
    end++;
  n_old = old->len - start - end;
  n_now = now->len - start - end;
  if ((n_old > 0 || n_now > 0) &&
      (n_old != n_now || !tell_moved (list, rows, old, now, start, n_old, same)))
    g_list_model_items_changed (list, start, n_old, n_now);
}

/* Selections. */

void
tl_row_list_tell_selection (GtkSelectionModel *rows,
                            gpointer           model,
                            TlGetRowId         get_id,
                            TlSelection       *selection)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (rows);
  GtkBitsetIter iter;
  guint position;
  gboolean more;

  for (more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    TlId id = get_id (model, position);

    if (id != TL_ID_NONE)
      g_array_append_val (ids, id);
  }
  tl_selection_set (selection, (const TlId *) (const void *) ids->data, ids->len);
}

guint
tl_row_list_follow_selection (GtkSelectionModel *rows,
                              gpointer           model,
                              TlFindRowId        find_id,
                              TlSelection       *selection)
{
  const TlId *ids = tl_selection_get_ids (selection);
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask =
    gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (rows)));
  guint last = G_MAXUINT;

  for (guint i = 0; i < tl_selection_get_n (selection); i++) {
    guint position = find_id (model, ids[i]);

    if (position == G_MAXUINT)
      continue;
    gtk_bitset_add (selected, position);
    last = position;
  }
  gtk_selection_model_set_selection (rows, selected, mask);
  return last;
}
