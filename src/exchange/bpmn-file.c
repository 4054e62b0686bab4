/* bpmn-file.c - the graph of a BPMN file: making, freeing, rewiring. */
#include "exchange/bpmn-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
pool_free (gpointer data)
{
  TlBpmnPool *pool = data;

  g_free (pool->id);
  g_free (pool->name);
  g_free (pool->process);
  g_free (pool);
}

static void
lane_free (gpointer data)
{
  TlBpmnLane *lane = data;

  g_free (lane->id);
  g_free (lane->name);
  g_free (lane);
}

static void
flow_free (gpointer data)
{
  TlBpmnFlow *flow = data;

  g_free (flow->id);
  g_free (flow->name);
  g_free (flow->condition);
  g_free (flow->source_ref);
  g_free (flow->target_ref);
  g_free (flow);
}

static void
node_free (gpointer data)
{
  TlBpmnNode *node = data;

  g_free (node->id);
  g_free (node->name);
  g_free (node->tag);
  g_free (node->event_ref);
  g_free (node->timer);
  g_free (node->attached_ref);
  g_free (node->default_ref);
  g_free (node->performer);
  g_string_free (node->how, TRUE);
  g_ptr_array_unref (node->in);
  g_ptr_array_unref (node->out);
  g_free (node);
}

static void
failure_free (gpointer data)
{
  TlBpmnFailure *failure = data;

  g_free (failure->id);
  g_free (failure->title);
  g_free (failure);
}

TlBpmnFile *
tl_bpmn_file_new (TlReport *report)
{
  TlBpmnFile *file = g_new0 (TlBpmnFile, 1);

  file->pools = g_ptr_array_new_with_free_func (pool_free);
  file->lanes = g_ptr_array_new_with_free_func (lane_free);
  file->nodes = g_ptr_array_new_with_free_func (node_free);
  file->flows = g_ptr_array_new_with_free_func (flow_free);
  file->failures = g_ptr_array_new_with_free_func (failure_free);
  file->nodes_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file->lanes_by_node_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file->names_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  file->report = report;

  return file;
}

void
tl_bpmn_file_free (TlBpmnFile *file)
{
  if (file == NULL)
    return;

  g_hash_table_unref (file->names_by_id);
  g_hash_table_unref (file->lanes_by_node_id);
  g_hash_table_unref (file->nodes_by_id);
  g_ptr_array_unref (file->failures);
  g_ptr_array_unref (file->flows);
  g_ptr_array_unref (file->nodes);
  g_ptr_array_unref (file->lanes);
  g_ptr_array_unref (file->pools);
  g_free (file->title);
  g_free (file->note);
  g_free (file->currency);
  g_free (file);
}

void
tl_bpmn_set_text (char       **text,
                  const char  *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}

TlBpmnNode *
tl_bpmn_node_new (TlBpmnFile *file,
                  TlBpmnType  type,
                  const char *id)
{
  TlBpmnNode *node = g_new0 (TlBpmnNode, 1);

  node->id = g_strdup (id);
  node->type = type;
  node->how = g_string_new (NULL);
  node->expanded = -1;
  node->touch = node->wait = -1;
  node->cost = -1;
  node->in = g_ptr_array_new ();
  node->out = g_ptr_array_new ();
  g_ptr_array_add (file->nodes, node);
  if (id != NULL && !g_hash_table_contains (file->nodes_by_id, id))
    g_hash_table_insert (file->nodes_by_id, g_strdup (id), node);

  return node;
}

TlBpmnNode *
tl_bpmn_node_insert (TlBpmnFile *file,
                     TlStepKind  kind,
                     const char *name,
                     TlBpmnNode *beside,
                     gboolean    before)
{
  TlBpmnNode *node = tl_bpmn_node_new (file, TL_BPMN_TASK, NULL);

  node->kind = kind;
  node->name = g_strdup (name);
  node->pool = beside->pool;
  node->lane = beside->lane;
  node->parent = beside->parent;
  node->beside = beside;
  node->before = before;

  return node;
}

