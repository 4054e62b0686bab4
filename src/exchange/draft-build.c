/* draft-build.c - the chart that a mended, placed draft describes. */
#include "exchange/draft.h"

#include <glib/gi18n-lib.h>

#include "exchange/words.h"
#include "layout/arrange.h"

/* "step-7": counted, not random, so that the same file always gives the same chart. */
static char *
counted_name (const TlChart  *chart,
              const TlClass  *klass)
{
  for (guint n = tl_chart_n (chart, klass->kind) + 1;; n++) {
    g_autofree char *name = g_strdup_printf ("%s-%u", klass->xml, n);

    if (tl_chart_find (chart, name) == TL_ID_NONE)
      return g_steal_pointer (&name);
  }
}

/* Keeps the file's own id where a chart can have it. */
static TlId
insert (TlChart    *chart,
        gpointer    record,
        TlId        parent,
        const char *id)
{
  TlRecord *head = record;
  const TlClass *klass = tl_class_get (head->kind);

  if (klass->has_name) {
    g_free (head->name);
    if (id != NULL && tl_words_is_ncname (id) && tl_chart_find (chart, id) == TL_ID_NONE)
      head->name = g_strdup (id);
    else
      head->name = counted_name (chart, klass);
  }

  return tl_chart_insert (chart, head, parent, G_MAXUINT);
}

static char *
fitting (const char *text,
         const char *otherwise,
         guint       max)
{
  g_autofree char *tidied = tl_words_tidy (text);

  return tl_words_shorten (*tidied != '\0' ? tidied : otherwise, max);
}

static void
build_info (const TlDraft *draft,
            TlChart       *chart)
{
  TlChartInfo *info = tl_chart_edit (chart, tl_chart_info (chart)->head.id);
  g_autofree char *title = fitting (draft->title, _("Imported chart"), TL_LABEL_MAX);
  g_autofree char *service = fitting (draft->service, title, TL_LABEL_MAX);
  g_autofree char *note = tl_words_tidy_lines (draft->note);
  g_autofree char *short_note = tl_words_shorten (note, TL_TEXT_MAX);

  tl_text_set (&info->title, title);
  tl_text_set (&info->service, service);
  tl_text_set (&info->note, short_note);
  tl_text_set (&info->currency, draft->currency != NULL ? draft->currency : "EUR");
}

/* One role for each name, however many lanes bear it. */
static TlId
find_or_add_role (TlChart    *chart,
                  const char *name,
                  TlRoleKind  kind)
{
  TlRole *role;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ROLE); i++) {
    const TlRole *known = TL_CHART_NTH (chart, ROLE, TlRole, i);

    if (known->kind == kind && g_str_equal (known->name, name))
      return known->head.id;
  }

  role = (TlRole *) tl_record_new (TL_RECORD_ROLE);
  tl_text_set (&role->name, name);
  role->kind = kind;

  return insert (chart, role, TL_ID_NONE, NULL);
}

static void
build_lanes (const TlDraft *draft,
             TlChart       *chart)
{
  for (guint i = 0; i < draft->lanes->len; i++) {
    TlDraftLane *lane = g_ptr_array_index (draft->lanes, i);
    TlLane *record;

    lane->role_id = find_or_add_role (chart, lane->name, lane->role);
    record = (TlLane *) tl_record_new (TL_RECORD_LANE);
    tl_text_set (&record->name, lane->name);
    record->band = lane->band;
    lane->lane_id = insert (chart, record, TL_ID_NONE, lane->id);
  }
}

static TlId
build_phase (const TlDraft *draft,
             TlChart       *chart)
{
  TlPhase *phase = (TlPhase *) tl_record_new (TL_RECORD_PHASE);
  g_autofree char *name = fitting (draft->phase, C_("phase", "Journey"), TL_LABEL_MAX);

  tl_text_set (&phase->name, name);
  phase->columns = 1;
  for (guint i = 0; i < draft->steps->len; i++) {
    const TlDraftStep *step = g_ptr_array_index (draft->steps, i);

    if (!step->gone)
      phase->columns = MAX (phase->columns, step->column + 1);
  }

  return insert (chart, phase, TL_ID_NONE, NULL);
}

