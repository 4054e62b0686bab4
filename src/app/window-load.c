/* window-load.c - what the window shows: a chart, why there is none, or that it is coming. */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/import-report.h"
#include "app/recent.h"
#include "document/xml-read.h"
#include "model/ops.h"

/* Milliseconds.  What is read by then needs no word about it. */
#define AT_ONCE 250
#define PULSE   80
#define FRAMES_AT_MOST 30   /* until the panes are filled, however much there is to draw */

/* Pages. */

/* The rows and fields beside the chart take longer to make than the chart: it is seen
 * first, and they a moment later. */
static void
fill_panes (TlWindow *self)
{
  self->filling = 0;
  tl_outline_set_editor (self->outline, self->editor);
  tl_inspector_set_editor (self->inspector, self->editor);
  tl_progress_strip_set_editor (self->progress_strip, self->editor);
}

static gboolean
fill_panes_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  guint *frames = data;
  TlWindow *self = TL_WINDOW (widget);

  if (++*frames <= FRAMES_AT_MOST && !tl_canvas_is_settled (self->canvas))
    return G_SOURCE_CONTINUE;
  fill_panes (self);
  return G_SOURCE_REMOVE;
}

void
tl_window_fill_panes (TlWindow *self)
{
  if (self->filling == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filling);
  fill_panes (self);
}

static void
empty_panes (TlWindow *self)
{
  if (self->filling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filling);
  self->filling = 0;
  tl_outline_set_editor (self->outline, NULL);
  tl_inspector_set_editor (self->inspector, NULL);
  tl_progress_strip_set_editor (self->progress_strip, NULL);
}

