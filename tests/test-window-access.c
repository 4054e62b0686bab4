/* test-window-access.c - preferences, and what those need who do not see or point. */
#include <glib/gstdio.h>
#include <string.h>

#include "app/import-report.h"
#include "app/intake-dialog.h"
#include "app/preferences.h"
#include "app/recent.h"
#include "app/rescue-dialog.h"
#include "window-kit.h"

/* The window of @type that was opened over the others; waits for it. */
static GtkWidget *
wait_for_toplevel (GType type)
{
  for (guint round = 0; round < 300; round++) {
    GListModel *toplevels = gtk_window_get_toplevels ();

    for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }
    tl_hand_wait (10);
  }
  g_error ("no window of type %s was opened", g_type_name (type));
}

/* Preferences. */

static void
test_scheme (gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APP_ID);
  TlWindow *window = tl_kit_blank (data);
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *preferences;

  tl_hand_key ("<Control>comma");
  preferences = wait_for_toplevel (TL_TYPE_PREFERENCES);
  tl_hand_settle (preferences);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_DEFAULT);
  g_settings_set_string (settings, "colour-scheme", "dark");
  TL_HAND_UNTIL (adw_style_manager_get_color_scheme (style) == ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (adw_style_manager_get_dark (style));
  g_settings_set_string (settings, "colour-scheme", "light");
  TL_HAND_UNTIL (adw_style_manager_get_color_scheme (style) == ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_settings_reset (settings, "colour-scheme");
  TL_HAND_UNTIL (adw_style_manager_get_color_scheme (style) == ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (preferences));
  tl_kit_destroy (window);
}

static void
test_new_charts (gconstpointer data)
{
  static const struct {
    const char *author, *currency, *wanted;   /* wanted NULL: that of the country */
  } rows[] = {
    { "Ada Lovelace", "CHF", "CHF" },
    { "  ", "", NULL },
    { "", "nonsense", NULL },
  };
  g_autoptr (GSettings) settings = g_settings_new (TL_APP_ID);
  TlWindow *plain = tl_kit_blank (data);
  g_autofree char *usual = g_strdup (tl_chart_info (tl_kit_chart (plain))->currency);

  tl_kit_destroy (plain);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *author = rows[i].author[0] > ' ' ? rows[i].author : NULL;
    TlWindow *window;

    g_settings_set_string (settings, "author", rows[i].author);
    g_settings_set_string (settings, "currency", rows[i].currency);
    window = tl_kit_blank (data);
    g_assert_cmpstr (tl_chart_info (tl_kit_chart (window))->author, ==, author);
    g_assert_cmpstr (tl_chart_info (tl_kit_chart (window))->currency, ==,
                     rows[i].wanted != NULL ? rows[i].wanted : usual);
    /* Nothing to save and nothing to take back. */
    g_assert_false (tl_document_get_modified (
      tl_editor_get_document (tl_window_get_editor (window))));
    g_assert_false (tl_chart_can_undo (tl_kit_chart (window)));
    tl_kit_destroy (window);
  }
  g_settings_reset (settings, "author");
  g_settings_reset (settings, "currency");
}

static void
test_reopen (gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APP_ID);
  TlApplication *application = (TlApplication *) data;
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  g_autoptr (GPtrArray) paths = NULL;

  tl_kit_destroy (window);
  window = tl_application_begin (application);
  g_assert_null (tl_window_get_path (window));
  tl_kit_destroy (window);

  g_settings_set_boolean (settings, "reopen-last", TRUE);
  paths = tl_recent_paths ();
  g_assert_cmpuint (paths->len, >, 0);
  window = tl_application_begin (application);
  g_assert_cmpstr (tl_window_get_path (window), ==, g_ptr_array_index (paths, 0));
  g_settings_reset (settings, "reopen-last");
  tl_kit_destroy (tl_kit_ready (window));
}

/* The rows write what is chosen and typed in them; half a currency is kept back. */
static void
test_rows (gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APP_ID);
  TlWindow *window = tl_kit_blank (data);
  GtkWidget *preferences;
  g_autofree char *author = NULL;

  tl_hand_key ("<Control>comma");
  preferences = wait_for_toplevel (TL_TYPE_PREFERENCES);
  tl_hand_settle (preferences);
  tl_hand_focus (preferences);
  for (guint i = 0; i < 2; i++)
    tl_hand_key ("Tab");
  tl_hand_key ("space");
  TL_HAND_UNTIL (g_settings_get_boolean (settings, "reopen-last"));
  tl_hand_key ("Tab");   /* the paper */
  tl_hand_key ("Tab");
  tl_hand_type ("Ada");
  author = g_settings_get_string (settings, "author");
  g_assert_cmpstr (author, ==, "Ada");
  tl_hand_key ("Tab");
  tl_hand_type ("ch");
  {
    g_autofree char *half = g_settings_get_string (settings, "currency");

    g_assert_cmpstr (half, ==, "");
  }
  tl_hand_type ("f");
  {
    g_autofree char *whole = g_settings_get_string (settings, "currency");

    g_assert_cmpstr (whole, ==, "CHF");
  }
  tl_hand_key ("Escape");
  tl_hand_wait (100);
  g_settings_reset (settings, "reopen-last");
  g_settings_reset (settings, "author");
  g_settings_reset (settings, "currency");
  tl_kit_destroy (window);
}

