/* route.c - which way each connector goes, before anything has a length.
 *
 * Straight ones come first: they need nothing else.  The others choose, shortest
 * first, among a few dozen candidates of at most five pieces the one that costs
 * least in length, bends, crossings with what is already there, and crowding of
 * the sides of its steps.  Gutters are never blocked, so a course always exists
 * and no search is needed.
 *
 * Rework (a flow to an earlier column) leaves and arrives by top or bottom, so
 * that it reads as the way back.
 */
#include "layout/plan.h"

#include <stdlib.h>
#include <string.h>

/* Costs, in chart units of detour a reader would accept. */
#define COST_POSITION    104.0   /* from one position to the next */
#define COST_LEVEL        50.0   /* from one level to the next */
#define COST_BEND         90.0
#define COST_CROSSING     70.0
#define COST_ODD_SIDE     30.0   /* a forward flow that leaves or arrives by top or bottom */
#define COST_BACK_SIDE    60.0   /* a flow within a column that leaves or arrives backward */
#define COST_SHARED_SIDE  45.0   /* a side that another course leaves by */
#define COST_MERGE        15.0   /* arriving where another arrives */
#define COST_AGAINST      90.0   /* leaving where another arrives, or the other way round */
#define COST_LABELS       80.0   /* two labels on one side */
#define COST_FAR_TURN      1.0   /* settles ties */

/* Of a crowd on one side no more than these are counted: a fan stays a fan, for going
 * round would cross what it was to spare. */
#define MOST_CROWDED 4

/* Beyond this many cells crossings are not counted. */
#define MAX_COUNTED_CELLS (4u << 20)

/* Positions that are counted more at either side, at the least, when some are wanted. */
#define LEAST_COUNTED 64

#define N_SPANS   64
/* Times that every choice is made again, knowing all others.  The first spares a
 * tenth of the crossings, a second hardly any. */
#define N_REVIEWS 1

/* How far a piece can go from a side of a step before another step is in the way:
 * positions or levels first .. last, both included, @first next to the step. */
typedef struct {
  int first, last, sign;
} Reach;

typedef struct {
  TlPlan           *plan;
  const TlCourse   *course;
  const TlPlanStep *from, *to;
  int               pos_a, lev_a, pos_b, lev_b;   /* of the two steps */
  double            out_cost[TL_N_SIDES], in_cost[TL_N_SIDES];
  double            direct;      /* what the distance alone costs */
  double            best_cost;
  TlWay             best;
  TlRange           across, along;   /* positions where it has counted */
} Search;

static gboolean
is_bar (const TlPlanStep *step)
{
  return step->record->kind == TL_STEP_FORK || step->record->kind == TL_STEP_JOIN;
}

/* Each end of a bar can carry one connector, a straight one.  The label of a bar
 * stands above or below it, so that only one end is to be had; but when a fork
 * has just two ways out, or a join two ways in, both can be at its ends, for then
 * the label stands on the side that is left free. */
static gboolean
side_is_open (const TlPlanStep *step,
              TlSide            side,
              gboolean          leaves)
{
  if (!is_bar (step) || tl_side_is_horizontal (side))
    return TRUE;
  if (step->n_ends[side] > 0)
    return FALSE;
  if (step->n_ends[side ^ 1] == 0)
    return TRUE;
  if (leaves != (step->n_out[side ^ 1] > 0))
    return FALSE;
  return step->record->kind == TL_STEP_FORK ? leaves && step->leaving == 2
                                            : !leaves && step->arriving == 2;
}

TlSide
tl_route_label_side (const TlPlanStep *step)
{
  if (step->n_ends[TL_SIDE_BOTTOM] == 0)
    return TL_SIDE_BOTTOM;
  if (step->n_ends[TL_SIDE_TOP] == 0)
    return TL_SIDE_TOP;
  return step->record->kind == TL_STEP_FORK ? TL_SIDE_RIGHT : TL_SIDE_LEFT;
}

