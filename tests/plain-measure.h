/* plain-measure.h - measures texts without any font, for tests.
 *
 * Every character is 7 chart units wide, half as much in the styles smaller than
 * 11, and every line 16 high.  Breaks as text.h promises.
 */
#pragma once

#include "layout/text.h"

G_BEGIN_DECLS

typedef struct _TlPlainMeasure TlPlainMeasure;

TlPlainMeasure  *tl_plain_measure_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void             tl_plain_measure_free (TlPlainMeasure *plain);
const TlMeasure *tl_plain_measure      (TlPlainMeasure *plain);
/* Texts asked for since it was made. */
guint            tl_plain_measure_count (const TlPlainMeasure *plain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPlainMeasure, tl_plain_measure_free)

G_END_DECLS
