/* chart-maker.c - the making of charts, table by table. */
#include "chart-maker.h"

#define MAX_LANES 12

typedef struct {
  TlStepKind kind;
  gboolean   on_line;     /* on the main line, else a support step or a lost end */
  guint      lane;        /* index */
  guint      column;      /* over all phases */
  guint      row;
} Place;

typedef struct {
  const TlChartPlan *plan;
  TlChart           *chart;
  TlDice             dice;
  TlId               roles[4];          /* customer, staff, staff, system */
  TlId               lanes[MAX_LANES];
  TlBand             bands[MAX_LANES];
  Place             *places;
  TlId              *steps;
  guint              n_columns;         /* over all phases */
  guint             *exits;             /* flow connectors out of each step */
  GHashTable        *joined;            /* pairs of step indices, as g_int64 */
  guint              n_connectors, n_failures, n_recoveries;
} Maker;

guint
tl_dice_roll (TlDice *dice,
              guint   n)
{
  guint64 z = (dice->state += 0x9e3779b97f4a7c15u);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return n == 0 ? 0 : (guint) ((z ^ (z >> 31)) % n);
}

gboolean
tl_dice_percent (TlDice *dice,
                 guint   percent)
{
  return tl_dice_roll (dice, 100) < percent;
}

/* One in so many, counted from the second on; 0 = never. */
static gboolean
is_turn (guint index,
         guint every)
{
  return every > 0 && index % every == every - 1;
}

static char *
make_label (Maker *maker,
            guint  index,
            TlStepKind kind)
{
  static const char *const verbs[] = {
    "Greet", "Check", "Send", "Explain", "Take", "Confirm", "Prepare", "Hand over", "Look up",
    "Record", "Clean", "Agree", "Offer", "Pack", "Inspect", "Pay for",
  };
  static const char *const things[] = {
    "the booking", "the key", "the order", "the invoice", "the room", "the parcel", "the price",
    "the part", "the address", "the payment card", "the visit window", "the guest's bags",
    "the spare part", "the form", "the refund", "the queue number",
  };
  static const char *const tails[] = {
    "at the desk", "by phone", "with the customer", "in the system", "before noon",
    "and say how long it takes", "and write it down for the next shift",
  };
  GString *label = g_string_new (NULL);

  if (kind == TL_STEP_DECISION)
    g_string_append_printf (label, "Is %s right?", things[tl_dice_roll (&maker->dice, 16)]);
  else
    g_string_append_printf (label, "%s %s", verbs[tl_dice_roll (&maker->dice, 16)],
                            things[tl_dice_roll (&maker->dice, 16)]);
  if (kind == TL_STEP_ACTION && tl_dice_percent (&maker->dice, 30))
    g_string_append_printf (label, " %s", tails[tl_dice_roll (&maker->dice, 7)]);
  if (kind == TL_STEP_ACTION && tl_dice_percent (&maker->dice, maker->plan->long_percent))
    g_string_append_printf (label, ", %s and %s", things[tl_dice_roll (&maker->dice, 16)],
                            tails[tl_dice_roll (&maker->dice, 7)]);
  if (index % 97 == 96)
    g_string_append (label, " Aufnahmeprotokollbestätigung");
  return g_string_free (label, FALSE);
}

static gpointer
new_record (Maker       *maker,
            TlRecordKind kind,
            const char  *prefix,
            guint        number)
{
  TlRecord *record = tl_record_new (kind);

  if (prefix != NULL)
    record->name = g_strdup_printf ("%s%u", prefix, number);
  return record;
}

static TlId
insert (Maker   *maker,
        gpointer record,
        TlId     parent)
{
  return tl_chart_insert (maker->chart, record, parent, G_MAXUINT);
}

