/* canvas-input.c - pointer, wheel, touch and keys on the canvas.
 *
 * Handlers unpack the event and call plain functions.  What changes the chart is
 * an action of the window, so that menus, keys and gestures do the same thing.
 */
#include "app/canvas-private.h"

#include <math.h>

#include "app/commands.h"

#define WHEEL_ZOOM 1.15   /* for each notch */
#define ADDS(state) (((state) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)

static TlPick
pick_at (TlCanvas *self,
         double    x,
         double    y)
{
  const TlToolPoint point = tl_canvas_tool_point (self, x, y);

  return tl_tool_pick (self->drag.tool, &point);
}

/* Selecting. */

static void
press (TlCanvas        *self,
       int              n_press,
       double           x,
       double           y,
       GdkModifierType  state)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);
  TlPick pick = pick_at (self, x, y);

  if (n_press == 2 && !ADDS (state)) {
    tl_canvas_open_at (self, pick, (TlPoint) { x, y });
    return;
  }
  if (pick.kind == TL_PICK_NOTHING) {
    if (!ADDS (state))
      tl_selection_set_one (selection, TL_ID_NONE);
    return;
  }
  if (n_press == 1 && (state & GDK_CONTROL_MASK) != 0 &&
      (pick.kind == TL_PICK_LANE || pick.kind == TL_PICK_PHASE))
    tl_command_select_inside (self->editor, pick.id);
  else if (n_press == 1 && ADDS (state))
    tl_selection_toggle (selection, pick.id);
  else if (n_press == 1 && !tl_selection_contains (selection, pick.id))
    tl_selection_set_one (selection, pick.id);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlCanvas        *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->editor == NULL || self->drag.space_held)
    return;
  if (tl_canvas_press_handle (self, x, y))
    return;
  press (self, n_press, x, y,
         gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

/* A click on one of several selected things, without a drag, selects it alone. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TlCanvas        *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  TlPick pick;

  if (self->editor == NULL || self->drag.space_held || tl_tool_is_busy (self->drag.tool) ||
      tl_canvas_click_handle (self) || n_press != 1 || ADDS (state))
    return;
  pick = pick_at (self, x, y);
  if (pick.kind != TL_PICK_NOTHING)
    tl_selection_set_one (tl_editor_get_selection (self->editor), pick.id);
}

static void
secondary_cb (GtkGestureClick *gesture,
              int              n_press,
              double           x,
              double           y,
              TlCanvas        *self)
{
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));

  if (self->editor == NULL || tl_canvas_press_cancels (self, time))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tl_canvas_open_menu_at (self, pick_at (self, x, y), (TlPoint) { x, y });
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Zooming. */

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           TlCanvas                 *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || self->editor == NULL)
    return GDK_EVENT_PROPAGATE;
  tl_canvas_zoom_at (self, self->view.zoom * pow (WHEEL_ZOOM, -dy), self->drag.pointer.x,
                     self->drag.pointer.y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlCanvas         *self)
{
  self->pinch_zoom = self->view.zoom;
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          TlCanvas       *self)
{
  double x, y;

  if (self->editor != NULL && gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    tl_canvas_zoom_at (self, self->pinch_zoom * scale, x, y);
}

/* Keys. */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TlCanvas              *self)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (self->editor == NULL)
    return GDK_EVENT_PROPAGATE;
  /* The hand is full: keys that would change the chart wait. */
  if (tl_tool_is_busy (self->drag.tool)) {
    if (keyval == GDK_KEY_Escape)
      tl_canvas_cancel_drag (self);
    return GDK_EVENT_STOP;
  }
  if (keyval == GDK_KEY_space && (state & GDK_CONTROL_MASK) == 0) {
    tl_canvas_hold_space (self, TRUE);
    return GDK_EVENT_STOP;
  }
  /* Any letter that is no command begins a label. */
  if (keyval == GDK_KEY_f || keyval == GDK_KEY_F || keyval == GDK_KEY_r || keyval == GDK_KEY_R)
    return GDK_EVENT_PROPAGATE;
  if (g_unichar_isprint (c) && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 &&
      tl_selection_get_n (tl_editor_get_selection (self->editor)) == 1) {
    char text[7] = { 0 };

    g_unichar_to_utf8 (c, text);
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.rename", "s", text);
  }
  return GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 TlCanvas              *self)
{
  if (keyval != GDK_KEY_space)
    return;
  tl_canvas_hold_space (self, FALSE);
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               TlCanvas                *self)
{
  tl_canvas_hold_space (self, FALSE);
}

static void
bind_arrows (GtkWidgetClass *klass)
{
  static const struct {
    guint       key, pad;
    const char *way;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, "left" },
    { GDK_KEY_Right, GDK_KEY_KP_Right, "right" },
    { GDK_KEY_Up, GDK_KEY_KP_Up, "up" },
    { GDK_KEY_Down, GDK_KEY_KP_Down, "down" },
  };
  static const struct {
    GdkModifierType  state;
    const char      *action;
  } actions[] = {
    { 0, "win.walk" },
    { GDK_ALT_MASK, "win.walk-flow" },
    { GDK_CONTROL_MASK, "win.build" },
    { GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.move" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++) {
    for (guint k = 0; k < G_N_ELEMENTS (actions); k++) {
      gtk_widget_class_add_binding_action (klass, arrows[i].key, actions[k].state,
                                           actions[k].action, "s", arrows[i].way);
      gtk_widget_class_add_binding_action (klass, arrows[i].pad, actions[k].state,
                                           actions[k].action, "s", arrows[i].way);
    }
  }
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  tl_canvas_open_menu_of_selection (TL_CANVAS (widget));
  return GDK_EVENT_STOP;
}

void
tl_canvas_bind_keys (GtkWidgetClass *klass)
{
  static const struct {
    guint            key;
    GdkModifierType  state;
    const char      *action;
  } rows[] = {
    /* Of several keys the menu shows the last. */
    { GDK_KEY_KP_Enter, 0, "win.next-step" },
    { GDK_KEY_Return, 0, "win.next-step" },
    { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "win.new-branch" },
    { GDK_KEY_Return, GDK_SHIFT_MASK, "win.new-branch" },
    { GDK_KEY_f, 0, "win.add-failure" },
    { GDK_KEY_r, 0, "win.choose-recovery" },
    { GDK_KEY_BackSpace, 0, "win.delete" },
    { GDK_KEY_KP_Delete, 0, "win.delete" },
    { GDK_KEY_Delete, 0, "win.delete" },
    { GDK_KEY_Delete, GDK_SHIFT_MASK, "win.cut" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "win.cut" },
    { GDK_KEY_Insert, GDK_CONTROL_MASK, "win.copy" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "win.copy" },
    { GDK_KEY_Insert, GDK_SHIFT_MASK, "win.paste" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "win.paste" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "win.duplicate" },
    { GDK_KEY_l, GDK_CONTROL_MASK, "win.connect" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "win.select-all" },
    { GDK_KEY_Escape, 0, "win.select-none" },
  };

  bind_arrows (klass);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "win.rename", "s", "");
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_class_add_binding_action (klass, rows[i].key, rows[i].state, rows[i].action, NULL);
}

static void
add_pointer (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
}

void
tl_canvas_add_input (TlCanvas *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  add_pointer (self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (key, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
