/* test-tools.c - dragging on a chart, without a display: press here, move there. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/tool.h"
#include "chart-maker.h"
#include "charts.h"

typedef struct {
  TlDocument *document;
  TlEditor   *editor;
  TlTool     *tool;
  TlChart    *chart;    /* borrowed */
  guint       n_changes;
} Desk;

static void
changed_cb (TlEditor *editor,
            guint    *n)
{
  (*n)++;
}

static void
desk_take (Desk    *desk,
           TlChart *chart)
{
  desk->document = tl_document_new (chart);
  desk->editor = tl_editor_new (desk->document);
  desk->tool = tl_tool_new (desk->editor);
  desk->chart = tl_document_get_chart (desk->document);
  desk->n_changes = 0;
  g_signal_connect (desk->editor, "changed", G_CALLBACK (changed_cb), &desk->n_changes);
}

static void
desk_open (Desk       *desk,
           const char *drawing)
{
  desk_take (desk, tl_test_chart (drawing));
}

static void
desk_close (Desk *desk)
{
  tl_test_valid (desk->chart);
  tl_tool_free (desk->tool);
  g_object_unref (desk->editor);
  g_object_unref (desk->document);
}

static const TlScene *
scene_of (Desk *desk)
{
  return tl_editor_get_scene (desk->editor);
}

static TlToolPoint
at (double x,
    double y)
{
  return (TlToolPoint) { .at = { x, y }, .seen = { x, y }, .pixel = 1.0 };
}

/* A place in words, with "+DX,DY" to go on from there:
 *   b     the middle of step b            b|    just inside its right edge
 *   b>    its handle at the right         b_    its handle below
 *   a-b   the middle of a connector's longest run
 *   a-b^  where it begins                 a-b$  where it ends
 *   #C    the header of lane C            #P1   the header of a phase
 *   #P1|  the right end of a phase        #C|   the lower edge of a lane's header
 *   C/P1/2/0   the middle of a cell
 *   f     the badge of a failure point or recovery procedure
 */

static TlPoint
middle_of_run (const TlScene          *scene,
               const TlSceneConnector *connector)
{
  const TlPoint *points = scene->points + connector->first_point;
  TlPoint middle = points[0];
  double longest = -1;

  for (guint i = 0; i + 1 < connector->n_points; i++) {
    double length = fabs (points[i + 1].x - points[i].x) + fabs (points[i + 1].y - points[i].y);

    if (length > longest) {
      longest = length;
      middle = (TlPoint) { (points[i].x + points[i + 1].x) / 2,
                           (points[i].y + points[i + 1].y) / 2 };
    }
  }
  return middle;
}

static TlPoint
header_point (Desk       *desk,
              const char *name,
              gboolean    end)
{
  const TlScene *scene = scene_of (desk);
  TlId id = tl_test_id (desk->chart, name);

  for (guint i = 0; i < scene->n_bands; i++) {
    TlBox box = scene->bands[i].header;

    if (scene->bands[i].id == id)
      return end ? (TlPoint) { box.x + box.w / 2, box.y + box.h } : tl_box_centre (box);
  }
  for (guint i = 0; i < scene->n_phases; i++) {
    TlBox box = scene->phases[i].box;

    if (scene->phases[i].id == id)
      return end ? (TlPoint) { box.x + box.w, box.y + box.h / 2 } : tl_box_centre (box);
  }
  g_error ("there is no header “%s”", name);
}

static TlPoint
cell_point (Desk       *desk,
            const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "/", 4);
  TlCell cell = { tl_test_id (desk->chart, parts[0]), tl_test_id (desk->chart, parts[1]),
                  atoi (parts[2]), atoi (parts[3]) };

  return tl_box_centre (tl_layout_cell_box (tl_editor_get_layout (desk->editor), &cell));
}

static TlPoint
record_point (Desk       *desk,
              const char *name,
              char        mark)
{
  const TlScene *scene = scene_of (desk);
  TlId id = tl_test_id (desk->chart, name);
  const TlSceneStep *step = tl_scene_step (scene, id);
  const TlSceneConnector *connector = tl_scene_connector (scene, id);
  TlPoint at;

  for (guint i = 0; i < scene->n_badges; i++) {
    if (scene->badges[i].id == id && scene->badges[i].kind != TL_BADGE_WAIT)
      return tl_box_centre (scene->badges[i].box);
  }
  if (connector != NULL)
    return mark == '^' ? scene->points[connector->first_point]
           : mark == '$' ? scene->points[connector->first_point + connector->n_points - 1]
                         : middle_of_run (scene, connector);
  at = tl_box_centre (step->box);
  if (mark == '|')
    at.x += step->box.w / 2 - 2;
  else if (mark == '>')
    at.x += step->box.w / 2 + TL_TOOL_REACH;
  else if (mark == '_')
    at.y += step->box.h / 2 + TL_TOOL_REACH;
  return at;
}

