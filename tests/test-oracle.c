/* test-oracle.c - the figures of three example charts against numbers worked out elsewhere.
 *
 * tests/data/oracle.json has an object a chart; its numbers are met to 1e-9 of their
 * size.
 */
#include <json-glib/json-glib.h>
#include <string.h>

#include "analysis/flow.h"
#include "analysis/happy-path.h"
#include "analysis/residual.h"
#include "xml-support.h"

typedef struct {
  const char *key, *example;
} Row;

static const Row rows[] = {
  { "shoeshine", "corner-shoeshine" },
  { "hotel", "hotel-check-in" },
  { "repair", "appliance-repair" },
};

typedef struct {
  JsonParser      *parser;
  JsonObject      *wanted;     /* of the parser */
  TlChart         *chart;
  TlRecoveryIndex *recoveries;
  TlGraph         *graph;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  const Row *row = data;
  g_autofree char *path = g_build_filename (g_getenv ("TL_TEST_DATA"), "oracle.json", NULL);
  g_autoptr (GError) error = NULL;
  JsonArray *charts;

  f->parser = json_parser_new ();
  json_parser_load_from_file (f->parser, path, &error);
  g_assert_no_error (error);
  charts = json_node_get_array (json_parser_get_root (f->parser));
  for (guint i = 0; i < json_array_get_length (charts); i++) {
    JsonObject *object = json_array_get_object_element (charts, i);

    if (g_str_equal (json_object_get_string_member (object, "key"), row->key))
      f->wanted = object;
  }
  g_assert_nonnull (f->wanted);

  f->chart = tl_test_read_example (row->example);
  f->recoveries = tl_recovery_index_new (f->chart);
  f->graph = tl_graph_new (f->chart);
}

static void
tear_down (Fixture      *f,
           gconstpointer data G_GNUC_UNUSED)
{
  tl_graph_free (f->graph);
  tl_recovery_index_free (f->recoveries);
  tl_chart_free (f->chart);
  g_object_unref (f->parser);
}

static void
assert_close (const char *what,
              double      found,
              double      wanted)
{
  if (!(fabs (found - wanted) <= 1e-9 * MAX (1, fabs (wanted))))
    g_error ("%s is %.17g, not %.17g", what, found, wanted);
}

static void
assert_member (JsonObject *object,
               const char *key,
               double      found)
{
  assert_close (key, found, json_object_get_double_member (object, key));
}

/* "s4", "R:f2" or "LOST". */
static double
visits_of (const Fixture *f,
           const TlFlow  *flow,
           const char    *key)
{
  TlId id;

  if (g_str_equal (key, "LOST"))
    return flow->given_up;
  id = tl_chart_find (f->chart, g_str_has_prefix (key, "R:") ? key + 2 : key);
  g_assert_cmpuint (id, !=, TL_ID_NONE);
  return tl_flow_visits (flow, id);
}

static void
check_visits (const Fixture *f,
              const TlFlow  *flow,
              JsonObject    *wanted)
{
  g_autoptr (GList) keys = json_object_get_members (wanted);
  guint n_visited = 0;

  for (const GList *l = keys; l != NULL; l = l->next)
    assert_member (wanted, l->data, visits_of (f, flow, l->data));
  /* Nothing else is visited. */
  for (guint i = 0; i < flow->n_visits; i++)
    n_visited += flow->visits[i] != 0;
  g_assert_cmpuint (n_visited + (flow->given_up > 0), ==, g_list_length (keys));
}

static void
test_flow (Fixture      *f,
           gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "clean", "withfail" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    JsonObject *wanted = json_object_get_object_member (f->wanted, names[i]);
    JsonObject *out = json_object_get_object_member (wanted, "out");
    g_autoptr (TlFlow) flow = tl_flow_new (f->graph, f->recoveries, i == 1);

    g_assert_null (flow->why_not);
    assert_member (wanted, "T", flow->time);
    assert_member (wanted, "Tres", flow->time_resolved);
    assert_member (wanted, "C", flow->cost / 100);
    assert_member (wanted, "touch", flow->touch);
    assert_member (out, "resolved", flow->outcome[TL_OUTCOME_RESOLVED]);
    assert_member (out, "lost", flow->outcome[TL_OUTCOME_LOST]);
    assert_member (out, "referred", flow->outcome[TL_OUTCOME_REFERRED]);
    check_visits (f, flow, json_object_get_object_member (wanted, "V"));
  }
}

static void
test_path (Fixture      *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TlHappyPath) path = tl_happy_path_new (f->graph);
  JsonArray *happy = json_object_get_array_member (f->wanted, "happy");
  g_autofree char *why_not = NULL;

  g_assert_null (path->why_not);
  g_assert_cmpuint (path->n, ==, json_array_get_length (happy));
  for (guint i = 0; i < path->n; i++)
    g_assert_cmpstr (tl_chart_get (f->chart, path->steps[i])->name, ==,
                     json_array_get_string_element (happy, i));
  assert_member (f->wanted, "happyT", path->time);
  assert_member (f->wanted, "RTY", path->yield);
  assert_member (f->wanted, "FTR", tl_flow_first_time_right (f->graph, &why_not));
  g_assert_null (why_not);
}

static void
test_failures (Fixture      *f,
               gconstpointer data G_GNUC_UNUSED)
{
  JsonArray *failures = json_object_get_array_member (f->wanted, "failures");
  g_autoptr (TlFlow) flow = tl_flow_new (f->graph, f->recoveries, FALSE);

  g_assert_cmpuint (json_array_get_length (failures), ==,
                    tl_chart_n (f->chart, TL_RECORD_FAILURE));
  for (guint i = 0; i < json_array_get_length (failures); i++) {
    JsonObject *wanted = json_array_get_object_element (failures, i);
    TlId id = tl_chart_find (f->chart, json_object_get_string_member (wanted, "id"));
    const TlFailure *failure = TL_CHART_GET (f->chart, FAILURE, TlFailure, id);
    TlRated rated = tl_rated_before (failure);

    g_assert_cmpint (rated.rpn, ==, json_object_get_int_member (wanted, "rpn"));
    g_assert_cmpstr (tl_priority_letter (rated.priority), ==,
                     json_object_get_string_member (wanted, "ap"));
    assert_member (wanted, "rate", tl_flow_rate (flow, f->graph, failure));
  }
}

static void
test_coverage (Fixture      *f,
               gconstpointer data G_GNUC_UNUSED)
{
  JsonArray *wanted = json_object_get_array_member (f->wanted, "cover");
  TlCoverage coverage = tl_recovery_coverage (f->chart, f->recoveries);

  g_assert_cmpint (coverage.n_covered, ==, json_array_get_int_element (wanted, 0));
  g_assert_cmpint (coverage.n, ==, json_array_get_int_element (wanted, 1));
  g_assert_cmpint (coverage.rpn_covered, ==, json_array_get_int_element (wanted, 2));
  g_assert_cmpint (coverage.rpn, ==, json_array_get_int_element (wanted, 3));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *name;
    void (* run) (Fixture      *f,
                  gconstpointer data);
  } tests[] = {
    { "flow", test_flow }, { "path", test_path }, { "failures", test_failures },
    { "coverage", test_coverage },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    for (guint k = 0; k < G_N_ELEMENTS (tests); k++) {
      g_autofree char *path = g_strdup_printf ("/oracle/%s/%s", rows[i].key, tests[k].name);

      g_test_add (path, Fixture, &rows[i], set_up, tests[k].run, tear_down);
    }
  }
  return g_test_run ();
}
