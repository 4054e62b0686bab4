/* survey.h - what customers expect beside what they find, and what they make of it.
 *
 * SERVQUAL: the gap of an item is perceived less expected, negative = below expectation;
 * that of a dimension the mean of its items; the score the mean of the five dimensions;
 * the weighted score their sum by weight, not divided by five again (published worksheets
 * of Parasuraman, Zeithaml and Berry's scale).  The default weights put reliability first
 * and are stated from memory of their book of 1990.
 *
 * The three categories of customers are the seed's; that a gap within a quarter of a
 * point (0.4 on a scale of seven) is just satisfied is our own judgement.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

typedef enum {
  TL_CATEGORY_NONE,         /* nothing to tell it from */
  TL_CATEGORY_DISSATISFIED,
  TL_CATEGORY_SATISFIED,
  TL_CATEGORY_DELIGHTED
} TlCategory;

#define TL_N_DIMENSIONS (TL_DIMENSION_RESPONSIVENESS + 1)

/* All by TlDimension; what is at TL_DIMENSION_NONE means nothing. */
typedef struct {
  guint      n_items[TL_N_DIMENSIONS];
  double     expected[TL_N_DIMENSIONS];    /* means; NaN without items */
  double     perceived[TL_N_DIMENSIONS];
  double     gap[TL_N_DIMENSIONS];
  TlCategory category[TL_N_DIMENSIONS];
  int        weight[TL_N_DIMENSIONS];      /* sum is 100 */
  double     score, weighted;              /* NaN when a dimension has no items */
  TlDimension missing;                     /* the first such dimension, or NONE */
} TlServqual;

TlServqual  tl_survey_servqual      (const TlChart        *chart);

/* Better than wished for is delighted; worse than accepted is dissatisfied. */
TlCategory  tl_category_of_value    (const TlExpectation  *expectation,
                                     double                value);
TlCategory  tl_category_of_gap      (double                gap,
                                     int                   scale);
/* By what was measured for it, see tl_measure_of_expectation(). */
TlCategory  tl_category_of_expectation (const TlChart       *chart,
                                        const TlExpectation *expectation);
/* "Delighted", translated; "" for none. */
const char *tl_category_text        (TlCategory            category);
/* "delighted", for files; NULL for none. */
const char *tl_category_word        (TlCategory            category);
/* "Reliability", translated. */
const char *tl_dimension_text       (TlDimension           dimension);
/* "reliability", for files. */
const char *tl_dimension_word       (TlDimension           dimension);

G_END_DECLS
