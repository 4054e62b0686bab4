/* bench-start.c - whole programs as a person starts them.
 *
 * What counts is not that there is a window but that the chart is in it.  So pictures of
 * the window's middle are taken all the time until nothing changes any more, and the
 * first of them that looks like the last says when the program was there: the same
 * measure for every program, whatever it shows on the way.
 */
#include "bench-start.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "../chart-maker.h"
#include "bench.h"
#include "document/xml-write.h"

#define RUNS      5
#define PATIENCE  (60 * G_USEC_PER_SEC)   /* for a window of another program */
#define QUIET     (700 * 1000)            /* microseconds without a change: it is done */
#define INTERVAL  3000                    /* microseconds between pictures */
#define ALIKE     0.99                    /* of the pixels */
#define MIDDLE_W  320                     /* of the window, pixels */
#define MIDDLE_H  200

typedef struct {
  gboolean ok;
  double   ms;   /* from its start until it shows what it shows in the end */
  double   mb;   /* resident then */
} Start;

typedef struct {
  gint64  at;
  XImage *image;
} Picture;

static void
picture_clear (gpointer data)
{
  XDestroyImage (((Picture *) data)->image);
}

static Display *
display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

/* Looking. */

static gboolean
is_main_window (Window             window,
                XWindowAttributes *attributes)
{
  return XGetWindowAttributes (display (), window, attributes) &&
         attributes->map_state == IsViewable && attributes->width > MIDDLE_W &&
         attributes->height > MIDDLE_H;
}

/* The largest there is, or None. */
static Window
find_window (XWindowAttributes *attributes)
{
  Window root, above, found = None, *children = NULL;
  unsigned int n = 0;
  int largest = 0;

  if (!XQueryTree (display (), DefaultRootWindow (display ()), &root, &above, &children, &n))
    return None;
  for (unsigned int i = 0; i < n; i++) {
    XWindowAttributes candidate;

    if (is_main_window (children[i], &candidate) &&
        candidate.width * candidate.height > largest) {
      largest = candidate.width * candidate.height;
      found = children[i];
      *attributes = candidate;
    }
  }
  if (children != NULL)
    XFree (children);
  return found;
}

static XImage *
look (void)
{
  XWindowAttributes attributes;
  Window window = find_window (&attributes);

  return window == None ? NULL
                        : XGetImage (display (), window, (attributes.width - MIDDLE_W) / 2,
                                     (attributes.height - MIDDLE_H) / 2, MIDDLE_W, MIDDLE_H,
                                     AllPlanes, ZPixmap);
}

static double
alike (const XImage *a,
       const XImage *b)
{
  guint same = 0;

  for (int y = 0; y < MIDDLE_H; y++) {
    for (int x = 0; x < MIDDLE_W; x++)
      same += memcmp (a->data + y * a->bytes_per_line + x * 4,
                      b->data + y * b->bytes_per_line + x * 4, 3) == 0;
  }
  return (double) same / (MIDDLE_W * MIDDLE_H);
}

/* Takes pictures until nothing changes any more; FALSE: the program ended, or showed
 * nothing. */
static gboolean
watch (GPid    pid,
       gint64  began,
       GArray *pictures)
{
  gint64 changed = began;

  for (;;) {
    gint64 now = g_get_monotonic_time ();
    Picture picture = { now, look () };
    const XImage *last =
      pictures->len > 0 ? g_array_index (pictures, Picture, pictures->len - 1).image : NULL;

    if (picture.image != NULL && (last == NULL || alike (picture.image, last) < 1)) {
      g_array_append_val (pictures, picture);
      changed = now;
    } else if (picture.image != NULL) {
      XDestroyImage (picture.image);
    }
    if (waitpid (pid, NULL, WNOHANG) != 0 || now - began > PATIENCE)
      return FALSE;
    if (pictures->len > 0 && now - changed > QUIET)
      return TRUE;
    g_usleep (INTERVAL);
  }
}

