/* page-view.c - a printed page as a widget, drawn off the main thread.
 *
 * A view shows its last picture, stretched, until the right one is there; a thumbnail,
 * which may have stood for another page before, shows empty paper instead.
 */
#include "app/page-view.h"

#include <math.h>

#define AROUND      18.0          /* widget pixels around the page in a large view */
#define PER_POINT   (96.0 / 72)   /* widget pixels at zoom 1 */
#define MOST_PIXELS 16e6          /* of one picture; beyond that it is stretched */

struct _TlPageView {
  GtkWidget    parent_instance;

  /* Owned */
  TlPageQueue *queue;
  TlPrintout  *printout;     /* NULL: nothing to show */
  GdkTexture  *texture;      /* NULL: nothing painted yet */

  /* State */
  int          thumbnail;
  guint        index;
  double       zoom;         /* 0 = fits */
  gboolean     stale;        /* the texture is of another page, or of another size */
};

G_DEFINE_FINAL_TYPE (TlPageView, tl_page_view, GTK_TYPE_WIDGET)

/* The queue. */

struct _TlPageQueue {
  GQueue   waiting;   /* TlPageView, borrowed: a view leaves when it goes */
  gboolean busy;
};

static void start_next (TlPageQueue *queue);
static gboolean get_pixels (TlPageView *self, int *width, int *height);

TlPageQueue *
tl_page_queue_new (void)
{
  TlPageQueue *queue = g_rc_box_new0 (TlPageQueue);

  g_queue_init (&queue->waiting);
  return queue;
}

TlPageQueue *
tl_page_queue_ref (TlPageQueue *queue)
{
  return g_rc_box_acquire (queue);
}

static void
queue_clear (gpointer data)
{
  g_queue_clear (&((TlPageQueue *) data)->waiting);
}

void
tl_page_queue_unref (TlPageQueue *queue)
{
  g_rc_box_release_full (queue, queue_clear);
}

gboolean
tl_page_queue_is_idle (TlPageQueue *queue)
{
  return !queue->busy && g_queue_is_empty (&queue->waiting);
}

/* What a view wanted when its page began to be drawn. */
typedef struct {
  TlPageQueue *queue;
  TlPageView  *view;
  TlPrintout  *printout;
  guint        index;
  int          width, height;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  tl_page_queue_unref (wanted->queue);
  g_object_unref (wanted->view);
  tl_printout_unref (wanted->printout);
  g_free (wanted);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Wanted *wanted = data;
  TlPageView *view = wanted->view;
  g_autoptr (GdkTexture) texture = tl_printout_paint_finish (result, NULL);
  int width, height;

  wanted->queue->busy = FALSE;
  if (texture != NULL && view->printout == wanted->printout && view->index == wanted->index) {
    g_set_object (&view->texture, texture);
    view->stale = !get_pixels (view, &width, &height) || width != wanted->width ||
                  height != wanted->height;
    if (view->stale && gtk_widget_get_mapped (GTK_WIDGET (view)) &&
        g_queue_find (&wanted->queue->waiting, view) == NULL)
      g_queue_push_tail (&wanted->queue->waiting, view);
    gtk_widget_queue_draw (GTK_WIDGET (view));
  }
  start_next (wanted->queue);
  wanted_free (wanted);
}

static void
start_next (TlPageQueue *queue)
{
  TlPageView *view;

  while (!queue->busy && (view = g_queue_pop_head (&queue->waiting)) != NULL) {
    Wanted *wanted;
    int width, height;

    if (!view->stale || !get_pixels (view, &width, &height))
      continue;
    wanted = g_new0 (Wanted, 1);
    *wanted = (Wanted) { tl_page_queue_ref (queue), g_object_ref (view),
                         tl_printout_ref (view->printout), view->index, width, height };
    queue->busy = TRUE;
    tl_printout_paint (view->printout, view->index, width, height, NULL, painted_cb, wanted);
  }
}

static void
want (TlPageView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->printout == NULL || !self->stale)
    return;
  if (g_queue_find (&self->queue->waiting, self) == NULL) {
    if (self->thumbnail > 0)
      g_queue_push_tail (&self->queue->waiting, self);
    else
      g_queue_push_head (&self->queue->waiting, self);
  }
  start_next (self->queue);
}

/* Where the page is. */

static void
get_page_size (TlPageView *self,
               double     *width,
               double     *height)
{
  tl_pages_page_size (tl_printout_get_pages (self->printout), self->index, width, height);
}

/* Widget pixels for each point of the page. */
static double
get_scale (TlPageView *self)
{
  double width, height;

  get_page_size (self, &width, &height);
  if (self->thumbnail > 0)
    return self->thumbnail / MAX (width, height);
  if (self->zoom > 0)
    return self->zoom * PER_POINT;
  return MAX (0.01, MIN ((gtk_widget_get_width (GTK_WIDGET (self)) - 2 * AROUND) / width,
                         (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * AROUND) / height));
}

