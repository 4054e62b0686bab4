/* import-report.h - what became of a file of another program on its way into a chart. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/report.h"

G_BEGIN_DECLS

/* Shows a window over @parent.  @path: the file that was read. */
GtkWidget *tl_import_report_show (GtkWindow      *parent,
                                  const char     *path,
                                  const TlReport *report);

G_END_DECLS
