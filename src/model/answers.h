/* answers.h - what counts of answers on a scale come to.
 *
 * counts.values[i] is how many chose point i + 1; for the net promoter score, which
 * begins at 0, how many chose point i.  Sources: the mean and the share of the top points
 * are how vendors define CSAT (two of five) and CES (three of seven), who differ among
 * themselves; NPS is the share of 9 and 10 less that of 0 to 6.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* All NaN when there are no answers. */
double tl_answers_n     (const TlIntList *counts);
double tl_answers_mean  (const TlIntList *counts);
/* Percent that chose one of the two topmost points, of a scale of seven the three. */
double tl_answers_top   (const TlIntList *counts);
/* -100..100; NaN unless there are eleven counts. */
double tl_answers_nps   (const TlIntList *counts);

/* What they come to in @unit: score = mean, percent = top points, nps; NaN for others. */
double tl_answers_value (const TlIntList *counts,
                         TlUnit           unit);

G_END_DECLS
