/* document.c - a chart in the world. */
#include "document/document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/document-private.h"
#include "document/template.h"
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "model/ops.h"

struct _TlDocument {
  GObject      parent_instance;

  /* Owned */
  TlChart     *chart;
  char        *path;            /* NULL: never saved */
  TlKeeper    *keeper;          /* of the journal; NULL = none is kept */

  /* State */
  TlFileStamp  stamp;           /* of the file when read or saved */
  guint64      saved_version;   /* of the chart when read or saved */
  gboolean     was_modified;    /* as last told */
  gboolean     was_trouble;     /* told already */
};

enum { PROP_0, PROP_PATH, PROP_MODIFIED, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, TROUBLE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlDocument, tl_document, G_TYPE_OBJECT)

static void
tell_modified (TlDocument *self)
{
  gboolean modified = tl_document_get_modified (self);

  if (modified == self->was_modified)
    return;
  self->was_modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

static void
note_change (TlDocument *self)
{
  g_autoptr (GError) error = NULL;

  if (self->keeper == NULL || tl_keeper_note (self->keeper, self->chart, &error) ||
      self->was_trouble)
    return;
  self->was_trouble = TRUE;
  g_signal_emit (self, signals[TROUBLE], 0, error->message);
}

/* The journal comes first: whatever those who listen do, the change is safe. */
static void
chart_changed_cb (TlChart    *chart,
                  const TlId *touched,
                  guint       n_touched,
                  gpointer    data)
{
  TlDocument *self = data;

  note_change (self);
  g_signal_emit (self, signals[CHANGED], 0, touched, n_touched);
  tell_modified (self);
}

static void
tl_document_finalize (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  g_clear_pointer (&self->keeper, tl_keeper_free);
  tl_chart_free (self->chart);
  g_free (self->path);

  G_OBJECT_CLASS (tl_document_parent_class)->finalize (object);
}

static void
tl_document_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlDocument *self = TL_DOCUMENT (object);

  switch (id) {
  case PROP_PATH:
    g_value_set_string (value, self->path);
    break;
  case PROP_MODIFIED:
    g_value_set_boolean (value, tl_document_get_modified (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
tl_document_class_init (TlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_document_finalize;
  object_class->get_property = tl_document_get_property;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[TROUBLE] = g_signal_new ("trouble", TL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tl_document_init (TlDocument *self)
{
}

TlDocument *
tl_document_new (TlChart *chart)
{
  TlDocument *self = g_object_new (TL_TYPE_DOCUMENT, NULL);

  self->chart = chart;
  self->saved_version = tl_chart_version (chart);
  tl_chart_set_notify (chart, chart_changed_cb, self);
  return self;
}

TlDocument *
tl_document_new_blank (const char *title)
{
  TlChart *chart = tl_template_blank (title);
  TlChartInfo *info = tl_chart_edit (chart, tl_chart_info (chart)->head.id);

  tl_text_set (&info->title, title);
  tl_text_set (&info->service, title);
  info->created = tl_template_today ();
  tl_chart_settle (chart);
  return tl_document_new (chart);
}

void
tl_document_sign (TlDocument *self,
                  const char *author,
                  const char *currency)
{
  TlChartInfo *info;

  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (self->keeper == NULL && !tl_chart_can_undo (self->chart));

  tl_chart_begin (self->chart, "");
  info = tl_chart_edit (self->chart, tl_chart_info (self->chart)->head.id);
  if (author != NULL)
    tl_text_set (&info->author, author);
  if (currency != NULL)
    tl_text_set (&info->currency, currency);
  tl_chart_settle (self->chart);
  self->saved_version = tl_chart_version (self->chart);
}

TlDocument *
tl_document_open (const char *path,
                  GPtrArray  *problems)
{
  TlFileStamp stamp = { 0 };
  TlChart *chart = tl_xml_read_file (path, &stamp, problems);
  TlDocument *self;

  if (chart == NULL)
    return NULL;
  self = tl_document_new (chart);
  self->path = g_strdup (path);
  self->stamp = stamp;
  return self;
}

TlDocument *
tl_document_new_rescued (TlChart           *chart,
                         const char        *path,
                         const TlFileStamp *stamp,
                         guint64            saved_version,
                         TlKeeper          *keeper)
{
  TlDocument *self = tl_document_new (chart);

  self->path = g_strdup (path);
  self->stamp = *stamp;
  self->saved_version = saved_version;
  self->was_modified = tl_document_get_modified (self);
  self->keeper = keeper;
  return self;
}

void
tl_document_keep (TlDocument *self,
                  const char *folder)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  if (self->keeper == NULL)
    self->keeper = tl_keeper_new (folder, self->chart, self->path, &self->stamp);
}

void
tl_document_leave (TlDocument *self)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  if (self->keeper != NULL)
    tl_keeper_leave (self->keeper);
}

TlChart *
tl_document_get_chart (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->chart;
}

const char *
tl_document_get_path (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->path;
}

gboolean
tl_document_get_modified (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return tl_chart_version (self->chart) != self->saved_version;
}

/* The journal begins again.  @text: what the chart says, which it takes; NULL = to be
 * written out here. */
static void
rebase (TlDocument *self,
        char       *text,
        gsize       length)
{
  if (self->keeper == NULL) {
    g_free (text);
    return;
  }
  if (text == NULL)
    text = tl_xml_write (self->chart, &length);
  tl_keeper_rebase (self->keeper, self->chart, text, length, self->path, &self->stamp);
}

void
tl_document_forget_path (TlDocument *self)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  g_clear_pointer (&self->path, g_free);
  memset (&self->stamp, 0, sizeof self->stamp);
  rebase (self, NULL, 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
}

gboolean
tl_document_save (TlDocument  *self,
                  const char  *path,
                  gboolean     force,
                  GError     **error)
{
  const char *target = path != NULL ? path : self->path;
  gboolean same = target != NULL && g_strcmp0 (target, self->path) == 0;
  g_autoptr (GError) trouble = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  TlFileStamp stamp;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  text = tl_xml_write (self->chart, &length);
  if (!tl_save (target, text, length, same && !force ? &self->stamp : NULL, &stamp, &trouble) &&
      !g_error_matches (trouble, TL_SAVE_ERROR, TL_SAVE_ERROR_UNCERTAIN)) {
    g_propagate_error (error, g_steal_pointer (&trouble));
    return FALSE;
  }
  self->stamp = stamp;   /* also when uncertain: the file holds the new bytes then */
  self->saved_version = tl_chart_version (self->chart);
  if (!same) {
    g_free (self->path);
    self->path = g_strdup (target);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
  }
  if (trouble == NULL)
    rebase (self, g_steal_pointer (&text), length);
  tell_modified (self);
  if (trouble == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

gboolean
tl_document_save_copy (TlDocument  *self,
                       const char  *path,
                       GError     **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  text = tl_xml_write (self->chart, &length);
  return tl_save (path, text, length, NULL, NULL, error);
}

TlFileState
tl_document_check_file (TlDocument *self)
{
  TlFileStamp stamp;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), TL_FILE_SAME);

  if (self->path == NULL || !tl_file_stamp_read (self->path, &stamp, NULL) ||
      tl_file_stamp_equal (&stamp, &self->stamp))
    return TL_FILE_SAME;
  return stamp.exists ? TL_FILE_CHANGED : TL_FILE_GONE;
}

void
tl_document_keep_mine (TlDocument *self)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  if (self->path == NULL || !tl_file_stamp_read (self->path, &self->stamp, NULL))
    return;
  self->saved_version = G_MAXUINT64;
  tell_modified (self);
}

void
tl_document_get_stamp (TlDocument  *self,
                       TlFileStamp *stamp)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  *stamp = self->stamp;
}

void
tl_document_reload (TlDocument        *self,
                    const TlChart     *chart,
                    const TlFileStamp *stamp,
                    const char        *label)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  tl_chart_begin (self->chart, label);
  tl_ops_become (self->chart, chart);
  tl_chart_commit (self->chart, NULL);   /* valid, for @chart is */
  self->stamp = *stamp;
  self->saved_version = tl_chart_version (self->chart);
  rebase (self, NULL, 0);
  tell_modified (self);
}
