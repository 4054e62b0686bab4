/* test-window-edit.c - changing a chart where it stands, in the real window. */
#include <string.h>

#include "app/find-bar.h"
#include "app/minimap.h"
#include "document/fragment.h"
#include "window-kit.h"

/* The clipboard. */

static GdkClipboard *
clipboard_of (TlWindow *window)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (window));
}

static void
spliced_cb (GObject      *out,
            GAsyncResult *result,
            gpointer      data)
{
  GBytes **bytes = data;
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (out), result, &error);
  g_assert_no_error (error);
  *bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) in =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_splice_async (out, in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT,
                                NULL, spliced_cb, data);
}

/* What another program would get. */
static GBytes *
read_clipboard (TlWindow   *window,
                const char *type)
{
  const char *types[] = { type, NULL };
  GBytes *bytes = NULL;

  gdk_clipboard_read_async (clipboard_of (window), types, G_PRIORITY_DEFAULT, NULL, read_cb,
                            &bytes);
  TL_HAND_UNTIL (bytes != NULL);
  return bytes;
}

static gboolean
holds (GBytes     *bytes,
       const char *text)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);

  return g_strstr_len (start, (gssize) size, text) != NULL;
}

/* Copied in one window, pasted in another. */
static void
test_between_windows (gconstpointer data)
{
  TlWindow *from = tl_kit_open (data, "hotel-check-in");
  TlWindow *to;
  TlChart *chart;
  TlId id = tl_kit_find_step (from, "Guest books a room");
  guint n_steps;

  tl_kit_click (from, id);
  TL_HAND_UNTIL (tl_kit_selected (from) == id);
  tl_hand_key ("<Control>c");
  to = tl_kit_open (data, "corner-shoeshine");
  chart = tl_kit_chart (to);
  n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  tl_hand_key ("<Control>v");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps + 1);
  g_assert_cmpuint (tl_kit_selected (to), ==, tl_kit_find_step (to, "Guest books a room"));

  /* Again, beside the first: nothing covers anything. */
  tl_hand_key ("<Control>v");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps + 2);
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps + 1);
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps);
  g_assert_false (tl_chart_can_undo (chart));
  tl_kit_destroy (to);
  tl_kit_destroy (from);
}

static void
test_cut (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  guint n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  guint n_recoveries = tl_chart_n (chart, TL_RECORD_RECOVERY);
  guint n_failures = tl_chart_n (chart, TL_RECORD_FAILURE);

  tl_kit_click (window, tl_kit_find_step (window, "Guest books a room"));
  tl_hand_key ("<Control>a");
  tl_hand_key ("<Control>x");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == 0);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_FAILURE), ==, 0);
  tl_hand_key ("<Control>v");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_FAILURE), ==, n_failures);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_RECOVERY), ==, n_recoveries);
  g_assert_cmpuint (tl_selection_get_n (tl_editor_get_selection (tl_window_get_editor (window))),
                    ==, n_steps);
  tl_hand_key ("<Control>z");
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (!tl_chart_can_undo (chart));
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, n_steps);
  tl_kit_destroy (window);
}

/* Into other programs, as each of them likes it. */
static void
test_formats (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  static const char png[] = "\x89PNG";
  static const struct {
    const char *type, *held;
  } rows[] = {
    { TL_FRAGMENT_TYPE, "urn:throughline:chart:1" },
    { "image/svg+xml", "<svg" },
    { "image/png", "IHDR" },
    { "text/plain;charset=utf-8", "Brush shoes\n" },
  };

  tl_kit_click (window, tl_kit_find_step (window, "Brush shoes"));
  tl_hand_key ("<Control>c");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) bytes = read_clipboard (window, rows[i].type);

    if (g_str_equal (rows[i].type, "image/png"))
      g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), png, 4), ==, 0);
    else
      g_assert_true (holds (bytes, rows[i].held));
    g_assert_false (holds (bytes, "Buff"));   /* which was not copied */
  }
  tl_kit_destroy (window);
}

static const TlStep *
step_labelled (TlWindow   *window,
               const char *label)
{
  return TL_CHART_GET (tl_kit_chart (window), STEP, TlStep, tl_kit_find_step (window, label));
}

