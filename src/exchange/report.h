/* report.h - what became of a foreign file on its way into a chart.
 *
 * An importer drops nothing silently: whatever it reads, turns into something
 * else, assumes, mends or leaves out goes in here, with names, so that a person
 * can see what to put right.  Entries with the same kind, @what and @note are
 * one entry with several names.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  TL_REPORT_READ,       /* a count of what the file holds */
  TL_REPORT_TURNED,     /* became something else, nothing lost */
  TL_REPORT_ASSUMED,    /* the file does not say; a person should look */
  TL_REPORT_MENDED,     /* the file was wrong, or a chart does not allow it */
  TL_REPORT_LEFT_OUT,   /* has no place in a chart */
  TL_N_REPORT_KINDS
} TlReportKind;

typedef struct {
  TlReportKind kind;
  char        *what;    /* translated: "data object" */
  char        *note;    /* translated: "a chart has none"; NULL = none */
  guint        n;
  GPtrArray   *names;   /* of char *; may be fewer than n, for not everything has a name */
} TlReportEntry;

typedef struct _TlReport TlReport;

TlReport            *tl_report_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void                 tl_report_free   (TlReport      *report);
/* @name: of the thing, in the file's own words; NULL = it has none.  All copied. */
void                 tl_report_add    (TlReport      *report,
                                       TlReportKind   kind,
                                       const char    *what,
                                       const char    *note,
                                       const char    *name);
/* @n more of @what were read. */
void                 tl_report_read   (TlReport      *report,
                                       const char    *what,
                                       guint          n);
guint                tl_report_n_entries (const TlReport *report);
/* In order of kind, then of first mention. */
const TlReportEntry *tl_report_entry  (const TlReport *report,
                                       guint          index);
/* How many things have entries of @kind. */
guint                tl_report_total  (const TlReport *report,
                                       TlReportKind   kind);
/* Translated: "Left out". */
const char          *tl_report_heading (TlReportKind    kind);
/* For people: a heading for each kind, a line for each entry. */
char                *tl_report_text   (const TlReport *report) G_GNUC_WARN_UNUSED_RESULT;
/* {"read":[{"what":..,"note":..,"count":n,"names":[..]}],"turned":[..],..} */
char                *tl_report_json   (const TlReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReport, tl_report_free)

G_END_DECLS
