/* bpmn-lanes.c - who does what: pools and lanes become lanes with a band.
 *
 * The innermost lane wins.  A pool with one lane of no name is one lane with the
 * pool's name.  BPMN knows no bands; they are guessed from names, from the kinds of
 * tasks, and from who exchanges messages with the customer, and reported as assumed.
 */
#include "exchange/bpmn-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/words.h"

static TlBpmnLane *
lane_by_reference (const TlBpmnFile *file,
                   const TlBpmnNode *node)
{
  TlBpmnLane *lane = node->id != NULL ? g_hash_table_lookup (file->lanes_by_node_id, node->id) : NULL;

  return lane != NULL && lane->pool == node->pool ? lane : NULL;
}

static TlBpmnLane *
lane_by_drawing (const TlBpmnFile *file,
                 const TlBpmnNode *node)
{
  TlBpmnLane *found = NULL;

  for (guint i = 0; i < file->lanes->len && node->drawn; i++) {
    TlBpmnLane *lane = g_ptr_array_index (file->lanes, i);

    if (lane->pool == node->pool && lane->drawn &&
        tl_box_contains (lane->box, tl_box_centre (node->box)) &&
        (found == NULL || lane->box.w * lane->box.h < found->box.w * found->box.h))
      found = lane;
  }

  return found;
}

static TlBpmnLane *
lane_of_neighbour (const TlBpmnNode *node)
{
  for (guint i = 0; i < node->in->len; i++) {
    const TlBpmnFlow *flow = g_ptr_array_index (node->in, i);

    if (flow->source->lane != NULL)
      return flow->source->lane;
  }
  for (guint i = 0; i < node->out->len; i++) {
    const TlBpmnFlow *flow = g_ptr_array_index (node->out, i);

    if (flow->target->lane != NULL)
      return flow->target->lane;
  }

  return NULL;
}

static TlBpmnLane *
first_lane (const TlBpmnFile *file,
            const TlBpmnPool *pool)
{
  for (guint i = 0; i < file->lanes->len; i++) {
    TlBpmnLane *lane = g_ptr_array_index (file->lanes, i);

    if (lane->pool == pool && !lane->has_children)
      return lane;
  }

  return NULL;
}

void
tl_bpmn_assign_lanes (TlBpmnFile *file)
{
  /* Parents stand before what is inside them. */
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    node->lane = lane_by_reference (file, node);
    if (node->lane == NULL)
      node->lane = lane_by_drawing (file, node);
    if (node->lane == NULL && node->parent != NULL)
      node->lane = node->parent->lane;
  }
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (node->lane == NULL && node->attached != NULL)
      node->lane = node->attached->lane;
    if (node->lane == NULL)
      node->lane = lane_of_neighbour (node);
    if (node->lane != NULL)
      continue;
    node->lane = first_lane (file, node->pool);
    if (node->lane != NULL)
      tl_report_add (file->report, TL_REPORT_ASSUMED, _("step in no lane"),
                     _("put in the first lane of its pool"), tl_bpmn_node_words (file, node));
  }
}

typedef struct {
  TlBpmnFile  *file;
  TlDraft     *draft;
  GArray      *guesses;   /* of TlPartyGuess, by lane of the draft */
} Lanes;

