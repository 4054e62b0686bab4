/* import-measurements.c - tline import-measurements: a table of measurements into a chart. */
#include "exchange/intake.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/files.h"
#include "cli/import-report.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "model/units.h"

/* Columns that people may name. */
static const TlIntakeRole named_roles[] = {
  TL_INTAKE_DATE, TL_INTAKE_VALUE, TL_INTAKE_SHARE, TL_INTAKE_N, TL_INTAKE_STANDARD,
  TL_INTAKE_SOURCE, TL_INTAKE_START, TL_INTAKE_END, TL_INTAKE_YES, TL_INTAKE_NO,
};

typedef struct {
  /* As typed */
  GStrv     paths;
  char     *columns[G_N_ELEMENTS (named_roles)];
  char     *standard, *source, *unit, *on, *rows, *per, *dates, *decimal;
  char     *delimiter, *encoding, *today, *out;
  gboolean  no_header, dry_run, as_json;

  /* What it means */
  TlCsvStyle     style;
  TlIntakeChoice choice;
  double         factor;    /* of bare numbers; 0 = guess */
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->paths);
  for (guint i = 0; i < G_N_ELEMENTS (named_roles); i++)
    g_free (options->columns[i]);
  g_free (options->standard);
  g_free (options->source);
  g_free (options->unit);
  g_free (options->on);
  g_free (options->rows);
  g_free (options->per);
  g_free (options->dates);
  g_free (options->decimal);
  g_free (options->delimiter);
  g_free (options->encoding);
  g_free (options->today);
  g_free (options->out);
  tl_intake_choice_clear (&options->choice);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Words. */

typedef struct {
  const char *word;
  int         value;
} Word;

static const Word row_words[] = {
  { "measurements", TL_INTAKE_ROWS_MEASUREMENTS }, { "cases", TL_INTAKE_ROWS_CASES }, { NULL, 0 },
};
static const Word period_words[] = {
  { "day", TL_INTAKE_PER_DAY }, { "week", TL_INTAKE_PER_WEEK }, { "month", TL_INTAKE_PER_MONTH },
  { "quarter", TL_INTAKE_PER_QUARTER }, { "year", TL_INTAKE_PER_YEAR },
  { "file", TL_INTAKE_PER_FILE }, { NULL, 0 },
};
static const Word date_words[] = {
  { "day-first", TL_DAYS_DAY_FIRST }, { "month-first", TL_DAYS_MONTH_FIRST }, { NULL, 0 },
};
static const Word decimal_words[] = { { "point", '.' }, { "comma", ',' }, { NULL, 0 } };
static const Word delimiter_words[] = {
  { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "bar", '|' }, { NULL, 0 },
};
static const Word encoding_words[] = {
  { "utf-8", TL_CSV_ENCODING_UTF_8 }, { "utf-16le", TL_CSV_ENCODING_UTF_16LE },
  { "utf-16be", TL_CSV_ENCODING_UTF_16BE }, { "windows-1252", TL_CSV_ENCODING_WINDOWS_1252 },
  { "latin-1", TL_CSV_ENCODING_LATIN_1 }, { NULL, 0 },
};
/* Seconds, or how many percent a bare 1 is. */
static const Word unit_words[] = {
  { "s", 1 }, { "min", 60 }, { "h", 3600 }, { "d", 86400 }, { "percent", 1 },
  { "fraction", 100 }, { NULL, 0 },
};

/* The value of what was typed after @option; says what it may be when it is none of @words. */
static gboolean
read_word (const TlVerb *verb,
           const char   *option,
           const char   *typed,
           const Word   *words,
           int          *value,
           TlExit       *status)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *message = NULL;

  if (typed == NULL)
    return TRUE;
  for (guint i = 0; words[i].word != NULL; i++) {
    if (g_str_equal (words[i].word, typed)) {
      *value = words[i].value;
      return TRUE;
    }
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", words[i].word);
  }
  /* Translators: an option, such as --rows, and the words it takes. */
  message = g_strdup_printf (_("%s must be one of: %s"), option, all->str);
  *status = tl_options_misused (verb, message);
  return FALSE;
}

