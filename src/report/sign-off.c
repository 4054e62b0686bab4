/* sign-off.c - for the trainer: which cards were trained, and who signs that they know
 * them.  Names are written by hand; no file keeps them. */
#include <glib/gi18n-lib.h>

#include "report/grid.h"

#define SIGN_ROW 25.0
#define N_ROWS    6      /* at the least, on the page with the first of them */

/* Whether the card is for those in the role; @role NULL: for nobody's sheet but that of
 * all. */
static gboolean
is_card_of (const TlPages *pages,
            const TlStep  *step,
            const TlRole  *role)
{
  const TlRole *doer = TL_CHART_GET (pages->chart, ROLE, TlRole, step->role);

  if (role != NULL)
    return tl_compose_has_card (pages, step, role->head.id);
  return tl_compose_has_card (pages, step, TL_ID_NONE) &&
         (doer == NULL || !tl_compose_reads (pages, doer));
}

static guint
put_step_cards (TlPages      *pages,
                TlGrid       *grid,
                const TlRole *role)
{
  guint n = 0;

  for (guint i = 0; i < pages->order->n_steps; i++) {
    const TlStep *step = TL_CHART_GET (pages->chart, STEP, TlStep, pages->order->steps[i]);
    g_autofree char *number = NULL, *place = NULL;

    if (!is_card_of (pages, step, role))
      continue;
    number = g_strdup_printf ("%u", tl_order_number (pages->order, step->head.id));
    place = tl_compose_place (pages, step->head.id);
    tl_grid_cell (grid, &(TlGridCell) { .text = number, .sign = TL_SIGN_BOX, .link = place });
    tl_grid_cell (grid, &(TlGridCell) { .text = step->label, .link = place });
    tl_grid_text (grid, _("Step card"));
    n++;
  }
  return n;
}

static guint
put_recovery_cards (TlPages *pages,
                    TlGrid  *grid,
                    TlId     role)
{
  guint n = 0;

  for (guint i = 0; i < pages->order->n_recoveries; i++) {
    const TlRecovery *recovery =
      TL_CHART_GET (pages->chart, RECOVERY, TlRecovery, pages->order->recoveries[i]);
    g_autofree char *mark = NULL, *place = NULL;

    if (!tl_compose_acts (pages, recovery, role))
      continue;
    mark = tl_compose_mark (pages, recovery->head.id);
    place = tl_compose_place (pages, recovery->head.id);
    tl_grid_cell (grid, &(TlGridCell) { .text = mark, .sign = TL_SIGN_BOX, .link = place });
    tl_grid_cell (grid, &(TlGridCell) { .text = recovery->name, .link = place });
    tl_grid_text (grid, _("Recovery card"));
    n++;
  }
  return n;
}

static void
put_signatures (TlGalley *galley)
{
  const TlGridColumn columns[] = {
    TL_SHARE (_("Name"), 0.32), TL_SHARE (_("Date"), 0.16), TL_SHARE (_("Signature"), 0.28),
    TL_SHARE (_("Trainer"), 0.24),
  };
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));

  tl_galley_heading (galley, _("I was trained on these cards"));
  tl_grid_rule (grid);
  tl_grid_fill (grid);
  tl_grid_least (grid, SIGN_ROW);
  for (guint i = 0; i < N_ROWS; i++) {
    if (i > 0)
      tl_grid_keep (grid);
    for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
      tl_grid_text (grid, NULL);
  }
  tl_grid_set (grid);
}

/* A sheet for one role, or for what everybody has to know.  Nothing when it has no cards. */
static guint
put_sheet (TlPages      *pages,
           TlGalley     *galley,
           const TlRole *role)
{
  const TlGridColumn columns[] = {
    TL_SHARE (_("Card"), 0.12), TL_FIT (_("What it is about")), TL_SHARE (_("Kind"), 0.2),
  };
  const char *title = role != NULL ? role->name : C_("training", "Everybody");
  g_autofree char *subject = tl_compose_subject (pages);
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
  guint n = put_step_cards (pages, grid, role);

  if (role != NULL)
    n += put_recovery_cards (pages, grid, role->head.id);
  if (n > 0) {
    if (galley->pieces->len == 0)
      tl_galley_outline (galley, 0, tl_print_title (TL_PRINT_SIGN_OFF));
    tl_galley_outline (galley, 1, title);
    tl_galley_title (galley, tl_print_title (TL_PRINT_SIGN_OFF), title, subject);
    tl_galley_text (galley, TL_FACE_BODY, _("Tick the cards that were trained. This sheet is the "
                                            "only record: the chart keeps no names of people."));
  }
  tl_grid_set (grid);
  if (n > 0)
    put_signatures (galley);
  return n;
}

gboolean
tl_print_sign_off (TlPages  *pages,
                   GError  **error)
{
  g_autoptr (TlGalley) galley = tl_galley_new (pages, FALSE);
  guint n = 0;

  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_ROLE); i++) {
    const TlRole *role = TL_CHART_NTH (pages->chart, ROLE, TlRole, i);

    if (tl_compose_reads (pages, role))
      n += put_sheet (pages, galley, role);
  }
  if (pages->options.role == TL_ID_NONE)
    n += put_sheet (pages, galley, NULL);
  tl_galley_set (galley);
  return tl_compose_any (pages, TL_PRINT_SIGN_OFF, n, error);
}
