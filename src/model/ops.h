/* ops.h - what a person does to a chart: plain functions inside a transaction.
 *
 * Each looks before it writes: on failure @error says in plain words what is in
 * the way and what to do, and the chart is as it was.  On success the chart holds
 * all invariants if it did before, save that the failure points of a step may
 * come to more than 100 % when its ways out become fewer; then the commit says so.
 *
 * Room.  A column is a moment of the journey, so room is made in every lane: a
 * new step in a taken cell opens a column there, and all that stood in that
 * column or after it moves on by one.  What is deleted closes its column again
 * when nothing is left in it.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

#define TL_OPS_ERROR (tl_ops_error_quark ())
typedef enum {
  TL_OPS_ERROR_MISSING,   /* there is no such record, or it is of another kind */
  TL_OPS_ERROR_REFUSED,   /* an invariant forbids it */
  TL_OPS_ERROR_NO_ROOM,   /* beyond the edge of the chart */
  TL_OPS_ERROR_VALUE      /* the text is no value of the field */
} TlOpsError;
GQuark   tl_ops_error_quark      (void);

typedef struct {
  TlId lane, phase;
  int  column, row;   /* from the start of the phase, the top of the lane */
} TlCell;

/* The step in a cell; TL_ID_NONE = the cell is free. */
TlId     tl_ops_step_at          (const TlChart  *chart,
                                  TlCell          cell);

/* Steps and connectors.  New ones are returned; TL_ID_NONE on failure.  @label NULL
 * takes the kind's own name.  A new end is "resolved". */
TlId     tl_ops_add_step         (TlChart        *chart,
                                  TlStepKind      kind,
                                  const char     *label,
                                  TlCell          cell,
                                  GError        **error);
TlId     tl_ops_connect          (TlChart        *chart,
                                  TlConnectorKind kind,
                                  TlId            from,
                                  TlId            to,
                                  GError        **error);
/* Whether a connector, new (@but TL_ID_NONE) or led elsewhere, would be refused between
 * the two; changes nothing and needs no transaction. */
gboolean tl_ops_can_connect      (const TlChart  *chart,
                                  TlConnectorKind kind,
                                  TlId            from,
                                  TlId            to,
                                  TlId            but,
                                  GError        **error);
/* Leads an existing connector elsewhere, with its label and failure points; its
 * percentage goes with it only if it still leaves a decision. */
gboolean tl_ops_reconnect        (TlChart        *chart,
                                  TlId            connector,
                                  TlId            from,
                                  TlId            to,
                                  GError        **error);
/* A -> B becomes A -> new -> B.  The first part is the old connector, with its label,
 * percentage and failure points. */
TlId     tl_ops_insert_between   (TlChart        *chart,
                                  TlId            connector,
                                  TlStepKind      kind,
                                  const char     *label,
                                  GError        **error);
/* The next step in the flow: right of @from and connected; between @from and what
 * follows it, if one step does. */
TlId     tl_ops_next_step        (TlChart        *chart,
                                  TlId            from,
                                  TlStepKind      kind,
                                  const char     *label,
                                  GError        **error);
/* One more way out: in the next column, in the first free row below @from. */
TlId     tl_ops_new_branch       (TlChart        *chart,
                                  TlId            from,
                                  TlStepKind      kind,
                                  const char     *label,
                                  GError        **error);

/* A new step one column to the left or right (@columns -1 or 1, @lanes 0) or one lane up
 * or down (@columns 0), connected: from @from, or to it when it stands to the left. */
TlId     tl_ops_step_towards     (TlChart        *chart,
                                  TlId            from,
                                  int             columns,
                                  int             lanes,
                                  TlStepKind      kind,
                                  const char     *label,
                                  GError        **error);

/* Deletes records of any kind but the chart, lanes and phases.  The flow heals
 * around steps: A -> x -> B becomes A -> B.  Failure points go with where they
 * sat, and accepting a finding with all that it was about; every other reference to what
 * is gone is cleared. */
