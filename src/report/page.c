/* page.c - one printed page, as a list of what stands on it. */
#include "report/page-private.h"

static void
mark_clear (gpointer data)
{
  TlPageMark *mark = data;

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
  page->marks = g_array_new (FALSE, TRUE, sizeof (TlPageMark));
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
add_mark (TlPage     *page,
          TlPageMark *mark)
{
  mark->zone = page->zone;
  g_array_append_val (page->marks, *mark);
}

/* What it covers on the page. */
static TlBox
mark_box (const TlPageMark *mark)
{
  TlBox box = mark->box;
  PangoRectangle logical;

  switch (mark->kind) {
  case TL_PAGE_MARK_TEXT:
    pango_layout_get_extents (mark->layout, NULL, &logical);
    box.x += (double) logical.x / PANGO_SCALE;
    box.w = (double) logical.width / PANGO_SCALE;
    box.h = mark->n > 0 ? tl_layout_lines_height (mark->layout, mark->first, mark->n)
                        : (double) logical.height / PANGO_SCALE;
    return box;
  case TL_PAGE_MARK_CIRCLE:
    return (TlBox) { box.x - mark->radius, box.y - mark->radius, 2 * mark->radius,
                     2 * mark->radius };
  case TL_PAGE_MARK_LINE:
    return tl_box_from_corners ((TlPoint) { box.x, box.y },
                                (TlPoint) { box.x + box.w, box.y + box.h });
  case TL_PAGE_MARK_BOX:
  case TL_PAGE_MARK_SCENE:
  case TL_PAGE_MARK_LINK:
  case TL_PAGE_MARK_PLOT:
  case TL_PAGE_MARK_NAME:
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
    const TlPageMark *mark = &g_array_index (page->marks, TlPageMark, i);

    if (mark->zone != zone || mark->kind == TL_PAGE_MARK_NAME)
      continue;
    all = any ? tl_box_union (all, mark_box (mark)) : mark_box (mark);
    any = TRUE;
  }
  return all;
}

/* What the mark's lines say. */
static void
append_words (GString          *words,
              const TlPageMark *mark)
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
    const TlPageMark *mark = &g_array_index (page->marks, TlPageMark, i);

    if (mark->kind == TL_PAGE_MARK_TEXT)
      append_words (words, mark);
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

gboolean
tl_page_is_cut (const TlPage *page)
{
  for (guint i = 0; i < page->marks->len; i++) {
    const TlPageMark *mark = &g_array_index (page->marks, TlPageMark, i);

    if (mark->kind == TL_PAGE_MARK_TEXT && mark->zone == TL_PAGE_INSIDE &&
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
    n += g_array_index (page->marks, TlPageMark, i).kind == TL_PAGE_MARK_TEXT;
  return n;
}

void
tl_page_paste (TlPage       *page,
               const TlPage *piece,
               TlPoint       at)
{
  for (guint i = 0; i < piece->marks->len; i++) {
    TlPageMark mark = g_array_index (piece->marks, TlPageMark, i);

    mark.box.x += at.x;
    mark.box.y += at.y;
    if (mark.layout != NULL)
      g_object_ref (mark.layout);
    mark.name = g_strdup (mark.name);
    add_mark (page, &mark);
  }
}

/* Texts. */

void
tl_page_put_lines (TlPage      *page,
                   PangoLayout *layout,
                   guint        first,
                   guint        n,
                   TlPoint      at,
                   TlColour     colour)
{
  TlPageMark mark = { .kind = TL_PAGE_MARK_TEXT, .box = { at.x, at.y, 0, 0 }, .fill = colour,
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
  TlPageMark mark = { .kind = TL_PAGE_MARK_TEXT, .box = { x, y, 0, 0 }, .fill = colour,
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
  TlPageMark mark = { .kind = TL_PAGE_MARK_BOX, .box = box, .radius = radius, .fill = fill,
                      .edge = edge, .width = width };

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
  TlPageMark mark = { .kind = TL_PAGE_MARK_CIRCLE, .box = { middle.x, middle.y, 0, 0 },
                      .radius = radius, .fill = fill, .edge = edge, .width = width };

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
  TlPageMark mark = { .kind = TL_PAGE_MARK_LINE,
                      .box = { from.x, from.y, to.x - from.x, to.y - from.y },
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
  TlPageMark mark = { .kind = TL_PAGE_MARK_SCENE,
                      .box = { at.x, at.y, part.w * scale, part.h * scale }, .scene = scene,
                      .marks = marks, .part = part, .scale = scale };

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
  TlPageMark mark = { .kind = TL_PAGE_MARK_PLOT,
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
  TlPageMark mark = { .kind = TL_PAGE_MARK_NAME, .box = { 0, y, 0, 0 },
                      .name = g_strdup (name) };

  add_mark (page, &mark);
}

void
tl_page_link (TlPage     *page,
              TlBox       box,
              const char *name)
{
  TlPageMark mark = { .kind = TL_PAGE_MARK_LINK, .box = box, .name = g_strdup (name) };

  add_mark (page, &mark);
}

void
tl_page_add_places (const TlPage *page,
                    GHashTable   *places)
{
  for (guint i = 0; i < page->marks->len; i++) {
    const TlPageMark *mark = &g_array_index (page->marks, TlPageMark, i);

    if (mark->kind == TL_PAGE_MARK_NAME)
      g_hash_table_add (places, mark->name);
  }
}
