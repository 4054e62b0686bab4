/* export-dialog.h - makes a picture of the chart: SVG, PDF or PNG, seen before it is made. */
#pragma once

#include <adwaita.h>

#include "analysis/overlay.h"
#include "app/editor.h"

G_BEGIN_DECLS

#define TL_TYPE_EXPORT_DIALOG (tl_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlExportDialog, tl_export_dialog, TL, EXPORT_DIALOG, AdwWindow)

/* Signal "exported" (TlExportDialog *, const char *path): the picture is there. */

/* @overlay: what is laid on the chart now, to be offered; looked at only; NULL = nothing. */
TlExportDialog *tl_export_dialog_new      (GtkWindow      *parent,
                                           TlEditor       *editor,
                                           const TlOverlay *overlay,
                                           GSettings      *settings) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the preview shows what is chosen. */
gboolean        tl_export_dialog_is_ready (TlExportDialog *self);
/* Makes the picture and saves it there; "exported" follows, or a word on why not. */
void            tl_export_dialog_save     (TlExportDialog *self,
                                           const char     *path);

G_END_DECLS
