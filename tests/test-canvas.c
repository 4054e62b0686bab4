/* test-canvas.c - what the canvas works out, without a display. */
#include "app/selection.h"
#include "app/viewport.h"

#include <math.h>

static const TlViewport plain = {
  .zoom = 1.0, .width = 800, .height = 600, .page = { 0, 0, 2000, 1500 },
};

#define ASSERT_NEAR(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 1e-6)

static void
test_zoom_about_pointer (void)
{
  TlViewport view = plain;

  view.x = 300;
  view.y = 200;
  for (int i = 0; i < 12; i++) {
    const double zooms[] = { 1.15, 2.0, 0.9, 1.7, 3.9, 1.2, 0.95, 1.0, 1.3, 2.2, 1.1, 1.0 };
    TlPoint before = tl_viewport_to_chart (&view, 410, 290);
    TlPoint after;

    view = tl_viewport_zoomed (view, zooms[i], 410, 290);
    after = tl_viewport_to_chart (&view, 410, 290);
    ASSERT_NEAR (view.zoom, zooms[i]);
    ASSERT_NEAR (before.x, after.x);
    ASSERT_NEAR (before.y, after.y);
  }
}

static void
test_zoom_limits (void)
{
  ASSERT_NEAR (tl_viewport_zoomed (plain, 0.0001, 0, 0).zoom, TL_ZOOM_MIN);
  ASSERT_NEAR (tl_viewport_zoomed (plain, 1000, 0, 0).zoom, TL_ZOOM_MAX);
}

