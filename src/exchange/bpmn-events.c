/* bpmn-events.c - what events and activities of a BPMN file become. */
#include "exchange/bpmn-file.h"

#include <glib/gi18n-lib.h>

#include "exchange/words.h"

/* A throwing link goes on at the catching link of the same name. */
static void
join_link (TlBpmnFile *file,
           TlBpmnNode *thrower)
{
  const char *name = thrower->event_ref != NULL ? thrower->event_ref : thrower->name;

  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *catcher = g_ptr_array_index (file->nodes, i);
    const char *other = catcher->event_ref != NULL ? catcher->event_ref : catcher->name;

    if (catcher->gone || catcher->type != TL_BPMN_CATCH || catcher->event != TL_BPMN_EVENT_LINK ||
        catcher->pool != thrower->pool || g_strcmp0 (name, other) != 0)
      continue;
    tl_bpmn_flow_new (file, NULL, NULL, thrower, catcher);
    tl_report_add (file->report, TL_REPORT_TURNED, _("jump"), _("drawn as one connector"), name);
    tl_bpmn_node_dissolve (file, thrower);
    return;
  }
  thrower->type = TL_BPMN_END;
  tl_report_add (file->report, TL_REPORT_MENDED, _("jump to nowhere"), _("shown as an end"), name);
}

static void
join_links (TlBpmnFile *file)
{
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (!node->gone && node->type == TL_BPMN_THROW && node->event == TL_BPMN_EVENT_LINK &&
        node->out->len == 0)
      join_link (file, node);
  }
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (node->gone || node->type != TL_BPMN_CATCH || node->event != TL_BPMN_EVENT_LINK)
      continue;
    if (node->in->len > 0)
      tl_bpmn_node_dissolve (file, node);
    else
      node->type = TL_BPMN_START;
  }
}

/* What is only done to undo something hangs on no flow and has no place. */
static void
leave_out_compensation (TlBpmnFile *file)
{
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);
    gboolean trigger = node->type == TL_BPMN_BOUNDARY && node->event == TL_BPMN_EVENT_COMPENSATE;

    if (node->gone || !(trigger || (node->compensation && node->in->len + node->out->len == 0)))
      continue;
    if (!trigger || tl_bpmn_node_title (node) != NULL)
      tl_report_add (file->report, TL_REPORT_LEFT_OUT, _("undoing (compensation)"),
                     _("describe it as a recovery procedure instead"), tl_bpmn_node_title (node));
    tl_bpmn_node_drop (file, node);
  }
}

static gboolean
is_failure (TlBpmnEvent event)
{
  return event == TL_BPMN_EVENT_ERROR || event == TL_BPMN_EVENT_ESCALATION ||
         event == TL_BPMN_EVENT_CANCEL || event == TL_BPMN_EVENT_TIMER;
}

/* The decision after @host that leads on as planned, or to what follows the
 * events on its border. */
static TlBpmnNode *
insert_decision (TlBpmnFile       *file,
                 TlBpmnNode       *host,
                 const TlBpmnNode *boundary,
                 guint             n_boundaries)
{
  const char *words = tl_bpmn_node_words (file, boundary);
  g_autofree char *question = NULL;
  TlBpmnNode *decision;

  /* Translators: a question made of the name of an event, such as "Card declined?" */
  if (n_boundaries == 1 && *words != '\0' && !g_str_has_suffix (words, "?"))
    question = g_strdup_printf (C_("decision", "%s?"), words);
  else
    question = g_strdup (n_boundaries == 1 && *words != '\0' ? words : _("What happened?"));

  decision = tl_bpmn_node_insert (file, TL_STEP_DECISION, question, host, FALSE);
  if (host->out->len == 0) {
    TlBpmnNode *end = tl_bpmn_node_insert (file, TL_STEP_END, NULL, decision, FALSE);

    end->outcome = TL_OUTCOME_RESOLVED;
    tl_bpmn_flow_new (file, NULL, n_boundaries == 1 ? _("no") : _("as planned"), decision, end);
  } else if (host->out->len == 1) {
    TlBpmnFlow *on = g_ptr_array_index (host->out, 0);

    if (on->name == NULL || *on->name == '\0') {
      tl_bpmn_set_text (&on->name, n_boundaries == 1 ? _("no") : _("as planned"));
    }
    tl_bpmn_flow_set_source (on, decision);
  } else {
    /* Several ways out stay together: the split comes after this decision. */
    TlBpmnNode *split = tl_bpmn_node_insert (file, 0, NULL, decision, FALSE);

    split->type = TL_BPMN_GATEWAY;
    split->gateway = TL_BPMN_PARALLEL;
    for (guint i = 0; i < host->out->len; i++)
      if (((TlBpmnFlow *) g_ptr_array_index (host->out, i))->condition != NULL)
        split->gateway = TL_BPMN_EXCLUSIVE;
    while (host->out->len > 0)
      tl_bpmn_flow_set_source (g_ptr_array_index (host->out, 0), split);
    tl_bpmn_flow_new (file, NULL, _("as planned"), decision, split);
  }
  tl_bpmn_flow_new (file, NULL, NULL, host, decision);

  return decision;
}

