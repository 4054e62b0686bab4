/* check-rules.c - invariants of single kinds of record, as a table.
 *
 * A rule looks at one record and what it refers to.  It stays silent where the
 * tables already complain (a reference that leads nowhere, a missing number), so
 * that one mistake is reported once.
 */
#include "model/check-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/answers.h"

#define TOLERANCE 1e-9

/* Returns what is wrong, or NULL, and may set @field to where. */
typedef char *(*RecordRule) (const TlChart  *chart,
                             const void     *record,
                             const char    **field);

static const TlStep *
get_step (const TlChart *chart,
          TlId           id)
{
  return id != TL_ID_NONE ? TL_CHART_GET (chart, STEP, TlStep, id) : NULL;
}

static char *
step_outcome (const TlChart  *chart,
              const void     *record,
              const char    **field)
{
  const TlStep *step = record;

  *field = "outcome";
  if (step->kind == TL_STEP_END && step->outcome == TL_OUTCOME_NONE)
    return g_strdup (_("An end needs an outcome: resolved, lost or referred."));
  if (step->kind != TL_STEP_END && step->outcome != TL_OUTCOME_NONE)
    return g_strdup (_("Only an end has an outcome; clear it, or make this step an end."));
  return NULL;
}

static char *
step_times (const TlChart  *chart,
            const void     *record,
            const char    **field)
{
  const TlStep *step = record;

  if (step->kind == TL_STEP_WAIT) {
    *field = "touch";
    return step->touch > 0
             ? g_strdup (_("A wait takes no working time; give its length as waiting time."))
             : NULL;
  }
  if (step->kind == TL_STEP_ACTION || step->kind == TL_STEP_DECISION)
    return NULL;

  *field = step->touch > 0 ? "touch" : step->wait > 0 ? "wait" : "cost";
  if (step->touch <= 0 && step->wait <= 0 && step->cost <= 0)
    return NULL;
  switch (step->kind) {
  case TL_STEP_START:
    return g_strdup (_("A start takes no working time, waiting time or money; set them to 0."));
  case TL_STEP_END:
    return g_strdup (_("An end takes no working time, waiting time or money; set them to 0."));
  case TL_STEP_FORK:
    return g_strdup (_("A fork takes no working time, waiting time or money; set them to 0."));
  case TL_STEP_JOIN:
    return g_strdup (_("A join takes no working time, waiting time or money; set them to 0."));
  case TL_STEP_ACTION:
  case TL_STEP_DECISION:
  case TL_STEP_WAIT:
  default:
    return NULL;
  }
}

static char *
step_column (const TlChart  *chart,
             const void     *record,
             const char    **field)
{
  const TlStep *step = record;
  const TlPhase *phase = step->phase != TL_ID_NONE
                           ? TL_CHART_GET (chart, PHASE, TlPhase, step->phase) : NULL;

  *field = "column";
  if (phase == NULL || phase->columns < 1 || step->column < phase->columns)
    return NULL;
  return g_strdup_printf (_("Its column must lie between 0 and %d, the last of its phase; move "
                            "the step or widen the phase."), phase->columns - 1);
}

static char *
connector_ends (const TlChart  *chart,
                const void     *record,
                const char    **field)
{
  const TlConnector *connector = record;
  const TlStep *from = get_step (chart, connector->from);
  const TlStep *to = get_step (chart, connector->to);

  if (connector->kind != TL_CONNECTOR_FLOW)
    return NULL;
  if (to != NULL && to->kind == TL_STEP_START) {
    *field = "to";
    return g_strdup (_("Nothing can lead into first contact; lead it to another step."));
  }
  if (from != NULL && from->kind == TL_STEP_END) {
    *field = "from";
    return g_strdup (_("Nothing can follow an end; start it at another step."));
  }
  return NULL;
}

static char *
connector_self (const TlChart  *chart,
                const void     *record,
                const char    **field)
{
  const TlConnector *connector = record;

  *field = "to";
  if (connector->from == TL_ID_NONE || connector->from != connector->to)
    return NULL;
  return g_strdup (_("A step cannot lead to itself; choose another step."));
}

static gboolean
is_decision_exit (const TlChart     *chart,
                  const TlConnector *connector)
{
  const TlStep *from = get_step (chart, connector->from);

  return connector->kind == TL_CONNECTOR_FLOW && from != NULL && from->kind == TL_STEP_DECISION;
}

