/* test-window-files.c - files in the real window: crashes, copies, other programs. */
#include <glib/gstdio.h>

#include "app/compat.h"
#include "app/export-dialog.h"
#include "app/questions-dialog.h"
#include "app/report-page.h"
#include "app/rescue-dialog.h"
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "window-kit.h"

/* A copy of an example to write to. */
static char *
make_copy (const char *example,
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

static void
remove_copy (char *path)
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

static TlWindow *
open_path (gconstpointer  application,
           const char    *path)
{
  return tl_kit_ready (tl_application_open_path ((TlApplication *) application, path));
}

static TlDocument *
document_of (TlWindow *window)
{
  return tl_editor_get_document (tl_window_get_editor (window));
}

static void
await_no_dialog (TlWindow *window,
                 GType     type)
{
  TL_HAND_UNTIL (tl_kit_find_dialog (type) == NULL);
  tl_hand_focus (GTK_WIDGET (window));
}

static void
rename_step (TlWindow   *window,
             const char *from,
             const char *to)
{
  tl_kit_click (window, tl_kit_find_step (window, from));
  tl_hand_key ("F2");
  tl_kit_write (window, to);
  tl_kit_find_step (window, to);
}

static const char *
told (TlWindow *window)
{
  return tl_notice_get (tl_window_get_notice (window));
}

static void
replace_in_file (const char *path,
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

/* Others and the file. */

static void
test_reload (gconstpointer data)
{
  char *path = make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = open_path (data, path);

  g_assert_null (told (window));
  replace_in_file (path, ">Buff<", ">Buff twice<");
  TL_HAND_UNTIL (g_strcmp0 (told (window), "changed") == 0);
  tl_kit_click_button (GTK_WIDGET (window), "_Reload");
  TL_HAND_UNTIL (told (window) == NULL);
  TL_HAND_UNTIL (g_strcmp0 (tl_chart_undo_label (tl_kit_chart (window)), "Reload") == 0);
  tl_kit_find_step (window, "Buff twice");
  g_assert_false (tl_document_get_modified (document_of (window)));

  /* Undone, it is what it was, and that is not saved. */
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_document_get_modified (document_of (window)));
  tl_kit_find_step (window, "Buff");
  tl_kit_destroy (window);
  remove_copy (path);
}

/* Mine stays, and a save then asks nothing more. */
static void
test_keep_mine (gconstpointer data)
{
  char *path = make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = open_path (data, path);
  g_autofree char *text = NULL;

  rename_step (window, "Buff", "Mine");
  replace_in_file (path, ">Buff<", ">Theirs<");
  TL_HAND_UNTIL (g_strcmp0 (told (window), "changed") == 0);
  tl_kit_click_button (GTK_WIDGET (window), "_Keep Mine");
  TL_HAND_UNTIL (told (window) == NULL);
  tl_hand_wait (500);
  g_assert_null (told (window));
  tl_hand_focus (GTK_WIDGET (window));
  tl_hand_key ("<Control>s");
  TL_HAND_UNTIL (!tl_document_get_modified (document_of (window)));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, ">Mine<"));
  tl_hand_wait (500);
  g_assert_null (told (window));   /* one's own save is not somebody else's */
  tl_kit_destroy (window);
  remove_copy (path);
}

static void
test_conflict (gconstpointer data)
{
  char *path = make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = open_path (data, path);
  g_autofree char *text = NULL;

  rename_step (window, "Buff", "Mine");
  replace_in_file (path, ">Buff<", ">Theirs<");
  tl_hand_key ("<Control>s");
  tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("Escape");
  await_no_dialog (window, tl_question_get_type ());
  g_assert_true (tl_document_get_modified (document_of (window)));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, ">Theirs<"));   /* nothing was lost */
  tl_kit_destroy (window);
  remove_copy (path);
}

