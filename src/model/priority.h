/* priority.h - Action Priority of a rated failure point.
 *
 * Source: AIAG & VDA FMEA Handbook 2019, the one table for design and process
 * FMEA, stated from memory: show it as "Action Priority" and let people rank by
 * RPN or money instead.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  TL_PRIORITY_NONE,   /* not rated yet */
  TL_PRIORITY_LOW,
  TL_PRIORITY_MEDIUM,
  TL_PRIORITY_HIGH
} TlPriority;

/* Severity, occurrence, detection, each 1..10; anything else gives NONE. */
TlPriority tl_priority (int s,
                        int o,
                        int d);

G_END_DECLS
