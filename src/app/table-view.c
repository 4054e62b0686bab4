/* table-view.c - one table of the bottom pane. */
#include "app/table-view.h"

#include <glib/gi18n-lib.h>

#include "app/fix-popover.h"
#include "app/table-cell-editor.h"
#include "app/table-copy.h"
#include "app/table-data.h"

#define CHARACTER 7   /* widget pixels, about, of one character of a column's width */
#define PADDING 16

struct _TlTableView {
  GtkWidget          parent_instance;

  /* Owned */
  TlEditor          *editor;
  TlTableModel      *model;
  GHashTable        *cells;     /* GtkListItem that show something now */
  GtkWidget         *tools;
  guint              refreshing;   /* source, or 0 */

  /* Borrowed */
  const TlTable     *table;
  GtkSelectionModel *rows;      /* the list's */
  GtkWidget         *stack;
  GtkWidget         *list;
  GtkWidget         *nothing;
  GtkWidget         *search;
  GtkWidget         *groups;
  GtkWidget         *cell_editor;
  GtkWidget         *settle;    /* button; NULL: rows are no findings */

  /* State */
  gboolean           syncing;   /* one selection is being copied to the other */
  guint              edited;    /* column that is written in */
};

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlTableView, tl_table_view, GTK_TYPE_WIDGET)

/* Cells. */

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

static void
fill_cell (TlTableView *self,
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
  gtk_widget_set_tooltip_text (label, g_utf8_strlen (text, -1) > 10 ? text : NULL);
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
  fill_cell (place->view, item);
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
  GtkColumnViewColumn *column =
    gtk_column_view_column_new (tl_table_column_title (self->table, index), factory);
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
  gtk_column_view_column_set_fixed_width (column, table->width * CHARACTER + PADDING);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->list), column);
  g_object_unref (column);
}

/* Following the chart. */

static void
refreshed_cb (TlTableView *self)
{
  GHashTableIter iter;
  gpointer item;
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;
  g_autofree char *text = NULL;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    fill_cell (self, item);
  if (tl_table_model_get_n_all (self->model) == 0)
    text = g_strdup (g_dgettext (GETTEXT_PACKAGE, self->table->empty));
  else
    text = g_strdup_printf (_("Nothing holds “%s”"),
                            gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_label_set_text (GTK_LABEL (self->nothing), empty ? text : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "nothing" : "list");
}

static gboolean
refresh_cb (gpointer data)
{
  TlTableView *self = data;

  self->refreshing = 0;
  tl_table_model_refresh (self->model);
  return G_SOURCE_REMOVE;
}

/* Once for any number of changes, before the next frame; a table nobody sees waits. */
static void
editor_changed_cb (TlTableView *self)
{
  tl_table_model_forget (self->model);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->refreshing == 0)
    self->refreshing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

/* One selection, several views of it. */

static void
rows_selected_cb (TlTableView *self)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;
  gboolean more;

  if (self->syncing || self->editor == NULL)
    return;
  ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  selected = gtk_selection_model_get_selection (self->rows);
  for (more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    TlId id = tl_table_model_get_id (self->model, position);

    if (id != TL_ID_NONE)
      g_array_append_val (ids, id);
  }
  self->syncing = TRUE;
  tl_selection_set (tl_editor_get_selection (self->editor),
                    (const TlId *) (const void *) ids->data, ids->len);
  self->syncing = FALSE;
}

static void
selection_changed_cb (TlTableView *self)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);
  const TlId *ids = tl_selection_get_ids (selection);
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GtkBitset) mask = NULL;
  guint last = G_MAXUINT;

  if (self->syncing || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  selected = gtk_bitset_new_empty ();
  mask = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  for (guint i = 0; i < tl_selection_get_n (selection); i++) {
    guint position = tl_table_model_find_id (self->model, ids[i]);

    if (position == G_MAXUINT)
      continue;
    gtk_bitset_add (selected, position);
    last = position;
  }
  self->syncing = TRUE;
  gtk_selection_model_set_selection (self->rows, selected, mask);
  self->syncing = FALSE;
  if (last != G_MAXUINT)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", last);
}

