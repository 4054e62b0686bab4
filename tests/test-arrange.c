/* test-arrange.c - cells chosen by the flow: forward, distinct, straight, always the same. */
#include "layout/arrange.h"

#include <string.h>

#include "chart-maker.h"
#include "model/check.h"

/* Charts written by hand: steps "lane.phase" by letter, connectors "ab". */

typedef struct {
  TlChart *chart;
  TlId     lanes[4], phases[4], steps[26];
} Hand;

static void
hand_init (Hand  *hand,
           guint  n_lanes,
           guint  n_phases)
{
  static const TlBand bands[] = {
    TL_BAND_CUSTOMER, TL_BAND_ONSTAGE, TL_BAND_BACKSTAGE, TL_BAND_SUPPORT,
  };
  TlChartInfo *info;

  memset (hand, 0, sizeof *hand);
  hand->chart = tl_chart_new ();
  tl_chart_begin (hand->chart, "Make");
  info = tl_chart_edit (hand->chart, tl_chart_info (hand->chart)->head.id);
  tl_text_set (&info->title, "A");
  tl_text_set (&info->service, "B");
  tl_text_set (&info->currency, "EUR");
  for (guint i = 0; i < n_lanes; i++) {
    TlLane *lane = (TlLane *) tl_record_new (TL_RECORD_LANE);

    lane->name = g_strdup ("Lane");
    lane->band = bands[i];
    hand->lanes[i] = tl_chart_insert (hand->chart, &lane->head, TL_ID_NONE, G_MAXUINT);
  }
  for (guint i = 0; i < n_phases; i++) {
    TlPhase *phase = (TlPhase *) tl_record_new (TL_RECORD_PHASE);

    phase->name = g_strdup ("Phase");
    hand->phases[i] = tl_chart_insert (hand->chart, &phase->head, TL_ID_NONE, G_MAXUINT);
  }
}

static void
hand_step (Hand      *hand,
           char       letter,
           TlStepKind kind,
           guint      lane,
           guint      phase)
{
  TlStep *step = (TlStep *) tl_record_new (TL_RECORD_STEP);

  step->label = g_strdup_printf ("%c", letter);
  step->kind = kind;
  step->lane = hand->lanes[lane];
  step->phase = hand->phases[phase];
  step->outcome = kind == TL_STEP_END ? TL_OUTCOME_RESOLVED : TL_OUTCOME_NONE;
  step->row = letter - 'a';     /* cells there were, all in one column */
  hand->steps[letter - 'a'] = tl_chart_insert (hand->chart, &step->head, TL_ID_NONE, G_MAXUINT);
}

static TlConnector *
hand_join (Hand           *hand,
           const char     *ends,
           TlConnectorKind kind)
{
  TlConnector *connector = (TlConnector *) tl_record_new (TL_RECORD_CONNECTOR);

  connector->kind = kind;
  connector->from = hand->steps[ends[0] - 'a'];
  connector->to = hand->steps[ends[1] - 'a'];
  tl_chart_insert (hand->chart, &connector->head, TL_ID_NONE, G_MAXUINT);
  return connector;
}

static void
commit (TlChart *chart)
{
  g_autoptr (GError) error = NULL;

  tl_chart_commit (chart, &error);
  g_assert_no_error (error);
}

static void
assert_cell (const Hand *hand,
             char        letter,
             int         column,
             int         row)
{
  const TlStep *step = TL_CHART_GET (hand->chart, STEP, TlStep, hand->steps[letter - 'a']);

  if (step->column != column || step->row != row)
    g_error ("step %c stands in column %d, row %d, not %d, %d", letter, step->column, step->row,
             column, row);
}

