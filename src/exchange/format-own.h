/* format-own.h - our own files, and pictures that carry a chart. */
#pragma once

#include "exchange/report.h"
#include "model/chart.h"

G_BEGIN_DECLS

/* Of a file of ours, or an SVG exported from a chart.  @title: the file's name, for the
 * faults: errors are of TL_FORMAT_ERROR and list every fault with its line. */
TlChart *tl_format_read_own  (const char    *data,
                              gsize          length,
                              const char    *title,
                              TlReport      *report,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *tl_format_write_own (const TlChart *chart,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
