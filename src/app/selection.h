/* selection.h - what is selected in one window: records of the chart, by handle.
 *
 * Canvas, outline and inspector share one.  Handles are kept in the order they
 * were selected; the last is the one that keyboard commands start from.
 */
#pragma once

#include <glib-object.h>

#include "model/record.h"

G_BEGIN_DECLS

#define TL_TYPE_SELECTION (tl_selection_get_type ())
G_DECLARE_FINAL_TYPE (TlSelection, tl_selection, TL, SELECTION, GObject)

TlSelection *tl_selection_new          (void) G_GNUC_WARN_UNUSED_RESULT;

/* Signal "changed" (TlSelection *): once for each change. */

guint        tl_selection_get_n        (TlSelection *self);
/* Lent until the next change. */
const TlId  *tl_selection_get_ids      (TlSelection *self);
/* The last selected, or TL_ID_NONE. */
TlId         tl_selection_get_last     (TlSelection *self);
gboolean     tl_selection_contains     (TlSelection *self,
                                        TlId         id);

/* Exactly these; handles given twice count once. */
void         tl_selection_set          (TlSelection *self,
                                        const TlId  *ids,
                                        guint        n_ids);
/* TL_ID_NONE selects nothing. */
void         tl_selection_set_one      (TlSelection *self,
                                        TlId         id);
void         tl_selection_toggle       (TlSelection *self,
                                        TlId         id);

G_END_DECLS
