/* figures.h - every figure of a chart, worked out together, and by key.
 *
 *   TlFigures *figures = tl_figures_new (chart, today);
 *   for (guint i = 0; i < tl_n_figures (); i++)
 *     ... tl_figure_nth (i)->label, tl_figure_text (figures, tl_figure_nth (i)) ...
 *
 * A figure that cannot be worked out is NaN, and says why in plain words; the others are
 * there all the same.  Borrows the chart and its records: good until the chart changes.
 */
#pragma once

#include "analysis/flow.h"
#include "analysis/measure.h"
#include "analysis/happy-path.h"
#include "analysis/residual.h"
#include "analysis/survey.h"

G_BEGIN_DECLS

/* One failure point.  Money is in minor units; NaN = not to be had. */
typedef struct {
  const TlFailure  *failure;
  const TlRecovery *recovery;        /* the one that numbers use; NULL = none */
  gboolean          covered;         /* by a complete one */
  TlRated           before, after;   /* safeguards */
  double            rate;            /* times a journey, failures off */
  int               rating_of_rate;  /* occurrence 1..10 as the rate has it; 0 = no rate */
  double            cases;           /* a year */
  TlStakes          stakes;
  double            cost_a_year;     /* cases × what one costs as things are */
} TlFailureFigures;

typedef struct {
  /* Borrowed */
  const TlChart    *chart;
  TlDate            today;           /* 0: nothing is judged by its age */

  /* Owned */
  TlRecoveryIndex  *recoveries;
  TlGraph          *graph;
  TlFlow           *clean;           /* failures off */
  TlFlow           *withfail;        /* failures on */
  TlHappyPath      *path;
  TlFailureFigures *failures;        /* in document order */
  guint             n_failures;
  double            first_time_right;
  char             *why_not_right;   /* NULL when there is first_time_right */

  TlCoverage        coverage;
  TlServqual        servqual;
  guint             standards[TL_VERDICT_MISSED + 1];     /* how many, by TlVerdict */
  guint             standards_due;   /* last measured longer ago than they ask, or never */
  guint             expectations[TL_CATEGORY_DELIGHTED + 1];   /* by TlCategory */
  guint             items_open, items_overdue;
  guint             hand_overs;      /* flow connectors between different staff or systems */
  guint             contacts;        /* connectors across the line of interaction */
} TlFigures;

TlFigures *tl_figures_new  (const TlChart *chart,
                            TlDate         today) G_GNUC_WARN_UNUSED_RESULT;
void       tl_figures_free (TlFigures     *figures);

/* By handle; NULL when it is no failure point. */
const TlFailureFigures *tl_figures_of_failure (const TlFigures *figures,
                                               TlId             failure);
/* Failure points by what they cost a year, of equals by RPN, then in document order;
 * those whose cost is not known come last.  Of figures->n_failures. */
const TlFailureFigures **tl_figures_rank (const TlFigures *figures) G_GNUC_WARN_UNUSED_RESULT;

/* What is left of one case at a price after Shostack 1984: price less expected cost,
 * failures off, less overhead.  NaN when there is no price or no expected cost. */
double     tl_figures_profit (const TlFigures *figures,
                              const TlTier    *tier);

/* Single figures, by key. */

typedef enum {
  TL_FIGURE_SECONDS,
  TL_FIGURE_MONEY,     /* minor units */
  TL_FIGURE_SHARE,     /* 0..1 */
  TL_FIGURE_COUNT,
  TL_FIGURE_POINTS     /* of the survey scale */
} TlFigureUnit;

typedef struct {
  const char  *key;        /* "clean.T": dots part the objects of JSON */
  const char  *group;      /* translatable heading; the same for rows that follow each other */
  const char  *label;      /* translatable */
  TlFigureUnit unit;
  double    (* value)   (const TlFigures *figures);
  char     *(* why_not) (const TlFigures *figures);   /* asked when value is NaN */
} TlFigure;

guint           tl_n_figures        (void);
const TlFigure *tl_figure_nth       (guint            index);
/* NULL when there is no such key. */
const TlFigure *tl_figure_find      (const char      *key);
/* Its value for files and other programs: money in the currency's own units. */
double          tl_figure_number    (const TlFigures *figures,
                                     const TlFigure  *figure);
/* NULL when it was worked out; else why not, translated. */
char           *tl_figure_why_not   (const TlFigures *figures,
                                     const TlFigure  *figure) G_GNUC_WARN_UNUSED_RESULT;
/* For people: "47 min", "28.39 AUD", "97.6 %"; "–" when it was not worked out. */
char           *tl_figure_text      (const TlFigures *figures,
                                     const TlFigure  *figure) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFigures, tl_figures_free)

G_END_DECLS
