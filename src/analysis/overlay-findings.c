/* overlay-findings.c - overlays about what the rules find: all of it, and the gaps.
 *
 * A finding shows at every step or connector that its record is about (places.h), and is
 * told of in the note when that is none.
 */
#include <glib/gi18n-lib.h>

#include "analysis/finding.h"
#include "analysis/overlay-plan.h"
#include "analysis/places.h"
#include "model/priority.h"

/* Calls @each for every place of every finding; returns how many open ones had none. */
static guint
visit_findings (TlMarking  *marking,
                gboolean  (*is_meant) (const TlFinding *finding),
                void      (*each)     (gpointer         spots,
                                       TlId             at,
                                       const TlFinding *finding),
                gpointer    spots)
{
  g_autoptr (TlFindings) findings =
    tl_findings_new (marking->chart, &(TlFindingsOptions) { .today = marking->today });
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlId));
  guint n_elsewhere = 0;

  for (guint i = 0; i < findings->n; i++) {
    const TlFinding *finding = &findings->rows[i];

    if (!is_meant (finding))
      continue;
    g_array_set_size (places, 0);
    tl_places_add (marking->chart, finding->record, places);
    for (guint k = 0; k < places->len; k++)
      each (spots, g_array_index (places, TlId, k), finding);
    n_elsewhere += places->len == 0 && finding->accepted == NULL;
  }
  return n_elsewhere;
}

/* Calls @each for every step and connector of the chart. */
static void
visit_places (TlMarking *marking,
              void     (*each) (TlMarking *marking,
                                gpointer   spots,
                                TlId       at),
              gpointer   spots)
{
  for (guint i = 0; i < tl_chart_n (marking->chart, TL_RECORD_STEP); i++)
    each (marking, spots, tl_chart_nth (marking->chart, TL_RECORD_STEP, i)->id);
  for (guint i = 0; i < tl_chart_n (marking->chart, TL_RECORD_CONNECTOR); i++)
    each (marking, spots, tl_chart_nth (marking->chart, TL_RECORD_CONNECTOR, i)->id);
}

static void
note_elsewhere (TlMarking *marking,
                guint      n)
{
  if (n > 0)
    marking->overlay->note =
      g_strdup_printf (ngettext ("%u more finding is about no step or connector.",
                                 "%u more findings are about no step or connector.", n), n);
}

/* Findings. */

typedef struct {
  guint      n, n_accepted;
  TlSeverity worst;         /* of the open ones */
} FindingSpot;

static gboolean
is_any (const TlFinding *finding G_GNUC_UNUSED)
{
  return TRUE;
}

static void
count_finding (gpointer         spots,
               TlId             at,
               const TlFinding *finding)
{
  FindingSpot *spot = (FindingSpot *) spots + at;

  if (finding->accepted != NULL) {
    spot->n_accepted++;
    return;
  }
  spot->n++;
  spot->worst = MAX (spot->worst, finding->severity);
}

static char *
findings_text (const FindingSpot *spot)
{
  g_autofree char *found =
    g_strdup_printf (ngettext ("%u open finding", "%u open findings", spot->n), spot->n);
  g_autofree char *accepted =
    g_strdup_printf (ngettext ("%u accepted", "%u accepted", spot->n_accepted), spot->n_accepted);

  if (spot->n == 0)
    return g_steal_pointer (&accepted);
  if (spot->n_accepted == 0)
    /* Translators: how many findings, and the gravest severity, such as "Warning". */
    return g_strdup_printf (_("%s; gravest: %s"), found, tl_severity_label (spot->worst));
  /* Translators: how many findings, the gravest severity, and how many were accepted. */
  return g_strdup_printf (_("%s; gravest: %s; %s"), found, tl_severity_label (spot->worst),
                          accepted);
}

static void
mark_findings (TlMarking *marking,
               gpointer   spots,
               TlId       at)
{
  static const guint levels[TL_N_SEVERITIES] = {
    [0] = TL_LEVEL_ACCEPTED, [TL_SEVERITY_ADVICE] = TL_LEVEL_ADVICE,
    [TL_SEVERITY_WARNING] = TL_LEVEL_WARNING, [TL_SEVERITY_ERROR] = TL_LEVEL_ERROR,
  };
  const FindingSpot *spot = (const FindingSpot *) spots + at;
  char *tag;

  if (spot->n == 0 && spot->n_accepted == 0)
    return;
  tag = spot->n_accepted == 0 ? g_strdup_printf ("%u", spot->n)
      : spot->n == 0 ? g_strdup_printf ("(%u)", spot->n_accepted)
      : g_strdup_printf ("%u (%u)", spot->n, spot->n_accepted);
  tl_marking_add (marking, at, levels[spot->worst], spot->n, tag, findings_text (spot));
}

