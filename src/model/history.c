/* history.c - transactions of a chart: begun, ended, undone, redone.
 *
 * The one idea behind undo: a transaction is a list of changes, each of which can
 * be turned round and back again.  Turning them round last to first undoes the
 * transaction, first to last redoes it.
 */
#include "model/chart-private.h"

#include <string.h>

#include "model/check.h"

G_DEFINE_QUARK (tl-chart-error-quark, tl_chart_error)

static void
change_clear (gpointer data)
{
  tl_record_free (((TlChange *) data)->record);
}

static TlEntry *
entry_new (const char *label)
{
  TlEntry *entry = g_new0 (TlEntry, 1);

  entry->label = g_strdup (label);
  entry->changes = g_array_new (FALSE, FALSE, sizeof (TlChange));
  g_array_set_clear_func (entry->changes, change_clear);
  return entry;
}

void
tl_chart_entry_free (gpointer data)
{
  TlEntry *entry = data;

  if (entry == NULL)
    return;

  g_free (entry->label);
  g_array_unref (entry->changes);
  g_free (entry);
}

/* Turning changes round. */

static void
swap_image (TlChart  *chart,
            TlChange *change)
{
  TlRecord *live = tl_chart_lookup (chart, change->id);
  gsize size = tl_class_get (live->kind)->size;
  gpointer other = g_alloca (size);

  tl_chart_name_take (chart, live);
  memcpy (other, live, size);
  memcpy (live, change->record, size);
  memcpy (change->record, other, size);
  tl_chart_name_add (chart, live);
}

static void
turn (TlChart  *chart,
      TlChange *change)
{
  switch (change->type) {
  case TL_CHANGE_EDIT:
    swap_image (chart, change);
    break;
  case TL_CHANGE_MOVE:
    change->index = tl_chart_table_move (chart, tl_chart_lookup (chart, change->id), change->index);
    break;
  case TL_CHANGE_INSERT:
  case TL_CHANGE_REMOVE:
    if (change->record != NULL) {
      tl_chart_table_insert (chart, g_steal_pointer (&change->record), change->index);
    } else {
      TlRecord *live = tl_chart_lookup (chart, change->id);

      change->index = tl_chart_table_take (chart, live);
      change->record = live;
    }
    break;
  }
}

/* Where two records passed a name on, the one may have wanted it before the other had
 * let go: now all names are free that will be. */
static void
claim_names (TlChart       *chart,
             const TlEntry *entry)
{
  for (guint i = 0; i < entry->changes->len; i++) {
    TlRecord *live = tl_chart_lookup (chart, g_array_index (entry->changes, TlChange, i).id);

    if (live != NULL)
      tl_chart_name_add (chart, live);
  }
}

static void
turn_back (TlChart *chart,
           TlEntry *entry)
{
  for (guint i = entry->changes->len; i > 0; i--)
    turn (chart, &g_array_index (entry->changes, TlChange, i - 1));
  claim_names (chart, entry);
}

static void
turn_forward (TlChart *chart,
              TlEntry *entry)
{
  for (guint i = 0; i < entry->changes->len; i++)
    turn (chart, &g_array_index (entry->changes, TlChange, i));
  claim_names (chart, entry);
}

static GArray *
touched_ids (TlChart       *chart,
             const TlEntry *entry)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autofree guint8 *taken = g_malloc0 (chart->records->len);

  for (guint i = 0; i < entry->changes->len; i++) {
    TlId id = g_array_index (entry->changes, TlChange, i).id;

    if (!taken[id])
      g_array_append_val (ids, id);
    taken[id] = 1;
  }
  return ids;
}

static void
tell (TlChart      *chart,
      const GArray *ids)
{
  if (chart->notify != NULL)
    chart->notify (chart, (const TlId *) (gpointer) ids->data, ids->len, chart->notify_data);
}

/* Beginning and writing. */

void
tl_chart_begin (TlChart    *chart,
                const char *label)
{
  g_return_if_fail (chart->open == NULL);

  chart->open = entry_new (label);
  chart->serial++;
}

void
tl_chart_begin_loading (TlChart *chart)
{
  tl_chart_begin (chart, "");
  chart->loading = TRUE;
}

gboolean
tl_chart_is_open (const TlChart *chart)
{
  return chart->open != NULL;
}

/* Takes what it takes to turn round what was just done. */
void
tl_chart_remember (TlChart *chart,
                   TlChange change)
{
  if (chart->loading)
    change_clear (&change);
  else
    g_array_append_val (chart->open->changes, change);
}

/* Ending a transaction. */

static void
drop_equal_images (TlChart *chart,
                   TlEntry *entry)
{
  guint kept = 0;

  for (guint i = 0; i < entry->changes->len; i++) {
    TlChange *change = &g_array_index (entry->changes, TlChange, i);
    const TlRecord *live = tl_chart_lookup (chart, change->id);

    if (change->type == TL_CHANGE_EDIT && live != NULL && tl_record_equal (live, change->record)) {
      g_clear_pointer (&change->record, tl_record_free);
    } else {
      TlChange moved = *change;

      change->record = NULL;
      g_array_index (entry->changes, TlChange, kept++) = moved;
    }
  }
  g_array_set_clear_func (entry->changes, NULL);   /* what lies past the end owns nothing */
  g_array_set_size (entry->changes, kept);
  g_array_set_clear_func (entry->changes, change_clear);
}

