/* test-window-print.c - printing from the real window: what is chosen, what the preview
 * shows of it, and what is remembered. */
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "app/compat.h"
#include "app/print-dialog.h"
#include "window-kit.h"

typedef struct {
  TlWindow *window;
  char     *path;    /* of a copy that may be written to */
} Fixture;

static void
open_copy (Fixture       *f,
           gconstpointer  application,
           const char    *example)
{
  g_autofree char *source = tl_kit_example (example);
  g_autofree char *name = g_strdup_printf ("tl-print-%s.throughline", example);
  g_autofree char *text = NULL;

  f->path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
  f->window = tl_kit_ready (tl_application_open_path ((TlApplication *) application, f->path));
}

static void
close_copy (Fixture *f)
{
  tl_kit_destroy (f->window);
  g_unlink (f->path);
  g_free (f->path);
}

static TlPrintDialog *
find_dialog (void)
{
  return (TlPrintDialog *) tl_kit_find_dialog (TL_TYPE_PRINT_DIALOG);
}

static TlPrintDialog *
open_dialog (TlWindow *window)
{
  TlPrintDialog *dialog;

  tl_hand_focus (GTK_WIDGET (window));
  tl_hand_key ("<Control>p");
  dialog = TL_PRINT_DIALOG (tl_kit_await_dialog (TL_TYPE_PRINT_DIALOG));
  TL_HAND_UNTIL (tl_print_dialog_is_ready (dialog));
  return dialog;
}

static void
close_dialog (void)
{
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (find_dialog () == NULL);
}

static GtkWidget *
find_check (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_check (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* At the mark itself: a row lets go of a click that a slow machine makes a long one. */
static void
tick (TlPrintDialog *dialog,
      TlPrint        print)
{
  GtkWidget *check = find_check (tl_print_dialog_get_row (dialog, print));
  gboolean before = tl_print_dialog_get_choice (dialog)->prints[print];

  tl_hand_click (check, gtk_widget_get_width (check) / 2.0, gtk_widget_get_height (check) / 2.0);
  TL_HAND_UNTIL (tl_print_dialog_get_choice (dialog)->prints[print] != before);
  TL_HAND_UNTIL (tl_print_dialog_is_ready (dialog));
}

static guint
n_pages (TlPrintDialog *dialog)
{
  return tl_printout_n_pages (tl_print_dialog_get_printout (dialog));
}

/* Why it was left out. */
static const char *
subtitle (TlPrintDialog *dialog,
          TlPrint        print)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (tl_print_dialog_get_row (dialog, print)));
}

static guint64
version (Fixture *f)
{
  return tl_chart_version (tl_kit_chart (f->window));
}

/* What is ticked is what the preview shows, page for page. */
static void
test_tick (gconstpointer data)
{
  Fixture f;
  TlPrintDialog *dialog;
  TlPrintPreview *preview;
  guint64 before;
  guint poster, both;

  open_copy (&f, data, "hotel-check-in");
  before = version (&f);
  dialog = open_dialog (f.window);
  preview = tl_print_dialog_get_preview (dialog);
  poster = n_pages (dialog);
  g_assert_cmpuint (poster, >, 0);
  TL_HAND_UNTIL (tl_print_preview_is_page_drawn (preview));

  tick (dialog, TL_PRINT_RECOVERIES);
  both = n_pages (dialog);
  g_assert_cmpuint (both, >, poster);
  g_assert_cmpstr (tl_print_dialog_get_place (dialog, TL_PRINT_RECOVERIES), !=, "");
  TL_HAND_UNTIL (tl_print_preview_is_settled (preview));
  tick (dialog, TL_PRINT_POSTER);
  g_assert_cmpuint (n_pages (dialog), ==, both - poster);
  g_assert_cmpstr (tl_print_dialog_get_place (dialog, TL_PRINT_POSTER), ==, "");

  /* Nothing left: nothing to print, but no crash and no error. */
  tick (dialog, TL_PRINT_RECOVERIES);
  g_assert_cmpuint (n_pages (dialog), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (tl_kit_find_button (GTK_WIDGET (dialog),
                                                                "_Print…")));
  tick (dialog, TL_PRINT_STEPS);
  g_assert_cmpuint (n_pages (dialog), >, 0);
  TL_HAND_UNTIL (tl_print_preview_is_page_drawn (preview));
  close_dialog ();
  g_assert_cmpuint (version (&f), ==, before);   /* the chart is as it was */
  g_assert_false (tl_document_get_modified (tl_editor_get_document (
    tl_window_get_editor (f.window))));
  close_copy (&f);
}

