/* scene.c - owning and searching a scene. */
#include "layout/scene.h"

void
tl_scene_free (TlScene *scene)
{
  if (scene == NULL)
    return;

  g_free (scene->phases);
  g_free (scene->bands);
  g_free (scene->lines);
  g_free (scene->evidence);
  g_free (scene->steps);
  g_free (scene->connectors);
  g_free (scene->points);
  g_free (scene->hops);
  g_free (scene->badges);
  g_free (scene->moods);
  g_free (scene->keys);
  g_free (scene);
}

const TlSceneStep *
tl_scene_step (const TlScene *scene,
               TlId           id)
{
  for (guint i = 0; id != TL_ID_NONE && i < scene->n_steps; i++) {
    if (scene->steps[i].id == id)
      return &scene->steps[i];
  }
  return NULL;
}

const TlSceneConnector *
tl_scene_connector (const TlScene *scene,
                    TlId           id)
{
  for (guint i = 0; id != TL_ID_NONE && i < scene->n_connectors; i++) {
    if (scene->connectors[i].id == id)
      return &scene->connectors[i];
  }
  return NULL;
}