static char *
connector_share (const TlChart  *chart,
                 const void     *record,
                 const char    **field)
{
  const TlConnector *connector = record;

  *field = "probability";
  if (isnan (connector->probability) || is_decision_exit (chart, connector) ||
      (connector->kind == TL_CONNECTOR_FLOW && get_step (chart, connector->from) == NULL))
    return NULL;
  return g_strdup (_("A percentage can only stand on a way out of a decision; clear it."));
}

static char *
failure_ratings (const TlChart  *chart,
                 const void     *record,
                 const char    **field)
{
  const TlFailure *failure = record;
  const struct {
    const char *xml, *first;
    int after, before;
  } pairs[] = {
    { "S2", "S", failure->s2, failure->s },
    { "O2", "O", failure->o2, failure->o },
    { "D2", "D", failure->d2, failure->d },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    if (pairs[i].after != TL_NO_INT && pairs[i].before == TL_NO_INT) {
      *field = pairs[i].xml;
      return g_strdup_printf (_("%s after safeguards needs %s before them; rate that first."),
                              pairs[i].first, pairs[i].first);
    }
  }
  return NULL;
}

static char *
failure_place (const TlChart  *chart,
               const void     *record,
               const char    **field)
{
  const TlFailure *failure = record;
  const TlStep *step = get_step (chart, failure->at);

  *field = "at";
  if (step == NULL || (step->kind != TL_STEP_START && step->kind != TL_STEP_END &&
                       step->kind != TL_STEP_FORK && step->kind != TL_STEP_JOIN))
    return NULL;
  return g_strdup (_("A failure point sits on an action, a wait, a decision or a connector; move "
                     "it to one."));
}

static char *
failure_chance (const TlChart  *chart,
                const void     *record,
                const char    **field)
{
  const TlFailure *failure = record;
  const TlConnector *connector = failure->at != TL_ID_NONE
                                   ? TL_CHART_GET (chart, CONNECTOR, TlConnector, failure->at)
                                   : NULL;

  *field = "p";
  if (isnan (failure->p) || connector == NULL || !is_decision_exit (chart, connector))
    return NULL;
  return g_strdup (_("The branch percentage already says how often this fails; clear the "
                     "probability."));
}

static char *
failure_error (const TlChart  *chart,
               const void     *record,
               const char    **field)
{
  const TlFailure *failure = record;
  TlErrorType error = failure->error;

  *field = "error";
  if (failure->actor == TL_ACTOR_SERVER && (error < TL_ERROR_TASK || error > TL_ERROR_TANGIBLE))
    return g_strdup (_("An error on our side is task, treatment or tangible; choose one."));
  if (failure->actor == TL_ACTOR_CUSTOMER &&
      (error < TL_ERROR_PREPARATION || error > TL_ERROR_RESOLUTION))
    return g_strdup (_("A customer error is preparation, encounter or resolution; choose one."));
  if (failure->actor == TL_ACTOR_EXTERNAL && error != TL_ERROR_NONE)
    return g_strdup (_("An outside cause has no type of error; clear it."));
  return NULL;
}

static gboolean
is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

static char *
item_reason (const TlChart  *chart,
             const void     *record,
             const char    **field)
{
  const TlItem *item = record;

  *field = "reason";
  if (item->status != TL_ITEM_ACCEPTED || !is_blank (item->reason))
    return NULL;
  return g_strdup (_("Say why this finding is accepted."));
}

static char *
recovery_resume (const TlChart  *chart,
                 const void     *record,
                 const char    **field)
{
  const TlRecovery *recovery = record;
  const TlStep *step = get_step (chart, recovery->resume.step);

  *field = "resume";
  if (step == NULL || (step->kind != TL_STEP_START && step->kind != TL_STEP_END))
    return NULL;
  return g_strdup (_("The customer cannot go on at a start or an end; choose a step between."));
}

static char *
expectation_zone (const TlChart  *chart,
                  const void     *record,
                  const char    **field)
{
  const TlExpectation *e = record;
  guint given = (e->unit != TL_UNIT_NONE) + (e->better != TL_BETTER_NONE) +
                !isnan (e->adequate) + !isnan (e->desired);

  if (given != 0 && given != 4)
    return g_strdup (_("Unit, better, accepted and wished for belong together: give all four or "
                       "none."));

  *field = "desired";
  if (given == 4 && ((e->better == TL_BETTER_LOWER && e->desired > e->adequate) ||
                     (e->better == TL_BETTER_HIGHER && e->desired < e->adequate)))
    return g_strdup (_("What customers wish for cannot be worse than what they accept; change "
                       "one of the two."));
  return NULL;
}

