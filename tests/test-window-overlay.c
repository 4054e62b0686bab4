/* test-window-overlay.c - overlays in the real window: put on, read, kept up to date while
 * the chart changes, taken off. */
#include "app/export-dialog.h"
#include "app/overlay-card.h"
#include "window-kit.h"

typedef struct {
  TlWindow      *window;
  TlCanvas      *canvas;
  TlLens        *lens;
  TlOverlayCard *card;
} Stage;

static gboolean
is_settled (const Stage *stage)
{
  return tl_lens_is_settled (stage->lens) && tl_canvas_is_settled (stage->canvas);
}

static void
stage_open (Stage         *stage,
            gconstpointer  application,
            const char    *example)
{
  stage->window = tl_kit_open (application, example);
  stage->canvas = tl_window_get_canvas (stage->window);
  stage->lens = tl_window_get_lens (stage->window);
  stage->card = TL_OVERLAY_CARD (tl_window_get_overlay_card (stage->window));
  TL_HAND_UNTIL (is_settled (stage));
}

/* The template child of that id in the tree of @widget. */
static GtkWidget *
find_child (GtkWidget  *widget,
            const char *id)
{
  const char *own = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

  if (g_strcmp0 (own, id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_child (child, id);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static const char *
label_text (GtkWidget  *root,
            const char *id)
{
  return gtk_label_get_text (GTK_LABEL (find_child (root, id)));
}

/* The colour in the middle of a step's left edge, a little outside: where its frame is. */
static guint32
frame_colour (const Stage *stage,
              TlId         step)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (stage->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (stage->canvas));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  guint32 colour;
  TlBox box;

  g_assert_true (tl_canvas_locate (stage->canvas, step, &box));
  GTK_WIDGET_GET_CLASS (stage->canvas)->snapshot (GTK_WIDGET (stage->canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  {
    int x = (int) (box.x - 4 * tl_canvas_get_zoom (stage->canvas)), y = (int) (box.y + box.h / 2);
    const guint8 *pixels = cairo_image_surface_get_data (surface);

    g_assert_cmpint (x, >=, 0);
    g_assert_cmpint (x, <, width);
    g_assert_cmpint (y, >=, 0);
    g_assert_cmpint (y, <, height);
    colour = *(const guint32 *) (const void *)
             (pixels + y * cairo_image_surface_get_stride (surface) + 4 * x) & 0xffffff;
  }
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return colour;
}

static guint
redness (guint32 colour)
{
  guint r = colour >> 16 & 0xff, g = colour >> 8 & 0xff;

  return r > g ? r - g : 0;
}

static TlId
find_id (const Stage *stage,
         const char  *name)
{
  TlId id = tl_chart_find (tl_kit_chart (stage->window), name);

  g_assert_cmpuint (id, !=, TL_ID_NONE);
  return id;
}

static const TlOverlayMark *
mark_of (const Stage *stage,
         const char  *name)
{
  const TlMarks *marks = tl_lens_get_marks (stage->lens);

  return marks != NULL ? tl_overlay_mark (marks->overlay, find_id (stage, name)) : NULL;
}

/* On by key, the legend and the colours; the mark follows an edit and its undo; off. */
static void
test_priority (gconstpointer data)
{
  Stage stage;
  TlEditor *editor;
  TlId step;
  guint32 before, medium;

  stage_open (&stage, data, "hotel-check-in");
  editor = tl_window_get_editor (stage.window);
  step = find_id (&stage, "s3");
  tl_canvas_reveal (stage.canvas, step);
  TL_HAND_UNTIL (is_settled (&stage));
  before = frame_colour (&stage, step);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (stage.card)));
  g_assert_false (gtk_widget_get_visible (find_child (GTK_WIDGET (stage.window),
                                                      "overlay_label")));

  tl_hand_key ("F8");
  TL_HAND_UNTIL (tl_lens_get_kind (stage.lens) == TL_OVERLAY_PRIORITY);
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (stage.card)) && is_settled (&stage));
  g_assert_cmpstr (label_text (GTK_WIDGET (stage.card), "title"), ==,
                   "Priority of failure points");
  g_assert_cmpstr (label_text (GTK_WIDGET (stage.window), "overlay_label"), ==,
                   "Overlay: Priority of failure points");
  g_assert_cmpuint (tl_overlay_card_get_n_keys (stage.card), ==, 4);   /* three and the pale */
  g_assert_cmpstr (mark_of (&stage, "s3")->tag, ==, "M 280");
  medium = frame_colour (&stage, step);
  g_assert_cmphex (medium, !=, before);
  g_assert_cmpuint (redness (medium), >, redness (before));

  /* Somebody rates it again: not at once, but in the next idle moment. */
  tl_editor_begin (editor, "Rate");
  ((TlFailure *) tl_chart_edit (tl_kit_chart (stage.window), find_id (&stage, "f10")))->s = 10;
  ((TlFailure *) tl_chart_edit (tl_kit_chart (stage.window), find_id (&stage, "f10")))->o = 10;
  g_assert_true (tl_editor_finish (editor, TRUE, NULL));
  g_assert_false (tl_lens_is_settled (stage.lens));
  TL_HAND_UNTIL (is_settled (&stage));
  g_assert_cmpstr (mark_of (&stage, "s3")->tag, ==, "H 800");
  TL_HAND_UNTIL (redness (frame_colour (&stage, step)) > redness (medium) + 40);

  tl_hand_key ("<Control>z");
  TL_HAND_UNTIL (is_settled (&stage) && g_str_equal (mark_of (&stage, "s3")->tag, "M 280"));
  TL_HAND_UNTIL (frame_colour (&stage, step) == medium);

  tl_hand_key ("<Shift>F8");
  TL_HAND_UNTIL (tl_lens_get_kind (stage.lens) == TL_OVERLAY_NONE);
  TL_HAND_UNTIL (!gtk_widget_get_mapped (GTK_WIDGET (stage.card)) && is_settled (&stage));
  TL_HAND_UNTIL (frame_colour (&stage, step) == before);
  g_assert_null (tl_lens_get_marks (stage.lens));
  tl_kit_destroy (stage.window);
}

