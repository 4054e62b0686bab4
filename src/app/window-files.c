/* window-files.c - choosing files, dropping them, saving, reverting and closing. */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/export-dialog.h"
#include "app/recent.h"

static void
chosen_to_open_cb (const char *path,
                   gpointer    data)
{
  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (data), "app.open-path", "s", path);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tl_choose_to_open (GTK_WINDOW (widget), chosen_to_open_cb, widget);
}

/* Files dropped on the window open as if they had been chosen; tables go into the chart. */
static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            TlWindow      *self)
{
  GSList *files = g_value_get_boxed (value);
  gboolean any = FALSE;

  for (GSList *item = files; item != NULL; item = item->next) {
    g_autofree char *path = g_file_get_path (item->data);

    if (path == NULL)
      continue;
    if (self->editor != NULL && tl_window_is_table (path))
      tl_window_import_table (self, path);
    else
      gtk_widget_activate_action (GTK_WIDGET (self), "app.open-path", "s", path);
    any = TRUE;
  }
  return any;
}

void
tl_window_init_files (TlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (self->drop_area, GTK_EVENT_CONTROLLER (target));
}

/* Saving. */

static void choose_and_save (TlWindow *self);

static void
finish_saving (TlWindow *self)
{
  tl_recent_add (tl_document_get_path (tl_editor_get_document (self->editor)));
  tl_notice_hide (self->notice, NULL);
  tl_window_update (self);
  if (self->closing)
    gtk_window_close (GTK_WINDOW (self));
}

static void
told_cb (const char *response,
         gpointer    data)
{
  TlWindow *self = data;

  if (g_str_equal (response, "elsewhere") && self->editor != NULL)
    choose_and_save (self);
}

static void
tell_not_saved (TlWindow     *self,
                const GError *error)
{
  const TlResponse responses[] = {
    { "elsewhere", _("Save _Elsewhere…"), ADW_RESPONSE_DEFAULT },
    { "cancel", _("_Close"), ADW_RESPONSE_DEFAULT },
  };

  self->closing = FALSE;
  tl_ask (GTK_WINDOW (self), _("The Chart Was Not Saved"), error->message, responses,
          G_N_ELEMENTS (responses), told_cb, self);
}

static void
conflict_cb (const char *response,
             gpointer    data)
{
  TlWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (self->editor == NULL)
    return;
  if (g_str_equal (response, "elsewhere")) {
    choose_and_save (self);
  } else if (g_str_equal (response, "replace")) {
    if (tl_document_save (tl_editor_get_document (self->editor), NULL, TRUE, &error))
      finish_saving (self);
    else
      tell_not_saved (self, error);
  } else {
    self->closing = FALSE;
  }
}

