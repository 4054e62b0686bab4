/* recovery-cards.c - a card for the pocket for each recovery procedure.
 *
 * Front: when to take it, the first sentence in large type, what to do in order, how far
 * one may go and whom to call beyond that.  Back: what may be given, what follows, and
 * which failures it is for.
 */
#include <glib/gi18n-lib.h>

#include "analysis/measure.h"
#include "analysis/recovery.h"
#include "report/deck.h"

static const TlAction *
action_at (const TlPages    *pages,
           const TlRecovery *recovery,
           guint             i)
{
  return TL_CHART_GET (pages->chart, ACTION, TlAction, recovery->head.children.ids[i]);
}

/* The first words that somebody is to say, or NULL. */
static const TlAction *
first_words (const TlPages    *pages,
             const TlRecovery *recovery)
{
  for (guint i = 0; i < recovery->head.children.n; i++) {
    const TlAction *action = action_at (pages, recovery, i);

    if (action->say != NULL)
      return action;
  }
  return NULL;
}

static void
put_actions (TlPages          *pages,
             TlDeck           *deck,
             const TlRecovery *recovery,
             const TlAction   *first)
{
  for (guint i = 0; i < recovery->head.children.n; i++) {
    const TlAction *action = action_at (pages, recovery, i);
    const char *role = tl_compose_role (pages, action->role);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    g_autofree char *within =
      action->within != TL_NO_INT ? tl_compose_time (action->within) : NULL;
    /* Translators: an action of a recovery procedure: what, who, how soon. */
    g_autofree char *line =
      within != NULL ? g_strdup_printf (_("%1$s (%2$s, within %3$s)"), action->text, role, within)
                     : g_strdup_printf (_("%1$s (%2$s)"), action->text, role);

    tl_deck_point (deck, number, line);
    if (action->say != NULL && action != first)
      tl_deck_words (deck, TL_FACE_BODY, action->say);
  }
}

/* The role that acts first decides up to its limit. */
static const TlRole *
deciding_role (const TlPages    *pages,
               const TlRecovery *recovery)
{
  if (recovery->head.children.n == 0)
    return NULL;
  return TL_CHART_GET (pages->chart, ROLE, TlRole, action_at (pages, recovery, 0)->role);
}

static void
put_escalation (TlPages          *pages,
                TlDeck           *deck,
                const TlRecovery *recovery)
{
  for (guint i = 0; i < recovery->head.children.n; i++) {
    const TlAction *action = action_at (pages, recovery, i);
    g_autofree char *after = NULL, *line = NULL;

    if (action->kind != TL_ACTION_ESCALATE)
      continue;
    after = action->within != TL_NO_INT ? tl_compose_time (action->within) : NULL;
    /* Translators: %1$s is a role, %2$s a time: "Duty manager, after 10 min". */
    line = after != NULL
           ? g_strdup_printf (_("%1$s, after %2$s"), tl_compose_role (pages, action->role), after)
           : g_strdup (tl_compose_role (pages, action->role));
    tl_deck_field (deck, _("Above that, call"), line);
    return;
  }
}

static void
put_limit (TlPages          *pages,
           TlDeck           *deck,
           const TlRecovery *recovery)
{
  const TlRole *role = deciding_role (pages, recovery);

  if (role == NULL || role->authority == TL_NO_MONEY)
    return;

  {
    g_autofree char *money = tl_compose_money (pages, role->authority);
    /* Translators: %1$s is a role, %2$s an amount of money. */
    g_autofree char *line = g_strdup_printf (_("%1$s may decide up to %2$s"), role->name, money);

    tl_deck_field (deck, _("Your limit"), line);
  }
}

static void
put_lacks (TlPages          *pages,
           TlDeck           *deck,
           const TlRecovery *recovery,
           const TlAction   *words)
{
  if (recovery->head.children.n == 0)
    tl_deck_lacks (deck, _("no actions"));
  if (words == NULL)
    tl_deck_lacks (deck, _("no words for the customer"));
  if (recovery->trigger == NULL)
    tl_deck_lacks (deck, _("not told when to take this card"));
  if (recovery->head.children.n > 0 && words != NULL &&
      !tl_recovery_is_complete (pages->chart, recovery))
    tl_deck_lacks (deck, _("an action lacks its deadline, or nothing puts it right"));
}

static void
put_front (TlPages          *pages,
           TlDeck           *deck,
           const TlRecovery *recovery)
{
  const TlAction *words = first_words (pages, recovery);

  put_lacks (pages, deck, recovery, words);
  tl_deck_field (deck, _("When you see"), recovery->trigger);
  if (words != NULL)
    tl_deck_words (deck, TL_FACE_LARGE, words->say);
  put_actions (pages, deck, recovery, words);
  tl_deck_space (deck, 4);
  put_limit (pages, deck, recovery);
  put_escalation (pages, deck, recovery);
}

