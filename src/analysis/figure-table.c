/* figure-table.c - single figures, a row each. */
#include "analysis/figures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Why not. */

static char *
why_not_clean (const TlFigures *figures)
{
  return g_strdup (figures->clean->why_not);
}

static char *
why_not_withfail (const TlFigures *figures)
{
  return g_strdup (figures->withfail->why_not);
}

static char *
why_not_path (const TlFigures *figures)
{
  if (figures->path->why_not != NULL)
    return g_strdup (figures->path->why_not);
  return g_strdup (_("The happy path takes no time."));
}

static char *
why_not_right (const TlFigures *figures)
{
  return g_strdup (figures->why_not_right);
}

static char *
why_not_resolved (const char *why_not)
{
  return g_strdup (why_not != NULL ? why_not : _("No journey is resolved."));
}

static char *
why_not_clean_resolved (const TlFigures *figures)
{
  return why_not_resolved (figures->clean->why_not);
}

static char *
why_not_withfail_resolved (const TlFigures *figures)
{
  return why_not_resolved (figures->withfail->why_not);
}

static char *
why_not_covered (const TlFigures *figures)
{
  if (figures->n_failures == 0)
    return g_strdup (_("The chart has no failure points."));
  return g_strdup (_("All failure points are accepted as they are."));
}

static char *
why_not_rated (const TlFigures *figures)
{
  if (figures->coverage.n == 0)
    return why_not_covered (figures);
  return g_strdup (_("No failure point is rated."));
}

static char *
why_not_high (const TlFigures *figures)
{
  if (figures->coverage.rpn == 0)
    return why_not_rated (figures);
  return g_strdup (_("No failure point has high Action Priority."));
}

static char *
why_not_cost (const TlFigures *figures)
{
  if (tl_economics (figures->chart) == NULL)
    return g_strdup (_("The chart has no economics: cases a year and the value of a customer."));
  if (figures->clean->why_not != NULL)
    return g_strdup (figures->clean->why_not);
  return g_strdup (_("No failure point has a probability."));
}

static char *
why_not_servqual (const TlFigures *figures)
{
  if (tl_chart_n (figures->chart, TL_RECORD_RATING) == 0)
    return g_strdup (_("The chart has no ratings by customers."));
  /* Translators: %s is one of the five dimensions, such as Empathy. */
  return g_strdup_printf (_("There is no rating for %s."),
                          tl_dimension_text (figures->servqual.missing));
}

/* Values. */

#define VALUE(name, expression)                    \
  static double                                    \
  name (const TlFigures *f)                        \
  {                                                \
    return expression;                             \
  }
#define OF_FLOW(name, flow, member) VALUE (name, f->flow->why_not != NULL ? NAN : f->flow->member)
#define OF_PATH(name, member)       VALUE (name, f->path->why_not != NULL ? NAN : f->path->member)

OF_FLOW (clean_time, clean, time)
OF_FLOW (clean_time_resolved, clean, time_resolved)
OF_FLOW (clean_cost, clean, cost)
OF_FLOW (clean_touch, clean, touch)
OF_FLOW (clean_resolved, clean, outcome[TL_OUTCOME_RESOLVED])
OF_FLOW (clean_lost, clean, outcome[TL_OUTCOME_LOST])
OF_FLOW (clean_referred, clean, outcome[TL_OUTCOME_REFERRED])
OF_FLOW (withfail_time, withfail, time)
OF_FLOW (withfail_time_resolved, withfail, time_resolved)
OF_FLOW (withfail_cost, withfail, cost)
OF_FLOW (withfail_touch, withfail, touch)
OF_FLOW (withfail_resolved, withfail, outcome[TL_OUTCOME_RESOLVED])
OF_FLOW (withfail_lost, withfail, outcome[TL_OUTCOME_LOST])
OF_FLOW (withfail_referred, withfail, outcome[TL_OUTCOME_REFERRED])
OF_FLOW (withfail_given_up, withfail, given_up)
OF_PATH (happy_time, time)
OF_PATH (happy_touch, time > 0 ? f->path->touch / f->path->time : NAN)
OF_PATH (happy_yield, yield)
VALUE (first_time_right, f->first_time_right)

static double
share_of (double part,
          double whole)
{
  return whole > 0 ? part / whole : NAN;
}