static void
ask_about_conflict (TlWindow *self)
{
  const TlResponse responses[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "replace", _("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
    { "elsewhere", _("Save _Elsewhere…"), ADW_RESPONSE_SUGGESTED },
  };

  tl_ask (GTK_WINDOW (self), _("The File Was Changed by Another Program"),
          _("Replacing it loses what the other program wrote. Saving elsewhere keeps both."),
          responses, G_N_ELEMENTS (responses), conflict_cb, self);
}

/* @path: NULL = where it was. */
static void
save_to (TlWindow   *self,
         const char *path)
{
  TlDocument *document = tl_editor_get_document (self->editor);
  /* What is gone cannot be lost by writing it anew. */
  gboolean force = path == NULL && tl_document_check_file (document) == TL_FILE_GONE;
  g_autoptr (GError) error = NULL;

  if (tl_document_save (document, path, force, &error))
    finish_saving (self);
  else if (g_error_matches (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CHANGED))
    ask_about_conflict (self);
  else
    tell_not_saved (self, error);
}

static void
chosen_to_save_cb (const char *path,
                   gpointer    data)
{
  TlWindow *self = data;

  if (self->editor == NULL)
    return;
  if (path != NULL)
    save_to (self, path);
  else
    self->closing = FALSE;
}

/* A name for the file: the chart's title, without what no file system likes. */
static char *
suggest_name (TlWindow *self)
{
  const char *path = tl_document_get_path (tl_editor_get_document (self->editor));
  g_autofree char *title = NULL;

  if (path != NULL)
    return g_path_get_basename (path);
  title = g_strdup (tl_chart_info (tl_editor_get_chart (self->editor))->title);
  g_strdelimit (title, "/\\:*?\"<>|\n", '-');
  return g_strconcat (title, ".throughline", NULL);
}

static void
choose_and_save (TlWindow *self)
{
  const char *path = tl_document_get_path (tl_editor_get_document (self->editor));
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *name = suggest_name (self);

  tl_choose_to_save (GTK_WINDOW (self), folder, name, chosen_to_save_cb, self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  if (!tl_window_is_ready (self))
    return;
  if (tl_document_get_path (tl_editor_get_document (self->editor)) != NULL)
    save_to (self, NULL);
  else
    choose_and_save (self);
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  if (tl_window_is_ready (TL_WINDOW (widget)))
    choose_and_save (TL_WINDOW (widget));
}

/* A copy. */

static void
copy_chosen_cb (const char *path,
                gpointer    data)
{
  TlWindow *self = data;
  TlDocument *document = self->editor != NULL ? tl_editor_get_document (self->editor) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (document == NULL || path == NULL)
    return;
  if (g_strcmp0 (path, tl_document_get_path (document)) == 0) {
    save_to (self, NULL);   /* the copy would be the file itself */
    return;
  }
  if (!tl_document_save_copy (document, path, &error)) {
    tl_tell (GTK_WINDOW (self), _("The Copy Was Not Saved"), error->message);
    return;
  }
  tl_recent_add (path);
  name = g_filename_display_basename (path);
  text = g_strdup_printf (_("Saved a copy as “%s”"), name);
  tl_window_say (self, text);
}

/* "hotel (copy).throughline" */
static char *
suggest_copy (TlWindow *self)
{
  g_autofree char *name = suggest_name (self);
  g_autofree char *title = tl_path_title (name);
  /* Translators: %s is the name of a chart. */
  g_autofree char *copy = g_strdup_printf (_("%s (copy)"), title);

  return g_strconcat (copy, ".throughline", NULL);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  const char *path;

  if (!tl_window_is_ready (self))
    return;
  path = tl_document_get_path (tl_editor_get_document (self->editor));
  folder = path != NULL ? g_path_get_dirname (path) : NULL;
  copy = suggest_copy (self);
  tl_choose_to_save (GTK_WINDOW (self), folder, copy, copy_chosen_cb, self);
}

static void
revert_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  if (self->editor != NULL && tl_document_get_path (tl_editor_get_document (self->editor)) != NULL)
    tl_window_ask_to_revert (self);
}

/* A picture. */

static void
exported_cb (TlExportDialog *dialog,
             const char     *path,
             TlWindow       *self)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Exported as “%s”"), name);

  tl_window_say (self, text);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  const TlMarks *marks = tl_lens_get_marks (self->lens);
  TlExportDialog *dialog;

  if (!tl_window_is_ready (self))
    return;
  dialog = tl_export_dialog_new (GTK_WINDOW (self), self->editor,
                                 marks != NULL ? marks->overlay : NULL, self->settings);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Closing. */

static void
close_answer_cb (const char *response,
                 gpointer    data)
{
  TlWindow *self = data;

  if (g_str_equal (response, "discard")) {
    self->closing = TRUE;
    gtk_window_close (GTK_WINDOW (self));
  } else if (g_str_equal (response, "save")) {
    self->closing = TRUE;
    save_action (GTK_WIDGET (self), NULL, NULL);
  }
}

gboolean
tl_window_may_close (TlWindow *self)
{
  const TlResponse responses[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _("_Save"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *body = NULL;

  if (self->closing || self->editor == NULL)
    return TRUE;
  tl_canvas_finish_label (self->canvas);   /* what was being written counts as well */
  if (!tl_document_get_modified (tl_editor_get_document (self->editor)))
    return TRUE;
  body = g_strdup_printf (_("“%s” holds changes that are not saved. They are lost if you discard "
                            "them."), tl_chart_info (tl_editor_get_chart (self->editor))->title);
  tl_ask (GTK_WINDOW (self), _("Save Changes?"), body, responses, G_N_ELEMENTS (responses),
          close_answer_cb, self);
  return FALSE;
}

void
tl_window_install_files (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "win.save", NULL, save_action);
  gtk_widget_class_install_action (klass, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (klass, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (klass, "win.revert", NULL, revert_action);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_action);
  gtk_widget_class_bind_template_child (klass, TlWindow, drop_area);
}
