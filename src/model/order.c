/* order.c - reading order, and the numbers that follow from it. */
#include "model/order.h"

#include <stdlib.h>

/* Where a record reads: by the place of its step, then what comes with it. */
typedef struct {
  TlId  id;
  guint phase, column, lane, row;
  guint after;      /* 0 = on the step, else 1 + place of the connector leaving it */
  guint document;   /* place in document order settles the rest */
} Place;

static int
compare_places (const void *a,
                const void *b)
{
  const guint *x = &((const Place *) a)->phase;
  const guint *y = &((const Place *) b)->phase;

  for (guint i = 0; i < 6; i++) {
    if (x[i] != y[i])
      return x[i] < y[i] ? -1 : 1;
  }
  return 0;
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (Place, document) - G_STRUCT_OFFSET (Place, phase) ==
                 5 * sizeof (guint));

static guint *
positions (const TlChart *chart,
           TlRecordKind   kind)
{
  guint *position = g_new0 (guint, tl_chart_id_limit (chart));

  for (guint i = 0; i < tl_chart_n (chart, kind); i++)
    position[tl_chart_nth (chart, kind, i)->id] = i;
  return position;
}

static Place
place_of_step (const TlStep *step,
               const guint  *lanes,
               const guint  *phases)
{
  return (Place) {
    .id = step->head.id,
    .phase = phases[step->phase], .column = (guint) step->column,
    .lane = lanes[step->lane], .row = (guint) step->row,
  };
}

static void
order_steps (const TlChart *chart,
             TlOrder       *order,
             Place         *by_id)
{
  g_autofree guint *lanes = positions (chart, TL_RECORD_LANE);
  g_autofree guint *phases = positions (chart, TL_RECORD_PHASE);
  g_autofree Place *places = g_new (Place, tl_chart_n (chart, TL_RECORD_STEP) + 1);

  order->n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  for (guint i = 0; i < order->n_steps; i++) {
    places[i] = place_of_step (TL_CHART_NTH (chart, STEP, TlStep, i), lanes, phases);
    places[i].document = i;
    by_id[places[i].id] = places[i];
  }
  qsort (places, order->n_steps, sizeof (Place), compare_places);

  order->steps = g_new (TlId, order->n_steps + 1);
  for (guint i = 0; i < order->n_steps; i++) {
    order->steps[i] = places[i].id;
    order->number[places[i].id] = i + 1;
  }
}

static void
order_failures (const TlChart *chart,
                TlOrder       *order,
                const Place   *by_id)
{
  g_autofree guint *connectors = positions (chart, TL_RECORD_CONNECTOR);
  g_autofree Place *places = g_new (Place, tl_chart_n (chart, TL_RECORD_FAILURE) + 1);

  order->n_failures = tl_chart_n (chart, TL_RECORD_FAILURE);
  for (guint i = 0; i < order->n_failures; i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);
    const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, failure->at);

    places[i] = by_id[connector != NULL ? connector->from : failure->at];
    places[i].id = failure->head.id;
    places[i].after = connector != NULL ? 1 + connectors[failure->at] : 0;
    places[i].document = i;
  }
  qsort (places, order->n_failures, sizeof (Place), compare_places);

  order->failures = g_new (TlId, order->n_failures + 1);
  for (guint i = 0; i < order->n_failures; i++) {
    order->failures[i] = places[i].id;
    order->number[places[i].id] = i + 1;
  }
}

static void
order_recoveries (const TlChart *chart,
                  TlOrder       *order)
{
  g_autofree Place *places = g_new0 (Place, tl_chart_n (chart, TL_RECORD_RECOVERY) + 1);

  order->n_recoveries = tl_chart_n (chart, TL_RECORD_RECOVERY);
  for (guint i = 0; i < order->n_recoveries; i++) {
    const TlRecovery *recovery = TL_CHART_NTH (chart, RECOVERY, TlRecovery, i);

    places[i] = (Place) { .id = recovery->head.id, .phase = G_MAXUINT, .document = i };
    for (guint k = 0; k < recovery->failures.n; k++)
      places[i].phase = MIN (places[i].phase, tl_order_number (order, recovery->failures.ids[k]));
  }
  qsort (places, order->n_recoveries, sizeof (Place), compare_places);

  order->recoveries = g_new (TlId, order->n_recoveries + 1);
  for (guint i = 0; i < order->n_recoveries; i++) {
    order->recoveries[i] = places[i].id;
    order->number[places[i].id] = i + 1;
  }
}

TlOrder *
tl_order_new (const TlChart *chart)
{
  TlOrder *order = g_new0 (TlOrder, 1);
  g_autofree Place *by_id = g_new0 (Place, tl_chart_id_limit (chart));

  order->n_number = tl_chart_id_limit (chart);
  order->number = g_new0 (guint, order->n_number);
  order_steps (chart, order, by_id);
  order_failures (chart, order, by_id);
  order_recoveries (chart, order);
  return order;
}

void
tl_order_free (TlOrder *order)
{
  if (order == NULL)
    return;

  g_free (order->steps);
  g_free (order->failures);
  g_free (order->recoveries);
  g_free (order->number);
  g_free (order);
}

guint
tl_order_number (const TlOrder *order,
                 TlId           id)
{
  return id < order->n_number ? order->number[id] : 0;
}
