/* page.c - one printed page, as a list of what stands on it. */
#include "report/page.h"

#include "render/painter.h"
#include "render/sink-cairo.h"

typedef enum { MARK_TEXT, MARK_BOX, MARK_CIRCLE, MARK_LINE, MARK_SCENE, MARK_NAME, MARK_LINK } MarkKind;

typedef struct {
  MarkKind       kind;
  TlBox          box;        /* of a line: from x, y by w, h, which may be negative */
  double         radius, width, dash, scale;
  TlColour       fill, edge;
  PangoLayout   *layout;     /* owned */
  const TlScene *scene;      /* borrowed */
  TlBox          part;
  char          *name;       /* owned */
} Mark;

struct _TlPage {
  /* Owned */
  GArray       *marks;       /* Mark */
  PangoContext *context;

  /* State */
  double        width, height;
  gboolean      bare;
};

typedef struct {
  double size;   /* points */
  gboolean bold;
} Face;

static const Face faces[TL_N_FACES] = {
  [TL_FACE_TITLE] = { 18, TRUE }, [TL_FACE_HEADING] = { 12, TRUE }, [TL_FACE_LARGE] = { 14, TRUE },
  [TL_FACE_BODY] = { 10, FALSE }, [TL_FACE_STRONG] = { 10, TRUE },
  [TL_FACE_NOTE] = { 8, FALSE },
  [TL_FACE_FOOT] = { TL_FACE_SMALLEST, FALSE },
};

static void
mark_clear (gpointer data)
{
  Mark *mark = data;

  g_clear_object (&mark->layout);
  g_clear_pointer (&mark->name, g_free);
}

TlPage *
tl_page_new (double        width,
             double        height,
             PangoContext *context)
{
  TlPage *page = g_new0 (TlPage, 1);

  page->width = width;
  page->height = height;
  page->context = g_object_ref (context);
  page->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  g_array_set_clear_func (page->marks, mark_clear);
  return page;
}

void
tl_page_free (TlPage *page)
{
  if (page == NULL)
    return;
  g_array_unref (page->marks);
  g_object_unref (page->context);
  g_free (page);
}

double
tl_page_width (const TlPage *page)
{
  return page->width;
}

double
tl_page_height (const TlPage *page)
{
  return page->height;
}

void
tl_page_set_bare (TlPage *page)
{
  page->bare = TRUE;
}

gboolean
tl_page_is_bare (const TlPage *page)
{
  return page->bare;
}

/* Texts. */

