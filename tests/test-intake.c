/* test-intake.c - measurements out of tables: guessed, planned and carried out. */
#include "exchange/intake.h"

#include <string.h>

#include "model/check.h"
#include "model/units.h"
#include "xml-support.h"

/* One standard of each unit; w is for a share of the cases. */
static const char chart_text[] =
  "<chart xmlns=\"urn:throughline:chart:1\" format=\"1.0\" title=\"T\" service=\"S\""
  " currency=\"EUR\">"
  "<lane id=\"l1\" name=\"Customer\" band=\"customer\"/>"
  "<phase id=\"p1\" name=\"Service\" columns=\"4\"/>"
  "<step id=\"s1\" kind=\"action\" lane=\"l1\" phase=\"p1\"><label>Queue at the desk</label></step>"
  "<step id=\"s2\" kind=\"action\" lane=\"l1\" phase=\"p1\" column=\"1\"><label>Check in</label>"
  "</step>"
  "<standard id=\"w\" type=\"hard\" dimension=\"responsiveness\" unit=\"s\" better=\"lower\""
  " target=\"300\" share=\"90\" method=\"timing\" steps=\"s1\"><name>Short queue</name></standard>"
  "<standard id=\"t\" type=\"hard\" dimension=\"responsiveness\" unit=\"s\" better=\"lower\""
  " target=\"360\" method=\"timing\" steps=\"s2\"><name>Quick check-in</name>"
  "<measurement date=\"2026-01-31\" value=\"295\" n=\"140\" source=\"timing\"/></standard>"
  "<standard id=\"r\" type=\"hard\" dimension=\"reliability\" unit=\"percent\" better=\"higher\""
  " target=\"95\" method=\"count\" steps=\"s2\"><name>Room ready</name></standard>"
  "<standard id=\"g\" type=\"soft\" dimension=\"tangibles\" unit=\"score\" better=\"higher\""
  " target=\"4.3\" method=\"survey-card\"><name>Room as promised</name></standard>"
  "<standard id=\"c\" type=\"soft\" dimension=\"empathy\" unit=\"percent\" better=\"higher\""
  " target=\"90\" method=\"survey-card\"><name>Felt welcome</name></standard>"
  "<standard id=\"p\" type=\"soft\" dimension=\"empathy\" unit=\"nps\" better=\"higher\""
  " target=\"30\" method=\"post-service-survey\"><name>Would recommend us</name></standard>"
  "<standard id=\"m\" type=\"hard\" dimension=\"assurance\" unit=\"money\" better=\"lower\""
  " target=\"2\" method=\"records\"><name>Refunds</name></standard>"
  "</chart>";

typedef struct {
  const char *standard;     /* its id, or NULL */
  const char *on;           /* the day of rows without, or NULL */
  TlIntakeRows rows;
  TlIntakePeriod period;    /* 0 = each month, as if nobody chose */
  TlDayOrder  days;
  const char *source;
} Chosen;

/* "t 2026-10-31 295 n140" for each measurement, with its share, source and counts. */
static char *
draw_measurements (const TlChart      *chart,
                   const TlIntakePlan *plan)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < plan->measurements->len; i++) {
    const TlMeasurement *one = g_ptr_array_index (plan->measurements, i);
    char date[TL_UNITS_SIZE], value[TL_UNITS_SIZE], share[TL_UNITS_SIZE];

    g_string_append_printf (all, "%s %s %s n%d", tl_chart_get (chart, one->head.parent)->name,
                            tl_date_write (one->date, date), tl_number_write (one->value, value),
                            one->n);
    if (!isnan (one->share))
      g_string_append_printf (all, " %s%%", tl_number_write (one->share, share));
    for (guint k = 0; k < one->counts.n; k++)
      g_string_append_printf (all, "%c%d", k == 0 ? ' ' : '/', one->counts.values[k]);
    g_string_append (all, "; ");
  }
  return g_string_free (all, FALSE);
}

/* "3.2" for what is left out of line 3, column 2; "3" for the whole row; "=" when it is only
 * there twice. */
