/* intake-plan.c - row by row: what a table comes to, and what is still to be said. */
#include "exchange/intake-reader.h"

#include <glib/gi18n-lib.h>

/* Rows. */

/* Each value of the row by itself: of the columns that have a standard of their own, and of
 * the row's standard. */
static void
read_values (TlIntakeReader *reader)
{
  const TlIntakeChoice *choice = &reader->plan->choice;
  gboolean cases = choice->rows == TL_INTAKE_ROWS_CASES;
  gboolean of_row = FALSE;
  int value = -1;

  for (guint i = 0; i < choice->n_columns; i++) {
    const TlIntakeColumn *column = &choice->columns[i];

    if (column->role != TL_INTAKE_VALUE)
      continue;
    if (column->standard == TL_ID_NONE) {
      value = (int) i;
      of_row = TRUE;
    } else if (*tl_csv_cell (reader->csv, reader->row, i) != '\0') {
      /* An empty cell of a sheet is something that was not looked at. */
      const TlIntakeTarget *target = tl_targets_get (reader->targets, column->standard);

      if (cases)
        tl_reader_case (reader, target, (int) i);
      else
        tl_reader_measurement (reader, target, (int) i);
    }
  }
  of_row = of_row || (cases ? reader->column[TL_INTAKE_START] >= 0
                            : reader->column[TL_INTAKE_COUNT] >= 0 ||
                              reader->column[TL_INTAKE_YES] >= 0);
  if (of_row) {
    const TlIntakeTarget *target = tl_reader_standard (reader);

    if (target == NULL)
      return;
    if (!cases)
      tl_reader_measurement (reader, target, value);
    else if (value >= 0)
      tl_reader_case (reader, target, value);
    else
      tl_reader_span (reader, target);
  }
}

static void
read_row (TlIntakeReader *reader)
{
  if (tl_reader_begin_row (reader))
    read_values (reader);
  reader->plan->n_rows_used += reader->used;
}

/* What is needed. */

static TlIntakeNeed
find_need (const TlIntakeReader *reader)
{
  const TlIntakeChoice *choice = &reader->plan->choice;
  gboolean cases = choice->rows == TL_INTAKE_ROWS_CASES;
  gboolean spans = cases && reader->column[TL_INTAKE_START] >= 0 &&
                   reader->column[TL_INTAKE_END] >= 0;
  gboolean of_row = spans || (!cases && (reader->column[TL_INTAKE_COUNT] >= 0 ||
                                         reader->column[TL_INTAKE_YES] >= 0));
  gboolean any = of_row;

  for (guint i = 0; i < choice->n_columns; i++) {
    gboolean is_value = choice->columns[i].role == TL_INTAKE_VALUE;

    any = any || is_value;
    of_row = of_row || (is_value && choice->columns[i].standard == TL_ID_NONE);
  }
  if (reader->targets->all->len == 0)
    return TL_INTAKE_NEEDS_A_STANDARD;
  if (!any)
    return TL_INTAKE_NEEDS_VALUE;
  if (of_row && choice->standard == TL_ID_NONE && reader->column[TL_INTAKE_STANDARD] < 0)
    return TL_INTAKE_NEEDS_STANDARD;
  if (reader->column[TL_INTAKE_DATE] < 0 && !spans && choice->date == 0)
    return TL_INTAKE_NEEDS_DATE;
  return choice->days == TL_DAYS_GUESS ? TL_INTAKE_NEEDS_DAYS : TL_INTAKE_NEEDS_NOTHING;
}

static const char *
need_text (TlIntakeNeed need)
{
  switch (need) {
  case TL_INTAKE_NEEDS_A_STANDARD:
    return _("The chart has no standard to measure.  Add one first.");
  case TL_INTAKE_NEEDS_VALUE:
    return _("Say which column holds what was measured.");
  case TL_INTAKE_NEEDS_STANDARD:
    return _("Say which standard was measured.");
  case TL_INTAKE_NEEDS_DATE:
    return _("Say which column holds the date, or the day all of it was measured on.");
  case TL_INTAKE_NEEDS_DAYS:
    return _("Say whether days or months come first in dates: 03/04 could be either.");
  case TL_INTAKE_NEEDS_NOTHING:
  default:
    return NULL;
  }
}

static void
find_columns (TlIntakeReader *reader)
{
  const TlIntakeChoice *choice = &reader->plan->choice;

  for (guint i = 0; i < TL_INTAKE_N_ROLES; i++)
    reader->column[i] = -1;
  reader->numbers = g_new0 (TlIntakeNumbers, choice->n_columns + 1);
  for (guint i = choice->n_columns; i > 0; i--) {
    const TlIntakeColumn *column = &choice->columns[i - 1];
    TlId standard = column->standard != TL_ID_NONE ? column->standard : choice->standard;

    /* Of a value the one of the row, for those of a standard are read by themselves. */
    if (column->role != TL_INTAKE_VALUE || column->standard == TL_ID_NONE)
      reader->column[column->role] = (int) i - 1;
    if (column->role == TL_INTAKE_VALUE)
      reader->numbers[i - 1] =
        tl_reader_numbers (reader, tl_targets_get (reader->targets, standard), i - 1);
  }
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const TlMeasurement *x = *(TlMeasurement * const *) a;
  const TlMeasurement *y = *(TlMeasurement * const *) b;

  return x->date < y->date ? -1 : x->date > y->date;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TlIntakeSkip *x = *(TlIntakeSkip * const *) a;
  const TlIntakeSkip *y = *(TlIntakeSkip * const *) b;

  return x->row != y->row ? (x->row < y->row ? -1 : 1) : x->column - y->column;
}

static void
read_all (TlIntakeReader *reader)
{
  TlIntakePlan *plan = reader->plan;
  guint last = G_MAXUINT;

  for (reader->row = tl_intake_first_row (&plan->choice);
       reader->row < tl_csv_n_rows (reader->csv); reader->row++)
    read_row (reader);
  if (plan->choice.rows == TL_INTAKE_ROWS_CASES)
    tl_intake_sum_up (reader->targets, reader->csv, reader->cases, plan);
  g_ptr_array_sort (plan->measurements, compare_dates);
  g_ptr_array_sort (plan->left_out, compare_rows);
  for (guint i = 0; i < plan->left_out->len; i++) {
    const TlIntakeSkip *one = g_ptr_array_index (plan->left_out, i);

    plan->n_rows_left_out += one->row != last;
    last = one->row;
  }
}

TlIntakePlan *
tl_intake_plan (const TlCsv          *csv,
                TlIntakeTargets      *targets,
                const TlIntakeChoice *choice)
{
  TlIntakePlan *plan = tl_intake_plan_new (choice);
  TlIntakeReader reader = { .csv = csv, .targets = targets, .plan = plan };

  tl_intake_guess (csv, targets, &plan->choice);
  tl_intake_settle (csv, targets, &plan->choice, plan->notes);
  plan->n_rows = tl_csv_n_rows (csv) - tl_intake_first_row (&plan->choice);
  find_columns (&reader);
  plan->need = find_need (&reader);
  plan->message = g_strdup (need_text (plan->need));
  if (plan->need == TL_INTAKE_NEEDS_NOTHING) {
    reader.cases = g_array_new (FALSE, FALSE, sizeof (TlIntakeCase));
    tl_intake_plan_know (plan, targets);
    read_all (&reader);
    g_array_unref (reader.cases);
  }
  g_free (reader.numbers);
  return plan;
}
