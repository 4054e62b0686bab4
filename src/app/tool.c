/* tool.c - what a drag on the chart does: which tool a press takes, and the rubber band. */
#include "app/tool-private.h"

#define REACH        6.0    /* widget pixels beside a connector that still hit it */
#define EDGE         6.0    /* widget pixels inside a step that are its edge */
#define END_REACH    9.0    /* widget pixels round the end of a connector */
#define EDGE_BESIDE  4.0    /* widget pixels outside of a step or beside a phase's end */
#define EDGES_FROM   34.0   /* widget pixels of height from which a step has an edge */
#define HANDLES_FROM 0.45   /* zoom from which a step shows its handles */

TlTool *
tl_tool_new (TlEditor *editor)
{
  TlTool *tool = g_new0 (TlTool, 1);

  tool->editor = g_object_ref (editor);
  tool->ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  tool->held = g_array_new (FALSE, FALSE, sizeof (TlToolHeld));
  tool->targets = g_array_new (FALSE, FALSE, sizeof (TlCell));
  tool->openings = g_array_new (FALSE, FALSE, sizeof (TlOpening));
  tool->places = g_array_new (FALSE, FALSE, sizeof (TlBox));
  return tool;
}

void
tl_tool_free (TlTool *tool)
{
  if (tool == NULL)
    return;
  g_array_unref (tool->ids);
  g_array_unref (tool->held);
  g_array_unref (tool->targets);
  g_array_unref (tool->openings);
  g_array_unref (tool->places);
  g_object_unref (tool->editor);
  g_free (tool->says);
  g_free (tool);
}

static const TlScene *
scene_of (TlTool *tool)
{
  return tl_editor_get_scene (tool->editor);
}

/* What is there. */

TlPick
tl_tool_pick (TlTool            *tool,
              const TlToolPoint *point)
{
  const TlScene *scene = scene_of (tool);
  TlPick pick = tl_pick_point (scene, point->seen, REACH * point->pixel);

  if (pick.kind == TL_PICK_LANE && !tl_box_contains (scene->bands[pick.index].header, point->seen))
    pick = (TlPick) { TL_PICK_NOTHING, TL_ID_NONE, 0 };
  return pick;
}

TlPick
tl_tool_pick_target (TlTool            *tool,
                     const TlToolPoint *point)
{
  const TlScene *scene = scene_of (tool);
  TlPick pick = tl_pick_point (scene, point->at, REACH * point->pixel);

  if (pick.kind == TL_PICK_BADGE) {
    TlId at = scene->badges[pick.index].at;

    pick = (TlPick) { tl_scene_step (scene, at) != NULL ? TL_PICK_STEP : TL_PICK_CONNECTOR, at, 0 };
  }
  if (pick.kind != TL_PICK_STEP && pick.kind != TL_PICK_CONNECTOR)
    pick = (TlPick) { TL_PICK_NOTHING, TL_ID_NONE, 0 };
  return pick;
}

static gboolean
is_end (TlTool *tool,
        TlId    step)
{
  return TL_CHART_GET (tl_editor_get_chart (tool->editor), STEP, TlStep, step)->kind == TL_STEP_END;
}

guint
tl_tool_get_handles (TlTool *tool,
                     TlId    steps[2])
{
  TlSelection *selection = tl_editor_get_selection (tool->editor);
  TlChart *chart = tl_editor_get_chart (tool->editor);
  TlId selected = tl_selection_get_n (selection) == 1 ? tl_selection_get_last (selection)
                                                      : TL_ID_NONE;
  guint n = 0;

  if (TL_CHART_GET (chart, STEP, TlStep, selected) != NULL && !is_end (tool, selected))
    steps[n++] = selected;
  if (tool->hovered != selected && TL_CHART_GET (chart, STEP, TlStep, tool->hovered) != NULL &&
      !is_end (tool, tool->hovered))
    steps[n++] = tool->hovered;
  return n;
}

static gboolean
is_near (TlPoint a,
         TlPoint b,
         double  reach)
{
  double dx = a.x - b.x, dy = a.y - b.y;

  return dx * dx + dy * dy <= reach * reach;
}

