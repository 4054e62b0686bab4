/* bench-work.c - our own work, job by job. */
#include "bench.h"

#include "analysis/figures.h"
#include "analysis/finding.h"
#include "document/save.h"
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "layout/arrange.h"
#include "render/export.h"
#include "render/painter.h"
#include "render/sink-cairo.h"

void
bench_read (BenchWork *work)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = tl_xml_read (work->bytes, work->length, "chart", problems);

  g_assert (chart != NULL);
}

void
bench_save (BenchWork *work)
{
  g_autofree char *path = g_build_filename (work->size->folder, "saved.throughline", NULL);
  gsize length;
  g_autofree char *text = tl_xml_write (work->chart, &length);

  if (!tl_save (path, text, length, NULL, NULL, NULL))
    g_error ("cannot save");
}

void
bench_arrange (BenchWork *work)
{
  tl_chart_begin (work->chart, "Arrange");
  tl_arrange (work->chart);
  tl_chart_abort (work->chart);
}

/* All of them, failures off and on, as when nothing is known yet. */
void
bench_figures (BenchWork *work)
{
  g_autoptr (TlFigures) figures = tl_figures_new (work->chart, 740000);

  g_assert (figures->withfail->why_not == NULL);
}

void
bench_rules (BenchWork *work)
{
  g_autoptr (TlFindings) findings = tl_findings_new (work->chart, NULL);

  g_assert (findings->n > 0);
}

/* Nothing known before: no text measured, no font looked up but by the library. */
void
bench_layout (BenchWork *work)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlLayout) layout = tl_layout_new (work->chart, tl_text_measurer_measure (measurer),
                                               NULL);

  g_assert (tl_layout_scene (layout)->n_steps == work->size->n_steps);
}

/* One letter more in a label in the middle of the chart, and back again. */
void
bench_touch (BenchWork *work)
{
  static const char *const labels[] = { "Check the booking", "Check the bookings" };
  const TlStep *lent = TL_CHART_GET (work->chart, STEP, TlStep, work->touched);
  gboolean is_first = g_strcmp0 (lent->label, labels[0]) == 0;
  TlStep *step;

  tl_chart_begin (work->chart, "Rename");
  step = tl_chart_edit (work->chart, work->touched);
  tl_text_set (&step->label, labels[is_first]);
  tl_chart_settle (work->chart);
  tl_layout_touch (work->layout, &work->touched, 1);
  work->scene = tl_layout_scene (work->layout);
}

/* A connector more in the middle of the chart, and gone again. */
void
bench_connect (BenchWork *work)
{
  guint n = tl_chart_n (work->chart, TL_RECORD_STEP);
  guint place = tl_chart_index (work->chart, work->touched);
  TlId touched = work->added;

  tl_chart_begin (work->chart, "Connect");
  if (work->added != TL_ID_NONE) {
    tl_chart_remove (work->chart, work->added);
    work->added = TL_ID_NONE;
  } else {
    TlConnector *connector = (TlConnector *) (void *) tl_record_new (TL_RECORD_CONNECTOR);

    connector->kind = TL_CONNECTOR_FLOW;
    connector->from = work->touched;
    connector->to = tl_chart_nth (work->chart, TL_RECORD_STEP, (place + 7) % n)->id;
    touched = work->added = tl_chart_insert (work->chart, (TlRecord *) connector, TL_ID_NONE,
                                             G_MAXUINT);
  }
  tl_chart_settle (work->chart);
  tl_layout_touch (work->layout, &touched, 1);
  work->scene = tl_layout_scene (work->layout);
}

void
bench_paint (BenchWork *work)
{
  TlPaintOptions options = {
    .theme = tl_theme_get (TL_THEME_LIGHT), .clip = { work->scene->page.w / 2, 0, 1920, 1080 },
  };
  cairo_t *cr = work->cairo;
  TlSink *sink;

  if (cr == NULL) {
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1920, 1080);

    work->cairo = cr = cairo_create (surface);
    cairo_surface_destroy (surface);
  }
  cairo_save (cr);
  cairo_translate (cr, -options.clip.x, -options.clip.y);
  sink = tl_sink_cairo_new (cr, work->measurer, TL_TEXT_FAST);
  tl_paint_scene (work->scene, sink, &options);
  tl_sink_free (sink);
  cairo_restore (cr);
  cairo_surface_flush (cairo_get_target (cr));
}

static void
export_scene (BenchWork     *work,
              TlExportFormat format,
              double         scale)
{
  TlExportOptions options = { .chart = work->chart, .title = "Bench", .scale = scale };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_export_bytes (format, work->scene, work->measurer, &options,
                                              &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
}

void
bench_svg (BenchWork *work)
{
  export_scene (work, TL_EXPORT_SVG, 1);
}

void
bench_pdf (BenchWork *work)
{
  export_scene (work, TL_EXPORT_PDF, 1);
}

/* A page wider than a picture can be is scaled down to fit. */
void
bench_png (BenchWork *work)
{
  export_scene (work, TL_EXPORT_PNG, MIN (1, 30000 / work->scene->page.w));
}