static TlToolPoint
place (Desk       *desk,
       const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "+", 2);
  char *name = parts[0];
  gsize length = strlen (name);
  char mark = strchr ("|>_^$", name[length - 1]) != NULL ? name[length - 1] : '\0';
  TlPoint point;

  if (mark != '\0')
    name[length - 1] = '\0';
  if (name[0] == '#')
    point = header_point (desk, name + 1, mark == '|');
  else if (strchr (name, '/') != NULL)
    point = cell_point (desk, name);
  else
    point = record_point (desk, name, mark);
  if (parts[1] != NULL) {
    g_auto (GStrv) by = g_strsplit (parts[1], ",", 2);

    point.x += g_ascii_strtod (by[0], NULL);
    point.y += g_ascii_strtod (by[1], NULL);
  }
  return at (point.x, point.y);
}

static void
choose (Desk       *desk,
        const char *names)
{
  g_auto (GStrv) words = g_strsplit (names, " ", -1);

  tl_selection_set_one (tl_editor_get_selection (desk->editor), TL_ID_NONE);
  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    tl_selection_toggle (tl_editor_get_selection (desk->editor),
                         tl_test_id (desk->chart, words[i]));
}

static gboolean
is_selected (Desk       *desk,
             const char *name)
{
  return tl_selection_contains (tl_editor_get_selection (desk->editor),
                                tl_test_id (desk->chart, name));
}

/* Selecting with the rubber band. */

static void
test_band (void)
{
  Desk desk;
  TlToolPoint from, to;
  TlId made;

  desk_open (&desk, "C: a b c | d\nS: . . . .\na>b b>c c>d");
  from = place (&desk, "a+-90,-48");
  to = place (&desk, "b+90,48");
  g_assert_true (tl_tool_press (desk.tool, &from));
  tl_tool_drag (desk.tool, &to);
  g_assert_cmpint (tl_tool_get_preview (desk.tool)->kind, ==, TL_GRIP_ROOM);
  g_assert_true (is_selected (&desk, "a") && is_selected (&desk, "b"));
  g_assert_false (is_selected (&desk, "c"));
  g_assert_true (tl_tool_release (desk.tool, &made, NULL));
  g_assert_false (tl_tool_is_busy (desk.tool));

  /* With Shift the band adds; cancelled, what was selected before is again. */
  from = place (&desk, "c+-80,-48");
  from.adds = TRUE;
  to = place (&desk, "d+90,48");
  g_assert_true (tl_tool_press (desk.tool, &from));
  tl_tool_drag (desk.tool, &to);
  g_assert_true (is_selected (&desk, "a") && is_selected (&desk, "d"));
  g_assert_true (tl_tool_cancel (desk.tool));
  g_assert_true (is_selected (&desk, "a") && !is_selected (&desk, "d"));
  g_assert_false (tl_tool_cancel (desk.tool));
  g_assert_cmpuint (desk.n_changes, ==, 0);
  desk_close (&desk);
}

/* Drags: what is selected, press, drop, and the chart after; "! " and words of the
 * refusal; "=" when nothing happens. */
typedef struct {
  const char *path;
  const char *before;
  const char *selected;
  const char *press, *drop;
  TlGripKind  kind;
  const char *after;
  const char *undo;       /* what the undo menu names; NULL = there is nothing to undo */
} Drag;

