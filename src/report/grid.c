/* grid.c - tables in a galley. */
#include "report/grid.h"

#define TABLE_GAP  6.0
/* Of writing that is not zoomed. */
#define PAD_X      4.0
#define PAD_Y      3.5
#define SIGN_SIZE  8.5
#define SIGN_ROOM 13.0

#define RULE       0.5
#define HEAD_RULE  1.0

/* No word makes a column wider than this share of the table, and none is asked to be
 * wider than that for the sake of one line. */
#define WORD_MOST  0.4
#define LINE_MOST  0.7
#define WHOLE_MOST 0.25    /* the same for a column whose lines are not to be broken */

typedef struct {
  char       *text, *link;   /* owned */
  TlFace      face;
  TlAlign     align;
  TlSign      sign;
  guint       column, span;

  /* While setting */
  PangoLayout *layout;       /* owned */
} Cell;

typedef struct {
  guint    first, n;         /* of its cells */
  guint    joined;           /* columns that go on from the row above */
  gboolean kept;             /* with the row above */
  double   least;
} Row;

struct _TlGrid {
  /* Borrowed */
  TlGalley           *galley;
  const TlGridColumn *columns;
  guint               n_columns;

  /* Owned */
  GArray *cells;             /* Cell */
  GArray *rows;              /* Row */
  double *x;                 /* n_columns + 1: where columns begin */
  double  pad_x, pad_y, sign_size, sign_room;

  /* State */
  guint    used;             /* columns of the last row that are filled */
  guint    joined;           /* of the row to come */
  gboolean kept;
  double   least;
  gboolean ruled, fills;
};

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->link);
  g_clear_object (&cell->layout);
}

TlGrid *
tl_grid_new (TlGalley           *galley,
             const TlGridColumn *columns,
             guint               n_columns)
{
  TlGrid *grid = g_new0 (TlGrid, 1);

  grid->galley = galley;
  grid->columns = columns;
  grid->n_columns = n_columns;
  grid->used = n_columns;
  grid->pad_x = PAD_X * galley->zoom;
  grid->pad_y = PAD_Y * galley->zoom;
  grid->sign_size = SIGN_SIZE * galley->zoom;
  grid->sign_room = SIGN_ROOM * galley->zoom;
  grid->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (grid->cells, cell_clear);
  grid->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  grid->x = g_new0 (double, n_columns + 1);
  return grid;
}

static void
grid_free (TlGrid *grid)
{
  g_array_unref (grid->cells);
  g_array_unref (grid->rows);
  g_free (grid->x);
  g_free (grid);
}

void
tl_grid_rule (TlGrid *grid)
{
  grid->ruled = TRUE;
}

void
tl_grid_least (TlGrid *grid,
               double  height)
{
  grid->least = height;
}

void
tl_grid_join (TlGrid *grid,
              guint   column)
{
  grid->joined = column;
  grid->kept = TRUE;
}

void
tl_grid_keep (TlGrid *grid)
{
  grid->kept = TRUE;
}

void
tl_grid_fill (TlGrid *grid)
{
  grid->fills = TRUE;
}

static Row *
last_row (TlGrid *grid)
{
  return &g_array_index (grid->rows, Row, grid->rows->len - 1);
}

void
tl_grid_cell (TlGrid           *grid,
              const TlGridCell *given)
{
  Cell cell = {
    .text = g_strdup (given->text != NULL ? given->text : ""), .link = g_strdup (given->link),
    .face = given->face != 0 ? given->face : TL_FACE_SMALL, .align = given->align,
    .sign = given->sign, .span = MAX (given->span, 1),
  };

  if (grid->used == grid->n_columns) {
    Row row = { .first = grid->cells->len, .joined = grid->joined, .kept = grid->kept,
                .least = grid->least };

    g_array_append_val (grid->rows, row);
    grid->joined = 0;
    grid->kept = FALSE;
    grid->used = 0;
  }
  g_assert (grid->used + cell.span <= grid->n_columns);
  cell.column = grid->used;
  grid->used += cell.span;
  last_row (grid)->n++;
  g_array_append_val (grid->cells, cell);
}

void
tl_grid_text (TlGrid     *grid,
              const char *text)
{
  tl_grid_cell (grid, &(TlGridCell) { .text = text });
}