/* Each line of text is a step; what no label holds is kept. */
static void
test_text (gconstpointer data)
{
  TlWindow *window = tl_kit_blank (data);
  TlChart *chart = tl_kit_chart (window);
  g_autofree char *longer = g_strnfill (130, 'w');
  g_autofree char *text = g_strdup_printf ("1. Guest calls\r\n\n  - Desk answers \n%s\n", longer);
  const TlStep *first, *second, *last;

  gdk_clipboard_set_text (clipboard_of (window), text);
  tl_hand_key ("<Control>v");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == 3);
  first = step_labelled (window, "Guest calls");
  second = step_labelled (window, "Desk answers");
  last = TL_CHART_NTH (chart, STEP, TlStep, 2);
  g_assert_cmpuint (first->lane, ==, second->lane);
  g_assert_cmpint (second->column, ==, first->column + 1);
  g_assert_cmpstr (last->how, ==, longer);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_CONNECTOR), ==, 2);
  g_assert_cmpstr (tl_chart_undo_label (chart), ==, "Paste 3 Lines as Steps");
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == 0);

  /* What nothing can be made of changes nothing. */
  gdk_clipboard_set_text (clipboard_of (window), " \n\t\n");
  tl_hand_key ("<Control>v");
  tl_hand_wait (100);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, 0);
  g_assert_false (tl_chart_can_undo (chart));
  tl_kit_destroy (window);
}

/* In a label that is written the keys are the label's. */
static void
test_in_label (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlChart *chart = tl_kit_chart (window);
  guint n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  TlId id = tl_kit_find_step (window, "Buff");

  tl_kit_click (window, id);
  tl_hand_key ("F2");
  TL_HAND_UNTIL (tl_canvas_is_writing (tl_window_get_canvas (window)));
  tl_hand_key ("<Control>a");
  tl_hand_key ("<Control>c");
  tl_hand_key ("End");
  tl_hand_key ("<Control>v");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (g_str_equal (TL_CHART_GET (chart, STEP, TlStep, id)->label, "BuffBuff"));
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, n_steps);
  tl_kit_destroy (window);
}

/* Menus. */

static GtkWidget *
find_child (GtkWidget *parent,
            GType      type)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);

  while (child != NULL && !(G_TYPE_CHECK_INSTANCE_TYPE (child, type) &&
                            gtk_widget_get_visible (child)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
open_popover (TlWindow *window,
              GType     type)
{
  GtkWidget *canvas = GTK_WIDGET (tl_window_get_canvas (window));

  TL_HAND_UNTIL (find_child (canvas, type) != NULL);
  tl_hand_wait (60);
  return find_child (canvas, type);
}

/* Whether the window has the action, without its target. */
static gboolean
has_action (TlWindow   *window,
            const char *detailed)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (window);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  const GVariantType *parameter;
  const char *found, *property;
  GType owner;

  g_assert_true (g_action_parse_detailed_name (detailed, &name, &target, NULL));
  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &found, &parameter, &property);
       i++) {
    if (g_str_equal (found, name))
      return TRUE;
  }
  return FALSE;
}

/* Whether @label is in the menu; every action of it must be there to be done. */
static gboolean
menu_has (TlWindow   *window,
          GMenuModel *menu,
          const char *label)
{
  gboolean found = FALSE;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++) {
    static const char * const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
    g_autofree char *text = NULL;
    g_autofree char *action = NULL;

    if (g_menu_model_get_item_attribute (menu, i, "label", "s", &text))
      found |= g_str_equal (text, label);
    if (g_menu_model_get_item_attribute (menu, i, "action", "s", &action) &&
        !has_action (window, action))
      g_error ("the menu has “%s”, which nobody does", action);
    for (guint k = 0; k < G_N_ELEMENTS (links); k++) {
      g_autoptr (GMenuModel) link = g_menu_model_get_item_link (menu, i, links[k]);

      found |= link != NULL && menu_has (window, link, label);
    }
  }
  return found;
}

static TlId
first_of (TlWindow     *window,
          TlRecordKind  kind)
{
  return tl_chart_nth (tl_kit_chart (window), kind, 0)->id;
}

static void
select_one (TlWindow *window,
            TlId      id)
{
  tl_selection_set_one (tl_editor_get_selection (tl_window_get_editor (window)), id);
  tl_hand_settle (GTK_WIDGET (window));
}

