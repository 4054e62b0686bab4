/* rescue-dialog.c - offers work that was left behind. */
#include "app/rescue-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/recent.h"
#include "app/spoken.h"

struct _TlRescueDialog {
  AdwWindow  parent_instance;

  /* Template children */
  GtkWidget *list;
  GtkWidget *restore_button;

  /* Owned */
  GPtrArray *rescues;   /* TlRescue, in the order of the rows */

  /* State */
  int        doomed;    /* index that is asked about; -1 = all */
};

enum { RESTORE, LATER, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlRescueDialog, tl_rescue_dialog, ADW_TYPE_WINDOW)

static void
drop_row (TlRescueDialog *self,
          guint           index)
{
  gtk_list_box_remove (GTK_LIST_BOX (self->list),
                       GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                                                  (int) index)));
  if (self->rescues->len == 0)
    gtk_window_close (GTK_WINDOW (self));
}

static void
restore (TlRescueDialog *self,
         guint           index)
{
  TlRescue *rescue = g_ptr_array_steal_index (self->rescues, index);

  g_signal_emit (self, signals[RESTORE], 0, rescue);
  drop_row (self, index);
}

static void
discard (TlRescueDialog *self,
         guint           index)
{
  tl_rescue_discard (g_ptr_array_index (self->rescues, index));
  g_ptr_array_remove_index (self->rescues, index);
  drop_row (self, index);
}

/* The row a button stands in. */
static guint
index_of (TlRescueDialog *self,
          GtkWidget      *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
restore_clicked_cb (TlRescueDialog *self,
                    GtkWidget      *button)
{
  restore (self, index_of (self, button));
}

static void
restore_all_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TlRescueDialog *self = TL_RESCUE_DIALOG (g_object_ref (widget));

  for (guint n = self->rescues->len; n > 0; n--)
    restore (self, 0);
  g_object_unref (self);
}

static void
discard_answer_cb (const char *response,
                   gpointer    data)
{
  TlRescueDialog *self = data;

  if (!g_str_equal (response, "discard"))
    return;
  if (self->doomed >= 0) {
    discard (self, (guint) self->doomed);
    return;
  }
  for (guint n = self->rescues->len; n > 0; n--)
    discard (self, 0);
}

/* @index -1: all. */
static void
ask_to_discard (TlRescueDialog *self,
                int             index)
{
  const TlResponse responses[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *heading = NULL;
  guint n = 0;

  for (guint i = 0; i < self->rescues->len; i++) {
    if (index < 0 || (guint) index == i)
      n += tl_rescue_get_n_changes (g_ptr_array_index (self->rescues, i));
  }
  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Discard %u Change?",
                                          "Discard %u Changes?", n), n);
  self->doomed = index;
  tl_ask (GTK_WINDOW (self), heading, _("Nothing can bring them back."), responses,
          G_N_ELEMENTS (responses), discard_answer_cb, self);
}

static void
discard_clicked_cb (TlRescueDialog *self,
                    GtkWidget      *button)
{
  ask_to_discard (self, (int) index_of (self, button));
}

static void
discard_all_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ask_to_discard (TL_RESCUE_DIALOG (widget), -1);
}

static GtkWidget *
make_row (TlRescueDialog *self,
          const TlRescue *rescue)
{
  guint n = tl_rescue_get_n_changes (rescue);
  const char *document = tl_rescue_get_document (rescue);
  g_autofree char *place = document != NULL ? g_filename_display_basename (document)
                                            : g_strdup (_("Never saved"));
  g_autofree char *time = tl_time_words (tl_rescue_get_time (rescue));
  g_autofree char *changes =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", n), n);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", place, changes, time);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *forget = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *back = tl_spoken_button_new (_("Re_store"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tl_rescue_get_title (rescue));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (row, document);
  gtk_widget_set_tooltip_text (forget, _("Discard"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (forget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Discard"), -1);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_widget_add_css_class (forget, "flat");
  gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (forget, "clicked", G_CALLBACK (discard_clicked_cb), self);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (restore_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), forget);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), back);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static gboolean
tl_rescue_dialog_close_request (GtkWindow *window)
{
  TlRescueDialog *self = TL_RESCUE_DIALOG (window);

  /* Lets go of the locks, so that others may offer what is left. */
  g_ptr_array_set_size (self->rescues, 0);
  g_signal_emit (self, signals[LATER], 0);
  return GTK_WINDOW_CLASS (tl_rescue_dialog_parent_class)->close_request (window);
}

static void
tl_rescue_dialog_dispose (GObject *object)
{
  TlRescueDialog *self = TL_RESCUE_DIALOG (object);

  g_clear_pointer (&self->rescues, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_rescue_dialog_parent_class)->dispose (object);
}

static void
tl_rescue_dialog_class_init (TlRescueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_rescue_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tl_rescue_dialog_close_request;

  signals[RESTORE] = g_signal_new ("restore", TL_TYPE_RESCUE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LATER] = g_signal_new ("later", TL_TYPE_RESCUE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "rescue.restore", NULL, restore_all_action);
  gtk_widget_class_install_action (widget_class, "rescue.discard", NULL, discard_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/rescue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRescueDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TlRescueDialog, restore_button);
}

static void
tl_rescue_dialog_init (TlRescueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TlRescueDialog *
tl_rescue_dialog_new (GtkWindow *parent,
                      GPtrArray *rescues)
{
  TlRescueDialog *self = g_object_new (TL_TYPE_RESCUE_DIALOG, "transient-for", parent, NULL);

  self->rescues = rescues;
  for (guint i = 0; i < rescues->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         make_row (self, g_ptr_array_index (rescues, i)));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->restore_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->restore_button);
  return self;
}

guint
tl_rescue_dialog_get_n (TlRescueDialog *self)
{
  g_return_val_if_fail (TL_IS_RESCUE_DIALOG (self), 0);

  return self->rescues->len;
}
