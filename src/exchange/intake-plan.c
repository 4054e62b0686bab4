/* intake-plan.c - row by row: what it comes to, or why it is left out. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/intake-private.h"
#include "model/answers.h"

#define LARGEST    2147483647.0   /* what a chart holds, see class.c */
#define DIFFERENCE 0.05           /* of a mean somebody rounded to one digit */

/* How the bare numbers of a column of cases are meant. */
typedef enum { NUMBERS_ARE_VALUES, NUMBERS_ARE_YES_NO, NUMBERS_ARE_ANSWERS } Numbers;

typedef struct {
  /* Borrowed */
  const TlCsv           *csv;
  const TlIntakeTargets *targets;
  TlIntakePlan          *plan;

  /* Owned */
  GArray  *cases;      /* TlIntakeCase */
  Numbers *numbers;    /* by column */

  /* State */
  int      column[TL_INTAKE_N_ROLES];   /* the first of each role, or -1 */
  guint    row;
  TlDate   date;
  TlMethod source;
  int      n;          /* cases of the row, or 0 */
  double   share;      /* or NaN */
  gboolean used;       /* something of the row is a measurement */
} Reader;

static const char *
cell_of (const Reader *reader,
         TlIntakeRole  role)
{
  int column = reader->column[role];

  return column >= 0 ? tl_csv_cell (reader->csv, reader->row, (guint) column) : "";
}

static gboolean
skip (Reader     *reader,
      int         column,
      const char *reason)
{
  tl_intake_skip (reader->plan, reader->csv, reader->row, column, g_strdup (reason));
  return FALSE;
}

/* What all of a row shares. */

static gboolean
read_date (Reader *reader)
{
  const TlIntakeChoice *choice = &reader->plan->choice;
  int column = reader->column[TL_INTAKE_DATE];
  const char *text;

  if (column < 0 && reader->column[TL_INTAKE_START] >= 0 &&
      choice->rows == TL_INTAKE_ROWS_CASES)
    column = reader->column[TL_INTAKE_START];
  if (column < 0) {
    reader->date = choice->date;
    return TRUE;
  }
  text = tl_csv_cell (reader->csv, reader->row, (guint) column);
  if (*text == '\0')
    return skip (reader, column, _("has no date"));
  if (!tl_cell_day (text, choice->days, &reader->date, NULL))
    return skip (reader, column, _("is no date"));
  if (choice->today != 0 && reader->date > choice->today)
    return skip (reader, column, _("lies in the future"));
  return TRUE;
}

static gboolean
read_source (Reader *reader)
{
  const char *text = cell_of (reader, TL_INTAKE_SOURCE);

  reader->source = reader->plan->choice.source;
  if (*text == '\0')
    return TRUE;
  reader->source = tl_intake_read_source (text);
  return reader->source != TL_METHOD_NONE ||
         skip (reader, reader->column[TL_INTAKE_SOURCE],
               _("is no way of measuring; write timing, count, records, audit, mystery-shop, "
                 "survey-card or another of a standard's methods"));
}

/* A whole number from @least on. */
static gboolean
read_count (const Reader *reader,
            guint         column,
            int           least,
            int          *value)
{
  double number;

  if (!tl_cell_number (tl_csv_cell (reader->csv, reader->row, column),
                       reader->plan->choice.decimal, &number) ||
      number < least || number > LARGEST || number != floor (number))
    return FALSE;
  *value = (int) number;
  return TRUE;
}

static gboolean
read_n (Reader *reader)
{
  int column = reader->column[TL_INTAKE_N];

  reader->n = 0;
  if (*cell_of (reader, TL_INTAKE_N) == '\0')
    return TRUE;
  return read_count (reader, (guint) column, 1, &reader->n) ||
         skip (reader, column, _("is no number of cases: a whole number from 1 on"));
}

