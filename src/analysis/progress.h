/* progress.h - how far things have come: the seven steps and the eight questions.
 *
 * Worked out from the chart and its findings, nothing is stored.  Accepted findings are
 * settled and hold nothing up.  The steps and the questions are those of the courses this
 * program was made for; what makes a step done is our own judgement.
 */
#pragma once

#include "analysis/finding.h"

G_BEGIN_DECLS

#define TL_N_PROGRESS_STEPS     7
#define TL_N_PROGRESS_QUESTIONS 8

typedef enum {
  TL_PROGRESS_NOTHING,   /* nothing is recorded yet that could be judged */
  TL_PROGRESS_OPEN,      /* something is left to do */
  TL_PROGRESS_DONE
} TlProgressState;

/* What a step or a question is about: the same as long as the program runs. */
typedef struct _TlProgressTest TlProgressTest;

typedef struct {
  const char           *title;    /* translated: "Involve staff", "Are we easy to reach?" */
  const char           *need;     /* translated: what makes it done, in a sentence */
  const char           *why;      /* translated: why it matters */
  TlProgressState       state;
  char                 *text;     /* translated: how things are, in a sentence; owned */
  guint                 n_open;   /* findings behind it that nobody accepted */
  const TlProgressTest *test;
} TlProgressRow;

typedef struct {
  TlProgressRow steps[TL_N_PROGRESS_STEPS];
  TlProgressRow questions[TL_N_PROGRESS_QUESTIONS];
  guint         n_steps_done;
} TlProgress;

/* @findings: of @chart, for @today, with all rules. */
TlProgress *tl_progress_new        (const TlChart         *chart,
                                    const TlFindings      *findings,
                                    TlDate                 today) G_GNUC_WARN_UNUSED_RESULT;
void        tl_progress_free       (TlProgress            *progress);

/* Whether the finding is one that the step or the question is about. */
gboolean    tl_progress_test_shows (const TlProgressTest  *test,
                                    const TlFinding       *finding);

/* "Nothing recorded", "Open", "Done", translated. */
const char *tl_progress_state_text (TlProgressState        state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProgress, tl_progress_free)

G_END_DECLS
