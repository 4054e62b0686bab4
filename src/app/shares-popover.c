/* shares-popover.c - asks for the shares of a standard's measurements. */
#include "app/shares-popover.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/record-words.h"
#include "app/spoken.h"
#include "model/ops.h"

#define MOST_HEIGHT 260   /* widget pixels of the list */

struct _TlSharesPopover {
  GtkPopover parent_instance;

  /* Owned */
  TlEditor  *editor;
  char      *share;
  GArray    *ids;       /* TlId of the measurements */
  GPtrArray *entries;   /* one for each, borrowed from the grid */

  /* Borrowed */
  GtkWidget *question;
  GtkWidget *remark;
  GtkWidget *grid;
  GtkWidget *reason;

  /* State */
  TlId       standard;
};

enum { SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlSharesPopover, tl_shares_popover, GTK_TYPE_POPOVER)

static void
apply_cb (TlSharesPopover *self)
{
  g_autofree TlGivenShare *given = g_new (TlGivenShare, self->ids->len + 1);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->editor == NULL)
    return;
  for (guint i = 0; i < self->ids->len; i++) {
    given[i].measurement = g_array_index (self->ids, TlId, i);
    given[i].text = gtk_editable_get_text (g_ptr_array_index (self->entries, i));
  }
  tl_editor_begin (self->editor, _("Change Share of Cases"));
  done = tl_ops_set_share (tl_editor_get_chart (self->editor), self->standard, self->share, given,
                           self->ids->len, &error);
  if (!tl_editor_finish (self->editor, done, &error)) {
    gtk_label_set_text (GTK_LABEL (self->reason), error->message);
    gtk_widget_set_visible (self->reason, TRUE);
    return;
  }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
add_row (TlSharesPopover *self,
         guint            index)
{
  TlId id = g_array_index (self->ids, TlId, index);
  g_autofree char *title = tl_record_title (self->editor, id);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *percent = gtk_label_new ("%");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_add_css_class (percent, "dim-label");
  g_signal_connect_object (entry, "activate", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) index, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), entry, 1, (int) index, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), percent, 2, (int) index, 1, 1);
  g_ptr_array_add (self->entries, entry);
}

void
tl_shares_popover_list (TlSharesPopover *self,
                        TlEditor        *editor,
                        TlId             standard,
                        const char      *share)
{
  GtkWidget *child;

  g_return_if_fail (TL_IS_SHARES_POPOVER (self));

  g_set_object (&self->editor, editor);
  g_free (self->share);
  self->share = g_strdup (share);
  self->standard = standard;
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_ptr_array_set_size (self->entries, 0);
  g_array_set_size (self->ids, 0);
  gtk_widget_set_visible (self->reason, FALSE);
  tl_ops_shares_between (tl_editor_get_chart (editor), standard, share, self->ids, NULL);
  for (guint i = 0; i < self->ids->len; i++)
    add_row (self, i);
  tl_keep_height (self->question);
  tl_keep_height (self->remark);
}

static void
tl_shares_popover_finalize (GObject *object)
{
  TlSharesPopover *self = TL_SHARES_POPOVER (object);

  g_clear_object (&self->editor);
  g_free (self->share);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (tl_shares_popover_parent_class)->finalize (object);
}

static void
tl_shares_popover_class_init (TlSharesPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_shares_popover_finalize;

  signals[SETTLED] = g_signal_new ("settled", TL_TYPE_SHARES_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
tl_shares_popover_init (TlSharesPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *apply = tl_spoken_button_new (_("_Apply"));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  self->entries = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  self->question = add_label (box, _("What share of the cases met the standard?"), "heading");
  gtk_box_append (GTK_BOX (box), scroller);
  self->remark = add_label (box,
                            _("Leave empty what is not known: that measurement is removed."),
                            "caption");
  gtk_widget_add_css_class (self->remark, "dim-label");
  self->reason = add_label (box, NULL, "error");
  gtk_widget_add_css_class (apply, "suggested-action");
  gtk_widget_set_halign (apply, GTK_ALIGN_END);
  g_signal_connect_object (apply, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), apply);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
tl_shares_popover_new (void)
{
  return g_object_new (TL_TYPE_SHARES_POPOVER, NULL);
}
