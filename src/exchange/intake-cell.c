/* intake-cell.c - what people write into the cells of a table. */
#include "exchange/intake-cell.h"

#include <string.h>

#include "exchange/words.h"
#include "model/units.h"

/* Words. */

char *
tl_cell_plain (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_new (NULL);

  for (const char *at = apart != NULL ? apart : ""; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (g_unichar_ismark (c))
      continue;
    if (g_unichar_isalnum (c))
      g_string_append_unichar (plain, c);
    else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
      g_string_append_c (plain, ' ');
  }
  if (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

static gboolean
is_one_of (const char *word,
           const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, "|", -1);

  return *word != '\0' && g_strv_contains ((const char * const *) all, word);
}

gboolean
tl_cell_yes_no (const char *text,
                gboolean   *yes)
{
  static const char yes_words[] =
    "1|y|yes|true|met|ok|pass|passed|x|done|ja|j|wahr|erfullt|eingehalten|bestanden|oui|o|vrai|"
    "atteint|respecte|reussi|si|s|verdadero|cumplido|cumple|\xe2\x9c\x93|\xe2\x9c\x94";
  static const char no_words[] =
    "0|n|no|false|not met|missed|fail|failed|not done|nein|falsch|nicht erfullt|"
    "nicht eingehalten|verfehlt|non|faux|non atteint|manque|falso|no cumplido|no cumple";
  g_autofree char *word = NULL;

  if (strlen (text) > 40)
    return FALSE;
  if (g_str_equal (text, "\xe2\x9c\x93") || g_str_equal (text, "\xe2\x9c\x94")) {   /* ticks */
    *yes = TRUE;
    return TRUE;
  }
  word = tl_cell_plain (text);
  if (!is_one_of (word, yes_words) && !is_one_of (word, no_words))
    return FALSE;
  *yes = is_one_of (word, yes_words);
  return TRUE;
}

int
tl_cell_point (const char *text)
{
  static const char * const points[] = {
    "very dissatisfied|very unsatisfied|extremely dissatisfied|strongly disagree|very poor|"
    "terrible|very bad|very difficult|sehr unzufrieden|stimme gar nicht zu|sehr schlecht|"
    "tres insatisfait|tres mecontent|pas du tout d accord|tres mauvais|muy insatisfecho|"
    "muy insatisfecha|totalmente en desacuerdo|muy malo|muy mala",
    "dissatisfied|unsatisfied|somewhat dissatisfied|disagree|poor|bad|difficult|unzufrieden|"
    "eher unzufrieden|stimme nicht zu|stimme eher nicht zu|schlecht|insatisfait|mecontent|"
    "pas d accord|plutot pas d accord|mauvais|insatisfecho|insatisfecha|en desacuerdo|malo|mala",
    "neutral|neither|neither satisfied nor dissatisfied|neither agree nor disagree|fair|average|"
    "ok|okay|teils teils|weder noch|mittel|neutre|moyen|ni d accord ni pas d accord|"
    "ni satisfecho ni insatisfecho|ni de acuerdo ni en desacuerdo|regular",
    "satisfied|somewhat satisfied|agree|good|easy|zufrieden|eher zufrieden|stimme zu|"
    "stimme eher zu|gut|satisfait|content|d accord|plutot d accord|bon|satisfecho|satisfecha|"
    "de acuerdo|bueno|buena",
    "very satisfied|extremely satisfied|strongly agree|very good|excellent|very easy|"
    "sehr zufrieden|stimme voll zu|stimme voll und ganz zu|sehr gut|ausgezeichnet|tres satisfait|"
    "tres content|tout a fait d accord|tres bon|muy satisfecho|muy satisfecha|"
    "totalmente de acuerdo|muy bueno|muy buena|excelente",
  };
  g_autofree char *word = NULL;

  if (strlen (text) > 80)
    return 0;
  word = tl_cell_plain (text);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++) {
    if (is_one_of (word, points[i]))
      return (int) i + 1;
  }
  return 0;
}

/* Numbers. */

/* A space of whatever width, or an apostrophe, that may part thousands. */
static gboolean
parts_thousands (gunichar c)
{
  return c == ' ' || c == 0xa0 || c == 0x202f || c == 0x2009 || c == '\'' || c == 0x2019;
}

/* The cell with only digits, points, commas and a sign, whole in @digits (of @size);
 * FALSE when there is anything else. */
static gboolean
squeeze (const char *text,
         char       *digits,
         gsize       size)
{
  gsize n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (parts_thousands (c) && n > 0)
      continue;
    if (c == 0x2212)   /* the minus sign of typesetters */
      c = '-';
    if (c >= 0x80 || (!g_ascii_isdigit (c) && strchr (".,+-", (char) c) == NULL) || n + 1 >= size)
      return FALSE;
    digits[n++] = (char) c;
  }
  digits[n] = '\0';
  return n > 0;
}