static gboolean
read_share (Reader *reader)
{
  const TlIntakeChoice *choice = &reader->plan->choice;
  const char *text = cell_of (reader, TL_INTAKE_SHARE);
  int column = reader->column[TL_INTAKE_SHARE];

  reader->share = NAN;
  if (*text == '\0')
    return TRUE;
  if (!tl_cell_percent (text, choice->decimal, &reader->share))
    return skip (reader, column, _("is no percentage"));
  if (strchr (text, '%') == NULL)
    reader->share *= choice->columns[column].unit;
  return (reader->share >= 0 && reader->share <= 100) ||
         skip (reader, column, _("must lie between 0 and 100 percent"));
}

/* The standard of the whole row; NULL when it names none, which has been told. */
static const TlIntakeTarget *
read_standard (Reader *reader)
{
  int column = reader->column[TL_INTAKE_STANDARD];
  const TlIntakeTarget *target;
  g_autofree char *reason = NULL;

  if (column < 0)
    return tl_targets_get (reader->targets, reader->plan->choice.standard);
  target = tl_targets_find (reader->targets, cell_of (reader, TL_INTAKE_STANDARD), &reason);
  if (target == NULL)
    skip (reader, column, reason);
  return target;
}

/* Values. */

char *
tl_intake_check_value (const TlIntakeTargets *targets,
                       const TlIntakeTarget  *target,
                       double                 value)
{
  double min = target->unit == TL_UNIT_SCORE ? 1 : target->unit == TL_UNIT_NPS ? -100 : 0;
  double max = target->unit == TL_UNIT_SCORE ? targets->scale : 100;

  if (fabs (value) > LARGEST)
    return g_strdup (_("is too large"));
  if (target->unit == TL_UNIT_NONE)
    return NULL;
  if (target->unit != TL_UNIT_SCORE && target->unit != TL_UNIT_NPS &&
      target->unit != TL_UNIT_PERCENT)
    return value < 0 ? g_strdup (_("cannot be less than 0")) : NULL;
  return value < min || value > max
           ? g_strdup_printf (_("must lie between %.15g and %.15g"), min, max) : NULL;
}

/* A value in the standard's unit. */
static gboolean
parse_value (Reader               *reader,
             const TlIntakeTarget *target,
             const char           *text,
             int                   column,
             double               *value)
{
  char decimal = reader->plan->choice.decimal;
  double unit = reader->plan->choice.columns[column].unit;
  g_autofree char *reason = NULL;

  if (target->unit == TL_UNIT_SECONDS) {
    if (!tl_cell_duration (text, decimal, unit, value))
      return skip (reader, column, _("is no time; write it like 90 s, 4 min or 1:30"));
  } else if (target->unit == TL_UNIT_PERCENT) {
    if (!tl_cell_percent (text, decimal, value))
      return skip (reader, column, _("is no percentage"));
    *value *= strchr (text, '%') == NULL ? unit : 1;
  } else if (target->unit == TL_UNIT_MONEY) {
    if (!tl_cell_money (text, decimal, value))
      return skip (reader, column, _("is no amount of money"));
  } else if (!tl_cell_number (text, decimal, value)) {
    return skip (reader, column, _("is no number"));
  }
  reason = tl_intake_check_value (reader->targets, target, *value);
  return reason == NULL || skip (reader, column, reason);
}

/* Measurements. */

static gboolean
read_counts (Reader               *reader,
             const TlIntakeTarget *target,
             TlMeasurement        *measurement)
{
  const TlIntakeChoice *choice = &reader->plan->choice;
  int points = tl_targets_points (reader->targets, target);
  int least = target->unit == TL_UNIT_NPS ? 0 : 1;
  double total = 0;
  guint32 seen = 0;   /* a bit for each point */
  int n_columns = 0;

  measurement->counts.values = g_new0 (int, (guint) points);
  measurement->counts.n = (guint) points;
  for (guint i = 0; i < choice->n_columns; i++) {
    int at = choice->columns[i].point - least;

    if (choice->columns[i].role != TL_INTAKE_COUNT)
      continue;
    n_columns++;
    if (at >= 0 && at < points && (seen & (1u << at)) != 0)
      return skip (reader, (int) i, _("counts the same answers as another column"));
    seen |= at >= 0 && at < points ? 1u << at : 0;
    if (at < 0 || at >= points || *tl_csv_cell (reader->csv, reader->row, i) == '\0')
      continue;
    if (!read_count (reader, i, 0, &measurement->counts.values[at]))
      return skip (reader, (int) i, _("is no number of answers"));
    total += measurement->counts.values[at];
  }
  if (n_columns != points || seen != (1u << points) - 1) {
    g_autofree char *reason =
      g_strdup_printf (_("has %d counts, but the standard's scale has %d points"), n_columns,
                       points);

    return skip (reader, -1, reason);
  }
  if (total < 1 || total > LARGEST)
    return skip (reader, -1, _("has no answers"));
  measurement->n = (int) total;
  measurement->value = tl_intake_round (tl_answers_value (&measurement->counts, target->unit));
  return !isnan (measurement->value) ||
         skip (reader, -1, _("counts answers, but the standard is in no score and no percentage"));
}

