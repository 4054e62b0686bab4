/* window-commands.c - what menus, keys and gestures do to the chart. */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlChart *chart = self->editor != NULL ? tl_editor_get_chart (self->editor) : NULL;

  if (chart == NULL)
    return;
  if (g_str_equal (name, "win.undo") && tl_chart_can_undo (chart))
    tl_chart_undo (chart);
  else if (g_str_equal (name, "win.redo") && tl_chart_can_redo (chart))
    tl_chart_redo (chart);
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  const TlOrder *order;

  if (self->editor == NULL)
    return;
  order = tl_editor_get_order (self->editor);
  tl_selection_set (tl_editor_get_selection (self->editor), order->steps, order->n_steps);
}

void
tl_window_update_commands (TlWindow *self)
{
}

void
tl_window_install_commands (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.select-all", NULL, select_all_action);
}