void
tl_grid_verdict (TlGrid    *grid,
                 TlVerdict  verdict)
{
  static const TlSign signs[] = {
    [TL_VERDICT_NEVER] = TL_SIGN_EMPTY, [TL_VERDICT_UNCLEAR] = TL_SIGN_EMPTY,
    [TL_VERDICT_MET] = TL_SIGN_MET, [TL_VERDICT_MISSED] = TL_SIGN_MISSED,
  };

  tl_grid_cell (grid, &(TlGridCell) { .text = tl_verdict_text (verdict), .sign = signs[verdict],
                                      .face = TL_FACE_LABEL });
}

/* Widths. */

/* What a column asks for: for its longest word, for what is not to be broken, and for all
 * on one line. */
typedef struct {
  double word, whole, line;
} Wish;

static void
wish_for (TlGrid     *grid,
          TlPage     *page,
          Wish       *wish,
          TlFace      face,
          double      extra,
          const char *text)
{
  double whole = grid->galley->width;
  g_autoptr (PangoLayout) layout = tl_page_layout (page, face, 0, TL_ALIGN_START, text);

  wish->line = MAX (wish->line, MIN (tl_layout_width (layout) + extra, whole * LINE_MOST));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  wish->word = MAX (wish->word, MIN (tl_layout_width (layout) + extra, whole * WORD_MOST));
  wish->line = MAX (wish->line, wish->word);
}

static void
collect_wishes (TlGrid *grid,
                Wish   *wishes)
{
  g_autoptr (TlPage) page = tl_galley_page (grid->galley, 1);

  for (guint i = 0; i < grid->n_columns; i++) {
    if (grid->columns[i].title != NULL)
      wish_for (grid, page, &wishes[i], TL_FACE_LABEL, 2 * grid->pad_x + 0.5,
                grid->columns[i].title);
  }
  for (guint i = 0; i < grid->cells->len; i++) {
    const Cell *cell = &g_array_index (grid->cells, Cell, i);
    /* Half a point more, for widths are rounded on their way to where lines are broken. */
    double extra = 2 * grid->pad_x + 0.5 + (cell->sign != TL_SIGN_NONE ? grid->sign_room : 0);

    if (cell->span == 1)
      wish_for (grid, page, &wishes[cell->column], cell->face, extra, cell->text);
  }
  for (guint i = 0; i < grid->n_columns; i++) {
    double most = grid->galley->width * WHOLE_MOST;

    wishes[i].whole = wishes[i].word;
    if (grid->columns[i].whole)
      wishes[i].whole = MAX (wishes[i].word, MIN (wishes[i].line, most));
  }
}

/* Widths between two wishes, so that together they fill the room. */
static double
between (double less,
         double more,
         double sum_less,
         double sum_more,
         double room)
{
  return less + (room - sum_less) * (more - less) / (sum_more - sum_less);
}

/* Gives @room to columns without a share: every one its longest word, then what is not to
 * be broken, and what is left by how much more it asks for.  Words give way when even they
 * do not fit. */
static void
share_room (TlGrid     *grid,
            const Wish *wishes,
            double      room,
            double     *widths)
{
  Wish sum = { 0, 0, 0 };

  for (guint i = 0; i < grid->n_columns; i++) {
    if (grid->columns[i].share > 0)
      continue;
    sum.word += wishes[i].word;
    sum.whole += wishes[i].whole;
    sum.line += wishes[i].line;
  }
  for (guint i = 0; i < grid->n_columns; i++) {
    const Wish *wish = &wishes[i];

    if (grid->columns[i].share > 0)
      widths[i] = grid->columns[i].share * grid->galley->width;
    else if (sum.word >= room)
      widths[i] = wish->word * room / sum.word;
    else if (sum.whole >= room)
      widths[i] = between (wish->word, wish->whole, sum.word, sum.whole, room);
    else if (sum.line > room)
      widths[i] = between (wish->whole, wish->line, sum.whole, sum.line, room);
    else
      widths[i] = wish->line * room / sum.line;
  }
}

static void
choose_widths (TlGrid *grid)
{
  g_autofree Wish *wishes = g_new0 (Wish, grid->n_columns);
  g_autofree double *widths = g_new0 (double, grid->n_columns);
  double room = grid->galley->width;

  collect_wishes (grid, wishes);
  for (guint i = 0; i < grid->n_columns; i++)
    room -= grid->columns[i].share * grid->galley->width;
  share_room (grid, wishes, room, widths);
  for (guint i = 0; i < grid->n_columns; i++)
    grid->x[i + 1] = grid->x[i] + widths[i];
}

