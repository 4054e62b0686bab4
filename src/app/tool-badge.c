/* tool-badge.c - dragging a failure point to where it happens, or a recovery procedure to
 * what it is for as well.
 *
 * A failure point moves.  A recovery procedure stays with what it served: it is dropped on
 * the badge of another failure point, or on the step or connector that has one.
 */
#include "app/tool-private.h"

#include <glib/gi18n-lib.h>

#include "model/ops.h"

#define TAG_CORNER 4.0   /* chart units, of a recovery procedure's badge */

static const TlSceneBadge *
find_badge (TlTool *tool,
            TlId    id)
{
  const TlScene *scene = tl_editor_get_scene (tool->editor);

  for (guint i = 0; i < scene->n_badges; i++) {
    if (scene->badges[i].id == id && scene->badges[i].kind != TL_BADGE_WAIT)
      return &scene->badges[i];
  }
  return NULL;
}

/* The badge that is under the pointer: of a recovery procedure there is one at each of its
 * places. */
static void
badge_press (TlTool *tool,
             TlId    id)
{
  const TlScene *scene = tl_editor_get_scene (tool->editor);

  tl_selection_set_one (tl_editor_get_selection (tool->editor), id);
  for (guint i = 0; i < scene->n_badges; i++) {
    const TlSceneBadge *badge = &scene->badges[i];
    TlToolHeld held = { badge->box, badge->kind == TL_BADGE_RECOVERY ? TAG_CORNER
                                                                     : badge->box.h / 2, FALSE };

    if (badge->id == id && badge->kind != TL_BADGE_WAIT &&
        tl_box_contains (tl_box_grow (badge->box, 1), tool->from))
      g_array_append_val (tool->held, held);
  }
}

/* Failure points. */

static void
failure_drag (TlTool            *tool,
              const TlToolPoint *point)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);
  TlPick pick = tl_tool_pick_target (tool, point);
  g_autoptr (GError) error = NULL;

  tl_tool_forget_drop (tool);
  if (pick.id == TL_ID_NONE || pick.id == TL_CHART_GET (chart, FAILURE, TlFailure, tool->id)->at)
    return;
  tool->preview.over = pick.id;
  if (!tl_ops_can_fail_at (chart, pick.id, &error))
    tl_tool_refuse (tool, error);
}

static gboolean
failure_release (TlTool  *tool,
                 TlId    *made G_GNUC_UNUSED,
                 GError **error)
{
  return tool->preview.over == TL_ID_NONE ||
         tl_command_move_failure (tool->editor, tool->id, tool->preview.over, error);
}

const TlToolRow tl_tool_failure = { badge_press, failure_drag, failure_release };

/* Recovery procedures. */

static gboolean
serves (TlTool *tool,
        TlId    failure)
{
  const TlRecovery *recovery =
    TL_CHART_GET (tl_editor_get_chart (tool->editor), RECOVERY, TlRecovery, tool->id);

  return tl_id_list_index (&recovery->failures, failure) != G_MAXUINT;
}

/* The first at @place that it does not serve yet, else the first; TL_ID_NONE: none is there. */
static TlId
find_failure (TlTool *tool,
              TlId    place)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);
  const TlOrder *order = tl_editor_get_order (tool->editor);
  TlId found = TL_ID_NONE;

  for (guint i = 0; i < order->n_failures; i++) {
    TlId id = order->failures[i];

    if (TL_CHART_GET (chart, FAILURE, TlFailure, id)->at != place)
      continue;
    if (!serves (tool, id))
      return id;
    if (found == TL_ID_NONE)
      found = id;
  }
  return found;
}

/* The failure point meant by @point, and the step or connector it is at. */
static TlId
failure_at (TlTool            *tool,
            const TlToolPoint *point,
            TlId              *place)
{
  TlPick pick = tl_pick_point (tl_editor_get_scene (tool->editor), point->at, 0);

  *place = tl_tool_pick_target (tool, point).id;
  if (pick.kind == TL_PICK_BADGE &&
      TL_CHART_GET (tl_editor_get_chart (tool->editor), FAILURE, TlFailure, pick.id) != NULL)
    return pick.id;
  return *place != TL_ID_NONE ? find_failure (tool, *place) : TL_ID_NONE;
}

/* Sets @error, and returns TRUE. */
static gboolean
no_failure (GError **error)
{
  g_set_error_literal (error, TL_OPS_ERROR, TL_OPS_ERROR_MISSING,
                       _("There is no failure point here; drop a recovery procedure on one."));
  return TRUE;
}

static void
say_failure (TlTool *tool,
             TlId    failure)
{
  guint number = tl_order_number (tl_editor_get_order (tool->editor), failure);
  const TlSceneBadge *badge = find_badge (tool, failure);

  /* Translators: a recovery procedure is dropped on failure point F3, say. */
  tl_tool_say (tool, g_strdup_printf (_("For F%u too"), number));
  if (badge == NULL)
    return;
  g_array_set_size (tool->places, 0);
  g_array_append_val (tool->places, badge->box);
  tool->preview.places = (const TlBox *) (const void *) tool->places->data;
  tool->preview.n_places = 1;
}

static void
recovery_drag (TlTool            *tool,
               const TlToolPoint *point)
{
  g_autoptr (GError) error = NULL;
  TlId place, failure;

  tl_tool_forget_drop (tool);
  failure = failure_at (tool, point, &place);
  tool->failure = failure;
  if (place == TL_ID_NONE || (failure != TL_ID_NONE && serves (tool, failure)))
    return;
  tool->preview.over = place;
  if (failure != TL_ID_NONE)
    say_failure (tool, failure);
  else if (no_failure (&error))
    tl_tool_refuse (tool, error);
}

static gboolean
recovery_release (TlTool  *tool,
                  TlId    *made G_GNUC_UNUSED,
                  GError **error)
{
  if (tool->preview.over == TL_ID_NONE)
    return TRUE;
  if (tool->failure == TL_ID_NONE)
    return !no_failure (error);
  return tl_command_attach (tool->editor, tool->id, tool->failure, NULL, error) != TL_ID_NONE;
}

const TlToolRow tl_tool_recovery = { badge_press, recovery_drag, recovery_release };
