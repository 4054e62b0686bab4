/* draft-place.c - cells from the boxes of another program's drawing.
 *
 * Other programs let people put boxes anywhere; a chart has cells.  Centres that
 * nearly line up share a column (x) or, within their lane, a row (y).  What was
 * put in by the import stands half a column beside the step it belongs to.  At the
 * end columns and rows are numbered without holes and no two steps share a cell.
 */
#include "exchange/draft.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Shares of a typical step's size within which centres count as lined up, and
 * within which two lines of centres may become one when nothing collides. */
#define COLUMN_SNAP  0.40
#define COLUMN_MERGE 0.85
#define ROW_SNAP     0.40
#define ROW_MERGE    0.90

typedef struct {
  double at;      /* first centre of the cluster, in the file's units */
  double sum;
  guint  n;
} Cluster;

typedef struct {
  TlDraft   *draft;
  GPtrArray *live;        /* of TlDraftStep */
  double     width, height;   /* of a typical step, in the file's units */
} Place;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
centre (const TlDraftStep *step,
        gboolean           down)
{
  TlPoint point = tl_box_centre (step->box);

  return down ? point.y : point.x;
}

/* The median size of plain steps; gateways and events are drawn much smaller. */
static double
typical_size (const Place *place,
              gboolean     down)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < place->live->len; i++) {
    const TlDraftStep *step = g_ptr_array_index (place->live, i);
    double size = down ? step->box.h : step->box.w;

    if (step->placed && step->kind == TL_STEP_ACTION && size > 0)
      g_array_append_val (sizes, size);
  }
  if (sizes->len == 0)
    return down ? 80 : 100;
  g_array_sort (sizes, compare_doubles);

  return MAX (g_array_index (sizes, double, sizes->len / 2), 10);
}

/* Clusters of the centres of the placed steps of @lane (G_MAXUINT: of all lanes). */
static GArray *
find_clusters (const Place *place,
               guint        lane,
               gboolean     down,
               double       snap)
{
  g_autoptr (GArray) centres = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (Cluster));

  for (guint i = 0; i < place->live->len; i++) {
    const TlDraftStep *step = g_ptr_array_index (place->live, i);

    if (step->placed && (lane == G_MAXUINT || step->lane == lane)) {
      double value = centre (step, down);

      g_array_append_val (centres, value);
    }
  }
  g_array_sort (centres, compare_doubles);

  for (guint i = 0; i < centres->len; i++) {
    double value = g_array_index (centres, double, i);
    Cluster *last = clusters->len > 0 ? &g_array_index (clusters, Cluster, clusters->len - 1) : NULL;

    if (last == NULL || value - last->at > snap) {
      Cluster fresh = { value, value, 1 };

      g_array_append_val (clusters, fresh);
    } else {
      last->sum += value;
      last->n++;
    }
  }

  return clusters;
}

static guint
cluster_of (const GArray *clusters,
            double        value)
{
  guint index = 0;

  while (index + 1 < clusters->len && g_array_index (clusters, Cluster, index + 1).at <= value)
    index++;

  return index;
}

/* Whether clusters @index and the next one may be one: near enough, with no two
 * steps that would fall on one cell (rows: one column; columns: one lane and row),
 * and, for columns, no flow from the one to the other. */
static gboolean
can_merge (const Place *place,
           guint        lane,
           double       first,
           gboolean     down)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < place->live->len; i++) {
    const TlDraftStep *step = g_ptr_array_index (place->live, i);
    double at = down ? step->y : step->x;
    double other = down ? step->x : step->y;
    guint key;

    if ((at != first && at != first + 1) || (lane != G_MAXUINT && step->lane != lane))
      continue;
    key = ((guint) (other * 4 + 8) << 12) ^ (down ? 0 : step->lane + 1);
    if (!g_hash_table_add (taken, GUINT_TO_POINTER (key)))
      return FALSE;
  }
  for (guint i = 0; i < place->draft->links->len && !down; i++) {
    const TlDraftLink *link = g_ptr_array_index (place->draft->links, i);
    double from = link->from->x, to = link->to->x;

    if (!link->gone && link->kind == TL_CONNECTOR_FLOW && from != to && from >= first &&
        from <= first + 1 && to >= first && to <= first + 1)
      return FALSE;
  }

  return TRUE;
}

