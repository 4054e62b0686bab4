/* field-entry.c - inputs that are written in: one line, or several; and yes or no. */
#include "app/field-input.h"

#include <glib/gi18n-lib.h>

/* One line: texts, numbers, times, money. */

static gboolean
entry_serves (const TlFieldRow *self)
{
  return TRUE;
}

static void
activated_cb (GtkWidget *row)
{
  tl_field_row_commit (row);
}

static GtkWidget *
add_suffix (GtkWidget  *row,
            const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (label, FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), label);
  return label;
}

static void
entry_make (TlFieldRow *self)
{
  self->row = adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), tl_field_label (self->field));
  /* Translators: the selected things have different values. */
  self->various = add_suffix (self->row, _("Various"));
  if (self->field->type == TL_FIELD_MONEY)
    self->data = add_suffix (self->row, NULL);
  g_signal_connect (self->row, "entry-activated", G_CALLBACK (activated_cb), NULL);
  tl_field_row_watch (self, self->row);
}

static void
entry_show (TlFieldRow *self,
            const char *text,
            gboolean    various)
{
  GtkEditable *editable = GTK_EDITABLE (self->row);

  if (self->data != NULL)
    gtk_label_set_text (self->data,
                        tl_chart_info (tl_editor_get_chart (self->editor))->currency);
  if (g_str_equal (text, gtk_editable_get_text (editable)))
    return;
  /* What the chart says is not for the entry's own undo to take back. */
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, TRUE);
}

static char *
entry_read (TlFieldRow *self)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

const TlFieldInput tl_field_input_entry = { entry_serves, entry_make, entry_show, entry_read };

/* Several lines. */

#define LONG_TEXT 400   /* characters above which a text may have several lines */

static gboolean
text_serves (const TlFieldRow *self)
{
  return self->field->type == TL_FIELD_TEXT && self->field->max > LONG_TEXT;
}

static GtkTextBuffer *
text_buffer (TlFieldRow *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
}

/* A click beside the words puts the cursor into them. */
static void
pressed_cb (GtkWidget *view)
{
  gtk_widget_grab_focus (view);
}

/* A text view knows how high its lines are only after it was laid out, and what it asks for
 * then, in the midst of a layout, is not heard: it asks once more. */
static gboolean
ask_again_cb (GtkWidget     *view,
              GdkFrameClock *clock,
              gpointer       data)
{
  if (gtk_widget_get_mapped (view) && gtk_widget_get_width (view) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_queue_resize (view);
  return G_SOURCE_REMOVE;
}

static void
ask_again (GtkWidget *view)
{
  gtk_widget_add_tick_callback (view, ask_again_cb, NULL, NULL);
}

static void
text_make (TlFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  self->row = adw_preferences_row_new ();
  self->input = gtk_text_view_new ();
  self->various = tl_field_caption_new (_("Various"));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_field_label (self->field), -1);
  gtk_box_append (GTK_BOX (title), tl_field_caption_new (tl_field_label (self->field)));
  gtk_widget_set_hexpand (self->various, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->various), 1);
  gtk_box_append (GTK_BOX (title), self->various);
  gtk_widget_add_css_class (box, "long-text");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->input);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_widget_set_focusable (self->row, FALSE);
  gtk_widget_set_cursor_from_name (self->row, "text");
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self->input);
  gtk_widget_add_controller (self->row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_after (self->input, "map", G_CALLBACK (ask_again), NULL);
  tl_field_row_watch (self, self->input);
}

static char *
text_read (TlFieldRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (text_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (text_buffer (self), &start, &end, FALSE);
}

static void
text_show (TlFieldRow *self,
           const char *text,
           gboolean    various)
{
  g_autofree char *now = text_read (self);

  if (g_str_equal (now, text))
    return;
  gtk_text_buffer_set_enable_undo (text_buffer (self), FALSE);
  gtk_text_buffer_set_text (text_buffer (self), text, -1);
  gtk_text_buffer_set_enable_undo (text_buffer (self), TRUE);
  ask_again (self->input);
}

const TlFieldInput tl_field_input_text = { text_serves, text_make, text_show, text_read };

/* Yes or no. */

static gboolean
switch_serves (const TlFieldRow *self)
{
  return self->field->type == TL_FIELD_BOOL;
}

static void
switched_cb (GtkWidget  *input,
             GParamSpec *pspec,
             TlFieldRow *self)
{
  if (!self->updating)
    tl_field_row_set (self, gtk_switch_get_active (GTK_SWITCH (input)) ? "true" : "false");
}

static void
switch_make (TlFieldRow *self)
{
  self->row = adw_action_row_new ();
  self->input = gtk_switch_new ();
  gtk_widget_set_valign (self->input, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), tl_field_label (self->field));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), self->input);
  g_signal_connect (self->input, "notify::active", G_CALLBACK (switched_cb), self);
}

static void
switch_show (TlFieldRow *self,
             const char *text,
             gboolean    various)
{
  gtk_switch_set_active (GTK_SWITCH (self->input), g_str_equal (text, "true"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), various ? _("Various") : NULL);
}

const TlFieldInput tl_field_input_switch = { switch_serves, switch_make, switch_show, NULL };
