/* test-chart-walk.c - thousands of random operations, undos, redos and aborts.
 *
 * After each: all invariants hold; a refused or aborted change has left every byte of
 * the state as it was; each change gives one notice that names all it touched; and
 * every state of the past comes back exactly, one by one to the start and again to
 * the end.  The seeds are fixed.
 */
#include <gio/gio.h>
#include <string.h>

#include "charts.h"
#include "model/check.h"
#include "model/ops.h"

#define MOST_STEPS 60   /* so that cells are crowded and a walk stays quick */

/* A state: everything a chart holds, record by record. */

static void
dump_ids (GString        *text,
          const TlIdList *list)
{
  for (guint i = 0; i < list->n; i++)
    g_string_append_printf (text, " %u", list->ids[i]);
}

static void
dump_field (GString        *text,
            const TlRecord *record,
            const TlField  *field)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "\n  %s ", field->xml);
  switch (field->type) {
  case TL_FIELD_TEXT:
    if (TL_FIELD_AT (record, field, char *) != NULL)
      g_string_append (text, TL_FIELD_AT (record, field, char *));
    break;
  case TL_FIELD_ENUM:
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS:
  case TL_FIELD_BOOL:
  case TL_FIELD_DATE:
  case TL_FIELD_REF:
    g_string_append_printf (text, "%d", TL_FIELD_AT (record, field, int));
    break;
  case TL_FIELD_MONEY:
    g_string_append_printf (text, "%" G_GINT64_FORMAT, TL_FIELD_AT (record, field, TlMoney));
    break;
  case TL_FIELD_NUMBER:
    g_string_append (text, g_ascii_dtostr (number, sizeof number,
                                           TL_FIELD_AT (record, field, double)));
    break;
  case TL_FIELD_REFS:
    dump_ids (text, &TL_FIELD_AT (record, field, TlIdList));
    break;
  case TL_FIELD_INTS:
    for (guint i = 0; i < TL_FIELD_AT (record, field, TlIntList).n; i++)
      g_string_append_printf (text, " %d", TL_FIELD_AT (record, field, TlIntList).values[i]);
    break;
  case TL_FIELD_RESUME:
    g_string_append_printf (text, "%d %u", TL_FIELD_AT (record, field, TlResume).how,
                            TL_FIELD_AT (record, field, TlResume).step);
    break;
  }
}

static char *
dump_record (const TlChart *chart,
             TlId           id)
{
  const TlRecord *record = tl_chart_get (chart, id);
  const TlClass *klass;
  GString *text;

  if (record == NULL)
    return NULL;

  klass = tl_class_get (record->kind);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s %u %s of %u:", klass->xml, id, record->name, record->parent);
  dump_ids (text, &record->children);
  g_string_append_printf (text, "\n  foreign [%s] [%s] [%s]",
                          record->foreign_attributes != NULL ? record->foreign_attributes : "-",
                          record->foreign_elements != NULL ? record->foreign_elements : "-",
                          record->foreign_texts != NULL ? record->foreign_texts : "-");
  for (guint i = 0; i < klass->n_fields; i++)
    dump_field (text, record, &klass->fields[i]);
  return g_string_free (text, FALSE);
}

typedef struct {
  GPtrArray *records;   /* by handle: char *, NULL = not there */
  GString   *order;     /* of the top-level records */
  guint64    version;
} State;

static State *
state_new (const TlChart *chart)
{
  State *state = g_new0 (State, 1);

  state->records = g_ptr_array_new_with_free_func (g_free);
  state->order = g_string_new (NULL);
  state->version = tl_chart_version (chart);
  for (TlId id = 0; id < tl_chart_id_limit (chart); id++)
    g_ptr_array_add (state->records, id > 0 ? dump_record (chart, id) : NULL);
  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    for (guint i = 0; tl_class_get (kind)->parent == TL_N_RECORD_KINDS &&
                      i < tl_chart_n (chart, kind); i++)
      g_string_append_printf (state->order, " %u", tl_chart_nth (chart, kind, i)->id);
  }
  return state;
}

static void
state_free (gpointer data)
{
  State *state = data;

  g_ptr_array_unref (state->records);
  g_string_free (state->order, TRUE);
  g_free (state);
}

static const char *
state_record (const State *state,
              guint        id)
{
  return id < state->records->len ? g_ptr_array_index (state->records, id) : NULL;
}

static void
assert_same (const State *found,
             const State *wanted)
{
  g_assert_cmpstr (found->order->str, ==, wanted->order->str);
  for (guint id = 0; id < MAX (found->records->len, wanted->records->len); id++)
    g_assert_cmpstr (state_record (found, id), ==, state_record (wanted, id));
  g_assert_cmpuint (found->version, ==, wanted->version);
}