static char *
draw_left_out (const TlIntakePlan *plan)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < plan->left_out->len; i++) {
    const TlIntakeSkip *skip = g_ptr_array_index (plan->left_out, i);

    g_string_append_printf (all, "%s%u", skip->is_twice ? "=" : "", skip->line);
    if (skip->column >= 0)
      g_string_append_printf (all, ".%d", skip->column + 1);
    g_string_append_c (all, ' ');
    g_assert_cmpstr (skip->reason, !=, NULL);
    g_assert_cmpstr (skip->reason, !=, "");
  }
  return g_string_free (all, FALSE);
}

static TlIntakePlan *
plan_of (const TlChart *chart,
         const char    *text,
         const Chosen  *chosen)
{
  g_autoptr (TlCsv) csv = tl_csv_read (text, strlen (text), NULL, NULL);
  g_autoptr (TlIntakeTargets) targets = tl_intake_targets_new (chart);
  g_auto (TlIntakeChoice) choice = { 0 };

  tl_intake_choice_init (&choice);
  if (chosen->standard != NULL)
    choice.standard = tl_chart_find (chart, chosen->standard);
  if (chosen->on != NULL)
    g_assert_true (tl_date_parse (chosen->on, &choice.date));
  choice.rows = chosen->rows;
  choice.period = chosen->period != 0 ? chosen->period : TL_INTAKE_PER_MONTH;
  choice.days = chosen->days;
  g_assert_true (tl_date_parse ("2026-11-22", &choice.today));
  return tl_intake_plan (csv, targets, &choice);
}

typedef struct {
  const char *text;
  Chosen      chosen;
  const char *measurements;
  const char *left_out;
} Row;

static void
check_rows (const Row *rows,
            guint      n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (TlChart) chart = tl_test_read (chart_text);
    g_autoptr (TlIntakePlan) plan = plan_of (chart, rows[i].text, &rows[i].chosen);
    g_autofree char *measurements = draw_measurements (chart, plan);
    g_autofree char *left_out = draw_left_out (plan);
    g_autoptr (GError) error = NULL;
    guint before = tl_chart_n (chart, TL_RECORD_MEASUREMENT);

    g_test_message ("%u: %s", i, rows[i].text);
    g_assert_cmpstr (plan->message, ==, NULL);
    g_assert_cmpstr (measurements, ==, rows[i].measurements);
    g_assert_cmpstr (left_out, ==, rows[i].left_out);
    /* Whatever is planned, the chart takes. */
    if (plan->measurements->len > 0)
      g_assert_true (tl_intake_apply (chart, plan, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_MEASUREMENT), ==,
                      before + plan->measurements->len);
  }
}

