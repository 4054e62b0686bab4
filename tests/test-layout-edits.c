/* test-layout-edits.c - a scene after edits is the scene of the same chart made anew. */
#include "chart-maker.h"
#include "plain-measure.h"

#include "layout/layout.h"
#include "model/ops.h"

#define N_EDITS 60

/* Every number of a scene in one array, every borrowed text in another: two scenes
 * are the same when these are. */
typedef struct {
  GArray    *numbers;   /* double */
  GPtrArray *texts;     /* const TlText, borrowed */
} Account;

static void
tell (Account *a,
      double   number)
{
  g_array_append_val (a->numbers, number);
}

static void
tell_box (Account *a,
          TlBox    box)
{
  tell (a, box.x);
  tell (a, box.y);
  tell (a, box.w);
  tell (a, box.h);
}

static void
tell_point (Account *a,
            TlPoint  point)
{
  tell (a, point.x);
  tell (a, point.y);
}

static void
tell_text (Account    *a,
           TlSceneText text)
{
  g_ptr_array_add (a->texts, (gpointer) text.text);
  if (text.text == NULL)
    return;
  tell_box (a, text.box);
  tell (a, text.align);
}

static void
tell_connector (Account                *a,
                const TlSceneConnector *c)
{
  tell (a, c->id);
  tell (a, c->kind);
  tell (a, c->first_point);
  tell (a, c->n_points);
  tell (a, c->n_hops);
  if (c->n_hops > 0)
    tell (a, c->first_hop);
  tell_text (a, c->label);
  if (c->label.text != NULL)
    tell_box (a, c->label_box);
  tell_box (a, c->bounds);
}

static void
tell_steps (Account       *a,
            const TlScene *s)
{
  for (guint i = 0; i < s->n_steps; i++) {
    tell (a, s->steps[i].id);
    tell (a, s->steps[i].kind);
    tell (a, s->steps[i].band);
    tell (a, s->steps[i].moment_of_truth);
    tell_box (a, s->steps[i].box);
    tell_text (a, s->steps[i].label);
  }
  for (guint i = 0; i < s->n_connectors; i++)
    tell_connector (a, &s->connectors[i]);
  for (guint i = 0; i < s->n_points; i++)
    tell_point (a, s->points[i]);
  for (guint i = 0; i < s->n_hops; i++)
    tell_point (a, s->hops[i]);
  for (guint i = 0; i < s->n_badges; i++) {
    tell (a, s->badges[i].kind);
    tell (a, s->badges[i].id);
    tell (a, s->badges[i].at);
    tell (a, s->badges[i].priority);
    tell_box (a, s->badges[i].box);
    tell_text (a, s->badges[i].text);
  }
}

static void
tell_frame (Account       *a,
            const TlScene *s)
{
  tell_box (a, s->page);
  tell_box (a, s->grid);
  tell_text (a, s->title);
  tell_text (a, s->subtitle);
  tell_text (a, s->totals);
  tell_text (a, s->curve_top);
  tell_text (a, s->curve_bottom);
  if (s->n_moods > 0)
    tell (a, s->curve_zero);
  for (guint i = 0; i < s->n_phases; i++) {
    tell (a, s->phases[i].id);
    tell_box (a, s->phases[i].box);
    tell_text (a, s->phases[i].name);
  }
  for (guint i = 0; i < s->n_bands; i++) {
    tell (a, s->bands[i].kind);
    tell (a, s->bands[i].id);
    tell (a, s->bands[i].band);
    tell_box (a, s->bands[i].box);
    tell_box (a, s->bands[i].header);
    tell_text (a, s->bands[i].name);
  }
  for (guint i = 0; i < s->n_lines; i++) {
    tell (a, s->lines[i].kind);
    tell (a, s->lines[i].y);
    tell (a, s->lines[i].x0);
    tell (a, s->lines[i].x1);
    tell_text (a, s->lines[i].name);
  }
  for (guint i = 0; i < s->n_evidence; i++) {
    tell (a, s->evidence[i].step);
    tell (a, s->evidence[i].n_touchpoints);
    tell_box (a, s->evidence[i].box);
    tell_text (a, s->evidence[i].text);
  }
  for (guint i = 0; i < s->n_moods; i++) {
    tell (a, s->moods[i].step);
    tell (a, s->moods[i].emotion);
    tell_point (a, s->moods[i].point);
  }
  for (guint i = 0; i < s->n_keys; i++) {
    tell (a, s->keys[i].kind);
    tell (a, s->keys[i].priority);
    tell_box (a, s->keys[i].box);
    tell_text (a, s->keys[i].mark);
    tell_text (a, s->keys[i].text);
  }
}

static Account
account_of (const TlScene *scene)
{
  Account a = { g_array_new (FALSE, FALSE, sizeof (double)), g_ptr_array_new () };

  tell_steps (&a, scene);
  tell_frame (&a, scene);
  return a;
}

static void
account_clear (Account *a)
{
  g_array_unref (a->numbers);
  g_ptr_array_unref (a->texts);
}

static void
assert_same (const TlScene *scene,
             const TlScene *anew,
             const char    *what)
{
  Account a = account_of (scene), b = account_of (anew);

  g_test_message ("%s", what);
  g_assert_cmpmem (a.numbers->data, a.numbers->len * sizeof (double),
                   b.numbers->data, b.numbers->len * sizeof (double));
  g_assert_cmpmem (a.texts->pdata, a.texts->len * sizeof (gpointer),
                   b.texts->pdata, b.texts->len * sizeof (gpointer));
  account_clear (&a);
  account_clear (&b);
}

