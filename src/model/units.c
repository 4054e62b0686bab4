/* units.c - numbers, money, dates and durations as text, and back. */
#include "model/units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_DIGITS 30u   /* after the point: finer than anything a chart counts */
#define MOST_EXACT  15u   /* digits of a whole number that a double holds exactly */

/* Nearly every number of a chart has few digits, and those need no library.  A
 * quotient of two whole numbers is rounded as its decimal would be when read, so
 * what comes back equal is exact. */
static gboolean
write_short (double value,
             char  *buffer)
{
  char digits[TL_UNITS_SIZE];
  gint64 millionths;
  guint64 rest;
  guint at = sizeof digits, n = 0;

  if (!(value > -1e9 && value < 1e9))
    return FALSE;
  millionths = (gint64) (value * 1e6 + (value < 0 ? -0.5 : 0.5));
  if ((double) millionths / 1e6 != value)
    return FALSE;

  rest = (guint64) ABS (millionths);
  digits[--at] = '\0';
  for (; n < 6 && rest % 10 == 0; n++)
    rest /= 10;
  for (; n < 6; n++, rest /= 10) {
    digits[--at] = (char) ('0' + rest % 10);
    if (n == 5)
      digits[--at] = '.';
  }
  do {
    digits[--at] = (char) ('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (millionths < 0)
    digits[--at] = '-';
  memcpy (buffer, digits + at, sizeof digits - at);
  return TRUE;
}

/* The shortest of the usual precisions that reads back as the same number.  An
 * exponent would not be a decimal of XML Schema, hence the second way out. */
const char *
tl_number_write (double value,
                 char  *buffer)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  if (write_short (value, buffer))
    return buffer;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_ascii_formatd (buffer, TL_UNITS_SIZE, formats[i], value);
    if (g_ascii_strtod (buffer, NULL) == value)
      break;
  }
  for (guint digits = 0; strpbrk (buffer, "eE") != NULL && digits <= MOST_DIGITS; digits++) {
    char format[8];

    g_snprintf (format, sizeof format, "%%.%uf", digits);
    g_ascii_formatd (buffer, TL_UNITS_SIZE, format, value);
    if (g_ascii_strtod (buffer, NULL) != value && digits < MOST_DIGITS)
      g_strlcpy (buffer, "e", TL_UNITS_SIZE);
  }
  if (strcmp (buffer, "-0") == 0)
    memmove (buffer, buffer + 1, 2);
  return buffer;
}

static gint64
power_of_ten (guint digits)
{
  gint64 power = 1;

  while (digits-- > 0)
    power *= 10;
  return power;
}

const char *
tl_money_write (TlMoney value,
                guint   digits,
                char   *buffer)
{
  gint64 unit = power_of_ten (digits);
  guint64 size = value < 0 ? - (guint64) value : (guint64) value;
  const char *sign = value < 0 ? "-" : "";

  if (digits == 0)
    g_snprintf (buffer, TL_UNITS_SIZE, "%s%" G_GUINT64_FORMAT, sign, size);
  else
    g_snprintf (buffer, TL_UNITS_SIZE, "%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign,
                size / (guint64) unit, (int) digits, size % (guint64) unit);
  return buffer;
}

const char *
tl_date_write (TlDate date,
               char  *buffer)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  g_snprintf (buffer, TL_UNITS_SIZE, "%04d-%02d-%02d", (int) g_date_get_year (&day),
              (int) g_date_get_month (&day), (int) g_date_get_day (&day));
  return buffer;
}

gboolean
tl_int_parse (const char *text,
              int        *value)
{
  gint64 number = 0;
  const char *s = *text == '-' || *text == '+' ? text + 1 : text;

  if (*s == '\0')
    return FALSE;
  for (const char *c = s; *c != '\0'; c++) {
    if (!g_ascii_isdigit (*c))
      return FALSE;
    number = number * 10 + (*c - '0');
    if (number > G_MAXINT)
      return FALSE;
  }
  *value = (int) (*text == '-' ? -number : number);
  return TRUE;
}

