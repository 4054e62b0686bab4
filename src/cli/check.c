/* check.c - tline check: is it a chart? */
#include "cli/files.h"
#include "cli/json.h"
#include "cli/options.h"
#include "cli/verb.h"

#include <glib/gi18n-lib.h>

static void
add_report (JsonBuilder     *json,
            const char      *name,
            const GPtrArray *problems)
{
  json_builder_begin_object (json);
  tl_json_text (json, "file", name);
  tl_json_bool (json, "valid", problems->len == 0);
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; i < problems->len; i++) {
    const TlReadProblem *problem = g_ptr_array_index (problems, i);

    json_builder_begin_object (json);
    tl_json_int (json, "line", problem->line);
    tl_json_text (json, "rule", problem->rule);
    tl_json_text (json, "message", problem->message);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  json_builder_end_object (json);
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
  g_autoptr (JsonBuilder) json = json_builder_new ();
  TlExit status = TL_EXIT_FINE;

  if (!tl_options_parse (verb, entries, arguments, &status))
    return status;
  if (paths == NULL)
    return tl_options_misused (verb, _("name at least one file"));

  json_builder_begin_array (json);
  for (guint i = 0; paths[i] != NULL; i++) {
    g_autofree char *name = tl_file_name (paths[i]);
    g_autoptr (GPtrArray) problems = tl_read_problems_new ();
    g_autoptr (TlChart) chart = tl_file_parse_chart (paths[i], NULL, NULL, problems);

    if (chart == NULL)
      status = TL_EXIT_BAD_INPUT;
    if (as_json)
      add_report (json, name, problems);
    else
      tl_file_print_problems (stdout, problems);   /* the verb's data, as of any checker */
  }
  json_builder_end_array (json);
  if (as_json)
    tl_json_print (json);
  return status;
}
