/* test-window-inspect.c - the details and the tables of the real window, by real input. */
#include <glib/gstdio.h>

#include "app/bottom-pane.h"
#include "app/field-row.h"
#include "app/inspector.h"
#include "app/table-copy.h"
#include "app/table-view.h"
#include "chart-maker.h"
#include "document/document.h"
#include "model/ops.h"
#include "table-kit.h"

static const TlStep *
get_step (TlWindow *window,
          TlId      id)
{
  return TL_CHART_GET (tl_kit_chart (window), STEP, TlStep, id);
}

/* Details. */

static void
test_time (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlId id = tl_kit_find_step (window, "Buff");
  static const struct {
    const char *text;
    int         seconds;
  } rows[] = { { "1:30", 90 }, { "4 min", 240 }, { "2 d", 172800 }, { "1.5 h", 5400 } };

  tl_kit_click (window, id);
  TL_HAND_UNTIL (tl_kit_selected (window) == id);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    tl_kit_write_row (window, id, "touch", rows[i].text);
    TL_HAND_UNTIL (get_step (window, id)->touch == rows[i].seconds);
  }
  tl_kit_destroy (window);
}

/* A value out of range stays in the row, with the rule, and nowhere else. */
static void
test_refused (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlChart *chart = tl_kit_chart (window);
  TlId id = tl_chart_find (chart, "c4");
  double before = TL_CHART_GET (chart, CONNECTOR, TlConnector, id)->probability;
  guint64 version = tl_chart_version (chart);
  GtkWidget *row;

  tl_kit_select (window, id);
  tl_kit_write_row (window, id, "probability", "150 %");
  row = tl_kit_row (window, id, "probability");
  TL_HAND_UNTIL (tl_field_row_get_refusal (row) != NULL);
  g_assert_nonnull (strstr (tl_field_row_get_refusal (row), "between"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "150 %");
  g_assert_cmpuint (tl_chart_version (chart), ==, version);
  g_assert_cmpfloat (TL_CHART_GET (chart, CONNECTOR, TlConnector, id)->probability, ==, before);
  g_assert_false (tl_chart_can_undo (chart));

  tl_hand_key ("Escape");
  TL_HAND_UNTIL (tl_field_row_get_refusal (row) == NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "97 %");
  tl_kit_destroy (window);
}

/* Fields that are valid only together wait for each other. */
static void
test_together (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlChart *chart = tl_kit_chart (window);
  const TlWeights *weights;
  TlId id;

  tl_chart_begin (chart, "Weights");
  id = tl_ops_add_record (chart, TL_RECORD_WEIGHTS, NULL, 0, NULL);
  g_assert_true (tl_chart_commit (chart, NULL));
  tl_kit_select (window, id);
  tl_kit_write_row (window, id, "reliability", "30");
  TL_HAND_UNTIL (tl_field_row_get_refusal (tl_kit_row (window, id, "reliability")) != NULL);
  weights = TL_CHART_GET (chart, WEIGHTS, TlWeights, id);
  g_assert_cmpint (weights->reliability, ==, 32);
  tl_kit_write_row (window, id, "tangibles", "13");
  TL_HAND_UNTIL (TL_CHART_GET (chart, WEIGHTS, TlWeights, id)->tangibles == 13);
  g_assert_cmpint (TL_CHART_GET (chart, WEIGHTS, TlWeights, id)->reliability, ==, 30);
  g_assert_null (tl_field_row_get_refusal (tl_kit_row (window, id, "reliability")));
  tl_chart_undo (chart);   /* both in one step */
  weights = TL_CHART_GET (chart, WEIGHTS, TlWeights, id);
  g_assert_cmpint (weights->reliability, ==, 32);
  g_assert_cmpint (weights->tangibles, ==, 11);
  tl_kit_destroy (window);
}

/* The row of a field on the page of several records. */
static GtkWidget *
find_shared_row (GtkWidget  *widget,
                 const char *xml)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_object_get_data (G_OBJECT (widget), "field-row") != NULL &&
      g_str_equal (tl_field_row_get_field (widget)->xml, xml))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_shared_row (child, xml);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