/* Shortcuts. */

typedef void (*Visit) (GtkWidget *widget,
                       gpointer   data);

static void
visit_all (GtkWidget *widget,
           Visit      visit,
           gpointer   data)
{
  visit (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    visit_all (child, visit, data);
}

/* Keys as numbers: keyval and modifiers. */
static gpointer
key_of (guint           keyval,
        GdkModifierType state)
{
  return GSIZE_TO_POINTER ((gsize) keyval << 8 | (gsize) (state & 0xff));
}

static void
add_keys (GHashTable *keys,
          const char *accelerators)
{
  g_auto (GStrv) parts = g_strsplit (accelerators, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    guint keyval;
    GdkModifierType state;

    if (*parts[i] == '\0')
      continue;
    g_assert_true (gtk_accelerator_parse (parts[i], &keyval, &state));
    g_hash_table_insert (keys, key_of (keyval, state), g_strdup (parts[i]));
  }
}

static void
visit_shortcut (GtkWidget *widget,
                gpointer   data)
{
  g_autofree char *accelerator = NULL;
  g_autofree char *action = NULL;
  g_autofree char *title = NULL;

  if (!GTK_IS_SHORTCUTS_SHORTCUT (widget))
    return;
  g_object_get (widget, "accelerator", &accelerator, "action-name", &action, "title", &title, NULL);
  if (accelerator == NULL || *accelerator == '\0')
    g_error ("“%s” is shown without a key", title);
  add_keys (data, accelerator);
}

/* Other keys for what is shown with one already. */
static gboolean
is_spare (gpointer key)
{
  guint keyval = (guint) (GPOINTER_TO_SIZE (key) >> 8);

  return key == key_of (GDK_KEY_Delete, GDK_SHIFT_MASK) || strncmp (gdk_keyval_name (keyval), "KP_", 3) == 0 || keyval == GDK_KEY_BackSpace ||
         keyval == GDK_KEY_Insert;
}

/* The keys of the chart itself. */
static void
add_canvas_keys (TlWindow   *window,
                 GHashTable *keys)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (tl_window_get_canvas (window)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
      continue;
    for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)) {
        guint keyval = gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger));
        GdkModifierType state = gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger));

        g_hash_table_insert (keys, key_of (keyval, state), gtk_accelerator_name (keyval, state));
      }
    }
  }
}

/* The first key of each action of menus. */
static void
add_menu_keys (GtkApplication *application,
               GHashTable     *first,
               GHashTable     *all)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i] != NULL; i++) {
    g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

    for (guint k = 0; accels[k] != NULL; k++)
      add_keys (all, accels[k]);
    if (accels[0] != NULL)
      add_keys (first, accels[0]);
  }
}

static void
test_shortcuts (gconstpointer data)
{
  TlWindow *window = tl_kit_blank (data);
  GtkApplication *application = (GtkApplication *) data;
  g_autoptr (GHashTable) shown = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) bound = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GtkWidget *overlay;
  GHashTableIter iter;
  gpointer key, name;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  overlay = wait_for_toplevel (GTK_TYPE_SHORTCUTS_WINDOW);
  tl_hand_settle (overlay);   /* a warning of its labels would end the test */
  visit_all (overlay, visit_shortcut, shown);
  add_menu_keys (application, wanted, bound);
  add_canvas_keys (window, wanted);
  add_canvas_keys (window, bound);
  add_keys (bound, "F10");   /* GTK's own, of the primary menu */
  g_assert_cmpuint (g_hash_table_size (shown), >, 30);

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &key, &name)) {
    if (!is_spare (key) && !g_hash_table_contains (shown, key))
      g_error ("%s does something that the shortcuts window does not tell", (char *) name);
  }
  g_hash_table_iter_init (&iter, shown);
  while (g_hash_table_iter_next (&iter, &key, &name)) {
    if (!g_hash_table_contains (bound, key))
      g_error ("%s is told and does nothing", (char *) name);
  }
  gtk_window_close (GTK_WINDOW (overlay));
  tl_kit_destroy (window);
}

