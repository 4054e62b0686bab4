/* test-fans.c - much at one step: many ways out of it or into it, without crossings, and
 * many failure points and recovery procedures on it. */
#include "layout/layout.h"

#include "plain-measure.h"
#include "scene-check.h"

typedef enum { FAN_OUT, FAN_IN } Fan;

/* One step in @row of the middle lane and @n steps in another column, row under row,
 * spread over @n_lanes lanes; joined from left to right or, backward, from right to left. */
typedef struct {
  const char *name;
  guint       n_lanes;
  guint       place;       /* of the one: 0 first, 1 middle, 2 last row of all */
  gboolean    backward, labelled;
} Shape;

static const Shape shapes[] = {
  { "first",             1, 0, FALSE, FALSE },
  { "middle",            1, 1, FALSE, FALSE },
  { "last",              1, 2, FALSE, FALSE },
  { "labelled",          1, 1, FALSE, TRUE },
  { "lanes-down",        3, 0, FALSE, FALSE },
  { "lanes-up",          3, 2, FALSE, FALSE },
  { "lanes-both",        3, 1, FALSE, TRUE },
  { "backward-first",    1, 0, TRUE, FALSE },
  { "backward-middle",   1, 1, TRUE, FALSE },
  { "backward-last",     1, 2, TRUE, TRUE },
};

static TlId
add_step (TlChart    *chart,
          TlId        lane,
          TlId        phase,
          TlStepKind  kind,
          guint       column,
          guint       row)
{
  TlStep *step = (TlStep *) tl_record_new (TL_RECORD_STEP);

  step->label = g_strdup_printf ("%u.%u", column, row);
  step->kind = kind;
  step->lane = lane;
  step->phase = phase;
  step->column = (int) column;
  step->row = (int) row;
  return tl_chart_insert (chart, &step->head, TL_ID_NONE, G_MAXUINT);
}

static TlChart *
make_fan (const Shape *shape,
          Fan          fan,
          guint        n)
{
  TlChart *chart = tl_chart_new ();
  gboolean one_first = (fan == FAN_OUT) != shape->backward;
  guint each = (n + shape->n_lanes - 1) / shape->n_lanes, at = shape->place * (n - 1) / 2;
  TlId lanes[3], phase_id, one;
  TlPhase *phase;

  tl_chart_begin (chart, "Make");
  for (guint i = 0; i < shape->n_lanes; i++) {
    TlLane *lane = (TlLane *) tl_record_new (TL_RECORD_LANE);

    lane->name = g_strdup ("Lane");
    lane->band = (TlBand) i;
    lanes[i] = tl_chart_insert (chart, &lane->head, TL_ID_NONE, G_MAXUINT);
  }
  phase = (TlPhase *) tl_record_new (TL_RECORD_PHASE);
  phase->name = g_strdup ("Phase");
  phase->columns = 2;
  phase_id = tl_chart_insert (chart, &phase->head, TL_ID_NONE, G_MAXUINT);
  one = add_step (chart, lanes[at / each], phase_id,
                  fan == FAN_OUT ? TL_STEP_DECISION : TL_STEP_ACTION, one_first ? 0 : 1,
                  at % each);
  for (guint i = 0; i < n; i++) {
    TlId other = add_step (chart, lanes[i / each], phase_id, TL_STEP_ACTION, one_first ? 1 : 0,
                           i % each);
    TlConnector *connector = (TlConnector *) tl_record_new (TL_RECORD_CONNECTOR);

    connector->kind = TL_CONNECTOR_FLOW;
    connector->from = fan == FAN_OUT ? one : other;
    connector->to = fan == FAN_OUT ? other : one;
    if (shape->labelled)
      connector->label = g_strdup ("word");
    tl_chart_insert (chart, &connector->head, TL_ID_NONE, G_MAXUINT);
  }
  tl_chart_settle (chart);
  return chart;
}

static void
test_fan (gconstpointer data)
{
  static const guint sizes[] = { 3, 4, 5, 6, 8, 12, 16, 24, 40 };
  const Shape *shape = data;

  for (Fan fan = FAN_OUT; fan <= FAN_IN; fan++) {
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
      guint n = sizes[i];
      g_autoptr (TlChart) chart = make_fan (shape, fan, n);
      g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
      g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_plain_measure (plain), NULL);
      g_auto (TlSceneReport) report = { 0 };

      tl_scene_check_chart (tl_layout_scene (layout), chart, &report);
      g_test_message ("%s %u %s: %u crossings, %u bends", shape->name, n,
                      fan == FAN_OUT ? "ways out" : "ways in", report.crossings, report.bends);
      if (report.n_faults > 0)
        g_error ("%s", report.story->str);
      g_assert_cmpuint (report.crossings, ==, 0);
    }
  }
}

