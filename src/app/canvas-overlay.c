/* canvas-overlay.c - what a drag would do, and the handles to begin one.
 *
 * A few nodes over tiles that stay as they are, so that a frame of a drag costs the
 * same however large the chart is.  What is dragged is shown by the same tiles once
 * more, at the pointer.
 */
#include "app/canvas-private.h"

#define MOST_SHOWN   48      /* of many things that are dragged */
#define RADIUS        9.0    /* corners of a place, chart units */
#define ARROW        10.0    /* length of an arrowhead, widget pixels */
#define HINT_WIDTH  320      /* widget pixels */
#define HINT_AWAY    18.0    /* from the pointer */
#define HINT_PADDING  8.0
#define PLUS          4.5    /* half the width of the plus in a handle */
#define HANDLES_FROM  0.45   /* zoom */

static graphene_rect_t
rect (TlBox box)
{
  return GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.w, (float) box.h);
}

static GskRoundedRect
rounded (TlBox  box,
         double radius)
{
  graphene_rect_t bounds = rect (box);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  return outline;
}

static void
draw_border (GtkSnapshot *snapshot,
             TlBox        box,
             double       radius,
             float        width,
             GdkRGBA      colour)
{
  const GdkRGBA colours[4] = { colour, colour, colour, colour };
  const float widths[4] = { width, width, width, width };
  GskRoundedRect outline = rounded (box, radius);

  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
draw_filled (GtkSnapshot *snapshot,
             TlBox        box,
             double       radius,
             GdkRGBA      colour)
{
  GskRoundedRect outline = rounded (box, radius);
  graphene_rect_t area = rect (box);

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &area);
  gtk_snapshot_pop (snapshot);
}

/* Of what the drop is for: the accent, or red when it is refused. */
static GdkRGBA
drop_colour (const TlToolPreview *preview,
             float                alpha)
{
  return preview->refused ? (GdkRGBA) { 0.88f, 0.11f, 0.14f, alpha } : TL_CANVAS_ACCENT (alpha);
}

static TlBox
window_of (TlCanvas *self)
{
  return (TlBox) { 0, 0, self->view.width, self->view.height };
}

/* A box of the scene where it is in the parted chart, widget pixels. */
static TlBox
parted_box (TlCanvas *self,
            TlBox     box)
{
  TlPoint corner = tl_tool_part (tl_tool_get_preview (self->drag.tool),
                                 (TlPoint) { box.x, box.y });

  return tl_viewport_box (&self->view, (TlBox) { corner.x, corner.y, box.w, box.h });
}

/* Where it would land. */

/* What is dragged steps back where it stands. */
static void
draw_origins (TlCanvas            *self,
              GtkSnapshot         *snapshot,
              const TlToolPreview *preview)
{
  TlColour page = self->theme->page;
  const GdkRGBA veil = {
    (float) (page >> 16 & 0xff) / 255.0f, (float) (page >> 8 & 0xff) / 255.0f,
    (float) (page & 0xff) / 255.0f, 0.62f,
  };

  for (guint i = 0, shown = 0; i < preview->n_held && shown < MOST_SHOWN; i++) {
    TlBox box = tl_box_grow (parted_box (self, preview->held[i].box), 3 * self->view.zoom);

    if (!tl_box_overlaps (box, window_of (self)))
      continue;
    draw_filled (snapshot, box, (preview->held[i].radius + 3) * self->view.zoom, veil);
    shown++;
  }
}

