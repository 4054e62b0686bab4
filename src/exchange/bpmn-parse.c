/* bpmn-parse.c - what a BPMN 2.0 file says, apart from its drawing. */
#include "exchange/bpmn-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/bpmn.h"
#include "exchange/dom.h"
#include "exchange/words.h"

typedef struct {
  TlBpmnFile *file;
  GHashTable *leaving, *entering;   /* flow id -> node that lists it; keys owned */
  GHashTable *annotations;          /* id -> text; owned both */
  GPtrArray  *associations;         /* of xmlNode, borrowed */
} Parse;

static const struct {
  const char   *tag;
  TlBpmnType    type;
  TlBpmnGateway gateway;
} node_tags[] = {
  { "startEvent", TL_BPMN_START, 0 },
  { "endEvent", TL_BPMN_END, 0 },
  { "intermediateCatchEvent", TL_BPMN_CATCH, 0 },
  { "intermediateThrowEvent", TL_BPMN_THROW, 0 },
  { "implicitThrowEvent", TL_BPMN_THROW, 0 },
  { "boundaryEvent", TL_BPMN_BOUNDARY, 0 },
  { "task", TL_BPMN_TASK, 0 },
  { "userTask", TL_BPMN_TASK, 0 },
  { "serviceTask", TL_BPMN_TASK, 0 },
  { "sendTask", TL_BPMN_TASK, 0 },
  { "receiveTask", TL_BPMN_TASK, 0 },
  { "manualTask", TL_BPMN_TASK, 0 },
  { "businessRuleTask", TL_BPMN_TASK, 0 },
  { "scriptTask", TL_BPMN_TASK, 0 },
  { "callActivity", TL_BPMN_CALL, 0 },
  { "subProcess", TL_BPMN_SUBPROCESS, 0 },
  { "adHocSubProcess", TL_BPMN_SUBPROCESS, 0 },
  { "transaction", TL_BPMN_SUBPROCESS, 0 },
  { "exclusiveGateway", TL_BPMN_GATEWAY, TL_BPMN_EXCLUSIVE },
  { "inclusiveGateway", TL_BPMN_GATEWAY, TL_BPMN_INCLUSIVE },
  { "parallelGateway", TL_BPMN_GATEWAY, TL_BPMN_PARALLEL },
  { "eventBasedGateway", TL_BPMN_GATEWAY, TL_BPMN_EVENT_BASED },
  { "complexGateway", TL_BPMN_GATEWAY, TL_BPMN_COMPLEX },
};

static const struct {
  const char *tag;
  TlBpmnEvent event;
  const char *ref;      /* attribute that names what is meant */
} event_tags[] = {
  { "messageEventDefinition", TL_BPMN_EVENT_MESSAGE, "messageRef" },
  { "timerEventDefinition", TL_BPMN_EVENT_TIMER, NULL },
  { "errorEventDefinition", TL_BPMN_EVENT_ERROR, "errorRef" },
  { "escalationEventDefinition", TL_BPMN_EVENT_ESCALATION, "escalationRef" },
  { "cancelEventDefinition", TL_BPMN_EVENT_CANCEL, NULL },
  { "compensateEventDefinition", TL_BPMN_EVENT_COMPENSATE, NULL },
  { "signalEventDefinition", TL_BPMN_EVENT_SIGNAL, "signalRef" },
  { "linkEventDefinition", TL_BPMN_EVENT_LINK, "name" },
  { "terminateEventDefinition", TL_BPMN_EVENT_TERMINATE, NULL },
  { "conditionalEventDefinition", TL_BPMN_EVENT_CONDITIONAL, NULL },
};

static void parse_container (Parse      *parse,
                             xmlNode    *container,
                             TlBpmnPool *pool,
                             TlBpmnNode *parent);

static gboolean
is_bpmn (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, (const xmlChar *) TL_BPMN_NS);
}

