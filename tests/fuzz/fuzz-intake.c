/* fuzz-intake.c - any bytes as a table of measurements: whatever is planned, a chart takes. */
#include <stdlib.h>
#include <string.h>

#include "document/xml-read.h"
#include "exchange/intake.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static const char chart_text[] =
  "<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\" title=\"T\" service=\"S\""
  " currency=\"EUR\"><lane id=\"l\" name=\"L\" band=\"customer\"/>"
  "<phase id=\"p\" name=\"P\" columns=\"1\"/>"
  "<standard id=\"w\" type=\"hard\" dimension=\"reliability\" unit=\"s\" better=\"lower\""
  " target=\"300\" share=\"90\"><name>Wait</name></standard>"
  "<standard id=\"t\" type=\"hard\" dimension=\"reliability\" unit=\"s\" better=\"lower\""
  " target=\"360\"><name>Time</name></standard>"
  "<standard id=\"r\" type=\"soft\" dimension=\"reliability\" unit=\"percent\" better=\"higher\""
  " target=\"95\"><name>Ready</name></standard>"
  "<standard id=\"g\" type=\"soft\" dimension=\"tangibles\" unit=\"score\" better=\"higher\""
  " target=\"4.3\"><name>Room</name></standard>"
  "<standard id=\"n\" type=\"soft\" dimension=\"empathy\" unit=\"nps\"><name>Would</name>"
  "</standard>"
  "<standard id=\"m\" type=\"hard\" dimension=\"assurance\" unit=\"money\"><name>Refunds</name>"
  "</standard></chart>";

static void
try_plan (TlChart        *chart,
          const TlCsv    *csv,
          TlIntakeChoice *choice)
{
  g_autoptr (TlIntakeTargets) targets = tl_intake_targets_new (chart);
  g_autoptr (TlIntakePlan) plan = tl_intake_plan (csv, targets, choice);
  g_autofree char *summary = tl_intake_summary (plan, FALSE);
  g_autofree char *left_out = tl_intake_left_out_text (plan, csv);
  g_autoptr (GError) error = NULL;

  if (!g_utf8_validate (summary, -1, NULL) || !g_utf8_validate (left_out, -1, NULL) ||
      plan->n_rows_used > plan->n_rows || plan->n_rows_left_out > plan->n_rows)
    abort ();
  if (plan->measurements->len == 0)
    return;
  if (!tl_intake_apply (chart, plan, &error))
    abort ();
  tl_chart_undo (chart);
}

/* The first byte says what people chose. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  static const char *const standards[] = { "w", "t", "r", "g", "n", "m" };
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = tl_xml_read (chart_text, strlen (chart_text), "chart", problems);
  g_autoptr (TlCsv) csv = NULL;

  if (chart == NULL || size < 1)
    return 0;
  csv = tl_csv_read ((const char *) data + 1, size - 1, NULL, NULL);
  for (guint i = 0; csv != NULL && i < G_N_ELEMENTS (standards); i++) {
    g_auto (TlIntakeChoice) choice = { 0 };

    tl_intake_choice_init (&choice);
    choice.standard = tl_chart_find (chart, standards[i]);
    choice.rows = data[0] & 3u;
    choice.rows = choice.rows > TL_INTAKE_ROWS_CASES ? TL_INTAKE_ROWS_GUESS : choice.rows;
    choice.days = (data[0] & 4u) != 0 ? TL_DAYS_MONTH_FIRST : TL_DAYS_DAY_FIRST;
    choice.date = (data[0] & 8u) != 0 ? 700000 : 0;
    choice.period = (data[0] >> 4) % TL_INTAKE_N_PERIODS;
    try_plan (chart, csv, &choice);
  }
  return 0;
}