static TlGrip
grip_handles (TlTool            *tool,
              const TlToolPoint *point)
{
  TlId steps[2];
  guint n = point->pixel * HANDLES_FROM <= 1 ? tl_tool_get_handles (tool, steps) : 0;
  double away = TL_TOOL_REACH * point->pixel, radius = (TL_TOOL_HANDLE + 1) * point->pixel;

  for (guint i = 0; i < n; i++) {
    const TlSceneStep *step = tl_scene_step (scene_of (tool), steps[i]);
    TlPoint centre;

    if (step == NULL)
      continue;
    centre = tl_box_centre (step->box);
    if (is_near (point->seen, (TlPoint) { step->box.x + step->box.w + away, centre.y }, radius))
      return (TlGrip) { TL_GRIP_NEXT, step->id };
    if (is_near (point->seen, (TlPoint) { centre.x, step->box.y + step->box.h + away }, radius))
      return (TlGrip) { TL_GRIP_BRANCH, step->id };
  }
  return (TlGrip) { TL_GRIP_NONE, TL_ID_NONE };
}

static TlGrip
grip_ends (TlTool            *tool,
           const TlToolPoint *point)
{
  TlSelection *selection = tl_editor_get_selection (tool->editor);
  const TlScene *scene = scene_of (tool);
  const TlSceneConnector *connector = NULL;

  if (tl_selection_get_n (selection) == 1)
    connector = tl_scene_connector (scene, tl_selection_get_last (selection));
  if (connector != NULL && connector->n_points > 1) {
    const TlPoint *points = scene->points + connector->first_point;

    if (is_near (point->seen, points[connector->n_points - 1], END_REACH * point->pixel))
      return (TlGrip) { TL_GRIP_END, connector->id };
    if (is_near (point->seen, points[0], END_REACH * point->pixel))
      return (TlGrip) { TL_GRIP_START, connector->id };
  }
  return (TlGrip) { TL_GRIP_NONE, TL_ID_NONE };
}

/* The ends of phases, and the lower edges of lanes in their headers. */
static TlGrip
grip_header_edge (TlTool            *tool,
                  const TlToolPoint *point)
{
  const TlScene *scene = scene_of (tool);

  for (guint i = 0; i < scene->n_phases; i++) {
    TlBox box = scene->phases[i].box;

    if (point->seen.y >= box.y && point->seen.y <= box.y + box.h &&
        ABS (point->seen.x - box.x - box.w) <= 2 * EDGE_BESIDE * point->pixel)
      return (TlGrip) { TL_GRIP_PHASE_EDGE, scene->phases[i].id };
  }
  for (guint i = 0; i < scene->n_bands; i++) {
    TlBox box = scene->bands[i].header;

    if (scene->bands[i].kind == TL_SCENE_LANE && point->seen.x >= box.x &&
        point->seen.x <= box.x + box.w &&
        ABS (point->seen.y - box.y - box.h) <= EDGE_BESIDE * point->pixel)
      return (TlGrip) { TL_GRIP_LANE_EDGE, scene->bands[i].id };
  }
  return (TlGrip) { TL_GRIP_NONE, TL_ID_NONE };
}

/* A step that is large enough as it is shown has an edge to draw a connector from;
 * nothing leads out of an end. */
static gboolean
has_edge (TlTool            *tool,
          const TlSceneStep *step,
          double             pixel)
{
  return step->kind != TL_STEP_FORK && step->kind != TL_STEP_JOIN && !is_end (tool, step->id) &&
         step->box.h >= EDGES_FROM * pixel;
}

static TlGrip
grip_step (TlTool            *tool,
           const TlSceneStep *step,
           const TlToolPoint *point)
{
  TlBox inside = tl_box_grow (step->box, -EDGE * point->pixel);

  if (has_edge (tool, step, point->pixel) && !tl_box_contains (inside, point->seen))
    return (TlGrip) { TL_GRIP_EDGE, step->id };
  return (TlGrip) { TL_GRIP_STEP, step->id };
}

static TlGrip
grip_room (TlTool            *tool,
           const TlToolPoint *point)
{
  const TlScene *scene = scene_of (tool);

  for (guint i = 0; i < scene->n_steps; i++) {
    const TlSceneStep *step = &scene->steps[i];

    if (tl_box_contains (tl_box_grow (step->box, EDGE_BESIDE * point->pixel), point->seen) &&
        !tl_box_contains (step->box, point->seen) && has_edge (tool, step, point->pixel))
      return (TlGrip) { TL_GRIP_EDGE, step->id };
  }
  return (TlGrip) { TL_GRIP_ROOM, TL_ID_NONE };
}

