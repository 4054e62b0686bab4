/* findings.h - charts from files, and what is found in them.
 *
 * "cli/faultless.throughline" is a chart with something of every kind that no rule has
 * anything to say about.
 */
#pragma once

#include "analysis/finding.h"

G_BEGIN_DECLS

/* 2026-11-22, the day of all these tests. */
TlDate      tl_test_today    (void);
/* @name: an absolute path, or a file of tests/data. */
TlChart    *tl_test_read     (const char       *name) G_GNUC_WARN_UNUSED_RESULT;
TlFindings *tl_test_find_all (const TlChart    *chart) G_GNUC_WARN_UNUSED_RESULT;
/* "warning s3, advice s4": what @rule says, or with NULL any rule, in the order of the
 * list; "advice s4 (accepted)". */
char       *tl_test_said     (const TlChart    *chart,
                              const TlFindings *findings,
                              const char       *rule) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
