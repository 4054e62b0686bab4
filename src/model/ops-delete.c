/* ops-delete.c - deleting, with the flow healed around what is gone.
 *
 * Nothing is written before it is known what goes:
 *   1. the doomed: what was chosen, and the failure points and connectors that
 *      cannot be without it;
 *   2. healing: for each flow connector from a step that stays into the doomed, the
 *      steps that the flow comes out at.  The connector is led to the first of
 *      them, with its label and failure points; the others get new ones;
 *   3. references to the doomed are cleared, the doomed removed, and the columns
 *      closed that have become empty.
 */
#include "model/ops.h"

#include <glib/gi18n-lib.h>

#include "model/check.h"
#include "model/ops-cells.h"

typedef struct {
  TlChart    *chart;
  guint8     *doomed;   /* by handle */
  guint8     *chosen;   /* those that a person named, by handle */
  guint       limit;
  GArray     *exits;    /* Exit: connectors that leave doomed steps, by step */
  GHashTable *joined;   /* from and to, of flow connectors that stay, where it matters */
} Surgery;

typedef struct {
  TlId   from, to;
  double probability;
} Exit;

/* Where healing leads, and how likely, seen from the step before. */
typedef struct {
  TlId   to;
  double share;
} Landing;

static int
compare_exits (gconstpointer a,
               gconstpointer b)
{
  const Exit *x = a;
  const Exit *y = b;

  return x->from < y->from ? -1 : x->from > y->from;
}

static const TlConnector *
nth_connector (const TlChart *chart,
               guint          index)
{
  return TL_CHART_NTH (chart, CONNECTOR, TlConnector, index);
}

/* FALSE = the two were joined before. */
static gboolean
join (Surgery *surgery,
      TlId     from,
      TlId     to)
{
  gint64 key = (gint64) (((guint64) from << 32) | to);

  return g_hash_table_add (surgery->joined, g_memdup2 (&key, sizeof key));
}

/* First exit of @step in exits, or their end. */
static guint
first_exit (const Surgery *surgery,
            TlId           step)
{
  guint low = 0, high = surgery->exits->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (surgery->exits, Exit, middle).from < step)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
land (GArray *landings,
      TlId    to,
      double  share)
{
  for (guint i = 0; i < landings->len; i++) {
    Landing *landing = &g_array_index (landings, Landing, i);

    if (landing->to == to) {
      landing->share += share;
      return;
    }
  }
  g_array_append_vals (landings, &(Landing) { to, share }, 1);
}

/* Walks the doomed steps from @start, each once, to where the flow comes out. */
static GArray *
find_landings (const Surgery *surgery,
               TlId           start)
{
  GArray *landings = g_array_new (FALSE, FALSE, sizeof (Landing));
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (Landing));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_array_append_vals (todo, &(Landing) { start, 1 }, 1);
  g_hash_table_add (seen, GUINT_TO_POINTER (start));
  for (guint i = 0; i < todo->len; i++) {
    Landing at = g_array_index (todo, Landing, i);
    gboolean decision = TL_CHART_GET (surgery->chart, STEP, TlStep, at.to)->kind ==
                        TL_STEP_DECISION;

    for (guint k = first_exit (surgery, at.to); k < surgery->exits->len; k++) {
      const Exit *way = &g_array_index (surgery->exits, Exit, k);
      double share = decision ? at.share * way->probability : at.share;

      if (way->from != at.to)
        break;
      if (!surgery->doomed[way->to])
        land (landings, way->to, share);
      else if (g_hash_table_add (seen, GUINT_TO_POINTER (way->to)))
        g_array_append_vals (todo, &(Landing) { way->to, share }, 1);
    }
  }
  return landings;
}

/* Takes the entry connector to the first landing, and new ones to the others. */
static void
heal_entry (Surgery *surgery,
            TlId     entry)
{
  const TlConnector *old = TL_CHART_GET (surgery->chart, CONNECTOR, TlConnector, entry);
  g_autoptr (GArray) landings = find_landings (surgery, old->to);
  TlId from = old->from;
  double share = old->probability;
  gboolean used = FALSE;

  for (guint i = 0; i < landings->len; i++) {
    const Landing *landing = &g_array_index (landings, Landing, i);
    TlConnector *live;

    if (landing->to == from || !join (surgery, from, landing->to))
      continue;
    if (used) {
      TlRecord *record = tl_record_new (TL_RECORD_CONNECTOR);
      TlId id = tl_chart_insert (surgery->chart, record, TL_ID_NONE, G_MAXUINT);

      live = tl_chart_edit (surgery->chart, id);
      live->from = from;
    } else {
      live = tl_chart_edit (surgery->chart, entry);
      surgery->doomed[entry] = FALSE;
      used = TRUE;
    }
    live->to = landing->to;
    live->probability = isnan (share) ? TL_NO_NUMBER : MIN (share * landing->share, 1);
  }
}

