/* sink-cairo.h - draws on a cairo context: screen, paper, PDF, PNG. */
#pragma once

#include <cairo.h>

#include "render/sink.h"
#include "render/text.h"

G_BEGIN_DECLS

/* Borrows both; @cr's user space is chart units. */
TlSink *tl_sink_cairo_new (cairo_t        *cr,
                           TlTextMeasurer *measurer,
                           TlTextQuality   quality) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
