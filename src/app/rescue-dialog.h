/* rescue-dialog.h - offers work that was left behind when the program ended too soon. */
#pragma once

#include <adwaita.h>

#include "document/rescue.h"

G_BEGIN_DECLS

#define TL_TYPE_RESCUE_DIALOG (tl_rescue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlRescueDialog, tl_rescue_dialog, TL, RESCUE_DIALOG, AdwWindow)

/* Signal "restore" (TlRescueDialog *, gpointer rescue): bring this TlRescue back; whoever
 * listens takes it.
 *
 * Signal "later" (TlRescueDialog *): it is closed; what is left may be offered again. */

/* Takes @rescues, of TlRescue. */
TlRescueDialog *tl_rescue_dialog_new   (GtkWindow      *parent,
                                        GPtrArray      *rescues) G_GNUC_WARN_UNUSED_RESULT;
guint           tl_rescue_dialog_get_n (TlRescueDialog *self);

G_END_DECLS