static void
make_frame (Maker *maker)
{
  static const struct { const char *name; TlRoleKind kind; } roles[] = {
    { "Customer", TL_ROLE_CUSTOMER }, { "Receptionist", TL_ROLE_STAFF },
    { "Technician", TL_ROLE_STAFF }, { "Booking system", TL_ROLE_SYSTEM },
  };
  static const char *const names[] = {
    "Customer", "Front desk", "Workshop", "Suppliers and systems",
  };
  guint n_lanes = CLAMP (maker->plan->n_lanes, 1, MAX_LANES);
  TlChartInfo *info = tl_chart_edit (maker->chart, tl_chart_info (maker->chart)->head.id);

  tl_text_set (&info->title, "A made chart");
  tl_text_set (&info->service, "A made service");
  tl_text_set (&info->currency, "EUR");
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
    TlRole *role = new_record (maker, TL_RECORD_ROLE, "role", i + 1);

    tl_text_set (&role->name, roles[i].name);
    role->kind = roles[i].kind;
    role->hourly = roles[i].kind == TL_ROLE_STAFF ? 3200 : 0;
    role->authority = roles[i].kind == TL_ROLE_STAFF ? 8000 : 0;
    maker->roles[i] = insert (maker, role, TL_ID_NONE);
  }
  for (guint i = 0; i < n_lanes; i++) {
    TlLane *lane = new_record (maker, TL_RECORD_LANE, "lane", i + 1);

    lane->band = n_lanes == 1 ? TL_BAND_CUSTOMER : TL_BAND_CUSTOMER + i * 4 / n_lanes;
    lane->name = g_strdup_printf ("%s %u", names[lane->band - 1], i + 1);
    maker->bands[i] = lane->band;
    maker->lanes[i] = insert (maker, lane, TL_ID_NONE);
  }
}

static TlStepKind
choose_kind (const TlChartPlan *plan,
             guint              index)
{
  if (index == 0)
    return TL_STEP_START;
  if (index + 1 == plan->n_steps)
    return TL_STEP_END;
  if (is_turn (index, plan->fork_every))
    return TL_STEP_FORK;
  if (plan->fork_every > 4 && index % plan->fork_every == 3 && index > plan->fork_every)
    return TL_STEP_JOIN;
  if (is_turn (index, plan->decision_every))
    return TL_STEP_DECISION;
  if (is_turn (index, plan->wait_every))
    return TL_STEP_WAIT;
  return TL_STEP_ACTION;
}

/* A lane for the next step of the main line: mostly the same one, or a neighbour. */
static guint
wander (Maker *maker,
        guint  lane)
{
  guint n_lanes = CLAMP (maker->plan->n_lanes, 1, MAX_LANES);
  guint roll = tl_dice_roll (&maker->dice, 10);

  if (roll < 5)
    return lane;
  if (roll < 7)
    return lane > 0 ? lane - 1 : lane;
  if (roll < 9)
    return lane + 1 < n_lanes ? lane + 1 : lane;
  return tl_dice_roll (&maker->dice, n_lanes);
}

/* Chooses the cell of every step: along the main line a column each, or the same
 * column as the one before; support steps and lost ends near where they are used. */
static void
choose_cells (Maker *maker)
{
  const TlChartPlan *plan = maker->plan;
  guint n_lanes = CLAMP (plan->n_lanes, 1, MAX_LANES);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  guint lane = 0, column = 0;

  for (guint i = 0; i < plan->n_steps; i++) {
    Place *place = &maker->places[i];

    place->kind = choose_kind (plan, i);
    place->on_line = TRUE;
    if (place->kind == TL_STEP_ACTION && is_turn (i, plan->support_every)) {
      place->on_line = FALSE;
      place->lane = n_lanes - 1;
    } else if (place->kind == TL_STEP_ACTION && i % 64 == 50) {
      place->on_line = FALSE;
      place->kind = TL_STEP_END;
      place->lane = 0;
    } else {
      lane = i == 0 || i + 1 == plan->n_steps ? 0 : wander (maker, lane);
      place->lane = lane;
    }
    if (i > 0 && !tl_dice_percent (&maker->dice, plan->crowd_percent))
      column++;
    place->column = plan->arranged ? column : i;
    /* Now and then a row is left free, as people do. */
    place->row = plan->arranged && tl_dice_percent (&maker->dice, plan->crowd_percent / 6) ? 1 : 0;
    while (!g_hash_table_add (taken, GUINT_TO_POINTER ((place->column * 16 + place->lane) * 64 +
                                                       place->row + 1)))
      place->row++;
  }
  maker->n_columns = plan->arranged ? column + 1 : MAX (plan->n_steps, 1);
}

static guint
phase_of (const Maker *maker,
          guint        column)
{
  guint n = MIN (MAX (maker->plan->n_phases, 1), maker->n_columns);

  return (guint) ((guint64) column * n / maker->n_columns);
}

