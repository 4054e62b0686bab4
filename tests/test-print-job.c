/* test-print-job.c - pages sent from the real window, by the system's print dialog, to a
 * real print server; see on-printer. */
#include <glib/gstdio.h>
#include <string.h>

#include "app/print-dialog.h"
#include "their-leaks.h"
#include "window-kit.h"

/* The print dialog, and the libraries that look for printers. */
TL_THEIR_LEAKS_ARE_MANY

#define QUEUE "Staff-Room"   /* the name that on-printer gives it */

/* A label with this text, or NULL. */
static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_text (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* The first file the print server kept; NULL while there is none. */
static char *
find_printed (void)
{
  const char *folder = g_getenv ("TL_PRINTED");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_suffix (name, ".pdf"))
      return g_build_filename (folder, name, NULL);
  }
  return NULL;
}

/* What a program says about the file; NULL where there is no such program. */
static char *
ask (const char *program,
     const char *path,
     const char *last)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *argv[] = { program, path, last, NULL };
  char *said = NULL;
  int status;

  if (found == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said,
                               NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return said;
}

static TlPrintDialog *
open_dialog (TlWindow *window)
{
  TlPrintDialog *dialog;

  tl_hand_key ("<Control>p");
  dialog = TL_PRINT_DIALOG (tl_kit_await_dialog (TL_TYPE_PRINT_DIALOG));
  adw_action_row_activate (ADW_ACTION_ROW (tl_print_dialog_get_row (dialog, TL_PRINT_RECOVERIES)));
  TL_HAND_UNTIL (tl_print_dialog_is_ready (dialog));
  return dialog;
}

/* The system's dialog: the queue is chosen, and printed on. */
static void
choose_and_print (void)
{
  GtkWidget *dialog, *row = NULL;

  TL_HAND_UNTIL (g_type_from_name ("GtkPrintUnixDialog") != 0);
  dialog = tl_kit_await_dialog (g_type_from_name ("GtkPrintUnixDialog"));
  TL_HAND_UNTIL ((row = find_text (dialog, QUEUE)) != NULL);
  tl_hand_settle (dialog);
  tl_hand_click (row, 10, 8);
  tl_hand_wait (100);
  tl_kit_click_button (dialog, "_Print");
}

static void
test_job (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlPrintDialog *dialog = open_dialog (window);
  guint n = tl_printout_n_pages (tl_print_dialog_get_printout (dialog));
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;
  g_autofree char *pages = g_strdup_printf (" %u\n", n);

  /* The print dialog asks the computer's services for colours, and warns where there are
   * none, as on a machine for tests. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_assert_cmpuint (n, >, 2);
  tl_kit_click_button (GTK_WIDGET (dialog), "_Print…");
  choose_and_print ();
  TL_HAND_UNTIL ((path = find_printed ()) != NULL);
  TL_HAND_UNTIL (tl_kit_find_dialog (TL_TYPE_PRINT_DIALOG) == NULL);   /* done, it closes */

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  info = ask ("pdfinfo", path, NULL);
  text = ask ("pdftotext", path, "-");
  if (info == NULL || text == NULL) {
    g_test_message ("no pdfinfo and pdftotext: the pages were not looked at");
  } else {
    const char *line = strstr (info, "Pages:");

    g_assert_nonnull (line);
    g_assert_true (g_str_has_prefix (strchr (line, '\n') - strlen (pages) + 1, pages));
    g_assert_nonnull (strstr (text, tl_chart_info (tl_kit_chart (window))->title));
    g_assert_nonnull (strstr (text, "Sheet A1"));
  }
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  const TlKitCase cases[] = {
    { "/print/job", test_job },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
