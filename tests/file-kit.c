/* file-kit.c - what tests of files in the real window share. */
#include "file-kit.h"

#include <glib/gstdio.h>

/* A copy of an example to write to. */
char *
tl_kit_make_copy (const char *example,
                  const char *name)
{
  g_autofree char *from = tl_kit_example (example);
  g_autofree char *folder = g_dir_make_tmp ("tl-files-XXXXXX", NULL);
  g_autofree char *bytes = NULL;
  char *path = g_build_filename (folder, name, NULL);
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return path;
}

void
tl_kit_remove_copy (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inside = g_build_filename (folder, file, NULL);

    g_unlink (inside);
  }
  g_rmdir (folder);
  g_free (path);
}

TlWindow *
tl_kit_open_path (gconstpointer  application,
                  const char    *path)
{
  return tl_kit_ready (tl_application_open_path ((TlApplication *) application, path));
}

TlDocument *
tl_kit_document (TlWindow *window)
{
  return tl_editor_get_document (tl_window_get_editor (window));
}

void
tl_kit_await_no_dialog (TlWindow *window,
                        GType     type)
{
  TL_HAND_UNTIL (tl_kit_find_dialog (type) == NULL);
  tl_hand_focus (GTK_WIDGET (window));
}

void
tl_kit_rename_step (TlWindow   *window,
                    const char *from,
                    const char *to)
{
  tl_kit_click (window, tl_kit_find_step (window, from));
  tl_hand_key ("F2");
  tl_kit_write (window, to);
  tl_kit_find_step (window, to);
}

const char *
tl_kit_told (TlWindow *window)
{
  return tl_notice_get (tl_window_get_notice (window));
}

void
tl_kit_replace_in_file (const char *path,
                        const char *from,
                        const char *to)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, from, to, 0), >=, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
}
