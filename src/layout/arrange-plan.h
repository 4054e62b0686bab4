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
  gboolean  hands_on;         /* columns are shared with those handed on from */
} TlPlan;

/* The column of @step over all phases. */
static inline guint
tl_plan_column (const TlPlan *plan,
                guint         step)
{
  return plan->start[plan->phase[step]] + plan->layer[step];
}

/* Whether @edge leads onward within a phase: its end stands no column before its
 * beginning, and in one lane a later one. */
static inline gboolean
tl_plan_is_forward (const TlPlan     *plan,
                    const TlPlanEdge *edge)
{
  return edge->flow && !edge->back && plan->phase[edge->from] == plan->phase[edge->to];
}

/* Whether any flow leads to @step. */
gboolean tl_plan_has_entry (const TlPlan *plan,
                            guint         step);
/* Chooses columns, by phase. */
void tl_plan_choose_layers (TlPlan *plan);
/* Chooses the rows of steps that have their layers already. */
void tl_plan_choose_rows (TlPlan *plan);
/* Closes columns and rows that no step stands in. */
void tl_plan_close_gaps (TlPlan *plan);
/* Writes columns and rows to the chart, and the best of these, of those better ones
 * near them and of those the chart had, by the connectors as they would be drawn.
 * Expects the plan as chosen; @plan->hands_on is changed. */
void tl_plan_judge (TlPlan *plan);

G_END_DECLS
