/* plot-survey.c - what customers expect beside what they find, a row for each of the five
 * dimensions of service; the heaviest first.
 */
#include "render/plot-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_ROW  20.0
#define MOST_ROW   64.0
#define LEAST_WIDE 140.0   /* of the scale */
#define N_ROWS     (TL_N_DIMENSIONS - 1)

typedef struct {
  TlPlotter  *plotter;
  TlServqual  survey;
  TlDimension rows[N_ROWS];   /* by weight */
  TlBox       area;           /* of the scale, all rows */
  double      row;            /* height of each */
} Survey;

static double
x_of (const Survey *survey,
      double        value)
{
  int scale = tl_chart_info (survey->plotter->chart)->scale;

  return survey->area.x + survey->area.w * (value - 1) / (scale - 1);
}

/* A hyphen is too short to be seen beside a plus. */
static char *
signed_text (double value,
             int    decimals)
{
  g_autofree char *text = g_strdup_printf ("%+.*f", decimals, value);

  return *text == '-' ? g_strconcat ("−", text + 1, NULL) : g_steal_pointer (&text);
}

static char *
gap_text (double gap)
{
  return signed_text (gap, 2);
}

/* As everywhere among the figures. */
static char *
score_text (double score)
{
  return signed_text (score, 3);
}

static char *
mean_text (double mean)
{
  return g_strdup_printf ("%.2f", mean);
}

/* Texts. */

static char *
spoken_text (const Survey *survey,
             TlDimension   dimension)
{
  const TlServqual *s = &survey->survey;
  g_autofree char *gap = NULL;

  if (s->n_items[dimension] == 0)
    /* Translators: %s is a dimension of service, "Reliability"; weight in percent. */
    return g_strdup_printf (_("%s (weight %d %%): nothing asked yet"),
                            tl_dimension_text (dimension), s->weight[dimension]);
  gap = gap_text (s->gap[dimension]);
  /* Translators: a dimension of service, its weight in percent, two means of a survey, the
   * difference, and "Dissatisfied", "Satisfied" or "Delighted". */
  return g_strdup_printf (_("%s (weight %d %%): expected %.2f, perceived %.2f, gap %s: %s"),
                          tl_dimension_text (dimension), s->weight[dimension],
                          s->expected[dimension], s->perceived[dimension], gap,
                          tl_category_text (s->category[dimension]));
}

static char *
summary_text (const Survey *survey)
{
  g_autofree char *weighted = score_text (survey->survey.weighted);
  g_autofree char *plain = score_text (survey->survey.score);

  if (survey->survey.missing != TL_DIMENSION_NONE)
    return g_strdup (_("No score yet: a dimension nothing was asked about is missing from it."));
  return g_strdup_printf (_("Gap weighted: %s, not weighted: %s. Below zero customers perceive "
                            "less than they expect."), weighted, plain);
}

static void
make_table (const Survey *survey)
{
  TlPlotter *plotter = survey->plotter;
  const TlServqual *s = &survey->survey;

  tl_plot_column (plotter, _("Dimension"), FALSE);
  tl_plot_column (plotter, _("Weight"), TRUE);
  tl_plot_column (plotter, _("Expected"), TRUE);
  tl_plot_column (plotter, _("Perceived"), TRUE);
  tl_plot_column (plotter, _("Gap"), TRUE);
  tl_plot_column (plotter, _("Customers are"), FALSE);
  for (guint i = 0; i < N_ROWS; i++) {
    TlDimension d = survey->rows[i];
    gboolean asked = s->n_items[d] > 0;

    tl_plot_add_cell (plotter, g_strdup (tl_dimension_text (d)));
    tl_plot_add_cell (plotter, g_strdup_printf (_("%d %%"), s->weight[d]));
    tl_plot_add_cell (plotter, asked ? mean_text (s->expected[d]) : NULL);
    tl_plot_add_cell (plotter, asked ? mean_text (s->perceived[d]) : NULL);
    tl_plot_add_cell (plotter, asked ? gap_text (s->gap[d]) : NULL);
    tl_plot_add_cell (plotter, g_strdup (tl_category_text (s->category[d])));
  }
}

