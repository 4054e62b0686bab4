/* table-tools.c - what stands beside a table: filtering, grouping, copying. */
#include <glib/gi18n-lib.h>

#include "app/table-data.h"
#include "app/table-filter.h"
#include "app/table-view-private.h"

#define GROUPS_KEY   "table-groups"
#define SEARCH_WIDTH 11   /* characters: the names of the tables need the room */

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

/* Grouping.  What was chosen for a table is remembered by the title of the column, as it is
 * in the source. */

static int
get_group (TlTableView *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->groups));
  guint n = 0;

  for (guint i = 0; i < self->table->n_columns; i++) {
    if ((self->table->columns[i].flags & TL_COLUMN_GROUPS) != 0 && ++n == chosen)
      return (int) i;
  }
  return -1;
}

static void
remember_group (TlTableView *self,
                int          group)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APP_ID);
  g_autoptr (GVariant) old = g_settings_get_value (settings, GROUPS_KEY);
  GVariantBuilder all;
  GVariantIter iter;
  const char *table, *column;

  g_variant_builder_init (&all, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s&s}", &table, &column)) {
    if (!g_str_equal (table, self->table->name))
      g_variant_builder_add (&all, "{ss}", table, column);
  }
  if (group >= 0)
    g_variant_builder_add (&all, "{ss}", self->table->name, self->table->columns[group].title);
  g_settings_set_value (settings, GROUPS_KEY, g_variant_builder_end (&all));
}

static void
recall_group (TlTableView *self)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APP_ID);
  g_autoptr (GVariant) groups = g_settings_get_value (settings, GROUPS_KEY);
  const char *title;
  guint n = 0;

  if (!g_variant_lookup (groups, self->table->name, "&s", &title))
    return;
  for (guint i = 0; i < self->table->n_columns; i++) {
    if ((self->table->columns[i].flags & TL_COLUMN_GROUPS) == 0)
      continue;
    n++;
    if (g_str_equal (self->table->columns[i].title, title))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->groups), n);
  }
}

void
tl_table_view_take_group (TlTableView *self)
{
  if (self->model != NULL)
    tl_table_model_set_group (self->model, get_group (self));
}

static void
group_chosen_cb (TlTableView *self)
{
  remember_group (self, get_group (self));
  tl_table_view_take_group (self);
}

static GtkWidget *
make_groups (TlTableView *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("Not grouped"));
  for (guint i = 0; i < self->table->n_columns; i++) {
    /* Translators: %s is the title of a column, such as "Lane". */
    g_autofree char *label = g_strdup_printf (_("By %s"),
                                              tl_table_column_title (self->table, i));

    if ((self->table->columns[i].flags & TL_COLUMN_GROUPS) != 0)
      gtk_string_list_append (list, label);
  }
  self->groups = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (list)), NULL);
  recall_group (self);
  gtk_widget_set_tooltip_text (self->groups, _("Group Rows"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->groups), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Group rows"), -1);
  g_signal_connect_object (self->groups, "notify::selected", G_CALLBACK (group_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return self->groups;
}

void
tl_table_view_make_tools (TlTableView *self)
{
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  self->tools = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 120);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), SEARCH_WIDTH);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), SEARCH_WIDTH);
  g_object_set (self->search, "placeholder-text", _("Filter rows"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Filter rows"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (search_stop_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (copy, _("Copy Table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Copy Table"), -1);
  gtk_widget_add_css_class (copy, "flat");
  g_signal_connect_object (copy, "clicked", G_CALLBACK (tl_table_view_copy), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->tools), self->search);
  gtk_box_append (GTK_BOX (self->tools), tl_table_filter_new (self));
  gtk_box_append (GTK_BOX (self->tools), make_groups (self));
  gtk_box_append (GTK_BOX (self->tools), copy);
  if (self->table->finding != NULL)
    tl_table_view_make_settle (self);
}
