/* test-window-pictures.c - the pictures under the chart in the real window, by real input. */
#include <glib/gstdio.h>
#include <string.h>

#include "app/field-row.h"
#include "chart-maker.h"
#include "charts.h"
#include "document/xml-write.h"
#include "model/ops.h"
#include "table-kit.h"

static TlPlotPage *
get_page (TlWindow *window)
{
  return tl_bottom_pane_get_pictures (TL_BOTTOM_PANE (tl_window_get_bottom_pane (window)));
}

static TlPlotView *
get_view (TlWindow *window)
{
  return tl_plot_page_get_view (get_page (window));
}

/* A failure point by its XML id. */
static TlId
find (TlWindow   *window,
      const char *name)
{
  return tl_test_id (tl_kit_chart (window), name);
}

/* Whether the spot is there and shows the record. */
static gboolean
shows (TlWindow *window,
       guint     spot,
       TlId      id)
{
  const TlPlot *plot = tl_plot_view_get_plot (get_view (window));

  return plot != NULL && spot < plot->spots->len && tl_plot_spot_shows (plot, spot, id);
}

static guint
n_spots (TlWindow *window)
{
  return tl_plot_view_get_plot (get_view (window))->spots->len;
}

/* Opens the page of the pane by a click. */
static void
open_page (TlWindow *window)
{
  GtkWidget *pane = tl_window_get_bottom_pane (window), *tab;

  gtk_widget_set_visible (pane, TRUE);
  TL_HAND_UNTIL (gtk_widget_get_mapped (pane));
  tl_hand_settle (pane);
  tab = tl_kit_find_label (pane, "Pictures");
  g_assert_nonnull (tab);
  tl_kit_click_widget (tab);
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (get_page (window))));
  tl_hand_settle (GTK_WIDGET (window));
}

/* Opens a list of choices by a click and goes to a row by keys. */
static void
choose (GtkWidget *chooser,
        guint      row)
{
  tl_kit_click_widget (chooser);
  tl_hand_wait (100);
  tl_hand_key ("Home");
  for (guint i = 0; i < row; i++)
    tl_hand_key ("Down");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser)) == row);
}

static void
choose_kind (TlWindow   *window,
             TlPlotKind  kind)
{
  choose (tl_plot_page_get_kinds (get_page (window)), kind);
}

static void
choose_by (TlWindow *window,
           guint     row)
{
  choose (tl_plot_page_get_choices (get_page (window)), row);
  tl_hand_settle (GTK_WIDGET (window));
}

static void
click_spot (TlWindow *window,
            guint     spot)
{
  GdkRectangle place;

  tl_plot_view_get_plot (get_view (window));
  tl_plot_view_get_place (get_view (window), spot, &place);
  tl_hand_click (GTK_WIDGET (get_view (window)), place.x + place.width / 2.0,
                 place.y + place.height / 2.0);
}

/* Bars. */

/* By cost another failure point comes first; a click on its bar selects it everywhere. */
static void
test_cost (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");

  open_page (window);
  TL_HAND_UNTIL (shows (window, 0, find (window, "f3")));
  choose_by (window, TL_PARETO_COST);
  TL_HAND_UNTIL (shows (window, 0, find (window, "f9")));
  g_assert_cmpuint (tl_kit_selected (window), ==, TL_ID_NONE);
  click_spot (window, 0);
  TL_HAND_UNTIL (tl_kit_selected (window) == find (window, "f9"));
  click_spot (window, 2);
  TL_HAND_UNTIL (tl_kit_selected (window) == find (window, "f4"));
  g_assert_cmpuint (tl_selection_get_n (tl_editor_get_selection (tl_window_get_editor (window))),
                    ==, 1);
  g_assert_nonnull (tl_kit_row (window, find (window, "f4"), "S"));
  g_assert_false (tl_chart_can_undo (tl_kit_chart (window)));
  tl_kit_destroy (window);
}

/* A rating changes the order at once; undo brings it back. */
static void
test_rating (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlId worst = find (window, "f3"), best = find (window, "f5");
  const TlFailure *rated;

  open_page (window);
  choose_by (window, TL_PARETO_RPN);
  TL_HAND_UNTIL (shows (window, 0, worst) && shows (window, 9, best));
  click_spot (window, 9);
  TL_HAND_UNTIL (tl_kit_selected (window) == best);
  tl_field_row_focus (tl_kit_row (window, best, "S"));
  tl_hand_type ("999");
  TL_HAND_UNTIL ((rated = TL_CHART_GET (tl_kit_chart (window), FAILURE, TlFailure, best))->s == 9 &&
                 rated->o == 9 && rated->d == 9);
  TL_HAND_UNTIL (shows (window, 0, best));
  g_assert_true (shows (window, 1, worst));
  while (tl_chart_can_undo (tl_kit_chart (window)))
    tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (shows (window, 0, worst) && shows (window, 9, best));
  tl_kit_destroy (window);
}

