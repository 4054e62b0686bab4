/* chain.c - an absorbing Markov chain, solved without subtraction.
 *
 * States fall into knots: sets that lead to each other.  Between knots the ways form no
 * circle, so going through the knots in order, values are carried from one to the next.
 * Inside a knot states are eliminated one by one.  With q the ways inside and s(k) what
 * leaves k for a state that is still there or for outside of the knot, removing k means
 *
 *   q(i,j) += q(i,k) q(k,j) / s(k)      out(i) += q(i,k) out(k) / s(k)
 *
 * and s stands for 1 - q(k,k) throughout.  The ways k had when it went are what both
 * answers need later, so they are kept: its row in what it led to, its column in what
 * led to it.
 *
 * Invariants once settled:
 *   (1) a way from one knot to another leads to an earlier knot;
 *   (2) the states of a knot stand in the order in which they were eliminated;
 *   (3) rows[i] and columns[i] hold only states of the knot that went after i;
 *   (4) leaving[i] > 0.
 */
#include "analysis/chain.h"

#include "analysis/knots.h"

typedef struct {
  guint  state;
  double value;
} Way;

/* A small list of ways; grows by doubling. */
typedef struct {
  Way  *ways;
  guint n, size;
} Ways;

typedef struct {
  guint from;
  Way   way;
} Move;

struct _TlChain {
  guint    n;
  GArray  *moves;     /* Move, as they were added; NULL once settled */
  Way     *outward;   /* to other knots, by state; most ways are, so they have no lists */
  guint   *first;     /* by state: where its ways outward begin */
  guint   *end;       /* by state: where they end */
  Ways    *rows;      /* by state: in the same knot */
  Ways    *columns;   /* by state: in the same knot, in the other direction */
  double  *leaving;   /* by state: s when it was eliminated; before that, what leaves for good */
  TlKnots *knots;
};

static void
append (Ways  *list,
        guint  state,
        double value)
{
  if (list->n == list->size) {
    list->size = MAX (4, 2 * list->size);
    list->ways = g_renew (Way, list->ways, list->size);
  }
  list->ways[list->n++] = (Way) { state, value };
}

TlChain *
tl_chain_new (guint n_states)
{
  TlChain *chain = g_new0 (TlChain, 1);

  chain->n = n_states;
  chain->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  chain->first = g_new0 (guint, (gsize) n_states + 1);
  chain->end = g_new0 (guint, n_states);
  chain->rows = g_new0 (Ways, n_states);
  chain->columns = g_new0 (Ways, n_states);
  chain->leaving = g_new0 (double, n_states);
  return chain;
}

static void
free_all (Ways *lists,
          guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (lists[i].ways);
  g_free (lists);
}

void
tl_chain_free (TlChain *chain)
{
  if (chain == NULL)
    return;

  free_all (chain->rows, chain->n);
  free_all (chain->columns, chain->n);
  g_clear_pointer (&chain->moves, g_array_unref);
  g_free (chain->outward);
  g_free (chain->first);
  g_free (chain->end);
  g_free (chain->leaving);
  tl_knots_free (chain->knots);
  g_free (chain);
}

void
tl_chain_add (TlChain *chain,
              guint    from,
              guint    to,
              double   probability)
{
  Move move = { from, { to, probability } };

  if (from != to && probability > 0)
    g_array_append_val (chain->moves, move);
}

void
tl_chain_leave (TlChain *chain,
                guint    from,
                double   probability)
{
  chain->leaving[from] += probability;
}

static const Move *
nth_move (const TlChain *chain,
          guint          index)
{
  return &g_array_index (chain->moves, Move, index);
}

/* Sorts the ways by the state they leave, all of them as if they led outward. */
static void
sort_ways (TlChain *chain)
{
  guint *first = chain->first;

  chain->outward = g_new (Way, chain->moves->len + 1);
  for (guint i = 0; i < chain->moves->len; i++)
    first[nth_move (chain, i)->from + 1]++;
  for (guint i = 0; i < chain->n; i++) {
    first[i + 1] += first[i];
    chain->end[i] = first[i];
  }
  for (guint i = 0; i < chain->moves->len; i++)
    chain->outward[chain->end[nth_move (chain, i)->from]++] = nth_move (chain, i)->way;
}

static TlKnots *
find_knots (const TlChain *chain)
{
  g_autofree guint *to = g_new (guint, chain->first[chain->n] + 1);

  /* outward is filled up to first[n], one for each move, which clang does not follow. */
  for (guint i = 0; i < chain->first[chain->n]; i++)
    /* NOLINTNEXTLINE(clang-analyzer-core.uninitialized.Assign) */
    to[i] = chain->outward[i].state;
  return tl_knots_new (chain->n, chain->first, to);
}

/* A way that stays in its knot.  Columns while eliminating are just a list of who may
 * lead here. */
