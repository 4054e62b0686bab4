/* window-kit.c - what tests of the real window share. */
#include "window-kit.h"

#include <locale.h>

#include "app/field-row.h"
#include "app/inspector.h"

typedef struct {
  const TlKitCase *cases;
  guint            n_cases;
  int              status;
} Run;

static void
run_cb (GApplication *application,
        Run          *run)
{
  g_application_hold (application);
  /* Nothing moves by itself, so that what is clicked stays where it is; and GTK 4.8 loses
   * memory while styles fade into each other. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < run->n_cases; i++)
    g_test_add_data_func (run->cases[i].path, application, run->cases[i].test);
  run->status = g_test_run ();
  g_application_release (application);
  g_application_quit (application);
}

int
tl_kit_run (int              argc,
            char           **argv,
            const TlKitCase *cases,
            guint            n_cases)
{
  Run run = { cases, n_cases, 1 };
  g_autoptr (GSettings) settings = NULL;
  TlApplication *application;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  settings = g_settings_new (TL_APP_ID);
  /* It lies over what tests click at. */
  g_settings_set_boolean (settings, "show-minimap", FALSE);
  application = tl_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  /* Instead of showing the start page. */
  g_signal_connect (application, "activate", G_CALLBACK (run_cb), &run);
  g_application_run (G_APPLICATION (application), 1, argv);
  g_object_unref (application);
  return run.status;
}

char *
tl_kit_example (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".throughline", NULL);

  return g_build_filename (g_getenv ("TL_EXAMPLES"), file, NULL);
}

TlWindow *
tl_kit_ready (TlWindow *window)
{
  tl_hand_settle (GTK_WIDGET (window));
  tl_hand_focus (GTK_WIDGET (window));
  tl_hand_settle (GTK_WIDGET (window));
  return window;
}

TlWindow *
tl_kit_open (gconstpointer  application,
             const char    *example)
{
  g_autofree char *path = tl_kit_example (example);

  return tl_kit_ready (tl_application_open_path ((TlApplication *) application, path));
}

TlWindow *
tl_kit_blank (gconstpointer application)
{
  return tl_kit_ready (tl_application_open_blank ((TlApplication *) application));
}

void
tl_kit_destroy (TlWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  tl_hand_wait (20);
}

TlChart *
tl_kit_chart (TlWindow *window)
{
  return tl_editor_get_chart (tl_window_get_editor (window));
}

TlId
tl_kit_selected (TlWindow *window)
{
  return tl_selection_get_last (tl_editor_get_selection (tl_window_get_editor (window)));
}

TlId
tl_kit_find_step (TlWindow   *window,
                  const char *label)
{
  for (guint i = 0; i < tl_chart_n (tl_kit_chart (window), TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (tl_kit_chart (window), STEP, TlStep, i);

    if (g_str_equal (step->label, label))
      return step->head.id;
  }
  g_error ("there is no step “%s”", label);
}

void
tl_kit_click (TlWindow *window,
              TlId      id)
{
  TlCanvas *canvas = tl_window_get_canvas (window);
  TlBox box;

  tl_canvas_reveal (canvas, id);
  tl_hand_settle (GTK_WIDGET (window));
  g_assert_true (tl_canvas_locate (canvas, id, &box));
  tl_hand_click (GTK_WIDGET (canvas), box.x + box.w / 2, box.y + box.h / 2);
}

void
tl_kit_write (TlWindow   *window,
              const char *text)
{
  TlCanvas *canvas = tl_window_get_canvas (window);

  TL_HAND_UNTIL (tl_canvas_is_writing (canvas));
  tl_hand_type (text);
  tl_hand_key ("Return");
  TL_HAND_UNTIL (!tl_canvas_is_writing (canvas));
}

/* Details. */

GtkWidget *
tl_kit_row (TlWindow   *window,
            TlId        id,
            const char *xml)
{
  return tl_inspector_get_row (TL_INSPECTOR (tl_window_get_inspector (window)), id, xml);
}

void
tl_kit_select (TlWindow *window,
               TlId      id)
{
  tl_selection_set_one (tl_editor_get_selection (tl_window_get_editor (window)), id);
  tl_hand_settle (GTK_WIDGET (window));
}

void
tl_kit_write_row (TlWindow   *window,
                  TlId        id,
                  const char *xml,
                  const char *text)
{
  GtkWidget *row = tl_kit_row (window, id, xml);

  g_assert_nonnull (row);
  tl_field_row_focus (row);
  tl_hand_settle (GTK_WIDGET (window));
  tl_hand_key ("<Control>a");
  tl_hand_type (text);
  tl_hand_key ("Return");
}

GtkWidget *
tl_kit_find_button (GtkWidget  *widget,
                    const char *text)
{
  const char *label = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget))
    label = gtk_button_get_label (GTK_BUTTON (widget));
  else if (GTK_IS_MENU_BUTTON (widget))
    label = gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));
  if ((GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)) &&
      (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0 ||
       g_strcmp0 (label, text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = tl_kit_find_button (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

void
tl_kit_press (TlWindow   *window,
              const char *text)
{
  GtkWidget *button = tl_kit_find_button (tl_window_get_inspector (window), text);

  if (button == NULL)
    g_error ("there is no button “%s”", text);
  gtk_widget_grab_focus (button);   /* which also scrolls there */
  tl_hand_settle (GTK_WIDGET (window));
  tl_hand_wait (200);
  tl_hand_click (button, gtk_widget_get_width (button) / 2.0,
                 gtk_widget_get_height (button) / 2.0);
  tl_hand_settle (GTK_WIDGET (window));
}

/* Dialogs. */

static GtkWidget *
find_inside (GtkWidget *widget,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_inside (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

GtkWidget *
tl_kit_find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next) {
    GtkWidget *found = find_inside (item->data, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

GtkWidget *
tl_kit_await_dialog (GType type)
{
  GtkWidget *dialog = NULL;

  TL_HAND_UNTIL ((dialog = tl_kit_find_dialog (type)) != NULL);
  tl_hand_settle (dialog);
  tl_hand_focus (GTK_WIDGET (gtk_widget_get_root (dialog)));
  return dialog;
}

void
tl_kit_click_button (GtkWidget  *within,
                     const char *label)
{
  GtkWidget *button = NULL;

  TL_HAND_UNTIL ((button = tl_kit_find_button (within, label)) != NULL);
  tl_hand_wait (450);   /* or it may be the second half of a double click */
  tl_hand_click (button, gtk_widget_get_width (button) / 2.0, gtk_widget_get_height (button) / 2.0);
}
