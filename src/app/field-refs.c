/* field-refs.c - references to records as chips, with a list to tick them from. */
#include "app/field-input.h"

#include <glib/gi18n-lib.h>

#include "app/record-chooser.h"
#include "app/record-words.h"

static gboolean
refs_serves (const TlFieldRow *self)
{
  return self->field->type == TL_FIELD_REFS || self->field->type == TL_FIELD_REF;
}

/* Those of the first record; a copy. */
static TlIdList
chosen_ids (TlFieldRow *self)
{
  const TlRecord *record = tl_field_row_record (self);
  TlIdList list = { NULL, 0 };

  if (record == NULL)
    return list;
  if (self->field->type == TL_FIELD_REF) {
    TlId id = TL_FIELD_AT (record, self->field, TlId);

    if (id != TL_ID_NONE)
      tl_id_list_append (&list, id);
  } else {
    const TlIdList *ids = &TL_FIELD_AT (record, self->field, TlIdList);

    for (guint i = 0; i < ids->n; i++)
      tl_id_list_append (&list, ids->ids[i]);
  }
  return list;
}

static void
set_ids (TlFieldRow     *self,
         const TlIdList *list)
{
  g_autofree char *text = tl_field_text_of_ids (tl_editor_get_chart (self->editor), list);

  tl_field_row_set (self, text);
}

static void
fill_cb (TlRecordChooser *chooser,
         GtkWidget       *row)
{
  TlIdList list = chosen_ids (tl_field_row_of (row));

  tl_record_chooser_set_chosen (chooser, &list);
  tl_id_list_clear (&list);
}

static void
chosen_cb (TlRecordChooser *chooser,
           guint            id,
           gboolean         on,
           GtkWidget       *row)
{
  TlFieldRow *self = tl_field_row_of (row);
  TlIdList list = chosen_ids (self);

  if (self->field->type == TL_FIELD_REF)
    tl_id_list_clear (&list);
  if (on && tl_id_list_index (&list, id) == G_MAXUINT)
    tl_id_list_append (&list, id);
  else if (!on)
    tl_id_list_remove (&list, id);
  set_ids (self, &list);
  tl_id_list_clear (&list);
}

static void
remove_cb (GtkWidget *button,
           GtkWidget *row)
{
  TlFieldRow *self = tl_field_row_of (row);
  TlIdList list = chosen_ids (self);

  tl_id_list_remove (&list, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "id")));
  /* The chip goes away with the button. */
  gtk_widget_child_focus (row, GTK_DIR_TAB_BACKWARD);
  set_ids (self, &list);
  tl_id_list_clear (&list);
}

static void
open_cb (GtkWidget *button,
         GtkWidget *row)
{
  gtk_widget_activate_action (row, "inspector.open", "u",
                              GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "id")));
}

static GtkWidget *
make_chip (TlFieldRow *self,
           TlId        id)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *title = tl_record_title (self->editor, id);
  GtkWidget *name = gtk_button_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_button_set_child (GTK_BUTTON (name), label);
  gtk_widget_set_tooltip_text (name, title);
  gtk_widget_add_css_class (name, "flat");
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (name), "id", GUINT_TO_POINTER (id));
  g_signal_connect (name, "clicked", G_CALLBACK (open_cb), self->row);
  gtk_box_append (GTK_BOX (chip), name);
  if (self->field->type == TL_FIELD_REFS) {
    GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
    /* Translators: takes one thing out of a list of several. */
    g_autofree char *tooltip = g_strdup_printf (_("Take Out %s"), title);

    gtk_widget_add_css_class (remove, "flat");
    gtk_widget_add_css_class (remove, "circular");
    gtk_widget_set_tooltip_text (remove, tooltip);
    gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    tooltip, -1);
    g_object_set_data (G_OBJECT (remove), "id", GUINT_TO_POINTER (id));
    g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self->row);
    gtk_box_append (GTK_BOX (chip), remove);
  }
  return chip;
}

static void
refs_make (TlFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = tl_field_caption_new (tl_field_label (self->field));
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *chooser = tl_record_chooser_new (self->editor, self->field->kinds,
                                              self->field->type == TL_FIELD_REFS);
  /* Translators: %s is the name of a field, such as "Steps". */
  g_autofree char *tooltip = g_strdup_printf (_("Choose %s"), tl_field_label (self->field));

  self->row = adw_preferences_row_new ();
  self->input = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->various = tl_field_caption_new (_("Various"));
  gtk_widget_set_hexpand (title, TRUE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 self->field->type == TL_FIELD_REFS ? "list-add-symbolic"
                                                                    : "document-edit-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), chooser);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  g_signal_connect (chooser, "fill", G_CALLBACK (fill_cb), self->row);
  g_signal_connect (chooser, "chosen", G_CALLBACK (chosen_cb), self->row);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->various);
  gtk_box_append (GTK_BOX (head), button);
  gtk_widget_add_css_class (box, "refs");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->input);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_widget_set_focusable (self->row, FALSE);
}

static void
refs_show (TlFieldRow *self,
           const char *text,
           gboolean    various)
{
  GtkWidget *child;
  TlIdList list = { NULL, 0 };

  while ((child = gtk_widget_get_first_child (self->input)) != NULL)
    gtk_box_remove (GTK_BOX (self->input), child);
  if (!various)
    list = chosen_ids (self);
  for (guint i = 0; i < list.n; i++)
    gtk_box_append (GTK_BOX (self->input), make_chip (self, list.ids[i]));
  if (list.n == 0 && !various)
    gtk_box_append (GTK_BOX (self->input), tl_field_caption_new (_("None")));
  tl_id_list_clear (&list);
}

const TlFieldInput tl_field_input_refs = { refs_serves, refs_make, refs_show, NULL };
