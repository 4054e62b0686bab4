/* format.c - the kinds of files there are.
 *
 * The first row whose sniffing says yes is the kind, so the narrower kinds stand
 * first: a drawing in SVG before pictures in SVG, tables last of all.
 */
#include "exchange/format.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/bpmn.h"
#include "exchange/format-own.h"

G_DEFINE_QUARK (tl-format-error-quark, tl_format_error)

#define MAX_BYTES (64u * 1024 * 1024)

static gboolean
has_root (const TlSniff *sniff,
          const char    *root,
          const char    *ns_part)
{
  return sniff->root != NULL && strcmp (sniff->root, root) == 0 &&
         (ns_part == NULL || strstr (sniff->ns, ns_part) != NULL);
}

static gboolean
is_json (const TlSniff *sniff,
         const char    *part)
{
  const char *p = sniff->text;

  while (p != NULL && g_ascii_isspace (*p))
    p++;

  return p != NULL && (*p == '{' || *p == '[') && (part == NULL || tl_sniff_holds (sniff, part));
}

static gboolean
is_zip (const TlSniff *sniff,
        const char    *part)
{
  return tl_sniff_begins (sniff, "PK\x03\x04", 4) && (part == NULL || tl_sniff_holds (sniff, part));
}

static gboolean
begins_line (const TlSniff *sniff,
             const char    *start)
{
  const char *p = sniff->text;

  while (p != NULL && *p != '\0') {
    if (g_str_has_prefix (p, start))
      return TRUE;
    p = strchr (p, '\n');
    if (p != NULL)
      p++;
  }

  return FALSE;
}

static gboolean
is_one_of (const TlSniff      *sniff,
           const char *const  *words)
{
  return sniff->root == NULL && g_strv_contains (words, sniff->word);
}

static gboolean
is_own (const TlSniff *sniff)
{
  return has_root (sniff, "chart", "urn:throughline:chart:");
}

static gboolean
is_drawio (const TlSniff *sniff)
{
  return has_root (sniff, "mxfile", NULL) || has_root (sniff, "mxGraphModel", NULL) ||
         (has_root (sniff, "svg", NULL) && strstr (sniff->tag, "&lt;mxfile") != NULL) ||
         (tl_sniff_begins (sniff, "\x89PNG", 4) && tl_sniff_holds (sniff, "mxfile"));
}

/* Ours carries its chart at the end, beyond the beginning that is looked at
 * otherwise. */
static gboolean
is_own_svg (const TlSniff *sniff)
{
  static const char mark[] = "urn:throughline:chart:";

  return has_root (sniff, "svg", NULL) &&
         memmem (sniff->data, sniff->length, mark, sizeof mark - 1) != NULL;
}

static gboolean
is_svg (const TlSniff *sniff)
{
  return has_root (sniff, "svg", NULL);
}

static gboolean
is_bpmn (const TlSniff *sniff)
{
  return has_root (sniff, "definitions", "http://www.omg.org/spec/BPMN/");
}

static gboolean
is_cmmn (const TlSniff *sniff)
{
  return has_root (sniff, "definitions", "/CMMN/");
}

static gboolean
is_dmn (const TlSniff *sniff)
{
  return has_root (sniff, "definitions", "/DMN/");
}

static gboolean
is_mxlibrary (const TlSniff *sniff)
{
  return has_root (sniff, "mxlibrary", NULL);
}

static gboolean
is_graphml (const TlSniff *sniff)
{
  return has_root (sniff, "graphml", NULL);
}

static gboolean
is_dia (const TlSniff *sniff)
{
  return has_root (sniff, "diagram", "lysator.liu.se");
}

static gboolean
is_xes (const TlSniff *sniff)
{
  return has_root (sniff, "log", NULL) &&
         (strstr (sniff->ns, "xes-standard") != NULL || strstr (sniff->tag, "xes.version") != NULL);
}

static gboolean
is_dcr (const TlSniff *sniff)
{
  return has_root (sniff, "dcrgraph", NULL);
}

