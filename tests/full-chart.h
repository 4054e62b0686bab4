/* full-chart.h - a chart with one of everything, and writing to it without looking, as a
 * bad file or a faulty operation would.
 *
 * Names as in charts.h: steps a b d w e x k j o, failure points f g h, recovery r.
 * Besides them: ro a role, ti a tier, ex an expectation, pr a promise, st a standard
 * with a measurement, ra a rating, it an item, se a session; economics and weights;
 * a touchpoint on b, a safeguard on f, an action of r.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

#define TL_TEST_NOBODY ((TlId) 99999)   /* a handle that was never given out */

TlChart *tl_test_full_chart  (void) G_GNUC_WARN_UNUSED_RESULT;
/* By XML id; a record without one by its class, such as "weights", or by its parent, such
 * as "s2#0" for the first child of s2. */
TlId     tl_test_find        (const TlChart  *chart,
                              const char     *name);
/* A new record with nothing but its defaults, to be written to. */
gpointer tl_test_add         (TlChart        *chart,
                              TlRecordKind    kind,
                              const char     *name,
                              TlId            parent);
/* @value as in the file, but "-" is the type's "not given", and texts have escapes. */
void     tl_test_write_field (TlChart        *chart,
                              TlRecord       *record,
                              const TlField  *field,
                              const char     *value);
/* "b.touch=5; w.kind=action": fields of records; the field "id" is the XML id.
 * "+promise=p9", "+touchpoint=s2", "-p9": a new record by its name, a new child by its
 * parent, one that goes.  Returns the handles of what was written to. */
GArray  *tl_test_write       (TlChart        *chart,
                              const char     *script) G_GNUC_WARN_UNUSED_RESULT;
/* The same in a transaction of its own, whether the chart stays valid or not. */
void     tl_test_change      (TlChart        *chart,
                              const char     *script);

G_END_DECLS
