/* table-filter.c - a button that shows only rows of one owner, gap, priority and such. */
#include "app/table-filter.h"

#include <glib/gi18n-lib.h>

#include "app/table-data.h"

static void
update_button (TlTableView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->table->n_columns; i++)
    n += self->chosen[i] != NULL;
  if (n > 0) {
    /* Translators: on a button; how many columns of a table rows are chosen by. */
    g_autofree char *label = g_strdup_printf (ngettext ("Filter (%u)", "Filters (%u)", n), n);

    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->filter), label);
    gtk_widget_add_css_class (self->filter, "filtered");
  } else {
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->filter), _("Filter"));
    gtk_widget_remove_css_class (self->filter, "filtered");
  }
}

static void
choose (TlTableView *self,
        guint        column,
        const char  *text)
{
  g_free (self->chosen[column]);
  self->chosen[column] = g_strdup (text);
  if (self->model != NULL)
    tl_table_model_set_filter (self->model, column, text);
  update_button (self);
  if (self->model != NULL)
    tl_table_view_follow_selection (self);
}

static void
chosen_cb (GtkDropDown *values,
           GParamSpec  *pspec,
           TlTableView *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (values), "column"));
  guint row = gtk_drop_down_get_selected (values);
  GtkStringObject *value = gtk_drop_down_get_selected_item (values);

  choose (self, column, row > 0 && value != NULL ? gtk_string_object_get_string (value) : NULL);
}

static GtkWidget *
make_values (TlTableView *self,
             guint        column)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_auto (GStrv) values = tl_table_model_get_values (self->model, column);
  GtkWidget *button;
  guint row = 0;

  gtk_string_list_append (list, _("All"));
  gtk_string_list_splice (list, 1, 0, (const char * const *) values);
  for (guint i = 0; values[i] != NULL; i++) {
    if (g_strcmp0 (values[i], self->chosen[column]) == 0)
      row = i + 1;
  }
  button = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (list)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (button), row);
  g_object_set_data (G_OBJECT (button), "column", GUINT_TO_POINTER (column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_table_column_title (self->table, column), -1);
  g_signal_connect_object (button, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  return button;
}

static void
all_cb (GtkButton   *button,
        TlTableView *self)
{
  tl_table_filter_clear (self);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->filter));
}

/* Filled each time, for what columns say changes with the chart. */
static void
fill_cb (GtkMenuButton *button,
         gpointer       data)
{
  TlTableView *self = data;
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *all = gtk_button_new_with_label (_("Show All"));
  int n = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "table-filter");
  for (guint i = 0; self->model != NULL && i < self->table->n_columns; i++) {
    GtkWidget *label;

    if ((self->table->columns[i].flags & TL_COLUMN_FILTERS) == 0)
      continue;
    label = gtk_label_new (tl_table_column_title (self->table, i));
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_grid_attach (GTK_GRID (grid), label, 0, n, 1, 1);
    gtk_grid_attach (GTK_GRID (grid), make_values (self, i), 1, n++, 1, 1);
  }
  g_signal_connect_object (all, "clicked", G_CALLBACK (all_cb), self, 0);
  gtk_grid_attach (GTK_GRID (grid), all, 0, n, 2, 1);
  gtk_popover_set_child (gtk_menu_button_get_popover (button), grid);
}

void
tl_table_filter_clear (TlTableView *self)
{
  for (guint i = 0; i < self->table->n_columns; i++) {
    if (self->chosen[i] != NULL)
      choose (self, i, NULL);
  }
}

GtkWidget *
tl_table_filter_new (TlTableView *self)
{
  self->chosen = g_new0 (char *, self->table->n_columns);
  self->filter = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->filter), gtk_popover_new ());
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->filter), fill_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->filter, _("Choose Rows by What They Say"));
  update_button (self);
  return self->filter;
}