static Reach
reach_of (const TlPlan     *plan,
          const TlPlanStep *step,
          TlSide            side)
{
  guint next = step->next[side];
  const TlPlanStep *other = next != TL_PLAN_NONE ? TL_PLAN_STEP (plan, next) : NULL;

  switch (side) {
  case TL_SIDE_RIGHT:
    return (Reach) { tl_plan_pos (step) + 1,
                     other != NULL ? tl_plan_pos (other) - 1 : (int) plan->n_pos - 1, 1 };
  case TL_SIDE_LEFT:
    return (Reach) { tl_plan_pos (step) - 1, other != NULL ? tl_plan_pos (other) + 1 : 0, -1 };
  case TL_SIDE_BOTTOM:
    return (Reach) { tl_plan_lev (plan, step) + 1,
                     other != NULL ? tl_plan_lev (plan, other) - 1 : (int) plan->n_lev - 1, 1 };
  case TL_SIDE_TOP:
  case TL_N_SIDES:
  default:
    return (Reach) { tl_plan_lev (plan, step) - 1,
                     other != NULL ? tl_plan_lev (plan, other) + 1 : 0, -1 };
  }
}

static gboolean
reaches (Reach reach,
         int   at)
{
  return reach.sign > 0 ? at >= reach.first && at <= reach.last
                        : at <= reach.first && at >= reach.last;
}

/* Adds the pieces of @course at the positions of @range to what others would cross, or
 * takes them out. */
static void
count_pieces (TlPlan         *plan,
              const TlCourse *course,
              TlRange         range,
              int             step)
{
  for (guint k = 0; k < course->n; k++) {
    gboolean horizontal = tl_course_is_horizontal (course, k);
    int at = course->at[k];
    int a = tl_course_station (plan, course, (int) k - 1);
    int b = tl_course_station (plan, course, (int) k + 1);
    int first = MIN (a, b) + 1, last = MAX (a, b) - 1;   /* where it turns is for the tracks */
    guint stride = horizontal ? plan->n_lev : plan->n_pos;
    GArray *uses = horizontal ? plan->horizontal_use : plan->vertical_use;
    guint16 *use = (guint16 *) (void *) uses->data + at;

    if (horizontal) {
      first = MAX (first, range.first);
      last = MIN (last, range.last);
    } else if (at < range.first || at > range.last) {
      continue;
    }
    for (int i = first; i <= last; i++)
      use[(guint) i * stride] = (guint16) (use[(guint) i * stride] + step);
  }
}

/* Counts all courses but @but at the positions of @range, which have not been counted. */
static void
count_range (TlPlan         *plan,
             const TlCourse *but,
             TlRange         range)
{
  gsize n = (gsize) (range.last - range.first + 1), first = (gsize) range.first;

  if (range.first > range.last)
    return;
  for (gsize l = 0; l < plan->n_lev; l++)
    memset ((guint16 *) (void *) plan->vertical_use->data + l * plan->n_pos + first, 0,
            n * sizeof (guint16));
  memset ((guint16 *) (void *) plan->horizontal_use->data + first * plan->n_lev, 0,
          n * plan->n_lev * sizeof (guint16));
  for (guint i = 0; i < plan->courses->len; i++) {
    const TlCourse *course = TL_PLAN_COURSE (plan, i);

    if (course != but && course->n > 0)
      count_pieces (plan, course, range, 1);
  }
}

/* Sees that pieces are counted from @first to @last while @course is chosen.  After an
 * edit few choices are made, near each other: elsewhere nothing is ever counted. */
static void
see_counted (TlPlan         *plan,
             const TlCourse *course,
             int             first,
             int             last)
{
  TlRange was = plan->counted, now = was;
  int more;

  if (first >= was.first && last <= was.last)
    return;
  if (was.first > was.last) {
    was = (TlRange) { first, first - 1 };
    now = (TlRange) { first, last };
  }
  more = MAX (LEAST_COUNTED, now.last - now.first);
  if (first <= was.first)
    now.first = MAX (0, MIN (first, was.first) - more);
  if (last >= was.last)
    now.last = MIN ((int) plan->n_pos - 1, MAX (last, was.last) + more);
  count_range (plan, course, (TlRange) { now.first, was.first - 1 });
  count_range (plan, course, (TlRange) { was.last + 1, now.last });
  plan->counted = now;
}

