/* ops-lane.c - lanes and phases: adding, reordering, removing, resizing.
 *
 * Steps name their lane and phase, so a reordered one takes its steps along.
 */
#include "model/ops.h"

#include <glib/gi18n-lib.h>

#include "model/check.h"
#include "model/ops-cells.h"

static const TlLane *
nth_lane (const TlChart *chart,
          guint          index)
{
  return TL_CHART_NTH (chart, LANE, TlLane, index);
}

/* Whether @name may stand in @kind's field "name". */
static gboolean
check_name (const TlChart *chart,
            TlRecordKind   kind,
            const char    *name,
            GError       **error)
{
  g_autoptr (TlRecord) probe = tl_record_new (kind);
  const TlField *field = tl_class_find_field (tl_class_get (kind), "name");
  g_autofree char *message = NULL;

  tl_text_set (&TL_FIELD_AT (probe, field, char *), name);
  message = tl_check_field (chart, probe, field);
  return message == NULL || tl_ops_fail (error, TL_OPS_ERROR_VALUE, message);
}

/* Whether a lane of @band fits at @index among all lanes but @but. */
static gboolean
check_place (const TlChart *chart,
             TlBand         band,
             guint          index,
             TlId           but,
             GError       **error)
{
  guint at = 0;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_LANE); i++) {
    const TlLane *lane = nth_lane (chart, i);

    if (lane->head.id == but)
      continue;
    if ((at < index && lane->band > band) || (at >= index && lane->band < band))
      return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                          _("Lanes must run from customer down to support, so that each line is "
                            "drawn once; keep the lane among those of its band."));
    at++;
  }
  return TRUE;
}

TlId
tl_ops_add_lane (TlChart    *chart,
                 const char *name,
                 TlBand      band,
                 guint       index,
                 GError    **error)
{
  guint n = tl_chart_n (chart, TL_RECORD_LANE);
  TlLane *lane;

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  if (band < TL_BAND_CUSTOMER || band > TL_BAND_SUPPORT) {
    tl_ops_fail (error, TL_OPS_ERROR_VALUE, _("There is no such band; choose one of the four."));
    return TL_ID_NONE;
  }
  if (index == G_MAXUINT)
    for (index = 0; index < n && nth_lane (chart, index)->band <= band;)
      index++;
  index = MIN (index, n);
  if (!check_name (chart, TL_RECORD_LANE, name, error) ||
      !check_place (chart, band, index, TL_ID_NONE, error))
    return TL_ID_NONE;

  lane = (TlLane *) (void *) tl_record_new (TL_RECORD_LANE);
  tl_text_set (&lane->name, name);
  lane->band = band;
  return tl_chart_insert (chart, &lane->head, TL_ID_NONE, index);
}

gboolean
tl_ops_can_move_lane (const TlChart *chart,
                      TlId           lane,
                      guint          index,
                      GError       **error)
{
  return tl_ops_is_a (chart, TL_RECORD_LANE, lane, error) &&
         check_place (chart, TL_CHART_GET (chart, LANE, TlLane, lane)->band, index, lane, error);
}

gboolean
tl_ops_move_lane (TlChart *chart,
                  TlId     lane,
                  guint    index,
                  GError **error)
{
  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!tl_ops_can_move_lane (chart, lane, index, error))
    return FALSE;

  tl_chart_reorder (chart, lane, MIN (index, tl_chart_n (chart, TL_RECORD_LANE) - 1));
  return TRUE;
}

/* The steps for which the member at @offset, a TlId, is @owner. */
static GArray *
steps_of (const TlChart *chart,
          gsize          offset,
          TlId           owner)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlRecord *step = tl_chart_nth (chart, TL_RECORD_STEP, i);

    if (G_STRUCT_MEMBER (TlId, step, offset) == owner)
      g_array_append_val (steps, step->id);
  }
  return steps;
}

/* Removes a lane or phase that no step names any more. */
static void
remove_empty (TlChart *chart,
              TlId     id)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ITEM); i++) {
    const TlItem *item = TL_CHART_NTH (chart, ITEM, TlItem, i);

    while (tl_id_list_index (&item->about, id) != G_MAXUINT)
      tl_id_list_remove (&((TlItem *) tl_chart_edit (chart, item->head.id))->about, id);
  }
  tl_chart_remove (chart, id);
}

static gboolean
check_removal (const TlChart *chart,
               TlRecordKind   kind,
               TlId           id,
               TlId           heir,
               GError       **error)
{
  if (!tl_ops_is_a (chart, kind, id, error) ||
      (heir != TL_ID_NONE && !tl_ops_is_a (chart, kind, heir, error)))
    return FALSE;
  if (heir == id)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("The steps cannot go to what is being removed; choose another."));
  if (tl_chart_n (chart, kind) > 1)
    return TRUE;
  return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                      kind == TL_RECORD_LANE
                        ? _("A chart needs at least one lane; add another first.")
                        : _("A chart needs at least one phase; add another first."));
}