void
tl_mark_findings (TlMarking *marking)
{
  g_autofree FindingSpot *spots = g_new0 (FindingSpot, tl_chart_id_limit (marking->chart) + 1);

  note_elsewhere (marking, visit_findings (marking, is_any, count_finding, spots));
  visit_places (marking, mark_findings, spots);
}

/* Gaps.  Findings and failure points both show them; how grave one is decides which gap a
 * place is marked with, then how many there are, then which comes first in the courses. */

typedef struct {
  guint16 n[TL_N_GAP_LEVELS];
  guint8  weight[TL_N_GAP_LEVELS];   /* of the gravest, as a TlSeverity */
} GapSpot;

static gboolean
is_gap (const TlFinding *finding)
{
  return finding->accepted == NULL && finding->rule->gap >= TL_GAP_EXPECTATION &&
         finding->rule->gap <= TL_GAP_PROMISE;
}

static void
count_gap (GapSpot *spot,
           guint    level,
           guint    weight)
{
  spot->n[level]++;
  spot->weight[level] = (guint8) MAX (spot->weight[level], weight);
}

static void
count_gap_found (gpointer         spots,
                 TlId             at,
                 const TlFinding *finding)
{
  count_gap ((GapSpot *) spots + at, finding->rule->gap - TL_GAP_EXPECTATION, finding->severity);
}

/* High priority weighs as much as an error does. */
static void
count_failures (const TlChart *chart,
                GapSpot       *spots)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);
    guint priority = tl_priority (failure->s, failure->o, failure->d);
    guint level = failure->gap != TL_NO_INT ? (guint) failure->gap - 1 : TL_LEVEL_UNNAMED;

    if (failure->accepted == NULL)
      count_gap (&spots[failure->at], level, MAX (priority, TL_SEVERITY_ADVICE));
  }
}

/* The largest gap there, or TL_N_GAP_LEVELS; @n_others: how many other gaps there are. */
static guint
find_largest (const GapSpot *spot,
              guint         *n_others)
{
  guint largest = TL_N_GAP_LEVELS, n = 0;

  for (guint i = 0; i < TL_N_GAP_LEVELS; i++) {
    if (spot->n[i] == 0)
      continue;
    n++;
    if (largest == TL_N_GAP_LEVELS || spot->weight[i] > spot->weight[largest] ||
        (spot->weight[i] == spot->weight[largest] && spot->n[i] > spot->n[largest]))
      largest = i;
  }
  *n_others = n > 0 ? n - 1 : 0;
  return largest;
}

/* Translators: short names of the gaps, for tags on the chart. */
static const char *const gap_tags[TL_N_GAP_LEVELS] = {
  [TL_LEVEL_EXPECTATION] = N_("1 Expectation"), [TL_LEVEL_STANDARD] = N_("2 Standard"),
  [TL_LEVEL_DELIVERY] = N_("3 Delivery"), [TL_LEVEL_PROMISE] = N_("4 Promise"),
  [TL_LEVEL_UNNAMED] = N_("Not named"),
};

static void
mark_gaps (TlMarking *marking,
           gpointer   spots,
           TlId       at)
{
  const GapSpot *spot = (const GapSpot *) spots + at;
  guint n_others;
  guint largest = find_largest (spot, &n_others);
  const char *name, *tag;

  if (largest == TL_N_GAP_LEVELS)
    return;
  name = tl_overlay_class_name (TL_OVERLAY_GAPS, largest);
  tag = _(gap_tags[largest]);
  tl_marking_add (marking, at, largest, spot->n[largest],
                  n_others > 0 ? g_strdup_printf ("%s +%u", tag, n_others) : g_strdup (tag),
                  n_others > 0
                    /* Translators: the name of a gap, and how many others there are. */
                    ? g_strdup_printf (ngettext ("%s, and %u other gap", "%s, and %u other gaps",
                                                 n_others), name, n_others)
                    : g_strdup (name));
}

void
tl_mark_gaps (TlMarking *marking)
{
  g_autofree GapSpot *spots = g_new0 (GapSpot, tl_chart_id_limit (marking->chart) + 1);

  note_elsewhere (marking, visit_findings (marking, is_gap, count_gap_found, spots));
  count_failures (marking->chart, spots);
  visit_places (marking, mark_gaps, spots);
}
