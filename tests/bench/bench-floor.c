/* bench-floor.c - the same work with nothing of ours in it: bare libxml2, bare system
 * calls, bare Pango, bare cairo on the same boxes, courses and texts.
 */
#include "bench.h"

#include <cairo-pdf.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <unistd.h>

static void
ignore_start (void           *data,
              const xmlChar  *name,
              const xmlChar  *prefix,
              const xmlChar  *uri,
              int             n_namespaces,
              const xmlChar **namespaces,
              int             n_attributes,
              int             n_defaulted,
              const xmlChar **attributes)
{
}

static void
ignore_end (void          *data,
            const xmlChar *name,
            const xmlChar *prefix,
            const xmlChar *uri)
{
}

static void
ignore_characters (void          *data,
                   const xmlChar *text,
                   int            length)
{
}

void
floor_read (BenchWork *work)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC, .startElementNs = ignore_start, .endElementNs = ignore_end,
    .characters = ignore_characters,
  };

  if (xmlSAXUserParseMemory (&handler, NULL, work->bytes, (int) work->length) != 0)
    g_error ("the made chart is no XML");
}

void
floor_save (BenchWork *work)
{
  g_autofree char *path = g_build_filename (work->size->folder, "bare.throughline", NULL);
  g_autofree char *beside = g_strconcat (path, "~", NULL);
  int fd = open (beside, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  gsize done = 0;

  while (fd >= 0 && done < work->length) {
    gssize n = write (fd, work->bytes + done, work->length - done);

    if (n <= 0)
      break;
    done += (gsize) n;
  }
  if (done != work->length || fsync (fd) != 0 || close (fd) != 0 || rename (beside, path) != 0)
    g_error ("cannot save");
}

/* Every text of a scene. */

typedef void (*TextVisitor) (const TlSceneText *text,
                             gpointer           data);

static void
visit (const TlSceneText *text,
       TextVisitor        visitor,
       gpointer           data)
{
  if (text->text != NULL)
    visitor (text, data);
}

static void
visit_texts (const TlScene *scene,
             TextVisitor    visitor,
             gpointer       data)
{
  visit (&scene->title, visitor, data);
  visit (&scene->subtitle, visitor, data);
  visit (&scene->totals, visitor, data);
  for (guint i = 0; i < scene->n_phases; i++)
    visit (&scene->phases[i].name, visitor, data);
  for (guint i = 0; i < scene->n_bands; i++)
    visit (&scene->bands[i].name, visitor, data);
  for (guint i = 0; i < scene->n_evidence; i++)
    visit (&scene->evidence[i].text, visitor, data);
  for (guint i = 0; i < scene->n_steps; i++)
    visit (&scene->steps[i].label, visitor, data);
  for (guint i = 0; i < scene->n_connectors; i++)
    visit (&scene->connectors[i].label, visitor, data);
  for (guint i = 0; i < scene->n_badges; i++)
    visit (&scene->badges[i].text, visitor, data);
}

static void
set_text (PangoLayout       *layout,
          const TlSceneText *text)
{
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Sans");

  pango_font_description_set_absolute_size (font,
                                            tl_text_style_size (text->text->style) * PANGO_SCALE);
  if (tl_text_style_is_bold (text->text->style))
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, text->text->max_width > 0
                                  ? (int) (text->text->max_width * PANGO_SCALE) : -1);
  pango_layout_set_text (layout, text->text->text, -1);
}

static void
measure_text (const TlSceneText *text,
              gpointer           data)
{
  int width, height;

  set_text (data, text);
  pango_layout_get_size (data, &width, &height);
}

static PangoContext *
new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

void
floor_measure (BenchWork *work)
{
  PangoContext *context = new_context ();
  PangoLayout *layout = pango_layout_new (context);

  visit_texts (work->scene, measure_text, layout);
  g_object_unref (layout);
  g_object_unref (context);
}

/* Drawing. */

static void
keep_layout (const TlSceneText *text,
             gpointer           data)
{
  GPtrArray *layouts = data;
  PangoLayout *layout = pango_layout_new (g_ptr_array_index (layouts, 0));

  set_text (layout, text);
  g_ptr_array_add (layouts, layout);
}

typedef struct {
  cairo_t   *cr;
  GPtrArray *layouts;
  guint      next;
  TlBox      clip;
} Drawing;

static void
draw_text (const TlSceneText *text,
           gpointer           data)
{
  Drawing *drawing = data;
  PangoLayout *layout = g_ptr_array_index (drawing->layouts, ++drawing->next);

  if (!tl_box_overlaps (drawing->clip, text->box))
    return;
  cairo_move_to (drawing->cr, text->box.x, text->box.y);
  pango_cairo_show_layout (drawing->cr, layout);
}

