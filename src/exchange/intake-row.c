/* intake-row.c - one row: what all of it shares, its values, and measurements made of them. */
#include "exchange/intake-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/answers.h"

#define LARGEST    2147483647.0   /* what a chart holds, see class.c */
#define DIFFERENCE 0.05           /* of a mean somebody rounded to one digit */

const char *
tl_reader_cell (const TlIntakeReader *reader,
                TlIntakeRole          role)
{
  int column = reader->column[role];

  return column >= 0 ? tl_csv_cell (reader->csv, reader->row, (guint) column) : "";
}

gboolean
tl_reader_skip (TlIntakeReader *reader,
                int             column,
                const char     *reason)
{
  tl_intake_skip (reader->plan, reader->csv, reader->row, column, g_strdup (reason));
  return FALSE;
}

/* What all of a row shares. */

static gboolean
read_date (TlIntakeReader *reader)
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
    return tl_reader_skip (reader, column, _("has no date"));
  if (!tl_cell_day (text, choice->days, &reader->date, NULL))
    return tl_reader_skip (reader, column, _("is no date"));
  if (choice->today != 0 && reader->date > choice->today)
    return tl_reader_skip (reader, column, _("lies in the future"));
  return TRUE;
}

static gboolean
read_source (TlIntakeReader *reader)
{
  const char *text = tl_reader_cell (reader, TL_INTAKE_SOURCE);

  reader->source = reader->plan->choice.source;
  if (*text == '\0')
    return TRUE;
  reader->source = tl_intake_read_source (text);
  return reader->source != TL_METHOD_NONE ||
         tl_reader_skip (reader, reader->column[TL_INTAKE_SOURCE],
                         _("is no way of measuring; write timing, count, records, audit, "
                           "mystery-shop, survey-card or another of a standard's methods"));
}

/* A whole number from @least on. */
static gboolean
read_count (const TlIntakeReader *reader,
            guint                 column,
            int                   least,
            int                  *value)
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
read_n (TlIntakeReader *reader)
{
  int column = reader->column[TL_INTAKE_N];

  reader->n = 0;
  if (*tl_reader_cell (reader, TL_INTAKE_N) == '\0')
    return TRUE;
  return read_count (reader, (guint) column, 1, &reader->n) ||
         tl_reader_skip (reader, column, _("is no number of cases: a whole number from 1 on"));
}

static gboolean
read_share (TlIntakeReader *reader)
{
  const TlIntakeChoice *choice = &reader->plan->choice;
  const char *text = tl_reader_cell (reader, TL_INTAKE_SHARE);
  int column = reader->column[TL_INTAKE_SHARE];

  reader->share = NAN;
  if (*text == '\0')
    return TRUE;
  if (!tl_cell_percent (text, choice->decimal, &reader->share))
    return tl_reader_skip (reader, column, _("is no percentage"));
  if (strchr (text, '%') == NULL)
    reader->share *= choice->columns[column].unit;
  return (reader->share >= 0 && reader->share <= 100) ||
         tl_reader_skip (reader, column, _("must lie between 0 and 100 percent"));
}

gboolean
tl_reader_begin_row (TlIntakeReader *reader)
{
  reader->used = FALSE;
  return read_date (reader) && read_source (reader) && read_n (reader) && read_share (reader);
}

const TlIntakeTarget *
tl_reader_standard (TlIntakeReader *reader)
{
  int column = reader->column[TL_INTAKE_STANDARD];
  const TlIntakeTarget *target;
  g_autofree char *reason = NULL;

  if (column < 0)
    return tl_targets_get (reader->targets, reader->plan->choice.standard);
  target = tl_targets_find (reader->targets, tl_reader_cell (reader, TL_INTAKE_STANDARD), &reason);
  if (target == NULL)
    tl_reader_skip (reader, column, reason);
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

gboolean
tl_reader_value (TlIntakeReader       *reader,
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
      return tl_reader_skip (reader, column, _("is no time; write it like 90 s, 4 min or 1:30"));
  } else if (target->unit == TL_UNIT_PERCENT) {
    if (!tl_cell_percent (text, decimal, value))
      return tl_reader_skip (reader, column, _("is no percentage"));
    *value *= strchr (text, '%') == NULL ? unit : 1;
  } else if (target->unit == TL_UNIT_MONEY) {
    if (!tl_cell_money (text, decimal, value))
      return tl_reader_skip (reader, column, _("is no amount of money"));
  } else if (!tl_cell_number (text, decimal, value)) {
    return tl_reader_skip (reader, column, _("is no number"));
  }
  reason = tl_intake_check_value (reader->targets, target, *value);
  return reason == NULL || tl_reader_skip (reader, column, reason);
}

