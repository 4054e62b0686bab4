/* test-window-arrivals.c - what comes into the real window: bad files, other formats,
 * drops, big charts, and what a crash left behind. */
#include <glib/gstdio.h>

#include "app/compat.h"
#include "app/report-page.h"
#include "app/rescue-dialog.h"
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "file-kit.h"

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
  tl_kit_await_no_dialog (window, g_type_from_name ("TlImportReport"));
  tl_kit_find_step (window, "Mend it");
  g_assert_null (tl_window_get_path (window));   /* the file of others is not written over */
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
  tl_kit_destroy (window);
  tl_kit_remove_copy (path);
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
  char *first = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  char *second = tl_kit_make_copy ("online-order", "b.throughline");
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
  tl_kit_remove_copy (first);
  tl_kit_remove_copy (second);
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
  tl_kit_remove_copy (path);
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
  char *first = tl_kit_make_copy ("corner-shoeshine", "a.throughline");
  char *second = tl_kit_make_copy ("online-order", "b.throughline");
  char *texts[3] = { leave_behind (first, "One"), leave_behind (second, "Two"),
                     leave_behind (NULL, "Three") };
  TlWindow *window = tl_kit_blank (data);
  GtkWidget *dialog;

  tl_application_offer_rescues ((TlApplication *) data);
  dialog = tl_kit_await_dialog (TL_TYPE_RESCUE_DIALOG);
  g_assert_cmpuint (tl_rescue_dialog_get_n (TL_RESCUE_DIALOG (dialog)), ==, 3);
  tl_hand_key ("Escape");
  tl_kit_await_no_dialog (window, TL_TYPE_RESCUE_DIALOG);

  /* Later is later: all is still there. */
  tl_application_offer_rescues ((TlApplication *) data);
  dialog = tl_kit_await_dialog (TL_TYPE_RESCUE_DIALOG);
  g_assert_cmpuint (tl_rescue_dialog_get_n (TL_RESCUE_DIALOG (dialog)), ==, 3);
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_kit_find_dialog (TL_TYPE_RESCUE_DIALOG) == NULL);
  for (guint i = 0; i < 3; i++) {
    TlWindow *restored = NULL;

    TL_HAND_UNTIL ((restored = find_window (data, texts[i])) != NULL);
    g_assert_true (tl_document_get_modified (tl_kit_document (restored)));
    g_assert_cmpstr (tl_window_get_path (restored), ==, i == 0 ? first : i == 1 ? second : NULL);
    g_assert_cmpstr (tl_chart_undo_label (tl_kit_chart (restored)), ==, "Rename Lane");
    tl_kit_destroy (restored);
    g_free (texts[i]);
  }
  tl_application_offer_rescues ((TlApplication *) data);
  g_assert_null (tl_kit_find_dialog (TL_TYPE_RESCUE_DIALOG));   /* closed in order, nothing is left */
  tl_kit_remove_copy (first);
  tl_kit_remove_copy (second);
}

/* The file itself is opened: the bar offers its changes. */
static void
test_rescue_notice (gconstpointer data)
{
  char *path = tl_kit_make_copy ("corner-shoeshine", "a.throughline");

  for (int round = 0; round < 3; round++) {
    g_autofree char *text = leave_behind (path, "One");
    g_autofree char *before = NULL;
    TlWindow *window = tl_kit_open_path (data, path);

    g_assert_cmpstr (tl_kit_told (window), ==, "rescue");
    before = text_of (window);
    if (round == 0) {
      tl_kit_click_button (GTK_WIDGET (window), "_Discard");
      TL_HAND_UNTIL (tl_kit_told (window) == NULL);
      g_assert_null (find_window (data, text));
    } else {
      if (round == 2)   /* then it comes back as one step */
        tl_kit_rename_step (window, "Buff", "Mine");
      tl_kit_click_button (GTK_WIDGET (window), "_Restore");
      TL_HAND_UNTIL (find_window (data, text) == window);
      g_assert_true (tl_document_get_modified (tl_kit_document (window)));
      tl_hand_focus (GTK_WIDGET (window));
      tl_hand_key ("<Control>z");
      if (round == 1)
        TL_HAND_UNTIL (find_window (data, before) == window);
      else
        tl_kit_find_step (window, "Mine");
    }
    tl_kit_destroy (window);
    window = tl_kit_open_path (data, path);
    g_assert_null (tl_kit_told (window));
    tl_kit_destroy (window);
  }
  tl_kit_remove_copy (path);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window/arrivals/bad", test_bad_files },
    { "/window/arrivals/every", test_every_file },
    { "/window/arrivals/import", test_import },
    { "/window/arrivals/drop", test_drop },
    { "/window/arrivals/slow", test_slow },
    { "/window/arrivals/rescue-dialog", test_rescue_dialog },
    { "/window/arrivals/rescue-notice", test_rescue_notice },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