static void
draw_box (Drawing *drawing,
          TlBox    box)
{
  if (!tl_box_overlaps (drawing->clip, box))
    return;
  cairo_rectangle (drawing->cr, box.x, box.y, box.w, box.h);
  cairo_set_source_rgb (drawing->cr, 1, 1, 1);
  cairo_fill_preserve (drawing->cr);
  cairo_set_source_rgb (drawing->cr, 0.2, 0.3, 0.4);
  cairo_stroke (drawing->cr);
}

static void
draw_course (Drawing                *drawing,
             const TlScene          *scene,
             const TlSceneConnector *connector)
{
  if (!tl_box_overlaps (drawing->clip, tl_box_grow (connector->bounds, 1)))
    return;
  for (guint k = 0; k < connector->n_points; k++)
    cairo_line_to (drawing->cr, scene->points[connector->first_point + k].x,
                   scene->points[connector->first_point + k].y);
  cairo_stroke (drawing->cr);
}

static void
draw_plainly (BenchWork *work,
              cairo_t   *cr,
              TlBox      clip)
{
  const TlScene *scene = work->scene;
  Drawing drawing = { .cr = cr, .clip = clip };

  /* Kept from run to run, as ours keeps its measures. */
  if (work->layouts == NULL) {
    work->layouts = g_ptr_array_new ();
    g_ptr_array_add (work->layouts, new_context ());
    visit_texts (scene, keep_layout, work->layouts);
  }
  drawing.layouts = work->layouts;
  cairo_set_line_width (cr, 1.5);
  for (guint i = 0; i < scene->n_bands; i++)
    draw_box (&drawing, scene->bands[i].box);
  for (guint i = 0; i < scene->n_evidence; i++)
    draw_box (&drawing, scene->evidence[i].box);
  for (guint i = 0; i < scene->n_connectors; i++)
    draw_course (&drawing, scene, &scene->connectors[i]);
  for (guint i = 0; i < scene->n_steps; i++)
    draw_box (&drawing, scene->steps[i].box);
  for (guint i = 0; i < scene->n_badges; i++)
    draw_box (&drawing, scene->badges[i].box);
  visit_texts (scene, draw_text, &drawing);
}

void
floor_paint (BenchWork *work)
{
  TlBox clip = { work->scene->page.w / 2, 0, 1920, 1080 };
  cairo_t *cr = work->cairo;

  if (cr == NULL) {
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1920, 1080);

    work->cairo = cr = cairo_create (surface);
    cairo_surface_destroy (surface);
  }
  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -clip.x, -clip.y);
  draw_plainly (work, cr, clip);
  cairo_restore (cr);
  cairo_surface_flush (cairo_get_target (cr));
}

static cairo_status_t
swallow (void                *closure,
         const unsigned char *data,
         unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

void
floor_pdf (BenchWork *work)
{
  TlBox page = work->scene->page;
  gsize total = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (swallow, &total, page.w * 0.75,
                                                                  page.h * 0.75);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 0.75, 0.75);
  draw_plainly (work, cr, page);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

void
floor_png (BenchWork *work)
{
  TlBox page = work->scene->page;
  double scale = MIN (1, 30000 / page.w);
  gsize total = 0;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) ceil (page.w * scale),
                                                         (int) ceil (page.h * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  draw_plainly (work, cr, page);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, swallow, &total);
  cairo_surface_destroy (surface);
}

/* SVG with one print for each thing, numbers as the C library writes them. */

static void
print_text (const TlSceneText *text,
            gpointer           data)
{
  for (guint i = 0; i < text->text->n_lines; i++) {
    const TlTextLine *line = &text->text->lines[i];
    g_autofree char *escaped = g_markup_escape_text (text->text->text + line->start, line->length);

    g_string_append_printf (data, "<text x=\"%g\" y=\"%g\">%s</text>\n", text->box.x,
                            text->box.y + text->text->ascent + i * text->text->line_height,
                            escaped);
  }
}

static void
print_box (GString *out,
           TlBox    box)
{
  g_string_append_printf (out, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\"/>\n", box.x,
                          box.y, box.w, box.h);
}

void
floor_svg (BenchWork *work)
{
  const TlScene *scene = work->scene;
  g_autoptr (GString) out = g_string_new ("<svg>\n");

  for (guint i = 0; i < scene->n_bands; i++)
    print_box (out, scene->bands[i].box);
  for (guint i = 0; i < scene->n_evidence; i++)
    print_box (out, scene->evidence[i].box);
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlSceneConnector *connector = &scene->connectors[i];

    g_string_append (out, "<path d=\"");
    for (guint k = 0; k < connector->n_points; k++)
      g_string_append_printf (out, "%c%g %g", k == 0 ? 'M' : 'L',
                              scene->points[connector->first_point + k].x,
                              scene->points[connector->first_point + k].y);
    g_string_append (out, "\"/>\n");
  }
  for (guint i = 0; i < scene->n_steps; i++)
    print_box (out, scene->steps[i].box);
  for (guint i = 0; i < scene->n_badges; i++)
    print_box (out, scene->badges[i].box);
  visit_texts (scene, print_text, out);
  g_string_append (out, "</svg>\n");
}
