/* compat.c - the few calls that later GTK and libadwaita replace, in one place.
 *
 * Built against versions that have the new ones (GTK 4.10, libadwaita 1.5) it calls those,
 * so that nothing deprecated is called whatever it is built against.  The ceilings that
 * hold everywhere else are therefore lifted here.
 */
#undef GDK_VERSION_MIN_REQUIRED
#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MIN_REQUIRED
#undef ADW_VERSION_MAX_ALLOWED

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

/* Choosing files. */

typedef struct {
  const char *title, *accept;
  gboolean    writing;
  const char *folder, *name;   /* where writing begins; may be NULL */
  GListStore *filters;         /* GtkFileFilter */
} Choice;

static void
add_filter (Choice     *choice,
            const char *name,
            const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *pattern = g_strconcat ("*", suffix, NULL);

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  g_list_store_append (choice->filters, filter);
}

/* Tells what was chosen, NULL for nothing, and ends @pending. */
static void
tell_chosen (Pending *pending,
             GFile   *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && pending->suffix != NULL && !g_str_has_suffix (path, pending->suffix)) {
    char *whole = g_strconcat (path, pending->suffix, NULL);

    g_free (path);
    path = whole;
  }
  pending->chosen (path, pending->data);
  pending_free (pending);
}

#if GTK_CHECK_VERSION (4, 10, 0)

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  gboolean writing = g_object_get_data (source, "writing") != NULL;
  g_autoptr (GFile) file = writing ? gtk_file_dialog_save_finish (dialog, result, NULL)
                                   : gtk_file_dialog_open_finish (dialog, result, NULL);

  tell_chosen (data, file);
}

static void
choose (Pending      *pending,
        const Choice *choice)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, choice->title);
  gtk_file_dialog_set_accept_label (dialog, choice->accept);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (choice->filters));
  if (choice->folder != NULL) {
    g_autoptr (GFile) folder = g_file_new_for_path (choice->folder);

    gtk_file_dialog_set_initial_folder (dialog, folder);
  }
  if (!choice->writing) {
    gtk_file_dialog_open (dialog, pending->parent, NULL, file_chosen_cb, pending);
    return;
  }
  g_object_set_data (G_OBJECT (dialog), "writing", GINT_TO_POINTER (TRUE));
  gtk_file_dialog_set_initial_name (dialog, choice->name);
  gtk_file_dialog_save (dialog, pending->parent, NULL, file_chosen_cb, pending);
}

#else

static void
file_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  Pending         *pending)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  tell_chosen (pending, file);
  g_object_unref (dialog);
}

static void
choose (Pending      *pending,
        const Choice *choice)
{
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (choice->title, pending->parent,
                                 choice->writing ? GTK_FILE_CHOOSER_ACTION_SAVE
                                                 : GTK_FILE_CHOOSER_ACTION_OPEN,
                                 choice->accept, NULL);
  GtkFileChooser *dialog = GTK_FILE_CHOOSER (native);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (choice->filters)); i++) {
    g_autoptr (GtkFileFilter) filter = g_list_model_get_item (G_LIST_MODEL (choice->filters), i);

    gtk_file_chooser_add_filter (dialog, filter);
  }
  if (choice->folder != NULL) {
    g_autoptr (GFile) folder = g_file_new_for_path (choice->folder);

    gtk_file_chooser_set_current_folder (dialog, folder, NULL);
  }
  if (choice->writing)
    gtk_file_chooser_set_current_name (dialog, choice->name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (file_response_cb), pending);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

#endif

void
tl_choose_to_open (GtkWindow    *parent,
                   TlFileChosen  chosen,
                   gpointer      data)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Choice choice = { _("Open Chart"), _("_Open"), FALSE, NULL, NULL, filters };
  Pending *pending = pending_new (parent, data);

  add_filter (&choice, _("Service flowcharts"), SUFFIX);
  add_filter (&choice, _("BPMN processes"), ".bpmn");
  add_filter (&choice, _("All files"), "");
  pending->chosen = chosen;
  choose (pending, &choice);
}

void
tl_choose_table (GtkWindow    *parent,
                 TlFileChosen  chosen,
                 gpointer      data)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Choice choice = { _("Import Measurements"), _("_Open"), FALSE, NULL, NULL, filters };
  Pending *pending = pending_new (parent, data);

  add_filter (&choice, _("Tables (CSV)"), ".csv");
  add_filter (&choice, _("All files"), "");
  pending->chosen = chosen;
  choose (pending, &choice);
}

