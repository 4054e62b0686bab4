/* bench.c - how fast we are beside what the machine itself needs, and beside our peers.
 *
 *   bench [--slow] [SIZE...]
 *
 * Prints a table for each size (100, 1,000, 10,000 steps when none is named).  A
 * row tells our time, that of the floor measured in the same run, their ratio, and
 * the target for the ratio; nothing passes or fails by time.  --slow also runs
 * peers that take minutes.  $TL_TLINE is the command line to run beside peers.
 */
#include "bench.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../chart-maker.h"
#include "document/xml-write.h"

typedef struct {
  const char *name;
  BenchNeeds  needs;
  BenchJob    job;
  const char *floor_name;      /* NULL = no floor */
  BenchNeeds  floor_needs;
  BenchJob    floor;
  const char *targets[3];      /* at 100, 1,000, 10,000; NULL = none */
} Row;

static const Row rows[] = {
  { "read and validate", BENCH_NEEDS_BYTES, bench_read,
    "bare SAX parse", BENCH_NEEDS_BYTES, floor_read,
    { NULL, "<= 2.5", "<= 2.5" } },
  { "write and save", BENCH_NEEDS_CHART, bench_save,
    "bare write, fsync, rename", BENCH_NEEDS_BYTES, floor_save,
    { NULL, "<= 3", "<= 4" } },
  { "all rules", BENCH_NEEDS_CHART, bench_rules, NULL, 0, NULL,
    { NULL, "<= 10 ms", "<= 100 ms, 12 x 1,000" } },
  { "all figures", BENCH_NEEDS_FLOW, bench_figures, NULL, 0, NULL,
    { NULL, "<= 20 ms", "<= 300 ms, 12 x 1,000" } },
  { "arrange", BENCH_NEEDS_CHART, bench_arrange, NULL, 0, NULL, { NULL, NULL, NULL } },
  { "layout from cold", BENCH_NEEDS_CHART, bench_layout,
    "bare Pango, texts only", BENCH_NEEDS_SCENE, floor_measure,
    { NULL, NULL, NULL } },
  { "scene after one edit", BENCH_NEEDS_SCENE, bench_touch, NULL, 0, NULL,
    { NULL, "<= 0.5 ms", "<= 5 ms" } },
  { "scene after a connector", BENCH_NEEDS_SCENE, bench_connect, NULL, 0, NULL,
    { NULL, "<= 0.5 ms", "<= 5 ms" } },
  { "paint 1920x1080", BENCH_NEEDS_SCENE, bench_paint,
    "bare cairo and Pango", BENCH_NEEDS_SCENE, floor_paint,
    { NULL, NULL, NULL } },
  { "scene to SVG", BENCH_NEEDS_SCENE, bench_svg,
    "bare printf", BENCH_NEEDS_SCENE, floor_svg,
    { NULL, NULL, NULL } },
  { "scene to PDF", BENCH_NEEDS_SCENE, bench_pdf,
    "bare cairo and Pango", BENCH_NEEDS_SCENE, floor_pdf,
    { NULL, NULL, NULL } },
  { "scene to PNG", BENCH_NEEDS_SCENE, bench_png,
    "bare cairo and Pango", BENCH_NEEDS_SCENE, floor_png,
    { NULL, NULL, NULL } },
};

static void
print_row (const char  *name,
           BenchFigure  ours,
           const char  *other_name,
           BenchFigure  other,
           double       ratio,
           const char  *target)
{
  if (!ours.ok) {
    printf ("%-26s failed\n", name);
    return;
  }
  printf ("%-26s %10.2f ms %7.1f MB", name, ours.ms, ours.mb);
  if (other_name == NULL)
    printf ("   %-26s %24s", "", "");
  else if (!other.ok)
    printf ("   %-26s %24s", other_name, "failed");
  else
    printf ("   %-26s %10.2f ms %7.1f MB", other_name, other.ms, other.mb);
  if (other_name != NULL && other.ok)
    printf ("  x %-8.2f", ratio);
  else
    printf ("  %-10s", "");
  printf (" %s\n", target != NULL ? target : "");
  fflush (stdout);
}

static void
save_text (const char *path,
           const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}

/* Makes the files in a child too, so that this process stays small: what it holds,
 * every child would hold. */
