/* test-units.c - texts of numbers, money, dates and durations, and back. */
#include <string.h>

#include "locales.h"
#include "model/units.h"

static void
test_numbers (void)
{
  static const struct {
    double value;
    const char *text;
  } rows[] = {
    { 0.1, "0.1" }, { 0.97, "0.97" }, { 120, "120" }, { 0.0002, "0.0002" }, { -2, "-2" },
    { 1.0 / 3, "0.3333333333333333" }, { 0.00001, "0.00001" }, { -0.0, "0" },
    { 4.25, "4.25" }, { 0.000001, "0.000001" }, { -0.5, "-0.5" }, { 10, "10" },
    { 999999999, "999999999" }, { 0.1 + 0.2, "0.30000000000000004" }, { 123.456789, "123.456789" },
    { 100.5, "100.5" }, { -1234.000001, "-1234.000001" }, { 1.25e-9, "0.00000000125" }, { 1000000, "1000000" },
  };
  char buffer[TL_UNITS_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double back = -1;

    g_assert_cmpstr (tl_number_write (rows[i].value, buffer), ==, rows[i].text);
    g_assert_true (tl_number_parse (buffer, &back));
    g_assert_cmpfloat (back, ==, rows[i].value);
  }
}

/* The way without the library gives what the library gives, and reads back exactly. */
static void
test_many_numbers (void)
{
  guint64 dice = 88172645463325252;

  for (guint i = 0; i < 100000; i++) {
    double divisor = (double[]) { 1, 10, 100, 1000, 1e4, 1e6, 3, 7e8 }[i % 8];
    double value, back = NAN;
    char buffer[TL_UNITS_SIZE], wanted[TL_UNITS_SIZE];

    dice ^= dice << 13;
    dice ^= dice >> 7;
    dice ^= dice << 17;
    value = ((double) (dice % 2000000) - 1000000) / divisor;
    tl_number_write (value, buffer);
    g_assert_true (tl_number_parse (buffer, &back));
    g_assert_cmpfloat (back, ==, value);
    g_ascii_formatd (wanted, sizeof wanted, "%.15g", value);
    if (g_ascii_strtod (wanted, NULL) == value && strpbrk (wanted, "eE") == NULL)
      g_assert_cmpstr (buffer, ==, g_str_equal (wanted, "-0") ? "0" : wanted);
  }
}

/* Whatever the number of digits, and wherever the point stands among them. */
static void
test_many_decimals (void)
{
  guint64 dice = 88172645463325252;

  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (i % 3 == 0 ? "-" : NULL);
    guint n_digits = 1 + i % 20;
    double value = NAN, wanted;

    for (guint k = 0; k < n_digits; k++) {
      dice ^= dice << 13;
      dice ^= dice >> 7;
      dice ^= dice << 17;
      g_string_append_c (text, (char) ('0' + dice % 10));
    }
    g_string_insert_c (text, (gssize) (text->len - (i / 20) % (n_digits + 1)), '.');
    wanted = g_ascii_strtod (text->str, NULL);
    g_assert_true (tl_number_parse (text->str, &value));
    g_assert_true (memcmp (&value, &wanted, sizeof value) == 0);
  }
}

static void
test_number_refusals (void)
{
  static const char *const rows[] = { "", ".", "-", "1e3", "1,5", "0x10", "nan", "inf", " 1", "1 ",
                                      "--1", "1.2.3" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double value = 7;

    g_assert_false (tl_number_parse (rows[i], &value));
    g_assert_cmpfloat (value, ==, 7);   /* untouched */
  }
}

