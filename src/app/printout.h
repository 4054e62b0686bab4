/* printout.h - the pages of a chart, made and drawn off the main thread.
 *
 * They are made from the chart's text, so that nothing is shared with the chart at work.
 * Pages may be drawn in any thread, one at a time: a page that is wanted while another is
 * being drawn waits for it.  What does not draw - sizes, runs, outline, parts - can be
 * asked of tl_printout_get_pages() at any time.
 */
#pragma once

#include <gdk/gdk.h>

#include "app/print-choice.h"

G_BEGIN_DECLS

typedef struct _TlPrintout TlPrintout;

TlPrintout    *tl_printout_ref       (TlPrintout          *printout);
void           tl_printout_unref     (TlPrintout          *printout);

/* The day is today's.  @xml is taken. */
void           tl_printout_make      (char                *xml,
                                      gsize                length,
                                      const TlPrintChoice *choice,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  done,
                                      gpointer             data);
TlPrintout    *tl_printout_make_finish (GAsyncResult      *result,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Lent, for all but drawing; NULL when there is no page. */
const TlPages *tl_printout_get_pages (TlPrintout          *printout);
/* 0 when there is none. */
guint          tl_printout_n_pages   (TlPrintout          *printout);
/* Why a print-out that was asked for has no pages; NULL when it has some. */
const GError  *tl_printout_get_error (TlPrintout          *printout,
                                      TlPrint              print);
/* As tl_pages_draw_page(). */
void           tl_printout_draw      (TlPrintout          *printout,
                                      guint                index,
                                      cairo_t             *cr);

/* A page as a picture on white, @width by @height pixels. */
void           tl_printout_paint     (TlPrintout          *printout,
                                      guint                index,
                                      int                  width,
                                      int                  height,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  done,
                                      gpointer             data);
GdkTexture    *tl_printout_paint_finish (GAsyncResult     *result,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* All pages as a file. */
void           tl_printout_pdf       (TlPrintout          *printout,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  done,
                                      gpointer             data);
GBytes        *tl_printout_pdf_finish (GAsyncResult       *result,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPrintout, tl_printout_unref)

G_END_DECLS
