/* window-kit.c - what tests of the real window share. */
#include "window-kit.h"

#include <locale.h>

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
