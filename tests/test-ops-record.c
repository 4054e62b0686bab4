/* test-ops-record.c - records that stand by themselves, and fields set together. */
#include "charts.h"
#include "model/ops.h"
#include "model/units.h"

#define TODAY ((TlDate) 739577)

static void
test_add (void)
{
  static const struct {
    TlRecordKind kind;
    const char  *text;
    gboolean     added;
  } rows[] = {
    { TL_RECORD_ECONOMICS, NULL, TRUE },   { TL_RECORD_ECONOMICS, NULL, FALSE },
    { TL_RECORD_WEIGHTS, NULL, TRUE },     { TL_RECORD_WEIGHTS, NULL, FALSE },
    { TL_RECORD_TIER, "Gold", TRUE },      { TL_RECORD_TIER, "  ", FALSE },
    { TL_RECORD_ROLE, "Porter", TRUE },    { TL_RECORD_ROLE, NULL, FALSE },
    { TL_RECORD_EXPECTATION, "My bag comes", TRUE },
    { TL_RECORD_PROMISE, "In ten minutes", TRUE },
    { TL_RECORD_STANDARD, "Bags up in ten", TRUE },
    { TL_RECORD_RATING, NULL, TRUE },      { TL_RECORD_ITEM, "Train the porters", TRUE },
    { TL_RECORD_SESSION, NULL, TRUE },     { TL_RECORD_STEP, "Step", FALSE },
    { TL_RECORD_LANE, "Lane", FALSE },     { TL_RECORD_ACTION, "Action", FALSE },
    { TL_RECORD_CHART, "Chart", FALSE },
  };
  g_autoptr (TlChart) chart = tl_test_chart ("C: a");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    guint n = tl_chart_n (chart, rows[i].kind);
    TlId made;

    tl_chart_begin (chart, "Add");
    made = tl_ops_add_record (chart, rows[i].kind, rows[i].text, TODAY, &error);
    g_assert_true ((made != TL_ID_NONE) == rows[i].added);
    g_assert_true ((error == NULL) == rows[i].added);
    g_clear_error (&error);
    g_assert_true (tl_chart_commit (chart, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (tl_chart_n (chart, rows[i].kind), ==, n + (rows[i].added ? 1 : 0));
  }
  g_assert_cmpuint (TL_CHART_NTH (chart, SESSION, TlSession, 0)->date, ==, TODAY);
  g_assert_cmpuint (TL_CHART_NTH (chart, ITEM, TlItem, 0)->opened, ==, TODAY);
  tl_test_valid (chart);
}

/* A zone of tolerance is there as a whole or not at all: only together can its parts
 * be set, and a part that is wrong leaves all as they were. */
static void
test_several (void)
{
  static const char * const xml[] = { "unit", "better", "adequate", "desired" };
  static const struct {
    const char *values[4];
    guint       n;
    gboolean    set;
  } rows[] = {
    { { "s" }, 1, FALSE },
    { { "s", "lower", "300" }, 3, FALSE },
    { { "s", "lower", "300", "soon" }, 4, FALSE },
    { { "s", "lower", "120", "300" }, 4, FALSE },
    { { "s", "lower", "300", "120" }, 4, TRUE },
    { { "" }, 1, FALSE },
    { { "", "", "", "" }, 4, TRUE },
  };
  g_autoptr (TlChart) chart = tl_test_chart ("C: a");
  const TlExpectation *expectation;
  TlId id;

  tl_chart_begin (chart, "Add");
  id = tl_ops_add_record (chart, TL_RECORD_EXPECTATION, "Soon", TODAY, NULL);
  g_assert_true (tl_chart_commit (chart, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TlRecord) before = tl_record_copy (tl_chart_get (chart, id));
    gboolean set;

    tl_chart_begin (chart, "Set");
    set = tl_ops_set_several (chart, id, xml, rows[i].values, rows[i].n, &error);
    g_assert_true (set == rows[i].set);
    g_assert_true ((error == NULL) == set);
    if (!set)
      g_assert_true (tl_record_equal (before, tl_chart_get (chart, id)));
    g_assert_true (tl_chart_commit (chart, NULL));
    expectation = TL_CHART_GET (chart, EXPECTATION, TlExpectation, id);
    g_assert_true (set || tl_record_equal (before, &expectation->head));
  }
}

static void
test_durations (void)
{
  static const struct {
    const char *text;
    int         seconds;   /* -1: no length of time */
  } rows[] = {
    { "0", 0 },          { "90", 90 },         { "90 s", 90 },       { "4 min", 240 },
    { "4min", 240 },     { "1:30", 90 },       { "0:05", 5 },        { "1:30:00", 5400 },
    { "2 d", 172800 },   { "1.5 h", 5400 },    { "1,5 h", 5400 },    { "1 h 30 min", 5400 },
    { " 2 Hours ", 7200 }, { "3 min. 5 sec.", 185 }, { "100:00", 6000 }, { "2 h 0,5 min", 7230 },
    { "", -1 },          { "soon", -1 },       { "1:", -1 },         { ":30", -1 },
    { "1:60", -1 },      { "1:5", -1 },        { "1:30:61", -1 },    { "1:2:3:4", -1 },
    { "-5 min", -1 },    { "-1:30", -1 },      { "4 min 1:30", -1 }, { "5 miles", -1 },
    { "1e9 d", -1 },     { "99999999 d", -1 }, { "min", -1 },        { "1.5:30", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    int seconds = -1;

    g_test_message ("“%s”", rows[i].text);
    g_assert_true (tl_duration_parse (rows[i].text, &seconds) == (rows[i].seconds >= 0));
    g_assert_cmpint (seconds, ==, rows[i].seconds);
  }
}

/* What is written reads back the same, to the second. */
static void
test_exact (void)
{
  static const int rows[] = { 0, 1, 59, 60, 61, 3599, 3600, 3661, 86400, 90061, G_MAXINT };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = tl_duration_exact (rows[i]);
    int seconds = -1;

    g_assert_true (tl_duration_parse (text, &seconds));
    g_assert_cmpint (seconds, ==, rows[i]);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ops-record/add", test_add);
  g_test_add_func ("/ops-record/several", test_several);
  g_test_add_func ("/ops-record/durations", test_durations);
  g_test_add_func ("/ops-record/exact", test_exact);
  return g_test_run ();
}
