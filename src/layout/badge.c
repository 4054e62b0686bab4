/* badge.c - failure points, recovery procedures and waits, where they sit.
 *
 * On a step: circles from the top right corner leftward, tags along the bottom
 * right, the wait capsule at the top left; more than fit in a row stack outward
 * and the gutter makes room.  A crowd of them makes wider rows too, and a wider step,
 * so that it is a block and not a tower.  On a connector: in a row after its label.
 */
#include "layout/plan.h"

#include "model/units.h"

#include <glib/gi18n-lib.h>

#define GAP            2.0
#define CIRCLE_GAP     7.0   /* room for the ticks that tell a circle's priority */
#define MARK_PADDING   4.0
#define CORNER         4.0   /* from the corner of a step to the middle of its circle */
#define CAPSULE_OUT   10.0   /* how far a capsule stands out to the left */
#define BADGE_PADDING 10.0
#define HALF_FREE      8.0   /* kept free at the middle of a side, for ports */
#define FEW_ROWS       3     /* of marks as narrow as they are by themselves */
#define CIRCLE_BLOCK   1.5   /* how many times wider than high a crowd of marks is, in marks */
#define TAG_BLOCK      1.0

/* Every mark of one kind is as wide as the longest number needs. */
static double
mark_width (const TlPlan *plan,
            const char   *letter,
            guint         greatest,
            double        least)
{
  char text[24];
  guint digits = 0;
  guint length;

  for (guint n = greatest; n > 0; n /= 10)
    digits++;
  length = (guint) g_snprintf (text, sizeof text, "%s", letter);
  for (guint i = 0; i < digits && length + 1 < sizeof text; i++)
    text[length++] = '8';
  text[length] = '\0';
  return MAX (least, ceil (tl_measure_layout (plan->measure, TL_TEXT_BADGE, text, 0)->width) +
                     MARK_PADDING);
}

/* How many of @n marks stand in a row: as many as half an ordinary box takes, and when that
 * makes more than a few rows, as many as make a block @shape times as many marks wide as
 * high. */
static guint
in_row (guint  n,
        double each,
        double gap,
        double reserved,
        double shape)
{
  double room = TL_PLAN_BOX_WIDTH / 2 - HALF_FREE - reserved;
  guint fit = (guint) MAX (1, (int) ((room + gap) / (each + gap)));

  if (n > FEW_ROWS * fit)
    fit = MAX (fit, (guint) ceil (sqrt (shape * n)));
  return fit;
}

static guint
circles_in_row (const TlPlan     *plan,
                const TlPlanStep *step)
{
  return in_row (step->n_failures, plan->circle_width, CIRCLE_GAP,
                 CORNER - plan->circle_width / 2, CIRCLE_BLOCK);
}

static guint
tags_in_row (const TlPlan     *plan,
             const TlPlanStep *step)
{
  return in_row (step->n_recoveries, plan->tag_width, GAP, CORNER + GAP, TAG_BLOCK);
}

static void
find_place (TlPlan      *plan,
            TlId         at,
            TlPlanStep **step,
            TlCourse   **course)
{
  guint place = at < plan->index->len ? g_array_index (plan->index, guint, at) : TL_PLAN_NONE;

  *step = place < plan->steps->len && TL_PLAN_STEP (plan, place)->id == at ?
    TL_PLAN_STEP (plan, place) : NULL;
  *course = place < plan->courses->len && TL_PLAN_COURSE (plan, place)->id == at ?
    TL_PLAN_COURSE (plan, place) : NULL;
}

/* Calls @each once for every place of every recovery, in the order of numbers. */
static void
visit_recoveries (TlPlan *plan,
                  void  (*each) (TlPlan     *plan,
                                 guint       number,
                                 TlPlanStep *step,
                                 TlCourse   *course))
{
  for (guint i = 0; i < plan->order->n_recoveries; i++) {
    const TlRecovery *recovery = TL_CHART_GET (plan->chart, RECOVERY, TlRecovery,
                                               plan->order->recoveries[i]);

    for (guint k = 0; k < recovery->failures.n; k++) {
      const TlFailure *failure = TL_CHART_GET (plan->chart, FAILURE, TlFailure,
                                               recovery->failures.ids[k]);
      TlPlanStep *step = NULL;
      TlCourse *course = NULL;

      if (failure == NULL)
        continue;
      find_place (plan, failure->at, &step, &course);
      if (step != NULL && step->last_recovery != i + 1) {
        step->last_recovery = i + 1;
        each (plan, i + 1, step, NULL);
      } else if (course != NULL && course->last_recovery != i + 1) {
        course->last_recovery = i + 1;
        each (plan, i + 1, NULL, course);
      }
    }
  }
}

static void
count_recovery (TlPlan     *plan,
                guint       number,
                TlPlanStep *step,
                TlCourse   *course)
{
  if (step != NULL)
    step->n_recoveries++;
  else
    course->n_recoveries++;
}

