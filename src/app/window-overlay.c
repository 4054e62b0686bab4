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
 * card would lie on the names of the lanes.  The allocation includes the card's margins. */
static gboolean
place_card_cb (GtkOverlay   *overlay,
               GtkWidget    *child,
               GdkRectangle *place,
               TlWindow     *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int height = gtk_widget_get_height (GTK_WIDGET (overlay));
  gboolean rtl = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  GtkRequisition card, map = { 0, 0 };

  if (child != GTK_WIDGET (self->overlay_card))
    return FALSE;
  gtk_widget_get_preferred_size (child, NULL, &card);
  if (has_minimap (self))
    gtk_widget_get_preferred_size (GTK_WIDGET (self->minimap), NULL, &map);
  *place = (GdkRectangle) { width - card.width, height - card.height, card.width, card.height };
  if (map.height > 0 && height - map.height - CARD_GAP - card.height >= TOP_KEPT)
    place->y -= map.height + CARD_GAP - gtk_widget_get_margin_bottom (child);
  else if (map.height > 0)
    place->x -= map.width + CARD_GAP - gtk_widget_get_margin_end (child);
  place->x = MAX (place->x, 0);
  if (rtl)
    place->x = width - card.width - place->x;
  return TRUE;
}

static void
watch_places (TlWindow *self)
{
  GtkScrollable *canvas = GTK_SCROLLABLE (self->canvas);
  GtkWidget *overlay = gtk_widget_get_parent (GTK_WIDGET (self->overlay_card));

  g_signal_connect_object (overlay, "get-child-position", G_CALLBACK (place_card_cb), self, 0);
  g_signal_connect_object (gtk_scrollable_get_hadjustment (canvas), "changed",
                           G_CALLBACK (gtk_widget_queue_allocate), overlay, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (canvas), "changed",
                           G_CALLBACK (gtk_widget_queue_allocate), overlay, G_CONNECT_SWAPPED);
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
