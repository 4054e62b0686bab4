/* pictures.c - the chart's numbers as pictures, a sheet for each with the same numbers in a
 * table; what a chart has nothing for is left out. */
#include "render/plot.h"
#include "report/grid.h"

/* Points for each unit of a picture: its smallest writing is then as large as other small
 * writing on sheets. */
#define SCALE 0.9

#define HEAD      86.0   /* of a sheet: what it is, title and note; points */
#define MOST_PART 0.48   /* of a sheet, so that the table has room under a picture */

/* In the order of printing.  By RPN alone is left out: it tells what priority tells. */
static const struct {
  TlPlotKind kind;
  guint      choice;
  double     height;   /* of a picture that may have any, in its units */
} rows[] = {
  { TL_PLOT_PARETO, TL_PARETO_PRIORITY, 300 },
  { TL_PLOT_PARETO, TL_PARETO_COST, 300 },
  { TL_PLOT_SURVEY, 0, 250 },
  { TL_PLOT_STANDARDS, 0, 0 },
  { TL_PLOT_SATISFACTION, 0, 280 },
};

/* Owned by the pages, which draw them. */
static TlPlot *
make_plot (TlPages             *pages,
           const TlPlotOptions *options)
{
  TlPlot *plot = tl_plot_new (tl_compose_figures (pages), pages->order,
                              tl_text_measurer_measure (pages->measurer), options);

  g_ptr_array_add (pages->plots, plot);
  return plot;
}

static void
put_figure (TlGalley     *galley,
            const TlPlot *plot)
{
  double scale = MIN (SCALE, galley->width / plot->width);
  TlPage *figure = tl_galley_figure (galley, plot->height * scale);

  tl_page_plot (figure, plot, (TlPoint) { (galley->width - plot->width * scale) / 2, 0 }, scale);
}

static void
put_table (TlGalley     *galley,
           const TlPlot *plot)
{
  guint n = plot->columns->len;
  g_autofree TlGridColumn *columns = g_new0 (TlGridColumn, n);
  TlGrid *grid;

  for (guint i = 0; i < n; i++)
    columns[i].title = g_array_index (plot->columns, TlPlotColumn, i).title;
  tl_galley_space (galley, 10);
  grid = tl_grid_new (galley, columns, n);
  for (guint i = 0; i < tl_plot_n_rows (plot); i++) {
    for (guint k = 0; k < n; k++)
      tl_grid_cell (grid, &(TlGridCell) {
        .text = tl_plot_cell (plot, i, k),
        .align = g_array_index (plot->columns, TlPlotColumn, k).number ? TL_ALIGN_END
                                                                       : TL_ALIGN_START });
  }
  tl_grid_set (grid);
}

/* Whether there was anything to show. */
static gboolean
put_picture (TlPages  *pages,
             TlGalley *galley,
             guint     row)
{
  TlPlotOptions options = {
    .kind = rows[row].kind, .choice = rows[row].choice, .width = galley->width / SCALE,
    .height = rows[row].height > 0 ? MIN (rows[row].height, MOST_PART * galley->height / SCALE)
                                   : (galley->height - HEAD) / SCALE,
    .paged = TRUE,
  };
  g_autofree char *subject = NULL;
  const TlPlot *plot = make_plot (pages, &options);

  if (plot->empty != NULL)
    return FALSE;
  subject = tl_compose_subject (pages);
  tl_galley_title (galley, tl_print_title (TL_PRINT_PICTURES), plot->title, subject);
  tl_galley_outline (galley, 1, plot->title);
  put_figure (galley, plot);
  while (plot->next > 0) {
    options.first = plot->next;
    plot = make_plot (pages, &options);
    put_figure (galley, plot);
  }
  put_table (galley, plot);
  return TRUE;
}

gboolean
tl_print_pictures (TlPages  *pages,
                   GError  **error)
{
  g_autoptr (TlGalley) galley = tl_galley_new (pages, FALSE);
  guint n = 0;

  tl_galley_outline (galley, 0, tl_print_title (TL_PRINT_PICTURES));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    n += put_picture (pages, galley, i);
  if (!tl_compose_any (pages, TL_PRINT_PICTURES, n, error))
    return FALSE;
  tl_galley_set (galley);
  return TRUE;
}
