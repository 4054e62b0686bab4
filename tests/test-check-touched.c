/* test-check-touched.c - after a change, looking at what was touched finds just what
 * looking at everything finds, and sooner.
 */
#include <string.h>

#include "charts.h"
#include "full-chart.h"
#include "model/check.h"
#include "model/ops.h"

static char *
list_problems (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    const TlProblem *problem = g_ptr_array_index (problems, i);

    g_string_append_printf (text, "%s %u %s\n", problem->rule, problem->id,
                            problem->field != NULL ? problem->field : "-");
  }
  return g_string_free (text, FALSE);
}

/* Random changes of a valid chart: looking at what was touched finds just what looking
 * at everything finds. */

static const TlRecord *
random_record (TlChart *chart,
               GRand   *rand)
{
  for (;;) {
    TlRecordKind kind = g_rand_int_range (rand, 0, TL_N_RECORD_KINDS);
    guint n = tl_chart_n (chart, kind);

    if (n > 0)
      return tl_chart_nth (chart, kind, g_rand_int_range (rand, 0, (int) n));
  }
}

static TlId
random_target (TlChart *chart,
               GRand   *rand,
               guint32  kinds)
{
  int dice = g_rand_int_range (rand, 0, 12);

  if (dice < 2)
    return dice == 0 ? TL_ID_NONE : TL_TEST_NOBODY;
  for (guint i = 0; i < 100; i++) {
    const TlRecord *record = random_record (chart, rand);

    if (dice == 2 || (kinds & (1u << record->kind)) != 0)
      return record->id;
  }
  return TL_ID_NONE;
}

static void
random_write (TlChart       *chart,
              GRand         *rand,
              TlRecord      *record,
              const TlField *field)
{
  static const char *const texts[] = { "-", "x", "y", "\\t", " ", "EUR", "1" };
  static const char *const numbers[] = { "-", "0", "1", "2", "3", "0.5", "0.6", "5", "7", "-1" };
  static const char *const dates[] = { "-", "739000", "739001", "9999999" };

  if (field->type == TL_FIELD_TEXT)
    tl_test_write_field (chart, record, field,
                         texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
  else if (field->type == TL_FIELD_DATE)
    tl_test_write_field (chart, record, field,
                         dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))]);
  else if (field->type == TL_FIELD_REF)
    TL_FIELD_AT (record, field, TlId) = random_target (chart, rand, field->kinds);
  else if (field->type == TL_FIELD_REFS)
    tl_id_list_append (&TL_FIELD_AT (record, field, TlIdList),
                       random_target (chart, rand, field->kinds));
  else if (field->type == TL_FIELD_RESUME)
    TL_FIELD_AT (record, field, TlResume) = (TlResume) {
      g_rand_int_range (rand, 0, 5), random_target (chart, rand, field->kinds)
    };
  else if (field->type == TL_FIELD_INTS)
    tl_test_write_field (chart, record, field, g_rand_boolean (rand) ? "2,3,9,25,41" : "1,2");
  else
    tl_test_write_field (chart, record, field,
                         numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))]);
}

static void
touch_with_children (GArray         *touched,
                     const TlRecord *record)
{
  g_array_append_val (touched, record->id);
  g_array_append_vals (touched, record->children.ids, record->children.n);
  if (record->parent != TL_ID_NONE)
    g_array_append_val (touched, record->parent);
}

