/* commands-walk.c - going from step to step with the keyboard. */
#include "app/commands.h"

#include <math.h>

/* How much worse a step off to the side is than one straight ahead. */
#define ASIDE 3.0

static TlId
first_step (TlEditor *editor)
{
  const TlOrder *order = tl_editor_get_order (editor);

  return order->n_steps > 0 ? order->steps[0] : TL_ID_NONE;
}

/* The nearest step that way by place. */
static TlId
nearest_step (const TlScene *scene,
              TlId           id,
              TlWay          way)
{
  const TlSceneStep *here = tl_scene_step (scene, id);
  TlId nearest = TL_ID_NONE;
  double least = INFINITY;
  TlPoint from;

  if (here == NULL)
    return TL_ID_NONE;
  from = tl_box_centre (here->box);
  for (guint i = 0; i < scene->n_steps; i++) {
    TlPoint to = tl_box_centre (scene->steps[i].box);
    gboolean across = way == TL_WAY_LEFT || way == TL_WAY_RIGHT;
    double sign = way == TL_WAY_RIGHT || way == TL_WAY_DOWN ? 1 : -1;
    double ahead = (across ? to.x - from.x : to.y - from.y) * sign;
    double aside = fabs (across ? to.y - from.y : to.x - from.x);

    if (ahead > 1 && ahead + ASIDE * aside < least) {
      least = ahead + ASIDE * aside;
      nearest = scene->steps[i].id;
    }
  }
  return nearest;
}

/* The connector to the next step in the flow (backward: from the one before): flow
 * before support, then the one whose other end is least aside. */
static const TlConnector *
next_connector (TlEditor *editor,
                TlId      step,
                gboolean  backward)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlScene *scene = tl_editor_get_scene (editor);
  const TlSceneStep *here = tl_scene_step (scene, step);
  const TlConnector *best = NULL;
  double least = INFINITY;

  for (guint i = 0; here != NULL && i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    const TlSceneStep *other =
      tl_scene_step (scene, backward ? connector->from : connector->to);
    double aside;

    if ((backward ? connector->to : connector->from) != step || other == NULL)
      continue;
    aside = fabs (other->box.y - here->box.y) + (connector->kind == TL_CONNECTOR_FLOW ? 0 : 1e6);
    if (aside < least) {
      least = aside;
      best = connector;
    }
  }
  return best;
}

/* The step that stands for what is selected. */
static TlId
standing_at (TlEditor *editor)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlId id = tl_selection_get_last (tl_editor_get_selection (editor));
  const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, id);

  return failure != NULL ? failure->at : id;
}

static gboolean
go_to (TlEditor *editor,
       TlId      id)
{
  if (id == TL_ID_NONE)
    return FALSE;
  tl_selection_set_one (tl_editor_get_selection (editor), id);
  return TRUE;
}

gboolean
tl_command_walk_flow (TlEditor *editor,
                      TlWay     way)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlId id = standing_at (editor);
  const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, id);
  gboolean backward = way == TL_WAY_LEFT;

  if (way == TL_WAY_UP || way == TL_WAY_DOWN)
    return tl_command_walk (editor, way);
  if (connector != NULL)
    return go_to (editor, backward ? connector->from : connector->to);
  if (TL_CHART_GET (chart, STEP, TlStep, id) == NULL)
    return go_to (editor, first_step (editor));
  connector = next_connector (editor, id, backward);
  return connector != NULL && go_to (editor, connector->head.id);
}

gboolean
tl_command_walk (TlEditor *editor,
                 TlWay     way)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlId id = standing_at (editor);
  const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, id);
  gboolean backward = way == TL_WAY_LEFT;

  if (connector != NULL)
    return go_to (editor, backward || way == TL_WAY_UP ? connector->from : connector->to);
  if (TL_CHART_GET (chart, STEP, TlStep, id) == NULL)
    return go_to (editor, first_step (editor));
  if (backward || way == TL_WAY_RIGHT) {
    connector = next_connector (editor, id, backward);
    if (connector != NULL)
      return go_to (editor, backward ? connector->from : connector->to);
  }
  return go_to (editor, nearest_step (tl_editor_get_scene (editor), id, way));
}