static void
make_files (BenchWork *work)
{
  const BenchCase *size = work->size;
  TlChartPlan plan = TL_CHART_PLAN_USUAL (size->n_steps);
  g_autoptr (TlChart) chart = tl_chart_make (&plan);
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_text_measurer_measure (measurer), NULL);
  g_autofree char *text = tl_xml_write (chart, NULL);
  g_autofree char *dia = bench_write_dia (tl_layout_scene (layout));
  g_autofree char *dot = bench_write_dot (chart);

  save_text (size->chart, text);
  save_text (size->dia, dia);
  save_text (size->dot, dot);
}

static void
print_sizes (const BenchCase *size)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  g_file_get_contents (size->chart, &text, &length, NULL);
  printf ("\n== %u steps, %.2f MB of XML; %s, medians of %d runs or more\n", size->n_steps,
          (double) length / 1e6,
#ifdef __OPTIMIZE__
          "optimised build",
#else
          "NOT an optimised build: do not quote",
#endif
          BENCH_RUNS);
}

/* Whole programs, from file to file. */

static BenchFigure
run_ours (const BenchCase *size,
          const char      *ending,
          guint            runs)
{
  const char *tline = g_getenv ("TL_TLINE");
  g_autofree char *name = g_strconcat ("ours.", ending, NULL);
  g_autofree char *out = g_build_filename (size->folder, name, NULL);
  char *argv[] = { (char *) tline, (char *) "export", size->chart, (char *) "-o", out, NULL };

  return tline == NULL ? (BenchFigure) { 0 } : bench_program (argv, runs);
}

static void
compare_peer (const BenchCase *size,
              const char      *ending,
              const char      *name,
              char           **argv,
              const char      *target)
{
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autofree char *row = g_strdup_printf ("file to %s", ending);
  guint runs = size->n_steps > 3000 ? 1 : BENCH_RUNS;
  BenchFigure ours, peer;

  if (program == NULL) {
    printf ("%-26s skipped: %s is not installed\n", row, argv[0]);
    return;
  }
  ours = run_ours (size, ending, BENCH_RUNS);
  peer = bench_program (argv, runs);
  print_row (row, ours, name, peer, ours.ok && peer.ok ? peer.ms / ours.ms : 0, target);
}

/* The chart on sheets of A4, beside a picture of it that Dia makes. */
static void
compare_poster (const BenchCase *size,
                char           **dia_pdf)
{
  g_autofree char *out = g_build_filename (size->folder, "poster.pdf", NULL);
  g_autofree char *dia = g_find_program_in_path (dia_pdf[0]);
  char *print[] = { (char *) g_getenv ("TL_TLINE"), (char *) "print", size->chart,
                    (char *) "--tile", (char *) "-o", out, NULL };
  guint runs = size->n_steps > 3000 ? 1 : BENCH_RUNS;
  BenchFigure ours = bench_program (print, runs), peer = { 0 };

  if (dia != NULL)
    peer = bench_program (dia_pdf, runs);
  print_row ("file to poster, tiles", ours, dia != NULL ? "dia to pdf" : NULL, peer,
             ours.ok && peer.ok ? peer.ms / ours.ms : 0, "> 1");
}

/* What a manager prints of a finished chart, from file to file. */
static void
bench_prints (const char *folder)
{
  const char *examples = g_getenv ("TL_EXAMPLES"), *tline = g_getenv ("TL_TLINE");
  g_autofree char *chart = g_build_filename (examples != NULL ? examples : "",
                                             "hotel-check-in.throughline", NULL);
  g_autofree char *out = g_build_filename (folder, "prints.pdf", NULL);
  char *argv[] = { (char *) tline, (char *) "print", chart, (char *) "--what", (char *) "all",
                   (char *) "-o", out, NULL };

  if (examples == NULL || tline == NULL) {
    printf ("print-outs skipped: TL_TLINE or TL_EXAMPLES is not set\n");
    return;
  }
  printf ("\n== hotel-check-in, whole process\n");
  print_row ("all print-outs", bench_program (argv, BENCH_RUNS), NULL, (BenchFigure) { 0 }, 0,
             "< 1500 ms");
}

