/* test-window-files.c - the life of a document in the real window: changed by others,
 * reverted, closed. */
#include <glib/gstdio.h>

#include "app/compat.h"
#include "app/questions-dialog.h"
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "file-kit.h"

/* Others and the file. */

static void
test_reload (gconstpointer data)
{
  char *path = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = tl_kit_open_path (data, path);

  g_assert_null (tl_kit_told (window));
  tl_kit_replace_in_file (path, ">Buff<", ">Buff twice<");
  TL_HAND_UNTIL (g_strcmp0 (tl_kit_told (window), "changed") == 0);
  tl_kit_click_button (GTK_WIDGET (window), "_Reload");
  TL_HAND_UNTIL (tl_kit_told (window) == NULL);
  TL_HAND_UNTIL (g_strcmp0 (tl_chart_undo_label (tl_kit_chart (window)), "Reload") == 0);
  tl_kit_find_step (window, "Buff twice");
  g_assert_false (tl_document_get_modified (tl_kit_document (window)));

  /* Undone, it is what it was, and that is not saved. */
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_document_get_modified (tl_kit_document (window)));
  tl_kit_find_step (window, "Buff");
  tl_kit_destroy (window);
  tl_kit_remove_copy (path);
}

/* Mine stays, and a save then asks nothing more. */
static void
test_keep_mine (gconstpointer data)
{
  char *path = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = tl_kit_open_path (data, path);
  g_autofree char *text = NULL;

  tl_kit_rename_step (window, "Buff", "Mine");
  tl_kit_replace_in_file (path, ">Buff<", ">Theirs<");
  TL_HAND_UNTIL (g_strcmp0 (tl_kit_told (window), "changed") == 0);
  tl_kit_click_button (GTK_WIDGET (window), "_Keep Mine");
  TL_HAND_UNTIL (tl_kit_told (window) == NULL);
  tl_hand_wait (500);
  g_assert_null (tl_kit_told (window));
  tl_hand_focus (GTK_WIDGET (window));
  tl_hand_key ("<Control>s");
  TL_HAND_UNTIL (!tl_document_get_modified (tl_kit_document (window)));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, ">Mine<"));
  tl_hand_wait (500);
  g_assert_null (tl_kit_told (window));   /* one's own save is not somebody else's */
  tl_kit_destroy (window);
  tl_kit_remove_copy (path);
}

static void
test_conflict (gconstpointer data)
{
  char *path = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = tl_kit_open_path (data, path);
  g_autofree char *text = NULL;

  tl_kit_rename_step (window, "Buff", "Mine");
  tl_kit_replace_in_file (path, ">Buff<", ">Theirs<");
  tl_hand_key ("<Control>s");
  tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("Escape");
  tl_kit_await_no_dialog (window, tl_question_get_type ());
  g_assert_true (tl_document_get_modified (tl_kit_document (window)));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, ">Theirs<"));   /* nothing was lost */
  tl_kit_destroy (window);
  tl_kit_remove_copy (path);
}

static void
test_gone (gconstpointer data)
{
  char *path = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = tl_kit_open_path (data, path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  TL_HAND_UNTIL (g_strcmp0 (tl_kit_told (window), "gone") == 0);
  tl_kit_click_button (GTK_WIDGET (window), "_Save Again");
  TL_HAND_UNTIL (g_file_test (path, G_FILE_TEST_EXISTS));
  TL_HAND_UNTIL (tl_kit_told (window) == NULL);
  tl_kit_destroy (window);
  tl_kit_remove_copy (path);
}

static void
test_revert (gconstpointer data)
{
  char *path = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = tl_kit_open_path (data, path);
  GtkWidget *dialog;

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "win.revert"));
  tl_kit_rename_step (window, "Buff", "Mine");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.revert", NULL);
  dialog = tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("<Alt>r");
  tl_kit_await_no_dialog (window, tl_question_get_type ());
  TL_HAND_UNTIL (!tl_document_get_modified (tl_kit_document (window)));
  tl_kit_find_step (window, "Buff");
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_document_get_modified (tl_kit_document (window)));
  tl_kit_find_step (window, "Mine");
  g_assert_nonnull (dialog);
  tl_kit_destroy (window);
  tl_kit_remove_copy (path);
}

