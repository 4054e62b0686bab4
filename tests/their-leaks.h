/* their-leaks.h - where libraries are known to lose memory; see their-leaks.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* While @here, nothing that is lost counts: what this thread asks of a library that loses
 * it. */
void tl_their_leaks (gboolean here);

/* In a program that opens a dialog of GTK 4.8 which loses memory in threads of its own, so
 * that nothing can be told apart: stands once, outside of functions. */
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#define TL_THEIR_LEAKS_ARE_MANY     \
  int                               \
  __lsan_is_turned_off (void)       \
  {                                 \
    return 1;                       \
  }
#else
#define TL_THEIR_LEAKS_ARE_MANY
#endif

G_END_DECLS