static const Drag drags[] = {
  /* Moving. */
  { "move/free", "C: a b .\na>b", "", "b", "C/P1/2/0", TL_GRIP_STEP, "C: a . b\na>b",
    "Move 1 Step" },
  { "move/lane", "C: a b\nO: . .\na>b", "", "b", "O/P1/1/0", TL_GRIP_STEP,
    "C: a .\nO: . b\na>b", "Move 1 Step" },
  { "move/new-column", "C: a b\na>b", "", "a", "C/P1/2/0", TL_GRIP_STEP, "C: . b a\na>b",
    "Move 1 Step" },
  { "move/new-row", "C: a b\na>b", "", "b", "C/P1/0/0+0,40", TL_GRIP_STEP,
    "C: a .\nC+: b .\na>b", "Move 1 Step" },
  { "move/makes-room-before", "C: a b c\nO: . . d\n", "", "d", "b+-20,0", TL_GRIP_STEP,
    "C: a d b c\nO: . . . .", "Move 1 Step" },
  { "move/makes-room-after", "C: a b c\nO: . . d\n", "", "d", "b+20,0", TL_GRIP_STEP,
    "C: a b d c\nO: . . . .", "Move 1 Step" },
  { "move/passes-right", "C: a b c", "", "a", "b+-20,0", TL_GRIP_STEP, "C: b a c", "Move 1 Step" },
  { "move/passes-left", "C: a b c", "", "c", "b+20,0", TL_GRIP_STEP, "C: a c b", "Move 1 Step" },
  { "move/next-phase", "C: a b | c .", "", "a", "C/P2/1/0", TL_GRIP_STEP, "C: . b | c a",
    "Move 1 Step" },
  { "move/where-it-was", "C: a b\na>b", "", "b", "b+15,9", TL_GRIP_STEP, "=", NULL },
  { "move/grabbed-off-the-middle", "C: a b .\na>b", "", "b+50,20", "C/P1/2/0+50,20", TL_GRIP_STEP,
    "C: a . b\na>b", "Move 1 Step" },
  { "move/selected", "C: a b . .\nO: . . . .\na>b", "a b", "b", "O/P1/3/0", TL_GRIP_STEP,
    "C: . . . .\nO: . . a b\na>b", "Move 2 Steps" },
  { "move/only-what-is-grabbed", "C: a b .\na>b", "a", "b", "C/P1/2/0", TL_GRIP_STEP,
    "C: a . b\na>b", "Move 1 Step" },
  { "move/no-lane", "C: a .\nO: b .", "a b", "b", "C/P1/0/0+0,-2", TL_GRIP_STEP,
    "! further up", NULL },

  /* Onto a connector. */
  { "between/loose", "C: a b\nO: x .\na>b", "", "x", "a-b", TL_GRIP_STEP,
    "C: a x b\nO: . . .\na>x x>b", "Insert Step" },
  { "between/takes-cell", "C: a . . b\nO: x . . .\na>b", "", "x", "C/P1/2/0", TL_GRIP_STEP,
    "C: a . x b\nO: . . . .\na>x x>b", "Insert Step" },
  { "between/beside", "C: a . . b\nO: x . . .\na>b", "", "x", "C/P1/2/0+0,20", TL_GRIP_STEP,
    "C: a . x b\nO: . . . .\na>b", "Move 1 Step" },
  { "between/not-many", "C: a . . b\nO: x y . .\na>b", "x y", "x", "C/P1/1/0", TL_GRIP_STEP,
    "C: a x y b\nO: . . . .\na>b", "Move 2 Steps" },
  { "between/not-an-end", "C: a . b\nO: x) . .\na>b", "", "x", "C/P1/1/0", TL_GRIP_STEP,
    "C: a x) b\nO: . . .\na>b", "Move 1 Step" },

  /* Connecting. */
  { "connect/edge", "C: a b\nO: c .\na>b", "", "c|", "b", TL_GRIP_EDGE,
    "C: a b\nO: c .\na>b c>b", "Connect" },
  { "connect/handle", "C: a b", "a", "a>", "b", TL_GRIP_NEXT, "C: a b\na>b", "Connect" },
  { "connect/handle-below", "C: a b", "a", "a_", "b", TL_GRIP_BRANCH, "C: a b\na>b", "Connect" },
  { "connect/new-step", "C: a .\nO: . .", "a", "a>", "O/P1/1/0", TL_GRIP_NEXT,
    "C: a .\nO: . Action\na>Action", "Add Step" },
  { "connect/new-column", "C: a b\nO: c .", "a", "a>", "C/P1/2/0", TL_GRIP_NEXT,
    "C: a b Action\nO: c . .\na>Action", "Add Step" },
  { "connect/in-the-way", "C: a b\nO: c .", "c", "c>", "b+-90,0", TL_GRIP_NEXT,
    "C: a Action b\nO: c . .\nc>Action", "Add Step" },
  { "connect/into-connector", "C: a b\nO: c .\na>b", "c", "c>", "a-b", TL_GRIP_NEXT,
    "C: a Action b\nO: c . .\nAction>b a>Action c>Action", "Insert Step" },
  { "connect/into-own", "C: a b\na>b", "a", "a>", "a-b", TL_GRIP_NEXT,
    "C: a Action b\nAction>b a>Action", "Insert Step" },
  { "connect/itself", "C: a b", "a", "a>", "a", TL_GRIP_NEXT, "=", NULL },
  { "connect/outside", "C: a b", "a", "a>", "#C+-200,0", TL_GRIP_NEXT, "=", NULL },
  { "connect/twice", "C: a b\na>b", "a", "a>", "b", TL_GRIP_NEXT, "! already connected", NULL },
  { "connect/into-start", "C: a( b\na>b", "b", "b>", "a", TL_GRIP_NEXT, "! first contact", NULL },
  { "connect/no-edge-of-an-end", "C: a) b", "", "a|", "a|+150,30", TL_GRIP_STEP, "C: . b a)",
    "Move 1 Step" },

  /* The ends of a connector. */
  { "reconnect/end", "C: a b c\na>b", "a-b", "a-b$", "c", TL_GRIP_END, "C: a b c\na>c",
    "Reconnect" },
  { "reconnect/start", "C: a b c\nb>c", "b-c", "b-c^", "a", TL_GRIP_START, "C: a b c\na>c",
    "Reconnect" },
  { "reconnect/nowhere", "C: a b\nO: . .\na>b", "a-b", "a-b$", "O/P1/1/0", TL_GRIP_END, "=", NULL },
  { "reconnect/where-it-was", "C: a b\na>b", "a-b", "a-b$", "b", TL_GRIP_END, "=", NULL },
  { "reconnect/itself", "C: a b\na>b", "a-b", "a-b$", "a", TL_GRIP_END, "! lead to itself", NULL },
  { "reconnect/from-an-end", "C: a b c)\na>b b>c", "a-b", "a-b^", "c", TL_GRIP_START,
    "! follow an end", NULL },

  /* Badges. */
  { "failure/step", "C: a b\na>b\nf!a", "", "f", "b", TL_GRIP_FAILURE, "C: a b\na>b\nf!b",
    "Move Failure Point" },
  { "failure/connector", "C: a . b\na>b\nf!a", "", "f", "a-b", TL_GRIP_FAILURE,
    "C: a . b\na>b\nf!a>b", "Move Failure Point" },
  { "failure/from-connector", "C: a . b\na>b\nf!a>b", "", "f", "b", TL_GRIP_FAILURE,
    "C: a . b\na>b\nf!b", "Move Failure Point" },
  { "failure/onto-another", "C: a b\nf!a g!b", "", "f", "g", TL_GRIP_FAILURE, "C: a b\nf!b g!b",
    "Move Failure Point" },
  { "failure/where-it-was", "C: a b\nf!a", "", "f", "a", TL_GRIP_FAILURE, "=", NULL },
  { "failure/nowhere", "C: a .\nf!a", "", "f", "C/P1/1/0", TL_GRIP_FAILURE, "=", NULL },
  { "failure/end", "C: a b)\na>b\nf!a", "", "f", "b", TL_GRIP_FAILURE, "! sits on an action",
    NULL },
  { "recovery/badge", "C: a b\nf!a g!b r*f", "", "r", "g", TL_GRIP_RECOVERY,
    "C: a b\nf!a g!b r*f,g", "Attach Recovery Procedure" },
  { "recovery/step", "C: a b\nf!a g!b r*f", "", "r", "b", TL_GRIP_RECOVERY,
    "C: a b\nf!a g!b r*f,g", "Attach Recovery Procedure" },
  { "recovery/what-it-does-not-serve", "C: a b\nf!a g!b h!b r*f,g", "", "r", "b",
    TL_GRIP_RECOVERY, "C: a b\nf!a g!b h!b r*f,g,h", "Attach Recovery Procedure" },
  { "recovery/where-it-was", "C: a b\nf!a r*f", "", "r", "a", TL_GRIP_RECOVERY, "=", NULL },
  { "recovery/nowhere", "C: a .\nf!a r*f", "", "r", "C/P1/1/0", TL_GRIP_RECOVERY, "=", NULL },
  { "recovery/no-failure", "C: a b\nf!a r*f", "", "r", "b", TL_GRIP_RECOVERY,
    "! no failure point here", NULL },

  /* Lanes and phases. */
  { "lane/down", "C: a\nCb: b\nO: c", "", "#C", "#Cb+0,20", TL_GRIP_LANE, "Cb: b\nC: a\nO: c",
    "Move Lane" },
  { "lane/up", "C: a\nCb: b\nO: c", "", "#Cb", "#C+0,-20", TL_GRIP_LANE, "Cb: b\nC: a\nO: c",
    "Move Lane" },
  { "lane/half-way-is-nowhere", "C: a\nCb: b\nO: c", "", "#C", "#Cb+0,-20", TL_GRIP_LANE, "=",
    NULL },
  { "lane/out-of-its-band", "C: a\nO: b\nOb: c", "", "#Ob", "#C+0,-20", TL_GRIP_LANE,
    "! customer down to support", NULL },
  { "phase/right", "C: a | b c | d", "", "#P1", "#P2+50,0", TL_GRIP_PHASE, "C: b c | a | d",
    "Move Phase" },
  { "phase/left", "C: a | b c | d", "", "#P3", "#P1+-50,0", TL_GRIP_PHASE, "C: d | a | b c",
    "Move Phase" },
  { "phase/where-it-was", "C: a | b c | d", "", "#P2", "#P2+60,0", TL_GRIP_PHASE, "=", NULL },
  { "phase/wider", "C: a | b", "", "#P1|", "#P1|+208,0", TL_GRIP_PHASE_EDGE, "C: a . | b",
    "Resize Phase" },
  { "phase/narrower", "C: a . . | b", "", "#P1|", "C/P1/1/0+20,0", TL_GRIP_PHASE_EDGE, "C: a . | b",
    "Resize Phase" },
  { "phase/no-narrower-than-its-steps", "C: . a . | b", "", "#P1|", "C/P1/0/0", TL_GRIP_PHASE_EDGE,
    "C: . a | b", "Resize Phase" },
  { "phase/as-wide", "C: a | b", "", "#P1|", "#P1|+30,0", TL_GRIP_PHASE_EDGE, "=", NULL },
};