static void
random_change (TlChart *chart,
               GRand   *rand,
               GArray  *touched)
{
  const TlRecord *record = random_record (chart, rand);
  const TlClass *klass = tl_class_get (record->kind);
  int dice = g_rand_int_range (rand, 0, 20);

  touch_with_children (touched, record);
  if (dice == 0 && record->kind != TL_RECORD_CHART) {
    tl_chart_remove (chart, record->id);
  } else if (dice <= 2 && record->kind != TL_RECORD_CHART) {
    TlRecord *copy = tl_record_copy (record);
    TlId id;

    g_clear_pointer (&copy->name, g_free);
    tl_id_list_clear (&copy->children);
    if (copy->kind == TL_RECORD_STEP && g_rand_boolean (rand))
      ((TlStep *) (void *) copy)->row += 7;
    id = tl_chart_insert (chart, copy, record->parent, G_MAXUINT);
    g_array_append_val (touched, id);
  } else {
    random_write (chart, rand, tl_chart_edit (chart, record->id),
                  &klass->fields[g_rand_int_range (rand, 0, (int) klass->n_fields)]);
  }
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const TlProblem *x = *(const TlProblem *const *) a;
  const TlProblem *y = *(const TlProblem *const *) b;
  int order = strcmp (x->rule, y->rule);

  if (order == 0)
    order = x->id < y->id ? -1 : x->id > y->id;
  if (order == 0)
    order = g_strcmp0 (x->field, y->field);
  return order != 0 ? order : strcmp (x->message, y->message);
}

static void
test_touched_like_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  guint n_valid = 0, n_invalid = 0;

  for (guint round = 0; round < 6000; round++) {
    g_autoptr (GPtrArray) all = tl_problems_new ();
    g_autoptr (GPtrArray) some = tl_problems_new ();
    g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (TlId));
    g_autofree char *x = NULL;
    g_autofree char *y = NULL;
    int n = g_rand_int_range (rand, 1, 4);

    if (round % 300 == 0) {   /* before it has been pulled to pieces */
      tl_chart_free (g_steal_pointer (&chart));
      chart = tl_test_full_chart ();
    }
    tl_chart_begin (chart, "Random");
    for (int i = 0; i < n; i++)
      random_change (chart, rand, touched);
    tl_check_chart (chart, all);
    tl_check_touched (chart, (const TlId *) (gpointer) touched->data, touched->len, some);
    g_ptr_array_sort (all, compare_problems);
    g_ptr_array_sort (some, compare_problems);
    x = list_problems (all);
    y = list_problems (some);
    if (strcmp (x, y) != 0)
      g_error ("round %u: all\n%stouched\n%s", round, x, y);

    g_assert_cmpint (tl_chart_commit (chart, NULL), ==, all->len == 0);
    if (all->len == 0)
      n_valid++;
    else
      n_invalid++;
  }
  g_test_message ("%u valid, %u invalid", n_valid, n_invalid);
  g_assert_cmpuint (n_valid, >, 500);
  g_assert_cmpuint (n_invalid, >, 500);
}

/* 10,000 steps in a row of pairs, checked whole and after one edit. */
static void
test_speed (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a(");
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  TlId last = tl_test_id (chart, "a"), lane = tl_test_id (chart, "C");
  TlId phase = tl_test_id (chart, "P1");
  gint64 start, whole, touched;

  tl_chart_begin (chart, "Grow");
  ((TlPhase *) tl_chart_edit (chart, phase))->columns = 10000;
  for (int i = 1; i < 10000; i++) {
    TlStep *step = tl_test_add (chart, TL_RECORD_STEP, NULL, TL_ID_NONE);
    TlConnector *connector = tl_test_add (chart, TL_RECORD_CONNECTOR, NULL, TL_ID_NONE);

    step->kind = TL_STEP_ACTION;
    step->lane = lane;
    step->phase = phase;
    step->column = i;
    tl_text_set (&step->label, "Some step of this long chart");
    connector->from = last;
    connector->to = last = step->head.id;
    if (i % 4 == 0)
      tl_ops_add_failure (chart, last, "Something fails", NULL);
  }
  tl_chart_settle (chart);

  start = g_get_monotonic_time ();
  tl_check_chart (chart, problems);
  whole = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  tl_check_touched (chart, &last, 1, problems);
  touched = g_get_monotonic_time () - start;
  g_assert_cmpuint (problems->len, ==, 0);
  g_test_message ("10,000 steps: whole chart %" G_GINT64_FORMAT " us, one step %"
                  G_GINT64_FORMAT " us", whole, touched);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-touched/like-all", test_touched_like_all);
  g_test_add_func ("/check-touched/speed", test_speed);
  return g_test_run ();
}
