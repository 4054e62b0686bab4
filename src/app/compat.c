/* compat.c - the few calls that later GTK and libadwaita deprecate, in one place. */
#include "app/compat.h"

#include <glib/gi18n-lib.h>

#define SUFFIX ".throughline"

typedef struct {
  GtkWindow    *parent;   /* owned */
  TlFileChosen  chosen;
  TlAnswer      answer;
  gpointer      data;
  char         *suffix;   /* to be appended; NULL = none */
} Pending;

static Pending *
pending_new (GtkWindow *parent,
             gpointer   data)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->parent = g_object_ref (parent);
  pending->data = data;
  return pending;
}

static void
pending_free (Pending *pending)
{
  g_object_unref (pending->parent);
  g_free (pending->suffix);
  g_free (pending);
}

static void
file_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  Pending         *pending)
{
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

    path = file != NULL ? g_file_get_path (file) : NULL;
  }
  if (path != NULL && pending->suffix != NULL && !g_str_has_suffix (path, pending->suffix)) {
    char *whole = g_strconcat (path, pending->suffix, NULL);

    g_free (path);
    path = whole;
  }
  gtk_native_dialog_destroy (dialog);
  pending->chosen (path, pending->data);
  pending_free (pending);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooserNative *dialog,
            const char           *name,
            const char           *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *pattern = g_strconcat ("*", suffix, NULL);

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

void
tl_choose_to_open (GtkWindow    *parent,
                   TlFileChosen  chosen,
                   gpointer      data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Open Chart"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"),
                                 NULL);
  Pending *pending = pending_new (parent, data);

  add_filter (dialog, _("Service flowcharts"), SUFFIX);
  add_filter (dialog, _("BPMN processes"), ".bpmn");
  add_filter (dialog, _("All files"), "");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  pending->chosen = chosen;
  g_signal_connect (dialog, "response", G_CALLBACK (file_response_cb), pending);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
choose_to_write (GtkFileChooserNative *dialog,
                 Pending              *pending,
                 const char           *folder,
                 const char           *name,
                 const char           *suffix,
                 TlFileChosen          chosen)
{
  add_filter (dialog, _("All files"), "");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  pending->chosen = chosen;
  pending->suffix = g_strdup (suffix);
  if (folder != NULL) {
    g_autoptr (GFile) file = g_file_new_for_path (folder);

    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), file, NULL);
  }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (file_response_cb), pending);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
tl_choose_to_save (GtkWindow    *parent,
                   const char   *folder,
                   const char   *name,
                   TlFileChosen  chosen,
                   gpointer      data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Save Chart"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                 NULL);

  add_filter (dialog, _("Service flowcharts"), SUFFIX);
  choose_to_write (dialog, pending_new (parent, data), folder, name, SUFFIX, chosen);
}

void
tl_choose_to_export (GtkWindow    *parent,
                     const char   *folder,
                     const char   *name,
                     const char   *suffix,
                     TlFileChosen  chosen,
                     gpointer      data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Export Chart"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Export"), NULL);
  g_autofree char *kind = g_ascii_strup (suffix + 1, -1);

  add_filter (dialog, kind, suffix);
  choose_to_write (dialog, pending_new (parent, data), folder, name, suffix, chosen);
}

static void
answer_cb (AdwMessageDialog *dialog,
           const char       *response,
           Pending          *pending)
{
  /* The answer may let go of the window, and the dialog still would look for it. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (pending->answer != NULL)
    pending->answer (response, pending->data);
  pending_free (pending);
}

GtkWidget *
tl_ask (GtkWindow        *parent,
        const char       *heading,
        const char       *body,
        const TlResponse *responses,
        guint             n_responses,
        TlAnswer          answer,
        gpointer          data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  Pending *pending = pending_new (parent, data);

  pending->answer = answer;
  for (guint i = 0; i < n_responses; i++) {
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), responses[i].id,
                                     responses[i].label);
    adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), responses[i].id,
                                                responses[i].appearance);
  }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog),
                                           responses[n_responses - 1].id);
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), pending);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

void
tl_tell (GtkWindow  *parent,
         const char *heading,
         const char *body)
{
  const TlResponse responses[] = { { "cancel", _("_Close"), ADW_RESPONSE_DEFAULT } };

  tl_ask (parent, heading, body, responses, G_N_ELEMENTS (responses), NULL, NULL);
}

void
tl_show_about (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  g_object_set (about,
                "application-name", _("Throughline"),
                "application-icon", TL_APP_ID,
                "developer-name", _("The Throughline developers"),
                "version", TL_VERSION,
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Draw how a service is delivered, find where it fails and plan "
                              "the recovery."),
                NULL);
  gtk_window_present (GTK_WINDOW (about));
}
