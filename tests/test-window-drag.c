/* test-window-drag.c - dragging in the real window, with the real mouse.
 *
 * Charts are written as in charts.h, shown at 100 % and dragged on by their places in
 * the scene; what comes of it is compared as a drawing.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "charts.h"
#include "document/xml-write.h"
#include "layout/layout.h"
#include "window-kit.h"

typedef struct {
  TlWindow *window;
  TlCanvas *canvas;
  TlChart  *chart;
  char     *path;
} Stage;

static void
stage_open (Stage         *stage,
            gconstpointer  application,
            const char    *drawing)
{
  g_autoptr (TlChart) chart = tl_test_chart (drawing);
  g_autofree char *text = tl_xml_write (chart, NULL);

  stage->path = g_build_filename (g_get_tmp_dir (), "tl-drag.throughline", NULL);
  g_assert_true (g_file_set_contents (stage->path, text, -1, NULL));
  stage->window =
    tl_kit_ready (tl_application_open_path ((TlApplication *) application, stage->path));
  stage->canvas = tl_window_get_canvas (stage->window);
  stage->chart = tl_kit_chart (stage->window);
  tl_canvas_set_zoom (stage->canvas, 1.0);
  tl_hand_settle (GTK_WIDGET (stage->window));
  TL_HAND_UNTIL (tl_canvas_is_settled (stage->canvas));
}

static void
stage_close (Stage *stage)
{
  tl_test_valid (stage->chart);
  tl_kit_destroy (stage->window);
  g_unlink (stage->path);
  g_free (stage->path);
}

static TlBox
box_of (Stage      *stage,
        const char *name)
{
  TlBox box;

  g_assert_true (tl_canvas_locate (stage->canvas, tl_test_id (stage->chart, name), &box));
  return box;
}

static TlPoint
middle (Stage      *stage,
        const char *name,
        double      dx,
        double      dy)
{
  TlPoint centre = tl_box_centre (box_of (stage, name));

  return (TlPoint) { centre.x + dx, centre.y + dy };
}

static TlPoint
cell (Stage      *stage,
      const char *lane,
      const char *phase,
      int         column,
      int         row)
{
  TlEditor *editor = tl_window_get_editor (stage->window);
  TlCell at = { tl_test_id (stage->chart, lane), tl_test_id (stage->chart, phase), column, row };

  return tl_box_centre (tl_viewport_box (tl_canvas_get_viewport (stage->canvas),
                                         tl_layout_cell_box (tl_editor_get_layout (editor), &at)));
}

/* Presses at @from and moves to @to, without letting go. */
static void
drag (Stage   *stage,
      TlPoint  from,
      TlPoint  to)
{
  GtkWidget *canvas = GTK_WIDGET (stage->canvas);

  tl_hand_move (canvas, from.x, from.y);
  tl_hand_button (1, TRUE);
  for (int i = 1; i <= 4; i++)
    tl_hand_move (canvas, from.x + (to.x - from.x) * i / 4, from.y + (to.y - from.y) * i / 4);
  tl_hand_move (canvas, to.x, to.y);
}

static TlGripKind
held (Stage *stage)
{
  return tl_canvas_get_preview (stage->canvas)->kind;
}

static void
drop (Stage *stage)
{
  tl_hand_button (1, FALSE);
  TL_HAND_UNTIL (held (stage) == TL_GRIP_NONE);
}

static void
press_key (Stage      *stage,
           const char *key)
{
  guint64 version = tl_chart_version (stage->chart);

  tl_hand_key (key);
  TL_HAND_UNTIL (tl_chart_version (stage->chart) != version);
}

/* Undoes everything, to @before, and does it again, to @after. */
static void
undo_and_redo (Stage      *stage,
               const char *before,
               const char *after)
{
  guint n = 0;

  for (; tl_chart_can_undo (stage->chart) && n < 20; n++)
    press_key (stage, "<Control>z");
  tl_test_drawn (stage->chart, before);
  for (; n > 0; n--)
    press_key (stage, "<Control><Shift>z");
  g_assert_false (tl_chart_can_redo (stage->chart));
  tl_test_drawn (stage->chart, after);
}

