/* window-print.c - printing, where the pages of the poster end, and the training page. */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/print-dialog.h"
#include "app/recent.h"
#include "document/save.h"
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "report/training-page.h"

#define SHOW_BREAKS "show-page-breaks"

static const char *
get_path (TlWindow *self)
{
  return tl_document_get_path (tl_editor_get_document (self->editor));
}

static void
update_breaks (TlWindow *self)
{
  gboolean shown = g_settings_get_boolean (self->settings, SHOW_BREAKS);
  g_autoptr (TlPrintChoice) choice = NULL;

  /* Of all that can be chosen, only what the poster is cut by. */
  if (self->print_choice != NULL) {
    choice = tl_print_choice_copy (self->print_choice);
    for (TlPrint print = 0; print < TL_N_PRINTS; print++)
      choice->prints[print] = print == TL_PRINT_POSTER;
    choice->black_white = FALSE;
  }
  tl_page_breaks_set (self->breaks, shown ? self->editor : NULL, choice);
}

static void
chosen_cb (TlPrintDialog *dialog,
           TlWindow      *self)
{
  if (self->editor == NULL)
    return;
  tl_print_choice_free (self->print_choice);
  self->print_choice = tl_print_choice_copy (tl_print_dialog_get_choice (dialog));
  tl_print_choice_remember (self->print_choice, self->settings, get_path (self));
  update_breaks (self);
}

static void
done_cb (TlPrintDialog *dialog,
         const char    *text,
         TlWindow      *self)
{
  tl_window_say (self, text);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlPrintDialog *dialog;

  if (!tl_window_is_ready (self))
    return;
  dialog = tl_print_dialog_new (GTK_WINDOW (self), self->editor, self->print_choice,
                                self->settings);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (dialog, "done", G_CALLBACK (done_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What was chosen goes with the chart when it gets a file, or another one. */
static void
path_changed_cb (TlWindow *self)
{
  g_autoptr (TlPrintChoice) usual = tl_print_choice_recall (self->settings, NULL);

  if (self->editor != NULL && !tl_print_choice_equal (self->print_choice, usual))
    tl_print_choice_remember (self->print_choice, self->settings, get_path (self));
}

void
tl_window_set_print_editor (TlWindow *self)
{
  g_clear_pointer (&self->print_choice, tl_print_choice_free);
  if (self->editor != NULL) {
    self->print_choice = tl_print_choice_recall (self->settings, get_path (self));
    g_signal_connect_object (tl_editor_get_document (self->editor), "notify::path",
                             G_CALLBACK (path_changed_cb), self, G_CONNECT_SWAPPED);
  }
  update_breaks (self);
}

/* The training page: made and saved beside the window, of the chart as it was then. */

typedef struct {
  char *xml, *path;
  gsize length;
} PageJob;

static void
page_job_free (gpointer data)
{
  PageJob *job = data;

  g_free (job->xml);
  g_free (job->path);
  g_free (job);
}

static void
make_page (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  const PageJob *job = data;
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = tl_xml_read (job->xml, job->length, "", problems);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) page = tl_training_page (chart, &error);

  if (page != NULL && tl_save (job->path, g_bytes_get_data (page, NULL), g_bytes_get_size (page),
                               NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
page_made_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  const PageJob *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    text = g_strdup_printf (_("Exported as “%s”"), name);
  else
    text = g_strdup (error->message);
  tl_window_say (TL_WINDOW (source), text);
}

static void
page_chosen_cb (const char *path,
                gpointer    data)
{
  TlWindow *self = data;
  g_autoptr (GTask) task = NULL;
  PageJob *job;

  if (path == NULL || self->editor == NULL)
    return;
  job = g_new0 (PageJob, 1);
  job->path = g_strdup (path);
  job->xml = tl_xml_write (tl_document_get_chart (tl_editor_get_document (self->editor)),
                           &job->length);
  task = g_task_new (self, NULL, page_made_cb, NULL);
  g_task_set_task_data (task, job, page_job_free);
  g_task_run_in_thread (task, make_page);
}

static void
export_page_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autofree char *folder = NULL, *file = NULL;

  if (!tl_window_is_ready (self))
    return;
  folder = get_path (self) != NULL ? g_path_get_dirname (get_path (self)) : NULL;
  file = tl_suggest_file (tl_editor_get_document (self->editor), ".html");
  tl_choose_to_export (GTK_WINDOW (self), folder, file, ".html", page_chosen_cb, self);
}

static void
say_cb (const char *text,
        gpointer    data)
{
  tl_window_say (data, text);
}

void
tl_window_init_print (TlWindow *self)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, SHOW_BREAKS);

  g_action_map_add_action (G_ACTION_MAP (self), action);
  self->breaks = tl_page_breaks_new (self->canvas, say_cb, self);
  g_signal_connect_object (self->settings, "changed::" SHOW_BREAKS, G_CALLBACK (update_breaks),
                           self, G_CONNECT_SWAPPED);
}

void
tl_window_clear_print (TlWindow *self)
{
  g_clear_pointer (&self->breaks, tl_page_breaks_free);
  g_clear_pointer (&self->print_choice, tl_print_choice_free);
}

void
tl_window_install_print (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "win.export-page", NULL, export_page_action);
}