/* How many met it, and of how many; both 0 without such columns. */
static gboolean
read_yes_no (Reader *reader,
             int    *n_yes,
             int    *n)
{
  int yes = reader->column[TL_INTAKE_YES];
  int no = reader->column[TL_INTAKE_NO];
  int n_no = 0;

  *n_yes = *n = 0;
  if (yes < 0)
    return TRUE;
  if (!read_count (reader, (guint) yes, 0, n_yes))
    return skip (reader, yes, _("is no number of cases"));
  if (no >= 0 && !read_count (reader, (guint) no, 0, &n_no))
    return skip (reader, no, _("is no number of cases"));
  if ((double) *n_yes + n_no > LARGEST)
    return skip (reader, yes, _("is too large"));
  *n = no >= 0 ? *n_yes + n_no : reader->n;
  if (*n < 1 || *n < *n_yes)
    return skip (reader, yes, _("says how many met the standard, but not of how many"));
  return reader->n == 0 || reader->n == *n ||
         skip (reader, reader->column[TL_INTAKE_N], _("is not the sum of its parts"));
}

/* The share of cases, as far as the standard asks for one. */
static gboolean
put_share (Reader               *reader,
           const TlIntakeTarget *target,
           TlMeasurement        *measurement)
{
  measurement->share = target->share < 100 ? reader->share : NAN;
  if (target->share < 100 && isnan (reader->share)) {
    g_autofree char *reason =
      g_strdup_printf (_("does not say what share of the cases met it, and the standard asks for "
                         "%.15g %%"), target->share);

    return skip (reader, reader->column[TL_INTAKE_SHARE], reason);
  }
  return TRUE;
}

static gboolean
counts_fit (Reader        *reader,
            TlMeasurement *measurement,
            double         said)
{
  g_autofree char *reason = NULL;

  if (isnan (said) || fabs (said - measurement->value) <= DIFFERENCE)
    return reader->n == 0 || reader->n == measurement->n ||
           skip (reader, reader->column[TL_INTAKE_N], _("is not the sum of the counts"));
  reason = g_strdup_printf (_("is not what the counts come to, %.2f"), measurement->value);
  return skip (reader, reader->column[TL_INTAKE_VALUE], reason);
}

static gboolean
fill_measurement (Reader               *reader,
                  const TlIntakeTarget *target,
                  int                   column,
                  TlMeasurement        *measurement)
{
  const char *text = column >= 0 ? tl_csv_cell (reader->csv, reader->row, (guint) column) : "";
  gboolean has_counts = reader->column[TL_INTAKE_COUNT] >= 0;
  double said = NAN;
  int n_yes, n;

  if (!read_yes_no (reader, &n_yes, &n))
    return FALSE;
  if (n > 0 && isnan (reader->share))
    reader->share = tl_intake_round (100.0 * n_yes / n);
  if (*text != '\0' && !parse_value (reader, target, text, column, &said))
    return FALSE;
  if (isnan (said) && n > 0 && target->unit == TL_UNIT_PERCENT)
    said = tl_intake_round (100.0 * n_yes / n);
  if (isnan (said) && !has_counts)
    return skip (reader, column, _("has no value"));
  measurement->value = said;
  measurement->n = n > 0 ? n : MAX (reader->n, 1);
  if (has_counts && (!read_counts (reader, target, measurement) ||
                     !counts_fit (reader, measurement, said)))
    return FALSE;
  return put_share (reader, target, measurement);
}

