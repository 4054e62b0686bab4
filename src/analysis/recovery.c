/* recovery.c - coverage, cost of failure, and break-even of recovery. */
#include "analysis/recovery.h"

#include "analysis/residual.h"

/* Bits of the kinds of action that a complete procedure needs one of. */
#define BIT(kind) (1u << (kind))
#define WORD_KINDS (BIT (TL_ACTION_ACKNOWLEDGE) | BIT (TL_ACTION_APOLOGISE) | \
                    BIT (TL_ACTION_INFORM))
#define DEED_KINDS (BIT (TL_ACTION_FIX) | BIT (TL_ACTION_COMPENSATE))

gboolean
tl_recovery_is_complete (const TlChart    *chart,
                         const TlRecovery *recovery)
{
  guint kinds = 0;
  gboolean says = FALSE;

  for (guint i = 0; i < recovery->head.children.n; i++) {
    const TlAction *action = TL_CHART_GET (chart, ACTION, TlAction,
                                           recovery->head.children.ids[i]);

    if (action == NULL || action->role == TL_ID_NONE || action->within == TL_NO_INT)
      return FALSE;
    kinds |= BIT (action->kind);
    says = says || (action->say != NULL && action->say[0] != '\0');
  }
  return says && (kinds & WORD_KINDS) != 0 && (kinds & DEED_KINDS) != 0;
}

int
tl_recovery_time (const TlChart    *chart,
                  const TlRecovery *recovery)
{
  int latest = 0;

  for (guint i = 0; i < recovery->head.children.n; i++) {
    const TlAction *action = TL_CHART_GET (chart, ACTION, TlAction,
                                           recovery->head.children.ids[i]);

    /* Not given is less than any deadline. */
    if (action != NULL && action->kind != TL_ACTION_FOLLOW_UP &&
        action->kind != TL_ACTION_RECORD)
      latest = MAX (latest, action->within);
  }
  return latest;
}

TlRecoveryIndex *
tl_recovery_index_new (const TlChart *chart)
{
  TlRecoveryIndex *index = g_new0 (TlRecoveryIndex, 1);

  index->n = tl_chart_id_limit (chart);
  index->first = g_new0 (TlId, index->n);
  index->complete = g_new0 (TlId, index->n);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_RECOVERY); i++) {
    const TlRecovery *recovery = TL_CHART_NTH (chart, RECOVERY, TlRecovery, i);
    gboolean complete = tl_recovery_is_complete (chart, recovery);

    for (guint k = 0; k < recovery->failures.n; k++) {
      TlId failure = recovery->failures.ids[k];

      if (index->first[failure] == TL_ID_NONE)
        index->first[failure] = recovery->head.id;
      if (complete && index->complete[failure] == TL_ID_NONE)
        index->complete[failure] = recovery->head.id;
    }
  }
  return index;
}

void
tl_recovery_index_free (TlRecoveryIndex *index)
{
  if (index == NULL)
    return;

  g_free (index->first);
  g_free (index->complete);
  g_free (index);
}

const TlRecovery *
tl_recovery_of (const TlChart         *chart,
                const TlRecoveryIndex *index,
                TlId                   failure)
{
  TlId id = failure < index->n ? index->first[failure] : TL_ID_NONE;

  return id != TL_ID_NONE ? TL_CHART_GET (chart, RECOVERY, TlRecovery, id) : NULL;
}

gboolean
tl_recovery_covers (const TlRecoveryIndex *index,
                    TlId                   failure)
{
  return failure < index->n && index->complete[failure] != TL_ID_NONE;
}

TlCoverage
tl_recovery_coverage (const TlChart         *chart,
                      const TlRecoveryIndex *index)
{
  TlCoverage coverage = { 0 };

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);
    gboolean covered = tl_recovery_covers (index, failure->head.id);
    TlRated rated = tl_rated_before (failure);

    if (failure->accepted != NULL)
      continue;
    coverage.n++;
    coverage.n_covered += covered;
    coverage.rpn += rated.rpn;
    coverage.rpn_covered += covered ? rated.rpn : 0;
    coverage.n_high += rated.priority == TL_PRIORITY_HIGH;
    coverage.n_high_covered += covered && rated.priority == TL_PRIORITY_HIGH;
  }
  return coverage;
}

const TlEconomics *
tl_economics (const TlChart *chart)
{
  return tl_chart_n (chart, TL_RECORD_ECONOMICS) > 0
           ? TL_CHART_NTH (chart, ECONOMICS, TlEconomics, 0) : NULL;
}

static double
default_of (const char *field)
{
  return tl_class_find_field (tl_class_get (TL_RECORD_ECONOMICS), field)->standard;
}

double
tl_failure_loss (const TlChart   *chart,
                 const TlFailure *failure)
{
  const TlEconomics *economics = tl_economics (chart);

  if (!isnan (failure->loss))
    return failure->loss;
  return economics != NULL ? economics->loss : default_of ("loss");
}

TlStakes
tl_stakes (const TlChart    *chart,
           const TlFailure  *failure,
           const TlRecovery *recovery)
{
  const TlEconomics *economics = tl_economics (chart);
  TlStakes stakes = { .loss = tl_failure_loss (chart, failure) };

  if (economics != NULL)
    stakes.value = (double) economics->value * (1 + economics->told * economics->told_loss);
  stakes.success = 1 - stakes.loss;
  if (recovery == NULL)
    return stakes;

  stakes.recovered = TRUE;
  stakes.cost = (double) recovery->cost;
  if (!isnan (recovery->success))
    stakes.success = recovery->success;
  return stakes;
}

double
tl_stakes_unrecovered (const TlStakes *stakes)
{
  return stakes->loss * stakes->value;
}

double
tl_stakes_case (const TlStakes *stakes)
{
  if (!stakes->recovered)
    return tl_stakes_unrecovered (stakes);
  return stakes->cost + (1 - stakes->success) * stakes->value;
}

double
tl_stakes_break_even (const TlStakes *stakes)
{
  return (stakes->loss - (1 - stakes->success)) * stakes->value;
}

double
tl_stakes_needed (const TlStakes *stakes)
{
  return stakes->value > 0 ? 1 - stakes->loss + stakes->cost / stakes->value : NAN;
}
