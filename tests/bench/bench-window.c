/* bench-window.c - how fast the real window is beside an empty one and beside our peers.
 *
 * For 100, 1,000 and 10,000 steps it opens a made chart in the real window and prints
 * times with their targets; nothing passes or fails by time.
 * A frame is timed from the frame clock's "before-paint" to its "after-paint" and until
 * the X server is done with it; own work is the time this process computed.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "../chart-maker.h"
#include "../window-kit.h"
#include "app/tool.h"
#include "bench-start.h"
#include "bench.h"
#include "document/xml-write.h"

#define FRAMES 40

/* Time. */

static double
median (GArray *values)
{
  return values->len > 0 ? bench_median ((double *) (void *) values->data, values->len) : 0;
}

static double
own_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

typedef struct {
  gint64  began;
  GArray *times;   /* double, ms */
} FrameTimes;

static void
before_paint_cb (GdkFrameClock *clock,
                 FrameTimes    *times)
{
  times->began = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                FrameTimes    *times)
{
  double ms;

  gdk_display_sync (gdk_display_get_default ());
  ms = (double) (g_get_monotonic_time () - times->began) / 1e3;
  g_array_append_val (times->times, ms);
}

typedef void (*Change) (gpointer data,
                        guint    index);

/* The median frame while @change changes something before each. */
static double
time_frames (GtkWidget *widget,
             Change     change,
             gpointer   data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  FrameTimes times = { 0, g_array_new (FALSE, FALSE, sizeof (double)) };
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &times);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &times);
  double ms;

  for (guint i = 0; i < FRAMES; i++) {
    guint drawn = times.times->len;

    change (data, i);
    for (int k = 0; k < 1000 && times.times->len == drawn; k++) {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (200);
    }
  }
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  ms = median (times.times);
  g_array_unref (times.times);
  return ms;
}

static void
print_row (const char *name,
           double      ms,
           const char *beside,
           double      floor_ms,
           const char *target)
{
  printf ("%-34s %9.2f ms", name, ms);
  if (beside != NULL)
    printf ("   %-24s %9.2f ms  x %-6.2f", beside, floor_ms, ms / floor_ms);
  else
    printf ("   %-24s %9s     %-8s", "", "", "");
  printf ("  %s\n", target != NULL ? target : "");
  fflush (stdout);
}

/* An empty window of the same size, all of it drawn anew. */

static void
draw_empty_cb (GtkDrawingArea *area,
               cairo_t        *cr,
               int             width,
               int             height,
               gpointer        data)
{
  guint *index = data;

  cairo_set_source_rgb (cr, *index % 2, 1, 1);
  cairo_paint (cr);
}

typedef struct {
  GtkWidget *area;
  guint      index;
} Empty;

static void
change_empty (gpointer data,
              guint    index)
{
  Empty *empty = data;

  empty->index = index;
  gtk_widget_queue_draw (empty->area);
}

static double
time_empty (void)
{
  Empty empty = { gtk_drawing_area_new (), 0 };
  GtkWidget *window = gtk_window_new ();
  double ms;

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (empty.area), draw_empty_cb, &empty.index, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), empty.area);
  gtk_window_present (GTK_WINDOW (window));
  tl_hand_settle (window);
  ms = time_frames (window, change_empty, &empty);
  gtk_window_destroy (GTK_WINDOW (window));
  tl_hand_wait (50);
  return ms;
}

/* Our window. */

static void
change_pan (gpointer data,
            guint    index)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (data));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 9);
}

static void
change_zoom (gpointer data,
             guint    index)
{
  TlCanvas *canvas = data;
  double zoom = tl_canvas_get_zoom (canvas) * (index % 20 < 10 ? 1.03 : 1 / 1.03);

  tl_canvas_zoom_at (canvas, zoom, 400, 300);
}

static void
settle (TlCanvas *canvas)
{
  for (int i = 0; i < 20000 && !tl_canvas_is_settled (canvas); i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (200);
  }
}

/* A step in view, to be written in and dragged. */
static TlId
visible_step (TlWindow *window)
{
  TlEditor *editor = tl_window_get_editor (window);
  const TlScene *scene = tl_editor_get_scene (editor);
  const TlViewport *view = tl_canvas_get_viewport (tl_window_get_canvas (window));
  TlBox seen = tl_box_grow (tl_viewport_visible (view), -160);

  for (guint i = 0; i < scene->n_steps; i++) {
    if (scene->steps[i].kind == TL_STEP_ACTION &&
        tl_box_contains (seen, tl_box_centre (scene->steps[i].box)))
      return scene->steps[i].id;
  }
  return scene->steps[scene->n_steps / 2].id;
}

