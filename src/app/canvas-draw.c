/* canvas-draw.c - one frame of the canvas.
 *
 * The chart comes from tiles.  What sticks to the edges is the same tiles again,
 * shown as if the view were not scrolled that way; so a header looks the same
 * whether it stands in its place or sticks.
 */
#include "app/canvas-private.h"

#include <math.h>

#define BUDGET_US 6000   /* for painting tiles in one frame */
#define FIRST_US 60000   /* before anything is seen, when nothing can falter */
#define RING      3.0    /* widget pixels around what is selected */
#define TICKS     6.0    /* how far they stand out around a failure point, chart units */
#define TAG_RADIUS 4.0   /* corners of a recovery procedure's tag, chart units */
#define HEADER_RING 6.0  /* radius of the ring in a header, widget pixels */

typedef struct {
  TlCanvas    *self;
  GtkSnapshot *snapshot;
  TlViewport   view;       /* as this part of the window sees the chart */
  TlBox        window;     /* widget pixels */
  gint64       deadline;
} Frame;

static GdkRGBA
rgba (TlColour colour,
      float    alpha)
{
  return (GdkRGBA) {
    (float) (colour >> 16 & 0xff) / 255.0f, (float) (colour >> 8 & 0xff) / 255.0f,
    (float) (colour & 0xff) / 255.0f, alpha,
  };
}

static graphene_rect_t
rect (TlBox box)
{
  return GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.w, (float) box.h);
}

