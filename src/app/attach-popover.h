/* attach-popover.h - which recovery procedure a failure point gets: a new one, or one that
 * exists, found by writing a part of its name.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"

G_BEGIN_DECLS

#define TL_TYPE_ATTACH_POPOVER (tl_attach_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlAttachPopover, tl_attach_popover, TL, ATTACH_POPOVER, GtkPopover)

GtkWidget *tl_attach_popover_new         (TlEditor    *editor,
                                          TlId         failure);

/* Signal "chosen" (TlAttachPopover *, guint recovery, const char *name): TL_ID_NONE = a new
 * one, called @name, or NULL when nothing was written.  It has closed by then. */

/* Whether there is a procedure to choose besides a new one. */
gboolean   tl_attach_popover_has_choice  (TlEditor    *editor,
                                          TlId         failure);

G_END_DECLS
