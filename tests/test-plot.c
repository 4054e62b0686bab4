/* test-plot.c - pictures of numbers: ticks, marks against the values they show, and that
 * all words can be read. */
#include "render/plot.h"

#include <math.h>
#include <string.h>

#include "charts.h"
#include "full-chart.h"
#include "render/plot-ticks.h"
#include "report/pages.h"
#include "xml-support.h"

/* Ticks. */

static void
test_ticks (void)
{
  static const struct {
    double     low, high;
    guint      most;
    TlTickUnit unit;
    double     lowest, step;
    guint      n;
  } rows[] = {
    { 0, 336, 8, TL_TICKS_WHOLE, 0, 50, 8 },
    { 0, 336, 5, TL_TICKS_WHOLE, 0, 100, 5 },
    { 0, 3, 9, TL_TICKS_WHOLE, 0, 1, 4 },
    { 0, 0.3, 9, TL_TICKS_WHOLE, 0, 1, 2 },
    { 0, 0.3, 4, TL_TICKS_PLAIN, 0, 0.1, 4 },
    { 4.1, 4.6, 9, TL_TICKS_PLAIN, 4.1, 0.1, 6 },
    { -2, 2, 5, TL_TICKS_PLAIN, -2, 1, 5 },
    { 93, 97, 3, TL_TICKS_PLAIN, 90, 5, 3 },
    { 0, 360, 7, TL_TICKS_SECONDS, 0, 60, 7 },
    { 0, 360, 5, TL_TICKS_SECONDS, 0, 120, 4 },
    { 0, 40, 5, TL_TICKS_SECONDS, 0, 10, 5 },
    { 0, 5400, 4, TL_TICKS_SECONDS, 0, 1800, 4 },
    { 0, 400000, 6, TL_TICKS_SECONDS, 0, 86400, 6 },
    { 0, 8640000, 6, TL_TICKS_SECONDS, 0, 1728000, 6 },
    { 0, 1e12, 3, TL_TICKS_PLAIN, 0, 5e11, 3 },
    /* All the same: the axis has room around it, and never below nothing. */
    { 0, 0, 5, TL_TICKS_PLAIN, 0, 0.2, 4 },
    { 0, 0, 5, TL_TICKS_WHOLE, 0, 1, 2 },
    { 5, 5, 5, TL_TICKS_WHOLE, 4, 1, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlTicks ticks = tl_ticks_new (rows[i].low, rows[i].high, rows[i].most, rows[i].unit);

    g_test_message ("%g to %g, at most %u", rows[i].low, rows[i].high, rows[i].most);
    g_assert_cmpfloat_with_epsilon (ticks.lowest, rows[i].lowest, 1e-9 * rows[i].step);
    g_assert_cmpfloat_with_epsilon (ticks.step, rows[i].step, 1e-9 * rows[i].step);
    g_assert_cmpuint (ticks.n, ==, rows[i].n);
  }
}

/* What every axis holds, whatever the values. */
static void
test_ticks_hold (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 20000; i++) {
    double low = (g_rand_double (rand) - 0.3) * pow (10, g_rand_int_range (rand, -3, 9));
    double high = low + g_rand_double (rand) * pow (10, g_rand_int_range (rand, -3, 9));
    guint most = (guint) g_rand_int_range (rand, 2, 12);
    TlTickUnit unit = (TlTickUnit) g_rand_int_range (rand, 0, 3);
    TlTicks ticks = tl_ticks_new (low, high, most, unit);
    double slack = ticks.step * 1e-6;

    g_assert_cmpfloat (ticks.lowest, <=, low + slack);
    g_assert_cmpfloat (tl_ticks_highest (&ticks), >=, high - slack);
    g_assert_cmpuint (ticks.n, >=, 2);
    g_assert_cmpuint (ticks.n, <=, MAX (most, 3) + 1);
    if (unit != TL_TICKS_PLAIN)
      g_assert_cmpfloat (ticks.step, ==, round (ticks.step));
  }
}

/* Making plots. */

