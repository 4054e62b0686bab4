/* test-pick.c - what is found at a point, and in a box. */
#include "charts.h"
#include "plain-measure.h"

#include "layout/layout.h"
#include "layout/pick.h"

typedef struct {
  TlChart        *chart;
  TlPlainMeasure *plain;
  TlLayout       *layout;
  const TlScene  *scene;
} Drawing;

static void
set_up (Drawing       *d,
        gconstpointer  data G_GNUC_UNUSED)
{
  d->chart = tl_test_chart ("C: a( b d? e) | g)\nO: . x\na>b b>d d>e@0.7 d>g@0.3 b>x f!b r*f");
  d->plain = tl_plain_measure_new ();
  d->layout = tl_layout_new (d->chart, tl_plain_measure (d->plain), NULL);
  d->scene = tl_layout_scene (d->layout);
}

static void
tear_down (Drawing       *d,
           gconstpointer  data G_GNUC_UNUSED)
{
  tl_layout_free (d->layout);
  tl_plain_measure_free (d->plain);
  tl_chart_free (d->chart);
}

static void
assert_pick (const Drawing *d,
             TlPoint        point,
             TlPickKind     kind,
             TlId           id)
{
  TlPick pick = tl_pick_point (d->scene, point, 4);

  g_assert_cmpint (pick.kind, ==, kind);
  g_assert_cmpuint (pick.id, ==, id);
}

static void
test_shapes (Drawing       *d,
             gconstpointer  data G_GNUC_UNUSED)
{
  for (guint i = 0; i < d->scene->n_steps; i++)
    assert_pick (d, tl_box_centre (d->scene->steps[i].box), TL_PICK_STEP, d->scene->steps[i].id);
  for (guint i = 0; i < d->scene->n_badges; i++)
    assert_pick (d, tl_box_centre (d->scene->badges[i].box), TL_PICK_BADGE,
                 d->scene->badges[i].id);
  {
    /* The corner of a pill's box is not the pill. */
    TlBox pill = tl_scene_step (d->scene, tl_test_id (d->chart, "a"))->box;
    TlPick pick = tl_pick_point (d->scene, (TlPoint) { pill.x + 2, pill.y + 2 }, 0);

    g_assert_cmpint (pick.kind, ==, TL_PICK_LANE);
  }
  assert_pick (d, tl_box_centre (d->scene->phases[1].box), TL_PICK_PHASE, d->scene->phases[1].id);
  assert_pick (d, (TlPoint) { -5, -5 }, TL_PICK_NOTHING, TL_ID_NONE);
}

static void
test_connectors (Drawing       *d,
                 gconstpointer  data G_GNUC_UNUSED)
{
  const TlSceneConnector *c = tl_scene_connector (d->scene, tl_test_id (d->chart, "a-b"));
  TlPoint a = d->scene->points[c->first_point], b = d->scene->points[c->first_point + 1];
  TlPoint middle = { (a.x + b.x) / 2, a.y };

  assert_pick (d, middle, TL_PICK_CONNECTOR, c->id);
  middle.y += 3;
  assert_pick (d, middle, TL_PICK_CONNECTOR, c->id);
  middle.y += 9;
  g_assert_cmpint (tl_pick_point (d->scene, middle, 4).kind, ==, TL_PICK_LANE);

  c = tl_scene_connector (d->scene, tl_test_id (d->chart, "d-e"));
  assert_pick (d, tl_box_centre (c->label_box), TL_PICK_CONNECTOR, c->id);
}

static void
test_box (Drawing       *d,
          gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  TlBox a = tl_scene_step (d->scene, tl_test_id (d->chart, "a"))->box;
  TlBox b = tl_scene_step (d->scene, tl_test_id (d->chart, "b"))->box;

  tl_pick_box (d->scene, tl_box_grow (a, -1), ids);
  g_assert_cmpuint (ids->len, ==, 0);   /* not whole */
  tl_pick_box (d->scene, tl_box_grow (tl_box_union (a, b), 2), ids);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpuint (g_array_index (ids, TlId, 0), ==, tl_test_id (d->chart, "a"));
  g_assert_cmpuint (g_array_index (ids, TlId, 1), ==, tl_test_id (d->chart, "b"));
  g_assert_cmpuint (g_array_index (ids, TlId, 2), ==, tl_test_id (d->chart, "a-b"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pick/shapes", Drawing, NULL, set_up, test_shapes, tear_down);
  g_test_add ("/pick/connectors", Drawing, NULL, set_up, test_connectors, tear_down);
  g_test_add ("/pick/box", Drawing, NULL, set_up, test_box, tear_down);
  return g_test_run ();
}
