/* window-overlay.c - looking at the chart through an overlay: the menu, the card with the
 * legend, and what the status line says of it. */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#define CARD_GAP   8    /* widget pixels between the card and the minimap */
#define TOP_KEPT   40   /* below the top, so that the phases stay in sight */

static void
update_label (TlWindow      *self,
              const TlMarks *marks)
{
  /* Translators: %s is an overlay, such as "Where the time goes". */
  g_autofree char *text = marks != NULL ? g_strdup_printf (_("Overlay: %s"), marks->overlay->title)
                                        : g_strdup ("");

  gtk_label_set_text (self->overlay_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->overlay_label), marks != NULL);
}

static void
lens_changed_cb (TlWindow *self)
{
  const TlMarks *marks = tl_lens_get_marks (self->lens);
  const char *word = tl_overlay_word (tl_lens_get_kind (self->lens));

  tl_canvas_set_marks (self->canvas, marks);
  tl_overlay_card_show (self->overlay_card, marks,
                        self->editor != NULL ? tl_editor_get_chart (self->editor) : NULL);
  update_label (self, marks);
  g_simple_action_set_state (self->overlay_action, g_variant_new_string (word));
}

/* Whether the minimap is there; it may step aside for a while, and its place stays free. */
static gboolean
has_minimap (TlWindow *self)
{
  const TlViewport *view = tl_canvas_get_viewport (self->canvas);

  return gtk_widget_get_visible (GTK_WIDGET (self->minimap)) &&
         (tl_viewport_full_width (view) > view->width + 1 ||
          tl_viewport_full_height (view) > view->height + 1);
}

/* Above the minimap, or beside it where the chart has little height: at the other end the
 * card would lie on the names of the lanes.  With the card's margins, as if the text went from
 * left to right. */
static GdkRectangle
find_place (TlWindow *self,
            int       width,
            int       height)
{
  GtkWidget *widget = GTK_WIDGET (self->overlay_card);
  GtkRequisition card, map = { 0, 0 };
  GdkRectangle place;
  int above;

  gtk_widget_get_preferred_size (widget, NULL, &card);
  if (has_minimap (self))
    gtk_widget_get_preferred_size (GTK_WIDGET (self->minimap), NULL, &map);
  place = (GdkRectangle) { width - card.width, height - card.height, card.width, card.height };
  above = map.height + CARD_GAP - gtk_widget_get_margin_bottom (widget);
  if (map.height > 0 && place.y - above >= TOP_KEPT)
    place.y -= above;
  else if (map.height > 0)
    place.x -= map.width + CARD_GAP - gtk_widget_get_margin_end (widget);
  place.x = MAX (place.x, 0);
  return place;
}

/* How far to the left @place has to go so that what is selected is in sight; @mirrored: see
 * find_place(), in a view of that width, or 0. */
static int
find_shift (TlWindow           *self,
            const GdkRectangle *place,
            int                 mirrored)
{
  TlId id = self->editor == NULL ? TL_ID_NONE
          : tl_selection_get_last (tl_editor_get_selection (self->editor));
  TlBox box;

  if (id == TL_ID_NONE || !tl_canvas_locate (self->canvas, id, &box))
    return 0;
  box = tl_box_grow (box, CARD_GAP);
  if (mirrored > 0)
    box.x = mirrored - box.x - box.w;
  if (!tl_box_overlaps (box, (TlBox) { place->x, place->y, place->width, place->height }))
    return 0;
  return (int) CLAMP (place->x + place->width - box.x, 0, place->x);
}

/* What is selected shall not lie beneath; once aside, the card stays there until something else
 * is selected or it is in the way again, for a view that scrolls would make it jump about. */