gboolean
tl_ops_remove_lane (TlChart *chart,
                    TlId     lane,
                    TlId     heir,
                    GError **error)
{
  g_autoptr (GArray) steps = NULL;
  g_autoptr (GHashTable) taken = NULL;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!check_removal (chart, TL_RECORD_LANE, lane, heir, error))
    return FALSE;
  steps = steps_of (chart, G_STRUCT_OFFSET (TlStep, lane), lane);
  if (heir == TL_ID_NONE &&
      !tl_ops_delete (chart, (const TlId *) (gpointer) steps->data, steps->len, error))
    return FALSE;

  taken = tl_cells_taken (chart);
  for (guint i = 0; heir != TL_ID_NONE && i < steps->len; i++) {
    TlId id = g_array_index (steps, TlId, i);
    TlCell cell = tl_cell_of (TL_CHART_GET (chart, STEP, TlStep, id));

    cell.lane = heir;
    cell.row = tl_cells_take_row (taken, cell);
    tl_cell_put (chart, id, cell);
  }
  remove_empty (chart, lane);
  return TRUE;
}

static const TlPhase *
get_phase (const TlChart *chart,
           TlId           id)
{
  return TL_CHART_GET (chart, PHASE, TlPhase, id);
}

static gboolean
check_columns (int      columns,
               GError **error)
{
  if (columns >= 1 && columns <= TL_MOST_CELLS)
    return TRUE;
  return tl_ops_fail (error, TL_OPS_ERROR_VALUE,
                      _("A phase has at least one column and at most 100,000; choose a number "
                        "between."));
}

gboolean
tl_ops_resize_lane (TlChart *chart,
                    TlId     lane,
                    int      rows,
                    GError **error)
{
  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!tl_ops_is_a (chart, TL_RECORD_LANE, lane, error))
    return FALSE;
  if (rows < 1 || rows > TL_MOST_CELLS)
    return tl_ops_fail (error, TL_OPS_ERROR_VALUE,
                        _("A lane has at least one row and at most 100,000; choose a number "
                          "between."));
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (step->lane == lane && step->row >= rows) {
      g_autofree char *who = tl_record_describe (chart, &step->head);

      g_set_error (error, TL_OPS_ERROR, TL_OPS_ERROR_NO_ROOM,
                   _("%s stands further down; move it first."), who);
      return FALSE;
    }
  }

  ((TlLane *) tl_chart_edit (chart, lane))->rows = rows;
  return TRUE;
}

TlId
tl_ops_add_phase (TlChart    *chart,
                  const char *name,
                  int         columns,
                  guint       index,
                  GError    **error)
{
  TlPhase *phase;

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  if (!check_name (chart, TL_RECORD_PHASE, name, error) || !check_columns (columns, error))
    return TL_ID_NONE;

  phase = (TlPhase *) (void *) tl_record_new (TL_RECORD_PHASE);
  tl_text_set (&phase->name, name);
  phase->columns = columns;
  return tl_chart_insert (chart, &phase->head, TL_ID_NONE, index);
}

gboolean
tl_ops_move_phase (TlChart *chart,
                   TlId     phase,
                   guint    index,
                   GError **error)
{
  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!tl_ops_is_a (chart, TL_RECORD_PHASE, phase, error))
    return FALSE;

  tl_chart_reorder (chart, phase, MIN (index, tl_chart_n (chart, TL_RECORD_PHASE) - 1));
  return TRUE;
}

/* Gives the columns of @phase, with all in them, to @heir. */
static gboolean
bequeath (TlChart *chart,
          TlId     phase,
          TlId     heir,
          GArray  *steps,
          GError **error)
{
  int columns = get_phase (chart, phase)->columns;
  gboolean before = tl_chart_index (chart, phase) < tl_chart_index (chart, heir);
  int start = before ? 0 : get_phase (chart, heir)->columns;

  if (!tl_columns_can_open (chart, heir, columns, error))
    return FALSE;

  tl_columns_open (chart, heir, start, columns);
  for (guint i = 0; i < steps->len; i++) {
    TlStep *step = tl_chart_edit (chart, g_array_index (steps, TlId, i));

    step->phase = heir;
    step->column += start;
  }
  return TRUE;
}

gboolean
tl_ops_remove_phase (TlChart *chart,
                     TlId     phase,
                     TlId     heir,
                     GError **error)
{
  g_autoptr (GArray) steps = NULL;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!check_removal (chart, TL_RECORD_PHASE, phase, heir, error))
    return FALSE;
  steps = steps_of (chart, G_STRUCT_OFFSET (TlStep, phase), phase);
  if (heir == TL_ID_NONE
        ? !tl_ops_delete (chart, (const TlId *) (gpointer) steps->data, steps->len, error)
        : !bequeath (chart, phase, heir, steps, error))
    return FALSE;

  remove_empty (chart, phase);
  return TRUE;
}

gboolean
tl_ops_resize_phase (TlChart *chart,
                     TlId     phase,
                     int      columns,
                     GError **error)
{
  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!tl_ops_is_a (chart, TL_RECORD_PHASE, phase, error) || !check_columns (columns, error))
    return FALSE;
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (step->phase == phase && step->column >= columns) {
      g_autofree char *who = tl_record_describe (chart, &step->head);

      g_set_error (error, TL_OPS_ERROR, TL_OPS_ERROR_NO_ROOM,
                   _("%s stands further to the right; move it first."), who);
      return FALSE;
    }
  }

  ((TlPhase *) tl_chart_edit (chart, phase))->columns = columns;
  return TRUE;
}
