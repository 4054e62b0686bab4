/* child-private.h - what the files of a list of children share; nobody else includes it. */
#pragma once

#include "app/inspector-private.h"

G_BEGIN_DECLS

/* Kept by the row it belongs to. */
typedef struct {
  TlChildList *list;
  TlId         id;
  GtkWidget   *expander;
  GPtrArray   *fields;     /* rows of fields; empty until it was unfolded once */
  GtkWidget   *up, *down;  /* NULL until then */
} TlChild;

struct _TlChildList {
  /* Owned */
  TlEditor            *editor;
  GPtrArray           *children;   /* TlChild, each owned by its expander */

  /* Borrowed */
  AdwPreferencesGroup *group;
  GtkWidget           *more;       /* row that shows earlier ones; NULL: all are shown */

  /* State */
  guint                n_most;     /* as many rows at most, the last ones */
  TlRecordKind         kind;       /* of the children */
  TlId                 owner;
};

/* The children there are now, in order; lent. */
const TlIdList *tl_child_list_ids   (TlChildList *self);
/* One undo step; says why when it cannot be done. */
void            tl_child_list_move  (TlChildList *self,
                                     TlId         id,
                                     guint        index);
/* A handle to drag the row by, and the row as a place to drop others. */
void            tl_child_add_handle (TlChild     *child);

G_END_DECLS
