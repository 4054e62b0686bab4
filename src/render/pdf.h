/* pdf.h - what a PDF says about itself. */
#pragma once

#include <cairo.h>

#include "model/record.h"

G_BEGIN_DECLS

/* The chart's date to date a document by, so that the same chart makes the same bytes: when
 * it was revised, else made; 0 = neither is known. */
TlDate tl_pdf_date     (const TlChartInfo *info);

/* @title: may be NULL.  A document without a date is not dated: cairo would put in the
 * time of day. */
void   tl_pdf_describe (cairo_surface_t   *surface,
                        const char        *title,
                        TlDate             date);

G_END_DECLS
