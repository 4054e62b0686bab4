/* test-sheets.c - scenes cut for paper: tiles to glue, strips to read. */
#include <math.h>

#include "chart-maker.h"
#include "plain-measure.h"

#include "layout/layout.h"
#include "layout/sheets.h"
#include "layout/strips.h"

#define NEAR 1e-6

typedef struct {
  const char *path;
  guint       n_steps, n_lanes;
  double      width, height, less, overlap;
} Row;

/* Chart units: A4 lying and upright, A3. */
static const Row rows[] = {
  { "a4-lying", 25, 5, 1026, 697, 30, 37 },
  { "a4-upright", 60, 5, 697, 1026, 60, 37 },
  { "a3", 200, 12, 1490, 1026, 80, 37 },
  { "many-lanes", 120, 12, 697, 500, 0, 20 },
  { "one-sheet", 5, 2, 9000, 9000, 0, 37 },
  { "no-overlap", 80, 4, 800, 600, 0, 0 },
};

typedef struct {
  TlChart        *chart;
  TlPlainMeasure *plain;
  TlLayout       *layout;
  const TlScene  *scene;
} Drawing;

static void
drawing_open (Drawing   *d,
              const Row *row)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (row->n_steps);

  plan.n_lanes = row->n_lanes;
  d->chart = tl_chart_make (&plan);
  d->plain = tl_plain_measure_new ();
  d->layout = tl_layout_new (d->chart, tl_plain_measure (d->plain), &TL_LAYOUT_OPTIONS_FULL);
  d->scene = tl_layout_scene (d->layout);
}

static void
drawing_close (Drawing *d)
{
  tl_layout_free (d->layout);
  tl_plain_measure_free (d->plain);
  tl_chart_free (d->chart);
}

static gboolean
holds (TlBox outer,
       TlBox inner)
{
  return inner.x >= outer.x - NEAR && inner.y >= outer.y - NEAR &&
         inner.x + inner.w <= outer.x + outer.w + NEAR &&
         inner.y + inner.h <= outer.y + outer.h + NEAR;
}

static double
area (TlBox box)
{
  return box.w * box.h;
}

static void
assert_whole_on_one (GArray *sheets,
                     TlBox   box)
{
  guint n = 0;

  for (guint i = 0; i < sheets->len; i++)
    n += holds (g_array_index (sheets, TlSheet, i).shown, box);
  g_assert_cmpuint (n, >=, 1);
}

static void
test_tiles (gconstpointer data)
{
  const Row *row = data;
  const TlSheetSize size = { row->width, row->height, row->less, row->overlap };
  g_autoptr (GArray) sheets = NULL;
  Drawing d;
  double sum = 0;

  drawing_open (&d, row);
  sheets = tl_sheets_tile (d.scene, &size);
  for (guint i = 0; i < sheets->len; i++) {
    const TlSheet *sheet = &g_array_index (sheets, TlSheet, i);
    double names = sheet->column > 0 ? d.scene->grid.x - d.scene->page.x : 0;

    sum += area (sheet->own);
    g_assert_true (holds (d.scene->page, sheet->shown));
    g_assert_true (holds (sheet->shown, sheet->own));
    g_assert_cmpfloat (sheet->shown.w + names, <=, row->width + NEAR);
    g_assert_cmpfloat (sheet->shown.h + sheet->phases.h + (sheet->row == 0 ? row->less : 0), <=,
                       row->height + NEAR);
    g_assert_true (sheet->row == 0 || sheet->phases.h > 0);
    for (guint k = 0; k < i; k++)
      g_assert_false (tl_box_overlaps (tl_box_grow (sheet->own, -NEAR),
                                       g_array_index (sheets, TlSheet, k).own));
  }
  g_assert_cmpfloat (fabs (sum - area (d.scene->page)), <, 1e-3);
  for (guint i = 0; i < d.scene->n_steps; i++)
    assert_whole_on_one (sheets, d.scene->steps[i].box);
  for (guint i = 0; i < d.scene->n_evidence; i++)
    assert_whole_on_one (sheets, d.scene->evidence[i].box);
  for (guint i = 0; i < d.scene->n_phases; i++)
    assert_whole_on_one (sheets, d.scene->phases[i].name.box);
  drawing_close (&d);
}