static void
read_measurement (Reader               *reader,
                  const TlIntakeTarget *target,
                  int                   column)
{
  g_autoptr (TlRecord) record = tl_record_new (TL_RECORD_MEASUREMENT);
  TlMeasurement *measurement = (TlMeasurement *) (void *) record;

  measurement->date = reader->date;
  measurement->source = reader->source != TL_METHOD_NONE ? reader->source : target->method;
  if (fill_measurement (reader, target, column, measurement) &&
      tl_intake_take (reader->plan, reader->csv, target,
                      (TlMeasurement *) (void *) g_steal_pointer (&record), reader->row, column))
    reader->used = TRUE;
}

/* Cases. */

static gboolean
parse_answer (Reader               *reader,
              const TlIntakeTarget *target,
              const char           *text,
              int                   column,
              double               *value)
{
  int points = tl_targets_points (reader->targets, target);
  int least = target->unit == TL_UNIT_NPS ? 0 : 1;
  int most = least + points - 1;
  int word = points == 5 ? tl_cell_point (text) : 0;
  g_autofree char *reason = NULL;

  if (word > 0) {
    *value = word;
    return TRUE;
  }
  if (tl_cell_number (text, reader->plan->choice.decimal, value) && *value == floor (*value) &&
      *value >= least && *value <= most)
    return TRUE;
  reason = g_strdup_printf (_("is no answer: a whole number from %d to %d"), least, most);
  return skip (reader, column, reason);
}

static gboolean
read_case_value (Reader               *reader,
                 const TlIntakeTarget *target,
                 const char           *text,
                 TlIntakeCase         *one)
{
  Numbers numbers = reader->numbers[one->column];
  double number;
  gboolean yes;
  gboolean is_number = tl_cell_percent (text, reader->plan->choice.decimal, &number);

  one->is_answer = target->unit == TL_UNIT_SCORE || target->unit == TL_UNIT_NPS;
  if (target->unit == TL_UNIT_PERCENT) {
    if ((!is_number || numbers == NUMBERS_ARE_YES_NO) && tl_cell_yes_no (text, &yes)) {
      one->value = yes ? 100 : 0;
      return TRUE;
    }
    one->is_answer = numbers == NUMBERS_ARE_ANSWERS || tl_cell_point (text) > 0;
    if (!is_number && !one->is_answer)
      return skip (reader, one->column, _("is neither yes nor no, and no percentage"));
  }
  return one->is_answer ? parse_answer (reader, target, text, one->column, &one->value)
                        : parse_value (reader, target, text, one->column, &one->value);
}

static void
read_case (Reader               *reader,
           const TlIntakeTarget *target,
           int                   column)
{
  TlIntakeCase one = { .target = target, .date = reader->date, .row = reader->row,
                       .column = column };
  const char *text = tl_csv_cell (reader->csv, reader->row, (guint) column);

  one.source = reader->source != TL_METHOD_NONE ? reader->source : target->method;
  if (*text == '\0')
    skip (reader, column, _("has no value"));
  else if (read_case_value (reader, target, text, &one))
    g_array_append_val (reader->cases, one);
}