static void
test_move (gconstpointer application)
{
  const char *before = "C: a b c\nO: . . d\na>b b>c", *after = "C: a d b c\nO: . . . .\na>b b>c";
  Stage stage;

  stage_open (&stage, application, before);
  drag (&stage, middle (&stage, "d", 0, 0), middle (&stage, "b", -30, 0));
  g_assert_cmpint (held (&stage), ==, TL_GRIP_STEP);
  g_assert_cmpuint (tl_canvas_get_preview (stage.canvas)->n_across, ==, 1);
  tl_test_drawn (stage.chart, before);
  drop (&stage);
  tl_test_drawn (stage.chart, after);
  g_assert_cmpstr (tl_chart_undo_label (stage.chart), ==, "Move 1 Step");
  undo_and_redo (&stage, before, after);
  stage_close (&stage);
}

static void
test_connect (gconstpointer application)
{
  const char *before = "C: a b\nO: c .\na>b", *after = "C: a b\nO: c .\na>b c>b";
  Stage stage;
  TlBox c;

  stage_open (&stage, application, before);
  c = box_of (&stage, "c");
  drag (&stage, (TlPoint) { c.x + c.w - 2, c.y + c.h / 2 }, middle (&stage, "b", 0, 0));
  g_assert_cmpint (held (&stage), ==, TL_GRIP_EDGE);
  drop (&stage);
  tl_test_drawn (stage.chart, after);
  undo_and_redo (&stage, before, after);
  stage_close (&stage);
}

/* The handle of a step under the pointer; a click on it does what Enter does, and a drag
 * into free room makes a step there, whose label opens. */
static void
test_handles (gconstpointer application)
{
  const char *before = "C: a\nO: .", *after = "C: a then\nO: . there\na>then a>there";
  Stage stage;
  TlBox a;

  stage_open (&stage, application, before);
  a = box_of (&stage, "a");
  tl_hand_move (GTK_WIDGET (stage.canvas), a.x + 20, a.y + 20);
  tl_hand_settle (GTK_WIDGET (stage.canvas));   /* a person sees the handle first */
  tl_hand_click (GTK_WIDGET (stage.canvas), a.x + a.w + TL_TOOL_REACH, a.y + a.h / 2);
  tl_kit_write (stage.window, "then");
  tl_test_drawn (stage.chart, "C: a then\nO: . .\na>then");

  tl_hand_move (GTK_WIDGET (stage.canvas), a.x + 20, a.y + 20);
  tl_hand_settle (GTK_WIDGET (stage.canvas));   /* a person sees the handle first */
  drag (&stage, (TlPoint) { a.x + a.w / 2, a.y + a.h + TL_TOOL_REACH },
        cell (&stage, "O", "P1", 1, 0));
  g_assert_cmpint (held (&stage), ==, TL_GRIP_BRANCH);
  g_assert_cmpuint (tl_canvas_get_preview (stage.canvas)->n_places, ==, 1);
  drop (&stage);
  tl_kit_write (stage.window, "there");
  tl_test_drawn (stage.chart, after);
  undo_and_redo (&stage, before, after);
  stage_close (&stage);
}

static void
test_between (gconstpointer application)
{
  const char *before = "C: a . b\nO: x . .\na>b", *after = "C: a x b\nO: . . .\na>x x>b";
  Stage stage;

  stage_open (&stage, application, before);
  drag (&stage, middle (&stage, "x", 0, 0), cell (&stage, "C", "P1", 1, 0));
  g_assert_cmpuint (tl_canvas_get_preview (stage.canvas)->over, ==,
                    tl_test_id (stage.chart, "a-b"));
  drop (&stage);
  tl_test_drawn (stage.chart, after);
  undo_and_redo (&stage, before, after);
  stage_close (&stage);
}

