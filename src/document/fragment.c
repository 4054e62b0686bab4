/* fragment.c - records from one chart into another, both ways.
 *
 * Records are copied with the references they had, then each reference is led
 * through the map from handles there to handles here; what did not come along is
 * dropped from the reference.
 */
#include "document/fragment.h"

#include <glib/gi18n-lib.h>

#include "document/xml-read.h"
#include "document/xml-write.h"
#include "model/ops-cells.h"

G_DEFINE_QUARK (tl-fragment-error-quark, tl_fragment_error)

typedef struct {
  const TlChart *from;
  TlChart       *to;
  TlId          *map;       /* by handle in from */
  GArray        *copies;    /* TlId in to */
} Transfer;

static void
transfer_open (Transfer      *transfer,
               const TlChart *from,
               TlChart       *to)
{
  transfer->from = from;
  transfer->to = to;
  transfer->map = g_new0 (TlId, tl_chart_id_limit (from));
  transfer->copies = g_array_new (FALSE, FALSE, sizeof (TlId));
}

static void
transfer_close (Transfer *transfer)
{
  g_free (transfer->map);
  g_array_unref (transfer->copies);
}

static void
copy_record (Transfer       *transfer,
             const TlRecord *record,
             TlId            parent)
{
  TlRecord *copy = tl_record_copy (record);
  TlId id;

  if (copy->name != NULL && tl_chart_find (transfer->to, copy->name) != TL_ID_NONE)
    g_clear_pointer (&copy->name, g_free);
  tl_id_list_clear (&copy->children);
  id = tl_chart_insert (transfer->to, copy, parent, G_MAXUINT);
  transfer->map[record->id] = id;
  g_array_append_val (transfer->copies, id);
  for (guint i = 0; i < record->children.n; i++)
    copy_record (transfer, tl_chart_get (transfer->from, record->children.ids[i]), id);
}

/* All of @kind that @wanted marks by handle. */
static void
copy_marked (Transfer     *transfer,
             TlRecordKind  kind,
             const guint8 *wanted)
{
  for (guint i = 0; i < tl_chart_n (transfer->from, kind); i++) {
    const TlRecord *record = tl_chart_nth (transfer->from, kind, i);

    if (wanted == NULL || wanted[record->id])
      copy_record (transfer, record, TL_ID_NONE);
  }
}

static void
relink_list (const Transfer *transfer,
             TlIdList       *list)
{
  guint n = 0;

  for (guint i = 0; i < list->n; i++) {
    if (transfer->map[list->ids[i]] != TL_ID_NONE)
      list->ids[n++] = transfer->map[list->ids[i]];
  }
  list->n = n;
  if (n == 0)
    tl_id_list_clear (list);
}

static TlMoney
convert (TlMoney amount,
         guint   digits_from,
         guint   digits_to)
{
  if (amount == TL_NO_MONEY)
    return amount;
  for (; digits_from < digits_to; digits_from++)
    amount *= 10;
  for (; digits_from > digits_to; digits_from--)
    amount = (amount + 5) / 10;
  return amount;
}

static void
relink_field (const Transfer *transfer,
              const TlField  *field,
              TlRecord       *copy)
{
  if (field->type == TL_FIELD_REF) {
    TlId *id = &TL_FIELD_AT (copy, field, TlId);

    *id = transfer->map[*id];
  } else if (field->type == TL_FIELD_REFS) {
    relink_list (transfer, &TL_FIELD_AT (copy, field, TlIdList));
  } else if (field->type == TL_FIELD_RESUME) {
    TlResume *resume = &TL_FIELD_AT (copy, field, TlResume);

    resume->step = transfer->map[resume->step];
    if (resume->how == TL_RESUME_STEP && resume->step == TL_ID_NONE)
      resume->how = TL_RESUME_NEXT;
  } else if (field->type == TL_FIELD_MONEY) {
    TlMoney *amount = &TL_FIELD_AT (copy, field, TlMoney);

    *amount = convert (*amount, tl_chart_currency_digits (transfer->from),
                       tl_chart_currency_digits (transfer->to));
  }
}

static void
relink (const Transfer *transfer)
{
  for (guint i = 0; i < transfer->copies->len; i++) {
    TlRecord *copy = tl_chart_edit (transfer->to, g_array_index (transfer->copies, TlId, i));
    const TlClass *klass = tl_class_get (copy->kind);

    for (guint k = 0; k < klass->n_fields; k++)
      relink_field (transfer, &klass->fields[k], copy);
  }
}

/* Out of a chart. */

