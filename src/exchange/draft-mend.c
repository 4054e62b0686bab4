/* draft-mend.c - puts right in a draft whatever a chart does not allow.
 *
 * The rules are those of model/check.h; each case is reported with the name of
 * what it was found at.
 */
#include "exchange/draft.h"

#include <glib/gi18n-lib.h>

#include "exchange/words.h"

static const char *
default_label (TlStepKind kind)
{
  switch (kind) {
  case TL_STEP_START:
    return C_("step", "Start");
  case TL_STEP_DECISION:
    return C_("step", "Which way?");
  case TL_STEP_WAIT:
    return C_("step", "Wait");
  case TL_STEP_FORK:
    return C_("step", "At the same time");
  case TL_STEP_JOIN:
    return C_("step", "All done");
  case TL_STEP_END:
    return C_("step", "End");
  case TL_STEP_ACTION:
  default:
    return C_("step", "Step without a name");
  }
}

static void
tidy_in_place (char **text)
{
  char *tidied = tl_words_tidy (*text);

  g_free (*text);
  *text = tidied;
}

static void
mend_texts_of_step (TlDraft     *draft,
                    TlDraftStep *step)
{
  g_autofree char *how = NULL;

  tidy_in_place (&step->label);
  if (*step->label == '\0') {
    g_free (step->label);
    step->label = g_strdup (default_label (step->kind));
  }

  if (g_utf8_strlen (step->label, -1) > TL_LABEL_MAX) {
    char *shorter = tl_words_shorten (step->label, TL_LABEL_MAX);
    g_autofree char *rest = g_strdup (step->how->str);

    g_string_assign (step->how, step->label);
    tl_draft_say_how (step, rest);
    tl_report_add (draft->report, TL_REPORT_MENDED, _("name that is too long for a step"),
                   _("shortened; the whole text is in the key points"), shorter);
    g_free (step->label);
    step->label = shorter;
  }

  how = tl_words_tidy_lines (step->how->str);
  if (g_utf8_strlen (how, -1) > TL_TEXT_MAX) {
    g_autofree char *shorter = tl_words_shorten (how, TL_TEXT_MAX);

    tl_report_add (draft->report, TL_REPORT_LEFT_OUT, _("end of a long description"),
                   _("key points hold 2000 characters"), step->label);
    g_string_assign (step->how, shorter);
  } else {
    g_string_assign (step->how, how);
  }
}

/* S05 and S10: what a kind of step may carry. */
static void
mend_values_of_step (TlDraft     *draft,
                     TlDraftStep *step)
{
  gboolean bare = step->kind == TL_STEP_START || step->kind == TL_STEP_END ||
                  step->kind == TL_STEP_FORK || step->kind == TL_STEP_JOIN;

  if (bare && (step->touch != 0 || step->wait != 0 || step->cost != 0)) {
    tl_report_add (draft->report, TL_REPORT_LEFT_OUT, _("time or cost"),
                   _("a start, end, fork or join takes none"), step->label);
    step->touch = step->wait = 0;
    step->cost = 0;
  }
  if (step->kind == TL_STEP_WAIT && step->touch != 0) {
    step->wait += step->touch;
    step->touch = 0;
  }
  step->touch = MAX (step->touch, 0);
  step->wait = MAX (step->wait, 0);
  step->cost = MAX (step->cost, 0);

  if (step->kind != TL_STEP_END)
    step->outcome = TL_OUTCOME_NONE;
  else if (step->outcome == TL_OUTCOME_NONE)
    step->outcome = TL_OUTCOME_RESOLVED;
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const TlDraft *draft = data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  const TlDraftLane *left = g_ptr_array_index (draft->lanes, i);
  const TlDraftLane *right = g_ptr_array_index (draft->lanes, k);

  if (left->band != right->band)
    return left->band < right->band ? -1 : 1;

  return i < k ? -1 : i > k;
}

/* S04: customer first, support last; lanes of one band keep their order. */
static void
sort_lanes (TlDraft *draft)
{
  guint n = draft->lanes->len;
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree guint *place = g_new (guint, n + 1);
  g_autofree gpointer *lanes = g_new (gpointer, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_lanes, draft);

  for (guint i = 0; i < n; i++) {
    TlDraftLane *lane = g_ptr_array_index (draft->lanes, order[i]);

    lanes[i] = lane;
    place[order[i]] = i;
    if (i < order[i])
      tl_report_add (draft->report, TL_REPORT_TURNED, _("lane"),
                     _("moved up: lanes run from the customer down to support"), lane->name);
  }
  for (guint i = 0; i < n; i++)
    draft->lanes->pdata[i] = lanes[i];
  for (guint i = 0; i < draft->steps->len; i++) {
    TlDraftStep *step = g_ptr_array_index (draft->steps, i);

    step->lane = step->lane < n ? place[step->lane] : 0;
  }
}

/* Start and end become plain steps when the flow goes on through them. */
static void
mend_ends_of_flow (TlDraft     *draft,
                   TlDraftLink *link)
{
  if (link->kind != TL_CONNECTOR_FLOW)
    return;

  if (link->to->kind == TL_STEP_START) {
    link->to->kind = TL_STEP_ACTION;
    tl_report_add (draft->report, TL_REPORT_TURNED, _("start that something leads into"),
                   _("shown as a plain step"), link->to->label);
  }
  if (link->from->kind == TL_STEP_END) {
    link->from->kind = TL_STEP_ACTION;
    tl_report_add (draft->report, TL_REPORT_TURNED, _("end that something follows"),
                   _("shown as a plain step"), link->from->label);
  }
}

