/* minimap.c - the whole chart in a corner, with the part that is in view framed.
 *
 * A chart may be a hundred times as wide as it is high, so both ways have a scale of
 * their own; steps are at least a pixel.
 */
#include "app/minimap.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "render/theme.h"

#define WIDEST    208.0   /* widget pixels */
#define HIGHEST   132.0
#define NARROWEST 64.0
#define LOWEST    44.0
#define PAINT_MS  250     /* after the last change of the chart */
#define LEAST     10.0    /* side of the frame, so that it can be taken hold of */

struct _TlMinimap {
  GtkWidget      parent_instance;

  /* Owned */
  TlEditor      *editor;
  GskRenderNode *picture;   /* NULL: not painted yet */

  /* Borrowed: beneath it in the window, lives as long */
  TlCanvas      *canvas;

  /* State */
  guint          paint_id;  /* timeout */
  TlPoint        held;      /* from the frame's corner to where it is dragged; widget pixels */
  gboolean       shown;
};

G_DEFINE_FINAL_TYPE (TlMinimap, tl_minimap, GTK_TYPE_WIDGET)

static TlBox
page_of (TlMinimap *self)
{
  return tl_editor_get_scene (self->editor)->page;
}

/* Size of the picture, in the proportions of the page as far as that can be seen. */
static void
measure_picture (TlMinimap *self,
                 double    *width,
                 double    *height)
{
  TlBox page = { 0, 0, WIDEST, LOWEST };
  double scale;

  if (self->editor != NULL)
    page = page_of (self);
  scale = MIN (WIDEST / page.w, HIGHEST / page.h);
  *width = MAX (NARROWEST, round (page.w * scale));
  *height = MAX (LOWEST, round (page.h * scale));
}

/* Painting. */

static void
set_colour (cairo_t  *cr,
            TlColour  colour,
            double    alpha)
{
  cairo_set_source_rgba (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                         (colour & 0xff) / 255.0, alpha);
}

/* On whole pixels: thousands of them are then filled in no time. */
static void
add_box (cairo_t *cr,
         TlBox    box,
         double   scale_x,
         double   scale_y)
{
  double x = floor (box.x * scale_x), y = floor (box.y * scale_y);

  cairo_rectangle (cr, x, y, MAX (1, ceil ((box.x + box.w) * scale_x) - x),
                   MAX (1, ceil ((box.y + box.h) * scale_y) - y));
}

static void
paint_steps (cairo_t       *cr,
             const TlScene *scene,
             const TlTheme *theme,
             double         scale_x,
             double         scale_y)
{
  for (TlBand band = TL_BAND_CUSTOMER; band <= TL_BAND_SUPPORT; band++) {
    for (guint i = 0; i < scene->n_steps; i++) {
      if (scene->steps[i].band == band)
        add_box (cr, scene->steps[i].box, scale_x, scale_y);
    }
    set_colour (cr, theme->bands[band].edge, 0.75);
    cairo_fill (cr);
  }
  for (guint i = 0; i < scene->n_badges; i++) {
    if (scene->badges[i].kind == TL_BADGE_FAILURE)
      add_box (cr, scene->badges[i].box, scale_x, scale_y);
  }
  set_colour (cr, theme->failure[TL_PRIORITY_HIGH].fill, 1);
  cairo_fill (cr);
}

static void
paint_scene (cairo_t       *cr,
             const TlScene *scene,
             const TlTheme *theme,
             double         scale_x,
             double         scale_y)
{
  set_colour (cr, theme->page, 1);
  cairo_paint (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < scene->n_bands; i++) {
    const TlSceneBand *band = &scene->bands[i];

    if (band->kind == TL_SCENE_SATISFACTION)
      continue;
    add_box (cr, band->box, scale_x, scale_y);
    set_colour (cr, band->kind == TL_SCENE_LANE ? theme->bands[band->band].ground
                                                : theme->evidence.ground, 1);
    cairo_fill (cr);
  }
  for (guint i = 0; i < scene->n_phases; i++)
    add_box (cr, tl_box_grow (scene->phases[i].box, -4), scale_x, scale_y);
  set_colour (cr, theme->phase.fill, 1);
  cairo_fill (cr);
  paint_steps (cr, scene, theme, scale_x, scale_y);
}