/* The keyboard walks along the bars, and Enter goes to the failure point on the chart. */
static void
test_keys (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");

  open_page (window);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (window)));
  tl_hand_key ("Right");
  TL_HAND_UNTIL (tl_kit_selected (window) == find (window, "f3"));
  tl_hand_key ("Right");
  TL_HAND_UNTIL (tl_kit_selected (window) == find (window, "f8"));
  tl_hand_key ("End");
  TL_HAND_UNTIL (tl_kit_selected (window) == find (window, "f9"));
  tl_hand_key ("Right");   /* there is nothing after it */
  tl_hand_key ("Home");
  TL_HAND_UNTIL (tl_kit_selected (window) == find (window, "f3"));
  /* What is selected elsewhere is where it goes on from. */
  tl_kit_select (window, find (window, "f5"));
  gtk_widget_grab_focus (GTK_WIDGET (get_view (window)));
  tl_hand_key ("Right");
  TL_HAND_UNTIL (tl_kit_selected (window) == find (window, "f10"));
  tl_hand_key ("Return");
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (get_view (window))));
  g_assert_cmpuint (tl_kit_selected (window), ==, find (window, "f10"));
  tl_kit_destroy (window);
}

/* Other pictures. */

/* A dimension selects what was asked about it; a point of the journey its step; a standard
 * and its measurements the standard. */
static void
test_others (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  guint n = 0;

  open_page (window);
  choose_kind (window, TL_PLOT_SURVEY);
  g_assert_false (gtk_widget_get_visible (tl_plot_page_get_choices (get_page (window))));
  TL_HAND_UNTIL (n_spots (window) == 5);
  tl_hand_settle (GTK_WIDGET (window));
  click_spot (window, 0);
  TL_HAND_UNTIL (TL_CHART_GET (chart, RATING, TlRating, tl_kit_selected (window)) != NULL);
  g_assert_cmpint (TL_CHART_GET (chart, RATING, TlRating, tl_kit_selected (window))->dimension, ==,
                   TL_DIMENSION_RELIABILITY);

  choose_kind (window, TL_PLOT_SATISFACTION);
  TL_HAND_UNTIL (n_spots (window) == 4);
  tl_hand_settle (GTK_WIDGET (window));
  click_spot (window, 1);
  TL_HAND_UNTIL (tl_kit_selected (window) == tl_kit_find_step (window, "Wait in line at the desk"));

  choose_kind (window, TL_PLOT_STANDARDS);
  TL_HAND_UNTIL (gtk_widget_get_visible (tl_plot_page_get_choices (get_page (window))));
  n = n_spots (window);
  choose_by (window, 3);   /* after "All": the third standard */
  TL_HAND_UNTIL (n_spots (window) == 3);
  g_assert_cmpuint (n, >, 3);
  tl_hand_settle (GTK_WIDGET (window));
  click_spot (window, 1);
  TL_HAND_UNTIL (tl_kit_selected (window) == find (window, "st3"));
  tl_kit_destroy (window);
}

/* A journey wider than the window scrolls, and the keyboard brings along what it is on. */
static void
test_long (gconstpointer data)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (300);
  g_autoptr (TlChart) made = tl_chart_make (&plan);
  g_autofree char *text = tl_xml_write (made, NULL), *path = NULL;
  GtkWidget *scroller;
  TlWindow *window;
  TlChart *chart;
  int file = g_file_open_tmp ("tl-long-XXXXXX.throughline", &path, NULL);
  GdkRectangle last;
  guint n;

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window = tl_kit_ready (tl_application_open_path ((TlApplication *) data, path));
  chart = tl_kit_chart (window);
  tl_chart_begin (chart, "Feel");
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++)
    ((TlStep *) tl_chart_edit (chart, tl_chart_nth (chart, TL_RECORD_STEP, i)->id))->emotion =
      (int) (i % 5) - 2;
  g_assert_true (tl_chart_commit (chart, NULL));
  open_page (window);
  choose_kind (window, TL_PLOT_SATISFACTION);
  TL_HAND_UNTIL (n_spots (window) > 40);
  n = n_spots (window);
  scroller = gtk_widget_get_ancestor (GTK_WIDGET (get_view (window)), GTK_TYPE_SCROLLED_WINDOW);
  TL_HAND_UNTIL (gtk_widget_get_width (GTK_WIDGET (get_view (window))) >
                 2 * gtk_widget_get_width (scroller));
  gtk_widget_grab_focus (GTK_WIDGET (get_view (window)));
  tl_hand_key ("End");
  TL_HAND_UNTIL (shows (window, n - 1, tl_kit_selected (window)));
  tl_plot_view_get_place (get_view (window), n - 1, &last);
  TL_HAND_UNTIL (gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (
                   GTK_SCROLLED_WINDOW (scroller))) + gtk_widget_get_width (scroller) >
                 last.x + last.width / 2.0);
  tl_hand_settle (GTK_WIDGET (window));
  click_spot (window, n - 2);   /* which is in view now */
  TL_HAND_UNTIL (shows (window, n - 2, tl_kit_selected (window)));
  tl_kit_destroy (window);
  g_remove (path);
}

