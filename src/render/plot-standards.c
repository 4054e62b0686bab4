/* plot-standards.c - what was measured of each standard over time, beside its target: a
 * small picture for each, with one axis of its own.
 *
 * A standard for a share of the cases is judged by that share, so it is what is shown.
 */
#include "render/plot-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/units.h"

#define PANEL_WIDE  236.0   /* the least */
#define PANEL_HIGH  138.0
#define PANEL_MOST  260.0   /* high, where there are several */
#define PANEL_GAP   18.0
#define SIDE        30.0    /* between the first date and the axis */

typedef struct {
  TlPlotter        *plotter;
  const TlStandard *standard;
  GArray           *points;    /* TlSeriesPoint */
  TlBox             box, area;
  TlTicks           ticks;
  TlUnit            unit;      /* of what is shown */
  double            target;    /* or NaN */
} Panel;

static gboolean
by_share (const TlStandard *standard)
{
  return standard->share < 100;
}

static double
value_of (const Panel         *panel,
          const TlSeriesPoint *point)
{
  return by_share (panel->standard) ? point->share : point->value;
}

static const TlSeriesPoint *
nth (const Panel *panel,
     guint        index)
{
  return &g_array_index (panel->points, TlSeriesPoint, index);
}

/* Texts. */

static char *
point_text (const Panel         *panel,
            const TlSeriesPoint *point)
{
  TlPlotter *plotter = panel->plotter;
  g_autofree char *value = tl_measure_text (plotter->chart, panel->unit, value_of (panel, point));
  char date[TL_UNITS_SIZE];

  /* Translators: a standard, the day it was measured, a value, whether it was met, and the
   * number of cases or answers. */
  return g_strdup_printf (_("%s, %s: %s: %s (n = %d)"), panel->standard->name,
                          tl_date_text (point->date, date), value,
                          tl_verdict_text (point->verdict), point->n);
}

static char *
panel_text (const Panel *panel)
{
  g_autofree char *target = tl_measure_target_text (panel->plotter->chart,
                                                     panel->standard);
  TlVerdict verdict = nth (panel, panel->points->len - 1)->verdict;

  if (*target == '\0')
    return g_strdup_printf ("%s: %s", panel->standard->name, tl_verdict_text (verdict));
  /* Translators: a standard, what it asks for, and whether the last measurement met it. */
  return g_strdup_printf (_("%s, target %s; last: %s"), panel->standard->name, target,
                          tl_verdict_text (verdict));
}

static char *
tick_text (const TlPlotter *plotter,
           double           value,
           gconstpointer    data)
{
  const Panel *panel = data;

  return tl_measure_text (plotter->chart, panel->unit, value);
}

/* One panel. */

static TlTickUnit
tick_unit (TlUnit unit)
{
  return unit == TL_UNIT_SECONDS ? TL_TICKS_SECONDS
       : unit == TL_UNIT_COUNT ? TL_TICKS_WHOLE : TL_TICKS_PLAIN;
}

/* The least that an axis spans: small differences are not to look large. */
static double
least_span (TlUnit unit,
            double high)
{
  switch (unit) {
  case TL_UNIT_SCORE:
    return 1;
  case TL_UNIT_PERCENT:
    return 10;
  case TL_UNIT_NPS:
    return 20;
  case TL_UNIT_NONE:
  case TL_UNIT_SECONDS:
  case TL_UNIT_COUNT:
  case TL_UNIT_MONEY:
  default:
    return fabs (high) / 3;
  }
}

/* The greatest there can be. */
static double
bound_of (const Panel *panel)
{
  switch (panel->unit) {
  case TL_UNIT_SCORE:
    return tl_chart_info (panel->plotter->chart)->scale;
  case TL_UNIT_PERCENT:
  case TL_UNIT_NPS:
    return 100;
  case TL_UNIT_NONE:
  case TL_UNIT_SECONDS:
  case TL_UNIT_COUNT:
  case TL_UNIT_MONEY:
  default:
    return G_MAXDOUBLE;
  }
}

/* From the least to the greatest value, the target among them, and some room. */
static void
find_range (const Panel *panel,
            double      *low,
            double      *high)
{
  double spare;

  *low = *high = isnan (panel->target) ? value_of (panel, nth (panel, 0)) : panel->target;
  for (guint i = 0; i < panel->points->len; i++) {
    *low = MIN (*low, value_of (panel, nth (panel, i)));
    *high = MAX (*high, value_of (panel, nth (panel, i)));
  }
  spare = least_span (panel->unit, *high) - (*high - *low);
  if (spare > 0) {
    double bound = MAX (bound_of (panel), *high);
    gboolean positive = *low >= 0;

    *high = MIN (*high + spare / 2, bound);
    *low -= spare / 2;
    if (positive)
      *low = MAX (*low, 0);
  }
}

