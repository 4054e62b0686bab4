/* rules-journey.c - F09 to F15: people, time and touch on the customer's way. */
#include "analysis/rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/knots.h"
#include "model/units.h"

#define MANY_VISITS  2
#define LONG_SILENCE 600   /* seconds a customer waits before being told something */

static const TlStep *
as_step (const TlRecord *record)
{
  return (const TlStep *) (const void *) record;
}

static gboolean
takes_time (const TlStep *step)
{
  return step->kind == TL_STEP_ACTION || step->kind == TL_STEP_WAIT;
}

void
tl_rule_f09 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlStep *step = as_step (record);
  const TlRole *role = tl_facts_role (facts, step->role);
  gboolean is_customers = tl_facts_band (facts, step) == TL_BAND_CUSTOMER;

  if (role == NULL && (takes_time (step) || step->kind == TL_STEP_DECISION))
    tl_report (report, TL_SEVERITY_WARNING, record,
               g_strdup_printf (_("Who does “%s”?"), step->label))->fix = TL_FIX_NAME_ROLE;
  if (role != NULL && (role->kind == TL_ROLE_CUSTOMER) != is_customers)
    tl_report (report, TL_SEVERITY_WARNING, record,
               g_strdup_printf (_("“%s” does “%s”, but does not belong in the lane “%s”."),
                                role->name, step->label,
                                TL_CHART_GET (facts->chart, LANE, TlLane, step->lane)->name));
}

void
tl_rule_f10 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  double visits = tl_flow_visits (facts->flow, record->id);

  /* Nobody passes what only supports the journey. */
  if (takes_time (as_step (record)) && tl_facts_has (facts, record->id, TL_FACT_REACHED) &&
      visits > MANY_VISITS)
    tl_report (report, TL_SEVERITY_WARNING, record,
               g_strdup_printf (_("On average a customer passes “%s” %.3g times."),
                                as_step (record)->label, visits));
}

static gboolean
is_person (const TlFacts *facts,
           const TlStep  *step)
{
  const TlRole *role = tl_facts_role (facts, step->role);

  return role != NULL && role->kind == TL_ROLE_STAFF &&
         tl_facts_band (facts, step) == TL_BAND_ONSTAGE;
}

/* The knots of the flow; one of more than one step is a loop. */
static TlKnots *
find_knots (const TlGraph *graph)
{
  g_autofree guint *to = g_new (guint, graph->first_way[graph->n] + 1);

  for (guint i = 0; i < graph->first_way[graph->n]; i++)
    to[i] = graph->ways[i].to;
  return tl_knots_new (graph->n, graph->first_way, to);
}

/* Marks the loops in which a customer finds a person, or one step beyond. */
static void
find_people (const TlFacts *facts,
             const TlKnots *knots,
             guint8        *settled)
{
  const TlGraph *graph = facts->graph;

  for (guint i = 0; i < graph->n; i++) {
    if (is_person (facts, graph->steps[i]))
      settled[knots->knot[i]] = TRUE;
    for (guint k = graph->first_way[i]; k < graph->first_way[i + 1]; k++) {
      if (is_person (facts, graph->steps[graph->ways[k].to]))
        settled[knots->knot[i]] = TRUE;
    }
  }
}

/* Each loop is told of at its first step. */
void
tl_rule_f11 (const TlFacts  *facts,
             const TlRecord *record G_GNUC_UNUSED,
             TlReport       *report)
{
  const TlGraph *graph = facts->graph;
  g_autoptr (TlKnots) knots = find_knots (graph);
  g_autofree guint8 *settled = g_new0 (guint8, knots->n + 1);

  find_people (facts, knots, settled);
  for (guint i = 0; i < graph->n; i++) {
    guint knot = knots->knot[i];

    if (settled[knot] || knots->first[knot + 1] - knots->first[knot] < 2)
      continue;
    settled[knot] = TRUE;
    tl_report (report, TL_SEVERITY_WARNING, &graph->steps[i]->head,
               g_strdup_printf (_("In the loop through “%s” the customer only meets machines and "
                                  "finds no person."), graph->steps[i]->label));
  }
}