/* Pieces already laid across the inside of a piece of @course at @at from @a to @b. */
static double
crossings (TlPlan         *plan,
           const TlCourse *course,
           gboolean        horizontal,
           int             at,
           int             a,
           int             b)
{
  const guint16 *use;
  guint sum = 0;
  int low = MIN (a, b) + 1, high = MAX (a, b);

  if (!plan->counts_use || low >= high)
    return 0;
  if (horizontal)
    see_counted (plan, course, low, high - 1);
  else
    see_counted (plan, course, at, at);
  use = horizontal ? &g_array_index (plan->vertical_use, guint16, (guint) at * plan->n_pos)
                   : &g_array_index (plan->horizontal_use, guint16, (guint) at * plan->n_lev);
  for (int i = low; i < high; i++)
    sum += use[i];
  return sum;
}

static double
out_cost (const Search *s,
          TlSide        side)
{
  guint leaving = s->from->n_out[side], arriving = s->from->n_ends[side] - leaving;
  double cost = COST_SHARED_SIDE * MIN (leaving, MOST_CROWDED) +
                COST_AGAINST * MIN (arriving, MOST_CROWDED);

  if (leaving > 0 && s->course->label != NULL)
    cost += COST_LABELS;
  if (s->course->record->kind != TL_CONNECTOR_FLOW)
    return cost;
  if (s->from->column < s->to->column && side != TL_SIDE_RIGHT)
    cost += COST_ODD_SIDE;
  if (s->from->column == s->to->column && side == TL_SIDE_LEFT)
    cost += COST_BACK_SIDE;
  return cost;
}

static double
in_cost (const Search *s,
         TlSide        side)
{
  guint leaving = s->to->n_out[side], arriving = s->to->n_ends[side] - leaving;
  double cost = COST_AGAINST * MIN (leaving, MOST_CROWDED) +
                COST_MERGE * MIN (arriving, MOST_CROWDED);

  if (s->course->record->kind != TL_CONNECTOR_FLOW)
    return cost;
  if (s->from->column < s->to->column && side != TL_SIDE_LEFT)
    cost += COST_ODD_SIDE;
  if (s->from->column == s->to->column && side == TL_SIDE_RIGHT)
    cost += COST_BACK_SIDE;
  return cost;
}

/* The least that a course of @n pieces between these sides can cost. */
static double
least_cost (const Search *s,
            TlSide        out,
            TlSide        in,
            guint         n)
{
  return s->direct + COST_BEND * (n - 1) + s->out_cost[out] + s->in_cost[in];
}

static void
widen (TlRange *range,
       int      at)
{
  range->first = MIN (range->first, at);
  range->last = MAX (range->last, at);
}

/* Weighs one candidate and keeps it when it is the best so far. */
static void
consider (Search *s,
          TlWay     way)
{
  int stations[TL_PLAN_PIECES + 2];   /* the steps are the first and the last */
  gboolean first = tl_side_is_horizontal (way.out);
  double cost = COST_BEND * (way.n - 1) + s->out_cost[way.out] + s->in_cost[way.in];

  stations[0] = first ? s->pos_a : s->lev_a;
  for (guint k = 0; k < way.n; k++)
    stations[k + 1] = way.at[k];
  stations[way.n + 1] = tl_side_is_horizontal (way.in) ? s->pos_b : s->lev_b;
  for (guint k = 0; k < way.n; k++) {
    int length = abs (stations[k + 2] - stations[k]);

    if (length == 0)
      return;   /* folded onto itself: a simpler candidate says the same */
    cost += length * (first == (k % 2 == 0) ? COST_POSITION : COST_LEVEL);
  }
  for (guint k = 0; k < way.n && cost < s->best_cost; k++) {
    gboolean horizontal = first == (k % 2 == 0);

    if (horizontal) {
      widen (&s->across, stations[k]);
      widen (&s->across, stations[k + 2]);
    } else {
      widen (&s->along, way.at[k]);
    }
    cost += COST_CROSSING * crossings (s->plan, s->course, horizontal, way.at[k], stations[k],
                                       stations[k + 2]);
  }
  if (cost >= s->best_cost)
    return;
  s->best_cost = cost;
  s->best = way;
}