/* A case that is the time between two moments. */
static void
read_span (Reader               *reader,
           const TlIntakeTarget *target)
{
  const TlIntakeChoice *choice = &reader->plan->choice;
  int start = reader->column[TL_INTAKE_START], end = reader->column[TL_INTAKE_END];
  TlIntakeCase one = { .target = target, .date = reader->date, .row = reader->row,
                       .column = end };
  const char *from_text = cell_of (reader, TL_INTAKE_START);
  const char *to_text = cell_of (reader, TL_INTAKE_END);
  int from_seconds, to_seconds;
  TlDate from, to;

  one.source = reader->source != TL_METHOD_NONE ? reader->source : target->method;
  if (target->unit != TL_UNIT_SECONDS) {
    skip (reader, -1, _("is a time, but the standard is about something else"));
  } else if (!tl_cell_day (from_text, choice->days, &from, &from_seconds)) {
    skip (reader, start, *from_text == '\0' ? _("has no date") : _("is no date"));
  } else if (*to_text == '\0') {
    skip (reader, end, _("has not ended"));
  } else if (!tl_cell_day (to_text, choice->days, &to, &to_seconds)) {
    skip (reader, end, _("is no date"));
  } else {
    one.value = ((double) to - from) * 86400 + to_seconds - from_seconds;
    if (one.value < 0)
      skip (reader, end, _("ends before it begins"));
    else
      g_array_append_val (reader->cases, one);
  }
}

/* Bare ones and zeros are yes and no; whole numbers on the scale of a soft standard are
 * answers. */
static Numbers
look_at_numbers (const Reader         *reader,
                 const TlIntakeTarget *target,
                 guint                 column)
{
  gboolean binary = TRUE, answers = TRUE;
  guint n = 0;

  if (target == NULL || target->unit != TL_UNIT_PERCENT)
    return NUMBERS_ARE_VALUES;
  for (guint i = tl_intake_first_row (&reader->plan->choice); i < tl_csv_n_rows (reader->csv);
       i++) {
    double value;

    if (!tl_cell_number (tl_csv_cell (reader->csv, i, column), reader->plan->choice.decimal,
                         &value))
      continue;
    n++;
    binary = binary && (value == 0 || value == 1);
    answers = answers && value == floor (value) && value >= 1 && value <= reader->targets->scale;
  }
  if (n == 0)
    return NUMBERS_ARE_VALUES;
  if (binary)
    return NUMBERS_ARE_YES_NO;
  return answers && target->type == TL_STANDARD_SOFT ? NUMBERS_ARE_ANSWERS : NUMBERS_ARE_VALUES;
}

/* Rows. */

/* Each value of the row by itself: of the columns that have a standard of their own, and of
 * the row's standard. */
static void
read_values (Reader *reader)
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
      (cases ? read_case : read_measurement) (reader, tl_targets_get (reader->targets,
                                                                      column->standard), (int) i);
    }
  }
  of_row = of_row || (cases ? reader->column[TL_INTAKE_START] >= 0
                            : reader->column[TL_INTAKE_COUNT] >= 0 ||
                              reader->column[TL_INTAKE_YES] >= 0);
  if (of_row) {
    const TlIntakeTarget *target = read_standard (reader);

    if (target == NULL)
      return;
    if (!cases)
      read_measurement (reader, target, value);
    else if (value >= 0)
      read_case (reader, target, value);
    else
      read_span (reader, target);
  }
}

static void
read_row (Reader *reader)
{
  reader->used = FALSE;
  if (read_date (reader) && read_source (reader) && read_n (reader) && read_share (reader))
    read_values (reader);
  reader->plan->n_rows_used += reader->used;
}

/* What is needed. */

static TlIntakeNeed
find_need (const Reader *reader)
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
find_columns (Reader *reader)
{
  const TlIntakeChoice *choice = &reader->plan->choice;

  for (guint i = 0; i < TL_INTAKE_N_ROLES; i++)
    reader->column[i] = -1;
  reader->numbers = g_new0 (Numbers, choice->n_columns + 1);
  for (guint i = choice->n_columns; i > 0; i--) {
    const TlIntakeColumn *column = &choice->columns[i - 1];
    TlId standard = column->standard != TL_ID_NONE ? column->standard : choice->standard;

    /* Of a value the one of the row, for those of a standard are read by themselves. */
    if (column->role != TL_INTAKE_VALUE || column->standard == TL_ID_NONE)
      reader->column[column->role] = (int) i - 1;
    if (column->role == TL_INTAKE_VALUE)
      reader->numbers[i - 1] =
        look_at_numbers (reader, tl_targets_get (reader->targets, standard), i - 1);
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
read_all (Reader *reader)
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
  Reader reader = { .csv = csv, .targets = targets, .plan = plan };

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
