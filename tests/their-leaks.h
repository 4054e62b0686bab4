/* their-leaks.h - where libraries are known to lose memory; see their-leaks.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* While @here, nothing that is lost counts: what this thread asks of a library that loses
 * it. */
void tl_their_leaks (gboolean here);

G_END_DECLS
