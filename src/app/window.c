/* window.c - one window: its pages and how they hang together. */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/recent.h"
#include "app/text-scale.h"

#define LEAST_CHART 260   /* widget pixels that the chart keeps beside its panes */
#define WIDEST 1.4         /* times as wide as usual that panes are from the beginning */

G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

void
tl_window_selection_changed (TlWindow *self)
{
  tl_window_update_selected (self);
  tl_window_update_commands (self);
}

static void
revealed_cb (TlWindow *self,
             guint     id)
{
  tl_canvas_reveal (self->canvas, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
again_cb (TlWindow *self)
{
  g_autofree char *path = g_strdup (tl_report_page_get_path (self->report_page));

  tl_window_load (self, path);
}

static void
open_recent_cb (TlWindow   *self,
                const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-path", "s", path);
}

/* What others ask. */

TlEditor *
tl_window_get_editor (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->editor;
}

TlCanvas *
tl_window_get_canvas (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->canvas;
}

GtkWidget *
tl_window_get_inspector (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->inspector);
}

GtkWidget *
tl_window_get_bottom_pane (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->bottom_pane);
}

GtkWidget *
tl_window_get_progress_strip (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->progress_strip);
}

GtkWidget *
tl_window_get_outline (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->outline);
}

GtkWidget *
tl_window_get_minimap (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->minimap);
}

TlLens *
tl_window_get_lens (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->lens;
}

GtkWidget *
tl_window_get_overlay_card (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->overlay_card);
}

GtkWidget *
tl_window_get_find_bar (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->find_bar);
}

GtkWidget *
tl_window_get_report (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->report_page);
}

TlNotice *
tl_window_get_notice (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->notice;
}

/* A toast is only seen; a changed description is heard as well. */
void
tl_window_speak (TlWindow   *self,
                 const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

void
tl_window_say (TlWindow   *self,
               const char *text)
{
  AdwToast *toast;
  g_autofree char *escaped = NULL;

  g_return_if_fail (TL_IS_WINDOW (self));

  tl_window_speak (self, text);
  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* View actions. */

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  double zoom = tl_canvas_get_zoom (self->canvas);

  if (g_str_equal (name, "win.zoom-in"))
    tl_canvas_set_zoom (self->canvas, tl_zoom_step (zoom, 1));
  else if (g_str_equal (name, "win.zoom-out"))
    tl_canvas_set_zoom (self->canvas, tl_zoom_step (zoom, -1));
  else if (g_str_equal (name, "win.zoom-fit"))
    tl_canvas_fit (self->canvas);
  else
    tl_canvas_set_zoom (self->canvas, 1.0);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  if (self->editor == NULL)
    return;
  if (g_str_equal (name, "win.find") || !gtk_widget_get_visible (GTK_WIDGET (self->find_bar)))
    tl_find_bar_open (self->find_bar);
  else
    tl_find_bar_walk (self->find_bar, g_str_equal (name, "win.find-next"));
}

static void
found_cb (TlWindow *self,
          guint     place)
{
  if (place != TL_ID_NONE)
    tl_canvas_reveal (self->canvas, place);
}

/* The window. */

/* Only what was seen counts: a chart's panes have no size on the start page. */
static void
remember_size (TlWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->outline)))
    g_settings_set_int (self->settings, "outline-width",
                        CLAMP (gtk_paned_get_position (self->outline_paned), 160, 800));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->inspector)))
    g_settings_set_int (self->settings, "inspector-width",
                        CLAMP (gtk_widget_get_width (GTK_WIDGET (self->inspector)), 240, 1200));
}

/* In widget pixels; while nobody has placed the pane more with larger text. */
static int
pane_width (TlWindow   *self,
            const char *key)
{
  g_autoptr (GVariant) placed = g_settings_get_user_value (self->settings, key);
  int width = g_settings_get_int (self->settings, key);

  return placed != NULL ? width
                        : (int) (width * MIN (tl_text_scale (GTK_WIDGET (self)), WIDEST));
}

/* The panes are placed from the left, so that the inspector's width can be given only once
 * it is known how wide all is.  Until then it is as narrow as it can be: asking for the
 * right width from the beginning saves laying out everything twice. */
static void
ask_inspector_width (TlWindow *self,
                     int       window_width)
{
  int wanted = pane_width (self, "inspector-width");
  int most = window_width - pane_width (self, "outline-width") - LEAST_CHART;

  gtk_widget_get_size_request (GTK_WIDGET (self->inspector), &self->inspector_least, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector),
                               MAX (MIN (wanted, most), self->inspector_least), -1);
}

