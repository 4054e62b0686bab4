/* test-layout.c - scenes of charts, small ones looked at closely, many measured. */
#include "chart-maker.h"
#include "charts.h"
#include "plain-measure.h"
#include "scene-check.h"

#include "layout/layout.h"

#include <string.h>

typedef struct {
  TlChart        *chart;
  TlPlainMeasure *plain;
  TlLayout       *layout;
  const TlScene  *scene;
} Drawing;

static void
drawing_open (Drawing *d,
              TlChart *chart)
{
  d->chart = chart;
  d->plain = tl_plain_measure_new ();
  d->layout = tl_layout_new (chart, tl_plain_measure (d->plain), NULL);
  d->scene = tl_layout_scene (d->layout);
}

static void
drawing_close (Drawing *d)
{
  tl_layout_free (d->layout);
  tl_plain_measure_free (d->plain);
  tl_chart_free (d->chart);
}

static const TlSceneConnector *
connector (const Drawing *d,
           const char    *name)
{
  const TlSceneConnector *found = tl_scene_connector (d->scene, tl_test_id (d->chart, name));

  g_assert_nonnull (found);
  return found;
}

static const TlSceneStep *
step (const Drawing *d,
      const char    *name)
{
  const TlSceneStep *found = tl_scene_step (d->scene, tl_test_id (d->chart, name));

  g_assert_nonnull (found);
  return found;
}

static void
measure_scene (const TlChart *chart,
               const TlScene *scene,
               const char    *what)
{
  g_autofree TlSceneEnds *ends = g_new0 (TlSceneEnds, scene->n_connectors + 1);
  TlSceneReport report;

  g_assert_cmpuint (scene->n_connectors, ==, tl_chart_n (chart, TL_RECORD_CONNECTOR));
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlConnector *record = TL_CHART_GET (chart, CONNECTOR, TlConnector,
                                              scene->connectors[i].id);

    ends[i] = (TlSceneEnds) { record->from, record->to };
  }
  tl_scene_check (scene, ends, &report);
  if (report.n_faults > 0)
    g_printerr ("%s:\n%s", what, report.story->str);
  g_assert_cmpuint (report.n_faults, ==, 0);
  tl_scene_report_clear (&report);
}