static void
put_compensation (TlPages          *pages,
                  TlDeck           *deck,
                  const TlRecovery *recovery)
{
  const char *what = tl_compose_word (TL_RECORD_RECOVERY, "compensation", recovery->compensation);
  g_autofree char *most = NULL, *line = NULL;

  if (recovery->compensation_max == TL_NO_MONEY || recovery->compensation_max == 0) {
    tl_deck_field (deck, _("You may give"),
                   recovery->compensation == TL_COMPENSATION_NONE ? _("nothing") : what);
    return;
  }
  most = tl_compose_money (pages, recovery->compensation_max);
  /* Translators: %1$s is a kind of compensation, %2$s an amount of money. */
  line = g_strdup_printf (_("%1$s, at most %2$s"), what, most);
  tl_deck_field (deck, _("You may give"), line);
}

static void
put_later (TlPages          *pages,
           TlDeck           *deck,
           const TlRecovery *recovery)
{
  for (guint i = 0; i < recovery->head.children.n; i++) {
    const TlAction *action = action_at (pages, recovery, i);

    if (action->kind == TL_ACTION_FOLLOW_UP)
      tl_deck_field (deck, _("Afterwards"), action->text);
    else if (action->kind == TL_ACTION_RECORD)
      tl_deck_field (deck, _("Write down"), action->text);
  }
}

static void
put_back (TlPages          *pages,
          TlDeck           *deck,
          const TlRecovery *recovery)
{
  g_autofree char *rehearsed = tl_compose_date (recovery->rehearsed);

  put_compensation (pages, deck, recovery);
  put_later (pages, deck, recovery);
  tl_deck_field (deck, _("Rule"), recovery->policy);
  tl_deck_field (deck, _("Complaints"), tl_chart_info (pages->chart)->complaint_policy);
  tl_deck_field (deck, _("Last rehearsed"), *rehearsed != '\0' ? rehearsed : _("never"));
  tl_deck_text (deck, TL_FACE_STRONG, _("For"));
  for (guint i = 0; i < recovery->failures.n; i++) {
    const TlFailure *failure =
      TL_CHART_GET (pages->chart, FAILURE, TlFailure, recovery->failures.ids[i]);
    g_autofree char *mark = tl_compose_mark (pages, failure->head.id);
    g_autofree char *line = g_strdup_printf ("%s %s", mark, failure->title);
    g_autofree char *place =
      tl_compose_place (pages, tl_compose_step_of (pages, failure)->head.id);

    tl_deck_link (deck, place);
    tl_deck_point (deck, "•", line);
  }
}

/* The step on the poster where what it serves goes wrong first. */
static char *
origin (TlPages          *pages,
        const TlRecovery *recovery)
{
  const TlFailure *failure;

  if (recovery->failures.n == 0)
    return g_strdup ("");
  failure = TL_CHART_GET (pages->chart, FAILURE, TlFailure, recovery->failures.ids[0]);
  return tl_compose_spot (tl_compose_step_of (pages, failure)->head.id);
}

static guint
deal (TlPages *pages,
      TlDeck  *deck)
{
  guint n = 0;

  for (guint i = 0; i < pages->order->n_recoveries; i++) {
    const TlRecovery *recovery =
      TL_CHART_GET (pages->chart, RECOVERY, TlRecovery, pages->order->recoveries[i]);
    g_autofree char *mark = NULL, *place = NULL, *spot = NULL;

    if (!tl_compose_acts (pages, recovery, pages->options.role))
      continue;
    mark = tl_compose_mark (pages, recovery->head.id);
    place = tl_compose_place (pages, recovery->head.id);
    tl_deck_card (deck, mark, recovery->name, NULL);
    spot = origin (pages, recovery);
    tl_deck_name (deck, place, spot);
    if (n++ == 0)
      tl_compose_outline (pages, 0, tl_print_title (TL_PRINT_RECOVERIES));
    tl_compose_outline (pages, 1, recovery->name);
    put_front (pages, deck, recovery);
    tl_deck_back (deck);
    put_back (pages, deck, recovery);
  }
  return n;
}

gboolean
tl_print_recoveries (TlPages  *pages,
                     GError  **error)
{
  const TlDeckPlan plan = { TL_PRINT_RECOVERIES, &pages->theme->recovery, TRUE, deal };

  return tl_deck_print (pages, &plan, error);
}
