/* editor.h - one document at work in one window.
 *
 * Holds what canvas, outline, inspector and status line share: the document,
 * its scene and reading order, what the rules find, and the selection.  All this is worked
 * out when somebody asks and thrown away when the chart changes.
 *
 * Changing the chart: tl_editor_begin(), operations of model/ops.h, then
 * tl_editor_finish(), which commits, or aborts when an operation failed.
 */
#pragma once

#include "analysis/progress.h"
#include "app/selection.h"
#include "document/document.h"
#include "layout/layout.h"
#include "model/order.h"
#include "render/text.h"

G_BEGIN_DECLS

#define TL_TYPE_EDITOR (tl_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlEditor, tl_editor, TL, EDITOR, GObject)

TlEditor       *tl_editor_new           (TlDocument  *document) G_GNUC_WARN_UNUSED_RESULT;
/* Its layout for the window, which may be made in another thread.  @measurer must outlive
 * it. */
TlLayout       *tl_editor_lay_out       (TlDocument  *document,
                                         TlTextMeasurer *measurer) G_GNUC_WARN_UNUSED_RESULT;
/* Takes both: what tl_editor_lay_out() made for this document. */
TlEditor       *tl_editor_new_laid_out  (TlDocument  *document,
                                         TlTextMeasurer *measurer,
                                         TlLayout    *layout) G_GNUC_WARN_UNUSED_RESULT;

/* Signal "changed" (TlEditor *): the chart is not what it was; the selection no
 * longer holds what is gone. */

TlDocument     *tl_editor_get_document  (TlEditor    *self);
TlChart        *tl_editor_get_chart     (TlEditor    *self);
TlSelection    *tl_editor_get_selection (TlEditor    *self);
TlTextMeasurer *tl_editor_get_measurer  (TlEditor    *self);
/* Lent until the next change of the chart. */
const TlScene  *tl_editor_get_scene     (TlEditor    *self);
/* For questions about cells; the scene is tl_editor_get_scene(). */
TlLayout       *tl_editor_get_layout    (TlEditor    *self);
const TlOrder  *tl_editor_get_order     (TlEditor    *self);
/* What the rules find in it today, without the advice that tl_editor_set_advice() leaves
 * out, and how far things have come by that.  Lent until the next change. */
const TlFindings *tl_editor_get_findings (TlEditor   *self);
const TlProgress *tl_editor_get_progress (TlEditor   *self);
/* @all: whether advice is wanted; @without: rules whose advice is not, ends with NULL.
 * Emits "changed" when that is something else than before. */
void            tl_editor_set_advice    (TlEditor    *self,
                                         gboolean     all,
                                         const char *const *without);
/* The cell that @point (chart units) is in or nearest to; FALSE when there is none. */
gboolean        tl_editor_cell_at       (TlEditor    *self,
                                         TlPoint      point,
                                         TlCell      *cell);

/* @label: what the undo menu names, translated. */
void            tl_editor_begin         (TlEditor    *self,
                                         const char  *label);
/**
 * tl_editor_finish:
 * @done: whether all operations since tl_editor_begin() succeeded
 * @error: of the operation that failed, set already, or of the commit
 *
 * Returns: whether the change was made; otherwise the chart is as it was
 */
gboolean        tl_editor_finish        (TlEditor    *self,
                                         gboolean     done,
                                         GError     **error);

/* "Failure point F2", "Step", "Lane": what the record is, with its number. */
char           *tl_editor_name_kind     (TlEditor    *self,
                                         TlId         id) G_GNUC_WARN_UNUSED_RESULT;
/* What a person calls the record: its label, name, title or text; lent, or NULL. */
const char     *tl_editor_get_label     (TlEditor    *self,
                                         TlId         id);

G_END_DECLS