static gboolean
release_inspector_cb (gpointer data)
{
  TlWindow *self = data;

  if (self->inspector != NULL)
    gtk_widget_set_size_request (GTK_WIDGET (self->inspector), self->inspector_least, -1);
  return G_SOURCE_REMOVE;
}

static void
place_inspector (TlWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inspector_paned));
  int wanted = pane_width (self, "inspector-width");

  if (width == 0 || self->inspector_placed)
    return;
  self->inspector_placed = TRUE;
  gtk_paned_set_position (self->inspector_paned, MAX (width - wanted, 0));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, release_inspector_cb, g_object_ref (self),
                   g_object_unref);
}

static gboolean
tl_window_close_request (GtkWindow *window)
{
  TlWindow *self = TL_WINDOW (window);

  if (!tl_window_may_close (self))
    return TRUE;
  remember_size (self);
  return GTK_WINDOW_CLASS (tl_window_parent_class)->close_request (window);
}

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  tl_window_stop_load (self);
  if (self->canvas != NULL)
    tl_window_set_editor (self, NULL);
  tl_window_clear_print (self);
  g_clear_handle_id (&self->watch_source, g_source_remove);
  g_clear_handle_id (&self->time_source, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->lens);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_WINDOW);

  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, TlWindow, title_stack);
  gtk_widget_class_bind_template_child (klass, TlWindow, title_widget);
  gtk_widget_class_bind_template_child (klass, TlWindow, title_menu);
  gtk_widget_class_bind_template_child (klass, TlWindow, title_entry);
  gtk_widget_class_bind_template_child (klass, TlWindow, toasts);
  gtk_widget_class_bind_template_child (klass, TlWindow, pages);
  gtk_widget_class_bind_template_child (klass, TlWindow, start_page);
  gtk_widget_class_bind_template_child (klass, TlWindow, report_page);
  gtk_widget_class_bind_template_child (klass, TlWindow, outline_paned);
  gtk_widget_class_bind_template_child (klass, TlWindow, inspector_paned);
  gtk_widget_class_bind_template_child (klass, TlWindow, outline);
  gtk_widget_class_bind_template_child (klass, TlWindow, find_bar);
  gtk_widget_class_bind_template_child (klass, TlWindow, minimap);
  gtk_widget_class_bind_template_child (klass, TlWindow, canvas);
  gtk_widget_class_bind_template_child (klass, TlWindow, inspector);
  gtk_widget_class_bind_template_child (klass, TlWindow, bottom_pane);
  gtk_widget_class_bind_template_child (klass, TlWindow, progress_strip);
  gtk_widget_class_bind_template_child (klass, TlWindow, bottom_button);
  gtk_widget_class_bind_template_child (klass, TlWindow, empty_hint);
  gtk_widget_class_bind_template_child (klass, TlWindow, chart_menu);
  gtk_widget_class_bind_template_child (klass, TlWindow, primary_menu);
  gtk_widget_class_bind_template_child (klass, TlWindow, open_button);
  gtk_widget_class_bind_template_child (klass, TlWindow, undo_box);
  gtk_widget_class_bind_template_child (klass, TlWindow, undo_button);
  gtk_widget_class_bind_template_child (klass, TlWindow, redo_button);
  gtk_widget_class_bind_template_child (klass, TlWindow, outline_button);
  gtk_widget_class_bind_template_child (klass, TlWindow, inspector_button);
  gtk_widget_class_bind_template_child (klass, TlWindow, print_button);
  gtk_widget_class_bind_template_child (klass, TlWindow, menu_button);
  gtk_widget_class_bind_template_child (klass, TlWindow, steps_label);
  gtk_widget_class_bind_template_child (klass, TlWindow, failures_label);
  gtk_widget_class_bind_template_child (klass, TlWindow, time_label);
  gtk_widget_class_bind_template_child (klass, TlWindow, overlay_label);
  gtk_widget_class_bind_template_child (klass, TlWindow, overlay_button);
  gtk_widget_class_bind_template_child (klass, TlWindow, overlay_card);
  gtk_widget_class_bind_template_child (klass, TlWindow, selected_label);
  gtk_widget_class_bind_template_child (klass, TlWindow, zoom_button);
  gtk_widget_class_bind_template_child (klass, TlWindow, notice);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tl_window_close_request;

  g_type_ensure (TL_TYPE_START_PAGE);
  g_type_ensure (TL_TYPE_REPORT_PAGE);
  g_type_ensure (TL_TYPE_OUTLINE);
  g_type_ensure (TL_TYPE_FIND_BAR);
  g_type_ensure (TL_TYPE_MINIMAP);
  g_type_ensure (TL_TYPE_CANVAS);
  g_type_ensure (TL_TYPE_INSPECTOR);
  g_type_ensure (TL_TYPE_BOTTOM_PANE);
  g_type_ensure (TL_TYPE_PROGRESS_STRIP);
  g_type_ensure (TL_TYPE_NOTICE);
  g_type_ensure (TL_TYPE_OVERLAY_CARD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/window.ui");
  tl_window_install_load (widget_class);
  tl_window_install_files (widget_class);
  tl_window_install_commands (widget_class);
  tl_window_install_clipboard (widget_class);
  tl_window_install_place (widget_class);
  tl_window_install_print (widget_class);
  tl_window_install_title (widget_class);
  tl_window_install_guide (widget_class);
  tl_window_install_intake (widget_class);
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-original", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_action);

  bind_children (widget_class);
}

