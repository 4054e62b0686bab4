/* rules-expectation.c - G01 to G04 and G17, G18: what customers expect, and what they
 * say they got (gaps 1 and 5). */
#include "analysis/rules.h"

#include <glib/gi18n-lib.h>

#include "model/units.h"

#define OLD_AFTER 365   /* days */

static const TlExpectation *
nth_expectation (const TlFacts *facts,
                 guint          index)
{
  return TL_CHART_NTH (facts->chart, EXPECTATION, TlExpectation, index);
}

void
tl_rule_g01 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  if (tl_chart_n (facts->chart, TL_RECORD_EXPECTATION) == 0)
    tl_report (report, TL_SEVERITY_WARNING, record,
               g_strdup (_("Nothing is recorded of what customers expect.")));
  for (guint i = 0; i < tl_chart_n (facts->chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (facts->chart, STEP, TlStep, i);

    if (step->moment_of_truth && !tl_facts_has (facts, step->head.id, TL_FACT_EXPECTED))
      tl_report (report, TL_SEVERITY_ADVICE, &step->head,
                 g_strdup_printf (_("What do customers expect at “%s”?"), step->label));
  }
}

void
tl_rule_g02 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  guint n = tl_chart_n (facts->chart, TL_RECORD_EXPECTATION);

  for (guint i = 0; i < n; i++) {
    switch (nth_expectation (facts, i)->source) {
    case TL_SOURCE_SURVEY:
    case TL_SOURCE_COMPLAINT:
    case TL_SOURCE_CONVERSATION:
    case TL_SOURCE_REVIEW:
    case TL_SOURCE_PAST_EXPERIENCE:
      return;
    case TL_SOURCE_WORD_OF_MOUTH:
    case TL_SOURCE_COMPETITOR:
    case TL_SOURCE_STAFF:
    case TL_SOURCE_ASSUMPTION:
    default:
      break;
    }
  }
  if (n > 0)
    tl_report (report, TL_SEVERITY_ADVICE, record,
               g_strdup (_("All expectations are our own guesses. Ask some customers.")));
}

void
tl_rule_g03 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlExpectation *expectation = (const TlExpectation *) (const void *) record;
  char date[TL_UNITS_SIZE];

  if (expectation->confirmed == 0 || facts->today <= expectation->confirmed ||
      facts->today - expectation->confirmed <= OLD_AFTER)
    return;
  tl_report (report, TL_SEVERITY_ADVICE, record,
             g_strdup_printf (_("Last asked on %s. Expectations change."),
                              tl_date_text (expectation->confirmed, date)));
}

void
tl_rule_g04 (const TlFacts  *facts,
             const TlRecord *record G_GNUC_UNUSED,
             TlReport       *report)
{
  guint n = tl_chart_n (facts->chart, TL_RECORD_EXPECTATION);
  guint known = 0;

  for (guint i = 0; i < n; i++)
    known |= 1u << nth_expectation (facts, i)->dimension;
  for (int d = TL_DIMENSION_RELIABILITY; n > 0 && d <= TL_DIMENSION_RESPONSIVENESS; d++) {
    if ((known & (1u << d)) == 0)
      tl_report_dimension (report, TL_SEVERITY_ADVICE, d,
                           g_strdup_printf (_("%s: nothing is recorded of what customers expect."),
                                            tl_dimension_text (d)));
  }
}

void
tl_rule_g17 (const TlFacts  *facts,
             const TlRecord *record G_GNUC_UNUSED,
             TlReport       *report)
{
  for (int d = TL_DIMENSION_RELIABILITY; d <= TL_DIMENSION_RESPONSIVENESS; d++) {
    double gap = facts->servqual.gap[d];
    gboolean fails = facts->servqual.category[d] == TL_CATEGORY_DISSATISFIED;

    if (gap < 0)
      tl_report_dimension (report, fails ? TL_SEVERITY_WARNING : TL_SEVERITY_ADVICE, d,
                           /* Translators: a dimension such as Reliability, a number of points */
                           g_strdup_printf (_("%s: customers get %.2f less than they expect."),
                                            tl_dimension_text (d), -gap));
  }
}

void
tl_rule_g18 (const TlFacts  *facts,
             const TlRecord *record G_GNUC_UNUSED,
             TlReport       *report)
{
  gboolean delights = FALSE;

  for (int d = TL_DIMENSION_ASSURANCE; d <= TL_DIMENSION_RESPONSIVENESS; d++)
    delights = delights || facts->servqual.gap[d] > 0;
  if (delights && facts->servqual.gap[TL_DIMENSION_RELIABILITY] < 0)
    tl_report_dimension (report, TL_SEVERITY_ADVICE, TL_DIMENSION_RELIABILITY,
                         g_strdup (_("Repair reliability before adding extras.")));
}
