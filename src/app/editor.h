/* editor.h - one document at work in one window.
 *
 * Holds what canvas, outline, inspector and status line share: the document,
 * its scene and reading order, and the selection.  Scene and order are worked out
 * when somebody asks and thrown away when the chart changes.
 *
 * Changing the chart: tl_editor_begin(), operations of model/ops.h, then
 * tl_editor_finish(), which commits, or aborts when an operation failed.
 */
#pragma once

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
