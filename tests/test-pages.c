/* test-pages.c - what is printed: papers, pages, and what is refused. */
#include <string.h>

#include "chart-maker.h"

#include "report/pages.h"

static TlChart *
make_chart (guint n_steps)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (n_steps);

  return tl_chart_make (&plan);
}

typedef struct {
  const char *path, *paper;
  TlPosterWay way;
  TlTurn      turn;
  guint       n_steps;
  guint       least, most;   /* pages */
  gboolean    lying;
} Row;

static const Row rows[] = {
  { "one-page", "a0", TL_POSTER_FIT, TL_TURN_LANDSCAPE, 8, 1, 1, TRUE },
  { "auto-one-page", "a0", TL_POSTER_AUTO, TL_TURN_LANDSCAPE, 8, 1, 1, TRUE },
  { "lying-tiles", "a4", TL_POSTER_AUTO, TL_TURN_LANDSCAPE, 60, 4, 400, TRUE },
  { "upright-tiles", "letter", TL_POSTER_TILE, TL_TURN_UPRIGHT, 60, 4, 400, FALSE },
  { "folded", "a4", TL_POSTER_FOLD, TL_TURN_AUTO, 60, 2, 60, FALSE },
};

static void
test_pages (gconstpointer data)
{
  const Row *row = data;
  const TlPrint print = TL_PRINT_POSTER;
  const TlPaper *paper = tl_paper_find (row->paper);
  const TlPrintOptions options = { .paper = paper, .turn = row->turn, .poster = row->way };
  g_autoptr (TlChart) chart = make_chart (row->n_steps);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPages) pages = tl_pages_new (chart, &print, 1, &options, &error);
  g_autoptr (GBytes) pdf = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (tl_pages_n_pages (pages), >=, row->least);
  g_assert_cmpuint (tl_pages_n_pages (pages), <=, row->most);
  for (guint i = 0; i < tl_pages_n_pages (pages); i++) {
    double width, height;

    tl_pages_page_size (pages, i, &width, &height);
    g_assert_cmpfloat (width, ==, row->lying ? paper->height : paper->width);
    g_assert_cmpfloat (height, ==, row->lying ? paper->width : paper->height);
  }
  pdf = tl_pages_pdf (pages, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
}

/* Pages stay as they were made: drawn after the chart is gone, they are the same. */
static void
test_kept (void)
{
  const TlPrint print = TL_PRINT_POSTER;
  const TlPrintOptions options = { .paper = NULL };
  g_autoptr (TlChart) chart = make_chart (30);
  g_autoptr (TlPages) pages = tl_pages_new (chart, &print, 1, &options, NULL);
  g_autoptr (GBytes) before = tl_pages_pdf (pages, NULL);
  g_autoptr (GBytes) after = NULL;

  g_clear_pointer (&chart, tl_chart_free);
  after = tl_pages_pdf (pages, NULL);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_refused (void)
{
  const struct { TlPosterWay way; const char *paper; } refused[] = {
    { TL_POSTER_FIT, "a6" }, { TL_POSTER_FIT, "a5" }, { TL_POSTER_FOLD, "a6" },
  };
  const TlPrint print = TL_PRINT_POSTER;
  g_autoptr (TlChart) chart = make_chart (12);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    const TlPrintOptions options = { .paper = tl_paper_find (refused[i].paper),
                                     .poster = refused[i].way };
    g_autoptr (GError) error = NULL;
    g_autoptr (TlPages) pages = tl_pages_new (chart, &print, 1, &options, &error);

    g_assert_null (pages);
    g_assert_error (error, TL_PAGES_ERROR, TL_PAGES_ERROR_TOO_SMALL);
    g_assert_nonnull (strstr (error->message, options.paper->title));
  }
}

/* Left to itself, a poster is cut so that it takes few sheets. */
static void
test_few_tiles (void)
{
  static const char * const papers[] = { "a5", "a4", "letter", "a3" };
  const TlPrint print = TL_PRINT_POSTER;
  g_autoptr (TlChart) chart = make_chart (60);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    guint n[TL_TURN_LANDSCAPE + 1];

    for (TlTurn turn = TL_TURN_AUTO; turn <= TL_TURN_LANDSCAPE; turn++) {
      const TlPrintOptions options = { .paper = tl_paper_find (papers[i]), .turn = turn,
                                       .poster = TL_POSTER_TILE };
      g_autoptr (TlPages) pages = tl_pages_new (chart, &print, 1, &options, NULL);

      n[turn] = tl_pages_n_pages (pages);
    }
    g_assert_cmpuint (n[TL_TURN_AUTO], ==, MIN (n[TL_TURN_UPRIGHT], n[TL_TURN_LANDSCAPE]));
  }
}

