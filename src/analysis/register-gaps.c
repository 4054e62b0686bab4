/* register-gaps.c - each expectation and promise beside each standard for it, and where
 * they part.
 *
 * A row is a requirement and one standard that meets it; a requirement without standard
 * and a standard that meets nothing have a row of their own, so that nothing is hidden; so
 * has a step that something is found about.
 * The four gaps are the four key actions; what is found in each is what the rules find.
 */
#include "analysis/register-rows.h"

#include <glib/gi18n-lib.h>

static const TlExpectation *
expectation_of (const TlRegister    *reg,
                const TlRegisterRow *row)
{
  return TL_CHART_GET (reg->figures->chart, EXPECTATION, TlExpectation, row->record);
}

static const TlPromise *
promise_of (const TlRegister    *reg,
            const TlRegisterRow *row)
{
  return TL_CHART_GET (reg->figures->chart, PROMISE, TlPromise, row->record);
}

/* Of a row that is a step. */
static const TlStep *
step_of (const TlRegister    *reg,
         const TlRegisterRow *row)
{
  return TL_CHART_GET (reg->figures->chart, STEP, TlStep, row->record);
}

static const TlStandard *
standard_of (const TlRegister    *reg,
             const TlRegisterRow *row)
{
  TlId id = row->other != TL_ID_NONE ? row->other : row->record;

  return TL_CHART_GET (reg->figures->chart, STANDARD, TlStandard, id);
}

static const TlRecord *
record_of (const TlRegister    *reg,
           const TlRegisterRow *row)
{
  return tl_chart_get (reg->figures->chart, row->record);
}

TL_FILL (fill_kind)
{
  const TlClass *klass = tl_class_get (record_of (reg, row)->kind);

  tl_entry_set_text (entry, _(klass->label));
  tl_entry_set_word (entry, klass->xml);
}

TL_FILL (fill_text)
{
  if (standard_of (reg, row) == NULL || row->other != TL_ID_NONE)
    tl_entry_set_text (entry, tl_row_title (reg->figures->chart, row->record));
}

/* A step has neither dimension nor steps. */
TL_FILL (fill_dimension)
{
  if (step_of (reg, row) == NULL)
    tl_entry_set_field (entry, reg->figures->chart, record_of (reg, row), "dimension");
}

TL_FILL (fill_steps)
{
  if (step_of (reg, row) == NULL)
    tl_entry_set_field (entry, reg->figures->chart, record_of (reg, row), "steps");
}

static TlId
first_of (const TlIdList *steps)
{
  return steps->n > 0 ? steps->ids[0] : TL_ID_NONE;
}

/* The phase of the first step it is about, or else its standard is. */
TL_FILL (fill_phase)
{
  const TlChart *chart = reg->figures->chart;
  const TlExpectation *expectation = expectation_of (reg, row);
  const TlPromise *promise = promise_of (reg, row);
  const TlStep *step = step_of (reg, row);
  TlId first = expectation != NULL ? first_of (&expectation->steps)
               : promise != NULL   ? first_of (&promise->steps)
                                   : TL_ID_NONE;

  if (first == TL_ID_NONE && standard_of (reg, row) != NULL)
    first = first_of (&standard_of (reg, row)->steps);
  if (step == NULL)
    step = TL_CHART_GET (chart, STEP, TlStep, first);
  if (step != NULL)
    tl_entry_set_text (entry, tl_row_title (chart, step->phase));
}

/* Who minds the standard, or else the promise. */
TL_FILL (fill_owner)
{
  const TlStandard *standard = standard_of (reg, row);
  const TlPromise *promise = promise_of (reg, row);
  TlId owner = standard != NULL ? standard->owner : TL_ID_NONE;

  if (owner == TL_ID_NONE && promise != NULL)
    owner = promise->owner;
  if (owner != TL_ID_NONE)
    tl_entry_set_text (entry, tl_row_title (reg->figures->chart, owner));
}

TL_FILL (fill_importance)
{
  if (expectation_of (reg, row) != NULL)
    tl_entry_set (entry, TL_ENTRY_NUMBER, expectation_of (reg, row)->importance);
}

TL_FILL (fill_adequate)
{
  const TlExpectation *expectation = expectation_of (reg, row);

  if (expectation != NULL)
    tl_entry_set_measure (entry, expectation->unit, expectation->adequate);
}

TL_FILL (fill_desired)
{
  const TlExpectation *expectation = expectation_of (reg, row);

  if (expectation != NULL)
    tl_entry_set_measure (entry, expectation->unit, expectation->desired);
}

TL_FILL (fill_promised)
{
  const TlPromise *promise = promise_of (reg, row);

  if (promise != NULL)
    tl_entry_set_measure (entry, promise->unit, promise->value);
}

TL_FILL (fill_standard)
{
  if (standard_of (reg, row) != NULL)
    tl_entry_set_text (entry, standard_of (reg, row)->name);
}

