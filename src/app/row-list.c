/* row-list.c - the rows of a list model as an array, and telling what became of them. */
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