static void
begin (Desk       *desk,
       const Drag *drag)
{
  TlToolPoint from, to, half;

  desk_open (desk, drag->before);
  choose (desk, drag->selected);
  from = place (desk, drag->press);
  to = place (desk, drag->drop);
  half = at ((from.at.x + to.at.x) / 2, (from.at.y + to.at.y) / 2);
  g_assert_true (tl_tool_press (desk->tool, &from));
  g_assert_cmpint (tl_tool_get_preview (desk->tool)->kind, ==, drag->kind);
  tl_tool_drag (desk->tool, &half);
  tl_tool_drag (desk->tool, &to);
}

/* The chart after the drop, with one undo step, undone and done again; when it is
 * refused or means nothing, the chart as it was, no notice and no history. */
static void
test_drag (gconstpointer data)
{
  const Drag *drag = data;
  Desk desk;
  g_autoptr (GError) error = NULL;
  const char *says = drag->after[0] == '!' ? drag->after + 2 : NULL;
  TlId made;
  gboolean done;

  begin (&desk, drag);
  g_assert_cmpint (tl_tool_get_preview (desk.tool)->refused, ==, says != NULL);
  if (says != NULL)
    g_assert_nonnull (strstr (tl_tool_get_preview (desk.tool)->says, says));
  g_assert_cmpuint (desk.n_changes, ==, 0);   /* a preview is none */
  done = tl_tool_release (desk.tool, &made, &error);
  g_assert_false (tl_tool_is_busy (desk.tool));
  if (says != NULL) {
    g_assert_false (done);
    g_assert_nonnull (strstr (error->message, says));
  } else {
    g_assert_no_error (error);
    g_assert_true (done);
  }
  tl_test_drawn (desk.chart, drag->undo != NULL ? drag->after : drag->before);
  g_assert_cmpuint (desk.n_changes, ==, drag->undo != NULL ? 1 : 0);
  g_assert_cmpstr (tl_chart_undo_label (desk.chart), ==, drag->undo);
  g_assert_true (made == TL_ID_NONE || is_selected (&desk, tl_chart_get (desk.chart, made)->name));
  if (drag->undo != NULL) {
    tl_chart_undo (desk.chart);
    tl_test_drawn (desk.chart, drag->before);
    g_assert_false (tl_chart_can_undo (desk.chart));
    tl_chart_redo (desk.chart);
    tl_test_drawn (desk.chart, drag->after);
  }
  desk_close (&desk);
}