static TlGrip
grip_badge (const TlSceneBadge *badge)
{
  switch (badge->kind) {
  case TL_BADGE_FAILURE:
    return (TlGrip) { TL_GRIP_FAILURE, badge->id };
  case TL_BADGE_RECOVERY:
    return (TlGrip) { TL_GRIP_RECOVERY, badge->id };
  case TL_BADGE_WAIT:
  default:
    return (TlGrip) { TL_GRIP_NONE, TL_ID_NONE };
  }
}

TlGrip
tl_tool_grip (TlTool            *tool,
              const TlToolPoint *point)
{
  TlGrip grip = grip_handles (tool, point);
  TlPick pick;

  if (grip.kind == TL_GRIP_NONE)
    grip = grip_ends (tool, point);
  if (grip.kind == TL_GRIP_NONE)
    grip = grip_header_edge (tool, point);
  if (grip.kind != TL_GRIP_NONE)
    return grip;
  pick = tl_tool_pick (tool, point);
  switch (pick.kind) {
  case TL_PICK_STEP:
    return grip_step (tool, &scene_of (tool)->steps[pick.index], point);
  case TL_PICK_PHASE:
    return (TlGrip) { TL_GRIP_PHASE, pick.id };
  case TL_PICK_LANE:
    return (TlGrip) { TL_GRIP_LANE, pick.id };
  case TL_PICK_NOTHING:
    return grip_room (tool, point);
  case TL_PICK_BADGE:
    return grip_badge (&scene_of (tool)->badges[pick.index]);
  case TL_PICK_CONNECTOR:
  case TL_PICK_EVIDENCE:
  default:
    return (TlGrip) { TL_GRIP_NONE, TL_ID_NONE };
  }
}

gboolean
tl_tool_hover (TlTool            *tool,
               const TlToolPoint *point)
{
  TlId before = tool->hovered;
  const TlSceneStep *step = tl_scene_step (scene_of (tool), before);
  TlPick pick = { TL_PICK_NOTHING, TL_ID_NONE, 0 };

  if (point != NULL)
    pick = tl_tool_pick (tool, point);
  tool->hovered = pick.kind == TL_PICK_STEP ? pick.id : TL_ID_NONE;
  /* On the way to its handles a step keeps them. */
  if (tool->hovered == TL_ID_NONE && point != NULL && step != NULL &&
      tl_box_contains (tl_box_grow (step->box, (TL_TOOL_REACH + TL_TOOL_HANDLE) * point->pixel),
                       point->seen))
    tool->hovered = before;
  return tool->hovered != before;
}

/* What a drop would do. */

void
tl_tool_forget_drop (TlTool *tool)
{
  TlToolPreview *preview = &tool->preview;

  preview->n_across = preview->n_down = preview->n_places = preview->n_line = 0;
  preview->has_mark = preview->refused = FALSE;
  preview->over = TL_ID_NONE;
  tool->has_cell = FALSE;
  tl_tool_say (tool, NULL);
}

void
tl_tool_say (TlTool *tool,
             char   *text)
{
  g_free (tool->says);
  tool->says = text;
  tool->preview.says = text;
}

void
tl_tool_refuse (TlTool       *tool,
                const GError *error)
{
  tool->preview.refused = TRUE;
  tl_tool_say (tool, g_strdup (error->message));
}

TlPoint
tl_tool_part (const TlToolPreview *preview,
              TlPoint              point)
{
  TlPoint parted = point;

  for (guint i = 0; i < preview->n_across; i++)
    parted.x += point.x >= preview->across[i].at ? preview->across[i].size : 0;
  for (guint i = 0; i < preview->n_down; i++)
    parted.y += point.y >= preview->down[i].at ? preview->down[i].size : 0;
  return parted;
}

/* The rubber band. */

static void
band_press (TlTool *tool,
            TlId    id G_GNUC_UNUSED)
{
  TlSelection *selection = tl_editor_get_selection (tool->editor);

  g_array_append_vals (tool->ids, tl_selection_get_ids (selection),
                       tl_selection_get_n (selection));
}

