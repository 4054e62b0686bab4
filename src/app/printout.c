/* printout.c - the pages of a chart, made and drawn off the main thread. */
#include "app/printout.h"

#include "app/today.h"
#include "document/xml-read.h"

struct _TlPrintout {
  gatomicrefcount count;

  /* Owned */
  TlPages *pages;                   /* NULL: nothing could be made */
  GError  *errors[TL_N_PRINTS];
  GMutex   drawing;                 /* layouts of text are no matter of two threads */
};

TlPrintout *
tl_printout_ref (TlPrintout *printout)
{
  g_atomic_ref_count_inc (&printout->count);
  return printout;
}

void
tl_printout_unref (TlPrintout *printout)
{
  if (!g_atomic_ref_count_dec (&printout->count))
    return;

  for (guint i = 0; i < TL_N_PRINTS; i++)
    g_clear_error (&printout->errors[i]);
  tl_pages_free (printout->pages);
  g_mutex_clear (&printout->drawing);
  g_free (printout);
}

/* Making. */

typedef struct {
  char          *xml;
  gsize          length;
  TlPrintChoice *choice;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->xml);
  tl_print_choice_free (making->choice);
  g_free (making);
}

static TlPrintOptions
get_options (const TlPrintChoice *choice,
             const TlChart       *chart)
{
  TlId role = choice->role != NULL ? tl_chart_find (chart, choice->role) : TL_ID_NONE;

  if (role != TL_ID_NONE && tl_chart_get (chart, role)->kind != TL_RECORD_ROLE)
    role = TL_ID_NONE;
  return (TlPrintOptions) {
    .paper = choice->paper, .turn = choice->turn, .poster = choice->poster, .role = role,
    .black_white = choice->black_white, .today = tl_today (),
  };
}

static TlPrintout *
printout_new (const TlChart       *chart,
              const TlPrintChoice *choice)
{
  TlPrintout *printout = g_new0 (TlPrintout, 1);
  const TlPrintOptions options = get_options (choice, chart);
  TlPrint prints[TL_N_PRINTS];
  GError *errors[TL_N_PRINTS] = { NULL };
  guint n = tl_print_choice_list (choice, prints);

  g_atomic_ref_count_init (&printout->count);
  g_mutex_init (&printout->drawing);
  if (n > 0)
    printout->pages = tl_pages_new_possible (chart, prints, n, &options, errors);
  for (guint i = 0; i < n; i++)
    printout->errors[prints[i]] = errors[i];
  return printout;
}

static void
make_cb (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  const Making *making = data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TlChart) chart = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  problems = tl_read_problems_new ();
  chart = tl_xml_read (making->xml, making->length, "", problems);
  if (chart != NULL)
    g_task_return_pointer (task, printout_new (chart, making->choice),
                           (GDestroyNotify) tl_printout_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s",
                             ((TlReadProblem *) g_ptr_array_index (problems, 0))->message);
}

void
tl_printout_make (char                *xml,
                  gsize                length,
                  const TlPrintChoice *choice,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  done,
                  gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);
  Making *making = g_new0 (Making, 1);

  making->xml = xml;
  making->length = length;
  making->choice = tl_print_choice_copy (choice);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_cb);
}

TlPrintout *
tl_printout_make_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What it says. */

const TlPages *
tl_printout_get_pages (TlPrintout *printout)
{
  return printout->pages;
}

guint
tl_printout_n_pages (TlPrintout *printout)
{
  return printout->pages != NULL ? tl_pages_n_pages (printout->pages) : 0;
}

const GError *
tl_printout_get_error (TlPrintout *printout,
                       TlPrint     print)
{
  g_return_val_if_fail (print < TL_N_PRINTS, NULL);

  return printout->errors[print];
}

/* Drawing. */

void
tl_printout_draw (TlPrintout *printout,
                  guint       index,
                  cairo_t    *cr)
{
  g_return_if_fail (printout->pages != NULL);

  g_mutex_lock (&printout->drawing);
  tl_pages_draw_page (printout->pages, index, cr);
  g_mutex_unlock (&printout->drawing);
}

typedef struct {
  TlPrintout *printout;
  guint       index;
  int         width, height;
} Painting;

static void
painting_free (gpointer data)
{
  Painting *painting = data;

  tl_printout_unref (painting->printout);
  g_free (painting);
}

static void
paint_cb (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  const Painting *p = data;
  double width, height;
  cairo_surface_t *surface;
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;
  cairo_t *cr;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, p->width, p->height);
  tl_pages_page_size (p->printout->pages, p->index, &width, &height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, p->width / width, p->height / height);
  tl_printout_draw (p->printout, p->index, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) p->height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (task, gdk_memory_texture_new (p->width, p->height, GDK_MEMORY_DEFAULT,
                                                       bytes, stride), g_object_unref);
}

void
tl_printout_paint (TlPrintout          *printout,
                   guint                index,
                   int                  width,
                   int                  height,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  done,
                   gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);
  Painting *painting = g_new0 (Painting, 1);

  *painting = (Painting) { tl_printout_ref (printout), index, width, height };
  g_task_set_task_data (task, painting, painting_free);
  g_task_run_in_thread (task, paint_cb);
}

GdkTexture *
tl_printout_paint_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
pdf_cb (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  TlPrintout *printout = data;
  GError *error = NULL;
  GBytes *bytes;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_mutex_lock (&printout->drawing);
  bytes = tl_pages_pdf (printout->pages, &error);
  g_mutex_unlock (&printout->drawing);
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
tl_printout_pdf (TlPrintout          *printout,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  done,
                 gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);

  g_return_if_fail (printout->pages != NULL);

  g_task_set_task_data (task, tl_printout_ref (printout), (GDestroyNotify) tl_printout_unref);
  g_task_run_in_thread (task, pdf_cb);
}

GBytes *
tl_printout_pdf_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