/* A ring around @box (widget pixels). */
static void
draw_ring (GtkSnapshot *snapshot,
           TlBox        box,
           double       radius)
{
  const GdkRGBA colour = TL_CANVAS_ACCENT (1.0f);
  const GdkRGBA colours[4] = { colour, colour, colour, colour };
  const float widths[4] = { 2.0f, 2.0f, 2.0f, 2.0f };
  graphene_rect_t bounds = rect (tl_box_grow (box, RING + 2));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
draw_selected_connector (const Frame            *frame,
                         const TlScene          *scene,
                         const TlSceneConnector *connector)
{
  TlBox bounds = tl_box_grow (tl_viewport_box (&frame->view, connector->bounds), RING + 2);
  const TlPoint *points = scene->points + connector->first_point;
  const GdkRGBA colour = TL_CANVAS_ACCENT (0.55f);
  graphene_rect_t area = rect (bounds);
  cairo_t *cr;

  if (!tl_box_overlaps (bounds, frame->window))
    return;
  cr = gtk_snapshot_append_cairo (frame->snapshot, &area);
  for (guint i = 0; i < connector->n_points; i++) {
    TlPoint at = tl_viewport_to_widget (&frame->view, points[i]);

    if (i == 0)
      cairo_move_to (cr, at.x, at.y);
    else
      cairo_line_to (cr, at.x, at.y);
  }
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 2 * RING);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Once more, over the ring: a badge tells more than the line that runs through it. */
static void
draw_badges (const Frame *frame)
{
  const GArray *badges = frame->self->selected.badges;

  for (guint i = 0; i < badges->len; i++) {
    const TlCanvasRing *badge = &g_array_index (badges, TlCanvasRing, i);
    TlBox at = tl_viewport_box (&frame->view, badge->box);
    graphene_rect_t bounds = rect (at);
    GskRoundedRect outline;

    if (!tl_box_overlaps (at, frame->window))
      continue;
    gsk_rounded_rect_init_from_rect (&outline, &bounds,
                                     (float) (badge->radius * frame->view.zoom));
    gtk_snapshot_push_rounded_clip (frame->snapshot, &outline);
    tl_tiles_snapshot (frame->self->tiles, frame->snapshot, &frame->view, at, 0);
    gtk_snapshot_pop (frame->snapshot);
  }
}

static void
draw_selection (const Frame *frame)
{
  const TlScene *scene = tl_editor_get_scene (frame->self->editor);
  const TlCanvasSelected *selected = &frame->self->selected;

  for (guint i = 0; i < selected->courses->len; i++)
    draw_selected_connector (frame, scene, g_ptr_array_index (selected->courses, i));
  for (guint i = 0; i < selected->rings->len; i++) {
    const TlCanvasRing *ring = &g_array_index (selected->rings, TlCanvasRing, i);
    TlBox at = tl_box_grow (tl_viewport_box (&frame->view, ring->box), -ring->inside);

    if (tl_box_overlaps (tl_box_grow (at, RING + 2), frame->window))
      draw_ring (frame->snapshot, at,
                 ring->radius > 0 ? ring->radius * frame->view.zoom + RING : HEADER_RING);
  }
  draw_badges (frame);
}

static void
add_ring (GArray *rings,
          TlBox   box,
          double  radius,
          double  inside)
{
  g_array_append_vals (rings, &(TlCanvasRing) { box, radius, inside }, 1);
}

/* With the ticks around a failure point. */
static void
add_badge (GArray             *badges,
           const TlSceneBadge *badge)
{
  double edge = badge->kind == TL_BADGE_FAILURE ? TICKS : 1;
  double radius = badge->kind == TL_BADGE_RECOVERY ? TAG_RADIUS : badge->box.h / 2;

  add_ring (badges, tl_box_grow (badge->box, edge), radius + edge, 0);
}

static void
find_rings (const TlScene    *scene,
            GHashTable       *ids,
            TlCanvasSelected *selected)
{
#define IS_SELECTED(record) g_hash_table_contains (ids, GUINT_TO_POINTER ((record)->id))
  for (guint i = 0; i < scene->n_steps; i++) {
    const TlSceneStep *step = &scene->steps[i];
    gboolean pill = step->kind == TL_STEP_START || step->kind == TL_STEP_END;

    if (IS_SELECTED (step))
      add_ring (selected->rings, step->box, pill ? step->box.h / 2 + 2 : 9, 0);
  }
  for (guint i = 0; i < scene->n_connectors; i++) {
    if (IS_SELECTED (&scene->connectors[i]))
      g_ptr_array_add (selected->courses, &scene->connectors[i]);
  }
  for (guint i = 0; i < scene->n_badges; i++) {
    const TlSceneBadge *badge = &scene->badges[i];

    if (badge->kind != TL_BADGE_WAIT && IS_SELECTED (badge))
      add_ring (selected->rings, badge->box,
                badge->kind == TL_BADGE_FAILURE ? badge->box.h / 2 + 2 : 6, 0);
    if (g_hash_table_contains (ids, GUINT_TO_POINTER (badge->at)))
      add_badge (selected->badges, badge);
  }
  for (guint i = 0; i < scene->n_phases; i++) {
    if (IS_SELECTED (&scene->phases[i]))
      add_ring (selected->rings, scene->phases[i].box, 0, 5);
  }
  for (guint i = 0; i < scene->n_bands; i++) {
    if (scene->bands[i].kind == TL_SCENE_LANE && IS_SELECTED (&scene->bands[i]))
      add_ring (selected->rings, scene->bands[i].header, 0, 6);
  }
#undef IS_SELECTED
}

/* Once after each change. */
static void
find_selected (TlCanvas *self)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);
  TlCanvasSelected *selected = &self->selected;
  g_autoptr (GHashTable) ids = NULL;

  if (selected->known)
    return;
  selected->known = TRUE;
  g_array_set_size (selected->rings, 0);
  g_array_set_size (selected->badges, 0);
  g_ptr_array_set_size (selected->courses, 0);
  if (tl_selection_get_n (selection) == 0)
    return;
  ids = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < tl_selection_get_n (selection); i++)
    g_hash_table_add (ids, GUINT_TO_POINTER (tl_selection_get_ids (selection)[i]));
  find_rings (tl_editor_get_scene (self->editor), ids, selected);
}

/* Shows the chart as @frame sees it in its window, which is not parted there. */
static gboolean
draw_whole (const Frame *frame)
{
  graphene_rect_t area = rect (frame->window);
  gboolean complete;

  gtk_snapshot_push_clip (frame->snapshot, &area);
  complete = tl_tiles_snapshot (frame->self->tiles, frame->snapshot, &frame->view, frame->window,
                                frame->deadline);
  draw_selection (frame);
  gtk_snapshot_pop (frame->snapshot);
  return complete;
}

