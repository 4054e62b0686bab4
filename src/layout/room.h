/* room.h - where there is room in a scene for something small.
 *
 *   TlRoom *room = tl_room_new (scene);
 *   if (tl_room_covered (room, box, step) == 0)
 *     tl_room_take (room, box);
 *
 * Knows every word, badge, sheet, step and run of the scene by where it is, so that asking
 * costs little however large the scene.  Does not keep the scene.
 */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

/* What covering one of each kind costs: a line may be crossed where there is no other way,
 * what must be read may not. */
#define TL_ROOM_LINE 1.0
#define TL_ROOM_MARK 1000.0

typedef struct _TlRoom TlRoom;

TlRoom  *tl_room_new     (const TlScene *scene) G_GNUC_WARN_UNUSED_RESULT;
void     tl_room_free    (TlRoom        *room);

/* What @box would cover, summed up; 0 = the place is free.  @own: the step whose box does
 * not count, as what is put there belongs to it; its words do. */
double   tl_room_covered (const TlRoom  *room,
                          TlBox          box,
                          TlId           own);
void     tl_room_take    (TlRoom        *room,
                          TlBox          box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRoom, tl_room_free)

G_END_DECLS
