/* overlay.c - the table of overlays, and their marks in order. */
#include "analysis/overlay.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/overlay-plan.h"
#include "analysis/residual.h"
#include "analysis/rule.h"

typedef struct {
  const char    *word;
  const char    *label;      /* translatable, header capitalization */
  const char    *title;      /* translatable, sentence case */
  const char    *about;      /* translatable */
  const char    *unmarked;   /* translatable */
  void         (*mark)       (TlMarking *marking);
  const char  *(*name)       (int value);   /* of classes without one of their own */
  TlOverlayClass classes[TL_OVERLAY_MOST_CLASSES];
  guint          n_classes;
} Plan;

static const char *
priority_name (int value)
{
  return tl_priority_text ((TlPriority) value);
}

static const char *
gap_name (int value)
{
  return tl_gap_label ((TlGap) value);
}

static const char *
severity_name (int value)
{
  return tl_severity_label ((TlSeverity) value);
}

static const Plan plans[TL_N_OVERLAYS] = {
  [TL_OVERLAY_NONE] = { "none", N_("No Overlay"), N_("No overlay"), "", "", NULL, NULL, { { 0 } },
                        0 },
  [TL_OVERLAY_PRIORITY] = {
    "priority", N_("Priority Heat"), N_("Priority of failure points"),
    N_("Action Priority and RPN of the worst failure point at a step or connector"),
    N_("Pale: no failure point"), tl_mark_priority, priority_name, {
      [TL_LEVEL_HIGH] = { NULL, TL_HUE_GRAVE, TL_PRIORITY_HIGH },
      [TL_LEVEL_MEDIUM] = { NULL, TL_HUE_STRONG, TL_PRIORITY_MEDIUM },
      [TL_LEVEL_LOW] = { NULL, TL_HUE_MIDDLE, TL_PRIORITY_LOW },
      [TL_LEVEL_UNRATED] = { NULL, TL_HUE_OPEN, TL_PRIORITY_NONE },
      [TL_LEVEL_LIVED_WITH] = { N_("Accepted"), TL_HUE_ASIDE, 0 },
    }, 5 },
  [TL_OVERLAY_TIME] = {
    "time", N_("Where the Time Goes"), N_("Where the time goes"),
    N_("Expected time of a journey without failures that is spent at a step, and its share"),
    N_("Pale: takes the customer no time"), tl_mark_time, NULL, {
      [TL_LEVEL_LARGE] = { N_("20 % and more"), TL_HUE_GRAVE, 20 },
      [TL_LEVEL_FAIR] = { N_("10 % to 20 %"), TL_HUE_STRONG, 10 },
      [TL_LEVEL_SMALL] = { N_("5 % to 10 %"), TL_HUE_MIDDLE, 5 },
      [TL_LEVEL_LITTLE] = { N_("Less than 5 %"), TL_HUE_SLIGHT, 0 },
    }, 4 },
  [TL_OVERLAY_GAPS] = {
    "gaps", N_("Gaps"), N_("Gaps"),
    N_("The gravest gap that open findings and failure points show at a step, and how many other "
       "gaps there are"),
    N_("Pale: no gap found"), tl_mark_gaps, gap_name, {
      [TL_LEVEL_EXPECTATION] = { NULL, TL_HUE_FIRST, TL_GAP_EXPECTATION },
      [TL_LEVEL_STANDARD] = { NULL, TL_HUE_SECOND, TL_GAP_STANDARD },
      [TL_LEVEL_DELIVERY] = { NULL, TL_HUE_THIRD, TL_GAP_DELIVERY },
      [TL_LEVEL_PROMISE] = { NULL, TL_HUE_FOURTH, TL_GAP_PROMISE },
      [TL_LEVEL_UNNAMED] = { N_("Failure points that name no gap"), TL_HUE_OPEN, 0 },
    }, 5 },
  [TL_OVERLAY_COVERAGE] = {
    "coverage", N_("Recovery Coverage"), N_("Recovery coverage"),
    N_("How many failure points have a complete recovery procedure, of how many"),
    N_("Pale: no failure point"), tl_mark_coverage, NULL, {
      [TL_LEVEL_NOTHING] = { N_("One without any procedure"), TL_HUE_GRAVE, 0 },
      [TL_LEVEL_BEGUN] = { N_("One with an incomplete procedure"), TL_HUE_STRONG, 0 },
      [TL_LEVEL_READY] = { N_("All have a complete procedure"), TL_HUE_GOOD, 0 },
      [TL_LEVEL_CHOSEN] = { N_("Accepted"), TL_HUE_ASIDE, 0 },
    }, 4 },
  [TL_OVERLAY_ROLE] = {
    "role", N_("Role Focus"), N_("Role focus"),
    N_("Steps are numbered as they are read; hand-overs name the other role"),
    N_("Pale: what others do"), tl_mark_role, NULL, {
      [TL_LEVEL_OWN] = { N_("Does this"), TL_HUE_FIRST, 0 },
      [TL_LEVEL_GIVES] = { N_("Hands over to"), TL_HUE_SECOND, 0 },
      [TL_LEVEL_TAKES] = { N_("Takes over from"), TL_HUE_THIRD, 0 },
      [TL_LEVEL_RECOVERS] = { N_("Acts in a recovery here"), TL_HUE_GOOD, 0 },
    }, 4 },
  [TL_OVERLAY_FINDINGS] = {
    "findings", N_("Findings"), N_("Findings"),
    N_("How many open findings a step or connector has; in brackets, how many are accepted"),
    N_("Pale: nothing found"), tl_mark_findings, severity_name, {
      [TL_LEVEL_ERROR] = { NULL, TL_HUE_GRAVE, TL_SEVERITY_ERROR },
      [TL_LEVEL_WARNING] = { NULL, TL_HUE_STRONG, TL_SEVERITY_WARNING },
      [TL_LEVEL_ADVICE] = { NULL, TL_HUE_MIDDLE, TL_SEVERITY_ADVICE },
      [TL_LEVEL_ACCEPTED] = { N_("Accepted"), TL_HUE_ASIDE, 0 },
    }, 4 },
};

