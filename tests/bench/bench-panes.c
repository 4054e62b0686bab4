/* bench-panes.c - what it costs the window to keep a pane up with the chart.
 *
 * Opens a made chart of 1,000 and of 10,000 steps, shows one pane after the other, and
 * changes the chart again and again.  Printed is the time this thread computes: for the
 * change itself, for all that follows it, drawing included, and of that for the longest
 * turn of the main loop, which is what a frame may have to wait for.  Nothing passes or
 * fails by time.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../chart-maker.h"
#include "../table-kit.h"
#include "app/progress-strip.h"
#include "document/xml-write.h"
#include "model/ops.h"

#define ROUNDS 15
#define TURNS  400   /* of the main loop, at most, for one change */

static double
thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

typedef struct {
  double change, after, longest;   /* ms */
} Cost;

/* Turns the main loop until it has nothing more to do. */
static void
run_loop (Cost *cost)
{
  guint quiet = 0;

  for (guint i = 0; i < TURNS && quiet < 8; i++) {
    double began = thread_ms (), took;

    if (!g_main_context_iteration (NULL, FALSE)) {
      g_usleep (4000);
      quiet++;
      continue;
    }
    quiet = 0;
    took = thread_ms () - began;
    cost->after += took;
    cost->longest = MAX (cost->longest, took);
  }
}

typedef void (*Change) (TlWindow *window,
                        guint     round);

/* A rating: findings, priorities and registers follow. */
static void
change_rating (TlWindow *window,
               guint     round)
{
  TlChart *chart = tl_kit_chart (window);
  TlId id = tl_chart_nth (chart, TL_RECORD_FAILURE, 7)->id;

  tl_editor_begin (tl_window_get_editor (window), "Rate");
  tl_editor_finish (tl_window_get_editor (window),
                    tl_ops_set (chart, id, "S", round % 2 == 0 ? "9" : "2", NULL), NULL);
}

static void
change_label (TlWindow *window,
              guint     round)
{
  TlChart *chart = tl_kit_chart (window);
  TlId id = tl_chart_nth (chart, TL_RECORD_STEP, 20)->id;

  tl_editor_begin (tl_window_get_editor (window), "Rename");
  tl_editor_finish (tl_window_get_editor (window),
                    tl_ops_set (chart, id, "label", round % 2 == 0 ? "Ask" : "Answer", NULL), NULL);
}

/* A failure point more, and one less. */
static void
change_rows (TlWindow *window,
             guint     round)
{
  TlChart *chart = tl_kit_chart (window);
  TlId step = tl_chart_nth (chart, TL_RECORD_STEP, 21)->id;

  if (round % 2 == 1 && tl_chart_can_undo (chart)) {
    tl_chart_undo (chart);
    return;
  }
  tl_editor_begin (tl_window_get_editor (window), "Add");
  tl_editor_finish (tl_window_get_editor (window),
                    tl_ops_add_failure (chart, step, "Forgotten", NULL) != TL_ID_NONE, NULL);
}

static Cost
measure (TlWindow *window,
         Change    change)
{
  double changes[ROUNDS], afters[ROUNDS], longests[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++) {
    double began = thread_ms ();
    Cost cost = { 0, 0, 0 };

    change (window, i);
    changes[i] = thread_ms () - began;
    run_loop (&cost);
    afters[i] = cost.after;
    longests[i] = cost.longest;
  }
  qsort (changes, ROUNDS, sizeof (double), compare_doubles);
  qsort (afters, ROUNDS, sizeof (double), compare_doubles);
  qsort (longests, ROUNDS, sizeof (double), compare_doubles);
  return (Cost) { changes[ROUNDS / 2], afters[ROUNDS / 2], longests[ROUNDS / 2] };
}

static const struct {
  const char *name;
  Change      change;
} changes[] = { { "rating", change_rating }, { "label", change_label }, { "rows", change_rows } };

