/* tool-move.c - dragging steps to other cells, or one of them onto a connector.
 *
 * The cell is the one that the middle of the dragged step is over.  On a step in the
 * way, its left half means before it and its right half after it; a neighbour is
 * passed either way, for to land where one came from would be no move.
 */
#include "app/tool-private.h"

#include <glib/gi18n-lib.h>

#include "layout/shape.h"
#include "model/ops.h"

#define MOST_WITH_BADGES 12

static const TlStep *
get_step (TlTool *tool,
          TlId    id)
{
  return TL_CHART_GET (tl_editor_get_chart (tool->editor), STEP, TlStep, id);
}

static gboolean
is_moving (TlTool *tool,
           TlId    step)
{
  for (guint i = 0; i < tool->ids->len; i++) {
    if (g_array_index (tool->ids, TlId, i) == step)
      return TRUE;
  }
  return FALSE;
}

/* Cells. */

/* Past the last column, and under the last row of a lane, is a new one. */
static void
go_beyond (TlTool  *tool,
           TlPoint  point,
           TlCell  *cell)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);
  TlBox box = tl_layout_cell_box (tl_editor_get_layout (tool->editor), cell);
  guint last = tl_chart_n (chart, TL_RECORD_PHASE) - 1;
  const TlPhase *phase = TL_CHART_NTH (chart, PHASE, TlPhase, last);

  if (cell->phase == phase->head.id && cell->column == phase->columns - 1 &&
      point.x > box.x + (box.w + TL_LAYOUT_COLUMN) / 2)
    cell->column++;
  if (point.y > box.y + box.h + 4 && cell->row == tl_tool_rows_of (tool, cell->lane) - 1)
    cell->row++;
}

/* On a step in the way: before it, or after it. */
static void
choose_side (TlTool  *tool,
             TlPoint  point,
             TlCell  *cell)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);
  TlBox box = tl_layout_cell_box (tl_editor_get_layout (tool->editor), cell);
  TlId there = tl_ops_step_at (chart, *cell);
  const TlStep *held = tool->preview.kind == TL_GRIP_STEP ? get_step (tool, tool->id) : NULL;
  gboolean after = point.x > box.x + box.w / 2;

  if (there == TL_ID_NONE || is_moving (tool, there))
    return;
  if (held != NULL && held->lane == cell->lane && held->phase == cell->phase &&
      held->row == cell->row && ABS (held->column - cell->column) == 1)
    after = cell->column > held->column;
  cell->column += after;
}

gboolean
tl_tool_cell_at (TlTool  *tool,
                 TlPoint  point,
                 TlCell  *cell)
{
  if (!tl_editor_cell_at (tool->editor, point, cell))
    return FALSE;
  go_beyond (tool, point, cell);
  choose_side (tool, point, cell);
  return TRUE;
}

/* The parted chart. */

static double
head_cut (TlTool *tool,
          TlId    phase,
          double  otherwise)
{
  const TlScene *scene = tl_editor_get_scene (tool->editor);

  for (guint i = 0; i < scene->n_phases; i++) {
    if (scene->phases[i].id == phase)
      return scene->phases[i].box.x + scene->phases[i].box.w - TL_SHAPE_ARROW - 3;
  }
  return otherwise;
}

static void
part_across (TlTool *tool)
{
  TlToolPreview *preview = &tool->preview;

  for (guint i = 0; i < tool->openings->len && preview->n_across < TL_TOOL_MOST_GAPS; i++) {
    const TlOpening *opening = &g_array_index (tool->openings, TlOpening, i);
    TlCell cell = { g_array_index (tool->targets, TlCell, 0).lane, opening->phase,
                    opening->column, 0 };
    TlPoint cut;

    if (tl_layout_cut_at (tl_editor_get_layout (tool->editor), &cell, &cut))
      preview->across[preview->n_across++] =
        (TlToolGap) { cut.x, head_cut (tool, opening->phase, cut.x),
                      opening->n * TL_LAYOUT_COLUMN };
  }
}

