/* recovery.h - which failure points are covered by a recovery procedure, what a failure
 * costs, and up to what cost recovery pays.
 *
 * Amounts are doubles in the currency's minor units.  "Loss" and "success" are shares
 * 0..1 of the customers it happens to: lost when nobody puts it right, staying when
 * somebody does.  Sources: break-even and the two kinds of loss are our own working of
 * the share of complainants who stay (TARP, reported in Fast Company 2003); that one
 * dissatisfied customer tells eleven is the seed's, that 2 % of them are lost is our own
 * judgement, and both are fields of the economics.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

/* At least one action; each with a role and a deadline; one that acknowledges,
 * apologises or informs; one that fixes or compensates; words to say somewhere. */
gboolean tl_recovery_is_complete (const TlChart    *chart,
                                  const TlRecovery *recovery);

/* Seconds until the customer goes on: the latest deadline of its actions, but for
 * following up and recording, which the customer does not wait for. */
int      tl_recovery_time        (const TlChart    *chart,
                                  const TlRecovery *recovery);

/* Who serves whom, looked up once. */
typedef struct {
  guint n;            /* length of both, above every handle */
  TlId *first;        /* by handle of a failure: the first procedure for it, in document
                       * order, which all numbers use; TL_ID_NONE = none */
  TlId *complete;     /* the first complete one */
} TlRecoveryIndex;

TlRecoveryIndex  *tl_recovery_index_new  (const TlChart         *chart) G_GNUC_WARN_UNUSED_RESULT;
void              tl_recovery_index_free (TlRecoveryIndex       *index);
/* NULL when there is none. */
const TlRecovery *tl_recovery_of         (const TlChart         *chart,
                                          const TlRecoveryIndex *index,
                                          TlId                   failure);
gboolean          tl_recovery_covers     (const TlRecoveryIndex *index,
                                          TlId                   failure);

/* Coverage counts failure points that nobody chose to live with: one with a reason for
 * accepting it is in neither number. */
typedef struct {
  guint  n_covered, n;               /* with a complete procedure, of all */
  gint64 rpn_covered, rpn;           /* sums of RPN; what is not rated adds nothing */
  guint  n_high_covered, n_high;     /* of those with high Action Priority */
} TlCoverage;

TlCoverage tl_recovery_coverage (const TlChart         *chart,
                                 const TlRecoveryIndex *index);

/* What is at stake in one case of a failure. */
typedef struct {
  double value;       /* of a customer × (1 + told × told-loss) */
  double loss;        /* of the failure, else of the economics */
  double success;     /* of the recovery; where it gives none, as many stay as without */
  double cost;        /* of one recovery */
  gboolean recovered; /* whether there is a recovery procedure */
} TlStakes;

/* @recovery: (nullable).  The chart's economics, or their defaults and a value of 0. */
TlStakes tl_stakes             (const TlChart    *chart,
                                const TlFailure  *failure,
                                const TlRecovery *recovery);
/* A case that nobody puts right: loss × value. */
double   tl_stakes_unrecovered (const TlStakes   *stakes);
/* What a case costs as things are: the recovery and the customers lost in spite of it,
 * or, without one, as above. */
double   tl_stakes_case        (const TlStakes   *stakes);
/* Recovery pays when a case of it costs less than this; may be negative. */
double   tl_stakes_break_even  (const TlStakes   *stakes);
/* The success that recovery at this cost needs to pay; above 1 = it never does; NaN when
 * no value is at stake. */
double   tl_stakes_needed      (const TlStakes   *stakes);

/* The chart's economics, or NULL. */
const TlEconomics *tl_economics (const TlChart   *chart);
/* Share of customers lost after an unrecovered failure: its own, else the economics',
 * else the format's default. */
double   tl_failure_loss       (const TlChart    *chart,
                                const TlFailure  *failure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecoveryIndex, tl_recovery_index_free)

G_END_DECLS