/* The nearest gutter to @at, going by @sign; levels have gutters of their own order. */
static gboolean
is_gutter (const TlPlan *plan,
           gboolean      level,
           int           at)
{
  if (level)
    return !TL_PLAN_LEVEL (plan, at)->is_row;
  return at % 2 == 0;
}

/* Courses through one gutter that both sides reach: Z, C and U. */
static void
through_one_gutter (Search *s,
                    TlSide  out,
                    TlSide  in,
                    Reach   a,
                    Reach   b,
                    int     out_at,
                    int     in_at)
{
  gboolean level = !tl_side_is_horizontal (out);
  int low = MAX (MIN (a.first, a.last), MIN (b.first, b.last));
  int high = MIN (MAX (a.first, a.last), MAX (b.first, b.last));
  gboolean near_to = s->from->n_out[out] == 0 || s->to->n_ends[in] > s->to->n_out[in];

  while (low <= high && !is_gutter (s->plan, level, low))
    low++;
  while (high >= low && !is_gutter (s->plan, level, high))
    high--;
  if (low > high)
    return;
  {
    /* Equal costs go to the first: turn near the step where courses meet. */
    int near_end = abs (b.first - low) < abs (b.first - high) ? low : high;
    int other = near_end == low ? high : low;

    if (!near_to) {
      int swap = near_end;

      near_end = other;
      other = swap;
    }
    consider (s, (TlWay) { out, in, 3, { out_at, near_end, in_at } });
    if (other != near_end)
      consider (s, (TlWay) { out, in, 3, { out_at, other, in_at } });
  }
}

/* Gutters next to @at: its two neighbours, when they are on the grid. */
static guint
beside (int  at,
        int  limit,
        int *out)
{
  guint n = 0;

  if (at - 1 >= 0)
    out[n++] = at - 1;
  if (at + 1 < limit)
    out[n++] = at + 1;
  return n;
}

/* Both sides left or right, or both top or bottom: five pieces, with the middle
 * one in a gutter next to either step. */
static void
through_three_gutters (Search *s,
                       TlSide  out,
                       TlSide  in,
                       Reach   a,
                       Reach   b)
{
  gboolean horizontal = tl_side_is_horizontal (out);
  int middle[4];
  guint n;

  if (horizontal) {
    n = beside (s->lev_b, (int) s->plan->n_lev, middle);
    n += beside (s->lev_a, (int) s->plan->n_lev, middle + n);
  } else {
    n = beside (s->pos_b, (int) s->plan->n_pos, middle);
    n += beside (s->pos_a, (int) s->plan->n_pos, middle + n);
  }
  for (guint i = 0; i < n; i++)
    consider (s, (TlWay) { out, in, 5, {
      horizontal ? s->lev_a : s->pos_a, a.first, middle[i], b.first,
      horizontal ? s->lev_b : s->pos_b } });
}

/* One side left or right and the other top or bottom: an L when nothing is in
 * the way, else four pieces. */
static void
round_a_corner (Search *s,
                TlSide  out,
                TlSide  in,
                Reach   a,
                Reach   b)
{
  gboolean horizontal = tl_side_is_horizontal (out);
  int out_at = horizontal ? s->lev_a : s->pos_a, in_at = horizontal ? s->pos_b : s->lev_b;
  int a_limit = (int) (horizontal ? s->plan->n_pos : s->plan->n_lev);
  int b_limit = (int) (horizontal ? s->plan->n_lev : s->plan->n_pos);
  int near_a[3], near_b[3];
  guint n_a, n_b;

  if (reaches (a, in_at) && reaches (b, out_at))
    consider (s, (TlWay) { out, in, 2, { out_at, in_at } });

  if (least_cost (s, out, in, 4) >= s->best_cost)
    return;
  /* Leave by a gutter next to the one step, or next to the other. */
  near_a[0] = a.first;
  n_a = 1 + beside (in_at, a_limit, near_a + 1);
  near_b[0] = b.first;
  n_b = 1 + beside (out_at, b_limit, near_b + 1);
  for (guint i = 0; i < n_a; i++) {
    for (guint k = 0; k < n_b; k++) {
      if (reaches (a, near_a[i]) && reaches (b, near_b[k]))
        consider (s, (TlWay) { out, in, 4, { out_at, near_a[i], near_b[k], in_at } });
    }
  }
}

