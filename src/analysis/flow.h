/* flow.h - what is to be expected of a journey: visits, time, cost, and how it ends.
 *
 * The flow is an absorbing Markov chain (chain.h): its states are the steps that the
 * flow leads to; a visit takes the step's working and waiting time and costs its
 * materials and the labour of its role.  Steps beside the flow count as often as those
 * they support, step by step: their cost and work count, their time does not, and a
 * circle of support connectors counts nothing.
 *
 * With failures on, an implicit failure is a state of its own.  It takes the recovery's
 * time and cost, and the customer goes on where the procedure says, or is lost; without
 * a procedure it takes nothing, and as many are lost as after any unrecovered failure.
 * An explicit failure changes nothing: the drawn steps tell its time and cost.
 *
 * A plain split takes as long as its slowest branch does on average, which is a lower
 * bound of the average of the slowest; say so where it is shown.  Its cost and work add
 * up, and where a procedure in it says to resume does not matter: it goes on at the join.
 *
 * Times are seconds, money is in minor units, all for one journey.
 */
#pragma once

#include "analysis/graph.h"
#include "analysis/recovery.h"

G_BEGIN_DECLS

typedef struct {
  char   *why_not;       /* translated: why there is nothing below; NULL = there is */
  double  time;          /* expected, however it ends */
  double  time_resolved; /* expected given that it is resolved; NaN when none is */
  double  touch;         /* working time of staff */
  double  cost;
  double  outcome[TL_OUTCOME_REFERRED + 1];   /* probabilities, by TlOutcome; what is lost
                                               * to a failure is in TL_OUTCOME_LOST too */
  double  given_up;      /* probability of being lost to an implicit failure */
  double *visits;        /* by handle: of a step; of an implicit failure with a chance,
                          * outside of splits, how often it is met.  0 for all else. */
  guint   n_visits;      /* length of @visits */
} TlFlow;

TlFlow *tl_flow_new        (const TlGraph         *graph,
                            const TlRecoveryIndex *recoveries,
                            gboolean               with_failures) G_GNUC_WARN_UNUSED_RESULT;
void    tl_flow_free       (TlFlow                *flow);

/* 0 for what is not visited; NaN when nothing was computed. */
double  tl_flow_visits     (const TlFlow          *flow,
                            TlId                   id);

/* How often a failure happens on a journey, from a flow with failures off: visits ×
 * probability, or, for an explicit one, visits × share.  NaN when its probability is not
 * given or nothing was computed. */
double  tl_flow_rate       (const TlFlow          *flow,
                            const TlGraph         *graph,
                            const TlFailure       *failure);

/**
 * tl_flow_first_time_right:
 * @why_not: (out): translated; set when nothing could be computed
 *
 * The probability that a journey is resolved without meeting any failure, explicit or
 * implicit.
 *
 * Returns: 0..1, or NaN
 */
double  tl_flow_first_time_right (const TlGraph   *graph,
                                  char           **why_not);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlow, tl_flow_free)

G_END_DECLS
