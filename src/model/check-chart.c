/* check-chart.c - invariants over several records: lanes in order (S04), twins
 * among connectors (S07) and cells (S09), the sum of probabilities in one place
 * (S11), and what there may be only one of (S02).
 */
#include "model/check-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TOLERANCE 1e-9

/* Twins: records of which no two may be alike in some respect. */

typedef struct {
  const char   *rule;
  TlRecordKind  kind;
  const char   *field;
  guint32     (*hash)    (const TlRecord *record);
  gboolean    (*alike)   (const TlRecord *a,
                          const TlRecord *b);
  char       *(*message) (const TlChart  *chart,
                          const TlRecord *twin);
} Twins;

static guint32
mix (guint32 hash,
     guint32 value)
{
  hash = (hash ^ value) * 0x9e3779b1u;
  return hash ^ (hash >> 15);
}

static guint32
hash_ends (const TlRecord *record)
{
  const TlConnector *c = (const TlConnector *) (const void *) record;

  return mix (mix (mix (0, c->from), c->to), c->kind);
}

static gboolean
alike_ends (const TlRecord *a,
            const TlRecord *b)
{
  const TlConnector *x = (const TlConnector *) (const void *) a;
  const TlConnector *y = (const TlConnector *) (const void *) b;

  return x->from == y->from && x->to == y->to && x->kind == y->kind;
}

static char *
message_ends (const TlChart  *chart,
              const TlRecord *twin)
{
  return g_strdup_printf (_("These two steps are already connected, by %s; remove one of the two "
                            "connectors."), twin->name);
}

static guint32
hash_cell (const TlRecord *record)
{
  const TlStep *s = (const TlStep *) (const void *) record;

  return mix (mix (mix (mix (0, s->lane), s->phase), s->column), s->row);
}

static gboolean
alike_cell (const TlRecord *a,
            const TlRecord *b)
{
  const TlStep *x = (const TlStep *) (const void *) a;
  const TlStep *y = (const TlStep *) (const void *) b;

  return x->column == y->column && x->row == y->row && x->lane == y->lane &&
         x->phase == y->phase;
}

static char *
message_cell (const TlChart  *chart,
              const TlRecord *twin)
{
  g_autofree char *other = tl_record_describe (chart, twin);

  return g_strdup_printf (_("It stands in the same lane, phase, column and row as %s; give it a "
                            "free cell."), other);
}

static const Twins twins[] = {
  { "S07", TL_RECORD_CONNECTOR, NULL, hash_ends, alike_ends, message_ends },
  { "S09", TL_RECORD_STEP, "column", hash_cell, alike_cell, message_cell },
};

/* A set of records, open addressing, at most half full. */
typedef struct {
  const TlRecord **slots;
  guint32          mask;
} Seen;

static void
seen_init (Seen *seen,
           guint n)
{
  guint size = 16;

  while (size < 2 * n)
    size *= 2;
  seen->slots = g_new0 (const TlRecord *, size);
  seen->mask = size - 1;
}

/* The slot that holds one like @record, or the empty one where it belongs. */
static const TlRecord **
seen_slot (const Seen     *seen,
           const Twins    *kind,
           const TlRecord *record)
{
  guint32 at = kind->hash (record) & seen->mask;

  while (seen->slots[at] != NULL && !kind->alike (seen->slots[at], record))
    at = (at + 1) & seen->mask;
  return &seen->slots[at];
}

/* Those whose likes are worth a look: all, or the touched ones; FALSE = none. */
static gboolean
collect_suspects (const TlCheck *check,
                  const Twins   *kind,
                  Seen          *suspects)
{
  guint n = 0;

  if (check->touched == NULL)
    return TRUE;

  seen_init (suspects, check->n_touched);
  for (guint i = 0; i < check->n_touched; i++) {
    const TlRecord *record = tl_chart_get_as (check->chart, kind->kind, check->touched[i]);

    if (record != NULL) {
      *seen_slot (suspects, kind, record) = record;
      n++;
    }
  }
  return n > 0;
}

static void
check_twins (const TlCheck *check,
             const Twins   *kind)
{
  guint n = tl_chart_n (check->chart, kind->kind);
  Seen suspects = { NULL, 0 };
  Seen seen;

  if (!collect_suspects (check, kind, &suspects)) {
    g_free (suspects.slots);
    return;
  }

  seen_init (&seen, suspects.slots != NULL ? check->n_touched : n);
  for (guint i = 0; i < n; i++) {
    const TlRecord *record = tl_chart_nth (check->chart, kind->kind, i);
    const TlRecord **slot;

    if (suspects.slots != NULL && *seen_slot (&suspects, kind, record) == NULL)
      continue;
    slot = seen_slot (&seen, kind, record);
    if (*slot == NULL)
      *slot = record;
    else
      tl_check_report (check, kind->rule, record, kind->field,
                       kind->message (check->chart, *slot));
  }
  g_free (seen.slots);
  g_free (suspects.slots);
}

static void
check_lanes (const TlCheck *check)
{
  guint n = tl_chart_n (check->chart, TL_RECORD_LANE);
  TlBand lowest = 0;

  if (n == 0)
    tl_check_report (check, "S04", tl_chart_nth (check->chart, TL_RECORD_CHART, 0), NULL,
                     g_strdup (_("A chart needs at least one lane; add one.")));
  for (guint i = 0; i < n; i++) {
    const TlLane *lane = TL_CHART_NTH (check->chart, LANE, TlLane, i);

    if (lane->band < lowest)
      tl_check_report (check, "S04", &lane->head, "band",
                       g_strdup (_("Lanes must run from customer down to support, so that each "
                                   "line is drawn once; move the lane or change its band.")));
    lowest = MAX (lowest, lane->band);
  }
}