/* Whether @text is digits with at most one point, a sign before it; counts the
 * digits after the point. */
static gboolean
is_decimal (const char *text,
            guint      *n_after)
{
  guint n_before = 0;

  *n_after = 0;
  if (*text == '-' || *text == '+')
    text++;
  for (; g_ascii_isdigit (*text); text++)
    n_before++;
  if (*text == '.') {
    for (text++; g_ascii_isdigit (*text); text++)
      (*n_after)++;
  }
  return *text == '\0' && n_before + *n_after > 0;
}

gboolean
tl_number_parse (const char *text,
                 double     *value)
{
  guint n_after;
  double number;

  if (!is_decimal (text, &n_after))
    return FALSE;

  if (strlen (text) > MOST_EXACT) {
    number = g_ascii_strtod (text, NULL);
    if (!isfinite (number))
      return FALSE;
    *value = number;
    return TRUE;
  }
  /* Both are whole and held exactly, so the quotient is what strtod() would say. */
  number = 0;
  for (const char *c = text; *c != '\0'; c++) {
    if (g_ascii_isdigit (*c))
      number = number * 10 + (*c - '0');
  }
  number /= (double) power_of_ten (n_after);
  *value = *text == '-' ? -number : number;
  return TRUE;
}

gboolean
tl_money_parse (const char *text,
                guint       digits,
                TlMoney    *value)
{
  guint n_after;
  guint64 size = 0;
  gboolean negative = *text == '-';

  if (!is_decimal (text, &n_after) || n_after > digits)
    return FALSE;

  for (const char *c = text; *c != '\0'; c++) {
    if (g_ascii_isdigit (*c) &&
        (!g_uint64_checked_mul (&size, size, 10) ||
         !g_uint64_checked_add (&size, size, (guint64) (*c - '0'))))
      return FALSE;
  }
  if (!g_uint64_checked_mul (&size, size, (guint64) power_of_ten (digits - n_after)) ||
      size > G_MAXINT64)
    return FALSE;
  *value = negative ? - (gint64) size : (gint64) size;
  return TRUE;
}

gboolean
tl_date_parse (const char *text,
               TlDate     *date)
{
  static const char shape[] = "dddd-dd-dd";
  int year, month, day;
  GDate value;

  for (guint i = 0; i < sizeof shape - 1; i++) {
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != '-')
      return FALSE;
  }
  if (text[sizeof shape - 1] != '\0')
    return FALSE;

  year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  month = (text[5] - '0') * 10 + (text[6] - '0');
  day = (text[8] - '0') * 10 + (text[9] - '0');
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&value, 1);
  g_date_set_dmy (&value, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *date = g_date_get_julian (&value);
  return TRUE;
}

guint
tl_currency_digits (const char *currency)
{
  static const char none[] = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
  static const char three[] = "BHD IQD JOD KWD LYD OMR TND";

  if (currency == NULL || strlen (currency) != 3)
    return 2;
  if (strstr (none, currency) != NULL)
    return 0;
  return strstr (three, currency) != NULL ? 3 : 2;
}

char *
tl_duration_text (int seconds)
{
  int minutes = seconds < 600 ? seconds / 60 : (seconds + 30) / 60;
  int hours = minutes / 60;
  int days = hours / 24;

  if (seconds < 60)
    /* Translators: a duration in seconds. */
    return g_strdup_printf (_("%d s"), seconds);
  if (minutes < 10 && seconds % 60 != 0)
    /* Translators: a duration in minutes and seconds. */
    return g_strdup_printf (_("%d min %d s"), minutes, seconds % 60);
  if (minutes < 60)
    /* Translators: a duration in minutes. */
    return g_strdup_printf (_("%d min"), minutes);
  if (hours < 24 && minutes % 60 != 0)
    /* Translators: a duration in hours and minutes. */
    return g_strdup_printf (_("%d h %d min"), hours, minutes % 60);
  if (hours < 24)
    /* Translators: a duration in hours. */
    return g_strdup_printf (_("%d h"), hours);
  if (hours % 24 != 0)
    /* Translators: a duration in days and hours. */
    return g_strdup_printf (_("%d d %d h"), days, hours % 24);
  /* Translators: a duration in days. */
  return g_strdup_printf (_("%d d"), days);
}