static void
mark_references (const TlRecord *record,
                 guint8         *wanted)
{
  const TlClass *klass = tl_class_get (record->kind);

  for (guint i = 0; i < klass->n_fields; i++) {
    if (klass->fields[i].type == TL_FIELD_REF)
      wanted[TL_FIELD_AT (record, &klass->fields[i], TlId)] = 1;
  }
}

static void
mark_what_is_named (const TlChart *chart,
                    TlRecordKind   kind,
                    const guint8  *chosen,
                    guint8        *wanted)
{
  for (guint i = 0; i < tl_chart_n (chart, kind); i++) {
    const TlRecord *record = tl_chart_nth (chart, kind, i);

    if (!chosen[record->id])
      continue;
    mark_references (record, wanted);
    for (guint k = 0; k < record->children.n; k++)
      mark_references (tl_chart_get (chart, record->children.ids[k]), wanted);
  }
}

/* Marks what goes with the chosen steps: connectors, then failures, then recoveries. */
static void
mark_followers (const TlChart *chart,
                guint8        *chosen)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    chosen[connector->head.id] = chosen[connector->from] && chosen[connector->to];
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);

    chosen[failure->head.id] = chosen[failure->at];
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_RECOVERY); i++) {
    const TlRecovery *recovery = TL_CHART_NTH (chart, RECOVERY, TlRecovery, i);

    for (guint k = 0; k < recovery->failures.n; k++)
      chosen[recovery->head.id] |= chosen[recovery->failures.ids[k]];
  }
}

static void
copy_heading (const TlChartInfo *from,
              TlChart           *to)
{
  TlChartInfo *info = tl_chart_edit (to, tl_chart_info (to)->head.id);

  tl_text_set (&info->title, from->title);
  tl_text_set (&info->service, from->service);
  tl_text_set (&info->currency, from->currency);
  info->scale = from->scale;
}

static const TlRecordKind followers[] = {
  TL_RECORD_STEP, TL_RECORD_CONNECTOR, TL_RECORD_FAILURE, TL_RECORD_RECOVERY
};
static const TlRecordKind surroundings[] = {
  TL_RECORD_TIER, TL_RECORD_ROLE, TL_RECORD_LANE, TL_RECORD_PHASE
};

char *
tl_fragment_write (const TlChart *chart,
                   const TlId    *steps,
                   guint          n_steps)
{
  g_autofree guint8 *chosen = g_malloc0 (tl_chart_id_limit (chart));
  g_autofree guint8 *wanted = g_malloc0 (tl_chart_id_limit (chart));
  g_autoptr (TlChart) part = NULL;
  Transfer transfer;

  if (n_steps == 0)
    return NULL;
  for (guint i = 0; i < n_steps; i++) {
    g_return_val_if_fail (tl_chart_get_as (chart, TL_RECORD_STEP, steps[i]) != NULL, NULL);
    chosen[steps[i]] = 1;
  }
  mark_followers (chart, chosen);
  for (guint i = 0; i < G_N_ELEMENTS (followers); i++)
    mark_what_is_named (chart, followers[i], chosen, wanted);

  part = tl_chart_new ();
  tl_chart_begin (part, "");
  copy_heading (tl_chart_info (chart), part);
  transfer_open (&transfer, chart, part);
  for (guint i = 0; i < G_N_ELEMENTS (surroundings); i++)
    copy_marked (&transfer, surroundings[i], wanted);
  for (guint i = 0; i < G_N_ELEMENTS (followers); i++)
    copy_marked (&transfer, followers[i], chosen);
  relink (&transfer);
  transfer_close (&transfer);
  tl_chart_settle (part);
  return tl_xml_write (part, NULL);
}

/* Into a chart. */

static const char *
name_of (const TlRecord *record)
{
  return TL_FIELD_AT (record, tl_class_find_field (tl_class_get (record->kind), "name"), char *);
}

/* The record of @chart that is meant by @record of another: by id, else by name. */
static TlId
find_same (const TlChart  *chart,
           const TlRecord *record)
{
  TlId id = tl_chart_find (chart, record->name);

  if (tl_chart_get_as (chart, record->kind, id) != NULL)
    return id;
  for (guint i = 0; i < tl_chart_n (chart, record->kind); i++) {
    const TlRecord *other = tl_chart_nth (chart, record->kind, i);

    if (g_strcmp0 (name_of (other), name_of (record)) == 0)
      return other->id;
  }
  return TL_ID_NONE;
}