static void
part_down (TlTool *tool)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);
  TlToolPreview *preview = &tool->preview;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_LANE); i++) {
    TlId lane = tl_chart_nth (chart, TL_RECORD_LANE, i)->id;
    TlCell cell = { .lane = lane };
    int last = -1, rows;
    TlPoint cut;

    for (guint k = 0; k < tool->targets->len; k++) {
      const TlCell *target = &g_array_index (tool->targets, TlCell, k);

      if (target->lane == lane && target->row > last) {
        last = target->row;
        cell.phase = target->phase;
      }
    }
    rows = last > 0 ? tl_tool_rows_of (tool, lane) : 1;
    if (last >= rows && preview->n_down < TL_TOOL_MOST_GAPS &&
        tl_layout_cut_at (tl_editor_get_layout (tool->editor), &cell, &cut))
      preview->down[preview->n_down++] =
        (TlToolGap) { cut.y, cut.y, (last - rows + 1) * TL_LAYOUT_ROW };
  }
}

/* Where a step in @target stands in the parted chart. */
static TlBox
place_of (TlTool *tool,
          TlCell  target)
{
  TlLayout *layout = tl_editor_get_layout (tool->editor);
  TlCell old = target, top;
  TlBox box;
  TlPoint corner;
  guint opened = 0;

  for (guint i = 0; i < tool->openings->len && i < TL_TOOL_MOST_GAPS; i++) {
    const TlOpening *opening = &g_array_index (tool->openings, TlOpening, i);

    if (opening->phase != target.phase || target.column < opening->column)
      continue;
    if (target.column < opening->column + opening->n)
      opened = i + 1;
    else
      old.column -= opening->n;
  }
  top = old;
  top.row = 0;
  box = tl_layout_cell_box (layout, &old);
  corner = tl_tool_part (&tool->preview,
                         (TlPoint) { box.x, tl_layout_cell_box (layout, &top).y });
  box.y += corner.y - tl_layout_cell_box (layout, &top).y;
  if (opened > 0 && opened <= tool->preview.n_across) {
    const TlToolGap *gap = &tool->preview.across[opened - 1];
    int k = target.column - g_array_index (tool->openings, TlOpening, opened - 1).column;

    box.x = tl_tool_part (&tool->preview, (TlPoint) { gap->at, 0 }).x - gap->size +
            (k + 0.5) * TL_LAYOUT_COLUMN - box.w / 2;
  } else {
    box.x = corner.x;
  }
  return box;
}

void
tl_tool_show_places (TlTool *tool)
{
  g_array_set_size (tool->places, 0);
  if (tool->targets->len == 0)
    return;
  part_across (tool);
  part_down (tool);
  for (guint i = 0; i < tool->targets->len; i++) {
    TlBox box = place_of (tool, g_array_index (tool->targets, TlCell, i));

    g_array_append_val (tool->places, box);
  }
  tool->preview.places = (const TlBox *) (const void *) tool->places->data;
  tool->preview.n_places = tool->places->len;
}

/* Moving. */

static void
hold (TlTool            *tool,
      const TlSceneStep *step)
{
  gboolean pill = step->kind == TL_STEP_START || step->kind == TL_STEP_END;
  TlToolHeld held = { step->box, pill ? step->box.h / 2 : TL_TOOL_CORNER, FALSE };

  g_array_append_val (tool->ids, step->id);
  g_array_append_val (tool->held, held);
}

/* A few steps take their badges along; of many they would not be seen. */
static void
hold_badges (TlTool *tool)
{
  const TlScene *scene = tl_editor_get_scene (tool->editor);

  for (guint i = 0; i < scene->n_badges && tool->ids->len <= MOST_WITH_BADGES; i++) {
    const TlSceneBadge *badge = &scene->badges[i];
    TlToolHeld held = { badge->box, badge->kind == TL_BADGE_RECOVERY ? 4 : badge->box.h / 2, TRUE };

    if (is_moving (tool, badge->at))
      g_array_append_val (tool->held, held);
  }
}

