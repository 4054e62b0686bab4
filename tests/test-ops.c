/* test-ops.c - the user operations, as tables of chart before, command, chart after. */
#include <stdlib.h>
#include <string.h>

#include "charts.h"
#include "model/check.h"
#include "model/ops.h"

typedef struct {
  const char *path;
  const char *before;
  const char *command;
  const char *after;   /* or "! " and a part of the words of refusal */
} Row;

/* Commands: an operation and its arguments by name; "-" is nothing or the last. */

typedef struct {
  TlChart *chart;
  char   **word;
  TlId     ids[16];
  guint    n;
  GError **error;
} Call;

static TlId
id (const Call *call,
    guint       index)
{
  const char *name = call->word[index];

  if (strcmp (name, "chart") == 0)
    return tl_chart_info (call->chart)->head.id;
  return strcmp (name, "-") == 0 ? TL_ID_NONE
         : strcmp (name, "nobody") == 0 ? 9999 : tl_test_id (call->chart, name);
}

static int
number (const Call *call,
        guint       index)
{
  return strcmp (call->word[index], "-") == 0 ? -1 : atoi (call->word[index]);
}

static void
rest (Call *call,
      guint first)
{
  for (call->n = 0; call->word[first + call->n] != NULL; call->n++)
    call->ids[call->n] = id (call, first + call->n);
}

static TlCell
cell (const Call *call,
      guint       first)
{
  return (TlCell) { id (call, first), id (call, first + 1), number (call, first + 2),
                    number (call, first + 3) };
}

static gboolean
run_step (Call *call)
{
  TlChart *chart = call->chart;
  const char *op = call->word[0];
  TlId copies[16];

  if (strcmp (op, "add") == 0)
    return tl_ops_add_step (chart, TL_STEP_ACTION, call->word[1], cell (call, 2), call->error);
  if (strcmp (op, "add-end") == 0)
    return tl_ops_add_step (chart, TL_STEP_END, call->word[1], cell (call, 2), call->error);
  if (strcmp (op, "connect") == 0)
    return tl_ops_connect (chart, TL_CONNECTOR_FLOW, id (call, 1), id (call, 2), call->error);
  if (strcmp (op, "support") == 0)
    return tl_ops_connect (chart, TL_CONNECTOR_SUPPORT, id (call, 1), id (call, 2), call->error);
  if (strcmp (op, "reconnect") == 0)
    return tl_ops_reconnect (chart, id (call, 1), id (call, 2), id (call, 3), call->error);
  if (strcmp (op, "between") == 0)
    return tl_ops_insert_between (chart, id (call, 1), TL_STEP_ACTION, call->word[2],
                                  call->error);
  if (strcmp (op, "next") == 0)
    return tl_ops_next_step (chart, id (call, 1), TL_STEP_ACTION, call->word[2], call->error);
  if (strcmp (op, "next-end") == 0)
    return tl_ops_next_step (chart, id (call, 1), TL_STEP_END, call->word[2], call->error);
  if (strcmp (op, "branch") == 0)
    return tl_ops_new_branch (chart, id (call, 1), TL_STEP_ACTION, call->word[2], call->error);
  if (strcmp (op, "towards") == 0)
    return tl_ops_step_towards (chart, id (call, 3), atoi (call->word[1]), atoi (call->word[2]),
                                TL_STEP_ACTION, call->word[4], call->error);
  if (strcmp (op, "delete") == 0) {
    rest (call, 1);
    return tl_ops_delete (chart, call->ids, call->n, call->error);
  }
  if (strcmp (op, "duplicate") == 0) {
    rest (call, 1);
    return tl_ops_duplicate (chart, call->ids, call->n, copies, call->error);
  }
  if (strcmp (op, "move") == 0) {
    rest (call, 3);
    return tl_ops_move (chart, call->ids, call->n, atoi (call->word[1]), atoi (call->word[2]),
                        call->error);
  }
  if (strcmp (op, "to") == 0) {
    rest (call, 5);
    return tl_ops_move_to (chart, call->ids, call->n, cell (call, 1), call->error);
  }
  if (strcmp (op, "put") == 0) {
    TlCell wanted = call->word[3] != NULL ? cell (call, 3) : (TlCell) { 0 };

    return tl_ops_move_between (chart, id (call, 1), id (call, 2),
                                call->word[3] != NULL ? &wanted : NULL, call->error);
  }
  g_error ("no such command: %s", op);
}

static gboolean
run (Call *call)
{
  TlChart *chart = call->chart;
  const char *op = call->word[0];

  if (strcmp (op, "lane") == 0)
    return tl_ops_add_lane (chart, call->word[1], (TlBand) number (call, 2),
                            (guint) number (call, 3), call->error);
  if (strcmp (op, "lane-to") == 0)
    return tl_ops_move_lane (chart, id (call, 1), (guint) number (call, 2), call->error);
  if (strcmp (op, "lane-drop") == 0)
    return tl_ops_remove_lane (chart, id (call, 1), id (call, 2), call->error);
  if (strcmp (op, "phase") == 0)
    return tl_ops_add_phase (chart, call->word[1], number (call, 2), (guint) number (call, 3),
                             call->error);
  if (strcmp (op, "phase-to") == 0)
    return tl_ops_move_phase (chart, id (call, 1), (guint) number (call, 2), call->error);
  if (strcmp (op, "phase-drop") == 0)
    return tl_ops_remove_phase (chart, id (call, 1), id (call, 2), call->error);
  if (strcmp (op, "phase-size") == 0)
    return tl_ops_resize_phase (chart, id (call, 1), number (call, 2), call->error);
  if (strcmp (op, "lane-size") == 0)
    return tl_ops_resize_lane (chart, id (call, 1), number (call, 2), call->error);
  if (strcmp (op, "fail") == 0)
    return tl_ops_add_failure (chart, id (call, 1), call->word[2], call->error);
  if (strcmp (op, "fail-to") == 0)
    return tl_ops_move_failure (chart, id (call, 1), id (call, 2), call->error);
  if (strcmp (op, "recover") == 0)
    return tl_ops_add_recovery (chart, id (call, 1), call->word[2], call->error);
  if (strcmp (op, "attach") == 0)
    return tl_ops_attach_recovery (chart, id (call, 1), id (call, 2), call->error);
  if (strcmp (op, "detach") == 0)
    return tl_ops_detach_recovery (chart, id (call, 1), id (call, 2), call->error);
  if (strcmp (op, "set") == 0) {
    g_autofree char *value = g_strjoinv (" ", call->word + 3);

    return tl_ops_set (chart, id (call, 1), call->word[2], value, call->error);
  }
  return run_step (call);
}

