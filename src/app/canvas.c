/* canvas.c - the chart on screen: the widget, its zoom and its scrolling. */
#include "app/canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "render/painter.h"
#include "render/sink-cairo.h"

#define SETTLE_MS      100    /* after the last change of zoom */
#define READABLE       4.5    /* widget pixels of text below which it is left out */
#define STICKY_AT_MOST 0.4    /* of the view */
#define LEAST_LABEL    150.0  /* widget pixels a label is written in, however small it is drawn */
#define TALLEST_LABEL  120.0

enum {
  PROP_0, PROP_ZOOM,
  PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY
};
static GParamSpec *zoom_prop;

G_DEFINE_FINAL_TYPE_WITH_CODE (TlCanvas, tl_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
paint_tile_cb (cairo_t  *cr,
               TlBox     area,
               double    zoom,
               gpointer  data)
{
  TlCanvas *self = data;
  TlPaintOptions options = {
    .theme = self->theme,
    .marks = self->marks,
    .clip = area,
    .simplified = zoom * tl_text_style_size (TL_TEXT_STEP) < READABLE,
  };
  g_autoptr (TlSink) sink = tl_sink_cairo_new (cr, tl_editor_get_measurer (self->editor),
                                              TL_TEXT_FAST);
  TlColour page = self->theme->page;

  cairo_set_source_rgb (cr, (page >> 16 & 0xff) / 255.0, (page >> 8 & 0xff) / 255.0,
                        (page & 0xff) / 255.0);
  cairo_paint (cr);
  tl_paint_scene (tl_editor_get_scene (self->editor), sink, &options);
}

/* Scrolling. */

/* What lies over the chart goes with it. */
static void
move_children (TlCanvas *self)
{
  if (self->label_editor != NULL && gtk_widget_get_visible (self->label_editor))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
adjustment_changed_cb (GtkAdjustment *adjustment,
                       TlCanvas      *self)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (adjustment == self->adjustments[0])
    self->view.x = value;
  else
    self->view.y = value;
  move_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Tells the scroll bars what the viewport says. */
static void
configure_adjustments (TlCanvas *self)
{
  const double full[2] = {
    tl_viewport_full_width (&self->view), tl_viewport_full_height (&self->view),
  };
  const double seen[2] = { self->view.width, self->view.height };
  const double position[2] = { self->view.x, self->view.y };

  for (int i = 0; i < 2; i++) {
    GtkAdjustment *adjustment = self->adjustments[i];

    if (adjustment == NULL)
      continue;
    g_signal_handlers_block_by_func (adjustment, adjustment_changed_cb, self);
    gtk_adjustment_configure (adjustment, position[i], 0, MAX (full[i], seen[i]), 40,
                              seen[i] * 0.9, seen[i]);
    g_signal_handlers_unblock_by_func (adjustment, adjustment_changed_cb, self);
  }
}

static void
set_view (TlCanvas   *self,
          TlViewport  view)
{
  gboolean zoomed = view.zoom != self->view.zoom;

  self->view = view;
  configure_adjustments (self);
  move_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (zoomed)
    g_object_notify_by_pspec (G_OBJECT (self), zoom_prop);
}

void
tl_canvas_scroll_to (TlCanvas *self,
                     double    x,
                     double    y)
{
  TlViewport view = self->view;

  view.x = x;
  view.y = y;
  set_view (self, tl_viewport_clamped (view));
}

void
tl_canvas_set_page (TlCanvas *self,
                    TlBox     page)
{
  TlViewport view = self->view;

  if (page.w == view.page.w && page.h == view.page.h)
    return;
  view.page = page;
  set_view (self, tl_viewport_clamped (view));
}

static void
set_adjustment (TlCanvas      *self,
                int            which,
                GtkAdjustment *adjustment)
{
  if (adjustment != NULL && self->adjustments[which] == adjustment)
    return;
  if (self->adjustments[which] != NULL) {
    g_signal_handlers_disconnect_by_func (self->adjustments[which], adjustment_changed_cb, self);
    g_clear_object (&self->adjustments[which]);
  }
  if (adjustment == NULL)
    return;
  self->adjustments[which] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb), self, 0);
  configure_adjustments (self);
}