static void
lay_out (Panel  *panel,
         double  head)
{
  TlPlotter *plotter = panel->plotter;
  double line = tl_plot_words (plotter, TL_TEXT_LINE, "x")->line_height, left;
  double above = head + line + 4, low, high;

  panel->area = panel->box;
  panel->area.y += above;
  panel->area.h -= above + 2 * line + 6;
  find_range (panel, &low, &high);
  panel->ticks = tl_plot_ticks_upright (low, high, panel->area.h, tick_unit (panel->unit));
  left = tl_plot_axis_width (plotter, &panel->ticks, tick_text, panel) + TL_PLOT_GAP;
  panel->area.x += left;
  panel->area.w -= left;
}

static TlPoint
point_of (const Panel         *panel,
          const TlSeriesPoint *point)
{
  TlDate first = nth (panel, 0)->date, last = nth (panel, panel->points->len - 1)->date;
  double along = last > first ? (double) (point->date - first) / (last - first) : 0.5;

  return (TlPoint) { panel->area.x + SIDE + along * (panel->area.w - 2 * SIDE),
                     tl_plot_y (&panel->ticks, panel->area, value_of (panel, point)) };
}

static void
put_target (Panel *panel)
{
  TlPlotter *plotter = panel->plotter;
  double y = tl_plot_y (&panel->ticks, panel->area, panel->target);
  const TlText *words = tl_plot_words (plotter, TL_TEXT_LINE, _("target"));
  double right = panel->area.x + panel->area.w;

  tl_plot_level (plotter, TL_INK_TEXT, 1.6, TRUE, panel->area.x, right, y);
  if (!tl_plot_text_if_free (plotter, words, TL_INK_TEXT, right, y - words->height - 1,
                             TL_ALIGN_END, FALSE))
    tl_plot_text_if_free (plotter, words, TL_INK_TEXT, right, y + 1, TL_ALIGN_END, FALSE);
}

static const struct {
  TlInk   ink;
  TlMarker marker;
} looks[] = {
  [TL_VERDICT_NEVER] = { TL_INK_NONE, TL_MARKER_RING },
  [TL_VERDICT_UNCLEAR] = { TL_INK_NONE, TL_MARKER_RING },
  [TL_VERDICT_MET] = { TL_INK_MET, TL_MARKER_DISC },
  [TL_VERDICT_MISSED] = { TL_INK_MISSED, TL_MARKER_CROSS },
};

/* The value beside the mark, the day and the number of cases under the axis; what has no
 * room is in the spot's text. */
static void
put_point (Panel *panel,
           guint  index)
{
  TlPlotter *plotter = panel->plotter;
  const TlSeriesPoint *point = nth (panel, index);
  TlPoint at = point_of (panel, point);
  double bottom = panel->area.y + panel->area.h + 4;
  g_autofree char *value = tl_measure_text (plotter->chart, panel->unit, value_of (panel, point));
  char date[TL_UNITS_SIZE];
  g_autofree char *n = g_strdup_printf (_("n = %d"), point->n);
  const TlText *value_words = tl_plot_words (plotter, TL_TEXT_LINE, value);
  const TlText *date_words = tl_plot_words (plotter, TL_TEXT_LINE,
                                            tl_date_text (point->date, date));
  guint spot = tl_plot_spot_begin (plotter, panel->standard->head.id,
                                   (TlBox) { at.x - 12, at.y - 12, 24, 24 },
                                   point_text (panel, point));

  g_array_index (plotter->plot->spots, TlPlotSpot, spot).quiet = TRUE;
  tl_plot_point (plotter, looks[point->verdict].ink, looks[point->verdict].marker, at);
  if (!tl_plot_text_if_free (plotter, value_words, TL_INK_TEXT, at.x,
                             at.y - value_words->height - 7, TL_ALIGN_CENTRE, TRUE))
    tl_plot_text_if_free (plotter, value_words, TL_INK_TEXT, at.x, at.y + 7, TL_ALIGN_CENTRE,
                          TRUE);
  if (tl_plot_text_if_free (plotter, date_words, TL_INK_MUTED, at.x, bottom, TL_ALIGN_CENTRE,
                            FALSE))
    tl_plot_text_if_free (plotter, tl_plot_words (plotter, TL_TEXT_LINE, n), TL_INK_MUTED, at.x,
                          bottom + date_words->line_height, TL_ALIGN_CENTRE, FALSE);
  tl_plot_spot_end (plotter);
}

