/* tool-connect.c - dragging a connector from a step, or the end of one elsewhere.
 *
 * Over a step the drop connects; over a connector it makes a step in its middle; in
 * free room it makes a step there.  What the chart would refuse is shown as refused.
 */
#include "app/tool-private.h"

#include <glib/gi18n-lib.h>

#include "model/ops.h"

#define OUTSIDE 40.0   /* chart units around the lanes that still mean the nearest cell */

static const TlStep *
get_step (TlTool *tool,
          TlId    id)
{
  return TL_CHART_GET (tl_editor_get_chart (tool->editor), STEP, TlStep, id);
}

static TlBox
box_of (TlTool *tool,
        TlId    step)
{
  TlBox box = tl_scene_step (tl_editor_get_scene (tool->editor), step)->box;
  TlPoint corner = tl_tool_part (&tool->preview, (TlPoint) { box.x, box.y });

  return (TlBox) { corner.x, corner.y, box.w, box.h };
}

/* A course between two boxes with one jog; an empty box is a point. */
static void
draw_line (TlTool *tool,
           TlBox   from,
           TlBox   to)
{
  TlPoint a = tl_box_centre (from), b = tl_box_centre (to);
  TlPoint *line = tool->preview.line;
  gboolean rightward = to.x >= from.x + from.w, leftward = to.x + to.w <= from.x;

  tool->preview.n_line = 4;
  if (rightward || leftward) {
    line[0] = (TlPoint) { rightward ? from.x + from.w : from.x, a.y };
    line[3] = (TlPoint) { rightward ? to.x : to.x + to.w, b.y };
    line[1] = (TlPoint) { (line[0].x + line[3].x) / 2, a.y };
    line[2] = (TlPoint) { line[1].x, b.y };
  } else {
    line[0] = (TlPoint) { a.x, b.y > a.y ? from.y + from.h : from.y };
    line[3] = (TlPoint) { b.x, b.y > a.y ? to.y : to.y + to.h };
    line[1] = (TlPoint) { a.x, (line[0].y + line[3].y) / 2 };
    line[2] = (TlPoint) { b.x, line[1].y };
  }
}

static TlBox
point_box (TlPoint point)
{
  return (TlBox) { point.x, point.y, 0, 0 };
}

/* A new connector. */

static void
connect_press (TlTool *tool,
               TlId    id)
{
  tl_selection_set_one (tl_editor_get_selection (tool->editor), id);
}

static void
over_step (TlTool *tool,
           TlId    step)
{
  g_autoptr (GError) error = NULL;

  if (step == tool->id)
    return;
  tool->preview.over = step;
  if (!tl_ops_can_connect (tl_editor_get_chart (tool->editor), TL_CONNECTOR_FLOW, tool->id, step,
                           TL_ID_NONE, &error))
    tl_tool_refuse (tool, error);
}

static void
over_connector (TlTool *tool,
                TlId    connector)
{
  tool->preview.over = connector;
  tl_tool_say (tool, g_strdup (_("A new step in between")));
}

static gboolean
lies_outside (TlTool  *tool,
              TlPoint  point)
{
  TlBox grid = tl_box_grow (tl_editor_get_scene (tool->editor)->grid, OUTSIDE);

  grid.w += TL_LAYOUT_COLUMN;
  return !tl_box_contains (grid, point);
}

/* A column opens for a new step in the way of another, or past the last. */
static void
over_room (TlTool  *tool,
           TlPoint  point)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);
  TlCell cell;

  if (lies_outside (tool, point) || !tl_tool_cell_at (tool, point, &cell))
    return;
  tool->cell = cell;
  tool->has_cell = TRUE;
  g_array_set_size (tool->targets, 0);
  g_array_set_size (tool->openings, 0);
  g_array_append_val (tool->targets, cell);
  if (tl_ops_step_at (chart, cell) != TL_ID_NONE ||
      cell.column >= TL_CHART_GET (chart, PHASE, TlPhase, cell.phase)->columns)
    g_array_append_vals (tool->openings, &(TlOpening) { cell.phase, cell.column, 1 }, 1);
  tl_tool_show_places (tool);
  tl_tool_say (tool, g_strdup (_("A new step")));
}

