/* bpmn-gateways.c - gateways become decisions, forks and joins, or vanish; several
 * ways out of a plain step get the decision or fork that BPMN leaves out. */
#include "exchange/bpmn-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/words.h"

/* An expression longer than this is for machines. */
#define MAX_CONDITION 40

/* Several ways in and out at once: a join, then the fork. */
static void
split_join (TlBpmnFile *file,
            TlBpmnNode *node)
{
  TlBpmnNode *join = tl_bpmn_node_insert (file, TL_STEP_JOIN, NULL, node, TRUE);

  while (node->in->len > 0)
    tl_bpmn_flow_set_target (g_ptr_array_index (node->in, 0), join);
  tl_bpmn_flow_new (file, NULL, NULL, join, node);
  node->kind = TL_STEP_FORK;
}

/* From the counts in the file, before any merge is taken out: 0 = take it out. */
static TlStepKind
gateway_kind (const TlBpmnNode *node)
{
  if (node->gateway == TL_BPMN_PARALLEL) {
    if (node->out->len >= 2)
      return TL_STEP_FORK;
    return node->in->len >= 2 ? TL_STEP_JOIN : 0;
  }

  return node->out->len >= 2 ? TL_STEP_DECISION : 0;
}

static void
name_decision (TlBpmnFile *file,
               TlBpmnNode *node)
{
  if (node->gateway == TL_BPMN_INCLUSIVE || node->gateway == TL_BPMN_COMPLEX)
    tl_report_add (file->report, TL_REPORT_ASSUMED, _("split into one or more ways"),
                   _("shown as a decision for one of them"), tl_bpmn_node_title (node));
  if (tl_bpmn_node_title (node) == NULL && node->gateway == TL_BPMN_EVENT_BASED) {
    tl_bpmn_set_text (&node->name, C_("decision", "What happens first?"));
  }
}

static char *
condition_words (const char *condition)
{
  g_autofree char *tidied = tl_words_tidy (condition);
  char *words = tidied;
  gsize length;

  while (*words == '=' || *words == '$' || *words == '#' || *words == '{' || *words == ' ')
    words++;
  length = strlen (words);
  while (length > 0 && (words[length - 1] == '}' || words[length - 1] == ' '))
    words[--length] = '\0';

  return g_strdup (words);
}

/* The answer on a way out of a decision: its name, else a short condition. */
static void
name_way_out (TlBpmnFile *file,
              TlBpmnFlow *flow)
{
  g_autofree char *words = NULL;

  if (flow->condition == NULL || (flow->name != NULL && *flow->name != '\0')) {
    if (flow->is_default && (flow->name == NULL || *flow->name == '\0')) {
      tl_bpmn_set_text (&flow->name, C_("connector", "otherwise"));
    }
    return;
  }
  words = condition_words (flow->condition);
  if (*words == '\0')
    return;
  if (g_utf8_strlen (words, -1) > MAX_CONDITION) {
    tl_report_add (file->report, TL_REPORT_LEFT_OUT, _("condition"),
                   _("written for the workflow machine; name the answer in words"), words);
    return;
  }
  g_free (flow->name);
  flow->name = g_steal_pointer (&words);
}

void
tl_bpmn_settle_gateways (TlBpmnFile *file)
{
  guint n = file->nodes->len;

  for (guint i = 0; i < n; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (node->gone || node->type != TL_BPMN_GATEWAY)
      continue;
    node->kind = gateway_kind (node);
    if (node->kind == TL_STEP_DECISION)
      name_decision (file, node);
    else if (node->kind == TL_STEP_FORK && node->in->len >= 2)
      split_join (file, node);
  }
  for (guint i = 0; i < n; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (node->gone || node->type != TL_BPMN_GATEWAY || node->kind != 0)
      continue;
    /* A merge of the import's own, from opening a subprocess, is nobody's loss. */
    if (node->beside == NULL)
      tl_report_add (file->report, TL_REPORT_TURNED, _("gateway with one way out"),
                     _("taken out; its ways in lead straight on"), tl_bpmn_node_title (node));
    tl_bpmn_node_dissolve (file, node);
  }
}

void
tl_bpmn_settle_splits (TlBpmnFile *file)
{
  guint n = file->nodes->len;

  for (guint i = 0; i < n; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);
    TlStepKind kind = TL_STEP_FORK;
    TlBpmnNode *split;

    if (node->gone || node->out->len < 2 || node->kind == TL_STEP_DECISION ||
        node->kind == TL_STEP_FORK)
      continue;
    for (guint k = 0; k < node->out->len; k++) {
      const TlBpmnFlow *flow = g_ptr_array_index (node->out, k);

      if (flow->condition != NULL || flow->is_default)
        kind = TL_STEP_DECISION;
    }
    split = tl_bpmn_node_insert (file, kind, NULL, node, FALSE);
    while (node->out->len > 0)
      tl_bpmn_flow_set_source (g_ptr_array_index (node->out, 0), split);
    tl_bpmn_flow_new (file, NULL, NULL, node, split);
    tl_report_add (file->report, TL_REPORT_TURNED, _("several ways out of one step"),
                   kind == TL_STEP_FORK ? _("through a fork of their own")
                                        : _("through a decision of their own"),
                   tl_bpmn_node_title (node));
  }
  for (guint i = 0; i < file->flows->len; i++) {
    TlBpmnFlow *flow = g_ptr_array_index (file->flows, i);

    if (flow->gone || flow->is_message)
      continue;
    if (flow->source->kind == TL_STEP_DECISION)
      name_way_out (file, flow);
    else if (flow->condition != NULL)
      tl_report_add (file->report, TL_REPORT_LEFT_OUT, _("condition"),
                     _("only ways out of a decision have one"), flow->condition);
  }
}
