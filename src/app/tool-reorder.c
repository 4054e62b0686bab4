/* tool-reorder.c - dragging lanes and phases into another order.
 *
 * Where a lane or phase would go is shown by a line between two others; its steps go
 * with it.
 */
#include "app/tool-private.h"

#include "model/ops.h"

/* A lane or phase among the others: its header, and its extent along the way it is
 * dragged. */
typedef struct {
  TlId   id;
  double start, size;
} Place;

static const TlScene *
scene_of (TlTool *tool)
{
  return tl_editor_get_scene (tool->editor);
}

static void
hold (TlTool *tool,
      TlBox   box)
{
  g_array_append_vals (tool->held, &(TlToolHeld) { box, TL_TOOL_CORNER, FALSE }, 1);
}

static void
header_press (TlTool *tool,
              TlId    id)
{
  const TlScene *scene = scene_of (tool);

  tl_selection_set_one (tl_editor_get_selection (tool->editor), id);
  for (guint i = 0; i < scene->n_bands; i++) {
    if (scene->bands[i].kind == TL_SCENE_LANE && scene->bands[i].id == id)
      hold (tool, scene->bands[i].header);
  }
  for (guint i = 0; i < scene->n_phases; i++) {
    if (scene->phases[i].id == id)
      hold (tool, scene->phases[i].box);
  }
}

/* The index that a drop at @at leads to among @n places, one of which is what is held,
 * and where the line is drawn: FALSE when that is where it stands. */
static gboolean
find_index (TlTool      *tool,
            const Place *places,
            guint        n,
            double       at,
            double      *line)
{
  guint own = 0, k = 0;

  g_assert (n > 0);   /* what is held is one of them */
  for (guint i = 0; i < n; i++) {
    if (places[i].id == tool->id)
      own = i;
  }
  while (k < n && at > places[k].start + places[k].size / 2)
    k++;
  *line = k < n ? places[k].start : places[n - 1].start + places[n - 1].size;
  tool->index = k > own ? k - 1 : k;
  return tool->index != own;
}

static void
lane_drag (TlTool            *tool,
           const TlToolPoint *point)
{
  g_autoptr (GError) error = NULL;
  const TlScene *scene = scene_of (tool);
  g_autofree Place *places = g_new (Place, scene->n_bands);
  double right = scene->grid.x + scene->grid.w, y;
  guint n = 0;

  tl_tool_forget_drop (tool);
  for (guint i = 0; i < scene->n_bands; i++) {
    if (scene->bands[i].kind == TL_SCENE_LANE)
      places[n++] = (Place) { scene->bands[i].id, scene->bands[i].box.y, scene->bands[i].box.h };
  }
  tool->preview.shift.x = 0;
  tool->has_cell = find_index (tool, places, n, point->at.y, &y);
  if (!tool->has_cell)
    return;
  tool->preview.has_mark = TRUE;
  tool->preview.mark[0] = (TlPoint) { scene->page.x, y };
  tool->preview.mark[1] = (TlPoint) { right, y };
  if (!tl_ops_can_move_lane (tl_editor_get_chart (tool->editor), tool->id, tool->index, &error))
    tl_tool_refuse (tool, error);
}

static void
phase_drag (TlTool            *tool,
            const TlToolPoint *point)
{
  const TlScene *scene = scene_of (tool);
  g_autofree Place *places = g_new (Place, scene->n_phases);
  double x;

  tl_tool_forget_drop (tool);
  for (guint i = 0; i < scene->n_phases; i++)
    places[i] = (Place) { scene->phases[i].id, scene->phases[i].box.x, scene->phases[i].box.w };
  tool->preview.shift.y = 0;
  tool->has_cell = find_index (tool, places, scene->n_phases, point->at.x, &x);
  tool->preview.has_mark = tool->has_cell;
  tool->preview.mark[0] = (TlPoint) { x, scene->phases[0].box.y - 4 };
  tool->preview.mark[1] = (TlPoint) { x, scene->grid.y + scene->grid.h };
}

static gboolean
header_release (TlTool  *tool,
                TlId    *made G_GNUC_UNUSED,
                GError **error)
{
  return !tool->has_cell || tl_command_reorder (tool->editor, tool->id, tool->index, error);
}

const TlToolRow tl_tool_lane = { header_press, lane_drag, header_release };
const TlToolRow tl_tool_phase = { header_press, phase_drag, header_release };
