/* text-scale.c - how large people let text be shown. */
#include "app/text-scale.h"

#define USUAL_DPI 96.0

double
tl_text_scale (GtkWidget *widget)
{
  int dpi;   /* times 1024; negative where nobody said */

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return MAX (dpi / 1024.0 / USUAL_DPI, 1);
}
