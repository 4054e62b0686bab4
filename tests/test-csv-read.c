/* test-csv-read.c - tables out of text files: whatever way they were written. */
#include "exchange/csv-read.h"

#include <string.h>

/* The cells, parted by a bar, each row ended by its line in brackets. */
static char *
draw (const TlCsv *csv)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < tl_csv_n_rows (csv); i++) {
    for (guint k = 0; k < tl_csv_n_columns (csv); k++)
      g_string_append_printf (all, "%s|", tl_csv_cell (csv, i, k));
    g_string_append_printf (all, "[%u] ", tl_csv_line (csv, i));
  }
  return g_string_free (all, FALSE);
}

static void
test_grammar (void)
{
  static const struct {
    const char *text;
    const char *drawn;
    char        delimiter;
  } rows[] = {
    { "a,b\n1,2\n", "a|b|[1] 1|2|[2] ", ',' },
    { "a,b\r\n1,2", "a|b|[1] 1|2|[2] ", ',' },
    { "a,b\r1,2\r", "a|b|[1] 1|2|[2] ", ',' },
    { "a;b\n1,5;2\n", "a|b|[1] 1,5|2|[2] ", ';' },
    { "a\tb\n1\t\n", "a|b|[1] 1||[2] ", '\t' },
    { "a|b\n1|2\n", "a|b|[1] 1|2|[2] ", '|' },
    /* Quotes: delimiters, line ends and quotes are text in them; lines go on counting. */
    { "\"a,b\",c\n1,2\n", "a,b|c|[1] 1|2|[2] ", ',' },
    { "\"a\nb\",c\n1,2\n", "a\nb|c|[1] 1|2|[3] ", ',' },
    { "\"a\r\nb\",c\n1,2\n", "a\nb|c|[1] 1|2|[3] ", ',' },
    { "\"say \"\"so\"\"\",c\n", "say \"so\"|c|[1] ", ',' },
    { "6'3\",x\n5'11\",y\n", "6'3\"|x|[1] 5'11\"|y|[2] ", ',' },
    { "\"a\"b,c\n", "ab|c|[1] ", ',' },
    { "\"\",c\n", "|c|[1] ", ',' },
    /* Blanks around cells go, and lines without any; short rows have empty cells. */
    { " a , b \n\n  \n1,2\n", "a|b|[1] 1|2|[4] ", ',' },
    { "a,b,c\n1\n", "a|b|c|[1] 1|||[2] ", ',' },
    { "a,b\n,,\n1,2\n", "a|b|[1] 1|2|[3] ", ',' },
    { "sep=;\na;b\n1;2\n", "a|b|[2] 1|2|[3] ", ';' },
    { "sep=;\r\na,b;c\r\n", "a,b|c|[2] ", ';' },
    /* One column. */
    { "a\n1\n2\n", "a|[1] 1|[2] 2|[3] ", ',' },
    { "\xef\xbb\xbf" "a,b\n", "a|b|[1] ", ',' },
    /* More rows of one width tell the delimiter, not more of its characters. */
    { "a;b\n1,2,3;x\n4;y\n", "a|b|[1] 1,2,3|x|[2] 4|y|[3] ", ';' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TlCsv) csv = tl_csv_read (rows[i].text, strlen (rows[i].text), NULL, &error);
    g_autofree char *drawn = NULL;

    g_assert_no_error (error);
    drawn = draw (csv);
    g_assert_cmpstr (drawn, ==, rows[i].drawn);
    g_assert_cmpint (tl_csv_style (csv).delimiter, ==, rows[i].delimiter);
  }
}

