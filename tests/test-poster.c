/* test-poster.c - the sheets of a large poster, put together again, are the poster. */
#include <math.h>
#include <string.h>

#include "chart-maker.h"

#include "layout/layout.h"
#include "render/text.h"
#include "report/pages.h"

#define MARGIN       36.0   /* of a page that holds all; see TL_PAGE_MARGIN */
#define NEAR         0.01   /* chart units */
#define VISIBLE      64     /* difference of a colour, of 255: more than its edges' smoothing */
#define AT_MOST      1e-5   /* of all pixels */

typedef struct {
  const char *path, *paper;
  TlTurn      turn;
  guint       n_steps;
  guint       least_sheets;
} Row;

static const Row rows[] = {
  { "a4-lying", "a4", TL_TURN_AUTO, 200, 12 },
  { "letter-upright", "letter", TL_TURN_UPRIGHT, 60, 4 },
  { "a3", "a3", TL_TURN_LANDSCAPE, 60, 2 },
};

typedef struct {
  cairo_surface_t *surface;
  unsigned char   *bytes;
  int              width, height, stride;
} Image;

static Image
image_new (int width,
           int height)
{
  Image image = { cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height), NULL, width,
                  height, 0 };
  cairo_t *cr = cairo_create (image.surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (image.surface);
  image.bytes = cairo_image_surface_get_data (image.surface);
  image.stride = cairo_image_surface_get_stride (image.surface);
  return image;
}

/* A page with its corner at @x, @y of the image, which may lie outside it. */
static void
draw_page (Image         *image,
           const TlPages *pages,
           guint          index,
           double         x,
           double         y)
{
  cairo_t *cr = cairo_create (image->surface);

  cairo_translate (cr, x, y);
  tl_pages_draw_page (pages, index, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image->surface);
}

/* One pixel is one point.  What a sheet has for its own is cut out of a picture of that
 * sheet, and laid where it belongs.  Sheets are drawn as far from whole pixels as the
 * poster is there, so that both are smoothed alike. */
static void
lay_sheet (Image            *poster,
           const TlPages    *pages,
           const TlPagePart *part,
           TlPoint           corner)
{
  double x = (part->shown.x - corner.x) * part->scale, y = (part->shown.y - corner.y) * part->scale;
  int x0 = (int) ceil (x), y0 = (int) ceil (y);
  int x1 = MIN ((int) ceil (x + part->box.w * part->scale), poster->width);
  int y1 = MIN ((int) ceil (y + part->box.h * part->scale), poster->height);
  int left = (int) floor (x), top = (int) floor (y);
  double width, height;
  Image sheet;

  tl_pages_page_size (pages, part->page, &width, &height);
  sheet = image_new ((int) ceil (width) + 1, (int) ceil (height) + 1);
  draw_page (&sheet, pages, part->page, x - left - part->at.x, y - top - part->at.y);
  for (int row = y0; row < y1; row++)
    memcpy (poster->bytes + row * poster->stride + x0 * 4,
            sheet.bytes + (row - top) * sheet.stride + (x0 - left) * 4, (gsize) (x1 - x0) * 4);
  cairo_surface_destroy (sheet.surface);
}

static guint
count_different (const Image *one,
                 const Image *other,
                 guint       *inked)
{
  guint n = 0;

  *inked = 0;
  for (int y = 0; y < one->height; y++) {
    for (int x = 0; x < one->width; x++) {
      const unsigned char *a = one->bytes + y * one->stride + x * 4;
      const unsigned char *b = other->bytes + y * other->stride + x * 4;
      int most = 0;

      for (int i = 0; i < 3; i++)
        most = MAX (most, ABS (a[i] - b[i]));
      n += most > VISIBLE;
      *inked += a[0] != 255 || a[1] != 255 || a[2] != 255;
    }
  }
  return n;
}

static TlPages *
make (const TlChart *chart,
      const TlPaper *paper,
      TlPosterWay    way,
      TlTurn         turn)
{
  const TlPrint print = TL_PRINT_POSTER;
  const TlPrintOptions options = { .paper = paper, .turn = turn, .poster = way };
  g_autoptr (GError) error = NULL;
  TlPages *pages = tl_pages_new (chart, &print, 1, &options, &error);

  g_assert_no_error (error);
  return pages;
}

