/* register-items.c - action items, what is still to do first, by the date due. */
#include "analysis/register-rows.h"

#include <glib/gi18n-lib.h>

static const TlItem *
item_of (const TlRegister *reg,
         TlId              id)
{
  return TL_CHART_GET (reg->figures->chart, ITEM, TlItem, id);
}

static gboolean
is_open (const TlItem *item)
{
  return item->status == TL_ITEM_OPEN || item->status == TL_ITEM_DOING;
}

TL_FILL (fill_overdue)
{
  const TlItem *item = item_of (reg, row->record);

  tl_entry_set (entry, TL_ENTRY_YES_NO,
                is_open (item) && item->due != 0 && item->due < reg->figures->today);
}

#define FIELD(key, is_main) TL_COLUMN_FIELD (ITEM, key, is_main)
static const TlColumn columns[] = {
  TL_COLUMN ("id", N_("Id"), FALSE, tl_fill_id),
  FIELD ("text", TRUE),
  FIELD ("status", TRUE),
  FIELD ("owner", TRUE),
  FIELD ("due", TRUE),
  TL_COLUMN ("overdue", N_("Overdue"), TRUE, fill_overdue),
  FIELD ("about", TRUE),
  FIELD ("rule", FALSE),
  FIELD ("source", FALSE),
  FIELD ("reason", FALSE),
  FIELD ("opened", FALSE),
  FIELD ("closed", FALSE),
};

/* Without a date comes after every date; equals stay in document order. */
static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const TlRegister *reg = data;
  const TlItem *x = item_of (reg, ((const TlRegisterRow *) a)->record);
  const TlItem *y = item_of (reg, ((const TlRegisterRow *) b)->record);
  guint place_x = tl_chart_index (reg->figures->chart, x->head.id);
  guint place_y = tl_chart_index (reg->figures->chart, y->head.id);
  TlDate due_x = x->due != 0 ? x->due : G_MAXUINT32, due_y = y->due != 0 ? y->due : G_MAXUINT32;

  if (is_open (x) != is_open (y))
    return is_open (x) ? -1 : 1;
  if (due_x != due_y)
    return due_x < due_y ? -1 : 1;
  return place_x < place_y ? -1 : 1;
}

static void
list (const TlRegister *reg,
      GArray           *rows)
{
  tl_rows_add_all (reg, TL_RECORD_ITEM, rows);
  g_array_sort_with_data (rows, compare_items, (gpointer) reg);
}

const TlRegisterPlan tl_register_items = {
  "items", columns, G_N_ELEMENTS (columns), list,
};
