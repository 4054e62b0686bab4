/* ops-step.c - adding steps and connecting them. */
#include "model/ops.h"

#include <glib/gi18n-lib.h>

#include "model/check.h"
#include "model/ops-cells.h"

static gboolean
has_label (const char *label)
{
  for (; label != NULL && *label != '\0'; label++) {
    if (!g_ascii_isspace (*label))
      return TRUE;
  }
  return FALSE;
}

/* A label the chart would take, or the kind's own name when there is none. */
static gboolean
check_label (const TlChart *chart,
             TlStepKind     kind,
             const char   **label,
             GError       **error)
{
  const TlClass *klass = tl_class_get (TL_RECORD_STEP);
  const TlField *field = tl_class_find_field (klass, "label");
  const TlEnumRow *row = tl_enum_find_value (tl_class_find_field (klass, "kind")->rows, kind);
  TlStep probe = { .label = (char *) (gpointer) *label };
  g_autofree char *message = NULL;

  if (row == NULL)
    return tl_ops_fail (error, TL_OPS_ERROR_VALUE, _("There is no such kind of step."));
  if (!has_label (*label)) {
    *label = _(row->label);
    return TRUE;
  }
  message = tl_check_field (chart, &probe.head, field);
  return message == NULL || tl_ops_fail (error, TL_OPS_ERROR_VALUE, message);
}

/* Adds a step without looking; the cell is free. */
static TlId
put_step (TlChart    *chart,
          TlStepKind  kind,
          const char *label,
          TlCell      cell,
          TlId        role)
{
  TlStep *step = (TlStep *) (void *) tl_record_new (TL_RECORD_STEP);

  step->kind = kind;
  step->outcome = kind == TL_STEP_END ? TL_OUTCOME_RESOLVED : TL_OUTCOME_NONE;
  tl_text_set (&step->label, label);
  step->lane = cell.lane;
  step->phase = cell.phase;
  step->column = cell.column;
  step->row = cell.row;
  step->role = role;
  tl_columns_reach (chart, cell.phase, cell.column);
  return tl_chart_insert (chart, &step->head, TL_ID_NONE, G_MAXUINT);
}

TlId
tl_ops_put_connector (TlChart        *chart,
                      TlConnectorKind kind,
                      TlId            from,
                      TlId            to)
{
  TlConnector *connector = (TlConnector *) (void *) tl_record_new (TL_RECORD_CONNECTOR);

  connector->kind = kind;
  connector->from = from;
  connector->to = to;
  return tl_chart_insert (chart, &connector->head, TL_ID_NONE, G_MAXUINT);
}

TlId
tl_ops_add_step (TlChart    *chart,
                 TlStepKind  kind,
                 const char *label,
                 TlCell      cell,
                 GError    **error)
{
  gboolean taken;

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  if (!check_label (chart, kind, &label, error) || !tl_cell_is_good (chart, cell, error))
    return TL_ID_NONE;
  taken = tl_ops_step_at (chart, cell) != TL_ID_NONE;
  if (taken && !tl_columns_can_open (chart, cell.phase, 1, error))
    return TL_ID_NONE;

  if (taken)
    tl_columns_open (chart, cell.phase, cell.column, 1);
  return put_step (chart, kind, label, cell, TL_ID_NONE);
}

static gboolean
is_connected (const TlChart   *chart,
              TlConnectorKind  kind,
              TlId             from,
              TlId             to,
              TlId             but)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *c = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    if (c->from == from && c->to == to && c->kind == kind && c->head.id != but)
      return TRUE;
  }
  return FALSE;
}

gboolean
tl_ops_can_connect (const TlChart   *chart,
                    TlConnectorKind  kind,
                    TlId             from,
                    TlId             to,
                    TlId             but,
                    GError         **error)
{
  const TlStep *a = tl_ops_get_step (chart, from, error);
  const TlStep *b = a != NULL ? tl_ops_get_step (chart, to, error) : NULL;

  if (b == NULL)
    return FALSE;
  if (kind != TL_CONNECTOR_FLOW && kind != TL_CONNECTOR_SUPPORT)
    return tl_ops_fail (error, TL_OPS_ERROR_VALUE, _("There is no such kind of connector."));
  if (from == to)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("A step cannot lead to itself; choose another step."));
  if (kind == TL_CONNECTOR_FLOW && b->kind == TL_STEP_START)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("Nothing can lead into first contact; lead it to another step."));
  if (kind == TL_CONNECTOR_FLOW && a->kind == TL_STEP_END)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("Nothing can follow an end; start at another step."));
  if (is_connected (chart, kind, from, to, but))
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("These two steps are already connected."));
  return TRUE;
}

