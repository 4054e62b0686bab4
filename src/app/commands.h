/* commands.h - what one key or menu entry does to the chart and the selection.
 *
 * Each starts from what is selected, is one undo step, selects what it made, and
 * says in plain words why when it cannot be done; then nothing has changed.
 */
#pragma once

#include "app/editor.h"
#include "model/ops.h"

G_BEGIN_DECLS

typedef enum { TL_WAY_LEFT, TL_WAY_RIGHT, TL_WAY_UP, TL_WAY_DOWN } TlWay;

/* The next step in the flow after the selected one (of an empty chart the first
 * contact; on a connector a step in its middle).  Returns what was made, or TL_ID_NONE. */
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
/* For the failure point that tl_command_get_failure() finds. */
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
/* Whether a lane or a phase is selected. */
gboolean tl_command_is_header    (TlEditor    *editor);
/* @kind: of steps or of connectors; those selected things that can be of it become so. */
gboolean tl_command_set_kind     (TlEditor    *editor,
                                  const char  *kind,
                                  GError     **error);

/* Dropping and connecting. */
gboolean tl_command_move_to      (TlEditor    *editor,
                                  const TlId  *steps,
                                  guint        n_steps,
                                  TlCell       cell,
                                  GError     **error);
/* See tl_ops_move_between(). */
gboolean tl_command_put_between  (TlEditor    *editor,
                                  TlId         step,
                                  TlId         connector,
                                  const TlCell *wanted,
                                  GError     **error);
/* Returns the new connector, or TL_ID_NONE. */
TlId     tl_command_connect      (TlEditor    *editor,
                                  TlId         from,
                                  TlId         to,
                                  GError     **error);
/* Each selected step with the one that was selected after it. */
gboolean tl_command_connect_selected (TlEditor *editor,
                                  GError     **error);
/* A new step in @cell that @from leads to, unless it is TL_ID_NONE. */
TlId     tl_command_add_at       (TlEditor    *editor,
                                  TlId         from,
                                  TlCell       cell,
                                  GError     **error);
/* A new step in the middle of @connector; @from leads to it too, unless it is
 * TL_ID_NONE. */
TlId     tl_command_insert       (TlEditor    *editor,
                                  TlId         connector,
                                  TlId         from,
                                  GError     **error);
gboolean tl_command_reconnect    (TlEditor    *editor,
                                  TlId         connector,
                                  TlId         from,
                                  TlId         to,
                                  GError     **error);
/* To another step or connector. */
gboolean tl_command_move_failure (TlEditor    *editor,
                                  TlId         failure,
                                  TlId         at,
                                  GError     **error);
/* A lane or phase to @index among its kind. */
gboolean tl_command_reorder      (TlEditor    *editor,
                                  TlId         id,
                                  guint        index,
                                  GError     **error);
/* Columns of a phase, rows of a lane. */
gboolean tl_command_resize       (TlEditor    *editor,
                                  TlId         id,
                                  int          cells,
                                  GError     **error);

/* Gives the record the text that people know it by. */
gboolean tl_command_rename       (TlEditor    *editor,
                                  TlId         id,
                                  const char  *text,
                                  GError     **error);

/* What a menu on a header or a badge does. */

/* A lane beside the selected one, above or below, or phase, before or after. */
TlId     tl_command_add_beside   (TlEditor    *editor,
                                  gboolean     after,
                                  GError     **error);
/* Leads the selected lane to the lanes of that band. */
gboolean tl_command_set_band     (TlEditor    *editor,
                                  TlBand       band,
                                  GError     **error);
/* Adds the steps of the lane or phase to what is selected. */
void     tl_command_select_inside (TlEditor   *editor,
                                   TlId        id);

/* The failure point that a recovery procedure would be for: the selected one, or one of
 * the selected step, of one without recovery before others; TL_ID_NONE when none is. */
TlId     tl_command_get_failure  (TlEditor    *editor);
/* @recovery TL_ID_NONE: a new one called @name, NULL = "What we do then".  Returns the
 * procedure. */
TlId     tl_command_attach       (TlEditor    *editor,
                                  TlId         recovery,
                                  TlId         failure,
                                  const char  *name,
                                  GError     **error);
gboolean tl_command_detach       (TlEditor    *editor,
                                  TlId         recovery,
                                  TlId         failure,
                                  GError     **error);
gboolean tl_command_is_attached  (TlEditor    *editor,
                                  TlId         recovery,
                                  TlId         failure);

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
