/* graphics.c - who draws: the graphics device, or we ourselves. */
#include "app/graphics.h"

#include <gtk/gtk.h>

#define RENDERER "GSK_RENDERER"
#define DEBUG    "GDK_DEBUG"

/* A display without one to draw with has a card there, but no "renderD128". */
static gboolean
has_render_node (const char *devices)
{
  g_autofree char *folder = g_build_filename (devices, "dri", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  }
  return FALSE;
}

/* With drivers of their makers, not of the system, or inside another system. */
static gboolean
has_other_device (const char *devices)
{
  static const char * const names[] = { "nvidiactl", "nvidia0", "dxg", "mali0", "kgsl-3d0" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (devices, names[i], NULL);

    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return TRUE;
  }
  return FALSE;
}

/* Later versions look for OpenGL only when they are to draw with it. */
static void
leave_opengl_alone (void)
{
  const char *before = g_getenv (DEBUG);
  g_autofree char *both = NULL;

  if (gtk_get_major_version () != 4 || gtk_get_minor_version () >= 14)
    return;
  both = before != NULL && *before != '\0' ? g_strconcat (before, ",gl-disable", NULL)
                                           : g_strdup ("gl-disable");
  g_setenv (DEBUG, both, TRUE);
}

void
tl_graphics_choose (const char *devices)
{
  const char *chosen = g_getenv (RENDERER);

#ifdef __linux__
  if (chosen == NULL && !has_render_node (devices) && !has_other_device (devices)) {
    g_setenv (RENDERER, "cairo", TRUE);
    chosen = g_getenv (RENDERER);
  }
#endif
  if (g_strcmp0 (chosen, "cairo") == 0)
    leave_opengl_alone ();
}
