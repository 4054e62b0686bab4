/* fix-popover.h - what can be done about a finding: a list to choose from, and where a fix
 * asks for something, an entry to write it in.
 */
#pragma once

#include <gtk/gtk.h>

#include "analysis/finding.h"
#include "app/editor.h"

G_BEGIN_DECLS

#define TL_TYPE_FIX_POPOVER (tl_fix_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlFixPopover, tl_fix_popover, TL, FIX_POPOVER, GtkPopover)

GtkWidget *tl_fix_popover_new  (void);

/* Signal "settled" (TlFixPopover *, guint id): the chart was changed; the record to show,
 * or TL_ID_NONE. */

/* Lists what suits @finding, which need not live on.  NULL: says to select one. */
void       tl_fix_popover_list (TlFixPopover    *self,
                                TlEditor        *editor,
                                const TlFinding *finding);

G_END_DECLS
