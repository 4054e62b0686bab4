/* report.c - how a rule tells what it found. */
#include "analysis/report.h"

#include "model/units.h"

TlFinding *
tl_report (TlReport       *report,
           TlSeverity      severity,
           const TlRecord *record,
           char           *text)
{
  TlFinding finding = { .rule = report->rule, .severity = severity, .record = record->id };

  finding.text = text;
  g_array_append_vals (report->findings, &finding, 1);
  return &g_array_index (report->findings, TlFinding, report->findings->len - 1);
}

TlFinding *
tl_report_dimension (TlReport   *report,
                     TlSeverity  severity,
                     TlDimension dimension,
                     char       *text)
{
  TlFinding *finding = tl_report (report, severity,
                                  &tl_chart_info (report->facts->chart)->head, text);

  finding->dimension = dimension;
  return finding;
}

char *
tl_report_number (double value)
{
  char buffer[TL_UNITS_SIZE];

  return g_strdup (tl_number_write (value, buffer));
}