static char *
get_tidy (const xmlNode *node,
          const char    *name)
{
  g_autofree char *raw = tl_dom_get (node, name);

  return raw != NULL ? tl_words_tidy (raw) : NULL;
}

static gboolean
get_bool (const xmlNode *node,
          const char    *name,
          gboolean       fallback)
{
  g_autofree char *value = tl_dom_get (node, name);

  return value != NULL ? g_str_equal (value, "true") || g_str_equal (value, "1") : fallback;
}

/* "prefix:id" means "id" when nothing bears the whole as its id. */
static gpointer
look_up (GHashTable *table,
         const char *ref)
{
  const char *colon;
  gpointer found;

  if (ref == NULL)
    return NULL;
  found = g_hash_table_lookup (table, ref);
  colon = strrchr (ref, ':');
  if (found == NULL && colon != NULL)
    found = g_hash_table_lookup (table, colon + 1);

  return found;
}

static void
parse_timer (TlBpmnNode    *node,
             const xmlNode *definition)
{
  for (const xmlNode *child = definition->children; child != NULL; child = child->next) {
    if (!tl_dom_is (child, TL_BPMN_NS, "timeDuration") && !tl_dom_is (child, TL_BPMN_NS, "timeDate") &&
        !tl_dom_is (child, TL_BPMN_NS, "timeCycle"))
      continue;
    g_free (node->timer);
    node->timer = tl_dom_text (child);
  }
}

/* Times and costs that Trisotech's tools keep in the element, in seconds. */
static void
parse_figures (Parse         *parse,
               TlBpmnNode    *node,
               const xmlNode *extension)
{
  for (const xmlNode *child = extension->children; child != NULL; child = child->next) {
    g_autofree char *name = child->type == XML_ELEMENT_NODE ? tl_dom_get (child, "name") : NULL;
    double value;

    if (child->type != XML_ELEMENT_NODE)
      continue;
    value = tl_dom_get_number (child, "value", 0);
    if (g_strcmp0 (name, "KPIActiveTime") == 0 && value > 0)
      node->touch = (int) value;
    else if (g_strcmp0 (name, "KPIWaitTime") == 0 && value > 0)
      node->wait = (int) value;
    else if (g_strcmp0 (name, "KPIDuration") == 0 && value > 0 && node->touch < 0)
      node->touch = (int) value;
    else if (g_strcmp0 (name, "KPICost") == 0 && value > 0) {
      g_autofree char *format = tl_dom_get (child, "format");

      node->cost = value;
      if (format != NULL && strstr (format, "Fr.") != NULL)
        tl_bpmn_set_text (&parse->file->currency, "CHF");
      else if (format != NULL && strstr (format, "€") != NULL)
        tl_bpmn_set_text (&parse->file->currency, "EUR");
    }
    parse_figures (parse, node, child);
  }
}

static void
parse_performer (Parse         *parse,
                 TlBpmnNode    *node,
                 const xmlNode *element)
{
  const xmlNode *ref = tl_dom_child (element, TL_BPMN_NS, "resourceRef");
  g_autofree char *id = ref != NULL ? tl_dom_text (ref) : NULL;
  const char *name = look_up (parse->file->names_by_id, id);

  if (name == NULL || *name == '\0' || node->performer != NULL)
    return;
  node->performer = g_strdup (name);
}

static void
parse_event (Parse         *parse,
             TlBpmnNode    *node,
             const xmlNode *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (event_tags); i++) {
    if (!tl_dom_is (element, TL_BPMN_NS, event_tags[i].tag))
      continue;
    if (node->event != TL_BPMN_EVENT_NONE) {
      tl_report_add (parse->file->report, TL_REPORT_LEFT_OUT, _("second trigger of an event"),
                     _("a step has one meaning"), tl_bpmn_node_title (node));
      return;
    }
    node->event = event_tags[i].event;
    if (event_tags[i].ref != NULL)
      node->event_ref = get_tidy (element, event_tags[i].ref);
    if (node->event == TL_BPMN_EVENT_TIMER)
      parse_timer (node, element);
  }
}