static void
bench_pane (TlWindow   *window,
            const char *pane)
{
  Cost rest = { 0, 0, 0 };

  run_loop (&rest);
  printf ("%-22s", pane);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    Cost cost = measure (window, changes[i].change);

    printf ("   %s %6.2f, %6.2f (%6.2f)", changes[i].name, cost.change, cost.after, cost.longest);
  }
  printf ("\n");
  fflush (stdout);
}

static char *
write_chart (guint n_steps)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (n_steps);
  g_autoptr (TlChart) chart = tl_chart_make (&plan);
  g_autofree char *text = tl_xml_write (chart, NULL);
  g_autofree char *name = g_strdup_printf ("tl-panes-%u.throughline", n_steps);
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  if (!g_file_set_contents (path, text, -1, NULL))
    g_error ("%s cannot be written", path);
  return path;
}

static void
bench_pictures (TlWindow *window)
{
  TlBottomPane *pane = TL_BOTTOM_PANE (tl_window_get_bottom_pane (window));
  TlPlotPage *page = tl_bottom_pane_get_pictures (pane);

  tl_bottom_pane_show (pane, TL_PLOT_PAGE_NAME);
  for (TlPlotKind kind = 0; kind < TL_N_PLOTS; kind++) {
    g_autofree char *name = g_strdup_printf ("with picture %s", tl_plot_name (kind));

    gtk_drop_down_set_selected (GTK_DROP_DOWN (tl_plot_page_get_kinds (page)), kind);
    bench_pane (window, name);
  }
}

static void
bench_size (gconstpointer application,
            guint         n_steps)
{
  static const char *const tables[] = { "steps", "failures", "recoveries", "gaps", "standards",
                                        "findings", "items" };
  g_autofree char *path = write_chart (n_steps);
  TlWindow *window = tl_application_open_path ((TlApplication *) application, path);
  GtkWidget *strip = tl_window_get_progress_strip (window);
  GtkWidget *inspector = tl_window_get_inspector (window);
  GtkWidget *outline = tl_window_get_outline (window);

  while (tl_window_get_editor (window) == NULL ||
         !tl_canvas_is_settled (tl_window_get_canvas (window)))
    tl_hand_wait (20);
  tl_kit_ready (window);
  printf ("\n== %u steps: ms for a change, after it (longest turn)\n", n_steps);
  gtk_widget_set_visible (strip, FALSE);
  gtk_widget_set_visible (inspector, FALSE);
  gtk_widget_set_visible (outline, FALSE);
  bench_pane (window, "chart alone");
  gtk_widget_set_visible (outline, TRUE);
  bench_pane (window, "with outline");
  gtk_widget_set_visible (outline, FALSE);
  gtk_widget_set_visible (strip, TRUE);
  bench_pane (window, "with progress");
  gtk_widget_set_visible (strip, FALSE);
  gtk_widget_set_visible (inspector, TRUE);
  tl_kit_select (window, tl_chart_nth (tl_kit_chart (window), TL_RECORD_FAILURE, 7)->id);
  bench_pane (window, "with details");
  gtk_widget_set_visible (inspector, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *name = g_strdup_printf ("with %s", tables[i]);

    gtk_widget_set_visible (tl_window_get_bottom_pane (window), TRUE);
    tl_kit_show_table (window, tables[i]);
    bench_pane (window, name);
  }
  bench_pictures (window);
  gtk_widget_set_visible (strip, TRUE);
  gtk_widget_set_visible (inspector, TRUE);
  gtk_widget_set_visible (outline, TRUE);
  tl_kit_show_table (window, "findings");
  bench_pane (window, "all, with findings");
  tl_kit_hide_tables (window);
  tl_kit_destroy (window);
  g_unlink (path);
}

static void
bench_all (gconstpointer data)
{
  static const guint sizes[] = { 1000, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_size (data, sizes[i]);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = { { "/bench-panes", bench_all } };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
