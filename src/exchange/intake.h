/* intake.h - measurements out of tables: survey counts, records, cases, mystery shopping.
 *
 * A row of the table is either a measurement, with its value, its share of cases, its number
 * of cases or its counts of answers; or it is one case (a wait, a yes or no, an answer), and
 * the cases of a period are summed up into a measurement of each standard.  Every standard
 * may have columns of its own, named after it, as mystery shoppers' sheets have them; or a
 * column says of each row which standard it is about; or one standard is chosen for all.
 *
 *   tl_csv_read() -> tl_intake_guess() -> people change the choice -> tl_intake_plan()
 *   -> people look at the plan -> tl_intake_apply()
 *
 * The plan is the whole import but for writing it: what will be added, and every cell that
 * cannot be used, with its line and the reason.  Guessing and planning know nothing of the
 * chart but the targets that were taken from it, so they may run in any thread.
 */
#pragma once

#include "exchange/csv-read.h"
#include "exchange/intake-cell.h"
#include "model/chart.h"

G_BEGIN_DECLS

#define TL_INTAKE_ERROR (tl_intake_error_quark ())
typedef enum {
  TL_INTAKE_ERROR_NOTHING,   /* the plan adds nothing */
  TL_INTAKE_ERROR_CHANGED    /* the chart has no such standard any more */
} TlIntakeError;
GQuark      tl_intake_error_quark (void);

/* What is in a column. */
typedef enum {
  TL_INTAKE_LEAVE,      /* nothing for us */
  TL_INTAKE_DATE,
  TL_INTAKE_STANDARD,   /* the name or id of a standard, or of a step that has one */
  TL_INTAKE_VALUE,
  TL_INTAKE_SHARE,      /* percent of cases that met it */
  TL_INTAKE_N,
  TL_INTAKE_SOURCE,
  TL_INTAKE_COUNT,      /* how many chose the column's point */
  TL_INTAKE_YES,        /* how many cases met it, */
  TL_INTAKE_NO,         /* and how many did not */
  TL_INTAKE_START,      /* when a case began, */
  TL_INTAKE_END,        /* and ended: its value is the time between */
  TL_INTAKE_N_ROLES
} TlIntakeRole;

typedef struct {
  TlIntakeRole role;
  int          point;      /* of a count: 1 to the scale, or 0 to 10 */
  TlId         standard;   /* of a value: whose it is; none: that of the row */
  double       unit;       /* a bare 1 is so many seconds, or percent; 0 = guess */
} TlIntakeColumn;

typedef enum {
  TL_INTAKE_ROWS_GUESS,
  TL_INTAKE_ROWS_MEASUREMENTS,
  TL_INTAKE_ROWS_CASES
} TlIntakeRows;

/* Cases of which time become one measurement. */
typedef enum {
  TL_INTAKE_PER_DAY,
  TL_INTAKE_PER_WEEK,      /* from Monday */
  TL_INTAKE_PER_MONTH,
  TL_INTAKE_PER_QUARTER,
  TL_INTAKE_PER_YEAR,
  TL_INTAKE_PER_FILE,
  TL_INTAKE_N_PERIODS
} TlIntakePeriod;

typedef enum {
  TL_INTAKE_HEADER_GUESS,
  TL_INTAKE_HEADER_YES,
  TL_INTAKE_HEADER_NO
} TlIntakeHeader;

/* What a person decides.  Begins with tl_intake_choice_init(). */
typedef struct {
  TlIntakeColumn *columns;     /* owned; NULL = guess */
  guint           n_columns;
  TlIntakeHeader  header;      /* whether the first row names the columns */
  TlIntakeRows    rows;
  TlIntakePeriod  period;
  TlDayOrder      days;
  char            decimal;     /* '.' or ','; 0 = guess */
  TlId            standard;    /* of rows that name none */
  TlMethod        source;      /* of rows that name none; none: the standard's method */
  TlDate          date;        /* of rows without; 0 = they must have one */
  TlDate          today;       /* nothing was measured later; 0 = whenever */
} TlIntakeChoice;

void        tl_intake_choice_init  (TlIntakeChoice       *choice);
void        tl_intake_choice_clear (TlIntakeChoice       *choice);
void        tl_intake_choice_copy  (TlIntakeChoice       *to,
                                    const TlIntakeChoice *from);
/* The first column of that role, or -1. */
int         tl_intake_find_role    (const TlIntakeChoice *choice,
                                    TlIntakeRole          role);

