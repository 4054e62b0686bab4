/* test-flow-walk.c - what is to be expected of journeys against what happens on them: the
 * same figures by sending customers through random charts, one step after the other.
 *
 * The walk reads the chart's records and nothing else of analysis/, so that a mistake in
 * the one is not made in the other.  Each figure must lie within so many standard errors
 * of the mean that the walks give; the dice are the same every time.
 */
#include <math.h>
#include <string.h>

#include "analysis/flow.h"
#include "chart-maker.h"
#include "full-chart.h"

enum { N_CHARTS = 200, N_WALKS = 10000, LONGEST = 100000, MOST = 64 };

#define ERRORS 6.0   /* standard errors; once in 5·10^8 by chance */

/* Charts */

typedef struct {
  TlDice   dice;
  TlChart *chart;
  TlId     lane, phase, staff;
  TlId     row[MOST];      /* the main row, in order; forks and joins stand in it too */
  gboolean is_open[MOST];  /* a way may lead there from anywhere */
  guint    n_row, n_steps, n_failures;
  TlId     ends[3];
} Maker;

static double
roll (TlDice *dice)
{
  return (tl_dice_roll (dice, 1 << 30) + 0.5) / (1 << 30);
}

static TlStep *
add_step (Maker     *maker,
          TlStepKind kind)
{
  g_autofree char *name = g_strdup_printf ("s%u", maker->n_steps);
  TlStep *step = tl_test_add (maker->chart, TL_RECORD_STEP, name, TL_ID_NONE);

  tl_text_set (&step->label, name);
  step->kind = kind;
  step->lane = maker->lane;
  step->phase = maker->phase;
  step->column = (int) maker->n_steps++;
  if (kind == TL_STEP_ACTION) {
    step->touch = (int) tl_dice_roll (&maker->dice, 300);
    step->wait = (int) tl_dice_roll (&maker->dice, 100);
    step->cost = tl_dice_roll (&maker->dice, 500);
    step->role = tl_dice_percent (&maker->dice, 60) ? maker->staff : TL_ID_NONE;
  }
  if (kind == TL_STEP_WAIT)
    step->wait = (int) tl_dice_roll (&maker->dice, 900);
  return step;
}

static TlConnector *
connect (Maker          *maker,
         TlConnectorKind kind,
         TlId            from,
         TlId            to)
{
  g_autofree char *name = g_strdup_printf ("c%u", tl_chart_n (maker->chart, TL_RECORD_CONNECTOR));
  TlConnector *connector = tl_test_add (maker->chart, TL_RECORD_CONNECTOR, name, TL_ID_NONE);

  connector->kind = kind;
  connector->from = from;
  connector->to = to;
  return connector;
}

static TlFailure *
add_failure (Maker *maker,
             TlId   at,
             double p)
{
  g_autofree char *name = g_strdup_printf ("f%u", maker->n_failures++);
  TlFailure *failure = tl_test_add (maker->chart, TL_RECORD_FAILURE, name, TL_ID_NONE);

  tl_text_set (&failure->title, name);
  failure->at = at;
  failure->p = p;
  failure->actor = TL_ACTOR_EXTERNAL;
  failure->dimension = TL_DIMENSION_RELIABILITY;
  if (tl_dice_percent (&maker->dice, 30))
    failure->loss = roll (&maker->dice);
  return failure;
}

static void
put (Maker   *maker,
     TlId     step,
     gboolean is_open)
{
  maker->is_open[maker->n_row] = is_open;
  maker->row[maker->n_row++] = step;
}

static TlStepKind
roll_kind (TlDice *dice)
{
  guint percent = tl_dice_roll (dice, 100);

  return percent < 45 ? TL_STEP_ACTION : percent < 60 ? TL_STEP_WAIT : TL_STEP_DECISION;
}

