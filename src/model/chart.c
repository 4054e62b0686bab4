/* chart.c - a chart in memory: tables of records, transactions, undo.
 *
 * Invariants, true whenever no transaction is open:
 *   (1) a record is in records[its handle] and once in the table of its kind, or
 *       is held by a change in the history, never both;
 *   (2) no handle is ever given out twice, not even after an undo;
 *   (3) history[0..cursor) are done, history[cursor..) are undone;
 *   (4) names maps the XML id of every live record to its handle;
 *   (5) a child record's parent lists it, once, and nothing else.
 *
 * The one idea behind undo: a transaction is a list of changes, each of which can
 * be turned round and back again.  Turning them round last to first undoes the
 * transaction, first to last redoes it.
 */
#include "model/chart.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/check.h"
#include "model/names.h"
#include "model/units.h"

G_DEFINE_QUARK (tl-chart-error-quark, tl_chart_error)

typedef enum {
  CHANGE_EDIT,     /* record: how it looks on the other side */
  CHANGE_INSERT,   /* record: NULL while done */
  CHANGE_REMOVE,   /* record: NULL while undone */
  CHANGE_MOVE      /* index: where it stands on the other side */
} ChangeType;

typedef struct {
  ChangeType type;
  TlId       id;
  guint      index;    /* in the table, of an insert or remove */
  TlRecord  *record;   /* owned */
} Change;

typedef struct {
  char   *label;
  GArray *changes;        /* Change */
  guint64 version;        /* of the chart on the other side */
} Entry;

struct _TlChart {
  /* Owned */
  GPtrArray  *tables[TL_N_RECORD_KINDS];   /* TlRecord, owned through records */
  GPtrArray  *records;                     /* by handle; NULL = not live */
  TlNames    *names;                       /* XML ids, borrowed from the records */
  GPtrArray  *history;                     /* Entry */

  /* State */
  guint       cursor;
  guint64     version, last_version;
  Entry      *open;                        /* the transaction, or NULL */
  gboolean    loading;                     /* it will be settled, so it remembers nothing */
  GArray     *seen;                        /* by handle: serial of the last transaction to write */
  guint32     serial;

  /* Borrowed */
  TlChartNotify notify;
  gpointer      notify_data;
};

static void
change_clear (gpointer data)
{
  tl_record_free (((Change *) data)->record);
}

static Entry *
entry_new (const char *label)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->label = g_strdup (label);
  entry->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (entry->changes, change_clear);
  return entry;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  if (entry == NULL)
    return;

  g_free (entry->label);
  g_array_unref (entry->changes);
  g_free (entry);
}

/* The tables. */

static TlRecord *
lookup (const TlChart *chart,
        TlId           id)
{
  return id < chart->records->len ? g_ptr_array_index (chart->records, id) : NULL;
}

static void
name_add (TlChart  *chart,
          TlRecord *record)
{
  /* The first of two that share a name keeps it; check.c reports the second. */
  if (record->name != NULL)
    tl_names_add (chart->names, record->name, record->id);
}

static void
name_take (TlChart  *chart,
           TlRecord *record)
{
  if (record->name != NULL)
    tl_names_take (chart->names, record->name, record->id);
}

/* Most searches are for what came last, so look from the end. */
static guint
table_index (const GPtrArray *table,
             const TlRecord  *record)
{
  for (guint i = table->len; i > 0; i--) {
    if (g_ptr_array_index (table, i - 1) == record)
      return i - 1;
  }
  g_assert_not_reached ();
}

static void
table_insert (TlChart  *chart,
              TlRecord *record,
              guint     index)
{
  GPtrArray *table = chart->tables[record->kind];

  g_ptr_array_insert (table, index >= table->len ? -1 : (gint) index, record);
  g_ptr_array_index (chart->records, record->id) = record;
  name_add (chart, record);
}

static guint
table_take (TlChart  *chart,
            TlRecord *record)
{
  guint index = table_index (chart->tables[record->kind], record);

  g_ptr_array_remove_index (chart->tables[record->kind], index);
  g_ptr_array_index (chart->records, record->id) = NULL;
  name_take (chart, record);
  return index;
}