static void
row_activated_cb (GtkColumnView *list,
                  guint          position,
                  TlTableView   *self)
{
  TlId id = tl_table_model_get_id (self->model, position);

  if (id == TL_ID_NONE)
    return;
  tl_selection_set_one (tl_editor_get_selection (self->editor), id);
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

/* Writing in a cell. */

/* The first row that is selected. */
static guint
selected_position (TlTableView *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  if (self->rows == NULL)
    return G_MAXUINT;
  selected = gtk_selection_model_get_selection (self->rows);
  return gtk_bitset_is_empty (selected) ? G_MAXUINT : gtk_bitset_get_minimum (selected);
}

static gboolean
place_of_cell (TlTableView  *self,
               guint         position,
               guint         column,
               GdkRectangle *place)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL)) {
    GtkWidget *label = gtk_list_item_get_child (item);
    graphene_rect_t bounds;

    if (gtk_list_item_get_position (item) != position ||
        GPOINTER_TO_UINT (g_object_get_data (item, "column")) != column ||
        !gtk_widget_compute_bounds (label, GTK_WIDGET (self), &bounds))
      continue;
    *place = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                              (int) bounds.size.width, (int) bounds.size.height };
    return TRUE;
  }
  return FALSE;
}

/* The next column from @column on, in the direction, that can be written in. */
static guint
find_edited (TlTableView *self,
             int          column,
             int          by)
{
  for (; column >= 0 && column < (int) self->table->n_columns; column += by) {
    if (self->table->columns[column].edits != NULL)
      return (guint) column;
  }
  return G_MAXUINT;
}

static void
edit_column (TlTableView *self,
             guint        column)
{
  guint position = selected_position (self);
  TlId id = tl_table_model_get_id (self->model, position);
  GdkRectangle place;

  if (id == TL_ID_NONE || column == G_MAXUINT ||
      !place_of_cell (self, position, column, &place)) {
    gtk_popover_popdown (GTK_POPOVER (self->cell_editor));
    return;
  }
  self->edited = column;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->cell_editor), &place);
  tl_table_cell_editor_open (TL_TABLE_CELL_EDITOR (self->cell_editor), self->editor, id,
                             self->table->columns[column].edits);
}

static void
step_cb (TlTableCellEditor *cell_editor,
         int                by,
         TlTableView       *self)
{
  tl_table_model_refresh (self->model);
  edit_column (self, find_edited (self, (int) self->edited + by, by));
}

void
tl_table_view_edit (TlTableView *self)
{
  g_return_if_fail (TL_IS_TABLE_VIEW (self));

  if (self->model == NULL)
    return;
  tl_table_model_refresh (self->model);
  edit_column (self, find_edited (self, 0, 1));
}

gboolean
tl_table_view_is_editing (TlTableView *self)
{
  g_return_val_if_fail (TL_IS_TABLE_VIEW (self), FALSE);

  return gtk_widget_get_visible (self->cell_editor);
}

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
  finding = tl_table_model_get_finding (self->model, selected_position (self));
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

/* Copying. */

void
tl_table_view_copy (TlTableView *self)
{
  g_autoptr (GtkBitset) rows = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;

  g_return_if_fail (TL_IS_TABLE_VIEW (self));

  if (self->model == NULL)
    return;
  rows = gtk_selection_model_get_selection (self->rows);
  /* One row is selected as soon as a person looks at it: that is no choice of rows. */
  if (gtk_bitset_get_size (rows) < 2) {
    gtk_bitset_unref (rows);
    rows = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  }
  provider = tl_table_copy_provider (self->table, self->model, rows);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s",
                              _("Table copied; paste it into a spreadsheet or a document."));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        TlTableView           *self)
{
  if (keyval == GDK_KEY_F2 && self->model != NULL) {
    tl_table_view_edit (self);
    return GDK_EVENT_STOP;
  }
  if ((keyval == GDK_KEY_c || keyval == GDK_KEY_C) && (state & GDK_CONTROL_MASK) != 0) {
    tl_table_view_copy (self);
    return GDK_EVENT_STOP;
  }
  return GDK_EVENT_PROPAGATE;
}

/* Tools. */

