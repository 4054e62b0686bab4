/* promise-sheet.c - what customers were promised, for all staff to know and to sign. */
#include <glib/gi18n-lib.h>

#include "report/grid.h"

#define SIGN_ROW 25.0

/* "from 1 June 2026", "1 June 2026 to 31 August 2026". */
static char *
validity (const TlPromise *promise)
{
  g_autofree char *from = tl_compose_date (promise->from);
  g_autofree char *to = tl_compose_date (promise->to);

  if (promise->from != 0 && promise->to != 0)
    /* Translators: both are dates: from the first to the second. */
    return g_strdup_printf (_("%1$s to %2$s"), from, to);
  if (promise->from != 0)
    /* Translators: %s is the date from which a promise is made. */
    return g_strdup_printf (_("from %s"), from);
  if (promise->to != 0)
    /* Translators: %s is the last day of a promise. */
    return g_strdup_printf (_("until %s"), to);
  return g_strdup (_("always"));
}

static void
put_text (TlPages         *pages,
          TlGrid          *grid,
          const TlPromise *promise)
{
  g_autofree char *words = tl_compose_words (promise->text);
  const TlTier *tier = TL_CHART_GET (pages->chart, TIER, TlTier, promise->tier);
  g_autofree char *for_tier =
    /* Translators: a promise, and below it the service tier that it is made for. */
    tier != NULL ? g_strdup_printf (_("%1$s\nOnly for: %2$s"), words, tier->name) : NULL;

  tl_grid_cell (grid, &(TlGridCell) { .text = for_tier != NULL ? for_tier : words,
                                      .face = TL_FACE_LABEL });
}

/* The standards that make sure of it. */
static void
put_standards (TlPages         *pages,
               TlGrid          *grid,
               const TlPromise *promise)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (pages->chart, STANDARD, TlStandard, i);

    if (tl_id_list_index (&standard->meets, promise->head.id) != G_MAXUINT)
      g_string_append_printf (names, names->len > 0 ? "\n%s" : "%s", standard->name);
  }
  if (names->len == 0) {
    g_autofree char *lacks = tl_compose_lacks (_("no standard makes sure of it"));

    tl_grid_cell (grid, &(TlGridCell) { .text = lacks, .face = TL_FACE_LABEL });
    return;
  }
  tl_grid_text (grid, names->str);
}

static void
put_row (TlPages         *pages,
         TlGrid          *grid,
         const TlPromise *promise)
{
  g_autofree char *valid = validity (promise);
  g_autofree char *told = tl_compose_date (promise->staff_told);

  put_text (pages, grid, promise);
  tl_grid_text (grid, tl_compose_word (TL_RECORD_PROMISE, "medium", promise->medium));
  tl_grid_text (grid, valid);
  put_standards (pages, grid, promise);
  tl_grid_text (grid, tl_compose_role (pages, promise->owner));
  if (promise->staff_told == 0)
    tl_grid_cell (grid, &(TlGridCell) { .text = _("NOT YET TOLD"), .face = TL_FACE_LABEL });
  else
    tl_grid_text (grid, told);
}

static void
put_signatures (TlGalley *galley)
{
  const TlGridColumn columns[] = {
    TL_SHARE (_("Told on"), 0.22), TL_SHARE (_("Name"), 0.39), TL_SHARE (_("Signature"), 0.39),
  };
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));

  tl_galley_heading (galley, _("I know these promises"));
  tl_grid_rule (grid);
  tl_grid_fill (grid);
  tl_grid_least (grid, SIGN_ROW);
  for (guint i = 0; i < 4 * G_N_ELEMENTS (columns); i++)
    tl_grid_text (grid, NULL);
  tl_grid_set (grid);
}

gboolean
tl_print_promises (TlPages  *pages,
                   GError  **error)
{
  g_autoptr (TlGalley) galley = tl_galley_new (pages, FALSE);
  g_autofree char *subject = tl_compose_subject (pages);
  const TlGridColumn columns[] = {
    TL_SHARE (_("We promise"), 0.25), TL_FIT (_("Where")), TL_WHOLE (_("Valid")),
    TL_FIT (_("Kept by the standard")), TL_WHOLE (_("Owner")), TL_WHOLE (_("Staff told")),
  };
  TlGrid *grid;
  guint n = 0;

  tl_galley_outline (galley, 0, tl_print_title (TL_PRINT_PROMISES));
  tl_galley_title (galley, NULL, tl_print_title (TL_PRINT_PROMISES), subject);
  tl_galley_text (galley, TL_FACE_BODY,
                  _("This is what customers have been promised. They will ask for it."));
  grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_PROMISE); i++) {
    const TlPromise *promise = TL_CHART_NTH (pages->chart, PROMISE, TlPromise, i);

    if (!tl_compose_promised (pages, promise, pages->options.role))
      continue;
    put_row (pages, grid, promise);
    n++;
  }
  tl_grid_set (grid);
  if (!tl_compose_any (pages, TL_PRINT_PROMISES, n, error))
    return FALSE;
  put_signatures (galley);
  tl_galley_set (galley);
  return TRUE;
}
