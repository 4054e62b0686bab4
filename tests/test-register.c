/* test-register.c - registers: what they list, in which order, and what stands in them. */
#include "analysis/register.h"

#include "charts.h"
#include "full-chart.h"
#include "xml-support.h"

#include <string.h>

#define TODAY 740194u   /* 2027-08-01 */

static guint
column_of (const TlRegister *reg,
           const char       *key)
{
  for (guint i = 0; i < reg->n_columns; i++) {
    if (strcmp (reg->columns[i].key, key) == 0)
      return i;
  }
  g_error ("no column is called %s", key);
}

/* As files have it, or, with @for_people, as people read it. */
static char *
entry_of (const TlRegister *reg,
          guint             row,
          const char       *key,
          gboolean          for_people)
{
  g_auto (TlEntry) entry = tl_register_entry (reg, row, column_of (reg, key));

  return for_people ? tl_entry_text (reg->figures->chart, &entry)
                    : tl_entry_write (reg->figures->chart, &entry);
}

typedef struct {
  TlRegisterKind kind;
  guint          row;
  const char    *key, *written, *text;
} Row;

static void
check_rows (const TlChart *chart,
            TlDate         today,
            const Row     *rows,
            guint          n)
{
  g_autoptr (TlFigures) figures = tl_figures_new (chart, today);

  for (guint i = 0; i < n; i++) {
    g_autoptr (TlRegister) reg = tl_register_new (figures, rows[i].kind);
    g_autofree char *written = entry_of (reg, rows[i].row, rows[i].key, FALSE);
    g_autofree char *text = entry_of (reg, rows[i].row, rows[i].key, TRUE);

    g_test_message ("row %u of %s, %s", rows[i].row, tl_register_word (rows[i].kind),
                    rows[i].key);
    g_assert_cmpstr (written, ==, rows[i].written);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
test_hotel (void)
{
  static const Row rows[] = {
    /* F7 sits on a way out of a decision; F8 has no recovery. */
    { TL_REGISTER_FAILURES, 6, "number", "F7", "F7" },
    { TL_REGISTER_FAILURES, 6, "id", "f5", "f5" },
    { TL_REGISTER_FAILURES, 6, "where", "c13",
      "Any suitable room free? → Book and pay a nearby hotel, call a taxi" },
    { TL_REGISTER_FAILURES, 6, "priority", "H", "High" },
    { TL_REGISTER_FAILURES, 6, "rpn", "72", "72" },
    { TL_REGISTER_FAILURES, 6, "rate", "0.003", "0.3 %" },
    { TL_REGISTER_FAILURES, 6, "dimension", "reliability", "Reliability" },
    { TL_REGISTER_FAILURES, 6, "loss", "695.4", "695.40 AUD" },
    { TL_REGISTER_FAILURES, 6, "break-even", "329.4", "329.40 AUD" },
    { TL_REGISTER_FAILURES, 6, "recovery", "r3", "R7 No room: another hotel" },
    { TL_REGISTER_FAILURES, 6, "safeguards", "", "" },   /* planned only */
    { TL_REGISTER_FAILURES, 7, "recovery", "", "" },
    { TL_REGISTER_FAILURES, 7, "recovery-cost", "", "" },
    { TL_REGISTER_FAILURES, 7, "covered", "no", "no" },
    { TL_REGISTER_FAILURES, 5, "safeguards", "Reader shows last transaction before repeat",
      "Reader shows last transaction before repeat" },
    { TL_REGISTER_RECOVERIES, 6, "number", "R7", "R7" },
    { TL_REGISTER_RECOVERIES, 6, "failures", "f5", "F7" },
    { TL_REGISTER_RECOVERIES, 6, "first-word", "300", "5 min" },
    { TL_REGISTER_RECOVERIES, 6, "time", "900", "15 min" },
    { TL_REGISTER_RECOVERIES, 6, "break-even", "329.4", "329.40 AUD" },
    { TL_REGISTER_RECOVERIES, 6, "success", "0.5", "50 %" },
    { TL_REGISTER_RECOVERIES, 6, "rehearsed", "2026-09-15", "2026-09-15" },
    { TL_REGISTER_RECOVERIES, 8, "resume", "redo", "Does this step again" },
    { TL_REGISTER_STANDARDS, 2, "last", "92", "92 %" },
    { TL_REGISTER_STANDARDS, 2, "trend", "2", "2" },
    { TL_REGISTER_STANDARDS, 2, "verdict", "missed", "Missed" },
    { TL_REGISTER_STANDARDS, 0, "last-share", "93", "93 %" },
    { TL_REGISTER_STANDARDS, 0, "last", "210", "3 min 30 s" },
    { TL_REGISTER_STANDARDS, 0, "trend", "", "" },
    { TL_REGISTER_STANDARDS, 0, "due", "yes", "yes" },
    { TL_REGISTER_STANDARDS, 1, "steps", "s5 s6 s12 s13",
      "Greet by name and find the booking, Booking found and room ready?, Take registration "
      "and payment card, Hand over key; explain breakfast, Wi-Fi, lift" },
    { TL_REGISTER_STANDARDS, 1, "owner", "rec", "Receptionist" },
    { TL_REGISTER_ITEMS, 0, "id", "i2", "i2" },
    { TL_REGISTER_ITEMS, 0, "overdue", "yes", "yes" },
    { TL_REGISTER_GAPS, 0, "kind", "expectation", "Expectation" },
    { TL_REGISTER_GAPS, 0, "adequate", "300", "5 min" },
    { TL_REGISTER_GAPS, 0, "category", "satisfied", "Satisfied" },
    { TL_REGISTER_GAPS, 6, "standard", "", "" },          /* no standard for it */
    { TL_REGISTER_GAPS, 9, "promised", "180", "3 min" },
    { TL_REGISTER_GAPS, 9, "planned", "285", "4 min 45 s" },
    { TL_REGISTER_GAPS, 9, "measured", "295", "4 min 55 s" },
  };
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");

  check_rows (chart, TODAY, rows, G_N_ELEMENTS (rows));
}

/* The gap is named where it is, and nowhere else. */
static void
test_gaps (void)
{
  static const struct {
    guint       row;
    const char *key;
    const char *rule;      /* NULL = no gap */
    const char *severity;
  } rows[] = {
    { 0, "gap-1", NULL, "" },          { 0, "gap-2", "G06", "Advice: " },
    { 0, "gap-3", NULL, "" },          { 0, "gap-4", NULL, "" },
    { 1, "gap-3", "G09", "Warning: " }, { 9, "gap-4", "G14", "Error: " },
    { 9, "gap-2", NULL, "" },          { 10, "gap-4", NULL, "" },
    { 9, "worst", "4", "Gap 4" },      { 1, "owner", "", "Housekeeper" },
    { 1, "phase", "", "Check-in" },
  };
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  g_autoptr (TlFigures) figures = tl_figures_new (chart, 739942u /* 2026-11-22 */ );
  g_autoptr (TlRegister) reg = tl_register_new (figures, TL_REGISTER_GAPS);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = entry_of (reg, rows[i].row, rows[i].key, TRUE);
    g_autofree char *written = entry_of (reg, rows[i].row, rows[i].key, FALSE);

    g_test_message ("row %u, %s: %s", rows[i].row, rows[i].key, text);
    g_assert_cmpint (*text == '\0', ==, rows[i].rule == NULL);
    g_assert_true (g_str_has_prefix (text, rows[i].severity));
    g_assert_true (g_str_has_prefix (written, rows[i].rule != NULL ? rows[i].rule : ""));
  }
  g_assert_cmpuint (reg->n_rows, ==, 11);
}

/* A step that matters, and of which nobody knows what is expected there. */
static void
test_gap_steps (void)
{
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  g_autoptr (TlFigures) figures = NULL;
  g_autoptr (TlRegister) reg = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *planned = NULL;
  TlSeverity severity;
  TlStep *step;

  tl_chart_begin (chart, "Matters");
  step = tl_chart_edit (chart, tl_chart_find (chart, "s9"));
  step->moment_of_truth = TRUE;
  g_assert_true (tl_chart_commit (chart, NULL));
  figures = tl_figures_new (chart, 739942u /* 2026-11-22 */ );
  reg = tl_register_new (figures, TL_REGISTER_GAPS);
  g_assert_cmpuint (reg->n_rows, ==, 12);
  g_assert_cmpuint (reg->rows[11].record, ==, step->head.id);
  kind = entry_of (reg, 11, "kind", FALSE);
  gap = entry_of (reg, 11, "gap-1", FALSE);
  planned = entry_of (reg, 11, "planned", FALSE);
  g_assert_cmpstr (kind, ==, "step");
  g_assert_true (g_str_has_prefix (gap, "G01"));
  g_assert_cmpstr (planned, !=, "");
  g_assert_true (tl_register_gap_severity (reg, 11, TL_GAP_EXPECTATION, &severity));
  g_assert_cmpint (severity, ==, TL_SEVERITY_ADVICE);
  g_assert_false (tl_register_gap_severity (reg, 11, TL_GAP_PROMISE, &severity));
}

/* What meets nothing, and what two standards meet. */
static void
test_gap_rows (void)
{
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  g_autoptr (TlFigures) figures = NULL;
  g_autoptr (TlRegister) reg = NULL;
  TlStandard *second;

  tl_chart_begin (chart, "Second");
  second = tl_test_add (chart, TL_RECORD_STANDARD, "s2", TL_ID_NONE);
  tl_text_set (&second->name, "Second");
  second->type = TL_STANDARD_HARD;
  second->dimension = TL_DIMENSION_EMPATHY;
  tl_chart_settle (chart);
  tl_test_change (chart, "st.meets=ex; s2.meets=ex");

  figures = tl_figures_new (chart, 0);
  reg = tl_register_new (figures, TL_REGISTER_GAPS);
  g_assert_cmpuint (reg->n_rows, ==, 3);
  g_assert_cmpuint (reg->rows[0].record, ==, tl_test_id (chart, "ex"));
  g_assert_cmpuint (reg->rows[0].other, ==, tl_test_id (chart, "st"));
  g_assert_cmpuint (reg->rows[1].other, ==, tl_test_id (chart, "s2"));
  g_assert_cmpuint (reg->rows[2].record, ==, tl_test_id (chart, "pr"));
  g_assert_cmpuint (reg->rows[2].other, ==, TL_ID_NONE);
  g_clear_pointer (&reg, tl_register_free);

  tl_chart_begin (chart, "Unmeet");
  tl_id_list_clear (&((TlStandard *) tl_chart_edit (chart, tl_test_id (chart, "s2")))->meets);
  tl_chart_settle (chart);
  g_clear_pointer (&figures, tl_figures_free);
  figures = tl_figures_new (chart, 0);
  reg = tl_register_new (figures, TL_REGISTER_GAPS);
  g_assert_cmpuint (reg->n_rows, ==, 3);
  g_assert_cmpuint (reg->rows[2].record, ==, tl_test_id (chart, "s2"));
}

/* Open before closed, then by date, without a date last; equals as in the document. */
static void
test_item_order (void)
{
  static const char *const wanted[] = { "d", "a", "it", "b", "e", "c" };
  g_autoptr (TlChart) chart = tl_test_full_chart ();
  g_autoptr (TlFigures) figures = NULL;
  g_autoptr (TlRegister) reg = NULL;

  tl_chart_begin (chart, "Items");
  for (const char *name = "abcde"; *name != '\0'; name++) {
    char id[] = { 'i', *name, '\0' };

    tl_text_set (&((TlItem *) tl_test_add (chart, TL_RECORD_ITEM, id, TL_ID_NONE))->text, "Do");
  }
  tl_chart_settle (chart);
  tl_test_change (chart, "ia.due=739900; id.due=739800; ic.due=739700; ic.status=done; "
                         "ie.due=739600; ie.status=verified; ib.status=doing");

  figures = tl_figures_new (chart, 739850);
  reg = tl_register_new (figures, TL_REGISTER_ITEMS);
  for (guint i = 0; i < reg->n_rows; i++) {
    const char *name = tl_chart_get (chart, reg->rows[i].record)->name;

    g_assert_cmpstr (strlen (wanted[i]) == 2 ? name : name + 1, ==, wanted[i]);
  }
  g_assert_cmpuint (figures->items_open, ==, 4);
  g_assert_cmpuint (figures->items_overdue, ==, 1);
}

/* Every column of every register, over charts with everything and with nothing. */
static void
test_all (void)
{
  g_autoptr (TlChart) full = tl_test_full_chart ();
  g_autoptr (TlChart) bare = tl_test_chart ("C: a(");
  const TlChart *charts[] = { full, bare };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++) {
    g_autoptr (TlFigures) figures = tl_figures_new (charts[i], TODAY);

    for (int kind = 0; kind < TL_N_REGISTERS; kind++) {
      g_autoptr (TlRegister) reg = tl_register_new (figures, kind);
      TlRegisterKind parsed = TL_N_REGISTERS;

      g_assert_true (tl_register_parse (tl_register_word (kind), &parsed));
      g_assert_cmpint (parsed, ==, kind);
      g_assert_cmpint (reg->n_rows > 0, ==, i == 0);
      for (guint row = 0; row < reg->n_rows; row++) {
        for (guint column = 0; column < reg->n_columns; column++) {
          g_auto (TlEntry) entry = tl_register_entry (reg, row, column);
          g_autofree char *text = tl_entry_text (charts[i], &entry);
          g_autofree char *written = tl_entry_write (charts[i], &entry);

          g_assert_cmpint (text[0] == '\0', ==, entry.type == TL_ENTRY_NONE);
          g_assert_cmpint (written[0] == '\0', ==, entry.type == TL_ENTRY_NONE);
          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_cmpint (tl_column_label (&reg->columns[column])[0], !=, '\0');
        }
      }
    }
  }
}

