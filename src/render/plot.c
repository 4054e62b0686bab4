/* plot.c - the table of pictures, and what they all come down to. */
#include "render/plot.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "render/plot-private.h"

#define MARGIN 10.0

/* Less than this shows nothing. */
#define LEAST_WIDTH  240.0
#define LEAST_HEIGHT 140.0

G_DEFINE_QUARK (tl-plot-error-quark, tl_plot_error)

typedef struct {
  const char *name, *title;
} Choice;

typedef struct {
  const char *name, *title;
  void      (*make) (TlPlotter *plotter);
  Choice      choices[3];
} Picture;

static const Picture pictures[TL_N_PLOTS] = {
  [TL_PLOT_PARETO] = { "pareto", N_("Worst Failure Points"), tl_plot_pareto, {
    [TL_PARETO_PRIORITY] = { "priority", N_("By Action Priority") },
    [TL_PARETO_RPN] = { "rpn", N_("By RPN") },
    [TL_PARETO_COST] = { "cost", N_("By Cost a Year") },
  } },
  [TL_PLOT_SURVEY] = { "survey", N_("Expectation and Perception"), tl_plot_survey,
                       { { NULL, NULL } } },
  [TL_PLOT_STANDARDS] = { "standards", N_("Standards Over Time"), tl_plot_standards,
                          { { NULL, NULL } } },
  [TL_PLOT_SATISFACTION] = { "satisfaction", N_("Satisfaction Along the Journey"),
                             tl_plot_satisfaction, { { NULL, NULL } } },
};

const char *
tl_plot_name (TlPlotKind kind)
{
  g_return_val_if_fail (kind < TL_N_PLOTS, NULL);

  return pictures[kind].name;
}

const char *
tl_plot_title (TlPlotKind kind)
{
  g_return_val_if_fail (kind < TL_N_PLOTS, NULL);

  return _(pictures[kind].title);
}

guint
tl_plot_n_choices (TlPlotKind kind)
{
  guint n = 0;

  g_return_val_if_fail (kind < TL_N_PLOTS, 0);

  while (n < G_N_ELEMENTS (pictures[kind].choices) && pictures[kind].choices[n].name != NULL)
    n++;
  return n;
}

const char *
tl_plot_choice_name (TlPlotKind kind,
                     guint      choice)
{
  g_return_val_if_fail (choice < tl_plot_n_choices (kind), NULL);

  return pictures[kind].choices[choice].name;
}

const char *
tl_plot_choice_title (TlPlotKind kind,
                      guint      choice)
{
  g_return_val_if_fail (choice < tl_plot_n_choices (kind), NULL);

  return _(pictures[kind].choices[choice].title);
}

/* What people ask for. */

static char *
list_names (void)
{
  const char *names[TL_N_PLOTS + 1] = { NULL };

  for (TlPlotKind kind = 0; kind < TL_N_PLOTS; kind++)
    names[kind] = pictures[kind].name;
  return g_strjoinv (", ", (GStrv) names);
}

static gboolean
find_kind (const char  *name,
           TlPlotKind  *kind,
           GError     **error)
{
  g_autofree char *names = NULL;

  for (TlPlotKind i = 0; i < TL_N_PLOTS; i++) {
    if (strcmp (pictures[i].name, name) == 0) {
      *kind = i;
      return TRUE;
    }
  }
  names = list_names ();
  g_set_error (error, TL_PLOT_ERROR, TL_PLOT_ERROR_UNKNOWN,
               /* Translators: the second %s is a list of names. */
               _("there is no picture “%s”; there are %s"), name, names);
  return FALSE;
}

static gboolean
find_choice (TlPlotKind   kind,
             const char  *name,
             guint       *choice,
             GError     **error)
{
  const char *names[G_N_ELEMENTS (pictures[0].choices) + 1] = { NULL };
  g_autofree char *list = NULL;

  for (guint i = 0; i < tl_plot_n_choices (kind); i++) {
    names[i] = pictures[kind].choices[i].name;
    if (strcmp (names[i], name) == 0) {
      *choice = i;
      return TRUE;
    }
  }
  list = g_strjoinv (", ", (GStrv) names);
  g_set_error (error, TL_PLOT_ERROR, TL_PLOT_ERROR_UNKNOWN,
               /* Translators: the first %s is the name of a picture, the second what was
                * asked for, the third a list of what there is. */
               _("the picture “%s” does not go by “%s”, but by %s"), pictures[kind].name, name,
               list);
  return FALSE;
}

static gboolean
find_standard (const TlChart  *chart,
               const char     *name,
               TlId           *standard,
               GError        **error)
{
  TlId id = tl_chart_find (chart, name);

  if (TL_CHART_GET (chart, STANDARD, TlStandard, id) != NULL) {
    *standard = id;
    return TRUE;
  }
  g_set_error (error, TL_PLOT_ERROR, TL_PLOT_ERROR_UNKNOWN,
               _("there is no standard with the id “%s”"), name);
  return FALSE;
}

