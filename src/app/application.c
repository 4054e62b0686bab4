/* application.c - the program: its windows, and what is the same for all of them. */
#include "app/application.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "app/compat.h"
#include "app/preferences.h"
#include "app/questions-dialog.h"
#include "app/recent.h"
#include "app/rescue-dialog.h"
#include "app/spoken.h"

struct _TlApplication {
  AdwApplication parent_instance;

  /* Owned */
  GSettings     *settings;

  /* State */
  gboolean       looked;   /* for work that was left behind */
};

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

static gboolean
is_same_file (const char *a,
              const char *b)
{
  g_autofree char *real_a = realpath (a, NULL);
  g_autofree char *real_b = realpath (b, NULL);

  return g_strcmp0 (real_a != NULL ? real_a : a, real_b != NULL ? real_b : b) == 0;
}

/* The window that shows @path, or NULL; with @path NULL one that is free. */
static TlWindow *
find_window (TlApplication *self,
             const char    *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *item = windows; item != NULL; item = item->next) {
    TlWindow *window = TL_IS_WINDOW (item->data) ? TL_WINDOW (item->data) : NULL;

    if (window == NULL)
      continue;
    if (path == NULL ? tl_window_is_free (window)
                     : tl_window_get_path (window) != NULL &&
                         is_same_file (tl_window_get_path (window), path))
      return window;
  }
  return NULL;
}

static TlWindow *
free_window (TlApplication *self)
{
  TlWindow *window = find_window (self, NULL);

  return window != NULL ? window : tl_window_new (GTK_APPLICATION (self));
}

TlWindow *
tl_application_open_path (TlApplication *self,
                          const char    *path)
{
  TlWindow *window;

  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);

  window = find_window (self, path);
  if (window == NULL || (tl_window_get_editor (window) == NULL &&
                         !tl_window_is_loading (window))) {
    /* It is read while the window is made. */
    TlLoad *load = tl_load_new (TL_LOAD_FILE, path);

    window = window != NULL ? window : free_window (self);
    tl_window_take_load (window, load, path);
  }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

TlWindow *
tl_application_open_blank (TlApplication *self)
{
  g_autoptr (TlDocument) document = NULL;
  TlWindow *window;

  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);

  document = tl_document_new_blank (_("New Chart"));
  tl_preferences_sign (self->settings, document);
  window = find_window (self, NULL);
  /* A second new chart is a second window, even while the first is still empty. */
  if (window == NULL || tl_window_get_editor (window) != NULL)
    window = tl_window_new (GTK_APPLICATION (self));
  tl_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Work that was left behind. */

static void
restore_cb (TlRescueDialog *dialog,
            TlRescue       *rescue,
            TlApplication  *self)
{
  const char *path = tl_rescue_get_document (rescue);
  TlWindow *window = path != NULL ? find_window (self, path) : NULL;

  if (window == NULL)
    window = free_window (self);
  tl_window_restore (window, rescue);
  gtk_window_present (GTK_WINDOW (window));
}

/* What is left is told again where its file is open. */
static void
later_cb (TlRescueDialog *dialog,
          TlApplication  *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *item = windows; item != NULL; item = item->next) {
    if (TL_IS_WINDOW (item->data))
      tl_window_offer_rescue (TL_WINDOW (item->data));
  }
}

void
tl_application_offer_rescues (TlApplication *self)
{
  g_autofree char *folder = tl_rescue_folder ();
  GtkWindow *parent;
  TlRescueDialog *dialog;
  GPtrArray *rescues;

  g_return_if_fail (TL_IS_APPLICATION (self));

  rescues = tl_rescue_list (folder, NULL);
  if (rescues->len == 0) {
    g_ptr_array_unref (rescues);
    return;
  }
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL;
       item = item->next) {
    if (TL_IS_WINDOW (item->data))
      tl_notice_hide (tl_window_get_notice (TL_WINDOW (item->data)), "rescue");
  }
  parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  dialog = tl_rescue_dialog_new (parent, rescues);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_cb), self, 0);
  g_signal_connect_object (dialog, "later", G_CALLBACK (later_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Once in the life of the program: what crashed since is still here. */
static void
look_for_rescues (TlApplication *self)
{
  if (self->looked)
    return;
  self->looked = TRUE;
  tl_application_offer_rescues (self);
}

TlWindow *
tl_application_begin (TlApplication *self)
{
  g_autoptr (GPtrArray) paths = NULL;
  TlWindow *window;

  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);

  paths = tl_recent_paths ();
  if (g_settings_get_boolean (self->settings, "reopen-last") && paths->len > 0)
    return tl_application_open_path (self, g_ptr_array_index (paths, 0));
  window = tl_window_new (GTK_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
tl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    tl_application_begin (TL_APPLICATION (application));
  look_for_rescues (TL_APPLICATION (application));
}

static void
tell_not_local (TlApplication *self,
                GFile         *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *body =
    g_strdup_printf (_("“%s” is not on this computer. Copy it to a folder here and open the "
                       "copy."), uri);
  TlWindow *window = free_window (self);

  gtk_window_present (GTK_WINDOW (window));
  tl_tell (GTK_WINDOW (window), _("The File Cannot Be Opened"), body);
}

static void
tl_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++) {
    g_autofree char *path = g_file_get_path (files[i]);

    if (path != NULL)
      tl_application_open_path (TL_APPLICATION (application), path);
    else
      tell_not_local (TL_APPLICATION (application), files[i]);
  }
  look_for_rescues (TL_APPLICATION (application));
}

