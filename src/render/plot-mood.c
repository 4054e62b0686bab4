/* plot-mood.c - satisfaction along the journey: as the chart draws it, and as measured. */
#include "render/plot-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NARROWEST    76.0   /* room for a step with its name */
#define WIDEST       280.0
#define LEAST_HEIGHT 80.0
#define WORST        (-2.0)
#define BEST         2.0

typedef struct {
  TlPlotter *plotter;
  GArray    *moods;        /* TlMoodPoint */
  guint      first, n;     /* those on this page */
  TlBox      area;
  TlTicks    ticks;
  double     room;         /* for each step */
  guint      name_lines;
} Journey;

static const TlMoodPoint *
nth (const Journey *journey,
     guint          index)
{
  return &g_array_index (journey->moods, TlMoodPoint, journey->first + index);
}

static const char *
step_label (const Journey     *journey,
            const TlMoodPoint *mood)
{
  return TL_CHART_GET (journey->plotter->chart, STEP, TlStep, mood->step)->label;
}

static char *
mood_text (double mood)
{
  g_autofree char *text = g_strdup_printf ("%+.2g", mood);

  if (isnan (mood))
    return NULL;
  if (fabs (mood) < 0.005)
    return g_strdup ("0");
  return *text == '-' ? g_strconcat ("−", text + 1, NULL) : g_steal_pointer (&text);
}

static char *
tick_text (const TlPlotter *plotter G_GNUC_UNUSED,
           double           value,
           gconstpointer    data G_GNUC_UNUSED)
{
  return g_strdup (value >= BEST ? _("delighted") : value <= WORST ? _("dissatisfied")
                   : value == 0 ? _("neither") : "");
}

static char *
spoken_text (const Journey     *journey,
             const TlMoodPoint *mood)
{
  g_autofree char *drawn = mood_text (mood->drawn);
  g_autofree char *measured = mood_text (mood->measured);

  if (drawn == NULL)
    /* Translators: a step; satisfaction from −2 to +2. */
    return g_strdup_printf (_("%s: measured %s, not drawn"), step_label (journey, mood), measured);
  if (measured == NULL)
    return g_strdup_printf (_("%s: drawn %s, not measured"), step_label (journey, mood), drawn);
  return g_strdup_printf (_("%s: drawn %s, measured %s"), step_label (journey, mood), drawn,
                          measured);
}

static char *
summary_text (const Journey *journey)
{
  guint n_measured = 0, n_worse = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < journey->moods->len; i++) {
    const TlMoodPoint *mood = &g_array_index (journey->moods, TlMoodPoint, i);

    n_measured += !isnan (mood->measured);
    n_worse += mood->measured < mood->drawn;
  }
  if (n_measured == 0)
    return g_strdup (_("Nothing is measured yet: name these steps in standards that ask "
                       "customers."));
  g_string_append_printf (text, ngettext ("Measured at %1$u of %2$u step.",
                                          "Measured at %1$u of %2$u steps.", journey->moods->len),
                          n_measured, journey->moods->len);
  if (n_worse > 0) {
    g_autofree char *worse = g_strdup_printf (ngettext ("%u is worse than drawn.",
                                                        "%u are worse than drawn.", n_worse),
                                              n_worse);

    g_string_append_printf (text, " %s", worse);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
make_table (const Journey *journey)
{
  TlPlotter *plotter = journey->plotter;

  tl_plot_column (plotter, _("Step"), FALSE);
  tl_plot_column (plotter, _("Drawn"), TRUE);
  tl_plot_column (plotter, _("Measured"), TRUE);
  for (guint i = 0; i < journey->moods->len; i++) {
    const TlMoodPoint *mood = &g_array_index (journey->moods, TlMoodPoint, i);

    tl_plot_add_cell (plotter, g_strdup (step_label (journey, mood)));
    tl_plot_add_cell (plotter, mood_text (mood->drawn));
    tl_plot_add_cell (plotter, mood_text (mood->measured));
  }
}

static void
lay_out (Journey *journey)
{
  TlPlotter *plotter = journey->plotter;
  TlPlot *plot = plotter->plot;
  TlBox area = plotter->area;
  double line = tl_plot_words (plotter, TL_TEXT_LINE, "x")->line_height, left, foot;

  journey->ticks = (TlTicks) { WORST, 1, 5 };
  left = tl_plot_axis_width (plotter, &journey->ticks, tick_text, NULL) + TL_PLOT_GAP;
  area.x += left;
  area.w -= left;
  if (plotter->options->paged) {
    journey->n = MIN (journey->n, (guint) MAX (area.w / NARROWEST, 2));
    if (journey->first + journey->n < journey->moods->len)
      plot->next = journey->first + journey->n;
  }
  journey->room = CLAMP (area.w / journey->n, NARROWEST, WIDEST);
  area.w = journey->room * journey->n;
  journey->name_lines = (guint) CLAMP ((area.h - LEAST_HEIGHT) / line - 2, 2, 5);
  foot = journey->name_lines * line + 10;
  /* Half a line of the lowest and highest words stands out of the axis. */
  area.y += line / 2;
  area.h = MAX (area.h - foot - line / 2, LEAST_HEIGHT);
  journey->area = area;
  plot->width = MAX (plot->width, area.x + area.w + plotter->area.x);
  plot->height = area.y + area.h + foot + 4;
}

static TlPoint
point_of (const Journey *journey,
          guint          index,
          double         mood)
{
  return (TlPoint) { journey->area.x + journey->room * (index + 0.5),
                     tl_plot_y (&journey->ticks, journey->area, mood) };
}

static double
mood_of (const Journey *journey,
         guint          index,
         gboolean       measured)
{
  return measured ? nth (journey, index)->measured : nth (journey, index)->drawn;
}

/* A line through what is known, broken where nothing is. */
static void
put_line (Journey *journey,
          gboolean measured)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlPoint));

  for (guint i = 0; i <= journey->n; i++) {
    double mood = i < journey->n ? mood_of (journey, i, measured) : NAN;

    if (!isnan (mood)) {
      TlPoint point = point_of (journey, i, mood);

      g_array_append_val (points, point);
      continue;
    }
    /* The chart's own curve leads past steps without a mood; what was measured does not. */
    if (measured || i == journey->n) {
      tl_plot_line (journey->plotter, measured ? TL_INK_MEASURED : TL_INK_DRAWN, 2.2, measured,
                    (const TlPoint *) (const void *) points->data, points->len);
      g_array_set_size (points, 0);
    }
  }
}

