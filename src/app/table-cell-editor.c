/* table-cell-editor.c - a popover to write a field of a record in, over a cell. */
#include "app/table-cell-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/field-set.h"
#include "app/field-text.h"

struct _TlTableCellEditor {
  GtkPopover     parent_instance;

  /* Owned */
  TlEditor      *editor;

  /* Borrowed */
  GtkWidget     *title;
  GtkWidget     *entry;
  GtkWidget     *reason;
  const TlField *field;

  /* State */
  TlId           id;
  gboolean       dropped;   /* Escape: what was written is not wanted */
};

enum { STEP, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlTableCellEditor, tl_table_cell_editor, GTK_TYPE_POPOVER)

static void
show_reason (TlTableCellEditor *self,
             const char        *reason)
{
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
  if (reason != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

/* Whether the chart took it. */
static gboolean
hand_over (TlTableCellEditor *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  const TlRecord *record = tl_chart_get (chart, self->id);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return TRUE;
  before = tl_field_text (chart, record, self->field);
  if (strcmp (before, text) == 0)
    return TRUE;
  /* Translators: in the undo menu; %s is the name of a field. */
  label = g_strdup_printf (_("Change %s"), tl_field_label (self->field));
  tl_editor_begin (self->editor, label);
  if (tl_editor_finish (self->editor,
                        tl_field_set (chart, self->id, &self->field, &text, 1, &error), &error))
    return TRUE;
  show_reason (self, error->message);
  return FALSE;
}

static void
activated_cb (TlTableCellEditor *self)
{
  if (!hand_over (self))
    return;
  self->dropped = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        TlTableCellEditor     *self)
{
  if (keyval == GDK_KEY_Escape) {
    self->dropped = TRUE;
    gtk_popover_popdown (GTK_POPOVER (self));
    return GDK_EVENT_STOP;
  }
  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  if (hand_over (self)) {
    self->dropped = TRUE;
    g_signal_emit (self, signals[STEP], 0, keyval == GDK_KEY_Tab ? 1 : -1);
  }
  return GDK_EVENT_STOP;
}

/* A click elsewhere takes what was written; what the chart refuses is left out. */
static void
closed_cb (TlTableCellEditor *self)
{
  if (!self->dropped && self->editor != NULL)
    hand_over (self);
  g_clear_object (&self->editor);
}

void
tl_table_cell_editor_open (TlTableCellEditor *self,
                           TlEditor          *editor,
                           TlId               id,
                           const char        *xml)
{
  const TlRecord *record = tl_chart_get (tl_editor_get_chart (editor), id);
  g_autofree char *text = NULL;

  g_return_if_fail (TL_IS_TABLE_CELL_EDITOR (self));
  g_return_if_fail (record != NULL);

  g_set_object (&self->editor, editor);
  self->id = id;
  self->field = tl_class_find_field (tl_class_get (record->kind), xml);
  self->dropped = FALSE;
  text = tl_field_text (tl_editor_get_chart (editor), record, self->field);
  show_reason (self, NULL);
  gtk_label_set_text (GTK_LABEL (self->title), tl_field_label (self->field));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_field_label (self->field), -1);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
tl_table_cell_editor_dispose (GObject *object)
{
  g_clear_object (&TL_TABLE_CELL_EDITOR (object)->editor);

  G_OBJECT_CLASS (tl_table_cell_editor_parent_class)->dispose (object);
}

static void
tl_table_cell_editor_class_init (TlTableCellEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_table_cell_editor_dispose;

  signals[STEP] = g_signal_new ("step", TL_TYPE_TABLE_CELL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
tl_table_cell_editor_init (TlTableCellEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->title = gtk_label_new (NULL);
  self->entry = gtk_entry_new ();
  self->reason = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "caption-heading");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 26);
  gtk_label_set_xalign (GTK_LABEL (self->reason), 0);
  gtk_label_set_wrap (GTK_LABEL (self->reason), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->reason), 32);
  gtk_widget_add_css_class (self->reason, "error");
  gtk_widget_add_css_class (self->reason, "caption");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

GtkWidget *
tl_table_cell_editor_new (void)
{
  return g_object_new (TL_TYPE_TABLE_CELL_EDITOR, NULL);
}
