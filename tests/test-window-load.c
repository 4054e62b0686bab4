/* test-window-load.c - what takes long to be read, in the real window. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "window-kit.h"

/* Lets go of whoever reads from the pipe. */
static void
release_reader (const char *pipe)
{
  int fd;

  TL_HAND_UNTIL ((fd = open (pipe, O_WRONLY | O_NONBLOCK)) >= 0);
  g_assert_cmpint (write (fd, "no chart", 8), ==, 8);
  close (fd);
}

/* A file that does not end is read for as long as one likes: the window says so, lets it be
 * cancelled, and is as it was; what comes of the file afterwards is nobody's business. */
static void
test_cancel (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-load-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "endless.throughline", NULL);
  TlWindow *window, *other;
  GtkWidget *cancel = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  window = tl_application_open_path ((TlApplication *) data, pipe);
  TL_HAND_UNTIL ((cancel = tl_kit_find_button (GTK_WIDGET (window), "_Cancel")) != NULL);
  tl_kit_ready (window);
  g_assert_null (tl_window_get_editor (window));
  g_assert_cmpstr (tl_window_get_path (window), ==, pipe);
  TL_HAND_UNTIL (gtk_window_get_focus (GTK_WINDOW (window)) == cancel);
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_kit_find_button (GTK_WIDGET (window), "_Cancel") == NULL);
  g_assert_null (tl_window_get_editor (window));
  g_assert_null (tl_window_get_path (window));

  /* It is opened once to see what it is, and once to be read. */
  release_reader (pipe);
  release_reader (pipe);
  other = tl_kit_open (data, "corner-shoeshine");
  tl_kit_find_step (other, "Buff");
  if (other != window)
    g_assert_null (tl_window_get_editor (window));
  tl_kit_destroy (other);
  if (other != window)
    tl_kit_destroy (window);
  g_unlink (pipe);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window-load/cancel", test_cancel },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