/* Names. */

static void
find_text (GtkWidget *widget,
           gpointer   data)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  if (text != NULL && *text != '\0')
    *(gboolean *) data = TRUE;
}

static gboolean
is_named (GtkWidget *widget)
{
  gboolean has_text = FALSE;

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  /* What is written in it says what it is; not so for what a person writes. */
  if (GTK_IS_EDITABLE (widget) && !ADW_IS_ENTRY_ROW (widget))
    return FALSE;
  visit_all (widget, find_text, &has_text);
  return has_text;
}

/* The letter to press is marked in the label, and the label is by itself the name. */
static gboolean
is_read_with_its_underscore (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)) &&
         gtk_button_get_label (GTK_BUTTON (widget)) != NULL &&
         strchr (gtk_button_get_label (GTK_BUTTON (widget)), '_') != NULL &&
         gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* The way from the window to @widget, for whoever has to find it. */
static char *
way_to (GtkWidget *widget)
{
  GString *way = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget)) {
    g_string_prepend (way, G_OBJECT_TYPE_NAME (widget));
    if (gtk_widget_get_parent (widget) != NULL)
      g_string_prepend (way, " > ");
  }
  return g_string_free (way, FALSE);
}

static void
visit_focusable (GtkWidget *widget,
                 gpointer   data)
{
  g_autofree char *way = NULL;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_focusable (widget) ||
      GTK_IS_WINDOW (widget) || GTK_IS_POPOVER (widget) || GTK_IS_SCROLLED_WINDOW (widget) ||
      GTK_IS_VIEWPORT (widget))
    return;
  /* Inside an entry, which has the name. */
  if (GTK_IS_TEXT (widget))
    return;
  if (is_named (widget) && !is_read_with_its_underscore (widget))
    return;
  way = way_to (widget);
  g_test_message ("no name, or a poor one: %s", way);
  (*(guint *) data)++;
}

static void
check_names (GtkWidget *window)
{
  guint n_nameless = 0;

  tl_hand_settle (window);
  visit_all (window, visit_focusable, &n_nameless);
  g_assert_cmpuint (n_nameless, ==, 0);
}

static void
test_names_chart (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlEditor *editor = tl_window_get_editor (window);
  TlChart *chart = tl_editor_get_chart (editor);
  static const TlRecordKind kinds[] = {
    TL_RECORD_STEP, TL_RECORD_FAILURE, TL_RECORD_RECOVERY, TL_RECORD_CONNECTOR, TL_RECORD_LANE,
    TL_RECORD_PHASE,
  };

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-bottom", NULL);
  check_names (GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    tl_selection_set_one (tl_editor_get_selection (editor), tl_chart_nth (chart, kinds[i], 0)->id);
    check_names (GTK_WIDGET (window));
  }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-bottom", NULL);
  tl_kit_destroy (window);
}

static void
test_names_dialogs (gconstpointer data)
{
  static const char * const actions[] = {
    "app.preferences", "app.new-answered", "win.export", "win.print", "app.about", "win.show-help-overlay",
  };
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    GtkWidget *dialog = NULL;

    gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
    for (guint round = 0; round < 300 && dialog == NULL; round++) {
      GListModel *toplevels = gtk_window_get_toplevels ();

      for (guint k = 0; k < g_list_model_get_n_items (toplevels); k++) {
        g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, k);

        if (toplevel != GTK_WIDGET (window) && gtk_widget_get_mapped (toplevel))
          dialog = toplevel;
      }
      tl_hand_wait (10);
    }
    g_assert_nonnull (dialog);
    g_test_message ("%s", actions[i]);
    check_names (dialog);
    gtk_window_close (GTK_WINDOW (dialog));
    tl_hand_wait (50);
  }
  tl_kit_destroy (window);
}

