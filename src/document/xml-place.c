/* xml-place.c - cells for a file that names none. */
#include "document/xml-place.h"

static gboolean
names_no_cell (const TlChart *chart)
{
  guint n = tl_chart_n (chart, TL_RECORD_STEP);

  for (guint i = 0; i < n; i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (step->column != 0 || step->row != 0)
      return FALSE;
  }
  return TRUE;
}

/* Whether two steps have lane and phase in common, and so, without cells, a cell. */
static gboolean
has_twins (const TlChart *chart)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = tl_chart_n (chart, TL_RECORD_STEP);

  for (guint i = 0; i < n; i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);
    gint64 *cell = g_new (gint64, 1);

    *cell = (gint64) step->lane << 32 | step->phase;
    if (!g_hash_table_add (taken, cell))
      return TRUE;
  }
  return FALSE;
}

void
tl_xml_place_steps (TlChart *chart)
{
  g_autofree int *columns = NULL;   /* taken so far, by handle of the phase */
  guint n = tl_chart_n (chart, TL_RECORD_STEP);

  if (!names_no_cell (chart) || !has_twins (chart))
    return;

  columns = g_new0 (int, tl_chart_id_limit (chart));
  for (guint i = 0; i < n; i++) {
    TlStep *step = tl_chart_edit (chart, tl_chart_nth (chart, TL_RECORD_STEP, i)->id);

    step->column = columns[step->phase]++;
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_PHASE); i++) {
    TlPhase *phase = tl_chart_edit (chart, tl_chart_nth (chart, TL_RECORD_PHASE, i)->id);

    phase->columns = MAX (phase->columns, columns[phase->head.id]);
  }
}