gboolean tl_ops_delete           (TlChart        *chart,
                                  const TlId     *ids,
                                  guint           n_ids,
                                  GError        **error);

/* Copies of steps (in the next free rows, with the connectors between them and their
 * failure points, which share the recoveries), or of other records in place.
 * @copies: filled with what was made of each of @ids, in their order. */
gboolean tl_ops_duplicate        (TlChart        *chart,
                                  const TlId     *ids,
                                  guint           n_ids,
                                  TlId           *copies,
                                  GError        **error);

/* Moves steps together by columns (across phases, widening the last) and lanes.  A
 * taken cell opens a column, or a row when only the lane changes. */
gboolean tl_ops_move             (TlChart        *chart,
                                  const TlId     *steps,
                                  guint           n_steps,
                                  int             columns,
                                  int             lanes,
                                  GError        **error);
/* Moves steps together, the first of them to @cell. */
gboolean tl_ops_move_to          (TlChart        *chart,
                                  const TlId     *steps,
                                  guint           n_steps,
                                  TlCell          cell,
                                  GError        **error);

/* @n columns that open in @phase before @column. */
typedef struct {
  TlId phase;
  int  column, n;
} TlOpening;
/* What tl_ops_move_to() would do, without doing it; needs no transaction.  @targets: of
 * each step, when the columns have opened; @openings: of TlOpening. */
gboolean tl_ops_plan_move        (TlChart        *chart,
                                  const TlId     *steps,
                                  guint           n_steps,
                                  TlCell          cell,
                                  TlCell         *targets,
                                  GArray         *openings,
                                  GError        **error);
/* Takes a step out of its flow, which heals, and puts it between the ends of
 * @connector, where @wanted is if that lies between them and is free. */
gboolean tl_ops_move_between     (TlChart        *chart,
                                  TlId            step,
                                  TlId            connector,
                                  const TlCell   *wanted,
                                  GError        **error);
/* Whether it would be refused; changes nothing and needs no transaction. */
gboolean tl_ops_can_move_between (const TlChart  *chart,
                                  TlId            step,
                                  TlId            connector,
                                  GError        **error);

/* Lanes and phases.  @index G_MAXUINT: last; a lane goes where its band allows. */
TlId     tl_ops_add_lane         (TlChart        *chart,
                                  const char     *name,
                                  TlBand          band,
                                  guint           index,
                                  GError        **error);
gboolean tl_ops_move_lane        (TlChart        *chart,
                                  TlId            lane,
                                  guint           index,
                                  GError        **error);
/* Whether tl_ops_move_lane() would be refused; needs no transaction. */
gboolean tl_ops_can_move_lane    (const TlChart  *chart,
                                  TlId            lane,
                                  guint           index,
                                  GError        **error);
/* @heir: lane that takes the steps; TL_ID_NONE deletes them, healing the flow. */
gboolean tl_ops_remove_lane      (TlChart        *chart,
                                  TlId            lane,
                                  TlId            heir,
                                  GError        **error);
TlId     tl_ops_add_phase        (TlChart        *chart,
                                  const char     *name,
                                  int             columns,
                                  guint           index,
                                  GError        **error);
gboolean tl_ops_move_phase       (TlChart        *chart,
                                  TlId            phase,
                                  guint           index,
                                  GError        **error);
/* @heir: phase that takes the columns, before its own if @phase came before it. */
gboolean tl_ops_remove_phase     (TlChart        *chart,
                                  TlId            phase,
                                  TlId            heir,
                                  GError        **error);
/* Fewer than steps stand in is refused. */
gboolean tl_ops_resize_lane      (TlChart        *chart,
                                  TlId            lane,
                                  int             rows,
                                  GError        **error);
gboolean tl_ops_resize_phase     (TlChart        *chart,
                                  TlId            phase,
                                  int             columns,
                                  GError        **error);

/* Failure points and recoveries. */
TlId     tl_ops_add_failure      (TlChart        *chart,
                                  TlId            at,
                                  const char     *title,
                                  GError        **error);