static void
test_gone (gconstpointer data)
{
  char *path = make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = open_path (data, path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  TL_HAND_UNTIL (g_strcmp0 (told (window), "gone") == 0);
  tl_kit_click_button (GTK_WIDGET (window), "_Save Again");
  TL_HAND_UNTIL (g_file_test (path, G_FILE_TEST_EXISTS));
  TL_HAND_UNTIL (told (window) == NULL);
  tl_kit_destroy (window);
  remove_copy (path);
}

static void
test_revert (gconstpointer data)
{
  char *path = make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = open_path (data, path);
  GtkWidget *dialog;

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "win.revert"));
  rename_step (window, "Buff", "Mine");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.revert", NULL);
  dialog = tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("<Alt>r");
  await_no_dialog (window, tl_question_get_type ());
  TL_HAND_UNTIL (!tl_document_get_modified (document_of (window)));
  tl_kit_find_step (window, "Buff");
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_document_get_modified (document_of (window)));
  tl_kit_find_step (window, "Mine");
  g_assert_nonnull (dialog);
  tl_kit_destroy (window);
  remove_copy (path);
}

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
  char *path = make_copy ("corner-shoeshine", "a.throughline");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *copy = g_build_filename (folder, "copy.throughline", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copied = NULL;
  TlWindow *window = open_path (data, path);

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  rename_step (window, "Buff", "Mine");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-copy", NULL);
  choose ("copy.throughline");
  TL_HAND_UNTIL (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (copy, &copied, NULL, NULL));
  g_assert_nonnull (strstr (copied, ">Mine<"));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
  g_assert_true (tl_document_get_modified (document_of (window)));
  g_assert_cmpstr (tl_window_get_path (window), ==, path);
  tl_kit_destroy (window);
  remove_copy (path);
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
  char *path = make_copy ("corner-shoeshine", "a.throughline");
  g_autofree char *folder = g_path_get_dirname (path);
  TlWindow *window = open_path (data, path);

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
    await_no_dialog (window, TL_TYPE_EXPORT_DIALOG);
    g_assert_true (g_file_get_contents (out, &bytes, &length, NULL));
    g_assert_cmpuint (length, >, 1000);
    g_assert_true (g_str_has_prefix (bytes, kinds[i].begins));
  }
  g_assert_false (tl_document_get_modified (document_of (window)));

  /* Escape makes nothing. */
  tl_hand_key ("<Control>e");
  tl_kit_await_dialog (TL_TYPE_EXPORT_DIALOG);
  tl_hand_key ("Escape");
  await_no_dialog (window, TL_TYPE_EXPORT_DIALOG);
  tl_kit_destroy (window);
  remove_copy (path);
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
  await_no_dialog (window, TL_TYPE_QUESTIONS_DIALOG);
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
  char *path = make_copy ("corner-shoeshine", "a.throughline");
  TlWindow *window = open_path (data, path);
  g_autofree char *before = NULL;
  g_autofree char *discarded = NULL;
  g_autofree char *saved = NULL;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  rename_step (window, "Buff", "Mine");
  tl_hand_key ("<Control>w");
  tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("Escape");
  await_no_dialog (window, tl_question_get_type ());
  tl_kit_find_step (window, "Mine");

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  tl_hand_key ("<Control>w");
  tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("<Alt>d");
  TL_HAND_UNTIL (window == NULL);
  g_assert_true (g_file_get_contents (path, &discarded, NULL, NULL));
  g_assert_cmpstr (discarded, ==, before);

  window = open_path (data, path);
  g_assert_null (told (window));   /* what was discarded is not offered again */
  rename_step (window, "Buff", "Mine");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  tl_hand_key ("<Control>w");
  tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("<Alt>s");
  TL_HAND_UNTIL (window == NULL);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, ">Mine<"));
  remove_copy (path);
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

/* Files of all sorts. */

static void
test_bad_files (gconstpointer data)
{
  static const char * const texts[] = {
    "", "\n\n", "not a chart at all", "<chart", "<chart xmlns=\"urn:throughline:chart:1\"/>",
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><chart>&a;</chart>",
    "<chart xmlns=\"urn:throughline:chart:9\" format=\"9.0\"/>", "\xff\xfe\x00<", "PK\x03\x04",
  };
  g_autofree char *folder = g_dir_make_tmp ("tl-files-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    for (guint k = 0; k < 2; k++) {
      g_autofree char *name = g_strdup_printf ("bad-%u%s", i, k == 0 ? ".throughline" : "");
      g_autofree char *path = g_build_filename (folder, name, NULL);
      TlWindow *window;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      window = tl_application_open_path ((TlApplication *) data, path);
      TL_HAND_UNTIL (!tl_window_is_loading (window));
      tl_hand_settle (GTK_WIDGET (window));
      g_assert_null (tl_window_get_editor (window));
      g_assert_cmpuint (tl_report_page_get_n (TL_REPORT_PAGE (tl_window_get_report (window))), >=,
                        1);
      g_assert_cmpstr (tl_window_get_path (window), ==, path);
      tl_kit_destroy (window);
      g_unlink (path);
    }
  }
  {
    TlWindow *window = tl_application_open_path ((TlApplication *) data, folder);

    TL_HAND_UNTIL (!tl_window_is_loading (window));
    g_assert_null (tl_window_get_editor (window));
    tl_kit_destroy (window);
  }
  g_rmdir (folder);
}

