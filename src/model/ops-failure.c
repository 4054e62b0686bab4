/* ops-failure.c - failure points, recovery procedures, and child records. */
#include "model/ops.h"

#include <glib/gi18n-lib.h>

#include "model/check.h"
#include "model/ops-cells.h"
#include "model/units.h"

/* Whether a failure point may sit there; @is_exit: on a way out of a decision. */
static gboolean
check_place (const TlChart *chart,
             TlId           at,
             gboolean      *is_exit,
             GError       **error)
{
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, at);
  const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, at);

  *is_exit = connector != NULL && connector->kind == TL_CONNECTOR_FLOW &&
             TL_CHART_GET (chart, STEP, TlStep, connector->from)->kind == TL_STEP_DECISION;
  if (connector != NULL ||
      (step != NULL && (step->kind == TL_STEP_ACTION || step->kind == TL_STEP_WAIT ||
                        step->kind == TL_STEP_DECISION)))
    return TRUE;
  return tl_ops_fail (error, step != NULL ? TL_OPS_ERROR_REFUSED : TL_OPS_ERROR_MISSING,
                      _("A failure point sits on an action, a wait, a decision or a connector; "
                        "choose one of them."));
}

gboolean
tl_ops_can_fail_at (const TlChart  *chart,
                    TlId            at,
                    GError        **error)
{
  gboolean is_exit;

  return check_place (chart, at, &is_exit, error);
}

TlId
tl_ops_add_failure (TlChart    *chart,
                    TlId        at,
                    const char *title,
                    GError    **error)
{
  g_autoptr (TlRecord) record = tl_record_new (TL_RECORD_FAILURE);
  TlFailure *failure = (TlFailure *) (void *) record;
  gboolean is_exit;

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  if (!check_place (chart, at, &is_exit, error) ||
      !tl_ops_put_text (chart, record, "title", title, error))
    return TL_ID_NONE;

  failure->at = at;
  failure->actor = TL_ACTOR_SERVER;
  failure->error = TL_ERROR_TASK;
  failure->dimension = TL_DIMENSION_RELIABILITY;
  return tl_chart_insert (chart, g_steal_pointer (&record), TL_ID_NONE, G_MAXUINT);
}

gboolean
tl_ops_move_failure (TlChart *chart,
                     TlId     failure,
                     TlId     at,
                     GError **error)
{
  TlFailure *live;
  gboolean is_exit;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!tl_ops_is_a (chart, TL_RECORD_FAILURE, failure, error) ||
      !check_place (chart, at, &is_exit, error))
    return FALSE;

  live = tl_chart_edit (chart, failure);
  live->at = at;
  if (is_exit)
    live->p = TL_NO_NUMBER;
  return TRUE;
}

TlId
tl_ops_add_recovery (TlChart    *chart,
                     TlId        failure,
                     const char *name,
                     GError    **error)
{
  g_autoptr (TlRecord) record = tl_record_new (TL_RECORD_RECOVERY);

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  if ((failure != TL_ID_NONE && !tl_ops_is_a (chart, TL_RECORD_FAILURE, failure, error)) ||
      !tl_ops_put_text (chart, record, "name", name, error))
    return TL_ID_NONE;

  if (failure != TL_ID_NONE)
    tl_id_list_append (&((TlRecovery *) (void *) record)->failures, failure);
  return tl_chart_insert (chart, g_steal_pointer (&record), TL_ID_NONE, G_MAXUINT);
}

gboolean
tl_ops_attach_recovery (TlChart *chart,
                        TlId     recovery,
                        TlId     failure,
                        GError **error)
{
  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!tl_ops_is_a (chart, TL_RECORD_RECOVERY, recovery, error) ||
      !tl_ops_is_a (chart, TL_RECORD_FAILURE, failure, error))
    return FALSE;
  if (tl_id_list_index (&TL_CHART_GET (chart, RECOVERY, TlRecovery, recovery)->failures,
                        failure) != G_MAXUINT)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("This recovery procedure serves the failure point already."));

  tl_id_list_append (&((TlRecovery *) tl_chart_edit (chart, recovery))->failures, failure);
  return TRUE;
}

gboolean
tl_ops_detach_recovery (TlChart *chart,
                        TlId     recovery,
                        TlId     failure,
                        GError **error)
{
  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!tl_ops_is_a (chart, TL_RECORD_RECOVERY, recovery, error))
    return FALSE;
  if (tl_id_list_index (&TL_CHART_GET (chart, RECOVERY, TlRecovery, recovery)->failures,
                        failure) == G_MAXUINT)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("This recovery procedure does not serve the failure point."));

  tl_id_list_remove (&((TlRecovery *) tl_chart_edit (chart, recovery))->failures, failure);
  return TRUE;
}

/* Children. */