static gboolean
read_day (const TlVerb *verb,
          const char   *typed,
          TlDate       *date,
          TlExit       *status)
{
  if (typed == NULL || tl_date_parse (typed, date))
    return TRUE;
  *status = tl_options_misused (verb, _("--on must be a day, written like 2026-11-22"));
  return FALSE;
}

static gboolean
read_source (const TlVerb *verb,
             Options      *options,
             TlExit       *status)
{
  const TlField *field = tl_class_find_field (tl_class_get (TL_RECORD_MEASUREMENT), "source");
  const TlEnumRow *row = options->source != NULL ? tl_enum_find_word (field->rows,
                                                                      options->source) : NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *message = NULL;

  if (options->source == NULL || row != NULL) {
    options->choice.source = row != NULL ? (TlMethod) row->value : TL_METHOD_NONE;
    return TRUE;
  }
  for (row = field->rows; row->word != NULL; row++)
    g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", row->word);
  message = g_strdup_printf (_("%s must be one of: %s"), "--source", all->str);
  *status = tl_options_misused (verb, message);
  return FALSE;
}

static gboolean
understand (const TlVerb *verb,
            Options      *options,
            TlExit       *status)
{
  int rows = 0, period = TL_INTAKE_PER_MONTH, days = 0, decimal = 0, delimiter = 0, encoding = 0;
  int unit = 0;

  if (options->paths == NULL || options->paths[1] == NULL || options->paths[2] != NULL) {
    *status = tl_options_misused (verb, _("name a chart and a table of measurements"));
    return FALSE;
  }
  if (!read_word (verb, "--rows", options->rows, row_words, &rows, status) ||
      !read_word (verb, "--per", options->per, period_words, &period, status) ||
      !read_word (verb, "--dates", options->dates, date_words, &days, status) ||
      !read_word (verb, "--decimal", options->decimal, decimal_words, &decimal, status) ||
      !read_word (verb, "--delimiter", options->delimiter, delimiter_words, &delimiter, status) ||
      !read_word (verb, "--encoding", options->encoding, encoding_words, &encoding, status) ||
      !read_word (verb, "--unit", options->unit, unit_words, &unit, status) ||
      !read_source (verb, options, status) ||
      !read_day (verb, options->on, &options->choice.date, status) ||
      !tl_options_today (verb, options->today, &options->choice.today, status))
    return FALSE;
  options->choice.rows = rows;
  options->choice.period = period;
  options->choice.days = days;
  options->choice.decimal = (char) decimal;
  options->choice.header = options->no_header ? TL_INTAKE_HEADER_NO : TL_INTAKE_HEADER_GUESS;
  options->factor = unit;
  options->style = (TlCsvStyle) { (TlCsvEncoding) encoding, (char) delimiter };
  return TRUE;
}

/* What people say of columns. */

/* By name, as it stands or however it is written, or by number from 1 on; -1 for none. */
static int
find_column (const TlCsv          *csv,
             const TlIntakeChoice *choice,
             const char           *typed)
{
  g_autofree char *wanted = tl_cell_plain (typed);
  int number;

  for (guint i = 0; i < choice->n_columns; i++) {
    g_autofree char *name = tl_intake_column_name (csv, choice, i);
    g_autofree char *plain = tl_cell_plain (name);

    if (g_str_equal (name, typed) || (*wanted != '\0' && g_str_equal (plain, wanted)))
      return (int) i;
  }
  return tl_int_parse (typed, &number) && number >= 1 && number <= (int) choice->n_columns
           ? number - 1 : -1;
}

/* A column named by hand makes those that were guessed for the same free. */
static void
free_role (TlIntakeChoice *choice,
           TlIntakeRole    role)
{
  gboolean is_value = role == TL_INTAKE_VALUE || role == TL_INTAKE_START || role == TL_INTAKE_YES;

  for (guint i = 0; i < choice->n_columns; i++) {
    TlIntakeRole other = choice->columns[i].role;

    if (other == role || (is_value && (other == TL_INTAKE_VALUE || other == TL_INTAKE_COUNT)))
      choice->columns[i].role = TL_INTAKE_LEAVE;
  }
}

