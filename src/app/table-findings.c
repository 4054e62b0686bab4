/* table-findings.c - the table of what the rules find. */
#include "app/table.h"

#include <glib/gi18n-lib.h>

#include "analysis/survey.h"
#include "app/record-words.h"
#include "app/table-data.h"

static const TlFinding *
finding_of (const TlTableData *data,
            TlTableRow         row)
{
  return &data->findings->rows[row.index];
}

static char *
severity_text (const TlTableData *data,
               TlTableRow         row)
{
  return g_strdup (tl_severity_label (finding_of (data, row)->severity));
}

/* The gravest first; what is accepted after everything. */
static double
severity_key (const TlTableData *data,
              TlTableRow         row)
{
  const TlFinding *finding = finding_of (data, row);

  return (finding->accepted != NULL ? TL_N_SEVERITIES : 0) - (double) finding->severity;
}

static const char *
severity_style (const TlTableData *data,
                TlTableRow         row)
{
  const TlFinding *finding = finding_of (data, row);

  return finding->accepted != NULL ? "accepted" : tl_table_severity_style (finding->severity);
}

static char *
rule_text (const TlTableData *data,
           TlTableRow         row)
{
  return g_strdup (finding_of (data, row)->rule->id);
}

static char *
finding_text (const TlTableData *data,
              TlTableRow         row)
{
  return g_strdup (finding_of (data, row)->text);
}

static const char *
text_style (const TlTableData *data,
            TlTableRow         row)
{
  return finding_of (data, row)->accepted != NULL ? "struck" : NULL;
}

static char *
about_text (const TlTableData *data,
            TlTableRow         row)
{
  const TlFinding *finding = finding_of (data, row);

  if (finding->dimension != TL_DIMENSION_NONE)
    return g_strdup (tl_dimension_text (finding->dimension));
  if (finding->record == tl_chart_info (data->chart)->head.id)
    return g_strdup (_("The whole chart"));
  return tl_record_title (data->editor, finding->record);
}

static char *
gap_text (const TlTableData *data,
          TlTableRow         row)
{
  return g_strdup (tl_gap_label (finding_of (data, row)->rule->gap));
}

static double
gap_key (const TlTableData *data,
         TlTableRow         row)
{
  return finding_of (data, row)->rule->gap;
}

static char *
decision_text (const TlTableData *data,
               TlTableRow         row)
{
  const TlFinding *finding = finding_of (data, row);

  if (finding->accepted == NULL)
    return NULL;
  /* Translators: %s is the reason why a finding is lived with. */
  return g_strdup_printf (_("Accepted: %s"), finding->accepted);
}

static char *
why_text (const TlTableData *data,
          TlTableRow         row)
{
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, finding_of (data, row)->rule->why));
}

static const TlTableColumn columns[] = {
  { N_("Severity"), TL_COLUMN_GROUPS | TL_COLUMN_BADGE | TL_COLUMN_FILTERS, 9, NULL, severity_text,
    severity_key, severity_style, NULL },
  { N_("Rule"), TL_COLUMN_GROUPS, 5, NULL, rule_text, NULL, NULL, NULL },
  { N_("What was found"), TL_COLUMN_WIDE, 40, NULL, finding_text, NULL, text_style, NULL },
  { N_("About"), TL_COLUMN_GROUPS, 22, NULL, about_text, NULL, NULL, NULL },
  { N_("Gap"), TL_COLUMN_GROUPS | TL_COLUMN_FILTERS | TL_COLUMN_SPARE, 22, NULL, gap_text,
    gap_key, NULL, NULL },
  { N_("Why it matters"), TL_COLUMN_SPARE, 22, NULL, why_text, NULL, NULL, NULL },
  { N_("Decision"), TL_COLUMN_PLAIN, 18, NULL, decision_text, NULL, NULL, NULL },
  { N_("Phase"), TL_COLUMN_GROUPS, 12, NULL, tl_table_phase_text, tl_table_phase_key, NULL, NULL },
};

static void
fill (const TlTableData *data,
      GArray            *rows)
{
  for (guint i = 0; i < data->findings->n; i++) {
    TlTableRow row = { data->findings->rows[i].record, i };

    g_array_append_val (rows, row);
  }
}

static const TlFinding *
get_finding (const TlTableData *data,
             TlTableRow         row)
{
  return finding_of (data, row);
}

const TlTable tl_table_findings = {
  "findings", N_("Findings"), N_("Nothing found: the chart keeps all rules"), columns,
  G_N_ELEMENTS (columns), fill, NULL, TL_TABLE_NEEDS_FINDINGS, 0, get_finding,
};
