/* rule.c - the table of rules, in the order in which findings are listed.
 *
 * "Why" is shown beside a finding.  It names its source and says so where that is
 * stated from memory or is our own judgement.
 */
#include "analysis/rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/rules.h"

#define E TL_SEVERITY_ERROR
#define W TL_SEVERITY_WARNING
#define A TL_SEVERITY_ADVICE
#define ON(k) TL_RECORD_##k

static const TlRule rules[] = {
  { "F01", E, TL_GAP_FLOW, ON (CHART), N_("One first contact"),
    N_("A service is drawn step by step from first contact to resolution; with no start, or "
       "several, nobody can walk it and no number can be worked out."),
    tl_rule_f01, { 0 } },
  { "F02", E, TL_GAP_FLOW, ON (CHART), N_("An end where the matter is resolved"),
    N_("The journey goes to the resolution of the customer's matter; a chart without one "
       "promises nothing."),
    tl_rule_f02, { TL_FIX_ADD_END } },
  { "F03", E, TL_GAP_FLOW, ON (STEP), N_("Steps connected to the journey"),
    N_("What no customer reaches and no step needs is not part of this service, or a connector "
       "is missing."),
    tl_rule_f03, { TL_FIX_CONNECT_BEFORE, TL_FIX_DELETE } },
  { "F04", E, TL_GAP_FLOW, ON (STEP), N_("A way out of every step"),
    N_("A customer who can never get out is trapped, and no number of the journey can be worked "
       "out. Question 7 of the eight essential questions: are you easily reached?"),
    tl_rule_f04, { 0 } },
  { "F05", E, TL_GAP_FLOW, ON (STEP), N_("Ways out that fit the step"),
    N_("A decision asks between answers, a fork does things at the same time, all else has one "
       "next step. Common practice in flowcharting."),
    tl_rule_f05, { 0 } },
  { "F06", W, TL_GAP_FLOW, ON (CONNECTOR), N_("Answers named"),
    N_("Staff who read the chart must see which answer leads where. Common practice in "
       "flowcharting."),
    tl_rule_f06, { TL_FIX_ADD_LABEL } },
  { "F07", E, TL_GAP_FLOW, ON (STEP), N_("Percentages that add up"),
    N_("Every customer takes one way out of a decision, so the percentages come to 100; all "
       "expected times and costs rest on them."),
    tl_rule_f07, { TL_FIX_SHARE_EVENLY } },
  { "F08", W, TL_GAP_FLOW, ON (STEP), N_("Splits that come together"),
    N_("Times across a split are the longest of its ways, which can only be told when each is a "
       "plain row of steps to the same join. Our own judgement."),
    tl_rule_f08, { 0 } },
  { "F09", W, TL_GAP_FLOW, ON (STEP), N_("Somebody for every step"),
    N_("Who does a step decides who is trained, who may decide and what it costs; a role in the "
       "wrong lane hides what customers see."),
    tl_rule_f09, { 0 } },
  { "F10", W, TL_GAP_FLOW, ON (STEP), N_("Rework"),
    N_("Going through the same step again and again costs customers time and confidence. "
       "Question 2 of the eight essential questions: how easy is it to order?"),
    tl_rule_f10, { 0 } },
  { "F11", W, TL_GAP_FLOW, ON (CHART), N_("Loops without a person"),
    N_("Voice prompts and pages that loop without a way to a person drive customers away. "
       "Question 7 of the eight essential questions: are you easily reached?"),
    tl_rule_f11, { 0 } },
  { "F12", W, TL_GAP_FLOW, ON (STEP), N_("Silent waits"),
    N_("Waiting feels longer when nobody says why and how long (Maister, stated from memory); "
       "keeping customers informed is one of the seven factors."),
    tl_rule_f12, { TL_FIX_ADD_TELL } },
  { "F13", W, TL_GAP_FLOW, ON (CHART), N_("Time that customers accept"),
    N_("A step that takes longer than customers accept fails even when done well. After Shostack "
       "1984, stated from memory."),
    tl_rule_f13, { 0 } },
  { "F14", A, TL_GAP_FLOW, ON (STEP), N_("Evidence of the service"),
    N_("Customers judge a service by what they see, hear and hold. Service blueprinting: "
       "physical evidence (Bitner et al. 2008)."),
    tl_rule_f14, { TL_FIX_ADD_TOUCHPOINT } },
  { "F15", A, TL_GAP_FLOW, ON (STEP), N_("Ends where customers are lost"),
    N_("Where customers leave, something has failed them. Naming it is the first step to "
       "recovering them."),
    tl_rule_f15, { TL_FIX_ADD_FAILURE } },

  { "G01", W, TL_GAP_EXPECTATION, ON (CHART), N_("Expectations recorded"),
    N_("What is not known cannot be met. The first of the four key actions: understand what "
       "customers expect, above all at moments of truth."),
    tl_rule_g01, { TL_FIX_ADD_EXPECTATION } },
  { "G02", A, TL_GAP_EXPECTATION, ON (CHART), N_("Expectations asked of customers"),
    N_("Managers' guesses at what customers want are the first of the service gaps (Parasuraman, "
       "Zeithaml and Berry)."),
    tl_rule_g02, { 0 } },
  { "G03", A, TL_GAP_EXPECTATION, ON (EXPECTATION), N_("Expectations asked again"),
    N_("Expectations move with competitors and fashion; a year is long. Sustain and review."),
    tl_rule_g03, { TL_FIX_ASKED_TODAY } },
  { "G04", A, TL_GAP_EXPECTATION, ON (CHART), N_("All five dimensions"),
    N_("Customers judge reliability, tangibles, responsiveness, assurance and empathy; a "
       "dimension nobody asked about is a blind spot."),
    tl_rule_g04, { TL_FIX_ADD_EXPECTATION } },
  { "G05", W, TL_GAP_STANDARD, ON (EXPECTATION), N_("Standards for what matters"),
    N_("What is important to customers and has no standard is left to chance: the second service "
       "gap, and step 3 of seven: set standards."),
    tl_rule_g05, { TL_FIX_ADD_STANDARD } },
  { "G06", W, TL_GAP_STANDARD, ON (EXPECTATION), N_("Standards inside what customers accept"),
    N_("Between what customers accept and what they wish for lies the zone of tolerance "
       "(Zeithaml, Berry and Parasuraman 1993). A standard outside it fails while it is met."),
    tl_rule_g06, { TL_FIX_TAKE_TARGET } },
  { "G07", W, TL_GAP_STANDARD, ON (STANDARD), N_("Standards that can be measured"),
    N_("A standard is realistic, clear and achievable, and somebody answers for it; without a "
       "number and a method nobody knows whether it is kept."),
    tl_rule_g07, { 0 } },
  { "G08", W, TL_GAP_STANDARD, ON (STANDARD), N_("Standards the plan can meet"),
    N_("When the planned times alone exceed the target, nobody can keep the standard, however "
       "hard they try. Standards must be realistic."),
    tl_rule_g08, { TL_FIX_ALLOW_PLAN } },
  { "G09", W, TL_GAP_DELIVERY, ON (STANDARD), N_("Standards kept"),
    N_("The third service gap: what is delivered is not what the standard says."),
    tl_rule_g09, { TL_FIX_ADD_MEASUREMENT } },
  { "G10", W, TL_GAP_DELIVERY, ON (STANDARD), N_("Standards measured"),
    N_("What is not measured is not known. Step 7 of seven: monitor and measure regularly."),
    tl_rule_g10, { TL_FIX_ADD_MEASUREMENT } },
  { "G11", A, TL_GAP_DELIVERY, ON (STANDARD), N_("Enough answers"),
    N_("A handful of answers may be chance; thirty is a usual least. Our own judgement."),
    tl_rule_g11, { 0 } },
  { "G12", W, TL_GAP_PROMISE, ON (PROMISE), N_("Promises with a standard"),
    N_("If you promise, you must be able to deliver; a promise without a standard relies on "
       "luck."),
    tl_rule_g12, { TL_FIX_ADD_STANDARD } },
  { "G13", W, TL_GAP_PROMISE, ON (PROMISE), N_("Promises no stricter than the standard"),
    N_("Staff can keep the standard and break the promise every day. Promise only what you can "
       "deliver."),
    tl_rule_g13, { TL_FIX_TAKE_TARGET, TL_FIX_PROMISE_STANDARD } },
  { "G14", E, TL_GAP_PROMISE, ON (PROMISE), N_("Promises kept"),
    N_("A broken promise costs more trust than none. Question 3 of the eight essential "
       "questions: does the product live up to its marketing?"),
    tl_rule_g14, { TL_FIX_PROMISE_MEASURED } },
  { "G15", W, TL_GAP_PROMISE, ON (PROMISE), N_("Staff told of promises"),
    N_("Staff who hear of an offer from customers cannot keep it. The fourth of the four key "
       "actions: tell staff about adverts and promotions first."),
    tl_rule_g15, { TL_FIX_SET_TOLD } },
  { "G16", A, TL_GAP_PROMISE, ON (TIER), N_("Tiers told apart"),
    N_("Who pays more wants to know for what; the differences between tiers must be clear."),
    tl_rule_g16, { TL_FIX_ADD_PROMISE } },
  { "G17", W, TL_GAP_EXPERIENCE, ON (CHART), N_("Perception beside expectation"),
    N_("The fifth service gap, as SERVQUAL measures it: what customers got less what they "
       "expected. How much is too much is our own judgement."),
    tl_rule_g17, { 0 } },
  { "G18", A, TL_GAP_EXPERIENCE, ON (CHART), N_("Reliability first"),
    N_("Reliability comes first however it is measured; extras do not make up for a service that "
       "fails."),
    tl_rule_g18, { 0 } },
  { "G19", A, TL_GAP_FAILURE, ON (FAILURE), N_("Failure points rated"),
    N_("Severity, occurrence and detection decide what to look at first (failure mode and "
       "effects analysis)."),
    tl_rule_g19, { 0 } },
  { "G20", E, TL_GAP_FAILURE, ON (FAILURE), N_("A recovery for every failure point"),
    N_("When it happens it is too late to think. Question 6 of the eight essential questions: "
       "have you decided on procedures beforehand? Complete means: everybody's part with a "
       "deadline, words to say, and something that puts it right."),
    tl_rule_g20, { TL_FIX_ADD_RECOVERY } },
  { "G21", W, TL_GAP_FAILURE, ON (FAILURE), N_("Safeguards against what matters most"),
    N_("High priority asks for something that prevents or detects the failure, or a written "
       "reason (AIAG and VDA, stated from memory; Chase and Stewart 1994)."),
    tl_rule_g21, { TL_FIX_ADD_SAFEGUARD } },
  { "G22", W, TL_GAP_RECOVERY, ON (RECOVERY), N_("Authority to put it right"),
    N_("Staff who must ask cannot recover on the spot. Step 6 of seven: empower staff. Question "
       "8: can the representative actually help?"),
    tl_rule_g22, { TL_FIX_LOWER_MAXIMUM, TL_FIX_RAISE_AUTHORITY } },
  { "G23", W, TL_GAP_RECOVERY, ON (RECOVERY), N_("Words to the customer"),
    N_("A fair outcome without an apology and an explanation still feels unfair (Hart, Heskett "
       "and Sasser 1990; Tax and Brown 1998), and after a severe failure somebody should ask "
       "whether all is well."),
    tl_rule_g23, { TL_FIX_ADD_APOLOGY, TL_FIX_ADD_FOLLOW_UP } },
  { "G24", A, TL_GAP_RECOVERY, ON (RECOVERY), N_("A first word in time"),
    N_("Recovery works when somebody acts fast; after patience has run out an apology is late."),
    tl_rule_g24, { TL_FIX_SPEAK_IN_TIME } },
  { "G25", A, TL_GAP_RECOVERY, ON (RECOVERY), N_("Recovery that pays"),
    N_("A recovery pays when it costs less than the customers it keeps are worth. Question 5 of "
       "the eight essential questions: the financial ramifications."),
    tl_rule_g25, { 0 } },
  { "G26", W, TL_GAP_FAILURE, ON (FAILURE), N_("Recurring failures"),
    N_("Many like problems: fix the product or the service itself (question 5 of the eight). "
       "Failing a customer twice weighs double."),
    tl_rule_g26, { TL_FIX_ADD_SAFEGUARD } },
  { "G27", A, TL_GAP_FAILURE, ON (FAILURE), N_("Ratings beside the chart's numbers"),
    N_("A rating far from what the percentages in the chart say makes one of them wrong. Our own "
       "judgement."),
    tl_rule_g27, { TL_FIX_TAKE_OCCURRENCE } },
  { "G28", W, TL_GAP_TRAINING, ON (ROLE), N_("Staff trained"),
    N_("A chart that staff do not know changes nothing. Step 5 of seven: ongoing training."),
    tl_rule_g28, { TL_FIX_TRAINED_TODAY } },
  { "G29", A, TL_GAP_TRAINING, ON (RECOVERY), N_("Recoveries rehearsed"),
    N_("The first sentence under pressure is the one that was practised (Hart, Heskett and "
       "Sasser 1990: train)."),
    tl_rule_g29, { TL_FIX_REHEARSED_TODAY } },
  { "G30", A, TL_GAP_TRAINING, ON (ROLE), N_("Stand-ins"),
    N_("Somebody is ill every day; a role that nobody else can do is a failure waiting. Rotation "
       "and cross-training."),
    tl_rule_g30, { TL_FIX_NAME_STAND_IN } },
  { "G31", A, TL_GAP_RECOVERY, ON (CHART), N_("A complaint policy"),
    N_("A clear complaint policy that is easy to find turns silence into a second chance (ISO "
       "10002: visibility and accessibility)."),
    tl_rule_g31, { TL_FIX_NAME_POLICY } },
  { "G32", W, TL_GAP_ITEM, ON (ITEM), N_("Action items on time"),
    N_("Improvement is what gets done: somebody, by a day."),
    tl_rule_g32, { 0 } },
};

