/* test-flow.c - what is to be expected of journeys: worked examples, and where there is
 * nothing to expect. */
#include "analysis/flow.h"
#include "analysis/happy-path.h"
#include "charts.h"
#include "full-chart.h"

#include <string.h>

#define MINUTE 60.0

static TlChart *
make (const char *drawing,
      const char *script)
{
  TlChart *chart = tl_test_chart (drawing);

  tl_chart_begin (chart, "Add");
  ((TlRole *) tl_test_add (chart, TL_RECORD_ROLE, "staff", TL_ID_NONE))->kind = TL_ROLE_STAFF;
  ((TlEconomics *) tl_test_add (chart, TL_RECORD_ECONOMICS, NULL, TL_ID_NONE))->cases = 100;
  tl_chart_settle (chart);
  tl_test_change (chart, script);
  return chart;
}

static void
add_deadline (TlChart     *chart,
              const char  *recovery,
              TlActionKind kind,
              int          within)
{
  TlAction *action;

  tl_chart_begin (chart, "Act");
  action = tl_test_add (chart, TL_RECORD_ACTION, NULL, tl_test_id (chart, recovery));
  action->kind = kind;
  action->within = within;
  action->role = tl_test_id (chart, "staff");
  tl_chart_settle (chart);
}

static void
set_resume (TlChart    *chart,
            const char *recovery,
            TlResumeHow how,
            TlId        step)
{
  tl_chart_begin (chart, "Resume");
  ((TlRecovery *) tl_chart_edit (chart, tl_test_id (chart, recovery)))->resume =
    (TlResume) { how, step };
  tl_chart_settle (chart);
}

typedef struct {
  TlRecoveryIndex *recoveries;
  TlGraph         *graph;
  TlFlow          *off, *on;
  TlHappyPath          *path;
  double           first_time_right;
  char            *why_not;    /* of first_time_right */
} Answers;

static void
ask (Answers       *answers,
     const TlChart *chart)
{
  answers->recoveries = tl_recovery_index_new (chart);
  answers->graph = tl_graph_new (chart);
  answers->off = tl_flow_new (answers->graph, answers->recoveries, FALSE);
  answers->on = tl_flow_new (answers->graph, answers->recoveries, TRUE);
  answers->path = tl_happy_path_new (answers->graph);
  answers->why_not = NULL;
  answers->first_time_right = tl_flow_first_time_right (answers->graph, &answers->why_not);
}

static void
answers_clear (Answers *answers)
{
  tl_flow_free (answers->off);
  tl_flow_free (answers->on);
  tl_happy_path_free (answers->path);
  tl_graph_free (answers->graph);
  tl_recovery_index_free (answers->recoveries);
  g_free (answers->why_not);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answers, answers_clear)

static void
assert_close (double found,
              double wanted)
{
  if (!(fabs (found - wanted) <= 1e-9 * MAX (1, fabs (wanted))))
    g_error ("%.17g is not %.17g", found, wanted);
}

static double
visits (const TlFlow  *flow,
        const TlChart *chart,
        const char    *name)
{
  return tl_flow_visits (flow, tl_test_id (chart, name));
}

/* A branch and a loop: call, visit, fixed? */
static TlChart *
make_loop (void)
{
  return make ("Cu: s( A B D? E r) l)\n"
               "s>A A>B B>D D>E@0.8 D>B@0.15 D>l@0.05 E>r",
               "A.touch=300; A.cost=400; B.touch=3600; B.cost=5000; E.touch=300; E.cost=100; "
               "l.outcome=lost");
}

