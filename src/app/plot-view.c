/* plot-view.c - a picture of the chart's numbers.
 *
 * Invariants, while there is an editor and the widget is mapped:
 *   (1) the figures are those of the chart as it is, or remaking is under way;
 *   (2) the plot is of those figures and of the size the widget has.
 */
#include "app/plot-view.h"

#include <adwaita.h>
#include <math.h>

#include "app/today.h"
#include "render/sink-cairo.h"

#define ACCENT    ((TlColour) 0x3584e4)
#define PNG_SCALE 2.0

/* The writing of a picture is smaller than that of the window around it. */
#define ENLARGED 1.2

struct _TlPlotView {
  GtkWidget      parent_instance;

  /* Owned */
  TlEditor      *editor;
  TlFigures     *figures;
  TlPlot        *plot;
  guint          remaking;   /* source, or 0 */

  /* State */
  TlPlotOptions  options;
  guint          at;         /* spot the keyboard is on; G_MAXUINT = none */
  gboolean       choosing;   /* the selection is being changed from here */
  gboolean       scrolled;   /* what it scrolls in tells where it is */
};

enum { ACTIVATED, REMADE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPlotView, tl_plot_view, GTK_TYPE_WIDGET)

/* Widget pixels for each unit of the picture, as large as text is wanted. */
static double
get_scale (TlPlotView *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return ENLARGED * (dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.5, 4.0) : 1.0);
}

/* The picture. */

static TlPlot *
make_plot (TlPlotView *self,
           double      width,
           double      height,
           gboolean    titled)
{
  TlPlotOptions options = self->options;

  if (self->figures == NULL)
    self->figures = tl_figures_new (tl_editor_get_chart (self->editor), tl_today ());
  options.width = width;
  options.height = height;
  options.titled = titled;
  return tl_plot_new (self->figures, tl_editor_get_order (self->editor),
                      tl_text_measurer_measure (tl_editor_get_measurer (self->editor)), &options);
}

static const TlPlotSpot *
nth_spot (TlPlotView *self,
          guint       index)
{
  return &g_array_index (self->plot->spots, TlPlotSpot, index);
}

static gboolean
is_selected (TlPlotView *self,
             guint       spot)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);

  for (guint i = 0; i < tl_selection_get_n (selection); i++) {
    if (tl_plot_spot_shows (self->plot, spot, tl_selection_get_ids (selection)[i]))
      return TRUE;
  }
  return FALSE;
}

