/* rule.h - the rules a chart is judged by, F01 to F15 and G01 to G32, as a table.
 *
 * A rule looks at one record at a time and reports what it finds; it sees the
 * chart through TlFacts and never changes it.  Where a rule is stated for two
 * severities, the row bears the graver one and each report its own.
 *
 * Adding a rule is one function in the file of its family, its declaration in
 * rules.h, and one row in rule.c.
 */
#pragma once

#include "model/fix.h"

G_BEGIN_DECLS

typedef enum {
  TL_SEVERITY_ADVICE = 1,
  TL_SEVERITY_WARNING,
  TL_SEVERITY_ERROR
} TlSeverity;
#define TL_N_SEVERITIES (TL_SEVERITY_ERROR + 1)

/* What a finding is about: the four key actions and what comes of them. */
typedef enum {
  TL_GAP_FLOW,          /* the drawing itself */
  TL_GAP_EXPECTATION,   /* 1: what customers expect is not known */
  TL_GAP_STANDARD,      /* 2: no standard, or the wrong one */
  TL_GAP_DELIVERY,      /* 3: the standard is not kept */
  TL_GAP_PROMISE,       /* 4: what is promised is not what is done */
  TL_GAP_EXPERIENCE,    /* 5: customers get less than they expect */
  TL_GAP_FAILURE,
  TL_GAP_RECOVERY,
  TL_GAP_TRAINING,
  TL_GAP_ITEM,
  TL_N_GAPS
} TlGap;

typedef struct _TlFacts TlFacts;     /* see facts.h */
typedef struct _TlReport TlReport;   /* see report.h */

#define TL_RULE_FIXES 3

typedef struct {
  const char  *id;                     /* "F01" */
  TlSeverity   severity;
  TlGap        gap;
  TlRecordKind kind;                   /* of the records it looks at */
  const char  *title;                  /* translatable: what it watches, in a few words */
  const char  *why;                    /* translatable: why this matters, and who says so */
  void       (* look) (const TlFacts  *facts,
                       const TlRecord *record,
                       TlReport       *report);
  TlFixKind    fixes[TL_RULE_FIXES];   /* beside accepting and making an item */
} TlRule;

guint         tl_n_rules         (void);
const TlRule *tl_rule_nth        (guint       index);
/* NULL when no rule is called @id. */
const TlRule *tl_rule_find       (const char *id);

/* "error", "warning", "advice": for files and the command line. */
const char   *tl_severity_word   (TlSeverity  severity);
/* The same for people, translated: "Error". */
const char   *tl_severity_label  (TlSeverity  severity);
/* FALSE, and @severity untouched, when @word is none. */
gboolean      tl_severity_parse  (const char *word,
                                  TlSeverity *severity);
/* "flow", "1".."5", "failure", "recovery", "training", "item". */
const char   *tl_gap_word        (TlGap       gap);
/* Translated: "Gap 1: understanding expectations". */
const char   *tl_gap_label       (TlGap       gap);

G_END_DECLS