/* A fork, two or three rows of up to two steps, a join. */
static void
add_split (Maker *maker)
{
  TlId fork = add_step (maker, TL_STEP_FORK)->head.id;
  TlId join = add_step (maker, TL_STEP_JOIN)->head.id;
  guint n = 2 + tl_dice_roll (&maker->dice, 2);
  gboolean was_bare = FALSE;

  for (guint b = 0; b < n; b++) {
    guint length = was_bare ? 1 + tl_dice_roll (&maker->dice, 2) : tl_dice_roll (&maker->dice, 3);
    TlId at = fork;

    was_bare = was_bare || length == 0;   /* one way from fork to join, for two are one */
    for (guint i = 0; i < length; i++) {
      TlId next = add_step (maker, tl_dice_percent (&maker->dice, 70) ? TL_STEP_ACTION
                                                                      : TL_STEP_WAIT)->head.id;

      connect (maker, TL_CONNECTOR_FLOW, at, next);
      if (tl_dice_percent (&maker->dice, 40))
        add_failure (maker, next, 0.3 * roll (&maker->dice));
      at = next;
    }
    connect (maker, TL_CONNECTOR_FLOW, at, join);
  }
  put (maker, fork, TRUE);
  put (maker, join, FALSE);
}

static void
add_row (Maker *maker)
{
  static const TlOutcome outcomes[] = { TL_OUTCOME_RESOLVED, TL_OUTCOME_LOST,
                                        TL_OUTCOME_REFERRED };
  guint n = 4 + tl_dice_roll (&maker->dice, 12);

  put (maker, add_step (maker, TL_STEP_START)->head.id, FALSE);
  for (guint i = 0; i < n; i++) {
    if (tl_dice_percent (&maker->dice, 12))
      add_split (maker);
    else
      put (maker, add_step (maker, roll_kind (&maker->dice))->head.id, TRUE);
  }
  for (guint i = 0; i < 3; i++) {
    TlStep *end = add_step (maker, TL_STEP_END);

    end->outcome = outcomes[i];
    maker->ends[i] = end->head.id;
  }
}

/* Anywhere but to itself, and nowhere twice: back, ahead, or to an end. */
static void
branch (Maker *maker,
        guint  at)
{
  TlId to[MOST];
  guint n = 1, wanted = 2 + tl_dice_roll (&maker->dice, 2);
  gboolean shares = tl_dice_percent (&maker->dice, 80);
  double share[4], sum = 0;

  to[0] = at + 1 < maker->n_row ? maker->row[at + 1] : maker->ends[0];
  for (guint tries = 0; n < wanted && tries < 50; tries++) {
    guint place = tl_dice_roll (&maker->dice, maker->n_row);
    gboolean ends = tl_dice_percent (&maker->dice, 40);
    TlId next = ends ? maker->ends[tl_dice_roll (&maker->dice, 3)] : maker->row[place];
    gboolean fresh = next != maker->row[at] && (ends || maker->is_open[place]);

    for (guint i = 0; i < n; i++)
      fresh = fresh && to[i] != next;
    if (fresh)
      to[n++] = next;
  }
  for (guint i = 0; i < n; i++)
    sum += share[i] = 0.2 + roll (&maker->dice);
  for (guint i = 0; i < n; i++) {
    TlConnector *connector = connect (maker, TL_CONNECTOR_FLOW, maker->row[at], to[i]);

    connector->probability = shares ? share[i] / sum : NAN;
    if (tl_dice_percent (&maker->dice, 20))
      add_failure (maker, connector->head.id, NAN);
  }
}

static void
connect_row (Maker *maker)
{
  for (guint i = 0; i < maker->n_row; i++) {
    const TlStep *step = TL_CHART_GET (maker->chart, STEP, TlStep, maker->row[i]);
    TlConnector *connector;

    if (step->kind == TL_STEP_FORK)
      continue;
    if (step->kind == TL_STEP_DECISION) {
      branch (maker, i);
    } else {
      connector = connect (maker, TL_CONNECTOR_FLOW, maker->row[i],
                           i + 1 < maker->n_row ? maker->row[i + 1] : maker->ends[0]);
      if (tl_dice_percent (&maker->dice, 15))
        add_failure (maker, connector->head.id, 0.2 * roll (&maker->dice));
    }
    if (step->kind != TL_STEP_START && step->kind != TL_STEP_JOIN &&
        tl_dice_percent (&maker->dice, 35))
      add_failure (maker, maker->row[i], 0.4 * roll (&maker->dice));
  }
}