/* All sheets together as one box. */
static TlBox
all_of (const TlPages *pages)
{
  TlBox box = tl_pages_get_part (pages, 0)->box;

  for (guint i = 1; i < tl_pages_n_parts (pages); i++)
    box = tl_box_union (box, tl_pages_get_part (pages, i)->box);
  return box;
}

static void
test_assembled (gconstpointer data)
{
  const Row *row = data;
  const TlChartPlan plan = TL_CHART_PLAN_USUAL (row->n_steps);
  g_autoptr (TlChart) chart = tl_chart_make (&plan);
  g_autoptr (TlPages) tiles = make (chart, tl_paper_find (row->paper), TL_POSTER_TILE, row->turn);
  g_autoptr (TlPages) whole = NULL;
  TlBox box = all_of (tiles);
  double scale = tl_pages_get_part (tiles, 0)->scale;
  /* As large as shows all at the sheets' scale. */
  const TlPaper wall = { "wall", "Wall", box.w * scale + 2 * MARGIN, box.h * scale + 2 * MARGIN };
  Image one, other;
  guint inked, n_different;

  g_assert_cmpuint (tl_pages_n_pages (tiles), >=, row->least_sheets);
  g_assert_cmpuint (tl_pages_n_parts (tiles), ==, tl_pages_n_pages (tiles));
  whole = make (chart, &wall, TL_POSTER_FIT, TL_TURN_UPRIGHT);
  g_assert_cmpuint (tl_pages_n_parts (whole), ==, 1);
  g_assert_cmpfloat_with_epsilon (tl_pages_get_part (whole, 0)->scale, scale, 1e-9);

  one = image_new ((int) ceil (box.w * scale), (int) ceil (box.h * scale));
  other = image_new (one.width, one.height);
  draw_page (&one, whole, 0, -tl_pages_get_part (whole, 0)->at.x,
             -tl_pages_get_part (whole, 0)->at.y);
  for (guint i = 0; i < tl_pages_n_parts (tiles); i++)
    lay_sheet (&other, tiles, tl_pages_get_part (tiles, i), (TlPoint) { box.x, box.y });
  n_different = count_different (&one, &other, &inked);
  g_test_message ("%d x %d pixels from %u sheets: %u inked, %u differ", one.width, one.height,
                  tl_pages_n_pages (tiles), inked, n_different);
  g_assert_cmpuint (inked, >, (guint) (0.02 * one.width * one.height));
  g_assert_cmpuint (n_different, <=, (guint) (AT_MOST * one.width * one.height));
  cairo_surface_destroy (one.surface);
  cairo_surface_destroy (other.surface);
}

static gboolean
holds (TlBox outer,
       TlBox inner)
{
  return inner.x >= outer.x - NEAR && inner.y >= outer.y - NEAR &&
         inner.x + inner.w <= outer.x + outer.w + NEAR &&
         inner.y + inner.h <= outer.y + outer.h + NEAR;
}

/* The chart is laid out anew, as the window does it, without title and legend: what the
 * pages say about it must hold there as well, for page breaks are drawn by it. */
static void
test_whole_steps (gconstpointer data)
{
  const Row *row = data;
  const TlChartPlan plan = TL_CHART_PLAN_USUAL (row->n_steps);
  const TlLayoutOptions options = { .evidence = TRUE, .satisfaction = TRUE, .titles = FALSE };
  g_autoptr (TlChart) chart = tl_chart_make (&plan);
  g_autoptr (TlPages) tiles = make (chart, tl_paper_find (row->paper), TL_POSTER_TILE, row->turn);
  TlTextMeasurer *measurer = tl_text_measurer_new (NULL);
  TlLayout *layout = tl_layout_new (chart, tl_text_measurer_measure (measurer), &options);
  const TlScene *scene = tl_layout_scene (layout);

  for (guint i = 0; i < scene->n_steps; i++) {
    TlBox box = scene->steps[i].box;
    guint n = 0;

    box.x -= scene->grid.x;
    box.y -= scene->grid.y;
    for (guint k = 0; k < tl_pages_n_parts (tiles); k++)
      n += holds (tl_pages_get_part (tiles, k)->shown, box);
    g_assert_cmpuint (n, >=, 1);
  }
  tl_layout_free (layout);
  tl_text_measurer_free (measurer);
}

static double
area (TlBox box)
{
  return box.w * box.h;
}

