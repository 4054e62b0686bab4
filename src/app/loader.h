/* loader.h - brings a chart from the disk to the point where it can be shown, off the
 * main thread: nothing else sees the chart until it is whole.
 *
 * What is quick is there at once; the caller shows progress only for what is not.  A load
 * that is cancelled reads its file to the end unseen and goes no further: what it read is
 * thrown away.
 */
#pragma once

#include "document/document.h"
#include "document/rescue.h"
#include "exchange/report.h"
#include "layout/layout.h"
#include "render/text.h"

G_BEGIN_DECLS

typedef enum {
  TL_LOAD_FILE,       /* the chart stays with its file; what is not ours becomes a new chart */
  TL_LOAD_TEMPLATE,   /* a new chart that says what the file says */
  TL_LOAD_AGAIN       /* only to be read, not to be shown */
} TlLoadKind;

typedef enum { TL_LOAD_READING, TL_LOAD_LAYING_OUT } TlLoadStage;

typedef struct {
  TlDocument     *document;   /* NULL: @problems say why */
  TlTextMeasurer *measurer;   /* both NULL with TL_LOAD_AGAIN */
  TlLayout       *layout;
  TlReport       *report;     /* what became of a foreign file; NULL = it was ours */
  TlFileStamp     stamp;      /* of the file as it was read */
  GPtrArray      *problems;   /* TlReadProblem */
} TlLoaded;

void         tl_loaded_free  (TlLoaded     *loaded);

typedef struct _TlLoad TlLoad;

/* @loaded: to be kept or freed.  Never called after tl_load_cancel(), which is still to be
 * called afterwards. */
typedef void (*TlLoadDone)   (TlLoaded     *loaded,
                              gpointer      data);

/* Begins to read @path, for whoever says so with tl_load_tell() before the main loop runs
 * again. */
TlLoad      *tl_load_new     (TlLoadKind    kind,
                              const char   *path) G_GNUC_WARN_UNUSED_RESULT;
/* Begins to bring back what was left behind; @rescue, taken, must have its journal. */
TlLoad      *tl_load_rescue  (TlRescue     *rescue) G_GNUC_WARN_UNUSED_RESULT;
/* Who is to be told when all is read. */
void         tl_load_tell    (TlLoad       *load,
                              TlLoadDone    done,
                              gpointer      data);
/* Waits that long, in milliseconds, without running the main loop.  What was read by
 * then, or NULL; then done is called later. */
TlLoaded    *tl_load_wait    (TlLoad       *load,
                              guint         milliseconds) G_GNUC_WARN_UNUSED_RESULT;
TlLoadStage  tl_load_stage   (TlLoad       *load);
/* Lets go of the load. */
void         tl_load_cancel  (TlLoad       *load);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLoaded, tl_loaded_free)

G_END_DECLS