static void
test_clamped (void)
{
  const struct {
    double x, y, want_x, want_y;
  } rows[] = {
    { -50, -1, 0, 0 },
    { 5000, 5000, 1200, 900 },
    { 10, 20, 10, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlViewport view = plain;

    view.x = rows[i].x;
    view.y = rows[i].y;
    view = tl_viewport_clamped (view);
    ASSERT_NEAR (view.x, rows[i].want_x);
    ASSERT_NEAR (view.y, rows[i].want_y);
  }
}

/* A page smaller than the view keeps to the top left. */
static void
test_small_page (void)
{
  TlViewport view = plain;

  view.page = (TlBox) { 0, 0, 100, 50 };
  view.x = 40;
  view = tl_viewport_clamped (view);
  ASSERT_NEAR (view.x, 0);
  ASSERT_NEAR (view.y, 0);
}

static void
test_fit (void)
{
  TlViewport view = tl_viewport_fitted (plain);

  ASSERT_NEAR (view.zoom, 0.4);
  g_assert_cmpfloat (tl_viewport_full_width (&view), <=, view.width);
  g_assert_cmpfloat (tl_viewport_full_height (&view), <=, view.height);

  view.page = (TlBox) { 0, 0, 100, 50 };
  ASSERT_NEAR (tl_viewport_fitted (view).zoom, 1.0);   /* never blown up */
  view.page = (TlBox) { 0, 0, 0, 0 };
  ASSERT_NEAR (tl_viewport_fitted (view).zoom, 1.0);
}

/* A chart opens whole where its labels can still be read, else at its beginning. */
static void
test_opening (void)
{
  const struct { double w, h, zoom; } rows[] = {
    { 100, 50, 1.0 }, { 1000, 800, 0.8 }, { 2000, 1500, 0.75 }, { 100000, 600, 0.75 }, { 0, 0, 1.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlViewport view = { 2.0, 300, 200, 800, 640, { 0, 0, rows[i].w, rows[i].h } };

    view = tl_viewport_opening (view);
    ASSERT_NEAR (view.zoom, rows[i].zoom);
    ASSERT_NEAR (view.x, 0);
    ASSERT_NEAR (view.y, 0);
  }
}

static void
test_reveal (void)
{
  const TlBox boxes[] = {
    { 1800, 1400, 100, 60 }, { 150, 40, 100, 60 }, { 900, 700, 100, 60 }, { 1000, 100, 900, 900 },
  };
  TlViewport view = plain;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
    TlBox at;

    view = tl_viewport_revealing (view, boxes[i], 120, 40);
    at = tl_viewport_box (&view, boxes[i]);
    g_assert_cmpfloat (at.x, >=, view.x > 0 ? 120 : 0);
    g_assert_cmpfloat (at.y, >=, view.y > 0 ? 40 : 0);
    if (boxes[i].w < 600)
      g_assert_cmpfloat (at.x + at.w, <=, view.width);
    if (boxes[i].h < 500)
      g_assert_cmpfloat (at.y + at.h, <=, view.height);
  }
}

/* What is in view already does not move. */
static void
test_reveal_still (void)
{
  TlViewport view = plain, after;

  view.x = 400;
  view.y = 300;
  after = tl_viewport_revealing (view, (TlBox) { 700, 500, 152, 68 }, 120, 40);
  ASSERT_NEAR (after.x, view.x);
  ASSERT_NEAR (after.y, view.y);
}

static void
test_zoom_steps (void)
{
  double zoom = TL_ZOOM_MIN;
  guint n = 0;

  while (zoom < TL_ZOOM_MAX && n++ < 100) {
    double next = tl_zoom_step (zoom, 1);

    g_assert_cmpfloat (next, >, zoom);
    ASSERT_NEAR (tl_zoom_step (next, -1), zoom);
    zoom = next;
  }
  ASSERT_NEAR (zoom, TL_ZOOM_MAX);
  ASSERT_NEAR (tl_zoom_step (TL_ZOOM_MAX, 1), TL_ZOOM_MAX);
  ASSERT_NEAR (tl_zoom_step (TL_ZOOM_MIN, -1), TL_ZOOM_MIN);
  ASSERT_NEAR (tl_zoom_step (0.4, 1), 0.5);
}

static void
count_cb (TlSelection *selection,
          guint       *n)
{
  (*n)++;
}

static void
test_selection (void)
{
  g_autoptr (TlSelection) selection = tl_selection_new ();
  const TlId ids[] = { 4, 7, 4, TL_ID_NONE, 9 };
  guint n = 0;

  g_signal_connect (selection, "changed", G_CALLBACK (count_cb), &n);
  tl_selection_set (selection, ids, G_N_ELEMENTS (ids));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (tl_selection_get_n (selection), ==, 3);
  g_assert_cmpuint (tl_selection_get_last (selection), ==, 9);
  tl_selection_set (selection, ids, G_N_ELEMENTS (ids));
  g_assert_cmpuint (n, ==, 1);   /* the same again is no change */
  tl_selection_toggle (selection, 7);
  g_assert_false (tl_selection_contains (selection, 7));
  tl_selection_toggle (selection, 7);
  g_assert_cmpuint (tl_selection_get_last (selection), ==, 7);
  tl_selection_set_one (selection, TL_ID_NONE);
  g_assert_cmpuint (tl_selection_get_n (selection), ==, 0);
  g_assert_cmpuint (tl_selection_get_last (selection), ==, TL_ID_NONE);
  g_assert_cmpuint (n, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/zoom/about-pointer", test_zoom_about_pointer);
  g_test_add_func ("/canvas/zoom/limits", test_zoom_limits);
  g_test_add_func ("/canvas/zoom/steps", test_zoom_steps);
  g_test_add_func ("/canvas/scroll/clamped", test_clamped);
  g_test_add_func ("/canvas/scroll/small-page", test_small_page);
  g_test_add_func ("/canvas/fit", test_fit);
  g_test_add_func ("/canvas/opening", test_opening);
  g_test_add_func ("/canvas/reveal/shows", test_reveal);
  g_test_add_func ("/canvas/reveal/still", test_reveal_still);
  g_test_add_func ("/selection/changes", test_selection);
  return g_test_run ();
}
