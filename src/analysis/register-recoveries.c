/* register-recoveries.c - recovery procedures, in the order of their numbers. */
#include "analysis/register-rows.h"

#include <glib/gi18n-lib.h>

static const TlRecovery *
recovery_of (const TlRegister    *reg,
             const TlRegisterRow *row)
{
  return TL_CHART_GET (reg->figures->chart, RECOVERY, TlRecovery, row->record);
}

TL_FILL (fill_number)
{
  tl_entry_take_text (entry, g_strdup_printf ("R%u", tl_order_number (reg->order, row->record)));
}

TL_FILL (fill_for)
{
  const TlIdList *failures = &recovery_of (reg, row)->failures;
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < failures->n; i++)
    g_string_append_printf (numbers, "%sF%u", i > 0 ? ", " : "",
                            tl_order_number (reg->order, failures->ids[i]));
  tl_entry_set_titles (entry, reg->figures->chart, failures);
  if (entry->type == TL_ENTRY_TEXT) {
    g_free (entry->text);
    entry->text = g_string_free (g_steal_pointer (&numbers), FALSE);
  }
}

TL_FILL (fill_complete)
{
  tl_entry_set (entry, TL_ENTRY_YES_NO,
                tl_recovery_is_complete (reg->figures->chart, recovery_of (reg, row)));
}

TL_FILL (fill_actions)
{
  tl_entry_set (entry, TL_ENTRY_NUMBER, recovery_of (reg, row)->head.children.n);
}

/* The earliest deadline to say something to the customer. */
TL_FILL (fill_first_word)
{
  const TlIdList *children = &recovery_of (reg, row)->head.children;
  int first = TL_NO_INT;

  for (guint i = 0; i < children->n; i++) {
    const TlAction *action = TL_CHART_GET (reg->figures->chart, ACTION, TlAction,
                                           children->ids[i]);

    if (action == NULL || action->within == TL_NO_INT ||
        (action->kind != TL_ACTION_ACKNOWLEDGE && action->kind != TL_ACTION_APOLOGISE &&
         action->kind != TL_ACTION_INFORM))
      continue;
    first = first == TL_NO_INT ? action->within : MIN (first, action->within);
  }
  tl_entry_set_int (entry, TL_ENTRY_SECONDS, first);
}

TL_FILL (fill_time)
{
  if (recovery_of (reg, row)->head.children.n > 0)
    tl_entry_set (entry, TL_ENTRY_SECONDS,
                  tl_recovery_time (reg->figures->chart, recovery_of (reg, row)));
}

/* The least of the failure points whose numbers use it: it pays for all of them. */
TL_FILL (fill_break_even)
{
  const TlIdList *failures = &recovery_of (reg, row)->failures;
  double least = NAN;

  for (guint i = 0; i < failures->n; i++) {
    const TlFailureFigures *f = tl_figures_of_failure (reg->figures, failures->ids[i]);

    if (f != NULL && f->recovery == recovery_of (reg, row) && f->stakes.value > 0)
      least = fmin (least, tl_stakes_break_even (&f->stakes));
  }
  tl_entry_set (entry, TL_ENTRY_MONEY, least);
}

#define FIELD(key, is_main) TL_COLUMN_FIELD (RECOVERY, key, is_main)
static const TlColumn columns[] = {
  TL_COLUMN ("number", N_("No."), TRUE, fill_number),
  TL_COLUMN ("id", N_("Id"), FALSE, tl_fill_id),
  FIELD ("name", TRUE),
  TL_COLUMN ("failures", N_("For"), TRUE, fill_for),
  FIELD ("trigger", FALSE),
  TL_COLUMN ("complete", N_("Complete"), TRUE, fill_complete),
  TL_COLUMN ("actions", N_("Actions"), FALSE, fill_actions),
  TL_COLUMN ("first-word", N_("First word within"), TRUE, fill_first_word),
  TL_COLUMN ("time", N_("Settled within"), TRUE, fill_time),
  FIELD ("compensation", TRUE),
  FIELD ("compensation-max", TRUE),
  FIELD ("cost", TRUE),
  TL_COLUMN ("break-even", N_("Pays up to"), TRUE, fill_break_even),
  FIELD ("success", TRUE),
  FIELD ("resume", FALSE),
  FIELD ("policy", FALSE),
  FIELD ("tier", FALSE),
  FIELD ("rehearsed", FALSE),
};

static void
list (const TlRegister *reg,
      GArray           *rows)
{
  for (guint i = 0; i < reg->order->n_recoveries; i++)
    tl_rows_add (rows, reg->order->recoveries[i], TL_ID_NONE);
}

const TlRegisterPlan tl_register_recoveries = {
  "recoveries", columns, G_N_ELEMENTS (columns), list,
};
