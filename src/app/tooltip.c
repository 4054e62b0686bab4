/* tooltip.c - tooltips of widgets that change often, or come by the hundred. */
#include "app/tooltip.h"

#define HELD "tl-tooltip"

void
tl_tooltip_set (GtkWidget  *widget,
                const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

static gboolean
query_held_cb (GtkWidget  *widget,
               int         x,
               int         y,
               gboolean    keyboard,
               GtkTooltip *tooltip,
               gpointer    data)
{
  const char *text = g_object_get_data (G_OBJECT (widget), HELD);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
tl_tooltip_hold (GtkWidget  *widget,
                 const char *text)
{
  if (!gtk_widget_get_has_tooltip (widget)) {
    gtk_widget_set_has_tooltip (widget, TRUE);
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_held_cb), NULL);
  }
  g_object_set_data_full (G_OBJECT (widget), HELD, g_strdup (text), g_free);
}

static gboolean
query_whole_cb (GtkLabel   *label,
                int         x,
                int         y,
                gboolean    keyboard,
                GtkTooltip *tooltip,
                gpointer    data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

void
tl_tooltip_whole (GtkWidget *label)
{
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_whole_cb), NULL);
}
