/* minimap.h - the whole chart in a corner, with the part that is in view framed.
 *
 * Shown while the chart is larger than the view and what is selected does not lie beneath
 * it.  A press goes there, dragging the frame
 * scrolls.  It is painted anew some time after the chart changed, not while one works.
 */
#pragma once

#include "app/canvas.h"

G_BEGIN_DECLS

#define TL_TYPE_MINIMAP (tl_minimap_get_type ())
G_DECLARE_FINAL_TYPE (TlMinimap, tl_minimap, TL, MINIMAP, GtkWidget)

/* Once; @canvas must have its adjustments by then. */
void     tl_minimap_set_canvas (TlMinimap *self,
                                TlCanvas  *canvas);
void     tl_minimap_set_editor (TlMinimap *self,
                                TlEditor  *editor);
/* Whether there is more than is in view. */
gboolean tl_minimap_is_shown   (TlMinimap *self);
/* The framed part, widget pixels. */
TlBox    tl_minimap_get_frame  (TlMinimap *self);

G_END_DECLS