TlId
tl_ops_connect (TlChart        *chart,
                TlConnectorKind kind,
                TlId            from,
                TlId            to,
                GError        **error)
{
  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  if (!tl_ops_can_connect (chart, kind, from, to, TL_ID_NONE, error))
    return TL_ID_NONE;
  return tl_ops_put_connector (chart, kind, from, to);
}

static gboolean
is_decision (const TlChart *chart,
             TlId           id)
{
  return TL_CHART_GET (chart, STEP, TlStep, id)->kind == TL_STEP_DECISION;
}

gboolean
tl_ops_reconnect (TlChart *chart,
                  TlId     connector,
                  TlId     from,
                  TlId     to,
                  GError **error)
{
  TlConnector *live;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!tl_ops_is_a (chart, TL_RECORD_CONNECTOR, connector, error))
    return FALSE;
  if (!tl_ops_can_connect (chart, TL_CHART_GET (chart, CONNECTOR, TlConnector, connector)->kind,
                           from, to, connector, error))
    return FALSE;

  live = tl_chart_edit (chart, connector);
  live->from = from;
  live->to = to;
  if (is_decision (chart, from) && live->kind == TL_CONNECTOR_FLOW) {
    /* The branch says now how often it is taken; a failure on it must not say it again. */
    for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
      const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);

      if (failure->at == connector && !isnan (failure->p))
        ((TlFailure *) tl_chart_edit (chart, failure->head.id))->p = TL_NO_NUMBER;
    }
  } else {
    live->probability = TL_NO_NUMBER;
  }
  return TRUE;
}

TlId
tl_ops_insert_between (TlChart    *chart,
                       TlId        connector,
                       TlStepKind  kind,
                       const char *label,
                       GError    **error)
{
  const TlConnector *old;
  const TlStep *a;
  TlConnectorKind how;
  TlId step, to;
  TlCell cell;
  gboolean open;

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  if (!check_label (chart, kind, &label, error) ||
      !tl_ops_is_a (chart, TL_RECORD_CONNECTOR, connector, error))
    return TL_ID_NONE;
  old = TL_CHART_GET (chart, CONNECTOR, TlConnector, connector);
  how = old->kind;
  to = old->to;
  if (!tl_ops_can_stand_between (how, kind, error))
    return TL_ID_NONE;
  a = TL_CHART_GET (chart, STEP, TlStep, old->from);
  cell = tl_cell_between (chart, a, TL_CHART_GET (chart, STEP, TlStep, to), TL_ID_NONE, &open);
  if (!tl_cell_is_good (chart, cell, error) ||
      (open && !tl_columns_can_open (chart, cell.phase, 1, error)))
    return TL_ID_NONE;

  if (open)
    tl_columns_open (chart, cell.phase, cell.column, 1);
  step = put_step (chart, kind, label, cell, a->role);
  ((TlConnector *) tl_chart_edit (chart, connector))->to = step;
  tl_ops_put_connector (chart, how, step, to);
  return step;
}

/* The flow connectors that leave @step: how many, and one of them. */
static guint
count_exits (const TlChart *chart,
             TlId           step,
             TlId          *one)
{
  guint n = 0;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *c = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    if (c->from == step && c->kind == TL_CONNECTOR_FLOW) {
      *one = c->head.id;
      n++;
    }
  }
  return n;
}

/* Whether a step of @kind may come after @from. */
static const TlStep *
can_follow (const TlChart *chart,
            TlId           from,
            TlStepKind     kind,
            GError       **error)
{
  const TlStep *step = tl_ops_get_step (chart, from, error);

  if (step == NULL)
    return NULL;
  if (step->kind == TL_STEP_END) {
    tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                 _("Nothing can follow an end; start at another step."));
    return NULL;
  }
  if (kind == TL_STEP_START) {
    tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                 _("Nothing can lead into first contact; add another kind of step."));
    return NULL;
  }
  return step;
}