/* Measurements. */

static gboolean
read_counts (TlIntakeReader       *reader,
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
      return tl_reader_skip (reader, (int) i, _("counts the same answers as another column"));
    seen |= at >= 0 && at < points ? 1u << at : 0;
    if (at < 0 || at >= points || *tl_csv_cell (reader->csv, reader->row, i) == '\0')
      continue;
    if (!read_count (reader, i, 0, &measurement->counts.values[at]))
      return tl_reader_skip (reader, (int) i, _("is no number of answers"));
    total += measurement->counts.values[at];
  }
  if (n_columns != points || seen != (1u << points) - 1) {
    g_autofree char *reason =
      g_strdup_printf (_("has %d counts, but the standard's scale has %d points"), n_columns,
                       points);

    return tl_reader_skip (reader, -1, reason);
  }
  if (total < 1 || total > LARGEST)
    return tl_reader_skip (reader, -1, _("has no answers"));
  measurement->n = (int) total;
  measurement->value = tl_intake_round (tl_answers_value (&measurement->counts, target->unit));
  return !isnan (measurement->value) ||
         tl_reader_skip (reader, -1,
                         _("counts answers, but the standard is in no score and no percentage"));
}

/* How many met it, and of how many; both 0 without such columns. */
static gboolean
read_yes_no (TlIntakeReader *reader,
             int            *n_yes,
             int            *n)
{
  int yes = reader->column[TL_INTAKE_YES];
  int no = reader->column[TL_INTAKE_NO];
  int n_no = 0;

  *n_yes = *n = 0;
  if (yes < 0)
    return TRUE;
  if (!read_count (reader, (guint) yes, 0, n_yes))
    return tl_reader_skip (reader, yes, _("is no number of cases"));
  if (no >= 0 && !read_count (reader, (guint) no, 0, &n_no))
    return tl_reader_skip (reader, no, _("is no number of cases"));
  if ((double) *n_yes + n_no > LARGEST)
    return tl_reader_skip (reader, yes, _("is too large"));
  *n = no >= 0 ? *n_yes + n_no : reader->n;
  if (*n < 1 || *n < *n_yes)
    return tl_reader_skip (reader, yes, _("says how many met the standard, but not of how many"));
  return reader->n == 0 || reader->n == *n ||
         tl_reader_skip (reader, reader->column[TL_INTAKE_N], _("is not the sum of its parts"));
}

/* The share of cases, as far as the standard asks for one. */
static gboolean
put_share (TlIntakeReader       *reader,
           const TlIntakeTarget *target,
           TlMeasurement        *measurement)
{
  measurement->share = target->share < 100 ? reader->share : NAN;
  if (target->share < 100 && isnan (reader->share)) {
    g_autofree char *reason =
      g_strdup_printf (_("does not say what share of the cases met it, and the standard asks for "
                         "%.15g %%"), target->share);

    return tl_reader_skip (reader, reader->column[TL_INTAKE_SHARE], reason);
  }
  return TRUE;
}

static gboolean
counts_fit (TlIntakeReader *reader,
            TlMeasurement  *measurement,
            double          said)
{
  g_autofree char *reason = NULL;

  if (isnan (said) || fabs (said - measurement->value) <= DIFFERENCE)
    return reader->n == 0 || reader->n == measurement->n ||
           tl_reader_skip (reader, reader->column[TL_INTAKE_N], _("is not the sum of the counts"));
  reason = g_strdup_printf (_("is not what the counts come to, %.2f"), measurement->value);
  return tl_reader_skip (reader, reader->column[TL_INTAKE_VALUE], reason);
}

static gboolean
fill_measurement (TlIntakeReader       *reader,
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
  if (*text != '\0' && !tl_reader_value (reader, target, text, column, &said))
    return FALSE;
  if (isnan (said) && n > 0 && target->unit == TL_UNIT_PERCENT)
    said = tl_intake_round (100.0 * n_yes / n);
  if (isnan (said) && !has_counts)
    return tl_reader_skip (reader, column, _("has no value"));
  measurement->value = said;
  measurement->n = n > 0 ? n : MAX (reader->n, 1);
  if (has_counts && (!read_counts (reader, target, measurement) ||
                     !counts_fit (reader, measurement, said)))
    return FALSE;
  return put_share (reader, target, measurement);
}

void
tl_reader_measurement (TlIntakeReader       *reader,
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
