/* bpmn-messages.c - message flows become support connectors, or part of the flow.
 *
 * A message is support: the step it goes to needs it, the journey does not walk
 * along it.  But where a message is the only way a step is reached, it is how the
 * journey goes on.  A pool without contents gets a step for each message, once for
 * each name, where the drawing has the end of the message.
 */
#include "exchange/bpmn-file.h"

#include <glib/gi18n-lib.h>

static const char *
message_words (const TlBpmnFile *file,
               const TlBpmnFlow *flow)
{
  const TlBpmnNode *other = flow->source != NULL ? flow->source : flow->target;

  if (flow->name != NULL && *flow->name != '\0')
    return flow->name;
  if (other != NULL && *tl_bpmn_node_words (file, other) != '\0')
    return tl_bpmn_node_words (file, other);

  return _("Message");
}

static const char *
pool_at (const TlBpmnNode *node,
         const TlBpmnPool *pool)
{
  const char *name = node != NULL ? node->pool->name : pool != NULL ? pool->name : NULL;

  return name != NULL && *name != '\0' ? name : NULL;
}

/* An event without a name says whom its message goes to or comes from. */
static void
name_events (TlBpmnFile       *file,
             const TlBpmnFlow *flow)
{
  TlBpmnNode *node = flow->source != NULL ? flow->source : flow->target;
  const char *other = flow->source != NULL ? pool_at (flow->target, flow->target_pool)
                                           : pool_at (flow->source, flow->source_pool);
  const char *named = flow->name != NULL && *flow->name != '\0' ? flow->name : NULL;
  g_autofree char *words = NULL;

  if (node == NULL || node->event != TL_BPMN_EVENT_MESSAGE || !node->nameless ||
      (named == NULL && other == NULL))
    return;
  node->named_after_pool = named == NULL;
  if (named != NULL)
    words = g_strdup (named);
  else if (flow->source != NULL)
    words = g_strdup_printf (_("Message to %s"), other);
  else
    words = g_strdup_printf (_("Message from %s"), other);
  tl_bpmn_set_text (&node->name, words);
  node->nameless = FALSE;
}

/* The step that stands for one end of a message to or from a black box. */
static TlBpmnNode *
step_of_black_box (TlBpmnFile *file,
                   TlBpmnPool *pool,
                   const char *words,
                   TlPoint     at,
                   gboolean    drawn)
{
  TlBpmnNode *node;

  for (guint i = 0; i < file->nodes->len; i++) {
    node = g_ptr_array_index (file->nodes, i);
    if (!node->gone && node->pool == pool && g_strcmp0 (node->name, words) == 0)
      return node;
  }

  node = tl_bpmn_node_new (file, TL_BPMN_TASK, NULL);
  node->kind = TL_STEP_ACTION;
  node->name = g_strdup (words);
  node->pool = pool;
  node->drawn = drawn;
  node->box = (TlBox) { at.x, at.y, 0, 0 };
  tl_report_add (file->report, TL_REPORT_TURNED, _("message of a pool without contents"),
                 _("a step stands for its other end"), words);

  return node;
}

/* A message to a pool that has contents: to its start, or its first step. */
static TlBpmnNode *
step_of_pool (const TlBpmnFile *file,
              const TlBpmnPool *pool,
              gboolean          leaving)
{
  TlBpmnNode *found = NULL;

  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (node->gone || node->pool != pool || node->kind == TL_STEP_FORK || node->kind == TL_STEP_JOIN)
      continue;
    if (node->kind == (leaving ? TL_STEP_END : TL_STEP_START))
      return node;
    if (found == NULL || leaving)
      found = node;
  }

  return found;
}