/* What @role a new action gets: its neighbour's, or the first of the staff. */
static TlId
usual_role (const TlChart  *chart,
            const TlRecord *recovery)
{
  guint n = tl_chart_n (chart, TL_RECORD_ROLE);

  if (recovery->children.n > 0)
    return TL_CHART_GET (chart, ACTION, TlAction,
                         recovery->children.ids[recovery->children.n - 1])->role;
  for (guint i = 0; i < n; i++) {
    const TlRole *role = TL_CHART_NTH (chart, ROLE, TlRole, i);

    if (role->kind == TL_ROLE_STAFF)
      return role->head.id;
  }
  return n > 0 ? tl_chart_nth (chart, TL_RECORD_ROLE, 0)->id : TL_ID_NONE;
}

static gboolean
fill_action (const TlChart  *chart,
             const TlRecord *parent,
             TlRecord       *record,
             const char     *text,
             GError        **error)
{
  TlAction *action = (TlAction *) (void *) record;

  action->kind = parent->children.n == 0 ? TL_ACTION_ACKNOWLEDGE : TL_ACTION_FIX;
  action->role = usual_role (chart, parent);
  if (action->role == TL_ID_NONE)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("An action needs someone who does it; add a role first."));
  return tl_ops_put_text (chart, record, "text", text, error);
}

/* Today is not known here, so a measurement follows the one before by the standard's
 * interval, or by a day. */
static gboolean
fill_measurement (const TlChart  *chart,
                  const TlRecord *parent,
                  TlRecord       *record,
                  const char     *text,
                  GError        **error)
{
  const TlStandard *standard = (const TlStandard *) (const void *) parent;
  TlMeasurement *measurement = (TlMeasurement *) (void *) record;
  TlDate last = tl_chart_info (chart)->revised;

  if (!tl_number_parse (text != NULL ? text : "", &measurement->value))
    return tl_ops_fail (error, TL_OPS_ERROR_VALUE,
                        _("A measurement is a number; write it with digits."));
  for (guint i = 0; i < parent->children.n; i++) {
    TlDate date = TL_CHART_GET (chart, MEASUREMENT, TlMeasurement, parent->children.ids[i])->date;

    last = MAX (last, date + (standard->every != TL_NO_INT ? (TlDate) standard->every : 1));
  }
  measurement->date = last != 0 ? last : 1;
  measurement->n = 1;
  measurement->source = standard->method;
  if (standard->share < 100)
    measurement->share = standard->share;
  return TRUE;
}

static gboolean
fill_child (const TlChart  *chart,
            const TlRecord *parent,
            TlRecord       *record,
            const char     *text,
            GError        **error)
{
  if (record->kind == TL_RECORD_TOUCHPOINT) {
    ((TlTouchpoint *) (void *) record)->channel = TL_CHANNEL_IN_PERSON;
    return tl_ops_put_text (chart, record, "name", text, error);
  }
  if (record->kind == TL_RECORD_SAFEGUARD) {
    ((TlSafeguard *) (void *) record)->type = TL_SAFEGUARD_PREVENT;
    ((TlSafeguard *) (void *) record)->status = TL_SAFEGUARD_IDEA;
    return tl_ops_put_text (chart, record, "text", text, error);
  }
  if (record->kind == TL_RECORD_ACTION)
    return fill_action (chart, parent, record, text, error);
  return fill_measurement (chart, parent, record, text, error);
}

TlId
tl_ops_add_child (TlChart    *chart,
                  TlId        parent,
                  const char *text,
                  guint       index,
                  GError    **error)
{
  const TlRecord *owner = tl_chart_get (chart, parent);
  g_autoptr (TlRecord) record = NULL;

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  if (owner == NULL || tl_class_get (owner->kind)->child == TL_N_RECORD_KINDS) {
    tl_ops_fail (error, TL_OPS_ERROR_MISSING,
                 _("Nothing can be added to this; choose a step, a failure point, a recovery "
                   "procedure or a standard."));
    return TL_ID_NONE;
  }
  record = tl_record_new (tl_class_get (owner->kind)->child);
  if (!fill_child (chart, owner, record, text, error))
    return TL_ID_NONE;
  return tl_chart_insert (chart, g_steal_pointer (&record), parent, index);
}

gboolean
tl_ops_move_child (TlChart *chart,
                   TlId     child,
                   guint    index,
                   GError **error)
{
  const TlRecord *record = tl_chart_get (chart, child);
  TlRecord *owner;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (record == NULL || record->parent == TL_ID_NONE)
    return tl_ops_fail (error, TL_OPS_ERROR_MISSING,
                        _("That row is not there any more; choose another."));

  owner = tl_chart_edit (chart, record->parent);
  tl_id_list_remove (&owner->children, child);
  tl_id_list_insert (&owner->children, index, child);
  return TRUE;
}