/* What of a chart an import needs to know. */
typedef struct _TlIntakeTargets TlIntakeTargets;

TlIntakeTargets *tl_intake_targets_new   (const TlChart   *chart) G_GNUC_WARN_UNUSED_RESULT;
TlIntakeTargets *tl_intake_targets_ref   (TlIntakeTargets *targets);
void             tl_intake_targets_unref (TlIntakeTargets *targets);
/* None when there is no such standard. */
TlUnit           tl_intake_targets_unit  (const TlIntakeTargets *targets,
                                          TlId             standard);

/* Why a plan adds nothing until people decide something. */
typedef enum {
  TL_INTAKE_NEEDS_NOTHING,
  TL_INTAKE_NEEDS_A_STANDARD,    /* the chart has none at all */
  TL_INTAKE_NEEDS_STANDARD,
  TL_INTAKE_NEEDS_DATE,
  TL_INTAKE_NEEDS_DAYS,          /* 03/04/2026 could be either */
  TL_INTAKE_NEEDS_VALUE
} TlIntakeNeed;

/* A cell, or a row, that is left out. */
typedef struct {
  guint    row;        /* of the table */
  guint    line;       /* of the file */
  int      column;     /* -1 = the row as a whole */
  char    *text;       /* what stands there */
  char    *reason;     /* translated */
  gboolean is_twice;   /* nothing is wrong with it, but the chart has it already */
} TlIntakeSkip;

typedef struct {
  TlIntakeChoice choice;         /* nothing left to guess but what is needed */
  TlIntakeNeed   need;
  char          *message;        /* what is needed, translated; NULL = nothing */
  GPtrArray     *measurements;   /* of TlMeasurement, by date; its parent is the standard */
  GPtrArray     *left_out;       /* of TlIntakeSkip, by line */
  GPtrArray     *notes;          /* of char *: what was assumed, translated */
  guint          n_rows;         /* without the one that names the columns */
  guint          n_rows_used;
  guint          n_rows_left_out;

  /* Private */
  GHashTable    *known;          /* what was measured already, by standard, time and source */
} TlIntakePlan;

/* Decides what columns hold from their names and cells, unless that was decided. */
void          tl_intake_guess         (const TlCsv           *csv,
                                       TlIntakeTargets       *targets,
                                       TlIntakeChoice        *choice);
/* Everything but the writing; changes nothing. */
TlIntakePlan *tl_intake_plan          (const TlCsv           *csv,
                                       TlIntakeTargets       *targets,
                                       const TlIntakeChoice  *choice) G_GNUC_WARN_UNUSED_RESULT;
void          tl_intake_plan_free     (TlIntakePlan          *plan);
/* All of it as one transaction, or nothing. */
gboolean      tl_intake_apply         (TlChart               *chart,
                                       const TlIntakePlan    *plan,
                                       GError               **error);

/* "997 rows will be added. 3 rows are left out.", or what is needed; when it is @done: "997
 * rows were added." */
char         *tl_intake_summary       (const TlIntakePlan    *plan,
                                       gboolean               done) G_GNUC_WARN_UNUSED_RESULT;
/* What is the matter with one that is left out: "“Date”: “31.02.” is no day". */
char         *tl_intake_skip_text     (const TlIntakePlan    *plan,
                                       const TlCsv           *csv,
                                       const TlIntakeSkip    *skip) G_GNUC_WARN_UNUSED_RESULT;
/* All of them, a line each that begins with the number of its line in the file. */
char         *tl_intake_left_out_text (const TlIntakePlan    *plan,
                                       const TlCsv           *csv) G_GNUC_WARN_UNUSED_RESULT;
/* What a column is called: by the table, else "Column 3". */
char         *tl_intake_column_name   (const TlCsv           *csv,
                                       const TlIntakeChoice  *choice,
                                       guint                  column) G_GNUC_WARN_UNUSED_RESULT;
/* "Value", translated. */
const char   *tl_intake_role_text     (TlIntakeRole           role);
/* "value": for files. */
const char   *tl_intake_role_word     (TlIntakeRole           role);
const char   *tl_intake_period_text   (TlIntakePeriod         period);
/* "month": for the command line. */
const char   *tl_intake_period_word   (TlIntakePeriod         period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIntakeTargets, tl_intake_targets_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIntakePlan, tl_intake_plan_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlIntakeChoice, tl_intake_choice_clear)

G_END_DECLS