static void
test_reconnect (gconstpointer application)
{
  const char *before = "C: a b\nO: . c\na>b", *after = "C: a b\nO: . c\na>c";
  Stage stage;
  TlBox b;

  stage_open (&stage, application, before);
  b = box_of (&stage, "b");
  tl_hand_click (GTK_WIDGET (stage.canvas), b.x - 25, b.y + b.h / 2);
  TL_HAND_UNTIL (tl_kit_selected (stage.window) == tl_test_id (stage.chart, "a-b"));
  drag (&stage, (TlPoint) { b.x - 2, b.y + b.h / 2 }, middle (&stage, "c", 0, 0));
  g_assert_cmpint (held (&stage), ==, TL_GRIP_END);
  drop (&stage);
  tl_test_drawn (stage.chart, after);
  undo_and_redo (&stage, before, after);
  stage_close (&stage);
}

static void
test_headers (gconstpointer application)
{
  const char *before = "C: a | b\nCb: c | .\nO: . | d\na>b";
  const char *lane = "Cb: c | .\nC: a | b\nO: . | d\na>b";
  const char *phase = "Cb: . | c\nC: b | a\nO: d | .\na>b";
  const char *wider = "Cb: . . | c\nC: b . | a\nO: d . | .\na>b";
  Stage stage;
  TlBox first;

  stage_open (&stage, application, before);
  drag (&stage, middle (&stage, "C", 0, 0), middle (&stage, "Cb", 0, 20));
  g_assert_cmpint (held (&stage), ==, TL_GRIP_LANE);
  g_assert_true (tl_canvas_get_preview (stage.canvas)->has_mark);
  drop (&stage);
  tl_test_drawn (stage.chart, lane);
  drag (&stage, middle (&stage, "P1", 0, 0), middle (&stage, "P2", 20, 0));
  g_assert_cmpint (held (&stage), ==, TL_GRIP_PHASE);
  drop (&stage);
  tl_test_drawn (stage.chart, phase);
  first = box_of (&stage, "P2");
  drag (&stage, (TlPoint) { first.x + first.w, first.y + first.h / 2 },
        (TlPoint) { first.x + first.w + TL_LAYOUT_COLUMN, first.y + first.h / 2 });
  g_assert_cmpint (held (&stage), ==, TL_GRIP_PHASE_EDGE);
  drop (&stage);
  tl_test_drawn (stage.chart, wider);
  undo_and_redo (&stage, before, wider);
  stage_close (&stage);
}

/* A failure point to another step, and a recovery procedure to its second failure point. */
static void
test_badges (gconstpointer application)
{
  const char *before = "C: a b c\na>b b>c\nf!a g!c r*f", *after = "C: a b c\na>b b>c\nf!b g!c r*f,g";
  Stage stage;

  stage_open (&stage, application, before);
  drag (&stage, middle (&stage, "f", 0, 0), middle (&stage, "b", 0, 0));
  g_assert_cmpint (held (&stage), ==, TL_GRIP_FAILURE);
  g_assert_cmpuint (tl_canvas_get_preview (stage.canvas)->over, ==, tl_test_id (stage.chart, "b"));
  tl_test_drawn (stage.chart, before);
  tl_hand_key ("Escape");
  TL_HAND_UNTIL (held (&stage) == TL_GRIP_NONE);
  tl_hand_button (1, FALSE);
  tl_test_drawn (stage.chart, before);
  g_assert_false (tl_chart_can_undo (stage.chart));

  drag (&stage, middle (&stage, "f", 0, 0), middle (&stage, "b", 0, 0));
  drop (&stage);
  tl_test_drawn (stage.chart, "C: a b c\na>b b>c\nf!b g!c r*f");
  g_assert_cmpuint (tl_kit_selected (stage.window), ==, tl_test_id (stage.chart, "f"));
  tl_hand_settle (GTK_WIDGET (stage.window));
  drag (&stage, middle (&stage, "r", 0, 0), middle (&stage, "c", 0, 0));
  g_assert_cmpint (held (&stage), ==, TL_GRIP_RECOVERY);
  drop (&stage);
  tl_test_drawn (stage.chart, after);
  undo_and_redo (&stage, before, after);
  stage_close (&stage);
}