static void
search_changed_cb (TlTableView *self)
{
  if (self->model == NULL)
    return;
  tl_table_model_set_find (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  selection_changed_cb (self);
}

static void
search_stop_cb (TlTableView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
group_chosen_cb (TlTableView *self)
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
  g_signal_connect_object (groups, "notify::selected", G_CALLBACK (group_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return groups;
}

static void
make_tools (TlTableView *self)
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

GtkWidget *
tl_table_view_get_tools (TlTableView *self)
{
  g_return_val_if_fail (TL_IS_TABLE_VIEW (self), NULL);

  return self->tools;
}

GtkWidget *
tl_table_view_get_search (TlTableView *self)
{
  g_return_val_if_fail (TL_IS_TABLE_VIEW (self), NULL);

  return self->search;
}

GtkWidget *
tl_table_view_get_list (TlTableView *self)
{
  g_return_val_if_fail (TL_IS_TABLE_VIEW (self), NULL);

  return self->list;
}

TlTableModel *
tl_table_view_get_model (TlTableView *self)
{
  g_return_val_if_fail (TL_IS_TABLE_VIEW (self), NULL);

  return self->model;
}

/* The editor. */

static void
drop_editor (TlTableView *self)
{
  g_clear_handle_id (&self->refreshing, g_source_remove);
  if (self->editor != NULL) {
    g_signal_handlers_disconnect_by_data (self->editor, self);
    g_signal_handlers_disconnect_by_data (tl_editor_get_selection (self->editor), self);
  }
  if (self->model != NULL)
    tl_table_model_set_sorter (self->model, NULL);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->list), NULL);
  self->rows = NULL;
  g_clear_object (&self->model);
  g_clear_object (&self->editor);
}

static void
take_editor (TlTableView *self)
{
  GtkMultiSelection *rows;

  self->model = tl_table_model_new (self->table, self->editor);
  rows = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  self->rows = GTK_SELECTION_MODEL (rows);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->list), self->rows);
  g_object_unref (rows);
  g_signal_connect_object (self->rows, "selection-changed", G_CALLBACK (rows_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (editor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_editor_get_selection (self->editor), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  tl_table_model_set_sorter (self->model,
                             gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->list)));
  group_chosen_cb (self);
  refreshed_cb (self);
}

void
tl_table_view_set_editor (TlTableView *self,
                          TlEditor    *editor)
{
  g_return_if_fail (TL_IS_TABLE_VIEW (self));

  if (self->editor == editor)
    return;
  drop_editor (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_set_object (&self->editor, editor);
  if (editor != NULL)
    take_editor (self);
}

static void
tl_table_view_map (GtkWidget *widget)
{
  TlTableView *self = TL_TABLE_VIEW (widget);

  GTK_WIDGET_CLASS (tl_table_view_parent_class)->map (widget);
  if (self->model == NULL)
    return;
  tl_table_model_refresh (self->model);
  selection_changed_cb (self);
}

static void
tl_table_view_dispose (GObject *object)
{
  TlTableView *self = TL_TABLE_VIEW (object);

  if (self->stack != NULL) {
    drop_editor (self);
    gtk_widget_unparent (self->cell_editor);
    g_clear_pointer (&self->stack, gtk_widget_unparent);
  }
  g_clear_object (&self->tools);
  g_clear_pointer (&self->cells, g_hash_table_unref);

  G_OBJECT_CLASS (tl_table_view_parent_class)->dispose (object);
}

static void
tl_table_view_class_init (TlTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_table_view_dispose;
  widget_class->map = tl_table_view_map;

  signals[ACTIVATED] = g_signal_new ("activated", TL_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "table");
}

static GtkWidget *
make_list (TlTableView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->list = gtk_column_view_new (NULL);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->list), TRUE);
  gtk_column_view_set_reorderable (GTK_COLUMN_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dgettext (GETTEXT_PACKAGE, self->table->title), -1);
  for (guint i = 0; i < self->table->n_columns; i++)
    add_column (self, i);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->list, key);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated_cb), self);
  return self->list;
}

static void
make_contents (TlTableView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->stack = gtk_stack_new ();
  self->nothing = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_list (self));
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  self->cell_editor = tl_table_cell_editor_new ();
  gtk_widget_set_parent (self->cell_editor, GTK_WIDGET (self));
  g_signal_connect_object (self->cell_editor, "step", G_CALLBACK (step_cb), self, 0);
}

static void
tl_table_view_init (TlTableView *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
}

GtkWidget *
tl_table_view_new (const TlTable *table)
{
  TlTableView *self = g_object_new (TL_TYPE_TABLE_VIEW, NULL);

  self->table = table;
  make_tools (self);
  make_contents (self);
  return GTK_WIDGET (self);
}