static void
test_menus (gconstpointer data)
{
  static const struct {
    int         kind;    /* TL_N_RECORD_KINDS: nothing selected */
    const char *has, *has_not;
  } rows[] = {
    { TL_RECORD_STEP, "New _Branch", "Add Lane _Above" },
    { TL_RECORD_CONNECTOR, "_Insert Step", "_Paste" },
    { TL_RECORD_FAILURE, "Attach _Recovery Procedure", "_Next Step" },
    { TL_RECORD_RECOVERY, "_Delete Recovery Procedure", "Change _Kind" },
    { TL_RECORD_LANE, "Add Lane _Above", "Add Phase _Before" },
    { TL_RECORD_PHASE, "Add Phase _Before", "Add Lane _Above" },
    { TL_N_RECORD_KINDS, "Re_name Chart", "_Delete" },
  };
  static const char * const keys[] = { "Menu", "<Shift>F10" };
  TlWindow *window = tl_kit_open (data, "hotel-check-in");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GtkWidget *popover;
    GMenuModel *menu;

    select_one (window, rows[i].kind == TL_N_RECORD_KINDS ? TL_ID_NONE
                                                          : first_of (window, rows[i].kind));
    tl_hand_key (keys[i % 2]);
    popover = open_popover (window, GTK_TYPE_POPOVER_MENU);
    menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover));
    g_assert_true (menu_has (window, menu, rows[i].has));
    g_assert_false (menu_has (window, menu, rows[i].has_not));
    tl_hand_key ("Escape");
    TL_HAND_UNTIL (!gtk_widget_get_visible (popover));
  }
  g_assert_false (tl_chart_can_undo (tl_kit_chart (window)));
  tl_kit_destroy (window);
}

/* Chosen with the keyboard, an entry does what it says. */
static void
test_menu_does (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  guint n_lanes = tl_chart_n (chart, TL_RECORD_LANE);
  TlId first = first_of (window, TL_RECORD_LANE);

  select_one (window, first);
  tl_hand_key ("Menu");
  open_popover (window, GTK_TYPE_POPOVER_MENU);
  for (int i = 0; i < 3; i++)
    tl_hand_key ("Down");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_LANE) == n_lanes + 1);
  tl_kit_write (window, "Companion");
  g_assert_cmpuint (tl_chart_index (chart, tl_kit_selected (window)), ==, 1);
  g_assert_cmpstr (TL_CHART_GET (chart, LANE, TlLane, tl_kit_selected (window))->name, ==,
                   "Companion");
  tl_kit_destroy (window);
}

/* Writing where it stands. */

static void
double_click (TlWindow *window,
              TlId      id)
{
  TlCanvas *canvas = tl_window_get_canvas (window);
  TlBox box;

  tl_hand_wait (450);   /* or it is the third click of another */
  tl_canvas_reveal (canvas, id);
  tl_hand_settle (GTK_WIDGET (window));
  g_assert_true (tl_canvas_locate (canvas, id, &box));
  tl_hand_double_click (GTK_WIDGET (canvas), box.x + box.w / 2, box.y + box.h / 2);
}

static void
test_names (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  TlId lane = first_of (window, TL_RECORD_LANE);
  TlId phase = first_of (window, TL_RECORD_PHASE);
  TlId connector = first_of (window, TL_RECORD_CONNECTOR);

  double_click (window, lane);
  tl_kit_write (window, "Passer by");
  g_assert_cmpstr (TL_CHART_GET (chart, LANE, TlLane, lane)->name, ==, "Passer by");
  double_click (window, phase);
  tl_kit_write (window, "First of all");
  g_assert_cmpstr (TL_CHART_GET (chart, PHASE, TlPhase, phase)->name, ==, "First of all");
  select_one (window, connector);
  tl_hand_key ("F2");
  tl_kit_write (window, "always");
  g_assert_cmpstr (TL_CHART_GET (chart, CONNECTOR, TlConnector, connector)->label, ==, "always");
  double_click (window, connector);
  tl_kit_write (window, "nearly always");
  g_assert_cmpstr (TL_CHART_GET (chart, CONNECTOR, TlConnector, connector)->label, ==,
                   "nearly always");
  tl_kit_destroy (window);
}