/* A piece of the window along one axis, and what of the chart it shows: as much of it,
 * from so many pixels further on; or one pixel, stretched, where the chart is parted.
 * Bands, lines and connectors that cross the gap go on in it. */
typedef struct {
  double   from, to;
  double   back;
  gboolean stretched;
} Piece;

#define MOST_PIECES (2 * TL_TOOL_MOST_GAPS + 1)

/* Cuts the window from @start to @end; @origin is where the chart's 0 would be. */
static guint
cut_pieces (const TlToolGap *gaps,
            guint            n_gaps,
            gboolean         head,
            double           origin,
            double           zoom,
            double           start,
            double           end,
            Piece           *pieces)
{
  double from = start, back = 0;
  guint n = 0;

  for (guint i = 0; i <= n_gaps; i++) {
    double cut = i == n_gaps ? end
                             : round (origin + (head ? gaps[i].head : gaps[i].at) * zoom + back);
    double size = i == n_gaps ? 0 : round (gaps[i].size * zoom);

    if (MIN (cut, end) > from) {
      pieces[n++] = (Piece) { from, MIN (cut, end), back, FALSE };
      from = MIN (cut, end);
    }
    if (MIN (cut + size, end) > from) {
      pieces[n++] = (Piece) { from, MIN (cut + size, end), cut - back, TRUE };
      from = MIN (cut + size, end);
    }
    back += size;
  }
  return n;
}

static gboolean
draw_piece (const Frame *frame,
            const Piece *across,
            const Piece *down)
{
  TlBox window = { across->from, down->from, across->to - across->from, down->to - down->from };
  graphene_rect_t area = rect (window);
  Frame part = *frame;
  gboolean complete;

  part.window = window;
  gtk_snapshot_save (frame->snapshot);
  gtk_snapshot_push_clip (frame->snapshot, &area);
  if (across->stretched) {
    gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT ((float) window.x, 0));
    gtk_snapshot_scale (frame->snapshot, (float) window.w, 1);
    part.view.x += across->back;
    part.window.x = 0;
    part.window.w = 1;
  } else {
    part.view.x -= across->back;
  }
  if (down->stretched) {
    gtk_snapshot_translate (frame->snapshot, &GRAPHENE_POINT_INIT (0, (float) window.y));
    gtk_snapshot_scale (frame->snapshot, 1, (float) window.h);
    part.view.y += down->back;
    part.window.y = 0;
    part.window.h = 1;
  } else {
    part.view.y -= down->back;
  }
  complete = draw_whole (&part);
  gtk_snapshot_pop (frame->snapshot);
  gtk_snapshot_restore (frame->snapshot);
  return complete;
}

/* The pieces of the window between @top and @bottom. */
static gboolean
draw_pieces (const Frame *frame,
             gboolean     head,
             double       top,
             double       bottom)
{
  const TlToolPreview *preview = tl_tool_get_preview (frame->self->drag.tool);
  const TlViewport *view = &frame->view;
  const TlBox *window = &frame->window;
  Piece across[MOST_PIECES], down[MOST_PIECES];
  guint n_across = cut_pieces (preview->across, preview->n_across, head,
                               -view->page.x * view->zoom - view->x, view->zoom, window->x,
                               window->x + window->w, across);
  guint n_down = cut_pieces (preview->down, preview->n_down, FALSE,
                             -view->page.y * view->zoom - view->y, view->zoom, top, bottom, down);
  gboolean complete = TRUE;

  for (guint i = 0; i < n_across; i++) {
    for (guint k = 0; k < n_down; k++)
      complete = draw_piece (frame, &across[i], &down[k]) && complete;
  }
  return complete;
}

