/* test-window-choose.c - writing files that are named in the file chooser. */
#include "app/export-dialog.h"
#include "file-kit.h"
#include "their-leaks.h"

/* The file chooser loses much of what it reads of files. */
TL_THEIR_LEAKS_ARE_MANY

/* In the file chooser, which is in the chart's folder already. */
static void
choose (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);

  tl_kit_await_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG);
  tl_hand_key ("<Control>a");
  tl_hand_type (parts[0]);
  tl_hand_key ("period");
  tl_hand_type (parts[1]);
  tl_hand_wait (300);
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_kit_find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG) == NULL);
}

static void
test_save_copy (gconstpointer data)
{
  char *path = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *copy = g_build_filename (folder, "copy.throughline", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copied = NULL;
  TlWindow *window = tl_kit_open_path (data, path);

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  tl_kit_rename_step (window, "Buff", "Mine");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-copy", NULL);
  choose ("copy.throughline");
  TL_HAND_UNTIL (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (copy, &copied, NULL, NULL));
  g_assert_nonnull (strstr (copied, ">Mine<"));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
  g_assert_true (tl_document_get_modified (tl_kit_document (window)));
  g_assert_cmpstr (tl_window_get_path (window), ==, path);
  tl_kit_destroy (window);
  tl_kit_remove_copy (path);
}

/* Each kind of picture, by keyboard alone. */
static void
test_export (gconstpointer data)
{
  static const struct {
    const char *name, *begins;
  } kinds[] = {
    { "a.png", "\x89PNG" },
    { "a.svg", "<?xml" },
    { "a.pdf", "%PDF" },
  };
  char *path = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  g_autofree char *folder = g_path_get_dirname (path);
  TlWindow *window = tl_kit_open_path (data, path);

  tl_kit_click (window, tl_kit_find_step (window, "Buff"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *out = g_build_filename (folder, kinds[i].name, NULL);
    g_autofree char *bytes = NULL;
    GtkWidget *dialog;
    gsize length;

    tl_hand_key ("<Control>e");
    dialog = tl_kit_await_dialog (TL_TYPE_EXPORT_DIALOG);
    TL_HAND_UNTIL (tl_export_dialog_is_ready (TL_EXPORT_DIALOG (dialog)));
    if (i > 0) {   /* the list opens on its first row */
      tl_hand_key ("space");
      tl_hand_wait (150);
      for (guint k = 0; k < i; k++)
        tl_hand_key ("Down");
      tl_hand_key ("Return");
      tl_hand_wait (150);
      TL_HAND_UNTIL (tl_export_dialog_is_ready (TL_EXPORT_DIALOG (dialog)));
    }
    tl_hand_key ("<Alt>e");
    choose (kinds[i].name);
    TL_HAND_UNTIL (g_file_test (out, G_FILE_TEST_EXISTS));
    tl_kit_await_no_dialog (window, TL_TYPE_EXPORT_DIALOG);
    g_assert_true (g_file_get_contents (out, &bytes, &length, NULL));
    g_assert_cmpuint (length, >, 1000);
    g_assert_true (g_str_has_prefix (bytes, kinds[i].begins));
  }
  g_assert_false (tl_document_get_modified (tl_kit_document (window)));

  /* Escape makes nothing. */
  tl_hand_key ("<Control>e");
  tl_kit_await_dialog (TL_TYPE_EXPORT_DIALOG);
  tl_hand_key ("Escape");
  tl_kit_await_no_dialog (window, TL_TYPE_EXPORT_DIALOG);
  tl_kit_destroy (window);
  tl_kit_remove_copy (path);
}

/* The training page is of the chart as it is, not as it was saved. */
static void
test_page (gconstpointer data)
{
  char *path = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *page = g_build_filename (folder, "page.html", NULL);
  g_autofree char *text = NULL;
  TlWindow *window = tl_kit_open_path (data, path);

  tl_kit_rename_step (window, "Buff", "Mine");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-page", NULL);
  choose ("page.html");
  TL_HAND_UNTIL (g_file_test (page, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (page, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
  g_assert_true (g_str_has_suffix (text, "</html>\n"));
  g_assert_nonnull (strstr (text, "data-name=\"Mine\""));
  g_assert_null (strstr (text, "data-name=\"Buff\""));
  tl_kit_destroy (window);
  tl_kit_remove_copy (path);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window/choose/save-copy", test_save_copy },
    { "/window/choose/export", test_export },
    { "/window/choose/page", test_page },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