/* A print-out without content says so, and the others are printed all the same. */
static void
test_left_out (gconstpointer data)
{
  TlWindow *window = tl_kit_blank (data);
  TlPrintDialog *dialog;

  tl_hand_key ("Return");
  tl_kit_write (window, "Guest arrives");
  dialog = open_dialog (window);
  g_assert_cmpuint (n_pages (dialog), ==, 1);
  tick (dialog, TL_PRINT_RECOVERIES);
  g_assert_cmpuint (n_pages (dialog), ==, 1);
  g_assert_nonnull (strstr (subtitle (dialog, TL_PRINT_RECOVERIES), "Left out"));
  g_assert_null (strstr (subtitle (dialog, TL_PRINT_POSTER), "Left out"));
  tick (dialog, TL_PRINT_POSTER);
  g_assert_cmpuint (n_pages (dialog), ==, 0);
  g_assert_nonnull (strstr (subtitle (dialog, TL_PRINT_RECOVERIES), "Left out"));
  close_dialog ();
  tl_kit_destroy (window);
}

static void
test_pages (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlPrintDialog *dialog = open_dialog (window);
  TlPrintPreview *preview = tl_print_dialog_get_preview (dialog);
  double fits;

  g_assert_cmpuint (n_pages (dialog), >, 3);
  TL_HAND_UNTIL (tl_print_preview_is_page_drawn (preview));
  fits = tl_print_preview_get_zoom (preview);
  tl_hand_key ("<Alt>Page_Down");
  TL_HAND_UNTIL (tl_print_preview_get_page (preview) == 1);
  TL_HAND_UNTIL (tl_print_preview_is_page_drawn (preview));
  tl_hand_key ("<Alt>Page_Up");
  TL_HAND_UNTIL (tl_print_preview_get_page (preview) == 0);
  tl_hand_key ("<Alt>Page_Up");   /* there is none before it */
  tl_hand_wait (50);
  g_assert_cmpuint (tl_print_preview_get_page (preview), ==, 0);

  tl_hand_key ("<Control>plus");
  TL_HAND_UNTIL (tl_print_preview_get_zoom (preview) > fits);
  TL_HAND_UNTIL (tl_print_preview_is_page_drawn (preview));
  tl_hand_key ("<Control>9");
  TL_HAND_UNTIL (tl_print_preview_get_zoom (preview) == fits);
  close_dialog ();
  tl_kit_destroy (window);
}

/* The first page of all print-outs at once, and how long it takes to see it. */
static void
test_all (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlPrintDialog *dialog = open_dialog (window);
  TlPrintPreview *preview = tl_print_dialog_get_preview (dialog);
  clock_t worked;
  gint64 start;

  for (TlPrint print = TL_PRINT_POSTER + 1; print < TL_N_PRINTS; print++)
    adw_action_row_activate (ADW_ACTION_ROW (tl_print_dialog_get_row (dialog, print)));
  start = g_get_monotonic_time ();
  worked = clock ();
  TL_HAND_UNTIL (tl_print_dialog_is_ready (dialog));
  TL_HAND_UNTIL (tl_print_preview_is_page_drawn (preview));
  g_test_message ("%u pages: the first seen after %.0f ms, %.0f ms of them at work",
                  n_pages (dialog), (double) (g_get_monotonic_time () - start) / 1000,
                  (double) (clock () - worked) * 1000 / CLOCKS_PER_SEC);
  for (TlPrint print = 0; print < TL_N_PRINTS; print++)
    g_assert_true (*tl_print_dialog_get_place (dialog, print) != '\0' ||
                   *subtitle (dialog, print) != '\0');
  close_dialog ();
  tl_kit_destroy (window);
}

static void
test_pdf (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlPrintDialog *dialog = open_dialog (window);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tl-print.pdf", NULL);
  g_autofree char *bad = g_build_filename (g_get_tmp_dir (), "no-such-folder", "a.pdf", NULL);
  g_autofree char *text = NULL;

  g_unlink (path);
  tl_print_dialog_save (dialog, path);
  TL_HAND_UNTIL (find_dialog () == NULL);   /* done, it closes */
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF-"));

  /* Where it cannot be written it says so, and stays. */
  dialog = open_dialog (window);
  tl_print_dialog_save (dialog, bad);
  tl_kit_await_dialog (tl_question_get_type ());
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (tl_kit_find_dialog (tl_question_get_type ()) == NULL);
  g_assert_true (find_dialog () == dialog);
  tl_hand_focus (GTK_WIDGET (dialog));
  close_dialog ();
  tl_kit_destroy (window);
  g_unlink (path);
}

/* Where people read from right to left, what is chosen stands at the right. */
static void
test_mirrored (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "online-order");
  TlPrintDialog *dialog;
  double row = 0, preview = 0;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  dialog = open_dialog (window);
  TL_HAND_UNTIL (tl_print_preview_is_page_drawn (tl_print_dialog_get_preview (dialog)));
  gtk_widget_translate_coordinates (tl_print_dialog_get_row (dialog, TL_PRINT_POSTER),
                                    GTK_WIDGET (dialog), 0, 0, &row, NULL);
  gtk_widget_translate_coordinates (GTK_WIDGET (tl_print_dialog_get_preview (dialog)),
                                    GTK_WIDGET (dialog), 0, 0, &preview, NULL);
  g_assert_cmpfloat (row, >, preview);
  close_dialog ();
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  tl_kit_destroy (window);
}

