/* test-scene.c - hundreds of charts of all sizes, and not one fault in their pictures.
 *
 * Crossings, bends and lengths are printed, for comparing one way of laying out
 * with another; they are no faults.
 */
#include "layout/arrange.h"
#include "layout/layout.h"
#include "render/text.h"

#include "chart-maker.h"
#include "plain-measure.h"
#include "scene-check.h"

typedef struct {
  guint  n_charts, n_connectors, crossings, bends;
  double length;
} Sum;

static void
assert_sound (const TlChart   *chart,
              const TlMeasure *measure,
              const char      *what,
              Sum             *sum)
{
  g_autoptr (TlLayout) layout = tl_layout_new (chart, measure, NULL);
  const TlScene *scene = tl_layout_scene (layout);
  g_auto (TlSceneReport) report = { 0 };

  tl_scene_check_chart (scene, chart, &report);
  if (report.n_faults > 0)
    g_error ("%s: %u faults\n%s", what, report.n_faults, report.story->str);
  sum->n_charts++;
  sum->n_connectors += scene->n_connectors;
  sum->crossings += report.crossings;
  sum->bends += report.bends;
  sum->length += report.length;
}

static void
tell (const char *what,
      const Sum  *sum)
{
  g_test_message ("%s: %u charts, %u connectors; for each 1000: %.0f crossings, %.0f bends, "
                  "length %.0f", what, sum->n_charts, sum->n_connectors,
                  1000.0 * sum->crossings / MAX (sum->n_connectors, 1),
                  1000.0 * sum->bends / MAX (sum->n_connectors, 1),
                  1000.0 * sum->length / MAX (sum->n_connectors, 1));
}

/* A plan of @n_steps that is unlike the ones before. */
static TlChartPlan
some_plan (TlDice *dice,
           guint   n_steps)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (n_steps);

  plan.seed = tl_dice_roll (dice, 1000000);
  plan.n_lanes = 1 + tl_dice_roll (dice, 12);
  plan.n_phases = 1 + tl_dice_roll (dice, 1 + n_steps / 8);
  plan.connectors = 1 + 0.1 * tl_dice_roll (dice, 8);
  plan.decision_every = 3 + tl_dice_roll (dice, 10);
  plan.support_every = tl_dice_roll (dice, 12);
  plan.fork_every = 10 + tl_dice_roll (dice, 60);
  plan.wait_every = tl_dice_roll (dice, 12);
  plan.touchpoint_every = tl_dice_roll (dice, 5);
  plan.failure_every = tl_dice_roll (dice, 6);
  plan.back_percent = tl_dice_roll (dice, 80);
  plan.crowd_percent = tl_dice_roll (dice, 85);
  plan.long_percent = tl_dice_roll (dice, 60);
  return plan;
}

typedef struct {
  const char *name;
  guint       n_charts, least, most;   /* steps */
  guint       arrange_every;           /* one chart in so many is arranged too: it takes longest */
  gboolean    real;                    /* measured with Pango */
} Family;

static const Family families[] = {
  { "tiny", 800, 2, 12, 4, FALSE },
  { "small", 600, 12, 60, 15, FALSE },
  { "middle", 80, 60, 300, 10, FALSE },
  { "large", 3, 1500, 2000, 1, FALSE },
  { "tiny-pango", 300, 2, 12, 6, TRUE },
  { "small-pango", 200, 12, 60, 20, TRUE },
  { "middle-pango", 20, 60, 300, 10, TRUE },
  { "large-pango", 1, 2000, 2000, 1, TRUE },
};

/* Each chart as it was made, and some as they are arranged anew. */
static void
test_family (gconstpointer data)
{
  const Family *family = data;
  g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
  g_autoptr (TlTextMeasurer) pango = family->real ? tl_text_measurer_new (NULL) : NULL;
  const TlMeasure *measure = family->real ? tl_text_measurer_measure (pango)
                                          : tl_plain_measure (plain);
  TlDice dice = { family->least * 1000 + family->most };
  Sum made = { 0 }, arranged = { 0 };

  for (guint i = 0; i < family->n_charts; i++) {
    guint n_steps = family->least + tl_dice_roll (&dice, family->most - family->least + 1);
    TlChartPlan plan = some_plan (&dice, n_steps);
    g_autoptr (TlChart) chart = tl_chart_make (&plan);
    g_autofree char *what = g_strdup_printf ("%s %u (%u steps, seed %u)", family->name, i,
                                             n_steps, plan.seed);
    g_autoptr (GError) error = NULL;

    assert_sound (chart, measure, what, &made);
    if (i % family->arrange_every != 0)
      continue;
    tl_chart_begin (chart, "Arrange");
    tl_arrange (chart);
    tl_chart_commit (chart, &error);
    g_assert_no_error (error);
    assert_sound (chart, measure, what, &arranged);
  }
  tell ("as made", &made);
  tell ("arranged", &arranged);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++) {
    g_autofree char *path = g_strdup_printf ("/scene/%s", families[i].name);

    g_test_add_data_func (path, &families[i], test_family);
  }
  return g_test_run ();
}
