/* units-local.c - numbers, money and dates the way the locale writes them.
 *
 * What is written here is read back here, whatever the locale says: patterns that hold
 * more than numbers (names of months, eras) are not used, and a day is then written as in
 * the file.
 */
#include "model/units.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#define THIS_CENTURY 2000

/* Decimal marks. */

static const char *
with_mark (char *buffer)
{
  const char *mark = localeconv ()->decimal_point;
  char *point = strchr (buffer, '.');
  gsize n = strlen (mark);

  if (point == NULL || n == 0 || strlen (buffer) + n > TL_UNITS_SIZE)
    return buffer;
  memmove (point + n, point + 1, strlen (point + 1) + 1);
  memcpy (point, mark, n);
  return buffer;
}

const char *
tl_number_text (double value,
                char  *buffer)
{
  tl_number_write (value, buffer);
  return with_mark (buffer);
}

const char *
tl_money_text (TlMoney value,
               guint   digits,
               char   *buffer)
{
  tl_money_write (value, digits, buffer);
  return with_mark (buffer);
}

char *
tl_with_point (const char *text)
{
  char *copy = g_strstrip (g_strdup (text));
  const char *marks[] = { localeconv ()->decimal_point, "," };

  for (guint i = 0; i < G_N_ELEMENTS (marks) && strchr (copy, '.') == NULL; i++) {
    gsize n = strlen (marks[i]);
    char *mark = n > 0 ? strstr (copy, marks[i]) : NULL;

    if (mark == NULL)
      continue;
    *mark = '.';
    memmove (mark + 1, mark + n, strlen (mark + n) + 1);
  }
  return copy;
}

/* Days. */

/* The parts of a day in the order they are written in, 'd', 'm' and 'Y', and what stands
 * before each and after the last. */
typedef struct {
  char  parts[3];
  guint widths[3];        /* digits, filled up with zeros */
  char  between[4][8];    /* UTF-8 */
} Pattern;

static const Pattern iso = { { 'Y', 'm', 'd' }, { 4, 2, 2 }, { "", "-", "-", "" } };

/* The conversion after a '%' at *@at, which is left behind it; 0: there is none. */
static char
next_part (const char **at,
           guint       *width)
{
  char letter;

  *width = 2;
  for (; **at != '\0' && strchr ("-_0EO", **at) != NULL; (*at)++) {
    if (**at == '-' || **at == '_')
      *width = 1;
  }
  letter = **at;
  if (letter != '\0')
    (*at)++;
  if (letter == 'e')
    *width = 1;
  if (letter == 'y' || letter == 'Y')
    *width = 4;
  return letter == 'e' ? 'd' : letter == 'y' ? 'Y' : letter;
}

static gboolean
parse_pattern (const char *format,
               Pattern    *pattern)
{
  guint n = 0;

  memset (pattern, 0, sizeof *pattern);
  for (const char *at = format; *at != '\0';) {
    if (*at == '%') {
      guint width;
      char part;

      at++;
      part = next_part (&at, &width);
      if (n == 3 || part == '\0' || strchr ("dmY", part) == NULL ||
          memchr (pattern->parts, part, n) != NULL)
        return FALSE;
      pattern->parts[n] = part;
      pattern->widths[n++] = width;
    } else {
      const char *end = g_utf8_next_char (at);
      gsize had = strlen (pattern->between[n]);

      if (had + (gsize) (end - at) >= sizeof pattern->between[n] || g_ascii_isalnum (*at))
        return FALSE;
      memcpy (pattern->between[n] + had, at, (gsize) (end - at));
      at = end;
    }
  }
  return n == 3;
}

static Pattern
get_pattern (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *format = nl_langinfo (D_FMT);
  Pattern pattern;

  /* What C says is the way of one country, and not of those who set no locale. */
  if (locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0 ||
      g_str_has_prefix (locale, "C.") || !g_utf8_validate (format, -1, NULL))
    return iso;
  if (strcmp (format, "%D") == 0)
    format = "%m/%d/%Y";
  return parse_pattern (format, &pattern) ? pattern : iso;
}

const char *
tl_date_text (TlDate date,
              char  *buffer)
{
  const Pattern pattern = get_pattern ();
  gsize n = 0;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  for (guint i = 0; i < G_N_ELEMENTS (pattern.parts); i++) {
    int value = pattern.parts[i] == 'd'   ? (int) g_date_get_day (&day)
                : pattern.parts[i] == 'm' ? (int) g_date_get_month (&day)
                                          : (int) g_date_get_year (&day);

    n += (gsize) g_snprintf (buffer + n, TL_UNITS_SIZE - n, "%s%0*d", pattern.between[i],
                             (int) pattern.widths[i], value);
  }
  g_strlcpy (buffer + n, pattern.between[3], TL_UNITS_SIZE - n);
  return buffer;
}

/* Three numbers with signs between them. */
static gboolean
find_numbers (const char *text,
              int         numbers[3],
              gsize       digits[3])
{
  guint n = 0;

  while (*text != '\0') {
    gsize length = strspn (text, "0123456789");

    if (length == 0) {
      if (g_ascii_isalpha (*text))
        return FALSE;
      text = g_utf8_next_char (text);
      continue;
    }
    if (n == 3 || length > 4)
      return FALSE;
    numbers[n] = (int) g_ascii_strtoll (text, NULL, 10);
    digits[n++] = length;
    text += length;
  }
  return n == 3;
}

gboolean
tl_date_read (const char *text,
              TlDate     *date)
{
  Pattern pattern;
  int numbers[3];
  gsize digits[3];
  int day = 0, month = 0, year = 0;
  GDate value;

  if (tl_date_parse (text, date))
    return TRUE;
  if (!find_numbers (text, numbers, digits))
    return FALSE;
  /* A year of four digits in front is read as in the file, whatever its signs. */
  pattern = digits[0] == 4 ? iso : get_pattern ();
  for (guint i = 0; i < G_N_ELEMENTS (pattern.parts); i++) {
    if (pattern.parts[i] == 'd')
      day = numbers[i];
    else if (pattern.parts[i] == 'm')
      month = numbers[i];
    else
      year = digits[i] == 2 ? THIS_CENTURY + numbers[i] : digits[i] == 4 ? numbers[i] : 0;
  }
  if (day > 31 || month > 12 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (&value, 1);
  g_date_set_dmy (&value, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *date = g_date_get_julian (&value);
  return TRUE;
}
