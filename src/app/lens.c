/* lens.c - the overlay that a window looks at its chart through. */
#include "app/lens.h"

#include "app/today.h"

struct _TlLens {
  GObject        parent_instance;

  /* Owned */
  TlEditor      *editor;   /* NULL: no chart */
  TlMarks       *marks;    /* NULL: nothing to show */

  /* State */
  TlOverlayKind  kind;
  TlId           role;
  guint          refreshing;   /* source, or 0 */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlLens, tl_lens, G_TYPE_OBJECT)

static TlMarks *
make_marks (TlLens *self)
{
  TlChart *chart;
  TlOverlay *overlay;

  if (self->editor == NULL || self->kind == TL_OVERLAY_NONE)
    return NULL;
  chart = tl_editor_get_chart (self->editor);
  if (TL_CHART_GET (chart, ROLE, TlRole, self->role) == NULL)
    self->role = TL_ID_NONE;
  overlay = tl_overlay_new (chart, self->kind, self->role, tl_today ());
  return tl_marks_new (overlay, tl_editor_get_scene (self->editor),
                       tl_text_measurer_measure (tl_editor_get_measurer (self->editor)), FALSE);
}

/* Who shows the old marks lets go of them when told. */
static void
take_marks (TlLens  *self,
            TlMarks *marks)
{
  g_autoptr (TlMarks) old = g_steal_pointer (&self->marks);

  self->marks = marks;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
refresh (TlLens *self)
{
  TlMarks *marks = make_marks (self);

  g_clear_handle_id (&self->refreshing, g_source_remove);
  if (marks != NULL && self->marks != NULL && tl_marks_equal (marks, self->marks))
    tl_marks_free (marks);   /* nothing need be painted again */
  else
    take_marks (self, marks);
}

static gboolean
refresh_cb (gpointer data)
{
  TlLens *self = data;

  self->refreshing = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
editor_changed_cb (TlLens *self)
{
  if (self->kind != TL_OVERLAY_NONE && self->refreshing == 0)
    self->refreshing = g_idle_add (refresh_cb, self);
}

static void
tl_lens_dispose (GObject *object)
{
  TlLens *self = TL_LENS (object);

  g_clear_handle_id (&self->refreshing, g_source_remove);
  g_clear_pointer (&self->marks, tl_marks_free);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (tl_lens_parent_class)->dispose (object);
}

static void
tl_lens_class_init (TlLensClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_lens_dispose;

  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_LENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_lens_init (TlLens *self)
{
  self->kind = TL_OVERLAY_NONE;
}

TlLens *
tl_lens_new (void)
{
  return g_object_new (TL_TYPE_LENS, NULL);
}

void
tl_lens_set_editor (TlLens   *self,
                    TlEditor *editor)
{
  g_return_if_fail (TL_IS_LENS (self));

  if (self->editor == editor)
    return;
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  if (self->marks != NULL)
    take_marks (self, NULL);   /* before the texts they lend are gone */
  g_set_object (&self->editor, editor);
  self->role = TL_ID_NONE;
  if (editor != NULL)
    g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self,
                             G_CONNECT_SWAPPED);
  refresh (self);
}

void
tl_lens_choose (TlLens        *self,
                TlOverlayKind  kind)
{
  g_return_if_fail (TL_IS_LENS (self));

  if (self->kind == kind)
    return;
  self->kind = kind;
  refresh (self);
}

void
tl_lens_set_role (TlLens *self,
                  TlId    role)
{
  g_return_if_fail (TL_IS_LENS (self));

  if (self->role == role)
    return;
  self->role = role;
  if (self->kind == TL_OVERLAY_ROLE)
    refresh (self);
}

TlOverlayKind
tl_lens_get_kind (TlLens *self)
{
  g_return_val_if_fail (TL_IS_LENS (self), TL_OVERLAY_NONE);

  return self->kind;
}

const TlMarks *
tl_lens_get_marks (TlLens *self)
{
  g_return_val_if_fail (TL_IS_LENS (self), NULL);

  return self->marks;
}

gboolean
tl_lens_is_settled (TlLens *self)
{
  g_return_val_if_fail (TL_IS_LENS (self), FALSE);

  return self->refreshing == 0;
}