static gboolean
is_same (const State *a,
         const State *b)
{
  if (strcmp (a->order->str, b->order->str) != 0)
    return FALSE;
  for (guint id = 0; id < MAX (a->records->len, b->records->len); id++) {
    if (g_strcmp0 (state_record (a, id), state_record (b, id)) != 0)
      return FALSE;
  }
  return TRUE;
}

/* The walk. */

typedef struct {
  TlChart    *chart;
  GRand      *rand;
  GPtrArray  *states;      /* State: every state on the way, done and undone */
  guint       cursor;      /* the one the chart is in */
  guint       n_notices;
  GHashTable *noticed;     /* handles of the last notice */
  guint       n_done, n_refused;
} Walk;

static void
notice (TlChart    *chart,
        const TlId *touched,
        guint       n_touched,
        gpointer    data)
{
  Walk *walk = data;

  walk->n_notices++;
  g_hash_table_remove_all (walk->noticed);
  for (guint i = 0; i < n_touched; i++)
    g_assert_true (g_hash_table_add (walk->noticed, GUINT_TO_POINTER (touched[i])));
}

static int
dice (Walk *walk,
      int   sides)
{
  return g_rand_int_range (walk->rand, 0, sides);
}

static TlId
any (Walk        *walk,
     TlRecordKind kind)
{
  guint n = tl_chart_n (walk->chart, kind);

  if (n == 0 || dice (walk, 80) == 0)
    return dice (walk, 2) == 0 ? TL_ID_NONE : 99999;
  return tl_chart_nth (walk->chart, kind, (guint) dice (walk, (int) n))->id;
}

static const char *
any_text (Walk *walk)
{
  static const char *const texts[] = {
    "Greet", "Ask the name", "Pay", "Hand over", "谢谢", "Wait for the bus", "Thank", "Ask again",
    "Listen", "Look it up", "Call back", "", " ", "a\tb",
  };

  return texts[dice (walk, G_N_ELEMENTS (texts))];
}

static TlStepKind
any_kind (Walk *walk)
{
  static const TlStepKind kinds[] = {
    TL_STEP_ACTION, TL_STEP_ACTION, TL_STEP_ACTION, TL_STEP_DECISION, TL_STEP_DECISION,
    TL_STEP_WAIT, TL_STEP_END, TL_STEP_START, TL_STEP_FORK, TL_STEP_JOIN,
  };

  return kinds[dice (walk, G_N_ELEMENTS (kinds))];
}

static TlCell
any_cell (Walk *walk)
{
  return (TlCell) { any (walk, TL_RECORD_LANE), any (walk, TL_RECORD_PHASE),
                    dice (walk, 12) - 1, dice (walk, 5) - 1 };
}

/* Some steps, each once, and sometimes other things among them. */
static guint
some (Walk        *walk,
      TlRecordKind kind,
      TlId        *ids,
      guint        most)
{
  guint wanted = 1 + (guint) dice (walk, (int) most);
  guint n = 0;

  for (guint i = 0; i < wanted; i++) {
    TlId id = any (walk, kind);
    gboolean twice = FALSE;

    for (guint k = 0; k < n; k++)
      twice = twice || ids[k] == id;
    if (!twice)
      ids[n++] = id;
  }
  return n;
}

static gboolean
walk_steps (Walk    *walk,
            int      choice,
            GError **error)
{
  TlChart *chart = walk->chart;
  TlId ids[8], copies[8];
  guint n;

  switch (choice) {
  case 0:
    return tl_ops_add_step (chart, any_kind (walk), any_text (walk), any_cell (walk), error);
  case 1:
    return tl_ops_connect (chart, dice (walk, 4) == 0 ? TL_CONNECTOR_SUPPORT : TL_CONNECTOR_FLOW,
                           any (walk, TL_RECORD_STEP), any (walk, TL_RECORD_STEP), error);
  case 2:
    return tl_ops_reconnect (chart, any (walk, TL_RECORD_CONNECTOR), any (walk, TL_RECORD_STEP),
                             any (walk, TL_RECORD_STEP), error);
  case 3:
    return tl_ops_insert_between (chart, any (walk, TL_RECORD_CONNECTOR), any_kind (walk),
                                  any_text (walk), error);
  case 4:
    return tl_ops_next_step (chart, any (walk, TL_RECORD_STEP), any_kind (walk),
                             any_text (walk), error);
  case 5:
    return tl_ops_new_branch (chart, any (walk, TL_RECORD_STEP), any_kind (walk),
                              any_text (walk), error);
  case 6:
    n = some (walk, TL_RECORD_STEP, ids, 4);
    return tl_ops_move (chart, ids, n, dice (walk, 7) - 3, dice (walk, 5) - 2, error);
  case 7:
    n = some (walk, TL_RECORD_STEP, ids, 4);
    return tl_ops_move_to (chart, ids, n, any_cell (walk), error);
  case 8:
    n = some (walk, dice (walk, 3) > 0 ? TL_RECORD_STEP : TL_RECORD_FAILURE, ids, 4);
    return tl_ops_duplicate (chart, ids, n, copies, error);
  case 9: {
    int columns = dice (walk, 3) - 1;

    return tl_ops_step_towards (chart, any (walk, TL_RECORD_STEP), columns,
                                columns != 0 ? 0 : 1 - 2 * dice (walk, 2), any_kind (walk),
                                any_text (walk), error);
  }
  default:
    n = some (walk, dice (walk, 4) > 0 ? TL_RECORD_STEP
                                       : (TlRecordKind) dice (walk, TL_N_RECORD_KINDS), ids, 5);
    return tl_ops_delete (chart, ids, n, error);
  }
}

