/* fix.c - the usual ways to settle a finding, one row each.
 *
 * A row either says what is written into which field, or names a function.
 */
#include "model/fix-private.h"

#include <glib/gi18n-lib.h>

#include "model/ops-cells.h"
#include "model/units.h"

typedef enum {
  WRITE_NOTHING,
  WRITE_TEXT,       /* what the person wrote */
  WRITE_VALUE,      /* what the finding suggests */
  WRITE_TODAY,
  WRITE_WORD        /* a word of the table */
} Write;

typedef struct {
  const char *label;     /* translatable, header capitals: it stands on buttons and in menus */
  const char *asks;      /* translatable; NULL = nothing is asked */
  const char *field;     /* to be written, of the record or, with @to_other, of the other */
  Write       write;
  gboolean    to_other;
  const char *word;
  gboolean (* make) (TlChart      *chart,
                     const TlFix  *fix,
                     TlId         *touched,
                     GError      **error);
} FixRow;

/* Adds @record, whose text goes into the field @xml. */
static gboolean
add_with_text (TlChart    *chart,
               TlRecord   *record,
               const char *xml,
               const char *text,
               TlId       *touched,
               GError    **error)
{
  *touched = tl_chart_insert (chart, record, TL_ID_NONE, G_MAXUINT);
  if (text != NULL && *text != '\0')
    return tl_ops_set (chart, *touched, xml, text, error);
  return tl_ops_fail (error, TL_OPS_ERROR_VALUE, _("There is nothing to add; write something."));
}

/* What an action item says of the finding it is about. */
static TlItem *
new_item (const TlChart *chart,
          const TlFix   *fix)
{
  TlItem *item = (TlItem *) (void *) tl_record_new (TL_RECORD_ITEM);

  item->source = TL_ITEM_GAP_CHECK;
  item->rule = g_strdup (fix->rule);
  item->opened = fix->today;
  if (fix->kind == TL_FIX_DO_WITHOUT)
    return item;
  item->dimension = fix->dimension;
  if (fix->record != tl_chart_info (chart)->head.id)
    tl_id_list_append (&item->about, fix->record);
  return item;
}

static gboolean
accept_finding (TlChart      *chart,
                const TlFix  *fix,
                TlId         *touched,
                GError      **error)
{
  TlItem *item;

  if (fix->text == NULL || *fix->text == '\0')
    return tl_ops_fail (error, TL_OPS_ERROR_VALUE, _("Say why this finding is accepted."));

  item = new_item (chart, fix);
  item->status = TL_ITEM_ACCEPTED;
  item->closed = fix->today;
  tl_text_set (&item->reason, fix->text);
  return add_with_text (chart, &item->head, "text", fix->finding, touched, error);
}

static gboolean
add_item (TlChart      *chart,
          const TlFix  *fix,
          TlId         *touched,
          GError      **error)
{
  return add_with_text (chart, &new_item (chart, fix)->head, "text", fix->text, touched, error);
}

/* What is left of 100 % goes to the ways out that have no percentage in equal parts; when
 * all have one, all get the same.  The last takes what rounding leaves. */
static gboolean
share_evenly (TlChart      *chart,
              const TlFix  *fix,
              TlId         *touched,
              GError      **error)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TlId));
  double rest = 1, share;
  GArray *ways;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *way = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    if (way->kind != TL_CONNECTOR_FLOW || way->from != fix->record)
      continue;
    g_array_append_val (all, way->head.id);
    if (isnan (way->probability))
      g_array_append_val (open, way->head.id);
    else
      rest -= way->probability;
  }
  if (all->len == 0)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("This step has no way out; connect it first."));

  ways = open->len > 0 && rest > 0 ? open : all;
  if (ways == all)
    rest = 1;
  share = round (rest / ways->len * 1e4) / 1e4;
  for (guint i = 0; i < ways->len; i++) {
    TlConnector *way = tl_chart_edit (chart, g_array_index (ways, TlId, i));

    way->probability = i + 1 < ways->len ? share
                                         : round ((rest - share * (ways->len - 1)) * 1e6) / 1e6;
  }
  *touched = fix->record;
  return TRUE;
}