/* What is asked after a crash. */
static void
test_names_rescue (gconstpointer data)
{
  TlDocument *document = tl_document_new_blank ("New chart");
  g_autofree char *folder = tl_rescue_folder ();
  TlChart *chart = tl_document_get_chart (document);
  TlWindow *window = tl_kit_blank (data);
  GtkWidget *dialog;
  GPtrArray *rescues;

  tl_document_keep (document, folder);
  tl_chart_begin (chart, "Retitle");
  tl_text_set (&((TlChartInfo *) tl_chart_edit (chart, tl_chart_info (chart)->head.id))->title,
               "Left behind");
  g_assert_true (tl_chart_commit (chart, NULL));
  tl_document_leave (document);
  g_object_unref (document);
  rescues = tl_rescue_list (folder, NULL);
  g_assert_cmpuint (rescues->len, ==, 1);
  dialog = GTK_WIDGET (tl_rescue_dialog_new (GTK_WINDOW (window), rescues));
  gtk_window_present (GTK_WINDOW (dialog));
  check_names (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  rescues = tl_rescue_list (folder, NULL);
  tl_rescue_discard (g_ptr_array_index (rescues, 0));
  g_ptr_array_unref (rescues);
  tl_kit_destroy (window);
}

/* What became of a file of others. */
static void
test_names_import (gconstpointer data)
{
  TlWindow *window = tl_kit_blank (data);
  g_autoptr (TlReport) report = tl_report_new ();
  GtkWidget *dialog;

  tl_report_add (report, TL_REPORT_LEFT_OUT, "data object", "there is nothing like it",
                 "Order form");
  dialog = tl_import_report_show (GTK_WINDOW (window), "repair.bpmn", report);
  check_names (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  tl_kit_destroy (window);
}

/* All that a button unfolds. */

static void
collect_menu_buttons (GtkWidget *widget,
                      gpointer   data)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      gtk_widget_is_sensitive (widget))
    g_ptr_array_add (data, g_object_ref (widget));
}

/* A popover of what lies outside of the window has nowhere to be. */
static gboolean
is_seen (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, window, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (window);
}

static void
check_popovers (TlWindow *window)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new_with_free_func (g_object_unref);

  visit_all (GTK_WIDGET (window), collect_menu_buttons, buttons);
  g_assert_cmpuint (buttons->len, >, 0);
  for (guint i = 0; i < buttons->len; i++) {
    GtkMenuButton *button = g_ptr_array_index (buttons, i);
    GtkWidget *popover;
    g_autofree char *way = way_to (GTK_WIDGET (button));
    guint n_nameless = 0;

    gtk_widget_grab_focus (GTK_WIDGET (button));   /* which also scrolls there */
    TL_HAND_UNTIL (is_seen (GTK_WIDGET (button)));
    gtk_menu_button_popup (button);
    popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
    TL_HAND_UNTIL (popover != NULL && gtk_widget_get_mapped (popover));
    visit_all (popover, visit_focusable, &n_nameless);
    if (n_nameless > 0)
      g_error ("something has no name that is unfolded by %s", way);
    gtk_menu_button_popdown (button);
    TL_HAND_UNTIL (!gtk_widget_get_mapped (popover));
  }
}

static void
test_names_popovers (gconstpointer data)
{
  static const TlRecordKind kinds[] = { TL_RECORD_FAILURE, TL_RECORD_STANDARD, TL_RECORD_ITEM };
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlEditor *editor = tl_window_get_editor (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-bottom", NULL);
  tl_hand_settle (GTK_WIDGET (window));
  check_popovers (window);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (tl_chart_n (tl_editor_get_chart (editor), kinds[i]) == 0)
      continue;
    tl_selection_set_one (tl_editor_get_selection (editor),
                          tl_chart_nth (tl_editor_get_chart (editor), kinds[i], 0)->id);
    tl_hand_settle (GTK_WIDGET (window));
    check_popovers (window);
  }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-bottom", NULL);
  tl_kit_destroy (window);
}