static gboolean
place_card_cb (GtkOverlay   *overlay,
               GtkWidget    *child,
               GdkRectangle *place,
               TlWindow     *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  gboolean rtl = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  GdkRectangle home, aside;

  if (child != GTK_WIDGET (self->overlay_card))
    return FALSE;
  home = aside = find_place (self, width, gtk_widget_get_height (GTK_WIDGET (overlay)));
  aside.x = MAX (0, home.x - self->card_shift);
  if (self->card_shift < 0 || find_shift (self, &aside, rtl ? width : 0) > 0)
    self->card_shift = find_shift (self, &home, rtl ? width : 0);
  *place = home;
  place->x = MAX (0, home.x - self->card_shift);
  if (rtl)
    place->x = width - place->width - place->x;
  return TRUE;
}

void
tl_window_place_overlay_card (TlWindow *self)
{
  self->card_shift = -1;
  gtk_widget_queue_allocate (gtk_widget_get_parent (GTK_WIDGET (self->overlay_card)));
}

static void
scrolled_cb (TlWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->overlay_card)))
    gtk_widget_queue_allocate (gtk_widget_get_parent (GTK_WIDGET (self->overlay_card)));
}

static void
watch_places (TlWindow *self)
{
  GtkScrollable *canvas = GTK_SCROLLABLE (self->canvas);
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (canvas);
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (canvas);
  static const char *const signals[] = { "changed", "value-changed" };

  g_signal_connect_object (gtk_widget_get_parent (GTK_WIDGET (self->overlay_card)),
                           "get-child-position", G_CALLBACK (place_card_cb), self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++) {
    g_signal_connect_object (across, signals[i], G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (down, signals[i], G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  }
}

static void
overlay_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  TlWindow *self = data;
  TlOverlayKind kind;

  if (tl_overlay_parse (g_variant_get_string (parameter, NULL), &kind))
    tl_lens_choose (self->lens, kind);
}

static void
role_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  TlWindow *self = data;
  TlId role = self->editor == NULL ? TL_ID_NONE
            : tl_chart_find (tl_editor_get_chart (self->editor),
                             g_variant_get_string (parameter, NULL));

  if (role == TL_ID_NONE)
    return;
  tl_lens_set_role (self->lens, role);
  tl_lens_choose (self->lens, TL_OVERLAY_ROLE);
}

/* From each to the one after it, and from the last to none. */
static void
next_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  TlWindow *self = data;

  tl_lens_choose (self->lens, (tl_lens_get_kind (self->lens) + 1) % TL_N_OVERLAYS);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) none = g_menu_new ();
  g_autoptr (GMenu) some = g_menu_new ();

  for (TlOverlayKind kind = 0; kind < TL_N_OVERLAYS; kind++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (tl_overlay_label (kind), NULL);

    g_menu_item_set_action_and_target (item, "win.overlay", "s", tl_overlay_word (kind));
    g_menu_append_item (kind == TL_OVERLAY_NONE ? none : some, item);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (none));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (some));
  return G_MENU_MODEL (menu);
}

void
tl_window_set_overlay_editor (TlWindow *self,
                              TlEditor *editor)
{
  static const char *const names[] = { "overlay", "overlay-role", "next-overlay" };

  tl_lens_set_editor (self->lens, editor);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                   G_ACTION_MAP (self), names[i])), editor != NULL);
  gtk_widget_set_visible (self->overlay_button, editor != NULL);
}

void
tl_window_init_overlay (TlWindow *self)
{
  static const GActionEntry rows[] = {
    { "overlay", overlay_action, "s", "'none'", NULL, { 0 } },
    { "overlay-role", role_action, "s", NULL, NULL, { 0 } },
    { "next-overlay", next_action, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GMenuModel) menu = make_menu ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), rows, G_N_ELEMENTS (rows), self);
  self->overlay_action =
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "overlay"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->overlay_button), menu);
  self->lens = tl_lens_new ();
  g_signal_connect_object (self->lens, "changed", G_CALLBACK (lens_changed_cb), self,
                           G_CONNECT_SWAPPED);
  watch_places (self);
  g_settings_bind (self->settings, "show-legend", self->overlay_card, "open",
                   G_SETTINGS_BIND_DEFAULT);
  tl_window_set_overlay_editor (self, NULL);
}
