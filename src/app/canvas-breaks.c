/* canvas-breaks.c - the edges of the printed poster's sheets, over the chart.
 *
 * The sheets of tiles lie in rows and columns, and the rows of a folded poster beside each
 * other, so that each edge is one line across all.
 */
#include "app/canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NEAR     0.5    /* chart units: the same edge */
#define WIDTH    1.5    /* widget pixels, as all below */
#define DASH     9.0
#define GAP      5.0
#define AWAY     6.0    /* from the sheet's corner to its name */
#define LEAST    56.0   /* side of a sheet that has room for its name */

typedef struct {
  TlBox  box;           /* chart units from the corner of the grid */
  char  *name;
} Sheet;

struct _TlCanvasBreaks {
  GArray *sheets;       /* Sheet */
  GArray *across;       /* double: where lines go down, chart units from the grid's corner */
  GArray *down;
  TlBox   all;
};

void
tl_canvas_breaks_free (TlCanvasBreaks *breaks)
{
  if (breaks == NULL)
    return;

  g_array_unref (breaks->sheets);
  g_array_unref (breaks->across);
  g_array_unref (breaks->down);
  g_free (breaks);
}

static void
clear_sheet (gpointer data)
{
  g_free (((Sheet *) data)->name);
}

static void
add_edge (GArray *edges,
          double  place)
{
  for (guint i = 0; i < edges->len; i++) {
    if (fabs (g_array_index (edges, double, i) - place) < NEAR)
      return;
  }
  g_array_append_val (edges, place);
}

static TlCanvasBreaks *
breaks_new (const TlPages *pages)
{
  TlCanvasBreaks *breaks = g_new0 (TlCanvasBreaks, 1);

  breaks->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_array_set_clear_func (breaks->sheets, clear_sheet);
  breaks->across = g_array_new (FALSE, FALSE, sizeof (double));
  breaks->down = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < tl_pages_n_parts (pages); i++) {
    const TlPagePart *part = tl_pages_get_part (pages, i);
    Sheet sheet = { part->box, *part->name != '\0' ? g_strdup (part->name)
                                                   : g_strdup (_("One page")) };

    g_array_append_val (breaks->sheets, sheet);
    breaks->all = i == 0 ? part->box : tl_box_union (breaks->all, part->box);
    add_edge (breaks->across, part->box.x);
    add_edge (breaks->across, part->box.x + part->box.w);
    add_edge (breaks->down, part->box.y);
    add_edge (breaks->down, part->box.y + part->box.h);
  }
  return breaks;
}

void
tl_canvas_set_breaks (TlCanvas      *self,
                      const TlPages *pages)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  g_clear_pointer (&self->breaks, tl_canvas_breaks_free);
  if (pages != NULL && tl_pages_n_parts (pages) > 0)
    self->breaks = breaks_new (pages);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
tl_canvas_n_breaks (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), 0);

  return self->breaks != NULL ? self->breaks->sheets->len : 0;
}

/* Drawing. */

static TlBox
box_in_view (TlCanvas *self,
             TlBox     box)
{
  TlBox grid = tl_editor_get_scene (self->editor)->grid;

  box.x += grid.x;
  box.y += grid.y;
  return tl_viewport_box (&self->view, box);
}

static GdkRGBA
colour_of (TlColour colour,
           float    alpha)
{
  return (GdkRGBA) { (float) (colour >> 16 & 0xff) / 255.0f, (float) (colour >> 8 & 0xff) / 255.0f,
                     (float) (colour & 0xff) / 255.0f, alpha };
}

/* A dashed line in @line, which is thin.  Dashes begin where the line does, not where the
 * window does, so that they move with the chart. */
static void
draw_line (TlCanvas    *self,
           GtkSnapshot *snapshot,
           TlBox        line,
           TlBox        window)
{
  gboolean down = line.h > line.w;
  const GdkRGBA colour = colour_of (self->theme->text, 0.75f);
  double start = down ? line.y : line.x;
  TlBox seen = { MAX (line.x, window.x), MAX (line.y, window.y), 0, 0 };
  graphene_rect_t area;
  double dashes[] = { DASH, GAP };
  cairo_t *cr;

  if (!tl_box_overlaps (line, window))
    return;
  seen.w = MIN (line.x + line.w, window.x + window.w) - seen.x;
  seen.h = MIN (line.y + line.h, window.y + window.h) - seen.y;
  area = GRAPHENE_RECT_INIT ((float) seen.x, (float) seen.y, (float) seen.w, (float) seen.h);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_move_to (cr, down ? line.x + line.w / 2 : seen.x, down ? seen.y : line.y + line.h / 2);
  cairo_line_to (cr, down ? line.x + line.w / 2 : seen.x + seen.w,
                 down ? seen.y + seen.h : line.y + line.h / 2);
  cairo_set_dash (cr, dashes, 2, fmod ((down ? seen.y : seen.x) - start, DASH + GAP));
  cairo_set_line_width (cr, WIDTH);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_name (TlCanvas    *self,
           GtkSnapshot *snapshot,
           const Sheet *sheet,
           TlBox        window)
{
  TlBox box = box_in_view (self, sheet->box);
  double x = MAX (box.x, window.x), y = MAX (box.y, window.y);
  double right = MIN (box.x + box.w, window.x + window.w);
  double bottom = MIN (box.y + box.h, window.y + window.h);
  g_autoptr (PangoLayout) layout = NULL;
  const GdkRGBA ground = colour_of (self->theme->text, 0.85f);
  const GdkRGBA ink = colour_of (self->theme->page, 1.0f);
  graphene_rect_t bounds;
  GskRoundedRect outline;
  int width, height;

  if (right - x < LEAST || bottom - y < LEAST / 2)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), sheet->name);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width + 12 + AWAY > right - x)
    return;
  bounds = GRAPHENE_RECT_INIT ((float) (x + AWAY), (float) (y + AWAY), (float) width + 12,
                               (float) height + 4);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, bounds.size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x + 6,
                                                          bounds.origin.y + 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* What is not under the headers that stick. */
static TlBox
free_window (TlCanvas *self)
{
  double left = self->view.x > 0 ? ceil (tl_canvas_sticky_left (self) * self->view.zoom) : 0;
  double top = self->view.y > 0 ? ceil (tl_canvas_sticky_top (self) * self->view.zoom) : 0;

  return (TlBox) { left, top, MAX (0, self->view.width - left), MAX (0, self->view.height - top) };
}

void
tl_canvas_draw_breaks (TlCanvas    *self,
                       GtkSnapshot *snapshot)
{
  const TlCanvasBreaks *breaks = self->breaks;
  TlBox window = free_window (self), all;

  if (breaks == NULL)
    return;
  all = box_in_view (self, breaks->all);
  for (guint i = 0; i < breaks->across->len; i++) {
    TlBox at = box_in_view (self, (TlBox) { g_array_index (breaks->across, double, i), 0, 0, 0 });

    draw_line (self, snapshot, (TlBox) { floor (at.x), all.y, 2, all.h }, window);
  }
  for (guint i = 0; i < breaks->down->len; i++) {
    TlBox at = box_in_view (self, (TlBox) { 0, g_array_index (breaks->down, double, i), 0, 0 });

    draw_line (self, snapshot, (TlBox) { all.x, floor (at.y), all.w, 2 }, window);
  }
  for (guint i = 0; i < breaks->sheets->len; i++)
    draw_name (self, snapshot, &g_array_index (breaks->sheets, Sheet, i), window);
}
