/* fmt.c - tline fmt: files in their canonical form. */
#include "cli/files.h"
#include "cli/options.h"
#include "cli/verb.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "document/xml-write.h"

typedef enum { IN_PLACE, TO_STDOUT, JUST_CHECK } Mode;

static TlExit
format_file (const char *path,
             Mode        mode)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlChart) chart = NULL;
  g_autofree char *text = NULL;
  TlFileStamp stamp;
  gsize length;

  chart = tl_file_read_chart (path, &bytes, &stamp);
  if (chart == NULL)
    return TL_EXIT_BAD_INPUT;
  text = tl_xml_write (chart, &length);

  /* Standard input has no place of its own to be put back into. */
  if (mode == TO_STDOUT || (mode == IN_PLACE && g_str_equal (path, "-")))
    return tl_file_write ("-", text, length, NULL) ? TL_EXIT_FINE : TL_EXIT_BAD_INPUT;
  if (tl_file_is_picture (bytes)) {
    g_autofree char *name = tl_file_name (path);

    tl_say (_("%s is a picture and stays as it is; --stdout writes its chart"), name);
    return TL_EXIT_BAD_INPUT;
  }
  if (length == g_bytes_get_size (bytes) && memcmp (g_bytes_get_data (bytes, NULL), text, length) == 0)
    return TL_EXIT_FINE;
  if (mode == JUST_CHECK) {
    g_autofree char *name = tl_file_name (path);

    printf ("%s\n", name);
    return TL_EXIT_FINDINGS;
  }
  return tl_file_write (path, text, length, &stamp) ? TL_EXIT_FINE : TL_EXIT_BAD_INPUT;
}

TlExit
tl_verb_fmt (const TlVerb       *verb,
             const char * const *arguments)
{
  g_auto (GStrv) paths = NULL;
  gboolean to_stdout = FALSE, check = FALSE;
  const GOptionEntry entries[] = {
    { "stdout", 0, 0, G_OPTION_ARG_NONE, &to_stdout,
      N_("Write to standard output and leave the files alone"), NULL },
    { "check", 0, 0, G_OPTION_ARG_NONE, &check,
      N_("Change nothing; name the files that would change"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  TlExit status = TL_EXIT_FINE;

  if (!tl_options_parse (verb, entries, arguments, &status))
    return status;
  if (paths == NULL)
    return tl_options_misused (verb, _("name at least one file"));
  if (to_stdout && check)
    return tl_options_misused (verb, _("--stdout and --check do not go together"));

  for (guint i = 0; paths[i] != NULL; i++) {
    Mode mode = check ? JUST_CHECK : to_stdout ? TO_STDOUT : IN_PLACE;
    TlExit one = format_file (paths[i], mode);

    status = MAX (status, one);
  }
  return status;
}
