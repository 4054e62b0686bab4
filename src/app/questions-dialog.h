/* questions-dialog.h - a new chart from three questions: which service, which customer,
 * who takes part. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define TL_TYPE_QUESTIONS_DIALOG (tl_questions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlQuestionsDialog, tl_questions_dialog, TL, QUESTIONS_DIALOG, AdwWindow)

/* Signal "answered" (TlQuestionsDialog *, TlDocument *): the chart that came of it. */

TlQuestionsDialog *tl_questions_dialog_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