VALUE (coverage, share_of (f->coverage.n_covered, f->coverage.n))
VALUE (coverage_rpn, share_of ((double) f->coverage.rpn_covered, (double) f->coverage.rpn))
VALUE (coverage_high, share_of (f->coverage.n_high_covered, f->coverage.n_high))

/* Of those whose cost is known. */
static double
failure_cost (const TlFigures *f)
{
  double sum = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < f->n_failures; i++) {
    if (!isnan (f->failures[i].cost_a_year)) {
      sum += f->failures[i].cost_a_year;
      any = TRUE;
    }
  }
  return any ? sum : NAN;
}

VALUE (servqual, f->servqual.score)
VALUE (servqual_weighted, f->servqual.weighted)
VALUE (standards_met, f->standards[TL_VERDICT_MET])
VALUE (standards_missed, f->standards[TL_VERDICT_MISSED])
VALUE (standards_never, f->standards[TL_VERDICT_NEVER])
VALUE (standards_due, f->standards_due)
VALUE (delighted, f->expectations[TL_CATEGORY_DELIGHTED])
VALUE (satisfied, f->expectations[TL_CATEGORY_SATISFIED])
VALUE (dissatisfied, f->expectations[TL_CATEGORY_DISSATISFIED])
VALUE (items_open, f->items_open)
VALUE (items_overdue, f->items_overdue)
VALUE (steps, f->graph->n)
VALUE (hand_overs, f->hand_overs)
VALUE (contacts, f->contacts)

#define CLEAN    N_("A journey, failures off")
#define WITHFAIL N_("A journey, failures on")
#define HAPPY    N_("The happy path")
#define FAILURE  N_("Failure and recovery")
#define SURVEY   N_("What customers say")
#define STANDARD N_("Standards and expectations")
#define ITEMS    N_("Action items")
#define CHART    N_("The chart")

