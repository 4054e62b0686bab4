/* test-printout.c - what is printed, and how that is remembered: all but the widgets. */
#include <string.h>

#include "app/print-maker.h"
#include "app/print-run.h"
#include "chart-maker.h"
#include "document/xml-write.h"

#define APP_ID "io.github.throughline.Throughline"

static TlChart *
make_chart (guint failure_every)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (30);

  plan.failure_every = failure_every;
  return tl_chart_make (&plan);
}

static TlPrintChoice *
choose (guint n_prints,
        ...)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  TlPrintChoice *choice = tl_print_choice_recall (settings, NULL);
  va_list prints;

  choice->prints[TL_PRINT_POSTER] = FALSE;
  va_start (prints, n_prints);
  for (guint i = 0; i < n_prints; i++)
    choice->prints[va_arg (prints, TlPrint)] = TRUE;
  va_end (prints);
  return choice;
}

static void
keep_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static TlPrintout *
make (const TlChart       *chart,
      const TlPrintChoice *choice)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlPrintout *printout;
  gsize length;
  char *xml = tl_xml_write (chart, &length);

  tl_printout_make (xml, length, choice, NULL, keep_cb, &result);
  printout = tl_printout_make_finish (await (&result), &error);
  g_assert_no_error (error);
  return printout;
}

static void
test_make (void)
{
  g_autoptr (TlChart) chart = make_chart (0);
  g_autoptr (TlPrintChoice) choice = choose (3, TL_PRINT_POSTER, TL_PRINT_STEPS,
                                             TL_PRINT_RECOVERIES);
  g_autoptr (TlPrintChoice) none = choose (0);
  g_autoptr (TlPrintChoice) empty = choose (1, TL_PRINT_RECOVERIES);
  g_autoptr (TlPrintout) printout = make (chart, choice);
  g_autoptr (TlPrintout) nothing = make (chart, none);
  g_autoptr (TlPrintout) left_out = make (chart, empty);

  g_assert_cmpuint (tl_pages_n_runs (tl_printout_get_pages (printout)), ==, 2);
  g_assert_null (tl_printout_get_error (printout, TL_PRINT_POSTER));
  g_assert_null (tl_printout_get_error (printout, TL_PRINT_STEPS));
  g_assert_error (tl_printout_get_error (printout, TL_PRINT_RECOVERIES), TL_PAGES_ERROR,
                  TL_PAGES_ERROR_EMPTY);
  g_assert_cmpuint (tl_printout_n_pages (nothing), ==, 0);
  g_assert_null (tl_printout_get_error (nothing, TL_PRINT_RECOVERIES));
  g_assert_cmpuint (tl_printout_n_pages (left_out), ==, 0);
  g_assert_nonnull (tl_printout_get_error (left_out, TL_PRINT_RECOVERIES));
}

/* A thread of its own makes the same bytes. */
static void
test_pdf (void)
{
  g_autoptr (TlChart) chart = make_chart (4);
  g_autoptr (TlPrintChoice) choice = choose (2, TL_PRINT_POSTER, TL_PRINT_STEPS);
  const TlPrint prints[] = { TL_PRINT_POSTER, TL_PRINT_STEPS };
  const TlPrintOptions options = { .paper = choice->paper };
  g_autoptr (TlPages) pages = tl_pages_new (chart, prints, 2, &options, NULL);
  g_autoptr (TlPrintout) printout = make (chart, choice);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) expected = tl_pages_pdf (pages, NULL);
  g_autoptr (GBytes) bytes = NULL;

  tl_printout_pdf (printout, NULL, keep_cb, &result);
  bytes = tl_printout_pdf_finish (await (&result), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
test_paint (void)
{
  g_autoptr (TlChart) chart = make_chart (4);
  g_autoptr (TlPrintChoice) choice = choose (1, TL_PRINT_STEPS);
  g_autoptr (TlPrintout) printout = make (chart, choice);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = g_new0 (guint32, 210 * 297);
  guint n_inked = 0;

  tl_printout_paint (printout, 0, 210, 297, NULL, keep_cb, &result);
  texture = tl_printout_paint_finish (await (&result), NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 210);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 297);
  gdk_texture_download (texture, (guchar *) pixels, 210 * 4);
  g_assert_cmphex (pixels[0], ==, 0xffffffff);   /* paper at the corner */
  for (guint i = 0; i < 210 * 297; i++)
    n_inked += pixels[i] != 0xffffffff;
  g_assert_cmpuint (n_inked, >, 100);
}

