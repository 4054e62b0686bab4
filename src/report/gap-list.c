/* gap-list.c - for managers: what the rules find, by key action, and what is to be done.
 *
 * Beside a finding stands the action item that somebody made of it, if there is one; else
 * there is room to write. */
#include <glib/gi18n-lib.h>

#include "analysis/register.h"
#include "report/grid.h"

static gboolean
is_open (const TlItem *item)
{
  return item->status == TL_ITEM_OPEN || item->status == TL_ITEM_DOING;
}

/* The item that deals with a finding: of its rule, and about its record.  NULL when there
 * is none. */
static const TlItem *
item_for (const TlPages   *pages,
          const TlFinding *finding)
{
  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_ITEM); i++) {
    const TlItem *item = TL_CHART_NTH (pages->chart, ITEM, TlItem, i);

    if (is_open (item) && g_strcmp0 (item->rule, finding->rule->id) == 0 &&
        tl_id_list_index (&item->about, finding->record) != G_MAXUINT)
      return item;
  }
  return NULL;
}

static char *
about (const TlPages   *pages,
       const TlFinding *finding)
{
  if (finding->dimension != TL_DIMENSION_NONE)
    return g_strdup (tl_dimension_text (finding->dimension));
  if (finding->record == tl_chart_info (pages->chart)->head.id)
    return g_strdup (_("The whole chart"));
  return tl_compose_label (pages, finding->record);
}

static void
put_finding (TlPages         *pages,
             TlGrid          *grid,
             const TlFinding *finding)
{
  static const TlSign signs[] = {
    [TL_SEVERITY_ADVICE] = TL_SIGN_EMPTY, [TL_SEVERITY_WARNING] = TL_SIGN_HALF,
    [TL_SEVERITY_ERROR] = TL_SIGN_FULL,
  };
  const TlItem *item = item_for (pages, finding);
  g_autofree char *what = about (pages, finding);
  g_autofree char *due = tl_compose_date (item != NULL ? item->due : 0);

  tl_grid_cell (grid, &(TlGridCell) { .text = tl_severity_label (finding->severity),
                                      .sign = signs[finding->severity], .face = TL_FACE_LABEL });
  tl_grid_text (grid, finding->text);
  tl_grid_text (grid, what);
  tl_grid_text (grid, item != NULL ? item->text : NULL);
  tl_grid_text (grid, item != NULL ? item->owner : NULL);
  tl_grid_text (grid, due);
}

static guint
put_findings_of (TlPages          *pages,
                 TlGalley         *galley,
                 const TlFindings *findings,
                 TlGap             gap)
{
  const TlGridColumn columns[] = {
    TL_SHARE (_("Severity"), 0.11), TL_SHARE (_("What was found"), 0.3),
    TL_SHARE (_("About"), 0.19), TL_SHARE (_("What we do"), 0.2), TL_SHARE (_("Owner"), 0.1),
    TL_SHARE (_("Due"), 0.1),
  };
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
  guint n = 0;

  tl_grid_rule (grid);
  for (guint i = 0; i < findings->n; i++) {
    if (findings->rows[i].rule->gap != gap || findings->rows[i].accepted != NULL)
      continue;
    if (n++ == 0)
      tl_galley_heading (galley, tl_gap_label (gap));
    put_finding (pages, grid, &findings->rows[i]);
  }
  tl_grid_set (grid);
  return n;
}

static void
put_accepted (TlPages          *pages,
              TlGalley         *galley,
              const TlFindings *findings)
{
  const TlGridColumn columns[] = {
    TL_FIT (_("What was found")), TL_FIT (_("About")), TL_FIT (_("Accepted, because")),
  };
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
  guint n = 0;

  for (guint i = 0; i < findings->n; i++) {
    const TlFinding *finding = &findings->rows[i];
    g_autofree char *what = NULL;

    if (finding->accepted == NULL)
      continue;
    if (n++ == 0)
      tl_galley_heading (galley, _("Accepted"));
    what = about (pages, finding);
    tl_grid_text (grid, finding->text);
    tl_grid_text (grid, what);
    tl_grid_text (grid, finding->accepted);
  }
  tl_grid_set (grid);
}

