/* class.c - the tables of classes and fields.
 *
 * The order of rows is the order in the file: attributes first come, first
 * written; then elements.  Lengths are in characters.
 */
#include "model/class.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINE  200.0    /* characters of a one-line text */
#define TEXT  2000.0   /* characters of any text */
#define LABEL 120.0
#define MANY  2147483647.0

#define KIND(k) (1u << TL_RECORD_##k)
#define ANY_NAMED                                                                             \
  (KIND (TIER) | KIND (ROLE) | KIND (LANE) | KIND (PHASE) | KIND (STEP) | KIND (CONNECTOR) |  \
   KIND (EXPECTATION) | KIND (PROMISE) | KIND (STANDARD) | KIND (RATING) | KIND (FAILURE) |   \
   KIND (RECOVERY) | KIND (ITEM) | KIND (SESSION))

/* One row a field: S is the struct it lives in. */
#define AT(S, member) G_STRUCT_OFFSET (S, member)
#define F_TEXT(S, m, xml, label, flags, max) \
  { xml, label, TL_FIELD_TEXT, flags, AT (S, m), 0, max, NAN, NULL, 0 }
#define F_ENUM(S, m, xml, label, flags, rows, standard) \
  { xml, label, TL_FIELD_ENUM, flags, AT (S, m), 0, 0, standard, rows, 0 }
#define F_INT(S, m, xml, label, flags, min, max, standard) \
  { xml, label, TL_FIELD_INT, flags, AT (S, m), min, max, standard, NULL, 0 }
#define F_SECONDS(S, m, xml, label, standard) \
  { xml, label, TL_FIELD_SECONDS, TL_FIELD_PLAIN, AT (S, m), 0, MANY, standard, NULL, 0 }
#define F_MONEY(S, m, xml, label, standard) \
  { xml, label, TL_FIELD_MONEY, TL_FIELD_PLAIN, AT (S, m), 0, 1e15, standard, NULL, 0 }
#define F_NUMBER(S, m, xml, label, flags, min, max, standard) \
  { xml, label, TL_FIELD_NUMBER, flags, AT (S, m), min, max, standard, NULL, 0 }
#define F_BOOL(S, m, xml, label) \
  { xml, label, TL_FIELD_BOOL, TL_FIELD_PLAIN, AT (S, m), 0, 1, 0, NULL, 0 }
#define F_DATE(S, m, xml, label, flags) \
  { xml, label, TL_FIELD_DATE, flags, AT (S, m), 0, 0, NAN, NULL, 0 }
#define F_REF(S, m, xml, label, flags, kinds) \
  { xml, label, TL_FIELD_REF, flags, AT (S, m), 0, 0, NAN, NULL, kinds }
#define F_REFS(S, m, xml, label, kinds) \
  { xml, label, TL_FIELD_REFS, TL_FIELD_PLAIN, AT (S, m), 0, 0, NAN, NULL, kinds }
#define F_INTS(S, m, xml, label) \
  { xml, label, TL_FIELD_INTS, TL_FIELD_PLAIN, AT (S, m), 0, MANY, NAN, NULL, 0 }
#define F_RESUME(S, m, xml, label, rows, standard) \
  { xml, label, TL_FIELD_RESUME, TL_FIELD_PLAIN, AT (S, m), 0, 0, standard, rows, KIND (STEP) }

#define PLAIN TL_FIELD_PLAIN
#define NEED  TL_FIELD_REQUIRED
#define ELEM  TL_FIELD_ELEMENT
#define BODY  TL_FIELD_CONTENT

