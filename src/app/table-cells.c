/* table-cells.c - the columns of a table's view, and what its cells show. */
#include "app/table-data.h"
#include "app/table-view-private.h"
#include "app/text-scale.h"
#include "app/tooltip.h"

#define CHARACTER 7   /* widget pixels, about, of one character of text in its usual size */
#define PADDING 16
#define TITLE_ROOM 2  /* characters more, as titles are bold */

/* Which column a factory or a sorter is for. */
typedef struct {
  TlTableView *view;
  guint        column;
} Place;

static Place *
place_new (TlTableView *view,
           guint        column)
{
  Place *place = g_new (Place, 1);

  place->view = view;
  place->column = column;
  return place;
}

static void
place_free (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          Place              *place)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean number = (place->view->table->columns[place->column].flags & TL_COLUMN_NUMBER) != 0;

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  tl_tooltip_whole (label);
  gtk_list_item_set_child (item, label);
  g_object_set_data (G_OBJECT (item), "column", GUINT_TO_POINTER (place->column));
}

/* The whole row, for what is to be read aloud; NULL when GTK builds it otherwise. */
static GtkWidget *
find_row (GtkWidget *label)
{
  GtkWidget *cell = gtk_widget_get_parent (label);

  return cell != NULL ? gtk_widget_get_parent (cell) : NULL;
}

static void
show_head (GtkWidget *label,
           gboolean   head)
{
  GtkWidget *row = find_row (label);

  if (row == NULL)
    return;
  if (head)
    gtk_widget_add_css_class (row, "group-head");
  else
    gtk_widget_remove_css_class (row, "group-head");
}

void
tl_table_view_fill_cell (TlTableView *self,
                         GtkListItem *item)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column"));
  guint position = gtk_list_item_get_position (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  gboolean head = tl_table_model_is_head (self->model, position);
  TlColumnFlags flags = self->table->columns[column].flags;
  gboolean number = (flags & TL_COLUMN_NUMBER) != 0;
  const char *style = tl_table_model_get_style (self->model, position, column);
  const char *classes[] = { number ? "numeric" : "text", head ? "heading" : style, NULL, NULL };
  g_autofree char *text = tl_table_model_get_text (self->model, position, column);

  gboolean badge = style != NULL && *text != '\0' && (flags & TL_COLUMN_BADGE) != 0;

  if (badge)
    classes[2] = "badge";
  gtk_widget_set_css_classes (label, classes);
  gtk_widget_set_halign (label, badge ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_label_set_text (GTK_LABEL (label), text);
  if (column == 0) {
    g_autofree char *spoken = tl_table_model_speak (self->model, position);
    GtkWidget *row = find_row (label);

    show_head (label, head);
    if (row != NULL)
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                      -1);
  }
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         Place              *place)
{
  g_hash_table_add (place->view->cells, item);
  tl_table_view_fill_cell (place->view, item);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           Place              *place)
{
  g_hash_table_remove (place->view->cells, item);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  const Place *place = data;

  return tl_table_model_compare (place->view->model, place->column, (TlTableItem *) a,
                                 (TlTableItem *) b);
}

static void
add_column (TlTableView *self,
            guint        index)
{
  const TlTableColumn *table = &self->table->columns[index];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *title = tl_table_column_title (self->table, index);
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  /* Other languages have longer titles than the widths were chosen for. */
  int characters = MAX (table->width, (int) g_utf8_strlen (title, -1) + TITLE_ROOM);
  int width = (int) (characters * CHARACTER * tl_text_scale (self->list)) + PADDING;
  g_autoptr (GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (compare_cb, place_new (self, index), g_free));

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), place_new (self, index),
                         place_free, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), place_new (self, index),
                         place_free, 0);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (unbind_cb), place_new (self, index),
                         place_free, 0);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, (table->flags & TL_COLUMN_WIDE) != 0);
  gtk_column_view_column_set_fixed_width (column, width);
  g_object_set_data (G_OBJECT (column), "index", GUINT_TO_POINTER (index));
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->list), column);
  g_object_unref (column);
}

void
tl_table_view_make_columns (TlTableView *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    add_column (self, i);
}

void
tl_table_view_show_spare (TlTableView *self,
                          gboolean     shown)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->list));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "index"));

    if ((self->table->columns[index].flags & TL_COLUMN_SPARE) != 0)
      gtk_column_view_column_set_visible (column, shown);
  }
}