/* Over the label that is written, growing downward with what is written. */
static void
allocate_label_editor (TlCanvas *self)
{
  GtkAllocation place;
  TlBox box;
  int least, natural;

  if (!gtk_widget_get_visible (self->label_editor) || self->editor == NULL ||
      !tl_canvas_locate (self, tl_label_editor_get_id (TL_LABEL_EDITOR (self->label_editor)), &box))
    return;
  place.width = (int) MAX (box.w, LEAST_LABEL);
  gtk_widget_measure (self->label_editor, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  place.width = MAX (place.width, least);
  gtk_widget_measure (self->label_editor, GTK_ORIENTATION_VERTICAL, place.width, &least, &natural,
                      NULL, NULL);
  place.height = MAX (natural, (int) MIN (box.h, TALLEST_LABEL));
  place.x = (int) (box.x + (box.w - place.width) / 2);
  place.y = (int) (box.y + (box.h - MIN (box.h, place.height)) / 2);
  place.x = CLAMP (place.x, 0, MAX (0, (int) self->view.width - place.width));
  place.y = CLAMP (place.y, 0, MAX (0, (int) self->view.height - place.height));
  gtk_widget_size_allocate (self->label_editor, &place, -1);
}

static gboolean
announce_zoom_cb (gpointer data)
{
  g_object_notify_by_pspec (data, zoom_prop);
  return G_SOURCE_REMOVE;
}

/* While sizes are given out nobody may ask for another, as whoever shows the zoom would. */
static TlViewport
open_view (TlCanvas   *self,
           TlViewport  view)
{
  self->opening = FALSE;
  view = tl_viewport_opening (view);
  tl_tiles_set_level (self->tiles, view.zoom, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, announce_zoom_cb, g_object_ref (self), g_object_unref);
  return view;
}

static void
tl_canvas_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlViewport view = self->view;

  view.width = width;
  view.height = height;
  self->view = self->opening ? open_view (self, view) : tl_viewport_clamped (view);
  configure_adjustments (self);
  allocate_label_editor (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/* What sticks. */

double
tl_canvas_sticky_left (TlCanvas *self)
{
  const TlScene *scene = tl_editor_get_scene (self->editor);
  double width = scene->grid.x - scene->page.x;

  return width * self->view.zoom <= self->view.width * STICKY_AT_MOST ? width : 0;
}

double
tl_canvas_sticky_top (TlCanvas *self)
{
  const TlScene *scene = tl_editor_get_scene (self->editor);
  double height;

  if (scene->n_phases == 0)
    return 0;
  height = scene->phases[0].box.y + scene->phases[0].box.h + 6 - scene->page.y;
  return height * self->view.zoom <= self->view.height * STICKY_AT_MOST ? height : 0;
}

TlPoint
tl_canvas_chart_point (TlCanvas *self,
                       double    x,
                       double    y)
{
  TlViewport view = self->view;

  if (x < tl_canvas_sticky_left (self) * view.zoom)
    view.x = 0;
  if (y < tl_canvas_sticky_top (self) * view.zoom)
    view.y = 0;
  return tl_viewport_to_chart (&view, x, y);
}

/* Zoom. */

static gboolean
settle_cb (gpointer data)
{
  TlCanvas *self = data;

  self->settle_id = 0;
  tl_tiles_set_level (self->tiles, self->view.zoom,
                      gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
tl_canvas_zoom_at (TlCanvas *self,
                   double    zoom,
                   double    x,
                   double    y)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  set_view (self, tl_viewport_zoomed (self->view, zoom, x, y));
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

double
tl_canvas_get_zoom (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), 1.0);

  return self->view.zoom;
}

void
tl_canvas_set_zoom (TlCanvas *self,
                    double    zoom)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  tl_canvas_zoom_at (self, zoom, self->view.width / 2, self->view.height / 2);
}

void
tl_canvas_fit (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  set_view (self, tl_viewport_fitted (self->view));
  g_clear_handle_id (&self->settle_id, g_source_remove);
  settle_cb (self);
}

/* Places of records. */

static gboolean
box_in_scene (const TlScene *scene,
              TlId           id,
              TlBox         *box)
{
  const TlSceneStep *step = tl_scene_step (scene, id);
  const TlSceneConnector *connector = step == NULL ? tl_scene_connector (scene, id) : NULL;

  if (step != NULL || connector != NULL) {
    *box = step != NULL ? step->box : connector->bounds;
    return TRUE;
  }
  for (guint i = 0; i < scene->n_badges; i++) {
    if (scene->badges[i].id == id) {
      *box = scene->badges[i].box;
      return TRUE;
    }
  }
  for (guint i = 0; i < scene->n_phases; i++) {
    if (scene->phases[i].id == id) {
      *box = scene->phases[i].box;
      return TRUE;
    }
  }
  for (guint i = 0; i < scene->n_bands; i++) {
    if (scene->bands[i].kind == TL_SCENE_LANE && scene->bands[i].id == id) {
      *box = scene->bands[i].header;
      return TRUE;
    }
  }
  return FALSE;
}

/* Where its label is, or would be written: in the middle of its longest run. */
static TlBox
label_place (const TlScene          *scene,
             const TlSceneConnector *connector)
{
  const TlPoint *points = scene->points + connector->first_point;
  TlBox longest = { 0, 0, -1, 0 };

  if (connector->label.text != NULL)
    return connector->label_box;
  for (guint i = 0; i + 1 < connector->n_points; i++) {
    TlBox run = tl_box_from_corners (points[i], points[i + 1]);

    if (run.w + run.h > longest.w + longest.h)
      longest = run;
  }
  return tl_box_grow ((TlBox) { tl_box_centre (longest).x, tl_box_centre (longest).y, 0, 0 }, 4);
}

gboolean
tl_canvas_locate (TlCanvas *self,
                  TlId      id,
                  TlBox    *box)
{
  TlViewport view;
  const TlRecord *record;

  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  if (self->editor == NULL || !box_in_scene (tl_editor_get_scene (self->editor), id, box))
    return FALSE;
  record = tl_chart_get (tl_editor_get_chart (self->editor), id);
  if (record->kind == TL_RECORD_CONNECTOR)
    *box = label_place (tl_editor_get_scene (self->editor),
                        tl_scene_connector (tl_editor_get_scene (self->editor), id));
  view = self->view;
  /* Headers stick. */
  if (record->kind == TL_RECORD_PHASE)
    view.y = 0;
  else if (record->kind == TL_RECORD_LANE)
    view.x = 0;
  *box = tl_viewport_box (&view, *box);
  return TRUE;
}

gboolean
tl_canvas_get_middle (TlCanvas *self,
                      TlCell   *cell)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  return self->editor != NULL &&
         tl_editor_cell_at (self->editor,
                            tl_viewport_to_chart (&self->view, self->view.width / 2,
                                                  self->view.height / 2), cell);
}

