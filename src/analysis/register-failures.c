/* register-failures.c - failure points, in the order of their numbers. */
#include "analysis/register-rows.h"

#include <glib/gi18n-lib.h>

static const TlFailure *
failure_of (const TlRegister    *reg,
            const TlRegisterRow *row)
{
  return TL_CHART_GET (reg->figures->chart, FAILURE, TlFailure, row->record);
}

static const TlFailureFigures *
figures_of (const TlRegister    *reg,
            const TlRegisterRow *row)
{
  return tl_figures_of_failure (reg->figures, row->record);
}

TL_FILL (fill_number)
{
  tl_entry_take_text (entry, g_strdup_printf ("F%u", tl_order_number (reg->order, row->record)));
}

TL_FILL (fill_where)
{
  const TlChart *chart = reg->figures->chart;
  TlId at = failure_of (reg, row)->at;
  const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, at);

  if (connector == NULL)
    tl_entry_set_text (entry, tl_row_title (chart, at));
  else
    tl_entry_take_text (entry, g_strdup_printf ("%s → %s", tl_row_title (chart, connector->from),
                                                tl_row_title (chart, connector->to)));
  tl_entry_set_word (entry, tl_chart_get (chart, at)->name);
}

static void
fill_rpn_of (const TlRated *rated,
             TlEntry       *entry)
{
  if (rated->rpn > 0)
    tl_entry_set (entry, TL_ENTRY_NUMBER, rated->rpn);
}

static void
fill_priority_of (const TlRated *rated,
                  TlEntry       *entry)
{
  if (rated->priority == TL_PRIORITY_NONE)
    return;
  tl_entry_set_text (entry, tl_priority_text (rated->priority));
  tl_entry_set_word (entry, tl_priority_letter (rated->priority));
}

TL_FILL (fill_rpn)
{
  fill_rpn_of (&figures_of (reg, row)->before, entry);
}

TL_FILL (fill_priority)
{
  fill_priority_of (&figures_of (reg, row)->before, entry);
}

TL_FILL (fill_rpn_after)
{
  fill_rpn_of (&figures_of (reg, row)->after, entry);
}

TL_FILL (fill_priority_after)
{
  fill_priority_of (&figures_of (reg, row)->after, entry);
}

TL_FILL (fill_rate)
{
  tl_entry_set (entry, TL_ENTRY_SHARE, figures_of (reg, row)->rate);
}

TL_FILL (fill_rating_of_rate)
{
  if (figures_of (reg, row)->rating_of_rate > 0)
    tl_entry_set (entry, TL_ENTRY_NUMBER, figures_of (reg, row)->rating_of_rate);
}

TL_FILL (fill_cases)
{
  tl_entry_set (entry, TL_ENTRY_NUMBER, figures_of (reg, row)->cases);
}

TL_FILL (fill_safeguards)
{
  const TlIdList *children = &failure_of (reg, row)->head.children;
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < children->n; i++) {
    const TlSafeguard *guard = TL_CHART_GET (reg->figures->chart, SAFEGUARD, TlSafeguard,
                                             children->ids[i]);

    if (guard != NULL && guard->status == TL_SAFEGUARD_IN_PLACE)
      g_string_append_printf (texts, "%s%s", texts->len > 0 ? "; " : "", guard->text);
  }
  tl_entry_take_text (entry, g_string_free (texts, FALSE));
}

TL_FILL (fill_recovery)
{
  const TlRecovery *recovery = figures_of (reg, row)->recovery;

  if (recovery == NULL)
    return;
  tl_entry_take_text (entry, g_strdup_printf ("R%u %s",
                                              tl_order_number (reg->order, recovery->head.id),
                                              recovery->name));
  tl_entry_set_word (entry, recovery->head.name);
}

TL_FILL (fill_covered)
{
  tl_entry_set (entry, TL_ENTRY_YES_NO, figures_of (reg, row)->covered);
}

TL_FILL (fill_loss)
{
  const TlStakes *stakes = &figures_of (reg, row)->stakes;

  if (stakes->value > 0)
    tl_entry_set (entry, TL_ENTRY_MONEY, tl_stakes_unrecovered (stakes));
}

TL_FILL (fill_break_even)
{
  const TlStakes *stakes = &figures_of (reg, row)->stakes;

  if (stakes->value > 0 && stakes->recovered)
    tl_entry_set (entry, TL_ENTRY_MONEY, tl_stakes_break_even (stakes));
}

TL_FILL (fill_recovery_cost)
{
  if (figures_of (reg, row)->recovery != NULL)
    tl_entry_set (entry, TL_ENTRY_MONEY, figures_of (reg, row)->stakes.cost);
}

TL_FILL (fill_cost_a_year)
{
  tl_entry_set (entry, TL_ENTRY_MONEY, figures_of (reg, row)->cost_a_year);
}

#define FIELD(key, is_main) TL_COLUMN_FIELD (FAILURE, key, is_main)
static const TlColumn columns[] = {
  TL_COLUMN ("number", N_("No."), TRUE, fill_number),
  TL_COLUMN ("id", N_("Id"), FALSE, tl_fill_id),
  FIELD ("title", TRUE),
  TL_COLUMN ("where", N_("Where"), TRUE, fill_where),
  FIELD ("actor", FALSE),
  FIELD ("error", FALSE),
  FIELD ("dimension", FALSE),
  FIELD ("gap", FALSE),
  FIELD ("S", FALSE),
  FIELD ("O", FALSE),
  FIELD ("D", FALSE),
  TL_COLUMN ("rpn", N_("RPN"), TRUE, fill_rpn),
  TL_COLUMN ("priority", N_("Action Priority"), TRUE, fill_priority),
  TL_COLUMN ("rpn-after", N_("RPN after safeguards"), FALSE, fill_rpn_after),
  TL_COLUMN ("priority-after", N_("Action Priority after safeguards"), FALSE,
             fill_priority_after),
  TL_COLUMN ("rate", N_("Of journeys"), TRUE, fill_rate),
  TL_COLUMN ("O-from-rate", N_("Occurrence from the rate"), FALSE, fill_rating_of_rate),
  TL_COLUMN ("cases-a-year", N_("Cases a year"), FALSE, fill_cases),
  FIELD ("reports", FALSE),
  TL_COLUMN ("safeguards", N_("Safeguards in place"), FALSE, fill_safeguards),
  TL_COLUMN ("recovery", N_("Recovery procedure"), TRUE, fill_recovery),
  TL_COLUMN ("covered", N_("Covered"), TRUE, fill_covered),
  TL_COLUMN ("loss", N_("Loss of a case"), FALSE, fill_loss),
  TL_COLUMN ("break-even", N_("Recovery pays up to"), FALSE, fill_break_even),
  TL_COLUMN ("recovery-cost", N_("Recovery costs"), FALSE, fill_recovery_cost),
  TL_COLUMN ("cost-a-year", N_("Cost a year"), TRUE, fill_cost_a_year),
  FIELD ("effect", FALSE),
  FIELD ("cause", FALSE),
  FIELD ("accepted", FALSE),
};

static void
list (const TlRegister *reg,
      GArray           *rows)
{
  for (guint i = 0; i < reg->order->n_failures; i++)
    tl_rows_add (rows, reg->order->failures[i], TL_ID_NONE);
}

const TlRegisterPlan tl_register_failures = {
  "failures", columns, G_N_ELEMENTS (columns), list,
};
