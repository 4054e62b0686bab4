/* port.c - where along the side of a step each course leaves or arrives.
 *
 * Along a side, from its start: those that turn back towards the start, the
 * nearest turn first; straight ones, which stand in the middle; those that turn
 * the other way, the nearest turn last.  In that order they do not cross.
 * Spacing leaves room for the labels on them; steps grow when it is needed.
 */
#include "layout/plan.h"

#include <stdlib.h>

#define SPACE_DOWN     13.0   /* between ends along a left or right side */
#define SPACE_ACROSS   22.0   /* along a top or bottom */
#define LABEL_SPACE     5.0   /* between a label and its neighbour */
#define CLOSE           7.0   /* courses nearer than this read as one */
#define NUDGE           8.0
#define MAX_NUDGES     40
#define END_MARGIN     12.0   /* from an end to the corner of its step */
#define BADGE_MARGIN    7.0   /* from an end to a badge */

/* Half of the room that @end takes along @side.  A straight course counts the same at
 * both ends, for both ends must come out level. */
static double
half_size (const TlPlan    *plan,
           const TlCourse  *course,
           const TlPlanEnd *end,
           TlSide           side)
{
  gboolean horizontal = tl_side_is_horizontal (side);
  double size = 0;

  if (!end->leaves && end->turn != 0)
    return 0;
  if (course->label_width > 0)
    size = horizontal ? course->label_height : course->label_width;
  if (course->badges_width > 0)
    size = MAX (size, horizontal ? plan->circle_width
                                 : 2 * course->badges_width - plan->circle_width);
  return size > 0 ? size / 2 + LABEL_SPACE : 0;
}

static void
fill_end (const TlPlan   *plan,
          guint           index,
          gboolean        leaves,
          TlPlanEnd      *end)
{
  const TlCourse *course = TL_PLAN_COURSE (plan, index);
  TlSide side = leaves ? course->out : course->in;
  int own = leaves ? 0 : (int) course->n - 1;
  int near = leaves ? 1 : own - 1, far = leaves ? 2 : own - 2;

  *end = (TlPlanEnd) { .course = index, .leaves = leaves };
  if (course->n > 1) {
    gint64 track = near > 0 && near < (int) course->n - 1 ? course->track[near] : 0;
    gint64 key = ((gint64) course->at[near] << 20) + track;

    end->turn = tl_course_station (plan, course, far) < course->at[own] ? -1 : 1;
    end->reach = side == TL_SIDE_RIGHT || side == TL_SIDE_BOTTOM ? key : -key;
  }
  end->half = half_size (plan, course, end, side);
}

static int
compare_ends (const void *a,
              const void *b)
{
  const TlPlanEnd *x = a, *y = b;

  if (x->turn != y->turn)
    return x->turn < y->turn ? -1 : 1;
  if (x->turn != 0 && x->reach != y->reach)
    return (x->reach < y->reach ? -1 : 1) * (x->turn < 0 ? 1 : -1);
  if (x->course != y->course)
    return x->course < y->course ? -1 : 1;
  return 0;
}

/* Ends side by side, step after step; returns how many. */
static guint
number_ends (TlPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->steps->len; i++) {
    for (TlSide side = 0; side < TL_N_SIDES; side++) {
      TL_PLAN_STEP (plan, i)->first_end[side] = n;
      n += TL_PLAN_STEP (plan, i)->n_ends[side];
    }
  }
  return n;
}

static void
collect_ends (TlPlan *plan)
{
  g_array_set_size (plan->ends, number_ends (plan));
  for (guint i = 0; i < plan->courses->len; i++) {
    const TlCourse *course = TL_PLAN_COURSE (plan, i);

    if (course->n == 0)
      continue;
    fill_end (plan, i, TRUE,
              TL_PLAN_END (plan, TL_PLAN_STEP (plan, course->from)->first_end[course->out]++));
    fill_end (plan, i, FALSE,
              TL_PLAN_END (plan, TL_PLAN_STEP (plan, course->to)->first_end[course->in]++));
  }
  for (guint i = 0; i < plan->steps->len; i++) {
    TlPlanStep *step = TL_PLAN_STEP (plan, i);

    for (TlSide side = 0; side < TL_N_SIDES; side++) {
      step->first_end[side] -= step->n_ends[side];
      if (step->n_ends[side] > 1)
        qsort (TL_PLAN_END (plan, step->first_end[side]), step->n_ends[side],
               sizeof (TlPlanEnd), compare_ends);
    }
  }
}

static double
space_between (const TlPlanEnd *a,
               const TlPlanEnd *b,
               TlSide           side)
{
  return MAX (tl_side_is_horizontal (side) ? SPACE_DOWN : SPACE_ACROSS,
              a->half + b->half);
}

static void
spread_side (TlPlan           *plan,
             const TlPlanStep *step,
             TlSide            side)
{
  guint n = step->n_ends[side];
  TlPlanEnd *ends;
  double shift = 0;
  gboolean anchored = FALSE;

  if (n == 0)
    return;
  ends = TL_PLAN_END (plan, step->first_end[side]);

  for (guint i = 0; i < n; i++) {
    ends[i].offset = i == 0 ? 0 : ends[i - 1].offset +
                                  space_between (&ends[i - 1], &ends[i], side);
    if (ends[i].turn == 0 && !anchored) {
      anchored = TRUE;
      shift = ends[i].offset;
    }
  }
  if (!anchored)
    shift = ends[n - 1].offset / 2;
  for (guint i = 0; i < n; i++)
    ends[i].offset -= shift;
}