void
tl_canvas_edit_label (TlCanvas   *self,
                      TlId        id,
                      const char *text)
{
  TlBox box;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (!tl_canvas_locate (self, id, &box))
    return;
  tl_canvas_reveal (self, id);
  tl_label_editor_begin (TL_LABEL_EDITOR (self->label_editor), id, text);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
tl_canvas_finish_label (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  return tl_label_editor_finish (TL_LABEL_EDITOR (self->label_editor));
}

gboolean
tl_canvas_is_writing (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  return tl_label_editor_is_open (TL_LABEL_EDITOR (self->label_editor));
}

static void
refused_cb (TlCanvas   *self,
            const char *reason)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", reason);
}

void
tl_canvas_reveal (TlCanvas *self,
                  TlId      id)
{
  TlBox box;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->editor == NULL || !box_in_scene (tl_editor_get_scene (self->editor), id, &box))
    return;
  set_view (self, tl_viewport_revealing (self->view, box, tl_canvas_sticky_left (self),
                                         tl_canvas_sticky_top (self)));
}

/* What is shown. */

static void
selection_changed_cb (TlCanvas *self)
{
  self->selected.known = FALSE;
  tl_canvas_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
editor_changed_cb (TlCanvas *self)
{
  TlViewport view = self->view;

  self->selected.known = FALSE;
  tl_canvas_cancel_drag (self);
  view.page = tl_editor_get_scene (self->editor)->page;
  set_view (self, tl_viewport_clamped (view));
  tl_tiles_touch (self->tiles);
  tl_canvas_describe (self);
}

static void
update_theme (TlCanvas *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  self->theme = tl_theme_get (dark ? TL_THEME_DARK : TL_THEME_LIGHT);
  tl_tiles_forget (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scale_changed_cb (TlCanvas *self)
{
  tl_tiles_set_level (self->tiles, self->view.zoom,
                      gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tl_canvas_set_editor (TlCanvas *self,
                      TlEditor *editor)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->editor == editor)
    return;
  if (self->editor != NULL) {
    g_signal_handlers_disconnect_by_data (self->editor, self);
    g_signal_handlers_disconnect_by_data (tl_editor_get_selection (self->editor), self);
  }
  g_set_object (&self->editor, editor);
  tl_canvas_reset_drag (self);
  tl_tiles_forget (self->tiles);
  if (editor != NULL) {
    g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (tl_editor_get_selection (editor), "changed",
                             G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
    self->opening = TRUE;
    self->settled = self->shown = FALSE;
    editor_changed_cb (self);
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  }
}

TlEditor *
tl_canvas_get_editor (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->editor;
}

void
tl_canvas_set_marks (TlCanvas      *self,
                     const TlMarks *marks)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->marks == NULL && marks == NULL)
    return;
  self->marks = marks;
  tl_tiles_touch (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->editor != NULL)
    tl_canvas_describe (self);
}

const TlViewport *
tl_canvas_get_viewport (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return &self->view;
}

gboolean
tl_canvas_is_settled (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  return self->settled && self->settle_id == 0;
}

/* The widget. */

static void
tl_canvas_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->editor != NULL)
    tl_canvas_draw (self, snapshot);
  GTK_WIDGET_CLASS (tl_canvas_parent_class)->snapshot (widget, snapshot);
}

