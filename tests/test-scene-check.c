/* test-scene-check.c - each fault is found in a scene made by hand, and none in clean ones. */
#include "scene-check.h"

#include <string.h>

#define MOST 16

/* A scene small enough to be arrays on the stack. */
typedef struct {
  TlScene          scene;
  TlSceneStep      steps[MOST];
  TlSceneConnector connectors[MOST];
  TlSceneBadge     badges[MOST];
  TlSceneEvidence  evidence[MOST];
  TlSceneLine      lines[MOST];
  TlPoint          points[8 * MOST], hops[MOST];
  TlSceneEnds      ends[MOST];
} Drawing;

static const TlTextLine word_lines[] = { { 0, 4, 40, FALSE } };
static const TlText word = { "word", TL_TEXT_STEP, 0, 40, 14, 14, 11, 1, word_lines };
static const TlTextLine short_lines[] = { { 0, 2, 20, FALSE } };
static const TlText cut = { "word", TL_TEXT_STEP, 0, 20, 14, 14, 11, 1, short_lines };

static void
drawing_init (Drawing *d)
{
  memset (d, 0, sizeof *d);
  d->scene = (TlScene) {
    .page = { 0, 0, 1000, 1000 }, .steps = d->steps, .connectors = d->connectors,
    .badges = d->badges, .evidence = d->evidence, .lines = d->lines, .points = d->points,
    .hops = d->hops,
  };
}

static void
add_step (Drawing   *d,
          TlStepKind kind,
          double     x,
          double     y)
{
  TlBox box = { x, y, 100, 60 };

  d->steps[d->scene.n_steps] = (TlSceneStep) {
    .id = d->scene.n_steps + 1, .kind = kind, .box = box,
    .label = { &word, tl_box_grow (box, -10), TL_ALIGN_CENTRE },
  };
  d->scene.n_steps++;
}

/* @points ends with a point of negative x. */
static void
add_connector (Drawing       *d,
               TlId           from,
               TlId           to,
               const TlPoint *points)
{
  TlSceneConnector *connector = &d->connectors[d->scene.n_connectors];

  connector->id = 100 + d->scene.n_connectors;
  connector->first_point = d->scene.n_points;
  for (guint i = 0; points[i].x >= 0; i++, connector->n_points++)
    d->points[d->scene.n_points++] = points[i];
  connector->first_hop = d->scene.n_hops;
  d->ends[d->scene.n_connectors++] = (TlSceneEnds) { from, to };
}

#define ROUTE(...) ((const TlPoint[]) { __VA_ARGS__, { -1, -1 } })

static void
add_label (Drawing *d,
           TlBox    box)
{
  TlSceneConnector *connector = &d->connectors[d->scene.n_connectors - 1];

  connector->label_box = box;
  connector->label = (TlSceneText) { &word, box, TL_ALIGN_CENTRE };
}

static void
add_hop (Drawing *d,
         TlPoint  point)
{
  d->hops[d->scene.n_hops++] = point;
  d->connectors[d->scene.n_connectors - 1].n_hops++;
}

static void
add_badge (Drawing *d,
           TlId     at,
           TlBox    box)
{
  d->badges[d->scene.n_badges] = (TlSceneBadge) {
    .id = 200 + d->scene.n_badges, .at = at, .box = box,
  };
  d->scene.n_badges++;
}

static void
add_sheet (Drawing *d,
           TlBox    box)
{
  d->evidence[d->scene.n_evidence++] = (TlSceneEvidence) { .step = 1, .box = box };
}

/* A line between lanes whose name stands in @box. */
static void
add_line (Drawing *d,
          TlBox    box)
{
  d->lines[d->scene.n_lines++] = (TlSceneLine) {
    .x0 = 0, .x1 = 1000, .y = box.y + box.h + 2, .name = { &word, box, TL_ALIGN_END },
  };
}

/* Steps 1 to 4 at the corners of a square: 1 and 2 above, 3 and 4 below. */
static void
add_square (Drawing *d)
{
  add_step (d, TL_STEP_ACTION, 100, 100);
  add_step (d, TL_STEP_ACTION, 400, 100);
  add_step (d, TL_STEP_ACTION, 100, 400);
  add_step (d, TL_STEP_ACTION, 400, 400);
}

static void
draw_straight (Drawing *d)
{
  add_connector (d, 1, 2, ROUTE ({ 200, 130 }, { 400, 130 }));
}