/* Crowds of marks. */

typedef struct {
  const char *name;
  TlStepKind  kind;
  gboolean    waits;
} Crowded;

static const Crowded crowded[] = {
  { "action", TL_STEP_ACTION, FALSE },
  { "start", TL_STEP_START, FALSE },
  { "decision", TL_STEP_DECISION, TRUE },
  { "wait", TL_STEP_WAIT, TRUE },
  { "fork", TL_STEP_FORK, FALSE },
  { "join", TL_STEP_JOIN, FALSE },
};

static void
add_failure (TlChart *chart,
             TlId     at)
{
  TlFailure *failure = (TlFailure *) tl_record_new (TL_RECORD_FAILURE);
  TlRecovery *recovery = (TlRecovery *) tl_record_new (TL_RECORD_RECOVERY);
  TlId id;

  failure->at = at;
  failure->title = g_strdup ("It fails");
  failure->s = failure->o = failure->d = 3;
  id = tl_chart_insert (chart, &failure->head, TL_ID_NONE, G_MAXUINT);
  recovery->failures.ids = g_new (TlId, 1);
  recovery->failures.ids[0] = id;
  recovery->failures.n = 1;
  tl_chart_insert (chart, &recovery->head, TL_ID_NONE, G_MAXUINT);
}

/* The box around all marks of one kind. */
static TlBox
marks (const TlScene *scene,
       TlBadgeKind    kind)
{
  TlBox all = { 0, 0, 0, 0 };

  for (guint i = 0; i < scene->n_badges; i++) {
    if (scene->badges[i].kind == kind)
      all = all.w > 0 ? tl_box_union (all, scene->badges[i].box) : scene->badges[i].box;
  }
  return all;
}

/* A fan in and out of a step whose marks must neither tower nor get in the way. */
static void
test_crowd (gconstpointer data)
{
  static const guint sizes[] = { 1, 2, 3, 6, 7, 10, 20, 60, 200 };
  const Crowded *crowd = data;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (TlChart) chart = make_fan (&shapes[1], FAN_OUT, 5);
    g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
    g_autoptr (TlLayout) layout = NULL;
    g_auto (TlSceneReport) report = { 0 };
    TlStep *step;
    TlBox circles, tags;

    tl_chart_begin (chart, "Crowd");
    step = tl_chart_edit (chart, tl_chart_nth (chart, TL_RECORD_STEP, 0)->id);
    step->kind = crowd->kind;
    step->wait = crowd->waits ? 90 : 0;
    for (guint k = 0; k < sizes[i]; k++)
      add_failure (chart, step->head.id);
    tl_chart_settle (chart);
    layout = tl_layout_new (chart, tl_plain_measure (plain), NULL);
    tl_scene_check_chart (tl_layout_scene (layout), chart, &report);
    if (report.n_faults > 0)
      g_error ("%s with %u: %s", crowd->name, sizes[i], report.story->str);
    circles = marks (tl_layout_scene (layout), TL_BADGE_FAILURE);
    tags = marks (tl_layout_scene (layout), TL_BADGE_RECOVERY);
    g_test_message ("%s with %u: %.0f x %.0f, %.0f x %.0f", crowd->name, sizes[i], circles.w,
                    circles.h, tags.w, tags.h);
    if (sizes[i] > 6) {
      g_assert_cmpfloat (circles.h, <, 1.2 * circles.w);
      g_assert_cmpfloat (tags.h, <, 1.2 * tags.w);
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autofree char *path = g_strconcat ("/fans/", shapes[i].name, NULL);

    g_test_add_data_func (path, &shapes[i], test_fan);
  }
  for (guint i = 0; i < G_N_ELEMENTS (crowded); i++) {
    g_autofree char *path = g_strconcat ("/crowd/", crowded[i].name, NULL);

    g_test_add_data_func (path, &crowded[i], test_crowd);
  }
  return g_test_run ();
}
