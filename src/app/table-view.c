/* table-view.c - one table of the bottom pane. */
#include "app/table-view-private.h"

#include <glib/gi18n-lib.h>

#include "app/row-list.h"
#include "app/spoken.h"
#include "app/table-cell-editor.h"
#include "app/table-copy.h"
#include "app/table-filter.h"

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlTableView, tl_table_view, GTK_TYPE_WIDGET)

/* Following the chart. */

/* The rows, or why there are none. */
static void
update_stack (TlTableView *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;
  g_autofree char *text = NULL;

  if (tl_table_model_get_n_all (self->model) == 0)
    text = g_strdup (g_dgettext (GETTEXT_PACKAGE, self->table->empty));
  else if (self->topic != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    text = g_strdup (_("No finding is behind this"));
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    text = g_strdup (_("No row says what was chosen"));
  else
    text = g_strdup_printf (_("Nothing holds “%s”"),
                            gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_label_set_text (GTK_LABEL (self->nothing), empty ? text : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "nothing" : "list");
}

static void
refreshed_cb (TlTableView *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    tl_table_view_fill_cell (self, item);
  update_stack (self);
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
  tl_table_view_forget_click (self);
  if (self->syncing || self->editor == NULL)
    return;
  self->syncing = TRUE;
  tl_row_list_tell_selection (self->rows, self->model, (TlGetRowId) tl_table_model_get_id,
                              tl_editor_get_selection (self->editor));
  self->syncing = FALSE;
}

/* The rows are a list of their own inside the view, and that is what scrolls. */
static void
scroll_to (TlTableView *self,
           guint        position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
  }
}

void
tl_table_view_follow_selection (TlTableView *self)
{
  guint last;

  if (self->syncing || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->syncing = TRUE;
  last = tl_row_list_follow_selection (self->rows, self->model,
                                       (TlFindRowId) tl_table_model_find_id,
                                       tl_editor_get_selection (self->editor));
  self->syncing = FALSE;
  if (last != G_MAXUINT)
    scroll_to (self, last);
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

guint
tl_table_view_get_selected (TlTableView *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  if (self->rows == NULL)
    return G_MAXUINT;
  selected = gtk_selection_model_get_selection (self->rows);
  return gtk_bitset_is_empty (selected) ? G_MAXUINT : gtk_bitset_get_minimum (selected);
}

gboolean
tl_table_view_place_of_cell (TlTableView  *self,
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

void
tl_table_view_edit_column (TlTableView *self,
                           guint        column)
{
  guint position = tl_table_view_get_selected (self);
  TlId id = tl_table_model_get_id (self->model, position);
  GdkRectangle place;

  if (id == TL_ID_NONE || column == G_MAXUINT ||
      !tl_table_view_place_of_cell (self, position, column, &place)) {
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
  tl_table_view_edit_column (self, find_edited (self, (int) self->edited + by, by));
}

void
tl_table_view_edit (TlTableView *self)
{
  g_return_if_fail (TL_IS_TABLE_VIEW (self));

  if (self->model == NULL)
    return;
  tl_table_model_refresh (self->model);
  tl_table_view_edit_column (self, find_edited (self, 0, 1));
}

gboolean
tl_table_view_is_editing (TlTableView *self)
{
  g_return_val_if_fail (TL_IS_TABLE_VIEW (self), FALSE);

  return gtk_widget_get_visible (self->cell_editor);
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
  tl_table_view_forget_click (self);
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

void
tl_table_view_set_topic (TlTableView          *self,
                         const TlProgressTest *topic)
{
  g_return_if_fail (TL_IS_TABLE_VIEW (self));

  self->topic = topic;
  tl_table_view_show_spare (self, topic == NULL);
  if (self->model != NULL)
    tl_table_model_set_topic (self->model, topic);
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
  tl_table_view_forget_click (self);
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

/* Hundreds of cells are made for it: not before somebody looks at the table. */
static void
take_editor (TlTableView *self)
{
  GtkMultiSelection *rows;

  self->model = tl_table_model_new (self->table, self->editor);
  tl_table_model_set_sorter (self->model,
                             gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->list)));
  tl_table_model_set_topic (self->model, self->topic);
  tl_table_view_take_group (self);
  for (guint i = 0; i < self->table->n_columns; i++)
    tl_table_model_set_filter (self->model, i, self->chosen[i]);
  rows = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  self->rows = GTK_SELECTION_MODEL (rows);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->list), self->rows);
  g_object_unref (rows);
  g_signal_connect_object (self->rows, "selection-changed", G_CALLBACK (rows_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (tl_table_view_follow_selection), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (editor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_editor_get_selection (self->editor), "changed",
                           G_CALLBACK (tl_table_view_follow_selection), self, G_CONNECT_SWAPPED);
  update_stack (self);
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
  tl_table_filter_clear (self);
  g_set_object (&self->editor, editor);
  if (editor != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_editor (self);
}

static void
tl_table_view_map (GtkWidget *widget)
{
  TlTableView *self = TL_TABLE_VIEW (widget);

  if (self->editor != NULL && self->model == NULL)
    take_editor (self);
  GTK_WIDGET_CLASS (tl_table_view_parent_class)->map (widget);
  if (self->model == NULL)
    return;
  tl_table_model_refresh (self->model);
  tl_table_view_follow_selection (self);
}

static void
tl_table_view_dispose (GObject *object)
{
  TlTableView *self = TL_TABLE_VIEW (object);

  if (self->stack != NULL) {
    drop_editor (self);
    gtk_widget_unparent (self->cell_editor);
    g_clear_pointer (&self->row_menu, gtk_widget_unparent);
    g_clear_pointer (&self->stack, gtk_widget_unparent);
  }
  g_clear_object (&self->tools);
  for (guint i = 0; self->chosen != NULL && i < self->table->n_columns; i++)
    g_free (self->chosen[i]);
  g_clear_pointer (&self->chosen, g_free);
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
  tl_table_view_make_columns (self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->list, key);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated_cb), self);
  tl_table_view_add_click (self);
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
  if (self->table->finding != NULL)
    tl_table_view_make_row_menu (self);
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
  tl_table_view_make_tools (self);
  make_contents (self);
  tl_spoken_mend (self->tools);
  tl_spoken_mend (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