static void
paint (TlMinimap *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const TlTheme *theme = tl_theme_get (dark ? TL_THEME_DARK : TL_THEME_LIGHT);
  int device = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  TlBox page = page_of (self);
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  measure_picture (self, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width * device,
                                        (int) height * device);
  cr = cairo_create (surface);
  paint_scene (cr, tl_editor_get_scene (self->editor), theme, width * device / page.w,
               height * device / page.h);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, device, device);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  self->picture = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cr = gsk_cairo_node_get_draw_context (self->picture);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
paint_cb (gpointer data)
{
  TlMinimap *self = data;

  self->paint_id = 0;
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
paint_later (TlMinimap *self)
{
  g_clear_handle_id (&self->paint_id, g_source_remove);
  self->paint_id = g_timeout_add (PAINT_MS, paint_cb, self);
}

/* The view. */

TlBox
tl_minimap_get_frame (TlMinimap *self)
{
  const TlViewport *view;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  TlBox frame = { 0, 0, width, height };
  double full_w, full_h;

  g_return_val_if_fail (TL_IS_MINIMAP (self), frame);

  if (self->canvas == NULL || self->editor == NULL)
    return frame;
  view = tl_canvas_get_viewport (self->canvas);
  full_w = tl_viewport_full_width (view);
  full_h = tl_viewport_full_height (view);
  frame.w = CLAMP (view->width / full_w * width, LEAST, width);
  frame.h = CLAMP (view->height / full_h * height, LEAST, height);
  frame.x = CLAMP (view->x / full_w * width, 0, width - frame.w);
  frame.y = CLAMP (view->y / full_h * height, 0, height - frame.h);
  return frame;
}

gboolean
tl_minimap_is_shown (TlMinimap *self)
{
  g_return_val_if_fail (TL_IS_MINIMAP (self), FALSE);

  return self->shown;
}

/* Whether what is selected lies beneath it. */
static gboolean
is_in_the_way (TlMinimap *self)
{
  TlId id = tl_selection_get_last (tl_editor_get_selection (self->editor));
  graphene_rect_t own;
  TlBox box;

  return id != TL_ID_NONE && tl_canvas_locate (self->canvas, id, &box) &&
         gtk_widget_compute_bounds (GTK_WIDGET (self), GTK_WIDGET (self->canvas), &own) &&
         tl_box_overlaps (box, (TlBox) { own.origin.x, own.origin.y, own.size.width,
                                         own.size.height });
}

static void
view_changed_cb (TlMinimap *self)
{
  const TlViewport *view = tl_canvas_get_viewport (self->canvas);
  gboolean shown = self->editor != NULL &&
                   (tl_viewport_full_width (view) > view->width + 1 ||
                    tl_viewport_full_height (view) > view->height + 1) &&
                   !is_in_the_way (self);

  if (shown != self->shown) {
    self->shown = shown;
    gtk_widget_set_opacity (GTK_WIDGET (self), shown ? 1 : 0);
    gtk_widget_set_can_target (GTK_WIDGET (self), shown);
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Leads the view so that the frame's corner is at (@x, @y). */
static void
scroll_to (TlMinimap *self,
           double     x,
           double     y)
{
  const TlViewport *view = tl_canvas_get_viewport (self->canvas);
  GtkScrollable *scrollable = GTK_SCROLLABLE (self->canvas);

  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (scrollable),
                            x / gtk_widget_get_width (GTK_WIDGET (self)) *
                              tl_viewport_full_width (view));
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (scrollable),
                            y / gtk_widget_get_height (GTK_WIDGET (self)) *
                              tl_viewport_full_height (view));
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TlMinimap      *self)
{
  TlBox frame = tl_minimap_get_frame (self);

  if (self->editor == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (tl_box_contains (frame, (TlPoint) { x, y })) {
    self->held = (TlPoint) { x - frame.x, y - frame.y };
    return;
  }
  self->held = (TlPoint) { frame.w / 2, frame.h / 2 };
  scroll_to (self, x - self->held.x, y - self->held.y);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TlMinimap      *self)
{
  double x, y;

  if (self->editor != NULL && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    scroll_to (self, x + dx - self->held.x, y + dy - self->held.y);
}

/* The widget. */

static void
tl_minimap_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  double width, height;

  measure_picture (TL_MINIMAP (widget), &width, &height);
  *minimum = *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
}

static void
append_shade (GtkSnapshot *snapshot,
              double       x,
              double       y,
              double       w,
              double       h)
{
  if (w > 0 && h > 0)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0, 0, 0, 0.14f },
                               &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) w, (float) h));
}

