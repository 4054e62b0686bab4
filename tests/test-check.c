/* test-check.c - every invariant: what breaks it, what just does not. */
#include "model/check.h"

#include "charts.h"

static void
test_valid (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a( b d? | e)\n"
                                             "C+: . . x | .\n"
                                             "O: . w~ . | .\n"
                                             "a>b b>d d>e@0.7 d>x@0.3 x>e w.>b\n"
                                             "f!b g!d>x r*f,g");

  tl_test_drawn (chart, "C: a( b d? | e)\n"
                        "C+: . . x | .\n"
                        "O: . w~ . | .\n"
                        "a>b b>d d>e@0.7 d>x@0.3 w.>b x>e\n"
                        "f!b g!d>x r*f,g");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/valid", test_valid);
  return g_test_run ();
}