static void
note_flow_of (GHashTable    *table,
              const xmlNode *element,
              TlBpmnNode    *node)
{
  g_hash_table_replace (table, tl_dom_text (element), node);
}

static void
parse_node_part (Parse      *parse,
                 TlBpmnNode *node,
                 xmlNode    *part)
{
  TlReport *report = parse->file->report;

  if (tl_dom_is (part, TL_BPMN_NS, "incoming")) {
    note_flow_of (parse->entering, part, node);
  } else if (tl_dom_is (part, TL_BPMN_NS, "outgoing")) {
    note_flow_of (parse->leaving, part, node);
  } else if (tl_dom_is (part, TL_BPMN_NS, "documentation")) {
    g_autofree char *text = tl_dom_text (part);

    tl_bpmn_say_how (node, text);
  } else if (tl_dom_is (part, TL_BPMN_NS, "extensionElements")) {
    parse_figures (parse, node, part);
  } else if (tl_dom_is (part, TL_BPMN_NS, "potentialOwner") ||
             tl_dom_is (part, TL_BPMN_NS, "humanPerformer") ||
             tl_dom_is (part, TL_BPMN_NS, "performer")) {
    parse_performer (parse, node, part);
  } else if (tl_dom_is (part, TL_BPMN_NS, "standardLoopCharacteristics")) {
    tl_bpmn_say_how (node, _("Repeated until done."));
    tl_report_add (report, TL_REPORT_TURNED, _("repetition"), _("noted in the key points"),
                   tl_bpmn_node_title (node));
  } else if (tl_dom_is (part, TL_BPMN_NS, "multiInstanceLoopCharacteristics")) {
    tl_bpmn_say_how (node, _("Done once for each item."));
    tl_report_add (report, TL_REPORT_TURNED, _("repetition for each item"),
                   _("noted in the key points"), tl_bpmn_node_title (node));
  } else if (tl_dom_is (part, TL_BPMN_NS, "ioSpecification") ||
             tl_dom_is (part, TL_BPMN_NS, "script")) {
    tl_report_add (report, TL_REPORT_LEFT_OUT, _("technical inputs, outputs or script"),
                   _("for the workflow machine only"), tl_bpmn_node_title (node));
  } else {
    parse_event (parse, node, part);
  }
}

static TlBpmnNode *
parse_node (Parse      *parse,
            xmlNode    *element,
            guint       row,
            TlBpmnPool *pool,
            TlBpmnNode *parent)
{
  g_autofree char *id = tl_dom_get (element, "id");
  TlBpmnNode *node = tl_bpmn_node_new (parse->file, node_tags[row].type, id);

  node->tag = g_strdup (node_tags[row].tag);
  node->gateway = node_tags[row].gateway;
  node->name = get_tidy (element, "name");
  node->pool = pool;
  node->parent = parent;
  node->attached_ref = tl_dom_get (element, "attachedToRef");
  node->default_ref = tl_dom_get (element, "default");
  node->non_interrupting = !get_bool (element, "cancelActivity", TRUE);
  node->by_event = get_bool (element, "triggeredByEvent", FALSE);
  node->compensation = get_bool (element, "isForCompensation", FALSE);
  node->ad_hoc = g_str_equal (node->tag, "adHocSubProcess");
  pool->n_nodes++;

  for (xmlNode *part = element->children; part != NULL; part = part->next)
    if (part->type == XML_ELEMENT_NODE)
      parse_node_part (parse, node, part);
  if (node->type == TL_BPMN_CALL && tl_bpmn_node_title (node) == NULL) {
    g_free (node->name);
    node->name = get_tidy (element, "calledElement");
  }
  if (node->type == TL_BPMN_SUBPROCESS)
    parse_container (parse, element, pool, node);

  return node;
}