/* The mean in figures, over its mark or under it, wherever there is room. */
static void
put_number (Journey *journey,
            guint    index)
{
  double mood = nth (journey, index)->measured;
  gboolean over = !(mood < nth (journey, index)->drawn);
  g_autofree char *label = mood_text (mood);
  const TlText *words = tl_plot_words (journey->plotter, TL_TEXT_LINE, label);
  TlPoint at = point_of (journey, index, mood);

  for (guint i = 0; i < 2; i++, over = !over) {
    if (tl_plot_text_if_free (journey->plotter, words, TL_INK_TEXT, at.x,
                              over ? at.y - 6 - words->height : at.y + 6, TL_ALIGN_CENTRE, TRUE))
      return;
  }
}

static void
put_step (Journey *journey,
          guint    index)
{
  TlPlotter *plotter = journey->plotter;
  const TlMoodPoint *mood = nth (journey, index);
  double x = journey->area.x + journey->room * index;
  double bottom = journey->area.y + journey->area.h;
  const TlText *name = tl_plot_fit (plotter, TL_TEXT_LINE, step_label (journey, mood),
                                    journey->room - 6, journey->name_lines);
  TlBox box = { x + 1, journey->area.y - 2, journey->room - 2,
                journey->area.h + 10 + name->height };

  tl_plot_spot_begin (plotter, mood->step, box, spoken_text (journey, mood));
  tl_plot_text (plotter, name, TL_INK_TEXT, x + journey->room / 2, bottom + 7, TL_ALIGN_CENTRE);
  if (!isnan (mood->drawn))
    tl_plot_point (plotter, TL_INK_DRAWN, TL_MARKER_RING, point_of (journey, index, mood->drawn));
  if (!isnan (mood->measured)) {
    tl_plot_point (plotter, TL_INK_MEASURED, TL_MARKER_SQUARE,
                   point_of (journey, index, mood->measured));
    put_number (journey, index);
  }
  tl_plot_spot_end (plotter);
}

void
tl_plot_satisfaction (TlPlotter *plotter)
{
  const TlPlotKey keys[] = {
    { .label = _("as drawn in the chart"), .kind = TL_MARK_POINT, .line = TRUE,
      .ink = TL_INK_DRAWN, .marker = TL_MARKER_RING },
    { .label = _("as measured"), .kind = TL_MARK_POINT, .line = TRUE, .dashed = TRUE,
      .ink = TL_INK_MEASURED, .marker = TL_MARKER_SQUARE },
  };
  g_autoptr (GArray) moods = tl_series_mood (plotter->chart, plotter->order);
  Journey journey = { .plotter = plotter, .moods = moods,
                      .first = MIN (plotter->options->first, MAX (moods->len, 1) - 1) };

  plotter->plot->title = g_strdup (_("Satisfaction along the journey"));
  if (moods->len == 0) {
    plotter->plot->empty =
      g_strdup (_("No step of the customer has an emotion yet. Select one and set its emotion, or "
                  "name it in a standard that asks customers and record what they answer."));
    return;
  }
  journey.n = moods->len - journey.first;
  plotter->plot->summary = summary_text (&journey);
  tl_plot_head (plotter, keys, G_N_ELEMENTS (keys));
  lay_out (&journey);
  tl_plot_axis (plotter, &journey.ticks, journey.area, tick_text, NULL);
  tl_plot_level (plotter, TL_INK_AXIS, 1, FALSE, journey.area.x,
                 journey.area.x + journey.area.w, tl_plot_y (&journey.ticks, journey.area, 0));
  put_line (&journey, FALSE);
  put_line (&journey, TRUE);
  for (guint i = 0; i < journey.n; i++) {
    guint begun = plotter->plot->marks->len;

    put_step (&journey, i);
    plotter->from = begun;   /* words reach the next step at most */
  }
  make_table (&journey);
}