static void
draw_place (GtkSnapshot   *snapshot,
            TlBox          box,
            double         radius,
            const GdkRGBA *colour)
{
  static const double dashes[2] = { 6, 4 };
  graphene_rect_t area = rect (tl_box_grow (box, 2));
  GdkRGBA inside = *colour;
  cairo_t *cr;

  inside.alpha = 0.14f;
  draw_filled (snapshot, box, radius, inside);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.w - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box.x + box.w - radius, box.y + box.h - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x + radius, box.y + box.h - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_places (TlCanvas            *self,
             GtkSnapshot         *snapshot,
             const TlToolPreview *preview)
{
  const GdkRGBA colour = drop_colour (preview, 1.0f);

  for (guint i = 0, shown = 0; i < preview->n_places && shown < MOST_SHOWN; i++) {
    TlBox box = tl_viewport_box (&self->view, preview->places[i]);

    if (!tl_box_overlaps (box, window_of (self)))
      continue;
    draw_place (snapshot, box, RADIUS * self->view.zoom, &colour);
    shown++;
  }
}

/* A course through @points (widget pixels), with an arrowhead when it is new. */
static void
draw_course (TlCanvas      *self,
             GtkSnapshot   *snapshot,
             const TlPoint *points,
             guint          n,
             double         width,
             gboolean       arrow,
             GdkRGBA        colour)
{
  graphene_rect_t area = rect (window_of (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_stroke (cr);
  if (arrow && n > 1) {
    TlPoint tip = points[n - 1], before = points[n - 2];
    gboolean level = before.y == tip.y;
    double way = level ? (tip.x >= before.x ? 1 : -1) : (tip.y >= before.y ? 1 : -1);
    double back = -way * ARROW, side = ARROW / 2;

    cairo_move_to (cr, tip.x, tip.y);
    cairo_line_to (cr, tip.x + (level ? back : -side), tip.y + (level ? -side : back));
    cairo_line_to (cr, tip.x + (level ? back : side), tip.y + (level ? side : back));
    cairo_close_path (cr);
    cairo_fill (cr);
  }
  cairo_destroy (cr);
}

static void
draw_line (TlCanvas            *self,
           GtkSnapshot         *snapshot,
           const TlToolPreview *preview)
{
  TlPoint points[G_N_ELEMENTS (preview->line)];

  for (guint i = 0; i < preview->n_line; i++)
    points[i] = tl_viewport_to_widget (&self->view, preview->line[i]);
  if (preview->n_line > 0)
    draw_course (self, snapshot, points, preview->n_line, 2.5, TRUE, drop_colour (preview, 1.0f));
}

/* The step or connector that the drop is for. */
static void
draw_over (TlCanvas            *self,
           GtkSnapshot         *snapshot,
           const TlToolPreview *preview)
{
  const TlScene *scene = tl_editor_get_scene (self->editor);
  const TlSceneStep *step = tl_scene_step (scene, preview->over);
  const TlSceneConnector *connector = tl_scene_connector (scene, preview->over);

  if (step != NULL) {
    TlBox box = tl_box_grow (parted_box (self, step->box), 5);

    draw_filled (snapshot, box, RADIUS * self->view.zoom + 4, drop_colour (preview, 0.16f));
    draw_border (snapshot, box, RADIUS * self->view.zoom + 4, 3, drop_colour (preview, 1.0f));
  } else if (connector != NULL) {
    g_autofree TlPoint *points = g_new (TlPoint, connector->n_points);

    for (guint i = 0; i < connector->n_points; i++)
      points[i] = tl_viewport_to_widget (
        &self->view, tl_tool_part (preview, scene->points[connector->first_point + i]));
    draw_course (self, snapshot, points, connector->n_points, 7, FALSE,
                 drop_colour (preview, 0.6f));
  }
}

/* Handles. */

static void
draw_handle (TlCanvas    *self,
             GtkSnapshot *snapshot,
             double       x,
             double       y)
{
  TlPoint pointer = self->drag.pointer;
  double dx = pointer.x - x, dy = pointer.y - y;
  gboolean hot = dx * dx + dy * dy <= TL_TOOL_HANDLE * TL_TOOL_HANDLE;
  double r = TL_TOOL_HANDLE + (hot ? 1.5 : 0);
  TlBox box = { x - r, y - r, 2 * r, 2 * r };
  const GdkRGBA white = { 1, 1, 1, 1 };
  graphene_rect_t flat = rect ((TlBox) { x - PLUS, y - 1, 2 * PLUS, 2 });
  graphene_rect_t upright = rect ((TlBox) { x - 1, y - PLUS, 2, 2 * PLUS });

  draw_filled (snapshot, tl_box_grow (box, 1.5), r + 1.5, white);
  draw_filled (snapshot, box, r, TL_CANVAS_ACCENT (1.0f));
  gtk_snapshot_append_color (snapshot, &white, &flat);
  gtk_snapshot_append_color (snapshot, &white, &upright);
}

static void
draw_handles (TlCanvas    *self,
              GtkSnapshot *snapshot)
{
  const TlScene *scene = tl_editor_get_scene (self->editor);
  TlId steps[2];
  guint n = self->view.zoom >= HANDLES_FROM ? tl_tool_get_handles (self->drag.tool, steps) : 0;

  for (guint i = 0; i < n; i++) {
    const TlSceneStep *step = tl_scene_step (scene, steps[i]);
    TlBox box;

    if (step == NULL)
      continue;
    box = tl_viewport_box (&self->view, step->box);
    draw_handle (self, snapshot, box.x + box.w + TL_TOOL_REACH, box.y + box.h / 2);
    draw_handle (self, snapshot, box.x + box.w / 2, box.y + box.h + TL_TOOL_REACH);
  }
}

/* The ends of a selected connector can be taken elsewhere. */
static void
draw_ends (TlCanvas    *self,
           GtkSnapshot *snapshot)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);
  const TlScene *scene = tl_editor_get_scene (self->editor);
  const TlSceneConnector *connector = NULL;

  if (tl_selection_get_n (selection) == 1)
    connector = tl_scene_connector (scene, tl_selection_get_last (selection));
  for (guint i = 0; connector != NULL && connector->n_points > 1 && i < 2; i++) {
    guint k = connector->first_point + (i == 0 ? 0 : connector->n_points - 1);
    TlPoint at = tl_viewport_to_widget (&self->view, scene->points[k]);
    TlBox box = { at.x - 5, at.y - 5, 10, 10 };

    draw_filled (snapshot, box, 5, (GdkRGBA) { 1, 1, 1, 1 });
    draw_border (snapshot, box, 5, 2, TL_CANVAS_ACCENT (1.0f));
  }
}

void
tl_canvas_draw_drop (TlCanvas    *self,
                     GtkSnapshot *snapshot)
{
  const TlToolPreview *preview = tl_tool_get_preview (self->drag.tool);
  graphene_rect_t area = rect (window_of (self));

  gtk_snapshot_push_clip (snapshot, &area);
  if (preview->kind == TL_GRIP_STEP)
    draw_origins (self, snapshot, preview);
  draw_over (self, snapshot, preview);
  draw_places (self, snapshot, preview);
  draw_line (self, snapshot, preview);
  if (preview->kind == TL_GRIP_NONE && !tl_canvas_is_writing (self)) {
    draw_handles (self, snapshot);
    draw_ends (self, snapshot);
  }
  gtk_snapshot_pop (snapshot);
}

/* In the hand. */

/* The view that headers are seen through: they stick. */
static TlViewport
view_of (TlCanvas   *self,
         TlGripKind  kind)
{
  TlViewport view = self->view;

  if (kind == TL_GRIP_LANE && tl_canvas_sticky_left (self) > 0)
    view.x = 0;
  if (kind == TL_GRIP_PHASE && tl_canvas_sticky_top (self) > 0)
    view.y = 0;
  return view;
}

static void
draw_held (TlCanvas            *self,
           GtkSnapshot         *snapshot,
           const TlToolPreview *preview)
{
  TlViewport view = view_of (self, preview->kind);
  double dx = preview->shift.x * view.zoom, dy = preview->shift.y * view.zoom;

  view.x -= dx;
  view.y -= dy;
  for (guint i = 0, shown = 0; i < preview->n_held && shown < MOST_SHOWN; i++) {
    const TlToolHeld *held = &preview->held[i];
    TlBox box = tl_viewport_box (&view, tl_box_grow (held->box, held->is_badge ? 1 : 2));
    double radius = (held->radius + 1) * view.zoom;
    GskRoundedRect outline = rounded (box, radius);

    if (!tl_box_overlaps (box, window_of (self)))
      continue;
    if (!held->is_badge)
      gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.28f }, 0, 4,
                                         1, 12);
    gtk_snapshot_push_rounded_clip (snapshot, &outline);
    tl_tiles_snapshot (self->tiles, snapshot, &view, box, 0);
    gtk_snapshot_pop (snapshot);
    if (!held->is_badge)
      draw_border (snapshot, box, radius, 2, drop_colour (preview, 0.9f));
    shown++;
  }
}