static void
test_records (void)
{
  static const Row rows[] = {
    { "date,value,n\n2026-10-31,280,40\n2026-09-30,4 min,38\n", { .standard = "t" },
      "t 2026-09-30 240 n38; t 2026-10-31 280 n40; ", "" },
    { "Datum;Mittelwert (min);Anzahl\n31.10.2026;4,5;40\n", { .standard = "t" },
      "t 2026-10-31 270 n40; ", "" },
    { "date,wait,share,n\n2026-10-31,1:30,92 %,40\n2026-10-30,2:00,0.5,12\n", { .standard = "w" },
      "w 2026-10-30 120 n12 50%; w 2026-10-31 90 n40 92%; ", "" },
    { "date,wait,share\n2026-10-31,90,0.92\n2026-10-30,95,1\n", { .standard = "w" },
      "w 2026-10-30 95 n1 100%; w 2026-10-31 90 n1 92%; ", "" },
    { "standard,date,value\nt,2026-10-31,280\nRoom ready,2026-10-31,92\nROOM READY,2026-10-01,90\n"
      "nobody,2026-10-31,1\n,2026-10-31,1\n", { NULL },
      "r 2026-10-01 90 n1; t 2026-10-31 280 n1; r 2026-10-31 92 n1; ", "5.1 6.1 " },
    /* Bad cells: of each the first thing that is wrong. */
    { "date,value,n\n2026-10-31,280,40\nsoon,280,40\n2026-02-30,280,40\n2026-10-30,quick,40\n"
      "2026-10-29,280,0\n2026-10-28,,40\n,280,40\n2027-01-01,280,1\n2026-10-27,-5,1\n",
      { .standard = "t" }, "t 2026-10-31 280 n40; ", "3.1 4.1 5.2 6.3 7.2 8.1 9.1 10.2 " },
    { "date,value\n2026-10-31,105\n2026-10-30,95\n", { .standard = "r" },
      "r 2026-10-30 95 n1; ", "2.2 " },
    /* In the chart already, and in the file twice. */
    { "date,value,n\n2026-01-31,280,40\n2026-10-31,280,40\n2026-10-31,281,40\n",
      { .standard = "t" }, "t 2026-10-31 280 n40; ", "=2.2 =4.2 " },
    { "date,value,n,source\n2026-01-31,280,40,records\n2026-01-31,280,40,Stoppuhr\n"
      "2026-10-31,1,1,rumour\n2026-10-30,1,1,Timing\n", { .standard = "t" },
      "t 2026-01-31 280 n40; t 2026-10-30 1 n1; ", "=3.2 4.4 " },
    /* A standard for all cases has no share; one for a share needs it. */
    { "date,value,share,n\n2026-10-31,280,92,40\n", { .standard = "t" },
      "t 2026-10-31 280 n40; ", "" },
    { "date,value,n\n2026-10-31,280,40\n", { .standard = "w" }, "", "2 " },
    { "date,value\n2026-10-31,\"EUR 1,50\"\n2026-10-30,2\n", { .standard = "m" },
      "m 2026-10-30 2 n1; m 2026-10-31 1.5 n1; ", "" },
    /* Without names of columns. */
    { "2026-10-31,280\n2026-10-30,290\n", { .standard = "t", .rows = TL_INTAKE_ROWS_MEASUREMENTS },
      "t 2026-10-30 290 n1; t 2026-10-31 280 n1; ", "" },
    { "value\n280\n", { .standard = "t", .on = "2026-11-01",
                        .rows = TL_INTAKE_ROWS_MEASUREMENTS }, "t 2026-11-01 280 n1; ", "" },
    { "date,value,n\n03/04/2026,1,5\n", { .standard = "t", .days = TL_DAYS_MONTH_FIRST },
      "t 2026-03-04 1 n5; ", "" },
    { "date,value,n\n03/04/2026,1,5\n13/04/2026,2,5\n12/31/2025,2,5\n", { .standard = "t" },
      "t 2026-04-03 1 n5; t 2026-04-13 2 n5; ", "4.1 " },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_counts (void)
{
  static const Row rows[] = {
    { "date,1,2,3,4,5\n2026-10-31,2,3,9,25,41\n", { .standard = "g" },
      "g 2026-10-31 4.25 n80 2/3/9/25/41; ", "" },
    { "date,1 star,2 stars,3 stars,4 stars,5 stars,n\n2026-10-31,2,3,9,25,41,80\n",
      { .standard = "c" }, "c 2026-10-31 82.5 n80 2/3/9/25/41; ", "" },
    { "Datum;sehr unzufrieden;unzufrieden;neutral;zufrieden;sehr zufrieden\n"
      "31.10.2026;2;3;;25;41\n", { .standard = "g" },
      "g 2026-10-31 4.4085 n71 2/3/0/25/41; ", "" },
    { "date,0,1,2,3,4,5,6,7,8,9,10\n2026-10-31,1,0,1,0,2,3,3,10,20,30,30\n", { .standard = "p" },
      "p 2026-10-31 50 n100 1/0/1/0/2/3/3/10/20/30/30; ", "" },
    /* A value and a number of cases that agree, and that do not. */
    { "date,mean,n,1,2,3,4,5\n2026-10-31,4.25,80,2,3,9,25,41\n2026-10-30,4.9,80,2,3,9,25,41\n"
      "2026-10-29,4.3,79,2,3,9,25,41\n2026-10-28,4.3,80,2,3,9,x,41\n2026-10-27,,,0,0,0,0,0\n",
      { .standard = "g" }, "g 2026-10-31 4.25 n80 2/3/9/25/41; ", "3.2 4.3 5.7 6 " },
    /* Two columns of the same point: the first counts. */
    { "date,1,2,3,4,5,5 stars\n2026-10-31,2,3,9,25,41,7\n", { .standard = "g" },
      "g 2026-10-31 4.25 n80 2/3/9/25/41; ", "" },
    /* Of another scale, or of no score at all. */
    { "date,1,2,3,4,5\n2026-10-31,2,3,9,25,41\n", { .standard = "p" }, "", "2 " },
    { "date,1,2,3,4,5\n2026-10-31,2,3,9,25,41\n", { .standard = "t" }, "", "2 " },
    /* By category: met, and not. */
    { "date,yes,no\n2026-10-31,92,8\n2026-10-30,0,0\n", { .standard = "r" },
      "r 2026-10-31 92 n100; ", "3.2 " },
    { "date,met,n\n2026-10-31,30,40\n2026-10-30,50,40\n", { .standard = "r" },
      "r 2026-10-31 75 n40; ", "3.2 " },
    { "date,value,met,not met\n2026-10-31,210,93,7\n", { .standard = "w" },
      "w 2026-10-31 210 n100 93%; ", "" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_cases (void)
{
  static const Row rows[] = {
    /* Mean, and the share that met the target of 300. */
    { "date,wait\n2026-10-01,100\n2026-10-01,200\n2026-10-05,400\n2026-09-30,5 min\n",
      { .standard = "w" }, "w 2026-09-30 300 n1 100%; w 2026-10-05 233.3333 n3 66.6667%; ", "" },
    { "date,ready?\n2026-10-01,yes\n2026-10-02,no\n2026-10-03,Yes\n2026-10-04,maybe\n",
      { .standard = "r" }, "r 2026-10-03 66.6667 n3; ", "5.2 " },
    { "date,ready\n2026-10-01,1\n2026-10-02,0\n2026-10-03,1\n2026-10-03,1\n",
      { .standard = "r", .rows = TL_INTAKE_ROWS_CASES }, "r 2026-10-03 75 n4; ", "" },
    { "date,answer\n2026-10-01,5\n2026-10-01,4\n2026-10-02,Very satisfied\n2026-10-02,6\n"
      "2026-10-02,3.5\n", { .standard = "g" }, "g 2026-10-02 4.6667 n3 0/0/0/1/2; ", "5.2 6.2 " },
    { "date,answer\n2026-10-01,5\n2026-10-01,4\n2026-10-02,2\n2026-10-02,5\n",
      { .standard = "c", .rows = TL_INTAKE_ROWS_CASES }, "c 2026-10-02 75 n4 0/1/0/1/2; ", "" },
    { "date,score\n2026-10-01,10\n2026-10-01,0\n2026-10-02,9\n2026-10-02,11\n",
      { .standard = "p", .rows = TL_INTAKE_ROWS_CASES },
      "p 2026-10-02 33.3333 n3 1/0/0/0/0/0/0/0/0/1/1; ", "5.2 " },
    /* Between two moments. */
    { "Created,Closed\n3/14/2026 1:00,3/14/2026 1:05\n3/15/2026 23:59,3/16/2026 0:02\n"
      "3/17/2026 1:00,\n3/17/2026 1:00,3/16/2026 1:00\n", { .standard = "t" },
      "t 2026-03-15 240 n2; ", "4.2 5.2 " },
    /* Periods. */
    { "date,wait\n2026-10-01,100\n2026-10-01,200\n2026-10-02,300\n",
      { .standard = "t", .rows = TL_INTAKE_ROWS_CASES, .period = TL_INTAKE_PER_WEEK },
      "t 2026-10-02 200 n3; ", "" },
    { "date,wait\n2026-01-04,100\n2026-01-05,200\n2026-10-02,300\n",
      { .standard = "t", .rows = TL_INTAKE_ROWS_CASES, .period = TL_INTAKE_PER_FILE },
      "t 2026-10-02 200 n3; ", "" },
    /* Of a month that was measured already: none of it. */
    { "date,wait\n2026-01-04,100\n2026-01-05,200\n2026-10-02,300\n",
      { .standard = "t", .rows = TL_INTAKE_ROWS_CASES }, "t 2026-10-02 300 n1; ", "=2 =3.2 " },
    { "wait\n100\n200\n", { .standard = "t", .on = "2026-11-01" }, "t 2026-11-01 150 n2; ", "" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* A mystery shopper's sheets: a visit a row with a column for each standard, or a row for
 * each standard or step. */
static void
test_mystery_shopping (void)
{
  static const Row rows[] = {
    { "visit,date,Room ready,Quick check-in (min),remark\n1,2026-10-01,yes,5,nice\n"
      "2,2026-10-02,no,,cold\n3,2026-10-02,yes,7,warm\n", { NULL },
      "t 2026-10-02 360 n2; r 2026-10-02 66.6667 n3; ", "" },
    { "date;step;result\n01.10.2026;Queue at the desk;4 min\n02.10.2026;s1;6 min\n"
      "02.10.2026;Check in;yes\n", { NULL, .rows = TL_INTAKE_ROWS_CASES },
      "w 2026-10-02 300 n2 50%; ", "4.2 " },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_needs (void)
{
  static const struct {
    const char  *text;
    Chosen       chosen;
    TlIntakeNeed need;
  } rows[] = {
    { "date,value\n2026-10-31,280\n", { NULL }, TL_INTAKE_NEEDS_STANDARD },
    { "value,n\n280,5\n", { .standard = "t" }, TL_INTAKE_NEEDS_DATE },
    { "date,value\n03/04/2026,280\n", { .standard = "t" }, TL_INTAKE_NEEDS_DAYS },
    { "date,a,b\n2026-10-31,280,3\n", { .standard = "t" }, TL_INTAKE_NEEDS_VALUE },
    { "date,colour\n2026-10-31,red\n", { .standard = "t" }, TL_INTAKE_NEEDS_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_read (chart_text);
    g_autoptr (TlIntakePlan) plan = plan_of (chart, rows[i].text, &rows[i].chosen);
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (plan->need, ==, rows[i].need);
    g_assert_cmpstr (plan->message, !=, NULL);
    g_assert_cmpuint (plan->measurements->len, ==, 0);
    g_assert_false (tl_intake_apply (chart, plan, &error));
    g_assert_error (error, TL_INTAKE_ERROR, TL_INTAKE_ERROR_NOTHING);
    g_assert_false (tl_chart_can_undo (chart));
  }
}

/* What columns hold, by a letter each: date, value, share, n, sOurce, sTandard, yes (+), no (-),
 * begin ([), end (]), the point of a count; "." for nothing of ours. */
static void
test_guess (void)
{
  static const struct {
    const char *text;
    const char *columns;
    double      unit;      /* of the value */
  } rows[] = {
    { "Date,Value,Share of cases,n,Source\n2026-10-31,280,92,40,timing\n", "dvsnO", 0 },
    { "Datum;Wert;Anteil;Anzahl;Quelle\n31.10.2026;280;92;40;Stoppuhr\n", "dvsnO", 0 },
    { "fecha,valor,proporci\xc3\xb3n,casos\n2026-10-31,280,92,40\n", "dvsn", 0 },
    { "jour,dur\xc3\xa9" "e (minutes),part,effectif\n2026-10-31,4,92,40\n", "dvsn", 60 },
    { "Norm,Datum,Wartezeit [h]\nt,31.10.2026,2\n", "Tdv", 3600 },
    { "Visit date,Store,Wait in seconds\n2026-10-31,Main street,40\n", "d.v", 1 },
    { "date,yes,no\n2026-10-31,9,1\n", "d+-", 0 },
    { "date,1,2,3,4,5\n2026-10-31,9,1,1,1,1\n", "d12345", 0 },
    { "Created Date,Agency,Closed Date,Due Date\n2026-10-31,NYPD,2026-11-01,\n", "[.].", 0 },
    /* Names that say one thing, cells that say another. */
    { "date,value\nMonday,2026-10-31\n", ".d", 0 },
    { "day,source\n2026-10-31,Main street\n", "d.", 0 },
    { "id,when,what\n17,2026-10-31,4 min\n", ".d.", 0 },
    { "when,what\n2026-10-31,4 min\n", "dv", 0 },
    { "2026-10-31,280\n2026-10-30,280\n", "dv", 0 },
    { "date,Room ready,Short queue (min)\n2026-10-31,yes,4\n", "dvv", 60 },
  };
  static const char letters[] = ".dTvsnO#+-[]";

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlChart) chart = tl_test_read (chart_text);
    g_autoptr (TlIntakeTargets) targets = tl_intake_targets_new (chart);
    g_autoptr (TlCsv) csv = tl_csv_read (rows[i].text, strlen (rows[i].text), NULL, NULL);
    g_autoptr (GString) columns = g_string_new (NULL);
    g_auto (TlIntakeChoice) choice = { 0 };
    double unit = 0;

    tl_intake_choice_init (&choice);
    tl_intake_guess (csv, targets, &choice);
    for (guint k = 0; k < choice.n_columns; k++) {
      const TlIntakeColumn *column = &choice.columns[k];

      g_string_append_c (columns, column->role == TL_INTAKE_COUNT ? (char) ('0' + column->point)
                                                                  : letters[column->role]);
      unit = column->role == TL_INTAKE_VALUE ? column->unit : unit;
    }
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (columns->str, ==, rows[i].columns);
    g_assert_cmpfloat (unit, ==, rows[i].unit);
  }
}

/* A thousand rows, three of them bad: one step there, one back, and again nothing twice. */
static void
test_one_step (void)
{
  g_autoptr (TlChart) chart = tl_test_read (chart_text);
  g_autoptr (TlChart) before = tl_test_read (chart_text);
  g_autoptr (GString) text = g_string_new ("date,value,n\n");
  g_autoptr (TlIntakePlan) plan = NULL;
  g_autoptr (TlIntakePlan) again = NULL;
  g_autoptr (TlCsv) csv = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *left_out = NULL;
  Chosen chosen = { .standard = "t" };
  TlDate day;

  g_assert_true (tl_date_parse ("2023-01-01", &day));
  for (guint i = 0; i < 1000; i++) {
    char date[TL_UNITS_SIZE];

    g_string_append_printf (text, "%s,%s,%d\n", tl_date_write (day + i, date),
                            i == 99 ? "quick" : "280", i == 499 ? -1 : 40);
  }
  g_string_append (text, "31.02.2026,280,40\n");
  plan = plan_of (chart, text->str, &chosen);
  g_assert_cmpuint (plan->measurements->len, ==, 998);
  g_assert_cmpuint (plan->n_rows_left_out, ==, 3);
  summary = tl_intake_summary (plan, FALSE);
  g_assert_cmpstr (summary, ==, "998 rows will be added. 3 rows are left out.");
  csv = tl_csv_read (text->str, text->len, NULL, NULL);
  left_out = tl_intake_left_out_text (plan, csv);
  g_assert_cmpstr (left_out, ==,
                   "Line 101: \xe2\x80\x9cvalue\xe2\x80\x9d: \xe2\x80\x9cquick\xe2\x80\x9d is no "
                   "time; write it like 90 s, 4 min or 1:30\n"
                   "Line 501: \xe2\x80\x9cn\xe2\x80\x9d: \xe2\x80\x9c-1\xe2\x80\x9d is no number "
                   "of cases: a whole number from 1 on\n"
                   "Line 1002: \xe2\x80\x9c" "date\xe2\x80\x9d: \xe2\x80\x9c" "31.02.2026"
                   "\xe2\x80\x9d is no date\n");

  g_assert_true (tl_intake_apply (chart, plan, NULL));
  g_assert_cmpstr (tl_chart_undo_label (chart), ==, "Import 998 Measurements");
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_MEASUREMENT), ==, 999);
  again = plan_of (chart, text->str, &chosen);
  g_assert_cmpuint (again->measurements->len, ==, 0);
  g_assert_cmpuint (again->n_rows_left_out, ==, 1001);
  tl_chart_undo (chart);
  g_assert_true (tl_chart_equal (chart, before));
  tl_chart_redo (chart);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_MEASUREMENT), ==, 999);
}

/* What was measured on a day stands among the days before and after it. */
static void
test_order (void)
{
  g_autoptr (TlChart) chart = tl_test_read (chart_text);
  Chosen chosen = { .standard = "t" };
  g_autoptr (TlIntakePlan) plan =
    plan_of (chart, "date,value,n\n2026-03-01,1,1\n2025-12-01,2,1\n2026-02-01,3,1\n", &chosen);
  const TlIdList *children;
  TlDate last = 0;

  g_assert_true (tl_intake_apply (chart, plan, NULL));
  children = &tl_chart_get (chart, tl_chart_find (chart, "t"))->children;
  g_assert_cmpuint (children->n, ==, 4);
  for (guint i = 0; i < children->n; i++) {
    TlDate date = TL_CHART_GET (chart, MEASUREMENT, TlMeasurement, children->ids[i])->date;

    g_assert_cmpuint (date, >, last);
    last = date;
  }
}

/* A standard that went away in between: nothing is imported, not even the rest. */
static void
test_changed (void)
{
  g_autoptr (TlChart) chart = tl_test_read (chart_text);
  g_autoptr (TlIntakePlan) plan =
    plan_of (chart, "standard,date,value\nr,2026-10-01,90\nt,2026-10-31,280\n", &(Chosen) { NULL });
  g_autoptr (GError) error = NULL;
  guint before;

  g_assert_cmpuint (plan->measurements->len, ==, 2);
  tl_chart_begin (chart, "x");
  tl_chart_remove (chart, tl_chart_find (chart, "t"));
  g_assert_true (tl_chart_commit (chart, NULL));
  before = tl_chart_n (chart, TL_RECORD_MEASUREMENT);
  g_assert_false (tl_intake_apply (chart, plan, &error));
  g_assert_error (error, TL_INTAKE_ERROR, TL_INTAKE_ERROR_CHANGED);
  g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_MEASUREMENT), ==, before);
  g_assert_cmpstr (tl_chart_undo_label (chart), ==, "x");
}

/* Real tables, with what people chose for them. */
static void
test_real (void)
{
  static const struct {
    const char *name;
    Chosen      chosen;
    guint       n_measurements, n_left_out;
    TlIntakeNeed need;
  } rows[] = {
    /* Those that have not ended. */
    { "311-animals.csv", { .standard = "t" }, 3, 277, TL_INTAKE_NEEDS_NOTHING },
    { "telco-churn.csv", { .standard = "r" }, 0, 0, TL_INTAKE_NEEDS_VALUE },
    { "flying-etiquette-survey.csv", { .standard = "g" }, 0, 0, TL_INTAKE_NEEDS_VALUE },
    { "gsa-cx-upload-bom.csv", { .standard = "r" }, 0, 0, TL_INTAKE_NEEDS_VALUE },
  };
  const char *shared = g_getenv ("TL_SHARED");

  if (shared == NULL) {
    g_test_skip ("TL_SHARED does not say where the real files are");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_build_filename (shared, "inputs", "csv", rows[i].name, NULL);
    g_autoptr (TlChart) chart = tl_test_read (chart_text);
    g_autoptr (TlIntakePlan) plan = NULL;
    g_autofree char *text = NULL;

    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    plan = plan_of (chart, text, &rows[i].chosen);
    g_test_message ("%s: %u rows, %u left out", rows[i].name, plan->n_rows,
                    plan->n_rows_left_out);
    g_assert_cmpint (plan->need, ==, rows[i].need);
    g_assert_cmpuint (plan->measurements->len, ==, rows[i].n_measurements);
    g_assert_cmpuint (plan->n_rows_left_out, ==, rows[i].n_left_out);
    if (plan->measurements->len > 0)
      g_assert_true (tl_intake_apply (chart, plan, NULL));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/guess", test_guess);
  g_test_add_func ("/intake/records", test_records);
  g_test_add_func ("/intake/counts", test_counts);
  g_test_add_func ("/intake/cases", test_cases);
  g_test_add_func ("/intake/mystery-shopping", test_mystery_shopping);
  g_test_add_func ("/intake/needs", test_needs);
  g_test_add_func ("/intake/one-step", test_one_step);
  g_test_add_func ("/intake/order", test_order);
  g_test_add_func ("/intake/changed", test_changed);
  g_test_add_func ("/intake/real", test_real);
  return g_test_run ();
}