static void
test_m1 (void)
{
  g_autoptr (TlChart) chart = make_loop ();
  g_auto (Answers) a = { 0 };

  ask (&a, chart);
  assert_close (visits (a.off, chart, "B"), 1.1764705882352942);
  assert_close (visits (a.off, chart, "E"), 0.94117647058823528);
  assert_close (a.off->outcome[TL_OUTCOME_RESOLVED], 0.94117647058823528);
  assert_close (a.off->outcome[TL_OUTCOME_LOST], 0.058823529411764705);
  assert_close (a.off->outcome[TL_OUTCOME_REFERRED], 0);
  assert_close (a.off->time, 80.294117647058826 * MINUTE);
  assert_close (a.off->cost, 6376.4705882352941);
  assert_close (a.off->time_resolved, 80.588235294117652 * MINUTE);
  /* Nothing can fail, so failures on is the same. */
  assert_close (a.on->time, a.off->time);
  assert_close (a.on->cost, a.off->cost);
  assert_close (a.first_time_right, a.off->outcome[TL_OUTCOME_RESOLVED]);
  /* The mixture of both endings is the whole. */
  assert_close (a.off->outcome[TL_OUTCOME_RESOLVED] * a.off->time_resolved +
                a.off->outcome[TL_OUTCOME_LOST] * 75.588235294117652 * MINUTE, a.off->time);
  /* Nobody works but the customer. */
  assert_close (a.off->touch, 0);
}

/* Two steps; the first fails and is recovered, the second fails and is not. */
static TlChart *
make_failing (const char *script)
{
  TlChart *chart = make ("Cu: s( A B e)\n"
                         "s>A A>B B>e\n"
                         "f!A g!B r*f",
                         "A.touch=600; A.cost=500; B.touch=1200; B.cost=1000; "
                         "A.role=staff; B.role=staff; "
                         "f.p=0.1; r.cost=800; r.success=0.8");

  add_deadline (chart, "r", TL_ACTION_FIX, 900);
  add_deadline (chart, "r", TL_ACTION_FOLLOW_UP, 86400);
  tl_test_change (chart, script);
  return chart;
}

static void
test_m2 (void)
{
  g_autoptr (TlChart) chart = make_failing ("g.p=0.05; g.loss=0.6");
  g_auto (Answers) a = { 0 };

  ask (&a, chart);
  assert_close (visits (a.on, chart, "f"), 0.1);
  assert_close (visits (a.on, chart, "B"), 0.98);
  assert_close (a.on->given_up, 0.0494);
  assert_close (a.on->outcome[TL_OUTCOME_LOST], 0.0494);
  assert_close (a.on->outcome[TL_OUTCOME_RESOLVED], 0.9506);
  assert_close (a.on->time, 31.1 * MINUTE);
  assert_close (a.on->cost, 1560);
  assert_close (a.on->time_resolved, 29.682 / 0.9506 * MINUTE);
  assert_close (a.on->time_resolved, 31.22448979591837 * MINUTE);
  assert_close (a.path->yield, 0.855);
  assert_close (a.first_time_right, 0.855);
  /* Recovery is no staff time of its own. */
  assert_close (a.on->touch, 29.6 * MINUTE);
  assert_close (a.off->time, 30 * MINUTE);
  assert_close (a.off->cost, 1500);
}

static void
test_m3 (void)
{
  g_autoptr (TlChart) chart = make_failing ("");
  g_auto (Answers) a = { 0 };

  set_resume (chart, "r", TL_RESUME_REDO, TL_ID_NONE);
  ask (&a, chart);
  assert_close (visits (a.on, chart, "A"), 1 / 0.92);
  assert_close (visits (a.on, chart, "f"), 0.1 / 0.92);
  assert_close (visits (a.on, chart, "B"), 0.9 / 0.92);
  assert_close (a.on->given_up, 0.021739130434782608);
  assert_close (a.on->time, 32.065217391304347 * MINUTE);
  assert_close (a.on->cost, 1608.6956521739130);
}