static double
resident_mb (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents (path, &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line == NULL ? 0 : g_ascii_strtod (line + strlen ("VmRSS:"), NULL) / 1024;
}

/* Starting. */

static GPid
start_program (const char *const *argv)
{
  g_auto (GStrv) environment = g_get_environ ();
  GPid pid = 0;

  /* Warnings of others are not ours to die of. */
  environment = g_environ_unsetenv (environment, "G_DEBUG");
  if (!g_spawn_async (NULL, (char **) argv, environment,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
                        G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_STDOUT_TO_DEV_NULL,
                      NULL, NULL, &pid, NULL))
    return 0;
  return pid;
}

static Start
time_start (const char *const *argv)
{
  g_autoptr (GArray) pictures = g_array_new (FALSE, FALSE, sizeof (Picture));
  XWindowAttributes attributes;
  Start start = { 0 };
  gint64 began;
  GPid pid;

  g_array_set_clear_func (pictures, picture_clear);
  /* The program before it may still be going. */
  for (int i = 0; i < 1000 && find_window (&attributes) != None; i++)
    g_usleep (5000);
  began = g_get_monotonic_time ();
  pid = start_program (argv);
  if (pid == 0)
    return start;
  start.ok = watch (pid, began, pictures);
  for (guint i = 0; start.ok && i < pictures->len; i++) {
    const Picture *picture = &g_array_index (pictures, Picture, i);

    if (alike (picture->image, g_array_index (pictures, Picture, pictures->len - 1).image) < ALIKE)
      continue;
    start.ms = (double) (picture->at - began) / 1e3;
    break;
  }
  start.mb = resident_mb (pid);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  return start;
}

/* Both in turn, so that a busy moment of the machine hits both; medians. */
static void
time_both (const char *const *ours,
           const char *const *theirs,
           Start             *our_start,
           Start             *their_start)
{
  double times[2][RUNS], sizes[2][RUNS];

  our_start->ok = their_start->ok = TRUE;
  for (guint i = 0; i < RUNS; i++) {
    Start a = our_start->ok ? time_start (ours) : (Start) { 0 };
    Start b = theirs != NULL && their_start->ok ? time_start (theirs) : (Start) { 0 };

    our_start->ok = our_start->ok && a.ok;
    their_start->ok = their_start->ok && b.ok;
    times[0][i] = a.ms;
    times[1][i] = b.ms;
    sizes[0][i] = a.mb;
    sizes[1][i] = b.mb;
  }
  our_start->ms = bench_median (times[0], RUNS);
  our_start->mb = bench_median (sizes[0], RUNS);
  their_start->ms = bench_median (times[1], RUNS);
  their_start->mb = bench_median (sizes[1], RUNS);
}

static void
print_both (const char *name,
            const char *unit,
            double      ours,
            const char *peer,
            double      theirs,
            gboolean    peer_ok,
            const char *target)
{
  printf ("%-34s %9.2f %s", name, ours, unit);
  if (peer_ok)
    printf ("   %-24s %9.2f %s  x %-6.2f  %s\n", peer, theirs, unit, ours / theirs, target);
  else
    printf ("   %s: skipped, not installed or shows no window\n", peer);
  fflush (stdout);
}

/* Sizes. */

static char *
save (const char *ending,
      guint       n_steps,
      const char *text)
{
  char *path = g_strdup_printf ("%s/tl-start-%d-%u.%s", g_get_tmp_dir (), getpid (), n_steps,
                                ending);

  if (!g_file_set_contents (path, text, -1, NULL))
    g_error ("%s cannot be written", path);
  return path;
}

static void
bench_start_size (const char *program,
                  guint       n_steps,
                  const char *target)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (n_steps);
  g_autoptr (TlChart) chart = tl_chart_make (&plan);
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_text_measurer_measure (measurer), NULL);
  g_autofree char *text = tl_xml_write (chart, NULL);
  g_autofree char *dia_text = bench_write_dia (tl_layout_scene (layout));
  g_autofree char *path = save ("throughline", n_steps, text);
  g_autofree char *dia_path = save ("dia", n_steps, dia_text);
  g_autofree char *name = g_strdup_printf ("program shows its chart of %u", n_steps);
  const char *ours[] = { program, path, NULL };
  const char *dia[] = { "dia", "--nosplash", dia_path, NULL };
  Start our_start, dia_start;

  time_both (ours, dia, &our_start, &dia_start);
  if (our_start.ok)
    print_both (name, "ms", our_start.ms, "Dia", dia_start.ms, dia_start.ok, target);
  else
    printf ("%s: skipped, the program does not start here\n", name);
  if (our_start.ok && n_steps == 100) {
    const char *demo[] = { "gtk4-demo", NULL };

    time_both (ours, demo, &our_start, &dia_start);
    print_both ("memory of the window on a chart of 100", "MB", our_start.mb, "gtk4-demo",
                dia_start.mb, dia_start.ok, "<= 1.1");
  }
  g_unlink (path);
  g_unlink (dia_path);
}

void
bench_starts (void)
{
  const char *program = g_getenv ("TL_THROUGHLINE");

  if (program == NULL) {
    printf ("starts skipped: TL_THROUGHLINE does not name the program\n");
    return;
  }
  gdk_x11_display_error_trap_push (gdk_display_get_default ());
  bench_start_size (program, 100, "<= 0.75");
  bench_start_size (program, 1000, "<= 0.45");
  gdk_x11_display_error_trap_pop_ignored (gdk_display_get_default ());
}