static const TlEnumRow activities[] = {
  { TL_ACTIVITY_INFORMATION, "information", N_("Product and service information") },
  { TL_ACTIVITY_COUNTER, "counter", N_("Counter and face-to-face") },
  { TL_ACTIVITY_TELEPHONE, "telephone", N_("Telephone") },
  { TL_ACTIVITY_ORDERS, "orders", N_("Taking orders") },
  { TL_ACTIVITY_FOLLOW_UP, "follow-up", N_("Follow-up") },
  { TL_ACTIVITY_BILLING, "billing", N_("Billing and payments") },
  { TL_ACTIVITY_VISITS, "visits", N_("Visiting the customer") },
  { TL_ACTIVITY_REPAIRS, "repairs", N_("Repairs") },
  { TL_ACTIVITY_COMPLAINTS, "complaints", N_("Complaints") },
  { TL_ACTIVITY_CULTURE, "culture", N_("Service culture") },
  { 0, NULL, NULL }
};
static const TlEnumRow states[] = {
  { TL_STATE_AS_IS, "as-is", N_("As it is today") },
  { TL_STATE_TO_BE, "to-be", N_("As it should be") },
  { 0, NULL, NULL }
};
static const TlEnumRow dimensions[] = {
  { TL_DIMENSION_RELIABILITY, "reliability", N_("Reliability") },
  { TL_DIMENSION_ASSURANCE, "assurance", N_("Assurance") },
  { TL_DIMENSION_TANGIBLES, "tangibles", N_("Tangibles") },
  { TL_DIMENSION_EMPATHY, "empathy", N_("Empathy") },
  { TL_DIMENSION_RESPONSIVENESS, "responsiveness", N_("Responsiveness") },
  { 0, NULL, NULL }
};
static const TlEnumRow role_kinds[] = {
  { TL_ROLE_CUSTOMER, "customer", N_("Customer") },
  { TL_ROLE_STAFF, "staff", N_("Staff") },
  { TL_ROLE_SYSTEM, "system", N_("System") },
  { TL_ROLE_PARTNER, "partner", N_("Partner") },
  { 0, NULL, NULL }
};
static const TlEnumRow bands[] = {
  { TL_BAND_CUSTOMER, "customer", N_("Customer") },
  { TL_BAND_ONSTAGE, "onstage", N_("Onstage") },
  { TL_BAND_BACKSTAGE, "backstage", N_("Backstage") },
  { TL_BAND_SUPPORT, "support", N_("Support") },
  { 0, NULL, NULL }
};
static const TlEnumRow step_kinds[] = {
  { TL_STEP_START, "start", N_("First contact") },
  { TL_STEP_ACTION, "action", N_("Action") },
  { TL_STEP_DECISION, "decision", N_("Decision") },
  { TL_STEP_WAIT, "wait", N_("Wait") },
  { TL_STEP_FORK, "fork", N_("Fork") },
  { TL_STEP_JOIN, "join", N_("Join") },
  { TL_STEP_END, "end", N_("End") },
  { 0, NULL, NULL }
};
static const TlEnumRow outcomes[] = {
  { TL_OUTCOME_RESOLVED, "resolved", N_("Resolved") },
  { TL_OUTCOME_LOST, "lost", N_("Lost") },
  { TL_OUTCOME_REFERRED, "referred", N_("Referred") },
  { 0, NULL, NULL }
};
static const TlEnumRow channels[] = {
  { TL_CHANNEL_IN_PERSON, "in-person", N_("In person") },
  { TL_CHANNEL_PHONE, "phone", N_("Phone") },
  { TL_CHANNEL_EMAIL, "email", N_("Email") },
  { TL_CHANNEL_MESSAGE, "message", N_("Text message") },
  { TL_CHANNEL_WEB, "web", N_("Website") },
  { TL_CHANNEL_APP, "app", N_("App") },
  { TL_CHANNEL_SOCIAL, "social", N_("Social media") },
  { TL_CHANNEL_PRINT, "print", N_("Printed matter") },
  { TL_CHANNEL_SIGNAGE, "signage", N_("Signs") },
  { TL_CHANNEL_SITE, "site", N_("Rooms and site") },
  { TL_CHANNEL_PRODUCT, "product", N_("Product") },
  { TL_CHANNEL_POST, "post", N_("Post") },
  { 0, NULL, NULL }
};
static const TlEnumRow connector_kinds[] = {
  { TL_CONNECTOR_FLOW, "flow", N_("Flow") },
  { TL_CONNECTOR_SUPPORT, "support", N_("Support") },
  { 0, NULL, NULL }
};
static const TlEnumRow parties[] = {
  { TL_PARTY_CUSTOMER, "customer", N_("Customer") },
  { TL_PARTY_COLLEAGUE, "colleague", N_("Colleague") },
  { 0, NULL, NULL }
};
static const TlEnumRow sources[] = {
  { TL_SOURCE_SURVEY, "survey", N_("Survey") },
  { TL_SOURCE_COMPLAINT, "complaint", N_("Complaint") },
  { TL_SOURCE_CONVERSATION, "conversation", N_("Conversation") },
  { TL_SOURCE_REVIEW, "review", N_("Review") },
  { TL_SOURCE_PAST_EXPERIENCE, "past-experience", N_("Past experience") },
  { TL_SOURCE_WORD_OF_MOUTH, "word-of-mouth", N_("Word of mouth") },
  { TL_SOURCE_COMPETITOR, "competitor", N_("Competitor or industry") },
  { TL_SOURCE_STAFF, "staff", N_("Staff") },
  { TL_SOURCE_ASSUMPTION, "assumption", N_("Our assumption") },
  { 0, NULL, NULL }
};
static const TlEnumRow units[] = {
  { TL_UNIT_SECONDS, "s", N_("Time") },
  { TL_UNIT_PERCENT, "percent", N_("Percent") },
  { TL_UNIT_COUNT, "count", N_("Count") },
  { TL_UNIT_MONEY, "money", N_("Money") },
  { TL_UNIT_SCORE, "score", N_("Score") },
  { TL_UNIT_NPS, "nps", N_("Net promoter score") },
  { 0, NULL, NULL }
};
static const TlEnumRow betters[] = {
  { TL_BETTER_LOWER, "lower", N_("Lower is better") },
  { TL_BETTER_HIGHER, "higher", N_("Higher is better") },
  { 0, NULL, NULL }
};
static const TlEnumRow media[] = {
  { TL_MEDIUM_ADVERTISEMENT, "advertisement", N_("Advertisement") },
  { TL_MEDIUM_WEBSITE, "website", N_("Website") },
  { TL_MEDIUM_SIGNAGE, "signage", N_("Signs") },
  { TL_MEDIUM_LEAFLET, "leaflet", N_("Leaflet") },
  { TL_MEDIUM_CONTRACT, "contract", N_("Contract") },
  { TL_MEDIUM_WARRANTY, "warranty", N_("Warranty") },
  { TL_MEDIUM_SOCIAL, "social", N_("Social media") },
  { TL_MEDIUM_STAFF, "staff", N_("Staff") },
  { 0, NULL, NULL }
};
static const TlEnumRow standard_types[] = {
  { TL_STANDARD_HARD, "hard", N_("Counted or timed") },
  { TL_STANDARD_SOFT, "soft", N_("Asked") },
  { 0, NULL, NULL }
};
static const TlEnumRow methods[] = {
  { TL_METHOD_TIMING, "timing", N_("Timing") },
  { TL_METHOD_COUNT, "count", N_("Count") },
  { TL_METHOD_RECORDS, "records", N_("Records") },
  { TL_METHOD_AUDIT, "audit", N_("Audit") },
  { TL_METHOD_MYSTERY_SHOP, "mystery-shop", N_("Mystery shopper") },
  { TL_METHOD_SURVEY_CARD, "survey-card", N_("Survey card") },
  { TL_METHOD_POST_SERVICE_SURVEY, "post-service-survey", N_("Survey after the service") },
  { TL_METHOD_FEEDBACK_FORM, "feedback-form", N_("Feedback form") },
  { TL_METHOD_REVIEW, "review", N_("Review") },
  { TL_METHOD_TEST_CALL, "test-call", N_("Test call") },
  { 0, NULL, NULL }
};
static const TlEnumRow actors[] = {
  { TL_ACTOR_SERVER, "server", N_("Our side") },
  { TL_ACTOR_CUSTOMER, "customer", N_("Customer") },
  { TL_ACTOR_EXTERNAL, "external", N_("Outside cause") },
  { 0, NULL, NULL }
};
static const TlEnumRow errors[] = {
  { TL_ERROR_TASK, "task", N_("Task: done wrong") },
  { TL_ERROR_TREATMENT, "treatment", N_("Treatment: behaved wrong") },
  { TL_ERROR_TANGIBLE, "tangible", N_("Tangible: things wrong") },
  { TL_ERROR_PREPARATION, "preparation", N_("Customer's preparation") },
  { TL_ERROR_ENCOUNTER, "encounter", N_("Customer's part during service") },
  { TL_ERROR_RESOLUTION, "resolution", N_("Customer's part afterwards") },
  { 0, NULL, NULL }
};
static const TlEnumRow safeguard_types[] = {
  { TL_SAFEGUARD_PREVENT, "prevent", N_("Prevents it") },
  { TL_SAFEGUARD_DETECT, "detect", N_("Detects it") },
  { 0, NULL, NULL }
};
static const TlEnumRow safeguard_statuses[] = {
  { TL_SAFEGUARD_IDEA, "idea", N_("Idea") },
  { TL_SAFEGUARD_PLANNED, "planned", N_("Planned") },
  { TL_SAFEGUARD_IN_PLACE, "in-place", N_("In place") },
  { 0, NULL, NULL }
};
static const TlEnumRow compensations[] = {
  { TL_COMPENSATION_NONE, "none", N_("None") },
  { TL_COMPENSATION_APOLOGY, "apology", N_("Apology") },
  { TL_COMPENSATION_RE_PERFORMANCE, "re-performance", N_("Done again") },
  { TL_COMPENSATION_REPLACEMENT, "replacement", N_("Replacement") },
  { TL_COMPENSATION_DISCOUNT, "discount", N_("Discount") },
  { TL_COMPENSATION_REFUND, "refund", N_("Refund") },
  { TL_COMPENSATION_CREDIT, "credit", N_("Credit") },
  { 0, NULL, NULL }
};
static const TlEnumRow resumes[] = {
  { TL_RESUME_NEXT, "next", N_("Goes on with the next step") },
  { TL_RESUME_REDO, "redo", N_("Does this step again") },
  { 0, NULL, NULL }
};
static const TlEnumRow action_kinds[] = {
  { TL_ACTION_ACKNOWLEDGE, "acknowledge", N_("Acknowledge") },
  { TL_ACTION_APOLOGISE, "apologise", N_("Apologise") },
  { TL_ACTION_ASSESS, "assess", N_("Assess") },
  { TL_ACTION_FIX, "fix", N_("Fix") },
  { TL_ACTION_COMPENSATE, "compensate", N_("Compensate") },
  { TL_ACTION_INFORM, "inform", N_("Inform") },
  { TL_ACTION_ESCALATE, "escalate", N_("Escalate") },
  { TL_ACTION_FOLLOW_UP, "follow-up", N_("Follow up") },
  { TL_ACTION_RECORD, "record", N_("Record") },
  { 0, NULL, NULL }
};
static const TlEnumRow item_sources[] = {
  { TL_ITEM_SESSION, "session", N_("Session") },
  { TL_ITEM_GAP_CHECK, "gap-check", N_("Gap check") },
  { TL_ITEM_COMPLAINT, "complaint", N_("Complaint") },
  { TL_ITEM_SURVEY, "survey", N_("Survey") },
  { TL_ITEM_REVIEW, "review", N_("Review") },
  { TL_ITEM_MYSTERY_SHOP, "mystery-shop", N_("Mystery shopper") },
  { TL_ITEM_STAFF_SUGGESTION, "staff-suggestion", N_("Staff suggestion") },
  { TL_ITEM_RECOGNITION, "recognition", N_("Recognition") },
  { 0, NULL, NULL }
};
static const TlEnumRow item_statuses[] = {
  { TL_ITEM_OPEN, "open", N_("Open") },
  { TL_ITEM_DOING, "doing", N_("Doing") },
  { TL_ITEM_DONE, "done", N_("Done") },
  { TL_ITEM_VERIFIED, "verified", N_("Verified") },
  { TL_ITEM_ACCEPTED, "accepted", N_("Accepted") },
  { 0, NULL, NULL }
};

