/* child-drag.c - the order of children changed by dragging. */
#include <glib/gi18n-lib.h>

#include "app/child-private.h"

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            TlChild       *child)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, child->id);
  return gdk_content_provider_new_for_value (&value);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               TlChild       *child)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (child->expander);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (child->expander), FALSE);
  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
is_below (TlChild *child,
          double   y)
{
  return y > gtk_widget_get_height (child->expander) / 2.0;
}

static void
show_drop (TlChild *child,
           int      where)
{
  gtk_widget_remove_css_class (child->expander, "drop-above");
  gtk_widget_remove_css_class (child->expander, "drop-below");
  if (where != 0)
    gtk_widget_add_css_class (child->expander, where < 0 ? "drop-above" : "drop-below");
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           TlChild       *child)
{
  show_drop (child, is_below (child, y) ? 1 : -1);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          TlChild       *child)
{
  show_drop (child, 0);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         TlChild       *child)
{
  TlChildList *self = child->list;
  guint from = tl_id_list_index (tl_child_list_ids (self), g_value_get_uint (value));
  guint to = tl_id_list_index (tl_child_list_ids (self), child->id);

  show_drop (child, 0);
  if (from == G_MAXUINT || to == G_MAXUINT)
    return FALSE;
  if (is_below (child, y))
    to++;
  tl_child_list_move (self, g_value_get_uint (value), from < to ? to - 1 : to);
  return TRUE;
}

void
tl_child_add_handle (TlChild *child)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_widget_add_css_class (handle, "dim-label");
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _("Drag to Reorder"));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), child);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), child);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), child);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), child);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), child);
  gtk_widget_add_controller (child->expander, GTK_EVENT_CONTROLLER (target));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (child->expander), handle);
}
