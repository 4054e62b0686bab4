/* chart-index.c - what belongs to what, looked up at once. */
#include "app/chart-index.h"

#include <glib/gi18n-lib.h>

#include "app/record-words.h"

struct _TlChartIndex {
  GHashTable *failures;     /* TlId of a step or connector to GArray of TlId */
  GHashTable *recoveries;   /* of a failure point */
  GHashTable *exits;        /* of a step */
  GArray     *none;
};

static void
put (GHashTable *table,
     TlId        key,
     TlId        id)
{
  GArray *ids = g_hash_table_lookup (table, GUINT_TO_POINTER (key));

  if (ids == NULL) {
    ids = g_array_new (FALSE, FALSE, sizeof (TlId));
    g_hash_table_insert (table, GUINT_TO_POINTER (key), ids);
  }
  g_array_append_val (ids, id);
}

static GHashTable *
make_table (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
}

TlChartIndex *
tl_chart_index_new (TlEditor *editor)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlOrder *order = tl_editor_get_order (editor);
  TlChartIndex *self = g_new0 (TlChartIndex, 1);

  self->failures = make_table ();
  self->recoveries = make_table ();
  self->exits = make_table ();
  self->none = g_array_new (FALSE, FALSE, sizeof (TlId));
  for (guint i = 0; i < order->n_failures; i++)
    put (self->failures, TL_CHART_GET (chart, FAILURE, TlFailure, order->failures[i])->at,
         order->failures[i]);
  for (guint i = 0; i < order->n_recoveries; i++) {
    const TlRecovery *recovery = TL_CHART_GET (chart, RECOVERY, TlRecovery, order->recoveries[i]);

    for (guint k = 0; k < recovery->failures.n; k++)
      put (self->recoveries, recovery->failures.ids[k], order->recoveries[i]);
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    put (self->exits, connector->from, connector->head.id);
  }
  return self;
}

void
tl_chart_index_free (TlChartIndex *self)
{
  g_hash_table_unref (self->failures);
  g_hash_table_unref (self->recoveries);
  g_hash_table_unref (self->exits);
  g_array_unref (self->none);
  g_free (self);
}

static const GArray *
get (const TlChartIndex *self,
     GHashTable         *table,
     TlId                key)
{
  const GArray *ids = g_hash_table_lookup (table, GUINT_TO_POINTER (key));

  return ids != NULL ? ids : self->none;
}

const GArray *
tl_chart_index_failures (const TlChartIndex *self,
                         TlId                at)
{
  return get (self, self->failures, at);
}

const GArray *
tl_chart_index_recoveries (const TlChartIndex *self,
                           TlId                failure)
{
  return get (self, self->recoveries, failure);
}

const GArray *
tl_chart_index_exits (const TlChartIndex *self,
                      TlId                step)
{
  return get (self, self->exits, step);
}

/* Reading aloud. */

static TlBand
band_of (const TlChart *chart,
         const TlStep  *step)
{
  return TL_CHART_GET (chart, LANE, TlLane, step->lane)->band;
}

static void
speak_exits (const TlChartIndex *self,
             const TlChart      *chart,
             const TlStep       *step,
             GString            *spoken)
{
  const GArray *exits = tl_chart_index_exits (self, step->head.id);
  gboolean seen = band_of (chart, step) <= TL_BAND_ONSTAGE;
  gboolean crosses = FALSE;

  for (guint i = 0; i < exits->len; i++) {
    const TlConnector *connector =
      TL_CHART_GET (chart, CONNECTOR, TlConnector, g_array_index (exits, TlId, i));
    const TlStep *to = TL_CHART_GET (chart, STEP, TlStep, connector->to);

    g_string_append_c (spoken, ' ');
    if (connector->label != NULL)
      /* Translators: read aloud: the answer of a decision, and the step it leads to. */
      g_string_append_printf (spoken, _("If %s, leads to %s."), connector->label, to->label);
    else
      /* Translators: read aloud: the step that follows. */
      g_string_append_printf (spoken, _("Leads to %s."), to->label);
    crosses = crosses || (band_of (chart, to) <= TL_BAND_ONSTAGE) != seen;
  }
  if (crosses) {
    g_string_append_c (spoken, ' ');
    g_string_append (spoken, _("Crosses the line of visibility."));
  }
}

static void
speak_failure (TlEditor        *editor,
               const TlFailure *failure,
               GString         *spoken)
{
  guint number = tl_order_number (tl_editor_get_order (editor), failure->head.id);

  switch (tl_failure_priority (failure)) {
  case TL_PRIORITY_HIGH:
    /* Translators: read aloud: number and title of a failure point. */
    g_string_append_printf (spoken, _("Failure point F%u, high priority: %s."), number,
                            failure->title);
    return;
  case TL_PRIORITY_MEDIUM:
    g_string_append_printf (spoken, _("Failure point F%u, medium priority: %s."), number,
                            failure->title);
    return;
  case TL_PRIORITY_LOW:
    g_string_append_printf (spoken, _("Failure point F%u, low priority: %s."), number,
                            failure->title);
    return;
  case TL_PRIORITY_NONE:
    break;
  }
  g_string_append_printf (spoken, _("Failure point F%u, not rated: %s."), number, failure->title);
}

static void
speak_failures (const TlChartIndex *self,
                TlEditor           *editor,
                TlId                step,
                GString            *spoken)
{
  const GArray *failures = tl_chart_index_failures (self, step);

  for (guint i = 0; i < failures->len; i++) {
    TlId id = g_array_index (failures, TlId, i);
    const GArray *recoveries = tl_chart_index_recoveries (self, id);

    g_string_append_c (spoken, ' ');
    speak_failure (editor, TL_CHART_GET (tl_editor_get_chart (editor), FAILURE, TlFailure, id),
                   spoken);
    for (guint k = 0; k < recoveries->len; k++) {
      g_string_append_c (spoken, ' ');
      g_string_append_printf (spoken, _("Recovery procedure R%u."),
                              tl_order_number (tl_editor_get_order (editor),
                                               g_array_index (recoveries, TlId, k)));
    }
  }
}

char *
tl_chart_index_speak_step (const TlChartIndex *self,
                           TlEditor           *editor,
                           TlId                id)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, id);
  g_autoptr (GString) spoken = g_string_new (NULL);

  if (step == NULL)
    return g_strdup ("");
  /* Translators: a step read aloud: its number, label and lane. */
  g_string_append_printf (spoken, _("%u, %s, %s."),
                          tl_order_number (tl_editor_get_order (editor), id), step->label,
                          TL_CHART_GET (chart, LANE, TlLane, step->lane)->name);
  speak_exits (self, chart, step, spoken);
  speak_failures (self, editor, id, spoken);
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}
