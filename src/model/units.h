/* units.h - numbers, money, dates and durations as text, and back.
 *
 * Two audiences, never mixed: the file (plain decimals with a point, whatever
 * the locale, shortest form that reads back the same) and people.  Parsers take
 * the whole text or nothing; on failure the out-argument is untouched.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define TL_UNITS_SIZE 48   /* bytes that hold any of the texts written below */

/* For the file.  Each writes into @buffer of TL_UNITS_SIZE bytes and returns it. */
const char *tl_number_write   (double       value,
                               char        *buffer);
const char *tl_money_write    (TlMoney      value,
                               guint        digits,
                               char        *buffer);
const char *tl_date_write     (TlDate       date,
                               char        *buffer);

gboolean    tl_int_parse      (const char  *text,
                               int         *value);
/* Plain decimals: no exponent, no infinity. */
gboolean    tl_number_parse   (const char  *text,
                               double      *value);
/* At most @digits digits after the point. */
gboolean    tl_money_parse    (const char  *text,
                               guint        digits,
                               TlMoney     *value);
/* YYYY-MM-DD, a day that exists. */
gboolean    tl_date_parse     (const char  *text,
                               TlDate      *date);

/* Digits after the point of a currency: 0, 2 or 3 by ISO 4217. */
guint       tl_currency_digits (const char *currency);

/* For people, with the mark and the order of days that the locale has: "12,50",
 * "22.11.2026".  Locales that have no way of their own get what stands in the file. */
const char *tl_number_text    (double       value,
                               char        *buffer);
const char *tl_money_text     (TlMoney      value,
                               guint        digits,
                               char        *buffer);
const char *tl_date_text      (TlDate       date,
                               char        *buffer);
/* Reads what tl_date_text() and tl_date_write() write, with any signs between the
 * numbers; a year of two digits is of this century. */
gboolean    tl_date_read      (const char  *text,
                               TlDate      *date);
/* A copy without blanks around it and with a point for the locale's mark, or for a
 * comma. */
char       *tl_with_point     (const char  *text) G_GNUC_WARN_UNUSED_RESULT;

/* For people: "40 s", "4 min", "1 h 30 min", "2 d"; at most two parts, rounded. */
char       *tl_duration_text  (int          seconds) G_GNUC_WARN_UNUSED_RESULT;
/* The same with nothing rounded away, so that it reads back the same. */
char       *tl_duration_exact (int          seconds) G_GNUC_WARN_UNUSED_RESULT;
/* "90", "90 s", "1 h 30 min", "1.5 d", "1:30" (minutes and seconds), "1:30:00"; a bare
 * number is seconds.  Reads what the two above write, in any language. */
gboolean    tl_duration_parse (const char  *text,
                               int         *seconds);

G_END_DECLS
