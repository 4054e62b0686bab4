/* scene-maker.c - a crude scene of a small chart, with one of everything. */
#include "scene-maker.h"

#define LEFT   160.0   /* of the first column */
#define COLUMN 208.0
#define ROW    128.0
#define TOP    400.0   /* of the first lane */

static TlSceneText
make_text (const TlMeasure *measure,
           TlTextStyle      style,
           const char      *text,
           TlBox            box,
           TlAlign          align)
{
  return (TlSceneText) { tl_measure_layout (measure, style, text, box.w), box, align };
}

static TlBox
step_box (const TlChart *chart,
          TlId           id)
{
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, id);
  guint column = (guint) step->column;

  for (guint i = 0; i < tl_chart_index (chart, step->phase); i++)
    column += (guint) TL_CHART_NTH (chart, PHASE, TlPhase, i)->columns;
  return (TlBox) { LEFT + 28 + column * COLUMN,
                   TOP + 30 + tl_chart_index (chart, step->lane) * ROW + 40 * step->row, 152, 68 };
}

static void
add_bands (TlScene         *scene,
           const TlChart   *chart,
           const TlMeasure *measure)
{
  guint n_lanes = tl_chart_n (chart, TL_RECORD_LANE);

  scene->n_bands = n_lanes + 2;
  scene->bands = g_new0 (TlSceneBand, scene->n_bands);
  for (guint i = 0; i < scene->n_bands; i++) {
    TlSceneBand *band = &scene->bands[i];
    const char *name = i == 0 ? "Satisfaction" : "Physical evidence";

    band->kind = i == 0 ? TL_SCENE_SATISFACTION : i == 1 ? TL_SCENE_EVIDENCE : TL_SCENE_LANE;
    band->box = (TlBox) { 16, TOP + (i - 2.0) * ROW, scene->page.w - 32, ROW };
    band->header = (TlBox) { 16, band->box.y, LEFT - 16, ROW };
    if (i >= 2) {
      const TlLane *lane = TL_CHART_NTH (chart, LANE, TlLane, i - 2);

      band->id = lane->head.id;
      band->band = lane->band;
      name = lane->name;
    }
    band->name = make_text (measure, TL_TEXT_LANE, name,
                            (TlBox) { 28, band->box.y, LEFT - 36, ROW }, TL_ALIGN_START);
  }

  scene->n_lines = 3;
  scene->lines = g_new0 (TlSceneLine, 3);
  for (guint i = 0; i < 3; i++) {
    static const char *const names[] = { "Line of interaction", "Line of visibility", "Internal" };
    double y = TOP + (i + 1) * ROW;

    scene->lines[i] = (TlSceneLine) {
      i, y, 16, scene->page.w - 16,
      make_text (measure, TL_TEXT_LINE, names[i],
                 (TlBox) { scene->page.w - 216, y - 16, 200, 14 }, TL_ALIGN_END),
    };
  }
}

static void
add_headings (TlScene         *scene,
              const TlChart   *chart,
              const TlMeasure *measure)
{
  double x = LEFT;

  scene->title = make_text (measure, TL_TEXT_TITLE, tl_chart_info (chart)->title,
                            (TlBox) { 16, 30, 900, 30 }, TL_ALIGN_START);
  scene->subtitle = make_text (measure, TL_TEXT_SUBTITLE, "front-desk guests",
                               (TlBox) { 16, 62, 900, 20 }, TL_ALIGN_START);
  scene->totals = make_text (measure, TL_TEXT_FOOTER, "4 failure points, 1 without recovery",
                             (TlBox) { scene->page.w - 416, scene->page.h - 40, 400, 20 },
                             TL_ALIGN_END);
  scene->curve_top = make_text (measure, TL_TEXT_LINE, "delighted",
                                (TlBox) { 60, TOP - 2 * ROW + 10, 90, 14 }, TL_ALIGN_END);
  scene->curve_bottom = make_text (measure, TL_TEXT_LINE, "dissatisfied",
                                   (TlBox) { 60, TOP - ROW - 24, 90, 14 }, TL_ALIGN_END);
  scene->curve_zero = TOP - 1.5 * ROW;

  scene->n_phases = tl_chart_n (chart, TL_RECORD_PHASE);
  scene->phases = g_new0 (TlScenePhase, scene->n_phases);
  for (guint i = 0; i < scene->n_phases; i++) {
    const TlPhase *phase = TL_CHART_NTH (chart, PHASE, TlPhase, i);
    TlBox box = { x, 104, phase->columns * COLUMN, 30 };

    scene->phases[i] = (TlScenePhase) {
      phase->head.id, box,
      make_text (measure, TL_TEXT_PHASE, phase->name,
                 (TlBox) { x + 16, 104, box.w - 30, 30 }, TL_ALIGN_START),
    };
    x += box.w;
  }
}