static void
draw_crossing (Drawing *d)
{
  add_connector (d, 1, 4, ROUTE ({ 200, 130 }, { 300, 130 }, { 300, 430 }, { 400, 430 }));
  add_connector (d, 3, 2, ROUTE ({ 150, 400 }, { 150, 250 }, { 450, 250 }, { 450, 160 }));
  add_hop (d, (TlPoint) { 300, 250 });
}

static void
draw_label (Drawing *d)
{
  draw_straight (d);
  add_label (d, (TlBox) { 280, 120, 60, 20 });
}

static void
draw_badges (Drawing *d)
{
  draw_straight (d);
  add_badge (d, 1, (TlBox) { 190, 90, 20, 20 });
  add_badge (d, 100, (TlBox) { 290, 120, 20, 20 });
}

static void
draw_pill (Drawing *d)
{
  d->steps[0].kind = TL_STEP_START;
  d->steps[1].kind = TL_STEP_DECISION;
  add_connector (d, 1, 2, ROUTE ({ 196, 115 }, { 405, 115 }));
}

static void
draw_through_step (Drawing *d)
{
  add_connector (d, 1, 2, ROUTE ({ 150, 160 }, { 150, 430 }, { 300, 430 }, { 300, 130 },
                                { 400, 130 }));
}

static void
draw_through_own (Drawing *d)
{
  add_connector (d, 1, 2, ROUTE ({ 100, 130 }, { 400, 130 }));
}

static void
draw_through_badge (Drawing *d)
{
  draw_straight (d);
  add_badge (d, 2, (TlBox) { 390, 120, 20, 20 });
}

static void
draw_through_evidence (Drawing *d)
{
  draw_straight (d);
  add_sheet (d, (TlBox) { 250, 100, 80, 60 });
}

static void
draw_through_label (Drawing *d)
{
  draw_straight (d);
  add_label (d, (TlBox) { 260, 120, 60, 40 });
  add_connector (d, 1, 4, ROUTE ({ 200, 150 }, { 300, 150 }, { 300, 430 }, { 400, 430 }));
}

static void
draw_through_word (Drawing *d)
{
  add_step (d, TL_STEP_FORK, 250, 200);
  d->steps[4].box = (TlBox) { 300, 200, 8, 60 };
  d->steps[4].label.box = (TlBox) { 280, 120, 60, 20 };
  draw_straight (d);
}

static void
draw_shared (Drawing *d)
{
  draw_straight (d);
  add_connector (d, 1, 2, ROUTE ({ 200, 130.2 }, { 400, 130.2 }));
}

static void
draw_touch (Drawing *d)
{
  draw_straight (d);
  add_connector (d, 1, 4, ROUTE ({ 200, 110 }, { 400, 110 }, { 400, 400 }));
}

static void
draw_diagonal (Drawing *d)
{
  add_connector (d, 1, 2, ROUTE ({ 200, 130 }, { 400, 132 }));
}

static void
draw_point (Drawing *d)
{
  add_connector (d, 1, 2, ROUTE ({ 200, 130 }));
}

static void
draw_back (Drawing *d)
{
  add_connector (d, 1, 2, ROUTE ({ 200, 130 }, { 350, 130 }, { 300, 130 }, { 300, 250 },
                                { 450, 250 }, { 450, 160 }));
}

static void
draw_loose (Drawing *d)
{
  add_connector (d, 1, 2, ROUTE ({ 200, 130 }, { 395, 130 }));
}

static void
draw_wrong_end (Drawing *d)
{
  add_connector (d, 1, 2, ROUTE ({ 150, 160 }, { 150, 400 }));
}

static void
draw_step_overlap (Drawing *d)
{
  add_step (d, TL_STEP_ACTION, 180, 100);
}

static void
draw_label_overlap (Drawing *d)
{
  draw_straight (d);
  add_label (d, (TlBox) { 190, 120, 60, 20 });
}

static void
draw_badge_overlap (Drawing *d)
{
  add_badge (d, 1, (TlBox) { 190, 90, 20, 20 });
  add_badge (d, 1, (TlBox) { 175, 90, 20, 20 });
}

static void
draw_badge_on_words (Drawing *d)
{
  add_badge (d, 1, (TlBox) { 140, 120, 20, 20 });
}

static void
draw_badge_on_other (Drawing *d)
{
  add_badge (d, 2, (TlBox) { 190, 90, 20, 20 });
}

