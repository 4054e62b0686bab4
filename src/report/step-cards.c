/* step-cards.c - a card for the person at each step.
 *
 * After the TWI job breakdown: what to do as a few key points, what to say, how long it
 * may take, what to watch for, and which card to take when it goes wrong.  First contact,
 * ends, forks and joins have none, nor has a step of the customer alone.
 */
#include <glib/gi18n-lib.h>

#include "analysis/measure.h"
#include "report/deck.h"

/* A line of the text is a key point. */
static void
put_points (TlDeck     *deck,
            const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *line = g_strstrip (lines[i]);

    if (*line != '\0')
      tl_deck_point (deck, "•", line);
  }
}

static void
put_standards (TlPages      *pages,
               TlDeck       *deck,
               const TlStep *step)
{
  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (pages->chart, STANDARD, TlStandard, i);

    if (tl_id_list_index (&standard->steps, step->head.id) != G_MAXUINT)
      tl_deck_field (deck, _("Standard"), standard->name);
  }
}

static void
put_times (TlDeck       *deck,
           const TlStep *step)
{
  g_autofree char *touch = step->touch > 0 ? tl_compose_time (step->touch) : NULL;
  g_autofree char *wait = step->wait > 0 ? tl_compose_time (step->wait) : NULL;
  g_autofree char *most = step->tolerance != TL_NO_INT ? tl_compose_time (step->tolerance) : NULL;

  tl_deck_field (deck, _("Working time"), touch);
  tl_deck_field (deck, _("The customer waits"), wait);
  tl_deck_field (deck, _("At the longest"), most);
}

/* "R4, R5": the recovery procedures of a failure.  @first: filled in when there is one. */
static char *
cards_of (TlPages *pages,
          TlId     failure,
          TlId    *first)
{
  g_autoptr (GString) cards = g_string_new (NULL);

  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_RECOVERY); i++) {
    const TlRecovery *recovery = TL_CHART_NTH (pages->chart, RECOVERY, TlRecovery, i);
    g_autofree char *mark = NULL;

    if (tl_id_list_index (&recovery->failures, failure) == G_MAXUINT)
      continue;
    if (*first == TL_ID_NONE)
      *first = recovery->head.id;
    mark = tl_compose_mark (pages, recovery->head.id);
    g_string_append_printf (cards, cards->len > 0 ? ", %s" : "%s", mark);
  }
  return g_string_free (g_steal_pointer (&cards), FALSE);
}

static void
put_failures (TlPages      *pages,
              TlDeck       *deck,
              const TlStep *step)
{
  gboolean any = FALSE;

  for (guint i = 0; i < pages->order->n_failures; i++) {
    const TlFailure *failure =
      TL_CHART_GET (pages->chart, FAILURE, TlFailure, pages->order->failures[i]);
    g_autofree char *mark = NULL, *cards = NULL, *line = NULL;
    TlId card = TL_ID_NONE;

    if (tl_compose_step_of (pages, failure) != step)
      continue;
    if (!any)
      tl_deck_text (deck, TL_FACE_STRONG, _("Watch for"));
    any = TRUE;
    mark = tl_compose_mark (pages, failure->head.id);
    cards = cards_of (pages, failure->head.id, &card);
    /* Translators: "F3 Room not ready: if it happens, take card R2". */
    line = *cards != '\0' ? g_strdup_printf (_("%1$s %2$s: if it happens, take card %3$s"), mark,
                                             failure->title, cards)
                          : g_strdup_printf (_("%1$s %2$s: no recovery procedure yet"), mark,
                                             failure->title);
    if (card != TL_ID_NONE) {
      g_autofree char *place = tl_compose_place (pages, card);

      tl_deck_link (deck, place);
    }
    tl_deck_point (deck, "!", line);
  }
}

static void
put_touchpoints (TlPages      *pages,
                 TlDeck       *deck,
                 const TlStep *step)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < step->head.children.n; i++) {
    const TlTouchpoint *touchpoint =
      TL_CHART_GET (pages->chart, TOUCHPOINT, TlTouchpoint, step->head.children.ids[i]);

    g_string_append_printf (names, i > 0 ? ", %s" : "%s", touchpoint->name);
  }
  tl_deck_field (deck, _("Have ready"), names->str);
}

static void
put_lacks (TlPages      *pages,
           TlDeck       *deck,
           const TlStep *step)
{
  const TlLane *lane = TL_CHART_GET (pages->chart, LANE, TlLane, step->lane);
  const TlRole *doer = TL_CHART_GET (pages->chart, ROLE, TlRole, step->role);
  gboolean inside = lane->band == TL_BAND_ONSTAGE || lane->band == TL_BAND_BACKSTAGE;

  if (step->role == TL_ID_NONE)
    tl_deck_lacks (deck, _("nobody is named to do it"));
  if (lane->band == TL_BAND_ONSTAGE && step->tell == NULL)
    tl_deck_lacks (deck, _("no words for the customer"));
  if ((inside || (doer != NULL && tl_compose_reads (pages, doer))) && step->how == NULL)
    tl_deck_lacks (deck, _("no key points"));
}

static void
put_card (TlPages      *pages,
          TlDeck       *deck,
          const TlStep *step)
{
  const TlPhase *phase = TL_CHART_GET (pages->chart, PHASE, TlPhase, step->phase);
  const char *role = tl_compose_role (pages, step->role);
  g_autofree char *number = g_strdup_printf ("%u", tl_order_number (pages->order, step->head.id));
  g_autofree char *place = tl_compose_place (pages, step->head.id);
  g_autofree char *spot = tl_compose_spot (step->head.id);
  g_autofree char *note = *role != '\0' ? g_strdup_printf ("%s · %s", role, phase->name)
                                        : g_strdup (phase->name);

  tl_deck_card (deck, number, step->label, note);
  tl_deck_name (deck, place, spot);
  put_lacks (pages, deck, step);
  if (step->how != NULL) {
    tl_deck_text (deck, TL_FACE_STRONG, _("Do"));
    put_points (deck, step->how);
  }
  if (step->tell != NULL) {
    tl_deck_text (deck, TL_FACE_STRONG, _("Say"));
    tl_deck_words (deck, TL_FACE_BODY, step->tell);
  }
  put_times (deck, step);
  put_standards (pages, deck, step);
  put_touchpoints (pages, deck, step);
  put_failures (pages, deck, step);
}

static guint
deal (TlPages *pages,
      TlDeck  *deck)
{
  guint n = 0;

  for (guint i = 0; i < pages->order->n_steps; i++) {
    const TlStep *step = TL_CHART_GET (pages->chart, STEP, TlStep, pages->order->steps[i]);

    if (!tl_compose_has_card (pages, step, pages->options.role))
      continue;
    put_card (pages, deck, step);
    if (n++ == 0)
      tl_compose_outline (pages, 0, tl_print_title (TL_PRINT_STEPS));
    tl_compose_outline (pages, 1, step->label);
  }
  return n;
}

gboolean
tl_print_steps (TlPages  *pages,
                GError  **error)
{
  const TlDeckPlan plan = { TL_PRINT_STEPS, &pages->theme->phase, FALSE, deal };

  return tl_deck_print (pages, &plan, error);
}
