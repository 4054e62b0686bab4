/* mystery-sheet.c - for somebody who plays the customer: the way through the service, and
 * what to look at on it.
 *
 * The way is the one that is taken when all goes well; what happens only when it does not
 * comes after it, for the tester who gets there.  To be seen are expectations, standards
 * and what customers should be told; nothing that customers do not see is on the sheet. */
#include <glib/gi18n-lib.h>

#include "analysis/happy-path.h"
#include "report/grid.h"

#define N_COLUMNS 7

static gboolean
is_seen (const TlPages *pages,
         const TlStep  *step)
{
  const TlLane *lane = TL_CHART_GET (pages->chart, LANE, TlLane, step->lane);

  if (step->kind == TL_STEP_FORK || step->kind == TL_STEP_JOIN)
    return FALSE;
  return lane->band <= TL_BAND_ONSTAGE || step->tell != NULL || step->head.children.n > 0;
}

/* Whether what names these steps is looked at here: at the last of them that is seen,
 * where it can be judged. */
static gboolean
is_judged_at (const TlPages  *pages,
              const TlIdList *steps,
              const TlStep   *step)
{
  guint last = 0;

  for (guint i = 0; i < steps->n; i++) {
    const TlStep *other = TL_CHART_GET (pages->chart, STEP, TlStep, steps->ids[i]);

    if (is_seen (pages, other))
      last = MAX (last, tl_order_number (pages->order, other->head.id));
  }
  return last == tl_order_number (pages->order, step->head.id);
}

/* A row for one thing to look at; @what NULL: room for remarks only.  The step stands in
 * the first of its rows; @step NULL: what is to be looked at all the way. */
static void
put_row (TlPages      *pages,
         TlGrid       *grid,
         const TlStep *step,
         guint         row,
         const char   *what,
         gboolean      timed)
{
  g_autofree char *number =
    step != NULL ? g_strdup_printf ("%u", tl_order_number (pages->order, step->head.id)) : NULL;

  if (row > 0)
    tl_grid_join (grid, 2);
  tl_grid_text (grid, row == 0 ? number : NULL);
  tl_grid_cell (grid, &(TlGridCell) {
    .text = row > 0 ? NULL : step != NULL ? step->label : _("All the way"),
    .face = TL_FACE_LABEL });
  tl_grid_text (grid, what);
  /* Translators: room to write a time into. */
  tl_grid_text (grid, timed ? _("took:") : NULL);
  for (guint i = 0; i < 2; i++)
    tl_grid_cell (grid, &(TlGridCell) { .sign = what != NULL ? TL_SIGN_BOX : TL_SIGN_NONE });
  tl_grid_text (grid, NULL);
}

/* What customers expect and what we hold to, at one step; @step NULL: all the way. */
static guint
put_points (TlPages      *pages,
            TlGrid       *grid,
            const TlStep *step,
            guint         n)
{
  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_EXPECTATION); i++) {
    const TlExpectation *expectation = TL_CHART_NTH (pages->chart, EXPECTATION, TlExpectation, i);
    g_autofree char *words = NULL;

    if (expectation->party != TL_PARTY_CUSTOMER ||
        (step != NULL ? !is_judged_at (pages, &expectation->steps, step)
                      : expectation->steps.n > 0))
      continue;
    words = tl_compose_words (expectation->text);
    put_row (pages, grid, step, n++, words, FALSE);
  }
  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (pages->chart, STANDARD, TlStandard, i);

    if (step != NULL ? is_judged_at (pages, &standard->steps, step) : standard->steps.n == 0)
      put_row (pages, grid, step, n++, standard->name, standard->unit == TL_UNIT_SECONDS);
  }
  return n;
}

static void
put_step (TlPages      *pages,
          TlGrid       *grid,
          const TlStep *step)
{
  guint n = 0;

  if (step->tell != NULL) {
    /* Translators: %s is what a customer should be told at a step. */
    g_autofree char *told = g_strdup_printf (_("You were told: %s"), step->tell);

    put_row (pages, grid, step, n++, told, FALSE);
  }
  n = put_points (pages, grid, step, n);
  if (n == 0)
    put_row (pages, grid, step, 0, NULL, step->wait > 0);
}

