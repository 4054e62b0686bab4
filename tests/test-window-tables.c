/* test-window-tables.c - choosing, sorting and grouping the rows of the real window's tables. */
#include <string.h>

#include "app/bottom-pane.h"
#include "app/table-copy.h"
#include "table-kit.h"
#include "window-kit.h"

enum { NUMBER, TITLE, WHERE, PHASE, SEVERITY, OCCURRENCE, DETECTION, RPN, PRIORITY };

static GtkWidget *
find_drop_down (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_DROP_DOWN (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_drop_down (child);
  return found;
}

/* The choice of groups, which stands in the tools itself. */
static GtkWidget *
get_groups (TlTableView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (tl_table_view_get_tools (view));

  while (!GTK_IS_DROP_DOWN (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Opens a list and takes the entry that is so many further down. */
static void
choose (GtkWidget *list,
        guint      down)
{
  guint wanted = gtk_drop_down_get_selected (GTK_DROP_DOWN (list)) + down;

  TL_HAND_UNTIL (gtk_widget_get_mapped (list));
  gtk_widget_grab_focus (list);
  tl_hand_key ("space");
  tl_hand_wait (300);
  for (guint i = 0; i < down; i++)
    tl_hand_key ("Down");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (gtk_drop_down_get_selected (GTK_DROP_DOWN (list)) == wanted);
}

static void
assert_cell (TlTableView *view,
             guint        row,
             guint        column,
             const char  *text)
{
  g_autofree char *cell = tl_kit_cell (view, row, column);

  g_assert_cmpstr (cell, ==, text);
}

/* By the head of a column, one way and the other. */
static void
test_sort (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "failures");

  g_assert_cmpuint (tl_kit_n_rows (view), ==, 10);
  assert_cell (view, 0, NUMBER, "F1");
  tl_kit_click_label (window, view, "RPN");
  assert_cell (view, 0, RPN, "72");
  tl_kit_click_label (window, view, "RPN");
  assert_cell (view, 0, RPN, "336");
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
}

/* By what is written, and by what a column says; the button tells that not all are seen. */
static void
test_filter (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "failures");
  GtkWidget *tools = tl_table_view_get_tools (view);
  GtkWidget *button = tl_kit_find_button (tools, "Choose Rows by What They Say");
  GtkMenuButton *menu;

  gtk_widget_grab_focus (tl_table_view_get_search (view));
  tl_hand_type ("room");
  TL_HAND_UNTIL (tl_kit_n_rows (view) < 10);
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (tl_kit_n_rows (view) == 10);

  g_assert_nonnull (button);
  menu = GTK_MENU_BUTTON (GTK_IS_MENU_BUTTON (button)
                          ? button : gtk_widget_get_ancestor (button, GTK_TYPE_MENU_BUTTON));
  tl_kit_click_widget (GTK_WIDGET (menu));
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (menu))));
  choose (find_drop_down (GTK_WIDGET (gtk_menu_button_get_popover (menu))), 1);
  TL_HAND_UNTIL (tl_kit_n_rows (view) < 10);
  g_assert_cmpuint (tl_kit_n_rows (view), >, 0);
  for (guint i = 0; i < tl_kit_n_rows (view); i++)
    assert_cell (view, i, PRIORITY, "High");
  g_assert_cmpstr (gtk_menu_button_get_label (menu), ==, "Filter (1)");
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (!gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (menu))));

  /* Of another chart all rows are seen. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-bottom", NULL);
  tl_bottom_pane_set_editor (TL_BOTTOM_PANE (tl_window_get_bottom_pane (window)), NULL);
  g_assert_cmpstr (gtk_menu_button_get_label (menu), ==, "Filter");
  tl_kit_destroy (window);
}

/* By phase; another window remembers it; what is copied says the group of each row. */
static void
test_group (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlTableView *view = tl_kit_show_table (window, "failures");
  TlTableModel *model = tl_table_view_get_model (view);
  g_autoptr (GtkBitset) all = NULL;
  g_autofree char *text = NULL;
  TlWindow *second;
  guint n_heads = 0;

  choose (get_groups (view), 1);
  TL_HAND_UNTIL (tl_table_model_get_group (model) == PHASE);
  for (guint i = 0; i < tl_kit_n_rows (view); i++)
    n_heads += tl_table_model_is_head (model, i);
  g_assert_cmpuint (n_heads, >, 1);
  g_assert_true (tl_table_model_is_head (model, 0));
  assert_cell (view, 0, TITLE, "Before arrival (1)");
  g_assert_cmpuint (tl_kit_n_rows (view), ==, 10 + n_heads);
  all = gtk_bitset_new_range (0, tl_kit_n_rows (view));
  text = tl_table_copy_tsv (&tl_table_failures, model, all);
  g_assert_true (g_str_has_prefix (text, "Phase\tNo.\tWhat goes wrong\tWhere\tSeverity\t"));
  g_assert_nonnull (strstr (text, "\nBefore arrival\tF1\t"));
  g_assert_null (strstr (text, "(1)"));
  tl_kit_hide_tables (window);

  second = tl_kit_open (data, "online-order");
  g_assert_cmpuint (gtk_drop_down_get_selected (
                      GTK_DROP_DOWN (get_groups (tl_kit_show_table (second, "failures")))), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (
                      GTK_DROP_DOWN (get_groups (tl_kit_show_table (second, "gaps")))), ==, 0);
  tl_kit_hide_tables (second);
  tl_kit_destroy (second);
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window/tables/sort", test_sort },
    { "/window/tables/filter", test_filter },
    { "/window/tables/group", test_group },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
