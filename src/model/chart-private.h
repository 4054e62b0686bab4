/* chart-private.h - what is inside a chart.  For chart.c, the tables of records, and
 * history.c, transactions and undo; everybody else includes chart.h.
 *
 * Invariants, true whenever no transaction is open:
 *   (1) a record is in records[its handle] and once in the table of its kind, or
 *       is held by a change in the history, never both;
 *   (2) no handle is ever given out twice, not even after an undo;
 *   (3) history[0..cursor) are done, history[cursor..) are undone;
 *   (4) names maps the XML id of every live record to its handle;
 *   (5) a child record's parent lists it, once, and nothing else.
 */
#pragma once

#include "model/chart.h"
#include "model/names.h"

G_BEGIN_DECLS

typedef enum {
  TL_CHANGE_EDIT,     /* record: how it looks on the other side */
  TL_CHANGE_INSERT,   /* record: NULL while done */
  TL_CHANGE_REMOVE,   /* record: NULL while undone */
  TL_CHANGE_MOVE      /* index: where it stands on the other side */
} TlChangeType;

typedef struct {
  TlChangeType type;
  TlId         id;
  guint        index;    /* in the table, of an insert or remove */
  TlRecord    *record;   /* owned */
} TlChange;

typedef struct {
  char   *label;
  GArray *changes;        /* TlChange */
  guint64 version;        /* of the chart on the other side */
} TlEntry;

struct _TlChart {
  /* Owned */
  GPtrArray  *tables[TL_N_RECORD_KINDS];   /* TlRecord, owned through records */
  GPtrArray  *records;                     /* by handle; NULL = not live */
  TlNames    *names;                       /* XML ids, borrowed from the records */
  GPtrArray  *history;                     /* TlEntry */

  /* State */
  guint       cursor;
  guint64     version, last_version;
  TlEntry    *open;                        /* the transaction, or NULL */
  gboolean    loading;                     /* it will be settled, so it remembers nothing */
  GArray     *seen;                        /* by handle: serial of the last transaction to write */
  guint32     serial;

  /* Borrowed */
  TlChartNotify notify;
  gpointer      notify_data;
};

static inline TlRecord *
tl_chart_lookup (const TlChart *chart,
                 TlId           id)
{
  return id < chart->records->len ? g_ptr_array_index (chart->records, id) : NULL;
}

/* The tables and the names, without a thought for undo.  @index G_MAXUINT appends; the
 * others return where the record was. */
void   tl_chart_table_insert (TlChart  *chart,
                              TlRecord *record,
                              guint     index);
guint  tl_chart_table_take   (TlChart  *chart,
                              TlRecord *record);
guint  tl_chart_table_move   (TlChart  *chart,
                              TlRecord *record,
                              guint     index);
void   tl_chart_name_add     (TlChart  *chart,
                              TlRecord *record);
void   tl_chart_name_take    (TlChart  *chart,
                              TlRecord *record);

/* Takes what it takes to turn round what was just done. */
void   tl_chart_remember     (TlChart  *chart,
                              TlChange  change);
void   tl_chart_entry_free   (gpointer  data);

G_END_DECLS
