/* test-geometry.c - boxes, runs and outlines. */
#include "geometry/path.h"

static void
test_overlap (void)
{
  const struct {
    TlBox a, b;
    gboolean overlaps;
  } rows[] = {
    { { 0, 0, 10, 10 }, { 5, 5, 10, 10 }, TRUE },
    { { 0, 0, 10, 10 }, { 10, 0, 10, 10 }, FALSE },   /* edges that touch */
    { { 0, 0, 10, 10 }, { 2, 2, 2, 2 }, TRUE },
    { { 0, 0, 10, 10 }, { 0, 11, 10, 10 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpint (tl_box_overlaps (rows[i].a, rows[i].b), ==, rows[i].overlaps);
    g_assert_cmpint (tl_box_overlaps (rows[i].b, rows[i].a), ==, rows[i].overlaps);
  }
}

static void
test_cut_by_run (void)
{
  const TlBox box = { 10, 10, 20, 20 };
  const struct {
    TlPoint a, b;
    gboolean cut;
  } rows[] = {
    { { 0, 20 }, { 40, 20 }, TRUE },
    { { 40, 20 }, { 0, 20 }, TRUE },
    { { 0, 10 }, { 40, 10 }, FALSE },   /* along the upper edge */
    { { 20, 0 }, { 20, 10 }, FALSE },   /* ends on it */
    { { 20, 0 }, { 20, 11 }, TRUE },
    { { 9, 0 }, { 9, 40 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tl_box_cut_by_run (box, rows[i].a, rows[i].b), ==, rows[i].cut);
}

static void
test_union_and_grow (void)
{
  TlBox all = tl_box_union ((TlBox) { 0, 0, 1, 1 }, (TlBox) { 5, -3, 2, 2 });

  g_assert_cmpfloat (all.x, ==, 0);
  g_assert_cmpfloat (all.y, ==, -3);
  g_assert_cmpfloat (all.w, ==, 7);
  g_assert_cmpfloat (all.h, ==, 4);
  all = tl_box_grow (all, -10);
  g_assert_cmpfloat (all.w, ==, 0);   /* never negative */
  g_assert_cmpfloat (all.h, ==, 0);
}

static void
test_rounded_is_closed (void)
{
  TlPath path = { 0 };

  tl_path_rounded (&path, (TlBox) { 0, 0, 30, 10 }, 50);   /* radius limited to half */
  g_assert_cmpuint (path.n, ==, 10);
  g_assert_cmpint (path.pieces[0].op, ==, TL_PATH_MOVE);
  g_assert_cmpfloat (path.pieces[0].p[0].x, ==, 5);
  g_assert_cmpint (path.pieces[9].op, ==, TL_PATH_CLOSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/overlap", test_overlap);
  g_test_add_func ("/geometry/cut-by-run", test_cut_by_run);
  g_test_add_func ("/geometry/union-and-grow", test_union_and_grow);
  g_test_add_func ("/geometry/rounded-is-closed", test_rounded_is_closed);
  return g_test_run ();
}
