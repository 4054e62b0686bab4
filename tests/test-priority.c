/* test-priority.c - the Action Priority table against its checksum and published points. */
#include "model/priority.h"

static void
test_checksum (void)
{
  /* high, medium, low for each severity 1..10 */
  static const guint wanted[10][3] = {
    { 0, 0, 100 }, { 0, 18, 82 }, { 0, 18, 82 }, { 18, 38, 44 }, { 18, 38, 44 },
    { 18, 38, 44 }, { 56, 26, 18 }, { 56, 26, 18 }, { 76, 6, 18 }, { 76, 6, 18 },
  };

  for (int s = 1; s <= 10; s++) {
    guint found[4] = { 0 };

    for (int o = 1; o <= 10; o++) {
      for (int d = 1; d <= 10; d++)
        found[tl_priority (s, o, d)]++;
    }
    g_assert_cmpuint (found[TL_PRIORITY_HIGH], ==, wanted[s - 1][0]);
    g_assert_cmpuint (found[TL_PRIORITY_MEDIUM], ==, wanted[s - 1][1]);
    g_assert_cmpuint (found[TL_PRIORITY_LOW], ==, wanted[s - 1][2]);
  }
}

static void
test_points (void)
{
  static const struct {
    int s, o, d;
    TlPriority priority;
  } rows[] = {
    { 8, 6, 2, TL_PRIORITY_HIGH },  { 2, 6, 8, TL_PRIORITY_LOW },
    { 9, 3, 3, TL_PRIORITY_LOW },   { 10, 4, 4, TL_PRIORITY_HIGH },
    { 9, 5, 4, TL_PRIORITY_HIGH },  { 5, 4, 2, TL_PRIORITY_LOW },
    { 7, 6, 5, TL_PRIORITY_HIGH },  { 8, 3, 2, TL_PRIORITY_LOW },
    { 6, 4, 4, TL_PRIORITY_LOW },   { 4, 5, 2, TL_PRIORITY_LOW },
    { 6, 3, 2, TL_PRIORITY_LOW },   { 6, 7, 2, TL_PRIORITY_MEDIUM },
    { 0, 5, 5, TL_PRIORITY_NONE },  { 5, 11, 5, TL_PRIORITY_NONE },
    { 5, 5, G_MININT, TL_PRIORITY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tl_priority (rows[i].s, rows[i].o, rows[i].d), ==, rows[i].priority);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/priority/checksum", test_checksum);
  g_test_add_func ("/priority/points", test_points);
  return g_test_run ();
}
