/* again.c - choices of the last scene that still hold.
 *
 * Courses are chosen one after the other, each by what is known at its turn: where
 * its steps and their neighbours stand, the ends on their sides, and the pieces
 * that it would cross.  The choice is made over only when one of these may differ
 * from what it was at the same turn of the last scene; so it is always the one that
 * would have been made anew.
 *
 * What may differ is marked as the turns go by and stays marked:
 *   (1) a step is doubtful when it or a neighbour moved, or an end of a course came
 *       to it or left it;
 *   (2) a position is doubtful across (along) when a vertical (horizontal) piece came
 *       to it or left it.
 * Courses that are there no more, or have another turn, are marked before the first
 * turn; those that choose otherwise, at their turn.
 */
#include "layout/plan.h"

#include <string.h>

static guint
last_place (const TlPlan *plan,
            TlId          id)
{
  return id < plan->last_index->len ? g_array_index (plan->last_index, guint, id) : TL_PLAN_NONE;
}

static TlPlanSpot
spot_of (const TlPlan     *plan,
         const TlPlanStep *step)
{
  TlPlanSpot spot = { .id = step->id, .kind = step->record->kind, .column = step->column,
                      .row = step->row };

  for (TlSide side = 0; side < TL_N_SIDES; side++) {
    guint next = step->next[side];

    if (next == TL_PLAN_NONE)
      spot.next[side] = TL_PLAN_NONE;
    else
      spot.next[side] = tl_side_is_horizontal (side) ? TL_PLAN_STEP (plan, next)->column
                                                     : TL_PLAN_STEP (plan, next)->row;
  }
  return spot;
}

static gboolean
is_same_spot (const TlPlanSpot *a,
              const TlPlanSpot *b)
{
  return a->id == b->id && a->kind == b->kind && a->column == b->column && a->row == b->row &&
         memcmp (a->next, b->next, sizeof a->next) == 0;
}

static gboolean
is_same_way (const TlWay *a,
             const TlWay *b)
{
  return a->n == b->n && (a->n == 0 || (a->out == b->out && a->in == b->in &&
                                        memcmp (a->at, b->at, a->n * sizeof *a->at) == 0));
}

static void
doubt_range (GArray *positions,
             int     a,
             int     b)
{
  memset (positions->data + MIN (a, b), 1, (gsize) (MAX (a, b) - MIN (a, b) + 1));
}

static void
doubt_step (TlPlan *plan,
            TlId    id)
{
  guint place = id < plan->index->len ? g_array_index (plan->index, guint, id) : TL_PLAN_NONE;

  if (place < plan->steps->len && TL_PLAN_STEP (plan, place)->id == id)
    g_array_index (plan->doubtful_steps, guint8, place) = 1;
}

/* Marks what @way of the course of @choice takes. */
static void
doubt_way (TlPlan         *plan,
           const TlChoice *choice,
           const TlWay    *way)
{
  int from = 2 * (int) choice->from_column + 1, to = 2 * (int) choice->to_column + 1;

  if (way->n == 0)
    return;
  doubt_step (plan, choice->from);
  doubt_step (plan, choice->to);
  for (guint k = 0; k < way->n; k++) {
    if (tl_side_is_horizontal (way->out) == (k % 2 == 0))
      doubt_range (plan->doubtful_along, k > 0 ? way->at[k - 1] : from,
                   k + 1 < way->n ? way->at[k + 1] : to);
    else
      doubt_range (plan->doubtful_across, way->at[k], way->at[k]);
  }
}

static void
doubt_choice (TlPlan         *plan,
              const TlChoice *choice)
{
  doubt_way (plan, choice, &choice->rounds[0].way);
  doubt_way (plan, choice, &choice->rounds[1].way);
}

static void
compare_steps (TlPlan *plan)
{
  for (guint i = 0; i < plan->steps->len; i++) {
    TlPlanSpot spot = spot_of (plan, TL_PLAN_STEP (plan, i));
    guint place = last_place (plan, spot.id);

    g_array_index (plan->doubtful_steps, guint8, i) =
      place >= plan->last_spots->len ||
      !is_same_spot (&spot, &g_array_index (plan->last_spots, TlPlanSpot, place));
  }
}

/* Whether both have the same turn and steps in the same cells. */
static gboolean
is_same_turn (const TlChoice *a,
              const TlChoice *b)
{
  return a->from == b->from && a->to == b->to && a->span == b->span &&
         a->from_column == b->from_column && a->to_column == b->to_column &&
         a->from_row == b->from_row && a->to_row == b->to_row;
}

