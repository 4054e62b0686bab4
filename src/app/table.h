/* table.h - a table of the bottom pane, described: what its rows are, and its columns.
 *
 * A new table is a function that lists its rows and a const table of columns; showing,
 * sorting, filtering, grouping, copying, editing in place and sharing the selection
 * follow (see table-model.h and table-view.h).
 */
#pragma once

#include "analysis/finding.h"
#include "app/chart-index.h"

G_BEGIN_DECLS

/* Registers are only named here: what they include calls things by names that the rest of
 * the window has for others. */
typedef struct _TlRegister TlRegister;

/* What tables look things up in; see table-data.h. */
typedef struct {
  /* Borrowed */
  TlEditor      *editor;
  TlChart       *chart;
  const TlOrder *order;      /* NULL when the chart has changed since */
  const TlFindings *findings;   /* NULL when the table does not need them */

  /* Owned; NULL when the table does not need it */
  TlChartIndex  *index;
  gpointer       figures;    /* TlFigures */
  TlRegister    *reg;
  guint         *entries;    /* by column of the table: which of the register */
} TlTableData;

typedef struct {
  TlId  id;       /* the record the row is about: selected with it, and jumped to */
  guint index;    /* of tables whose rows are no records; else 0 */
} TlTableRow;

typedef enum {
  TL_COLUMN_PLAIN  = 0,
  TL_COLUMN_NUMBER = 1 << 0,   /* set to the right, with figures of one width */
  TL_COLUMN_WIDE   = 1 << 1,   /* takes the room that is left; one of a table, the first */
  TL_COLUMN_GROUPS = 1 << 2,   /* rows can be grouped by it */
  TL_COLUMN_BADGE  = 1 << 3,   /* a cell that has a style is a badge */
  TL_COLUMN_FILTERS = 1 << 4,  /* rows can be chosen by what it says */
  TL_COLUMN_SPARE  = 1 << 5    /* gives room while a step or a question is led through */
} TlColumnFlags;

typedef struct {
  const char   *title;         /* translatable */
  TlColumnFlags flags;
  int           width;         /* characters at first; of a wide one at least */
  const char   *edits;         /* field of the row's record that is edited here, or NULL */
  /* NULL or "" shows nothing. */
  char       *(*text)  (const TlTableData *data,
                        TlTableRow         row);
  /* What it is sorted and grouped by; NULL: its text. */
  double      (*key)   (const TlTableData *data,
                        TlTableRow         row);
  /* For the style sheet: "high"; NULL: plain text. */
  const char *(*style) (const TlTableData *data,
                        TlTableRow         row);
  const char   *entry;         /* column of the register that says all this instead */
} TlTableColumn;

typedef enum {
  TL_TABLE_NEEDS_NOTHING  = 0,
  TL_TABLE_NEEDS_REGISTER = 1 << 0,
  TL_TABLE_NEEDS_FINDINGS = 1 << 1,
  TL_TABLE_NEEDS_INDEX    = 1 << 2
} TlTableNeeds;

typedef struct {
  const char     *name;
  const char     *title;       /* translatable */
  const char     *empty;       /* translatable, said when there is no row at all */
  const TlTableColumn *columns;
  guint           n_columns;
  /* Appends TlTableRow in the order they have by themselves. */
  void          (*fill)  (const TlTableData *data,
                          GArray            *rows);
  /* A row read aloud; NULL: its texts one after the other. */
  char         *(*speak) (const TlTableData *data,
                          TlTableRow         row);
  TlTableNeeds    needs;
  int             reg;         /* TlRegisterKind, with TL_TABLE_NEEDS_REGISTER */
  /* What can be settled with a row; NULL: its rows are no findings.  Lent. */
  const TlFinding *(*finding) (const TlTableData *data,
                               TlTableRow         row);
} TlTable;

extern const TlTable tl_table_steps;
extern const TlTable tl_table_failures;
extern const TlTable tl_table_recoveries;
extern const TlTable tl_table_gaps;
extern const TlTable tl_table_standards;
extern const TlTable tl_table_findings;
extern const TlTable tl_table_items;

G_END_DECLS