static const Plan *
plan_of (TlOverlayKind kind)
{
  g_return_val_if_fail (kind < TL_N_OVERLAYS, &plans[TL_OVERLAY_NONE]);

  return &plans[kind];
}

/* Marks. */

static void
clear_mark (gpointer data)
{
  TlOverlayMark *mark = data;

  g_free (mark->tag);
  g_free (mark->text);
}

void
tl_marking_add (TlMarking *marking,
                TlId       at,
                guint      level,
                double     value,
                char      *tag,
                char      *text)
{
  TlOverlayMark mark = { at, level, value, tag, text };

  g_assert (level < tl_overlay_n_classes (marking->overlay->kind));
  g_array_append_val (marking->marks, mark);
}

/* Steps before connectors, each in document order. */
static void
put_in_order (TlMarking *marking)
{
  static const TlRecordKind kinds[] = { TL_RECORD_STEP, TL_RECORD_CONNECTOR };
  TlOverlay *overlay = marking->overlay;
  g_autofree guint *found = g_new0 (guint, overlay->n_index + 1);

  for (guint i = 0; i < marking->marks->len; i++)
    found[g_array_index (marking->marks, TlOverlayMark, i).at] = i + 1;
  overlay->marks = g_new (TlOverlayMark, marking->marks->len + 1);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    for (guint i = 0; i < tl_chart_n (marking->chart, kinds[k]); i++) {
      TlId id = tl_chart_nth (marking->chart, kinds[k], i)->id;
      const TlOverlayMark *mark = found[id] != 0
        ? &g_array_index (marking->marks, TlOverlayMark, found[id] - 1) : NULL;

      if (mark == NULL)
        continue;
      overlay->marks[overlay->n_marks++] = *mark;
      overlay->index[id] = overlay->n_marks;
      overlay->n_of[mark->level] += mark->tag != NULL;
    }
  }
  g_assert (overlay->n_marks == marking->marks->len);   /* each place was marked once */
}