static void
settle_boundary (TlBpmnFile *file,
                 TlBpmnNode *boundary,
                 TlBpmnNode *decision,
                 gboolean    alone)
{
  const char *words = tl_bpmn_node_words (file, boundary);
  TlBpmnNode *host = boundary->attached;

  if (is_failure (boundary->event)) {
    tl_bpmn_add_failure (file, host, boundary);
    tl_report_add (file->report, TL_REPORT_TURNED, _("event on the border of an activity"),
                   _("shown as a failure point"), *words != '\0' ? words : host->name);
  }
  if (boundary->timer != NULL && *boundary->timer != '\0')
    tl_bpmn_say_how (host, boundary->timer);

  if (boundary->out->len > 0) {
    if (boundary->non_interrupting)
      tl_report_add (file->report, TL_REPORT_ASSUMED, _("event that does not stop its activity"),
                     _("shown as one way out of a decision"), words);
    while (boundary->out->len > 0) {
      TlBpmnFlow *flow = g_ptr_array_index (boundary->out, 0);

      if (flow->name == NULL || *flow->name == '\0') {
        tl_bpmn_set_text (&flow->name, alone ? _("yes") : words);
      }
      flow->after_failure = is_failure (boundary->event);
      tl_bpmn_flow_set_source (flow, decision);
    }
  } else if (!is_failure (boundary->event)) {
    tl_report_add (file->report, TL_REPORT_LEFT_OUT, _("event on the border of an activity"),
                   _("nothing follows it"), *words != '\0' ? words : host->name);
  }
  tl_bpmn_move_messages (file, boundary, host);
  tl_bpmn_node_drop (file, boundary);
}

static void
settle_boundaries_of (TlBpmnFile *file,
                      TlBpmnNode *host)
{
  g_autoptr (GPtrArray) boundaries = g_ptr_array_new ();
  const TlBpmnNode *first = NULL;
  TlBpmnNode *decision = NULL;
  guint n_ways = 0;

  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (node->gone || node->type != TL_BPMN_BOUNDARY || node->attached != host)
      continue;
    g_ptr_array_add (boundaries, node);
    n_ways += node->out->len;
    if (first == NULL && node->out->len > 0)
      first = node;
  }
  if (first != NULL)
    decision = insert_decision (file, host, first, n_ways);
  for (guint i = 0; i < boundaries->len; i++)
    settle_boundary (file, g_ptr_array_index (boundaries, i), decision, n_ways == 1);
}

/* An end without a name that only errors lead to. */
static gboolean
ends_failures (const TlBpmnNode *node)
{
  for (guint i = 0; i < node->in->len; i++)
    if (!((TlBpmnFlow *) g_ptr_array_index (node->in, i))->after_failure)
      return FALSE;

  return node->in->len > 0 && tl_bpmn_node_title (node) == NULL;
}

static TlOutcome
outcome_of (const TlBpmnFile *file,
            const TlBpmnNode *node)
{
  if (node->event == TL_BPMN_EVENT_ESCALATION)
    return TL_OUTCOME_REFERRED;
  if (node->event == TL_BPMN_EVENT_ERROR || node->event == TL_BPMN_EVENT_CANCEL ||
      tl_words_is_loss (tl_bpmn_node_words (file, node)) || ends_failures (node))
    return TL_OUTCOME_LOST;

  return TL_OUTCOME_RESOLVED;
}

static void
settle_timer (TlBpmnFile *file,
              TlBpmnNode *node)
{
  int seconds = tl_words_iso_seconds (node->timer);

  if (seconds < 0) {
    seconds = tl_words_seconds (node->name);
    if (seconds > 0)
      tl_report_add (file->report, TL_REPORT_ASSUMED, _("waiting time"), _("taken from the name"),
                     node->name);
    tl_bpmn_say_how (node, node->timer);
  }
  if (seconds > 0)
    node->wait = seconds;
}

static void
settle_end (TlBpmnFile *file,
            TlBpmnNode *node)
{
  node->kind = TL_STEP_END;
  node->outcome = outcome_of (file, node);
  if (node->outcome == TL_OUTCOME_LOST)
    tl_report_add (file->report, TL_REPORT_ASSUMED, _("end"), _("taken as a customer lost"),
                   tl_bpmn_node_words (file, node));
}

/* The kind of everything but gateways, by its own type. */
static void
settle_kind (TlBpmnFile *file,
             TlBpmnNode *node)
{
  if (node->kind != 0)
    return;

  if (node->type == TL_BPMN_START) {
    node->kind = node->in->len == 0 ? TL_STEP_START : TL_STEP_ACTION;
    if (node->event == TL_BPMN_EVENT_TIMER)
      tl_bpmn_say_how (node, node->timer);
  } else if (node->type == TL_BPMN_END) {
    settle_end (file, node);
  } else if (node->type == TL_BPMN_CATCH && node->event == TL_BPMN_EVENT_TIMER) {
    node->kind = TL_STEP_WAIT;
    settle_timer (file, node);
  } else {
    node->kind = TL_STEP_ACTION;
  }
  if (node->type == TL_BPMN_CALL)
    tl_bpmn_say_how (node, _("Described in a process of its own."));
  if (tl_bpmn_node_title (node) == NULL) {
    node->nameless = node->event_ref == NULL ||
                     !g_hash_table_contains (file->names_by_id, node->event_ref);
    tl_bpmn_set_text (&node->name, tl_bpmn_node_words (file, node));
  }
}

void
tl_bpmn_settle_events (TlBpmnFile *file)
{
  guint n = file->nodes->len;   /* those put in meanwhile know their kind */

  join_links (file);
  leave_out_compensation (file);
  for (guint i = 0; i < n; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (!node->gone && node->type != TL_BPMN_BOUNDARY)
      settle_boundaries_of (file, node);
  }
  for (guint i = 0; i < n; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (!node->gone && node->type != TL_BPMN_GATEWAY)
      settle_kind (file, node);
  }
}
