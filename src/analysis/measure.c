/* measure.c - standards beside what was measured. */
#include "analysis/measure.h"

#include <glib/gi18n-lib.h>

#include "model/units.h"

gboolean
tl_measure_is_tighter (TlBetter better,
                       double   x,
                       double   y)
{
  return better == TL_BETTER_LOWER ? x < y : better == TL_BETTER_HIGHER && x > y;
}

TlVerdict
tl_measure_judge (const TlStandard    *standard,
                  const TlMeasurement *measurement)
{
  if (measurement == NULL)
    return TL_VERDICT_NEVER;
  if (standard->share < 100) {
    if (isnan (measurement->share))
      return TL_VERDICT_UNCLEAR;
    return measurement->share < standard->share ? TL_VERDICT_MISSED : TL_VERDICT_MET;
  }
  if (isnan (standard->target) || standard->better == TL_BETTER_NONE)
    return TL_VERDICT_UNCLEAR;
  return tl_measure_is_tighter (standard->better, standard->target, measurement->value)
           ? TL_VERDICT_MISSED : TL_VERDICT_MET;
}

TlMeasured
tl_measure (const TlChart    *chart,
            const TlStandard *standard)
{
  const TlIdList *children = &standard->head.children;
  TlMeasured measured = { .trend = NAN, .share_trend = NAN };

  for (guint i = 0; i < children->n; i++) {
    const TlMeasurement *one = TL_CHART_GET (chart, MEASUREMENT, TlMeasurement,
                                             children->ids[i]);

    if (one == NULL)
      continue;
    if (measured.last == NULL || one->date >= measured.last->date) {
      measured.before = measured.last;
      measured.last = one;
    } else if (measured.before == NULL || one->date >= measured.before->date) {
      measured.before = one;
    }
  }
  measured.verdict = tl_measure_judge (standard, measured.last);
  if (measured.before != NULL) {
    /* More of the cases is better whichever way the value goes. */
    measured.share_trend = measured.last->share - measured.before->share;
    if (standard->better != TL_BETTER_NONE)
      measured.trend = (measured.last->value - measured.before->value) *
                       (standard->better == TL_BETTER_LOWER ? -1 : 1);
  }
  return measured;
}

gboolean
tl_measure_is_due (const TlStandard *standard,
                   const TlMeasured *measured,
                   TlDate            today)
{
  if (measured->last == NULL)
    return TRUE;
  return standard->every != TL_NO_INT &&
         (gint64) today > (gint64) measured->last->date + standard->every;
}

const TlMeasurement *
tl_measure_of_expectation (const TlChart       *chart,
                           const TlExpectation *expectation,
                           const TlStandard   **standard)
{
  const TlMeasurement *latest = NULL;

  if (expectation->unit == TL_UNIT_NONE)
    return NULL;
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *one = TL_CHART_NTH (chart, STANDARD, TlStandard, i);
    const TlMeasurement *last;

    if (one->unit != expectation->unit || one->better != expectation->better ||
        tl_id_list_index (&one->meets, expectation->head.id) == G_MAXUINT)
      continue;
    last = tl_measure (chart, one).last;
    if (last != NULL && (latest == NULL || last->date >= latest->date)) {
      latest = last;
      if (standard != NULL)
        *standard = one;
    }
  }
  return latest;
}

double
tl_money_unit (const TlChart *chart)
{
  double unit = 1;

  for (guint i = 0; i < tl_chart_currency_digits (chart); i++)
    unit *= 10;
  return unit;
}

char *
tl_measure_money_text (const TlChart *chart,
                       double         minor)
{
  /* Translators: an amount of money and its currency, such as 12.50 AUD. */
  return g_strdup_printf (_("%.*f %s"), (int) tl_chart_currency_digits (chart),
                          minor / tl_money_unit (chart),
                          tl_chart_info (chart)->currency);
}

char *
tl_measure_text (const TlChart *chart,
                 TlUnit         unit,
                 double         value)
{
  switch (unit) {
  case TL_UNIT_SECONDS:
    if (value >= 0 && value < G_MAXINT / 2)
      /* To the second, for two that differ must not read the same. */
      return value < 0.5 ? tl_duration_text (0) : tl_duration_exact ((int) (value + 0.5));
    break;
  case TL_UNIT_PERCENT:
    /* Translators: a percentage. */
    return g_strdup_printf (_("%.4g %%"), value);
  case TL_UNIT_MONEY:
    return tl_measure_money_text (chart, value * tl_money_unit (chart));
  case TL_UNIT_NPS:
    return g_strdup_printf ("%+.4g", value);
  case TL_UNIT_NONE:
  case TL_UNIT_COUNT:
  case TL_UNIT_SCORE:
  default:
    break;
  }
  return g_strdup_printf ("%.6g", value);
}

char *
tl_measure_share_text (const TlChart    *chart,
                       const TlStandard *standard,
                       double            share,
                       char             *value)
{
  g_autofree char *whole = value;
  g_autofree char *part = NULL;

  if (standard->share >= 100 || isnan (share))
    return g_steal_pointer (&whole);
  part = tl_measure_text (chart, TL_UNIT_PERCENT, share);
  /* Translators: "at most 5 min, in 90 % of cases". */
  return g_strdup_printf (_("%1$s, in %2$s of cases"), whole, part);
}

char *
tl_measure_target_text (const TlChart    *chart,
                        const TlStandard *standard)
{
  g_autofree char *value = NULL;

  if (standard->unit == TL_UNIT_NONE || isnan (standard->target))
    return g_strdup ("");
  value = tl_measure_text (chart, standard->unit, standard->target);
  return tl_measure_share_text (chart, standard, standard->share,
                                standard->better == TL_BETTER_LOWER
                                /* Translators: a target, "at most 5 min". */
                                ? g_strdup_printf (C_("target", "at most %s"), value)
                                : standard->better == TL_BETTER_HIGHER
                                /* Translators: a target, "at least 95 %". */
                                ? g_strdup_printf (C_("target", "at least %s"), value)
                                : g_strdup (value));
}

const char *
tl_verdict_text (TlVerdict verdict)
{
  static const char *const texts[] = {
    [TL_VERDICT_NEVER] = N_("Never measured"),
    [TL_VERDICT_UNCLEAR] = N_("Cannot be judged"),
    [TL_VERDICT_MET] = N_("Met"),
    [TL_VERDICT_MISSED] = N_("Missed"),
  };

  return _(texts[verdict]);
}

const char *
tl_verdict_word (TlVerdict verdict)
{
  static const char *const words[] = { "never", "unclear", "met", "missed" };

  return words[verdict];
}
