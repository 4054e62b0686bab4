/* ops-become.c - one chart turned into what another says, by what differs alone.
 *
 * Records are told by their kind and XML id, those without one by their place among
 * their like.  What has no counterpart goes first, so that its id is free; then what is
 * missing is made; only when every record has its partner are fields written, for
 * references may lead forward.
 */
#include "model/ops.h"

#include <string.h>

typedef struct {
  TlChart       *chart;
  const TlChart *other;
  TlId          *partner;   /* by handle in other; TL_ID_NONE = it has none yet */
  guint8        *kept;      /* by handle in chart: whether it is somebody's partner */
} Becoming;

static gboolean
is_child (TlRecordKind kind)
{
  return tl_class_get (kind)->parent != TL_N_RECORD_KINDS;
}

static void
pair (Becoming       *becoming,
      const TlRecord *x,
      const TlRecord *y)
{
  if (x == NULL || x->kind != y->kind || becoming->kept[x->id])
    return;
  becoming->partner[y->id] = x->id;
  becoming->kept[x->id] = TRUE;
}

/* @x and @y are partners; pairs those of their children that are alike. */
static void
pair_children (Becoming       *becoming,
               const TlRecord *x,
               const TlRecord *y)
{
  for (guint i = 0; i < y->children.n; i++) {
    const TlRecord *child = tl_chart_get (becoming->other, y->children.ids[i]);
    const TlRecord *like = NULL;

    if (child->name != NULL)
      like = tl_chart_get (becoming->chart, tl_chart_find (becoming->chart, child->name));
    else if (i < x->children.n)
      like = tl_chart_get (becoming->chart, x->children.ids[i]);
    if (like != NULL && like->parent == x->id)
      pair (becoming, like, child);
  }
}

static void
pair_all (Becoming *becoming)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    for (guint i = 0; !is_child (kind) && i < tl_chart_n (becoming->other, kind); i++) {
      const TlRecord *y = tl_chart_nth (becoming->other, kind, i);

      if (y->name != NULL)
        pair (becoming,
              tl_chart_get (becoming->chart, tl_chart_find (becoming->chart, y->name)), y);
      else if (i < tl_chart_n (becoming->chart, kind))
        pair (becoming, tl_chart_nth (becoming->chart, kind, i), y);
      if (becoming->partner[y->id] != TL_ID_NONE)
        pair_children (becoming, tl_chart_get (becoming->chart, becoming->partner[y->id]), y);
    }
  }
}

static void
remove_rest (Becoming *becoming)
{
  g_autoptr (GArray) doomed = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    for (guint i = 0; i < tl_chart_n (becoming->chart, kind); i++) {
      const TlRecord *x = tl_chart_nth (becoming->chart, kind, i);

      if (!becoming->kept[x->id])
        g_array_append_val (doomed, x->id);
    }
  }
  for (guint i = 0; i < doomed->len; i++) {
    TlId id = g_array_index (doomed, TlId, i);

    if (tl_chart_get (becoming->chart, id) != NULL)   /* not gone with its parent */
      tl_chart_remove (becoming->chart, id);
  }
}

static void
insert (Becoming       *becoming,
        const TlRecord *y,
        TlId            parent,
        guint           index)
{
  TlRecord *record;

  if (becoming->partner[y->id] != TL_ID_NONE)
    return;
  record = tl_record_new (y->kind);
  record->name = g_strdup (y->name);
  becoming->partner[y->id] = tl_chart_insert (becoming->chart, record, parent, index);
}

static void
insert_missing (Becoming *becoming)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    for (guint i = 0; !is_child (kind) && i < tl_chart_n (becoming->other, kind); i++) {
      const TlRecord *y = tl_chart_nth (becoming->other, kind, i);

      insert (becoming, y, TL_ID_NONE, G_MAXUINT);
      for (guint k = 0; k < y->children.n; k++)
        insert (becoming, tl_chart_get (becoming->other, y->children.ids[k]),
                becoming->partner[y->id], k);
    }
  }
}

static void
translate_ids (const Becoming *becoming,
               TlIdList       *list)
{
  for (guint i = 0; i < list->n; i++)
    list->ids[i] = becoming->partner[list->ids[i]];
}

/* How the partner of @y has to look. */
static TlRecord *
translate (const Becoming *becoming,
           const TlRecord *y)
{
  const TlClass *klass = tl_class_get (y->kind);
  TlRecord *record = tl_record_copy (y);

  record->id = becoming->partner[y->id];
  record->parent = becoming->partner[y->parent];
  translate_ids (becoming, &record->children);
  for (guint i = 0; i < klass->n_fields; i++) {
    const TlField *field = &klass->fields[i];

    if (field->type == TL_FIELD_REF)
      TL_FIELD_AT (record, field, TlId) = becoming->partner[TL_FIELD_AT (record, field, TlId)];
    else if (field->type == TL_FIELD_REFS)
      translate_ids (becoming, &TL_FIELD_AT (record, field, TlIdList));
    else if (field->type == TL_FIELD_RESUME)
      TL_FIELD_AT (record, field, TlResume).step =
        becoming->partner[TL_FIELD_AT (record, field, TlResume).step];
  }
  return record;
}

/* Swaps all but the name, which the chart's table of names points to. */
static void
exchange (TlRecord *live,
          TlRecord *record)
{
  gsize size = tl_class_get (live->kind)->size;
  g_autofree char *before = g_memdup2 (live, size);
  char *name = live->name;

  memcpy (live, record, size);
  memcpy (record, before, size);
  record->name = live->name;
  live->name = name;
}

static void
fill (Becoming *becoming)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    for (guint i = 0; i < tl_chart_n (becoming->other, kind); i++) {
      const TlRecord *y = tl_chart_nth (becoming->other, kind, i);
      g_autoptr (TlRecord) record = translate (becoming, y);

      if (!tl_record_equal (record, tl_chart_get (becoming->chart, record->id)))
        exchange (tl_chart_edit (becoming->chart, record->id), record);
    }
  }
}

static void
order (Becoming *becoming)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    for (guint i = 0; !is_child (kind) && i < tl_chart_n (becoming->other, kind); i++) {
      TlId id = becoming->partner[tl_chart_nth (becoming->other, kind, i)->id];

      if (tl_chart_nth (becoming->chart, kind, i)->id != id)
        tl_chart_reorder (becoming->chart, id, i);
    }
  }
}

void
tl_ops_become (TlChart       *chart,
               const TlChart *other)
{
  g_autofree TlId *partner = g_new0 (TlId, tl_chart_id_limit (other));
  g_autofree guint8 *kept = g_new0 (guint8, tl_chart_id_limit (chart));
  Becoming becoming = { chart, other, partner, kept };

  g_return_if_fail (tl_chart_is_open (chart));

  pair_all (&becoming);
  remove_rest (&becoming);
  insert_missing (&becoming);
  fill (&becoming);
  order (&becoming);
}
