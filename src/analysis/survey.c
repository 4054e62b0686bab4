/* survey.c - what customers expect beside what they find. */
#include "analysis/survey.h"

#include <glib/gi18n-lib.h>

#include "analysis/measure.h"

/* Gaps are differences of decimals, which may miss a bound by a rounding. */
#define ROUNDING 1e-9

static void
add_ratings (const TlChart *chart,
             TlServqual    *servqual)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_RATING); i++) {
    const TlRating *rating = TL_CHART_NTH (chart, RATING, TlRating, i);

    servqual->n_items[rating->dimension]++;
    servqual->expected[rating->dimension] += rating->expected;
    servqual->perceived[rating->dimension] += rating->perceived;
  }
}

static void
weigh (const TlChart *chart,
       TlServqual    *servqual)
{
  static const TlWeights usual = {
    .reliability = 32, .assurance = 19, .tangibles = 11, .empathy = 16, .responsiveness = 22,
  };
  const TlWeights *weights = tl_chart_n (chart, TL_RECORD_WEIGHTS) > 0
                               ? TL_CHART_NTH (chart, WEIGHTS, TlWeights, 0) : &usual;

  servqual->weight[TL_DIMENSION_RELIABILITY] = weights->reliability;
  servqual->weight[TL_DIMENSION_ASSURANCE] = weights->assurance;
  servqual->weight[TL_DIMENSION_TANGIBLES] = weights->tangibles;
  servqual->weight[TL_DIMENSION_EMPATHY] = weights->empathy;
  servqual->weight[TL_DIMENSION_RESPONSIVENESS] = weights->responsiveness;
}

TlServqual
tl_survey_servqual (const TlChart *chart)
{
  TlServqual servqual = { 0 };

  add_ratings (chart, &servqual);
  weigh (chart, &servqual);
  for (int d = TL_DIMENSION_RELIABILITY; d < TL_N_DIMENSIONS; d++) {
    double n = servqual.n_items[d] > 0 ? servqual.n_items[d] : NAN;

    servqual.expected[d] /= n;
    servqual.perceived[d] /= n;
    servqual.gap[d] = servqual.perceived[d] - servqual.expected[d];
    servqual.category[d] = tl_category_of_gap (servqual.gap[d], tl_chart_info (chart)->scale);
    servqual.score += servqual.gap[d] / (TL_N_DIMENSIONS - 1);
    servqual.weighted += servqual.gap[d] * servqual.weight[d] / 100;
    if (servqual.n_items[d] == 0 && servqual.missing == TL_DIMENSION_NONE)
      servqual.missing = d;
  }
  return servqual;
}

TlCategory
tl_category_of_value (const TlExpectation *expectation,
                      double               value)
{
  if (expectation->better == TL_BETTER_NONE || isnan (expectation->adequate) || isnan (value))
    return TL_CATEGORY_NONE;
  if (tl_measure_is_tighter (expectation->better, value, expectation->desired))
    return TL_CATEGORY_DELIGHTED;
  return tl_measure_is_tighter (expectation->better, expectation->adequate, value)
           ? TL_CATEGORY_DISSATISFIED : TL_CATEGORY_SATISFIED;
}

TlCategory
tl_category_of_gap (double gap,
                    int    scale)
{
  double band = scale == 7 ? 0.4 : 0.25;

  if (isnan (gap))
    return TL_CATEGORY_NONE;
  if (gap >= band - ROUNDING)
    return TL_CATEGORY_DELIGHTED;
  return gap > -band + ROUNDING ? TL_CATEGORY_SATISFIED : TL_CATEGORY_DISSATISFIED;
}

TlCategory
tl_category_of_expectation (const TlChart       *chart,
                            const TlExpectation *expectation)
{
  const TlMeasurement *last = tl_measure_of_expectation (chart, expectation, NULL);

  return last != NULL ? tl_category_of_value (expectation, last->value) : TL_CATEGORY_NONE;
}

const char *
tl_category_text (TlCategory category)
{
  static const char *const texts[] = {
    [TL_CATEGORY_DISSATISFIED] = N_("Dissatisfied"),
    [TL_CATEGORY_SATISFIED] = N_("Satisfied"),
    [TL_CATEGORY_DELIGHTED] = N_("Delighted"),
  };

  return category == TL_CATEGORY_NONE ? "" : _(texts[category]);
}

const char *
tl_category_word (TlCategory category)
{
  static const char *const words[] = { NULL, "dissatisfied", "satisfied", "delighted" };

  return words[category];
}

static const TlEnumRow *
dimension_row (TlDimension dimension)
{
  const TlField *field = tl_class_find_field (tl_class_get (TL_RECORD_RATING), "dimension");

  return tl_enum_find_value (field->rows, dimension);
}

const char *
tl_dimension_text (TlDimension dimension)
{
  const TlEnumRow *row = dimension_row (dimension);

  return row != NULL ? _(row->label) : "";
}

const char *
tl_dimension_word (TlDimension dimension)
{
  const TlEnumRow *row = dimension_row (dimension);

  return row != NULL ? row->word : "";
}
