/* residual.c - the rating of a failure point, before and after its safeguards. */
#include "analysis/residual.h"

#include <glib/gi18n-lib.h>

/* A rate is a product of shares, which may fall short of a bound by a rounding. */
#define ROUNDING 1e-12

const TlRatingAnchor tl_rating_anchors[10] = {
  { 10, 0.2, N_("Health or safety endangered"), N_("1 journey in 5 or more"),
    N_("Not at all; the customer leaves silently") },
  { 9, 0.1, N_("Law broken, serious loss of money or data, or no core service at all"),
    N_("1 in 10"), N_("Only from reviews or later complaints") },
  { 8, 0.05, N_("The core service fails; the customer goes and tells others"), N_("1 in 20"),
    N_("Only if the customer speaks up") },
  { 7, 0.02, N_("The core service is badly impaired; the customer may not come back"),
    N_("1 in 50"), N_("By chance") },
  { 6, 0.01, N_("Clear inconvenience; most would complain"), N_("1 in 100"),
    N_("By an occasional check") },
  { 5, 0.005, N_("Annoyance that is remembered"), N_("1 in 200"),
    N_("By a daily check afterwards") },
  { 4, 0.002, N_("Small flaw that most notice"), N_("1 in 500"),
    N_("By a check at the step, by the same person") },
  { 3, 0.001, N_("Small flaw that some notice"), N_("1 in 1,000"),
    N_("By a second person or a list") },
  { 2, 0.0002, N_("Hardly noticed"), N_("1 in 5,000"), N_("The system warns") },
  { 1, 0, N_("No effect"), N_("Rarer"),
    N_("Mistake-proofed: it cannot reach the customer") },
};

static TlRated
rate (int s,
      int o,
      int d)
{
  TlRated rated = { .s = s, .o = o, .d = d, .priority = tl_priority (s, o, d) };

  if (rated.priority != TL_PRIORITY_NONE)
    rated.rpn = s * o * d;
  return rated;
}

TlRated
tl_rated_before (const TlFailure *failure)
{
  return rate (failure->s, failure->o, failure->d);
}

TlRated
tl_rated_after (const TlFailure *failure)
{
  return rate (failure->s2 != TL_NO_INT ? failure->s2 : failure->s,
               failure->o2 != TL_NO_INT ? failure->o2 : failure->o,
               failure->d2 != TL_NO_INT ? failure->d2 : failure->d);
}

gboolean
tl_rated_has_after (const TlFailure *failure)
{
  return failure->s2 != TL_NO_INT || failure->o2 != TL_NO_INT || failure->d2 != TL_NO_INT;
}

int
tl_rating_of_rate (double rate)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (tl_rating_anchors) - 1 &&
         rate < tl_rating_anchors[i].rate * (1 - ROUNDING))
    i++;
  return tl_rating_anchors[i].rating;
}

const char *
tl_priority_text (TlPriority priority)
{
  switch (priority) {
  case TL_PRIORITY_HIGH:
    return C_("Action Priority", "High");
  case TL_PRIORITY_MEDIUM:
    return C_("Action Priority", "Medium");
  case TL_PRIORITY_LOW:
    return C_("Action Priority", "Low");
  case TL_PRIORITY_NONE:
  default:
    return C_("Action Priority", "Not rated");
  }
}

const char *
tl_priority_letter (TlPriority priority)
{
  static const char *const letters[] = { "", "L", "M", "H" };

  return letters[priority];
}
