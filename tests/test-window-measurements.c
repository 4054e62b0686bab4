/* test-window-measurements.c - measurements from tables into the real window, by real input. */
#include <glib/gstdio.h>
#include <string.h>

#include "app/bottom-pane.h"
#include "app/intake-dialog.h"
#include "model/units.h"
#include "table-kit.h"
#include "window-kit.h"

#define N_ROWS 1000

/* A thousand days, three of them with something nobody can use. */
static char *
make_rows (void)
{
  GString *text = g_string_new ("Date;Wait (min);Cases\n");
  TlDate day = 0;

  g_assert_true (tl_date_parse ("2023-01-01", &day));
  for (guint i = 0; i < N_ROWS; i++) {
    char date[TL_UNITS_SIZE];

    g_string_append_printf (text, "%s;%s;%d\n",
                            i == 2 ? "31.02.2023" : tl_date_write (day + i, date),
                            i == 4 ? "soon" : "4,5", i == 700 ? 0 : 40);
  }
  return g_string_free (text, FALSE);
}

static char *
make_file (const char *name,
           const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-measure-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
remove_file (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}

static TlIntakeDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next) {
    if (TL_IS_INTAKE_DIALOG (item->data) && gtk_widget_get_visible (item->data))
      return item->data;
  }
  return NULL;
}

/* The dialog, drawn, with the keyboard, and with everything planned. */
static TlIntakeDialog *
wait_for_dialog (void)
{
  TlIntakeDialog *dialog;

  TL_HAND_UNTIL (find_dialog () != NULL);
  dialog = find_dialog ();
  tl_hand_settle (GTK_WIDGET (dialog));
  tl_hand_focus (GTK_WIDGET (dialog));
  TL_HAND_UNTIL (tl_intake_dialog_is_ready (dialog));
  return dialog;
}

static void
wait_for_summary (TlIntakeDialog *dialog,
                  const char     *summary)
{
  for (int i = 0; i < 500 && !(tl_intake_dialog_is_ready (dialog) &&
                               g_str_equal (tl_intake_dialog_get_summary (dialog), summary)); i++)
    tl_hand_wait (10);
  g_assert_cmpstr (tl_intake_dialog_get_summary (dialog), ==, summary);
}

static void
click_import (TlIntakeDialog *dialog)
{
  tl_kit_click_widget (tl_intake_dialog_get_import_button (dialog));
  TL_HAND_UNTIL (find_dialog () == NULL);
}

static guint
count (TlWindow *window)
{
  return tl_chart_n (tl_kit_chart (window), TL_RECORD_MEASUREMENT);
}

/* The standard is chosen with the keyboard; then it is one step there, and one back. */
static void
test_dialog (gconstpointer data)
{
  g_autofree char *text = make_rows ();
  char *path = make_file ("waits.csv", text);
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  guint before = count (window);
  TlIntakeDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.import-table", "s", path);
  dialog = wait_for_dialog ();
  wait_for_summary (dialog, "Say which standard was measured.");
  g_assert_false (gtk_widget_get_sensitive (tl_intake_dialog_get_import_button (dialog)));

  tl_hand_key ("space");      /* the list of standards opens */
  tl_hand_wait (300);
  for (guint i = 0; i < 2; i++)
    tl_hand_key ("Down");
  tl_hand_key ("Return");
  wait_for_summary (dialog, "997 rows will be added. 3 rows are left out.");
  g_assert_cmpuint (count (window), ==, before);
  click_import (dialog);

  tl_hand_focus (GTK_WIDGET (window));
  g_assert_cmpuint (count (window), ==, before + 997);
  g_assert_cmpstr (tl_chart_undo_label (tl_kit_chart (window)), ==, "Import 997 Measurements");
  gtk_widget_grab_focus (GTK_WIDGET (tl_window_get_canvas (window)));
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (count (window) == before);
  g_assert_false (tl_chart_can_undo (tl_kit_chart (window)));
  tl_hand_key ("<Shift><Control>z");
  TL_HAND_UNTIL (count (window) == before + 997);
  tl_kit_destroy (window);
  remove_file (path);
}

/* A sheet of a mystery shopper says itself which standards it is about; what a column holds
 * can be changed with the keyboard, and is told in the count at once. */
