/* plot-pareto.c - failure points, the worst first, and how much of all they make up.
 *
 * After Pareto as Juran has him: bars from the worst on, a line for the sum so far, and
 * where it reaches 80 %. Bars and line have an axis each, for with the sum on the bars'
 * axis bars of a chart with many failure points are too low to compare.
 */
#include "render/plot-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define AXES      90.0    /* both, about: tells how many bars there are */
#define NARROWEST 28.0    /* a bar with its number */
#define WORDS_FROM 60.0   /* room for a bar from which on words can be written under it */
#define WIDEST 150.0
#define LEAST_HEIGHT 70.0 /* of the bars */
#define MOST_PART 0.8     /* the vital few make up this much */

typedef struct {
  TlPlotter *plotter;
  GArray    *bars;        /* TlParetoBar */
  guint      n_bars;      /* that have a place of their own */
  double     others;      /* sum of the values of the rest */
  TlBox      area;        /* between the axes */
  TlTicks    ticks;
  double     room;        /* for each bar */
  guint      name_lines;  /* under each; 0 = no words */
  gboolean   letters;     /* there is room for the priority beside every number */
} Pareto;

static const TlParetoBar *
nth (const Pareto *pareto,
     guint         index)
{
  return &g_array_index (pareto->bars, TlParetoBar, index);
}

static TlParetoBy
by_of (const TlPlotter *plotter)
{
  return plotter->options->choice;
}

static char *
value_text (const TlPlotter *plotter,
            double           value)
{
  return by_of (plotter) == TL_PARETO_COST ? tl_measure_money_text (plotter->chart, value)
                                           : g_strdup_printf ("%.0f", value);
}

/* Money without its currency, which the axis names. */
static char *
short_text (const TlPlotter *plotter,
            double           value,
            gconstpointer    data G_GNUC_UNUSED)
{
  return g_strdup_printf ("%.0f", by_of (plotter) == TL_PARETO_COST
                                    ? value / tl_money_unit (plotter->chart) : value);
}

static char *
unit_text (const TlPlotter *plotter)
{
  return by_of (plotter) == TL_PARETO_COST
           /* Translators: heads an axis; %s is a currency, such as AUD. */
           ? g_strdup_printf (_("%s a year"), tl_chart_info (plotter->chart)->currency)
           : g_strdup (_("RPN"));
}

static char *
share_text (double share)
{
  /* Translators: a percentage. */
  return g_strdup_printf (_("%.4g %%"), round (share * 100));
}

/* What it says */

static const char *
empty_text (TlParetoBy by)
{
  if (by == TL_PARETO_COST)
    return _("No failure point costs anything yet. Record how often it happens (its probability), "
             "how many cases there are a year and what a customer is worth.");
  return _("No failure point has a rating yet. Select one and rate its severity, occurrence and "
           "detection.");
}

static char *
title_text (TlParetoBy by)
{
  return g_strdup (by == TL_PARETO_COST ? _("Failure points by cost a year")
                   : by == TL_PARETO_RPN ? _("Failure points by RPN")
                                         : _("Failure points by Action Priority"));
}

/* "2 have no rating yet and are left out.": what is not in the picture. */
static void
add_left_out (const Pareto *pareto,
              GString      *summary)
{
  const TlFigures *figures = pareto->plotter->figures;
  guint n_accepted = 0, n_without;

  for (guint i = 0; i < figures->n_failures; i++)
    n_accepted += figures->failures[i].failure->accepted != NULL;
  n_without = figures->n_failures - n_accepted - pareto->bars->len;
  if (n_without > 0) {
    g_autofree char *text =
      by_of (pareto->plotter) == TL_PARETO_COST
        ? g_strdup_printf (ngettext ("%u has no cost yet.", "%u have no cost yet.", n_without),
                           n_without)
        : g_strdup_printf (ngettext ("%u is not rated yet.", "%u are not rated yet.", n_without),
                           n_without);

    g_string_append_printf (summary, " %s", text);
  }
  if (n_accepted > 0) {
    g_autofree char *text =
      g_strdup_printf (ngettext ("%u is accepted and left out.", "%u are accepted and left out.",
                                 n_accepted), n_accepted);

    g_string_append_printf (summary, " %s", text);
  }
}

