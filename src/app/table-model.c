/* table-model.c - the rows of a table as a list model.
 *
 * The column view's own sorter says how rows compare, so that a click on a second header
 * keeps the order of the first among equals; but it compares objects, and of those there
 * are only as many as are seen.  Two objects are lent to it, and say for each comparison
 * which rows they stand for.  The keys of a column are worked out once.
 */
#include "app/table-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/register.h"
#include "app/row-list.h"
#include "app/table-data.h"

struct _TlTableItem {
  GObject parent_instance;
  guint   base;
};

G_DEFINE_FINAL_TYPE (TlTableItem, tl_table_item, G_TYPE_OBJECT)

static void
tl_table_item_class_init (TlTableItemClass *klass)
{
}

static void
tl_table_item_init (TlTableItem *self)
{
}

/* One of them is in use, as the column says. */
typedef struct {
  double   number;
  char    *collated;
  TlEntry  entry;
} Key;

/* What is seen: a row, or the head of a group. */
typedef struct {
  guint base;      /* in self->rows; of a head that of its first row */
  guint n_below;   /* of a head the rows of its group; else 0 */
  TlId  id;        /* TL_ID_NONE: a head */
} Seen;

struct _TlTableModel {
  GObject        parent_instance;

  /* Owned */
  TlTableData    data;       /* its order is NULL when the chart has changed since */
  GArray        *rows;       /* TlTableRow, as the table lists them */
  GArray        *seen;       /* Seen */
  GHashTable    *positions;  /* of a TlId in @seen, and one */
  Key          **keys;       /* by column; NULL until one is asked for */
  char         **folded;     /* by row: all its texts, for finding; NULL until one is found */
  char          *find;       /* case folded, or NULL */
  char         **filters;    /* by column; NULL = whatever it says */
  GtkSorter     *sorter;     /* or NULL */
  TlTableItem   *left, *right;   /* lent to the sorter */

  /* Borrowed */
  const TlTable *table;
  const TlProgressTest *topic;   /* or NULL */

  /* State */
  int            group;      /* column, or -1 */
};

enum { REFRESHED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlTableModel, tl_table_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *list)
{
  return TL_TYPE_TABLE_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return TL_TABLE_MODEL (list)->seen->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  TlTableModel *self = TL_TABLE_MODEL (list);
  TlTableItem *item;

