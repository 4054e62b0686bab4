/* field-reason.c - why a value was refused, in a row under its own, and what can be done.
 *
 * Nearly always that is to write something else.  A standard for a share of the cases needs
 * the shares of its measurements, which are asked for here.
 */
#include "app/field-reason.h"

#include <glib/gi18n-lib.h>

#include "app/shares-popover.h"
#include "model/ops.h"

/* What may be settled by asking for shares; NULL: nothing. */
static char *
read_share (TlFieldRow *self)
{
  g_autoptr (GArray) wanted = NULL;
  g_autofree char *text = NULL;

  if (self->field != tl_class_find_field (tl_class_get (TL_RECORD_STANDARD), "share") ||
      self->ids->len != 1)
    return NULL;
  text = self->type->read (self);
  wanted = g_array_new (FALSE, FALSE, sizeof (TlId));
  tl_ops_shares_between (tl_editor_get_chart (self->editor), g_array_index (self->ids, TlId, 0),
                         text, wanted, NULL);
  return wanted->len > 0 ? g_steal_pointer (&text) : NULL;
}

/* Filled before it is shown, for it takes its size then. */
static void
remedy_cb (GtkMenuButton *button,
           gpointer       data)
{
  TlFieldRow *self = data;
  g_autofree char *share = read_share (self);

  if (share != NULL)
    tl_shares_popover_list (TL_SHARES_POPOVER (gtk_menu_button_get_popover (button)),
                            self->editor, g_array_index (self->ids, TlId, 0), share);
}

static void
settled_cb (TlSharesPopover *popover,
            GtkWidget       *row)
{
  tl_field_reason_set (tl_field_row_of (row), NULL);
  tl_field_row_update (row);
  tl_field_row_focus (row);
}

static GtkWidget *
make_remedy (TlFieldRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = tl_shares_popover_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Give the Shares"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), remedy_cb, self, NULL);
  g_signal_connect_object (popover, "settled", G_CALLBACK (settled_cb), self->row, 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, FALSE);
  return button;
}

void
tl_field_reason_make (TlFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->reason = adw_preferences_row_new ();
  self->reason_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->reason_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->reason_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->reason_label), 0);
  gtk_widget_add_css_class (self->reason_label, "error");
  gtk_widget_add_css_class (self->reason_label, "caption");
  gtk_widget_add_css_class (box, "refusal");
  gtk_box_append (GTK_BOX (box), self->reason_label);
  if (self->field == tl_class_find_field (tl_class_get (TL_RECORD_STANDARD), "share")) {
    self->remedy = make_remedy (self);
    gtk_box_append (GTK_BOX (box), self->remedy);
  }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->reason), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->reason), FALSE);
  gtk_widget_set_focusable (self->reason, FALSE);
  gtk_widget_set_visible (self->reason, FALSE);
}

void
tl_field_reason_set (TlFieldRow *self,
                     const char *reason)
{
  g_autofree char *copy = g_strdup (reason);
  g_autofree char *share = reason != NULL ? read_share (self) : NULL;

  g_free (self->refusal);
  self->refusal = g_steal_pointer (&copy);
  gtk_label_set_text (GTK_LABEL (self->reason_label), self->refusal != NULL ? self->refusal : "");
  gtk_widget_set_visible (self->reason, self->refusal != NULL);
  if (self->remedy != NULL)
    gtk_widget_set_visible (self->remedy, share != NULL);
  if (self->refusal != NULL)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               self->refusal != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                     : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
