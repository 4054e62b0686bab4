/* new.c - tline new: a chart to begin with. */
#include "cli/files.h"
#include "cli/options.h"
#include "cli/verb.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "document/template.h"

#define SUFFIX ".throughline"

typedef struct {
  char     *template;
  char     *title;
  char     *today;
  gboolean  list;
  gboolean  force;
  GStrv     paths;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->template);
  g_free (options->title);
  g_free (options->today);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The names of the templates in @folder; says why when there are none to be had. */
static GPtrArray *
template_names (const char *folder)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *names = tl_template_names (folder, &error);

  if (names != NULL)
    return names;
  tl_say (_("the folder of the templates cannot be opened: %s"), error->message);
  tl_say (_("Install Throughline, or name its data folder in TL_DATA_DIR."));
  return NULL;
}

static TlExit
list_templates (void)
{
  g_autofree char *folder = tl_template_folder (TL_DATA_DIR);
  g_autoptr (GPtrArray) names = template_names (folder);
  TlExit status = TL_EXIT_FINE;

  if (names == NULL)
    return TL_EXIT_BAD_INPUT;
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *path = tl_template_path (folder, name);
    g_autoptr (TlChart) chart = tl_file_read_chart (path, NULL, NULL);

    if (chart == NULL)
      status = TL_EXIT_BAD_INPUT;
    else
      printf ("%s\t%s\n", name, tl_chart_info (chart)->title);
  }
  return status;
}

/* The path of the template that @name names or begins, when that is one only. */
static char *
find_template (const char *name)
{
  g_autofree char *folder = tl_template_folder (TL_DATA_DIR);
  g_autoptr (GPtrArray) names = template_names (folder);
  const char *found = NULL;

  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++) {
    const char *candidate = g_ptr_array_index (names, i);

    if (g_str_equal (candidate, name)) {
      found = candidate;
      break;
    }
    if (*name != '\0' && g_str_has_prefix (candidate, name)) {
      if (found != NULL) {
        tl_say (_("more than one template begins with %s: %s, %s"), name, found, candidate);
        return NULL;
      }
      found = candidate;
    }
  }
  if (found == NULL) {
    tl_say (_("there is no template “%s”"), name);
    g_ptr_array_add (names, NULL);
    tl_options_hint (tl_options_nearest (name, (const char * const *) names->pdata));
    tl_say (_("See: tline new --list"));
    return NULL;
  }
  return tl_template_path (folder, found);
}

/* What the chart is called when nobody says: like its file. */
static char *
title_from_path (const char *path)
{
  g_autofree char *base = NULL;

  if (g_str_equal (path, "-"))
    return g_strdup (_("New chart"));
  base = g_filename_display_basename (path);
  if (g_str_has_suffix (base, SUFFIX) && strlen (base) > strlen (SUFFIX))
    base[strlen (base) - strlen (SUFFIX)] = '\0';
  return g_steal_pointer (&base);
}

static gboolean
finish (TlChart       *chart,
        const Options *options,
        TlDate         today)
{
  TlChartInfo *info = tl_chart_edit (chart, tl_chart_info (chart)->head.id);
  g_autoptr (GError) error = NULL;

  if (options->title != NULL) {
    tl_text_set (&info->title, options->title);
  } else if (info->title == NULL) {
    g_autofree char *title = title_from_path (options->paths[0]);

    tl_text_set (&info->title, title);
  }
  if (info->service == NULL)
    tl_text_set (&info->service, info->title);
  info->created = today;
  info->revised = 0;
  if (!tl_chart_commit (chart, &error)) {
    tl_say ("%s", error->message);
    return FALSE;
  }
  return TRUE;
}

static TlExit
make (const TlVerb  *verb,
      const Options *options)
{
  const char *path = options->paths[0];
  TlFileStamp absent = { 0 };
  gboolean may_replace = options->force || g_str_equal (path, "-");
  g_autoptr (TlChart) chart = NULL;
  TlDate today;
  TlExit status;

  if (!tl_options_today (verb, options->today, &today, &status))
    return status;
  if (!may_replace && g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_autofree char *name = tl_file_name (path);

    tl_say (_("%s is already there; choose another name or add --force"), name);
    return TL_EXIT_BAD_INPUT;
  }

  if (options->template != NULL) {
    g_autofree char *source = find_template (options->template);

    chart = source != NULL ? tl_file_read_chart (source, NULL, NULL) : NULL;
    if (chart == NULL)
      return TL_EXIT_BAD_INPUT;
    tl_chart_begin (chart, _("New chart"));
  } else {
    chart = tl_template_blank (_("New chart"));
  }
  if (!finish (chart, options, today) ||
      !tl_file_write_chart (path, chart, may_replace ? NULL : &absent))
    return TL_EXIT_BAD_INPUT;
  return TL_EXIT_FINE;
}

TlExit
tl_verb_new (const TlVerb       *verb,
             const char * const *arguments)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_STRING, &options.template,
      N_("Start from this template; the beginning of its name is enough"), N_("NAME") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, N_("List the templates and end"), NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("Give the chart this title"),
      N_("TEXT") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options.today,
      N_("The day the chart is said to be made on"), N_("YYYY-MM-DD") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force,
      N_("Replace a file that is already there"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  TlExit status;

  if (!tl_options_parse (verb, entries, arguments, &status))
    return status;
  if (options.list)
    return list_templates ();
  if (options.paths == NULL || options.paths[1] != NULL)
    return tl_options_misused (verb, _("name one file to write"));
  return make (verb, &options);
}
