/* window-place.c - what the menus on places, headers and badges do. */
#include "app/window-private.h"

#include "app/attach-popover.h"
#include "app/commands.h"
#include "app/field-row.h"

/* Shows what was made with its label open, or says why it was not. */
static void
show_made (TlWindow     *self,
           TlId          made,
           const GError *error)
{
  if (made == TL_ID_NONE)
    tl_window_refuse (self, error);
  else
    tl_canvas_edit_label (self->canvas, made, "");
}

static void
show_done (TlWindow     *self,
           gboolean      done,
           const GError *error)
{
  if (!done)
    tl_window_refuse (self, error);
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
  if (g_str_equal (name, "win.add-step-at"))
    made = tl_command_add_at (self->editor, TL_ID_NONE, tl_window_get_cell (parameter), &error);
  else if (g_str_equal (name, "win.insert-step"))
    made = tl_command_insert (self->editor, tl_selection_get_last (
                                tl_editor_get_selection (self->editor)), TL_ID_NONE, &error);
  else
    made = tl_command_add_beside (self->editor,
                                  g_str_equal (g_variant_get_string (parameter, NULL), "after"),
                                  &error);
  show_made (self, made, error);
}

static void
set_band_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  const TlField *field = tl_class_find_field (tl_class_get (TL_RECORD_LANE), "band");
  const TlEnumRow *row = tl_enum_find_word (field->rows, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (row == NULL || !tl_window_is_ready (self))
    return;
  show_done (self, tl_command_set_band (self->editor, (TlBand) row->value, &error), error);
}

static void
select_inside_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  if (tl_window_is_ready (self))
    tl_command_select_inside (self->editor, tl_selection_get_last (
      tl_editor_get_selection (self->editor)));
}

/* Recovery procedures. */

static void
attach (TlWindow   *self,
        TlId        recovery,
        TlId        failure,
        const char *name)
{
  g_autoptr (GError) error = NULL;
  TlId attached = tl_command_attach (self->editor, recovery, failure, name, &error);

  if (attached != TL_ID_NONE && (recovery != TL_ID_NONE || name != NULL))
    tl_canvas_reveal (self->canvas, attached);
  else
    show_made (self, attached, error);
}

static void
chosen_cb (TlAttachPopover *popover,
           guint            recovery,
           const char      *name,
           TlWindow        *self)
{
  TlId failure;

  if (!tl_window_is_ready (self))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  failure = tl_command_get_failure (self->editor);
  if (failure != TL_ID_NONE)
    attach (self, recovery, failure, name);
}

static void
choose_recovery_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  GtkWidget *popover;
  TlId failure;

  if (!tl_window_is_ready (self))
    return;
  failure = tl_command_get_failure (self->editor);
  if (failure == TL_ID_NONE || !tl_attach_popover_has_choice (self->editor, failure)) {
    gtk_widget_activate_action (widget, "win.add-recovery", NULL);
    return;
  }
  popover = tl_attach_popover_new (self->editor, failure);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (chosen_cb), self, 0);
  tl_canvas_show_popover (self->canvas, GTK_POPOVER (popover), failure);
}

static void
pair_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  TlId recovery, failure;

  if (!tl_window_is_ready (self))
    return;
  g_variant_get (parameter, "(uu)", &recovery, &failure);
  if (g_str_equal (name, "win.attach-recovery"))
    attach (self, recovery, failure, NULL);
  else
    show_done (self, tl_command_detach (self->editor, recovery, failure, &error), error);
}

/* Puts the cursor in the first row of what is selected. */
static void
open_details_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  const char *field;
  GtkWidget *row = NULL;
  TlId id;

  if (!tl_window_is_ready (self))
    return;
  id = tl_selection_get_last (tl_editor_get_selection (self->editor));
  tl_window_fill_panes (self);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector), TRUE);
  field = tl_command_name_field (self->editor, id);
  if (field != NULL)
    row = tl_inspector_get_row (self->inspector, id, field);
  if (row != NULL)
    tl_field_row_focus (row);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->inspector), GTK_DIR_TAB_FORWARD);
}

void
tl_window_install_place (GtkWidgetClass *klass)
{
  static const struct {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } rows[] = {
    { "win.add-step-at", TL_WINDOW_CELL, add_action },
    { "win.insert-step", NULL, add_action },
    { "win.add-beside", "s", add_action },
    { "win.set-band", "s", set_band_action },
    { "win.select-inside", NULL, select_inside_action },
    { "win.choose-recovery", NULL, choose_recovery_action },
    { "win.attach-recovery", "(uu)", pair_action },
    { "win.detach-recovery", "(uu)", pair_action },
    { "win.open-details", NULL, open_details_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_class_install_action (klass, rows[i].name, rows[i].parameter, rows[i].activate);
}
