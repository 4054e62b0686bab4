/* overlay-journey.c - overlays about the journey: where the time goes, and what one role
 * does in it. */
#include <glib/gi18n-lib.h>

#include "analysis/flow.h"
#include "analysis/overlay-plan.h"
#include "model/order.h"
#include "model/units.h"

/* Where the time goes. */

/* As it is shown, in whole percent: what reads "10 %" is not below 10 %. */
static guint
level_of_share (double share)
{
  int percent = (int) (share * 100 + 0.5);
  guint level = TL_LEVEL_LARGE;

  while (level < TL_LEVEL_LITTLE && percent < tl_overlay_class (TL_OVERLAY_TIME, level)->value)
    level++;
  return level;
}

/* "12 %"; "<1 %" for what would be rounded away. */
static char *
share_text (double share)
{
  return share < 0.005 ? g_strdup (_("<1 %")) : g_strdup_printf (_("%.0f %%"), share * 100);
}

static char *
time_text (double seconds)
{
  return seconds < 0.5 ? g_strdup (_("<1 s")) : tl_duration_text ((int) (seconds + 0.5));
}

static void
mark_time (TlMarking *marking,
           TlId       step,
           double     seconds,
           double     total)
{
  g_autofree char *time = time_text (seconds);
  g_autofree char *share = share_text (seconds / total);

  tl_marking_add (marking, step, level_of_share (seconds / total), seconds,
                  g_strdup_printf ("%s · %s", time, share),
                  /* Translators: a time such as "9 min", and its share such as "19 %". */
                  g_strdup_printf (_("Expected time of a journey: %s, %s of all"), time, share));
}

/* Whether the flow counts the time of a step: those beside it take nobody's time who goes
 * through it, an end is where the journey is over, and a plain split takes what its steps
 * do. */
static gboolean
counts (const TlGraph *graph,
        guint          place)
{
  gboolean goes_on = graph->first_way[place] < graph->first_way[place + 1];
  gboolean splits = graph->split[place] != TL_NOWHERE && !tl_graph_is_inside (graph, place);

  return graph->reached[place] && goes_on && !splits;
}

void
tl_mark_time (TlMarking *marking)
{
  g_autoptr (TlGraph) graph = tl_graph_new (marking->chart);
  g_autoptr (TlRecoveryIndex) recoveries = tl_recovery_index_new (marking->chart);
  g_autoptr (TlFlow) flow = tl_flow_new (graph, recoveries, FALSE);
  g_autofree char *total = NULL;

  if (flow->why_not != NULL) {
    marking->overlay->note = g_strdup (flow->why_not);
    return;
  }
  if (flow->time <= 0) {
    marking->overlay->note = g_strdup (_("No step has a working or waiting time yet."));
    return;
  }
  for (guint i = 0; i < graph->n; i++) {
    const TlStep *step = graph->steps[i];
    double seconds = tl_flow_visits (flow, step->head.id) * tl_step_elapsed (step);

    if (counts (graph, i) && seconds > 0)
      mark_time (marking, step->head.id, seconds, flow->time);
  }
  total = time_text (flow->time);
  marking->overlay->note = graph->n_splits == 0
    /* Translators: %s is a time such as "47 min". */
    ? g_strdup_printf (_("A journey takes %s."), total)
    : g_strdup_printf (_("A journey takes %s; steps that happen at the same time each count in "
                         "full."), total);
}

/* Role focus. */

/* The one that does most of the steps; of equals the first. */
static TlId
busiest_role (const TlChart *chart)
{
  g_autofree guint *n_steps = g_new0 (guint, tl_chart_id_limit (chart) + 1);
  TlId busiest = TL_ID_NONE;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++)
    n_steps[TL_CHART_NTH (chart, STEP, TlStep, i)->role]++;
  n_steps[TL_ID_NONE] = 0;
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ROLE); i++) {
    const TlRole *role = TL_CHART_NTH (chart, ROLE, TlRole, i);
    gboolean serves = role->kind != TL_ROLE_CUSTOMER;   /* whose journey it is, in every lane */

    if (serves && (busiest == TL_ID_NONE || n_steps[role->head.id] > n_steps[busiest]))
      busiest = role->head.id;
  }
  return busiest;
}