static TlId *
make_phases (Maker *maker,
             guint *first)
{
  static const char *const names[] = { "Before", "Arrive", "Talk", "Do the work", "Pay", "After" };
  guint n = MIN (MAX (maker->plan->n_phases, 1), maker->n_columns);
  TlId *phases = g_new0 (TlId, n);

  for (guint column = 0, at = 0; at < n; at++) {
    TlPhase *phase = new_record (maker, TL_RECORD_PHASE, "phase", at + 1);

    first[at] = column;
    while (column < maker->n_columns && phase_of (maker, column) == at)
      column++;
    phase->name = g_strdup (names[at % G_N_ELEMENTS (names)]);
    phase->columns = (int) (column - first[at]);
    phases[at] = insert (maker, phase, TL_ID_NONE);
  }
  return phases;
}

static void
fill_step (Maker *maker,
           TlStep *step,
           guint   index)
{
  const Place *place = &maker->places[index];
  gboolean works = place->kind == TL_STEP_ACTION;

  step->kind = place->kind;
  step->label = make_label (maker, index, place->kind);
  step->lane = maker->lanes[place->lane];
  step->row = (int) place->row;
  if (place->kind == TL_STEP_END)
    step->outcome = place->on_line ? TL_OUTCOME_RESOLVED : TL_OUTCOME_LOST;
  step->role = maker->roles[maker->bands[place->lane] - 1];
  if (works)
    step->touch = 30 * (1 + (int) tl_dice_roll (&maker->dice, 20));
  if (place->kind == TL_STEP_WAIT) {
    step->wait = 60 * (1 + (int) tl_dice_roll (&maker->dice, 90));
    step->tell = g_strdup ("We tell you as soon as it is ready.");
  }
  if (works && tl_dice_percent (&maker->dice, 20)) {
    step->cost = 5 * (TlMoney) tl_dice_roll (&maker->dice, 900);
    step->moment_of_truth = tl_dice_percent (&maker->dice, 50);
    step->how = g_strdup ("Look up, smile, use the name once. Say what happens next.");
  }
  if (maker->bands[place->lane] == TL_BAND_CUSTOMER && (works || place->kind == TL_STEP_WAIT))
    step->emotion = (int) tl_dice_roll (&maker->dice, 5) - 2;
}

static void
make_touchpoints (Maker *maker,
                  guint  index)
{
  static const char *const names[] = {
    "desk, uniform", "confirmation", "entrance, lobby, signs", "key wallet with map", "invoice",
    "text with the time window and the technician's name", "card reader",
  };
  guint n = 1 + tl_dice_percent (&maker->dice, 20);

  for (guint i = 0; i < n; i++) {
    TlTouchpoint *touchpoint = (TlTouchpoint *) tl_record_new (TL_RECORD_TOUCHPOINT);

    touchpoint->channel = TL_CHANNEL_IN_PERSON + tl_dice_roll (&maker->dice, 12);
    touchpoint->name = g_strdup (names[tl_dice_roll (&maker->dice, 7)]);
    insert (maker, touchpoint, maker->steps[index]);
  }
}

static void
make_steps (Maker *maker)
{
  g_autofree guint *first = g_new0 (guint, MAX (maker->plan->n_phases, 1) + 1);
  g_autofree TlId *phases = make_phases (maker, first);

  for (guint i = 0; i < maker->plan->n_steps; i++) {
    TlStep *step = new_record (maker, TL_RECORD_STEP, "s", i + 1);
    guint phase = phase_of (maker, maker->places[i].column);

    step->phase = phases[phase];
    step->column = (int) (maker->places[i].column - first[phase]);
    fill_step (maker, step, i);
    maker->steps[i] = insert (maker, step, TL_ID_NONE);
    if (maker->places[i].kind == TL_STEP_ACTION && is_turn (i, maker->plan->touchpoint_every))
      make_touchpoints (maker, i);
  }
}