static TlId
first (const TlChart *chart,
       TlRecordKind   kind)
{
  return tl_chart_n (chart, kind) > 0 ? tl_chart_nth (chart, kind, 0)->id : TL_ID_NONE;
}

/* Maps what the fragment names to what the chart has.  Roles come along when there
 * are none at all, for an action needs one; a tier is dropped. */
static void
map_surroundings (Transfer               *transfer,
                  const TlFragmentTarget *target)
{
  const TlId instead[] = { TL_ID_NONE, target->role, target->lane, target->phase };
  gboolean no_roles = tl_chart_n (transfer->to, TL_RECORD_ROLE) == 0;

  for (guint i = 0; i < G_N_ELEMENTS (surroundings); i++) {
    TlRecordKind kind = surroundings[i];

    for (guint k = 0; k < tl_chart_n (transfer->from, kind); k++) {
      const TlRecord *record = tl_chart_nth (transfer->from, kind, k);
      TlId id = find_same (transfer->to, record);

      if (id == TL_ID_NONE)
        id = instead[i];
      if (id == TL_ID_NONE && kind != TL_RECORD_TIER && !(kind == TL_RECORD_ROLE && no_roles))
        id = first (transfer->to, kind);
      transfer->map[record->id] = id;
      if (id == TL_ID_NONE && kind == TL_RECORD_ROLE)
        copy_record (transfer, record, TL_ID_NONE);
    }
  }
}

/* A recovery procedure of the fragment that the chart has already is shared: it comes to
 * serve the pasted failure points too. */
static void
copy_recoveries (Transfer *transfer)
{
  for (guint i = 0; i < tl_chart_n (transfer->from, TL_RECORD_RECOVERY); i++) {
    const TlRecord *record = tl_chart_nth (transfer->from, TL_RECORD_RECOVERY, i);
    const TlRecovery *same =
      TL_CHART_GET (transfer->to, RECOVERY, TlRecovery, tl_chart_find (transfer->to, record->name));

    if (same != NULL && g_strcmp0 (same->name, name_of (record)) == 0)
      transfer->map[record->id] = same->head.id;
    else
      copy_record (transfer, record, TL_ID_NONE);
  }
}

static gboolean
is_copy (const Transfer *transfer,
         TlId            id)
{
  for (guint i = 0; i < transfer->copies->len; i++) {
    if (g_array_index (transfer->copies, TlId, i) == id)
      return TRUE;
  }
  return FALSE;
}

static void
share_recoveries (const Transfer *transfer)
{
  for (guint i = 0; i < tl_chart_n (transfer->from, TL_RECORD_RECOVERY); i++) {
    const TlRecovery *original = TL_CHART_NTH (transfer->from, RECOVERY, TlRecovery, i);
    TlRecovery *shared;

    if (is_copy (transfer, transfer->map[original->head.id]))
      continue;
    shared = tl_chart_edit (transfer->to, transfer->map[original->head.id]);
    for (guint k = 0; k < original->failures.n; k++)
      tl_id_list_append (&shared->failures, transfer->map[original->failures.ids[k]]);
  }
}

/* Where the pasted steps go, worked out before any of them is there. */
typedef struct {
  const Transfer *transfer;
  const TlCell   *near;          /* NULL: none is wanted */
  gboolean        one_lane, one_phase;
  GHashTable     *taken;         /* cells */
  int            *offsets;       /* of columns, by handle of the phase in the fragment */
} Placing;

static void
placing_clear (Placing *placing)
{
  g_clear_pointer (&placing->taken, g_hash_table_unref);
  g_free (placing->offsets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Placing, placing_clear)

/* The first column right of all steps of @phase. */
static int
free_column (const TlChart *chart,
             TlId           phase)
{
  int column = 0;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (step->phase == phase)
      column = MAX (column, step->column + 1);
  }
  return column;
}