static void
draw_mark (TlCanvas            *self,
           GtkSnapshot         *snapshot,
           const TlToolPreview *preview)
{
  TlPoint from = tl_viewport_to_widget (&self->view, preview->mark[0]);
  TlPoint to = tl_viewport_to_widget (&self->view, preview->mark[1]);
  TlBox line;

  /* As far as it can be seen, headers included. */
  from = (TlPoint) { MAX (from.x, 0), MAX (from.y, 0) };
  to = (TlPoint) { MIN (to.x, self->view.width), MIN (to.y, self->view.height) };
  line = tl_box_grow (tl_box_from_corners (from, to), 2);
  draw_filled (snapshot, line, 2, drop_colour (preview, 1.0f));
}

static void
draw_band (TlCanvas            *self,
           GtkSnapshot         *snapshot,
           const TlToolPreview *preview)
{
  TlBox box = tl_viewport_box (&self->view, preview->band);

  draw_filled (snapshot, box, 2, TL_CANVAS_ACCENT (0.12f));
  draw_border (snapshot, box, 2, 1, TL_CANVAS_ACCENT (0.9f));
}

/* What the drop would do, beside the pointer. */
static void
draw_hint (TlCanvas            *self,
           GtkSnapshot         *snapshot,
           const TlToolPreview *preview)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                                                   preview->says);
  const GdkRGBA ground = preview->refused ? (GdkRGBA) { 0.65f, 0.11f, 0.18f, 0.97f }
                                          : (GdkRGBA) { 0.12f, 0.12f, 0.14f, 0.93f };
  TlBox box = { 0, 0, 0, 0 };
  int width, height;

  pango_layout_set_width (layout, HINT_WIDTH * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, &width, &height);
  box.w = width + 2 * HINT_PADDING + 4;
  box.h = height + 2 * HINT_PADDING - 4;
  box.x = CLAMP (self->drag.pointer.x + HINT_AWAY, 4, MAX (4, self->view.width - box.w - 4));
  box.y = self->drag.pointer.y + HINT_AWAY;
  if (box.y + box.h > self->view.height - 4)
    box.y = self->drag.pointer.y - HINT_AWAY - box.h;
  draw_filled (snapshot, box, 8, ground);
  draw_border (snapshot, box, 8, 1, (GdkRGBA) { 1, 1, 1, 0.18f });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (box.x + HINT_PADDING + 2),
                                                (float) (box.y + HINT_PADDING - 2)));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA) { 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}

void
tl_canvas_draw_held (TlCanvas    *self,
                     GtkSnapshot *snapshot)
{
  const TlToolPreview *preview = tl_tool_get_preview (self->drag.tool);

  if (preview->kind == TL_GRIP_NONE)
    return;
  if (preview->kind == TL_GRIP_ROOM)
    draw_band (self, snapshot, preview);
  if (preview->has_mark)
    draw_mark (self, snapshot, preview);
  draw_held (self, snapshot, preview);
  if (preview->says != NULL)
    draw_hint (self, snapshot, preview);
}