static void
keep_inside (TlChain *chain,
             guint    from,
             Way      way)
{
  Ways *row = &chain->rows[from];

  for (guint i = 0; i < row->n; i++) {
    if (row->ways[i].state == way.state) {
      row->ways[i].value += way.value;
      return;
    }
  }
  append (row, way.state, way.value);
  append (&chain->columns[way.state], from, 0);
}

static void
split_ways (TlChain *chain)
{
  const guint *knot = chain->knots->knot;

  for (guint i = 0; i < chain->n; i++) {
    guint kept = chain->first[i];

    for (guint k = chain->first[i]; k < chain->end[i]; k++) {
      /* As above.  NOLINTNEXTLINE(clang-analyzer-core.uninitialized.ArraySubscript) */
      if (knot[chain->outward[k].state] == knot[i])
        keep_inside (chain, i, chain->outward[k]);
      else
        chain->outward[kept++] = chain->outward[k];
    }
    chain->end[i] = kept;
  }
}

/* Elimination. */

typedef struct {
  guint64 cost;       /* ways in times ways out */
  guint   state;
} Choice;

typedef struct {
  TlChain *chain;
  double  *out;       /* by state: what leaves the knot */
  guint   *n_in;      /* by state: ways in from states that are still there */
  guint   *place;     /* by state: where it is in the row at hand, plus 1; 0 = not there */
  gboolean *gone;
  Choice  *heap;      /* least cost first; out of date rows are skipped */
  guint    n_heap, size_heap;
} Reduction;

static guint64
cost_of (const Reduction *r,
         guint            state)
{
  return (guint64) r->n_in[state] * r->chain->rows[state].n;
}

static gboolean
is_before (Choice a,
           Choice b)
{
  /* clang-tidy forgets that heap[0..n_heap) is filled.
   * NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult) */
  return a.cost < b.cost || (a.cost == b.cost && a.state < b.state);
}

static void
offer (Reduction *r,
       guint      state)
{
  Choice choice = { cost_of (r, state), state };
  guint at = r->n_heap;

  if (r->n_heap == r->size_heap) {
    r->size_heap = MAX (64, 2 * r->size_heap);
    r->heap = g_renew (Choice, r->heap, r->size_heap);
  }
  r->n_heap++;
  for (; at > 0 && is_before (choice, r->heap[(at - 1) / 2]); at = (at - 1) / 2)
    r->heap[at] = r->heap[(at - 1) / 2];
  r->heap[at] = choice;
}

static Choice
take_least (Reduction *r)
{
  Choice least = r->heap[0];
  Choice last = r->heap[--r->n_heap];
  guint at = 0;

  for (;;) {
    guint child = 2 * at + 1;

    if (child >= r->n_heap)
      break;
    if (child + 1 < r->n_heap && is_before (r->heap[child + 1], r->heap[child]))
      child++;
    if (!is_before (r->heap[child], last))
      break;
    r->heap[at] = r->heap[child];
    at = child;
  }
  r->heap[at] = last;
  return least;
}

static guint
choose (Reduction *r)
{
  for (;;) {
    Choice choice = take_least (r);

    if (!r->gone[choice.state] && choice.cost == cost_of (r, choice.state))
      return choice.state;
  }
}

/* Takes the way to @to out of the row of @from and returns its probability. */
static double
take_way (Ways *row,
          guint to)
{
  for (guint i = 0; i < row->n; i++) {
    if (row->ways[i].state == to) {
      double value = row->ways[i].value;

      row->ways[i] = row->ways[--row->n];
      return value;
    }
  }
  return 0;
}

/* Whoever came to @gone from @from goes straight on, @share of it each way. */
static void
lead_past (Reduction *r,
           guint      from,
           guint      gone,
           double     share)
{
  TlChain *chain = r->chain;
  Ways *row = &chain->rows[from];
  const Ways *on = &chain->rows[gone];

  for (guint i = 0; i < row->n; i++)
    r->place[row->ways[i].state] = i + 1;
  for (guint i = 0; i < on->n; i++) {
    guint to = on->ways[i].state;
    double more = share * on->ways[i].value;

    if (to == from)
      continue;
    if (r->place[to] > 0) {
      row->ways[r->place[to] - 1].value += more;
    } else {
      append (row, to, more);
      append (&chain->columns[to], from, 0);
      r->n_in[to]++;
      r->place[to] = row->n;
    }
  }
  for (guint i = 0; i < row->n; i++)
    r->place[row->ways[i].state] = 0;
  r->out[from] += share * r->out[gone];
}

