/* sheets.h - a scene cut into tiles, to be glued into one picture.
 *
 * Tiles lie in rows and columns.  All but those of the first column show the lanes'
 * names again at the left, all but those of the first row the phases' names at the top.
 *
 * Invariants (tests/test-sheets measures them):
 *   (1) the own parts of all tiles cover the page and do not overlap;
 *   (2) a cut goes through no step, sheet of evidence, badge or label, where a sheet is
 *       large enough to hold it;
 *   (3) nothing is larger than it may be.
 */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

/* All measures are chart units. */
typedef struct {
  double width, height;   /* that can be drawn on */
  double less;            /* height that sheets of the first row lack */
  double overlap;         /* shown again on the next sheet right and below */
} TlSheetSize;

typedef struct {
  guint row, column;      /* from 0 */
  TlBox own;              /* the part of the scene that is this sheet's */
  TlBox shown;            /* @own and the overlap right and below */
  TlBox names;            /* of the lanes, to be shown left of @shown at the same height; w = 0: none */
  TlBox phases;           /* their names, to be shown above @shown; h = 0: none */
} TlSheet;

/* Elements are TlSheet, row by row.  The size must hold more than the names. */
GArray *tl_sheets_tile    (const TlScene     *scene,
                           const TlSheetSize *size) G_GNUC_WARN_UNUSED_RESULT;
/* "B3": row B, third column.  Rows after Z are AA, AB, ... */
char   *tl_sheet_code     (const TlSheet     *sheet) G_GNUC_WARN_UNUSED_RESULT;

/* Where what is right of the lanes' names may be cut into parts at most @length long, a
 * phase's end being preferred where that leaves no part half empty: ends, double. */
GArray *tl_sheets_columns (const TlScene     *scene,
                           double             length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
