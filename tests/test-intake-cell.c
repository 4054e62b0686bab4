/* test-intake-cell.c - what people write into cells, as numbers, times and days. */
#include "exchange/intake-cell.h"

#include "model/units.h"

#define BAD NAN

static void
test_numbers (void)
{
  static const struct {
    const char *text;
    char        decimal;
    double      value;
  } rows[] = {
    { "12", '.', 12 }, { "12.5", '.', 12.5 }, { "-3", '.', -3 }, { "+3", '.', 3 },
    { "\xe2\x88\x92" "3", '.', -3 }, { "12,5", ',', 12.5 }, { "1,234", '.', 1234 },
    { "1,234,567.5", '.', 1234567.5 }, { "1.234.567,5", ',', 1234567.5 },
    { "1 234,5", ',', 1234.5 }, { "1\xc2\xa0" "234,5", ',', 1234.5 },
    { "1'234.5", '.', 1234.5 }, { "0,5", ',', 0.5 }, { "1.234", ',', 1234 },
    /* Not thousands, not a number. */
    { "12,5", '.', BAD }, { "1,23,456", '.', BAD }, { "1.2.3", '.', BAD }, { "", '.', BAD },
    { "-", '.', BAD }, { "12a", '.', BAD }, { "1e5", '.', BAD }, { ",5", '.', BAD },
    { "12.5,", ',', BAD }, { "1,234.5", ',', BAD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double value = BAD;
    gboolean read = tl_cell_number (rows[i].text, rows[i].decimal, &value);

    g_assert_cmpint (read, ==, !isnan (rows[i].value));
    if (read)
      g_assert_cmpfloat (value, ==, rows[i].value);
  }
}

static void
test_decimal_hints (void)
{
  static const struct {
    const char *text;
    char        hint;
  } rows[] = {
    { "12.5", '.' }, { "12,5", ',' }, { "1,234", '\0' }, { "1.234", '\0' }, { "0,125", ',' },
    { "1,234.5", '.' }, { "1.234,5", ',' }, { "1.234.567", ',' }, { "1,234,567", '.' },
    { "12", '\0' }, { "22.11.2026", '\0' }, { "92,5 %", ',' }, { "12.50 AUD", '.' }, { "", '\0' },
    { "a, b", '\0' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tl_cell_decimal_hint (rows[i].text), ==, rows[i].hint);
}

static void
test_percent_and_money (void)
{
  double value;

  g_assert_true (tl_cell_percent ("92 %", '.', &value));
  g_assert_cmpfloat (value, ==, 92);
  g_assert_true (tl_cell_percent ("92,5\xc2\xa0%", ',', &value));
  g_assert_cmpfloat (value, ==, 92.5);
  g_assert_true (tl_cell_percent ("40", '.', &value));
  g_assert_false (tl_cell_percent ("%", '.', &value));
  g_assert_false (tl_cell_percent ("9%2", '.', &value));

  g_assert_true (tl_cell_money ("\xe2\x82\xac 12,50", ',', &value));
  g_assert_cmpfloat (value, ==, 12.5);
  g_assert_true (tl_cell_money ("12.50 AUD", '.', &value));
  g_assert_true (tl_cell_money ("US$1,200", '.', &value));
  g_assert_cmpfloat (value, ==, 1200);
  g_assert_false (tl_cell_money ("about 12", '.', &value));
  g_assert_false (tl_cell_money ("$12 AUD", '.', &value));
}

static void
test_durations (void)
{
  static const struct {
    const char *text;
    double      unit;
    double      seconds;
  } rows[] = {
    { "90", 1, 90 }, { "4 min", 1, 240 }, { "1:30", 1, 90 }, { "1 h 30 min", 1, 5400 },
    { "1:30:00", 1, 5400 }, { "1.5", 60, 90 }, { "4 min", 60, 240 }, { "1:30", 3600, 5400 },
    { "PT4M30S", 1, 270 }, { "3 Tage", 1, 259200 }, { "2 Stunden", 1, 7200 },
    { "1,5 min", 1, 90 }, { "90 s", 60, 90 }, { "250", 0.001, 0.25 }, { "2h", 1, 7200 },
    { "soon", 1, BAD }, { "-5 min", 1, BAD }, { "5 people waited 4 min", 1, BAD }, { "", 1, BAD },
    { "1:75", 1, BAD }, { "1:75", 3600, BAD }, { "4 apples", 1, BAD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double seconds = BAD;
    gboolean read = tl_cell_duration (rows[i].text, '.', rows[i].unit, &seconds);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (read, ==, !isnan (rows[i].seconds));
    if (read)
      g_assert_cmpfloat_with_epsilon (seconds, rows[i].seconds, 1e-9);
  }
}

static void
test_days (void)
{
  static const struct {
    const char *text;
    TlDayOrder  order;
    const char *day;       /* NULL = none */
    int         seconds;
    TlDayHint   hint;
  } rows[] = {
    { "2026-11-22", TL_DAYS_GUESS, "2026-11-22", 0, TL_DAY_CLEAR },
    { "2026/11/22", TL_DAYS_MONTH_FIRST, "2026-11-22", 0, TL_DAY_CLEAR },
    { "22.11.2026", TL_DAYS_MONTH_FIRST, "2026-11-22", 0, TL_DAY_CLEAR },
    { "2. 1. 2026", TL_DAYS_DAY_FIRST, "2026-01-02", 0, TL_DAY_CLEAR },
    { "22.11.26", TL_DAYS_DAY_FIRST, "2026-11-22", 0, TL_DAY_CLEAR },
    { "22/11/2026", TL_DAYS_DAY_FIRST, "2026-11-22", 0, TL_DAY_DAY_FIRST },
    { "11/22/2026", TL_DAYS_MONTH_FIRST, "2026-11-22", 0, TL_DAY_MONTH_FIRST },
    { "03/04/2026", TL_DAYS_DAY_FIRST, "2026-04-03", 0, TL_DAY_EITHER },
    { "03/04/2026", TL_DAYS_MONTH_FIRST, "2026-03-04", 0, TL_DAY_EITHER },
    { "04/04/2026", TL_DAYS_DAY_FIRST, "2026-04-04", 0, TL_DAY_CLEAR },
    { "3/14/2025 1:20", TL_DAYS_MONTH_FIRST, "2025-03-14", 4800, TL_DAY_MONTH_FIRST },
    { "11/22/99 2:30 PM", TL_DAYS_MONTH_FIRST, "1999-11-22", 52200, TL_DAY_MONTH_FIRST },
    { "2026-11-22T14:30:05Z", TL_DAYS_GUESS, "2026-11-22", 52205, TL_DAY_CLEAR },
    { "2026-11-22 14:30:05.250+02:00", TL_DAYS_GUESS, "2026-11-22", 52205, TL_DAY_CLEAR },
    { "2026-11-22 12:00 am", TL_DAYS_GUESS, "2026-11-22", 0, TL_DAY_CLEAR },
    /* No such day, or none at all. */
    { "2026-02-30", TL_DAYS_GUESS, NULL, 0, TL_DAY_CLEAR },
    { "31.02.2026", TL_DAYS_GUESS, NULL, 0, TL_DAY_CLEAR },
    { "22/22/2026", TL_DAYS_DAY_FIRST, NULL, 0, TL_DAY_NONE },
    { "11/22/2026", TL_DAYS_DAY_FIRST, NULL, 0, TL_DAY_MONTH_FIRST },
    { "2026-11", TL_DAYS_GUESS, NULL, 0, TL_DAY_NONE },
    { "2026-11-22 soon", TL_DAYS_GUESS, NULL, 0, TL_DAY_NONE },
    { "2026-11-22 25:00", TL_DAYS_GUESS, NULL, 0, TL_DAY_NONE },
    { "1.2.3.4", TL_DAYS_GUESS, NULL, 0, TL_DAY_NONE },
    { "12.5", TL_DAYS_GUESS, NULL, 0, TL_DAY_NONE },
    { "2026-11.22", TL_DAYS_GUESS, NULL, 0, TL_DAY_NONE },
    { "0000-01-01", TL_DAYS_GUESS, NULL, 0, TL_DAY_CLEAR },
    { "", TL_DAYS_GUESS, NULL, 0, TL_DAY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    char buffer[TL_UNITS_SIZE];
    TlDate date = 0;
    int seconds = -1;
    gboolean read = tl_cell_day (rows[i].text, rows[i].order, &date, &seconds);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (read, ==, rows[i].day != NULL);
    if (read) {
      g_assert_cmpstr (tl_date_write (date, buffer), ==, rows[i].day);
      g_assert_cmpint (seconds, ==, rows[i].seconds);
    }
    g_assert_cmpint (tl_cell_day_hint (rows[i].text), ==, rows[i].hint);
  }
}

static void
test_words (void)
{
  static const struct {
    const char *text;
    int         yes;     /* -1 = neither */
    int         point;
  } rows[] = {
    { "Yes", 1, 0 }, { "no", 0, 0 }, { "JA", 1, 0 }, { "Nein", 0, 0 }, { "oui", 1, 0 },
    { "S\xc3\xad", 1, 0 }, { "1", 1, 0 }, { "0", 0, 0 }, { "not met", 0, 0 },
    { "Nicht erf\xc3\xbcllt", 0, 0 }, { "\xe2\x9c\x93", 1, 0 }, { "maybe", -1, 0 }, { "", -1, 0 },
    { "Very satisfied", -1, 5 }, { "Tr\xc3\xa8s insatisfait", -1, 1 }, { "teils/teils", -1, 3 },
    { "Muy buena", -1, 5 }, { "agree", -1, 4 }, { "No, not rude at all", -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean yes = -1;

    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (tl_cell_yes_no (rows[i].text, &yes), ==, rows[i].yes >= 0);
    g_assert_cmpint (yes, ==, rows[i].yes);
    g_assert_cmpint (tl_cell_point (rows[i].text), ==, rows[i].point);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake-cell/numbers", test_numbers);
  g_test_add_func ("/intake-cell/decimal-hints", test_decimal_hints);
  g_test_add_func ("/intake-cell/percent-and-money", test_percent_and_money);
  g_test_add_func ("/intake-cell/durations", test_durations);
  g_test_add_func ("/intake-cell/days", test_days);
  g_test_add_func ("/intake-cell/words", test_words);
  return g_test_run ();
}
