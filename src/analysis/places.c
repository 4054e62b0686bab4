/* places.c - which steps and connectors a record is about. */
#include "analysis/places.h"

static void
add_once (GArray *places,
          TlId    id)
{
  for (guint i = 0; i < places->len; i++) {
    if (g_array_index (places, TlId, i) == id)
      return;
  }
  g_array_append_val (places, id);
}

static void
add_all (const TlChart  *chart,
         const TlIdList *list,
         GArray         *places)
{
  for (guint i = 0; i < list->n; i++)
    tl_places_add (chart, list->ids[i], places);
}

/* A standard that names no step is kept where what it meets is wanted. */
static void
add_standard (const TlChart    *chart,
              const TlStandard *standard,
              GArray           *places)
{
  add_all (chart, standard->steps.n > 0 ? &standard->steps : &standard->meets, places);
}

/* What other items are about is theirs: nothing goes in a circle. */
static void
add_item (const TlChart *chart,
          const TlItem  *item,
          GArray        *places)
{
  for (guint i = 0; i < item->about.n; i++) {
    const TlRecord *about = tl_chart_get (chart, item->about.ids[i]);

    if (about != NULL && about->kind != TL_RECORD_ITEM)
      tl_places_add (chart, about->id, places);
  }
}

void
tl_places_add (const TlChart *chart,
               TlId           record,
               GArray        *places)
{
  const TlRecord *found = tl_chart_get (chart, record);

  if (found == NULL)
    return;
  switch ((int) found->kind) {
  case TL_RECORD_STEP:
  case TL_RECORD_CONNECTOR:
    add_once (places, record);
    break;
  case TL_RECORD_EXPECTATION:
    add_all (chart, &((const TlExpectation *) (const void *) found)->steps, places);
    break;
  case TL_RECORD_PROMISE:
    add_all (chart, &((const TlPromise *) (const void *) found)->steps, places);
    break;
  case TL_RECORD_STANDARD:
    add_standard (chart, (const TlStandard *) (const void *) found, places);
    break;
  case TL_RECORD_FAILURE:
    tl_places_add (chart, ((const TlFailure *) (const void *) found)->at, places);
    break;
  case TL_RECORD_RECOVERY:
    add_all (chart, &((const TlRecovery *) (const void *) found)->failures, places);
    break;
  case TL_RECORD_ITEM:
    add_item (chart, (const TlItem *) (const void *) found, places);
    break;
  default:   /* touchpoints, measurements, safeguards and actions are where their record is */
    if (found->parent != TL_ID_NONE)
      tl_places_add (chart, found->parent, places);
    break;
  }
}
