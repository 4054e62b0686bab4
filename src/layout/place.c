/* place.c - widths and heights, hence coordinates of everything on the grid. */
#include "layout/plan.h"

#define COLUMN_GUTTER     56.0   /* the least between two columns */
#define EDGE_GUTTER       28.0   /* the least at the left and right of all columns */
#define ROW_GUTTER        48.0   /* the least between two rows of a lane */
#define LANE_PADDING      30.0   /* the least between a row and the edge of its lane */
#define TRACK_TO_BOX      20.0   /* from a track to a box: an arrowhead and a corner */
#define TRACK_TO_EDGE     11.0   /* from a track to the edge of a lane or of the grid */
#define CAPSULE_ROOM      18.0   /* that a wait capsule takes of the gutter left of its step */
#define CIRCLE_ROOM       14.0   /* that a failure point takes of the gutter to the right */
#define ARROW             14.0   /* from a label to what the arrow points at */

/* Length of the first piece of @course that its label and badges take. */
static double
zone_of (const TlPlan   *plan,
         const TlCourse *course)
{
  gboolean horizontal = tl_side_is_horizontal (course->out);
  double zone = 0;

  if (course->label_width > 0)
    zone += TL_PLAN_PILL_GAP + (horizontal ? course->label_width : course->label_height);
  if (course->badges_width > 0)
    zone += TL_PLAN_PILL_GAP + (horizontal ? course->badges_width
                                           : TL_PLAN_TICK_ROOM + plan->circle_width);
  return zone;
}

/* Labels stand on the first piece of their connector, next to the step. */
static void
make_room_for_labels (TlPlan *plan)
{
  for (guint i = 0; i < plan->courses->len; i++) {
    const TlCourse *course = TL_PLAN_COURSE (plan, i);
    const TlPlanStep *from;
    double zone;
    TlPlanStrip *strip;

    if (course->n == 0)
      continue;
    zone = zone_of (plan, course);
    if (zone <= 0)
      continue;
    from = TL_PLAN_STEP (plan, course->from);
    switch (course->out) {
    case TL_SIDE_RIGHT:
      strip = TL_PLAN_PSTRIP (plan, tl_plan_pos (from) + 1);
      strip->before = MAX (strip->before, zone);
      break;
    case TL_SIDE_LEFT:
      strip = TL_PLAN_PSTRIP (plan, tl_plan_pos (from) - 1);
      strip->after = MAX (strip->after, zone);
      break;
    case TL_SIDE_BOTTOM:
      strip = TL_PLAN_LSTRIP (plan, tl_plan_lev (plan, from) + 1);
      strip->before = MAX (strip->before, zone);
      break;
    case TL_SIDE_TOP:
    case TL_N_SIDES:
    default:
      strip = TL_PLAN_LSTRIP (plan, tl_plan_lev (plan, from) - 1);
      strip->after = MAX (strip->after, zone);
      break;
    }
  }
}

/* Sizes of gutter @strip: what is kept before and after its tracks, and at least
 * @least.  Room to spare is shared by both sides. */
static void
size_gutter (TlPlanStrip *strip,
             double       before,
             double       after,
             double       least)
{
  double need, spare;

  if (strip->n_tracks == 0) {
    strip->size = MAX (least, MAX (strip->before + strip->after + ARROW, 0));
    return;
  }
  before = strip->before > 0 ? MAX (before, strip->before + TL_PLAN_PILL_GAP) : before;
  after = strip->after > 0 ? MAX (after, strip->after + TL_PLAN_PILL_GAP) : after;
  need = before + (strip->n_tracks - 1) * TL_PLAN_TRACK + after;
  spare = MAX (0, least - need);
  strip->size = need + spare;
  strip->before = before + spare / 2;
}

static void
settle_strip (TlPlanStrip *strip,
              double      *at)
{
  strip->start = *at;
  strip->first_track = *at + strip->before;
  *at += strip->size;
}

void
tl_place_columns (TlPlan *plan,
                  double  x)
{
  for (guint i = 0; i < plan->steps->len; i++) {
    const TlPlanStep *step = TL_PLAN_STEP (plan, i);
    TlPlanStrip *strip = TL_PLAN_PSTRIP (plan, tl_plan_pos (step));

    strip->size = MAX (strip->size, step->width);
    /* Badges stand out into the gutters. */
    if (step->capsule > 0)
      strip[-1].after = MAX (strip[-1].after, CAPSULE_ROOM);
    if (step->n_failures > 0)
      strip[1].before = MAX (strip[1].before, CIRCLE_ROOM);
  }
  make_room_for_labels (plan);
  plan->grid_x = x;
  for (guint p = 0; p < plan->n_pos; p++) {
    TlPlanStrip *strip = TL_PLAN_PSTRIP (plan, p);
    gboolean first = p == 0, last = p + 1 == plan->n_pos;

    if (p % 2 == 1)
      strip->size = MAX (strip->size, TL_PLAN_BOX_WIDTH);
    else
      size_gutter (strip, first ? TRACK_TO_EDGE : TRACK_TO_BOX - 2,
                   last ? TRACK_TO_EDGE : TRACK_TO_BOX,
                   first || last ? EDGE_GUTTER : COLUMN_GUTTER);
    settle_strip (strip, &x);
  }
  plan->grid_right = x;
}