static void
check_single (const TlCheck *check,
              TlRecordKind   kind)
{
  for (guint i = 1; i < tl_chart_n (check->chart, kind); i++)
    tl_check_report (check, "S02", tl_chart_nth (check->chart, kind, i), NULL,
                     g_strdup (_("A chart has only one of this; remove the second.")));
}

/* S11, the sum.  By handle of a step. */
typedef struct {
  double *sum;
  guint  *n_exits;
} Chances;

static void
count_exits (const TlChart *chart,
             Chances       *chances,
             guint          limit)
{
  chances->n_exits = g_new0 (guint, limit);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    if (connector->kind == TL_CONNECTOR_FLOW && connector->from < limit)
      chances->n_exits[connector->from]++;
  }
}

/* The step whose passes the failure point at @at spoils: that step, or the one whose
 * only exit it is.  The exits of a decision have percentages instead. */
static TlId
spoiled_step (const TlChart *chart,
              Chances       *chances,
              guint          limit,
              TlId           at)
{
  const TlConnector *connector;
  const TlStep *from;

  if (at == TL_ID_NONE || at >= limit)
    return TL_ID_NONE;
  if (TL_CHART_GET (chart, STEP, TlStep, at) != NULL)
    return at;

  connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, at);
  from = connector != NULL ? TL_CHART_GET (chart, STEP, TlStep, connector->from) : NULL;
  if (from == NULL || from->kind == TL_STEP_DECISION || connector->kind != TL_CONNECTOR_FLOW)
    return TL_ID_NONE;
  if (chances->n_exits == NULL)
    count_exits (chart, chances, limit);
  return chances->n_exits[from->head.id] == 1 ? from->head.id : TL_ID_NONE;
}

static void
check_chances (const TlCheck *check)
{
  const TlChart *chart = check->chart;
  guint limit = tl_chart_id_limit (chart);
  guint n = tl_chart_n (chart, TL_RECORD_FAILURE);
  Chances chances = { NULL, NULL };

  for (guint i = 0; i < n; i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);
    TlId step;
    double before;

    if (isnan (failure->p))
      continue;
    step = spoiled_step (chart, &chances, limit, failure->at);
    if (step == TL_ID_NONE)
      continue;
    if (chances.sum == NULL)
      chances.sum = g_new0 (double, limit);
    before = chances.sum[step];
    chances.sum[step] += CLAMP (failure->p, 0, 1);
    if (before <= 1 + TOLERANCE && chances.sum[step] > 1 + TOLERANCE)
      tl_check_report (check, "S11", tl_chart_get (chart, step), NULL,
                       g_strdup (_("The probabilities of the failure points here add up to more "
                                   "than 100 %; lower one of them.")));
  }
  g_free (chances.sum);
  g_free (chances.n_exits);
}

#define KIND(k) (1u << TL_RECORD_##k)

void
tl_check_chart_rules (const TlCheck *check,
                      guint32        kinds)
{
  if ((kinds & KIND (ECONOMICS)) != 0)
    check_single (check, TL_RECORD_ECONOMICS);
  if ((kinds & KIND (WEIGHTS)) != 0)
    check_single (check, TL_RECORD_WEIGHTS);
  if ((kinds & KIND (LANE)) != 0)
    check_lanes (check);
  for (guint i = 0; i < G_N_ELEMENTS (twins); i++) {
    if ((kinds & (1u << twins[i].kind)) != 0)
      check_twins (check, &twins[i]);
  }
  if ((kinds & (KIND (FAILURE) | KIND (CONNECTOR) | KIND (STEP))) != 0)
    check_chances (check);
}

/* NCName: letters and marks by the tables of XML 1.0, fifth edition. */

static gboolean
is_in (gunichar        c,
       const gunichar (*ranges)[2],
       guint           n)
{
  for (guint i = 0; i < n; i++) {
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_name_start (gunichar c)
{
  static const gunichar ranges[][2] = {
    { 'a', 'z' }, { 'A', 'Z' }, { '_', '_' }, { 0xc0, 0xd6 }, { 0xd8, 0xf6 }, { 0xf8, 0x2ff },
    { 0x370, 0x37d }, { 0x37f, 0x1fff }, { 0x200c, 0x200d }, { 0x2070, 0x218f },
    { 0x2c00, 0x2fef }, { 0x3001, 0xd7ff }, { 0xf900, 0xfdcf }, { 0xfdf0, 0xfffd },
    { 0x10000, 0xeffff },
  };

  return is_in (c, ranges, G_N_ELEMENTS (ranges));
}

static gboolean
is_name_rest (gunichar c)
{
  static const gunichar ranges[][2] = {
    { '0', '9' }, { '-', '.' }, { 0xb7, 0xb7 }, { 0x300, 0x36f }, { 0x203f, 0x2040 },
  };

  return is_name_start (c) || is_in (c, ranges, G_N_ELEMENTS (ranges));
}

gboolean
tl_check_is_ncname (const char *name)
{
  const char *at = name;

  /* Nearly every id is plain. */
  while (g_ascii_isalnum (*at) || *at == '-' || *at == '_')
    at++;
  if (*at == '\0' && g_ascii_isalpha (*name))
    return TRUE;
  if (!g_utf8_validate (name, -1, NULL) || !is_name_start (g_utf8_get_char (name)))
    return FALSE;
  for (name = g_utf8_next_char (name); *name != '\0'; name = g_utf8_next_char (name)) {
    if (!is_name_rest (g_utf8_get_char (name)))
      return FALSE;
  }
  return TRUE;
}
