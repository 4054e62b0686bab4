/* fix-flow.c - fixes of the drawing: where it begins, ends, and leads. */
#include "model/fix-private.h"

#include <glib/gi18n-lib.h>

#include "model/ops-cells.h"
#include "model/order.h"

static gboolean
is_flow (const TlConnector *connector)
{
  return connector->kind == TL_CONNECTOR_FLOW;
}

/* The steps that the flow leads to, or with @from those it leads on from. */
static GHashTable *
find_joined (const TlChart *chart,
             gboolean       from)
{
  GHashTable *joined = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    if (is_flow (connector))
      g_hash_table_add (joined, GUINT_TO_POINTER (from ? connector->from : connector->to));
  }
  return joined;
}

static TlStepKind
kind_of (const TlChart *chart,
         TlId           step)
{
  return TL_CHART_GET (chart, STEP, TlStep, step)->kind;
}

/* The first step in reading order that nothing leads to; any, if all are led to. */
static TlId
find_first (const TlChart *chart)
{
  g_autoptr (TlOrder) order = tl_order_new (chart);
  g_autoptr (GHashTable) led_to = find_joined (chart, FALSE);

  for (guint i = 0; i < order->n_steps; i++) {
    if (!g_hash_table_contains (led_to, GUINT_TO_POINTER (order->steps[i])) &&
        kind_of (chart, order->steps[i]) != TL_STEP_END)
      return order->steps[i];
  }
  return order->n_steps > 0 ? order->steps[0] : TL_ID_NONE;
}

/* The last step of the journey before @before (TL_ID_NONE: of all) that leads nowhere yet. */
static TlId
find_loose_end (const TlChart *chart,
                TlId           before)
{
  g_autoptr (TlOrder) order = tl_order_new (chart);
  g_autoptr (GHashTable) leading = find_joined (chart, TRUE);
  g_autoptr (GHashTable) led_to = find_joined (chart, FALSE);
  TlId found = TL_ID_NONE;

  for (guint i = 0; i < order->n_steps && order->steps[i] != before; i++) {
    gpointer step = GUINT_TO_POINTER (order->steps[i]);
    TlStepKind kind = kind_of (chart, order->steps[i]);

    if (kind != TL_STEP_END && !g_hash_table_contains (leading, step) &&
        (kind == TL_STEP_START || g_hash_table_contains (led_to, step)))
      found = order->steps[i];
  }
  return found;
}

gboolean
tl_fix_add_start (TlChart      *chart,
                  const TlFix  *fix,
                  TlId         *touched,
                  GError      **error)
{
  TlId first = find_first (chart);

  if (fix->text == NULL || *fix->text == '\0')
    return tl_ops_fail (error, TL_OPS_ERROR_VALUE,
                        _("Write what the customer does or says first."));
  if (first != TL_ID_NONE) {
    *touched = tl_ops_step_towards (chart, first, -1, 0, TL_STEP_START, fix->text, error);
  } else if (tl_chart_n (chart, TL_RECORD_LANE) > 0 && tl_chart_n (chart, TL_RECORD_PHASE) > 0) {
    const TlCell cell = { tl_chart_nth (chart, TL_RECORD_LANE, 0)->id,
                          tl_chart_nth (chart, TL_RECORD_PHASE, 0)->id, 0, 0 };

    *touched = tl_ops_add_step (chart, TL_STEP_START, fix->text, cell, error);
  } else {
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("There is no place for a step; add a lane and a phase first."));
  }
  return *touched != TL_ID_NONE;
}

gboolean
tl_fix_add_end (TlChart      *chart,
                const TlFix  *fix,
                TlId         *touched,
                GError      **error)
{
  TlId last = find_loose_end (chart, TL_ID_NONE);

  if (fix->text == NULL || *fix->text == '\0')
    return tl_ops_fail (error, TL_OPS_ERROR_VALUE, _("Write how the customer's matter ends."));
  if (last == TL_ID_NONE)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("Every step leads on already; say of one of the ends that the matter is "
                          "resolved there."));
  *touched = tl_ops_next_step (chart, last, TL_STEP_END, fix->text, error);
  return *touched != TL_ID_NONE;
}

static TlId
find_resolution (const TlChart *chart)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (step->kind == TL_STEP_END && step->outcome == TL_OUTCOME_RESOLVED)
      return step->head.id;
  }
  return TL_ID_NONE;
}

/* To the end where matters are resolved, or to a new one. */
gboolean
tl_fix_lead_to_end (TlChart      *chart,
                    const TlFix  *fix,
                    TlId         *touched,
                    GError      **error)
{
  TlId end = find_resolution (chart);

  *touched = end != TL_ID_NONE
               ? tl_ops_connect (chart, TL_CONNECTOR_FLOW, fix->record, end, error)
               : tl_ops_next_step (chart, fix->record, TL_STEP_END, NULL, error);
  return *touched != TL_ID_NONE;
}

gboolean
tl_fix_connect_before (TlChart      *chart,
                       const TlFix  *fix,
                       TlId         *touched,
                       GError      **error)
{
  TlId before = find_loose_end (chart, fix->record);

  if (before == TL_ID_NONE)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("Every step before it leads on already; draw the connector yourself, "
                          "from a decision for instance."));
  *touched = tl_ops_connect (chart, TL_CONNECTOR_FLOW, before, fix->record, error);
  return *touched != TL_ID_NONE;
}

gboolean
tl_fix_delete (TlChart      *chart,
               const TlFix  *fix,
               TlId         *touched,
               GError      **error)
{
  *touched = TL_ID_NONE;
  return tl_ops_delete (chart, &fix->record, 1, error);
}

static TlId
find_role (const TlChart *chart,
           const char    *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ROLE); i++) {
    const TlRole *role = TL_CHART_NTH (chart, ROLE, TlRole, i);
    g_autofree char *folded = g_utf8_casefold (role->name, -1);

    if (g_str_equal (folded, wanted) || g_strcmp0 (role->head.name, name) == 0)
      return role->head.id;
  }
  return TL_ID_NONE;
}

/* A role nobody named yet is made: in the customer's lane a customer, else staff. */
gboolean
tl_fix_name_role (TlChart      *chart,
                  const TlFix  *fix,
                  TlId         *touched,
                  GError      **error)
{
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, fix->record);
  g_autofree char *name = g_strstrip (g_strdup (fix->text != NULL ? fix->text : ""));
  TlId role;

  if (step == NULL)
    return tl_ops_fail (error, TL_OPS_ERROR_MISSING,
                        _("That is not in the chart any more; choose again."));
  if (*name == '\0')
    return tl_ops_fail (error, TL_OPS_ERROR_VALUE, _("Write who does it, such as a job."));

  role = find_role (chart, name);
  if (role == TL_ID_NONE) {
    const TlLane *lane = TL_CHART_GET (chart, LANE, TlLane, step->lane);
    TlRole *made = (TlRole *) (void *) tl_record_new (TL_RECORD_ROLE);

    made->kind = lane->band == TL_BAND_CUSTOMER ? TL_ROLE_CUSTOMER : TL_ROLE_STAFF;
    role = tl_chart_insert (chart, &made->head, TL_ID_NONE, G_MAXUINT);
    if (!tl_ops_set (chart, role, "name", name, error))
      return FALSE;
  }
  ((TlStep *) tl_chart_edit (chart, fix->record))->role = role;
  *touched = fix->record;
  return TRUE;
}
