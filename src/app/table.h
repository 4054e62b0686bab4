/* table.h - a table of the bottom pane, described: what its rows are, and its columns.
 *
 * A new table is a function that lists its rows and a const table of columns; showing,
 * sorting, filtering, grouping, copying, editing in place and sharing the selection
 * follow (see table-model.h and table-view.h).
 */
#pragma once

#include "app/chart-index.h"

G_BEGIN_DECLS

/* What tables look things up in, as long as the chart stays as it is. */
typedef struct {
  TlEditor     *editor;   /* borrowed */
  TlChart      *chart;    /* borrowed */
  const TlOrder *order;
  TlChartIndex *index;
} TlTableData;

typedef struct {
  TlId  id;       /* the record the row is about: selected with it, and jumped to */
  guint index;    /* of tables whose rows are no records; else 0 */
} TlTableRow;

typedef enum {
  TL_COLUMN_PLAIN  = 0,
  TL_COLUMN_NUMBER = 1 << 0,   /* set to the right, with figures of one width */
  TL_COLUMN_WIDE   = 1 << 1,   /* takes the room that is left; one of a table, the first */
  TL_COLUMN_GROUPS = 1 << 2    /* rows can be grouped by it */
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
} TlColumn;

typedef struct {
  const char     *name;
  const char     *title;       /* translatable */
  const char     *empty;       /* translatable, said when there is no row at all */
  const TlColumn *columns;
  guint           n_columns;
  /* Appends TlTableRow in the order they have by themselves. */
  void          (*fill)  (const TlTableData *data,
                          GArray            *rows);
  /* A row read aloud; NULL: its texts one after the other. */
  char         *(*speak) (const TlTableData *data,
                          TlTableRow         row);
} TlTable;

extern const TlTable tl_table_steps;
extern const TlTable tl_table_failures;
extern const TlTable tl_table_recoveries;

G_END_DECLS
