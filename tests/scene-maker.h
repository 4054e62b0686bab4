/* scene-maker.h - a crude scene of a small chart, with one of everything.
 *
 * For tests of what paints scenes: it is complete, but nothing in it is routed or
 * kept apart.
 */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

TlScene *tl_test_scene (const TlChart   *chart,
                        const TlMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
