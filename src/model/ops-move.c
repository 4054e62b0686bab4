/* ops-move.c - moving steps from cell to cell, making room where they land.
 *
 * Room is made before anything moves.  Where a cell is taken by a step that stays,
 * the phase opens as many columns as the moved steps span there: before their
 * leftmost landing column, or, when they were pushed to the right, behind the first
 * column that was taken, so that a step pushed against its neighbour passes it.
 * Columns left empty behind the moved steps then close; a free move leaves its old
 * column open, or a step could never be drawn away from its neighbours.
 */
#include "model/ops.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ops-cells.h"

typedef struct {
  TlChart    *chart;
  const TlId *steps;
  guint       n;
  guint8     *moving;    /* by handle */
  TlCell     *targets;   /* by index in steps */
} Move;

static void
move_clear (Move *move)
{
  g_free (move->moving);
  g_free (move->targets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, move_clear)

static const TlStep *
get_step (const Move *move,
          guint       index)
{
  return TL_CHART_GET (move->chart, STEP, TlStep, move->steps[index]);
}

static gboolean
move_start (Move       *move,
            TlChart    *chart,
            const TlId *steps,
            guint       n_steps,
            GError    **error)
{
  for (guint i = 0; i < n_steps; i++) {
    if (tl_ops_get_step (chart, steps[i], error) == NULL)
      return FALSE;
  }
  move->chart = chart;
  move->steps = steps;
  move->n = n_steps;
  move->moving = tl_ops_mark (chart, steps, n_steps);
  move->targets = g_new0 (TlCell, n_steps);
  return TRUE;
}

/* The cell @columns further on, over the borders of phases; the last one goes on
 * without end. */
static gboolean
walk_columns (const TlChart *chart,
              TlCell        *cell,
              int            columns,
              GError       **error)
{
  guint n = tl_chart_n (chart, TL_RECORD_PHASE);
  gint64 at = (gint64) tl_phase_start (chart, cell->phase) + cell->column + columns;

  if (at < 0)
    return tl_ops_fail (error, TL_OPS_ERROR_NO_ROOM,
                        _("There is no column further to the left; add one, or move right."));
  if (at >= (gint64) TL_MOST_CELLS * n)
    return tl_ops_fail (error, TL_OPS_ERROR_NO_ROOM,
                        _("That is too far to the right; move a shorter way."));
  for (guint i = 0; i < n; i++) {
    const TlPhase *phase = TL_CHART_NTH (chart, PHASE, TlPhase, i);

    cell->phase = phase->head.id;
    if (at < phase->columns)
      break;
    if (i + 1 < n)
      at -= phase->columns;
  }
  cell->column = (int) at;
  return tl_cell_is_good (chart, *cell, error);
}

static gboolean
walk_lanes (const TlChart *chart,
            TlCell        *cell,
            int            lanes,
            GError       **error)
{
  gint64 at = (gint64) tl_chart_index (chart, cell->lane) + lanes;

  if (at < 0)
    return tl_ops_fail (error, TL_OPS_ERROR_NO_ROOM,
                        _("There is no lane further up; add one there first."));
  if (at >= tl_chart_n (chart, TL_RECORD_LANE))
    return tl_ops_fail (error, TL_OPS_ERROR_NO_ROOM,
                        _("There is no lane further down; add one there first."));
  cell->lane = tl_chart_nth (chart, TL_RECORD_LANE, (guint) at)->id;
  return TRUE;
}

/* The first column of @phase where a step that stays has one of the targets, or -1. */
static int
first_taken (const Move *move,
             TlId        phase)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (tl_cell_hash, tl_cell_equal);
  int first = -1;

  for (guint i = 0; i < move->n; i++)
    g_hash_table_add (wanted, &move->targets[i]);
  for (guint i = 0; i < tl_chart_n (move->chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (move->chart, STEP, TlStep, i);
    TlCell cell = tl_cell_of (step);

    if (step->phase == phase && !move->moving[step->head.id] &&
        g_hash_table_contains (wanted, &cell) && (first < 0 || step->column < first))
      first = step->column;
  }
  return first;
}

/* First and last landing column in @phase; FALSE = none lands there. */
static gboolean
landing_span (const Move *move,
              TlId        phase,
              int        *first,
              int        *last)
{
  gboolean found = FALSE;

  for (guint i = 0; i < move->n; i++) {
    if (move->targets[i].phase != phase)
      continue;
    *first = found ? MIN (*first, move->targets[i].column) : move->targets[i].column;
    *last = found ? MAX (*last, move->targets[i].column) : move->targets[i].column;
    found = TRUE;
  }
  return found;
}

/* Finds the room the landing in @phase needs, or makes it; TRUE = there is room. */
static gboolean
open_phase (const Move *move,
            TlId        phase,
            gboolean    rightward,
            gboolean    make,
            gboolean   *made,
            GError    **error)
{
  int first = 0, last = 0, taken, by;

  if (!landing_span (move, phase, &first, &last))
    return TRUE;
  taken = first_taken (move, phase);
  if (taken < 0)
    return TRUE;
  if (!make)
    return tl_columns_can_open (move->chart, phase, last - first + 1, error);

  by = rightward ? taken + 1 - first : 0;
  for (guint i = 0; i < move->n; i++) {
    if (move->targets[i].phase == phase)
      move->targets[i].column += by;
  }
  tl_columns_open (move->chart, phase, first + by, last - first + 1);
  *made = TRUE;
  return TRUE;
}

static gboolean
open_phases (const Move *move,
             gboolean    rightward,
             gboolean    make,
             gboolean   *made,
             GError    **error)
{
  for (guint i = 0; i < tl_chart_n (move->chart, TL_RECORD_PHASE); i++) {
    if (!open_phase (move, tl_chart_nth (move->chart, TL_RECORD_PHASE, i)->id, rightward, make,
                     made, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
move_finish (Move    *move,
             gboolean rightward,
             GError **error)
{
  g_autofree TlCell *left = g_new (TlCell, move->n);
  gboolean made = FALSE;

  if (!open_phases (move, rightward, FALSE, NULL, error))
    return FALSE;

  open_phases (move, rightward, TRUE, &made, NULL);
  for (guint i = 0; i < move->n; i++)
    left[i] = tl_cell_of (get_step (move, i));
  for (guint i = 0; i < move->n; i++) {
    tl_columns_reach (move->chart, move->targets[i].phase, move->targets[i].column);
    tl_cell_put (move->chart, move->steps[i], move->targets[i]);
  }
  if (made)
    tl_columns_close (move->chart, left, move->n);
  return TRUE;
}

/* Into other lanes only: each takes the first free row of its cell's column. */
static void
move_to_lanes (Move *move)
{
  for (guint i = 0; i < move->n; i++) {
    if (!move->moving[move->steps[i]])
      continue;
    move->targets[i].row = tl_cell_free_row (move->chart, move->targets[i], move->moving);
    tl_cell_put (move->chart, move->steps[i], move->targets[i]);
    move->moving[move->steps[i]] = FALSE;   /* it stands now, and is in the way of the next */
  }
}

gboolean
tl_ops_move (TlChart    *chart,
             const TlId *steps,
             guint       n_steps,
             int         columns,
             int         lanes,
             GError    **error)
{
  g_auto (Move) move = { NULL };

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!move_start (&move, chart, steps, n_steps, error))
    return FALSE;
  for (guint i = 0; i < n_steps; i++) {
    move.targets[i] = tl_cell_of (get_step (&move, i));
    if (!walk_columns (chart, &move.targets[i], columns, error) ||
        !walk_lanes (chart, &move.targets[i], lanes, error))
      return FALSE;
  }
  if (columns != 0)
    return move_finish (&move, columns > 0, error);
  if (lanes != 0)
    move_to_lanes (&move);
  return TRUE;
}

/* The cell @offset columns from @cell, which may lie beyond its phase's last column:
 * then the phase is about to widen, and what goes along widens it too. */
static gboolean
offset_column (const TlChart *chart,
               TlCell         cell,
               int            offset,
               TlCell        *target,
               GError       **error)
{
  int columns = TL_CHART_GET (chart, PHASE, TlPhase, cell.phase)->columns;
  int column = cell.column + offset;

  target->phase = cell.phase;
  target->column = column;
  if (offset == 0 || (column >= 0 && (column < columns || cell.column >= columns)))
    return tl_cell_is_good (chart, *target, error);
  target->column = cell.column;
  return walk_columns (chart, target, offset, error);
}

/* Rows never go above the top: all move down until the highest fits. */
static void
lower_rows (Move *move)
{
  int highest = 0;

  for (guint i = 0; i < move->n; i++)
    highest = MIN (highest, move->targets[i].row);
  for (guint i = 0; i < move->n; i++)
    move->targets[i].row -= highest;
}

/* Where all steps land when the first of them lands in @cell. */
static gboolean
aim (Move    *move,
     TlCell   cell,
     GError **error)
{
  const TlChart *chart = move->chart;
  TlCell anchor = tl_cell_of (get_step (move, 0));
  int from = tl_phase_start (chart, anchor.phase) + anchor.column;
  int lanes = (int) tl_chart_index (chart, cell.lane) - (int) tl_chart_index (chart, anchor.lane);

  for (guint i = 0; i < move->n; i++) {
    TlCell *target = &move->targets[i];

    *target = tl_cell_of (get_step (move, i));
    target->row += cell.row - anchor.row;
    if (!walk_lanes (chart, target, lanes, error))
      return FALSE;
  }
  lower_rows (move);
  for (guint i = 0; i < move->n; i++) {
    TlCell old = tl_cell_of (get_step (move, i));

    if (!offset_column (chart, cell, tl_phase_start (chart, old.phase) + old.column - from,
                        &move->targets[i], error))
      return FALSE;
  }
  return TRUE;
}

gboolean
tl_ops_move_to (TlChart    *chart,
                const TlId *steps,
                guint       n_steps,
                TlCell      cell,
                GError    **error)
{
  g_auto (Move) move = { NULL };

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (n_steps == 0)
    return TRUE;
  return tl_cell_is_good (chart, cell, error) &&
         move_start (&move, chart, steps, n_steps, error) &&
         aim (&move, cell, error) && move_finish (&move, FALSE, error);
}

gboolean
tl_ops_plan_move (TlChart    *chart,
                  const TlId *steps,
                  guint       n_steps,
                  TlCell      cell,
                  TlCell     *targets,
                  GArray     *openings,
                  GError    **error)
{
  g_auto (Move) move = { NULL };

  g_return_val_if_fail (n_steps > 0, FALSE);

  g_array_set_size (openings, 0);
  if (!tl_cell_is_good (chart, cell, error) ||
      !move_start (&move, chart, steps, n_steps, error) ||
      !aim (&move, cell, error) || !open_phases (&move, FALSE, FALSE, NULL, error))
    return FALSE;
  memcpy (targets, move.targets, n_steps * sizeof *targets);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_PHASE); i++) {
    TlId phase = tl_chart_nth (chart, TL_RECORD_PHASE, i)->id;
    int first = 0, last = 0;

    if (landing_span (&move, phase, &first, &last) && first_taken (&move, phase) >= 0)
      g_array_append_vals (openings, &(TlOpening) { phase, first, last - first + 1 }, 1);
  }
  return TRUE;
}
