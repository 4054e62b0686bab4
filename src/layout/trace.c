/* trace.c - courses into points, labels, and the places of badges on them. */
#include "layout/plan.h"

/* Coordinates of the pieces: x of vertical ones, y of horizontal ones. */
static void
settle_pieces (const TlPlan   *plan,
               const TlCourse *course,
               double         *coord)
{
  TlPoint a = tl_box_centre (TL_PLAN_STEP (plan, course->from)->box);
  TlPoint b = tl_box_centre (TL_PLAN_STEP (plan, course->to)->box);
  double out = TL_PLAN_END (plan, course->out_end)->offset;
  double in = TL_PLAN_END (plan, course->in_end)->offset;

  for (guint k = 1; k + 1 < course->n; k++) {
    const TlPlanStrip *strip = tl_course_is_horizontal (course, k) ?
      TL_PLAN_LSTRIP (plan, course->at[k]) : TL_PLAN_PSTRIP (plan, course->at[k]);

    coord[k] = strip->first_track + course->track[k] * TL_PLAN_TRACK / 2;
  }
  coord[course->n - 1] = (tl_side_is_horizontal (course->in) ? b.y : b.x) + in;
  coord[0] = (tl_side_is_horizontal (course->out) ? a.y : a.x) + out;
}

/* Writes the n + 1 points of @course, whose pieces are at @coord. */
static void
write_points (const TlPlan   *plan,
              const TlCourse *course,
              const double   *coord,
              TlPoint        *points)
{
  const TlPlanStep *from = TL_PLAN_STEP (plan, course->from);
  const TlPlanStep *to = TL_PLAN_STEP (plan, course->to);
  TlPoint a = tl_box_centre (from->box), b = tl_box_centre (to->box);
  double last = coord[course->n - 1];

  points[0] = tl_shape_end (from->record->kind, from->box, course->out,
                            coord[0] - (tl_side_is_horizontal (course->out) ? a.y : a.x));
  for (guint k = 0; k + 1 < course->n; k++)
    points[k + 1] = tl_course_is_horizontal (course, k) ?
      (TlPoint) { coord[k + 1], coord[k] } : (TlPoint) { coord[k], coord[k + 1] };
  points[course->n] = tl_shape_end (to->record->kind, to->box, course->in,
                                    last - (tl_side_is_horizontal (course->in) ? b.y : b.x));
}

/* A box of @w x @h on the first piece, @ahead beyond what its step takes. */
static TlBox
box_on_course (const TlPlan   *plan,
               const TlCourse *course,
               double          ahead,
               double          w,
               double          h)
{
  const TlPlanStep *from = TL_PLAN_STEP (plan, course->from);
  TlBox box = from->box;
  double at = course->start;

  switch (course->out) {
  case TL_SIDE_RIGHT:
    return (TlBox) { box.x + box.w + ahead, at - h / 2, w, h };
  case TL_SIDE_LEFT:
    return (TlBox) { box.x - ahead - w, at - h / 2, w, h };
  case TL_SIDE_BOTTOM:
    return (TlBox) { at - w / 2, box.y + box.h + from->foot + ahead, w, h };
  case TL_SIDE_TOP:
  case TL_N_SIDES:
  default:
    return (TlBox) { at - w / 2, box.y - from->head - ahead - h, w, h };
  }
}

static TlBox
bounds_of (const TlPoint *points,
           guint          n)
{
  TlPoint low = points[0], high = points[0];

  for (guint i = 1; i < n; i++) {
    low = (TlPoint) { MIN (low.x, points[i].x), MIN (low.y, points[i].y) };
    high = (TlPoint) { MAX (high.x, points[i].x), MAX (high.y, points[i].y) };
  }
  return tl_box_from_corners (low, high);
}

/* Whether the whole course is one run through a column gutter without tracks. */
static gboolean
is_short (const TlPlan   *plan,
          const TlCourse *course)
{
  int from = tl_course_station (plan, course, -1), to = tl_course_station (plan, course, 1);

  return course->n == 1 && tl_side_is_horizontal (course->out) && (from - to) * (from - to) == 4 &&
         TL_PLAN_PSTRIP (plan, (from + to) / 2)->n_tracks == 0;
}

TlBox
tl_trace_badges (const TlPlan   *plan,
                 const TlCourse *course)
{
  gboolean horizontal = tl_side_is_horizontal (course->out);
  double ahead = TL_PLAN_PILL_GAP + (horizontal ? 0 : TL_PLAN_TICK_ROOM);
  TlBox box;

  if (course->label_width > 0)
    ahead += TL_PLAN_PILL_GAP + (horizontal ? course->label_width : course->label_height);
  box = box_on_course (plan, course, ahead, course->badges_width, plan->circle_width);
  /* The first circle stands on the line, whichever way it runs. */
  if (!horizontal)
    box.x = course->start - plan->circle_width / 2;
  /* On a short connector without a label, in the middle. */
  if (course->label_width <= 0 && is_short (plan, course)) {
    TlBox from = TL_PLAN_STEP (plan, course->from)->box;
    TlBox to = TL_PLAN_STEP (plan, course->to)->box;

    box.x = (MIN (from.x + from.w, to.x + to.w) + MAX (from.x, to.x) - box.w) / 2;
  }
  return box;
}

void
tl_trace_courses (TlPlan *plan)
{
  TlSceneParts *parts = &plan->parts;
  guint n_connectors = 0, n_points = 0;

  for (guint i = 0; i < plan->courses->len; i++) {
    guint n = TL_PLAN_COURSE (plan, i)->n;

    n_connectors += n > 0;
    n_points += n > 0 ? n + 1 : 0;
  }
  g_array_set_size (parts->connectors, n_connectors);
  g_array_set_size (parts->points, n_points);
  n_connectors = n_points = 0;
  for (guint i = 0; i < plan->courses->len; i++) {
    TlCourse *course = TL_PLAN_COURSE (plan, i);
    TlPoint *points = &g_array_index (parts->points, TlPoint, n_points);
    TlSceneConnector connector = { .id = course->id, .kind = course->record->kind,
                                   .first_point = n_points, .n_points = course->n + 1 };
    double coord[TL_PLAN_PIECES];

    if (course->n == 0)
      continue;
    settle_pieces (plan, course, coord);
    course->start = coord[0];
    write_points (plan, course, coord, points);
    connector.bounds = bounds_of (points, connector.n_points);
    if (course->label != NULL) {
      connector.label_box = box_on_course (plan, course, TL_PLAN_PILL_GAP, course->label_width,
                                           course->label_height);
      connector.label = (TlSceneText) { course->label, connector.label_box, TL_ALIGN_CENTRE };
      connector.bounds = tl_box_union (connector.bounds, connector.label_box);
    }
    course->scene_index = n_connectors;
    g_array_index (parts->connectors, TlSceneConnector, n_connectors++) = connector;
    n_points += connector.n_points;
  }
}
