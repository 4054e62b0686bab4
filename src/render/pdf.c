/* pdf.c - what a PDF says about itself. */
#include "render/pdf.h"

#include <cairo-pdf.h>

TlDate
tl_pdf_date (const TlChartInfo *info)
{
  return info->revised != 0 ? info->revised : info->created;
}

void
tl_pdf_describe (cairo_surface_t *surface,
                 const char      *title,
                 TlDate           date)
{
  char text[32];
  GDate day;

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Throughline");
  if (date == 0) {
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
    return;
  }

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  g_snprintf (text, sizeof text, "%04d-%02d-%02dT00:00:00Z", g_date_get_year (&day),
              g_date_get_month (&day), g_date_get_day (&day));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, text);
}