static void
count_notice (TlChart    *chart,
              const TlId *touched,
              guint       n_touched,
              gpointer    data)
{
  (*(guint *) data)++;
}

/* What each row shows: the change itself, one notice for it, undo back to the start and
 * redo to the end; or a refusal in words, an untouched chart, no notice, no history. */
static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TlChart) chart = tl_test_chart (row->before);
  g_autoptr (TlChart) before = tl_test_chart (row->before);
  g_auto (GStrv) words = g_strsplit (row->command, " ", -1);
  g_autoptr (GError) error = NULL;
  Call call = { .chart = chart, .word = words, .error = &error };
  const char *says = row->after[0] == '!' ? row->after + 2 : NULL;
  guint n_notices = 0;
  gboolean done;

  tl_chart_set_notify (chart, count_notice, &n_notices);
  tl_chart_begin (chart, "Test");
  done = run (&call);
  if (says != NULL) {
    g_assert_false (done);
    g_assert_nonnull (error);
    g_assert_nonnull (strstr (error->message, says));
  } else {
    g_assert_no_error (error);
    g_assert_true (done);
  }
  g_assert_true (tl_chart_commit (chart, NULL));
  g_assert_cmpuint (n_notices, ==, says == NULL ? 1 : 0);
  tl_test_valid (chart);
  if (says != NULL) {
    g_assert_true (tl_chart_equal (chart, before));
    g_assert_false (tl_chart_can_undo (chart));
    return;
  }
  tl_test_drawn (chart, row->after);
  tl_chart_undo (chart);
  g_assert_true (tl_chart_equal (chart, before));
  tl_chart_redo (chart);
  tl_test_drawn (chart, row->after);
}

