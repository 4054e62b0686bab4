/* table-registers.c - tables that show a register of the analysis: gaps, standards, items.
 *
 * What is in a cell, and how it sorts, is the register's; here stand the order, the widths
 * and what is written in place.
 */
#include "app/table.h"

#include <glib/gi18n-lib.h>

#include "analysis/register.h"
#include "app/table-data.h"

#define ENTRY(title, key, flags, width, edits) \
  { title, flags, width, edits, NULL, NULL, NULL, key }

static void
fill (const TlTableData *data,
      GArray            *rows)
{
  for (guint i = 0; i < data->reg->n_rows; i++) {
    TlTableRow row = { data->reg->rows[i].record, i };

    g_array_append_val (rows, row);
  }
}

/* A cell that says what is wrong stands out by how grave it is; in words it says so, too. */
static const char *
gap_style (const TlTableData *data,
           TlTableRow         row,
           TlGap              gap)
{
  TlSeverity severity;

  return tl_register_gap_severity (data->reg, row.index, gap, &severity)
           ? tl_table_severity_style (severity) : NULL;
}

#define GAP_STYLE(name, gap)                  \
  static const char *                         \
  name (const TlTableData *data,              \
        TlTableRow         row)               \
  {                                           \
    return gap_style (data, row, gap);        \
  }

GAP_STYLE (expectation_style, TL_GAP_EXPECTATION)
GAP_STYLE (standard_style, TL_GAP_STANDARD)
GAP_STYLE (delivery_style, TL_GAP_DELIVERY)
GAP_STYLE (promise_style, TL_GAP_PROMISE)

#define GAP(title, key, style) \
  { title, TL_COLUMN_BADGE, 13, NULL, NULL, NULL, style, key }

static const TlTableColumn gaps[] = {
  ENTRY (N_("Step or requirement"), "text", TL_COLUMN_WIDE, 24, "text"),
  ENTRY (N_("Wished for"), "desired", TL_COLUMN_NUMBER, 9, NULL),
  ENTRY (N_("Accepted"), "adequate", TL_COLUMN_NUMBER, 9, NULL),
  ENTRY (N_("Promised"), "promised", TL_COLUMN_NUMBER, 9, NULL),
  ENTRY (N_("Standard"), "standard", TL_COLUMN_GROUPS, 15, NULL),
  ENTRY (N_("Target"), "target", TL_COLUMN_NUMBER, 9, NULL),
  ENTRY (N_("Planned"), "planned", TL_COLUMN_NUMBER, 9, NULL),
  ENTRY (N_("Measured"), "measured", TL_COLUMN_NUMBER, 9, NULL),
  GAP (N_("1 Expectations"), "gap-1", expectation_style),
  GAP (N_("2 Standards"), "gap-2", standard_style),
  GAP (N_("3 Delivery"), "gap-3", delivery_style),
  GAP (N_("4 Promises"), "gap-4", promise_style),
  ENTRY (N_("Kind"), "kind", TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 11, NULL),
  ENTRY (N_("Widest gap"), "worst", TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 16, NULL),
  ENTRY (N_("Dimension"), "dimension", TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 13, NULL),
  ENTRY (N_("Phase"), "phase", TL_COLUMN_GROUPS, 12, NULL),
  ENTRY (N_("Owner"), "owner", TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 14, NULL),
};

const TlTable tl_table_gaps = {
  "gaps", N_("Gaps"), N_("No expectations and promises yet"), gaps, G_N_ELEMENTS (gaps), fill,
  NULL, TL_TABLE_NEEDS_REGISTER, TL_REGISTER_GAPS, NULL,
};

static const TlTableColumn standards[] = {
  ENTRY (N_("Standard"), "name", TL_COLUMN_WIDE, 26, "name"),
  ENTRY (N_("Dimension"), "dimension", TL_COLUMN_GROUPS, 13, NULL),
  ENTRY (N_("Target"), "target", TL_COLUMN_NUMBER, 9, "target"),
  ENTRY (N_("Of cases"), "share", TL_COLUMN_NUMBER, 8, NULL),
  ENTRY (N_("Last measured"), "last", TL_COLUMN_NUMBER, 12, NULL),
  ENTRY (N_("Of cases, last"), "last-share", TL_COLUMN_NUMBER, 12, NULL),
  ENTRY (N_("On"), "last-date", TL_COLUMN_PLAIN, 11, NULL),
  ENTRY (N_("Better by"), "trend", TL_COLUMN_NUMBER, 9, NULL),
  ENTRY (N_("Verdict"), "verdict", TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 12, NULL),
  ENTRY (N_("To be measured"), "due", TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 13, NULL),
  ENTRY (N_("Owner"), "owner", TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 14, NULL),
  { N_("Phase"), TL_COLUMN_GROUPS, 12, NULL, tl_table_phase_text, tl_table_phase_key, NULL, NULL },
};

const TlTable tl_table_standards = {
  "standards", N_("Standards"), N_("No standards yet"), standards, G_N_ELEMENTS (standards), fill,
  NULL, TL_TABLE_NEEDS_REGISTER, TL_REGISTER_STANDARDS, NULL,
};

static const TlTableColumn items[] = {
  ENTRY (N_("Action item"), "text", TL_COLUMN_WIDE, 30, "text"),
  ENTRY (N_("Status"), "status", TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 11, NULL),
  ENTRY (N_("Owner"), "owner", TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 14, "owner"),
  ENTRY (N_("Due"), "due", TL_COLUMN_PLAIN, 11, "due"),
  ENTRY (N_("Overdue"), "overdue", TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 9, NULL),
  ENTRY (N_("About"), "about", TL_COLUMN_PLAIN, 20, NULL),
  ENTRY (N_("Rule"), "rule", TL_COLUMN_GROUPS, 6, NULL),
  ENTRY (N_("Source"), "source", TL_COLUMN_GROUPS, 13, NULL),
  ENTRY (N_("Reason"), "reason", TL_COLUMN_PLAIN, 20, "reason"),
  ENTRY (N_("Opened"), "opened", TL_COLUMN_PLAIN, 11, NULL),
};

const TlTable tl_table_items = {
  "items", N_("Action Items"), N_("No action items yet"), items, G_N_ELEMENTS (items), fill, NULL,
  TL_TABLE_NEEDS_REGISTER, TL_REGISTER_ITEMS, NULL,
};
