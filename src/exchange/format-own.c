/* format-own.c - our own files, and pictures that carry a chart: the document's reader
 * knows both. */
#include "exchange/format-own.h"

#include <glib/gi18n-lib.h>

#include "document/xml-read.h"
#include "document/xml-write.h"
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
