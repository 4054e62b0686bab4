/* role-sheets.c - a sheet for everybody in a role: what I do, what I may decide, what I
 * answer for, what customers were told to expect of me.
 *
 * There is one for each role of staff and of partners; customers and systems do not read. */
#include <glib/gi18n-lib.h>

#include "analysis/measure.h"
#include "report/grid.h"

static void
put_step (TlPages      *pages,
          TlGrid       *grid,
          const TlStep *step)
{
  const TlPhase *phase = TL_CHART_GET (pages->chart, PHASE, TlPhase, step->phase);
  const TlLane *lane = TL_CHART_GET (pages->chart, LANE, TlLane, step->lane);
  g_autofree char *number = g_strdup_printf ("%u", tl_order_number (pages->order, step->head.id));
  g_autofree char *place = tl_compose_place (pages, step->head.id);
  g_autofree char *time = step->touch > 0 ? tl_compose_time (step->touch) : NULL;
  g_autofree char *words = step->tell != NULL ? tl_compose_words (step->tell) : NULL;
  g_autofree char *moment =
    /* Translators: a step, and below it that it is one that customers judge us by. */
    step->moment_of_truth ? g_strdup_printf (_("%s\nMoment of truth"), step->label) : NULL;

  tl_grid_cell (grid, &(TlGridCell) { .text = number, .face = TL_FACE_LABEL, .link = place });
  tl_grid_cell (grid, &(TlGridCell) { .text = moment != NULL ? moment : step->label,
                                      .face = TL_FACE_LABEL, .link = place });
  tl_grid_text (grid, phase->name);
  tl_grid_text (grid, lane->band <= TL_BAND_ONSTAGE ? C_("seen by the customer", "yes")
                                                    : C_("seen by the customer", "no"));
  tl_grid_text (grid, time);
  tl_grid_text (grid, words);
}

static guint
put_steps (TlPages  *pages,
           TlGalley *galley,
           TlId      role)
{
  const TlGridColumn columns[] = {
    TL_WHOLE (_("No.")), TL_FIT (_("What I do")), TL_WHOLE (_("When")),
    TL_FIT (_("Seen by customers")), TL_WHOLE (_("Time")), TL_FIT (_("What I say")),
  };
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
  guint n = 0;

  for (guint i = 0; i < pages->order->n_steps; i++) {
    const TlStep *step = TL_CHART_GET (pages->chart, STEP, TlStep, pages->order->steps[i]);

    if (!tl_compose_has_card (pages, step, role))
      continue;
    if (n++ == 0)
      tl_galley_heading (galley, _("My steps"));
    put_step (pages, grid, step);
  }
  tl_grid_set (grid);
  return n;
}

static void
put_standards (TlPages  *pages,
               TlGalley *galley,
               TlId      role)
{
  const TlGridColumn columns[] = {
    TL_FIT (_("Standard")), TL_FIT (_("Target")), TL_FIT (_("Last measured")),
    TL_WHOLE (_("Result")), TL_FIT (_("I answer for it")),
  };
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
  guint n = 0;

  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (pages->chart, STANDARD, TlStandard, i);
    TlMeasured measured = tl_measure (pages->chart, standard);
    g_autofree char *target = tl_compose_target (pages, standard);
    g_autofree char *result = tl_compose_result (pages, standard, &measured);

    if (!tl_compose_concerns (pages, role, standard->owner, &standard->steps))
      continue;
    if (n++ == 0)
      tl_galley_heading (galley, _("My standards"));
    tl_grid_cell (grid, &(TlGridCell) { .text = standard->name, .face = TL_FACE_LABEL });
    tl_grid_text (grid, target);
    tl_grid_text (grid, result);
    tl_grid_verdict (grid, measured.verdict);
    tl_grid_text (grid, standard->owner == role ? C_("answers for it", "yes")
                                                : C_("answers for it", "no"));
  }
  tl_grid_set (grid);
}

/* What the role does in a recovery procedure, a line each. */
static char *
my_part (TlPages          *pages,
         const TlRecovery *recovery,
         TlId              role)
{
  g_autoptr (GString) part = g_string_new (NULL);

  for (guint i = 0; i < recovery->head.children.n; i++) {
    const TlAction *action =
      TL_CHART_GET (pages->chart, ACTION, TlAction, recovery->head.children.ids[i]);

    if (action->role == role)
      g_string_append_printf (part, "%s%u. %s", part->len > 0 ? "\n" : "", i + 1, action->text);
  }
  return g_string_free (g_steal_pointer (&part), FALSE);
}

