/* locales.c - locales for tests, made where the machine has none. */
#include "locales.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

static gboolean
remove_folder (const char *path)
{
  const char *command[] = { "rm", "-r", path, NULL };

  return g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                       NULL, NULL);
}

/* Compiles the locale into a folder of its own, which the C library is told to look in.  It
 * is put in its place whole, as other tests may be about to do the same. */
static gboolean
make_locale (const char *name,
             const char *full)
{
  g_autofree char *folder = g_build_filename (g_get_tmp_dir (), "throughline-locales", NULL);
  g_autofree char *path = g_build_filename (folder, full, NULL);
  g_autofree char *making = g_strdup_printf ("%s.%d", path, (int) getpid ());
  const char *command[] = { "localedef", "--no-archive", "-i", name, "-f", "UTF-8", making, NULL };

  g_mkdir_with_parents (folder, 0755);
  if (!g_file_test (path, G_FILE_TEST_IS_DIR) &&
      (!g_spawn_sync (NULL, (char **) command, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                        G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, NULL, NULL, NULL, NULL) ||
       (g_rename (making, path) != 0 && !remove_folder (making))))
    return FALSE;
  g_setenv ("LOCPATH", folder, TRUE);
  return setlocale (LC_ALL, full) != NULL;
}

gboolean
tl_test_begin_locale (const char *name)
{
  g_autofree char *full = g_strconcat (name, ".UTF-8", NULL);

  if (setlocale (LC_ALL, full) != NULL || make_locale (name, full))
    return TRUE;
  g_test_skip ("the locale is not installed and cannot be made");
  return FALSE;
}

void
tl_test_end_locale (void)
{
  setlocale (LC_ALL, "C.UTF-8");
}
