/* test-overlay.c - what overlays say of the steps and connectors of a chart. */
#include "analysis/overlay.h"

#include <string.h>

#include "analysis/figures.h"
#include "analysis/finding.h"
#include "analysis/places.h"
#include "analysis/residual.h"
#include "chart-maker.h"
#include "charts.h"
#include "full-chart.h"
#include "xml-support.h"

#define TODAY 739577u   /* 2026-11-22 as GDate counts days */

/* "s2 High [M 252]": place, class, tag. */
static char *
describe (const TlChart   *chart,
          const TlOverlay *overlay)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < overlay->n_marks; i++) {
    const TlOverlayMark *mark = &overlay->marks[i];

    g_string_append_printf (text, "%s %s [%s]\n", tl_chart_get (chart, mark->at)->name,
                            tl_overlay_class_name (overlay->kind, mark->level),
                            mark->tag != NULL ? mark->tag : "");
  }
  return g_string_free (text, FALSE);
}

static void
check (const TlChart *chart,
       TlOverlayKind  kind,
       const char    *role,
       const char    *wanted,
       const char    *note)
{
  g_autoptr (TlOverlay) overlay =
    tl_overlay_new (chart, kind, role != NULL ? tl_test_id (chart, role) : TL_ID_NONE, TODAY);
  g_autofree char *found = describe (chart, overlay);

  g_assert_cmpstr (found, ==, wanted);
  g_assert_cmpstr (overlay->note, ==, note);
}

static void
test_priority (void)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();

  check (chart, TL_OVERLAY_PRIORITY, NULL, "b Not rated [?]\nb-d Not rated [?]\nd-x Not rated [?]\n",
         NULL);
}

/* Hotel check-in, by its register of failure points. */
static void
test_priority_example (void)
{
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  g_autoptr (TlFigures) figures = tl_figures_new (chart, TODAY);
  g_autoptr (TlOverlay) overlay = tl_overlay_new (chart, TL_OVERLAY_PRIORITY, TL_ID_NONE, TODAY);

  g_assert_cmpuint (overlay->n_marks, ==, 10);
  g_assert_cmpuint (overlay->n_of[0], ==, 3);
  g_assert_cmpuint (overlay->n_of[1], ==, 6);
  g_assert_cmpuint (overlay->n_of[2], ==, 1);
  for (guint i = 0; i < figures->n_failures; i++) {
    const TlFailureFigures *f = &figures->failures[i];
    const TlOverlayMark *mark = tl_overlay_mark (overlay, f->failure->at);

    g_assert_nonnull (mark);
    g_assert_cmpfloat (mark->value, ==, f->before.rpn);
    g_assert_cmpstr (tl_overlay_class_name (overlay->kind, mark->level), ==,
                     tl_priority_text (f->before.priority));
  }
  g_assert_null (tl_overlay_mark (overlay, tl_test_id (chart, "s1")));
  g_assert_null (tl_overlay_mark (overlay, 999999));
  g_assert_null (tl_overlay_mark (overlay, TL_ID_NONE));
}

/* Priority before RPN, what is open before what is lived with. */
static void
test_priority_worst (void)
{
  static const struct { const char *change, *mark; } rows[] = {
    { "f.S=2; f.O=3; f.D=4", "Low [L 24]" },
    { "f.S=9; f.O=4; f.D=2", "High [H 72]" },
    { "+failure=f2; f2.at=b; f2.S=9; f2.O=4; f2.D=2", "High [H 72]" },
    { "f2.S=2; f2.O=10; f2.D=10; f.S=9; f.O=4; f.D=2", "High [H 72]" },
    { "f.accepted=rare", "Medium [M 200]" },
    { "f2.accepted=rare", "Accepted [(2)]" },
    { "f.accepted=-; f.S=1; f.O=1; f.D=1", "Low [L 1]" },
    { "f.S=-", "Not rated [?]" },
  };
  g_autoptr (TlChart) chart = tl_test_full_chart ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlOverlay) overlay = NULL;
    const TlOverlayMark *mark;
    g_autofree char *found = NULL;

    tl_test_change (chart, rows[i].change);
    overlay = tl_overlay_new (chart, TL_OVERLAY_PRIORITY, TL_ID_NONE, TODAY);
    mark = tl_overlay_mark (overlay, tl_test_id (chart, "b"));
    g_assert_nonnull (mark);
    found = g_strdup_printf ("%s [%s]", tl_overlay_class_name (overlay->kind, mark->level),
                             mark->tag);
    g_test_message ("%s", rows[i].change);
    g_assert_cmpstr (found, ==, rows[i].mark);
  }
}

