/* window-commands.c - what menus, keys and gestures do to the chart.
 *
 * Unpacks the action, calls a command, says why when it was refused, and shows what
 * was made.
 */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/commands.h"

/* Undo and redo belong to the text a person writes as long as it has something of its
 * own to take back. */
static gboolean
give_to_text (TlWindow *self,
              gboolean  undo)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  const char *action = undo ? "text.undo" : "text.redo";

  if (GTK_IS_TEXT_VIEW (focus)) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

    if (!(undo ? gtk_text_buffer_get_can_undo : gtk_text_buffer_get_can_redo) (buffer))
      return FALSE;
    gtk_widget_activate_action (focus, action, NULL);
    return TRUE;
  }
  if (GTK_IS_TEXT (focus)) {
    /* An entry does not tell whether it can; its text does afterwards. */
    g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));

    gtk_widget_activate_action (focus, action, NULL);
    return g_strcmp0 (before, gtk_editable_get_text (GTK_EDITABLE (focus))) != 0;
  }
  return FALSE;
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlChart *chart = self->editor != NULL ? tl_editor_get_chart (self->editor) : NULL;
  gboolean undo = g_str_equal (name, "win.undo");

  if (chart == NULL || give_to_text (self, undo) || !tl_canvas_finish_label (self->canvas))
    return;
  if (undo && tl_chart_can_undo (chart))
    tl_chart_undo (chart);
  else if (!undo && tl_chart_can_redo (chart))
    tl_chart_redo (chart);
}

static void
select_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  const TlOrder *order;

  if (self->editor == NULL)
    return;
  order = tl_editor_get_order (self->editor);
  if (g_str_equal (name, "win.select-all"))
    tl_selection_set (tl_editor_get_selection (self->editor), order->steps, order->n_steps);
  else
    tl_selection_set_one (tl_editor_get_selection (self->editor), TL_ID_NONE);
}

gboolean
tl_window_is_ready (TlWindow *self)
{
  return self->editor != NULL && tl_canvas_finish_label (self->canvas);
}

void
tl_window_refuse (TlWindow     *self,
                  const GError *error)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  tl_window_say (self, error->message);
}

TlCell
tl_window_get_cell (GVariant *parameter)
{
  TlCell cell;

  g_variant_get (parameter, TL_WINDOW_CELL, &cell.lane, &cell.phase, &cell.column, &cell.row);
  return cell;
}

static TlWay
way_of (GVariant *parameter)
{
  const char *word = g_variant_get_string (parameter, NULL);

  if (g_str_equal (word, "left"))
    return TL_WAY_LEFT;
  if (g_str_equal (word, "right"))
    return TL_WAY_RIGHT;
  return g_str_equal (word, "up") ? TL_WAY_UP : TL_WAY_DOWN;
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  TlId made;

  if (!tl_window_is_ready (self))
    return;
  if (g_str_equal (name, "win.next-step"))
    made = tl_command_next (self->editor, &error);
  else if (g_str_equal (name, "win.new-branch"))
    made = tl_command_branch (self->editor, &error);
  else if (g_str_equal (name, "win.build"))
    made = tl_command_build (self->editor, way_of (parameter), &error);
  else if (g_str_equal (name, "win.add-failure"))
    made = tl_command_add_failure (self->editor, &error);
  else
    made = tl_command_add_recovery (self->editor, &error);
  if (made == TL_ID_NONE)
    tl_window_refuse (self, error);
  else
    tl_canvas_edit_label (self->canvas, made, "");
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!tl_window_is_ready (self))
    return;
  if (g_str_equal (name, "win.delete"))
    done = tl_command_delete (self->editor, &error);
  else if (g_str_equal (name, "win.duplicate"))
    done = tl_command_duplicate (self->editor, &error);
  else if (g_str_equal (name, "win.move"))
    done = tl_command_move (self->editor, way_of (parameter), &error);
  else if (g_str_equal (name, "win.connect"))
    done = tl_command_connect_selected (self->editor, &error);
  else
    done = tl_command_set_kind (self->editor, g_variant_get_string (parameter, NULL), &error);
  if (!done)
    tl_window_refuse (self, error);
  else if (tl_selection_get_n (tl_editor_get_selection (self->editor)) > 0)
    tl_canvas_reveal (self->canvas,
                      tl_selection_get_last (tl_editor_get_selection (self->editor)));
}