static void
parse_flow (Parse      *parse,
            xmlNode    *element,
            TlBpmnNode *scope,
            gboolean    is_message)
{
  g_autofree char *id = tl_dom_get (element, "id");
  g_autofree char *name = get_tidy (element, "name");
  g_autofree char *message = get_tidy (element, "messageRef");
  const xmlNode *condition = tl_dom_child (element, TL_BPMN_NS, "conditionExpression");
  TlBpmnFlow *flow = tl_bpmn_flow_new (parse->file, id, name, NULL, NULL);

  flow->is_message = is_message;
  flow->scope = scope;
  flow->source_ref = tl_dom_get (element, "sourceRef");
  flow->target_ref = tl_dom_get (element, "targetRef");
  if (condition != NULL)
    flow->condition = tl_dom_text (condition);
  if (is_message && (name == NULL || *name == '\0')) {
    tl_bpmn_set_text (&flow->name, look_up (parse->file->names_by_id, message));
  }
}

static void
parse_lane_set (Parse      *parse,
                xmlNode    *set,
                TlBpmnPool *pool,
                TlBpmnLane *parent)
{
  for (xmlNode *element = set->children; element != NULL; element = element->next) {
    TlBpmnLane *lane;

    if (!tl_dom_is (element, TL_BPMN_NS, "lane"))
      continue;
    lane = g_new0 (TlBpmnLane, 1);
    lane->id = tl_dom_get (element, "id");
    lane->name = get_tidy (element, "name");
    lane->pool = pool;
    lane->parent = parent;
    lane->index = -1;
    g_ptr_array_add (parse->file->lanes, lane);
    if (parent != NULL)
      parent->has_children = TRUE;

    /* A lane's own nodes before those of the lanes inside it: the deepest wins. */
    for (xmlNode *child = element->children; child != NULL; child = child->next)
      if (tl_dom_is (child, TL_BPMN_NS, "flowNodeRef"))
        g_hash_table_replace (parse->file->lanes_by_node_id, tl_dom_text (child), lane);
    for (xmlNode *child = element->children; child != NULL; child = child->next)
      if (tl_dom_is (child, TL_BPMN_NS, "childLaneSet"))
        parse_lane_set (parse, child, pool, lane);
  }
}

/* Pictures and notes on the drawing; TRUE when @element was one. */
static gboolean
parse_artifact (Parse   *parse,
                xmlNode *element)
{
  TlReport *report = parse->file->report;
  g_autofree char *name = get_tidy (element, "name");

  if (tl_dom_is (element, TL_BPMN_NS, "textAnnotation")) {
    const xmlNode *text = tl_dom_child (element, TL_BPMN_NS, "text");
    char *id = tl_dom_get (element, "id");

    g_hash_table_replace (parse->annotations, id != NULL ? id : g_strdup (""),
                          text != NULL ? tl_dom_text (text) : g_strdup (""));
  } else if (tl_dom_is (element, TL_BPMN_NS, "association")) {
    g_ptr_array_add (parse->associations, element);
  } else if (tl_dom_is (element, TL_BPMN_NS, "group")) {
    tl_report_add (report, TL_REPORT_LEFT_OUT, _("group"), _("a chart groups by lane and phase"), name);
  } else if (tl_dom_is (element, TL_BPMN_NS, "dataObjectReference") ||
             tl_dom_is (element, TL_BPMN_NS, "dataInput") ||
             tl_dom_is (element, TL_BPMN_NS, "dataOutput")) {
    tl_report_add (report, TL_REPORT_LEFT_OUT, _("data object"), _("a chart shows steps only"), name);
  } else if (tl_dom_is (element, TL_BPMN_NS, "dataStoreReference")) {
    tl_report_add (report, TL_REPORT_LEFT_OUT, _("data store"), _("a chart shows steps only"), name);
  } else {
    return FALSE;
  }

  return TRUE;
}

