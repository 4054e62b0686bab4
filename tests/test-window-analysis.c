/* test-window-analysis.c - findings, progress and ratings in the real window, by real
 * input. */
#include <string.h>

#include "app/guide.h"
#include "app/progress-strip.h"
#include "model/ops.h"
#include "table-kit.h"

static TlProgressStrip *
get_strip (TlWindow *window)
{
  return TL_PROGRESS_STRIP (tl_window_get_progress_strip (window));
}

static TlBottomPane *
get_pane (TlWindow *window)
{
  return TL_BOTTOM_PANE (tl_window_get_bottom_pane (window));
}

static TlGuide *
get_guide (TlWindow *window)
{
  return tl_bottom_pane_get_guide (get_pane (window));
}

static TlTableView *
get_findings (TlWindow *window)
{
  return tl_bottom_pane_get_view (get_pane (window), "findings");
}

static gboolean
has_focus (TlWindow  *window,
           GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The rules of the rows that are seen, each once: "G13 G14 ". */
static char *
listed_rules (TlWindow *window)
{
  TlTableView *view = get_findings (window);
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < tl_kit_n_rows (view); i++) {
    g_autofree char *rule = tl_kit_cell (view, i, 1);

    if (strstr (rules->str, rule) == NULL)
      g_string_append_printf (rules, "%s ", rule);
  }
  return g_string_free (rules, FALSE);
}

/* Progress. */

/* Each button lists what its step is about; the same again goes back to how it was. */
static void
test_strip (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlProgressStrip *strip = get_strip (window);
  TlEditor *editor = tl_window_get_editor (window);
  GtkWidget *pane = GTK_WIDGET (get_pane (window));

  g_assert_false (gtk_widget_get_visible (pane));
  TL_HAND_UNTIL (*tl_progress_strip_get_state (strip, 0) != '\0');
  for (guint i = 0; i < TL_N_PROGRESS_STEPS; i++) {
    const TlProgressRow *row = &tl_editor_get_progress (editor)->steps[i];
    guint n = 0;

    for (guint k = 0; k < tl_editor_get_findings (editor)->n; k++)
      n += tl_progress_test_shows (row->test, &tl_editor_get_findings (editor)->rows[k]);
    tl_kit_click_widget (tl_progress_strip_get_button (strip, i));
    TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (get_guide (window))));
    TL_HAND_UNTIL (tl_kit_n_rows (get_findings (window)) == n);
    g_assert_cmpstr (tl_guide_get_title (get_guide (window)), ==, row->title);
    g_assert_cmpstr (tl_guide_get_text (get_guide (window)), ==, row->text);
    tl_hand_settle (GTK_WIDGET (window));
  }
  tl_kit_click_widget (tl_progress_strip_get_button (strip, TL_N_PROGRESS_STEPS - 1));
  TL_HAND_UNTIL (!gtk_widget_get_visible (pane));
  g_assert_cmpuint (tl_kit_n_rows (get_findings (window)), ==, tl_editor_get_findings (editor)->n);
  tl_kit_destroy (window);
}

/* Who had a table open gets it back; a button says all there is. */
static void
test_strip_way_back (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *steps = tl_kit_show_table (window, "steps");
  GtkWidget *back;

  tl_kit_click_widget (tl_progress_strip_get_button (get_strip (window), 4));
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (get_guide (window))));
  tl_hand_settle (GTK_WIDGET (window));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (steps)));
  back = tl_kit_find_button (GTK_WIDGET (get_guide (window)), "Go Back to All Findings");
  g_assert_nonnull (back);
  tl_kit_click_widget (back);
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (steps)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_pane (window))));
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

/* What it says follows the chart, also after an undo; hidden it stays so. */
static void
test_strip_follows (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlProgressStrip *strip = get_strip (window);
  TlChart *chart = tl_kit_chart (window);
  TlId role = tl_chart_find (chart, "rec");

  if (role == TL_ID_NONE)
    g_error ("the chart has no receptionist");
  TL_HAND_UNTIL (g_str_equal (tl_progress_strip_get_state (strip, 4), "1 open"));
  tl_chart_begin (chart, "Train");
  g_assert_true (tl_ops_set (chart, role, "trained", NULL, NULL));
  g_assert_true (tl_chart_commit (chart, NULL));
  TL_HAND_UNTIL (g_str_equal (tl_progress_strip_get_state (strip, 4), "2 open"));
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (g_str_equal (tl_progress_strip_get_state (strip, 4), "1 open"));

  tl_hand_key ("<Shift>F7");
  TL_HAND_UNTIL (!gtk_widget_get_visible (GTK_WIDGET (strip)));
  tl_kit_destroy (window);
  window = tl_kit_open (data, "hotel-check-in");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_strip (window))));
  tl_hand_key ("<Shift>F7");
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (get_strip (window))));
  TL_HAND_UNTIL (g_str_equal (tl_progress_strip_get_state (get_strip (window), 4), "1 open"));
  tl_kit_destroy (window);
}

