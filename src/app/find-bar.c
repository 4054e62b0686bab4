/* find-bar.c - finds a text anywhere in the chart, and walks from place to place. */
#include "app/find-bar.h"

#include <glib/gi18n-lib.h>

#include "app/find.h"

struct _TlFindBar {
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget *box;
  TlEditor  *editor;     /* NULL: no chart */
  GArray    *hits;       /* TlHit */

  /* Borrowed */
  GtkWidget *search;
  GtkWidget *status;
  GtkWidget *buttons[2];

  /* State */
  guint      at;         /* in hits */
  gboolean   stale;      /* the text or the chart is not what the hits are of */
};

enum { FOUND, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFindBar, tl_find_bar, GTK_TYPE_WIDGET)

static const char *
get_text (TlFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* "2 of 5 · Standard: Target". */
static void
update_status (TlFindBar *self)
{
  g_autofree char *text = NULL;

  if (self->hits->len > 0) {
    const TlHit *hit = &g_array_index (self->hits, TlHit, self->at);
    g_autofree char *kind = tl_editor_name_kind (self->editor, hit->id);

    /* Translators: found places; the last is a kind of thing, such as "Step". */
    text = g_strdup_printf (_("%u of %u: %s"), self->at + 1, self->hits->len, kind);
  } else if (*get_text (self) != '\0') {
    text = g_strdup (_("Nothing found"));
  }
  gtk_label_set_text (GTK_LABEL (self->status), text != NULL ? text : "");
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    gtk_widget_set_sensitive (self->buttons[i], self->hits->len > 0);
  if (self->hits->len == 0 && *get_text (self) != '\0')
    gtk_widget_add_css_class (self->search, "error");
  else
    gtk_widget_remove_css_class (self->search, "error");
}

static void
show_hit (TlFindBar *self)
{
  const TlHit *hit = &g_array_index (self->hits, TlHit, self->at);

  tl_selection_set_one (tl_editor_get_selection (self->editor), hit->id);
  g_signal_emit (self, signals[FOUND], 0, hit->place);
}

/* The hit that is selected, or 0. */
static guint
find_selected (TlFindBar *self)
{
  TlId id = tl_selection_get_last (tl_editor_get_selection (self->editor));

  for (guint i = 0; i < self->hits->len; i++) {
    if (g_array_index (self->hits, TlHit, i).id == id)
      return i;
  }
  return 0;
}

static void
refresh (TlFindBar *self)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = tl_find (self->editor, get_text (self));
  self->at = find_selected (self);
  self->stale = FALSE;
}

static void
text_changed_cb (TlFindBar *self)
{
  if (self->editor == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  refresh (self);
  update_status (self);
  if (self->hits->len > 0)
    show_hit (self);
}

void
tl_find_bar_walk (TlFindBar *self,
                  gboolean   forward)
{
  TlId before;

  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (self->editor == NULL)
    return;
  before = tl_selection_get_last (tl_editor_get_selection (self->editor));
  if (self->stale)
    refresh (self);
  /* From where the person is now, which need not be where we left them. */
  if (self->hits->len > 0) {
    self->at = find_selected (self);
    if (g_array_index (self->hits, TlHit, self->at).id == before)
      self->at = (self->at + (forward ? 1 : self->hits->len - 1)) % self->hits->len;
    show_hit (self);
  }
  update_status (self);
}

static void
next_cb (TlFindBar *self)
{
  tl_find_bar_walk (self, TRUE);
}

static void
previous_cb (TlFindBar *self)
{
  tl_find_bar_walk (self, FALSE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TlFindBar             *self)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  tl_find_bar_walk (self, FALSE);
  return GDK_EVENT_STOP;
}

void
tl_find_bar_open (TlFindBar *self)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (self->editor == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
  refresh (self);
  update_status (self);
}

void
tl_find_bar_close (TlFindBar *self)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-chart", NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

const char *
tl_find_bar_get_status (TlFindBar *self)
{
  g_return_val_if_fail (TL_IS_FIND_BAR (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->status));
}

static void
chart_changed_cb (TlFindBar *self)
{
  self->stale = TRUE;
}

void
tl_find_bar_set_editor (TlFindBar *self,
                        TlEditor  *editor)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (self->editor == editor)
    return;
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_set_object (&self->editor, editor);
  g_array_set_size (self->hits, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (editor != NULL)
    g_signal_connect_object (editor, "changed", G_CALLBACK (chart_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
tl_find_bar_dispose (GObject *object)
{
  TlFindBar *self = TL_FIND_BAR (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_find_bar_parent_class)->dispose (object);
}

static void
tl_find_bar_finalize (GObject *object)
{
  g_array_unref (TL_FIND_BAR (object)->hits);

  G_OBJECT_CLASS (tl_find_bar_parent_class)->finalize (object);
}

static void
tl_find_bar_class_init (TlFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_find_bar_dispose;
  object_class->finalize = tl_find_bar_finalize;
  signals[FOUND] = g_signal_new ("found", TL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static GtkWidget *
make_button (TlFindBar  *self,
             const char *icon,
             const char *label,
             GCallback   clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_search (TlFindBar *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  g_object_set (self->search, "placeholder-text", _("Find in steps, failure points, standards…"),
                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find in the chart"), -1);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "next-match", G_CALLBACK (next_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "previous-match", G_CALLBACK (previous_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (tl_find_bar_close), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->search, key);
  return self->search;
}

static void
tl_find_bar_init (TlFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->hits = g_array_new (FALSE, FALSE, sizeof (TlHit));
  self->box = box;
  self->status = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->status, "dim-label");
  gtk_widget_add_css_class (self->status, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (self->status), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), make_search (self));
  gtk_box_append (GTK_BOX (box), self->status);
  self->buttons[0] = make_button (self, "go-up-symbolic", _("Previous"), G_CALLBACK (previous_cb));
  self->buttons[1] = make_button (self, "go-down-symbolic", _("Next"), G_CALLBACK (next_cb));
  gtk_box_append (GTK_BOX (box), self->buttons[0]);
  gtk_box_append (GTK_BOX (box), self->buttons[1]);
  gtk_box_append (GTK_BOX (box), make_button (self, "window-close-symbolic", _("Close"),
                                              G_CALLBACK (tl_find_bar_close)));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
