/* progress.c - the seven steps and the eight questions, a row of a table each. */
#include "analysis/progress.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/measure.h"
#include "analysis/recovery.h"
#include "analysis/residual.h"

#define YEAR 365   /* days */

typedef struct {
  const TlChart    *chart;
  const TlFindings *findings;
  TlDate            today;
  TlRecoveryIndex  *procedures;
} View;

struct _TlProgressTest {
  const char *title, *need, *why;
  const char *nothing;                        /* said when there is nothing to judge */
  TlRecordKind kind;                          /* without any there is nothing to judge */
  gboolean (* has_matter) (const View *view); /* NULL = the kind says it all */
  char *   (* lacks)      (const View *view); /* what is left beside the findings, or NULL */
  const char *rules[8];                       /* whose findings hold it up; "*" = all rules,
                                                 "G20!" = only the errors of G20 */
  TlSeverity  least;                          /* findings of this severity and graver */
};

/* What there is to judge. */

static gboolean
has_requirements (const View *view)
{
  return tl_chart_n (view->chart, TL_RECORD_EXPECTATION) > 0 ||
         tl_chart_n (view->chart, TL_RECORD_PROMISE) > 0;
}

static gboolean
has_rated_failures (const View *view)
{
  for (guint i = 0; i < tl_chart_n (view->chart, TL_RECORD_FAILURE); i++) {
    if (tl_rated_before (TL_CHART_NTH (view->chart, FAILURE, TlFailure, i)).rpn > 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_staff (const View *view,
          TlId        role)
{
  const TlRole *record = role != TL_ID_NONE ? TL_CHART_GET (view->chart, ROLE, TlRole, role)
                                            : NULL;

  return record != NULL && record->kind == TL_ROLE_STAFF;
}

static gboolean
has_staff (const View *view)
{
  for (guint i = 0; i < tl_chart_n (view->chart, TL_RECORD_STEP); i++) {
    if (is_staff (view, TL_CHART_NTH (view->chart, STEP, TlStep, i)->role))
      return TRUE;
  }
  for (guint i = 0; i < tl_chart_n (view->chart, TL_RECORD_ACTION); i++) {
    if (is_staff (view, TL_CHART_NTH (view->chart, ACTION, TlAction, i)->role))
      return TRUE;
  }
  return FALSE;
}

/* A promise that was measured can be found broken; one that was not, cannot. */
static gboolean
has_measured_promises (const View *view)
{
  for (guint i = 0; i < tl_chart_n (view->chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (view->chart, STANDARD, TlStandard, i);

    for (guint k = 0; k < standard->meets.n && standard->head.children.n > 0; k++) {
      if (TL_CHART_GET (view->chart, PROMISE, TlPromise, standard->meets.ids[k]) != NULL)
        return TRUE;
    }
  }
  return FALSE;
}

/* What is left. */

/* Names stand between commas, semicolons or on lines of their own. */
static guint
count_names (const char *attendees)
{
  g_auto (GStrv) names = g_strsplit_set (attendees != NULL ? attendees : "", ",;\n", -1);
  guint n = 0;

  for (char **name = names; *name != NULL; name++)
    n += *g_strstrip (*name) != '\0';
  return n;
}

static char *
lacks_session (const View *view)
{
  for (guint i = 0; i < tl_chart_n (view->chart, TL_RECORD_SESSION); i++) {
    const TlSession *session = TL_CHART_NTH (view->chart, SESSION, TlSession, i);

    if (count_names (session->attendees) >= 2 && session->date + YEAR >= view->today)
      return NULL;
  }
  return g_strdup (_("No session with two people or more in the last twelve months."));
}

/* A session that ended wrote its summary, and ran the gap check for it. */
static char *
lacks_gap_check (const View *view)
{
  for (guint i = 0; i < tl_chart_n (view->chart, TL_RECORD_SESSION); i++) {
    const TlSession *session = TL_CHART_NTH (view->chart, SESSION, TlSession, i);

    if (session->summary != NULL && session->date >= tl_chart_info (view->chart)->revised)
      return NULL;
  }
  return g_strdup (_("No session has closed with a gap check of this version."));
}

static gboolean
is_guarded (const View     *view,
            const TlRecord *failure)
{
  for (guint i = 0; i < failure->children.n; i++) {
    if (TL_CHART_GET (view->chart, SAFEGUARD, TlSafeguard, failure->children.ids[i])->status ==
        TL_SAFEGUARD_IN_PLACE)
      return TRUE;
  }
  return FALSE;
}

/* The records of which a finding of the rule is lived with. */
static GHashTable *
find_settled (const View *view,
              const char *rule)
{
  GHashTable *settled = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < view->findings->n; i++) {
    const TlFinding *finding = &view->findings->rows[i];

    if (finding->item != TL_ID_NONE && strcmp (finding->rule->id, rule) == 0)
      g_hash_table_add (settled, GUINT_TO_POINTER (finding->record));
  }
  return settled;
}

static char *
lacks_safeguards (const View *view)
{
  g_autoptr (GHashTable) settled = find_settled (view, "G21");
  guint n = 0;

  for (guint i = 0; i < tl_chart_n (view->chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (view->chart, FAILURE, TlFailure, i);

    n += tl_rated_before (failure).priority == TL_PRIORITY_HIGH && failure->accepted == NULL &&
         !is_guarded (view, &failure->head) &&
         !g_hash_table_contains (settled, GUINT_TO_POINTER (failure->head.id));
  }
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u failure point of high priority has no safeguard in place.",
                                    "%u failure points of high priority have no safeguard in "
                                    "place.", n), n);
}

static char *
lacks_coverage (const View *view)
{
  TlCoverage coverage = tl_recovery_coverage (view->chart, view->procedures);
  g_autoptr (GHashTable) settled = find_settled (view, "G20");
  guint n = coverage.n_high - coverage.n_high_covered;

  for (guint i = 0; i < tl_chart_n (view->chart, TL_RECORD_FAILURE) &&
                    g_hash_table_size (settled) > 0; i++) {
    const TlFailure *failure = TL_CHART_NTH (view->chart, FAILURE, TlFailure, i);

    n -= tl_rated_before (failure).priority == TL_PRIORITY_HIGH && failure->accepted == NULL &&
         g_hash_table_contains (settled, GUINT_TO_POINTER (failure->head.id));
  }
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u failure point of high priority has no complete recovery "
                                    "procedure.",
                                    "%u failure points of high priority have no complete recovery "
                                    "procedure.", n), n);
}

