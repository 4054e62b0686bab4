/* rescue.h - work that was left behind when a program ended without being asked to.
 *
 * Each is a journal that nobody writes to any more.  As long as a TlRescue lives it holds
 * the journal's lock, so that two programs never offer the same work.
 */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

typedef struct _TlRescue TlRescue;

/* $XDG_STATE_HOME/throughline/journals */
char       *tl_rescue_folder        (void) G_GNUC_WARN_UNUSED_RESULT;
/* What lies in @folder, the latest first; none when there is no such folder.  Journals
 * that say nothing the document's file does not say are put away on the way.
 * @document: only those of this file; NULL = all. */
GPtrArray  *tl_rescue_list          (const char      *folder,
                                     const char      *document) G_GNUC_WARN_UNUSED_RESULT;
/* The path of the file; NULL = it was never saved. */
const char *tl_rescue_get_document  (const TlRescue  *rescue);
/* The chart's title as of the last change. */
const char *tl_rescue_get_title     (const TlRescue  *rescue);
/* Of the last change, in seconds since 1970. */
gint64      tl_rescue_get_time      (const TlRescue  *rescue);
guint       tl_rescue_get_n_changes (const TlRescue  *rescue);

/**
 * tl_rescue_restore:
 * @problems: why it cannot be brought back; TlReadProblem are appended
 *
 * Returns: (nullable): the document with everything that was committed, which goes on
 * with the journal.  It counts as changed, and the latest changes can be undone.  The
 * rescue is empty afterwards; on failure nothing has changed.
 */
TlDocument *tl_rescue_restore       (TlRescue        *rescue,
                                     GPtrArray       *problems) G_GNUC_WARN_UNUSED_RESULT;
/* The chart alone, as of the last change; the journal stays. */
TlChart    *tl_rescue_read          (const TlRescue  *rescue,
                                     GPtrArray       *problems) G_GNUC_WARN_UNUSED_RESULT;
/* Forgets the work for good. */
void        tl_rescue_discard       (TlRescue        *rescue);
/* Leaves it for later. */
void        tl_rescue_free          (TlRescue        *rescue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRescue, tl_rescue_free)

G_END_DECLS
