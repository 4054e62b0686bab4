/* commands.c - what one key or menu entry does to the chart and the selection. */
#include "app/commands-private.h"

#include <glib/gi18n-lib.h>

#include "app/today.h"
#include "model/ops.h"
#include "model/units.h"

/* The step to start from: the one selected, or the one a selected failure point or
 * recovery procedure belongs to. */
static const TlStep *
selected_step (TlEditor *editor)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlId id = tl_selection_get_last (tl_editor_get_selection (editor));
  const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, id);

  return TL_CHART_GET (chart, STEP, TlStep, failure != NULL ? failure->at : id);
}

TlId
tl_command_fail_unselected (GError **error)
{
  g_set_error_literal (error, TL_OPS_ERROR, TL_OPS_ERROR_MISSING, _("Select a step first."));
  return TL_ID_NONE;
}

/* Ends the transaction and selects what was made. */
TlId
tl_command_finish_new (TlEditor  *editor,
                       TlId       made,
                       GError   **error)
{
  if (!tl_editor_finish (editor, made != TL_ID_NONE, error))
    return TL_ID_NONE;
  tl_selection_set_one (tl_editor_get_selection (editor), made);
  return made;
}

static TlId
add_first_step (TlEditor  *editor,
                GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlCell cell = { 0 };

  if (tl_chart_n (chart, TL_RECORD_PHASE) == 0)
    return tl_command_fail_unselected (error);
  cell.lane = tl_chart_nth (chart, TL_RECORD_LANE, 0)->id;
  cell.phase = tl_chart_nth (chart, TL_RECORD_PHASE, 0)->id;
  tl_editor_begin (editor, _("Add First Contact"));
  return tl_command_finish_new (editor, tl_ops_add_step (chart, TL_STEP_START, NULL, cell, error),
                                error);
}

TlId
tl_command_next (TlEditor  *editor,
                 GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlId id = tl_selection_get_last (tl_editor_get_selection (editor));
  const TlStep *step = selected_step (editor);

  if (tl_chart_n (chart, TL_RECORD_STEP) == 0)
    return add_first_step (editor, error);
  if (TL_CHART_GET (chart, CONNECTOR, TlConnector, id) != NULL)
    return tl_command_insert (editor, id, TL_ID_NONE, error);
  if (step == NULL)
    return tl_command_fail_unselected (error);
  tl_editor_begin (editor, _("Add Step"));
  return tl_command_finish_new (editor, tl_ops_next_step (chart, step->head.id, TL_STEP_ACTION, NULL,
                                                          error), error);
}

TlId
tl_command_branch (TlEditor  *editor,
                   GError   **error)
{
  const TlStep *step = selected_step (editor);

  if (step == NULL)
    return tl_command_fail_unselected (error);
  tl_editor_begin (editor, _("Add Branch"));
  return tl_command_finish_new (editor, tl_ops_new_branch (tl_editor_get_chart (editor),
                                                           step->head.id, TL_STEP_ACTION, NULL,
                                                           error), error);
}

/* Up and down lead to the next lane; left and right to the next column, of the phase
 * beside where this one ends. */
static gboolean
cell_beside (const TlChart *chart,
             const TlStep  *step,
             TlWay          way,
             TlCell        *cell)
{
  guint lane = tl_chart_index (chart, step->lane);
  guint phase = tl_chart_index (chart, step->phase);
  const TlPhase *here = TL_CHART_GET (chart, PHASE, TlPhase, step->phase);

  *cell = (TlCell) { step->lane, step->phase, step->column, step->row };
  if (way == TL_WAY_UP || way == TL_WAY_DOWN) {
    if (way == TL_WAY_UP ? lane == 0 : lane + 1 == tl_chart_n (chart, TL_RECORD_LANE))
      return FALSE;
    cell->lane = tl_chart_nth (chart, TL_RECORD_LANE, way == TL_WAY_UP ? lane - 1 : lane + 1)->id;
    cell->row = 0;
  } else if (way == TL_WAY_RIGHT) {
    cell->column++;
    if (cell->column >= here->columns && phase + 1 < tl_chart_n (chart, TL_RECORD_PHASE)) {
      cell->phase = tl_chart_nth (chart, TL_RECORD_PHASE, phase + 1)->id;
      cell->column = 0;
    }
  } else if (cell->column > 0) {
    cell->column--;
  } else if (phase > 0) {
    cell->phase = tl_chart_nth (chart, TL_RECORD_PHASE, phase - 1)->id;
    cell->column = TL_CHART_GET (chart, PHASE, TlPhase, cell->phase)->columns - 1;
  } else {
    return FALSE;
  }
  return TRUE;
}

