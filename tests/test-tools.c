/* test-tools.c - dragging on a chart, without a display: press here, move there. */
#include "app/tool.h"
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
desk_open (Desk       *desk,
           const char *drawing)
{
  desk->document = tl_document_new (tl_test_chart (drawing));
  desk->editor = tl_editor_new (desk->document);
  desk->tool = tl_tool_new (desk->editor);
  desk->chart = tl_document_get_chart (desk->document);
  desk->n_changes = 0;
  g_signal_connect (desk->editor, "changed", G_CALLBACK (changed_cb), &desk->n_changes);
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

/* The middle of a step, and that far from it. */
static TlToolPoint
by_step (Desk       *desk,
         const char *name,
         double      dx,
         double      dy)
{
  TlPoint centre = tl_box_centre (tl_scene_step (scene_of (desk), tl_test_id (desk->chart, name))->box);

  return at (centre.x + dx, centre.y + dy);
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

  desk_open (&desk, "C: a b c | d\nS: . . . .\na>b b>c c>d");
  from = by_step (&desk, "a", -90, -48);
  to = by_step (&desk, "b", 90, 48);
  g_assert_true (tl_tool_press (desk.tool, &from));
  tl_tool_drag (desk.tool, &to);
  g_assert_cmpint (tl_tool_get_preview (desk.tool)->kind, ==, TL_TOOL_BAND);
  g_assert_true (is_selected (&desk, "a") && is_selected (&desk, "b"));
  g_assert_false (is_selected (&desk, "c"));
  g_assert_true (tl_tool_release (desk.tool, NULL));
  g_assert_false (tl_tool_is_busy (desk.tool));

  /* With Shift the band adds; cancelled, what was selected before is again. */
  from = by_step (&desk, "c", -80, -48);
  from.adds = TRUE;
  to = by_step (&desk, "d", 90, 48);
  g_assert_true (tl_tool_press (desk.tool, &from));
  tl_tool_drag (desk.tool, &to);
  g_assert_true (is_selected (&desk, "a") && is_selected (&desk, "d"));
  g_assert_true (tl_tool_cancel (desk.tool));
  g_assert_true (is_selected (&desk, "a") && !is_selected (&desk, "d"));
  g_assert_false (tl_tool_cancel (desk.tool));
  g_assert_cmpuint (desk.n_changes, ==, 0);
  desk_close (&desk);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tools/band", test_band);
  return g_test_run ();
}
