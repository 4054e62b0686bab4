/* report-page.h - why a file could not be opened: every error with its line. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_REPORT_PAGE (tl_report_page_get_type ())
G_DECLARE_FINAL_TYPE (TlReportPage, tl_report_page, TL, REPORT_PAGE, GtkWidget)

/* Signal "again" (TlReportPage *): the file may have been mended, try once more. */

/* @problems: of TlReadProblem; copied. */
void        tl_report_page_show     (TlReportPage    *self,
                                     const char      *path,
                                     const GPtrArray *problems);
const char *tl_report_page_get_path (TlReportPage    *self);
guint       tl_report_page_get_n    (TlReportPage    *self);

G_END_DECLS
