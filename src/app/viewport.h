/* viewport.h - which part of the chart a canvas shows, and how large.
 *
 * A plain value.  The page is what can be scrolled over; where the view is
 * larger, the page keeps to the top left, as text does.  Scroll positions are
 * widget pixels from the page's left and top edge, and are kept inside it.
 */
#pragma once

#include "geometry/geometry.h"

G_BEGIN_DECLS

#define TL_ZOOM_MIN 0.1
#define TL_ZOOM_MAX 4.0

typedef struct {
  double zoom;            /* widget pixels for each chart unit */
  double x, y;            /* scroll position, widget pixels */
  double width, height;   /* of the widget, pixels */
  TlBox  page;            /* chart units */
} TlViewport;

/* What can be scrolled over, widget pixels. */
double     tl_viewport_full_width  (const TlViewport *view);
double     tl_viewport_full_height (const TlViewport *view);

TlPoint    tl_viewport_to_chart    (const TlViewport *view,
                                    double            x,
                                    double            y);
TlPoint    tl_viewport_to_widget   (const TlViewport *view,
                                    TlPoint           point);
TlBox      tl_viewport_box         (const TlViewport *view,
                                    TlBox             box);
/* The part of the chart in view, chart units. */
TlBox      tl_viewport_visible     (const TlViewport *view);

/* Each returns the viewport it leads to. */
TlViewport tl_viewport_clamped     (TlViewport        view);
/* The chart point under (@x, @y) stays where it is, as far as the edges let it. */
TlViewport tl_viewport_zoomed      (TlViewport        view,
                                    double            zoom,
                                    double            x,
                                    double            y);
/* Everything in view, at most 100 %. */
TlViewport tl_viewport_fitted      (TlViewport        view);
/* As a chart opens: all of it where that can be read, else its beginning. */
TlViewport tl_viewport_opening     (TlViewport        view);
/* Scrolled as little as shows @box, with what sticks to the edges (chart units)
 * left out of the view. */
TlViewport tl_viewport_revealing   (TlViewport        view,
                                    TlBox             box,
                                    double            left,
                                    double            top);

/* The next of the zoom steps people know: 10, 25, 33, 50, 67, 75, 90, 100, ... %. */
double     tl_zoom_step            (double            zoom,
                                    int               direction);

G_END_DECLS