static void
test_cancel (gconstpointer data)
{
  const Drag *drag = data;
  Desk desk;

  begin (&desk, drag);
  g_assert_true (tl_tool_cancel (desk.tool));
  g_assert_false (tl_tool_is_busy (desk.tool));
  g_assert_null (tl_tool_get_preview (desk.tool)->says);
  tl_test_drawn (desk.chart, drag->before);
  g_assert_cmpuint (desk.n_changes, ==, 0);
  g_assert_false (tl_chart_can_undo (desk.chart));
  desk_close (&desk);
}

static gboolean
is_about (double a,
          double b)
{
  return fabs (a - b) < 1e-6;
}

/* Where columns open, the chart is shown parted there by as much as they take, and the
 * step lands in the room. */
static void
test_parted (void)
{
  Desk desk;
  TlToolPoint from, to;
  const TlToolPreview *preview;
  TlBox b;

  desk_open (&desk, "C: a b c\nO: . . d\n");
  from = place (&desk, "d");
  to = place (&desk, "b+-20,0");
  b = tl_scene_step (scene_of (&desk), tl_test_id (desk.chart, "b"))->box;
  g_assert_true (tl_tool_press (desk.tool, &from));
  tl_tool_drag (desk.tool, &to);
  preview = tl_tool_get_preview (desk.tool);
  g_assert_cmpuint (preview->n_across, ==, 1);
  g_assert_cmpuint (preview->n_down, ==, 0);
  g_assert_cmpuint (preview->n_places, ==, 1);
  g_assert_cmpuint (preview->n_held, ==, 1);
  g_assert_true (is_about (preview->across[0].size, TL_LAYOUT_COLUMN));
  g_assert_cmpfloat (preview->across[0].at, <, b.x);
  g_assert_cmpfloat (preview->places[0].x, >=, preview->across[0].at);
  g_assert_cmpfloat (preview->places[0].x + preview->places[0].w, <=,
                     tl_tool_part (preview, (TlPoint) { b.x, b.y }).x);
  g_assert_true (is_about (preview->places[0].y, b.y));
  g_assert_true (is_about (preview->shift.x, to.at.x - from.at.x));

  /* Back to where it was: nothing opens. */
  tl_tool_drag (desk.tool, &from);
  g_assert_cmpuint (preview->n_across, ==, 0);
  tl_tool_cancel (desk.tool);
  desk_close (&desk);
}