static gboolean
side_is_allowed (const Search *s,
                 TlSide        side,
                 gboolean      leaves)
{
  const TlPlanStep *step = leaves ? s->from : s->to;

  if (is_bar (step) && (!tl_side_is_horizontal (side) || side == tl_route_label_side (step)))
    return FALSE;
  if (s->course->record->kind != TL_CONNECTOR_FLOW)
    return TRUE;
  if (s->from->column < s->to->column)
    return side != (leaves ? TL_SIDE_LEFT : TL_SIDE_RIGHT);
  if (s->from->column == s->to->column)
    return TRUE;
  return !tl_side_is_horizontal (side) || is_bar (step);
}

/* The candidates between two sides: of the simple kinds, or of those with two more
 * bends. */
static void
search_sides (Search *s,
              TlSide  out,
              TlSide  in,
              Reach   a,
              Reach   b,
              gboolean simple)
{
  gboolean horizontal = tl_side_is_horizontal (out);

  if (horizontal != tl_side_is_horizontal (in)) {
    if (simple && least_cost (s, out, in, 2) < s->best_cost)
      round_a_corner (s, out, in, a, b);
  } else if (simple) {
    if (least_cost (s, out, in, 3) < s->best_cost)
      through_one_gutter (s, out, in, a, b, horizontal ? s->lev_a : s->pos_a,
                          horizontal ? s->lev_b : s->pos_b);
  } else if (least_cost (s, out, in, 5) < s->best_cost) {
    through_three_gutters (s, out, in, a, b);
  }
}

static void
search (Search *s)
{
  static const TlSide order[] = { TL_SIDE_RIGHT, TL_SIDE_BOTTOM, TL_SIDE_TOP, TL_SIDE_LEFT };
  static const TlSide into[] = { TL_SIDE_LEFT, TL_SIDE_TOP, TL_SIDE_BOTTOM, TL_SIDE_RIGHT };
  Reach a[TL_N_SIDES], b[TL_N_SIDES];
  gboolean can_leave[TL_N_SIDES], can_arrive[TL_N_SIDES];

  s->pos_a = tl_plan_pos (s->from);
  s->pos_b = tl_plan_pos (s->to);
  s->lev_a = tl_plan_lev (s->plan, s->from);
  s->lev_b = tl_plan_lev (s->plan, s->to);
  s->direct = abs (s->pos_a - s->pos_b) * COST_POSITION + abs (s->lev_a - s->lev_b) * COST_LEVEL;
  for (TlSide i = 0; i < TL_N_SIDES; i++) {
    can_leave[i] = side_is_allowed (s, i, TRUE);
    can_arrive[i] = side_is_allowed (s, i, FALSE);
    a[i] = reach_of (s->plan, s->from, i);
    b[i] = reach_of (s->plan, s->to, i);
    s->out_cost[i] = out_cost (s, i);
    s->in_cost[i] = in_cost (s, i);
  }
  /* Simple ways first, so that most of the rest is dismissed unseen. */
  for (int simple = 1; simple >= 0; simple--) {
    for (guint i = 0; i < TL_N_SIDES; i++) {
      for (guint k = 0; k < TL_N_SIDES; k++) {
        if (can_leave[order[i]] && can_arrive[into[k]])
          search_sides (s, order[i], into[k], a[order[i]], b[into[k]], simple);
      }
    }
  }
}

void
tl_route_count_ends (TlPlan         *plan,
                     const TlCourse *course)
{
  TlPlanStep *from = TL_PLAN_STEP (plan, course->from), *to = TL_PLAN_STEP (plan, course->to);

  from->n_ends[course->out]++;
  from->n_out[course->out]++;
  to->n_ends[course->in]++;
}