/* The keyboard goes on from what is selected, wherever that was done. */
static void
follow_selection (TlPlotView *self)
{
  if (self->plot == NULL || self->choosing)
    return;
  if (self->at >= self->plot->spots->len || !is_selected (self, self->at)) {
    self->at = G_MAXUINT;
    for (guint i = self->plot->spots->len; i > 0; i--) {
      if (is_selected (self, i - 1))
        self->at = i - 1;
    }
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
describe (TlPlotView *self)
{
  g_autofree char *spoken = NULL;

  if (self->plot == NULL)
    return;
  spoken = tl_plot_speak (self->plot);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->plot->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  -1);
}

/* For the size the widget has. */
static void
remake (TlPlotView *self)
{
  double scale = get_scale (self);

  g_clear_pointer (&self->plot, tl_plot_free);
  if (self->editor == NULL)
    return;
  self->plot = make_plot (self, gtk_widget_get_width (GTK_WIDGET (self)) / scale,
                          gtk_widget_get_height (GTK_WIDGET (self)) / scale, FALSE);
  follow_selection (self);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
remake_cb (gpointer data)
{
  TlPlotView *self = data;

  self->remaking = 0;
  remake (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[REMADE], 0);
  return G_SOURCE_REMOVE;
}

/* Once for any number of changes, before the next frame; a picture nobody sees waits. */
static void
remake_soon (TlPlotView *self)
{
  g_clear_pointer (&self->plot, tl_plot_free);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->remaking == 0)
    self->remaking = g_idle_add_full (G_PRIORITY_HIGH_IDLE, remake_cb, self, NULL);
}

/* The plot goes too: it names records that may be gone. */
static void
chart_changed_cb (TlPlotView *self)
{
  g_clear_pointer (&self->figures, tl_figures_free);
  remake_soon (self);
}

void
tl_plot_view_set_editor (TlPlotView *self,
                         TlEditor   *editor)
{
  g_return_if_fail (TL_IS_PLOT_VIEW (self));

  if (self->editor == editor)
    return;
  if (self->editor != NULL) {
    g_signal_handlers_disconnect_by_data (self->editor, self);
    g_signal_handlers_disconnect_by_data (tl_editor_get_selection (self->editor), self);
  }
  g_clear_handle_id (&self->remaking, g_source_remove);
  g_clear_pointer (&self->plot, tl_plot_free);
  g_clear_pointer (&self->figures, tl_figures_free);
  self->at = G_MAXUINT;
  g_set_object (&self->editor, editor);
  if (editor == NULL)
    return;
  g_signal_connect_object (editor, "changed", G_CALLBACK (chart_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_editor_get_selection (editor), "changed",
                           G_CALLBACK (follow_selection), self, G_CONNECT_SWAPPED);
  chart_changed_cb (self);
}

void
tl_plot_view_show (TlPlotView          *self,
                   const TlPlotOptions *options)
{
  g_return_if_fail (TL_IS_PLOT_VIEW (self));

  if (self->options.kind == options->kind && self->options.choice == options->choice &&
      self->options.standard == options->standard)
    return;
  self->options = *options;
  self->at = G_MAXUINT;
  if (self->editor != NULL)
    remake_soon (self);
}

const TlPlot *
tl_plot_view_get_plot (TlPlotView *self)
{
  g_return_val_if_fail (TL_IS_PLOT_VIEW (self), NULL);

  if (self->plot == NULL)
    remake (self);
  return self->plot;
}

void
tl_plot_view_get_place (TlPlotView   *self,
                        guint         spot,
                        GdkRectangle *place)
{
  double scale = get_scale (self);
  TlBox box;

  g_return_if_fail (TL_IS_PLOT_VIEW (self) && self->plot != NULL &&
                    spot < self->plot->spots->len);

  box = nth_spot (self, spot)->box;
  *place = (GdkRectangle) { (int) (box.x * scale), (int) (box.y * scale), (int) (box.w * scale),
                            (int) (box.h * scale) };
}

gboolean
tl_plot_view_get_current (TlPlotView   *self,
                          GdkRectangle *place)
{
  g_return_val_if_fail (TL_IS_PLOT_VIEW (self), FALSE);

  if (self->plot == NULL || self->at >= self->plot->spots->len)
    return FALSE;
  tl_plot_view_get_place (self, self->at, place);
  return TRUE;
}

GBytes *
tl_plot_view_export (TlPlotView      *self,
                     TlExportFormat   format,
                     GError         **error)
{
  g_autoptr (TlPlot) plot = NULL;
  TlExportOptions options = { .scale = format == TL_EXPORT_PNG ? PNG_SCALE : 1 };
  TlDrawing drawing;

  g_return_val_if_fail (TL_IS_PLOT_VIEW (self) && self->editor != NULL, NULL);

  plot = make_plot (self, TL_PLOT_WIDTH, TL_PLOT_HEIGHT, TRUE);
  if (plot->empty != NULL) {
    g_set_error_literal (error, TL_PLOT_ERROR, TL_PLOT_ERROR_EMPTY, plot->empty);
    return NULL;
  }
  options.chart = tl_editor_get_chart (self->editor);
  options.title = plot->title;
  drawing = tl_plot_drawing (plot);
  return tl_export_drawing (format, &drawing, tl_editor_get_measurer (self->editor), &options,
                            error);
}

/* Pointing and choosing. */

static guint
spot_at (TlPlotView *self,
         double      x,
         double      y)
{
  const TlPlot *plot = tl_plot_view_get_plot (self);
  double scale = get_scale (self);

  return plot != NULL ? tl_plot_spot_at (plot, (TlPoint) { x / scale, y / scale }) : G_MAXUINT;
}

/* Brings the spot into view: the scrolled window follows the keyboard. */
static void
scroll_to (TlPlotView *self,
           guint       spot)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GdkRectangle place;

  if (scroller == NULL)
    return;
  tl_plot_view_get_place (self, spot, &place);
  gtk_adjustment_clamp_page (
    gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)), place.x,
    place.x + place.width);
  gtk_adjustment_clamp_page (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), place.y,
    place.y + place.height);
}

