/* test-window.c - the real window, driven by the real mouse and keyboard. */
#include <glib/gstdio.h>

#include "app/commands.h"
#include "app/field-row.h"
#include "app/inspector.h"
#include "app/report-page.h"
#include "window-kit.h"

/* Files. */

static void
test_open (gconstpointer data)
{
  static const char * const names[] = {
    "hotel-check-in", "appliance-repair", "corner-shoeshine", "online-order",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    TlWindow *window = tl_kit_open (data, names[i]);
    TlWindow *again = tl_kit_open (data, names[i]);

    g_assert_nonnull (tl_window_get_editor (window));
    g_assert_true (window == again);   /* the same file is the same window */
    TL_HAND_UNTIL (tl_canvas_is_settled (tl_window_get_canvas (window)));
    tl_kit_destroy (window);
  }
}

/* Some label of @widget that can be seen says just this. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (says (child, text))
      return TRUE;
  }
  return FALSE;
}

/* The line at the foot counts, and tells how long a journey takes; it goes along with
 * changes. */
static void
test_status (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlId wait = tl_kit_find_step (window, "Wait in line at the desk");

  TL_HAND_UNTIL (says (GTK_WIDGET (window), "25 steps"));
  TL_HAND_UNTIL (says (GTK_WIDGET (window), "47 min"));
  tl_kit_select (window, wait);
  tl_kit_write_row (window, wait, "wait", "24 min");
  TL_HAND_UNTIL (says (GTK_WIDGET (window), "1 h 7 min"));
  tl_hand_focus (GTK_WIDGET (window));
  tl_chart_undo (tl_kit_chart (window));
  TL_HAND_UNTIL (says (GTK_WIDGET (window), "47 min"));
  tl_kit_destroy (window);
}

static void
test_bad_file (gconstpointer data)
{
  TlApplication *application = (TlApplication *) data;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tl-bad.throughline", NULL);
  const char *text =
    "<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\" title=\"T\" service=\"S\" currency=\"EUR\">\n"
    "<lane id=\"a\" name=\"A\" band=\"support\"/>\n"
    "<lane id=\"a\" name=\"B\" band=\"nowhere\"/>\n"
    "<step id=\"s\" lane=\"x\" phase=\"p\" kind=\"action\"><label/></step>\n"
    "</chart>\n";
  TlWindow *window;
  TlReportPage *report;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window = tl_kit_ready (tl_application_open_path (application, path));
  report = TL_REPORT_PAGE (tl_window_get_report (window));
  g_assert_null (tl_window_get_editor (window));
  g_assert_cmpuint (tl_report_page_get_n (report), >=, 3);
  g_assert_cmpstr (tl_report_page_get_path (report), ==, path);

  /* Mended, it opens in the same window. */
  g_assert_true (g_file_set_contents (path,
                                      "<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\" "
                                      "title=\"T\" service=\"S\" currency=\"EUR\">"
                                      "<lane id=\"a\" name=\"A\" band=\"support\"/></chart>",
                                      -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (report), "report.again", NULL);
  tl_hand_settle (GTK_WIDGET (window));
  g_assert_nonnull (tl_window_get_editor (window));
  tl_kit_destroy (window);
  g_unlink (path);
}

static void
test_save (gconstpointer data)
{
  TlApplication *application = (TlApplication *) data;
  g_autofree char *source = tl_kit_example ("corner-shoeshine");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tl-save.throughline", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TlDocument *document;
  TlWindow *window;

  g_assert_true (g_file_get_contents (source, &before, NULL, NULL));
  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  window = tl_kit_ready (tl_application_open_path (application, path));
  document = tl_editor_get_document (tl_window_get_editor (window));
  g_assert_false (tl_document_get_modified (document));
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (window)), "•"));

  tl_kit_click (window, tl_kit_find_step (window, "Buff"));
  tl_hand_key ("F2");
  tl_kit_write (window, "Buff with a cloth");
  TL_HAND_UNTIL (tl_document_get_modified (document));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "•"));

  tl_hand_key ("<Control>s");
  TL_HAND_UNTIL (!tl_document_get_modified (document));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_nonnull (strstr (after, "Buff with a cloth"));
  tl_kit_destroy (window);
  g_unlink (path);
}

/* Selecting and looking. */