static int
tl_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  gboolean version = FALSE, blank = FALSE;

  if (g_variant_dict_lookup (options, "version", "b", &version) && version) {
    g_print ("Throughline %s\n", TL_VERSION);
    return EXIT_SUCCESS;
  }
  if (g_variant_dict_lookup (options, "new", "b", &blank) && blank) {
    g_autoptr (GError) error = NULL;

    if (!g_application_register (application, NULL, &error)) {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
    g_action_group_activate_action (G_ACTION_GROUP (application), "new", NULL);
  }
  return -1;
}

/* Actions. */

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  tl_application_open_blank (TL_APPLICATION (data));
}

/* Shown with the first contact selected, so that Enter goes on from there. */
static void
answered_cb (TlQuestionsDialog *dialog,
             TlDocument        *document,
             TlApplication     *self)
{
  TlWindow *window = free_window (self);
  TlChart *chart = tl_document_get_chart (document);

  tl_preferences_sign (self->settings, document);
  tl_window_show_document (window, document);
  tl_selection_set_one (tl_editor_get_selection (tl_window_get_editor (window)),
                        tl_chart_nth (chart, TL_RECORD_STEP, 0)->id);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_answered_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));
  TlQuestionsDialog *dialog = tl_questions_dialog_new (parent);

  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered_cb), data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_path_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  tl_application_open_path (TL_APPLICATION (data), g_variant_get_string (parameter, NULL));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  tl_show_about (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));

  gtk_window_present (GTK_WINDOW (tl_preferences_new (parent)));
}

/* Closes window by window, so that each asks about what is not saved. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (GTK_WINDOW (item->data));
}

static void
add_accelerators (GtkApplication *application)
{
  static const struct {
    const char *action;
    const char *keys[4];
  } rows[] = {
    { "app.new", { "<Control>n" } },
    { "app.new-answered", { "<Control><Shift>n" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
    { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.find", { "<Control>f" } },
    { "win.find-next", { "<Control>g", "F3" } },
    { "win.find-previous", { "<Control><Shift>g", "<Shift>F3" } },
    { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
    { "win.zoom-original", { "<Control>0", "<Control>KP_0" } },
    { "win.zoom-fit", { "<Control>9", "<Control>KP_9" } },
    { "win.set-kind::action", { "<Alt>1" } },
    { "win.set-kind::decision", { "<Alt>2" } },
    { "win.set-kind::wait", { "<Alt>3" } },
    { "win.set-kind::start", { "<Alt>4" } },
    { "win.set-kind::end", { "<Alt>5" } },
    { "win.set-kind::fork", { "<Alt>6" } },
    { "win.set-kind::join", { "<Alt>7" } },
    { "win.show-outline", { "F9" } },
    { "win.show-inspector", { "<Control>F9" } },
    { "win.show-minimap", { "<Control><Shift>m" } },
    { "win.show-bottom", { "<Shift>F9" } },
    { "win.show-progress", { "<Shift>F7" } },
    { "win.walk-questions", { "F7" } },
    { "win.next-overlay", { "F8" } },
    { "win.overlay::none", { "<Shift>F8" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_application_set_accels_for_action (application, rows[i].action, rows[i].keys);
}

static void
tl_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "new", .activate = new_action },
    { .name = "new-answered", .activate = new_answered_action },
    { .name = "open-path", .activate = open_path_action, .parameter_type = "s" },
    { .name = "about", .activate = about_action },
    { .name = "preferences", .activate = preferences_action },
    { .name = "quit", .activate = quit_action },
  };

  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  add_accelerators (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (TL_APP_ID);
  tl_preferences_follow_scheme (TL_APPLICATION (application)->settings);
  tl_spoken_follow_windows ();
}

static void
tl_application_dispose (GObject *object)
{
  g_clear_object (&TL_APPLICATION (object)->settings);

  G_OBJECT_CLASS (tl_application_parent_class)->dispose (object);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_application_dispose;
  application_class->startup = tl_application_startup;
  application_class->activate = tl_application_activate;
  application_class->open = tl_application_open;
  application_class->handle_local_options = tl_application_handle_local_options;
}

static void
tl_application_init (TlApplication *self)
{
  static const GOptionEntry options[] = {
    { "new", 'n', 0, G_OPTION_ARG_NONE, NULL, N_("Begin with a new chart"), NULL },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Say which version this is"), NULL },
    G_OPTION_ENTRY_NULL
  };

  self->settings = g_settings_new (TL_APP_ID);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

TlApplication *
tl_application_new (void)
{
  return g_object_new (TL_TYPE_APPLICATION,
                       "application-id", TL_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/throughline/Throughline",
                       NULL);
}
