/* guide.c - leads through the seven steps or the eight questions. */
#include "app/guide.h"

#include <glib/gi18n-lib.h>

struct _TlGuide {
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *content;
  GtkWidget *place;
  GtkWidget *close;
  GtkWidget *pages;
  GtkWidget *scroller;
  GtkWidget *title;
  GtkWidget *icon;
  GtkWidget *text;
  GtkWidget *need;
  GtkWidget *why;
  GtkWidget *list;
  GtkWidget *buttons;
  GtkWidget *back;
  GtkWidget *next;

  /* Owned */
  TlEditor  *editor;
  GtkSizeGroup *titles;     /* of the summary */
  guint      refreshing;    /* source, or 0 */

  /* State */
  gboolean   open;
  TlSeries   series;
  guint      at[2];         /* by series; the number of its places is the summary */
};

enum { MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlGuide, tl_guide, GTK_TYPE_WIDGET)

static const TlProgressRow *
get_row (TlGuide *self)
{
  return tl_series_row (self->series, tl_editor_get_progress (self->editor),
                        self->at[self->series]);
}

/* One place. */

static void
set_mark (GtkWidget           *icon,
          const TlProgressRow *row)
{
  const char *classes[] = { "mark", tl_progress_css_class (row->state), NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), tl_progress_icon (row->state));
  gtk_widget_set_css_classes (icon, classes);
}

static void
show_place (TlGuide *self)
{
  const TlProgressRow *row = get_row (self);
  g_autofree char *where = tl_series_place (self->series, self->at[self->series]);
  /* Translators: which of the questions, and its state: "Question 3 of 8: Open". */
  g_autofree char *place = g_strdup_printf (_("%s: %s"), where,
                                            tl_progress_state_text (row->state));
  /* Translators: %s is a sentence that says what makes a step done. */
  g_autofree char *need = g_strdup_printf (_("Done when: %s"), row->need);

  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_label_set_text (GTK_LABEL (self->title), row->title);
  gtk_label_set_text (GTK_LABEL (self->text), row->text);
  gtk_label_set_text (GTK_LABEL (self->need), need);
  gtk_label_set_text (GTK_LABEL (self->why), row->why);
  set_mark (self->icon, row);
}

/* The summary. */

/* Titles are of one width, so that what is said of them stands in a column. */
static void
append_summary_row (TlGuide             *self,
                    guint                index,
                    const TlProgressRow *row)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new ();
  g_autofree char *numbered = g_strdup_printf ("%u. %s", index + 1, row->title);
  const char *state = tl_progress_state_text (row->state);
  g_autofree char *spoken = g_strdup_printf ("%s %s: %s", numbered, state, row->text);
  GtkWidget *title = gtk_label_new (numbered);
  GtkWidget *text = gtk_label_new (row->text);
  GtkWidget *holder = gtk_list_box_row_new ();

  set_mark (icon, row);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_size_group_add_widget (self->titles, title);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, "dim-label");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), holder);
}

static void
show_summary (TlGuide *self)
{
  const TlProgress *progress = tl_editor_get_progress (self->editor);
  guint n = tl_series_n (self->series);
  g_autofree char *place = NULL;
  GtkListBoxRow *row;
  guint n_done = 0;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < n; i++) {
    const TlProgressRow *about = tl_series_row (self->series, progress, i);

    append_summary_row (self, i, about);
    n_done += about->state == TL_PROGRESS_DONE;
  }
  if (self->series == TL_SERIES_STEPS)
    place = g_strdup_printf (_("Summary: %u of %u steps are done"), n_done, n);
  else
    place = g_strdup_printf (_("Summary: %u of %u questions have nothing left to do"), n_done, n);
  gtk_label_set_text (GTK_LABEL (self->place), place);
}

/* Following the chart. */

static void
refresh (TlGuide *self)
{
  gboolean summary = tl_guide_is_summary (self);
  guint at = self->at[self->series];

  if (!self->open || self->editor == NULL)
    return;
  if (summary)
    show_summary (self);
  else
    show_place (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), summary ? "summary" : "place");
  gtk_widget_set_hexpand (GTK_WIDGET (self), summary);
  gtk_widget_set_halign (self->buttons, summary ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guide.back", at > 0);
  gtk_button_set_label (GTK_BUTTON (self->next),
                        summary ? _("_Close")
                        : at + 1 == tl_series_n (self->series) ? _("_Summary") : _("_Next"));
}

