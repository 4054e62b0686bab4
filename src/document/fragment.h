/* fragment.h - steps on the clipboard: a small chart of their own, as XML.
 *
 * A fragment holds the steps with their touchpoints, the connectors between them,
 * the failure points on both, the recoveries of those, and the lanes, phases,
 * roles and tiers that any of them names.  It is a valid document, so that what
 * other programs put on the clipboard is looked at as strictly as a file.
 */
#pragma once

#include "model/ops.h"   /* TlCell */

G_BEGIN_DECLS

#define TL_FRAGMENT_TYPE "application/vnd.throughline+xml"

#define TL_FRAGMENT_ERROR (tl_fragment_error_quark ())
typedef enum {
  TL_FRAGMENT_ERROR_UNREADABLE,   /* no fragment, or a broken one */
  TL_FRAGMENT_ERROR_NO_PLACE      /* the chart has no lane or no phase to paste into */
} TlFragmentError;
GQuark   tl_fragment_error_quark (void);

/* Where pasted things go whose own lane, phase or role the chart does not have, by id
 * or by name; TL_ID_NONE = the first one. */
typedef struct {
  TlId          lane, phase, role;
  const TlCell *near;   /* where the first of the steps goes, or below; NULL = anywhere */
} TlFragmentTarget;

/* NULL when @steps is empty. */
char    *tl_fragment_write (const TlChart           *chart,
                            const TlId              *steps,
                            guint                    n_steps) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_fragment_paste:
 * @chart: a chart with an open transaction
 * @pasted: (out): the new steps, to be freed by the caller; in the fragment's order
 * @error: where to put a %TL_FRAGMENT_ERROR
 *
 * Ids that are taken are replaced.  Steps keep their place among each other.  Those of
 * one lane go to @target's cell's lane, those of one phase to its phase and column, each
 * into the first rows where all are free; others keep their lanes, and come right of all
 * that stands in their phase.  A recovery procedure that the chart has, by id and name,
 * is shared.  Amounts keep their figures whatever the currency.
 *
 * Returns: whether all was pasted; otherwise @chart is untouched
 */
gboolean tl_fragment_paste (TlChart                 *chart,
                            const char              *text,
                            gsize                    length,
                            const TlFragmentTarget  *target,
                            TlIdList                *pasted,
                            GError                 **error);

G_END_DECLS