/* Adds @course to what the choice of others is weighed against, or takes it out. */
static void
count (TlPlan         *plan,
       const TlCourse *course,
       gboolean        add)
{
  if (add) {
    tl_route_count_ends (plan, course);
  } else {
    TL_PLAN_STEP (plan, course->from)->n_ends[course->out]--;
    TL_PLAN_STEP (plan, course->from)->n_out[course->out]--;
    TL_PLAN_STEP (plan, course->to)->n_ends[course->in]--;
  }
  if (plan->counted.first <= plan->counted.last)
    count_pieces (plan, course, plan->counted, add ? 1 : -1);
}

/* The side of @from that faces @to with nothing between them, or TL_N_SIDES. */
static TlSide
facing_side (const TlPlan   *plan,
             const TlCourse *course)
{
  const TlPlanStep *from = TL_PLAN_STEP (plan, course->from);
  const TlPlanStep *to = TL_PLAN_STEP (plan, course->to);
  gboolean flow = course->record->kind == TL_CONNECTOR_FLOW;

  for (TlSide side = 0; side < TL_N_SIDES; side++) {
    TlSide opposite = side ^ 1;

    if (from->next[side] != course->to || (flow && side == TL_SIDE_LEFT))
      continue;
    if (side_is_open (from, side, TRUE) && side_is_open (to, opposite, FALSE))
      return side;
  }
  return TL_N_SIDES;
}

static gboolean
lay_straight (TlPlan   *plan,
              TlCourse *course)
{
  TlSide side = facing_side (plan, course);
  const TlPlanStep *from = TL_PLAN_STEP (plan, course->from);

  if (side == TL_N_SIDES)
    return FALSE;
  course->out = side;
  course->in = side ^ 1;
  course->n = 1;
  course->at[0] = tl_side_is_horizontal (side) ? tl_plan_lev (plan, from) : tl_plan_pos (from);
  count (plan, course, TRUE);
  return TRUE;
}

static guint
span (const TlPlan   *plan,
      const TlCourse *course)
{
  const TlPlanStep *from = TL_PLAN_STEP (plan, course->from);
  const TlPlanStep *to = TL_PLAN_STEP (plan, course->to);
  int columns = abs ((int) from->column - (int) to->column);
  int rows = abs ((int) from->row - (int) to->row);

  return MIN (N_SPANS - 1, (guint) MIN (columns, N_SPANS) + (guint) MIN (rows, N_SPANS));
}

/* Chooses a way and keeps what it was chosen by in @round. */
static void
lay (TlPlan   *plan,
     TlCourse *course,
     TlRound  *round)
{
  Search s = { .plan = plan, .course = course, .from = TL_PLAN_STEP (plan, course->from),
               .to = TL_PLAN_STEP (plan, course->to), .best_cost = G_MAXDOUBLE,
               .across = { G_MAXINT, G_MININT }, .along = { G_MAXINT, G_MININT } };

  search (&s);
  *round = (TlRound) { s.best, s.across, s.along };
}

static void
take (TlPlan      *plan,
      TlCourse    *course,
      const TlWay *way)
{
  course->n = way->n;
  if (way->n == 0)
    return;
  course->out = way->out;
  course->in = way->in;
  memcpy (course->at, way->at, sizeof course->at);
  count (plan, course, TRUE);
}

/* The choice of course @index in @round, as it was if that holds. */
static void
choose (TlPlan *plan,
        guint   index,
        guint   round)
{
  TlCourse *course = TL_PLAN_COURSE (plan, index);
  TlChoice *choice = &g_array_index (plan->choices, TlChoice, index);
  TlRound *now = &choice->rounds[round];

  if (tl_again_holds (plan, index, round)) {
    const TlWay *way = &now->way;

    if (round > 0 && way->n == course->n && way->out == course->out && way->in == course->in &&
        memcmp (way->at, course->at, way->n * sizeof *way->at) == 0)
      return;
    if (course->n > 0)
      count (plan, course, FALSE);
    take (plan, course, way);
    return;
  }
  if (course->n > 0)
    count (plan, course, FALSE);
  lay (plan, course, now);
  if (now->way.n == 0 && course->n > 0) {   /* nothing else to be had: it stays */
    now->way = (TlWay) { .out = course->out, .in = course->in, .n = course->n };
    memcpy (now->way.at, course->at, sizeof course->at);
  }
  take (plan, course, &now->way);
  tl_again_chose (plan, index, round);
}