static const TlField chart_fields[] = {
  F_TEXT (TlChartInfo, title, "title", N_("Title"), NEED, LINE),
  F_TEXT (TlChartInfo, service, "service", N_("Service"), NEED, LINE),
  F_ENUM (TlChartInfo, activity, "activity", N_("Activity"), PLAIN, activities, NAN),
  F_TEXT (TlChartInfo, segment, "segment", N_("Customer segment"), PLAIN, LINE),
  F_ENUM (TlChartInfo, state, "state", N_("State"), PLAIN, states, TL_STATE_AS_IS),
  F_TEXT (TlChartInfo, currency, "currency", N_("Currency"), NEED, 3),
  F_INT (TlChartInfo, scale, "scale", N_("Survey scale"), PLAIN, 5, 7, 5),
  F_SECONDS (TlChartInfo, tolerance, "tolerance", N_("Longest total time accepted"), NAN),
  F_TEXT (TlChartInfo, author, "author", N_("Author"), PLAIN, LINE),
  F_DATE (TlChartInfo, created, "created", N_("Created"), PLAIN),
  F_DATE (TlChartInfo, revised, "revised", N_("Revised"), PLAIN),
  F_TEXT (TlChartInfo, scenario, "scenario", N_("Scenario"), ELEM, TEXT),
  F_TEXT (TlChartInfo, complaint_policy, "complaint-policy", N_("Complaint policy"), ELEM, TEXT),
  F_TEXT (TlChartInfo, note, "note", N_("Note"), ELEM, TEXT),
};
static const TlField economics_fields[] = {
  F_INT (TlEconomics, cases, "cases", N_("Cases a year"), NEED, 0, MANY, NAN),
  F_MONEY (TlEconomics, value, "value", N_("Value of a customer"), 0),
  F_NUMBER (TlEconomics, loss, "loss", N_("Lost after an unrecovered failure"), PLAIN, 0, 1, 0.63),
  F_INT (TlEconomics, told, "told", N_("People told"), PLAIN, 0, MANY, 11),
  F_NUMBER (TlEconomics, told_loss, "told-loss", N_("Share of told people lost"), PLAIN, 0, 1,
            0.02),
  F_MONEY (TlEconomics, overhead, "overhead", N_("Overhead per case"), 0),
};
static const TlField weights_fields[] = {
  F_INT (TlWeights, reliability, "reliability", N_("Reliability"), NEED, 0, 100, NAN),
  F_INT (TlWeights, assurance, "assurance", N_("Assurance"), NEED, 0, 100, NAN),
  F_INT (TlWeights, tangibles, "tangibles", N_("Tangibles"), NEED, 0, 100, NAN),
  F_INT (TlWeights, empathy, "empathy", N_("Empathy"), NEED, 0, 100, NAN),
  F_INT (TlWeights, responsiveness, "responsiveness", N_("Responsiveness"), NEED, 0, 100, NAN),
};
static const TlField tier_fields[] = {
  F_TEXT (TlTier, name, "name", N_("Name"), NEED, LINE),
  F_MONEY (TlTier, price, "price", N_("Price"), NAN),
  F_TEXT (TlTier, description, "description", N_("Description"), ELEM, TEXT),
};
static const TlField role_fields[] = {
  F_TEXT (TlRole, name, "name", N_("Name"), NEED, LINE),
  F_ENUM (TlRole, kind, "kind", N_("Kind"), NEED, role_kinds, NAN),
  F_MONEY (TlRole, hourly, "hourly", N_("Cost of an hour"), 0),
  F_MONEY (TlRole, authority, "authority", N_("May give without asking"), 0),
  F_REF (TlRole, backup, "backup", N_("Stand-in"), PLAIN, KIND (ROLE)),
  F_DATE (TlRole, trained, "trained", N_("Trained"), PLAIN),
  F_TEXT (TlRole, skills, "skills", N_("Skills"), ELEM, TEXT),
};
static const TlField lane_fields[] = {
  F_TEXT (TlLane, name, "name", N_("Name"), NEED, LINE),
  F_ENUM (TlLane, band, "band", N_("Band"), NEED, bands, NAN),
  F_INT (TlLane, rows, "rows", N_("Rows"), PLAIN, 1, 100000, 1),
};
static const TlField phase_fields[] = {
  F_TEXT (TlPhase, name, "name", N_("Name"), NEED, LINE),
  F_INT (TlPhase, columns, "columns", N_("Columns"), PLAIN, 1, 100000, 1),
};
static const TlField step_fields[] = {
  F_ENUM (TlStep, kind, "kind", N_("Kind"), NEED, step_kinds, NAN),
  F_REF (TlStep, lane, "lane", N_("Lane"), NEED, KIND (LANE)),
  F_REF (TlStep, phase, "phase", N_("Phase"), NEED, KIND (PHASE)),
  F_INT (TlStep, column, "column", N_("Column"), PLAIN, 0, 100000, 0),
  F_INT (TlStep, row, "row", N_("Row"), PLAIN, 0, 100000, 0),
  F_REF (TlStep, role, "role", N_("Role"), PLAIN, KIND (ROLE)),
  F_SECONDS (TlStep, touch, "touch", N_("Working time"), 0),
  F_SECONDS (TlStep, wait, "wait", N_("Waiting time"), 0),
  F_SECONDS (TlStep, tolerance, "tolerance", N_("Longest time accepted"), NAN),
  F_MONEY (TlStep, cost, "cost", N_("Materials"), 0),
  F_BOOL (TlStep, moment_of_truth, "moment-of-truth", N_("Moment of truth")),
  F_INT (TlStep, emotion, "emotion", N_("Emotion"), PLAIN, -2, 2, NAN),
  F_ENUM (TlStep, outcome, "outcome", N_("Outcome"), PLAIN, outcomes, NAN),
  F_TEXT (TlStep, label, "label", N_("Label"), NEED | ELEM, LABEL),
  F_TEXT (TlStep, tell, "tell", N_("What the customer is told"), ELEM, TEXT),
  F_TEXT (TlStep, how, "how", N_("Key points"), ELEM, TEXT),
};
static const TlField touchpoint_fields[] = {
  F_ENUM (TlTouchpoint, channel, "channel", N_("Channel"), NEED, channels, NAN),
  F_TEXT (TlTouchpoint, name, "name", N_("Name"), NEED, LINE),
};
static const TlField connector_fields[] = {
  F_ENUM (TlConnector, kind, "kind", N_("Kind"), PLAIN, connector_kinds, TL_CONNECTOR_FLOW),
  F_REF (TlConnector, from, "from", N_("From"), NEED, KIND (STEP)),
  F_REF (TlConnector, to, "to", N_("To"), NEED, KIND (STEP)),
  F_NUMBER (TlConnector, probability, "probability", N_("Share"), PLAIN, 0, 1, NAN),
  F_TEXT (TlConnector, label, "label", N_("Label"), ELEM, LABEL),
};
static const TlField expectation_fields[] = {
  F_ENUM (TlExpectation, party, "party", N_("Whose"), PLAIN, parties, TL_PARTY_CUSTOMER),
  F_ENUM (TlExpectation, dimension, "dimension", N_("Dimension"), NEED, dimensions, NAN),
  F_ENUM (TlExpectation, source, "source", N_("Source"), NEED, sources, NAN),
  F_INT (TlExpectation, importance, "importance", N_("Importance"), PLAIN, 1, 5, 3),
  F_TEXT (TlExpectation, segment, "segment", N_("Customer segment"), PLAIN, LINE),
  F_REF (TlExpectation, tier, "tier", N_("Tier"), PLAIN, KIND (TIER)),
  F_REFS (TlExpectation, steps, "steps", N_("Steps"), KIND (STEP)),
  F_DATE (TlExpectation, confirmed, "confirmed", N_("Last asked"), PLAIN),
  F_ENUM (TlExpectation, unit, "unit", N_("Unit"), PLAIN, units, NAN),
  F_ENUM (TlExpectation, better, "better", N_("Better"), PLAIN, betters, NAN),
  F_NUMBER (TlExpectation, adequate, "adequate", N_("Accepted"), PLAIN, -MANY, MANY, NAN),
  F_NUMBER (TlExpectation, desired, "desired", N_("Wished for"), PLAIN, -MANY, MANY, NAN),
  F_TEXT (TlExpectation, text, "text", N_("In the customer's words"), NEED | ELEM, TEXT),
};
static const TlField promise_fields[] = {
  F_ENUM (TlPromise, medium, "medium", N_("Medium"), NEED, media, NAN),
  F_ENUM (TlPromise, dimension, "dimension", N_("Dimension"), NEED, dimensions, NAN),
  F_REF (TlPromise, tier, "tier", N_("Tier"), PLAIN, KIND (TIER)),
  F_REFS (TlPromise, steps, "steps", N_("Steps"), KIND (STEP)),
  F_DATE (TlPromise, from, "from", N_("From"), PLAIN),
  F_DATE (TlPromise, to, "to", N_("Until"), PLAIN),
  F_DATE (TlPromise, staff_told, "staff-told", N_("Staff told"), PLAIN),
  F_REF (TlPromise, owner, "owner", N_("Owner"), PLAIN, KIND (ROLE)),
  F_ENUM (TlPromise, unit, "unit", N_("Unit"), PLAIN, units, NAN),
  F_ENUM (TlPromise, better, "better", N_("Better"), PLAIN, betters, NAN),
  F_NUMBER (TlPromise, value, "value", N_("Value"), PLAIN, -MANY, MANY, NAN),
  F_TEXT (TlPromise, text, "text", N_("Text"), NEED | ELEM, TEXT),
};
static const TlField standard_fields[] = {
  F_ENUM (TlStandard, type, "type", N_("Type"), NEED, standard_types, NAN),
  F_ENUM (TlStandard, dimension, "dimension", N_("Dimension"), NEED, dimensions, NAN),
  F_ENUM (TlStandard, unit, "unit", N_("Unit"), PLAIN, units, NAN),
  F_ENUM (TlStandard, better, "better", N_("Better"), PLAIN, betters, NAN),
  F_NUMBER (TlStandard, target, "target", N_("Target"), PLAIN, -MANY, MANY, NAN),
  F_NUMBER (TlStandard, share, "share", N_("Share of cases"), PLAIN, 0, 100, 100),
  F_ENUM (TlStandard, method, "method", N_("Method"), PLAIN, methods, NAN),
  F_REFS (TlStandard, steps, "steps", N_("Steps"), KIND (STEP)),
  F_REFS (TlStandard, meets, "meets", N_("Meets"), KIND (EXPECTATION) | KIND (PROMISE)),
  F_REF (TlStandard, tier, "tier", N_("Tier"), PLAIN, KIND (TIER)),
  F_REF (TlStandard, owner, "owner", N_("Owner"), PLAIN, KIND (ROLE)),
  F_INT (TlStandard, every, "every", N_("Days between measurements"), PLAIN, 1, 36500, NAN),
  F_TEXT (TlStandard, name, "name", N_("Name"), NEED | ELEM, LINE),
  F_TEXT (TlStandard, measure, "measure", N_("Measure"), ELEM, TEXT),
  F_TEXT (TlStandard, note, "note", N_("Note"), ELEM, TEXT),
};
static const TlField measurement_fields[] = {
  F_DATE (TlMeasurement, date, "date", N_("Date"), NEED),
  F_NUMBER (TlMeasurement, value, "value", N_("Value"), NEED, -MANY, MANY, NAN),
  F_NUMBER (TlMeasurement, share, "share", N_("Share of cases"), PLAIN, 0, 100, NAN),
  F_INT (TlMeasurement, n, "n", N_("Cases"), NEED, 1, MANY, NAN),
  F_ENUM (TlMeasurement, source, "source", N_("Source"), PLAIN, methods, NAN),
  F_INTS (TlMeasurement, counts, "counts", N_("Counts")),
};
static const TlField rating_fields[] = {
  F_ENUM (TlRating, dimension, "dimension", N_("Dimension"), NEED, dimensions, NAN),
  F_NUMBER (TlRating, expected, "expected", N_("Expected"), NEED, 1, 7, NAN),
  F_NUMBER (TlRating, perceived, "perceived", N_("Perceived"), NEED, 1, 7, NAN),
  F_INT (TlRating, n, "n", N_("Answers"), NEED, 1, MANY, NAN),
  F_DATE (TlRating, date, "date", N_("Date"), PLAIN),
  F_TEXT (TlRating, statement, "statement", N_("Statement"), ELEM, TEXT),
};
static const TlField failure_fields[] = {
  F_REF (TlFailure, at, "at", N_("Where"), NEED, KIND (STEP) | KIND (CONNECTOR)),
  F_ENUM (TlFailure, actor, "actor", N_("Caused by"), NEED, actors, NAN),
  F_ENUM (TlFailure, error, "error", N_("Type of error"), PLAIN, errors, NAN),
  F_ENUM (TlFailure, dimension, "dimension", N_("Dimension"), NEED, dimensions, NAN),
  F_INT (TlFailure, gap, "gap", N_("Gap"), PLAIN, 1, 4, NAN),
  F_INT (TlFailure, s, "S", N_("Severity"), PLAIN, 1, 10, NAN),
  F_INT (TlFailure, o, "O", N_("Occurrence"), PLAIN, 1, 10, NAN),
  F_INT (TlFailure, d, "D", N_("Detection"), PLAIN, 1, 10, NAN),
  F_INT (TlFailure, s2, "S2", N_("Severity after safeguards"), PLAIN, 1, 10, NAN),
  F_INT (TlFailure, o2, "O2", N_("Occurrence after safeguards"), PLAIN, 1, 10, NAN),
  F_INT (TlFailure, d2, "D2", N_("Detection after safeguards"), PLAIN, 1, 10, NAN),
  F_NUMBER (TlFailure, p, "p", N_("Probability each time"), PLAIN, 0, 1, NAN),
  F_NUMBER (TlFailure, loss, "loss", N_("Customers lost if unrecovered"), PLAIN, 0, 1, NAN),
  F_INT (TlFailure, reports, "reports", N_("Reports in the last period"), PLAIN, 0, MANY, NAN),
  F_TEXT (TlFailure, title, "title", N_("What goes wrong"), NEED | ELEM, LINE),
  F_TEXT (TlFailure, effect, "effect", N_("Effect"), ELEM, TEXT),
  F_TEXT (TlFailure, cause, "cause", N_("Cause"), ELEM, TEXT),
  F_TEXT (TlFailure, accepted, "accepted", N_("Reason for accepting it"), ELEM, TEXT),
};
static const TlField safeguard_fields[] = {
  F_ENUM (TlSafeguard, type, "type", N_("Type"), NEED, safeguard_types, NAN),
  F_ENUM (TlSafeguard, status, "status", N_("Status"), NEED, safeguard_statuses, NAN),
  F_REF (TlSafeguard, role, "role", N_("Role"), PLAIN, KIND (ROLE)),
  F_TEXT (TlSafeguard, text, "text", N_("Text"), NEED | BODY, TEXT),
};
static const TlField recovery_fields[] = {
  F_REFS (TlRecovery, failures, "for", N_("For failure points"), KIND (FAILURE)),
  F_REF (TlRecovery, tier, "tier", N_("Tier"), PLAIN, KIND (TIER)),
  F_ENUM (TlRecovery, compensation, "compensation", N_("Compensation"), PLAIN, compensations,
          TL_COMPENSATION_NONE),
  F_MONEY (TlRecovery, compensation_max, "compensation-max", N_("At most"), 0),
  F_MONEY (TlRecovery, cost, "cost", N_("Average cost"), 0),
  F_NUMBER (TlRecovery, success, "success", N_("Customers who stay"), PLAIN, 0, 1, NAN),
  F_RESUME (TlRecovery, resume, "resume", N_("Then the customer"), resumes, TL_RESUME_NEXT),
  F_DATE (TlRecovery, rehearsed, "rehearsed", N_("Rehearsed"), PLAIN),
  F_TEXT (TlRecovery, name, "name", N_("Name"), NEED | ELEM, LINE),
  F_TEXT (TlRecovery, trigger, "trigger", N_("Trigger"), ELEM, TEXT),
  F_TEXT (TlRecovery, policy, "policy", N_("Policy"), ELEM, TEXT),
};
static const TlField action_fields[] = {
  F_ENUM (TlAction, kind, "kind", N_("Kind"), NEED, action_kinds, NAN),
  F_REF (TlAction, role, "role", N_("Role"), NEED, KIND (ROLE)),
  F_SECONDS (TlAction, within, "within", N_("Within"), NAN),
  F_TEXT (TlAction, text, "text", N_("What to do"), NEED | ELEM, TEXT),
  F_TEXT (TlAction, say, "say", N_("What to say"), ELEM, TEXT),
};
static const TlField item_fields[] = {
  F_ENUM (TlItem, source, "source", N_("Source"), PLAIN, item_sources, NAN),
  F_TEXT (TlItem, rule, "rule", N_("Rule"), PLAIN, 8),
  F_REFS (TlItem, about, "about", N_("About"), ANY_NAMED),
  F_ENUM (TlItem, dimension, "dimension", N_("Dimension"), PLAIN, dimensions, NAN),
  F_TEXT (TlItem, owner, "owner", N_("Owner"), PLAIN, LINE),
  F_DATE (TlItem, due, "due", N_("Due"), PLAIN),
  F_ENUM (TlItem, status, "status", N_("Status"), PLAIN, item_statuses, TL_ITEM_OPEN),
  F_DATE (TlItem, opened, "opened", N_("Opened"), PLAIN),
  F_DATE (TlItem, closed, "closed", N_("Closed"), PLAIN),
  F_REF (TlItem, session, "session", N_("Session"), PLAIN, KIND (SESSION)),
  F_TEXT (TlItem, text, "text", N_("Text"), NEED | ELEM, TEXT),
  F_TEXT (TlItem, reason, "reason", N_("Reason"), ELEM, TEXT),
};
static const TlField session_fields[] = {
  F_DATE (TlSession, date, "date", N_("Date"), NEED),
  F_TEXT (TlSession, facilitator, "facilitator", N_("Facilitator"), PLAIN, LINE),
  F_TEXT (TlSession, attendees, "attendees", N_("Attendees"), ELEM, TEXT),
  F_TEXT (TlSession, goal, "goal", N_("Goal"), ELEM, TEXT),
  F_TEXT (TlSession, notes, "notes", N_("Notes"), ELEM, TEXT),
  F_TEXT (TlSession, summary, "summary", N_("Summary"), ELEM, TEXT),
};

