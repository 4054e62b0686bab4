/* csv-read.c - tables out of text files.
 *
 * All cells live in one block of text, each ended by a NUL, and a row is where its first
 * cell begins in the list of cells.  A million rows are two allocations, not millions.
 */
#include "exchange/csv-read.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define LOOKED_AT  200u    /* rows that the delimiter is guessed from */
#define CHUNK      65536u

static const char delimiters[] = ",;\t|";

typedef struct {
  gsize first;   /* of the row's cells */
  guint line;
} Row;

struct _TlCsv {
  char      *text;      /* the cells */
  GArray    *cells;     /* gsize: where each begins in @text */
  GArray    *rows;      /* Row, and one more where the last ends */
  guint      n_columns;
  TlCsvStyle style;
};

/* Where the reading stands. */
typedef struct {
  const char *at;
  const char *end;
  char       *out;      /* next free byte of the cells */
  guint       line;
  char        delimiter;
} Cursor;

static const struct {
  const char *word, *iconv, *name;
} encodings[TL_CSV_N_ENCODINGS] = {
  [TL_CSV_ENCODING_UTF_8] = { "utf-8", "UTF-8", "UTF-8" },
  [TL_CSV_ENCODING_UTF_16LE] = { "utf-16le", "UTF-16LE", "UTF-16" },
  [TL_CSV_ENCODING_UTF_16BE] = { "utf-16be", "UTF-16BE", N_("UTF-16, big-endian") },
  [TL_CSV_ENCODING_WINDOWS_1252] = { "windows-1252", "WINDOWS-1252", N_("Western (Windows-1252)") },
  [TL_CSV_ENCODING_LATIN_1] = { "latin-1", "ISO-8859-1", N_("Western (Latin-1)") },
};

G_DEFINE_QUARK (tl-csv-error-quark, tl_csv_error)

const char *
tl_csv_encoding_word (TlCsvEncoding encoding)
{
  g_return_val_if_fail (encoding < TL_CSV_N_ENCODINGS, NULL);

  return encodings[encoding].word;
}

const char *
tl_csv_encoding_name (TlCsvEncoding encoding)
{
  g_return_val_if_fail (encoding < TL_CSV_N_ENCODINGS, NULL);

  return encoding == TL_CSV_ENCODING_GUESS ? _("Found out") : _(encodings[encoding].name);
}

/* Text. */

