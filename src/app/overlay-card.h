/* overlay-card.h - the legend of an overlay, as a card on the chart.
 *
 * Says what the colours, patterns and tags mean, and how many there are of each; for the
 * role focus it asks whose.  Can be made small.  Its buttons activate "win.overlay" and
 * "win.overlay-role".
 */
#pragma once

#include <gtk/gtk.h>

#include "render/marks.h"

G_BEGIN_DECLS

#define TL_TYPE_OVERLAY_CARD (tl_overlay_card_get_type ())
G_DECLARE_FINAL_TYPE (TlOverlayCard, tl_overlay_card, TL, OVERLAY_CARD, GtkWidget)

/* Also the property "open": whether it shows more than its title. */

/* @marks, and @chart for the names of roles, are only looked at; NULL hides the card. */
void       tl_overlay_card_show     (TlOverlayCard *self,
                                     const TlMarks *marks,
                                     const TlChart *chart);
/* For tests. */
GtkWidget *tl_overlay_card_get_roles (TlOverlayCard *self);
guint      tl_overlay_card_get_n_keys (TlOverlayCard *self);

G_END_DECLS
