/* table-recoveries.c - the register of recovery procedures. */
#include "app/table.h"

#include <glib/gi18n-lib.h>

#include "app/field-text.h"
#include "app/table-data.h"

static const TlRecovery *
recovery_of (const TlTableData *data,
             TlTableRow         row)
{
  return TL_CHART_GET (data->chart, RECOVERY, TlRecovery, row.id);
}

static char *
number_text (const TlTableData *data,
             TlTableRow         row)
{
  return g_strdup_printf ("R%u", tl_order_number (data->order, row.id));
}

static double
number_key (const TlTableData *data,
            TlTableRow         row)
{
  return tl_order_number (data->order, row.id);
}

static char *
name_text (const TlTableData *data,
           TlTableRow         row)
{
  return g_strdup (recovery_of (data, row)->name);
}

static char *
trigger_text (const TlTableData *data,
              TlTableRow         row)
{
  return g_strdup (recovery_of (data, row)->trigger);
}

static char *
failures_text (const TlTableData *data,
               TlTableRow         row)
{
  const TlIdList *ids = &recovery_of (data, row)->failures;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->n; i++)
    g_string_append_printf (text, i > 0 ? " F%u" : "F%u",
                            tl_order_number (data->order, ids->ids[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static double
failures_key (const TlTableData *data,
              TlTableRow         row)
{
  const TlIdList *ids = &recovery_of (data, row)->failures;

  return ids->n > 0 ? tl_order_number (data->order, ids->ids[0]) : G_MAXINT;
}

static char *
actions_text (const TlTableData *data,
              TlTableRow         row)
{
  return g_strdup_printf ("%u", recovery_of (data, row)->head.children.n);
}

static double
actions_key (const TlTableData *data,
             TlTableRow         row)
{
  return recovery_of (data, row)->head.children.n;
}

/* The first word to the customer comes after this. */
static double
first_key (const TlTableData *data,
           TlTableRow         row)
{
  const TlIdList *children = &recovery_of (data, row)->head.children;
  double first = -1;

  for (guint i = 0; i < children->n; i++) {
    const TlAction *action = TL_CHART_GET (data->chart, ACTION, TlAction, children->ids[i]);

    if (action->within != TL_NO_INT && (first < 0 || action->within < first))
      first = action->within;
  }
  return first;
}

static char *
first_text (const TlTableData *data,
            TlTableRow         row)
{
  const TlIdList *children = &recovery_of (data, row)->head.children;
  double first = first_key (data, row);

  for (guint i = 0; i < children->n && first >= 0; i++) {
    const TlAction *action = TL_CHART_GET (data->chart, ACTION, TlAction, children->ids[i]);

    if (action->within == (int) first)
      return tl_field_shown_of (data->chart, action->head.id, "within");
  }
  return NULL;
}

static char *
compensation_text (const TlTableData *data,
                   TlTableRow         row)
{
  return tl_field_shown_of (data->chart, row.id, "compensation");
}

static char *
most_text (const TlTableData *data,
           TlTableRow         row)
{
  return recovery_of (data, row)->compensation_max > 0
           ? tl_field_shown_of (data->chart, row.id, "compensation-max") : NULL;
}

static double
most_key (const TlTableData *data,
          TlTableRow         row)
{
  return (double) recovery_of (data, row)->compensation_max;
}

static char *
cost_text (const TlTableData *data,
           TlTableRow         row)
{
  return tl_field_shown_of (data->chart, row.id, "cost");
}

static double
cost_key (const TlTableData *data,
          TlTableRow         row)
{
  return (double) recovery_of (data, row)->cost;
}

static char *
success_text (const TlTableData *data,
              TlTableRow         row)
{
  return tl_field_shown_of (data->chart, row.id, "success");
}

static double
success_key (const TlTableData *data,
             TlTableRow         row)
{
  double success = recovery_of (data, row)->success;

  return isnan (success) ? -1 : success;
}

static char *
rehearsed_text (const TlTableData *data,
                TlTableRow         row)
{
  char *text = tl_field_shown_of (data->chart, row.id, "rehearsed");

  if (*text != '\0')
    return text;
  g_free (text);
  return g_strdup (_("Never"));
}

static double
rehearsed_key (const TlTableData *data,
               TlTableRow         row)
{
  return recovery_of (data, row)->rehearsed;
}

/* Who acts first. */
static char *
role_text (const TlTableData *data,
           TlTableRow         row)
{
  const TlIdList *actions = &recovery_of (data, row)->head.children;

  return actions->n > 0 ? tl_field_shown_of (data->chart, actions->ids[0], "role") : NULL;
}

/* Of the failure point that its figures are about. */
static char *
dimension_text (const TlTableData *data,
                TlTableRow         row)
{
  const TlIdList *failures = &recovery_of (data, row)->failures;

  return failures->n > 0 ? tl_field_shown_of (data->chart, failures->ids[0], "dimension") : NULL;
}

static const TlTableColumn columns[] = {
  { N_("No."), TL_COLUMN_PLAIN, 5, NULL, number_text, number_key, NULL, NULL },
  { N_("Recovery procedure"), TL_COLUMN_WIDE, 22, "name", name_text, NULL, NULL, NULL },
  { N_("Trigger"), TL_COLUMN_PLAIN, 26, "trigger", trigger_text, NULL, NULL, NULL },
  { N_("For"), TL_COLUMN_PLAIN, 8, NULL, failures_text, failures_key, NULL, NULL },
  { N_("Actions"), TL_COLUMN_NUMBER, 8, NULL, actions_text, actions_key, NULL, NULL },
  { N_("First within"), TL_COLUMN_NUMBER, 11, NULL, first_text, first_key, NULL, NULL },
  { N_("Compensation"), TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 13, NULL,
    compensation_text, NULL, NULL, NULL },
  { N_("At most"), TL_COLUMN_NUMBER, 11, "compensation-max", most_text, most_key, NULL, NULL },
  { N_("Average cost"), TL_COLUMN_NUMBER, 11, "cost", cost_text, cost_key, NULL, NULL },
  { N_("Customers who stay"), TL_COLUMN_NUMBER, 18, "success",
    success_text, success_key, NULL, NULL },
  { N_("Rehearsed"), TL_COLUMN_PLAIN, 11, "rehearsed", rehearsed_text, rehearsed_key, NULL, NULL },
  { N_("First to act"), TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 14, NULL,
    role_text, NULL, NULL, NULL },
  { N_("Phase"), TL_COLUMN_GROUPS, 12, NULL, tl_table_phase_text, tl_table_phase_key, NULL, NULL },
  { N_("Dimension"), TL_COLUMN_GROUPS, 14, NULL, dimension_text, NULL, NULL, NULL },
};

static void
fill (const TlTableData *data,
      GArray            *rows)
{
  for (guint i = 0; i < data->order->n_recoveries; i++) {
    TlTableRow row = { data->order->recoveries[i], 0 };

    g_array_append_val (rows, row);
  }
}

const TlTable tl_table_recoveries = {
  "recoveries", N_("Recoveries"), N_("No recovery procedures yet"), columns,
  G_N_ELEMENTS (columns), fill, NULL,
  TL_TABLE_NEEDS_NOTHING, 0, NULL,
};
