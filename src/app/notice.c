/* notice.c - a quiet bar across the window. */
#include "app/notice.h"

#include "app/spoken.h"

struct _TlNotice {
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *revealer;
  GtkWidget *text;
  GtkWidget *answers[2];

  /* Owned */
  char      *id;            /* NULL: nothing is told */
  char      *answer_ids[2];
};

enum { ANSWER, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlNotice, tl_notice, GTK_TYPE_WIDGET)

static void
clicked_cb (GtkWidget *button,
            TlNotice  *self)
{
  g_autofree char *answer = g_strdup (self->answer_ids[button == self->answers[0] ? 0 : 1]);

  tl_notice_hide (self, NULL);
  g_signal_emit (self, signals[ANSWER], 0, answer);
}

void
tl_notice_show (TlNotice             *self,
                const char           *id,
                const char           *text,
                const TlNoticeAnswer *first,
                const TlNoticeAnswer *second)
{
  const TlNoticeAnswer *answers[] = { first, second };

  g_return_if_fail (TL_IS_NOTICE (self));

  g_free (self->id);
  self->id = g_strdup (id);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_free (self->answer_ids[i]);
    self->answer_ids[i] = g_strdup (answers[i]->id);
    gtk_button_set_label (GTK_BUTTON (self->answers[i]), answers[i]->label);
    tl_spoken_mend (self->answers[i]);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

const char *
tl_notice_get (TlNotice *self)
{
  g_return_val_if_fail (TL_IS_NOTICE (self), NULL);

  return self->id;
}

const char *
tl_notice_get_text (TlNotice *self)
{
  g_return_val_if_fail (TL_IS_NOTICE (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->text));
}

void
tl_notice_hide (TlNotice   *self,
                const char *id)
{
  g_return_if_fail (TL_IS_NOTICE (self));

  if (id != NULL && g_strcmp0 (id, self->id) != 0)
    return;
  g_clear_pointer (&self->id, g_free);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
tl_notice_dispose (GObject *object)
{
  TlNotice *self = TL_NOTICE (object);

  g_clear_pointer (&self->id, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->answer_ids); i++)
    g_clear_pointer (&self->answer_ids[i], g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_NOTICE);

  G_OBJECT_CLASS (tl_notice_parent_class)->dispose (object);
}

static void
tl_notice_class_init (TlNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_notice_dispose;

  signals[ANSWER] = g_signal_new ("answer", TL_TYPE_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/notice.ui");
  gtk_widget_class_bind_template_child (widget_class, TlNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, TlNotice, text);
  gtk_widget_class_bind_template_child_full (widget_class, "first", FALSE,
                                             G_STRUCT_OFFSET (TlNotice, answers[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second", FALSE,
                                             G_STRUCT_OFFSET (TlNotice, answers[1]));
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
tl_notice_init (TlNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
