/* xml-place.h - cells for a file that names none.
 *
 * A chart written by hand or by a program may leave out every column and row; all
 * its steps would then stand in the first cell of their phase.  Where two would
 * share a cell for that reason, the steps of each phase are set side by side in
 * document order instead.  A file that gives as much as one cell is taken at its
 * word.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

/* @chart: just read, its transaction still open */
void tl_xml_place_steps (TlChart *chart);

G_END_DECLS