/* A chart never printed goes on the paper of the preferences. */
static void
test_paper (gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APP_ID);
  TlWindow *window;
  TlPrintDialog *dialog;
  double width, height;

  g_settings_set_string (settings, "paper", "a3");
  window = tl_kit_open (data, "online-order");
  dialog = open_dialog (window);
  g_assert_true (tl_print_dialog_get_choice (dialog)->paper == tl_paper_find ("a3"));
  tl_pages_page_size (tl_printout_get_pages (tl_print_dialog_get_printout (dialog)), 0, &width,
                      &height);
  g_assert_cmpfloat_with_epsilon (MAX (width, height), tl_paper_find ("a3")->height, 0.01);
  close_dialog ();
  tl_kit_destroy (window);
  g_settings_reset (settings, "paper");
}

/* The choice is this chart's: it comes back with the file, in a new window too, and other
 * charts keep theirs. */
static void
test_remembered (gconstpointer data)
{
  TlApplication *application = (TlApplication *) data;
  TlWindow *other;
  Fixture f;
  TlPrintDialog *dialog;

  open_copy (&f, data, "corner-shoeshine");
  dialog = open_dialog (f.window);
  g_assert_true (tl_print_dialog_get_choice (dialog)->prints[TL_PRINT_POSTER]);
  g_assert_false (tl_print_dialog_get_choice (dialog)->prints[TL_PRINT_STEPS]);
  tick (dialog, TL_PRINT_STEPS);
  tick (dialog, TL_PRINT_POSTER);
  close_dialog ();
  dialog = open_dialog (f.window);
  g_assert_true (tl_print_dialog_get_choice (dialog)->prints[TL_PRINT_STEPS]);
  g_assert_false (tl_print_dialog_get_choice (dialog)->prints[TL_PRINT_POSTER]);
  close_dialog ();
  tl_kit_destroy (f.window);

  f.window = tl_kit_ready (tl_application_open_path (application, f.path));
  dialog = open_dialog (f.window);
  g_assert_true (tl_print_dialog_get_choice (dialog)->prints[TL_PRINT_STEPS]);
  g_assert_false (tl_print_dialog_get_choice (dialog)->prints[TL_PRINT_POSTER]);
  close_dialog ();

  other = tl_kit_open (data, "online-order");
  dialog = open_dialog (other);
  g_assert_false (tl_print_dialog_get_choice (dialog)->prints[TL_PRINT_STEPS]);
  g_assert_true (tl_print_dialog_get_choice (dialog)->prints[TL_PRINT_POSTER]);
  close_dialog ();
  tl_kit_destroy (other);
  close_copy (&f);
}

/* Page breaks are the sheets of the poster, and follow the chart. */
static void
test_breaks (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "appliance-repair");
  TlCanvas *canvas = tl_window_get_canvas (window);
  g_autoptr (GSettings) settings = g_settings_new (TL_APP_ID);
  TlPrintDialog *dialog = open_dialog (window);
  guint n = n_pages (dialog), n_breaks;

  close_dialog ();
  g_assert_cmpuint (tl_canvas_n_breaks (canvas), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page-breaks", NULL);
  g_assert_true (g_settings_get_boolean (settings, "show-page-breaks"));
  TL_HAND_UNTIL (tl_canvas_n_breaks (canvas) == n);

  /* What is chosen about the poster counts, what is chosen about cards does not. */
  tl_hand_focus (GTK_WIDGET (window));
  tl_kit_click (window, tl_chart_nth (tl_kit_chart (window), TL_RECORD_STEP, 3)->id);
  for (guint i = 0; i < 8; i++) {
    tl_hand_key ("Return");
    tl_kit_write (window, "One more");
  }
  TL_HAND_UNTIL (tl_canvas_n_breaks (canvas) > n);
  n_breaks = tl_canvas_n_breaks (canvas);
  dialog = open_dialog (window);
  g_assert_cmpuint (n_pages (dialog), ==, n_breaks);
  close_dialog ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page-breaks", NULL);
  TL_HAND_UNTIL (tl_canvas_n_breaks (canvas) == 0);
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  const TlKitCase cases[] = {
    { "/print/tick", test_tick },
    { "/print/left-out", test_left_out },
    { "/print/pages", test_pages },
    { "/print/all", test_all },
    { "/print/pdf", test_pdf },
    { "/print/mirrored", test_mirrored },
    { "/print/paper", test_paper },
    { "/print/remembered", test_remembered },
    { "/print/breaks", test_breaks },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
