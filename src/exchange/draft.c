/* draft.c - a chart on its way in from a foreign format: making and freeing. */
#include "exchange/draft.h"

#include <string.h>

static void
lane_free (gpointer data)
{
  TlDraftLane *lane = data;

  g_free (lane->id);
  g_free (lane->name);
  g_free (lane);
}

static void
touchpoint_free (gpointer data)
{
  TlDraftTouchpoint *touchpoint = data;

  g_free (touchpoint->name);
  g_free (touchpoint);
}

static void
step_free (gpointer data)
{
  TlDraftStep *step = data;

  g_free (step->id);
  g_free (step->label);
  g_free (step->performer);
  g_string_free (step->how, TRUE);
  g_ptr_array_unref (step->touchpoints);
  g_free (step);
}

static void
link_free (gpointer data)
{
  TlDraftLink *link = data;

  g_free (link->id);
  g_free (link->label);
  g_free (link);
}

static void
failure_free (gpointer data)
{
  TlDraftFailure *failure = data;

  g_free (failure->id);
  g_free (failure->title);
  g_free (failure->cause);
  g_free (failure);
}

TlDraft *
tl_draft_new (TlReport *report)
{
  TlDraft *draft = g_new0 (TlDraft, 1);

  draft->lanes = g_ptr_array_new_with_free_func (lane_free);
  draft->steps = g_ptr_array_new_with_free_func (step_free);
  draft->links = g_ptr_array_new_with_free_func (link_free);
  draft->failures = g_ptr_array_new_with_free_func (failure_free);
  draft->report = report;

  return draft;
}

void
tl_draft_free (TlDraft *draft)
{
  if (draft == NULL)
    return;

  g_free (draft->title);
  g_free (draft->service);
  g_free (draft->phase);
  g_free (draft->note);
  g_free (draft->currency);
  g_ptr_array_unref (draft->failures);
  g_ptr_array_unref (draft->links);
  g_ptr_array_unref (draft->steps);
  g_ptr_array_unref (draft->lanes);
  g_free (draft);
}

TlDraftLane *
tl_draft_add_lane (TlDraft    *draft,
                   const char *id,
                   const char *name)
{
  TlDraftLane *lane = g_new0 (TlDraftLane, 1);

  lane->id = g_strdup (id);
  lane->name = g_strdup (name != NULL ? name : "");
  lane->band = TL_BAND_BACKSTAGE;
  lane->role = TL_ROLE_STAFF;
  g_ptr_array_add (draft->lanes, lane);

  return lane;
}

TlDraftStep *
tl_draft_add_step (TlDraft    *draft,
                   const char *id,
                   TlStepKind  kind,
                   const char *label)
{
  TlDraftStep *step = g_new0 (TlDraftStep, 1);

  step->id = g_strdup (id);
  step->label = g_strdup (label != NULL ? label : "");
  step->how = g_string_new (NULL);
  step->kind = kind;
  step->outcome = kind == TL_STEP_END ? TL_OUTCOME_RESOLVED : TL_OUTCOME_NONE;
  step->touchpoints = g_ptr_array_new_with_free_func (touchpoint_free);
  g_ptr_array_add (draft->steps, step);

  return step;
}

TlDraftLink *
tl_draft_add_link (TlDraft         *draft,
                   const char      *id,
                   TlConnectorKind  kind,
                   TlDraftStep     *from,
                   TlDraftStep     *to,
                   const char      *label)
{
  TlDraftLink *link = g_new0 (TlDraftLink, 1);

  link->id = g_strdup (id);
  link->kind = kind;
  link->from = from;
  link->to = to;
  link->label = label != NULL && *label != '\0' ? g_strdup (label) : NULL;
  link->probability = TL_NO_NUMBER;
  g_ptr_array_add (draft->links, link);

  return link;
}

TlDraftFailure *
tl_draft_add_failure (TlDraft     *draft,
                      TlDraftStep *at,
                      const char  *title)
{
  TlDraftFailure *failure = g_new0 (TlDraftFailure, 1);

  failure->title = g_strdup (title);
  failure->at = at;
  failure->actor = TL_ACTOR_SERVER;
  failure->error = TL_ERROR_TASK;
  failure->dimension = TL_DIMENSION_RELIABILITY;
  g_ptr_array_add (draft->failures, failure);

  return failure;
}

void
tl_draft_touchpoint (TlDraftStep *step,
                     TlChannel    channel,
                     const char  *name)
{
  TlDraftTouchpoint *touchpoint;

  for (guint i = 0; i < step->touchpoints->len; i++) {
    touchpoint = g_ptr_array_index (step->touchpoints, i);
    if (touchpoint->channel == channel && g_str_equal (touchpoint->name, name))
      return;
  }

  touchpoint = g_new0 (TlDraftTouchpoint, 1);
  touchpoint->channel = channel;
  touchpoint->name = g_strdup (name);
  g_ptr_array_add (step->touchpoints, touchpoint);
}

void
tl_draft_say_how (TlDraftStep *step,
                  const char  *text)
{
  if (text == NULL || *text == '\0' || strstr (step->how->str, text) != NULL)
    return;

  if (step->how->len > 0)
    g_string_append_c (step->how, '\n');
  g_string_append (step->how, text);
}
