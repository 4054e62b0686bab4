/* report.h - how a rule tells what it found.  For the rules only. */
#pragma once

#include "analysis/facts.h"
#include "analysis/finding.h"
#include "analysis/measure.h"

G_BEGIN_DECLS

struct _TlReport {
  const TlFacts *facts;
  const TlRule  *rule;
  GArray        *findings;   /* TlFinding */
};

/* Takes @text.  The finding may be filled in further until the next report. */
TlFinding  *tl_report           (TlReport       *report,
                                 TlSeverity      severity,
                                 const TlRecord *record,
                                 char           *text);
TlFinding  *tl_report_dimension (TlReport       *report,
                                 TlSeverity      severity,
                                 TlDimension     dimension,
                                 char           *text);

/* A number as a field takes it. */
char       *tl_report_number    (double          value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