/* Without a split the parts are the whole, and each is what the flow says. */
static void
test_time (void)
{
  static const char *const examples[] = {
    "hotel-check-in", "appliance-repair", "corner-shoeshine", "online-order",
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    g_autoptr (TlChart) chart = tl_test_read_example (examples[i]);
    g_autoptr (TlFigures) figures = tl_figures_new (chart, TODAY);
    g_autoptr (TlOverlay) overlay = tl_overlay_new (chart, TL_OVERLAY_TIME, TL_ID_NONE, TODAY);
    double sum = 0;

    g_assert_cmpuint (overlay->n_marks, >, 0);
    for (guint k = 0; k < overlay->n_marks; k++) {
      const TlOverlayMark *mark = &overlay->marks[k];
      const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, mark->at);
      double percent = round (mark->value / figures->clean->time * 100);

      g_assert_cmpfloat_with_epsilon (mark->value, tl_flow_visits (figures->clean, mark->at) *
                                                   (step->touch + step->wait), 1e-9);
      g_assert_cmpuint (mark->level, ==, percent >= 20 ? 0 : percent >= 10 ? 1 : percent >= 5 ? 2
                                                                                             : 3);
      sum += mark->value;
    }
    g_test_message ("%s: %g of %g", examples[i], sum, figures->clean->time);
    if (figures->graph->n_splits == 0)
      g_assert_cmpfloat_with_epsilon (sum, figures->clean->time, figures->clean->time * 1e-12);
    else
      g_assert_cmpfloat (sum, >, figures->clean->time);
  }
}

static void
test_time_tags (void)
{
  g_autoptr (TlChart) chart =
    tl_test_chart ("C: a( b c d? | e)\nC+: . . . . | x y)\n"
                   "a>b b>c c>d d>e@0.998 d>x@0.002 x>y\n");

  tl_test_change (chart, "b.touch=60; c.wait=540; x.touch=30; e.touch=60");
  check (chart, TL_OVERLAY_TIME, NULL,
         "b 10 % to 20 % [1 min · 10 %]\n"
         "c 20 % and more [9 min · 90 %]\n"
         "x Less than 5 % [<1 s · <1 %]\n", "A journey takes 10 min.");
  tl_test_change (chart, "b.touch=0; c.wait=0; x.touch=0");   /* ends count for nothing */
  check (chart, TL_OVERLAY_TIME, NULL, "", "No step has a working or waiting time yet.");
  tl_test_change (chart, "d-e.probability=-");
  {
    g_autoptr (TlOverlay) overlay = tl_overlay_new (chart, TL_OVERLAY_TIME, TL_ID_NONE, TODAY);
    g_autoptr (TlFigures) figures = tl_figures_new (chart, TODAY);

    g_assert_nonnull (figures->clean->why_not);
    g_assert_cmpstr (overlay->note, ==, figures->clean->why_not);
    g_assert_cmpuint (overlay->n_marks, ==, 0);
  }
}