TlOverlay *
tl_overlay_new (const TlChart *chart,
                TlOverlayKind  kind,
                TlId           role,
                TlDate         today)
{
  const Plan *plan = plan_of (kind);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TlOverlayMark));
  TlOverlay *overlay = g_new0 (TlOverlay, 1);
  TlMarking marking = { chart, today, overlay, marks };

  overlay->kind = kind;
  overlay->role = role;
  overlay->n_index = tl_chart_id_limit (chart);
  overlay->index = g_new0 (guint, overlay->n_index + 1);
  if (plan->mark != NULL)
    plan->mark (&marking);
  if (overlay->title == NULL)
    overlay->title = g_strdup (_(plan->title));
  put_in_order (&marking);
  return overlay;
}

void
tl_overlay_free (TlOverlay *overlay)
{
  if (overlay == NULL)
    return;

  for (guint i = 0; i < overlay->n_marks; i++)
    clear_mark (&overlay->marks[i]);
  g_free (overlay->marks);
  g_free (overlay->index);
  g_free (overlay->title);
  g_free (overlay->note);
  g_free (overlay);
}

const TlOverlayMark *
tl_overlay_mark (const TlOverlay *overlay,
                 TlId             id)
{
  guint place = id < overlay->n_index ? overlay->index[id] : 0;

  return place != 0 ? &overlay->marks[place - 1] : NULL;
}

static gboolean
marks_equal (const TlOverlayMark *a,
             const TlOverlayMark *b)
{
  return a->at == b->at && a->level == b->level && g_strcmp0 (a->tag, b->tag) == 0 &&
         g_strcmp0 (a->text, b->text) == 0;
}

gboolean
tl_overlay_equal (const TlOverlay *a,
                  const TlOverlay *b)
{
  if (a->kind != b->kind || a->role != b->role || a->n_marks != b->n_marks ||
      strcmp (a->title, b->title) != 0 || g_strcmp0 (a->note, b->note) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_marks; i++) {
    if (!marks_equal (&a->marks[i], &b->marks[i]))
      return FALSE;
  }
  return TRUE;
}

/* The table, asked. */

const char *
tl_overlay_word (TlOverlayKind kind)
{
  return plan_of (kind)->word;
}

gboolean
tl_overlay_parse (const char    *word,
                  TlOverlayKind *kind)
{
  for (TlOverlayKind i = 0; i < TL_N_OVERLAYS; i++) {
    if (strcmp (plans[i].word, word) == 0) {
      *kind = i;
      return TRUE;
    }
  }
  return FALSE;
}

char *
tl_overlay_words (void)
{
  const char *words[TL_N_OVERLAYS] = { NULL };

  for (TlOverlayKind i = TL_OVERLAY_NONE + 1; i < TL_N_OVERLAYS; i++)
    words[i - 1] = plans[i].word;
  return g_strjoinv (", ", (GStrv) words);
}

const char *
tl_overlay_label (TlOverlayKind kind)
{
  return _(plan_of (kind)->label);
}

const char *
tl_overlay_about (TlOverlayKind kind)
{
  return kind != TL_OVERLAY_NONE ? _(plan_of (kind)->about) : "";
}

const char *
tl_overlay_unmarked (TlOverlayKind kind)
{
  return kind != TL_OVERLAY_NONE ? _(plan_of (kind)->unmarked) : "";
}

guint
tl_overlay_n_classes (TlOverlayKind kind)
{
  return plan_of (kind)->n_classes;
}

const TlOverlayClass *
tl_overlay_class (TlOverlayKind kind,
                  guint         level)
{
  g_return_val_if_fail (level < tl_overlay_n_classes (kind), NULL);

  return &plans[kind].classes[level];
}

const char *
tl_overlay_class_name (TlOverlayKind kind,
                       guint         level)
{
  const TlOverlayClass *found = tl_overlay_class (kind, level);

  g_return_val_if_fail (found != NULL, NULL);

  return found->name != NULL ? _(found->name) : plans[kind].name (found->value);
}
