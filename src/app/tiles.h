/* tiles.h - pictures of a drawing in square pieces, kept from frame to frame.
 *
 * A tile is a cairo image in one immutable render node.  As long as a tile stays
 * the same its node is the same, which GTK sees as "nothing to redraw here"; so
 * scrolling costs little however large the drawing is.  Tiles are painted for one
 * zoom, the level; while the view zooms they are stretched.  Tiles that are out of
 * date, and those of the level before, are shown until there is time to paint.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/viewport.h"

G_BEGIN_DECLS

typedef struct _TlTiles TlTiles;

/* Paints @area (chart units) on @cr, whose user space is chart units. */
typedef void (*TlTilesPaint) (cairo_t  *cr,
                              TlBox     area,
                              double    zoom,
                              gpointer  data);

TlTiles *tl_tiles_new        (TlTilesPaint       paint,
                              gpointer           data) G_GNUC_WARN_UNUSED_RESULT;
void     tl_tiles_free       (TlTiles           *tiles);

/* @device: device pixels for each widget pixel. */
void     tl_tiles_set_level  (TlTiles           *tiles,
                              double             zoom,
                              int                device);
double   tl_tiles_get_level  (const TlTiles     *tiles);
/* The drawing changed: everywhere. */
void     tl_tiles_touch      (TlTiles           *tiles);
/* Nothing that was painted is worth showing any more. */
void     tl_tiles_forget     (TlTiles           *tiles);

/* Before the first tl_tiles_snapshot() of each frame: what was not shown for some frames
 * may be let go. */
void     tl_tiles_start_frame (TlTiles          *tiles);
/**
 * tl_tiles_snapshot:
 * @view: where the drawing is
 * @window: the part of the widget to fill, widget pixels
 * @deadline: monotonic time after which no more tile is painted
 *
 * Returns: whether all of it was shown as it should be; otherwise ask again soon
 */
gboolean tl_tiles_snapshot   (TlTiles           *tiles,
                              GtkSnapshot       *snapshot,
                              const TlViewport  *view,
                              TlBox              window,
                              gint64             deadline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTiles, tl_tiles_free)

G_END_DECLS
