/* arrange-rows.c - the last stage of arranging: which row of its cell a step takes.
 *
 * Steps of one lane and column are ordered by the middle height of their
 * neighbours, sweeping from the left and from the right; the best order seen is
 * kept.  The happy path keeps the first row, and where it runs on over several
 * columns of its lane, the cells between leave that row free.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/arrange-plan.h"

#define N_SWEEPS    4
#define LANE_HEIGHT 64.0      /* rows a lane counts for when distances are compared */
#define MAX_FAN     128       /* connectors of one column compared for crossings */

/* Cells: the steps of one lane and column, a run of plan order. */
typedef struct {
  guint    step;
  guint    lane, column;      /* column over all phases */
  guint    top;               /* 1 where the happy path passes through the cell, else 0 */
  double   key;               /* wished height among its cell */
} Seat;

static double
height (const TlPlan *plan,
        guint         step)
{
  return plan->lane[step] * LANE_HEIGHT + MIN (plan->row[step], LANE_HEIGHT - 1);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The middle height of the neighbours on one side, or the step's own. */
static double
median_height (const TlPlan *plan,
               guint         step,
               gboolean      on_left)
{
  double few[16];
  guint n = 0;
  const TlPlanFan *fans[] = { &plan->in, &plan->out };

  for (guint side = 0; side < 2; side++) {
    for (guint k = fans[side]->first[step];
         k < fans[side]->first[step + 1] && n < G_N_ELEMENTS (few); k++) {
      const TlPlanEdge *edge = &plan->edges[fans[side]->list[k]];
      guint other = side == 0 ? edge->from : edge->to;

      if ((tl_plan_column (plan, other) < tl_plan_column (plan, step)) == on_left)
        few[n++] = height (plan, other);
    }
  }
  if (n == 0)
    return height (plan, step);
  qsort (few, n, sizeof (double), compare_doubles);
  return (few[(n - 1) / 2] + few[n / 2]) / 2;
}

/* A side branch goes on in the row in which it came. */
static guint
wished_row (const TlPlan *plan,
            guint         step)
{
  for (guint k = plan->in.first[step]; k < plan->in.first[step + 1]; k++) {
    const TlPlanEdge *edge = &plan->edges[plan->in.list[k]];

    if (edge->flow && !edge->back && !plan->happy[edge->from] &&
        plan->lane[edge->from] == plan->lane[step] &&
        tl_plan_column (plan, edge->from) + 1 == tl_plan_column (plan, step))
      return plan->row[edge->from];
  }
  return 0;
}

static int
compare_seats (const void *a,
               const void *b)
{
  const Seat *x = a, *y = b;

  if (x->lane != y->lane)
    return x->lane < y->lane ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->step > y->step) - (x->step < y->step);
}

/* Rows of one cell, in the order of its seats: each as high as it may and wishes. */
static void
take_rows (TlPlan     *plan,
           const Seat *seats,
           guint       n)
{
  guint row = 0;

  for (guint i = 0; i < n; i++) {
    guint step = seats[i].step;

    if (!plan->happy[step])
      row = MAX (row, MAX (wished_row (plan, step), seats[i].top));
    plan->row[step] = row++;
  }
}

/* One sweep over all cells, from the left or from the right. */
static void
sweep (TlPlan  *plan,
       Seat    *seats,
       gboolean from_left)
{
  guint n = plan->n_steps;

  for (guint done = 0; done < n;) {
    guint first = from_left ? done : n - 1 - done, last;

    if (from_left) {
      for (last = first + 1; last < n && seats[last].column == seats[first].column &&
                             seats[last].lane == seats[first].lane; last++)
        ;
    } else {
      for (last = first + 1; first > 0 && seats[first - 1].column == seats[last - 1].column &&
                             seats[first - 1].lane == seats[last - 1].lane; first--)
        ;
    }
    if (last - first > 1) {
      for (guint i = first; i < last; i++)
        seats[i].key = plan->happy[seats[i].step] ? -1
                       : median_height (plan, seats[i].step, from_left);
      qsort (seats + first, last - first, sizeof (Seat), compare_seats);
    }
    take_rows (plan, seats + first, last - first);
    done += last - first;
  }
}

/* How much the connectors between columns cross and climb, for comparing sweeps. */
static double
measure_rows (const TlPlan *plan,
              const guint  *by_column)
{
  double crossings = 0, climb = 0;

  for (guint first = 0, last; first < plan->n_edges; first = last) {
    guint column = tl_plan_column (plan, plan->edges[by_column[first]].from);

    for (last = first; last < plan->n_edges; last++) {
      const TlPlanEdge *edge = &plan->edges[by_column[last]];
      double from = height (plan, edge->from), to = height (plan, edge->to);

      if (tl_plan_column (plan, edge->from) != column)
        break;
      climb += ABS (from - to);
      for (guint k = first; k < last && k - first < MAX_FAN; k++) {
        const TlPlanEdge *other = &plan->edges[by_column[k]];

        crossings += (from - height (plan, other->from)) * (to - height (plan, other->to)) < 0;
      }
    }
  }
  return crossings + climb / 1e6;
}