gboolean
tl_plot_parse (const char     *text,
               const TlChart  *chart,
               TlPlotOptions  *options,
               GError        **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *name = colon != NULL ? g_strndup (text, (gsize) (colon - text))
                                        : g_strdup (text);
  TlPlotOptions wanted = *options;

  if (!find_kind (name, &wanted.kind, error))
    return FALSE;
  wanted.choice = 0;
  wanted.standard = TL_ID_NONE;
  if (colon != NULL && wanted.kind == TL_PLOT_STANDARDS) {
    if (!find_standard (chart, colon + 1, &wanted.standard, error))
      return FALSE;
  } else if (colon != NULL && tl_plot_n_choices (wanted.kind) > 0) {
    if (!find_choice (wanted.kind, colon + 1, &wanted.choice, error))
      return FALSE;
  } else if (colon != NULL) {
    g_set_error (error, TL_PLOT_ERROR, TL_PLOT_ERROR_UNKNOWN,
                 _("the picture “%s” has nothing to choose after a colon"), name);
    return FALSE;
  }
  *options = wanted;
  return TRUE;
}

/* Making one. */

static void
clear_spot (gpointer data)
{
  g_free (((TlPlotSpot *) data)->text);
}

static void
clear_column (gpointer data)
{
  g_free (((TlPlotColumn *) data)->title);
}

TlPlot *
tl_plot_new (const TlFigures     *figures,
             const TlOrder       *order,
             const TlMeasure     *measure,
             const TlPlotOptions *options)
{
  TlPlot *plot = g_new0 (TlPlot, 1);
  TlPlotter plotter = {
    .figures = figures, .chart = figures->chart, .order = order, .measure = measure,
    .options = options, .plot = plot, .spot = G_MAXUINT,
  };

  plot->marks = g_array_new (FALSE, FALSE, sizeof (TlPlotMark));
  plot->points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  plot->spots = g_array_new (FALSE, FALSE, sizeof (TlPlotSpot));
  g_array_set_clear_func (plot->spots, clear_spot);
  plot->ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  plot->columns = g_array_new (FALSE, FALSE, sizeof (TlPlotColumn));
  g_array_set_clear_func (plot->columns, clear_column);
  plot->cells = g_ptr_array_new_with_free_func (g_free);
  plot->width = MAX (options->width, LEAST_WIDTH);
  plot->height = MAX (options->height, LEAST_HEIGHT);
  plotter.area = tl_box_grow ((TlBox) { 0, 0, plot->width, plot->height }, -MARGIN);
  pictures[options->kind].make (&plotter);
  if (plot->title == NULL)
    plot->title = g_strdup (tl_plot_title (options->kind));
  if (plot->summary == NULL)
    plot->summary = g_strdup ("");
  return plot;
}

void
tl_plot_free (TlPlot *plot)
{
  if (plot == NULL)
    return;
  g_free (plot->title);
  g_free (plot->summary);
  g_free (plot->empty);
  g_array_unref (plot->marks);
  g_array_unref (plot->points);
  g_array_unref (plot->spots);
  g_array_unref (plot->ids);
  g_array_unref (plot->columns);
  g_ptr_array_unref (plot->cells);
  g_free (plot);
}

/* Asking about it. */

guint
tl_plot_spot_at (const TlPlot *plot,
                 TlPoint       point)
{
  /* What was put down last lies on top. */
  for (guint i = plot->spots->len; i > 0; i--) {
    if (tl_box_contains (g_array_index (plot->spots, TlPlotSpot, i - 1).box, point))
      return i - 1;
  }
  return G_MAXUINT;
}

gboolean
tl_plot_spot_shows (const TlPlot *plot,
                    guint         spot,
                    TlId          id)
{
  const TlPlotSpot *one = &g_array_index (plot->spots, TlPlotSpot, spot);

  for (guint i = 0; i < one->n_ids; i++) {
    if (g_array_index (plot->ids, TlId, one->first_id + i) == id)
      return TRUE;
  }
  return FALSE;
}

guint
tl_plot_n_rows (const TlPlot *plot)
{
  return plot->columns->len > 0 ? plot->cells->len / plot->columns->len : 0;
}

const char *
tl_plot_cell (const TlPlot *plot,
              guint         row,
              guint         column)
{
  g_return_val_if_fail (row < tl_plot_n_rows (plot) && column < plot->columns->len, NULL);

  return plot->cells->pdata[row * plot->columns->len + column];
}

char *
tl_plot_speak (const TlPlot *plot)
{
  GString *all = g_string_new (plot->title);

  if (plot->empty != NULL) {
    g_string_append_printf (all, "\n%s", plot->empty);
    return g_string_free (all, FALSE);
  }
  if (*plot->summary != '\0')
    g_string_append_printf (all, "\n%s", plot->summary);
  for (guint i = 0; i < plot->spots->len; i++)
    g_string_append_printf (all, "\n%s", g_array_index (plot->spots, TlPlotSpot, i).text);
  return g_string_free (all, FALSE);
}