static void
draw_sheet_overlap (Drawing *d)
{
  add_sheet (d, (TlBox) { 150, 80, 80, 60 });
}

/* Beside a run, below a step, left of a sheet: near to all and on none. */
static void
draw_name (Drawing *d)
{
  draw_straight (d);
  add_line (d, (TlBox) { 300, 132, 40, 14 });
  add_line (d, (TlBox) { 100, 161, 40, 14 });
  add_sheet (d, (TlBox) { 700, 200, 80, 60 });
  add_line (d, (TlBox) { 600, 200, 99, 14 });
}

static void
draw_through_name (Drawing *d)
{
  add_connector (d, 1, 4, ROUTE ({ 200, 130 }, { 300, 130 }, { 300, 430 }, { 400, 430 }));
  add_line (d, (TlBox) { 280, 250, 40, 14 });
}

static void
draw_along_name (Drawing *d)
{
  draw_straight (d);
  add_line (d, (TlBox) { 300, 123, 40, 14 });
}

static void
draw_name_on_step (Drawing *d)
{
  add_line (d, (TlBox) { 180, 150, 40, 14 });
}

static void
draw_name_on_label (Drawing *d)
{
  draw_label (d);
  add_line (d, (TlBox) { 320, 131, 40, 14 });
}

static void
draw_name_on_badge (Drawing *d)
{
  add_badge (d, 1, (TlBox) { 190, 90, 20, 20 });
  add_line (d, (TlBox) { 205, 85, 40, 14 });
}

static void
draw_name_on_sheet (Drawing *d)
{
  add_sheet (d, (TlBox) { 700, 200, 80, 60 });
  add_line (d, (TlBox) { 600, 200, 120, 14 });
}

static void
draw_name_off_page (Drawing *d)
{
  add_line (d, (TlBox) { 980, 200, 40, 14 });
}

static void
draw_narrow_name (Drawing *d)
{
  add_line (d, (TlBox) { 600, 200, 30, 14 });
}

static void
draw_narrow (Drawing *d)
{
  d->steps[0].label.box = (TlBox) { 120, 110, 30, 20 };
}

static void
draw_low (Drawing *d)
{
  d->steps[0].label.box.h = 13;
}

static void
draw_outside (Drawing *d)
{
  d->steps[0].label.box.x += 45;
}

static void
draw_letters_left_out (Drawing *d)
{
  d->steps[0].label.text = &cut;
}

static void
draw_off_page (Drawing *d)
{
  add_connector (d, 1, 2, ROUTE ({ 150, 100 }, { 150, -50 }, { 450, -50 }, { 450, 100 }));
}

static void
draw_no_hop (Drawing *d)
{
  draw_crossing (d);
  d->connectors[1].n_hops = 0;
}

static void
draw_idle_hop (Drawing *d)
{
  draw_straight (d);
  add_hop (d, (TlPoint) { 300, 130 });
}

static void
draw_wrong_hop (Drawing *d)
{
  draw_crossing (d);
  d->connectors[0].n_hops = 1;
}

typedef struct {
  const char *name;
  void      (*draw) (Drawing *d);
  int         fault;      /* -1 = clean */
  guint       crossings, bends;
  double      length;     /* 0 = not asked */
} Case;

