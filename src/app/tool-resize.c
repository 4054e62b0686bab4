/* tool-resize.c - dragging the end of a phase, or the lower edge of a lane.
 *
 * A phase is as wide as its columns and a lane as high as its rows.  What a person
 * gives them is the least they have; steps keep their places, so neither gets smaller
 * than its steps need.
 */
#include "app/tool-private.h"

#include <glib/gi18n-lib.h>

#include "model/ops.h"

static void
resize_press (TlTool *tool,
              TlId    id)
{
  tl_selection_set_one (tl_editor_get_selection (tool->editor), id);
}

/* A lane that was left as it is keeps the least it has. */
static gboolean
resize_release (TlTool  *tool,
                TlId    *made G_GNUC_UNUSED,
                GError **error)
{
  if (tool->preview.kind == TL_GRIP_LANE_EDGE &&
      (int) tool->index == tl_tool_rows_of (tool, tool->id))
    return TRUE;
  return tl_command_resize (tool->editor, tool->id, (int) tool->index, error);
}

/* How many ordinary boxes of @pitch, the last of the @n that are there beginning at
 * @start and @size long, end before @at, or nearly so. */
static int
beyond (int    n,
        double start,
        double size,
        double pitch,
        double at)
{
  return n + (int) MAX (0, (at - start - (size + pitch) / 2) / pitch + 0.5);
}

/* Shows what opens for @target, which a step would stand in, and no place there. */
static void
show_opening (TlTool *tool,
              TlCell  target,
              int     n_columns)
{
  g_array_set_size (tool->targets, 0);
  g_array_set_size (tool->openings, 0);
  g_array_append_val (tool->targets, target);
  if (n_columns > 0)
    g_array_append_vals (tool->openings,
                         &(TlOpening) { target.phase, target.column, n_columns }, 1);
  tl_tool_show_places (tool);
  tool->preview.n_places = 0;
  tool->preview.has_mark = TRUE;
}

/* Phases. */

/* One more than the last column of the phase that a step stands in. */
static int
least_columns (const TlChart *chart,
               TlId           phase)
{
  int least = 1;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (step->phase == phase)
      least = MAX (least, step->column + 1);
  }
  return least;
}

/* How many columns of the phase end before @x, or nearly so. */
static int
columns_until (TlTool        *tool,
               const TlPhase *phase,
               double         x)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);
  TlCell cell = { tl_chart_nth (chart, TL_RECORD_LANE, 0)->id, phase->head.id, 0, 0 };

  for (int n = phase->columns; n > 0; n--) {
    TlBox box;

    cell.column = n - 1;
    box = tl_layout_cell_box (tl_editor_get_layout (tool->editor), &cell);
    if (x > box.x + box.w / 2)
      return n < phase->columns ? n : beyond (n, box.x, box.w, TL_LAYOUT_COLUMN, x);
  }
  return 1;
}

static void
phase_drag (TlTool            *tool,
            const TlToolPoint *point)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);
  const TlScene *scene = tl_editor_get_scene (tool->editor);
  const TlPhase *phase = TL_CHART_GET (chart, PHASE, TlPhase, tool->id);
  TlCell cell = { tl_chart_nth (chart, TL_RECORD_LANE, 0)->id, tool->id, phase->columns, 0 };
  int columns = MAX (columns_until (tool, phase, point->at.x), least_columns (chart, tool->id));
  double more = MAX (0, columns - phase->columns) * TL_LAYOUT_COLUMN;
  TlPoint cut = { 0, 0 };

  tl_tool_forget_drop (tool);
  tool->index = (guint) columns;
  show_opening (tool, cell, columns - phase->columns);
  cell.column = MIN (columns, phase->columns);
  tl_layout_cut_at (tl_editor_get_layout (tool->editor), &cell, &cut);
  tool->preview.mark[0] = (TlPoint) { cut.x + more, scene->phases[0].box.y - 4 };
  tool->preview.mark[1] = (TlPoint) { cut.x + more, scene->grid.y + scene->grid.h };
  tl_tool_say (tool, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d column", "%d columns",
                                                   (gulong) columns), columns));
}

const TlToolRow tl_tool_widen = { resize_press, phase_drag, resize_release };

/* Lanes. */

/* One more than the lowest row of the lane that a step stands in. */
static int
least_rows (const TlChart *chart,
            TlId           lane)
{
  int least = 1;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (step->lane == lane)
      least = MAX (least, step->row + 1);
  }
  return least;
}

int
tl_tool_rows_of (TlTool *tool,
                 TlId    lane)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);

  return MAX (TL_CHART_GET (chart, LANE, TlLane, lane)->rows, least_rows (chart, lane));
}

/* How many rows of the lane, which has @rows, end before @y, or nearly so. */
static int
rows_until (TlTool *tool,
            TlCell  cell,
            int     rows,
            double  y)
{
  for (int n = rows; n > 0; n--) {
    TlBox box;

    cell.row = n - 1;
    box = tl_layout_cell_box (tl_editor_get_layout (tool->editor), &cell);
    if (y > box.y + box.h / 2)
      return n < rows ? n : beyond (n, box.y, box.h, TL_LAYOUT_ROW, y);
  }
  return 1;
}

static void
lane_drag (TlTool            *tool,
           const TlToolPoint *point)
{
  TlChart *chart = tl_editor_get_chart (tool->editor);
  const TlScene *scene = tl_editor_get_scene (tool->editor);
  int before = tl_tool_rows_of (tool, tool->id), rows;
  TlCell cell = { tool->id, tl_chart_nth (chart, TL_RECORD_PHASE, 0)->id, 0, 0 };
  TlPoint cut = { 0, 0 };

  rows = MAX (rows_until (tool, cell, before, point->at.y), least_rows (chart, tool->id));
  tl_tool_forget_drop (tool);
  tool->index = (guint) rows;
  cell.row = rows - 1;
  show_opening (tool, cell, 0);
  tl_layout_cut_at (tl_editor_get_layout (tool->editor), &cell, &cut);
  if (rows < before) {
    TlBox last = tl_layout_cell_box (tl_editor_get_layout (tool->editor), &cell);

    cut.y = last.y + last.h + (TL_LAYOUT_ROW - last.h) / 2;
  }
  cut.y += MAX (0, rows - before) * TL_LAYOUT_ROW;
  tool->preview.mark[0] = (TlPoint) { scene->page.x, cut.y };
  tool->preview.mark[1] = (TlPoint) { scene->grid.x + scene->grid.w, cut.y };
  tl_tool_say (tool, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d row", "%d rows",
                                                   (gulong) rows), rows));
}

const TlToolRow tl_tool_heighten = { resize_press, lane_drag, resize_release };