static void
size_rows (TlPlan *plan)
{
  for (guint i = 0; i < plan->steps->len; i++) {
    const TlPlanStep *step = TL_PLAN_STEP (plan, i);
    guint l = (guint) tl_plan_lev (plan, step);
    TlPlanLevel *level = TL_PLAN_LEVEL (plan, l);
    TlPlanStrip *strip = TL_PLAN_LSTRIP (plan, l);

    strip->size = MAX (strip->size, step->height);
    level->head = MAX (level->head, step->head);
    level->foot = MAX (level->foot, step->foot);
  }
}

static void
size_level (TlPlan *plan,
            guint   l)
{
  TlPlanStrip *strip = TL_PLAN_LSTRIP (plan, l);
  const TlPlanLane *lane = &g_array_index (plan->lanes, TlPlanLane, TL_PLAN_LEVEL (plan, l)->lane);
  gboolean first = l == lane->first_level, last = l + 1 == lane->first_level + lane->n_levels;
  double foot = first ? 0 : TL_PLAN_LEVEL (plan, l - 1)->foot;
  double head = last ? 0 : TL_PLAN_LEVEL (plan, l + 1)->head;

  if (TL_PLAN_LEVEL (plan, l)->is_row) {
    strip->size = MAX (strip->size, TL_PLAN_BOX_HEIGHT);
    return;
  }
  /* Labels begin beyond the badges. */
  if (strip->before > 0)
    strip->before += foot;
  if (strip->after > 0)
    strip->after += head;
  size_gutter (strip, first ? TRACK_TO_EDGE : foot + TRACK_TO_BOX,
               last ? TRACK_TO_EDGE : head + TRACK_TO_BOX,
               MAX (first || last ? LANE_PADDING : ROW_GUTTER, foot + head + ARROW));
}

/* Boxes of a row are equally high and those of a column equally wide, except one
 * that needs more for its ends.  A pill keeps its height: it would become a blob. */
static void
settle_box (TlPlan     *plan,
            TlPlanStep *step)
{
  const TlPlanStrip *column = TL_PLAN_PSTRIP (plan, tl_plan_pos (step));
  guint l = (guint) tl_plan_lev (plan, step);
  const TlPlanStrip *row = TL_PLAN_LSTRIP (plan, l);
  double width = MAX (step->plain_width, step->width);
  double height = MAX (TL_PLAN_LEVEL (plan, l)->plain_height, step->height);

  switch (step->record->kind) {
  case TL_STEP_START:
  case TL_STEP_END:
    height = step->height;
    break;
  case TL_STEP_FORK:
  case TL_STEP_JOIN:
    width = TL_PLAN_BAR_WIDTH;
    break;
  case TL_STEP_ACTION:
  case TL_STEP_DECISION:
  case TL_STEP_WAIT:
  default:
    break;
  }
  step->box = (TlBox) { column->start + (column->size - width) / 2,
                        row->start + (row->size - height) / 2, width, height };
}

double
tl_place_levels (TlPlan *plan,
                 double  y)
{
  size_rows (plan);
  plan->grid_y = y;
  for (guint i = 0; i < plan->lanes->len; i++) {
    TlPlanLane *lane = &g_array_index (plan->lanes, TlPlanLane, i);
    guint first = lane->first_level, last = first + lane->n_levels - 1;
    double height = 0, spare;

    for (guint l = first; l <= last; l++) {
      size_level (plan, l);
      height += TL_PLAN_LSTRIP (plan, l)->size;
    }
    spare = MAX (0, lane->header_height - height) / 2;
    TL_PLAN_LSTRIP (plan, first)->size += spare;
    TL_PLAN_LSTRIP (plan, first)->before += spare;
    TL_PLAN_LSTRIP (plan, last)->size += spare;
    lane->y = y;
    for (guint l = first; l <= last; l++)
      settle_strip (TL_PLAN_LSTRIP (plan, l), &y);
    lane->height = y - lane->y;
  }
  plan->grid_bottom = y;

  for (guint i = 0; i < plan->steps->len; i++)
    settle_box (plan, TL_PLAN_STEP (plan, i));
  return y;
}