/* A row below the last opens under it, and what stands below moves down. */
static void
test_parted_down (void)
{
  Desk desk;
  TlToolPoint from, to;
  const TlToolPreview *preview;
  TlBox a, d;

  desk_open (&desk, "C: a b\nO: . d\n");
  a = tl_scene_step (scene_of (&desk), tl_test_id (desk.chart, "a"))->box;
  d = tl_scene_step (scene_of (&desk), tl_test_id (desk.chart, "d"))->box;
  from = place (&desk, "b");
  to = place (&desk, "a+0,40");
  g_assert_true (tl_tool_press (desk.tool, &from));
  tl_tool_drag (desk.tool, &to);
  preview = tl_tool_get_preview (desk.tool);
  g_assert_cmpuint (preview->n_down, ==, 1);
  g_assert_cmpfloat (preview->places[0].y, >=, a.y + a.h);
  g_assert_cmpfloat (preview->places[0].y + preview->places[0].h, <=,
                     tl_tool_part (preview, (TlPoint) { d.x, d.y }).y);
  tl_tool_cancel (desk.tool);
  desk_close (&desk);
}

static int
rows_of (Desk       *desk,
         const char *lane)
{
  return TL_CHART_GET (desk->chart, LANE, TlLane, tl_test_id (desk->chart, lane))->rows;
}

/* A lane is made higher by whole rows, drawn so, and no lower than its steps need. */
static void
test_lane_rows (void)
{
  static const struct {
    const char *drop;
    int         drawn, rows;   /* after it; a lane that is left as it is keeps its least */
  } rows[] = {
    { "#C|+0,10", 2, 1 }, { "#C|+0,232", 4, 4 }, { "C/P1/2/0+0,10", 4, 4 },
    { "C/P1/0/2+0,10", 3, 3 }, { "C/P1/0/0", 2, 2 },
  };
  Desk desk;
  int drawn = 2;

  desk_open (&desk, "C: a .\nC+: . b\nO: . c");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlToolPoint from = place (&desk, "#C|"), to = place (&desk, rows[i].drop);
    TlId c = tl_test_id (desk.chart, "c"), made;
    double before = tl_scene_step (scene_of (&desk), c)->box.y, down;
    guint64 version = tl_chart_version (desk.chart);

    if (i == 2)
      to = from;
    g_assert_true (tl_tool_press (desk.tool, &from));
    tl_tool_drag (desk.tool, &to);
    g_assert_cmpuint (tl_tool_get_preview (desk.tool)->n_down, ==, rows[i].drawn > drawn);
    g_assert_true (tl_tool_release (desk.tool, &made, NULL));
    g_assert_cmpint (rows_of (&desk, "C"), ==, rows[i].rows);
    g_assert_cmpint (tl_chart_version (desk.chart) == version, ==, rows[i].drawn == drawn);
    down = tl_scene_step (scene_of (&desk), c)->box.y - before;
    g_assert_true (is_about (down, 0) ? rows[i].drawn == drawn
                                      : (down > 0) == (rows[i].drawn > drawn));
    drawn = rows[i].drawn;
  }
  desk_close (&desk);
}

