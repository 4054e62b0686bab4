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

/* Where the moved steps land in one phase. */
typedef struct {
  int first, last;   /* columns; none lands there when first > last */
  int taken;         /* the first column where a step that stays has a target, or -1 */
} Landing;

typedef struct {
  TlChart    *chart;
  const TlId *steps;
  guint       n;
  guint8     *moving;     /* by handle */
  TlCell     *targets;    /* by index in steps */
  guint       n_phases;
  int        *starts;     /* columns before each phase, in order, and of all */
  guint      *places;     /* of a phase among them, by handle */
  Landing    *landings;   /* by phase, in order */
} Move;

static void
move_clear (Move *move)
{
  g_free (move->moving);
  g_free (move->targets);
  g_free (move->starts);
  g_free (move->places);
  g_free (move->landings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, move_clear)

static const TlStep *
get_step (const Move *move,
          guint       index)
{
  return TL_CHART_GET (move->chart, STEP, TlStep, move->steps[index]);
}

static void
read_phases (Move *move)
{
  guint n = tl_chart_n (move->chart, TL_RECORD_PHASE);

  move->n_phases = n;
  move->starts = g_new0 (int, n + 1);
  move->places = g_new0 (guint, tl_chart_id_limit (move->chart));
  for (guint i = 0; i < n; i++) {
    const TlPhase *phase = TL_CHART_NTH (move->chart, PHASE, TlPhase, i);

    move->places[phase->head.id] = i;
    move->starts[i + 1] = move->starts[i] + phase->columns;
  }
}

/* The column of the whole chart. */
static int
column_of (const Move *move,
           TlCell      cell)
{
  return move->starts[move->places[cell.phase]] + cell.column;
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
  read_phases (move);
  return TRUE;
}

/* The cell @columns further on, over the borders of phases; the last one goes on
 * without end. */
static gboolean
walk_columns (const Move *move,
              TlCell     *cell,
              int         columns,
              GError    **error)
{
  guint place = move->places[cell->phase];
  gint64 at = (gint64) column_of (move, *cell) + columns;

  if (at < 0)
    return tl_ops_fail (error, TL_OPS_ERROR_NO_ROOM,
                        _("There is no column further to the left; add one, or move right."));
  if (at >= (gint64) TL_MOST_CELLS * move->n_phases)
    return tl_ops_fail (error, TL_OPS_ERROR_NO_ROOM,
                        _("That is too far to the right; move a shorter way."));
  while (place > 0 && at < move->starts[place])
    place--;
  while (place + 1 < move->n_phases && at >= move->starts[place + 1])
    place++;
  cell->phase = tl_chart_nth (move->chart, TL_RECORD_PHASE, place)->id;
  cell->column = (int) (at - move->starts[place]);
  return tl_cell_is_good (move->chart, *cell, error);
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

/* Finds where the steps land, once they have targets. */
static void
survey (Move *move)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (tl_cell_hash, tl_cell_equal);

  move->landings = g_new (Landing, move->n_phases);
  for (guint i = 0; i < move->n_phases; i++)
    move->landings[i] = (Landing) { G_MAXINT, -1, -1 };
  for (guint i = 0; i < move->n; i++) {
    Landing *landing = &move->landings[move->places[move->targets[i].phase]];

    landing->first = MIN (landing->first, move->targets[i].column);
    landing->last = MAX (landing->last, move->targets[i].column);
    g_hash_table_add (wanted, &move->targets[i]);
  }
  for (guint i = 0; i < tl_chart_n (move->chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (move->chart, STEP, TlStep, i);
    TlCell cell = tl_cell_of (step);
    Landing *landing = &move->landings[move->places[step->phase]];

    if (cell.column < landing->first || cell.column > landing->last ||
        move->moving[step->head.id] || !g_hash_table_contains (wanted, &cell))
      continue;
    if (landing->taken < 0 || cell.column < landing->taken)
      landing->taken = cell.column;
  }
}

static gboolean
can_open (const Move *move,
          GError    **error)
{
  for (guint i = 0; i < move->n_phases; i++) {
    const Landing *landing = &move->landings[i];

    if (landing->taken >= 0 &&
        !tl_columns_can_open (move->chart, tl_chart_nth (move->chart, TL_RECORD_PHASE, i)->id,
                              landing->last - landing->first + 1, error))
      return FALSE;
  }
  return TRUE;
}

/* Makes the room that the landings need; returns whether any had to be made. */
static gboolean
open_phases (Move    *move,
             gboolean rightward)
{
  gboolean made = FALSE;

  for (guint i = 0; i < move->n_phases; i++) {
    const Landing *landing = &move->landings[i];
    TlId phase = tl_chart_nth (move->chart, TL_RECORD_PHASE, i)->id;
    int by;

    if (landing->taken < 0)
      continue;
    by = rightward ? landing->taken + 1 - landing->first : 0;
    for (guint k = 0; k < move->n && by > 0; k++) {
      if (move->targets[k].phase == phase)
        move->targets[k].column += by;
    }
    tl_columns_open (move->chart, phase, landing->first + by, landing->last - landing->first + 1);
    made = TRUE;
  }
  return made;
}

static gboolean
move_finish (Move    *move,
             gboolean rightward,
             GError **error)
{
  g_autofree TlCell *left = g_new (TlCell, move->n);
  gboolean made;

  survey (move);
  if (!can_open (move, error))
    return FALSE;

  made = open_phases (move, rightward);
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
    if (!walk_columns (&move, &move.targets[i], columns, error) ||
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
offset_column (const Move *move,
               TlCell      cell,
               int         offset,
               TlCell     *target,
               GError    **error)
{
  const TlChart *chart = move->chart;
  int columns = TL_CHART_GET (chart, PHASE, TlPhase, cell.phase)->columns;
  int column = cell.column + offset;

  target->phase = cell.phase;
  target->column = column;
  if (offset == 0 || (column >= 0 && (column < columns || cell.column >= columns)))
    return tl_cell_is_good (chart, *target, error);
  target->column = cell.column;
  return walk_columns (move, target, offset, error);
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
  int from = column_of (move, anchor);
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

    if (!offset_column (move, cell, column_of (move, old) - from, &move->targets[i], error))
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
      !aim (&move, cell, error))
    return FALSE;
  survey (&move);
  if (!can_open (&move, error))
    return FALSE;
  memcpy (targets, move.targets, n_steps * sizeof *targets);
  for (guint i = 0; i < move.n_phases; i++) {
    const TlPhase *phase = TL_CHART_NTH (chart, PHASE, TlPhase, i);
    const Landing *landing = &move.landings[i];
    TlOpening opening = { phase->head.id, landing->first, landing->last - landing->first + 1 };

    if (landing->taken < 0) {
      opening.column = phase->columns;
      opening.n = landing->last + 1 - phase->columns;
    }
    if (opening.n > 0)
      g_array_append_val (openings, opening);
  }
  return TRUE;
}