TL_FILL (fill_standard_id)
{
  if (standard_of (reg, row) != NULL)
    tl_entry_set_text (entry, standard_of (reg, row)->head.name);
}

TL_FILL (fill_target)
{
  const TlStandard *standard = standard_of (reg, row);

  if (standard != NULL)
    tl_entry_set_measure (entry, standard->unit, standard->target);
}

/* What the steps of a standard in seconds take as drawn. */
TL_FILL (fill_planned)
{
  const TlStandard *standard = standard_of (reg, row);
  const TlStep *alone = step_of (reg, row);
  gint64 sum = 0;

  if (alone != NULL)
    tl_entry_set (entry, TL_ENTRY_SECONDS, tl_step_elapsed (alone));
  if (standard == NULL || standard->unit != TL_UNIT_SECONDS || standard->steps.n == 0)
    return;
  for (guint i = 0; i < standard->steps.n; i++) {
    const TlStep *step = TL_CHART_GET (reg->figures->chart, STEP, TlStep, standard->steps.ids[i]);

    sum += step != NULL ? tl_step_elapsed (step) : 0;
  }
  tl_entry_set (entry, TL_ENTRY_SECONDS, (double) sum);
}

TL_FILL (fill_measured)
{
  const TlStandard *standard = standard_of (reg, row);
  TlMeasured measured;

  if (standard == NULL)
    return;
  measured = tl_measure (reg->figures->chart, standard);
  if (measured.last != NULL)
    tl_entry_set_measure (entry, standard->unit, measured.last->value);
}

TL_FILL (fill_verdict)
{
  const TlStandard *standard = standard_of (reg, row);
  TlVerdict verdict;

  if (standard == NULL)
    return;
  verdict = tl_measure (reg->figures->chart, standard).verdict;
  tl_entry_set_text (entry, tl_verdict_text (verdict));
  tl_entry_set_word (entry, tl_verdict_word (verdict));
}

TL_FILL (fill_category)
{
  TlCategory category = expectation_of (reg, row) != NULL
                          ? tl_category_of_expectation (reg->figures->chart,
                                                        expectation_of (reg, row))
                          : TL_CATEGORY_NONE;

  tl_entry_set_text (entry, tl_category_text (category));
  tl_entry_set_word (entry, tl_category_word (category));
}

/* What the rules find about either of the two, and about this pair if about a pair. */
static gboolean
is_about (const TlFinding     *finding,
          const TlRegisterRow *row)
{
  if (finding->record != row->record && finding->record != row->other)
    return FALSE;
  return finding->record != row->record || finding->other == TL_ID_NONE ||
         row->other == TL_ID_NONE || finding->other == row->other;
}

static gboolean
is_in_gap (const TlFinding     *finding,
           const TlRegisterRow *row,
           TlGap                gap)
{
  return finding->rule->gap == gap && finding->accepted == NULL && is_about (finding, row);
}

/* People read how grave it is, for colour alone would not tell everybody. */
static void
fill_gap (const TlRegister    *reg,
          const TlRegisterRow *row,
          TlGap                gap,
          TlEntry             *entry)
{
  GString *texts = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < reg->findings->n; i++) {
    const TlFinding *finding = &reg->findings->rows[i];

    if (!is_in_gap (finding, row, gap))
      continue;
    if (texts->len > 0) {
      g_string_append (texts, "; ");
      g_string_append (words, "; ");
    }
    /* Translators: how grave a finding is, and what it says: "Warning: Never measured." */
    g_string_append_printf (texts, _("%s: %s"), tl_severity_label (finding->severity),
                            finding->text);
    g_string_append_printf (words, "%s: %s", finding->rule->id, finding->text);
  }
  tl_entry_take_text (entry, g_string_free (texts, FALSE));
  tl_entry_set_word (entry, words->str);
}

gboolean
tl_register_gap_severity (const TlRegister *reg,
                          guint             row,
                          TlGap             gap,
                          TlSeverity       *severity)
{
  gboolean any = FALSE;

  g_return_val_if_fail (reg->findings != NULL && row < reg->n_rows, FALSE);

  for (guint i = 0; i < reg->findings->n; i++) {
    const TlFinding *finding = &reg->findings->rows[i];

    if (!is_in_gap (finding, &reg->rows[row], gap))
      continue;
    *severity = any ? MAX (*severity, finding->severity) : finding->severity;
    any = TRUE;
  }
  return any;
}

/* The one that is gravest; of the equally grave ones the first. */
TL_FILL (fill_worst)
{
  static const TlGap gaps[] = {
    TL_GAP_EXPECTATION, TL_GAP_STANDARD, TL_GAP_DELIVERY, TL_GAP_PROMISE,
  };
  guint index = (guint) (row - reg->rows);
  TlGap worst = gaps[0];
  TlSeverity most = 0, severity;
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++) {
    if (!tl_register_gap_severity (reg, index, gaps[i], &severity) || (any && severity <= most))
      continue;
    any = TRUE;
    most = severity;
    worst = gaps[i];
  }
  if (any) {
    tl_entry_set_text (entry, tl_gap_label (worst));
    tl_entry_set_word (entry, tl_gap_word (worst));
  }
}

