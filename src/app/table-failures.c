/* table-failures.c - the failure register. */
#include "app/table.h"

#include <glib/gi18n-lib.h>

#include "app/field-text.h"
#include "app/record-words.h"
#include "app/table-data.h"

static const TlFailure *
failure_of (const TlTableData *data,
            TlTableRow         row)
{
  return TL_CHART_GET (data->chart, FAILURE, TlFailure, row.id);
}

static char *
number_text (const TlTableData *data,
             TlTableRow         row)
{
  return g_strdup_printf ("F%u", tl_order_number (data->order, row.id));
}

static double
number_key (const TlTableData *data,
            TlTableRow         row)
{
  return tl_order_number (data->order, row.id);
}

static char *
title_text (const TlTableData *data,
            TlTableRow         row)
{
  return g_strdup (failure_of (data, row)->title);
}

/* The step it sits on, or that its connector leaves. */
static const TlStep *
step_of (const TlTableData *data,
         TlTableRow         row)
{
  TlId at = failure_of (data, row)->at;
  const TlConnector *connector = TL_CHART_GET (data->chart, CONNECTOR, TlConnector, at);

  return TL_CHART_GET (data->chart, STEP, TlStep, connector != NULL ? connector->from : at);
}

static char *
at_text (const TlTableData *data,
         TlTableRow         row)
{
  return tl_record_title (data->editor, failure_of (data, row)->at);
}

static double
at_key (const TlTableData *data,
        TlTableRow         row)
{
  return tl_order_number (data->order, step_of (data, row)->head.id);
}

static char *
role_text (const TlTableData *data,
           TlTableRow         row)
{
  return tl_field_shown_of (data->chart, step_of (data, row)->head.id, "role");
}

/* Ratings; what is not given sorts before everything. */

static double
rating_key (int rating)
{
  return rating == TL_NO_INT ? -1 : rating;
}

static char *
s_text (const TlTableData *data,
        TlTableRow         row)
{
  return tl_field_shown_of (data->chart, row.id, "S");
}

static double
s_key (const TlTableData *data,
       TlTableRow         row)
{
  return rating_key (failure_of (data, row)->s);
}

static char *
o_text (const TlTableData *data,
        TlTableRow         row)
{
  return tl_field_shown_of (data->chart, row.id, "O");
}

static double
o_key (const TlTableData *data,
       TlTableRow         row)
{
  return rating_key (failure_of (data, row)->o);
}

static char *
d_text (const TlTableData *data,
        TlTableRow         row)
{
  return tl_field_shown_of (data->chart, row.id, "D");
}

static double
d_key (const TlTableData *data,
       TlTableRow         row)
{
  return rating_key (failure_of (data, row)->d);
}

static double
rpn_key (const TlTableData *data,
         TlTableRow         row)
{
  return tl_failure_rpn (failure_of (data, row));
}

static char *
rpn_text (const TlTableData *data,
          TlTableRow         row)
{
  int rpn = tl_failure_rpn (failure_of (data, row));

  return rpn > 0 ? g_strdup_printf ("%d", rpn) : NULL;
}

static char *
priority_text (const TlTableData *data,
               TlTableRow         row)
{
  return g_strdup (tl_priority_label (tl_failure_priority (failure_of (data, row))));
}

/* The highest first, and within one by RPN. */
static double
priority_key (const TlTableData *data,
              TlTableRow         row)
{
  return -(double) tl_failure_priority (failure_of (data, row));
}

static const char *
priority_style (const TlTableData *data,
                TlTableRow         row)
{
  return tl_priority_css_class (tl_failure_priority (failure_of (data, row)));
}

static char *
dimension_text (const TlTableData *data,
                TlTableRow         row)
{
  return tl_field_shown_of (data->chart, row.id, "dimension");
}

/* Which of the four gaps it comes from. */
static char *
gap_text (const TlTableData *data,
          TlTableRow         row)
{
  static const TlGap gaps[] = {
    TL_GAP_EXPECTATION, TL_GAP_STANDARD, TL_GAP_DELIVERY, TL_GAP_PROMISE,
  };
  int gap = failure_of (data, row)->gap;

  return gap >= 1 && gap <= (int) G_N_ELEMENTS (gaps) ? g_strdup (tl_gap_label (gaps[gap - 1]))
                                                      : NULL;
}

static double
gap_key (const TlTableData *data,
         TlTableRow         row)
{
  int gap = failure_of (data, row)->gap;

  return gap != TL_NO_INT ? gap : G_MAXINT;
}

static char *
actor_text (const TlTableData *data,
            TlTableRow         row)
{
  return tl_field_shown_of (data->chart, row.id, "actor");
}

static char *
recoveries_text (const TlTableData *data,
                 TlTableRow         row)
{
  const GArray *ids = tl_chart_index_recoveries (data->index, row.id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, i > 0 ? " R%u" : "R%u",
                            tl_order_number (data->order, g_array_index (ids, TlId, i)));
  if (ids->len == 0 && failure_of (data, row)->accepted != NULL)
    /* Translators: nothing is done about a failure point, on purpose. */
    return g_strdup (_("Accepted"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const TlTableColumn columns[] = {
  { N_("No."), TL_COLUMN_PLAIN, 5, NULL, number_text, number_key, NULL, NULL },
  { N_("What goes wrong"), TL_COLUMN_WIDE, 24, "title", title_text, NULL, NULL, NULL },
  { N_("Where"), TL_COLUMN_PLAIN, 20, NULL, at_text, at_key, NULL, NULL },
  { N_("Phase"), TL_COLUMN_GROUPS, 12, NULL, tl_table_phase_text, tl_table_phase_key, NULL, NULL },
  { N_("Severity"), TL_COLUMN_NUMBER, 8, "S", s_text, s_key, NULL, NULL },
  { N_("Occurrence"), TL_COLUMN_NUMBER, 10, "O", o_text, o_key, NULL, NULL },
  { N_("Detection"), TL_COLUMN_NUMBER, 9, "D", d_text, d_key, NULL, NULL },
  /* Translators: risk priority number. */
  { N_("RPN"), TL_COLUMN_NUMBER, 6, NULL, rpn_text, rpn_key, NULL, NULL },
  { N_("Priority"), TL_COLUMN_GROUPS | TL_COLUMN_BADGE | TL_COLUMN_FILTERS, 10, NULL,
    priority_text, priority_key, priority_style, NULL },
  { N_("Recovery"), TL_COLUMN_PLAIN, 10, NULL, recoveries_text, NULL, NULL, NULL },
  { N_("Gap"), TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 16, NULL, gap_text, gap_key, NULL, NULL },
  { N_("Dimension"), TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 14, NULL, dimension_text, NULL, NULL,
    NULL },
  { N_("Caused by"), TL_COLUMN_GROUPS, 12, NULL, actor_text, NULL, NULL, NULL },
  { N_("Role"), TL_COLUMN_GROUPS | TL_COLUMN_FILTERS, 14, NULL, role_text, NULL, NULL, NULL },
};

static void
fill (const TlTableData *data,
      GArray            *rows)
{
  for (guint i = 0; i < data->order->n_failures; i++) {
    TlTableRow row = { data->order->failures[i], 0 };

    g_array_append_val (rows, row);
  }
}

const TlTable tl_table_failures = {
  "failures", N_("Failure Points"), N_("No failure points yet"), columns,
  G_N_ELEMENTS (columns), fill, NULL,
  TL_TABLE_NEEDS_INDEX, 0, NULL,
};
