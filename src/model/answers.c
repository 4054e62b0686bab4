/* answers.c - what counts of answers on a scale come to. */
#include "model/answers.h"

#define NPS_POINTS 11
#define DETRACTOR  6u    /* the highest point that counts against */

/* How many chose a point from @first on, up to and with @last. */
static double
chosen (const TlIntList *counts,
        guint            first,
        guint            last)
{
  double sum = 0;

  for (guint i = first; i <= last && i < counts->n; i++)
    sum += counts->values[i];
  return sum;
}

double
tl_answers_n (const TlIntList *counts)
{
  double n = chosen (counts, 0, counts->n);

  return n > 0 ? n : NAN;
}

double
tl_answers_mean (const TlIntList *counts)
{
  double sum = 0;

  for (guint i = 0; i < counts->n; i++)
    sum += (i + 1.0) * counts->values[i];
  return sum / tl_answers_n (counts);
}

double
tl_answers_top (const TlIntList *counts)
{
  guint n_top = MIN (counts->n == 7 ? 3 : 2, counts->n);

  return 100 * chosen (counts, counts->n - n_top, counts->n) / tl_answers_n (counts);
}

double
tl_answers_nps (const TlIntList *counts)
{
  if (counts->n != NPS_POINTS)
    return NAN;
  return 100 * (chosen (counts, NPS_POINTS - 2, NPS_POINTS) - chosen (counts, 0, DETRACTOR)) /
         tl_answers_n (counts);
}

double
tl_answers_value (const TlIntList *counts,
                  TlUnit           unit)
{
  switch (unit) {
  case TL_UNIT_SCORE:
    return tl_answers_mean (counts);
  case TL_UNIT_PERCENT:
    return tl_answers_top (counts);
  case TL_UNIT_NPS:
    return tl_answers_nps (counts);
  case TL_UNIT_NONE:
  case TL_UNIT_SECONDS:
  case TL_UNIT_COUNT:
  case TL_UNIT_MONEY:
  default:
    return NAN;
  }
}
