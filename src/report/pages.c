/* pages.c - what is printed and handed over: pages made from a chart. */
#include "report/pages.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "render/pdf.h"
#include "report/compose.h"

G_DEFINE_QUARK (tl-pages-error-quark, tl_pages_error)

typedef struct {
  const char *name, *title;
  gboolean  (*compose) (TlPages *pages, GError **error);
} Print;

static const Print prints_table[TL_N_PRINTS] = {
  [TL_PRINT_POSTER] = { "poster", N_("Chart Poster"), tl_print_poster },
  [TL_PRINT_JOURNEY] = { "journey", N_("Customer Journey Strip"), tl_print_journey },
  [TL_PRINT_STEPS] = { "steps", N_("Step Cards"), tl_print_steps },
  [TL_PRINT_RECOVERIES] = { "recoveries", N_("Recovery Cards"), tl_print_recoveries },
  [TL_PRINT_ROLES] = { "roles", N_("Role Sheets"), tl_print_roles },
  [TL_PRINT_PROMISES] = { "promises", N_("Promise Sheet"), tl_print_promises },
  [TL_PRINT_STANDARDS] = { "standards", N_("Standards Board"), tl_print_standards },
  [TL_PRINT_SURVEY] = { "survey", N_("Survey Card"), tl_print_survey },
  [TL_PRINT_MYSTERY] = { "mystery-shop", N_("Mystery-Shopper Sheet"), tl_print_mystery },
  [TL_PRINT_GAPS] = { "gaps", N_("Gap and Action List"), tl_print_gaps },
  [TL_PRINT_PICTURES] = { "pictures", N_("Pictures of the Numbers"), tl_print_pictures },
  [TL_PRINT_SIGN_OFF] = { "training", N_("Training Sign-Off"), tl_print_sign_off },
  [TL_PRINT_ROLE_PLAY] = { "role-play", N_("Role-Play Sheets"), tl_print_role_play },
};

const char *
tl_print_name (TlPrint print)
{
  g_return_val_if_fail (print < TL_N_PRINTS, NULL);

  return prints_table[print].name;
}

const char *
tl_print_title (TlPrint print)
{
  g_return_val_if_fail (print < TL_N_PRINTS, NULL);

  return _(prints_table[print].title);
}

gboolean
tl_print_find (const char *name,
               TlPrint    *print)
{
  for (TlPrint i = 0; i < TL_N_PRINTS; i++) {
    if (g_str_equal (prints_table[i].name, name)) {
      *print = i;
      return TRUE;
    }
  }
  return FALSE;
}

static void
entry_clear (gpointer data)
{
  g_free (((TlOutlineEntry *) data)->title);
}

static void
part_clear (gpointer data)
{
  g_free (((TlPagePart *) data)->name);
}

static PangoContext *
make_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell,Sans");
  cairo_font_options_t *how = cairo_font_options_create ();

  /* A unit of the page is a point, wherever it is drawn. */
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_set_hint_style (how, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (how, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, how);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  cairo_font_options_destroy (how);
  pango_font_description_free (font);
  g_object_unref (map);
  return context;
}

static TlPages *
pages_start (const TlChart        *chart,
              const TlPrintOptions *options)
{
  TlPages *pages = g_new0 (TlPages, 1);
  const TlChartInfo *info = tl_chart_info (chart);

  pages->options = *options;
  if (pages->options.paper == NULL)
    pages->options.paper = tl_paper_find ("a4");
  pages->list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_page_free);
  pages->plots = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_plot_free);
  pages->outline = g_array_new (FALSE, FALSE, sizeof (TlOutlineEntry));
  g_array_set_clear_func (pages->outline, entry_clear);
  pages->runs = g_array_new (FALSE, FALSE, sizeof (TlPageRun));
  pages->parts = g_array_new (FALSE, FALSE, sizeof (TlPagePart));
  g_array_set_clear_func (pages->parts, part_clear);
  pages->numbers = g_array_new (FALSE, FALSE, sizeof (TlNumberSpot));
  pages->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pages->context = make_context ();
  pages->measurer = tl_text_measurer_new (NULL);
  pages->layout = tl_layout_new (chart, tl_text_measurer_measure (pages->measurer),
                                  &TL_LAYOUT_OPTIONS_FULL);
  pages->scene = tl_layout_scene (pages->layout);
  if (options->overlay != TL_OVERLAY_NONE)
    pages->marks = tl_marks_new (tl_overlay_new (chart, options->overlay, options->role,
                                                 options->today), pages->scene,
                                 tl_text_measurer_measure (pages->measurer), TRUE);
  pages->order = tl_order_new (chart);
  pages->title = g_strdup (info->title);
  pages->version = tl_pdf_date (info);
  pages->chart = chart;
  pages->theme = tl_theme_get (options->black_white ? TL_THEME_PRINT : TL_THEME_LIGHT);
  return pages;
}

/* What of it was made is taken back when it fails. */
static gboolean
compose (TlPages  *pages,
         TlPrint   print,
         GError  **error)
{
  TlPageRun run = { .print = print, .first = pages->list->len };
  TlComposeState state = tl_compose_state (pages);

  pages->two_sided = FALSE;
  if (!prints_table[print].compose (pages, error)) {
    tl_compose_undo (pages, state);
    return FALSE;
  }
  run.n = pages->list->len - run.first;
  run.two_sided = pages->two_sided;
  g_array_append_val (pages->runs, run);
  return TRUE;
}