/* @more: adds to what is selected, or takes away from it. */
static void
choose (TlPlotView *self,
        guint       index,
        gboolean    more)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);
  const TlPlotSpot *spot = nth_spot (self, index);
  const TlId *ids = &g_array_index (self->plot->ids, TlId, spot->first_id);

  self->at = index;
  self->choosing = TRUE;
  if (more) {
    for (guint i = 0; i < spot->n_ids; i++)
      tl_selection_toggle (selection, ids[i]);
  } else if (spot->n_ids > 0) {
    tl_selection_set (selection, ids, spot->n_ids);
  }
  self->choosing = FALSE;
  /* What a screen reader says of the picture is where the keyboard is in it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  spot->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate (TlPlotView *self,
          guint       index)
{
  const TlPlotSpot *spot = index < self->plot->spots->len ? nth_spot (self, index) : NULL;

  if (spot != NULL && spot->n_ids > 0)
    g_signal_emit (self, signals[ACTIVATED], 0,
                   (guint) g_array_index (self->plot->ids, TlId, spot->first_id));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlPlotView      *self)
{
  guint spot = spot_at (self, x, y);
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (spot == G_MAXUINT)
    return;
  if (n_press == 2)
    activate (self, spot);
  else if (n_press == 1)
    choose (self, spot, (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip)
{
  TlPlotView *self = TL_PLOT_VIEW (widget);
  guint spot = by_keyboard ? self->at : spot_at (self, x, y);
  GdkRectangle place;

  if (self->plot == NULL || spot >= self->plot->spots->len)
    return FALSE;
  tl_plot_view_get_place (self, spot, &place);
  gtk_tooltip_set_tip_area (tooltip, &place);
  gtk_tooltip_set_text (tooltip, nth_spot (self, spot)->text);
  return TRUE;
}

/* The spot that a key leads to, or G_MAXUINT. */
static guint
spot_by_key (TlPlotView *self,
             guint       keyval)
{
  guint n = self->plot->spots->len, at = self->at;

  switch (keyval) {
  case GDK_KEY_Right:
  case GDK_KEY_Down:
    return at == G_MAXUINT ? 0 : MIN (at + 1, n - 1);
  case GDK_KEY_Left:
  case GDK_KEY_Up:
    return at == G_MAXUINT ? n - 1 : MAX (at, 1) - 1;
  case GDK_KEY_Home:
    return 0;
  case GDK_KEY_End:
    return n - 1;
  default:
    return G_MAXUINT;
  }
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        TlPlotView            *self)
{
  const TlPlot *plot = tl_plot_view_get_plot (self);
  guint spot;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || plot == NULL || plot->spots->len == 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) {
    activate (self, self->at);
    return GDK_EVENT_STOP;
  }
  spot = spot_by_key (self, keyval);
  if (spot == G_MAXUINT)
    return GDK_EVENT_PROPAGATE;
  choose (self, spot, FALSE);
  scroll_to (self, spot);
  return GDK_EVENT_STOP;
}

/* The widget. */

static GtkSizeRequestMode
tl_plot_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The least a picture can do with: in a smaller place it scrolls. */
static void
tl_plot_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TlPlotView *self = TL_PLOT_VIEW (widget);
  double scale = get_scale (self), least = 0;

  /* A page that is not shown is measured beside the one that is. */
  if (self->editor != NULL && gtk_widget_get_mapped (widget)) {
    g_autoptr (TlPlot) plot =
      make_plot (self, orientation == GTK_ORIENTATION_VERTICAL ? MAX (for_size, 0) / scale : 0, 0,
                 FALSE);

    if (plot->empty == NULL)
      least = orientation == GTK_ORIENTATION_VERTICAL ? plot->height : plot->width;
  }
  *minimum = *natural = (int) ceil (least * scale);
}

static void
tl_plot_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TlPlotView *self = TL_PLOT_VIEW (widget);

  /* Made anew when it is drawn: nothing may change while sizes are given out. */
  if (self->editor != NULL)
    g_clear_pointer (&self->plot, tl_plot_free);
}

/* What is seen of it, widget pixels: a long journey is wider than anything that could be
 * drawn at once. */
static TlBox
visible_part (TlPlotView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  TlBox whole = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  graphene_rect_t bounds;
  double x, y;

  if (scroller == NULL || !gtk_widget_compute_bounds (scroller, widget, &bounds))
    return whole;
  x = MAX (bounds.origin.x, 0);
  y = MAX (bounds.origin.y, 0);
  return (TlBox) { x, y, MIN (bounds.origin.x + bounds.size.width, whole.w) - x,
                   MIN (bounds.origin.y + bounds.size.height, whole.h) - y };
}