static gboolean
is_xpdl (const TlSniff *sniff)
{
  return has_root (sniff, "Package", "wfmc.org");
}

static gboolean
is_old_visio (const TlSniff *sniff)
{
  return has_root (sniff, "VisioDocument", NULL) ||
         tl_sniff_begins (sniff, "\xd0\xcf\x11\xe0", 4);
}

static gboolean
is_vsdx (const TlSniff *sniff)
{
  return is_zip (sniff, "visio/");
}

static gboolean
is_xlsx (const TlSniff *sniff)
{
  return is_zip (sniff, "xl/") || is_zip (sniff, "opendocument.spreadsheet");
}

static gboolean
is_any_zip (const TlSniff *sniff)
{
  return is_zip (sniff, NULL);
}

static gboolean
is_gliffy (const TlSniff *sniff)
{
  return is_json (sniff, "gliffy");
}

static gboolean
is_excalidraw (const TlSniff *sniff)
{
  return is_json (sniff, "\"excalidraw\"");
}

static gboolean
is_blueprint_ir (const TlSniff *sniff)
{
  return is_json (sniff, "\"schema_version\"") && tl_sniff_holds (sniff, "\"lifecycle\"");
}

static gboolean
is_any_json (const TlSniff *sniff)
{
  return is_json (sniff, NULL);
}

static gboolean
is_sbp (const TlSniff *sniff)
{
  return sniff->root == NULL &&
         (begins_line (sniff, "kind: cjm") || begins_line (sniff, "kind: sbp"));
}

static gboolean
is_mermaid_flow (const TlSniff *sniff)
{
  static const char *const words[] = { "flowchart", "flowchart-elk", "flowchart-v2", "swimlane-beta",
                                       "swimlane", "swimlanes", NULL };

  /* "graph" begins DOT files as well; a direction follows it only in Mermaid. */
  return is_one_of (sniff, words) ||
         (sniff->root == NULL && strcmp (sniff->word, "graph") == 0 && !tl_sniff_holds (sniff, "{\n") &&
          (begins_line (sniff, "graph TB") || begins_line (sniff, "graph TD") ||
           begins_line (sniff, "graph LR") || begins_line (sniff, "graph RL") ||
           begins_line (sniff, "graph BT")));
}

static gboolean
is_mermaid_other (const TlSniff *sniff)
{
  static const char *const words[] = {
    "journey", "sequenceDiagram", "classDiagram", "stateDiagram", "stateDiagram-v2", "erDiagram",
    "gantt", "pie", "mindmap", "timeline", "kanban", "gitGraph", "quadrantChart", "requirementDiagram",
    "C4Context", "sankey-beta", "xychart-beta", "block-beta", "architecture-beta", "zenuml", NULL
  };

  return is_one_of (sniff, words);
}

static gboolean
is_plantuml (const TlSniff *sniff)
{
  return sniff->root == NULL && begins_line (sniff, "@start");
}

static gboolean
is_markdown_mermaid (const TlSniff *sniff)
{
  return sniff->root == NULL && begins_line (sniff, "```mermaid");
}

static gboolean
is_dot (const TlSniff *sniff)
{
  static const char *const words[] = { "digraph", "graph", "strict", NULL };
  g_autofree char *lower = g_ascii_strdown (sniff->word, -1);

  return sniff->root == NULL && g_strv_contains (words, lower) && strchr (sniff->text, '{') != NULL;
}

static gboolean
is_pdf (const TlSniff *sniff)
{
  return tl_sniff_begins (sniff, "%PDF", 4);
}

static gboolean
is_picture (const TlSniff *sniff)
{
  return tl_sniff_begins (sniff, "\x89PNG", 4) || tl_sniff_begins (sniff, "\xff\xd8\xff", 3) ||
         tl_sniff_begins (sniff, "GIF8", 4) || tl_sniff_begins (sniff, "RIFF", 4);
}

static gboolean
is_html (const TlSniff *sniff)
{
  return sniff->html;
}

static gboolean
is_any_xml (const TlSniff *sniff)
{
  return sniff->root != NULL;
}

