/* attach-popover.c - which recovery procedure a failure point gets.
 *
 * The keyboard stays in the search box; up and down walk the list beneath it.
 */
#include "app/attach-popover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/commands.h"

#define MOST_ROWS 50   /* who has more writes a part of the name */
#define RECOVERY  "tl-recovery"

struct _TlAttachPopover {
  GtkPopover  parent_instance;

  /* Owned */
  TlEditor   *editor;

  /* Borrowed */
  GtkWidget  *title;
  GtkWidget  *search;
  GtkWidget  *list;
  GtkWidget  *scroller;

  /* State */
  TlId        failure;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlAttachPopover, tl_attach_popover, GTK_TYPE_POPOVER)

static const char *
get_text (TlAttachPopover *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static void
append_row (TlAttachPopover *self,
            const char      *mark,
            const char      *text,
            TlId             recovery)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);

  if (mark != NULL) {
    GtkWidget *badge = gtk_label_new (mark);

    gtk_widget_add_css_class (badge, "badge");
    gtk_widget_add_css_class (badge, "recovery");
    gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
    gtk_box_append (GTK_BOX (box), badge);
  } else {
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), RECOVERY, GUINT_TO_POINTER (recovery));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gboolean
matches (const char *name,
         const char *find)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return strstr (folded, find) != NULL;
}

/* What was found comes before a new one, when something was written. */
static void
refill (TlAttachPopover *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  const TlOrder *order = tl_editor_get_order (self->editor);
  g_autofree char *written = g_strstrip (g_strdup (get_text (self)));
  g_autofree char *find = g_utf8_casefold (written, -1);
  g_autofree char *fresh = NULL;
  GtkListBoxRow *first;
  guint n = 0;

  while ((first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (first));
  if (*written == '\0')
    append_row (self, NULL, _("New procedure"), TL_ID_NONE);
  for (guint i = 0; i < order->n_recoveries && n < MOST_ROWS; i++) {
    const TlRecovery *recovery = TL_CHART_GET (chart, RECOVERY, TlRecovery, order->recoveries[i]);
    g_autofree char *mark = g_strdup_printf ("R%u", i + 1);

    if (tl_command_is_attached (self->editor, recovery->head.id, self->failure) ||
        !matches (recovery->name, find))
      continue;
    append_row (self, mark, recovery->name, recovery->head.id);
    n++;
  }
  if (*written != '\0') {
    /* Translators: %s is what was written, the name of a recovery procedure to be. */
    fresh = g_strdup_printf (_("New procedure “%s”"), written);
    append_row (self, NULL, fresh, TL_ID_NONE);
  }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static void
choose (TlAttachPopover *self,
        GtkListBoxRow   *row)
{
  g_autoptr (TlAttachPopover) kept = g_object_ref (self);
  g_autofree char *written = g_strstrip (g_strdup (get_text (self)));
  TlId recovery;

  if (row == NULL)
    return;
  recovery = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), RECOVERY));
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, recovery, *written != '\0' ? written : NULL);
}

static void
activated_cb (GtkListBox      *list,
              GtkListBoxRow   *row,
              TlAttachPopover *self)
{
  choose (self, row);
}

static void
search_activated_cb (TlAttachPopover *self)
{
  choose (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

/* Shows @row, which has no focus of its own to be scrolled to. */
static void
scroll_to (TlAttachPopover *self,
           GtkWidget       *row)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (row, self->list, &box))
    gtk_adjustment_clamp_page (adjustment, box.origin.y, box.origin.y + box.size.height);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TlAttachPopover       *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    index++;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    index--;
  else
    return GDK_EVENT_PROPAGATE;
  row = index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index) : NULL;
  if (row != NULL) {
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
    scroll_to (self, GTK_WIDGET (row));
  }
  return GDK_EVENT_STOP;
}

static void
tl_attach_popover_finalize (GObject *object)
{
  g_clear_object (&TL_ATTACH_POPOVER (object)->editor);

  G_OBJECT_CLASS (tl_attach_popover_parent_class)->finalize (object);
}

static void
tl_attach_popover_class_init (TlAttachPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_attach_popover_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_ATTACH_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static GtkWidget *
make_list (TlAttachPopover *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Recovery procedures"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 260);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  return self->scroller;
}

static void
tl_attach_popover_init (TlAttachPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_margin_start (self->title, 6);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Find a procedure, or name a new one"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a procedure, or name a new one"), -1);
  /* Without the delay of "search-changed": Enter takes what is seen. */
  g_signal_connect_object (self->search, "changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->search, key);
  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "map", G_CALLBACK (refill), NULL);
}

GtkWidget *
tl_attach_popover_new (TlEditor *editor,
                       TlId      failure)
{
  TlAttachPopover *self = g_object_new (TL_TYPE_ATTACH_POPOVER, NULL);
  /* Translators: %u is the number of a failure point. */
  g_autofree char *title = g_strdup_printf (
    _("Recovery Procedure for F%u"), tl_order_number (tl_editor_get_order (editor), failure));

  self->editor = g_object_ref (editor);
  self->failure = failure;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  return GTK_WIDGET (self);
}

gboolean
tl_attach_popover_has_choice (TlEditor *editor,
                              TlId      failure)
{
  TlChart *chart = tl_editor_get_chart (editor);

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_RECOVERY); i++) {
    if (!tl_command_is_attached (editor, tl_chart_nth (chart, TL_RECORD_RECOVERY, i)->id, failure))
      return TRUE;
  }
  return FALSE;
}