char
tl_cell_decimal_hint (const char *text)
{
  const char *point = strrchr (text, '.');
  const char *comma = strrchr (text, ',');
  const char *last = point > comma ? point : comma;
  gsize n_after;

  if (last == NULL)
    return '\0';
  n_after = strspn (last + 1, "0123456789");
  if (n_after == 0 || strpbrk (last + 1, ".,/:-") != NULL)
    return '\0';
  if (point != NULL && comma != NULL)
    return *last;
  if (strchr (text, *last) != last)   /* twice: it parts thousands, so the other does not */
    return n_after == 3 ? (*last == '.' ? ',' : '.') : '\0';
  /* With three digits after it, it may part thousands, but not after a lone 0. */
  if (n_after != 3 || (last == text + 1 && text[0] == '0'))
    return last > text && g_ascii_isdigit (last[-1]) ? *last : '\0';
  return '\0';
}

/* Thousands are parted every three digits; else it is something else. */
static gboolean
drop_thousands (char *digits,
                char  mark,
                char  decimal)
{
  char *end = strchr (digits, decimal);
  char *first = strchr (digits, mark);
  char *out = first;

  if (first == NULL)
    return TRUE;
  if (end == NULL)
    end = digits + strlen (digits);
  if (first == digits || first > end || (end - first) % 4 != 0)
    return FALSE;
  for (char *at = first; at < end; at++) {
    if (((at - first) % 4 == 0) != (*at == mark))
      return FALSE;
    if (*at != mark)
      *out++ = *at;
  }
  memmove (out, end, strlen (end) + 1);
  return strchr (out, mark) == NULL;
}

gboolean
tl_cell_number (const char *text,
                char        decimal,
                double     *value)
{
  char digits[64];
  char *at = digits;
  char *comma;

  if (!squeeze (text, digits, sizeof digits))
    return FALSE;
  if (*at == '+')
    at++;
  if (!drop_thousands (at, decimal == ',' ? '.' : ',', decimal))
    return FALSE;
  comma = strchr (at, ',');
  if (comma != NULL)
    *comma = '.';
  return tl_number_parse (at, value);
}

gboolean
tl_cell_percent (const char *text,
                 char        decimal,
                 double     *value)
{
  g_autofree char *bare = g_strdup (text);
  gsize length = strlen (bare);

  if (length > 0 && bare[length - 1] == '%') {
    bare[length - 1] = '\0';
    g_strchomp (bare);
    if (g_str_has_suffix (bare, "\xc2\xa0"))
      bare[strlen (bare) - 2] = '\0';
    if (g_str_has_suffix (bare, "\xe2\x80\xaf"))
      bare[strlen (bare) - 3] = '\0';
  }
  return tl_cell_number (bare, decimal, value);
}

gboolean
tl_cell_money (const char *text,
               char        decimal,
               double     *value)
{
  g_autoptr (GString) bare = g_string_new (NULL);
  guint n_letters = 0, n_runs = 0;
  gboolean in_run = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);
    gboolean is_mark = g_unichar_isalpha (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;

    n_letters += is_mark;
    n_runs += is_mark && !in_run;
    in_run = is_mark;
    if (!is_mark)
      g_string_append_unichar (bare, c);
  }
  return n_letters <= 4 && n_runs <= 1 && tl_cell_number (g_strstrip (bare->str), decimal, value);
}

/* Times. */

/* 1:30 under a heading that says hours is an hour and a half. */
static gboolean
parse_hours (const char *text,
             double     *seconds)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  int hours, minutes;

  if (g_strv_length (parts) != 2 || !tl_int_parse (parts[0], &hours) ||
      !tl_int_parse (parts[1], &minutes) || hours < 0 || minutes < 0 || minutes > 59)
    return FALSE;
  *seconds = hours * 3600.0 + minutes * 60.0;
  return TRUE;
}

/* "3 Tage": a number and a word of some language, and nothing else; -1 for anything else. */
static int
parse_words (const char *text)
{
  g_autofree char *copy = tl_with_point (text);
  gsize digits = strspn (copy, "0123456789.");
  const char *word = copy + digits + strspn (copy + digits, " ");

  return digits > 0 && strpbrk (word, " 0123456789.,:") == NULL ? tl_words_seconds (copy) : -1;
}

gboolean
tl_cell_duration (const char *text,
                  char        decimal,
                  double      unit,
                  double     *seconds)
{
  double number;
  int whole;

  if (tl_cell_number (text, decimal, &number)) {
    *seconds = number * unit;
    return TRUE;
  }
  if (unit >= 3600 && parse_hours (text, seconds))
    return TRUE;
  whole = text[0] == 'P' ? tl_words_iso_seconds (text) : -1;
  if (whole < 0 && !tl_duration_parse (text, &whole))
    whole = parse_words (text);
  if (whole < 0)
    return FALSE;
  *seconds = whole;
  return TRUE;
}

