/* keep.c - courses of the last scene, for when nothing they depend on has changed.
 *
 * Which way connectors go depends on the grid and on what is connected with what,
 * not on words: while a label is typed all courses and tracks stay as they are.
 * Everything the choice depends on is compared, so that a kept course is always
 * the one that would have been chosen.
 */
#include "layout/plan.h"

#include <string.h>

typedef struct {
  guint      column, row;
  TlStepKind kind;
} KeptStep;

typedef struct {
  guint           from, to;
  TlConnectorKind kind;
  gboolean        labelled;
  TlSide          out, in;
  guint           n;
  int             at[TL_PLAN_PIECES], track[TL_PLAN_PIECES];
  double          label_width, label_height, badges_width;   /* that its ends make room for */
  guint           out_end, in_end;
} KeptCourse;

gsize
tl_keep_step_size (void)
{
  return sizeof (KeptStep);
}

gsize
tl_keep_course_size (void)
{
  return sizeof (KeptCourse);
}

static gboolean
is_same_grid (const TlPlan *plan)
{
  if (plan->kept_steps->len != plan->steps->len || plan->kept_n_pos != plan->n_pos ||
      plan->kept_courses->len != plan->courses->len ||
      plan->kept_row_levels->len != plan->row_levels->len ||
      plan->kept_level_tracks->len != plan->n_lev || plan->n_lev == 0)
    return FALSE;
  return memcmp (plan->kept_row_levels->data, plan->row_levels->data,
                 plan->row_levels->len * sizeof (guint)) == 0;
}

static gboolean
is_same (const TlPlan *plan)
{
  if (!is_same_grid (plan))
    return FALSE;
  for (guint i = 0; i < plan->steps->len; i++) {
    const KeptStep *kept = &g_array_index (plan->kept_steps, KeptStep, i);
    const TlPlanStep *step = TL_PLAN_STEP (plan, i);

    if (kept->column != step->column || kept->row != step->row ||
        kept->kind != step->record->kind)
      return FALSE;
  }
  for (guint i = 0; i < plan->courses->len; i++) {
    const KeptCourse *kept = &g_array_index (plan->kept_courses, KeptCourse, i);
    const TlCourse *course = TL_PLAN_COURSE (plan, i);

    if (kept->from != course->from || kept->to != course->to ||
        kept->kind != course->record->kind || kept->labelled != (course->label != NULL))
      return FALSE;
  }
  return TRUE;
}

/* Whether ends, on the same courses, stand where they stood. */
static gboolean
has_same_ends (const TlPlan *plan)
{
  if (plan->kept_circle_width != plan->circle_width)
    return FALSE;
  for (guint i = 0; i < plan->courses->len; i++) {
    const KeptCourse *kept = &g_array_index (plan->kept_courses, KeptCourse, i);
    const TlCourse *course = TL_PLAN_COURSE (plan, i);

    if (kept->label_width != course->label_width || kept->label_height != course->label_height ||
        kept->badges_width != course->badges_width)
      return FALSE;
  }
  return TRUE;
}

gboolean
tl_keep_restore (TlPlan *plan)
{
  plan->keeps_ends = FALSE;
  if (!is_same (plan))
    return FALSE;
  plan->keeps_ends = has_same_ends (plan);
  for (guint i = 0; i < plan->courses->len; i++) {
    const KeptCourse *kept = &g_array_index (plan->kept_courses, KeptCourse, i);
    TlCourse *course = TL_PLAN_COURSE (plan, i);

    course->out = kept->out;
    course->in = kept->in;
    course->n = kept->n;
    memcpy (course->at, kept->at, sizeof course->at);
    memcpy (course->track, kept->track, sizeof course->track);
    course->out_end = kept->out_end;
    course->in_end = kept->in_end;
    if (course->n > 0)
      tl_route_count_ends (plan, course);
  }
  for (guint i = 0; i < plan->n_lev; i++)
    TL_PLAN_LSTRIP (plan, i)->n_tracks = g_array_index (plan->kept_level_tracks, guint, i);
  for (guint i = 0; i < plan->n_pos; i++)
    TL_PLAN_PSTRIP (plan, i)->n_tracks = g_array_index (plan->kept_pos_tracks, guint, i);
  return TRUE;
}

void
tl_keep_store (TlPlan *plan)
{
  plan->kept_n_pos = plan->n_pos;
  g_array_set_size (plan->kept_steps, plan->steps->len);
  for (guint i = 0; i < plan->steps->len; i++) {
    const TlPlanStep *step = TL_PLAN_STEP (plan, i);

    g_array_index (plan->kept_steps, KeptStep, i) =
      (KeptStep) { step->column, step->row, step->record->kind };
  }
  g_array_set_size (plan->kept_courses, plan->courses->len);
  for (guint i = 0; i < plan->courses->len; i++) {
    const TlCourse *course = TL_PLAN_COURSE (plan, i);
    KeptCourse *kept = &g_array_index (plan->kept_courses, KeptCourse, i);

    *kept = (KeptCourse) { .from = course->from, .to = course->to, .kind = course->record->kind,
                           .labelled = course->label != NULL, .out = course->out,
                           .in = course->in, .n = course->n };
    memcpy (kept->at, course->at, sizeof kept->at);
    memcpy (kept->track, course->track, sizeof kept->track);
  }
  g_array_set_size (plan->kept_row_levels, 0);
  g_array_append_vals (plan->kept_row_levels, plan->row_levels->data, plan->row_levels->len);
  g_array_set_size (plan->kept_level_tracks, plan->n_lev);
  for (guint i = 0; i < plan->n_lev; i++)
    g_array_index (plan->kept_level_tracks, guint, i) = TL_PLAN_LSTRIP (plan, i)->n_tracks;
  g_array_set_size (plan->kept_pos_tracks, plan->n_pos);
  for (guint i = 0; i < plan->n_pos; i++)
    g_array_index (plan->kept_pos_tracks, guint, i) = TL_PLAN_PSTRIP (plan, i)->n_tracks;
}

void
tl_keep_ends (TlPlan *plan)
{
  plan->kept_circle_width = plan->circle_width;
  for (guint i = 0; i < plan->courses->len; i++) {
    const TlCourse *course = TL_PLAN_COURSE (plan, i);
    KeptCourse *kept = &g_array_index (plan->kept_courses, KeptCourse, i);

    kept->label_width = course->label_width;
    kept->label_height = course->label_height;
    kept->badges_width = course->badges_width;
    kept->out_end = course->out_end;
    kept->in_end = course->in_end;
  }
}