/* One after the other and round again; each in the action's state, for the menu's mark. */
static void
test_cycle (gconstpointer data)
{
  Stage stage;

  stage_open (&stage, data, "appliance-repair");
  for (guint i = 1; i <= TL_N_OVERLAYS; i++) {
    TlOverlayKind kind = i % TL_N_OVERLAYS;
    g_autoptr (GVariant) state = NULL;

    tl_hand_key ("F8");
    TL_HAND_UNTIL (tl_lens_get_kind (stage.lens) == kind && is_settled (&stage));
    state = g_action_group_get_action_state (G_ACTION_GROUP (stage.window), "overlay");
    g_assert_cmpstr (g_variant_get_string (state, NULL), ==, tl_overlay_word (kind));
    g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (stage.card)), ==,
                     kind != TL_OVERLAY_NONE);
  }
  tl_kit_destroy (stage.window);
}

/* A button of the header bar opens the menu; arrows choose. */
static void
test_menu (gconstpointer data)
{
  Stage stage;
  GtkWidget *button;

  stage_open (&stage, data, "hotel-check-in");
  button = find_child (GTK_WIDGET (stage.window), "overlay_button");
  g_assert_true (gtk_widget_get_mapped (button));
  tl_hand_click (button, gtk_widget_get_width (button) / 2.0, gtk_widget_get_height (button) / 2.0);
  TL_HAND_UNTIL (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)) != NULL &&
                 gtk_widget_get_mapped (GTK_WIDGET (
                   gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
  tl_hand_wait (200);
  for (guint i = 0; i < 8 && tl_lens_get_kind (stage.lens) == TL_OVERLAY_NONE; i++)
    tl_hand_key ("Down");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (!gtk_widget_get_mapped (GTK_WIDGET (
                   gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
  TL_HAND_UNTIL (tl_lens_get_kind (stage.lens) != TL_OVERLAY_NONE && is_settled (&stage));
  tl_kit_destroy (stage.window);
}

static GtkWidget *
find_popover (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_POPOVER (child))
      return child;
  }
  return NULL;
}

/* Whose focus it is is chosen in the card. */
static void
test_role (gconstpointer data)
{
  Stage stage;
  GtkWidget *roles;
  const TlMarks *marks;

  stage_open (&stage, data, "hotel-check-in");
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.overlay", "s", "role");
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (stage.card)) && is_settled (&stage));
  marks = tl_lens_get_marks (stage.lens);
  g_assert_cmpuint (marks->overlay->role, ==, find_id (&stage, "rec"));
  roles = tl_overlay_card_get_roles (stage.card);
  g_assert_true (gtk_widget_get_mapped (roles));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (roles)), ==, 1);

  gtk_widget_grab_focus (roles);
  tl_hand_key ("space");
  TL_HAND_UNTIL (find_popover (roles) != NULL && gtk_widget_get_mapped (find_popover (roles)));
  TL_HAND_UNTIL (GTK_IS_LIST_VIEW (gtk_widget_get_ancestor (
                   gtk_root_get_focus (gtk_widget_get_root (roles)), GTK_TYPE_LIST_VIEW)));
  for (guint i = 0; i < 3; i++)   /* the list opens on its first row */
    tl_hand_key ("Down");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (tl_lens_get_marks (stage.lens)->overlay->role == find_id (&stage, "porter"));
  g_assert_cmpstr (label_text (GTK_WIDGET (stage.window), "overlay_label"), ==,
                   "Overlay: Role focus: Porter");
  TL_HAND_UNTIL (is_settled (&stage));
  g_assert_nonnull (mark_of (&stage, "s16"));
  g_assert_null (mark_of (&stage, "s5"));
  tl_kit_destroy (stage.window);
}

