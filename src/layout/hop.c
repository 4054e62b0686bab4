/* hop.c - where connectors cross: the later one hops.
 *
 * Vertical runs are listed by the position they are in, so that a horizontal run
 * meets only those of the positions it passes.
 */
#include "layout/plan.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  guint  course, k;
  double x, top, bottom;
} Run;

typedef struct {
  guint   connector;   /* in the scene: the one that hops */
  guint   run;         /* of its points: how far along it */
  double  along;
  TlPoint point;
} Hop;

gsize
tl_hop_run_size (void)
{
  return sizeof (Run);
}

gsize
tl_hop_size (void)
{
  return sizeof (Hop);
}

static void
run_ends (const TlPlan   *plan,
          const TlCourse *course,
          guint           k,
          TlPoint        *a,
          TlPoint        *b)
{
  const TlSceneConnector *connector =
    &g_array_index (plan->parts.connectors, TlSceneConnector, course->scene_index);
  const TlPoint *points = &g_array_index (plan->parts.points, TlPoint, connector->first_point);

  *a = points[k];
  *b = points[k + 1];
}

static guint *
list_vertical_runs (TlPlan *plan)
{
  guint *start;

  g_array_set_size (plan->scratch, plan->n_pos + 1);
  start = (guint *) (void *) plan->scratch->data;
  memset (start, 0, (plan->n_pos + 1) * sizeof *start);
  for (guint pass = 0; pass < 2; pass++) {
    for (guint i = 0; i < plan->courses->len; i++) {
      const TlCourse *course = TL_PLAN_COURSE (plan, i);

      for (guint k = 0; k < course->n; k++) {
        TlPoint a, b;

        if (tl_course_is_horizontal (course, k))
          continue;
        if (pass == 0) {
          start[course->at[k] + 1]++;
          continue;
        }
        run_ends (plan, course, k, &a, &b);
        g_array_index (plan->runs, Run, start[course->at[k]]++) =
          (Run) { i, k, a.x, MIN (a.y, b.y), MAX (a.y, b.y) };
      }
    }
    if (pass == 0) {
      for (guint i = 0; i < plan->n_pos; i++)
        start[i + 1] += start[i];
      g_array_set_size (plan->runs, start[plan->n_pos]);
    }
  }
  return start;
}

static int
compare_hops (const void *a,
              const void *b)
{
  const Hop *x = a, *y = b;

  if (x->connector != y->connector)
    return x->connector < y->connector ? -1 : 1;
  if (x->run != y->run)
    return x->run < y->run ? -1 : 1;
  return (x->along > y->along) - (x->along < y->along);
}

/* The run of course @index that begins at @a crosses @run. */
static void
cross (TlPlan    *plan,
       guint      index,
       guint      k,
       TlPoint    a,
       const Run *run)
{
  const TlCourse *other = TL_PLAN_COURSE (plan, run->course);
  Hop hop = { .point = { run->x, a.y } };

  if (index > run->course) {
    hop.connector = TL_PLAN_COURSE (plan, index)->scene_index;
    hop.run = k;
    hop.along = fabs (run->x - a.x);
  } else {
    TlPoint from, to;

    run_ends (plan, other, run->k, &from, &to);
    hop.connector = other->scene_index;
    hop.run = run->k;
    hop.along = fabs (a.y - from.y);
  }
  g_array_append_val (plan->hops, hop);
}

void
tl_hop_find (TlPlan *plan)
{
  TlSceneParts *parts = &plan->parts;
  const guint *end = list_vertical_runs (plan);

  g_array_set_size (plan->hops, 0);
  for (guint i = 0; i < plan->courses->len; i++) {
    const TlCourse *course = TL_PLAN_COURSE (plan, i);

    for (guint k = 0; k < course->n; k++) {
      int from = tl_course_station (plan, course, (int) k - 1);
      int to = tl_course_station (plan, course, (int) k + 1);
      guint first, last;
      TlPoint a, b;

      if (!tl_course_is_horizontal (course, k))
        continue;
      first = MIN (from, to) > 0 ? end[MIN (from, to) - 1] : 0;
      last = end[MAX (from, to)];
      if (first == last)
        continue;
      run_ends (plan, course, k, &a, &b);
      for (guint r = first; r < last; r++) {
        const Run *run = &g_array_index (plan->runs, Run, r);

        if (a.y > run->top && a.y < run->bottom && run->x > MIN (a.x, b.x) &&
            run->x < MAX (a.x, b.x) && run->course != i)
          cross (plan, i, k, a, run);
      }
    }
  }

  if (plan->hops->len > 1)
    qsort (plan->hops->data, plan->hops->len, sizeof (Hop), compare_hops);
  g_array_set_size (parts->hops, plan->hops->len);
  for (guint i = 0; i < plan->hops->len; i++) {
    const Hop *hop = &g_array_index (plan->hops, Hop, i);
    TlSceneConnector *connector =
      &g_array_index (parts->connectors, TlSceneConnector, hop->connector);

    if (connector->n_hops++ == 0)
      connector->first_hop = i;
    g_array_index (parts->hops, TlPoint, i) = hop->point;
  }
}
