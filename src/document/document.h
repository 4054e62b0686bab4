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
/* NULL when the file is no valid chart; then @problems (of TlReadProblem) says why. */
TlDocument *tl_document_open        (const char  *path,
                                     GPtrArray   *problems) G_GNUC_WARN_UNUSED_RESULT;

/* Signal "changed" (TlDocument *, gpointer touched, guint n_touched, gpointer data):
 * touched is an array of TlId, good for the length of the call. */

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

G_END_DECLS