/* Opens every file of a folder of the tests: a chart or a report, and never nothing. */
static void
open_all (TlApplication *application,
          const char    *folder,
          guint         *n_charts,
          guint         *n_reports)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    TlWindow *window = tl_application_open_path (application, path);
    TlReportPage *report = NULL;

    TL_HAND_UNTIL (!tl_window_is_loading (window));
    tl_hand_settle (GTK_WIDGET (window));
    if (tl_window_get_editor (window) != NULL) {
      ++*n_charts;
    } else {
      report = TL_REPORT_PAGE (tl_window_get_report (window));
      g_assert_cmpuint (tl_report_page_get_n (report), >=, 1);
      ++*n_reports;
    }
    tl_kit_destroy (window);
  }
}

static void
test_every_file (gconstpointer data)
{
  g_autofree char *cli = g_build_filename (g_getenv ("TL_TEST_DATA"), "cli", NULL);
  g_autofree char *corpus = g_build_filename (g_getenv ("TL_TEST_DATA"), "..", "fuzz", "corpus",
                                              NULL);
  guint n_charts = 0, n_reports = 0;

  open_all ((TlApplication *) data, g_getenv ("TL_EXAMPLES"), &n_charts, &n_reports);
  g_assert_cmpuint (n_charts, ==, 4);
  g_assert_cmpuint (n_reports, ==, 0);
  open_all ((TlApplication *) data, cli, &n_charts, &n_reports);
  open_all ((TlApplication *) data, corpus, &n_charts, &n_reports);
  g_assert_cmpuint (n_reports, >=, 5);
}

static void
test_import (gconstpointer data)
{
  static const char text[] =
    "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\" "
    "name=\"Repair\"><startEvent id=\"s\"/><task id=\"t\" name=\"Mend it\"/><endEvent id=\"e\"/>"
    "<dataObject id=\"d\" name=\"Order form\"/>"
    "<sequenceFlow id=\"a\" sourceRef=\"s\" targetRef=\"t\"/>"
    "<sequenceFlow id=\"b\" sourceRef=\"t\" targetRef=\"e\"/></process></definitions>";
  g_autofree char *folder = g_dir_make_tmp ("tl-files-XXXXXX", NULL);
  char *path = g_build_filename (folder, "repair.bpmn", NULL);
  TlWindow *window;
  GtkWidget *report = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window = tl_application_open_path ((TlApplication *) data, path);
  report = tl_kit_await_dialog (g_type_from_name ("TlImportReport"));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (report)) == GTK_WINDOW (window));
  tl_hand_key ("Escape");
  await_no_dialog (window, g_type_from_name ("TlImportReport"));
  tl_kit_find_step (window, "Mend it");
  g_assert_null (tl_window_get_path (window));   /* the file of others is not written over */
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
  tl_kit_destroy (window);
  remove_copy (path);
}

