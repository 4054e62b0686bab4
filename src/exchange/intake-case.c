/* intake-case.c - rows that are single cases, to be summed up afterwards. */
#include "exchange/intake-reader.h"

#include <glib/gi18n-lib.h>

static gboolean
parse_answer (TlIntakeReader       *reader,
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
  return tl_reader_skip (reader, column, reason);
}

static gboolean
read_case_value (TlIntakeReader       *reader,
                 const TlIntakeTarget *target,
                 const char           *text,
                 TlIntakeCase         *one)
{
  TlIntakeNumbers numbers = reader->numbers[one->column];
  double number;
  gboolean yes;
  gboolean is_number = tl_cell_percent (text, reader->plan->choice.decimal, &number);

  one->is_answer = target->unit == TL_UNIT_SCORE || target->unit == TL_UNIT_NPS;
  if (target->unit == TL_UNIT_PERCENT) {
    if ((!is_number || numbers == TL_NUMBERS_ARE_YES_NO) && tl_cell_yes_no (text, &yes)) {
      one->value = yes ? 100 : 0;
      return TRUE;
    }
    one->is_answer = numbers == TL_NUMBERS_ARE_ANSWERS || tl_cell_point (text) > 0;
    if (!is_number && !one->is_answer)
      return tl_reader_skip (reader, one->column, _("is neither yes nor no, and no percentage"));
  }
  return one->is_answer ? parse_answer (reader, target, text, one->column, &one->value)
                        : tl_reader_value (reader, target, text, one->column, &one->value);
}

void
tl_reader_case (TlIntakeReader       *reader,
                const TlIntakeTarget *target,
                int                   column)
{
  TlIntakeCase one = { .target = target, .date = reader->date, .row = reader->row,
                       .column = column };
  const char *text = tl_csv_cell (reader->csv, reader->row, (guint) column);

  one.source = reader->source != TL_METHOD_NONE ? reader->source : target->method;
  if (*text == '\0')
    tl_reader_skip (reader, column, _("has no value"));
  else if (read_case_value (reader, target, text, &one))
    g_array_append_val (reader->cases, one);
}

void
tl_reader_span (TlIntakeReader       *reader,
                const TlIntakeTarget *target)
{
  const TlIntakeChoice *choice = &reader->plan->choice;
  int start = reader->column[TL_INTAKE_START], end = reader->column[TL_INTAKE_END];
  TlIntakeCase one = { .target = target, .date = reader->date, .row = reader->row,
                       .column = end };
  const char *from_text = tl_reader_cell (reader, TL_INTAKE_START);
  const char *to_text = tl_reader_cell (reader, TL_INTAKE_END);
  int from_seconds, to_seconds;
  TlDate from, to;

  one.source = reader->source != TL_METHOD_NONE ? reader->source : target->method;
  if (target->unit != TL_UNIT_SECONDS) {
    tl_reader_skip (reader, -1, _("is a time, but the standard is about something else"));
  } else if (!tl_cell_day (from_text, choice->days, &from, &from_seconds)) {
    tl_reader_skip (reader, start, *from_text == '\0' ? _("has no date") : _("is no date"));
  } else if (*to_text == '\0') {
    tl_reader_skip (reader, end, _("has not ended"));
  } else if (!tl_cell_day (to_text, choice->days, &to, &to_seconds)) {
    tl_reader_skip (reader, end, _("is no date"));
  } else {
    one.value = ((double) to - from) * 86400 + to_seconds - from_seconds;
    if (one.value < 0)
      tl_reader_skip (reader, end, _("ends before it begins"));
    else
      g_array_append_val (reader->cases, one);
  }
}

TlIntakeNumbers
tl_reader_numbers (const TlIntakeReader *reader,
                   const TlIntakeTarget *target,
                   guint                 column)
{
  gboolean binary = TRUE, answers = TRUE;
  guint n = 0;

  if (target == NULL || target->unit != TL_UNIT_PERCENT)
    return TL_NUMBERS_ARE_VALUES;
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
    return TL_NUMBERS_ARE_VALUES;
  if (binary)
    return TL_NUMBERS_ARE_YES_NO;
  return answers && target->type == TL_STANDARD_SOFT ? TL_NUMBERS_ARE_ANSWERS
                                                     : TL_NUMBERS_ARE_VALUES;
}
