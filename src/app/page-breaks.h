/* page-breaks.h - where the sheets of the printed poster end, shown on the canvas.
 *
 * They are those of the very pages that would be printed, made anew in a thread when the
 * chart or what was chosen about printing changes; until then the last ones stay.
 */
#pragma once

#include "app/canvas.h"
#include "app/print-choice.h"

G_BEGIN_DECLS

typedef struct _TlPageBreaks TlPageBreaks;

/* Says in words what became of them; also why there are none. */
typedef void (*TlPageBreaksSay) (const char *text,
                                 gpointer    data);

/* Borrows @canvas. */
TlPageBreaks *tl_page_breaks_new        (TlCanvas            *canvas,
                                         TlPageBreaksSay      say,
                                         gpointer             data) G_GNUC_WARN_UNUSED_RESULT;
void          tl_page_breaks_free       (TlPageBreaks        *breaks);
/* Both copied or referenced; NULL = none are shown. */
void          tl_page_breaks_set        (TlPageBreaks        *breaks,
                                         TlEditor            *editor,
                                         const TlPrintChoice *choice);
/* Whether they are those of the chart as it is. */
gboolean      tl_page_breaks_is_settled (const TlPageBreaks  *breaks);

G_END_DECLS
