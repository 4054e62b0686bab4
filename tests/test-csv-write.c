/* test-csv-write.c - comma-separated values: quoted where they must be, and never a formula. */
#include "exchange/csv-write.h"

static void
test_values (void)
{
  static const struct {
    const char *value;
    gboolean    is_text;
    const char *written;
  } rows[] = {
    { "", TRUE, "" },
    { "plain", TRUE, "plain" },
    { "größer", TRUE, "größer" },
    { "a,b", TRUE, "\"a,b\"" },
    { "say \"so\"", TRUE, "\"say \"\"so\"\"\"" },
    { "two\nlines", TRUE, "\"two\nlines\"" },
    { "two\r\nlines", TRUE, "\"two\r\nlines\"" },
    { " led", TRUE, "\" led\"" },
    { "trailed ", TRUE, "\"trailed \"" },
    { "a;b", TRUE, "a;b" },
    /* What a spreadsheet could run. */
    { "=1+1", TRUE, "'=1+1" },
    { "+1", TRUE, "'+1" },
    { "-1", TRUE, "'-1" },
    { "@SUM(A1)", TRUE, "'@SUM(A1)" },
    { "\t=1", TRUE, "'\t=1" },
    { "\r=1", TRUE, "\"'\r=1\"" },
    { "\n=1", TRUE, "\"'\n=1\"" },
    { "  =1", TRUE, "\"'  =1\"" },
    { "\xef\xbc\x9d" "1", TRUE, "'\xef\xbc\x9d" "1" },
    { "=HYPERLINK(\"http://x\",\"y\")", TRUE, "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"" },
    { "=", TRUE, "'=" },
    /* What only looks like it. */
    { "a=1", TRUE, "a=1" },
    { "'=1", TRUE, "'=1" },
    { "\xff=1", TRUE, "\xff=1" },
    /* Our own numbers stay numbers. */
    { "-5", FALSE, "-5" },
    { "0.25", FALSE, "0.25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) csv = g_string_new (NULL);

    tl_csv_add (csv, rows[i].value, TRUE, rows[i].is_text);
    g_assert_cmpstr (csv->str, ==, rows[i].written);
  }
}

static void
test_lines (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  tl_csv_add (csv, "a", TRUE, TRUE);
  tl_csv_add (csv, "", FALSE, TRUE);
  tl_csv_add (csv, "c", FALSE, TRUE);
  tl_csv_end_line (csv);
  tl_csv_add (csv, "", TRUE, TRUE);
  tl_csv_add (csv, "", FALSE, TRUE);
  tl_csv_add (csv, "3", FALSE, FALSE);
  tl_csv_end_line (csv);
  g_assert_cmpstr (csv->str, ==, "a,,c\r\n,,3\r\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-write/values", test_values);
  g_test_add_func ("/csv-write/lines", test_lines);
  return g_test_run ();
}
