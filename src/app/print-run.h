/* print-run.h - sends pages to a printer, by the system's print dialog. */
#pragma once

#include <gtk/gtk.h>

#include "app/printout.h"

G_BEGIN_DECLS

/* @error: why nothing was printed; NULL when it was cancelled or went well. */
typedef void (*TlPrintDone) (gboolean      printed,
                             const GError *error,
                             gpointer      data);

/* @title: what the job is called.  Asks for a printer first; @settings remember it.  Where
 * both sides of the paper are used, each print-out begins on a sheet of its own. */
void tl_print_run (GtkWindow     *parent,
                   TlPrintout    *printout,
                   const TlPaper *paper,
                   const char    *title,
                   GSettings     *settings,
                   TlPrintDone    done,
                   gpointer       data);

/* A side of paper left empty. */
#define TL_PRINT_BLANK G_MAXUINT

/* Elements are guint: the page printed on each side of the paper, or %TL_PRINT_BLANK.
 * @blanks: whether each print-out begins on a sheet of its own when both sides are used. */
GArray          *tl_print_lay_out_sides (const TlPages *pages,
                                         gboolean       blanks) G_GNUC_WARN_UNUSED_RESULT;
/* The first run that has backs, NULL when none has. */
const TlPageRun *tl_print_find_backs (const TlPages   *pages);
/* How the paper is to be turned so that its backs lie behind their fronts. */
GtkPrintDuplex   tl_print_turn       (const TlPages   *pages,
                                      const TlPageRun *run);

G_END_DECLS