static const Row rows[] = {
  /* Adding makes room in every lane. */
  { "add/free", "C: a( b .\nO: . . c\na>b", "add x C P1 2 0", "C: a( b x\nO: . . c\na>b" },
  { "add/taken", "C: a( b\nO: . c\na>b", "add x C P1 1 0", "C: a( x b\nO: . . c\na>b" },
  { "add/widens", "C: a(\nO: b", "add x O P1 3 0", "C: a( . . .\nO: b . . x" },
  { "add/other-phase", "C: a( b | c d", "add x C P2 0 0", "C: a( b | x c d" },
  { "add/left", "C: a(", "add x C P1 -1 0", "! edge" },
  { "add/no-lane", "C: a(", "add x nobody P1 0 0", "! Lane" },
  { "add/long", "C: a(",
    "add 123456789012345678901234567890123456789012345678901234567890"
    "1234567890123456789012345678901234567890123456789012345678901 C P1 1 0", "! shorten" },
  { "add/end", "C: a( b\na>b", "add-end x C P1 2 0", "C: a( b x)\na>b" },

  /* Connecting. */
  { "connect/new", "C: a( b", "connect a b", "C: a( b\na>b" },
  { "connect/back", "C: a b\na>b", "connect b a", "C: a b\na>b b>a" },
  { "connect/support-too", "C: a b\na>b", "support a b", "C: a b\na.>b a>b" },
  { "connect/self", "C: a b", "connect a a", "! itself" },
  { "connect/twice", "C: a b\na>b", "connect a b", "! already connected" },
  { "connect/into-start", "C: a( b", "connect b a", "! first contact" },
  { "connect/after-end", "C: a b)", "connect b a", "! follow an end" },
  { "connect/nobody", "C: a b", "connect a nobody", "! Step" },
  { "connect/support-start", "C: a( b", "support b a", "C: a( b\nb.>a" },
  { "reconnect/to", "C: a? b c\na>b@0.4\nf!a>b", "reconnect a-b a c",
    "C: a? b c\na>c@0.4\nf!a>c" },
  { "reconnect/from-decision", "C: a? b c\na>b@0.4", "reconnect a-b c b", "C: a? b c\nc>b" },
  { "reconnect/to-decision", "C: a b? c\na>c", "reconnect a-c b c", "C: a b? c\nb>c" },
  { "reconnect/twin", "C: a b c\na>b a>c", "reconnect a-b a c", "! already connected" },
  { "reconnect/same", "C: a( b c\na>b", "reconnect a-b c b", "C: a( b c\nc>b" },

  /* Inserting between. */
  { "between/opens", "C: a( b\nO: . c\na>b b>c", "between a-b x",
    "C: a( x b\nO: . . c\na>x b>c x>b" },
  { "between/free", "C: a( . b\na>b", "between a-b x", "C: a( x b\na>x x>b" },
  { "between/decision", "C: a? b\na>b@0.4\nf!a>b", "between a-b x",
    "C: a? x b\na>x@0.4 x>b\nf!a>x" },
  { "between/down", "C: a\nO: b\na>b", "between a-b x", "C: a\nC+: x\nO: b\na>x x>b" },
  { "between/back", "C: a b\na>b b>a", "between b-a x",
    "C: a b .\nC+: . . x\na>b b>x x>a" },
  { "between/phases", "C: a( | b\na>b", "between a-b x", "C: a( x | b\na>x x>b" },
  { "between/support", "C: a\nS: b\nb.>a", "between b_a x", "C: a\nS: b\nS+: x\nb.>x x.>a" },
  { "between/gone", "C: a b", "between nobody x", "! Connector" },

  /* Enter and Shift+Enter. */
  { "next/end-of-flow", "C: a( b\na>b", "next b x", "C: a( b x\na>b b>x" },
  { "next/free", "C: a( b .\na>b", "next b x", "C: a( b x\na>b b>x" },
  { "next/taken", "C: a( b c\na>b", "next b x", "C: a( b x c\na>b b>x" },
  { "next/between", "C: a( b\na>b", "next a x", "C: a( x b\na>x x>b" },
  { "next/decision", "C: a? b\na>b@0.5", "next a x", "C: a? b\nC+: . x\na>b@0.5 a>x" },
  { "next/after-end", "C: a)", "next a x", "! follow an end" },
  { "next/end", "C: a( b\na>b", "next-end a x", "C: a( b\nC+: . x)\na>b a>x" },
  { "branch/new", "C: a( b\nO: c .\na>b", "branch a x", "C: a( b\nC+: . x\nO: c .\na>b a>x" },
  { "branch/second", "C: a( b\nC+: . c\na>b a>c", "branch a x",
    "C: a( b\nC+: . c\nC++: . x\na>b a>c a>x" },
  { "branch/after-end", "C: a)", "branch a x", "! follow an end" },

  { "towards/right", "C: a( b c\na>b", "towards 1 0 b x", "C: a( b x c\na>b b>x" },
  { "towards/right-free", "C: a( b\na>b", "towards 1 0 b x", "C: a( b x\na>b b>x" },
  { "towards/left-free", "C: . b", "towards -1 0 b x", "C: x b\nx>b" },
  { "towards/left-taken", "C: a b", "towards -1 0 b x", "C: a x b\nx>b" },
  { "towards/left-edge", "C: b\nO: c", "towards -1 0 b x", "C: x b\nO: . c\nx>b" },
  { "towards/down", "C: a\nO: b", "towards 0 1 a x", "C: a\nO: b\nO+: x\na>x" },
  { "towards/up", "C: .\nO: b", "towards 0 -1 b x", "C: x\nO: b\nb>x" },
  { "towards/no-lane", "C: a", "towards 0 1 a x", "! no lane that way" },
  { "towards/before-start", "C: . a(", "towards -1 0 a x", "! first contact" },
  { "towards/after-end", "C: a)", "towards 1 0 a x", "! follow an end" },
  { "towards/before-end", "C: . a)", "towards -1 0 a x", "C: x a)\nx>a" },
  { "towards/nobody", "C: a", "towards -1 0 nobody x", "! Step" },

  /* Deleting heals. */
  { "delete/heals", "C: a( x b\na>x x>b", "delete x", "C: a( b\na>b" },
  { "delete/keeps-column", "C: a( x b\nO: . y .\na>x x>b", "delete x",
    "C: a( . b\nO: . y .\na>b" },
  { "delete/share", "C: a? x b\nO: . c .\na>x@0.4 a>c@0.6 x>b\nf!a>x", "delete x",
    "C: a? . b\nO: . c .\na>b@0.4 a>c@0.6\nf!a>b" },
  { "delete/decision", "C: a( x? b\nO: . . c\na>x x>b@0.7 x>c@0.3", "delete x",
    "C: a( b\nO: . c\na>b a>c" },
  { "delete/shares-multiply", "C: a? x? b\nO: . . c\na>x@0.5 x>b@0.8 x>c@0.2", "delete x",
    "C: a? b\nO: . c\na>b@0.4 a>c@0.1" },
  { "delete/many-in", "C: a x b\nO: c . .\na>x c>x x>b", "delete x", "C: a b\nO: c .\na>b c>b" },
  { "delete/chain", "C: a x y b\na>x x>y y>b", "delete y x", "C: a b\na>b" },
  { "delete/loop", "C: a x b\na>x x>a x>b", "delete x", "C: a b\na>b" },
  { "delete/joined-yet", "C: a x b\na>x x>b a>b", "delete x", "C: a b\na>b" },
  { "delete/last-column", "C: a(\nO: .", "delete a", "C: .\nO: ." },
  { "delete/support", "C: a\nO: x\nS: b\nb.>x x.>a", "delete x", "C: a\nO: .\nS: b" },
  { "delete/failures", "C: a x b\na>x x>b\nf!x g!x>b h!a r*f,h s*g", "delete x",
    "C: a b\na>b\nh!a r*h s*" },
  { "delete/chosen-way", "C: a x b\na>x x>b", "delete x a-x", "C: a b" },
  { "delete/connector", "C: a b\na>b\nf!a>b r*f", "delete a-b", "C: a b\nr*" },
  { "delete/failure", "C: a\nf!a g!a r*f,g", "delete f", "C: a\ng!a r*g" },
  { "delete/all", "C: a x b\na>x x>b\nf!x r*f", "delete a x b r", "C: ." },
  { "delete/two-columns", "C: a x b y c\nO: . . d . .\na>x x>b b>y y>c", "delete x y",
    "C: a b c\nO: . d .\na>b b>c" },
  { "delete/lane", "C: a", "delete C", "! on its own" },
  { "delete/gone", "C: a", "delete a nobody", "! not in the chart" },

  /* A step that is there, between two others. */
  { "put/loose", "C: a b\nO: x .\na>b", "put x a-b", "C: a x b\nO: . . .\na>x x>b" },
  { "put/chain", "C: a b\nO: p x n\na>b p>x x>n", "put x a-b",
    "C: a x b .\nO: p . . n\na>x p>n x>b" },
  { "put/forward", "C: p x a b\np>x x>a a>b", "put x a-b", "C: p a x b\na>x p>a x>b" },
  { "put/backward", "C: a b x n\na>b b>x x>n", "put x a-b", "C: a x b n\na>x b>n x>b" },
  { "put/where-wanted", "C: a . . b\nO: x . . .\na>b", "put x a-b C P1 2 0",
    "C: a . x b\nO: . . . .\na>x x>b" },
  { "put/not-outside", "C: a . b .\nO: x . . .\na>b", "put x a-b C P1 3 0",
    "C: a x b .\nO: . . . .\na>x x>b" },
  { "put/not-on-another", "C: a . . b\nO: x c . .\na>b", "put x a-b O P1 1 0",
    "C: a x . b\nO: . c . .\na>x x>b" },
  { "put/dead-end", "C: a b\nO: p x\na>b p>x", "put x a-b", "C: a x b\nO: p . .\na>x p>x x>b" },
  { "put/own-dead-end", "C: a b\nO: . x\na>b a>x", "put x a-b", "C: a x b\nO: . . .\na>x x>b" },
  { "put/loose-start", "C: a b\nO: x n\na>b x>n", "put x a-b", "C: a x b\nO: . . n\na>x x>b x>n" },
  { "put/joined-yet", "C: p x n\nO: a b .\na>b p>x x>n p>n", "put x a-b",
    "C: p . . n\nO: a x b .\na>x p>n x>b" },
  { "put/down", "C: a\nO: x\nB: b\na>b", "put x a-b", "C: a\nC+: x\nO: .\nB: b\na>x x>b" },
  { "put/down-where-wanted", "C: a x\nO: .\nB: b\na>b", "put x a-b O P1 0 0",
    "C: a .\nO: x .\nB: b .\na>x x>b" },
  { "put/up-where-wanted", "C: b x\nO: .\nB: a\na>b", "put x a-b O P1 0 0",
    "C: b .\nO: x .\nB: a .\na>x x>b" },
  { "put/down-not-below", "C: a x\nO: b\nB: .\na>b", "put x a-b B P1 0 0",
    "C: a .\nC+: x .\nO: b .\nB: . .\na>x x>b" },
  { "put/keeps-failures", "C: a b\nO: p x n\na>b p>x x>n\nf!p>x g!x>n h!a>b", "put x a-b",
    "C: a x b .\nO: p . . n\na>x p>n x>b\nf!p>n g!x>b h!a>x" },
  { "put/keeps-shares", "C: a? b\nO: x c\na>b@0.4 a>c@0.6", "put x a-b",
    "C: a? x b\nO: . . c\na>c@0.6 a>x@0.4 x>b" },
  { "put/support", "C: b a x c\na.>b x>c", "put x a_b", "C: b a . c\nC+: . . x .\na.>x x.>b x>c" },
  { "put/own", "C: a x\na>x", "put x a-x", "! begins or ends at the step already" },
  { "put/many", "C: a b\nO: x? c\nO+: . d\na>b x>c x>d", "put x a-b", "! several ways" },
  { "put/end", "C: a b\nO: x) .\na>b", "put x a-b", "! cannot stand between" },
  { "put/gone", "C: a b\na>b", "put nobody a-b", "! Step" },

  /* Moving. */
  { "move/free", "C: a b .\na>b", "move 1 0 b", "C: a . b\na>b" },
  { "move/widens", "C: a b\na>b", "move 2 0 b", "C: a . . b\na>b" },
  { "move/past-right", "C: a b c", "move 1 0 a", "C: b a c" },
  { "move/past-left", "C: a b c", "move -1 0 c", "C: a c b" },
  { "move/pair-right", "C: a b c d", "move 1 0 a b", "C: c a b d" },
  { "move/pair-left", "C: a b c d", "move -1 0 c d", "C: a c d b" },
  { "move/pair-free", "C: a b . d", "move 1 0 a b", "C: . a b d" },
  { "move/phase", "C: a b | c", "move 2 0 a", "C: b | c a" },
  { "move/phase-free", "C: a b | . c", "move 1 0 b", "C: a . | b c" },
  { "move/left-edge", "C: a b", "move -1 0 a", "! left" },
  { "move/lane", "C: a b\nO: . c", "move 0 1 a", "C: . b\nO: a c" },
  { "move/lane-taken", "C: a b\nO: . c", "move 0 1 b", "C: a .\nO: . c\nO+: . b" },
  { "move/two-lanes", "C: a\nO: b\nB: .", "move 0 1 a b", "C: .\nO: a\nB: b" },
  { "move/top", "C: a\nO: b", "move 0 -1 b a", "! further up" },
  { "move/bottom", "C: a\nO: b", "move 0 1 b", "! further down" },
  { "move/gone", "C: a b", "move 1 0 a nobody", "! Step" },
  { "to/free", "C: a b\nO: . .", "to O P1 1 0 a", "C: . b\nO: . a" },
  { "to/taken", "C: a b c d", "to C P1 1 0 d", "C: a d b c" },
  { "to/taken-right", "C: a b c d", "to C P1 2 0 a", "C: b a c d" },
  { "to/group", "C: a b . .\nO: c d e .", "to O P1 3 0 a b", "C: . . . . .\nO: c d e a b" },
  { "to/end-of-phase", "C: a b | c", "to C P1 2 0 a", "C: . b a | c" },
  { "to/next-phase", "C: a b | c", "to C P2 0 0 a", "C: b | a c" },
  { "to/rows", "C: a b\nC+: c .", "to C P1 1 1 a", "C: . b\nC+: c a" },
  { "to/rows-stay-inside", "C: . .\nC+: a .\nC++: b .", "to C P1 1 0 b a",
    "C: . a\nC+: . b" },
  { "to/beyond", "C: a b", "to C P1 100000 0 a", "! edge" },

  /* Lanes. */
  { "lane/by-band", "C: a\nS: b", "lane O 2 -", "C: a\nO: .\nS: b" },
  { "lane/at", "C: a\nO: b", "lane O2 2 1", "C: a\nO2: .\nO: b" },
  { "lane/wrong-place", "C: a\nO: b", "lane B 3 1", "! customer down to support" },
  { "lane/no-band", "C: a", "lane X 7 -", "! band" },
  { "lane/no-name", "C: a", "lane  1 -", "! empty" },
  { "lane/move", "C: a\nO: b\nO2: c\na>b", "lane-to O2 1", "C: a\nO2: c\nO: b\na>b" },
  { "lane/move-away", "C: a\nO: b", "lane-to C 1", "! customer down to support" },
  { "lane/drop", "C: a . b\nO: . x y\na>x x>b", "lane-drop O -", "C: a b\na>b" },
  { "lane/give", "C: a b\nO: . x\na>x", "lane-drop O C", "C: a b\nC+: . x\na>x" },
  { "lane/last", "C: a", "lane-drop C -", "! at least one lane" },
  { "lane/to-itself", "C: a\nO: b", "lane-drop C C", "! being removed" },

  /* Phases. */
  { "phase/add", "C: a | b", "phase New 2 1", "C: a | . . | b" },
  { "phase/move", "C: a b | c\nO: . d | .\na>b", "phase-to P2 0", "C: c | a b\nO: . | . d\na>b" },
  { "phase/drop", "C: a | x | b\na>x x>b", "phase-drop P2 -", "C: a | b\na>b" },
  { "phase/give-right", "C: a | x y | b\na>x", "phase-drop P2 P3", "C: a | x y b\na>x" },
  { "phase/give-left", "C: a b | x | c", "phase-drop P2 P1", "C: a b x | c" },
  { "phase/last", "C: a", "phase-drop P1 -", "! at least one phase" },
  { "phase/wider", "C: a | b", "phase-size P1 3", "C: a . . | b" },
  { "phase/narrower", "C: a . . | b", "phase-size P1 1", "C: a | b" },
  { "phase/too-narrow", "C: a . c | b", "phase-size P1 2", "! “c”" },
  { "lane/higher", "C: a\nC+: b", "lane-size C 4", "C: a\nC+: b" },
  { "lane/lower", "C: a\nC+: b", "lane-size C 1", "! stands further down" },
  { "lane/none", "C: a", "lane-size C 0", "! at least one row" },
  { "phase/none", "C: a", "phase-size P1 0", "! at least one column" },

  /* Failure points and recoveries. */
  { "failure/step", "C: a", "fail a f", "C: a\nf!a" },
  { "failure/connector", "C: a b\na>b", "fail a-b f", "C: a b\na>b\nf!a>b" },
  { "failure/start", "C: a(", "fail a f", "! action, a wait, a decision" },
  { "failure/nobody", "C: a(", "fail nobody f", "! action, a wait, a decision" },
  { "failure/no-title", "C: a", "fail a ", "! empty" },
  { "failure/move", "C: a b\nf!a", "fail-to f b", "C: a b\nf!b" },
  { "failure/move-to-end", "C: a b)\nf!a", "fail-to f b", "! action, a wait, a decision" },
  { "recovery/new", "C: a\nf!a", "recover f r", "C: a\nf!a r*f" },
  { "recovery/for-none", "C: a\nf!a", "recover - r", "C: a\nf!a r*" },
  { "recovery/share", "C: a\nf!a g!a r*f", "attach r g", "C: a\nf!a g!a r*f,g" },
  { "recovery/twice", "C: a\nf!a r*f", "attach r f", "! already" },
  { "recovery/not-a-failure", "C: a\nf!a r*f", "attach r a", "! Failure point" },
  { "recovery/detach", "C: a\nf!a g!a r*f,g", "detach r f", "C: a\nf!a g!a r*g" },
  { "recovery/detach-none", "C: a\nf!a r*", "detach r f", "! does not serve" },

  /* Duplicating. */
  { "duplicate/one", "C: a( b\na>b", "duplicate b", "C: a( b\nC+: . b\na>b" },
  { "duplicate/with-flow", "C: a b? c\na>b b>c@0.5", "duplicate b c",
    "C: a b? c\nC+: . b? c\na>b b>c@0.5 b>c@0.5" },
  { "duplicate/with-failures", "C: a\nf!a r*f", "duplicate a",
    "C: a\nC+: a\nf!a f!a r*f,f" },
  { "duplicate/failure", "C: a\nf!a r*f", "duplicate f", "C: a\nf!a f!a r*f,f" },
  { "duplicate/recovery", "C: a\nf!a r*f", "duplicate r", "C: a\nf!a r*f r*f" },
  { "duplicate/connector-too", "C: a b\na>b", "duplicate a b a-b", "C: a b\nC+: a b\na>b a>b" },
  { "duplicate/connector", "C: a b\na>b", "duplicate a-b", "! both of its steps" },
  { "duplicate/chart", "C: a b", "duplicate chart", "! only one" },
  { "duplicate/connector-failure", "C: a b\na>b\nf!a>b r*f", "duplicate a b",
    "C: a b\nC+: a b\na>b a>b\nf!a>b f!a>b r*f,f" },
  { "duplicate/twice", "C: a b", "duplicate a a", "! twice" },

  /* Setting fields. */
  { "set/label", "C: a b", "set a label x", "C: x b" },
  { "set/label-empty", "C: a b", "set a label ", "! empty" },
  { "set/share", "C: a? b\na>b", "set a-b probability 92 %", "C: a? b\na>b@0.92" },
  { "set/share-comma", "C: a? b\na>b", "set a-b probability 0,5", "C: a? b\na>b@0.5" },
  { "set/share-clear", "C: a? b\na>b@0.5", "set a-b probability ", "C: a? b\na>b" },
  { "set/share-too-much", "C: a? b\na>b", "set a-b probability 2", "! between 0 and 1" },
  { "set/share-no-decision", "C: a b\na>b", "set a-b probability 0.5", "! decision" },
  { "set/share-words", "C: a? b\na>b", "set a-b probability often", "! 25 %" },
  { "set/kind-end", "C: a b\na>b", "set b kind end", "C: a b)\na>b" },
  { "set/kind-word", "C: a b", "set b kind First contact", "C: a b(" },
  { "set/kind-not-start", "C: a b\na>b", "set b kind start", "! first contact" },
  { "set/kind-not-end", "C: a b\na>b", "set a kind end", "! follow an end" },
  { "set/kind-loses-shares", "C: a? b\na>b@0.5", "set a kind action", "C: a b\na>b" },
  { "set/kind-failure", "C: a\nf!a", "set a kind fork", "! failure point" },
  { "set/kind-unknown", "C: a", "set a kind box", "! from the list" },
  { "set/lane", "C: a\nO: .", "set a lane O", "C: .\nO: a" },
  { "set/lane-taken", "C: a\nO: b", "set a lane O", "! free cell" },
  { "set/lane-needed", "C: a", "set a lane ", "! empty" },
  { "set/lane-wrong", "C: a b", "set a lane b", "! full name" },
  { "set/band", "C: a\nO: b", "set C band support", "! customer down to support" },
  { "set/kind-decision", "C: a b\na>b\nf!a>b", "set a kind decision",
    "C: a? b\na>b\nf!a>b" },
  { "set/lane-by-name", "C: a\nO: .", "set a lane o", "C: .\nO: a" },
  { "set/for", "C: a\nf!a g!a r*", "set r for g, f", "C: a\nf!a g!a r*g,f" },
  { "set/at", "C: a b\nf!a", "set f at b", "C: a b\nf!b" },
  { "set/no-field", "C: a", "set a colour red", "! colour" },
  { "set/nobody", "C: a", "set nobody label x", "! not in the chart" },
};

