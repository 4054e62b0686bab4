/* outline-model.c - phases and steps in reading order, as a list model. */
#include "app/outline-model.h"

#include "app/find.h"
#include "app/row-list.h"

struct _TlOutlineItem {
  GObject parent_instance;
  TlId    id;
};

G_DEFINE_FINAL_TYPE (TlOutlineItem, tl_outline_item, G_TYPE_OBJECT)

static void
tl_outline_item_class_init (TlOutlineItemClass *klass)
{
}

static void
tl_outline_item_init (TlOutlineItem *self)
{
}

TlId
tl_outline_item_get_id (TlOutlineItem *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (self), TL_ID_NONE);

  return self->id;
}

/* What a row shows, boiled down to a number: a row whose number stays the same is
 * not made again. */
typedef struct {
  TlId    id;
  guint64 look;
} Row;

struct _TlOutlineModel {
  GObject   parent_instance;

  /* Owned */
  TlEditor *editor;
  GArray   *rows;   /* Row */
  char     *find;   /* case folded, or NULL */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlOutlineModel, tl_outline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *list)
{
  return TL_TYPE_OUTLINE_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return TL_OUTLINE_MODEL (list)->rows->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  TlOutlineModel *self = TL_OUTLINE_MODEL (list);
  TlOutlineItem *item;

  if (position >= self->rows->len)
    return NULL;
  item = g_object_new (TL_TYPE_OUTLINE_ITEM, NULL);
  item->id = g_array_index (self->rows, Row, position).id;
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tl_outline_model_finalize (GObject *object)
{
  TlOutlineModel *self = TL_OUTLINE_MODEL (object);

  g_clear_object (&self->editor);
  g_array_unref (self->rows);
  g_free (self->find);

  G_OBJECT_CLASS (tl_outline_model_parent_class)->finalize (object);
}

static void
tl_outline_model_class_init (TlOutlineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_outline_model_finalize;
}

static void
tl_outline_model_init (TlOutlineModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

static gboolean
text_matches (const TlOutlineModel *self,
              const char           *text)
{
  return self->find == NULL || tl_find_text_holds (text, self->find);
}

static gboolean
step_matches (const TlOutlineModel *self,
              const TlStep         *step,
              TlChart              *chart)
{
  if (text_matches (self, step->label) || text_matches (self, step->tell) ||
      text_matches (self, step->how))
    return TRUE;
  for (guint i = 0; i < step->head.children.n; i++) {
    const TlTouchpoint *touchpoint =
      TL_CHART_GET (chart, TOUCHPOINT, TlTouchpoint, step->head.children.ids[i]);

    if (touchpoint != NULL && text_matches (self, touchpoint->name))
      return TRUE;
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);

    if (failure->at == step->head.id && text_matches (self, failure->title))
      return TRUE;
  }
  return FALSE;
}

static guint64
look_of (const char *label,
         guint64     more)
{
  return ((guint64) g_str_hash (label != NULL ? label : "") << 32) ^ more;
}

/* Handles of the failure points at each step, with ratings and recoveries, stirred
 * into one number for each step. */
static GHashTable *
stir_failures (TlEditor *editor)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlOrder *order = tl_editor_get_order (editor);
  GHashTable *stirred = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < order->n_failures; i++) {
    const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, order->failures[i]);
    gpointer key = GUINT_TO_POINTER (failure->at);
    guint sum = GPOINTER_TO_UINT (g_hash_table_lookup (stirred, key));

    sum = sum * 31 + i + 1;
    sum = sum * 31 + (guint) failure->s * 121 + (guint) failure->o * 11 + (guint) failure->d;
    g_hash_table_insert (stirred, key, GUINT_TO_POINTER (sum));
  }
  for (guint i = 0; i < order->n_recoveries; i++) {
    const TlRecovery *recovery = TL_CHART_GET (chart, RECOVERY, TlRecovery, order->recoveries[i]);

    for (guint k = 0; k < recovery->failures.n; k++) {
      const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, recovery->failures.ids[k]);
      gpointer key = GUINT_TO_POINTER (failure->at);
      guint sum = GPOINTER_TO_UINT (g_hash_table_lookup (stirred, key));

      g_hash_table_insert (stirred, key, GUINT_TO_POINTER (sum * 37 + i + 1));
    }
  }
  return stirred;
}

static GArray *
build_rows (TlOutlineModel *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  const TlOrder *order = tl_editor_get_order (self->editor);
  g_autoptr (GHashTable) stirred = stir_failures (self->editor);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint next = 0;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_PHASE); i++) {
    const TlPhase *phase = TL_CHART_NTH (chart, PHASE, TlPhase, i);
    Row head = { phase->head.id, look_of (phase->name, 0) };
    gboolean whole = self->find != NULL && text_matches (self, phase->name);
    guint before = rows->len;

    g_array_append_val (rows, head);
    for (; next < order->n_steps; next++) {
      const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, order->steps[next]);
      const TlLane *lane = TL_CHART_GET (chart, LANE, TlLane, step->lane);
      guint failures = GPOINTER_TO_UINT (g_hash_table_lookup (stirred,
                                                              GUINT_TO_POINTER (step->head.id)));
      Row row = {
        step->head.id, look_of (step->label, (guint64) failures * 8 + lane->band),
      };

      if (step->phase != phase->head.id)
        break;
      if (whole || step_matches (self, step, chart))
        g_array_append_val (rows, row);
    }
    if (self->find != NULL && !whole && rows->len == before + 1)
      g_array_set_size (rows, before);
  }
  return rows;
}

static gboolean
is_same_row (gconstpointer a,
             gconstpointer b)
{
  const Row *x = a, *y = b;

  return x->id == y->id && x->look == y->look;
}

static void
rebuild (TlOutlineModel *self)
{
  tl_row_list_take (G_LIST_MODEL (self), &self->rows, build_rows (self), is_same_row);
}

TlOutlineModel *
tl_outline_model_new (TlEditor *editor)
{
  TlOutlineModel *self = g_object_new (TL_TYPE_OUTLINE_MODEL, NULL);

  self->editor = g_object_ref (editor);
  rebuild (self);
  g_signal_connect_object (editor, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  return self;
}

void
tl_outline_model_set_find (TlOutlineModel *self,
                           const char     *text)
{
  g_autofree char *find = NULL;

  g_return_if_fail (TL_IS_OUTLINE_MODEL (self));

  find = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  if (g_strcmp0 (find, self->find) == 0)
    return;
  g_free (self->find);
  self->find = g_steal_pointer (&find);
  rebuild (self);
}

TlId
tl_outline_model_get_id (TlOutlineModel *self,
                         guint           position)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self), TL_ID_NONE);
  g_return_val_if_fail (position < self->rows->len, TL_ID_NONE);

  return g_array_index (self->rows, Row, position).id;
}

guint
tl_outline_model_find_id (TlOutlineModel *self,
                          TlId            id)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self), G_MAXUINT);

  for (guint i = 0; i < self->rows->len; i++) {
    if (g_array_index (self->rows, Row, i).id == id)
      return i;
  }
  return G_MAXUINT;
}
