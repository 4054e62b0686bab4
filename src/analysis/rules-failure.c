/* rules-failure.c - G19 to G21, G26, G27: failure points, rated and prevented. */
#include "analysis/rules.h"

#include <glib/gi18n-lib.h>

#include "analysis/residual.h"

#define MANY_REPORTS 3
#define FAR_OFF      2   /* points of the occurrence scale */

static const TlFailure *
as_failure (const TlRecord *record)
{
  return (const TlFailure *) (const void *) record;
}

void
tl_rule_g19 (const TlFacts  *facts G_GNUC_UNUSED,
             const TlRecord *record,
             TlReport       *report)
{
  if (tl_rated_before (as_failure (record)).rpn == 0)
    tl_report (report, TL_SEVERITY_ADVICE, record,
               g_strdup_printf (_("“%s” is not rated yet."), as_failure (record)->title));
}

/* What is not rated yet may be anything; that it should be rated says G19. */
static TlSeverity
severity_of (TlPriority priority)
{
  switch (priority) {
  case TL_PRIORITY_HIGH:
    return TL_SEVERITY_ERROR;
  case TL_PRIORITY_MEDIUM:
    return TL_SEVERITY_WARNING;
  case TL_PRIORITY_LOW:
  case TL_PRIORITY_NONE:
  default:
    return TL_SEVERITY_ADVICE;
  }
}

void
tl_rule_g20 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlFailure *failure = as_failure (record);

  if (failure->accepted != NULL || tl_recovery_covers (facts->procedures, record->id))
    return;
  tl_report (report, severity_of (tl_rated_before (failure).priority), record,
             g_strdup_printf (_("“%s”: no complete recovery procedure."), failure->title));
}

/* Whether anything is done against the failure, or will be. */
static gboolean
is_tackled (const TlFacts  *facts,
            const TlRecord *record)
{
  return tl_facts_has (facts, record->id, TL_FACT_GUARDED | TL_FACT_WORKED_ON);
}

void
tl_rule_g21 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlFailure *failure = as_failure (record);

  if (failure->accepted != NULL || is_tackled (facts, record) ||
      tl_rated_before (failure).priority != TL_PRIORITY_HIGH)
    return;
  tl_report (report, TL_SEVERITY_WARNING, record,
             g_strdup_printf (_("“%s”: high priority and nothing prevents it."),
                              failure->title));
}

void
tl_rule_g26 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlFailure *failure = as_failure (record);

  /* TL_NO_INT is below any number of reports. */
  if (failure->reports < MANY_REPORTS || is_tackled (facts, record))
    return;
  tl_report (report, TL_SEVERITY_WARNING, record,
             g_strdup_printf (_("“%s” was reported %d times: fix the service, not only the "
                                "customer."), failure->title, failure->reports));
}

void
tl_rule_g27 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlFailure *failure = as_failure (record);
  double rate = tl_flow_rate (facts->flow, facts->graph, failure);
  int rating;

  if (failure->o == TL_NO_INT || !(rate > 0))
    return;
  rating = tl_rating_of_rate (rate);
  if (ABS (failure->o - rating) < FAR_OFF)
    return;
  tl_report (report, TL_SEVERITY_ADVICE, record,
             g_strdup_printf (_("“%s”: occurrence is rated %d; the chart's own numbers say %d."),
                              failure->title, failure->o, rating))->value =
    g_strdup_printf ("%d", rating);
}