guint
tl_n_rules (void)
{
  return G_N_ELEMENTS (rules);
}

const TlRule *
tl_rule_nth (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (rules), NULL);

  return &rules[index];
}

const TlRule *
tl_rule_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    if (strcmp (rules[i].id, id) == 0)
      return &rules[i];
  }
  return NULL;
}

/* Words. */

static const struct {
  const char *word, *label;
} severities[TL_N_SEVERITIES] = {
  [TL_SEVERITY_ADVICE] = { "advice", N_("Advice") },
  [TL_SEVERITY_WARNING] = { "warning", N_("Warning") },
  [TL_SEVERITY_ERROR] = { "error", N_("Error") },
};

static const struct {
  const char *word, *label;
} gaps[TL_N_GAPS] = {
  [TL_GAP_FLOW] = { "flow", N_("The drawing") },
  [TL_GAP_EXPECTATION] = { "1", N_("Gap 1: understanding expectations") },
  [TL_GAP_STANDARD] = { "2", N_("Gap 2: values and standards") },
  [TL_GAP_DELIVERY] = { "3", N_("Gap 3: skills and empowerment") },
  [TL_GAP_PROMISE] = { "4", N_("Gap 4: alignment with promises") },
  [TL_GAP_EXPERIENCE] = { "5", N_("Gap 5: what customers get") },
  [TL_GAP_FAILURE] = { "failure", N_("Failure points") },
  [TL_GAP_RECOVERY] = { "recovery", N_("Recovery") },
  [TL_GAP_TRAINING] = { "training", N_("Training") },
  [TL_GAP_ITEM] = { "item", N_("Action items") },
};

const char *
tl_severity_word (TlSeverity severity)
{
  return severities[severity].word;
}

const char *
tl_severity_label (TlSeverity severity)
{
  return _(severities[severity].label);
}

gboolean
tl_severity_parse (const char *word,
                   TlSeverity *severity)
{
  for (guint i = TL_SEVERITY_ADVICE; i < TL_N_SEVERITIES; i++) {
    if (strcmp (severities[i].word, word) == 0) {
      *severity = (TlSeverity) i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
tl_gap_word (TlGap gap)
{
  return gaps[gap].word;
}

const char *
tl_gap_label (TlGap gap)
{
  return _(gaps[gap].label);
}
