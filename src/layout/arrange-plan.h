/* arrange-plan.h - what the stages of arranging share; private to arrange*.c. */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

typedef struct {
  guint    from, to;          /* step indices */
  double   probability;       /* NaN = not given */
  gboolean flow, fails, back;
} TlPlanEdge;

/* The edges of each step: list[first[i]..first[i + 1]), in document order. */
typedef struct {
  guint *first, *list;
} TlPlanFan;

typedef struct {
  TlChart  *chart;
  guint     n_steps, n_lanes, n_phases, n_edges;
  TlId     *ids;
  guint    *lane, *phase;     /* by step */
  guint    *kind;             /* TlStepKind by step */
  TlPlanEdge *edges;
  TlPlanFan out, in;
  gboolean *happy;            /* by step */
  guint    *layer, *row;      /* by step: the result */
  guint    *columns;          /* by phase: the result */
  guint    *start;            /* by phase: column of its first layer over all phases */
} TlPlan;

/* The column of @step over all phases. */
static inline guint
tl_plan_column (const TlPlan *plan,
                guint         step)
{
  return plan->start[plan->phase[step]] + plan->layer[step];
}

/* Chooses the rows of steps that have their layers already. */
void tl_plan_choose_rows (TlPlan *plan);

G_END_DECLS
