/* test-become.c - a chart turned into another, and back by one undo. */
#include "charts.h"
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "full-chart.h"
#include "model/ops.h"

static void
notify (TlChart    *chart,
        const TlId *touched,
        guint       n_touched,
        gpointer    data)
{
  *(guint *) data += n_touched;
}

static void
become (TlChart       *chart,
        const TlChart *other)
{
  g_autofree char *before = tl_xml_write (chart, NULL);
  g_autofree char *wanted = tl_xml_write (other, NULL);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  tl_chart_begin (chart, "Become");
  tl_ops_become (chart, other);
  tl_chart_commit (chart, &error);
  g_assert_no_error (error);
  after = tl_xml_write (chart, NULL);
  g_assert_cmpstr (after, ==, wanted);
  g_assert_true (tl_chart_equal (chart, other));
  tl_test_valid (chart);
  if (g_str_equal (before, wanted)) {
    g_assert_false (tl_chart_can_undo (chart));   /* nothing changed, nothing to undo */
    return;
  }
  tl_chart_undo (chart);
  undone = tl_xml_write (chart, NULL);
  g_assert_cmpstr (undone, ==, before);
  tl_chart_redo (chart);
  g_assert_true (tl_chart_equal (chart, other));
}

/* Each of these charts becomes each other: the same names for other things, other orders,
 * other lanes, things added and taken away. */
static void
test_pairs (void)
{
  static const char * const texts[] = {
    "C: a( b? c | e)\nO: . w . | .\na>b b>c@0.9 b>w@0.1 c>e w>e  f!b r*f",
    "C: a( c b? | e)\nO: . . w | .\na>c c>b b>e@0.5 b>w@0.5 w>e  f!w r*f",
    "C: a( e)\na>e",
    "C: x( a e)\nx>a a>e  f!a g!x>a r*f,g",
    "C: a( b | c e)\nC+: d . | . .\nO: w . | . .\nS: z . | . .\na>b a>d b>c d>c c>e w>b z.>w",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    for (guint k = 0; k < G_N_ELEMENTS (texts); k++) {
      g_autoptr (TlChart) chart = tl_test_chart (texts[i]);
      g_autoptr (TlChart) other = tl_test_chart (texts[k]);

      become (chart, other);
    }
  }
}

/* With one of everything, to nearly nothing and back. */
static void
test_everything (void)
{
  g_autoptr (TlChart) full = tl_test_full_chart ();
  g_autoptr (TlChart) again = tl_test_full_chart ();
  g_autoptr (TlChart) bare = tl_test_chart ("C: a( e)\na>e");

  become (full, again);
  become (bare, again);
  become (full, bare);
}

/* Only what differs is touched. */
static void
test_little (void)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  g_autoptr (TlChart) other = tl_test_full_chart ();
  TlStep *step;
  guint n = 0;

  tl_chart_begin (other, "Rename");
  step = tl_chart_edit (other, tl_test_find (other, "b"));
  tl_text_set (&step->label, "Something else");
  g_assert_true (tl_chart_commit (other, NULL));
  tl_chart_set_notify (chart, notify, &n);
  tl_chart_begin (chart, "Become");
  tl_ops_become (chart, other);
  g_assert_true (tl_chart_commit (chart, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (tl_chart_equal (chart, other));
}

static void
test_examples (void)
{
  static const char * const names[] = {
    "appliance-repair", "corner-shoeshine", "hotel-check-in", "online-order",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    TlChart *charts[2];

    for (guint k = 0; k < 2; k++) {
      g_autofree char *file = g_strconcat (names[(i + k) % G_N_ELEMENTS (names)], ".throughline",
                                           NULL);
      g_autofree char *path = g_build_filename (g_getenv ("TL_EXAMPLES"), file, NULL);
      g_autoptr (GPtrArray) problems = tl_read_problems_new ();

      charts[k] = tl_xml_read_file (path, NULL, problems);
      g_assert_nonnull (charts[k]);
    }
    become (charts[0], charts[1]);
    tl_chart_free (charts[0]);
    tl_chart_free (charts[1]);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/become/pairs", test_pairs);
  g_test_add_func ("/become/everything", test_everything);
  g_test_add_func ("/become/little", test_little);
  g_test_add_func ("/become/examples", test_examples);
  return g_test_run ();
}