/* The steps that are, or are not, in the set, in reading order. */
static guint
put_way (TlPages    *pages,
         TlGalley   *galley,
         const char *heading,
         GHashTable *set,
         gboolean    inside)
{
  const TlGridColumn columns[N_COLUMNS] = {
    TL_WHOLE (_("No.")), TL_SHARE (_("Step"), 0.22), TL_FIT (_("What to look at")),
    TL_SHARE (_("Time"), 0.11), TL_WHOLE (_("Yes")), TL_WHOLE (_("No")),
    TL_SHARE (_("Remarks"), 0.14),
  };
  TlGrid *grid = tl_grid_new (galley, columns, N_COLUMNS);
  guint n = 0;

  tl_grid_rule (grid);
  for (guint i = 0; i < pages->order->n_steps; i++) {
    const TlStep *step = TL_CHART_GET (pages->chart, STEP, TlStep, pages->order->steps[i]);

    if (!is_seen (pages, step) ||
        g_hash_table_contains (set, GUINT_TO_POINTER (step->head.id)) != inside)
      continue;
    if (n++ == 0)
      tl_galley_heading (galley, heading);
    put_step (pages, grid, step);
  }
  if (n > 0 && inside)
    put_points (pages, grid, NULL, 0);
  tl_grid_set (grid);
  return n;
}

/* Steps taken when all goes well; where that cannot be told, all of them. */
static GHashTable *
main_way (TlPages *pages)
{
  const TlHappyPath *path = tl_compose_figures (pages)->path;
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < path->n; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (path->steps[i]));
  for (guint i = 0; path->n == 0 && i < pages->order->n_steps; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (pages->order->steps[i]));
  return set;
}

static void
put_head (TlPages  *pages,
          TlGalley *galley)
{
  const TlChartInfo *info = tl_chart_info (pages->chart);
  const TlGridColumn columns[] = {
    TL_SHARE (_("Date"), 0.2), TL_SHARE (_("From – to"), 0.2), TL_SHARE (_("Place"), 0.3),
    TL_SHARE (_("Tester"), 0.3),
  };
  g_autofree char *subject = tl_compose_subject (pages);
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));

  tl_galley_outline (galley, 0, tl_print_title (TL_PRINT_MYSTERY));
  tl_galley_title (galley, NULL, tl_print_title (TL_PRINT_MYSTERY), subject);
  tl_galley_field (galley, _("You are"), info->segment);
  tl_galley_field (galley, _("You want"), info->service);
  tl_galley_field (galley, _("Your story"), info->scenario);
  if (info->scenario == NULL)
    tl_galley_lacks (galley, _("the chart tells no scenario for the tester to play"));
  tl_galley_space (galley, 8);
  tl_galley_point (galley, "•", _("Behave like any customer."));
  tl_galley_point (galley, "•", _("Note times as they happen; write the rest down afterwards, out of "
                                  "sight."));
  tl_galley_point (galley, "•", _("Judge what was done, never who did it."));
  tl_grid_rule (grid);
  tl_grid_least (grid, 25);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tl_grid_text (grid, NULL);
  tl_grid_set (grid);
}

gboolean
tl_print_mystery (TlPages  *pages,
                  GError  **error)
{
  g_autoptr (TlGalley) galley = tl_galley_new (pages, FALSE);
  g_autoptr (GHashTable) set = main_way (pages);
  guint n;

  put_head (pages, galley);
  n = put_way (pages, galley, _("Your way"), set, TRUE);
  n += put_way (pages, galley, _("Only if it comes to this"), set, FALSE);
  if (!tl_compose_any (pages, TL_PRINT_MYSTERY, n, error))
    return FALSE;
  tl_galley_space (galley, 12);
  tl_galley_write (galley, _("What was better than you expected?"), 2);
  tl_galley_write (galley, _("What would keep you from coming back?"), 2);
  tl_galley_write (galley, _("Remarks"), 3);
  tl_galley_set (galley);
  return TRUE;
}