PangoLayout *
tl_page_layout (const TlPage *page,
                TlFace        face,
                double        width,
                TlAlign       align,
                const char   *text)
{
  static const PangoAlignment alignments[] = {
    [TL_ALIGN_START] = PANGO_ALIGN_LEFT, [TL_ALIGN_CENTRE] = PANGO_ALIGN_CENTER,
    [TL_ALIGN_END] = PANGO_ALIGN_RIGHT,
  };
  PangoLayout *layout = pango_layout_new (page->context);
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (page->context));

  pango_font_description_set_size (font, (int) (faces[face].size * PANGO_SCALE));
  pango_font_description_set_weight (font, faces[face].bold ? PANGO_WEIGHT_BOLD
                                                            : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (width > 0) {
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  }
  pango_layout_set_alignment (layout, alignments[align]);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
tl_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
tl_page_put (TlPage      *page,
             PangoLayout *layout,
             double       x,
             double       y,
             TlColour     colour)
{
  Mark mark = { .kind = MARK_TEXT, .box = { x, y, 0, 0 }, .fill = colour,
                .layout = g_object_ref (layout) };

  g_array_append_val (page->marks, mark);
}

double
tl_page_text (TlPage     *page,
              TlFace      face,
              TlColour    colour,
              TlBox       place,
              TlAlign     align,
              const char *text)
{
  g_autoptr (PangoLayout) layout = tl_page_layout (page, face, place.w, align, text);
  double x = place.x;

  if (place.w <= 0 && align != TL_ALIGN_START) {
    int width;

    pango_layout_get_size (layout, &width, NULL);
    x -= (double) width / PANGO_SCALE / (align == TL_ALIGN_CENTRE ? 2 : 1);
  }
  tl_page_put (page, layout, x, place.y, colour);
  return tl_layout_height (layout);
}

/* Shapes. */

void
tl_page_box (TlPage   *page,
             TlBox     box,
             double    radius,
             TlColour  fill,
             TlColour  edge,
             double    width)
{
  Mark mark = { .kind = MARK_BOX, .box = box, .radius = radius, .fill = fill, .edge = edge,
                .width = width };

  g_array_append_val (page->marks, mark);
}

void
tl_page_circle (TlPage   *page,
                TlPoint   middle,
                double    radius,
                TlColour  fill,
                TlColour  edge,
                double    width)
{
  Mark mark = { .kind = MARK_CIRCLE, .box = { middle.x, middle.y, 0, 0 }, .radius = radius,
                .fill = fill, .edge = edge, .width = width };

  g_array_append_val (page->marks, mark);
}

void
tl_page_line (TlPage   *page,
              TlPoint   from,
              TlPoint   to,
              TlColour  colour,
              double    width,
              double    dash)
{
  Mark mark = { .kind = MARK_LINE, .box = { from.x, from.y, to.x - from.x, to.y - from.y },
                .fill = TL_NO_COLOUR, .edge = colour, .width = width, .dash = dash };

  g_array_append_val (page->marks, mark);
}

void
tl_page_scene (TlPage        *page,
               const TlScene *scene,
               TlBox          part,
               TlPoint        at,
               double         scale)
{
  Mark mark = { .kind = MARK_SCENE, .box = { at.x, at.y, part.w * scale, part.h * scale },
                .scene = scene, .part = part, .scale = scale };

  g_array_append_val (page->marks, mark);
}

/* Places and links. */

void
tl_page_name (TlPage     *page,
              double      y,
              const char *name)
{
  Mark mark = { .kind = MARK_NAME, .box = { 0, y, 0, 0 }, .name = g_strdup (name) };

  g_array_append_val (page->marks, mark);
}

void
tl_page_link (TlPage     *page,
              TlBox       box,
              const char *name)
{
  Mark mark = { .kind = MARK_LINK, .box = box, .name = g_strdup (name) };

  g_array_append_val (page->marks, mark);
}

void
tl_page_add_places (const TlPage *page,
                    GHashTable   *places)
{
  for (guint i = 0; i < page->marks->len; i++) {
    const Mark *mark = &g_array_index (page->marks, Mark, i);

    if (mark->kind == MARK_NAME)
      g_hash_table_add (places, mark->name);
  }
}

/* Drawing. */

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
trace_mark (cairo_t    *cr,
            const Mark *mark)
{
  cairo_new_path (cr);
  if (mark->kind == MARK_BOX) {
    trace_box (cr, mark->box, mark->radius);
  } else if (mark->kind == MARK_CIRCLE) {
    cairo_arc (cr, mark->box.x, mark->box.y, mark->radius, 0, 2 * G_PI);
  } else {
    cairo_move_to (cr, mark->box.x, mark->box.y);
    cairo_rel_line_to (cr, mark->box.w, mark->box.h);
  }
}

static void
draw_shape (cairo_t    *cr,
            const Mark *mark)
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
draw_scene (cairo_t         *cr,
            const Mark      *mark,
            const TlPageInk *ink)
{
  g_autoptr (TlSink) sink = tl_sink_cairo_new (cr, ink->measurer, TL_TEXT_FAST);
  const TlPaintOptions paint = { .theme = ink->theme, .clip = mark->part };

  cairo_rectangle (cr, mark->box.x, mark->box.y, mark->box.w, mark->box.h);
  cairo_clip (cr);
  cairo_translate (cr, mark->box.x, mark->box.y);
  cairo_scale (cr, mark->scale, mark->scale);
  cairo_translate (cr, -mark->part.x, -mark->part.y);
  tl_paint_scene (mark->scene, sink, &paint);
}

static void
draw_text (cairo_t    *cr,
           const Mark *mark)
{
  set_colour (cr, mark->fill);
  cairo_move_to (cr, mark->box.x, mark->box.y);
  pango_cairo_show_layout (cr, mark->layout);
  cairo_new_path (cr);
}

/* The names are ours: letters, digits and hyphens, which need no quoting. */
static void
draw_place (cairo_t    *cr,
            const Mark *mark)
{
  g_autofree char *what = g_strdup_printf ("name='%s' x=0 y=%d", mark->name, (int) mark->box.y);

  cairo_tag_begin (cr, CAIRO_TAG_DEST, what);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

static void
draw_link (cairo_t         *cr,
           const Mark      *mark,
           const TlPageInk *ink)
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
draw_mark (cairo_t         *cr,
           const Mark      *mark,
           const TlPageInk *ink)
{
  switch (mark->kind) {
  case MARK_TEXT:
    draw_text (cr, mark);
    break;
  case MARK_BOX:
  case MARK_CIRCLE:
  case MARK_LINE:
    draw_shape (cr, mark);
    break;
  case MARK_SCENE:
    draw_scene (cr, mark, ink);
    break;
  case MARK_NAME:
    if (ink->places != NULL)
      draw_place (cr, mark);
    break;
  case MARK_LINK:
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
    draw_mark (cr, &g_array_index (page->marks, Mark, i), ink);
    cairo_restore (cr);
  }
}
