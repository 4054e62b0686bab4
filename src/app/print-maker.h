/* print-maker.h - makes printouts of a chart that changes, and of choices that change, one
 * at a time: what is wanted while one is being made is made next, and only the last wish
 * counts.
 */
#pragma once

#include "app/editor.h"
#include "app/printout.h"

G_BEGIN_DECLS

typedef struct _TlPrintMaker TlPrintMaker;

/* Called from the main loop, for the last wish only.  @printout is lent; NULL with an
 * @error when the chart could not be read. */
typedef void (*TlPrintMade) (TlPrintout   *printout,
                             const GError *error,
                             gpointer      data);

TlPrintMaker *tl_print_maker_new       (TlPrintMade          made,
                                        gpointer             data) G_GNUC_WARN_UNUSED_RESULT;
/* @made is not called any more. */
void          tl_print_maker_free      (TlPrintMaker        *maker);
/* The chart as it is when its turn comes. */
void          tl_print_maker_want      (TlPrintMaker        *maker,
                                        TlEditor            *editor,
                                        const TlPrintChoice *choice);
/* Nothing is wanted any more. */
void          tl_print_maker_cancel    (TlPrintMaker        *maker);
gboolean      tl_print_maker_is_making (const TlPrintMaker  *maker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPrintMaker, tl_print_maker_free)

G_END_DECLS
