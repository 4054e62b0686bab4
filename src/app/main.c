/* main.c - the window program. */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <malloc.h>

#include "app/application.h"
#include "app/graphics.h"

int
main (int    argc,
      char **argv)
{
  const char *locale_dir = g_getenv ("TL_LOCALE_DIR");
  g_autoptr (TlApplication) application = NULL;

  /* A frame makes big pictures and throws them away; giving the memory back to the
   * system each time costs a third of the frame in page faults. */
  mallopt (M_MMAP_THRESHOLD, 256 << 20);
  mallopt (M_TRIM_THRESHOLD, 512 << 20);

  tl_graphics_choose ("/dev");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : TL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = tl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
