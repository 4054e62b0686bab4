/* bpmn-subprocess.c - opens subprocesses in place, or keeps them as one step.
 *
 * A subprocess is opened when the drawing shows it open, or when there is no drawing
 * and it has contents.  Its inner start is taken out and what led to the
 * subprocess leads to what followed the start; its inner ends lead to
 * what followed the subprocess.  An inner error end that an event on the border
 * catches leads to what follows that event.
 */
#include "exchange/bpmn-file.h"

#include <glib/gi18n-lib.h>

static gboolean
has_drawing (const TlBpmnFile *file)
{
  for (guint i = 0; i < file->nodes->len; i++)
    if (((TlBpmnNode *) g_ptr_array_index (file->nodes, i))->drawn)
      return TRUE;

  return FALSE;
}

static gboolean
is_open (const TlBpmnFile *file,
         const TlBpmnNode *sub,
         gboolean          drawing)
{
  guint n = 0, n_drawn = 0;

  for (guint i = 0; i < file->nodes->len; i++) {
    const TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (node->gone || node->parent != sub)
      continue;
    n++;
    n_drawn += node->drawn && node->plane == sub->plane;
  }
  if (n == 0 || sub->expanded == 0)
    return FALSE;

  return sub->expanded == 1 || !drawing || n_drawn > 0;
}

/* What is inside, by name: of activities only. */
static char *
names_inside (const TlBpmnFile *file,
              const TlBpmnNode *sub)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < file->nodes->len; i++) {
    const TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (node->gone || !tl_bpmn_is_inside (node, sub) || !tl_bpmn_is_activity (node) ||
        tl_bpmn_node_title (node) == NULL)
      continue;
    if (names->len > 0)
      g_string_append (names, "; ");
    g_string_append (names, node->name);
  }

  return g_string_free (names, FALSE);
}

static void
drop_inside (TlBpmnFile *file,
             TlBpmnNode *sub,
             TlBpmnNode *messages_to)
{
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (node->gone || !tl_bpmn_is_inside (node, sub))
      continue;
    if (messages_to != NULL)
      tl_bpmn_move_messages (file, node, messages_to);
    tl_bpmn_node_drop (file, node);
  }
}

static void
close_subprocess (TlBpmnFile *file,
                  TlBpmnNode *sub)
{
  g_autofree char *names = names_inside (file, sub);

  if (*names != '\0') {
    g_autofree char *line = g_strdup_printf (_("Inside: %s"), names);

    tl_bpmn_say_how (sub, line);
    tl_report_add (file->report, TL_REPORT_TURNED, _("closed subprocess"),
                   _("shown as one step; what is inside is in its key points"),
                   tl_bpmn_node_title (sub));
  }
  drop_inside (file, sub, sub);
}

/* Event subprocesses start by themselves while the process runs: a chart has no
 * such thing, but what they do must not vanish without a word. */
static void
leave_out (TlBpmnFile *file,
           TlBpmnNode *sub,
           const char *what,
           const char *why)
{
  g_autofree char *names = names_inside (file, sub);
  g_autofree char *words = *names != '\0' && tl_bpmn_node_title (sub) != NULL
                             ? g_strdup_printf ("%s (%s)", sub->name, names)
                             : g_strdup (*names != '\0' ? names : sub->name);

  tl_report_add (file->report, TL_REPORT_LEFT_OUT, what, why, words);
  drop_inside (file, sub, NULL);
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (!node->gone && node->attached == sub)
      tl_bpmn_node_drop (file, node);
  }
  tl_bpmn_node_drop (file, sub);
}

static GPtrArray *
children (const TlBpmnFile *file,
          const TlBpmnNode *sub)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (!node->gone && node->parent == sub)
      g_ptr_array_add (list, node);
  }

  return list;
}

static GPtrArray *
find_entries (const GPtrArray *inner,
              gboolean        *starts)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  for (int pass = 0; pass < 2 && entries->len == 0; pass++)
    for (guint i = 0; i < inner->len; i++) {
      TlBpmnNode *node = g_ptr_array_index (inner, i);

      *starts = pass == 0;
      if (pass == 0 ? node->type == TL_BPMN_START
                    : node->in->len == 0 && node->type != TL_BPMN_BOUNDARY &&
                      node->type != TL_BPMN_END && !node->compensation)
        g_ptr_array_add (entries, node);
    }

  return g_steal_pointer (&entries);
}

