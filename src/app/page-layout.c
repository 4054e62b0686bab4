/* page-layout.c - which fields stand where on the page of a record. */
#include "app/page-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TlPageGroup groups[] = {
  { TL_RECORD_CHART, NULL, FALSE,
    { "title", "service", "activity", "segment", "scenario", "state" } },
  { TL_RECORD_CHART, N_("Measures"), FALSE, { "currency", "tolerance", "scale" } },
  { TL_RECORD_CHART, N_("Complaint Policy"), FALSE, { "complaint-policy" } },
  { TL_RECORD_CHART, N_("About This Chart"), TRUE, { "author", "created", "revised", "note" } },
  { TL_RECORD_ECONOMICS, NULL, FALSE,
    { "cases", "value", "loss", "told", "told-loss", "overhead" } },
  { TL_RECORD_WEIGHTS, NULL, FALSE,
    { "reliability", "responsiveness", "assurance", "empathy", "tangibles" } },
  { TL_RECORD_TIER, NULL, FALSE, { "name", "price", "description" } },
  { TL_RECORD_ROLE, NULL, FALSE, { "name", "kind", "hourly", "authority" } },
  { TL_RECORD_ROLE, N_("Training"), FALSE, { "trained", "backup", "skills" } },
  { TL_RECORD_LANE, NULL, FALSE, { "name", "band", "rows" } },
  { TL_RECORD_PHASE, NULL, FALSE, { "name", "columns" } },
  { TL_RECORD_STEP, NULL, FALSE,
    { "label", "kind", "outcome", "lane", "phase", "role", "moment-of-truth" } },
  { TL_RECORD_STEP, N_("Time and Cost"), FALSE, { "touch", "wait", "tolerance", "cost" } },
  { TL_RECORD_STEP, N_("Customer and Staff"), FALSE, { "tell", "how", "emotion" } },
  { TL_RECORD_TOUCHPOINT, NULL, FALSE, { "name", "channel" } },
  { TL_RECORD_CONNECTOR, NULL, FALSE, { "label", "probability", "kind" } },
  { TL_RECORD_EXPECTATION, NULL, FALSE, { "text", "dimension", "importance", "steps" } },
  { TL_RECORD_EXPECTATION, N_("Zone of Tolerance"), FALSE,
    { "unit", "better", "desired", "adequate" } },
  { TL_RECORD_EXPECTATION, N_("Where It Comes From"), FALSE,
    { "source", "confirmed", "party", "segment", "tier" } },
  { TL_RECORD_PROMISE, NULL, FALSE, { "text", "medium", "dimension", "steps" } },
  { TL_RECORD_PROMISE, N_("Value"), FALSE, { "unit", "better", "value" } },
  { TL_RECORD_PROMISE, N_("In Force"), FALSE, { "from", "to", "staff-told", "owner", "tier" } },
  { TL_RECORD_STANDARD, NULL, FALSE, { "name", "type", "dimension", "steps", "meets" } },
  { TL_RECORD_STANDARD, N_("Target"), FALSE, { "unit", "better", "target", "share" } },
  { TL_RECORD_STANDARD, N_("How It Is Measured"), FALSE, { "measure", "method", "every" } },
  { TL_RECORD_STANDARD, N_("More"), TRUE, { "owner", "tier", "note" } },
  { TL_RECORD_MEASUREMENT, NULL, FALSE,
    { "date", "value", "share", "n", "source", "counts" } },
  { TL_RECORD_RATING, NULL, FALSE,
    { "dimension", "expected", "perceived", "n", "date", "statement" } },
  { TL_RECORD_FAILURE, NULL, FALSE, { "title", "at", "effect", "cause" } },
  { TL_RECORD_FAILURE, N_("Rating"), FALSE, { "S", "O", "D" } },
  { TL_RECORD_FAILURE, N_("Kind of Failure"), FALSE, { "actor", "error", "dimension", "gap" } },
  { TL_RECORD_FAILURE, N_("How Often"), FALSE, { "p", "loss", "reports" } },
  { TL_RECORD_FAILURE, N_("After Safeguards"), TRUE, { "S2", "O2", "D2" } },
  { TL_RECORD_FAILURE, N_("Living With It"), TRUE, { "accepted" } },
  { TL_RECORD_SAFEGUARD, NULL, FALSE, { "text", "type", "status", "role" } },
  { TL_RECORD_RECOVERY, NULL, FALSE, { "name", "trigger", "for" } },
  { TL_RECORD_RECOVERY, N_("Compensation and Result"), FALSE,
    { "compensation", "compensation-max", "cost", "success", "resume" } },
  { TL_RECORD_RECOVERY, N_("Practice"), FALSE, { "rehearsed", "policy", "tier" } },
  { TL_RECORD_ACTION, NULL, FALSE, { "kind", "text", "say", "role", "within" } },
  { TL_RECORD_ITEM, NULL, FALSE, { "text", "owner", "due", "status", "reason" } },
  { TL_RECORD_ITEM, N_("More"), TRUE,
    { "about", "dimension", "source", "rule", "session", "opened", "closed" } },
  { TL_RECORD_SESSION, NULL, FALSE,
    { "date", "goal", "facilitator", "attendees", "notes", "summary" } },
};