/* Joins two steps unless they already are, or may not be. */
static gboolean
connect (Maker          *maker,
         TlConnectorKind kind,
         guint           from,
         guint           to,
         const char     *label)
{
  TlConnector *connector;
  gint64 key = ((gint64) from << 32) | (to << 1) | (kind == TL_CONNECTOR_SUPPORT);
  gint64 *copy;

  if (from == to || maker->places[to].kind == TL_STEP_START ||
      maker->places[from].kind == TL_STEP_END || g_hash_table_contains (maker->joined, &key))
    return FALSE;

  copy = g_new (gint64, 1);
  *copy = key;
  g_hash_table_add (maker->joined, copy);
  connector = new_record (maker, TL_RECORD_CONNECTOR, "c", ++maker->n_connectors);
  connector->kind = kind;
  connector->from = maker->steps[from];
  connector->to = maker->steps[to];
  tl_text_set (&connector->label, label);
  insert (maker, connector, TL_ID_NONE);
  if (kind == TL_CONNECTOR_FLOW)
    maker->exits[from]++;
  return TRUE;
}

/* The next step on the main line @ahead steps further; the end at the latest. */
static guint
on_line_after (const Maker *maker,
               guint        index,
               guint        ahead)
{
  guint last = maker->plan->n_steps - 1;

  for (index = MIN (index + ahead, last); index < last && !maker->places[index].on_line; index++)
    ;
  return index;
}

static void
connect_exit (Maker *maker,
              guint  from)
{
  static const char *const answers[] = { "no", "not yet", "sold out", "asks for another time" };
  const char *answer = answers[tl_dice_roll (&maker->dice, 4)];
  guint back = 2 + tl_dice_roll (&maker->dice, 7);

  if (tl_dice_percent (&maker->dice, maker->plan->back_percent) && from > back &&
      maker->places[from - back].on_line)
    connect (maker, TL_CONNECTOR_FLOW, from, from - back, answer);
  else
    connect (maker, TL_CONNECTOR_FLOW, from,
             on_line_after (maker, from, 2 + tl_dice_roll (&maker->dice, 6)), answer);
}

static void
connect_line (Maker *maker)
{
  guint n = maker->plan->n_steps;

  for (guint i = 0; i + 1 < n; i++) {
    TlStepKind kind = maker->places[i].kind;

    if (!maker->places[i].on_line) {
      if (kind == TL_STEP_ACTION)
        connect (maker, TL_CONNECTOR_SUPPORT, i, on_line_after (maker, i, 1), "");
      continue;
    }
    connect (maker, TL_CONNECTOR_FLOW, i, on_line_after (maker, i, 1),
             kind == TL_STEP_DECISION ? "yes" : "");
    if (kind == TL_STEP_DECISION)
      connect_exit (maker, i);
    if (kind == TL_STEP_FORK)
      connect (maker, TL_CONNECTOR_FLOW, i, on_line_after (maker, i, 3), "");
  }
  /* Each lost end is entered from the decision before it, if there is one. */
  for (guint i = 1; i + 1 < n; i++) {
    guint from = i;

    if (maker->places[i].on_line || maker->places[i].kind != TL_STEP_END)
      continue;
    while (from > 0 && maker->places[from].kind != TL_STEP_DECISION)
      from--;
    if (from > 0)
      connect (maker, TL_CONNECTOR_FLOW, from, i, "gives up");
  }
}

/* More ways out of decisions and more support, until there are enough. */
static void
connect_more (Maker *maker)
{
  guint n = maker->plan->n_steps;
  guint wanted = (guint) (maker->plan->connectors * n);

  for (guint tries = 0; maker->n_connectors < wanted && tries < 20 * n; tries++) {
    guint from = tl_dice_roll (&maker->dice, n);
    guint to = from + tl_dice_roll (&maker->dice, 9);

    if (maker->places[from].kind == TL_STEP_DECISION && maker->exits[from] < 4)
      connect_exit (maker, from);
    else if (to > 3 && to - 4 < n && tl_dice_percent (&maker->dice, 15))
      connect (maker, TL_CONNECTOR_SUPPORT, from, to - 4, "");
  }
}

