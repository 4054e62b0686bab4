/* import-report.h - what came of importing measurements, told to people and to programs.
 *
 * @name is the table's, as it is told; @done: the plan has been carried out.
 */
#pragma once

#include "exchange/intake.h"

G_BEGIN_DECLS

/* A line on standard output for each that will be added: standard, date, value, share, cases,
 * source and counts, with tabs between them. */
void tl_import_print_measurements (const TlChart      *chart,
                                   const TlIntakePlan *plan);
/* To standard error: how columns are read, what is left out with its line, and the summary. */
void tl_import_say                (const TlCsv        *csv,
                                   const TlIntakePlan *plan,
                                   const char         *name,
                                   gboolean            done);
/* All of it as one object on standard output. */
void tl_import_print_json         (const TlChart      *chart,
                                   const TlCsv        *csv,
                                   const TlIntakePlan *plan,
                                   const char         *name,
                                   gboolean            done);

G_END_DECLS