/* Values as people write them. */
static void
test_values (void)
{
  static const struct {
    const char *field, *text;
    int value;   /* of touch or emotion; -9 = refused */
  } values[] = {
    { "touch", "90", 90 },           { "touch", "90 s", 90 },
    { "touch", "4 min", 240 },       { "touch", "4min", 240 },
    { "touch", "1 h 30 min", 5400 }, { "touch", "1,5 h", 5400 },
    { "touch", "2 d", 172800 },      { "touch", "2 days 1 hour", 176400 },
    { "touch", "", 0 },              { "touch", "soon", -9 },
    { "touch", "4 apples", -9 },     { "touch", "-5", -9 },
    { "touch", "min", -9 },          { "touch", "99999999 d", -9 },
    { "emotion", "-2", -2 },         { "emotion", "3", -9 },
    { "emotion", "1.5", -9 },        { "emotion", "", TL_NO_INT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autoptr (TlChart) chart = tl_test_chart ("C: a");
    g_autoptr (GError) error = NULL;
    TlId a = tl_test_id (chart, "a");
    gboolean done;
    const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, a);

    tl_chart_begin (chart, "Set");
    done = tl_ops_set (chart, a, values[i].field, values[i].text, &error);
    g_assert_cmpint (done, ==, values[i].value != -9);
    g_assert_cmpint (error == NULL, ==, done);
    if (done)
      g_assert_cmpint (values[i].field[0] == 't' ? step->touch : step->emotion, ==,
                       values[i].value);
    g_assert_true (tl_chart_commit (chart, NULL));
  }
}