static void
join_labels (TlDraftLink       *into,
             const TlDraftLink *from)
{
  char *both;

  if (from->label == NULL || g_strcmp0 (into->label, from->label) == 0)
    return;
  both = into->label == NULL ? g_strdup (from->label)
                             : g_strdup_printf ("%s / %s", into->label, from->label);
  g_free (into->label);
  into->label = both;
}

static char *
link_words (const TlDraftLink *link)
{
  if (link->label != NULL)
    return g_strdup (link->label);

  return g_strdup_printf ("%s → %s", link->from->label, link->to->label);
}

/* S07, and links to what has been taken out. */
static void
mend_links (TlDraft *draft)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < draft->links->len; i++) {
    TlDraftLink *link = g_ptr_array_index (draft->links, i);
    TlDraftLink *twin;
    char *key;

    if (link->gone)
      continue;
    if (link->from->gone || link->to->gone) {
      link->gone = TRUE;
      continue;
    }
    if (link->from == link->to) {
      tl_report_add (draft->report, TL_REPORT_LEFT_OUT, _("line from a step back to itself"),
                     _("noted in its key points instead"), link->from->label);
      tl_draft_say_how (link->from, _("Repeated where needed."));
      link->gone = TRUE;
      continue;
    }

    key = g_strdup_printf ("%d %u %u", link->kind, link->from->index, link->to->index);
    twin = g_hash_table_lookup (seen, key);
    if (twin == NULL) {
      g_hash_table_insert (seen, key, link);
      continue;
    }
    tl_report_add (draft->report, TL_REPORT_MENDED, _("second line between the same two steps"),
                   _("joined with the first"), link->label != NULL ? link->label : link->from->label);
    join_labels (twin, link);
    twin->probability = TL_NO_NUMBER;
    link->gone = TRUE;
    g_free (key);
  }
}

static void
mend_text_of_link (TlDraft     *draft,
                   TlDraftLink *link)
{
  g_autofree char *tidied = tl_words_tidy (link->label);

  g_clear_pointer (&link->label, g_free);
  if (*tidied == '\0')
    return;
  link->label = tl_words_shorten (tidied, TL_LABEL_MAX);
  if (!g_str_equal (link->label, tidied)) {
    g_autofree char *words = link_words (link);
    g_autofree char *line = g_strdup_printf (_("To “%s”: %s"), link->to->label, tidied);

    tl_report_add (draft->report, TL_REPORT_MENDED, _("name that is too long for a connector"),
                   _("shortened; the whole text is in the key points of the step before"), words);
    tl_draft_say_how (link->from, line);
  }
}

static void
mend_failures (TlDraft *draft)
{
  for (guint i = draft->failures->len; i > 0; i--) {
    TlDraftFailure *failure = g_ptr_array_index (draft->failures, i - 1);
    g_autofree char *tidied = tl_words_tidy (failure->title);
    gboolean fits = !failure->at->gone &&
                    (failure->at->kind == TL_STEP_ACTION || failure->at->kind == TL_STEP_WAIT ||
                     failure->at->kind == TL_STEP_DECISION);

    g_free (failure->title);
    failure->title = tl_words_shorten (*tidied != '\0' ? tidied : _("Failure"), TL_LABEL_MAX);
    if (!fits) {
      tl_report_add (draft->report, TL_REPORT_LEFT_OUT, _("failure point"),
                     _("it can only sit on an action, a wait or a decision"), failure->title);
      g_ptr_array_remove_index (draft->failures, i - 1);
    }
  }
}

static void
mend_lanes (TlDraft *draft)
{
  if (draft->lanes->len == 0)
    tl_draft_add_lane (draft, NULL, NULL);
  for (guint i = 0; i < draft->lanes->len; i++) {
    TlDraftLane *lane = g_ptr_array_index (draft->lanes, i);
    char *shorter;

    tidy_in_place (&lane->name);
    shorter = tl_words_shorten (*lane->name != '\0' ? lane->name : C_("lane", "Service"),
                                TL_LABEL_MAX);
    g_free (lane->name);
    lane->name = shorter;
  }
  sort_lanes (draft);
}

void
tl_draft_mend (TlDraft *draft)
{
  mend_lanes (draft);

  for (guint i = 0; i < draft->steps->len; i++)
    ((TlDraftStep *) g_ptr_array_index (draft->steps, i))->index = i;
  mend_links (draft);
  for (guint i = 0; i < draft->links->len; i++) {
    TlDraftLink *link = g_ptr_array_index (draft->links, i);

    if (link->gone)
      continue;
    mend_ends_of_flow (draft, link);
    mend_text_of_link (draft, link);
    if (link->kind != TL_CONNECTOR_FLOW || link->from->kind != TL_STEP_DECISION)
      link->probability = TL_NO_NUMBER;
  }
  for (guint i = 0; i < draft->steps->len; i++) {
    TlDraftStep *step = g_ptr_array_index (draft->steps, i);

    if (step->gone)
      continue;
    mend_texts_of_step (draft, step);
    mend_values_of_step (draft, step);
  }
  mend_failures (draft);
}
