/* paint-connectors.c - connectors: rounded corners, hops, arrowheads, labels. */
#include <math.h>

#include "render/paint.h"

#define ARROW_LENGTH 10.0
#define ARROW_WIDTH  8.4

/* Handle length of a Bezier quarter circle, as a share of the radius. */
#define QUARTER 0.5522847498

static const double support_dashes[] = { 5, 3.5 };

/* A straight run of a connector, pointing along its course. */
typedef struct {
  TlPoint a, b;
  double  length;
  double  dx, dy;   /* unit vector from a to b */
} Run;

static Run
get_run (const TlPoint *points,
         guint          i)
{
  Run run = { points[i], points[i + 1], 0, 0, 0 };

  run.length = hypot (run.b.x - run.a.x, run.b.y - run.a.y);
  if (run.length > 0) {
    run.dx = (run.b.x - run.a.x) / run.length;
    run.dy = (run.b.y - run.a.y) / run.length;
  }
  return run;
}

static TlPoint
along (const Run *run,
       double     distance)
{
  return (TlPoint) { run->a.x + run->dx * distance, run->a.y + run->dy * distance };
}

/* How far along @run a hop lies; negative when it is on another run. */
static double
hop_distance (const Run *run,
              TlPoint    hop)
{
  double distance = (hop.x - run->a.x) * run->dx + (hop.y - run->a.y) * run->dy;
  double aside = fabs ((hop.x - run->a.x) * run->dy - (hop.y - run->a.y) * run->dx);

  return aside < 0.01 && distance < run->length ? distance : -1;
}

/* The nearest hop further along @run than @from; the length of the run when there
 * is none. */
static double
next_hop (const TlPainter        *painter,
          const TlSceneConnector *connector,
          const Run              *run,
          double                  from)
{
  double best = run->length;

  for (guint i = 0; i < connector->n_hops; i++) {
    double at = hop_distance (run, painter->scene->hops[connector->first_hop + i]);

    if (at > from && at < best)
      best = at;
  }
  return best;
}

/* Dashes would tear a hop apart: a dashed course has gaps there, and its hops are
 * drawn by themselves. */
typedef enum { COURSE_WHOLE, COURSE_WITH_GAPS, COURSE_HOPS } CoursePart;

/* Half a circle over the other connector: upward from a level run, to the right
 * from an upright one. */
static void
trace_hop (TlPainter  *painter,
           const Run  *run,
           double      at,
           double      radius,
           CoursePart  part)
{
  TlPoint start = along (run, at - radius), middle = along (run, at), end = along (run, at + radius);
  double ux = run->dy != 0 ? 1 : 0, uy = run->dy != 0 ? 0 : -1;
  TlPoint top = { middle.x + ux * radius, middle.y + uy * radius };
  double k = radius * QUARTER;

  if (part == COURSE_HOPS)
    tl_paint_move_to (painter, start);
  else
    tl_paint_line_to (painter, start);
  if (part == COURSE_WITH_GAPS) {
    tl_paint_move_to (painter, end);
    return;
  }
  tl_paint_curve_to (painter, (TlPoint) { start.x + ux * k, start.y + uy * k },
                     (TlPoint) { top.x - run->dx * k, top.y - run->dy * k }, top);
  tl_paint_curve_to (painter, (TlPoint) { top.x + run->dx * k, top.y + run->dy * k },
                     (TlPoint) { end.x + ux * k, end.y + uy * k }, end);
}

/* Every hop of a run, each made smaller where its neighbours or the corners are
 * near. */
static void
trace_hops (TlPainter              *painter,
            const TlSceneConnector *connector,
            const Run              *run,
            double                  from,
            double                  to,
            CoursePart              part)
{
  double free_from = from, at = next_hop (painter, connector, run, from);

  while (at < to) {
    double next = next_hop (painter, connector, run, at + 0.01);
    double room = MIN (at - free_from, next < to ? (next - at) / 2 : to - at);
    double radius = MIN (TL_SCENE_HOP, room);

    if (radius > 0.5)
      trace_hop (painter, run, at, radius, part);
    free_from = at + MAX (radius, 0);
    at = next;
  }
}

/* A run is left for the next one on a quarter circle, as large as fits. */
static double
corner_radius (const TlPoint *points,
               guint          n_points,
               guint          corner)
{
  Run before = get_run (points, corner - 1), after = get_run (points, corner);
  double room_before = corner == 1 ? before.length : before.length / 2;
  double room_after = corner == n_points - 2 ? MAX (after.length - ARROW_LENGTH, after.length / 3)
                                             : after.length / 2;

  if (before.dx * after.dx + before.dy * after.dy != 0)
    return 0;   /* straight on, or straight back */
  return MIN (TL_SCENE_CORNER, MIN (room_before, room_after));
}

static void
trace_corner (TlPainter *painter,
              const Run *before,
              const Run *after,
              double     radius)
{
  double rest = radius * (1 - QUARTER);
  TlPoint corner = before->b;

  tl_paint_curve_to (painter,
                     (TlPoint) { corner.x - before->dx * rest, corner.y - before->dy * rest },
                     (TlPoint) { corner.x + after->dx * rest, corner.y + after->dy * rest },
                     (TlPoint) { corner.x + after->dx * radius, corner.y + after->dy * radius });
}

