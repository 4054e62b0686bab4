/* csv-write.h - comma-separated values, as RFC 4180 has them.
 *
 * Lines end in CR LF.  A value is quoted only where it must be.
 *
 * Spreadsheets take a text that begins like a formula for one, and may run it.  So a
 * text gets an apostrophe before such a beginning, which they show as text; who reads
 * the file otherwise finds one character more.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A value of a line; @is_first: no comma before it.  @is_text: may hold anything; else it
 * is a number, a date or such that we wrote, and stays as it is. */
void tl_csv_add      (GString    *csv,
                      const char *value,
                      gboolean    is_first,
                      gboolean    is_text);
void tl_csv_end_line (GString    *csv);

G_END_DECLS
