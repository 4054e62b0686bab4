/* test-bpmn-real.c - BPMN files that other people's programs wrote.
 *
 * Each converts into a valid chart or is refused in words; a table says what
 * each held and what came of it.  The same files cut off at many places must never
 * do worse than be refused.
 */
#include <string.h>

#include "exchange/bpmn.h"
#include "layout/layout.h"
#include "model/check.h"
#include "render/text.h"
#include "scene-check.h"

static const struct {
  const char *name;
  guint       min_steps, min_flows, lanes;
} files[] = {
  { "broken-truncated", 3, 2, 1 },
  { "court-claimant-response", 36, 45, 1 },
  { "hand-drawn-hospital-quality", 20, 20, 4 },
  { "huge-7-pools", 60, 40, 8 },
  { "japanese-names", 5, 4, 1 },
  { "miwg-A.2.0-blueworks-no-DI", 7, 8, 1 },
  { "miwg-A.4.0-bizagi-nested-lanes", 12, 10, 3 },
  { "miwg-C.1.0-invoice", 18, 18, 4 },
  { "miwg-C.2.0-online-order", 20, 20, 5 },
  { "miwg-C.3.0-fridge-repair", 12, 12, 1 },
  { "pizza-collaboration", 17, 18, 4 },
  { "service-desk-adhoc", 15, 10, 1 },
};

static char *
load (const char *name,
      gsize      *length)
{
  const char *shared = g_getenv ("TL_SHARED");
  g_autofree char *file = g_strconcat (name, ".bpmn", NULL);
  g_autofree char *path = shared != NULL
                            ? g_build_filename (shared, "inputs", "bpmn", file, NULL) : NULL;
  char *data = NULL;

  if (path != NULL)
    g_file_get_contents (path, &data, length, NULL);

  return data;
}

static void
assert_valid (const TlChart *chart)
{
  g_autoptr (GPtrArray) problems = tl_problems_new ();

  tl_check_chart (chart, problems);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((TlProblem *) g_ptr_array_index (problems, i))->message);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Laid out, the chart has no fault of any kind. */
static void
assert_sound (const TlChart *chart)
{
  static const TlLayoutOptions options = TL_LAYOUT_OPTIONS_FULL;
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_text_measurer_measure (measurer), &options);
  g_auto (TlSceneReport) found = { 0 };
  const TlScene *scene = tl_layout_scene (layout);
  g_autofree TlSceneEnds *ends = g_new0 (TlSceneEnds, scene->n_connectors + 1);

  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, scene->connectors[i].id);

    ends[i] = (TlSceneEnds) { connector->from, connector->to };
  }
  tl_scene_check (scene, ends, &found);
  if (found.n_faults > 0)
    g_test_message ("%s", found.story->str);
  g_assert_cmpuint (found.n_faults, ==, 0);
}

static guint
count_connectors (const TlChart  *chart,
                  TlConnectorKind kind)
{
  guint n = 0;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++)
    n += TL_CHART_NTH (chart, CONNECTOR, TlConnector, i)->kind == kind;

  return n;
}

static guint
count_read (const TlReport *report,
            const char     *what)
{
  for (guint i = 0; i < tl_report_n_entries (report); i++) {
    const TlReportEntry *entry = tl_report_entry (report, i);

    if (entry->kind == TL_REPORT_READ && g_str_equal (entry->what, what))
      return entry->n;
  }

  return 0;
}

static void
print_row (const char     *name,
           const TlChart  *chart,
           const TlReport *report)
{
  guint nodes = count_read (report, "events") + count_read (report, "tasks") +
                count_read (report, "subprocesses") + count_read (report, "gateways");

  g_test_message ("%-32s file: %3u nodes %3u flows %2u messages %u pools %u lanes | chart: "
                  "%3u steps %3u flow %2u support %u lanes %u failures %2d columns", name, nodes,
                  count_read (report, "flows"), count_read (report, "message flows"),
                  count_read (report, "pools"), count_read (report, "lanes"),
                  tl_chart_n (chart, TL_RECORD_STEP), count_connectors (chart, TL_CONNECTOR_FLOW),
                  count_connectors (chart, TL_CONNECTOR_SUPPORT), tl_chart_n (chart, TL_RECORD_LANE),
                  tl_chart_n (chart, TL_RECORD_FAILURE),
                  TL_CHART_NTH (chart, PHASE, TlPhase, 0)->columns);
}

static void
test_converts (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  gsize length = 0;
  g_autofree char *text = load (files[row].name, &length);
  g_autoptr (TlReport) report = tl_report_new ();
  g_autoptr (TlChart) chart = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL) {
    g_test_skip ("the real charts are not here");
    return;
  }

  chart = tl_bpmn_read (text, length, files[row].name, report, &error);
  g_assert_no_error (error);
  assert_valid (chart);
  assert_sound (chart);
  g_assert_false (tl_chart_can_undo (chart));
  print_row (files[row].name, chart, report);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), >=, files[row].min_steps);
  g_assert_cmpuint (count_connectors (chart, TL_CONNECTOR_FLOW), >=, files[row].min_flows);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_LANE), ==, files[row].lanes);
}

/* The same file always gives the same chart, ids included. */
static void
test_same (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  gsize length = 0;
  g_autofree char *text = load (files[row].name, &length);
  g_autoptr (TlReport) report = tl_report_new ();
  g_autoptr (TlChart) first = NULL;
  g_autoptr (TlChart) second = NULL;

  if (text == NULL) {
    g_test_skip ("the real charts are not here");
    return;
  }

  first = tl_bpmn_read (text, length, "same", report, NULL);
  second = tl_bpmn_read (text, length, "same", report, NULL);
  g_assert_true (tl_chart_equal (first, second));
}

/* Cut off anywhere: a valid chart, or a message; never a crash. */
static void
test_cut_off (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  gsize length = 0;
  g_autofree char *text = load (files[row].name, &length);

  if (text == NULL) {
    g_test_skip ("the real charts are not here");
    return;
  }

  for (guint i = 0; i < 60; i++) {
    gsize cut = length * i / 60 + (i * 7) % 13;
    g_autofree char *copy = g_memdup2 (text, MAX (cut, 1));
    g_autoptr (TlReport) report = tl_report_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (TlChart) chart = tl_bpmn_read (copy, MIN (cut, length), "cut", report, &error);

    g_assert_true ((chart == NULL) == (error != NULL));
    if (chart != NULL) {
      assert_valid (chart);
      g_assert_cmpuint (tl_report_total (report, TL_REPORT_MENDED), >, 0);
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *converts = g_strconcat ("/bpmn-real/converts/", files[i].name, NULL);
    g_autofree char *same = g_strconcat ("/bpmn-real/same/", files[i].name, NULL);
    g_autofree char *cut = g_strconcat ("/bpmn-real/cut-off/", files[i].name, NULL);

    g_test_add_data_func (converts, GUINT_TO_POINTER (i), test_converts);
    g_test_add_data_func (same, GUINT_TO_POINTER (i), test_same);
    g_test_add_data_func (cut, GUINT_TO_POINTER (i), test_cut_off);
  }

  return g_test_run ();
}
