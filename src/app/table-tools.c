/* table-tools.c - what stands beside a table: filtering, grouping, settling, copying. */
#include <glib/gi18n-lib.h>

#include "app/fix-popover.h"
#include "app/table-data.h"
#include "app/table-view-private.h"

/* Settling findings. */

/* Filled before it is shown, for it takes its size then. */
static void
settle_cb (GtkMenuButton *button,
           gpointer       data)
{
  TlTableView *self = data;
  const TlFinding *finding;

  if (self->model == NULL)
    return;
  tl_table_model_refresh (self->model);
  finding = tl_table_model_get_finding (self->model, tl_table_view_get_selected (self));
  tl_fix_popover_list (TL_FIX_POPOVER (gtk_menu_button_get_popover (button)), self->editor,
                       finding);
}

static void
settled_cb (TlFixPopover *popover,
            guint         id,
            TlTableView  *self)
{
  if (id != TL_ID_NONE)
    tl_selection_set_one (tl_editor_get_selection (self->editor), id);
}

static void
make_settle (TlTableView *self)
{
  GtkWidget *popover = tl_fix_popover_new ();

  self->settle = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->settle), _("Settle"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->settle), popover);
  gtk_widget_set_tooltip_text (self->settle, _("Settle the Selected Finding"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->settle), settle_cb, self, NULL);
  g_signal_connect_object (popover, "settled", G_CALLBACK (settled_cb), self, 0);
  gtk_box_prepend (GTK_BOX (self->tools), self->settle);
}

/* Tools. */

static void
search_changed_cb (TlTableView *self)
{
  if (self->model == NULL)
    return;
  tl_table_model_set_find (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  tl_table_view_follow_selection (self);
}

static void
search_stop_cb (TlTableView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

void
tl_table_view_take_group (TlTableView *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->groups));
  guint n = 0;
  int group = -1;

  for (guint i = 0; i < self->table->n_columns; i++) {
    if ((self->table->columns[i].flags & TL_COLUMN_GROUPS) != 0 && ++n == chosen)
      group = (int) i;
  }
  if (self->model != NULL)
    tl_table_model_set_group (self->model, group);
}

static GtkWidget *
make_groups (TlTableView *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *groups;

  gtk_string_list_append (list, _("Not grouped"));
  for (guint i = 0; i < self->table->n_columns; i++) {
    /* Translators: %s is the title of a column, such as "Lane". */
    g_autofree char *label = g_strdup_printf (_("By %s"),
                                              tl_table_column_title (self->table, i));

    if ((self->table->columns[i].flags & TL_COLUMN_GROUPS) != 0)
      gtk_string_list_append (list, label);
  }
  groups = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (list)), NULL);
  gtk_widget_set_tooltip_text (groups, _("Group Rows"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (groups), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Group rows"), -1);
  g_signal_connect_object (groups, "notify::selected", G_CALLBACK (tl_table_view_take_group), self,
                           G_CONNECT_SWAPPED);
  return groups;
}

void
tl_table_view_make_tools (TlTableView *self)
{
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  self->tools = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 120);
  g_object_set (self->search, "placeholder-text", _("Filter rows"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Filter rows"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (search_stop_cb), self,
                           G_CONNECT_SWAPPED);
  self->groups = make_groups (self);
  gtk_widget_set_tooltip_text (copy, _("Copy Table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Copy Table"), -1);
  gtk_widget_add_css_class (copy, "flat");
  g_signal_connect_object (copy, "clicked", G_CALLBACK (tl_table_view_copy), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->tools), self->search);
  gtk_box_append (GTK_BOX (self->tools), self->groups);
  gtk_box_append (GTK_BOX (self->tools), copy);
  if (self->table->finding != NULL)
    make_settle (self);
}
