/* csv-write.c - comma-separated values. */
#include "exchange/csv-write.h"

#include <string.h>

/* What a spreadsheet may take for the beginning of a formula: the characters that OWASP
 * lists, and their wide forms, which East Asian settings take for the same. */
static gboolean
begins_like_formula (const char *text)
{
  gunichar first = g_utf8_get_char_validated (text, -1);

  switch (first) {
  case '=':
  case '+':
  case '-':
  case '@':
  case '\t':
  case '\r':
  case '\n':
  case 0xff1d:
  case 0xff0b:
  case 0xff0d:
  case 0xff20:
    return TRUE;
  default:
    return FALSE;
  }
}

/* A formula after blanks is one, too, for programs that drop the blanks. */
static gboolean
is_dangerous (const char *text)
{
  while (*text == ' ')
    text++;
  return *text != '\0' && begins_like_formula (text);
}

void
tl_csv_add (GString    *csv,
            const char *value,
            gboolean    is_first,
            gboolean    is_text)
{
  gboolean defused = is_text && is_dangerous (value);

  if (!is_first)
    g_string_append_c (csv, ',');
  /* A space at either end is kept by the standard, but not by all who read it. */
  if (strpbrk (value, "\",\r\n") == NULL && value[0] != ' ' && !g_str_has_suffix (value, " ")) {
    g_string_append (csv, defused ? "'" : "");
    g_string_append (csv, value);
    return;
  }
  g_string_append (csv, defused ? "\"'" : "\"");
  for (; *value != '\0'; value++) {
    if (*value == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *value);
  }
  g_string_append_c (csv, '"');
}

void
tl_csv_end_line (GString *csv)
{
  g_string_append (csv, "\r\n");
}
