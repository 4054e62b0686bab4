/* document.h - a chart in the world: the chart, its file, and whether they differ.
 *
 * A document without a path was never saved.  The chart is edited through its own
 * transactions; the document passes on each notice as the signal "changed" and
 * tells by notify::modified and notify::path when what it knows about the file
 * changes.
 */
#pragma once

#include <gio/gio.h>

#include "document/save.h"
#include "model/chart.h"

G_BEGIN_DECLS

#define TL_TYPE_DOCUMENT (tl_document_get_type ())
G_DECLARE_FINAL_TYPE (TlDocument, tl_document, TL, DOCUMENT, GObject)

/* Takes @chart, which must be valid.  It counts as saved. */
TlDocument *tl_document_new         (TlChart     *chart) G_GNUC_WARN_UNUSED_RESULT;
/* An empty chart: the four lanes of a service blueprint, one phase, no step.  The
 * title is @title. */
TlDocument *tl_document_new_blank   (const char  *title) G_GNUC_WARN_UNUSED_RESULT;
/* Author and currency (ISO 4217) of a document that was made just now: no step of its
 * history, and it counts as saved.  NULL = as they are.  Before it is kept or shown. */
void        tl_document_sign        (TlDocument  *self,
                                     const char  *author,
                                     const char  *currency);
/* NULL when the file is no valid chart; then @problems (of TlReadProblem) says why. */
TlDocument *tl_document_open        (const char  *path,
                                     GPtrArray   *problems) G_GNUC_WARN_UNUSED_RESULT;

/* Signal "changed" (TlDocument *, gpointer touched, guint n_touched, gpointer data):
 * touched is an array of TlId, good for the length of the call.
 *
 * Signal "trouble" (TlDocument *, const char *message, gpointer data): the first change
 * that could not be kept safe.  All goes on as before. */

/* From now on each change is written to a journal in @folder until it is saved, or the
 * document is let go of.  See rescue.h for what a crash leaves behind. */
void        tl_document_keep        (TlDocument  *self,
                                     const char  *folder);
/* Leaves the journal to be found another time.  No change may follow. */
void        tl_document_leave       (TlDocument  *self);

TlChart    *tl_document_get_chart   (TlDocument  *self);
/* NULL when it was never saved. */
const char *tl_document_get_path    (TlDocument  *self);
/* Whether the chart differs from what was last read or saved. */
gboolean    tl_document_get_modified (TlDocument *self);
/* The chart leaves the file it was read from: what a template becomes. */
void        tl_document_forget_path (TlDocument  *self);

/**
 * tl_document_save:
 * @path: (nullable): where to, from now on the document's path; %NULL = where it is from
 * @force: whether to save over changes that somebody else made to the file
 * @error: where to put a %TL_SAVE_ERROR
 *
 * Returns: whether it was saved.  After a failure the document still counts as
 * changed and keeps its path.
 */
gboolean    tl_document_save        (TlDocument  *self,
                                     const char  *path,
                                     gboolean     force,
                                     GError     **error);

/* Writes what the chart says to @path, and that is all: a copy. */
gboolean    tl_document_save_copy   (TlDocument  *self,
                                     const char  *path,
                                     GError     **error);

typedef enum {
  TL_FILE_SAME,      /* as it was read or saved; also of a document without a file */
  TL_FILE_CHANGED,   /* somebody else wrote it */
  TL_FILE_GONE       /* deleted, or moved away */
} TlFileState;

TlFileState tl_document_check_file  (TlDocument  *self);
/* What the document says is to stay, whatever somebody else wrote: it counts as changed,
 * and may be saved over the file as that is now. */
void        tl_document_keep_mine   (TlDocument  *self);
/* How the file looked when it was last read or saved. */
void        tl_document_get_stamp   (TlDocument  *self,
                                     TlFileStamp *stamp);
/**
 * tl_document_reload:
 * @chart: what was read from the document's file
 * @stamp: how that looked then
 * @label: what the undo menu calls it
 *
 * The document says what its file says, and counts as saved.  Can be undone.
 */
void        tl_document_reload      (TlDocument         *self,
                                     const TlChart      *chart,
                                     const TlFileStamp  *stamp,
                                     const char         *label);

G_END_DECLS
