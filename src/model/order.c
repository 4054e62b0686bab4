/* order.c - reading order, and the numbers that follow from it. */
#include "model/order.h"

#include <stdlib.h>

/* Moves for each record that sorting one by one may take. */
#define MOVES_EACH 8

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

/* Sorts places.  Records mostly stand in the chart as they read, but for a few: those
 * are put in their place one by one, unless that takes too long. */
static void
sort_places (Place *places,
             guint  n)
{
  guint budget = MOVES_EACH * n;

  for (guint i = 1; i < n; i++) {
    Place place = places[i];
    guint at = i;

    while (at > 0 && budget > 0 && compare_places (&place, &places[at - 1]) < 0) {
      places[at] = places[at - 1];
      at--;
      budget--;
    }
    places[at] = place;
    if (budget == 0) {
      qsort (places, n, sizeof (Place), compare_places);
      return;
    }
  }
}

static void
order_steps (const TlChart *chart,
             TlOrder       *order,
             const guint   *lanes,
             const guint   *phases)
{
  g_autofree Place *places = g_new (Place, tl_chart_n (chart, TL_RECORD_STEP) + 1);

  order->n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  for (guint i = 0; i < order->n_steps; i++) {
    places[i] = place_of_step (TL_CHART_NTH (chart, STEP, TlStep, i), lanes, phases);
    places[i].document = i;
  }
  sort_places (places, order->n_steps);

  order->steps = g_new (TlId, order->n_steps + 1);
  for (guint i = 0; i < order->n_steps; i++) {
    order->steps[i] = places[i].id;
    order->number[places[i].id] = i + 1;
  }
}

static void
order_failures (const TlChart *chart,
                TlOrder       *order,
                const guint   *lanes,
                const guint   *phases)
{
  g_autofree guint *connectors = positions (chart, TL_RECORD_CONNECTOR);
  g_autofree Place *places = g_new (Place, tl_chart_n (chart, TL_RECORD_FAILURE) + 1);

  order->n_failures = tl_chart_n (chart, TL_RECORD_FAILURE);
  for (guint i = 0; i < order->n_failures; i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);
    const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, failure->at);
    const TlStep *step = TL_CHART_GET (chart, STEP, TlStep,
                                       connector != NULL ? connector->from : failure->at);

    places[i] = step != NULL ? place_of_step (step, lanes, phases) : (Place) { .phase = 0 };
    places[i].id = failure->head.id;
    places[i].after = connector != NULL ? 1 + connectors[failure->at] : 0;
    places[i].document = i;
  }
  sort_places (places, order->n_failures);

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
  sort_places (places, order->n_recoveries);

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
  g_autofree guint *lanes = positions (chart, TL_RECORD_LANE);
  g_autofree guint *phases = positions (chart, TL_RECORD_PHASE);

  order->n_number = tl_chart_id_limit (chart);
  order->number = g_new0 (guint, order->n_number);
  order_steps (chart, order, lanes, phases);
  order_failures (chart, order, lanes, phases);
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
