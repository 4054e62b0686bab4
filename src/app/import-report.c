/* import-report.c - what became of a file of another program. */
#include "app/import-report.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NAMES_AT_MOST 8

struct _TlImportReport {
  AdwWindow  parent_instance;

  /* Template children */
  GtkWidget *summary_label;
  GtkWidget *groups;
  GtkWidget *close_button;

  /* Owned */
  char      *text;      /* all of it, for the clipboard */
};

#define TL_TYPE_IMPORT_REPORT (tl_import_report_get_type ())
G_DECLARE_FINAL_TYPE (TlImportReport, tl_import_report, TL, IMPORT_REPORT, AdwWindow)
G_DEFINE_FINAL_TYPE (TlImportReport, tl_import_report, ADW_TYPE_WINDOW)

/* The note, and some of the names, in the file's own words. */
static char *
describe (const TlReportEntry *entry)
{
  g_autoptr (GString) text = g_string_new (entry->note);

  for (guint i = 0; i < MIN (entry->names->len, NAMES_AT_MOST); i++) {
    g_autofree char *quoted = g_strdup_printf (_("“%s”"),
                                               (const char *) g_ptr_array_index (entry->names, i));

    g_string_append_printf (text, "%s%s", text->len == 0 ? "" : i == 0 ? "\n" : ", ", quoted);
  }
  if (entry->names->len > NAMES_AT_MOST)
    g_string_append (text, ", …");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_row (const TlReportEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("%u × %s", entry->n, entry->what);
  g_autofree char *subtitle = describe (entry);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* What a person should look at comes first, what went smoothly last. */
static void
fill (TlImportReport *self,
      const TlReport *report)
{
  static const TlReportKind order[] = {
    TL_REPORT_ASSUMED, TL_REPORT_LEFT_OUT, TL_REPORT_MENDED, TL_REPORT_TURNED, TL_REPORT_READ,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    GtkWidget *group = NULL;

    for (guint k = 0; k < tl_report_n_entries (report); k++) {
      const TlReportEntry *entry = tl_report_entry (report, k);

      if (entry->kind != order[i])
        continue;
      if (group == NULL) {
        group = adw_preferences_group_new ();
        adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                         tl_report_heading (order[i]));
        gtk_box_append (GTK_BOX (self->groups), group);
      }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (entry));
    }
  }
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), TL_IMPORT_REPORT (widget)->text);
}

static void
tl_import_report_finalize (GObject *object)
{
  g_free (TL_IMPORT_REPORT (object)->text);

  G_OBJECT_CLASS (tl_import_report_parent_class)->finalize (object);
}

static void
tl_import_report_class_init (TlImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_import_report_finalize;

  gtk_widget_class_install_action (widget_class, "report.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, groups);
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, close_button);
}

static void
tl_import_report_init (TlImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tl_import_report_show (GtkWindow      *parent,
                       const char     *path,
                       const TlReport *report)
{
  TlImportReport *self = g_object_new (TL_TYPE_IMPORT_REPORT, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *summary =
    g_strdup_printf (_("“%s” was read into a new chart that is not saved yet; the file stays as "
                       "it is. This is what became of it."), name);

  gtk_label_set_text (GTK_LABEL (self->summary_label), summary);
  self->text = tl_report_text (report);
  fill (self, report);
  gtk_window_set_focus (GTK_WINDOW (self), self->close_button);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
