/* bpmn-diagram.c - where things are drawn in a BPMN file.
 *
 * Only boxes are believed.  The flag that says whether a pool runs across or
 * down is wrong in some tools' files, so the lie of the lanes decides; a drawing
 * that runs down is turned by swapping its axes.
 */
#include "exchange/bpmn-file.h"

#include <string.h>

#include "exchange/dom.h"

typedef struct {
  TlBpmnFile *file;
  GHashTable *flows;   /* id -> TlBpmnFlow, borrowed */
  guint       plane;
} Diagram;

/* The part after the colon of a qualified name, or the whole. */
static const char *
after_colon (const char *ref)
{
  const char *colon = strrchr (ref, ':');

  return colon != NULL ? colon + 1 : ref;
}

static gboolean
same_id (const char *id,
         const char *ref)
{
  return id != NULL && (g_str_equal (id, ref) || g_str_equal (id, after_colon (ref)));
}

static gboolean
read_bounds (const xmlNode *shape,
             TlBox         *box)
{
  const xmlNode *bounds = tl_dom_child (shape, NULL, "Bounds");

  if (bounds == NULL)
    return FALSE;
  box->x = tl_dom_get_number (bounds, "x", 0);
  box->y = tl_dom_get_number (bounds, "y", 0);
  box->w = MAX (tl_dom_get_number (bounds, "width", 0), 0);
  box->h = MAX (tl_dom_get_number (bounds, "height", 0), 0);

  return TRUE;
}

static void
read_shape (Diagram       *diagram,
            const xmlNode *shape)
{
  g_autofree char *ref = tl_dom_get (shape, "bpmnElement");
  g_autofree char *expanded = tl_dom_get (shape, "isExpanded");
  TlBpmnFile *file = diagram->file;
  TlBpmnNode *node;
  TlBox box;

  if (ref == NULL || !read_bounds (shape, &box))
    return;

  node = g_hash_table_lookup (file->nodes_by_id, ref);
  if (node == NULL)
    node = g_hash_table_lookup (file->nodes_by_id, after_colon (ref));
  if (node != NULL && !node->drawn) {
    node->box = box;
    node->drawn = TRUE;
    node->plane = diagram->plane;
    if (expanded != NULL)
      node->expanded = g_str_equal (expanded, "true") || g_str_equal (expanded, "1");
    return;
  }
  for (guint i = 0; i < file->lanes->len; i++) {
    TlBpmnLane *lane = g_ptr_array_index (file->lanes, i);

    if (same_id (lane->id, ref) && !lane->drawn) {
      lane->box = box;
      lane->drawn = TRUE;
    }
  }
  for (guint i = 0; i < file->pools->len; i++) {
    TlBpmnPool *pool = g_ptr_array_index (file->pools, i);

    if (same_id (pool->id, ref) && !pool->drawn) {
      pool->box = box;
      pool->drawn = TRUE;
    }
  }
}

static void
read_edge (Diagram       *diagram,
           const xmlNode *edge)
{
  g_autofree char *ref = tl_dom_get (edge, "bpmnElement");
  TlBpmnFlow *flow = ref != NULL ? g_hash_table_lookup (diagram->flows, ref) : NULL;

  if (flow == NULL && ref != NULL)
    flow = g_hash_table_lookup (diagram->flows, after_colon (ref));
  if (flow == NULL)
    return;
  for (const xmlNode *child = edge->children; child != NULL; child = child->next) {
    TlPoint point;

    if (!tl_dom_is (child, NULL, "waypoint"))
      continue;
    point.x = tl_dom_get_number (child, "x", 0);
    point.y = tl_dom_get_number (child, "y", 0);
    if (!flow->drawn)
      flow->from = point;
    flow->to = point;
    flow->drawn = TRUE;
  }
}

static double
shared_length (double a, double a_length,
               double b, double b_length)
{
  return MIN (a + a_length, b + b_length) - MAX (a, b);
}

/* +1 when two boxes lie side by side, as columns do; -1 when one is under the other. */
static int
side_by_side (TlBox a,
              TlBox b)
{
  gboolean beside = shared_length (a.y, a.h, b.y, b.h) > MIN (a.h, b.h) / 2;
  gboolean under = shared_length (a.x, a.w, b.x, b.w) > MIN (a.w, b.w) / 2;

  return beside == under ? 0 : beside ? 1 : -1;
}

static gboolean
runs_down (const TlBpmnFile *file)
{
  int votes = 0;

  for (guint i = 1; i < file->lanes->len; i++) {
    const TlBpmnLane *lane = g_ptr_array_index (file->lanes, i);
    const TlBpmnLane *last = g_ptr_array_index (file->lanes, i - 1);

    if (lane->drawn && last->drawn && lane->pool == last->pool && lane->parent == last->parent)
      votes += side_by_side (lane->box, last->box);
  }
  if (votes != 0)
    return votes > 0;

  for (guint i = 1; i < file->pools->len; i++) {
    const TlBpmnPool *pool = g_ptr_array_index (file->pools, i);
    const TlBpmnPool *last = g_ptr_array_index (file->pools, i - 1);

    if (pool->drawn && last->drawn && pool->box.h > pool->box.w && last->box.h > last->box.w)
      votes += side_by_side (pool->box, last->box);
  }

  return votes > 0;
}

static TlBox
turned (TlBox box)
{
  return (TlBox) { box.y, box.x, box.h, box.w };
}

static void
turn (TlBpmnFile *file)
{
  for (guint i = 0; i < file->nodes->len; i++) {
    TlBpmnNode *node = g_ptr_array_index (file->nodes, i);

    node->box = turned (node->box);
  }
  for (guint i = 0; i < file->lanes->len; i++) {
    TlBpmnLane *lane = g_ptr_array_index (file->lanes, i);

    lane->box = turned (lane->box);
  }
  for (guint i = 0; i < file->pools->len; i++) {
    TlBpmnPool *pool = g_ptr_array_index (file->pools, i);

    pool->box = turned (pool->box);
  }
  for (guint i = 0; i < file->flows->len; i++) {
    TlBpmnFlow *flow = g_ptr_array_index (file->flows, i);

    flow->from = (TlPoint) { flow->from.y, flow->from.x };
    flow->to = (TlPoint) { flow->to.y, flow->to.x };
  }
}

static void
read_plane (Diagram       *diagram,
            const xmlNode *plane)
{
  for (const xmlNode *child = plane->children; child != NULL; child = child->next) {
    if (tl_dom_is (child, NULL, "BPMNShape"))
      read_shape (diagram, child);
    else if (tl_dom_is (child, NULL, "BPMNEdge"))
      read_edge (diagram, child);
  }
}

void
tl_bpmn_read_diagram (TlBpmnFile    *file,
                      gconstpointer  root)
{
  g_autoptr (GHashTable) flows = g_hash_table_new (g_str_hash, g_str_equal);
  Diagram diagram = { file, flows, 0 };

  for (guint i = 0; i < file->flows->len; i++) {
    TlBpmnFlow *flow = g_ptr_array_index (file->flows, i);

    if (flow->id != NULL)
      g_hash_table_insert (flows, flow->id, flow);
  }
  for (const xmlNode *child = ((const xmlNode *) root)->children; child != NULL; child = child->next) {
    const xmlNode *plane;

    if (!tl_dom_is (child, NULL, "BPMNDiagram"))
      continue;
    plane = tl_dom_child (child, NULL, "BPMNPlane");
    diagram.plane++;
    if (plane != NULL)
      read_plane (&diagram, plane);
  }
  if (runs_down (file))
    turn (file);
}