/* Small, it is a title with two buttons; and off by its own button. */
static void
test_card (gconstpointer data)
{
  Stage stage;
  GtkWidget *toggle, *close;
  int high;

  stage_open (&stage, data, "hotel-check-in");
  tl_hand_key ("F8");
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (stage.card)) && is_settled (&stage));
  tl_hand_settle (GTK_WIDGET (stage.window));
  high = gtk_widget_get_height (GTK_WIDGET (stage.card));
  toggle = find_child (GTK_WIDGET (stage.card), "toggle");
  tl_hand_click (toggle, 8, 8);
  TL_HAND_UNTIL (gtk_widget_get_height (GTK_WIDGET (stage.card)) < high / 2);
  g_assert_true (gtk_widget_get_mapped (find_child (GTK_WIDGET (stage.card), "title")));
  tl_hand_click (toggle, 8, 8);
  TL_HAND_UNTIL (gtk_widget_get_height (GTK_WIDGET (stage.card)) == high);
  close = gtk_widget_get_next_sibling (toggle);
  tl_hand_click (close, 8, 8);
  TL_HAND_UNTIL (tl_lens_get_kind (stage.lens) == TL_OVERLAY_NONE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (stage.card)));
  tl_kit_destroy (stage.window);
}

static TlBox
bounds_of (const Stage *stage,
           GtkWidget   *widget)
{
  graphene_rect_t own;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (stage->canvas), &own));
  return (TlBox) { own.origin.x, own.origin.y, own.size.width, own.size.height };
}

static gboolean
is_covered (const Stage *stage,
            TlId         id)
{
  TlBox box;

  return tl_canvas_locate (stage->canvas, id, &box) &&
         tl_box_overlaps (box, bounds_of (stage, GTK_WIDGET (stage->card)));
}

static void
scroll_by (GtkAdjustment *adjustment,
           double         way)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + way);
}

/* So that the card lies upon it. */
static void
scroll_beneath (const Stage *stage,
                TlId         id)
{
  GtkScrollable *canvas = GTK_SCROLLABLE (stage->canvas);
  TlBox card = bounds_of (stage, GTK_WIDGET (stage->card));
  TlBox box;

  g_assert_true (tl_canvas_locate (stage->canvas, id, &box));
  scroll_by (gtk_scrollable_get_hadjustment (canvas), box.x - card.x);
  scroll_by (gtk_scrollable_get_vadjustment (canvas), box.y - card.y);
}