static void
heal (Surgery *surgery)
{
  const TlChart *chart = surgery->chart;
  guint n = tl_chart_n (chart, TL_RECORD_CONNECTOR);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autofree guint8 *is_source = g_new0 (guint8, surgery->limit);

  for (guint i = 0; i < n; i++) {
    const TlConnector *c = nth_connector (chart, i);

    if (c->kind != TL_CONNECTOR_FLOW || surgery->chosen[c->head.id])
      continue;
    if (surgery->doomed[c->from]) {
      g_array_append_vals (surgery->exits, &(Exit) { c->from, c->to, c->probability }, 1);
    } else if (surgery->doomed[c->to]) {
      g_array_append_val (entries, c->head.id);
      is_source[c->from] = TRUE;
    }
  }
  for (guint i = 0; i < n; i++) {
    const TlConnector *c = nth_connector (chart, i);

    if (c->kind == TL_CONNECTOR_FLOW && is_source[c->from] && !surgery->doomed[c->head.id])
      join (surgery, c->from, c->to);
  }
  g_array_sort (surgery->exits, compare_exits);
  for (guint i = 0; i < entries->len; i++)
    heal_entry (surgery, g_array_index (entries, TlId, i));
}

/* The doomed that follow from the doomed steps and connectors. */
static void
doom_connectors (Surgery *surgery)
{
  for (guint i = 0; i < tl_chart_n (surgery->chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *c = nth_connector (surgery->chart, i);

    if (surgery->doomed[c->from] || surgery->doomed[c->to])
      surgery->doomed[c->head.id] = TRUE;
  }
}

static void
doom_failures (Surgery *surgery)
{
  for (guint i = 0; i < tl_chart_n (surgery->chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (surgery->chart, FAILURE, TlFailure, i);

    if (surgery->doomed[failure->at])
      surgery->doomed[failure->head.id] = TRUE;
  }
}

/* What sits on a connector that healing has kept stays with it. */
static void
spare_failures (Surgery *surgery)
{
  for (guint i = 0; i < tl_chart_n (surgery->chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (surgery->chart, FAILURE, TlFailure, i);

    if (!surgery->doomed[failure->at] && !surgery->chosen[failure->head.id])
      surgery->doomed[failure->head.id] = FALSE;
  }
}

static gboolean
is_doomed (const Surgery *surgery,
           TlId           id)
{
  return id != TL_ID_NONE && id < surgery->limit && surgery->doomed[id];
}

/* Accepting a finding goes with what it was about: about nothing, it would accept the rule
 * for the whole chart. */
static void
doom_acceptances (Surgery *surgery)
{
  for (guint i = 0; i < tl_chart_n (surgery->chart, TL_RECORD_ITEM); i++) {
    const TlItem *item = TL_CHART_NTH (surgery->chart, ITEM, TlItem, i);
    guint n_doomed = 0;

    for (guint k = 0; k < item->about.n; k++)
      n_doomed += is_doomed (surgery, item->about.ids[k]);
    if (n_doomed > 0 && n_doomed == item->about.n && item->rule != NULL &&
        item->status == TL_ITEM_ACCEPTED)
      surgery->doomed[item->head.id] = TRUE;
  }
}

static gboolean
refers_to_doomed (const Surgery  *surgery,
                  const TlRecord *record,
                  const TlField  *field)
{
  if (field->type == TL_FIELD_REF)
    return is_doomed (surgery, TL_FIELD_AT (record, field, TlId));
  if (field->type == TL_FIELD_RESUME)
    return is_doomed (surgery, TL_FIELD_AT (record, field, TlResume).step);
  if (field->type == TL_FIELD_REFS) {
    const TlIdList *list = &TL_FIELD_AT (record, field, TlIdList);

    for (guint i = 0; i < list->n; i++) {
      if (is_doomed (surgery, list->ids[i]))
        return TRUE;
    }
  }
  return FALSE;
}

static void
clear_reference (Surgery        *surgery,
                 const TlRecord *record,
                 const TlField  *field)
{
  gpointer live = tl_chart_edit (surgery->chart, record->id);

  if (field->type == TL_FIELD_REF) {
    TL_FIELD_AT (live, field, TlId) = TL_ID_NONE;
  } else if (field->type == TL_FIELD_RESUME) {
    TL_FIELD_AT (live, field, TlResume) = (TlResume) { TL_RESUME_NEXT, TL_ID_NONE };
  } else {
    TlIdList *list = &TL_FIELD_AT (live, field, TlIdList);

    for (guint i = list->n; i > 0; i--) {
      if (is_doomed (surgery, list->ids[i - 1]))
        tl_id_list_remove (list, list->ids[i - 1]);
    }
  }
}

/* Calls off the whole when something that stays cannot be without something doomed. */
static gboolean
walk_references (Surgery *surgery,
                 gboolean clear,
                 GError **error)
{
  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get (kind);

    for (guint f = 0; f < klass->n_fields; f++) {
      const TlField *field = &klass->fields[f];

      for (guint i = 0; field->kinds != 0 && i < tl_chart_n (surgery->chart, kind); i++) {
        const TlRecord *record = tl_chart_nth (surgery->chart, kind, i);
        g_autofree char *who = NULL;

        if (is_doomed (surgery, record->id) || is_doomed (surgery, record->parent) ||
            !refers_to_doomed (surgery, record, field))
          continue;
        if (clear) {
          clear_reference (surgery, record, field);
          continue;
        }
        if ((field->flags & TL_FIELD_REQUIRED) == 0)
          continue;
        who = tl_record_describe (surgery->chart, record);
        g_set_error (error, TL_OPS_ERROR, TL_OPS_ERROR_REFUSED,
                     _("This cannot be deleted: “%s” of %s needs it. Choose another there "
                       "first."), _(field->label), who);
        return FALSE;
      }
    }
  }
  return TRUE;
}

static void
remove_kind (Surgery     *surgery,
             TlRecordKind kind,
             GArray      *cells)
{
  for (guint i = tl_chart_n (surgery->chart, kind); i > 0; i--) {
    const TlRecord *record = tl_chart_nth (surgery->chart, kind, i - 1);

    if (!is_doomed (surgery, record->id))
      continue;
    if (kind == TL_RECORD_STEP) {
      TlCell cell = tl_cell_of ((const TlStep *) (const void *) record);

      g_array_append_val (cells, cell);
    }
    tl_chart_remove (surgery->chart, record->id);
  }
}

static gboolean
may_go (const TlChart *chart,
        const TlId    *ids,
        guint          n_ids,
        GError       **error)
{
  if (!tl_ops_has_all (chart, ids, n_ids, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++) {
    TlRecordKind kind = tl_chart_get (chart, ids[i])->kind;

    if (kind == TL_RECORD_CHART)
      return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                          _("The chart itself cannot be deleted; delete what is in it."));
    if (kind == TL_RECORD_LANE || kind == TL_RECORD_PHASE)
      return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                          _("A lane or a phase is removed on its own, because its steps must go "
                            "somewhere; choose it alone."));
  }
  return TRUE;
}

gboolean
tl_ops_delete (TlChart    *chart,
               const TlId *ids,
               guint       n_ids,
               GError    **error)
{
  Surgery surgery = { .chart = chart };
  g_autofree guint8 *doomed = NULL;
  g_autofree guint8 *chosen = NULL;
  g_autoptr (GArray) exits = g_array_new (FALSE, FALSE, sizeof (Exit));
  g_autoptr (GHashTable) joined = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TlCell));

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!may_go (chart, ids, n_ids, error))
    return FALSE;
  doomed = tl_ops_mark (chart, ids, n_ids);
  chosen = tl_ops_mark (chart, ids, n_ids);
  surgery.doomed = doomed;
  surgery.chosen = chosen;
  surgery.limit = tl_chart_id_limit (chart);
  surgery.exits = exits;
  surgery.joined = joined;

  doom_connectors (&surgery);
  doom_failures (&surgery);
  if (!walk_references (&surgery, FALSE, error))
    return FALSE;

  heal (&surgery);
  spare_failures (&surgery);
  doom_acceptances (&surgery);
  walk_references (&surgery, TRUE, NULL);
  for (TlRecordKind kind = TL_N_RECORD_KINDS; kind > 0; kind--)
    remove_kind (&surgery, kind - 1, cells);
  tl_columns_close (chart, (const TlCell *) (gpointer) cells->data, cells->len);
  return TRUE;
}