/* Rows. */

static const Cell *
cell_of (const TlGrid *grid,
         const Row    *row,
         guint         i)
{
  return &g_array_index (grid->cells, Cell, row->first + i);
}

/* Where the writing of a cell begins, and how wide it may be. */
static double
writing (const TlGrid *grid,
         const Cell   *cell,
         double       *width)
{
  double indent = grid->pad_x + (cell->sign != TL_SIGN_NONE ? grid->sign_room : 0);
  double left = grid->x[cell->column] + indent;

  *width = MAX (grid->x[cell->column + cell->span] - grid->pad_x - left, 1);
  return left;
}

static guint
n_lines (const Cell *cell)
{
  return (guint) pango_layout_get_line_count (cell->layout);
}

/* Lines under the row from column @from on, and between columns where they are asked for. */
static void
put_rules (const TlGrid *grid,
           TlPage       *page,
           double        height,
           guint         from,
           gboolean      under)
{
  TlColour ink = grid->ruled ? grid->galley->pages->theme->text
                             : grid->galley->pages->theme->muted;
  double right = grid->x[grid->n_columns];

  if (under && from < grid->n_columns)
    tl_page_line (page, (TlPoint) { grid->x[from], height }, (TlPoint) { right, height }, ink, RULE,
                  0);
  for (guint i = 0; grid->ruled && i <= grid->n_columns; i++)
    tl_page_line (page, (TlPoint) { grid->x[i], 0 }, (TlPoint) { grid->x[i], height }, ink, RULE,
                  0);
}

static void
put_cell_start (const TlGrid *grid,
                TlPage       *page,
                const Cell   *cell,
                double        height)
{
  double x = grid->x[cell->column], line = tl_layout_lines_height (cell->layout, 0, 1);

  if (cell->sign != TL_SIGN_NONE)
    tl_sign_put (page, grid->galley->pages->theme, cell->sign,
                 (TlPoint) { x + grid->pad_x, grid->pad_y + (line - grid->sign_size) / 2 },
                 grid->sign_size);
  if (cell->link != NULL)
    tl_page_link (page, (TlBox) { x, 0, grid->x[cell->column + cell->span] - x, height },
                  cell->link);
}

/* The part of a row from line @first on, @n lines of each cell. */
static TlPiece *
add_part (TlGrid    *grid,
          const Row *row,
          guint      first,
          guint      n,
          double     height,
          double     before)
{
  TlPiece *piece = tl_galley_add (grid->galley, before, height);
  double top = first == 0 ? grid->pad_y : 0;

  for (guint i = 0; i < row->n; i++) {
    const Cell *cell = cell_of (grid, row, i);
    double width, x = writing (grid, cell, &width);

    if (first == 0)
      put_cell_start (grid, piece->marks, cell, height);
    if (first < n_lines (cell) && *cell->text != '\0')
      tl_page_put_lines (piece->marks, cell->layout, first, MIN (n, n_lines (cell) - first),
                         (TlPoint) { x, top }, grid->galley->pages->theme->text);
  }
  return piece;
}

static double
row_height (const TlGrid *grid,
            const Row    *row)
{
  double height = 0;

  for (guint i = 0; i < row->n; i++)
    height = MAX (height, tl_layout_height (cell_of (grid, row, i)->layout));
  return MAX (height + 2 * grid->pad_y, row->least);
}

/* A row too high to be kept whole, line by line. */
static void
add_high_row (TlGrid    *grid,
              const Row *row,
              guint      head,
              guint      next_joined)
{
  guint n = 0;

  for (guint i = 0; i < row->n; i++)
    n = MAX (n, n_lines (cell_of (grid, row, i)));
  for (guint line = 0; line < n; line++) {
    double height = (line == 0 ? grid->pad_y : 0) + (line + 1 == n ? grid->pad_y : 0);
    double highest = 0;
    TlPiece *piece;

    for (guint i = 0; i < row->n; i++) {
      const Cell *cell = cell_of (grid, row, i);

      if (line < n_lines (cell))
        highest = MAX (highest, tl_layout_lines_height (cell->layout, line, 1));
    }
    height += highest;
    piece = add_part (grid, row, line, 1, height, 0);
    piece->head = head;
    piece->keep = line == 0 || line + 2 == n;
    put_rules (grid, piece->marks, height, next_joined, line + 1 == n);
  }
}