static void
test_title (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlChart *chart = tl_kit_chart (window);
  int width = gtk_widget_get_width (GTK_WIDGET (window));

  tl_hand_wait (450);
  tl_hand_double_click (GTK_WIDGET (window), width / 2.0, 18);
  TL_HAND_UNTIL (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  tl_hand_type ("Shiny");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (g_str_equal (tl_chart_info (chart)->title, "Shiny"));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "Shiny"));

  /* By key, and given up. */
  tl_hand_key ("Escape");
  tl_hand_key ("F2");
  TL_HAND_UNTIL (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  tl_hand_type ("Not this");
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (!GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_cmpstr (tl_chart_info (chart)->title, ==, "Shiny");
  tl_kit_destroy (window);
}

/* While something is written undo takes back what was written, then what was done. */
static void
test_undo_in_label (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlCanvas *canvas = tl_window_get_canvas (window);
  TlChart *chart = tl_kit_chart (window);
  TlId id = tl_kit_find_step (window, "Buff");
  guint n_steps = tl_chart_n (chart, TL_RECORD_STEP);

  tl_kit_click (window, id);
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps + 1);
  TL_HAND_UNTIL (tl_canvas_is_writing (canvas));
  tl_hand_type ("x");
  tl_hand_key ("<Control>z");
  g_assert_true (tl_canvas_is_writing (canvas));
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, n_steps + 1);
  for (int i = 0; i < 3; i++)
    tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps);
  g_assert_false (tl_canvas_is_writing (canvas));
  tl_kit_destroy (window);
}

/* Failure points and recovery procedures. */

static void
test_recovery (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  guint n_recoveries = tl_chart_n (chart, TL_RECORD_RECOVERY);
  const TlRecovery *recovery;
  GtkWidget *popover;
  TlId failure, existing;

  tl_kit_click (window, tl_kit_find_step (window, "Set room status to ready"));
  tl_hand_key ("f");
  tl_kit_write (window, "Website is down");
  failure = tl_kit_selected (window);
  g_assert_nonnull (TL_CHART_GET (chart, FAILURE, TlFailure, failure));

  /* One that exists, found by a part of its name. */
  existing = tl_editor_get_order (tl_window_get_editor (window))->recoveries[1];
  recovery = TL_CHART_GET (chart, RECOVERY, TlRecovery, existing);
  tl_hand_key ("r");
  popover = open_popover (window, GTK_TYPE_POPOVER);
  tl_hand_key ("Down");
  tl_hand_key ("Down");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (!gtk_widget_get_visible (popover));
  TL_HAND_UNTIL (tl_id_list_index (&TL_CHART_GET (chart, RECOVERY, TlRecovery,
                                                  existing)->failures, failure) != G_MAXUINT);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_RECOVERY), ==, n_recoveries);
  g_assert_nonnull (recovery);

  /* And a new one, named as it is looked for in vain. */
  select_one (window, failure);
  gtk_widget_grab_focus (GTK_WIDGET (tl_window_get_canvas (window)));
  tl_hand_key ("r");
  popover = open_popover (window, GTK_TYPE_POPOVER);
  tl_hand_type ("Take the booking by phone");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_RECOVERY) == n_recoveries + 1);
  g_assert_cmpstr (TL_CHART_GET (chart, RECOVERY, TlRecovery, tl_kit_selected (window))->name, ==,
                   "Take the booking by phone");
  tl_kit_destroy (window);
}

/* A double click on a badge puts the cursor in its details. */
static void
test_badge (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlId failure = tl_editor_get_order (tl_window_get_editor (window))->failures[0];
  GtkWidget *inspector = tl_window_get_inspector (window);

  double_click (window, failure);
  TL_HAND_UNTIL (tl_kit_selected (window) == failure);
  TL_HAND_UNTIL (gtk_window_get_focus (GTK_WINDOW (window)) != NULL &&
                 gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), inspector));
  tl_kit_destroy (window);
}

/* Finding. */