/* Whether a failure point may sit there; changes nothing and needs no transaction. */
gboolean tl_ops_can_fail_at      (const TlChart  *chart,
                                  TlId            at,
                                  GError        **error);
/* On a way out of a decision the failure loses its own probability. */
gboolean tl_ops_move_failure     (TlChart        *chart,
                                  TlId            failure,
                                  TlId            at,
                                  GError        **error);
/* @failure TL_ID_NONE: for none yet. */
TlId     tl_ops_add_recovery     (TlChart        *chart,
                                  TlId            failure,
                                  const char     *name,
                                  GError        **error);
gboolean tl_ops_attach_recovery  (TlChart        *chart,
                                  TlId            recovery,
                                  TlId            failure,
                                  GError        **error);
gboolean tl_ops_detach_recovery  (TlChart        *chart,
                                  TlId            recovery,
                                  TlId            failure,
                                  GError        **error);

/* Child records: touchpoints, safeguards, actions, measurements.  @text is the name or
 * text of the new one; a measurement takes a value.  Remove with tl_ops_delete(). */
TlId     tl_ops_add_child        (TlChart        *chart,
                                  TlId            parent,
                                  const char     *text,
                                  guint           index,
                                  GError        **error);
gboolean tl_ops_move_child       (TlChart        *chart,
                                  TlId            child,
                                  guint           index,
                                  GError        **error);

/* Sets the field called @xml to what a person wrote: "1 h 30 min", "12,50", "92 %",
 * "2026-11-22", a word of an enumeration or its label, the id or the name of a record.
 * NULL or "" takes it away.  What hangs on it follows: a new end gets an outcome, a step
 * that is no decision any more has no percentages on its ways out. */
gboolean tl_ops_set              (TlChart        *chart,
                                  TlId            id,
                                  const char     *xml,
                                  const char     *value,
                                  GError        **error);
/* The same for fields that only make sense together, such as a unit and its value: what
 * is between one and the next is nobody's business.  @xml names each field once; a step's
 * kind is not among them. */
gboolean tl_ops_set_several      (TlChart        *chart,
                                  TlId            id,
                                  const char * const *xml,
                                  const char * const *values,
                                  guint           n,
                                  GError        **error);

/* What a person writes for the share of cases of a measurement: "93 %"; NULL or "": it is not
 * known. */
typedef struct {
  TlId        measurement;
  const char *text;
} TlGivenShare;

/**
 * tl_ops_set_share:
 * @share: what share of the cases @standard asks for, as a person writes it: "90 %"
 * @given: for each of the measurements that have no share yet
 *
 * Sets the share of a standard together with that of its measurements, as one is valid only
 * with the other: where all cases are asked for measurements lose theirs, and where fewer are
 * each must be given one.  A measurement whose share is not known is removed.
 *
 * Returns: FALSE when @given leaves one out; the caller aborts
 */
gboolean tl_ops_set_share        (TlChart        *chart,
                                  TlId            standard,
                                  const char     *share,
                                  const TlGivenShare *given,
                                  guint           n_given,
                                  GError        **error);
/* Appends the TlId of the measurements that have to be given a share before @standard can ask
 * for @share to @wanted, and of those that lose theirs to @lost; either may be NULL. */
void     tl_ops_shares_between   (const TlChart  *chart,
                                  TlId            standard,
                                  const char     *share,
                                  GArray         *wanted,
                                  GArray         *lost);

/* A new record that stands by itself: economics and weights (once each), a tier, role,
 * expectation, promise, standard, rating, action item or session.  @text is what people
 * know it by (of a role its name); @today dates it.  What has to be given and nobody was
 * asked for gets the most usual value. */
TlId     tl_ops_add_record       (TlChart        *chart,
                                  TlRecordKind    kind,
                                  const char     *text,
                                  TlDate          today,
                                  GError        **error);

/* Makes @chart say what @other says, a valid chart, by changing no more than differs. */
void     tl_ops_become           (TlChart        *chart,
                                  const TlChart  *other);

G_END_DECLS