/* The dialog of an import, once there is a table in it. */
static void
test_names_table (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-access-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "waits.csv", NULL);
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  GtkWidget *dialog = NULL;

  g_assert_true (g_file_set_contents (path, "date,wait\n2026-08-01,4 min\nsoon,1\n", -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.import-table", "s", path);
  for (guint round = 0; round < 500 && dialog == NULL; round++) {
    g_autoptr (GList) windows = gtk_window_list_toplevels ();

    for (GList *item = windows; item != NULL; item = item->next) {
      if (TL_IS_INTAKE_DIALOG (item->data) && gtk_widget_get_mapped (item->data) &&
          tl_intake_dialog_get_role (item->data, 0) != NULL)
        dialog = item->data;
    }
    tl_hand_wait (10);
  }
  g_assert_nonnull (dialog);
  check_names (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  tl_hand_wait (50);
  tl_kit_destroy (window);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_names_start (gconstpointer data)
{
  TlWindow *window = tl_kit_ready (tl_application_begin ((TlApplication *) data));

  check_names (GTK_WIDGET (window));
  tl_kit_destroy (window);
}

/* Tab goes all the way round: nothing holds it, and everything is passed. */
static void
test_tab (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  GtkWidget *canvas = GTK_WIDGET (tl_window_get_canvas (window));
  const struct {
    const char *what;
    GtkWidget  *widget;
  } parts[] = {
    { "the outline", tl_window_get_outline (window) },
    { "the details", tl_window_get_inspector (window) },
  };
  gboolean passed[G_N_ELEMENTS (parts)] = { FALSE, FALSE };
  gboolean round = FALSE;

  tl_kit_click (window, tl_kit_find_step (window, "Buff"));
  gtk_widget_grab_focus (canvas);
  for (guint i = 0; i < 250 && !round; i++) {
    GtkWidget *before = gtk_window_get_focus (GTK_WINDOW (window));
    GtkWidget *focus;

    tl_hand_key ("Tab");
    focus = gtk_window_get_focus (GTK_WINDOW (window));
    if (focus == before) {
      g_autofree char *way = way_to (focus);

      g_error ("Tab is held by %s", way);
    }
    for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
      passed[k] = passed[k] || gtk_widget_is_ancestor (focus, parts[k].widget);
    round = focus == canvas;
  }
  g_assert_true (round);
  for (guint k = 0; k < G_N_ELEMENTS (parts); k++) {
    if (!passed[k])
      g_error ("Tab never comes to %s", parts[k].what);
  }
  tl_kit_destroy (window);
}

/* From right to left: panes change sides, the journey goes on as in the file. */

static double
left_of (TlWindow  *window,
         GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds));
  return bounds.origin.x;
}

static void
test_right_to_left (gconstpointer data)
{
  TlWindow *window;
  TlCanvas *canvas;
  TlBox first, second;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = tl_kit_open (data, "hotel-check-in");
  canvas = tl_window_get_canvas (window);
  g_assert_cmpfloat (left_of (window, tl_window_get_inspector (window)), <,
                     left_of (window, GTK_WIDGET (canvas)));
  g_assert_cmpfloat (left_of (window, GTK_WIDGET (canvas)), <,
                     left_of (window, tl_window_get_outline (window)));
  g_assert_true (tl_canvas_locate (
    canvas, tl_kit_find_step (window, "Arrive and come to the desk"), &first));
  g_assert_true (tl_canvas_locate (
    canvas, tl_kit_find_step (window, "Wait in line at the desk"), &second));
  g_assert_cmpfloat (first.x, <, second.x);
  /* What is clicked is what is seen. */
  tl_kit_click (window, tl_kit_find_step (window, "Wait in line at the desk"));
  TL_HAND_UNTIL (tl_kit_selected (window) ==
                 tl_kit_find_step (window, "Wait in line at the desk"));
  tl_kit_destroy (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Reading aloud. */

/* What is selected is all that is said of the chart, for it is said at each step of a walk. */
static void
test_spoken (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  TlSelection *selection = tl_editor_get_selection (tl_window_get_editor (window));
  GtkAccessible *canvas = GTK_ACCESSIBLE (tl_window_get_canvas (window));
  const struct {
    TlId        id;
    const char *said;
  } rows[] = {
    { tl_kit_find_step (window, "Wait in line at the desk"),
      "4, Wait in line at the desk, Guest. Leads to Greet by name and find the booking. Failure "
      "point F3, medium priority: Line too long around 3 pm. Recovery procedure R3." },
    { tl_chart_find (chart, "f3"), "Failure point F5, Booking not found, High priority · RPN 336" },
    { tl_chart_find (chart, "c3"), "Connector, Arrive and come to the desk → Wait in line at the "
                                   "desk" },
    { TL_ID_NONE, "25 steps" },
  };

  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Chart");
  g_assert_true (gtk_test_accessible_has_relation (canvas, GTK_ACCESSIBLE_RELATION_DETAILS));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    char *wrong;

    tl_selection_set_one (selection, rows[i].id);
    wrong = gtk_test_accessible_check_property (canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                rows[i].said);
    if (wrong != NULL)
      g_error ("wanted “%s”, and it is said: %s", rows[i].said, wrong);
  }
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/preferences/scheme", test_scheme },
    { "/preferences/rows", test_rows },
    { "/preferences/new-charts", test_new_charts },
    { "/preferences/reopen", test_reopen },
    { "/shortcuts", test_shortcuts },
    { "/names/start", test_names_start },
    { "/names/chart", test_names_chart },
    { "/names/dialogs", test_names_dialogs },
    { "/names/table", test_names_table },
    { "/names/rescue", test_names_rescue },
    { "/names/import", test_names_import },
    { "/names/popovers", test_names_popovers },
    { "/tab", test_tab },
    { "/right-to-left", test_right_to_left },
    { "/spoken", test_spoken },
  };

  /* Names are kept where the test can ask for them. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