test_several (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlChart *chart = tl_kit_chart (window);
  const TlId ids[] = {
    tl_kit_find_step (window, "Brush shoes"), tl_kit_find_step (window, "Clean shoes"),
    tl_kit_find_step (window, "Buff"),
  };
  const int before[] = { 30, 45, 45 };
  GtkWidget *row;

  tl_selection_set (tl_editor_get_selection (tl_window_get_editor (window)), ids, 3);
  tl_hand_settle (GTK_WIDGET (window));
  row = find_shared_row (tl_window_get_inspector (window), "touch");
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  tl_field_row_focus (row);
  tl_hand_key ("Return");   /* nothing written changes nothing */
  g_assert_false (tl_chart_can_undo (chart));
  tl_hand_type ("4 min");
  tl_hand_key ("Return");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    TL_HAND_UNTIL (get_step (window, ids[i])->touch == 240);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "4 min");
  tl_chart_undo (chart);
  g_assert_false (tl_chart_can_undo (chart));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (get_step (window, ids[i])->touch, ==, before[i]);
  tl_kit_destroy (window);
}

/* A failure point with its rating, a recovery procedure with four actions, shared with
 * another failure point, and detached again. */
static void
test_recovery (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlChart *chart = tl_kit_chart (window);
  TlId step = tl_kit_find_step (window, "Buff");
  TlId other = tl_chart_find (chart, "f1");
  static const char * const texts[] = { "Say sorry", "Wipe it off", "Shine again", "No charge" };
  TlId failure, recovery, first;
  const TlFailure *rated;
  const TlRecovery *made;

  tl_kit_click (window, step);
  TL_HAND_UNTIL (tl_kit_selected (window) == step);
  tl_kit_press (window, "Add Failure Point");
  failure = tl_kit_selected (window);
  g_assert_nonnull (TL_CHART_GET (chart, FAILURE, TlFailure, failure));
  tl_hand_type ("Polish on the sock");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (g_str_equal (TL_CHART_GET (chart, FAILURE, TlFailure, failure)->title,
                              "Polish on the sock"));
  tl_field_row_focus (tl_kit_row (window, failure, "S"));
  tl_hand_type ("876");
  rated = TL_CHART_GET (chart, FAILURE, TlFailure, failure);
  TL_HAND_UNTIL (rated->d == 6);
  g_assert_cmpint (rated->s, ==, 8);
  g_assert_cmpint (rated->o, ==, 7);

  tl_kit_press (window, "Add Recovery Procedure");
  recovery = tl_kit_selected (window);
  g_assert_nonnull (TL_CHART_GET (chart, RECOVERY, TlRecovery, recovery));
  tl_hand_type ("Polish on the sock");
  tl_hand_key ("Return");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    tl_kit_press (window, "Add Action");
    tl_hand_type (texts[i]);
  }
  gtk_widget_grab_focus (tl_kit_row (window, recovery, "name"));
  tl_hand_settle (GTK_WIDGET (window));
  made = TL_CHART_GET (chart, RECOVERY, TlRecovery, recovery);
  g_assert_cmpuint (made->head.children.n, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (TL_CHART_GET (chart, ACTION, TlAction, made->head.children.ids[i])->text, ==,
                     texts[i]);
  first = made->head.children.ids[0];
  tl_row_focus (gtk_widget_get_ancestor (tl_kit_row (window, first, "text"),
                                         ADW_TYPE_EXPANDER_ROW));
  tl_hand_key ("<Alt>Down");
  TL_HAND_UNTIL (tl_id_list_index (&TL_CHART_GET (chart, RECOVERY, TlRecovery,
                                                  recovery)->head.children, first) == 1);

  tl_kit_select (window, other);
  tl_kit_press (window, "Attach Recovery procedure");
  tl_hand_wait (150);
  tl_hand_type ("sock");
  tl_hand_wait (300);
  tl_hand_key ("Return");
  TL_HAND_UNTIL (TL_CHART_GET (chart, RECOVERY, TlRecovery, recovery)->failures.n == 2);
  tl_hand_key ("Escape");
  tl_hand_wait (100);
  tl_kit_select (window, failure);
  tl_kit_press (window, "Detach");
  TL_HAND_UNTIL (TL_CHART_GET (chart, RECOVERY, TlRecovery, recovery)->failures.n == 1);
  g_assert_cmpuint (TL_CHART_GET (chart, RECOVERY, TlRecovery, recovery)->failures.ids[0], ==,
                    other);
  tl_kit_destroy (window);
}