static const TlFigure table[] = {
  { "clean.T", CLEAN, N_("Expected time"), TL_FIGURE_SECONDS, clean_time, why_not_clean },
  { "clean.Tres", CLEAN, N_("Expected time when it is resolved"), TL_FIGURE_SECONDS,
    clean_time_resolved, why_not_clean_resolved },
  { "clean.C", CLEAN, N_("Expected cost"), TL_FIGURE_MONEY, clean_cost, why_not_clean },
  { "clean.touch", CLEAN, N_("Working time of staff"), TL_FIGURE_SECONDS, clean_touch,
    why_not_clean },
  { "clean.out.resolved", CLEAN, N_("Resolved"), TL_FIGURE_SHARE, clean_resolved,
    why_not_clean },
  { "clean.out.lost", CLEAN, N_("Lost"), TL_FIGURE_SHARE, clean_lost, why_not_clean },
  { "clean.out.referred", CLEAN, N_("Referred"), TL_FIGURE_SHARE, clean_referred,
    why_not_clean },
  { "withfail.T", WITHFAIL, N_("Expected time"), TL_FIGURE_SECONDS, withfail_time,
    why_not_withfail },
  { "withfail.Tres", WITHFAIL, N_("Expected time when it is resolved"), TL_FIGURE_SECONDS,
    withfail_time_resolved, why_not_withfail_resolved },
  { "withfail.C", WITHFAIL, N_("Expected cost"), TL_FIGURE_MONEY, withfail_cost,
    why_not_withfail },
  { "withfail.touch", WITHFAIL, N_("Working time of staff"), TL_FIGURE_SECONDS, withfail_touch,
    why_not_withfail },
  { "withfail.out.resolved", WITHFAIL, N_("Resolved"), TL_FIGURE_SHARE, withfail_resolved,
    why_not_withfail },
  { "withfail.out.lost", WITHFAIL, N_("Lost"), TL_FIGURE_SHARE, withfail_lost,
    why_not_withfail },
  { "withfail.out.referred", WITHFAIL, N_("Referred"), TL_FIGURE_SHARE, withfail_referred,
    why_not_withfail },
  { "withfail.given-up", WITHFAIL, N_("Lost to a failure"), TL_FIGURE_SHARE, withfail_given_up,
    why_not_withfail },
  { "FTR", WITHFAIL, N_("Right first time"), TL_FIGURE_SHARE, first_time_right, why_not_right },
  { "happyT", HAPPY, N_("Lead time"), TL_FIGURE_SECONDS, happy_time, why_not_path },
  { "touch-share", HAPPY, N_("Working time in the lead time"), TL_FIGURE_SHARE, happy_touch,
    why_not_path },
  { "RTY", HAPPY, N_("Rolled throughput yield"), TL_FIGURE_SHARE, happy_yield, why_not_path },
  { "coverage", FAILURE, N_("Failure points with a complete recovery procedure"),
    TL_FIGURE_SHARE, coverage, why_not_covered },
  { "coverage-rpn", FAILURE, N_("The same, weighted by RPN"), TL_FIGURE_SHARE, coverage_rpn,
    why_not_rated },
  { "coverage-high", FAILURE, N_("The same, of high Action Priority"), TL_FIGURE_SHARE,
    coverage_high, why_not_high },
  { "failure-cost", FAILURE, N_("Cost of failure a year"), TL_FIGURE_MONEY, failure_cost,
    why_not_cost },
  { "servqual.unweighted", SURVEY, N_("Perceived less expected, five dimensions"),
    TL_FIGURE_POINTS, servqual, why_not_servqual },
  { "servqual.weighted", SURVEY, N_("The same, weighted"), TL_FIGURE_POINTS, servqual_weighted,
    why_not_servqual },
  { "standards-met", STANDARD, N_("Standards met"), TL_FIGURE_COUNT, standards_met, NULL },
  { "standards-missed", STANDARD, N_("Standards missed"), TL_FIGURE_COUNT, standards_missed,
    NULL },
  { "standards-never", STANDARD, N_("Standards never measured"), TL_FIGURE_COUNT,
    standards_never, NULL },
  { "standards-due", STANDARD, N_("Standards to be measured again"), TL_FIGURE_COUNT,
    standards_due, NULL },
  { "delighted", STANDARD, N_("Expectations that delight"), TL_FIGURE_COUNT, delighted, NULL },
  { "satisfied", STANDARD, N_("Expectations that satisfy"), TL_FIGURE_COUNT, satisfied, NULL },
  { "dissatisfied", STANDARD, N_("Expectations that dissatisfy"), TL_FIGURE_COUNT,
    dissatisfied, NULL },
  { "items-open", ITEMS, N_("Open"), TL_FIGURE_COUNT, items_open, NULL },
  { "items-overdue", ITEMS, N_("Overdue"), TL_FIGURE_COUNT, items_overdue, NULL },
  { "steps", CHART, N_("Steps"), TL_FIGURE_COUNT, steps, NULL },
  { "hand-overs", CHART, N_("Hand-overs between staff and systems"), TL_FIGURE_COUNT, hand_overs,
    NULL },
  { "contacts", CHART, N_("Crossings of the line of interaction"), TL_FIGURE_COUNT, contacts,
    NULL },
};

guint
tl_n_figures (void)
{
  return G_N_ELEMENTS (table);
}

const TlFigure *
tl_figure_nth (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (table), NULL);

  return &table[index];
}

const TlFigure *
tl_figure_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    if (strcmp (table[i].key, key) == 0)
      return &table[i];
  }
  return NULL;
}

double
tl_figure_number (const TlFigures *figures,
                  const TlFigure  *figure)
{
  double value = figure->value (figures);

  return figure->unit == TL_FIGURE_MONEY ? value / tl_money_unit (figures->chart) : value;
}

char *
tl_figure_why_not (const TlFigures *figures,
                   const TlFigure  *figure)
{
  double value = figure->value (figures);

  if (isfinite (value))
    return NULL;
  if (!isnan (value))
    return g_strdup (_("The number is too large."));
  return figure->why_not (figures);
}

char *
tl_figure_text (const TlFigures *figures,
                const TlFigure  *figure)
{
  double value = figure->value (figures);

  if (!isfinite (value))
    return g_strdup ("–");
  switch (figure->unit) {
  case TL_FIGURE_SECONDS:
    return tl_measure_text (figures->chart, TL_UNIT_SECONDS, value);
  case TL_FIGURE_MONEY:
    return tl_measure_money_text (figures->chart, value);
  case TL_FIGURE_SHARE:
    return tl_measure_text (figures->chart, TL_UNIT_PERCENT, 100 * value);
  case TL_FIGURE_COUNT:
    return g_strdup_printf ("%.0f", value);
  case TL_FIGURE_POINTS:
  default:
    return g_strdup_printf ("%+.3f", value);
  }
}