/* Two files dropped at once open in two windows. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GSList        *files)
{
  return gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
}

static void
test_drop (gconstpointer data)
{
  char *first = make_copy ("corner-shoeshine", "a.throughline");
  char *second = make_copy ("online-order", "b.throughline");
  TlWindow *window = tl_kit_blank (data);
  GtkWidget *other = gtk_window_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GSList *files = NULL;
  GList *windows;
  guint n_found = 0;

  files = g_slist_append (files, g_file_new_for_path (first));
  files = g_slist_append (files, g_file_new_for_path (second));
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), files);
  gtk_widget_add_controller (other, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_default_size (GTK_WINDOW (other), 200, 120);
  gtk_window_present (GTK_WINDOW (other));
  tl_hand_settle (other);
  tl_hand_move (other, 60, 60);
  tl_hand_button (1, TRUE);
  for (int i = 1; i <= 30; i++)
    tl_hand_move (other, 60 + 20 * i, 60 + 12 * i);
  tl_hand_wait (100);
  tl_hand_button (1, FALSE);

  for (int i = 0; i < 500 && n_found < 2; i++) {
    tl_hand_wait (10);
    n_found = 0;
    windows = gtk_application_get_windows (GTK_APPLICATION ((gpointer) data));
    for (GList *item = windows; item != NULL; item = item->next) {
      const char *path = TL_IS_WINDOW (item->data) ? tl_window_get_path (item->data) : NULL;

      n_found += g_strcmp0 (path, first) == 0 || g_strcmp0 (path, second) == 0 ? 1 : 0;
    }
  }
  g_assert_cmpuint (n_found, ==, 2);
  g_assert_cmpstr (tl_window_get_path (window), ==, first);   /* the empty one was free */
  gtk_window_destroy (GTK_WINDOW (other));
  tl_kit_destroy (tl_application_open_path ((TlApplication *) data, second));
  tl_kit_destroy (window);
  g_slist_free_full (files, g_object_unref);
  remove_copy (first);
  remove_copy (second);
}

/* A chart of ten thousand lines is not there at once: the window says so, can be stopped,
 * and is itself again. */
static void
test_slow (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-files-XXXXXX", NULL);
  char *path = g_build_filename (folder, "big.throughline", NULL);
  g_autoptr (GString) text = g_string_new (
    "<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\" title=\"Big\" service=\"S\" "
    "currency=\"EUR\">\n<lane id=\"l\" name=\"L\" band=\"customer\"/>\n"
    "<phase id=\"p\" name=\"P\" columns=\"30000\"/>\n");
  TlWindow *window;
  guint n_rounds = 0;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "<step id=\"s%u\" lane=\"l\" phase=\"p\" kind=\"action\" "
                            "column=\"%u\"><label>Step number %u of many in this chart</label>"
                            "</step>\n", i, i, i);
  g_string_append (text, "</chart>\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));

  window = tl_application_open_path ((TlApplication *) data, path);
  if (tl_window_is_loading (window)) {
    g_assert_cmpstr (tl_window_get_path (window), ==, path);
    g_assert_true (tl_application_open_path ((TlApplication *) data, path) == window);
    gtk_widget_activate_action (GTK_WIDGET (window), "win.stop-load", NULL);
    g_assert_false (tl_window_is_loading (window));
    g_assert_null (tl_window_get_path (window));
    tl_hand_settle (GTK_WIDGET (window));
    tl_application_open_path ((TlApplication *) data, path);
  }
  while (tl_window_is_loading (window) && n_rounds < 3000) {
    tl_hand_wait (10);
    n_rounds++;
  }
  g_assert_nonnull (tl_window_get_editor (window));
  g_assert_cmpuint (tl_chart_n (tl_kit_chart (window), TL_RECORD_STEP), ==, 30000);
  tl_kit_destroy (window);
  remove_copy (path);
}

/* Left behind. */

/* As a crash would have it: a changed document whose journal stays. */
static char *
leave_behind (const char *path,
              const char *label)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlDocument) document = path != NULL ? tl_document_open (path, problems)
                                                 : tl_document_new_blank (label);
  g_autofree char *folder = tl_rescue_folder ();
  TlChart *chart = tl_document_get_chart (document);
  TlLane *lane;

  tl_document_keep (document, folder);
  tl_chart_begin (chart, "Rename Lane");
  lane = tl_chart_edit (chart, tl_chart_nth (chart, TL_RECORD_LANE, 0)->id);
  tl_text_set (&lane->name, label);
  g_assert_true (tl_chart_commit (chart, NULL));
  tl_document_leave (document);
  return tl_xml_write (chart, NULL);
}

static char *
text_of (TlWindow *window)
{
  return tl_xml_write (tl_kit_chart (window), NULL);
}

static TlWindow *
find_window (gconstpointer  application,
             const char    *text)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION ((gpointer) application));

  for (GList *item = windows; item != NULL; item = item->next) {
    g_autofree char *has = TL_IS_WINDOW (item->data) &&
                           tl_window_get_editor (item->data) != NULL ? text_of (item->data) : NULL;

    if (g_strcmp0 (has, text) == 0)
      return item->data;
  }
  return NULL;
}