static void
parse_container (Parse      *parse,
                 xmlNode    *container,
                 TlBpmnPool *pool,
                 TlBpmnNode *parent)
{
  for (xmlNode *element = container->children; element != NULL; element = element->next) {
    if (!is_bpmn (element) || parse_artifact (parse, element))
      continue;
    if (tl_dom_is (element, TL_BPMN_NS, "sequenceFlow"))
      parse_flow (parse, element, parent, FALSE);
    else if (tl_dom_is (element, TL_BPMN_NS, "laneSet"))
      parse_lane_set (parse, element, pool, NULL);
    for (guint row = 0; row < G_N_ELEMENTS (node_tags); row++)
      if (tl_dom_is (element, TL_BPMN_NS, node_tags[row].tag))
        parse_node (parse, element, row, pool, parent);
  }
}

static TlBpmnPool *
add_pool (Parse      *parse,
          char       *id,
          char       *name,
          const char *process)
{
  TlBpmnPool *pool = g_new0 (TlBpmnPool, 1);

  pool->id = id;
  pool->name = name;
  pool->process = g_strdup (process);
  pool->index = -1;
  g_ptr_array_add (parse->file->pools, pool);

  return pool;
}

static void
parse_collaboration (Parse   *parse,
                     xmlNode *collaboration)
{
  if (parse->file->title == NULL)
    parse->file->title = get_tidy (collaboration, "name");

  for (xmlNode *element = collaboration->children; element != NULL; element = element->next) {
    if (!is_bpmn (element) || parse_artifact (parse, element))
      continue;
    if (tl_dom_is (element, TL_BPMN_NS, "participant")) {
      g_autofree char *process = tl_dom_get (element, "processRef");
      const char *colon = process != NULL ? strrchr (process, ':') : NULL;

      add_pool (parse, tl_dom_get (element, "id"), get_tidy (element, "name"),
                colon != NULL ? colon + 1 : process);
    } else if (tl_dom_is (element, TL_BPMN_NS, "messageFlow")) {
      parse_flow (parse, element, NULL, TRUE);
    }
  }
}

static void
parse_process (Parse   *parse,
               xmlNode *process)
{
  g_autofree char *id = tl_dom_get (process, "id");
  g_autofree char *name = get_tidy (process, "name");
  const xmlNode *documentation = tl_dom_child (process, TL_BPMN_NS, "documentation");
  TlBpmnPool *pool = NULL;

  for (guint i = 0; i < parse->file->pools->len && pool == NULL; i++) {
    TlBpmnPool *known = g_ptr_array_index (parse->file->pools, i);

    if (id != NULL && g_strcmp0 (known->process, id) == 0)
      pool = known;
  }
  if (pool == NULL)
    pool = add_pool (parse, NULL, g_strdup (name), id);
  if (pool->name == NULL || *pool->name == '\0') {
    tl_bpmn_set_text (&pool->name, name);
  }
  if (documentation != NULL && parse->file->note == NULL)
    parse->file->note = tl_dom_text (documentation);

  parse_container (parse, process, pool, NULL);
}

/* Names of messages, errors, resources: what other elements refer to by id. */
static void
parse_name (Parse         *parse,
            const xmlNode *element)
{
  char *id = tl_dom_get (element, "id");
  char *name = get_tidy (element, "name");

  if (id != NULL && name != NULL && *name != '\0') {
    g_hash_table_replace (parse->file->names_by_id, id, name);
  } else {
    g_free (id);
    g_free (name);
  }
}

static TlBpmnPool *
find_pool (const TlBpmnFile *file,
           const char       *ref)
{
  const char *colon = ref != NULL ? strrchr (ref, ':') : NULL;

  for (guint i = 0; i < file->pools->len && ref != NULL; i++) {
    TlBpmnPool *pool = g_ptr_array_index (file->pools, i);

    if (pool->id != NULL &&
        (g_str_equal (pool->id, ref) || (colon != NULL && g_str_equal (pool->id, colon + 1))))
      return pool;
  }

  return NULL;
}

/* The node at one end of @flow.  Where the reference names nothing, the node that
 * lists the flow as its own is meant; from then on the wrong id means that node. */
