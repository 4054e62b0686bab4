/* report-page.c - why a file could not be opened. */
#include "app/report-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/recent.h"
#include "document/xml-read.h"

#define SHOWN_AT_MOST 200

struct _TlReportPage {
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *scroller;
  GtkWidget *title_label;
  GtkWidget *summary_label;
  GtkWidget *list;
  GtkWidget *again_button;
  GtkWidget *copy_button;

  /* Owned */
  char      *path;
  char      *text;      /* the whole list, for the clipboard */

  /* State */
  guint      n;
};

enum { AGAIN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlReportPage, tl_report_page, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (const TlReadProblem *problem)
{
  g_autofree char *place = problem->line > 0 ? g_strdup_printf (_("Line %d"), problem->line)
                                             : g_strdup (_("The whole file"));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *rule = gtk_label_new (problem->rule);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem->message);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_widget_add_css_class (rule, "dim-label");
  gtk_widget_add_css_class (rule, "caption");
  gtk_widget_add_css_class (rule, "numeric");
  gtk_widget_set_valign (rule, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), rule);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
fill (TlReportPage    *self,
      const GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < problems->len; i++) {
    const TlReadProblem *problem = g_ptr_array_index (problems, i);

    tl_read_problem_print (problem, text);
    if (i < SHOWN_AT_MOST)
      gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (problem));
  }
  if (problems->len > SHOWN_AT_MOST) {
    guint more = problems->len - SHOWN_AT_MOST;
    g_autofree char *line =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more; copy the list to see it",
                                    "%u more; copy the list to see them", more), more);
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line);
    gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  }
  g_free (self->text);
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
}

void
tl_report_page_show (TlReportPage    *self,
                     const char      *path,
                     const GPtrArray *problems)
{
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;

  g_return_if_fail (TL_IS_REPORT_PAGE (self));

  name = g_filename_display_basename (path);
  folder = tl_path_folder (path);
  title = g_strdup_printf (_("“%s” Cannot Be Opened"), name);
  summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "In %s. There is %u error; nothing was changed.",
                                          "In %s. There are %u errors; nothing was changed.",
                                          problems->len), folder, problems->len);
  gtk_label_set_text (GTK_LABEL (self->title_label), title);
  gtk_label_set_text (GTK_LABEL (self->summary_label), summary);
  fill (self, problems);
  g_free (self->path);
  self->path = g_strdup (path);
  self->n = problems->len;
}

const char *
tl_report_page_get_path (TlReportPage *self)
{
  g_return_val_if_fail (TL_IS_REPORT_PAGE (self), NULL);

  return self->path;
}

guint
tl_report_page_get_n (TlReportPage *self)
{
  g_return_val_if_fail (TL_IS_REPORT_PAGE (self), 0);

  return self->n;
}

static void
again_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[AGAIN], 0);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlReportPage *self = TL_REPORT_PAGE (widget);

  if (self->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
}

static void
tl_report_page_dispose (GObject *object)
{
  TlReportPage *self = TL_REPORT_PAGE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->text, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_REPORT_PAGE);

  G_OBJECT_CLASS (tl_report_page_parent_class)->dispose (object);
}

static void
tl_report_page_class_init (TlReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_report_page_dispose;

  signals[AGAIN] = g_signal_new ("again", TL_TYPE_REPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "report.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "report.copy", NULL, copy_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReportPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlReportPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TlReportPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TlReportPage, list);
  gtk_widget_class_bind_template_child (widget_class, TlReportPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, TlReportPage, copy_button);
}

static void
tl_report_page_init (TlReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->again_button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}
