/* test-window-access.c - preferences, and what those need who do not see or point. */
#include <glib/gstdio.h>

#include "app/preferences.h"
#include "app/recent.h"
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

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/preferences/scheme", test_scheme },
    { "/preferences/rows", test_rows },
    { "/preferences/new-charts", test_new_charts },
    { "/preferences/reopen", test_reopen },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