/* What cannot be made is left out and said; all the rest is as if it had not been asked for. */
static void
test_possible (void)
{
  const TlPrint prints[] = { TL_PRINT_RECOVERIES, TL_PRINT_POSTER, TL_PRINT_STEPS };
  const TlPrintOptions options = { .paper = tl_paper_find ("a4") };
  TlChartPlan plan = TL_CHART_PLAN_USUAL (30);
  GError *errors[G_N_ELEMENTS (prints)] = { NULL };
  g_autoptr (TlChart) chart = NULL;
  g_autoptr (TlPages) pages = NULL;
  g_autoptr (TlPages) alone = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) alone_pdf = NULL;

  plan.failure_every = 0;   /* hence nothing to recover from */
  chart = tl_chart_make (&plan);
  pages = tl_pages_new_possible (chart, prints, G_N_ELEMENTS (prints), &options, errors);
  g_assert_error (errors[0], TL_PAGES_ERROR, TL_PAGES_ERROR_EMPTY);
  g_assert_no_error (errors[1]);
  g_assert_no_error (errors[2]);
  g_assert_cmpuint (tl_pages_n_runs (pages), ==, 2);
  for (guint i = 0, at = 0; i < tl_pages_n_runs (pages); i++) {
    const TlPageRun *run = tl_pages_get_run (pages, i);

    g_assert_cmpuint (run->print, ==, prints[i + 1]);
    g_assert_cmpuint (run->first, ==, at);
    g_assert_cmpuint (run->n, >, 0);
    at += run->n;
    g_assert_true (i + 1 < tl_pages_n_runs (pages) || at == tl_pages_n_pages (pages));
  }
  alone = tl_pages_new (chart, prints + 1, 2, &options, NULL);
  pdf = tl_pages_pdf (pages, NULL);
  alone_pdf = tl_pages_pdf (alone, NULL);
  g_assert_true (g_bytes_equal (pdf, alone_pdf));
  g_clear_error (&errors[0]);
  g_assert_null (tl_pages_new_possible (chart, prints, 1, &options, errors));
  g_assert_error (errors[0], TL_PAGES_ERROR, TL_PAGES_ERROR_EMPTY);
  g_clear_error (&errors[0]);
}

/* Each print-out begins with its title, and only what has backs is said to have them. */
static void
test_outline (void)
{
  const TlPrint prints[] = { TL_PRINT_POSTER, TL_PRINT_STEPS, TL_PRINT_RECOVERIES };
  const TlPrintOptions options = { .paper = tl_paper_find ("a4") };
  g_autoptr (TlChart) chart = make_chart (30);
  g_autoptr (TlPages) pages = tl_pages_new (chart, prints, G_N_ELEMENTS (prints), &options, NULL);
  guint n = 0, page = 0;

  for (guint i = 0; i < tl_pages_n_entries (pages); i++) {
    const TlOutlineEntry *entry = tl_pages_get_entry (pages, i);

    g_assert_cmpuint (entry->page, >=, page);
    page = entry->page;
    if (entry->level > 0)
      continue;
    g_assert_cmpuint (entry->page, ==, tl_pages_get_run (pages, n)->first);
    g_assert_cmpstr (entry->title, ==, tl_print_title (prints[n]));
    n++;
  }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (prints));
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (tl_pages_get_run (pages, i)->two_sided, ==, prints[i] == TL_PRINT_RECOVERIES);
  g_assert_cmpuint (tl_pages_get_run (pages, 2)->n % 2, ==, 0);
}

static void
test_names (void)
{
  TlPrint found = TL_N_PRINTS;

  for (TlPrint i = 0; i < TL_N_PRINTS; i++) {
    g_assert_true (tl_print_find (tl_print_name (i), &found));
    g_assert_cmpuint (found, ==, i);
    g_assert_nonnull (tl_print_title (i));
  }
  g_assert_false (tl_print_find ("cake", &found));
  g_assert_null (tl_paper_find ("b5"));
  for (guint i = 1; tl_paper_get (i) != NULL; i++)
    g_assert_cmpfloat (tl_paper_get (i)->width, >=, tl_paper_get (i - 1)->width);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/pages/poster/", rows[i].path, NULL);

    g_test_add_data_func (path, &rows[i], test_pages);
  }
  g_test_add_func ("/pages/kept", test_kept);
  g_test_add_func ("/pages/refused", test_refused);
  g_test_add_func ("/pages/few-tiles", test_few_tiles);
  g_test_add_func ("/pages/possible", test_possible);
  g_test_add_func ("/pages/outline", test_outline);
  g_test_add_func ("/pages/names", test_names);
  return g_test_run ();
}