/* Whether the records stand in the same order without @entry as with it. */
static gboolean
moves_cancel (TlChart *chart,
              TlEntry *entry)
{
  GPtrArray *with[TL_N_RECORD_KINDS];
  gboolean same = TRUE;

  for (guint i = 0; i < TL_N_RECORD_KINDS; i++)
    with[i] = g_ptr_array_copy (chart->tables[i], NULL, NULL);
  turn_back (chart, entry);
  for (guint i = 0; i < TL_N_RECORD_KINDS; i++) {
    const GPtrArray *without = chart->tables[i];

    same = same && without->len == with[i]->len &&
           (without->len == 0 ||
            memcmp (without->pdata, with[i]->pdata, without->len * sizeof (gpointer)) == 0);
    g_ptr_array_unref (with[i]);
  }
  turn_forward (chart, entry);
  return same;
}

/* Whether all that is left was added and removed again, or moved and moved back. */
static gboolean
comes_to_nothing (TlChart *chart,
                  TlEntry *entry)
{
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);
  gboolean has_moves = FALSE;

  for (guint i = 0; i < entry->changes->len; i++) {
    const TlChange *change = &g_array_index (entry->changes, TlChange, i);

    if (change->type == TL_CHANGE_MOVE) {
      has_moves = TRUE;
      continue;
    }
    if (change->type == TL_CHANGE_INSERT)
      g_hash_table_add (added, GUINT_TO_POINTER (change->id));
    if (tl_chart_lookup (chart, change->id) != NULL ||
        !g_hash_table_contains (added, GUINT_TO_POINTER (change->id)))
      return FALSE;
  }
  return !has_moves || moves_cancel (chart, entry);
}

static gboolean
is_valid (TlChart *chart,
          GArray  *ids,
          GError **error)
{
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  g_autoptr (GString) text = NULL;

  tl_check_touched (chart, (const TlId *) (gpointer) ids->data, ids->len, problems);
  if (problems->len == 0)
    return TRUE;

  text = g_string_new (NULL);
  for (guint i = 0; i < problems->len; i++) {
    const TlProblem *problem = g_ptr_array_index (problems, i);

    g_string_append_printf (text, i == 0 ? "%s" : "\n%s", problem->message);
  }
  g_set_error_literal (error, TL_CHART_ERROR, TL_CHART_ERROR_INVALID, text->str);
  return FALSE;
}

gboolean
tl_chart_commit (TlChart *chart,
                 GError **error)
{
  g_autoptr (GArray) ids = NULL;
  TlEntry *entry;

  g_return_val_if_fail (chart->open != NULL && !chart->loading, FALSE);

  drop_equal_images (chart, chart->open);
  if (comes_to_nothing (chart, chart->open)) {
    g_clear_pointer (&chart->open, tl_chart_entry_free);
    return TRUE;
  }

  claim_names (chart, chart->open);
  ids = touched_ids (chart, chart->open);
  if (!is_valid (chart, ids, error)) {
    tl_chart_abort (chart);
    return FALSE;
  }

  entry = g_steal_pointer (&chart->open);
  entry->version = chart->version;
  chart->version = ++chart->last_version;
  g_ptr_array_set_size (chart->history, (gint) chart->cursor);
  g_ptr_array_add (chart->history, entry);
  chart->cursor++;
  tell (chart, ids);
  return TRUE;
}

void
tl_chart_abort (TlChart *chart)
{
  g_return_if_fail (chart->open != NULL && !chart->loading);

  turn_back (chart, chart->open);
  g_clear_pointer (&chart->open, tl_chart_entry_free);
}

void
tl_chart_settle (TlChart *chart)
{
  g_clear_pointer (&chart->open, tl_chart_entry_free);
  chart->loading = FALSE;
  g_array_set_size (chart->seen, chart->records->len);
  g_ptr_array_set_size (chart->history, 0);
  chart->cursor = 0;
  chart->version = ++chart->last_version;
}

/* History. */

gboolean
tl_chart_can_undo (const TlChart *chart)
{
  return chart->open == NULL && chart->cursor > 0;
}

gboolean
tl_chart_can_redo (const TlChart *chart)
{
  return chart->open == NULL && chart->cursor < chart->history->len;
}

const char *
tl_chart_undo_label (const TlChart *chart)
{
  if (!tl_chart_can_undo (chart))
    return NULL;
  return ((const TlEntry *) g_ptr_array_index (chart->history, chart->cursor - 1))->label;
}

const char *
tl_chart_redo_label (const TlChart *chart)
{
  if (!tl_chart_can_redo (chart))
    return NULL;
  return ((const TlEntry *) g_ptr_array_index (chart->history, chart->cursor))->label;
}

static void
swap_version (TlChart *chart,
              TlEntry *entry)
{
  guint64 version = chart->version;

  chart->version = entry->version;
  entry->version = version;
}

void
tl_chart_undo (TlChart *chart)
{
  g_autoptr (GArray) ids = NULL;
  TlEntry *entry;

  g_return_if_fail (tl_chart_can_undo (chart));

  entry = g_ptr_array_index (chart->history, --chart->cursor);
  turn_back (chart, entry);
  swap_version (chart, entry);
  ids = touched_ids (chart, entry);
  tell (chart, ids);
}

void
tl_chart_redo (TlChart *chart)
{
  g_autoptr (GArray) ids = NULL;
  TlEntry *entry;

  g_return_if_fail (tl_chart_can_redo (chart));

  entry = g_ptr_array_index (chart->history, chart->cursor++);
  turn_forward (chart, entry);
  swap_version (chart, entry);
  ids = touched_ids (chart, entry);
  tell (chart, ids);
}

guint64
tl_chart_version (const TlChart *chart)
{
  return chart->version;
}