static void
add_recovery (Maker *maker,
              TlId   failure)
{
  g_autofree char *name = g_strdup_printf ("r%u", tl_chart_n (maker->chart, TL_RECORD_RECOVERY));
  TlRecovery *recovery = tl_test_add (maker->chart, TL_RECORD_RECOVERY, name, TL_ID_NONE);
  TlAction *action = tl_test_add (maker->chart, TL_RECORD_ACTION, NULL, recovery->head.id);
  guint at = tl_dice_roll (&maker->dice, maker->n_row);

  tl_text_set (&recovery->name, name);
  tl_id_list_append (&recovery->failures, failure);
  recovery->cost = tl_dice_roll (&maker->dice, 2000);
  recovery->success = tl_dice_percent (&maker->dice, 85) ? roll (&maker->dice) : NAN;
  recovery->resume.how = tl_dice_percent (&maker->dice, 60) ? TL_RESUME_NEXT : TL_RESUME_REDO;
  if (tl_dice_percent (&maker->dice, 20) && maker->is_open[at])
    recovery->resume = (TlResume) { TL_RESUME_STEP, maker->row[at] };
  action->kind = TL_ACTION_FIX;
  action->role = maker->staff;
  action->within = (int) tl_dice_roll (&maker->dice, 1000);
  tl_text_set (&action->text, "Fix");
}

/* Two steps beside the flow: one for a step, one for that one. */
static void
add_helpers (Maker *maker)
{
  TlId first = add_step (maker, TL_STEP_ACTION)->head.id;
  TlId second = add_step (maker, TL_STEP_ACTION)->head.id;

  connect (maker, TL_CONNECTOR_SUPPORT, first, maker->row[1]);
  connect (maker, TL_CONNECTOR_SUPPORT, second, first);
}

static TlChart *
make (guint seed)
{
  Maker maker = { .dice = { seed }, .chart = tl_chart_new () };
  TlRole *role;
  TlLane *lane;
  TlEconomics *economics;

  tl_chart_begin (maker.chart, "Make");
  role = tl_test_add (maker.chart, TL_RECORD_ROLE, "ro", TL_ID_NONE);
  role->kind = TL_ROLE_STAFF;
  role->hourly = 7200;
  maker.staff = role->head.id;
  lane = tl_test_add (maker.chart, TL_RECORD_LANE, "la", TL_ID_NONE);
  lane->band = TL_BAND_ONSTAGE;
  maker.lane = lane->head.id;
  maker.phase = ((TlPhase *) tl_test_add (maker.chart, TL_RECORD_PHASE, "ph", TL_ID_NONE))->head.id;
  economics = tl_test_add (maker.chart, TL_RECORD_ECONOMICS, NULL, TL_ID_NONE);
  economics->loss = 0.1 + 0.8 * roll (&maker.dice);
  add_row (&maker);
  connect_row (&maker);
  add_helpers (&maker);
  for (guint i = 0; i < tl_chart_n (maker.chart, TL_RECORD_FAILURE); i++) {
    if (tl_dice_percent (&maker.dice, 70))
      add_recovery (&maker, tl_chart_nth (maker.chart, TL_RECORD_FAILURE, i)->id);
  }
  tl_chart_settle (maker.chart);
  return maker.chart;
}

/* Walks */

/* One chart as the walk needs it, by handle. */
typedef struct {
  const TlChart      *chart;
  TlDice              dice;
  gboolean            with_failures;
  guint               limit;
  GPtrArray         **ways;       /* const TlConnector */
  GPtrArray         **failures;   /* const TlFailure, by step or connector */
  const TlRecovery  **recovery;   /* by failure */
  double             *help;       /* by step: cost of the steps beside the flow, a visit */
  double             *work;       /* the same, working time of staff */
} World;

/* What one customer met. */
typedef struct {
  double    time, cost, touch;
  TlOutcome outcome;
  gboolean  given_up, flawed;
} Journey;

