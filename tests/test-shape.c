/* test-shape.c - outlines stay inside their boxes, closed, with the whole box used. */
#include "layout/shape.h"

static TlBox
extent (const TlPath *path)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (guint i = 0; i < path->n; i++) {
    guint n = path->pieces[i].op == TL_PATH_CLOSE ? 0 : path->pieces[i].op == TL_PATH_CURVE ? 3 : 1;

    for (guint k = 0; k < n; k++) {
      x0 = MIN (x0, path->pieces[i].p[k].x);
      y0 = MIN (y0, path->pieces[i].p[k].y);
      x1 = MAX (x1, path->pieces[i].p[k].x);
      y1 = MAX (y1, path->pieces[i].p[k].y);
    }
  }
  return (TlBox) { x0, y0, x1 - x0, y1 - y0 };
}

static void
assert_fills (const TlPath *path,
              TlBox         box)
{
  TlBox is = extent (path);

  g_assert_cmpint (path->pieces[0].op, ==, TL_PATH_MOVE);
  g_assert_cmpint (path->pieces[path->n - 1].op, ==, TL_PATH_CLOSE);
  g_assert_cmpfloat_with_epsilon (is.x, box.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (is.y, box.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (is.w, box.w, 1e-9);
  g_assert_cmpfloat_with_epsilon (is.h, box.h, 1e-9);
}

/* Boxes of the usual size, very flat, very narrow, and of no size at all. */
static const TlBox boxes[] = {
  { 10, 20, 152, 68 }, { -5, -5, 152, 2 }, { 0, 0, 3, 400 }, { 7, 7, 0, 0 },
};

static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
    for (guint kind = TL_STEP_START; kind <= TL_STEP_END; kind++) {
      TlPath path = { 0 };
      TlBox inner = tl_shape_text_box (kind, boxes[i]);

      tl_shape_step (kind, boxes[i], &path);
      assert_fills (&path, boxes[i]);
      g_assert_cmpfloat (inner.x, >=, boxes[i].x);
      g_assert_cmpfloat (inner.w, >=, 0);
      g_assert_cmpfloat (inner.h, >=, 0);
      g_assert_cmpfloat (inner.x + inner.w, <=, boxes[i].x + boxes[i].w);
    }
  }
}

static void
test_others (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
    TlPath path;

    for (guint kind = TL_BADGE_FAILURE; kind <= TL_BADGE_WAIT; kind++) {
      path = (TlPath) { 0 };
      tl_shape_badge (kind, boxes[i], &path);
      assert_fills (&path, boxes[i]);
    }
    for (guint notched = 0; notched < 2; notched++) {
      path = (TlPath) { 0 };
      tl_shape_chevron (boxes[i], notched, &path);
      assert_fills (&path, boxes[i]);
    }
    path = (TlPath) { 0 };
    tl_shape_sheet (boxes[i], &path);
    assert_fills (&path, boxes[i]);
    path = (TlPath) { 0 };
    tl_shape_fold (boxes[i], &path);
    g_assert_cmpint (path.pieces[path.n - 1].op, !=, TL_PATH_CLOSE);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/steps", test_steps);
  g_test_add_func ("/shape/others", test_others);
  return g_test_run ();
}
