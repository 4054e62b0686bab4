/* compare.c - whether two charts say the same.
 *
 * Handles differ from chart to chart, so records are first paired by their place
 * in document order; references are then the same when they lead to a pair.
 */
#include "model/chart.h"

typedef struct {
  const TlChart *a, *b;
  TlId          *partner;   /* by handle in a */
} Pairing;

static gboolean
pair_children (Pairing        *pairing,
               const TlRecord *x,
               const TlRecord *y)
{
  if (x->children.n != y->children.n)
    return FALSE;
  for (guint i = 0; i < x->children.n; i++)
    pairing->partner[x->children.ids[i]] = y->children.ids[i];
  return TRUE;
}

static gboolean
pair_all (Pairing *pairing)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    if (tl_chart_n (pairing->a, kind) != tl_chart_n (pairing->b, kind))
      return FALSE;
    if (tl_class_get (kind)->parent != TL_N_RECORD_KINDS)
      continue;
    for (guint i = 0; i < tl_chart_n (pairing->a, kind); i++) {
      const TlRecord *x = tl_chart_nth (pairing->a, kind, i);
      const TlRecord *y = tl_chart_nth (pairing->b, kind, i);

      pairing->partner[x->id] = y->id;
      if (!pair_children (pairing, x, y))
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
refs_equal (const Pairing  *pairing,
            const TlIdList *x,
            const TlIdList *y)
{
  if (x->n != y->n)
    return FALSE;
  for (guint i = 0; i < x->n; i++) {
    if (pairing->partner[x->ids[i]] != y->ids[i])
      return FALSE;
  }
  return TRUE;
}

static gboolean
field_same (const Pairing  *pairing,
            const TlField  *field,
            const TlRecord *x,
            const TlRecord *y)
{
  if (field->type == TL_FIELD_REF)
    return pairing->partner[TL_FIELD_AT (x, field, TlId)] == TL_FIELD_AT (y, field, TlId);
  if (field->type == TL_FIELD_REFS)
    return refs_equal (pairing, &TL_FIELD_AT (x, field, TlIdList),
                       &TL_FIELD_AT (y, field, TlIdList));
  if (field->type == TL_FIELD_RESUME)
    return TL_FIELD_AT (x, field, TlResume).how == TL_FIELD_AT (y, field, TlResume).how &&
           pairing->partner[TL_FIELD_AT (x, field, TlResume).step] ==
             TL_FIELD_AT (y, field, TlResume).step;
  return tl_field_equal (field, x, y);
}

static gboolean
record_same (const Pairing  *pairing,
             const TlRecord *x,
             const TlRecord *y)
{
  const TlClass *klass = tl_class_get (x->kind);

  if (g_strcmp0 (x->name, y->name) != 0 || !tl_record_foreign_equal (x, y))
    return FALSE;
  for (guint i = 0; i < klass->n_fields; i++) {
    if (!field_same (pairing, &klass->fields[i], x, y))
      return FALSE;
  }
  return TRUE;
}

gboolean
tl_chart_equal (const TlChart *a,
                const TlChart *b)
{
  g_autofree TlId *partner = g_new0 (TlId, tl_chart_id_limit (a));
  Pairing pairing = { a, b, partner };

  if (!pair_all (&pairing))
    return FALSE;

  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    for (guint i = 0; i < tl_chart_n (a, kind); i++) {
      const TlRecord *x = tl_chart_nth (a, kind, i);

      if (!record_same (&pairing, x, tl_chart_get (b, partner[x->id])))
        return FALSE;
    }
  }
  return TRUE;
}
