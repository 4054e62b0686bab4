/* measure.h - standards beside what was measured: met or missed, and which way it goes.
 *
 * Values are in the standard's own unit.  Only values of the same unit and the same
 * "better" are ever compared, so nothing needs converting before a comparison; people
 * read values through tl_measure_text().
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

typedef enum {
  TL_VERDICT_NEVER,    /* not measured yet */
  TL_VERDICT_UNCLEAR,  /* measured, but the standard has nothing to judge by */
  TL_VERDICT_MET,
  TL_VERDICT_MISSED
} TlVerdict;

typedef struct {
  const TlMeasurement *last;     /* of the latest date; NULL = never measured */
  const TlMeasurement *before;   /* the one before it, or NULL */
  TlVerdict            verdict;
  double trend;        /* last value less the one before, positive = improving; or NaN */
  double share_trend;  /* the same of the share of cases, in percent; or NaN */
} TlMeasured;

/**
 * tl_measure:
 *
 * A standard for a share of the cases (below 100 percent) is judged by the share that
 * was measured, whatever the mean value; any other by the value, and meeting the target
 * exactly is meeting it.  Of measurements of one date the later in the document counts.
 * The records lent in the result stay good as long as those of the chart do.
 */
TlMeasured           tl_measure             (const TlChart       *chart,
                                             const TlStandard    *standard);

/* What one measurement says of the standard, by the same rules; NULL = there is none. */
TlVerdict            tl_measure_judge       (const TlStandard    *standard,
                                             const TlMeasurement *measurement);

/* Whether it should be measured: it never was, or longer ago than it asks for.  @today 0:
 * no measurement is too old. */
gboolean             tl_measure_is_due      (const TlStandard    *standard,
                                             const TlMeasured    *measured,
                                             TlDate               today);

/* Whether @x asks for more than @y: less where lower is better, more where higher is.
 * FALSE when @better is not given or a value is NaN. */
gboolean             tl_measure_is_tighter  (TlBetter             better,
                                             double               x,
                                             double               y);

/**
 * tl_measure_of_expectation:
 * @standard: (out) (optional): whose measurement it is
 *
 * The latest measurement, of any standard that meets the expectation in the same unit
 * with the same "better".  Lent.
 *
 * Returns: %NULL when nothing comparable was measured
 */
const TlMeasurement *tl_measure_of_expectation (const TlChart       *chart,
                                                const TlExpectation *expectation,
                                                const TlStandard   **standard);

/* For people, in the locale's way: "4 min 55 s", "92 %", "12.50 AUD", "4.25", "+50". */
char                *tl_measure_text        (const TlChart       *chart,
                                             TlUnit               unit,
                                             double               value) G_GNUC_WARN_UNUSED_RESULT;
/* What a standard asks for: "at most 5 min, in 90 % of cases"; "" where it has no target. */
char                *tl_measure_target_text (const TlChart       *chart,
                                             const TlStandard    *standard) G_GNUC_WARN_UNUSED_RESULT;
/* Takes @value, and adds @share of the cases where the standard asks for one. */
char                *tl_measure_share_text  (const TlChart       *chart,
                                             const TlStandard    *standard,
                                             double               share,
                                             char                *value) G_GNUC_WARN_UNUSED_RESULT;
/* Minor units in one of the currency's own: 100 for most. */
double               tl_money_unit          (const TlChart       *chart);
/* Money of the chart's currency, in minor units, rounded to whole ones: "12.50 AUD". */
char                *tl_measure_money_text  (const TlChart       *chart,
                                             double               minor) G_GNUC_WARN_UNUSED_RESULT;
const char          *tl_verdict_text        (TlVerdict            verdict);
/* "never", "unclear", "met", "missed": for files. */
const char          *tl_verdict_word        (TlVerdict            verdict);

G_END_DECLS