static void
compare_peers (const BenchCase *size,
               gboolean         slow)
{
  static const char *const dia_targets[3] = { ">= 8", ">= 12", ">= 20, 1/4 of the memory" };
  static const char *const pdf_targets[3] = { ">= 6", ">= 3.5", ">= 4" };
  static const char *const dot_targets[3] = { NULL, ">= 6", ">= 150" };
  g_autofree char *svg = g_build_filename (size->folder, "peer.svg", NULL);
  g_autofree char *pdf = g_build_filename (size->folder, "peer.pdf", NULL);
  char *dia_svg[] = { (char *) "dia", (char *) "-t", (char *) "svg", (char *) "-e", svg,
                      size->dia, NULL };
  char *dia_pdf[] = { (char *) "dia", (char *) "-t", (char *) "pdf", (char *) "-e", pdf,
                      size->dia, NULL };
  char *dot_svg[] = { (char *) "dot", (char *) "-Tsvg", (char *) "-o", svg, size->dot, NULL };

  if (g_getenv ("TL_TLINE") == NULL) {
    printf ("peers skipped: TL_TLINE does not name the command line\n");
    return;
  }
  compare_peer (size, "svg", "dia, whole process", dia_svg, dia_targets[size->index]);
  compare_peer (size, "pdf", "dia, whole process", dia_pdf, pdf_targets[size->index]);
  compare_poster (size, dia_pdf);
  if (size->n_steps > 3000 && !slow)
    printf ("%-26s skipped: dot takes minutes; run with --slow\n", "file to svg");
  else
    compare_peer (size, "svg", "dot, lays out as well", dot_svg, dot_targets[size->index]);
}

/* Ours and the floor in turn.  Short jobs three times, the least median of each, for a
 * neighbour on the machine may slow one of the two and make a ratio of nothing. */
static void
bench_row (const BenchCase *size,
           const Row       *row)
{
  BenchFigure ours = { 0 }, floor = { 0 };
  guint rounds = 1;

  for (guint i = 0; i < rounds; i++) {
    BenchFigure a = bench_job (size, row->needs, row->job);
    BenchFigure b = { 0 };

    if (row->floor != NULL)
      b = bench_job (size, row->floor_needs, row->floor);
    if (i == 0 || a.ms < ours.ms)
      ours = a;
    if (i == 0 || b.ms < floor.ms)
      floor = b;
    if (i == 0 && a.ok && a.ms + b.ms < 100)
      rounds = 3;
  }
  print_row (row->name, ours, row->floor_name, floor, floor.ms > 0 ? ours.ms / floor.ms : 0,
             row->targets[size->index]);
}

static void
bench_size (const char *folder,
            guint       n_steps,
            gboolean    slow)
{
  BenchCase size = {
    .n_steps = n_steps, .index = n_steps < 400 ? 0 : n_steps < 4000 ? 1 : 2, .folder = folder,
    .chart = g_build_filename (folder, "bench.throughline", NULL),
    .dia = g_build_filename (folder, "bench.dia", NULL),
    .dot = g_build_filename (folder, "bench.dot", NULL),
  };

  /* The maker needs no file, so begin with an empty one. */
  save_text (size.chart, "");
  if (!bench_job (&size, BENCH_NEEDS_BYTES, make_files).ok)
    g_error ("cannot make the files");
  print_sizes (&size);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    bench_row (&size, &rows[i]);
  compare_peers (&size, slow);
  g_free (size.chart);
  g_free (size.dia);
  g_free (size.dot);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  static const guint usual[] = { 100, 1000, 10000 };
  g_autofree char *folder = g_dir_make_tmp ("throughline-bench-XXXXXX", NULL);
  gboolean slow = FALSE;
  guint n_asked = 0;

  if (folder == NULL)
    g_error ("no folder for temporary files");
  printf ("ours / floor: times ours takes as long; peer / ours: times the peer takes as long\n");
  for (int i = 1; i < argc; i++)
    slow = slow || strcmp (argv[i], "--slow") == 0;
  for (int i = 1; i < argc; i++) {
    guint n_steps = (guint) CLAMP (atoi (argv[i]), 0, 100000);

    if (n_steps >= 2) {
      bench_size (folder, n_steps, slow);
      n_asked++;
    }
  }
  for (guint i = 0; n_asked == 0 && i < G_N_ELEMENTS (usual); i++)
    bench_size (folder, usual[i], slow);
  bench_prints (folder);
  remove_folder (folder);
  return 0;
}