static void
add_row (TlGrid *grid,
         guint   index,
         guint   head)
{
  const Row *row = &g_array_index (grid->rows, Row, index);
  gboolean last = index + 1 == grid->rows->len;
  const Row *next = last ? NULL : &g_array_index (grid->rows, Row, index + 1);
  guint next_joined = last ? 0 : next->joined;
  double height;
  TlPiece *piece;

  for (guint i = 0; i < row->n; i++) {
    Cell *cell = &g_array_index (grid->cells, Cell, row->first + i);
    g_autoptr (TlPage) page = tl_galley_page (grid->galley, 1);
    double width;

    writing (grid, cell, &width);
    cell->layout = tl_page_layout (page, cell->face, width, cell->align, cell->text);
  }
  height = row_height (grid, row);
  if (height > grid->galley->height / 2 && height > row->least) {
    add_high_row (grid, row, head, next_joined);
    return;
  }
  piece = add_part (grid, row, 0, G_MAXUINT, height, 0);
  piece->head = head;
  piece->keep = !last && next->kept;
  piece->fills = last && grid->fills;
  put_rules (grid, piece->marks, height, next_joined, TRUE);
}

static gboolean
has_head (const TlGrid *grid)
{
  for (guint i = 0; i < grid->n_columns; i++) {
    if (grid->columns[i].title != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Adds the head, and keeps a copy to repeat.  Returns what pieces under it bear. */
/* A title stands over what it is about: set as the first cell of its column is. */
static TlAlign
title_align (const TlGrid *grid,
             guint         column)
{
  for (guint i = 0; i < grid->cells->len; i++) {
    const Cell *cell = &g_array_index (grid->cells, Cell, i);

    if (cell->column == column && cell->span <= 1)
      return cell->align;
  }
  return TL_ALIGN_START;
}

static guint
add_head (TlGrid *grid)
{
  TlColour ink = grid->galley->pages->theme->text;
  double height = 0, right = grid->x[grid->n_columns];
  TlPage *head = tl_galley_page (grid->galley, 1);
  TlPiece *piece;

  for (guint i = 0; i < grid->n_columns; i++) {
    double width = MAX (grid->x[i + 1] - grid->x[i] - 2 * grid->pad_x, 1), own;

    if (grid->columns[i].title == NULL)
      continue;
    own = tl_page_text (head, TL_FACE_LABEL, ink,
                        (TlBox) { grid->x[i] + grid->pad_x, grid->pad_y, width, 0 },
                        title_align (grid, i), grid->columns[i].title);
    height = MAX (height, own);
  }
  height += 2 * grid->pad_y;
  tl_page_line (head, (TlPoint) { 0, height }, (TlPoint) { right, height }, ink, HEAD_RULE, 0);
  if (grid->ruled)
    tl_page_line (head, (TlPoint) { 0, 0 }, (TlPoint) { right, 0 }, ink, RULE, 0);
  put_rules (grid, head, height, 0, FALSE);

  {
    TlPage *kept = tl_galley_page (grid->galley, height);

    tl_page_paste (kept, head, (TlPoint) { 0, 0 });
    g_ptr_array_add (grid->galley->heads, kept);
  }
  piece = tl_galley_add (grid->galley, TABLE_GAP, height);
  tl_page_paste (piece->marks, head, (TlPoint) { 0, 0 });
  piece->keep = TRUE;
  tl_page_free (head);
  return grid->galley->heads->len;
}

void
tl_grid_set (TlGrid *grid)
{
  guint head = 0;

  g_assert (grid->used == grid->n_columns);
  if (grid->rows->len == 0) {
    grid_free (grid);
    return;
  }
  choose_widths (grid);
  if (has_head (grid))
    head = add_head (grid);
  else
    tl_galley_space (grid->galley, TABLE_GAP);
  for (guint i = 0; i < grid->rows->len; i++)
    add_row (grid, i, head);
  tl_galley_space (grid->galley, TABLE_GAP);
  grid_free (grid);
}