/* A standard with a measurement, and fields of the rarer types. */
static void
test_measurements (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a b\nf!a");
  g_autoptr (GError) error = NULL;
  TlStandard *standard;
  const TlMeasurement *measurement;
  TlId st, first, second;

  tl_chart_begin (chart, "Standard");
  standard = (TlStandard *) (void *) tl_record_new (TL_RECORD_STANDARD);
  tl_text_set (&standard->name, "Answers");
  standard->type = TL_STANDARD_SOFT;
  standard->dimension = TL_DIMENSION_EMPATHY;
  standard->every = 30;
  st = tl_chart_insert (chart, &standard->head, TL_ID_NONE, G_MAXUINT);
  g_assert_true (tl_ops_set (chart, st, "unit", "Score", NULL));
  g_assert_true (tl_ops_set (chart, st, "steps", "b a", NULL));
  g_assert_cmpuint (standard->steps.n, ==, 2);
  g_assert_false (tl_ops_set (chart, st, "steps", "b nobody", &error));
  g_assert_error (error, TL_OPS_ERROR, TL_OPS_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_cmpuint (standard->steps.n, ==, 2);
  g_assert_true (tl_ops_set (chart, st, "target", "4,2", NULL));
  g_assert_true (tl_ops_set (chart, st, "share", "90 %", NULL));
  g_assert_cmpfloat (standard->share, ==, 90);

  g_assert_cmpuint (tl_ops_add_child (chart, st, "much", 0, &error), ==, TL_ID_NONE);
  g_assert_error (error, TL_OPS_ERROR, TL_OPS_ERROR_VALUE);
  g_clear_error (&error);
  first = tl_ops_add_child (chart, st, "4.25", G_MAXUINT, NULL);
  g_assert_true (tl_ops_set (chart, first, "date", "2026-10-31", NULL));
  g_assert_true (tl_ops_set (chart, first, "n", "80", NULL));
  g_assert_true (tl_ops_set (chart, first, "counts", "2 3 9 25 41", NULL));
  g_assert_false (tl_ops_set (chart, first, "counts", "2 3 9 25 40", NULL));
  g_assert_false (tl_ops_set (chart, first, "counts", "two", NULL));
  measurement = TL_CHART_GET (chart, MEASUREMENT, TlMeasurement, first);
  g_assert_cmpuint (measurement->counts.n, ==, 5);
  g_assert_cmpfloat (measurement->share, ==, 90);
  second = tl_ops_add_child (chart, st, "4.5", G_MAXUINT, NULL);
  g_assert_cmpuint (TL_CHART_GET (chart, MEASUREMENT, TlMeasurement, second)->date, ==,
                    measurement->date + 30);
  g_assert_true (tl_ops_set (chart, first, "counts", "", NULL));
  g_assert_cmpuint (measurement->counts.n, ==, 0);
  g_assert_true (tl_chart_commit (chart, &error));
  g_assert_no_error (error);
  tl_test_valid (chart);
}

/* Every refusal of a value says how to write one. */
static void
test_how_to_write (void)
{
  static const struct {
    const char *id, *field, *text, *says;
  } cases[] = {
    { "a", "kind", "box", "list" },          { "a", "column", "left", "whole number" },
    { "a", "touch", "soon", "1:30" },        { "a", "cost", "much", "12.50" },
    { "a-b", "probability", "x", "25 %" },   { "a", "moment-of-truth", "maybe", "yes or no" },
    { "r", "rehearsed", "today", "2026" },   { "a", "lane", "x", "full name" },
    { "r", "for", "x", "full name" },        { "r", "resume", "x", "full name" },
  };
  g_autoptr (TlChart) chart = tl_test_chart ("C: a b\na>b\nf!a r*f");

  tl_chart_begin (chart, "Set");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (tl_ops_set (chart, tl_test_id (chart, cases[i].id), cases[i].field,
                                cases[i].text, &error));
    g_assert_error (error, TL_OPS_ERROR, TL_OPS_ERROR_VALUE);
    g_assert_nonnull (strstr (error->message, cases[i].text));
    g_assert_nonnull (strstr (error->message, cases[i].says));
  }
  g_assert_true (tl_chart_commit (chart, NULL));
  g_assert_false (tl_chart_can_undo (chart));
}