static const TlText *
capsule_text (TlPlan     *plan,
              TlPlanStep *step)
{
  g_autofree char *wait = NULL;
  g_autofree char *text = NULL;

  if (step->record->wait <= 0)
    return tl_measure_layout (plan->measure, TL_TEXT_BADGE, C_("letter of a waiting point", "W"),
                              0);
  wait = tl_duration_text (step->record->wait);
  /* Translators: the capsule of a waiting point: its letter and how long it takes. */
  text = g_strdup_printf (_("W %s"), wait);
  return tl_measure_layout (plan->measure, TL_TEXT_BADGE, text, 0);
}

/* Room on a side for a row of marks, which takes @after from its right end.  A bar is
 * narrow and stands in the middle of its cell. */
static void
widen_for_row (TlPlanStep *step,
               TlSide      side,
               double      after)
{
  gboolean bar = step->record->kind == TL_STEP_FORK || step->record->kind == TL_STEP_JOIN;

  step->after[side] = after;
  step->width = MAX (step->width, ceil (bar ? 2 * after : after + HALF_FREE));
}

static void
measure_step (TlPlan     *plan,
              TlPlanStep *step)
{
  step->width = TL_PLAN_BOX_WIDTH;
  if (step->n_failures > 0) {
    guint in_a_row = MIN (step->n_failures, circles_in_row (plan, step));
    guint rows = (step->n_failures + in_a_row - 1) / in_a_row;

    widen_for_row (step, TL_SIDE_TOP, CORNER + plan->circle_width / 2 +
                                      (in_a_row - 1) * (plan->circle_width + CIRCLE_GAP));
    step->before[TL_SIDE_RIGHT] = plan->circle_width / 2 + 1;
    step->head = plan->circle_width / 2 + (rows - 1) * (plan->circle_width + CIRCLE_GAP) + GAP;
  }
  if (step->n_recoveries > 0) {
    guint in_a_row = MIN (step->n_recoveries, tags_in_row (plan, step));
    guint rows = (step->n_recoveries + in_a_row - 1) / in_a_row;

    widen_for_row (step, TL_SIDE_BOTTOM, CORNER + in_a_row * (plan->tag_width + GAP));
    step->foot = TL_PLAN_TAG / 2 + (rows - 1) * (TL_PLAN_TAG + GAP) + GAP;
  }
  if (step->record->kind == TL_STEP_WAIT || step->record->wait > 0) {
    TlPlanText *slot = &g_array_index (plan->capsules, TlPlanText, step->id);

    if (slot->text == NULL)
      slot->text = capsule_text (plan, step);
    step->capsule_text = slot->text;
    step->capsule = ceil (slot->text->width) + BADGE_PADDING;
    step->before[TL_SIDE_TOP] = step->capsule - CAPSULE_OUT;
    step->before[TL_SIDE_LEFT] = TL_PLAN_TAG / 2 + 1;
    step->head = MAX (step->head, TL_PLAN_TAG / 2 + GAP);
    step->width = MAX (step->width, 2 * (step->capsule - CAPSULE_OUT + HALF_FREE));
    step->width = MAX (step->width, ceil (step->after[TL_SIDE_TOP] + step->capsule));
  }
}

void
tl_badge_measure (TlPlan *plan)
{
  guint limit = tl_chart_id_limit (plan->chart);

  if (plan->capsules->len < limit)
    g_array_set_size (plan->capsules, limit);
  plan->circle_letter = C_("letter of a failure point", "F");
  plan->tag_letter = C_("letter of a recovery procedure", "R");
  plan->circle_width = mark_width (plan, plan->circle_letter, plan->order->n_failures,
                                   TL_PLAN_BADGE);
  plan->tag_width = mark_width (plan, plan->tag_letter, plan->order->n_recoveries, 26);
  for (guint i = 0; i < plan->order->n_failures; i++) {
    const TlFailure *failure = TL_CHART_GET (plan->chart, FAILURE, TlFailure,
                                             plan->order->failures[i]);
    TlPlanStep *step;
    TlCourse *course;

    find_place (plan, failure->at, &step, &course);
    if (step != NULL)
      step->n_failures++;
    else if (course != NULL)
      course->n_failures++;
  }
  visit_recoveries (plan, count_recovery);
  for (guint i = 0; i < plan->steps->len; i++)
    measure_step (plan, TL_PLAN_STEP (plan, i));
  for (guint i = 0; i < plan->courses->len; i++) {
    TlCourse *course = TL_PLAN_COURSE (plan, i);

    course->badges_width = course->n_failures * (plan->circle_width + CIRCLE_GAP) +
                           course->n_recoveries * (plan->tag_width + GAP);
    course->badges_width = MAX (0, course->badges_width - GAP);
  }
}

static void
add (TlPlan      *plan,
     TlBadgeKind  kind,
     TlId         id,
     TlId         at,
     TlPriority   priority,
     TlBox        box,
     const TlText *text)
{
  TlSceneBadge badge = { kind, id, at, priority, box, { text, box, TL_ALIGN_CENTRE } };

  g_array_append_val (plan->parts.badges, badge);
}

