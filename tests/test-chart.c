/* test-chart.c - transactions, undo and redo, notices, handles and names. */
#include <string.h>

#include "model/chart.h"
#include "model/order.h"

typedef struct {
  TlChart *chart;
  TlId     lane, phase, a, b;
  guint    n_notices;
  guint    n_touched;   /* of the last notice */
} Fixture;

static void
noticed (TlChart    *chart G_GNUC_UNUSED,
         const TlId *touched G_GNUC_UNUSED,
         guint       n_touched,
         gpointer    data)
{
  Fixture *f = data;

  f->n_notices++;
  f->n_touched = n_touched;
}

static TlId
add_step (Fixture    *f,
          const char *label,
          int         column)
{
  TlStep *step = (TlStep *) tl_record_new (TL_RECORD_STEP);

  step->kind = TL_STEP_ACTION;
  step->lane = f->lane;
  step->phase = f->phase;
  step->column = column;
  tl_text_set (&step->label, label);
  return tl_chart_insert (f->chart, &step->head, TL_ID_NONE, G_MAXUINT);
}

static void
set_up (Fixture      *f,
        gconstpointer data G_GNUC_UNUSED)
{
  TlChartInfo *info;
  TlLane *lane = (TlLane *) tl_record_new (TL_RECORD_LANE);
  TlPhase *phase = (TlPhase *) tl_record_new (TL_RECORD_PHASE);

  f->chart = tl_chart_new ();
  tl_chart_begin (f->chart, NULL);
  info = tl_chart_edit (f->chart, tl_chart_info (f->chart)->head.id);
  tl_text_set (&info->title, "Counter");
  tl_text_set (&info->service, "Service");
  tl_text_set (&info->currency, "EUR");
  tl_text_set (&lane->name, "Customer");
  lane->band = TL_BAND_CUSTOMER;
  f->lane = tl_chart_insert (f->chart, &lane->head, TL_ID_NONE, G_MAXUINT);
  tl_text_set (&phase->name, "Visit");
  phase->columns = 9;
  f->phase = tl_chart_insert (f->chart, &phase->head, TL_ID_NONE, G_MAXUINT);
  f->a = add_step (f, "a", 0);
  f->b = add_step (f, "b", 1);
  tl_chart_settle (f->chart);
  tl_chart_set_notify (f->chart, noticed, f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data G_GNUC_UNUSED)
{
  tl_chart_free (f->chart);
}

static const char *
label_of (Fixture *f,
          TlId     id)
{
  return TL_CHART_GET (f->chart, STEP, TlStep, id)->label;
}

static void
relabel (Fixture    *f,
         TlId        id,
         const char *label)
{
  TlStep *step = tl_chart_edit (f->chart, id);

  tl_text_set (&step->label, label);
}

static void
commit (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_chart_commit (f->chart, &error));
  g_assert_no_error (error);
}

static void
test_one_notice (Fixture      *f,
                 gconstpointer data G_GNUC_UNUSED)
{
  tl_chart_begin (f->chart, "Relabel");
  relabel (f, f->a, "x");
  relabel (f, f->a, "y");
  relabel (f, f->b, "z");
  g_assert_cmpuint (f->n_notices, ==, 0);
  commit (f);
  g_assert_cmpuint (f->n_notices, ==, 1);
  g_assert_cmpuint (f->n_touched, ==, 2);
  g_assert_cmpstr (tl_chart_undo_label (f->chart), ==, "Relabel");

  tl_chart_undo (f->chart);
  g_assert_cmpuint (f->n_notices, ==, 2);
  g_assert_cmpstr (label_of (f, f->a), ==, "a");
  g_assert_cmpstr (tl_chart_redo_label (f->chart), ==, "Relabel");
  tl_chart_redo (f->chart);
  g_assert_cmpuint (f->n_notices, ==, 3);
  g_assert_cmpstr (label_of (f, f->a), ==, "y");
  g_assert_cmpstr (label_of (f, f->b), ==, "z");
}

