/* loader.c - brings a chart from the disk, off the main thread.
 *
 * The thread and the main loop share one TlLoad.  What the thread made passes through
 * `loaded`, under the lock; whoever comes for it first takes it.
 */
#include "app/loader.h"

#include "app/editor.h"
#include "document/xml-read.h"
#include "exchange/format.h"

#define SUFFIX ".throughline"

struct _TlLoad {
  gatomicrefcount ref_count;

  /* Owned, never changed */
  TlLoadKind  kind;
  char       *path;
  TlRescue   *rescue;      /* NULL: read @path */

  /* Shared, under the lock */
  GMutex      lock;
  GCond       finished;
  TlLoaded   *loaded;      /* NULL: not there yet, or taken */
  TlLoadStage stage;
  gboolean    cancelled;   /* nobody waits for it any more */

  /* Of the main thread */
  TlLoadDone  done;        /* NULL: nobody yet, cancelled, or taken */
  gpointer    data;
};

void
tl_loaded_free (TlLoaded *loaded)
{
  if (loaded == NULL)
    return;

  /* The layout looks at the chart and the measurer. */
  g_clear_pointer (&loaded->layout, tl_layout_free);
  g_clear_pointer (&loaded->measurer, tl_text_measurer_free);
  g_clear_object (&loaded->document);
  g_clear_pointer (&loaded->report, tl_report_free);
  g_clear_pointer (&loaded->problems, g_ptr_array_unref);
  g_free (loaded);
}

static void
load_unref (TlLoad *load)
{
  if (!g_atomic_ref_count_dec (&load->ref_count))
    return;

  /* Nobody came for what was to be rescued: then it stays to be found again. */
  if (load->rescue != NULL && load->loaded != NULL && load->loaded->document != NULL)
    tl_document_leave (load->loaded->document);
  tl_loaded_free (load->loaded);
  tl_rescue_free (load->rescue);
  g_mutex_clear (&load->lock);
  g_cond_clear (&load->finished);
  g_free (load->path);
  g_free (load);
}

/* In the thread. */

static void
add_problem (TlLoaded     *loaded,
             const char   *path,
             const GError *error)
{
  TlReadProblem *problem = g_new0 (TlReadProblem, 1);

  problem->file = g_filename_display_name (path);
  problem->rule = "X00";
  problem->message = g_strdup (error->message);
  g_ptr_array_add (loaded->problems, problem);
}

/* A file that says it is ours gets the reader that names every fault with its line, even
 * when it is not to be recognised. */
static gboolean
is_foreign (const char  *path,
            GError     **error)
{
  const TlFormat *format = tl_format_for_file (path, error);
  gboolean named_ours = g_str_has_suffix (path, SUFFIX);

  if (format == NULL)
    return !named_ours && !g_error_matches (*error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_FILE);
  if (g_str_equal (format->id, "throughline"))
    return FALSE;
  return format->read != NULL || !named_ours;
}

static void
read_foreign (TlLoaded   *loaded,
              const char *path)
{
  g_autoptr (TlReport) report = tl_report_new ();
  g_autoptr (GError) error = NULL;
  TlChart *chart = tl_format_read_file (path, report, &error);

  if (chart == NULL) {
    add_problem (loaded, path, error);
    return;
  }
  loaded->document = tl_document_new (chart);
  loaded->report = g_steal_pointer (&report);
}

static void
read_chart (TlLoad   *load,
            TlLoaded *loaded)
{
  g_autoptr (GError) error = NULL;

  if (load->rescue != NULL) {
    loaded->document = tl_rescue_restore (load->rescue, loaded->problems);
  } else if (is_foreign (load->path, &error)) {
    if (error != NULL)
      add_problem (loaded, load->path, error);
    else
      read_foreign (loaded, load->path);
  } else {
    loaded->document = tl_document_open (load->path, loaded->problems);
    if (loaded->document != NULL)
      tl_document_get_stamp (loaded->document, &loaded->stamp);
    if (loaded->document != NULL && load->kind == TL_LOAD_TEMPLATE)
      tl_document_forget_path (loaded->document);
  }
}

