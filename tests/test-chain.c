/* test-chain.c - the solver of absorbing chains against plain elimination, and where that fails. */
#include "analysis/chain.h"

#include <math.h>

#include "analysis/knots.h"
#include "chart-maker.h"

typedef struct {
  guint   n;
  double *q;       /* n × n, ways from row to column; what is missing to 1 leaves */
} Dense;

static double *
cell (const Dense *dense,
      guint        from,
      guint        to)
{
  return &dense->q[from * dense->n + to];
}

static TlChain *
make_chain (const Dense  *dense,
            const double *leave)
{
  TlChain *chain = tl_chain_new (dense->n);

  for (guint i = 0; i < dense->n; i++) {
    for (guint k = 0; k < dense->n; k++)
      tl_chain_add (chain, i, k, *cell (dense, i, k));
    tl_chain_leave (chain, i, leave[i]);
  }
  return chain;
}

/* Solves (I - Q) x = b, or its transpose, by elimination with pivots: the plain way. */
static void
solve_plainly (const Dense *dense,
               gboolean     transposed,
               double      *b)
{
  guint n = dense->n;
  g_autofree double *a = g_new (double, n * n);

  for (guint i = 0; i < n; i++) {
    for (guint k = 0; k < n; k++)
      a[i * n + k] = (i == k) - (transposed ? *cell (dense, k, i) : *cell (dense, i, k));
  }
  for (guint c = 0; c < n; c++) {
    guint best = c;

    for (guint i = c + 1; i < n; i++)
      best = fabs (a[i * n + c]) > fabs (a[best * n + c]) ? i : best;
    for (guint k = 0; k < n && best != c; k++) {
      double swap = a[c * n + k];

      a[c * n + k] = a[best * n + k];
      a[best * n + k] = swap;
    }
    if (best != c) {
      double swap = b[c];

      b[c] = b[best];
      b[best] = swap;
    }
    for (guint i = 0; i < n; i++) {
      double factor = i == c ? 0 : a[i * n + c] / a[c * n + c];

      for (guint k = c; k < n && factor != 0; k++)
        a[i * n + k] -= factor * a[c * n + k];
      b[i] -= factor * b[c];
    }
  }
  for (guint i = 0; i < n; i++)
    b[i] /= a[i * n + i];
}

static void
assert_same (const double *found,
             const double *wanted,
             guint         n)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (fabs (found[i] - wanted[i]), <=, 1e-9 * MAX (1, fabs (wanted[i])));
}

/* Chains of all densities, from rows of single ways to everything leads everywhere. */
static void
test_random (void)
{
  TlDice dice = { 11 };

  for (guint turn = 0; turn < 400; turn++) {
    Dense dense = { .n = 1 + tl_dice_roll (&dice, 30) };
    guint percent = 2 + tl_dice_roll (&dice, 60), stuck;
    double q[900] = { 0 }, leave[30], visits[30], visits_plain[30], rest[30], rest_plain[30];
    g_autoptr (TlChain) chain = NULL;

    dense.q = q;
    for (guint i = 0; i < dense.n; i++) {
      double sum = leave[i] = 0.01 + 0.1 * tl_dice_roll (&dice, 10);

      for (guint k = 0; k < dense.n; k++) {
        *cell (&dense, i, k) = tl_dice_percent (&dice, percent) ? 0.1 * tl_dice_roll (&dice, 10) : 0;
        sum += *cell (&dense, i, k);
      }
      leave[i] /= sum;
      for (guint k = 0; k < dense.n; k++)
        *cell (&dense, i, k) /= sum;
      visits[i] = visits_plain[i] = tl_dice_roll (&dice, 3);
      rest[i] = rest_plain[i] = tl_dice_roll (&dice, 100);
    }
    chain = make_chain (&dense, leave);
    g_assert_true (tl_chain_settle (chain, &stuck));
    tl_chain_visits (chain, visits);
    solve_plainly (&dense, TRUE, visits_plain);
    assert_same (visits, visits_plain, dense.n);
    tl_chain_expect (chain, rest);
    solve_plainly (&dense, FALSE, rest_plain);
    assert_same (rest, rest_plain, dense.n);
  }
}

