/* record.h - the records a chart is made of, as plain structs.
 *
 * Every record begins with a TlRecord head.  Its fields are described once, in
 * the table of its class (see class.h); copying, comparing, reading, writing
 * and checking follow from that table.  Code that knows the kind uses the
 * members directly.
 *
 * Units: time in whole seconds; money in the currency's minor units (cents);
 * probabilities 0..1; shares in percent 0..100; dates as Julian day numbers of
 * GDate.  "Not given" is NULL for texts that may be missing, 0 for
 * enumerations, dates and references, and TL_NO_INT, TL_NO_MONEY or NaN for
 * numbers.
 */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* A record's handle in memory.  Never given out twice in the life of a chart. */
typedef guint32 TlId;
#define TL_ID_NONE ((TlId) 0)

typedef gint64  TlMoney;   /* minor units of the chart's currency */
typedef guint32 TlDate;    /* Julian day number of GDate; 0 = none */

#define TL_NO_INT    G_MININT
#define TL_NO_MONEY  G_MININT64
#define TL_NO_NUMBER ((double) NAN)

typedef enum {
  TL_RECORD_CHART,         /* exactly one, always there */
  TL_RECORD_ECONOMICS,     /* at most one */
  TL_RECORD_WEIGHTS,       /* at most one */
  TL_RECORD_TIER,
  TL_RECORD_ROLE,
  TL_RECORD_LANE,
  TL_RECORD_PHASE,
  TL_RECORD_STEP,
  TL_RECORD_TOUCHPOINT,    /* child of a step */
  TL_RECORD_CONNECTOR,
  TL_RECORD_EXPECTATION,
  TL_RECORD_PROMISE,
  TL_RECORD_STANDARD,
  TL_RECORD_MEASUREMENT,   /* child of a standard */
  TL_RECORD_RATING,
  TL_RECORD_FAILURE,
  TL_RECORD_SAFEGUARD,     /* child of a failure */
  TL_RECORD_RECOVERY,
  TL_RECORD_ACTION,        /* child of a recovery */
  TL_RECORD_ITEM,
  TL_RECORD_SESSION,
  TL_N_RECORD_KINDS
} TlRecordKind;

typedef struct {
  TlId *ids;   /* NULL when n is 0 */
  guint n;
} TlIdList;

typedef struct {
  int  *values;
  guint n;
} TlIntList;

typedef struct {
  TlId         id;
  TlRecordKind kind;
  TlId         parent;     /* of a child record; else TL_ID_NONE */
  char        *name;       /* XML id; NULL for kinds without one */
  TlIdList     children;   /* in document order */
  char        *foreign_attributes;   /* of other namespaces, as XML text; NULL = none */
  char        *foreign_elements;
  char        *foreign_texts;        /* what stands on its short texts: an element for each */
} TlRecord;

/* Enumerations.  0 means "not given" wherever a field may be left out. */

typedef enum {
  TL_ACTIVITY_NONE, TL_ACTIVITY_INFORMATION, TL_ACTIVITY_COUNTER, TL_ACTIVITY_TELEPHONE,
  TL_ACTIVITY_ORDERS, TL_ACTIVITY_FOLLOW_UP, TL_ACTIVITY_BILLING, TL_ACTIVITY_VISITS,
  TL_ACTIVITY_REPAIRS, TL_ACTIVITY_COMPLAINTS, TL_ACTIVITY_CULTURE
} TlActivity;

typedef enum { TL_STATE_AS_IS = 1, TL_STATE_TO_BE } TlState;

typedef enum {
  TL_DIMENSION_NONE, TL_DIMENSION_RELIABILITY, TL_DIMENSION_ASSURANCE, TL_DIMENSION_TANGIBLES,
  TL_DIMENSION_EMPATHY, TL_DIMENSION_RESPONSIVENESS
} TlDimension;

typedef enum {
  TL_ROLE_CUSTOMER = 1, TL_ROLE_STAFF, TL_ROLE_SYSTEM, TL_ROLE_PARTNER
} TlRoleKind;

typedef enum {
  TL_BAND_CUSTOMER = 1, TL_BAND_ONSTAGE, TL_BAND_BACKSTAGE, TL_BAND_SUPPORT
} TlBand;

