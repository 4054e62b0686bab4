/* table-settle.c - settling the findings of a table: by its button, and by a menu at the
 * row itself. */
#include <glib/gi18n-lib.h>

#include "app/fix-popover.h"
#include "app/table-view-private.h"

/* Filled before it is shown, for it takes its size then. */
static void
list_fixes (TlTableView *self,
            GtkWidget   *popover)
{
  if (self->model == NULL)
    return;
  tl_table_model_refresh (self->model);
  tl_fix_popover_list (TL_FIX_POPOVER (popover), self->editor,
                       tl_table_model_get_finding (self->model,
                                                   tl_table_view_get_selected (self)));
}

static void
settle_cb (GtkMenuButton *button,
           gpointer       data)
{
  list_fixes (data, GTK_WIDGET (gtk_menu_button_get_popover (button)));
}

static void
settled_cb (TlFixPopover *popover,
            guint         id,
            TlTableView  *self)
{
  if (id != TL_ID_NONE)
    tl_selection_set_one (tl_editor_get_selection (self->editor), id);
}

/* The row that the pointer is on; G_MAXUINT = none. */
static guint
row_at (TlTableView *self,
        double       x,
        double       y)
{
  GtkWidget *picked = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->cells);
  while (picked != NULL && g_hash_table_iter_next (&iter, &item, NULL)) {
    GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
    GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

    if (row != NULL && row != self->list &&
        (picked == row || gtk_widget_is_ancestor (picked, row)))
      return gtk_list_item_get_position (item);
  }
  return G_MAXUINT;
}

static void
open_menu (TlTableView        *self,
           const GdkRectangle *at)
{
  list_fixes (self, self->row_menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu), at);
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlTableView     *self)
{
  guint position = row_at (self, x, y);
  graphene_point_t place;
  GdkRectangle at;

  if (position == G_MAXUINT || tl_table_model_get_id (self->model, position) == TL_ID_NONE ||
      !gtk_widget_compute_point (self->list, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &place))
    return;
  at = (GdkRectangle) { (int) place.x, (int) place.y, 1, 1 };
  gtk_selection_model_select_item (self->rows, position, TRUE);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, &at);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  TlTableView *self = data;
  GdkRectangle at;

  if (!tl_table_view_place_of_cell (self, tl_table_view_get_selected (self), 0, &at))
    return FALSE;
  open_menu (self, &at);
  return TRUE;
}

GtkWidget *
tl_table_view_get_row_menu (TlTableView *self)
{
  g_return_val_if_fail (TL_IS_TABLE_VIEW (self), NULL);

  return self->row_menu;
}

void
tl_table_view_make_settle (TlTableView *self)
{
  GtkWidget *popover = tl_fix_popover_new ();

  self->settle = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->settle), _("Settle"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->settle), popover);
  gtk_widget_set_tooltip_text (self->settle, _("Settle the Selected Finding"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->settle), settle_cb, self, NULL);
  g_signal_connect_object (popover, "settled", G_CALLBACK (settled_cb), self, 0);
  gtk_box_prepend (GTK_BOX (self->tools), self->settle);
}

void
tl_table_view_make_row_menu (TlTableView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->row_menu = tl_fix_popover_new ();
  gtk_popover_set_has_arrow (GTK_POPOVER (self->row_menu), FALSE);
  gtk_widget_set_halign (self->row_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self));
  g_signal_connect_object (self->row_menu, "settled", G_CALLBACK (settled_cb), self, 0);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                      gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (self->list, keys);
}