static guint
put_recoveries (TlPages  *pages,
                TlGalley *galley,
                TlId      role)
{
  const TlGridColumn columns[] = {
    TL_FIT (_("Card")), TL_FIT (_("When it goes wrong")), TL_FIT (_("When I see")),
    TL_FIT (_("My part")),
  };
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
  guint n = 0;

  for (guint i = 0; i < pages->order->n_recoveries; i++) {
    const TlRecovery *recovery =
      TL_CHART_GET (pages->chart, RECOVERY, TlRecovery, pages->order->recoveries[i]);
    g_autofree char *mark = NULL, *place = NULL, *part = NULL;

    if (!tl_compose_acts (pages, recovery, role))
      continue;
    if (n++ == 0)
      tl_galley_heading (galley, _("My recovery cards"));
    mark = tl_compose_mark (pages, recovery->head.id);
    place = tl_compose_place (pages, recovery->head.id);
    part = my_part (pages, recovery, role);
    tl_grid_cell (grid, &(TlGridCell) { .text = mark, .face = TL_FACE_LABEL, .link = place });
    tl_grid_cell (grid, &(TlGridCell) { .text = recovery->name, .face = TL_FACE_LABEL,
                                        .link = place });
    tl_grid_text (grid, recovery->trigger);
    tl_grid_text (grid, part);
  }
  tl_grid_set (grid);
  return n;
}

static void
put_promises (TlPages  *pages,
              TlGalley *galley,
              TlId      role)
{
  const TlGridColumn columns[] = {
    TL_FIT (_("Promise")), TL_FIT (_("Where they heard it")),
  };
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
  guint n = 0;

  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_PROMISE); i++) {
    const TlPromise *promise = TL_CHART_NTH (pages->chart, PROMISE, TlPromise, i);
    g_autofree char *words = NULL;

    if (!tl_compose_promised (pages, promise, role))
      continue;
    if (n++ == 0)
      tl_galley_heading (galley, _("What customers have been promised"));
    words = tl_compose_words (promise->text);
    tl_grid_text (grid, words);
    tl_grid_text (grid, tl_compose_word (TL_RECORD_PROMISE, "medium", promise->medium));
  }
  tl_grid_set (grid);
}

/* Roles that this one stands in for. */
static char *
stood_in_for (const TlPages *pages,
              TlId           role)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_ROLE); i++) {
    const TlRole *other = TL_CHART_NTH (pages->chart, ROLE, TlRole, i);

    if (other->backup == role)
      g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", other->name);
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Up to what the role decides alone. */
static char *
authority (const TlPages *pages,
           const TlRole  *role)
{
  g_autofree char *money = NULL;

  if (role->authority == TL_NO_MONEY || role->authority == 0)
    return g_strdup (_("nothing that costs money, without asking"));
  money = tl_compose_money (pages, role->authority);
  /* Translators: %s is an amount of money. */
  return g_strdup_printf (_("up to %s for each case, without asking"), money);
}

static void
put_standing (TlPages      *pages,
              TlGalley     *galley,
              const TlRole *role)
{
  g_autofree char *decides = authority (pages, role);
  g_autofree char *trained = tl_compose_date (role->trained);
  g_autofree char *others = stood_in_for (pages, role->head.id);

  tl_galley_field (galley, _("I may decide"), decides);
  tl_galley_field (galley, _("Stands in for me"), tl_compose_role (pages, role->backup));
  tl_galley_field (galley, _("I stand in for"), others);
  tl_galley_field (galley, _("What it takes"), role->skills);
  tl_galley_field (galley, _("Last trained"),
                   role->trained != 0 || role->kind != TL_ROLE_STAFF ? trained : _("never"));
}

static void
put_sheet (TlPages      *pages,
           TlGalley     *galley,
           const TlRole *role)
{
  g_autofree char *subject = tl_compose_subject (pages);
  TlDate revised = tl_chart_info (pages->chart)->revised;
  guint n;

  /* Translators: stands above the name of a role. */
  tl_galley_title (galley, _("Role Sheet"), role->name, subject);
  if (role->kind == TL_ROLE_STAFF && role->trained < revised)
    tl_galley_lacks (galley, _("not trained in this version yet"));
  if (role->kind == TL_ROLE_STAFF && role->backup == TL_ID_NONE)
    tl_galley_lacks (galley, _("nobody stands in"));
  put_standing (pages, galley, role);
  n = put_steps (pages, galley, role->head.id);
  n += put_recoveries (pages, galley, role->head.id);
  if (n == 0)
    tl_galley_lacks (galley, _("no step and no recovery card names this role"));
  put_standards (pages, galley, role->head.id);
  put_promises (pages, galley, role->head.id);
}

gboolean
tl_print_roles (TlPages  *pages,
                GError  **error)
{
  g_autoptr (TlGalley) galley = tl_galley_new (pages, FALSE);
  guint n = 0;

  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_ROLE); i++) {
    const TlRole *role = TL_CHART_NTH (pages->chart, ROLE, TlRole, i);

    if (!tl_compose_reads (pages, role))
      continue;
    if (n++ == 0)
      tl_galley_outline (galley, 0, tl_print_title (TL_PRINT_ROLES));
    tl_galley_outline (galley, 1, role->name);
    put_sheet (pages, galley, role);
  }
  tl_galley_set (galley);
  return tl_compose_any (pages, TL_PRINT_ROLES, n, error);
}
