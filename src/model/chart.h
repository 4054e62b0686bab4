/* chart.h - a chart in memory: tables of records, transactions, undo.
 *
 * Reading: tl_chart_get() and friends lend const pointers that stay good until
 * the next begin, abort, undo or redo.  Keep ids, not pointers.
 *
 * Writing: only between tl_chart_begin() and tl_chart_commit() or
 * tl_chart_abort().  The first write to a record keeps how it looked before, so
 * no operation ever says how it is undone.  A commit that breaks an invariant
 * (see check.h) changes nothing; one that changed nothing leaves no history.
 *
 * Notices: one for each commit, undo or redo that changed something.
 */
#pragma once

#include "model/class.h"

G_BEGIN_DECLS

typedef struct _TlChart TlChart;

#define TL_CHART_ERROR (tl_chart_error_quark ())
typedef enum {
  TL_CHART_ERROR_INVALID   /* the change would break an invariant */
} TlChartError;
GQuark          tl_chart_error_quark    (void);

/* @touched: records that were added, changed or removed, each once. */
typedef void  (*TlChartNotify)          (TlChart         *chart,
                                         const TlId      *touched,
                                         guint            n_touched,
                                         gpointer         data);

/* A chart with its TL_RECORD_CHART record and nothing else: not valid yet, for
 * it has no title and no lane. */
TlChart        *tl_chart_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void            tl_chart_free           (TlChart         *chart);
void            tl_chart_set_notify     (TlChart         *chart,
                                         TlChartNotify    notify,
                                         gpointer         data);

/* Reading. */
const TlChartInfo *tl_chart_info        (const TlChart   *chart);
guint           tl_chart_n              (const TlChart   *chart,
                                         TlRecordKind     kind);
/* The record at @index in document order; children in no promised order. */
const TlRecord *tl_chart_nth            (const TlChart   *chart,
                                         TlRecordKind     kind,
                                         guint            index);
guint           tl_chart_index          (const TlChart   *chart,
                                         TlId             id);
const TlRecord *tl_chart_get            (const TlChart   *chart,
                                         TlId             id);
const TlRecord *tl_chart_get_as         (const TlChart   *chart,
                                         TlRecordKind     kind,
                                         TlId             id);
/* Whether every record with an XML id is the one tl_chart_find() gives for it. */
gboolean        tl_chart_names_differ   (const TlChart   *chart);
TlId            tl_chart_find           (const TlChart   *chart,
                                         const char      *name);
/* The same for a @name that does not end with a NUL. */
TlId            tl_chart_find_part      (const TlChart   *chart,
                                         const char      *name,
                                         gsize            length);
/* One more than the greatest handle ever given out: sizes arrays by handle. */
TlId            tl_chart_id_limit       (const TlChart   *chart);
/* Digits after the point of the chart's currency, by ISO 4217: 2 for most. */
guint           tl_chart_currency_digits (const TlChart  *chart);

/* Typed reading: NULL when there is no such record or it is of another kind. */
#define TL_CHART_GET(chart, KIND, Type, id) \
  ((const Type *) (const void *) tl_chart_get_as ((chart), TL_RECORD_##KIND, (id)))
#define TL_CHART_NTH(chart, KIND, Type, index) \
  ((const Type *) (const void *) tl_chart_nth ((chart), TL_RECORD_##KIND, (index)))

/* Writing. */
/* @label: what the undo menu names, already translated; copied. */
void            tl_chart_begin          (TlChart         *chart,
                                         const char      *label);
/* The same for filling a chart that nobody has seen yet: nothing is remembered that
 * could undo it, and only tl_chart_settle() ends it. */
void            tl_chart_begin_loading  (TlChart         *chart);
gboolean        tl_chart_is_open        (const TlChart   *chart);
/* On failure the transaction is aborted, and @error tells every broken
 * invariant in one message, a line each. */
gboolean        tl_chart_commit         (TlChart         *chart,
                                         GError         **error);
void            tl_chart_abort          (TlChart         *chart);

/* Takes @record (made by tl_record_new()), gives it a handle and, where its kind
 * has one and none is set, a random XML id.  @index G_MAXUINT appends.  A child
 * record goes to @parent's children at @index. */
TlId            tl_chart_insert         (TlChart         *chart,
                                         TlRecord        *record,
                                         TlId             parent,
                                         guint            index);
/* Removes the record and its children. References to it stay as they are. */
void            tl_chart_remove         (TlChart         *chart,
                                         TlId             id);
/* The live record, to be written to until the transaction ends. */
gpointer        tl_chart_edit           (TlChart         *chart,
                                         TlId             id);
/* Moves a top-level record to @index of its table's document order. */
void            tl_chart_reorder        (TlChart         *chart,
                                         TlId             id,
                                         guint            index);
/* Changes the XML id; @name must be free. */
void            tl_chart_rename         (TlChart         *chart,
                                         TlId             id,
                                         const char      *name);

/* History. */
gboolean        tl_chart_can_undo       (const TlChart   *chart);
gboolean        tl_chart_can_redo       (const TlChart   *chart);
const char     *tl_chart_undo_label     (const TlChart   *chart);
const char     *tl_chart_redo_label     (const TlChart   *chart);
void            tl_chart_undo           (TlChart         *chart);
void            tl_chart_redo           (TlChart         *chart);
/* Ends an open transaction without checking it and forgets all history: for the
 * reader, which reports problems itself. */
void            tl_chart_settle         (TlChart         *chart);
/* A number that differs whenever the content may differ; undo restores it. */
guint64         tl_chart_version        (const TlChart   *chart);
/* Same records in the same order with the same fields. Handles may differ. */
gboolean        tl_chart_equal          (const TlChart   *a,
                                         const TlChart   *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChart, tl_chart_free)

G_END_DECLS