static gboolean
name_columns (Options     *options,
              const TlCsv *csv)
{
  TlIntakeChoice *choice = &options->choice;

  for (guint i = 0; i < G_N_ELEMENTS (named_roles); i++) {
    if (options->columns[i] != NULL)
      free_role (choice, named_roles[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (named_roles); i++) {
    int column;

    if (options->columns[i] == NULL)
      continue;
    column = find_column (csv, choice, options->columns[i]);
    if (column < 0) {
      g_autofree char *name = tl_file_name (options->paths[1]);

      tl_say (_("%s has no column “%s”"), name, options->columns[i]);
      return FALSE;
    }
    choice->columns[column].role = named_roles[i];
    choice->columns[column].standard = TL_ID_NONE;
  }
  for (guint i = 0; options->factor != 0 && i < choice->n_columns; i++) {
    if (choice->columns[i].role == TL_INTAKE_VALUE || choice->columns[i].role == TL_INTAKE_SHARE)
      choice->columns[i].unit = options->factor;
  }
  return TRUE;
}

static gboolean
find_standard (Options       *options,
               const TlChart *chart)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *wanted = options->standard != NULL ? tl_cell_plain (options->standard) : NULL;

  if (wanted == NULL)
    return TRUE;
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, i);
    g_autofree char *name = tl_cell_plain (standard->name);

    if (g_str_equal (options->standard, standard->head.name) || g_str_equal (wanted, name)) {
      options->choice.standard = standard->head.id;
      return TRUE;
    }
    g_string_append_printf (all, "\n  %s  %s", standard->head.name, standard->name);
  }
  if (all->len > 0)
    tl_say (_("The chart has no standard “%s”.  It has:%s"), options->standard, all->str);
  else
    tl_say (_("The chart has no standards at all."));
  return FALSE;
}

static void
tell (const Options      *options,
      const TlChart      *chart,
      const TlCsv        *csv,
      const TlIntakePlan *plan,
      gboolean            done)
{
  g_autofree char *name = tl_file_name (options->paths[1]);

  if (options->as_json) {
    tl_import_print_json (chart, csv, plan, name, done);
    return;
  }
  if (options->dry_run)
    tl_import_print_measurements (chart, plan);
  tl_import_say (csv, plan, name, done);
}

/* Importing. */

static TlCsv *
read_table (const Options *options)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (GBytes) bytes = tl_file_read (options->paths[1], NULL, problems);
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize length;
  TlCsv *csv;

  if (bytes == NULL) {
    tl_file_print_problems (stderr, problems);
    return NULL;
  }
  data = g_bytes_get_data (bytes, &length);
  csv = tl_csv_read (data, length, &options->style, &error);
  if (csv == NULL) {
    g_autofree char *name = tl_file_name (options->paths[1]);

    fprintf (stderr, "%s: %s\n", name, error->message);
  }
  return csv;
}

/* Where the chart goes; NULL: nowhere, and why was said. */
static const char *
choose_out (const Options *options,
            GBytes        *bytes)
{
  const char *path = options->paths[0];
  g_autofree char *name = tl_file_name (path);

  if (options->out != NULL || g_str_equal (path, "-"))
    return options->out != NULL ? options->out : "-";
  if (!tl_file_is_picture (bytes))
    return path;
  tl_say (_("%s is a picture; say with -o where its chart goes"), name);
  return NULL;
}

static TlExit
import (Options *options)
{
  TlFileStamp stamp;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlChart) chart = tl_file_read_chart (options->paths[0], &bytes, &stamp);
  g_autoptr (TlIntakeTargets) targets = NULL;
  g_autoptr (TlIntakePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCsv) csv = NULL;
  const char *out;

  if (chart == NULL || !find_standard (options, chart))
    return TL_EXIT_BAD_INPUT;
  csv = read_table (options);
  out = options->dry_run ? "" : choose_out (options, bytes);
  if (csv == NULL || out == NULL)
    return TL_EXIT_BAD_INPUT;
  targets = tl_intake_targets_new (chart);
  tl_intake_guess (csv, targets, &options->choice);
  if (!name_columns (options, csv))
    return TL_EXIT_BAD_INPUT;
  plan = tl_intake_plan (csv, targets, &options->choice);
  if (plan->need != TL_INTAKE_NEEDS_NOTHING) {
    tell (options, chart, csv, plan, FALSE);
    return TL_EXIT_BAD_INPUT;
  }
  if (!options->dry_run && plan->measurements->len > 0 &&
      !tl_intake_apply (chart, plan, &error)) {
    tl_say ("%s", error->message);
    return TL_EXIT_BAD_INPUT;
  }
  /* A chart that nothing came into stays as it is, byte by byte. */
  if (!options->dry_run && (plan->measurements->len > 0 || out != options->paths[0]) &&
      !tl_file_write_chart (out, chart, out == options->paths[0] ? &stamp : NULL))
    return TL_EXIT_BAD_INPUT;
  tell (options, chart, csv, plan, !options->dry_run);
  return plan->left_out->len > 0 ? TL_EXIT_FINDINGS : TL_EXIT_FINE;
}

