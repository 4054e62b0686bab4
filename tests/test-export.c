/* test-export.c - files that others can read: SVG, PDF, PNG. */
#include <cairo.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "charts.h"
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "render/export.h"
#include "scene-maker.h"

typedef struct {
  TlTextMeasurer *measurer;
  TlChart        *chart;
  TlScene        *scene;
  char           *folder;
} Fixture;

static const char chart_text[] =
  "C: arrive( wait~ decide? | leave)\n"
  "O: . greet . | serve\n"
  "B: . . fetch | .\n"
  "S: . . desk | .\n"
  "arrive>wait wait>decide decide>leave@0.9 decide>greet@0.1 greet>serve fetch.>serve\n"
  "f!greet g!serve h!wait r*f,g\n";

static const char embedded[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\"><lane id=\"C\"/></chart>\n";

static void
relabel (Fixture    *f,
         const char *id,
         const char *label)
{
  TlStep *step = tl_chart_edit (f->chart, tl_test_id (f->chart, id));

  tl_text_set (&step->label, label);
}

static void
set_up (Fixture       *f,
        gconstpointer  data G_GNUC_UNUSED)
{
  f->measurer = tl_text_measurer_new (NULL);
  f->chart = tl_test_chart (chart_text);
  tl_chart_begin (f->chart, "Name");
  relabel (f, "arrive", "Asks for <b>room</b> & \"key\" at the front desk");
  relabel (f, "greet", "确认客户订单今天能否发货然后归档");
  relabel (f, "serve", "تحقق من الطلب قبل الشحن اليوم");
  tl_chart_commit (f->chart, NULL);
  f->scene = tl_test_scene (f->chart, tl_text_measurer_measure (f->measurer));
  f->folder = g_dir_make_tmp ("tl-export-XXXXXX", NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data G_GNUC_UNUSED)
{
  tl_scene_free (f->scene);
  tl_chart_free (f->chart);
  tl_text_measurer_free (f->measurer);
  g_rmdir (f->folder);
  g_free (f->folder);
}

static GBytes *
export_as (Fixture        *f,
           TlExportFormat  format,
           TlThemeId       theme)
{
  const TlExportOptions options = {
    .theme = tl_theme_get (theme), .chart = f->chart, .title = "Hotel <check> & in",
    .xml = embedded,
  };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tl_export_bytes (format, f->scene, f->measurer, &options, &error);

  g_assert_no_error (error);
  return bytes;
}

static xmlDoc *
parse (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *doc = xmlReadMemory (data, (int) length, "picture.svg", NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);
  return doc;
}

/* The texts of one <text>, its lines joined by a blank. */
static char *
join_lines (xmlNode *text)
{
  GString *joined = g_string_new (NULL);

  for (xmlNode *at = text->children; at != NULL; at = at->next) {
    xmlChar *content = xmlNodeGetContent (at);

    if (joined->len > 0)
      g_string_append_c (joined, ' ');
    g_string_append (joined, (const char *) content);
    xmlFree (content);
  }
  return g_string_free (joined, FALSE);
}

static void
count (GHashTable *table,
       char       *key)
{
  g_hash_table_insert (table, key,
                       GUINT_TO_POINTER (1 + GPOINTER_TO_UINT (g_hash_table_lookup (table, key))));
}

static void
collect (xmlNode    *node,
         GHashTable *texts,
         GHashTable *ids)
{
  for (; node != NULL; node = node->next) {
    xmlChar *id = node->type == XML_ELEMENT_NODE ? xmlGetNoNsProp (node, BAD_CAST "id") : NULL;

    if (xmlStrEqual (node->name, BAD_CAST "metadata"))
      continue;
    if (id != NULL)
      count (ids, g_strdup ((const char *) id));
    xmlFree (id);
    if (xmlStrEqual (node->name, BAD_CAST "text"))
      count (texts, join_lines (node));
    else
      collect (node->children, texts, ids);
  }
}

static void
test_svg (Fixture       *f,
          gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) bytes = export_as (f, TL_EXPORT_SVG, TL_THEME_LIGHT);
  xmlDoc *doc = parse (bytes);
  xmlNode *root = xmlDocGetRootElement (doc);
  xmlChar *label = xmlGetNoNsProp (root, BAD_CAST "aria-label");
  GHashTableIter iter;
  gpointer id, n;

  g_assert_cmpstr ((const char *) root->name, ==, "svg");
  g_assert_cmpstr ((const char *) label, ==, "Hotel <check> & in");
  xmlFree (label);
  collect (root, texts, ids);
  for (guint i = 0; i < f->scene->n_steps; i++) {
    const TlSceneStep *step = &f->scene->steps[i];
    const TlStep *record = TL_CHART_GET (f->chart, STEP, TlStep, step->id);
    g_autofree char *joined = NULL;
    g_autoptr (GString) lines = g_string_new (NULL);

    for (guint k = 0; k < step->label.text->n_lines; k++) {
      const TlTextLine *line = &step->label.text->lines[k];

      g_string_append_printf (lines, "%s%.*s", k > 0 ? " " : "", (int) line->length,
                              step->label.text->text + line->start);
    }
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (texts, lines->str)), ==, 1);
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (ids, record->head.name)), ==, 1);
  }
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, &n))
    g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, 1);
  g_assert_nonnull (g_hash_table_lookup (ids, "decide-leave"));
  g_assert_nonnull (g_hash_table_lookup (ids, "r"));
  xmlFreeDoc (doc);
}

