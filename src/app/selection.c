/* selection.c - what is selected in one window. */
#include "app/selection.h"

#include <string.h>

struct _TlSelection {
  GObject  parent_instance;
  GArray  *ids;   /* TlId, each once */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlSelection, tl_selection, G_TYPE_OBJECT)

static void
tl_selection_finalize (GObject *object)
{
  g_array_unref (TL_SELECTION (object)->ids);

  G_OBJECT_CLASS (tl_selection_parent_class)->finalize (object);
}

static void
tl_selection_class_init (TlSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
tl_selection_init (TlSelection *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (TlId));
}

TlSelection *
tl_selection_new (void)
{
  return g_object_new (TL_TYPE_SELECTION, NULL);
}

/* G_MAXUINT when it is not there. */
static guint
find (const GArray *ids,
      TlId          id)
{
  for (guint i = 0; i < ids->len; i++) {
    if (g_array_index (ids, TlId, i) == id)
      return i;
  }
  return G_MAXUINT;
}

guint
tl_selection_get_n (TlSelection *self)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), 0);

  return self->ids->len;
}

const TlId *
tl_selection_get_ids (TlSelection *self)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), NULL);

  return (const TlId *) (const void *) self->ids->data;
}

TlId
tl_selection_get_last (TlSelection *self)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), TL_ID_NONE);

  return self->ids->len > 0 ? g_array_index (self->ids, TlId, self->ids->len - 1) : TL_ID_NONE;
}

gboolean
tl_selection_contains (TlSelection *self,
                       TlId         id)
{
  g_return_val_if_fail (TL_IS_SELECTION (self), FALSE);

  return find (self->ids, id) != G_MAXUINT;
}

void
tl_selection_set (TlSelection *self,
                  const TlId  *ids,
                  guint        n_ids)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (TlId));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_if_fail (TL_IS_SELECTION (self));

  for (guint i = 0; i < n_ids; i++) {
    if (ids[i] != TL_ID_NONE && g_hash_table_add (seen, GUINT_TO_POINTER (ids[i])))
      g_array_append_val (wanted, ids[i]);
  }
  if (wanted->len == self->ids->len &&
      (wanted->len == 0 || memcmp (wanted->data, self->ids->data, wanted->len * sizeof (TlId)) == 0))
    return;
  g_array_unref (self->ids);
  self->ids = g_steal_pointer (&wanted);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
tl_selection_set_one (TlSelection *self,
                      TlId         id)
{
  tl_selection_set (self, &id, id != TL_ID_NONE ? 1 : 0);
}

void
tl_selection_toggle (TlSelection *self,
                     TlId         id)
{
  guint index;

  g_return_if_fail (TL_IS_SELECTION (self));

  index = find (self->ids, id);
  if (index == G_MAXUINT)
    g_array_append_val (self->ids, id);
  else
    g_array_remove_index (self->ids, index);
  g_signal_emit (self, signals[CHANGED], 0);
}
