/* window-intake.c - measurements from a table into the chart. */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/intake-dialog.h"

static void
say_imported (TlWindow           *self,
              const TlIntakePlan *plan)
{
  guint n = plan->measurements->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u measurement imported",
                                                     "%u measurements imported", n), n);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-undo", "s", text);
}

/* The dialog is modal, but the file may have been read anew behind it. */
static void
chosen_cb (TlIntakeDialog *dialog,
           gpointer        data,
           TlWindow       *self)
{
  const TlIntakePlan *plan = data;
  g_autoptr (GError) error = NULL;

  if (!tl_window_is_ready (self))
    return;
  if (tl_intake_apply (tl_editor_get_chart (self->editor), plan, &error))
    say_imported (self, plan);
  else
    tl_tell (GTK_WINDOW (self), _("The Measurements Were Not Imported"), error->message);
}

/* The one standard that is selected, or none. */
static TlId
selected_standard (TlWindow *self)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);
  TlId id = tl_selection_get_n (selection) == 1 ? tl_selection_get_ids (selection)[0] : TL_ID_NONE;

  return tl_chart_get_as (tl_editor_get_chart (self->editor), TL_RECORD_STANDARD, id) != NULL
           ? id : TL_ID_NONE;
}

void
tl_window_import_table (TlWindow   *self,
                        const char *path)
{
  TlIntakeDialog *dialog;

  g_return_if_fail (TL_IS_WINDOW (self));

  if (!tl_window_is_ready (self))
    return;
  dialog = tl_intake_dialog_new (GTK_WINDOW (self), self->editor, path, selected_standard (self));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
tl_window_is_table (const char *path)
{
  static const char * const endings[] = { ".csv", ".tsv", ".csv.txt" };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    if (g_str_has_suffix (small, endings[i]))
      return TRUE;
  }
  return FALSE;
}

static void
table_chosen_cb (const char *path,
                 gpointer    data)
{
  if (path != NULL)
    tl_window_import_table (TL_WINDOW (data), path);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  if (tl_window_is_ready (TL_WINDOW (widget)))
    tl_choose_table (GTK_WINDOW (widget), table_chosen_cb, widget);
}

static void
import_path_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  tl_window_import_table (TL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

void
tl_window_install_intake (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import-measurements", NULL, import_action);
  gtk_widget_class_install_action (klass, "win.import-table", "s", import_path_action);
}
