/* outline-model.h - phases and steps in reading order, as a list model.
 *
 * A plain array of handles; an item is a small object made when GTK asks for it.
 * With a text to find, only the phases and steps are left whose texts hold it,
 * each step together with its phase.
 */
#pragma once

#include "app/editor.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_ITEM (tl_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineItem, tl_outline_item, TL, OUTLINE_ITEM, GObject)

TlId            tl_outline_item_get_id    (TlOutlineItem  *self);

#define TL_TYPE_OUTLINE_MODEL (tl_outline_model_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineModel, tl_outline_model, TL, OUTLINE_MODEL, GObject)

TlOutlineModel *tl_outline_model_new      (TlEditor       *editor) G_GNUC_WARN_UNUSED_RESULT;
/* @text: words a person looks for, letter case apart; NULL or "" = all. */
void            tl_outline_model_set_find (TlOutlineModel *self,
                                           const char     *text);
TlId            tl_outline_model_get_id   (TlOutlineModel *self,
                                           guint           position);
/* G_MAXUINT when it is not listed. */
guint           tl_outline_model_find_id  (TlOutlineModel *self,
                                           TlId            id);

G_END_DECLS
