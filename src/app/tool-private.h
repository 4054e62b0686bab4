/* tool-private.h - what the files of the tools share; nobody else includes it. */
#pragma once

#include "app/commands.h"
#include "app/tool.h"

G_BEGIN_DECLS

struct _TlTool {
  TlEditor      *editor;     /* owned */
  TlToolPreview  preview;
  TlId           hovered;    /* step under the pointer, or TL_ID_NONE */

  /* Since the press. */
  TlPoint        from;       /* where it was, chart units */
  TlPoint        grab;       /* from the middle of what is held to there */
  TlId           id;         /* what is held */
  gboolean       adds;       /* the selection grows */
  gboolean       dropping;   /* in tl_tool_release() */
  GArray        *ids;        /* TlId: selected before a band; steps that move, @id first */
  GArray        *held;       /* TlToolHeld: shown as preview.held */
  char          *says;       /* shown as preview.says */

  /* What a drop would do. */
  TlCell         cell;
  gboolean       has_cell;
  GArray        *targets;    /* TlCell: of each of @ids */
  GArray        *openings;   /* TlOpening */
  GArray        *places;     /* TlBox: shown as preview.places */
  TlId           failure;    /* that a recovery procedure would be for */
  guint          index;      /* of a lane or phase; columns of a phase */
};

typedef struct {
  void     (*press)   (TlTool            *tool,
                       TlId               id);
  void     (*drag)    (TlTool            *tool,
                       const TlToolPoint *point);
  gboolean (*release) (TlTool            *tool,
                       TlId              *made,
                       GError           **error);
} TlToolRow;

extern const TlToolRow tl_tool_move;        /* tool-move.c */
extern const TlToolRow tl_tool_connect;     /* tool-connect.c */
extern const TlToolRow tl_tool_reconnect;
extern const TlToolRow tl_tool_failure;     /* tool-badge.c */
extern const TlToolRow tl_tool_recovery;
extern const TlToolRow tl_tool_lane;        /* tool-reorder.c */
extern const TlToolRow tl_tool_phase;
extern const TlToolRow tl_tool_widen;       /* tool-resize.c */
extern const TlToolRow tl_tool_heighten;

/* Corners of a step and of a header, chart units. */
#define TL_TOOL_CORNER 9.0

/* Forgets what a drop would do; what is held stays. */
void     tl_tool_forget_drop (TlTool      *tool);
/* The drop says @text, which it takes. */
void     tl_tool_say         (TlTool      *tool,
                              char        *text);
/* The drop is refused for the reason in @error. */
void     tl_tool_refuse      (TlTool      *tool,
                              const GError *error);
/* The cell meant by @point.  Right of the last column and under the last row of a lane
 * it is a new one; on the right half of a step in the way it is the one after. */
gboolean tl_tool_cell_at     (TlTool      *tool,
                              TlPoint      point,
                              TlCell      *cell);
/* Parts the preview for tool->openings and for rows below the lanes' last, and shows
 * tool->targets as places there. */
void     tl_tool_show_places (TlTool      *tool);
/* Rows the lane is drawn with. */
int      tl_tool_rows_of     (TlTool      *tool,
                              TlId         lane);
/* The step or connector at @point, past badges and sheets. */
TlPick   tl_tool_pick_target (TlTool      *tool,
                              const TlToolPoint *point);

G_END_DECLS