/* Whether what was read is still wanted. */
static gboolean
begin_laying_out (TlLoad *load)
{
  gboolean wanted;

  g_mutex_lock (&load->lock);
  wanted = !load->cancelled;
  load->stage = TL_LOAD_LAYING_OUT;
  g_mutex_unlock (&load->lock);
  return wanted;
}

static void
prepare (TlLoad   *load,
         TlLoaded *loaded)
{
  g_autofree char *folder = tl_rescue_folder ();

  tl_document_keep (loaded->document, folder);
  loaded->measurer = tl_text_measurer_new (NULL);
  loaded->layout = tl_editor_lay_out (loaded->document, loaded->measurer);
  tl_layout_scene (loaded->layout);
}

static gpointer
work (gpointer data)
{
  TlLoad *load = data;
  TlLoaded *loaded = g_new0 (TlLoaded, 1);

  loaded->problems = tl_read_problems_new ();
  read_chart (load, loaded);
  if (loaded->document != NULL && load->kind != TL_LOAD_AGAIN && begin_laying_out (load))
    prepare (load, loaded);

  g_mutex_lock (&load->lock);
  load->loaded = loaded;
  g_cond_signal (&load->finished);
  g_mutex_unlock (&load->lock);
  return NULL;
}

/* Back in the main thread. */

static TlLoaded *
take (TlLoad *load)
{
  TlLoaded *loaded;

  g_mutex_lock (&load->lock);
  loaded = g_steal_pointer (&load->loaded);
  g_mutex_unlock (&load->lock);
  return loaded;
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  TlLoad *load = data;
  TlLoadDone done = load->done;

  load->done = NULL;
  if (done != NULL)
    done (take (load), load->data);
  load_unref (load);
}

static void
thread_cb (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  work (data);
  g_task_return_boolean (task, TRUE);
}

static TlLoad *
begin (TlLoad *load)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, finished_cb, load);

  g_atomic_ref_count_init (&load->ref_count);
  g_mutex_init (&load->lock);
  g_cond_init (&load->finished);
  g_atomic_ref_count_inc (&load->ref_count);   /* the task's */
  g_task_set_task_data (task, load, NULL);
  g_task_run_in_thread (task, thread_cb);
  return load;
}

TlLoad *
tl_load_new (TlLoadKind  kind,
             const char *path)
{
  TlLoad *load = g_new0 (TlLoad, 1);

  load->kind = kind;
  load->path = g_strdup (path);
  return begin (load);
}

TlLoad *
tl_load_rescue (TlRescue *rescue)
{
  TlLoad *load = g_new0 (TlLoad, 1);

  load->kind = TL_LOAD_FILE;
  load->rescue = rescue;
  return begin (load);
}

void
tl_load_tell (TlLoad     *load,
              TlLoadDone  done,
              gpointer    data)
{
  load->done = done;
  load->data = data;
}

TlLoaded *
tl_load_wait (TlLoad *load,
              guint   milliseconds)
{
  gint64 until = g_get_monotonic_time () + (gint64) milliseconds * 1000;
  TlLoaded *loaded;

  g_mutex_lock (&load->lock);
  while (load->loaded == NULL && g_cond_wait_until (&load->finished, &load->lock, until))
    continue;
  g_mutex_unlock (&load->lock);
  loaded = take (load);
  if (loaded != NULL)
    load->done = NULL;
  return loaded;
}

TlLoadStage
tl_load_stage (TlLoad *load)
{
  TlLoadStage stage;

  g_mutex_lock (&load->lock);
  stage = load->stage;
  g_mutex_unlock (&load->lock);
  return stage;
}

void
tl_load_cancel (TlLoad *load)
{
  load->done = NULL;
  g_mutex_lock (&load->lock);
  load->cancelled = TRUE;
  g_mutex_unlock (&load->lock);
  load_unref (load);
}