/* Units of time with the words people write for them; the first is ours. */
static const struct {
  const char *words[5];
  int         seconds;
} time_units[] = {
  { { N_("d"), "day", "days" }, 86400 },
  { { N_("h"), "hour", "hours", "hr" }, 3600 },
  { { N_("min"), "m", "minute", "minutes", "mins" }, 60 },
  { { N_("s"), "sec", "second", "seconds" }, 1 },
};

char *
tl_duration_exact (int seconds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (time_units); i++) {
    int n = seconds / time_units[i].seconds;

    seconds %= time_units[i].seconds;
    if (n == 0)
      continue;
    if (text->len > 0)
      g_string_append_c (text, ' ');
    g_string_append_printf (text, "%d %s", n, _(time_units[i].words[0]));
  }
  if (text->len == 0)
    g_string_append_c (text, '0');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_word (const char *word,
         const char *text,
         gsize       length)
{
  g_autofree char *given = g_utf8_casefold (text, (gssize) length);
  g_autofree char *wanted = g_utf8_casefold (word, -1);

  return strcmp (given, wanted) == 0;
}

/* 0 when it is no unit of time. */
static int
seconds_of_unit (const char *text,
                 gsize       length)
{
  if (length > 1 && text[length - 1] == '.')
    length--;
  for (guint i = 0; i < G_N_ELEMENTS (time_units); i++) {
    if (is_word (_(time_units[i].words[0]), text, length))
      return time_units[i].seconds;
    for (guint k = 0; k < G_N_ELEMENTS (time_units[i].words); k++) {
      if (time_units[i].words[k] != NULL && is_word (time_units[i].words[k], text, length))
        return time_units[i].seconds;
    }
  }
  return 0;
}

/* As on a stopwatch: "1:30" is a minute and a half, "1:30:00" an hour and a half. */
static gboolean
parse_clock (const char *text,
             double     *seconds)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  guint n = g_strv_length (parts);

  if (n < 2 || n > 3)
    return FALSE;
  *seconds = 0;
  for (guint i = 0; i < n; i++) {
    gsize digits = strspn (parts[i], "0123456789");
    int value;

    if (digits == 0 || parts[i][digits] != '\0' || !tl_int_parse (parts[i], &value) ||
        (i > 0 && (digits != 2 || value > 59)))
      return FALSE;
    *seconds = *seconds * 60 + value;
  }
  return TRUE;
}

gboolean
tl_duration_parse (const char *text,
                   int        *seconds)
{
  g_autofree char *copy = tl_with_point (text);
  gboolean clock = strchr (copy, ':') != NULL;
  const char *at = copy;
  double total = 0;

  if (tl_int_parse (copy, seconds))
    return TRUE;
  while (!clock && *at != '\0') {
    gsize digits = strspn (at, "0123456789.");
    g_autofree char *number = g_strndup (at, digits);
    gsize letters;
    double amount;
    int unit;

    at += digits;
    at += strspn (at, " ");
    letters = strcspn (at, " 0123456789");
    unit = seconds_of_unit (at, letters);
    if (!tl_number_parse (number, &amount) || unit == 0)
      return FALSE;
    total += amount * unit;
    at += letters;
    at += strspn (at, " ");
  }
  if (*copy == '\0' || (clock && !parse_clock (copy, &total)) || total > G_MAXINT)
    return FALSE;
  *seconds = (int) (total + 0.5);
  return TRUE;
}