/* The chart goes with the hand, by the middle button or with the space bar held, and nothing
 * in it is taken along. */
static void
test_pan (gconstpointer application)
{
  const char *before = "C: a b c d e f g h\nO: x . . . . . . .\nB: . . . . . . . .\na>b";
  static const guint buttons[] = { 2, 1 };
  Stage stage;
  const TlViewport *view;

  stage_open (&stage, application, before);
  view = tl_canvas_get_viewport (stage.canvas);
  gtk_widget_grab_focus (GTK_WIDGET (stage.canvas));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++) {
    TlPoint from = middle (&stage, "b", 0, 0);
    TlPoint start = { view->x, view->y };

    if (buttons[i] == 1)
      tl_hand_key_set (GDK_KEY_space, TRUE);
    tl_hand_move (GTK_WIDGET (stage.canvas), from.x, from.y);
    tl_hand_button (buttons[i], TRUE);
    for (int step = 1; step <= 4; step++)
      tl_hand_move (GTK_WIDGET (stage.canvas), from.x - 15 * step, from.y);
    TL_HAND_UNTIL (ABS (view->x - start.x - 60) < 2);
    g_assert_cmpfloat (ABS (view->y - start.y), <, 1);
    g_assert_cmpint (held (&stage), ==, TL_GRIP_NONE);
    tl_hand_button (buttons[i], FALSE);
    if (buttons[i] == 1)
      tl_hand_key_set (GDK_KEY_space, FALSE);
    tl_hand_move (GTK_WIDGET (stage.canvas), from.x, from.y);   /* the hand has let go */
    tl_hand_settle (GTK_WIDGET (stage.window));
    g_assert_cmpfloat (ABS (view->x - start.x - 60), <, 2);
    tl_test_drawn (stage.chart, before);
    g_assert_false (tl_chart_can_undo (stage.chart));
    g_assert_cmpuint (tl_kit_selected (stage.window), ==, TL_ID_NONE);
  }
  stage_close (&stage);
}

/* Escape, and the secondary button, in the midst of each: nothing has happened, and the
 * release that follows is none. */
static void
test_cancel (gconstpointer application)
{
  const char *before = "C: a . b | e\nCb: x . . | .\na>b";
  static const struct {
    const char *from;
    double      dx, dy;
    TlGripKind  kind;
  } rows[] = {
    { "x", 0, 0, TL_GRIP_STEP }, { "x", 74, 0, TL_GRIP_EDGE }, { "C", 0, 0, TL_GRIP_LANE },
    { "P1", 0, 0, TL_GRIP_PHASE }, { "x", 0, 60, TL_GRIP_ROOM },
  };
  Stage stage;

  stage_open (&stage, application, before);
  for (guint i = 0; i < G_N_ELEMENTS (rows) * 2; i++) {
    TlPoint from;

    tl_canvas_reveal (stage.canvas, tl_test_id (stage.chart, "x"));   /* drags scroll */
    tl_hand_settle (GTK_WIDGET (stage.window));
    from = middle (&stage, rows[i / 2].from, rows[i / 2].dx, rows[i / 2].dy);
    drag (&stage, from, middle (&stage, "e", 0, 0));
    g_assert_cmpint (held (&stage), ==, rows[i / 2].kind);
    if (i % 2 == 0) {
      tl_hand_key ("Escape");
    } else {
      tl_hand_button (3, TRUE);
      tl_hand_button (3, FALSE);
    }
    TL_HAND_UNTIL (held (&stage) == TL_GRIP_NONE);
    tl_hand_button (1, FALSE);
    tl_test_drawn (stage.chart, before);
    g_assert_false (tl_chart_can_undo (stage.chart));
    g_assert_false (tl_canvas_is_writing (stage.canvas));
    tl_hand_click (GTK_WIDGET (stage.canvas), 5, 5);
  }
  stage_close (&stage);
}

