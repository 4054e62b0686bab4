/* chart.c - a chart in memory: the tables of records, to read and to write.
 *
 * Each function that writes does so at once and hands to history.c what it takes to
 * turn that round.
 */
#include "model/chart-private.h"

#include <string.h>

#include "model/units.h"

/* The tables. */

void
tl_chart_name_add (TlChart  *chart,
                   TlRecord *record)
{
  /* The first of two that share a name keeps it; check.c reports the second. */
  if (record->name != NULL)
    tl_names_add (chart->names, record->name, record->id);
}

void
tl_chart_name_take (TlChart  *chart,
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

void
tl_chart_table_insert (TlChart  *chart,
                       TlRecord *record,
                       guint     index)
{
  GPtrArray *table = chart->tables[record->kind];

  g_ptr_array_insert (table, index >= table->len ? -1 : (gint) index, record);
  g_ptr_array_index (chart->records, record->id) = record;
  tl_chart_name_add (chart, record);
}

guint
tl_chart_table_take (TlChart  *chart,
                     TlRecord *record)
{
  guint index = table_index (chart->tables[record->kind], record);

  g_ptr_array_remove_index (chart->tables[record->kind], index);
  g_ptr_array_index (chart->records, record->id) = NULL;
  tl_chart_name_take (chart, record);
  return index;
}

guint
tl_chart_table_move (TlChart  *chart,
                     TlRecord *record,
                     guint     index)
{
  GPtrArray *table = chart->tables[record->kind];
  guint old = table_index (table, record);

  g_ptr_array_remove_index (table, old);
  g_ptr_array_insert (table, (gint) index, record);
  return old;
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
  chart->history = g_ptr_array_new_with_free_func (tl_chart_entry_free);
  chart->seen = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (chart->seen, 2);

  info->id = 1;
  tl_chart_table_insert (chart, info, G_MAXUINT);
  return chart;
}

void
tl_chart_free (TlChart *chart)
{
  if (chart == NULL)
    return;

  tl_chart_entry_free (chart->open);
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
  const TlRecord *record = tl_chart_lookup (chart, id);

  g_return_val_if_fail (record != NULL, G_MAXUINT);

  return table_index (chart->tables[record->kind], record);
}

const TlRecord *
tl_chart_get (const TlChart *chart,
              TlId           id)
{
  return tl_chart_lookup (chart, id);
}

const TlRecord *
tl_chart_get_as (const TlChart *chart,
                 TlRecordKind   kind,
                 TlId           id)
{
  const TlRecord *record = tl_chart_lookup (chart, id);

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
  TlChange change = { .type = TL_CHANGE_INSERT };

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
  tl_chart_table_insert (chart, record, parent == TL_ID_NONE ? index : G_MAXUINT);
  change.id = record->id;
  tl_chart_remember (chart, change);
  return record->id;
}

static void
remove_one (TlChart  *chart,
            TlRecord *record)
{
  TlChange change = { .type = TL_CHANGE_REMOVE, .id = record->id, .record = record };

  change.index = tl_chart_table_take (chart, record);
  tl_chart_remember (chart, change);
}

void
tl_chart_remove (TlChart *chart,
                 TlId     id)
{
  TlRecord *record = tl_chart_lookup (chart, id);

  g_return_if_fail (chart->open != NULL);
  g_return_if_fail (record != NULL && record->kind != TL_RECORD_CHART);

  if (record->parent != TL_ID_NONE) {
    TlRecord *owner = tl_chart_edit (chart, record->parent);

    tl_id_list_remove (&owner->children, id);
  }
  for (guint i = record->children.n; i > 0; i--)
    remove_one (chart, tl_chart_lookup (chart, record->children.ids[i - 1]));
  remove_one (chart, record);
}

gpointer
tl_chart_edit (TlChart *chart,
               TlId     id)
{
  TlRecord *record = tl_chart_lookup (chart, id);

  g_return_val_if_fail (chart->open != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  if (!chart->loading && first_write (chart, id))
    tl_chart_remember (chart, (TlChange) { .type = TL_CHANGE_EDIT, .id = id,
                                           .record = tl_record_copy (record) });
  return record;
}

void
tl_chart_reorder (TlChart *chart,
                  TlId     id,
                  guint    index)
{
  TlRecord *record = tl_chart_lookup (chart, id);
  TlChange change = { .type = TL_CHANGE_MOVE, .id = id };

  g_return_if_fail (chart->open != NULL);
  g_return_if_fail (record != NULL && record->parent == TL_ID_NONE);
  g_return_if_fail (index < chart->tables[record->kind]->len);

  change.index = tl_chart_table_move (chart, record, index);
  if (change.index != index)
    tl_chart_remember (chart, change);
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

  tl_chart_name_take (chart, record);
  g_free (record->name);
  record->name = g_strdup (name);
  tl_chart_name_add (chart, record);
}
