/* cell.c - between points and the cells of the grid. */
#include "layout/plan.h"

/* From a track to where its bend has ended. */
#define BEND (TL_SCENE_CORNER + 1)
/* Before a box, free of the arrowheads that point at it. */
#define ARROW_ROOM 11.0

/* Distance from @at to the strip, 0 inside. */
static double
distance (const TlPlanStrip *strip,
          double             at)
{
  return MAX (0, MAX (strip->start - at, at - strip->start - strip->size));
}

static guint
nearest_column (const TlPlan *plan,
                double        x)
{
  guint low = 0, high = plan->n_columns - 1;

  /* The last column that begins at or before x; the next may be nearer. */
  while (low < high) {
    guint middle = (low + high + 1) / 2;

    if (TL_PLAN_PSTRIP (plan, 2 * middle + 1)->start <= x)
      low = middle;
    else
      high = middle - 1;
  }
  if (low + 1 < plan->n_columns &&
      distance (TL_PLAN_PSTRIP (plan, 2 * low + 3), x) <
      distance (TL_PLAN_PSTRIP (plan, 2 * low + 1), x))
    low++;
  return low;
}

static const TlPlanLane *
lane_at (const TlPlan *plan,
         double        y)
{
  for (guint i = 0; i + 1 < plan->lanes->len; i++) {
    const TlPlanLane *lane = &g_array_index (plan->lanes, TlPlanLane, i);

    if (y < lane->y + lane->height)
      return lane;
  }
  return &g_array_index (plan->lanes, TlPlanLane, plan->lanes->len - 1);
}

gboolean
tl_cell_find (const TlPlan *plan,
              TlPoint       point,
              TlCell       *cell)
{
  const TlPlanLane *lane;
  guint column, row = 0;

  if (plan->lanes->len == 0 || plan->phases->len == 0)
    return FALSE;
  column = nearest_column (plan, point.x);
  for (guint i = plan->phases->len; i > 0; i--) {
    const TlPlanPhase *phase = &g_array_index (plan->phases, TlPlanPhase, i - 1);

    if (phase->first_column <= column) {
      cell->phase = phase->id;
      cell->column = (int) (column - phase->first_column);
      break;
    }
  }
  lane = lane_at (plan, point.y);
  for (guint r = 1; r < lane->n_rows; r++) {
    const TlPlanStrip *strip = TL_PLAN_LSTRIP (plan, lane->first_level + 2 * r + 1);
    const TlPlanStrip *best = TL_PLAN_LSTRIP (plan, lane->first_level + 2 * row + 1);

    if (distance (strip, point.y) < distance (best, point.y))
      row = r;
  }
  cell->lane = lane->id;
  cell->row = (int) row;
  return TRUE;
}

static const TlPlanLane *
find_lane (const TlPlan *plan,
           TlId          id)
{
  for (guint i = 0; i < plan->lanes->len; i++) {
    if (g_array_index (plan->lanes, TlPlanLane, i).id == id)
      return &g_array_index (plan->lanes, TlPlanLane, i);
  }
  return NULL;
}

static const TlPlanPhase *
find_phase (const TlPlan *plan,
            TlId          id)
{
  for (guint i = 0; i < plan->phases->len; i++) {
    if (g_array_index (plan->phases, TlPlanPhase, i).id == id)
      return &g_array_index (plan->phases, TlPlanPhase, i);
  }
  return NULL;
}

TlBox
tl_cell_box (const TlPlan *plan,
             const TlCell *cell)
{
  TlBox box = { 0, 0, TL_PLAN_BOX_WIDTH, TL_PLAN_BOX_HEIGHT };
  const TlPlanLane *lane = find_lane (plan, cell->lane);
  const TlPlanPhase *phase = find_phase (plan, cell->phase);
  const TlPlanStrip *strip;
  guint column, row;

  if (lane == NULL || phase == NULL || cell->column < 0 || cell->row < 0)
    return (TlBox) { 0, 0, 0, 0 };

  column = phase->first_column + (guint) cell->column;
  strip = TL_PLAN_PSTRIP (plan, 2 * MIN (column, plan->n_columns - 1) + 1);
  box.x = strip->start + (strip->size - box.w) / 2;
  if (column >= plan->n_columns)
    box.x += (column - plan->n_columns + 1) * TL_LAYOUT_COLUMN;
  row = MIN ((guint) cell->row, lane->n_rows - 1);
  strip = TL_PLAN_LSTRIP (plan, lane->first_level + 2 * row + 1);
  box.h = MAX (box.h, TL_PLAN_LEVEL (plan, lane->first_level + 2 * row + 1)->plain_height);
  box.y = strip->start + (strip->size - box.h) / 2 + ((guint) cell->row - row) * TL_LAYOUT_ROW;
  return box;
}

gboolean
tl_cell_cut (const TlPlan *plan,
             const TlCell *cell,
             TlPoint      *cut)
{
  const TlPlanLane *lane = find_lane (plan, cell->lane);
  const TlPlanPhase *phase = find_phase (plan, cell->phase);
  const TlPlanStrip *strip;
  guint column;
  double last;

  if (lane == NULL || phase == NULL)
    return FALSE;
  column = MIN (phase->first_column + (guint) MAX (0, cell->column), plan->n_columns);
  strip = TL_PLAN_PSTRIP (plan, 2 * column);
  last = strip->first_track + (MAX (1, strip->n_tracks) - 1) * TL_PLAN_TRACK;
  if (strip->n_tracks > 0)
    cut->x = last + BEND;
  else if (column == plan->n_columns)
    cut->x = strip->start + strip->size / 2;
  else
    cut->x = strip->start + strip->size - MAX (ARROW_ROOM, strip->after + 2);
  strip = TL_PLAN_LSTRIP (plan, lane->first_level + lane->n_levels - 1);
  cut->y = strip->start + strip->size - 3;
  return TRUE;
}