TlId
tl_command_build (TlEditor  *editor,
                  TlWay      way,
                  GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlStep *step = selected_step (editor);
  TlId from, there, made;
  TlCell cell;

  if (step == NULL)
    return tl_command_fail_unselected (error);
  if (!cell_beside (chart, step, way, &cell)) {
    g_set_error_literal (error, TL_OPS_ERROR, TL_OPS_ERROR_NO_ROOM,
                         _("There is no room that way; go another way."));
    return TL_ID_NONE;
  }
  from = step->head.id;
  there = tl_ops_step_at (chart, cell);
  made = there;
  tl_editor_begin (editor, there != TL_ID_NONE ? _("Connect") : _("Add Step"));
  if (there == TL_ID_NONE)
    made = tl_ops_add_step (chart, TL_STEP_ACTION, NULL, cell, error);
  if (made != TL_ID_NONE &&
      tl_ops_connect (chart, TL_CONNECTOR_FLOW, way == TL_WAY_LEFT ? made : from,
                      way == TL_WAY_LEFT ? from : made, error) == TL_ID_NONE)
    made = TL_ID_NONE;
  return tl_command_finish_new (editor, made, error);
}

/* Failure points and recovery procedures. */

TlId
tl_command_add_failure (TlEditor  *editor,
                        GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlId id = tl_selection_get_last (tl_editor_get_selection (editor));
  const TlStep *step = selected_step (editor);

  if (step != NULL)
    id = step->head.id;
  if (step == NULL && TL_CHART_GET (chart, CONNECTOR, TlConnector, id) == NULL)
    return tl_command_fail_unselected (error);
  tl_editor_begin (editor, _("Add Failure Point"));
  return tl_command_finish_new (editor, tl_ops_add_failure (chart, id, _("What goes wrong"), error),
                                error);
}

TlId
tl_command_add_recovery (TlEditor  *editor,
                         GError   **error)
{
  TlId failure = tl_command_get_failure (editor);

  if (failure != TL_ID_NONE)
    return tl_command_attach (editor, TL_ID_NONE, failure, NULL, error);
  g_set_error_literal (error, TL_OPS_ERROR, TL_OPS_ERROR_MISSING,
                       _("A recovery procedure is for a failure point: add one first, with F."));
  return TL_ID_NONE;
}

/* What a new child is known by until somebody writes it: its kind, and of a measurement the
 * last value there is. */
static char *
first_text (const TlChart  *chart,
            const TlRecord *parent)
{
  const TlStandard *standard = TL_CHART_GET (chart, STANDARD, TlStandard, parent->id);
  const TlIdList *children = &parent->children;
  char buffer[TL_UNITS_SIZE];
  double value;

  if (standard == NULL)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE,
                                 tl_class_get (tl_class_get (parent->kind)->child)->label));
  value = children->n > 0 ? TL_CHART_GET (chart, MEASUREMENT, TlMeasurement,
                                          children->ids[children->n - 1])->value
                          : standard->target;
  return g_strdup (tl_number_write (isnan (value) ? 0 : value, buffer));
}

/* What is measured now is measured today. */
static gboolean
date_child (TlChart  *chart,
            TlId      id,
            GError  **error)
{
  char today[TL_UNITS_SIZE];

  return tl_chart_get (chart, id)->kind != TL_RECORD_MEASUREMENT ||
         tl_ops_set (chart, id, "date", tl_date_write (tl_today (), today), error);
}