/* Laying out */

/* By weight, of equals as they come. */
static void
sort_rows (Survey *survey)
{
  for (guint i = 0; i < N_ROWS; i++) {
    TlDimension dimension = TL_DIMENSION_RELIABILITY + (int) i;
    guint at = i;

    for (; at > 0 && survey->survey.weight[survey->rows[at - 1]] <
                       survey->survey.weight[dimension]; at--)
      survey->rows[at] = survey->rows[at - 1];
    survey->rows[at] = dimension;
  }
}

static char *
name_text (const Survey *survey,
           TlDimension   dimension)
{
  /* Translators: a dimension of service and its weight in percent: Reliability · 32 %. */
  return g_strdup_printf (_("%s · %d %%"), tl_dimension_text (dimension),
                          survey->survey.weight[dimension]);
}

/* "−0.50 Dissatisfied" */
static char *
verdict_text (const Survey *survey,
              TlDimension   dimension)
{
  g_autofree char *gap = NULL;

  if (survey->survey.n_items[dimension] == 0)
    return g_strdup (_("nothing asked yet"));
  gap = gap_text (survey->survey.gap[dimension]);
  /* Translators: a difference and what it makes of customers: −0.50 Dissatisfied. */
  return g_strdup_printf (C_("gap", "%s %s"), gap,
                          tl_category_text (survey->survey.category[dimension]));
}

static void
lay_out (Survey *survey)
{
  TlPlotter *plotter = survey->plotter;
  TlBox area = plotter->area;
  double names = 0, verdicts = 0, foot, mean = tl_plot_words (plotter, TL_TEXT_LINE, "0.00")->width;

  for (guint i = 0; i < N_ROWS; i++) {
    g_autofree char *name = name_text (survey, survey->rows[i]);
    g_autofree char *verdict = verdict_text (survey, survey->rows[i]);

    names = MAX (names, tl_plot_words (plotter, TL_TEXT_STEP, name)->width);
    verdicts = MAX (verdicts, tl_plot_words (plotter, TL_TEXT_STEP, verdict)->width);
  }
  foot = tl_plot_words (plotter, TL_TEXT_LINE, "0")->line_height + 4;
  /* Means stand outside their marks, which may be at either end. */
  names += mean + 3 * TL_PLOT_GAP;
  verdicts += mean + 3 * TL_PLOT_GAP;
  plotter->plot->width = MAX (plotter->plot->width,
                              area.x * 2 + names + LEAST_WIDE + verdicts);
  area.w = MAX (area.w, names + LEAST_WIDE + verdicts);
  survey->row = CLAMP ((area.h - foot) / N_ROWS, LEAST_ROW, MOST_ROW);
  survey->area = (TlBox) { area.x + names, area.y, area.w - names - verdicts,
                           survey->row * N_ROWS };
  plotter->plot->height = area.y + survey->area.h + foot + 4;
}

static void
put_scale (Survey *survey)
{
  TlPlotter *plotter = survey->plotter;
  int scale = tl_chart_info (plotter->chart)->scale;
  double bottom = survey->area.y + survey->area.h;

  for (int i = 1; i <= scale; i++) {
    const TlPoint line[] = { { x_of (survey, i), survey->area.y }, { x_of (survey, i), bottom } };
    g_autofree char *label = g_strdup_printf ("%d", i);

    tl_plot_line (plotter, TL_INK_GRID, 1, FALSE, line, 2);
    tl_plot_text_if_free (plotter, tl_plot_words (plotter, TL_TEXT_LINE, label), TL_INK_MUTED,
                          x_of (survey, i), bottom + 2, TL_ALIGN_CENTRE, FALSE);
  }
}

