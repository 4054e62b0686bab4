/* viewport.c - which part of the chart a canvas shows, and how large. */
#include "app/viewport.h"

#include <math.h>

#define REVEAL_MARGIN 24.0   /* widget pixels kept free around what is revealed */
#define ZOOM_READABLE 0.75   /* labels are 9 pixels high */

static const double zoom_steps[] = {
  0.10, 0.15, 0.25, 0.33, 0.50, 0.67, 0.75, 0.90, 1.00, 1.10, 1.25, 1.50, 1.75, 2.00, 2.50, 3.00,
  4.00,
};

double
tl_viewport_full_width (const TlViewport *view)
{
  return ceil (view->page.w * view->zoom);
}

double
tl_viewport_full_height (const TlViewport *view)
{
  return ceil (view->page.h * view->zoom);
}

TlPoint
tl_viewport_to_chart (const TlViewport *view,
                      double            x,
                      double            y)
{
  return (TlPoint) {
    view->page.x + (x + view->x) / view->zoom,
    view->page.y + (y + view->y) / view->zoom,
  };
}

TlPoint
tl_viewport_to_widget (const TlViewport *view,
                       TlPoint           point)
{
  return (TlPoint) {
    (point.x - view->page.x) * view->zoom - view->x,
    (point.y - view->page.y) * view->zoom - view->y,
  };
}

TlBox
tl_viewport_box (const TlViewport *view,
                 TlBox             box)
{
  TlPoint corner = tl_viewport_to_widget (view, (TlPoint) { box.x, box.y });

  return (TlBox) { corner.x, corner.y, box.w * view->zoom, box.h * view->zoom };
}

TlBox
tl_viewport_visible (const TlViewport *view)
{
  TlPoint corner = tl_viewport_to_chart (view, 0, 0);

  return (TlBox) { corner.x, corner.y, view->width / view->zoom, view->height / view->zoom };
}

TlViewport
tl_viewport_clamped (TlViewport view)
{
  view.x = CLAMP (view.x, 0, MAX (0, tl_viewport_full_width (&view) - view.width));
  view.y = CLAMP (view.y, 0, MAX (0, tl_viewport_full_height (&view) - view.height));
  return view;
}

TlViewport
tl_viewport_zoomed (TlViewport view,
                    double     zoom,
                    double     x,
                    double     y)
{
  TlPoint under = tl_viewport_to_chart (&view, x, y);

  view.zoom = CLAMP (zoom, TL_ZOOM_MIN, TL_ZOOM_MAX);
  view.x = (under.x - view.page.x) * view.zoom - x;
  view.y = (under.y - view.page.y) * view.zoom - y;
  return tl_viewport_clamped (view);
}

TlViewport
tl_viewport_fitted (TlViewport view)
{
  double zoom = 1.0;

  if (view.page.w > 0 && view.page.h > 0)
    zoom = MIN (view.width / view.page.w, view.height / view.page.h);
  view.zoom = CLAMP (MIN (zoom, 1.0), TL_ZOOM_MIN, TL_ZOOM_MAX);
  view.x = 0;
  view.y = 0;
  return tl_viewport_clamped (view);
}

TlViewport
tl_viewport_opening (TlViewport view)
{
  double all = tl_viewport_fitted (view).zoom;

  view.zoom = CLAMP (all, ZOOM_READABLE, 1.0);
  view.x = 0;
  view.y = 0;
  return tl_viewport_clamped (view);
}

/* Moves @position so that @start..@end lies inside @low..@high of the view.  What
 * is longer than the view shows its beginning. */
static double
reveal (double position,
        double start,
        double end,
        double low,
        double high)
{
  if (end + REVEAL_MARGIN > high)
    position += end + REVEAL_MARGIN - high;
  start -= end + REVEAL_MARGIN > high ? end + REVEAL_MARGIN - high : 0;
  if (start - REVEAL_MARGIN < low)
    position -= low - (start - REVEAL_MARGIN);
  return position;
}

TlViewport
tl_viewport_revealing (TlViewport view,
                       TlBox      box,
                       double     left,
                       double     top)
{
  TlBox at = tl_viewport_box (&view, box);

  view.x = reveal (view.x, at.x, at.x + at.w, left * view.zoom, view.width);
  view.y = reveal (view.y, at.y, at.y + at.h, top * view.zoom, view.height);
  return tl_viewport_clamped (view);
}

double
tl_zoom_step (double zoom,
              int    direction)
{
  const guint n = G_N_ELEMENTS (zoom_steps);

  if (direction > 0) {
    for (guint i = 0; i < n; i++) {
      if (zoom_steps[i] > zoom + 0.004)
        return zoom_steps[i];
    }
    return TL_ZOOM_MAX;
  }
  for (guint i = n; i > 0; i--) {
    if (zoom_steps[i - 1] < zoom - 0.004)
      return zoom_steps[i - 1];
  }
  return TL_ZOOM_MIN;
}
