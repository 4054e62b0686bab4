/* words.h - what can be told from the texts people write into other programs.
 *
 * Guesses only: names in a dozen languages hint at who a lane is, how an end
 * went, how long a wait takes.  Whatever is taken from here must be reported as
 * assumed.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define TL_LABEL_MAX 120    /* characters of a step's label */
#define TL_TEXT_MAX  2000   /* characters of any text */

/* Line breaks and runs of blanks become one blank, control characters go; never NULL. */
char       *tl_words_tidy       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same, but keeping line breaks. */
char       *tl_words_tidy_lines (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* At most @max characters, cut after a word and ended with an ellipsis. */
char       *tl_words_shorten    (const char *text,
                                 guint       max) G_GNUC_WARN_UNUSED_RESULT;
gboolean    tl_words_is_ncname  (const char *text);

/* Who is meant by the name of a pool or lane: 0 when the name tells nothing. */
typedef enum {
  TL_PARTY_GUESS_NONE,
  TL_PARTY_GUESS_CUSTOMER,
  TL_PARTY_GUESS_CONTACT,    /* people who deal with customers: "Customer service" */
  TL_PARTY_GUESS_SYSTEM,
  TL_PARTY_GUESS_PARTNER     /* another firm */
} TlPartyGuess;
TlPartyGuess tl_words_party     (const char *name);

/* Whether the name of an end says that the customer's matter was not settled. */
gboolean    tl_words_is_loss    (const char *name);

/* Seconds of an ISO 8601 duration ("PT10M", "P1DT2H"), -1 when it is none.
 * A month counts 30 days, a year 365. */
int         tl_words_iso_seconds (const char *text);
/* Seconds of "60 minutes", "3 Tage"; -1 when there is no number with a unit. */
int         tl_words_seconds    (const char *text);

/* The channel that the name of a message speaks of; 0 when it speaks of none. */
int         tl_words_channel    (const char *name);

G_END_DECLS
