/* picture-job.c - a chart as a picture, made in another thread. */
#include "app/picture-job.h"

#include <math.h>

#include "document/xml-read.h"
#include "layout/layout.h"
#include "render/painter.h"
#include "render/sink-cairo.h"

#define SQUARE 8   /* pixels of the pattern that stands for nothing */

void
tl_picture_free (TlPicture *picture)
{
  if (picture == NULL)
    return;

  g_clear_pointer (&picture->bytes, g_bytes_unref);
  g_free (picture);
}

/* A chart of its own, laid out. */
typedef struct {
  TlChart        *chart;
  TlTextMeasurer *measurer;
  TlLayout       *layout;
  TlMarks        *marks;      /* NULL: no overlay */
} Sheet;

static void
sheet_clear (Sheet *sheet)
{
  g_clear_pointer (&sheet->marks, tl_marks_free);
  g_clear_pointer (&sheet->layout, tl_layout_free);
  g_clear_pointer (&sheet->measurer, tl_text_measurer_free);
  g_clear_pointer (&sheet->chart, tl_chart_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
sheet_mark (Sheet                 *sheet,
            const TlPictureChoice *choice)
{
  TlId role = choice->role != NULL ? tl_chart_find (sheet->chart, choice->role) : TL_ID_NONE;

  if (choice->overlay != TL_OVERLAY_NONE)
    sheet->marks = tl_marks_new (tl_overlay_new (sheet->chart, choice->overlay, role,
                                                 choice->today),
                                 tl_layout_scene (sheet->layout),
                                 tl_text_measurer_measure (sheet->measurer), TRUE);
}

/* All that is shown. */
static TlBox
sheet_page (const Sheet *sheet)
{
  return sheet->marks != NULL ? sheet->marks->page : tl_layout_scene (sheet->layout)->page;
}

static gboolean
sheet_init (Sheet                  *sheet,
            const char             *xml,
            gsize                   length,
            const TlPictureChoice  *choice,
            GError                **error)
{
  const TlLayoutOptions options = { TRUE, TRUE, choice->titles };
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();

  sheet->chart = tl_xml_read (xml, length, "", problems);
  if (sheet->chart == NULL) {
    const TlReadProblem *problem = g_ptr_array_index (problems, 0);

    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, problem->message);
    return FALSE;
  }
  sheet->measurer = tl_text_measurer_new (NULL);
  sheet->layout = tl_layout_new (sheet->chart, tl_text_measurer_measure (sheet->measurer),
                                 &options);
  sheet_mark (sheet, choice);
  return TRUE;
}

TlPicture *
tl_picture_make (const char             *xml,
                 gsize                   length,
                 const TlPictureChoice  *choice,
                 GError                **error)
{
  g_auto (Sheet) sheet = { NULL };
  g_autofree char *text = g_strndup (xml, length);
  g_autoptr (TlPicture) picture = g_new0 (TlPicture, 1);
  TlExportOptions options = {
    .theme = tl_theme_get (choice->theme),
    .scale = choice->scale,
    .bare = !choice->background,
    .xml = choice->format == TL_EXPORT_SVG ? text : NULL,
  };

  if (!sheet_init (&sheet, xml, length, choice, error))
    return NULL;
  options.chart = sheet.chart;
  options.title = tl_chart_info (sheet.chart)->title;
  options.marks = sheet.marks;
  picture->page_width = sheet_page (&sheet).w;
  picture->page_height = sheet_page (&sheet).h;
  picture->bytes = tl_export_bytes (choice->format, tl_layout_scene (sheet.layout), sheet.measurer,
                                    &options, error);
  return picture->bytes != NULL ? g_steal_pointer (&picture) : NULL;
}

static void
set_colour (cairo_t *cr,
            TlColour colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
paint_squares (cairo_t *cr,
               int      width,
               int      height)
{
  set_colour (cr, 0xc8c8c8);
  cairo_paint (cr);
  set_colour (cr, 0xb4b4b4);
  for (int y = 0; y * SQUARE < height; y++) {
    for (int x = y % 2; x * SQUARE < width; x += 2)
      cairo_rectangle (cr, x * SQUARE, y * SQUARE, SQUARE, SQUARE);
  }
  cairo_fill (cr);
}

static GBytes *
paint_preview (const Sheet           *sheet,
               const TlPictureChoice *choice,
               int                    width,
               int                    height,
               double                 scale)
{
  const TlScene *scene = tl_layout_scene (sheet->layout);
  const TlPaintOptions paint = { .theme = tl_theme_get (choice->theme), .marks = sheet->marks };
  TlBox page = sheet_page (sheet);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GBytes *bytes;

  if (choice->background) {
    set_colour (cr, paint.theme->page);
    cairo_paint (cr);
  } else {
    paint_squares (cr, width, height);
  }
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -page.x, -page.y);
  {
    g_autoptr (TlSink) sink = tl_sink_cairo_new (cr, sheet->measurer, TL_TEXT_FINE);

    tl_paint_scene (scene, sink, &paint);
  }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * (gsize) height);
  cairo_surface_destroy (surface);
  return bytes;
}

TlPicture *
tl_picture_preview (const char             *xml,
                    gsize                   length,
                    const TlPictureChoice  *choice,
                    int                     width,
                    int                     height,
                    GError                **error)
{
  g_auto (Sheet) sheet = { NULL };
  TlPicture *picture;
  TlBox page;
  double scale;

  if (!sheet_init (&sheet, xml, length, choice, error))
    return NULL;
  page = sheet_page (&sheet);
  scale = MIN (width / page.w, height / page.h);
  picture = g_new0 (TlPicture, 1);
  picture->width = CLAMP ((int) floor (page.w * scale), 1, width);
  picture->height = CLAMP ((int) floor (page.h * scale), 1, height);
  picture->page_width = page.w;
  picture->page_height = page.h;
  picture->bytes = paint_preview (&sheet, choice, picture->width, picture->height, scale);
  return picture;
}

/* In a thread. */

typedef struct {
  char           *xml;
  gsize           length;
  char           *role;     /* the choice's */
  TlPictureChoice choice;
  int             width, height;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->xml);
  g_free (job->role);
  g_free (job);
}

static void
thread_cb (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  TlPicture *picture;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (job->width > 0)
    picture = tl_picture_preview (job->xml, job->length, &job->choice, job->width, job->height,
                                  &error);
  else
    picture = tl_picture_make (job->xml, job->length, &job->choice, &error);
  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) tl_picture_free);
  else
    g_task_return_error (task, error);
}

void
tl_picture_begin (char                  *xml,
                  gsize                  length,
                  const TlPictureChoice *choice,
                  int                    width,
                  int                    height,
                  GCancellable          *cancellable,
                  GAsyncReadyCallback    done,
                  gpointer               data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);
  Job *job = g_new0 (Job, 1);

  job->xml = xml;
  job->length = length;
  job->choice = *choice;
  job->choice.role = job->role = g_strdup (choice->role);
  job->width = width;
  job->height = height;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, thread_cb);
}

TlPicture *
tl_picture_finish (GAsyncResult  *result,
                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
