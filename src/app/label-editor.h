/* label-editor.h - writing a label where it stands on the canvas.
 *
 * A text view over the label's place that grows while it is written in.  Enter or
 * leaving it takes the text, Shift+Enter begins a new line, Escape gives up.  Text
 * that is refused stays, with the reason said, until it is mended or given up.
 */
#pragma once

#include "app/canvas.h"

G_BEGIN_DECLS

#define TL_TYPE_LABEL_EDITOR (tl_label_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlLabelEditor, tl_label_editor, TL, LABEL_EDITOR, GtkWidget)

/* Signal "refused" (TlLabelEditor *, const char *reason). */

TlLabelEditor *tl_label_editor_new     (TlCanvas      *canvas);
/* @text: what was typed already and replaces the label; "" = the label as it is,
 * selected. */
void           tl_label_editor_begin   (TlLabelEditor *self,
                                        TlId           id,
                                        const char    *text);
/* TL_ID_NONE while it is closed. */
TlId           tl_label_editor_get_id  (TlLabelEditor *self);
gboolean       tl_label_editor_is_open (TlLabelEditor *self);
/* FALSE when the text was refused and the editor is still open. */
gboolean       tl_label_editor_finish  (TlLabelEditor *self);

G_END_DECLS