/* What a press takes hold of, depending on what is selected and under the pointer. */
static void
test_grips (void)
{
  static const struct {
    const char *selected, *hovered, *at;
    TlGripKind  kind;
  } rows[] = {
    { "", NULL, "a", TL_GRIP_STEP },
    { "", NULL, "a|", TL_GRIP_EDGE },
    { "", NULL, "b>+20,20", TL_GRIP_ROOM },
    { "", NULL, "a>", TL_GRIP_NONE },      /* the connector */
    { "a", NULL, "a>", TL_GRIP_NEXT },
    { "a", NULL, "a_", TL_GRIP_BRANCH },
    { "", "a", "a>", TL_GRIP_NEXT },
    { "a b", NULL, "a>", TL_GRIP_NONE },   /* of several none shows handles */
    { "e", NULL, "e_", TL_GRIP_ROOM },     /* nothing follows an end */
    { "", NULL, "a-b$", TL_GRIP_EDGE },
    { "a-b", NULL, "a-b$", TL_GRIP_END },
    { "a-b", NULL, "a-b^", TL_GRIP_START },
    { "", NULL, "#C", TL_GRIP_LANE },
    { "", NULL, "#P1", TL_GRIP_PHASE },
    { "", NULL, "#P1|", TL_GRIP_PHASE_EDGE },
    { "", NULL, "#C|", TL_GRIP_LANE_EDGE },
  };
  Desk desk;

  desk_open (&desk, "C: a b | e)\nO: . . | .\na>b b>e");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlToolPoint point;

    choose (&desk, rows[i].selected);
    tl_tool_hover (desk.tool, NULL);
    if (rows[i].hovered != NULL) {
      point = place (&desk, rows[i].hovered);
      g_assert_true (tl_tool_hover (desk.tool, &point));
    }
    point = place (&desk, rows[i].at);
    g_assert_cmpint (tl_tool_grip (desk.tool, &point).kind, ==, rows[i].kind);
  }
  desk_close (&desk);
}

/* Handles stay while the pointer goes to them, and go when it goes elsewhere. */
static void
test_hover (void)
{
  Desk desk;
  TlToolPoint point;
  TlId steps[2];

  desk_open (&desk, "C: a b\nO: . .\na>b");
  g_assert_cmpuint (tl_tool_get_handles (desk.tool, steps), ==, 0);
  point = place (&desk, "a");
  g_assert_true (tl_tool_hover (desk.tool, &point));
  g_assert_cmpuint (tl_tool_get_handles (desk.tool, steps), ==, 1);
  point = place (&desk, "a>");
  g_assert_false (tl_tool_hover (desk.tool, &point));
  g_assert_cmpuint (tl_tool_get_handles (desk.tool, steps), ==, 1);
  choose (&desk, "a");
  g_assert_cmpuint (tl_tool_get_handles (desk.tool, steps), ==, 1);   /* once, not twice */
  point = place (&desk, "b");
  tl_tool_hover (desk.tool, &point);
  g_assert_cmpuint (tl_tool_get_handles (desk.tool, steps), ==, 2);
  g_assert_true (tl_tool_hover (desk.tool, NULL));
  g_assert_cmpuint (tl_tool_get_handles (desk.tool, steps), ==, 1);
  desk_close (&desk);
}

/* Nothing to drag on badges and on connectors that are not selected. */
static void
test_nothing_to_hold (void)
{
  Desk desk;
  TlToolPoint point;

  desk_open (&desk, "C: a . b\na>b");
  point = place (&desk, "a-b");
  g_assert_false (tl_tool_press (desk.tool, &point));
  g_assert_false (tl_tool_is_busy (desk.tool));
  desk_close (&desk);
}

/* A point that means something: on or near a step, a header, a handle, the end of a
 * phase, a badge, or anywhere. */
static TlToolPoint
any_point (Desk   *desk,
           TlDice *dice)
{
  const TlScene *scene = scene_of (desk);
  TlBox page = scene->page, box = page;

  switch (tl_dice_roll (dice, 7)) {
  case 0:
  case 1:
    box = tl_box_grow (scene->steps[tl_dice_roll (dice, scene->n_steps)].box, 20);
    break;
  case 2:
    box = scene->bands[tl_dice_roll (dice, scene->n_bands)].header;
    break;
  case 3:
    box = tl_box_grow (scene->phases[tl_dice_roll (dice, scene->n_phases)].box, 8);
    break;
  case 4:
    box = tl_box_grow (scene->connectors[tl_dice_roll (dice, scene->n_connectors)].bounds, 4);
    break;
  case 5:
    box = scene->badges[tl_dice_roll (dice, scene->n_badges)].box;
    break;
  default:
    box = tl_box_grow (page, 150);
    break;
  }
  return at (box.x + box.w * tl_dice_roll (dice, 1001) / 1000,
             box.y + box.h * tl_dice_roll (dice, 1001) / 1000);
}