/* Right colour wax?  No: clean, and polish again.  Supplies come from below. */
static void
test_rework (void)
{
  Hand hand;

  hand_init (&hand, 3, 1);
  hand_step (&hand, 'a', TL_STEP_START, 0, 0);
  hand_step (&hand, 'b', TL_STEP_ACTION, 1, 0);
  hand_step (&hand, 'c', TL_STEP_DECISION, 1, 0);
  hand_step (&hand, 'd', TL_STEP_ACTION, 1, 0);     /* rework */
  hand_step (&hand, 'e', TL_STEP_ACTION, 1, 0);
  hand_step (&hand, 'f', TL_STEP_END, 0, 0);
  hand_step (&hand, 'g', TL_STEP_ACTION, 2, 0);     /* supplies */
  hand_join (&hand, "ab", TL_CONNECTOR_FLOW);
  hand_join (&hand, "bc", TL_CONNECTOR_FLOW);
  hand_join (&hand, "cd", TL_CONNECTOR_FLOW)->probability = 0.03;
  hand_join (&hand, "ce", TL_CONNECTOR_FLOW)->probability = 0.97;
  hand_join (&hand, "db", TL_CONNECTOR_FLOW);
  hand_join (&hand, "ef", TL_CONNECTOR_FLOW);
  hand_join (&hand, "gb", TL_CONNECTOR_SUPPORT);
  tl_arrange (hand.chart);
  commit (hand.chart);

  assert_cell (&hand, 'a', 0, 0);
  assert_cell (&hand, 'b', 0, 0);   /* handed on to another lane: right under */
  assert_cell (&hand, 'c', 1, 0);
  assert_cell (&hand, 'd', 1, 1);   /* right under the question */
  assert_cell (&hand, 'e', 2, 0);
  assert_cell (&hand, 'f', 2, 0);
  assert_cell (&hand, 'g', 0, 0);
  g_assert_cmpint (TL_CHART_NTH (hand.chart, PHASE, TlPhase, 0)->columns, ==, 3);
  tl_chart_free (hand.chart);
}

/* Columns count inside the phase; a step of an earlier phase is a way back. */
static void
test_phases (void)
{
  Hand hand;

  hand_init (&hand, 1, 3);
  hand_step (&hand, 'a', TL_STEP_START, 0, 0);
  hand_step (&hand, 'b', TL_STEP_ACTION, 0, 0);
  hand_step (&hand, 'c', TL_STEP_ACTION, 0, 2);
  hand_step (&hand, 'd', TL_STEP_DECISION, 0, 2);
  hand_step (&hand, 'e', TL_STEP_END, 0, 2);
  hand_join (&hand, "ab", TL_CONNECTOR_FLOW);
  hand_join (&hand, "bc", TL_CONNECTOR_FLOW);
  hand_join (&hand, "cd", TL_CONNECTOR_FLOW);
  hand_join (&hand, "da", TL_CONNECTOR_FLOW)->probability = 0.9;
  hand_join (&hand, "de", TL_CONNECTOR_FLOW)->probability = 0.1;
  tl_arrange (hand.chart);
  tl_chart_settle (hand.chart);

  assert_cell (&hand, 'a', 0, 0);
  assert_cell (&hand, 'b', 1, 0);
  assert_cell (&hand, 'c', 0, 0);
  assert_cell (&hand, 'd', 1, 0);
  assert_cell (&hand, 'e', 2, 0);
  g_assert_cmpint (TL_CHART_NTH (hand.chart, PHASE, TlPhase, 0)->columns, ==, 2);
  g_assert_cmpint (TL_CHART_NTH (hand.chart, PHASE, TlPhase, 1)->columns, ==, 1);
  g_assert_cmpint (TL_CHART_NTH (hand.chart, PHASE, TlPhase, 2)->columns, ==, 3);
  tl_chart_free (hand.chart);
}

/* The happy path runs straight on over a side branch in its own lane. */
static void
test_straight (void)
{
  Hand hand;

  hand_init (&hand, 1, 1);
  hand_step (&hand, 'a', TL_STEP_START, 0, 0);
  hand_step (&hand, 'b', TL_STEP_DECISION, 0, 0);
  hand_step (&hand, 'c', TL_STEP_ACTION, 0, 0);
  hand_step (&hand, 'd', TL_STEP_ACTION, 0, 0);
  hand_step (&hand, 'e', TL_STEP_END, 0, 0);
  hand_join (&hand, "ab", TL_CONNECTOR_FLOW);
  hand_join (&hand, "bc", TL_CONNECTOR_FLOW)->probability = 0.2;
  hand_join (&hand, "be", TL_CONNECTOR_FLOW)->probability = 0.8;
  hand_join (&hand, "cd", TL_CONNECTOR_FLOW);
  hand_join (&hand, "de", TL_CONNECTOR_FLOW);
  tl_arrange (hand.chart);
  commit (hand.chart);

  assert_cell (&hand, 'b', 1, 0);
  assert_cell (&hand, 'c', 2, 1);
  assert_cell (&hand, 'd', 3, 1);
  assert_cell (&hand, 'e', 4, 0);
  tl_chart_free (hand.chart);
}

