/* canvas.h - the chart on screen.
 *
 * Draws the same scene that is exported, through the same painter.  Lives in a
 * GtkScrolledWindow.  Names of phases stick to the top and of lanes to the left.
 * Keys and gestures activate actions of the window, or change the selection of
 * the editor.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/tool.h"
#include "app/viewport.h"
#include "render/marks.h"
#include "report/pages.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS (tl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvas, tl_canvas, TL, CANVAS, GtkWidget)

void              tl_canvas_set_editor   (TlCanvas *self,
                                          TlEditor *editor);
TlEditor         *tl_canvas_get_editor   (TlCanvas *self);

/* Also the property "zoom", widget pixels for each chart unit. */
double            tl_canvas_get_zoom     (TlCanvas *self);
/* About the middle of the view. */
void              tl_canvas_set_zoom     (TlCanvas *self,
                                          double    zoom);
void              tl_canvas_zoom_at      (TlCanvas *self,
                                          double    zoom,
                                          double    x,
                                          double    y);
void              tl_canvas_fit          (TlCanvas *self);
/* Scrolls as little as shows the record. */
void              tl_canvas_reveal       (TlCanvas *self,
                                          TlId      id);

/* An overlay to be shown on the chart; NULL = none.  @marks must stay good until the next
 * call. */
void              tl_canvas_set_marks    (TlCanvas *self,
                                          const TlMarks *marks);
const TlViewport *tl_canvas_get_viewport (TlCanvas *self);
/* Where a record is, of a connector its label, widget pixels; FALSE when it is not in the
 * picture. */
gboolean          tl_canvas_locate       (TlCanvas *self,
                                          TlId      id,
                                          TlBox    *box);
/* The cell in the middle of the view; FALSE when there is none. */
gboolean          tl_canvas_get_middle   (TlCanvas *self,
                                          TlCell   *cell);
/* What a drag that is under way would do. */
const TlToolPreview *tl_canvas_get_preview (TlCanvas *self);
/* Opens the label of a record for writing; @text as for tl_label_editor_begin(). */
void              tl_canvas_edit_label   (TlCanvas   *self,
                                          TlId        id,
                                          const char *text);
/* Takes what was written in an open label; FALSE when it was refused. */
gboolean          tl_canvas_finish_label (TlCanvas   *self);
gboolean          tl_canvas_is_writing   (TlCanvas   *self);
/* Opens @popover, which is taken, at a record. */
void              tl_canvas_show_popover (TlCanvas   *self,
                                          GtkPopover *popover,
                                          TlId        id);
/* Shows where the pages of the poster among @pages end; NULL = nowhere. */
void              tl_canvas_set_breaks   (TlCanvas *self,
                                          const TlPages *pages);
/* How many pages, or rows of a folded poster, are shown to end; 0 = none. */
guint             tl_canvas_n_breaks     (TlCanvas *self);
/* Whether the last frame showed everything as it should be. */
gboolean          tl_canvas_is_settled   (TlCanvas *self);

/* Who tells of the whole chart, and who shows what is selected: for screen readers. */
void        tl_canvas_set_told_by    (TlCanvas          *self,
                                      GtkWidget         *outline,
                                      GtkWidget         *inspector);

G_END_DECLS
