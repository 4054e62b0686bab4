/* places.h - which steps and connectors a record is about.
 *
 * A failure point is where it sits, a recovery procedure where the failures are that it is
 * for, a standard at the steps it names or else at those of what it meets.  A role, a lane
 * or the chart itself is nowhere in particular.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

/* Appends the handles (TlId) of steps and connectors, each once, in the order of the
 * record's own lists.  A record that is gone is nowhere. */
void tl_places_add (const TlChart *chart,
                    TlId           record,
                    GArray        *places);

G_END_DECLS
