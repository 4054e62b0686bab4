/* training-page.h - the chart as one page of HTML, to learn from on any device.
 *
 * One file that needs nothing else and asks the network for nothing: the chart as inline
 * SVG; a card for each step with what to do, what to say, what may go wrong and how it is
 * put right; a way through them, forward and back, for everybody or for one role.
 * Its content security policy lets nothing run but the one script in it, told by its hash.
 * Without scripts all cards are shown; printed, the chart comes first and then all cards
 * of the chosen role.  It is well-formed XML too.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

/**
 * tl_training_page:
 * @error: where to put a %TL_EXPORT_ERROR
 *
 * Returns: (transfer full): the whole file, or %NULL with @error set
 */
GBytes *tl_training_page (const TlChart  *chart,
                          GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