/* Steps joined to nothing read as a list; a lone source stands by what it leads to. */
static void
test_disconnected (void)
{
  Hand hand;

  hand_init (&hand, 2, 1);
  hand_step (&hand, 'a', TL_STEP_ACTION, 0, 0);
  hand_step (&hand, 'b', TL_STEP_ACTION, 0, 0);
  hand_step (&hand, 'c', TL_STEP_ACTION, 1, 0);
  tl_arrange (hand.chart);
  tl_chart_settle (hand.chart);
  assert_cell (&hand, 'a', 0, 0);
  assert_cell (&hand, 'b', 1, 0);
  assert_cell (&hand, 'c', 2, 0);
  tl_chart_free (hand.chart);

  hand_init (&hand, 2, 1);
  hand_step (&hand, 'a', TL_STEP_START, 0, 0);
  hand_step (&hand, 'b', TL_STEP_ACTION, 0, 0);
  hand_step (&hand, 'c', TL_STEP_END, 0, 0);
  hand_step (&hand, 'd', TL_STEP_ACTION, 1, 0);
  hand_join (&hand, "ab", TL_CONNECTOR_FLOW);
  hand_join (&hand, "bc", TL_CONNECTOR_FLOW);
  hand_join (&hand, "dc", TL_CONNECTOR_FLOW);
  tl_arrange (hand.chart);
  tl_chart_settle (hand.chart);
  assert_cell (&hand, 'd', 2, 0);   /* right under what it leads to */
  tl_chart_free (hand.chart);
}

static void
test_empty (void)
{
  Hand hand;

  hand_init (&hand, 1, 0);
  tl_arrange (hand.chart);
  commit (hand.chart);
  tl_chart_free (hand.chart);

  hand_init (&hand, 1, 2);
  ((TlPhase *) tl_chart_edit (hand.chart, hand.phases[1]))->columns = 9;
  tl_arrange (hand.chart);
  commit (hand.chart);
  g_assert_cmpint (TL_CHART_NTH (hand.chart, PHASE, TlPhase, 1)->columns, ==, 1);
  tl_chart_free (hand.chart);
}

static void
test_ring (void)
{
  Hand hand;

  /* No start, and every step both follows and leads: it must still end, and differ. */
  hand_init (&hand, 1, 1);
  for (char letter = 'a'; letter <= 'd'; letter++)
    hand_step (&hand, letter, TL_STEP_ACTION, 0, 0);
  hand_join (&hand, "ab", TL_CONNECTOR_FLOW);
  hand_join (&hand, "bc", TL_CONNECTOR_FLOW);
  hand_join (&hand, "cd", TL_CONNECTOR_FLOW);
  hand_join (&hand, "da", TL_CONNECTOR_FLOW);
  tl_arrange (hand.chart);
  commit (hand.chart);
  for (char letter = 'a'; letter <= 'd'; letter++)
    assert_cell (&hand, letter, letter - 'a', 0);
  tl_chart_free (hand.chart);
}

/* Made charts. */

static gint64
column_of (const TlChart *chart,
           TlId           id)
{
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, id);

  return (gint64) tl_chart_index (chart, step->phase) * 1000000 + step->column;
}

static TlId
lane_of (const TlChart *chart,
         TlId           id)
{
  return TL_CHART_GET (chart, STEP, TlStep, id)->lane;
}