static void
test_find (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  TlFindBar *bar = TL_FIND_BAR (tl_window_get_find_bar (window));
  const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, 0);
  g_autofree char *name = g_utf8_casefold (standard->name, -1);
  TlId first;

  tl_hand_key ("<Control>f");
  tl_hand_type ("go to the room");
  TL_HAND_UNTIL (tl_kit_selected (window) == tl_kit_find_step (window, "Go to the room"));

  /* Enter walks on, and comes round again. */
  tl_hand_key ("<Control>f");
  tl_hand_type ("room");
  first = tl_kit_selected (window);
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_kit_selected (window) != first);
  tl_hand_key ("<Shift>Return");
  TL_HAND_UNTIL (tl_kit_selected (window) == first);
  tl_hand_key ("<Shift>F3");
  TL_HAND_UNTIL (tl_kit_selected (window) != first);
  tl_hand_key ("F3");
  TL_HAND_UNTIL (tl_kit_selected (window) == first);

  /* A number, and what is not in the picture. */
  tl_hand_key ("<Control>f");
  tl_hand_type ("f3");
  TL_HAND_UNTIL (tl_kit_selected (window) ==
                 tl_editor_get_order (tl_window_get_editor (window))->failures[2]);
  tl_hand_key ("<Control>f");
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (
    gtk_window_get_focus (GTK_WINDOW (window)), GTK_TYPE_SEARCH_ENTRY)), name);
  TL_HAND_UNTIL (tl_kit_selected (window) == standard->head.id);
  g_assert_nonnull (strstr (tl_find_bar_get_status (bar), "1 of "));
  tl_hand_key ("<Control>f");
  tl_hand_type ("no such words");
  TL_HAND_UNTIL (g_str_equal (tl_find_bar_get_status (bar), "Nothing found"));
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (tl_window_get_canvas (window)));
  g_assert_false (tl_chart_can_undo (chart));
  tl_kit_destroy (window);
}

/* The overview. */

static void
test_minimap (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlCanvas *canvas = tl_window_get_canvas (window);
  TlMinimap *minimap = TL_MINIMAP (tl_window_get_minimap (window));
  const TlViewport *view = tl_canvas_get_viewport (canvas);
  TlBox frame;

  tl_canvas_set_zoom (canvas, 1.0);
  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (canvas)), 0);
  gtk_widget_set_visible (GTK_WIDGET (minimap), TRUE);
  tl_hand_settle (GTK_WIDGET (window));
  g_assert_true (tl_minimap_is_shown (minimap));

  /* The frame is dragged. */
  frame = tl_minimap_get_frame (minimap);
  tl_hand_move (GTK_WIDGET (minimap), frame.x + frame.w / 2, frame.y + frame.h / 2);
  tl_hand_button (1, TRUE);
  for (int i = 1; i <= 8; i++)
    tl_hand_move (GTK_WIDGET (minimap), frame.x + frame.w / 2 + 5 * i, frame.y + frame.h / 2);
  tl_hand_button (1, FALSE);
  TL_HAND_UNTIL (view->x > 100);
  g_assert_cmpfloat_with_epsilon (tl_minimap_get_frame (minimap).x, frame.x + 40, 2);

  /* A press beside it goes there. */
  tl_hand_click (GTK_WIDGET (minimap), 2, frame.y + frame.h / 2);
  TL_HAND_UNTIL (view->x == 0);
  g_assert_cmpuint (tl_selection_get_n (tl_editor_get_selection (tl_window_get_editor (window))),
                    ==, 0);

  tl_hand_key ("<Control><Shift>m");
  TL_HAND_UNTIL (!gtk_widget_get_visible (GTK_WIDGET (minimap)));
  tl_hand_key ("<Control><Shift>m");
  TL_HAND_UNTIL (gtk_widget_get_visible (GTK_WIDGET (minimap)));
  tl_canvas_set_zoom (canvas, 0.1);
  TL_HAND_UNTIL (!tl_minimap_is_shown (minimap));
  gtk_widget_set_visible (GTK_WIDGET (minimap), FALSE);
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window-edit/clipboard/between-windows", test_between_windows },
    { "/window-edit/clipboard/cut", test_cut },
    { "/window-edit/clipboard/formats", test_formats },
    { "/window-edit/clipboard/text", test_text },
    { "/window-edit/clipboard/in-label", test_in_label },
    { "/window-edit/menu/each", test_menus },
    { "/window-edit/menu/does", test_menu_does },
    { "/window-edit/write/names", test_names },
    { "/window-edit/write/title", test_title },
    { "/window-edit/write/undo", test_undo_in_label },
    { "/window-edit/badges/recovery", test_recovery },
    { "/window-edit/badges/details", test_badge },
    { "/window-edit/find", test_find },
    { "/window-edit/minimap", test_minimap },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