/* Short courses before long ones, for they have less choice. */
static void
lay_others (TlPlan *plan)
{
  guint start[N_SPANS + 1] = { 0 };
  guint *order;
  guint n = 0;

  for (guint i = 0; i < plan->courses->len; i++) {
    const TlChoice *choice = &g_array_index (plan->choices, TlChoice, i);

    if (choice->span != TL_PLAN_NONE) {
      start[choice->span + 1]++;
      n++;
    }
  }
  for (guint i = 0; i < N_SPANS; i++)
    start[i + 1] += start[i];
  g_array_set_size (plan->choice_order, n + 1);
  order = (guint *) (void *) plan->choice_order->data;
  for (guint i = 0; i < plan->courses->len; i++) {
    const TlChoice *choice = &g_array_index (plan->choices, TlChoice, i);

    if (choice->span != TL_PLAN_NONE)
      order[start[choice->span]++] = i;
  }
  for (guint round = 0; round <= N_REVIEWS; round++) {
    for (guint i = 0; i < n; i++)
      choose (plan, order[i], round);
  }
}

/* Begins the account of a choice: all that is known before others are weighed. */
static void
note (TlPlan *plan,
      guint   index)
{
  const TlCourse *course = TL_PLAN_COURSE (plan, index);
  TlChoice *choice = &g_array_index (plan->choices, TlChoice, index);

  choice->course = course->id;
  choice->from = course->record->from;
  choice->to = course->record->to;
  choice->kind = course->record->kind;
  choice->labelled = course->label != NULL;
  choice->span = TL_PLAN_NONE;
  choice->from_column = choice->from_row = choice->to_column = choice->to_row = TL_PLAN_NONE;
  choice->rounds[0].way.n = choice->rounds[1].way.n = 0;
  if (course->from == TL_PLAN_NONE || course->to == TL_PLAN_NONE)
    return;
  choice->from_column = TL_PLAN_STEP (plan, course->from)->column;
  choice->from_row = TL_PLAN_STEP (plan, course->from)->row;
  choice->to_column = TL_PLAN_STEP (plan, course->to)->column;
  choice->to_row = TL_PLAN_STEP (plan, course->to)->row;
  if (course->n == 0)
    choice->span = span (plan, course);
  else
    choice->rounds[0].way = (TlWay) { course->out, course->in, 1, { course->at[0] } };
}

static void
clear_counts (TlPlan *plan)
{
  guint64 cells = (guint64) plan->n_pos * plan->n_lev;

  plan->counted = (TlRange) { 0, -1 };
  plan->counts_use = cells > 0 && cells <= MAX_COUNTED_CELLS;
  if (!plan->counts_use)
    return;
  g_array_set_size (plan->vertical_use, (guint) cells);
  g_array_set_size (plan->horizontal_use, (guint) cells);
}

void
tl_route_choose (TlPlan *plan)
{
  clear_counts (plan);
  for (guint i = 0; i < plan->courses->len; i++) {
    TlCourse *course = TL_PLAN_COURSE (plan, i);

    if (course->from == TL_PLAN_NONE || course->to == TL_PLAN_NONE)
      continue;
    TL_PLAN_STEP (plan, course->from)->leaving++;
    TL_PLAN_STEP (plan, course->to)->arriving++;
  }
  g_array_set_size (plan->choices, plan->courses->len);
  for (guint i = 0; i < plan->courses->len; i++) {
    TlCourse *course = TL_PLAN_COURSE (plan, i);

    if (course->from != TL_PLAN_NONE && course->to != TL_PLAN_NONE)
      lay_straight (plan, course);
    note (plan, i);
  }
  tl_again_begin (plan);
  if (plan->counts_use && !plan->compares)
    see_counted (plan, NULL, 0, (int) plan->n_pos - 1);
  lay_others (plan);
  tl_again_end (plan);
}
