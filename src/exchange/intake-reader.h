/* intake-reader.h - a table of measurements on its way into a plan.
 *
 * Private to intake-plan.c, intake-row.c and intake-case.c.
 *
 * Rules of use: tl_reader_begin_row() before anything else of a row.  What cannot be used is
 * left out of the plan with its reason, in the words of the person's language.
 */
#pragma once

#include "exchange/intake-private.h"

G_BEGIN_DECLS

/* How the bare numbers of a column of cases are meant. */
typedef enum {
  TL_NUMBERS_ARE_VALUES, TL_NUMBERS_ARE_YES_NO, TL_NUMBERS_ARE_ANSWERS
} TlIntakeNumbers;

typedef struct {
  /* Borrowed */
  const TlCsv           *csv;
  const TlIntakeTargets *targets;
  TlIntakePlan          *plan;

  /* Owned */
  GArray          *cases;      /* TlIntakeCase */
  TlIntakeNumbers *numbers;    /* by column */

  /* State */
  int      column[TL_INTAKE_N_ROLES];   /* the first of each role, or -1 */
  guint    row;
  TlDate   date;
  TlMethod source;
  int      n;          /* cases of the row, or 0 */
  double   share;      /* or NaN */
  gboolean used;       /* something of the row is a measurement */
} TlIntakeReader;

/* Reads the date, source, number of cases and share of reader->row; FALSE when the row is left
 * out. */
gboolean              tl_reader_begin_row   (TlIntakeReader       *reader);
/* What the row says in the first column of that role; "" without one. */
const char           *tl_reader_cell        (const TlIntakeReader *reader,
                                             TlIntakeRole          role);
/* Leaves out the cell of that column, or the row when it is -1.  Always FALSE. */
gboolean              tl_reader_skip        (TlIntakeReader       *reader,
                                             int                   column,
                                             const char           *reason);
/* The standard of the whole row; NULL when it names none, which has been told. */
const TlIntakeTarget *tl_reader_standard    (TlIntakeReader       *reader);
/* A value in the unit of @target's standard; FALSE when it is none, which has been told. */
gboolean              tl_reader_value       (TlIntakeReader       *reader,
                                             const TlIntakeTarget *target,
                                             const char           *text,
                                             int                   column,
                                             double               *value);
/* Adds the row's measurement to the plan.  @column: of its value, or -1. */
void                  tl_reader_measurement (TlIntakeReader       *reader,
                                             const TlIntakeTarget *target,
                                             int                   column);

/* Adds the row's case to reader->cases.  @column: of its value. */
void                  tl_reader_case        (TlIntakeReader       *reader,
                                             const TlIntakeTarget *target,
                                             int                   column);
/* The same for a case that is the time between two moments. */
void                  tl_reader_span        (TlIntakeReader       *reader,
                                             const TlIntakeTarget *target);
/* How bare numbers of @column are meant: ones and zeros are yes and no; whole numbers on the
 * scale of a soft standard are answers. */
TlIntakeNumbers       tl_reader_numbers     (const TlIntakeReader *reader,
                                             const TlIntakeTarget *target,
                                             guint                 column);

G_END_DECLS
