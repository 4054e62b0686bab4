/* fix.h - the usual ways to settle a finding, each one undo step.
 *
 * A fix is an operation of a user, made of those in ops.h and used like them: inside
 * an open transaction, looking before it writes.  It lives here because it changes the
 * chart and knows nothing of rules; analysis/ says which fix suits which finding.
 */
#pragma once

#include "model/ops.h"

G_BEGIN_DECLS

typedef enum {
  TL_FIX_NONE,
  TL_FIX_ACCEPT,            /* an action item that accepts the finding, with a reason */
  TL_FIX_DO_WITHOUT,        /* the same for all advice of the rule in this chart */
  TL_FIX_ADD_ITEM,          /* an open action item about it */
  TL_FIX_ADD_LABEL,
  TL_FIX_SHARE_EVENLY,      /* equal shares of what no way out of a decision has yet */
  TL_FIX_ADD_TELL,          /* what the customer is told at a step */
  TL_FIX_ADD_TOUCHPOINT,
  TL_FIX_ADD_FAILURE,       /* on the connector @other */
  TL_FIX_ADD_EXPECTATION,   /* at a step, or of a dimension */
  TL_FIX_ASKED_TODAY,
  TL_FIX_ADD_STANDARD,      /* that meets an expectation or a promise */
  TL_FIX_TAKE_TARGET,       /* @value becomes the target of the standard @other */
  TL_FIX_SET_TOLD,
  TL_FIX_ADD_PROMISE,       /* for a tier */
  TL_FIX_ADD_RECOVERY,
  TL_FIX_ADD_SAFEGUARD,     /* that is in place */
  TL_FIX_LOWER_MAXIMUM,     /* @value becomes the most a recovery may give */
  TL_FIX_ADD_APOLOGY,       /* an action with words to the customer */
  TL_FIX_ADD_FOLLOW_UP,
  TL_FIX_TAKE_OCCURRENCE,   /* @value becomes the rating O */
  TL_FIX_TRAINED_TODAY,
  TL_FIX_REHEARSED_TODAY,
  TL_FIX_NAME_POLICY,       /* the chart's complaint policy */
  TL_FIX_SET_OWNER,         /* of an action item */
  TL_FIX_SET_DUE,
  TL_FIX_CLOSE_ITEM,
  TL_FIX_TAKE_BACK,         /* the item @other, which accepts the finding */
  TL_FIX_ADD_START,
  TL_FIX_ADD_END,           /* where matters are resolved */
  TL_FIX_LEAD_TO_END,       /* a step that leads nowhere */
  TL_FIX_CONNECT_BEFORE,    /* from the last step before it that leads nowhere */
  TL_FIX_DELETE,
  TL_FIX_MAKE_DECISION,
  TL_FIX_MAKE_ACTION,
  TL_FIX_NAME_ROLE,         /* who does a step */
  TL_FIX_SET_TARGET,
  TL_FIX_SET_METHOD,
  TL_FIX_ALLOW_PLAN,        /* @value, what the plan takes, becomes the target */
  TL_FIX_ADD_MEASUREMENT,
  TL_FIX_PROMISE_STANDARD,  /* the target of the standard @other becomes the promise */
  TL_FIX_PROMISE_MEASURED,  /* @value does */
  TL_FIX_RAISE_AUTHORITY,   /* of the role @other to what the recovery may give */
  TL_FIX_SPEAK_IN_TIME,     /* @value becomes the deadline of the action @other */
  TL_FIX_NAME_STAND_IN,
  TL_N_FIXES
} TlFixKind;

typedef struct {
  TlFixKind   kind;
  TlId        record;      /* what the finding is about */
  TlId        other;
  TlDimension dimension;
  const char *rule;        /* id of the rule */
  const char *finding;     /* what was found, as a text for an action item */
  const char *value;       /* what is to be written into a field */
  const char *text;        /* what a person wrote, where tl_fix_asks() */
  TlDate      today;
} TlFix;

/* "Attach a recovery procedure", translated; with "…" when it asks for something. */
const char *tl_fix_label (TlFixKind     kind);
/* What a person is asked for, as a label: "Reason"; NULL = nothing. */
const char *tl_fix_asks  (TlFixKind     kind);

/**
 * tl_fix_apply:
 * @chart: a chart with an open transaction
 * @touched: (out) (optional): the record that was added or changed, to be shown
 * @error: where to put a %TL_OPS_ERROR
 *
 * Returns: %FALSE with @error set when the fix cannot be made; abort then
 */
gboolean    tl_fix_apply (TlChart      *chart,
                          const TlFix  *fix,
                          TlId         *touched,
                          GError      **error);

G_END_DECLS
