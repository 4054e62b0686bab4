/* field-row.h - one field of one or several records as a row of a preferences group.
 *
 * Rows are made from the tables in class.c, one kind of input for each kind of value (see
 * field-input.h).  What a person writes is set in all records in one undo step; when that
 * is refused, the reason stands under the row, the row keeps what was written, and the
 * chart is as it was.  Some fields are valid only together (a unit and its value): what was
 * refused in one row is tried again together with what is written in the next.
 */
#pragma once

#include <adwaita.h>

#include "app/editor.h"

G_BEGIN_DECLS

/* Appends the row, and a hidden one for the reason of a refusal, to @group or, when
 * that is NULL, to @expander, and itself to @siblings, which must live as long.  It has no
 * records yet. */
GtkWidget  *tl_field_row_add         (AdwPreferencesGroup *group,
                                      AdwExpanderRow      *expander,
                                      TlEditor            *editor,
                                      const TlField       *field,
                                      GPtrArray           *siblings);
/* Shows the value they share, or that it is not one; forgets a refusal.  Hidden when
 * the field has no meaning for one of them.  None: hidden. */
void        tl_field_row_set_records (GtkWidget           *row,
                                      const TlId          *ids,
                                      guint                n_ids);
/* Takes the value from the chart again, unless a person is writing in it. */
void        tl_field_row_update      (GtkWidget           *row);
/* Hands over what was written and not handed over yet. */
void        tl_field_row_commit      (GtkWidget           *row);
/* Why the last value was refused; NULL when it was not. */
const char *tl_field_row_get_refusal (GtkWidget           *row);
const TlField *tl_field_row_get_field (GtkWidget          *row);
/* Whether it shows this field of this record alone. */
gboolean    tl_field_row_is          (GtkWidget           *row,
                                      TlId                 id,
                                      const char          *xml);
/* Puts the cursor there, with all of a text selected. */
void        tl_field_row_focus       (GtkWidget           *row);
/* The same for any row; of one that unfolds the head gets the focus. */
void        tl_row_focus             (GtkWidget           *row);

G_END_DECLS
