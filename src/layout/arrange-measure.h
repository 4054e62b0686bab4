/* arrange-measure.h - sizes of texts without a font, for judging arrangements.
 *
 * Cells must not depend on the fonts of a machine: the same chart is arranged the
 * same everywhere.  So layouts that are made only to be judged measure by the
 * number of characters, near enough to what a face for screens takes.
 */
#pragma once

#include "layout/text.h"

G_BEGIN_DECLS

typedef struct {
  TlMeasure  measure;
  GPtrArray *texts;     /* owned TlText, lent to the layout */
} TlArrangeMeasure;

void tl_arrange_measure_init  (TlArrangeMeasure *self);
/* Only after the layout that measured by it is gone. */
void tl_arrange_measure_clear (TlArrangeMeasure *self);

G_END_DECLS
