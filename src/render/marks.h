/* marks.h - an overlay laid on a scene: where its tags stand, and its legend.
 *
 * The painter draws a frame around every marked step and under every marked connector,
 * lets the rest step back, and puts the tags where they cover no word, badge or sheet
 * (layout/room.h).  Tags are kept relative to what they belong to, so that marks a moment
 * old can be painted on a scene that has just changed.
 *
 * The legend is a strip under the page, for pictures that are kept; on screen it is a
 * card of widgets instead.  Texts are the measurer's, which must outlive the marks.
 */
#pragma once

#include "analysis/overlay.h"
#include "layout/scene.h"

G_BEGIN_DECLS

typedef struct {
  TlBox       box;      /* from the corner of the step, or the connector's first point */
  TlSceneText text;     /* the same; text NULL: no tag */
} TlMarkTag;

/* A row of the legend. */
typedef struct {
  gboolean    is_marked;   /* FALSE: what steps back */
  TlHue      hue;
  TlBox       swatch;
  TlSceneText text;
} TlMarkKey;

typedef struct {
  /* Owned */
  TlOverlay   *overlay;
  TlMarkTag   *tags;       /* by mark of the overlay */

  /* The legend; no height: there is none */
  TlBox        legend;
  TlSceneText  title, about, note;
  TlMarkKey    keys[TL_OVERLAY_MOST_CLASSES + 1];
  guint        n_keys;

  TlBox        page;       /* the scene's and the legend */
} TlMarks;

/* Takes @overlay. */
TlMarks  *tl_marks_new       (TlOverlay       *overlay,
                              const TlScene   *scene,
                              const TlMeasure *measure,
                              gboolean         legend) G_GNUC_WARN_UNUSED_RESULT;
void      tl_marks_free      (TlMarks         *marks);

/* How far a frame reaches out of the step's box, chart units. */
double    tl_marks_frame     (const TlSceneStep *step);

/* Whether both look the same. */
gboolean  tl_marks_equal     (const TlMarks   *a,
                              const TlMarks   *b);

/* Whether badges of @kind at @at are what the overlay is about; others step back. */
gboolean  tl_marks_keep_badge (const TlMarks  *marks,
                               TlBadgeKind     kind,
                               TlId            at);

/* "High (3)": the class with how many there are, translated. */
char     *tl_marks_key_text  (const TlOverlay *overlay,
                              guint            level) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMarks, tl_marks_free)

G_END_DECLS
