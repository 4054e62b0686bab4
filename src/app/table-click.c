/* table-click.c - writing in a cell by a click on it.
 *
 * A click on a row selects it and a double click shows it in the chart, so only a click on
 * the one row that is selected already means to write, and only when no second click has
 * followed.  Cells that cannot be written in stay as they are.
 */
#include "app/table-view-private.h"

/* The item whose cell is under the pointer, or NULL. */
static GtkListItem *
find_item (TlTableView *self,
           double       x,
           double       y)
{
  GtkWidget *at = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->cells);
  while (at != NULL && g_hash_table_iter_next (&iter, &item, NULL)) {
    GtkWidget *label = gtk_list_item_get_child (item);

    if (label == at || gtk_widget_get_parent (label) == at)
      return item;
  }
  return NULL;
}

static gboolean
is_only_one_selected (TlTableView *self,
                      guint        position)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->rows);

  return gtk_bitset_get_size (selected) == 1 && gtk_bitset_contains (selected, position);
}

void
tl_table_view_forget_click (TlTableView *self)
{
  g_clear_handle_id (&self->clicked_source, g_source_remove);
  self->clicked = G_MAXUINT;
}

static gboolean
edit_cb (gpointer data)
{
  TlTableView *self = data;
  guint column = self->clicked;

  self->clicked_source = 0;
  tl_table_view_forget_click (self);
  tl_table_view_edit_column (self, column);
  return G_SOURCE_REMOVE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlTableView     *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkListItem *item;
  guint column;

  tl_table_view_forget_click (self);
  if (n_press != 1 || self->model == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return;
  item = find_item (self, x, y);
  if (item == NULL || !is_only_one_selected (self, gtk_list_item_get_position (item)))
    return;
  column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column"));
  if (self->table->columns[column].edits != NULL)
    self->clicked = column;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TlTableView     *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  int wait;

  if (self->clicked == G_MAXUINT || n_press != 1)
    return;
  g_object_get (settings, "gtk-double-click-time", &wait, NULL);
  self->clicked_source = g_timeout_add ((guint) MAX (wait, 0), edit_cb, self);
}

void
tl_table_view_add_click (TlTableView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->clicked = G_MAXUINT;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  /* Before the list takes the press, and with it the selection. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
}