static char *
promise_value (const TlChart  *chart,
               const void     *record,
               const char    **field)
{
  const TlPromise *promise = record;
  guint given = (promise->unit != TL_UNIT_NONE) + (promise->better != TL_BETTER_NONE) +
                !isnan (promise->value);

  if (given == 0 || given == 3)
    return NULL;
  return g_strdup (_("Unit, better and value belong together: give all three or none."));
}

static char *
measurement_share (const TlChart  *chart,
                   const void     *record,
                   const char    **field)
{
  const TlMeasurement *measurement = record;
  const TlStandard *standard = TL_CHART_GET (chart, STANDARD, TlStandard,
                                             measurement->head.parent);

  *field = "share";
  if (standard == NULL || isnan (standard->share))
    return NULL;
  if (standard->share < 100 && isnan (measurement->share))
    return g_strdup_printf (_("The standard asks for %.15g %% of cases; say what share of the "
                              "cases met it."), standard->share);
  if (standard->share >= 100 && !isnan (measurement->share))
    return g_strdup (_("The standard holds for all cases, so a measurement has no share; clear "
                       "it, or give the standard a share."));
  return NULL;
}

static char *
measurement_counts (const TlChart  *chart,
                    const void     *record,
                    const char    **field)
{
  const TlMeasurement *measurement = record;
  const TlIntList *counts = &measurement->counts;
  const TlStandard *standard = TL_CHART_GET (chart, STANDARD, TlStandard,
                                             measurement->head.parent);
  double total = 0;
  double value;
  guint points;

  *field = "counts";
  if (counts->n == 0 || standard == NULL)
    return NULL;

  points = standard->unit == TL_UNIT_NPS ? 11 : (guint) tl_chart_info (chart)->scale;
  if (counts->n != points)
    return g_strdup_printf (_("There are %u counts, but the scale has %u points; give one count "
                              "for each."), counts->n, points);
  for (guint i = 0; i < counts->n; i++) {
    if (counts->values[i] < 0)
      return NULL;
    total += counts->values[i];
  }
  if (measurement->n < 1)
    return NULL;
  if (total != measurement->n)
    return g_strdup_printf (_("The counts add up to %.0f, not to n = %d; correct one of them."),
                            total, measurement->n);

  value = tl_answers_value (counts, standard->unit);
  if (isnan (value))
    return g_strdup (_("Counts of answers need a standard in score, percent or net promoter "
                       "score; clear them, or change the standard's unit."));
  if (fabs (value - measurement->value) <= 0.005 + TOLERANCE || isnan (measurement->value))
    return NULL;
  *field = "value";
  return g_strdup_printf (_("The counts come to %.2f, not to %.15g; correct the value."), value,
                          measurement->value);
}

static char *
weights_sum (const TlChart  *chart,
             const void     *record,
             const char    **field)
{
  const TlWeights *w = record;
  const int weights[] = {
    w->reliability, w->assurance, w->tangibles, w->empathy, w->responsiveness
  };
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++) {
    if (weights[i] == TL_NO_INT)
      return NULL;
    sum += weights[i];
  }
  if (sum == 100)
    return NULL;
  return g_strdup_printf (_("The five weights must add up to 100, not to %ld; "
                            "change one of them."), (long) sum);
}

static char *
promise_dates (const TlChart  *chart,
               const void     *record,
               const char    **field)
{
  const TlPromise *promise = record;

  *field = "to";
  if (promise->from == 0 || promise->to == 0 || promise->from <= promise->to)
    return NULL;
  return g_strdup (_("The promise ends before it begins; change one of the dates."));
}

static char *
item_dates (const TlChart  *chart,
            const void     *record,
            const char    **field)
{
  const TlItem *item = record;

  *field = "closed";
  if (item->opened == 0 || item->closed == 0 || item->opened <= item->closed)
    return NULL;
  return g_strdup (_("The item is closed before it was opened; change one of the dates."));
}