/* Bytes of the mark at the beginning that says how the text is encoded; 0 = there is none. */
static gsize
read_mark (const char    *data,
           gsize          length,
           TlCsvEncoding *encoding)
{
  static const struct {
    const char   *bytes;
    gsize         n;
    TlCsvEncoding encoding;
  } marks[] = {
    { "\xef\xbb\xbf", 3, TL_CSV_ENCODING_UTF_8 },
    { "\xff\xfe", 2, TL_CSV_ENCODING_UTF_16LE },
    { "\xfe\xff", 2, TL_CSV_ENCODING_UTF_16BE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    if (length >= marks[i].n && memcmp (data, marks[i].bytes, marks[i].n) == 0) {
      *encoding = marks[i].encoding;
      return marks[i].n;
    }
  }
  return 0;
}

/* UTF-16 of Western text has a zero in every other byte, and UTF-8 has none at all. */
static TlCsvEncoding
guess_encoding (const char *data,
                gsize       length)
{
  gsize n_even = 0, n_odd = 0, looked_at = MIN (length, CHUNK) & ~(gsize) 1;

  for (gsize i = 0; i < looked_at; i += 2) {
    n_even += data[i] == '\0';
    n_odd += data[i + 1] == '\0';
  }
  if (n_odd > looked_at / 8 && n_even == 0)
    return TL_CSV_ENCODING_UTF_16LE;
  if (n_even > looked_at / 8 && n_odd == 0)
    return TL_CSV_ENCODING_UTF_16BE;
  return g_utf8_validate_len (data, length, NULL) ? TL_CSV_ENCODING_UTF_8
                                                  : TL_CSV_ENCODING_WINDOWS_1252;
}

static gboolean
has_control (const char *text,
             gsize       length)
{
  for (gsize i = 0; i < length; i++) {
    if ((guchar) text[i] < 0x20 && (text[i] == '\0' || strchr ("\t\n\r\f\v", text[i]) == NULL))
      return TRUE;
  }
  return FALSE;
}

/* The text as UTF-8; @encoding is what it was. */
static char *
decode (const char     *data,
        gsize           length,
        TlCsvEncoding  *encoding,
        gsize          *out_length,
        GError        **error)
{
  TlCsvEncoding marked = TL_CSV_ENCODING_GUESS;
  gsize mark = read_mark (data, length, &marked);
  g_autofree char *text = NULL;

  if (*encoding == TL_CSV_ENCODING_GUESS)
    *encoding = mark > 0 ? marked : guess_encoding (data, length);
  if (*encoding == marked) {
    data += mark;
    length -= mark;
  }
  if (*encoding == TL_CSV_ENCODING_UTF_8) {
    *out_length = length;
    text = g_utf8_validate_len (data, length, NULL) ? g_strndup (data, length) : NULL;
  } else {
    text = g_convert (data, (gssize) length, "UTF-8", encodings[*encoding].iconv, NULL, out_length,
                      NULL);
    /* A few bytes mean nothing in Windows-1252, all do in Latin-1. */
    if (text == NULL && *encoding == TL_CSV_ENCODING_WINDOWS_1252)
      text = g_convert (data, (gssize) length, "UTF-8", "ISO-8859-1", NULL, out_length, NULL);
  }
  if (text == NULL || has_control (text, *out_length)) {
    g_set_error (error, TL_CSV_ERROR, TL_CSV_ERROR_NO_TEXT,
                 /* Translators: %s is an encoding of text, such as UTF-8. */
                 _("The file is no text in %s.  Save it as CSV, or choose another encoding."),
                 tl_csv_encoding_name (*encoding));
    return NULL;
  }
  return g_steal_pointer (&text);
}

/* Rows. */

/* One line end, whichever kind. */
static void
pass_line_end (Cursor *cursor)
{
  if (cursor->at[0] == '\r' && cursor->at + 1 < cursor->end && cursor->at[1] == '\n')
    cursor->at++;
  cursor->at++;
  cursor->line++;
}

/* Copies what is between the quotes; FALSE when they are never closed. */
static gboolean
read_quoted (Cursor *cursor)
{
  cursor->at++;
  while (cursor->at < cursor->end) {
    if (*cursor->at == '"' && cursor->at + 1 < cursor->end && cursor->at[1] == '"') {
      *cursor->out++ = '"';
      cursor->at += 2;
    } else if (*cursor->at == '"') {
      cursor->at++;
      return TRUE;
    } else if (*cursor->at == '\n' || *cursor->at == '\r') {
      *cursor->out++ = '\n';
      pass_line_end (cursor);
    } else {
      *cursor->out++ = *cursor->at++;
    }
  }
  return FALSE;
}

static gboolean
is_at_end_of_cell (const Cursor *cursor)
{
  return cursor->at >= cursor->end || *cursor->at == cursor->delimiter || *cursor->at == '\n' ||
         *cursor->at == '\r';
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\n';
}

/* A cell, without blanks around it.  Quotes in the midst of one are themselves: a height is
 * 6'3".  What stands after the closing quote belongs to the cell all the same. */
static gboolean
read_cell (Cursor *cursor)
{
  char *begin;

  while (!is_at_end_of_cell (cursor) && is_blank (*cursor->at))
    cursor->at++;
  begin = cursor->out;
  if (!is_at_end_of_cell (cursor) && *cursor->at == '"' && !read_quoted (cursor))
    return FALSE;
  while (!is_at_end_of_cell (cursor))
    *cursor->out++ = *cursor->at++;
  while (cursor->out > begin && is_blank (cursor->out[-1]))
    cursor->out--;
  *cursor->out++ = '\0';
  return TRUE;
}

static gboolean
is_full (const TlCsv *csv,
         guint        n_in_row)
{
  return csv->rows->len >= TL_CSV_MAX_ROWS || csv->cells->len >= TL_CSV_MAX_CELLS ||
         n_in_row >= TL_CSV_MAX_COLUMNS;
}

static gboolean
fail_full (guint    line,
           GError **error)
{
  g_set_error (error, TL_CSV_ERROR, TL_CSV_ERROR_TOO_BIG,
               _("Line %u: the file holds more than %u rows or %u columns.  Split it, or leave "
                 "out what is not needed."), line, TL_CSV_MAX_ROWS, TL_CSV_MAX_COLUMNS);
  return FALSE;
}

/* One record; it is no row when there is nothing on its line. */
static gboolean
read_row (TlCsv   *csv,
          Cursor  *cursor,
          GError **error)
{
  Row row = { csv->cells->len, cursor->line };
  char *begin = cursor->out;
  gboolean more = TRUE;
  guint n = 0;

  for (; more; n++) {
    gsize cell = (gsize) (cursor->out - csv->text);

    if (is_full (csv, n))
      return fail_full (row.line, error);
    if (!read_cell (cursor)) {
      g_set_error (error, TL_CSV_ERROR, TL_CSV_ERROR_QUOTE,
                   _("Line %u: a quotation mark is opened and never closed."), row.line);
      return FALSE;
    }
    g_array_append_val (csv->cells, cell);
    more = cursor->at < cursor->end && *cursor->at == cursor->delimiter;
    cursor->at += more ? 1 : 0;
  }
  if (cursor->at < cursor->end)
    pass_line_end (cursor);
  if (cursor->out == begin + n) {   /* only ends of cells */
    g_array_set_size (csv->cells, (guint) row.first);
    cursor->out = begin;
    return TRUE;
  }
  csv->n_columns = MAX (csv->n_columns, n);
  g_array_append_val (csv->rows, row);
  return TRUE;
}

/* The table; @most rows of it. */
static TlCsv *
read_rows (const char *text,
           gsize       length,
           char        delimiter,
           guint       first_line,
           guint       most,
           GError    **error)
{
  g_autoptr (TlCsv) csv = g_atomic_rc_box_new0 (TlCsv);
  Cursor cursor = { text, text + length, NULL, first_line, delimiter };
  Row end = { 0, 0 };

  csv->text = g_malloc (length + 2);
  csv->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  csv->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  csv->style.delimiter = delimiter;
  cursor.out = csv->text;
  while (cursor.at < cursor.end && csv->rows->len < most) {
    if (!read_row (csv, &cursor, error))
      return NULL;
  }
  end.first = csv->cells->len;
  g_array_append_val (csv->rows, end);
  return g_steal_pointer (&csv);
}

/* Cells of a row that hold something or stand before one that does. */
static guint
width_of (const TlCsv *csv,
          guint        row)
{
  return (guint) (g_array_index (csv->rows, Row, row + 1).first -
                  g_array_index (csv->rows, Row, row).first);
}

/* How well a delimiter suits: how many of the first rows have as many cells as the first,
 * more than one; the more cells, the better. */
static double
suits (const char *text,
       gsize       length,
       char        delimiter)
{
  g_autoptr (TlCsv) csv = read_rows (text, length, delimiter, 1, LOOKED_AT, NULL);
  guint n_same = 0, width;

  if (csv == NULL || tl_csv_n_rows (csv) == 0)
    return 0;
  width = width_of (csv, 0);
  for (guint i = 0; i < tl_csv_n_rows (csv); i++)
    n_same += width_of (csv, i) == width;
  return width < 2 ? 0 : (double) n_same / tl_csv_n_rows (csv) + 0.2 * (1 - 1.0 / width);
}

static char
guess_delimiter (const char *text,
                 gsize       length)
{
  char best = delimiters[0];
  double most = 0;

  for (guint i = 0; delimiters[i] != '\0'; i++) {
    double answer = suits (text, length, delimiters[i]);

    if (answer > most) {
      most = answer;
      best = delimiters[i];
    }
  }
  return best;
}

/* "sep=;", which spreadsheets write and read as the first line: bytes of it, or 0. */
static gsize
read_sep_line (const char *text,
               gsize       length,
               char       *delimiter)
{
  gsize n = 5;

  if (length < 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0 ||
      strchr (delimiters, text[4]) == NULL || (length > 5 && strchr ("\r\n", text[5]) == NULL))
    return 0;
  *delimiter = text[4];
  n += n < length && text[n] == '\r';
  n += n < length && text[n] == '\n';
  return n;
}

TlCsv *
tl_csv_read (const char       *data,
             gsize             length,
             const TlCsvStyle *style,
             GError          **error)
{
  TlCsvEncoding encoding = style != NULL ? style->encoding : TL_CSV_ENCODING_GUESS;
  char delimiter = '\0';
  g_autofree char *text = NULL;
  g_autoptr (TlCsv) csv = NULL;
  gsize text_length = 0, sep;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (length > TL_CSV_MAX_BYTES) {
    g_set_error (error, TL_CSV_ERROR, TL_CSV_ERROR_TOO_BIG,
                 _("The file is larger than %u MB.  Split it."), TL_CSV_MAX_BYTES >> 20);
    return NULL;
  }
  text = decode (length > 0 ? data : "", length, &encoding, &text_length, error);
  if (text == NULL)
    return NULL;
  sep = read_sep_line (text, text_length, &delimiter);
  if (style != NULL && style->delimiter != '\0')
    delimiter = style->delimiter;
  else if (delimiter == '\0')
    delimiter = guess_delimiter (text, text_length);
  csv = read_rows (text + sep, text_length - sep, delimiter, sep > 0 ? 2 : 1, G_MAXUINT, error);
  if (csv == NULL)
    return NULL;
  if (tl_csv_n_rows (csv) == 0) {
    g_set_error_literal (error, TL_CSV_ERROR, TL_CSV_ERROR_EMPTY,
                         _("There is nothing in the file."));
    return NULL;
  }
  csv->style.encoding = encoding;
  return g_steal_pointer (&csv);
}

GBytes *
tl_csv_load (const char  *path,
             GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = 1;

  stream = g_file_read (file, NULL, &why);
  while (stream != NULL && n > 0 && bytes->len <= TL_CSV_MAX_BYTES) {
    guint length = bytes->len;

    g_byte_array_set_size (bytes, length + CHUNK);
    n = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + length, CHUNK, NULL, &why);
    g_byte_array_set_size (bytes, length + (n > 0 ? (guint) n : 0));
  }
  if (stream == NULL || n < 0) {
    g_set_error (error, TL_CSV_ERROR, TL_CSV_ERROR_FILE,
                 /* Translators: a file's name, and what the system says is the matter. */
                 _("“%s” cannot be read: %s."), name, why->message);
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

TlCsv *
tl_csv_ref (TlCsv *csv)
{
  return g_atomic_rc_box_acquire (csv);
}

static void
clear (gpointer data)
{
  TlCsv *csv = data;

  g_free (csv->text);
  g_clear_pointer (&csv->cells, g_array_unref);
  g_clear_pointer (&csv->rows, g_array_unref);
}

void
tl_csv_unref (TlCsv *csv)
{
  g_atomic_rc_box_release_full (csv, clear);
}

TlCsvStyle
tl_csv_style (const TlCsv *csv)
{
  return csv->style;
}

guint
tl_csv_n_rows (const TlCsv *csv)
{
  return csv->rows->len - 1;
}

guint
tl_csv_n_columns (const TlCsv *csv)
{
  return csv->n_columns;
}

const char *
tl_csv_cell (const TlCsv *csv,
             guint        row,
             guint        column)
{
  g_return_val_if_fail (row < tl_csv_n_rows (csv), "");

  if (column >= width_of (csv, row))
    return "";
  return csv->text +
         g_array_index (csv->cells, gsize, g_array_index (csv->rows, Row, row).first + column);
}

guint
tl_csv_line (const TlCsv *csv,
             guint        row)
{
  g_return_val_if_fail (row < tl_csv_n_rows (csv), 0);

  return g_array_index (csv->rows, Row, row).line;
}