/* It leaves the minimap free, and goes aside for a step that is selected beneath it. */
static void
test_aside (gconstpointer data)
{
  Stage stage;
  GtkWidget *map;
  TlId id;

  stage_open (&stage, data, "hotel-check-in");
  id = tl_kit_find_step (stage.window, "Any suitable room free?");
  map = tl_window_get_minimap (stage.window);
  gtk_widget_set_visible (map, TRUE);
  tl_hand_key ("F8");
  TL_HAND_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (stage.card)) && is_settled (&stage));
  tl_hand_settle (GTK_WIDGET (stage.window));
  g_assert_false (tl_box_overlaps (bounds_of (&stage, GTK_WIDGET (stage.card)),
                                   bounds_of (&stage, map)));
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.zoom-original", NULL);
  TL_HAND_UNTIL (is_settled (&stage));
  scroll_beneath (&stage, id);
  TL_HAND_UNTIL (is_covered (&stage, id));
  tl_kit_select (stage.window, id);
  TL_HAND_UNTIL (!is_covered (&stage, id));
  g_assert_cmpfloat (bounds_of (&stage, GTK_WIDGET (stage.card)).x, >=, 0);
  tl_kit_destroy (stage.window);
}

static GtkWindow *
find_dialog (TlWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *item = all; item != NULL; item = item->next) {
    if (TL_IS_EXPORT_DIALOG (item->data) &&
        gtk_window_get_transient_for (GTK_WINDOW (item->data)) == GTK_WINDOW (window))
      return GTK_WINDOW (item->data);
  }
  return NULL;
}

/* The overlay that is on is offered for the picture. */
static void
test_export (gconstpointer data)
{
  Stage stage;

  stage_open (&stage, data, "corner-shoeshine");
  for (guint i = 0; i < 2; i++) {
    GtkWindow *dialog;
    GtkWidget *row;

    tl_hand_key ("<Control>e");
    TL_HAND_UNTIL (find_dialog (stage.window) != NULL);
    dialog = find_dialog (stage.window);
    TL_HAND_UNTIL (tl_export_dialog_is_ready (TL_EXPORT_DIALOG (dialog)));
    row = find_child (GTK_WIDGET (dialog), "overlay_row");
    g_assert_cmpint (gtk_widget_get_visible (row), ==, i == 1);
    if (i == 1)
      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                       "Priority of failure points");
    gtk_window_close (dialog);
    TL_HAND_UNTIL (find_dialog (stage.window) == NULL);
    tl_hand_focus (GTK_WIDGET (stage.window));
    if (i == 0) {
      gtk_widget_grab_focus (GTK_WIDGET (stage.canvas));
      tl_hand_key ("F8");
      TL_HAND_UNTIL (tl_lens_get_kind (stage.lens) == TL_OVERLAY_PRIORITY);
    }
  }
  tl_kit_destroy (stage.window);
}

/* A chart that goes, and one that comes in its place, while an overlay is on. */
static void
test_another_chart (gconstpointer data)
{
  Stage stage;
  g_autofree char *path = tl_kit_example ("appliance-repair");
  TlEditor *before;

  stage_open (&stage, data, "hotel-check-in");
  before = tl_window_get_editor (stage.window);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.overlay", "s", "time");
  TL_HAND_UNTIL (is_settled (&stage));
  tl_window_load (stage.window, path);
  TL_HAND_UNTIL (tl_window_get_editor (stage.window) != NULL &&
                 tl_window_get_editor (stage.window) != before);
  TL_HAND_UNTIL (is_settled (&stage) && tl_lens_get_marks (stage.lens) != NULL);
  g_assert_cmpstr (mark_of (&stage, "s8")->tag, ==, "1 d 21 h · 53 %");
  tl_kit_destroy (stage.window);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window/overlay/priority", test_priority },
    { "/window/overlay/cycle", test_cycle },
    { "/window/overlay/menu", test_menu },
    { "/window/overlay/role", test_role },
    { "/window/overlay/card", test_card },
    { "/window/overlay/aside", test_aside },
    { "/window/overlay/export", test_export },
    { "/window/overlay/another-chart", test_another_chart },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