const TlPageGroup *
tl_page_groups (guint *n)
{
  *n = G_N_ELEMENTS (groups);
  return groups;
}

const char *
tl_page_order (TlRecordKind kind)
{
  static const struct {
    TlRecordKind kind;
    const char  *order;
  } orders[] = {
    { TL_RECORD_STEP, "gglgcl" },
    { TL_RECORD_FAILURE, "gglcg" },
    { TL_RECORD_RECOVERY, "gcgg" },
    { TL_RECORD_STANDARD, "ggcg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    if (orders[i].kind == kind)
      return orders[i].order;
  }
  return "";
}

gboolean
tl_page_is_elsewhere (TlRecordKind  kind,
                      const char   *xml)
{
  static const struct {
    TlRecordKind kind;
    const char  *xml;
  } elsewhere[] = {
    { TL_RECORD_STEP, "column" }, { TL_RECORD_STEP, "row" },
    { TL_RECORD_CONNECTOR, "from" }, { TL_RECORD_CONNECTOR, "to" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++) {
    if (elsewhere[i].kind == kind && strcmp (elsewhere[i].xml, xml) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
applies_to_step (const TlStep *step,
                 const char   *xml)
{
  gboolean instant = step->kind != TL_STEP_ACTION && step->kind != TL_STEP_DECISION &&
                     step->kind != TL_STEP_WAIT;

  if (strcmp (xml, "outcome") == 0)
    return step->kind == TL_STEP_END;
  if (strcmp (xml, "touch") == 0)
    return !instant && step->kind != TL_STEP_WAIT;
  if (strcmp (xml, "wait") == 0 || strcmp (xml, "cost") == 0)
    return !instant;
  return TRUE;
}

/* Whether the connector is a way out of a decision, which has a share. */
static gboolean
is_exit (const TlChart *chart,
         TlId           id)
{
  const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, id);
  const TlStep *from =
    connector != NULL ? TL_CHART_GET (chart, STEP, TlStep, connector->from) : NULL;

  return from != NULL && from->kind == TL_STEP_DECISION && connector->kind == TL_CONNECTOR_FLOW;
}

gboolean
tl_page_field_applies (const TlChart  *chart,
                       const TlRecord *record,
                       const TlField  *field)
{
  if (tl_page_is_elsewhere (record->kind, field->xml))
    return FALSE;
  if (record->kind == TL_RECORD_STEP)
    return applies_to_step ((const TlStep *) (const void *) record, field->xml);
  if (record->kind == TL_RECORD_CONNECTOR && strcmp (field->xml, "probability") == 0)
    return is_exit (chart, record->id);
  if (record->kind == TL_RECORD_FAILURE && strcmp (field->xml, "p") == 0)
    return !is_exit (chart, ((const TlFailure *) (const void *) record)->at);
  if (record->kind == TL_RECORD_FAILURE && strcmp (field->xml, "error") == 0)
    return ((const TlFailure *) (const void *) record)->actor != TL_ACTOR_EXTERNAL;
  return TRUE;
}

/* Links. */

static const TlPageLink links[] = {
  { TL_RECORD_CONNECTOR, TL_RECORD_STEP, "from", N_("Comes From"), NULL, TL_PAGE_LINK_NAMED },
  { TL_RECORD_CONNECTOR, TL_RECORD_STEP, "to", N_("Leads To"), NULL, TL_PAGE_LINK_NAMED },
  { TL_RECORD_STEP, TL_RECORD_FAILURE, "at", N_("Failure Points"), N_("Add Failure Point"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CONNECTOR, TL_RECORD_FAILURE, "at", N_("Failure Points"), N_("Add Failure Point"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_FAILURE, TL_RECORD_RECOVERY, "for", N_("Recovery Procedures"),
    N_("Add Recovery Procedure"), TL_PAGE_LINK_SHARED },
  { TL_RECORD_STEP, TL_RECORD_CONNECTOR, "from", N_("Leads To"), NULL, TL_PAGE_LINK_PLAIN },
  { TL_RECORD_STEP, TL_RECORD_EXPECTATION, "steps", N_("Expectations"), N_("Add Expectation"),
    TL_PAGE_LINK_SHARED },
  { TL_RECORD_STEP, TL_RECORD_PROMISE, "steps", N_("Promises"), N_("Add Promise"),
    TL_PAGE_LINK_SHARED },
  { TL_RECORD_STEP, TL_RECORD_STANDARD, "steps", N_("Standards"), N_("Add Standard"),
    TL_PAGE_LINK_SHARED },
  { TL_RECORD_EXPECTATION, TL_RECORD_STANDARD, "meets", N_("Standards That Meet It"),
    N_("Add Standard"), TL_PAGE_LINK_SHARED },
  { TL_RECORD_PROMISE, TL_RECORD_STANDARD, "meets", N_("Standards That Keep It"),
    N_("Add Standard"), TL_PAGE_LINK_SHARED },
  { TL_RECORD_SESSION, TL_RECORD_ITEM, "session", N_("Action Items"), N_("Add Action Item"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_FAILURE, TL_RECORD_ITEM, "about", N_("Action Items"), N_("Add Action Item"),
    TL_PAGE_LINK_SHARED },
  { TL_RECORD_PROMISE, TL_RECORD_ITEM, "about", N_("Action Items"), N_("Add Action Item"),
    TL_PAGE_LINK_SHARED },
  { TL_RECORD_STANDARD, TL_RECORD_ITEM, "about", N_("Action Items"), N_("Add Action Item"),
    TL_PAGE_LINK_SHARED },
  { TL_RECORD_STEP, TL_RECORD_ITEM, "about", N_("Action Items"), N_("Add Action Item"),
    TL_PAGE_LINK_SHARED },
  { TL_RECORD_CHART, TL_RECORD_ROLE, NULL, N_("Roles"), N_("Add Role"), TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_EXPECTATION, NULL, N_("Expectations"), N_("Add Expectation"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_PROMISE, NULL, N_("Promises"), N_("Add Promise"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_STANDARD, NULL, N_("Standards"), N_("Add Standard"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_RECOVERY, NULL, N_("Recovery Procedures"),
    N_("Add Recovery Procedure"), TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_ITEM, NULL, N_("Action Items"), N_("Add Action Item"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_TIER, NULL, N_("Service Tiers"), N_("Add Service Tier"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_RATING, NULL, N_("Survey Ratings"), N_("Add Survey Rating"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_SESSION, NULL, N_("Sessions"), N_("Add Session"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_ECONOMICS, NULL, N_("Economics"), N_("Add Economics"),
    TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_WEIGHTS, NULL, N_("Weights of the Dimensions"),
    N_("Add Weights"), TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_LANE, NULL, N_("Lanes"), NULL, TL_PAGE_LINK_PLAIN },
  { TL_RECORD_CHART, TL_RECORD_PHASE, NULL, N_("Phases"), NULL, TL_PAGE_LINK_PLAIN },
};

const TlPageLink *
tl_page_links (guint *n)
{
  *n = G_N_ELEMENTS (links);
  return links;
}

static gboolean
names (const TlRecord *record,
       const TlField  *field,
       TlId            id)
{
  if (field == NULL)
    return TRUE;
  if (field->type == TL_FIELD_REF)
    return TL_FIELD_AT (record, field, TlId) == id;
  return tl_id_list_index (&TL_FIELD_AT (record, field, TlIdList), id) != G_MAXUINT;
}

void
tl_page_link_list (const TlPageLink *link,
                   const TlChart    *chart,
                   TlId              id,
                   GArray           *ids)
{
  const TlField *field =
    link->via != NULL ? tl_class_find_field (tl_class_get (link->how == TL_PAGE_LINK_NAMED ? link->at : link->kind),
                                             link->via) : NULL;

  if (link->how == TL_PAGE_LINK_NAMED) {
    const TlRecord *record = tl_chart_get (chart, id);

    if (record != NULL)
      g_array_append_val (ids, TL_FIELD_AT (record, field, TlId));
    return;
  }
  for (guint i = 0; i < tl_chart_n (chart, link->kind); i++) {
    const TlRecord *record = tl_chart_nth (chart, link->kind, i);

    if (names (record, field, id))
      g_array_append_val (ids, record->id);
  }
}
