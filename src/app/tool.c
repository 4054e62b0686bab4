/* tool.c - what a drag on the chart does: which tool a press takes, and the rubber band. */
#include "app/tool-private.h"

#define REACH 6.0   /* widget pixels beside a connector that still hit it */

TlTool *
tl_tool_new (TlEditor *editor)
{
  TlTool *tool = g_new0 (TlTool, 1);

  tool->editor = g_object_ref (editor);
  tool->kept = g_array_new (FALSE, FALSE, sizeof (TlId));
  return tool;
}

void
tl_tool_free (TlTool *tool)
{
  if (tool == NULL)
    return;
  g_array_unref (tool->kept);
  g_object_unref (tool->editor);
  g_free (tool);
}

TlPick
tl_tool_pick (TlTool            *tool,
              const TlToolPoint *point)
{
  const TlScene *scene = tl_editor_get_scene (tool->editor);
  TlPick pick = tl_pick_point (scene, point->seen, REACH * point->pixel);

  if (pick.kind == TL_PICK_LANE && !tl_box_contains (scene->bands[pick.index].header, point->seen))
    pick = (TlPick) { TL_PICK_NOTHING, TL_ID_NONE, 0 };
  return pick;
}

/* The rubber band. */

static void
band_press (TlTool            *tool,
            const TlToolPoint *point)
{
  TlSelection *selection = tl_editor_get_selection (tool->editor);

  tool->preview = (TlToolPreview) { .kind = TL_TOOL_BAND };
  g_array_set_size (tool->kept, 0);
  if (point->adds)
    g_array_append_vals (tool->kept, tl_selection_get_ids (selection),
                         tl_selection_get_n (selection));
}

static void
band_drag (TlTool            *tool,
           const TlToolPoint *point)
{
  g_autoptr (GArray) ids = g_array_copy (tool->kept);

  tool->preview.band = tl_box_from_corners (tool->from, point->at);
  tl_pick_box (tl_editor_get_scene (tool->editor), tool->preview.band, ids);
  tl_selection_set (tl_editor_get_selection (tool->editor),
                    (const TlId *) (const void *) ids->data, ids->len);
}

static void
band_cancel (TlTool *tool)
{
  tl_selection_set (tl_editor_get_selection (tool->editor),
                    (const TlId *) (const void *) tool->kept->data, tool->kept->len);
}

/* All tools. */

gboolean
tl_tool_press (TlTool            *tool,
               const TlToolPoint *point)
{
  tl_tool_cancel (tool);
  tool->from = point->at;
  if (tl_tool_pick (tool, point).kind == TL_PICK_NOTHING)
    band_press (tool, point);
  return tl_tool_is_busy (tool);
}

void
tl_tool_drag (TlTool            *tool,
              const TlToolPoint *point)
{
  if (tool->preview.kind == TL_TOOL_BAND)
    band_drag (tool, point);
}

gboolean
tl_tool_release (TlTool  *tool,
                 GError **error)
{
  tool->preview = (TlToolPreview) { .kind = TL_TOOL_NONE };
  return TRUE;
}

gboolean
tl_tool_cancel (TlTool *tool)
{
  if (tool->preview.kind == TL_TOOL_NONE)
    return FALSE;
  if (tool->preview.kind == TL_TOOL_BAND)
    band_cancel (tool);
  tool->preview = (TlToolPreview) { .kind = TL_TOOL_NONE };
  return TRUE;
}

gboolean
tl_tool_is_busy (const TlTool *tool)
{
  return tool != NULL && tool->preview.kind != TL_TOOL_NONE;
}

const TlToolPreview *
tl_tool_get_preview (const TlTool *tool)
{
  return &tool->preview;
}
