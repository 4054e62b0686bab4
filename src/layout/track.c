/* track.c - the order of the pieces that run side by side in a gutter.
 *
 * Two pieces of one gutter whose extents meet get different tracks, so that no
 * two connectors share a stretch.  Which comes first is settled pair by pair by
 * the crossings either order would cost; a piece is put where the sum is least.
 * Column gutters go first, row by row resolution; row gutters then know in which
 * track their neighbours turn.
 */
#include "layout/plan.h"

#include <stdlib.h>
#include <string.h>

/* Beyond this many pieces that meet, the first sorting has to do. */
#define MAX_INSERTED 256

typedef struct {
  guint  course, k;
  gint64 low, high;            /* extent along the gutter */
  int    low_turn, high_turn;  /* -1 or 1: to which side it goes on at either end */
  int    track;
} Piece;

/* How far along a crossing gutter: place first, then the track within it. */
static gint64
extent_key (const TlPlan   *plan,
            const TlCourse *course,
            int             k,
            gboolean        fine)
{
  gint64 at = tl_course_station (plan, course, k);
  int track = fine && k > 0 && k < (int) course->n - 1 ? course->track[k] : 0;

  return (at << 20) + track;
}

static Piece
describe (const TlPlan *plan,
          guint         index,
          guint         k,
          gboolean      fine)
{
  const TlCourse *course = TL_PLAN_COURSE (plan, index);
  int at = course->at[k];
  gint64 a = extent_key (plan, course, (int) k - 1, fine);
  gint64 b = extent_key (plan, course, (int) k + 1, fine);
  int turn_a = tl_course_station (plan, course, (int) k - 2) < at ? -1 : 1;
  int turn_b = tl_course_station (plan, course, (int) k + 2) < at ? -1 : 1;

  if (a <= b)
    return (Piece) { index, k, a, b, turn_a, turn_b, 0 };
  return (Piece) { index, k, b, a, turn_b, turn_a, 0 };
}

static gboolean
meet (const Piece *p,
      const Piece *q)
{
  return p->low <= q->high && q->low <= p->high;
}

/* Half crossings caused by an end of a piece at @end that goes on over @other;
 * @is_high: it is the upper end of its extent. */
static int
end_cost (gint64       end,
          gboolean     is_high,
          int          turn,
          const Piece *other)
{
  if (end > other->low && end < other->high)
    return 2;
  if (end == other->high && other->high_turn == -turn)
    return is_high ? 1 : 0;
  if (end == other->low && other->low_turn == -turn)
    return is_high ? 0 : 1;
  return 0;
}

/* What it costs to have @p before (left of, above) @q. */
static int
order_cost (const Piece *p,
            const Piece *q)
{
  int cost = 0;

  if (!meet (p, q))
    return 0;
  if (p->low_turn > 0)
    cost += end_cost (p->low, FALSE, 1, q);
  if (p->high_turn > 0)
    cost += end_cost (p->high, TRUE, 1, q);
  if (q->low_turn < 0)
    cost += end_cost (q->low, FALSE, -1, p);
  if (q->high_turn < 0)
    cost += end_cost (q->high, TRUE, -1, p);
  /* One ends where the other begins, facing each other: no crossing when the
   * ends can be spread, but better the other way round. */
  if ((p->high == q->low && p->high_turn > 0 && q->low_turn < 0) ||
      (p->low == q->high && p->low_turn > 0 && q->high_turn < 0))
    cost++;
  return cost;
}

static int
compare_extents (const void *a,
                 const void *b)
{
  const Piece *p = a, *q = b;

  if (p->low != q->low)
    return p->low < q->low ? -1 : 1;
  if (p->high != q->high)
    return p->high < q->high ? -1 : 1;
  if (p->course != q->course)
    return p->course < q->course ? -1 : 1;
  return (p->k > q->k) - (p->k < q->k);
}

/* Those that go on to the low side at both ends first, to the high side last. */
static int
compare_turns (const void *a,
               const void *b)
{
  const Piece *p = a, *q = b;
  int side_p = p->low_turn + p->high_turn, side_q = q->low_turn + q->high_turn;

  if (side_p != side_q)
    return side_p < side_q ? -1 : 1;
  return compare_extents (a, b);
}