static void
put_points (Panel *panel)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (TlPoint));

  for (guint i = 0; i < panel->points->len; i++) {
    TlPoint at = point_of (panel, nth (panel, i));

    g_array_append_val (line, at);
  }
  tl_plot_line (panel->plotter, TL_INK_MUTED, 1.6, FALSE,
                (const TlPoint *) (const void *) line->data, line->len);
  /* The last first: it keeps its words when there is no room for all. */
  for (guint i = panel->points->len; i > 0; i--)
    put_point (panel, i - 1);
}

static void
put_panel (Panel *panel)
{
  TlPlotter *plotter = panel->plotter;
  g_autofree char *target = tl_measure_target_text (plotter->chart, panel->standard);
  const TlText *name = tl_plot_fit (plotter, TL_TEXT_PHASE, panel->standard->name, panel->box.w, 2);
  double head = name->height;

  tl_plot_spot_begin (plotter, panel->standard->head.id, tl_box_grow (panel->box, 5),
                      panel_text (panel));
  tl_plot_text (plotter, name, TL_INK_TEXT, panel->box.x, panel->box.y, TL_ALIGN_START);
  if (*target != '\0') {
    const TlText *words = tl_plot_fit (plotter, TL_TEXT_LINE, target, panel->box.w, 1);

    tl_plot_text (plotter, words, TL_INK_MUTED, panel->box.x, panel->box.y + head, TL_ALIGN_START);
    head += words->height;
  }
  lay_out (panel, head);
  tl_plot_axis (plotter, &panel->ticks, panel->area, tick_text, panel);
  if (!isnan (panel->target))
    put_target (panel);
  tl_plot_spot_end (plotter);
  put_points (panel);
}

/* All of them. */

typedef struct {
  TlPlotter *plotter;
  GPtrArray *shown;        /* TlStandard, measured */
  GPtrArray *unmeasured;
} Gallery;

static void
collect (Gallery *gallery)
{
  TlPlotter *plotter = gallery->plotter;
  TlId only = plotter->options->standard;

  for (guint i = 0; i < tl_chart_n (plotter->chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (plotter->chart, STANDARD, TlStandard, i);
    g_autoptr (GArray) points = tl_series_standard (plotter->chart, standard);
    gboolean any = FALSE;

    if (only != TL_ID_NONE && standard->head.id != only)
      continue;
    for (guint k = 0; k < points->len; k++)
      any = any || !by_share (standard) || !isnan (g_array_index (points, TlSeriesPoint, k).share);
    g_ptr_array_add (any ? gallery->shown : gallery->unmeasured, (gpointer) standard);
  }
}

static void
drop_blank (GArray *points)
{
  for (guint i = points->len; i > 0; i--) {
    if (isnan (g_array_index (points, TlSeriesPoint, i - 1).share))
      g_array_remove_index (points, i - 1);
  }
}

static void
make_rows (TlPlotter        *plotter,
           const TlStandard *standard)
{
  g_autoptr (GArray) points = tl_series_standard (plotter->chart, standard);

  for (guint i = 0; i < MAX (points->len, 1); i++) {
    const TlSeriesPoint *point = i < points->len ? &g_array_index (points, TlSeriesPoint, i) : NULL;
    char date[TL_UNITS_SIZE];

    tl_plot_add_cell (plotter, g_strdup (standard->name));
    tl_plot_add_cell (plotter, tl_measure_target_text (plotter->chart, standard));
    tl_plot_add_cell (plotter, point != NULL ? g_strdup (tl_date_text (point->date, date)) : NULL);
    tl_plot_add_cell (plotter, point != NULL ? tl_measure_text (plotter->chart, standard->unit,
                                                                point->value) : NULL);
    tl_plot_add_cell (plotter, point != NULL && !isnan (point->share)
                                 ? tl_measure_text (plotter->chart, TL_UNIT_PERCENT, point->share)
                                 : NULL);
    tl_plot_add_cell (plotter, point != NULL ? g_strdup_printf ("%d", point->n) : NULL);
    tl_plot_add_cell (plotter, g_strdup (tl_verdict_text (point != NULL ? point->verdict
                                                                        : TL_VERDICT_NEVER)));
  }
}

static void
make_table (const Gallery *gallery)
{
  TlPlotter *plotter = gallery->plotter;

  tl_plot_column (plotter, _("Standard"), FALSE);
  tl_plot_column (plotter, _("Target"), FALSE);
  tl_plot_column (plotter, _("On"), FALSE);
  tl_plot_column (plotter, _("Measured"), TRUE);
  tl_plot_column (plotter, _("Of cases"), TRUE);
  tl_plot_column (plotter, _("n"), TRUE);
  tl_plot_column (plotter, _("Verdict"), FALSE);
  for (guint i = 0; i < gallery->shown->len; i++)
    make_rows (plotter, gallery->shown->pdata[i]);
  for (guint i = 0; i < gallery->unmeasured->len; i++)
    make_rows (plotter, gallery->unmeasured->pdata[i]);
}

static char *
summary_text (const Gallery *gallery)
{
  guint n[TL_VERDICT_MISSED + 1] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gallery->shown->len; i++)
    n[tl_measure (gallery->plotter->chart, gallery->shown->pdata[i]).verdict]++;
  g_string_printf (text, _("Last measured: %u met, %u missed."), n[TL_VERDICT_MET],
                   n[TL_VERDICT_MISSED]);
  if (gallery->unmeasured->len > 0) {
    g_autofree char *rest =
      g_strdup_printf (ngettext ("%u standard is not measured yet.",
                                 "%u standards are not measured yet.", gallery->unmeasured->len),
                       gallery->unmeasured->len);

    g_string_append_printf (text, " %s", rest);
  }
  return g_string_free (text, FALSE);
}

