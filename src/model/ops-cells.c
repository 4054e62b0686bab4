/* ops-cells.c - what the operations share: errors, lookups, cells and columns. */
#include "model/ops-cells.h"

#include <glib/gi18n-lib.h>

#include "model/check.h"

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
tl_ops_put_text (const TlChart *chart,
                 TlRecord      *record,
                 const char    *xml,
                 const char    *text,
                 GError       **error)
{
  const TlField *field = tl_class_find_field (tl_class_get (record->kind), xml);
  g_autofree char *message = NULL;

  tl_text_set (&TL_FIELD_AT (record, field, char *), text);
  message = tl_check_field (chart, record, field);
  return message == NULL || tl_ops_fail (error, TL_OPS_ERROR_VALUE, message);
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

guint
tl_cell_hash (gconstpointer key)
{
  const TlCell *cell = key;

  return ((cell->lane * 31 + cell->phase) * 0x9e3779b1u) ^ ((guint) cell->column * 0x85ebca6bu) ^
         ((guint) cell->row * 0xc2b2ae35u);
}

gboolean
tl_cell_equal (gconstpointer a,
               gconstpointer b)
{
  const TlCell *x = a;
  const TlCell *y = b;

  return x->lane == y->lane && x->phase == y->phase && x->column == y->column &&
         x->row == y->row;
}

GHashTable *
tl_cells_taken (const TlChart *chart)
{
  GHashTable *taken = g_hash_table_new_full (tl_cell_hash, tl_cell_equal, g_free, NULL);

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    TlCell cell = tl_cell_of (nth_step (chart, i));

    g_hash_table_add (taken, g_memdup2 (&cell, sizeof cell));
  }
  return taken;
}

int
tl_cells_take_row (GHashTable *taken,
                   TlCell      cell)
{
  while (g_hash_table_contains (taken, &cell))
    cell.row++;
  g_hash_table_add (taken, g_memdup2 (&cell, sizeof cell));
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

void
tl_columns_open (TlChart *chart,
                 TlId     phase,
                 int      column,
                 int      n)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = nth_step (chart, i);

    if (step->phase == phase && step->column >= column)
      ((TlStep *) tl_chart_edit (chart, step->head.id))->column += n;
  }
  ((TlPhase *) tl_chart_edit (chart, phase))->columns += n;
}

void
tl_columns_reach (TlChart *chart,
                  TlId     phase,
                  int      column)
{
  if (TL_CHART_GET (chart, PHASE, TlPhase, phase)->columns <= column)
    ((TlPhase *) tl_chart_edit (chart, phase))->columns = column + 1;
}

/* By column: how far left it comes when the empty ones among @cells are closed; NULL =
 * none is. */
static int *
measure_shifts (const TlChart *chart,
                const TlPhase *phase,
                const TlCell  *cells,
                guint          n_cells,
                int           *n_closed)
{
  g_autofree guint8 *closing = g_new0 (guint8, phase->columns);
  int *shifts;

  for (guint i = 0; i < n_cells; i++) {
    if (cells[i].phase == phase->head.id && cells[i].column < phase->columns)
      closing[cells[i].column] = TRUE;
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = nth_step (chart, i);

    if (step->phase == phase->head.id)
      closing[step->column] = FALSE;
  }

  shifts = g_new (int, phase->columns);
  *n_closed = 0;
  for (int column = 0; column < phase->columns; column++) {
    shifts[column] = *n_closed;
    *n_closed += closing[column] && *n_closed < phase->columns - 1;
  }
  return shifts;
}

void
tl_columns_close (TlChart      *chart,
                  const TlCell *cells,
                  guint         n_cells)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_PHASE); i++) {
    const TlPhase *phase = TL_CHART_NTH (chart, PHASE, TlPhase, i);
    int n_closed;
    g_autofree int *shifts = measure_shifts (chart, phase, cells, n_cells, &n_closed);

    if (n_closed == 0)
      continue;
    for (guint k = 0; k < tl_chart_n (chart, TL_RECORD_STEP); k++) {
      const TlStep *step = nth_step (chart, k);

      if (step->phase == phase->head.id && shifts[step->column] > 0)
        ((TlStep *) tl_chart_edit (chart, step->head.id))->column -= shifts[step->column];
    }
    ((TlPhase *) tl_chart_edit (chart, phase->head.id))->columns -= n_closed;
  }
}
