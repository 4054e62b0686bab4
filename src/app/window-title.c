/* window-title.c - the title of the chart, written where it stands in the header bar. */
#include "app/window-private.h"

#include "app/commands.h"

static gboolean
is_writing (TlWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->title_stack), "entry") == 0;
}

static void
close_title (TlWindow *self)
{
  gtk_stack_set_visible_child_name (self->title_stack, "title");
}

/* Takes what was written; FALSE when it was refused. */
static gboolean
finish_title (TlWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->title_entry)));

  if (!is_writing (self) || self->editor == NULL)
    return TRUE;
  if (!tl_command_rename (self->editor, tl_chart_info (tl_editor_get_chart (self->editor))->head.id,
                          text, &error)) {
    tl_window_refuse (self, error);
    return FALSE;
  }
  close_title (self);
  return TRUE;
}

static void
activated_cb (TlWindow *self)
{
  if (finish_title (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
focus_left_cb (TlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* Only the window lost the keyboard; one goes on writing later. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->title_entry)))
    return;
  /* Refused text must not hold the focus captive: the title stays as it was. */
  if (!finish_title (self))
    close_title (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TlWindow              *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  close_title (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return GDK_EVENT_STOP;
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  if (!tl_window_is_ready (self))
    return;
  gtk_editable_set_text (self->title_entry,
                         tl_chart_info (tl_editor_get_chart (self->editor))->title);
  gtk_stack_set_visible_child_name (self->title_stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
  gtk_editable_select_region (self->title_entry, 0, -1);
}

/* A double click would make the window as large as the screen. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlWindow        *self)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (self->editor == NULL || is_writing (self))
    return;
  if (button == GDK_BUTTON_SECONDARY) {
    gtk_popover_set_pointing_to (self->title_menu, &at);
    gtk_popover_popup (self->title_menu);
  } else if (button == GDK_BUTTON_PRIMARY && n_press == 2) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.rename-chart", NULL);
  } else {
    return;
  }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

void
tl_window_init_title (TlWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->title_stack), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (self->title_entry, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->title_entry), focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->title_entry), key);
}

void
tl_window_install_title (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.rename-chart", NULL, rename_action);
}