static void
test_select (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlSelection *selection = tl_editor_get_selection (tl_window_get_editor (window));
  TlId first = tl_kit_find_step (window, "Guest books a room");
  TlId second = tl_kit_find_step (window, "Go to the room");

  tl_kit_click (window, first);
  TL_HAND_UNTIL (tl_kit_selected (window) == first);
  g_assert_nonnull (tl_inspector_get_row (TL_INSPECTOR (tl_window_get_inspector (window)), first,
                                          "label"));
  tl_hand_wait (450);   /* or the next click is the second half of a double click */
  tl_hand_key_set (GDK_KEY_Shift_L, TRUE);
  tl_kit_click (window, second);
  tl_hand_key_set (GDK_KEY_Shift_L, FALSE);
  TL_HAND_UNTIL (tl_selection_get_n (selection) == 2);
  tl_hand_key ("<Control>a");
  TL_HAND_UNTIL (tl_selection_get_n (selection) ==
                 tl_chart_n (tl_kit_chart (window), TL_RECORD_STEP));
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (tl_selection_get_n (selection) == 0);
  tl_kit_destroy (window);
}

static void
test_rubber_band (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlCanvas *canvas = tl_window_get_canvas (window);
  TlId id = tl_kit_find_step (window, "Brush shoes");
  TlBox box;

  tl_hand_key ("<Control>9");
  tl_hand_wait (150);
  g_assert_true (tl_canvas_locate (canvas, id, &box));
  tl_hand_move (GTK_WIDGET (canvas), box.x - 8, box.y - 8);
  tl_hand_button (1, TRUE);
  for (int i = 1; i <= 10; i++)
    tl_hand_move (GTK_WIDGET (canvas), box.x - 8 + (box.w + 16) * i / 10,
                  box.y - 8 + (box.h + 16) * i / 10);
  tl_hand_button (1, FALSE);
  TL_HAND_UNTIL (tl_selection_contains (
    tl_editor_get_selection (tl_window_get_editor (window)), id));
  g_assert_false (tl_selection_contains (
    tl_editor_get_selection (tl_window_get_editor (window)),
    tl_kit_find_step (window, "Buff")));
  tl_kit_destroy (window);
}

static void
test_zoom (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlCanvas *canvas = tl_window_get_canvas (window);
  TlPoint before, after;

  tl_hand_move (GTK_WIDGET (canvas), 400, 300);
  before = tl_viewport_to_chart (tl_canvas_get_viewport (canvas), 400, 300);
  tl_hand_key_set (GDK_KEY_Control_L, TRUE);
  for (int i = 0; i < 4; i++) {
    tl_hand_button (4, TRUE);
    tl_hand_button (4, FALSE);
  }
  tl_hand_key_set (GDK_KEY_Control_L, FALSE);
  TL_HAND_UNTIL (tl_canvas_get_zoom (canvas) > 1.3);
  after = tl_viewport_to_chart (tl_canvas_get_viewport (canvas), 400, 300);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 2.0);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 2.0);
  tl_hand_key ("<Control>0");
  TL_HAND_UNTIL (tl_canvas_get_zoom (canvas) == 1.0);
  tl_hand_key ("<Control>9");
  TL_HAND_UNTIL (tl_canvas_get_zoom (canvas) < 1.0);
  tl_kit_destroy (window);
}

/* Changing. */

static void
test_refused (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlId id = tl_kit_find_step (window, "Buff");
  guint64 version = tl_chart_version (tl_kit_chart (window));
  GtkWidget *row;

  tl_kit_click (window, id);
  TL_HAND_UNTIL (tl_kit_selected (window) == id);
  row = tl_inspector_get_row (TL_INSPECTOR (tl_window_get_inspector (window)), id, "touch");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "soon");
  tl_field_row_commit (row);
  g_assert_nonnull (tl_field_row_get_refusal (row));
  g_assert_cmpuint (tl_chart_version (tl_kit_chart (window)), ==, version);

  gtk_editable_set_text (GTK_EDITABLE (row), "1 min 30 s");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_null (tl_field_row_get_refusal (row));
  g_assert_cmpint (TL_CHART_GET (tl_kit_chart (window), STEP, TlStep, id)->touch, ==, 90);
  tl_kit_destroy (window);
}

/* Things that belong to a step are added and deleted in the details. */
static void
test_children (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlEditor *editor = tl_window_get_editor (window);
  TlInspector *inspector = TL_INSPECTOR (tl_window_get_inspector (window));
  TlId id = tl_kit_find_step (window, "Buff");
  guint n = tl_chart_get (tl_kit_chart (window), id)->children.n;
  g_autoptr (GError) error = NULL;
  TlId made;

  tl_kit_click (window, id);
  TL_HAND_UNTIL (tl_kit_selected (window) == id);
  made = tl_command_add_child (editor, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_chart_get (tl_kit_chart (window), id)->children.n, ==, n + 1);
  g_assert_nonnull (tl_inspector_get_row (inspector, made, "name"));
  g_assert_true (tl_command_remove (editor, made, &error));
  g_assert_cmpuint (tl_chart_get (tl_kit_chart (window), id)->children.n, ==, n);
  g_assert_null (tl_inspector_get_row (inspector, made, "name"));
  tl_chart_undo (tl_kit_chart (window));
  g_assert_nonnull (tl_inspector_get_row (inspector, made, "name"));
  tl_kit_destroy (window);
}

