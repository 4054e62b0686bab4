/* test-fragment.c - steps out of one chart and into another, or the same. */
#include "document/fragment.h"

#include <string.h>

#include "document/xml-write.h"
#include "xml-support.h"

static char *
copy_steps (const TlChart     *chart,
            const char *const *names)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (; *names != NULL; names++) {
    TlId id = tl_chart_find (chart, *names);

    g_array_append_val (ids, id);
  }
  return tl_fragment_write (chart, (const TlId *) (gpointer) ids->data, ids->len);
}

static void
paste (TlChart    *chart,
       const char *fragment,
       TlIdList   *pasted)
{
  const TlFragmentTarget target = { .lane = TL_ID_NONE };
  g_autoptr (GError) error = NULL;

  tl_chart_begin (chart, "Paste");
  tl_fragment_paste (chart, fragment, strlen (fragment), &target, pasted, &error);
  g_assert_no_error (error);
  tl_chart_commit (chart, &error);
  g_assert_no_error (error);
}

static const char *const greet_and_ask[] = { "s3", "s4", NULL };

static void
test_what_goes_along (void)
{
  static const struct {
    TlRecordKind kind;
    guint        n;
  } expected[] = {
    { TL_RECORD_STEP, 2 }, { TL_RECORD_CONNECTOR, 2 }, { TL_RECORD_FAILURE, 2 },
    { TL_RECORD_RECOVERY, 1 }, { TL_RECORD_TOUCHPOINT, 2 }, { TL_RECORD_SAFEGUARD, 1 },
    { TL_RECORD_ACTION, 2 }, { TL_RECORD_LANE, 1 }, { TL_RECORD_PHASE, 1 }, { TL_RECORD_ROLE, 2 },
    { TL_RECORD_TIER, 1 }, { TL_RECORD_STANDARD, 0 }, { TL_RECORD_ITEM, 0 },
    { TL_RECORD_EXPECTATION, 0 }, { TL_RECORD_SESSION, 0 }, { TL_RECORD_RATING, 0 },
  };
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (TlChart) chart = tl_test_read (text);
  g_autofree char *fragment = copy_steps (chart, greet_and_ask);
  g_autofree char *again = copy_steps (chart, greet_and_ask);
  g_autofree char *after = tl_xml_write (chart, NULL);
  g_autoptr (TlChart) part = tl_test_read (fragment);   /* a valid chart of its own */

  g_assert_cmpstr (fragment, ==, again);
  g_assert_cmpstr (after, ==, text);   /* copying changes nothing */
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (tl_chart_n (part, expected[i].kind), ==, expected[i].n);
  g_assert_null (tl_fragment_write (chart, NULL, 0));
}

/* A part of a chart that leaves the step behind at which a recovery goes on. */
static void
test_left_behind (void)
{
  static const char *const names[] = { "s4", "s5", NULL };
  g_autofree char *text = tl_test_every_field ();
  g_autofree char *moved = tl_test_replace (text, "at=\"c5\"", "at=\"c4\"");
  g_autoptr (TlChart) chart = tl_test_read (moved);
  g_autofree char *fragment = copy_steps (chart, names);
  g_autoptr (TlChart) part = tl_test_read (fragment);
  const TlRecovery *recovery = TL_CHART_NTH (part, RECOVERY, TlRecovery, 0);

  g_assert_cmpuint (tl_chart_n (part, TL_RECORD_FAILURE), ==, 1);
  g_assert_cmpuint (recovery->failures.n, ==, 1);
  g_assert_cmpint (recovery->resume.how, ==, TL_RESUME_NEXT);
}

static void
test_same_chart (void)
{
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (TlChart) chart = tl_test_read (text);
  g_autofree char *fragment = copy_steps (chart, greet_and_ask);
  g_autofree char *undone = NULL;
  guint n_recoveries = tl_chart_n (chart, TL_RECORD_RECOVERY);
  guint n_served = TL_CHART_NTH (chart, RECOVERY, TlRecovery, 0)->failures.n;
  TlIdList first = { NULL, 0 }, second = { NULL, 0 };
  const TlStep *greet, *ask;

  paste (chart, fragment, &first);
  paste (chart, fragment, &second);
  g_assert_cmpuint (first.n, ==, 2);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, 9);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_LANE), ==, 2);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_ROLE), ==, 3);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_FAILURE), ==, 6);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_RECOVERY), ==, n_recoveries);
  g_assert_cmpuint (TL_CHART_NTH (chart, RECOVERY, TlRecovery, 0)->failures.n, ==, n_served + 4);
  greet = TL_CHART_GET (chart, STEP, TlStep, first.ids[0]);
  ask = TL_CHART_GET (chart, STEP, TlStep, first.ids[1]);
  g_assert_cmpuint (greet->lane, ==, tl_chart_find (chart, "l-desk"));
  g_assert_cmpint (greet->column, ==, 4);
  g_assert_cmpint (ask->column, ==, 5);
  g_assert_cmpint (greet->row, ==, 1);
  g_assert_cmpstr (greet->head.name, !=, "s3");
  g_assert_cmpint (TL_CHART_GET (chart, STEP, TlStep, second.ids[0])->column, ==, 6);

  tl_chart_undo (chart);
  tl_chart_undo (chart);
  undone = tl_xml_write (chart, NULL);
  g_assert_cmpstr (undone, ==, text);
  tl_id_list_clear (&first);
  tl_id_list_clear (&second);
}