/* Days. */

/* Up to @most digits at *@at, which goes past them. */
static guint
take_digits (const char **at,
             guint        most,
             int         *value)
{
  guint n = 0;

  *value = 0;
  for (; n < most && g_ascii_isdigit (**at); n++, (*at)++)
    *value = *value * 10 + (**at - '0');
  return n;
}

typedef struct {
  int   parts[3];
  guint digits[3];
  char  mark;       /* between them */
  const char *rest;
} DayParts;

static gboolean
split_day (const char *text,
           DayParts   *day)
{
  const char *at = text;

  for (guint i = 0; i < 3; i++) {
    day->digits[i] = take_digits (&at, 4, &day->parts[i]);
    if (day->digits[i] == 0)
      return FALSE;
    if (i == 2)
      break;
    if (*at == '\0' || strchr (".-/", *at) == NULL || (i > 0 && *at != day->mark))
      return FALSE;
    day->mark = *at++;
    while (*at == ' ')   /* "22. 11. 2026" */
      at++;
  }
  if (g_ascii_isdigit (*at) || *at == day->mark)
    return FALSE;
  day->rest = at;
  if (day->digits[0] == 4)
    return day->digits[1] <= 2 && day->digits[2] <= 2;
  return day->digits[0] <= 2 && day->digits[1] <= 2 &&
         (day->digits[2] == 4 || day->digits[2] == 2);
}

/* A time of the day, or nothing; what follows is a zone, or nothing. */
static gboolean
parse_time (const char *at,
            int        *seconds)
{
  int hour, minute, second = 0, ignored;

  *seconds = 0;
  if (*at == '\0')
    return TRUE;
  at += *at == 'T' || *at == ',' ? 1 : 0;
  at += strspn (at, " ");
  if (take_digits (&at, 2, &hour) == 0 || *at != ':')
    return FALSE;
  at++;
  if (take_digits (&at, 2, &minute) != 2)
    return FALSE;
  if (*at == ':') {
    at++;
    if (take_digits (&at, 2, &second) != 2)
      return FALSE;
    if (*at == '.' || *at == ',') {
      at++;
      take_digits (&at, 9, &ignored);
    }
  }
  at += strspn (at, " ");
  if (g_ascii_strncasecmp (at, "pm", 2) == 0 || g_ascii_strncasecmp (at, "am", 2) == 0) {
    if (hour < 1 || hour > 12)
      return FALSE;
    hour = hour % 12 + (g_ascii_tolower (*at) == 'p' ? 12 : 0);
    at += 2;
  }
  at += strspn (at, " ");
  *seconds = hour * 3600 + minute * 60 + second;
  return hour <= 24 && minute <= 59 && second <= 60 &&
         strspn (at, "Z+-:0123456789UTCGMES") == strlen (at);
}

TlDayHint
tl_cell_day_hint (const char *text)
{
  DayParts day = { 0 };
  int seconds;

  if (!split_day (text, &day) || !parse_time (day.rest, &seconds))
    return TL_DAY_NONE;
  if (day.digits[0] == 4 || day.mark == '.')
    return TL_DAY_CLEAR;
  if (day.parts[0] > 12)
    return day.parts[1] <= 12 ? TL_DAY_DAY_FIRST : TL_DAY_NONE;
  if (day.parts[1] > 12)
    return TL_DAY_MONTH_FIRST;
  return day.parts[0] == day.parts[1] ? TL_DAY_CLEAR : TL_DAY_EITHER;
}

gboolean
tl_cell_day (const char *text,
             TlDayOrder  order,
             TlDate     *date,
             int        *seconds)
{
  DayParts parts = { 0 };
  int day, month, year, time;
  GDate value;

  if (!split_day (text, &parts) || !parse_time (parts.rest, &time))
    return FALSE;
  if (parts.digits[0] == 4) {
    year = parts.parts[0];
    month = parts.parts[1];
    day = parts.parts[2];
  } else {
    gboolean month_first = order == TL_DAYS_MONTH_FIRST && parts.mark != '.';

    day = parts.parts[month_first ? 1 : 0];
    month = parts.parts[month_first ? 0 : 1];
    year = parts.parts[2];
    if (parts.digits[2] == 2)   /* POSIX: 69 and later are of the century before */
      year += year < 69 ? 2000 : 1900;
  }
  if (year < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (&value, 1);
  g_date_set_dmy (&value, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *date = g_date_get_julian (&value);
  if (seconds != NULL)
    *seconds = time;
  return TRUE;
}
