/* progress-strip.c - the seven steps in one line across the window. */
#include "app/progress-strip.h"

#include <glib/gi18n-lib.h>

#include "app/series.h"
#include "app/tooltip.h"

typedef struct {
  GtkWidget *button, *icon, *title, *state;
} Place;

struct _TlProgressStrip {
  GtkWidget  parent_instance;

  /* Owned */
  TlEditor  *editor;
  GtkWidget *box;
  guint      refreshing;   /* source, or 0 */

  /* Borrowed */
  Place      places[TL_N_PROGRESS_STEPS];

  /* State */
  gboolean   stale;
};

G_DEFINE_FINAL_TYPE (TlProgressStrip, tl_progress_strip, GTK_TYPE_WIDGET)

static void
show_place (const Place         *place,
            guint                index,
            const TlProgressRow *row)
{
  g_autofree char *brief = tl_progress_brief (row);
  g_autofree char *where = tl_series_place (TL_SERIES_STEPS, index);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", row->need, row->text);
  /* Translators: place, title and state of a step, for those who hear it: "Step 3 of 7, Set
   * standards: Open". */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s: %s"), where, row->title,
                                             tl_progress_state_text (row->state));
  const char *classes[] = { "mark", tl_progress_css_class (row->state), NULL };

  gtk_label_set_text (GTK_LABEL (place->title), row->title);
  gtk_label_set_text (GTK_LABEL (place->state), brief);
  gtk_image_set_from_icon_name (GTK_IMAGE (place->icon), tl_progress_icon (row->state));
  gtk_widget_set_css_classes (place->icon, classes);
  tl_tooltip_set (place->button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (place->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, row->text, -1);
}

static void
refresh (TlProgressStrip *self)
{
  const TlProgress *progress;

  if (self->editor == NULL || !self->stale)
    return;
  self->stale = FALSE;
  progress = tl_editor_get_progress (self->editor);
  for (guint i = 0; i < TL_N_PROGRESS_STEPS; i++)
    show_place (&self->places[i], i, &progress->steps[i]);
}

static gboolean
refresh_cb (gpointer data)
{
  TlProgressStrip *self = data;

  self->refreshing = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Once for any number of changes, after the chart has been drawn; unseen it waits. */
static void
editor_changed_cb (TlProgressStrip *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->refreshing == 0)
    self->refreshing = g_idle_add (refresh_cb, self);
}

void
tl_progress_strip_set_editor (TlProgressStrip *self,
                              TlEditor        *editor)
{
  g_return_if_fail (TL_IS_PROGRESS_STRIP (self));

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_set_object (&self->editor, editor);
  self->stale = TRUE;
  if (editor == NULL)
    return;
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  editor_changed_cb (self);
}

void
tl_progress_strip_set_current (TlProgressStrip *self,
                               int              index)
{
  g_return_if_fail (TL_IS_PROGRESS_STRIP (self));

  for (int i = 0; i < TL_N_PROGRESS_STEPS; i++) {
    GtkWidget *button = self->places[i].button;

    if (i == index)
      gtk_widget_set_state_flags (button, GTK_STATE_FLAG_CHECKED, FALSE);
    else
      gtk_widget_unset_state_flags (button, GTK_STATE_FLAG_CHECKED);
    gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                                 i == index ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                            : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  }
}

GtkWidget *
tl_progress_strip_get_button (TlProgressStrip *self,
                              guint            index)
{
  g_return_val_if_fail (TL_IS_PROGRESS_STRIP (self) && index < TL_N_PROGRESS_STEPS, NULL);

  return self->places[index].button;
}

const char *
tl_progress_strip_get_state (TlProgressStrip *self,
                             guint            index)
{
  g_return_val_if_fail (TL_IS_PROGRESS_STRIP (self) && index < TL_N_PROGRESS_STEPS, NULL);

  return gtk_label_get_text (GTK_LABEL (self->places[index].state));
}

static void
tl_progress_strip_map (GtkWidget *widget)
{
  refresh (TL_PROGRESS_STRIP (widget));
  GTK_WIDGET_CLASS (tl_progress_strip_parent_class)->map (widget);
}

static void
tl_progress_strip_dispose (GObject *object)
{
  TlProgressStrip *self = TL_PROGRESS_STRIP (object);

  g_clear_handle_id (&self->refreshing, g_source_remove);
  tl_progress_strip_set_editor (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_progress_strip_parent_class)->dispose (object);
}

static void
tl_progress_strip_class_init (TlProgressStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_progress_strip_dispose;
  widget_class->map = tl_progress_strip_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_css_name (widget_class, "progressstrip");
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
make_place (TlProgressStrip *self,
            guint            index)
{
  Place *place = &self->places[index];
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  place->button = gtk_button_new ();
  place->icon = gtk_image_new ();
  place->title = make_label ("title");
  place->state = make_label ("state");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), place->title);
  gtk_box_append (GTK_BOX (texts), place->state);
  gtk_box_append (GTK_BOX (row), place->icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (place->button), row);
  gtk_widget_set_hexpand (place->button, TRUE);
  gtk_widget_add_css_class (place->button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (place->button), "win.progress-step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (place->button), "u", index);
  gtk_box_append (GTK_BOX (self->box), place->button);
}

static void
tl_progress_strip_init (TlProgressStrip *self)
{
  GtkWidget *questions = gtk_button_new_with_label (_("Eight Questions"));

  self->stale = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; i < TL_N_PROGRESS_STEPS; i++)
    make_place (self, i);
  gtk_widget_add_css_class (questions, "flat");
  gtk_widget_add_css_class (questions, "questions");
  gtk_widget_set_tooltip_text (questions, _("Walk Through the Eight Questions"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (questions), "win.walk-questions");
  gtk_box_append (GTK_BOX (self->box), questions);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Progress in seven steps"), -1);
}
