/* scene.h - where everything is: the one description that every picture is made of.
 *
 * A scene is plain data in chart units, complete enough to paint without the
 * chart: screen, paper, PDF, PNG and SVG all paint the same scene.  It borrows
 * its texts from the measurer (see text.h), which must outlive it, and refers to
 * records by handle.  Arrays are in painting order within their kind.
 *
 * Invariants (tests/scene-check measures them):
 *   (1) step boxes do not overlap, and hold their text, padding included;
 *   (2) a connector's points are axis-parallel runs, at least two points, the
 *       first on the outline of its step, the last on that of the other;
 *   (3) no run enters the box of a step, badge, evidence sheet or label that is not its own;
 *   (4) runs of two connectors share no stretch longer than nothing;
 *   (5) labels, badges and sheets overlap nothing but what they are attached to.
 */
#pragma once

#include "geometry/geometry.h"
#include "layout/text.h"
#include "model/chart.h"
#include "model/priority.h"

G_BEGIN_DECLS

/* A text and where it stands: lines are set one under the other in @box,
 * vertically centred, horizontally by @align. */
typedef enum { TL_ALIGN_START, TL_ALIGN_CENTRE, TL_ALIGN_END } TlAlign;

typedef struct {
  const TlText *text;     /* NULL = nothing to draw */
  TlBox         box;
  TlAlign       align;
} TlSceneText;

typedef struct {
  TlId        id;
  TlBox       box;        /* the chevron, pointing right */
  TlSceneText name;
} TlScenePhase;

/* A horizontal band: a lane, the evidence row, or the satisfaction curve. */
typedef enum { TL_SCENE_LANE, TL_SCENE_EVIDENCE, TL_SCENE_SATISFACTION } TlSceneBandKind;

typedef struct {
  TlSceneBandKind kind;
  TlId            id;       /* of the lane; else TL_ID_NONE */
  TlBand          band;     /* of the lane; else 0 */
  TlBox           box;      /* the whole width, header included */
  TlBox           header;   /* at the left; on screen it sticks to the edge */
  TlSceneText     name;
} TlSceneBand;

typedef enum { TL_LINE_INTERACTION, TL_LINE_VISIBILITY, TL_LINE_INTERNAL } TlLineKind;

typedef struct {
  TlLineKind  kind;
  double      y, x0, x1;
  TlSceneText name;         /* at the right end, above the line */
} TlSceneLine;

typedef struct {
  TlId        step;         /* where it belongs */
  guint       n_touchpoints;
  TlBox       box;          /* dog-eared sheet */
  TlSceneText text;
} TlSceneEvidence;

typedef struct {
  TlId        id;
  TlStepKind  kind;
  TlBand      band;
  gboolean    moment_of_truth;   /* double outline */
  TlBox       box;
  TlSceneText label;             /* a fork or join's label stands beside its bar */
} TlSceneStep;

/* A connector's course, arrowhead at the last point.  Corners are drawn with
 * radius TL_SCENE_CORNER, less where a run is short. */
typedef struct {
  TlId             id;
  TlConnectorKind  kind;
  guint            first_point, n_points;   /* in scene->points */
  guint            first_hop, n_hops;       /* in scene->hops: where it hops over an earlier one */
  TlSceneText      label;                   /* on a pill of label_box; text NULL = none */
  TlBox            label_box;
  TlBox            bounds;                  /* of points and label, for culling */
} TlSceneConnector;

typedef enum { TL_BADGE_FAILURE, TL_BADGE_RECOVERY, TL_BADGE_WAIT } TlBadgeKind;

typedef struct {
  TlBadgeKind kind;
  TlId        id;         /* failure or recovery; the step of a wait */
  TlId        at;         /* step or connector it sits on */
  TlPriority  priority;   /* of a failure */
  TlBox       box;        /* circle, tag or capsule */
  TlSceneText text;
} TlSceneBadge;

typedef struct {
  TlId    step;
  int     emotion;
  TlPoint point;
} TlSceneMood;

/* Legend row under the chart: a badge with a word. */
typedef struct {
  TlBadgeKind kind;
  TlPriority  priority;
  TlBox       box;
  TlSceneText mark, text;
} TlSceneKey;

#define TL_SCENE_CORNER 7.0
#define TL_SCENE_HOP    5.0   /* radius of the arc over another connector */

typedef struct _TlScene TlScene;
struct _TlScene {
  TlBox             page;        /* everything, margin included; origin at 0, 0 */
  TlBox             grid;        /* the lanes' area right of the headers: where cells are */
  TlSceneText       title, subtitle;
  TlSceneText       totals;      /* under the chart, at the right */
  TlSceneText       curve_top, curve_bottom;   /* words at the ends of the satisfaction band */
  double            curve_zero;  /* y of "neither" */
  TlScenePhase     *phases;      guint n_phases;
  TlSceneBand      *bands;       guint n_bands;       /* top to bottom */
  TlSceneLine      *lines;       guint n_lines;
  TlSceneEvidence  *evidence;    guint n_evidence;
  TlSceneStep      *steps;       guint n_steps;       /* in document order */
  TlSceneConnector *connectors;  guint n_connectors;  /* in document order */
  TlPoint          *points;      guint n_points;
  TlPoint          *hops;        guint n_hops;
  TlSceneBadge     *badges;      guint n_badges;
  TlSceneMood      *moods;       guint n_moods;       /* left to right; fewer than 2: no curve */
  TlSceneKey       *keys;        guint n_keys;
};

void                    tl_scene_free      (TlScene       *scene);
const TlSceneStep      *tl_scene_step      (const TlScene *scene,
                                            TlId           id);
const TlSceneConnector *tl_scene_connector (const TlScene *scene,
                                            TlId           id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlScene, tl_scene_free)

G_END_DECLS