static void
insert_pieces (Piece *pieces,
               guint  n)
{
  for (guint i = 1; i < n; i++) {
    Piece piece = pieces[i];
    int cost = 0, best = 0;
    guint place = i;

    /* Walk towards the front; the cost is relative to staying last. */
    for (guint j = i; j > 0; j--) {
      cost += order_cost (&piece, &pieces[j - 1]) - order_cost (&pieces[j - 1], &piece);
      if (cost < best) {
        best = cost;
        place = j - 1;
      }
    }
    memmove (pieces + place + 1, pieces + place, (i - place) * sizeof *pieces);
    pieces[place] = piece;
  }
}

/* Tracks of pieces 0 .. @n - 1, all linked by meeting; returns their number. */
static guint
assign_cluster (Piece *pieces,
                guint  n)
{
  int last = 0;

  if (n > 1) {
    qsort (pieces, n, sizeof *pieces, compare_turns);
    if (n <= MAX_INSERTED)
      insert_pieces (pieces, n);
  }
  for (guint i = 0; i < n; i++) {
    pieces[i].track = 0;
    for (guint j = 0; j < i; j++) {
      if (pieces[j].track >= pieces[i].track && meet (&pieces[i], &pieces[j]))
        pieces[i].track = pieces[j].track + 1;
    }
    last = MAX (last, pieces[i].track);
  }
  return (guint) last + 1;
}

/* Tracks count in halves from here on, so that fewer tracks stand in the middle
 * of a gutter that has more elsewhere. */
static void
assign_gutter (TlPlan      *plan,
               Piece       *pieces,
               guint        n,
               TlPlanStrip *strip)
{
  guint from = 0;

  if (n > 1)
    qsort (pieces, n, sizeof *pieces, compare_extents);
  for (guint pass = 0; pass < 2; pass++) {
    for (from = 0; from < n;) {
      guint to = from + 1, m;
      gint64 high = pieces[from].high;

      for (; to < n && pieces[to].low <= high; to++)
        high = MAX (high, pieces[to].high);
      if (pass == 0) {
        m = assign_cluster (pieces + from, to - from);
        strip->n_tracks = MAX (strip->n_tracks, m);
      } else {
        m = 0;
        for (guint i = from; i < to; i++)
          m = MAX (m, (guint) pieces[i].track + 1);
        for (guint i = from; i < to; i++)
          TL_PLAN_COURSE (plan, pieces[i].course)->track[pieces[i].k] =
            2 * pieces[i].track + (int) (strip->n_tracks - m);
      }
      from = to;
    }
    if (pass == 0 && n > 1)
      qsort (pieces, n, sizeof *pieces, compare_extents);
  }
}

/* All gutters of one direction. */
static void
assign_all (TlPlan  *plan,
            gboolean horizontal)
{
  guint n_strips = horizontal ? plan->n_lev : plan->n_pos;
  GArray *strips = horizontal ? plan->level_strips : plan->pos_strips;
  Piece *pieces;
  guint *start;

  g_array_set_size (plan->scratch, n_strips + 1);
  start = (guint *) (void *) plan->scratch->data;
  memset (start, 0, (n_strips + 1) * sizeof *start);
  for (guint pass = 0; pass < 2; pass++) {
    for (guint i = 0; i < plan->courses->len; i++) {
      const TlCourse *course = TL_PLAN_COURSE (plan, i);

      for (guint k = 1; k + 1 < course->n; k++) {
        if (tl_course_is_horizontal (course, k) != horizontal)
          continue;
        if (pass == 0)
          start[course->at[k] + 1]++;
        else
          g_array_index (plan->pieces, Piece, start[course->at[k]]++) =
            describe (plan, i, k, horizontal);
      }
    }
    if (pass == 0) {
      for (guint i = 0; i < n_strips; i++)
        start[i + 1] += start[i];
      g_array_set_size (plan->pieces, start[n_strips]);
    }
  }
  pieces = (Piece *) (void *) plan->pieces->data;
  for (guint i = 0; i < n_strips; i++) {
    guint from = i > 0 ? start[i - 1] : 0;

    if (start[i] > from)
      assign_gutter (plan, pieces + from, start[i] - from,
                     &g_array_index (strips, TlPlanStrip, i));
  }
}

gsize
tl_track_piece_size (void)
{
  return sizeof (Piece);
}

void
tl_track_assign (TlPlan *plan)
{
  assign_all (plan, FALSE);
  assign_all (plan, TRUE);
}
