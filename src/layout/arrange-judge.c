/* arrange-judge.c - the best of several arrangements, by the connectors as drawn.
 *
 * An arrangement is judged by a layout of its own: connectors that cross count
 * first, then bends, then length.  Two arrangements come from the flow alone, one
 * that hands on within columns and one that does not.  In charts small enough the
 * better of them is mended step by step, and so are the cells that the chart has,
 * and the chart keeps its own unless something better was found.
 *
 * That arranging twice is arranging once rests on this: what comes from the flow
 * does not depend on the cells there were, and the chart's own are mended only where
 * both went on until no step had a better place, so that it ends at once when it
 * begins again.
 */
#include <stdlib.h>
#include <string.h>

#include "layout/arrange-measure.h"
#include "layout/arrange-plan.h"
#include "layout/layout.h"

/* Largest chart that is mended, and the work that may take: steps and connectors, times
 * arrangements tried. */
#define MOST_MENDED     200
#define MOST_WORK    240000

/* What a crossing and a bend are worth, in chart units of length; a bend of the happy
 * path costs this much more, for the eye is to run along it. */
#define COST_CROSSING   300.0
#define COST_BEND        90.0
#define COST_HAPPY_BEND 200.0

/* How far to either side a step is tried. */
#define REACH 2

typedef struct {
  guint  crossings, bends, happy_bends;
  double length;      /* of connectors, chart units */
  double size;        /* half the way round the page, chart units */
} Score;

/* Columns and rows of a plan's steps, aside. */
typedef struct {
  guint *layer, *row, *columns;
} Cells;

typedef struct {
  TlPlan          *plan;
  TlArrangeMeasure measure;
  TlLayout        *layout;
  GArray          *touched;     /* TlId */
  gboolean        *bent;        /* by step: a connector of it bends or crosses */
  const guint     *step_index;  /* by handle */
  int             *least;       /* by edge: columns its end must be ahead */
  guint64          work;
} Judge;

static Cells
cells_new (const TlPlan *plan)
{
  return (Cells) { g_memdup2 (plan->layer, (plan->n_steps + 1) * sizeof (guint)),
                   g_memdup2 (plan->row, (plan->n_steps + 1) * sizeof (guint)),
                   g_memdup2 (plan->columns, (plan->n_phases + 1) * sizeof (guint)) };
}

static void
cells_clear (Cells *cells)
{
  g_free (cells->layer);
  g_free (cells->row);
  g_free (cells->columns);
}

static void
cells_store (const Cells  *cells,
             const TlPlan *plan)
{
  memcpy (cells->layer, plan->layer, plan->n_steps * sizeof (guint));
  memcpy (cells->row, plan->row, plan->n_steps * sizeof (guint));
  memcpy (cells->columns, plan->columns, plan->n_phases * sizeof (guint));
}

static void
cells_load (const Cells *cells,
            TlPlan      *plan)
{
  memcpy (plan->layer, cells->layer, plan->n_steps * sizeof (guint));
  memcpy (plan->row, cells->row, plan->n_steps * sizeof (guint));
  memcpy (plan->columns, cells->columns, plan->n_phases * sizeof (guint));
}

/* The cells that the chart has. */
static void
read_cells (TlPlan *plan)
{
  for (guint i = 0; i < plan->n_steps; i++) {
    const TlStep *step = TL_CHART_NTH (plan->chart, STEP, TlStep, i);

    plan->layer[i] = (guint) MAX (0, step->column);
    plan->row[i] = (guint) MAX (0, step->row);
  }
  for (guint i = 0; i < plan->n_phases; i++)
    plan->columns[i] = (guint) MAX (1, TL_CHART_NTH (plan->chart, PHASE, TlPhase, i)->columns);
}