/* What comes to nothing leaves no history and no notice. */
static void
test_nothing (Fixture      *f,
              gconstpointer data G_GNUC_UNUSED)
{
  guint64 version = tl_chart_version (f->chart);

  tl_chart_begin (f->chart, "Empty");
  commit (f);

  tl_chart_begin (f->chart, "There and back");
  relabel (f, f->a, "x");
  relabel (f, f->a, "a");
  commit (f);

  tl_chart_begin (f->chart, "Add and remove");
  tl_chart_remove (f->chart, add_step (f, "new", 5));
  commit (f);

  tl_chart_begin (f->chart, "Aborted");
  relabel (f, f->a, "x");
  add_step (f, "new", 5);
  tl_chart_remove (f->chart, f->b);
  tl_chart_abort (f->chart);

  g_assert_cmpuint (f->n_notices, ==, 0);
  g_assert_false (tl_chart_can_undo (f->chart));
  g_assert_cmpuint (tl_chart_version (f->chart), ==, version);
  g_assert_cmpstr (label_of (f, f->a), ==, "a");
  g_assert_cmpstr (label_of (f, f->b), ==, "b");
  g_assert_cmpuint (tl_chart_n (f->chart, TL_RECORD_STEP), ==, 2);
}

static void
test_refused (Fixture      *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  tl_chart_begin (f->chart, "Empty label");
  relabel (f, f->a, "");
  relabel (f, f->b, "good");
  g_assert_false (tl_chart_commit (f->chart, &error));
  g_assert_error (error, TL_CHART_ERROR, TL_CHART_ERROR_INVALID);
  g_assert_false (tl_chart_is_open (f->chart));
  g_assert_cmpstr (label_of (f, f->a), ==, "a");
  g_assert_cmpstr (label_of (f, f->b), ==, "b");   /* the good half went too */
  g_assert_cmpuint (f->n_notices, ==, 0);
}

static void
test_handles_are_not_reused (Fixture      *f,
                             gconstpointer data G_GNUC_UNUSED)
{
  TlId first, second;

  tl_chart_begin (f->chart, "Add");
  first = add_step (f, "c", 2);
  commit (f);
  tl_chart_undo (f->chart);
  g_assert_null (tl_chart_get (f->chart, first));
  tl_chart_begin (f->chart, "Add");
  second = add_step (f, "d", 2);
  commit (f);
  g_assert_cmpuint (second, >, first);
  g_assert_false (tl_chart_can_redo (f->chart));   /* a new edit forgets what was undone */
}

static void
test_remove_and_undo_keeps_order (Fixture      *f,
                                  gconstpointer data G_GNUC_UNUSED)
{
  tl_chart_begin (f->chart, "Edit and remove");
  relabel (f, f->a, "x");
  tl_chart_remove (f->chart, f->a);
  commit (f);
  g_assert_cmpuint (tl_chart_index (f->chart, f->b), ==, 0);
  tl_chart_undo (f->chart);
  g_assert_cmpuint (tl_chart_index (f->chart, f->a), ==, 0);
  g_assert_cmpstr (label_of (f, f->a), ==, "a");

  tl_chart_begin (f->chart, "Reorder");
  tl_chart_reorder (f->chart, f->a, 1);
  commit (f);
  g_assert_cmpuint (tl_chart_index (f->chart, f->a), ==, 1);
  tl_chart_undo (f->chart);
  g_assert_cmpuint (tl_chart_index (f->chart, f->a), ==, 0);
  tl_chart_redo (f->chart);
  g_assert_cmpuint (tl_chart_index (f->chart, f->a), ==, 1);
}