static void
test_compare (void)
{
  static const TlEntry none = { .type = TL_ENTRY_NONE };
  static const TlEntry a = { .type = TL_ENTRY_TEXT, .text = (char *) "a" };
  static const TlEntry b = { .type = TL_ENTRY_TEXT, .text = (char *) "b" };
  static const TlEntry one = { .type = TL_ENTRY_MONEY, .number = 1 };
  static const TlEntry ten = { .type = TL_ENTRY_MONEY, .number = 10 };
  static const struct { const TlEntry *a, *b; int sign; } rows[] = {
    { &a, &b, -1 }, { &one, &ten, -1 }, { &none, &none, 0 }, { &a, &none, -1 },
    { &ten, &none, -1 }, { &one, &a, -1 }, { &ten, &ten, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    int found = tl_entry_compare (rows[i].a, rows[i].b);
    int back = tl_entry_compare (rows[i].b, rows[i].a);

    g_assert_cmpint ((found > 0) - (found < 0), ==, rows[i].sign);
    g_assert_cmpint ((back > 0) - (back < 0), ==, -rows[i].sign);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/hotel", test_hotel);
  g_test_add_func ("/register/gaps", test_gaps);
  g_test_add_func ("/register/gap-steps", test_gap_steps);
  g_test_add_func ("/register/gap-rows", test_gap_rows);
  g_test_add_func ("/register/item-order", test_item_order);
  g_test_add_func ("/register/all", test_all);
  g_test_add_func ("/register/compare", test_compare);
  return g_test_run ();
}