static void
shift_down (const Place *place,
            guint        lane,
            double       after,
            gboolean     down)
{
  for (guint i = 0; i < place->live->len; i++) {
    TlDraftStep *step = g_ptr_array_index (place->live, i);
    double *at = down ? &step->y : &step->x;

    if (*at > after && (lane == G_MAXUINT || step->lane == lane))
      *at -= 1;
  }
}

static void
merge_clusters (const Place *place,
                GArray      *clusters,
                guint        lane,
                gboolean     down,
                double       near)
{
  for (guint i = 0; i + 1 < clusters->len;) {
    Cluster *here = &g_array_index (clusters, Cluster, i);
    const Cluster *next = &g_array_index (clusters, Cluster, i + 1);
    double gap = next->sum / next->n - here->sum / here->n;

    if (gap >= near || !can_merge (place, lane, i, down)) {
      i++;
      continue;
    }
    here->sum += next->sum;
    here->n += next->n;
    g_array_remove_index (clusters, i + 1);
    shift_down (place, lane, i, down);
  }
}

static void
place_rows (const Place *place,
            guint        lane)
{
  g_autoptr (GArray) clusters = find_clusters (place, lane, TRUE, ROW_SNAP * place->height);

  for (guint i = 0; i < place->live->len; i++) {
    TlDraftStep *step = g_ptr_array_index (place->live, i);

    if (step->placed && step->lane == lane)
      step->y = cluster_of (clusters, centre (step, TRUE));
  }
  merge_clusters (place, clusters, lane, TRUE, ROW_MERGE * place->height);
}

static void
place_columns (const Place *place)
{
  g_autoptr (GArray) clusters = find_clusters (place, G_MAXUINT, FALSE, COLUMN_SNAP * place->width);

  for (guint i = 0; i < place->live->len; i++) {
    TlDraftStep *step = g_ptr_array_index (place->live, i);

    if (step->placed)
      step->x = cluster_of (clusters, centre (step, FALSE));
  }
  /* Rows are not known yet here; a row for each lane is what may not collide. */
  for (guint lane = 0; lane < place->draft->lanes->len; lane++)
    place_rows (place, lane);
  merge_clusters (place, clusters, G_MAXUINT, FALSE, COLUMN_MERGE * place->width);
}

/* A step to stand beside: the one named, or the one at the other end of a link. */
static const TlDraftStep *
find_host (const Place       *place,
           const TlDraftStep *step,
           gboolean          *before)
{
  if (step->beside != NULL) {
    *before = step->before;
    return isnan (step->beside->x) ? NULL : step->beside;
  }
  for (guint i = 0; i < place->draft->links->len; i++) {
    const TlDraftLink *link = g_ptr_array_index (place->draft->links, i);

    if (link->gone || (link->from != step && link->to != step))
      continue;
    *before = link->from == step;
    if (!isnan (link->from == step ? link->to->x : link->from->x))
      return link->from == step ? link->to : link->from;
  }

  return NULL;
}

static void
place_others (const Place *place)
{
  double share = 0.5;
  gboolean again = TRUE;

  /* Each round places what stands beside the steps of the round before. */
  for (guint round = 0; again && round < 6; round++, share /= 2) {
    again = FALSE;
    for (guint i = 0; i < place->live->len; i++) {
      TlDraftStep *step = g_ptr_array_index (place->live, i);
      const TlDraftStep *host;
      gboolean before = FALSE;

      if (!isnan (step->x))
        continue;
      host = find_host (place, step, &before);
      if (host == NULL)
        continue;
      step->x = host->x + (before ? -share : share);
      step->y = host->lane == step->lane ? host->y : 0;
      again = TRUE;
    }
  }
  for (guint i = 0; i < place->live->len; i++) {
    TlDraftStep *step = g_ptr_array_index (place->live, i);

    if (isnan (step->x))
      step->x = -1;
    if (isnan (step->y))
      step->y = 0;
  }
}