static char *
summary_text (const Pareto *pareto)
{
  guint n[TL_PRIORITY_HIGH + 1] = { 0 }, vital = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pareto->bars->len; i++) {
    n[nth (pareto, i)->failure->before.priority]++;
    if (vital == 0 && nth (pareto, i)->sum >= MOST_PART)
      vital = i + 1;
  }
  if (by_of (pareto->plotter) == TL_PARETO_PRIORITY)
    g_string_append_printf (text, _("Action Priority: %u high, %u medium, %u low."),
                            n[TL_PRIORITY_HIGH], n[TL_PRIORITY_MEDIUM], n[TL_PRIORITY_LOW]);
  else
    g_string_append_printf (text, ngettext ("%1$u of %2$u failure point makes up 80 %% of all.",
                                            "%1$u of %2$u failure points make up 80 %% of all.",
                                            pareto->bars->len), vital, pareto->bars->len);
  add_left_out (pareto, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "F3 · H" */
static char *
mark_text (const Pareto      *pareto,
           const TlParetoBar *bar)
{
  guint number = tl_order_number (pareto->plotter->order, bar->failure->failure->head.id);
  const char *letter = pareto->letters ? tl_priority_letter (bar->failure->before.priority) : "";

  return *letter != '\0' ? g_strdup_printf ("F%u · %s", number, letter)
                         : g_strdup_printf ("F%u", number);
}

static char *
spoken_text (const Pareto      *pareto,
             const TlParetoBar *bar)
{
  g_autofree char *value = value_text (pareto->plotter, bar->value);
  g_autofree char *unit = unit_text (pareto->plotter);
  g_autofree char *sum = share_text (bar->sum);
  guint number = tl_order_number (pareto->plotter->order, bar->failure->failure->head.id);

  if (by_of (pareto->plotter) == TL_PARETO_COST)
    /* Translators: a failure point's number and title, its cost, its priority, and how much
     * of all it makes up together with worse ones. */
    return g_strdup_printf (_("F%u %s: %s a year; action priority: %s; %s so far"), number,
                            bar->failure->failure->title, value,
                            tl_priority_text (bar->failure->before.priority), sum);
  return g_strdup_printf (_("F%u %s: RPN %s; action priority: %s; %s so far"), number,
                          bar->failure->failure->title, value,
                          tl_priority_text (bar->failure->before.priority), sum);
}

static void
make_table (const Pareto *pareto)
{
  TlPlotter *plotter = pareto->plotter;
  g_autofree char *unit = unit_text (plotter);

  tl_plot_column (plotter, _("No."), FALSE);
  tl_plot_column (plotter, _("Failure point"), FALSE);
  tl_plot_column (plotter, _("Priority"), FALSE);
  tl_plot_column (plotter, unit, TRUE);
  tl_plot_column (plotter, _("So far"), TRUE);
  for (guint i = 0; i < pareto->bars->len; i++) {
    const TlParetoBar *bar = nth (pareto, i);

    tl_plot_add_cell (plotter, g_strdup_printf (
                        "F%u", tl_order_number (plotter->order, bar->failure->failure->head.id)));
    tl_plot_add_cell (plotter, g_strdup (bar->failure->failure->title));
    tl_plot_add_cell (plotter, g_strdup (tl_priority_text (bar->failure->before.priority)));
    tl_plot_add_cell (plotter, value_text (plotter, bar->value));
    tl_plot_add_cell (plotter, share_text (bar->sum));
  }
}

/* How it is laid out */

/* As many bars as have room; what is left is one more, at the end. */
static void
choose_bars (Pareto *pareto,
             double  width)
{
  guint most = (guint) MAX (width / NARROWEST, 2);

  pareto->n_bars = pareto->bars->len;
  if (pareto->n_bars > most)
    pareto->n_bars = most - 1;
  for (guint i = pareto->n_bars; i < pareto->bars->len; i++)
    pareto->others += nth (pareto, i)->value;
}

static guint
n_places (const Pareto *pareto)
{
  return pareto->n_bars + (pareto->n_bars < pareto->bars->len);
}

/* The rest may be more than any of them: its bar is torn off rather than theirs flat. */
static double
greatest (const Pareto *pareto)
{
  double most = 0;

  for (guint i = 0; i < pareto->n_bars; i++)
    most = MAX (most, nth (pareto, i)->value);
  return most;
}

static double
line_height (TlPlotter   *plotter,
             TlTextStyle  style)
{
  return tl_plot_words (plotter, style, "x")->line_height;
}

static gboolean
have_room_for_letters (Pareto *pareto)
{
  pareto->letters = TRUE;
  for (guint i = 0; i < pareto->n_bars; i++) {
    g_autofree char *mark = mark_text (pareto, nth (pareto, i));

    if (tl_plot_words (pareto->plotter, TL_TEXT_BADGE, mark)->width > pareto->room - 2)
      return FALSE;
  }
  return TRUE;
}

/* Divides the area: axes at the sides, two or more lines of words under the bars. */
static void
lay_out (Pareto *pareto)
{
  TlPlotter *plotter = pareto->plotter;
  TlBox area = plotter->area;
  double line = line_height (plotter, TL_TEXT_LINE);
  double foot = line_height (plotter, TL_TEXT_BADGE) + line + 6, spare, left;

  area.y += line + 8;
  area.h -= line + 8;
  choose_bars (pareto, area.w - AXES);
  pareto->ticks = tl_plot_ticks_upright (0, greatest (pareto), area.h - foot, TL_TICKS_WHOLE);
  if (by_of (plotter) == TL_PARETO_COST) {
    double unit = tl_money_unit (plotter->chart);

    pareto->ticks = tl_plot_ticks_upright (0, greatest (pareto) / unit, area.h - foot,
                                           TL_TICKS_PLAIN);
    pareto->ticks.step *= unit;
  }
  left = tl_plot_axis_width (plotter, &pareto->ticks, short_text, NULL) + TL_PLOT_GAP;
  area.x += left;
  area.w -= left + tl_plot_words (plotter, TL_TEXT_LINE, "100 %")->width + TL_PLOT_GAP;
  pareto->room = MIN (MAX (area.w, 1) / n_places (pareto), WIDEST);
  spare = area.h - foot - LEAST_HEIGHT;
  if (pareto->room >= WORDS_FROM)
    pareto->name_lines = (guint) CLAMP (spare / 2 / line, 1, 4);
  area.h = MAX (area.h - foot - pareto->name_lines * line, LEAST_HEIGHT);
  area.w = pareto->room * n_places (pareto);
  pareto->area = area;
  pareto->letters = have_room_for_letters (pareto);
  plotter->plot->height =
    MAX (plotter->plot->height, area.y + area.h + foot + pareto->name_lines * line + 4);
}

/* What it is drawn with */

static TlBox
place_of (const Pareto *pareto,
          guint         index,
          double        value)
{
  double y = tl_plot_y (&pareto->ticks, pareto->area, value);
  double width = pareto->room * 0.62;

  return (TlBox) { pareto->area.x + pareto->room * (index + 0.5) - width / 2, y, width,
                   MAX (pareto->area.y + pareto->area.h - y, 1) };
}

/* From the top of the bars to the last word under them. */
static TlBox
spot_box (const Pareto *pareto,
          guint         index)
{
  TlPlotter *plotter = pareto->plotter;
  double foot = line_height (plotter, TL_TEXT_BADGE) +
                line_height (plotter, TL_TEXT_LINE) * (1 + pareto->name_lines) + 5;

  return (TlBox) { pareto->area.x + pareto->room * index + 1, pareto->area.y, pareto->room - 2,
                   pareto->area.h + foot };
}

static const struct {
  TlInk  ink;
  TlHatch hatch;
} looks[] = {
  [TL_PRIORITY_NONE] = { TL_INK_NONE, TL_HATCH_EMPTY },
  [TL_PRIORITY_LOW] = { TL_INK_LOW, TL_HATCH_EMPTY },
  [TL_PRIORITY_MEDIUM] = { TL_INK_MEDIUM, TL_HATCH_STRIPES },
  [TL_PRIORITY_HIGH] = { TL_INK_HIGH, TL_HATCH_FULL },
};

static void
put_words (Pareto     *pareto,
           guint       index,
           const char *mark,
           double      amount,
           const char *name)
{
  TlPlotter *plotter = pareto->plotter;
  double x = pareto->area.x + pareto->room * (index + 0.5), y = pareto->area.y + pareto->area.h + 4;
  g_autofree char *value = short_text (plotter, amount, NULL);
  const TlText *head = tl_plot_words (plotter, TL_TEXT_BADGE, mark);
  const TlText *number = tl_plot_words (plotter, TL_TEXT_LINE, value);

  tl_plot_text_if_free (plotter, head, TL_INK_TEXT, x, y, TL_ALIGN_CENTRE, FALSE);
  y += head->line_height;
  if (number->width <= pareto->room - 2)
    tl_plot_text_if_free (plotter, number, TL_INK_TEXT, x, y, TL_ALIGN_CENTRE, FALSE);
  y += number->line_height;
  if (pareto->name_lines > 0)
    tl_plot_text (plotter, tl_plot_fit (plotter, TL_TEXT_LINE, name, pareto->room - 4,
                                        pareto->name_lines), TL_INK_MUTED, x, y, TL_ALIGN_CENTRE);
}

static void
put_bar (Pareto *pareto,
         guint   index)
{
  TlPlotter *plotter = pareto->plotter;
  const TlParetoBar *bar = nth (pareto, index);
  TlPriority priority = bar->failure->before.priority;
  g_autofree char *mark = mark_text (pareto, bar);

  tl_plot_spot_begin (plotter, bar->failure->failure->head.id, spot_box (pareto, index),
                      spoken_text (pareto, bar));
  tl_plot_bar (plotter, looks[priority].ink, looks[priority].hatch,
               place_of (pareto, index, bar->value));
  put_words (pareto, index, mark, bar->value, bar->failure->failure->title);
  tl_plot_spot_end (plotter);
}

static void
put_others (Pareto *pareto)
{
  TlPlotter *plotter = pareto->plotter;
  guint n = pareto->bars->len - pareto->n_bars;
  double top = tl_ticks_highest (&pareto->ticks);
  g_autofree char *value = value_text (plotter, pareto->others);
  g_autofree char *mark = g_strdup_printf ("+%u", n);

  tl_plot_spot_begin (plotter, TL_ID_NONE, spot_box (pareto, pareto->n_bars),
                      /* Translators: the last bar of a picture; %s is what they sum up to. */
                      g_strdup_printf (ngettext ("%u other: %s together", "%u others: %s together",
                                                 n), n, value));
  tl_plot_bar (plotter, TL_INK_NONE, TL_HATCH_EMPTY,
               place_of (pareto, pareto->n_bars, MIN (pareto->others, top)));
  if (pareto->others > top) {
    TlBox bar = place_of (pareto, pareto->n_bars, top);
    const TlPoint tear[] = { { bar.x - 4, bar.y + bar.h * 0.35 },
                             { bar.x + bar.w + 4, bar.y + bar.h * 0.25 } };

    tl_plot_line (plotter, TL_INK_PAGE, 5, FALSE, tear, G_N_ELEMENTS (tear));
  }
  put_words (pareto, pareto->n_bars, mark, pareto->others, _("others"));
  tl_plot_spot_end (plotter);
}

static double
share_y (const Pareto *pareto,
         double        share)
{
  return pareto->area.y + pareto->area.h * (1 - share);
}

/* The sum so far, over the bars, and the axis it has at the right. */
static void
put_sums (Pareto *pareto)
{
  TlPlotter *plotter = pareto->plotter;
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  double right = pareto->area.x + pareto->area.w;
  guint n = n_places (pareto);

  tl_plot_level (plotter, TL_INK_LINE, 1.2, TRUE, pareto->area.x, right,
                 share_y (pareto, MOST_PART));
  for (guint i = 0; i < n; i++) {
    TlPoint point = { pareto->area.x + pareto->room * (i + 0.5),
                      share_y (pareto, i < pareto->n_bars ? nth (pareto, i)->sum : 1) };

    g_array_append_val (line, point);
  }
  tl_plot_line (plotter, TL_INK_TEXT, 1.8, FALSE, (const TlPoint *) (const void *) line->data, n);
  for (guint i = 0; i < n; i++)
    tl_plot_point (plotter, TL_INK_TEXT, TL_MARKER_RING, g_array_index (line, TlPoint, i));
  /* The most telling first: others give way. */
  for (guint i = 0; i < 6; i++) {
    double share = (const double[]) { 0.8, 0, 1, 0.4, 0.6, 0.2 }[i];
    g_autofree char *label = share_text (share);
    const TlText *words = tl_plot_words (plotter, TL_TEXT_LINE, label);

    tl_plot_text_if_free (plotter, words, i == 0 ? TL_INK_TEXT : TL_INK_MUTED,
                          right + TL_PLOT_GAP, share_y (pareto, share) - words->height / 2,
                          TL_ALIGN_START, FALSE);
  }
}

static void
put_axes (Pareto *pareto)
{
  TlPlotter *plotter = pareto->plotter;
  g_autofree char *unit = unit_text (plotter);
  const TlText *left = tl_plot_words (plotter, TL_TEXT_LINE, unit);
  double y = pareto->area.y - left->height - 9;

  tl_plot_text (plotter, left, TL_INK_MUTED, plotter->area.x, y, TL_ALIGN_START);
  tl_plot_axis (plotter, &pareto->ticks, pareto->area, short_text, NULL);
}

static void
put_head (TlPlotter *plotter)
{
  const TlPlotKey keys[] = {
    { .label = _("high priority"), .kind = TL_MARK_BAR, .ink = TL_INK_HIGH,
      .hatch = TL_HATCH_FULL },
    { .label = _("medium"), .kind = TL_MARK_BAR, .ink = TL_INK_MEDIUM,
      .hatch = TL_HATCH_STRIPES },
    { .label = _("low"), .kind = TL_MARK_BAR, .ink = TL_INK_LOW, .hatch = TL_HATCH_EMPTY },
    { .label = _("sum so far"), .kind = TL_MARK_POINT, .line = TRUE, .ink = TL_INK_TEXT,
      .marker = TL_MARKER_RING },
  };

  tl_plot_head (plotter, keys, G_N_ELEMENTS (keys));
}

void
tl_plot_pareto (TlPlotter *plotter)
{
  g_autoptr (GArray) bars = tl_series_pareto (plotter->figures, by_of (plotter));
  Pareto pareto = { .plotter = plotter, .bars = bars };

  plotter->plot->title = title_text (by_of (plotter));
  if (bars->len == 0) {
    plotter->plot->empty = g_strdup (plotter->figures->n_failures > 0
      ? empty_text (by_of (plotter))
      : _("There is no failure point yet. Select a step and press F to mark where it can fail."));
    return;
  }
  plotter->plot->summary = summary_text (&pareto);
  put_head (plotter);
  lay_out (&pareto);
  put_axes (&pareto);
  for (guint i = 0; i < pareto.n_bars; i++)
    put_bar (&pareto, i);
  if (pareto.n_bars < bars->len)
    put_others (&pareto);
  put_sums (&pareto);
  make_table (&pareto);
}