/* A loop that is left once in 10^15 turns: 1 - q(k,k) would keep one digit of that. */
static void
test_nearly_closed (void)
{
  static const double rare[] = { 1e-3, 1e-9, 1e-15, 1e-30 };

  for (guint i = 0; i < G_N_ELEMENTS (rare); i++) {
    g_autoptr (TlChain) chain = tl_chain_new (3);
    double visits[3] = { 1, 0, 0 }, rest[3] = { 0, 1, 0 };
    guint stuck;

    tl_chain_add (chain, 0, 1, 1);
    tl_chain_add (chain, 1, 2, 1);
    tl_chain_add (chain, 2, 0, 1 - rare[i]);
    tl_chain_leave (chain, 2, rare[i]);
    g_assert_true (tl_chain_settle (chain, &stuck));
    tl_chain_visits (chain, visits);
    tl_chain_expect (chain, rest);
    for (guint k = 0; k < 3; k++)
      g_assert_cmpfloat (fabs (visits[k] * rare[i] - 1), <=, 1e-15);
    g_assert_cmpfloat (fabs (rest[0] * rare[i] - 1), <=, 1e-15);
  }
}

static void
test_stuck (void)
{
  g_autoptr (TlChain) chain = tl_chain_new (4);
  guint stuck = G_MAXUINT;

  tl_chain_add (chain, 0, 1, 0.5);
  tl_chain_leave (chain, 0, 0.5);
  tl_chain_add (chain, 1, 2, 1);
  tl_chain_add (chain, 2, 1, 1);
  tl_chain_leave (chain, 3, 1);
  g_assert_false (tl_chain_settle (chain, &stuck));
  g_assert_true (stuck == 1 || stuck == 2);
}

/* A way of probability 0 is none, ways of the same ends add up, and a way back to the
 * same state is what is missing to 1. */
static void
test_adding (void)
{
  g_autoptr (TlChain) chain = tl_chain_new (2);
  double visits[2] = { 1, 0 };
  guint stuck;

  tl_chain_add (chain, 0, 0, 0.5);
  tl_chain_add (chain, 0, 1, 0.25);
  tl_chain_add (chain, 0, 1, 0.125);
  tl_chain_leave (chain, 0, 0.125);
  tl_chain_add (chain, 1, 0, 0);
  tl_chain_leave (chain, 1, 0.5);
  tl_chain_leave (chain, 1, 0.5);
  g_assert_true (tl_chain_settle (chain, &stuck));
  tl_chain_visits (chain, visits);
  g_assert_cmpfloat (visits[0], ==, 2);
  g_assert_cmpfloat (visits[1], ==, 0.75);
}

/* Overlapping loops without end, 100,000 states: deep, and sparse to the last. */
static void
test_long (void)
{
  enum { N = 100000 };
  g_autoptr (TlChain) chain = tl_chain_new (N);
  g_autofree double *rest = g_new (double, N);
  g_autofree double *visits = g_new0 (double, N);
  double sum = 0;
  guint stuck;

  for (guint i = 0; i < N; i++) {
    rest[i] = 1;
    tl_chain_add (chain, i, i + 1 < N ? i + 1 : 0, 0.75);
    tl_chain_add (chain, i, i >= 7 ? i - 7 : 0, 0.125);
    tl_chain_leave (chain, i, i == 0 ? 0.125 : 0);
    if (i > 0)
      tl_chain_add (chain, i, (i + 5) % N, 0.125);
  }
  visits[0] = 1;
  g_assert_true (tl_chain_settle (chain, &stuck));
  tl_chain_visits (chain, visits);
  tl_chain_expect (chain, rest);
  /* Everybody leaves from the first state, and as long as they stay they are somewhere. */
  g_assert_cmpfloat (fabs (visits[0] * 0.125 - 1), <=, 1e-9);
  for (guint i = 0; i < N; i++)
    sum += visits[i];
  g_assert_cmpfloat (fabs (sum / rest[0] - 1), <=, 1e-9);
}

static void
test_knots (void)
{
  /* 0 to 1, 1 and 2 circle, 2 to 3, 3 alone, 4 to itself and to 0. */
  static const guint first[] = { 0, 1, 2, 4, 4, 6 }, to[] = { 1, 2, 1, 3, 4, 0 };
  g_autoptr (TlKnots) knots = tl_knots_new (5, first, to);
  g_autoptr (TlKnots) none = tl_knots_new (0, first, to);

  g_assert_cmpuint (knots->n, ==, 4);
  g_assert_cmpuint (knots->knot[1], ==, knots->knot[2]);
  g_assert_cmpuint (knots->knot[3], <, knots->knot[1]);
  g_assert_cmpuint (knots->knot[1], <, knots->knot[0]);
  g_assert_cmpuint (knots->knot[0], <, knots->knot[4]);
  g_assert_cmpuint (knots->first[4], ==, 5);
  g_assert_cmpuint (none->n, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chain/random", test_random);
  g_test_add_func ("/chain/nearly-closed", test_nearly_closed);
  g_test_add_func ("/chain/stuck", test_stuck);
  g_test_add_func ("/chain/adding", test_adding);
  g_test_add_func ("/chain/long", test_long);
  g_test_add_func ("/knots", test_knots);
  return g_test_run ();
}
