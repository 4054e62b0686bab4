/* rules-recovery.c - G22 to G25, G31: can the recovery be done, and does it help? */
#include "analysis/rules.h"

#include <glib/gi18n-lib.h>

#include "analysis/recovery.h"
#include "model/units.h"

#define SEVERE 7   /* severity from which somebody should ask afterwards */

static const TlRecovery *
as_recovery (const TlRecord *record)
{
  return (const TlRecovery *) (const void *) record;
}

static const TlAction *
nth_action (const TlFacts  *facts,
            const TlRecord *recovery,
            guint           index)
{
  return TL_CHART_GET (facts->chart, ACTION, TlAction, recovery->children.ids[index]);
}

static const TlFailure *
nth_failure (const TlFacts    *facts,
             const TlRecovery *recovery,
             guint             index)
{
  return TL_CHART_GET (facts->chart, FAILURE, TlFailure, recovery->failures.ids[index]);
}

/* Kinds of action that give the customer something, and those that say something. */
static gboolean
is_giving (const TlAction *action)
{
  return action->kind == TL_ACTION_FIX || action->kind == TL_ACTION_COMPENSATE ||
         action->kind == TL_ACTION_ESCALATE;
}

static gboolean
is_speaking (const TlAction *action)
{
  return action->kind == TL_ACTION_ACKNOWLEDGE || action->kind == TL_ACTION_APOLOGISE ||
         action->kind == TL_ACTION_INFORM;
}

void
tl_rule_g22 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlRecovery *recovery = as_recovery (record);
  TlMoney highest = 0;
  TlId giver = TL_ID_NONE;   /* who may give most */
  TlFinding *finding;
  g_autofree char *maximum = NULL;
  char value[TL_UNITS_SIZE];

  for (guint i = 0; i < record->children.n; i++) {
    const TlAction *action = nth_action (facts, record, i);

    if (is_giving (action) && (giver == TL_ID_NONE ||
                               tl_facts_role (facts, action->role)->authority > highest)) {
      giver = action->role;
      highest = MAX (highest, tl_facts_role (facts, action->role)->authority);
    }
  }
  if (recovery->compensation_max <= highest)
    return;
  maximum = tl_measure_money_text (facts->chart, (double) recovery->compensation_max);
  finding = tl_report (report, TL_SEVERITY_WARNING, record,
                       g_strdup_printf (_("“%s”: nobody in this procedure may give %s."),
                                        recovery->name, maximum));
  finding->value = g_strdup (tl_money_write (highest, tl_chart_currency_digits (facts->chart),
                                             value));
  finding->other = giver;
}

static gboolean
serves_severe (const TlFacts    *facts,
               const TlRecovery *recovery)
{
  for (guint i = 0; i < recovery->failures.n; i++) {
    if (nth_failure (facts, recovery, i)->s >= SEVERE)
      return TRUE;
  }
  return FALSE;
}

void
tl_rule_g23 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlRecovery *recovery = as_recovery (record);
  gboolean speaks = FALSE, has_words = FALSE, follows_up = FALSE;

  for (guint i = 0; i < record->children.n; i++) {
    const TlAction *action = nth_action (facts, record, i);

    speaks = speaks || is_speaking (action);
    has_words = has_words || action->say != NULL;
    follows_up = follows_up || action->kind == TL_ACTION_FOLLOW_UP;
  }
  if (!speaks || !has_words)
    tl_report (report, TL_SEVERITY_WARNING, record,
               g_strdup_printf (_("“%s”: what do we say to the customer?"), recovery->name))
      ->fix = TL_FIX_ADD_APOLOGY;
  if (!follows_up && serves_severe (facts, recovery))
    tl_report (report, TL_SEVERITY_ADVICE, record,
               g_strdup_printf (_("“%s”: who asks afterwards whether all is well?"),
                                recovery->name))->fix = TL_FIX_ADD_FOLLOW_UP;
}

/* The action in which somebody speaks to the customer first; NULL when nobody ever does. */
static const TlAction *
first_word (const TlFacts  *facts,
            const TlRecord *recovery)
{
  const TlAction *first = NULL;

  for (guint i = 0; i < recovery->children.n; i++) {
    const TlAction *action = nth_action (facts, recovery, i);

    if (is_speaking (action) && action->within != TL_NO_INT &&
        (first == NULL || action->within < first->within))
      first = action;
  }
  return first;
}

/* A failure on a way out sits on the step that the way leaves.  The least patient
 * customer counts. */
void
tl_rule_g24 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlRecovery *recovery = as_recovery (record);
  const TlAction *first = first_word (facts, record);
  TlFinding *finding;
  int patience = G_MAXINT;
  g_autofree char *comes = NULL, *lasts = NULL;

  for (guint i = 0; i < recovery->failures.n; i++) {
    TlId at = nth_failure (facts, recovery, i)->at;
    const TlConnector *way = TL_CHART_GET (facts->chart, CONNECTOR, TlConnector, at);
    const TlStep *step = tl_facts_step (facts, way != NULL ? way->from : at);

    if (step->tolerance != TL_NO_INT)
      patience = MIN (patience, step->tolerance);
  }
  if (first == NULL || first->within <= patience)
    return;
  comes = tl_duration_exact (first->within);
  lasts = tl_duration_exact (patience);
  finding = tl_report (report, TL_SEVERITY_ADVICE, record,
                       g_strdup_printf (_("“%s”: the first word comes after %s; patience lasts "
                                          "%s."), recovery->name, comes, lasts));
  finding->other = first->head.id;
  finding->value = tl_report_number (patience);
}

/* Of several failures the one that recovery saves least on. */
void
tl_rule_g25 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlRecovery *recovery = as_recovery (record);
  double saved = INFINITY;
  g_autofree char *cost = NULL, *saving = NULL;

  if (tl_economics (facts->chart) == NULL || isnan (recovery->success))
    return;
  for (guint i = 0; i < recovery->failures.n; i++) {
    TlStakes stakes = tl_stakes (facts->chart, nth_failure (facts, recovery, i), recovery);

    if (stakes.value > 0)
      saved = MIN (saved, tl_stakes_break_even (&stakes));
  }
  if ((double) recovery->cost <= saved)
    return;
  cost = tl_measure_money_text (facts->chart, (double) recovery->cost);
  saving = tl_measure_money_text (facts->chart, saved);
  tl_report (report, TL_SEVERITY_ADVICE, record,
             g_strdup_printf (_("“%s” costs %s a case and saves %s."), recovery->name, cost,
                              saving));
}

void
tl_rule_g31 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  if (tl_chart_info (facts->chart)->complaint_policy == NULL)
    tl_report (report, TL_SEVERITY_ADVICE, record,
               g_strdup (_("No complaint policy is named.")));
}