static void
set_text (char       **text,
          const char  *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

typedef struct {
  TlChart        *chart;
  TlFigures      *figures;
  TlOrder        *order;
  TlTextMeasurer *measurer;
  TlPlot         *plot;
} Case;

static void
case_clear (Case *c)
{
  g_clear_pointer (&c->plot, tl_plot_free);
  g_clear_pointer (&c->figures, tl_figures_free);
  g_clear_pointer (&c->order, tl_order_free);
  g_clear_pointer (&c->measurer, tl_text_measurer_free);
  g_clear_pointer (&c->chart, tl_chart_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
case_remake (Case                *c,
             const TlPlotOptions *options)
{
  g_clear_pointer (&c->plot, tl_plot_free);
  if (c->figures == NULL) {
    c->figures = tl_figures_new (c->chart, 0);
    c->order = tl_order_new (c->chart);
  }
  if (c->measurer == NULL)
    c->measurer = tl_text_measurer_new (NULL);
  c->plot = tl_plot_new (c->figures, c->order, tl_text_measurer_measure (c->measurer), options);
}

/* Takes @chart. */
static Case
case_new (TlChart    *chart,
          const char *what)
{
  Case c = { .chart = chart };
  TlPlotOptions options = { .width = TL_PLOT_WIDTH, .height = TL_PLOT_HEIGHT, .titled = TRUE };
  g_autoptr (GError) error = NULL;

  tl_plot_parse (what, chart, &options, &error);
  g_assert_no_error (error);
  case_remake (&c, &options);
  return c;
}

/* The marks of a kind that belong to a spot (or to any, G_MAXUINT - 1), in order. */
static const TlPlotMark *
find_mark (const TlPlot *plot,
           guint         spot,
           TlPlotMarkKind    kind,
           guint         index)
{
  for (guint i = 0; i < plot->marks->len; i++) {
    const TlPlotMark *mark = &g_array_index (plot->marks, TlPlotMark, i);

    if (mark->spot == spot && mark->kind == kind && index-- == 0)
      return mark;
  }
  g_error ("spot %u has no such mark", spot);
}

static const TlPlotSpot *
nth_spot (const TlPlot *plot,
          guint         index)
{
  g_assert_cmpuint (index, <, plot->spots->len);
  return &g_array_index (plot->spots, TlPlotSpot, index);
}

/* The longest line that is part of no spot: the sum so far. */
static const TlPlotMark *
longest_line (const TlPlot *plot)
{
  const TlPlotMark *longest = NULL;

  for (guint i = 0; i < plot->marks->len; i++) {
    const TlPlotMark *mark = &g_array_index (plot->marks, TlPlotMark, i);

    if (mark->kind == TL_MARK_LINE && (longest == NULL || mark->n_points > longest->n_points))
      longest = mark;
  }
  return longest;
}

/* Bars. */

static void
test_pareto (gconstpointer data)
{
  TlParetoBy by = GPOINTER_TO_UINT (data);
  g_autofree char *what = g_strdup_printf ("pareto:%s", tl_plot_choice_name (TL_PLOT_PARETO, by));
  g_auto (Case) c = case_new (tl_test_read_example ("hotel-check-in"), what);
  g_autoptr (GArray) bars = tl_series_pareto (c.figures, by);
  const TlPlotMark *sums = longest_line (c.plot), *first = find_mark (c.plot, 0, TL_MARK_BAR, 0);
  double bottom = first->box.y + first->box.h, right = 0;

  g_assert_cmpuint (c.plot->spots->len, ==, bars->len);
  g_assert_cmpuint (sums->n_points, ==, bars->len);
  g_assert_cmpuint (tl_plot_n_rows (c.plot), ==, bars->len);
  for (guint i = 0; i < bars->len; i++) {
    const TlParetoBar *bar = &g_array_index (bars, TlParetoBar, i);
    const TlPlotMark *mark = find_mark (c.plot, i, TL_MARK_BAR, 0);
    TlPoint sum = g_array_index (c.plot->points, TlPoint, sums->first + i);
    TlPoint last = g_array_index (c.plot->points, TlPoint, sums->first + bars->len - 1);

    g_assert_true (tl_plot_spot_shows (c.plot, i, bar->failure->failure->head.id));
    g_assert_nonnull (strstr (nth_spot (c.plot, i)->text, bar->failure->failure->title));
    /* As high as its value says, from one line, and apart from the one before. */
    g_assert_cmpfloat_with_epsilon (mark->box.h / first->box.h,
                                    bar->value / g_array_index (bars, TlParetoBar, 0).value, 1e-6);
    g_assert_cmpfloat_with_epsilon (mark->box.y + mark->box.h, bottom, 1e-6);
    g_assert_cmpfloat (mark->box.x, >, right);
    right = mark->box.x + mark->box.w;
    /* The sum stands over the middle of its bar; the last one at the top is all. */
    g_assert_cmpfloat_with_epsilon (sum.x, mark->box.x + mark->box.w / 2, 1e-6);
    g_assert_cmpfloat_with_epsilon ((bottom - sum.y) / (bottom - last.y), bar->sum, 1e-6);
  }
}

/* Bars that have no room of their own are summed up, and the table has them all. */
static void
test_pareto_others (void)
{
  g_auto (Case) c = case_new (tl_test_read_example ("hotel-check-in"), "pareto:rpn");
  TlPlotOptions options = { .kind = TL_PLOT_PARETO, .choice = TL_PARETO_RPN, .width = 260,
                            .height = 150 };
  const TlPlotSpot *last;

  case_remake (&c, &options);
  g_assert_cmpuint (c.plot->spots->len, <, 10);
  g_assert_cmpuint (tl_plot_n_rows (c.plot), ==, 10);
  last = nth_spot (c.plot, c.plot->spots->len - 1);
  g_assert_cmpuint (last->n_ids, ==, 0);
  g_assert_nonnull (strstr (last->text, "others"));
  /* What they sum up to makes the bars no lower than half. */
  g_assert_cmpfloat (find_mark (c.plot, 0, TL_MARK_BAR, 0)->box.h * 2, >,
                     find_mark (c.plot, c.plot->spots->len - 1, TL_MARK_BAR, 0)->box.h);
  options.width = 1200;
  case_remake (&c, &options);
  g_assert_cmpuint (c.plot->spots->len, ==, 10);
}

/* Who is left out is said. */
static void
test_pareto_left_out (void)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  g_auto (Case) c = { NULL };

  tl_test_change (chart, "f.S=2; f.O=3; f.D=4; g.S=5; g.O=5; g.D=5; g.accepted=rare");
  c = case_new (g_steal_pointer (&chart), "pareto:rpn");
  g_assert_cmpuint (c.plot->spots->len, ==, 1);
  g_assert_nonnull (strstr (c.plot->summary, "1 is accepted and left out."));
}

/* Expected and found. */

static void
test_survey (void)
{
  g_auto (Case) c = case_new (tl_test_read_example ("hotel-check-in"), "survey");
  static const struct {
    const char *name;
    double      expected, found;
  } rows[] = {   /* by weight; DOMAIN 4.3 */
    { "Reliability", 4.6, 4.1 }, { "Responsiveness", 4.4, 4.2 }, { "Assurance", 4.3, 4.5 },
    { "Empathy", 4.0, 4.4 }, { "Tangibles", 4.5, 4.2 },
  };
  double unit = 0, y = 0;

  g_assert_cmpuint (c.plot->spots->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlPoint expected = tl_box_centre (find_mark (c.plot, i, TL_MARK_POINT, 0)->box);
    TlPoint found = tl_box_centre (find_mark (c.plot, i, TL_MARK_POINT, 1)->box);
    double one = (found.x - expected.x) / (rows[i].found - rows[i].expected);

    g_assert_true (g_str_has_prefix (nth_spot (c.plot, i)->text, rows[i].name));
    g_assert_cmpfloat (find_mark (c.plot, i, TL_MARK_POINT, 0)->marker, !=,
                       find_mark (c.plot, i, TL_MARK_POINT, 1)->marker);
    if (i > 0)
      g_assert_cmpfloat_with_epsilon (one, unit, 1e-6);
    unit = one;
    g_assert_cmpfloat (unit, >, 0);
    g_assert_cmpfloat (expected.y, ==, found.y);
    g_assert_cmpfloat (expected.y, >, y);
    y = expected.y;
    g_assert_cmpuint (nth_spot (c.plot, i)->n_ids, >, 0);
  }
  g_assert_nonnull (strstr (c.plot->summary, "−0.135"));
  g_assert_nonnull (strstr (c.plot->summary, "−0.080"));
  g_assert_cmpstr (tl_plot_cell (c.plot, 0, 4), ==, "−0.50");
  g_assert_cmpstr (tl_plot_cell (c.plot, 3, 5), ==, "Delighted");
}

/* Standards. */

static void
test_standards (void)
{
  g_auto (Case) c = case_new (tl_test_read_example ("hotel-check-in"), "standards:st3");
  TlId standard = tl_chart_find (c.chart, "st3");
  TlPoint target = { 0, 0 }, early, late;
  double per_unit;

  /* "Rooms ready by 3 pm": 95 % asked for; 90 % in September, 92 % in October. */
  g_assert_cmpuint (c.plot->spots->len, ==, 3);
  g_assert_false (nth_spot (c.plot, 0)->quiet);
  for (guint i = 0; i < 3; i++)
    g_assert_true (tl_plot_spot_shows (c.plot, i, standard));
  for (guint i = 0; i < c.plot->marks->len; i++) {
    const TlPlotMark *mark = &g_array_index (c.plot->marks, TlPlotMark, i);

    if (mark->kind == TL_MARK_LINE && mark->dashed && mark->spot == 0)
      target = g_array_index (c.plot->points, TlPoint, mark->first);
  }
  late = tl_box_centre (find_mark (c.plot, 1, TL_MARK_POINT, 0)->box);
  early = tl_box_centre (find_mark (c.plot, 2, TL_MARK_POINT, 0)->box);
  g_assert_cmpfloat (early.x, <, late.x);
  per_unit = (early.y - late.y) / 2;
  g_assert_cmpfloat (per_unit, >, 0);
  g_assert_cmpfloat_with_epsilon ((late.y - target.y) / per_unit, 3, 1e-6);
  g_assert_cmpint (find_mark (c.plot, 1, TL_MARK_POINT, 0)->marker, ==, TL_MARKER_CROSS);
  g_assert_nonnull (strstr (nth_spot (c.plot, 1)->text, "Missed"));
  g_assert_nonnull (strstr (nth_spot (c.plot, 1)->text, "428"));
}

/* A standard for a share of the cases is shown by that share. */
static void
test_share (void)
{
  g_auto (Case) c = case_new (tl_test_read_example ("hotel-check-in"), "standards:st1");

  g_assert_cmpuint (c.plot->spots->len, ==, 2);
  g_assert_nonnull (strstr (nth_spot (c.plot, 1)->text, "93 %"));
  g_assert_cmpint (find_mark (c.plot, 1, TL_MARK_POINT, 0)->marker, ==, TL_MARKER_DISC);
}

/* Satisfaction. */

/* Where nothing is measured the line is broken; the drawn one leads on. */
static void
test_gaps (void)
{
  static const double emotions[] = { 1, -1, NAN, 2, 0 };
  static const double answers[] = { 4, 2, NAN, 5, 3 };
  static const char names[] = "abcde";
  g_autoptr (TlChart) chart = tl_test_chart ("C: a b c d e\na>b b>c c>d d>e");
  g_auto (Case) c = { NULL };
  guint n_drawn = 0, n_measured = 0;

  tl_chart_begin (chart, "Feel");
  for (guint i = 0; i < G_N_ELEMENTS (emotions); i++) {
    const char name[] = { names[i], '\0' };
    TlId id = tl_test_id (chart, name);
    TlStandard *standard;
    TlMeasurement *one;

    if (isnan (emotions[i]))
      continue;
    ((TlStep *) tl_chart_edit (chart, id))->emotion = (int) emotions[i];
    if (i == 0)
      continue;   /* drawn and not measured */
    standard = tl_test_add (chart, TL_RECORD_STANDARD, NULL, TL_ID_NONE);
    set_text (&standard->name, "Asked");
    standard->type = TL_STANDARD_SOFT;
    standard->dimension = TL_DIMENSION_EMPATHY;
    standard->unit = TL_UNIT_SCORE;
    standard->better = TL_BETTER_HIGHER;
    tl_id_list_append (&standard->steps, id);
    one = tl_test_add (chart, TL_RECORD_MEASUREMENT, NULL, standard->head.id);
    one->date = 738000;
    one->value = answers[i];
  }
  tl_chart_settle (chart);
  c = case_new (g_steal_pointer (&chart), "satisfaction");
  g_assert_cmpuint (c.plot->spots->len, ==, 4);
  for (guint i = 0; i < c.plot->marks->len; i++) {
    const TlPlotMark *mark = &g_array_index (c.plot->marks, TlPlotMark, i);

    if (mark->kind != TL_MARK_LINE || mark->n_points < 3)
      continue;
    n_drawn += mark->ink == TL_INK_DRAWN ? mark->n_points : 0;
    n_measured += mark->ink == TL_INK_MEASURED ? mark->n_points : 0;
  }
  g_assert_cmpuint (n_drawn, ==, 4);
  g_assert_cmpuint (n_measured, ==, 3);
}

/* Higher is better, and what was measured has the drawn one's scale. */
static void
test_satisfaction (void)
{
  g_auto (Case) c = case_new (tl_test_read_example ("hotel-check-in"), "satisfaction");
  g_autoptr (GArray) moods = tl_series_mood (c.chart, c.order);
  double per_unit = 0, zero = 0;
  guint n_measured = 0;

  g_assert_cmpuint (c.plot->spots->len, ==, moods->len);
  for (guint i = 0; i < moods->len; i++) {
    const TlMoodPoint *mood = &g_array_index (moods, TlMoodPoint, i);
    TlPoint drawn = tl_box_centre (find_mark (c.plot, i, TL_MARK_POINT, 0)->box);

    g_assert_true (tl_plot_spot_shows (c.plot, i, mood->step));
    if (i == 0) {
      const TlMoodPoint *other = mood;
      guint k = 0;

      while (other->drawn == mood->drawn)
        other = &g_array_index (moods, TlMoodPoint, ++k);
      per_unit = (drawn.y - tl_box_centre (find_mark (c.plot, k, TL_MARK_POINT, 0)->box).y) /
                 (other->drawn - mood->drawn);
      zero = drawn.y + mood->drawn * per_unit;
      g_assert_cmpfloat (per_unit, >, 0);
    }
    g_assert_cmpfloat_with_epsilon (drawn.y, zero - mood->drawn * per_unit, 1e-6);
    if (!isnan (mood->measured)) {
      TlPoint measured = tl_box_centre (find_mark (c.plot, i, TL_MARK_POINT, 1)->box);

      n_measured++;
      g_assert_cmpfloat_with_epsilon (measured.y, zero - mood->measured * per_unit, 1e-6);
      g_assert_cmpfloat (measured.x, ==, drawn.x);
    }
  }
  g_assert_cmpuint (n_measured, >, 0);
}

/* All words can be read, whatever the chart and the size. */

static void
check_texts (const TlPlot *plot)
{
  for (guint i = 0; i < plot->marks->len; i++) {
    const TlPlotMark *mark = &g_array_index (plot->marks, TlPlotMark, i);

    if (mark->kind != TL_MARK_TEXT)
      continue;
    if (mark->box.x < -0.5 || mark->box.y < -0.5 ||
        mark->box.x + mark->box.w > plot->width + 0.5 ||
        mark->box.y + mark->box.h > plot->height + 0.5)
      g_error ("“%s” leaves the page of %g × %g", mark->text.text->text, plot->width,
               plot->height);
    for (guint k = 0; k < i; k++) {
      const TlPlotMark *other = &g_array_index (plot->marks, TlPlotMark, k);

      if (other->kind == TL_MARK_TEXT &&
          tl_box_overlaps (tl_box_grow (mark->box, -0.5), other->box))
        g_error ("“%s” overlaps “%s”", mark->text.text->text, other->text.text->text);
    }
  }
}

static void
check_spots (const TlPlot *plot)
{
  g_assert_cmpuint (plot->cells->len % MAX (plot->columns->len, 1), ==, 0);
  for (guint i = 0; i < plot->spots->len; i++) {
    const TlPlotSpot *spot = nth_spot (plot, i);

    g_assert_cmpint (*spot->text, !=, '\0');
    g_assert_cmpuint (tl_plot_spot_at (plot, tl_box_centre (spot->box)), !=, G_MAXUINT);
    g_assert_cmpfloat (spot->box.w, >, 0);
    g_assert_cmpfloat (spot->box.h, >, 0);
  }
}

static const char *const examples[] = {
  "hotel-check-in", "appliance-repair", "corner-shoeshine", "online-order",
};

/* Makes every picture of a chart at many sizes. */
static void
check_all (Case *c)
{
  static const struct { double width, height; } sizes[] = {
    { 960, 540 }, { 60, 40 }, { 240, 120 }, { 300, 150 }, { 420, 170 }, { 640, 180 },
    { 1240, 170 }, { 1880, 400 }, { 520, 740 },
  };

  for (TlPlotKind kind = 0; kind < TL_N_PLOTS; kind++) {
    for (guint i = 0; i < G_N_ELEMENTS (sizes) * 2 * MAX (tl_plot_n_choices (kind), 1); i++) {
      guint size = i / 2 % G_N_ELEMENTS (sizes);
      TlPlotOptions options = {
        .kind = kind, .choice = i / 2 / G_N_ELEMENTS (sizes), .titled = i % 2 == 1,
        .width = sizes[size].width, .height = sizes[size].height,
      };

      case_remake (c, &options);
      g_test_message ("%s %u at %g × %g", tl_plot_name (kind), options.choice, options.width,
                      options.height);
      check_texts (c->plot);
      check_spots (c->plot);
    }
  }
}

static void
test_readable (gconstpointer data)
{
  g_auto (Case) c = { .chart = tl_test_read_example (data) };

  check_all (&c);
}

/* Names as long as they may be, and without a place to break them. */
static void
test_long_names (void)
{
  g_auto (Case) c = { .chart = tl_test_read_example ("hotel-check-in") };
  g_autofree char *words = g_strnfill (100, 'w');

  tl_chart_begin (c.chart, "Lengthen");
  for (guint i = 0; i < tl_chart_n (c.chart, TL_RECORD_FAILURE); i++) {
    TlFailure *failure = tl_chart_edit (c.chart, tl_chart_nth (c.chart, TL_RECORD_FAILURE, i)->id);

    set_text (&failure->title, i % 2 == 0 ? words
      : "A failure point whose title goes on until there is no room left for any more of it");
  }
  for (guint i = 0; i < tl_chart_n (c.chart, TL_RECORD_STANDARD); i++) {
    TlStandard *standard =
      tl_chart_edit (c.chart, tl_chart_nth (c.chart, TL_RECORD_STANDARD, i)->id);

    set_text (&standard->name, words);
  }
  for (guint i = 0; i < tl_chart_n (c.chart, TL_RECORD_STEP); i++) {
    TlStep *step = tl_chart_edit (c.chart, tl_chart_nth (c.chart, TL_RECORD_STEP, i)->id);

    set_text (&step->label, words);
  }
  tl_chart_settle (c.chart);
  check_all (&c);
}

/* Pages. */

/* What does not fit on a page goes on to the next, and each step comes once. */
static void
test_paged (gconstpointer data)
{
  TlPlotKind kind = GPOINTER_TO_UINT (data);
  TlPlotOptions options = { .kind = kind, .width = 300, .height = 320 };
  g_auto (Case) c = { .chart = tl_test_read_example ("hotel-check-in") };
  guint n_all, n = 0, n_pages = 0;

  case_remake (&c, &options);
  n_all = c.plot->ids->len;
  options.paged = TRUE;
  do {
    case_remake (&c, &options);
    g_assert_cmpfloat (c.plot->width, <=, options.width);
    n += c.plot->ids->len;
    options.first = c.plot->next;
    n_pages++;
  } while (c.plot->next > 0 && n_pages < 50);
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (n, ==, n_all);
}

/* Nothing to show. */

static void
test_empty (void)
{
  static const struct { const char *what, *says; } rows[] = {
    { "pareto", "There is no failure point yet." },
    { "pareto:cost", "There is no failure point yet." },
    { "survey", "No survey rating is recorded yet." },
    { "standards", "There is no standard yet." },
    { "satisfaction", "No step of the customer has an emotion yet." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Case) c = case_new (tl_test_chart ("C: a b\na>b"), rows[i].what);
    g_autofree char *spoken = tl_plot_speak (c.plot);

    g_assert_nonnull (c.plot->empty);
    g_assert_true (g_str_has_prefix (c.plot->empty, rows[i].says));
    g_assert_nonnull (strstr (spoken, c.plot->empty));
    g_assert_cmpuint (c.plot->marks->len, ==, 0);
    g_assert_cmpuint (c.plot->spots->len, ==, 0);
  }
}

static void
test_not_rated (void)
{
  g_auto (Case) c = case_new (tl_test_chart ("C: a b\na>b f!b"), "pareto:rpn");

  g_assert_true (g_str_has_prefix (c.plot->empty, "No failure point has a rating yet."));
}

/* Asking for one. */

static void
test_parse (void)
{
  static const struct {
    const char *text;
    gboolean    good;
    TlPlotKind  kind;
    guint       choice;
    const char *error;
  } rows[] = {
    { "pareto", TRUE, TL_PLOT_PARETO, TL_PARETO_PRIORITY, NULL },
    { "pareto:rpn", TRUE, TL_PLOT_PARETO, TL_PARETO_RPN, NULL },
    { "pareto:cost", TRUE, TL_PLOT_PARETO, TL_PARETO_COST, NULL },
    { "survey", TRUE, TL_PLOT_SURVEY, 0, NULL },
    { "standards", TRUE, TL_PLOT_STANDARDS, 0, NULL },
    { "standards:st3", TRUE, TL_PLOT_STANDARDS, 0, NULL },
    { "satisfaction", TRUE, TL_PLOT_SATISFACTION, 0, NULL },
    { "pie", FALSE, 0, 0, "pareto, survey, standards, satisfaction" },
    { "", FALSE, 0, 0, "pareto, survey, standards, satisfaction" },
    { "Pareto", FALSE, 0, 0, "there is no picture" },
    { "pareto:", FALSE, 0, 0, "priority, rpn, cost" },
    { "pareto:size", FALSE, 0, 0, "priority, rpn, cost" },
    { "survey:all", FALSE, 0, 0, "nothing to choose" },
    { "standards:f1", FALSE, 0, 0, "no standard with the id" },
    { "standards:", FALSE, 0, 0, "no standard with the id" },
  };
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlPlotOptions options = { .kind = TL_PLOT_SURVEY, .choice = 7 };
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (tl_plot_parse (rows[i].text, chart, &options, &error), ==, rows[i].good);
    if (rows[i].good) {
      g_assert_no_error (error);
      g_assert_cmpuint (options.kind, ==, rows[i].kind);
      g_assert_cmpuint (options.choice, ==, rows[i].choice);
    } else {
      g_assert_error (error, TL_PLOT_ERROR, TL_PLOT_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, rows[i].error));
      g_assert_cmpuint (options.choice, ==, 7);   /* untouched */
    }
  }
}