/* Pages lead to each other and back. */
static void
test_walk (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlId failure = tl_chart_find (tl_kit_chart (window), "f1");

  tl_kit_select (window, failure);
  tl_kit_press (window, "Back to Right colour wax? – wrong colour");
  TL_HAND_UNTIL (tl_kit_selected (window) == tl_chart_find (tl_kit_chart (window), "c5"));
  g_assert_null (tl_kit_row (window, failure, "title"));
  tl_kit_select (window, tl_kit_find_step (window, "Buff"));
  g_assert_null (tl_kit_find_button (tl_window_get_inspector (window), "Back to Chart"));
  tl_kit_destroy (window);
}

/* Rows come a moment after the chart, and at once when they are asked for. */
static void
test_filled (gconstpointer data)
{
  g_autofree char *path = tl_kit_example ("hotel-check-in");
  TlWindow *window = tl_application_open_path ((TlApplication *) data, path);
  TlInspector *inspector = TL_INSPECTOR (tl_window_get_inspector (window));
  TlChart *chart = tl_kit_chart (window);
  TlId whole = tl_chart_info (chart)->head.id;
  TlId step = tl_chart_nth (chart, TL_RECORD_STEP, 0)->id;

  g_assert_null (tl_inspector_get_row (inspector, whole, "title"));
  TL_HAND_UNTIL (tl_inspector_get_row (inspector, whole, "title") != NULL);
  tl_kit_destroy (window);

  window = tl_application_open_path ((TlApplication *) data, path);
  inspector = TL_INSPECTOR (tl_window_get_inspector (window));
  tl_selection_set_one (tl_editor_get_selection (tl_window_get_editor (window)), step);
  g_assert_null (tl_inspector_get_row (inspector, step, "label"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-details", NULL);
  g_assert_nonnull (tl_inspector_get_row (inspector, step, "label"));
  tl_kit_ready (window);
  g_assert_cmpuint (tl_kit_selected (window), ==, step);
  tl_kit_destroy (window);
}

/* Tables. */

/* A table nobody looks at costs nothing, and shows the window's chart once it is seen. */
static void
test_table_unseen (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlBottomPane *pane = TL_BOTTOM_PANE (tl_window_get_bottom_pane (window));
  TlTableView *steps = tl_bottom_pane_get_view (pane, "steps");
  TlTableView *failures = tl_bottom_pane_get_view (pane, "failures");
  g_autofree char *other = tl_kit_example ("corner-shoeshine");

  g_assert_null (tl_table_view_get_model (steps));
  tl_kit_show_table (window, "steps");
  g_assert_cmpuint (tl_kit_n_rows (steps), ==, tl_chart_n (tl_kit_chart (window), TL_RECORD_STEP));
  g_assert_null (tl_table_view_get_model (failures));
  tl_kit_show_table (window, "failures");
  g_assert_cmpuint (tl_kit_n_rows (failures), ==,
                    tl_chart_n (tl_kit_chart (window), TL_RECORD_FAILURE));

  tl_window_load (window, other);
  TL_HAND_UNTIL (tl_window_get_editor (window) != NULL && !tl_window_is_loading (window));
  tl_hand_settle (GTK_WIDGET (window));
  TL_HAND_UNTIL (tl_table_view_get_model (failures) != NULL);
  g_assert_cmpuint (tl_kit_n_rows (failures), ==,
                    tl_chart_n (tl_kit_chart (window), TL_RECORD_FAILURE));
  g_assert_null (tl_table_view_get_model (steps));
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

static void
test_table_sort (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "steps");
  guint n = tl_kit_n_rows (view);
  g_autofree char *first = NULL;
  g_autofree char *found = NULL;

  g_assert_cmpuint (n, ==, tl_chart_n (tl_kit_chart (window), TL_RECORD_STEP));
  tl_kit_click_label (window, view, "Working time");
  tl_kit_click_label (window, view, "Working time");
  first = tl_kit_cell (view, 0, 6);
  g_assert_cmpstr (first, ==, "30 min");   /* the longest */

  gtk_widget_grab_focus (tl_table_view_get_search (view));
  tl_hand_type ("booking found");
  TL_HAND_UNTIL (tl_kit_n_rows (view) == 1);
  found = tl_kit_cell (view, 0, 1);
  g_assert_cmpstr (found, ==, "Booking found and room ready?");
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (tl_kit_n_rows (view) == n);

  tl_table_model_set_group (tl_table_view_get_model (view), 2);
  g_assert_cmpuint (tl_kit_n_rows (view), ==,
                    n + tl_chart_n (tl_kit_chart (window), TL_RECORD_PHASE));
  g_assert_true (tl_table_model_is_head (tl_table_view_get_model (view), 0));
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

/* One selection, whichever view it is made in; a double click goes to the step. */
static void
test_table_select (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "steps");
  TlId first = tl_kit_find_step (window, "Arrive and come to the desk");
  TlId second = tl_kit_find_step (window, "Wait in line at the desk");
  TlCanvas *canvas = tl_window_get_canvas (window);
  GtkSelectionModel *rows =
    gtk_column_view_get_model (GTK_COLUMN_VIEW (tl_table_view_get_list (view)));
  GtkWidget *label;

  tl_kit_click_label (window, view, "Arrive and come to the desk");
  TL_HAND_UNTIL (tl_kit_selected (window) == first);
  tl_selection_set_one (tl_editor_get_selection (tl_window_get_editor (window)), second);
  g_assert_true (gtk_selection_model_is_selected (
    rows, tl_table_model_find_id (tl_table_view_get_model (view), second)));
  g_assert_false (gtk_selection_model_is_selected (
    rows, tl_table_model_find_id (tl_table_view_get_model (view), first)));

  label = tl_kit_find_label (GTK_WIDGET (view), "Arrive and come to the desk");
  tl_hand_wait (450);
  tl_hand_double_click (label, 20, gtk_widget_get_height (label) / 2.0);
  TL_HAND_UNTIL (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (canvas));
  g_assert_cmpuint (tl_kit_selected (window), ==, first);
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

static void
test_table_edit (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "steps");
  TlId id = tl_kit_find_step (window, "Arrive and come to the desk");
  guint64 version;

  tl_kit_click_label (window, view, "Arrive and come to the desk");
  tl_hand_key ("F2");
  TL_HAND_UNTIL (tl_table_view_is_editing (view));
  tl_hand_type ("Come to the desk");
  tl_hand_key ("Tab");   /* to the working time */
  TL_HAND_UNTIL (g_str_equal (get_step (window, id)->label, "Come to the desk"));
  tl_hand_settle (GTK_WIDGET (window));
  TL_HAND_UNTIL (tl_table_view_is_editing (view));
  tl_hand_wait (100);
  tl_hand_type ("3:30");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (get_step (window, id)->touch == 210);
  TL_HAND_UNTIL (!tl_table_view_is_editing (view));

  version = tl_chart_version (tl_kit_chart (window));
  gtk_widget_grab_focus (tl_table_view_get_list (view));
  tl_hand_key ("F2");
  TL_HAND_UNTIL (tl_table_view_is_editing (view));
  tl_hand_key ("BackSpace");
  tl_hand_key ("Return");   /* a step needs a label */
  tl_hand_wait (50);
  g_assert_true (tl_table_view_is_editing (view));
  g_assert_cmpuint (tl_chart_version (tl_kit_chart (window)), ==, version);
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (!tl_table_view_is_editing (view));
  g_assert_cmpuint (tl_chart_version (tl_kit_chart (window)), ==, version);
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

/* A click on the row that is selected writes in its cell; the one that selects it, one on a
 * cell that cannot be written in and a double click do not. */
static void
test_table_click (gconstpointer data)
{
  const char *label = "Arrive and come to the desk";
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "steps");
  TlId id = tl_kit_find_step (window, label);
  GtkWidget *cell;
  int double_click;

  g_object_get (gtk_settings_get_default (), "gtk-double-click-time", &double_click, NULL);
  tl_kit_click_label (window, view, label);
  TL_HAND_UNTIL (tl_kit_selected (window) == id);
  tl_hand_wait ((guint) double_click + 100);   /* the time in which nothing may happen */
  g_assert_false (tl_table_view_is_editing (view));

  tl_kit_click_label (window, view, label);
  TL_HAND_UNTIL (tl_table_view_is_editing (view));
  tl_hand_type ("Come in");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (g_str_equal (get_step (window, id)->label, "Come in"));
  TL_HAND_UNTIL (!tl_table_view_is_editing (view));

  tl_hand_settle (GTK_WIDGET (window));
  cell = tl_kit_find_label (GTK_WIDGET (view), "Come in");
  tl_hand_double_click (cell, 20, gtk_widget_get_height (cell) / 2.0);
  TL_HAND_UNTIL (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (tl_window_get_canvas (window)));
  tl_hand_wait ((guint) double_click + 100);
  g_assert_false (tl_table_view_is_editing (view));
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

static void
test_table_copy (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "failures");
  TlTableModel *model = tl_table_view_get_model (view);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, tl_kit_n_rows (view));
  g_autofree char *tsv = NULL;
  g_autofree char *html = NULL;
  g_auto (GStrv) lines = NULL;
  GdkContentFormats *formats;
  TlId id = tl_chart_find (tl_kit_chart (window), "f1");

  tl_chart_begin (tl_kit_chart (window), "Rename");
  g_assert_true (tl_ops_set (tl_kit_chart (window), id, "title", "=1+1 <bad>", NULL));
  g_assert_true (tl_chart_commit (tl_kit_chart (window), NULL));
  tl_hand_settle (GTK_WIDGET (window));
  tsv = tl_table_copy_tsv (&tl_table_failures, model, all);
  html = tl_table_copy_html (&tl_table_failures, model, all);
  lines = g_strsplit (tsv, "\n", -1);
  /* One for the titles, and an empty last one. */
  g_assert_cmpuint (g_strv_length (lines), ==, tl_kit_n_rows (view) + 2);
  g_assert_true (g_str_has_prefix (lines[0], "No.\tWhat goes wrong\t"));
  g_assert_nonnull (strstr (tsv, "\t'=1+1 <bad>\t"));
  g_assert_nonnull (strstr (html, "<td>'=1+1 &lt;bad&gt;</td>"));

  gtk_widget_grab_focus (tl_table_view_get_list (view));
  tl_hand_key ("<Control>c");
  tl_hand_wait (50);
  formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (window)));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

