/* commands.h - what one key or menu entry does to the chart and the selection.
 *
 * Each starts from what is selected, is one undo step, selects what it made, and
 * says in plain words why when it cannot be done; then nothing has changed.
 */
#pragma once

#include "app/editor.h"

G_BEGIN_DECLS

typedef enum { TL_WAY_LEFT, TL_WAY_RIGHT, TL_WAY_UP, TL_WAY_DOWN } TlWay;

/* The next step in the flow after the selected one (of an empty chart the first
 * contact).  Returns what was made, or TL_ID_NONE. */
TlId     tl_command_next         (TlEditor    *editor,
                                  GError     **error);
/* One more way out of the selected step. */
TlId     tl_command_branch       (TlEditor    *editor,
                                  GError     **error);
/* A step beside the selected one, connected with it; where there is one already,
 * the connector. */
TlId     tl_command_build        (TlEditor    *editor,
                                  TlWay        way,
                                  GError     **error);
TlId     tl_command_add_failure  (TlEditor    *editor,
                                  GError     **error);
/* For the selected failure point, or the first of the selected step that has none. */
TlId     tl_command_add_recovery (TlEditor    *editor,
                                  GError     **error);
/* A touchpoint, safeguard or action, after those that @parent has. */
TlId     tl_command_add_child    (TlEditor    *editor,
                                  TlId         parent,
                                  GError     **error);
gboolean tl_command_remove       (TlEditor    *editor,
                                  TlId         id,
                                  GError     **error);
gboolean tl_command_delete       (TlEditor    *editor,
                                  GError     **error);
/* The selected steps, and those of selected lanes and phases. */
GArray  *tl_command_get_steps    (TlEditor    *editor) G_GNUC_WARN_UNUSED_RESULT;
/* Deletes what was copied. */
gboolean tl_command_cut          (TlEditor    *editor,
                                  GError     **error);
/* What was copied, near @where, NULL = near what is selected. */
gboolean tl_command_paste_steps  (TlEditor    *editor,
                                  const char  *text,
                                  gsize        length,
                                  const TlCell *where,
                                  GError     **error);
/* A step for each line, connected in their order. */
gboolean tl_command_paste_text   (TlEditor    *editor,
                                  const char  *text,
                                  gsize        length,
                                  const TlCell *where,
                                  GError     **error);
gboolean tl_command_duplicate    (TlEditor    *editor,
                                  GError     **error);
/* Moves the selected steps by one cell, or the selected lane or phase by one place. */
gboolean tl_command_move         (TlEditor    *editor,
                                  TlWay        way,
                                  GError     **error);
gboolean tl_command_set_kind     (TlEditor    *editor,
                                  const char  *kind,
                                  GError     **error);
/* Gives the record the text that people know it by. */
gboolean tl_command_rename       (TlEditor    *editor,
                                  TlId         id,
                                  const char  *text,
                                  GError     **error);

/* Selects the next step that way: along the flow to the left and right, by place up
 * and down.  FALSE when there is none. */
gboolean tl_command_walk         (TlEditor    *editor,
                                  TlWay        way);
/* The same, stopping at the connectors between. */
gboolean tl_command_walk_flow    (TlEditor    *editor,
                                  TlWay        way);

/* The field people know a record by: "label", "name", "title" or "text"; NULL = none. */
const char *tl_command_name_field (TlEditor   *editor,
                                   TlId        id);

G_END_DECLS