  if (position >= self->seen->len)
    return NULL;
  item = g_object_new (TL_TYPE_TABLE_ITEM, NULL);
  item->base = g_array_index (self->seen, Seen, position).base;
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Texts and keys. */

static gboolean
is_gone (TlTableModel *self,
         TlTableRow    row)
{
  return self->data.order == NULL || tl_chart_get (self->data.chart, row.id) == NULL;
}

static char *
text_of (TlTableModel *self,
         guint         base,
         guint         column)
{
  return tl_table_data_text (&self->data, self->table,
                             g_array_index (self->rows, TlTableRow, base), column);
}

static void
make_key (TlTableModel *self,
          guint         column,
          guint         base,
          Key          *key)
{
  const TlTableColumn *table = &self->table->columns[column];
  TlTableRow row = g_array_index (self->rows, TlTableRow, base);

  if (table->entry != NULL) {
    key->entry = tl_register_entry (self->data.reg, row.index, self->data.entries[column]);
  } else if (table->key != NULL) {
    key->number = table->key (&self->data, row);
  } else {
    g_autofree char *text = text_of (self, base, column);

    key->collated = g_utf8_collate_key_for_filename (text, -1);
  }
}

static void
make_keys (TlTableModel *self,
           guint         column)
{
  self->keys[column] = g_new0 (Key, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    make_key (self, column, i, &self->keys[column][i]);
}

static int
compare_bases (TlTableModel *self,
               guint         column,
               guint         a,
               guint         b)
{
  const Key *keys;

  if (self->keys[column] == NULL)
    make_keys (self, column);
  keys = self->keys[column];
  if (self->table->columns[column].entry != NULL)
    return tl_entry_compare (&keys[a].entry, &keys[b].entry);
  if (self->table->columns[column].key == NULL)
    return g_strcmp0 (keys[a].collated, keys[b].collated);
  return keys[a].number < keys[b].number ? -1 : keys[a].number > keys[b].number;
}

static void
forget_texts (TlTableModel *self)
{
  for (guint column = 0; column < self->table->n_columns; column++) {
    for (guint i = 0; self->keys[column] != NULL && i < self->rows->len; i++) {
      g_free (self->keys[column][i].collated);
      tl_entry_clear (&self->keys[column][i].entry);
    }
    g_clear_pointer (&self->keys[column], g_free);
  }
  for (guint i = 0; self->folded != NULL && i < self->rows->len; i++)
    g_free (self->folded[i]);
  g_clear_pointer (&self->folded, g_free);
}

static void
make_folded (TlTableModel *self)
{
  self->folded = g_new0 (char *, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++) {
    g_autoptr (GString) all = g_string_new (NULL);

    for (guint column = 0; column < self->table->n_columns; column++) {
      g_autofree char *text = text_of (self, i, column);

      g_string_append (all, text);
      g_string_append_c (all, '\n');
    }
    self->folded[i] = g_utf8_casefold (all->str, -1);
  }
}

/* What is seen. */

static gboolean
is_on_topic (TlTableModel *self,
             guint         base)
{
  TlTableRow row = g_array_index (self->rows, TlTableRow, base);
  const TlFinding *finding = is_gone (self, row) ? NULL : self->table->finding (&self->data, row);

  return finding != NULL && tl_progress_test_shows (self->topic, finding);
}

static gboolean
is_found (TlTableModel *self,
          guint         base)
{
  if (self->topic != NULL && !is_on_topic (self, base))
    return FALSE;
  if (self->find == NULL)
    return TRUE;
  if (self->folded == NULL)
    make_folded (self);
  return strstr (self->folded[base], self->find) != NULL;
}

static gboolean
is_chosen (TlTableModel *self,
           guint         base)
{
  for (guint column = 0; column < self->table->n_columns; column++) {
    g_autofree char *text = NULL;

    if (self->filters[column] == NULL)
      continue;
    text = text_of (self, base, column);
    if (!g_str_equal (text, self->filters[column]))
      return FALSE;
  }
  return TRUE;
}

static int
compare_seen (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  TlTableModel *self = data;
  guint x = ((const Seen *) a)->base;
  guint y = ((const Seen *) b)->base;
  int answer = self->group >= 0 ? compare_bases (self, (guint) self->group, x, y) : 0;

  if (answer == 0 && self->sorter != NULL) {
    self->left->base = x;
    self->right->base = y;
    answer = (int) gtk_sorter_compare (self->sorter, self->left, self->right);
  }
  return answer != 0 ? answer : x < y ? -1 : x > y;
}

/* Puts a head before each group. */
static GArray *
add_heads (TlTableModel *self,
           GArray       *rows)
{
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (Seen), rows->len + 16);
  guint at_head = 0;

  for (guint i = 0; i < rows->len; i++) {
    Seen row = g_array_index (rows, Seen, i);

    if (i == 0 || compare_bases (self, (guint) self->group,
                                 g_array_index (rows, Seen, i - 1).base, row.base) != 0) {
      Seen head = { row.base, 0, TL_ID_NONE };

      at_head = all->len;
      g_array_append_val (all, head);
    }
    g_array_index (all, Seen, at_head).n_below++;
    g_array_append_val (all, row);
  }
  g_array_unref (rows);
  return all;
}

static GArray *
see_rows (TlTableModel *self)
{
  GArray *seen = g_array_sized_new (FALSE, FALSE, sizeof (Seen), self->rows->len);
  gboolean sorted = self->group >= 0 ||
                    (self->sorter != NULL &&
                     gtk_sorter_get_order (self->sorter) != GTK_SORTER_ORDER_NONE);

  for (guint i = 0; i < self->rows->len; i++) {
    Seen row = { i, 0, g_array_index (self->rows, TlTableRow, i).id };

    if (is_found (self, i) && is_chosen (self, i))
      g_array_append_val (seen, row);
  }
  if (sorted)
    g_array_sort_with_data (seen, compare_seen, self);
  return self->group >= 0 ? add_heads (self, seen) : seen;
}

/* Rows of one record are told apart by their place alone: what they say is written anew
 * anyway. */
static gboolean
is_same (gconstpointer a,
         gconstpointer b)
{
  return ((const Seen *) a)->id == ((const Seen *) b)->id;
}

/* Takes the rows from the chart. */
static void
fill_rows (TlTableModel *self)
{
  forget_texts (self);
  tl_table_data_fill (&self->data, self->table);
  g_array_set_size (self->rows, 0);
  self->table->fill (&self->data, self->rows);
}

static void
note_positions (TlTableModel *self,
                const GArray *seen)
{
  g_hash_table_remove_all (self->positions);
  for (guint i = seen->len; i > 0; i--) {
    TlId id = g_array_index (seen, Seen, i - 1).id;

    if (id != TL_ID_NONE)
      g_hash_table_insert (self->positions, GUINT_TO_POINTER (id), GUINT_TO_POINTER (i));
  }
}

static void
look_again (TlTableModel *self)
{
  GArray *seen;

  if (self->data.order == NULL)
    fill_rows (self);
  seen = see_rows (self);
  note_positions (self, seen);
  tl_row_list_take (G_LIST_MODEL (self), &self->seen, seen, is_same);
  g_signal_emit (self, signals[REFRESHED], 0);
}

void
tl_table_model_forget (TlTableModel *self)
{
  g_return_if_fail (TL_IS_TABLE_MODEL (self));

  tl_table_data_clear (&self->data);
}

void
tl_table_model_refresh (TlTableModel *self)
{
  g_return_if_fail (TL_IS_TABLE_MODEL (self));

  if (self->data.order == NULL)
    look_again (self);
}

void
tl_table_model_set_find (TlTableModel *self,
                         const char   *text)
{
  g_autofree char *find = NULL;

  g_return_if_fail (TL_IS_TABLE_MODEL (self));

  find = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  if (g_strcmp0 (find, self->find) == 0)
    return;
  g_free (self->find);
  self->find = g_steal_pointer (&find);
  look_again (self);
}

void
tl_table_model_set_topic (TlTableModel         *self,
                          const TlProgressTest *topic)
{
  g_return_if_fail (TL_IS_TABLE_MODEL (self));
  g_return_if_fail (topic == NULL || self->table->finding != NULL);

  if (topic == self->topic)
    return;
  self->topic = topic;
  look_again (self);
}

void
tl_table_model_set_filter (TlTableModel *self,
                           guint         column,
                           const char   *text)
{
  g_return_if_fail (TL_IS_TABLE_MODEL (self));
  g_return_if_fail (column < self->table->n_columns);

  if (g_strcmp0 (text, self->filters[column]) == 0)
    return;
  g_free (self->filters[column]);
  self->filters[column] = g_strdup (text);
  look_again (self);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const guint *bases[] = { a, b };
  struct { TlTableModel *self; guint column; } *by = data;

  return compare_bases (by->self, by->column, *bases[0], *bases[1]);
}

GStrv
tl_table_model_get_values (TlTableModel *self,
                           guint         column)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (guint));
  struct { TlTableModel *self; guint column; } by = { self, column };

  g_return_val_if_fail (TL_IS_TABLE_MODEL (self), NULL);

  tl_table_model_refresh (self);
  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (bases, i);
  g_array_sort_with_data (bases, compare_rows, &by);
  for (guint i = 0; i < bases->len; i++) {
    char *text = text_of (self, g_array_index (bases, guint, i), column);

    if (*text != '\0' && !g_hash_table_contains (seen, text))
      g_strv_builder_add (values, text);
    g_hash_table_add (seen, text);
  }
  return g_strv_builder_end (values);
}

