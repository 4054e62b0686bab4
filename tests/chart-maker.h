/* chart-maker.h - charts of any size that look like charts people make.
 *
 * The same plan always gives the same chart, ids included.  Charts are valid
 * (S02 to S16), settled and without history.  A main line of steps wanders
 * through the lanes; decisions leave it forward, backward and to lost ends;
 * support steps feed it; failure points with recovery procedures sit on it.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

typedef struct {
  guint    n_steps;           /* 2 at the least: first contact and an end */
  guint    n_lanes;           /* 1..12 */
  guint    n_phases;          /* 1 at the least */
  double   connectors;        /* wanted for each step; at the least the main line's */
  guint    decision_every;    /* one step in so many; 0 = none.  The same for all below */
  guint    support_every;
  guint    fork_every;
  guint    wait_every;
  guint    touchpoint_every;
  guint    failure_every;
  guint    back_percent;      /* of the ways out of decisions that go back */
  guint    crowd_percent;     /* of steps that stand in the same column as the one before */
  guint    long_percent;      /* of labels that take several lines */
  gboolean arranged;          /* FALSE: every step in a column of its own, in document order */
  guint32  seed;
} TlChartPlan;

/* The plan that figures of speed are quoted for: 5 lanes, 1.3 connectors a step, a
 * decision per 8 steps, a failure point with a recovery per 4. */
#define TL_CHART_PLAN_USUAL(n)                                                             \
  ((TlChartPlan) {                                                                         \
    .n_steps = (n), .n_lanes = 5, .n_phases = 1 + (n) / 20, .connectors = 1.3,             \
    .decision_every = 8, .support_every = 10, .fork_every = 60, .wait_every = 12,          \
    .touchpoint_every = 3, .failure_every = 4, .back_percent = 30, .crowd_percent = 35,    \
    .long_percent = 10, .arranged = TRUE, .seed = 1,                                       \
  })

TlChart *tl_chart_make (const TlChartPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* A generator of its own, so that charts are the same everywhere. */
typedef struct {
  guint64 state;
} TlDice;

guint    tl_dice_roll  (TlDice *dice,
                        guint   n);         /* 0..n-1 */
gboolean tl_dice_percent (TlDice *dice,
                          guint   percent);

G_END_DECLS
