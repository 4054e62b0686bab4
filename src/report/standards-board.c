/* standards-board.c - for the wall: each standard, how it was last kept, and what
 * customers make of it. */
#include <glib/gi18n-lib.h>

#include "analysis/measure.h"
#include "analysis/survey.h"
#include "report/grid.h"

static void
put_trend (TlGrid           *grid,
           const TlStandard *standard,
           const TlMeasured *measured)
{
  double trend = standard->share < 100 ? measured->share_trend : measured->trend;

  if (isnan (trend))
    /* Translators: there is only one measurement, so nothing goes up or down yet. */
    tl_grid_text (grid, measured->last != NULL ? _("first value") : NULL);
  else if (trend > 0)
    tl_grid_cell (grid, &(TlGridCell) { .text = C_("trend", "better"), .sign = TL_SIGN_UP });
  else if (trend < 0)
    tl_grid_cell (grid, &(TlGridCell) { .text = C_("trend", "worse"), .sign = TL_SIGN_DOWN });
  else
    tl_grid_cell (grid, &(TlGridCell) { .text = C_("trend", "the same"), .sign = TL_SIGN_LEVEL });
}

static void
put_row (TlPages          *pages,
         TlGrid           *grid,
         const TlStandard *standard)
{
  TlMeasured measured = tl_measure (pages->chart, standard);
  g_autofree char *target = tl_compose_target (pages, standard);
  g_autofree char *result = tl_compose_result (pages, standard, &measured);
  g_autofree char *date = tl_compose_date (measured.last != NULL ? measured.last->date : 0);
  g_autofree char *n = measured.last != NULL ? g_strdup_printf ("%d", measured.last->n) : NULL;
  g_autofree char *lacks =
    *target == '\0' ? tl_compose_lacks (_("no target")) : NULL;

  tl_grid_cell (grid, &(TlGridCell) { .text = standard->name, .face = TL_FACE_LABEL });
  tl_grid_text (grid, lacks != NULL ? lacks : target);
  tl_grid_text (grid, result);
  tl_grid_verdict (grid, measured.verdict);
  put_trend (grid, standard, &measured);
  tl_grid_cell (grid, &(TlGridCell) { .text = n, .align = TL_ALIGN_END });
  tl_grid_text (grid, date);
  tl_grid_text (grid, tl_compose_role (pages, standard->owner));
}

/* Customers, by what was measured for what they expect. */
static void
put_categories (TlPages  *pages,
                TlGalley *galley)
{
  static const struct { TlCategory category; TlSign sign; } rows[] = {
    { TL_CATEGORY_DELIGHTED, TL_SIGN_FULL }, { TL_CATEGORY_SATISFIED, TL_SIGN_HALF },
    { TL_CATEGORY_DISSATISFIED, TL_SIGN_EMPTY },
  };
  const TlGridColumn columns[] = {
    TL_FIT (_("Customers are")), TL_FIT (_("With")), TL_FIT (_("Of what they expect")),
  };
  guint n_all = tl_chart_n (pages->chart, TL_RECORD_EXPECTATION);
  TlGrid *grid;

  if (n_all == 0)
    return;
  tl_galley_heading (galley, _("What customers make of it"));
  grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) texts = g_string_new (NULL);
    g_autofree char *count = NULL;
    guint n = 0;

    for (guint k = 0; k < n_all; k++) {
      const TlExpectation *expectation = TL_CHART_NTH (pages->chart, EXPECTATION, TlExpectation, k);

      if (tl_category_of_expectation (pages->chart, expectation) != rows[i].category)
        continue;
      g_string_append_printf (texts, n++ > 0 ? "\n%s" : "%s", expectation->text);
    }
    count = g_strdup_printf ("%u", n);
    tl_grid_cell (grid, &(TlGridCell) { .text = tl_category_text (rows[i].category),
                                        .sign = rows[i].sign, .face = TL_FACE_LABEL });
    tl_grid_cell (grid, &(TlGridCell) { .text = count, .face = TL_FACE_HEADING });
    tl_grid_text (grid, texts->str);
  }
  tl_grid_set (grid);
  tl_galley_note (galley,
                  _("Counted are expectations with limits that something was measured for: "
                    "delighted is better than wished for, dissatisfied worse than accepted."));
}

/* The board, written @zoom times as large; NULL when no standard concerns the role. */
static TlGalley *
write_board (TlPages *pages,
             double   zoom)
{
  g_autoptr (TlGalley) galley = tl_galley_new_zoomed (pages, TRUE, zoom);
  g_autofree char *subject = tl_compose_subject (pages);
  const TlGridColumn columns[] = {
    TL_FIT (_("Our standard")), TL_FIT (_("Target")), TL_FIT (_("Last measured")),
    TL_WHOLE (_("Result")), TL_WHOLE (_("Trend")), TL_WHOLE (_("Cases")), TL_WHOLE (_("On")),
    TL_FIT (_("Owner")),
  };
  TlGrid *grid;
  guint n = 0;

  tl_galley_outline (galley, 0, tl_print_title (TL_PRINT_STANDARDS));
  tl_galley_title (galley, NULL, tl_print_title (TL_PRINT_STANDARDS), subject);
  grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (pages->chart, STANDARD, TlStandard, i);

    if (!tl_compose_concerns (pages, pages->options.role, standard->owner, &standard->steps))
      continue;
    put_row (pages, grid, standard);
    n++;
  }
  tl_grid_set (grid);
  put_categories (pages, galley);
  return n > 0 ? g_steal_pointer (&galley) : NULL;
}

gboolean
tl_print_standards (TlPages  *pages,
                    GError  **error)
{
  return tl_galley_set_large (pages, write_board) ||
         tl_compose_any (pages, TL_PRINT_STANDARDS, 0, error);
}
