/* test-graphics.c - who draws where. */
#include "app/graphics.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

typedef struct {
  const char *path;
  const char *device;      /* made in the folder of devices; NULL = none */
  const char *renderer;    /* as a person chose; NULL = not */
  const char *debug;
  const char *renderer_after;
  gboolean    gl_left;     /* OpenGL is left alone, where GTK would start it anyway */
} Case;

static const Case cases[] = {
  { "none", NULL, NULL, NULL, "cairo", TRUE },
  { "none-debugged", NULL, NULL, "events", "cairo", TRUE },
  { "display-only", "dri/card0", NULL, NULL, "cairo", TRUE },
  { "device", "dri/renderD128", NULL, NULL, NULL, FALSE },
  { "device-debugged", "dri/renderD128", NULL, "events", NULL, FALSE },
  { "maker", "nvidiactl", NULL, NULL, NULL, FALSE },
  { "chosen-gl", NULL, "gl", NULL, "gl", FALSE },
  { "chosen-cairo", "dri/renderD128", "cairo", NULL, "cairo", TRUE },
};

static void
set (const char *name,
     const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
make_device (const char *folder,
             const char *device)
{
  g_autofree char *path = g_build_filename (folder, device, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
remove_device (const char *folder,
               const char *device)
{
  g_autofree char *path = g_build_filename (folder, device, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_unlink (path);
  if (!g_str_equal (parent, folder))
    g_rmdir (parent);
}

static void
test_choose (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *folder = g_dir_make_tmp ("tl-devices-XXXXXX", NULL);
  g_autofree char *both = NULL;
  gboolean starts_gl = gtk_get_minor_version () < 14;
  const char *expected = c->debug;

  if (c->device != NULL)
    make_device (folder, c->device);
  set ("GSK_RENDERER", c->renderer);
  set ("GDK_DEBUG", c->debug);
  tl_graphics_choose (folder);
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, c->renderer_after);
  if (c->gl_left && starts_gl)
    expected = both = c->debug != NULL ? g_strconcat (c->debug, ",gl-disable", NULL)
                                       : g_strdup ("gl-disable");
  g_assert_cmpstr (g_getenv ("GDK_DEBUG"), ==, expected);
  if (c->device != NULL)
    remove_device (folder, c->device);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/graphics/", cases[i].path, NULL);

    g_test_add_data_func (path, &cases[i], test_choose);
  }
  return g_test_run ();
}
