/* table-steps.c - the table of all steps. */
#include "app/table.h"

#include <glib/gi18n-lib.h>

#include "app/field-text.h"
#include "app/record-words.h"

static const TlStep *
step_of (const TlTableData *data,
         TlTableRow         row)
{
  return TL_CHART_GET (data->chart, STEP, TlStep, row.id);
}

static char *
number_text (const TlTableData *data,
             TlTableRow         row)
{
  return g_strdup_printf ("%u", tl_order_number (data->order, row.id));
}

static double
number_key (const TlTableData *data,
            TlTableRow         row)
{
  return tl_order_number (data->order, row.id);
}

static char *
label_text (const TlTableData *data,
            TlTableRow         row)
{
  return g_strdup (step_of (data, row)->label);
}

static char *
phase_text (const TlTableData *data,
            TlTableRow         row)
{
  return g_strdup (TL_CHART_GET (data->chart, PHASE, TlPhase, step_of (data, row)->phase)->name);
}

static double
phase_key (const TlTableData *data,
           TlTableRow         row)
{
  return tl_chart_index (data->chart, step_of (data, row)->phase);
}

static char *
lane_text (const TlTableData *data,
           TlTableRow         row)
{
  return g_strdup (TL_CHART_GET (data->chart, LANE, TlLane, step_of (data, row)->lane)->name);
}

static double
lane_key (const TlTableData *data,
          TlTableRow         row)
{
  return tl_chart_index (data->chart, step_of (data, row)->lane);
}

static char *
role_text (const TlTableData *data,
           TlTableRow         row)
{
  return tl_field_shown_of (data->chart, row.id, "role");
}

static char *
kind_text (const TlTableData *data,
           TlTableRow         row)
{
  return tl_field_shown_of (data->chart, row.id, "kind");
}

/* Times and money of 0 are left out: a table is read by what stands in it. */
static char *
touch_text (const TlTableData *data,
            TlTableRow         row)
{
  return step_of (data, row)->touch > 0 ? tl_field_shown_of (data->chart, row.id, "touch") : NULL;
}

static double
touch_key (const TlTableData *data,
           TlTableRow         row)
{
  return step_of (data, row)->touch;
}

static char *
wait_text (const TlTableData *data,
           TlTableRow         row)
{
  return step_of (data, row)->wait > 0 ? tl_field_shown_of (data->chart, row.id, "wait") : NULL;
}

static double
wait_key (const TlTableData *data,
          TlTableRow         row)
{
  return step_of (data, row)->wait;
}

static char *
cost_text (const TlTableData *data,
           TlTableRow         row)
{
  return step_of (data, row)->cost > 0 ? tl_field_shown_of (data->chart, row.id, "cost") : NULL;
}

static double
cost_key (const TlTableData *data,
          TlTableRow         row)
{
  return (double) step_of (data, row)->cost;
}

static char *
failures_text (const TlTableData *data,
               TlTableRow         row)
{
  const GArray *ids = tl_chart_index_failures (data->index, row.id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, i > 0 ? " F%u" : "F%u",
                            tl_order_number (data->order, g_array_index (ids, TlId, i)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* By the highest priority, then by how many. */
static double
failures_key (const TlTableData *data,
              TlTableRow         row)
{
  const GArray *ids = tl_chart_index_failures (data->index, row.id);
  TlPriority highest = TL_PRIORITY_NONE;

  for (guint i = 0; i < ids->len; i++) {
    TlPriority priority = tl_failure_priority (
      TL_CHART_GET (data->chart, FAILURE, TlFailure, g_array_index (ids, TlId, i)));

    highest = MAX (highest, priority);
  }
  return highest * 1000.0 + ids->len;
}

static char *
recoveries_text (const TlTableData *data,
                 TlTableRow         row)
{
  const GArray *failures = tl_chart_index_failures (data->index, row.id);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < failures->len; i++) {
    const GArray *ids =
      tl_chart_index_recoveries (data->index, g_array_index (failures, TlId, i));

    for (guint k = 0; k < ids->len; k++) {
      TlId id = g_array_index (ids, TlId, k);

      if (g_hash_table_add (told, GUINT_TO_POINTER (id)))
        g_string_append_printf (text, text->len > 0 ? " R%u" : "R%u",
                                tl_order_number (data->order, id));
    }
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const TlTableColumn columns[] = {
  { N_("No."), TL_COLUMN_PLAIN, 5, NULL, number_text, number_key, NULL, NULL },
  { N_("Step"), TL_COLUMN_WIDE, 24, "label", label_text, NULL, NULL, NULL },
  { N_("Phase"), TL_COLUMN_GROUPS, 14, NULL, phase_text, phase_key, NULL, NULL },
  { N_("Lane"), TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 14, NULL, lane_text, lane_key, NULL, NULL },
  { N_("Role"), TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 14, NULL, role_text, NULL, NULL, NULL },
  { N_("Kind"), TL_COLUMN_GROUPS, 12, NULL, kind_text, NULL, NULL, NULL },
  { N_("Working time"), TL_COLUMN_NUMBER, 12, "touch", touch_text, touch_key, NULL, NULL },
  { N_("Waiting time"), TL_COLUMN_NUMBER, 12, "wait", wait_text, wait_key, NULL, NULL },
  { N_("Materials"), TL_COLUMN_NUMBER, 10, "cost", cost_text, cost_key, NULL, NULL },
  { N_("Failure points"), TL_COLUMN_PLAIN, 12, NULL, failures_text, failures_key, NULL, NULL },
  { N_("Recovery"), TL_COLUMN_PLAIN, 10, NULL, recoveries_text, NULL, NULL, NULL },
};

static void
fill (const TlTableData *data,
      GArray            *rows)
{
  for (guint i = 0; i < data->order->n_steps; i++) {
    TlTableRow row = { data->order->steps[i], 0 };

    g_array_append_val (rows, row);
  }
}

static char *
speak (const TlTableData *data,
       TlTableRow         row)
{
  return tl_chart_index_speak_step (data->index, data->editor, row.id);
}

const TlTable tl_table_steps = {
  "steps", N_("Steps"), N_("No steps yet"), columns, G_N_ELEMENTS (columns), fill, speak,
  TL_TABLE_NEEDS_INDEX, 0, NULL,
};
