/* scene-check.h - measures a scene without trusting whoever made it.
 *
 * Everything is found again from the boxes and points of the scene alone: what
 * a connector runs through, what overlaps what, which texts do not fit, where
 * connectors cross.  A sound scene has no fault of any kind; crossings, bends and
 * length are figures, not faults.
 */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

typedef enum {
  TL_FAULT_THROUGH_STEP,      /* a run inside a step's box; at its own step only the end may be */
  TL_FAULT_THROUGH_BADGE,     /* of another connector or of any step */
  TL_FAULT_THROUGH_EVIDENCE,
  TL_FAULT_THROUGH_LABEL,     /* of another connector, or the word beside a fork or join */
  TL_FAULT_SHARED,            /* two connectors on one line for a stretch */
  TL_FAULT_TOUCH,             /* a bend or an end of one on a run of another: reads as a branch */
  TL_FAULT_DIAGONAL,          /* a run neither horizontal nor vertical, or fewer than two points */
  TL_FAULT_BACKTRACK,         /* a connector that turns back on itself */
  TL_FAULT_LOOSE_END,         /* an end that is not on its step */
  TL_FAULT_STEP_OVERLAP,
  TL_FAULT_LABEL_OVERLAP,     /* a label over a step, label or sheet */
  TL_FAULT_BADGE_OVERLAP,     /* a badge over anything but what it sits on, or over any text */
  TL_FAULT_EVIDENCE_OVERLAP,
  TL_FAULT_THROUGH_NAME,      /* a run through the name of a line between lanes */
  TL_FAULT_NAME_OVERLAP,      /* anything else over such a name */
  TL_FAULT_CLIPPED,           /* a text larger than its box, or with letters left out */
  TL_FAULT_OFF_PAGE,
  TL_FAULT_HOPS,              /* hops that are not the crossings with earlier connectors */
  TL_FAULT_MISSING,           /* a record that the scene does not show once, or shows otherwise */
  TL_N_FAULTS
} TlFault;

/* The steps a connector joins; the scene itself does not say. */
typedef struct {
  TlId from, to;
} TlSceneEnds;

typedef struct {
  guint    faults[TL_N_FAULTS];
  guint    n_faults;
  guint    crossings, bends;
  double   length;            /* of all connectors, in chart units */
  GString *story;             /* the first faults in words, a line each; owned */
} TlSceneReport;

/* @ends: one for each connector of @scene. */
void        tl_scene_check       (const TlScene     *scene,
                                  const TlSceneEnds *ends,
                                  TlSceneReport     *report);
/* The same, and whether the full scene of @chart shows everything that it holds. */
void        tl_scene_check_chart (const TlScene     *scene,
                                  const TlChart     *chart,
                                  TlSceneReport     *report);
void        tl_scene_report_clear (TlSceneReport    *report);
const char *tl_fault_name        (TlFault            fault);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlSceneReport, tl_scene_report_clear)

G_END_DECLS