/* The recent charts, each time the menu opens. */
static void
fill_recent_menu (TlWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GPtrArray) paths = tl_recent_paths ();

  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index (paths, i);
    g_autofree char *title = tl_path_title (path);
    g_autofree char *folder = tl_path_folder (path);
    g_autofree char *label = g_strdup_printf ("%s  (%s)", title, folder);
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

    g_menu_item_set_action_and_target (item, "app.open-path", "s", path);
    g_menu_append_item (menu, item);
  }
  if (paths->len == 0)
    g_menu_append (menu, _("No recent charts"), "win.none");
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (self->open_button), G_MENU_MODEL (menu));
}

/* What can be done with what is selected, for those who look in the main menu. */
static void
add_edit_menu (TlWindow *self)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append_submenu (section, _("_Edit"), self->chart_menu);
  g_menu_insert_section (G_MENU (self->primary_menu), 3, NULL, G_MENU_MODEL (section));
}

/* Panes are shown or not in all windows alike, by actions that menus can tick. */
static void
bind_panes (TlWindow *self)
{
  const struct {
    const char *name;
    gpointer    widget;
  } panes[] = {
    { "show-outline", self->outline },
    { "show-inspector", self->inspector },
    { "show-bottom", self->bottom_pane },
    { "show-progress", self->progress_strip },
    { "show-minimap", self->minimap },
  };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++) {
    g_autoptr (GPropertyAction) action =
      g_property_action_new (panes[i].name, panes[i].widget, "visible");

    g_settings_bind (self->settings, panes[i].name, panes[i].widget, "visible",
                     G_SETTINGS_BIND_DEFAULT);
    g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  }
}

static void
tl_window_init (TlWindow *self)
{
  int width, height;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (TL_APP_ID);
  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_paned_set_position (self->outline_paned, pane_width (self, "outline-width"));
  ask_inspector_width (self, width);
  g_signal_connect_swapped (self->inspector_paned, "notify::max-position",
                            G_CALLBACK (place_inspector), self);
  bind_panes (self);
  tl_minimap_set_canvas (self->minimap, self->canvas);
  tl_canvas_set_told_by (self->canvas, GTK_WIDGET (self->outline), GTK_WIDGET (self->inspector));
  add_edit_menu (self);
  tl_window_init_watch (self);
  tl_window_init_files (self);
  tl_window_init_title (self);
  tl_window_init_overlay (self);
  tl_window_init_guide (self);
  tl_window_init_print (self);
  g_signal_connect_swapped (self->canvas, "notify::zoom", G_CALLBACK (tl_window_update_zoom),
                            self);
  g_signal_connect_swapped (self->outline, "activated", G_CALLBACK (revealed_cb), self);
  g_signal_connect_swapped (self->bottom_pane, "activated", G_CALLBACK (revealed_cb), self);
  g_signal_connect_swapped (self->find_bar, "found", G_CALLBACK (found_cb), self);
  g_signal_connect_swapped (self->report_page, "again", G_CALLBACK (again_cb), self);
  g_signal_connect_swapped (self->start_page, "open-template",
                            G_CALLBACK (tl_window_load_template), self);
  g_signal_connect_swapped (self->start_page, "open-recent", G_CALLBACK (open_recent_cb), self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (fill_recent_menu), self, G_CONNECT_SWAPPED);
  fill_recent_menu (self);
  tl_window_update (self);
}

TlWindow *
tl_window_new (GtkApplication *application)
{
  return g_object_new (TL_TYPE_WINDOW, "application", application, NULL);
}