static const TlProgressTest steps[TL_N_PROGRESS_STEPS] = {
  { N_("Involve staff"),
    N_("A session with two people or more in the last twelve months."),
    N_("Those who do the work know where it fails, and carry what they helped to decide."),
    NULL, TL_RECORD_CHART, NULL, lacks_session, { NULL }, TL_SEVERITY_ADVICE },
  { N_("Check for service gaps"),
    N_("A session has closed with a gap check of this version, and no error is open."),
    N_("Expectation, promise, standard and delivery drift apart unnoticed. Side by side the "
       "gaps between them show."),
    NULL, TL_RECORD_CHART, NULL, lacks_gap_check, { "*" }, TL_SEVERITY_ERROR },
  { N_("Set standards"),
    N_("Every promise, and every expectation that matters, has a standard."),
    N_("A promise without a standard relies on luck: staff must know what good is."),
    N_("No expectation or promise is recorded yet."),
    TL_RECORD_CHART, has_requirements, NULL, { "G05", "G12" }, TL_SEVERITY_ADVICE },
  { N_("Put systems first"),
    N_("Every failure point of high priority has a safeguard in place."),
    N_("People forget; a system that prevents or detects a failure does so every day."),
    N_("No failure point is rated yet."),
    TL_RECORD_CHART, has_rated_failures, lacks_safeguards, { "G21" }, TL_SEVERITY_ADVICE },
  { N_("Train staff"),
    N_("All staff in the chart were trained since it was revised."),
    N_("A chart that staff do not know changes nothing, and what they learnt grows old with "
       "every revision."),
    N_("No staff takes part in the chart yet."),
    TL_RECORD_CHART, has_staff, NULL, { "G28" }, TL_SEVERITY_ADVICE },
  { N_("Empower staff"),
    N_("Somebody in every recovery procedure may give what it allows, and every failure point of "
       "high priority has a complete one."),
    N_("Staff who may decide put things right while the customer is still there."),
    N_("No recovery procedure is recorded yet."),
    TL_RECORD_RECOVERY, NULL, lacks_coverage, { "G22", "G20!" }, TL_SEVERITY_ADVICE },
  { N_("Monitor and measure"),
    N_("Every standard was measured."),
    N_("What is not measured is not known. Silence is no proof of quality: most who are let "
       "down just leave."),
    N_("No standard is recorded yet."),
    TL_RECORD_STANDARD, NULL, NULL, { "G10" }, TL_SEVERITY_WARNING },
};