TlId
tl_command_add_child (TlEditor  *editor,
                      TlId       parent,
                      GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlRecord *record = tl_chart_get (chart, parent);
  const char *name;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  TlId made;

  g_return_val_if_fail (record != NULL, TL_ID_NONE);

  name = g_dgettext (GETTEXT_PACKAGE, tl_class_get (tl_class_get (record->kind)->child)->label);
  /* Translators: in the undo menu; %s is a kind of thing, such as "Safeguard". */
  label = g_strdup_printf (_("Add %s"), name);
  text = first_text (chart, record);
  tl_editor_begin (editor, label);
  made = tl_ops_add_child (chart, parent, text, G_MAXUINT, error);
  return tl_editor_finish (editor, made != TL_ID_NONE && date_child (chart, made, error), error)
           ? made : TL_ID_NONE;
}

gboolean
tl_command_remove (TlEditor  *editor,
                   TlId       id,
                   GError   **error)
{
  g_autofree char *kind = tl_editor_name_kind (editor, id);
  /* Translators: in the undo menu; %s is a kind of thing, such as "Step", or a number. */
  g_autofree char *label = g_strdup_printf (_("Delete %s"), kind);

  tl_editor_begin (editor, label);
  return tl_editor_finish (editor, tl_ops_delete (tl_editor_get_chart (editor), &id, 1, error),
                           error);
}

/* What is there already. */

char *
tl_command_label_for_selection (TlEditor   *editor,
                                const char *one,
                                const char *many)
{
  TlSelection *selection = tl_editor_get_selection (editor);
  guint n = tl_selection_get_n (selection);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *kind = NULL;
  g_auto (GStrv) parts = g_strsplit (n == 1 ? one : many, "%s", 2);

  if (n == 1)
    kind = tl_editor_name_kind (editor, tl_selection_get_last (selection));
  return g_strjoinv (n == 1 ? kind : count, parts);
}

gboolean
tl_command_delete (TlEditor  *editor,
                   GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlSelection *selection = tl_editor_get_selection (editor);
  guint n = tl_selection_get_n (selection);
  TlId last = tl_selection_get_last (selection);
  const TlRecord *record = tl_chart_get (chart, last);
  g_autofree char *label = NULL;
  gboolean done;

  if (record == NULL) {
    tl_command_fail_unselected (error);
    return FALSE;
  }
  /* Translators: in the undo menu; %s is a kind of thing, such as "Step", or a number. */
  label = tl_command_label_for_selection (editor, _("Delete %s"), _("Delete %s Things"));
  tl_editor_begin (editor, label);
  if (n == 1 && record->kind == TL_RECORD_LANE)
    done = tl_ops_remove_lane (chart, last, TL_ID_NONE, error);
  else if (n == 1 && record->kind == TL_RECORD_PHASE)
    done = tl_ops_remove_phase (chart, last, TL_ID_NONE, error);
  else
    done = tl_ops_delete (chart, tl_selection_get_ids (selection), n, error);
  return tl_editor_finish (editor, done, error);
}

gboolean
tl_command_duplicate (TlEditor  *editor,
                      GError   **error)
{
  TlSelection *selection = tl_editor_get_selection (editor);
  guint n = tl_selection_get_n (selection);
  g_autofree TlId *copies = g_new0 (TlId, n + 1);
  g_autofree char *label = NULL;

  if (n == 0) {
    tl_command_fail_unselected (error);
    return FALSE;
  }
  /* Translators: in the undo menu; %s is a kind of thing, such as "Step", or a number. */
  label = tl_command_label_for_selection (editor, _("Duplicate %s"), _("Duplicate %s Things"));
  tl_editor_begin (editor, label);
  if (!tl_editor_finish (editor, tl_ops_duplicate (tl_editor_get_chart (editor),
                                                   tl_selection_get_ids (selection), n, copies,
                                                   error), error))
    return FALSE;
  tl_selection_set (selection, copies, n);
  return TRUE;
}

/* Moves a lane or phase by one place; its new index is worked out here. */
static gboolean
move_whole (TlEditor       *editor,
            const TlRecord *record,
            gboolean        forward,
            GError        **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  guint index = tl_chart_index (chart, record->id);

  if (forward ? index + 1 >= tl_chart_n (chart, record->kind) : index == 0) {
    g_set_error_literal (error, TL_OPS_ERROR, TL_OPS_ERROR_NO_ROOM,
                         _("There is no room that way; go another way."));
    return FALSE;
  }
  return tl_command_reorder (editor, record->id, forward ? index + 1 : index - 1, error);
}