static void
put_mean (Survey  *survey,
          double   value,
          double   y,
          gboolean at_left)
{
  g_autofree char *label = mean_text (value);
  const TlText *words = tl_plot_words (survey->plotter, TL_TEXT_LINE, label);

  tl_plot_text_if_free (survey->plotter, words, TL_INK_MUTED,
                        x_of (survey, value) + (at_left ? -1 : 1) * (TL_PLOT_GAP + 3),
                        y - words->height / 2, at_left ? TL_ALIGN_END : TL_ALIGN_START, TRUE);
}

static void
put_row (Survey *survey,
         guint   index)
{
  TlPlotter *plotter = survey->plotter;
  TlDimension d = survey->rows[index];
  double expected = survey->survey.expected[d], perceived = survey->survey.perceived[d];
  double y = survey->area.y + survey->row * (index + 0.5);
  TlBox box = { plotter->area.x, y - survey->row / 2 + 1,
                plotter->plot->width - 2 * plotter->area.x, survey->row - 2 };
  g_autofree char *name = name_text (survey, d);
  g_autofree char *verdict = verdict_text (survey, d);
  const TlText *left = tl_plot_words (plotter, TL_TEXT_STEP, name);
  const TlText *right = tl_plot_words (plotter, TL_TEXT_STEP, verdict);

  tl_plot_spot_begin (plotter, TL_ID_NONE, box, spoken_text (survey, d));
  for (guint i = 0; i < tl_chart_n (plotter->chart, TL_RECORD_RATING); i++) {
    const TlRating *rating = TL_CHART_NTH (plotter->chart, RATING, TlRating, i);

    if (rating->dimension == d)
      tl_plot_spot_add (plotter, rating->head.id);
  }
  tl_plot_text (plotter, left, TL_INK_TEXT, plotter->area.x + 4, y - left->height / 2,
                TL_ALIGN_START);
  tl_plot_text (plotter, right,
                survey->survey.n_items[d] > 0 ? TL_INK_TEXT : TL_INK_MUTED,
                box.x + box.w - 4, y - right->height / 2, TL_ALIGN_END);
  if (survey->survey.n_items[d] > 0) {
    tl_plot_level (plotter, TL_INK_MEASURED, 3, FALSE, x_of (survey, expected),
                   x_of (survey, perceived), y);
    tl_plot_point (plotter, TL_INK_TEXT, TL_MARKER_RING, (TlPoint) { x_of (survey, expected), y });
    tl_plot_point (plotter, TL_INK_MEASURED, TL_MARKER_DIAMOND,
                   (TlPoint) { x_of (survey, perceived), y });
    put_mean (survey, expected, y, expected < perceived);
    put_mean (survey, perceived, y, perceived <= expected);
  }
  tl_plot_spot_end (plotter);
}

void
tl_plot_survey (TlPlotter *plotter)
{
  const TlPlotKey keys[] = {
    { .label = _("expected"), .kind = TL_MARK_POINT, .ink = TL_INK_TEXT,
      .marker = TL_MARKER_RING },
    { .label = _("perceived"), .kind = TL_MARK_POINT, .ink = TL_INK_MEASURED,
      .marker = TL_MARKER_DIAMOND },
  };
  Survey survey = { .plotter = plotter, .survey = plotter->figures->servqual };

  plotter->plot->title = g_strdup (_("What customers expect and what they perceive"));
  if (tl_chart_n (plotter->chart, TL_RECORD_RATING) == 0) {
    plotter->plot->empty =
      g_strdup (_("No survey rating is recorded yet. Add them to the chart’s own details: for "
                  "each dimension what customers expect and what they perceive."));
    return;
  }
  sort_rows (&survey);
  plotter->plot->summary = summary_text (&survey);
  tl_plot_head (plotter, keys, G_N_ELEMENTS (keys));
  lay_out (&survey);
  put_scale (&survey);
  for (guint i = 0; i < N_ROWS; i++)
    put_row (&survey, i);
  make_table (&survey);
}