static TlPages *
pages_finish (TlPages *pages)
{
  tl_compose_running_lines (pages);
  g_clear_pointer (&pages->figures, tl_figures_free);
  pages->chart = NULL;
  return pages;
}

TlPages *
tl_pages_new (const TlChart         *chart,
               const TlPrint         *prints,
               guint                  n_prints,
               const TlPrintOptions  *options,
               GError               **error)
{
  g_autoptr (TlPages) pages = NULL;

  g_return_val_if_fail (chart != NULL && n_prints > 0, NULL);

  pages = pages_start (chart, options);
  for (guint i = 0; i < n_prints; i++) {
    if (!compose (pages, prints[i], error))
      return NULL;
  }
  return pages_finish (g_steal_pointer (&pages));
}

TlPages *
tl_pages_new_possible (const TlChart         *chart,
                       const TlPrint         *prints,
                       guint                  n_prints,
                       const TlPrintOptions  *options,
                       GError               **errors)
{
  g_autoptr (TlPages) pages = NULL;

  g_return_val_if_fail (chart != NULL && errors != NULL, NULL);

  pages = pages_start (chart, options);
  for (guint i = 0; i < n_prints; i++)
    compose (pages, prints[i], &errors[i]);
  return pages->runs->len > 0 ? pages_finish (g_steal_pointer (&pages)) : NULL;
}

void
tl_pages_free (TlPages *pages)
{
  if (pages == NULL)
    return;
  g_ptr_array_unref (pages->list);
  g_ptr_array_unref (pages->plots);
  g_array_unref (pages->runs);
  g_array_unref (pages->outline);
  g_array_unref (pages->parts);
  g_array_unref (pages->numbers);
  g_hash_table_unref (pages->names);
  tl_figures_free (pages->figures);
  tl_order_free (pages->order);
  tl_marks_free (pages->marks);
  tl_layout_free (pages->layout);
  tl_text_measurer_free (pages->measurer);
  g_object_unref (pages->context);
  g_free (pages->title);
  g_free (pages);
}

/* Drawing. */

guint
tl_pages_n_pages (const TlPages *pages)
{
  return pages->list->len;
}

void
tl_pages_page_size (const TlPages *pages,
                     guint           index,
                     double         *width,
                     double         *height)
{
  g_return_if_fail (index < pages->list->len);

  *width = tl_page_width (pages->list->pdata[index]);
  *height = tl_page_height (pages->list->pdata[index]);
}

void
tl_pages_draw_page (const TlPages *pages,
                     guint           index,
                     cairo_t        *cr)
{
  const TlPageInk ink = { .theme = pages->theme, .measurer = pages->measurer };

  g_return_if_fail (index < pages->list->len);

  tl_page_draw (pages->list->pdata[index], cr, &ink);
}

/* What is where. */

guint
tl_pages_n_runs (const TlPages *pages)
{
  return pages->runs->len;
}

const TlPageRun *
tl_pages_get_run (const TlPages *pages,
                  guint          index)
{
  g_return_val_if_fail (index < pages->runs->len, NULL);

  return &g_array_index (pages->runs, TlPageRun, index);
}

guint
tl_pages_n_entries (const TlPages *pages)
{
  return pages->outline->len;
}

const TlOutlineEntry *
tl_pages_get_entry (const TlPages *pages,
                    guint          index)
{
  g_return_val_if_fail (index < pages->outline->len, NULL);

  return &g_array_index (pages->outline, TlOutlineEntry, index);
}

guint
tl_pages_n_parts (const TlPages *pages)
{
  return pages->parts->len;
}

const TlPagePart *
tl_pages_get_part (const TlPages *pages,
                   guint          index)
{
  g_return_val_if_fail (index < pages->parts->len, NULL);

  return &g_array_index (pages->parts, TlPagePart, index);
}

/* PDF. */

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
add_outline (const TlPages  *pages,
             cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < pages->outline->len; i++) {
    const TlOutlineEntry *entry = &g_array_index (pages->outline, TlOutlineEntry, i);
    g_autofree char *where = g_strdup_printf ("page=%u", entry->page + 1);
    int id = cairo_pdf_surface_add_outline (surface,
                                            entry->level > 0 ? parent : CAIRO_PDF_OUTLINE_ROOT,
                                            entry->title, where,
                                            entry->level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

    if (entry->level == 0)
      parent = id;
  }
}

static cairo_status_t
draw_pages (const TlPages  *pages,
            cairo_surface_t *surface)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  const TlPageInk ink = { pages->theme, pages->measurer, places };
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint i = 0; i < pages->list->len; i++)
    tl_page_add_places (pages->list->pdata[i], places);
  for (guint i = 0; i < pages->list->len; i++) {
    const TlPage *page = pages->list->pdata[i];

    cairo_pdf_surface_set_size (surface, tl_page_width (page), tl_page_height (page));
    tl_page_draw (page, cr, &ink);
    cairo_show_page (cr);
  }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

GBytes *
tl_pages_pdf (const TlPages  *pages,
               GError         **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const TlPage *first = pages->list->pdata[0];
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (append_cb, bytes, tl_page_width (first),
                                         tl_page_height (first));
  cairo_status_t status;

  tl_pdf_describe (surface, pages->title, pages->version);
  status = draw_pages (pages, surface);
  add_outline (pages, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, TL_PAGES_ERROR, TL_PAGES_ERROR_FAILED,
                 /* Translators: %s is the drawing library's own message. */
                 _("The pages could not be drawn: %s."), cairo_status_to_string (status));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