static guint
table_move (TlChart  *chart,
            TlRecord *record,
            guint     index)
{
  GPtrArray *table = chart->tables[record->kind];
  guint old = table_index (table, record);

  g_ptr_array_remove_index (table, old);
  g_ptr_array_insert (table, (gint) index, record);
  return old;
}

/* Turning changes round. */

static void
swap_image (TlChart *chart,
            Change  *change)
{
  TlRecord *live = lookup (chart, change->id);
  gsize size = tl_class_get (live->kind)->size;
  gpointer other = g_alloca (size);

  name_take (chart, live);
  memcpy (other, live, size);
  memcpy (live, change->record, size);
  memcpy (change->record, other, size);
  name_add (chart, live);
}

static void
turn (TlChart *chart,
      Change  *change)
{
  switch (change->type) {
  case CHANGE_EDIT:
    swap_image (chart, change);
    break;
  case CHANGE_MOVE:
    change->index = table_move (chart, lookup (chart, change->id), change->index);
    break;
  case CHANGE_INSERT:
  case CHANGE_REMOVE:
    if (change->record != NULL) {
      table_insert (chart, g_steal_pointer (&change->record), change->index);
    } else {
      TlRecord *live = lookup (chart, change->id);

      change->index = table_take (chart, live);
      change->record = live;
    }
    break;
  }
}

/* Where two records passed a name on, the one may have wanted it before the other had
 * let go: now all names are free that will be. */
static void
claim_names (TlChart     *chart,
             const Entry *entry)
{
  for (guint i = 0; i < entry->changes->len; i++) {
    TlRecord *live = lookup (chart, g_array_index (entry->changes, Change, i).id);

    if (live != NULL)
      name_add (chart, live);
  }
}

static void
turn_back (TlChart *chart,
           Entry   *entry)
{
  for (guint i = entry->changes->len; i > 0; i--)
    turn (chart, &g_array_index (entry->changes, Change, i - 1));
  claim_names (chart, entry);
}

static void
turn_forward (TlChart *chart,
              Entry   *entry)
{
  for (guint i = 0; i < entry->changes->len; i++)
    turn (chart, &g_array_index (entry->changes, Change, i));
  claim_names (chart, entry);
}

static GArray *
touched_ids (TlChart     *chart,
             const Entry *entry)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autofree guint8 *taken = g_malloc0 (chart->records->len);

  for (guint i = 0; i < entry->changes->len; i++) {
    TlId id = g_array_index (entry->changes, Change, i).id;

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

/* Life. */

TlChart *
tl_chart_new (void)
{
  TlChart *chart = g_new0 (TlChart, 1);
  TlRecord *info = tl_record_new (TL_RECORD_CHART);

  for (guint i = 0; i < TL_N_RECORD_KINDS; i++)
    chart->tables[i] = g_ptr_array_new ();
  chart->records = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_record_free);
  g_ptr_array_set_size (chart->records, 2);   /* handle 0 is TL_ID_NONE */
  chart->names = tl_names_new ();
  chart->history = g_ptr_array_new_with_free_func (entry_free);
  chart->seen = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (chart->seen, 2);

  info->id = 1;
  table_insert (chart, info, G_MAXUINT);
  return chart;
}

void
tl_chart_free (TlChart *chart)
{
  if (chart == NULL)
    return;

  entry_free (chart->open);
  g_ptr_array_unref (chart->history);
  tl_names_free (chart->names);
  for (guint i = 0; i < TL_N_RECORD_KINDS; i++)
    g_ptr_array_unref (chart->tables[i]);
  g_ptr_array_unref (chart->records);
  g_array_unref (chart->seen);
  g_free (chart);
}

void
tl_chart_set_notify (TlChart      *chart,
                     TlChartNotify notify,
                     gpointer      data)
{
  chart->notify = notify;
  chart->notify_data = data;
}

/* Reading. */

const TlChartInfo *
tl_chart_info (const TlChart *chart)
{
  return (const TlChartInfo *) tl_chart_nth (chart, TL_RECORD_CHART, 0);
}

guint
tl_chart_n (const TlChart *chart,
            TlRecordKind   kind)
{
  return chart->tables[kind]->len;
}