static void
number_columns (const Place *place)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  for (guint i = 0; i < place->live->len; i++)
    g_array_append_val (values, ((TlDraftStep *) g_ptr_array_index (place->live, i))->x);
  g_array_sort (values, compare_doubles);
  for (guint i = 0; i < values->len; i++)
    if (n == 0 || g_array_index (values, double, i) != g_array_index (values, double, n - 1))
      g_array_index (values, double, n++) = g_array_index (values, double, i);

  for (guint i = 0; i < place->live->len; i++) {
    TlDraftStep *step = g_ptr_array_index (place->live, i);
    guint low = 0, high = n;

    while (low + 1 < high) {
      guint middle = (low + high) / 2;

      if (g_array_index (values, double, middle) <= step->x)
        low = middle;
      else
        high = middle;
    }
    step->column = (int) low;
  }
}

static guint
cell_key (const TlDraftStep *step,
          int                row)
{
  return (step->lane << 22) ^ ((guint) step->column << 10) ^ (guint) row;
}

/* Down to the next free row of the lane, then rows without a step are left out. */
static void
number_rows (const Place *place)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new_full (NULL, NULL, NULL, NULL);

  for (guint i = 0; i < place->live->len; i++) {
    TlDraftStep *step = g_ptr_array_index (place->live, i);

    step->row = (int) step->y;
    while (!g_hash_table_add (taken, GUINT_TO_POINTER (cell_key (step, step->row))))
      step->row++;
    g_hash_table_add (used, GUINT_TO_POINTER ((step->lane << 12) ^ (guint) step->row));
  }
  for (guint i = 0; i < place->live->len; i++) {
    TlDraftStep *step = g_ptr_array_index (place->live, i);
    int row = 0;

    for (int above = 0; above < step->row; above++)
      if (g_hash_table_contains (used, GUINT_TO_POINTER ((step->lane << 12) ^ (guint) above)))
        row++;
    step->row = row;
  }
}

/* Parts that hand over to each other, such as pools, are often drawn one under the
 * other, each from the left.  In a chart columns are time: such a drawing does not
 * say what stands over what. */
static gboolean
runs_back (const TlDraft *draft)
{
  for (guint i = 0; i < draft->links->len; i++) {
    const TlDraftLink *link = g_ptr_array_index (draft->links, i);

    if (!link->gone && link->handover && link->to->column < link->from->column)
      return TRUE;
  }

  return FALSE;
}

static gboolean
give_up (const TlDraft   *draft,
         const GPtrArray *live,
         const char      *why)
{
  for (guint i = 0; i < live->len; i++) {
    TlDraftStep *step = g_ptr_array_index (live, i);

    step->column = (int) i;
    step->row = 0;
  }
  tl_report_add (draft->report, TL_REPORT_ASSUMED, _("arrangement"), why, NULL);

  return FALSE;
}

gboolean
tl_draft_place (TlDraft *draft)
{
  g_autoptr (GPtrArray) live = g_ptr_array_new ();
  Place place = { draft, live, 0, 0 };
  guint n_placed = 0, n_own = 0;

  for (guint i = 0; i < draft->steps->len; i++) {
    TlDraftStep *step = g_ptr_array_index (draft->steps, i);

    if (step->gone)
      continue;
    g_ptr_array_add (live, step);
    step->x = step->y = NAN;
    n_placed += step->placed;
    n_own += step->beside == NULL;
  }
  if (n_placed * 2 < n_own || n_placed == 0)
    return give_up (draft, live, _("chosen from the flow: the file does not say where things stand"));

  place.width = typical_size (&place, FALSE);
  place.height = typical_size (&place, TRUE);
  place_columns (&place);
  place_others (&place);
  number_columns (&place);
  number_rows (&place);
  if (runs_back (draft))
    return give_up (draft, live, _("chosen from the flow: in the file each pool has a time of its own"));

  return TRUE;
}
