/* check-rules.h - the invariants that are about one kind of record or about the
 * chart as a whole.  For check.c only; everybody else includes check.h.
 */
#pragma once

#include "model/check.h"

G_BEGIN_DECLS

typedef struct {
  /* Borrowed */
  const TlChart *chart;
  GPtrArray     *problems;
  const TlId    *touched;   /* records that changed; NULL = look at the whole chart */
  guint          n_touched;

  /* State */
  gboolean       names_differ;   /* known for the whole chart, so that no record need be asked */
} TlCheck;

/* Adds a problem; @message is taken and gets the record's name in front. */
void     tl_check_report         (const TlCheck  *check,
                                  const char     *rule,
                                  const TlRecord *record,
                                  const char     *field,
                                  char           *message);

/* Everything that can be wrong with one record. */
void     tl_check_record         (const TlCheck  *check,
                                  const TlRecord *record);

/* Rules over one record and what it refers to. */
void     tl_check_record_rules   (const TlCheck  *check,
                                  const TlRecord *record);

/* Rules over several records.  @kinds: bits of the kinds that changed; a rule
 * about other kinds is not asked. */
void     tl_check_chart_rules    (const TlCheck  *check,
                                  guint32         kinds);

gboolean tl_check_is_ncname      (const char     *name);

G_END_DECLS