/* Several at once, one of them never saved, one never to come back. */
static void
test_rescue_dialog (gconstpointer data)
{
  char *first = make_copy ("corner-shoeshine", "a.throughline");
  char *second = make_copy ("online-order", "b.throughline");
  char *texts[3] = { leave_behind (first, "One"), leave_behind (second, "Two"),
                     leave_behind (NULL, "Three") };
  TlWindow *window = tl_kit_blank (data);
  GtkWidget *dialog;

  tl_application_offer_rescues ((TlApplication *) data);
  dialog = tl_kit_await_dialog (TL_TYPE_RESCUE_DIALOG);
  g_assert_cmpuint (tl_rescue_dialog_get_n (TL_RESCUE_DIALOG (dialog)), ==, 3);
  tl_hand_key ("Escape");
  await_no_dialog (window, TL_TYPE_RESCUE_DIALOG);

  /* Later is later: all is still there. */
  tl_application_offer_rescues ((TlApplication *) data);
  dialog = tl_kit_await_dialog (TL_TYPE_RESCUE_DIALOG);
  g_assert_cmpuint (tl_rescue_dialog_get_n (TL_RESCUE_DIALOG (dialog)), ==, 3);
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_kit_find_dialog (TL_TYPE_RESCUE_DIALOG) == NULL);
  for (guint i = 0; i < 3; i++) {
    TlWindow *restored = NULL;

    TL_HAND_UNTIL ((restored = find_window (data, texts[i])) != NULL);
    g_assert_true (tl_document_get_modified (document_of (restored)));
    g_assert_cmpstr (tl_window_get_path (restored), ==, i == 0 ? first : i == 1 ? second : NULL);
    g_assert_cmpstr (tl_chart_undo_label (tl_kit_chart (restored)), ==, "Rename Lane");
    tl_kit_destroy (restored);
    g_free (texts[i]);
  }
  tl_application_offer_rescues ((TlApplication *) data);
  g_assert_null (tl_kit_find_dialog (TL_TYPE_RESCUE_DIALOG));   /* closed in order, nothing is left */
  remove_copy (first);
  remove_copy (second);
}

/* The file itself is opened: the bar offers its changes. */
static void
test_rescue_notice (gconstpointer data)
{
  char *path = make_copy ("corner-shoeshine", "a.throughline");

  for (int round = 0; round < 3; round++) {
    g_autofree char *text = leave_behind (path, "One");
    g_autofree char *before = NULL;
    TlWindow *window = open_path (data, path);

    g_assert_cmpstr (told (window), ==, "rescue");
    before = text_of (window);
    if (round == 0) {
      tl_kit_click_button (GTK_WIDGET (window), "_Discard");
      TL_HAND_UNTIL (told (window) == NULL);
      g_assert_null (find_window (data, text));
    } else {
      if (round == 2)   /* then it comes back as one step */
        rename_step (window, "Buff", "Mine");
      tl_kit_click_button (GTK_WIDGET (window), "_Restore");
      TL_HAND_UNTIL (find_window (data, text) == window);
      g_assert_true (tl_document_get_modified (document_of (window)));
      tl_hand_focus (GTK_WIDGET (window));
      tl_hand_key ("<Control>z");
      if (round == 1)
        TL_HAND_UNTIL (find_window (data, before) == window);
      else
        tl_kit_find_step (window, "Mine");
    }
    tl_kit_destroy (window);
    window = open_path (data, path);
    g_assert_null (told (window));
    tl_kit_destroy (window);
  }
  remove_copy (path);
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
    { "/window/files/save-copy", test_save_copy },
    { "/window/files/export", test_export },
    { "/window/files/questions", test_questions },
    { "/window/files/close", test_close },
    { "/window/files/panes", test_panes },
    { "/window/files/bad", test_bad_files },
    { "/window/files/every", test_every_file },
    { "/window/files/import", test_import },
    { "/window/files/drop", test_drop },
    { "/window/files/slow", test_slow },
    { "/window/files/rescue-dialog", test_rescue_dialog },
    { "/window/files/rescue-notice", test_rescue_notice },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