/* The edges by the column they leave. */
static guint *
edges_by_column (const TlPlan *plan)
{
  guint n_columns = 1;
  guint *order = g_new0 (guint, plan->n_edges + 1);
  g_autofree guint *first = NULL;

  for (guint i = 0; i < plan->n_phases; i++)
    n_columns += MAX (plan->columns[i], 1);
  first = g_new0 (guint, n_columns + 1);
  for (guint i = 0; i < plan->n_edges; i++)
    first[tl_plan_column (plan, plan->edges[i].from) + 1]++;
  for (guint i = 1; i <= n_columns; i++)
    first[i] += first[i - 1];
  for (guint i = 0; i < plan->n_edges; i++)
    order[first[tl_plan_column (plan, plan->edges[i].from)]++] = i;
  return order;
}

/* Where the happy path runs on in its lane over several columns, it runs straight:
 * the cells between keep their first row free.  @seats are by lane and column. */
static void
keep_line_free (const TlPlan *plan,
                Seat         *seats)
{
  g_autofree guint *seat_of = g_new (guint, plan->n_steps + 1);

  for (guint i = 0; i < plan->n_steps; i++)
    seat_of[seats[i].step] = i;
  for (guint i = 0; i < plan->n_edges; i++) {
    const TlPlanEdge *edge = &plan->edges[i];
    guint end = tl_plan_column (plan, edge->to);

    if (!edge->flow || edge->back || !plan->happy[edge->from] || !plan->happy[edge->to] ||
        plan->lane[edge->from] != plan->lane[edge->to])
      continue;
    for (guint k = seat_of[edge->from] + 1; k < plan->n_steps; k++) {
      if (seats[k].lane != plan->lane[edge->from] || seats[k].column >= end)
        break;
      if (seats[k].column > tl_plan_column (plan, edge->from))
        seats[k].top = 1;
    }
  }
}

/* Numbers the places 0 .. @most[group] - 1 of each group anew, without those that nobody
 * holds; @most becomes how many are left. */
static void
close_places (guint        n_groups,
              guint       *most,
              guint        n,
              const guint *group,
              guint       *place)
{
  g_autofree guint *first = g_new0 (guint, n_groups + 1);
  g_autofree guint *number = NULL;
  guint total = 0;

  memset (most, 0, n_groups * sizeof *most);
  for (guint i = 0; i < n; i++)
    most[group[i]] = MAX (most[group[i]], place[i] + 1);
  for (guint i = 0; i < n_groups; i++) {
    first[i] = total;
    total += most[i];
  }
  number = g_new0 (guint, total + 1);
  for (guint i = 0; i < n; i++)
    number[first[group[i]] + place[i]] = 1;
  for (guint i = 0; i < n_groups; i++) {
    guint left = 0;

    for (guint k = 0; k < most[i]; k++) {
      gboolean used = number[first[i] + k] != 0;

      number[first[i] + k] = left;
      left += used;
    }
    most[i] = left;
  }
  for (guint i = 0; i < n; i++)
    place[i] = number[first[group[i]] + place[i]];
}

static void
close_rows (TlPlan *plan)
{
  g_autofree guint *most = g_new0 (guint, plan->n_lanes + 1);

  close_places (plan->n_lanes, most, plan->n_steps, plan->lane, plan->row);
}

void
tl_plan_close_gaps (TlPlan *plan)
{
  close_rows (plan);
  close_places (plan->n_phases, plan->columns, plan->n_steps, plan->phase, plan->layer);
}

void
tl_plan_choose_rows (TlPlan *plan)
{
  g_autofree Seat *seats = g_new0 (Seat, plan->n_steps + 1);
  g_autofree guint *best = g_new0 (guint, plan->n_steps + 1);
  g_autofree guint *by_column = edges_by_column (plan);
  double least = INFINITY;

  for (guint i = 0; i < plan->n_steps; i++)
    seats[i] = (Seat) { i, plan->lane[i], tl_plan_column (plan, i), 0, plan->happy[i] ? -1 : 0 };
  qsort (seats, plan->n_steps, sizeof (Seat), compare_seats);
  keep_line_free (plan, seats);

  for (guint i = 0; i < N_SWEEPS; i++) {
    double cost;

    sweep (plan, seats, i % 2 == 0);
    cost = measure_rows (plan, by_column);
    if (cost < least) {
      least = cost;
      memcpy (best, plan->row, plan->n_steps * sizeof (guint));
    }
  }
  memcpy (plan->row, best, plan->n_steps * sizeof (guint));
  close_rows (plan);
}