const TlRecord *
tl_chart_nth (const TlChart *chart,
              TlRecordKind   kind,
              guint          index)
{
  g_return_val_if_fail (index < chart->tables[kind]->len, NULL);

  return g_ptr_array_index (chart->tables[kind], index);
}

guint
tl_chart_index (const TlChart *chart,
                TlId           id)
{
  const TlRecord *record = lookup (chart, id);

  g_return_val_if_fail (record != NULL, G_MAXUINT);

  return table_index (chart->tables[record->kind], record);
}

const TlRecord *
tl_chart_get (const TlChart *chart,
              TlId           id)
{
  return lookup (chart, id);
}

const TlRecord *
tl_chart_get_as (const TlChart *chart,
                 TlRecordKind   kind,
                 TlId           id)
{
  const TlRecord *record = lookup (chart, id);

  return record != NULL && record->kind == kind ? record : NULL;
}

TlId
tl_chart_find (const TlChart *chart,
               const char    *name)
{
  return tl_names_find (chart->names, name, strlen (name));
}

TlId
tl_chart_find_part (const TlChart *chart,
                    const char    *name,
                    gsize          length)
{
  return tl_names_find (chart->names, name, length);
}

gboolean
tl_chart_names_differ (const TlChart *chart)
{
  guint n = 0;

  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++)
    n += tl_class_get (kind)->has_name ? chart->tables[kind]->len : 0;
  return n == tl_names_n (chart->names);
}

TlId
tl_chart_id_limit (const TlChart *chart)
{
  return chart->records->len;
}

guint
tl_chart_currency_digits (const TlChart *chart)
{
  return tl_currency_digits (tl_chart_info (chart)->currency);
}

/* Writing. */

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

/* Whether this transaction writes to @id for the first time; says so only once. */
static gboolean
first_write (TlChart *chart,
             TlId     id)
{
  guint32 *seen = &g_array_index (chart->seen, guint32, id);
  gboolean first = *seen != chart->serial;

  *seen = chart->serial;
  return first;
}

/* Takes what it takes to turn round what was just done. */
static void
remember (TlChart *chart,
          Change   change)
{
  if (chart->loading)
    change_clear (&change);
  else
    g_array_append_val (chart->open->changes, change);
}

static char *
random_name (const TlChart *chart)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  char name[9] = { 0 };

  do {
    name[0] = letters[g_random_int_range (0, 26)];   /* an NCName begins with a letter */
    for (guint i = 1; i < 8; i++)
      name[i] = letters[g_random_int_range (0, 36)];
  } while (tl_chart_find (chart, name) != TL_ID_NONE);
  return g_strdup (name);
}

TlId
tl_chart_insert (TlChart  *chart,
                 TlRecord *record,
                 TlId      parent,
                 guint     index)
{
  const TlClass *klass = tl_class_get (record->kind);
  Change change = { .type = CHANGE_INSERT };

  g_return_val_if_fail (chart->open != NULL, TL_ID_NONE);
  g_return_val_if_fail ((klass->parent != TL_N_RECORD_KINDS) == (parent != TL_ID_NONE), TL_ID_NONE);

  record->id = chart->records->len;
  record->parent = parent;
  g_ptr_array_add (chart->records, NULL);
  if (klass->has_name && record->name == NULL)
    record->name = random_name (chart);
  if (!chart->loading) {
    g_array_set_size (chart->seen, chart->records->len);
    first_write (chart, record->id);
  }

  if (parent != TL_ID_NONE) {
    TlRecord *owner = tl_chart_edit (chart, parent);

    tl_id_list_insert (&owner->children, index, record->id);
  }
  table_insert (chart, record, parent == TL_ID_NONE ? index : G_MAXUINT);
  change.id = record->id;
  remember (chart, change);
  return record->id;
}

static void
remove_one (TlChart  *chart,
            TlRecord *record)
{
  Change change = { .type = CHANGE_REMOVE, .id = record->id, .record = record };

  change.index = table_take (chart, record);
  remember (chart, change);
}

void
tl_chart_remove (TlChart *chart,
                 TlId     id)
{
  TlRecord *record = lookup (chart, id);

  g_return_if_fail (chart->open != NULL);
  g_return_if_fail (record != NULL && record->kind != TL_RECORD_CHART);

  if (record->parent != TL_ID_NONE) {
    TlRecord *owner = tl_chart_edit (chart, record->parent);

    tl_id_list_remove (&owner->children, id);
  }
  for (guint i = record->children.n; i > 0; i--)
    remove_one (chart, lookup (chart, record->children.ids[i - 1]));
  remove_one (chart, record);
}

