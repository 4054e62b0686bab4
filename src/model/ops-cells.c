/* ops-cells.c - what the operations share: errors, lookups, cells and columns. */
#include "model/ops-cells.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (tl-ops-error-quark, tl_ops_error)

gboolean
tl_ops_fail (GError    **error,
             TlOpsError  code,
             const char *message)
{
  g_set_error_literal (error, TL_OPS_ERROR, (gint) code, message);
  return FALSE;
}

gboolean
tl_ops_is_a (const TlChart *chart,
             TlRecordKind   kind,
             TlId           id,
             GError       **error)
{
  if (id != TL_ID_NONE && tl_chart_get_as (chart, kind, id) != NULL)
    return TRUE;

  g_set_error (error, TL_OPS_ERROR, TL_OPS_ERROR_MISSING,
               /* Translators: %s is a kind of thing, such as Step */
               _("There is no such thing here any more: %s. Choose another."),
               _(tl_class_get (kind)->label));
  return FALSE;
}

const TlStep *
tl_ops_get_step (const TlChart *chart,
                 TlId           id,
                 GError       **error)
{
  return tl_ops_is_a (chart, TL_RECORD_STEP, id, error) ? TL_CHART_GET (chart, STEP, TlStep, id)
                                                        : NULL;
}

gboolean
tl_ops_has_all (const TlChart *chart,
                const TlId    *ids,
                guint          n_ids,
                GError       **error)
{
  for (guint i = 0; i < n_ids; i++) {
    if (ids[i] == TL_ID_NONE || tl_chart_get (chart, ids[i]) == NULL)
      return tl_ops_fail (error, TL_OPS_ERROR_MISSING,
                          _("Something chosen is not in the chart any more; choose again."));
  }
  return TRUE;
}

guint8 *
tl_ops_mark (const TlChart *chart,
             const TlId    *ids,
             guint          n_ids)
{
  guint8 *marks = g_new0 (guint8, tl_chart_id_limit (chart));

  for (guint i = 0; i < n_ids; i++)
    marks[ids[i]] = TRUE;
  return marks;
}

TlCell
tl_cell_of (const TlStep *step)
{
  return (TlCell) { step->lane, step->phase, step->column, step->row };
}

static const TlStep *
nth_step (const TlChart *chart,
          guint          index)
{
  return TL_CHART_NTH (chart, STEP, TlStep, index);
}

TlId
tl_ops_step_at (const TlChart *chart,
                TlCell         cell)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = nth_step (chart, i);

    if (step->column == cell.column && step->row == cell.row && step->lane == cell.lane &&
        step->phase == cell.phase)
      return step->head.id;
  }
  return TL_ID_NONE;
}

gboolean
tl_cell_is_good (const TlChart *chart,
                 TlCell         cell,
                 GError       **error)
{
  if (!tl_ops_is_a (chart, TL_RECORD_LANE, cell.lane, error) ||
      !tl_ops_is_a (chart, TL_RECORD_PHASE, cell.phase, error))
    return FALSE;
  if (cell.column >= 0 && cell.column < TL_MOST_CELLS && cell.row >= 0 &&
      cell.row < TL_MOST_CELLS)
    return TRUE;
  return tl_ops_fail (error, TL_OPS_ERROR_NO_ROOM,
                      _("That place lies beyond the edge of the chart; choose one inside."));
}

int
tl_cell_free_row (const TlChart *chart,
                  TlCell         cell,
                  const guint8  *ignored)
{
  guint n = tl_chart_n (chart, TL_RECORD_STEP);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++) {
    const TlStep *step = nth_step (chart, i);

    if (step->lane == cell.lane && step->phase == cell.phase && step->column == cell.column &&
        (ignored == NULL || !ignored[step->head.id]))
      g_hash_table_add (taken, GINT_TO_POINTER (step->row));
  }
  while (g_hash_table_contains (taken, GINT_TO_POINTER (cell.row)))
    cell.row++;
  return cell.row;
}

void
tl_cell_put (TlChart *chart,
             TlId     step,
             TlCell   cell)
{
  TlStep *live = tl_chart_edit (chart, step);

  live->lane = cell.lane;
  live->phase = cell.phase;
  live->column = cell.column;
  live->row = cell.row;
}

int
tl_phase_start (const TlChart *chart,
                TlId           phase)
{
  int start = 0;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_PHASE); i++) {
    const TlPhase *before = TL_CHART_NTH (chart, PHASE, TlPhase, i);

    if (before->head.id == phase)
      break;
    start += before->columns;
  }
  return start;
}

gboolean
tl_columns_can_open (const TlChart *chart,
                     TlId           phase,
                     int            n,
                     GError       **error)
{
  if (TL_CHART_GET (chart, PHASE, TlPhase, phase)->columns <= TL_MOST_CELLS - n)
    return TRUE;
  return tl_ops_fail (error, TL_OPS_ERROR_NO_ROOM,
                      _("The phase cannot have more columns; use another phase."));
}

static void
shift_columns (TlChart *chart,
               TlId     phase,
               int      column,
               int      by)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = nth_step (chart, i);

    if (step->phase == phase && step->column >= column)
      ((TlStep *) tl_chart_edit (chart, step->head.id))->column += by;
  }
  ((TlPhase *) tl_chart_edit (chart, phase))->columns += by;
}

void
tl_columns_open (TlChart *chart,
                 TlId     phase,
                 int      column,
                 int      n)
{
  shift_columns (chart, phase, column, n);
}

void
tl_columns_reach (TlChart *chart,
                  TlId     phase,
                  int      column)
{
  if (TL_CHART_GET (chart, PHASE, TlPhase, phase)->columns <= column)
    ((TlPhase *) tl_chart_edit (chart, phase))->columns = column + 1;
}

void
tl_columns_close (TlChart *chart,
                  TlId     phase,
                  int      column)
{
  if (TL_CHART_GET (chart, PHASE, TlPhase, phase)->columns <= 1)
    return;
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = nth_step (chart, i);

    if (step->phase == phase && step->column == column)
      return;
  }
  shift_columns (chart, phase, column + 1, -1);
}
