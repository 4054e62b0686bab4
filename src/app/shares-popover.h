/* shares-popover.h - asks what share of the cases each measurement of a standard met, which
 * has to be known before the standard can ask for less than all.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"

G_BEGIN_DECLS

#define TL_TYPE_SHARES_POPOVER (tl_shares_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlSharesPopover, tl_shares_popover, TL, SHARES_POPOVER, GtkPopover)

GtkWidget *tl_shares_popover_new  (void);

/* Signal "settled" (TlSharesPopover *): the share and those of the measurements were set. */

/* @share: what the standard is to ask for, as it was written. */
void       tl_shares_popover_list (TlSharesPopover *self,
                                   TlEditor        *editor,
                                   TlId             standard,
                                   const char      *share);

G_END_DECLS