/* The course without its last @short_by units, which the arrowhead covers. */
static void
trace_course (TlPainter              *painter,
              const TlSceneConnector *connector,
              double                  short_by,
              CoursePart              part)
{
  const TlPoint *points = painter->scene->points + connector->first_point;
  guint n = connector->n_points;
  double turned = 0;   /* how much of the run at hand the last corner took */

  if (part != COURSE_HOPS)
    tl_paint_move_to (painter, points[0]);
  for (guint i = 0; i + 1 < n; i++) {
    Run run = get_run (points, i);
    gboolean last = i + 2 == n;
    double radius = last ? 0 : corner_radius (points, n, i + 1);
    double end = run.length - (last ? short_by : radius);

    if (run.length == 0)
      continue;
    trace_hops (painter, connector, &run, turned, end, part);
    if (end > turned && part != COURSE_HOPS)
      tl_paint_line_to (painter, along (&run, end));
    if (radius > 0 && part != COURSE_HOPS) {
      Run after = get_run (points, i + 1);

      trace_corner (painter, &run, &after, radius);
    }
    turned = radius;
  }
}

static void
paint_arrow (TlPainter *painter,
             const Run *run,
             double     length)
{
  double half = length * ARROW_WIDTH / ARROW_LENGTH / 2;
  TlPoint base = along (run, run->length - length);
  TlPath path = { 0 };

  tl_path_start (&path, run->b);
  tl_path_line (&path, (TlPoint) { base.x - run->dy * half, base.y + run->dx * half });
  tl_path_line (&path, (TlPoint) { base.x + run->dy * half, base.y - run->dx * half });
  tl_path_close (&path);
  tl_paint_path (painter, &path, painter->theme->ink, NULL);
}

static void
paint_label (TlPainter              *painter,
             const TlSceneConnector *connector)
{
  const TlPaint *pill = &painter->theme->pill;
  TlPen pen = { pill->edge, 1, NULL, 0 };
  TlPath path = { 0 };

  if (connector->label.text == NULL || painter->options->simplified)
    return;

  tl_path_rounded (&path, connector->label_box, MIN (connector->label_box.h / 2, 9));
  tl_paint_path (painter, &path, pill->fill, &pen);
  tl_paint_text (painter, &connector->label, pill->text);
}

void
tl_paint_course (TlPainter              *painter,
                 const TlSceneConnector *connector,
                 double                  short_by,
                 const TlPen            *pen)
{
  gboolean apart = pen->dashes != NULL && connector->n_hops > 0;
  TlPen solid = { pen->colour, pen->width, NULL, 0 };

  tl_paint_begin_path (painter);
  trace_course (painter, connector, short_by, apart ? COURSE_WITH_GAPS : COURSE_WHOLE);
  tl_paint_end_path (painter, TL_NO_COLOUR, pen);
  if (!apart)
    return;

  tl_paint_begin_path (painter);
  trace_course (painter, connector, short_by, COURSE_HOPS);
  if (painter->pieces->len > 0)
    tl_paint_end_path (painter, TL_NO_COLOUR, &solid);
}

static void
paint_connector (TlPainter              *painter,
                 const TlSceneConnector *connector)
{
  gboolean is_support = connector->kind == TL_CONNECTOR_SUPPORT;
  TlPen pen = { .width = 1.5 };
  Run last = get_run (painter->scene->points + connector->first_point, connector->n_points - 2);
  double arrow = MIN (ARROW_LENGTH, last.length);

  if (is_support) {
    pen.dashes = support_dashes;
    pen.n_dashes = G_N_ELEMENTS (support_dashes);
  }
  tl_paint_fade (painter, connector->id);
  pen.colour = painter->theme->ink;
  tl_paint_open_record (painter, connector->id, is_support ? "connector support" : "connector flow",
                        tl_paint_connector_title (painter, connector));
  tl_paint_course (painter, connector, arrow - 1, &pen);
  if (arrow > 0)
    paint_arrow (painter, &last, arrow);
  paint_label (painter, connector);
  tl_paint_close (painter);
  tl_paint_unfade (painter);
}

/* All courses in one path, straight and without heads. */
static void
paint_plain_connectors (TlPainter *painter)
{
  const TlScene *scene = painter->scene;
  TlPen pen = { painter->theme->ink, 1.5, NULL, 0 };

  if (painter->options->marks != NULL)
    pen.colour = painter->faded.ink;
  tl_paint_begin_path (painter);
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlSceneConnector *connector = &scene->connectors[i];
    const TlPoint *points = scene->points + connector->first_point;

    if (connector->n_points < 2 || !tl_paint_is_visible (painter, connector->bounds))
      continue;
    tl_paint_move_to (painter, points[0]);
    for (guint k = 1; k < connector->n_points; k++)
      tl_paint_line_to (painter, points[k]);
  }
  if (painter->pieces->len > 0)
    tl_paint_end_path (painter, TL_NO_COLOUR, &pen);
}

void
tl_paint_connectors (TlPainter *painter)
{
  const TlScene *scene = painter->scene;

  tl_paint_open_layer (painter, "connectors");
  if (painter->options->simplified)
    paint_plain_connectors (painter);
  for (guint i = 0; !painter->options->simplified && i < scene->n_connectors; i++) {
    const TlSceneConnector *connector = &scene->connectors[i];

    if (connector->n_points >= 2 && tl_paint_is_visible (painter, connector->bounds))
      paint_connector (painter, connector);
  }
  tl_paint_close (painter);
}