static void
test_money_and_dates (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a\nf!a r*f");
  TlId a = tl_test_id (chart, "a"), r = tl_test_id (chart, "r");
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, a);
  const TlRecovery *recovery = TL_CHART_GET (chart, RECOVERY, TlRecovery, r);

  tl_chart_begin (chart, "Set");
  g_assert_true (tl_ops_set (chart, a, "cost", "12,50 EUR", NULL));
  g_assert_cmpint (step->cost, ==, 1250);
  g_assert_false (tl_ops_set (chart, a, "cost", "12.505", NULL));
  g_assert_cmpint (step->cost, ==, 1250);
  g_assert_true (tl_ops_set (chart, a, "moment-of-truth", "Yes", NULL));
  g_assert_true (step->moment_of_truth);
  g_assert_true (tl_ops_set (chart, r, "rehearsed", "2026-02-28", NULL));
  g_assert_false (tl_ops_set (chart, r, "rehearsed", "2026-02-30", NULL));
  g_assert_cmpuint (recovery->rehearsed, !=, 0);
  g_assert_true (tl_ops_set (chart, r, "resume", "a", NULL));
  g_assert_cmpint (recovery->resume.how, ==, TL_RESUME_STEP);
  g_assert_cmpuint (recovery->resume.step, ==, a);
  g_assert_true (tl_ops_set (chart, r, "resume", "redo", NULL));
  g_assert_cmpuint (recovery->resume.step, ==, TL_ID_NONE);
  g_assert_false (tl_ops_set (chart, r, "resume", "nowhere", NULL));
  g_assert_cmpint (recovery->resume.how, ==, TL_RESUME_REDO);
  g_assert_true (tl_chart_commit (chart, NULL));
}