#define NOBODY TL_N_RECORD_KINDS
#define CLASS(KIND, Type, xml, label, child, parent, named, single, fields) \
  [TL_RECORD_##KIND] = { TL_RECORD_##KIND, xml, label, sizeof (Type), child, parent, named, \
                         single, fields, G_N_ELEMENTS (fields) }

const TlClass tl_classes[TL_N_RECORD_KINDS] = {
  CLASS (CHART, TlChartInfo, "chart", N_("Chart"), NOBODY, NOBODY, FALSE, TRUE, chart_fields),
  CLASS (ECONOMICS, TlEconomics, "economics", N_("Economics"), NOBODY, NOBODY, FALSE, TRUE,
         economics_fields),
  CLASS (WEIGHTS, TlWeights, "weights", N_("Weights"), NOBODY, NOBODY, FALSE, TRUE,
         weights_fields),
  CLASS (TIER, TlTier, "tier", N_("Tier"), NOBODY, NOBODY, TRUE, FALSE, tier_fields),
  CLASS (ROLE, TlRole, "role", N_("Role"), NOBODY, NOBODY, TRUE, FALSE, role_fields),
  CLASS (LANE, TlLane, "lane", N_("Lane"), NOBODY, NOBODY, TRUE, FALSE, lane_fields),
  CLASS (PHASE, TlPhase, "phase", N_("Phase"), NOBODY, NOBODY, TRUE, FALSE, phase_fields),
  CLASS (STEP, TlStep, "step", N_("Step"), TL_RECORD_TOUCHPOINT, NOBODY, TRUE, FALSE,
         step_fields),
  CLASS (TOUCHPOINT, TlTouchpoint, "touchpoint", N_("Touchpoint"), NOBODY, TL_RECORD_STEP, FALSE,
         FALSE, touchpoint_fields),
  CLASS (CONNECTOR, TlConnector, "connector", N_("Connector"), NOBODY, NOBODY, TRUE, FALSE,
         connector_fields),
  CLASS (EXPECTATION, TlExpectation, "expectation", N_("Expectation"), NOBODY, NOBODY, TRUE,
         FALSE, expectation_fields),
  CLASS (PROMISE, TlPromise, "promise", N_("Promise"), NOBODY, NOBODY, TRUE, FALSE,
         promise_fields),
  CLASS (STANDARD, TlStandard, "standard", N_("Standard"), TL_RECORD_MEASUREMENT, NOBODY, TRUE,
         FALSE, standard_fields),
  CLASS (MEASUREMENT, TlMeasurement, "measurement", N_("Measurement"), NOBODY,
         TL_RECORD_STANDARD, FALSE, FALSE, measurement_fields),
  CLASS (RATING, TlRating, "rating", N_("Rating"), NOBODY, NOBODY, TRUE, FALSE, rating_fields),
  CLASS (FAILURE, TlFailure, "failure", N_("Failure point"), TL_RECORD_SAFEGUARD, NOBODY, TRUE,
         FALSE, failure_fields),
  CLASS (SAFEGUARD, TlSafeguard, "safeguard", N_("Safeguard"), NOBODY, TL_RECORD_FAILURE, FALSE,
         FALSE, safeguard_fields),
  CLASS (RECOVERY, TlRecovery, "recovery", N_("Recovery procedure"), TL_RECORD_ACTION, NOBODY,
         TRUE, FALSE, recovery_fields),
  CLASS (ACTION, TlAction, "action", N_("Action"), NOBODY, TL_RECORD_RECOVERY, FALSE, FALSE,
         action_fields),
  CLASS (ITEM, TlItem, "item", N_("Action item"), NOBODY, NOBODY, TRUE, FALSE, item_fields),
  CLASS (SESSION, TlSession, "session", N_("Session"), NOBODY, NOBODY, TRUE, FALSE,
         session_fields),
};

const TlClass *
tl_class_find (const char *xml)
{
  for (guint i = 0; i < TL_N_RECORD_KINDS; i++) {
    if (strcmp (tl_classes[i].xml, xml) == 0)
      return &tl_classes[i];
  }
  return NULL;
}

const TlField *
tl_class_find_field (const TlClass *klass,
                     const char    *xml)
{
  for (guint i = 0; i < klass->n_fields; i++) {
    if (strcmp (klass->fields[i].xml, xml) == 0)
      return &klass->fields[i];
  }
  return NULL;
}

const TlEnumRow *
tl_enum_find_word (const TlEnumRow *rows,
                   const char      *word)
{
  for (; rows->word != NULL; rows++) {
    if (*rows->word == *word && strcmp (rows->word, word) == 0)
      return rows;
  }
  return NULL;
}

const TlEnumRow *
tl_enum_find_value (const TlEnumRow *rows,
                    int              value)
{
  for (; rows->word != NULL; rows++) {
    if (rows->value == value)
      return rows;
  }
  return NULL;
}
