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
 * leaves no history.
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

typedef enum {
  TL_TOOL_NONE,
  TL_TOOL_BAND   /* from free room: selects what lies inside a rubber band */
} TlToolKind;

/* What a drop here would do, chart units; lent until the next call of the tool. */
typedef struct {
  TlToolKind kind;
  TlBox      band;
} TlToolPreview;

typedef struct _TlTool TlTool;

TlTool              *tl_tool_new         (TlEditor           *editor) G_GNUC_WARN_UNUSED_RESULT;
void                 tl_tool_free        (TlTool             *tool);

gboolean             tl_tool_press       (TlTool             *tool,
                                          const TlToolPoint  *point);
void                 tl_tool_drag        (TlTool             *tool,
                                          const TlToolPoint  *point);
/* FALSE with @error set when the chart refuses; then nothing has changed. */
gboolean             tl_tool_release     (TlTool             *tool,
                                          GError            **error);
/* Whether there was anything to cancel. */
gboolean             tl_tool_cancel      (TlTool             *tool);
gboolean             tl_tool_is_busy     (const TlTool       *tool);
const TlToolPreview *tl_tool_get_preview (const TlTool       *tool);

/* What is there to be selected; the free room of a lane is nothing. */
TlPick               tl_tool_pick        (TlTool             *tool,
                                          const TlToolPoint  *point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTool, tl_tool_free)

G_END_DECLS
