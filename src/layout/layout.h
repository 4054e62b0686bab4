/* layout.h - from a chart to a scene.
 *
 * A step stands in a cell: lane x phase x column-in-phase x row-in-lane.  Layout
 * turns cells into geometry; the same chart always gives the same scene, bit for
 * bit.  Gutters between columns and rows carry the connectors and widen with
 * the number of tracks in them.
 *
 * A TlLayout keeps what it worked out, so that after an edit only what the touched
 * records can change is worked out again.  The measurer must outlive it.
 */
#pragma once

#include "layout/scene.h"
#include "model/ops.h"   /* TlCell */

G_BEGIN_DECLS

typedef struct _TlLayout TlLayout;

typedef struct {
  gboolean evidence;       /* draw the evidence row, when there is any */
  gboolean satisfaction;   /* draw the curve, when two or more steps have an emotion */
  gboolean titles;         /* title, subtitle, legend and totals */
} TlLayoutOptions;

#define TL_LAYOUT_OPTIONS_FULL ((TlLayoutOptions) { TRUE, TRUE, TRUE })

TlLayout      *tl_layout_new      (const TlChart         *chart,
                                   const TlMeasure       *measure,
                                   const TlLayoutOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void           tl_layout_free     (TlLayout              *layout);
/* Tells what changed (the ids of a notice); NULL means everything. */
void           tl_layout_touch    (TlLayout              *layout,
                                   const TlId            *touched,
                                   guint                  n_touched);
/* The scene of the chart as it is now; lent until the next call or edit. */
const TlScene *tl_layout_scene    (TlLayout              *layout);

/* The cell that @point of the current scene is in or nearest to.  FALSE when the
 * chart has no lane or no phase. */
gboolean       tl_layout_cell_at   (TlLayout              *layout,
                                    TlPoint                point,
                                    TlCell                *cell);
/* Where an ordinary step of that cell stands or would stand in the current scene;
 * beyond the last column or row, as if the grid went on.  Empty when the lane or
 * phase is not in the chart. */
TlBox          tl_layout_cell_box  (TlLayout              *layout,
                                    const TlCell          *cell);

/* What a column or row that opens takes, chart units: an ordinary box and a gutter. */
#define TL_LAYOUT_COLUMN 208.0
#define TL_LAYOUT_ROW    116.0
/* Where the current scene would part for a column that opens before @cell's (x), and
 * for a row that opens under the lane's last (y): beside all boxes, bends and arrowheads.
 * FALSE when the lane or phase is not in the chart. */
gboolean       tl_layout_cut_at    (TlLayout              *layout,
                                    const TlCell          *cell,
                                    TlPoint               *cut);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayout, tl_layout_free)

G_END_DECLS
