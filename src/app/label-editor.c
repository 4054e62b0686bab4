/* label-editor.c - writing a label where it stands on the canvas. */
#include "app/label-editor.h"

#include <glib/gi18n-lib.h>

#include "app/commands.h"

struct _TlLabelEditor {
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget *view;

  /* Borrowed: the parent */
  TlCanvas  *canvas;

  /* State */
  TlId       id;        /* TL_ID_NONE: closed */
};

enum { REFUSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlLabelEditor, tl_label_editor, GTK_TYPE_WIDGET)

static void
close_editor (TlLabelEditor *self)
{
  self->id = TL_ID_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
get_text (TlLabelEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

gboolean
tl_label_editor_finish (TlLabelEditor *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  TlId id;

  g_return_val_if_fail (TL_IS_LABEL_EDITOR (self), FALSE);

  id = self->id;
  if (id == TL_ID_NONE)
    return TRUE;
  text = g_strstrip (get_text (self));
  if (tl_chart_get (tl_editor_get_chart (tl_canvas_get_editor (self->canvas)), id) != NULL &&
      !tl_command_rename (tl_canvas_get_editor (self->canvas), id, text, &error)) {
    g_signal_emit (self, signals[REFUSED], 0, error->message);
    return FALSE;
  }
  close_editor (self);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TlLabelEditor         *self)
{
  if (keyval == GDK_KEY_Escape) {
    close_editor (self);
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
    return GDK_EVENT_STOP;
  }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_SHIFT_MASK) == 0) {
    /* The input method may still be composing a word that this key ends. */
    if (gtk_text_view_im_context_filter_keypress (
          GTK_TEXT_VIEW (self->view),
          gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller))))
      return GDK_EVENT_STOP;
    if (tl_label_editor_finish (self))
      gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
    return GDK_EVENT_STOP;
  }
  return GDK_EVENT_PROPAGATE;
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               TlLabelEditor           *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Only the window lost the keyboard, to another or to a menu; one goes on writing later. */
  if (root != NULL && gtk_root_get_focus (root) == self->view)
    return;
  /* Refused text must not hold the focus captive: the label stays as it was. */
  if (self->id != TL_ID_NONE && !tl_label_editor_finish (self))
    close_editor (self);
}

static void
text_changed_cb (TlLabelEditor *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self->canvas));
}

TlId
tl_label_editor_get_id (TlLabelEditor *self)
{
  g_return_val_if_fail (TL_IS_LABEL_EDITOR (self), TL_ID_NONE);

  return self->id;
}

gboolean
tl_label_editor_is_open (TlLabelEditor *self)
{
  g_return_val_if_fail (TL_IS_LABEL_EDITOR (self), FALSE);

  return self->id != TL_ID_NONE;
}

void
tl_label_editor_begin (TlLabelEditor *self,
                       TlId           id,
                       const char    *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  const char *label;

  g_return_if_fail (TL_IS_LABEL_EDITOR (self));

  if (!tl_label_editor_finish (self))
    return;
  label = tl_editor_get_label (tl_canvas_get_editor (self->canvas), id);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  self->id = id;
  gtk_text_buffer_set_text (buffer, *text != '\0' ? text : label != NULL ? label : "", -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  if (*text != '\0')
    gtk_text_buffer_place_cursor (buffer, &end);
  else
    gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->view);
}

static void
tl_label_editor_dispose (GObject *object)
{
  TlLabelEditor *self = TL_LABEL_EDITOR (object);

  self->id = TL_ID_NONE;
  g_clear_pointer (&self->view, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_label_editor_parent_class)->dispose (object);
}

static void
tl_label_editor_class_init (TlLabelEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_label_editor_dispose;

  signals[REFUSED] = g_signal_new ("refused", TL_TYPE_LABEL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "labeleditor");
}

static void
tl_label_editor_init (TlLabelEditor *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_justification (GTK_TEXT_VIEW (self->view), GTK_JUSTIFY_CENTER);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_set_valign (self->view, GTK_ALIGN_CENTER);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Label"), -1);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->view, key);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->view, focus);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

TlLabelEditor *
tl_label_editor_new (TlCanvas *canvas)
{
  TlLabelEditor *self = g_object_new (TL_TYPE_LABEL_EDITOR, NULL);

  self->canvas = canvas;
  return self;
}
