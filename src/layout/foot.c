/* foot.c - the legend and totals under the chart. */
#include "layout/plan.h"

#include <glib/gi18n-lib.h>

#define KEYS_START (TL_PLAN_MARGIN + 4)
#define FOOT_GAP    18.0   /* from the lanes to the legend */
#define KEY_GAP      8.0   /* from a mark to its word */
#define KEYS_GAP    26.0   /* from a word to the next mark */

typedef struct {
  guint failures[TL_PRIORITY_HIGH + 1];
  guint n_failures, n_without;
  guint recoveries, waits;
} Counts;

static void
count (TlPlan *plan,
       Counts *counts)
{
  guint limit = tl_chart_id_limit (plan->chart);
  gboolean *covered;

  g_array_set_size (plan->scratch, limit);
  covered = (gboolean *) (void *) plan->scratch->data;
  for (guint i = 0; i < limit; i++)
    covered[i] = FALSE;
  for (guint i = 0; i < plan->order->n_recoveries; i++) {
    const TlRecovery *recovery = TL_CHART_GET (plan->chart, RECOVERY, TlRecovery,
                                               plan->order->recoveries[i]);

    for (guint k = 0; k < recovery->failures.n; k++) {
      if (recovery->failures.ids[k] < limit)
        covered[recovery->failures.ids[k]] = TRUE;
    }
  }
  counts->recoveries = plan->order->n_recoveries;
  counts->n_failures = plan->order->n_failures;
  for (guint i = 0; i < plan->order->n_failures; i++)
    counts->n_without += !covered[plan->order->failures[i]];
  for (guint i = 0; i < plan->parts.badges->len; i++) {
    const TlSceneBadge *badge = &g_array_index (plan->parts.badges, TlSceneBadge, i);

    if (badge->kind == TL_BADGE_FAILURE)
      counts->failures[badge->priority]++;
    else if (badge->kind == TL_BADGE_WAIT)
      counts->waits++;
  }
}

/* Sets a key at @at, on a new line when it would pass @right, and moves @at on. */
static void
add_key (TlPlan     *plan,
         TlPoint    *at,
         double      right,
         TlBadgeKind kind,
         TlPriority  priority,
         const char *mark,
         const char *word)
{
  const TlText *mark_text = tl_measure_layout (plan->measure, TL_TEXT_BADGE, mark, 0);
  const TlText *word_text = tl_measure_layout (plan->measure, TL_TEXT_FOOTER, word, 0);
  double w = kind == TL_BADGE_FAILURE ? TL_PLAN_BADGE : 26;
  double h = kind == TL_BADGE_FAILURE ? TL_PLAN_BADGE : TL_PLAN_TAG;
  TlSceneKey key = { .kind = kind, .priority = priority };

  if (at->x > KEYS_START && at->x + w + KEY_GAP + word_text->width > right) {
    at->x = KEYS_START;
    at->y += TL_PLAN_BADGE + KEY_GAP;
  }
  key.box = (TlBox) { at->x, at->y + (TL_PLAN_BADGE - h) / 2, w, h };
  key.mark = (TlSceneText) { mark_text, key.box, TL_ALIGN_CENTRE };
  key.text = (TlSceneText) { word_text, { at->x + w + KEY_GAP, at->y, word_text->width,
                                          TL_PLAN_BADGE }, TL_ALIGN_START };
  at->x = key.text.box.x + key.text.box.w + KEYS_GAP;
  g_array_append_val (plan->parts.keys, key);
}

static void
add_keys (TlPlan       *plan,
          const Counts *counts,
          TlPoint      *at,
          double        right)
{
  const char *words[] = {
    [TL_PRIORITY_NONE]   = _("failure point, not rated"),
    [TL_PRIORITY_LOW]    = _("failure point, low priority"),
    [TL_PRIORITY_MEDIUM] = _("failure point, medium priority"),
    [TL_PRIORITY_HIGH]   = _("failure point, high priority"),
  };

  for (int p = TL_PRIORITY_HIGH; p >= TL_PRIORITY_NONE; p--) {
    if (counts->failures[p] > 0)
      add_key (plan, at, right, TL_BADGE_FAILURE, p, C_("letter of a failure point", "F"),
               words[p]);
  }
  if (counts->recoveries > 0)
    add_key (plan, at, right, TL_BADGE_RECOVERY, TL_PRIORITY_NONE,
             C_("letter of a recovery procedure", "R"), _("recovery procedure"));
  if (counts->waits > 0)
    add_key (plan, at, right, TL_BADGE_WAIT, TL_PRIORITY_NONE,
             C_("letter of a waiting point", "W"), _("waiting point"));
}

static const TlText *
totals (TlPlan       *plan,
        const Counts *counts)
{
  guint n = plan->steps->len;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u step", "%u steps", n), n);
  if (counts->n_failures > 0) {
    g_string_append (text, " \302\267 ");
    if (counts->n_without > 0)
      g_string_append_printf (text, ngettext ("%u failure point, %u without recovery",
                                              "%u failure points, %u without recovery",
                                              counts->n_failures),
                              counts->n_failures, counts->n_without);
    else
      g_string_append_printf (text, ngettext ("%u failure point, with a recovery",
                                              "%u failure points, all with a recovery",
                                              counts->n_failures), counts->n_failures);
  }
  return tl_measure_layout (plan->measure, TL_TEXT_FOOTER, text->str, 0);
}

double
tl_foot_place (TlPlan *plan,
               double  y,
               double  right)
{
  Counts counts = { .n_failures = 0 };
  TlPoint at = { KEYS_START, y + FOOT_GAP };
  const TlText *text;

  plan->scene.totals = (TlSceneText) { .text = NULL };
  g_array_set_size (plan->parts.keys, 0);
  if (!plan->options.titles)
    return y;
  count (plan, &counts);
  add_keys (plan, &counts, &at, right);
  text = totals (plan, &counts);
  /* Below the legend when there is no room beside it. */
  if (plan->parts.keys->len > 0 && at.x + text->width > right)
    at.y += TL_PLAN_BADGE + KEY_GAP;
  plan->scene.totals = (TlSceneText) {
    text, { MAX (TL_PLAN_MARGIN, right - text->width), at.y, text->width, TL_PLAN_BADGE },
    TL_ALIGN_END };
  return at.y + TL_PLAN_BADGE;
}
