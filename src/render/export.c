/* export.c - a scene as a file. */
#include "render/export.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "document/save.h"
#include "render/painter.h"
#include "render/pdf.h"
#include "render/sink-cairo.h"
#include "render/sink-svg.h"

/* Points for each chart unit. */
#define POINTS (72.0 / 96.0)

/* Readers refuse pages longer than 200 inches. */
#define MAX_POINTS 14400.0

/* Cairo's pictures have at most this many pixels on a side, and a picture of
 * more pixels than the second number would not fit the memory of most machines. */
#define MAX_SIDE   32767.0
#define MAX_PIXELS 400e6

G_DEFINE_QUARK (tl-export-error-quark, tl_export_error)

static const char *const names[TL_N_EXPORT_FORMATS] = { "svg", "pdf", "png" };

const char *
tl_export_format_name (TlExportFormat format)
{
  g_return_val_if_fail (format < TL_N_EXPORT_FORMATS, NULL);

  return names[format];
}

gboolean
tl_export_format_guess (const char     *path,
                        TlExportFormat *format)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < TL_N_EXPORT_FORMATS; i++) {
    if (g_ascii_strcasecmp (dot + 1, names[i]) == 0) {
      *format = i;
      return TRUE;
    }
  }
  return FALSE;
}

static const TlTheme *
get_theme (const TlExportOptions *options)
{
  return options->theme != NULL ? options->theme : tl_theme_get (TL_THEME_LIGHT);
}

static double
get_scale (const TlExportOptions *options)
{
  return options->scale > 0 ? options->scale : 1;
}

static GBytes *
export_svg (const TlDrawing       *drawing,
            const TlExportOptions *options)
{
  const TlTheme *theme = get_theme (options);
  const TlSvgPage page = {
    .page = drawing->page,
    .scale = get_scale (options),
    .title = options->title != NULL ? options->title : "",
    .ground = options->bare ? TL_NO_COLOUR : theme->page,
    .ink = theme->text,
  };
  g_autoptr (TlSink) sink = tl_sink_svg_new (&page);

  drawing->paint (drawing->data, sink, theme, options->chart);
  return tl_sink_svg_finish (sink, options->xml);
}

/* Paints the page, @scale device units for each chart unit.  The ground reaches a
 * little further: a page may end inside its last pixels. */
static void
paint_page (cairo_t               *cr,
            const TlDrawing       *drawing,
            TlTextMeasurer        *measurer,
            const TlExportOptions *options,
            double                 scale,
            TlTextQuality          quality)
{
  const TlTheme *theme = get_theme (options);
  g_autoptr (TlSink) sink = tl_sink_cairo_new (cr, measurer, quality);
  TlPath ground = { 0 };

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -drawing->page.x, -drawing->page.y);
  tl_path_box (&ground, tl_box_grow (drawing->page, 1 / scale));
  if (!options->bare)
    sink->klass->path (sink, ground.pieces, ground.n, theme->page, NULL);
  drawing->paint (drawing->data, sink, theme, NULL);
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FAILED,
               /* Translators: %s is the drawing library's own message. */
               _("The picture could not be drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

static GBytes *
export_pdf (const TlDrawing        *drawing,
            TlTextMeasurer         *measurer,
            const TlExportOptions  *options,
            GError                **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double scale = POINTS * get_scale (options);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  scale = MIN (scale, MAX_POINTS / MAX (drawing->page.w, drawing->page.h));
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, drawing->page.w * scale,
                                                 drawing->page.h * scale);
  tl_pdf_describe (surface, options->title,
                   options->chart != NULL ? tl_pdf_date (tl_chart_info (options->chart)) : 0);
  cr = cairo_create (surface);
  paint_page (cr, drawing, measurer, options, scale, TL_TEXT_FAST);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
fits_png (const TlDrawing *drawing,
          double           scale)
{
  double w = ceil (drawing->page.w * scale), h = ceil (drawing->page.h * scale);

  return w <= MAX_SIDE && h <= MAX_SIDE && w * h <= MAX_PIXELS;
}

/* In thousandths, rounded down until the picture does fit: sides are whole pixels. */
static double
largest_scale (const TlDrawing *drawing)
{
  double most = MIN (MAX_SIDE / MAX (drawing->page.w, drawing->page.h),
                     sqrt (MAX_PIXELS / (drawing->page.w * drawing->page.h)));
  double thousandths = floor (most * 1000);

  while (thousandths > 0 && !fits_png (drawing, thousandths / 1000))
    thousandths--;
  return thousandths / 1000;
}

static gboolean
check_size (const TlDrawing  *drawing,
            double            scale,
            GError          **error)
{
  double w = ceil (drawing->page.w * scale), h = ceil (drawing->page.h * scale);
  double most;

  if (fits_png (drawing, scale))
    return TRUE;

  most = largest_scale (drawing);
  if (most >= TL_EXPORT_MIN_SCALE)
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_TOO_LARGE,
                 /* Translators: width and height in pixels; the last number is a scale such as
                  * 0.25. */
                 _("A PNG of this chart would have %.0f × %.0f pixels, which is too large. "
                   "Use a scale of %.6g at most, or make an SVG or a PDF."), w, h, most);
  else
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_TOO_LARGE,
                 /* Translators: width and height in pixels. */
                 _("A PNG of this chart would have %.0f × %.0f pixels, which is too large. "
                   "Make an SVG or a PDF."), w, h);
  return FALSE;
}