static void
world_init (World         *world,
            const TlChart *chart,
            guint          seed)
{
  guint limit = tl_chart_id_limit (chart);

  *world = (World) { .chart = chart, .dice = { seed }, .limit = limit };
  world->ways = g_new0 (GPtrArray *, limit);
  world->failures = g_new0 (GPtrArray *, limit);
  world->recovery = g_new0 (const TlRecovery *, limit);
  world->help = g_new0 (double, limit);
  world->work = g_new0 (double, limit);
  for (guint i = 0; i < limit; i++) {
    world->ways[i] = g_ptr_array_new ();
    world->failures[i] = g_ptr_array_new ();
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    if (connector->kind == TL_CONNECTOR_FLOW)
      g_ptr_array_add (world->ways[connector->from], (gpointer) connector);
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);

    g_ptr_array_add (world->failures[failure->at], (gpointer) failure);
  }
  for (guint i = tl_chart_n (chart, TL_RECORD_RECOVERY); i > 0; i--) {
    const TlRecovery *recovery = TL_CHART_NTH (chart, RECOVERY, TlRecovery, i - 1);

    world->recovery[recovery->failures.ids[0]] = recovery;
  }
}

static double
price_of (const World  *world,
          const TlStep *step)
{
  const TlRole *role = TL_CHART_GET (world->chart, ROLE, TlRole, step->role);

  return (double) step->cost + (role != NULL ? step->touch * (double) role->hourly / 3600 : 0);
}

/* A step beside the flow works each time for what it supports: back along the two. */
static void
add_help (World *world)
{
  for (guint i = tl_chart_n (world->chart, TL_RECORD_CONNECTOR); i > 0; i--) {
    const TlConnector *connector = TL_CHART_NTH (world->chart, CONNECTOR, TlConnector, i - 1);
    const TlStep *from;

    if (connector->kind != TL_CONNECTOR_SUPPORT)
      continue;
    from = TL_CHART_GET (world->chart, STEP, TlStep, connector->from);
    world->help[connector->to] += price_of (world, from) + world->help[from->head.id];
    world->work[connector->to] += (from->role != TL_ID_NONE ? from->touch : 0) +
                                  world->work[from->head.id];
  }
}

static void
world_clear (World *world)
{
  for (guint i = 0; i < world->limit; i++) {
    g_ptr_array_unref (world->ways[i]);
    g_ptr_array_unref (world->failures[i]);
  }
  g_free (world->ways);
  g_free (world->failures);
  g_free (world->recovery);
  g_free (world->help);
  g_free (world->work);
}

static void
work (World        *world,
      const TlStep *step,
      Journey      *journey)
{
  journey->cost += price_of (world, step) + world->help[step->head.id];
  journey->touch += (step->role != TL_ID_NONE ? step->touch : 0) + world->work[step->head.id];
}

static int
deadline_of (World            *world,
             const TlRecovery *recovery)
{
  return recovery == NULL ? 0 : TL_CHART_GET (world->chart, ACTION, TlAction,
                                              recovery->head.children.ids[0])->within;
}

/* Whether the customer stays after @failure. */
static gboolean
suffer (World           *world,
        const TlFailure *failure,
        Journey         *journey)
{
  const TlRecovery *recovery = world->recovery[failure->head.id];
  const TlEconomics *economics = TL_CHART_NTH (world->chart, ECONOMICS, TlEconomics, 0);
  double stay = 1 - (isnan (failure->loss) ? economics->loss : failure->loss);

  journey->flawed = TRUE;
  if (recovery != NULL) {
    journey->cost += (double) recovery->cost;
    stay = isnan (recovery->success) ? stay : recovery->success;
  }
  return roll (&world->dice) < stay;
}

/* All branches of a split: as long as the slowest is on average.  Returns the join. */
static const TlStep *
go_beside (World        *world,
           const TlStep *fork,
           Journey      *journey)
{
  double slowest = 0;
  const TlStep *step = NULL;

  for (guint b = 0; b < world->ways[fork->head.id]->len; b++) {
    const TlConnector *way = world->ways[fork->head.id]->pdata[b];
    double time = 0;

    step = TL_CHART_GET (world->chart, STEP, TlStep, way->to);
    while (step->kind != TL_STEP_JOIN) {
      GPtrArray *failures = world->failures[step->head.id];

      time += step->touch + step->wait;
      work (world, step, journey);
      for (guint i = 0; i < failures->len && world->with_failures; i++) {
        const TlFailure *failure = failures->pdata[i];

        time += failure->p * deadline_of (world, world->recovery[failure->head.id]);
        if (roll (&world->dice) < failure->p && !suffer (world, failure, journey))
          journey->given_up = TRUE;
      }
      way = world->ways[step->head.id]->pdata[0];
      step = TL_CHART_GET (world->chart, STEP, TlStep, way->to);
    }
    slowest = MAX (slowest, time);
  }
  journey->time += slowest;
  return step;
}