/* The eight questions. */

/* From the first to the summary and back into one, without the mouse. */
static void
test_walk (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlGuide *guide = get_guide (window);
  const TlProgress *progress = tl_editor_get_progress (tl_window_get_editor (window));
  g_autofree char *first = NULL;
  TlId about;

  tl_hand_key ("F7");
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (guide)));
  TL_HAND_UNTIL (has_focus (window, GTK_WIDGET (guide)));
  first = listed_rules (window);
  g_assert_cmpstr (first, ==, "G14 G13 G15 ");

  /* A finding is gone to, and the walk goes on from where it was. */
  about = tl_table_model_get_id (tl_table_view_get_model (get_findings (window)), 0);
  gtk_widget_grab_focus (tl_table_view_get_list (get_findings (window)));
  tl_hand_key ("Down");
  tl_hand_key ("Up");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_kit_selected (window) == about);
  TL_HAND_UNTIL (has_focus (window, GTK_WIDGET (tl_window_get_canvas (window))));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (guide)));
  tl_hand_key ("F7");
  TL_HAND_UNTIL (has_focus (window, GTK_WIDGET (guide)));
  g_assert_cmpuint (tl_guide_get_index (guide, TL_SERIES_QUESTIONS), ==, 0);

  for (guint i = 0; i < TL_N_PROGRESS_QUESTIONS; i++) {
    g_assert_cmpstr (tl_guide_get_title (guide), ==, progress->questions[i].title);
    tl_hand_key (i % 2 == 0 ? "Return" : "<Alt>Right");
    TL_HAND_UNTIL (tl_guide_get_index (guide, TL_SERIES_QUESTIONS) == i + 1);
    tl_hand_settle (GTK_WIDGET (window));
  }
  TL_HAND_UNTIL (tl_guide_is_summary (guide));
  g_assert_nonnull (strstr (tl_guide_get_title (guide), "Summary"));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_findings (window))));
  g_assert_nonnull (tl_kit_find_label (tl_guide_get_list (guide),
                                       progress->questions[4].text));

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (
    GTK_LIST_BOX (tl_guide_get_list (guide)), 2)));
  tl_hand_key ("Down");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_guide_get_index (guide, TL_SERIES_QUESTIONS) == 3);
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (get_findings (window))));
  tl_hand_key ("<Alt>b");
  TL_HAND_UNTIL (tl_guide_get_index (guide, TL_SERIES_QUESTIONS) == 2);
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (!gtk_widget_get_visible (GTK_WIDGET (get_pane (window))));
  TL_HAND_UNTIL (has_focus (window, GTK_WIDGET (tl_window_get_canvas (window))));
  tl_hand_key ("F7");
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (guide)));
  g_assert_cmpuint (tl_guide_get_index (guide, TL_SERIES_QUESTIONS), ==, 2);
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (!gtk_widget_get_visible (GTK_WIDGET (get_pane (window))));
  tl_kit_destroy (window);
}

/* An empty chart has questions to ask as well. */
static void
test_walk_empty (gconstpointer data)
{
  TlWindow *window = tl_kit_blank (data);
  TlGuide *guide = get_guide (window);

  tl_hand_key ("F7");
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (guide)));
  g_assert_cmpstr (tl_guide_get_text (guide), ==, "No promise is recorded yet.");
  TL_HAND_UNTIL (has_focus (window, GTK_WIDGET (guide)));
  for (guint i = 0; i < TL_N_PROGRESS_QUESTIONS; i++)
    tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_guide_is_summary (guide));
  tl_hand_key ("Return");
  TL_HAND_UNTIL (!tl_guide_is_open (guide));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_pane (window))));
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window-analysis/progress/strip", test_strip },
    { "/window-analysis/progress/way-back", test_strip_way_back },
    { "/window-analysis/progress/follows", test_strip_follows },
    { "/window-analysis/questions/walk", test_walk },
    { "/window-analysis/questions/empty", test_walk_empty },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
