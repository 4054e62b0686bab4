/* table-kit.c - what tests of the tables under the chart do again and again. */
#include "table-kit.h"

void
tl_kit_click_widget (GtkWidget *widget)
{
  tl_hand_click (widget, gtk_widget_get_width (widget) / 2.0,
                 gtk_widget_get_height (widget) / 2.0);
}

TlTableView *
tl_kit_show_table (TlWindow   *window,
                   const char *name)
{
  TlBottomPane *pane = TL_BOTTOM_PANE (tl_window_get_bottom_pane (window));
  TlTableView *view = tl_bottom_pane_get_view (pane, name);

  if (!gtk_widget_get_visible (GTK_WIDGET (pane)))
    tl_hand_key ("<Shift>F9");
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (pane)));
  tl_bottom_pane_show (pane, name);
  tl_hand_settle (GTK_WIDGET (window));
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (view)));
  return view;
}

void
tl_kit_hide_tables (TlWindow *window)
{
  gtk_widget_set_visible (tl_window_get_bottom_pane (window), FALSE);
}

char *
tl_kit_cell (TlTableView *view,
             guint        row,
             guint        column)
{
  return tl_table_model_get_text (tl_table_view_get_model (view), row, column);
}

guint
tl_kit_n_rows (TlTableView *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tl_table_view_get_model (view)));
}

GtkWidget *
tl_kit_find_label (GtkWidget  *widget,
                   const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = tl_kit_find_label (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

void
tl_kit_click_label (TlWindow    *window,
                    TlTableView *view,
                    const char  *text)
{
  GtkWidget *label = tl_kit_find_label (GTK_WIDGET (view), text);

  if (label == NULL)
    g_error ("“%s” is not to be seen", text);
  tl_hand_wait (450);   /* or it is the second half of a double click */
  tl_hand_click (label, gtk_widget_get_width (label) / 2.0, gtk_widget_get_height (label) / 2.0);
  tl_hand_settle (GTK_WIDGET (window));
}
