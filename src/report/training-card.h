/* training-card.h - the cards of the training page; nobody outside report/ includes it. */
#pragma once

#include "report/compose.h"

G_BEGIN_DECLS

/* Text of the chart or of the program, with nothing in it taken for markup. */
void tl_html_text      (GString       *out,
                        const char    *text);
/* An element of nothing but text; none at all for NULL or "".  @style: its class, or NULL. */
void tl_html_element   (GString       *out,
                        const char    *name,
                        const char    *style,
                        const char    *text);

/* A card for each step, in reading order.  Ids have a colon, which none of a chart has:
 * "card:s3", "failure:f1", "recovery:r1"; a recovery procedure is named where it is first. */
void tl_training_cards (GString       *out,
                        const TlPages *pages);

G_END_DECLS