/* Leads what led to @sub to its first inner steps.  Several of them: those without a
 * start run at the same time, several starts are a choice. */
static gboolean
join_entries (TlBpmnFile      *file,
              TlBpmnNode      *sub,
              const GPtrArray *entries,
              gboolean         starts)
{
  TlBpmnNode *entry;

  if (sub->in->len == 0 || entries->len == 0)
    return FALSE;
  if (entries->len == 1) {
    entry = g_ptr_array_index (entries, 0);
  } else {
    entry = tl_bpmn_node_insert (file, starts ? TL_STEP_DECISION : TL_STEP_FORK,
                                 tl_bpmn_node_title (sub), g_ptr_array_index (entries, 0), TRUE);
    for (guint i = 0; i < entries->len; i++)
      tl_bpmn_flow_new (file, NULL, NULL, entry, g_ptr_array_index (entries, i));
  }
  while (sub->in->len > 0)
    tl_bpmn_flow_set_target (g_ptr_array_index (sub->in, 0), entry);
  for (guint i = 0; i < entries->len && starts; i++)
    tl_bpmn_node_dissolve (file, g_ptr_array_index (entries, i));

  return entries->len > 1 && !starts;
}

/* The activity done last before @node: what went wrong, went wrong there. */
static TlBpmnNode *
activity_before (TlBpmnNode *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GQueue) open = g_queue_new ();

  for (; node != NULL; node = g_queue_pop_head (open)) {
    if (tl_bpmn_is_activity (node) && node->kind == 0)
      return node;
    if (!g_hash_table_add (seen, node))
      continue;
    for (guint i = 0; i < node->in->len; i++) {
      TlBpmnNode *source = ((TlBpmnFlow *) g_ptr_array_index (node->in, i))->source;

      g_queue_push_tail (open, source->type == TL_BPMN_BOUNDARY ? source->attached : source);
    }
  }

  return NULL;
}

static gboolean
catches (const TlBpmnNode *boundary,
         const TlBpmnNode *sub,
         const TlBpmnNode *end)
{
  return !boundary->gone && boundary->attached == sub && boundary->event == end->event &&
         boundary->out->len > 0 &&
         (boundary->event_ref == NULL || end->event_ref == NULL ||
          g_str_equal (boundary->event_ref, end->event_ref));
}

/* An inner error end leads to what follows the event that catches it. */
static gboolean
join_caught_end (TlBpmnFile *file,
                 TlBpmnNode *sub,
                 TlBpmnNode *end)
{
  if (end->event != TL_BPMN_EVENT_ERROR && end->event != TL_BPMN_EVENT_ESCALATION &&
      end->event != TL_BPMN_EVENT_CANCEL)
    return FALSE;

  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *boundary = g_ptr_array_index (file->nodes, i);
    TlBpmnNode *before;
    TlBpmnFlow *on;

    if (boundary->type != TL_BPMN_BOUNDARY || !catches (boundary, sub, end))
      continue;
    before = activity_before (end);
    on = tl_bpmn_flow_new (file, NULL, tl_bpmn_node_title (end), end,
                           ((TlBpmnFlow *) g_ptr_array_index (boundary->out, 0))->target);
    on->after_failure = TRUE;
    if (before != NULL)
      tl_bpmn_add_failure (file, before, tl_bpmn_node_title (boundary) != NULL ? boundary : end);
    tl_report_add (file->report, TL_REPORT_TURNED, _("error that ends a subprocess"),
                   _("leads straight to what is done about it"), tl_bpmn_node_words (file, end));
    tl_bpmn_node_dissolve (file, end);
    boundary->beside = boundary;   /* used up: dropped by open_subprocess() */
    return TRUE;
  }

  return FALSE;
}

static TlBpmnNode *
first_activity (const GPtrArray *inner)
{
  for (guint i = 0; i < inner->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (inner, i);

    if (!node->gone && tl_bpmn_is_activity (node))
      return node;
  }
  for (guint i = 0; i < inner->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (inner, i);

    if (!node->gone)
      return node;
  }

  return NULL;
}

