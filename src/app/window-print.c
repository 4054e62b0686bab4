/* window-print.c - printing, and where the pages of the poster end. */
#include "app/window-private.h"

#include "app/print-dialog.h"

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
}
