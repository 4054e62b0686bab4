/* page-text.c - the texts of printed pages, laid out and measured. */
#include "report/page-private.h"

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

PangoLayoutIter *
tl_layout_line_iter (PangoLayout *layout,
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
  PangoLayoutIter *iter = tl_layout_line_iter (layout, first, &top);

  for (guint i = 1; i < n; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_yrange (iter, &y, &bottom);
  pango_layout_iter_free (iter);
  return (double) (bottom - top) / PANGO_SCALE;
}
