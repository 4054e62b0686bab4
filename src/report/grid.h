/* grid.h - tables in a galley.
 *
 *   TlGrid *grid = tl_grid_new (galley, columns, G_N_ELEMENTS (columns));
 *   for (...) {
 *     tl_grid_text (grid, standard->name);
 *     tl_grid_cell (grid, &(TlGridCell) { .text = word, .sign = TL_SIGN_MET });
 *   }
 *   tl_grid_set (grid);
 *
 * Cells fill the rows one after the other.  Columns are as wide as their words ask for;
 * texts wrap in their cells and are never cut off.  A table without rows puts nothing.
 */
#pragma once

#include "report/galley.h"
#include "report/sign.h"

G_BEGIN_DECLS

typedef struct {
  const char *title;     /* of the head; NULL = none */
  double      share;     /* of the width, 0..1; 0 = as its words need */
  gboolean    whole;     /* lines are not broken, where that can be helped: times, dates */
} TlGridColumn;

#define TL_FIT(title)          { (title), 0, FALSE }
#define TL_WHOLE(title)        { (title), 0, TRUE }
#define TL_SHARE(title, share) { (title), (share), FALSE }

typedef struct {
  const char *text;      /* or NULL; copied */
  TlFace      face;      /* 0 = TL_FACE_SMALL */
  TlAlign     align;
  TlSign      sign;      /* before the text */
  const char *link;      /* a place that it leads to, or NULL; copied */
  guint       span;      /* columns it takes; 0 = one */
} TlGridCell;

typedef struct _TlGrid TlGrid;

/* @columns: lent until the grid is set. */
TlGrid  *tl_grid_new   (TlGalley            *galley,
                        const TlGridColumn  *columns,
                        guint                n_columns) G_GNUC_WARN_UNUSED_RESULT;
/* Lines between the columns too: for tables to be written in. */
void     tl_grid_rule  (TlGrid              *grid);
/* Rows to come are at least so high, in points. */
void     tl_grid_least (TlGrid              *grid,
                        double               height);
/* The row that begins now goes on from the one above it in the columns before @column:
 * no line between them there, and both on one page. */
void     tl_grid_join  (TlGrid              *grid,
                        guint                column);
/* The row that begins now stays on one page with the one above it. */
void     tl_grid_keep  (TlGrid              *grid);
/* The last row is repeated to the foot of its page. */
void     tl_grid_fill  (TlGrid              *grid);

void     tl_grid_cell  (TlGrid              *grid,
                        const TlGridCell    *cell);
void     tl_grid_text  (TlGrid              *grid,
                        const char          *text);

/* A cell that says whether a standard is met, by shape and word. */
void     tl_grid_verdict (TlGrid            *grid,
                        TlVerdict            verdict);

/* Hands the table to its galley, and frees it. */
void     tl_grid_set   (TlGrid              *grid);

G_END_DECLS
