/* graphics.h - who draws: the graphics device, or we ourselves. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lets GTK draw by itself where no graphics device could do it, instead of through one
 * made of software, which draws slower and takes 45 ms and 30 MB to start.  @devices: the
 * folder of devices, "/dev".  To be called before GTK and any thread starts; what a
 * person chose in GSK_RENDERER stays. */
void tl_graphics_choose (const char *devices);

G_END_DECLS