static void
add_steps (TlScene         *scene,
           const TlChart   *chart,
           const TlMeasure *measure)
{
  scene->n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  scene->steps = g_new0 (TlSceneStep, scene->n_steps);
  scene->moods = g_new0 (TlSceneMood, scene->n_steps);
  for (guint i = 0; i < scene->n_steps; i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);
    TlBox box = step_box (chart, step->head.id);

    scene->steps[i] = (TlSceneStep) {
      step->head.id, step->kind, TL_CHART_GET (chart, LANE, TlLane, step->lane)->band,
      step->moment_of_truth, box,
      make_text (measure, TL_TEXT_STEP, step->label, tl_box_grow (box, -10), TL_ALIGN_CENTRE),
    };
    if (step->emotion != TL_NO_INT)
      scene->moods[scene->n_moods++] = (TlSceneMood) {
        step->head.id, step->emotion,
        { box.x + box.w / 2, scene->curve_zero - 20 * step->emotion },
      };
  }
  scene->n_evidence = 1;
  scene->evidence = g_new0 (TlSceneEvidence, 1);
  scene->evidence[0] = (TlSceneEvidence) {
    scene->steps[0].id, 1, { LEFT + 28, TOP - ROW + 30, 152, 68 },
    make_text (measure, TL_TEXT_EVIDENCE, "Hotel exterior, parking",
               (TlBox) { LEFT + 38, TOP - ROW + 40, 120, 48 }, TL_ALIGN_CENTRE),
  };
}

/* From the right of one step to the left of another, with a bend between, the
 * second one hopping in the middle of its first run. */
static void
add_connectors (TlScene         *scene,
                const TlChart   *chart,
                const TlMeasure *measure)
{
  guint n = scene->n_connectors = tl_chart_n (chart, TL_RECORD_CONNECTOR);

  scene->connectors = g_new0 (TlSceneConnector, n);
  scene->points = g_new0 (TlPoint, 4 * n);
  scene->hops = g_new0 (TlPoint, 1);
  for (guint i = 0; i < n; i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    TlSceneConnector *to = &scene->connectors[i];
    TlBox a = step_box (chart, connector->from), b = step_box (chart, connector->to);
    double bend = a.x + a.w + 28;
    TlPoint *points = scene->points + scene->n_points;

    points[0] = (TlPoint) { a.x + a.w, a.y + 34 };
    points[1] = (TlPoint) { bend, a.y + 34 };
    points[2] = (TlPoint) { bend, b.y + 34 };
    points[3] = (TlPoint) { b.x, b.y + 34 };
    to->id = connector->head.id;
    to->kind = connector->kind;
    to->first_point = scene->n_points;
    to->n_points = 4;
    to->bounds = tl_box_union (a, b);
    if (i == 1) {
      to->n_hops = 1;
      scene->hops[scene->n_hops++] = (TlPoint) { points[0].x + 14, points[0].y };
    }
    if (connector->label != NULL) {
      to->label_box = (TlBox) { bend - 24, a.y + 4, 48, 18 };
      to->label = make_text (measure, TL_TEXT_CONNECTOR, connector->label, to->label_box,
                             TL_ALIGN_CENTRE);
    }
    scene->n_points += 4;
  }
}