void
tl_table_model_set_group (TlTableModel *self,
                          int           column)
{
  g_return_if_fail (TL_IS_TABLE_MODEL (self));

  if (column == self->group)
    return;
  self->group = column;
  look_again (self);
}

void
tl_table_model_set_sorter (TlTableModel *self,
                           GtkSorter    *sorter)
{
  g_return_if_fail (TL_IS_TABLE_MODEL (self));

  if (self->sorter != NULL)
    g_signal_handlers_disconnect_by_data (self->sorter, self);
  g_set_object (&self->sorter, sorter);
  if (sorter == NULL)
    return;
  g_signal_connect_object (sorter, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
}

int
tl_table_model_get_group (TlTableModel *self)
{
  g_return_val_if_fail (TL_IS_TABLE_MODEL (self), -1);

  return self->group;
}

int
tl_table_model_compare (TlTableModel *self,
                        guint         column,
                        TlTableItem  *a,
                        TlTableItem  *b)
{
  return compare_bases (self, column, a->base, b->base);
}

/* Asking. */

static const Seen *
get_seen (TlTableModel *self,
          guint         position)
{
  return position < self->seen->len ? &g_array_index (self->seen, Seen, position) : NULL;
}

TlId
tl_table_model_get_id (TlTableModel *self,
                       guint         position)
{
  const Seen *seen;

  g_return_val_if_fail (TL_IS_TABLE_MODEL (self), TL_ID_NONE);

  seen = get_seen (self, position);
  return seen != NULL ? seen->id : TL_ID_NONE;
}

gboolean
tl_table_model_is_head (TlTableModel *self,
                        guint         position)
{
  const Seen *seen = get_seen (self, position);

  return seen != NULL && seen->id == TL_ID_NONE;
}

guint
tl_table_model_find_id (TlTableModel *self,
                        TlId          id)
{
  guint found;

  g_return_val_if_fail (TL_IS_TABLE_MODEL (self), G_MAXUINT);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, GUINT_TO_POINTER (id)));
  return found - 1;
}