typedef enum {
  TL_STEP_START = 1, TL_STEP_ACTION, TL_STEP_DECISION, TL_STEP_WAIT, TL_STEP_FORK, TL_STEP_JOIN,
  TL_STEP_END
} TlStepKind;

typedef enum {
  TL_OUTCOME_NONE, TL_OUTCOME_RESOLVED, TL_OUTCOME_LOST, TL_OUTCOME_REFERRED
} TlOutcome;

typedef enum {
  TL_CHANNEL_IN_PERSON = 1, TL_CHANNEL_PHONE, TL_CHANNEL_EMAIL, TL_CHANNEL_MESSAGE,
  TL_CHANNEL_WEB, TL_CHANNEL_APP, TL_CHANNEL_SOCIAL, TL_CHANNEL_PRINT, TL_CHANNEL_SIGNAGE,
  TL_CHANNEL_SITE, TL_CHANNEL_PRODUCT, TL_CHANNEL_POST
} TlChannel;

typedef enum { TL_CONNECTOR_FLOW = 1, TL_CONNECTOR_SUPPORT } TlConnectorKind;

typedef enum { TL_PARTY_CUSTOMER = 1, TL_PARTY_COLLEAGUE } TlParty;

typedef enum {
  TL_SOURCE_SURVEY = 1, TL_SOURCE_COMPLAINT, TL_SOURCE_CONVERSATION, TL_SOURCE_REVIEW,
  TL_SOURCE_PAST_EXPERIENCE, TL_SOURCE_WORD_OF_MOUTH, TL_SOURCE_COMPETITOR, TL_SOURCE_STAFF,
  TL_SOURCE_ASSUMPTION
} TlSource;

typedef enum {
  TL_UNIT_NONE, TL_UNIT_SECONDS, TL_UNIT_PERCENT, TL_UNIT_COUNT, TL_UNIT_MONEY, TL_UNIT_SCORE,
  TL_UNIT_NPS
} TlUnit;

typedef enum { TL_BETTER_NONE, TL_BETTER_LOWER, TL_BETTER_HIGHER } TlBetter;

typedef enum {
  TL_MEDIUM_ADVERTISEMENT = 1, TL_MEDIUM_WEBSITE, TL_MEDIUM_SIGNAGE, TL_MEDIUM_LEAFLET,
  TL_MEDIUM_CONTRACT, TL_MEDIUM_WARRANTY, TL_MEDIUM_SOCIAL, TL_MEDIUM_STAFF
} TlMedium;

typedef enum { TL_STANDARD_HARD = 1, TL_STANDARD_SOFT } TlStandardType;

typedef enum {
  TL_METHOD_NONE, TL_METHOD_TIMING, TL_METHOD_COUNT, TL_METHOD_RECORDS, TL_METHOD_AUDIT,
  TL_METHOD_MYSTERY_SHOP, TL_METHOD_SURVEY_CARD, TL_METHOD_POST_SERVICE_SURVEY,
  TL_METHOD_FEEDBACK_FORM, TL_METHOD_REVIEW, TL_METHOD_TEST_CALL
} TlMethod;

typedef enum { TL_ACTOR_SERVER = 1, TL_ACTOR_CUSTOMER, TL_ACTOR_EXTERNAL } TlActor;

typedef enum {
  TL_ERROR_NONE, TL_ERROR_TASK, TL_ERROR_TREATMENT, TL_ERROR_TANGIBLE,
  TL_ERROR_PREPARATION, TL_ERROR_ENCOUNTER, TL_ERROR_RESOLUTION
} TlErrorType;

typedef enum { TL_SAFEGUARD_PREVENT = 1, TL_SAFEGUARD_DETECT } TlSafeguardType;

typedef enum {
  TL_SAFEGUARD_IDEA = 1, TL_SAFEGUARD_PLANNED, TL_SAFEGUARD_IN_PLACE
} TlSafeguardStatus;

typedef enum {
  TL_COMPENSATION_NONE = 1, TL_COMPENSATION_APOLOGY, TL_COMPENSATION_RE_PERFORMANCE,
  TL_COMPENSATION_REPLACEMENT, TL_COMPENSATION_DISCOUNT, TL_COMPENSATION_REFUND,
  TL_COMPENSATION_CREDIT
} TlCompensation;

typedef enum { TL_RESUME_NEXT = 1, TL_RESUME_REDO, TL_RESUME_STEP } TlResumeHow;

