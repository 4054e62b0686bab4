/* finding.h - what the rules find in a chart.
 *
 *   TlFindings *findings = tl_findings_new (chart, &(TlFindingsOptions) { .today = today });
 *   for (guint i = 0; i < findings->n; i++)
 *     ... findings->rows[i] ...
 *   tl_findings_free (findings);
 *
 * Order: errors, warnings, advice; each in the order of the rules, then of the
 * document.  The same chart gives the same findings in the same order.
 *
 * Accepted: an action item of status "accepted" that bears the rule and the record
 * (or the dimension) keeps its finding in the list, with the reason, and out of the
 * counts.  An item with a rule and about nothing accepts what the rule says of the
 * chart as a whole and all of its advice: so a chart does without a rule.
 */
#pragma once

#include "analysis/rule.h"

G_BEGIN_DECLS

typedef struct {
  const TlRule *rule;
  TlSeverity    severity;
  TlId          record;      /* what it is about; the chart's own record for the whole */
  TlId          other;       /* a second record, such as the standard of a promise; or none */
  TlDimension   dimension;   /* when it is about a dimension; record is the chart's then */
  char         *text;        /* translated: what is the matter */
  TlFixKind     fix;         /* the one that suits it; TL_FIX_NONE: those of the rule */
  char         *value;       /* what a fix would write into a field; or NULL */
  TlId          item;        /* the action item that accepts it; TL_ID_NONE = open */
  char         *accepted;    /* the reason; NULL = open */
} TlFinding;

typedef struct {
  TlFinding *rows;
  guint      n;
  guint      n_open[TL_N_SEVERITIES];   /* by severity, without what is accepted */
  guint      n_accepted;
  guint      n_left_out;                /* advice that the options switch off */
} TlFindings;

typedef struct {
  TlDate             today;            /* 0: nothing is judged by its age */
  gboolean           without_advice;   /* leave all advice out */
  const char *const *without;          /* leave out the advice of these rules; ends with NULL */
} TlFindingsOptions;

/* @options: NULL takes all, whatever the day. */
TlFindings *tl_findings_new      (const TlChart           *chart,
                                  const TlFindingsOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void        tl_findings_free     (TlFindings              *findings);

/* Open findings of a rule. */
guint       tl_findings_n_open   (const TlFindings        *findings,
                                  const char              *rule);

#define TL_FINDING_FIXES (TL_RULE_FIXES + 3)

/* What can be done about it, the likeliest first, accepting it last; when it is accepted,
 * taking that back.  Returns how many. */
guint       tl_finding_fixes     (const TlFinding         *finding,
                                  TlFixKind                kinds[TL_FINDING_FIXES]);
/* The fix of @kind, to be completed with what a person wrote; lends from @finding. */
TlFix       tl_finding_fix       (const TlFinding         *finding,
                                  TlFixKind                kind,
                                  TlDate                   today);

/* "s4", "reliability", "chart": what the finding is about, as a word of the file. */
const char *tl_finding_element   (const TlChart           *chart,
                                  const TlFinding         *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFindings, tl_findings_free)

G_END_DECLS
