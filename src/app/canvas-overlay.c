/* canvas-overlay.c - what a drag would do, drawn over the chart.
 *
 * A few nodes over tiles that stay as they are, so that a frame of a drag costs the
 * same however large the chart is.
 */
#include "app/canvas-private.h"

static void
draw_band (TlCanvas    *self,
           GtkSnapshot *snapshot,
           TlBox        band)
{
  const GdkRGBA edge = TL_CANVAS_ACCENT (0.9f), inside = TL_CANVAS_ACCENT (0.12f);
  const GdkRGBA colours[4] = { edge, edge, edge, edge };
  const float widths[4] = { 1, 1, 1, 1 };
  TlBox box = tl_viewport_box (&self->view, band);
  graphene_rect_t area =
    GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.w, (float) box.h);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, 2);
  gtk_snapshot_append_color (snapshot, &inside, &area);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

void
tl_canvas_draw_overlay (TlCanvas    *self,
                        GtkSnapshot *snapshot)
{
  const TlToolPreview *preview = tl_tool_get_preview (self->drag.tool);

  if (preview->kind == TL_GRIP_ROOM)
    draw_band (self, snapshot, preview->band);
}