static const TlProgressTest questions[TL_N_PROGRESS_QUESTIONS] = {
  { N_("What do our campaigns promise, and does the experience match?"),
    N_("Promises are recorded, kept by a standard, and told to staff."),
    N_("Customers come with the picture our campaigns gave them, and judge us by it."),
    N_("No promise is recorded yet."),
    TL_RECORD_PROMISE, NULL, NULL, { "G12", "G13", "G14", "G15" }, TL_SEVERITY_ADVICE },
  { N_("How easy is it to order from us?"),
    N_("No rework, no loop without a person, no silent or overlong waits."),
    N_("A quick answer and a simple way to buy give confidence before anything is delivered."),
    N_("No step is drawn yet."),
    TL_RECORD_STEP, NULL, NULL, { "F10", "F11", "F12", "F13" }, TL_SEVERITY_ADVICE },
  { N_("Does the product live up to our marketing?"),
    N_("No promise is broken by the last measurement."),
    N_("Falling short of what was offered costs more trust than offering less."),
    N_("No promise is measured yet."),
    TL_RECORD_CHART, has_measured_promises, NULL, { "G14" }, TL_SEVERITY_ADVICE },
  { N_("Does it live up to what customers themselves expect?"),
    N_("Expectations are asked of customers, and standards stay within them."),
    N_("Customers bring what they know from before and from others. We know it only when we "
       "ask."),
    NULL, TL_RECORD_CHART, NULL, NULL, { "G01", "G02", "G03", "G04", "G05", "G06" },
    TL_SEVERITY_ADVICE },
  { N_("When something goes wrong, how is it put right?"),
    N_("Failure points are prevented, and have recovery procedures that pay."),
    N_("Things go wrong everywhere; what customers remember is how it was put right. Many like "
       "problems mean that the service itself needs mending."),
    N_("No failure point is recorded yet."),
    TL_RECORD_FAILURE, NULL, NULL, { "G20", "G21", "G25" }, TL_SEVERITY_ADVICE },
  { N_("Are the procedures decided beforehand?"),
    N_("Recovery procedures have authority, words and deadlines, and there is a complaint "
       "policy."),
    N_("When it happens it is too late to think: who acts, what is said and what it may cost "
       "are decided before."),
    N_("No recovery procedure is recorded yet."),
    TL_RECORD_RECOVERY, NULL, NULL, { "G22", "G23", "G24", "G31" }, TL_SEVERITY_ADVICE },
  { N_("Are we easy to reach?"),
    N_("No loop without a person, no silent wait."),
    N_("Voice prompts and pages that loop, and waits without a word, drive customers away."),
    N_("No step is drawn yet."),
    TL_RECORD_STEP, NULL, NULL, { "F11", "F12" }, TL_SEVERITY_ADVICE },
  { N_("Can the person who answers really help?"),
    N_("Staff have authority, training and a stand-in."),
    N_("Customers call to have a problem solved. Whoever answers needs the authority and the "
       "knowledge to do it."),
    N_("No staff takes part in the chart yet."),
    TL_RECORD_CHART, has_staff, NULL, { "G22", "G28", "G30" }, TL_SEVERITY_ADVICE },
};