/* A letter and its number, measured once: @texts keeps them by number. */
static const TlText *
number_text (const TlPlan *plan,
             GArray       *texts,
             const char   *letter,
             guint         number)
{
  const TlText **slot;

  if (texts->len <= number)
    g_array_set_size (texts, number + 1);
  slot = &g_array_index (texts, const TlText *, number);
  if (*slot == NULL) {
    char text[24];

    g_snprintf (text, sizeof text, "%s%u", letter, number);
    *slot = tl_measure_layout (plan->measure, TL_TEXT_BADGE, text, 0);
  }
  return *slot;
}

/* Box of badge @index of @n, numbered from left to right in rows of @in_row; the
 * first row has its right end at @right and middle at @y; rows stack by @dy. */
static TlBox
stacked (guint  index,
         guint  n,
         guint  in_row,
         double right,
         double y,
         double dy,
         double w,
         double h,
         double gap)
{
  guint row = index / in_row, column = index % in_row;
  guint here = MIN (in_row, n - row * in_row);

  return (TlBox) { right - (here - column) * (w + gap) + gap, y + row * dy - h / 2, w, h };
}

static void
add_recovery (TlPlan     *plan,
              guint       number,
              TlPlanStep *step,
              TlCourse   *course)
{
  TlId id = plan->order->recoveries[number - 1];
  const TlText *text = number_text (plan, plan->tag_texts, plan->tag_letter, number);
  TlBox box;

  if (step != NULL) {
    box = stacked (step->n_placed++, step->n_recoveries, tags_in_row (plan, step),
                   step->box.x + step->box.w - CORNER, step->box.y + step->box.h,
                   TL_PLAN_TAG + GAP, plan->tag_width, TL_PLAN_TAG, GAP);
    add (plan, TL_BADGE_RECOVERY, id, step->id, TL_PRIORITY_NONE, box, text);
  } else if (course->n > 0) {
    box = tl_trace_badges (plan, course);
    box.x += course->n_failures * (plan->circle_width + CIRCLE_GAP) +
             course->n_placed++ * (plan->tag_width + GAP);
    box.y += (box.h - TL_PLAN_TAG) / 2;
    box.w = plan->tag_width;
    box.h = TL_PLAN_TAG;
    add (plan, TL_BADGE_RECOVERY, id, course->id, TL_PRIORITY_NONE, box, text);
  }
}

static void
add_failure (TlPlan *plan,
             guint   number)
{
  const TlFailure *failure = TL_CHART_GET (plan->chart, FAILURE, TlFailure,
                                           plan->order->failures[number - 1]);
  const TlText *text = number_text (plan, plan->circle_texts, plan->circle_letter, number);
  TlPriority priority = tl_priority (failure->s, failure->o, failure->d);
  TlPlanStep *step;
  TlCourse *course;
  TlBox box;

  find_place (plan, failure->at, &step, &course);
  if (step != NULL) {
    box = stacked (step->n_placed++, step->n_failures, circles_in_row (plan, step),
                   step->box.x + step->box.w - CORNER + plan->circle_width / 2, step->box.y,
                   -(plan->circle_width + CIRCLE_GAP), plan->circle_width, plan->circle_width,
                   CIRCLE_GAP);
    add (plan, TL_BADGE_FAILURE, failure->head.id, step->id, priority, box, text);
  } else if (course != NULL && course->n > 0) {
    box = tl_trace_badges (plan, course);
    box.x += course->n_placed++ * (plan->circle_width + CIRCLE_GAP);
    box.w = plan->circle_width;
    add (plan, TL_BADGE_FAILURE, failure->head.id, course->id, priority, box, text);
  }
}

void
tl_badge_place (TlPlan *plan)
{
  g_array_set_size (plan->parts.badges, 0);
  for (guint i = 0; i < plan->steps->len; i++) {
    const TlPlanStep *step = TL_PLAN_STEP (plan, i);

    if (step->capsule_text != NULL)
      add (plan, TL_BADGE_WAIT, step->id, step->id, TL_PRIORITY_NONE,
           (TlBox) { step->box.x - CAPSULE_OUT, step->box.y - TL_PLAN_TAG / 2, step->capsule,
                     TL_PLAN_TAG }, step->capsule_text);
  }
  for (guint i = 0; i < plan->order->n_failures; i++)
    add_failure (plan, i + 1);
  for (guint i = 0; i < plan->steps->len; i++) {
    TL_PLAN_STEP (plan, i)->n_placed = 0;
    TL_PLAN_STEP (plan, i)->last_recovery = 0;
  }
  for (guint i = 0; i < plan->courses->len; i++) {
    TL_PLAN_COURSE (plan, i)->n_placed = 0;
    TL_PLAN_COURSE (plan, i)->last_recovery = 0;
  }
  visit_recoveries (plan, add_recovery);
}
