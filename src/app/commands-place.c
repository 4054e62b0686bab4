/* commands-place.c - what the menus on headers and badges do. */
#include "app/commands-private.h"

#include <glib/gi18n-lib.h>

/* Lanes and phases. */

static const TlRecord *
selected_header (TlEditor  *editor,
                 GError   **error)
{
  const TlRecord *record = tl_chart_get (tl_editor_get_chart (editor),
                                         tl_selection_get_last (tl_editor_get_selection (editor)));

  if (record != NULL && (record->kind == TL_RECORD_LANE || record->kind == TL_RECORD_PHASE))
    return record;
  g_set_error_literal (error, TL_OPS_ERROR, TL_OPS_ERROR_MISSING,
                       _("Select a lane or a phase by its name first."));
  return NULL;
}

TlId
tl_command_add_beside (TlEditor  *editor,
                       gboolean   after,
                       GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlRecord *record = selected_header (editor, error);
  guint index;
  TlId made;

  if (record == NULL)
    return TL_ID_NONE;
  index = tl_chart_index (chart, record->id) + (after ? 1 : 0);
  if (record->kind == TL_RECORD_LANE) {
    TlBand band = ((const TlLane *) (const void *) record)->band;

    tl_editor_begin (editor, _("Add Lane"));
    made = tl_ops_add_lane (chart, _("New Lane"), band, index, error);
  } else {
    tl_editor_begin (editor, _("Add Phase"));
    made = tl_ops_add_phase (chart, _("New Phase"), 1, index, error);
  }
  return tl_command_finish_new (editor, made, error);
}

/* Lanes run from customer down to support, so the lane moves among those of its new
 * band: below those that are there. */
gboolean
tl_command_set_band (TlEditor  *editor,
                     TlBand     band,
                     GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlRecord *record = selected_header (editor, error);
  const TlEnumRow *row =
    tl_enum_find_value (tl_class_find_field (tl_class_get (TL_RECORD_LANE), "band")->rows, band);
  guint index = 0;
  gboolean done;

  g_return_val_if_fail (row != NULL, FALSE);

  if (record == NULL || record->kind != TL_RECORD_LANE) {
    if (record != NULL)
      g_set_error_literal (error, TL_OPS_ERROR, TL_OPS_ERROR_MISSING, _("Select a lane first."));
    return FALSE;
  }
  if (((const TlLane *) (const void *) record)->band == band)
    return TRUE;
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_LANE); i++) {
    const TlLane *lane = TL_CHART_NTH (chart, LANE, TlLane, i);

    index += lane->head.id != record->id && lane->band <= band ? 1 : 0;
  }
  tl_editor_begin (editor, _("Change Band"));
  done = tl_ops_set (chart, record->id, "band", row->word, error) &&
         tl_ops_move_lane (chart, record->id, index, error);
  return tl_editor_finish (editor, done, error);
}

void
tl_command_select_inside (TlEditor *editor,
                          TlId      id)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlSelection *selection = tl_editor_get_selection (editor);
  const TlOrder *order = tl_editor_get_order (editor);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; i < tl_selection_get_n (selection); i++) {
    TlId old = tl_selection_get_ids (selection)[i];

    if (old != id)
      g_array_append_val (ids, old);
  }
  for (guint i = 0; i < order->n_steps; i++) {
    const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, order->steps[i]);

    if (step->lane == id || step->phase == id)
      g_array_append_val (ids, step->head.id);
  }
  tl_selection_set (selection, (const TlId *) (const void *) ids->data, ids->len);
}

/* Recovery procedures. */

static gboolean
has_recovery (const TlChart *chart,
              TlId           failure)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_RECOVERY); i++) {
    const TlRecovery *recovery = TL_CHART_NTH (chart, RECOVERY, TlRecovery, i);

    if (tl_id_list_index (&recovery->failures, failure) != G_MAXUINT)
      return TRUE;
  }
  return FALSE;
}

TlId
tl_command_get_failure (TlEditor *editor)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlOrder *order = tl_editor_get_order (editor);
  TlId id = tl_selection_get_last (tl_editor_get_selection (editor));
  TlId found = TL_ID_NONE;

  if (TL_CHART_GET (chart, FAILURE, TlFailure, id) != NULL)
    return id;
  for (guint i = 0; i < order->n_failures; i++) {
    const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, order->failures[i]);

    if (failure->at != id)
      continue;
    if (!has_recovery (chart, order->failures[i]))
      return order->failures[i];
    found = order->failures[i];
  }
  return found;
}

TlId
tl_command_attach (TlEditor    *editor,
                   TlId         recovery,
                   TlId         failure,
                   const char  *name,
                   GError     **error)
{
  TlChart *chart = tl_editor_get_chart (editor);

  if (recovery == TL_ID_NONE) {
    tl_editor_begin (editor, _("Add Recovery Procedure"));
    recovery = tl_ops_add_recovery (chart, failure, name != NULL ? name : _("What we do then"),
                                    error);
  } else {
    tl_editor_begin (editor, _("Attach Recovery Procedure"));
    if (!tl_ops_attach_recovery (chart, recovery, failure, error))
      recovery = TL_ID_NONE;
  }
  return tl_command_finish_new (editor, recovery, error);
}

gboolean
tl_command_detach (TlEditor  *editor,
                   TlId       recovery,
                   TlId       failure,
                   GError   **error)
{
  tl_editor_begin (editor, _("Detach Recovery Procedure"));
  return tl_editor_finish (editor, tl_ops_detach_recovery (tl_editor_get_chart (editor), recovery,
                                                           failure, error), error);
}

gboolean
tl_command_is_attached (TlEditor *editor,
                        TlId      recovery,
                        TlId      failure)
{
  const TlRecovery *record =
    TL_CHART_GET (tl_editor_get_chart (editor), RECOVERY, TlRecovery, recovery);

  return record != NULL && tl_id_list_index (&record->failures, failure) != G_MAXUINT;
}