static gboolean
is_behind (const TlProgressTest *test,
           const TlFinding      *finding)
{
  gsize length = strlen (finding->rule->id);

  if (finding->severity < test->least)
    return FALSE;
  for (guint i = 0; test->rules[i] != NULL; i++) {
    const char *rule = test->rules[i];

    if (strcmp (rule, "*") == 0)
      return TRUE;
    if (strncmp (rule, finding->rule->id, length) == 0)
      return rule[length] != '!' || finding->severity == TL_SEVERITY_ERROR;
  }
  return FALSE;
}

static void
judge (const View           *view,
       const TlProgressTest *test,
       TlProgressRow        *row)
{
  *row = (TlProgressRow) {
    .title = _(test->title), .need = _(test->need), .why = _(test->why), .test = test,
  };
  for (guint i = 0; i < view->findings->n; i++) {
    const TlFinding *finding = &view->findings->rows[i];

    row->n_open += finding->item == TL_ID_NONE && is_behind (test, finding);
  }
  if (tl_chart_n (view->chart, test->kind) == 0 ||
      (test->has_matter != NULL && !test->has_matter (view))) {
    row->state = TL_PROGRESS_NOTHING;
    row->text = g_strdup (_(test->nothing));
    return;
  }
  row->state = TL_PROGRESS_OPEN;
  row->text = test->lacks != NULL ? test->lacks (view) : NULL;
  if (row->text == NULL && row->n_open > 0)
    row->text = g_strdup_printf (ngettext ("%u finding is open.", "%u findings are open.",
                                           row->n_open), row->n_open);
  if (row->text != NULL)
    return;
  row->state = TL_PROGRESS_DONE;
  row->text = g_strdup (_("Nothing is left to do."));
}

TlProgress *
tl_progress_new (const TlChart    *chart,
                 const TlFindings *findings,
                 TlDate            today)
{
  g_autoptr (TlRecoveryIndex) procedures = tl_recovery_index_new (chart);
  View view = { chart, findings, today, procedures };
  TlProgress *progress = g_new0 (TlProgress, 1);

  for (guint i = 0; i < TL_N_PROGRESS_STEPS; i++) {
    judge (&view, &steps[i], &progress->steps[i]);
    progress->n_steps_done += progress->steps[i].state == TL_PROGRESS_DONE;
  }
  for (guint i = 0; i < TL_N_PROGRESS_QUESTIONS; i++)
    judge (&view, &questions[i], &progress->questions[i]);
  return progress;
}

void
tl_progress_free (TlProgress *progress)
{
  if (progress == NULL)
    return;

  for (guint i = 0; i < TL_N_PROGRESS_STEPS; i++)
    g_free (progress->steps[i].text);
  for (guint i = 0; i < TL_N_PROGRESS_QUESTIONS; i++)
    g_free (progress->questions[i].text);
  g_free (progress);
}

gboolean
tl_progress_test_shows (const TlProgressTest *test,
                        const TlFinding      *finding)
{
  return is_behind (test, finding);
}

const char *
tl_progress_state_text (TlProgressState state)
{
  switch (state) {
  case TL_PROGRESS_NOTHING:
    return _("Nothing recorded");
  case TL_PROGRESS_OPEN:
    return _("Open");
  case TL_PROGRESS_DONE:
    return C_("progress", "Done");
  }
  g_assert_not_reached ();
}