static char *
chart_currency (const TlChart  *chart,
                const void     *record,
                const char    **field)
{
  const char *currency = ((const TlChartInfo *) record)->currency;

  *field = "currency";
  if (currency == NULL || strlen (currency) > 3 ||
      (strlen (currency) == 3 && strspn (currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3))
    return NULL;
  return g_strdup (_("The currency is three capital letters, such as EUR; write it so."));
}

static char *
chart_scale (const TlChart  *chart,
             const void     *record,
             const char    **field)
{
  *field = "scale";
  if (((const TlChartInfo *) record)->scale != 6)
    return NULL;
  return g_strdup (_("The survey scale has 5 or 7 points; choose one of the two."));
}

/* A number in a unit has that unit's range, which the table cannot know. */
static char *
check_in_unit (const TlChart *chart,
               TlUnit         unit,
               double         value)
{
  int scale = tl_chart_info (chart)->scale;
  double min = unit == TL_UNIT_SCORE ? 1 : unit == TL_UNIT_NPS ? -100 : 0;
  double max = unit == TL_UNIT_SCORE ? scale : 100;

  if (isnan (value) || unit == TL_UNIT_NONE)
    return NULL;
  if (unit == TL_UNIT_SCORE || unit == TL_UNIT_NPS || unit == TL_UNIT_PERCENT)
    return value < min || value > max
             ? g_strdup_printf (_("In this unit the value must lie between %.15g and %.15g, not "
                                  "at %.15g."), min, max, value)
             : NULL;
  return value < 0 ? g_strdup (_("In this unit the value cannot be less than 0.")) : NULL;
}

static char *
expectation_range (const TlChart  *chart,
                   const void     *record,
                   const char    **field)
{
  const TlExpectation *expectation = record;
  char *message = check_in_unit (chart, expectation->unit, expectation->adequate);

  *field = message != NULL ? "adequate" : "desired";
  return message != NULL ? message
                         : check_in_unit (chart, expectation->unit, expectation->desired);
}

static char *
promise_range (const TlChart  *chart,
               const void     *record,
               const char    **field)
{
  const TlPromise *promise = record;

  *field = "value";
  return check_in_unit (chart, promise->unit, promise->value);
}

static char *
standard_range (const TlChart  *chart,
                const void     *record,
                const char    **field)
{
  const TlStandard *standard = record;

  *field = "target";
  return check_in_unit (chart, standard->unit, standard->target);
}

static char *
measurement_range (const TlChart  *chart,
                   const void     *record,
                   const char    **field)
{
  const TlMeasurement *measurement = record;
  const TlStandard *standard = TL_CHART_GET (chart, STANDARD, TlStandard,
                                             measurement->head.parent);

  *field = "value";
  return standard != NULL ? check_in_unit (chart, standard->unit, measurement->value) : NULL;
}

static char *
rating_range (const TlChart  *chart,
              const void     *record,
              const char    **field)
{
  const TlRating *rating = record;
  int scale = tl_chart_info (chart)->scale;

  if (scale != 5 || (!(rating->expected > 5) && !(rating->perceived > 5)) ||
      rating->expected > 7 || rating->perceived > 7)
    return NULL;
  *field = rating->expected > 5 ? "expected" : "perceived";
  return g_strdup (_("The chart's survey scale ends at 5, so the mean must lie between 1 and 5."));
}

#define MOST_RULES 5   /* of one kind, with the empty one at the end */

static const struct {
  const char *rule;
  RecordRule  check;
} rules[TL_N_RECORD_KINDS][MOST_RULES] = {
  [TL_RECORD_CHART] = {
    { "S09", chart_scale }, { "S16", chart_currency },
  },
  [TL_RECORD_WEIGHTS] = {
    { "S15", weights_sum },
  },
  [TL_RECORD_STEP] = {
    { "S05", step_outcome }, { "S09", step_column }, { "S10", step_times },
  },
  [TL_RECORD_CONNECTOR] = {
    { "S06", connector_ends }, { "S07", connector_self }, { "S08", connector_share },
  },
  [TL_RECORD_EXPECTATION] = {
    { "S09", expectation_range }, { "S13", expectation_zone },
  },
  [TL_RECORD_PROMISE] = {
    { "S09", promise_range }, { "S13", promise_value }, { "S16", promise_dates },
  },
  [TL_RECORD_STANDARD] = {
    { "S09", standard_range },
  },
  [TL_RECORD_MEASUREMENT] = {
    { "S09", measurement_range }, { "S14", measurement_share }, { "S14", measurement_counts },
  },
  [TL_RECORD_RATING] = {
    { "S09", rating_range },
  },
  [TL_RECORD_FAILURE] = {
    { "S09", failure_ratings }, { "S11", failure_place }, { "S11", failure_chance },
    { "S11", failure_error },
  },
  [TL_RECORD_RECOVERY] = {
    { "S12", recovery_resume },
  },
  [TL_RECORD_ITEM] = {
    { "S12", item_reason }, { "S16", item_dates },
  },
};

void
tl_check_record_rules (const TlCheck  *check,
                       const TlRecord *record)
{
  for (guint i = 0; rules[record->kind][i].check != NULL; i++) {
    const char *field = NULL;
    char *message = rules[record->kind][i].check (check->chart, record, &field);

    if (message != NULL)
      tl_check_report (check, rules[record->kind][i].rule, record, field, message);
  }
}