/* What is not given: an unrated success, no procedure, no loss of its own. */
static void
test_defaults (void)
{
  static const struct {
    const char *script;
    double      given_up;
  } rows[] = {
    { "r.success=-", 0.1 * 0.63 },
    { "r.success=-; f.loss=0.5", 0.1 * 0.5 },
    { "r.success=-; economics.loss=0.4", 0.1 * 0.4 },
    { "r.success=0.3; f.loss=0.5", 0.1 * 0.7 },
    { "r.success=1; g.p=0.2", 0.2 * 0.63 },
    { "f.p=-", 0 },
    { "f.p=1; r.success=0", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = make_failing (rows[i].script);
    g_auto (Answers) a = { 0 };

    ask (&a, chart);
    g_test_message ("%s", rows[i].script);
    g_assert_null (a.on->why_not);
    assert_close (a.on->given_up, rows[i].given_up);
    g_assert_cmpint (isnan (a.on->time_resolved), ==, rows[i].given_up == 1);
  }
}

/* Goes on at a step that is named, forward, backward, and one drawn for nothing else. */
static void
test_resume (void)
{
  static const struct {
    const char *step;
    double      a, b, c;
  } rows[] = {
    { "A", 1 / 0.84, 1 / 0.84, 0.8 / 0.84 },
    { "B", 1, 1 / 0.84, 0.8 / 0.84 },
    { "C", 1, 1, 0.96 },
    { "D", 1, 1, 0.96 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = make ("Cu: s( A B C e)\n"
                                      "Cu+: . . D . .\n"
                                      "s>A A>B B>C C>e D>C\n"
                                      "f!B r*f", "f.p=0.2; r.success=0.8");
    g_auto (Answers) a = { 0 };

    set_resume (chart, "r", TL_RESUME_STEP, tl_test_id (chart, rows[i].step));
    ask (&a, chart);
    assert_close (visits (a.on, chart, "A"), rows[i].a);
    assert_close (visits (a.on, chart, "B"), rows[i].b);
    assert_close (visits (a.on, chart, "C"), rows[i].c);
    assert_close (visits (a.on, chart, "D"), i == 3 ? 0.16 : 0);
    assert_close (visits (a.off, chart, "D"), 0);
  }
}

/* Explicit failures change nothing but being right first time; implicit ones may sit on
 * the one way out. */
static void
test_faces (void)
{
  g_autoptr (TlChart) chart = make ("Cu: s( A D? B e)\n"
                                    "s>A A>D D>B@0.25 D>e@0.75 B>e\n"
                                    "f!D>B g!A>D", "g.p=0.1; g.loss=0.5; B.wait=60");
  g_auto (Answers) a = { 0 };
  const TlFailure *f, *g;

  ask (&a, chart);
  f = TL_CHART_GET (chart, FAILURE, TlFailure, tl_test_id (chart, "f"));
  g = TL_CHART_GET (chart, FAILURE, TlFailure, tl_test_id (chart, "g"));
  assert_close (tl_flow_rate (a.off, a.graph, f), 0.25);
  assert_close (tl_flow_rate (a.off, a.graph, g), 0.1);
  assert_close (a.first_time_right, 0.9 * 0.75);
  assert_close (a.off->time, 15);
  assert_close (a.on->given_up, 0.05);
  assert_close (visits (a.on, chart, "B"), 0.95 * 0.25);
  assert_close (visits (a.on, chart, "f"), 0);

  tl_test_change (chart, "g.p=-");
  g_assert_true (isnan (tl_flow_rate (a.off, a.graph, g)));
}

static void
test_shares (void)
{
  static const struct {
    const char *script;
    double      b;          /* NaN = nothing to expect */
  } rows[] = {
    { "", 0.5 },                                             /* equal shares */
    { "D-B.probability=0.3; D-e.probability=0.7", 0.3 },
    { "D-B.probability=0.3003; D-e.probability=0.7", 0.3003 / 1.0003 },
    { "D-B.probability=0; D-e.probability=1", 0 },
    { "D-B.probability=0.3", NAN },
    { "D-B.probability=0.3; D-e.probability=0.69", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = make ("Cu: s( D? B e)\ns>D D>B D>e B>e", rows[i].script);
    g_auto (Answers) a = { 0 };

    ask (&a, chart);
    g_test_message ("%s: %s", rows[i].script, a.off->why_not);
    g_assert_cmpint (a.off->why_not != NULL, ==, isnan (rows[i].b));
    if (!isnan (rows[i].b))
      assert_close (visits (a.off, chart, "B"), rows[i].b);
  }
}

/* Steps beside the flow count as what they support does; a circle counts nothing. */
static void
test_helpers (void)
{
  g_autoptr (TlChart) chart = make ("Cu: s( D? B e)\n"
                                    "Su: x y z | .\n"
                                    "Su+: p q . | u\n"
                                    "s>D D>B@0.25 D>e@0.75 B>e\n"
                                    "x.>B y.>x y.>D z.>e p.>q q.>p p.>B u.>p",
                                    "staff.hourly=360000; x.touch=10; x.role=staff; y.cost=7; "
                                    "x.wait=1000");
  g_auto (Answers) a = { 0 };

  ask (&a, chart);
  assert_close (visits (a.off, chart, "x"), 0.25);
  assert_close (visits (a.off, chart, "y"), 1.25);
  assert_close (visits (a.off, chart, "z"), 1);
  assert_close (visits (a.off, chart, "p"), 0.25);
  assert_close (visits (a.off, chart, "q"), 0);
  assert_close (visits (a.off, chart, "u"), 0.25);
  assert_close (a.off->time, 0);
  assert_close (a.off->touch, 2.5);
  assert_close (a.off->cost, 0.25 * 1000 + 1.25 * 7);
}

/* The worked example of a split: A 2, then B 5, C 3 beside D 4 beside E 6, F 1, then G 2. */
static void
test_critical_path (void)
{
  static const struct {
    const char *step;
    double      earliest, slack;
  } rows[] = {
    { "s", 0, 0 }, { "A", 0, 0 }, { "k", 2, 0 }, { "B", 2, 0 }, { "C", 7, 0 }, { "D", 2, 4 },
    { "E", 2, 1 }, { "F", 8, 1 }, { "j", 10, 0 }, { "G", 10, 0 }, { "e", 12, 0 },
  };
  g_autoptr (TlChart) chart = make ("Cu: s( A k{ B C j} G e)\n"
                                    "Cu+: . . . D . . . .\n"
                                    "Cu++: . . . E F . . .\n"
                                    "s>A A>k k>B k>D k>E B>C C>j D>j E>F F>j j>G G>e",
                                    "A.touch=2; B.touch=5; C.wait=3; D.touch=4; E.touch=6; "
                                    "F.touch=1; G.touch=2");
  g_auto (Answers) a = { 0 };

  ask (&a, chart);
  g_assert_cmpfloat (a.path->time, ==, 12);
  g_assert_cmpfloat (a.path->touch, ==, 20);
  g_assert_cmpfloat (a.off->time, ==, 12);
  g_assert_cmpuint (a.path->n, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpuint (a.path->steps[i], ==, tl_test_id (chart, rows[i].step));
    g_assert_cmpfloat (a.path->earliest[i], ==, rows[i].earliest);
    g_assert_cmpfloat (a.path->slack[i], ==, rows[i].slack);
  }
}

/* Failures inside of a split, on its steps and on the ways from the fork. */
static void
test_split (void)
{
  g_autoptr (TlChart) chart = make ("Cu: s( k{ B j} G e)\n"
                                    "Cu+: . . D . . .\n"
                                    "s>k k>B k>D B>j D>j j>G G>e\n"
                                    "f!B g!D h!k>D r*f",
                                    "B.touch=100; D.touch=140; D.cost=50; G.touch=10; f.p=0.1; "
                                    "g.p=0.2; g.loss=0.5; h.p=0.25; h.loss=0.4; r.success=0.9; "
                                    "r.cost=300");
  g_auto (Answers) a = { 0 };
  double alive = (1 - 0.1 * 0.1) * (1 - 0.2 * 0.5) * (1 - 0.25 * 0.4);

  add_deadline (chart, "r", TL_ACTION_FIX, 500);
  ask (&a, chart);
  assert_close (a.off->time, 150);
  assert_close (a.on->time, 100 + 0.1 * 500 + alive * 10);
  assert_close (a.on->cost, 50 + 0.1 * 300);
  assert_close (a.on->given_up, 1 - alive);
  assert_close (visits (a.on, chart, "j"), alive);
  assert_close (visits (a.on, chart, "B"), 1);
  assert_close (a.first_time_right, 0.9 * 0.8 * 0.75);
  assert_close (a.path->yield, 0.9 * 0.8 * 0.75);
  assert_close (a.path->time, 150);
}

static void
test_happy_path (void)
{
  static const struct {
    const char *drawing;
    const char *happy;       /* NULL = there is none */
  } rows[] = {
    /* The most probable; not if a failure sits on it; then again if on all. */
    { "Cu: s( D? A B e)\ns>D D>A@0.3 D>B@0.7 A>e B>e", "s D B e" },
    { "Cu: s( D? A B e)\ns>D D>A@0.3 D>B@0.7 A>e B>e\nf!D>B", "s D A e" },
    { "Cu: s( D? A B e)\ns>D D>A@0.3 D>B@0.7 A>e B>e\nf!D>B g!D>A", "s D B e" },
    /* Of equals the first in the document. */
    { "Cu: s( D? A B e)\ns>D D>B D>A A>e B>e", "s D B e" },
    { "Cu: s( D? A B e)\ns>D D>A@0.5 D>B@0.5 A>e B>e", "s D A e" },
    { "Cu: s( D? A e)\ns>D D>A@0.7 D>e@0.3 A>D", NULL },
    { "Cu: s( D? A e)\ns>D D>A@0.3 D>e@0.7 A>D", "s D e" },
    /* Where the usual way does not go, shares may be missing. */
    { "Cu: s( D? A? e)\ns>D D>A@0.3 D>e@0.7 A>D@0.5 A>e@0.2", "s D e" },
    { "Cu: s( A? D? e)\ns>A A>D A>e D>e@0.4", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = make (rows[i].drawing, "");
    g_autoptr (GString) happy = g_string_new (NULL);
    g_auto (Answers) a = { 0 };

    ask (&a, chart);
    for (guint k = 0; k < a.path->n && a.path->why_not == NULL; k++)
      g_string_append_printf (happy, "%s%s", k > 0 ? " " : "",
                              tl_chart_get (chart, a.path->steps[k])->name);
    g_test_message ("%s", rows[i].drawing);
    if (rows[i].happy == NULL)
      g_assert_nonnull (a.path->why_not);
    else
      g_assert_cmpstr (happy->str, ==, rows[i].happy);
  }
}

/* Published: 0.99, 0.97, 0.95, 0.96, 0.94 roll to about 82 percent. */
static void
test_rolled_yield (void)
{
  static const struct {
    const char *script;
    double      yield;
  } rows[] = {
    { "1.p=0.01; 2.p=0.03; 3.p=0.05; 4.p=0.04; 5.p=0.06", 0.823246 },
    { "1.p=0.05; 2.p=0.05; 3.p=0.05", 0.857375 },
    { "1.p=0.05; 2.p=0.05; 3.p=0.05; 4.p=0.05; 5.p=0.05", 0.773781 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = make ("Cu: s( A B D E F e)\n"
                                      "s>A A>B B>D D>E E>F F>e\n"
                                      "f1!A f2!B f3!D>E f4!E f5!F", "");
    g_auto (GStrv) parts = g_strsplit (rows[i].script, "; ", -1);
    g_auto (Answers) a = { 0 };

    for (guint k = 0; parts[k] != NULL; k++) {
      g_autofree char *script = g_strconcat ("f", parts[k], NULL);

      tl_test_change (chart, script);
    }
    ask (&a, chart);
    g_assert_cmpfloat_with_epsilon (a.path->yield, rows[i].yield, 1e-6);
    assert_close (a.first_time_right, a.path->yield);
  }
}

/* Two failures on one step exclude each other. */
static void
test_two_failures (void)
{
  g_autoptr (TlChart) chart = make ("Cu: s( A e)\ns>A A>e\nf!A g!A>e",
                                    "f.p=0.7; g.p=0.3; f.loss=0.5; g.loss=1");
  g_auto (Answers) a = { 0 };

  ask (&a, chart);
  assert_close (a.path->yield, 0);
  assert_close (a.first_time_right, 0);
  assert_close (a.on->given_up, 0.65);
}

/* Says why, and says nothing else. */
static void
test_why_not (void)
{
  static const struct {
    const char *drawing, *script;
    const char *why;      /* what it begins with */
    gboolean    only_on;  /* there is something to expect with failures off */
  } rows[] = {
    { "Cu: A e)\nA>e", "", "The chart has no first contact", FALSE },
    { "Cu: s( t( e)\ns>e t>e", "", "The chart has 2 first contacts", FALSE },
    { "Cu: s( A e)\ns>A", "", "From “A” the customer never gets out: it leads nowhere", FALSE },
    { "Cu: s( A B e)\ns>A A>B B>A", "", "From “", FALSE },
    { "Cu: s( D? A B e)\ns>D D>A@1 D>e@0 A>B B>A", "", "From “", FALSE },
    { "Cu: s( D? A B e)\ns>D D>A@0 D>e@1 A>B B>A", "", NULL, FALSE },
    { "Cu: s( A B e)\ns>A A>B A>e B>e", "", "“A” has 2 ways out but is no decision", FALSE },
    { "Cu: s( D? B e)\ns>D D>B@0.5 D>e@0.45 B>e", "",
      "The ways out of “D” add up to 95 %, not to 100 %", FALSE },
    { "Cu: s( D? B e)\ns>D D>B@0.5 D>e B>e", "",
      "Some ways out of “D” have a percentage and some have none", FALSE },
    { "Cu: s( k{ A B e)\ns>k k>A k>B A>e B>e", "", "Times are not computed across the split “k”",
      FALSE },
    { "Cu: s( k{ A B j} e)\ns>k k>A k>B A>B B>j j>e", "", "Times are not computed across", FALSE },
    { "Cu: s( k{ A j} e) D?\ns>k k>A k>D A>j D>j D>e j>e", "", "Times are not computed across",
      FALSE },
    { "Cu: s( k{ A B j} e)\ns>k k>A k>B A>j B>j j>e\nf!A", "", NULL, FALSE },
    { "Cu: s( k{ A B j} e)\nCu+: x . . . . .\ns>x x>k k>A k>B A>j B>j j>e\nf!x r*f",
      "f.p=0.1; r.success=0.5; r.resume=A",
      "“r” lets the customer go on inside a split, at “A”", TRUE },
    /* Fails for ever, and is redone for ever. */
    { "Cu: s( A e)\ns>A A>e\nf!A r*f", "f.p=1; r.success=1; r.resume=A",
      "From “A” the customer never gets out: no end", TRUE },
    /* What nobody comes to does not matter. */
    { "Cu: s( A e) x y\ns>A A>e x>y y>x", "", NULL, FALSE },
    { "Cu: s( A e) D?\ns>A A>e D>e@0.3", "", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = make (rows[i].drawing, rows[i].script);
    g_auto (Answers) a = { 0 };
    gboolean fine = rows[i].why == NULL;

    ask (&a, chart);
    g_test_message ("%s: %s", rows[i].drawing, a.on->why_not);
    g_assert_cmpint (a.on->why_not == NULL, ==, fine);
    g_assert_cmpint (a.off->why_not == NULL, ==, fine || rows[i].only_on);
    g_assert_true (fine || g_str_has_prefix (a.on->why_not, rows[i].why));
    g_assert_cmpint (isnan (tl_flow_visits (a.on, 1)), ==, !fine);
    g_assert_cmpint (isnan (a.first_time_right), ==, a.why_not != NULL);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/m1", test_m1);
  g_test_add_func ("/flow/m2", test_m2);
  g_test_add_func ("/flow/m3", test_m3);
  g_test_add_func ("/flow/defaults", test_defaults);
  g_test_add_func ("/flow/resume", test_resume);
  g_test_add_func ("/flow/faces", test_faces);
  g_test_add_func ("/flow/shares", test_shares);
  g_test_add_func ("/flow/helpers", test_helpers);
  g_test_add_func ("/flow/split", test_split);
  g_test_add_func ("/flow/two-failures", test_two_failures);
  g_test_add_func ("/flow/why-not", test_why_not);
  g_test_add_func ("/path/critical", test_critical_path);
  g_test_add_func ("/path/happy", test_happy_path);
  g_test_add_func ("/path/rolled-yield", test_rolled_yield);
  return g_test_run ();
}