static const TlStep *
go_on (World        *world,
       const TlStep *step,
       Journey      *journey)
{
  GPtrArray *ways = world->ways[step->head.id];
  double dice = roll (&world->dice);
  const TlConnector *way = NULL;

  for (guint i = 0; i < ways->len; i++) {
    way = ways->pdata[i];
    dice -= ways->len == 1 ? 1 : isnan (way->probability) ? 1.0 / ways->len : way->probability;
    if (dice < 0)
      break;
  }
  if (step->kind == TL_STEP_DECISION && world->failures[way->head.id]->len > 0)
    journey->flawed = TRUE;
  return TL_CHART_GET (world->chart, STEP, TlStep, way->to);
}

/* The failure of a step, or of its one way out, that happens this time; at most one. */
static const TlFailure *
happens (World        *world,
         const TlStep *step)
{
  GPtrArray *ways = world->ways[step->head.id];
  TlId places[] = { step->head.id, TL_ID_NONE };
  double dice = roll (&world->dice);

  if (step->kind != TL_STEP_DECISION)
    places[1] = ((const TlConnector *) ways->pdata[0])->head.id;
  for (guint k = 0; k < 2 && places[k] != TL_ID_NONE; k++) {
    for (guint i = 0; i < world->failures[places[k]]->len; i++) {
      const TlFailure *failure = world->failures[places[k]]->pdata[i];

      dice -= failure->p;
      if (dice < 0)
        return failure;
    }
  }
  return NULL;
}

/* The next step, or NULL when the customer gives up. */
static const TlStep *
go_through (World        *world,
            const TlStep *step,
            Journey      *journey)
{
  const TlFailure *failure = NULL;
  const TlRecovery *recovery;

  journey->time += step->touch + step->wait;
  work (world, step, journey);
  if (step->kind == TL_STEP_FORK) {
    step = go_beside (world, step, journey);
    return journey->given_up ? NULL : step;
  }
  if (world->with_failures)
    failure = happens (world, step);
  if (failure == NULL)
    return go_on (world, step, journey);

  recovery = world->recovery[failure->head.id];
  journey->time += deadline_of (world, recovery);
  if (!suffer (world, failure, journey)) {
    journey->given_up = TRUE;
    return NULL;
  }
  if (recovery == NULL || recovery->resume.how == TL_RESUME_NEXT)
    return go_on (world, step, journey);
  return recovery->resume.how == TL_RESUME_REDO
           ? step : TL_CHART_GET (world->chart, STEP, TlStep, recovery->resume.step);
}

static Journey
walk (World *world,
      guint *visits)
{
  Journey journey = { 0 };
  const TlStep *step = TL_CHART_NTH (world->chart, STEP, TlStep, 0);

  for (guint n = 0; n < LONGEST && step != NULL; n++) {
    visits[step->head.id]++;
    if (step->kind == TL_STEP_END) {
      journey.outcome = step->outcome;
      return journey;
    }
    step = go_through (world, step, &journey);
  }
  journey.outcome = TL_OUTCOME_LOST;
  return journey;
}

/* Comparing */

typedef struct {
  double n, sum, squares;
} Sample;

static void
take (Sample *sample,
      double  value)
{
  sample->n++;
  sample->sum += value;
  sample->squares += value * value;
}

static void
assert_likely (const char   *what,
               guint         chart,
               const Sample *sample,
               double        expected)
{
  double mean, error;

  if (sample->n < 100)
    return;
  mean = sample->sum / sample->n;
  error = sqrt (fmax (sample->squares / sample->n - mean * mean, 0) / sample->n);
  /* What never happened, or always, may still be just rare. */
  error = fmax (error, sqrt (fmax (expected * (1 - expected), 0) / sample->n));
  if (!(fabs (mean - expected) <= ERRORS * error + 1e-9 * fabs (expected)))
    g_error ("chart %u: %s is %g expected, but %g ± %g on %.0f walks", chart, what, expected,
             mean, error, sample->n);
}

