/* field-set.c - what a person wrote into rows, set in the chart. */
#include "app/field-set.h"

#include <string.h>

#include "app/field-text.h"
#include "model/units.h"

/* To the same column and row of another lane or phase, as far as it has them. */
static gboolean
move_step (TlChart     *chart,
           TlId         id,
           const char  *xml,
           const char  *text,
           GError     **error)
{
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, id);
  TlCell cell = { step->lane, step->phase, step->column, step->row };
  TlId target = tl_chart_find (chart, text);
  const TlPhase *phase = TL_CHART_GET (chart, PHASE, TlPhase, target);

  if (target == TL_ID_NONE)
    return tl_ops_set (chart, id, xml, text, error);
  if (phase != NULL) {
    cell.phase = target;
    cell.column = MIN (cell.column, phase->columns - 1);
  } else {
    cell.lane = target;
    cell.row = 0;
  }
  return tl_ops_move_to (chart, &id, 1, cell, error);
}

/* A type of error that does not fit whose it is goes with the change. */
static gboolean
set_actor (TlChart     *chart,
           TlId         id,
           const char  *text,
           GError     **error)
{
  static const char * const both[] = { "actor", "error" };
  const char *values[] = { text, "" };
  g_autoptr (GError) misfit = NULL;

  return tl_ops_set (chart, id, "actor", text, &misfit) ||
         tl_ops_set_several (chart, id, both, values, G_N_ELEMENTS (both), error);
}

typedef gboolean (*Setter) (TlChart *, TlId, const char *, GError **);

static gboolean
set_lane (TlChart     *chart,
          TlId         id,
          const char  *text,
          GError     **error)
{
  return move_step (chart, id, "lane", text, error);
}

static gboolean
set_phase (TlChart     *chart,
           TlId         id,
           const char  *text,
           GError     **error)
{
  return move_step (chart, id, "phase", text, error);
}

static gboolean
set_place (TlChart     *chart,
           TlId         id,
           const char  *text,
           GError     **error)
{
  return tl_ops_move_failure (chart, id, tl_chart_find (chart, text), error);
}

static gboolean
set_columns (TlChart     *chart,
             TlId         id,
             const char  *text,
             GError     **error)
{
  int columns;

  if (!tl_int_parse (text, &columns) || columns < 1)
    return tl_ops_set (chart, id, "columns", text, error);
  return tl_ops_resize_phase (chart, id, columns, error);
}

static gboolean
set_rows (TlChart     *chart,
          TlId         id,
          const char  *text,
          GError     **error)
{
  int rows;

  if (!tl_int_parse (text, &rows) || rows < 1)
    return tl_ops_set (chart, id, "rows", text, error);
  return tl_ops_resize_lane (chart, id, rows, error);
}

static gboolean
set_kind (TlChart     *chart,
          TlId         id,
          const char  *text,
          GError     **error)
{
  return tl_ops_set (chart, id, "kind", text, error);
}

static gboolean
set_share (TlChart     *chart,
           TlId         id,
           const char  *text,
           GError     **error)
{
  return tl_ops_set_share (chart, id, text, NULL, 0, error);
}

static Setter
find_setter (TlRecordKind  kind,
             const char   *xml)
{
  static const struct {
    TlRecordKind kind;
    const char  *xml;
    Setter       set;
  } rows[] = {
    { TL_RECORD_STEP, "kind", set_kind },         { TL_RECORD_STEP, "lane", set_lane },
    { TL_RECORD_STEP, "phase", set_phase },       { TL_RECORD_FAILURE, "at", set_place },
    { TL_RECORD_FAILURE, "actor", set_actor },    { TL_RECORD_PHASE, "columns", set_columns },
    { TL_RECORD_LANE, "rows", set_rows },         { TL_RECORD_STANDARD, "share", set_share },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (rows[i].kind == kind && strcmp (rows[i].xml, xml) == 0)
      return rows[i].set;
  }
  return NULL;
}

gboolean
tl_field_set (TlChart               *chart,
              TlId                   id,
              const TlField * const *fields,
              const char * const    *texts,
              guint                  n,
              GError               **error)
{
  g_autoptr (GPtrArray) xml = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const TlRecord *record = tl_chart_get (chart, id);

  g_return_val_if_fail (record != NULL, FALSE);

  for (guint i = 0; i < n; i++) {
    Setter set = find_setter (record->kind, fields[i]->xml);

    if (set != NULL && !set (chart, id, texts[i], error))
      return FALSE;
    if (set != NULL)
      continue;
    g_ptr_array_add (xml, (gpointer) fields[i]->xml);
    g_ptr_array_add (values, tl_field_plain (chart, tl_chart_get (chart, id), fields[i], texts[i]));
  }
  if (xml->len == 1)
    return tl_ops_set (chart, id, xml->pdata[0], values->pdata[0], error);
  return xml->len == 0 || tl_ops_set_several (chart, id, (const char * const *) xml->pdata,
                                              (const char * const *) values->pdata, xml->len,
                                              error);
}