static TlBpmnNode *
resolve_end (Parse            *parse,
             const TlBpmnFlow *flow,
             const char       *ref,
             GHashTable       *listed)
{
  TlBpmnNode *node = look_up (parse->file->nodes_by_id, ref);

  if (node != NULL || flow->id == NULL || flow->is_message)
    return node;
  node = g_hash_table_lookup (listed, flow->id);
  if (node != NULL) {
    tl_report_add (parse->file->report, TL_REPORT_MENDED, _("line with a wrong end"),
                   _("joined to the step that names it"), tl_bpmn_node_title (node));
    if (ref != NULL)
      g_hash_table_replace (parse->file->nodes_by_id, g_strdup (ref), node);
  }

  return node;
}

static void
resolve_flow (Parse      *parse,
              TlBpmnFlow *flow)
{
  TlBpmnFile *file = parse->file;

  tl_bpmn_flow_set_source (flow, resolve_end (parse, flow, flow->source_ref, parse->leaving));
  tl_bpmn_flow_set_target (flow, resolve_end (parse, flow, flow->target_ref, parse->entering));
  if (flow->is_message) {
    flow->source_pool = flow->source == NULL ? find_pool (file, flow->source_ref) : NULL;
    flow->target_pool = flow->target == NULL ? find_pool (file, flow->target_ref) : NULL;
  }
  if ((flow->source == NULL && flow->source_pool == NULL) ||
      (flow->target == NULL && flow->target_pool == NULL)) {
    tl_report_add (file->report, TL_REPORT_LEFT_OUT, _("line with a missing end"),
                   _("the file does not hold the step it leads to or from"),
                   flow->name != NULL && *flow->name != '\0' ? flow->name : flow->id);
    tl_bpmn_flow_drop (flow);
  } else if (flow->source != NULL && flow->id != NULL) {
    flow->is_default = g_strcmp0 (flow->source->default_ref, flow->id) == 0;
  }
}

static void
resolve_boundary (Parse      *parse,
                  TlBpmnNode *node)
{
  if (node->type != TL_BPMN_BOUNDARY)
    return;
  node->attached = look_up (parse->file->nodes_by_id, node->attached_ref);
  if (node->attached != NULL && node->attached != node && node->attached->type != TL_BPMN_BOUNDARY)
    return;
  node->attached = NULL;
  node->type = node->in->len == 0 ? TL_BPMN_START : TL_BPMN_CATCH;
  tl_report_add (parse->file->report, TL_REPORT_MENDED, _("event without its activity"),
                 _("shown as an event of its own"), tl_bpmn_node_title (node));
}

/* A note tied to a step is a key point of the step. */
static void
resolve_annotations (Parse *parse)
{
  TlBpmnFile *file = parse->file;
  GHashTableIter iter;
  gpointer id, text;

  for (guint i = 0; i < parse->associations->len; i++) {
    const xmlNode *association = g_ptr_array_index (parse->associations, i);
    g_autofree char *source = tl_dom_get (association, "sourceRef");
    g_autofree char *target = tl_dom_get (association, "targetRef");
    const char *from = look_up (parse->annotations, source);
    const char *to = look_up (parse->annotations, target);
    TlBpmnNode *node = look_up (file->nodes_by_id, from != NULL ? target : source);

    if (node == NULL || (from == NULL && to == NULL))
      continue;
    tl_bpmn_say_how (node, from != NULL ? from : to);
    tl_report_add (file->report, TL_REPORT_TURNED, _("note"), _("in the key points of its step"),
                   tl_bpmn_node_title (node));
    g_hash_table_remove (parse->annotations, from != NULL ? source : target);
  }

  g_hash_table_iter_init (&iter, parse->annotations);
  while (g_hash_table_iter_next (&iter, &id, &text)) {
    g_autofree char *tidied = tl_words_tidy (text);
    g_autofree char *shorter = tl_words_shorten (tidied, TL_LABEL_MAX);

    tl_report_add (file->report, TL_REPORT_LEFT_OUT, _("note"), _("it belongs to no step"), shorter);
  }
}