static gboolean
walk_lanes (Walk    *walk,
            int      choice,
            GError **error)
{
  TlChart *chart = walk->chart;
  guint index = dice (walk, 3) == 0 ? G_MAXUINT : (guint) dice (walk, 5);

  switch (choice) {
  case 0:
    return tl_ops_add_lane (chart, any_text (walk), (TlBand) (1 + dice (walk, 4)), index, error);
  case 1:
    return tl_ops_move_lane (chart, any (walk, TL_RECORD_LANE), index, error);
  case 2:
    return tl_ops_remove_lane (chart, any (walk, TL_RECORD_LANE),
                               dice (walk, 4) > 0 ? any (walk, TL_RECORD_LANE) : TL_ID_NONE,
                               error);
  case 3:
    return tl_ops_add_phase (chart, any_text (walk), dice (walk, 4), index, error);
  case 4:
    return tl_ops_move_phase (chart, any (walk, TL_RECORD_PHASE), index, error);
  case 5:
    return tl_ops_remove_phase (chart, any (walk, TL_RECORD_PHASE),
                                dice (walk, 4) > 0 ? any (walk, TL_RECORD_PHASE) : TL_ID_NONE,
                                error);
  default:
    return tl_ops_resize_phase (chart, any (walk, TL_RECORD_PHASE), dice (walk, 12), error);
  }
}

static gboolean
walk_failures (Walk    *walk,
               int      choice,
               GError **error)
{
  static const TlRecordKind parents[] = {
    TL_RECORD_STEP, TL_RECORD_FAILURE, TL_RECORD_RECOVERY, TL_RECORD_LANE,
  };
  static const TlRecordKind children[] = {
    TL_RECORD_TOUCHPOINT, TL_RECORD_SAFEGUARD, TL_RECORD_ACTION, TL_RECORD_STEP,
  };
  TlChart *chart = walk->chart;
  TlId place = any (walk, dice (walk, 2) == 0 ? TL_RECORD_STEP : TL_RECORD_CONNECTOR);

  switch (choice) {
  case 0:
    return tl_ops_add_failure (chart, place, any_text (walk), error);
  case 1:
    return tl_ops_move_failure (chart, any (walk, TL_RECORD_FAILURE), place, error);
  case 2:
    return tl_ops_add_recovery (chart, any (walk, TL_RECORD_FAILURE), any_text (walk), error);
  case 3:
    return tl_ops_attach_recovery (chart, any (walk, TL_RECORD_RECOVERY),
                                   any (walk, TL_RECORD_FAILURE), error);
  case 4:
    return tl_ops_detach_recovery (chart, any (walk, TL_RECORD_RECOVERY),
                                   any (walk, TL_RECORD_FAILURE), error);
  case 5:
    return tl_ops_add_child (chart, any (walk, parents[dice (walk, G_N_ELEMENTS (parents))]),
                             any_text (walk), (guint) dice (walk, 4), error);
  default:
    return tl_ops_move_child (chart, any (walk, children[dice (walk, G_N_ELEMENTS (children))]),
                              (guint) dice (walk, 4), error);
  }
}

