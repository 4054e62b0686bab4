/* page.c - one printed page, as a list of what stands on it. */
#include "report/page.h"

#include "render/painter.h"
#include "render/plot.h"
#include "render/sink-cairo.h"

typedef enum {
  MARK_TEXT, MARK_BOX, MARK_CIRCLE, MARK_LINE, MARK_SCENE, MARK_PLOT, MARK_NAME, MARK_LINK
} MarkKind;

typedef struct {
  MarkKind       kind;
  TlBox          box;        /* of a line: from x, y by w, h, which may be negative */
  double         radius, width, dash, scale;
  TlColour       fill, edge;
  PangoLayout   *layout;     /* owned */
  guint          first, n;   /* its lines; n 0 = all of them */
  const TlScene *scene;      /* borrowed */
  const TlMarks *marks;      /* borrowed; NULL = no overlay */
  const TlPlot  *plot;       /* borrowed */
  TlBox          part;
  char          *name;       /* owned */
  TlPageZone     zone;
} Mark;

struct _TlPage {
  /* Owned */
  GArray       *marks;       /* Mark */
  PangoContext *context;

  /* State */
  double        width, height;
  gboolean      bare;
  TlPageZone    zone;        /* of the marks to come */
  double        zoom;        /* of the texts to come */
};

typedef struct {
  double size;   /* points */
  gboolean bold;
} Face;

