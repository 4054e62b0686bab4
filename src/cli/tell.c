/* tell.c - verbs that tell about each of many files, as text or as JSON. */
#include "cli/tell.h"

#include <glib/gi18n-lib.h>

#include "cli/files.h"
#include "cli/options.h"

TlExit
tl_tell_files (const TlVerb *verb,
               char        **paths,
               gboolean      as_json,
               TlTellFile    tell,
               TlTellFile    tell_bad,
               gpointer      data)
{
  g_autoptr (JsonBuilder) json = as_json ? json_builder_new () : NULL;
  TlExit status = TL_EXIT_FINE;

  if (paths == NULL)
    return tl_options_misused (verb, _("name at least one file"));

  if (as_json)
    json_builder_begin_array (json);
  for (guint i = 0; paths[i] != NULL; i++) {
    g_autofree char *name = tl_file_name (paths[i]);
    g_autoptr (GPtrArray) problems = tl_read_problems_new ();
    g_autoptr (TlChart) chart = tl_file_parse_chart (paths[i], NULL, NULL, problems);
    TlToldFile file = { name, chart, problems };
    TlExit one = TL_EXIT_BAD_INPUT;

    if (chart != NULL)
      one = tell (&file, json, data);
    else if (tell_bad != NULL)
      tell_bad (&file, json, data);
    else
      tl_file_print_problems (stderr, problems);
    status = MAX (status, one);
  }
  if (as_json) {
    json_builder_end_array (json);
    tl_json_print (json);
  }
  return status;
}
