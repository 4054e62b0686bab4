/* record-chooser.c - a popover with a searchable list of records. */
#include "app/record-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/record-words.h"

struct _TlRecordChooser {
  GtkPopover     parent_instance;

  /* Owned */
  TlEditor      *editor;
  GtkStringList *titles;     /* of what is listed */
  GArray        *ids;        /* TlId beside them */
  GHashTable    *chosen;     /* of TlId */

  /* Borrowed */
  GtkWidget     *search;
  GtkWidget     *list;
  GtkWidget     *nothing;

  /* State */
  guint32        kinds;
  gboolean       several;
};

enum { FILL, CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlRecordChooser, tl_record_chooser, GTK_TYPE_POPOVER)

/* Rows. */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_list_item_set_child (item, box);
}

static TlId
id_at (TlRecordChooser *self,
       guint            position)
{
  return g_array_index (self->ids, TlId, position);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         TlRecordChooser    *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *tick = gtk_widget_get_last_child (box);
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));
  TlId id = id_at (self, gtk_list_item_get_position (item));
  gboolean on = g_hash_table_contains (self->chosen, GUINT_TO_POINTER (id));
  /* Translators: a row of a list to choose from, read aloud. */
  g_autofree char *spoken = g_strdup_printf (on ? _("%s, chosen") : "%s", title);

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_widget_set_tooltip_text (box, title);
  gtk_widget_set_opacity (tick, on ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static gboolean
matches (const char *title,
         const char *find)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  return strstr (folded, find) != NULL;
}

static void
refill (TlRecordChooser *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  g_autofree char *find =
    g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  g_array_set_size (self->ids, 0);
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)),
                          NULL);
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    if ((self->kinds & 1u << kind) == 0)
      continue;
    for (guint i = 0; i < tl_chart_n (chart, kind); i++) {
      TlId id = tl_chart_nth (chart, kind, i)->id;
      g_autofree char *title = tl_record_title (self->editor, id);

      if (!matches (title, find))
        continue;
      g_array_append_val (self->ids, id);
      gtk_string_list_append (self->titles, title);
    }
  }
  gtk_widget_set_visible (self->nothing, self->ids->len == 0);
}

static void
choose (TlRecordChooser *self,
        guint            position)
{
  TlId id = id_at (self, position);
  gpointer key = GUINT_TO_POINTER (id);
  gboolean on = !self->several || !g_hash_table_contains (self->chosen, key);
  const char *again[] = { NULL, NULL };

  if (!self->several)
    gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, id, on);
  if (!self->several)
    return;
  /* Shown as it is now, whether or not the chart took it. */
  g_signal_emit (self, signals[FILL], 0);
  again[0] = gtk_string_list_get_string (self->titles, position);
  {
    g_autofree char *copy = g_strdup (again[0]);

    again[0] = copy;
    gtk_string_list_splice (self->titles, position, 1, again);
  }
}

static void
activated_cb (GtkWidget       *list,
              guint            position,
              TlRecordChooser *self)
{
  choose (self, position);
}

static void
search_activated_cb (TlRecordChooser *self)
{
  refill (self);
  if (self->ids->len > 0)
    choose (self, 0);
}

static void
mapped_cb (TlRecordChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_signal_emit (self, signals[FILL], 0);
  refill (self);
  gtk_widget_grab_focus (self->search);
}

void
tl_record_chooser_set_chosen (TlRecordChooser *self,
                              const TlIdList  *ids)
{
  g_return_if_fail (TL_IS_RECORD_CHOOSER (self));

  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; i < ids->n; i++)
    g_hash_table_add (self->chosen, GUINT_TO_POINTER (ids->ids[i]));
}

static void
tl_record_chooser_finalize (GObject *object)
{
  TlRecordChooser *self = TL_RECORD_CHOOSER (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->titles);
  g_array_unref (self->ids);
  g_hash_table_unref (self->chosen);

  G_OBJECT_CLASS (tl_record_chooser_parent_class)->finalize (object);
}

static void
tl_record_chooser_class_init (TlRecordChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_record_chooser_finalize;

  signals[FILL] = g_signal_new ("fill", TL_TYPE_RECORD_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_RECORD_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static GtkWidget *
make_list (TlRecordChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *rows = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->titles)));
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (rows), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect_object (list, "activate", G_CALLBACK (activated_cb), self, 0);
  return list;
}

static void
tl_record_chooser_init (TlRecordChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->titles = gtk_string_list_new (NULL);
  self->ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  self->chosen = g_hash_table_new (NULL, NULL);
  self->search = gtk_search_entry_new ();
  self->list = make_list (self);
  self->nothing = gtk_label_new (_("Nothing to choose"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_margin_bottom (self->nothing, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 280);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (box, 280, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chooser");
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (refill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tl_record_chooser_new (TlEditor *editor,
                       guint32   kinds,
                       gboolean  several)
{
  TlRecordChooser *self = g_object_new (TL_TYPE_RECORD_CHOOSER, NULL);

  self->editor = g_object_ref (editor);
  self->kinds = kinds;
  self->several = several;
  return GTK_WIDGET (self);
}