/* Leads the inner ends to what follows @sub, through a merge of the import's own.
 * Returns the last inner activity before it. */
static TlBpmnNode *
join_exits (TlBpmnFile      *file,
            TlBpmnNode      *sub,
            const GPtrArray *inner,
            gboolean         parallel)
{
  TlBpmnNode *merge = NULL, *last = NULL;

  for (guint i = 0; i < inner->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (inner, i);
    gboolean is_end = !node->gone && node->type == TL_BPMN_END;

    if (node->gone || node->type == TL_BPMN_BOUNDARY || node->compensation ||
        (is_end && join_caught_end (file, sub, node)))
      continue;
    if ((!is_end && node->out->len > 0) || sub->out->len == 0)
      continue;
    if (merge == NULL) {
      merge = tl_bpmn_node_insert (file, 0, NULL, node, FALSE);
      merge->type = TL_BPMN_GATEWAY;
      merge->gateway = parallel ? TL_BPMN_PARALLEL : TL_BPMN_EXCLUSIVE;
    }
    tl_bpmn_flow_new (file, NULL, NULL, node, merge);
    last = is_end ? (node->in->len > 0 ? ((TlBpmnFlow *) g_ptr_array_index (node->in, 0))->source
                                       : last)
                  : node;
    if (is_end)
      tl_bpmn_node_dissolve (file, node);
  }
  while (merge != NULL && sub->out->len > 0)
    tl_bpmn_flow_set_source (g_ptr_array_index (sub->out, 0), merge);

  return last;
}

static void
open_subprocess (TlBpmnFile *file,
                 TlBpmnNode *sub)
{
  g_autoptr (GPtrArray) inner = children (file, sub);
  g_autoptr (GPtrArray) entries = NULL;
  TlBpmnNode *first, *last, *host;
  gboolean starts = FALSE, parallel;

  entries = find_entries (inner, &starts);
  parallel = join_entries (file, sub, entries, starts);
  last = join_exits (file, sub, inner, parallel);
  first = first_activity (inner);
  host = last != NULL && tl_bpmn_is_activity (last) ? last : first;

  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *boundary = g_ptr_array_index (file->nodes, i);

    if (boundary->gone || boundary->attached != sub)
      continue;
    if (boundary->beside == boundary || host == NULL) {
      boundary->beside = NULL;
      tl_bpmn_node_drop (file, boundary);
    } else {
      boundary->attached = host;
    }
  }
  for (guint i = 0; i < inner->len; i++)
    ((TlBpmnNode *) g_ptr_array_index (inner, i))->parent = sub->parent;

  if (first != NULL) {
    tl_bpmn_move_messages (file, sub, first);
    tl_bpmn_say_how (first, sub->how->str);
  }
  if (sub->touch > 0 || sub->wait > 0 || sub->cost > 0)
    tl_report_add (file->report, TL_REPORT_LEFT_OUT, _("time or cost of a whole subprocess"),
                   _("its steps have their own"), tl_bpmn_node_title (sub));
  tl_report_add (file->report, TL_REPORT_TURNED, _("open subprocess"),
                 _("its steps stand in the chart themselves"), tl_bpmn_node_title (sub));
  tl_bpmn_node_drop (file, sub);
}

void
tl_bpmn_open_subprocesses (TlBpmnFile *file)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  gboolean drawing = has_drawing (file);

  /* Outer ones stand before inner ones in the list. */
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *sub = g_ptr_array_index (file->nodes, i);

    if (sub->gone || sub->type != TL_BPMN_SUBPROCESS)
      continue;
    if (sub->by_event)
      leave_out (file, sub, _("event subprocess"),
                 _("a chart cannot show what starts by itself; mark a failure point instead"));
    else if (sub->compensation)
      leave_out (file, sub, _("undoing (compensation)"),
                 _("describe it as a recovery procedure instead"));
    else if (is_open (file, sub, drawing))
      g_ptr_array_add (open, sub);
    else
      close_subprocess (file, sub);
  }
  for (guint i = open->len; i > 0; i--)
    open_subprocess (file, g_ptr_array_index (open, i - 1));
}