static void
build_touchpoints (const TlDraftStep *step,
                   TlChart           *chart)
{
  for (guint i = 0; i < step->touchpoints->len; i++) {
    const TlDraftTouchpoint *touchpoint = g_ptr_array_index (step->touchpoints, i);
    TlTouchpoint *record = (TlTouchpoint *) tl_record_new (TL_RECORD_TOUCHPOINT);
    g_autofree char *name = fitting (touchpoint->name, "–", TL_LABEL_MAX);

    record->channel = touchpoint->channel;
    tl_text_set (&record->name, name);
    insert (chart, record, step->handle, NULL);
  }
}

static TlId
role_of (const TlDraft     *draft,
         const TlDraftStep *step,
         TlChart           *chart)
{
  const TlDraftLane *lane = g_ptr_array_index (draft->lanes, step->lane);

  if (step->kind != TL_STEP_ACTION && step->kind != TL_STEP_WAIT && step->kind != TL_STEP_DECISION)
    return TL_ID_NONE;
  if (step->performer != NULL) {
    g_autofree char *name = fitting (step->performer, lane->name, TL_LABEL_MAX);

    return find_or_add_role (chart, name, lane->role);
  }

  return lane->role_id;
}

static void
build_steps (const TlDraft *draft,
             TlChart       *chart,
             TlId           phase)
{
  for (guint i = 0; i < draft->steps->len; i++) {
    TlDraftStep *step = g_ptr_array_index (draft->steps, i);
    TlStep *record;

    if (step->gone)
      continue;
    record = (TlStep *) tl_record_new (TL_RECORD_STEP);
    tl_text_set (&record->label, step->label);
    record->kind = step->kind;
    record->lane = ((TlDraftLane *) g_ptr_array_index (draft->lanes, step->lane))->lane_id;
    record->phase = phase;
    record->role = role_of (draft, step, chart);
    record->touch = step->touch;
    record->wait = step->wait;
    record->cost = step->cost;
    record->outcome = step->outcome;
    record->column = step->column;
    record->row = step->row;
    tl_text_set (&record->how, step->how->str);
    step->handle = insert (chart, record, TL_ID_NONE, step->id);
    build_touchpoints (step, chart);
  }
}

static void
build_links (const TlDraft *draft,
             TlChart       *chart)
{
  for (guint i = 0; i < draft->links->len; i++) {
    TlDraftLink *link = g_ptr_array_index (draft->links, i);
    TlConnector *record;

    if (link->gone)
      continue;
    record = (TlConnector *) tl_record_new (TL_RECORD_CONNECTOR);
    record->kind = link->kind;
    record->from = link->from->handle;
    record->to = link->to->handle;
    record->probability = link->probability;
    tl_text_set (&record->label, link->label);
    link->handle = insert (chart, record, TL_ID_NONE, link->id);
  }
}

static void
build_failures (const TlDraft *draft,
                TlChart       *chart)
{
  for (guint i = 0; i < draft->failures->len; i++) {
    const TlDraftFailure *failure = g_ptr_array_index (draft->failures, i);
    TlFailure *record = (TlFailure *) tl_record_new (TL_RECORD_FAILURE);
    g_autofree char *cause = tl_words_tidy (failure->cause);

    tl_text_set (&record->title, failure->title);
    tl_text_set (&record->cause, cause);
    record->at = failure->at->handle;
    record->actor = failure->actor;
    record->error = failure->error;
    record->dimension = failure->dimension;
    insert (chart, record, TL_ID_NONE, failure->id);
  }
}

static void
report_costs (const TlDraft *draft)
{
  for (guint i = 0; i < draft->steps->len; i++) {
    const TlDraftStep *step = g_ptr_array_index (draft->steps, i);

    if (!step->gone && step->cost > 0)
      tl_report_add (draft->report, TL_REPORT_ASSUMED, _("cost"),
                     draft->currency != NULL ? _("in the currency whose sign the file bears")
                                             : _("in euro: the file does not say"), step->label);
  }
}

TlChart *
tl_draft_build (TlDraft  *draft,
                GError  **error)
{
  g_autoptr (TlChart) chart = tl_chart_new ();
  gboolean placed = tl_draft_place (draft);

  tl_chart_begin (chart, _("Import"));
  build_info (draft, chart);
  build_lanes (draft, chart);
  build_steps (draft, chart, build_phase (draft, chart));
  build_links (draft, chart);
  build_failures (draft, chart);
  report_costs (draft);
  if (!placed)
    tl_arrange (chart);
  if (!tl_chart_commit (chart, error))
    return NULL;
  tl_chart_settle (chart);   /* a chart just read has nothing to undo */

  return g_steal_pointer (&chart);
}
