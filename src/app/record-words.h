/* record-words.h - a record in a line or two: what people call it, and what matters most.
 *
 * For rows of lists, for choosing, and for being read aloud.
 */
#pragma once

#include "app/editor.h"
#include "model/priority.h"

G_BEGIN_DECLS

/* "F2 Waits too long", "Receptionist", "2026-11-22"; never empty. */
char       *tl_record_title       (TlEditor     *editor,
                                   TlId          id) G_GNUC_WARN_UNUSED_RESULT;
/* "High priority, RPN 336"; NULL when there is nothing to add. */
char       *tl_record_subtitle    (TlEditor     *editor,
                                   TlId          id) G_GNUC_WARN_UNUSED_RESULT;
/* "High", "Not rated". */
const char *tl_priority_label     (TlPriority    priority);
/* "high", for the style sheet; NULL when not rated. */
const char *tl_priority_css_class (TlPriority    priority);
TlPriority  tl_failure_priority   (const TlFailure *failure);
/* Severity times occurrence times detection; 0 when not rated. */
int         tl_failure_rpn        (const TlFailure *failure);

G_END_DECLS
