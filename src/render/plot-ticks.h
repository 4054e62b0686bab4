/* plot-ticks.h - nice numbers along an axis. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  TL_TICKS_PLAIN,     /* steps of 1, 2 or 5, whatever the power of ten */
  TL_TICKS_WHOLE,     /* whole numbers only */
  TL_TICKS_SECONDS    /* steps of a clock: 1 2 5 10 15 30 seconds, minutes, hours, then days */
} TlTickUnit;

typedef struct {
  double lowest;   /* of the axis; itself a tick */
  double step;
  guint  n;        /* ticks, two at least; the last is the end of the axis */
} TlTicks;

/* An axis that holds @low and @high with at most @most ticks (two are always made), or with
 * few more where no nice step fits better.  Equal values get room around them. */
TlTicks tl_ticks_new (double     low,
                      double     high,
                      guint      most,
                      TlTickUnit unit);

static inline double
tl_ticks_nth (const TlTicks *ticks,
              guint          index)
{
  return ticks->lowest + ticks->step * index;
}

static inline double
tl_ticks_highest (const TlTicks *ticks)
{
  return tl_ticks_nth (ticks, ticks->n - 1);
}

G_END_DECLS
