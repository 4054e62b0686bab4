/* role-play.c - for the trainer: one failure to be played on each sheet, with what the
 * others watch for. */
#include <glib/gi18n-lib.h>

#include "analysis/measure.h"
#include "report/grid.h"

/* The first procedure for a failure, in the order of their numbers, that the role has a
 * part in; NULL when there is none. */
static const TlRecovery *
recovery_of (const TlPages   *pages,
             const TlFailure *failure)
{
  const TlRecovery *found = NULL;

  for (guint i = 0; i < pages->order->n_recoveries; i++) {
    const TlRecovery *recovery =
      TL_CHART_GET (pages->chart, RECOVERY, TlRecovery, pages->order->recoveries[i]);

    if (tl_id_list_index (&recovery->failures, failure->head.id) == G_MAXUINT)
      continue;
    if (tl_compose_acts (pages, recovery, pages->options.role))
      return recovery;
    if (found == NULL)
      found = recovery;
  }
  return found;
}

static gboolean
is_for_role (const TlPages    *pages,
             const TlFailure  *failure,
             const TlRecovery *recovery)
{
  TlId role = pages->options.role;

  if (role == TL_ID_NONE || tl_compose_step_of (pages, failure)->role == role)
    return TRUE;
  return recovery != NULL && tl_compose_acts (pages, recovery, role);
}

/* What the customer wanted at that step, in the customer's own words; NULL when nobody
 * has written it down. */
static const char *
wanted (const TlPages *pages,
        const TlStep  *step)
{
  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_EXPECTATION); i++) {
    const TlExpectation *expectation = TL_CHART_NTH (pages->chart, EXPECTATION, TlExpectation, i);

    if (expectation->party == TL_PARTY_CUSTOMER &&
        tl_id_list_index (&expectation->steps, step->head.id) != G_MAXUINT)
      return expectation->text;
  }
  return NULL;
}

static void
put_situation (TlPages          *pages,
               TlGalley         *galley,
               const TlFailure  *failure,
               const TlRecovery *recovery)
{
  const TlChartInfo *info = tl_chart_info (pages->chart);
  const TlStep *step = tl_compose_step_of (pages, failure);
  const char *words = wanted (pages, step);
  g_autofree char *said = words != NULL ? tl_compose_words (words) : NULL;

  tl_galley_heading (galley, _("The situation"));
  tl_galley_field (galley, _("Customer"), info->segment);
  tl_galley_field (galley, _("At the step"), step->label);
  tl_galley_field (galley, _("What happens"), recovery != NULL ? recovery->trigger : NULL);
  tl_galley_field (galley, _("What it does"), failure->effect);
  tl_galley_field (galley, _("Why it happens"), failure->cause);
  tl_galley_heading (galley, _("The customer begins"));
  if (said != NULL)
    tl_galley_field (galley, _("Wanted"), said);
  tl_galley_write (galley, _("First sentence, in the customer's own words"), 1);
}

static void
put_actions (TlPages          *pages,
             TlGalley         *galley,
             const TlRecovery *recovery)
{
  const TlGridColumn columns[] = {
    TL_WHOLE (_("No.")), TL_FIT (_("What is to be done")), TL_FIT (_("By")),
    TL_WHOLE (_("Within")), TL_SHARE (_("Done"), 0.09),
  };
  g_autofree char *mark = tl_compose_mark (pages, recovery->head.id);
  g_autofree char *place = tl_compose_place (pages, recovery->head.id);
  /* Translators: %s is a recovery card, such as R4. */
  g_autofree char *heading = g_strdup_printf (_("What card %s asks for"), mark);
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));

  tl_galley_heading (galley, heading);
  for (guint i = 0; i < recovery->head.children.n; i++) {
    const TlAction *action =
      TL_CHART_GET (pages->chart, ACTION, TlAction, recovery->head.children.ids[i]);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    g_autofree char *within =
      action->within != TL_NO_INT ? tl_compose_time (action->within) : NULL;
    g_autofree char *say = action->say != NULL ? tl_compose_words (action->say) : NULL;
    g_autofree char *both =
      say != NULL ? g_strdup_printf ("%s\n%s", action->text, say) : g_strdup (action->text);

    tl_grid_cell (grid, &(TlGridCell) { .text = number, .face = TL_FACE_LABEL, .link = place });
    tl_grid_text (grid, both);
    tl_grid_text (grid, tl_compose_role (pages, action->role));
    tl_grid_text (grid, within);
    tl_grid_cell (grid, &(TlGridCell) { .sign = TL_SIGN_BOX });
  }
  tl_grid_set (grid);
}