static void
test_columns (gconstpointer data)
{
  char *path = make_file ("visits.csv",
                          "Visit,Date,Rooms ready by 3 pm,Guests rate the welcome,Remark\n"
                          "1,2026-08-01,yes,5,kind\n2,2026-08-02,no,3,cold\n"
                          "3,2026-08-02,maybe,4,warm\n");
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  guint before = count (window);
  TlIntakeDialog *dialog;
  GtkWidget *role;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.import-table", "s", path);
  dialog = wait_for_dialog ();
  wait_for_summary (dialog, "2 measurements will be added. 3 rows are summed up. "
                            "1 row is left out.");
  role = tl_intake_dialog_get_role (dialog, 2);
  g_assert_nonnull (role);
  g_assert_null (tl_intake_dialog_get_role (dialog, 5));
  gtk_widget_grab_focus (role);
  tl_hand_key ("space");
  tl_hand_wait (300);
  tl_hand_key ("Home");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (gtk_drop_down_get_selected (GTK_DROP_DOWN (role)) == 0);
  wait_for_summary (dialog, "1 measurement will be added. 3 rows are summed up.");
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (find_dialog () == NULL);
  g_assert_cmpuint (count (window), ==, before);
  g_assert_false (tl_chart_can_undo (tl_kit_chart (window)));
  tl_kit_destroy (window);
  remove_file (path);
}

/* Dragging a file from another window. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GSList        *files)
{
  return gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
}

static void
drag_file (const char *path,
           double      x,
           double      y)
{
  GtkWidget *other = gtk_window_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GSList *files = g_slist_append (NULL, g_file_new_for_path (path));

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), files);
  gtk_widget_add_controller (other, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_default_size (GTK_WINDOW (other), 200, 120);
  gtk_window_present (GTK_WINDOW (other));
  tl_hand_settle (other);
  tl_hand_move (other, 60, 60);
  tl_hand_button (1, TRUE);
  for (int i = 1; i <= 30; i++)
    tl_hand_move (other, 60 + (x - 60) * i / 30, 60 + (y - 60) * i / 30);
  tl_hand_wait (100);
  tl_hand_button (1, FALSE);
  TL_HAND_UNTIL (find_dialog () != NULL);
  gtk_window_destroy (GTK_WINDOW (other));
  g_slist_free_full (files, g_object_unref);
}

/* The details show the newest of the measurements at once, the rest when they are asked for. */
static void
assert_few_rows (TlWindow *window)
{
  const TlIdList *ids = &tl_chart_get (tl_kit_chart (window), tl_kit_selected (window))->children;
  GtkWidget *details = tl_window_get_inspector (window);
  GtkWidget *more;

  g_assert_cmpuint (ids->n, ==, 998);
  TL_HAND_UNTIL (tl_kit_find_label (details, "Show 48 Earlier") != NULL);
  more = gtk_widget_get_ancestor (tl_kit_find_label (details, "Show 48 Earlier"),
                                  GTK_TYPE_LIST_BOX_ROW);
  g_assert_nonnull (more);
  /* One further up is shown with all that are between. */
  g_assert_nonnull (tl_kit_row (window, ids->ids[ids->n - 1], "value"));
  g_assert_nonnull (tl_kit_row (window, ids->ids[ids->n - 60], "value"));
}

/* Onto the table of standards, one of which is selected: it is the one that was measured. */
static void
test_drop (gconstpointer data)
{
  g_autofree char *text = make_rows ();
  char *path = make_file ("WAITS.CSV", text);
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "standards");
  guint before = count (window);
  TlIntakeDialog *dialog;
  graphene_point_t at;

  tl_kit_select (window, tl_chart_find (tl_kit_chart (window), "st2"));
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (view), GTK_WIDGET (window),
                                           &GRAPHENE_POINT_INIT (300, 60), &at));
  drag_file (path, at.x, at.y);
  dialog = wait_for_dialog ();
  wait_for_summary (dialog, "997 rows will be added. 3 rows are left out.");
  click_import (dialog);
  tl_hand_focus (GTK_WIDGET (window));
  g_assert_cmpuint (count (window), ==, before + 997);
  assert_few_rows (window);
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
  remove_file (path);
}

/* What is no table is told in place, and nothing can be imported. */
static void
test_bad (gconstpointer data)
{
  char *path = make_file ("open.csv", "a,b\n\"c,d\n");
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlIntakeDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.import-table", "s", path);
  dialog = wait_for_dialog ();
  wait_for_summary (dialog, "Line 2: a quotation mark is opened and never closed.");
  g_assert_false (gtk_widget_get_sensitive (tl_intake_dialog_get_import_button (dialog)));
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (find_dialog () == NULL);
  tl_kit_destroy (window);
  remove_file (path);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window/measurements/dialog", test_dialog },
    { "/window/measurements/columns", test_columns },
    { "/window/measurements/drop", test_drop },
    { "/window/measurements/bad", test_bad },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
