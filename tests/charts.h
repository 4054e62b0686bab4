/* charts.h - charts for tests, drawn in a few lines of text.
 *
 *   C: a( b d? | e)        lane C; steps by column; "|" begins the next phase
 *   C+: . x . | .          the next row of the same lane; "." is an empty cell
 *   O: . . w~ | .
 *   a>b b>d d>e@0.7 w.>e   flow connectors, one with a percentage; "." = support
 *   f!b g!d>e r*f,g        failure points at a step and at a connector; a recovery
 *
 * A lane's band follows from its first letter: C customer, O onstage, B backstage,
 * S support.  After a step's name: "(" start, ")" end, "?" decision, "~" wait,
 * "{" fork, "}" join.  Names are XML ids and labels alike; a connector's id is
 * "a-b", a support connector's "a_b"; phases are P1, P2 and so on.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

/* A valid chart without history.  Fails the test if @text makes none. */
TlChart *tl_test_chart   (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
/* The chart in the notation above, by labels: one blank between words, connectors
 * and what follows them in alphabetical order. */
char    *tl_test_draw    (const TlChart *chart) G_GNUC_WARN_UNUSED_RESULT;
/* Fails the test unless @chart draws as @text, whatever the blanks. */
void     tl_test_drawn   (const TlChart *chart,
                          const char    *text);
/* The record with that XML id; fails the test if there is none. */
TlId     tl_test_id      (const TlChart *chart,
                          const char    *name);
/* Fails the test, with the messages, if an invariant is broken. */
void     tl_test_valid   (const TlChart *chart);

G_END_DECLS
