/* format.h - the kinds of files there are, and which of them become charts.
 *
 * One row for each kind, in one const table.  A file is known by its contents, never
 * by its ending.  Kinds without a reader are there to be refused by name.
 */
#pragma once

#include "exchange/report.h"
#include "exchange/sniff.h"
#include "model/chart.h"

G_BEGIN_DECLS

#define TL_FORMAT_ERROR (tl_format_error_quark ())
typedef enum {
  TL_FORMAT_ERROR_FILE,      /* cannot be opened or read */
  TL_FORMAT_ERROR_EMPTY,
  TL_FORMAT_ERROR_UNKNOWN,   /* of no kind we know */
  TL_FORMAT_ERROR_NOT_READ,  /* of a kind we know, but do not read */
  TL_FORMAT_ERROR_INVALID    /* ours, but with faults */
} TlFormatError;
GQuark          tl_format_error_quark   (void);

typedef struct {
  const char  *id;              /* "bpmn": what the command line calls it */
  const char  *name;            /* what people call it, marked with N_(); see _() */
  const char  *extensions[4];   /* without dot, the usual one first */
  gboolean   (*sniff) (const TlSniff *sniff);
  /* @title: for a chart whose file bears none.  NULL = not read. */
  TlChart   *(*read)  (const char  *data,
                       gsize        length,
                       const char  *title,
                       TlReport    *report,
                       GError     **error);
  GBytes    *(*write) (const TlChart *chart,
                       GError       **error);   /* NULL = not written */
} TlFormat;

guint           tl_format_n             (void);
const TlFormat *tl_format_nth           (guint        index);
const TlFormat *tl_format_find          (const char  *id);
/* By contents; NULL when it is none we know. */
const TlFormat *tl_format_for_data      (const char  *data,
                                         gsize        length);
/* The same for a file.  Fails with TL_FORMAT_ERROR when it cannot be read, is empty,
 * or of no kind we know. */
const TlFormat *tl_format_for_file      (const char  *path,
                                         GError     **error);
/* By the ending of a name to write to; only kinds that are written. */
const TlFormat *tl_format_for_writing   (const char  *path);

/* The chart in @data, whatever kind it is.  @name: of the file; without folder and
 * ending it is the title of a chart that has none. */
TlChart        *tl_format_read_data     (const char  *data,
                                         gsize        length,
                                         const char  *name,
                                         TlReport    *report,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
TlChart        *tl_format_read_file     (const char  *path,
                                         TlReport    *report,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