/* Writes only what differs, so that tidying a tidy chart touches nothing. */
static void
write_cells (Judge *judge)
{
  const TlPlan *plan = judge->plan;
  TlChart *chart = plan->chart;

  g_array_set_size (judge->touched, 0);
  for (guint i = 0; i < plan->n_steps; i++) {
    const TlStep *lent = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (lent->column != (int) plan->layer[i] || lent->row != (int) plan->row[i]) {
      TlStep *step = tl_chart_edit (chart, plan->ids[i]);

      step->column = (int) plan->layer[i];
      step->row = (int) plan->row[i];
      g_array_append_val (judge->touched, step->head.id);
    }
  }
  for (guint i = 0; i < plan->n_phases; i++) {
    const TlPhase *lent = TL_CHART_NTH (chart, PHASE, TlPhase, i);
    int columns = (int) MAX (plan->columns[i], 1);

    if (lent->columns != columns) {
      TlPhase *phase = tl_chart_edit (chart, lent->head.id);

      phase->columns = columns;
      g_array_append_val (judge->touched, phase->head.id);
    }
  }
}

/* Whether the cells say nothing yet: all steps of a phase stand in one column, or each in
 * the one after that of the step before it in the file. */
static gboolean
says_nothing (const TlPlan *plan)
{
  gboolean stacked = TRUE, listed = TRUE;

  for (guint i = 0; i < plan->n_steps; i++) {
    stacked = stacked && plan->layer[i] == 0;
    listed = listed && plan->row[i] == 0 &&
             (i == 0 || plan->phase[i] > plan->phase[i - 1] ||
              (plan->phase[i] == plan->phase[i - 1] && plan->layer[i] > plan->layer[i - 1]));
  }
  return stacked || listed;
}

/* Judging. */

static gboolean
is_happy (const Judge *judge,
          TlId         id)
{
  const TlConnector *connector = TL_CHART_GET (judge->plan->chart, CONNECTOR, TlConnector, id);

  return judge->plan->happy[judge->step_index[connector->from]] &&
         judge->plan->happy[judge->step_index[connector->to]];
}

static Score
score (Judge *judge)
{
  const TlScene *scene;
  Score all = { 0 };

  write_cells (judge);
  tl_layout_touch (judge->layout, (const TlId *) (const void *) judge->touched->data,
                   judge->touched->len);
  scene = tl_layout_scene (judge->layout);
  all.crossings = scene->n_hops;
  all.size = scene->page.w + scene->page.h;
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlSceneConnector *connector = &scene->connectors[i];

    all.bends += connector->n_points - 2;
    if (connector->n_points > 2 && is_happy (judge, connector->id))
      all.happy_bends += connector->n_points - 2;
    for (guint k = 1; k < connector->n_points; k++) {
      const TlPoint *p = &scene->points[connector->first_point + k];

      all.length += fabs (p[0].x - p[-1].x) + fabs (p[0].y - p[-1].y);
    }
  }
  judge->work += judge->plan->n_steps + judge->plan->n_edges;
  return all;
}

static gboolean
is_better (const Score *a,
           const Score *b)
{
  if (a->crossings != b->crossings)
    return a->crossings < b->crossings;
  if (a->bends != b->bends)
    return a->bends < b->bends;
  return a->length < b->length - 0.5;   /* what rounding may leave is no reason to move */
}

static double
cost (const Score *a)
{
  return COST_CROSSING * a->crossings + COST_BEND * a->bends +
         COST_HAPPY_BEND * a->happy_bends + a->length + a->size;
}

/* Steps that a connector could lead to or from more plainly. */
static void
find_bent (Judge *judge)
{
  const TlPlan *plan = judge->plan;
  const TlScene *scene = tl_layout_scene (judge->layout);

  memset (judge->bent, 0, plan->n_steps * sizeof *judge->bent);
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlSceneConnector *drawn = &scene->connectors[i];
    const TlConnector *connector;

    if (drawn->n_points == 2 && drawn->n_hops == 0)
      continue;
    connector = TL_CHART_GET (plan->chart, CONNECTOR, TlConnector, drawn->id);
    judge->bent[judge->step_index[connector->from]] = TRUE;
    judge->bent[judge->step_index[connector->to]] = TRUE;
  }
}

/* Mending. */

/* How many columns the end of each edge must be ahead of its beginning: as many as
 * reading needs, but no more than it is. */
