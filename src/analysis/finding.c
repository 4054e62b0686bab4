/* finding.c - running the rules, and what comes of what they find. */
#include "analysis/finding.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/report.h"

static void
clear_finding (gpointer data)
{
  TlFinding *finding = data;

  g_free (finding->text);
  g_free (finding->value);
  g_free (finding->accepted);
}

/* All rules of one record before the next: with ten thousand of them, fetching a record
 * costs more than judging it. */
static void
judge_kind (TlReport    *report,
            TlRecordKind kind)
{
  const TlChart *chart = report->facts->chart;
  g_autofree const TlRule **rules = g_new (const TlRule *, tl_n_rules ());
  guint n = tl_chart_n (chart, kind);
  guint n_rules = 0;

  for (guint i = 0; i < tl_n_rules (); i++) {
    if (tl_rule_nth (i)->kind == kind)
      rules[n_rules++] = tl_rule_nth (i);
  }
  for (guint i = 0; i < n && n_rules > 0; i++) {
    const TlRecord *record = tl_chart_nth (chart, kind, i);

    for (guint k = 0; k < n_rules; k++) {
      report->rule = rules[k];
      rules[k]->look (report->facts, record, report);
    }
  }
}

/* Accepting. */

static gboolean
accepts (const TlChart   *chart,
         const TlItem    *item,
         const TlFinding *finding)
{
  if (item->status != TL_ITEM_ACCEPTED || g_strcmp0 (item->rule, finding->rule->id) != 0)
    return FALSE;
  if (item->dimension != TL_DIMENSION_NONE)
    return item->dimension == finding->dimension;
  if (item->about.n > 0)
    return tl_id_list_index (&item->about, finding->record) != G_MAXUINT;
  return finding->severity == TL_SEVERITY_ADVICE ||
         (finding->record == tl_chart_info (chart)->head.id &&
          finding->dimension == TL_DIMENSION_NONE);
}

/* @items: accepted ones that bear a rule; few, whatever the size of the chart. */
static void
find_acceptance (const TlChart   *chart,
                 const GPtrArray *items,
                 TlFinding       *finding)
{
  for (guint i = 0; i < items->len; i++) {
    const TlItem *item = g_ptr_array_index (items, i);

    if (!accepts (chart, item, finding))
      continue;
    finding->item = item->head.id;
    finding->accepted = g_strdup (item->reason);
    return;
  }
}

static void
find_acceptances (const TlChart *chart,
                  GArray        *rows)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ITEM); i++) {
    const TlItem *item = TL_CHART_NTH (chart, ITEM, TlItem, i);

    if (item->status == TL_ITEM_ACCEPTED && item->rule != NULL)
      g_ptr_array_add (items, (gpointer) item);
  }
  for (guint i = 0; i < rows->len && items->len > 0; i++)
    find_acceptance (chart, items, &g_array_index (rows, TlFinding, i));
}

/* Leaving out, sorting, counting. */

static gboolean
is_left_out (const TlFinding         *finding,
             const TlFindingsOptions *options)
{
  if (finding->severity != TL_SEVERITY_ADVICE)
    return FALSE;
  return options->without_advice ||
         (options->without != NULL && g_strv_contains (options->without, finding->rule->id));
}

/* Where a finding stands: by severity, then by rule. */
static guint
drawer_of (const TlFinding *finding)
{
  return (guint) (TL_SEVERITY_ERROR - finding->severity) * tl_n_rules () +
         (guint) (finding->rule - tl_rule_nth (0));
}

/* Counts the findings of each drawer, then puts each into its own.  Each rule found its
 * findings in the order of the document, and that stays. */
static void
take_in_order (TlFindings              *findings,
               GArray                  *rows,
               const TlFindingsOptions *options)
{
  g_autofree guint *place = g_new0 (guint, TL_N_SEVERITIES * tl_n_rules () + 1);

  for (guint i = 0; i < rows->len; i++) {
    TlFinding *finding = &g_array_index (rows, TlFinding, i);

    if (is_left_out (finding, options)) {
      findings->n_left_out++;
      clear_finding (finding);
      finding->rule = NULL;
    } else {
      place[drawer_of (finding) + 1]++;
    }
  }
  for (guint i = 0; i < TL_N_SEVERITIES * tl_n_rules (); i++)
    place[i + 1] += place[i];
  findings->rows = g_new (TlFinding, rows->len + 1);
  for (guint i = 0; i < rows->len; i++) {
    const TlFinding *finding = &g_array_index (rows, TlFinding, i);

    if (finding->rule == NULL)
      continue;
    findings->rows[place[drawer_of (finding)]++] = *finding;
    findings->n++;
    if (finding->item != TL_ID_NONE)
      findings->n_accepted++;
    else
      findings->n_open[finding->severity]++;
  }
}

TlFindings *
tl_findings_new (const TlChart           *chart,
                 const TlFindingsOptions *options)
{
  static const TlFindingsOptions all = { 0 };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TlFinding));
  g_autoptr (TlFacts) facts = NULL;
  TlFindings *findings = g_new0 (TlFindings, 1);
  TlReport report;

  if (options == NULL)
    options = &all;
  facts = tl_facts_new (chart, options->today);
  report = (TlReport) { .facts = facts, .findings = rows };
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++)
    judge_kind (&report, (TlRecordKind) kind);
  find_acceptances (chart, rows);
  take_in_order (findings, rows, options);
  return findings;
}

void
tl_findings_free (TlFindings *findings)
{
  if (findings == NULL)
    return;

  for (guint i = 0; i < findings->n; i++)
    clear_finding (&findings->rows[i]);
  g_free (findings->rows);
  g_free (findings);
}

guint
tl_findings_n_open (const TlFindings *findings,
                    const char       *rule)
{
  guint n = 0;

  for (guint i = 0; i < findings->n; i++)
    n += findings->rows[i].item == TL_ID_NONE && strcmp (findings->rows[i].rule->id, rule) == 0;
  return n;
}

guint
tl_finding_fixes (const TlFinding *finding,
                  TlFixKind        kinds[TL_FINDING_FIXES])
{
  guint n = 0;

  if (finding->item != TL_ID_NONE) {
    kinds[0] = TL_FIX_TAKE_BACK;
    return 1;
  }
  if (finding->fix != TL_FIX_NONE) {
    kinds[n++] = finding->fix;
  } else {
    for (guint i = 0; i < TL_RULE_FIXES && finding->rule->fixes[i] != TL_FIX_NONE; i++)
      kinds[n++] = finding->rule->fixes[i];
  }
  if (finding->rule->gap != TL_GAP_ITEM)
    kinds[n++] = TL_FIX_ADD_ITEM;
  kinds[n++] = TL_FIX_ACCEPT;
  if (finding->severity == TL_SEVERITY_ADVICE)
    kinds[n++] = TL_FIX_DO_WITHOUT;
  return n;
}

TlFix
tl_finding_fix (const TlFinding *finding,
                TlFixKind        kind,
                TlDate           today)
{
  return (TlFix) {
    .kind = kind, .record = finding->record,
    .other = kind == TL_FIX_TAKE_BACK ? finding->item : finding->other,
    .dimension = finding->dimension, .rule = finding->rule->id, .finding = finding->text,
    .value = finding->value, .today = today,
  };
}

const char *
tl_finding_element (const TlChart   *chart,
                    const TlFinding *finding)
{
  const TlRecord *record = tl_chart_get (chart, finding->record);

  if (finding->dimension != TL_DIMENSION_NONE)
    return tl_dimension_word (finding->dimension);
  return record != NULL && record->name != NULL ? record->name : "chart";
}