/* Two columns at the least in the first two lines. */
static gboolean
is_table (const TlSniff *sniff)
{
  const char *p = sniff->text;

  for (int line = 0; p != NULL && *p != '\0' && line < 2; line++) {
    gsize length = strcspn (p, "\n");

    if (*p != '#' && memchr (p, ',', length) == NULL && memchr (p, ';', length) == NULL &&
        memchr (p, '\t', length) == NULL)
      return FALSE;
    p += length + (p[length] == '\n');
    if (line == 0 && *p == '\0')
      return length > 0;
  }

  return p != NULL && sniff->text[0] != '\0';
}

static const TlFormat formats[] = {
  { "throughline", N_("Throughline chart"), { "throughline" }, is_own,
    tl_format_read_own, tl_format_write_own },
  { "bpmn", N_("BPMN 2.0"), { "bpmn", "bpmn2" }, is_bpmn, tl_bpmn_read, NULL },
  { "drawio", N_("draw.io drawing"), { "drawio" }, is_drawio, NULL, NULL },
  { "svg", N_("SVG picture with its chart"), { "svg" }, is_own_svg, tl_format_read_own, NULL },
  { "svg-picture", N_("SVG picture"), { NULL }, is_svg, NULL, NULL },
  { "cmmn", N_("CMMN case"), { "cmmn" }, is_cmmn, NULL, NULL },
  { "dmn", N_("DMN decision table"), { "dmn" }, is_dmn, NULL, NULL },
  { "mxlibrary", N_("draw.io library of shapes"), { NULL }, is_mxlibrary, NULL, NULL },
  { "graphml", N_("GraphML (yEd)"), { "graphml" }, is_graphml, NULL, NULL },
  { "dia", N_("Dia drawing"), { "dia" }, is_dia, NULL, NULL },
  { "xes", N_("XES event log"), { "xes" }, is_xes, NULL, NULL },
  { "dcr", N_("DCR graph"), { NULL }, is_dcr, NULL, NULL },
  { "xpdl", N_("XPDL process"), { "xpdl" }, is_xpdl, NULL, NULL },
  { "vsdx", N_("Visio drawing"), { "vsdx", "vsdm" }, is_vsdx, NULL, NULL },
  { "visio-old", N_("older Visio or Office document"), { "vsd", "vdx" }, is_old_visio, NULL, NULL },
  { "xlsx", N_("spreadsheet"), { "xlsx", "ods" }, is_xlsx, NULL, NULL },
  { "zip", N_("ZIP archive or Office document"), { "zip" }, is_any_zip, NULL, NULL },
  { "gliffy", N_("Gliffy drawing"), { "gliffy" }, is_gliffy, NULL, NULL },
  { "excalidraw", N_("Excalidraw drawing"), { "excalidraw" }, is_excalidraw, NULL, NULL },
  { "blueprint-ir", N_("Blueprint IR"), { NULL }, is_blueprint_ir, NULL, NULL },
  { "json", N_("JSON data"), { "json" }, is_any_json, NULL, NULL },
  { "sbp", N_("service blueprint or journey in YAML"), { NULL }, is_sbp, NULL, NULL },
  { "mermaid", N_("Mermaid flowchart"), { "mmd", "mermaid" }, is_mermaid_flow, NULL, NULL },
  { "mermaid-other", N_("Mermaid diagram that is no flowchart"), { NULL }, is_mermaid_other, NULL, NULL },
  { "plantuml", N_("PlantUML diagram"), { "puml", "plantuml" }, is_plantuml, NULL, NULL },
  { "markdown", N_("Markdown text with Mermaid diagrams"), { "md" }, is_markdown_mermaid, NULL, NULL },
  { "dot", N_("Graphviz graph (DOT)"), { "dot", "gv" }, is_dot, NULL, NULL },
  { "pdf", N_("PDF document"), { "pdf" }, is_pdf, NULL, NULL },
  { "picture", N_("picture"), { "png", "jpg", "gif" }, is_picture, NULL, NULL },
  { "html", N_("web page"), { "html" }, is_html, NULL, NULL },
  { "xml", N_("XML of another kind"), { "xml" }, is_any_xml, NULL, NULL },
  { "csv", N_("table (CSV)"), { "csv", "tsv" }, is_table, NULL, NULL },
};