static guint
mark_own_steps (TlMarking *marking,
                TlId       role)
{
  g_autoptr (TlOrder) order = tl_order_new (marking->chart);
  guint n = 0;

  for (guint i = 0; i < order->n_steps; i++) {
    if (TL_CHART_GET (marking->chart, STEP, TlStep, order->steps[i])->role != role)
      continue;
    n++;
    tl_marking_add (marking, order->steps[i], TL_LEVEL_OWN, n, g_strdup_printf ("%u", n),
                    /* Translators: the how manyth of the steps of a role. */
                    g_strdup_printf (_("Step %u of this role"), n));
  }
  return n;
}

static char *
name_of_role (const TlChart *chart,
              TlId           role)
{
  const TlRole *found = TL_CHART_GET (chart, ROLE, TlRole, role);

  return g_strdup (found != NULL ? found->name : _("nobody named"));
}

/* Flow from one to the other; what runs between the role's own steps stays, without words. */
static void
mark_hand_overs (TlMarking *marking,
                 TlId       role)
{
  const TlChart *chart = marking->chart;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    TlId from = TL_CHART_GET (chart, STEP, TlStep, connector->from)->role;
    TlId to = TL_CHART_GET (chart, STEP, TlStep, connector->to)->role;
    g_autofree char *other = NULL;

    if (from != role && to != role)
      continue;
    if (from == to) {
      tl_marking_add (marking, connector->head.id, TL_LEVEL_OWN, 0, NULL,
                      g_strdup (_("Between steps of this role")));
      continue;
    }
    other = name_of_role (chart, from == role ? to : from);
    tl_marking_add (marking, connector->head.id, from == role ? TL_LEVEL_GIVES : TL_LEVEL_TAKES, 0,
                    /* Translators: a hand-over; %s is a role. */
                    g_strdup_printf (from == role ? C_("hand-over", "to %s")
                                                  : C_("hand-over", "from %s"), other),
                    g_strdup_printf (from == role ? _("Hands over to %s")
                                                  : _("Takes over from %s"), other));
  }
}

static gboolean
acts_in (const TlChart    *chart,
         const TlRecovery *recovery,
         TlId              role)
{
  for (guint i = 0; i < recovery->head.children.n; i++) {
    if (TL_CHART_GET (chart, ACTION, TlAction, recovery->head.children.ids[i])->role == role)
      return TRUE;
  }
  return FALSE;
}

/* Where something goes wrong that the role helps to put right, though others do the step. */
static void
mark_recoveries (TlMarking *marking,
                 TlId       role)
{
  const TlChart *chart = marking->chart;
  g_autofree guint8 *marked = g_new0 (guint8, tl_chart_id_limit (chart) + 1);

  for (guint i = 0; i < marking->marks->len; i++)
    marked[g_array_index (marking->marks, TlOverlayMark, i).at] = TRUE;
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_RECOVERY); i++) {
    const TlRecovery *recovery = TL_CHART_NTH (chart, RECOVERY, TlRecovery, i);
    gboolean acts = acts_in (chart, recovery, role);

    for (guint k = 0; acts && k < recovery->failures.n; k++) {
      TlId at = TL_CHART_GET (chart, FAILURE, TlFailure, recovery->failures.ids[k])->at;

      if (marked[at])
        continue;
      marked[at] = TRUE;
      tl_marking_add (marking, at, TL_LEVEL_RECOVERS, 0,
                      g_strdup (C_("what a role does here", "recovers")),
                      g_strdup_printf (_("Acts in the recovery procedure “%s”"), recovery->name));
    }
  }
}

void
tl_mark_role (TlMarking *marking)
{
  TlOverlay *overlay = marking->overlay;
  const TlRole *role;

  if (overlay->role == TL_ID_NONE)
    overlay->role = busiest_role (marking->chart);
  role = TL_CHART_GET (marking->chart, ROLE, TlRole, overlay->role);
  if (role == NULL) {
    overlay->note = g_strdup (_("The chart has no role yet."));
    return;
  }
  /* Translators: %s is the name of a role. */
  overlay->title = g_strdup_printf (_("Role focus: %s"), role->name);
  if (mark_own_steps (marking, overlay->role) == 0)
    overlay->note = g_strdup (_("This role does no step of the chart."));
  mark_hand_overs (marking, overlay->role);
  mark_recoveries (marking, overlay->role);
}