static void
test_coverage (void)
{
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  g_autoptr (TlFigures) figures = tl_figures_new (chart, TODAY);
  g_autoptr (TlOverlay) overlay = tl_overlay_new (chart, TL_OVERLAY_COVERAGE, TL_ID_NONE, TODAY);
  double ready = 0;

  for (guint i = 0; i < overlay->n_marks; i++)
    ready += overlay->marks[i].value;
  g_assert_cmpfloat (ready, ==, figures->coverage.n_covered);
  g_assert_cmpuint (overlay->n_of[0], ==, 1);   /* nobody knows what to do at s13 */
  g_assert_cmpuint (overlay->n_of[2], ==, 9);
}

/* One without any procedure is worse than one whose procedure is not complete. */
static void
test_coverage_classes (void)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  const char *none = "One without any procedure", *begun = "One with an incomplete procedure";
  g_autofree char *first = g_strdup_printf ("b %s [0/1]\nb-d %s [0/1]\nd-x %s [0/1]\n", begun, none,
                                            begun);
  g_autofree char *second = g_strdup_printf ("b %s [0/2]\nb-d Accepted [(1)]\nd-x %s [0/1]\n", none,
                                             begun);

  check (chart, TL_OVERLAY_COVERAGE, NULL, first, NULL);
  tl_test_change (chart, "+failure=f2; f2.at=b; h.accepted=rare");
  check (chart, TL_OVERLAY_COVERAGE, NULL, second, NULL);
}

static void
test_gaps (void)
{
  g_autoptr (TlChart) chart = tl_test_read_example ("corner-shoeshine");
  g_autoptr (TlOverlay) none = NULL, named = NULL, other = NULL;
  const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, 0);
  const TlOverlayMark *mark;
  TlId at = failure->at;

  /* Expectations, promises and standards out of the way: what is left is the failure. */
  tl_test_change (chart, "f1.gap=-; f1.S=3; f1.O=3; f1.D=3");
  none = tl_overlay_new (chart, TL_OVERLAY_GAPS, TL_ID_NONE, TODAY);
  mark = tl_overlay_mark (none, at);
  g_assert_nonnull (mark);
  g_assert_cmpuint (tl_overlay_class (TL_OVERLAY_GAPS, 4)->hue, ==, TL_HUE_OPEN);
  g_assert_cmpuint (mark->level, ==, 4);
  g_assert_cmpstr (mark->tag, ==, "Not named");

  tl_test_change (chart, "f1.gap=3");
  named = tl_overlay_new (chart, TL_OVERLAY_GAPS, TL_ID_NONE, TODAY);
  mark = tl_overlay_mark (named, at);
  g_assert_cmpstr (mark->tag, ==, "3 Delivery");
  g_assert_cmpstr (mark->text, ==, "Gap 3: skills and empowerment");
  g_assert_false (tl_overlay_equal (none, named));

  tl_test_change (chart, "+failure=f9; f9.gap=1; f9.S=9; f9.O=9; f9.D=9");
  tl_test_change (chart, "f9.at=s4");
  tl_test_change (chart, "f1.at=s4");
  other = tl_overlay_new (chart, TL_OVERLAY_GAPS, TL_ID_NONE, TODAY);
  mark = tl_overlay_mark (other, tl_test_id (chart, "s4"));
  g_assert_cmpuint (mark->level, ==, 0);   /* the graver one */
  g_assert_true (g_str_has_prefix (mark->tag, "1 Expectation +"));
}

