/* draft.h - a chart on its way in from a foreign format.
 *
 * Readers of other people's files describe what they found as a draft: lanes,
 * steps with boxes in the other program's coordinates, links, failure points.
 * tl_draft_mend() then puts right whatever a chart does not allow, reporting
 * each case, and tl_draft_build() gives every step a cell and makes the chart.  A
 * mended draft always becomes a valid chart.
 */
#pragma once

#include "exchange/report.h"
#include "geometry/geometry.h"
#include "model/chart.h"

G_BEGIN_DECLS

typedef struct _TlDraftStep TlDraftStep;

typedef struct {
  char      *id;        /* in the file; NULL = none */
  char      *name;      /* never NULL */
  TlBand     band;
  TlRoleKind role;
  TlId       lane_id, role_id;   /* set by tl_draft_build() */
} TlDraftLane;

struct _TlDraftStep {
  char        *id;        /* in the file; NULL = none */
  char        *label;     /* never NULL, any length */
  GString     *how;       /* key points, any length */
  TlStepKind   kind;
  TlOutcome    outcome;
  guint        lane;      /* index */
  char        *performer; /* name of the role; NULL = that of the lane */
  int          touch, wait;   /* seconds */
  TlMoney      cost;      /* minor units */
  gboolean     placed;    /* @box is given, in the file's units */
  TlBox        box;
  TlDraftStep *beside;    /* not placed, but half a column after (or before) this step */
  gboolean     before;
  GPtrArray   *touchpoints;   /* of TlDraftTouchpoint */
  gboolean     gone;      /* taken out */

  /* Working state of placing and building. */
  double       x, y;      /* column and row while being worked out */
  int          column, row;
  guint        index;
  TlId         handle;
};

typedef struct {
  TlChannel channel;
  char     *name;
} TlDraftTouchpoint;

typedef struct {
  char           *id;       /* NULL = none */
  char           *label;    /* NULL = none */
  TlConnectorKind kind;
  TlDraftStep    *from, *to;
  double          probability;   /* NaN = none */
  gboolean        handover;      /* joins parts that were drawn each in a time of its own */
  gboolean        gone;
  TlId            handle;
} TlDraftLink;

typedef struct {
  char        *id, *title, *cause;
  TlDraftStep *at;
  TlActor      actor;
  TlErrorType  error;
  TlDimension  dimension;
} TlDraftFailure;

typedef struct {
  char      *title, *service, *phase, *note;   /* NULL = none: a plain word is put in */
  char      *currency;                         /* ISO 4217; NULL = EUR */
  GPtrArray *lanes;      /* of TlDraftLane, top to bottom */
  GPtrArray *steps;      /* of TlDraftStep, in document order */
  GPtrArray *links;      /* of TlDraftLink */
  GPtrArray *failures;   /* of TlDraftFailure */
  TlReport  *report;     /* borrowed */
} TlDraft;

TlDraft        *tl_draft_new         (TlReport        *report) G_GNUC_WARN_UNUSED_RESULT;
void            tl_draft_free        (TlDraft         *draft);
TlDraftLane    *tl_draft_add_lane    (TlDraft         *draft,
                                      const char      *id,
                                      const char      *name);
TlDraftStep    *tl_draft_add_step    (TlDraft         *draft,
                                      const char      *id,
                                      TlStepKind       kind,
                                      const char      *label);
TlDraftLink    *tl_draft_add_link    (TlDraft         *draft,
                                      const char      *id,
                                      TlConnectorKind  kind,
                                      TlDraftStep     *from,
                                      TlDraftStep     *to,
                                      const char      *label);
TlDraftFailure *tl_draft_add_failure (TlDraft         *draft,
                                      TlDraftStep     *at,
                                      const char      *title);
void            tl_draft_touchpoint  (TlDraftStep     *step,
                                      TlChannel        channel,
                                      const char      *name);
/* A paragraph more for the key points; said twice, it stands once. */
void            tl_draft_say_how     (TlDraftStep     *step,
                                      const char      *text);

/* Lanes in band order; no step alone with itself, doubled, or past an end; texts
 * within their lengths. */
void            tl_draft_mend        (TlDraft         *draft);
/* Used by tl_draft_build().  Cells from the boxes.  FALSE when too few steps have one,
 * or when a handover would run back in time; then every step has some cell of its
 * own, and better ones are to be found from the flow. */
gboolean        tl_draft_place       (TlDraft         *draft);
/* Without boxes the cells come from the flow (see layout/arrange.h). */
TlChart        *tl_draft_build       (TlDraft         *draft,
                                      GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDraft, tl_draft_free)

G_END_DECLS