/* A finding is accepted with a reason: it is struck out, and comes back when undone. */
static void
test_findings (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "findings");
  TlChart *chart = tl_kit_chart (window);
  guint n = tl_kit_n_rows (view), n_items = tl_chart_n (chart, TL_RECORD_ITEM);
  GtkWidget *settle;
  g_autofree char *text = NULL;
  g_autofree char *decision = NULL;
  const TlFinding *finding;

  g_assert_cmpuint (n, >, 5);
  text = tl_kit_cell (view, 1, 2);
  tl_kit_click_label (window, view, text);
  settle = tl_kit_find_button (tl_table_view_get_tools (view), "Settle the Selected Finding");
  g_assert_nonnull (settle);
  tl_hand_click (settle, gtk_widget_get_width (settle) / 2.0,
                 gtk_widget_get_height (settle) / 2.0);
  tl_hand_wait (300);
  {
    GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (settle)));
    GtkWidget *accept = tl_kit_find_label (popover, "Accept with a Reason…");

    g_assert_nonnull (accept);
    tl_hand_click (accept, 20, gtk_widget_get_height (accept) / 2.0);
  }
  tl_hand_wait (300);
  tl_hand_type ("known");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_ITEM) == n_items + 1);
  TL_HAND_UNTIL (tl_kit_n_rows (view) == n);
  for (guint i = 0; i < n && decision == NULL; i++) {
    g_autofree char *row = tl_kit_cell (view, i, 2);

    if (g_str_equal (row, text))
      decision = tl_kit_cell (view, i, 6);
  }
  g_assert_cmpstr (decision, ==, "Accepted: known");
  tl_chart_undo (chart);
  tl_hand_settle (GTK_WIDGET (window));
  finding = tl_table_model_get_finding (tl_table_view_get_model (view), 1);
  g_assert_nonnull (finding);
  g_assert_null (finding->accepted);
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