/* The row of phases parts elsewhere than what is below it. */
static gboolean
draw_parted (const Frame *frame)
{
  const TlScene *scene = tl_editor_get_scene (frame->self->editor);
  double top = frame->window.y, bottom = top + frame->window.h, edge = top;

  if (scene->n_phases > 0) {
    TlBox phase = tl_viewport_box (&frame->view, tl_box_grow (scene->phases[0].box, 3));

    edge = CLAMP (round (phase.y + phase.h), top, bottom);
  }
  return draw_pieces (frame, TRUE, top, edge) & draw_pieces (frame, FALSE, edge, bottom);
}

/* Shows the chart as @frame sees it in its window. */
static gboolean
draw_part (const Frame *frame)
{
  const TlToolPreview *preview = tl_tool_get_preview (frame->self->drag.tool);
  graphene_rect_t area = rect (frame->window);
  const GdkRGBA page = rgba (frame->self->theme->page, 1.0f);

  gtk_snapshot_append_color (frame->snapshot, &page, &area);
  return preview->n_across > 0 || preview->n_down > 0 ? draw_parted (frame) : draw_whole (frame);
}

/* A soft edge under what sticks, so that it is seen to lie above. */
static void
draw_edge (const Frame *frame,
           gboolean     down)
{
  const TlBox *window = &frame->window;
  double length = 7;
  TlBox box = down ? (TlBox) { window->x, window->y + window->h, window->w, length }
                   : (TlBox) { window->x + window->w, window->y, length, window->h };
  graphene_rect_t area = rect (box);
  graphene_point_t start = GRAPHENE_POINT_INIT ((float) box.x, (float) box.y);
  graphene_point_t end = GRAPHENE_POINT_INIT ((float) (box.x + (down ? 0 : length)),
                                              (float) (box.y + (down ? length : 0)));
  const GskColorStop stops[2] = {
    { 0, { 0, 0, 0, 0.13f } },
    { 1, { 0, 0, 0, 0 } },
  };

  gtk_snapshot_append_linear_gradient (frame->snapshot, &area, &start, &end, stops, 2);
}

/* The headers that have been scrolled off, and the corner where both meet. */
static gboolean
draw_sticky (const Frame *frame)
{
  TlCanvas *self = frame->self;
  double left = self->view.x > 0 ? ceil (tl_canvas_sticky_left (self) * self->view.zoom) : 0;
  double top = self->view.y > 0 ? ceil (tl_canvas_sticky_top (self) * self->view.zoom) : 0;
  gboolean complete = TRUE;

  if (left > 0) {
    Frame part = *frame;

    part.view.x = 0;
    part.window.w = left;
    complete = draw_part (&part) && complete;
    draw_edge (&part, FALSE);
  }
  if (top > 0) {
    Frame part = *frame;

    part.view.y = 0;
    part.window.h = top;
    complete = draw_part (&part) && complete;
    draw_edge (&part, TRUE);
  }
  if (left > 0 && top > 0) {
    Frame part = *frame;

    part.view.x = 0;
    part.view.y = 0;
    part.window.w = left;
    part.window.h = top;
    complete = draw_part (&part) && complete;
  }
  return complete;
}

static gboolean
draw_again_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  TL_CANVAS (widget)->tick_id = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

void
tl_canvas_draw (TlCanvas    *self,
                GtkSnapshot *snapshot)
{
  Frame frame = {
    self, snapshot, self->view, { 0, 0, self->view.width, self->view.height },
    g_get_monotonic_time () + (self->shown ? BUDGET_US : FIRST_US),
  };
  gboolean complete;

  find_selected (self);
  if (self->settle_id == 0)
    tl_tiles_set_level (self->tiles, self->view.zoom,
                        gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  tl_tiles_start_frame (self->tiles);
  complete = draw_part (&frame);
  tl_canvas_draw_breaks (self, snapshot);
  tl_canvas_draw_drop (self, snapshot);
  complete = draw_sticky (&frame) && complete;
  tl_canvas_draw_held (self, snapshot);
  self->settled = complete;
  self->shown = TRUE;
  /* A widget that is being drawn cannot ask to be drawn. */
  if (!complete && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_again_cb, NULL, NULL);
}
