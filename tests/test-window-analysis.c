/* test-window-analysis.c - findings, progress and ratings in the real window, by real
 * input. */
#include <glib/gstdio.h>
#include <string.h>

#include "app/field-row.h"
#include "app/guide.h"
#include "app/progress-strip.h"
#include "document/document.h"
#include "document/xml-read.h"
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

/* Ratings. */

static TlPriority
badge_priority (TlWindow *window,
                TlId      failure)
{
  const TlScene *scene = tl_editor_get_scene (tl_window_get_editor (window));

  for (guint i = 0; i < scene->n_badges; i++) {
    if (scene->badges[i].id == failure)
      return scene->badges[i].priority;
  }
  g_error ("the failure point has no badge");
}

/* What the register says in the row of the record; NULL when it has none. */
static char *
said_of (TlTableView *view,
         TlId         id,
         guint        column)
{
  guint position = tl_table_model_find_id (tl_table_view_get_model (view), id);

  return position != G_MAXUINT ? tl_kit_cell (view, position, column) : NULL;
}

static gboolean
says (TlTableView *view,
      TlId         id,
      guint        column,
      const char  *wanted)
{
  g_autofree char *said = said_of (view, id, column);

  return g_strcmp0 (said, wanted) == 0;
}

/* Three keys rate a failure point; what each number means is in sight meanwhile, and
 * priority, register and badge follow at once, back and forth. */
static void
test_rate (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "failures");
  TlChart *chart = tl_kit_chart (window);
  TlId failure = tl_chart_find (chart, "f9");
  const TlFailure *rated = TL_CHART_GET (chart, FAILURE, TlFailure, failure);
  GtkWidget *inspector = tl_window_get_inspector (window);

  g_assert_true (says (view, failure, 7, "168"));
  g_assert_cmpint (badge_priority (window, failure), ==, TL_PRIORITY_LOW);
  tl_kit_select (window, failure);
  tl_field_row_focus (tl_kit_row (window, failure, "S"));
  tl_hand_key ("9");
  TL_HAND_UNTIL (rated->s == 9);
  TL_HAND_UNTIL (tl_kit_find_label (inspector, "1 in 5 journeys or more") != NULL);
  TL_HAND_UNTIL (tl_kit_find_label (inspector, "1 in 1,000 journeys") != NULL);
  TL_HAND_UNTIL (says (view, failure, 7, "504"));
  TL_HAND_UNTIL (tl_kit_find_label (inspector, "High priority · RPN 504") != NULL);
  g_assert_cmpint (badge_priority (window, failure), ==, TL_PRIORITY_HIGH);
  tl_hand_key ("1");
  TL_HAND_UNTIL (rated->o == 1);
  TL_HAND_UNTIL (tl_kit_find_label (inspector, "The system warns") != NULL);
  tl_hand_key ("0");
  TL_HAND_UNTIL (rated->d == 10);
  TL_HAND_UNTIL (says (view, failure, 7, "90"));
  TL_HAND_UNTIL (says (view, failure, 8, "Low"));
  g_assert_cmpint (badge_priority (window, failure), ==, TL_PRIORITY_LOW);
  gtk_widget_grab_focus (GTK_WIDGET (tl_window_get_canvas (window)));
  for (guint i = 0; i < 3; i++)
    tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (says (view, failure, 7, "168"));
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

/* Findings. */

/* Whether an open finding of the rule is about the record. */
static gboolean
is_found (TlWindow   *window,
          const char *rule,
          TlId        record)
{
  const TlFindings *findings = tl_editor_get_findings (tl_window_get_editor (window));

  for (guint i = 0; i < findings->n; i++) {
    if (findings->rows[i].record == record && findings->rows[i].item == TL_ID_NONE &&
        g_str_equal (findings->rows[i].rule->id, rule))
      return TRUE;
  }
  return FALSE;
}

/* The row of the table that tells it; G_MAXUINT = none. */
static guint
find_row (TlTableView *view,
          const char  *rule,
          TlId         record)
{
  TlTableModel *model = tl_table_view_get_model (view);

  for (guint i = 0; i < tl_kit_n_rows (view); i++) {
    const TlFinding *finding = tl_table_model_get_finding (model, i);

    if (finding != NULL && finding->record == record && g_str_equal (finding->rule->id, rule))
      return i;
  }
  return G_MAXUINT;
}

/* Scrolls to it, and returns the label that tells it. */
static GtkWidget *
show_finding (TlWindow   *window,
              const char *rule,
              TlId        record)
{
  TlTableView *view = get_findings (window);
  g_autofree char *text = tl_kit_cell (view, find_row (view, rule, record), 2);

  tl_kit_select (window, record);
  TL_HAND_UNTIL (tl_kit_find_label (GTK_WIDGET (view), text) != NULL);
  tl_hand_settle (GTK_WIDGET (window));
  tl_kit_select (window, tl_chart_nth (tl_kit_chart (window), TL_RECORD_LANE, 0)->id);
  return tl_kit_find_label (GTK_WIDGET (view), text);
}