static void
move_press (TlTool *tool,
            TlId    id)
{
  TlSelection *selection = tl_editor_get_selection (tool->editor);
  const TlScene *scene = tl_editor_get_scene (tool->editor);
  const TlSceneStep *step = tl_scene_step (scene, id);
  TlPoint centre = tl_box_centre (step->box);

  tool->grab = (TlPoint) { tool->from.x - centre.x, tool->from.y - centre.y };
  hold (tool, step);
  if (!tl_selection_contains (selection, id))
    tl_selection_set_one (selection, id);
  /* In the order of the scene, which is searched once however many there are. */
  for (guint i = 0; i < scene->n_steps && tl_selection_get_n (selection) > 1; i++) {
    if (scene->steps[i].id != id && tl_selection_contains (selection, scene->steps[i].id))
      hold (tool, &scene->steps[i]);
  }
  hold_badges (tool);
}

static gboolean
same_cell (const TlCell *a,
           const TlCell *b)
{
  return a->lane == b->lane && a->phase == b->phase && a->column == b->column && a->row == b->row;
}

/* A connector under the pointer that the step can be put into; one that it cannot is
 * passed over, for the step may be on its way to a cell behind it. */
static TlId
connector_at (TlTool            *tool,
              const TlToolPoint *point)
{
  TlPick pick = tl_tool_pick_target (tool, point);

  if (tool->ids->len != 1 || pick.kind != TL_PICK_CONNECTOR ||
      !tl_ops_can_move_between (tl_editor_get_chart (tool->editor), tool->id, pick.id, NULL))
    return TL_ID_NONE;
  return pick.id;
}

static char *
say_between (TlTool *tool,
             TlId    connector)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);
  const TlConnector *c = TL_CHART_GET (chart, CONNECTOR, TlConnector, connector);

  return g_strdup_printf (_("Between “%s” and “%s”"), get_step (tool, c->from)->label,
                          get_step (tool, c->to)->label);
}

static void
plan (TlTool *tool)
{
  g_autoptr (GError) error = NULL;
  TlChart *chart = tl_editor_get_chart (tool->editor);
  const TlId *ids = (const TlId *) (const void *) tool->ids->data;

  g_array_set_size (tool->targets, tool->ids->len);
  if (!tl_ops_plan_move (chart, ids, tool->ids->len, tool->cell,
                         (TlCell *) (void *) tool->targets->data, tool->openings, &error)) {
    tl_tool_refuse (tool, error);
    return;
  }
  tl_tool_show_places (tool);
}

static void
move_drag (TlTool            *tool,
           const TlToolPoint *point)
{
  TlPoint centre = { point->at.x - tool->grab.x, point->at.y - tool->grab.y };
  TlId connector = connector_at (tool, point);
  TlCell cell;
  gboolean found = tl_tool_cell_at (tool, centre, &cell);

  if (connector != TL_ID_NONE) {
    if (connector == tool->preview.over)
      return;
    tl_tool_forget_drop (tool);
    tool->preview.over = connector;
    tool->cell = cell;
    tl_tool_say (tool, say_between (tool, connector));
    return;
  }
  if (found && tool->has_cell && same_cell (&cell, &tool->cell))
    return;
  tl_tool_forget_drop (tool);
  tool->cell = cell;
  tool->has_cell = found;
  if (found)
    plan (tool);
}

static gboolean
move_release (TlTool  *tool,
              TlId    *made G_GNUC_UNUSED,
              GError **error)
{
  const TlId *ids = (const TlId *) (const void *) tool->ids->data;

  if (tool->preview.over != TL_ID_NONE)
    return tl_command_put_between (tool->editor, tool->id, tool->preview.over, &tool->cell, error);
  return !tool->has_cell ||
         tl_command_move_to (tool->editor, ids, tool->ids->len, tool->cell, error);
}

const TlToolRow tl_tool_move = { move_press, move_drag, move_release };
