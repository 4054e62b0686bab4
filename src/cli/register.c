/* register.c - tline register: what a chart records, as a table, CSV or JSON. */
#include "analysis/register.h"
#include "cli/files.h"
#include "cli/json.h"
#include "cli/options.h"
#include "cli/verb.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "exchange/csv-write.h"
#include "model/units.h"

#define WIDEST 44u   /* columns of a terminal that one text may take in a table */

typedef enum { FORMAT_TABLE, FORMAT_CSV, FORMAT_JSON } Format;

static const char *const format_words[] = { "table", "csv", "json", NULL };

typedef struct {
  /* Owned */
  GStrv paths;
  char *of;
  char *format_text;
  char *today_text;

  TlRegisterKind kind;
  Format         format;
  TlDate         today;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->paths);
  g_free (options->of);
  g_free (options->format_text);
  g_free (options->today_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Table: the main columns, cut to fit and made even. */

static guint
width_of (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* One line, at most so wide.  @width: (out): how wide it is. */
static char *
fit (const char *text,
     guint      *width)
{
  GString *fitted = g_string_new (NULL);
  gsize last = 0;

  *width = 0;
  for (const char *s = text; *s != '\0'; s = g_utf8_next_char (s)) {
    gunichar c = *s == '\n' || *s == '\t' ? ' ' : g_utf8_get_char (s);

    if (*width + width_of (c) > WIDEST) {
      g_string_truncate (fitted, last);
      g_string_append (fitted, "…");
      *width = (guint) g_utf8_strlen (fitted->str, -1);
      break;
    }
    last = fitted->len;
    g_string_append_unichar (fitted, c);
    *width += width_of (c);
  }
  return g_string_free (fitted, FALSE);
}

typedef struct {
  char   **texts;    /* owned: of the column, the heading first */
  guint   *widths;
  guint    widest;
  gboolean is_number;
} Strip;

static Strip
make_strip (const TlRegister *reg,
            guint             column)
{
  Strip strip = {
    .texts = g_new0 (char *, reg->n_rows + 2), .widths = g_new0 (guint, reg->n_rows + 1),
    .is_number = TRUE,
  };

  strip.texts[0] = fit (tl_column_label (&reg->columns[column]), &strip.widths[0]);
  strip.widest = strip.widths[0];
  for (guint i = 0; i < reg->n_rows; i++) {
    g_auto (TlEntry) entry = tl_register_entry (reg, i, column);
    g_autofree char *text = tl_entry_text (reg->figures->chart, &entry);

    strip.texts[i + 1] = fit (text, &strip.widths[i + 1]);
    strip.widest = MAX (strip.widest, strip.widths[i + 1]);
    strip.is_number = strip.is_number && entry.type != TL_ENTRY_TEXT &&
                      entry.type != TL_ENTRY_YES_NO;
  }
  return strip;
}

static void
add_strip (GString     *line,
           const Strip *strip,
           guint        row)
{
  int blanks = (int) (strip->widest - strip->widths[row]);

  if (line->len > 0)
    g_string_append (line, "  ");
  if (strip->is_number)
    g_string_append_printf (line, "%*s%s", blanks, "", strip->texts[row]);
  else
    g_string_append_printf (line, "%s%*s", strip->texts[row], blanks, "");
}

static void
print_table (const TlRegister *reg)
{
  g_autoptr (GArray) strips = g_array_new (FALSE, FALSE, sizeof (Strip));

  for (guint i = 0; i < reg->n_columns; i++) {
    if (reg->columns[i].is_main) {
      Strip strip = make_strip (reg, i);

      g_array_append_val (strips, strip);
    }
  }
  for (guint row = 0; row <= reg->n_rows; row++) {
    g_autoptr (GString) line = g_string_new (NULL);

    for (guint i = 0; i < strips->len; i++)
      add_strip (line, &g_array_index (strips, Strip, i), row);
    puts (g_strchomp (line->str));
  }
  for (guint i = 0; i < strips->len; i++) {
    g_strfreev (g_array_index (strips, Strip, i).texts);
    g_free (g_array_index (strips, Strip, i).widths);
  }
}

/* CSV and JSON: all columns, by key. */

static void
print_csv (const TlRegister *reg)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  for (guint i = 0; i < reg->n_columns; i++)
    tl_csv_add (csv, reg->columns[i].key, i == 0, TRUE);
  tl_csv_end_line (csv);
  for (guint row = 0; row < reg->n_rows; row++) {
    for (guint i = 0; i < reg->n_columns; i++) {
      g_auto (TlEntry) entry = tl_register_entry (reg, row, i);
      g_autofree char *text = tl_entry_write (reg->figures->chart, &entry);

      tl_csv_add (csv, text, i == 0, entry.type == TL_ENTRY_TEXT);
    }
    tl_csv_end_line (csv);
  }
  fputs (csv->str, stdout);
}

static void
add_entry (JsonBuilder   *json,
           const TlChart *chart,
           const char    *key,
           const TlEntry *entry)
{
  g_autofree char *text = tl_entry_write (chart, entry);
  int whole;

  switch (entry->type) {
  case TL_ENTRY_NONE:
    tl_json_text (json, key, NULL);
    break;
  case TL_ENTRY_TEXT:
  case TL_ENTRY_DATE:
    tl_json_text (json, key, text);
    break;
  case TL_ENTRY_YES_NO:
    tl_json_bool (json, key, entry->number != 0);
    break;
  case TL_ENTRY_NUMBER:
  case TL_ENTRY_SECONDS:
  case TL_ENTRY_MONEY:
  case TL_ENTRY_SHARE:
  case TL_ENTRY_MEASURE:
  default:
    if (tl_int_parse (text, &whole))
      tl_json_int (json, key, whole);
    else
      tl_json_number (json, key, g_ascii_strtod (text, NULL));
  }
}

static void
print_json (const TlRegister *reg)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint row = 0; row < reg->n_rows; row++) {
    json_builder_begin_object (json);
    for (guint i = 0; i < reg->n_columns; i++) {
      g_auto (TlEntry) entry = tl_register_entry (reg, row, i);

      add_entry (json, reg->figures->chart, reg->columns[i].key, &entry);
    }
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  tl_json_print (json);
}