static int
first_column (const TlChart *part,
              TlId           phase)
{
  int column = G_MAXINT;

  for (guint i = 0; i < tl_chart_n (part, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (part, STEP, TlStep, i);

    if (step->phase == phase)
      column = MIN (column, step->column);
  }
  return column;
}

static void
placing_start (Placing        *placing,
               const Transfer *transfer,
               const TlCell   *near)
{
  const TlChart *part = transfer->from;

  placing->transfer = transfer;
  placing->near = near;
  placing->one_lane = near != NULL && tl_chart_n (part, TL_RECORD_LANE) == 1;
  placing->one_phase = near != NULL && tl_chart_n (part, TL_RECORD_PHASE) == 1;
  placing->taken = tl_cells_taken (transfer->to);
  placing->offsets = g_new0 (int, tl_chart_id_limit (part));
  for (guint i = 0; i < tl_chart_n (part, TL_RECORD_PHASE); i++) {
    TlId phase = tl_chart_nth (part, TL_RECORD_PHASE, i)->id;
    int to = placing->one_phase ? near->column : free_column (transfer->to, transfer->map[phase]);

    placing->offsets[phase] = to - first_column (part, phase);
  }
}

/* Without regard to what stands there. */
static TlCell
wanted_cell (const Placing *placing,
             const TlStep  *original,
             int            first_row)
{
  const TlId *map = placing->transfer->map;
  TlCell cell = {
    map[original->lane], map[original->phase],
    original->column + placing->offsets[original->phase], original->row,
  };

  if (placing->one_phase)
    cell.phase = placing->near->phase;
  if (placing->one_lane) {
    cell.lane = placing->near->lane;
    cell.row += placing->near->row - first_row;
  }
  return cell;
}

/* How many rows all go down together so that none of them is in the way. */
static int
rows_down (const Placing *placing,
           const TlCell  *cells,
           guint          n_cells)
{
  int down = 0;

  for (guint i = 0; i < n_cells; i++) {
    TlCell cell = cells[i];

    cell.row += down;
    if (!g_hash_table_contains (placing->taken, &cell))
      continue;
    down++;
    i = G_MAXUINT;   /* from the beginning, one lower */
  }
  return down;
}

/* The steps keep their places among each other, but where two lanes or phases of the
 * fragment became one. */
static void
place_all (const Placing *placing)
{
  const Transfer *transfer = placing->transfer;
  guint n = tl_chart_n (transfer->from, TL_RECORD_STEP);
  g_autofree TlCell *cells = g_new (TlCell, n + 1);
  int first_row = G_MAXINT, down;

  for (guint i = 0; i < n; i++)
    first_row = MIN (first_row, TL_CHART_NTH (transfer->from, STEP, TlStep, i)->row);
  for (guint i = 0; i < n; i++)
    cells[i] = wanted_cell (placing, TL_CHART_NTH (transfer->from, STEP, TlStep, i), first_row);
  down = rows_down (placing, cells, n);
  for (guint i = 0; i < n; i++) {
    cells[i].row += down;
    cells[i].row = tl_cells_take_row (placing->taken, cells[i]);
    tl_columns_reach (transfer->to, cells[i].phase, cells[i].column);
    tl_cell_put (transfer->to, transfer->map[tl_chart_nth (transfer->from, TL_RECORD_STEP, i)->id],
                 cells[i]);
  }
}

gboolean
tl_fragment_paste (TlChart                 *chart,
                   const char              *text,
                   gsize                    length,
                   const TlFragmentTarget  *target,
                   TlIdList                *pasted,
                   GError                 **error)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) part = NULL;
  g_auto (Placing) placing = { NULL };
  Transfer transfer;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  part = tl_xml_read (text, length, _("Clipboard"), problems);
  if (part == NULL) {
    const TlReadProblem *problem = g_ptr_array_index (problems, 0);

    g_set_error (error, TL_FRAGMENT_ERROR, TL_FRAGMENT_ERROR_UNREADABLE,
                 _("What was copied cannot be pasted here: %s"), problem->message);
    return FALSE;
  }
  if (first (chart, TL_RECORD_LANE) == TL_ID_NONE || first (chart, TL_RECORD_PHASE) == TL_ID_NONE) {
    g_set_error_literal (error, TL_FRAGMENT_ERROR, TL_FRAGMENT_ERROR_NO_PLACE,
                         _("There is no lane or no phase to paste into; add one first."));
    return FALSE;
  }
  transfer_open (&transfer, part, chart);
  map_surroundings (&transfer, target);
  placing_start (&placing, &transfer, target->near);
  copy_marked (&transfer, TL_RECORD_STEP, NULL);
  copy_marked (&transfer, TL_RECORD_CONNECTOR, NULL);
  copy_marked (&transfer, TL_RECORD_FAILURE, NULL);
  copy_recoveries (&transfer);
  relink (&transfer);
  share_recoveries (&transfer);
  place_all (&placing);
  *pasted = (TlIdList) { NULL, 0 };
  for (guint i = 0; i < tl_chart_n (part, TL_RECORD_STEP); i++)
    tl_id_list_append (pasted, transfer.map[tl_chart_nth (part, TL_RECORD_STEP, i)->id]);
  transfer_close (&transfer);
  return TRUE;
}