static void
tl_canvas_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  switch (id) {
  case PROP_ZOOM:
    tl_canvas_set_zoom (self, g_value_get_double (value));
    break;
  case PROP_HADJUSTMENT:
    set_adjustment (self, 0, g_value_get_object (value));
    break;
  case PROP_VADJUSTMENT:
    set_adjustment (self, 1, g_value_get_object (value));
    break;
  case PROP_HSCROLL_POLICY:
    self->policies[0] = g_value_get_enum (value);
    break;
  case PROP_VSCROLL_POLICY:
    self->policies[1] = g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
tl_canvas_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  switch (id) {
  case PROP_ZOOM:
    g_value_set_double (value, self->view.zoom);
    break;
  case PROP_HADJUSTMENT:
    g_value_set_object (value, self->adjustments[0]);
    break;
  case PROP_VADJUSTMENT:
    g_value_set_object (value, self->adjustments[1]);
    break;
  case PROP_HSCROLL_POLICY:
    g_value_set_enum (value, self->policies[0]);
    break;
  case PROP_VSCROLL_POLICY:
    g_value_set_enum (value, self->policies[1]);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
tl_canvas_dispose (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  tl_canvas_set_editor (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->label_editor, gtk_widget_unparent);
  set_adjustment (self, 0, NULL);
  set_adjustment (self, 1, NULL);

  G_OBJECT_CLASS (tl_canvas_parent_class)->dispose (object);
}

static void
tl_canvas_finalize (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  tl_canvas_breaks_free (self->breaks);
  tl_tiles_free (self->tiles);
  g_array_unref (self->selected.rings);
  g_array_unref (self->selected.badges);
  g_ptr_array_unref (self->selected.courses);

  G_OBJECT_CLASS (tl_canvas_parent_class)->finalize (object);
}

static void
tl_canvas_class_init (TlCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tl_canvas_set_property;
  object_class->get_property = tl_canvas_get_property;
  object_class->dispose = tl_canvas_dispose;
  object_class->finalize = tl_canvas_finalize;
  widget_class->snapshot = tl_canvas_snapshot;
  widget_class->size_allocate = tl_canvas_size_allocate;

  zoom_prop = g_param_spec_double ("zoom", NULL, NULL, TL_ZOOM_MIN, TL_ZOOM_MAX, 1.0,
                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_ZOOM, zoom_prop);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  tl_canvas_bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_canvas_init (TlCanvas *self)
{
  self->view.zoom = 1.0;
  self->tiles = tl_tiles_new (paint_tile_cb, self);
  self->selected.rings = g_array_new (FALSE, FALSE, sizeof (TlCanvasRing));
  self->selected.badges = g_array_new (FALSE, FALSE, sizeof (TlCanvasRing));
  self->selected.courses = g_ptr_array_new ();
  self->label_editor = GTK_WIDGET (tl_label_editor_new (self));
  gtk_widget_set_parent (self->label_editor, GTK_WIDGET (self));
  g_signal_connect_object (self->label_editor, "refused", G_CALLBACK (refused_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
  update_theme (self);
  tl_canvas_add_input (self);
  tl_canvas_add_drag (self);
}