/* Three lanes, ten steps, a decision with two named ways out, a failure point and a
 * recovery procedure, by keyboard alone; then all undone and done again. */
static void
test_keyboard (gconstpointer data)
{
  TlWindow *window = tl_kit_blank (data);
  static const char * const first[] = { "Guest arrives", "Greets the guest", "Room ready?" };
  g_autoptr (GHashTable) lanes = g_hash_table_new (NULL, NULL);
  TlChart *chart = tl_kit_chart (window);
  guint n_undone = 0;
  TlId decision;

  for (guint i = 0; i < G_N_ELEMENTS (first); i++) {
    tl_hand_key ("Return");
    tl_kit_write (window, first[i]);
  }
  tl_hand_key ("<Alt>2");
  decision = tl_kit_selected (window);
  TL_HAND_UNTIL (TL_CHART_GET (chart, STEP, TlStep, decision)->kind == TL_STEP_DECISION);
  tl_hand_key ("Return");
  tl_kit_write (window, "Hands over the key");
  tl_hand_key ("Return");
  tl_kit_write (window, "Goes to the room");
  tl_hand_key ("Return");
  tl_kit_write (window, "Stays");
  tl_hand_key ("<Alt>5");
  tl_hand_key ("Left");
  tl_hand_key ("Left");
  tl_hand_key ("Left");
  TL_HAND_UNTIL (tl_kit_selected (window) == decision);
  tl_hand_key ("<Alt>Right");
  tl_hand_key ("F2");
  tl_kit_write (window, "yes");
  tl_hand_key ("Left");
  tl_hand_key ("<Shift>Return");
  tl_kit_write (window, "Waits in the lobby");
  tl_hand_key ("<Alt>Left");
  tl_hand_key ("F2");
  tl_kit_write (window, "no");
  tl_hand_key ("Right");
  tl_hand_key ("f");
  tl_kit_write (window, "Waits too long");
  tl_hand_key ("r");
  tl_kit_write (window, "Offer a drink");
  tl_hand_key ("Escape");
  tl_hand_key ("Right");
  TL_HAND_UNTIL (tl_kit_selected (window) == tl_kit_find_step (window, "Guest arrives"));
  tl_hand_key ("<Control>Down");
  tl_kit_write (window, "Opens the door");
  tl_hand_key ("<Control>Down");
  tl_kit_write (window, "Tells the desk");
  tl_hand_key ("Return");
  tl_kit_write (window, "Prepares the key");

  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, 10);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_FAILURE), ==, 1);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_RECOVERY), ==, 1);
  for (guint i = 0; i < 10; i++)
    g_hash_table_add (lanes, GUINT_TO_POINTER (TL_CHART_NTH (chart, STEP, TlStep, i)->lane));
  g_assert_cmpuint (g_hash_table_size (lanes), ==, 3);
  {
    guint n_named = 0;

    for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++)
      n_named += TL_CHART_NTH (chart, CONNECTOR, TlConnector, i)->label != NULL ? 1 : 0;
    g_assert_cmpuint (n_named, ==, 2);
  }

  while (tl_chart_can_undo (chart) && n_undone < 100) {
    guint64 version = tl_chart_version (chart);

    tl_hand_key ("<Control>z");
    TL_HAND_UNTIL (tl_chart_version (chart) != version);
    n_undone++;
  }
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, 0);
  while (tl_chart_can_redo (chart) && n_undone > 0) {
    guint64 version = tl_chart_version (chart);

    tl_hand_key ("<Control><Shift>z");
    TL_HAND_UNTIL (tl_chart_version (chart) != version);
    n_undone--;
  }
  g_assert_cmpuint (n_undone, ==, 0);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, 10);
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window/files/open", test_open },
    { "/window/files/bad", test_bad_file },
    { "/window/files/save", test_save },
    { "/window/status", test_status },
    { "/window/select/click", test_select },
    { "/window/select/rubber-band", test_rubber_band },
    { "/window/view/zoom", test_zoom },
    { "/window/change/refused", test_refused },
    { "/window/change/children", test_children },
    { "/window/change/keyboard", test_keyboard },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
