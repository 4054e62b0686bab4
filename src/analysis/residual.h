/* residual.h - the rating of a failure point, before and after its safeguards.
 *
 * RPN = severity × occurrence × detection, 1..1000: for sorting, never a threshold, for
 * it multiplies ordinal numbers (stated from memory, widely criticised).  Action Priority
 * is the table of model/priority.h.  The scales for services are our own judgement,
 * adapted from the fourth edition of AIAG's FMEA manual and from published FMEA of
 * services; people are shown the anchors while they rate.
 */
#pragma once

#include "model/priority.h"
#include "model/record.h"

G_BEGIN_DECLS

typedef struct {
  int        s, o, d;    /* 1..10, or TL_NO_INT */
  int        rpn;        /* 1..1000; 0 = not rated whole */
  TlPriority priority;
} TlRated;

TlRated  tl_rated_before        (const TlFailure *failure);
/* What the safeguards leave: each rating after safeguards where given, else as before. */
TlRated  tl_rated_after         (const TlFailure *failure);
/* Whether any rating after safeguards is given. */
gboolean tl_rated_has_after     (const TlFailure *failure);

/* The occurrence rating 1..10 of a failure that happens @rate times a journey.  A rate
 * belongs to the highest row whose lower bound it reaches. */
int      tl_rating_of_rate      (double           rate);

/* One row of the three scales; texts are translatable. */
typedef struct {
  int         rating;
  double      rate;       /* lower bound of occurrences a journey; 0 = none */
  const char *severity, *occurrence, *detection;
} TlRatingAnchor;

/* From 10 down to 1. */
extern const TlRatingAnchor tl_rating_anchors[10];

/* "High", "Medium", "Low", "Not rated", translated. */
const char *tl_priority_text    (TlPriority       priority);
/* "H", "M", "L" or "", for registers and files. */
const char *tl_priority_letter  (TlPriority       priority);

G_END_DECLS
