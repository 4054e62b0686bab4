/* bench-start.h - whole programs as a person starts them, on the X server of the benchmark. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Starts us and our peers in turn on charts of 100 and 1,000 steps and prints how soon
 * each shows what it shows in the end, and what memory our window holds beside that of
 * gtk4-demo.  Peers that are not installed are named.  Our program is $TL_THROUGHLINE. */
void bench_starts (void);

G_END_DECLS
