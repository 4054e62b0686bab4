/* survey-card.c - a card that customers tick and hand back, front and back.
 *
 * Each soft standard is a question: the words in quotation marks of its measure if there
 * are any, for those are what customers are asked; else its name.  A sheet is filled with
 * copies of one card.  More than N_MOST questions make a second card, for nobody answers
 * more at a counter. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/deck.h"

#define N_MOST 6

/* The first words of @text between quotation marks, or NULL. */
static char *
quoted (const char *text)
{
  static const struct { const char *open, *close; } marks[] = {
    { "“", "”" }, { "„", "“" }, { "«", "»" }, { "\"", "\"" },
  };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (marks); i++) {
    const char *from = strstr (text, marks[i].open);
    const char *to = from != NULL ? strstr (from + strlen (marks[i].open), marks[i].close) : NULL;

    if (to != NULL && to > from + strlen (marks[i].open)) {
      from += strlen (marks[i].open);
      return g_strndup (from, (gsize) (to - from));
    }
  }
  return NULL;
}

static void
put_question (TlPages          *pages,
              TlDeck           *deck,
              const TlStandard *standard)
{
  g_autofree char *words = quoted (standard->measure);
  const char *question = words != NULL ? words : standard->name;

  if (standard->unit == TL_UNIT_NPS)
    tl_deck_scale (deck, question, 0, 10);
  else
    tl_deck_scale (deck, question, 1, tl_chart_info (pages->chart)->scale);
}

static void
put_front (TlPages    *pages,
           TlDeck     *deck,
           GPtrArray  *standards,
           guint       first)
{
  /* Translators: %d is the highest point of the scale, 5 or 7. */
  g_autofree char *scale = g_strdup_printf (_("Please tick: 1 = not at all, %d = entirely"),
                                            tl_chart_info (pages->chart)->scale);

  tl_deck_text (deck, TL_FACE_NOTE, scale);
  tl_deck_space (deck, 4);
  for (guint i = first; i < MIN (first + N_MOST, standards->len); i++) {
    put_question (pages, deck, standards->pdata[i]);
    tl_deck_space (deck, 3);
  }
}

static void
put_back (TlDeck *deck)
{
  tl_deck_text (deck, TL_FACE_BODY, _("What should we do better?"));
  tl_deck_write (deck, 4);
  tl_deck_space (deck, 14);
  tl_deck_text (deck, TL_FACE_BODY, _("Would you like an answer? Then tell us how to reach you. "
                                      "You need not."));
  tl_deck_write (deck, 2);
  tl_deck_space (deck, 6);
  tl_deck_text (deck, TL_FACE_NOTE,
                _("We use this only to answer you. It is kept apart from your ticks, is given to "
                  "nobody, and is destroyed once you have been answered."));
  tl_deck_space (deck, 8);
  tl_deck_text (deck, TL_FACE_STRONG, _("Thank you!"));
}

static guint
deal (TlPages *pages,
      TlDeck  *deck)
{
  g_autoptr (GPtrArray) standards = g_ptr_array_new ();

  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (pages->chart, STANDARD, TlStandard, i);

    if (standard->type == TL_STANDARD_SOFT)
      g_ptr_array_add (standards, (gpointer) standard);
  }
  for (guint first = 0; first < standards->len; first += N_MOST) {
    for (guint i = 0; i < tl_deck_per_sheet (deck); i++) {
      tl_deck_card (deck, NULL, _("How was it?"), tl_chart_info (pages->chart)->service);
      if (first == 0 && i == 0)
        tl_compose_outline (pages, 0, tl_print_title (TL_PRINT_SURVEY));
      put_front (pages, deck, standards, first);
      tl_deck_back (deck);
      put_back (deck);
    }
  }
  return standards->len;
}

gboolean
tl_print_survey (TlPages  *pages,
                 GError  **error)
{
  const TlDeckPlan plan = { TL_PRINT_SURVEY, &pages->theme->phase, TRUE, deal };

  return tl_deck_print (pages, &plan, error);
}
