/* test-window-edit.c - changing a chart where it stands, in the real window. */
#include <string.h>

#include "document/fragment.h"
#include "window-kit.h"

/* The clipboard. */

static GdkClipboard *
clipboard_of (TlWindow *window)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (window));
}

static void
spliced_cb (GObject      *out,
            GAsyncResult *result,
            gpointer      data)
{
  GBytes **bytes = data;
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (out), result, &error);
  g_assert_no_error (error);
  *bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) in =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_splice_async (out, in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT,
                                NULL, spliced_cb, data);
}

/* What another program would get. */
static GBytes *
read_clipboard (TlWindow   *window,
                const char *type)
{
  const char *types[] = { type, NULL };
  GBytes *bytes = NULL;

  gdk_clipboard_read_async (clipboard_of (window), types, G_PRIORITY_DEFAULT, NULL, read_cb,
                            &bytes);
  TL_HAND_UNTIL (bytes != NULL);
  return bytes;
}

static gboolean
holds (GBytes     *bytes,
       const char *text)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);

  return g_strstr_len (start, (gssize) size, text) != NULL;
}

/* Copied in one window, pasted in another. */
static void
test_between_windows (gconstpointer data)
{
  TlWindow *from = tl_kit_open (data, "hotel-check-in");
  TlWindow *to;
  TlChart *chart;
  TlId id = tl_kit_find_step (from, "Guest books a room");
  guint n_steps;

  tl_kit_click (from, id);
  TL_HAND_UNTIL (tl_kit_selected (from) == id);
  tl_hand_key ("<Control>c");
  to = tl_kit_open (data, "corner-shoeshine");
  chart = tl_kit_chart (to);
  n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  tl_hand_key ("<Control>v");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps + 1);
  g_assert_cmpuint (tl_kit_selected (to), ==, tl_kit_find_step (to, "Guest books a room"));

  /* Again, beside the first: nothing covers anything. */
  tl_hand_key ("<Control>v");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps + 2);
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps + 1);
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps);
  g_assert_false (tl_chart_can_undo (chart));
  tl_kit_destroy (to);
  tl_kit_destroy (from);
}

static void
test_cut (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  guint n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  guint n_recoveries = tl_chart_n (chart, TL_RECORD_RECOVERY);
  guint n_failures = tl_chart_n (chart, TL_RECORD_FAILURE);

  tl_kit_click (window, tl_kit_find_step (window, "Guest books a room"));
  tl_hand_key ("<Control>a");
  tl_hand_key ("<Control>x");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == 0);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_FAILURE), ==, 0);
  tl_hand_key ("<Control>v");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == n_steps);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_FAILURE), ==, n_failures);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_RECOVERY), ==, n_recoveries);
  g_assert_cmpuint (tl_selection_get_n (tl_editor_get_selection (tl_window_get_editor (window))),
                    ==, n_steps);
  tl_hand_key ("<Control>z");
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (!tl_chart_can_undo (chart));
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, n_steps);
  tl_kit_destroy (window);
}

/* Into other programs, as each of them likes it. */
static void
test_formats (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  static const char png[] = "\x89PNG";
  static const struct {
    const char *type, *held;
  } rows[] = {
    { TL_FRAGMENT_TYPE, "urn:throughline:chart:1" },
    { "image/svg+xml", "<svg" },
    { "image/png", "IHDR" },
    { "text/plain;charset=utf-8", "Brush shoes\n" },
  };

  tl_kit_click (window, tl_kit_find_step (window, "Brush shoes"));
  tl_hand_key ("<Control>c");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) bytes = read_clipboard (window, rows[i].type);

    if (g_str_equal (rows[i].type, "image/png"))
      g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), png, 4), ==, 0);
    else
      g_assert_true (holds (bytes, rows[i].held));
    g_assert_false (holds (bytes, "Buff"));   /* which was not copied */
  }
  tl_kit_destroy (window);
}

static const TlStep *
step_labelled (TlWindow   *window,
               const char *label)
{
  return TL_CHART_GET (tl_kit_chart (window), STEP, TlStep, tl_kit_find_step (window, label));
}

/* Each line of text is a step; what no label holds is kept. */
static void
test_text (gconstpointer data)
{
  TlWindow *window = tl_kit_blank (data);
  TlChart *chart = tl_kit_chart (window);
  g_autofree char *longer = g_strnfill (130, 'w');
  g_autofree char *text = g_strdup_printf ("1. Guest calls\r\n\n  - Desk answers \n%s\n", longer);
  const TlStep *first, *second, *last;

  gdk_clipboard_set_text (clipboard_of (window), text);
  tl_hand_key ("<Control>v");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == 3);
  first = step_labelled (window, "Guest calls");
  second = step_labelled (window, "Desk answers");
  last = TL_CHART_NTH (chart, STEP, TlStep, 2);
  g_assert_cmpuint (first->lane, ==, second->lane);
  g_assert_cmpint (second->column, ==, first->column + 1);
  g_assert_cmpstr (last->how, ==, longer);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_CONNECTOR), ==, 2);
  g_assert_cmpstr (tl_chart_undo_label (chart), ==, "Paste 3 Lines as Steps");
  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (tl_chart_n (chart, TL_RECORD_STEP) == 0);

  /* What nothing can be made of changes nothing. */
  gdk_clipboard_set_text (clipboard_of (window), " \n\t\n");
  tl_hand_key ("<Control>v");
  tl_hand_wait (100);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, 0);
  g_assert_false (tl_chart_can_undo (chart));
  tl_kit_destroy (window);
}

/* In a label that is written the keys are the label's. */
static void
test_in_label (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "corner-shoeshine");
  TlChart *chart = tl_kit_chart (window);
  guint n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  TlId id = tl_kit_find_step (window, "Buff");

  tl_kit_click (window, id);
  tl_hand_key ("F2");
  TL_HAND_UNTIL (tl_canvas_is_writing (tl_window_get_canvas (window)));
  tl_hand_key ("<Control>a");
  tl_hand_key ("<Control>c");
  tl_hand_key ("End");
  tl_hand_key ("<Control>v");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (g_str_equal (TL_CHART_GET (chart, STEP, TlStep, id)->label, "BuffBuff"));
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, n_steps);
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window-edit/clipboard/between-windows", test_between_windows },
    { "/window-edit/clipboard/cut", test_cut },
    { "/window-edit/clipboard/formats", test_formats },
    { "/window-edit/clipboard/text", test_text },
    { "/window-edit/clipboard/in-label", test_in_label },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