static int
compare_pools (gconstpointer a,
               gconstpointer b)
{
  const TlBpmnPool *left = *(TlBpmnPool *const *) a, *right = *(TlBpmnPool *const *) b;

  if (left->drawn && right->drawn && left->box.y != right->box.y)
    return left->box.y < right->box.y ? -1 : 1;

  return 0;
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const TlBpmnLane *left = *(TlBpmnLane *const *) a, *right = *(TlBpmnLane *const *) b;

  if (left->drawn && right->drawn && left->box.y != right->box.y)
    return left->box.y < right->box.y ? -1 : 1;

  return 0;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static const char *
lane_name (const TlBpmnLane *lane)
{
  for (; lane != NULL; lane = lane->parent) {
    if (has_text (lane->name))
      return lane->name;
    if (lane->parent == NULL)
      return lane->pool->name;
  }

  return NULL;
}

static gboolean
name_taken (const TlDraft *draft,
            const char    *name)
{
  for (guint i = 0; i < draft->lanes->len; i++)
    if (g_str_equal (((TlDraftLane *) g_ptr_array_index (draft->lanes, i))->name, name))
      return TRUE;

  return FALSE;
}

/* A lane of the draft; its name made different from those there are. */
static int
add_lane (Lanes        *lanes,
          const char   *id,
          const char   *name,
          const char   *outer,
          TlPartyGuess  guess)
{
  g_autofree char *unique = g_strdup (has_text (name) ? name : C_("lane", "Service"));

  if (name_taken (lanes->draft, unique) && has_text (outer) && !g_str_equal (outer, unique)) {
    char *longer = g_strdup_printf ("%s – %s", outer, unique);

    g_free (unique);
    unique = longer;
  }
  for (guint n = 2; name_taken (lanes->draft, unique); n++) {
    g_free (unique);
    unique = g_strdup_printf ("%s %u", has_text (name) ? name : C_("lane", "Service"), n);
  }
  tl_draft_add_lane (lanes->draft, id, unique);
  g_array_append_val (lanes->guesses, guess);

  return (int) lanes->draft->lanes->len - 1;
}

/* A process without a pool bears the name of what is done, not of who does it. */
static TlPartyGuess
guess_pool (const TlBpmnPool *pool)
{
  return pool->id != NULL ? tl_words_party (pool->name) : TL_PARTY_GUESS_NONE;
}

static TlPartyGuess
guess_lane (const TlBpmnLane *lane)
{
  for (const TlBpmnLane *outer = lane; outer != NULL; outer = outer->parent) {
    TlPartyGuess guess = tl_words_party (outer->name);

    if (guess != TL_PARTY_GUESS_NONE)
      return guess;
  }

  return guess_pool (lane->pool);
}

static void
add_lanes_of (Lanes      *lanes,
              TlBpmnPool *pool,
              TlBpmnLane *parent)
{
  g_autoptr (GPtrArray) siblings = g_ptr_array_new ();

  for (guint i = 0; i < lanes->file->lanes->len; i++) {
    TlBpmnLane *lane = g_ptr_array_index (lanes->file->lanes, i);

    if (lane->pool == pool && lane->parent == parent)
      g_ptr_array_add (siblings, lane);
  }
  g_ptr_array_sort (siblings, compare_lanes);
  for (guint i = 0; i < siblings->len; i++) {
    TlBpmnLane *lane = g_ptr_array_index (siblings, i);

    if (!lane->has_children || lane->n_nodes > 0)
      lane->index = add_lane (lanes, lane->id, lane_name (lane), pool->name,
                              guess_lane (lane));
    if (lane->has_children) {
      tl_report_add (lanes->file->report, TL_REPORT_TURNED, _("lane that holds lanes"),
                     _("the lanes inside are shown"), lane_name (lane));
      add_lanes_of (lanes, pool, lane);
    }
  }
}

static void
count_nodes_of_lanes (TlBpmnFile *file)
{
  for (guint i = 0; i < file->pools->len; i++)
    ((TlBpmnPool *) g_ptr_array_index (file->pools, i))->n_nodes = 0;
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    if (node->gone)
      continue;
    if (node->lane != NULL)
      node->lane->n_nodes++;
    else
      node->pool->n_nodes++;
  }
}

static void
add_pools (Lanes *lanes)
{
  g_autoptr (GPtrArray) pools = g_ptr_array_new ();

  for (guint i = 0; i < lanes->file->pools->len; i++)
    g_ptr_array_add (pools, g_ptr_array_index (lanes->file->pools, i));
  g_ptr_array_sort (pools, compare_pools);

  for (guint i = 0; i < pools->len; i++) {
    TlBpmnPool *pool = g_ptr_array_index (pools, i);

    if (pool->n_nodes > 0)
      pool->index = add_lane (lanes, pool->id, pool->name, NULL, guess_pool (pool));
    else if (pool->black_box)
      tl_report_add (lanes->file->report, TL_REPORT_LEFT_OUT, _("pool"),
                     _("it has no steps and no messages"), pool->name);
    add_lanes_of (lanes, pool, NULL);
  }
}

