/* painter.h - paints a scene: the one painter for screen, paper and files.
 *
 * Order, from the ground up: bands, headers, lines, curve, evidence, connectors,
 * steps, badges, footer.  Each thing of the chart is one group of the sink.  An overlay's
 * frames lie under the connectors, its tags and its legend on top.
 */
#pragma once

#include "render/marks.h"
#include "render/sink.h"

G_BEGIN_DECLS

typedef struct {
  const TlTheme *theme;
  const TlChart *chart;       /* gives the groups ids and titles; NULL = none */
  const TlMarks *marks;       /* an overlay; NULL = none */
  TlBox          clip;        /* leaves out what lies wholly outside; no width = nothing is left out */
  gboolean       simplified;  /* plain boxes without texts, for when they could not be read */
} TlPaintOptions;

void tl_paint_scene (const TlScene        *scene,
                     TlSink               *sink,
                     const TlPaintOptions *options);

/* What the legend shows of a class, or of what steps back, in @box. */
void tl_paint_key   (TlSink               *sink,
                     const TlTheme        *theme,
                     gboolean              is_marked,
                     TlHue                 hue,
                     TlBox                 box);

G_END_DECLS
