/* canvas-private.h - what the files of the canvas share; nobody else includes it. */
#pragma once

#include "app/canvas.h"
#include "app/label-editor.h"
#include "app/tiles.h"
#include "layout/pick.h"
#include "render/theme.h"

G_BEGIN_DECLS

struct _TlCanvas {
  GtkWidget            parent_instance;

  /* Owned */
  GtkAdjustment       *adjustments[2];   /* across, down */
  TlEditor            *editor;           /* NULL: nothing to show */
  TlTiles             *tiles;
  GtkWidget           *label_editor;
  GtkWidget           *menu;             /* popover; NULL until there is one */

  /* Borrowed */
  const TlTheme       *theme;

  /* View state, never saved in the document */
  GtkScrollablePolicy  policies[2];
  TlViewport           view;
  guint                settle_id;        /* timeout that repaints at the final zoom */
  guint                tick_id;          /* asks for one more frame */
  gboolean             settled;

  /* Gestures */
  TlPoint              pointer;          /* widget pixels */
  double               pinch_zoom;       /* zoom when a pinch began */
  gboolean             space_held;
  gboolean             panning;
  TlPoint              pan_from;         /* scroll position when panning began */
  gboolean             banding;          /* dragging a rubber band */
  TlBox                band;             /* widget pixels */
  TlPoint              band_from;        /* chart units */
  GArray              *band_kept;        /* TlId selected before the band; NULL = none */
};

/* What sticks to the edges: how wide and high, chart units; 0 = nothing does now. */
double tl_canvas_sticky_left  (TlCanvas    *self);
double tl_canvas_sticky_top   (TlCanvas    *self);
/* The chart point under a widget point, seen through what sticks to the edges. */
TlPoint tl_canvas_chart_point (TlCanvas    *self,
                               double       x,
                               double       y);

void   tl_canvas_draw         (TlCanvas    *self,
                               GtkSnapshot *snapshot);
void   tl_canvas_add_input    (TlCanvas    *self);
void   tl_canvas_bind_keys    (GtkWidgetClass *klass);
void   tl_canvas_scroll_to    (TlCanvas    *self,
                               double       x,
                               double       y);

G_END_DECLS
