/* table-data.h - what the cells of a table are made from, as long as the chart stays as it
 * is: worked out when the table is filled, and only what it needs.
 */
#pragma once

#include "app/table.h"

G_BEGIN_DECLS

/* @data holds its editor and chart. */
void   tl_table_data_fill    (TlTableData       *data,
                              const TlTable     *table);
/* Keeps the editor and the chart. */
void   tl_table_data_clear   (TlTableData       *data);

/* The phase of the step that a row is about, whatever its record is; by its place among the
 * phases, those without last. */
char  *tl_table_phase_text   (const TlTableData *data,
                              TlTableRow         row);
double tl_table_phase_key    (const TlTableData *data,
                              TlTableRow         row);
/* For the style sheet. */
const char *tl_table_severity_style (TlSeverity  severity);

/* Translated. */
const char *tl_table_column_title (const TlTable *table,
                                   guint          column);
/* Never NULL. */
char  *tl_table_data_text    (const TlTableData *data,
                              const TlTable     *table,
                              TlTableRow         row,
                              guint              column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