static TlBpmnNode *
settle_end (TlBpmnFile *file,
            TlBpmnFlow *flow,
            TlBpmnPool *pool,
            gboolean    leaving)
{
  const TlBpmnNode *other = leaving ? flow->target : flow->source;
  g_autofree char *words = NULL;
  TlBpmnNode *node;

  if (pool == NULL)
    return NULL;
  if (other != NULL && other->named_after_pool && pool_at (other, NULL) != NULL)
    words = leaving ? g_strdup_printf (_("Message to %s"), pool_at (other, NULL))
                    : g_strdup_printf (_("Message from %s"), pool_at (other, NULL));
  if (pool->black_box)
    return step_of_black_box (file, pool, words != NULL ? words : message_words (file, flow),
                              leaving ? flow->from : flow->to, flow->drawn);
  node = step_of_pool (file, pool, leaving);
  if (node != NULL)
    tl_report_add (file->report, TL_REPORT_ASSUMED, _("message of a whole pool"),
                   leaving ? _("taken to leave from its end") : _("taken to reach its start"),
                   node->name);

  return node;
}

static gboolean
is_reached (const TlBpmnNode *node)
{
  return node->in->len > 0 || (node->kind == TL_STEP_START && node->event != TL_BPMN_EVENT_MESSAGE &&
                               node->event != TL_BPMN_EVENT_NONE);
}

/* The message becomes part of the flow; the ends of the two flows become steps. */
static void
join_flows (TlBpmnFile *file,
            TlBpmnFlow *flow)
{
  TlBpmnNode *source = flow->source, *target = flow->target;

  flow->source = flow->target = NULL;
  flow->is_message = FALSE;
  flow->was_message = TRUE;
  tl_bpmn_flow_set_source (flow, source);
  tl_bpmn_flow_set_target (flow, target);
  if (source->kind == TL_STEP_END) {
    source->kind = TL_STEP_ACTION;
    source->outcome = TL_OUTCOME_NONE;
  }
  if (target->kind == TL_STEP_START) {
    target->kind = TL_STEP_ACTION;
    /* A pool that only sends is where the journey begins. */
    if (source->pool->black_box && source->in->len == 0)
      source->kind = TL_STEP_START;
  }
  tl_report_add (file->report, TL_REPORT_TURNED, _("message flow"),
                 _("part of the flow, being the only way to the step it reaches"),
                 message_words (file, flow));
}

/* Whether a way along the flow leads from @from to @to. */
static gboolean
leads_to (TlBpmnNode *from,
          TlBpmnNode *to)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, from);
  while (open->len > 0) {
    TlBpmnNode *node = g_ptr_array_steal_index_fast (open, open->len - 1);

    if (node == to)
      return TRUE;
    if (!g_hash_table_add (seen, node))
      continue;
    for (guint i = 0; i < node->out->len; i++)
      g_ptr_array_add (open, ((TlBpmnFlow *) g_ptr_array_index (node->out, i))->target);
  }

  return FALSE;
}

void
tl_bpmn_settle_messages (TlBpmnFile *file)
{
  guint n_support = 0;

  for (guint i = 0; i < file->flows->len; i++) {
    TlBpmnFlow *flow = g_ptr_array_index (file->flows, i);
    gboolean into_black_box;

    if (flow->gone || !flow->is_message)
      continue;
    name_events (file, flow);
    into_black_box = flow->target == NULL && flow->target_pool != NULL && flow->target_pool->black_box;
    if (flow->source == NULL)
      flow->source = settle_end (file, flow, flow->source_pool, TRUE);
    if (flow->target == NULL)
      flow->target = settle_end (file, flow, flow->target_pool, FALSE);
    if (flow->source == NULL || flow->target == NULL || flow->source == flow->target) {
      tl_report_add (file->report, TL_REPORT_LEFT_OUT, _("message flow"),
                     _("it joins no two steps"), message_words (file, flow));
      tl_bpmn_flow_drop (flow);
      continue;
    }
    /* Not into a black box: nothing would go on from there.  And not back to where
     * the flow comes from: the journey would have no beginning. */
    if (!into_black_box && !is_reached (flow->target) && !leads_to (flow->target, flow->source))
      join_flows (file, flow);
    else
      n_support++;
  }
  for (guint i = 0; i < n_support; i++)
    tl_report_add (file->report, TL_REPORT_TURNED, _("message flow"), _("shown as support"), NULL);
}
