/* questions-dialog.c - a new chart from three questions. */
#include "app/questions-dialog.h"

#include <glib/gi18n-lib.h>

#include "document/template.h"

struct _TlQuestionsDialog {
  AdwWindow  parent_instance;

  /* Template children */
  GtkWidget *service;
  GtkWidget *customer;
  GtkWidget *lanes[TL_BAND_SUPPORT + 1];   /* by band; none for the customer */
  GtkWidget *create_button;
};

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlQuestionsDialog, tl_questions_dialog, ADW_TYPE_WINDOW)

/* Without blanks around it; to be freed. */
static char *
get_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
service_changed_cb (TlQuestionsDialog *self)
{
  g_autofree char *service = get_text (self->service);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "questions.create", *service != '\0');
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlQuestionsDialog *self = TL_QUESTIONS_DIALOG (widget);
  g_autofree char *service = get_text (self->service);
  g_autofree char *customer = get_text (self->customer);
  TlServiceAnswers answers = { .service = service, .customer = customer };
  g_autoptr (TlDocument) document = NULL;

  for (TlBand band = TL_BAND_ONSTAGE; band <= TL_BAND_SUPPORT; band++)
    answers.lanes[band] = gtk_editable_get_text (GTK_EDITABLE (self->lanes[band]));
  document = tl_document_new (tl_template_answered (&answers));
  g_signal_emit (self, signals[ANSWERED], 0, document);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tl_questions_dialog_class_init (TlQuestionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct {
    TlBand      band;
    const char *name;
  } lanes[] = {
    { TL_BAND_ONSTAGE, "onstage" },
    { TL_BAND_BACKSTAGE, "backstage" },
    { TL_BAND_SUPPORT, "support" },
  };

  signals[ANSWERED] = g_signal_new ("answered", TL_TYPE_QUESTIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, TL_TYPE_DOCUMENT);

  gtk_widget_class_install_action (widget_class, "questions.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/questions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlQuestionsDialog, service);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionsDialog, customer);
  gtk_widget_class_bind_template_child (widget_class, TlQuestionsDialog, create_button);
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    gtk_widget_class_bind_template_child_full (
      widget_class, lanes[i].name, FALSE,
      G_STRUCT_OFFSET (TlQuestionsDialog, lanes) + (gssize) (lanes[i].band * sizeof (GtkWidget *)));
  gtk_widget_class_bind_template_callback (widget_class, service_changed_cb);
}

static void
tl_questions_dialog_init (TlQuestionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (TlBand band = TL_BAND_ONSTAGE; band <= TL_BAND_SUPPORT; band++)
    gtk_editable_set_text (GTK_EDITABLE (self->lanes[band]), tl_template_lane_name (band));
  gtk_editable_set_text (GTK_EDITABLE (self->customer), tl_template_lane_name (TL_BAND_CUSTOMER));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->create_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->service);
  service_changed_cb (self);
}

TlQuestionsDialog *
tl_questions_dialog_new (GtkWindow *parent)
{
  return g_object_new (TL_TYPE_QUESTIONS_DIALOG, "transient-for", parent, NULL);
}
