/* bpmn.c - reading BPMN 2.0 as a service chart: the order of the work. */
#include "exchange/bpmn.h"

#include <glib/gi18n-lib.h>

#include "exchange/bpmn-file.h"
#include "exchange/words.h"

G_DEFINE_QUARK (tl-bpmn-error-quark, tl_bpmn_error)

static void
draft_step (TlBpmnNode *node,
            TlDraft    *draft)
{
  TlDraftStep *step = tl_draft_add_step (draft, node->id, node->kind, node->name);
  int index = node->lane != NULL ? node->lane->index : node->pool->index;

  step->lane = index < 0 ? 0 : (guint) index;
  step->outcome = node->outcome;
  step->performer = g_strdup (node->performer);
  step->touch = MAX (node->touch, 0);
  step->wait = MAX (node->wait, 0);
  step->cost = node->cost > 0 ? (TlMoney) (node->cost * 100 + 0.5) : 0;
  step->placed = node->drawn;
  step->box = node->box;
  tl_draft_say_how (step, node->how->str);
  node->step = step;
}

/* What the import put in stands beside its neighbour, or where a neighbour stood
 * that has been taken out. */
static void
draft_beside (const TlBpmnNode *node)
{
  if (node->beside == NULL || node->drawn)
    return;
  if (node->beside->step != NULL) {
    node->step->beside = node->beside->step;
    node->step->before = node->before;
  } else if (node->beside->drawn) {
    node->step->placed = TRUE;
    node->step->box = node->beside->box;
  }
}

/* The name of a message to or from the customer may say by what it comes. */
static void
draft_touchpoint (const TlDraft    *draft,
                  const TlBpmnFlow *flow)
{
  int channel = tl_words_channel (flow->name);

  if (channel == 0 || !(flow->is_message || flow->was_message))
    return;
  for (int end = 0; end < 2; end++) {
    TlDraftStep *step = end == 0 ? flow->source->step : flow->target->step;
    const TlDraftLane *lane = g_ptr_array_index (draft->lanes, step->lane);

    if (lane->band != TL_BAND_CUSTOMER)
      continue;
    tl_draft_touchpoint (step, (TlChannel) channel, flow->name);
    tl_report_add (draft->report, TL_REPORT_ASSUMED, _("message"),
                   _("also shown as a touchpoint of the customer"), flow->name);
    return;
  }
}

static void
draft_links (const TlBpmnFile *file,
             TlDraft          *draft)
{
  for (guint i = 0; i < file->flows->len; i++) {
    const TlBpmnFlow *flow = g_ptr_array_index (file->flows, i);
    TlDraftLink *link;

    if (flow->gone || flow->source == NULL || flow->target == NULL ||
        flow->source->step == NULL || flow->target->step == NULL)
      continue;
    link = tl_draft_add_link (draft, flow->id,
                              flow->is_message ? TL_CONNECTOR_SUPPORT : TL_CONNECTOR_FLOW,
                              flow->source->step, flow->target->step, flow->name);
    link->handover = flow->was_message && flow->source->pool != flow->target->pool;
    draft_touchpoint (draft, flow);
  }
}

static void
draft_failures (const TlBpmnFile *file,
                TlDraft          *draft)
{
  for (guint i = 0; i < file->failures->len; i++) {
    const TlBpmnFailure *failure = g_ptr_array_index (file->failures, i);
    TlDraftFailure *record;

    if (failure->at->step == NULL) {
      tl_report_add (file->report, TL_REPORT_LEFT_OUT, _("failure point"),
                     _("the step it sits on has been taken out"), failure->title);
      continue;
    }
    record = tl_draft_add_failure (draft, failure->at->step, failure->title);
    record->id = g_strdup (failure->id);
    if (failure->event == TL_BPMN_EVENT_TIMER)
      record->dimension = TL_DIMENSION_RESPONSIVENESS;
    tl_report_add (file->report, TL_REPORT_ASSUMED, _("failure point"),
                   _("taken as a mistake of the house; say whose it is and rate it"), failure->title);
  }
}

static TlDraft *
make_draft (const TlBpmnFile *file)
{
  TlDraft *draft = tl_draft_new (file->report);

  draft->currency = g_strdup (file->currency);
  draft->note = g_strdup (file->note);
  return draft;
}

/* The collaboration's name, else that of the only pool or process with steps. */
static void
give_titles (const TlBpmnFile *file,
             TlDraft          *draft,
             const char       *title)
{
  const char *only = NULL;
  guint n = 0;

  for (guint i = 0; i < file->pools->len; i++) {
    const TlBpmnPool *pool = g_ptr_array_index (file->pools, i);

    if (pool->black_box)
      continue;
    n++;
    only = pool->name;
  }
  if (n == 1 && only != NULL && *only != '\0')
    draft->phase = g_strdup (only);
  if (file->title != NULL && *file->title != '\0')
    draft->title = g_strdup (file->title);
  else
    draft->title = g_strdup (draft->phase != NULL && title == NULL ? draft->phase : title);
}

TlChart *
tl_bpmn_read (const char  *data,
              gsize        length,
              const char  *title,
              TlReport    *report,
              GError     **error)
{
  g_autoptr (TlBpmnFile) file = tl_bpmn_file_new (report);
  g_autoptr (TlDraft) draft = NULL;

  if (!tl_bpmn_parse (file, data, length, error))
    return NULL;

  tl_bpmn_assign_lanes (file);
  tl_bpmn_open_subprocesses (file);
  tl_bpmn_settle_events (file);
  tl_bpmn_settle_gateways (file);
  tl_bpmn_settle_messages (file);
  tl_bpmn_settle_splits (file);

  draft = make_draft (file);
  give_titles (file, draft, title);
  tl_bpmn_make_lanes (file, draft);
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (!node->gone)
      draft_step (node, draft);
  }
  for (guint i = 0; i < file->nodes->len; i++) {
    const TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (!node->gone)
      draft_beside (node);
  }
  draft_links (file, draft);
  draft_failures (file, draft);
  tl_draft_mend (draft);

  return tl_draft_build (draft, error);
}