static void
touched_cb (TlChart    *chart,
            const TlId *touched,
            guint       n_touched,
            gpointer    data)
{
  tl_layout_touch (data, touched, n_touched);
}

static TlId
any (const TlChart *chart,
     TlRecordKind   kind,
     TlDice        *dice)
{
  guint n = tl_chart_n (chart, kind);

  return n == 0 ? TL_ID_NONE : tl_chart_nth (chart, kind, tl_dice_roll (dice, n))->id;
}

/* A connector with a failure point on it, for the order of those goes by where it leaves;
 * any when there is none. */
static TlId
any_failing (const TlChart *chart,
             TlDice        *dice)
{
  guint n = tl_chart_n (chart, TL_RECORD_FAILURE), first = tl_dice_roll (dice, MAX (n, 1));

  for (guint i = 0; i < n; i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, (first + i) % n);

    if (tl_chart_get (chart, failure->at)->kind == TL_RECORD_CONNECTOR)
      return failure->at;
  }
  return any (chart, TL_RECORD_CONNECTOR, dice);
}

/* One of the edits people make; some are refused, and then nothing has changed. */
static const char *
edit (TlChart *chart,
      TlDice  *dice)
{
  static const char *const labels[] = { "Ask", "Check the booking",
                                        "A longer label that takes several lines of its box",
                                        "Unquestionably-interdepartmental-correspondence" };
  TlId step = any (chart, TL_RECORD_STEP, dice), connector = any (chart, TL_RECORD_CONNECTOR, dice);

  switch (tl_dice_roll (dice, 14)) {
  case 0:
    tl_ops_set (chart, step, "label", labels[tl_dice_roll (dice, G_N_ELEMENTS (labels))], NULL);
    return "a step's label";
  case 1:
    tl_ops_set (chart, connector, "label", tl_dice_percent (dice, 50) ? "maybe" : NULL, NULL);
    return "a connector's label";
  case 2:
    tl_ops_move (chart, &step, 1, tl_dice_percent (dice, 50) ? 1 : -1, 0, NULL);
    return "a step to the side";
  case 3:
    tl_ops_move (chart, &step, 1, 0, tl_dice_percent (dice, 50) ? 1 : -1, NULL);
    return "a step to another lane";
  case 4:
    tl_ops_connect (chart, TL_CONNECTOR_FLOW, step, any (chart, TL_RECORD_STEP, dice), NULL);
    return "a new connector";
  case 5:
    tl_ops_delete (chart, &connector, 1, NULL);
    return "a connector less";
  case 6:
    tl_ops_add_failure (chart, tl_dice_percent (dice, 50) ? step : connector, "It fails", NULL);
    return "a failure point";
  case 7:
    tl_ops_delete (chart, &step, 1, NULL);
    return "a step less";
  case 8:
    tl_ops_next_step (chart, step, TL_STEP_ACTION, "Next", NULL);
    return "a next step";
  case 9:
    tl_ops_reconnect (chart, connector, step, any (chart, TL_RECORD_STEP, dice), NULL);
    return "a connector led elsewhere";
  case 10:
    tl_ops_set (chart, step, "kind", tl_dice_percent (dice, 50) ? "wait" : "fork", NULL);
    return "another kind of step";
  case 11:
    connector = any_failing (chart, dice);
    tl_ops_reconnect (chart, connector, step, any (chart, TL_RECORD_STEP, dice), NULL);
    return "a connector with a failure point led elsewhere";
  case 12:
    connector = any_failing (chart, dice);
    tl_ops_delete (chart, &connector, 1, NULL);
    return "a connector less, with its failure point";
  default:
    step = any (chart, TL_RECORD_FAILURE, dice);
    tl_ops_delete (chart, &step, 1, NULL);
    return "a failure point less";
  }
}

static void
check_chart (const TlChartPlan *plan,
             guint32            seed)
{
  g_autoptr (TlChart) chart = tl_chart_make (plan);
  TlPlainMeasure *plain = tl_plain_measure_new ();
  TlLayout *layout = tl_layout_new (chart, tl_plain_measure (plain), NULL);
  TlDice dice = { seed };

  tl_layout_scene (layout);
  tl_chart_set_notify (chart, touched_cb, layout);
  for (guint i = 0; i < N_EDITS; i++) {
    const char *what = "undone";

    if (tl_dice_percent (&dice, 15) && tl_chart_can_undo (chart)) {
      tl_chart_undo (chart);
    } else {
      tl_chart_begin (chart, "Edit");
      what = edit (chart, &dice);
      tl_chart_commit (chart, NULL);
    }
    /* At times several edits come between two scenes. */
    if (tl_dice_percent (&dice, 80)) {
      TlLayout *fresh = tl_layout_new (chart, tl_plain_measure (plain), NULL);

      assert_same (tl_layout_scene (layout), tl_layout_scene (fresh), what);
      tl_layout_free (fresh);
    }
  }
  tl_chart_set_notify (chart, NULL, NULL);
  tl_layout_free (layout);
  tl_plain_measure_free (plain);
}

static void
test_random (void)
{
  static const guint sizes[] = { 8, 25, 60, 150, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    for (guint seed = 1; seed <= 6; seed++) {
      TlChartPlan plan = TL_CHART_PLAN_USUAL (sizes[i]);

      plan.seed = seed;
      if (seed % 2 == 0) {
        plan.n_lanes = 1 + seed;
        plan.crowd_percent = 60;
        plan.fork_every = 12;
        plan.decision_every = 4;
        plan.back_percent = 50;
        plan.connectors = 1.6;
      }
      check_chart (&plan, seed);
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/edits", test_random);
  return g_test_run ();
}
