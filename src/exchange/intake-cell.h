/* intake-cell.h - what people write into the cells of a table, as numbers, times and days.
 *
 * Everything takes the whole cell or nothing; on failure the out-argument is untouched.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* How days are written whose year does not come first; those are read either way. */
typedef enum {
  TL_DAYS_GUESS,
  TL_DAYS_DAY_FIRST,     /* 22.11.2026, 22/11/26 */
  TL_DAYS_MONTH_FIRST    /* 11/22/2026 */
} TlDayOrder;

/* What one cell tells of how all of its column are written. */
typedef enum {
  TL_DAY_NONE,           /* it is no day */
  TL_DAY_CLEAR,          /* the year first, or points between */
  TL_DAY_DAY_FIRST,      /* 22/11/2026 */
  TL_DAY_MONTH_FIRST,    /* 11/22/2026 */
  TL_DAY_EITHER          /* 03/04/2026 */
} TlDayHint;

TlDayHint tl_cell_day_hint  (const char *text);
/* A day, perhaps with a time after it, to which a zone may belong: "2026-11-22",
 * "22.11.2026 14:30", "11/22/26 2:30 PM", "2026-11-22T14:30:00Z".  The zone is not looked at.
 * @seconds: (out) (optional): since midnight, 0 without a time */
gboolean  tl_cell_day       (const char *text,
                             TlDayOrder  order,
                             TlDate     *date,
                             int        *seconds);

/* '.' or ',' when the cell shows which of the two begins the decimals; else 0. */
char      tl_cell_decimal_hint (const char *text);
/* "12.5", "1,234.5", "1 234,5", "1'234.5", "-3". */
gboolean  tl_cell_number    (const char *text,
                             char        decimal,
                             double     *value);
/* The same with a percent sign or without. */
gboolean  tl_cell_percent   (const char *text,
                             char        decimal,
                             double     *value);
/* The same with a currency before or after it: "€ 12,50", "12.50 AUD". */
gboolean  tl_cell_money     (const char *text,
                             char        decimal,
                             double     *value);
/* Seconds.  "4 min", "1:30", "1 h 30 min", "PT4M"; a bare number counts @unit seconds, and so
 * does what is before the colon when @unit is an hour. */
gboolean  tl_cell_duration  (const char *text,
                             char        decimal,
                             double      unit,
                             double     *seconds);
/* Yes or no, met or missed, in the languages of the program, or 1 or 0. */
gboolean  tl_cell_yes_no    (const char *text,
                             gboolean   *yes);
/* The point of a scale of five that words stand for, "very satisfied" for 5, or 0. */
int       tl_cell_point     (const char *text);

/* Lower case, no accents, one blank for all that is no letter or digit: for comparing words
 * that people wrote. */
char     *tl_cell_plain     (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