char *
tl_table_model_get_text (TlTableModel *self,
                         guint         position,
                         guint         column)
{
  const Seen *seen;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_TABLE_MODEL (self), NULL);

  seen = get_seen (self, position);
  if (seen == NULL)
    return g_strdup ("");
  if (seen->id != TL_ID_NONE)
    return text_of (self, seen->base, column);
  if ((self->table->columns[column].flags & TL_COLUMN_WIDE) == 0)
    return g_strdup ("");
  name = text_of (self, seen->base, (guint) self->group);
  /* Translators: the name of a group of rows, and how many there are. */
  return g_strdup_printf (_("%s (%u)"), *name != '\0' ? name : _("Not given"), seen->n_below);
}

const char *
tl_table_model_get_style (TlTableModel *self,
                          guint         position,
                          guint         column)
{
  const Seen *seen = get_seen (self, position);
  TlTableRow row;

  if (seen == NULL || seen->id == TL_ID_NONE || self->table->columns[column].style == NULL)
    return NULL;
  row = g_array_index (self->rows, TlTableRow, seen->base);
  return is_gone (self, row) ? NULL : self->table->columns[column].style (&self->data, row);
}

char *
tl_table_model_speak (TlTableModel *self,
                      guint         position)
{
  g_autoptr (GString) spoken = NULL;
  const Seen *seen = get_seen (self, position);

  if (seen != NULL && seen->id != TL_ID_NONE && self->table->speak != NULL) {
    TlTableRow row = g_array_index (self->rows, TlTableRow, seen->base);

    return is_gone (self, row) ? g_strdup ("") : self->table->speak (&self->data, row);
  }
  spoken = g_string_new (NULL);
  for (guint column = 0; column < self->table->n_columns; column++) {
    g_autofree char *text = tl_table_model_get_text (self, position, column);

    if (*text == '\0')
      continue;
    if (spoken->len > 0)
      g_string_append (spoken, ", ");
    g_string_append_printf (spoken, "%s %s",
                            tl_table_column_title (self->table, column), text);
  }
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

const TlFinding *
tl_table_model_get_finding (TlTableModel *self,
                            guint         position)
{
  const Seen *seen;
  TlTableRow row;

  g_return_val_if_fail (TL_IS_TABLE_MODEL (self), NULL);

  seen = get_seen (self, position);
  if (seen == NULL || seen->id == TL_ID_NONE || self->table->finding == NULL)
    return NULL;
  row = g_array_index (self->rows, TlTableRow, seen->base);
  return is_gone (self, row) ? NULL : self->table->finding (&self->data, row);
}

guint
tl_table_model_get_n_all (TlTableModel *self)
{
  g_return_val_if_fail (TL_IS_TABLE_MODEL (self), 0);

  return self->rows->len;
}

static void
tl_table_model_finalize (GObject *object)
{
  TlTableModel *self = TL_TABLE_MODEL (object);

  forget_texts (self);
  g_free (self->keys);
  tl_table_data_clear (&self->data);
  g_clear_object (&self->data.editor);
  g_clear_object (&self->sorter);
  g_clear_object (&self->left);
  g_clear_object (&self->right);
  g_array_unref (self->rows);
  g_array_unref (self->seen);
  g_hash_table_unref (self->positions);
  g_free (self->find);
  for (guint i = 0; self->filters != NULL && i < self->table->n_columns; i++)
    g_free (self->filters[i]);
  g_free (self->filters);

  G_OBJECT_CLASS (tl_table_model_parent_class)->finalize (object);
}

static void
tl_table_model_class_init (TlTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_table_model_finalize;

  signals[REFRESHED] = g_signal_new ("refreshed", TL_TYPE_TABLE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_table_model_init (TlTableModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (TlTableRow));
  self->seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  self->positions = g_hash_table_new (NULL, NULL);
  self->left = g_object_new (TL_TYPE_TABLE_ITEM, NULL);
  self->right = g_object_new (TL_TYPE_TABLE_ITEM, NULL);
  self->group = -1;
}

TlTableModel *
tl_table_model_new (const TlTable *table,
                    TlEditor      *editor)
{
  TlTableModel *self = g_object_new (TL_TYPE_TABLE_MODEL, NULL);

  self->table = table;
  self->keys = g_new0 (Key *, table->n_columns);
  self->filters = g_new0 (char *, table->n_columns);
  self->data.editor = g_object_ref (editor);
  self->data.chart = tl_editor_get_chart (editor);
  tl_table_model_refresh (self);
  return self;
}
