/* test-examples.c - the charts we ship: clean, canonical, complete, and well drawn. */
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "layout/layout.h"

#include "plain-measure.h"
#include "scene-check.h"

typedef struct {
  const char *name;
  guint       n[TL_N_RECORD_KINDS];
  guint       crossings;   /* at most */
} Example;

#define COUNTS(tiers, roles, lanes, phases, steps, touchpoints, connectors, expectations,        \
               promises, standards, measurements, ratings, failures, safeguards, recoveries,     \
               actions, items)                                                                   \
  {                                                                                              \
    [TL_RECORD_TIER] = tiers, [TL_RECORD_ROLE] = roles, [TL_RECORD_LANE] = lanes,                \
    [TL_RECORD_PHASE] = phases, [TL_RECORD_STEP] = steps, [TL_RECORD_TOUCHPOINT] = touchpoints,  \
    [TL_RECORD_CONNECTOR] = connectors, [TL_RECORD_EXPECTATION] = expectations,                  \
    [TL_RECORD_PROMISE] = promises, [TL_RECORD_STANDARD] = standards,                            \
    [TL_RECORD_MEASUREMENT] = measurements, [TL_RECORD_RATING] = ratings,                        \
    [TL_RECORD_FAILURE] = failures, [TL_RECORD_SAFEGUARD] = safeguards,                          \
    [TL_RECORD_RECOVERY] = recoveries, [TL_RECORD_ACTION] = actions, [TL_RECORD_ITEM] = items,   \
  }

static const Example examples[] = {
  { "corner-shoeshine", COUNTS (1, 3, 3, 1, 9, 5, 9, 2, 1, 2, 2, 0, 1, 1, 1, 3, 0),
    1 },
  { "hotel-check-in", COUNTS (2, 6, 5, 5, 25, 16, 28, 7, 4, 7, 8, 5, 10, 9, 9, 37, 2),
    1 },
  { "appliance-repair", COUNTS (2, 7, 5, 5, 26, 14, 30, 8, 5, 7, 7, 0, 11, 10, 10, 38, 2),
    15 },
  { "online-order", COUNTS (2, 7, 5, 6, 23, 15, 27, 6, 4, 5, 5, 0, 10, 6, 8, 28, 1),
    3 },
};

static char *
path_of (const Example *example)
{
  g_autofree char *file = g_strconcat (example->name, ".throughline", NULL);

  return g_build_filename (g_getenv ("TL_EXAMPLES"), file, NULL);
}

static TlChart *
read_example (const Example *example)
{
  g_autofree char *path = path_of (example);
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  TlChart *chart = tl_xml_read_file (path, NULL, problems);

  for (guint i = 0; i < problems->len; i++) {
    g_autoptr (GString) line = g_string_new (NULL);

    tl_read_problem_print (problems->pdata[i], line);
    g_printerr ("%s", line->str);
  }
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (chart);
  return chart;
}

static void
test_counts (gconstpointer data)
{
  const Example *example = data;
  g_autoptr (TlChart) chart = read_example (example);

  for (TlRecordKind kind = TL_RECORD_TIER; kind < TL_N_RECORD_KINDS; kind++) {
    g_test_message ("%s: %u", tl_class_get (kind)->xml, tl_chart_n (chart, kind));
    g_assert_cmpuint (tl_chart_n (chart, kind), ==, example->n[kind]);
  }
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_ECONOMICS), ==, 1);
  /* Cells hold to their phases, and no phase has a column too many. */
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_PHASE); i++) {
    const TlPhase *phase = TL_CHART_NTH (chart, PHASE, TlPhase, i);
    int most = 0;

    for (guint k = 0; k < tl_chart_n (chart, TL_RECORD_STEP); k++) {
      const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, k);

      if (step->phase == phase->head.id)
        most = MAX (most, step->column + 1);
    }
    g_assert_cmpint (phase->columns, ==, most);
  }
}

/* The bytes we ship are the bytes we would write. */
static void
test_canonical (gconstpointer data)
{
  const Example *example = data;
  g_autoptr (TlChart) chart = read_example (example);
  g_autofree char *path = path_of (example), *shipped = NULL, *written = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &shipped, NULL, &error);
  g_assert_no_error (error);
  written = tl_xml_write (chart, NULL);
  g_assert_cmpstr (written, ==, shipped);
}

static void
test_drawn (gconstpointer data)
{
  const Example *example = data;
  g_autoptr (TlChart) chart = read_example (example);
  g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_plain_measure (plain), NULL);
  g_auto (TlSceneReport) report = { 0 };

  tl_scene_check_chart (tl_layout_scene (layout), chart, &report);
  if (report.n_faults > 0)
    g_error ("%s: %s", example->name, report.story->str);
  g_test_message ("%u crossings, %u bends, length %.0f", report.crossings, report.bends,
                  report.length);
  g_assert_cmpuint (report.crossings, <=, example->crossings);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char   *name;
    GTestDataFunc run;
  } tests[] = { { "counts", test_counts }, { "canonical", test_canonical }, { "drawn", test_drawn } };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    for (guint k = 0; k < G_N_ELEMENTS (tests); k++) {
      g_autofree char *path = g_strdup_printf ("/examples/%s/%s", examples[i].name, tests[k].name);

      g_test_add_data_func (path, &examples[i], tests[k].run);
    }
  }
  return g_test_run ();
}