static void
test_role (void)
{
  g_autoptr (TlChart) chart = tl_test_chart (
    "C: a( . . e)\nO: . b c .\nB: . . d .\na>b b>c c>d d>e f!d r*f\n");

  tl_test_change (chart, "+role=cu; cu.kind=customer; cu.name=Guest; +role=cl; cl.kind=staff; "
                         "cl.name=Clerk; +role=co; co.kind=staff; co.name=Cook");
  check (chart, TL_OVERLAY_ROLE, "co", "", "This role does no step of the chart.");
  tl_test_change (chart, "a.role=cu; e.role=cu; b.role=cl; c.role=cl; d.role=co; "
                         "+action=r; r#0.role=cl; r#0.kind=fix; r#0.text=Fix");
  check (chart, TL_OVERLAY_ROLE, "cl",
         "b Does this [1]\nc Does this [2]\nd Acts in a recovery here [recovers]\n"
         "a-b Takes over from [from Guest]\nb-c Does this []\nc-d Hands over to [to Cook]\n",
         NULL);
  check (chart, TL_OVERLAY_ROLE, "co",
         "d Does this [1]\nc-d Takes over from [from Clerk]\nd-e Hands over to [to Guest]\n", NULL);
  {
    g_autoptr (TlOverlay) busiest = tl_overlay_new (chart, TL_OVERLAY_ROLE, TL_ID_NONE, TODAY);

    g_assert_cmpuint (busiest->role, ==, tl_test_id (chart, "cl"));
    g_assert_cmpstr (busiest->title, ==, "Role focus: Clerk");
  }
}

static void
test_role_none (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a( b)\na>b\n");

  check (chart, TL_OVERLAY_ROLE, NULL, "", "The chart has no role yet.");
}

/* Every finding is counted where its record is, and what is nowhere is told of. */
static void
test_findings (void)
{
  static const char *const examples[] = { "hotel-check-in", "appliance-repair", "online-order" };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    g_autoptr (TlChart) chart = tl_test_read_example (examples[i]);
    g_autoptr (TlFindings) findings =
      tl_findings_new (chart, &(TlFindingsOptions) { .today = TODAY });
    g_autoptr (TlOverlay) overlay = tl_overlay_new (chart, TL_OVERLAY_FINDINGS, TL_ID_NONE, TODAY);
    g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlId));
    double wanted = 0, counted = 0;
    guint n_elsewhere = 0;

    for (guint k = 0; k < findings->n; k++) {
      g_array_set_size (places, 0);
      tl_places_add (chart, findings->rows[k].record, places);
      wanted += findings->rows[k].accepted == NULL ? places->len : 0;
      n_elsewhere += findings->rows[k].accepted == NULL && places->len == 0;
    }
    for (guint k = 0; k < overlay->n_marks; k++)
      counted += overlay->marks[k].value;
    g_assert_cmpfloat (counted, ==, wanted);
    g_assert_cmpint (overlay->note != NULL, ==, n_elsewhere > 0);
    if (n_elsewhere > 0)
      g_assert_cmpuint (g_ascii_strtoull (overlay->note, NULL, 10), ==, n_elsewhere);
  }
}

static void
test_findings_accepted (void)
{
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  TlId step = tl_test_id (chart, "s13");
  const struct { const char *change, *tag; guint level; } rows[] = {
    { "i1.text=Room", "4", 0 },
    { "+item=ok; ok.text=Rushed; ok.rule=G20; ok.about=f9; ok.status=accepted; ok.reason=Rare",
      "3 (1)", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlOverlay) overlay = NULL;

    tl_test_change (chart, rows[i].change);
    overlay = tl_overlay_new (chart, TL_OVERLAY_FINDINGS, TL_ID_NONE, TODAY);
    g_assert_cmpstr (tl_overlay_mark (overlay, step)->tag, ==, rows[i].tag);
    g_assert_cmpuint (tl_overlay_mark (overlay, step)->level, ==, rows[i].level);
  }
}