static TlPlotPaint
get_paint (TlPlotView *self)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return (TlPlotPaint) {
    .theme = tl_theme_get (dark ? TL_THEME_DARK : TL_THEME_LIGHT), .accent = ACCENT,
    .selected = tl_selection_get_ids (selection), .n_selected = tl_selection_get_n (selection),
  };
}

static void
draw_page (GtkSnapshot           *snapshot,
           const TlTheme         *theme,
           const graphene_rect_t *part)
{
  const GdkRGBA colour = {
    (float) (theme->page >> 16 & 0xff) / 255.0f, (float) (theme->page >> 8 & 0xff) / 255.0f,
    (float) (theme->page & 0xff) / 255.0f, 1,
  };

  gtk_snapshot_append_color (snapshot, &colour, part);
}

/* Where the keyboard is. */
static void
draw_focus (TlPlotView  *self,
            GtkSnapshot *snapshot)
{
  static const float widths[] = { 2, 2, 2, 2 };
  const GdkRGBA accent = { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 0.5f };
  const GdkRGBA colours[] = { accent, accent, accent, accent };
  GskRoundedRect outline;
  GdkRectangle place;

  tl_plot_view_get_place (self, self->at, &place);
  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT ((float) place.x - 3, (float) place.y - 3,
                                   (float) place.width + 6, (float) place.height + 6), 7);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
tl_plot_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TlPlotView *self = TL_PLOT_VIEW (widget);
  TlBox seen = visible_part (self);
  const graphene_rect_t part = GRAPHENE_RECT_INIT ((float) seen.x, (float) seen.y,
                                                   (float) seen.w, (float) seen.h);
  double scale = get_scale (self);
  g_autoptr (TlSink) sink = NULL;
  TlPlotPaint paint;
  cairo_t *cr;

  if (self->editor == NULL || seen.w <= 0 || seen.h <= 0)
    return;
  if (self->plot == NULL)
    remake (self);
  paint = get_paint (self);
  paint.clip = (TlBox) { seen.x / scale, seen.y / scale, seen.w / scale, seen.h / scale };
  draw_page (snapshot, paint.theme, &part);
  cr = gtk_snapshot_append_cairo (snapshot, &part);
  cairo_scale (cr, scale, scale);
  sink = tl_sink_cairo_new (cr, tl_editor_get_measurer (self->editor), TL_TEXT_FAST);
  tl_plot_paint (self->plot, sink, &paint);
  cairo_destroy (cr);
  if (self->at < self->plot->spots->len && gtk_widget_has_visible_focus (widget))
    draw_focus (self, snapshot);
}

/* Only the part that is seen is drawn, so it is drawn anew where it scrolls to. */
static void
follow_scrolling (TlPlotView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *both[2];

  if (scroller == NULL || self->scrolled)
    return;
  both[0] = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  both[1] = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  for (guint i = 0; i < G_N_ELEMENTS (both); i++) {
    g_signal_connect_object (both[i], "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (both[i], "notify::page-size", G_CALLBACK (gtk_widget_queue_draw),
                             self, G_CONNECT_SWAPPED);
  }
  self->scrolled = TRUE;
}

static void
tl_plot_view_map (GtkWidget *widget)
{
  TlPlotView *self = TL_PLOT_VIEW (widget);

  GTK_WIDGET_CLASS (tl_plot_view_parent_class)->map (widget);
  follow_scrolling (self);
  if (self->editor != NULL)
    remake_soon (self);
}

static void
tl_plot_view_dispose (GObject *object)
{
  tl_plot_view_set_editor (TL_PLOT_VIEW (object), NULL);

  G_OBJECT_CLASS (tl_plot_view_parent_class)->dispose (object);
}

static void
tl_plot_view_class_init (TlPlotViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_plot_view_dispose;
  widget_class->get_request_mode = tl_plot_view_get_request_mode;
  widget_class->measure = tl_plot_view_measure;
  widget_class->size_allocate = tl_plot_view_size_allocate;
  widget_class->snapshot = tl_plot_view_snapshot;
  widget_class->map = tl_plot_view_map;
  widget_class->query_tooltip = query_tooltip_cb;

  signals[ACTIVATED] = g_signal_new ("activated", TL_TYPE_PLOT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REMADE] = g_signal_new ("remade", TL_TYPE_PLOT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_plot_view_init (TlPlotView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->at = G_MAXUINT;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (widget, key);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (describe), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (remake_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tl_plot_view_new (void)
{
  return g_object_new (TL_TYPE_PLOT_VIEW, NULL);
}