/* A chart to build on, by keyboard alone. */
static void
test_questions (gconstpointer data)
{
  TlWindow *window = tl_kit_blank (data);
  TlChart *chart;

  tl_hand_key ("<Control><Shift>n");
  tl_kit_await_dialog (TL_TYPE_QUESTIONS_DIALOG);
  tl_hand_key ("Return");   /* without a service there is no chart */
  tl_hand_wait (100);
  g_assert_nonnull (tl_kit_find_dialog (TL_TYPE_QUESTIONS_DIALOG));
  tl_hand_type ("bicycle repair");
  tl_hand_key ("Return");
  tl_kit_await_no_dialog (window, TL_TYPE_QUESTIONS_DIALOG);
  chart = tl_kit_chart (window);
  g_assert_cmpstr (tl_chart_info (chart)->title, ==, "bicycle repair");
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_LANE), ==, 4);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, 2);
  tl_hand_key ("Return");   /* and goes on from the first contact */
  tl_kit_write (window, "brings the bicycle");
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, 3);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_CONNECTOR), ==, 2);
  tl_kit_destroy (window);
}

/* Closing a chart with changes asks: cancel, discard, save. */
static void
test_close (gconstpointer data)
{
  char *path = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = tl_kit_open_path (data, path);
  g_autofree char *before = NULL;
  g_autofree char *discarded = NULL;
  g_autofree char *saved = NULL;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  tl_kit_rename_step (window, "Buff", "Mine");
  tl_hand_key ("<Control>w");
  tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("Escape");
  tl_kit_await_no_dialog (window, tl_question_get_type ());
  tl_kit_find_step (window, "Mine");

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  tl_hand_key ("<Control>w");
  tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("<Alt>d");
  TL_HAND_UNTIL (window == NULL);
  g_assert_true (g_file_get_contents (path, &discarded, NULL, NULL));
  g_assert_cmpstr (discarded, ==, before);

  window = tl_kit_open_path (data, path);
  g_assert_null (tl_kit_told (window));   /* what was discarded is not offered again */
  tl_kit_rename_step (window, "Buff", "Mine");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  tl_hand_key ("<Control>w");
  tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("<Alt>s");
  TL_HAND_UNTIL (window == NULL);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, ">Mine<"));
  tl_kit_remove_copy (path);
}

/* The next window has the size and the panes of the last. */
static void
test_panes (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  GtkWidget *inspector = tl_window_get_inspector (window);
  GtkWidget *outline = tl_window_get_outline (window);
  int outline_width, inspector_width;

  TL_HAND_UNTIL (gtk_widget_get_width (inspector) > 0);
  gtk_paned_set_position (GTK_PANED (gtk_widget_get_parent (outline)), 300);
  gtk_paned_set_position (GTK_PANED (gtk_widget_get_parent (inspector)), 480);
  tl_hand_settle (GTK_WIDGET (window));
  outline_width = gtk_widget_get_width (outline);
  inspector_width = gtk_widget_get_width (inspector);
  g_assert_cmpint (inspector_width, >, 400);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  tl_hand_key ("<Control>w");
  TL_HAND_UNTIL (window == NULL);

  window = tl_kit_open (data, "corner-shoeshine");
  inspector = tl_window_get_inspector (window);
  outline = tl_window_get_outline (window);
  TL_HAND_UNTIL (ABS (gtk_widget_get_width (inspector) - inspector_width) <= 2);
  g_assert_cmpint (ABS (gtk_widget_get_width (outline) - outline_width), <=, 2);
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window/files/reload", test_reload },
    { "/window/files/keep-mine", test_keep_mine },
    { "/window/files/conflict", test_conflict },
    { "/window/files/gone", test_gone },
    { "/window/files/revert", test_revert },
    { "/window/files/questions", test_questions },
    { "/window/files/close", test_close },
    { "/window/files/panes", test_panes },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
