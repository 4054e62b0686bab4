/* window-guide.c - the seven steps and the eight questions: what leads through them, and
 * which advice a person wants. */
#include "app/window-private.h"

/* The same button again goes back. */
static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlGuide *guide = tl_bottom_pane_get_guide (self->bottom_pane);
  guint index = g_variant_get_uint32 (parameter);

  if (!tl_window_is_ready (self) || index >= TL_N_PROGRESS_STEPS)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (guide)) &&
      tl_guide_get_series (guide) == TL_SERIES_STEPS &&
      tl_guide_get_index (guide, TL_SERIES_STEPS) == index)
    tl_guide_close (guide);
  else
    tl_bottom_pane_lead (self->bottom_pane, TL_SERIES_STEPS, index);
}

/* Goes on where one was, and brings the keyboard there. */
static void
questions_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlGuide *guide = tl_bottom_pane_get_guide (self->bottom_pane);

  if (!tl_window_is_ready (self))
    return;
  tl_bottom_pane_lead (self->bottom_pane, TL_SERIES_QUESTIONS,
                       tl_guide_get_index (guide, TL_SERIES_QUESTIONS));
  gtk_widget_grab_focus (GTK_WIDGET (guide));
}

static void
moved_cb (TlWindow *self)
{
  TlGuide *guide = tl_bottom_pane_get_guide (self->bottom_pane);
  gboolean led = tl_guide_is_open (guide) && !tl_guide_is_summary (guide) &&
                 tl_guide_get_series (guide) == TL_SERIES_STEPS;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  tl_progress_strip_set_current (self->progress_strip,
                                 led ? (int) tl_guide_get_index (guide, TL_SERIES_STEPS) : -1);
  /* The keyboard must not stay with what is seen no more. */
  if (self->editor != NULL && !tl_guide_is_open (guide) &&
      (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->bottom_pane))))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

void
tl_window_take_advice (TlWindow *self)
{
  g_auto (GStrv) without = g_settings_get_strv (self->settings, "advice-without");

  if (self->editor != NULL)
    tl_editor_set_advice (self->editor, g_settings_get_boolean (self->settings, "advice"),
                          (const char *const *) without);
}

void
tl_window_install_guide (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.progress-step", "u", step_action);
  gtk_widget_class_install_action (klass, "win.walk-questions", NULL, questions_action);
}

void
tl_window_init_guide (TlWindow *self)
{
  g_signal_connect_object (tl_bottom_pane_get_guide (self->bottom_pane), "moved",
                           G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::advice", G_CALLBACK (tl_window_take_advice),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::advice-without",
                           G_CALLBACK (tl_window_take_advice), self, G_CONNECT_SWAPPED);
}
