/* check.c - tline check: is it a chart? */
#include "cli/files.h"
#include "cli/options.h"
#include "cli/tell.h"

#include <glib/gi18n-lib.h>

static void
add_file (const TlToldFile *file,
          JsonBuilder      *json)
{
  json_builder_begin_object (json);
  tl_json_text (json, "file", file->name);
  tl_json_bool (json, "valid", file->chart != NULL);
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; i < file->problems->len; i++) {
    const TlReadProblem *problem = g_ptr_array_index (file->problems, i);

    json_builder_begin_object (json);
    tl_json_int (json, "line", problem->line);
    tl_json_text (json, "rule", problem->rule);
    tl_json_text (json, "message", problem->message);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/* The problems are the verb's data, as of any checker. */
static TlExit
tell (const TlToldFile *file,
      JsonBuilder      *json,
      gpointer          data)
{
  if (json != NULL)
    add_file (file, json);
  else
    tl_file_print_problems (stdout, file->problems);
  return TL_EXIT_FINE;
}

TlExit
tl_verb_check (const TlVerb       *verb,
               const char * const *arguments)
{
  g_auto (GStrv) paths = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON: a list, one object a file"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  TlExit status;

  if (!tl_options_parse (verb, entries, arguments, &status))
    return status;
  return tl_tell_files (verb, paths, as_json, tell, tell, NULL);
}
