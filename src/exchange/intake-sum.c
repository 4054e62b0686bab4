/* intake-sum.c - many cases of a time become one measurement. */
#include <glib/gi18n-lib.h>

#include "exchange/intake-private.h"
#include "model/answers.h"

#define PLACES 10000.0   /* a mean is kept to four places */

double
tl_intake_round (double value)
{
  return round (value * PLACES) / PLACES;
}

static int
compare (double a,
         double b)
{
  return a < b ? -1 : a > b;
}

static guint
group_of (TlIntakePeriod period,
          TlDate         date)
{
  return period == TL_INTAKE_PER_FILE ? 0 : tl_intake_period_of (period, date);
}

static int
compare_cases (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const TlIntakeCase *x = a, *y = b;
  TlIntakePeriod period = GPOINTER_TO_UINT (data);
  int answer = compare (x->target->id, y->target->id);

  if (answer == 0)
    answer = compare (x->source, y->source);
  if (answer == 0)
    answer = compare (group_of (period, x->date), group_of (period, y->date));
  return answer != 0 ? answer : compare (x->row, y->row);
}

guint
tl_intake_period_of (TlIntakePeriod period,
                     TlDate         date)
{
  GDate day;
  guint year, month;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  year = g_date_get_year (&day);
  month = g_date_get_month (&day);
  switch (period) {
  case TL_INTAKE_PER_WEEK:
    return (date - 1) / 7;   /* day 1 was a Monday */
  case TL_INTAKE_PER_MONTH:
    return year * 12 + month;
  case TL_INTAKE_PER_QUARTER:
    return year * 4 + (month - 1) / 3;
  case TL_INTAKE_PER_YEAR:
    return year;
  case TL_INTAKE_PER_DAY:
  case TL_INTAKE_PER_FILE:
  case TL_INTAKE_N_PERIODS:
  default:
    return date;
  }
}

static gboolean
met (const TlIntakeTarget *target,
     double                value)
{
  return target->better == TL_BETTER_LOWER ? value <= target->target : value >= target->target;
}

static void
count_answers (const TlIntakeTargets *targets,
               const TlIntakeCase    *cases,
               guint                  n,
               TlMeasurement         *measurement)
{
  TlIntList *counts = &measurement->counts;
  int least = cases[0].target->unit == TL_UNIT_NPS ? 0 : 1;

  counts->n = (guint) tl_targets_points (targets, cases[0].target);
  counts->values = g_new0 (int, counts->n);
  for (guint i = 0; i < n; i++)
    counts->values[(int) cases[i].value - least]++;
  measurement->value = tl_intake_round (tl_answers_value (counts, cases[0].target->unit));
}

/* NULL when they cannot be one: answers and percentages do not add up. */
static TlRecord *
sum_up (const TlIntakeTargets *targets,
        const TlIntakeCase    *cases,
        guint                  n)
{
  const TlIntakeTarget *target = cases[0].target;
  TlRecord *record = tl_record_new (TL_RECORD_MEASUREMENT);
  TlMeasurement *measurement = (TlMeasurement *) (void *) record;
  guint n_met = 0, n_answers = 0;
  double sum = 0;

  measurement->source = cases[0].source;
  measurement->n = (int) n;
  for (guint i = 0; i < n; i++) {
    sum += cases[i].value;
    n_met += met (target, cases[i].value);
    n_answers += cases[i].is_answer;
    measurement->date = MAX (measurement->date, cases[i].date);
  }
  measurement->value = tl_intake_round (sum / n);
  if (n_answers == n)
    count_answers (targets, cases, n, measurement);
  if (target->share < 100)
    measurement->share = tl_intake_round (100.0 * n_met / n);
  if (n_answers > 0 && n_answers < n)
    g_clear_pointer (&record, tl_record_free);
  return record;
}

static const char *
why_not (const TlIntakeTarget *target)
{
  if (target->share < 100 && (isnan (target->target) || target->better == TL_BETTER_NONE))
    return _("cannot be judged: the standard asks for a share of cases, but has no target");
  return _("is one of answers and other values together; they cannot be summed up");
}

static void
take_group (const TlIntakeTargets  *targets,
            const TlCsv            *csv,
            const TlIntakeCase     *cases,
            guint                   n,
            TlIntakePlan           *plan,
            gboolean               *used)
{
  const TlIntakeTarget *target = cases[0].target;
  gboolean judged = target->share >= 100 || (!isnan (target->target) &&
                                             target->better != TL_BETTER_NONE);
  g_autoptr (TlRecord) record = judged ? sum_up (targets, cases, n) : NULL;

  if (record == NULL) {
    for (guint i = 0; i < n; i++)
      tl_intake_skip (plan, csv, cases[i].row, cases[i].column, g_strdup (why_not (target)));
  } else if (tl_intake_take (plan, csv, target,
                             (TlMeasurement *) (void *) g_steal_pointer (&record), cases[0].row,
                             n == 1 ? cases[0].column : -1)) {
    for (guint i = 0; i < n; i++) {
      plan->n_rows_used += !used[cases[i].row];
      used[cases[i].row] = TRUE;
    }
  } else {
    /* All of them stand in for the first, which was told. */
    for (guint i = 1; i < n; i++)
      tl_intake_skip_again (plan, csv, cases[i].row, cases[i].column);
  }
}

void
tl_intake_sum_up (const TlIntakeTargets *targets,
                  const TlCsv           *csv,
                  GArray                *cases,
                  TlIntakePlan          *plan)
{
  TlIntakePeriod period = plan->choice.period;
  g_autofree gboolean *used = g_new0 (gboolean, tl_csv_n_rows (csv) + 1);
  const TlIntakeCase *all = (const TlIntakeCase *) (const void *) cases->data;
  guint first = 0;

  g_array_sort_with_data (cases, compare_cases, GUINT_TO_POINTER (period));
  all = (const TlIntakeCase *) (const void *) cases->data;
  for (guint i = 1; i <= cases->len; i++) {
    if (i < cases->len && all[i].target == all[first].target &&
        all[i].source == all[first].source &&
        group_of (period, all[i].date) == group_of (period, all[first].date))
      continue;
    take_group (targets, csv, &all[first], i - first, plan, used);
    first = i;
  }
}