static gboolean
add_touchpoint (TlChart      *chart,
                const TlFix  *fix,
                TlId         *touched,
                GError      **error)
{
  *touched = tl_ops_add_child (chart, fix->record, fix->text, G_MAXUINT, error);
  return *touched != TL_ID_NONE;
}

static gboolean
add_failure (TlChart      *chart,
             const TlFix  *fix,
             TlId         *touched,
             GError      **error)
{
  *touched = tl_ops_add_failure (chart, fix->other, fix->text, error);
  return *touched != TL_ID_NONE;
}

/* At the step, or of the dimension; an expectation somebody just thought of is an
 * assumption until customers were asked. */
static gboolean
add_expectation (TlChart      *chart,
                 const TlFix  *fix,
                 TlId         *touched,
                 GError      **error)
{
  TlExpectation *wish = (TlExpectation *) (void *) tl_record_new (TL_RECORD_EXPECTATION);

  wish->source = TL_SOURCE_ASSUMPTION;
  wish->dimension = fix->dimension != TL_DIMENSION_NONE ? fix->dimension
                                                        : TL_DIMENSION_RELIABILITY;
  if (TL_CHART_GET (chart, STEP, TlStep, fix->record) != NULL)
    tl_id_list_append (&wish->steps, fix->record);
  return add_with_text (chart, &wish->head, "text", fix->text, touched, error);
}

static void
copy_ids (TlIdList       *to,
          const TlIdList *from)
{
  for (guint i = 0; i < from->n; i++)
    tl_id_list_append (to, from->ids[i]);
}

/* With what is known of the requirement: unit, target, steps, owner. */
static gboolean
add_standard (TlChart      *chart,
              const TlFix  *fix,
              TlId         *touched,
              GError      **error)
{
  const TlExpectation *wish = TL_CHART_GET (chart, EXPECTATION, TlExpectation, fix->record);
  const TlPromise *promise = TL_CHART_GET (chart, PROMISE, TlPromise, fix->record);
  TlStandard *standard;

  if (wish == NULL && promise == NULL)
    return tl_ops_fail (error, TL_OPS_ERROR_MISSING,
                        _("That is not in the chart any more; choose again."));

  standard = (TlStandard *) (void *) tl_record_new (TL_RECORD_STANDARD);
  standard->type = TL_STANDARD_HARD;
  standard->dimension = wish != NULL ? wish->dimension : promise->dimension;
  standard->unit = wish != NULL ? wish->unit : promise->unit;
  standard->better = wish != NULL ? wish->better : promise->better;
  standard->target = wish != NULL ? wish->adequate : promise->value;
  standard->tier = wish != NULL ? wish->tier : promise->tier;
  standard->owner = promise != NULL ? promise->owner : TL_ID_NONE;
  copy_ids (&standard->steps, wish != NULL ? &wish->steps : &promise->steps);
  tl_id_list_append (&standard->meets, fix->record);
  return add_with_text (chart, &standard->head, "name", fix->text, touched, error);
}

static gboolean
add_promise (TlChart      *chart,
             const TlFix  *fix,
             TlId         *touched,
             GError      **error)
{
  TlPromise *promise = (TlPromise *) (void *) tl_record_new (TL_RECORD_PROMISE);

  promise->medium = TL_MEDIUM_WEBSITE;
  promise->dimension = TL_DIMENSION_TANGIBLES;
  promise->tier = fix->record;
  return add_with_text (chart, &promise->head, "text", fix->text, touched, error);
}

/* Named after what it is for; the actions are the person's. */
static gboolean
add_recovery (TlChart      *chart,
              const TlFix  *fix,
              TlId         *touched,
              GError      **error)
{
  const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, fix->record);

  *touched = tl_ops_add_recovery (chart, fix->record, failure != NULL ? failure->title : NULL,
                                  error);
  return *touched != TL_ID_NONE;
}

