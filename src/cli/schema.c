/* schema.c - tline schema: the format, as a RELAX NG schema. */
#include "document/schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/files.h"
#include "cli/options.h"
#include "cli/verb.h"

TlExit
tl_verb_schema (const TlVerb       *verb,
                const char * const *arguments)
{
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *schema = NULL;
  TlExit status;

  if (!tl_options_parse (verb, entries, arguments, &status))
    return status;
  if (paths != NULL)
    return tl_options_misused (verb, _("takes no file"));
  schema = tl_schema_write ();
  return tl_file_write ("-", schema, strlen (schema), NULL) ? TL_EXIT_FINE : TL_EXIT_BAD_INPUT;
}