/* Where a recovered customer goes on; @step only with TL_RESUME_STEP. */
typedef struct {
  TlResumeHow how;
  TlId        step;
} TlResume;

typedef enum {
  TL_ACTION_ACKNOWLEDGE = 1, TL_ACTION_APOLOGISE, TL_ACTION_ASSESS, TL_ACTION_FIX,
  TL_ACTION_COMPENSATE, TL_ACTION_INFORM, TL_ACTION_ESCALATE, TL_ACTION_FOLLOW_UP,
  TL_ACTION_RECORD
} TlActionKind;

typedef enum {
  TL_ITEM_SESSION = 1, TL_ITEM_GAP_CHECK, TL_ITEM_COMPLAINT, TL_ITEM_SURVEY, TL_ITEM_REVIEW,
  TL_ITEM_MYSTERY_SHOP, TL_ITEM_STAFF_SUGGESTION, TL_ITEM_RECOGNITION
} TlItemSource;

typedef enum {
  TL_ITEM_OPEN = 1, TL_ITEM_DOING, TL_ITEM_DONE, TL_ITEM_VERIFIED, TL_ITEM_ACCEPTED
} TlItemStatus;

/* The records.  Texts marked "required" are never NULL in a valid chart. */

typedef struct {
  TlRecord   head;
  char      *title;       /* required */
  char      *service;     /* required */
  TlActivity activity;
  char      *segment;
  char      *scenario;
  TlState    state;
  char      *currency;    /* ISO 4217, required */
  int        scale;       /* points of the survey scale: 5 or 7 */
  int        tolerance;   /* seconds, or TL_NO_INT */
  char      *complaint_policy;
  char      *author;
  TlDate     created, revised;
  char      *note;
} TlChartInfo;

typedef struct {
  TlRecord head;
  int      cases;       /* a year */
  TlMoney  value;       /* margin of one customer over the relationship */
  double   loss;        /* 0..1, of customers with an unrecovered failure */
  int      told;        /* people one dissatisfied customer tells */
  double   told_loss;   /* 0..1, share of the told lost as customers */
  TlMoney  overhead;    /* per case */
} TlEconomics;

typedef struct {
  TlRecord head;
  int      reliability, assurance, tangibles, empathy, responsiveness;   /* sum is 100 */
} TlWeights;

typedef struct {
  TlRecord    head;
  TlDimension dimension;
  char       *statement;
  double      expected, perceived;   /* means, 1..scale */
  int         n;                     /* answers */
  TlDate      date;
} TlRating;

typedef struct {
  TlRecord head;
  char    *name;          /* required */
  TlMoney  price;         /* or TL_NO_MONEY */
  char    *description;
} TlTier;

typedef struct {
  TlRecord   head;
  char      *name;        /* required */
  TlRoleKind kind;
  TlMoney    hourly;      /* cost of one hour */
  TlMoney    authority;   /* may give this much per incident without asking */
  TlId       backup;      /* role that stands in */
  TlDate     trained;
  char      *skills;
} TlRole;

typedef struct {
  TlRecord head;
  char    *name;          /* required */
  TlBand   band;
  int      rows;          /* at the least, >= 1; steps further down make more */
} TlLane;

typedef struct {
  TlRecord head;
  char    *name;          /* required */
  int      columns;       /* >= 1 */
} TlPhase;

typedef struct {
  TlRecord   head;
  char      *label;       /* required, at most 120 characters */
  TlStepKind kind;
  TlId       lane, phase; /* required */
  TlId       role;
  int        touch, wait; /* seconds, >= 0 */
  int        tolerance;   /* seconds, or TL_NO_INT */
  TlMoney    cost;        /* of one execution, without labour */
  gboolean   moment_of_truth;
  int        emotion;     /* -2..2, or TL_NO_INT */
  char      *tell;        /* what the customer is told */
  char      *how;         /* key points for staff */
  TlOutcome  outcome;     /* of an end, and only there */
  int        column, row; /* the cell: from the start of the phase, the top of the lane */
} TlStep;

typedef struct {
  TlRecord  head;
  TlChannel channel;
  char     *name;         /* required */
} TlTouchpoint;

