/* chart-picture.c - a whole chart as a small picture. */
#include "app/chart-picture.h"

#include "layout/layout.h"
#include "render/painter.h"
#include "render/sink-cairo.h"

#define MARGIN     8.0    /* widget pixels around the chart */
#define LEAST_ZOOM 0.34   /* smaller, a chart is but dust */

static void
paint (cairo_t         *cr,
       const TlScene   *scene,
       TlTextMeasurer  *measurer,
       const TlTheme   *theme,
       int              width,
       int              height)
{
  TlPaintOptions options = { .theme = theme };
  double zoom = MIN ((width - 2 * MARGIN) / scene->page.w, (height - 2 * MARGIN) / scene->page.h);
  g_autoptr (TlSink) sink = NULL;

  cairo_set_source_rgb (cr, (theme->page >> 16 & 0xff) / 255.0, (theme->page >> 8 & 0xff) / 255.0,
                        (theme->page & 0xff) / 255.0);
  cairo_paint (cr);
  zoom = CLAMP (zoom, LEAST_ZOOM, 1.0);
  cairo_translate (cr, MAX (MARGIN, (width - scene->page.w * zoom) / 2),
                   MAX (MARGIN, (height - scene->page.h * zoom) / 2));
  cairo_scale (cr, zoom, zoom);
  sink = tl_sink_cairo_new (cr, measurer, TL_TEXT_FINE);
  tl_paint_scene (scene, sink, &options);
}

GdkTexture *
tl_chart_picture_new (const TlChart *chart,
                      int            width,
                      int            height,
                      int            device,
                      gboolean       dark)
{
  const TlLayoutOptions layout_options = { .evidence = TRUE, .satisfaction = TRUE };
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_text_measurer_measure (measurer),
                                               &layout_options);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * device, height * device);
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;
  gsize stride;

  cairo_surface_set_device_scale (surface, device, device);
  cr = cairo_create (surface);
  paint (cr, tl_layout_scene (layout), measurer, tl_theme_get (dark ? TL_THEME_DARK : TL_THEME_LIGHT),
         width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) (height * device));
  texture = gdk_memory_texture_new (width * device, height * device, GDK_MEMORY_DEFAULT, bytes,
                                    stride);
  cairo_surface_destroy (surface);
  return texture;
}
