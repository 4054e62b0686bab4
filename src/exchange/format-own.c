/* format-own.c - our own files, and pictures that carry a chart. */
#include "exchange/format-own.h"

#include <glib/gi18n-lib.h>
#include <libxml/tree.h>

#include "document/xml-read.h"
#include "document/xml-write.h"
#include "exchange/dom.h"
#include "exchange/format.h"

static void
report_counts (const TlChart *chart,
               TlReport      *report)
{
  tl_report_read (report, _("steps"), tl_chart_n (chart, TL_RECORD_STEP));
  tl_report_read (report, _("connectors"), tl_chart_n (chart, TL_RECORD_CONNECTOR));
  tl_report_read (report, _("failure points"), tl_chart_n (chart, TL_RECORD_FAILURE));
  tl_report_read (report, _("recovery procedures"), tl_chart_n (chart, TL_RECORD_RECOVERY));
}

TlChart *
tl_format_read_own (const char  *data,
                    gsize        length,
                    const char  *title,
                    TlReport    *report,
                    GError     **error)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  TlChart *chart = tl_xml_read (data, length, title != NULL ? title : "-", problems);

  if (chart == NULL) {
    g_autoptr (GString) story = g_string_new (NULL);

    for (guint i = 0; i < problems->len; i++)
      tl_read_problem_print (g_ptr_array_index (problems, i), story);
    g_set_error_literal (error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_INVALID, g_strchomp (story->str));
    return NULL;
  }
  report_counts (chart, report);

  return chart;
}

GBytes *
tl_format_write_own (const TlChart  *chart,
                     GError        **error G_GNUC_UNUSED)
{
  gsize length = 0;
  char *text = tl_xml_write (chart, &length);

  return g_bytes_new_take (text, length);
}

static xmlNode *
find_chart (xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    xmlNode *found;

    if (tl_dom_is (child, TL_XML_NAMESPACE, "chart"))
      return child;
    found = child->type == XML_ELEMENT_NODE ? find_chart (child) : NULL;
    if (found != NULL)
      return found;
  }

  return NULL;
}

TlChart *
tl_format_read_svg (const char  *data,
                    gsize        length,
                    const char  *title,
                    TlReport    *report,
                    GError     **error)
{
  g_autoptr (xmlDoc) svg = tl_dom_load (data, length, report, error);
  g_autoptr (xmlDoc) alone = NULL;
  xmlNode *chart, *copy;
  xmlChar *text = NULL;
  int text_length = 0;
  TlChart *result;

  if (svg == NULL)
    return NULL;
  chart = find_chart (xmlDocGetRootElement (svg));
  if (chart == NULL) {
    g_set_error_literal (error, TL_FORMAT_ERROR, TL_FORMAT_ERROR_NOT_READ,
                         _("this picture carries no chart; only pictures exported by Throughline do"));
    return NULL;
  }

  /* As a document of its own, for another program may have put our namespace
   * under a prefix that is declared further out. */
  alone = xmlNewDoc ((const xmlChar *) "1.0");
  copy = xmlDocCopyNode (chart, alone, 1);
  xmlDocSetRootElement (alone, copy);
  xmlReconciliateNs (alone, copy);
  xmlDocDumpMemoryEnc (alone, &text, &text_length, "UTF-8");
  result = tl_format_read_own ((const char *) text, (gsize) text_length, title, report, error);
  xmlFree (text);

  return result;
}
