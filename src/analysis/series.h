/* series.h - figures in a row, as pictures show them.
 *
 * Plain data for a chart of bars, lines or points; whoever draws chooses colours and
 * axes.  Each gives a GArray to be unreferenced.  The gaps of the five dimensions are
 * in survey.h as they are needed.
 */
#pragma once

#include "analysis/figures.h"
#include "model/order.h"

G_BEGIN_DECLS

typedef enum {
  TL_PARETO_PRIORITY,   /* by Action Priority, then RPN; bars show RPN */
  TL_PARETO_RPN,
  TL_PARETO_COST        /* a year, in minor units */
} TlParetoBy;

typedef struct {
  const TlFailureFigures *failure;
  double                  value;   /* > 0 */
  double                  sum;     /* 0..1: of all bars, with those before it */
} TlParetoBar;

/* TlParetoBar, the worst first; failure points without a value are left out, and so are
 * those that somebody chose to live with. */
GArray *tl_series_pareto   (const TlFigures  *figures,
                            TlParetoBy        by) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  TlDate date;
  double value;    /* in the standard's unit */
  double share;    /* percent of cases, or NaN */
  int    n;
  TlVerdict verdict;   /* of this measurement by itself */
} TlSeriesPoint;

/* TlSeriesPoint, by date; of one date in document order. */
GArray *tl_series_standard (const TlChart    *chart,
                            const TlStandard *standard) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  TlId   step;
  double drawn;      /* -2..2 as the chart says, or NaN */
  double measured;   /* -2..2, or NaN */
} TlMoodPoint;

/* TlMoodPoint for each step in a lane of the customer that has either, in reading order.
 * Measured is the mean of the soft standards that name the step, their last values laid
 * on -2..2 from the worst answer to the best: a score from 1 to the scale's points, a
 * share from 0 to 100 %, a net promoter score from -100 to 100.  Our own judgement. */
GArray *tl_series_mood     (const TlChart    *chart,
                            const TlOrder    *order) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