/* Whether two ends on facing sides would run along each other, or one through the
 * label of the other. */
static gboolean
clash (const TlPlan    *plan,
       const TlPlanEnd *a,
       const TlPlanEnd *b,
       TlSide           side,
       double           offset)
{
  double room = MAX (CLOSE, a->half + b->half);

  if (fabs (a->offset - offset) >= room || a->course == b->course)
    return FALSE;
  return a->turn == 0 || b->turn == 0 || a->reach >= -b->reach;
}

static gboolean
is_free (const TlPlan     *plan,
         const TlPlanStep *a,
         const TlPlanStep *b,
         TlSide            side,
         const TlPlanEnd  *end,
         double            offset)
{
  for (guint i = 0; i < a->n_ends[side]; i++) {
    if (clash (plan, TL_PLAN_END (plan, a->first_end[side] + i), end, side, offset))
      return FALSE;
  }
  for (guint i = 0; i < b->n_ends[side ^ 1]; i++) {
    const TlPlanEnd *other = TL_PLAN_END (plan, b->first_end[side ^ 1] + i);

    if (other != end && fabs (other->offset - offset) <
        MAX (CLOSE, other->half + end->half))
      return FALSE;
  }
  return TRUE;
}

/* Moves the ends of @b's side that clash with ends of @a, which faces it. */
static void
settle_facing (TlPlan           *plan,
               const TlPlanStep *a,
               const TlPlanStep *b,
               TlSide            side)
{
  for (guint i = 0; i < b->n_ends[side ^ 1]; i++) {
    TlPlanEnd *end = TL_PLAN_END (plan, b->first_end[side ^ 1] + i);

    if (end->turn == 0 || is_free (plan, a, b, side, end, end->offset))
      continue;
    for (int j = 2; j <= 2 * MAX_NUDGES + 1; j++) {
      double offset = end->offset + NUDGE * (j / 2) * (j % 2 == 0 ? end->turn : -end->turn);

      if (is_free (plan, a, b, side, end, offset)) {
        end->offset = offset;
        break;
      }
    }
  }
}

/* What a shape's own corners keep free of ends at the top and bottom. */
static double
corner_of (const TlPlanStep *step,
           TlSide            side)
{
  if (tl_side_is_horizontal (side))
    return END_MARGIN;
  switch (step->record->kind) {
  case TL_STEP_START:
  case TL_STEP_END:
    return step->height / 2;
  case TL_STEP_DECISION:
    return TL_SHAPE_POINT + END_MARGIN / 2;
  case TL_STEP_ACTION:
  case TL_STEP_WAIT:
  case TL_STEP_FORK:
  case TL_STEP_JOIN:
  default:
    return END_MARGIN;
  }
}

/* Boxes grow until their ends fit between their badges. */
static void
make_room (TlPlan     *plan,
           TlPlanStep *step)
{
  for (TlSide side = 0; side < TL_N_SIDES; side++) {
    guint n = step->n_ends[side];
    double need = 0, corner;

    if (n == 0)
      continue;
    corner = corner_of (step, side);
    for (guint i = 0; i < n; i++) {
      const TlPlanEnd *end = TL_PLAN_END (plan, step->first_end[side] + i);
      double room = MAX (BADGE_MARGIN, end->half);

      need = MAX (need, 2 * (MAX (corner, step->before[side] + room) - end->offset));
      need = MAX (need, 2 * (MAX (corner, step->after[side] + room) + end->offset));
    }
    if (tl_side_is_horizontal (side))
      step->height = MAX (step->height, ceil (need));
    else if (step->record->kind != TL_STEP_FORK && step->record->kind != TL_STEP_JOIN)
      step->width = MAX (step->width, ceil (need));
  }
}

/* Tells each course which ends are its own. */
static void
hand_out_ends (TlPlan *plan)
{
  for (guint i = 0; i < plan->ends->len; i++) {
    const TlPlanEnd *end = TL_PLAN_END (plan, i);

    if (end->leaves)
      TL_PLAN_COURSE (plan, end->course)->out_end = i;
    else
      TL_PLAN_COURSE (plan, end->course)->in_end = i;
  }
}

/* All ends along their sides, from the courses and what stands on them alone. */
static void
spread_ends (TlPlan *plan)
{
  collect_ends (plan);
  for (guint i = 0; i < plan->steps->len; i++) {
    for (TlSide side = 0; side < TL_N_SIDES; side++)
      spread_side (plan, TL_PLAN_STEP (plan, i), side);
  }
  for (guint i = 0; i < plan->steps->len; i++) {
    TlPlanStep *step = TL_PLAN_STEP (plan, i);

    if (step->next[TL_SIDE_RIGHT] != TL_PLAN_NONE)
      settle_facing (plan, step, TL_PLAN_STEP (plan, step->next[TL_SIDE_RIGHT]), TL_SIDE_RIGHT);
    if (step->next[TL_SIDE_BOTTOM] != TL_PLAN_NONE)
      settle_facing (plan, step, TL_PLAN_STEP (plan, step->next[TL_SIDE_BOTTOM]),
                     TL_SIDE_BOTTOM);
  }
  hand_out_ends (plan);
  tl_keep_ends (plan);
}

void
tl_port_assign (TlPlan *plan)
{
  if (plan->keeps_ends)
    number_ends (plan);
  else
    spread_ends (plan);
  for (guint i = 0; i < plan->steps->len; i++)
    make_room (plan, TL_PLAN_STEP (plan, i));
}
