/* intake-job.c - a table of measurements read and planned in another thread. */
#include "app/intake-job.h"

typedef struct {
  char            *path;
  GBytes          *bytes;
  TlCsv           *csv;
  TlCsvStyle       style;
  TlIntakeTargets *targets;
  TlIntakeChoice   choice;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->csv, tl_csv_unref);
  tl_intake_targets_unref (job->targets);
  tl_intake_choice_clear (&job->choice);
  g_free (job);
}

void
tl_intake_result_free (TlIntakeResult *result)
{
  g_bytes_unref (result->bytes);
  tl_csv_unref (result->csv);
  tl_intake_plan_free (result->plan);
  g_free (result);
}

static gboolean
read_table (Job     *job,
            GError **error)
{
  gconstpointer data;
  gsize length;

  if (job->bytes == NULL)
    job->bytes = tl_csv_load (job->path, error);
  if (job->bytes == NULL)
    return FALSE;
  if (job->csv == NULL) {
    data = g_bytes_get_data (job->bytes, &length);
    job->csv = tl_csv_read (data, length, &job->style, error);
  }
  return job->csv != NULL;
}

static void
thread_cb (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  TlIntakeResult *result;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (!read_table (job, &error)) {
    g_task_return_error (task, error);
    return;
  }
  result = g_new0 (TlIntakeResult, 1);
  result->bytes = g_bytes_ref (job->bytes);
  result->csv = tl_csv_ref (job->csv);
  result->plan = tl_intake_plan (job->csv, job->targets, &job->choice);
  g_task_return_pointer (task, result, (GDestroyNotify) tl_intake_result_free);
}

void
tl_intake_begin (const char           *path,
                 GBytes               *bytes,
                 TlCsv                *csv,
                 const TlCsvStyle     *style,
                 TlIntakeTargets      *targets,
                 const TlIntakeChoice *choice,
                 GCancellable         *cancellable,
                 GAsyncReadyCallback   done,
                 gpointer              data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->csv = csv != NULL ? tl_csv_ref (csv) : NULL;
  job->style = *style;
  job->targets = tl_intake_targets_ref (targets);
  tl_intake_choice_copy (&job->choice, choice);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, thread_cb);
}

TlIntakeResult *
tl_intake_finish (GAsyncResult  *result,
                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