static gboolean
walk_set (Walk    *walk,
          GError **error)
{
  static const struct {
    TlRecordKind kind;
    const char  *field;
    const char  *values[6];
  } choices[] = {
    { TL_RECORD_STEP, "kind", { "action", "decision", "wait", "end", "start", "fork" } },
    { TL_RECORD_STEP, "label", { "New name", "", "Ändern", "x\ty", "1", "2" } },
    { TL_RECORD_STEP, "touch", { "5 min", "0", "-1", "1 h", "soon", "" } },
    { TL_RECORD_STEP, "lane", { "C", "O", "B", "", "S", "nobody" } },
    { TL_RECORD_CONNECTOR, "probability", { "50 %", "0.3", "", "2", "1", "many" } },
    { TL_RECORD_CONNECTOR, "kind", { "flow", "support", "", "x", "Flow", "Support" } },
    { TL_RECORD_FAILURE, "p", { "0.6", "0.4", "10 %", "", "1", "7" } },
    { TL_RECORD_FAILURE, "actor", { "server", "customer", "external", "", "x", "Our side" } },
    { TL_RECORD_RECOVERY, "resume", { "next", "redo", "a", "b", "d", "nobody" } },
    { TL_RECORD_LANE, "band", { "customer", "onstage", "backstage", "support", "", "x" } },
    { TL_RECORD_LANE, "name", { "C", "O", "Desk", "", "Kitchen", "B" } },
    { TL_RECORD_PHASE, "columns", { "1", "3", "9", "0", "x", "" } },
    { TL_RECORD_CHART, "title", { "Another", "", "Test", "x", "y", "z" } },
  };
  int choice = dice (walk, G_N_ELEMENTS (choices));

  return tl_ops_set (walk->chart, any (walk, choices[choice].kind), choices[choice].field,
                     choices[choice].values[dice (walk, 6)], error);
}

/* What other programs put into a record must come and go with it. */
static gboolean
walk_foreign (Walk    *walk,
              GError **error)
{
  static const char *const attributes[] = { NULL, " x:a=\"1\"", " x:a=\"2\" x:b=\"\"" };
  static const char *const elements[] = { NULL, "<x:one/>", "<x:one/><x:two>2</x:two>" };
  static const char *const texts[] = { NULL, "<label x:a=\"1\"></label>", "<how><x:b/></how>" };
  TlId step = any (walk, TL_RECORD_STEP);
  TlRecord *record;

  if (tl_chart_get (walk->chart, step) == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no such step");
    return FALSE;
  }
  record = tl_chart_edit (walk->chart, step);
  tl_text_set (&record->foreign_attributes, attributes[dice (walk, G_N_ELEMENTS (attributes))]);
  tl_text_set (&record->foreign_elements, elements[dice (walk, G_N_ELEMENTS (elements))]);
  tl_text_set (&record->foreign_texts, texts[dice (walk, G_N_ELEMENTS (texts))]);
  return TRUE;
}

static gboolean
operate (Walk    *walk,
         GError **error)
{
  if (tl_chart_n (walk->chart, TL_RECORD_STEP) > MOST_STEPS)
    return walk_steps (walk, 10, error);
  if (dice (walk, 30) == 0)
    return walk_foreign (walk, error);
  switch (dice (walk, 8)) {
  case 0:
    return walk_lanes (walk, dice (walk, 7), error);
  case 1:
  case 2:
    return walk_failures (walk, dice (walk, 7), error);
  case 3:
    return walk_set (walk, error);
  default:
    return walk_steps (walk, dice (walk, 12), error);
  }
}

/* Each record that differs was named in the notice. */
static void
assert_noticed (Walk        *walk,
                const State *before,
                const State *after)
{
  for (guint id = 0; id < MAX (before->records->len, after->records->len); id++) {
    if (g_strcmp0 (state_record (before, id), state_record (after, id)) != 0)
      g_assert_true (g_hash_table_contains (walk->noticed, GUINT_TO_POINTER (id)));
  }
}

/* One to three operations in a transaction; a refused one must not have written. */
static void
transact (Walk *walk)
{
  State *before = g_ptr_array_index (walk->states, walk->cursor);
  State *after;
  guint n_notices = walk->n_notices;
  int n = 1 + dice (walk, 3);

  tl_chart_begin (walk->chart, "Walk");
  for (int i = 0; i < n; i++) {
    State *now = state_new (walk->chart);
    g_autoptr (GError) error = NULL;

    if (operate (walk, &error)) {
      g_assert_no_error (error);
      walk->n_done++;
    } else {
      State *then = state_new (walk->chart);

      g_assert_nonnull (error);
      g_assert_cmpint (strlen (error->message), >, 10);
      g_assert_true (is_same (then, now));
      state_free (then);
      walk->n_refused++;
    }
    state_free (now);
  }
  if (dice (walk, 10) == 0) {
    tl_chart_abort (walk->chart);
  } else {
    g_autoptr (GError) error = NULL;

    /* The one thing operations leave to the commit. */
    if (!tl_chart_commit (walk->chart, &error))
      g_assert_nonnull (strstr (error->message, "more than 100"));
  }

  tl_test_valid (walk->chart);
  after = state_new (walk->chart);
  if (is_same (before, after)) {
    g_assert_cmpuint (walk->n_notices, ==, n_notices);
    assert_same (after, before);
    state_free (after);
    return;
  }
  g_assert_cmpuint (walk->n_notices, ==, n_notices + 1);
  g_assert_cmpuint (after->version, !=, before->version);
  assert_noticed (walk, before, after);
  g_ptr_array_set_size (walk->states, (gint) ++walk->cursor);
  g_ptr_array_add (walk->states, after);
}