static void
put_item (TlPages      *pages,
          TlGrid       *grid,
          const TlItem *item)
{
  gboolean late = is_open (item) && item->due != 0 && item->due < pages->options.today;
  g_autofree char *what = tl_compose_labels (pages, &item->about);
  g_autofree char *due = tl_compose_date (item->due);
  g_autofree char *overdue = late ? g_strdup_printf (_("%s LATE"), due) : NULL;

  tl_grid_cell (grid, &(TlGridCell) {
    .text = item->text, .sign = is_open (item) ? TL_SIGN_BOX : TL_SIGN_MET });
  tl_grid_text (grid, what);
  tl_grid_text (grid, item->owner);
  tl_grid_cell (grid, &(TlGridCell) { .text = late ? overdue : due,
                                      .face = late ? TL_FACE_LABEL : TL_FACE_SMALL });
  tl_grid_text (grid, tl_compose_word (TL_RECORD_ITEM, "status", item->status));
  tl_grid_text (grid, tl_compose_word (TL_RECORD_ITEM, "source", item->source));
}

/* What is still to do first, by date due. */
static void
put_items (TlPages  *pages,
           TlGalley *galley)
{
  const TlGridColumn columns[] = {
    TL_FIT (_("To do")), TL_FIT (_("About")), TL_WHOLE (_("Owner")), TL_WHOLE (_("Due")),
    TL_WHOLE (_("Status")), TL_FIT (_("From")),
  };
  g_autoptr (TlRegister) items = tl_register_new (tl_compose_figures (pages), TL_REGISTER_ITEMS);
  TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));

  tl_galley_heading (galley, _("Action items"));
  for (guint i = 0; i < items->n_rows; i++) {
    const TlItem *item = TL_CHART_GET (pages->chart, ITEM, TlItem, items->rows[i].record);

    if (item->status != TL_ITEM_ACCEPTED)
      put_item (pages, grid, item);
  }
  tl_grid_set (grid);
}

/* How many there are of each severity, in a sentence. */
static char *
summary (const TlFindings *findings)
{
  g_autofree char *errors =
    g_strdup_printf (ngettext ("%u error", "%u errors", findings->n_open[TL_SEVERITY_ERROR]),
                     findings->n_open[TL_SEVERITY_ERROR]);
  g_autofree char *warnings =
    g_strdup_printf (ngettext ("%u warning", "%u warnings", findings->n_open[TL_SEVERITY_WARNING]),
                     findings->n_open[TL_SEVERITY_WARNING]);
  g_autofree char *advice =
    g_strdup_printf (ngettext ("%u piece of advice", "%u pieces of advice",
                               findings->n_open[TL_SEVERITY_ADVICE]),
                     findings->n_open[TL_SEVERITY_ADVICE]);

  /* Translators: "1 error, 3 warnings, 12 pieces of advice". */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), errors, warnings, advice);
}

gboolean
tl_print_gaps (TlPages  *pages,
               GError  **error)
{
  g_autoptr (TlGalley) galley = NULL;
  g_autoptr (TlFindings) findings = NULL;
  g_autofree char *subject = NULL, *counts = NULL;
  guint n = 0;

  if (!tl_compose_any (pages, TL_PRINT_GAPS,
                       pages->order->n_steps + tl_chart_n (pages->chart, TL_RECORD_ITEM), error))
    return FALSE;

  galley = tl_galley_new (pages, TRUE);
  findings = tl_findings_new (pages->chart,
                              &(TlFindingsOptions) { .today = pages->options.today });
  subject = tl_compose_subject (pages);
  counts = summary (findings);
  tl_galley_outline (galley, 0, tl_print_title (TL_PRINT_GAPS));
  tl_galley_title (galley, NULL, tl_print_title (TL_PRINT_GAPS), subject);
  tl_galley_text (galley, TL_FACE_STRONG, counts);
  for (TlGap gap = 0; gap < TL_N_GAPS; gap++)
    n += put_findings_of (pages, galley, findings, gap);
  if (n == 0)
    tl_galley_text (galley, TL_FACE_BODY, _("The rules find nothing to mend."));
  put_items (pages, galley);
  put_accepted (pages, galley, findings);
  tl_galley_set (galley);
  return TRUE;
}