/* How a connector must look: its bends, the sides by which it leaves and arrives. */
static void
test_courses (void)
{
  const struct {
    const char *chart, *connector;
    guint bends;
    const char *sides;   /* of the first and the last run: R L T B */
  } rows[] = {
    { "C: a b\na>b", "a-b", 0, "RL" },
    { "C: a . . b\na>b", "a-b", 0, "RL" },                 /* straight over empty cells */
    { "C: a\nO: .\nS: b\na>b", "a-b", 0, "BT" },           /* straight across a lane */
    { "C: a\nO: b\nb>a", "b-a", 0, "TB" },
    { "C: a x b\na>x a>b x>b", "a-x", 0, "RL" },
    { "C: a x b\na>x a>b x>b", "a-b", 2, NULL },           /* round a step in between */
    { "C: a b c\na>b b>c c>a", "c-a", 2, "BB" },           /* rework by top or bottom */
    { "C: a\nO: x\nB: b\na>b", "a-b", 2, NULL },
    { "C: . b\nO: a( f{ d\nO2: . c\na>f f>b f>c", "f-b", 0, "TB" },   /* both ends of a bar */
    { "C: . b\nO: a( f{ d\nO2: . c\na>f f>b f>c", "f-c", 0, "BT" },
    { "C: . b\nO: a( f{ d\nO2: . c\na>f f>b f>c f>d", "f-d", 0, "RL" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Drawing d;
    const TlSceneConnector *c;

    drawing_open (&d, tl_test_chart (rows[i].chart));
    c = connector (&d, rows[i].connector);
    g_assert_cmpuint (c->n_points, ==, rows[i].bends + 2);
    if (rows[i].sides != NULL) {
      const TlPoint *p = d.scene->points + c->first_point;
      const TlPoint *q = p + c->n_points - 1;
      char out = p[1].x > p[0].x ? 'R' : p[1].x < p[0].x ? 'L' : p[1].y > p[0].y ? 'B' : 'T';
      char in = q[-1].x > q[0].x ? 'R' : q[-1].x < q[0].x ? 'L' : q[-1].y > q[0].y ? 'B' : 'T';

      g_assert_cmpint (out, ==, rows[i].sides[0]);
      g_assert_cmpint (in, ==, rows[i].sides[1]);
    }
    measure_scene (d.chart, d.scene, rows[i].chart);
    drawing_close (&d);
  }
}

static void
test_grid (void)
{
  Drawing d;

  drawing_open (&d, tl_test_chart ("C: a b | c\nC+: . x\nO: . y\na>b b>c b>x x>y"));
  g_assert_cmpfloat (step (&d, "a")->box.w, ==, 152);
  g_assert_cmpfloat (step (&d, "a")->box.h, ==, 68);
  g_assert_cmpfloat (step (&d, "a")->box.y, ==, step (&d, "c")->box.y);
  g_assert_cmpfloat (step (&d, "b")->box.x, ==, step (&d, "y")->box.x);
  g_assert_cmpfloat (step (&d, "b")->box.x - step (&d, "a")->box.x, ==, 208);
  g_assert_cmpuint (d.scene->n_phases, ==, 2);
  g_assert_cmpuint (d.scene->n_lines, ==, 1);
  g_assert_cmpint (d.scene->lines[0].kind, ==, TL_LINE_INTERACTION);
  measure_scene (d.chart, d.scene, "grid");
  drawing_close (&d);
}

/* One line where bands meet, the higher one when a band is missing. */
static void
test_lines (void)
{
  const struct {
    const char *chart;
    guint n;
    TlLineKind kinds[3];
  } rows[] = {
    { "C: a", 0, { 0 } },
    { "C: a\nC2: b", 0, { 0 } },
    { "C: a\nO: b\nB: c\nS: d", 3,
      { TL_LINE_INTERACTION, TL_LINE_VISIBILITY, TL_LINE_INTERNAL } },
    { "C: a\nS: d", 1, { TL_LINE_INTERACTION } },
    { "O: a\nS: d", 1, { TL_LINE_VISIBILITY } },
    { "C: a\nO: b\nO2: c\nS: d", 2, { TL_LINE_INTERACTION, TL_LINE_VISIBILITY } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Drawing d;

    drawing_open (&d, tl_test_chart (rows[i].chart));
    g_assert_cmpuint (d.scene->n_lines, ==, rows[i].n);
    for (guint k = 0; k < rows[i].n; k++)
      g_assert_cmpint (d.scene->lines[k].kind, ==, rows[i].kinds[k]);
    g_assert_cmpuint (d.scene->n_phases, ==, 0);   /* a single phase has no header */
    drawing_close (&d);
  }
}

/* The legend takes as many lines as a narrow chart leaves it. */
static void
test_legend (void)
{
  Drawing d;

  drawing_open (&d, tl_test_chart ("C: a( w~ e)\na>w w>e f!w r*f"));
  g_assert_cmpuint (d.scene->n_keys, ==, 3);
  for (guint i = 0; i < d.scene->n_keys; i++) {
    const TlSceneKey *key = &d.scene->keys[i];

    g_assert_cmpfloat (key->text.box.x + key->text.box.w, <=, d.scene->page.w);
    g_assert_cmpfloat (key->box.y + key->box.h, <=, d.scene->page.h);
    if (i > 0)
      g_assert_true (key->box.y > key[-1].box.y || key->box.x > key[-1].text.box.x);
  }
  drawing_close (&d);
}

static void
test_empty (void)
{
  g_autoptr (TlChart) chart = tl_chart_new ();
  g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_plain_measure (plain), NULL);
  const TlScene *scene = tl_layout_scene (layout);

  g_assert_cmpuint (scene->n_steps, ==, 0);
  g_assert_cmpuint (scene->n_bands, ==, 0);
  g_assert_cmpfloat (scene->page.w, >, 0);
}

/* Each step is found in its own cell, and its cell's box is its box. */
static void
test_cells (void)
{
  Drawing d;
  TlCell cell;
  TlBox last;

  drawing_open (&d, tl_test_chart ("C: a b | c\nC+: . x\nO: . y | . e\na>b b>c b>x x>y"));
  for (guint i = 0; i < d.scene->n_steps; i++) {
    const TlStep *record = TL_CHART_GET (d.chart, STEP, TlStep, d.scene->steps[i].id);
    TlBox box = d.scene->steps[i].box;
    TlPoint near = { box.x - 9, box.y + box.h + 9 };   /* still nearest to that cell */

    g_assert_true (tl_layout_cell_at (d.layout, near, &cell));
    g_assert_cmpuint (cell.lane, ==, record->lane);
    g_assert_cmpuint (cell.phase, ==, record->phase);
    g_assert_cmpint (cell.column, ==, record->column);
    g_assert_cmpint (cell.row, ==, record->row);
    g_assert_cmpfloat (tl_layout_cell_box (d.layout, &cell).x, ==, box.x);
    g_assert_cmpfloat (tl_layout_cell_box (d.layout, &cell).y, ==, box.y);
  }
  /* Beyond the last column and row the grid goes on. */
  last = tl_layout_cell_box (d.layout, &cell);
  cell.column++;
  g_assert_cmpfloat (tl_layout_cell_box (d.layout, &cell).x, >=, last.x + 152);
  cell.row++;
  g_assert_cmpfloat (tl_layout_cell_box (d.layout, &cell).y, >=, last.y + 68);
  cell.lane = TL_ID_NONE;
  g_assert_cmpfloat (tl_layout_cell_box (d.layout, &cell).w, ==, 0);
  g_assert_true (tl_layout_cell_at (d.layout, (TlPoint) { -1e6, 1e6 }, &cell));
  drawing_close (&d);
}

/* A service that is called what the chart is called is not named twice. */
static void
test_subtitle (void)
{
  static const struct {
    const char *title, *service, *segment, *subtitle;
  } rows[] = {
    { "Check-in", "Hotel stay", "Tourists", "Hotel stay \302\267 Tourists" },
    { "Check-in", "Check-in", "Tourists", "Tourists" },
    { "Check-in", "Check-in", "Check-in", "Check-in" },
    { "Check-in", "Check-in", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Drawing d;
    TlChartInfo *info;

    drawing_open (&d, tl_test_chart ("C: a( g)\na>g"));
    tl_chart_begin (d.chart, "Name");
    info = tl_chart_edit (d.chart, tl_chart_info (d.chart)->head.id);
    tl_text_set (&info->title, rows[i].title);
    tl_text_set (&info->service, rows[i].service);
    tl_text_set (&info->segment, rows[i].segment);
    tl_text_set (&info->scenario, NULL);
    info->tolerance = TL_NO_INT;
    tl_layout_touch (d.layout, &info->head.id, 1);
    d.scene = tl_layout_scene (d.layout);
    g_assert_cmpstr (d.scene->title.text->text, ==, rows[i].title);
    if (rows[i].subtitle == NULL)
      g_assert_null (d.scene->subtitle.text);
    else
      g_assert_cmpstr (d.scene->subtitle.text->text, ==, rows[i].subtitle);
    tl_chart_abort (d.chart);
    drawing_close (&d);
  }
}

/* Edits under way, which no commit would let pass, are drawn all the same. */
static void
test_half_finished (void)
{
  Drawing d;
  TlStep *b;

  drawing_open (&d, tl_test_chart ("C: a( b d? e) | g)\nO: . x\na>b b>d d>e@0.7 d>g@0.3 b>x f!b"));
  tl_chart_begin (d.chart, "Half an edit");
  b = tl_chart_edit (d.chart, tl_test_id (d.chart, "b"));

  b->column = 0;   /* on top of a */
  tl_layout_touch (d.layout, NULL, 0);
  g_assert_cmpuint (tl_layout_scene (d.layout)->n_steps, ==, 6);

  b->column = -3;
  b->row = 900;
  tl_layout_touch (d.layout, NULL, 0);
  g_assert_cmpfloat (tl_layout_scene (d.layout)->page.h, >, 900 * 68);

  b->lane = TL_ID_NONE;   /* nowhere: not drawn, nor its connectors */
  tl_layout_touch (d.layout, NULL, 0);
  g_assert_cmpuint (tl_layout_scene (d.layout)->n_steps, ==, 5);
  g_assert_cmpuint (tl_layout_scene (d.layout)->n_connectors, ==, 2);

  tl_chart_remove (d.chart, tl_test_id (d.chart, "d"));
  tl_layout_touch (d.layout, NULL, 0);
  g_assert_cmpuint (tl_layout_scene (d.layout)->n_connectors, ==, 0);
  tl_chart_abort (d.chart);
  drawing_close (&d);
}

static void
test_many (void)
{
  static const guint sizes[] = { 2, 5, 12, 25, 60, 150 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    for (guint seed = 1; seed <= 8; seed++) {
      TlChartPlan plan = TL_CHART_PLAN_USUAL (sizes[i]);
      g_autofree char *what = g_strdup_printf ("%u steps, seed %u", sizes[i], seed);
      Drawing d;

      plan.seed = seed;
      if (seed % 2 == 0) {
        plan.n_lanes = 1 + seed;
        plan.crowd_percent = 60;
        plan.long_percent = 40;
        plan.failure_every = 2;
        plan.decision_every = 4;
        plan.fork_every = 12;
        plan.back_percent = 50;
        plan.connectors = 1.6;
      }
      drawing_open (&d, tl_chart_make (&plan));
      measure_scene (d.chart, d.scene, what);
      drawing_close (&d);
    }
  }
}

/* The scene after an edit equals the scene of the same chart made anew. */
static void
test_touch (void)
{
  Drawing d;
  TlChartPlan plan = TL_CHART_PLAN_USUAL (60);
  g_autoptr (TlLayout) fresh = NULL;
  const TlScene *anew;
  g_autoptr (GError) error = NULL;
  guint asked;
  TlId id;

  drawing_open (&d, tl_chart_make (&plan));
  id = tl_chart_nth (d.chart, TL_RECORD_STEP, 7)->id;
  tl_chart_begin (d.chart, "Rename");
  tl_text_set (&((TlStep *) tl_chart_edit (d.chart, id))->label,
               "A much longer label that takes several lines of its box");
  tl_chart_commit (d.chart, &error);
  g_assert_no_error (error);

  asked = tl_plain_measure_count (d.plain);
  tl_layout_touch (d.layout, &id, 1);
  d.scene = tl_layout_scene (d.layout);
  asked = tl_plain_measure_count (d.plain) - asked;
  fresh = tl_layout_new (d.chart, tl_plain_measure (d.plain), NULL);
  anew = tl_layout_scene (fresh);

  g_assert_cmpuint (anew->n_points, ==, d.scene->n_points);
  for (guint i = 0; i < anew->n_points; i++) {
    g_assert_cmpfloat (anew->points[i].x, ==, d.scene->points[i].x);
    g_assert_cmpfloat (anew->points[i].y, ==, d.scene->points[i].y);
  }
  for (guint i = 0; i < anew->n_steps; i++)
    g_assert_true (anew->steps[i].label.text == d.scene->steps[i].label.text);
  g_assert_cmpuint (asked, <, 100);   /* the other labels are not measured again */
  drawing_close (&d);
}

/* An exit shows its answer and share; marks come only with what needs them. */
static void
test_exits (void)
{
  static const struct {
    const char *label, *shown;
  } cases[] = {
    { NULL, "70\302\240%" },
    { "yes", "yes 70\302\240%" },
    { "Größe ≥ 4", "Größe ≥ 4 70\302\240%" },
    { "谢谢", "谢谢 70\302\240%" },
    { "\330\271\331\205", "\342\201\250\330\271\331\205\342\201\251 70\302\240%" },
    { "OK \327\233\327\237", "\342\201\250OK \327\233\327\237\342\201\251 70\302\240%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    TlChart *chart = tl_test_chart ("C: a( d? e)\nO: . . f)\na>d d>e@0.7 d>f@0.3");
    TlConnector *exit;
    Drawing d;

    tl_chart_begin (chart, "Answer");
    exit = tl_chart_edit (chart, tl_test_id (chart, "d-e"));
    tl_text_set (&exit->label, cases[i].label);
    tl_chart_settle (chart);
    drawing_open (&d, chart);
    g_assert_cmpstr (connector (&d, "d-e")->label.text->text, ==, cases[i].shown);
    drawing_close (&d);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/courses", test_courses);
  g_test_add_func ("/layout/grid", test_grid);
  g_test_add_func ("/layout/lines", test_lines);
  g_test_add_func ("/layout/exits", test_exits);
  g_test_add_func ("/layout/legend", test_legend);
  g_test_add_func ("/layout/empty", test_empty);
  g_test_add_func ("/layout/cells", test_cells);
  g_test_add_func ("/layout/subtitle", test_subtitle);
  g_test_add_func ("/layout/half-finished", test_half_finished);
  g_test_add_func ("/layout/many", test_many);
  g_test_add_func ("/layout/touch", test_touch);
  return g_test_run ();
}