gboolean
tl_command_is_header (TlEditor *editor)
{
  const TlRecord *last =
    tl_chart_get (tl_editor_get_chart (editor),
                  tl_selection_get_last (tl_editor_get_selection (editor)));

  return last != NULL && (last->kind == TL_RECORD_LANE || last->kind == TL_RECORD_PHASE);
}

gboolean
tl_command_move (TlEditor  *editor,
                 TlWay      way,
                 GError   **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlSelection *selection = tl_editor_get_selection (editor);
  const TlRecord *last = tl_chart_get (chart, tl_selection_get_last (selection));
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (TlId));
  gboolean across = way == TL_WAY_LEFT || way == TL_WAY_RIGHT;
  int by = way == TL_WAY_RIGHT || way == TL_WAY_DOWN ? 1 : -1;
  g_autofree char *label = NULL;

  if (tl_command_is_header (editor))
    return move_whole (editor, last, by > 0, error);
  for (guint i = 0; i < tl_selection_get_n (selection); i++) {
    TlId id = tl_selection_get_ids (selection)[i];

    if (TL_CHART_GET (chart, STEP, TlStep, id) != NULL)
      g_array_append_val (steps, id);
  }
  if (steps->len == 0) {
    tl_command_fail_unselected (error);
    return FALSE;
  }
  /* Translators: in the undo menu. */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u Step", "Move %u Steps",
                                        steps->len), steps->len);
  tl_editor_begin (editor, label);
  return tl_editor_finish (editor,
                           tl_ops_move (chart, (const TlId *) (const void *) steps->data,
                                        steps->len, across ? by : 0, across ? 0 : by, error),
                           error);
}

/* Whether @kind is one of the kinds of such a step or connector. */
static gboolean
can_be (const TlRecord *record,
        const char     *kind)
{
  return (record->kind == TL_RECORD_STEP || record->kind == TL_RECORD_CONNECTOR) &&
         tl_enum_find_word (tl_class_find_field (tl_class_get (record->kind), "kind")->rows,
                            kind) != NULL;
}

gboolean
tl_command_set_kind (TlEditor    *editor,
                     const char  *kind,
                     GError     **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlSelection *selection = tl_editor_get_selection (editor);
  gboolean done = TRUE, any = FALSE;

  tl_editor_begin (editor, _("Change Kind"));
  for (guint i = 0; i < tl_selection_get_n (selection) && done; i++) {
    TlId id = tl_selection_get_ids (selection)[i];

    if (!can_be (tl_chart_get (chart, id), kind))
      continue;
    any = TRUE;
    done = tl_ops_set (chart, id, "kind", kind, error);
  }
  if (!any && done)
    tl_command_fail_unselected (error);
  return tl_editor_finish (editor, done && any, error);
}

const char *
tl_command_name_field (TlEditor *editor,
                       TlId      id)
{
  static const char * const names[] = { "label", "name", "title", "text" };
  const TlRecord *record = tl_chart_get (tl_editor_get_chart (editor), id);

  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (names); i++) {
    if (tl_class_find_field (tl_class_get (record->kind), names[i]) != NULL)
      return names[i];
  }
  return NULL;
}

gboolean
tl_command_rename (TlEditor    *editor,
                   TlId         id,
                   const char  *text,
                   GError     **error)
{
  const char *field = tl_command_name_field (editor, id);
  g_autofree char *kind = NULL;
  g_autofree char *label = NULL;

  if (field == NULL) {
    tl_command_fail_unselected (error);
    return FALSE;
  }
  if (g_strcmp0 (tl_editor_get_label (editor, id), text) == 0)
    return TRUE;
  kind = tl_editor_name_kind (editor, id);
  /* Translators: in the undo menu; %s is a kind of thing, such as "Step". */
  label = g_strdup_printf (_("Rename %s"), kind);
  tl_editor_begin (editor, label);
  return tl_editor_finish (editor, tl_ops_set (tl_editor_get_chart (editor), id, field, text, error),
                           error);
}