/* What the chart refuses is shown as refused, and said when it is dropped all the same. */
static void
test_refused (gconstpointer application)
{
  const char *before = "C: a( b\na>b";
  Stage stage;
  TlBox b;

  stage_open (&stage, application, before);
  b = box_of (&stage, "b");
  drag (&stage, (TlPoint) { b.x + 20, b.y + 1 }, middle (&stage, "a", 0, 0));
  g_assert_true (tl_canvas_get_preview (stage.canvas)->refused);
  g_assert_nonnull (strstr (tl_canvas_get_preview (stage.canvas)->says, "first contact"));
  drop (&stage);
  tl_test_drawn (stage.chart, before);
  g_assert_false (tl_chart_can_undo (stage.chart));
  stage_close (&stage);
}

/* Near the edge the view scrolls under the drag, and the drop is where it came to. */
static void
test_scroll (gconstpointer application)
{
  Stage stage;
  const TlViewport *view;

  stage_open (&stage, application, "C: a b c d e f g h\nO: x . . . . . . .\na>b");
  view = tl_canvas_get_viewport (stage.canvas);
  tl_canvas_reveal (stage.canvas, tl_test_id (stage.chart, "x"));
  tl_hand_settle (GTK_WIDGET (stage.window));
  drag (&stage, middle (&stage, "x", 0, 0),
        (TlPoint) { view->width - 3, middle (&stage, "x", 0, 0).y });
  TL_HAND_UNTIL (view->x >= tl_viewport_full_width (view) - view->width - 1);
  drop (&stage);
  g_assert_cmpint (TL_CHART_GET (stage.chart, STEP, TlStep, tl_test_id (stage.chart, "x"))->column,
                   >=, 7);
  stage_close (&stage);
}

/* A selected header is moved among its like by keys. */
static void
test_keyboard_headers (gconstpointer application)
{
  const char *before = "C: a | b\nCb: c | .", *after = "Cb: . | c\nC: b | a";
  Stage stage;

  stage_open (&stage, application, before);
  gtk_widget_grab_focus (GTK_WIDGET (stage.canvas));
  tl_selection_set_one (tl_editor_get_selection (tl_window_get_editor (stage.window)),
                        tl_test_id (stage.chart, "C"));
  press_key (&stage, "<Alt>Down");
  tl_test_drawn (stage.chart, "Cb: c | .\nC: a | b");
  tl_selection_set_one (tl_editor_get_selection (tl_window_get_editor (stage.window)),
                        tl_test_id (stage.chart, "P2"));
  press_key (&stage, "<Alt>Left");
  tl_test_drawn (stage.chart, after);
  undo_and_redo (&stage, before, after);
  stage_close (&stage);
}

/* By keyboard: two steps connected, and a step put into a connector. */
static void
test_keyboard (gconstpointer application)
{
  const char *before = "C: a b", *after = "C: a mid b\na>mid mid>b";
  Stage stage;

  stage_open (&stage, application, before);
  tl_selection_set_one (tl_editor_get_selection (tl_window_get_editor (stage.window)),
                        tl_test_id (stage.chart, "a"));
  tl_selection_toggle (tl_editor_get_selection (tl_window_get_editor (stage.window)),
                       tl_test_id (stage.chart, "b"));
  gtk_widget_grab_focus (GTK_WIDGET (stage.canvas));
  press_key (&stage, "<Control>l");
  tl_test_drawn (stage.chart, "C: a b\na>b");
  tl_hand_key ("Left");
  tl_hand_key ("<Alt>Right");
  tl_hand_key ("Return");
  tl_kit_write (stage.window, "mid");
  tl_test_drawn (stage.chart, after);
  undo_and_redo (&stage, before, after);
  stage_close (&stage);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/drag/move", test_move },
    { "/drag/connect", test_connect },
    { "/drag/handles", test_handles },
    { "/drag/between", test_between },
    { "/drag/reconnect", test_reconnect },
    { "/drag/headers", test_headers },
    { "/drag/badges", test_badges },
    { "/drag/pan", test_pan },
    { "/drag/cancel", test_cancel },
    { "/drag/refused", test_refused },
    { "/drag/scroll", test_scroll },
    { "/drag/keyboard", test_keyboard },
    { "/drag/keyboard-headers", test_keyboard_headers },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