/* The first way out of a decision is the usual one; the others share the rest. */
static void
set_shares (Maker *maker)
{
  guint limit = tl_chart_id_limit (maker->chart);
  g_autofree guint *out = g_new0 (guint, limit);
  g_autofree guint *seen = g_new0 (guint, limit);
  guint n = tl_chart_n (maker->chart, TL_RECORD_CONNECTOR);

  for (guint i = 0; i < maker->plan->n_steps; i++)
    out[maker->steps[i]] = maker->exits[i];
  for (guint i = 0; i < n; i++) {
    const TlConnector *lent = TL_CHART_NTH (maker->chart, CONNECTOR, TlConnector, i);
    const TlStep *from = TL_CHART_GET (maker->chart, STEP, TlStep, lent->from);
    TlConnector *connector;

    if (lent->kind != TL_CONNECTOR_FLOW || from->kind != TL_STEP_DECISION)
      continue;
    connector = tl_chart_edit (maker->chart, lent->head.id);
    connector->probability = seen[connector->from]++ > 0 ? 0.05
                             : 1 - 0.05 * (out[connector->from] - 1);
  }
}

static void
make_actions (Maker *maker,
              TlId   recovery)
{
  static const struct { TlActionKind kind; const char *text, *say; } rows[] = {
    { TL_ACTION_ACKNOWLEDGE, "Listen; do not defend", "Thank you for telling me." },
    { TL_ACTION_APOLOGISE, "Say plainly that it is our mistake", "I am sorry, it is our mistake." },
    { TL_ACTION_FIX, "Put it right at once, or say when it will be", NULL },
    { TL_ACTION_COMPENSATE, "Offer what the policy allows", NULL },
    { TL_ACTION_INFORM, "Tell the customer where things stand every half hour", NULL },
    { TL_ACTION_FOLLOW_UP, "Ask the next day whether all is well", "Is all as it should be?" },
  };
  guint n = 3 + tl_dice_roll (&maker->dice, 4);

  for (guint i = 0; i < n; i++) {
    TlAction *action = (TlAction *) tl_record_new (TL_RECORD_ACTION);

    action->kind = rows[i].kind;
    action->role = maker->roles[1 + tl_dice_roll (&maker->dice, 2)];
    action->within = 60 * (int) (1 + i * 10);
    action->text = g_strdup (rows[i].text);
    tl_text_set (&action->say, rows[i].say);
    insert (maker, action, recovery);
  }
}

static void
make_failure (Maker   *maker,
              TlId     at,
              gboolean may_have_p)
{
  guint number = ++maker->n_failures;
  TlFailure *failure = new_record (maker, TL_RECORD_FAILURE, "f", number);
  TlRecovery *recovery = new_record (maker, TL_RECORD_RECOVERY, "r", number);
  TlSafeguard *safeguard = (TlSafeguard *) tl_record_new (TL_RECORD_SAFEGUARD);
  TlId id;

  failure->title = g_strdup_printf ("It goes wrong in way number %u", number);
  failure->at = at;
  failure->actor = TL_ACTOR_SERVER;
  failure->error = TL_ERROR_TASK + (int) tl_dice_roll (&maker->dice, 3);
  failure->dimension = TL_DIMENSION_RELIABILITY + (int) tl_dice_roll (&maker->dice, 5);
  failure->gap = 1 + (int) tl_dice_roll (&maker->dice, 4);
  failure->s = 1 + (int) tl_dice_roll (&maker->dice, 10);
  failure->o = 1 + (int) tl_dice_roll (&maker->dice, 10);
  failure->d = 1 + (int) tl_dice_roll (&maker->dice, 10);
  if (may_have_p)
    failure->p = 0.01 * (1 + tl_dice_roll (&maker->dice, 5));
  failure->effect = g_strdup ("The customer waits and is annoyed");
  failure->cause = g_strdup ("Nobody owns the step");
  id = insert (maker, failure, TL_ID_NONE);

  safeguard->text = g_strdup ("A list is checked every morning");
  safeguard->type = TL_SAFEGUARD_DETECT;
  safeguard->status = TL_SAFEGUARD_IN_PLACE;
  insert (maker, safeguard, id);

  recovery->name = g_strdup_printf ("Put right number %u", number);
  recovery->trigger = g_strdup ("The customer says so, or the list shows it");
  tl_id_list_append (&recovery->failures, id);
  recovery->compensation = TL_COMPENSATION_CREDIT;
  recovery->compensation_max = 3000;
  recovery->cost = 1200;
  recovery->success = 0.9;
  make_actions (maker, insert (maker, recovery, TL_ID_NONE));
}

/* One in so many steps bears a failure point; every fourth of these sits on the
 * first connector that leaves the step instead. */
