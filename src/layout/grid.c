/* grid.c - steps onto the topological grid. */
#include "layout/plan.h"

#include <string.h>

/* The field tables allow no more columns in a phase or rows in a lane; an edit
 * under way may. */
#define MOST_CELLS 100000

static void
set_index (TlPlan *plan,
           TlId    id,
           guint   place)
{
  if (id < plan->index->len)
    g_array_index (plan->index, guint, id) = place;
}

static guint
get_index (const TlPlan *plan,
           TlId          id)
{
  return id < plan->index->len ? g_array_index (plan->index, guint, id) : TL_PLAN_NONE;
}

static void
read_lanes_and_phases (TlPlan *plan)
{
  guint n_lanes = tl_chart_n (plan->chart, TL_RECORD_LANE);
  guint n_phases = tl_chart_n (plan->chart, TL_RECORD_PHASE);

  g_array_set_size (plan->lanes, n_lanes);
  for (guint i = 0; i < n_lanes; i++) {
    const TlLane *lane = TL_CHART_NTH (plan->chart, LANE, TlLane, i);

    g_array_index (plan->lanes, TlPlanLane, i) =
      (TlPlanLane) { .id = lane->head.id, .name = lane->name, .band = lane->band,
                     .n_rows = (guint) CLAMP (lane->rows, 1, MOST_CELLS) };
    set_index (plan, lane->head.id, i);
  }
  g_array_set_size (plan->phases, n_phases);
  for (guint i = 0; i < n_phases; i++) {
    const TlPhase *phase = TL_CHART_NTH (plan->chart, PHASE, TlPhase, i);

    g_array_index (plan->phases, TlPlanPhase, i) =
      (TlPlanPhase) { .id = phase->head.id, .n_columns = (guint) MAX (1, phase->columns) };
    set_index (plan, phase->head.id, i);
  }
}

/* A step outside its phase's columns or below its lane's rows makes room for
 * itself: half-finished edits are drawn too. */
static void
read_steps (TlPlan *plan)
{
  guint n = tl_chart_n (plan->chart, TL_RECORD_STEP);
  guint used = 0;

  g_array_set_size (plan->steps, n);
  for (guint i = 0; i < n; i++) {
    const TlStep *record = TL_CHART_NTH (plan->chart, STEP, TlStep, i);
    guint lane = get_index (plan, record->lane), phase = get_index (plan, record->phase);
    TlPlanStep *step = TL_PLAN_STEP (plan, used);

    if (lane >= plan->lanes->len || phase >= plan->phases->len ||
        g_array_index (plan->lanes, TlPlanLane, lane).id != record->lane ||
        g_array_index (plan->phases, TlPlanPhase, phase).id != record->phase)
      continue;
    *step = (TlPlanStep) { .id = record->head.id, .record = record, .lane = lane, .phase = phase,
                           .column = (guint) CLAMP (record->column, 0, MOST_CELLS),
                           .row = (guint) CLAMP (record->row, 0, MOST_CELLS),
                           .label_side = TL_SIDE_BOTTOM };
    {
      TlPlanLane *l = &g_array_index (plan->lanes, TlPlanLane, lane);
      TlPlanPhase *p = &g_array_index (plan->phases, TlPlanPhase, phase);

      l->n_rows = MAX (l->n_rows, step->row + 1);
      p->n_columns = MAX (p->n_columns, step->column + 1);
    }
    used++;
  }
  g_array_set_size (plan->steps, used);
}

static void
number_levels (TlPlan *plan)
{
  guint row = 0;

  g_array_set_size (plan->levels, 0);
  g_array_set_size (plan->row_levels, 0);
  for (guint i = 0; i < plan->lanes->len; i++) {
    TlPlanLane *lane = &g_array_index (plan->lanes, TlPlanLane, i);
    TlPlanLevel gutter = { .lane = i };

    lane->first_level = plan->levels->len;
    lane->first_row = row;
    g_array_append_val (plan->levels, gutter);
    for (guint r = 0; r < lane->n_rows; r++) {
      TlPlanLevel level = { .is_row = TRUE, .lane = i, .row = row++ };
      guint place = plan->levels->len;

      g_array_append_val (plan->levels, level);
      g_array_append_val (plan->row_levels, place);
      g_array_append_val (plan->levels, gutter);
    }
    lane->n_levels = plan->levels->len - lane->first_level;
  }
  plan->n_rows = row;
  plan->n_lev = plan->levels->len;
}

static void
number_columns (TlPlan *plan)
{
  guint column = 0;

  for (guint i = 0; i < plan->phases->len; i++) {
    TlPlanPhase *phase = &g_array_index (plan->phases, TlPlanPhase, i);

    phase->first_column = column;
    column += phase->n_columns;
  }
  plan->n_columns = column;
  plan->n_pos = 2 * column + 1;
  for (guint i = 0; i < plan->steps->len; i++) {
    TlPlanStep *step = TL_PLAN_STEP (plan, i);

    step->column += g_array_index (plan->phases, TlPlanPhase, step->phase).first_column;
    step->row += g_array_index (plan->lanes, TlPlanLane, step->lane).first_row;
    set_index (plan, step->id, i);
  }
}