gpointer
tl_chart_edit (TlChart *chart,
               TlId     id)
{
  TlRecord *record = lookup (chart, id);

  g_return_val_if_fail (chart->open != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  if (!chart->loading && first_write (chart, id))
    remember (chart, (Change) { .type = CHANGE_EDIT, .id = id, .record = tl_record_copy (record) });
  return record;
}

void
tl_chart_reorder (TlChart *chart,
                  TlId     id,
                  guint    index)
{
  TlRecord *record = lookup (chart, id);
  Change change = { .type = CHANGE_MOVE, .id = id };

  g_return_if_fail (chart->open != NULL);
  g_return_if_fail (record != NULL && record->parent == TL_ID_NONE);
  g_return_if_fail (index < chart->tables[record->kind]->len);

  change.index = table_move (chart, record, index);
  if (change.index != index)
    remember (chart, change);
}

void
tl_chart_rename (TlChart    *chart,
                 TlId        id,
                 const char *name)
{
  TlRecord *record;

  g_return_if_fail (tl_chart_find (chart, name) == TL_ID_NONE);

  record = tl_chart_edit (chart, id);
  g_return_if_fail (record != NULL && tl_class_get (record->kind)->has_name);

  name_take (chart, record);
  g_free (record->name);
  record->name = g_strdup (name);
  name_add (chart, record);
}

/* Ending a transaction. */

static void
drop_equal_images (TlChart *chart,
                   Entry   *entry)
{
  guint kept = 0;

  for (guint i = 0; i < entry->changes->len; i++) {
    Change *change = &g_array_index (entry->changes, Change, i);
    const TlRecord *live = lookup (chart, change->id);

    if (change->type == CHANGE_EDIT && live != NULL && tl_record_equal (live, change->record)) {
      g_clear_pointer (&change->record, tl_record_free);
    } else {
      Change moved = *change;

      change->record = NULL;
      g_array_index (entry->changes, Change, kept++) = moved;
    }
  }
  g_array_set_clear_func (entry->changes, NULL);   /* what lies past the end owns nothing */
  g_array_set_size (entry->changes, kept);
  g_array_set_clear_func (entry->changes, change_clear);
}

/* Whether the records stand in the same order without @entry as with it. */
static gboolean
moves_cancel (TlChart *chart,
              Entry   *entry)
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
                  Entry   *entry)
{
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);
  gboolean has_moves = FALSE;

  for (guint i = 0; i < entry->changes->len; i++) {
    const Change *change = &g_array_index (entry->changes, Change, i);

    if (change->type == CHANGE_MOVE) {
      has_moves = TRUE;
      continue;
    }
    if (change->type == CHANGE_INSERT)
      g_hash_table_add (added, GUINT_TO_POINTER (change->id));
    if (lookup (chart, change->id) != NULL ||
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
  Entry *entry;

  g_return_val_if_fail (chart->open != NULL && !chart->loading, FALSE);

  drop_equal_images (chart, chart->open);
  if (comes_to_nothing (chart, chart->open)) {
    g_clear_pointer (&chart->open, entry_free);
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
  g_clear_pointer (&chart->open, entry_free);
}

void
tl_chart_settle (TlChart *chart)
{
  g_clear_pointer (&chart->open, entry_free);
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
  return ((const Entry *) g_ptr_array_index (chart->history, chart->cursor - 1))->label;
}

const char *
tl_chart_redo_label (const TlChart *chart)
{
  if (!tl_chart_can_redo (chart))
    return NULL;
  return ((const Entry *) g_ptr_array_index (chart->history, chart->cursor))->label;
}

static void
swap_version (TlChart *chart,
              Entry   *entry)
{
  guint64 version = chart->version;

  chart->version = entry->version;
  entry->version = version;
}

void
tl_chart_undo (TlChart *chart)
{
  g_autoptr (GArray) ids = NULL;
  Entry *entry;

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
  Entry *entry;

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