/* FALSE when courses have changed places, so that turns cannot be compared. */
static gboolean
compare_courses (TlPlan *plan)
{
  guint least = 0, n_found = 0;

  for (guint i = 0; i < plan->courses->len; i++) {
    TlChoice *choice = &g_array_index (plan->choices, TlChoice, i);
    guint place = last_place (plan, choice->course);
    const TlChoice *last;

    choice->last = TL_PLAN_NONE;
    last = place < plan->last_choices->len ?
      &g_array_index (plan->last_choices, TlChoice, place) : NULL;
    if (last == NULL || last->course != choice->course) {
      doubt_choice (plan, choice);
      continue;
    }
    if (place < least)
      return FALSE;
    least = place + 1;
    n_found++;
    if (!is_same_turn (choice, last) ||
        (choice->span == TL_PLAN_NONE &&
         !is_same_way (&choice->rounds[0].way, &last->rounds[0].way))) {
      doubt_choice (plan, last);
      doubt_choice (plan, choice);
    } else {
      choice->last = place;
    }
  }
  for (guint i = 0; n_found < plan->last_choices->len && i < plan->last_choices->len; i++) {
    const TlChoice *last = &g_array_index (plan->last_choices, TlChoice, i);
    guint place = last->course < plan->index->len ?
      g_array_index (plan->index, guint, last->course) : TL_PLAN_NONE;

    if (place >= plan->courses->len || TL_PLAN_COURSE (plan, place)->id != last->course)
      doubt_choice (plan, last);
  }
  return TRUE;
}

void
tl_again_begin (TlPlan *plan)
{
  plan->compares = plan->last_n_pos == plan->n_pos &&
                   plan->last_row_levels->len == plan->row_levels->len &&
                   plan->row_levels->len > 0 &&
                   memcmp (plan->last_row_levels->data, plan->row_levels->data,
                           plan->row_levels->len * sizeof (guint)) == 0;
  if (!plan->compares)
    return;
  g_array_set_size (plan->doubtful_steps, plan->steps->len);
  g_array_set_size (plan->doubtful_across, plan->n_pos);
  g_array_set_size (plan->doubtful_along, plan->n_pos);
  memset (plan->doubtful_across->data, 0, plan->n_pos);
  memset (plan->doubtful_along->data, 0, plan->n_pos);
  compare_steps (plan);
  plan->compares = compare_courses (plan);
}

static gboolean
is_doubtful (const GArray *positions,
             TlRange       range)
{
  return range.first <= range.last &&
         memchr (positions->data + range.first, 1, (gsize) range.last - (gsize) range.first + 1) != NULL;
}

gboolean
tl_again_holds (TlPlan *plan,
                guint   index,
                guint   round)
{
  TlChoice *choice = &g_array_index (plan->choices, TlChoice, index);
  const TlCourse *course = TL_PLAN_COURSE (plan, index);
  const TlChoice *last;

  if (!plan->compares || choice->last == TL_PLAN_NONE ||
      g_array_index (plan->doubtful_steps, guint8, course->from) != 0 ||
      g_array_index (plan->doubtful_steps, guint8, course->to) != 0)
    return FALSE;
  last = &g_array_index (plan->last_choices, TlChoice, choice->last);
  if (last->kind != choice->kind || last->labelled != choice->labelled ||
      is_doubtful (plan->doubtful_across, last->rounds[round].across) ||
      is_doubtful (plan->doubtful_along, last->rounds[round].along))
    return FALSE;
  choice->rounds[round] = last->rounds[round];
  return TRUE;
}

void
tl_again_chose (TlPlan *plan,
                guint   index,
                guint   round)
{
  const TlChoice *choice = &g_array_index (plan->choices, TlChoice, index);
  const TlChoice *last;

  if (!plan->compares)
    return;
  last = choice->last != TL_PLAN_NONE ?
    &g_array_index (plan->last_choices, TlChoice, choice->last) : NULL;
  if (last != NULL && is_same_way (&choice->rounds[round].way, &last->rounds[round].way))
    return;
  doubt_way (plan, choice, &choice->rounds[round].way);
  if (last != NULL)
    doubt_way (plan, last, &last->rounds[round].way);
}

void
tl_again_end (TlPlan *plan)
{
  GArray *choices = plan->last_choices;

  plan->last_choices = plan->choices;
  plan->choices = choices;
  plan->last_n_pos = plan->n_pos;
  g_array_set_size (plan->last_row_levels, 0);
  g_array_append_vals (plan->last_row_levels, plan->row_levels->data, plan->row_levels->len);
  g_array_set_size (plan->last_index, plan->index->len);
  memcpy (plan->last_index->data, plan->index->data, plan->index->len * sizeof (guint));
  g_array_set_size (plan->last_spots, plan->steps->len);
  for (guint i = 0; i < plan->steps->len; i++)
    g_array_index (plan->last_spots, TlPlanSpot, i) = spot_of (plan, TL_PLAN_STEP (plan, i));
}
