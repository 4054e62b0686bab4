/* check.h - the structural invariants S02 to S16: what makes a chart a chart.
 *
 * Held by every chart outside a transaction; the reader and every commit ask
 * here.  (S01, the format version, is the reader's; it is the only one that a
 * chart in memory cannot break.)
 *
 * That a chart wants a role, a phase and an action in each recovery procedure is no
 * invariant: it grows from its lanes alone, one commit at a time, and a procedure is
 * named before it is thought through.  What is still missing then is a finding.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

typedef struct {
  const char *rule;      /* "S02".."S16" */
  TlId        id;        /* record it was found in */
  const char *field;     /* XML name of the field; NULL = the record as a whole */
  char       *message;   /* translated: the record's name, what is wrong, what to do */
} TlProblem;

/* Appends a TlProblem (owned) for each broken invariant of the whole chart. */
void       tl_check_chart    (const TlChart *chart,
                              GPtrArray     *problems);

/* The same for what a change of @touched records can have broken: those records,
 * and those that refer to them.  Finds a problem exactly when tl_check_chart()
 * does, as long as the chart was valid before the change. */
void       tl_check_touched  (const TlChart *chart,
                              const TlId    *touched,
                              guint          n_touched,
                              GPtrArray     *problems);

/* One field of one record: range, required, length, characters (S09, S16).
 * NULL when it is fine. */
char      *tl_check_field    (const TlChart  *chart,
                              const TlRecord *record,
                              const TlField  *field) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *tl_problems_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_problem_free   (TlProblem     *problem);
/* What a person calls the record: its label, title, name or text; lent.  NULL when it has
 * none. */
const char *tl_record_label   (const TlRecord *record);
/* "step s4", with the name a person gave: "step "Pay the bill" (s4)". */
char      *tl_record_describe (const TlChart  *chart,
                               const TlRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