static char *
empty_text (const Gallery *gallery)
{
  if (gallery->unmeasured->len == 0)
    return g_strdup (_("There is no standard yet. Add one to the chart’s own details, name the "
                       "steps it is for, and give it a target."));
  if (gallery->unmeasured->len == 1)
    return g_strdup_printf (_("“%s” is not measured yet. Select the standard and add a "
                              "measurement."),
                            ((const TlStandard *) gallery->unmeasured->pdata[0])->name);
  return g_strdup (_("No standard is measured yet. Select one and add a measurement."));
}

static void
put_standard (Gallery *gallery,
              guint    index,
              TlBox    box)
{
  TlPlotter *plotter = gallery->plotter;
  const TlStandard *standard = gallery->shown->pdata[index];
  g_autoptr (GArray) points = tl_series_standard (plotter->chart, standard);
  gboolean share = by_share (standard);
  Panel panel = {
    .plotter = plotter, .standard = standard, .points = points, .box = box,
    .unit = share ? TL_UNIT_PERCENT : standard->unit,
    .target = share ? standard->share : standard->target,
  };

  if (share)
    drop_blank (points);
  plotter->from = plotter->plot->marks->len;
  put_panel (&panel);
}

static void
put_panels (Gallery *gallery)
{
  TlPlotter *plotter = gallery->plotter;
  TlBox area = tl_box_grow (plotter->area, -5);
  guint first = MIN (plotter->options->first, gallery->shown->len - 1);
  guint n = gallery->shown->len - first, columns, rows;
  double wide, high;

  area.w = MAX (area.w, PANEL_WIDE);
  columns = (guint) ((area.w + PANEL_GAP) / (PANEL_WIDE + PANEL_GAP));
  columns = CLAMP (columns, 1, gallery->shown->len);
  rows = (n + columns - 1) / columns;
  if (plotter->options->paged) {
    guint fit = (guint) MAX ((area.h + PANEL_GAP) / (PANEL_HIGH + PANEL_GAP), 1);

    if (fit < rows) {
      rows = fit;
      n = rows * columns;
      plotter->plot->next = first + n;
    }
  }
  if (first == 0)
    columns = (n + rows - 1) / rows;   /* as even as they can be; pages are alike */
  wide = (area.w - PANEL_GAP * (columns - 1)) / columns;
  high = MAX ((area.h - PANEL_GAP * (rows - 1)) / rows, PANEL_HIGH);
  if (gallery->shown->len > 1)
    high = MIN (high, PANEL_MOST);
  plotter->plot->width = MAX (plotter->plot->width, area.w + 2 * area.x);
  plotter->plot->height = area.y + rows * (high + PANEL_GAP) - PANEL_GAP + 10;
  for (guint i = 0; i < n; i++)
    put_standard (gallery, first + i,
                  (TlBox) { area.x + (i % columns) * (wide + PANEL_GAP),
                            area.y + (i / columns) * (high + PANEL_GAP), wide, high });
}

void
tl_plot_standards (TlPlotter *plotter)
{
  const TlPlotKey keys[] = {
    { .label = _("met"), .kind = TL_MARK_POINT, .ink = TL_INK_MET, .marker = TL_MARKER_DISC },
    { .label = _("missed"), .kind = TL_MARK_POINT, .ink = TL_INK_MISSED,
      .marker = TL_MARKER_CROSS },
    { .label = _("target"), .kind = TL_MARK_LINE, .dashed = TRUE, .ink = TL_INK_TEXT },
  };
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) unmeasured = g_ptr_array_new ();
  Gallery gallery = { plotter, shown, unmeasured };

  plotter->plot->title = g_strdup (_("Standards over time"));
  collect (&gallery);
  if (shown->len == 0) {
    plotter->plot->empty = empty_text (&gallery);
    return;
  }
  plotter->plot->summary = summary_text (&gallery);
  tl_plot_head (plotter, keys, G_N_ELEMENTS (keys));
  put_panels (&gallery);
  make_table (&gallery);
}