static void
check_chart (const TlChart *chart,
             guint          number,
             gboolean       with_failures)
{
  g_autoptr (TlRecoveryIndex) recoveries = tl_recovery_index_new (chart);
  g_autoptr (TlGraph) graph = tl_graph_new (chart);
  g_autoptr (TlFlow) flow = tl_flow_new (graph, recoveries, with_failures);
  g_autofree char *why_not = NULL;
  Sample time = { 0 }, resolved_time = { 0 }, cost = { 0 }, touch = { 0 }, given_up = { 0 };
  Sample right = { 0 }, outcome[TL_OUTCOME_REFERRED + 1] = { { 0 } };
  g_autofree Sample *steps = g_new0 (Sample, tl_chart_id_limit (chart));
  World world;

  g_assert_null (flow->why_not);
  world_init (&world, chart, number + 77);
  add_help (&world);
  world.with_failures = with_failures;
  for (guint i = 0; i < N_WALKS; i++) {
    g_autofree guint *visits = g_new0 (guint, world.limit);
    Journey journey = walk (&world, visits);

    take (&time, journey.time);
    take (&cost, journey.cost);
    take (&touch, journey.touch);
    take (&given_up, journey.given_up);
    take (&right, journey.outcome == TL_OUTCOME_RESOLVED && !journey.flawed);
    if (journey.outcome == TL_OUTCOME_RESOLVED)
      take (&resolved_time, journey.time);
    for (TlOutcome k = TL_OUTCOME_RESOLVED; k <= TL_OUTCOME_REFERRED; k++)
      take (&outcome[k], journey.outcome == k);
    for (guint k = 0; k < world.limit; k++)
      take (&steps[k], visits[k]);
  }
  assert_likely ("time", number, &time, flow->time);
  assert_likely ("time when resolved", number, &resolved_time, flow->time_resolved);
  assert_likely ("cost", number, &cost, flow->cost);
  assert_likely ("touch", number, &touch, flow->touch);
  assert_likely ("given up", number, &given_up, flow->given_up);
  for (TlOutcome k = TL_OUTCOME_RESOLVED; k <= TL_OUTCOME_REFERRED; k++)
    assert_likely ("outcome", number, &outcome[k], flow->outcome[k]);
  if (with_failures)
    assert_likely ("first time right", number, &right,
                   tl_flow_first_time_right (graph, &why_not));
  for (guint i = 0; i < graph->n; i++) {
    if (graph->reached[i] && !tl_graph_is_inside (graph, i))
      assert_likely ("visits", number, &steps[graph->steps[i]->head.id],
                     tl_flow_visits (flow, graph->steps[i]->head.id));
  }
  world_clear (&world);
}

static void
test_walks (gconstpointer data)
{
  guint n_loops = 0, n_splits = 0, n_failures = 0;

  for (guint i = 0; i < N_CHARTS; i++) {
    g_autoptr (TlChart) chart = make (i + 1);
    g_autoptr (TlGraph) graph = tl_graph_new (chart);

    check_chart (chart, i, data != NULL);
    n_splits += graph->n_splits;
    n_failures += tl_chart_n (chart, TL_RECORD_FAILURE);
    for (guint k = 0; k < graph->first_way[graph->n]; k++)
      n_loops += graph->ways[k].to < graph->ways[k].from;
  }
  /* The charts have in them what the walk is to meet. */
  g_test_message ("%u ways back, %u splits, %u failures", n_loops, n_splits, n_failures);
  g_assert_cmpuint (n_loops, >, N_CHARTS / 2);
  g_assert_cmpuint (n_splits, >, N_CHARTS / 4);
  g_assert_cmpuint (n_failures, >, N_CHARTS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/flow-walk/failures-off", NULL, test_walks);
  g_test_add_data_func ("/flow-walk/failures-on", "on", test_walks);
  return g_test_run ();
}