void
tl_window_set_editor (TlWindow *self,
                      TlEditor *editor)
{
  if (self->editor != NULL) {
    g_signal_handlers_disconnect_by_data (self->editor, self);
    g_signal_handlers_disconnect_by_data (tl_editor_get_document (self->editor), self);
    g_signal_handlers_disconnect_by_data (tl_editor_get_selection (self->editor), self);
  }
  tl_window_dismiss_undo (self);
  tl_window_set_overlay_editor (self, NULL);   /* it lends texts from the old one */
  g_set_object (&self->editor, editor);
  tl_window_take_advice (self);
  tl_canvas_set_editor (self->canvas, editor);
  tl_window_set_overlay_editor (self, editor);
  empty_panes (self);
  tl_find_bar_set_editor (self->find_bar, editor);
  tl_minimap_set_editor (self->minimap, editor);
  tl_bottom_pane_set_editor (self->bottom_pane, editor);
  tl_window_watch (self);
  tl_window_set_print_editor (self);
  if (editor == NULL)
    return;
  self->filling = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_panes_cb,
                                                g_new0 (guint, 1), g_free);
  g_signal_connect_object (editor, "changed", G_CALLBACK (tl_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "changed", G_CALLBACK (tl_window_dismiss_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_editor_get_document (editor), "notify",
                           G_CALLBACK (tl_window_update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_editor_get_document (editor), "notify::modified",
                           G_CALLBACK (tl_window_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_editor_get_document (editor), "notify::path",
                           G_CALLBACK (tl_window_watch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_editor_get_document (editor), "trouble",
                           G_CALLBACK (tl_window_say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_editor_get_selection (editor), "changed",
                           G_CALLBACK (tl_window_selection_changed), self, G_CONNECT_SWAPPED);
}

static void
show_editor (TlWindow *self,
             TlEditor *editor)
{
  tl_window_set_editor (self, editor);
  gtk_stack_set_visible_child_name (self->pages, "chart");
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  tl_window_update (self);
}

void
tl_window_show_document (TlWindow   *self,
                         TlDocument *document)
{
  g_autoptr (TlEditor) editor = NULL;
  g_autofree char *folder = tl_rescue_folder ();

  g_return_if_fail (TL_IS_WINDOW (self));

  tl_document_keep (document, folder);
  editor = tl_editor_new (document);
  show_editor (self, editor);
}

static void
show_report (TlWindow        *self,
             const char      *path,
             const GPtrArray *problems)
{
  tl_window_set_editor (self, NULL);
  tl_report_page_show (self->report_page, path, problems);
  gtk_stack_set_visible_child_name (self->pages, "report");
  tl_window_update (self);
}

/* The page that says what is being done. */

static gboolean
pulse_cb (gpointer data)
{
  TlWindow *self = data;
  gboolean reading = tl_load_stage (self->load) == TL_LOAD_READING;

  gtk_progress_bar_pulse (self->loading_bar);
  gtk_label_set_text (self->loading_label, reading ? _("Reading the file")
                                                   : _("Placing steps and connectors"));
  return G_SOURCE_CONTINUE;
}

static void
show_loading (TlWindow *self)
{
  g_autofree char *name = g_filename_display_basename (self->loading_path);
  /* Translators: %s is the name of a file. */
  g_autofree char *title = g_strdup_printf (_("Opening “%s”"), name);

  tl_window_set_editor (self, NULL);
  gtk_label_set_text (self->loading_title, title);
  gtk_widget_set_visible (self->loading_cancel, self->loading_can_stop);
  self->pulse_source = g_timeout_add (PULSE, pulse_cb, self);
  pulse_cb (self);
  gtk_stack_set_visible_child_name (self->pages, "loading");
  tl_window_update (self);
  if (self->loading_can_stop)
    gtk_widget_grab_focus (self->loading_cancel);
}

void
tl_window_stop_load (TlWindow *self)
{
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_pointer (&self->load, tl_load_cancel);
  g_clear_pointer (&self->loading_path, g_free);
}

static void
stop_load_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  if (self->load == NULL)
    return;
  tl_window_stop_load (self);
  gtk_stack_set_visible_child_name (self->pages, "start");
  tl_window_update (self);
}

/* Loading. */

static void
take_loaded (TlWindow *self,
             TlLoaded *loaded)
{
  g_autofree char *path = g_steal_pointer (&self->loading_path);
  g_autoptr (TlEditor) editor = NULL;

  tl_window_stop_load (self);
  if (loaded->document == NULL) {
    show_report (self, path, loaded->problems);
    return;
  }
  editor = tl_editor_new_laid_out (loaded->document, g_steal_pointer (&loaded->measurer),
                                   g_steal_pointer (&loaded->layout));
  show_editor (self, editor);
  if (tl_document_get_path (loaded->document) != NULL) {
    tl_recent_add (path);
    tl_window_check_file (self);
    tl_window_offer_rescue (self);
  }
  if (loaded->report != NULL)
    tl_import_report_show (GTK_WINDOW (self), path, loaded->report);
}

static void
load_done_cb (TlLoaded *loaded,
              gpointer  data)
{
  take_loaded (data, loaded);
  tl_loaded_free (loaded);
}

/* Shows what @load brings, now or when it has come. */
static void
await (TlWindow   *self,
       TlLoad     *load,
       const char *path)
{
  g_autoptr (TlLoaded) loaded = NULL;

  tl_load_tell (load, load_done_cb, self);
  loaded = tl_load_wait (load, AT_ONCE);
  self->load = load;
  self->loading_path = g_strdup (path);
  if (loaded != NULL)
    take_loaded (self, loaded);
  else
    show_loading (self);
}

void
tl_window_take_load (TlWindow   *self,
                     TlLoad     *load,
                     const char *path)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  tl_window_stop_load (self);
  self->loading_can_stop = TRUE;
  await (self, load, path);
}

void
tl_window_load (TlWindow   *self,
                const char *path)
{
  tl_window_take_load (self, tl_load_new (TL_LOAD_FILE, path), path);
}

void
tl_window_load_template (TlWindow   *self,
                         const char *path)
{
  tl_window_take_load (self, tl_load_new (TL_LOAD_TEMPLATE, path), path);
}

/* As a chart of its own, with its history. */
static void
load_rescue (TlWindow *self,
             TlRescue *rescue)
{
  const char *document = tl_rescue_get_document (rescue);
  g_autofree char *name = g_strdup (document != NULL ? document : tl_rescue_get_title (rescue));

  tl_window_stop_load (self);
  self->loading_can_stop = FALSE;
  await (self, tl_load_rescue (rescue), name);
}

/* As one step of the history there is. */
static void
take_in_rescue (TlWindow *self,
                TlRescue *rescue)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = tl_rescue_read (rescue, problems);

  if (chart == NULL) {
    const TlReadProblem *problem = g_ptr_array_index (problems, 0);

    tl_tell (GTK_WINDOW (self), _("The Changes Cannot Be Read"), problem->message);
  } else {
    tl_editor_begin (self->editor, _("Restore Changes"));
    tl_ops_become (tl_editor_get_chart (self->editor), chart);
    if (tl_editor_finish (self->editor, TRUE, NULL))
      tl_rescue_discard (rescue);
  }
  tl_rescue_free (rescue);
}

void
tl_window_restore (TlWindow *self,
                   TlRescue *rescue)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  if (self->editor != NULL &&
      (tl_document_get_modified (tl_editor_get_document (self->editor)) ||
       tl_chart_can_undo (tl_editor_get_chart (self->editor))))
    take_in_rescue (self, rescue);
  else
    load_rescue (self, rescue);
}

gboolean
tl_window_is_loading (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);

  return self->load != NULL;
}

const char *
tl_window_get_path (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  if (self->load != NULL)
    return self->loading_path;
  if (self->editor != NULL)
    return tl_document_get_path (tl_editor_get_document (self->editor));
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "report") == 0)
    return tl_report_page_get_path (self->report_page);
  return NULL;
}

gboolean
tl_window_is_free (TlWindow *self)
{
  TlDocument *document;

  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);

  if (self->load != NULL)
    return FALSE;
  if (self->editor == NULL)
    return TRUE;
  document = tl_editor_get_document (self->editor);
  return tl_document_get_path (document) == NULL && !tl_document_get_modified (document) &&
         tl_chart_n (tl_editor_get_chart (self->editor), TL_RECORD_STEP) == 0;
}

void
tl_window_install_load (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.stop-load", NULL, stop_load_action);
  gtk_widget_class_bind_template_child (klass, TlWindow, loading_title);
  gtk_widget_class_bind_template_child (klass, TlWindow, loading_label);
  gtk_widget_class_bind_template_child (klass, TlWindow, loading_bar);
  gtk_widget_class_bind_template_child (klass, TlWindow, loading_cancel);
}
