/* tool.h - what a drag on the chart does, from press to drop.
 *
 * Plain functions over an editor and where the pointer is; no widget, so that a
 * gesture can be tried without a display.  The order of calls:
 *
 *   tl_tool_press()     takes hold of what is there; FALSE = nothing to drag
 *   tl_tool_drag()      as often as the pointer moves; works out the preview
 *   tl_tool_release()   does what the preview shows, as one undo step, or
 *   tl_tool_cancel()    forgets it
 *
 * Nothing but tl_tool_release() writes to the chart.  A drop that changes nothing
 * leaves no history.  When the chart changes otherwise the tool must be cancelled.
 *
 * The parted chart.  Where columns or rows would open, the preview says how far the
 * scene is drawn apart; tl_tool_part() takes a point of the scene to where it is
 * then.  The pointer is where it is: it is read against the scene as it stands, so
 * that a chart that parts under it does not change what is meant.
 */
#pragma once

#include "app/editor.h"
#include "layout/pick.h"

G_BEGIN_DECLS

/* Where the pointer is. */
typedef struct {
  TlPoint  at;      /* chart units */
  TlPoint  seen;    /* the same through headers that stick to the edges of the view */
  double   pixel;   /* chart units along one widget pixel */
  gboolean adds;    /* Shift or Ctrl held: the selection grows */
} TlToolPoint;

/* What a press would take hold of. */
typedef enum {
  TL_GRIP_NONE,
  TL_GRIP_ROOM,         /* nothing there: a rubber band */
  TL_GRIP_STEP,         /* to be moved */
  TL_GRIP_EDGE,         /* of a step, to be connected */
  TL_GRIP_NEXT,         /* the handle right of a step: a click makes the next one */
  TL_GRIP_BRANCH,       /* the handle below it: a click makes a branch */
  TL_GRIP_START,        /* the ends of the selected connector */
  TL_GRIP_END,
  TL_GRIP_FAILURE,      /* badges, to be moved to another step or connector */
  TL_GRIP_RECOVERY,     /* to be attached to another failure point */
  TL_GRIP_LANE,         /* headers, to be put in another order */
  TL_GRIP_PHASE,
  TL_GRIP_PHASE_EDGE,   /* its right end, to be made wider or narrower */
  TL_GRIP_LANE_EDGE     /* its lower edge, to be made higher or lower */
} TlGripKind;

typedef struct {
  TlGripKind kind;
  TlId       id;
} TlGrip;

/* A handle beside a step, widget pixels: its radius, and from the step to its middle. */
#define TL_TOOL_HANDLE 9.0
#define TL_TOOL_REACH  16.0

/* Something that is dragged: where it stands in the scene, and the radius of its
 * corners.  A badge goes with its step. */
typedef struct {
  TlBox    box;
  double   radius;
  gboolean is_badge;
} TlToolHeld;

/* The scene is drawn apart by @size at @at, and in the row of phases at @head, where
 * a chevron is plain. */
typedef struct {
  double at, head, size;
} TlToolGap;

#define TL_TOOL_MOST_GAPS 4

/* What a drop here would do, chart units; lent until the next call of the tool. */
typedef struct {
  TlGripKind    kind;       /* TL_GRIP_NONE: nothing is held */
  TlBox         band;       /* TL_GRIP_ROOM: the rubber band */

  const TlToolHeld *held;
  guint         n_held;
  TlPoint       shift;      /* how far it has been dragged */

  TlToolGap     across[TL_TOOL_MOST_GAPS];   /* from left to right */
  guint         n_across;
  TlToolGap     down[TL_TOOL_MOST_GAPS];     /* from top to bottom */
  guint         n_down;

  /* In the parted chart. */
  const TlBox  *places;     /* where it would land */
  guint         n_places;
  TlPoint       line[4];    /* course of a connector, arrowhead at the last point */
  guint         n_line;
  TlPoint       mark[2];    /* a lane or phase would go there, or end there */
  gboolean      has_mark;

  TlId          over;       /* the step or connector that the drop is for */
  gboolean      refused;    /* it would do nothing */
  const char   *says;       /* what it would do, or why not; NULL = plain to see */
} TlToolPreview;

typedef struct _TlTool TlTool;

TlTool              *tl_tool_new         (TlEditor            *editor) G_GNUC_WARN_UNUSED_RESULT;
void                 tl_tool_free        (TlTool              *tool);

TlGrip               tl_tool_grip        (TlTool              *tool,
                                          const TlToolPoint   *point);
/* The pointer is there and nothing is held; NULL = it has left.  Returns whether
 * tl_tool_get_handles() has changed. */
gboolean             tl_tool_hover       (TlTool              *tool,
                                          const TlToolPoint   *point);
/* Steps that show their handles: the one that is selected and the one under the
 * pointer.  Returns how many. */
guint                tl_tool_get_handles (TlTool              *tool,
                                          TlId                 steps[2]);
/* What is there to be selected; the free room of a lane is nothing. */
TlPick               tl_tool_pick        (TlTool              *tool,
                                          const TlToolPoint   *point);

gboolean             tl_tool_press       (TlTool              *tool,
                                          const TlToolPoint   *point);
void                 tl_tool_drag        (TlTool              *tool,
                                          const TlToolPoint   *point);
/**
 * tl_tool_release:
 * @made: (out): a new step, whose label should be written now; TL_ID_NONE = none
 * @error: why the chart refuses, in words for a person
 *
 * Returns: FALSE when it was refused; then nothing has changed
 */
gboolean             tl_tool_release     (TlTool              *tool,
                                          TlId                *made,
                                          GError             **error);
/* Whether there was anything to cancel. */
gboolean             tl_tool_cancel      (TlTool              *tool);
gboolean             tl_tool_is_busy     (const TlTool        *tool);
const TlToolPreview *tl_tool_get_preview (const TlTool        *tool);
TlPoint              tl_tool_part        (const TlToolPreview *preview,
                                          TlPoint              point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTool, tl_tool_free)

G_END_DECLS