/* Whether @to leads to @from over flow: then a connector between them closes a loop. */
static gboolean
leads_to (const TlChart *chart,
          TlId           from,
          TlId           to)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (TlId));
  guint n = tl_chart_n (chart, TL_RECORD_CONNECTOR);

  g_array_append_val (queue, from);
  for (guint i = 0; i < queue->len; i++) {
    TlId at = g_array_index (queue, TlId, i);

    if (at == to)
      return TRUE;
    for (guint k = 0; k < n; k++) {
      const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, k);

      if (connector->from == at && connector->kind == TL_CONNECTOR_FLOW &&
          g_hash_table_add (seen, GUINT_TO_POINTER (connector->to)))
        g_array_append_val (queue, connector->to);
    }
  }
  return FALSE;
}

/* Every connector that goes neither forward nor straight to another lane must be part of a
 * loop, or go back in phases. */
static void
assert_forward (const TlChart *chart)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    gint64 from = column_of (chart, connector->from), to = column_of (chart, connector->to);

    if (connector->kind != TL_CONNECTOR_FLOW || to > from || to / 1000000 < from / 1000000 ||
        (to == from && lane_of (chart, connector->from) != lane_of (chart, connector->to)))
      continue;
    g_assert_true (leads_to (chart, connector->to, connector->from));
  }
}

static guint
count_back (const TlChart *chart)
{
  guint n_back = 0;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    n_back += connector->kind == TL_CONNECTOR_FLOW &&
              column_of (chart, connector->to) < column_of (chart, connector->from);
  }
  return n_back;
}

static void
test_made (gconstpointer data)
{
  guint size = GPOINTER_TO_UINT (data);

  for (guint seed = 1; seed <= 12; seed++) {
    TlChartPlan plan = TL_CHART_PLAN_USUAL (size);
    g_autoptr (TlChart) chart = NULL, again = NULL;

    plan.seed = seed;
    plan.n_lanes = seed;
    plan.n_phases = 1 + seed % 4;
    plan.arranged = FALSE;
    chart = tl_chart_make (&plan);
    again = tl_chart_make (&plan);

    tl_chart_begin (chart, "Arrange");
    tl_arrange (chart);
    commit (chart);   /* refuses two steps in one cell, and columns outside the phase */
    assert_forward (chart);
    /* No more goes back than was made to: a third of the ways out of decisions. */
    g_assert_cmpuint (count_back (chart), <=, 2 + size / 8);

    /* The same chart gives the same cells, and a tidy chart stays untouched. */
    tl_chart_begin (again, "Arrange");
    tl_arrange (again);
    commit (again);
    g_assert_true (tl_chart_equal (chart, again));
    tl_chart_begin (again, "Arrange");
    tl_arrange (again);
    commit (again);
    g_assert_true (tl_chart_equal (chart, again));
    if (tl_chart_can_undo (again))
      tl_chart_undo (again);
    g_assert_false (tl_chart_can_undo (again));
  }
}

/* A wrong algorithm would take minutes for these, and the harness would end it; times
 * are told and not asserted, for machines are busy at times. */
static void
test_large (void)
{
  static const guint sizes[] = { 1000, 10000, 40000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    TlChartPlan plan = TL_CHART_PLAN_USUAL (sizes[i]);
    g_autoptr (TlChart) chart = NULL;
    gint64 before;

    plan.arranged = FALSE;
    plan.n_phases = 1;
    chart = tl_chart_make (&plan);
    tl_chart_begin (chart, "Arrange");
    before = g_get_monotonic_time ();
    tl_arrange (chart);
    g_test_message ("%u steps: %.2f ms", sizes[i],
                    (double) (g_get_monotonic_time () - before) / 1000);
    tl_chart_abort (chart);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange/rework", test_rework);
  g_test_add_func ("/arrange/phases", test_phases);
  g_test_add_func ("/arrange/straight", test_straight);
  g_test_add_func ("/arrange/disconnected", test_disconnected);
  g_test_add_func ("/arrange/empty", test_empty);
  g_test_add_func ("/arrange/ring", test_ring);
  g_test_add_data_func ("/arrange/made/5", GUINT_TO_POINTER (5), test_made);
  g_test_add_data_func ("/arrange/made/40", GUINT_TO_POINTER (40), test_made);
  g_test_add_data_func ("/arrange/made/200", GUINT_TO_POINTER (200), test_made);
  g_test_add_func ("/arrange/large", test_large);
  return g_test_run ();
}