static void
walk_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlWay way = way_of (parameter);

  if (!tl_window_is_ready (self))
    return;
  /* A header does not walk; it is moved among its like. */
  if (g_str_equal (name, "win.walk-flow") && tl_command_is_header (self->editor)) {
    change_action (widget, "win.move", parameter);
    return;
  }
  if (g_str_equal (name, "win.walk") ? tl_command_walk (self->editor, way)
                                     : tl_command_walk_flow (self->editor, way))
    tl_canvas_reveal (self->canvas,
                      tl_selection_get_last (tl_editor_get_selection (self->editor)));
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlId id;

  if (!tl_window_is_ready (self))
    return;
  id = tl_selection_get_last (tl_editor_get_selection (self->editor));
  if (id == TL_ID_NONE)
    gtk_widget_activate_action (widget, "win.rename-chart", NULL);
  else if (tl_command_name_field (self->editor, id) != NULL)
    tl_canvas_edit_label (self->canvas, id, g_variant_get_string (parameter, NULL));
}

static void
focus_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TL_WINDOW (widget)->canvas));
}

static void
say_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  tl_window_say (TL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* The same with a button that takes back what was just done, and that goes as soon as
 * something else is the newest step. */
static void
say_undo_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autofree char *text = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);
  AdwToast *toast = adw_toast_new (text);

  tl_window_speak (self, g_variant_get_string (parameter, NULL));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  tl_window_dismiss_undo (self);
  g_set_weak_pointer (&self->undo_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
tl_window_dismiss_undo (TlWindow *self)
{
  AdwToast *toast = self->undo_toast;

  g_clear_weak_pointer (&self->undo_toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

void
tl_window_update_commands (TlWindow *self)
{
  static const char * const adding[] = {
    "win.new-branch", "win.build", "win.move", "win.set-kind", "win.delete",
    "win.duplicate", "win.add-failure", "win.add-recovery", "win.choose-recovery",
    "win.cut", "win.copy", "win.open-details",
  };
  gboolean chart = self->editor != NULL;
  guint n = chart ? tl_selection_get_n (tl_editor_get_selection (self->editor)) : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-step", chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.select-all", chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste", chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-measurements", chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.rename", chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.rename-chart", chart);
  for (guint i = 0; i < G_N_ELEMENTS (adding); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), adding[i], n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.connect", n > 1);
}

void
tl_window_install_commands (GtkWidgetClass *klass)
{
  static const struct {
    const char                   *name;
    const char                   *parameter;
    GtkWidgetActionActivateFunc   activate;
  } rows[] = {
    { "win.undo", NULL, undo_action },
    { "win.redo", NULL, undo_action },
    { "win.select-all", NULL, select_action },
    { "win.select-none", NULL, select_action },
    { "win.next-step", NULL, add_action },
    { "win.new-branch", NULL, add_action },
    { "win.build", "s", add_action },
    { "win.add-failure", NULL, add_action },
    { "win.add-recovery", NULL, add_action },
    { "win.delete", NULL, change_action },
    { "win.duplicate", NULL, change_action },
    { "win.move", "s", change_action },
    { "win.connect", NULL, change_action },
    { "win.set-kind", "s", change_action },
    { "win.walk", "s", walk_action },
    { "win.walk-flow", "s", walk_action },
    { "win.rename", "s", rename_action },
    { "win.focus-chart", NULL, focus_action },
    { "win.say", "s", say_action },
    { "win.say-undo", "s", say_undo_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_class_install_action (klass, rows[i].name, rows[i].parameter, rows[i].activate);
}
