/* pick.c - what is at a point of a scene, or inside a box. */
#include "layout/pick.h"

#include "layout/shape.h"

/* Straight pieces that a curve is taken for. */
#define CURVE_STEPS 8

static TlPoint
curve_point (TlPoint a,
             const TlPoint p[3],
             double  t)
{
  double s = 1 - t;
  double k0 = s * s * s, k1 = 3 * s * s * t, k2 = 3 * s * t * t, k3 = t * t * t;

  return (TlPoint) { k0 * a.x + k1 * p[0].x + k2 * p[1].x + k3 * p[2].x,
                     k0 * a.y + k1 * p[0].y + k2 * p[1].y + k3 * p[2].y };
}

/* Whether a ray from @point to the right meets the piece from @a to @b. */
static gboolean
ray_meets (TlPoint point,
           TlPoint a,
           TlPoint b)
{
  if ((a.y > point.y) == (b.y > point.y))
    return FALSE;
  return point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x);
}

static gboolean
path_contains (const TlPath *path,
               TlPoint       point)
{
  TlPoint start = { 0, 0 }, at = { 0, 0 };
  gboolean inside = FALSE;

  for (guint i = 0; i < path->n; i++) {
    const TlPathPiece *piece = &path->pieces[i];
    TlPoint from = at;

    switch (piece->op) {
    case TL_PATH_MOVE:
      start = at = piece->p[0];
      break;
    case TL_PATH_LINE:
      at = piece->p[0];
      inside ^= ray_meets (point, from, at);
      break;
    case TL_PATH_CURVE:
      for (guint k = 1; k <= CURVE_STEPS; k++) {
        TlPoint next = curve_point (from, piece->p, (double) k / CURVE_STEPS);

        inside ^= ray_meets (point, at, next);
        at = next;
      }
      break;
    case TL_PATH_CLOSE:
    default:
      inside ^= ray_meets (point, at, start);
      at = start;
      break;
    }
  }
  return inside;
}

static gboolean
shape_contains (const TlSceneStep *step,
                TlPoint            point)
{
  TlPath path = { 0 };

  tl_shape_step (step->kind, step->box, &path);
  return path_contains (&path, point);
}

static gboolean
step_is_at (const TlSceneStep *step,
            TlPoint            point,
            double             slack)
{
  /* A bar is thin: let it be hit like a line. */
  if (step->kind == TL_STEP_FORK || step->kind == TL_STEP_JOIN)
    return tl_box_contains (tl_box_grow (step->box, slack), point) ||
           (step->label.text != NULL && tl_box_contains (step->label.box, point));
  return tl_box_contains (step->box, point) && shape_contains (step, point);
}

static gboolean
connector_is_at (const TlScene          *scene,
                 const TlSceneConnector *connector,
                 TlPoint                 point,
                 double                  slack)
{
  const TlPoint *points = &scene->points[connector->first_point];

  if (!tl_box_contains (tl_box_grow (connector->bounds, slack), point))
    return FALSE;
  for (guint i = 0; i + 1 < connector->n_points; i++) {
    if (tl_box_contains (tl_box_grow (tl_box_from_corners (points[i], points[i + 1]), slack),
                         point))
      return TRUE;
  }
  return FALSE;
}

static TlPick
pick_band (const TlScene *scene,
           TlPoint        point)
{
  for (guint i = 0; i < scene->n_phases; i++) {
    if (tl_box_contains (scene->phases[i].box, point))
      return (TlPick) { TL_PICK_PHASE, scene->phases[i].id, i };
  }
  for (guint i = 0; i < scene->n_bands; i++) {
    if (scene->bands[i].kind == TL_SCENE_LANE && tl_box_contains (scene->bands[i].box, point))
      return (TlPick) { TL_PICK_LANE, scene->bands[i].id, i };
  }
  return (TlPick) { TL_PICK_NOTHING, TL_ID_NONE, 0 };
}

TlPick
tl_pick_point (const TlScene *scene,
               TlPoint        point,
               double         slack)
{
  for (guint i = scene->n_badges; i > 0; i--) {
    if (tl_box_contains (scene->badges[i - 1].box, point))
      return (TlPick) { TL_PICK_BADGE, scene->badges[i - 1].id, i - 1 };
  }
  for (guint i = scene->n_connectors; i > 0; i--) {
    if (scene->connectors[i - 1].label.text != NULL &&
        tl_box_contains (scene->connectors[i - 1].label_box, point))
      return (TlPick) { TL_PICK_CONNECTOR, scene->connectors[i - 1].id, i - 1 };
  }
  for (guint i = scene->n_steps; i > 0; i--) {
    if (step_is_at (&scene->steps[i - 1], point, slack))
      return (TlPick) { TL_PICK_STEP, scene->steps[i - 1].id, i - 1 };
  }
  for (guint i = scene->n_connectors; i > 0; i--) {
    if (connector_is_at (scene, &scene->connectors[i - 1], point, slack))
      return (TlPick) { TL_PICK_CONNECTOR, scene->connectors[i - 1].id, i - 1 };
  }
  for (guint i = scene->n_evidence; i > 0; i--) {
    if (tl_box_contains (scene->evidence[i - 1].box, point))
      return (TlPick) { TL_PICK_EVIDENCE, scene->evidence[i - 1].step, i - 1 };
  }
  return pick_band (scene, point);
}

static gboolean
holds (TlBox outer,
       TlBox inner)
{
  return tl_box_contains (outer, (TlPoint) { inner.x, inner.y }) &&
         tl_box_contains (outer, (TlPoint) { inner.x + inner.w, inner.y + inner.h });
}

void
tl_pick_box (const TlScene *scene,
             TlBox          box,
             GArray        *ids)
{
  for (guint i = 0; i < scene->n_steps; i++) {
    if (holds (box, scene->steps[i].box))
      g_array_append_val (ids, scene->steps[i].id);
  }
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlSceneConnector *connector = &scene->connectors[i];
    gboolean all = connector->n_points > 0;

    for (guint k = 0; k < connector->n_points && all; k++)
      all = tl_box_contains (box, scene->points[connector->first_point + k]);
    if (all)
      g_array_append_val (ids, connector->id);
  }
}