static void
make_role (TlWindow   *window,
           TlId        action,
           const char *role,
           const char *within)
{
  TlChart *chart = tl_kit_chart (window);

  tl_editor_begin (tl_window_get_editor (window), "Who and when");
  g_assert_true (tl_ops_set (chart, action, "role", role, NULL));
  g_assert_true (tl_ops_set (chart, action, "within", within, NULL));
  g_assert_true (tl_editor_finish (tl_window_get_editor (window), TRUE, NULL));
}

/* A recovery procedure with four actions settles what is said of the failure point; undone
 * step by step it is said again. */
static void
test_recovery (gconstpointer data)
{
  static const struct {
    const char *text, *kind, *within;
  } actions[] = {
    { "Say sorry", "apologise", "1 min" },
    { "Look for it", "fix", "5 min" },
    { "Give a voucher", "compensate", "10 min" },
    { "Ask whether all is well", "follow-up", "1 d" },
  };
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "findings");
  TlChart *chart = tl_kit_chart (window);
  TlId failure = tl_chart_find (chart, "f9");
  guint row = find_row (view, "G20", failure);
  TlId recovery;
  GtkWidget *popover;

  g_assert_true (is_found (window, "G20", failure));
  g_assert_cmpuint (row, !=, G_MAXUINT);
  tl_kit_click_widget (show_finding (window, "G20", failure));
  TL_HAND_UNTIL (tl_kit_selected (window) == failure);
  tl_hand_key ("Menu");
  popover = tl_table_view_get_row_menu (view);
  TL_HAND_UNTIL (gtk_widget_get_mapped (popover));
  TL_HAND_UNTIL (tl_kit_find_label (popover, "Attach a Recovery Procedure") != NULL);
  tl_hand_settle (GTK_WIDGET (window));
  tl_kit_click_widget (tl_kit_find_label (popover, "Attach a Recovery Procedure"));
  TL_HAND_UNTIL (TL_CHART_GET (chart, RECOVERY, TlRecovery, tl_kit_selected (window)) != NULL);
  recovery = tl_kit_selected (window);
  g_assert_true (is_found (window, "G20", failure));   /* there is nothing in it yet */

  tl_kit_hide_tables (window);
  tl_hand_settle (GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    tl_kit_press (window, "Add Action");
    tl_hand_type (actions[i].text);
  }
  gtk_widget_grab_focus (tl_kit_row (window, recovery, "name"));
  tl_hand_settle (GTK_WIDGET (window));
  g_assert_cmpuint (tl_chart_get (chart, recovery)->children.n, ==, G_N_ELEMENTS (actions));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    TlId action = tl_chart_get (chart, recovery)->children.ids[i];

    make_role (window, action, "rec", actions[i].within);
    tl_editor_begin (tl_window_get_editor (window), "Kind");
    g_assert_true (tl_ops_set (chart, action, "kind", actions[i].kind, NULL));
    g_assert_true (tl_editor_finish (tl_window_get_editor (window), TRUE, NULL));
  }
  tl_hand_settle (GTK_WIDGET (window));
  tl_kit_write_row (window, tl_chart_get (chart, recovery)->children.ids[0], "say",
                    "I am sorry");
  gtk_widget_grab_focus (tl_kit_row (window, recovery, "name"));
  TL_HAND_UNTIL (!is_found (window, "G20", failure));
  tl_kit_show_table (window, "findings");
  TL_HAND_UNTIL (find_row (view, "G20", failure) == G_MAXUINT);

  gtk_widget_grab_focus (GTK_WIDGET (tl_window_get_canvas (window)));
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (find_row (view, "G20", failure) != G_MAXUINT);
  tl_hand_key ("<Control><Shift>z");
  TL_HAND_UNTIL (find_row (view, "G20", failure) == G_MAXUINT);
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

/* The chart as it is kept in a file of its own. */
static TlChart *
save_and_read (TlWindow   *window,
               TlDocument **document)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "copy.throughline", NULL);
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_save_copy (tl_editor_get_document (tl_window_get_editor (window)),
                                        path, &error));
  g_assert_no_error (error);
  *document = tl_document_open (path, problems);
  g_assert_nonnull (*document);
  g_unlink (path);
  g_rmdir (folder);
  return tl_document_get_chart (*document);
}

/* Lived with for a reason it stays in the list, struck out, also when the fact changes, and
 * in the file; taken back it is open again. */