static void
test_places (void)
{
  static const struct { const char *record, *places; } rows[] = {
    { "b", "b " }, { "d-x", "d-x " }, { "f", "b " }, { "r", "b d-x " }, { "ex", "" },
    { "ro", "" }, { "C", "" }, { "P1", "" },
  };
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) found = g_string_new (NULL);

    g_array_set_size (places, 0);
    tl_places_add (chart, tl_test_id (chart, rows[i].record), places);
    for (guint k = 0; k < places->len; k++)
      g_string_append_printf (found, "%s ", tl_chart_get (chart, g_array_index (places, TlId, k))
                                              ->name);
    g_test_message ("%s", rows[i].record);
    g_assert_cmpstr (found->str, ==, rows[i].places);
  }
  tl_test_change (chart, "ex.steps=b,d; st.steps=; st.meets=ex; it.about=st,it,f");
  g_array_set_size (places, 0);
  tl_places_add (chart, tl_test_id (chart, "it"), places);
  g_assert_cmpuint (places->len, ==, 2);   /* b and d, each once */
  g_array_set_size (places, 0);
  tl_places_add (chart, TL_TEST_NOBODY, places);
  g_assert_cmpuint (places->len, ==, 0);
}

static void
test_words (void)
{
  g_autofree char *words = tl_overlay_words ();
  TlOverlayKind kind = TL_N_OVERLAYS;

  g_assert_cmpstr (words, ==, "priority, time, gaps, coverage, role, findings");
  for (TlOverlayKind i = 0; i < TL_N_OVERLAYS; i++) {
    g_assert_true (tl_overlay_parse (tl_overlay_word (i), &kind));
    g_assert_cmpuint (kind, ==, i);
    g_assert_cmpuint (strlen (tl_overlay_label (i)), >, 0);
  }
  g_assert_false (tl_overlay_parse ("heat", &kind));
  g_assert_false (tl_overlay_parse ("", &kind));
  g_assert_cmpuint (kind, ==, TL_N_OVERLAYS - 1);
}

/* Whatever the chart: every mark is of a class, in order, and is found again. */
static void
test_made_charts (void)
{
  for (guint seed = 1; seed <= 12; seed++) {
    TlChartPlan plan = TL_CHART_PLAN_USUAL (60);
    g_autoptr (TlChart) chart = NULL;

    plan.seed = seed;
    chart = tl_chart_make (&plan);
    for (TlOverlayKind kind = 0; kind < TL_N_OVERLAYS; kind++) {
      g_autoptr (TlOverlay) overlay = tl_overlay_new (chart, kind, TL_ID_NONE, TODAY);
      g_autoptr (TlOverlay) again = tl_overlay_new (chart, kind, TL_ID_NONE, TODAY);
      guint n = 0, n_tags = 0;

      g_assert_true (tl_overlay_equal (overlay, again));
      for (guint i = 0; i < overlay->n_marks; i++) {
        g_assert_true (tl_overlay_mark (overlay, overlay->marks[i].at) == &overlay->marks[i]);
        g_assert_nonnull (overlay->marks[i].text);
        n_tags += overlay->marks[i].tag != NULL;
      }
      for (guint i = 0; i < tl_overlay_n_classes (kind); i++)
        n += overlay->n_of[i];
      g_assert_cmpuint (n, ==, n_tags);
      g_assert_cmpint (kind == TL_OVERLAY_NONE, ==, tl_overlay_n_classes (kind) == 0);
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overlay/priority", test_priority);
  g_test_add_func ("/overlay/priority-example", test_priority_example);
  g_test_add_func ("/overlay/priority-worst", test_priority_worst);
  g_test_add_func ("/overlay/time", test_time);
  g_test_add_func ("/overlay/time-tags", test_time_tags);
  g_test_add_func ("/overlay/coverage", test_coverage);
  g_test_add_func ("/overlay/coverage-classes", test_coverage_classes);
  g_test_add_func ("/overlay/gaps", test_gaps);
  g_test_add_func ("/overlay/role", test_role);
  g_test_add_func ("/overlay/role-none", test_role_none);
  g_test_add_func ("/overlay/findings", test_findings);
  g_test_add_func ("/overlay/findings-accepted", test_findings_accepted);
  g_test_add_func ("/overlay/places", test_places);
  g_test_add_func ("/overlay/words", test_words);
  g_test_add_func ("/overlay/made-charts", test_made_charts);

  return g_test_run ();
}