static void
test_svg_carries_the_chart (Fixture       *f,
                            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) bytes = export_as (f, TL_EXPORT_SVG, TL_THEME_LIGHT);
  xmlDoc *doc = parse (bytes);
  xmlNode *metadata = xmlDocGetRootElement (doc)->last, *chart;

  while (metadata != NULL && !xmlStrEqual (metadata->name, BAD_CAST "metadata"))
    metadata = metadata->prev;
  g_assert_nonnull (metadata);
  chart = xmlFirstElementChild (metadata);
  g_assert_cmpstr ((const char *) chart->name, ==, "chart");
  g_assert_cmpstr ((const char *) chart->ns->href, ==, "urn:throughline:chart:1");
  xmlFreeDoc (doc);
}

static void
test_svg_reads_back (Fixture       *f,
                     gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autofree char *xml = tl_xml_write (f->chart, NULL);
  const TlExportOptions options = { .chart = f->chart, .title = "T", .xml = xml };
  g_autoptr (GBytes) bytes = tl_export_bytes (TL_EXPORT_SVG, f->scene, f->measurer, &options, NULL);
  g_autoptr (TlChart) chart = NULL;
  gsize length;
  const char *svg = g_bytes_get_data (bytes, &length);

  chart = tl_xml_read (svg, length, "chart.svg", problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (chart);
  g_assert_true (tl_chart_equal (chart, f->chart));
}

/* A picture without a chart in it is no chart, and is told apart from one. */
static void
test_svg_without_chart (Fixture       *f,
                        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  const TlExportOptions options = { .chart = f->chart };
  g_autoptr (GBytes) bytes = tl_export_bytes (TL_EXPORT_SVG, f->scene, f->measurer, &options, NULL);
  gsize length;
  const char *svg = g_bytes_get_data (bytes, &length);

  g_assert_null (tl_xml_read (svg, length, "chart.svg", problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (((TlReadProblem *) g_ptr_array_index (problems, 0))->message, "picture"));
}

static void
test_svg_same_bytes (Fixture       *f,
                     gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) one = export_as (f, TL_EXPORT_SVG, TL_THEME_DARK);
  g_autoptr (GBytes) two = export_as (f, TL_EXPORT_SVG, TL_THEME_DARK);

  g_assert_true (g_bytes_equal (one, two));
}

/* Without title, chart or XML it is still a valid picture. */
static void
test_svg_bare (Fixture       *f,
               gconstpointer  data G_GNUC_UNUSED)
{
  const TlExportOptions options = { .scale = 0.5 };
  g_autoptr (GBytes) bytes = tl_export_bytes (TL_EXPORT_SVG, f->scene, f->measurer, &options, NULL);
  xmlDoc *doc = parse (bytes);
  xmlChar *width = xmlGetNoNsProp (xmlDocGetRootElement (doc), BAD_CAST "width");

  g_assert_cmpfloat_with_epsilon (g_ascii_strtod ((const char *) width, NULL),
                                  f->scene->page.w / 2, 0.01);
  xmlFree (width);
  xmlFreeDoc (doc);
}

static void
test_pdf (Fixture       *f,
          gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  g_autofree char *path = g_build_filename (f->folder, "chart.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = export_as (f, TL_EXPORT_PDF, TL_THEME_PRINT);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *file = g_bytes_get_data (bytes, &length);
  char *argv[] = { tool, path, (char *) "-", NULL };

  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpint (memcmp (file, "%PDF", 4), ==, 0);
  if (tool == NULL) {
    g_test_skip ("pdftotext is not installed");
    return;
  }

  g_assert_true (g_file_set_contents (path, file, (gssize) length, &error));
  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL,
                               &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Line of visibility"));
  g_assert_nonnull (strstr (text, "front desk"));
  g_assert_nonnull (strstr (text, "W 4 min"));
  g_unlink (path);
}

/* A chart makes the same bytes at any time of day, whether it is dated or not. */
static void
test_pdf_same_bytes (Fixture       *f,
                     gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) bare = export_as (f, TL_EXPORT_PDF, TL_THEME_LIGHT);
  g_autoptr (GBytes) one = NULL, two = NULL, bare_again = NULL;
  GDate *day = g_date_new_dmy (1, G_DATE_SEPTEMBER, 2026);

  tl_chart_begin (f->chart, "Date");
  ((TlChartInfo *) tl_chart_edit (f->chart, tl_chart_info (f->chart)->head.id))->revised =
    g_date_get_julian (day);
  tl_chart_commit (f->chart, NULL);
  g_date_free (day);
  one = export_as (f, TL_EXPORT_PDF, TL_THEME_LIGHT);
  g_usleep (1100 * 1000);   /* cairo's own date counts seconds */
  two = export_as (f, TL_EXPORT_PDF, TL_THEME_LIGHT);
  tl_chart_undo (f->chart);
  bare_again = export_as (f, TL_EXPORT_PDF, TL_THEME_LIGHT);
  g_assert_true (g_bytes_equal (one, two));
  g_assert_false (g_bytes_equal (one, bare));
  g_assert_true (g_bytes_equal (bare, bare_again));
}

typedef struct {
  const guchar *data;
  gsize         length, at;
} Reading;

static cairo_status_t
read_cb (void          *data,
         unsigned char *to,
         unsigned int   length)
{
  Reading *reading = data;

  if (reading->at + length > reading->length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (to, reading->data + reading->at, length);
  reading->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_png (GBytes *bytes)
{
  Reading reading = { NULL, 0, 0 };
  cairo_surface_t *surface;

  reading.data = g_bytes_get_data (bytes, &reading.length);
  surface = cairo_image_surface_create_from_png_stream (read_cb, &reading);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

/* The picture has the page's size, and nothing reaches into its margin. */
static void
test_png (Fixture       *f,
          gconstpointer  data G_GNUC_UNUSED)
{
  for (guint theme = 0; theme < TL_N_THEMES; theme++) {
    g_autoptr (GBytes) bytes = export_as (f, TL_EXPORT_PNG, theme);
    cairo_surface_t *surface = read_png (bytes);
    int w = cairo_image_surface_get_width (surface), h = cairo_image_surface_get_height (surface);
    int stride = cairo_image_surface_get_stride (surface);
    const guchar *pixels = cairo_image_surface_get_data (surface);
    guint32 ground = tl_theme_get (theme)->page;
    guint ink = 0;

    g_assert_cmpint (w, ==, (int) f->scene->page.w);
    g_assert_cmpint (h, ==, (int) f->scene->page.h);
    for (int y = 0; y < h; y++) {
      const guint32 *row = (const guint32 *) (const void *) (pixels + y * stride);

      for (int x = 0; x < w; x++) {
        gboolean blank = (row[x] & 0xffffff) == ground;

        ink += !blank;
        if (x < 12 || y < 12 || x >= w - 12 || y >= h - 12)
          g_assert_true (blank);
      }
    }
    g_assert_cmpuint (ink, >, 10000);
    cairo_surface_destroy (surface);
  }
}

static void
test_png_too_large (Fixture       *f,
                    gconstpointer  data G_GNUC_UNUSED)
{
  const double scales[] = { 40, 25 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    const TlExportOptions options = { .scale = scales[i] };
    g_autofree char *path = g_build_filename (f->folder, "chart.png", NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (tl_export_file (path, TL_EXPORT_PNG, f->scene, f->measurer, &options, &error));
    g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_TOO_LARGE);
    g_assert_nonnull (strstr (error->message, "scale"));
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));   /* nothing is left behind */
  }
}

/* The scale that a refusal names is one that works and can be asked for. */
static void
test_png_advice (void)
{
  const struct {
    double      w, h, scale;
    const char *words;       /* the end of the message */
  } cases[] = {
    { 40000, 1000, 1, " Use a scale of 0.819 at most, or make an SVG or a PDF." },
    { 26500, 10, 2, " Use a scale of 1.236 at most, or make an SVG or a PDF." },
    { 3276700, 10, 1, " Use a scale of 0.01 at most, or make an SVG or a PDF." },
    { 4000000, 10, 1, " Make an SVG or a PDF." },
    { 50000000, 10, 0.01, " Make an SVG or a PDF." },
    { 30000.5, 30000.5, 1, " Use a scale of 0.666 at most, or make an SVG or a PDF." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const TlExportOptions options = { .scale = cases[i].scale };
    const TlScene scene = { .page = { 0, 0, cases[i].w, cases[i].h } };
    g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
    g_autoptr (GError) error = NULL;

    g_assert_null (tl_export_bytes (TL_EXPORT_PNG, &scene, measurer, &options, &error));
    g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_TOO_LARGE);
    if (!g_str_has_suffix (error->message, cases[i].words))
      g_error ("%s", error->message);
  }
}

static void
test_file (Fixture       *f,
           gconstpointer  data G_GNUC_UNUSED)
{
  const TlExportOptions options = { .title = "T" };
  g_autofree char *path = g_build_filename (f->folder, "chart.svg", NULL);
  g_autofree char *nowhere = g_build_filename (f->folder, "no", "chart.svg", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_export_file (path, TL_EXPORT_SVG, f->scene, f->measurer, &options, &error));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_suffix (contents, "</svg>\n"));
  g_unlink (path);

  g_assert_false (tl_export_file (nowhere, TL_EXPORT_SVG, f->scene, f->measurer, &options, &error));
  g_assert_nonnull (error);
}

static void
test_guess (void)
{
  const struct {
    const char *path;
    gboolean known;
    TlExportFormat format;
  } rows[] = {
    { "a.svg", TRUE, TL_EXPORT_SVG }, { "a.b.PDF", TRUE, TL_EXPORT_PDF },
    { "dir.svg/a.Png", TRUE, TL_EXPORT_PNG }, { "a", FALSE, 0 }, { "a.jpeg", FALSE, 0 },
    { "svg", FALSE, 0 }, { "", FALSE, 0 }, { "a.svgz", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlExportFormat format = 0;

    g_assert_cmpint (tl_export_format_guess (rows[i].path, &format), ==, rows[i].known);
    g_assert_cmpint (format, ==, rows[i].format);
  }
}

#define ADD(name, func) g_test_add ("/export/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("svg", test_svg);
  ADD ("svg/carries-the-chart", test_svg_carries_the_chart);
  ADD ("svg/reads-back", test_svg_reads_back);
  ADD ("svg/without-chart", test_svg_without_chart);
  ADD ("svg/same-bytes", test_svg_same_bytes);
  ADD ("svg/bare", test_svg_bare);
  ADD ("pdf", test_pdf);
  ADD ("pdf/same-bytes", test_pdf_same_bytes);
  ADD ("png", test_png);
  ADD ("png/too-large", test_png_too_large);
  ADD ("file", test_file);
  g_test_add_func ("/export/png/advice", test_png_advice);
  g_test_add_func ("/export/guess", test_guess);
  return g_test_run ();
}
