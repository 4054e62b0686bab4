/* bench-run.c - timing in child processes. */
#include "bench.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "document/xml-read.h"

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_median (double *values,
              guint   n)
{
  qsort (values, n, sizeof (double), compare_doubles);
  return values[n / 2];
}

/* The made splits do not come together again in one join, so nothing could be worked
 * out across them: a choice of as many ways stands for each. */
static void
make_splits_decisions (TlChart *chart)
{
  tl_chart_begin (chart, "Decide");
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (step->kind == TL_STEP_FORK)
      ((TlStep *) tl_chart_edit (chart, step->head.id))->kind = TL_STEP_DECISION;
  }
  tl_chart_settle (chart);
}

void
bench_prepare (BenchWork       *work,
               const BenchCase *size,
               BenchNeeds       needs)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (GError) error = NULL;

  *work = (BenchWork) { .size = size };
  if (!g_file_get_contents (size->chart, &work->bytes, &work->length, &error))
    g_error ("%s", error->message);
  if (needs < BENCH_NEEDS_CHART)
    return;

  work->chart = tl_xml_read (work->bytes, work->length, size->chart, problems);
  if (work->chart == NULL)
    g_error ("the made chart cannot be read");
  work->touched = tl_chart_nth (work->chart, TL_RECORD_STEP, size->n_steps / 2)->id;
  if (needs == BENCH_NEEDS_FLOW)
    make_splits_decisions (work->chart);
  if (needs < BENCH_NEEDS_SCENE)
    return;

  work->measurer = tl_text_measurer_new (NULL);
  work->layout = tl_layout_new (work->chart, tl_text_measurer_measure (work->measurer), NULL);
  work->scene = tl_layout_scene (work->layout);
}

/* The most memory this process held so far, in MB. */
static double
most_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line == NULL ? 0 : g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024;
}

static BenchFigure
time_job (const BenchCase *size,
          BenchNeeds       needs,
          BenchJob         job)
{
  double times[101];
  guint n = 0;
  double sum = 0;
  BenchFigure figure = { .ok = TRUE };
  BenchWork work;

  bench_prepare (&work, size, needs);
  /* At the least the runs promised; short jobs more often, for a steadier median. */
  while (n < BENCH_RUNS || (sum < 200 && n < G_N_ELEMENTS (times))) {
    gint64 before = g_get_monotonic_time ();

    job (&work);
    times[n] = (double) (g_get_monotonic_time () - before) / 1000;
    sum += times[n++];
  }
  figure.ms = bench_median (times, n);
  figure.mb = most_memory ();
  return figure;
}

BenchFigure
bench_job (const BenchCase *size,
           BenchNeeds       needs,
           BenchJob         job)
{
  BenchFigure figure = { 0 };
  int ends[2];
  pid_t child;

  if (pipe (ends) != 0)
    return figure;
  fflush (stdout);
  child = fork ();
  if (child == 0) {
    figure = time_job (size, needs, job);
    _exit (write (ends[1], &figure, sizeof figure) == sizeof figure ? 0 : 1);
  }
  close (ends[1]);
  if (read (ends[0], &figure, sizeof figure) != sizeof figure)
    figure.ok = FALSE;
  close (ends[0]);
  waitpid (child, NULL, 0);
  return figure;
}

static gboolean
run_once (char  **argv,
          double *ms,
          double *mb)
{
  gint64 before = g_get_monotonic_time ();
  struct rusage usage;
  int status = 1;
  pid_t child = fork ();

  if (child == 0) {
    int nowhere = open ("/dev/null", O_WRONLY);

    dup2 (nowhere, STDOUT_FILENO);
    dup2 (nowhere, STDERR_FILENO);
    execvp (argv[0], argv);
    _exit (127);
  }
  wait4 (child, &status, 0, &usage);
  *ms = (double) (g_get_monotonic_time () - before) / 1000;
  *mb = (double) usage.ru_maxrss / 1024;
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

BenchFigure
bench_program (char **argv,
               guint  runs)
{
  double times[BENCH_RUNS];
  BenchFigure figure = { .ok = TRUE };

  runs = MIN (runs, BENCH_RUNS);
  for (guint i = 0; i < runs && figure.ok; i++) {
    double mb;

    figure.ok = run_once (argv, &times[i], &mb);
    figure.mb = MAX (figure.mb, mb);
  }
  if (figure.ok)
    figure.ms = bench_median (times, runs);
  return figure;
}
