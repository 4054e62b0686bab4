/* export.c - tline export: a chart as a picture, or as a page to learn from. */
#include "render/export.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/files.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "document/xml-write.h"
#include "layout/layout.h"
#include "render/plot.h"
#include "report/training-page.h"

typedef struct {
  /* As typed */
  char    *out;
  char    *format_name;
  char    *theme_name;
  char    *picture;
  char    *overlay_name, *role_name, *today;
  double   scale;
  int      dpi;
  GStrv    paths;

  /* What it means */
  gboolean        page;      /* HTML, and no format of pictures */
  TlExportFormat  format;
  const TlTheme  *theme;
  TlOverlayKind   overlay;
  TlId            role;
  TlDate          date;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->out);
  g_free (options->format_name);
  g_free (options->theme_name);
  g_free (options->picture);
  g_free (options->overlay_name);
  g_free (options->role_name);
  g_free (options->today);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
find_format (const char     *name,
             TlExportFormat *format)
{
  for (TlExportFormat i = 0; i < TL_N_EXPORT_FORMATS; i++) {
    if (g_ascii_strcasecmp (tl_export_format_name (i), name) == 0) {
      *format = i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
is_page (const Options *options)
{
  g_autofree char *lower = NULL;

  if (options->format_name != NULL)
    return g_ascii_strcasecmp (options->format_name, "html") == 0;
  lower = g_ascii_strdown (options->out, -1);
  return g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm");
}

/* Fills in what the options mean.  Returns what is wrong with them, or NULL. */
static const char *
understand (Options *options)
{
  if (options->paths == NULL || options->paths[1] != NULL)
    return _("name one file to draw");
  if (options->out == NULL)
    return _("say with -o where the picture goes");
  options->page = is_page (options);
  if (options->page)
    return options->theme_name != NULL || options->picture != NULL || options->role_name != NULL ||
           options->overlay != TL_OVERLAY_NONE || options->scale != 1 || options->dpi != 0
           ? _("an HTML page takes no --theme, --picture, --overlay, --role, --scale or --dpi")
           : NULL;
  if (options->format_name != NULL) {
    if (!find_format (options->format_name, &options->format))
      return _("--format is svg, pdf, png or html");
  } else if (!tl_export_format_guess (options->out, &options->format)) {
    return g_str_equal (options->out, "-")
           ? _("say with --format whether it should be svg, pdf, png or html")
           : _("the name after -o must end in .svg, .pdf, .png or .html; or say --format");
  }
  options->theme = tl_theme_find (options->theme_name != NULL ? options->theme_name : "light");
  if (options->theme == NULL)
    return _("--theme is light, dark or print");
  if (options->picture != NULL && options->overlay != TL_OVERLAY_NONE)
    return _("--overlay is laid on the chart, and --picture draws none");
  if (options->role_name != NULL && options->overlay != TL_OVERLAY_ROLE)
    return _("--role is for --overlay=role only");
  if (!isfinite (options->scale) || options->scale < TL_EXPORT_MIN_SCALE || options->scale > 100)
    return _("--scale must lie between 0.01 and 100");
  if (options->dpi != 0 && options->format != TL_EXPORT_PNG)
    return _("--dpi is for PNG only; other formats have no pixels");
  if (options->dpi != 0 && (options->dpi < 10 || options->dpi > 2400))
    return _("--dpi must lie between 10 and 2400");
  return NULL;
}

/* Writes what was made of it, or says why it could not be. */
static TlExit
write_out (GBytes        *bytes,
           const GError  *error,
           const Options *options)
{
  if (bytes == NULL) {
    tl_say ("%s", error->message);
    return TL_EXIT_BAD_INPUT;
  }
  if (!tl_file_write (options->out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    return TL_EXIT_BAD_INPUT;
  return TL_EXIT_FINE;
}

static double
get_scale (const Options *options)
{
  return options->scale * (options->dpi != 0 ? options->dpi / 96.0 : 1.0);
}

static TlExit
export_page (const TlChart *chart,
             const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_training_page (chart, &error);

  return write_out (bytes, error, options);
}

/* A picture of its numbers.  It carries no chart: it could not be told from one. */
static TlExit
export_picture (const TlVerb  *verb,
                const TlChart *chart,
                const Options *options)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlFigures) figures = NULL;
  g_autoptr (TlOrder) order = NULL;
  g_autoptr (TlPlot) plot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TlPlotOptions what = { .width = TL_PLOT_WIDTH, .height = TL_PLOT_HEIGHT, .titled = TRUE };
  TlExportOptions how = { .theme = options->theme, .chart = chart, .scale = get_scale (options) };
  TlDrawing drawing;

  if (!tl_plot_parse (options->picture, chart, &what, &error))
    return tl_options_misused (verb, error->message);
  figures = tl_figures_new (chart, 0);
  order = tl_order_new (chart);
  plot = tl_plot_new (figures, order, tl_text_measurer_measure (measurer), &what);
  if (plot->empty != NULL) {
    tl_say ("%s: %s", options->paths[0], plot->empty);
    return TL_EXIT_BAD_INPUT;
  }
  how.title = plot->title;
  drawing = tl_plot_drawing (plot);
  bytes = tl_export_drawing (options->format, &drawing, measurer, &how, &error);
  return write_out (bytes, error, options);
}

static TlExit
export_chart (const TlChart *chart,
              const Options *options)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_text_measurer_measure (measurer),
                                               &TL_LAYOUT_OPTIONS_FULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *xml = NULL;
  g_autoptr (TlMarks) marks = NULL;
  TlExportOptions how = {
    .theme = options->theme,
    .chart = chart,
    .title = tl_chart_info (chart)->title,
    .scale = get_scale (options),
  };

  if (options->format == TL_EXPORT_SVG) {
    gsize length;

    xml = tl_xml_write (chart, &length);
    how.xml = xml;
  }
  if (options->overlay != TL_OVERLAY_NONE) {
    marks = tl_marks_new (tl_overlay_new (chart, options->overlay, options->role, options->date),
                          tl_layout_scene (layout), tl_text_measurer_measure (measurer), TRUE);
    how.marks = marks;
  }
  bytes = tl_export_bytes (options->format, tl_layout_scene (layout), measurer, &how, &error);
  return write_out (bytes, error, options);
}

TlExit
tl_verb_export (const TlVerb       *verb,
                const char * const *arguments)
{
  g_auto (Options) options = { .scale = 1 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out,
      N_("Where the picture goes; the end of the name says what it is"), N_("OUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format_name,
      N_("svg, pdf, png or html, whatever the name"), N_("FORMAT") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme_name, N_("light, dark or print"),
      N_("THEME") },
    { "picture", 0, 0, G_OPTION_ARG_STRING, &options.picture,
      N_("Draw its numbers instead: pareto, survey, standards or satisfaction"),
      N_("NAME[:BY]") },
    { "overlay", 0, 0, G_OPTION_ARG_STRING, &options.overlay_name,
      N_("priority, time, gaps, coverage, role or findings, laid on the chart"), N_("NAME") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role_name,
      N_("Whom --overlay=role is about; the one with most steps if not told"), N_("ID") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options.today,
      N_("The day to go by, instead of today"), N_("YYYY-MM-DD") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_("Size of the picture; 1 is normal"),
      N_("FACTOR") },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &options.dpi, N_("PNG only: pixels to the inch; 96 is normal"),
      N_("N") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (TlChart) chart = NULL;
  const char *wrong;
  TlExit status;

  if (!tl_options_parse (verb, entries, arguments, &status) ||
      !tl_options_today (verb, options.today, &options.date, &status) ||
      !tl_options_overlay (verb, options.overlay_name, &options.overlay, &status))
    return status;
  wrong = understand (&options);
  if (wrong != NULL)
    return tl_options_misused (verb, wrong);
  chart = tl_file_read_chart (options.paths[0], NULL, NULL);
  if (chart == NULL ||
      !tl_options_role (options.paths[0], chart, options.role_name, &options.role))
    return TL_EXIT_BAD_INPUT;
  if (options.page)
    return export_page (chart, &options);
  return options.picture != NULL ? export_picture (verb, chart, &options)
                                 : export_chart (chart, &options);
}