static TlId
add_role (TlChart *chart)
{
  TlRole *role = (TlRole *) (void *) tl_record_new (TL_RECORD_ROLE);

  tl_text_set (&role->name, "Clerk");
  role->kind = TL_ROLE_STAFF;
  return tl_chart_insert (chart, &role->head, TL_ID_NONE, G_MAXUINT);
}

static void
test_children (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a\nf!a r*f");
  g_autoptr (GError) error = NULL;
  TlId r = tl_test_id (chart, "r"), role, first, second, sheet;
  const TlRecord *recovery = tl_chart_get (chart, r);

  tl_chart_begin (chart, "Children");
  g_assert_cmpuint (tl_ops_add_child (chart, r, "Say sorry", G_MAXUINT, &error), ==, TL_ID_NONE);
  g_assert_error (error, TL_OPS_ERROR, TL_OPS_ERROR_REFUSED);
  g_clear_error (&error);
  role = add_role (chart);
  first = tl_ops_add_child (chart, r, "Say sorry", G_MAXUINT, NULL);
  second = tl_ops_add_child (chart, r, "Mend it", G_MAXUINT, NULL);
  sheet = tl_ops_add_child (chart, tl_test_id (chart, "a"), "Form", 0, NULL);
  g_assert_cmpuint (tl_ops_add_child (chart, tl_test_id (chart, "f"), "Check list", 0, NULL), !=,
                    TL_ID_NONE);
  g_assert_cmpuint (tl_ops_add_child (chart, tl_test_id (chart, "C"), "x", 0, NULL), ==,
                    TL_ID_NONE);
  g_assert_cmpuint (tl_ops_add_child (chart, r, "  ", 0, NULL), ==, TL_ID_NONE);
  g_assert_cmpuint (recovery->children.n, ==, 2);
  g_assert_cmpuint (TL_CHART_GET (chart, ACTION, TlAction, second)->role, ==, role);

  g_assert_true (tl_ops_move_child (chart, second, 0, NULL));
  g_assert_cmpuint (recovery->children.ids[0], ==, second);
  g_assert_false (tl_ops_move_child (chart, r, 0, NULL));

  /* Someone who has work to do stays. */
  g_assert_false (tl_ops_delete (chart, &role, 1, &error));
  g_assert_error (error, TL_OPS_ERROR, TL_OPS_ERROR_REFUSED);
  g_assert_true (tl_ops_delete (chart, (TlId[]) { first, second, sheet, role }, 4, NULL));
  g_assert_cmpuint (recovery->children.n, ==, 0);
  g_assert_true (tl_chart_commit (chart, NULL));
  tl_test_valid (chart);
}

