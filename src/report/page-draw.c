/* page-draw.c - a printed page drawn, with its places and links. */
#include "report/page-private.h"

#include "render/painter.h"
#include "render/plot.h"
#include "render/sink-cairo.h"

static void
set_colour (cairo_t  *cr,
            TlColour  colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
trace_box (cairo_t *cr,
           TlBox    box,
           double   radius)
{
  if (radius <= 0) {
    cairo_rectangle (cr, box.x, box.y, box.w, box.h);
    return;
  }
  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.w - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box.x + box.w - radius, box.y + box.h - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x + radius, box.y + box.h - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
trace_mark (cairo_t          *cr,
            const TlPageMark *mark)
{
  cairo_new_path (cr);
  if (mark->kind == TL_PAGE_MARK_BOX) {
    trace_box (cr, mark->box, mark->radius);
  } else if (mark->kind == TL_PAGE_MARK_CIRCLE) {
    cairo_arc (cr, mark->box.x, mark->box.y, mark->radius, 0, 2 * G_PI);
  } else {
    cairo_move_to (cr, mark->box.x, mark->box.y);
    cairo_rel_line_to (cr, mark->box.w, mark->box.h);
  }
}

static void
draw_shape (cairo_t          *cr,
            const TlPageMark *mark)
{
  trace_mark (cr, mark);
  if (mark->fill != TL_NO_COLOUR) {
    set_colour (cr, mark->fill);
    cairo_fill_preserve (cr);
  }
  if (mark->edge != TL_NO_COLOUR && mark->width > 0) {
    set_colour (cr, mark->edge);
    cairo_set_line_width (cr, mark->width);
    cairo_set_dash (cr, &mark->dash, mark->dash > 0 ? 1 : 0, 0);
    cairo_stroke (cr);
  }
  cairo_new_path (cr);
}

static void
draw_scene (cairo_t          *cr,
            const TlPageMark *mark,
            const TlPageInk  *ink)
{
  g_autoptr (TlSink) sink = tl_sink_cairo_new (cr, ink->measurer, TL_TEXT_FAST);
  const TlPaintOptions paint = {
    .theme = ink->theme, .clip = mark->part, .marks = mark->marks,
  };

  cairo_rectangle (cr, mark->box.x, mark->box.y, mark->box.w, mark->box.h);
  cairo_clip (cr);
  cairo_translate (cr, mark->box.x, mark->box.y);
  cairo_scale (cr, mark->scale, mark->scale);
  cairo_translate (cr, -mark->part.x, -mark->part.y);
  tl_paint_scene (mark->scene, sink, &paint);
}

static void
draw_lines (cairo_t          *cr,
            const TlPageMark *mark)
{
  int top;
  PangoLayoutIter *iter = tl_layout_line_iter (mark->layout, mark->first, &top);

  for (guint i = 0; i < mark->n; i++) {
    PangoRectangle logical;

    pango_layout_iter_get_line_extents (iter, NULL, &logical);
    cairo_move_to (cr, mark->box.x + (double) logical.x / PANGO_SCALE,
                   mark->box.y
                   + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
    pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    pango_layout_iter_next_line (iter);
  }
  pango_layout_iter_free (iter);
}

static void
draw_plot (cairo_t          *cr,
           const TlPageMark *mark,
           const TlPageInk  *ink)
{
  g_autoptr (TlSink) sink = tl_sink_cairo_new (cr, ink->measurer, TL_TEXT_FAST);
  const TlPlotPaint paint = { .theme = ink->theme };

  cairo_translate (cr, mark->box.x, mark->box.y);
  cairo_scale (cr, mark->scale, mark->scale);
  tl_plot_paint (mark->plot, sink, &paint);
}

static void
draw_text (cairo_t          *cr,
           const TlPageMark *mark)
{
  set_colour (cr, mark->fill);
  if (mark->n > 0) {
    draw_lines (cr, mark);
    cairo_new_path (cr);
    return;
  }
  cairo_move_to (cr, mark->box.x, mark->box.y);
  pango_cairo_show_layout (cr, mark->layout);
  cairo_new_path (cr);
}

/* The names are ours: letters, digits and hyphens, which need no quoting. */
static void
draw_place (cairo_t          *cr,
            const TlPageMark *mark)
{
  g_autofree char *what = g_strdup_printf ("name='%s' x=0 y=%d", mark->name, (int) mark->box.y);

  cairo_tag_begin (cr, CAIRO_TAG_DEST, what);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

static void
draw_link (cairo_t          *cr,
           const TlPageMark *mark,
           const TlPageInk  *ink)
{
  g_autofree char *what = NULL;

  if (!g_hash_table_contains (ink->places, mark->name))
    return;
  what = g_strdup_printf ("dest='%s' rect=[%d %d %d %d]", mark->name, (int) mark->box.x,
                          (int) mark->box.y, (int) mark->box.w, (int) mark->box.h);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, what);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_mark (cairo_t          *cr,
           const TlPageMark *mark,
           const TlPageInk  *ink)
{
  switch (mark->kind) {
  case TL_PAGE_MARK_TEXT:
    draw_text (cr, mark);
    break;
  case TL_PAGE_MARK_BOX:
  case TL_PAGE_MARK_CIRCLE:
  case TL_PAGE_MARK_LINE:
    draw_shape (cr, mark);
    break;
  case TL_PAGE_MARK_SCENE:
    draw_scene (cr, mark, ink);
    break;
  case TL_PAGE_MARK_PLOT:
    draw_plot (cr, mark, ink);
    break;
  case TL_PAGE_MARK_NAME:
    if (ink->places != NULL)
      draw_place (cr, mark);
    break;
  case TL_PAGE_MARK_LINK:
    if (ink->places != NULL)
      draw_link (cr, mark, ink);
    break;
  default:
    g_assert_not_reached ();
  }
}

void
tl_page_draw (const TlPage    *page,
              cairo_t         *cr,
              const TlPageInk *ink)
{
  for (guint i = 0; i < page->marks->len; i++) {
    cairo_save (cr);
    draw_mark (cr, &g_array_index (page->marks, TlPageMark, i), ink);
    cairo_restore (cr);
  }
}
