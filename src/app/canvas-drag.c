/* canvas-drag.c - the hand on the canvas: dragging, panning, and what the pointer looks like.
 *
 * A press becomes a drag of the tool's only when the pointer has gone further than a
 * hand trembles; until then it is a click, which canvas-input.c takes.  Near an edge of
 * the view a drag scrolls, the faster the nearer; the tool then moves without the
 * pointer.  The page grows by what the chart is parted, so that there is something to
 * scroll to.
 */
#include "app/canvas-private.h"

#include <glib/gi18n-lib.h>

#define ADDS(state) (((state) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)

#define SCROLL_ZONE  32.0     /* widget pixels from the edges where a drag scrolls */
#define SCROLL_SPEED 900.0    /* pixels a second at the edge itself */
#define LONGEST_TICK 0.1      /* seconds: after a stall a drag does not jump */

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

static const char *
cursor_of (TlGripKind kind,
           gboolean   held)
{
  switch (kind) {
  case TL_GRIP_STEP:
  case TL_GRIP_FAILURE:
  case TL_GRIP_RECOVERY:
  case TL_GRIP_LANE:
  case TL_GRIP_PHASE:
    return held ? "grabbing" : "grab";
  case TL_GRIP_EDGE:
  case TL_GRIP_START:
  case TL_GRIP_END:
    return "crosshair";
  case TL_GRIP_NEXT:
  case TL_GRIP_BRANCH:
    return held ? "crosshair" : "pointer";
  case TL_GRIP_PHASE_EDGE:
    return "col-resize";
  case TL_GRIP_LANE_EDGE:
    return "row-resize";
  case TL_GRIP_ROOM:
  case TL_GRIP_NONE:
  default:
    return NULL;
  }
}

static const char *
cursor_now (TlCanvas *self)
{
  const TlToolPreview *preview;

  if (self->drag.panning)
    return "grabbing";
  if (self->drag.space_held)
    return "grab";
  if (self->drag.tool == NULL)
    return NULL;
  preview = tl_tool_get_preview (self->drag.tool);
  if (preview->kind != TL_GRIP_NONE)
    return preview->refused ? "not-allowed" : cursor_of (preview->kind, TRUE);
  return cursor_of (self->drag.under, FALSE);
}

static void
set_cursor (TlCanvas *self)
{
  const char *name = cursor_now (self);

  if (name == self->drag.cursor)
    return;
  self->drag.cursor = name;
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
  TlToolPoint point;
  TlGripKind before = self->drag.under;
  gboolean hovered;

  self->drag.pointer = (TlPoint) { x, y };
  /* What a press may take hold of stays until it is a drag or a click. */
  if (self->editor == NULL || self->drag.pressed || tl_tool_is_busy (self->drag.tool))
    return;
  point = tl_canvas_tool_point (self, x, y);
  hovered = tl_tool_hover (self->drag.tool, &point);
  self->drag.under = tl_tool_grip (self->drag.tool, &point).kind;
  if (hovered || self->drag.under != before)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  set_cursor (self);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          TlCanvas                 *self)
{
  if (self->editor != NULL && tl_tool_hover (self->drag.tool, NULL))
    gtk_widget_queue_draw (GTK_WIDGET (self));
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

static void
stop_scrolling (TlCanvas *self)
{
  if (self->drag.scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.scroll_id);
  self->drag.scroll_id = 0;
}

/* The page, and as much more as the chart is parted. */
static void
set_page (TlCanvas *self)
{
  const TlToolPreview *preview = tl_tool_get_preview (self->drag.tool);
  TlBox page = tl_editor_get_scene (self->editor)->page;

  for (guint i = 0; i < preview->n_across; i++)
    page.w += preview->across[i].size;
  for (guint i = 0; i < preview->n_down; i++)
    page.h += preview->down[i].size;
  tl_canvas_set_page (self, page);
}

void
tl_canvas_reset_drag (TlCanvas *self)
{
  stop_scrolling (self);
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
  stop_scrolling (self);
  set_page (self);
  set_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static void
release (TlCanvas *self)
{
  g_autoptr (GError) error = NULL;
  TlId made;
  gboolean done;

  self->drag.pressed = FALSE;
  if (!tl_tool_is_busy (self->drag.tool))
    return;
  stop_scrolling (self);
  done = tl_tool_release (self->drag.tool, &made, &error);
  set_page (self);
  set_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!done)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
  else if (made != TL_ID_NONE)
    tl_canvas_edit_label (self, made, "");
}

static void
drag_to_pointer (TlCanvas *self)
{
  const TlToolPoint point = tl_canvas_tool_point (self, self->drag.pointer.x,
                                                  self->drag.pointer.y);

  tl_tool_drag (self->drag.tool, &point);
  set_page (self);
  set_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How fast to scroll with the pointer at @at between @start and @end: -1 to 1.  What was
 * taken up near an edge, at @from, is not on its way there. */
static double
push (double at,
      double from,
      double start,
      double end)
{
  double zone = MIN (SCROLL_ZONE, (end - start) / 4);

  if (at < start + zone && at < from)
    return -MIN (1, (start + zone - at) / zone);
  if (at > end - zone && at > from)
    return MIN (1, (at - end + zone) / zone);
  return 0;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data G_GNUC_UNUSED)
{
  TlCanvas *self = TL_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double passed = MIN (LONGEST_TICK, (double) (now - self->drag.scrolled) / G_USEC_PER_SEC);
  TlGripKind kind = tl_tool_get_preview (self->drag.tool)->kind;
  double left = self->view.x > 0 ? tl_canvas_sticky_left (self) * self->view.zoom : 0;
  double top = self->view.y > 0 ? tl_canvas_sticky_top (self) * self->view.zoom : 0;
  double x = push (self->drag.pointer.x, self->drag.press.x, left, self->view.width);
  double y = push (self->drag.pointer.y, self->drag.press.y, top, self->view.height);
  TlPoint before = { self->view.x, self->view.y };

  self->drag.scrolled = now;
  /* A header is dragged along one way only, and stands where the view would scroll. */
  if (kind == TL_GRIP_LANE || kind == TL_GRIP_LANE_EDGE)
    x = 0;
  if (kind == TL_GRIP_PHASE || kind == TL_GRIP_PHASE_EDGE)
    y = 0;
  if (x != 0 || y != 0)
    tl_canvas_scroll_to (self, self->view.x + x * SCROLL_SPEED * passed,
                         self->view.y + y * SCROLL_SPEED * passed);
  if (self->view.x != before.x || self->view.y != before.y)
    drag_to_pointer (self);
  return G_SOURCE_CONTINUE;
}

/* Takes hold where the press was, once it is a drag. */
static void
take_hold (TlCanvas   *self,
           GtkGesture *gesture,
           double      x,
           double      y)
{
  const TlToolPoint point = tl_canvas_tool_point (self, x, y);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (!self->drag.pressed ||
      !gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) self->drag.pointer.x,
                                 (int) self->drag.pointer.y))
    return;
  self->drag.pressed = FALSE;
  if (!tl_canvas_finish_label (self) || !tl_tool_press (self->drag.tool, &point))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->drag.scrolled = gdk_frame_clock_get_frame_time (clock);
  self->drag.scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
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
  self->drag.pointer = (TlPoint) { x, y };
  self->drag.press = (TlPoint) { x, y };
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
  self->drag.pointer = (TlPoint) { x + dx, y + dy };
  take_hold (self, GTK_GESTURE (gesture), x, y);
  if (tl_tool_is_busy (self->drag.tool))
    drag_to_pointer (self);
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
  if (tl_canvas_cancel_drag (self))
    self->drag.cancelled =
      gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
}

