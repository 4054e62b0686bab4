/* ops-record.c - new records that stand by themselves: roles, promises, standards … */
#include "model/ops.h"

#include <glib/gi18n-lib.h>

#include "model/check.h"
#include "model/ops-cells.h"

/* What may be added, the field people know it by, and what has to be given.  The
 * weights are those of Zeithaml, Parasuraman and Berry (1990), stated from memory. */
static const struct {
  TlRecordKind kind;
  const char  *text;     /* NULL: it has no text of its own */
  const char  *day;      /* the field that is today; NULL: none */
  struct {
    const char *xml;
    int         value;
  } given[5];
} rows[] = {
  { TL_RECORD_ECONOMICS, NULL, NULL, { { "cases", 0 } } },
  { TL_RECORD_WEIGHTS, NULL, NULL,
    { { "reliability", 32 }, { "assurance", 19 }, { "tangibles", 11 }, { "empathy", 16 },
      { "responsiveness", 22 } } },
  { TL_RECORD_TIER, "name", NULL, { { NULL, 0 } } },
  { TL_RECORD_ROLE, "name", NULL, { { "kind", TL_ROLE_STAFF } } },
  { TL_RECORD_EXPECTATION, "text", NULL,
    { { "dimension", TL_DIMENSION_RELIABILITY }, { "source", TL_SOURCE_ASSUMPTION } } },
  { TL_RECORD_PROMISE, "text", NULL,
    { { "dimension", TL_DIMENSION_RELIABILITY }, { "medium", TL_MEDIUM_WEBSITE } } },
  { TL_RECORD_STANDARD, "name", NULL,
    { { "dimension", TL_DIMENSION_RELIABILITY }, { "type", TL_STANDARD_HARD } } },
  { TL_RECORD_RATING, NULL, "date",
    { { "dimension", TL_DIMENSION_RELIABILITY }, { "n", 1 } } },
  { TL_RECORD_ITEM, "text", "opened", { { NULL, 0 } } },
  { TL_RECORD_SESSION, NULL, "date", { { NULL, 0 } } },
};

static void
fill (const TlChart *chart,
      TlRecord      *record,
      guint          row,
      TlDate         today)
{
  const TlClass *klass = tl_class_get (record->kind);

  for (guint i = 0; i < G_N_ELEMENTS (rows[row].given); i++) {
    if (rows[row].given[i].xml != NULL)
      TL_FIELD_AT (record, tl_class_find_field (klass, rows[row].given[i].xml), int) =
        rows[row].given[i].value;
  }
  if (rows[row].day != NULL)
    TL_FIELD_AT (record, tl_class_find_field (klass, rows[row].day), TlDate) = today;
  if (record->kind == TL_RECORD_RATING) {
    TlRating *rating = (TlRating *) (void *) record;

    rating->expected = (tl_chart_info (chart)->scale + 1) / 2.0;
    rating->perceived = rating->expected;
  }
}

TlId
tl_ops_add_record (TlChart      *chart,
                   TlRecordKind  kind,
                   const char   *text,
                   TlDate        today,
                   GError      **error)
{
  g_autoptr (TlRecord) record = NULL;
  guint row = 0;

  g_return_val_if_fail (tl_chart_is_open (chart), TL_ID_NONE);

  while (row < G_N_ELEMENTS (rows) && rows[row].kind != kind)
    row++;
  if (row == G_N_ELEMENTS (rows)) {
    tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                 _("This cannot stand by itself; add it where it belongs."));
    return TL_ID_NONE;
  }
  if (tl_class_get (kind)->single && tl_chart_n (chart, kind) > 0) {
    tl_ops_fail (error, TL_OPS_ERROR_REFUSED, _("The chart has these already; change them."));
    return TL_ID_NONE;
  }
  record = tl_record_new (kind);
  fill (chart, record, row, today);
  if (rows[row].text != NULL && !tl_ops_put_text (chart, record, rows[row].text, text, error))
    return TL_ID_NONE;
  return tl_chart_insert (chart, g_steal_pointer (&record), TL_ID_NONE, G_MAXUINT);
}