static void
choose_to_write (GtkWindow    *parent,
                 Choice       *choice,
                 const char   *kind,
                 const char   *suffix,
                 TlFileChosen  chosen,
                 gpointer      data)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Pending *pending = pending_new (parent, data);

  choice->writing = TRUE;
  choice->filters = filters;
  add_filter (choice, kind, suffix);
  add_filter (choice, _("All files"), "");
  pending->chosen = chosen;
  pending->suffix = g_strdup (suffix);
  choose (pending, choice);
}

void
tl_choose_to_save (GtkWindow    *parent,
                   const char   *folder,
                   const char   *name,
                   TlFileChosen  chosen,
                   gpointer      data)
{
  Choice choice = { _("Save Chart"), _("_Save"), TRUE, folder, name, NULL };

  choose_to_write (parent, &choice, _("Service flowcharts"), SUFFIX, chosen, data);
}

void
tl_choose_to_export (GtkWindow    *parent,
                     const char   *folder,
                     const char   *name,
                     const char   *suffix,
                     TlFileChosen  chosen,
                     gpointer      data)
{
  Choice choice = { _("Export Chart"), _("_Export"), TRUE, folder, name, NULL };
  g_autofree char *kind = g_ascii_strup (suffix + 1, -1);

  choose_to_write (parent, &choice, kind, suffix, chosen, data);
}

/* Questions. */

#if ADW_CHECK_VERSION (1, 5, 0)

GType
tl_question_get_type (void)
{
  return ADW_TYPE_ALERT_DIALOG;
}

static void
answer_cb (AdwAlertDialog *dialog G_GNUC_UNUSED,
           const char     *response,
           Pending        *pending)
{
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
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));
  Pending *pending = pending_new (parent, data);

  pending->answer = answer;
  for (guint i = 0; i < n_responses; i++) {
    adw_alert_dialog_add_response (dialog, responses[i].id, responses[i].label);
    adw_alert_dialog_set_response_appearance (dialog, responses[i].id, responses[i].appearance);
  }
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, responses[n_responses - 1].id);
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), pending);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
  return GTK_WIDGET (dialog);
}

#else

GType
tl_question_get_type (void)
{
  return ADW_TYPE_MESSAGE_DIALOG;
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
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  Pending *pending = pending_new (parent, data);

  pending->answer = answer;
  for (guint i = 0; i < n_responses; i++) {
    adw_message_dialog_add_response (dialog, responses[i].id, responses[i].label);
    adw_message_dialog_set_response_appearance (dialog, responses[i].id, responses[i].appearance);
  }
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, responses[n_responses - 1].id);
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), pending);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WIDGET (dialog);
}

#endif

void
tl_tell (GtkWindow  *parent,
         const char *heading,
         const char *body)
{
  const TlResponse responses[] = { { "cancel", _("_Close"), ADW_RESPONSE_DEFAULT } };

  tl_ask (parent, heading, body, responses, G_N_ELEMENTS (responses), NULL, NULL);
}

/* Rows and about. */

void
tl_expander_row_add_end (AdwExpanderRow *row,
                         GtkWidget      *widget)
{
#if ADW_CHECK_VERSION (1, 4, 0)
  adw_expander_row_add_suffix (row, widget);
#else
  adw_expander_row_add_action (row, widget);
#endif
}

void
tl_show_about (GtkWindow *parent)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  GObject *about = G_OBJECT (adw_about_dialog_new ());
#else
  GObject *about = G_OBJECT (adw_about_window_new ());
#endif

  g_object_set (about,
                "application-name", _("Throughline"),
                "application-icon", TL_APP_ID,
                "developer-name", _("The Throughline developers"),
                "version", TL_VERSION,
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Draw how a service is delivered, find where it fails and plan "
                              "the recovery."),
                NULL);
#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_present (ADW_DIALOG (about), GTK_WIDGET (parent));
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
#endif
}

/* A popover of GTK 4.8 asks how high it must be for a width that holds its shadow, for which
 * a text that wraps needs fewer lines than it gets, and the last entries are cut. */
void
tl_keep_height (GtkWidget *label)
{
  int width, height;

  gtk_widget_set_size_request (label, -1, -1);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (label, -1, height);
}