static GBytes *
export_png (const TlDrawing        *drawing,
            TlTextMeasurer         *measurer,
            const TlExportOptions  *options,
            GError                **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  double scale = get_scale (options);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (!check_size (drawing, scale, error))
    return NULL;

  bytes = g_byte_array_new ();
  surface = cairo_image_surface_create (options->bare ? CAIRO_FORMAT_ARGB32
                                                      : CAIRO_FORMAT_RGB24,
                                        MAX (1, (int) ceil (drawing->page.w * scale)),
                                        MAX (1, (int) ceil (drawing->page.h * scale)));
  cr = cairo_create (surface);
  paint_page (cr, drawing, measurer, options, scale, TL_TEXT_FINE);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
tl_export_drawing (TlExportFormat          format,
                   const TlDrawing        *drawing,
                   TlTextMeasurer         *measurer,
                   const TlExportOptions  *options,
                   GError                **error)
{
  switch (format) {
  case TL_EXPORT_SVG:
    return export_svg (drawing, options);
  case TL_EXPORT_PDF:
    return export_pdf (drawing, measurer, options, error);
  case TL_EXPORT_PNG:
    return export_png (drawing, measurer, options, error);
  case TL_N_EXPORT_FORMATS:
  default:
    g_return_val_if_reached (NULL);
  }
}

/* A scene and what is laid on it. */
typedef struct {
  const TlScene *scene;
  const TlMarks *marks;
} Marked;

static void
paint_scene (gconstpointer  data,
             TlSink        *sink,
             const TlTheme *theme,
             const TlChart *chart)
{
  const Marked *marked = data;
  const TlPaintOptions paint = { .theme = theme, .chart = chart, .marks = marked->marks };

  tl_paint_scene (marked->scene, sink, &paint);
}

GBytes *
tl_export_bytes (TlExportFormat          format,
                 const TlScene          *scene,
                 TlTextMeasurer         *measurer,
                 const TlExportOptions  *options,
                 GError                **error)
{
  const Marked marked = { scene, options->marks };
  const TlDrawing drawing = {
    marked.marks != NULL ? marked.marks->page : scene->page, paint_scene, &marked,
  };

  return tl_export_drawing (format, &drawing, measurer, options, error);
}

gboolean
tl_export_file (const char             *path,
                TlExportFormat          format,
                const TlScene          *scene,
                TlTextMeasurer         *measurer,
                const TlExportOptions  *options,
                GError                **error)
{
  g_autoptr (GBytes) bytes = tl_export_bytes (format, scene, measurer, options, error);
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  return tl_save (path, data, length, NULL, NULL, error);
}
