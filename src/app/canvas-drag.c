/* canvas-drag.c - the hand on the canvas: dragging, panning, and what the pointer looks like.
 *
 * A press becomes a drag of the tool's only when the pointer has gone further than a
 * hand trembles; until then it is a click, which canvas-input.c takes.
 */
#include "app/canvas-private.h"

#define ADDS(state) (((state) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)

TlToolPoint
tl_canvas_tool_point (TlCanvas *self,
                      double    x,
                      double    y)
{
  return (TlToolPoint) {
    .at = tl_viewport_to_chart (&self->view, x, y),
    .seen = tl_canvas_chart_point (self, x, y),
    .pixel = 1 / self->view.zoom,
    .adds = self->drag.adds,
  };
}

/* The pointer. */

static void
set_cursor (TlCanvas *self)
{
  const char *name = self->drag.panning ? "grabbing" : self->drag.space_held ? "grab" : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

void
tl_canvas_hold_space (TlCanvas *self,
                      gboolean  held)
{
  self->drag.space_held = held;
  set_cursor (self);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           TlCanvas                 *self)
{
  self->drag.pointer = (TlPoint) { x, y };
}

/* Panning. */

static void
pan_begin (TlCanvas *self)
{
  self->drag.panning = TRUE;
  self->drag.pan_from = (TlPoint) { self->view.x, self->view.y };
  set_cursor (self);
}

static void
pan_end (TlCanvas *self)
{
  self->drag.panning = FALSE;
  set_cursor (self);
}

/* The tool. */

void
tl_canvas_reset_drag (TlCanvas *self)
{
  g_clear_pointer (&self->drag.tool, tl_tool_free);
  if (self->editor != NULL)
    self->drag.tool = tl_tool_new (self->editor);
  self->drag.pressed = FALSE;
}

gboolean
tl_canvas_cancel_drag (TlCanvas *self)
{
  self->drag.pressed = FALSE;
  if (self->drag.tool == NULL || !tl_tool_cancel (self->drag.tool))
    return FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static void
release (TlCanvas *self)
{
  g_autoptr (GError) error = NULL;
  TlId made;

  self->drag.pressed = FALSE;
  if (!tl_tool_is_busy (self->drag.tool))
    return;
  if (!tl_tool_release (self->drag.tool, &made, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
  else if (made != TL_ID_NONE)
    tl_canvas_edit_label (self, made, "");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Takes hold where the press was, once it is a drag. */
static void
take_hold (TlCanvas   *self,
           GtkGesture *gesture,
           double      x,
           double      y,
           double      dx,
           double      dy)
{
  const TlToolPoint point = tl_canvas_tool_point (self, x, y);

  if (!self->drag.pressed ||
      !gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) (x + dx),
                                 (int) (y + dy)))
    return;
  self->drag.pressed = FALSE;
  if (tl_tool_press (self->drag.tool, &point))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TlCanvas       *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (self->editor == NULL)
    return;
  self->drag.adds =
    ADDS (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
  if (button == GDK_BUTTON_MIDDLE || (button == GDK_BUTTON_PRIMARY && self->drag.space_held)) {
    pan_begin (self);
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  } else if (button == GDK_BUTTON_PRIMARY) {
    self->drag.pressed = TRUE;
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

  if (self->editor == NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (self->drag.panning) {
    tl_canvas_scroll_to (self, self->drag.pan_from.x - dx, self->drag.pan_from.y - dy);
    return;
  }
  take_hold (self, GTK_GESTURE (gesture), x, y, dx, dy);
  if (tl_tool_is_busy (self->drag.tool)) {
    const TlToolPoint point = tl_canvas_tool_point (self, x + dx, y + dy);

    tl_tool_drag (self->drag.tool, &point);
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             TlCanvas       *self)
{
  if (self->drag.panning)
    pan_end (self);
  if (self->editor != NULL)
    release (self);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlCanvas         *self)
{
  if (self->drag.panning)
    pan_end (self);
  tl_canvas_cancel_drag (self);
}

void
tl_canvas_add_drag (TlCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
