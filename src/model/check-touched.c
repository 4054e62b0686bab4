/* check-touched.c - what a change of some records can have broken.
 *
 * A rule about one record looks at that record, its parent, what it refers to,
 * and, of a failure point on a connector, the step which that connector leaves.
 * So from the touched records the suspicion spreads
 *   to their children (a measurement hangs on its standard);
 *   to those that refer to them, and to what no longer exists;
 *   from connectors to the failure points on them;
 *   from the chart's own record, which holds the survey scale, to all that is
 *   measured on it.
 * One walk over the records that can refer to the touched kinds finds them.
 */
#include "model/check-rules.h"

#define KIND(k) (1u << TL_RECORD_##k)

enum {
  SUSPECT = 1,   /* to be checked */
  CHANGED = 2    /* the same, and whoever refers to it is suspect */
};

typedef struct {
  const TlChart *chart;
  guint8        *suspect;   /* by handle, of gone records too */
  guint          limit;
  guint32        kinds;     /* of the touched records */
} Spread;

static void
suspect_kind (Spread      *spread,
              TlRecordKind kind)
{
  for (guint i = 0; i < tl_chart_n (spread->chart, kind); i++)
    spread->suspect[tl_chart_nth (spread->chart, kind, i)->id] |= SUSPECT;
}

static void
start (Spread        *spread,
       const TlCheck *check)
{
  for (guint i = 0; i < check->n_touched; i++) {
    const TlRecord *record = tl_chart_get (spread->chart, check->touched[i]);

    if (check->touched[i] < spread->limit)
      spread->suspect[check->touched[i]] |= CHANGED;
    if (record == NULL) {
      spread->kinds = G_MAXUINT32;   /* it may have been anything */
      continue;
    }
    spread->kinds |= 1u << record->kind;
    for (guint k = 0; k < record->children.n; k++)
      spread->suspect[record->children.ids[k]] |= SUSPECT;
    if (record->kind == TL_RECORD_CHART) {
      suspect_kind (spread, TL_RECORD_EXPECTATION);
      suspect_kind (spread, TL_RECORD_PROMISE);
      suspect_kind (spread, TL_RECORD_STANDARD);
      suspect_kind (spread, TL_RECORD_MEASUREMENT);
      suspect_kind (spread, TL_RECORD_RATING);
    }
  }
}

static gboolean
is_changed (const Spread *spread,
            TlId          id)
{
  return id < spread->limit && (spread->suspect[id] & CHANGED) != 0;
}

static gboolean
refers_to_changed (const Spread   *spread,
                   const TlField  *field,
                   const TlRecord *record)
{
  if (field->type == TL_FIELD_REF)
    return is_changed (spread, TL_FIELD_AT (record, field, TlId));
  if (field->type == TL_FIELD_RESUME)
    return is_changed (spread, TL_FIELD_AT (record, field, TlResume).step);
  if (field->type == TL_FIELD_REFS) {
    const TlIdList *list = &TL_FIELD_AT (record, field, TlIdList);

    for (guint i = 0; i < list->n; i++) {
      if (is_changed (spread, list->ids[i]))
        return TRUE;
    }
  }
  return FALSE;
}

/* Suspects all of @kind that refer to something changed. */
static void
spread_to (Spread      *spread,
           TlRecordKind kind)
{
  guint8 mark = kind == TL_RECORD_CONNECTOR ? CHANGED : SUSPECT;
  const TlClass *klass = tl_class_get (kind);
  const TlField *fields[16];
  guint n_fields = 0;
  guint n = tl_chart_n (spread->chart, kind);

  for (guint i = 0; i < klass->n_fields && n_fields < G_N_ELEMENTS (fields); i++) {
    if ((klass->fields[i].kinds & spread->kinds) != 0)
      fields[n_fields++] = &klass->fields[i];
  }
  if (n_fields == 0)
    return;

  for (guint i = 0; i < n; i++) {
    const TlRecord *record = tl_chart_nth (spread->chart, kind, i);

    for (guint k = 0; k < n_fields && (spread->suspect[record->id] & mark) == 0; k++) {
      if (refers_to_changed (spread, fields[k], record))
        spread->suspect[record->id] |= mark;
    }
  }
}

void
tl_check_touched (const TlChart *chart,
                  const TlId    *touched,
                  guint          n_touched,
                  GPtrArray     *problems)
{
  static const TlId nobody[] = { TL_ID_NONE };
  TlCheck check = { chart, problems, touched != NULL ? touched : nobody,
                    touched != NULL ? n_touched : 0, FALSE };
  Spread spread = { .chart = chart, .limit = tl_chart_id_limit (chart) };
  guint32 kinds;

  spread.suspect = g_new0 (guint8, spread.limit);
  start (&spread, &check);
  kinds = spread.kinds;

  /* Connectors before failure points: the kinds stand in this order. */
  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    spread_to (&spread, kind);
    if (kind == TL_RECORD_CONNECTOR && (kinds & KIND (STEP)) != 0)
      spread.kinds |= KIND (CONNECTOR);
  }
  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    guint n = tl_chart_n (chart, kind);

    for (guint i = 0; i < n; i++) {
      const TlRecord *record = tl_chart_nth (chart, kind, i);

      if (spread.suspect[record->id])
        tl_check_record (&check, record);
    }
  }
  tl_check_chart_rules (&check, kinds);
  g_free (spread.suspect);
}