TL_FILL (fill_gap_1)
{
  fill_gap (reg, row, TL_GAP_EXPECTATION, entry);
}

TL_FILL (fill_gap_2)
{
  fill_gap (reg, row, TL_GAP_STANDARD, entry);
}

TL_FILL (fill_gap_3)
{
  fill_gap (reg, row, TL_GAP_DELIVERY, entry);
}

TL_FILL (fill_gap_4)
{
  fill_gap (reg, row, TL_GAP_PROMISE, entry);
}

static const TlColumn columns[] = {
  TL_COLUMN ("id", N_("Id"), FALSE, tl_fill_id),
  TL_COLUMN ("kind", N_("Kind"), TRUE, fill_kind),
  TL_COLUMN ("text", N_("Expectation or promise"), TRUE, fill_text),
  TL_COLUMN ("dimension", N_("Dimension"), FALSE, fill_dimension),
  TL_COLUMN ("importance", N_("Importance"), FALSE, fill_importance),
  TL_COLUMN ("steps", N_("Steps"), FALSE, fill_steps),
  TL_COLUMN ("adequate", N_("Accepted"), TRUE, fill_adequate),
  TL_COLUMN ("desired", N_("Wished for"), TRUE, fill_desired),
  TL_COLUMN ("promised", N_("Promised"), TRUE, fill_promised),
  TL_COLUMN ("standard-id", N_("Id of the standard"), FALSE, fill_standard_id),
  TL_COLUMN ("standard", N_("Standard"), TRUE, fill_standard),
  TL_COLUMN ("target", N_("Target"), TRUE, fill_target),
  TL_COLUMN ("planned", N_("Planned"), TRUE, fill_planned),
  TL_COLUMN ("measured", N_("Measured"), TRUE, fill_measured),
  TL_COLUMN ("verdict", N_("Verdict"), FALSE, fill_verdict),
  TL_COLUMN ("category", N_("Customers"), FALSE, fill_category),
  TL_COLUMN ("phase", N_("Phase"), FALSE, fill_phase),
  TL_COLUMN ("owner", N_("Owner"), FALSE, fill_owner),
  TL_COLUMN ("worst", N_("Widest gap"), FALSE, fill_worst),
  TL_COLUMN ("gap-1", N_("Gap 1: expectations"), TRUE, fill_gap_1),
  TL_COLUMN ("gap-2", N_("Gap 2: standards"), TRUE, fill_gap_2),
  TL_COLUMN ("gap-3", N_("Gap 3: delivery"), TRUE, fill_gap_3),
  TL_COLUMN ("gap-4", N_("Gap 4: promises"), TRUE, fill_gap_4),
};

/* A row for each standard that meets @requirement, or one without. */
static void
list_requirement (const TlChart *chart,
                  TlId           requirement,
                  GArray        *rows)
{
  guint before = rows->len;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, i);

    if (tl_id_list_index (&standard->meets, requirement) != G_MAXUINT)
      tl_rows_add (rows, requirement, standard->head.id);
  }
  if (rows->len == before)
    tl_rows_add (rows, requirement, TL_ID_NONE);
}

static gboolean
is_of_four (TlGap gap)
{
  return gap == TL_GAP_EXPECTATION || gap == TL_GAP_STANDARD || gap == TL_GAP_DELIVERY ||
         gap == TL_GAP_PROMISE;
}

/* Steps that something is found about: nobody has recorded yet what is expected there. */
static void
list_steps (const TlRegister *reg,
            GArray           *rows)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < reg->findings->n; i++) {
    const TlFinding *finding = &reg->findings->rows[i];

    if (finding->accepted == NULL && is_of_four (finding->rule->gap))
      g_hash_table_add (found, GUINT_TO_POINTER (finding->record));
  }
  for (guint i = 0; i < reg->order->n_steps; i++) {
    if (g_hash_table_contains (found, GUINT_TO_POINTER (reg->order->steps[i])))
      tl_rows_add (rows, reg->order->steps[i], TL_ID_NONE);
  }
}

static void
list (const TlRegister *reg,
      GArray           *rows)
{
  const TlChart *chart = reg->figures->chart;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_EXPECTATION); i++)
    list_requirement (chart, tl_chart_nth (chart, TL_RECORD_EXPECTATION, i)->id, rows);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_PROMISE); i++)
    list_requirement (chart, tl_chart_nth (chart, TL_RECORD_PROMISE, i)->id, rows);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, i);

    if (standard->meets.n == 0)
      tl_rows_add (rows, standard->head.id, TL_ID_NONE);
  }
  list_steps (reg, rows);
}

const TlRegisterPlan tl_register_gaps = {
  "gaps", columns, G_N_ELEMENTS (columns), list,
};
