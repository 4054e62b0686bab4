/* ops-duplicate.c - copies of steps with all that hangs on them, or of other records.
 *
 * Handles change, so copies are made first, each with its references to originals;
 * then the references among what was copied together are led to the copies.
 */
#include "model/ops.h"

#include <glib/gi18n-lib.h>

#include "model/ops-cells.h"

typedef struct {
  TlChart *chart;
  TlId    *copy_of;   /* by handle of the original */
  guint    limit;
} Copying;

static TlId
copy_one (Copying        *copying,
          const TlRecord *original,
          TlId            parent)
{
  TlRecord *copy = tl_record_copy (original);
  TlId id;

  g_clear_pointer (&copy->name, g_free);
  tl_id_list_clear (&copy->children);
  id = tl_chart_insert (copying->chart, copy, parent, G_MAXUINT);
  copying->copy_of[original->id] = id;
  return id;
}

static TlId
copy_record (Copying *copying,
             TlId     original)
{
  const TlRecord *record = tl_chart_get (copying->chart, original);
  TlId id = copy_one (copying, record, record->parent);

  for (guint i = 0; i < record->children.n; i++)
    copy_one (copying, tl_chart_get (copying->chart, record->children.ids[i]), id);
  return id;
}

static TlId
copy_of (const Copying *copying,
         TlId           id)
{
  return id != TL_ID_NONE && id < copying->limit ? copying->copy_of[id] : TL_ID_NONE;
}

/* Each copied step to the next free row of its column. */
static void
place_steps (Copying    *copying,
             const TlId *ids,
             guint       n_ids)
{
  g_autoptr (GHashTable) taken = tl_cells_taken (copying->chart);

  for (guint i = 0; i < n_ids; i++) {
    const TlStep *copy = TL_CHART_GET (copying->chart, STEP, TlStep, copy_of (copying, ids[i]));
    TlCell cell;

    if (copy == NULL)
      continue;
    cell = tl_cell_of (copy);
    cell.row = tl_cells_take_row (taken, cell);
    tl_cell_put (copying->chart, copy->head.id, cell);
  }
}

/* Connectors between two copied steps, unless they were chosen and are copied yet. */
static void
copy_connectors (Copying *copying)
{
  guint n = tl_chart_n (copying->chart, TL_RECORD_CONNECTOR);

  for (guint i = 0; i < n; i++) {
    const TlConnector *original = TL_CHART_NTH (copying->chart, CONNECTOR, TlConnector, i);
    TlId from = copy_of (copying, original->from), to = copy_of (copying, original->to);
    TlConnector *copy;

    if (from == TL_ID_NONE || to == TL_ID_NONE || original->head.id >= copying->limit)
      continue;
    copy = tl_chart_edit (copying->chart, copy_record (copying, original->head.id));
    copy->from = from;
    copy->to = to;
  }
}

static void
share_recoveries (Copying *copying,
                  TlId     failure,
                  TlId     copy)
{
  for (guint i = 0; i < tl_chart_n (copying->chart, TL_RECORD_RECOVERY); i++) {
    const TlRecovery *recovery = TL_CHART_NTH (copying->chart, RECOVERY, TlRecovery, i);
    guint index = tl_id_list_index (&recovery->failures, failure);

    if (index != G_MAXUINT)
      tl_id_list_insert (&((TlRecovery *) tl_chart_edit (copying->chart,
                                                         recovery->head.id))->failures,
                         index + 1, copy);
  }
}

/* Failure points on what was copied.  One that was chosen itself, without its place,
 * stays there; it says no probability, for two would count the same twice. */
static void
copy_failures (Copying *copying)
{
  guint n = tl_chart_n (copying->chart, TL_RECORD_FAILURE);

  for (guint i = 0; i < n; i++) {
    const TlFailure *original = TL_CHART_NTH (copying->chart, FAILURE, TlFailure, i);
    TlId place = copy_of (copying, original->at);
    gboolean chosen = copy_of (copying, original->head.id) != TL_ID_NONE;
    TlFailure *copy;

    if (original->head.id >= copying->limit || (place == TL_ID_NONE && !chosen))
      continue;
    copy = tl_chart_edit (copying->chart, chosen ? copy_of (copying, original->head.id)
                                                 : copy_record (copying, original->head.id));
    if (place != TL_ID_NONE)
      copy->at = place;
    else
      copy->p = TL_NO_NUMBER;
    share_recoveries (copying, original->head.id, copy->head.id);
  }
}

static gboolean
may_copy (const TlChart *chart,
          const TlId    *ids,
          guint          n_ids,
          GError       **error)
{
  g_autofree guint8 *seen = NULL;
  gboolean twice = FALSE;

  if (!tl_ops_has_all (chart, ids, n_ids, error))
    return FALSE;

  seen = g_new0 (guint8, tl_chart_id_limit (chart));
  for (guint i = 0; i < n_ids; i++) {
    if (tl_class_get (tl_chart_get (chart, ids[i])->kind)->single)
      return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                          _("A chart has only one of this, so it cannot be duplicated."));
    twice = twice || seen[ids[i]];
    seen[ids[i]] = TRUE;
  }
  for (guint i = 0; i < n_ids; i++)   /* a child goes with its parent */
    twice = twice || seen[tl_chart_get (chart, ids[i])->parent];
  return !twice || tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                                _("The same thing is chosen twice; choose it once."));
}

/* A connector alone would be the twin of its original. */
static gboolean
connectors_have_ends (const TlChart *chart,
                      const TlId    *ids,
                      guint          n_ids,
                      GError       **error)
{
  g_autofree guint8 *chosen = tl_ops_mark (chart, ids, n_ids);

  for (guint i = 0; i < n_ids; i++) {
    const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, ids[i]);

    if (connector != NULL && (!chosen[connector->from] || !chosen[connector->to]))
      return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                          _("A connector is duplicated with both of its steps; choose them too."));
  }
  return TRUE;
}

gboolean
tl_ops_duplicate (TlChart    *chart,
                  const TlId *ids,
                  guint       n_ids,
                  TlId       *copies,
                  GError    **error)
{
  Copying copying = { .chart = chart };
  g_autofree TlId *copy_by_handle = NULL;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!may_copy (chart, ids, n_ids, error) ||
      !connectors_have_ends (chart, ids, n_ids, error))
    return FALSE;

  copying.limit = tl_chart_id_limit (chart);
  copy_by_handle = g_new0 (TlId, copying.limit);
  copying.copy_of = copy_by_handle;
  for (guint i = 0; i < n_ids; i++) {
    if (tl_chart_get (chart, ids[i])->kind != TL_RECORD_CONNECTOR)
      copy_record (&copying, ids[i]);
  }
  place_steps (&copying, ids, n_ids);
  copy_connectors (&copying);
  copy_failures (&copying);
  for (guint i = 0; i < n_ids; i++)
    copies[i] = copying.copy_of[ids[i]];
  return TRUE;
}
