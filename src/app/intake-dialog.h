/* intake-dialog.h - measurements from a table: what its columns hold, what will be added, and
 * what will be left out, before anything is.
 */
#pragma once

#include <adwaita.h>

#include "app/editor.h"
#include "exchange/intake.h"

G_BEGIN_DECLS

#define TL_TYPE_INTAKE_DIALOG (tl_intake_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlIntakeDialog, tl_intake_dialog, TL, INTAKE_DIALOG, AdwWindow)

/* Signal "chosen" (TlIntakeDialog *, TlIntakePlan *plan): a person wants it carried out; the
 * dialog closes afterwards.  @plan is lent. */

/* @standard: what was measured where the table does not say it, or TL_ID_NONE. */
TlIntakeDialog *tl_intake_dialog_new       (GtkWindow      *parent,
                                            TlEditor       *editor,
                                            const char     *path,
                                            TlId            standard);
/* For tests: whether what is shown is what is chosen, and nothing is being read. */
gboolean        tl_intake_dialog_is_ready  (TlIntakeDialog *self);
const char     *tl_intake_dialog_get_summary (TlIntakeDialog *self);
/* The choice over a column of the table. */
GtkWidget      *tl_intake_dialog_get_role  (TlIntakeDialog *self,
                                            guint           column);
GtkWidget      *tl_intake_dialog_get_import_button (TlIntakeDialog *self);

G_END_DECLS