/* Into a chart with other lanes, no roles, and a currency without cents. */
static void
test_other_chart (void)
{
  static const char other[] =
    "<chart xmlns='urn:throughline:chart:1' format='1.0' title='T' service='S' currency='JPY'>"
    "<lane id='x' name='X' band='onstage'/><lane id='y' name='Y' band='support'/>"
    "<phase id='p' name='P'/>"
    "<step id='s3' kind='action' lane='y' phase='p'><label>A</label></step>"
    "</chart>";
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (TlChart) chart = tl_test_read (text);
  g_autofree char *fragment = copy_steps (chart, greet_and_ask);
  g_autoptr (TlChart) into = tl_test_read (other);
  TlFragmentTarget target = { .lane = tl_chart_find (into, "y") };
  g_autoptr (GError) error = NULL;
  TlIdList pasted = { NULL, 0 };

  tl_chart_begin (into, "Paste");
  g_assert_true (tl_fragment_paste (into, fragment, strlen (fragment), &target, &pasted, NULL));
  tl_chart_commit (into, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (TL_CHART_GET (into, STEP, TlStep, pasted.ids[0])->lane, ==, target.lane);
  g_assert_cmpint (TL_CHART_GET (into, STEP, TlStep, pasted.ids[0])->column, ==, 1);
  g_assert_cmpint (TL_CHART_NTH (into, RECOVERY, TlRecovery, 0)->compensation_max, ==, 5);
  g_assert_cmpuint (tl_chart_n (into, TL_RECORD_ROLE), ==, 2);
  g_assert_cmpuint (tl_chart_n (into, TL_RECORD_TIER), ==, 0);
  tl_id_list_clear (&pasted);
}

/* Steps of one lane and phase go where they are wanted, all together down to rows that
 * are free. */
static void
test_near (void)
{
  static const struct {
    const char *lane, *phase;
    int         column, row;
    int         want_row;   /* of the second; the first was one below it */
  } rows[] = {
    { "y", "q", 5, 2, 2 },   /* free: there, and the phase grows */
    { "y", "p", 0, 1, 2 },   /* a2 is in the way of the second: both one row down */
    { "x", "p", 1, 0, 0 },
  };
  static const char other[] =
    "<chart xmlns='urn:throughline:chart:1' format='1.0' title='T' service='S' currency='EUR'>"
    "<lane id='x' name='X' band='onstage'/><lane id='y' name='Y' band='support'/>"
    "<phase id='p' name='P' columns='3'/><phase id='q' name='Q'/>"
    "<step id='a1' kind='action' lane='y' phase='p'><label>A</label></step>"
    "<step id='a2' kind='action' lane='y' phase='p' column='1' row='1'><label>B</label></step>"
    "</chart>";
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (TlChart) chart = tl_test_read (text);
  g_autofree char *fragment = copy_steps (chart, greet_and_ask);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) into = tl_test_read (other);
    const TlCell near = {
      tl_chart_find (into, rows[i].lane), tl_chart_find (into, rows[i].phase), rows[i].column,
      rows[i].row,
    };
    const TlFragmentTarget target = { .near = &near };
    g_autoptr (GError) error = NULL;
    TlIdList pasted = { NULL, 0 };

    tl_chart_begin (into, "Paste");
    g_assert_true (tl_fragment_paste (into, fragment, strlen (fragment), &target, &pasted, NULL));
    g_assert_true (tl_chart_commit (into, &error));
    g_assert_no_error (error);
    for (guint k = 0; k < 2; k++) {
      const TlStep *step = TL_CHART_GET (into, STEP, TlStep, pasted.ids[k]);

      g_assert_cmpuint (step->lane, ==, near.lane);
      g_assert_cmpuint (step->phase, ==, near.phase);
      g_assert_cmpint (step->column, ==, rows[i].column + (int) k);
      g_assert_cmpint (step->row, ==, rows[i].want_row + (k == 0));
    }
    tl_id_list_clear (&pasted);
  }
}

static void
test_unreadable (void)
{
  static const char *const texts[] = {
    "", "plain words", "<svg xmlns='http://www.w3.org/2000/svg'/>"
  };
  const TlFragmentTarget target = { .lane = TL_ID_NONE };
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (TlChart) chart = tl_test_read (text);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    TlIdList pasted = { NULL, 0 };

    tl_chart_begin (chart, "Paste");
    g_assert_false (tl_fragment_paste (chart, texts[i], strlen (texts[i]), &target, &pasted,
                                       &error));
    g_assert_error (error, TL_FRAGMENT_ERROR, TL_FRAGMENT_ERROR_UNREADABLE);
    g_assert_true (tl_chart_commit (chart, NULL));
    g_assert_false (tl_chart_can_undo (chart));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragment/what-goes-along", test_what_goes_along);
  g_test_add_func ("/fragment/left-behind", test_left_behind);
  g_test_add_func ("/fragment/same-chart", test_same_chart);
  g_test_add_func ("/fragment/other-chart", test_other_chart);
  g_test_add_func ("/fragment/near", test_near);
  g_test_add_func ("/fragment/unreadable", test_unreadable);
  return g_test_run ();
}
