/* canvas-input.c - pointer, wheel, touch and keys on the canvas.
 *
 * Handlers unpack the event and call plain functions.  What changes the chart is
 * an action of the window, so that menus, keys and gestures do the same thing.
 */
#include "app/canvas-private.h"

#include <math.h>

#define REACH      6.0    /* widget pixels beside a connector that still hit it */
#define WHEEL_ZOOM 1.15   /* for each notch */
#define ADDS(state) (((state) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)

/* What is there to be selected; the free room of a lane is nothing. */
static TlPick
pick_at (TlCanvas *self,
         double    x,
         double    y)
{
  const TlScene *scene = tl_editor_get_scene (self->editor);
  TlPoint point = tl_canvas_chart_point (self, x, y);
  TlPick pick = tl_pick_point (scene, point, REACH / self->view.zoom);

  if (pick.kind == TL_PICK_LANE && !tl_box_contains (scene->bands[pick.index].header, point))
    pick = (TlPick) { TL_PICK_NOTHING, TL_ID_NONE, 0 };
  return pick;
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

  if (pick.kind == TL_PICK_NOTHING) {
    if (!ADDS (state))
      tl_selection_set_one (selection, TL_ID_NONE);
    return;
  }
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.rename", "s", "");
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
  if (self->editor == NULL || self->space_held)
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

  if (self->editor == NULL || self->space_held || self->banding || n_press != 1 || ADDS (state))
    return;
  pick = pick_at (self, x, y);
  if (pick.kind != TL_PICK_NOTHING)
    tl_selection_set_one (tl_editor_get_selection (self->editor), pick.id);
}

/* The rubber band. */

static void
band_update (TlCanvas *self,
             double    x,
             double    y)
{
  TlPoint here = tl_viewport_to_chart (&self->view, x, y);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlId));

  if (self->band_kept != NULL)
    g_array_append_vals (ids, self->band_kept->data, self->band_kept->len);
  self->band = tl_viewport_box (&self->view, tl_box_from_corners (self->band_from, here));
  tl_pick_box (tl_editor_get_scene (self->editor), tl_box_from_corners (self->band_from, here), ids);
  tl_selection_set (tl_editor_get_selection (self->editor),
                    (const TlId *) (const void *) ids->data, ids->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
band_begin (TlCanvas *self,
            double    x,
            double    y,
            gboolean  adds)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);

  self->banding = TRUE;
  self->band_from = tl_viewport_to_chart (&self->view, x, y);
  g_clear_pointer (&self->band_kept, g_array_unref);
  self->band_kept = g_array_new (FALSE, FALSE, sizeof (TlId));
  if (adds)
    g_array_append_vals (self->band_kept, tl_selection_get_ids (selection),
                         tl_selection_get_n (selection));
}

static void
band_end (TlCanvas *self,
          gboolean  cancelled)
{
  if (!self->banding)
    return;
  if (cancelled)
    tl_selection_set (tl_editor_get_selection (self->editor),
                      (const TlId *) (const void *) self->band_kept->data, self->band_kept->len);
  self->banding = FALSE;
  g_clear_pointer (&self->band_kept, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The menu of what is under the pointer. */
static void
secondary_cb (GtkGestureClick *gesture,
              int              n_press,
              double           x,
              double           y,
              TlCanvas        *self)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };
  TlSelection *selection;
  TlPick pick;

  if (self->editor == NULL || self->menu == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  selection = tl_editor_get_selection (self->editor);
  pick = pick_at (self, x, y);
  if (!tl_selection_contains (selection, pick.id))
    tl_selection_set_one (selection, pick.id);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Panning. */

static void
set_cursor (TlCanvas *self)
{
  const char *name = self->panning ? "grabbing" : self->space_held ? "grab" : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
pan_begin (TlCanvas *self)
{
  self->panning = TRUE;
  self->pan_from = (TlPoint) { self->view.x, self->view.y };
  set_cursor (self);
}

static void
pan_end (TlCanvas *self)
{
  self->panning = FALSE;
  set_cursor (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TlCanvas       *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->editor == NULL)
    return;
  if (button == GDK_BUTTON_MIDDLE || (button == GDK_BUTTON_PRIMARY && self->space_held)) {
    pan_begin (self);
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  } else if (button == GDK_BUTTON_PRIMARY && pick_at (self, x, y).kind == TL_PICK_NOTHING) {
    band_begin (self, x, y, ADDS (state));
  } else {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  }
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TlCanvas       *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->panning)
    tl_canvas_scroll_to (self, self->pan_from.x - dx, self->pan_from.y - dy);
  else if (self->banding)
    band_update (self, x + dx, y + dy);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             TlCanvas       *self)
{
  if (self->panning)
    pan_end (self);
  band_end (self, FALSE);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlCanvas         *self)
{
  if (self->panning)
    pan_end (self);
  band_end (self, TRUE);
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
  tl_canvas_zoom_at (self, self->view.zoom * pow (WHEEL_ZOOM, -dy), self->pointer.x,
                     self->pointer.y);
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

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           TlCanvas                 *self)
{
  self->pointer = (TlPoint) { x, y };
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
  if (keyval == GDK_KEY_space && (state & GDK_CONTROL_MASK) == 0) {
    self->space_held = TRUE;
    set_cursor (self);
    return GDK_EVENT_STOP;
  }
  if (keyval == GDK_KEY_Escape && self->banding) {
    band_end (self, TRUE);
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
  self->space_held = FALSE;
  set_cursor (self);
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               TlCanvas                *self)
{
  self->space_held = FALSE;
  set_cursor (self);
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
    { GDK_KEY_r, 0, "win.add-recovery" },
    { GDK_KEY_BackSpace, 0, "win.delete" },
    { GDK_KEY_KP_Delete, 0, "win.delete" },
    { GDK_KEY_Delete, 0, "win.delete" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "win.duplicate" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "win.select-all" },
    { GDK_KEY_Escape, 0, "win.select-none" },
  };

  bind_arrows (klass);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "win.rename", "s", "");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_class_add_binding_action (klass, rows[i].key, rows[i].state, rows[i].action, NULL);
}

static void
add_pointer (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, motion);
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