/* Own work for each key; XTEST and the main loop's waiting are not ours. */
static double
time_typing (TlWindow *window)
{
  static const char letters[] = "thequickbrownfoxjumpsover";
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  double ms;

  tl_canvas_edit_label (tl_window_get_canvas (window), visible_step (window), "");
  tl_hand_wait (100);
  for (guint i = 0; i + 1 < sizeof letters; i++) {
    const char key[2] = { letters[i], '\0' };
    double began = own_ms ();

    tl_hand_type (key);
    ms = own_ms () - began;
    g_array_append_val (times, ms);
  }
  tl_hand_key ("Escape");
  /* What comes next takes the chart, not the text, with the mouse. */
  TL_HAND_UNTIL (!tl_canvas_is_writing (tl_window_get_canvas (window)));
  tl_hand_settle (GTK_WIDGET (window));
  ms = median (times);
  g_array_unref (times);
  return ms;
}

/* Own work for each motion while a step is dragged, drawing included. */
static double
time_drag (TlWindow *window)
{
  TlCanvas *canvas = tl_window_get_canvas (window);
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  TlBox box;
  double ms;

  if (!tl_canvas_locate (canvas, visible_step (window), &box))
    return 0;
  tl_hand_move (GTK_WIDGET (canvas), box.x + box.w / 2, box.y + box.h / 2);
  tl_hand_button (1, TRUE);
  for (int i = 1; i <= FRAMES; i++) {
    double began = own_ms ();

    tl_hand_move (GTK_WIDGET (canvas), box.x + box.w / 2 + 4 * i, box.y + box.h / 2 + i);
    ms = own_ms () - began;
    if (i > 10)
      g_array_append_val (times, ms);
  }
  tl_hand_key ("Escape");
  tl_hand_button (1, FALSE);
  ms = median (times);
  g_array_unref (times);
  return ms;
}

/* What the hand itself and an idle window cost for each motion. */
static double
time_idle_hand (GtkWidget *window)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  double ms;

  for (int i = 0; i < FRAMES; i++) {
    double began = own_ms ();

    tl_hand_move (window, 400 + i, 20);
    ms = own_ms () - began;
    g_array_append_val (times, ms);
  }
  ms = median (times);
  g_array_unref (times);
  return ms;
}

/* One size. */

static char *
make_chart (guint n_steps)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (n_steps);
  g_autoptr (TlChart) chart = tl_chart_make (&plan);
  g_autofree char *text = tl_xml_write (chart, NULL);
  char *path = g_strdup_printf ("%s/tl-bench-%d-%u.throughline", g_get_tmp_dir (), getpid (), n_steps);

  if (!g_file_set_contents (path, text, -1, NULL))
    g_error ("%s cannot be written", path);
  return path;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
bench_size (gpointer  application,
            guint     n_steps,
            double    empty,
            double    idle)
{
  g_autofree char *path = make_chart (n_steps);
  gint64 began = g_get_monotonic_time ();
  double own = own_ms ();
  TlWindow *window = tl_application_open_path (application, path);
  TlCanvas *canvas = tl_window_get_canvas (window);
  guint waking;

  printf ("\n== %u steps\n", n_steps);
  waking = g_timeout_add (20, wake_cb, NULL);   /* or the loop might wait for nothing */
  while (tl_window_get_editor (window) == NULL || !tl_canvas_is_settled (canvas))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (waking);
  print_row ("open to first full frame", (double) (g_get_monotonic_time () - began) / 1e3, NULL, 0,
             n_steps >= 10000 ? "<= 1500 ms" : NULL);
  print_row ("of it own work", own_ms () - own, NULL, 0, NULL);
  tl_kit_ready (window);
  tl_canvas_set_zoom (canvas, 1.0);
  tl_hand_wait (200);
  settle (canvas);
  print_row ("frame while panning", time_frames (GTK_WIDGET (canvas), change_pan, canvas),
             "empty frame", empty, "<= 1.5");
  print_row ("frame while zooming", time_frames (GTK_WIDGET (canvas), change_zoom, canvas),
             "empty frame", empty, NULL);
  tl_canvas_set_zoom (canvas, 1.0);
  tl_hand_wait (200);
  settle (canvas);
  print_row ("own work for each key in a label", MAX (time_typing (window) - idle, 0),
             "idle hand, taken off", idle, NULL);
  print_row ("own work for each motion, drag", MAX (time_drag (window) - idle, 0),
             "idle hand, taken off", idle, n_steps >= 10000 ? "<= 4 ms" : "<= 2 ms");
  tl_canvas_fit (canvas);
  settle (canvas);
  print_row ("frame while panning, all in view", time_frames (GTK_WIDGET (canvas), change_pan, canvas),
             "empty frame", empty, "<= 1.5");
  tl_kit_destroy (window);
  g_unlink (path);
}

static void
bench_all (gconstpointer data)
{
  static const guint sizes[] = { 100, 1000, 10000 };
  GtkWidget *window;
  double empty, idle;

  bench_starts ();   /* while no window of ours is there */
  empty = time_empty ();
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  tl_hand_settle (window);
  idle = time_idle_hand (window);
  gtk_window_destroy (GTK_WINDOW (window));
  tl_hand_wait (50);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_size ((gpointer) data, sizes[i], empty, idle);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = { { "/bench-window", bench_all } };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