gboolean
tl_canvas_press_cancels (TlCanvas *self,
                         guint32   time)
{
  return tl_canvas_cancel_drag (self) || (time != 0 && self->drag.cancelled == time);
}

const TlToolPreview *
tl_canvas_get_preview (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self) && self->drag.tool != NULL, NULL);

  return tl_tool_get_preview (self->drag.tool);
}

/* Handles. */

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x G_GNUC_UNUSED,
                  int         y G_GNUC_UNUSED,
                  gboolean    keyboard,
                  GtkTooltip *tooltip,
                  gpointer    data G_GNUC_UNUSED)
{
  TlCanvas *self = TL_CANVAS (widget);
  gboolean next = self->drag.under == TL_GRIP_NEXT;

  if (keyboard || self->editor == NULL || tl_tool_is_busy (self->drag.tool) ||
      (!next && self->drag.under != TL_GRIP_BRANCH))
    return FALSE;
  gtk_tooltip_set_text (tooltip, next ? _("Next step; drag to connect")
                                      : _("New branch; drag to connect"));
  return TRUE;
}

gboolean
tl_canvas_press_handle (TlCanvas *self,
                        double    x,
                        double    y)
{
  const TlToolPoint point = tl_canvas_tool_point (self, x, y);
  TlGrip grip = tl_tool_grip (self->drag.tool, &point);

  self->drag.handle = (TlGrip) { TL_GRIP_NONE, TL_ID_NONE };
  if (grip.kind == TL_GRIP_NEXT || grip.kind == TL_GRIP_BRANCH)
    self->drag.handle = grip;
  /* A selected connector stays selected while its ends are taken. */
  return self->drag.handle.kind != TL_GRIP_NONE || grip.kind == TL_GRIP_START ||
         grip.kind == TL_GRIP_END;
}

gboolean
tl_canvas_click_handle (TlCanvas *self)
{
  TlGrip handle = self->drag.handle;

  self->drag.handle = (TlGrip) { TL_GRIP_NONE, TL_ID_NONE };
  if (handle.kind == TL_GRIP_NONE)
    return FALSE;
  tl_selection_set_one (tl_editor_get_selection (self->editor), handle.id);
  gtk_widget_activate_action (GTK_WIDGET (self), handle.kind == TL_GRIP_NEXT ? "win.next-step"
                                                                             : "win.new-branch",
                              NULL);
  return TRUE;
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

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
