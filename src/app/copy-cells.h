/* copy-cells.h - rows of cells for spreadsheets and documents, a line of titles first.
 *
 * Cells that a spreadsheet would take for a formula begin with an apostrophe.
 */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef struct _TlCopy TlCopy;

TlCopy             *tl_copy_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void                tl_copy_free      (TlCopy       *copy);

/* All titles, then each row with its cells. */
void                tl_copy_add_title (TlCopy       *copy,
                                       const char   *text);
void                tl_copy_add_row   (TlCopy       *copy);
void                tl_copy_add_cell  (TlCopy       *copy,
                                       const char   *text);

/* Cells apart by tabs, rows by newlines. */
char               *tl_copy_tsv       (const TlCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
char               *tl_copy_html      (const TlCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
/* Both, for the clipboard. */
GdkContentProvider *tl_copy_provider  (const TlCopy *copy) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCopy, tl_copy_free)

G_END_DECLS