static void
band_drag (TlTool            *tool,
           const TlToolPoint *point)
{
  g_autoptr (GArray) ids = g_array_copy (tool->ids);

  if (!tool->adds)
    g_array_set_size (ids, 0);
  tool->preview.band = tl_box_from_corners (tool->from, point->at);
  tl_pick_box (scene_of (tool), tool->preview.band, ids);
  tl_selection_set (tl_editor_get_selection (tool->editor),
                    (const TlId *) (const void *) ids->data, ids->len);
}

static void
band_cancel (TlTool *tool)
{
  tl_selection_set (tl_editor_get_selection (tool->editor),
                    (const TlId *) (const void *) tool->ids->data, tool->ids->len);
}

static gboolean
band_release (TlTool  *tool G_GNUC_UNUSED,
              TlId    *made G_GNUC_UNUSED,
              GError **error G_GNUC_UNUSED)
{
  return TRUE;
}

static const TlToolRow tl_tool_band = { band_press, band_drag, band_release };

/* All tools. */

static const TlToolRow *
row_of (TlGripKind kind)
{
  static const TlToolRow * const rows[] = {
    [TL_GRIP_ROOM] = &tl_tool_band,
    [TL_GRIP_STEP] = &tl_tool_move,
    [TL_GRIP_EDGE] = &tl_tool_connect,
    [TL_GRIP_NEXT] = &tl_tool_connect,
    [TL_GRIP_BRANCH] = &tl_tool_connect,
    [TL_GRIP_START] = &tl_tool_reconnect,
    [TL_GRIP_END] = &tl_tool_reconnect,
    [TL_GRIP_FAILURE] = &tl_tool_failure,
    [TL_GRIP_RECOVERY] = &tl_tool_recovery,
    [TL_GRIP_LANE] = &tl_tool_lane,
    [TL_GRIP_PHASE] = &tl_tool_phase,
    [TL_GRIP_PHASE_EDGE] = &tl_tool_widen,
    [TL_GRIP_LANE_EDGE] = &tl_tool_heighten,
  };

  return rows[kind];
}

static void
let_go (TlTool *tool)
{
  tl_tool_forget_drop (tool);
  tool->preview = (TlToolPreview) { .kind = TL_GRIP_NONE };
}

gboolean
tl_tool_press (TlTool            *tool,
               const TlToolPoint *point)
{
  TlGrip grip;

  tl_tool_cancel (tool);
  grip = tl_tool_grip (tool, point);
  if (grip.kind == TL_GRIP_NONE)
    return FALSE;
  tool->from = point->seen;
  tool->id = grip.id;
  tool->adds = point->adds;
  g_array_set_size (tool->ids, 0);
  g_array_set_size (tool->held, 0);
  tool->preview = (TlToolPreview) { .kind = grip.kind };
  row_of (grip.kind)->press (tool, grip.id);
  tool->preview.held = (const TlToolHeld *) (const void *) tool->held->data;
  tool->preview.n_held = tool->held->len;
  return TRUE;
}

void
tl_tool_drag (TlTool            *tool,
              const TlToolPoint *point)
{
  if (tool->preview.kind == TL_GRIP_NONE)
    return;
  tool->preview.shift = (TlPoint) { point->at.x - tool->from.x, point->at.y - tool->from.y };
  row_of (tool->preview.kind)->drag (tool, point);
}

gboolean
tl_tool_release (TlTool  *tool,
                 TlId    *made,
                 GError **error)
{
  gboolean done = TRUE;

  *made = TL_ID_NONE;
  tool->dropping = TRUE;
  if (tool->preview.kind != TL_GRIP_NONE)
    done = row_of (tool->preview.kind)->release (tool, made, error);
  tool->dropping = FALSE;
  let_go (tool);
  return done;
}

gboolean
tl_tool_cancel (TlTool *tool)
{
  /* The drop itself changes the chart. */
  if (tool->preview.kind == TL_GRIP_NONE || tool->dropping)
    return FALSE;
  if (tool->preview.kind == TL_GRIP_ROOM)
    band_cancel (tool);
  let_go (tool);
  return TRUE;
}

gboolean
tl_tool_is_busy (const TlTool *tool)
{
  return tool != NULL && tool->preview.kind != TL_GRIP_NONE;
}

const TlToolPreview *
tl_tool_get_preview (const TlTool *tool)
{
  return &tool->preview;
}
