/* lens.h - the overlay that a window looks at its chart through.
 *
 * Knows which one was chosen, and has its marks on the scene at work.  When the chart
 * changes the marks are worked out anew in an idle moment, after the frame that shows the
 * change; until then the old ones are shown, which follow their steps (render/marks.h).
 */
#pragma once

#include "app/editor.h"
#include "render/marks.h"

G_BEGIN_DECLS

#define TL_TYPE_LENS (tl_lens_get_type ())
G_DECLARE_FINAL_TYPE (TlLens, tl_lens, TL, LENS, GObject)

/* Signal "changed" (TlLens *): there is another overlay, or other marks. */

TlLens        *tl_lens_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps what was chosen, but for the role. */
void           tl_lens_set_editor (TlLens        *self,
                                   TlEditor      *editor);
void           tl_lens_choose     (TlLens        *self,
                                   TlOverlayKind  kind);
/* Whom the role focus is about; TL_ID_NONE = who does most. */
void           tl_lens_set_role   (TlLens        *self,
                                   TlId           role);
TlOverlayKind  tl_lens_get_kind   (TlLens        *self);
/* Lent until the next "changed"; NULL: no overlay, or no chart. */
const TlMarks *tl_lens_get_marks  (TlLens        *self);
/* Whether the marks are those of the chart as it is. */
gboolean       tl_lens_is_settled (TlLens        *self);

G_END_DECLS