static void
tl_minimap_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  TlMinimap *self = TL_MINIMAP (widget);
  const GdkRGBA edge = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 1 };
  const GdkRGBA edges[4] = { edge, edge, edge, edge };
  const float widths[4] = { 2, 2, 2, 2 };
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TlBox frame = tl_minimap_get_frame (self);
  GskRoundedRect outline;

  if (self->editor == NULL || !self->shown)
    return;
  if (self->picture == NULL)
    paint (self);
  gtk_snapshot_append_node (snapshot, self->picture);
  append_shade (snapshot, 0, 0, width, frame.y);
  append_shade (snapshot, 0, frame.y + frame.h, width, height - frame.y - frame.h);
  append_shade (snapshot, 0, frame.y, frame.x, frame.h);
  append_shade (snapshot, frame.x + frame.w, frame.y, width - frame.x - frame.w, frame.h);
  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT ((float) frame.x, (float) frame.y, (float) frame.w,
                                   (float) frame.h), 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, edges);
}

void
tl_minimap_set_editor (TlMinimap *self,
                       TlEditor  *editor)
{
  g_return_if_fail (TL_IS_MINIMAP (self));

  if (self->editor == editor)
    return;
  if (self->editor != NULL) {
    g_signal_handlers_disconnect_by_data (self->editor, self);
    g_signal_handlers_disconnect_by_data (tl_editor_get_selection (self->editor), self);
  }
  g_set_object (&self->editor, editor);
  g_clear_handle_id (&self->paint_id, g_source_remove);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  if (editor != NULL) {
    g_signal_connect_object (editor, "changed", G_CALLBACK (paint_later), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (tl_editor_get_selection (editor), "changed",
                             G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  }
  if (self->canvas != NULL)
    view_changed_cb (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
tl_minimap_set_canvas (TlMinimap *self,
                       TlCanvas  *canvas)
{
  GtkScrollable *scrollable = GTK_SCROLLABLE (canvas);
  GtkAdjustment *adjustments[2];

  g_return_if_fail (TL_IS_MINIMAP (self) && self->canvas == NULL);

  self->canvas = canvas;
  adjustments[0] = gtk_scrollable_get_hadjustment (scrollable);
  adjustments[1] = gtk_scrollable_get_vadjustment (scrollable);
  for (guint i = 0; i < 2; i++) {
    g_signal_connect_object (adjustments[i], "value-changed", G_CALLBACK (view_changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (adjustments[i], "changed", G_CALLBACK (view_changed_cb), self,
                             G_CONNECT_SWAPPED);
  }
}

static void
tl_minimap_dispose (GObject *object)
{
  TlMinimap *self = TL_MINIMAP (object);

  self->canvas = NULL;
  g_clear_handle_id (&self->paint_id, g_source_remove);
  if (self->editor != NULL) {
    g_signal_handlers_disconnect_by_data (self->editor, self);
    g_signal_handlers_disconnect_by_data (tl_editor_get_selection (self->editor), self);
  }
  g_clear_object (&self->editor);
  g_clear_pointer (&self->picture, gsk_render_node_unref);

  G_OBJECT_CLASS (tl_minimap_parent_class)->dispose (object);
}

static void
tl_minimap_class_init (TlMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_minimap_dispose;
  widget_class->measure = tl_minimap_measure;
  widget_class->snapshot = tl_minimap_snapshot;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_minimap_init (TlMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (paint_later), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (paint_later), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_opacity (GTK_WIDGET (self), 0);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Overview of the chart"), -1);
}
