/* ops-between.c - a step that is there already, into the middle of a connector.
 *
 * P -> x -> N and A -> B become P -> N and A -> x -> B, with no connector made or
 * lost: the one into x leads to N, the one out of x leads to B, and each keeps the
 * label, percentage and failure points that belong to where it leaves.
 */
#include "model/ops.h"

#include <glib/gi18n-lib.h>

#include "model/ops-cells.h"

static const TlConnector *
get_connector (const TlChart *chart,
               TlId           id)
{
  return TL_CHART_GET (chart, CONNECTOR, TlConnector, id);
}

gboolean
tl_ops_can_stand_between (TlConnectorKind   how,
                          TlStepKind        kind,
                          GError          **error)
{
  if (how != TL_CONNECTOR_FLOW || (kind != TL_STEP_START && kind != TL_STEP_END))
    return TRUE;
  return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                      _("A start or an end cannot stand between two steps; add another kind."));
}

TlCell
tl_cell_between (const TlChart *chart,
                 const TlStep  *a,
                 const TlStep  *b,
                 TlId           but,
                 gboolean      *open)
{
  int from = tl_phase_start (chart, a->phase) + a->column;
  int to = tl_phase_start (chart, b->phase) + b->column;
  TlCell cell = tl_cell_of (a);
  TlId there;

  *open = FALSE;
  if (from == to) {   /* down a column: in the next row, so that the flow goes on downward */
    cell.row = tl_cell_free_row (chart, cell, NULL);
    return cell;
  }
  cell.column++;
  if (to < from) {    /* backward: beside the way on */
    cell.row = tl_cell_free_row (chart, (TlCell) { cell.lane, cell.phase, cell.column,
                                                   cell.row + 1 }, NULL);
    return cell;
  }
  there = tl_ops_step_at (chart, cell);
  *open = to == from + 1 || (there != TL_ID_NONE && there != but) ||
          cell.column >= TL_CHART_GET (chart, PHASE, TlPhase, cell.phase)->columns;
  return cell;
}

/* The flow connectors into and out of @step, but for @but: how many, and the last. */
typedef struct {
  guint n_in, n_out;
  TlId  in, out;
} Ends;

static Ends
find_ends (const TlChart *chart,
           TlId           step,
           TlId           but)
{
  Ends ends = { 0, 0, TL_ID_NONE, TL_ID_NONE };

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *c = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    if (c->kind != TL_CONNECTOR_FLOW || c->head.id == but)
      continue;
    if (c->to == step) {
      ends.n_in++;
      ends.in = c->head.id;
    }
    if (c->from == step) {
      ends.n_out++;
      ends.out = c->head.id;
    }
  }
  return ends;
}

gboolean
tl_ops_can_move_between (const TlChart *chart,
                         TlId           step,
                         TlId           connector,
                         GError       **error)
{
  const TlStep *moved = tl_ops_get_step (chart, step, error);
  const TlConnector *c;
  Ends ends;

  if (moved == NULL || !tl_ops_is_a (chart, TL_RECORD_CONNECTOR, connector, error))
    return FALSE;
  c = get_connector (chart, connector);
  if (c->from == step || c->to == step)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("This connector begins or ends at the step already; choose another."));
  if (!tl_ops_can_stand_between (c->kind, moved->kind, error))
    return FALSE;
  ends = find_ends (chart, step, connector);
  if (ends.n_in > 1 || ends.n_out > 1)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("A step with several ways in or out cannot be put between two others; "
                          "take the others away first."));
  return TRUE;
}

/* Lets the flow go past the step; returns the connector that left it, to be used again,
 * or TL_ID_NONE. */
static TlId
take_out (TlChart *chart,
          TlId     step,
          TlId     connector)
{
  Ends ends = find_ends (chart, step, connector);
  TlId a = get_connector (chart, connector)->from, before, after;

  if (ends.in == TL_ID_NONE)
    return TL_ID_NONE;
  before = get_connector (chart, ends.in)->from;
  if (ends.out == TL_ID_NONE) {
    /* A dead end stays where its flow comes from, unless it would come twice. */
    if (before == a)
      tl_ops_delete (chart, &ends.in, 1, NULL);
    return TL_ID_NONE;
  }
  after = get_connector (chart, ends.out)->to;
  if (tl_ops_can_connect (chart, TL_CONNECTOR_FLOW, before, after, ends.in, NULL))
    ((TlConnector *) tl_chart_edit (chart, ends.in))->to = after;
  else
    tl_ops_delete (chart, &ends.in, 1, NULL);
  return ends.out;
}

/* Which of two cells of a column is further down: their lanes, then their rows. */
static int
compare_down (const TlChart *chart,
              TlCell         a,
              TlCell         b)
{
  int lanes = (int) tl_chart_index (chart, a.lane) - (int) tl_chart_index (chart, b.lane);

  return lanes != 0 ? lanes : a.row - b.row;
}

/* Whether the cell lies between the two, across or down their column, and is free. */
static gboolean
lies_between (const TlChart *chart,
              const TlCell  *cell,
              const TlStep  *a,
              const TlStep  *b,
              TlId           but)
{
  int from = tl_phase_start (chart, a->phase) + a->column;
  int to = tl_phase_start (chart, b->phase) + b->column;
  int at = tl_phase_start (chart, cell->phase) + cell->column;
  TlId there = tl_ops_step_at (chart, *cell);

  if (!tl_cell_is_good (chart, *cell, NULL) || (there != TL_ID_NONE && there != but) ||
      cell->column >= TL_CHART_GET (chart, PHASE, TlPhase, cell->phase)->columns)
    return FALSE;
  if (from == to)
    return at == from && (compare_down (chart, tl_cell_of (a), *cell) < 0) ==
                           (compare_down (chart, *cell, tl_cell_of (b)) < 0);
  return at > MIN (from, to) && at < MAX (from, to);
}

gboolean
tl_ops_move_between (TlChart       *chart,
                     TlId           step,
                     TlId           connector,
                     const TlCell  *wanted,
                     GError       **error)
{
  const TlStep *a, *b;
  TlConnectorKind how;
  TlCell cell, old;
  TlId out, to;
  gboolean open = FALSE;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!tl_ops_can_move_between (chart, step, connector, error))
    return FALSE;
  how = get_connector (chart, connector)->kind;
  to = get_connector (chart, connector)->to;
  a = TL_CHART_GET (chart, STEP, TlStep, get_connector (chart, connector)->from);
  b = TL_CHART_GET (chart, STEP, TlStep, to);
  if (wanted != NULL && lies_between (chart, wanted, a, b, step))
    cell = *wanted;
  else
    cell = tl_cell_between (chart, a, b, step, &open);
  if (!tl_cell_is_good (chart, cell, error) ||
      (open && !tl_columns_can_open (chart, cell.phase, 1, error)))
    return FALSE;

  out = how == TL_CONNECTOR_FLOW ? take_out (chart, step, connector) : TL_ID_NONE;
  if (open)
    tl_columns_open (chart, cell.phase, cell.column, 1);
  old = tl_cell_of (TL_CHART_GET (chart, STEP, TlStep, step));
  tl_columns_reach (chart, cell.phase, cell.column);
  tl_cell_put (chart, step, cell);
  if (open)
    tl_columns_close (chart, &old, 1);

  ((TlConnector *) tl_chart_edit (chart, connector))->to = step;
  if (out != TL_ID_NONE)
    ((TlConnector *) tl_chart_edit (chart, out))->to = to;
  else if (tl_ops_can_connect (chart, how, step, to, TL_ID_NONE, NULL))
    tl_ops_put_connector (chart, how, step, to);
  return TRUE;
}