static void
test_encodings (void)
{
  static const struct {
    const char   *bytes;
    gsize         n;
    TlCsvEncoding chosen, found;
  } rows[] = {
    { "gr\xc3\xbcn,1\n", 8, TL_CSV_ENCODING_GUESS, TL_CSV_ENCODING_UTF_8 },
    { "gr\xfcn,1\n", 7, TL_CSV_ENCODING_GUESS, TL_CSV_ENCODING_WINDOWS_1252 },
    { "gr\xfcn,1\n", 7, TL_CSV_ENCODING_LATIN_1, TL_CSV_ENCODING_LATIN_1 },
    { "\xff\xfeg\0r\0\xfc\0n\0,\0001\0\n\0", 16, TL_CSV_ENCODING_GUESS,
      TL_CSV_ENCODING_UTF_16LE },
    { "\xfe\xff\0g\0r\0\xfc\0n\0,\0001\0\n", 16, TL_CSV_ENCODING_GUESS,
      TL_CSV_ENCODING_UTF_16BE },
    /* Without a mark. */
    { "g\0r\0\xfc\0n\0,\0001\0\n\0", 14, TL_CSV_ENCODING_GUESS, TL_CSV_ENCODING_UTF_16LE },
    { "\0g\0r\0\xfc\0n\0,\0001\0\n", 14, TL_CSV_ENCODING_GUESS, TL_CSV_ENCODING_UTF_16BE },
    { "g\0r\0\xfc\0n\0,\0001\0\n\0", 14, TL_CSV_ENCODING_UTF_16LE, TL_CSV_ENCODING_UTF_16LE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlCsvStyle style = { rows[i].chosen, '\0' };
    g_autoptr (GError) error = NULL;
    g_autoptr (TlCsv) csv = tl_csv_read (rows[i].bytes, rows[i].n, &style, &error);

    g_assert_no_error (error);
    g_assert_cmpint (tl_csv_style (csv).encoding, ==, rows[i].found);
    g_assert_cmpstr (tl_csv_cell (csv, 0, 0), ==, "gr\xc3\xbcn");
    g_assert_cmpstr (tl_csv_cell (csv, 0, 1), ==, "1");
  }
}

static void
test_chosen_delimiter (void)
{
  TlCsvStyle style = { TL_CSV_ENCODING_GUESS, ',' };
  g_autoptr (TlCsv) csv = tl_csv_read ("a;b\n1,5;2\n", 10, &style, NULL);
  g_autofree char *drawn = draw (csv);

  g_assert_cmpstr (drawn, ==, "a;b||[1] 1|5;2|[2] ");
  g_assert_cmpstr (tl_csv_cell (csv, 0, 7), ==, "");
}

static void
test_refused (void)
{
  g_autofree char *wide = g_strnfill (TL_CSV_MAX_COLUMNS, ',');
  g_autofree char *zeros = g_malloc0 (100);
  const struct {
    const char   *bytes;
    gsize         n;
    TlCsvEncoding encoding;
    int           code;
  } rows[] = {
    { "", 0, TL_CSV_ENCODING_GUESS, TL_CSV_ERROR_EMPTY },
    { "\n\n \n", 4, TL_CSV_ENCODING_GUESS, TL_CSV_ERROR_EMPTY },
    { "\xef\xbb\xbf", 3, TL_CSV_ENCODING_GUESS, TL_CSV_ERROR_EMPTY },
    { zeros, 100, TL_CSV_ENCODING_GUESS, TL_CSV_ERROR_NO_TEXT },
    { "PK\x03\x04 a spreadsheet", 18, TL_CSV_ENCODING_GUESS, TL_CSV_ERROR_NO_TEXT },
    { "gr\xfcn", 4, TL_CSV_ENCODING_UTF_8, TL_CSV_ERROR_NO_TEXT },
    { "a\0b\0c", 5, TL_CSV_ENCODING_UTF_16LE, TL_CSV_ERROR_NO_TEXT },
    { "a,b\n\"c,d\n", 9, TL_CSV_ENCODING_GUESS, TL_CSV_ERROR_QUOTE },
    { wide, TL_CSV_MAX_COLUMNS, TL_CSV_ENCODING_GUESS, TL_CSV_ERROR_TOO_BIG },
    { wide, TL_CSV_MAX_BYTES + 1, TL_CSV_ENCODING_GUESS, TL_CSV_ERROR_TOO_BIG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlCsvStyle style = { rows[i].encoding, '\0' };
    g_autoptr (GError) error = NULL;
    g_autoptr (TlCsv) csv = tl_csv_read (rows[i].bytes, rows[i].n, &style, &error);

    g_assert_null (csv);
    g_assert_error (error, TL_CSV_ERROR, rows[i].code);
  }
}

static void
test_line_of_open_quote (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCsv) csv = tl_csv_read ("a,b\n1,2\n\"c,d\n3,4\n", 17, NULL, &error);

  g_assert_null (csv);
  g_assert_nonnull (strstr (error->message, "Line 3"));
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_csv_load ("/nowhere/at-all.csv", &error);

  g_assert_null (bytes);
  g_assert_error (error, TL_CSV_ERROR, TL_CSV_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "at-all.csv"));
}

/* Real files, which nobody here wrote. */
static void
test_real (void)
{
  static const struct {
    const char *name;
    guint       n_rows, n_columns;
  } rows[] = {
    { "311-animals.csv", 4970, 31 },
    { "flying-etiquette-survey.csv", 1041, 27 },
    { "telco-churn.csv", 7044, 21 },
    { "gsa-cx-upload.csv", 1001, 17 },
    { "gsa-cx-upload-bom.csv", 5, 17 },
  };
  const char *shared = g_getenv ("TL_SHARED");

  if (shared == NULL) {
    g_test_skip ("TL_SHARED does not say where the real files are");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_build_filename (shared, "inputs", "csv", rows[i].name, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = tl_csv_load (path, &error);
    g_autoptr (TlCsv) csv = NULL;

    g_assert_no_error (error);
    csv = tl_csv_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (tl_csv_n_rows (csv), ==, rows[i].n_rows);
    g_assert_cmpuint (tl_csv_n_columns (csv), ==, rows[i].n_columns);
    g_assert_cmpint (tl_csv_style (csv).delimiter, ==, ',');
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-read/grammar", test_grammar);
  g_test_add_func ("/csv-read/encodings", test_encodings);
  g_test_add_func ("/csv-read/chosen-delimiter", test_chosen_delimiter);
  g_test_add_func ("/csv-read/refused", test_refused);
  g_test_add_func ("/csv-read/line-of-open-quote", test_line_of_open_quote);
  g_test_add_func ("/csv-read/no-file", test_no_file);
  g_test_add_func ("/csv-read/real", test_real);
  return g_test_run ();
}
