/* field-reason.h - why a value was refused, in a row under its own, and what can be done. */
#pragma once

#include "app/field-input.h"

G_BEGIN_DECLS

/* Makes @self->reason, a hidden row to be put under the row of the field. */
void tl_field_reason_make (TlFieldRow *self);
/* Shows @reason under the row and marks it; NULL: nothing is wrong. */
void tl_field_reason_set  (TlFieldRow *self,
                           const char *reason);

G_END_DECLS
