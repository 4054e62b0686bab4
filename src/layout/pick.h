/* pick.h - what is at a point of a scene, or inside a box.
 *
 * Shapes are hit by their outlines, connectors within a distance.  Searching is
 * linear: thousands of boxes take less than a tenth of a millisecond.
 */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

typedef enum {
  TL_PICK_NOTHING,
  TL_PICK_BADGE,        /* failure, recovery, or the step of a wait: see badge kind */
  TL_PICK_STEP,
  TL_PICK_CONNECTOR,    /* its label too */
  TL_PICK_EVIDENCE,     /* id of the step */
  TL_PICK_PHASE,
  TL_PICK_LANE          /* a lane's header or its free room */
} TlPickKind;

typedef struct {
  TlPickKind kind;
  TlId       id;
  guint      index;     /* in the scene's array of that kind; of lanes in bands */
} TlPick;

/* The topmost thing at @point, in painting order from the top: badges, labels,
 * steps, connectors within @slack, sheets, phases, lanes. */
TlPick tl_pick_point (const TlScene *scene,
                      TlPoint        point,
                      double         slack);

/* Appends the ids (TlId) of steps that lie whole in @box, then of connectors
 * whose every point does. */
void   tl_pick_box   (const TlScene *scene,
                      TlBox          box,
                      GArray        *ids);

G_END_DECLS
