/* fix-popover.c - what can be done about a finding. */
#include "app/fix-popover.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/spoken.h"
#include "app/today.h"

struct _TlFixPopover {
  GtkPopover parent_instance;

  /* Owned */
  TlEditor  *editor;
  GArray    *fixes;     /* TlFix that own their texts */

  /* Borrowed */
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *why;
  GtkWidget *asked;
  GtkWidget *entry;
  GtkWidget *reason;
  GtkWidget *apply;

  /* State */
  guint      chosen;    /* index of the fix that asks */
};

enum { SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFixPopover, tl_fix_popover, GTK_TYPE_POPOVER)

static void
fix_clear (gpointer data)
{
  TlFix *fix = data;

  g_free ((char *) fix->rule);
  g_free ((char *) fix->finding);
  g_free ((char *) fix->value);
}

static void
apply (TlFixPopover *self,
       guint         index,
       const char   *text)
{
  TlFix fix = g_array_index (self->fixes, TlFix, index);
  TlId touched = TL_ID_NONE;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = g_strsplit (tl_fix_label (fix.kind), "…", 2);
  gboolean done;

  fix.text = text;
  tl_editor_begin (self->editor, parts[0]);
  done = tl_fix_apply (tl_editor_get_chart (self->editor), &fix, &touched, &error);
  if (!tl_editor_finish (self->editor, done, &error)) {
    gtk_label_set_text (GTK_LABEL (self->reason), error->message);
    gtk_widget_set_visible (self->reason, TRUE);
    return;
  }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SETTLED], 0, touched);
}

static void
ask (TlFixPopover *self,
     guint         index)
{
  const char *asked = tl_fix_asks (g_array_index (self->fixes, TlFix, index).kind);

  self->chosen = index;
  gtk_label_set_text (GTK_LABEL (self->asked), asked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  asked, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "ask");
  gtk_widget_grab_focus (self->entry);
}

static void
chosen_cb (GtkWidget    *button,
           TlFixPopover *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  gtk_widget_set_visible (self->reason, FALSE);
  if (tl_fix_asks (g_array_index (self->fixes, TlFix, index).kind) != NULL)
    ask (self, index);
  else
    apply (self, index, NULL);
}

static void
written_cb (TlFixPopover *self)
{
  apply (self, self->chosen, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
add_button (TlFixPopover *self,
            guint         index)
{
  const TlFix *fix = &g_array_index (self->fixes, TlFix, index);
  GtkWidget *button = gtk_button_new_with_label (tl_fix_label (fix->kind));

  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fix");
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (self->list), button);
}

/* Not in the chart: a person's own wish. */
static void
hide_cb (TlFixPopover *self)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APP_ID);
  g_auto (GStrv) before = g_settings_get_strv (settings, "advice-without");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) without = NULL;
  const char *rule = g_array_index (self->fixes, TlFix, 0).rule;
  g_autofree char *said =
    /* Translators: %s is the number of a rule, such as F14. */
    g_strdup_printf (_("Advice of rule %s is hidden in all charts; the preferences bring it back."),
                     rule);

  g_strv_builder_addv (builder, (const char **) before);
  if (!g_strv_contains ((const char *const *) before, rule))
    g_strv_builder_add (builder, rule);
  without = g_strv_builder_end (builder);
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", said);
  g_settings_set_strv (settings, "advice-without", (const char *const *) without);
}

static void
add_hide (TlFixPopover *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Hide This Advice in All Charts"));

  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fix");
  g_signal_connect_object (button, "clicked", G_CALLBACK (hide_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), button);
}

static void
take_fixes (TlFixPopover    *self,
            const TlFinding *finding)
{
  TlFixKind kinds[TL_FINDING_FIXES];
  guint n = tl_finding_fixes (finding, kinds);

  for (guint i = 0; i < n; i++) {
    TlFix fix = tl_finding_fix (finding, kinds[i], tl_today ());

    fix.rule = g_strdup (fix.rule);
    fix.finding = g_strdup (fix.finding);
    fix.value = g_strdup (fix.value);
    g_array_append_val (self->fixes, fix);
    add_button (self, i);
  }
  if (finding->severity == TL_SEVERITY_ADVICE && finding->item == TL_ID_NONE)
    add_hide (self);
}

void
tl_fix_popover_list (TlFixPopover    *self,
                     TlEditor        *editor,
                     const TlFinding *finding)
{
  GtkWidget *child;

  g_return_if_fail (TL_IS_FIX_POPOVER (self));

  g_set_object (&self->editor, editor);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  g_array_set_size (self->fixes, 0);
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  gtk_label_set_text (GTK_LABEL (self->why),
                      finding != NULL ? g_dgettext (GETTEXT_PACKAGE, finding->rule->why)
                                      : _("Select a finding first."));
  tl_keep_height (self->why);
  if (finding != NULL)
    take_fixes (self, finding);
  tl_keep_height (self->why);
}

static void
tl_fix_popover_finalize (GObject *object)
{
  TlFixPopover *self = TL_FIX_POPOVER (object);

  g_clear_object (&self->editor);
  g_array_unref (self->fixes);

  G_OBJECT_CLASS (tl_fix_popover_parent_class)->finalize (object);
}

static void
tl_fix_popover_class_init (TlFixPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_fix_popover_finalize;

  signals[SETTLED] = g_signal_new ("settled", TL_TYPE_FIX_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_ask (TlFixPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->asked = make_label ("heading");
  self->entry = gtk_entry_new ();
  self->apply = tl_spoken_button_new (_("_Apply"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_widget_set_halign (self->apply, GTK_ALIGN_END);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 32);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (written_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apply, "clicked", G_CALLBACK (written_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->asked);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->apply);
  return box;
}

static void
tl_fix_popover_init (TlFixPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->fixes = g_array_new (FALSE, FALSE, sizeof (TlFix));
  g_array_set_clear_func (self->fixes, fix_clear);
  self->why = make_label ("dim-label");
  self->reason = make_label ("error");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->list, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), make_ask (self), "ask");
  gtk_box_append (GTK_BOX (box), self->why);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
tl_fix_popover_new (void)
{
  return g_object_new (TL_TYPE_FIX_POPOVER, NULL);
}