static void
test_accept (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "findings");
  TlChart *chart = tl_kit_chart (window);
  TlId failure = tl_chart_find (chart, "f9");
  GtkWidget *popover = tl_table_view_get_row_menu (view);
  g_autoptr (TlDocument) kept = NULL;
  g_autoptr (TlFindings) findings = NULL;
  guint n = tl_kit_n_rows (view);
  const TlFinding *finding;
  GtkWidget *label;

  label = show_finding (window, "G20", failure);
  tl_hand_move (label, 20, gtk_widget_get_height (label) / 2.0);
  tl_hand_button (3, TRUE);
  tl_hand_button (3, FALSE);
  TL_HAND_UNTIL (gtk_widget_get_mapped (popover));
  g_assert_cmpuint (tl_kit_selected (window), ==, failure);
  TL_HAND_UNTIL (tl_kit_find_label (popover, "Accept with a Reason…") != NULL);
  tl_hand_settle (GTK_WIDGET (window));
  tl_kit_click_widget (tl_kit_find_label (popover, "Accept with a Reason…"));
  TL_HAND_UNTIL (tl_kit_find_label (popover, "Reason") != NULL);
  tl_hand_type ("too rare");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (!is_found (window, "G20", failure));
  TL_HAND_UNTIL (find_row (view, "G20", failure) != G_MAXUINT &&
                 tl_table_model_get_finding (tl_table_view_get_model (view),
                                             find_row (view, "G20", failure))->accepted != NULL);
  g_assert_cmpuint (tl_kit_n_rows (view), ==, n);
  g_assert_cmpstr (tl_table_model_get_style (tl_table_view_get_model (view),
                                             find_row (view, "G20", failure), 2), ==, "struck");
  g_assert_false (gtk_widget_get_mapped (popover));

  /* The fact changes, the decision holds. */
  tl_editor_begin (tl_window_get_editor (window), "Rate");
  g_assert_true (tl_editor_finish (tl_window_get_editor (window),
                                   tl_ops_set (chart, failure, "S", "10", NULL), NULL));
  TL_HAND_UNTIL (find_row (view, "G20", failure) != G_MAXUINT);
  finding = tl_table_model_get_finding (tl_table_view_get_model (view),
                                        find_row (view, "G20", failure));
  g_assert_cmpstr (finding->accepted, ==, "too rare");

  findings = tl_findings_new (save_and_read (window, &kept), NULL);
  g_assert_cmpuint (findings->n_accepted, ==, 1);

  tl_kit_select (window, failure);
  gtk_widget_grab_focus (tl_table_view_get_list (view));
  gtk_selection_model_select_item (
    GTK_SELECTION_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (tl_table_view_get_list (view)))),
    find_row (view, "G20", failure), TRUE);
  tl_hand_settle (GTK_WIDGET (window));
  tl_hand_key ("<Shift>F10");
  TL_HAND_UNTIL (tl_kit_find_label (popover, "Take Back the Acceptance") != NULL);
  g_assert_null (tl_kit_find_label (popover, "Accept with a Reason…"));
  tl_hand_settle (GTK_WIDGET (window));
  tl_kit_click_widget (tl_kit_find_label (popover, "Take Back the Acceptance"));
  TL_HAND_UNTIL (is_found (window, "G20", failure));
  TL_HAND_UNTIL (find_row (view, "G20", failure) != G_MAXUINT);
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

/* Advice can be hidden for oneself: that of one rule at a finding of it, all of it in the
 * preferences; neither changes the chart. */
static void
test_advice (gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APP_ID);
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "findings");
  TlEditor *editor = tl_window_get_editor (window);
  GtkWidget *popover = tl_table_view_get_row_menu (view);
  guint n = tl_kit_n_rows (view), n_advice = 0;
  guint64 version = tl_chart_version (tl_kit_chart (window));
  const TlFinding *last = tl_table_model_get_finding (tl_table_view_get_model (view), n - 1);
  g_autofree char *rule = g_strdup (last->rule->id);

  g_assert_cmpint (last->severity, ==, TL_SEVERITY_ADVICE);
  for (guint i = 0; i < n; i++)
    n_advice += tl_editor_get_findings (editor)->rows[i].severity == TL_SEVERITY_ADVICE;
  gtk_widget_grab_focus (tl_table_view_get_list (view));
  tl_hand_key ("End");
  TL_HAND_UNTIL (tl_kit_selected (window) == last->record);
  tl_hand_key ("Menu");
  TL_HAND_UNTIL (tl_kit_find_label (popover, "Hide This Advice in All Charts") != NULL);
  tl_hand_settle (GTK_WIDGET (window));
  tl_kit_click_widget (tl_kit_find_label (popover, "Hide This Advice in All Charts"));
  TL_HAND_UNTIL (tl_kit_n_rows (view) < n);
  g_assert_cmpuint (tl_findings_n_open (tl_editor_get_findings (editor), rule), ==, 0);
  g_settings_reset (settings, "advice-without");
  TL_HAND_UNTIL (tl_kit_n_rows (view) == n);
  g_settings_set_boolean (settings, "advice", FALSE);
  TL_HAND_UNTIL (tl_kit_n_rows (view) == n - n_advice);
  g_settings_reset (settings, "advice");
  TL_HAND_UNTIL (tl_kit_n_rows (view) == n);
  g_assert_cmpuint (tl_chart_version (tl_kit_chart (window)), ==, version);
  tl_kit_hide_tables (window);
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
    { "/window-analysis/rate", test_rate },
    { "/window-analysis/findings/recovery", test_recovery },
    { "/window-analysis/findings/accept", test_accept },
    { "/window-analysis/findings/advice", test_advice },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
