/* rules-standard.c - G05 to G11: is there a standard, is it right, is it kept (gaps 2
 * and 3)? */
#include "analysis/rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/units.h"

#define IMPORTANT   4
#define FEW_ANSWERS 30

static const TlExpectation *
as_expectation (const TlRecord *record)
{
  return (const TlExpectation *) (const void *) record;
}

static const TlStandard *
as_standard (const TlRecord *record)
{
  return (const TlStandard *) (const void *) record;
}

void
tl_rule_g05 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlExpectation *expectation = as_expectation (record);

  if (expectation->importance < IMPORTANT || tl_index_n (&facts->standards, record->id) > 0)
    return;
  tl_report (report, TL_SEVERITY_WARNING, record,
             expectation->party == TL_PARTY_COLLEAGUE
               ? g_strdup_printf (_("Important to colleagues, but no standard: “%s”."),
                                  expectation->text)
               : g_strdup_printf (_("Important to customers, but no standard: “%s”."),
                                  expectation->text));
}

void
tl_rule_g06 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlExpectation *wish = as_expectation (record);

  for (guint i = 0; i < tl_index_n (&facts->standards, record->id); i++) {
    const TlStandard *standard = tl_index_nth (&facts->standards, record->id, i);
    gboolean fails = tl_measure_is_tighter (wish->better, wish->adequate, standard->target);
    g_autofree char *target = NULL, *wanted = NULL;
    TlFinding *finding;

    if (wish->unit == TL_UNIT_NONE || wish->unit != standard->unit ||
        wish->better != standard->better ||
        !(fails || tl_measure_is_tighter (wish->better, wish->desired, standard->target)))
      continue;
    target = tl_measure_text (facts->chart, wish->unit, standard->target);
    wanted = tl_measure_text (facts->chart, wish->unit, fails ? wish->adequate : wish->desired);
    finding = tl_report (report, fails ? TL_SEVERITY_WARNING : TL_SEVERITY_ADVICE, record,
                         fails ? g_strdup_printf (_("The standard “%s” allows %s; customers "
                                                    "accept %s."), standard->name, target, wanted)
                               : g_strdup_printf (_("“%s” (%s) will satisfy, not delight: they "
                                                    "wish for %s."), standard->name, target,
                                                  wanted));
    finding->other = standard->head.id;
    finding->value = tl_report_number (fails ? wish->adequate : wish->desired);
  }
}

/* A target means nothing before its unit is known. */
static TlFixKind
fix_missing (const TlStandard *standard)
{
  if (standard->unit != TL_UNIT_NONE && isnan (standard->target))
    return TL_FIX_SET_TARGET;
  if (standard->method == 0)
    return TL_FIX_SET_METHOD;
  return standard->owner == TL_ID_NONE ? TL_FIX_SET_OWNER : TL_FIX_NONE;
}

void
tl_rule_g07 (const TlFacts  *facts G_GNUC_UNUSED,
             const TlRecord *record,
             TlReport       *report)
{
  static const char *const needed[] = { "unit", "target", "method", "owner" };
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++) {
    const TlField *field = tl_class_find_field (tl_class_get (record->kind), needed[i]);

    if (tl_field_is_unset (field, record))
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", _(field->label));
  }
  if (missing->len == 0)
    return;
  tl_report (report, TL_SEVERITY_WARNING, record,
             /* Translators: a standard, and the names of the fields that are empty */
             g_strdup_printf (_("“%s” cannot be measured yet. Missing: %s."),
                              as_standard (record)->name, missing->str))->fix =
    fix_missing (as_standard (record));
}

void
tl_rule_g08 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlStandard *standard = as_standard (record);
  double needed = 0;
  g_autofree char *plan = NULL, *target = NULL;

  if (standard->unit != TL_UNIT_SECONDS || standard->better != TL_BETTER_LOWER ||
      standard->steps.n == 0)
    return;
  for (guint i = 0; i < standard->steps.n; i++) {
    const TlStep *step = tl_facts_step (facts, standard->steps.ids[i]);

    needed += (double) step->touch + step->wait;
  }
  if (!(needed > standard->target))
    return;
  plan = tl_measure_text (facts->chart, TL_UNIT_SECONDS, needed);
  target = tl_measure_text (facts->chart, TL_UNIT_SECONDS, standard->target);
  tl_report (report, TL_SEVERITY_WARNING, record,
             g_strdup_printf (_("The chart itself needs %s; the standard allows %s."), plan,
                              target))->value = tl_report_number (needed);
}

void
tl_rule_g09 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlStandard *standard = as_standard (record);
  TlMeasured measured = tl_measure (facts->chart, standard);
  gboolean by_share = standard->share < 100;
  g_autofree char *target = NULL, *last = NULL;

  if (measured.verdict != TL_VERDICT_MISSED)
    return;
  target = by_share ? tl_measure_text (facts->chart, TL_UNIT_PERCENT, standard->share)
                    : tl_measure_text (facts->chart, standard->unit, standard->target);
  last = by_share ? tl_measure_text (facts->chart, TL_UNIT_PERCENT, measured.last->share)
                  : tl_measure_text (facts->chart, standard->unit, measured.last->value);
  tl_report (report, TL_SEVERITY_WARNING, record,
             by_share ? g_strdup_printf (_("“%s”: to hold in %s of cases, last measured in %s."),
                                         standard->name, target, last)
                      : g_strdup_printf (_("“%s”: target %s, last measured %s."), standard->name,
                                         target, last));
}

void
tl_rule_g10 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlStandard *standard = as_standard (record);
  const TlMeasurement *last = tl_measure (facts->chart, standard).last;
  char date[TL_UNITS_SIZE];

  if (last == NULL)
    tl_report (report, TL_SEVERITY_WARNING, record,
               g_strdup_printf (_("“%s” was never measured."), standard->name));
  else if (standard->every != TL_NO_INT && facts->today > last->date &&
           facts->today - last->date > (TlDate) standard->every)
    tl_report (report, TL_SEVERITY_ADVICE, record,
               g_strdup_printf (_("“%s” was last measured on %s."), standard->name,
                                tl_date_text (last->date, date)));
}

void
tl_rule_g11 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlStandard *standard = as_standard (record);
  const TlMeasurement *last = tl_measure (facts->chart, standard).last;

  if (standard->type != TL_STANDARD_SOFT || last == NULL || last->n >= FEW_ANSWERS)
    return;
  tl_report (report, TL_SEVERITY_ADVICE, record,
             g_strdup_printf (ngettext ("Only %d answer.", "Only %d answers.", (gulong) last->n),
                              last->n));
}