static void
count_nodes (const TlBpmnFile *file)
{
  static const struct {
    const char *label;
    guint       types;
  } rows[] = {
    { N_("events"), 1u << TL_BPMN_START | 1u << TL_BPMN_END | 1u << TL_BPMN_CATCH |
                    1u << TL_BPMN_THROW | 1u << TL_BPMN_BOUNDARY },
    { N_("tasks"), 1u << TL_BPMN_TASK | 1u << TL_BPMN_CALL },
    { N_("subprocesses"), 1u << TL_BPMN_SUBPROCESS },
    { N_("gateways"), 1u << TL_BPMN_GATEWAY },
  };
  guint n_messages = 0;

  tl_report_read (file->report, _("pools"), file->pools->len);
  tl_report_read (file->report, _("lanes"), file->lanes->len);
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++) {
    guint n = 0;

    for (guint i = 0; i < file->nodes->len; i++)
      n += (rows[row].types >> ((TlBpmnNode *) g_ptr_array_index (file->nodes, i))->type) & 1;
    tl_report_read (file->report, _(rows[row].label), n);
  }
  for (guint i = 0; i < file->flows->len; i++)
    n_messages += ((TlBpmnFlow *) g_ptr_array_index (file->flows, i))->is_message != FALSE;
  tl_report_read (file->report, _("flows"), file->flows->len - n_messages);
  tl_report_read (file->report, _("message flows"), n_messages);
}

/* Names first, then pools, for processes refer to both and may stand anywhere. */
static void
parse_definitions (Parse   *parse,
                   xmlNode *root)
{
  TlBpmnFile *file = parse->file;

  for (xmlNode *element = root->children; element != NULL; element = element->next)
    if (is_bpmn (element) && !tl_dom_is (element, TL_BPMN_NS, "process") &&
        !tl_dom_is (element, TL_BPMN_NS, "collaboration"))
      parse_name (parse, element);
  for (xmlNode *element = root->children; element != NULL; element = element->next)
    if (tl_dom_is (element, TL_BPMN_NS, "collaboration"))
      parse_collaboration (parse, element);
  for (xmlNode *element = root->children; element != NULL; element = element->next)
    if (tl_dom_is (element, TL_BPMN_NS, "process"))
      parse_process (parse, element);

  count_nodes (file);
  for (guint i = 0; i < file->flows->len; i++)
    resolve_flow (parse, g_ptr_array_index (file->flows, i));
  for (guint i = 0; i < file->nodes->len; i++)
    resolve_boundary (parse, g_ptr_array_index (file->nodes, i));
  resolve_annotations (parse);
  for (guint i = 0; i < file->pools->len; i++) {
    TlBpmnPool *pool = g_ptr_array_index (file->pools, i);

    pool->black_box = pool->n_nodes == 0;
  }
}

gboolean
tl_bpmn_parse (TlBpmnFile  *file,
               const char  *data,
               gsize        length,
               GError     **error)
{
  g_autoptr (xmlDoc) doc = tl_dom_load (data, length, file->report, error);
  g_autoptr (GHashTable) leaving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) entering = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) annotations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) associations = g_ptr_array_new ();
  Parse parse = { file, leaving, entering, annotations, associations };
  xmlNode *root;

  if (doc == NULL)
    return FALSE;
  root = xmlDocGetRootElement (doc);
  if (!tl_dom_is (root, TL_BPMN_NS, "definitions")) {
    g_set_error_literal (error, TL_BPMN_ERROR, TL_BPMN_ERROR_NOT_BPMN, _("this is not a BPMN 2.0 file"));
    return FALSE;
  }

  parse_definitions (&parse, root);
  if (file->nodes->len == 0) {
    g_set_error_literal (error, TL_BPMN_ERROR, TL_BPMN_ERROR_EMPTY,
                         _("the file holds no process with steps in it"));
    return FALSE;
  }
  tl_bpmn_read_diagram (file, root);

  return TRUE;
}
