/* find.c - where in a chart a text is written. */
#include "app/find.h"

#include <string.h>

#define IN_PICTURE (1u << TL_RECORD_LANE | 1u << TL_RECORD_PHASE | 1u << TL_RECORD_STEP | \
                    1u << TL_RECORD_CONNECTOR | 1u << TL_RECORD_FAILURE | 1u << TL_RECORD_RECOVERY)

typedef struct {
  TlEditor   *editor;
  TlChart    *chart;
  char       *folded;
  guint8     *seen;    /* by handle */
  GArray     *hits;
} Search;

gboolean
tl_find_text_holds (const char *text,
                    const char *folded)
{
  g_autofree char *own = NULL;

  if (text == NULL)
    return FALSE;
  own = g_utf8_casefold (text, -1);
  return strstr (own, folded) != NULL;
}

/* The first text of the record that holds it. */
static const TlField *
find_field (const Search   *search,
            const TlRecord *record)
{
  const TlClass *klass = tl_class_get (record->kind);

  for (guint i = 0; i < klass->n_fields; i++) {
    const TlField *field = &klass->fields[i];

    if (field->type == TL_FIELD_TEXT &&
        tl_find_text_holds (TL_FIELD_AT (record, field, char *), search->folded))
      return field;
  }
  for (guint i = 0; i < record->children.n; i++) {
    const TlField *field =
      find_field (search, tl_chart_get (search->chart, record->children.ids[i]));

    if (field != NULL)
      return field;
  }
  return NULL;
}

/* "f3" is what F3 is called. */
static gboolean
is_number (const Search   *search,
           const TlRecord *record)
{
  char mark = record->kind == TL_RECORD_FAILURE ? 'f' : record->kind == TL_RECORD_RECOVERY ? 'r' : 0;
  g_autofree char *name = NULL;

  if (mark == 0)
    return FALSE;
  name = g_strdup_printf ("%c%u", mark,
                          tl_order_number (tl_editor_get_order (search->editor), record->id));
  return g_str_equal (name, search->folded);
}

/* The first step it is about, for what is not in the picture. */
static TlId
place_of (const TlRecord *record)
{
  const TlClass *klass = tl_class_get (record->kind);

  if ((IN_PICTURE & 1u << record->kind) != 0)
    return record->id;
  for (guint i = 0; i < klass->n_fields; i++) {
    const TlField *field = &klass->fields[i];

    if (field->type == TL_FIELD_REFS && (field->kinds & 1u << TL_RECORD_STEP) != 0) {
      const TlIdList *steps = &TL_FIELD_AT (record, field, TlIdList);

      if (steps->n > 0)
        return steps->ids[0];
    }
  }
  return TL_ID_NONE;
}

static void
look_at (Search *search,
         TlId    id)
{
  const TlRecord *record = tl_chart_get (search->chart, id);
  TlHit hit = { id, TL_ID_NONE, NULL };

  if (search->seen[id])
    return;
  search->seen[id] = TRUE;
  hit.field = find_field (search, record);
  if (hit.field == NULL && !is_number (search, record))
    return;
  hit.place = place_of (record);
  g_array_append_val (search->hits, hit);
}

/* What hangs on each step or connector, by the handle of that: failure points, and the
 * connectors that leave a step. */
static GHashTable *
gather (const Search *search)
{
  GHashTable *by_place =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  static const TlRecordKind kinds[] = { TL_RECORD_FAILURE, TL_RECORD_CONNECTOR };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    for (guint i = 0; i < tl_chart_n (search->chart, kinds[k]); i++) {
      const TlRecord *record = tl_chart_nth (search->chart, kinds[k], i);
      TlId place = kinds[k] == TL_RECORD_FAILURE
                     ? TL_CHART_GET (search->chart, FAILURE, TlFailure, record->id)->at
                     : TL_CHART_GET (search->chart, CONNECTOR, TlConnector, record->id)->from;
      GArray *ids = g_hash_table_lookup (by_place, GUINT_TO_POINTER (place));

      if (ids == NULL) {
        ids = g_array_new (FALSE, FALSE, sizeof (TlId));
        g_hash_table_insert (by_place, GUINT_TO_POINTER (place), ids);
      }
      g_array_append_val (ids, record->id);
    }
  }
  return by_place;
}

static void
look_with_what_hangs_on_it (Search     *search,
                            GHashTable *by_place,
                            TlId        id)
{
  const GArray *ids = g_hash_table_lookup (by_place, GUINT_TO_POINTER (id));

  look_at (search, id);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    look_with_what_hangs_on_it (search, by_place, g_array_index (ids, TlId, i));
}

GArray *
tl_find (TlEditor   *editor,
         const char *text)
{
  Search search = { .editor = editor, .chart = tl_editor_get_chart (editor) };
  const TlOrder *order = tl_editor_get_order (editor);
  g_autoptr (GHashTable) by_place = NULL;

  search.hits = g_array_new (FALSE, FALSE, sizeof (TlHit));
  if (*text == '\0')
    return search.hits;
  search.folded = g_utf8_casefold (text, -1);
  search.seen = g_new0 (guint8, tl_chart_id_limit (search.chart));
  by_place = gather (&search);
  for (guint i = 0; i < order->n_steps; i++)
    look_with_what_hangs_on_it (&search, by_place, order->steps[i]);
  for (guint i = 0; i < order->n_recoveries; i++)
    look_at (&search, order->recoveries[i]);
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    for (guint i = 0; i < tl_chart_n (search.chart, kind); i++) {
      const TlRecord *record = tl_chart_nth (search.chart, kind, i);

      if (record->parent == TL_ID_NONE)
        look_at (&search, record->id);
    }
  }
  g_free (search.seen);
  g_free (search.folded);
  return search.hits;
}