/* Everything that can name a step forgets it. */
static void
test_delete_clears_references (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a b c\na>b b>c\nf!b r*f");
  TlId b = tl_test_id (chart, "b"), f = tl_test_id (chart, "f");
  TlItem *item;
  TlRecovery *recovery;
  TlId item_id;

  tl_chart_begin (chart, "Prepare");
  item = (TlItem *) (void *) tl_record_new (TL_RECORD_ITEM);
  tl_text_set (&item->text, "Look again");
  tl_id_list_append (&item->about, f);
  tl_id_list_append (&item->about, tl_test_id (chart, "a"));
  tl_id_list_append (&item->about, b);
  item_id = tl_chart_insert (chart, &item->head, TL_ID_NONE, G_MAXUINT);
  recovery = tl_chart_edit (chart, tl_test_id (chart, "r"));
  recovery->resume = (TlResume) { TL_RESUME_STEP, b };
  g_assert_true (tl_chart_commit (chart, NULL));

  tl_chart_begin (chart, "Delete");
  g_assert_true (tl_ops_delete (chart, &b, 1, NULL));
  g_assert_true (tl_chart_commit (chart, NULL));
  tl_test_valid (chart);
  g_assert_cmpuint (TL_CHART_GET (chart, ITEM, TlItem, item_id)->about.n, ==, 1);
  g_assert_cmpint (TL_CHART_NTH (chart, RECOVERY, TlRecovery, 0)->resume.how, ==, TL_RESUME_NEXT);

  tl_chart_undo (chart);
  g_assert_cmpuint (TL_CHART_GET (chart, ITEM, TlItem, item_id)->about.n, ==, 3);
  g_assert_cmpuint (TL_CHART_NTH (chart, RECOVERY, TlRecovery, 0)->resume.step, ==, b);
}

/* Between a standard for all cases and one for a share of them, which is valid only together
 * with what its measurements say. */
static void
test_shares (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a");
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autoptr (GArray) lost = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autoptr (GError) error = NULL;
  TlGivenShare given[2] = { { TL_ID_NONE, "93 %" }, { TL_ID_NONE, "" } };
  TlId st;

  tl_chart_begin (chart, "Standard");
  st = tl_ops_add_record (chart, TL_RECORD_STANDARD, "Answers", 0, NULL);
  g_assert_true (tl_ops_set (chart, st, "unit", "count", NULL));
  given[0].measurement = tl_ops_add_child (chart, st, "3", G_MAXUINT, NULL);
  given[1].measurement = tl_ops_add_child (chart, st, "4", G_MAXUINT, NULL);
  g_assert_true (tl_chart_commit (chart, NULL));

  /* Fewer cases: each measurement is asked for. */
  tl_ops_shares_between (chart, st, "90 %", wanted, lost);
  g_assert_cmpuint (wanted->len, ==, 2);
  g_assert_cmpuint (lost->len, ==, 0);
  tl_chart_begin (chart, "Too little");
  g_assert_false (tl_ops_set_share (chart, st, "90 %", given, 1, &error));
  g_assert_error (error, TL_OPS_ERROR, TL_OPS_ERROR_REFUSED);
  g_clear_error (&error);
  tl_chart_abort (chart);
  given[0].text = "193 %";
  tl_chart_begin (chart, "Too much");
  g_assert_false (tl_ops_set_share (chart, st, "90 %", given, 2, &error));
  g_clear_error (&error);
  tl_chart_abort (chart);
  given[0].text = "93 %";
  tl_chart_begin (chart, "Enough");
  g_assert_true (tl_ops_set_share (chart, st, "90 %", given, 2, &error));
  g_assert_true (tl_chart_commit (chart, &error));
  g_assert_cmpfloat (TL_CHART_GET (chart, STANDARD, TlStandard, st)->share, ==, 90);
  g_assert_cmpfloat (TL_CHART_GET (chart, MEASUREMENT, TlMeasurement, given[0].measurement)->share,
                     ==, 93);
  g_assert_null (tl_chart_get (chart, given[1].measurement));   /* nothing is known of it */
  tl_test_valid (chart);

  /* From one share to another nothing is asked. */
  tl_chart_begin (chart, "Another");
  g_assert_true (tl_ops_set_share (chart, st, "95", NULL, 0, &error));
  g_assert_true (tl_chart_commit (chart, &error));

  /* All cases: what was measured of some is no more. */
  tl_ops_shares_between (chart, st, "100", NULL, lost);
  g_assert_cmpuint (lost->len, ==, 1);
  tl_chart_begin (chart, "All");
  g_assert_true (tl_ops_set_share (chart, st, "100", NULL, 0, &error));
  g_assert_true (tl_chart_commit (chart, &error));
  g_assert_true (isnan (TL_CHART_GET (chart, MEASUREMENT, TlMeasurement,
                                      given[0].measurement)->share));
  tl_test_valid (chart);

  tl_chart_undo (chart);
  tl_chart_undo (chart);
  tl_chart_undo (chart);
  g_assert_cmpuint (tl_chart_get (chart, st)->children.n, ==, 2);
  g_assert_cmpfloat (TL_CHART_GET (chart, STANDARD, TlStandard, st)->share, ==, 100);
  tl_test_valid (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/ops/", rows[i].path, NULL);

    g_test_add_data_func (path, &rows[i], test_row);
  }
  g_test_add_func ("/ops/values", test_values);
  g_test_add_func ("/ops/measurements", test_measurements);
  g_test_add_func ("/ops/shares", test_shares);
  g_test_add_func ("/ops/how-to-write", test_how_to_write);
  g_test_add_func ("/ops/money-and-dates", test_money_and_dates);
  g_test_add_func ("/ops/children", test_children);
  g_test_add_func ("/ops/delete-clears-references", test_delete_clears_references);
  return g_test_run ();
}