static void
find_least (Judge *judge)
{
  const TlPlan *plan = judge->plan;

  for (guint i = 0; i < plan->n_edges; i++) {
    const TlPlanEdge *edge = &plan->edges[i];
    int now = (int) plan->layer[edge->to] - (int) plan->layer[edge->from];
    int need = plan->lane[edge->from] == plan->lane[edge->to] ? 1 : 0;

    judge->least[i] = tl_plan_is_forward (plan, edge) ? MIN (now, need) : G_MININT;
  }
}

/* Whether everything onward to and from @step leads onward enough. */
static gboolean
leads_on (const Judge *judge,
          guint        step)
{
  const TlPlan *plan = judge->plan;
  const TlPlanFan *fans[] = { &plan->in, &plan->out };

  for (guint side = 0; side < G_N_ELEMENTS (fans); side++) {
    for (guint k = fans[side]->first[step]; k < fans[side]->first[step + 1]; k++) {
      guint i = fans[side]->list[k];
      const TlPlanEdge *edge = &plan->edges[i];

      if ((int) plan->layer[edge->to] - (int) plan->layer[edge->from] < judge->least[i])
        return FALSE;
    }
  }
  return TRUE;
}

/* Moves @step to a cell of its lane and phase, into a row of its own made there or in
 * exchange with who stands there; FALSE when the flow forbids it. */
static gboolean
move (Judge   *judge,
      guint    step,
      guint    layer,
      guint    row,
      gboolean own_row)
{
  TlPlan *plan = judge->plan;
  guint old_layer = plan->layer[step], old_row = plan->row[step];

  if (own_row && old_row >= row)
    old_row++;
  for (guint i = 0; i < plan->n_steps; i++) {
    if (plan->lane[i] != plan->lane[step])
      continue;
    if (own_row && plan->row[i] >= row)
      plan->row[i]++;
    if (!own_row && i != step && plan->phase[i] == plan->phase[step] &&
        plan->layer[i] == layer && plan->row[i] == row) {
      plan->layer[i] = old_layer;
      plan->row[i] = old_row;
      if (!leads_on (judge, i))
        return FALSE;
    }
  }
  plan->layer[step] = layer;
  plan->row[step] = row;
  return leads_on (judge, step);
}

static gboolean
same_cells (const TlPlan *plan,
            const Cells  *cells)
{
  return memcmp (plan->layer, cells->layer, plan->n_steps * sizeof (guint)) == 0 &&
         memcmp (plan->row, cells->row, plan->n_steps * sizeof (guint)) == 0 &&
         memcmp (plan->columns, cells->columns, plan->n_phases * sizeof (guint)) == 0;
}

/* The best cell for @step near its own, if any is better than @now, which is updated;
 * @from are the cells to begin with and @best room for others. */
static gboolean
mend_step (Judge       *judge,
           guint        step,
           const Cells *from,
           const Cells *best,
           Score       *now)
{
  TlPlan *plan = judge->plan;
  guint own = from->layer[step], n_rows = 0;
  guint last = MIN (own + REACH, MAX (from->columns[plan->phase[step]], 1) - 1);
  gboolean found = FALSE;

  for (guint i = 0; i < plan->n_steps; i++) {
    if (plan->lane[i] == plan->lane[step])
      n_rows = MAX (n_rows, from->row[i] + 1);
  }
  for (guint layer = own > REACH ? own - REACH : 0; layer <= last; layer++) {
    for (guint k = 0; k <= 2 * n_rows; k++) {
      Score then;

      cells_load (from, plan);
      if (!move (judge, step, layer, k / 2, k % 2 == 0))
        continue;
      tl_plan_close_gaps (plan);
      if (same_cells (plan, from))
        continue;
      then = score (judge);
      if (is_better (&then, now) && cost (&then) < cost (now) - 0.5) {
        *now = then;
        cells_store (best, plan);
        found = TRUE;
      }
    }
  }
  return found;
}

/* Mends the plan's cells and says what they are worth then; FALSE when the work was cut
 * short. */