static void
test_children (Fixture      *f,
               gconstpointer data G_GNUC_UNUSED)
{
  TlTouchpoint *desk = (TlTouchpoint *) tl_record_new (TL_RECORD_TOUCHPOINT);
  TlId id;

  desk->channel = TL_CHANNEL_SITE;
  tl_text_set (&desk->name, "desk");
  tl_chart_begin (f->chart, "Add touchpoint");
  id = tl_chart_insert (f->chart, &desk->head, f->a, G_MAXUINT);
  commit (f);
  g_assert_cmpuint (tl_chart_get (f->chart, f->a)->children.n, ==, 1);
  g_assert_cmpuint (tl_chart_get (f->chart, id)->parent, ==, f->a);

  tl_chart_begin (f->chart, "Remove step");
  tl_chart_remove (f->chart, f->a);
  commit (f);
  g_assert_null (tl_chart_get (f->chart, id));   /* the child went with it */
  tl_chart_undo (f->chart);
  g_assert_nonnull (tl_chart_get (f->chart, id));
  tl_chart_undo (f->chart);
  g_assert_null (tl_chart_get (f->chart, id));
  g_assert_cmpuint (tl_chart_get (f->chart, f->a)->children.n, ==, 0);
}

static void
test_names (Fixture      *f,
            gconstpointer data G_GNUC_UNUSED)
{
  const char *name = tl_chart_get (f->chart, f->a)->name;
  g_autofree char *old = g_strdup (name);

  g_assert_cmpuint (strlen (old), ==, 8);
  g_assert_cmpuint (tl_chart_find (f->chart, old), ==, f->a);
  tl_chart_begin (f->chart, "Rename");
  tl_chart_rename (f->chart, f->a, "s1");
  commit (f);
  g_assert_cmpuint (tl_chart_find (f->chart, "s1"), ==, f->a);
  g_assert_cmpuint (tl_chart_find (f->chart, old), ==, TL_ID_NONE);
  tl_chart_undo (f->chart);
  g_assert_cmpuint (tl_chart_find (f->chart, old), ==, f->a);
  g_assert_cmpuint (tl_chart_find (f->chart, "s1"), ==, TL_ID_NONE);
}

static void
test_version (Fixture      *f,
              gconstpointer data G_GNUC_UNUSED)
{
  guint64 saved = tl_chart_version (f->chart), other;

  tl_chart_begin (f->chart, "Relabel");
  relabel (f, f->a, "x");
  commit (f);
  other = tl_chart_version (f->chart);
  g_assert_cmpuint (other, !=, saved);
  tl_chart_undo (f->chart);
  g_assert_cmpuint (tl_chart_version (f->chart), ==, saved);
  tl_chart_redo (f->chart);
  g_assert_cmpuint (tl_chart_version (f->chart), ==, other);
}

static void
test_equal (Fixture      *f,
            gconstpointer data G_GNUC_UNUSED)
{
  Fixture g = { 0 };

  set_up (&g, NULL);
  tl_chart_begin (g.chart, "Same names");
  tl_chart_rename (g.chart, g.lane, tl_chart_get (f->chart, f->lane)->name);
  tl_chart_rename (g.chart, g.phase, tl_chart_get (f->chart, f->phase)->name);
  tl_chart_rename (g.chart, g.a, tl_chart_get (f->chart, f->a)->name);
  tl_chart_rename (g.chart, g.b, tl_chart_get (f->chart, f->b)->name);
  commit (&g);
  g_assert_true (tl_chart_equal (f->chart, g.chart));
  tl_chart_begin (g.chart, "Swap");
  tl_chart_reorder (g.chart, g.a, 1);
  commit (&g);
  g_assert_false (tl_chart_equal (f->chart, g.chart));
  tear_down (&g, NULL);
}

static TlId
add_failure (Fixture    *f,
             TlId        at,
             const char *title)
{
  TlFailure *failure = (TlFailure *) tl_record_new (TL_RECORD_FAILURE);

  failure->at = at;
  failure->actor = TL_ACTOR_SERVER;
  failure->error = TL_ERROR_TASK;
  failure->dimension = TL_DIMENSION_RELIABILITY;
  tl_text_set (&failure->title, title);
  return tl_chart_insert (f->chart, &failure->head, TL_ID_NONE, G_MAXUINT);
}

