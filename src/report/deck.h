/* deck.h - cards to be cut out: as many on a sheet as fit, front and back.
 *
 * A card has a front, and in a duplex deck a back, printed on the next page so that both
 * lie over each other when the paper is turned over its long edge.  What does not fit goes
 * on to a further card of the same name, which says that it is continued.  No writing
 * inside a card is smaller than 8 points.
 */
#pragma once

#include "report/compose.h"

G_BEGIN_DECLS

typedef enum { TL_CARD_FRONT, TL_CARD_BACK } TlCardSide;

typedef struct {
  /* Borrowed */
  TlPages       *pages;
  const TlPaint *paint;              /* of the tag at the corner */

  /* Owned */
  char       *mark, *title, *note;   /* of the card being written */
  char       *link;                  /* of the next text, or NULL */
  GArray     *places;                /* the cards used for it */

  /* State */
  gboolean    duplex;
  double      zoom;                  /* of the writing */
  guint       n_continued;           /* heads and cards that went on further down */
  guint       columns, rows;         /* of cards on a page */
  guint       n;                     /* cards opened on the last sheet */
  TlCardSide  side;
  guint       at;                    /* in @places */
  double      y;
} TlDeck;

/* A print-out made of cards. */
typedef struct {
  TlPrint        print;
  const TlPaint *paint;              /* of the tag at the corner of each card */
  gboolean       duplex;
  guint       (* deal) (TlPages *pages,
                        TlDeck  *deck);   /* writes all cards; returns how many */
} TlDeckPlan;

/* Deals the cards, all written as large as goes without one more going on to a further
 * card.  FALSE with an error when there are none. */
gboolean tl_deck_print (TlPages           *pages,
                        const TlDeckPlan  *plan,
                        GError           **error);

/* How many cards there are on a sheet. */
guint  tl_deck_per_sheet (const TlDeck *deck);
/* Begins a card.  @mark: in a tag at its corner, "R3", or NULL; @title: its name; @note: a line
 * under it, or NULL. */
void   tl_deck_card  (TlDeck     *deck,
                      const char *mark,
                      const char *title,
                      const char *note);
/* What follows goes on the back. */
void   tl_deck_back  (TlDeck     *deck);
void   tl_deck_text  (TlDeck     *deck,
                      TlFace      face,
                      const char *text);
/* "@label: text", the label standing out; nothing when there is no text. */
void   tl_deck_field (TlDeck     *deck,
                      const char *label,
                      const char *text);
/* A line with a mark before it: "1", "•". */
void   tl_deck_point (TlDeck     *deck,
                      const char *mark,
                      const char *text);
/* The words of somebody, standing out. */
void   tl_deck_words (TlDeck     *deck,
                      TlFace      face,
                      const char *text);
/* A question, and below it boxes to tick from @from to @to. */
void   tl_deck_scale (TlDeck     *deck,
                      const char *question,
                      int         from,
                      int         to);
/* Lines to write on. */
void   tl_deck_write (TlDeck     *deck,
                      guint       n_lines);
/* Says loudly that the card must not be used as it is. */
void   tl_deck_lacks (TlDeck     *deck,
                      const char *what);
void   tl_deck_space (TlDeck     *deck,
                      double      height);

/* The next text leads to the place of that name. */
void   tl_deck_link  (TlDeck     *deck,
                      const char *name);
/* Names the place of the card for links; its tag leads back to @origin. */
void   tl_deck_name  (TlDeck     *deck,
                      const char *name,
                      const char *origin);

G_END_DECLS
