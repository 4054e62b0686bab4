/* graph.h - the flow of a chart as numbers can be worked out from it.
 *
 * Steps are known by their place in the document, 0..n-1; all arrays are indexed by it
 * unless they say otherwise.  Built once and asked by whatever computes.  Borrows the
 * chart and its records: good until the chart changes.
 *
 * Failures have two faces.  One that sits on a way out of a decision is explicit: the
 * share of that way says how often it happens.  Any other that the flow passes is
 * implicit: it sits on its step, or on the one way out of it, and has a probability.
 *
 * A split is plain when every branch of the fork is a row of actions and waits, entered
 * from nowhere else, and all lead to one join that nothing else leads to.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

#define TL_NOWHERE G_MAXUINT   /* no place, no split */

typedef struct {
  guint              from, to;     /* places */
  const TlConnector *connector;
  double             share;        /* 0..1 of those who leave @from, scaled to add up to 1;
                                    * NaN when the chart does not say */
  gboolean           fails;        /* an explicit failure sits on it */
} TlGraphWay;

typedef struct {
  guint  fork, join;               /* places */
  guint  n_branches;
  guint *first;                    /* by branch: where it begins; one more marks the end */
  guint *steps;                    /* places, branch by branch, each in order */
} TlSplit;

typedef struct {
  const TlChart      *chart;
  guint               n;           /* steps */
  const TlStep      **steps;
  guint              *place;       /* by handle: of a step, or TL_NOWHERE */
  guint               n_place;     /* length of @place */

  TlGraphWay         *ways;        /* flow connectors, by the step they leave, in document order */
  guint              *first_way;   /* where a step's ways begin; one more marks the end */
  guint              *n_entries;   /* flow connectors that lead to a step */
  guint              *helps;       /* places that support connectors of a step lead to */
  guint              *first_help;

  const TlFailure   **failures;    /* implicit, by step */
  guint              *first_failure;

  guint               n_starts;
  guint               start;       /* the first one, or TL_NOWHERE */
  guint8             *reached;     /* the flow leads to it from @start */
  TlSplit            *splits;      /* the plain ones */
  guint               n_splits;
  guint              *split;       /* of a fork and of the steps of its branches; TL_NOWHERE */
} TlGraph;

TlGraph        *tl_graph_new      (const TlChart *chart) G_GNUC_WARN_UNUSED_RESULT;
void            tl_graph_free     (TlGraph       *graph);

/* Where the flow is at: the place of a step or of where a flow connector comes from;
 * TL_NOWHERE for anything else. */
guint           tl_graph_place    (const TlGraph *graph,
                                   TlId           id);
/* Whether the step is in a branch of a plain split, and so has no way of its own. */
gboolean        tl_graph_is_inside (const TlGraph *graph,
                                    guint          place);

/* Seconds that one visit takes: working and waiting. */
int             tl_step_elapsed   (const TlStep  *step);
/* What a failure's probability counts as: 0 when it is not given. */
double          tl_failure_chance (const TlFailure *failure);
/* 1 less the chances of its implicit failures. */
double          tl_graph_yield    (const TlGraph *graph,
                                   guint          place);

/**
 * tl_graph_why_not:
 *
 * Why nothing can be expected of a journey: no first contact or several, shares that do
 * not add up, ways out that nobody can choose between, a split that is not plain.
 *
 * Returns: (nullable): the first reason in reading order of the document, translated, or
 *   %NULL when there is none
 */
char           *tl_graph_why_not  (const TlGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
/* The same, looking only at how many first contacts there are, or only at one step. */
char           *tl_graph_why_not_begin (const TlGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
char           *tl_graph_why_not_at (const TlGraph *graph,
                                     guint          place) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGraph, tl_graph_free)

G_END_DECLS