TlExit
tl_verb_import_measurements (const TlVerb       *verb,
                             const char * const *arguments)
{
  g_auto (Options) options = { .choice = { 0 } };
#define COLUMN(name, index, what) \
  { name, 0, 0, G_OPTION_ARG_STRING, &options.columns[index], what, N_("COLUMN") }
#define WORD(name, member, what, words) \
  { name, 0, 0, G_OPTION_ARG_STRING, &options.member, what, words }
  const GOptionEntry entries[] = {
    WORD ("standard", standard, N_("What was measured, where rows do not say it"), N_("STANDARD")),
    COLUMN ("date", 0, N_("Name or number of the column with the date")),
    COLUMN ("value", 1, N_("Of the column with what was measured")),
    COLUMN ("share", 2, N_("Of that with the share of cases that met the standard")),
    COLUMN ("cases", 3, N_("Of that with the number of cases")),
    COLUMN ("standard-column", 4, N_("Of that with the standard, or the step it is about")),
    COLUMN ("source-column", 5, N_("Of that with the way it was measured")),
    COLUMN ("start", 6, N_("Of that with the moment a case began")),
    COLUMN ("end", 7, N_("Of that with the moment it ended")),
    COLUMN ("met", 8, N_("Of that with the number of cases that met the standard")),
    COLUMN ("missed", 9, N_("Of that with the number of those that did not")),
    WORD ("rows", rows, N_("What a row is: measurements, or cases to sum up"), N_("WHAT")),
    WORD ("per", per, N_("Sum up cases of a day, week, month, quarter, year or file"),
          N_("PERIOD")),
    WORD ("source", source, N_("How it was measured, where rows do not say it"), N_("METHOD")),
    WORD ("on", on, N_("When it was measured, where rows do not say it"), N_("YYYY-MM-DD")),
    WORD ("unit", unit, N_("Of bare numbers: s, min, h, d, percent or fraction"), N_("UNIT")),
    WORD ("dates", dates, N_("How dates are written: day-first or month-first"), N_("ORDER")),
    WORD ("decimal", decimal, N_("What decimals come after: point or comma"), N_("MARK")),
    WORD ("delimiter", delimiter, N_("What parts cells: comma, semicolon, tab or bar"), N_("MARK")),
    WORD ("encoding", encoding, N_("utf-8, utf-16le, utf-16be, windows-1252 or latin-1"),
          N_("NAME")),
    { "no-header", 0, 0, G_OPTION_ARG_NONE, &options.no_header,
      N_("The first row holds no names of columns"), NULL },
    WORD ("today", today, N_("The day after which nothing can have been measured"),
          N_("YYYY-MM-DD")),
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_("Print what would be added, and leave the chart alone"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_("Print the report as JSON"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out,
      N_("Write the chart there and leave CHART alone"), N_("OUT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  gboolean to_stdout;
  TlExit status;

  tl_intake_choice_init (&options.choice);
  if (!tl_options_parse (verb, entries, arguments, &status) ||
      !understand (verb, &options, &status))
    return status;
  to_stdout = options.out != NULL ? g_str_equal (options.out, "-")
                                  : g_str_equal (options.paths[0], "-");
  if (options.as_json && to_stdout && !options.dry_run)
    return tl_options_misused (verb, _("--json and the chart cannot both go to standard output"));
  if (g_str_equal (options.paths[0], "-") && g_str_equal (options.paths[1], "-"))
    return tl_options_misused (verb, _("only one of the two can be standard input"));
  return import (&options);
}