static TlId
add_recovery (Fixture *f,
              TlId     failure)
{
  TlRecovery *recovery = (TlRecovery *) tl_record_new (TL_RECORD_RECOVERY);
  TlRole *role = (TlRole *) tl_record_new (TL_RECORD_ROLE);
  TlAction *action = (TlAction *) tl_record_new (TL_RECORD_ACTION);
  TlId id;

  role->kind = TL_ROLE_STAFF;
  tl_text_set (&role->name, "Clerk");
  action->kind = TL_ACTION_FIX;
  action->role = tl_chart_insert (f->chart, &role->head, TL_ID_NONE, G_MAXUINT);
  tl_text_set (&action->text, "Mend it");
  tl_text_set (&recovery->name, "Mend");
  if (failure != TL_ID_NONE)
    tl_id_list_append (&recovery->failures, failure);
  id = tl_chart_insert (f->chart, &recovery->head, TL_ID_NONE, G_MAXUINT);
  tl_chart_insert (f->chart, &action->head, id, G_MAXUINT);
  return id;
}

/* Numbers follow the cells, not the order in which things were added. */
static void
test_order (Fixture      *f,
            gconstpointer data G_GNUC_UNUSED)
{
  TlId late, early, unused, second, first;
  g_autoptr (TlOrder) order = NULL;

  tl_chart_begin (f->chart, "Failures");
  late = add_failure (f, f->b, "late");
  early = add_failure (f, f->a, "early");
  unused = add_recovery (f, TL_ID_NONE);
  second = add_recovery (f, late);
  first = add_recovery (f, early);
  commit (f);

  order = tl_order_new (f->chart);
  g_assert_cmpuint (tl_order_number (order, early), ==, 1);
  g_assert_cmpuint (tl_order_number (order, late), ==, 2);
  g_assert_cmpuint (tl_order_number (order, first), ==, 1);
  g_assert_cmpuint (tl_order_number (order, second), ==, 2);
  g_assert_cmpuint (tl_order_number (order, unused), ==, 3);
  g_assert_cmpuint (order->steps[0], ==, f->a);
  g_assert_cmpuint (tl_order_number (order, f->lane), ==, 0);
}

/* However steps stand in the chart: as they read but for one, or the other way round. */
static void
test_order_of_many (Fixture      *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  enum { N = 100 };
  static const struct {
    int   sign;
    guint moved;   /* the step that reads before all others of the many; N = none */
  } cases[] = { { 1, N }, { 1, N - 1 }, { -1, N }, { -1, N / 2 } };
  TlId ids[N] = { 0 };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++) {
    g_autoptr (TlOrder) order = NULL;

    tl_chart_begin (f->chart, "Many");
    for (guint i = 0; i < N; i++) {
      int column = cases[c].sign > 0 ? 2 + (int) i : 2 + N - (int) i;
      TlStep *step;

      if (ids[i] == TL_ID_NONE)
        ids[i] = add_step (f, "one of many", column);
      step = tl_chart_edit (f->chart, ids[i]);
      step->column = i == cases[c].moved ? 2 : column + 1;
    }
    tl_chart_settle (f->chart);
    order = tl_order_new (f->chart);
    g_assert_cmpuint (order->n_steps, ==, N + 2);
    for (guint i = 1; i < order->n_steps; i++)
      g_assert_cmpint (TL_CHART_GET (f->chart, STEP, TlStep, order->steps[i - 1])->column, <,
                       TL_CHART_GET (f->chart, STEP, TlStep, order->steps[i])->column);
  }
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
  } rows[] = {
    { "/chart/one-notice", test_one_notice },
    { "/chart/nothing", test_nothing },
    { "/chart/refused", test_refused },
    { "/chart/handles-are-not-reused", test_handles_are_not_reused },
    { "/chart/remove-and-undo-keeps-order", test_remove_and_undo_keeps_order },
    { "/chart/children", test_children },
    { "/chart/names", test_names },
    { "/chart/version", test_version },
    { "/chart/equal", test_equal },
    { "/chart/order", test_order },
    { "/chart/order-of-many", test_order_of_many },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add (rows[i].path, Fixture, NULL, set_up, rows[i].test, tear_down);
  return g_test_run ();
}