guint
tl_format_n (void)
{
  return G_N_ELEMENTS (formats);
}

const TlFormat *
tl_format_nth (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (formats), NULL);

  return &formats[index];
}

const TlFormat *
tl_format_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].id, id) == 0)
      return &formats[i];

  return NULL;
}

const TlFormat *
tl_format_for_data (const char *data,
                    gsize       length)
{
  g_auto (TlSniff) sniff = { 0 };

  tl_sniff_init (&sniff, data, length);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].sniff (&sniff))
      return &formats[i];

  return NULL;
}

const TlFormat *
tl_format_for_writing (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; i < G_N_ELEMENTS (formats) && dot != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (formats[i].extensions); k++)
      if (formats[i].write != NULL && formats[i].extensions[k] != NULL &&
          g_ascii_strcasecmp (formats[i].extensions[k], dot + 1) == 0)
        return &formats[i];

  return NULL;
}

static gboolean
load (const char  *path,
      char       **data,
      gsize       *length,
      GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) trouble = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, &trouble);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY) {
    g_set_error (error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_FILE, _("%s: this is a folder"), path);
    return FALSE;
  }
  if (info != NULL && g_file_info_get_size (info) > MAX_BYTES) {
    g_set_error (error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_FILE,
                 _("%s: the file is larger than %u MB"), path, MAX_BYTES / 1024 / 1024);
    return FALSE;
  }
  if (info == NULL || !g_file_load_contents (file, NULL, data, length, NULL, &trouble)) {
    g_set_error (error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_FILE, _("%s: %s"), path, trouble->message);
    return FALSE;
  }

  return TRUE;
}

/* The kind of @data, or words that say why it cannot be told. */
static const TlFormat *
tell (const char  *data,
      gsize        length,
      const char  *name,
      GError     **error)
{
  const TlFormat *format = length > 1 ? tl_format_for_data (data, length) : NULL;

  if (length <= 1)
    g_set_error (error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_EMPTY, _("%s: the file is empty"), name);
  else if (format == NULL)
    g_set_error (error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_UNKNOWN,
                 _("%s: this is no kind of file that Throughline knows"), name);

  return format;
}

const TlFormat *
tl_format_for_file (const char  *path,
                    GError     **error)
{
  g_autofree char *data = NULL;
  gsize length = 0;

  return load (path, &data, &length, error) ? tell (data, length, path, error) : NULL;
}

/* The name of a file without folder and ending. */
static char *
title_of (const char *name)
{
  char *title = g_path_get_basename (name);
  char *dot = strrchr (title, '.');

  if (dot != NULL && dot > title)
    *dot = '\0';

  return title;
}

TlChart *
tl_format_read_data (const char  *data,
                     gsize        length,
                     const char  *name,
                     TlReport    *report,
                     GError     **error)
{
  const TlFormat *format = tell (data, length, name, error);
  g_autofree char *title = title_of (name);
  TlChart *chart;

  if (format == NULL)
    return NULL;
  if (format->read == NULL) {
    g_set_error (error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_NOT_READ,
                 /* Translators: a file name, and a kind of file such as "draw.io drawing". */
                 _("%s: this file is of the kind “%s”; Throughline cannot read those"), name,
                 _(format->name));
    return NULL;
  }

  /* Faults in a file of ours name it themselves, each with a line. */
  chart = format->read (data, length, format->read == tl_format_read_own ? name : title, report, error);
  if (chart == NULL && error != NULL && format->read != tl_format_read_own)
    g_prefix_error (error, "%s: ", name);

  return chart;
}

TlChart *
tl_format_read_file (const char  *path,
                     TlReport    *report,
                     GError     **error)
{
  g_autofree char *data = NULL;
  gsize length = 0;

  return load (path, &data, &length, error) ? tl_format_read_data (data, length, path, report, error)
                                            : NULL;
}