static gboolean
add_safeguard (TlChart      *chart,
               const TlFix  *fix,
               TlId         *touched,
               GError      **error)
{
  *touched = tl_ops_add_child (chart, fix->record, fix->text, G_MAXUINT, error);
  if (*touched == TL_ID_NONE)
    return FALSE;
  ((TlSafeguard *) tl_chart_edit (chart, *touched))->status = TL_SAFEGUARD_IN_PLACE;
  return TRUE;
}

/* What is said comes first, what is asked afterwards last. */
static gboolean
add_action (TlChart      *chart,
            const TlFix  *fix,
            TlActionKind  kind,
            const char   *text,
            TlId         *touched,
            GError      **error)
{
  gboolean is_first = kind == TL_ACTION_APOLOGISE;

  *touched = tl_ops_add_child (chart, fix->record, text, is_first ? 0 : G_MAXUINT, error);
  if (*touched == TL_ID_NONE)
    return FALSE;
  ((TlAction *) tl_chart_edit (chart, *touched))->kind = kind;
  return !is_first || tl_ops_set (chart, *touched, "say", fix->text, error);
}

static gboolean
add_apology (TlChart      *chart,
             const TlFix  *fix,
             TlId         *touched,
             GError      **error)
{
  if (fix->text == NULL || *fix->text == '\0')
    return tl_ops_fail (error, TL_OPS_ERROR_VALUE, _("Write what we say to the customer."));
  return add_action (chart, fix, TL_ACTION_APOLOGISE, _("Apologise"), touched, error);
}

static gboolean
add_follow_up (TlChart      *chart,
               const TlFix  *fix,
               TlId         *touched,
               GError      **error)
{
  return add_action (chart, fix, TL_ACTION_FOLLOW_UP, _("Ask whether all is well"), touched,
                     error);
}

static gboolean
take_back (TlChart      *chart,
           const TlFix  *fix,
           TlId         *touched,
           GError      **error)
{
  *touched = fix->record;
  return tl_ops_delete (chart, &fix->other, 1, error);
}

/* Of one case; whoever knows of more says so beside it. */
static gboolean
add_measurement (TlChart      *chart,
                 const TlFix  *fix,
                 TlId         *touched,
                 GError      **error)
{
  TlMeasurement *made;

  *touched = tl_ops_add_child (chart, fix->record, fix->text, G_MAXUINT, error);
  if (*touched == TL_ID_NONE)
    return FALSE;
  made = tl_chart_edit (chart, *touched);
  if (fix->today != 0)
    made->date = fix->today;
  return TRUE;
}

static gboolean
promise_standard (TlChart      *chart,
                  const TlFix  *fix,
                  TlId         *touched,
                  GError      **error)
{
  const TlStandard *standard = TL_CHART_GET (chart, STANDARD, TlStandard, fix->other);

  if (standard == NULL || TL_CHART_GET (chart, PROMISE, TlPromise, fix->record) == NULL)
    return tl_ops_fail (error, TL_OPS_ERROR_MISSING,
                        _("That is not in the chart any more; choose again."));
  ((TlPromise *) tl_chart_edit (chart, fix->record))->value = standard->target;
  *touched = fix->record;
  return TRUE;
}

static gboolean
raise_authority (TlChart      *chart,
                 const TlFix  *fix,
                 TlId         *touched,
                 GError      **error)
{
  const TlRecovery *recovery = TL_CHART_GET (chart, RECOVERY, TlRecovery, fix->record);

  if (recovery == NULL || TL_CHART_GET (chart, ROLE, TlRole, fix->other) == NULL)
    return tl_ops_fail (error, TL_OPS_ERROR_REFUSED,
                        _("Nobody in this procedure gives anything; add an action that puts it "
                          "right or compensates."));
  ((TlRole *) tl_chart_edit (chart, fix->other))->authority = recovery->compensation_max;
  *touched = fix->other;
  return TRUE;
}