/* FALSE when the state is never left. */
static gboolean
eliminate (Reduction *r,
           guint      state)
{
  TlChain *chain = r->chain;
  Ways *row = &chain->rows[state], *column = &chain->columns[state];
  double leaving = r->out[state];
  guint kept = 0;

  for (guint i = 0; i < row->n; i++)
    leaving += row->ways[i].value;
  if (!(leaving > 0))
    return FALSE;

  r->gone[state] = TRUE;
  chain->leaving[state] = leaving;
  for (guint i = 0; i < row->n; i++)
    r->n_in[row->ways[i].state]--;
  for (guint i = 0; i < column->n; i++) {
    guint from = column->ways[i].state;
    double value;

    if (r->gone[from])
      continue;
    value = take_way (&chain->rows[from], state);
    if (!(value > 0))
      continue;
    column->ways[kept++] = (Way) { from, value };
    lead_past (r, from, state, value / leaving);
  }
  column->n = kept;

  for (guint i = 0; i < row->n; i++)
    offer (r, row->ways[i].state);
  for (guint i = 0; i < kept; i++)
    offer (r, column->ways[i].state);
  return TRUE;
}

static gboolean
reduce_knot (Reduction *r,
             guint      knot,
             guint     *stuck)
{
  TlChain *chain = r->chain;
  guint *members = chain->knots->nodes + chain->knots->first[knot];
  guint n = chain->knots->first[knot + 1] - chain->knots->first[knot];

  r->n_heap = 0;
  for (guint i = 0; i < n; i++) {
    guint state = members[i];

    r->n_in[state] = chain->columns[state].n;
    r->out[state] = chain->leaving[state];
    for (guint k = chain->first[state]; k < chain->end[state]; k++)
      /* As above.  NOLINTNEXTLINE(clang-analyzer-core.uninitialized.Assign) */
      r->out[state] += chain->outward[k].value;
    offer (r, state);
  }
  for (guint i = 0; i < n; i++) {
    guint state = choose (r);

    /* Nobody reads the old order any more: all are on offer. */
    members[i] = state;
    if (!eliminate (r, state)) {
      *stuck = state;
      return FALSE;
    }
  }
  return TRUE;
}

gboolean
tl_chain_settle (TlChain *chain,
                 guint   *stuck)
{
  g_autofree double *out = g_new0 (double, chain->n);
  g_autofree guint *n_in = g_new0 (guint, chain->n);
  g_autofree guint *place = g_new0 (guint, chain->n);
  g_autofree gboolean *gone = g_new0 (gboolean, chain->n);
  Reduction reduction = {
    .chain = chain, .out = out, .n_in = n_in, .place = place, .gone = gone,
  };
  gboolean fine = TRUE;

  g_return_val_if_fail (chain->knots == NULL, FALSE);

  sort_ways (chain);
  g_clear_pointer (&chain->moves, g_array_unref);
  chain->knots = find_knots (chain);
  split_ways (chain);
  for (guint knot = 0; knot < chain->knots->n && fine; knot++)
    fine = reduce_knot (&reduction, knot, stuck);
  g_free (reduction.heap);
  return fine;
}

/* Both answers go through each knot twice: once as its states were eliminated, carrying
 * what each holds to those that stayed, and once back, settling each from those. */

void
tl_chain_visits (const TlChain *chain,
                 double        *values)
{
  const TlKnots *knots = chain->knots;

  for (guint knot = knots->n; knot > 0; knot--) {
    guint first = knots->first[knot - 1], end = knots->first[knot];

    for (guint at = first; at < end; at++) {
      guint state = knots->nodes[at];
      const Ways *row = &chain->rows[state];

      for (guint i = 0; i < row->n; i++)
        values[row->ways[i].state] += values[state] * row->ways[i].value / chain->leaving[state];
    }
    for (guint at = end; at > first; at--) {
      guint state = knots->nodes[at - 1];
      const Ways *column = &chain->columns[state];

      for (guint i = 0; i < column->n; i++)
        values[state] += values[column->ways[i].state] * column->ways[i].value;
      values[state] /= chain->leaving[state];
      for (guint i = chain->first[state]; i < chain->end[state]; i++)
        values[chain->outward[i].state] += values[state] * chain->outward[i].value;
    }
  }
}

void
tl_chain_expect (const TlChain *chain,
                 double        *values)
{
  const TlKnots *knots = chain->knots;

  for (guint knot = 0; knot < knots->n; knot++) {
    guint first = knots->first[knot], end = knots->first[knot + 1];

    for (guint at = first; at < end; at++) {
      guint state = knots->nodes[at];

      for (guint i = chain->first[state]; i < chain->end[state]; i++)
        values[state] += values[chain->outward[i].state] * chain->outward[i].value;
    }
    for (guint at = first; at < end; at++) {
      guint state = knots->nodes[at];
      const Ways *column = &chain->columns[state];

      for (guint i = 0; i < column->n; i++)
        values[column->ways[i].state] += values[state] * column->ways[i].value /
                                         chain->leaving[state];
    }
    for (guint at = end; at > first; at--) {
      guint state = knots->nodes[at - 1];
      const Ways *row = &chain->rows[state];

      for (guint i = 0; i < row->n; i++)
        values[state] += row->ways[i].value * values[row->ways[i].state];
      values[state] /= chain->leaving[state];
    }
  }
}