typedef struct {
  TlRecord        head;
  TlConnectorKind kind;
  TlId            from, to;      /* required */
  char           *label;
  double          probability;   /* 0..1 or NaN; exits of decisions only */
} TlConnector;

typedef struct {
  TlRecord    head;
  char       *text;              /* required, in the customer's words */
  TlParty     party;
  TlDimension dimension;         /* required */
  TlSource    source;            /* required */
  int         importance;        /* 1..5 */
  char       *segment;
  TlId        tier;
  TlIdList    steps;
  TlDate      confirmed;
  TlUnit      unit;              /* these four all or none: the zone of tolerance */
  TlBetter    better;
  double      adequate, desired;
} TlExpectation;

typedef struct {
  TlRecord    head;
  char       *text;              /* required */
  TlMedium    medium;            /* required */
  TlDimension dimension;         /* required */
  TlId        tier;
  TlIdList    steps;
  TlDate      from, to, staff_told;
  TlId        owner;             /* role */
  TlUnit      unit;              /* these three all or none */
  TlBetter    better;
  double      value;
} TlPromise;

typedef struct {
  TlRecord       head;
  char          *name;           /* required */
  TlStandardType type;           /* required */
  TlDimension    dimension;      /* required */
  char          *measure;
  TlUnit         unit;
  TlBetter       better;
  double         target;         /* in @unit, or NaN */
  double         share;          /* percent of cases that must meet it */
  TlMethod       method;
  TlIdList       steps;
  TlIdList       meets;          /* expectations and promises */
  TlId           tier;
  TlId           owner;          /* role */
  int            every;          /* days between measurements, or TL_NO_INT */
  char          *note;
} TlStandard;

typedef struct {
  TlRecord  head;
  TlDate    date;                /* required */
  double    value;               /* required, in the standard's unit */
  double    share;               /* percent; iff the standard's share is below 100 */
  int       n;                   /* >= 1 */
  TlMethod  source;
  TlIntList counts;              /* one a scale point, 11 for nps */
} TlMeasurement;

typedef struct {
  TlRecord    head;
  char       *title;             /* required */
  TlId        at;                /* step or connector, required */
  char       *effect;
  char       *cause;
  TlActor     actor;             /* required */
  TlErrorType error;             /* fits the actor */
  TlDimension dimension;         /* required */
  int         gap;               /* 1..4, or TL_NO_INT */
  int         s, o, d;           /* severity, occurrence, detection 1..10, or TL_NO_INT */
  int         s2, o2, d2;        /* the same after safeguards */
  double      p;                 /* 0..1 for each pass, or NaN */
  double      loss;              /* overrides the economics' loss, or NaN */
  int         reports;           /* in the last review period, or TL_NO_INT */
  char       *accepted;          /* reason for living with it */
} TlFailure;

typedef struct {
  TlRecord          head;
  char             *text;        /* required */
  TlSafeguardType   type;
  TlSafeguardStatus status;
  TlId              role;
} TlSafeguard;

typedef struct {
  TlRecord       head;
  char          *name;           /* required */
  char          *trigger;
  TlIdList       failures;       /* XML "for" */
  TlId           tier;
  TlCompensation compensation;
  TlMoney        compensation_max;
  TlMoney        cost;           /* average of one use, labour included */
  double         success;        /* 0..1, share of customers who stay, or NaN */
  TlResume       resume;
  char          *policy;
  TlDate         rehearsed;
} TlRecovery;

typedef struct {
  TlRecord     head;
  TlActionKind kind;             /* required */
  TlId         role;             /* required */
  int          within;           /* seconds from the trigger, or TL_NO_INT */
  char        *text;             /* required */
  char        *say;              /* words to the customer */
} TlAction;

typedef struct {
  TlRecord     head;
  char        *text;             /* required */
  TlItemSource source;
  char        *rule;             /* id of a rule, such as G20 */
  TlIdList     about;            /* any records */
  TlDimension  dimension;        /* of an accepted finding about a dimension */
  char        *owner;
  TlDate       due;
  TlItemStatus status;
  char        *reason;           /* required when accepted */
  TlDate       opened, closed;
  TlId         session;
} TlItem;

typedef struct {
  TlRecord head;
  TlDate   date;                 /* required */
  char    *facilitator;
  char    *attendees;
  char    *goal;
  char    *notes;
  char    *summary;
} TlSession;

G_END_DECLS
