/* overlay-failures.c - overlays about failure points: how grave they are, and whether
 * somebody knows what to do.
 *
 * A failure point that somebody chose to live with counts for nothing beside others; where
 * there are only such, the place says so.
 */
#include <glib/gi18n-lib.h>

#include "analysis/overlay-plan.h"
#include "analysis/recovery.h"
#include "analysis/residual.h"

/* The failure points of one step or connector. */
typedef struct {
  guint      n, n_accepted;   /* open ones, and those lived with */
  guint      n_tried, n_ready;   /* of the open ones: with any procedure, with a complete one */
  TlRated    worst;           /* of the open ones, else of those lived with */
} Spot;

static gboolean
is_worse (const TlRated *a,
          const TlRated *b)
{
  return a->priority != b->priority ? a->priority > b->priority : a->rpn > b->rpn;
}

static void
count_failure (Spot                  *spot,
               const TlFailure       *failure,
               const TlRecoveryIndex *recoveries)
{
  TlRated rated = tl_rated_before (failure);
  gboolean is_open = failure->accepted == NULL;

  if (is_open && spot->n == 0)
    spot->worst = rated;   /* forgets what is lived with */
  else if (is_open == (spot->n > 0) && is_worse (&rated, &spot->worst))
    spot->worst = rated;
  spot->n += is_open;
  spot->n_accepted += !is_open;
  spot->n_tried += is_open && recoveries->first[failure->head.id] != TL_ID_NONE;
  spot->n_ready += is_open && tl_recovery_covers (recoveries, failure->head.id);
}

/* Calls @each for every place with a failure point, in order of their first ones. */
static void
visit_spots (TlMarking *marking,
             void     (*each) (TlMarking  *marking,
                               TlId        at,
                               const Spot *spot))
{
  const TlChart *chart = marking->chart;
  guint n = tl_chart_n (chart, TL_RECORD_FAILURE);
  g_autoptr (TlRecoveryIndex) recoveries = tl_recovery_index_new (chart);
  g_autofree Spot *spots = g_new0 (Spot, n + 1);
  g_autofree TlId *places = g_new0 (TlId, n + 1);
  g_autofree guint *found = g_new0 (guint, tl_chart_id_limit (chart) + 1);
  guint n_spots = 0;

  for (guint i = 0; i < n; i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);

    if (found[failure->at] == 0) {
      places[n_spots++] = failure->at;
      found[failure->at] = n_spots;
    }
    count_failure (&spots[found[failure->at] - 1], failure, recoveries);
  }
  for (guint i = 0; i < n_spots; i++)
    each (marking, places[i], &spots[i]);
}

/* "H 252"; "?" when it is not rated. */
static char *
rating_tag (const TlRated *rated)
{
  if (rated->priority == TL_PRIORITY_NONE)
    return g_strdup ("?");
  return g_strdup_printf ("%s %d", tl_priority_letter (rated->priority), rated->rpn);
}

static void
mark_accepted (TlMarking  *marking,
               TlId        at,
               const Spot *spot,
               guint       level)
{
  tl_marking_add (marking, at, level, 0, g_strdup_printf ("(%u)", spot->n_accepted),
                  g_strdup_printf (ngettext ("%u failure point, accepted",
                                             "%u failure points, all accepted",
                                             spot->n_accepted), spot->n_accepted));
}

static void
mark_rating (TlMarking  *marking,
             TlId        at,
             const Spot *spot)
{
  static const guint levels[] = {
    [TL_PRIORITY_NONE] = TL_LEVEL_UNRATED, [TL_PRIORITY_LOW] = TL_LEVEL_LOW,
    [TL_PRIORITY_MEDIUM] = TL_LEVEL_MEDIUM, [TL_PRIORITY_HIGH] = TL_LEVEL_HIGH,
  };

  if (spot->n == 0) {
    mark_accepted (marking, at, spot, TL_LEVEL_LIVED_WITH);
    return;
  }
  tl_marking_add (marking, at, levels[spot->worst.priority], spot->worst.rpn,
                  rating_tag (&spot->worst),
                  /* Translators: how many failure points; the priority of the worst, such as
                   * "High"; its risk priority number, 0 when it is not rated. */
                  g_strdup_printf (ngettext ("%1$u failure point; Action Priority: %2$s, RPN %3$d",
                                             "%1$u failure points; the worst has Action Priority: "
                                             "%2$s, RPN %3$d", spot->n),
                                   spot->n, tl_priority_text (spot->worst.priority),
                                   spot->worst.rpn));
}

void
tl_mark_priority (TlMarking *marking)
{
  visit_spots (marking, mark_rating);
}

static void
mark_coverage (TlMarking  *marking,
               TlId        at,
               const Spot *spot)
{
  guint level = spot->n_ready == spot->n ? TL_LEVEL_READY
              : spot->n_tried < spot->n ? TL_LEVEL_NOTHING : TL_LEVEL_BEGUN;

  if (spot->n == 0) {
    mark_accepted (marking, at, spot, TL_LEVEL_CHOSEN);
    return;
  }
  tl_marking_add (marking, at, level, spot->n_ready,
                  g_strdup_printf ("%u/%u", spot->n_ready, spot->n),
                  g_strdup_printf (ngettext ("%2$u of %1$u failure point has a complete recovery "
                                             "procedure",
                                             "%2$u of %1$u failure points have a complete recovery "
                                             "procedure", spot->n), spot->n, spot->n_ready));
}

void
tl_mark_coverage (TlMarking *marking)
{
  visit_spots (marking, mark_coverage);
}
