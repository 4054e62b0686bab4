/* print-dialog.h - what of a chart is printed, seen before it is.
 *
 * Signals: "chosen" (TlPrintDialog *): another choice was made; "done" (TlPrintDialog *,
 * const char *text): the pages went to a printer or a file, as the text says.
 */
#pragma once

#include <adwaita.h>

#include "app/editor.h"
#include "app/print-preview.h"

G_BEGIN_DECLS

#define TL_TYPE_PRINT_DIALOG (tl_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintDialog, tl_print_dialog, TL, PRINT_DIALOG, AdwWindow)

TlPrintDialog       *tl_print_dialog_new         (GtkWindow           *parent,
                                                  TlEditor            *editor,
                                                  const TlPrintChoice *choice,
                                                  GSettings           *settings) G_GNUC_WARN_UNUSED_RESULT;
const TlPrintChoice *tl_print_dialog_get_choice  (TlPrintDialog       *self);
/* Whether the preview is of what is chosen. */
gboolean             tl_print_dialog_is_ready    (TlPrintDialog       *self);
/* Lent; NULL until the first is made. */
TlPrintout          *tl_print_dialog_get_printout (TlPrintDialog      *self);
TlPrintPreview      *tl_print_dialog_get_preview (TlPrintDialog       *self);
/* The row of a print-out, to be ticked. */
GtkWidget           *tl_print_dialog_get_row     (TlPrintDialog       *self,
                                                  TlPrint              print);
/* "Pages 3–6": where its pages are, "" when it has none.  Lent. */
const char          *tl_print_dialog_get_place   (TlPrintDialog       *self,
                                                  TlPrint              print);
/* Makes the PDF and saves it there; "done" follows, or a word on why not. */
void                 tl_print_dialog_save        (TlPrintDialog       *self,
                                                  const char          *path);

G_END_DECLS
