/* csv-read.h - tables out of text files, whoever wrote them.
 *
 * RFC 4180 and what programs make of it: lines end in LF, CR LF or CR; cells are parted by
 * comma, semicolon, tab or bar; a quoted cell may hold all of these and doubled quotes.  The
 * text is UTF-8 or UTF-16 (told by a mark at the beginning, or by how it looks), else
 * Windows-1252.  Whoever knows better says so.
 *
 * The grammar is forty lines.  A library for it (libcsv, which Debian carries, was weighed)
 * takes bytes of one encoding, does not guess a delimiter, and does not say on which line a
 * record begins, and the line is what people need to find a bad row in their file.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_CSV_MAX_BYTES   (64u * 1024 * 1024)
#define TL_CSV_MAX_ROWS    1000000u
#define TL_CSV_MAX_COLUMNS 1000u
#define TL_CSV_MAX_CELLS   8000000u

#define TL_CSV_ERROR (tl_csv_error_quark ())
typedef enum {
  TL_CSV_ERROR_FILE,       /* cannot be opened or read */
  TL_CSV_ERROR_EMPTY,
  TL_CSV_ERROR_NO_TEXT,    /* not in the encoding, or not text at all */
  TL_CSV_ERROR_TOO_BIG,
  TL_CSV_ERROR_QUOTE       /* a quote that is never closed */
} TlCsvError;
GQuark      tl_csv_error_quark    (void);

typedef enum {
  TL_CSV_ENCODING_GUESS,
  TL_CSV_ENCODING_UTF_8,
  TL_CSV_ENCODING_UTF_16LE,
  TL_CSV_ENCODING_UTF_16BE,
  TL_CSV_ENCODING_WINDOWS_1252,
  TL_CSV_ENCODING_LATIN_1,
  TL_CSV_N_ENCODINGS
} TlCsvEncoding;

typedef struct {
  TlCsvEncoding encoding;
  char          delimiter;   /* ',', ';', '\t' or '|'; 0 = guess */
} TlCsvStyle;

typedef struct _TlCsv TlCsv;

/* The table in @data.  Lines with nothing on them are no rows.  On failure the message
 * names the line, and what to do. */
TlCsv      *tl_csv_read           (const char       *data,
                                   gsize             length,
                                   const TlCsvStyle *style,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The bytes of a file, as long as it is not too big; for tl_csv_read(). */
GBytes     *tl_csv_load           (const char       *path,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
TlCsv      *tl_csv_ref            (TlCsv            *csv);
void        tl_csv_unref          (TlCsv            *csv);

/* How it was read: nothing in it is left to guess. */
TlCsvStyle  tl_csv_style          (const TlCsv      *csv);
guint       tl_csv_n_rows         (const TlCsv      *csv);
/* Of the longest row. */
guint       tl_csv_n_columns      (const TlCsv      *csv);
/* Without blanks around it; "" beyond the end of a row.  Lent as long as @csv. */
const char *tl_csv_cell           (const TlCsv      *csv,
                                   guint             row,
                                   guint             column);
/* The line of the file on which the row begins, the first being 1. */
guint       tl_csv_line           (const TlCsv      *csv,
                                   guint             row);

/* "utf-8": what the command line calls it; NULL for the guess. */
const char *tl_csv_encoding_word  (TlCsvEncoding     encoding);
/* What people call it. */
const char *tl_csv_encoding_name  (TlCsvEncoding     encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCsv, tl_csv_unref)

G_END_DECLS
