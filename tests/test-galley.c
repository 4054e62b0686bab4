/* test-galley.c - writing that runs from page to page, and tables in it. */
#include <string.h>

#include "charts.h"

#include "report/grid.h"

typedef struct {
  TlChart  *chart;
  TlPages  *pages;
  TlGalley *galley;
  guint     n_before;      /* pages there already */
} Fixture;

/* Pages to compose on, as the print-outs get them: those of a small poster. */
static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  const TlPrintOptions options = { .paper = tl_paper_find (data != NULL ? data : "a4") };
  const TlPrint print = TL_PRINT_POSTER;
  g_autoptr (GError) error = NULL;

  f->chart = tl_test_chart ("C: a( b c)\n a>b b>c");
  f->pages = tl_pages_new (f->chart, &print, 1, &options, &error);
  g_assert_no_error (error);
  f->n_before = f->pages->list->len;
  f->galley = tl_galley_new (f->pages, FALSE);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data G_GNUC_UNUSED)
{
  tl_galley_free (f->galley);
  tl_pages_free (f->pages);
  tl_chart_free (f->chart);
}

static guint
n_pages (const Fixture *f)
{
  return f->pages->list->len - f->n_before;
}

static const TlPage *
page_of (const Fixture *f,
         guint          i)
{
  return f->pages->list->pdata[f->n_before + i];
}

/* All that a page says, a text a line. */
static char *
said (const Fixture *f,
      guint          i)
{
  return tl_page_words (page_of (f, i));
}

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at += strlen (what))
    n++;
  return n;
}