static gboolean
refresh_cb (gpointer data)
{
  TlGuide *self = data;

  self->refreshing = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
editor_changed_cb (TlGuide *self)
{
  if (self->open && self->refreshing == 0)
    self->refreshing = g_idle_add (refresh_cb, self);
}

void
tl_guide_set_editor (TlGuide  *self,
                     TlEditor *editor)
{
  g_return_if_fail (TL_IS_GUIDE (self));

  if (self->editor == editor)
    return;
  tl_guide_close (self);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_handle_id (&self->refreshing, g_source_remove);
  g_set_object (&self->editor, editor);
  self->at[TL_SERIES_STEPS] = self->at[TL_SERIES_QUESTIONS] = 0;
  if (editor != NULL)
    g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* Leading. */

void
tl_guide_lead (TlGuide  *self,
               TlSeries  series,
               guint     index)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (TL_IS_GUIDE (self));
  g_return_if_fail (index <= tl_series_n (series));

  if (self->editor == NULL)
    return;
  self->open = TRUE;
  self->series = series;
  self->at[series] = index;
  refresh (self);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_adjustment_set_value (adjustment, 0);
  g_signal_emit (self, signals[MOVED], 0);
}

void
tl_guide_close (TlGuide *self)
{
  g_return_if_fail (TL_IS_GUIDE (self));

  if (!self->open)
    return;
  if (tl_guide_is_summary (self))
    self->at[self->series] = 0;
  self->open = FALSE;
  g_signal_emit (self, signals[MOVED], 0);
}

gboolean
tl_guide_is_open (TlGuide *self)
{
  return self->open;
}

gboolean
tl_guide_is_summary (TlGuide *self)
{
  return self->open && self->at[self->series] == tl_series_n (self->series);
}

TlSeries
tl_guide_get_series (TlGuide *self)
{
  return self->series;
}

guint
tl_guide_get_index (TlGuide  *self,
                    TlSeries  series)
{
  return self->at[series];
}

const TlProgressTest *
tl_guide_get_test (TlGuide *self)
{
  if (!self->open || self->editor == NULL || tl_guide_is_summary (self))
    return NULL;
  return get_row (self)->test;
}

const char *
tl_guide_get_title (TlGuide *self)
{
  return gtk_label_get_text (GTK_LABEL (tl_guide_is_summary (self) ? self->place : self->title));
}

const char *
tl_guide_get_text (TlGuide *self)
{
  return gtk_label_get_text (GTK_LABEL (self->text));
}

GtkWidget *
tl_guide_get_list (TlGuide *self)
{
  return self->list;
}

static void
walk_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlGuide *self = TL_GUIDE (widget);
  guint at = self->at[self->series];
  gboolean back = g_str_equal (name, "guide.back");

  if (!self->open)
    return;
  if (!back && tl_guide_is_summary (self)) {
    tl_guide_close (self);
    return;
  }
  if (back && at == 0)
    return;
  tl_guide_lead (self, self->series, back ? at - 1 : at + 1);
  /* At the first place the button that was pressed takes no more keys. */
  if (back && at == 1)
    gtk_widget_grab_focus (self->next);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  tl_guide_close (TL_GUIDE (widget));
}

static void
row_activated_cb (TlGuide       *self,
                  GtkListBoxRow *row)
{
  tl_guide_lead (self, self->series, (guint) gtk_list_box_row_get_index (row));
  gtk_widget_grab_focus (self->next);
}

static gboolean
tl_guide_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_GUIDE (widget)->next);
}

static void
tl_guide_dispose (GObject *object)
{
  TlGuide *self = TL_GUIDE (object);

  if (self->content != NULL)
    tl_guide_set_editor (self, NULL);
  g_clear_object (&self->titles);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_GUIDE);

  G_OBJECT_CLASS (tl_guide_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, TlGuide, content);
  gtk_widget_class_bind_template_child (klass, TlGuide, place);
  gtk_widget_class_bind_template_child (klass, TlGuide, close);
  gtk_widget_class_bind_template_child (klass, TlGuide, pages);
  gtk_widget_class_bind_template_child (klass, TlGuide, scroller);
  gtk_widget_class_bind_template_child (klass, TlGuide, title);
  gtk_widget_class_bind_template_child (klass, TlGuide, icon);
  gtk_widget_class_bind_template_child (klass, TlGuide, text);
  gtk_widget_class_bind_template_child (klass, TlGuide, need);
  gtk_widget_class_bind_template_child (klass, TlGuide, why);
  gtk_widget_class_bind_template_child (klass, TlGuide, list);
  gtk_widget_class_bind_template_child (klass, TlGuide, buttons);
  gtk_widget_class_bind_template_child (klass, TlGuide, back);
  gtk_widget_class_bind_template_child (klass, TlGuide, next);
}

static void
tl_guide_class_init (TlGuideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_guide_dispose;
  widget_class->grab_focus = tl_guide_grab_focus;

  signals[MOVED] = g_signal_new ("moved", TL_TYPE_GUIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/guide.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "guide.back", NULL, walk_action);
  gtk_widget_class_install_action (widget_class, "guide.next", NULL, walk_action);
  gtk_widget_class_install_action (widget_class, "guide.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "guide.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "guide.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "guide.close", NULL);
  gtk_widget_class_set_css_name (widget_class, "guide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
tl_guide_init (TlGuide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}