static guint
lane_index (const TlBpmnNode *node)
{
  int index = node->lane != NULL ? node->lane->index : node->pool->index;

  return index < 0 ? 0 : (guint) index;
}

/* Lanes where only machines work, told by the kinds of their tasks. */
static void
guess_machines (Lanes *lanes)
{
  for (guint index = 0; index < lanes->draft->lanes->len; index++) {
    guint n_machine = 0, n_other = 0;

    for (guint i = 0; i < lanes->file->nodes->len; i++) {
      const TlBpmnNode *node = g_ptr_array_index (lanes->file->nodes, i);

      if (node->gone || node->tag == NULL || !tl_bpmn_is_activity (node) ||
          lane_index (node) != index)
        continue;
      if (g_str_equal (node->tag, "serviceTask") || g_str_equal (node->tag, "scriptTask") ||
          g_str_equal (node->tag, "businessRuleTask"))
        n_machine++;
      else if (node->type == TL_BPMN_TASK)
        n_other++;
    }
    if (n_machine > 0 && n_other == 0 &&
        g_array_index (lanes->guesses, TlPartyGuess, index) == TL_PARTY_GUESS_NONE)
      g_array_index (lanes->guesses, TlPartyGuess, index) = TL_PARTY_GUESS_SYSTEM;
  }
}

static gboolean
talks_to_customer (const Lanes *lanes,
                   guint        index)
{
  for (guint i = 0; i < lanes->file->flows->len; i++) {
    const TlBpmnFlow *flow = g_ptr_array_index (lanes->file->flows, i);
    guint from, to, other;

    if (flow->gone || flow->source->pool == flow->target->pool)
      continue;
    from = lane_index (flow->source);
    to = lane_index (flow->target);
    other = from == index ? to : from;
    if ((from == index || to == index) &&
        g_array_index (lanes->guesses, TlPartyGuess, other) == TL_PARTY_GUESS_CUSTOMER)
      return TRUE;
  }

  return FALSE;
}

static const char *
band_note (TlBand band)
{
  switch (band) {
  case TL_BAND_CUSTOMER:
    return _("taken as the customer");
  case TL_BAND_ONSTAGE:
    return _("taken as onstage: customers meet it");
  case TL_BAND_SUPPORT:
    return _("taken as support");
  case TL_BAND_BACKSTAGE:
  default:
    return _("taken as backstage");
  }
}

static void
set_band (Lanes *lanes,
          guint  index)
{
  TlDraftLane *lane = g_ptr_array_index (lanes->draft->lanes, index);
  gboolean onstage = talks_to_customer (lanes, index);

  switch (g_array_index (lanes->guesses, TlPartyGuess, index)) {
  case TL_PARTY_GUESS_CUSTOMER:
    lane->band = TL_BAND_CUSTOMER;
    lane->role = TL_ROLE_CUSTOMER;
    break;
  case TL_PARTY_GUESS_CONTACT:
    lane->band = TL_BAND_ONSTAGE;
    break;
  case TL_PARTY_GUESS_SYSTEM:
    lane->band = TL_BAND_SUPPORT;
    lane->role = TL_ROLE_SYSTEM;
    break;
  case TL_PARTY_GUESS_PARTNER:
    lane->band = onstage ? TL_BAND_ONSTAGE : TL_BAND_SUPPORT;
    lane->role = TL_ROLE_PARTNER;
    break;
  case TL_PARTY_GUESS_NONE:
  default:
    lane->band = onstage ? TL_BAND_ONSTAGE : TL_BAND_BACKSTAGE;
    break;
  }
  tl_report_add (lanes->file->report, TL_REPORT_ASSUMED, _("lane"), band_note (lane->band), lane->name);
}

void
tl_bpmn_make_lanes (TlBpmnFile *file,
                    TlDraft    *draft)
{
  g_autoptr (GArray) guesses = g_array_new (FALSE, TRUE, sizeof (TlPartyGuess));
  Lanes lanes = { file, draft, guesses };

  count_nodes_of_lanes (file);
  add_pools (&lanes);
  guess_machines (&lanes);
  for (guint i = 0; i < draft->lanes->len; i++)
    set_band (&lanes, i);
}
