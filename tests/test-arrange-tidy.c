/* test-arrange-tidy.c - arranging as the reader sees it: crossings, bends and length. */
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "layout/arrange.h"
#include "layout/layout.h"

#include "chart-maker.h"
#include "plain-measure.h"
#include "scene-check.h"

static void
measure (const TlChart *chart,
         TlSceneReport *report)
{
  g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_plain_measure (plain), NULL);

  tl_scene_check_chart (tl_layout_scene (layout), chart, report);
  if (report->n_faults > 0)
    g_error ("%s", report->story->str);
}

static void
arrange (TlChart *chart)
{
  g_autoptr (GError) error = NULL;

  tl_chart_begin (chart, "Arrange");
  tl_arrange (chart);
  tl_chart_commit (chart, &error);
  g_assert_no_error (error);
}

/* All steps of a phase in its first column, each in a row of its own. */
static void
drop_cells (TlChart *chart)
{
  g_autoptr (GError) error = NULL;

  tl_chart_begin (chart, "Drop");
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    TlStep *step = tl_chart_edit (chart, tl_chart_nth (chart, TL_RECORD_STEP, i)->id);

    step->column = 0;
    step->row = (int) i;
  }
  tl_chart_commit (chart, &error);
  g_assert_no_error (error);
}

/* Arranging again must change nothing. */
static void
assert_settled (TlChart *chart)
{
  g_autofree char *before = tl_xml_write (chart, NULL), *after = NULL;

  arrange (chart);
  after = tl_xml_write (chart, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
tell (const char          *name,
      const char          *when,
      const TlSceneReport *report)
{
  g_test_message ("%s, %s: %u crossings, %u bends, length %.0f", name, when, report->crossings,
                  report->bends, report->length);
}

static void
assert_no_worse (const char          *name,
                 const TlSceneReport *before,
                 const TlSceneReport *after)
{
  tell (name, "before", before);
  tell (name, "tidied", after);
  if (after->crossings > before->crossings ||
      (after->crossings == before->crossings && after->bends > before->bends) ||
      (after->crossings == before->crossings && after->bends == before->bends &&
       after->length > before->length + 0.5))
    g_error ("%s is worse for tidying", name);
}

typedef struct {
  const char *name;
  guint       crossings, bends;   /* at most, from the flow alone */
} Example;

static const Example examples[] = {
  { "corner-shoeshine", 0, 2 },
  { "hotel-check-in", 2, 18 },
  { "appliance-repair", 18, 24 },
  { "online-order", 4, 20 },
};

static void
test_example (gconstpointer data)
{
  const Example *example = data;
  g_autofree char *file = g_strconcat (example->name, ".throughline", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("TL_EXAMPLES"), file, NULL);
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = tl_xml_read_file (path, NULL, problems);
  g_auto (TlSceneReport) before = { 0 }, after = { 0 }, fresh = { 0 };

  g_assert_nonnull (chart);
  measure (chart, &before);
  arrange (chart);
  measure (chart, &after);
  assert_no_worse (example->name, &before, &after);
  assert_settled (chart);

  drop_cells (chart);
  arrange (chart);
  measure (chart, &fresh);
  tell (example->name, "from the flow alone", &fresh);
  g_assert_cmpuint (fresh.crossings, <=, example->crossings);
  g_assert_cmpuint (fresh.bends, <=, example->bends);
  g_assert_cmpfloat (fresh.length, <, 1.5 * before.length);
  assert_settled (chart);
}

static void
test_made (gconstpointer data)
{
  guint size = GPOINTER_TO_UINT (data);

  for (guint seed = 1; seed <= (size < 50 ? 12 : 2); seed++) {
    TlChartPlan plan = TL_CHART_PLAN_USUAL (size);
    g_autofree char *name = g_strdup_printf ("%u steps, seed %u", size, seed);
    g_autoptr (TlChart) chart = NULL;
    g_auto (TlSceneReport) before = { 0 }, after = { 0 }, fresh = { 0 };

    plan.seed = seed;
    plan.n_lanes = 1 + seed % 12;
    chart = tl_chart_make (&plan);
    measure (chart, &before);
    arrange (chart);
    measure (chart, &after);
    assert_no_worse (name, &before, &after);
    assert_settled (chart);

    drop_cells (chart);
    arrange (chart);
    measure (chart, &fresh);
    tell (name, "from the flow alone", &fresh);
    g_assert_cmpuint (fresh.crossings, <=, 2 * before.crossings + 8);
    assert_settled (chart);
  }
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 5, 20, 60, 150, 400 };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    g_autofree char *path = g_strconcat ("/tidy/examples/", examples[i].name, NULL);

    g_test_add_data_func (path, &examples[i], test_example);
  }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *path = g_strdup_printf ("/tidy/made/%u", sizes[i]);

    g_test_add_data_func (path, GUINT_TO_POINTER (sizes[i]), test_made);
  }
  return g_test_run ();
}
