/* chart-picture.h - a chart as a small picture, painted by the real painter. */
#pragma once

#include <gtk/gtk.h>

#include "model/chart.h"

G_BEGIN_DECLS

/* The chart fitted into @width x @height widget pixels; of a large one its beginning.
 * @device: device pixels for each widget pixel. */
GdkTexture *tl_chart_picture_new (const TlChart *chart,
                                  int            width,
                                  int            height,
                                  int            device,
                                  gboolean       dark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
