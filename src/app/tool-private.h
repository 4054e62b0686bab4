/* tool-private.h - what the files of the tools share; nobody else includes it. */
#pragma once

#include "app/tool.h"

G_BEGIN_DECLS

struct _TlTool {
  TlEditor      *editor;    /* owned */
  TlToolPreview  preview;   /* kind TL_TOOL_NONE: nothing is held */
  TlPoint        from;      /* where the press was, chart units */
  GArray        *kept;      /* TlId: selected when the press came */
};

G_END_DECLS
