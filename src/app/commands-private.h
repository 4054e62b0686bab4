/* commands-private.h - what the files of the commands share; nobody else includes it. */
#pragma once

#include "app/commands.h"

G_BEGIN_DECLS

/* "Select a step first."  Returns TL_ID_NONE. */
TlId    tl_command_fail_unselected     (GError     **error);
/* Ends the transaction and selects what was made. */
TlId    tl_command_finish_new          (TlEditor    *editor,
                                        TlId         made,
                                        GError     **error);
/* "Delete Step", "Delete 3 Things": @one or @many with its %s filled in. */
char   *tl_command_label_for_selection (TlEditor    *editor,
                                        const char  *one,
                                        const char  *many) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
