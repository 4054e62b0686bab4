/* text-scale.h - how large people let text be shown. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 2 where text is twice its usual size; never less than 1. */
double tl_text_scale (GtkWidget *widget);

G_END_DECLS
