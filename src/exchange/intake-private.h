/* intake-private.h - what the files of the intake share. */
#pragma once

#include "exchange/intake.h"

G_BEGIN_DECLS

#define TL_NPS_POINTS 11

/* A standard as the chart had it. */
typedef struct {
  TlId           id;
  char          *name;
  TlStandardType type;
  TlUnit         unit;
  TlBetter       better;
  double         target, share;
  TlMethod       method;
  TlMeasurement *had;       /* head, date and source of what was measured already */
  guint          n_had;
} TlIntakeTarget;

struct _TlIntakeTargets {
  GArray     *all;          /* TlIntakeTarget */
  GHashTable *names;        /* plain id or name -> index + 1; of names that two share, 0 */
  GHashTable *steps;        /* plain id or label of a step -> GArray of index */
  int         scale;
};

const TlIntakeTarget *tl_targets_get   (const TlIntakeTargets *targets,
                                        TlId                   id);
/* Whom @text names, itself or as a step; @reason, translated, says why nobody. */
const TlIntakeTarget *tl_targets_find  (const TlIntakeTargets *targets,
                                        const char            *text,
                                        char                 **reason);
/* Points of the scale that answers for @target are given on: 5, 7, or 11 from 0 on. */
int                   tl_targets_points (const TlIntakeTargets *targets,
                                         const TlIntakeTarget  *target);

/* What the name of a column says. */
typedef struct {
  TlIntakeRole role;
  int          sure;     /* 2: the name is a word for it; 1: holds one; 0: says nothing */
  int          point;    /* of a count, or -1 */
  double       unit;     /* seconds of the unit of time it names, or 0 */
} TlIntakeHint;

TlIntakeHint  tl_intake_read_name     (const char            *name);
/* The method that words stand for, or none. */
TlMethod      tl_intake_read_source   (const char            *text);

/* First row with data. */
guint         tl_intake_first_row     (const TlIntakeChoice  *choice);
/* Fills in what is to be guessed from cells once it is known what columns hold. */
void          tl_intake_settle        (const TlCsv           *csv,
                                       const TlIntakeTargets *targets,
                                       TlIntakeChoice        *choice,
                                       GPtrArray             *notes);

/* One case of a standard. */
typedef struct {
  const TlIntakeTarget *target;
  TlMethod source;
  TlDate   date;
  double   value;       /* in the standard's unit; of an answer its point */
  gboolean is_answer;
  guint    row;
  int      column;
} TlIntakeCase;

TlIntakePlan *tl_intake_plan_new      (const TlIntakeChoice  *choice);
/* What the chart has already. */
void          tl_intake_plan_know     (TlIntakePlan          *plan,
                                       const TlIntakeTargets *targets);
/* To the four places that a mean is kept to. */
double        tl_intake_round         (double                 value);
/* Sums cases up into measurements of @plan. */
void          tl_intake_sum_up        (const TlIntakeTargets *targets,
                                       const TlCsv           *csv,
                                       GArray                *cases,
                                       TlIntakePlan          *plan);
/* Adds @measurement (taken) of @target, unless it was measured already.  @row and @column:
 * where it stands in the table. */
gboolean      tl_intake_take          (TlIntakePlan          *plan,
                                       const TlCsv           *csv,
                                       const TlIntakeTarget  *target,
                                       TlMeasurement         *measurement,
                                       guint                  row,
                                       int                    column);
void          tl_intake_skip          (TlIntakePlan          *plan,
                                       const TlCsv           *csv,
                                       guint                  row,
                                       int                    column,
                                       char                  *reason);
/* The same for one of the cases of a time that was measured already. */
void          tl_intake_skip_again    (TlIntakePlan          *plan,
                                       const TlCsv           *csv,
                                       guint                  row,
                                       int                    column);
/* What the unit allows; NULL: @value is fine. */
char         *tl_intake_check_value   (const TlIntakeTargets *targets,
                                       const TlIntakeTarget  *target,
                                       double                 value);
/* A number that is the same for days of the same period. */
guint         tl_intake_period_of     (TlIntakePeriod         period,
                                       TlDate                 date);

G_END_DECLS
