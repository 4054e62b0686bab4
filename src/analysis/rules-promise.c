/* rules-promise.c - G12 to G16: is what is promised what is done (gap 4)?
 *
 * A promise that has run out binds nobody; only those in force are judged.
 */
#include "analysis/rules.h"

#include <glib/gi18n-lib.h>

static const TlPromise *
as_promise (const TlRecord *record)
{
  return (const TlPromise *) (const void *) record;
}

static gboolean
is_in_force (const TlFacts   *facts,
             const TlPromise *promise)
{
  return promise->to == 0 || promise->to >= facts->today;
}

/* Whether the standard can be held against the promise. */
static gboolean
is_comparable (const TlPromise  *promise,
               const TlStandard *standard)
{
  return promise->unit != TL_UNIT_NONE && promise->unit == standard->unit &&
         promise->better == standard->better;
}

void
tl_rule_g12 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlPromise *promise = as_promise (record);

  if (is_in_force (facts, promise) && tl_index_n (&facts->standards, record->id) == 0)
    tl_report (report, TL_SEVERITY_WARNING, record,
               g_strdup_printf (_("We promise “%s”, but nothing in the house makes sure of it."),
                                promise->text));
}

void
tl_rule_g13 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlPromise *promise = as_promise (record);

  for (guint i = 0; i < tl_index_n (&facts->standards, record->id); i++) {
    const TlStandard *standard = tl_index_nth (&facts->standards, record->id, i);
    g_autofree char *promised = NULL, *target = NULL;
    TlFinding *finding;

    if (!is_in_force (facts, promise) || !is_comparable (promise, standard) ||
        !tl_measure_is_tighter (promise->better, promise->value, standard->target))
      continue;
    promised = tl_measure_text (facts->chart, promise->unit, promise->value);
    target = tl_measure_text (facts->chart, promise->unit, standard->target);
    finding = tl_report (report, TL_SEVERITY_WARNING, record,
                         g_strdup_printf (_("The promise (%s) is stricter than the standard “%s” "
                                            "(%s)."), promised, standard->name, target));
    finding->other = standard->head.id;
    finding->value = tl_report_number (promise->value);
  }
}

void
tl_rule_g14 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlPromise *promise = as_promise (record);

  for (guint i = 0; i < tl_index_n (&facts->standards, record->id); i++) {
    const TlStandard *standard = tl_index_nth (&facts->standards, record->id, i);
    const TlMeasurement *last = tl_measure (facts->chart, standard).last;
    g_autofree char *promised = NULL, *measured = NULL;
    TlFinding *finding;

    if (last == NULL || !is_in_force (facts, promise) || !is_comparable (promise, standard) ||
        !tl_measure_is_tighter (promise->better, promise->value, last->value))
      continue;
    promised = tl_measure_text (facts->chart, promise->unit, promise->value);
    measured = tl_measure_text (facts->chart, promise->unit, last->value);
    finding = tl_report (report, TL_SEVERITY_ERROR, record,
                         g_strdup_printf (_("Promise broken: promised %s, measured %s (“%s”)."),
                                          promised, measured, standard->name));
    finding->other = standard->head.id;
    finding->value = tl_report_number (last->value);
  }
}

void
tl_rule_g15 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlPromise *promise = as_promise (record);

  if (!is_in_force (facts, promise) ||
      (promise->staff_told != 0 && (promise->from == 0 || promise->staff_told <= promise->from)))
    return;
  tl_report (report, TL_SEVERITY_WARNING, record,
             promise->staff_told == 0
               ? g_strdup_printf (_("Staff have not been told of “%s”."), promise->text)
               : g_strdup_printf (_("Staff were told of “%s” only after customers."),
                                  promise->text));
}

/* The dearer of two tiers is asked about, once however many are cheaper. */
void
tl_rule_g16 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlTier *tier = (const TlTier *) (const void *) record;

  if (tier->price == TL_NO_MONEY || tl_facts_has (facts, record->id, TL_FACT_NAMED))
    return;
  for (guint i = 0; i < tl_chart_n (facts->chart, TL_RECORD_TIER); i++) {
    const TlTier *other = TL_CHART_NTH (facts->chart, TIER, TlTier, i);
    g_autofree char *price = NULL;

    if (other->price == TL_NO_MONEY || other->price >= tier->price ||
        tl_facts_has (facts, other->head.id, TL_FACT_NAMED))
      continue;
    price = tl_measure_money_text (facts->chart, (double) tier->price);
    tl_report (report, TL_SEVERITY_ADVICE, record,
               g_strdup_printf (_("What does the customer get more for %s?"), price));
    return;
  }
}