static void
check_preview (const TlToolPreview *preview)
{
  g_assert_true (!preview->refused || preview->says != NULL);
  g_assert_cmpuint (preview->n_across, <=, TL_TOOL_MOST_GAPS);
  g_assert_cmpuint (preview->n_down, <=, TL_TOOL_MOST_GAPS);
  for (guint i = 0; i < preview->n_across; i++) {
    g_assert_cmpfloat (preview->across[i].size, >, 0);
    g_assert_true (i == 0 || preview->across[i].at >= preview->across[i - 1].at);
  }
  for (guint i = 0; i < preview->n_down; i++) {
    g_assert_cmpfloat (preview->down[i].size, >, 0);
    g_assert_true (i == 0 || preview->down[i].at > preview->down[i - 1].at);
  }
  for (guint i = 0; i < preview->n_places; i++)
    g_assert_true (isfinite (preview->places[i].x) && isfinite (preview->places[i].y) &&
                   preview->places[i].w > 0 && preview->places[i].h > 0);
}

/* Whatever is dragged wherever, the chart stays valid, what was refused or cancelled has
 * changed nothing, and undoing everything leads back to the start. */
static void
test_anything (void)
{
  TlChartPlan plan = TL_CHART_PLAN_USUAL (60);
  TlDice dice = { 7 };
  g_autoptr (TlChart) start = tl_chart_make (&plan);
  Desk desk;
  guint n_done = 0, n_refused = 0;

  desk_take (&desk, tl_chart_make (&plan));
  for (guint i = 0; i < 700; i++) {
    TlToolPoint point = any_point (&desk, &dice);
    guint64 version = tl_chart_version (desk.chart);
    TlId made = TL_ID_NONE;
    gboolean done = TRUE;

    if (tl_dice_percent (&dice, 30)) {
      TlPick pick = tl_tool_pick (desk.tool, &point);

      if (pick.kind != TL_PICK_NOTHING)
        tl_selection_toggle (tl_editor_get_selection (desk.editor), pick.id);
    }
    tl_tool_hover (desk.tool, &point);
    if (!tl_tool_press (desk.tool, &point))
      continue;
    for (guint k = 0; k < 3; k++) {
      point = any_point (&desk, &dice);
      tl_tool_drag (desk.tool, &point);
      check_preview (tl_tool_get_preview (desk.tool));
    }
    g_assert_cmpuint (tl_chart_version (desk.chart), ==, version);
    if (tl_dice_percent (&dice, 25))
      tl_tool_cancel (desk.tool);
    else
      done = tl_tool_release (desk.tool, &made, NULL);
    g_assert_false (tl_tool_is_busy (desk.tool));
    g_assert_true (done || tl_chart_version (desk.chart) == version);
    g_assert_true (made == TL_ID_NONE || tl_chart_get (desk.chart, made) != NULL);
    n_done += tl_chart_version (desk.chart) != version;
    n_refused += !done;
    tl_test_valid (desk.chart);
  }
  g_assert_cmpuint (n_done, >, 100);
  g_assert_cmpuint (n_refused, >, 10);
  while (tl_chart_can_undo (desk.chart))
    tl_chart_undo (desk.chart);
  g_assert_true (tl_chart_equal (desk.chart, start));
  desk_close (&desk);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (drags); i++) {
    g_autofree char *path = g_strconcat ("/tools/drag/", drags[i].path, NULL);
    g_autofree char *cancelled = g_strconcat ("/tools/cancel/", drags[i].path, NULL);

    g_test_add_data_func (path, &drags[i], test_drag);
    g_test_add_data_func (cancelled, &drags[i], test_cancel);
  }
  g_test_add_func ("/tools/anything", test_anything);
  g_test_add_func ("/tools/band", test_band);
  g_test_add_func ("/tools/grips", test_grips);
  g_test_add_func ("/tools/hover", test_hover);
  g_test_add_func ("/tools/lane-rows", test_lane_rows);
  g_test_add_func ("/tools/nothing-to-hold", test_nothing_to_hold);
  g_test_add_func ("/tools/parted/across", test_parted);
  g_test_add_func ("/tools/parted/down", test_parted_down);
  return g_test_run ();
}