static const Case cases[] = {
  { "straight", draw_straight, -1, 0, 0, 200 },
  { "crossing", draw_crossing, -1, 1, 4, 0 },
  { "label", draw_label, -1, 0, 0, 200 },
  { "badges", draw_badges, -1, 0, 0, 200 },
  { "pill-and-hexagon", draw_pill, -1, 0, 0, 209 },
  { "through-step", draw_through_step, TL_FAULT_THROUGH_STEP, 0, 3, 0 },
  { "through-own-step", draw_through_own, TL_FAULT_THROUGH_STEP, 0, 0, 300 },
  { "through-badge", draw_through_badge, TL_FAULT_THROUGH_BADGE, 0, 0, 0 },
  { "through-evidence", draw_through_evidence, TL_FAULT_THROUGH_EVIDENCE, 0, 0, 0 },
  { "through-label", draw_through_label, TL_FAULT_THROUGH_LABEL, 0, 2, 0 },
  { "through-word", draw_through_word, TL_FAULT_THROUGH_LABEL, 0, 0, 0 },
  { "shared", draw_shared, TL_FAULT_SHARED, 0, 0, 400 },
  { "touch", draw_touch, TL_FAULT_TOUCH, 0, 1, 0 },
  { "diagonal", draw_diagonal, TL_FAULT_DIAGONAL, 0, 0, 0 },
  { "one-point", draw_point, TL_FAULT_DIAGONAL, 0, 0, 0 },
  { "backtrack", draw_back, TL_FAULT_BACKTRACK, 0, 3, 0 },
  { "loose-end", draw_loose, TL_FAULT_LOOSE_END, 0, 0, 0 },
  { "wrong-end", draw_wrong_end, TL_FAULT_LOOSE_END, 0, 0, 0 },
  { "steps-overlap", draw_step_overlap, TL_FAULT_STEP_OVERLAP, 0, 0, 0 },
  { "label-on-step", draw_label_overlap, TL_FAULT_LABEL_OVERLAP, 0, 0, 0 },
  { "badges-overlap", draw_badge_overlap, TL_FAULT_BADGE_OVERLAP, 0, 0, 0 },
  { "badge-on-words", draw_badge_on_words, TL_FAULT_BADGE_OVERLAP, 0, 0, 0 },
  { "badge-on-other-step", draw_badge_on_other, TL_FAULT_BADGE_OVERLAP, 0, 0, 0 },
  { "sheet-on-step", draw_sheet_overlap, TL_FAULT_EVIDENCE_OVERLAP, 0, 0, 0 },
  { "name", draw_name, -1, 0, 0, 200 },
  { "through-name", draw_through_name, TL_FAULT_THROUGH_NAME, 0, 2, 0 },
  { "along-name", draw_along_name, TL_FAULT_THROUGH_NAME, 0, 0, 0 },
  { "name-on-step", draw_name_on_step, TL_FAULT_NAME_OVERLAP, 0, 0, 0 },
  { "name-on-label", draw_name_on_label, TL_FAULT_NAME_OVERLAP, 0, 0, 0 },
  { "name-on-badge", draw_name_on_badge, TL_FAULT_NAME_OVERLAP, 0, 0, 0 },
  { "name-on-sheet", draw_name_on_sheet, TL_FAULT_NAME_OVERLAP, 0, 0, 0 },
  { "name-off-page", draw_name_off_page, TL_FAULT_OFF_PAGE, 0, 0, 0 },
  { "name-too-wide", draw_narrow_name, TL_FAULT_CLIPPED, 0, 0, 0 },
  { "text-too-wide", draw_narrow, TL_FAULT_CLIPPED, 0, 0, 0 },
  { "text-too-high", draw_low, TL_FAULT_CLIPPED, 0, 0, 0 },
  { "text-outside", draw_outside, TL_FAULT_CLIPPED, 0, 0, 0 },
  { "letters-left-out", draw_letters_left_out, TL_FAULT_CLIPPED, 0, 0, 0 },
  { "off-page", draw_off_page, TL_FAULT_OFF_PAGE, 0, 2, 0 },
  { "no-hop", draw_no_hop, TL_FAULT_HOPS, 1, 4, 0 },
  { "idle-hop", draw_idle_hop, TL_FAULT_HOPS, 0, 0, 0 },
  { "wrong-hop", draw_wrong_hop, TL_FAULT_HOPS, 1, 4, 0 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_auto (TlSceneReport) report = { 0 };
  Drawing d;

  drawing_init (&d);
  add_square (&d);
  c->draw (&d);
  tl_scene_check (&d.scene, d.ends, &report);
  g_test_message ("%s", report.story->str);

  /* The fault meant, and no other. */
  for (int fault = 0; fault < TL_N_FAULTS; fault++) {
    if (fault == c->fault)
      g_assert_cmpuint (report.faults[fault], >, 0);
    else if (report.faults[fault] > 0)
      g_error ("%s: found %s", c->name, report.story->str);
  }
  g_assert_cmpint (report.n_faults > 0, ==, c->fault >= 0);
  g_assert_cmpint (report.story->len > 0, ==, c->fault >= 0);
  g_assert_cmpuint (report.crossings, ==, c->crossings);
  g_assert_cmpuint (report.bends, ==, c->bends);
  if (c->length > 0)
    g_assert_cmpfloat (report.length, ==, c->length);
}

static void
test_empty (void)
{
  g_auto (TlSceneReport) report = { 0 };
  Drawing d;

  drawing_init (&d);
  tl_scene_check (&d.scene, d.ends, &report);
  g_assert_cmpuint (report.n_faults, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-check/empty", test_empty);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/scene-check/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  return g_test_run ();
}