TlId
tl_ops_next_step (TlChart    *chart,
                  TlId        from,
                  TlStepKind  kind,
                  const char *label,
                  GError    **error)
{
  const TlStep *step;
  TlId exit = TL_ID_NONE;
  guint n_exits;
  TlId added, role;
  TlCell cell;

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  step = can_follow (chart, from, kind, error);
  if (step == NULL)
    return TL_ID_NONE;
  n_exits = count_exits (chart, from, &exit);
  if (n_exits == 1 && step->kind != TL_STEP_DECISION && step->kind != TL_STEP_FORK &&
      kind != TL_STEP_END)
    return tl_ops_insert_between (chart, exit, kind, label, error);
  if (n_exits > 0)
    return tl_ops_new_branch (chart, from, kind, label, error);

  cell = tl_cell_of (step);
  cell.column++;
  role = step->role;
  added = tl_ops_add_step (chart, kind, label, cell, error);
  if (added == TL_ID_NONE)
    return TL_ID_NONE;
  ((TlStep *) tl_chart_edit (chart, added))->role = role;
  tl_ops_put_connector (chart, TL_CONNECTOR_FLOW, from, added);
  return added;
}

TlId
tl_ops_new_branch (TlChart    *chart,
                   TlId        from,
                   TlStepKind  kind,
                   const char *label,
                   GError    **error)
{
  const TlStep *step;
  TlId added;
  TlCell cell;

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  step = can_follow (chart, from, kind, error);
  if (step == NULL || !check_label (chart, kind, &label, error))
    return TL_ID_NONE;
  cell = tl_cell_of (step);
  cell.column++;
  cell.row++;
  cell.row = tl_cell_free_row (chart, cell, NULL);
  if (!tl_cell_is_good (chart, cell, error))
    return TL_ID_NONE;

  added = put_step (chart, kind, label, cell, step->role);
  tl_ops_put_connector (chart, TL_CONNECTOR_FLOW, from, added);
  return added;
}

/* The cell beside @step; a cell left of a phase's first column is its own, pushed on. */
static gboolean
cell_beside (const TlChart *chart,
             const TlStep  *step,
             int            columns,
             int            lanes,
             TlCell        *cell,
             GError       **error)
{
  gint64 lane = (gint64) tl_chart_index (chart, step->lane) + lanes;

  *cell = tl_cell_of (step);
  if (columns != 0) {
    cell->column += columns;
    if (columns < 0 && (cell->column < 0 || tl_ops_step_at (chart, *cell) != TL_ID_NONE))
      cell->column++;
    return TRUE;
  }
  if (lane < 0 || lane >= tl_chart_n (chart, TL_RECORD_LANE))
    return tl_ops_fail (error, TL_OPS_ERROR_NO_ROOM,
                        _("There is no lane that way; add one there first."));
  cell->lane = tl_chart_nth (chart, TL_RECORD_LANE, (guint) lane)->id;
  cell->row = 0;
  cell->row = tl_cell_free_row (chart, *cell, NULL);
  return TRUE;
}

TlId
tl_ops_step_towards (TlChart    *chart,
                     TlId        from,
                     int         columns,
                     int         lanes,
                     TlStepKind  kind,
                     const char *label,
                     GError    **error)
{
  const TlStep *step;
  TlCell cell;
  TlId added;

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);
  g_return_val_if_fail (ABS (columns) + ABS (lanes) == 1, TL_ID_NONE);

  step = columns < 0 ? tl_ops_get_step (chart, from, error)
                     : can_follow (chart, from, kind, error);
  if (step == NULL)
    return TL_ID_NONE;
  if (columns < 0 && (step->kind == TL_STEP_START || kind == TL_STEP_END)) {
    tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                 step->kind == TL_STEP_START
                   ? _("Nothing can lead into first contact; start at another step.")
                   : _("Nothing can follow an end; add another kind of step."));
    return TL_ID_NONE;
  }
  if (!cell_beside (chart, step, columns, lanes, &cell, error))
    return TL_ID_NONE;
  added = tl_ops_add_step (chart, kind, label, cell, error);
  if (added == TL_ID_NONE)
    return TL_ID_NONE;

  if (columns < 0)
    tl_ops_put_connector (chart, TL_CONNECTOR_FLOW, added, from);
  else
    tl_ops_put_connector (chart, TL_CONNECTOR_FLOW, from, added);
  return added;
}