static gboolean
is_kept (const TlStrip *strip,
         double         y0,
         double         y1)
{
  for (guint i = 0; i < strip->n_slices; i++) {
    if (y0 >= strip->slices[i].y0 - NEAR && y1 <= strip->slices[i].y1 + NEAR)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_beside (const TlStrip *strip,
           TlBox          box)
{
  return box.x >= strip->x1 || box.x + box.w <= strip->x0;
}

static void
assert_slices (const Drawing *d,
               const TlStrip *strip)
{
  double height = 0;

  for (guint i = 0; i < strip->n_slices; i++) {
    height += strip->slices[i].y1 - strip->slices[i].y0;
    g_assert_cmpfloat (strip->slices[i].y1, >, strip->slices[i].y0);
    g_assert_true (i == 0 || strip->slices[i].y0 > strip->slices[i - 1].y1);
  }
  g_assert_cmpfloat (fabs (height - strip->height), <, NEAR);
  for (guint i = 0; i < d->scene->n_bands; i++) {
    TlBox box = d->scene->bands[i].box;

    g_assert_true (is_kept (strip, box.y, box.y + 2));
    g_assert_true (is_kept (strip, box.y + box.h - 2, box.y + box.h));
  }
  for (guint i = 0; i < d->scene->n_connectors; i++) {
    const TlSceneConnector *connector = &d->scene->connectors[i];
    const TlPoint *p = d->scene->points + connector->first_point;

    for (guint k = 0; k + 1 < connector->n_points; k++) {
      TlBox run = tl_box_from_corners (p[k], p[k + 1]);

      g_assert_true (p[k].y != p[k + 1].y || is_beside (strip, run) ||
                     is_kept (strip, run.y, run.y));
    }
  }
}

static void
test_strips (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GArray) strips = NULL;
  Drawing d;
  double x;

  drawing_open (&d, row);
  strips = tl_strips_new (d.scene, row->width);
  x = d.scene->grid.x;
  for (guint i = 0; i < strips->len; i++) {
    const TlStrip *strip = &g_array_index (strips, TlStrip, i);

    g_assert_cmpfloat (strip->x0, ==, x);
    g_assert_cmpfloat (strip->x1 - strip->x0, <=, row->width + NEAR);
    assert_slices (&d, strip);
    for (guint k = 0; k < d.scene->n_steps; k++) {
      TlBox box = d.scene->steps[k].box;

      /* Whole in one strip, or not in it at all. */
      g_assert_true (is_beside (strip, box) ||
                     (box.x >= strip->x0 && box.x + box.w <= strip->x1 &&
                      is_kept (strip, box.y, box.y + box.h)));
    }
    x = strip->x1;
  }
  g_assert_cmpfloat (fabs (x - d.scene->page.x - d.scene->page.w), <, NEAR);
  drawing_close (&d);
}

/* What is left out is left out: a strip of a long chart is lower than the chart. */
static void
test_left_out (void)
{
  const Row row = { NULL, 200, 12, 697, 0, 0, 0 };
  g_autoptr (GArray) strips = NULL;
  Drawing d;
  double lanes = 0;

  drawing_open (&d, &row);
  for (guint i = 0; i < d.scene->n_bands; i++)
    lanes += d.scene->bands[i].box.h;
  strips = tl_strips_new (d.scene, row.width);
  for (guint i = 0; i < strips->len; i++)
    g_assert_cmpfloat (g_array_index (strips, TlStrip, i).height, <, lanes * 0.8);
  drawing_close (&d);
}

static void
test_place (void)
{
  TlSlice slices[] = { { 10, 20 }, { 50, 80 } };
  const TlStrip strip = { 0, 100, slices, 2, 40 };
  const double places[][2] = {
    { 0, 0 }, { 10, 0 }, { 15, 5 }, { 20, 10 }, { 35, 10 }, { 50, 10 }, { 60, 20 }, { 90, 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpfloat (tl_strip_place (&strip, places[i][0]), ==, places[i][1]);
}

static void
test_code (void)
{
  const struct { guint row, column; const char *code; } codes[] = {
    { 0, 0, "A1" }, { 1, 2, "B3" }, { 25, 11, "Z12" }, { 26, 0, "AA1" }, { 27, 0, "AB1" },
    { 701, 0, "ZZ1" }, { 702, 0, "AAA1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    const TlSheet sheet = { .row = codes[i].row, .column = codes[i].column };
    g_autofree char *code = tl_sheet_code (&sheet);

    g_assert_cmpstr (code, ==, codes[i].code);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *tiles = g_strconcat ("/sheets/tiles/", rows[i].path, NULL);
    g_autofree char *strips = g_strconcat ("/sheets/strips/", rows[i].path, NULL);

    g_test_add_data_func (tiles, &rows[i], test_tiles);
    g_test_add_data_func (strips, &rows[i], test_strips);
  }
  g_test_add_func ("/sheets/strips/left-out", test_left_out);
  g_test_add_func ("/sheets/strips/place", test_place);
  g_test_add_func ("/sheets/code", test_code);
  return g_test_run ();
}