static void
go (Walk *walk,
    int   by)
{
  State *before = g_ptr_array_index (walk->states, walk->cursor);
  State *wanted = g_ptr_array_index (walk->states, walk->cursor + by);
  State *found;
  guint n_notices = walk->n_notices;

  if (by < 0)
    tl_chart_undo (walk->chart);
  else
    tl_chart_redo (walk->chart);
  walk->cursor += by;
  found = state_new (walk->chart);
  assert_same (found, wanted);
  g_assert_cmpuint (walk->n_notices, ==, n_notices + 1);
  assert_noticed (walk, before, found);
  tl_test_valid (walk->chart);
  state_free (found);
}

/* Content of other programs in some records of most kinds; no history is left. */
static void
add_foreign (TlChart *chart)
{
  guint n = 0;

  tl_chart_begin (chart, "Foreign");
  for (TlId id = 1; id < tl_chart_id_limit (chart); id++) {
    TlRecord *record = id % 3 != 0 && tl_chart_get (chart, id) != NULL ? tl_chart_edit (chart, id)
                                                                       : NULL;
    g_autofree char *attributes = g_strdup_printf (" x:mark=\"%u\"", id);
    g_autofree char *elements = g_strdup_printf ("<x:mark>%u</x:mark>", id);

    if (record == NULL)
      continue;
    tl_text_set (&record->foreign_attributes, attributes);
    if (id % 3 == 1)
      tl_text_set (&record->foreign_elements, elements);
    if (id % 4 == 0)
      tl_text_set (&record->foreign_texts, "<label x:mark=\"1\"></label>");
    n++;
  }
  tl_chart_settle (chart);
  g_assert_cmpuint (n, >, 8);
}

static void
test_walk (gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  g_autoptr (TlChart) chart = tl_test_chart ("C: a( b d? | e)\n"
                                             "O: . x w~ | .\n"
                                             "a>b b>d d>e@0.7 d>x@0.3 x>w w>e w.>b\n"
                                             "f!b g!d>x r*f,g");
  Walk walk = { .chart = chart, .rand = g_rand_new_with_seed (seed) };
  const int n_turns = g_test_slow () ? 20000 : 2000;

  add_foreign (chart);
  g_random_set_seed (seed);   /* of the names that new records get */
  walk.states = g_ptr_array_new_with_free_func (state_free);
  walk.noticed = g_hash_table_new (NULL, NULL);
  tl_chart_set_notify (chart, notice, &walk);
  g_ptr_array_add (walk.states, state_new (chart));

  for (int turn = 0; turn < n_turns; turn++) {
    int choice = dice (&walk, 10);

    g_assert_cmpint (tl_chart_can_undo (chart), ==, walk.cursor > 0);
    g_assert_cmpint (tl_chart_can_redo (chart), ==, walk.cursor + 1 < walk.states->len);
    if (choice == 0 && tl_chart_can_undo (chart))
      go (&walk, -1);
    else if (choice == 1 && tl_chart_can_redo (chart))
      go (&walk, 1);
    else
      transact (&walk);
  }
  while (tl_chart_can_undo (chart))
    go (&walk, -1);
  g_assert_cmpuint (walk.cursor, ==, 0);
  while (tl_chart_can_redo (chart))
    go (&walk, 1);
  g_assert_cmpuint (walk.cursor, ==, walk.states->len - 1);

  g_test_message ("%u operations done, %u refused, %u states kept", walk.n_done, walk.n_refused,
                  walk.states->len);
  g_assert_cmpuint (walk.n_done, >, walk.n_refused / 2);
  g_ptr_array_unref (walk.states);
  g_hash_table_unref (walk.noticed);
  g_rand_free (walk.rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 4; seed++) {
    g_autofree char *path = g_strdup_printf ("/chart-walk/%u", seed);

    g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_walk);
  }
  return g_test_run ();
}
