/* rules-flow.c - F01 to F08: does the drawing lead somewhere?
 *
 * A chart without a start is told so once (F01) and not again for each of its
 * steps, which all are out of reach then.
 */
#include "analysis/rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NEAR 0.001   /* how far percentages may be from a whole */

static const TlStep *
as_step (const TlRecord *record)
{
  return (const TlStep *) (const void *) record;
}

/* The further starts are pointed at, for one of them is to go. */
void
tl_rule_f01 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  TlFinding *finding;
  guint n = 0;

  if (facts->graph->n_starts == 1)
    return;
  for (guint i = 0; i < tl_chart_n (facts->chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (facts->chart, STEP, TlStep, i);

    if (step->kind == TL_STEP_START && n++ == 1)
      record = &step->head;
  }
  finding = tl_report (report, TL_SEVERITY_ERROR, record,
                       n == 0 ? g_strdup (_("The chart needs exactly one first contact and has "
                                            "none. Add a start."))
                              : g_strdup_printf (_("The chart needs exactly one first contact "
                                                   "(found %u). Several ways in? Use one start "
                                                   "and a decision."), n));
  if (n == 0)
    finding->fix = TL_FIX_ADD_START;
}

void
tl_rule_f02 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  for (guint i = 0; i < tl_chart_n (facts->chart, TL_RECORD_STEP); i++) {
    if (TL_CHART_NTH (facts->chart, STEP, TlStep, i)->outcome == TL_OUTCOME_RESOLVED)
      return;
  }
  tl_report (report, TL_SEVERITY_ERROR, record,
             g_strdup (_("No end says that the customer's matter is resolved.")));
}

void
tl_rule_f03 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  if (facts->graph->n_starts == 0 || tl_facts_has (facts, record->id, TL_FACT_HELPS))
    return;
  tl_report (report, TL_SEVERITY_ERROR, record,
             g_strdup_printf (_("“%s” is not connected to the customer's journey."),
                              as_step (record)->label));
}

void
tl_rule_f04 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  TlFinding *finding;
  guint n;

  if (!tl_facts_has (facts, record->id, TL_FACT_REACHED) ||
      tl_facts_has (facts, record->id, TL_FACT_ENDS))
    return;
  tl_facts_ways (facts, record->id, &n);
  finding = tl_report (report, TL_SEVERITY_ERROR, record,
                       g_strdup_printf (_("From “%s” the customer never gets out."),
                                        as_step (record)->label));
  if (n == 0)
    finding->fix = TL_FIX_LEAD_TO_END;
}

/* A start and a wait are what they are for other reasons than their ways out. */
static TlFixKind
fix_of_kind (const TlStep *step,
             gboolean      splits)
{
  if (splits)
    return TL_FIX_MAKE_ACTION;
  return step->kind == TL_STEP_ACTION ? TL_FIX_MAKE_DECISION : TL_FIX_NONE;
}

void
tl_rule_f05 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlStep *step = as_step (record);
  guint n;
  guint n_in = tl_index_n (&facts->entries, record->id);
  gboolean splits = step->kind == TL_STEP_DECISION || step->kind == TL_STEP_FORK;

  tl_facts_ways (facts, record->id, &n);
  if (splits ? n < 2 : n > 1)
    tl_report (report, TL_SEVERITY_ERROR, record,
               splits ? g_strdup_printf (ngettext ("“%s” has %u way out and needs two or more.",
                                                   "“%s” has %u ways out and needs two or more.",
                                                   n), step->label, n)
                      : g_strdup_printf (ngettext ("“%s” has %u way out and can have one. Use a "
                                                   "decision or a fork.",
                                                   "“%s” has %u ways out and can have one. Use a "
                                                   "decision or a fork.", n), step->label, n))
      ->fix = fix_of_kind (step, splits);
  if (step->kind == TL_STEP_JOIN && n_in < 2)
    tl_report (report, TL_SEVERITY_ERROR, record,
               g_strdup_printf (ngettext ("“%s” has %u way in; a join needs two or more.",
                                          "“%s” has %u ways in; a join needs two or more.", n_in),
                                step->label, n_in))
      ->fix = TL_FIX_MAKE_ACTION;
}

void
tl_rule_f06 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlConnector *connector = (const TlConnector *) (const void *) record;
  const TlStep *from = tl_facts_step (facts, connector->from);

  if (connector->kind != TL_CONNECTOR_FLOW || from->kind != TL_STEP_DECISION ||
      connector->label != NULL)
    return;
  tl_report (report, TL_SEVERITY_WARNING, record,
             g_strdup_printf (_("Name the answer on the way from “%s” to “%s”."), from->label,
                              tl_facts_step (facts, connector->to)->label));
}

/* One way out is the business of F05. */
void
tl_rule_f07 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlStep *step = as_step (record);
  guint n, n_given = 0;
  const TlGraphWay *ways = tl_facts_ways (facts, record->id, &n);
  double sum = 0;

  if (step->kind != TL_STEP_DECISION)
    return;
  for (guint i = 0; i < n; i++) {
    double probability = ways[i].connector->probability;

    if (isnan (probability))
      continue;
    n_given++;
    sum += probability;
  }
  if (n_given == 0 && n > 1) {
    tl_report (report, TL_SEVERITY_ADVICE, record,
               g_strdup_printf (_("No way out of “%s” has a percentage; all numbers take equal "
                                  "shares."), step->label));
  } else if (n_given > 0 && n_given < n) {
    tl_report (report, TL_SEVERITY_ERROR, record,
               g_strdup_printf (_("Some ways out of “%s” have a percentage and some have none."),
                                step->label));
  } else if (n_given > 0 && fabs (sum - 1) > NEAR) {
    g_autofree char *percent = tl_measure_text (facts->chart, TL_UNIT_PERCENT, sum * 100);

    tl_report (report, TL_SEVERITY_ERROR, record,
               g_strdup_printf (_("The ways out of “%s” add up to %s, not to 100 %%."),
                                step->label, percent));
  }
}

void
tl_rule_f08 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlGraph *graph = facts->graph;

  if (as_step (record)->kind != TL_STEP_FORK ||
      graph->split[graph->place[record->id]] != TL_NOWHERE)
    return;
  tl_report (report, TL_SEVERITY_WARNING, record,
             g_strdup_printf (_("Times are not computed across “%s”: its ways do not all lead "
                                "through plain steps to one and the same join."),
                              as_step (record)->label));
}