/* Of what is wanted while something is being made only the last wish is met. */

typedef struct {
  guint n_made, n_pages;
} Wishes;

static void
made_cb (TlPrintout   *printout,
         const GError *error,
         gpointer      data)
{
  Wishes *wishes = data;

  g_assert_no_error (error);
  wishes->n_made++;
  wishes->n_pages = tl_printout_n_pages (printout);
}

static void
test_wishes (void)
{
  g_autoptr (TlDocument) document = tl_document_new (make_chart (4));
  g_autoptr (TlEditor) editor = tl_editor_new (document);
  g_autoptr (TlPrintChoice) poster = choose (1, TL_PRINT_POSTER);
  g_autoptr (TlPrintChoice) steps = choose (1, TL_PRINT_STEPS);
  g_autoptr (TlPrintout) expected = make (tl_document_get_chart (document), steps);
  Wishes wishes = { 0, 0 };
  g_autoptr (TlPrintMaker) maker = tl_print_maker_new (made_cb, &wishes);

  for (guint i = 0; i < 5; i++)
    tl_print_maker_want (maker, editor, i < 4 ? poster : steps);
  while (tl_print_maker_is_making (maker))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (wishes.n_made, ==, 1);
  g_assert_cmpuint (wishes.n_pages, ==, tl_printout_n_pages (expected));

  /* What is taken back is not heard of, and what comes after it is. */
  tl_print_maker_want (maker, editor, poster);
  tl_print_maker_cancel (maker);
  g_assert_false (tl_print_maker_is_making (maker));
  tl_print_maker_want (maker, editor, steps);
  while (tl_print_maker_is_making (maker))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (wishes.n_made, ==, 2);

  tl_print_maker_want (maker, editor, poster);
  g_clear_pointer (&maker, tl_print_maker_free);
  for (guint i = 0; i < 20; i++) {
    g_usleep (5000);
    g_main_context_iteration (NULL, FALSE);
  }
  g_assert_cmpuint (wishes.n_made, ==, 2);
}

/* On both sides of the paper each print-out begins on a new sheet, and no page is lost. */
static void
test_sides (void)
{
  g_autoptr (TlChart) chart = make_chart (4);
  g_autoptr (TlPrintChoice) choice = choose (3, TL_PRINT_POSTER, TL_PRINT_STEPS,
                                             TL_PRINT_RECOVERIES);
  g_autoptr (TlPrintout) printout = NULL;
  const TlPages *pages;
  g_autoptr (GArray) plain = NULL;
  g_autoptr (GArray) both = NULL;
  guint next = 0, n_blank = 0;

  choice->paper = tl_paper_find ("a5");
  printout = make (chart, choice);
  pages = tl_printout_get_pages (printout);
  plain = tl_print_lay_out_sides (pages, FALSE);
  both = tl_print_lay_out_sides (pages, TRUE);
  g_assert_cmpuint (plain->len, ==, tl_pages_n_pages (pages));
  for (guint i = 0; i < plain->len; i++)
    g_assert_cmpuint (g_array_index (plain, guint, i), ==, i);
  for (guint i = 0; i < both->len; i++) {
    guint page = g_array_index (both, guint, i);

    if (page == TL_PRINT_BLANK) {
      g_assert_cmpuint (i % 2, ==, 1);   /* never a front */
      n_blank++;
      continue;
    }
    g_assert_cmpuint (page, ==, next++);
    for (guint k = 0; k < tl_pages_n_runs (pages); k++)
      g_assert_true (tl_pages_get_run (pages, k)->first != page || i % 2 == 0);
  }
  g_assert_cmpuint (next, ==, tl_pages_n_pages (pages));
  g_assert_cmpuint (n_blank, <, tl_pages_n_runs (pages));
  g_assert_cmpuint (tl_print_find_backs (pages)->print, ==, TL_PRINT_RECOVERIES);
  g_assert_cmpint (tl_print_turn (pages, tl_print_find_backs (pages)), ==,
                   GTK_PRINT_DUPLEX_HORIZONTAL);
}