static void
test_parts (gconstpointer data)
{
  const Row *row = data;
  const TlChartPlan plan = TL_CHART_PLAN_USUAL (row->n_steps);
  g_autoptr (TlChart) chart = tl_chart_make (&plan);
  g_autoptr (TlPages) tiles = make (chart, tl_paper_find (row->paper), TL_POSTER_TILE, row->turn);
  double sum = 0;

  for (guint i = 0; i < tl_pages_n_parts (tiles); i++) {
    const TlPagePart *part = tl_pages_get_part (tiles, i);
    double width, height;

    tl_pages_page_size (tiles, part->page, &width, &height);
    g_assert_cmpuint (part->page, ==, i);
    g_assert_true (holds (part->shown, part->box));
    g_assert_cmpfloat (part->at.x + part->shown.w * part->scale, <=, width - MARGIN + NEAR);
    g_assert_cmpfloat (part->at.y + part->shown.h * part->scale, <=, height - MARGIN + NEAR);
    g_assert_cmpstr (part->name, !=, "");
    for (guint k = 0; k < i; k++) {
      g_assert_false (tl_box_overlaps (tl_box_grow (part->box, -NEAR),
                                       tl_pages_get_part (tiles, k)->box));
      g_assert_cmpstr (part->name, !=, tl_pages_get_part (tiles, k)->name);
    }
    sum += area (part->box);
  }
  g_assert_cmpfloat_with_epsilon (sum, area (all_of (tiles)), 1.0);
}

/* Rows of a folded poster follow each other from left to right. */
static void
test_folded (void)
{
  const TlChartPlan plan = TL_CHART_PLAN_USUAL (60);
  g_autoptr (TlChart) chart = tl_chart_make (&plan);
  g_autoptr (TlPages) pages = make (chart, tl_paper_find ("a4"), TL_POSTER_FOLD, TL_TURN_AUTO);
  guint n = tl_pages_n_parts (pages);

  g_assert_cmpuint (n, >, 1);
  for (guint i = 0; i < n; i++) {
    const TlPagePart *part = tl_pages_get_part (pages, i);

    g_assert_cmpuint (part->page, <, tl_pages_n_pages (pages));
    if (i > 0) {
      const TlPagePart *before = tl_pages_get_part (pages, i - 1);

      g_assert_cmpfloat_with_epsilon (before->box.x + before->box.w, part->box.x, NEAR);
      g_assert_cmpuint (part->page, >=, before->page);
    }
  }
}

/* On one page the legend is there too; a poster in parts has a page more for it. */
static void
test_overlay (void)
{
  static const struct { TlPosterWay way; const char *paper; guint more; } ways[] = {
    { TL_POSTER_FIT, "a0", 0 }, { TL_POSTER_TILE, "a4", 1 }, { TL_POSTER_FOLD, "a3", 1 },
  };
  const TlPrint print = TL_PRINT_POSTER;
  TlChartPlan plan = TL_CHART_PLAN_USUAL (20);
  g_autoptr (TlChart) chart = tl_chart_make (&plan);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    TlPrintOptions options = { .paper = tl_paper_find (ways[i].paper), .poster = ways[i].way };
    g_autoptr (GError) error = NULL;
    g_autoptr (TlPages) plain = tl_pages_new (chart, &print, 1, &options, &error);
    g_autoptr (TlPages) marked = NULL;

    g_assert_no_error (error);
    options.overlay = TL_OVERLAY_PRIORITY;
    marked = tl_pages_new (chart, &print, 1, &options, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (tl_pages_n_pages (marked), ==, tl_pages_n_pages (plain) + ways[i].more);
    if (ways[i].way == TL_POSTER_FIT) {
      TlBox before = tl_pages_get_part (plain, 0)->box, after = tl_pages_get_part (marked, 0)->box;

      g_assert_cmpfloat (after.h, >, before.h);
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *assembled = g_strconcat ("/poster/assembled/", rows[i].path, NULL);
    g_autofree char *steps = g_strconcat ("/poster/whole-steps/", rows[i].path, NULL);
    g_autofree char *parts = g_strconcat ("/poster/parts/", rows[i].path, NULL);

    g_test_add_data_func (assembled, &rows[i], test_assembled);
    g_test_add_data_func (steps, &rows[i], test_whole_steps);
    g_test_add_data_func (parts, &rows[i], test_parts);
  }
  g_test_add_func ("/poster/folded", test_folded);
  g_test_add_func ("/poster/overlay", test_overlay);
  return g_test_run ();
}