static void
connect_drag (TlTool            *tool,
              const TlToolPoint *point)
{
  const TlToolPreview *preview = &tool->preview;
  TlPick pick = tl_tool_pick_target (tool, point);
  const TlConnector *connector = TL_CHART_GET (tl_editor_get_chart (tool->editor), CONNECTOR,
                                               TlConnector, pick.id);

  tl_tool_forget_drop (tool);
  if (pick.kind == TL_PICK_STEP)
    over_step (tool, pick.id);
  else if (connector != NULL && connector->to != tool->id)
    over_connector (tool, pick.id);
  else
    over_room (tool, point->at);

  if (pick.kind == TL_PICK_STEP && pick.id == tool->id)
    return;
  if (pick.kind == TL_PICK_STEP)
    draw_line (tool, box_of (tool, tool->id), box_of (tool, pick.id));
  else if (preview->n_places > 0)
    draw_line (tool, box_of (tool, tool->id), preview->places[0]);
  else
    draw_line (tool, box_of (tool, tool->id), point_box (point->at));
}

static gboolean
connect_release (TlTool  *tool,
                 TlId    *made,
                 GError **error)
{
  TlId over = tool->preview.over;

  if (over == TL_ID_NONE && !tool->has_cell)
    return TRUE;
  if (over == TL_ID_NONE)
    *made = tl_command_add_at (tool->editor, tool->id, tool->cell, error);
  else if (get_step (tool, over) == NULL)
    *made = tl_command_insert (tool->editor, over, tool->id, error);
  else
    return tl_command_connect (tool->editor, tool->id, over, error) != TL_ID_NONE;
  return *made != TL_ID_NONE;
}

const TlToolRow tl_tool_connect = { connect_press, connect_drag, connect_release };

/* The end of a connector that is there. */

static const TlConnector *
get_connector (TlTool *tool)
{
  return TL_CHART_GET (tl_editor_get_chart (tool->editor), CONNECTOR, TlConnector, tool->id);
}

static void
reconnect_press (TlTool *tool G_GNUC_UNUSED,
                 TlId    id G_GNUC_UNUSED)
{
}

static void
reconnect_drag (TlTool            *tool,
                const TlToolPoint *point)
{
  g_autoptr (GError) error = NULL;
  const TlConnector *c = get_connector (tool);
  gboolean start = tool->preview.kind == TL_GRIP_START;
  TlPick pick = tl_tool_pick_target (tool, point);
  TlBox loose = point_box (point->at), fixed = box_of (tool, start ? c->to : c->from);

  tl_tool_forget_drop (tool);
  if (pick.kind == TL_PICK_STEP) {
    tool->preview.over = pick.id;
    loose = box_of (tool, pick.id);
    if (!tl_ops_can_connect (tl_editor_get_chart (tool->editor), c->kind,
                             start ? pick.id : c->from, start ? c->to : pick.id, c->head.id,
                             &error))
      tl_tool_refuse (tool, error);
  }
  draw_line (tool, start ? loose : fixed, start ? fixed : loose);
}

static gboolean
reconnect_release (TlTool  *tool,
                   TlId    *made G_GNUC_UNUSED,
                   GError **error)
{
  const TlConnector *c = get_connector (tool);
  gboolean start = tool->preview.kind == TL_GRIP_START;
  TlId over = tool->preview.over;

  return over == TL_ID_NONE ||
         tl_command_reconnect (tool->editor, c->head.id, start ? over : c->from,
                               start ? c->to : over, error);
}

const TlToolRow tl_tool_reconnect = { reconnect_press, reconnect_drag, reconnect_release };