static void
test_ints (void)
{
  static const struct {
    const char *text;
    gboolean good;
    int value;
  } rows[] = {
    { "0", TRUE, 0 }, { "-2", TRUE, -2 }, { "+1", TRUE, 1 }, { "2147483647", TRUE, G_MAXINT },
    { "2147483648", FALSE, 0 }, { "99999999999999999999999", FALSE, 0 }, { "1.0", FALSE, 0 },
    { "", FALSE, 0 }, { "-", FALSE, 0 }, { "1 ", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    int value = 0;

    g_assert_cmpint (tl_int_parse (rows[i].text, &value), ==, rows[i].good);
    g_assert_cmpint (value, ==, rows[i].value);
  }
}

static void
test_money (void)
{
  static const struct {
    const char *text;
    guint digits;
    gboolean good;
    TlMoney value;
    const char *written;
  } rows[] = {
    { "5.00", 2, TRUE, 500, "5.00" }, { "5", 2, TRUE, 500, "5.00" },
    { "0.5", 2, TRUE, 50, "0.50" }, { "-0.05", 2, TRUE, -5, "-0.05" },
    { "120", 0, TRUE, 120, "120" }, { "1.234", 3, TRUE, 1234, "1.234" },
    { "1.234", 2, FALSE, 0, NULL }, { "92233720368547758.08", 2, FALSE, 0, NULL },
    { "92233720368547758.07", 2, TRUE, G_MAXINT64, "92233720368547758.07" },
    { "5,00", 2, FALSE, 0, NULL }, { "", 2, FALSE, 0, NULL },
  };
  char buffer[TL_UNITS_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlMoney value = 0;

    g_assert_cmpint (tl_money_parse (rows[i].text, rows[i].digits, &value), ==, rows[i].good);
    g_assert_cmpint (value, ==, rows[i].value);
    if (rows[i].good)
      g_assert_cmpstr (tl_money_write (value, rows[i].digits, buffer), ==, rows[i].written);
  }
  g_assert_cmpuint (tl_currency_digits ("AUD"), ==, 2);
  g_assert_cmpuint (tl_currency_digits ("JPY"), ==, 0);
  g_assert_cmpuint (tl_currency_digits ("KWD"), ==, 3);
  g_assert_cmpuint (tl_currency_digits (NULL), ==, 2);
}

static void
test_dates (void)
{
  static const char *const good[] = { "2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31" };
  static const char *const bad[] = { "2026-02-29", "2026-13-01", "2026-1-01", "26-01-01",
                                     "2026-01-01 ", "2026/01/01", "", "2026-00-10", "0000-01-01" };
  char buffer[TL_UNITS_SIZE];
  TlDate date = 0;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_assert_true (tl_date_parse (good[i], &date));
    g_assert_cmpstr (tl_date_write (date, buffer), ==, good[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tl_date_parse (bad[i], &date));
}

/* The locale's mark and order of days, and both marks read back everywhere. */
static void
test_local (gconstpointer data)
{
  static const struct {
    const char *locale, *number, *money, *date, *typed;   /* @typed: the same day, in short */
  } rows[] = {
    { "C", "4.25", "-12.50", "2026-11-02", "2026/11/2" },
    { "de_DE", "4,25", "-12,50", "02.11.2026", "2.11.26" },
    { "fr_FR", "4,25", "-12,50", "02/11/2026", "2-11-2026" },
    { "en_US", "4.25", "-12.50", "11/02/2026", "11/2/26" },
    { "ja_JP", "4.25", "-12.50", "2026年11月02日", "2026.11.2" },
    { "fa_IR", "4.25", "-12.50", "2026/11/02", "2026-11-2" },
    { "ps_AF", "4٫25", "-12٫50", "2026-11-02", "2026.11.2" },   /* its days have names in them */
  };
  guint i = GPOINTER_TO_UINT (data);
  char buffer[TL_UNITS_SIZE];
  const char *const marks[] = { "4.25", "4,25", rows[i].number };
  const char *const days[] = { "2026-11-02", rows[i].date, rows[i].typed };
  const char *const no_days[] = { "2026-02-30", "2026-11", "2 November 2026", "1-2-3-4", "12026-11-2",
                                  "", "2026-11-02x" };

  if (strcmp (rows[i].locale, "C") != 0 && !tl_test_begin_locale (rows[i].locale))
    return;
  g_assert_cmpstr (tl_number_text (4.25, buffer), ==, rows[i].number);
  g_assert_cmpstr (tl_number_text (7, buffer), ==, "7");
  g_assert_cmpstr (tl_money_text (-1250, 2, buffer), ==, rows[i].money);
  g_assert_cmpstr (tl_money_write (-1250, 2, buffer), ==, "-12.50");
  for (guint k = 0; k < G_N_ELEMENTS (marks); k++) {
    g_autofree char *plain = tl_with_point (marks[k]);

    g_assert_cmpstr (plain, ==, "4.25");
  }
  for (guint k = 0; k < G_N_ELEMENTS (days); k++) {
    TlDate date = 0;

    g_assert_true (tl_date_read (days[k], &date));
    g_assert_cmpstr (tl_date_write (date, buffer), ==, "2026-11-02");
    g_assert_cmpstr (tl_date_text (date, buffer), ==, rows[i].date);
  }
  for (guint k = 0; k < G_N_ELEMENTS (no_days); k++) {
    TlDate date = 7;

    g_assert_false (tl_date_read (no_days[k], &date));
    g_assert_cmpuint (date, ==, 7);
  }
  tl_test_end_locale ();
}

static void
test_durations (void)
{
  static const struct {
    int seconds;
    const char *text;
  } rows[] = {
    { 0, "0 s" }, { 59, "59 s" }, { 60, "1 min" }, { 90, "1 min 30 s" }, { 240, "4 min" },
    { 2400, "40 min" }, { 3599, "1 h" }, { 599, "9 min 59 s" }, { 629, "10 min" }, { 3600, "1 h" }, { 5400, "1 h 30 min" },
    { 86400, "1 d" }, { 90000, "1 d 1 h" }, { 57600, "16 h" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = tl_duration_text (rows[i].seconds);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/units/numbers", test_numbers);
  g_test_add_func ("/units/many-numbers", test_many_numbers);
  g_test_add_func ("/units/many-decimals", test_many_decimals);
  g_test_add_func ("/units/number-refusals", test_number_refusals);
  g_test_add_func ("/units/ints", test_ints);
  g_test_add_func ("/units/money", test_money);
  g_test_add_func ("/units/dates", test_dates);
  for (guint i = 0; i < 7; i++) {
    g_autofree char *path = g_strdup_printf ("/units/local/%u", i);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_local);
  }
  g_test_add_func ("/units/durations", test_durations);
  return g_test_run ();
}