static graphene_rect_t
get_paper (TlPageView *self)
{
  double width, height, scale = get_scale (self);

  get_page_size (self, &width, &height);
  width = round (width * scale);
  height = round (height * scale);
  return GRAPHENE_RECT_INIT ((float) floor ((gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2),
                             (float) floor ((gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2),
                             (float) width, (float) height);
}

/* FALSE when there is nothing to paint, or no place to. */
static gboolean
get_pixels (TlPageView *self,
            int        *width,
            int        *height)
{
  int device = MAX (gtk_widget_get_scale_factor (GTK_WIDGET (self)), 1);
  graphene_rect_t paper;
  double shrunk;

  if (self->printout == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return FALSE;
  paper = get_paper (self);
  shrunk = MIN (1, sqrt (MOST_PIXELS / ((double) paper.size.width * paper.size.height
                                        * device * device)));
  *width = MAX (1, (int) (paper.size.width * device * shrunk));
  *height = MAX (1, (int) (paper.size.height * device * shrunk));
  return TRUE;
}

/* The widget. */

static void
tl_page_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TlPageView *self = TL_PAGE_VIEW (widget);
  double width, height, size = 0;

  if (self->printout != NULL && (self->thumbnail > 0 || self->zoom > 0)) {
    double scale = get_scale (self);

    get_page_size (self, &width, &height);
    size = round ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * scale)
           + (self->thumbnail > 0 ? 0 : 2 * AROUND);
  }
  *minimum = *natural = (int) size;
}

static void
tl_page_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TlPageView *self = TL_PAGE_VIEW (widget);
  int wide, high;

  if (get_pixels (self, &wide, &high) &&
      (self->texture == NULL || gdk_texture_get_width (self->texture) != wide ||
       gdk_texture_get_height (self->texture) != high))
    self->stale = TRUE;
  want (self);
}

static void
tl_page_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_page_view_parent_class)->map (widget);
  want (TL_PAGE_VIEW (widget));
}

static void
tl_page_view_unmap (GtkWidget *widget)
{
  g_queue_remove (&TL_PAGE_VIEW (widget)->queue->waiting, widget);
  GTK_WIDGET_CLASS (tl_page_view_parent_class)->unmap (widget);
}

static void
tl_page_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TlPageView *self = TL_PAGE_VIEW (widget);
  const GdkRGBA white = { 1, 1, 1, 1 }, shade = { 0, 0, 0, 0.28f };
  graphene_rect_t paper;
  GskRoundedRect outline;

  if (self->printout == NULL)
    return;
  paper = get_paper (self);
  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 1,
                                     self->thumbnail > 0 ? 3 : 7);
  gtk_snapshot_append_color (snapshot, &white, &paper);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &paper);
}

static void
tl_page_view_dispose (GObject *object)
{
  TlPageView *self = TL_PAGE_VIEW (object);

  if (self->queue != NULL)
    g_queue_remove (&self->queue->waiting, self);
  g_clear_pointer (&self->queue, tl_page_queue_unref);
  g_clear_pointer (&self->printout, tl_printout_unref);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (tl_page_view_parent_class)->dispose (object);
}

static void
tl_page_view_class_init (TlPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_page_view_dispose;
  widget_class->measure = tl_page_view_measure;
  widget_class->size_allocate = tl_page_view_size_allocate;
  widget_class->map = tl_page_view_map;
  widget_class->unmap = tl_page_view_unmap;
  widget_class->snapshot = tl_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_page_view_init (TlPageView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
}

GtkWidget *
tl_page_view_new (TlPageQueue *queue,
                  int          thumbnail)
{
  TlPageView *self = g_object_new (TL_TYPE_PAGE_VIEW, NULL);

  self->queue = tl_page_queue_ref (queue);
  self->thumbnail = thumbnail;
  return GTK_WIDGET (self);
}

void
tl_page_view_set_page (TlPageView *self,
                       TlPrintout *printout,
                       guint       index)
{
  g_return_if_fail (TL_IS_PAGE_VIEW (self));

  if (printout != NULL && tl_printout_n_pages (printout) <= index)
    printout = NULL;
  if (self->printout == printout && self->index == index)
    return;
  g_clear_pointer (&self->printout, tl_printout_unref);
  self->printout = printout != NULL ? tl_printout_ref (printout) : NULL;
  self->index = index;
  self->stale = TRUE;
  if (printout == NULL || self->thumbnail > 0)
    g_clear_object (&self->texture);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  want (self);
}

void
tl_page_view_set_zoom (TlPageView *self,
                       double      zoom)
{
  g_return_if_fail (TL_IS_PAGE_VIEW (self));

  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  self->stale = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
tl_page_view_get_zoom (TlPageView *self)
{
  g_return_val_if_fail (TL_IS_PAGE_VIEW (self), 0);

  return self->printout != NULL ? get_scale (self) / PER_POINT : 0;
}

gboolean
tl_page_view_is_drawn (TlPageView *self)
{
  g_return_val_if_fail (TL_IS_PAGE_VIEW (self), FALSE);

  return self->printout != NULL && self->texture != NULL && !self->stale;
}