/* Remembered. */

static void
test_remembered (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (TlPrintChoice) usual = tl_print_choice_recall (settings, "/charts/new");

  g_assert_true (usual->prints[TL_PRINT_POSTER]);
  for (TlPosterWay way = TL_POSTER_AUTO; way <= TL_POSTER_FOLD; way++) {
    for (TlTurn turn = TL_TURN_AUTO; turn <= TL_TURN_LANDSCAPE; turn++) {
      g_autoptr (TlPrintChoice) choice = tl_print_choice_copy (usual);
      g_autoptr (TlPrintChoice) again = NULL;
      g_autoptr (TlPrintChoice) other = NULL;

      choice->poster = way;
      choice->turn = turn;
      choice->paper = tl_paper_get ((guint) way + 3 * (guint) turn % 4);
      choice->prints[TL_PRINT_STEPS] = way == TL_POSTER_FIT;
      choice->prints[TL_PRINT_POSTER] = turn != TL_TURN_UPRIGHT;
      choice->black_white = turn == TL_TURN_LANDSCAPE;
      choice->role = way == TL_POSTER_TILE ? g_strdup ("rec") : NULL;
      tl_print_choice_remember (choice, settings, "/charts/a");
      again = tl_print_choice_recall (settings, "/charts/a");
      other = tl_print_choice_recall (settings, "/charts/b");
      g_assert_true (tl_print_choice_equal (again, choice));
      g_assert_true (tl_print_choice_equal (other, usual));
    }
  }
  tl_print_choice_remember (usual, settings, NULL);   /* belongs to no file: nowhere */
  g_settings_reset (settings, "page-setups");
}

/* What later versions may write, or hands may have spoilt, counts as not being there. */
static void
test_strange (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (TlPrintChoice) choice = NULL;
  g_autoptr (GVariant) setups = g_variant_parse (
    G_VARIANT_TYPE ("a(sa{sv})"),
    "[('/charts/a', {'prints': <['cake', 'steps']>, 'paper': <'b5'>, 'turn': <7>, "
    "'poster': <'sideways'>, 'black-white': <'yes'>, 'scent': <'lemon'>})]", NULL, NULL, NULL);

  g_settings_set_value (settings, "page-setups", setups);
  choice = tl_print_choice_recall (settings, "/charts/a");
  g_assert_true (choice->prints[TL_PRINT_STEPS]);
  g_assert_false (choice->prints[TL_PRINT_POSTER]);
  g_assert_true (choice->paper == tl_print_paper_usual (settings));
  g_assert_cmpint (choice->turn, ==, TL_TURN_AUTO);
  g_assert_cmpint (choice->poster, ==, TL_POSTER_AUTO);
  g_assert_false (choice->black_white);
  g_settings_reset (settings, "page-setups");
}

/* The list does not grow for ever. */
static void
test_bounded (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (TlPrintChoice) choice = choose (1, TL_PRINT_STEPS);
  g_autoptr (TlPrintChoice) first = NULL;
  g_autoptr (TlPrintChoice) last = NULL;
  g_autoptr (GVariant) all = NULL;

  for (guint i = 0; i < 300; i++) {
    g_autofree char *path = g_strdup_printf ("/charts/%u", i);

    tl_print_choice_remember (choice, settings, path);
  }
  all = g_settings_get_value (settings, "page-setups");
  g_assert_cmpuint (g_variant_n_children (all), ==, 200);
  first = tl_print_choice_recall (settings, "/charts/0");
  last = tl_print_choice_recall (settings, "/charts/299");
  g_assert_false (first->prints[TL_PRINT_STEPS]);
  g_assert_true (last->prints[TL_PRINT_STEPS]);
  g_settings_reset (settings, "page-setups");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printout/make", test_make);
  g_test_add_func ("/printout/pdf", test_pdf);
  g_test_add_func ("/printout/paint", test_paint);
  g_test_add_func ("/printout/wishes", test_wishes);
  g_test_add_func ("/printout/sides", test_sides);
  g_test_add_func ("/print-choice/remembered", test_remembered);
  g_test_add_func ("/print-choice/strange", test_strange);
  g_test_add_func ("/print-choice/bounded", test_bounded);
  return g_test_run ();
}
