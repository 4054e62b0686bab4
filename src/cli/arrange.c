/* arrange.c - tline arrange: a place for every step. */
#include "layout/arrange.h"

#include <glib/gi18n-lib.h>

#include "cli/files.h"
#include "cli/options.h"
#include "cli/verb.h"

static TlExit
arrange_file (const char *path,
              const char *out)
{
  TlFileStamp stamp;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlChart) chart = tl_file_read_chart (path, &bytes, &stamp);
  g_autoptr (GError) error = NULL;
  gboolean in_place = out == NULL;

  if (chart == NULL)
    return TL_EXIT_BAD_INPUT;
  if (in_place && tl_file_is_picture (bytes)) {
    g_autofree char *name = tl_file_name (path);

    tl_say (_("%s is a picture; say with -o where its chart goes"), name);
    return TL_EXIT_BAD_INPUT;
  }

  tl_chart_begin (chart, _("Arrange"));
  tl_arrange (chart);
  if (!tl_chart_commit (chart, &error)) {
    g_autofree char *name = tl_file_name (path);

    tl_say ("%s: %s", name, error->message);
    return TL_EXIT_BAD_INPUT;
  }
  /* A chart from standard input goes to standard output. */
  if (in_place && g_str_equal (path, "-"))
    out = "-";
  if (!tl_file_write_chart (out != NULL ? out : path, chart, out != NULL ? NULL : &stamp))
    return TL_EXIT_BAD_INPUT;
  return TL_EXIT_FINE;
}

TlExit
tl_verb_arrange (const TlVerb       *verb,
                 const char * const *arguments)
{
  g_auto (GStrv) paths = NULL;
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
      N_("Write there and leave the file alone"), N_("OUT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  TlExit status = TL_EXIT_FINE;

  if (!tl_options_parse (verb, entries, arguments, &status))
    return status;
  if (paths == NULL)
    return tl_options_misused (verb, _("name at least one file"));
  if (out != NULL && paths[1] != NULL)
    return tl_options_misused (verb, _("--output takes one file only"));

  for (guint i = 0; paths[i] != NULL; i++) {
    TlExit one = arrange_file (paths[i], out);

    status = MAX (status, one);
  }
  return status;
}
