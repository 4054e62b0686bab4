/* training-page.c - the chart as one page of HTML, to learn from on any device. */
#include "report/training-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "render/export.h"
#include "report/compose.h"
#include "report/training-card.h"
#include "report/training-resources.h"

#define FOLDER "/io/github/throughline/Training/"

static char *
load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (tl_training_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  NULL);
  g_assert (bytes != NULL);   /* it is built in */
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* "sha256-...", as a content security policy names what it lets in. */
static char *
hash_of (const char *text)
{
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *base64 = NULL;

  g_checksum_update (sum, (const guchar *) text, -1);
  g_checksum_get_digest (sum, digest, &length);
  base64 = g_base64_encode (digest, length);
  return g_strconcat ("sha256-", base64, NULL);
}

/* "de-DE" of "de_DE.UTF-8". */
static char *
language (void)
{
  const char *name = g_get_language_names ()[0];
  char *tag;

  if (g_str_equal (name, "C") || g_str_equal (name, "POSIX"))
    return g_strdup ("en");
  tag = g_strndup (name, strcspn (name, ".@"));
  return g_strdelimit (tag, "_", '-');
}

static void
put_head (GString       *out,
          const TlPages *pages,
          const char    *style,
          const char    *script)
{
  g_autofree char *style_hash = hash_of (style);
  g_autofree char *script_hash = hash_of (script);
  g_autofree char *lang = language ();
  /* Translators: the direction of your script: leave it as "ltr", or write "rtl". */
  gboolean mirrored = g_str_equal (C_("direction of script", "ltr"), "rtl");

  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
                          "<meta charset=\"utf-8\"/>\n", lang, mirrored ? "rtl" : "ltr");
  g_string_append_printf (out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                          "'none'; script-src '%s'; style-src '%s'; base-uri 'none'; "
                          "form-action 'none'\"/>\n", script_hash, style_hash);
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width, "
                   "initial-scale=1\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n");
  tl_html_element (out, "title", NULL, pages->title);
  g_string_append_printf (out, "<style>%s</style>\n</head>\n", style);
}

/* Roles that do a step, or an action of a recovery procedure. */
static gboolean
takes_part (const TlPages *pages,
            TlId           role)
{
  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_STEP); i++) {
    if (TL_CHART_NTH (pages->chart, STEP, TlStep, i)->role == role)
      return TRUE;
  }
  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_ACTION); i++) {
    if (TL_CHART_NTH (pages->chart, ACTION, TlAction, i)->role == role)
      return TRUE;
  }
  return FALSE;
}

static void
put_controls (GString       *out,
              const TlPages *pages)
{
  g_autofree char *progress = g_markup_escape_text (
    /* Translators: leave {n} and {total} as they are, numbers stand there. */
    _("Step {n} of {total}"), -1);

  g_string_append (out, "<div class=\"controls\" hidden=\"hidden\">\n<label>");
  tl_html_text (out, _("Steps of"));
  g_string_append (out, " <select id=\"tl:role\"><option value=\"\">");
  tl_html_text (out, _("Everybody"));
  g_string_append (out, "</option>");
  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_ROLE); i++) {
    const TlRole *role = TL_CHART_NTH (pages->chart, ROLE, TlRole, i);

    if (!takes_part (pages, role->head.id))
      continue;
    g_string_append_printf (out, "<option value=\"%s\">", role->head.name);
    tl_html_text (out, role->name);
    g_string_append (out, "</option>");
  }
  g_string_append (out, "</select></label>\n<button id=\"tl:back\" type=\"button\">");
  tl_html_text (out, C_("step of a chart", "Back"));
  g_string_append (out, "</button>\n<button id=\"tl:next\" type=\"button\">");
  tl_html_text (out, C_("step of a chart", "Next"));
  g_string_append_printf (out, "</button>\n<output id=\"tl:place\" role=\"status\" "
                          "data-text=\"%s\"></output>\n</div>\n", progress);
}

/* The picture alone; what SVG files begin with has no place inside a page. */
static gboolean
put_picture (GString  *out,
             TlPages  *pages,
             GError  **error)
{
  TlExportOptions how = {
    .theme = tl_theme_find ("light"), .chart = pages->chart, .title = pages->title,
  };
  g_autoptr (GBytes) bytes = tl_export_bytes (TL_EXPORT_SVG, pages->scene, pages->measurer, &how,
                                              error);
  g_autofree char *label = NULL;
  const char *svg;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  svg = g_bytes_get_data (bytes, &length);
  while (length > 4 && memcmp (svg, "<svg", 4) != 0) {
    svg++;
    length--;
  }
  label = g_markup_escape_text (_("The chart; it can be scrolled"), -1);
  g_string_append_printf (out, "<figure tabindex=\"0\" role=\"group\" aria-label=\"%s\">\n", label);
  g_string_append_len (out, svg, (gssize) length);
  g_string_append (out, "</figure>\n");
  return TRUE;
}

static void
put_heading (GString       *out,
             const TlPages *pages)
{
  g_autofree char *subject = tl_compose_subject (pages);
  g_autofree char *date = tl_compose_date (pages->version);
  const char *rest;

  g_string_append (out, "<a class=\"skip\" href=\"#tl:cards\">");
  tl_html_text (out, _("Skip the chart"));
  g_string_append (out, "</a>\n<header>\n");
  tl_html_element (out, "h1", NULL, pages->title);
  /* The title stands above. */
  rest = subject + strlen (pages->title);
  if (g_str_has_prefix (rest, " · "))
    tl_html_element (out, "p", "note", rest + strlen (" · "));
  if (*date != '\0') {
    g_autofree char *version =
      g_strdup_printf (_("Version of %s. Valid only in this version."), date);

    tl_html_element (out, "p", "note", version);
  }
  g_string_append (out, "</header>\n");
}

static gboolean
put_body (GString     *out,
          TlPages     *pages,
          const char  *script,
          GError     **error)
{
  g_string_append (out, "<body>\n");
  put_heading (out, pages);
  put_controls (out, pages);
  g_string_append (out, "<main>\n");
  if (!put_picture (out, pages, error))
    return FALSE;
  g_string_append (out, "<div id=\"tl:cards\" tabindex=\"-1\">\n");
  tl_training_cards (out, pages);
  g_string_append_printf (out, "</div>\n</main>\n<script>%s</script>\n</body>\n</html>\n", script);
  return TRUE;
}

GBytes *
tl_training_page (const TlChart  *chart,
                  GError        **error)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_text_measurer_measure (measurer),
                                               &TL_LAYOUT_OPTIONS_FULL);
  g_autoptr (TlOrder) order = tl_order_new (chart);
  const TlChartInfo *info = tl_chart_info (chart);
  TlPages pages = {
    .measurer = measurer, .layout = layout, .order = order, .title = info->title, .chart = chart,
    .scene = tl_layout_scene (layout), .version = info->revised != 0 ? info->revised : info->created,
  };
  g_autofree char *style = load ("page.css");
  g_autofree char *script = load ("page.js");
  g_autoptr (GString) out = g_string_new (NULL);

  put_head (out, &pages, style, script);
  if (!put_body (out, &pages, script, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
