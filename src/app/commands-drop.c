/* commands-drop.c - connecting, and what a drop of the pointer does. */
#include "app/commands.h"

#include <glib/gi18n-lib.h>

#include "model/ops.h"

static gboolean
finish_selecting (TlEditor  *editor,
                  TlId       id,
                  gboolean   done,
                  GError   **error)
{
  if (!tl_editor_finish (editor, done && id != TL_ID_NONE, error))
    return FALSE;
  tl_selection_set_one (tl_editor_get_selection (editor), id);
  return TRUE;
}

gboolean
tl_command_move_to (TlEditor    *editor,
                    const TlId  *steps,
                    guint        n_steps,
                    TlCell       cell,
                    GError     **error)
{
  g_autofree char *label = NULL;

  /* Translators: in the undo menu. */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u Step", "Move %u Steps",
                                        n_steps), n_steps);
  tl_editor_begin (editor, label);
  return tl_editor_finish (editor,
                           tl_ops_move_to (tl_editor_get_chart (editor), steps, n_steps, cell,
                                           error), error);
}

gboolean
tl_command_put_between (TlEditor      *editor,
                        TlId           step,
                        TlId           connector,
                        const TlCell  *wanted,
                        GError       **error)
{
  tl_editor_begin (editor, _("Insert Step"));
  return finish_selecting (editor, step,
                           tl_ops_move_between (tl_editor_get_chart (editor), step, connector,
                                                wanted, error), error);
}

TlId
tl_command_connect (TlEditor  *editor,
                    TlId       from,
                    TlId       to,
                    GError   **error)
{
  TlId made;

  tl_editor_begin (editor, _("Connect"));
  made = tl_ops_connect (tl_editor_get_chart (editor), TL_CONNECTOR_FLOW, from, to, error);
  return finish_selecting (editor, made, TRUE, error) ? made : TL_ID_NONE;
}

gboolean
tl_command_connect_selected (TlEditor  *editor,
                             GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlSelection *selection = tl_editor_get_selection (editor);
  const TlId *ids = tl_selection_get_ids (selection);
  TlId before = TL_ID_NONE;
  guint n = 0;
  gboolean done = TRUE;

  tl_editor_begin (editor, _("Connect"));
  for (guint i = 0; i < tl_selection_get_n (selection) && done; i++) {
    if (TL_CHART_GET (chart, STEP, TlStep, ids[i]) == NULL)
      continue;
    if (before != TL_ID_NONE) {
      done = tl_ops_connect (chart, TL_CONNECTOR_FLOW, before, ids[i], error) != TL_ID_NONE;
      n++;
    }
    before = ids[i];
  }
  if (n == 0 && done) {
    g_set_error_literal (error, TL_OPS_ERROR, TL_OPS_ERROR_MISSING,
                         _("Select the step to start from, then with Shift the one to lead to."));
    done = FALSE;
  }
  return tl_editor_finish (editor, done, error);
}

/* The role of a new step is that of the one before, if the same lane acts. */
static void
inherit_role (TlChart *chart,
              TlId     from,
              TlId     made)
{
  const TlStep *before = TL_CHART_GET (chart, STEP, TlStep, from);

  if (before->role != TL_ID_NONE &&
      before->lane == TL_CHART_GET (chart, STEP, TlStep, made)->lane)
    ((TlStep *) tl_chart_edit (chart, made))->role = before->role;
}

TlId
tl_command_add_at (TlEditor  *editor,
                   TlId       from,
                   TlCell     cell,
                   GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  gboolean done = TRUE;
  TlId made;

  tl_editor_begin (editor, _("Add Step"));
  made = tl_ops_add_step (chart, TL_STEP_ACTION, NULL, cell, error);
  if (made != TL_ID_NONE && from != TL_ID_NONE) {
    inherit_role (chart, from, made);
    done = tl_ops_connect (chart, TL_CONNECTOR_FLOW, from, made, error) != TL_ID_NONE;
  }
  return finish_selecting (editor, made, done, error) ? made : TL_ID_NONE;
}

TlId
tl_command_insert (TlEditor  *editor,
                   TlId       connector,
                   TlId       from,
                   GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlConnector *old = TL_CHART_GET (chart, CONNECTOR, TlConnector, connector);
  gboolean leads = old != NULL && from != TL_ID_NONE && old->from != from;
  gboolean done = TRUE;
  TlId made;

  tl_editor_begin (editor, _("Insert Step"));
  made = tl_ops_insert_between (chart, connector, TL_STEP_ACTION, NULL, error);
  if (made != TL_ID_NONE && leads)
    done = tl_ops_connect (chart, TL_CONNECTOR_FLOW, from, made, error) != TL_ID_NONE;
  return finish_selecting (editor, made, done, error) ? made : TL_ID_NONE;
}

gboolean
tl_command_reconnect (TlEditor  *editor,
                      TlId       connector,
                      TlId       from,
                      TlId       to,
                      GError   **error)
{
  tl_editor_begin (editor, _("Reconnect"));
  return tl_editor_finish (editor,
                           tl_ops_reconnect (tl_editor_get_chart (editor), connector, from, to,
                                             error), error);
}

gboolean
tl_command_move_failure (TlEditor  *editor,
                         TlId       failure,
                         TlId       at,
                         GError   **error)
{
  tl_editor_begin (editor, _("Move Failure Point"));
  return tl_editor_finish (editor,
                           tl_ops_move_failure (tl_editor_get_chart (editor), failure, at, error),
                           error);
}

gboolean
tl_command_reorder (TlEditor  *editor,
                    TlId       id,
                    guint      index,
                    GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  gboolean lane = TL_CHART_GET (chart, LANE, TlLane, id) != NULL;

  tl_editor_begin (editor, lane ? _("Move Lane") : _("Move Phase"));
  return tl_editor_finish (editor, lane ? tl_ops_move_lane (chart, id, index, error)
                                        : tl_ops_move_phase (chart, id, index, error), error);
}

gboolean
tl_command_resize (TlEditor  *editor,
                   TlId       id,
                   int        cells,
                   GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  gboolean lane = TL_CHART_GET (chart, LANE, TlLane, id) != NULL;

  tl_editor_begin (editor, lane ? _("Resize Lane") : _("Resize Phase"));
  return tl_editor_finish (editor, lane ? tl_ops_resize_lane (chart, id, cells, error)
                                        : tl_ops_resize_phase (chart, id, cells, error), error);
}