static char *
said_on_all (const Fixture *f)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n_pages (f); i++) {
    g_autofree char *text = said (f, i);

    g_string_append (all, text);
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* Nothing stands outside the margins, and no page is without anything. */
static void
check_inside (const Fixture *f)
{
  for (guint i = 0; i < n_pages (f); i++) {
    TlBox box = tl_page_extents (page_of (f, i), TL_PAGE_INSIDE);
    TlBox area = tl_compose_area (page_of (f, i));

    g_assert_cmpfloat (box.w, >, 0);
    area = tl_box_grow (area, 0.5);
    g_assert_true (tl_box_contains (area, (TlPoint) { box.x, box.y }));
    g_assert_true (tl_box_contains (area, (TlPoint) { box.x + box.w, box.y + box.h }));
  }
}

/* A text of @n words, each its own: "word7x". */
static char *
words (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%sword%ux", i > 0 ? " " : "", i);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_all_words (const Fixture *f,
                 guint          n)
{
  g_autofree char *all = said_on_all (f);

  for (guint i = 0; i < n; i++) {
    g_autofree char *word = g_strdup_printf ("word%ux", i);

    g_assert_cmpuint (count (all, word), ==, 1);
  }
}

/* A paragraph of several pages: no word is lost, none is said twice. */
static void
test_long_text (Fixture       *f,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *text = words (6000);

  tl_galley_title (f->galley, NULL, "Title", "Note");
  tl_galley_text (f->galley, TL_FACE_BODY, text);
  tl_galley_set (f->galley);
  g_assert_cmpuint (n_pages (f), >=, 4);
  check_inside (f);
  check_all_words (f, 6000);
}

/* Wherever the page ends, neither side gets a single line of a paragraph. */
static void
test_widows (Fixture       *f,
             gconstpointer  data G_GNUC_UNUSED)
{
  for (guint shift = 0; shift < 40; shift++) {
    g_autofree char *text = words (160);
    guint first = n_pages (f), pieces = 0, second;

    tl_galley_figure (f->galley, f->galley->height - 12.0 * 5 - shift);
    tl_galley_text (f->galley, TL_FACE_BODY, text);
    pieces = f->galley->pieces->len;
    g_assert_cmpuint (pieces, >=, 6);
    tl_galley_set (f->galley);
    g_assert_cmpuint (n_pages (f) - first, ==, 2);
    second = tl_page_n_texts (page_of (f, first + 1));
    g_assert_cmpuint (second, !=, 1);
    g_assert_cmpuint (tl_page_n_texts (page_of (f, first)), !=, 1);
    g_assert_cmpuint (second + tl_page_n_texts (page_of (f, first)), ==, pieces - 1);
  }
}

/* A heading is never the last on its page. */
static void
test_headings (Fixture       *f,
               gconstpointer  data G_GNUC_UNUSED)
{
  for (guint shift = 0; shift < 60; shift++) {
    guint first = n_pages (f);
    g_autofree char *page = NULL;

    tl_galley_figure (f->galley, f->galley->height - 70 + shift);
    tl_galley_heading (f->galley, "Heading");
    tl_galley_text (f->galley, TL_FACE_BODY, "Beneath");
    tl_galley_set (f->galley);
    page = said (f, first);
    g_assert_cmpuint (count (page, "Heading"), ==, count (page, "Beneath"));
  }
}

/* Points of a list keep their marks before their first line, and go on under it. */
static void
test_points (Fixture       *f,
             gconstpointer  data G_GNUC_UNUSED)
{
  for (guint i = 0; i < 40; i++) {
    g_autofree char *mark = g_strdup_printf ("(%u)", i);
    g_autofree char *text = words (i + 1);

    tl_galley_point (f->galley, mark, text);
  }
  tl_galley_set (f->galley);
  check_inside (f);
  for (guint i = 0, page = 0; i < 40; i++) {
    g_autofree char *start = g_strdup_printf ("(%u)\n", i);
    g_autofree char *text = said (f, page);

    if (count (text, start) == 0) {
      g_autofree char *next = said (f, ++page);

      g_assert_cmpuint (count (next, start), ==, 1);
    }
  }
}

static const TlGridColumn three[] = { TL_FIT ("First"), TL_FIT ("Second"), TL_WHOLE ("Third") };

/* Every page of a table bears its head; every row is there once. */
static void
test_table (Fixture       *f,
            gconstpointer  data G_GNUC_UNUSED)
{
  TlGrid *grid = tl_grid_new (f->galley, three, 3);

  for (guint i = 0; i < 600; i += 3) {
    for (guint k = 0; k < 3; k++) {
      g_autofree char *text = g_strdup_printf ("word%ux", i + k);

      tl_grid_text (grid, text);
    }
  }
  tl_grid_set (grid);
  tl_galley_set (f->galley);
  g_assert_cmpuint (n_pages (f), >=, 3);
  check_inside (f);
  check_all_words (f, 600);
  for (guint i = 0; i < n_pages (f); i++) {
    g_autofree char *page = said (f, i);

    g_assert_cmpuint (count (page, "Second"), ==, 1);
  }
}

static void
test_empty_table (Fixture       *f,
                  gconstpointer  data G_GNUC_UNUSED)
{
  TlGrid *grid = tl_grid_new (f->galley, three, 3);

  tl_grid_set (grid);
  tl_galley_set (f->galley);
  g_assert_cmpuint (n_pages (f), ==, 0);
}

/* A row higher than a page goes on, beside cells that have ended. */
static void
test_high_row (Fixture       *f,
               gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *text = words (3000);
  TlGrid *grid = tl_grid_new (f->galley, three, 3);

  tl_grid_text (grid, "short");
  tl_grid_text (grid, text);
  tl_grid_cell (grid, &(TlGridCell) { .text = "ticked", .sign = TL_SIGN_BOX });
  tl_grid_set (grid);
  tl_galley_set (f->galley);
  g_assert_cmpuint (n_pages (f), >=, 2);
  check_inside (f);
  check_all_words (f, 3000);
}

/* What has no blank to break at is broken all the same, in every column. */
static void
test_long_words (Fixture       *f,
                 gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const units[] = { "x", "漢", "ش", "Wg" };
  TlGrid *grid = tl_grid_new (f->galley, three, 3);

  for (guint i = 0; i < 3 * G_N_ELEMENTS (units); i++) {
    g_autoptr (GString) word = g_string_new (NULL);

    for (guint k = 0; k < 300; k++)
      g_string_append (word, units[i / 3]);
    tl_grid_text (grid, word->str);
  }
  tl_grid_set (grid);
  tl_galley_set (f->galley);
  g_assert_cmpuint (n_pages (f), >=, 1);
  check_inside (f);
}

/* Rows that belong together stay together. */
static void
test_joined (Fixture       *f,
             gconstpointer  data G_GNUC_UNUSED)
{
  for (guint shift = 0; shift < 80; shift += 5) {
    TlGrid *grid = tl_grid_new (f->galley, three, 3);
    guint first = n_pages (f);
    g_autofree char *page = NULL;

    tl_galley_figure (f->galley, f->galley->height - 100 + shift);
    for (guint row = 0; row < 3; row++) {
      if (row > 0)
        tl_grid_join (grid, 1);
      tl_grid_text (grid, row == 0 ? "whose" : NULL);
      tl_grid_text (grid, "part");
      tl_grid_text (grid, NULL);
    }
    tl_grid_set (grid);
    tl_galley_set (f->galley);
    page = said (f, first);
    g_assert_cmpuint (count (page, "part"), ==, 3 * count (page, "whose"));
  }
}

/* Rows to write in go on to the foot of the page, not further. */
static void
test_filled (Fixture       *f,
             gconstpointer  data G_GNUC_UNUSED)
{
  TlGrid *grid = tl_grid_new (f->galley, three, 3);
  TlBox box;

  tl_grid_rule (grid);
  tl_grid_fill (grid);
  tl_grid_least (grid, 25);
  for (guint i = 0; i < 3; i++)
    tl_grid_text (grid, NULL);
  tl_grid_set (grid);
  tl_galley_set (f->galley);
  g_assert_cmpuint (n_pages (f), ==, 1);
  check_inside (f);
  box = tl_page_extents (page_of (f, 0), TL_PAGE_INSIDE);
  g_assert_cmpfloat (box.h, >, f->galley->height - 25);
}

/* Entries of the outline go where their piece goes. */
static void
test_outline (Fixture       *f,
              gconstpointer  data G_GNUC_UNUSED)
{
  guint n = f->pages->outline->len;

  tl_galley_figure (f->galley, f->galley->height);
  tl_galley_outline (f->galley, 1, "There");
  tl_galley_text (f->galley, TL_FACE_BODY, "On the second page");
  tl_galley_set (f->galley);
  g_assert_cmpuint (f->pages->outline->len, ==, n + 1);
  g_assert_cmpuint (g_array_index (f->pages->outline, TlOutlineEntry, n).page, ==, f->n_before + 1);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*run) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "long-text", test_long_text }, { "widows", test_widows }, { "headings", test_headings },
    { "points", test_points }, { "table", test_table }, { "empty-table", test_empty_table }, { "high-row", test_high_row },
    { "long-words", test_long_words }, { "joined", test_joined }, { "filled", test_filled },
    { "outline", test_outline },
  };
  static const char *const papers[] = { "a4", "letter", "a5" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    for (guint k = 0; k < G_N_ELEMENTS (papers); k++) {
      g_autofree char *path = g_strdup_printf ("/galley/%s/%s", tests[i].path, papers[k]);

      g_test_add (path, Fixture, papers[k], set_up, tests[i].run, tear_down);
    }
  }
  return g_test_run ();
}