/* Returns what is wrong with the options, or NULL. */
static const char *
understand (Options *options)
{
  guint format = 0;

  if (options->of == NULL || !tl_register_parse (options->of, &options->kind))
    return _("say with --of what: failures, recoveries, gaps, items or standards");
  while (options->format_text != NULL && format_words[format] != NULL &&
         !g_str_equal (format_words[format], options->format_text))
    format++;
  if (format_words[format] == NULL)
    return _("--format is table, csv or json");
  if (options->paths == NULL || g_strv_length (options->paths) != 1)
    return _("name one file");
  options->format = format;
  return NULL;
}

TlExit
tl_verb_register (const TlVerb       *verb,
                  const char * const *arguments)
{
  static void (*const print[]) (const TlRegister *reg) = {
    [FORMAT_TABLE] = print_table, [FORMAT_CSV] = print_csv, [FORMAT_JSON] = print_json,
  };
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "of", 0, 0, G_OPTION_ARG_STRING, &options.of,
      N_("failures, recoveries, gaps, items or standards"), N_("WHAT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format_text, N_("table, csv or json"),
      N_("FORMAT") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options.today_text,
      N_("The day to judge dates by; the current day if not given"), N_("YYYY-MM-DD") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (TlChart) chart = NULL;
  g_autoptr (TlFigures) figures = NULL;
  g_autoptr (TlRegister) reg = NULL;
  const char *wrong;
  TlExit status;

  if (!tl_options_parse (verb, entries, arguments, &status))
    return status;
  wrong = understand (&options);
  if (wrong != NULL)
    return tl_options_misused (verb, wrong);
  if (!tl_options_today (verb, options.today_text, &options.today, &status))
    return status;
  chart = tl_file_read_chart (options.paths[0], NULL, NULL);
  if (chart == NULL)
    return TL_EXIT_BAD_INPUT;
  figures = tl_figures_new (chart, options.today);
  reg = tl_register_new (figures, options.kind);
  print[options.format] (reg);
  return TL_EXIT_FINE;
}