TlBpmnFlow *
tl_bpmn_flow_new (TlBpmnFile *file,
                  const char *id,
                  const char *name,
                  TlBpmnNode *source,
                  TlBpmnNode *target)
{
  TlBpmnFlow *flow = g_new0 (TlBpmnFlow, 1);

  flow->id = g_strdup (id);
  flow->name = g_strdup (name);
  g_ptr_array_add (file->flows, flow);
  tl_bpmn_flow_set_source (flow, source);
  tl_bpmn_flow_set_target (flow, target);

  return flow;
}

void
tl_bpmn_flow_set_source (TlBpmnFlow *flow,
                         TlBpmnNode *source)
{
  if (flow->source != NULL && !flow->is_message)
    g_ptr_array_remove (flow->source->out, flow);
  flow->source = source;
  if (source != NULL && !flow->is_message)
    g_ptr_array_add (source->out, flow);
}

void
tl_bpmn_flow_set_target (TlBpmnFlow *flow,
                         TlBpmnNode *target)
{
  if (flow->target != NULL && !flow->is_message)
    g_ptr_array_remove (flow->target->in, flow);
  flow->target = target;
  if (target != NULL && !flow->is_message)
    g_ptr_array_add (target->in, flow);
}

void
tl_bpmn_flow_drop (TlBpmnFlow *flow)
{
  tl_bpmn_flow_set_source (flow, NULL);
  tl_bpmn_flow_set_target (flow, NULL);
  flow->gone = TRUE;
}

void
tl_bpmn_node_drop (TlBpmnFile *file,
                   TlBpmnNode *node)
{
  while (node->in->len > 0)
    tl_bpmn_flow_drop (g_ptr_array_index (node->in, 0));
  while (node->out->len > 0)
    tl_bpmn_flow_drop (g_ptr_array_index (node->out, 0));
  for (guint i = 0; i < file->flows->len; i++) {
    TlBpmnFlow *flow = g_ptr_array_index (file->flows, i);

    if (flow->is_message && (flow->source == node || flow->target == node))
      tl_bpmn_flow_drop (flow);
  }
  node->gone = TRUE;
}

void
tl_bpmn_move_messages (TlBpmnFile *file,
                       TlBpmnNode *node,
                       TlBpmnNode *to)
{
  for (guint i = 0; i < file->flows->len; i++) {
    TlBpmnFlow *flow = g_ptr_array_index (file->flows, i);

    if (!flow->is_message)
      continue;
    if (flow->source == node)
      flow->source = to;
    if (flow->target == node)
      flow->target = to;
  }
}

void
tl_bpmn_say_how (TlBpmnNode *node,
                 const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (node->how->len > 0)
    g_string_append_c (node->how, '\n');
  g_string_append (node->how, text);
}

void
tl_bpmn_add_failure (TlBpmnFile       *file,
                     TlBpmnNode       *at,
                     const TlBpmnNode *event)
{
  TlBpmnFailure *failure = g_new0 (TlBpmnFailure, 1);

  failure->at = at;
  failure->id = g_strdup (event->id);
  /* "Error" alone says little in a register. */
  if (tl_bpmn_node_title (event) == NULL && tl_bpmn_node_title (at) != NULL)
    failure->title = g_strdup_printf ("%s: %s", at->name, tl_bpmn_node_words (file, event));
  else
    failure->title = g_strdup (tl_bpmn_node_words (file, event));
  failure->event = event->event;
  g_ptr_array_add (file->failures, failure);
}

/* The text of the way through a dissolved node. */
static void
add_name (TlBpmnFlow       *flow,
          const TlBpmnFlow *other)
{
  gboolean has = flow->name != NULL && *flow->name != '\0';
  char *both;

  if (other->name == NULL || *other->name == '\0' || g_strcmp0 (flow->name, other->name) == 0)
    return;
  both = has ? g_strdup_printf ("%s – %s", flow->name, other->name) : g_strdup (other->name);
  g_free (flow->name);
  flow->name = both;
}