static void
add_badge (TlScene         *scene,
           const TlMeasure *measure,
           TlBadgeKind      kind,
           TlId             id,
           const char      *text,
           TlBox            box)
{
  TlPriority priority = kind == TL_BADGE_FAILURE ? TL_PRIORITY_LOW + scene->n_badges % 3
                                                 : TL_PRIORITY_NONE;

  scene->badges[scene->n_badges++] = (TlSceneBadge) {
    kind, id, TL_ID_NONE, priority, box,
    make_text (measure, TL_TEXT_BADGE, text, box, TL_ALIGN_CENTRE),
  };
}

/* Failures on their steps, recoveries twice each, a capsule on every wait. */
static void
add_badges (TlScene         *scene,
            const TlChart   *chart,
            const TlMeasure *measure)
{
  guint n_failures = tl_chart_n (chart, TL_RECORD_FAILURE);
  guint n_recoveries = tl_chart_n (chart, TL_RECORD_RECOVERY);

  scene->badges = g_new0 (TlSceneBadge, n_failures + 2 * n_recoveries + scene->n_steps);
  for (guint i = 0; i < n_failures; i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);
    TlBox at = tl_chart_get_as (chart, TL_RECORD_STEP, failure->at) != NULL
                 ? step_box (chart, failure->at) : scene->connectors[0].bounds;
    g_autofree char *text = g_strdup_printf ("F%u", i + 1);

    add_badge (scene, measure, TL_BADGE_FAILURE, failure->head.id, text,
               (TlBox) { at.x + at.w - 16, at.y - 12, 24, 24 });
  }
  for (guint i = 0; i < 2 * n_recoveries; i++) {
    TlBox at = scene->steps[i].box;
    g_autofree char *text = g_strdup_printf ("R%u", i / 2 + 1);

    add_badge (scene, measure, TL_BADGE_RECOVERY,
               tl_chart_nth (chart, TL_RECORD_RECOVERY, i / 2)->id, text,
               (TlBox) { at.x + at.w - 38, at.y + at.h - 9, 28, 18 });
  }
  for (guint i = 0; i < scene->n_steps; i++) {
    TlBox at = scene->steps[i].box;

    if (scene->steps[i].kind == TL_STEP_WAIT)
      add_badge (scene, measure, TL_BADGE_WAIT, scene->steps[i].id, "W 4 min",
                 (TlBox) { at.x - 10, at.y - 9, 50, 18 });
  }
}

static void
add_keys (TlScene         *scene,
          const TlMeasure *measure)
{
  static const char *const marks[] = { "F", "R", "W" };
  static const char *const words[] = { "failure point", "recovery procedure", "waiting point" };

  scene->n_keys = 3;
  scene->keys = g_new0 (TlSceneKey, 3);
  for (guint i = 0; i < 3; i++) {
    TlBox box = { 20 + i * 160.0, scene->page.h - 40, i == 0 ? 20 : 28, i == 0 ? 20 : 18 };

    scene->keys[i] = (TlSceneKey) {
      i, i == 0 ? TL_PRIORITY_HIGH : TL_PRIORITY_NONE, box,
      make_text (measure, TL_TEXT_BADGE, marks[i], box, TL_ALIGN_CENTRE),
      make_text (measure, TL_TEXT_FOOTER, words[i],
                 (TlBox) { box.x + 34, box.y, 120, 20 }, TL_ALIGN_START),
    };
  }
}

TlScene *
tl_test_scene (const TlChart   *chart,
               const TlMeasure *measure)
{
  TlScene *scene = g_new0 (TlScene, 1);
  guint columns = 0;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_PHASE); i++)
    columns += (guint) TL_CHART_NTH (chart, PHASE, TlPhase, i)->columns;
  scene->page = (TlBox) {
    0, 0, LEFT + columns * COLUMN + 60,
    TOP + tl_chart_n (chart, TL_RECORD_LANE) * ROW + 60,
  };
  add_headings (scene, chart, measure);
  add_bands (scene, chart, measure);
  add_steps (scene, chart, measure);
  add_connectors (scene, chart, measure);
  add_badges (scene, chart, measure);
  add_keys (scene, measure);
  return scene;
}
