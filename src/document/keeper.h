/* keeper.h - keeps a document's journal: when one begins, what goes into it, when it goes.
 *
 * There is no journal until there is a change.  The first frame is the chart as it was
 * opened or saved, so that what is brought back can be undone; one frame follows for
 * each commit, undo and redo.  A save puts the journal away and begins again.
 *
 * When the journal cannot be written, the next change tries a new one, which holds all.
 */
#pragma once

#include "document/journal.h"

G_BEGIN_DECLS

typedef struct _TlKeeper TlKeeper;

/* @chart is as it was opened or saved.  @path NULL: never saved. */
TlKeeper *tl_keeper_new     (const char         *folder,
                             const TlChart      *chart,
                             const char         *path,
                             const TlFileStamp  *stamp) G_GNUC_WARN_UNUSED_RESULT;
/* Goes on with @journal, which it takes, after the last state in it. */
void      tl_keeper_adopt   (TlKeeper           *keeper,
                             TlJournal          *journal,
                             const TlChart      *chart);
/* Puts the journal away, if there is one: the file at @path says what @text, which it
 * takes, says, and that is what @chart says. */
void      tl_keeper_rebase  (TlKeeper           *keeper,
                             const TlChart      *chart,
                             char               *text,
                             gsize               length,
                             const char         *path,
                             const TlFileStamp  *stamp);
/* After a commit, undo or redo of @chart. */
gboolean  tl_keeper_note    (TlKeeper           *keeper,
                             const TlChart      *chart,
                             GError            **error);
/* Leaves the journal where it is, to be brought back another time. */
void      tl_keeper_leave   (TlKeeper           *keeper);
/* Puts the journal away. */
void      tl_keeper_free    (TlKeeper           *keeper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlKeeper, tl_keeper_free)

G_END_DECLS