static void
join_through (TlBpmnFile *file,
              TlBpmnNode *node)
{
  if (node->out->len == 1) {
    TlBpmnFlow *out = g_ptr_array_index (node->out, 0);

    for (guint i = node->in->len; i > 0; i--) {
      TlBpmnFlow *in = g_ptr_array_index (node->in, i - 1);

      if (in == out)
        continue;
      add_name (in, out);
      in->after_failure |= out->after_failure;
      tl_bpmn_flow_set_target (in, out->target);
    }
    return;
  }

  for (guint i = 0; i < node->in->len; i++)
    for (guint k = 0; k < node->out->len; k++) {
      TlBpmnFlow *in = g_ptr_array_index (node->in, i);
      TlBpmnFlow *out = g_ptr_array_index (node->out, k);
      TlBpmnFlow *through;

      if (in->source == node || out->target == node)
        continue;
      through = tl_bpmn_flow_new (file, i == 0 ? out->id : NULL, in->name, in->source, out->target);
      through->condition = g_strdup (out->condition);
      through->is_default = out->is_default;
      through->after_failure = in->after_failure || out->after_failure;
      add_name (through, out);
    }
}

void
tl_bpmn_node_dissolve (TlBpmnFile *file,
                       TlBpmnNode *node)
{
  TlBpmnNode *before = NULL, *after = NULL;

  if (node->in->len > 0)
    before = ((const TlBpmnFlow *) g_ptr_array_index (node->in, 0))->source;
  if (node->out->len > 0)
    after = ((const TlBpmnFlow *) g_ptr_array_index (node->out, 0))->target;
  if (before != NULL || after != NULL)
    tl_bpmn_move_messages (file, node, after != NULL ? after : before);
  join_through (file, node);
  tl_bpmn_node_drop (file, node);
}

const char *
tl_bpmn_node_title (const TlBpmnNode *node)
{
  return node->name != NULL && *node->name != '\0' ? node->name : NULL;
}

gboolean
tl_bpmn_is_inside (const TlBpmnNode *node,
                   const TlBpmnNode *outer)
{
  for (const TlBpmnNode *parent = node->parent; parent != NULL; parent = parent->parent)
    if (parent == outer)
      return TRUE;

  return FALSE;
}

static const char *
event_words (TlBpmnEvent event)
{
  switch (event) {
  case TL_BPMN_EVENT_MESSAGE:
    return _("Message");
  case TL_BPMN_EVENT_TIMER:
    return _("Time is up");
  case TL_BPMN_EVENT_ERROR:
    return _("Error");
  case TL_BPMN_EVENT_ESCALATION:
    return _("Passed to a superior");
  case TL_BPMN_EVENT_CANCEL:
    return _("Cancelled");
  case TL_BPMN_EVENT_COMPENSATE:
    return _("Undo what was done");
  case TL_BPMN_EVENT_SIGNAL:
    return _("Signal");
  case TL_BPMN_EVENT_CONDITIONAL:
    return _("Condition comes true");
  case TL_BPMN_EVENT_NONE:
  case TL_BPMN_EVENT_LINK:
  case TL_BPMN_EVENT_TERMINATE:
  default:
    return "";
  }
}

const char *
tl_bpmn_node_words (const TlBpmnFile *file,
                    const TlBpmnNode *node)
{
  const char *colon = node->event_ref != NULL ? strrchr (node->event_ref, ':') : NULL;
  const char *named = NULL;

  if (tl_bpmn_node_title (node) != NULL)
    return node->name;
  if (node->event_ref != NULL)
    named = g_hash_table_lookup (file->names_by_id, node->event_ref);
  if (named == NULL && colon != NULL)
    named = g_hash_table_lookup (file->names_by_id, colon + 1);

  return named != NULL ? named : event_words (node->event);
}

gboolean
tl_bpmn_is_activity (const TlBpmnNode *node)
{
  return node->type == TL_BPMN_TASK || node->type == TL_BPMN_CALL ||
         node->type == TL_BPMN_SUBPROCESS;
}