/* The picture's writing grows with that of the window. */
static void
test_large_text (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));
  GdkRectangle before, after;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  open_page (window);
  choose_kind (window, TL_PLOT_SURVEY);
  TL_HAND_UNTIL (n_spots (window) == 5);
  tl_hand_settle (GTK_WIDGET (window));
  tl_plot_view_get_place (get_view (window), 0, &before);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  TL_HAND_UNTIL (n_spots (window) == 5 &&
                 (tl_plot_view_get_place (get_view (window), 0, &after),
                  after.height > before.height * 1.2));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  tl_kit_destroy (window);
}

/* The journey goes left to right on both sides of the world. */
static void
test_right_to_left (gconstpointer data)
{
  TlWindow *window;
  GdkRectangle first, last;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = tl_kit_open (data, "hotel-check-in");
  open_page (window);
  choose_kind (window, TL_PLOT_SATISFACTION);
  TL_HAND_UNTIL (n_spots (window) == 4);
  tl_hand_settle (GTK_WIDGET (window));
  tl_plot_view_get_place (get_view (window), 0, &first);
  tl_plot_view_get_place (get_view (window), 3, &last);
  g_assert_cmpint (first.x, <, last.x);
  click_spot (window, 1);
  TL_HAND_UNTIL (tl_kit_selected (window) == tl_kit_find_step (window, "Wait in line at the desk"));
  tl_kit_destroy (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* A standard that is gone is not chosen any more: all are shown. */
static void
test_gone (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  TlId id = find (window, "st3");
  GtkDropDown *choices;

  open_page (window);
  choose_kind (window, TL_PLOT_STANDARDS);
  choose_by (window, 3);
  TL_HAND_UNTIL (n_spots (window) == 3);
  tl_kit_select (window, id);
  tl_chart_begin (chart, "Delete");
  g_assert_true (tl_ops_delete (chart, &id, 1, NULL));
  g_assert_true (tl_chart_commit (chart, NULL));
  choices = GTK_DROP_DOWN (tl_plot_page_get_choices (get_page (window)));
  TL_HAND_UNTIL (gtk_drop_down_get_selected (choices) == 0);
  TL_HAND_UNTIL (n_spots (window) > 3);
  tl_kit_destroy (window);
}

/* A chart with nothing to show says what to record, and shows it once it is. */
static void
test_empty (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlChart *chart = tl_kit_chart (window);
  TlId seat;

  open_page (window);
  g_assert_null (tl_plot_page_get_empty (get_page (window)));
  choose_kind (window, TL_PLOT_SATISFACTION);
  TL_HAND_UNTIL (tl_plot_page_get_empty (get_page (window)) != NULL);
  g_assert_nonnull (strstr (tl_plot_page_get_empty (get_page (window)), "emotion"));
  tl_chart_begin (chart, "Feel");
  seat = tl_kit_find_step (window, "Customer takes the seat");
  ((TlStep *) tl_chart_edit (chart, seat))->emotion = 1;
  g_assert_true (tl_chart_commit (chart, NULL));
  TL_HAND_UNTIL (tl_plot_page_get_empty (get_page (window)) == NULL);
  TL_HAND_UNTIL (n_spots (window) == 1);
  tl_kit_destroy (window);
}

/* Taking it elsewhere. */

static void
text_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autofree char *text = NULL;

  open_page (window);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (window)));
  tl_hand_key ("<Control>c");
  TL_HAND_UNTIL (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "image/svg+xml"));
  tl_hand_key ("<Control><Shift>c");
  TL_HAND_UNTIL (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &text);
  TL_HAND_UNTIL (text != NULL);
  g_assert_true (g_str_has_prefix (text, "No.\tFailure point\tPriority\tRPN\tSo far\n"
                                         "F5\tBooking not found\tHigh\t336\t16 %\n"));
  tl_kit_destroy (window);
}

/* The end of the name says what it becomes; a name that says nothing makes no file. */
static void
test_save (gconstpointer data)
{
  static const struct { const char *name, *begins; } rows[] = {
    { "p.svg", "<?xml" }, { "p.pdf", "%PDF-" }, { "p.png", "\x89PNG" }, { "p.txt", NULL },
  };
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  g_autofree char *folder = g_dir_make_tmp ("tl-pictures-XXXXXX", NULL);

  open_page (window);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_build_filename (folder, rows[i].name, NULL);
    g_autofree char *contents = NULL;

    tl_plot_page_save (get_page (window), path);
    if (rows[i].begins == NULL) {
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      continue;
    }
    g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    g_assert_true (g_str_has_prefix (contents, rows[i].begins));
    g_remove (path);
  }
  g_rmdir (folder);
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window/pictures/cost", test_cost },     { "/window/pictures/rating", test_rating },
    { "/window/pictures/keys", test_keys },     { "/window/pictures/others", test_others },
    { "/window/pictures/gone", test_gone },     { "/window/pictures/empty", test_empty },
    { "/window/pictures/copy", test_copy },     { "/window/pictures/save", test_save },
    { "/window/pictures/long", test_long },
    { "/window/pictures/large-text", test_large_text },
    { "/window/pictures/right-to-left", test_right_to_left },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