static void
make_failures (Maker *maker)
{
  guint limit = tl_chart_id_limit (maker->chart);
  g_autofree TlId *way_out = g_new0 (TlId, limit);

  for (guint i = tl_chart_n (maker->chart, TL_RECORD_CONNECTOR); i > 0; i--) {
    const TlConnector *connector = TL_CHART_NTH (maker->chart, CONNECTOR, TlConnector, i - 1);

    if (connector->kind == TL_CONNECTOR_FLOW)
      way_out[connector->from] = connector->head.id;
  }
  for (guint i = 0; i < maker->plan->n_steps; i++) {
    TlStepKind kind = maker->places[i].kind;
    TlId out = way_out[maker->steps[i]];

    if (!is_turn (i, maker->plan->failure_every))
      continue;
    if (tl_dice_percent (&maker->dice, 25) && out != TL_ID_NONE && kind != TL_STEP_FORK)
      make_failure (maker, out, kind != TL_STEP_DECISION);
    else if (kind == TL_STEP_ACTION || kind == TL_STEP_WAIT)
      make_failure (maker, maker->steps[i], TRUE);
    else if (kind == TL_STEP_DECISION)
      make_failure (maker, maker->steps[i], FALSE);
  }
}

/* An expectation, a promise and a standard with two measurements per 25 steps. */
static void
make_gaps (Maker *maker)
{
  for (guint i = 12; i < maker->plan->n_steps; i += 25) {
    guint number = i / 25 + 1;
    TlExpectation *expectation = new_record (maker, TL_RECORD_EXPECTATION, "e", number);
    TlPromise *promise = new_record (maker, TL_RECORD_PROMISE, "p", number);
    TlStandard *standard = new_record (maker, TL_RECORD_STANDARD, "st", number);
    TlId expected, promised, id;

    expectation->text = g_strdup ("I am not kept waiting without a word");
    expectation->dimension = promise->dimension = standard->dimension = TL_DIMENSION_RESPONSIVENESS;
    expectation->source = TL_SOURCE_SURVEY;
    tl_id_list_append (&expectation->steps, maker->steps[i]);
    expected = insert (maker, expectation, TL_ID_NONE);

    promise->text = g_strdup ("Done in ten minutes");
    promise->medium = TL_MEDIUM_WEBSITE;
    tl_id_list_append (&promise->steps, maker->steps[i]);
    promised = insert (maker, promise, TL_ID_NONE);

    standard->name = g_strdup ("Answered within ten minutes");
    standard->type = TL_STANDARD_HARD;
    standard->unit = TL_UNIT_SECONDS;
    standard->better = TL_BETTER_LOWER;
    standard->target = 600;
    tl_id_list_append (&standard->steps, maker->steps[i]);
    tl_id_list_append (&standard->meets, expected);
    tl_id_list_append (&standard->meets, promised);
    id = insert (maker, standard, TL_ID_NONE);
    for (guint k = 0; k < 2; k++) {
      TlMeasurement *measurement = (TlMeasurement *) tl_record_new (TL_RECORD_MEASUREMENT);

      measurement->date = g_date_get_julian (&(GDate) { .dmy = TRUE, .day = 30,
                                                        .month = 9 + k, .year = 2026 });
      measurement->value = 500 + 30 * k;
      measurement->n = 120;
      insert (maker, measurement, id);
    }
  }
}

TlChart *
tl_chart_make (const TlChartPlan *plan)
{
  Maker maker = { .plan = plan, .chart = tl_chart_new (), .dice = { plan->seed } };

  g_return_val_if_fail (plan->n_steps >= 2, maker.chart);

  maker.places = g_new0 (Place, plan->n_steps);
  maker.steps = g_new0 (TlId, plan->n_steps);
  maker.exits = g_new0 (guint, plan->n_steps);
  maker.joined = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  tl_chart_begin (maker.chart, "Make");
  make_frame (&maker);
  choose_cells (&maker);
  make_steps (&maker);
  connect_line (&maker);
  connect_more (&maker);
  set_shares (&maker);
  make_failures (&maker);
  make_gaps (&maker);
  tl_chart_settle (maker.chart);

  g_free (maker.places);
  g_free (maker.steps);
  g_free (maker.exits);
  g_hash_table_unref (maker.joined);
  return maker.chart;
}