static gboolean
mend (Judge *judge,
      Score *now)
{
  TlPlan *plan = judge->plan;
  Cells from = cells_new (plan), best = cells_new (plan);
  gboolean again = TRUE, ended = TRUE;

  *now = score (judge);   /* others may have been drawn since */
  judge->work = 0;
  find_least (judge);
  while (again && ended) {
    again = FALSE;
    find_bent (judge);
    for (guint i = 0; i < plan->n_steps && ended; i++) {
      if (!judge->bent[i])
        continue;
      if (mend_step (judge, i, &from, &best, now)) {
        cells_load (&best, plan);
        cells_store (&from, plan);
        again = TRUE;
      }
      ended = judge->work < MOST_WORK;
    }
    cells_load (&from, plan);
    *now = score (judge);
  }
  cells_clear (&from);
  cells_clear (&best);
  return ended;
}

/* The better of the two arrangements that come from the flow, mended; whether to the end. */
static gboolean
arrange_afresh (Judge *judge,
                Score *best)
{
  TlPlan *plan = judge->plan;
  Cells cells;
  Score other;

  plan->hands_on = TRUE;
  tl_plan_choose_layers (plan);
  tl_plan_choose_rows (plan);
  *best = score (judge);
  cells = cells_new (plan);
  plan->hands_on = FALSE;
  tl_plan_choose_layers (plan);
  tl_plan_choose_rows (plan);
  other = score (judge);
  if (is_better (&other, best))
    *best = other;
  else
    cells_load (&cells, plan);
  cells_clear (&cells);
  if (plan->n_steps <= MOST_MENDED)
    return mend (judge, best);
  return FALSE;
}

/* The cells that the chart has, without gaps unless these were of use, and if @mends is set
 * mended when that comes to an end. */
static void
arrange_anew (Judge   *judge,
              gboolean mends,
              Score   *best)
{
  TlPlan *plan = judge->plan;
  Cells cells = cells_new (plan);
  Score now, then;

  *best = score (judge);
  tl_plan_close_gaps (plan);
  then = now = score (judge);
  if (is_better (best, &now)) {
    cells_load (&cells, plan);
    then = now = *best;
  }
  cells_store (&cells, plan);
  if (mends && mend (judge, &then) && is_better (&then, &now)) {
    *best = then;
  } else {
    cells_load (&cells, plan);
    *best = now;
  }
  cells_clear (&cells);
}

static void
judge_cells (Judge *judge)
{
  TlPlan *plan = judge->plan;
  Cells old, fresh;
  Score old_score, fresh_score;
  gboolean tidies, ended;

  read_cells (plan);
  tidies = !says_nothing (plan);
  old = cells_new (plan);
  ended = arrange_afresh (judge, &fresh_score);
  if (tidies) {
    fresh = cells_new (plan);
    cells_load (&old, plan);
    arrange_anew (judge, ended, &old_score);
    if (is_better (&fresh_score, &old_score))
      cells_load (&fresh, plan);
    cells_clear (&fresh);
  }
  write_cells (judge);
  cells_clear (&old);
}

static guint *
index_steps (const TlPlan *plan)
{
  guint *index = g_new0 (guint, tl_chart_id_limit (plan->chart));

  for (guint i = 0; i < plan->n_steps; i++)
    index[plan->ids[i]] = i;
  return index;
}

void
tl_plan_judge (TlPlan *plan)
{
  TlLayoutOptions options = { FALSE, FALSE, FALSE };
  g_autofree guint *step_index = index_steps (plan);
  g_autofree gboolean *bent = g_new0 (gboolean, plan->n_steps + 1);
  g_autofree int *least = g_new0 (int, plan->n_edges + 1);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (TlId));
  Judge judge = { .plan = plan, .touched = touched, .bent = bent, .step_index = step_index,
                  .least = least };

  tl_arrange_measure_init (&judge.measure);
  judge.layout = tl_layout_new (plan->chart, &judge.measure.measure, &options);
  judge_cells (&judge);
  tl_layout_free (judge.layout);
  tl_arrange_measure_clear (&judge.measure);
}