static gboolean
has_action (const TlPages    *pages,
            const TlRecovery *recovery,
            guint             kinds)   /* bits 1 << TlActionKind */
{
  for (guint i = 0; i < recovery->head.children.n; i++) {
    const TlAction *action =
      TL_CHART_GET (pages->chart, ACTION, TlAction, recovery->head.children.ids[i]);

    if ((kinds & 1u << action->kind) != 0)
      return TRUE;
  }
  return FALSE;
}

static void
put_question (TlGrid     *grid,
              const char *question)
{
  tl_grid_cell (grid, &(TlGridCell) { .text = question, .face = TL_FACE_BODY });
  for (guint i = 0; i < 2; i++)
    tl_grid_cell (grid, &(TlGridCell) { .sign = TL_SIGN_BOX });
  tl_grid_text (grid, NULL);
}

/* Whether the one who acts kept to what may be given. */
static void
put_limit (TlPages          *pages,
           TlGrid           *grid,
           const TlRecovery *recovery)
{
  g_autofree char *money = NULL, *question = NULL;

  if (recovery->compensation_max == TL_NO_MONEY || recovery->compensation_max == 0) {
    put_question (grid, _("Nothing given away that the card does not allow?"));
    return;
  }
  money = tl_compose_money (pages, recovery->compensation_max);
  /* Translators: %s is an amount of money. */
  question = g_strdup_printf (_("Limit of %s kept?"), money);
  put_question (grid, question);
}

static void
put_observations (TlPages          *pages,
                  TlGalley         *galley,
                  const TlRecovery *recovery)
{
  const struct { guint kinds; const char *question; } asked[] = {
    { 1u << TL_ACTION_ASSESS, _("Asked and looked before promising?") },
    { 1u << TL_ACTION_FIX, _("Put right in time?") },
    { 1u << TL_ACTION_INFORM, _("Customer told where things stand?") },
    { 1u << TL_ACTION_ESCALATE, _("Called for help when it was time to?") },
  };
  const TlGridColumn columns[] = {
    TL_SHARE (_("The others watch"), 0.5), TL_WHOLE (_("Yes")), TL_WHOLE (_("No")),
    TL_FIT (_("What was seen")),
  };
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));

  tl_galley_space (galley, 10);
  tl_grid_rule (grid);
  put_question (grid, _("Acknowledged, and said sorry?"));
  put_question (grid, _("Calm, friendly, by name?"));
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    if (recovery == NULL || has_action (pages, recovery, asked[i].kinds))
      put_question (grid, asked[i].question);
  }
  if (recovery != NULL)
    put_limit (pages, grid, recovery);
  put_question (grid, _("Followed up, or said when and by whom?"));
  if (recovery == NULL || has_action (pages, recovery, 1u << TL_ACTION_RECORD))
    put_question (grid, _("Written down?"));
  tl_grid_set (grid);
}

static void
put_sheet (TlPages          *pages,
           TlGalley         *galley,
           const TlFailure  *failure,
           const TlRecovery *recovery)
{
  g_autofree char *subject = tl_compose_subject (pages);
  g_autofree char *title = tl_compose_label (pages, failure->head.id);

  /* Translators: stands above the name of a failure that is to be played. */
  tl_galley_title (galley, _("Role-Play Sheet"), title, subject);
  if (recovery == NULL)
    tl_galley_lacks (galley, _("no recovery procedure; write down what you would do"));
  else if (recovery->head.children.n == 0)
    tl_galley_lacks (galley, _("no actions"));
  put_situation (pages, galley, failure, recovery);
  if (recovery != NULL && recovery->head.children.n > 0)
    put_actions (pages, galley, recovery);
  else
    tl_galley_write (galley, _("What we would do"), 5);
  put_observations (pages, galley, recovery);
  tl_galley_space (galley, 14);
  tl_galley_write (galley, _("What we change next time"), 3);
}

gboolean
tl_print_role_play (TlPages  *pages,
                    GError  **error)
{
  g_autoptr (TlGalley) galley = tl_galley_new (pages, FALSE);
  guint n = 0;

  for (guint i = 0; i < pages->order->n_failures; i++) {
    const TlFailure *failure =
      TL_CHART_GET (pages->chart, FAILURE, TlFailure, pages->order->failures[i]);
    const TlRecovery *recovery = recovery_of (pages, failure);
    g_autofree char *title = NULL;

    if (!is_for_role (pages, failure, recovery))
      continue;
    title = tl_compose_label (pages, failure->head.id);
    if (n++ == 0)
      tl_galley_outline (galley, 0, tl_print_title (TL_PRINT_ROLE_PLAY));
    tl_galley_outline (galley, 1, title);
    put_sheet (pages, galley, failure, recovery);
  }
  tl_galley_set (galley);
  return tl_compose_any (pages, TL_PRINT_ROLE_PLAY, n, error);
}