/* Files. */

static char *
make_svg (Case *c)
{
  TlDrawing drawing = tl_plot_drawing (c->plot);
  const TlExportOptions how = { .chart = c->chart, .title = c->plot->title };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_export_drawing (TL_EXPORT_SVG, &drawing, c->measurer, &how,
                                                &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Real text, ids given once, and each value's numbers as a title; always the same bytes. */
static void
test_svg (gconstpointer data)
{
  g_auto (Case) c = case_new (tl_test_read_example ("hotel-check-in"), data);
  g_autofree char *svg = make_svg (&c), *again = make_svg (&c);
  g_auto (GStrv) ids = g_strsplit (svg, " id=\"", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpstr (svg, ==, again);
  g_assert_nonnull (strstr (svg, c.plot->title));
  for (guint i = 0; i < c.plot->spots->len; i++) {
    g_autofree char *title = g_markup_printf_escaped ("<title>%s</title>",
                                                      nth_spot (c.plot, i)->text);

    g_assert_nonnull (strstr (svg, title));
  }
  for (guint i = 1; ids[i] != NULL; i++)
    g_assert_true (g_hash_table_add (seen, g_strndup (ids[i], strcspn (ids[i], "\""))));
  g_assert_cmpuint (g_hash_table_size (seen), >, 0);
}

/* Paper. */

/* A sheet for each picture that has something, and more where one does not do. */
static void
test_print (void)
{
  static const struct {
    const char *example, *paper;
    gboolean    black_white;
    TlTurn      turn;
    guint       least, most;   /* pages */
  } rows[] = {
    { "hotel-check-in", "a4", FALSE, TL_TURN_AUTO, 5, 6 },
    { "hotel-check-in", "letter", TRUE, TL_TURN_AUTO, 5, 6 },
    { "hotel-check-in", "a4", TRUE, TL_TURN_LANDSCAPE, 5, 8 },
    { "appliance-repair", "a4", FALSE, TL_TURN_AUTO, 4, 5 },
    { "corner-shoeshine", "a5", FALSE, TL_TURN_AUTO, 2, 6 },
  };
  static const TlPrint print = TL_PRINT_PICTURES;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TlPaper *paper = tl_paper_find (rows[i].paper);
    const TlPrintOptions options = { .paper = paper, .black_white = rows[i].black_white,
                                     .turn = rows[i].turn };
    g_autoptr (TlChart) chart = tl_test_read_example (rows[i].example);
    g_autoptr (GError) error = NULL;
    g_autoptr (TlPages) pages = tl_pages_new (chart, &print, 1, &options, &error);
    g_autoptr (GBytes) pdf = NULL, again = NULL;
    double width, height;

    g_assert_no_error (error);
    g_assert_cmpuint (tl_pages_n_pages (pages), >=, rows[i].least);
    g_assert_cmpuint (tl_pages_n_pages (pages), <=, rows[i].most);
    tl_pages_page_size (pages, 0, &width, &height);
    g_assert_cmpfloat (width, ==, rows[i].turn == TL_TURN_LANDSCAPE ? paper->height
                                                                    : paper->width);
    g_clear_pointer (&chart, tl_chart_free);   /* pages stay as they were made */
    pdf = tl_pages_pdf (pages, &error);
    again = tl_pages_pdf (pages, &error);
    g_assert_no_error (error);
    g_assert_true (g_bytes_equal (pdf, again));
  }
}

static void
test_print_nothing (void)
{
  static const TlPrint print = TL_PRINT_PICTURES;
  const TlPrintOptions options = { .paper = NULL };
  g_autoptr (TlChart) chart = tl_test_chart ("C: a b\na>b");
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_pages_new (chart, &print, 1, &options, &error));
  g_assert_error (error, TL_PAGES_ERROR, TL_PAGES_ERROR_EMPTY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/ticks", test_ticks);
  g_test_add_func ("/plot/ticks/hold", test_ticks_hold);
  g_test_add_data_func ("/plot/pareto/priority", GUINT_TO_POINTER (TL_PARETO_PRIORITY),
                        test_pareto);
  g_test_add_data_func ("/plot/pareto/rpn", GUINT_TO_POINTER (TL_PARETO_RPN), test_pareto);
  g_test_add_data_func ("/plot/pareto/cost", GUINT_TO_POINTER (TL_PARETO_COST), test_pareto);
  g_test_add_func ("/plot/pareto/others", test_pareto_others);
  g_test_add_func ("/plot/pareto/left-out", test_pareto_left_out);
  g_test_add_func ("/plot/survey", test_survey);
  g_test_add_func ("/plot/standards", test_standards);
  g_test_add_func ("/plot/standards/share", test_share);
  g_test_add_func ("/plot/satisfaction", test_satisfaction);
  g_test_add_func ("/plot/satisfaction/gaps", test_gaps);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    g_autofree char *path = g_strdup_printf ("/plot/readable/%s", examples[i]);

    g_test_add_data_func (path, examples[i], test_readable);
  }
  g_test_add_func ("/plot/readable/long-names", test_long_names);
  g_test_add_data_func ("/plot/paged/standards", GUINT_TO_POINTER (TL_PLOT_STANDARDS), test_paged);
  g_test_add_data_func ("/plot/paged/satisfaction", GUINT_TO_POINTER (TL_PLOT_SATISFACTION),
                        test_paged);
  g_test_add_func ("/plot/empty", test_empty);
  g_test_add_func ("/plot/empty/not-rated", test_not_rated);
  g_test_add_func ("/plot/parse", test_parse);
  g_test_add_data_func ("/plot/svg/pareto", "pareto:cost", test_svg);
  g_test_add_data_func ("/plot/svg/survey", "survey", test_svg);
  g_test_add_data_func ("/plot/svg/standards", "standards", test_svg);
  g_test_add_data_func ("/plot/svg/satisfaction", "satisfaction", test_svg);
  g_test_add_func ("/plot/print", test_print);
  g_test_add_func ("/plot/print/nothing", test_print_nothing);
  return g_test_run ();
}