static const FixRow rows[TL_N_FIXES] = {
  [TL_FIX_ACCEPT] = { N_("Accept with a Reason…"), N_("Reason"), .make = accept_finding },
  [TL_FIX_DO_WITHOUT] = { N_("Do Without This Advice…"), N_("Reason"), .make = accept_finding },
  [TL_FIX_ADD_ITEM] = { N_("Make an Action Item…"), N_("What is to be done"), .make = add_item },
  [TL_FIX_ADD_LABEL] = { N_("Add a Label…"), N_("Answer on this way out"), "label", WRITE_TEXT },
  [TL_FIX_SHARE_EVENLY] = { N_("Share Evenly"), .make = share_evenly },
  [TL_FIX_ADD_TELL] = { N_("Tell the Customer…"), N_("What the customer is told"), "tell",
                        WRITE_TEXT },
  [TL_FIX_ADD_TOUCHPOINT] = { N_("Add a Touchpoint…"), N_("What the customer sees, hears or holds"),
                              .make = add_touchpoint },
  [TL_FIX_ADD_FAILURE] = { N_("Add a Failure Point…"), N_("What goes wrong"),
                           .make = add_failure },
  [TL_FIX_ADD_EXPECTATION] = { N_("Add an Expectation…"), N_("In the customer's words"),
                               .make = add_expectation },
  [TL_FIX_ASKED_TODAY] = { N_("Asked Again Today"), NULL, "confirmed", WRITE_TODAY },
  [TL_FIX_ADD_STANDARD] = { N_("Add a Standard That Meets This…"), N_("Name of the standard"),
                            .make = add_standard },
  [TL_FIX_TAKE_TARGET] = { N_("Tighten the Standard to This"), NULL, "target", WRITE_VALUE, TRUE },
  [TL_FIX_SET_TOLD] = { N_("Staff Were Told On…"), N_("Day on which staff were told"), "staff-told",
                        WRITE_TEXT },
  [TL_FIX_ADD_PROMISE] = { N_("Add a Promise for This Tier…"), N_("Text"),
                           .make = add_promise },
  [TL_FIX_ADD_RECOVERY] = { N_("Attach a Recovery Procedure"), .make = add_recovery },
  [TL_FIX_ADD_SAFEGUARD] = { N_("Add a Safeguard in Place…"), N_("What prevents or detects it"),
                             .make = add_safeguard },
  [TL_FIX_LOWER_MAXIMUM] = { N_("Lower the Maximum to What May Be Given"), NULL,
                             "compensation-max", WRITE_VALUE },
  [TL_FIX_ADD_APOLOGY] = { N_("Add Words to the Customer…"), N_("What to say"),
                           .make = add_apology },
  [TL_FIX_ADD_FOLLOW_UP] = { N_("Add a Follow-Up"), .make = add_follow_up },
  [TL_FIX_TAKE_OCCURRENCE] = { N_("Take Over the Chart's Number"), NULL, "O", WRITE_VALUE },
  [TL_FIX_TRAINED_TODAY] = { N_("Trained Today"), NULL, "trained", WRITE_TODAY },
  [TL_FIX_REHEARSED_TODAY] = { N_("Rehearsed Today"), NULL, "rehearsed", WRITE_TODAY },
  [TL_FIX_NAME_POLICY] = { N_("Name the Complaint Policy…"), N_("Complaint policy"),
                           "complaint-policy", WRITE_TEXT },
  [TL_FIX_SET_OWNER] = { N_("Name an Owner…"), N_("Owner"), "owner", WRITE_TEXT },
  [TL_FIX_SET_DUE] = { N_("Set a Date…"), N_("Due"), "due", WRITE_TEXT },
  [TL_FIX_CLOSE_ITEM] = { N_("Mark as Done"), NULL, "status", WRITE_WORD, FALSE, "done" },
  [TL_FIX_TAKE_BACK] = { N_("Take Back the Acceptance"), .make = take_back },
  [TL_FIX_ADD_START] = { N_("Add a First Contact…"), N_("What the customer does first"),
                         .make = tl_fix_add_start },
  [TL_FIX_ADD_END] = { N_("Add an End…"), N_("How the customer's matter ends"),
                       .make = tl_fix_add_end },
  [TL_FIX_LEAD_TO_END] = { N_("Lead It to the End"), .make = tl_fix_lead_to_end },
  [TL_FIX_CONNECT_BEFORE] = { N_("Connect It From the Step Before"),
                              .make = tl_fix_connect_before },
  [TL_FIX_DELETE] = { N_("Delete the Step"), .make = tl_fix_delete },
  [TL_FIX_MAKE_DECISION] = { N_("Make It a Decision"), NULL, "kind", WRITE_WORD, FALSE,
                             "decision" },
  [TL_FIX_MAKE_ACTION] = { N_("Make It an Action"), NULL, "kind", WRITE_WORD, FALSE, "action" },
  [TL_FIX_NAME_ROLE] = { N_("Name Who Does It…"), N_("Who does it"), .make = tl_fix_name_role },
  [TL_FIX_SET_TARGET] = { N_("Set the Target…"), N_("Target"), "target", WRITE_TEXT },
  [TL_FIX_SET_METHOD] = { N_("Say How It Is Measured…"), N_("Method"), "method", WRITE_TEXT },
  [TL_FIX_ALLOW_PLAN] = { N_("Allow What the Plan Takes"), NULL, "target", WRITE_VALUE },
  [TL_FIX_ADD_MEASUREMENT] = { N_("Add Today's Measurement…"), N_("Measured value"),
                               .make = add_measurement },
  [TL_FIX_PROMISE_STANDARD] = { N_("Promise What the Standard Says"), .make = promise_standard },
  [TL_FIX_PROMISE_MEASURED] = { N_("Promise What Is Measured"), NULL, "value", WRITE_VALUE },
  [TL_FIX_RAISE_AUTHORITY] = { N_("Let the Role Give That Much"), .make = raise_authority },
  [TL_FIX_SPEAK_IN_TIME] = { N_("Speak Before Patience Ends"), NULL, "within", WRITE_VALUE,
                             TRUE },
  [TL_FIX_NAME_STAND_IN] = { N_("Name a Stand-In…"), N_("Role that stands in"), "backup",
                             WRITE_TEXT },
};

