/* field-row.h - one field of one record as a row of a preferences group.
 *
 * Rows are made from the tables in class.c.  What a person writes goes through
 * tl_ops_set(); when that refuses, the reason stands under the row, the row keeps
 * what was written, and the chart is as it was.
 */
#pragma once

#include <adwaita.h>

#include "app/editor.h"

G_BEGIN_DECLS

/* Appends the row, and a hidden one for the reason of a refusal, to @group or, when
 * that is NULL, to @expander. */
GtkWidget *tl_field_row_add    (AdwPreferencesGroup *group,
                                AdwExpanderRow      *expander,
                                TlEditor            *editor,
                                TlId                 id,
                                const TlField       *field);
/* Takes the value from the chart again, unless a person is writing in it. */
void       tl_field_row_update (GtkWidget           *row);
/* Hands over what was written and not handed over yet. */
void       tl_field_row_commit (GtkWidget           *row);
/* Why the last value was refused; NULL when it was not. */
const char *tl_field_row_get_refusal (GtkWidget     *row);

/* A field's value as a person writes it: "1 h 30 min", "92 %", "12.50". */
char      *tl_field_text       (const TlChart       *chart,
                                const TlRecord      *record,
                                const TlField       *field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