/* Stable counting sort of the steps in @in (NULL: document order) by @keys, which are
 * less than @n_keys, one for each step in document order. */
static void
sort_steps (TlPlan       *plan,
            const GArray *in,
            GArray       *out,
            const guint  *keys,
            guint         n_keys)
{
  guint n = plan->steps->len;
  guint *start;

  g_array_set_size (plan->scratch, n_keys + 1);
  start = (guint *) (void *) plan->scratch->data;
  memset (start, 0, (n_keys + 1) * sizeof *start);
  g_array_set_size (out, n);
  for (guint i = 0; i < n; i++)
    start[keys[i] + 1]++;
  for (guint k = 0; k < n_keys; k++)
    start[k + 1] += start[k];
  for (guint i = 0; i < n; i++) {
    guint s = in != NULL ? g_array_index (in, guint, i) : i;

    g_array_index (out, guint, start[keys[s]]++) = s;
  }
}

static void
link_neighbours (TlPlan *plan)
{
  guint n = plan->steps->len;
  guint *columns, *rows;

  /* Side by side, apart from the large records they are of. */
  g_array_set_size (plan->scratch3, 2 * n);
  columns = (guint *) (void *) plan->scratch3->data;
  rows = columns + n;
  for (guint i = 0; i < n; i++) {
    columns[i] = TL_PLAN_STEP (plan, i)->column;
    rows[i] = TL_PLAN_STEP (plan, i)->row;
  }
  sort_steps (plan, NULL, plan->scratch2, rows, plan->n_rows);
  sort_steps (plan, plan->scratch2, plan->by_column, columns, plan->n_columns);
  sort_steps (plan, NULL, plan->scratch2, columns, plan->n_columns);
  sort_steps (plan, plan->scratch2, plan->by_row, rows, plan->n_rows);

  for (guint i = 0; i < n; i++) {
    guint a = g_array_index (plan->by_row, guint, i);
    guint b = i + 1 < n ? g_array_index (plan->by_row, guint, i + 1) : TL_PLAN_NONE;
    guint c = g_array_index (plan->by_column, guint, i);
    guint d = i + 1 < n ? g_array_index (plan->by_column, guint, i + 1) : TL_PLAN_NONE;

    if (i == 0) {
      TL_PLAN_STEP (plan, a)->next[TL_SIDE_LEFT] = TL_PLAN_NONE;
      TL_PLAN_STEP (plan, c)->next[TL_SIDE_TOP] = TL_PLAN_NONE;
    }
    if (b != TL_PLAN_NONE) {
      gboolean same = TL_PLAN_STEP (plan, a)->row == TL_PLAN_STEP (plan, b)->row;

      TL_PLAN_STEP (plan, b)->next[TL_SIDE_LEFT] = same ? a : TL_PLAN_NONE;
      TL_PLAN_STEP (plan, a)->next[TL_SIDE_RIGHT] = same ? b : TL_PLAN_NONE;
      same = TL_PLAN_STEP (plan, c)->column == TL_PLAN_STEP (plan, d)->column;
      TL_PLAN_STEP (plan, d)->next[TL_SIDE_TOP] = same ? c : TL_PLAN_NONE;
      TL_PLAN_STEP (plan, c)->next[TL_SIDE_BOTTOM] = same ? d : TL_PLAN_NONE;
    } else {
      TL_PLAN_STEP (plan, a)->next[TL_SIDE_RIGHT] = TL_PLAN_NONE;
      TL_PLAN_STEP (plan, c)->next[TL_SIDE_BOTTOM] = TL_PLAN_NONE;
    }
  }
}

static void
read_connectors (TlPlan *plan)
{
  guint n = tl_chart_n (plan->chart, TL_RECORD_CONNECTOR);

  g_array_set_size (plan->courses, n);
  for (guint i = 0; i < n; i++) {
    const TlConnector *record = TL_CHART_NTH (plan->chart, CONNECTOR, TlConnector, i);
    TlCourse *course = TL_PLAN_COURSE (plan, i);
    guint from = get_index (plan, record->from), to = get_index (plan, record->to);

    *course = (TlCourse) { .id = record->head.id, .record = record, .from = from, .to = to };
    if (from >= plan->steps->len || TL_PLAN_STEP (plan, from)->id != record->from)
      course->from = TL_PLAN_NONE;
    if (to >= plan->steps->len || TL_PLAN_STEP (plan, to)->id != record->to)
      course->to = TL_PLAN_NONE;
    set_index (plan, record->head.id, i);
  }
}

void
tl_grid_build (TlPlan *plan)
{
  guint limit = tl_chart_id_limit (plan->chart);

  g_array_set_size (plan->index, limit);
  memset (plan->index->data, 0xff, limit * sizeof (guint));
  read_lanes_and_phases (plan);
  read_steps (plan);
  number_levels (plan);
  number_columns (plan);
  link_neighbours (plan);
  read_connectors (plan);

  g_array_set_size (plan->level_strips, plan->n_lev);
  if (plan->n_lev > 0)
    memset (plan->level_strips->data, 0, plan->n_lev * sizeof (TlPlanStrip));
  g_array_set_size (plan->pos_strips, plan->n_pos);
  memset (plan->pos_strips->data, 0, plan->n_pos * sizeof (TlPlanStrip));
}
