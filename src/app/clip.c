/* clip.c - steps on their way to other windows and other programs. */
#include "app/clip.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/fragment.h"
#include "document/xml-read.h"
#include "layout/layout.h"
#include "model/order.h"
#include "render/export.h"

#define MARGIN    16.0   /* chart units around a picture */
#define PNG_SCALE 2.0    /* sharp on a slide */

struct _TlClip {
  GdkContentProvider  parent_instance;
  char               *fragment;   /* owned */
};

G_DEFINE_FINAL_TYPE (TlClip, tl_clip, GDK_TYPE_CONTENT_PROVIDER)

/* The first that a program knows is what it takes. */
static const char * const mime_types[] = {
  TL_FRAGMENT_TYPE, "image/svg+xml", "image/png", "text/plain;charset=utf-8", "text/plain",
};

/* One line for each step, in reading order. */
static GBytes *
make_text (const TlChart *part)
{
  g_autoptr (TlOrder) order = tl_order_new (part);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < order->n_steps; i++) {
    g_autofree char *label =
      g_strdup (TL_CHART_GET (part, STEP, TlStep, order->steps[i])->label);

    g_string_append (text, g_strdelimit (label, "\n", ' '));
    g_string_append_c (text, '\n');
  }
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static TlBox
bounds_of (const TlScene *scene)
{
  TlBox bounds = scene->steps[0].box;

  for (guint i = 0; i < scene->n_steps; i++)
    bounds = tl_box_union (bounds, scene->steps[i].box);
  for (guint i = 0; i < scene->n_connectors; i++)
    bounds = tl_box_union (bounds, scene->connectors[i].bounds);
  for (guint i = 0; i < scene->n_badges; i++)
    bounds = tl_box_union (bounds, scene->badges[i].box);
  return bounds;
}

/* The steps with what hangs on them, without the lanes and phases around them. */
static GBytes *
make_picture (const TlChart   *part,
              const char      *fragment,
              TlExportFormat   format,
              GError         **error)
{
  const TlLayoutOptions layout_options = { FALSE, FALSE, FALSE };
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlLayout) layout = tl_layout_new (part, tl_text_measurer_measure (measurer),
                                               &layout_options);
  TlScene picture = *tl_layout_scene (layout);
  TlExportOptions options = {
    .chart = part, .title = tl_chart_info (part)->title, .xml = fragment,
    .scale = format == TL_EXPORT_PNG ? PNG_SCALE : 1.0,
  };

  picture.n_bands = picture.n_phases = picture.n_lines = 0;
  picture.page = tl_box_grow (bounds_of (&picture), MARGIN);
  return tl_export_bytes (format, &picture, measurer, &options, error);
}

GBytes *
tl_clip_get_bytes (TlClip      *self,
                   const char  *mime_type,
                   GError     **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TlChart) part = NULL;

  g_return_val_if_fail (TL_IS_CLIP (self), NULL);

  if (!g_strv_contains (mime_types, mime_type)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 /* Translators: %s is the name of a type of data, such as image/gif. */
                 _("Steps cannot be copied as %s."), mime_type);
    return NULL;
  }
  if (g_str_equal (mime_type, TL_FRAGMENT_TYPE))
    return g_bytes_new (self->fragment, strlen (self->fragment));
  problems = tl_read_problems_new ();
  part = tl_xml_read (self->fragment, strlen (self->fragment), "", problems);
  g_assert (part != NULL);
  if (g_str_equal (mime_type, "image/svg+xml"))
    return make_picture (part, self->fragment, TL_EXPORT_SVG, error);
  if (g_str_equal (mime_type, "image/png"))
    return make_picture (part, NULL, TL_EXPORT_PNG, error);
  return make_text (part);
}

static GdkContentFormats *
tl_clip_ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_new ((const char **) mime_types, G_N_ELEMENTS (mime_types));
}

static void
written_cb (GObject      *stream,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tl_clip_write_async (GdkContentProvider  *provider,
                     const char          *mime_type,
                     GOutputStream       *stream,
                     int                  priority,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);
  GError *error = NULL;
  GBytes *bytes = tl_clip_get_bytes (TL_CLIP (provider), mime_type, &error);
  gconstpointer start;
  gsize size;

  g_task_set_priority (task, priority);
  if (bytes == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  start = g_bytes_get_data (bytes, &size);
  g_output_stream_write_all_async (stream, start, size, priority, cancellable, written_cb,
                                   g_steal_pointer (&task));
}

static gboolean
tl_clip_write_finish (GdkContentProvider  *provider,
                      GAsyncResult        *result,
                      GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
tl_clip_finalize (GObject *object)
{
  g_free (TL_CLIP (object)->fragment);

  G_OBJECT_CLASS (tl_clip_parent_class)->finalize (object);
}

static void
tl_clip_class_init (TlClipClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_clip_finalize;
  provider_class->ref_formats = tl_clip_ref_formats;
  provider_class->write_mime_type_async = tl_clip_write_async;
  provider_class->write_mime_type_finish = tl_clip_write_finish;
}

static void
tl_clip_init (TlClip *self)
{
}

TlClip *
tl_clip_new (const TlChart *chart,
             const TlId    *steps,
             guint          n_steps)
{
  TlClip *self;

  g_return_val_if_fail (n_steps > 0, NULL);

  self = g_object_new (TL_TYPE_CLIP, NULL);
  self->fragment = tl_fragment_write (chart, steps, n_steps);
  return self;
}