static const Face faces[TL_N_FACES] = {
  [TL_FACE_TITLE] = { 18, TRUE }, [TL_FACE_HEADING] = { 12, TRUE }, [TL_FACE_LARGE] = { 14, TRUE },
  [TL_FACE_BODY] = { 10, FALSE }, [TL_FACE_STRONG] = { 10, TRUE },
  [TL_FACE_SMALL] = { 9, FALSE }, [TL_FACE_LABEL] = { 9, TRUE },
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
  page->zoom = 1;
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
tl_page_set_zoom (TlPage *page,
                  double  zoom)
{
  page->zoom = zoom;
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

void
tl_page_set_zone (TlPage     *page,
                  TlPageZone  zone)
{
  page->zone = zone;
}

/* Takes what the mark owns. */
static void
add_mark (TlPage *page,
          Mark   *mark)
{
  mark->zone = page->zone;
  g_array_append_val (page->marks, *mark);
}

/* What it covers on the page. */
static TlBox
mark_box (const Mark *mark)
{
  TlBox box = mark->box;
  PangoRectangle logical;

  switch (mark->kind) {
  case MARK_TEXT:
    pango_layout_get_extents (mark->layout, NULL, &logical);
    box.x += (double) logical.x / PANGO_SCALE;
    box.w = (double) logical.width / PANGO_SCALE;
    box.h = mark->n > 0 ? tl_layout_lines_height (mark->layout, mark->first, mark->n)
                        : (double) logical.height / PANGO_SCALE;
    return box;
  case MARK_CIRCLE:
    return (TlBox) { box.x - mark->radius, box.y - mark->radius, 2 * mark->radius,
                     2 * mark->radius };
  case MARK_LINE:
    return tl_box_from_corners ((TlPoint) { box.x, box.y },
                                (TlPoint) { box.x + box.w, box.y + box.h });
  case MARK_BOX:
  case MARK_SCENE:
  case MARK_LINK:
  case MARK_PLOT:
  case MARK_NAME:
  default:
    return box;
  }
}

TlBox
tl_page_extents (const TlPage *page,
                 TlPageZone    zone)
{
  TlBox all = { 0, 0, 0, 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < page->marks->len; i++) {
    const Mark *mark = &g_array_index (page->marks, Mark, i);

    if (mark->zone != zone || mark->kind == MARK_NAME)
      continue;
    all = any ? tl_box_union (all, mark_box (mark)) : mark_box (mark);
    any = TRUE;
  }
  return all;
}

/* What the mark's lines say. */
static void
append_words (GString    *words,
              const Mark *mark)
{
  const char *text = pango_layout_get_text (mark->layout);
  guint n = (guint) pango_layout_get_line_count (mark->layout);
  guint end = mark->n > 0 ? MIN (n, mark->first + mark->n) : n;
  const PangoLayoutLine *first = pango_layout_get_line_readonly (mark->layout, (int) mark->first);
  const PangoLayoutLine *last = pango_layout_get_line_readonly (mark->layout, (int) end - 1);

  g_string_append_len (words, text + first->start_index,
                       last->start_index + last->length - first->start_index);
  g_string_append_c (words, '\n');
}

char *
tl_page_words (const TlPage *page)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < page->marks->len; i++) {
    const Mark *mark = &g_array_index (page->marks, Mark, i);

    if (mark->kind == MARK_TEXT)
      append_words (words, mark);
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

gboolean
tl_page_is_cut (const TlPage *page)
{
  for (guint i = 0; i < page->marks->len; i++) {
    const Mark *mark = &g_array_index (page->marks, Mark, i);

    if (mark->kind == MARK_TEXT && mark->zone == TL_PAGE_INSIDE &&
        pango_layout_is_ellipsized (mark->layout))
      return TRUE;
  }
  return FALSE;
}

guint
tl_page_n_texts (const TlPage *page)
{
  guint n = 0;

  for (guint i = 0; i < page->marks->len; i++)
    n += g_array_index (page->marks, Mark, i).kind == MARK_TEXT;
  return n;
}

void
tl_page_paste (TlPage       *page,
               const TlPage *piece,
               TlPoint       at)
{
  for (guint i = 0; i < piece->marks->len; i++) {
    Mark mark = g_array_index (piece->marks, Mark, i);

    mark.box.x += at.x;
    mark.box.y += at.y;
    if (mark.layout != NULL)
      g_object_ref (mark.layout);
    mark.name = g_strdup (mark.name);
    add_mark (page, &mark);
  }
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
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (page->context));

  pango_font_description_set_size (font, (int) (faces[face].size * page->zoom * PANGO_SCALE));
  pango_font_description_set_weight (font, faces[face].bold ? PANGO_WEIGHT_BOLD
                                                            : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (width > 0) {
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  }
  pango_layout_set_alignment (layout, alignments[align]);
  /* Words too long for their line are broken as they are: a hyphen put into an address
   * would be read as a part of it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
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

double
tl_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/* The iterator at a line, and where the line's top is. */
static PangoLayoutIter *
line_iter (PangoLayout *layout,
           guint        line,
           int         *top)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int bottom;

  for (guint i = 0; i < line; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_yrange (iter, top, &bottom);
  return iter;
}

double
tl_layout_lines_height (PangoLayout *layout,
                        guint        first,
                        guint        n)
{
  int top, y, bottom;
  PangoLayoutIter *iter = line_iter (layout, first, &top);

  for (guint i = 1; i < n; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_yrange (iter, &y, &bottom);
  pango_layout_iter_free (iter);
  return (double) (bottom - top) / PANGO_SCALE;
}

void
tl_page_put_lines (TlPage      *page,
                   PangoLayout *layout,
                   guint        first,
                   guint        n,
                   TlPoint      at,
                   TlColour     colour)
{
  Mark mark = { .kind = MARK_TEXT, .box = { at.x, at.y, 0, 0 }, .fill = colour,
                .layout = g_object_ref (layout), .first = first, .n = n };

  add_mark (page, &mark);
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

  add_mark (page, &mark);
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

  if (place.w <= 0 && align != TL_ALIGN_START)
    x -= tl_layout_width (layout) / (align == TL_ALIGN_CENTRE ? 2 : 1);
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

  add_mark (page, &mark);
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

  add_mark (page, &mark);
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

  add_mark (page, &mark);
}

void
tl_page_marked (TlPage        *page,
                const TlScene *scene,
                const TlMarks *marks,
                TlBox          part,
                TlPoint        at,
                double         scale)
{
  Mark mark = { .kind = MARK_SCENE, .box = { at.x, at.y, part.w * scale, part.h * scale },
                .scene = scene, .marks = marks, .part = part, .scale = scale };

  add_mark (page, &mark);
}

void
tl_page_scene (TlPage        *page,
               const TlScene *scene,
               TlBox          part,
               TlPoint        at,
               double         scale)
{
  tl_page_marked (page, scene, NULL, part, at, scale);
}

void
tl_page_plot (TlPage       *page,
              const TlPlot *plot,
              TlPoint       at,
              double        scale)
{
  Mark mark = { .kind = MARK_PLOT,
                .box = { at.x, at.y, plot->width * scale, plot->height * scale },
                .plot = plot, .scale = scale };

  add_mark (page, &mark);
}

/* Places and links. */

void
tl_page_name (TlPage     *page,
              double      y,
              const char *name)
{
  Mark mark = { .kind = MARK_NAME, .box = { 0, y, 0, 0 }, .name = g_strdup (name) };

  add_mark (page, &mark);
}

void
tl_page_link (TlPage     *page,
              TlBox       box,
              const char *name)
{
  Mark mark = { .kind = MARK_LINK, .box = box, .name = g_strdup (name) };

  add_mark (page, &mark);
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
draw_lines (cairo_t    *cr,
            const Mark *mark)
{
  int top;
  PangoLayoutIter *iter = line_iter (mark->layout, mark->first, &top);

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
draw_plot (cairo_t         *cr,
           const Mark      *mark,
           const TlPageInk *ink)
{
  g_autoptr (TlSink) sink = tl_sink_cairo_new (cr, ink->measurer, TL_TEXT_FAST);
  const TlPlotPaint paint = { .theme = ink->theme };

  cairo_translate (cr, mark->box.x, mark->box.y);
  cairo_scale (cr, mark->scale, mark->scale);
  tl_plot_paint (mark->plot, sink, &paint);
}

static void
draw_text (cairo_t    *cr,
           const Mark *mark)
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
  case MARK_PLOT:
    draw_plot (cr, mark, ink);
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