const char *
tl_fix_label (TlFixKind kind)
{
  return _(rows[kind].label);
}

const char *
tl_fix_asks (TlFixKind kind)
{
  return rows[kind].asks != NULL ? _(rows[kind].asks) : NULL;
}

static gboolean
write_field (TlChart      *chart,
             const TlFix  *fix,
             const FixRow *row,
             TlId         *touched,
             GError      **error)
{
  char date[TL_UNITS_SIZE];
  const char *text = row->write == WRITE_TEXT    ? fix->text
                     : row->write == WRITE_VALUE ? fix->value
                     : row->write == WRITE_WORD  ? row->word
                     : fix->today != 0           ? tl_date_write (fix->today, date)
                                                 : NULL;

  if (text == NULL || *text == '\0')
    return tl_ops_fail (error, TL_OPS_ERROR_VALUE, _("There is nothing to write; fill it in."));
  *touched = row->to_other ? fix->other : fix->record;
  return tl_ops_set (chart, *touched, row->field, text, error);
}

gboolean
tl_fix_apply (TlChart      *chart,
              const TlFix  *fix,
              TlId         *touched,
              GError      **error)
{
  const FixRow *row = &rows[fix->kind];
  TlId made = TL_ID_NONE;
  gboolean done;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);
  g_return_val_if_fail (row->label != NULL, FALSE);

  done = row->make != NULL ? row->make (chart, fix, &made, error)
                           : write_field (chart, fix, row, &made, error);
  if (done && touched != NULL)
    *touched = made;
  return done;
}