/* Each table shows what it is about, and goes along with changes. */
static void
test_registers (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  static const struct {
    const char  *name;
    TlRecordKind kind;
  } rows[] = {
    { "failures", TL_RECORD_FAILURE },   { "recoveries", TL_RECORD_RECOVERY },
    { "standards", TL_RECORD_STANDARD }, { "items", TL_RECORD_ITEM },
  };
  TlTableView *view;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    view = tl_kit_show_table (window, rows[i].name);
    g_assert_cmpuint (tl_kit_n_rows (view), ==, tl_chart_n (chart, rows[i].kind));
  }
  view = tl_kit_show_table (window, "gaps");
  g_assert_cmpuint (tl_kit_n_rows (view), >=, tl_chart_n (chart, TL_RECORD_EXPECTATION) +
                                       tl_chart_n (chart, TL_RECORD_PROMISE));
  view = tl_kit_show_table (window, "standards");
  tl_chart_begin (chart, "Add");
  g_assert_cmpuint (tl_ops_add_record (chart, TL_RECORD_STANDARD, "Bags up in ten", 0, NULL), !=,
                    TL_ID_NONE);
  g_assert_true (tl_chart_commit (chart, NULL));
  TL_HAND_UNTIL (tl_kit_n_rows (view) == tl_chart_n (chart, TL_RECORD_STANDARD));
  tl_chart_undo (chart);
  TL_HAND_UNTIL (tl_kit_n_rows (view) == tl_chart_n (chart, TL_RECORD_STANDARD));
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

