/* convert.c - tline convert: from and to other formats. */
#include "exchange/format.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/files.h"
#include "cli/options.h"
#include "cli/verb.h"

typedef struct {
  /* As typed */
  char     *from_id, *to_id;
  char     *report_path;
  gboolean  list, json;
  GStrv     paths;

  /* What it means */
  const TlFormat *from;   /* NULL = find out from the contents */
  const TlFormat *to;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->from_id);
  g_free (options->to_id);
  g_free (options->report_path);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What can be read or written: id, what can be done, name; a line each. */
static void
list_formats (void)
{
  for (guint i = 0; i < tl_format_n (); i++) {
    const TlFormat *format = tl_format_nth (i);

    if (format->read != NULL || format->write != NULL)
      printf ("%s\t%s\t%s\n", format->id,
              format->read == NULL ? "w" : format->write == NULL ? "r" : "rw", _(format->name));
  }
}

static TlExit
no_such_format (const TlVerb *verb,
                const char   *id,
                gboolean      to_write)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < tl_format_n (); i++) {
    const TlFormat *format = tl_format_nth (i);

    if (to_write ? format->write != NULL : format->read != NULL)
      g_ptr_array_add (ids, (gpointer) format->id);
  }
  g_ptr_array_add (ids, NULL);
  if (to_write)
    tl_say (_("%s: %s is no format that is written"), verb->name, id);
  else
    tl_say (_("%s: %s is no format that is read"), verb->name, id);
  tl_options_hint (tl_options_nearest (id, (const char * const *) ids->pdata));
  tl_say (_("See: tline convert --list"));
  return TL_EXIT_USAGE;
}

/* Fills in what the options mean; says what is wrong with them. */
static TlExit
understand (const TlVerb *verb,
            Options      *options)
{
  const char *out;

  if (options->paths == NULL || options->paths[1] == NULL || options->paths[2] != NULL)
    return tl_options_misused (verb, _("name a file to read and a file to write"));
  out = options->paths[1];
  if (options->from_id != NULL) {
    options->from = tl_format_find (options->from_id);
    if (options->from == NULL || options->from->read == NULL)
      return no_such_format (verb, options->from_id, FALSE);
  }
  if (options->to_id != NULL)
    options->to = tl_format_find (options->to_id);
  else
    options->to = tl_format_for_writing (g_str_equal (out, "-") ? "-.throughline" : out);
  if (options->to_id != NULL && (options->to == NULL || options->to->write == NULL))
    return no_such_format (verb, options->to_id, TRUE);
  if (options->to == NULL)
    return tl_options_misused (verb, _("the name to write does not say the format; end it in "
                                       ".throughline, or say --to (for pictures: tline export)"));
  return TL_EXIT_FINE;
}

/* The file's name without folder and ending: the title of a chart that has none. */
static char *
title_of (const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  char *dot = strrchr (base, '.');

  if (g_str_equal (path, "-"))
    return NULL;
  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_steal_pointer (&base);
}

static TlChart *
read_chart (const Options *options,
            TlReport      *report)
{
  const char *path = options->paths[0];
  g_autofree char *name = tl_file_name (path);
  g_autofree char *title = title_of (path);
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (GBytes) bytes = tl_file_read (path, NULL, problems);
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize length;
  TlChart *chart;

  if (bytes == NULL) {
    tl_file_print_problems (stderr, problems);
    return NULL;
  }
  data = g_bytes_get_data (bytes, &length);
  if (options->from != NULL)
    chart = options->from->read (data, length, title, report, &error);
  else
    chart = tl_format_read_data (data, length, name, report, &error);
  if (chart == NULL && options->from != NULL)
    fprintf (stderr, "%s: %s\n", name, error->message);
  else if (chart == NULL)
    fprintf (stderr, "%s\n", error->message);   /* names the file, often with a line */
  return chart;
}

static TlExit
write_report (const TlReport *report,
              const Options  *options)
{
  g_autofree char *text = options->json ? tl_report_json (report) : tl_report_text (report);

  if (options->report_path == NULL) {
    fputs (text, stderr);
    return TL_EXIT_FINE;
  }
  return tl_file_write (options->report_path, text, strlen (text), NULL)
         ? TL_EXIT_FINE : TL_EXIT_BAD_INPUT;
}

static TlExit
convert (const Options *options)
{
  g_autoptr (TlReport) report = tl_report_new ();
  g_autoptr (TlChart) chart = read_chart (options, report);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (chart == NULL)
    return TL_EXIT_BAD_INPUT;
  bytes = options->to->write (chart, &error);
  if (bytes == NULL) {
    tl_say ("%s", error->message);
    return TL_EXIT_BAD_INPUT;
  }
  if (!tl_file_write (options->paths[1], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                      NULL))
    return TL_EXIT_BAD_INPUT;
  return write_report (report, options);
}

TlExit
tl_verb_convert (const TlVerb       *verb,
                 const char * const *arguments)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from_id,
      N_("What IN is; found out from what it holds if not given"), N_("FORMAT") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to_id,
      N_("What OUT is to be; found out from its name if not given"), N_("FORMAT") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, N_("List the formats and end"), NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options.report_path,
      N_("Write there, not to standard error, what became of things"), N_("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Write the report as JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  TlExit status;

  if (!tl_options_parse (verb, entries, arguments, &status))
    return status;
  if (options.list) {
    list_formats ();
    return TL_EXIT_FINE;
  }
  status = understand (verb, &options);
  return status == TL_EXIT_FINE ? convert (&options) : status;
}
