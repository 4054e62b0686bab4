/* document-private.h - for what brings documents back; nobody else includes it. */
#pragma once

#include "document/document.h"
#include "document/keeper.h"

G_BEGIN_DECLS

/* Takes @chart and @keeper.  @saved_version: of the chart as the file has it. */
TlDocument *tl_document_new_rescued (TlChart            *chart,
                                     const char         *path,
                                     const TlFileStamp  *stamp,
                                     guint64             saved_version,
                                     TlKeeper           *keeper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