/* Ten thousand rows are made as they are looked at. */
static void
test_many (gconstpointer data)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (10000);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tl-many.throughline", NULL);
  g_autoptr (TlDocument) document = tl_document_new (tl_chart_make (&plan));
  g_autoptr (GError) error = NULL;
  TlWindow *window;
  TlTableView *view;
  GtkAdjustment *adjustment;
  TlId last;

  g_assert_true (tl_document_save (document, path, TRUE, &error));
  window = tl_application_open_path ((TlApplication *) data, path);
  for (guint i = 0; i < 3000 && tl_window_get_editor (window) == NULL; i++)
    tl_hand_wait (10);
  tl_kit_ready (window);
  gtk_widget_set_visible (tl_window_get_bottom_pane (window), TRUE);
  for (guint i = 0; i < 3000 && !gtk_widget_get_mapped (tl_window_get_bottom_pane (window)); i++)
    tl_hand_wait (10);
  view = tl_kit_show_table (window, "steps");
  g_assert_cmpuint (tl_kit_n_rows (view), ==, 10000);
  last = tl_table_model_get_id (tl_table_view_get_model (view), 9999);
  gtk_widget_grab_focus (tl_table_view_get_list (view));
  tl_hand_key ("Down");
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (tl_table_view_get_list (view)));
  for (guint i = 0; i < 20; i++)
    tl_hand_key ("Page_Down");
  TL_HAND_UNTIL (gtk_adjustment_get_value (adjustment) > 0);
  tl_hand_key ("End");
  TL_HAND_UNTIL (tl_kit_selected (window) == last);
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window-inspect/time", test_time },
    { "/window-inspect/refused", test_refused },
    { "/window-inspect/together", test_together },
    { "/window-inspect/several", test_several },
    { "/window-inspect/recovery", test_recovery },
    { "/window-inspect/walk", test_walk },
    { "/window-inspect/filled", test_filled },
    { "/window-inspect/table/unseen", test_table_unseen },
    { "/window-inspect/table/sort", test_table_sort },
    { "/window-inspect/table/select", test_table_select },
    { "/window-inspect/table/edit", test_table_edit },
    { "/window-inspect/table/click", test_table_click },
    { "/window-inspect/table/copy", test_table_copy },
    { "/window-inspect/table/findings", test_findings },
    { "/window-inspect/table/registers", test_registers },
    { "/window-inspect/table/many", test_many },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