void
tl_rule_f12 (const TlFacts  *facts G_GNUC_UNUSED,
             const TlRecord *record,
             TlReport       *report)
{
  const TlStep *step = as_step (record);
  g_autofree char *length = NULL;

  if (step->kind != TL_STEP_WAIT || step->wait < LONG_SILENCE || step->tell != NULL)
    return;
  length = tl_duration_exact (step->wait);
  tl_report (report, TL_SEVERITY_WARNING, record,
             g_strdup_printf (_("“%s”: the customer waits %s here and is told nothing."),
                              step->label, length));
}

/* Takes note of @step, or of the whole chart when it is NULL. */
static void
report_length (TlReport     *report,
               const TlStep *step,
               double        seconds,
               int           tolerance)
{
  const TlChart *chart = report->facts->chart;
  g_autofree char *needed = NULL, *accepted = NULL;

  /* Neither does NaN exceed anything. */
  if (tolerance == TL_NO_INT || !(seconds > tolerance))
    return;
  needed = tl_measure_text (chart, TL_UNIT_SECONDS, seconds);
  accepted = tl_measure_text (chart, TL_UNIT_SECONDS, tolerance);
  tl_report (report, TL_SEVERITY_WARNING,
             step != NULL ? &step->head : &tl_chart_info (chart)->head,
             step != NULL ? g_strdup_printf (_("“%s” takes %s; customers accept %s."),
                                             step->label, needed, accepted)
                          : g_strdup_printf (_("The whole journey takes %s when all goes well; "
                                               "customers accept %s."), needed, accepted));
}

void
tl_rule_f13 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlChartInfo *info = (const TlChartInfo *) (const void *) record;

  report_length (report, NULL, facts->path->why_not == NULL ? facts->path->time : NAN,
                 info->tolerance);
  for (guint i = 0; i < tl_chart_n (facts->chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (facts->chart, STEP, TlStep, i);

    report_length (report, step, (double) step->touch + step->wait, step->tolerance);
  }
}

void
tl_rule_f14 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlStep *step = as_step (record);
  TlBand band = tl_facts_band (facts, step);

  if (step->kind != TL_STEP_ACTION || record->children.n > 0 ||
      (band != TL_BAND_CUSTOMER && band != TL_BAND_ONSTAGE))
    return;
  tl_report (report, TL_SEVERITY_ADVICE, record,
             g_strdup_printf (_("What does the customer see, hear or hold at “%s”?"),
                              step->label));
}

/* Walks backward from @end to the nearest decisions.  FALSE when a failure point sits on
 * the way.  @branch: the first way out of a decision that was met. */
static gboolean
is_way_clean (const TlFacts      *facts,
              TlId                end,
              const TlConnector **branch)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_array_append_val (todo, end);
  for (guint i = 0; i < todo->len; i++) {
    TlId at = g_array_index (todo, TlId, i);

    for (guint k = 0; k < tl_index_n (&facts->entries, at); k++) {
      const TlConnector *way = tl_index_nth (&facts->entries, at, k);
      gboolean is_branch = tl_facts_step (facts, way->from)->kind == TL_STEP_DECISION;

      if (tl_index_n (&facts->failures, way->head.id) > 0 ||
          (!is_branch && tl_index_n (&facts->failures, way->from) > 0))
        return FALSE;
      if (is_branch && *branch == NULL)
        *branch = way;
      if (!is_branch && g_hash_table_add (seen, GUINT_TO_POINTER (way->from)))
        g_array_append_val (todo, way->from);
    }
  }
  return TRUE;
}

void
tl_rule_f15 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlStep *end = as_step (record);
  double share = tl_flow_visits (facts->flow, record->id);
  const TlConnector *branch = NULL;
  g_autofree char *percent = NULL;
  TlFinding *finding;

  if (end->outcome != TL_OUTCOME_LOST || !tl_facts_has (facts, record->id, TL_FACT_REACHED) ||
      !is_way_clean (facts, record->id, &branch))
    return;
  percent = tl_measure_text (facts->chart, TL_UNIT_PERCENT, share * 100);
  finding = tl_report (report, TL_SEVERITY_ADVICE, record,
                       isnan (share)
                         ? g_strdup_printf (_("Customers leave at “%s”. Is a failure point "
                                              "missing?"), end->label)
                         : g_strdup_printf (_("Customers leave at “%s” (%s). Is a failure point "
                                              "missing?"), end->label, percent));
  finding->other = branch != NULL ? branch->head.id : TL_ID_NONE;
}
