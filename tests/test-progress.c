/* test-progress.c - the seven steps and the eight questions, and what holds them up. */
#include "analysis/progress.h"

#include <string.h>

#include "charts.h"
#include "findings.h"
#include "full-chart.h"

#define NOTHING "-r1; -r2; -f1; -f2; -e1; -e2; -e3; -e4; -e5; -pr1; -pr2; -st1; -st2"

/* Steps and questions by number; "+" done, "-" open, "0" nothing recorded. */
static const struct {
  const char *edit;
  const char *expected;   /* "0-+++++ ++++++++" */
} rows[] = {
  { "m1.summary=Fine", "+++++++ ++++++++" },
  /* 1: two people, within a year. */
  { "m1.summary=Fine; m1.attendees=Clerk", "-++++++ ++++++++" },
  { "m1.summary=Fine; m1.attendees=Clerk,", "-++++++ ++++++++" },
  { "m1.summary=Fine; m1.attendees=-", "-++++++ ++++++++" },
  { "m1.summary=Fine; m1.attendees=Clerk\\nShoemaker", "+++++++ ++++++++" },
  { "m1.summary=Fine; m1.date=2025-11-21; chart.revised=2025-05-01", "-++++++ ++++++++" },
  { "m1.summary=Fine; m1.date=2025-11-22; chart.revised=2025-05-01", "+++++++ ++++++++" },
  { "-m1", "--+++++ ++++++++" },
  /* 2: in this version, and no errors. */
  { "m1.summary=-", "+-+++++ ++++++++" },
  { "m1.summary=Fine; m1.date=2026-04-30", "+-+++++ ++++++++" },
  { "m1.summary=Fine; pr1.value=249", "+-+++++ -+-+++++" },
  /* 3 to 7. */
  { "m1.summary=Fine; st2.meets=pr2", "++-++++ +++-++++" },
  { "m1.summary=Fine; st2.meets=e2", "++-++++ -+++++++" },
  { "m1.summary=Fine; f1#0.status=idea; i1.about=f1", "+++-+++ ++++++++" },
  { "m1.summary=Fine; f1#0.status=idea; f1.accepted=Rare", "+++++++ ++++++++" },
  { "m1.summary=Fine; f1#0.status=idea; +item=x; x.text=Clerk; x.rule=G21; "
    "x.about=f1; x.status=accepted; x.reason=Rare", "+++++++ ++++++++" },
  { "m1.summary=Fine; f1#0.status=idea; +item=x; x.text=Clerk; x.rule=G20; "
    "x.about=f1; x.status=accepted; x.reason=Rare", "+++-+++ ++++-+++" },
  { "m1.summary=Fine; cl.trained=-", "++++-++ +++++++-" },
  { "m1.summary=Fine; r1.compensation-max=20001", "+++++-+ +++++-+-" },
  { "m1.summary=Fine; -r1", "+-+++-+ ++++-+++" },
  { "m1.summary=Fine; -r1; +item=x; x.text=Clerk; x.rule=G20; x.about=f1; x.status=accepted; "
    "x.reason=Rare", "+++++++ ++++++++" },
  { "m1.summary=Fine; -st2#0", "++++++- ++++++++" },
  { "m1.summary=Fine; st2.every=1", "+++++++ ++++++++" },   /* too old is advice only */
  /* Questions. */
  { "m1.summary=Fine; s3.tell=-", "+++++++ +-++++-+" },
  { "m1.summary=Fine; e5.confirmed=2020-01-01", "+++++++ +++-++++" },
  { "m1.summary=Fine; chart.complaint-policy=-", "+++++++ +++++-++" },
  { "m1.summary=Fine; cl.backup=-", "+++++++ +++++++-" },
  { "m1.summary=Fine; r1.cost=9999", "+++++++ ++++-+++" },
  { "m1.summary=Fine; -st1#0; -st1#0; -st2#0", "++++++- ++0+++++" },
  /* Nothing recorded is not done. */
  { "m1.summary=Fine; " NOTHING, "++00+00 0+0-00++" },
  /* What is accepted holds nothing up. */
  { "m1.summary=Fine; s3.tell=-; +item=x; x.text=Clock; x.rule=F12; x.about=s3; "
    "x.status=accepted; x.reason=There is a clock", "+++++++ ++++++++" },
};

static void
append (GString             *text,
        const TlProgressRow *row)
{
  static const char marks[] = { [TL_PROGRESS_NOTHING] = '0', [TL_PROGRESS_OPEN] = '-',
                                [TL_PROGRESS_DONE] = '+' };

  g_string_append_c (text, marks[row->state]);
  g_assert_cmpuint (strlen (row->text), >, 8);
  g_assert_cmpuint (strlen (row->title), >, 8);
  g_assert_cmpuint (strlen (row->need), >, 8);
  g_assert_cmpuint (strlen (row->why), >, 8);
  if (row->state == TL_PROGRESS_DONE)
    g_assert_cmpuint (row->n_open, ==, 0);
}

static void
test_states (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
    g_autoptr (TlFindings) findings = NULL;
    g_autoptr (TlProgress) progress = NULL;
    g_autoptr (GString) got = g_string_new (NULL);
    guint n_done = 0;

    tl_test_change (chart, rows[i].edit);
    tl_test_valid (chart);
    findings = tl_test_find_all (chart);
    progress = tl_progress_new (chart, findings, tl_test_today ());
    for (guint k = 0; k < TL_N_PROGRESS_STEPS; k++) {
      append (got, &progress->steps[k]);
      n_done += progress->steps[k].state == TL_PROGRESS_DONE;
    }
    g_string_append_c (got, ' ');
    for (guint k = 0; k < TL_N_PROGRESS_QUESTIONS; k++)
      append (got, &progress->questions[k]);
    g_test_message ("%s", rows[i].edit);
    g_assert_cmpstr (got->str, ==, rows[i].expected);
    g_assert_cmpuint (progress->n_steps_done, ==, n_done);
  }
}

/* A row says how many findings are behind it, and shows those and no others. */
static void
test_shows (void)
{
  g_autoptr (TlChart) chart = tl_test_read ("cli/faultless.throughline");
  g_autoptr (TlFindings) findings = NULL;
  g_autoptr (TlProgress) progress = NULL;
  guint n = 0;

  tl_test_change (chart, "s3.tell=-; st2.every=1; pr1.value=249; -st1#0");
  findings = tl_test_find_all (chart);
  progress = tl_progress_new (chart, findings, tl_test_today ());
  for (guint i = 0; i < findings->n; i++) {
    const TlFinding *finding = &findings->rows[i];
    gboolean is_error = finding->severity == TL_SEVERITY_ERROR;

    n += tl_progress_test_shows (progress->questions[0].test, finding);
    g_assert_true (tl_progress_test_shows (progress->steps[1].test, finding) == is_error);
    g_assert_false (tl_progress_test_shows (progress->steps[0].test, finding));
    g_assert_false (tl_progress_test_shows (progress->steps[6].test, finding));
    g_assert_true (tl_progress_test_shows (progress->questions[6].test, finding) ==
                   (strcmp (finding->rule->id, "F12") == 0));
  }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (progress->questions[0].n_open, ==, 2);   /* G13, G14 */
  g_assert_cmpuint (progress->steps[1].n_open, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress/states", test_states);
  g_test_add_func ("/progress/shows", test_shows);
  return g_test_run ();
}
